# closures share cells through every kind of scope
def outer():
    n = 0

    def up():
        nonlocal n
        n += 1
        return n

    class C:
        nonlocal n
        n = 10

        def get(self):
            return n

        values = [n for _ in range(1)]

    def gen():
        nonlocal n
        while n < 14:
            n += 1
            yield n

    return up, C(), gen, lambda: n, C.values


up, c, gen, peek, values = outer()
print(up(), c.get(), list(gen()), peek(), up(), values)  # expect: 11 11 [12, 13, 14] 14 15 [10]
def cells():
    funcs = []
    for i in range(3):
        def f(i=i):
            return i, j
        funcs.append(f)
    j = "late"
    return [f() for f in funcs]
print(cells())  # expect: [(0, 'late'), (1, 'late'), (2, 'late')]
def deleted():
    x = 1
    f = lambda: x
    del x
    try:
        return f()
    except NameError as error:
        return str(error)
print(deleted())
# expect: cannot access free variable 'x' where it is not associated with a value in enclosing scope
def deep():
    a = 1
    def one():
        def two():
            def three():
                nonlocal a
                a += 1
                return a
            return three
        return two
    return one()()(), a
print(deep())  # expect: (2, 2)
