# a method of a builtin type that a hot loop binds is the same kind of object as elsewhere
class Sub(list):
    def own(self):
        return 1


class Slots:
    __slots__ = ("x",)

    def __init__(self):
        self.x = 1


def bound(make, name, n):
    seen = set()
    for i in range(n):
        x = make()
        m = getattr(x, name)
        seen.add((type(m).__name__, m.__name__, m.__self__ is x))
    return sorted(seen)


def appended(n):
    kinds = set()
    for i in range(n):
        items = []
        put = items.append
        put(i)
        put(-i)
        kinds.add((type(put).__name__, put.__qualname__, put.__self__ is items, put == items.append, len(items)))
    return sorted(kinds)


def wrappers(n):
    kinds = set()
    total = 0
    for i in range(n):
        add = i.__add__
        size = "abc".__len__
        total += add(2) + size()
        kinds.add((type(add).__name__, type(size).__name__, add.__name__))
    return sorted(kinds), total


def texts(n):
    kinds = set()
    for i in range(n):
        join = ",".join
        get = {i: "x"}.get
        kinds.add((type(join).__name__, join(["a", "b"]), type(get).__name__, get(i), get(i + 1, "none")))
    return sorted(kinds)


def mixed(n):
    kinds = set()
    for i in range(n):
        s = Sub()
        own, put, cls = s.own, s.append, s.__class__
        put(own())
        kinds.add((type(own).__name__, type(put).__name__, repr(put)[:38], cls.__name__, s[0]))
    return sorted(kinds)


def from_generator(n):
    def gen():
        got = 0
        while True:
            got = yield got

    kinds = set()
    for i in range(n):
        g = gen()
        send = g.send
        send(None)
        kinds.add((type(send).__name__, send(5), type(g.close).__name__, type(Slots().__init__).__name__))
    return sorted(kinds)


for n in (1, 300, 300):
    print(bound(list, "append", n), bound(dict, "items", n), bound(Sub, "own", n))
    print(appended(n))
    print(wrappers(n))
    print(texts(n))
    print(mixed(n))
    print(from_generator(n))
# expect: [('builtin_function_or_method', 'append', True)] [('builtin_function_or_method', 'items', True)] [('method', 'own', True)]
# expect: [('builtin_function_or_method', 'list.append', True, True, 2)]
# expect: ([('method-wrapper', 'method-wrapper', '__add__')], 5)
# expect: [('builtin_function_or_method', 'a,b', 'builtin_function_or_method', 'x', 'none')]
# expect: [('method', 'builtin_function_or_method', '<built-in method append of Sub object ', 'Sub', 1)]
# expect: [('builtin_function_or_method', 5, 'builtin_function_or_method', 'method')]
# expect: [('builtin_function_or_method', 'append', True)] [('builtin_function_or_method', 'items', True)] [('method', 'own', True)]
# expect: [('builtin_function_or_method', 'list.append', True, True, 2)]
# expect: ([('method-wrapper', 'method-wrapper', '__add__')], 46350)
# expect: [('builtin_function_or_method', 'a,b', 'builtin_function_or_method', 'x', 'none')]
# expect: [('method', 'builtin_function_or_method', '<built-in method append of Sub object ', 'Sub', 1)]
# expect: [('builtin_function_or_method', 5, 'builtin_function_or_method', 'method')]
# expect: [('builtin_function_or_method', 'append', True)] [('builtin_function_or_method', 'items', True)] [('method', 'own', True)]
# expect: [('builtin_function_or_method', 'list.append', True, True, 2)]
# expect: ([('method-wrapper', 'method-wrapper', '__add__')], 46350)
# expect: [('builtin_function_or_method', 'a,b', 'builtin_function_or_method', 'x', 'none')]
# expect: [('method', 'builtin_function_or_method', '<built-in method append of Sub object ', 'Sub', 1)]
# expect: [('builtin_function_or_method', 5, 'builtin_function_or_method', 'method')]
for _ in range(60):
    last = appended(50), wrappers(50)
print(last)
# expect: ([('builtin_function_or_method', 'list.append', True, True, 2)], ([('method-wrapper', 'method-wrapper', '__add__')], 1475))
