# isinstance() believes a __class__ that lies; what takes objects of builtin types does not
import array, binascii, collections, datetime, decimal, fractions, functools, io, itertools, json, operator, pickle, re, struct, warnings, zlib

class Liar:
    def __init__(self, cls):
        self.cls = cls
    @property
    def __class__(self):
        return self.cls

print(isinstance(Liar(bytes), bytes), isinstance(Liar(int), (str, int)), isinstance(Liar(list), list | int), isinstance(Liar(str), int))
# expect: True True True False
match Liar(int):
    case int():
        print("matches")  # expect: matches
calls = {
    "array": lambda: array.array("i", Liar(bytes)), "extend": lambda: array.array("i").extend(Liar(array.array)),
    "extend list": lambda: array.array("i").fromlist(Liar(list)), "frombytes": lambda: array.array("i").frombytes(Liar(bytes)),
    "unpack": lambda: struct.unpack("i", Liar(bytes)), "pack": lambda: struct.pack("3s", Liar(bytes)), "into": lambda: struct.pack_into("i", Liar(bytearray), 0, 1),
    "join": lambda: "".join(Liar(list)), "bytes join": lambda: b"".join([Liar(bytes)]), "memoryview": lambda: memoryview(Liar(bytes)),
    "crc": lambda: zlib.crc32(Liar(bytes)), "hex": lambda: binascii.hexlify(Liar(bytes)), "match": lambda: re.match("a", Liar(str)),
    "sub": lambda: re.sub("a", Liar(str), "a"), "BytesIO": lambda: io.BytesIO(Liar(bytes)), "StringIO": lambda: io.StringIO(Liar(str)),
    "write": lambda: io.StringIO().write(Liar(str)), "loads": lambda: pickle.loads(Liar(bytes)), "delta": lambda: datetime.timedelta(Liar(int)),
    "date": lambda: datetime.date(Liar(int), 1, 1), "replace": lambda: datetime.date(1, 1, 1) - Liar(datetime.date), "Decimal": lambda: decimal.Decimal(Liar(str)),
    "add": lambda: decimal.Decimal(1) + Liar(decimal.Decimal), "deque": lambda: collections.deque() + Liar(collections.deque),
    "partial": lambda: functools.partial(print).__setstate__(Liar(tuple)), "index": lambda: operator.index(Liar(int)), "str": lambda: str(Liar(bytes), "utf-8"),
    "encode": lambda: "a".encode(Liar(str)), "int": lambda: int(Liar(str)), "chr": lambda: chr(Liar(int)), "set": lambda: {1} | Liar(set), "dict": lambda: {} | Liar(dict),
    "OrderedDict": lambda: collections.OrderedDict() | Liar(dict), "list": lambda: [] + Liar(list), "tuple": lambda: () + Liar(tuple), "compile": lambda: compile(Liar(str), "f", "exec"),
    "exec": lambda: exec(Liar(str)), "globals": lambda: exec("", Liar(dict)), "slice": lambda: [1][Liar(slice)], "warn": lambda: warnings.warn("a", Liar(type)),
    "from_bytes": lambda: int.from_bytes(Liar(bytes), "big"), "fromhex": lambda: bytes.fromhex(Liar(str)), "translate": lambda: b"a".translate(Liar(bytes)),
}
for name, call in calls.items():
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__)
# expect: array TypeError
# expect: extend TypeError
# expect: extend list TypeError
# expect: frombytes TypeError
# expect: unpack TypeError
# expect: pack error
# expect: into TypeError
# expect: join TypeError
# expect: bytes join TypeError
# expect: memoryview TypeError
# expect: crc TypeError
# expect: hex TypeError
# expect: match TypeError
# expect: sub TypeError
# expect: BytesIO TypeError
# expect: StringIO TypeError
# expect: write TypeError
# expect: loads TypeError
# expect: delta TypeError
# expect: date TypeError
# expect: replace TypeError
# expect: Decimal TypeError
# expect: add TypeError
# expect: deque TypeError
# expect: partial TypeError
# expect: index TypeError
# expect: str TypeError
# expect: encode TypeError
# expect: int TypeError
# expect: chr TypeError
# expect: set TypeError
# expect: dict TypeError
# expect: OrderedDict TypeError
# expect: list TypeError
# expect: tuple TypeError
# expect: compile TypeError
# expect: exec TypeError
# expect: globals TypeError
# expect: slice TypeError
# expect: warn TypeError
# expect: from_bytes TypeError
# expect: fromhex TypeError
# expect: translate TypeError
