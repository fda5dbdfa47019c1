// collections.deque: a ring of values. Dropped items are dropped last, when the ring is consistent. Comparisons that need Python code are done
// over by the prelude, which watches `version` for "deque mutated during iteration".
#include "containers.h"

INLINE PyDeque *deque_at(VM *vm, Value v) { return OBJ(vm, PyDeque, v); }
INLINE Value *item_place(VM *vm, PyDeque *d, u32 i) { return AT(vm, Value, d->items) + ((d->first + i) & (d->capacity - 1)); }

// --- storage -----------------------------------------------------------------------------------------------------------------------
static bool reserve(VM *vm, PyDeque *d, u64 length)
{
    if (length <= d->capacity)
        return true;
    u64 capacity = d->capacity ? d->capacity : 8;
    while (capacity < length)
        capacity *= 2;
    if (capacity > MAX_ITEMS) {
        raise_memory_error(vm);
        return false;
    }
    u32 block = heap_block(vm, (u32)capacity * sizeof(Value));
    if (!block)
        return false;
    Value *to = AT(vm, Value, block), *from = AT(vm, Value, d->items);
    u32 until_end = d->capacity - d->first, first_part = d->length < until_end ? d->length : until_end;
    if (d->length) {
        memcpy(to, from + d->first, first_part * sizeof(Value));
        memcpy(to + first_part, from, (d->length - first_part) * sizeof(Value));
    }
    heap_block_free(vm, d->items);
    d->items = block;
    d->capacity = (u32)capacity;
    d->first = 0;
    return true;
}

static Value take_last(VM *vm, PyDeque *d)
{
    Value item = *item_place(vm, d, --d->length);
    d->version++;
    return item;
}
static Value take_first(VM *vm, PyDeque *d)
{
    Value item = *item_place(vm, d, 0);
    d->first = (d->first + 1) & (d->capacity - 1);
    d->length--;
    d->version++;
    return item;
}

// A full deque loses the item at the other end.
static bool append_take(VM *vm, PyDeque *d, Value item)
{
    if (unlikely(d->length >= d->max_length)) {
        d->version++;
        if (d->max_length == 0) {
            decref(vm, item);
            return true;
        }
        Value lost = take_first(vm, d);
        *item_place(vm, d, d->length++) = item;
        decref(vm, lost);
        return true;
    }
    if (unlikely(d->length == d->capacity) && !reserve(vm, d, (u64)d->length + 1)) {
        decref(vm, item);
        return false;
    }
    *item_place(vm, d, d->length++) = item;
    d->version++;
    return true;
}
static bool append_left_take(VM *vm, PyDeque *d, Value item)
{
    Value lost = EMPTY;
    if (unlikely(d->length >= d->max_length)) {
        d->version++;
        if (d->max_length == 0) {
            decref(vm, item);
            return true;
        }
        lost = take_last(vm, d);
    } else if (unlikely(d->length == d->capacity) && !reserve(vm, d, (u64)d->length + 1)) {
        decref(vm, item);
        return false;
    }
    d->first = (d->first - 1) & (d->capacity - 1);
    *item_place(vm, d, 0) = item;
    d->length++;
    d->version++;
    decref(vm, lost);
    return true;
}

void deque_clear(VM *vm, Value v)
{
    PyDeque old = *deque_at(vm, v), *d = deque_at(vm, v);
    if (!old.items)
        return;
    d->length = d->capacity = d->first = d->items = 0;
    d->version++;
    for (u32 i = 0; i < old.length; i++)
        decref(vm, *item_place(vm, &old, i));
    heap_block_free(vm, old.items);
}

static Value deque_of_class(VM *vm, Ref cls, u32 max_length)
{
    PyDeque *d = heap_new_container(vm, cls, sizeof(PyDeque));
    if (!d)
        return EMPTY;
    d->max_length = max_length;
    return obj_value(vm, d);
}

static bool append_all(VM *vm, Value to, Value from)
{
    PyDeque *d = deque_at(vm, to), *source = deque_at(vm, from);
    u32 length = source->length;
    for (u32 i = 0; i < length; i++)
        if (!append_take(vm, d, retain(vm, *item_place(vm, source, i))))
            return false;
    return true;
}

