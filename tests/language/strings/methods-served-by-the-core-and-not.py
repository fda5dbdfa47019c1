# Methods of which the core answers the plain cases: numbers as bytes and as text, translation tables, hexadecimal, proxies, formats by name.
import types

calls = [
    lambda: (300).to_bytes(2), lambda: (300).to_bytes(4, "little"), lambda: (-2).to_bytes(4, "big", signed=True), lambda: (2**70).to_bytes(10), lambda: True.to_bytes(),
    lambda: (-128).to_bytes(1, signed=True), lambda: (-(2**63)).to_bytes(8, byteorder="little", signed=True), lambda: (300).to_bytes(1), lambda: (-1).to_bytes(1),
    lambda: (128).to_bytes(1, signed=True), lambda: (1).to_bytes(1, "x"), lambda: (1).to_bytes(-1), lambda: (0).to_bytes(0), lambda: int.from_bytes(b"\xff\xfe"),
    lambda: int.from_bytes(b"\xff\xfe", signed=True), lambda: int.from_bytes(b"\1" * 12, "little"), lambda: int.from_bytes(bytearray(b"ab")), lambda: int.from_bytes([1, 2]),
    lambda: int.from_bytes(b"\xff" * 12, signed=True), lambda: int.from_bytes(byteorder="little", bytes=b"ab"), lambda: int.from_bytes("a"), lambda: int.from_bytes(b"a", "z"),
    lambda: int.from_bytes(b""), lambda: bool.from_bytes(b"\1"), lambda: b"ab".hex(), lambda: b"abc".hex(":"), lambda: b"abcde".hex("-", 2), lambda: bytearray(b"xyz").hex(), lambda: b"".hex(),
    lambda: bytes.fromhex("00 ff"), lambda: bytes.fromhex("00FFab"), lambda: bytes.fromhex("abxz"), lambda: bytes.hex(5), lambda: "abcabc".translate({97: "xyz", 98: None, 99: 233}),
    lambda: "a".translate({97: 2**40}), lambda: "aé".translate({233: "\U0001f600"}), lambda: "abc".translate("xyz" * 40), lambda: "abc".translate({"a": 1}), lambda: "ab".translate({97: 1.5}),
    lambda: str.maketrans("ab", "cd", "e"), lambda: str.maketrans({"a": "b", 99: None}), lambda: str.maketrans("a", "bc"), lambda: "abc".maketrans("a", "b"), lambda: int("zz", 36),
    lambda: int("0x1g", 0), lambda: int("010", 0), lambda: int("0", 0), lambda: int("00", 0), lambda: int("-0b11", 0), lambda: int(" 42\n"), lambda: int("1_000"), lambda: int("__1"),
    lambda: int("12345678901234567890"), lambda: int("+"), lambda: int(""), lambda: int("9223372036854775807"), lambda: int("-9223372036854775808"), lambda: int("0x", 16),
    lambda: int("0xff", 16), lambda: int("0b1", 2), lambda: int("0b1", 16), lambda: int("0o7", 8), lambda: int("1", 1), lambda: int("٣"), lambda: int("-"), lambda: int("12", base=5),
    lambda: pow(2, 10), lambda: pow(2, -1), lambda: pow(2.0, 3), lambda: pow(10**20, 2), lambda: pow(-8, 1 / 3) != 0, lambda: pow("a", 2),
    lambda: "%(a)s-%(b)5.2f|%(a)r %%" % {"a": "x", "b": 2}, lambda: "{a}-{b:>5}{0}{c_d}".format(1, a="q", b=3, c_d=2), lambda: "{a.real} {x!r} {y[0]}".format(a=3, x="s", y=[1]),
    lambda: "%(a)s" % {}, lambda: "%(a)s" % 3, lambda: "{z}".format(a=1), lambda: "{0}{}".format(1, 2), lambda: "%s" % {"a": 1}, lambda: "{1}".format(1, a=2), lambda: "x" % {"a": 1},
    lambda: "%d" % {}, lambda: "{a:{b}}".format(a=1, b=5), lambda: "%(a)s%(b)s" % {"a": [1], "b": 2}, lambda: "%(a(b)c)d" % {"a(b)c": 1}, lambda: "{} {a}".format(1, a=2),
    lambda: "Éàß".upper(), lambda: "ÉÀ×".lower(), lambda: "éa".upper(), lambda: "µa".upper(), lambda: "ÿa".upper(), lambda: "éÀ".swapcase(), lambda: "é1".isalpha(), lambda: "é1".isalnum(),
    lambda: "٣".isdigit(), lambda: "²".isdecimal(), lambda: "²".isdigit(), lambda: "½".isnumeric(), lambda: "é\u200b".isprintable(), lambda: "ÉA".isupper(), lambda: "é".isidentifier(),
]
for call in calls:
    try:
        print(ascii(call()))
    except Exception as e:
        print(type(e).__name__)
