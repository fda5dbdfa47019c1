# case and padding
print(b"Hello World".upper(), b"Hello".lower(), b"hello world".title(), b"hELLO".capitalize(), b"aBc".swapcase(), b"x".center(5, b"*"), b"7".zfill(3), b"ab".ljust(4) + b"|", b"ab".rjust(4))
# expect: b'HELLO WORLD' b'hello' b'Hello World' b'Hello' b'AbC' b'**x**' b'007' b'ab  |' b'  ab'
print(b" x ".strip(), b"xxaxx".strip(b"x"), b"abc".removeprefix(b"a"), b"abc".removesuffix(b"c"), b"a\tb".expandtabs(4))
# expect: b'x' b'a' b'bc' b'ab' b'a   b'
print(b"abc".isalpha(), b"12".isdigit(), b"a1".isalnum(), b" ".isspace(), b"AB".isupper(), b"ab".islower(), b"Ab".istitle(), b"\xff".isascii())
# expect: True True True True True True True False