static Value copy_of(VM *vm, Value v)
{
    PyDeque *d = deque_at(vm, v);
    Value copy = deque_of_class(vm, TYPE_DEQUE, d->max_length);
    if (copy != EMPTY && (!reserve(vm, deque_at(vm, copy), d->length) || !append_all(vm, copy, v))) {
        decref(vm, copy);
        return EMPTY;
    }
    return copy;
}

static Value snapshot(VM *vm, Value v)
{
    PyDeque *d = deque_at(vm, v);
    Value tuple = tuple_new(vm, d->length);
    for (u32 i = 0; tuple != EMPTY && i < d->length; i++)
        tuple_at(vm, tuple)->items[i] = retain(vm, *item_place(vm, d, i));
    return tuple;
}

// --- extend ---------------------------------------------------------------------------------------------------------------------------
// Answers `result`; may tail.
static Value extend(VM *vm, Value v, Value iterable, bool left, Value result)
{
    PyDeque *d = deque_at(vm, v);
    if (is_kind(vm, iterable, LAYOUT_DEQUE) && (iterable == v || !left) && has_builtin_iter(vm, iterable)) {
        Value items = snapshot(vm, iterable);
        Value answer = items == EMPTY ? EMPTY : extend(vm, v, items, left, result);
        decref(vm, items);
        return answer;
    }
    Value iterator = pure_iter(vm, iterable);
    if (iterator == EMPTY)
        return vm->exception != EMPTY ? EMPTY : tail_prelude(vm, PRELUDE_DEQUE_EXTEND, 4, v, iterable, make_bool(left), result);
    Value answer = EMPTY;
    for (;;) {
        bool done = false;
        if (interrupted(vm)) {
            answer = tail_prelude(vm, PRELUDE_DEQUE_EXTEND, 4, v, iterator, make_bool(left), result);
            break;
        }
        Value item = iterator_next(vm, iterator, &done);
        if (item == EMPTY) {
            if (done)
                answer = retain(vm, result);
            break;
        }
        if (!(left ? append_left_take(vm, d, item) : append_take(vm, d, item)))
            break;
    }
    decref(vm, iterator);
    return answer;
}

// --- making --------------------------------------------------------------------------------------------------------------------------------
static Value m_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return check_new_class(vm, args, nargs, TYPE_DEQUE) ? deque_of_class(vm, (Ref)args[0], DEQUE_UNBOUNDED) : EMPTY;
}

static Value m_init(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    u32 named = kwnames ? tuple_at(vm, kwnames)->length : 0;
    Value slots[2] = {nargs > 1 ? args[1] : EMPTY, nargs > 2 ? args[2] : EMPTY};
    if (nargs - 1 + named > 2)
        return raise_error(vm, EXC_TypeError, "deque() takes at most 2 arguments (%u given)", nargs - 1 + named);
    for (u32 k = 0; k < named; k++) {
        i32 which = keyword_index(vm, kwnames, "iterable") == (i32)k ? 0 : keyword_index(vm, kwnames, "maxlen") == (i32)k ? 1 : -1;
        if (which < 0)
            return raise_unexpected_keyword(vm, "deque", tuple_at(vm, kwnames)->items[k], (const char *[]){"iterable", "maxlen"}, 2);
        if (slots[which] != EMPTY)
            return raise_error(vm, EXC_TypeError, "argument for deque() given by name ('%s') and position (%u)", which ? "maxlen" : "iterable", which + 1);
        slots[which] = args[nargs + k];
    }
    u32 max_length = DEQUE_UNBOUNDED;
    if (slots[1] != EMPTY && slots[1] != NONE) {
        i64 n;
        int status = is_int_value(vm, slots[1]) ? index_of(vm, slots[1], &n) : INDEX_NONE;
        if (status == INDEX_NONE)
            return raise_error(vm, EXC_TypeError, "an integer is required");
        if (status == INDEX_BIG)
            return raise_error(vm, EXC_OverflowError, "Python int too large to convert to C ssize_t");
        if (n < 0)
            return raise_error(vm, EXC_ValueError, "maxlen must be non-negative");
        max_length = n >= DEQUE_UNBOUNDED ? DEQUE_UNBOUNDED - 1 : (u32)n;
    }
    deque_clear(vm, args[0]);
    deque_at(vm, args[0])->max_length = max_length;
    return slots[0] == EMPTY ? new_none(vm) : extend(vm, args[0], slots[0], false, NONE);
}

