# sequence abc decides
from collections import deque, UserList
import array


class S:
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return i


def f(x):
    match x:
        case [a, b]:
            return "sequence"
        case {}:
            return "mapping"
        case _:
            return "neither"


print(f(deque([1, 2])), f(UserList([1, 2])), f(S()), f("ab"), f((1, 2)), f(x for x in (1, 2)), f(array.array("i", [1, 2])), f(memoryview(b"ab")))
# expect: sequence sequence neither neither sequence neither sequence sequence
