# Operations of builtin containers whose hashes or comparisons are written in Python. The core calls these (native/core/hooks.h, PRELUDES) when it
# meets such a method; nothing was changed by then. They run in the namespace of `_krait`: names not defined here are C functions
# (native/core/container_private.c), which work on the layout and never run a hook. A `step` of a probe is stale once a hook has run.

_absent = ["absent"]
_asks = ["asks"]
_type = type
_function = type(lambda: None)
_getattr = getattr
_hash = hash
_iter = iter
_int = int
_len = len
_dict_set = dict.__setitem__
_list_set = list.__setitem__


# --- hashing ------------------------------------------------------------------------------------------------------------------
def hash_call(x):
    method = _type(x).__hash__
    if _type(method) is _function:
        return hash_result(method(x))
    bind = _getattr(_type(method), "__get__", None)  # a slot may be named __hash__, a callable without __get__ is given nothing
    return hash_result(method() if bind is None else bind(method, x, _type(x))())


# hash of a tuple or slice (x) some of whose parts (a tuple) have hooks. Short ones need no loop, so traces hold all of it.
def hash_items(x, parts):
    n = _len(parts)
    if n == 2:
        return hash_combine(x, (_hash(parts[0]), _hash(parts[1])))
    if n == 3:
        return hash_combine(x, (_hash(parts[0]), _hash(parts[1]), _hash(parts[2])))
    if n == 1:
        return hash_combine(x, (_hash(parts[0]),))
    hashes = []
    for part in parts:
        list_append(hashes, _hash(part))
    return hash_combine(x, hashes)


def _key_hash(key, for_set):
    try:
        return _hash(key)
    except TypeError as e:
        if _type(e) is not TypeError:
            raise
        error = e
    raise_unhashable(key, for_set, error)


# --- dicts --------------------------------------------------------------------------------------------------------------------
# The step at which `key` is, -1 if it isn't there. Starts again when a comparison changed what it looked at.
def _find(d, key, h):
    step = 0
    while True:
        probe = dict_probe(d, h, step)
        if probe is None:
            return -1
        step, stored = probe
        if stored is key:
            return step
        if stored == key:
            if dict_holds(d, h, step, stored):
                return step
            step = 0
        elif dict_holds(d, h, step, stored):
            step += 1
        else:
            step = 0


# The value of a key with this hash, or _absent: mostly it is the very key, or no other has its hash.
def _value_of(d, h, key):
    value = dict_look(d, h, key, _absent, _asks)
    return dict_value(d, h, _find(d, key, h), _absent) if value is _asks else value


def dict_get(d, key):
    h = _key_hash(key, False)
    value = dict_look(d, h, key, _absent, _asks)
    if value is _asks:
        value = dict_value(d, h, _find(d, key, h), _absent)
    if value is _absent:
        return dict_missing(d, key)
    return value


def dict_set(d, key, value):
    h = _key_hash(key, False)
    if not dict_put(d, h, key, value):
        dict_store(d, h, _find(d, key, h), key, value)


def dict_delete(d, key):
    h = _key_hash(key, False)
    step = _find(d, key, h)
    if dict_value(d, h, step, _absent) is _absent:
        raise KeyError(key)
    dict_remove(d, h, step)


def dict_contains(d, key):
    return _value_of(d, _key_hash(key, False), key) is not _absent


# OrderedDict.move_to_end() of a key whose hash or comparison is Python code.
def ordered_move_keyed(d, key, last):
    h = _key_hash(key, False)
    step = _find(d, key, h)
    if dict_value(d, h, step, _absent) is _absent:
        raise KeyError(key)
    ordered_move_step(d, h, step, last)


# op: 0 get, 1 pop, 2 pop with default, 3 setdefault
def dict_method(d, op, key, default):
    h = _key_hash(key, False)
    if op == 0:
        value = _value_of(d, h, key)
        return default if value is _absent else value
    step = _find(d, key, h)
    value = dict_value(d, h, step, _absent)
    if op == 3:
        if value is not _absent:
            return value
        dict_store(d, h, step, key, default)
        return default
    if value is not _absent:
        return dict_remove(d, h, step)
    if op == 1:
        raise KeyError(key)
    return default