// --- items -----------------------------------------------------------------------------------------------------------------------------------
static Value m_append(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return append_take(vm, deque_at(vm, args[0]), retain(vm, args[1])) ? new_none(vm) : EMPTY;
}
static Value m_appendleft(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return append_left_take(vm, deque_at(vm, args[0]), retain(vm, args[1])) ? new_none(vm) : EMPTY;
}
static Value m_pop(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyDeque *d = deque_at(vm, args[0]);
    return d->length ? take_last(vm, d) : raise_error(vm, EXC_IndexError, "pop from an empty deque");
}
static Value m_popleft(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyDeque *d = deque_at(vm, args[0]);
    return d->length ? take_first(vm, d) : raise_error(vm, EXC_IndexError, "pop from an empty deque");
}
static Value m_extend(VM *vm, Value *args, u32 nargs, Ref kwnames) { return extend(vm, args[0], args[1], false, NONE); }
static Value m_extendleft(VM *vm, Value *args, u32 nargs, Ref kwnames) { return extend(vm, args[0], args[1], true, NONE); }
static Value m_iadd(VM *vm, Value *args, u32 nargs, Ref kwnames) { return extend(vm, args[0], args[1], false, args[0]); }

// The place of an index argument, or NULL with *result.
static Value *place_of(VM *vm, Value *args, u32 nargs, const char *method, Value *result)
{
    PyDeque *d = deque_at(vm, args[0]);
    i64 i;
    switch (index_of(vm, args[1], &i)) {
    case INDEX_OK:
        if (i < 0)
            i += d->length;
        if ((u64)i < d->length)
            return item_place(vm, d, (u32)i);
        *result = raise_error(vm, EXC_IndexError, "deque index out of range");
        return NULL;
    case INDEX_BIG:
        *result = raise_error(vm, EXC_IndexError, "cannot fit '%T' into an index-sized integer", args[1]);
        return NULL;
    case INDEX_PYTHON:
        *result = tail_with_index(vm, TYPE_DEQUE, method, 2, nargs, args);
        return NULL;
    default:
        *result = raise_error(vm, EXC_TypeError, "sequence index must be integer, not '%T'", args[1]);
        return NULL;
    }
}

static Value m_getitem(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value result, *place = place_of(vm, args, nargs, "__getitem__", &result);
    return place ? retain(vm, *place) : result;
}
static Value m_setitem(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value result, *place = place_of(vm, args, nargs, "__setitem__", &result);
    if (!place)
        return result;
    set_value(vm, place, retain(vm, args[2]));
    return new_none(vm);
}

static Value remove_at(VM *vm, PyDeque *d, u32 i)
{
    Value item = *item_place(vm, d, i);
    if (i < d->length / 2) {
        for (u32 k = i; k > 0; k--)
            *item_place(vm, d, k) = *item_place(vm, d, k - 1);
        d->first = (d->first + 1) & (d->capacity - 1);
    } else {
        for (u32 k = i; k + 1 < d->length; k++)
            *item_place(vm, d, k) = *item_place(vm, d, k + 1);
    }
    d->length--;
    d->version++;
    return item;
}

static Value m_delitem(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyDeque *d = deque_at(vm, args[0]);
    Value result, *place = place_of(vm, args, nargs, "__delitem__", &result);
    if (!place)
        return result;
    decref(vm, remove_at(vm, d, (u32)(place - AT(vm, Value, d->items) - d->first) & (d->capacity - 1)));
    return new_none(vm);
}

