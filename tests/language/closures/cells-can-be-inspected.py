# cells can be inspected
def f():
    x = 1
    y = [2]

    def g():
        return x, y
    return g


g = f()
print(g.__code__.co_freevars, [c.cell_contents for c in g.__closure__])  # expect: ('x', 'y') [1, [2]]
g.__closure__[0].cell_contents = 99
print(g())  # expect: (99, [2])


def late():
    def h():
        return z
    c = h.__closure__[0]
    try:
        c.cell_contents
    except ValueError as e:
        print(e)
    z = 5
    return h() + c.cell_contents


print(late())
# expect: Cell is empty
# expect: 10
