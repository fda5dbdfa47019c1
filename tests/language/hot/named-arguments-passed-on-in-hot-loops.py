# keyword arguments that wrappers pass on reach whoever takes them, in the order of the call, whatever is done with them on the way


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def passing(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)

    return wrapper


def looking(f):
    def wrapper(*args, **kwargs):
        if kwargs:
            if len(seen) < 3:
                seen.append(list(kwargs))
        n = len(kwargs)
        return f(*args, **kwargs) + n

    return wrapper


def changing(f):
    def wrapper(*args, **kwargs):
        kwargs["extra"] = kwargs.pop("scale", 1)
        kwargs.setdefault("b", 7)
        return f(*args, **kwargs)

    return wrapper


seen = []


@passing
@passing
def add(a, b=1, *, scale=1):
    return (a + b) * scale


@looking
def sub(a, b=1, *, scale=1):
    return (a - b) * scale


@changing
def three(a, b, extra):
    return a * 100 + b * 10 + extra


@passing
def all_of(*args, **kwargs):
    return args, kwargs


@passing
def only(a, /, **kwargs):
    return a, kwargs


def calls(n):
    t = 0
    for i in range(n):
        t += add(i, scale=3) + add(i) + add(b=i, a=2) + add(i, 2, scale=i & 1)
        t += sub(i, scale=2) + sub(i, b=3, scale=1) + sub(i)
        t += three(1, scale=i & 3) + three(a=1, b=2)
    return t


print([calls(k) for k in (80, 120)], seen)  # expect: [53760, 103440] [['scale'], ['b', 'scale'], ['scale']]


def kept(n):
    last = []
    for i in range(n):
        args, kwargs = all_of(i, x=i, y=str(i), z=None)
        if i % 40 == 39:
            last.append((args, kwargs))
        if only(i, a=5, b=i) != (i, {"a": 5, "b": i}):
            return "wrong"
    return last, type(kwargs) is dict, kwargs is not last[-1][1] or len(last)


print(kept(100))
# expect: ([((39,), {'x': 39, 'y': '39', 'z': None}), ((79,), {'x': 79, 'y': '79', 'z': None})], True, True)
print(kept(80))
# expect: ([((39,), {'x': 39, 'y': '39', 'z': None}), ((79,), {'x': 79, 'y': '79', 'z': None})], True, 2)


def spread(n):
    got = []
    options = {"b": 5, "scale": 2}
    other = dict(scale=4)
    for i in range(n):
        x = add(i, **options) + add(i, **other) + add(i, **{"b": i}) + add(**{"a": i, **other})
        if i % 30 == 29:
            options["b"] += 1
            other = {"scale": i} if i < 60 else {"b": 1, "scale": 2}
            got.append(x)
    return got


print(spread(120))  # expect: [366, 3728, 10990, 972]


def wrong(n):
    got = []
    for i in range(n):
        for f in (
            lambda: add(i, scale=1, nothing=2),
            lambda: add(1, 2, b=3),
            lambda: add(**{"a": 1, "scale": 2}, b=4),
            lambda: add(1, **{"b": 1}, **{"b": 2}),
            lambda: add(**{1: 2}),
            lambda: only(a=1),
            lambda: three(scale=1),
        ):
            try:
                r = f()
            except TypeError as e:
                r = str(e)
            if i == n - 1:
                got.append(r)
    return got


for line in wrong(60):
    print(line)
# expect: add() got an unexpected keyword argument 'nothing'
# expect: add() got multiple values for argument 'b'
# expect: 10
# expect: __main__.passing.<locals>.wrapper() got multiple values for keyword argument 'b'
# expect: keywords must be strings
# expect: only() missing 1 required positional argument: 'a'
# expect: three() missing 1 required positional argument: 'a'


def leaving(n):
    # something fails while the arguments are on their way
    def f(x, **kwargs):
        return 10 // x + kwargs["k"]

    f = passing(f)
    t = 0
    for i in range(n):
        try:
            t += f((i % 25) - 3, k=i, other="o")
        except ZeroDivisionError as e:
            frame = e.__traceback__.tb_next.tb_frame
            t += 1000 + len(frame.f_locals["kwargs"]) + frame.f_locals["kwargs"]["k"]
    return t


print(leaving(100))  # expect: 8990


def branching(n):
    @passing
    def f(x, **kwargs):
        if x % 3 == 0:
            return len(kwargs)
        if x % 3 == 1:
            return kwargs["k"] + len(kwargs)
        return sum(v for v in kwargs.values())

    t = 0
    for i in range(n):
        t += f(i, k=i, m=2 * i, n=0.5)
    return t


print(branching(150))  # expect: 15375.0


def loops(n, **kwargs):
    # the dict lives while a loop runs
    t = 0
    for i in range(n):
        t += i
    for k in kwargs:
        t += kwargs[k]
    return t, kwargs


print([loops(i, a=i, b=2) for i in (3, 60, 90)])
# expect: [(8, {'a': 3, 'b': 2}), (1832, {'a': 60, 'b': 2}), (4097, {'a': 90, 'b': 2})]


@passing
def down(n, **kwargs):
    if n == 0:
        return sorted(kwargs.items())
    return down(n - 1, **kwargs)


print([down(i, a=1, c=i, b=3) for i in (0, 3, 12)], [len(down(i % 9, z=i)) for i in range(80)][-1])
# expect: [[('a', 1), ('b', 3), ('c', 0)], [('a', 1), ('b', 3), ('c', 3)], [('a', 1), ('b', 3), ('c', 12)]] 1


def lives():
    @passing
    def f(**kwargs):
        return len(kwargs)

    @passing
    def g(**kwargs):
        kwargs.clear()
        print("cleared")
        return 0

    t = 0
    for i in range(60):
        t += f(a=i, b=[i])
    print(t, f(one=Noted("one"), two=Noted("two")))
    g(three=Noted("three"), four=Noted("four"))
    for i in range(3):
        f(x=Noted(("x", i)), y=Noted(("y", i)))
    print("end")


lives()
# expect: gone one
# expect: gone two
# expect: 120 2
# expect: cleared
# expect: gone three
# expect: gone four
# expect: gone ('x', 0)
# expect: gone ('y', 0)
# expect: gone ('x', 1)
# expect: gone ('y', 1)
# expect: gone ('x', 2)
# expect: gone ('y', 2)
# expect: end


class Options(dict):
    def keys(self):
        return ["b"]

    def __getitem__(self, name):
        return 11


class Mapping:
    def keys(self):
        return ["scale", "b"]

    def __getitem__(self, name):
        return len(name)


def mappings(n):
    t = 0
    for i in range(n):
        t += add(i, **Options(b=5)) + add(i, **Mapping())
    return t


print(mappings(80))  # expect: 19760


def many(n):
    t = 0
    for i in range(n):
        t += len(all_of(a=1, b=2, c=3, d=4, e=5, f=6, g=7, h=i)[1]) + len(all_of(a=1, b=2, c=3, d=4, e=5, f=i)[1])
    return t


print(many(70))  # expect: 980
