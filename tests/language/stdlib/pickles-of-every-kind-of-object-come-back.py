# pickles of every kind of object come back as they were, and their bytes are CPython's
import collections
import copyreg
import dataclasses
import datetime
import decimal
import enum
import functools
import hashlib
import io
import pickle

class Plain:
    def __init__(self, x):
        self.x = x
        self.y = [x]
    def __eq__(self, other):
        return type(other) is Plain and other.__dict__ == self.__dict__

class Slots:
    __slots__ = ("a", "b")

class State:
    def __init__(self):
        self.v = 1
    def __getstate__(self):
        return {"v": 2}
    def __setstate__(self, state):
        self.v = state["v"] + 1

class Reduced:
    def __reduce__(self):
        return complex, (1, 2)

class NewArguments:
    def __new__(cls, *args, k=None):
        self = object.__new__(cls)
        self.both = args, k
        return self
    def __getnewargs_ex__(self):
        return self.both[0], {"k": self.both[1]}

class List(list): pass
class Dict(dict): pass
class Int(int): pass
class Colour(enum.Enum):
    RED = 1
Point = collections.namedtuple("Point", "x y")

@dataclasses.dataclass
class Record:
    a: int
    b: list = dataclasses.field(default_factory=list)

class Outer:
    class Inner:
        def method(self): pass

def digest(data):
    return len(data), data if len(data) < 40 else hashlib.md5(data).hexdigest()[:12]

slots = Slots()
slots.a = 5
items = List([1, 2])
items.attribute = 7
for value in [None, True, 0, 255, 256, 65535, 65536, -1, 2**31 - 1, 2**31, -2**31, -2**31 - 1, -2**63, 2**64, 255 << 1000, -2**2039, 1.5, -0.0, "", "é€😀", "x" * 256, "y" * 70000,
              "\ud800", b"abc", b"z" * 256, b"q" * 70000, bytearray(b"ab"), (), (1,), (1, 2, 3, 4), [], [1], list(range(1001)), list(range(2000)), {}, {1: 2}, dict.fromkeys(range(1000)),
              dict.fromkeys(range(1001)), set(), {1}, set(range(1000)), frozenset([1, 2]), ["shared", ("shared",)], [[1]] * 3, ["x" * 30000, "y" * 40000, "z" * 10], [1.5] * 20000]:
    for protocol in (4, 5):
        data = pickle.dumps(value, protocol)
        print(protocol, *digest(data), pickle.loads(data) == value)
