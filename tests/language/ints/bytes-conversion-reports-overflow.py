# bytes conversion reports overflow
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: (256).to_bytes(1, "big"))  # expect: OverflowError: int too big to convert
attempt(lambda: (-1).to_bytes(1, "big"))  # expect: OverflowError: can't convert negative int to unsigned
attempt(lambda: (128).to_bytes(1, "big", signed=True))  # expect: OverflowError: int too big to convert
attempt(lambda: (1).to_bytes(1, "middle"))  # expect: ValueError: byteorder must be either 'little' or 'big'
attempt(lambda: (1).to_bytes(-1, "big"))  # expect: ValueError: length argument must be non-negative
attempt(lambda: int.from_bytes("abc", "big"))  # expect: TypeError: cannot convert 'str' object to bytes
attempt(lambda: int.from_bytes([256], "big"))  # expect: ValueError: bytes must be in range(0, 256)
