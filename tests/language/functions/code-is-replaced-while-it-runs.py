# A frame and a generator go on with the code they began with when their function gets another one
import gc


def new(source, name):
    # A code that nobody but the function holds.
    namespace = {}
    exec(source, namespace)
    return namespace[name]


RUNNING = """
def f(other):
    f.__code__ = other.__code__
    x = [1] * 5
    y = [str(i) for i in range(100)]
    try:
        1 / 0
    except ZeroDivisionError as e:
        where = e.__traceback__.tb_frame.f_code.co_name, e.__traceback__.tb_lineno
    return x, len(y), where
"""
for i in range(60):
    f = new(RUNNING, "f")
    result = f(lambda other: other)
    gc.collect() if i % 20 == 0 else None
print(result, f(1))  # expect: ([1, 1, 1, 1, 1], 100, ('f', 7)) 1

GENERATOR = """
def numbers(n):
    for i in range(n):
        a = b = c = i
        try:
            yield a + b + c
        except ValueError:
            yield "caught"
"""


def other(n):
    yield -n


for i in range(60):
    f = new(GENERATOR, "numbers")
    g, fresh = f(5), f(3)
    first = next(g)
    f.__code__ = other.__code__
    names = g.gi_code.co_name, fresh.gi_code.co_name, f(1).gi_code.co_name
    thrown = g.throw(ValueError)
    result = first, thrown, list(g), list(fresh), list(f(4))
print(result, names)  # expect: (0, 'caught', [3, 6, 9, 12], [0, 3, 6], [-4]) ('numbers', 'numbers', 'other')

COROUTINE = """
async def wait(x):
    for i in range(3):
        x += await turn(i)
    return x
"""


async def something(x):
    return "other"


class turn:
    def __init__(self, i):
        self.i = i

    def __await__(self):
        return (yield self.i)


def drive(c):
    seen = []
    value = None
    try:
        while True:
            seen.append(c.send(value))
            value = 10
    except StopIteration as e:
        return seen, e.value


for i in range(60):
    f = new(COROUTINE, "wait")
    f.__globals__["turn"] = turn
    c = f(1)
    c.send(None)
    f.__code__ = something.__code__
    result = drive(c) if i % 2 else drive(f(1))
# raises: TypeError: unsupported operand type(s) for +=: 'int' and 'NoneType'
print(result)

# Two codes in turn, many times: neither piles up.
a, b = (lambda: 1), (lambda: 2)
one, two = a.__code__, b.__code__
total = 0
for i in range(300):
    a.__code__ = two if i % 2 else one
    total += a()
print(total)
