# The module _contextvars (PEP 567). A context's variables are a dict that is copied when a context is; one thread has one stack of contexts.
_GenericAlias = type(list[int])

_missing = object()


class Token:
    __module__ = "_contextvars"
    __slots__ = ("_context", "_var", "_old", "_used")

    def __new__(cls, *args, **kwargs):
        raise RuntimeError("Tokens can only be created by ContextVars")

    def __init_subclass__(cls):
        raise TypeError("type '_contextvars.Token' is not an acceptable base type")

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return self._old

    def __repr__(self):
        return f"<Token{' used' if self._used else ''} var={self._var!r} at {id(self):#x}>"

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self._var.reset(self)

    __class_getitem__ = classmethod(_GenericAlias)


class _TokenMissing:
    __slots__ = ()

    def __repr__(self):
        return "<Token.MISSING>"


Token.MISSING = _TokenMissing()
Token.MISSING.__class__.__qualname__ = "Token.MISSING"
Token.MISSING.__class__.__name__ = "Token.MISSING"


class Context:
    __module__ = "_contextvars"
    __slots__ = ("_values", "_entered", "_outer", "__weakref__")

    def __new__(cls, *args, **kwargs):
        if args or kwargs:
            raise TypeError("Context() does not accept any arguments")
        self = object.__new__(cls)
        self._values = {}
        self._entered = False
        return self

    def __init__(self, *args, **kwargs):
        pass

    def __init_subclass__(cls):
        raise TypeError("type '_contextvars.Context' is not an acceptable base type")

    def run(self, callable=_missing, /, *args, **kwargs):
        global _current
        if callable is _missing:
            raise TypeError("run() missing 1 required positional argument")
        if self._entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        outer = _context()
        self._entered = True
        _current = self
        try:
            return callable(*args, **kwargs)
        finally:
            _current = outer
            self._entered = False

    def copy(self):
        new = Context()
        new._values = self._values.copy()
        return new

    @staticmethod
    def _check(var):
        if not isinstance(var, ContextVar):
            raise TypeError(f"a ContextVar key was expected, got {var!r}")

    def __getitem__(self, var, /):
        self._check(var)
        return self._values[var]

    def __contains__(self, var, /):
        self._check(var)
        return var in self._values

    def get(self, var, default=None, /):
        self._check(var)
        return self._values.get(var, default)

    def __iter__(self): return iter(self._values)
    def __len__(self): return len(self._values)
    def keys(self): return list(self._values)
    def values(self): return list(self._values.values())
    def items(self): return list(self._values.items())

    def __eq__(self, other):
        if not isinstance(other, Context):
            return NotImplemented
        return self._values == other._values

    __hash__ = None


_current = None


def _context():
    global _current
    if _current is None:
        _current = Context()
        _current._entered = True
    return _current


def copy_context():
    return _context().copy()


class ContextVar:
    __module__ = "_contextvars"
    __slots__ = ("_name", "_default", "__weakref__")

    def __new__(cls, name, /, *, default=_missing):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        hash(name)
        self = object.__new__(cls)
        self._name = name
        self._default = default
        return self

    def __init_subclass__(cls):
        raise TypeError("type '_contextvars.ContextVar' is not an acceptable base type")

    @property
    def name(self):
        return self._name

    def get(self, default=_missing, /):
        value = _context()._values.get(self, _missing)
        if value is not _missing:
            return value
        if default is not _missing:
            return default
        if self._default is not _missing:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        context = _context()
        token = object.__new__(Token)
        token._context = context
        token._var = self
        token._old = context._values.get(self, Token.MISSING)
        token._used = False
        context._values[self] = value
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        context = _context()
        if token._context is not context:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        if token._old is Token.MISSING:
            context._values.pop(self, None)
        else:
            context._values[self] = token._old

    def __repr__(self):
        default = "" if self._default is _missing else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{default} at {id(self):#x}>"

    __class_getitem__ = classmethod(_GenericAlias)

from _krait import seal_types as _seal_types

_seal_types(Token, Context, ContextVar)
