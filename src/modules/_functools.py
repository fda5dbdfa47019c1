# The module _functools: what CPython writes in C for functools. Its frames are hidden from tracebacks like every module's here.
from _krait import GenericAlias as _GenericAlias, enter_repr, leave_repr, readonly_member as _readonly_member

_absent = ["absent"]
_len = len  # programs put a cached one in its place


def reduce(*args, **kwargs):
    """Apply a function of two arguments cumulatively to the items of an iterable, from left to right.

    This effectively reduces the iterable to a single value.  If initial is present,
    it is placed before the items of the iterable in the calculation, and serves as
    a default when the iterable is empty."""
    n = len(args)
    if kwargs or n != 2:
        if n < 2:
            raise TypeError(f"reduce() takes at least 2 positional arguments ({n} given)")
        if n + len(kwargs) > 3:
            raise TypeError(f"reduce() takes at most 3 arguments ({n + len(kwargs)} given)")
        if kwargs and "initial" not in kwargs:
            raise TypeError(f"reduce() got an unexpected keyword argument '{next(iter(kwargs))}'")
        total = kwargs["initial"] if kwargs else args[2]
    else:
        total = _absent
    function = args[0]
    error = None
    try:
        iterator = iter(args[1])
    except TypeError as e:
        error = e
    if error is not None:
        raise TypeError("reduce() arg 2 must support iteration")
    if total is _absent:
        for total in iterator:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for x in iterator:
        total = function(total, x)
    return total


class KeyWrapper:
    __module__ = "functools"
    __slots__ = ("_compare", "obj")

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'functools.KeyWrapper' instances")

    def __call__(self, obj):
        key = object.__new__(KeyWrapper)
        key._compare = self._compare
        key.obj = obj
        return key

    def __lt__(self, other):
        if type(other) is not KeyWrapper:
            raise TypeError("other argument must be K instance")
        return self._compare(self.obj, other.obj) < 0

    def __le__(self, other):
        if type(other) is not KeyWrapper:
            raise TypeError("other argument must be K instance")
        return self._compare(self.obj, other.obj) <= 0

    def __eq__(self, other):
        if type(other) is not KeyWrapper:
            raise TypeError("other argument must be K instance")
        return self._compare(self.obj, other.obj) == 0

    def __ne__(self, other):
        if type(other) is not KeyWrapper:
            raise TypeError("other argument must be K instance")
        return self._compare(self.obj, other.obj) != 0

    def __gt__(self, other):
        if type(other) is not KeyWrapper:
            raise TypeError("other argument must be K instance")
        return self._compare(self.obj, other.obj) > 0

    def __ge__(self, other):
        if type(other) is not KeyWrapper:
            raise TypeError("other argument must be K instance")
        return self._compare(self.obj, other.obj) >= 0

    __hash__ = None


def cmp_to_key(mycmp):
    """Convert a cmp= function into a key= function."""
    key = object.__new__(KeyWrapper)
    key._compare = mycmp
    return key


class _PlaceholderType:
    """The type of the Placeholder singleton.

    Used as a placeholder for partial arguments."""

    __module__ = "functools"
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if args or kwargs:
            raise TypeError("_PlaceholderType takes no arguments")
        return Placeholder

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'functools._PlaceholderType' is not an acceptable base type")

    def __repr__(self):
        return "Placeholder"

    def __reduce__(self):
        return "Placeholder"


Placeholder = object.__new__(_PlaceholderType)


# Replaces the placeholders in `args` by values from `given` as far as they go. Returns the arguments and how many values were used.
def _fill(args, given):
    filled = []
    used = 0
    for x in args:
        if x is Placeholder and used < len(given):
            x = given[used]
            used += 1
        filled.append(x)
    return filled, used


