# objects may iterate by getitem or sentinel
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


class Old:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * 10


class Endless:
    def __getitem__(self, i):
        if i == 4:
            raise StopIteration
        return i


class NoIter:
    __iter__ = None

    def __getitem__(self, i):
        return i


class Self:
    def __iter__(self):
        return 5


print(list(Old()), 20 in Old(), max(Old()), [*Old()], dict(zip(Old(), "abc")), list(reversed([1])))
# expect: [0, 10, 20] True 20 [0, 10, 20] {0: 'a', 10: 'b', 20: 'c'} [1]
attempt(list, Endless())  # expect: [0, 1, 2, 3]
attempt(iter, NoIter())  # expect: TypeError: 'NoIter' object is not iterable
attempt(iter, Self())  # expect: TypeError: iter() returned non-iterator of type 'int'
attempt(lambda: 1 in NoIter())  # expect: TypeError: argument of type 'NoIter' is not a container or iterable
attempt(reversed, Old())  # expect: TypeError: object of type 'Old' has no len()
values = iter([1, 2, 3, "stop", 4])
print(list(iter(lambda: next(values), "stop")), next(values))  # expect: [1, 2, 3] 4
it = iter(Old())
print(next(it), list(it), list(it), next(it, "end"))  # expect: 0 [10, 20] [] end
attempt(next, it)  # expect-json: "StopIteration: "
attempt(next, 5)  # expect: TypeError: 'int' object is not an iterator
attempt(iter, lambda: 1)  # expect: TypeError: 'function' object is not iterable
attempt(iter, 1, 2)  # expect: TypeError: iter(v, w): v must be callable
class Hint:
    def __iter__(self): return iter([1, 2])
    def __length_hint__(self): return -1
attempt(list, Hint())  # expect: ValueError: __length_hint__() should return >= 0
class Len:
    def __iter__(self): return iter([1, 2])
    def __len__(self): raise ValueError("len")
attempt(list, Len())  # expect: ValueError: len
attempt(tuple, Len())  # expect: (1, 2)
attempt(len, Len())  # expect: ValueError: len
