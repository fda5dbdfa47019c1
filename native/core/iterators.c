// Stepping builtin iterators, and iter() of builtin containers. What the fields mean is in iterators.h. A step that needs Python code (a
// function mapped over items, a generator inside zip()) is a tail call; then the iterator has not been changed, or the prelude finishes the step.
#include "containers.h"
#include "heap_inline.h"

Value iterator_new(VM *vm, Ref type, u32 code, Value source_taken, Value extra_taken)
{
    bool is_subclass = type >= STATIC_END;
    PyIterator *it = heap_new_raw(vm, type, sizeof(PyIterator) + (is_subclass ? 2 * sizeof(u32) : 0), HEAP_CONTAINERS);
    if (unlikely(!it)) {
        decref(vm, source_taken);
        decref(vm, extra_taken);
        return EMPTY;
    }
    it->code = code;
    it->index = 0;
    it->source = source_taken;
    it->extra = extra_taken;
    it->n = it->step = 0;
    if (is_subclass)
        it->of_subclass[0] = it->of_subclass[1] = 0;
    return obj_value(vm, it);
}

Value dict_iter_new(VM *vm, Value dict, u32 code)
{
    static const u32 types[] = {TYPE_DICT_KEYITERATOR,        TYPE_DICT_VALUEITERATOR,        TYPE_DICT_ITEMITERATOR,
                                TYPE_DICT_REVERSEKEYITERATOR, TYPE_DICT_REVERSEVALUEITERATOR, TYPE_DICT_REVERSEITEMITERATOR};
    PyDict *d = dict_at(vm, dict);
    Value v = iterator_new(vm, types[code - ITER_DICT_KEYS], code, retain(vm, dict), EMPTY);
    if (likely(v != EMPTY)) {
        PyIterator *it = OBJ(vm, PyIterator, v);
        it->n = d->used;
        it->step = dict_length(vm, dict);
        it->index = code >= ITER_DICT_KEYS_REVERSE ? d->entry_count : 0;
    }
    return v;
}

Value container_iter(VM *vm, Value v)
{
    if (!is_object(v))
        return EMPTY;
    switch (kind_of(vm, v)) {
    case LAYOUT_LIST: return iterator_new(vm, TYPE_LIST_ITERATOR, ITER_LIST, retain(vm, v), EMPTY);
    case LAYOUT_TUPLE: return iterator_new(vm, TYPE_TUPLE_ITERATOR, ITER_TUPLE, retain(vm, v), EMPTY);
    case LAYOUT_DICT: return dict_iter_new(vm, v, ITER_DICT_KEYS);
    case LAYOUT_DICTVIEW: return dict_iter_new(vm, dict_of_view(vm, v), ITER_DICT_KEYS + OBJ(vm, PyDictView, v)->which);
    case LAYOUT_RANGE: return range_iter(vm, v);
    case LAYOUT_DEQUE: return deque_iter(vm, v, false);
    case LAYOUT_STR:
        return iterator_new(vm, OBJ(vm, PyStr, v)->ascii ? TYPE_STR_ASCII_ITERATOR : TYPE_STR_ITERATOR, ITER_STR, retain(vm, v), EMPTY);
    case LAYOUT_BYTES: return iterator_new(vm, TYPE_BYTES_ITERATOR, ITER_BYTES, retain(vm, v), EMPTY);
    case LAYOUT_BYTEARRAY: return iterator_new(vm, TYPE_BYTEARRAY_ITERATOR, ITER_BYTEARRAY, retain(vm, v), EMPTY);
    case LAYOUT_SET: {
        Value it = iterator_new(vm, TYPE_SET_ITERATOR, ITER_SET, retain(vm, v), EMPTY);
        if (it != EMPTY)
            OBJ(vm, PyIterator, it)->n = OBJ(vm, PyIterator, it)->step = set_at(vm, v)->used;
        return it;
    }
    case LAYOUT_ITERATOR: {
        PyIterator *it = OBJ(vm, PyIterator, v);
        return it->code && it->code < ITER_FIRST_GENERATOR_CODE ? retain(vm, v) : EMPTY;
    }
    default: return EMPTY;
    }
}

// --- purity ------------------------------------------------------------------------------------------------------------------------
static bool is_pure_at(VM *vm, Value iterator, u32 depth);
static bool is_plain_int(VM *vm, Value v) { return is_int48(v) || is_exact(vm, v, TYPE_INT); }