# items: key, value, key, value …
def dict_build(items):
    d = {}
    i = 0
    while i < length(items):
        d[items[i]] = items[i + 1]
        i += 2
    return d


def _merge(d, other):
    n = dict_length(other)
    for key, value, h in dict_items_list(other):
        dict_store(d, h, _find(d, key, h), key, value)
        if dict_length(other) != n:
            raise RuntimeError("dict mutated during update")


# mode: 0 dict.update(other), 1 {**other}, 2 f(**other), where `result` is the function called
def dict_update(d, other, mode, result):
    if mode == 2:
        _merge_keywords(d, other, result)
        return None
    if is_plain_dict(other):
        _merge(d, other)
        return result
    try:
        keys = other.keys
    except AttributeError:
        keys = _absent
    if keys is _absent:
        if mode == 1:
            raise TypeError(f"'{_type(other).__name__}' object is not a mapping")
        n = 0
        for pair in other:
            _set_pair(d, n, pair)
            n += 1
        return result
    for key in keys():
        _dict_set(d, key, other[key])
    return result


def _set_pair(d, n, pair):
    try:
        items = _iter(pair)
    except TypeError:
        items = _absent
    if items is _absent:
        error = TypeError("object is not iterable")
        error.add_note(f"Cannot convert dictionary update sequence element #{n} to a sequence")
        raise error
    items = [x for x in items]
    if length(items) != 2:
        raise ValueError(f"dictionary update sequence element #{n} has length {length(items)}; 2 is required")
    _dict_set(d, items[0], items[1])


# Goes on with the pair `pair`, the n-th one, and what follows in the iterator.
def dict_pairs(d, iterator, n, pair, result):
    _set_pair(d, n, pair)
    for pair in iterator:
        n += 1
        _set_pair(d, n, pair)
    return result


def _function_text(function):
    try:
        qualname = function.__qualname__
    except AttributeError:
        return str(function)
    try:
        module = function.__module__
    except AttributeError:
        module = None
    if module is None or module == "builtins":
        return f"{qualname}()"
    return f"{module}.{qualname}()"


def _merge_keywords(d, other, function):
    if is_plain_dict(other):
        pairs = [(key, value) for key, value, h in dict_items_list(other)]
    else:
        try:
            keys = other.keys
        except AttributeError:
            keys = _absent
        if keys is _absent:
            raise TypeError(f"{_function_text(function)} argument after ** must be a mapping, not {_type(other).__name__}")
        pairs = None
    for key in keys() if pairs is None else pairs:
        if pairs is None:
            value = other[key]
        else:
            key, value = key
        if key in d:
            raise TypeError(f"{_function_text(function)} got multiple values for keyword argument '{key}'")
        d[key] = value


def dict_construct(d, other, keywords, result):
    dict_update(d, other, 0, None)
    _merge(d, keywords)
    return result


# With `started`, cls is the dict, iterable an iterator and `key` an item it gave.
def dict_fromkeys(cls, iterable, value, key=None, started=False):
    if started:
        d = cls
        d[key] = value
    else:
        d = cls()
    for key in iterable:
        d[key] = value
    return d


def dict_eq(a, b, invert):
    if dict_length(a) != dict_length(b):
        return invert
    for key, value, h in dict_items_list(a):
        other = dict_value(b, h, _find(b, key, h), _absent)
        if other is _absent:
            return invert
        if value is not other and not value == other:
            return invert
    return not invert


def items_contains(d, pair):
    key, value = pair
    h = _key_hash(key, False)
    found = dict_value(d, h, _find(d, key, h), _absent)
    return found is not _absent and (found is value or bool(found == value))