# expect: 4 4 b'\x80\x04N.' True
# expect: 5 4 b'\x80\x05N.' True
# expect: 4 4 b'\x80\x04\x88.' True
# expect: 5 4 b'\x80\x05\x88.' True
# expect: 4 5 b'\x80\x04K\x00.' True
# expect: 5 5 b'\x80\x05K\x00.' True
# expect: 4 5 b'\x80\x04K\xff.' True
# expect: 5 5 b'\x80\x05K\xff.' True
# expect: 4 15 b'\x80\x04\x95\x04\x00\x00\x00\x00\x00\x00\x00M\x00\x01.' True
# expect: 5 15 b'\x80\x05\x95\x04\x00\x00\x00\x00\x00\x00\x00M\x00\x01.' True
# expect: 4 15 b'\x80\x04\x95\x04\x00\x00\x00\x00\x00\x00\x00M\xff\xff.' True
# expect: 5 15 b'\x80\x05\x95\x04\x00\x00\x00\x00\x00\x00\x00M\xff\xff.' True
# expect: 4 17 b'\x80\x04\x95\x06\x00\x00\x00\x00\x00\x00\x00J\x00\x00\x01\x00.' True
# expect: 5 17 b'\x80\x05\x95\x06\x00\x00\x00\x00\x00\x00\x00J\x00\x00\x01\x00.' True
# expect: 4 17 b'\x80\x04\x95\x06\x00\x00\x00\x00\x00\x00\x00J\xff\xff\xff\xff.' True
# expect: 5 17 b'\x80\x05\x95\x06\x00\x00\x00\x00\x00\x00\x00J\xff\xff\xff\xff.' True
# expect: 4 17 b'\x80\x04\x95\x06\x00\x00\x00\x00\x00\x00\x00J\xff\xff\xff\x7f.' True
# expect: 5 17 b'\x80\x05\x95\x06\x00\x00\x00\x00\x00\x00\x00J\xff\xff\xff\x7f.' True
# expect: 4 19 b'\x80\x04\x95\x08\x00\x00\x00\x00\x00\x00\x00\x8a\x05\x00\x00\x00\x80\x00.' True
# expect: 5 19 b'\x80\x05\x95\x08\x00\x00\x00\x00\x00\x00\x00\x8a\x05\x00\x00\x00\x80\x00.' True
# expect: 4 17 b'\x80\x04\x95\x06\x00\x00\x00\x00\x00\x00\x00J\x00\x00\x00\x80.' True
# expect: 5 17 b'\x80\x05\x95\x06\x00\x00\x00\x00\x00\x00\x00J\x00\x00\x00\x80.' True
# expect: 4 19 b'\x80\x04\x95\x08\x00\x00\x00\x00\x00\x00\x00\x8a\x05\xff\xff\xff\x7f\xff.' True
# expect: 5 19 b'\x80\x05\x95\x08\x00\x00\x00\x00\x00\x00\x00\x8a\x05\xff\xff\xff\x7f\xff.' True
# expect: 4 22 b'\x80\x04\x95\x0b\x00\x00\x00\x00\x00\x00\x00\x8a\x08\x00\x00\x00\x00\x00\x00\x00\x80.' True
# expect: 5 22 b'\x80\x05\x95\x0b\x00\x00\x00\x00\x00\x00\x00\x8a\x08\x00\x00\x00\x00\x00\x00\x00\x80.' True
# expect: 4 23 b'\x80\x04\x95\x0c\x00\x00\x00\x00\x00\x00\x00\x8a\t\x00\x00\x00\x00\x00\x00\x00\x00\x01.' True
# expect: 5 23 b'\x80\x05\x95\x0c\x00\x00\x00\x00\x00\x00\x00\x8a\t\x00\x00\x00\x00\x00\x00\x00\x00\x01.' True
# expect: 4 141 aa3defe6fd28 True
# expect: 5 141 0c168950455a True
# expect: 4 269 66e3c5a6ed5e True
# expect: 5 269 f196d8f2e7d1 True
# expect: 4 21 b'\x80\x04\x95\n\x00\x00\x00\x00\x00\x00\x00G?\xf8\x00\x00\x00\x00\x00\x00.' True
# expect: 5 21 b'\x80\x05\x95\n\x00\x00\x00\x00\x00\x00\x00G?\xf8\x00\x00\x00\x00\x00\x00.' True
# expect: 4 21 b'\x80\x04\x95\n\x00\x00\x00\x00\x00\x00\x00G\x80\x00\x00\x00\x00\x00\x00\x00.' True
# expect: 5 21 b'\x80\x05\x95\n\x00\x00\x00\x00\x00\x00\x00G\x80\x00\x00\x00\x00\x00\x00\x00.' True
# expect: 4 15 b'\x80\x04\x95\x04\x00\x00\x00\x00\x00\x00\x00\x8c\x00\x94.' True
# expect: 5 15 b'\x80\x05\x95\x04\x00\x00\x00\x00\x00\x00\x00\x8c\x00\x94.' True
# expect: 4 24 b'\x80\x04\x95\r\x00\x00\x00\x00\x00\x00\x00\x8c\t\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\x94.' True
# expect: 5 24 b'\x80\x05\x95\r\x00\x00\x00\x00\x00\x00\x00\x8c\t\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\x94.' True
# expect: 4 274 236d8437783e True
# expect: 5 274 c090db93b104 True
# expect: 4 70009 941dcb23e446 True
# expect: 5 70009 d3bf4d22ef29 True
# expect: 4 18 b'\x80\x04\x95\x07\x00\x00\x00\x00\x00\x00\x00\x8c\x03\xed\xa0\x80\x94.' True
# expect: 5 18 b'\x80\x05\x95\x07\x00\x00\x00\x00\x00\x00\x00\x8c\x03\xed\xa0\x80\x94.' True
# expect: 4 18 b'\x80\x04\x95\x07\x00\x00\x00\x00\x00\x00\x00C\x03abc\x94.' True
# expect: 5 18 b'\x80\x05\x95\x07\x00\x00\x00\x00\x00\x00\x00C\x03abc\x94.' True
# expect: 4 274 72fbe739165c True
# expect: 5 274 9f7520ad1b6a True
# expect: 4 70009 105473141dd8 True
# expect: 5 70009 b5a4ddbc8171 True
# expect: 4 46 c2326301f170 True
# expect: 5 24 b'\x80\x05\x95\r\x00\x00\x00\x00\x00\x00\x00\x96\x02\x00\x00\x00\x00\x00\x00\x00ab\x94.' True
# expect: 4 4 b'\x80\x04).' True
# expect: 5 4 b'\x80\x05).' True
# expect: 4 16 b'\x80\x04\x95\x05\x00\x00\x00\x00\x00\x00\x00K\x01\x85\x94.' True
# expect: 5 16 b'\x80\x05\x95\x05\x00\x00\x00\x00\x00\x00\x00K\x01\x85\x94.' True
# expect: 4 23 b'\x80\x04\x95\x0c\x00\x00\x00\x00\x00\x00\x00(K\x01K\x02K\x03K\x04t\x94.' True
# expect: 5 23 b'\x80\x05\x95\x0c\x00\x00\x00\x00\x00\x00\x00(K\x01K\x02K\x03K\x04t\x94.' True
# expect: 4 5 b'\x80\x04]\x94.' True
# expect: 5 5 b'\x80\x05]\x94.' True
# expect: 4 17 b'\x80\x04\x95\x06\x00\x00\x00\x00\x00\x00\x00]\x94K\x01a.' True
# expect: 5 17 b'\x80\x05\x95\x06\x00\x00\x00\x00\x00\x00\x00]\x94K\x01a.' True
# expect: 4 2765 a839173c60fb True
# expect: 5 2765 d6a399bea109 True
# expect: 4 5762 24cc9044962c True
# expect: 5 5762 70515ca5cb7f True
# expect: 4 5 b'\x80\x04}\x94.' True
# expect: 5 5 b'\x80\x05}\x94.' True
# expect: 4 19 b'\x80\x04\x95\x08\x00\x00\x00\x00\x00\x00\x00}\x94K\x01K\x02s.' True
# expect: 5 19 b'\x80\x05\x95\x08\x00\x00\x00\x00\x00\x00\x00}\x94K\x01K\x02s.' True
# expect: 4 3762 133e5ab7a3e4 True
# expect: 5 3762 4fd5f9f0a247 True
# expect: 4 3766 59b7cadbea32 True
# expect: 5 3766 621a94a51552 True
# expect: 4 5 b'\x80\x04\x8f\x94.' True
# expect: 5 5 b'\x80\x05\x8f\x94.' True
# expect: 4 18 b'\x80\x04\x95\x07\x00\x00\x00\x00\x00\x00\x00\x8f\x94(K\x01\x90.' True
# expect: 5 18 b'\x80\x05\x95\x07\x00\x00\x00\x00\x00\x00\x00\x8f\x94(K\x01\x90.' True
# expect: 4 2762 b19848bdea29 True
# expect: 5 2762 b37d49841988 True
# expect: 4 19 b'\x80\x04\x95\x08\x00\x00\x00\x00\x00\x00\x00(K\x01K\x02\x91\x94.' True
# expect: 5 19 b'\x80\x05\x95\x08\x00\x00\x00\x00\x00\x00\x00(K\x01K\x02\x91\x94.' True
# expect: 4 29 b'\x80\x04\x95\x12\x00\x00\x00\x00\x00\x00\x00]\x94(\x8c\x06shared\x94h\x01\x85\x94e.' True
# expect: 5 29 b'\x80\x05\x95\x12\x00\x00\x00\x00\x00\x00\x00]\x94(\x8c\x06shared\x94h\x01\x85\x94e.' True
# expect: 4 25 b'\x80\x04\x95\x0e\x00\x00\x00\x00\x00\x00\x00]\x94(]\x94K\x01ah\x01h\x01e.' True
# expect: 5 25 b'\x80\x05\x95\x0e\x00\x00\x00\x00\x00\x00\x00]\x94(]\x94K\x01ah\x01h\x01e.' True
# expect: 4 70050 98b9faf8fd5e True
# expect: 5 70050 42137c7100e4 True
# expect: 4 180072 dc320a655aa3 True
# expect: 5 180072 55c86efb85b6 True
for value in [Plain(3), Reduced(), Int(5), Colour.RED, Point(1, 2), Record(1, [2]), collections.OrderedDict(a=1), collections.deque([1, 2], 5), collections.Counter("aab"),
              collections.defaultdict(list, {1: [2]}), datetime.datetime(2020, 1, 2, 3), datetime.timedelta(1, 2), decimal.Decimal("1.5"), len, Plain, Outer.Inner, Outer.Inner.method,
              type(None), ..., range(3), slice(1, 2), ValueError("x", 1), Dict(a=1)]:
    again = pickle.loads(pickle.dumps(value))
    print(type(again).__name__, again == value or repr(again) == repr(value))
