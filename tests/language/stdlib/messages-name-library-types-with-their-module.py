# as CPython does with types written in C; classes derived from them go by their own names
import contextvars, functools, io, operator, re, struct, threading, weakref

class C:
    pass

class Derived(functools.partial):
    pass

c = C()
for v in (
    functools.partial(len), functools.cmp_to_key(len), operator.itemgetter(1), operator.attrgetter("a"), operator.methodcaller("x"), re.compile("a"), re.match("a", "a"),
    struct.Struct("i"), contextvars.ContextVar("x"), threading.Lock(), threading.RLock(), io.BytesIO(), io.StringIO(), Derived(len), weakref.ref(c),
):
    try:
        v + 1
    except TypeError as e:
        print(e)
# expect: unsupported operand type(s) for +: 'functools.partial' and 'int'
# expect: unsupported operand type(s) for +: 'functools.KeyWrapper' and 'int'
# expect: unsupported operand type(s) for +: 'operator.itemgetter' and 'int'
# expect: unsupported operand type(s) for +: 'operator.attrgetter' and 'int'
# expect: unsupported operand type(s) for +: 'operator.methodcaller' and 'int'
# expect: unsupported operand type(s) for +: 're.Pattern' and 'int'
# expect: unsupported operand type(s) for +: 're.Match' and 'int'
# expect: unsupported operand type(s) for +: '_struct.Struct' and 'int'
# expect: unsupported operand type(s) for +: '_contextvars.ContextVar' and 'int'
# expect: unsupported operand type(s) for +: '_thread.lock' and 'int'
# expect: unsupported operand type(s) for +: '_thread.RLock' and 'int'
# expect: unsupported operand type(s) for +: '_io.BytesIO' and 'int'
# expect: unsupported operand type(s) for +: '_io.StringIO' and 'int'
# expect: unsupported operand type(s) for +: 'Derived' and 'int'
# expect: unsupported operand type(s) for +: 'weakref.ReferenceType' and 'int'
try:
    weakref.proxy(c)()
except TypeError as e:
    print(e)  # expect: 'weakref.ProxyType' object is not callable
try:
    functools.partial.extra = 1
except TypeError as e:
    print(e)  # expect: cannot set 'extra' attribute of immutable type 'functools.partial'
Derived.extra = 1
print(Derived.extra, Derived(len)([1, 2]), type(operator.itemgetter(0)), repr(functools.partial(int, base=2)))
# expect: 1 2 <class 'operator.itemgetter'> functools.partial(<class 'int'>, base=2)
