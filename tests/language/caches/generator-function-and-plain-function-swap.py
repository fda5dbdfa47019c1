# generator function and plain function swap
def make(kind):
    if kind:
        def f():
            yield 1
            yield 2
    else:
        def f():
            return [1, 2]
    return f


total = 0
for i in range(100):
    for x in make(i % 2)():
        total += x
print(total)  # expect: 300