static bool all_pure(VM *vm, Value sequence, u32 depth)
{
    u32 length;
    Value *items = sequence_items(vm, sequence, &length);
    for (u32 i = 0; i < length; i++)
        if (items[i] != NONE && !is_pure_at(vm, items[i], depth))
            return false;
    return true;
}

static bool is_pure_at(VM *vm, Value v, u32 depth)
{
    if (!is_kind(vm, v, LAYOUT_ITERATOR) || depth > 8 || special_base(vm, v, SPECIAL_next) == 0)
        return false;
    PyIterator *it = OBJ(vm, PyIterator, v);
    switch (it->code) {
    case ITER_LIST:
    case ITER_LIST_REVERSE:
    case ITER_TUPLE:
    case ITER_STR:
    case ITER_BYTES:
    case ITER_BYTEARRAY:
    case ITER_RANGE:
    case ITER_RANGE_LONG:
    case ITER_SET:
    case ITER_DICT_KEYS:
    case ITER_DICT_VALUES:
    case ITER_DICT_ITEMS:
    case ITER_DICT_KEYS_REVERSE:
    case ITER_DICT_VALUES_REVERSE:
    case ITER_DICT_ITEMS_REVERSE:
    case ITER_REPEAT:
    case ITER_PRODUCT:
    case ITER_PERMUTATIONS:
    case ITER_COMBINATIONS:
    case ITER_COMBINATIONS_REPLACEMENT:
    case ITER_DEQUE:
    case ITER_DEQUE_REVERSE:
        return true;
    case ITER_COUNT: // whoever asks asks once: it must not matter when it goes beyond 64 bits
        return it->extra == EMPTY || (is_plain_int(vm, it->source) && is_plain_int(vm, it->extra));
    case ITER_REVERSED:
        return it->source == EMPTY || is_exact(vm, it->source, TYPE_TUPLE) || is_str(vm, it->source) || is_exact(vm, it->source, TYPE_BYTEARRAY) ||
               (is_exact(vm, it->source, TYPE_BYTES) && it->n < OBJ(vm, PyBytes, it->source)->length);
    case ITER_ISLICE:
        if (it->step > ISLICE_MAX_SKIP || it->n - it->index > ISLICE_MAX_SKIP)
            return false;
        return it->source == EMPTY || is_pure_at(vm, it->source, depth + 1);
    case ITER_ENUMERATE:
        if (it->step == 2) // counts beyond 64 bits: see step_enumerate
            return false;
        return it->source == EMPTY || is_pure_at(vm, it->source, depth + 1);
    case ITER_PAIRWISE:
    case ITER_BATCHED:
    case ITER_CYCLE:
        return it->source == EMPTY || is_pure_at(vm, it->source, depth + 1);
    case ITER_ZIP:
    case ITER_ZIP_LONGEST:
        return it->source == EMPTY || all_pure(vm, it->source, depth + 1);
    default:
        return false;
    }
}

bool iterator_is_pure(VM *vm, Value iterator) { return is_pure_at(vm, iterator, 0); }

Value pure_iter(VM *vm, Value iterable)
{
    if (!is_object(iterable) || !has_builtin_iter(vm, iterable))
        return EMPTY;
    Value iterator = container_iter(vm, iterable);
    if (iterator == EMPTY || iterator_is_pure(vm, iterator))
        return iterator;
    decref(vm, iterator);
    return EMPTY;
}

// --- steps -------------------------------------------------------------------------------------------------------------------------
// The end: the source is let go, so that the iterator stays at its end whatever happens to the container.
static Value finish(VM *vm, PyIterator *it, bool *done)
{
    *done = true;
    set_value(vm, &it->source, EMPTY);
    return EMPTY;
}

static Value pair_take(VM *vm, PyIterator *it, Value first_taken, Value second_taken)
{
    // The tuple handed out last time is used again if nobody kept it.
    if (it->extra != EMPTY && is_object(it->extra) && head_of(vm, it->extra)->refcount == 1) {
        PyTuple *tuple = tuple_at(vm, it->extra);
        Value old_first = tuple->items[0], old_second = tuple->items[1];
        tuple->items[0] = first_taken;
        tuple->items[1] = second_taken;
        tuple->hash = 0;
        Value result = retain(vm, it->extra);
        decref(vm, old_first);
        decref(vm, old_second);
        return result;
    }
    Value result = tuple_take(vm, (Value[]){first_taken, second_taken}, 2);
    if (result != EMPTY)
        set_value(vm, &it->extra, retain(vm, result));
    return result;
}

