# one generator resumed from many places
def g():
    total = 0
    while True:
        try:
            got = yield total
        except ValueError as error:
            total = f"caught {error}"
            continue
        if got is None:
            total = total + 1 if isinstance(total, int) else 0
        else:
            total = got


gen = g()
def by_function():
    return next(gen)


class ByAttribute:
    value = property(lambda self: next(gen))

    def __getattr__(self, name):
        return gen.send(len(name))

    def __add__(self, other):
        return gen.throw(ValueError("from add"))


def other():
    yield from gen


b = ByAttribute()
print(by_function(), b.value, b.missing, b + 1, by_function(), [next(gen) for _ in range(3)])
# expect: 0 1 7 caught from add 0 [1, 2, 3]
delegate = other()
print(next(delegate), delegate.send(50), next(gen), next(delegate), delegate.throw(ValueError("through")))
# expect: 4 50 51 52 caught through
print(sorted([3, 1, 2], key=lambda x: next(gen) if x else 0), max([1, 2], key=lambda x: -next(gen)))
# expect: [3, 1, 2] 1
print(gen.close(), list(gen), list(delegate))  # expect: None [] []
