# hex round trip
# python: 3.14
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(b"\x01\xab\xff".hex(), b"\x01\xab\xff".hex(":"), b"\x01\xab\xff\x10".hex("_", 2), bytes.fromhex("01 aB ff"), bytes.fromhex(""))
# expect: 01abff 01:ab:ff 01ab_ff10 b'\x01\xab\xff' b''
attempt(bytes.fromhex, "0")
# expect: ValueError: fromhex() arg must contain an even number of hexadecimal digits
attempt(bytes.fromhex, "zz")  # expect: ValueError: non-hexadecimal number found in fromhex() arg at position 0
attempt(bytes.fromhex, "1 2")
# expect: ValueError: non-hexadecimal number found in fromhex() arg at position 1
