# in default arguments and decorators
n = 4


def f(x=[i * n for i in range(3)]):
    return x


n = 100
print(f(), [f() is f() for _ in range(1)])  # expect: [0, 4, 8] [True]
print([i for i in (lambda: [7, 8])()], [lambda x=x: x for x in range(2)][1]())  # expect: [7, 8] 1