class partial:
    """Create a new function with partial application of the given arguments and keywords."""

    __module__ = "functools"
    __slots__ = ("_func", "_args", "_keywords", "_placeholders", "__dict__", "__weakref__")

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if args and args[-1] is Placeholder:
            raise TypeError("trailing Placeholders are not allowed")
        for value in keywords.values():
            if value is Placeholder:
                raise TypeError("Placeholder cannot be passed as a keyword argument")
        if isinstance(func, partial) and (type(func) is partial or not func.__dict__):
            inner = func
            func = inner._func
            if args and inner._placeholders:
                filled, used = _fill(inner._args, args)
                args = filled + args[used:]
            else:
                args = [*inner._args, *args]
            if inner._keywords:
                keywords = {**inner._keywords, **keywords}
        self = object.__new__(cls)
        self._func = func
        self._args = tuple(args)
        self._keywords = keywords
        self._placeholders = sum([x is Placeholder for x in args])
        return self

    def __call__(self, /, *args, **keywords):
        if self._placeholders:
            if len(args) < self._placeholders:
                raise TypeError(
                    f"missing positional arguments in 'partial' call; expected at least {self._placeholders}, got {len(args)}"
                )
            filled, used = _fill(self._args, args)
            return self._func(*filled, *args[used:], **{**self._keywords, **keywords})
        if keywords:
            if self._keywords:
                keywords = {**self._keywords, **keywords}
            return self._func(*self._args, *args, **keywords)
        if self._keywords:
            return self._func(*self._args, *args, **self._keywords)
        return self._func(*self._args, *args)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return _Method(self, instance)

    def __repr__(self):
        cls = type(self)
        name = f"{cls.__module__}.{cls.__qualname__}"
        if not enter_repr(self):
            return "..."
        try:
            parts = [repr(x) for x in self._args]
            parts += [f"{k}={v!r}" for k, v in list(self._keywords.items())]  # a list: what repr() calls can change the dict
            parts.insert(0, repr(self._func))
        finally:
            leave_repr(self)
        return f"{name}({', '.join(parts)})"

    def __reduce__(self):
        return type(self), (self._func,), (self._func, self._args, self._keywords or None, self.__dict__ or None)

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) != 4:
            raise TypeError("invalid partial state")
        func, args, keywords, namespace = state
        if (
            not callable(func) or not isinstance(args, tuple) or not (keywords is None or isinstance(keywords, dict))
            or not (namespace is None or isinstance(namespace, dict))
        ):
            raise TypeError("invalid partial state")
        if args and args[-1] is Placeholder:
            raise TypeError("trailing Placeholders are not allowed")
        self._func = func
        self._args = tuple(args)
        self._keywords = {} if keywords is None else keywords if type(keywords) is dict else dict(keywords)
        self._placeholders = sum([x is Placeholder for x in args])
        if namespace is None:
            self.__dict__.clear()
        else:
            self.__dict__ = namespace

    __class_getitem__ = classmethod(_GenericAlias)


for _name in ("func", "args", "keywords"):
    setattr(partial, _name, _readonly_member(getattr(partial, "_" + _name), _name))

_Method = type(partial(len).__call__)


# --- lru_cache ----------------------------------------------------------------------------------------------------------------
_keyword_mark = (object(),)


def _make_key(args, keywords, typed):
    key = args
    if keywords:
        key += _keyword_mark
        for pair in keywords.items():
            key += pair
    if typed:
        key += tuple([type(x) for x in args])
        if keywords:
            key += tuple([type(x) for x in keywords.values()])
    return key


def _lru_cache_wrapper(user_function, maxsize, typed, cache_info_type):
    """Create a cached callable that wraps another function.

    user_function:      the function being cached

    maxsize:  0         for no caching
              None      for unlimited cache size
              n         for a bounded cache

    typed:    False     cache f(3) and f(3.0) as identical calls
              True      cache f(3) and f(3.0) as distinct calls

    cache_info_type:    namedtuple class with the fields:
                            hits misses currsize maxsize
    """
    cache = {}
    get, count = cache.get, cache.__len__
    hits = misses = 0
    # A ring of [previous, next, key, result] in order of use; `root` stands between the newest and the oldest.
    root = []
    root[:] = [root, root, None, None]
    if maxsize is not None and maxsize < 0:
        maxsize = 0

    if maxsize == 0:

        def wrapper(*args, **keywords):
            nonlocal misses
            misses += 1
            return user_function(*args, **keywords)

    elif maxsize is None:

        def wrapper(*args, **keywords):
            nonlocal hits, misses
            if keywords or typed:
                key = _make_key(args, keywords, typed)
            elif _len(args) == 1 and (type(args[0]) is int or type(args[0]) is str):
                key = args[0]
            else:
                key = args
            result = get(key, _absent)
            if result is not _absent:
                hits += 1
                return result
            misses += 1
            result = user_function(*args, **keywords)
            cache[key] = result
            return result

    else:

        def wrapper(*args, **keywords):
            nonlocal hits, misses, root
            if keywords or typed:
                key = _make_key(args, keywords, typed)
            elif _len(args) == 1 and (type(args[0]) is int or type(args[0]) is str):
                key = args[0]
            else:
                key = args
            link = get(key)
            if link is not None:
                previous, following, _, result = link
                previous[1] = following
                following[0] = previous
                newest = root[0]
                newest[1] = root[0] = link
                link[0] = newest
                link[1] = root
                hits += 1
                return result
            misses += 1
            result = user_function(*args, **keywords)
            if key in cache:
                return result  # the call itself, or a comparison, put it there
            if count() < maxsize:
                newest = root[0]
                newest[1] = root[0] = cache[key] = [newest, root, key, result]
                return result
            # The oldest link becomes the root, the root takes the new result.
            old = root
            old[2] = key
            old[3] = result
            root = old[1]
            oldest_key = root[2]
            oldest_result = root[3]  # both live until the cache is consistent again
            root[2] = root[3] = None
            del cache[oldest_key]
            cache[key] = old
            return result

    def cache_info():
        """Report cache statistics"""
        return cache_info_type(hits, misses, maxsize, count())

    def cache_clear():
        """Clear the cache and cache statistics"""
        nonlocal hits, misses, root
        cache.clear()
        root = []
        root[:] = [root, root, None, None]
        hits = misses = 0

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    return wrapper

from _krait import seal_types as _seal_types

_seal_types(KeyWrapper, partial)
