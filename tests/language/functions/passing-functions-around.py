# passing functions around
def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return run


print(compose(str, abs, int)("-5"), list(map(compose(len, str), [1, 22, 333])), (lambda f, *a: f(*a))(max, 3, 9, 4))
# expect: 5 [1, 2, 3] 9
ops = {"+": lambda a, b: a + b, "*": lambda a, b: a * b}
print([ops[o](6, 7) for o in "+*"], sorted([-3, 2, -1], key=abs), (lambda: (yield))().__class__.__name__)
# expect: [13, 42] [-1, 2, -3] generator
