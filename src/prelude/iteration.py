# Steps of builtin iterators, and builtin functions over iterables, that need Python code: generators, __iter__ and __next__ written in Python,
# functions to call. They run in the namespace of `_krait` like containers.py. Where an `item` comes with an iterator, the iterator gave it already.

_next = next
_len = len


def next_call(iterator):
    return _type(iterator).__next__(iterator)


def next_default(iterator, default):
    try:
        return _next(iterator)
    except StopIteration:
        return default


def len_call(x):
    n = _type(x).__len__(x)
    if _type(n) is not _int:
        if not has_index(n):
            raise TypeError(f"'{_type(n).__name__}' object cannot be interpreted as an integer")
        n = _as_index(n)
    if n < 0:
        raise ValueError("__len__() should return >= 0")
    if n > 0x7FFFFFFFFFFFFFFF:
        raise OverflowError(f"cannot fit '{_type(n).__name__}' into an index-sized integer")
    return n


def iter_contains(container, x):
    for y in container:
        if y is x or y == x:
            return True
    return False


# Makes an iterator of several iterables, whose __iter__ are called in order.
def iter_build(code, cls, iterables, extra):
    iterators = []
    for x in iterables:
        list_append(iterators, _iter(x))
    return make_iterator(code, cls, tuple_of(tuple, iterators), extra)


def reversed_build(code, cls, sequence):
    return make_iterator(code, cls, (sequence,), _len(sequence))


# --- steps ----------------------------------------------------------------------------------------------------------------------
def enumerate_next(e):
    x = _next(iterator_source(e))
    return enumerate_count(e), x


def zip_next(z):
    iterators = iterator_source(z)
    items = []
    try:
        for iterator in iterators:
            list_append(items, _next(iterator))
    except StopIteration:
        if not iterator_n(z):
            raise
    else:
        return tuple_of(tuple, items)
    _check_strict("zip", iterators, length(items))
    raise StopIteration


# The iterator number `ended` of a strict zip or map is at its end.
def _check_strict(name, iterators, ended):
    if ended:
        before = " " if ended == 1 else "s 1-"
        raise ValueError(f"{name}() argument {ended + 1} is shorter than argument{before}{ended}")
    i = 1
    while i < length(iterators):
        if next_default(item(iterators, i), _absent) is not _absent:
            before = " " if i == 1 else "s 1-"
            raise ValueError(f"{name}() argument {i + 1} is longer than argument{before}{i}")
        i += 1


def map_next(m):
    if iterator_is_single(m):
        return iterator_source(m)(_next(iterator_extra(m)))
    iterators = iterator_extra(m)
    items = []
    try:
        for iterator in iterators:
            list_append(items, _next(iterator))
        ended = False
    except StopIteration:
        if not iterator_n(m):
            raise
        ended = True
    if ended:
        _check_strict("map", iterators, length(items))
        raise StopIteration
    return iterator_source(m)(*items)


def filter_next(f, x=_absent):
    function = iterator_source(f)
    iterator = iterator_extra(f)
    if function is None or function is bool:
        if x is not _absent and x:
            return x
        while True:
            x = _next(iterator)
            if x:
                return x
    while True:
        x = _next(iterator)
        if function(x):
            return x


def callable_iter_next(i):
    sentinel = iterator_extra(i)
    try:
        x = iterator_source(i)()
    except StopIteration:
        iterator_set_source(i)
        raise
    if iterator_done(i):
        raise StopIteration
    if sentinel is x or sentinel == x:
        iterator_set_source(i)
        raise StopIteration
    return x


def sequence_iter_next(i):
    try:
        x = iterator_source(i)[iterator_n(i)]
    except (IndexError, StopIteration):
        ended = True
    else:
        iterator_move(i, 1)
        return x
    iterator_set_source(i)
    raise StopIteration


def reversed_next(r):
    n = iterator_n(r)
    if n >= 0:
        try:
            x = iterator_source(r)[n]
        except (IndexError, StopIteration):
            n = -1
        else:
            iterator_move(r, -1)
            return x
    iterator_set_source(r)
    raise StopIteration


# --- functions over iterables ---------------------------------------------------------------------------------------------------------
def any_loop(iterable, x=_absent):
    if x is not _absent and x:
        return True
    for x in iterable:
        if x:
            return True
    return False


def all_loop(iterable, x=_absent):
    if x is not _absent and not x:
        return False
    for x in iterable:
        if not x:
            return False
    return True


# generic: every addition from now on is a plain + (CPython never goes back to machine sums after the first object).
def sum_loop(iterable, total, x=_absent, generic=False):
    iterator = _iter(iterable)
    if x is not _absent:
        total = total + x
    if not generic:
        state = sum_state(total)
        if state is not None and (x is _absent or _type(total) is not _int):
            for x in iterator:
                if not sum_add(state, x):
                    break
            else:
                return sum_total(state)
            total = sum_total(state) + x
            if _type(total) is complex:
                return sum_loop(iterator, total)
    for x in iterator:
        total = total + x
    return total


# default: None or a tuple of one. best and x: the best so far and the item it is to be compared with.
def min_loop(iterable, key, default, best=_absent, x=_absent):
    iterator = _iter(iterable)
    if best is _absent:
        for best in iterator:
            break
        else:
            if default is None:
                raise ValueError("min() iterable argument is empty")
            return item(default, 0)
    elif x < best:
        best = x
    if key is None:
        for x in iterator:
            if x < best:
                best = x
        return best
    best_key = key(best)
    for x in iterator:
        x_key = key(x)
        if x_key < best_key:
            best = x
            best_key = x_key
    return best


def max_loop(iterable, key, default, best=_absent, x=_absent):
    iterator = _iter(iterable)
    if best is _absent:
        for best in iterator:
            break
        else:
            if default is None:
                raise ValueError("max() iterable argument is empty")
            return item(default, 0)
    elif x > best:
        best = x
    if key is None:
        for x in iterator:
            if x > best:
                best = x
        return best
    best_key = key(best)
    for x in iterator:
        x_key = key(x)
        if x_key > best_key:
            best = x
            best_key = x_key
    return best


# --- unpacking ----------------------------------------------------------------------------------------------------------------------
def unpack(iterable, wanted):
    items = []
    if wanted == 0:
        for x in iterable:
            raise ValueError("too many values to unpack (expected 0)")
        return items
    for x in iterable:
        if length(items) == wanted:
            raise ValueError(f"too many values to unpack (expected {wanted})")
        list_append(items, x)
    if length(items) < wanted:
        raise ValueError(f"not enough values to unpack (expected {wanted}, got {length(items)})")
    return items


def unpack_ex(iterable, before, after):
    items = [x for x in iterable]
    n = length(items)
    if n < before + after:
        raise ValueError(f"not enough values to unpack (expected at least {before + after}, got {n})")
    return (*items[:before], items[before : n - after], *items[n - after :])
