# set(list) and update(list) go on where an item's __hash__ or __eq__ is Python code, once for each item
class Key:
    log = []

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        Key.log.append(("hash", self.n))
        return self.n % 2

    def __eq__(self, other):
        Key.log.append(("eq", self.n, getattr(other, "n", other)))
        return isinstance(other, Key) and self.n == other.n


a, b, c = Key(1), Key(2), Key(3)
s = set([5, 9.5, a, 7, c, b, a])
print(len(s), Key.log)
# expect: 6 [('hash', 1), ('hash', 3), ('eq', 1, 3), ('hash', 2), ('hash', 1), ('eq', 3, 1)]
Key.log.clear()
s = {0, 1}
s.update((Key(4), 1, 3))
print(len(s), Key.log)  # expect: 4 [('hash', 4), ('eq', 4, 0)]


class Grows:
    """Its hash lengthens the list that is gone over."""

    def __init__(self, items):
        self.items = items

    def __hash__(self):
        if len(self.items) < 6:
            self.items.append(len(self.items))
        return 1


items = [1, 2]
items.append(Grows(items))
print(len(set(items)), items[3:])  # expect: 4 [3]
for bad in ([1, []], (1, {}), [[1]], "ab"):
    try:
        print(sorted(set(bad)))
    except TypeError as e:
        print(type(e).__name__)
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: ['a', 'b']
print(sorted(set("hello")), sorted(set("h\u20acl\u20ac")), set(""), sorted({"x"}.union("abc", ["d"])))
# expect: ['e', 'h', 'l', 'o'] ['h', 'l', '€'] set() ['a', 'b', 'c', 'd', 'x']
s = set()
for i in range(2000):
    s.add(i * 7 % 1013)
    if i % 3 == 0:
        s.discard(i % 1013)
print(len(s), sum(s), s == set(list(s)), s == set(tuple(s)), len(s | set(range(2000))))
# expect: 844 403992 True True 2000


class Text(str):
    def __iter__(self):
        return iter([1, 2])


print(set(Text("ab")), list(Text("ab")))  # expect: {1, 2} [1, 2]
