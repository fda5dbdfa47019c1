# Builtin iterators have __reduce__ (and most __setstate__), so that pickle and copy take one that is under way.
import copy
from operator import length_hint


class Squares:
    def __getitem__(self, i):
        if i >= 4:
            raise IndexError
        return i * i

    def __len__(self):
        return 4


class Backwards:
    def __getitem__(self, i):
        return "xyz"[i]

    def __len__(self):
        return 3


class Endless:
    def __getitem__(self, i):
        return i


def remade(it):
    """What pickle makes of it."""
    make, args, *state = it.__reduce_ex__(4)
    twin = make(*[remade(x) if hasattr(x, "__next__") else x for x in args])
    if state and state[0] is not None:
        twin.__setstate__(state[0])
    return twin


def upper(text):
    return text.upper()


MAKERS = [
    lambda: iter([1, 2, 3]),
    lambda: reversed([1, 2, 3]),
    lambda: iter((1, 2, 3)),
    lambda: reversed((1, 2, 3)),
    lambda: iter("abc"),
    lambda: iter("aé€"),
    lambda: iter(b"abc"),
    lambda: iter(bytearray(b"abc")),
    lambda: iter(range(3, 30, 4)),
    lambda: reversed(range(5)),
    lambda: iter(range(2**70, 2**70 + 9, 3)),
    lambda: iter({5: 1, 6: 2, 7: 3}),
    lambda: iter({5: 1, 6: 2, 7: 3}.values()),
    lambda: iter({5: 1, 6: 2, 7: 3}.items()),
    lambda: reversed({5: 1, 6: 2, 7: 3}),
    lambda: reversed({5: 1, 6: 2, 7: 3}.items()),
    lambda: iter({4}),
    lambda: iter(Squares()),
    lambda: reversed(Backwards()),
    lambda: enumerate("abc", 7),
    lambda: enumerate("abc", 2**70),
    lambda: zip("abc", [1, 2, 3]),
    lambda: zip("ab", "cd", strict=True),
    lambda: map(upper, "abc"),
    lambda: map(max, [1, 5], [3, 4]),
    lambda: filter(None, [0, 1, 2, 0, 3]),
]

for number, maker in enumerate(MAKERS):
    whole = list(maker())
    ok = True
    for taken in range(len(whole) + 1):
        it = maker()
        for _ in range(taken):
            next(it)
        rest = whole[taken:]
        twin = remade(it)
        ok = ok and type(twin) is type(it) or "dict" in type(it).__name__ or "set" in type(it).__name__
        ok = ok and list(twin) == rest
        ok = ok and list(copy.copy(maker())) == whole
        ok = ok and list(it) == rest  # looking at it moved nothing
    print(type(maker()).__name__, [name for name in ("__reduce__", "__setstate__", "__length_hint__") if hasattr(type(it), name)], ok)
# expect: list_iterator ['__reduce__', '__setstate__', '__length_hint__'] True
# expect: list_reverseiterator ['__reduce__', '__setstate__', '__length_hint__'] True
# expect: tuple_iterator ['__reduce__', '__setstate__', '__length_hint__'] True
# expect: reversed ['__reduce__', '__setstate__', '__length_hint__'] True
# expect: str_ascii_iterator ['__reduce__', '__setstate__', '__length_hint__'] True
# expect: str_iterator ['__reduce__', '__setstate__', '__length_hint__'] True
# expect: bytes_iterator ['__reduce__', '__setstate__', '__length_hint__'] True
# expect: bytearray_iterator ['__reduce__', '__setstate__', '__length_hint__'] True
# expect: range_iterator ['__reduce__', '__setstate__', '__length_hint__'] True
# expect: range_iterator ['__reduce__', '__setstate__', '__length_hint__'] True
# expect: longrange_iterator ['__reduce__', '__setstate__', '__length_hint__'] True
# expect: dict_keyiterator ['__reduce__', '__length_hint__'] True
# expect: dict_valueiterator ['__reduce__', '__length_hint__'] True
# expect: dict_itemiterator ['__reduce__', '__length_hint__'] True
# expect: dict_reversekeyiterator ['__reduce__', '__length_hint__'] True
# expect: dict_reverseitemiterator ['__reduce__', '__length_hint__'] True
# expect: set_iterator ['__reduce__', '__length_hint__'] True
# expect: iterator ['__reduce__', '__setstate__', '__length_hint__'] True
# expect: reversed ['__reduce__', '__setstate__', '__length_hint__'] True
# expect: enumerate ['__reduce__'] True
# expect: enumerate ['__reduce__'] True
# expect: zip ['__reduce__', '__setstate__'] True
# expect: zip ['__reduce__', '__setstate__'] True
# expect: map ['__reduce__', '__setstate__'] True
# expect: map ['__reduce__', '__setstate__'] True
# expect: filter ['__reduce__'] True

