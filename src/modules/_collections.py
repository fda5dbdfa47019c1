# The module _collections: deque and _tuplegetter are C and already in this namespace; the rest of what CPython writes in C is here. OrderedDict is the one that
# collections.py has in Python.
from _krait import GenericAlias as _GenericAlias, enter_repr, leave_repr


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


def _count_elements(mapping, iterable, /):
    """Count elements in the iterable, updating the mapping"""
    get = mapping.get
    for x in iterable:
        mapping[x] = get(x, 0) + 1


__import__("_krait").seal_types(defaultdict)