static Value m_insert(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyDeque *d = deque_at(vm, args[0]);
    i64 i;
    switch (index_of(vm, args[1], &i)) {
    case INDEX_OK:
        break;
    case INDEX_BIG:
        return raise_error(vm, EXC_OverflowError, "Python int too large to convert to C ssize_t");
    case INDEX_PYTHON:
        return tail_with_index(vm, TYPE_DEQUE, "insert", 2, nargs, args);
    default:
        return raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", args[1]);
    }
    if (d->length >= d->max_length)
        return raise_error(vm, EXC_IndexError, "deque already at its maximum size");
    u32 at = (u32)clamp_index(i, d->length);
    if (!append_take(vm, d, retain(vm, args[2])))
        return EMPTY;
    for (u32 k = d->length - 1; k > at; k--)
        *item_place(vm, d, k) = *item_place(vm, d, k - 1);
    *item_place(vm, d, at) = args[2];
    return new_none(vm);
}

// --- search ------------------------------------------------------------------------------------------------------------------------------------
enum { SEARCH_CONTAINS, SEARCH_COUNT, SEARCH_INDEX, SEARCH_REMOVE };

static Value search(VM *vm, u32 what, Value v, Value x, i64 start, i64 stop)
{
    PyDeque *d = deque_at(vm, v);
    i64 count = 0;
    for (i64 i = start; i < stop && i < d->length; i++) {
        Value item = *item_place(vm, d, (u32)i);
        int equal = item == x ? 1 : equal_at_depth(vm, item, x, 0);
        if (equal == DICT_ERROR)
            return EMPTY;
        if (equal == DICT_NEEDS_PYTHON)
            return tail_prelude(vm, PRELUDE_DEQUE_SEARCH, 6, v, int48(what), x, int48(i), int48(stop > INT48_MAX ? INT48_MAX : stop), int48(count));
        if (!equal)
            continue;
        if (what == SEARCH_CONTAINS)
            return new_bool(vm, true);
        if (what == SEARCH_INDEX)
            return int48(i);
        if (what == SEARCH_REMOVE) {
            decref(vm, remove_at(vm, d, (u32)i));
            return new_none(vm);
        }
        count++;
    }
    return what == SEARCH_CONTAINS ? new_bool(vm, false)
         : what == SEARCH_COUNT    ? int48(count)
                                   : raise_error(vm, EXC_ValueError, "deque.%s(x): x not in deque", what == SEARCH_INDEX ? "index" : "remove");
}

static Value m_contains(VM *vm, Value *args, u32 nargs, Ref kwnames) { return search(vm, SEARCH_CONTAINS, args[0], args[1], 0, INT64_MAX); }
static Value m_count(VM *vm, Value *args, u32 nargs, Ref kwnames) { return search(vm, SEARCH_COUNT, args[0], args[1], 0, INT64_MAX); }
static Value m_remove(VM *vm, Value *args, u32 nargs, Ref kwnames) { return search(vm, SEARCH_REMOVE, args[0], args[1], 0, INT64_MAX); }
static Value m_index(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    i64 limits[2] = {0, INT64_MAX};
    for (u32 i = 2; i < nargs; i++) {
        int status = index_of(vm, args[i], &limits[i - 2]);
        if (status == INDEX_NONE)
            return raise_error(vm, EXC_TypeError, "slice indices must be integers or have an __index__ method");
        if (status == INDEX_PYTHON)
            return tail_with_index(vm, TYPE_DEQUE, "index", 12, nargs, args);
    }
    u32 length = deque_at(vm, args[0])->length;
    return search(vm, SEARCH_INDEX, args[0], args[1], clamp_index(limits[0], length), clamp_index(limits[1], length));
}

