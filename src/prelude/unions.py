# int | str: the class typing.Union (types.UnionType is the same).


def _union_text(arg):
    if arg is type(None):
        return "None"
    if isinstance(arg, type) and not isinstance(arg, GenericAlias):
        return arg.__qualname__ if arg.__module__ == "builtins" else f"{arg.__module__}.{arg.__qualname__}"
    return repr(arg)


def _flatten(args):
    found = []
    for arg in args:
        if arg is None:
            arg = type(None)
        for one in arg.__args__ if isinstance(arg, Union) else (arg,):
            if not any(one is other or one == other for other in found):
                found.append(one)
    return found


def _make(args):
    args = _flatten(args)
    if len(args) == 1:
        return args[0]
    self = object.__new__(Union)
    self._args = tuple(args)
    return self


def _unionable(arg):
    return arg is None or isinstance(arg, (type, GenericAlias, Union)) or type(arg).__name__ == "TypeAliasType"


def make_union(a, b):
    other = type(None) if b is None else b
    if type(a) is type and type(other) is type and a is not other:
        self = object.__new__(Union)
        self._args = (a, other)
        return self
    if not _unionable(a) or not _unionable(b):
        return NotImplemented
    return _make((a, b))


class Union:
    """Represent a union type

E.g. for int | str"""
    __module__ = "typing"
    __slots__ = ("_args", "__weakref__")

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'typing.Union' instances")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        if not params:
            raise TypeError("Cannot take a Union of no types.")
        return _make(params)

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'typing.Union' is not an acceptable base type")

    @property
    def __args__(self):
        return self._args

    @property
    def __origin__(self):
        return Union

    @property
    def __parameters__(self):
        return GenericAlias(tuple, self._args).__parameters__

    @property
    def __name__(self):
        return "Union"

    def __repr__(self):
        return " | ".join([_union_text(arg) for arg in self._args])

    def __eq__(self, other):
        if not isinstance(other, Union):
            return NotImplemented
        mine, others = self._args, other._args
        return len(mine) == len(others) and all(any(a == b for b in others) for a in mine)

    def __hash__(self):
        return hash(frozenset(self._args))

    def __or__(self, other):
        return make_union(self, other)

    def __ror__(self, other):
        return make_union(other, self)

    def __getitem__(self, params):
        substituted = GenericAlias(tuple, self._args)[params].__args__
        return _make(substituted)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, instance):
        for arg in self._args:
            if isinstance(arg, GenericAlias):
                raise TypeError("isinstance() argument 2 cannot be a parameterized generic")
        return isinstance(instance, self._args)

    def __subclasscheck__(self, cls):
        for arg in self._args:
            if isinstance(arg, GenericAlias):
                raise TypeError("issubclass() argument 2 cannot be a parameterized generic")
        return issubclass(cls, self._args)

    def __reduce__(self):
        return (_make, (self._args,))
