# The module itertools: what calls functions (and tee). The rest of it is C and already in this namespace (native/core/itertools_types.c).
from _krait import as_index as _as_index

_not_given = ["not given"]


def _two(name, args, kwargs):
    if kwargs:
        raise TypeError(f"{name}() takes no keyword arguments")
    if len(args) != 2:
        raise TypeError(f"{name} expected 2 arguments, got {len(args)}")
    return args[0], iter(args[1])


# Binds arguments as argument clinic does: names of positional-or-keyword ones, then `more` that may only be named. Missing ones are None.
def _bind(function, args, kwargs, names, more=()):
    n = len(args) + len(kwargs)
    if n > len(names) + len(more):
        raise TypeError(f"{function}() takes at most {len(names) + len(more)} arguments ({n} given)")
    if len(args) > len(names):
        raise TypeError(f"{function}() takes at most {len(names)} positional arguments ({len(args)} given)")
    values = [*args, *[None] * (len(names) + len(more) - len(args))]
    for name, value in kwargs.items():
        if name in names:
            i = names.index(name)
            if i < len(args):
                raise TypeError(f"argument for {function}() given by name ('{name}') and position ({i + 1})")
        elif name in more:
            i = len(names) + more.index(name)
        else:
            raise TypeError(f"{function}() got an unexpected keyword argument '{name}'")
        values[i] = value
    if not args and names[0] not in kwargs:
        raise TypeError(f"{function}() missing required argument '{names[0]}' (pos 1)")
    return values


def _has_own_init(cls, base):
    return cls.__init__ is not base.__init__


class accumulate:
    """Return series of accumulated sums (or other binary function results)."""

    __slots__ = ("_iterator", "_function", "_total", "_state")

    def __new__(cls, *args, **kwargs):
        iterable, func, initial = _bind("accumulate", args, kwargs, ("iterable", "func"), ("initial",))
        self = object.__new__(cls)
        self._iterator = iter(iterable)
        self._function = func
        self._total = initial
        self._state = 0 if initial is None else 1
        return self

    def __iter__(self):
        return self

    def __next__(self):
        state = self._state
        if state == 2:
            x = next(self._iterator)
            function = self._function
            total = self._total + x if function is None else function(self._total, x)
            self._total = total
            return total
        if state == 1:
            self._state = 2
            return self._total
        self._total = total = next(self._iterator)
        self._state = 2
        return total


class takewhile:
    """Return successive entries from an iterable as long as the predicate evaluates to true for each entry."""

    __slots__ = ("_predicate", "_iterator", "_ended")

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._predicate, self._iterator = _two("takewhile", args, None if _has_own_init(cls, takewhile) else kwargs)
        self._ended = False
        return self

    def __iter__(self):
        return self

    def __next__(self):
        if self._ended:
            raise StopIteration
        x = next(self._iterator)
        if self._predicate(x):
            return x
        self._ended = True
        raise StopIteration


class dropwhile:
    """Drop items from the iterable while predicate(item) is true.

    Afterwards, return every element until the iterable is exhausted."""

    __slots__ = ("_predicate", "_iterator", "_started")

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._predicate, self._iterator = _two("dropwhile", args, None if _has_own_init(cls, dropwhile) else kwargs)
        self._started = False
        return self

    def __iter__(self):
        return self

    def __next__(self):
        if self._started:
            return next(self._iterator)
        while True:
            x = next(self._iterator)
            if not self._predicate(x):
                self._started = True
                return x


class starmap:
    """Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence."""

    __slots__ = ("_function", "_iterator")

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._function, self._iterator = _two("starmap", args, None if _has_own_init(cls, starmap) else kwargs)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        args = next(self._iterator)
        if type(args) is not tuple:
            args = tuple(args)
        return self._function(*args)


class filterfalse:
    """Return those items of iterable for which function(item) is false.

    If function is None, return the items that are false."""

    __slots__ = ("_function", "_iterator")

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._function, self._iterator = _two("filterfalse", args, None if _has_own_init(cls, filterfalse) else kwargs)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        function = self._function
        if function is None or function is bool:
            while True:
                x = next(self._iterator)
                if not x:
                    return x
        while True:
            x = next(self._iterator)
            if not function(x):
                return x


