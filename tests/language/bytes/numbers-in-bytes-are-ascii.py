# numbers in bytes are ASCII: other white space and digits are refused
for data in b"1", b" 1\n", b"1\xa0", b"\xa01", b"\x851", b"1_0", b"\xb2", bytearray(b"7\xa0"):
    for make in int, float:
        try:
            print(make.__name__, data, make(data))
        except ValueError as error:
            print(make.__name__, error)
# expect: int b'1' 1
# expect: float b'1' 1.0
# expect: int b' 1\n' 1
# expect: float b' 1\n' 1.0
# expect: int invalid literal for int() with base 10: b'1\xa0'
# expect: float could not convert string to float: b'1\xa0'
# expect: int invalid literal for int() with base 10: b'\xa01'
# expect: float could not convert string to float: b'\xa01'
# expect: int invalid literal for int() with base 10: b'\x851'
# expect: float could not convert string to float: b'\x851'
# expect: int b'1_0' 10
# expect: float b'1_0' 10.0
# expect: int invalid literal for int() with base 10: b'\xb2'
# expect: float could not convert string to float: b'\xb2'
# expect: int invalid literal for int() with base 10: b'7\xa0'
# expect: float could not convert string to float: bytearray(b'7\xa0')
try:
    print(int(b"f\xa0", 16))
except ValueError as error:
    print(error)  # expect: invalid literal for int() with base 16: b'f\xa0'