// --- whole deques ----------------------------------------------------------------------------------------------------------------------------------
static Value m_rotate(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyDeque *d = deque_at(vm, args[0]);
    i64 n = 1;
    if (nargs > 1) {
        switch (index_of(vm, args[1], &n)) {
        case INDEX_OK:
            break;
        case INDEX_BIG:
            return raise_error(vm, EXC_OverflowError, "Python int too large to convert to C ssize_t");
        case INDEX_PYTHON:
            return tail_with_index(vm, TYPE_DEQUE, "rotate", 2, nargs, args);
        default:
            return raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", args[1]);
        }
    }
    if (d->length < 2)
        return new_none(vm);
    u32 right = (u32)(n % d->length < 0 ? n % d->length + d->length : n % d->length);
    if (right && d->length == d->capacity) {
        d->first = (d->first - right) & (d->capacity - 1); // the ring is full: only the seam moves
    } else if (right <= d->length / 2) {
        for (u32 k = 0; k < right; k++) {
            Value item = *item_place(vm, d, d->length - 1);
            d->first = (d->first - 1) & (d->capacity - 1);
            *item_place(vm, d, 0) = item;
        }
    } else {
        for (u32 k = d->length - right; k > 0; k--) {
            Value item = *item_place(vm, d, 0);
            d->first = (d->first + 1) & (d->capacity - 1);
            *item_place(vm, d, d->length - 1) = item;
        }
    }
    d->version++;
    return new_none(vm);
}

static Value m_reverse(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyDeque *d = deque_at(vm, args[0]);
    for (u32 i = 0, j = d->length; i + 1 < j; i++) {
        Value *left = item_place(vm, d, i), *right = item_place(vm, d, --j), item = *left;
        *left = *right;
        *right = item;
    }
    return new_none(vm);
}

static Value m_clear(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    deque_clear(vm, args[0]);
    return new_none(vm);
}

static Value m_copy(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return ref_type(vm, args[0]) == TYPE_DEQUE ? copy_of(vm, args[0]) : tail_prelude(vm, PRELUDE_DEQUE_COPY, 1, args[0]);
}

static Value m_add(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!is_kind(vm, args[1], LAYOUT_DEQUE))
        return raise_error(vm, EXC_TypeError, "can only concatenate deque (not \"%T\") to deque", args[1]);
    if (ref_type(vm, args[0]) != TYPE_DEQUE)
        return tail_prelude(vm, PRELUDE_DEQUE_COPY, 2, args[0], args[1]);
    Value result = copy_of(vm, args[0]);
    if (result != EMPTY && !append_all(vm, result, args[1])) {
        decref(vm, result);
        return EMPTY;
    }
    return result;
}

static Value multiply(VM *vm, Value *args, const char *method, bool in_place)
{
    i64 times;
    switch (index_of(vm, args[1], &times)) {
    case INDEX_OK:
        break;
    case INDEX_BIG:
        return raise_error(vm, EXC_OverflowError, "cannot fit '%T' into an index-sized integer", args[1]);
    case INDEX_PYTHON:
        return tail_with_index(vm, TYPE_DEQUE, method, 2, 2, args);
    default:
        return raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", args[1]);
    }
    Value result = in_place ? retain(vm, args[0]) : copy_of(vm, args[0]);
    if (result == EMPTY)
        return EMPTY;
    PyDeque *d = deque_at(vm, result);
    u32 length = d->length;
    if (times <= 0) {
        deque_clear(vm, result);
        return result;
    }
    if (length && times > 1) {
        // More rounds than fill a bounded deque change nothing but where it starts: whole turns are left out.
        if (d->max_length != DEQUE_UNBOUNDED && times > (i64)d->max_length / length + 2)
            times = (i64)d->max_length / length + 2;
        Value items = times > MAX_ITEMS / length ? raise_memory_error(vm) : snapshot(vm, result);
        bool ok = items != EMPTY;
        for (i64 round = 1; ok && round < times; round++)
            for (u32 i = 0; ok && i < length; i++)
                ok = append_take(vm, d, retain(vm, tuple_at(vm, items)->items[i]));
        decref(vm, items);
        if (!ok) {
            decref(vm, result);
            return EMPTY;
        }
    }
    return result;
}
static Value m_mul(VM *vm, Value *args, u32 nargs, Ref kwnames) { return multiply(vm, args, "__mul__", false); }
static Value m_imul(VM *vm, Value *args, u32 nargs, Ref kwnames) { return multiply(vm, args, "__imul__", true); }