# --- sets -----------------------------------------------------------------------------------------------------------------------
def _set_find(s, key, h):
    step = 0
    while True:
        probe = set_probe(s, h, step)
        if probe is None:
            return -1
        step, stored = probe
        if stored is key:
            return step
        if stored == key:
            if set_holds(s, h, step, stored):
                return step
            step = 0
        elif set_holds(s, h, step, stored):
            step += 1
        else:
            step = 0


def _set_insert(s, key, h):
    found = set_look(s, h, key)
    if found is None:
        found = _set_find(s, key, h) >= 0
    if not found:
        set_insert(s, key, h)


def set_add(s, key):
    _set_insert(s, key, _key_hash(key, True))


# Hash of something looked for: a set counts as frozen.
def _lookup_hash(key):
    if is_set(key):
        try:
            return _hash(key)
        except TypeError:
            return frozen_hash(key)
    return _key_hash(key, True)


def set_contains(s, key):
    h = _lookup_hash(key)
    found = set_look(s, h, key)
    return _set_find(s, key, h) >= 0 if found is None else found


def set_discard(s, key, must_exist):
    h = _lookup_hash(key)
    step = _set_find(s, key, h)
    if step >= 0:
        set_remove(s, h, step)
    elif must_exist:
        raise KeyError(key)


def _add(s, key):
    if not set_try_add(s, key):
        set_add(s, key)


def _add_all(s, iterable):
    if is_set(iterable):
        for key, h in set_keys(iterable):
            _set_insert(s, key, h)
    elif _type(iterable) is dict: # a dict knows the hashes of its keys, and may change meanwhile
        entry = dict_key_at(iterable, 0)
        while entry is not None:
            position, key, h = entry
            _set_insert(s, key, h)
            entry = dict_key_at(iterable, position)
    else:
        for key in iterable:
            _add(s, key)


# With `item`, iterable is an iterator that gave it.
def set_update(s, iterable, result, item=_absent):
    if item is not _absent:
        _add(s, item)
        for item in iterable:
            _add(s, item)
    else:
        _add_all(s, iterable)
    return result


# s.update(*rest), after what is left of an iterator.
def set_construct(s, rest, iterator=None, item=None):
    if iterator is not None:
        set_update(s, iterator, None, item)
    for iterable in rest:
        _add_all(s, iterable)


def set_build(items):
    s = set_new(set)
    for item in items:
        _add(s, item)
    return s


def _as_set(iterable):
    if is_set(iterable):
        return iterable
    s = set_new(set)
    _add_all(s, iterable)
    return s


def _toggle_all(s, keys):
    for key, h in keys:
        step = _set_find(s, key, h)
        if step >= 0:
            set_remove(s, h, step)
        else:
            set_insert(s, key, h)


def _discard_all(s, iterable):
    if is_set(iterable):
        for key, h in set_keys(iterable):
            step = _set_find(s, key, h)
            if step >= 0:
                set_remove(s, h, step)
    else:
        for key in iterable:
            set_discard(s, key, False)


def _intersection(a, b, cls):
    result = set_new(cls)
    if not is_set(b):
        for key in b:
            h = _hash(key)
            if _set_find(a, key, h) >= 0:
                _set_insert(result, key, h)
        return result
    if set_length(b) > set_length(a):
        a, b = b, a
    for key, h in set_keys(b):
        if _set_find(a, key, h) >= 0:
            _set_insert(result, key, h)
    return result


def _difference(a, b, cls):
    if not is_set(b) and not is_plain_dict(b):
        result = set_copy(a, cls)
        _discard_all(result, b)
        return result
    b = _as_set(b)
    result = set_new(cls)
    for key, h in set_keys(a):
        if _set_find(b, key, h) < 0:
            set_insert(result, key, h)
    return result


def _is_subset(a, b):
    if set_length(a) > set_length(b):
        return False
    for key, h in set_keys(a):
        if _set_find(b, key, h) < 0:
            return False
    return True


