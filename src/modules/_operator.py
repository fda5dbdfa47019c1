# The module _operator: the operators as functions.
from _krait import to_index as _to_index
from builtins import abs


def lt(a, b, /): return a < b
def le(a, b, /): return a <= b
def eq(a, b, /): return a == b
def ne(a, b, /): return a != b
def ge(a, b, /): return a >= b
def gt(a, b, /): return a > b
def not_(a, /): return not a
def truth(a, /): return True if a else False
def is_(a, b, /): return a is b
def is_not(a, b, /): return a is not b
def is_none(a, /): return a is None
def is_not_none(a, /): return a is not None
def add(a, b, /): return a + b
def and_(a, b, /): return a & b
def floordiv(a, b, /): return a // b
def inv(a, /): return ~a
def invert(a, /): return ~a
def lshift(a, b, /): return a << b
def mod(a, b, /): return a % b
def mul(a, b, /): return a * b
def matmul(a, b, /): return a @ b
def neg(a, /): return -a
def or_(a, b, /): return a | b
def pos(a, /): return +a
def pow(a, b, /): return a ** b
def rshift(a, b, /): return a >> b
def sub(a, b, /): return a - b
def truediv(a, b, /): return a / b
def xor(a, b, /): return a ^ b
def contains(a, b, /): return b in a
def getitem(a, b, /): return a[b]


def setitem(a, b, c, /):
    a[b] = c


def delitem(a, b, /):
    del a[b]


def index(a, /):
    """Same as a.__index__()"""
    if type(a) is int:
        return a
    n = _to_index(a)
    return n if type(n) is int else int.__int__(n)


def concat(a, b, /):
    """Same as a + b, for a and b sequences."""
    if not hasattr(a, "__getitem__"):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    return a + b


def iadd(a, b, /):
    a += b
    return a


def iand(a, b, /):
    a &= b
    return a


def iconcat(a, b, /):
    if not hasattr(a, "__getitem__"):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    a += b
    return a


def ifloordiv(a, b, /):
    a //= b
    return a


def ilshift(a, b, /):
    a <<= b
    return a


def imod(a, b, /):
    a %= b
    return a


def imul(a, b, /):
    a *= b
    return a


def imatmul(a, b, /):
    a @= b
    return a


def ior(a, b, /):
    a |= b
    return a


def ipow(a, b, /):
    a **= b
    return a


def irshift(a, b, /):
    a >>= b
    return a


def isub(a, b, /):
    a -= b
    return a


def itruediv(a, b, /):
    a /= b
    return a


def ixor(a, b, /):
    a ^= b
    return a


def countOf(a, b, /):
    """Return the number of items in a which are, or which equal, b."""
    count = 0
    for item in a:
        if item is b or item == b:
            count += 1
    return count


def indexOf(a, b, /):
    """Return the first index of b in a."""
    for i, item in enumerate(a):
        if item is b or item == b:
            return i
    raise ValueError("sequence.index(x): x not in sequence")


def length_hint(obj, default=0, /):
    """Return an estimate of the number of items in obj."""
    if not isinstance(default, int):
        raise TypeError(f"'{type(default).__name__}' object cannot be interpreted as an integer")
    if hasattr(type(obj), "__len__"):
        try:
            return len(obj)
        except TypeError:
            pass
    hint = getattr(type(obj), "__length_hint__", None)
    if hint is None:
        return default
    try:
        value = hint(obj)
    except TypeError:
        return default
    if value is NotImplemented:
        return default
    if not isinstance(value, int):
        raise TypeError(f"__length_hint__ must be an integer, not {type(value).__name__}")
    if value < 0:
        raise ValueError("__length_hint__() should return >= 0")
    return value


def call(obj, /, *args, **kwargs):
    """Same as obj(*args, **kwargs)."""
    return obj(*args, **kwargs)


def _bytes_like(value):
    """What a buffer holds; None if it is none."""
    try:
        view = memoryview(value)
    except TypeError:
        return None
    if view.ndim > 1:
        raise BufferError("Buffer must be single dimension")
    return view.tobytes()


def _compare_digest(a, b, /):
    """Return 'a == b' in a time that does not depend on the contents."""
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        a = a.encode("ascii")
        b = b.encode("ascii")
    else:
        kind_a, kind_b = type(a).__name__, type(b).__name__
        a = _bytes_like(a)
        b = _bytes_like(b)
        if a is None and b is None:
            raise TypeError(f"unsupported operand types(s) or combination of types: '{kind_a}' and '{kind_b}'")
        if a is None or b is None:
            kind = kind_a if a is None else kind_b
            raise TypeError(f"a bytes-like object is required, not '{kind}'")
    difference = len(a) ^ len(b)
    if difference:
        a = b
    for x, y in zip(a, b):
        difference |= x ^ y
    return difference == 0


class itemgetter:
    """Return a callable object that fetches the given item(s) from its operand."""
    __module__ = "operator"
    __slots__ = ("_item", "_items", "__weakref__")

    def __new__(cls, item, /, *items):
        self = object.__new__(cls)
        self._item = item
        self._items = (item, *items) if items else None
        return self

    def __init__(self, item, /, *items):
        pass

    def __call__(self, obj, /):
        items = self._items
        if items is None:
            return obj[self._item]
        return tuple([obj[item] for item in items])

    def __repr__(self):
        items = self._items or (self._item,)
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__}({', '.join([repr(item) for item in items])})"

    def __reduce__(self):
        return (type(self), self._items or (self._item,))


class attrgetter:
    """Return a callable object that fetches the given attribute(s) from its operand."""
    __module__ = "operator"
    __slots__ = ("_name", "_paths", "_names", "__weakref__")

    def __new__(cls, attr, /, *attrs):
        self = object.__new__(cls)
        names = (attr, *attrs)
        for name in names:
            if not isinstance(name, str):
                raise TypeError("attribute name must be a string")
        self._names = names
        self._name = attr if not attrs and "." not in attr else None
        self._paths = tuple([name.split(".") for name in names])
        return self

    def __init__(self, attr, /, *attrs):
        pass

    def __call__(self, obj, /):
        name = self._name
        if name is not None:
            return getattr(obj, name)
        found = []
        for path in self._paths:
            value = obj
            for name in path:
                value = getattr(value, name)
            found.append(value)
        return found[0] if len(found) == 1 else tuple(found)

    def __repr__(self):
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__}({', '.join([repr(name) for name in self._names])})"

    def __reduce__(self):
        return (type(self), self._names)


class methodcaller:
    """Return a callable object that calls the given method on its operand."""
    __module__ = "operator"
    __slots__ = ("_name", "_args", "_kwargs", "__weakref__")

    def __new__(cls, name, /, *args, **kwargs):
        self = object.__new__(cls)
        if not isinstance(name, str):
            raise TypeError("method name must be a string")
        self._name = name
        self._args = args
        self._kwargs = kwargs
        return self

    def __init__(self, name, /, *args, **kwargs):
        pass

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        parts = [repr(self._name)] + [repr(arg) for arg in self._args] + [f"{name}={value!r}" for name, value in self._kwargs.items()]
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"

    def __reduce__(self):
        if not self._kwargs:
            return (type(self), (self._name, *self._args))
        from functools import partial
        return (partial(type(self), self._name, **self._kwargs), self._args)

from _krait import seal_types as _seal_types

_seal_types(itemgetter, attrgetter, methodcaller)
