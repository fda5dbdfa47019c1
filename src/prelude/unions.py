# int | str: the class typing.Union (types.UnionType is the same).


def _union_text(arg):
    if arg is type(None):
        return "None"
    if isinstance(arg, type) and not isinstance(arg, GenericAlias):
        return arg.__qualname__ if arg.__module__ == "builtins" else f"{arg.__module__}.{arg.__qualname__}"
    return repr(arg)


# Adds what a union is made of to `found`, once each: to `hashed`, and what has no hash to `odd`.
def _collect(args, checked, found, hashed, odd):
    for arg in args:
        if isinstance(arg, Union):
            _collect(arg._args, checked, found, hashed, odd)
            continue
        if arg is None:
            arg = type(None)
        elif checked and not _unionable(arg):
            from typing import _type_check
            arg = _type_check(arg, "Union[arg, ...]: each arg must be a type.")
        try:
            if arg in hashed:
                continue
            hashed.add(arg)
        except TypeError:
            if arg in odd:
                continue
            odd.append(arg)
        found.append(arg)


def _make(args, checked):
    found, hashed, odd = [], set(), []
    _collect(args, checked, found, hashed, odd)
    if len(found) == 1:
        return found[0]
    self = object.__new__(Union)
    self._args = tuple(found)
    self._unhashable = odd
    return self


def _unionable(arg):
    return arg is None or isinstance(arg, (type, GenericAlias, Union)) or type(arg).__name__ == "TypeAliasType"


def make_union(a, b):
    other = type(None) if b is None else b
    if type(a) is type and type(other) is type and a is not other:
        self = object.__new__(Union)
        self._args = (a, other)
        self._unhashable = ()
        return self
    if not _unionable(a) or not _unionable(b):
        return NotImplemented
    return _make((a, b), False)


class Union:
    """Represent a union type

E.g. for int | str"""
    __module__ = "typing"
    __slots__ = ("_args", "_unhashable", "__weakref__")

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'typing.Union' instances")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        if not params:
            raise TypeError("Cannot take a Union of no types.")
        return _make(params, True)

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
        mine, others = self._unhashable, other._unhashable
        if len(mine) != len(others):
            return False
        for arg in mine:
            if arg not in others:
                return False
        return self._hashed() == other._hashed()

    def _hashed(self):
        odd = self._unhashable
        return frozenset(self._args) if not odd else frozenset([arg for arg in self._args if not any([arg is other for other in odd])])

    def __hash__(self):
        odd = self._unhashable
        for arg in odd:
            hash(arg)
        if odd:
            raise TypeError(f"union contains {len(odd)} unhashable elements")
        return hash(frozenset(self._args))

    def __or__(self, other):
        return _make((self, other), True)

    def __ror__(self, other):
        return _make((other, self), True)

    def __getitem__(self, params):
        if not self.__parameters__:
            raise TypeError(f"{self!r} is not a generic class")
        return _make(GenericAlias(tuple, self._args)[params].__args__, True)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, instance):
        for arg in self._args:
            if isinstance(arg, GenericAlias):
                raise TypeError("isinstance() argument 2 cannot be a parameterized generic")
            if claims_to_be(instance, arg):
                return True
        return False

    def __subclasscheck__(self, cls):
        for arg in self._args:
            if isinstance(arg, GenericAlias):
                raise TypeError("issubclass() argument 2 cannot be a parameterized generic")
            if issubclass(cls, arg):
                return True
        return False

    def __reduce__(self):
        return (_make, (self._args,))
