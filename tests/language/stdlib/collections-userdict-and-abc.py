# collections userdict and abc
from collections import UserDict, UserList, UserString
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, MutableMapping, Sequence, Sized


class Lower(UserDict):
    def __setitem__(self, k, v):
        super().__setitem__(k.lower(), v)


d = Lower(A=1)
d.update(B=2)
print(d, d["a"], "b" in d, dict(d), UserList([1]) + [2], UserString("ab").upper() + "c")
# expect: {'a': 1, 'b': 2} 1 True {'a': 1, 'b': 2} [1, 2] ABc
print(isinstance({}, Mapping), isinstance([], Sequence), isinstance("", Sequence), isinstance(5, Hashable), isinstance([], Hashable), isinstance(iter([]), Iterator), isinstance(len, Callable), isinstance(range(1), Sized), issubclass(dict, MutableMapping), isinstance((x for x in ()), Iterable))
# expect: True True True True False True True True True True


class Grid(Mapping):
    def __init__(self, n):
        self.n = n

    def __getitem__(self, k):
        if k not in range(self.n):
            raise KeyError(k)
        return k * k

    def __len__(self):
        return self.n

    def __iter__(self):
        return iter(range(self.n))


g = Grid(3)
print(dict(g), g.get(5, "no"), list(g.items()), 2 in g, g == {0: 0, 1: 1, 2: 4}, list(g.values()))
# expect: {0: 0, 1: 1, 2: 4} no [(0, 0), (1, 1), (2, 4)] True True [0, 1, 4]