static Value m_len(VM *vm, Value *args, u32 nargs, Ref kwnames) { return int48(deque_at(vm, args[0])->length); }
static Value m_maxlen(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    u32 max_length = deque_at(vm, args[0])->max_length;
    return max_length == DEQUE_UNBOUNDED ? new_none(vm) : int48(max_length);
}
static Value m_sizeof(VM *vm, Value *args, u32 nargs, Ref kwnames) { return int48((i64)sizeof(PyDeque) + (i64)deque_at(vm, args[0])->capacity * 8); }

static Value compare(VM *vm, u32 op, Value a, Value b)
{
    if (!is_kind(vm, b, LAYOUT_DEQUE))
        return new_notimplemented(vm);
    if ((op == COMPARE_EQ || op == COMPARE_NE) && deque_at(vm, a)->length != deque_at(vm, b)->length)
        return new_bool(vm, op == COMPARE_NE);
    Value left = snapshot(vm, a), right = left == EMPTY ? EMPTY : snapshot(vm, b);
    Value result = right == EMPTY ? EMPTY : container_compare(vm, op, left, right);
    decref(vm, left);
    decref(vm, right);
    return result;
}

// --- iterators: n = version when made, index = items given -------------------------------------------------------------------------------------------
Value deque_iter(VM *vm, Value v, bool backwards)
{
    Value it = iterator_new(vm, backwards ? TYPE_DEQUE_REVERSE_ITERATOR : TYPE_DEQUE_ITERATOR, backwards ? ITER_DEQUE_REVERSE : ITER_DEQUE, retain(vm, v), EMPTY);
    if (it != EMPTY)
        OBJ(vm, PyIterator, it)->n = deque_at(vm, v)->version;
    return it;
}

Value deque_next(VM *vm, PyIterator *it, bool *done)
{
    PyDeque *d = it->source == EMPTY ? NULL : deque_at(vm, it->source);
    if (d && it->n != d->version) {
        set_value(vm, &it->source, EMPTY);
        return raise_error(vm, EXC_RuntimeError, "deque mutated during iteration");
    }
    if (!d || it->index >= d->length) {
        *done = true;
        set_value(vm, &it->source, EMPTY);
        return EMPTY;
    }
    u32 i = it->index++;
    return retain(vm, *item_place(vm, d, it->code == ITER_DEQUE ? i : d->length - 1 - i));
}

static Value m_iter(VM *vm, Value *args, u32 nargs, Ref kwnames) { return deque_iter(vm, args[0], false); }
static Value m_reversed(VM *vm, Value *args, u32 nargs, Ref kwnames) { return deque_iter(vm, args[0], true); }

static Value iterator_construct(VM *vm, Value *args, u32 nargs, bool backwards)
{
    i64 skip = 0;
    if (!check_arg_count(vm, nargs - 1, 1, 2, backwards ? "_deque_reverse_iterator" : "_deque_iterator"))
        return EMPTY;
    if (!is_kind(vm, args[1], LAYOUT_DEQUE))
        return raise_error(vm, EXC_TypeError, "argument 1 must be collections.deque, not %T", args[1]);
    if (nargs > 2 && index_of(vm, args[2], &skip) != INDEX_OK)
        return raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", args[2]);
    Value it = deque_iter(vm, args[1], backwards);
    if (it != EMPTY)
        OBJ(vm, PyIterator, it)->index = (u32)clamp_index(skip < 0 ? 0 : skip, deque_at(vm, args[1])->length);
    return it;
}
static Value iterator_new_forwards(VM *vm, Value *args, u32 nargs, Ref kwnames) { return iterator_construct(vm, args, nargs, false); }
static Value iterator_new_backwards(VM *vm, Value *args, u32 nargs, Ref kwnames) { return iterator_construct(vm, args, nargs, true); }

