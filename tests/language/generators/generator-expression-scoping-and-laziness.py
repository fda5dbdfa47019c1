# generator expression scoping and laziness
y = 10
g = (x + y for x in range(3))
y = 20
print(list(g))  # expect: [20, 21, 22]
gs = [(i for _ in range(1)) for i in range(3)]
print([next(g) for g in gs])  # expect: [2, 2, 2]


def f():
    z = 1
    g = (z for _ in range(2))
    z = 5
    return list(g)


print(f(), type((x for x in ())).__name__, (x for x in ()).__name__)  # expect: [5, 5] generator <genexpr>