# op: the numbers in set_methods.c. many: b is a tuple of iterables that are taken one after the other.
def set_operation(op, a, b, cls, answer=None, many=False):
    if many:
        for iterable in b:
            result = set_operation(op, a, iterable, cls, None)
            if op < 4:
                a = result
        return a if op < 4 else answer
    if op == 0:
        result = set_copy(a, cls)
        _add_all(result, b)
        return result
    if op == 1:
        return _intersection(a, b, cls)
    if op == 2:
        return _difference(a, b, cls)
    if op == 3:
        result = set_copy(_as_set(b), cls)
        _toggle_all(result, set_keys(a))
        return result
    if op == 4:
        result = _intersection(a, b, set)
        set_clear(a)
        _add_all(a, result)
        return answer
    if op == 5:
        if a is b:
            set_clear(a)
        else:
            _discard_all(a, b)
        return answer
    if op == 6:
        _toggle_all(a, set_keys(_as_set(b)))
        return answer
    if op == 8:
        if is_set(b):
            return _is_subset(a, b)
        return set_length(_intersection(a, b, set)) == set_length(a)
    if op == 9:
        return _is_subset(_as_set(b), a)
    if is_set(b):
        if set_length(b) > set_length(a):
            a, b = b, a
        for key, h in set_keys(b):
            if _set_find(a, key, h) >= 0:
                return False
    else:
        for key in b:
            if _set_find(a, key, _hash(key)) >= 0:
                return False
    return True


# Sizes were compared by the core: what is left is whether all of a is in b.
def set_compare(a, b, invert):
    return _is_subset(a, b) is not invert


# op: BinaryOp of an operator, -1 isdisjoint, -16 + CompareOp. One operand at least is a view of keys or items.
def view_operation(op, a, b):
    if op == -1:
        for x in b:
            if x in a:
                return False
        return True
    if op < 0:
        if op >= -12:
            a, b = b, a
        for x in a:
            if x not in b:
                return op == -13
        return op != -13
    if op == 9:
        if not is_set_view(a):
            a, b = b, a
        result = set_new(set)
        for x in b:
            if x in a:
                _add(result, x)
        return result
    result = set_new(set)
    _add_all(result, a)
    if op == 10:
        _add_all(result, b)
    elif op == 1:
        _discard_all(result, b)
    else:
        _toggle_all(result, set_keys(_as_set(b)))
    return result


# --- lists and tuples -------------------------------------------------------------------------------------------------------------
def seq_contains(s, x, i):
    while i < length(s):
        y = item(s, i)
        if y is x or y == x:
            return True
        i += 1
    return False


# Without i: any sequence that can be iterated (range).
def seq_index(s, x, i=None, stop=0):
    if i is None:
        i = 0
        for y in s:
            if y is x or y == x:
                return i
            i += 1
        raise ValueError("sequence.index(x): x not in sequence")
    while i < stop and i < length(s):
        y = item(s, i)
        if y is x or y == x:
            return i
        i += 1
    name = "tuple" if is_tuple(s) else "list"
    raise ValueError(f"{name}.index(x): x not in {name}")


def seq_count(s, x, i=None, count=0):
    if i is None:
        for y in s:
            if y is x or y == x:
                count += 1
        return count
    while i < length(s):
        y = item(s, i)
        if y is x or y == x:
            count += 1
        i += 1
    return count


def list_remove(s, x, i):
    while i < length(s):
        y = item(s, i)
        if y is x or y == x:
            list_pop(s, i)
            return None
        i += 1
    raise ValueError("list.remove(x): x not in list")


# op: CompareOp. The first i items are equal.
def sequence_compare(a, b, op, i):
    while i < length(a) and i < length(b):
        x = item(a, i)
        y = item(b, i)
        if x is y or x == y:
            i += 1
            continue
        if i >= length(a) or i >= length(b):  # __eq__ made a list shorter: the lengths decide
            break
        if op == 2:
            return False
        if op == 3:
            return True
        return order(op, x, y)
    if op == 2:
        return length(a) == length(b)
    if op == 3:
        return length(a) != length(b)
    return order(op, length(a), length(b))


def order(op, x, y):
    if op == 0:
        return x < y
    if op == 1:
        return x <= y
    if op == 4:
        return x > y
    return x >= y