static Value i_self(VM *vm, Value *args, u32 nargs, Ref kwnames) { return retain(vm, args[0]); }
static Value i_next(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    bool done = false;
    Value item = deque_next(vm, OBJ(vm, PyIterator, args[0]), &done);
    return item == EMPTY && done ? raise_value(vm, exception_new(vm, EXC_StopIteration, EMPTY)) : item;
}
static Value i_length_hint(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyIterator *it = OBJ(vm, PyIterator, args[0]);
    return int48(it->source == EMPTY ? 0 : (i64)deque_at(vm, it->source)->length - it->index);
}

// --- for the prelude ---------------------------------------------------------------------------------------------------------------------------------
static Value p_version(VM *vm, Value *args, u32 nargs, Ref kwnames) { return int48(deque_at(vm, args[0])->version); }
static Value p_item(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    i64 i = 0;
    int_to_i64(vm, args[1], &i);
    PyDeque *d = deque_at(vm, args[0]);
    return (u64)i < d->length ? retain(vm, *item_place(vm, d, (u32)i)) : raise_error(vm, EXC_IndexError, "deque index out of range");
}
static Value p_length(VM *vm, Value *args, u32 nargs, Ref kwnames) { return m_len(vm, args, nargs, kwnames); }

static Value m_repr(VM *vm, Value *args, u32 nargs, Ref kwnames) { return tail_prelude(vm, PRELUDE_DEQUE_REPR, 1, args[0]); }
static Value m_reduce(VM *vm, Value *args, u32 nargs, Ref kwnames) { return tail_prelude(vm, PRELUDE_DEQUE_REDUCE, 1, args[0]); }

#define DEQUE_COMPARE(name, op) \
    static Value m_##name(VM *vm, Value *args, u32 nargs, Ref kwnames) { return compare(vm, op, args[0], args[1]); }
DEQUE_COMPARE(lt, COMPARE_LT)
DEQUE_COMPARE(le, COMPARE_LE)
DEQUE_COMPARE(eq, COMPARE_EQ)
DEQUE_COMPARE(ne, COMPARE_NE)
DEQUE_COMPARE(gt, COMPARE_GT)
DEQUE_COMPARE(ge, COMPARE_GE)

#define DEQUE_ITERATOR(TYPE, make) \
    {"__new__", make, 0, ANY_ARGS, BUILTIN_FLAG_STATIC, TYPE, NULL}, {"__iter__", i_self, 1, 1, WRAPPER, TYPE, "($self, /)"}, \
    {"__next__", i_next, 1, 1, WRAPPER, TYPE, "($self, /)"}, {"__length_hint__", i_length_hint, 1, 1, METHOD, TYPE, "($self, /)"}

