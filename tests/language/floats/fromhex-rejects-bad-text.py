# fromhex rejects bad text
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(float.fromhex, "0x")  # expect: ValueError: invalid hexadecimal floating-point string
attempt(float.fromhex, "1.2.3")  # expect: ValueError: invalid hexadecimal floating-point string
attempt(float.fromhex, "0x1p99999")
# expect: OverflowError: hexadecimal value too large to represent as a float
attempt(float.fromhex, 12)  # expect: TypeError: bad argument type for built-in operation