_new = object.__new__


class _grouper:
    __slots__ = ("_parent", "_key")

    def __new__(cls, *arguments):
        if len(arguments) != 2:
            raise TypeError(f"_grouper expected 2 arguments, got {len(arguments)}")
        parent, key = arguments
        if not isinstance(parent, groupby):
            raise TypeError(f"_grouper() argument 1 must be itertools.groupby, not {type(parent).__name__}")
        parent._grouper = self = _new(cls)
        self._parent = parent
        self._key = key
        return self

    def __iter__(self):
        return self

    def __next__(self):
        parent = self._parent
        if parent._grouper is not self:
            raise StopIteration
        if parent._value is _not_given:
            x = next(parent._iterator)
            key = parent._key
            parent._current = x if key is None else key(x)
            parent._value = x
        if not (self._key is parent._current or self._key == parent._current):
            raise StopIteration
        x = parent._value
        parent._value = _not_given
        return x


class groupby:
    """make an iterator that returns consecutive keys and groups from the iterable

    iterable
      Elements to divide into groups according to the key function.
    key
      A function for computing the group category for each element.
      If the key function is not specified or is None, the element itself
      is used for grouping."""

    # _current: key of the value read last; _target: key of the group handed out last; _value: the value read last, until a group gave it.
    __slots__ = ("_iterator", "_key", "_current", "_target", "_value", "_grouper")

    def __new__(cls, *args, **kwargs):
        iterable, key = _bind("groupby", args, kwargs, ("iterable", "key"))
        self = object.__new__(cls)
        self._iterator = iter(iterable)
        self._key = key
        self._current = self._target = self._value = _not_given
        self._grouper = None
        return self

    def __iter__(self):
        return self

    def __next__(self):
        self._grouper = None
        while True:
            current = self._current
            if current is not _not_given:
                target = self._target
                if target is _not_given or not (target is current or target == current):
                    break
            x = next(self._iterator)
            key = self._key
            self._current = x if key is None else key(x)
            self._value = x
        self._target = current = self._current
        self._grouper = group = _new(_grouper)
        group._parent = self
        group._key = current
        return current, group


# Values that some copy has yet to see hang in a chain of links [value, next link]; the last link is empty until its value is needed.
class _tee:
    """Iterator wrapped to make it copyable."""

    __slots__ = ("_iterator", "_link", "_running", "__weakref__")

    def __new__(cls, iterable, /):
        self = object.__new__(cls)
        if isinstance(iterable, _tee):
            self._iterator, self._link, self._running = iterable._iterator, iterable._link, iterable._running
        else:
            self._iterator, self._link, self._running = iter(iterable), [], [False]
        return self

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if not link:
            running = self._running
            if running[0]:
                raise RuntimeError("cannot re-enter the tee iterator")
            running[0] = True
            try:
                x = next(self._iterator)
            finally:
                running[0] = False
            link.append(x)
            link.append([])
        self._link = link[1]
        return link[0]

    def __copy__(self):
        """Returns an independent iterator."""
        return _tee(self)


def tee(*args, **kwargs):
    """Returns a tuple of n independent iterators."""
    if kwargs:
        raise TypeError("itertools.tee() takes no keyword arguments")
    if not args:
        raise TypeError("tee expected at least 1 argument, got 0")
    if len(args) > 2:
        raise TypeError(f"tee expected at most 2 arguments, got {len(args)}")
    n = _as_index(args[1]) if len(args) == 2 else 2
    if n < 0:
        raise ValueError("n must be >= 0")
    if n == 0:
        return ()
    first = _tee(args[0])
    return (first, *[_tee(first) for _ in range(n - 1)])


from _krait import seal_types as _seal_types

for _type in (accumulate, takewhile, dropwhile, starmap, filterfalse, _grouper, groupby, _tee):
    _type.__module__ = "itertools"
    _seal_types(_type)
del _type
