# float(text): the easy cases (few digits, small powers of ten) and those around them, spaces, underscores, and what is no number.
texts = [
    "0", "-0", "+0.0", "1", "-1.5", "3.14159", ".5", "5.", "-.5e1", "1e5", "1E+5", "1e-5", "9007199254740991", "9007199254740992", "9007199254740993", "90071992547409930e-1",
    "123456789012345678901234567890", "0.1", "0.30000000000000004", "1e22", "1e23", "-1e-22", "1e-23", "8.5e22", "1.7976931348623157e308", "1e309", "-1e309", "5e-324", "1e-400",
    "00012.500", "0.000000000000000000000000001", "1_000.5", "  2.5 ", "\t3\n", "inf", "-Infinity", "1e0005", "1e00000000005", "179769313486231570000000000000000000000", "0e99999", "0.0e-5",
    "6.62607015e-34", "4503599627370496.5", "4503599627370497.5", "1e+22", "72057594037927933", "0.00000000000000000000000000000001e32",
]  # fmt: skip
for text in texts:
    x = float(text)
    print(repr(text), repr(x), x.hex())
# expect: '0' 0.0 0x0.0p+0
# expect: '-0' -0.0 -0x0.0p+0
# expect: '+0.0' 0.0 0x0.0p+0
# expect: '1' 1.0 0x1.0000000000000p+0
# expect: '-1.5' -1.5 -0x1.8000000000000p+0
# expect: '3.14159' 3.14159 0x1.921f9f01b866ep+1
# expect: '.5' 0.5 0x1.0000000000000p-1
# expect: '5.' 5.0 0x1.4000000000000p+2
# expect: '-.5e1' -5.0 -0x1.4000000000000p+2
# expect: '1e5' 100000.0 0x1.86a0000000000p+16
# expect: '1E+5' 100000.0 0x1.86a0000000000p+16
# expect: '1e-5' 1e-05 0x1.4f8b588e368f1p-17
# expect: '9007199254740991' 9007199254740991.0 0x1.fffffffffffffp+52
# expect: '9007199254740992' 9007199254740992.0 0x1.0000000000000p+53
# expect: '9007199254740993' 9007199254740992.0 0x1.0000000000000p+53
# expect: '90071992547409930e-1' 9007199254740992.0 0x1.0000000000000p+53
# expect: '123456789012345678901234567890' 1.2345678901234568e+29 0x1.8ee90ff6c373ep+96
# expect: '0.1' 0.1 0x1.999999999999ap-4
# expect: '0.30000000000000004' 0.30000000000000004 0x1.3333333333334p-2
# expect: '1e22' 1e+22 0x1.0f0cf064dd592p+73
# expect: '1e23' 1e+23 0x1.52d02c7e14af6p+76
# expect: '-1e-22' -1e-22 -0x1.e392010175ee6p-74
# expect: '1e-23' 1e-23 0x1.82db34012b251p-77
# expect: '8.5e22' 8.5e+22 0x1.1ffdbf6b2b2ebp+76
# expect: '1.7976931348623157e308' 1.7976931348623157e+308 0x1.fffffffffffffp+1023
# expect: '1e309' inf inf
# expect: '-1e309' -inf -inf
# expect: '5e-324' 5e-324 0x0.0000000000001p-1022
# expect: '1e-400' 0.0 0x0.0p+0
# expect: '00012.500' 12.5 0x1.9000000000000p+3
# expect: '0.000000000000000000000000001' 1e-27 0x1.3ce9a36f23c10p-90
# expect: '1_000.5' 1000.5 0x1.f440000000000p+9
# expect: '  2.5 ' 2.5 0x1.4000000000000p+1
# expect: '\t3\n' 3.0 0x1.8000000000000p+1
# expect: 'inf' inf inf
# expect: '-Infinity' -inf -inf
# expect: '1e0005' 100000.0 0x1.86a0000000000p+16
# expect: '1e00000000005' 100000.0 0x1.86a0000000000p+16
# expect: '179769313486231570000000000000000000000' 1.7976931348623156e+38 0x1.0e7c9eebc4449p+127
# expect: '0e99999' 0.0 0x0.0p+0
# expect: '0.0e-5' 0.0 0x0.0p+0
# expect: '6.62607015e-34' 6.62607015e-34 0x1.b860bde023111p-111
# expect: '4503599627370496.5' 4503599627370496.0 0x1.0000000000000p+52
# expect: '4503599627370497.5' 4503599627370498.0 0x1.0000000000002p+52
# expect: '1e+22' 1e+22 0x1.0f0cf064dd592p+73
# expect: '72057594037927933' 7.205759403792794e+16 0x1.0000000000000p+56
# expect: '0.00000000000000000000000000000001e32' 1.0 0x1.0000000000000p+0
for text in ["", ".", "-", "e5", "1e", "1e+", "1.2.3", "1_", "_1", "1__0", "0x10", "1 2", "--1", "1e5.0", "é", "1\0"]:
    try:
        print(float(text))
    except ValueError as e:
        print(e)
# expect: could not convert string to float: ''
# expect: could not convert string to float: '.'
# expect: could not convert string to float: '-'
# expect: could not convert string to float: 'e5'
# expect: could not convert string to float: '1e'
# expect: could not convert string to float: '1e+'
# expect: could not convert string to float: '1.2.3'
# expect: could not convert string to float: '1_'
# expect: could not convert string to float: '_1'
# expect: could not convert string to float: '1__0'
# expect: could not convert string to float: '0x10'
# expect: could not convert string to float: '1 2'
# expect: could not convert string to float: '--1'
# expect: could not convert string to float: '1e5.0'
# expect: could not convert string to float: 'é'
# expect: could not convert string to float: '1\x00'


class Own(float):
    pass


print(type(Own("2.5")), Own("2.5") + 1)  # expect: <class '__main__.Own'> 3.5
total = 0.0
for i in range(2000):
    total += float(str(i) + "." + str(i % 100)) + float(f"{i / 7:.3f}") + float(repr(i / 3)) - i / 3
print(total)  # expect: 2285642.4290000005
