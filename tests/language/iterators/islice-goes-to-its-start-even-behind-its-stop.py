# islice() reads up to its start even when its stop is before that
from itertools import islice
def gen():
    yield from range(10)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        return self.n
for make in (lambda: iter(range(10)), gen, It, lambda: iter("abcdefghij"), lambda: map(str, range(10))):
    it = make()
    s = islice(it, 4, 1)
    print(list(s), next(s, "end"), next(it), list(islice(it, 2, 0, 3)), next(it))
    it = make()
    print(list(islice(it, 3, 3)), list(islice(it, 1, 2)), list(islice(it, 0, 0)), next(it))
# expect: [] end 4 [] 7
# expect: [] [4] [] 5
# expect: [] end 4 [] 7
# expect: [] [4] [] 5
# expect: [] end 5 [] 8
# expect: [] [5] [] 6
# expect: [] end e [] h
# expect: [] ['e'] [] f
# expect: [] end 4 [] 7
# expect: [] ['4'] [] 5
it = iter(range(3))
print(list(islice(it, 7, 2)), next(it, "end"))  # expect: [] end
def total(n):
    t = 0
    for i in range(n):
        it = iter([1, 2, 3, 4, 5])
        for x in islice(it, i % 5, 2):
            t += x
        t += 100 * next(it)
    return t
print(total(500))  # expect: 180500
def total_of_generators(n):
    t = 0
    for i in range(n):
        it = gen()
        for x in islice(it, i % 5, 2, 2):
            t += x
        t += 100 * next(it)
    return t
print(total_of_generators(500))  # expect: 130100