static Value dict_entry_item(VM *vm, PyIterator *it, PyDict *d, DictEntry *e, u32 which)
{
    if (which == 0)
        return retain(vm, e->key);
    Value value = dict_entry_value(vm, d, e);
    return which == 1 ? retain(vm, value) : pair_take(vm, it, retain(vm, e->key), retain(vm, value));
}

static Value step_dict(VM *vm, PyIterator *it, bool *done)
{
    if (it->source == EMPTY)
        return finish(vm, it, done);
    PyDict *d = dict_at(vm, it->source);
    bool backwards = it->code >= ITER_DICT_KEYS_REVERSE;
    u32 which = it->code - (backwards ? ITER_DICT_KEYS_REVERSE : ITER_DICT_KEYS);
    if (unlikely(it->n != d->used)) {
        it->n = -1;
        return raise_error(vm, EXC_RuntimeError, "dictionary changed size during iteration");
    }
    DictEntry *entries = dict_entries(vm, d);
    if (backwards) {
        u32 i = it->index < d->entry_count ? it->index : d->entry_count;
        while (i-- > 0) {
            if (entries[i].key == EMPTY || dict_entry_value(vm, d, entries + i) == EMPTY)
                continue;
            it->index = i;
            it->step--;
            return dict_entry_item(vm, it, d, entries + i, which);
        }
        return finish(vm, it, done);
    }
    u32 count = d->entry_count;
    for (u32 i = it->index; i < count; i++) {
        if (unlikely(entries[i].key == EMPTY) || unlikely(dict_entry_value(vm, d, entries + i) == EMPTY))
            continue;
        if (unlikely(it->step <= 0) && !(d->flags & DICT_CELLS)) {
            finish(vm, it, done);
            *done = false;
            return raise_error(vm, EXC_RuntimeError, "dictionary keys changed during iteration");
        }
        it->index = i + 1;
        it->step--;
        return dict_entry_item(vm, it, d, entries + i, which);
    }
    return finish(vm, it, done);
}

static Value step_set(VM *vm, PyIterator *it, bool *done)
{
    if (it->source == EMPTY)
        return finish(vm, it, done);
    PySet *s = set_at(vm, it->source);
    if (unlikely(it->n != s->used)) {
        it->n = -1;
        return raise_error(vm, EXC_RuntimeError, "Set changed size during iteration");
    }
    SetEntry *e;
    if (!set_next(vm, s, &it->index, &e))
        return finish(vm, it, done);
    it->step--;
    return retain(vm, e->key);
}

static Value step_long_range(VM *vm, PyIterator *it, bool *done)
{
    if (it->source == EMPTY)
        return finish(vm, it, done);
    PyRange *r = OBJ(vm, PyRange, it->source);
    i64 length;
    if (int_to_i64(vm, r->length, &length) && it->n >= length)
        return finish(vm, it, done);
    return range_item(vm, r, it->n++);
}

// Steps an iterator held by another one. Only for pure ones.
static Value step_inner(VM *vm, Value iterator, bool *done)
{
    *done = false;
    return iterator_next(vm, iterator, done);
}

static Value enumerate_count(VM *vm, PyIterator *it)
{
    if (likely(it->step == 0)) {
        Value n = int48(it->n);
        if (likely(it->n < INT48_MAX)) {
            it->n++;
            return n;
        }
        it->step = 1; // from here on `n` counts in full and the numbers are made as needed
    }
    return int_from_i64(vm, it->n++);
}

// enumerate: extra holds the tuple of last time, or (with a start beyond 64 bits) the count.
static Value step_enumerate(VM *vm, PyIterator *it, bool *done)
{
    if (it->source == EMPTY)
        return finish(vm, it, done);
    if (!iterator_is_pure(vm, it->source) || it->step == 2)
        return tail_prelude(vm, PRELUDE_ENUMERATE_NEXT, 1, obj_value(vm, it));
    Value item = step_inner(vm, it->source, done);
    if (item == EMPTY)
        return EMPTY; // enumerate keeps its source at the end
    Value count = enumerate_count(vm, it);
    if (count == EMPTY) {
        decref(vm, item);
        return EMPTY;
    }
    return pair_take(vm, it, count, item);
}

