# outermost iterable is evaluated outside
def f():
    n = 3
    g = (i for i in range(n))
    n = 100
    return list(g)


print(f())  # expect: [0, 1, 2]
g = (x for x in undefined_name) if False else None
try:
    (x for x in 5)
except TypeError as e:
    print(e)  # expect: 'int' object is not iterable
g = (1 / x for x in [1, 0])
print(next(g))  # expect: 1.0
try:
    next(g)
except ZeroDivisionError as e:
    print(e)  # expect: division by zero
