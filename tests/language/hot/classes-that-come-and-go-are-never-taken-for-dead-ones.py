# hundreds of short-lived classes in turn at one site: what caches know of a dead class is never used for another; wrappers that are filled anew are seen
def make(i):
    class C:
        value = i
        __slots__ = ("a", "b") if i % 3 == 0 else ("b", "a") if i % 3 == 1 else ("c", "a", "b")

        def __init__(self):
            self.a = i
            self.b = -i

        @classmethod
        def which(cls):
            return cls.value

        @staticmethod
        def twice():
            return 2 * i

        @property
        def both(self):
            return self.a, self.b
    return C

def look(c):
    return c.a, c.b, c.value, c.which(), c.twice(), c.both

wrong = 0
for i in range(700):
    c = make(i)()
    for _ in range(3):
        wrong += look(c) != (i, -i, i, i, 2 * i, (i, -i))
print(wrong)  # expect: 0

class Kept:
    def f(self): return "f"

made = []
for i in range(600):
    made.append(type("T", (Kept,), {"n": i, "f": lambda self, i=i: i}))
    if i % 7 == 0:
        made.clear()
    if made and made[-1]().f() != i:
        print("wrong", i)
print(Kept().f())  # expect: f

s = staticmethod(lambda: 1)
k = classmethod(lambda cls: 1)
class D:
    static = s
    own = k

def sums():
    return sum(D.static() + D.own() for _ in range(2000))

print(sums())  # expect: 4000
s.__init__(lambda: 10)
k.__init__(lambda cls: 100)
print(sums())  # expect: 220000

empty = staticmethod.__new__(staticmethod)
class E:
    f = empty
results = []
for i in range(2000):
    if i == 1500:
        empty.__init__(lambda: "full")
    try:
        results.append(E.f())
    except Exception as error:
        results.append(type(error).__name__)
print(len(set(results[:1500])), set(results[1500:]))  # expect: 1 {'full'}
