# dir() and eval() of code objects, where they are answered at once and where somebody has a say
import types


def names(o):
    return [name for name in dir(o) if not (name.startswith("__") and name.endswith("__"))]


class Base:
    low = 1

    def method(self):
        pass


class Thing(Base):
    def __init__(self):
        self.b = 1
        self.a = 2


thing = Thing()
print(names(thing), names(Thing), names(Base))
# expect: ['a', 'b', 'low', 'method'] ['low', 'method'] ['low', 'method']
print(thing.a, thing.__dict__, names(thing))  # expect: 2 {'b': 1, 'a': 2} ['a', 'b', 'low', 'method']
thing.c = 3
del thing.b
print(names(thing))  # expect: ['a', 'c', 'low', 'method']
setattr(thing, "not a name", 1)
print(names(thing))  # expect: ['a', 'c', 'low', 'method', 'not a name']
thing.__dict__[5] = 1
try:
    dir(thing)
except TypeError as error:
    print(type(error).__name__)  # expect: TypeError
print(dir(3) == dir(int), dir(None) == dir(type(None)), dir(1.5) == sorted(set(dir(float))), "append" in dir([]), dir(object()) == dir(object))
# expect: True True True True True


class Slots:
    __slots__ = ("x", "y")


print(names(Slots()))  # expect: ['x', 'y']


class Both(Slots):
    pass


both = Both()
both.z = 1
print(names(both))  # expect: ['x', 'y', 'z']


class Own:
    def __dir__(self):
        return ["z", "a", 1.5][:2]


print(dir(Own()), names(Own))  # expect: ['a', 'z'] []


class Hook:
    def __getattribute__(self, name):
        if name == "__dict__":
            return {"made": 1, "up": 2}
        return object.__getattribute__(self, name)


print(names(Hook()))  # expect: ['made', 'up']


class Missing:
    __slots__ = ()

    def __getattr__(self, name):
        if name == "__dict__":
            return {"never": 1}
        raise AttributeError(name)


print(names(Missing()))  # expect: ['never']


class Pretends:
    @property
    def __class__(self):
        return Base


print(names(Pretends()))  # expect: ['low', 'method']


class OwnDict:
    @property
    def __dict__(self):
        return {"shown": 1}


print(names(OwnDict()))  # expect: ['shown']


class Meta(type):
    def __dir__(cls):
        return ["meta"]


class Made(metaclass=Meta):
    x = 1


print(dir(Made), names(Made()))  # expect: ['meta'] ['x']


class Order(type):
    def mro(cls):
        return [cls, Base, object]


class Ordered(metaclass=Order):
    here = 1


print(names(Ordered()), names(Ordered))  # expect: ['here'] ['here']
error = ValueError("x")
error.extra = 1
print([n for n in names(error)])  # expect: ['add_note', 'args', 'extra', 'with_traceback']
module = types.ModuleType("m")
module.v = 1
print(names(module))  # expect: ['v']
function = lambda: 0
function.mark = 1
print(names(function))  # expect: ['mark']
print(dir.__name__, sorted(dir()) == dir())  # expect: dir True
try:
    dir(1, 2)
except TypeError as failure:
    print(failure)  # expect: dir expected at most 1 argument, got 2

code = compile("a * 2 + len(b)", "x", "eval")
space = {"a": 3, "b": "four"}
print(eval(code, space), sorted(space))  # expect: 10 ['__builtins__', 'a', 'b']
print(eval(code, {"a": 1}, {"b": []}), eval(code, {"b": "x"}, {"a": 5, "b": "yz"}))  # expect: 2 12
print(eval(code, {"a": 1, "b": [1], "__builtins__": {"len": lambda v: 100}}))  # expect: 102
try:
    eval(code, {"a": 1, "b": [1], "__builtins__": {}})
except NameError as failure:
    print(failure)  # expect: name 'len' is not defined


class Mapping(dict):
    def __missing__(self, key):
        return key * 2


print(eval(compile("nothing", "x", "eval"), {}, Mapping()))  # expect: nothingnothing
print(eval(compile("[x for x in range(k)]", "x", "eval"), {"k": 3}), eval(compile("(lambda: k)()", "x", "eval"), {"k": 4}))
# expect: [0, 1, 2] 4
print(eval(compile("k = 1", "x", "exec"), made := {}), made["k"])  # expect: None 1
print(eval(compile("(n := 5)", "x", "eval"), made), made["n"])  # expect: 5 5


def local():
    seen = 7
    return eval(compile("seen", "x", "eval")), eval(compile("seen + 1", "x", "eval"), globals(), locals())


print(local())  # expect: (7, 8)


def outer():
    free = 1

    def inner():
        return free

    return inner


try:
    eval(outer().__code__, {})
except TypeError as failure:
    print(failure)  # expect: code object passed to eval() may not contain free variables
print(eval(local.__code__.replace(co_consts=local.__code__.co_consts), {"__builtins__": {"eval": lambda *a: a[0].co_name, "compile": compile, "globals": dict, "locals": dict}}))
# expect: ('<module>', '<module>')
try:
    eval(code, [])
except TypeError as failure:
    print(failure)  # expect: globals must be a real dict; try eval(expr, {}, mapping)
try:
    eval(compile("1 / zero", "x", "eval"), {"zero": 0})
except ZeroDivisionError as failure:
    print(failure, failure.__traceback__.tb_next.tb_frame.f_code.co_name)  # expect: division by zero <module>


def rule(n):
    total = 0
    condition = compile("x > 3 and y < 90", "x", "eval")
    for i in range(n):
        if eval(condition, {"x": i % 7, "y": i}):
            total += len(dir(thing2)) - len(dir(Base))
    return total


thing2 = Thing()
print(rule(300))  # expect: 76