static Value step_zip(VM *vm, PyIterator *it, bool *done)
{
    if (it->source == EMPTY)
        return finish(vm, it, done);
    PyTuple *sources = tuple_at(vm, it->source);
    if (sources->length == 0)
        return finish(vm, it, done);
    if (!all_pure(vm, it->source, 1))
        return tail_prelude(vm, PRELUDE_ZIP_NEXT, 1, obj_value(vm, it));
    bool reuse = is_object(it->extra) && head_of(vm, it->extra)->refcount == 1;
    Value result = reuse ? retain(vm, it->extra) : tuple_new(vm, sources->length);
    if (result == EMPTY)
        return EMPTY;
    for (u32 i = 0; i < sources->length; i++) {
        Value item = step_inner(vm, sources->items[i], done);
        if (unlikely(item == EMPTY)) {
            decref(vm, result);
            if (!*done || !it->n)
                return EMPTY;
            if (i) {
                *done = false;
                return raise_error(vm, EXC_ValueError, "zip() argument %u is shorter than argument%s%u", i + 1, i == 1 ? " " : "s 1-", i);
            }
            for (u32 j = 1; j < sources->length; j++) { // strict and the first is at its end: so must be the others
                Value more = step_inner(vm, sources->items[j], done);
                if (more != EMPTY) {
                    decref(vm, more);
                    *done = false;
                    return raise_error(vm, EXC_ValueError, "zip() argument %u is longer than argument%s%u", j + 1, j == 1 ? " " : "s 1-", j);
                }
                if (!*done)
                    return EMPTY;
            }
            return EMPTY;
        }
        set_value(vm, &tuple_at(vm, result)->items[i], item);
    }
    if (!reuse)
        set_value(vm, &it->extra, retain(vm, result));
    return result;
}

static Value step_map(VM *vm, PyIterator *it, bool *done)
{
    if (it->step || it->n || !iterator_is_pure(vm, it->extra)) {
        if (!it->step || it->n)
            return tail_prelude(vm, PRELUDE_MAP_NEXT, 1, obj_value(vm, it));
        PyTuple *sources = tuple_at(vm, it->extra);
        if (sources->length > 4 || !all_pure(vm, it->extra, 1))
            return tail_prelude(vm, PRELUDE_MAP_NEXT, 1, obj_value(vm, it));
        Value items[4] = {EMPTY, EMPTY, EMPTY, EMPTY}, result = EMPTY;
        u32 have = 0;
        while (have < sources->length && (items[have] = step_inner(vm, sources->items[have], done)) != EMPTY)
            have++;
        if (have == sources->length)
            result = tail_call(vm, it->source, have, items[0], items[1], items[2], items[3]);
        while (have > 0)
            decref(vm, items[--have]);
        return result;
    }
    Value item = step_inner(vm, it->extra, done);
    if (item == EMPTY)
        return EMPTY;
    Value result = tail_call(vm, it->source, 1, item);
    decref(vm, item);
    return result;
}

// Without a function, or with bool, the truth of builtin values decides here; everything else is the prelude's loop.
static Value step_filter(VM *vm, PyIterator *it, bool *done)
{
    if (!(it->source == NONE || it->source == TYPE_BOOL) || !iterator_is_pure(vm, it->extra))
        return tail_prelude(vm, PRELUDE_FILTER_NEXT, 1, obj_value(vm, it));
    for (;;) {
        if (interrupted(vm))
            return tail_prelude(vm, PRELUDE_FILTER_NEXT, 1, obj_value(vm, it));
        Value item = step_inner(vm, it->extra, done);
        if (item == EMPTY)
            return EMPTY;
        int truth = op_truth(vm, item);
        if (truth == 1)
            return item;
        if (truth == 2) {
            tail_cancel(vm);
            Value result = tail_prelude(vm, PRELUDE_FILTER_NEXT, 2, obj_value(vm, it), item);
            decref(vm, item);
            return result;
        }
        decref(vm, item);
        if (truth < 0)
            return EMPTY;
    }
}

static Value step_reversed(VM *vm, PyIterator *it, bool *done)
{
    Value sequence = it->source;
    if (it->n < 0)
        return finish(vm, it, done);
    if (is_exact(vm, sequence, TYPE_TUPLE)) // its length never changes
        return retain(vm, tuple_at(vm, sequence)->items[it->n--]);
    if (is_str(vm, sequence))
        return str_from_char(vm, str_char(OBJ(vm, PyStr, sequence), (u32)it->n--));
    if (is_exact(vm, sequence, TYPE_BYTES) && it->n < OBJ(vm, PyBytes, sequence)->length)
        return int48(OBJ(vm, PyBytes, sequence)->data[it->n--]);
    if (is_exact(vm, sequence, TYPE_BYTEARRAY)) {
        PyByteArray *array = OBJ(vm, PyByteArray, sequence);
        if (it->n >= array->length) // it has become shorter
            return finish(vm, it, done);
        return int48(AT(vm, u8, array->data)[it->n--]);
    }
    return tail_prelude(vm, PRELUDE_REVERSED_NEXT, 1, obj_value(vm, it));
}

