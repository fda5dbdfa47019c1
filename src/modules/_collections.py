# The module _collections: deque and _tuplegetter are C and already in this namespace; the rest of what CPython writes in C is here.
from _krait import (
    GenericAlias as _GenericAlias,
    dict_keys_version as _keys_version,
    enter_repr,
    leave_repr,
    ordered_move as _ordered_move,
    ordered_move_keyed as _ordered_move_keyed,
    ordered_pop_first as _ordered_pop_first,
)


class defaultdict(dict):
    """defaultdict(default_factory=None, /, [...]) --> dict with default factory"""

    __module__ = "collections"
    __slots__ = ("default_factory",)

    def __init__(self, /, *args, **kwargs):
        factory = None
        if args:
            factory = args[0]
            if factory is not None and not callable(factory):
                raise TypeError("first argument must be callable or None")
            args = args[1:]
        self.default_factory = factory
        dict.__init__(self, *args, **kwargs)

    def __missing__(self, key, /):
        """__missing__(key) # Called by __getitem__ for missing key."""
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        self[key] = value = factory()
        return value

    def __repr__(self):
        factory = self.default_factory
        items = dict.__repr__(self)
        if enter_repr(factory):
            try:
                text = repr(factory)
            finally:
                leave_repr(factory)
        else:
            text = "..."
        return f"{type(self).__name__}({text}, {items})"

    def copy(self):
        """D.copy() -> a shallow copy of D."""
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        factory = self.default_factory
        return type(self), () if factory is None else (factory,), None, None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self.default_factory, self)
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self.default_factory, other)
        result.update(self)
        return result

    __class_getitem__ = classmethod(_GenericAlias)


_not_given = object()


# All of `other` and `kwds` into an OrderedDict; by its own __setitem__ if its class has one.
def _update(self, other, kwds):
    kind = type(other)
    if type(self).__setitem__ is dict.__setitem__ and (kind is dict or kind is list or kind is tuple or kind is OrderedDict):
        dict.update(self, other, **kwds)
        return
    if kind is dict:
        for key, value in other.items():
            self[key] = value
    elif hasattr(other, "keys"):
        for key in other.keys():
            self[key] = other[key]
    else:
        for key, value in other.items() if hasattr(other, "items") else other:
            self[key] = value
    for key, value in kwds.items():
        self[key] = value


# Dicts keep the order of insertion; what is left to do is moving keys to either end (native/core/ordered.c) and comparing in order.
class OrderedDict(dict):
    """Dictionary that remembers insertion order"""

    __module__ = "collections"

    def __init__(self, other=_not_given, /, **kwds):
        if other is not _not_given or kwds:
            _update(self, () if other is _not_given else other, kwds)

    def update(self, other=(), /, **kwds):
        """D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F."""
        _update(self, other, kwds)

    def popitem(self, last=True):
        """Remove and return a (key, value) pair from the dictionary.

        Pairs are returned in LIFO order if last is true or FIFO order if false."""
        if not self:
            raise KeyError("dictionary is empty")
        return dict.popitem(self) if last else _ordered_pop_first(self)

    def move_to_end(self, key, last=True):
        """Move an existing element to the end (or beginning if last is false).

        Raise KeyError if the element does not exist."""
        last = True if last else False
        if not _ordered_move(self, key, last):
            _ordered_move_keyed(self, key, last)

    def pop(self, key, default=_not_given):
        """od.pop(key[,default]) -> v, remove specified key and return the corresponding value.

        If the key is not found, return the default if given; otherwise,
        raise a KeyError."""
        return dict.pop(self, key) if default is _not_given else dict.pop(self, key, default)

    def setdefault(self, key, default=None):
        """Insert key with a value of default if key is not in the dictionary.

        Return the value for key if key is in the dictionary, else default."""
        if type(self).__setitem__ is dict.__setitem__:
            return dict.setdefault(self, key, default)
        if key in self:
            return self[key]
        self[key] = default
        return default

    def copy(self):
        """od.copy() -> a shallow copy of od"""
        return self.__class__(self)

    @classmethod
    def fromkeys(cls, /, iterable, value=None):
        """Create a new ordered dictionary with keys from iterable and values set to value."""
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        if not enter_repr(self):
            return "..."
        try:
            return f"{type(self).__name__}({dict(self.items())!r})"
        finally:
            leave_repr(self)

    def __reduce__(self):
        """Return state information for pickling"""
        return type(self), (), self.__getstate__(), None, iter(self.items())

    def __eq__(self, other):
        result = dict.__eq__(self, other)
        if result is not True or not isinstance(other, OrderedDict):
            return result
        versions = _keys_version(self), _keys_version(other)
        others = iter(list(other))
        for key in list(self):
            same = key is (theirs := next(others, _not_given)) or key == theirs
            if versions != (_keys_version(self), _keys_version(other)):
                raise RuntimeError("OrderedDict mutated during iteration")
            if not same:
                return False
        return True

    def __sizeof__(self):
        return dict.__sizeof__(self) + 64 + 40 * len(self)  # CPython's list of the keys

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    def __ior__(self, other):
        _update(self, other, {})
        return self

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(self)
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(other)
        result.update(self)
        return result


def _count_elements(mapping, iterable, /):
    """Count elements in the iterable, updating the mapping"""
    if type(mapping).get is dict.get:
        for x in iterable:
            mapping[x] = mapping.get(x, 0) + 1
    else:
        get = mapping.get
        for x in iterable:
            mapping[x] = get(x, 0) + 1


from _krait import seal_types as _seal_types

_seal_types(defaultdict, OrderedDict)
