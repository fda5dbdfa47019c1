# What copy and pickle see of objects of plain and of less plain classes.
import copy
import pickle


class Plain:
    def __init__(self, *pairs):
        for name, value in pairs:
            setattr(self, name, value)


def show(o):
    for name, of in (("copy", copy.copy), ("deep", copy.deepcopy), ("pickle", lambda o: pickle.loads(pickle.dumps(o)))):
        try:
            c = of(o)
            print(name, type(c).__name__, c is o, getattr(c, "__dict__", None))
        except Exception as e:
            print(name, type(e).__name__, e)
    try:
        r = o.__reduce_ex__(4)
        print(r[0].__name__, r[1][0].__name__, r[1][1:], r[2:])
    except Exception as e:
        print(type(e).__name__, e)


p = Plain(("b", 1), ("a", [2]))
show(p)
# expect: copy Plain False {'b': 1, 'a': [2]}
# expect: deep Plain False {'b': 1, 'a': [2]}
# expect: pickle Plain False {'b': 1, 'a': [2]}
# expect: __newobj__ Plain () ({'b': 1, 'a': [2]}, None, None)
r = p.__reduce_ex__(2)
print(r[2], p.__getstate__(), p.__reduce_ex__(4)[2] == vars(p), vars(p) is p.__dict__)
# expect: {'b': 1, 'a': [2]} {'b': 1, 'a': [2]} True True
print(Plain().__reduce_ex__(4)[2], Plain().__getstate__())  # expect: None None
p.z = 5
del p.b
show(p)
# expect: copy Plain False {'a': [2], 'z': 5}
# expect: deep Plain False {'a': [2], 'z': 5}
# expect: pickle Plain False {'a': [2], 'z': 5}
# expect: __newobj__ Plain () ({'a': [2], 'z': 5}, None, None)
q = Plain(("x", 1))
q.__dict__["y"] = 2
show(q)
# expect: copy Plain False {'x': 1, 'y': 2}
# expect: deep Plain False {'x': 1, 'y': 2}
# expect: pickle Plain False {'x': 1, 'y': 2}
# expect: __newobj__ Plain () ({'x': 1, 'y': 2}, None, None)
q.__dict__ = {}
show(q)
# expect: copy Plain False {}
# expect: deep Plain False {}
# expect: pickle Plain False {}
# expect: __newobj__ Plain () (None, None, None)
q.__dict__[1] = 2
show(q)
# expect: copy Plain False {1: 2}
# expect: deep Plain False {1: 2}
# expect: pickle Plain False {1: 2}
# expect: __newobj__ Plain () ({1: 2}, None, None)
shared = Plain(("me", None))
shared.me = shared
c = copy.deepcopy(shared)
print(c.me is c, pickle.loads(pickle.dumps(shared)).me.me is not shared)  # expect: True True
c = copy.copy(shared)
print(c.me is shared)  # expect: True
c.more = 1
print(hasattr(shared, "more"), sorted(vars(c)))  # expect: False ['me', 'more']
for protocol in range(6):
    print(protocol, vars(pickle.loads(pickle.dumps(Plain(("k", 1), ("j", (2, 3))), protocol))))
# expect: 0 {'k': 1, 'j': (2, 3)}
# expect: 1 {'k': 1, 'j': (2, 3)}
# expect: 2 {'k': 1, 'j': (2, 3)}
# expect: 3 {'k': 1, 'j': (2, 3)}
# expect: 4 {'k': 1, 'j': (2, 3)}
# expect: 5 {'k': 1, 'j': (2, 3)}


class Asks:
    def __init__(self):
        self.x = 1
    def __getattr__(self, name):
        if name.startswith("__") and name not in ("__getnewargs__", "__getnewargs_ex__", "__setstate__", "__getstate__", "__deepcopy__", "__copy__"):
            raise AttributeError(name)
        print("asked for", name)
        raise AttributeError(name)


copy.copy(Asks())  # expect: asked for __setstate__
print(Asks().__reduce_ex__(2)[2])  # expect: {'x': 1}