# Asks for the size that an iterable promises. The answer is of no use here, but the methods have to run, and they may raise.
def _ask_length(x):
    cls = _type(x)
    if hasattr(cls, "__len__"):
        try:
            _len(x)
            return
        except TypeError:
            pass
    if hasattr(cls, "__length_hint__"):
        try:
            n = cls.__length_hint__(x)
        except TypeError:
            return
        if n is NotImplemented:
            return
        if not isinstance(n, _int):
            raise TypeError(f"__length_hint__ must be an integer, not {_type(n).__name__}")
        if n < 0:
            raise ValueError("__length_hint__() should return >= 0")


def _read(iterable):
    iterator = _iter(iterable)
    if has_hint(iterable):
        _ask_length(iterable)
    return iterator


def list_extend(s, iterable, result):
    for x in _read(iterable):
        list_append(s, x)
    return result


def list_build(iterable):
    return [x for x in _read(iterable)]


def tuple_build(iterable, cls):
    return tuple_of(cls, [x for x in iterable])


def list_set_slice(s, where, iterable):
    try:
        iterator = _iter(iterable)
    except TypeError:
        iterator = _absent
    if iterator is _absent:
        raise TypeError("must assign iterable to extended slice")
    _list_set(s, where, [x for x in iterator])


# --- index arguments ------------------------------------------------------------------------------------------------------------------
def _as_index(x):
    n = _type(x).__index__(x)
    return n if _type(n) is _int else int.__int__(index_returned(n))


# operator.index(x)
def as_index(x):
    if _type(x) is _int:
        return x
    if not has_index(x):
        raise TypeError(f"'{_type(x).__name__}' object cannot be interpreted as an integer")
    return _as_index(x)


def _slice_part(x):
    return x if x is None or isinstance(x, _int) else _as_index(x)


# function(*args) with the arguments in the bit set `which` made ints first (the parts of a slice, if it is one).
def call_with_index(function, which, args):
    converted = []
    for x in args:
        if which & 1:
            if _type(x) is slice:
                x = slice(_slice_part(x.start), _slice_part(x.stop), _slice_part(x.step))
            elif not isinstance(x, _int):
                x = _as_index(x)
        list_append(converted, x)
        which >>= 1
    return function(*converted)


# function(*args, name=truth of flag)
def call_with_truth(function, args, name, flag):
    return function(*args, **{name: True if flag else False})


# slice.indices() on ints of any size.
def slice_indices(s, n):
    step = 1 if s.step is None else _slice_part(s.step)
    if step == 0:
        raise ValueError("slice step cannot be zero")
    low, high = (-1, n - 1) if step < 0 else (0, n)
    ends = []
    for part, default in ((s.start, high if step < 0 else low), (s.stop, low if step < 0 else high)):
        if part is None:
            part = default
        else:
            part = _slice_part(part)
            if part < 0:
                part += n
                if part < low:
                    part = low
            elif part > high:
                part = high
        list_append(ends, part)
    return ends[0], ends[1], step


# A range with more items than fit 64 bits, sliced.
def range_slice(r, s):
    step = 1 if s.step is None else s.step
    n = (r.stop - r.start + r.step + (1 if r.step < 0 else -1)) // r.step
    start, stop, step = slice_indices(s, n)
    return range(r.start + start * r.step, r.start + stop * r.step, r.step * step)


# bytearray.__init__: bytearray(…) itself is made in one step.
def bytearray_init(array, arguments, keywords):
    bytearray.__setitem__(array, slice(None), bytearray(*arguments, **keywords))


# A slice of a bytearray gets what only Python code can make bytes of.
def bytearray_store(array, key, values):
    cls = type(values)
    if isinstance(values, str) or hasattr(cls, "__index__") or hasattr(cls, "__int__") or hasattr(cls, "__float__"):
        raise TypeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
    bytearray.__setitem__(array, key, bytearray(values))


def class_getitem(cls, key):
    return cls.__class_getitem__(key)
