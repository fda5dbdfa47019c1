# int and float parsing takes what cpython takes
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


for text in (" 12 ", "1_000", "1__0", "_1", "1_", "0x1f", "0b101", "-0o17", "+5", "--5", "", " ", "\u0661\u0662", "1e3", "9" * 30, "0_0", "00", "0x", "1 2", "\n7\t", "12\0"):
    attempt(int, text)
# expect: 12
# expect: 1000
# expect: ValueError: invalid literal for int() with base 10: '1__0'
# expect: ValueError: invalid literal for int() with base 10: '_1'
# expect: ValueError: invalid literal for int() with base 10: '1_'
# expect: ValueError: invalid literal for int() with base 10: '0x1f'
# expect: ValueError: invalid literal for int() with base 10: '0b101'
# expect: ValueError: invalid literal for int() with base 10: '-0o17'
# expect: 5
# expect: ValueError: invalid literal for int() with base 10: '--5'
# expect: ValueError: invalid literal for int() with base 10: ''
# expect: ValueError: invalid literal for int() with base 10: ' '
# expect: 12
# expect: ValueError: invalid literal for int() with base 10: '1e3'
# expect: 999999999999999999999999999999
# expect: 0
# expect: 0
# expect: ValueError: invalid literal for int() with base 10: '0x'
# expect: ValueError: invalid literal for int() with base 10: '1 2'
# expect: 7
# expect: ValueError: invalid literal for int() with base 10: '12\x00'
for text, base in (("ff", 16), ("0xff", 16), ("0xff", 0), ("077", 0), ("zz", 36), ("102", 2), ("7", 1), ("7", 37), ("0b1", 0), ("1_0", 2), ("-0x1", 0)):
    attempt(int, text, base)
# expect: 255
# expect: 255
# expect: 255
# expect: ValueError: invalid literal for int() with base 0: '077'
# expect: 1295
# expect: ValueError: invalid literal for int() with base 2: '102'
# expect: ValueError: int() base must be >= 2 and <= 36, or 0
# expect: ValueError: int() base must be >= 2 and <= 36, or 0
# expect: 1
# expect: 2
# expect: -1
for text in ("1.5", " .5 ", "5.", "1e5", "1E-5", "1_0.5_0", "1._5", "inf", "-Infinity", "NaN", "nan(1)", "0x1p3", "", ".", "1e", "1e400", "1e-400", "-0", "\u0661.5", "infinit"):
    attempt(float, text)
# expect: 1.5
# expect: 0.5
# expect: 5.0
# expect: 100000.0
# expect: 1e-05
# expect: 10.5
# expect: ValueError: could not convert string to float: '1._5'
# expect: inf
# expect: -inf
# expect: nan
# expect: ValueError: could not convert string to float: 'nan(1)'
# expect: ValueError: could not convert string to float: '0x1p3'
# expect: ValueError: could not convert string to float: ''
# expect: ValueError: could not convert string to float: '.'
# expect: ValueError: could not convert string to float: '1e'
# expect: inf
# expect: 0.0
# expect: -0.0
# expect: 1.5
# expect: ValueError: could not convert string to float: 'infinit'
for text in ("1+2j", "j", "-j", "1 + 2j", " (1-2j) ", "1e3j", "infj", "nan+nanj", "1+", "2j1", "1_0j"):
    attempt(complex, text)
# expect: (1+2j)
# expect: 1j
# expect: -1j
# expect: ValueError: complex() arg is a malformed string
# expect: (1-2j)
# expect: 1000j
# expect: infj
# expect: (nan+nanj)
# expect: ValueError: complex() arg is a malformed string
# expect: ValueError: complex() arg is a malformed string
# expect: 10j
