# bytes method of objects
class Packet:
    def __bytes__(self):
        return b"\x01\x02"


class Bad:
    def __bytes__(self):
        return "x"


print(bytes(Packet()), b"%b" % Packet())  # expect: b'\x01\x02' b'\x01\x02'
bytes(Bad())  # raises: TypeError: __bytes__ returned non-bytes (type str)