const BuiltinDef collections_type_defs[] = {
    {"__new__", m_new, 0, ANY_ARGS, BUILTIN_FLAG_STATIC | KEYWORDS, TYPE_DEQUE, "($type, *args, **kwargs)"},
    {"__init__", m_init, 1, ANY_ARGS, WRAPPER | KEYWORDS, TYPE_DEQUE, "($self, /, *args, **kwargs)"},
    {"__hash__", NULL, 1, 1, 0, TYPE_DEQUE, NULL},
    {"__len__", m_len, 1, 1, WRAPPER, TYPE_DEQUE, "($self, /)"},
    {"__getitem__", m_getitem, 2, 2, WRAPPER, TYPE_DEQUE, "($self, key, /)"},
    {"__setitem__", m_setitem, 3, 3, WRAPPER, TYPE_DEQUE, "($self, key, value, /)"},
    {"__delitem__", m_delitem, 2, 2, WRAPPER, TYPE_DEQUE, "($self, key, /)"},
    {"__contains__", m_contains, 2, 2, WRAPPER, TYPE_DEQUE, "($self, key, /)"},
    {"__iter__", m_iter, 1, 1, WRAPPER, TYPE_DEQUE, "($self, /)"},
    {"__reversed__", m_reversed, 1, 1, METHOD, TYPE_DEQUE, "($self, /)"},
    {"__add__", m_add, 2, 2, WRAPPER, TYPE_DEQUE, "($self, value, /)"},
    {"__iadd__", m_iadd, 2, 2, WRAPPER, TYPE_DEQUE, "($self, value, /)"},
    {"__mul__", m_mul, 2, 2, WRAPPER, TYPE_DEQUE, "($self, value, /)"},
    {"__rmul__", m_mul, 2, 2, WRAPPER, TYPE_DEQUE, "($self, value, /)"},
    {"__imul__", m_imul, 2, 2, WRAPPER, TYPE_DEQUE, "($self, value, /)"},
    {"__lt__", m_lt, 2, 2, WRAPPER, TYPE_DEQUE, "($self, value, /)"},
    {"__le__", m_le, 2, 2, WRAPPER, TYPE_DEQUE, "($self, value, /)"},
    {"__eq__", m_eq, 2, 2, WRAPPER, TYPE_DEQUE, "($self, value, /)"},
    {"__ne__", m_ne, 2, 2, WRAPPER, TYPE_DEQUE, "($self, value, /)"},
    {"__gt__", m_gt, 2, 2, WRAPPER, TYPE_DEQUE, "($self, value, /)"},
    {"__ge__", m_ge, 2, 2, WRAPPER, TYPE_DEQUE, "($self, value, /)"},
    {"__repr__", m_repr, 1, 1, WRAPPER, TYPE_DEQUE, "($self, /)"},
    {"__reduce__", m_reduce, 1, 1, METHOD, TYPE_DEQUE, "($self, /)"},
    {"append", m_append, 2, 2, METHOD, TYPE_DEQUE, "($self, item, /)"},
    {"appendleft", m_appendleft, 2, 2, METHOD, TYPE_DEQUE, "($self, item, /)"},
    {"pop", m_pop, 1, 1, METHOD, TYPE_DEQUE, "($self, /)"},
    {"popleft", m_popleft, 1, 1, METHOD, TYPE_DEQUE, "($self, /)"},
    {"extend", m_extend, 2, 2, METHOD, TYPE_DEQUE, "($self, iterable, /)"},
    {"extendleft", m_extendleft, 2, 2, METHOD, TYPE_DEQUE, "($self, iterable, /)"},
    {"rotate", m_rotate, 1, 2, METHOD, TYPE_DEQUE, "($self, n=1, /)"},
    {"reverse", m_reverse, 1, 1, METHOD, TYPE_DEQUE, "($self, /)"},
    {"clear", m_clear, 1, 1, METHOD, TYPE_DEQUE, "($self, /)"},
    {"copy", m_copy, 1, 1, METHOD, TYPE_DEQUE, "($self, /)"},
    {"__copy__", m_copy, 1, 1, METHOD, TYPE_DEQUE, "($self, /)"},
    {"count", m_count, 2, 2, METHOD, TYPE_DEQUE, "($self, value, /)"},
    {"index", m_index, 2, 4, METHOD, TYPE_DEQUE, "($self, value, [start, [stop]])"},
    {"insert", m_insert, 3, 3, METHOD, TYPE_DEQUE, "($self, index, value, /)"},
    {"remove", m_remove, 2, 2, METHOD, TYPE_DEQUE, "($self, value, /)"},
    {"maxlen", m_maxlen, 1, 1, BUILTIN_FLAG_GETTER, TYPE_DEQUE, NULL},
    {"__sizeof__", m_sizeof, 1, 1, METHOD, TYPE_DEQUE, "($self, /)"},
    {"__class_getitem__", class_getitem_method, 2, 2, BUILTIN_FLAG_CLASSMETHOD, TYPE_DEQUE, "($type, object, /)"},
    DEQUE_ITERATOR(TYPE_DEQUE_ITERATOR, iterator_new_forwards),
    DEQUE_ITERATOR(TYPE_DEQUE_REVERSE_ITERATOR, iterator_new_backwards),
    {"", NULL, 0, 0, 0, 0, NULL},
};
const BuiltinDef collections_private_defs[] = {
    {"deque_version", p_version, 1, 1, 0, 0, NULL},
    {"deque_item", p_item, 2, 2, 0, 0, NULL},
    {"deque_length", p_length, 1, 1, 0, 0, NULL},
    {"", NULL, 0, 0, 0, 0, NULL},
};
