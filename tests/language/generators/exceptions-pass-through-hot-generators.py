# exceptions pass through hot generators, whose frames are in the traceback
import sys


def items(n, bad):
    for i in range(n):
        if i == bad:
            raise ValueError(i)
        yield i


def doubled(source):
    for x in source:
        yield 2 * x


def consume(n, bad):
    total = 0
    for x in doubled(items(n, bad)):
        total += x
    return total


for bad in (None, 5, 90, 150):
    try:
        print(consume(200, bad))
    except ValueError as error:
        names = []
        tb = error.__traceback__
        while tb:
            names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
            tb = tb.tb_next
        print(error, names, error.__context__)
# expect: 39800
# expect: 5 [('<module>', 26), ('consume', 19), ('doubled', 13), ('items', 8)] None
# expect: 90 [('<module>', 26), ('consume', 19), ('doubled', 13), ('items', 8)] None
# expect: 150 [('<module>', 26), ('consume', 19), ('doubled', 13), ('items', 8)] None


# thrown in from outside
def patient():
    got = 0
    while True:
        try:
            got += yield got
        except KeyError as error:
            got -= error.args[0]


g = patient()
next(g)
for i in range(300):
    if i % 50 == 49:
        x = g.throw(KeyError(i))
    else:
        x = g.send(i)
print(x)  # expect: 42762


# frames as sys._getframe sees them
def looking(n):
    for i in range(n):
        if i == n - 1:
            f = sys._getframe()
            names = []
            while f.f_code.co_name != "<module>":
                names.append((f.f_code.co_name, f.f_lineno))
                f = f.f_back
            yield names
        else:
            yield i


def watch(n):
    for x in doubled_names(n):
        pass
    return x


def doubled_names(n):
    for x in looking(n):
        yield x


print(watch(100))  # expect: [('looking', 67), ('doubled_names', 81), ('watch', 75)]


# a generator that is resumed while it runs
def selfish():
    for i in range(100):
        if i == 95:
            try:
                next(me)
            except ValueError as error:
                yield str(error)
        yield i


me = selfish()
last = None
for x in me:
    if isinstance(x, str):
        print(x)  # expect: generator already executing
    last = x
print(last)  # expect: 99


# StopIteration raised inside becomes RuntimeError
def stops(n):
    for i in range(n):
        if i == 70:
            raise StopIteration
        yield i


try:
    for x in stops(100):
        pass
except RuntimeError as error:
    print(error, type(error.__cause__), x)  # expect: generator raised StopIteration <class 'StopIteration'> 69


# handling while suspended
def handling(n):
    try:
        raise KeyError("outer")
    except KeyError:
        for i in range(n):
            yield sys.exception()
    yield sys.exception()


kinds = set()
for x in handling(100):
    kinds.add(repr(x))
print(sorted(kinds))  # expect: ["KeyError('outer')", 'None']
try:
    raise OSError("consumer")
except OSError:
    kinds = set()
    for x in items(100, None):
        kinds.add(repr(sys.exception()))
    print(kinds)  # expect: {"OSError('consumer')"}
    for x in handling(70):
        pass
    print(repr(x))  # expect: OSError('consumer')
