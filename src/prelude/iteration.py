# Steps of builtin iterators, and builtin functions over iterables, that need Python code: generators, __iter__ and __next__ written in Python,
# functions to call. They run in the namespace of `_krait` like containers.py. Where an `item` comes with an iterator, the iterator gave it already.

_deque = core_module("_collections").deque

_next = next
_generator = _type(x for x in ())
_deque_append = _deque.append
_deque_appendleft = _deque.appendleft
_deque_delitem = _deque.__delitem__


def next_call(iterator):
    return _type(iterator).__next__(iterator)


def next_default(iterator, default):
    # A loop hears that a generator has ended without an exception.
    if _type(iterator) is _generator:
        for value in iterator:
            return value
        return default
    try:
        return _next(iterator)
    except StopIteration:
        return default


def len_answer(n):
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
    if not iterator_n(z):  # the usual numbers have no loop, so traces hold all of it
        n = _len(iterators)
        if n == 2:
            return _next(iterators[0]), _next(iterators[1])
        if n == 3:
            return _next(iterators[0]), _next(iterators[1]), _next(iterators[2])
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


# --- itertools (native/core/itertools.c) -----------------------------------------------------------------------------------------------
# product, permutations …: the iterables are read into tuples first.
def pools_build(code, cls, iterables, extra):
    pools = []
    for x in iterables:
        list_append(pools, tuple_build(x, tuple))
    return make_iterator(code, cls, tuple_of(tuple, pools), extra)


def count_next(c):
    x = iterator_source(c)
    iterator_set_source(c, x + iterator_extra(c))
    return x


def count_repr(c):
    start, step = count_parts(c)
    name = _type(c).__name__
    return f"{name}({start!r})" if _type(step) is _int and step == 1 else f"{name}({start!r}, {step!r})"


def repeat_repr(r):
    x, n = repeat_parts(r)
    name = _type(r).__name__
    return f"{name}({x!r})" if n < 0 else f"{name}({x!r}, {n})"


# With `iterable`, the iterator over the iterables gave it already.
def chain_next(c, iterable=_absent):
    while True:
        current = iterator_extra(c)
        if current is None:
            if iterator_done(c):
                raise StopIteration
            try:
                if iterable is _absent:
                    iterable = _next(iterator_source(c))
                current = _iter(iterable)
            except BaseException:
                iterator_set_source(c)
                raise
            iterable = _absent
            iterator_set_extra(c, current)
        try:
            return _next(current)
        except StopIteration:
            iterator_set_extra(c)


def islice_next(s):
    try:
        iterator = iterator_source(s)
        while islice_skips(s):
            _next(iterator)
        x = _next(iterator)
    except StopIteration:
        iterator_set_source(s)
        raise
    islice_moved(s)
    return x


def cycle_next(c):
    if not iterator_done(c):
        try:
            x = _next(iterator_source(c))
        except StopIteration:
            iterator_set_source(c)
        else:
            list_append(iterator_extra(c), x)
            return x
    saved = iterator_extra(c)
    if length(saved) == 0:
        raise StopIteration
    return _next(c)


def pairwise_next(p):
    iterator = iterator_source(p)
    try:
        if not iterator_has_extra(p):
            iterator_set_extra(p, _next(iterator))
            if iterator_done(p):
                raise StopIteration
        x = _next(iterator)
    except StopIteration:
        iterator_set_extra(p)
        iterator_set_source(p)
        raise
    pair = (iterator_extra(p), x)
    iterator_set_extra(p, x)
    return pair


# With `item` and `selector`: a pair that was read already.
def compress_next(c, item=_absent, selector=None):
    if item is not _absent and selector:
        return item
    data = iterator_source(c)
    selectors = iterator_extra(c)
    while True:
        item = _next(data)
        if _next(selectors):
            return item


def batched_next(b):
    iterator = iterator_source(b)
    n = iterator_index(b)
    batch = []
    try:
        while length(batch) < n:
            list_append(batch, _next(iterator))
    except StopIteration:
        iterator_set_source(b)
    if length(batch) == 0:
        raise StopIteration
    if length(batch) < n and iterator_n(b):
        raise ValueError("batched(): incomplete batch")
    return tuple_of(tuple, batch)


def zip_longest_next(z):
    iterators = iterator_source(z)
    fill = iterator_extra(z)
    items = []
    i = 0
    while i < length(iterators):
        iterator = item(iterators, i)
        x = fill
        if iterator is not None:
            try:
                x = _next(iterator)
            except StopIteration:
                iterator_move(z, -1)
                if iterator_n(z) == 0:
                    raise
                _list_set(iterators, i, None)
            except BaseException:
                iterator_move(z, -iterator_n(z))
                raise
        list_append(items, x)
        i += 1
    return tuple_of(tuple, items)


# --- deque (native/core/deques.c) ----------------------------------------------------------------------------------------------------------
def deque_extend(d, iterable, left, result):
    append = _deque_appendleft if left else _deque_append
    for x in iterable:
        append(d, x)
    return result


# what: 0 contains, 1 count, 2 index, 3 remove. From item i up to stop.
def deque_search(d, what, x, i, stop, count):
    version = deque_version(d)
    while i < stop and i < deque_length(d):
        y = deque_item(d, i)
        equal = y is x or y == x
        if equal and what == 0:
            return True
        if deque_version(d) != version:
            raise (IndexError if what == 3 else RuntimeError)("deque mutated during iteration")
        if equal:
            if what == 2:
                return i
            if what == 3:
                _deque_delitem(d, i)
                return None
            count += 1
        i += 1
    if what == 0:
        return False
    if what == 1:
        return count
    raise ValueError(f"deque.{'index' if what == 2 else 'remove'}(x): x not in deque")


# A copy of an instance of a subclass, and what is added to it.
def deque_copy(d, more=None):
    copy = _type(d)(d) if d.maxlen is None else _type(d)(d, d.maxlen)
    if more is not None:
        copy.extend(more)
    return copy


def deque_repr(d):
    if not enter_repr(d):
        return "[...]"
    name = _type(d).__name__
    try:
        text = "[" + ", ".join([repr(x) for x in d]) + "]"
    finally:
        leave_repr(d)
    if d.maxlen is None:
        return f"{name}({text})"
    return f"{name}({text}, maxlen={d.maxlen})"


def tuplegetter_repr(g):
    index, doc = g.__reduce__()[1]
    return f"_tuplegetter({index!r}, {doc!r})"


def deque_reduce(d):
    state = object.__getstate__(d)
    if d.maxlen is None:
        return _type(d), (), state, _iter(d)
    return _type(d), ((), d.maxlen), state, _iter(d)


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


# generic: every addition from now on is a plain + (CPython never goes back to machine sums after the first object). Ints of up to 46 bits are added here,
# where traces can do it without calls; what may go beyond, and all else, by the core's sum.
def sum_loop(iterable, total, x=_absent, generic=False):
    iterator = _iter(iterable)
    waits = False
    if x is not _absent:
        total = total + x
    elif _type(total) is _int and not generic:
        for x in iterator:
            if _type(x) is not _int or not -0x3FFFFFFFFFFF < total < 0x3FFFFFFFFFFF:
                waits = True
                break
            total = total + x
        else:
            return total
    if not generic and (waits or _type(total) is not _int):
        state = sum_state(total)
        if state is not None:
            if not waits or sum_add(state, x):
                for x in iterator:
                    if not sum_add(state, x):
                        break
                else:
                    return sum_total(state)
            total = sum_total(state) + x
            if _type(total) is complex:
                return sum_loop(iterator, total)
        elif waits:
            total = total + x
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