# What they say when they are at their ends.
for it in iter([1]), iter((1,)), iter("a"), iter(b"a"), iter({1}), iter({1: 2}), iter(Squares()), iter(iter([3]).__next__, 3):
    list(it)
    print(it.__reduce__())
# expect: (<built-in function iter>, ([],))
# expect: (<built-in function iter>, ((),))
# expect: (<built-in function iter>, ('',))
# expect: (<built-in function iter>, ((),))
# expect: (<built-in function iter>, ([],))
# expect: (<built-in function iter>, ([],))
# expect: (<built-in function iter>, ((),))
# expect: (<built-in function iter>, ((),))

# __setstate__ is held within the bounds.
for it, state in (iter([1, 2, 3]), 1), (iter([1, 2, 3]), -4), (iter((1, 2, 3)), 99), (iter("abc"), 2), (reversed([1, 2, 3]), 0), (reversed("abc"), 99), (iter(range(10)), 8), (iter(range(10)), -3), (iter(range(2**66, 2**66 + 5)), 4), (iter(Squares()), -1), (iter(Squares()), 3):
    it.__setstate__(state)
    print(list(it), end=" ")
print()
# expect-json: "[2, 3] [] [] ['c'] [1] ['c', 'b', 'a'] [8, 9] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [73786976294838206468] [0, 1, 4, 9] [9] "
it = iter(range(100))
next(it)
it.__setstate__(5)
print(next(it), it.__reduce__()[1], it.__length_hint__())  # expect: 6 (range(7, 100),) 93

# In a loop over the iterator itself.
numbers = list(range(60))
it = iter(numbers)
seen = []
for n in it:
    seen.append(n)
    if n % 10 == 3:
        it.__setstate__(n + 5)
print(seen)
# expect: [0, 1, 2, 3, 8, 9, 10, 11, 12, 13, 18, 19, 20, 21, 22, 23, 28, 29, 30, 31, 32, 33, 38, 39, 40, 41, 42, 43, 48, 49, 50, 51, 52, 53, 58, 59]

# Hints that ask the object.
it = iter(Squares())
next(it)
print(length_hint(it), length_hint(iter(Endless()), 17), length_hint(reversed(Backwards())))  # expect: 3 17 3
shrinking = reversed(Backwards())
Backwards.__len__ = lambda self: 1
print(length_hint(shrinking))  # expect: 0
Backwards.__len__ = lambda self: 1 // 0
try:
    length_hint(shrinking)
except ZeroDivisionError as e:
    print(e)  # expect: division by zero

# A dict that changed size can't be taken.
d = {1: 1, 2: 2}
it = iter(d)
next(it)
d[3] = 3
try:
    it.__reduce__()
except RuntimeError as e:
    print(e)  # expect: dictionary changed size during iteration
try:
    iter([1]).__setstate__("x")
except TypeError as e:
    print("TypeError")  # expect: TypeError
