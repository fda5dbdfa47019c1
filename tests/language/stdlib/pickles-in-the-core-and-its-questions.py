# what the core writes and reads of a pickle, and what it asks Python code for in the middle of it
import collections, copyreg, enum, hashlib, io, pickle, sys

class Plain:
    def __init__(self, **names):
        self.__dict__.update(names)

class Slots:
    __slots__ = ("a", "b")

class Key:
    def __init__(self, n): self.n = n
    def __hash__(self): return hash(self.n)
    def __eq__(self, other): return self.n == other.n

class Listy(list): pass
class Dicty(dict): pass
class Colour(enum.Enum):
    RED = 1
    BLUE = "b"
Pair = collections.namedtuple("Pair", "a b")

def digest(thing, protocol=4):
    data = pickle.dumps(thing, protocol)
    buffer = io.BytesIO()
    pickle.Pickler(buffer, protocol).dump(thing)
    assert buffer.getvalue() == data
    buffer.seek(0)
    assert type(pickle.load(buffer)) is type(pickle.loads(data)) is type(thing)
    return len(data), hashlib.md5(data).hexdigest()[:8]

# ints at the edges of their forms
for bits in 7, 8, 15, 16, 31, 32, 47, 48, 63, 64, 2039, 2040, 2047:
    ends = [2**bits - 1, 2**bits, -2**bits - 1, -2**bits, -2**bits + 1]
    assert pickle.loads(pickle.dumps(ends)) == ends
    print(bits, digest(ends))
# expect: 7 (35, '8c866dc7')
# expect: 8 (36, '680fd4da')
# expect: 15 (37, 'ed60b1ff')
# expect: 16 (39, '495b96d3')
# expect: 31 (45, '59651886')
# expect: 32 (51, 'b3407d2f')
# expect: 47 (58, '597a4c26')
# expect: 48 (61, '973abb91')
# expect: 63 (68, '0838282e')
# expect: 64 (71, '30a0e81e')
# expect: 2039 (1309, 'f8dc575b')
# expect: 2040 (1321, 'ed1884a3')
# expect: 2047 (1323, '84815380')

# lengths: batches, frames, long texts between them
print(digest([1]), digest([1, 2]), digest(list(range(1000))), digest(list(range(1001))), digest(list(range(2000))))
# expect: (17, '38b97910') (20, '39bb5050') (2760, '2b3be4df') (2765, 'a839173c') (5762, '24cc9044')
print(digest({1: 2}), digest(dict.fromkeys(range(1000))), digest(dict.fromkeys(range(1001))))
# expect: (19, 'a6cf474c') (3762, '133e5ab7') (3766, '59b7cadb')
print(digest(set(range(1000)), 4), digest(set(range(2001))), digest(set()), digest(frozenset(range(5))), digest(frozenset()))
# expect: (2762, 'b19848bd') (5767, '38b3742e') (5, 'e2f86f83') (25, '7cc23b7d') (15, 'a2c4a5c9')
print(digest(Listy([4])), digest(Listy(range(1001))), digest(Dicty({1: 2})), digest(Dicty.fromkeys(range(1001))))
# expect: (39, 'fcf8a530') (2786, 'af49c489') (41, '53216b6a') (3787, '137ef7a7')
print(digest(["x" * 70000, "y" * 40000, "z" * 40000, b"q" * 66000, "end"]), digest([str(n) * 20 for n in range(5000)], 5))
# expect: (216055, '11c5582b') (392869, '09cbc995')
print(digest(["\xe9" * 200, "\ud800", "\U0001f600" * 70, "a" * 255, "a" * 256, b"b" * 255, b"b" * 256, -0.0, float("inf")]))
# expect: (1772, 'c64eb767')

# what holds itself
loop = []; loop.append(loop)
pair = ([],); pair[0].append(pair)
long_pair = (1, 2, 3, []); long_pair[3].append(long_pair)
own = Plain(); own.me = own; own.names = own.__dict__
names = {}; names["d"] = names
for thing in loop, pair, long_pair, names, own:
    print(digest(thing))
