# iter and next
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


it = iter([1, 2])
print(next(it), next(it), next(it, "d"), iter(it) is it)  # expect: 1 2 d True
attempt(next, it)  # expect-json: "StopIteration: "
attempt(next, 5)  # expect: TypeError: 'int' object is not an iterator
attempt(next, [])  # expect: TypeError: 'list' object is not an iterator
attempt(iter, 5)  # expect: TypeError: 'int' object is not iterable
attempt(iter)  # expect: TypeError: iter expected at least 1 argument, got 0
attempt(iter, 5, 6)  # expect: TypeError: iter(v, w): v must be callable
n = 0


def tick():
    global n
    n += 1
    return n


print(list(iter(tick, 4)), n)  # expect: [1, 2, 3] 4
c = iter(tick, 6)
print(list(c), list(c), type(c).__name__)  # expect: [5] [] callable_iterator
