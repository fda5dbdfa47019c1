# numbers in every notation
print(0xff, 0o17, 0b11, 1_000, 1., .5, 1e3, 1E-3, 1_0.0_1, 1j, 1.5J, 0xDEAD_BEEF, 1e1_0, 0_0, 00.5, 1_2j)
# expect: 255 15 3 1000 1.0 0.5 1000.0 0.001 10.01 1j 1.5j 3735928559 10000000000.0 0 0.5 12j
print(1if 1else 2, 0x1for x in ()) if False else print(1 if 1 else 2)  # expect: 1
for source in ("1__0", "0x", "0b2", "0o8", "1_", "1e", "012", "0_7", "1abc", "0xg", "1.e_5", "1_000_"):
    try:
        compile(source, "s", "eval")
        print("ok", source)
    except SyntaxError as e:
        print(source, "|", e.msg)
# expect: 1__0 | invalid decimal literal
# expect: 0x | invalid hexadecimal literal
# expect: 0b2 | invalid digit '2' in binary literal
# expect: 0o8 | invalid digit '8' in octal literal
# expect: 1_ | invalid decimal literal
# expect: 1e | invalid decimal literal
# expect: 012 | leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
# expect: 0_7 | leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
# expect: 1abc | invalid decimal literal
# expect: 0xg | invalid hexadecimal literal
# expect: 1.e_5 | invalid decimal literal
# expect: 1_000_ | invalid decimal literal
