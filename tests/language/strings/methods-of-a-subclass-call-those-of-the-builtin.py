# A subclass whose method calls the builtin's own is asked once.
class Text(str):
    def join(self, iterable):
        return "J" + super().join(iterable)

    def format(self, *args, **kwargs):
        return "F" + super().format(*args, **kwargs)

    def replace(self, *args):
        return "R" + super().replace(*args)

    def split(self, *args):
        return ["S", *super().split(*args)]

    def encode(self, *args):
        return b"E" + super().encode(*args)

    def translate(self, table):
        return "T" + super().translate(table)

    def __mod__(self, other):
        return "%" + super().__mod__(other)

    def __format__(self, spec):
        return "f" + super().__format__(spec)


t = Text(",")
print(t.join(c for c in "abc"), t.join(["a", "b"]), t.join(map(str, [1, 2])), t.join({"x": 1}))
# expect: Ja,b,c Ja,b J1,2 Jx
print(Text("{}-{a}").format(1, a=2), Text("{!r:>4}").format(t), Text("aXb").replace("X", "y"), Text("a b").split(), Text("x").encode("utf-16-le"))
# expect: F1-2 F ',' Rayb ['S', 'a', 'b'] b'Ex\x00'
print(Text("abc").translate({97: "1"}), Text("%s-%s") % (1, t), f"{t:>3}", format(t, ""))
# expect: T1bc %1-, f  , f,


class Bytes(bytes):
    def join(self, iterable):
        return b"J" + super().join(iterable)

    def decode(self, *args):
        return "D" + super().decode(*args)

    def __mod__(self, other):
        return b"%" + super().__mod__(other)


b = Bytes(b",")
print(b.join(c for c in [b"a", b"b"]), b.join([b"a"]), b.decode(), b.decode("latin-1"), Bytes(b"%b") % b)
# expect: b'Ja,b' b'Ja' D, D, b'%,'


class Array(bytearray):
    def join(self, iterable):
        return b"J" + super().join(iterable)

    def extend(self, iterable):
        super().extend(iterable)
        super().append(33)


a = Array(b",")
print(a.join(c for c in [b"a", b"b"]))  # expect: b'Ja,b'
a.extend(n for n in [65, 66])
a.extend([67])
print(a)  # expect: Array(b',AB!C!')


class List(list):
    def extend(self, iterable):
        super().extend(iterable)
        super().append("!")

    def sort(self, **kwargs):
        super().sort(**kwargs)
        super().append("sorted")

    def index(self, *args):
        return 100 + super().index(*args)

    def __contains__(self, item):
        return super().__contains__(item)

    def __eq__(self, other):
        return super().__eq__(other)


items = List([2, 1])
items.extend(n for n in [5])
items[3:] = []
items.sort(key=lambda n: -n)
print(items, items.index(2), 7 in items, items == [5, 2, 1, "sorted"])
# expect: [5, 2, 1, 'sorted'] 101 False True


class Dict(dict):
    def update(self, *args, **kwargs):
        super().update(*args, **kwargs)
        super().__setitem__("updated", True)

    def get(self, key, default=None):
        return super().get(key, default), "get"

    def keys(self):
        return [k.upper() for k in super().keys()]

    def setdefault(self, key, default=None):
        return super().setdefault(key, default), "default"


d = Dict(a=1)
d.update([("b", 2)])
d.update((k, 1) for k in "c")
print(d, d.get("a"), d.keys(), d.setdefault("z", 3), dict(d), {**d})
# expect: {'a': 1, 'b': 2, 'updated': True, 'c': 1, 'z': 3} (1, 'get') ['A', 'B', 'UPDATED', 'C'] (3, 'default') {'a': 1, 'b': 2, 'updated': True, 'c': 1, 'z': 3} {'a': 1, 'b': 2, 'updated': True, 'c': 1, 'z': 3}


class Set(set):
    def update(self, *others):
        super().update(*others)
        super().add("updated")

    def union(self, *others):
        return super().union(*others) | {"union"}

    def __or__(self, other):
        return super().__or__(other)


s = Set([1])
s.update(n for n in [2])
print(sorted(map(str, s)), sorted(map(str, s.union(x for x in "a"))), sorted(map(str, s | {3})))
# expect: ['1', '2', 'updated'] ['1', '2', 'a', 'union', 'updated'] ['1', '2', '3', 'updated']


class Int(int):
    def __add__(self, other):
        return super().__add__(other) + 100

    def to_bytes(self, *args):
        return b"i" + super().to_bytes(*args)

    def __index__(self):
        return 1

    def __pow__(self, *args):
        return super().__pow__(*args)


print(Int(2) + 3, Int(2).to_bytes(2, "big"), [1, 2, 3][Int(2)], Int(2) ** 5, pow(Int(2), 5, 3), sum([Int(1), 2]))
# expect: 105 b'i\x00\x02' 3 32 2 3