# expect: b'\x01,'
# expect: b',\x01\x00\x00'
# expect: b'\xff\xff\xff\xfe'
# expect: b'\x00@\x00\x00\x00\x00\x00\x00\x00\x00'
# expect: b'\x01'
# expect: b'\x80'
# expect: b'\x00\x00\x00\x00\x00\x00\x00\x80'
# expect: OverflowError
# expect: OverflowError
# expect: OverflowError
# expect: ValueError
# expect: ValueError
# expect: b''
# expect: 65534
# expect: -2
# expect: 310698676526526814092329217
# expect: 24930
# expect: 258
# expect: -1
# expect: 25185
# expect: TypeError
# expect: ValueError
# expect: 0
# expect: True
# expect: '6162'
# expect: '61:62:63'
# expect: '61-6263-6465'
# expect: '78797a'
# expect: ''
# expect: b'\x00\xff'
# expect: b'\x00\xff\xab'
# expect: ValueError
# expect: TypeError
# expect: 'xyz\xe9xyz\xe9'
# expect: ValueError
# expect: 'a\U0001f600'
# expect: 'yzx'
# expect: 'abc'
# expect: TypeError
# expect: {97: 99, 98: 100, 101: None}
# expect: {97: 'b', 99: None}
# expect: ValueError
# expect: {97: 98}
# expect: 1295
# expect: ValueError
# expect: ValueError
# expect: 0
# expect: 0
# expect: -3
# expect: 42
# expect: 1000
# expect: ValueError
# expect: 12345678901234567890
# expect: ValueError
# expect: ValueError
# expect: 9223372036854775807
# expect: -9223372036854775808
# expect: ValueError
# expect: 255
# expect: 1
# expect: 177
# expect: 7
# expect: ValueError
# expect: 3
# expect: ValueError
# expect: 7
# expect: 1024
# expect: 0.5
# expect: 8.0
# expect: 10000000000000000000000000000000000000000
# expect: True
# expect: TypeError
# expect: "x- 2.00|'x' %"
# expect: 'q-    312'
# expect: "3 's' 1"
# expect: KeyError
# expect: TypeError
# expect: KeyError
# expect: ValueError
# expect: "{'a': 1}"
# expect: IndexError
# expect: 'x'
# expect: TypeError
# expect: '    1'
# expect: '[1]2'
# expect: '1'
# expect: '1 2'
# expect: '\xc9\xc0SS'
# expect: '\xe9\xe0\xd7'
# expect: '\xc9A'
# expect: '\u039cA'
# expect: '\u0178A'
# expect: '\xc9\xe0'
# expect: False
# expect: True
# expect: True
# expect: False
# expect: True
# expect: True
# expect: False
# expect: True
# expect: True
proxy = types.MappingProxyType({"a": 1, 3: 4})
print(proxy["a"], proxy.get("b"), proxy.get("b", 7), "a" in proxy, 3 in proxy, proxy[3], "zz" in proxy, int.__dict__.get("real") is not None)
# expect: 1 None 7 True True 4 False True
for bad in [lambda: proxy["b"], lambda: proxy[[]], lambda: proxy.get(), lambda: types.MappingProxyType.get(1, 2), lambda: str.translate(1, {}), lambda: int.to_bytes("a")]:
    try:
        bad()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
# expect: KeyError 'b'
# expect: TypeError cannot use 'list' as a dict key (unhashable type: 'list')
# expect: TypeError get expected at least 1 argument, got 0
# expect: TypeError descriptor 'get' for 'mappingproxy' objects doesn't apply to a 'int' object
# expect: TypeError descriptor 'translate' for 'str' objects doesn't apply to a 'int' object
# expect: TypeError descriptor 'to_bytes' for 'int' objects doesn't apply to a 'str' object


class Flag(type):
    def __instancecheck__(cls, object):
        return [object] if object else 0


class Kind(metaclass=Flag):
    pass


class Broken(type):
    def __instancecheck__(cls, object):
        raise LookupError(object)


class Other(metaclass=Broken):
    pass


print(isinstance(3, Kind), isinstance(0, Kind), isinstance(3, (str, Kind)))  # expect: True False True
for _ in range(3):
    try:
        isinstance(3, Other)
    except LookupError as e:
        print(e)
# expect: 3
# expect: 3
# expect: 3
for text in ["9007199254740993", "0.1234567890123456789", "123456789012345678.5", "1.7976931348623157e308", "4.9e-324", "2.5e-19", "99999999999999999e-19", "-0.0000000000000000001234", "1e23", "72057594037927945"]:
    print(float(text), end=" ")
print()
# expect-json: "9007199254740992.0 0.12345678901234568 1.2345678901234568e+17 1.7976931348623157e+308 5e-324 2.5e-19 0.01 -1.234e-19 1e+23 7.205759403792795e+16 "