class State:
    def __init__(self):
        self.x = 1
    def __getstate__(self):
        return {"x": self.x + 1}


show(State())
# expect: copy State False {'x': 2}
# expect: deep State False {'x': 2}
# expect: pickle State False {'x': 2}
# expect: __newobj__ State () ({'x': 2}, None, None)


class Sets:
    def __init__(self):
        self.x = 1
    def __setstate__(self, state):
        self.got = sorted(state.items())


show(Sets())
# expect: copy Sets False {'got': [('x', 1)]}
# expect: deep Sets False {'got': [('x', 1)]}
# expect: pickle Sets False {'got': [('x', 1)]}
# expect: __newobj__ Sets () ({'x': 1}, None, None)


class NewArgs:
    def __new__(cls, *args):
        self = object.__new__(cls)
        self.args = args
        return self
    def __getnewargs__(self):
        return (1, 2)


show(NewArgs(3))
# expect: copy NewArgs False {'args': (3,)}
# expect: deep NewArgs False {'args': (3,)}
# expect: pickle NewArgs False {'args': (3,)}
# expect: __newobj__ NewArgs (1, 2) ({'args': (3,)}, None, None)


class Reduces:
    def __init__(self):
        self.x = 1
    def __reduce__(self):
        return (Reduces, ())


show(Reduces())
# expect: copy Reduces False {'x': 1}
# expect: deep Reduces False {'x': 1}
# expect: pickle Reduces False {'x': 1}
# expect: IndexError tuple index out of range
own = Plain(("x", 1))
own.__getstate__ = lambda: {"own": 1}
print(own.__reduce_ex__(4)[2])  # expect: {'own': 1}


class Slots:
    __slots__ = ("a", "b", "__dict__")


s = Slots()
s.a = 1
s.c = 2
show(s)
# expect: copy Slots False {'c': 2}
# expect: deep Slots False {'c': 2}
# expect: pickle Slots False {'c': 2}
# expect: __newobj__ Slots () (({'c': 2}, {'a': 1}), None, None)


class Hides:
    @property
    def __dict__(self):
        return {"hidden": 1}


print(Hides().__reduce_ex__(4)[2], vars(Hides()))  # expect: None {'hidden': 1}


class Data:
    @property
    def x(self):
        return "property"


d = Data()
d.__dict__["x"] = "own"
for c in (copy.copy(d), pickle.loads(pickle.dumps(d))):
    print(c.x, vars(c))
# expect: property {'x': 'own'}
# expect: property {'x': 'own'}


class List(list):
    pass


class Error(Exception):
    pass


one = List([1, 2])
one.note = "n"
print(copy.copy(one), copy.copy(one).note, pickle.loads(pickle.dumps(one)).note)  # expect: [1, 2] n n
e = Error("a", 1)
e.note = "n"
print(repr(copy.copy(e)), copy.copy(e).note, pickle.loads(pickle.dumps(e)).note)  # expect: Error('a', 1) n n
for arguments in ((), (1, 2), ("a",)):
    try:
        p.__reduce_ex__(*arguments)
    except TypeError as e:
        print(type(e).__name__)
# expect: TypeError
# expect: TypeError
# expect: TypeError
for bad in (3, [], object()):
    try:
        vars(bad)
    except TypeError as e:
        print(e)
# expect: vars() argument must have __dict__ attribute
# expect: vars() argument must have __dict__ attribute
# expect: vars() argument must have __dict__ attribute
# in loops, and what comes out of them goes on as others do
many = [Plain(("i", i), ("s", str(i))) for i in range(300)]
again = pickle.loads(pickle.dumps(many))
print(sum(o.i for o in again), "".join(o.s for o in again)[-9:], sum(copy.copy(o).i for o in many))
# expect: 44850 297298299 44850
for o in again:
    o.extra = o.i * 2
    del o.s
print(sum(o.extra for o in again), vars(again[7]))  # expect: 89700 {'i': 7, 'extra': 14}
