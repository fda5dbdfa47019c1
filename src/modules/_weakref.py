# The module _weakref: what the core (native/core/weakrefs.c) leaves to Python: proxies. `ref` is put here by TypeScript (weakref.ts).
ReferenceType = ref
_ref_of = object.__getattribute__
_keep = object.__setattr__
_new = object.__new__


def _referent(proxy):
    object = _ref_of(proxy, "_ref")()
    if object is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return object


def _plain(x):
    return _referent(x) if type(x) in _PROXIES else x


class ProxyType:
    __module__ = "weakref"
    __slots__ = ("_ref", "__weakref__")

    def __new__(cls, *args, **kwargs):
        raise TypeError(f"cannot create 'weakref.{cls.__name__}' instances")

    def __init_subclass__(cls):
        if cls.__module__ != "weakref":
            raise TypeError("type 'weakref.ProxyType' is not an acceptable base type")

    def __getattribute__(self, name):
        return getattr(_referent(self), name)

    def __setattr__(self, name, value):
        setattr(_referent(self), name, value)

    def __delattr__(self, name):
        delattr(_referent(self), name)

    def __repr__(self):
        referent = _ref_of(self, "_ref")()
        return f"<weakproxy at {id(self):#x} to {type(referent).__name__} at {id(referent):#x}>"

    def __str__(self):
        return str(_referent(self))

    def __bool__(self):
        return bool(_referent(self))

    __hash__ = None

    def __contains__(self, item): return item in _referent(self)
    def __len__(self): return len(_referent(self))
    def __iter__(self): return iter(_referent(self))
    def __reversed__(self): return reversed(_referent(self))

    def __next__(self):
        referent = _referent(self)
        if not hasattr(type(referent), "__next__"):
            raise TypeError(f"Weakref proxy referenced a non-iterator '{type(referent).__name__}' object")
        return type(referent).__next__(referent)

    def __getitem__(self, key): return _referent(self)[key]

    def __setitem__(self, key, value):
        _referent(self)[key] = value

    def __delitem__(self, key):
        del _referent(self)[key]

    def __bytes__(self): return bytes(_referent(self))
    def __neg__(self): return -_referent(self)
    def __pos__(self): return +_referent(self)
    def __abs__(self): return abs(_referent(self))
    def __invert__(self): return ~_referent(self)
    def __int__(self): return int(_referent(self))
    def __float__(self): return float(_referent(self))
    def __index__(self): return _referent(self).__index__()
    def __eq__(self, other): return _referent(self) == _plain(other)
    def __ne__(self, other): return _referent(self) != _plain(other)
    def __lt__(self, other): return _referent(self) < _plain(other)
    def __le__(self, other): return _referent(self) <= _plain(other)
    def __gt__(self, other): return _referent(self) > _plain(other)
    def __ge__(self, other): return _referent(self) >= _plain(other)
    def __add__(self, other): return _referent(self) + _plain(other)
    def __radd__(self, other): return _plain(other) + _referent(self)
    def __sub__(self, other): return _referent(self) - _plain(other)
    def __rsub__(self, other): return _plain(other) - _referent(self)
    def __mul__(self, other): return _referent(self) * _plain(other)
    def __rmul__(self, other): return _plain(other) * _referent(self)
    def __truediv__(self, other): return _referent(self) / _plain(other)
    def __rtruediv__(self, other): return _plain(other) / _referent(self)
    def __floordiv__(self, other): return _referent(self) // _plain(other)
    def __rfloordiv__(self, other): return _plain(other) // _referent(self)
    def __mod__(self, other): return _referent(self) % _plain(other)
    def __rmod__(self, other): return _plain(other) % _referent(self)
    def __divmod__(self, other): return divmod(_referent(self), _plain(other))
    def __rdivmod__(self, other): return divmod(_plain(other), _referent(self))
    def __pow__(self, other, modulo=None): return pow(_referent(self), _plain(other), _plain(modulo))
    def __rpow__(self, other): return _plain(other) ** _referent(self)
    def __lshift__(self, other): return _referent(self) << _plain(other)
    def __rlshift__(self, other): return _plain(other) << _referent(self)
    def __rshift__(self, other): return _referent(self) >> _plain(other)
    def __rrshift__(self, other): return _plain(other) >> _referent(self)
    def __and__(self, other): return _referent(self) & _plain(other)
    def __rand__(self, other): return _plain(other) & _referent(self)
    def __or__(self, other): return _referent(self) | _plain(other)
    def __ror__(self, other): return _plain(other) | _referent(self)
    def __xor__(self, other): return _referent(self) ^ _plain(other)
    def __rxor__(self, other): return _plain(other) ^ _referent(self)
    def __matmul__(self, other): return _referent(self) @ _plain(other)
    def __rmatmul__(self, other): return _plain(other) @ _referent(self)

    def __iadd__(self, other):
        referent = _referent(self)
        referent += _plain(other)
        return referent

    def __isub__(self, other):
        referent = _referent(self)
        referent -= _plain(other)
        return referent

    def __imul__(self, other):
        referent = _referent(self)
        referent *= _plain(other)
        return referent

    def __itruediv__(self, other):
        referent = _referent(self)
        referent /= _plain(other)
        return referent

    def __ifloordiv__(self, other):
        referent = _referent(self)
        referent //= _plain(other)
        return referent

    def __imod__(self, other):
        referent = _referent(self)
        referent %= _plain(other)
        return referent

    def __ipow__(self, other):
        referent = _referent(self)
        referent **= _plain(other)
        return referent

    def __imatmul__(self, other):
        referent = _referent(self)
        referent @= _plain(other)
        return referent

    def __iand__(self, other):
        referent = _referent(self)
        referent &= _plain(other)
        return referent

    def __ior__(self, other):
        referent = _referent(self)
        referent |= _plain(other)
        return referent

    def __ixor__(self, other):
        referent = _referent(self)
        referent ^= _plain(other)
        return referent


class CallableProxyType(ProxyType):
    __module__ = "weakref"
    __slots__ = ()

    def __call__(self, /, *args, **kwargs):
        return _referent(self)(*args, **kwargs)


_PROXIES = (ProxyType, CallableProxyType)


class _Own(ref):
    """How a proxy refers to its object."""
    __slots__ = ("proxy",)  # a reference to the proxy


_shared = {}  # id of an object -> a reference to its proxy without callback
_core_getweakrefs = getweakrefs


def getweakrefs(object, /):
    """Return a list of all weak reference objects pointing to 'object'."""
    return [found.proxy() if type(found) is _Own else found for found in _core_getweakrefs(object)]


def proxy(object, callback=None, /):
    """Create a proxy object that weakly references 'object'.

'callback', if given, is called with a reference to the proxy when it is about to be finalized."""
    key = id(object)
    if callback is None and key in _shared:
        self = _shared[key]()
        if self is not None and _ref_of(self, "_ref")() is object:
            return self
    self = _new(CallableProxyType if callable(object) else ProxyType)
    own = ref(self)
    if callback is None:
        def forget(reference):
            if _shared.get(key) is reference:
                del _shared[key]
        _keep(self, "_ref", _Own(object))
        _shared[key] = ref(self, forget)
    else:
        # The callback gets the proxy, which must not be kept alive for it.
        def dead(_):
            proxy = own()
            if proxy is not None:
                callback(proxy)
        _keep(self, "_ref", _Own(object, dead))
    _ref_of(self, "_ref").proxy = own
    return self


from _krait import seal_types as _seal_types

_seal_types(ProxyType, CallableProxyType)