# expect: (17, 'be25155f')
# expect: (22, 'ad11690b')
# expect: (36, '973adfdd')
# expect: (21, 'cf51e0d8')
# expect: (58, 'd91a20e4')
back = pickle.loads(pickle.dumps(own))
print(back.me is back, back.names is back.__dict__, back.names is not own.__dict__)  # expect: True False True
inner = Listy(); inner.append(inner); inner.me = inner
back = pickle.loads(pickle.dumps(inner))
print(back[0] is back, back.me is back)  # expect: True True

# questions in the middle of containers
things = {"plain": [Plain(x=1, y=[2]), Plain()], (Colour.RED, 1): Pair(1, Colour.BLUE), "classes": (Plain, Pair, len, digest), Colour.BLUE: {Colour.RED, 3}}
back = pickle.loads(pickle.dumps(things))
print(back["plain"][0].y, back[Colour.RED, 1], back["classes"][0] is Plain, back["classes"][3] is digest, back[Colour.BLUE] == {3, Colour.RED})
# expect: [2] Pair(a=1, b=<Colour.BLUE: 'b'>) True True True
keys = {Key(1): "one", 2: "two", Key(3): "three"}
back = pickle.loads(pickle.dumps([keys, set(keys), frozenset(keys), collections.OrderedDict(keys), collections.defaultdict(list, keys)]))
print([sorted(getattr(key, "n", key) for key in part) for part in back])
# expect: [[1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 2, 3]]

# what changes while it is pickled
class Grows:
    def __init__(self, where): self.where = where
    def __reduce__(self):
        self.where.append(1) if type(self.where) is list else self.where.update({len(self.where): 1})
        return (Plain, ())
for where in [0], {0: 0}:
    if type(where) is list:
        where += [Grows(where), 2]
        print(len(pickle.loads(pickle.dumps(where))))  # expect: 4
    else:
        where["g"] = Grows(where)
        where["h"] = 1
        try:
            pickle.dumps(where)
        except RuntimeError as error:
            print(error)  # expect: dictionary changed size during iteration

# errors of the program's own code come out as they are
class Refuses:
    def __init__(self, where): self.where = where
    def __reduce__(self):
        if self.where == "dump":
            raise LookupError("not this one")
        return (Refuses.made, (1,))
    @staticmethod
    def made(n): raise ArithmeticError(n)
class BadState:
    def __setstate__(self, state): raise LookupError(state)
    def __getstate__(self): return "s"
try:
    pickle.dumps([1, {"k": Refuses("dump")}])
except LookupError as error:
    print(error, error.__notes__)
# expect: not this one ["when serializing dict item 'k'", 'when serializing list item 1']
for thing in Refuses("load"), BadState():
    data = pickle.dumps([thing])
    try:
        pickle.loads(data)
    except Exception as error:
        print(type(error).__name__, error)
# expect: ArithmeticError 1
# expect: LookupError s

# instances that say themselves how they are pickled, and classes that somebody has told copyreg about
said = Plain(x=1)
said.__reduce_ex__ = lambda protocol: (Plain, (), {"said": protocol})
print(pickle.loads(pickle.dumps([said, Plain(y=2)], 5))[0].__dict__)  # expect: {'said': 5}
class Registered: pass
copyreg.pickle(Registered, lambda obj: (Plain, ()))
print(type(pickle.loads(pickle.dumps(Registered()))).__name__)  # expect: Plain
class Other:
    pass
Other.__reduce_ex__ = lambda self, protocol: (Plain, ())
print(type(pickle.loads(pickle.dumps(Other()))).__name__)  # expect: Plain
slotted = Slots(); slotted.b = 3
print(digest(slotted), digest([slotted, slotted, Slots()]))  # expect: (49, '6f7ee6f6') (60, '0367ad38')
hidden = type("Nowhere", (), {})
for thing in hidden(), hidden, lambda: 1:
    try:
        pickle.dumps(thing)
    except (pickle.PicklingError, AttributeError) as error:
        print(type(error).__name__)