Value iterator_next(VM *vm, Value v, bool *done)
{
    PyIterator *it = OBJ(vm, PyIterator, v);
    *done = false;
    switch (it->code) {
    case ITER_LIST: {
        if (it->source == EMPTY)
            return finish(vm, it, done);
        PyList *list = list_at(vm, it->source);
        return it->index < list->length ? retain(vm, list_items(vm, list)[it->index++]) : finish(vm, it, done);
    }
    case ITER_LIST_REVERSE: {
        if (it->source == EMPTY)
            return finish(vm, it, done);
        PyList *list = list_at(vm, it->source);
        if (it->n < 0 || it->n >= list->length) {
            it->n = -1;
            return finish(vm, it, done);
        }
        return retain(vm, list_items(vm, list)[it->n--]);
    }
    case ITER_TUPLE: {
        if (it->source == EMPTY)
            return finish(vm, it, done);
        PyTuple *tuple = tuple_at(vm, it->source);
        return it->index < tuple->length ? retain(vm, tuple->items[it->index++]) : finish(vm, it, done);
    }
    case ITER_STR: {
        if (it->source == EMPTY)
            return finish(vm, it, done);
        PyStr *s = OBJ(vm, PyStr, it->source);
        return it->index < s->length ? str_from_char(vm, str_char(s, it->index++)) : finish(vm, it, done);
    }
    case ITER_BYTES: {
        if (it->source == EMPTY)
            return finish(vm, it, done);
        PyBytes *b = OBJ(vm, PyBytes, it->source);
        return it->index < b->length ? int48(b->data[it->index++]) : finish(vm, it, done);
    }
    case ITER_BYTEARRAY: {
        if (it->source == EMPTY)
            return finish(vm, it, done);
        PyByteArray *b = OBJ(vm, PyByteArray, it->source);
        return it->index < b->length ? int48(AT(vm, u8, b->data)[it->index++]) : finish(vm, it, done);
    }
    case ITER_RANGE: {
        if (it->extra == int48(0)) {
            *done = true;
            return EMPTY;
        }
        it->extra--; // an int of 48 bits above 0: its payload is the low part
        Value n = int48(it->n);
        it->n += it->step;
        return n;
    }
    case ITER_RANGE_LONG: return step_long_range(vm, it, done);
    case ITER_SET: return step_set(vm, it, done);
    case ITER_DICT_KEYS:
    case ITER_DICT_VALUES:
    case ITER_DICT_ITEMS:
    case ITER_DICT_KEYS_REVERSE:
    case ITER_DICT_VALUES_REVERSE:
    case ITER_DICT_ITEMS_REVERSE: return step_dict(vm, it, done);
    case ITER_ENUMERATE: return step_enumerate(vm, it, done);
    case ITER_ZIP: return step_zip(vm, it, done);
    case ITER_MAP: return step_map(vm, it, done);
    case ITER_FILTER: return step_filter(vm, it, done);
    case ITER_CALLABLE:
        if (it->source == EMPTY)
            return finish(vm, it, done);
        return tail_prelude(vm, PRELUDE_CALLABLE_ITER_NEXT, 1, v);
    case ITER_SEQUENCE:
        if (it->source == EMPTY)
            return finish(vm, it, done);
        return tail_prelude(vm, PRELUDE_SEQUENCE_ITER_NEXT, 1, v);
    case ITER_REVERSED:
        if (it->source == EMPTY)
            return finish(vm, it, done);
        return step_reversed(vm, it, done);
    default: return itertools_next(vm, it, done);
    }
}

