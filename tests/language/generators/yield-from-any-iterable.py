# yield from any iterable
def g():
    yield from "ab"
    yield from [1, 2]
    yield from range(2)
    yield from {"k": 1}
    r = yield from (x for x in ())
    yield r


print(list(g()))  # expect: ['a', 'b', 1, 2, 0, 1, 'k', None]
try:
    def bad():
        yield from 5
    list(bad())
except TypeError as e:
    print(e)  # expect: 'int' object is not iterable