# expect: PicklingError
# expect: PicklingError
# expect: PicklingError

# several pickles in one file, and several of one pickler
buffer = io.BytesIO()
for thing in [1], "x" * 70000, {"a": Plain(z=1)}, None:
    pickle.dump(thing, buffer)
pickle.dump([4, 5], buffer, 2)
buffer.seek(0)
print([type(pickle.load(buffer)).__name__ for _ in range(5)])
# expect: ['list', 'str', 'dict', 'NoneType', 'list']
try:
    pickle.load(buffer)
except EOFError as error:
    print(error)  # expect: Ran out of input
buffer = io.BytesIO()
pickler = pickle.Pickler(buffer)
shared = [1]
pickler.dump(shared); pickler.dump([shared, shared])
buffer.seek(0)
unpickler = pickle.Unpickler(buffer)
first = unpickler.load()
print(unpickler.load()[1] is first)  # expect: True
data = pickle.dumps([list(range(300)), "text" * 30000])
for end in 1, 2, 5, 11, 12, 40, 400, len(data) - 1:
    for read in pickle.loads, lambda part: pickle.load(io.BytesIO(part)):
        try:
            read(data[:end])
        except (EOFError, pickle.UnpicklingError) as error:
            print(end, type(error).__name__, error)
# expect: 1 UnpicklingError pickle data was truncated
# expect: 1 UnpicklingError pickle data was truncated
# expect: 2 EOFError Ran out of input
# expect: 2 EOFError Ran out of input
# expect: 5 UnpicklingError pickle data was truncated
# expect: 5 UnpicklingError pickle data was truncated
# expect: 11 UnpicklingError pickle data was truncated
# expect: 11 UnpicklingError pickle data was truncated
# expect: 12 UnpicklingError pickle data was truncated
# expect: 12 UnpicklingError pickle data was truncated
# expect: 40 UnpicklingError pickle data was truncated
# expect: 40 UnpicklingError pickle data was truncated
# expect: 400 UnpicklingError pickle data was truncated
# expect: 400 UnpicklingError pickle data was truncated
# expect: 120669 EOFError Ran out of input
# expect: 120669 EOFError Ran out of input

# pickles of protocols 2 and 3, with the names that Python 2 had
print(pickle.loads(b"\x80\x02c__builtin__\nxrange\nq\x00K\x00K\x03K\x01\x87q\x01Rq\x02."))
# expect: range(0, 3)
for protocol in 2, 3:
    back = pickle.loads(pickle.dumps({"a": [Plain(x=(1, 2.5, "\xe9", b"b"))], 3: {1, 2}}, protocol))
    print(back["a"][0].x, back[3])
# expect: (1, 2.5, 'é', b'b') {1, 2}
# expect: (1, 2.5, 'é', b'b') {1, 2}

# protocols 2 and 3 have no frames, no codes for sets and short texts, and names on lines; 2 knows no bytes
for protocol in 2, 3:
    print([digest(thing, protocol) for thing in (
        [1, 2**40, -2**80, 1.5, True, None], "a" * 300, ["\xe9", "\ud800", ""], (), (1,), (1, 2, 3, 4), {"a": 1, "b": (2,)}, b"", b"ab", b"x" * 300, bytearray(b"q"), bytearray(),
        {1}, set(), frozenset([2]), frozenset(), Plain(x=1), [Plain(), Plain(y=own.names and 2)], slotted, Plain, range, range(3), Colour.RED, Pair(1, 2), collections.Counter("a"),
        collections.OrderedDict(a=1), Listy([1, 2]), Dicty(a=1), loop, pair, long_pair, names, list(range(2500)), dict.fromkeys(range(1001)), [str(n) for n in range(300)], sum, digest, ValueError(3))])
