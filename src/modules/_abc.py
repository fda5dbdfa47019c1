# The module _abc: registration and caches of abstract base classes. As in CPython, caches hold weak references, and one counter says when
# negative answers are out of date.
from _weakref import ref as _ref

_counter = 0


class _abc_data:
    __slots__ = ("registry", "cache", "negative", "negative_version")

    def __init__(self):
        self.registry = set()
        self.cache = set()
        self.negative = set()
        self.negative_version = _counter


def get_cache_token():
    """Returns the current ABC cache token."""
    return _counter


def _abstract_names(cls):
    names = set()
    for name, value in cls.__dict__.items():
        if getattr(value, "__isabstractmethod__", False):
            names.add(name)
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


def _abc_init(self, /):
    """Internal ABC helper for class set-up. Should be never used outside abc module."""
    self.__abstractmethods__ = _abstract_names(self)
    self._abc_impl = _abc_data()
    flags = self.__dict__.get("__abc_tpflags__")
    if flags is not None:
        _set_pattern_flags(self, flags)
        del self.__abc_tpflags__


def _data_of(cls):
    try:
        data = cls._abc_impl
    except AttributeError:
        data = None
    if type(data) is not _abc_data:
        raise TypeError("_abc_impl is set to a wrong type")
    return data


def _remember(entries, cls):
    # A set of weak references whose dead members leave by themselves.
    entries.add(_ref(cls, entries.discard))


def _abc_register(self, subclass, /):
    """Internal ABC helper for subclasss registration. Should be never used outside abc module."""
    global _counter
    if not isinstance(subclass, type):
        raise TypeError("Can only register classes")
    if issubclass(subclass, self):
        return subclass
    if issubclass(self, subclass):
        raise RuntimeError("Refusing to create an inheritance cycle")
    _remember(_data_of(self).registry, subclass)
    _counter += 1
    _copy_pattern_flags(subclass, self)
    return subclass


def _abc_instancecheck(self, instance, /):
    """Internal ABC helper for instance checks. Should be never used outside abc module."""
    data = _data_of(self)
    subclass = instance.__class__
    if _ref(subclass) in data.cache:
        return True
    kind = type(instance)
    if kind is subclass:
        if data.negative_version == _counter and _ref(subclass) in data.negative:
            return False
        return self.__subclasscheck__(subclass)
    return self.__subclasscheck__(subclass) or self.__subclasscheck__(kind)


def _abc_subclasscheck(self, subclass, /):
    """Internal ABC helper for subclasss checks. Should be never used outside abc module."""
    if not isinstance(subclass, type):
        raise TypeError("issubclass() arg 1 must be a class")
    data = _data_of(self)
    key = _ref(subclass)
    if key in data.cache:
        return True
    if data.negative_version < _counter:
        data.negative.clear()
        data.negative_version = _counter
    elif key in data.negative:
        return False
    answer = self.__subclasshook__(subclass)
    if answer is True:
        _remember(data.cache, subclass)
        return True
    if answer is False:
        _remember(data.negative, subclass)
        return False
    if answer is not NotImplemented:
        raise AssertionError("__subclasshook__ must return either False, True, or NotImplemented")
    if self in subclass.__mro__:
        _remember(data.cache, subclass)
        return True
    for entry in list(data.registry):
        registered = entry()
        if registered is not None and issubclass(subclass, registered):
            _remember(data.cache, subclass)
            return True
    children = self.__subclasses__()
    if type(children) is not list:
        raise TypeError("__subclasses__() must return a list")
    for child in children:
        if issubclass(subclass, child):
            _remember(data.cache, subclass)
            return True
    _remember(data.negative, subclass)
    return False


def _get_dump(self, /):
    """Internal ABC helper for cache and registry debugging."""
    data = _data_of(self)
    return (set(data.registry), set(data.cache), set(data.negative), data.negative_version)


def _reset_registry(self, /):
    """Internal ABC helper to reset registry of a given class."""
    _data_of(self).registry.clear()


def _reset_caches(self, /):
    """Internal ABC helper to reset both caches of a given class."""
    data = _data_of(self)
    data.cache.clear()
    data.negative.clear()
