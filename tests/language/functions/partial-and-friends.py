# partial and friends
from functools import partial, reduce, wraps, lru_cache, cache, singledispatch, partialmethod, cached_property, total_ordering

p = partial(int, base=2)
print(p("101"), p.func is int, p.args, p.keywords, partial(max, 5)(3, 9), partial(p)("11"))
# expect: 5 True () {'base': 2} 9 3
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], "start"))  # expect: 24 start
try:
    reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)  # expect: reduce() of empty iterable with no initial value


class T:
    def set(self, v, extra=0):
        return v + extra

    one = partialmethod(set, 1)

    @cached_property
    def slow(self):
        print("computing")
        return 42


t = T()
print(t.one(), t.one(extra=5), t.slow, t.slow, t.__dict__)
# expect: computing
# expect: 1 6 42 42 {'slow': 42}
