# int parses text in every base
print(int("42"), int("  -17\n"), int("+5"), int("1_000_000"))  # expect: 42 -17 5 1000000
print(int("ff", 16), int("0xFF", 16), int("0b101", 2), int("0o17", 8), int("z", 36))  # expect: 255 255 5 15 35
print(int("0x1f", 0), int("0b11", 0), int("0o7", 0), int("10", 0), int("0", 0), int("00", 0))
# expect: 31 3 7 10 0 0
print(int("\u0661\u0662\u0663"), int("\uff11\uff12"))  # expect: 123 12
print(int(b"12"), int(bytearray(b"7f"), 16))  # expect: 12 127
print(int("123456789012345678901234567890"))  # expect: 123456789012345678901234567890