# expect: Plain True
# expect: complex False
# expect: Int True
# expect: Colour True
# expect: Point True
# expect: Record True
# expect: OrderedDict True
# expect: deque True
# expect: Counter True
# expect: defaultdict True
# expect: datetime True
# expect: timedelta True
# expect: Decimal True
# expect: builtin_function_or_method True
# expect: type True
# expect: type True
# expect: function True
# expect: type True
# expect: ellipsis True
# expect: range True
# expect: slice True
# expect: ValueError True
# expect: Dict True
again = pickle.loads(pickle.dumps([slots, State(), NewArguments(1, 2, k=3), items, functools.partial(int, base=2)]))
print(again[0].a, hasattr(again[0], "b"), again[1].v, again[2].both, again[3], again[3].attribute, again[4]("101"))
# expect: 5 False 3 ((1, 2), 3) [1, 2] 7 5
cyclic = []
cyclic.append((cyclic, {"me": cyclic}))
again = pickle.loads(pickle.dumps(cyclic))
print(again[0][0] is again, again[0][1]["me"] is again)  # expect: True True
plain = Plain(1)
plain.me = plain
again = pickle.loads(pickle.dumps(plain))
print(again.me is again)  # expect: True
file = io.BytesIO()
pickle.dump([1, "a"], file)
pickle.dump({"b": Plain(2)}, file)
file.seek(0)
print(pickle.load(file), pickle.load(file)["b"].x)  # expect: [1, 'a'] 2
copyreg.pickle(Slots, lambda s: (Plain, (s.a,)))
print(pickle.loads(pickle.dumps(slots)).x)  # expect: 5
for wrong in (lambda: 1, (i for i in []), {"a": [open]} and io):
    try:
        pickle.dumps([{"k": wrong}])
    except Exception as error:
        print(type(error).__name__)
# expect: PicklingError
# expect: TypeError
# expect: TypeError
for data in (b"", b"\x80\x05", b"\x80\x05K", b"\x80\x05)", b"\x80\x09.", b"\x80\x05\x8c\x04nope\x8c\x01x\x93."):
    try:
        pickle.loads(data)
    except Exception as error:
        print(type(error).__name__ in ("EOFError", "UnpicklingError", "ModuleNotFoundError", "ValueError", "IndexError"))
    else:
        print("loaded", data)
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