# expect: [(42, 'a2016483'), (310, 'f6ff9547'), (34, 'ba649d4c'), (4, '2c8078d9'), (8, 'f4ffde6c'), (15, '1ffc0cd9'), (31, 'c776de25'), (28, '4f87b1ba'), (49, 'ebc2d923'), (347, '67f73e36'), (79, 'bf3c08a8'), (32, 'dc920b38'), (34, '08b6c298'), (31, 'cc0c99ca'), (40, '4d358cdb'), (37, '124bf34a'), (40, '6365daa1'), (51, '9cf2f628'), (44, '3da237d5'), (21, '8bf93881'), (25, '7c8d56ee'), (37, 'b511a987'), (30, '9a6957f0'), (30, '65783023'), (46, '3519b23a'), (45, 'a3a081f6'), (31, '4a297a69'), (36, 'c93fdfb5'), (9, 'dd053f8c'), (15, 'ca5641e8'), (29, 'f57cf124'), (17, '50bb7725'), (7256, 'f20abde9'), (3758, '8914f888'), (3033, '88306b8a'), (22, '7038a1fd'), (22, 'ca1a40e3'), (36, '809f9c7e')]
# expect: [(42, '6650f7b8'), (310, '7af34cea'), (34, '906d8d98'), (4, '7aa3631c'), (8, '2f7eb6a4'), (15, 'e5d73e22'), (31, '27012186'), (7, 'e5884747'), (9, 'cbaabbfe'), (310, '588166da'), (36, 'fd58b585'), (29, '5faa01af'), (31, 'ad3bce02'), (28, 'b329542c'), (37, '8a0fd3fc'), (34, '31ee147b'), (40, 'e2cfe6f8'), (51, '3ec9fc26'), (44, '18eb2ea7'), (21, 'da75c539'), (21, '0bea2ef0'), (33, '22f8cb8b'), (30, 'dfa22855'), (30, 'c463a1f5'), (46, 'c803ab8c'), (45, 'e74d8046'), (31, '449d5d1a'), (36, 'eb22a285'), (9, 'bab96ead'), (15, '5e6e337c'), (29, 'd74ce71d'), (17, '599b3150'), (7256, 'dc369445'), (3758, 'e96f11d4'), (3033, '33d6346b'), (19, '89d0038d'), (22, '8f96d07e'), (34, 'e8ddb343')]
print(len(pickle.dumps(["x" * 70000, 1], 3)), pickle.loads(pickle.dumps(Plain(n=Pair), 2, fix_imports=False)).n is Pair, pickle.dumps([range], 2, fix_imports=False))
# expect: 70017 True b'\x80\x02]q\x00cbuiltins\nrange\nq\x01a.'
for thing in Plain.__init__, Colour.RED:
    print(pickle.loads(pickle.dumps([thing], 3)) == [thing], pickle.loads(pickle.dumps([thing], 4)) == [thing])
# expect: True True
# expect: True True

# tuples with names, and classes derived from them that say more
class Child(Pair): pass
class OtherArgs(Pair):
    __slots__ = ()
    def __getnewargs__(self): return (9, 8)
class OtherReduce(Pair):
    __slots__ = ()
    def __reduce__(self): return (Pair, (0, 0))
class NoTuple(Pair):
    __slots__ = ()
    def __getnewargs__(self): return [1, 2]
child = Child(1, 2); child.x = 5
for thing in Pair(1, 2), child, OtherArgs(1, 2), OtherReduce(1, 2), Pair._make([Pair(1, 2), 3]):
    back = pickle.loads(pickle.dumps([thing, thing]))
    print(type(back[0]).__name__, back[0], back[0] is back[1], getattr(back[0], "__dict__", None), digest(thing, 2), digest(thing, 4))
# expect: Pair Pair(a=1, b=2) True None (30, '65783023') (40, 'fa3acb1c')
# expect: Child Child(a=1, b=2) True {'x': 5} (46, '5aaa5034') (51, '1beccadc')
# expect: OtherArgs OtherArgs(a=9, b=8) True None (35, 'e05ed31a') (45, 'b5fdcb8e')
# raises: AssertionError
try:
    pickle.dumps(NoTuple(1, 2))
except TypeError as error:
    print(error)