// --- how many are left -------------------------------------------------------------------------------------------------------------------
i64 iterator_length_hint(VM *vm, Value v)
{
    PyIterator *it = OBJ(vm, PyIterator, v);
    i64 left, length;
    switch (it->code) {
    case ITER_RANGE: return int48_value(it->extra);
    case ITER_RANGE_LONG:
        if (it->source == EMPTY)
            return 0;
        return int_to_i64(vm, OBJ(vm, PyRange, it->source)->length, &length) ? length - it->n : -1;
    case ITER_LIST: return it->source == EMPTY ? 0 : (left = (i64)list_at(vm, it->source)->length - it->index) > 0 ? left : 0;
    case ITER_LIST_REVERSE: return it->source == EMPTY || it->n >= list_at(vm, it->source)->length ? 0 : it->n + 1;
    case ITER_TUPLE: return it->source == EMPTY ? 0 : (i64)tuple_at(vm, it->source)->length - it->index;
    case ITER_STR: return it->source == EMPTY ? 0 : (i64)OBJ(vm, PyStr, it->source)->length - it->index;
    case ITER_BYTES: return it->source == EMPTY ? 0 : (i64)OBJ(vm, PyBytes, it->source)->length - it->index;
    case ITER_BYTEARRAY: return it->source == EMPTY ? 0 : (left = (i64)OBJ(vm, PyByteArray, it->source)->length - it->index) > 0 ? left : 0;
    case ITER_SET: return it->source == EMPTY || it->n != set_at(vm, it->source)->used ? 0 : it->step;
    case ITER_DICT_KEYS:
    case ITER_DICT_VALUES:
    case ITER_DICT_ITEMS:
    case ITER_DICT_KEYS_REVERSE:
    case ITER_DICT_VALUES_REVERSE:
    case ITER_DICT_ITEMS_REVERSE: return it->source == EMPTY || it->n != dict_at(vm, it->source)->used ? 0 : it->step;
    case ITER_REPEAT: return it->n;
    default: return -1;
    }
}

// --- methods -----------------------------------------------------------------------------------------------------------------------------
static Value m_iter(VM *vm, Value *args, u32 nargs, Ref kwnames) { return retain(vm, args[0]); }

// The end is StopIteration here; FOR_ITER and next(x, default) ask iterator_next themselves.
static Value m_next(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    bool done = false;
    Value item = iterator_next(vm, args[0], &done);
    if (item == EMPTY && done)
        raise_value(vm, exception_new(vm, EXC_StopIteration, EMPTY));
    return item;
}

static Value m_length_hint(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    i64 hint = iterator_length_hint(vm, args[0]);
    return hint < 0 ? new_notimplemented(vm) : int_from_i64(vm, hint);
}

#define ITERATOR(TYPE) {"__iter__", m_iter, 1, 1, WRAPPER, TYPE, "($self, /)"}, {"__next__", m_next, 1, 1, WRAPPER, TYPE, "($self, /)"}
#define SIZED_ITERATOR(TYPE) ITERATOR(TYPE), {"__length_hint__", m_length_hint, 1, 1, METHOD, TYPE, "($self, /)"}

const BuiltinDef iterator_defs[] = {
    SIZED_ITERATOR(TYPE_LIST_ITERATOR), SIZED_ITERATOR(TYPE_LIST_REVERSE_ITERATOR), SIZED_ITERATOR(TYPE_TUPLE_ITERATOR),
    SIZED_ITERATOR(TYPE_STR_ITERATOR), SIZED_ITERATOR(TYPE_STR_ASCII_ITERATOR), SIZED_ITERATOR(TYPE_BYTES_ITERATOR),
    SIZED_ITERATOR(TYPE_BYTEARRAY_ITERATOR), SIZED_ITERATOR(TYPE_RANGE_ITERATOR), SIZED_ITERATOR(TYPE_LONGRANGE_ITERATOR),
    SIZED_ITERATOR(TYPE_SET_ITERATOR), SIZED_ITERATOR(TYPE_DICT_KEYITERATOR), SIZED_ITERATOR(TYPE_DICT_VALUEITERATOR),
    SIZED_ITERATOR(TYPE_DICT_ITEMITERATOR), SIZED_ITERATOR(TYPE_DICT_REVERSEKEYITERATOR), SIZED_ITERATOR(TYPE_DICT_REVERSEVALUEITERATOR),
    SIZED_ITERATOR(TYPE_DICT_REVERSEITEMITERATOR), ITERATOR(TYPE_CALLABLE_ITERATOR), ITERATOR(TYPE_SEQUENCE_ITERATOR),
    ITERATOR(TYPE_ENUMERATE), ITERATOR(TYPE_ZIP), ITERATOR(TYPE_MAP), ITERATOR(TYPE_FILTER), ITERATOR(TYPE_REVERSED),
    {"", NULL, 0, 0, 0, 0, NULL},
};
