# case methods
s = "hELLO wORLD ǆ ß ŉ"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), sep="|")
# expect: HELLO WORLD Ǆ SS ʼN|hello world ǆ ß ŉ|Hello World ǅ Ss ʼN|Hello world ǆ ß ŉ|Hello World Ǆ SS ʼN|hello world ǆ ss ʼn
print("İ".lower(), len("İ".lower()), "ﬃ".upper(), "ΑΣ".lower(), "they're bill's".title(), "3d".title())
# expect: i̇ 2 FFI ας They'Re Bill'S 3D
