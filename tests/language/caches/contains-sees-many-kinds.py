# contains sees many kinds
class C:
    def __contains__(self, x):
        return x == "c"


class I:
    def __iter__(self):
        return iter("i")


def has(x, c):
    return x in c, x not in c


for _ in range(10):
    out = [has("i", c) for c in (["i"], ("j",), "hi", {"i"}, {"i": 1}, C(), I(), range(3), (x for x in "i"), frozenset("i"), {"i": 0}.keys(), ["j", "i"])]
print(out)
# expect: [(True, False), (False, True), (True, False), (True, False), (True, False), (False, True), (True, False), (False, True), (True, True), (True, False), (True, False), (True, False)]
try:
    has(1, "abc")
except TypeError as e:
    print(e)  # expect: 'in <string>' requires string as left operand, not int
