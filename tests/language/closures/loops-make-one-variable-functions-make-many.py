# loops make one variable functions make many
def one_variable():
    out = []
    for i in range(3):
        def f():
            return i
        out.append(f)
    return [f() for f in out]


def many():
    out = []
    for i in range(3):
        def make(i):
            return lambda: i
        out.append(make(i))
    return [f() for f in out]


print(one_variable(), many())  # expect: [2, 2, 2] [0, 1, 2]
