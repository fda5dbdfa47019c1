// What traces call instead of stepping an instruction (src/jit/translate). All are plain functions that answer EMPTY, having changed nothing,
// where the interpreter has to do the whole instruction: an item that is missing, a key that needs Python code, no memory, an exception.
#include "containers.h"
#include "strings.h"

#define TRACE_CALL CORE_EXPORT

static COLD Value refused(VM *vm)
{
    if (vm->exception != EMPTY)
        exception_clear(vm);
    return EMPTY;
}
INLINE Value or_refused(VM *vm, Value v) { return likely(v != EMPTY) ? v : refused(vm); }
// TRUE or FALSE for 1 or 0 of a DICT_* status.
INLINE Value truth_or_refused(VM *vm, int status) { return likely(status >= 0) ? make_bool(status) : refused(vm); }

// What a function answers that may ask for Python code.
static Value without_python(VM *vm, Value v)
{
    if (likely(v != VALUE_TAIL))
        return or_refused(vm, v);
    tail_cancel(vm);
    return EMPTY;
}

// --- building -----------------------------------------------------------------------------------------------------------------
TRACE_CALL Value trace_tuple_new(VM *vm, u32 length) { return or_refused(vm, tuple_new(vm, length)); }
TRACE_CALL Value trace_list_new(VM *vm, u32 capacity) { return or_refused(vm, list_new(vm, capacity)); }
TRACE_CALL Value trace_dict_new(VM *vm, u32 capacity)
{
    Value dict = dict_new(vm);
    if (unlikely(dict == EMPTY))
        return refused(vm);
    if (capacity && unlikely(!dict_reserve(vm, dict, capacity))) {
        decref(vm, dict);
        return refused(vm);
    }
    return dict;
}
// A dict of the keys (strings) and values that follow each other in a tuple.
TRACE_CALL Value trace_dict_of_pairs(VM *vm, Value pairs)
{
    PyTuple *tuple = OBJ(vm, PyTuple, pairs);
    Value dict = dict_new(vm);
    for (u32 i = 0; dict != EMPTY && i + 1 < tuple->length; i += 2)
        if (unlikely(dict_set(vm, dict, tuple->items[i], tuple->items[i + 1]) != DICT_FOUND)) {
            decref(vm, dict);
            dict = EMPTY;
        }
    return or_refused(vm, dict);
}
TRACE_CALL Value trace_set_new(VM *vm) { return or_refused(vm, set_new(vm, TYPE_SET)); }

// Appends (and counts) an item.
TRACE_CALL Value trace_list_append(VM *vm, Value list, Value item)
{
    PyList *l = OBJ(vm, PyList, list);
    if (unlikely(l->length == l->capacity) && unlikely(!list_grow(vm, l, (u64)l->length + 1)))
        return refused(vm);
    list_items(vm, l)[l->length++] = retain(vm, item);
    return TRUE;
}

TRACE_CALL Value trace_list_pop(VM *vm, Value list) // the last item, owned
{
    PyList *l = OBJ(vm, PyList, list);
    if (unlikely(!l->length))
        return EMPTY;
    return list_pop_at(vm, l, l->length - 1);
}

// --- dicts and sets -----------------------------------------------------------------------------------------------------------
// The outcome of a lookup stays in vm->found_…, for a trace that looks the same key up in the same dict again (`again`): it holds both all the
// while, so an equal key is the very object that was looked up, and the version says whether the keys are as they were.
#define NO_ENTRY 0xFFFFFFFFu
static void note_found(VM *vm, Value dict, Value key, u32 entry, u32 hash)
{
    vm->found_key = key;
    vm->found_dict = (Ref)dict;
    vm->found_version = OBJ(vm, PyDict, dict)->keys_version;
    vm->found_entry = entry;
    vm->found_hash = hash;
}
INLINE int look_up(VM *vm, Value dict, Value key, bool again)
{
    PyDict *d = OBJ(vm, PyDict, dict);
    if (again && likely(vm->found_key == key && vm->found_dict == dict && vm->found_version == d->keys_version))
        return vm->found_entry == NO_ENTRY ? DICT_MISSING : DICT_FOUND;
    u32 hash, entry = NO_ENTRY;
    vm->found_key = EMPTY;
    int status = dict_hash(vm, key, &hash);
    if (likely(status == DICT_FOUND))
        status = dict_find(vm, d, key, hash, &entry);
    if (likely(status >= 0))
        note_found(vm, dict, key, status == DICT_FOUND ? entry : NO_ENTRY, hash);
    return status;
}
// Borrowed; EMPTY if a cell is.
INLINE Value found_value(VM *vm, Value dict) { return dict_entry_value(vm, OBJ(vm, PyDict, dict), dict_entries(vm, OBJ(vm, PyDict, dict)) + vm->found_entry); }

INLINE Value get_item(VM *vm, Value dict, Value key, bool again) // borrowed
{
    int status = look_up(vm, dict, key, again);
    return likely(status == DICT_FOUND) ? found_value(vm, dict) : refused(vm);
}
INLINE Value get_or(VM *vm, Value dict, Value key, Value otherwise, bool again) // owned
{
    int status = look_up(vm, dict, key, again);
    if (unlikely(status < 0))
        return refused(vm);
    Value v = status == DICT_FOUND ? found_value(vm, dict) : otherwise;
    return retain(vm, likely(v != EMPTY) ? v : otherwise);
}
INLINE Value set_item(VM *vm, Value dict, Value key, Value value, bool again, bool quiet)
{
    PyDict *d = OBJ(vm, PyDict, dict);
    if (unlikely(d->flags & DICT_CELLS)) // a namespace: traces may depend on it
        return EMPTY;
    int status = look_up(vm, dict, key, again);
    if (likely(status == DICT_FOUND)) {
        Value old = dict_entries(vm, d)[vm->found_entry].value;
        if (quiet && unlikely(is_object(old)) && head_of(vm, old)->refcount == 1)
            return EMPTY; // it would die
        set_value(vm, &dict_entries(vm, d)[vm->found_entry].value, retain(vm, value));
        return TRUE;
    }
    u32 hash = vm->found_hash;
    if (unlikely(status < 0) || unlikely(!dict_insert_new(vm, d, key, value, hash)))
        return refused(vm);
    note_found(vm, dict, key, d->entry_count - 1, hash);
    return TRUE;
}
INLINE Value contains_item(VM *vm, Value dict, Value key, bool again)
{
    int status = look_up(vm, dict, key, again);
    return unlikely(status < 0) ? refused(vm) : make_bool(status == DICT_FOUND && likely(found_value(vm, dict) != EMPTY));
}

TRACE_CALL Value trace_dict_get(VM *vm, Value dict, Value key) { return get_item(vm, dict, key, false); }
TRACE_CALL Value trace_dict_get_again(VM *vm, Value dict, Value key) { return get_item(vm, dict, key, true); }
TRACE_CALL Value trace_dict_get_or(VM *vm, Value dict, Value key, Value otherwise) { return get_or(vm, dict, key, otherwise, false); }
TRACE_CALL Value trace_dict_get_or_again(VM *vm, Value dict, Value key, Value otherwise) { return get_or(vm, dict, key, otherwise, true); }
TRACE_CALL Value trace_dict_set(VM *vm, Value dict, Value key, Value value) { return set_item(vm, dict, key, value, false, false); }
TRACE_CALL Value trace_dict_set_again(VM *vm, Value dict, Value key, Value value) { return set_item(vm, dict, key, value, true, false); }
// The same where nothing dies: a value that would leaves it to the interpreter.
TRACE_CALL Value trace_dict_put(VM *vm, Value dict, Value key, Value value) { return set_item(vm, dict, key, value, false, true); }
TRACE_CALL Value trace_dict_put_again(VM *vm, Value dict, Value key, Value value) { return set_item(vm, dict, key, value, true, true); }
TRACE_CALL Value trace_dict_contains(VM *vm, Value dict, Value key) { return contains_item(vm, dict, key, false); }
TRACE_CALL Value trace_dict_contains_again(VM *vm, Value dict, Value key) { return contains_item(vm, dict, key, true); }

TRACE_CALL Value trace_dict_setdefault(VM *vm, Value dict, Value key, Value otherwise) // owned
{
    int status = look_up(vm, dict, key, false);
    if (status == DICT_FOUND && likely(found_value(vm, dict) != EMPTY))
        return retain(vm, found_value(vm, dict));
    if (unlikely(status != DICT_MISSING) || unlikely(set_item(vm, dict, key, otherwise, true, false) == EMPTY))
        return refused(vm);
    return retain(vm, otherwise);
}
// TRUE if looking the key up raises KeyError.
TRACE_CALL Value trace_dict_misses(VM *vm, Value dict, Value key)
{
    Value ignored;
    int status = dict_get_peek(vm, dict, key, &ignored);
    return status == DICT_MISSING ? TRUE : status < 0 ? refused(vm) : EMPTY;
}
TRACE_CALL Value trace_dict_length(VM *vm, Value dict) { return int48(dict_length(vm, dict)); }

TRACE_CALL Value trace_set_contains(VM *vm, Value set, Value key) { return truth_or_refused(vm, set_contains(vm, set, key)); }
TRACE_CALL Value trace_set_add(VM *vm, Value set, Value key) { return likely(set_add(vm, set, key) >= 0) ? TRUE : refused(vm); }

TRACE_CALL Value trace_sequence_contains(VM *vm, Value sequence, Value item) // an exact list or tuple
{
    u32 length;
    Value *items = sequence_items(vm, sequence, &length);
    bool is_int = is_int48(item);
    for (u32 i = 0; i < length; i++) {
        if (is_int && is_int48(items[i])) {
            if (items[i] == item)
                return TRUE;
            continue;
        }
        int same = items[i] == item && !is_float(item) ? 1 : values_equal(vm, items[i], item);
        if (same)
            return truth_or_refused(vm, same);
    }
    return FALSE;
}

TRACE_CALL Value trace_not(VM *vm, Value truth) { return truth == TRUE ? FALSE : TRUE; }

// --- strings ------------------------------------------------------------------------------------------------------------------
TRACE_CALL Value trace_str_item(VM *vm, Value str, Value index) // owned
{
    PyStr *s = OBJ(vm, PyStr, str);
    i64 i = int48_value(index), length = s->length;
    if (i < 0)
        i += length;
    if (unlikely((u64)i >= (u64)length))
        return EMPTY;
    if (likely(s->kind == 1))
        return retain(vm, CHAR_STR(s->data[i]));
    return or_refused(vm, str_item(vm, str, (u32)i));
}

TRACE_CALL Value trace_str_equal(VM *vm, Value a, Value b) { return make_bool(a == b || str_equal(vm, a, b)); }
TRACE_CALL Value trace_str_less(VM *vm, Value a, Value b) { return make_bool(str_compare(vm, a, b) < 0); }
TRACE_CALL Value trace_str_contains(VM *vm, Value str, Value part)
{
    return make_bool(str_find(vm, str, part, 0, OBJ(vm, PyStr, str)->length, false) >= 0);
}
TRACE_CALL Value trace_str_concat(VM *vm, Value a, Value b) { return or_refused(vm, str_concat(vm, a, b)); }

// a's reference is taken unless the answer is EMPTY.
TRACE_CALL Value trace_str_append(VM *vm, Value a, Value b) { return or_refused(vm, str_concat_take(vm, a, b)); }

// --- iteration ----------------------------------------------------------------------------------------------------------------
TRACE_CALL Value trace_iter(VM *vm, Value container) { return or_refused(vm, container_iter(vm, container)); }

TRACE_CALL Value trace_range(VM *vm, Value start, Value stop, Value step) // three small ints
{
    return step == int48(0) ? EMPTY : or_refused(vm, range_of_small(vm, start, stop, step));
}

INLINE bool is_only_reference(VM *vm, Value v) { return is_object(v) && head_of(vm, v)->refcount == 1; }

// What the next step does: 1 it gives an item, 0 it is the last one, which gives none, -1 something else (an exception, Python code) or it can't be
// told. Inner iterators that somebody else holds may be stepped by two at once, or have their position in a trace's registers.
static int readiness(VM *vm, Value iterator, u32 depth)
{
    if (!is_kind(vm, iterator, LAYOUT_ITERATOR) || depth > 4 || (ref_type(vm, iterator) >= STATIC_END && !is_builtin_next(vm, iterator)))
        return -1;
    PyIterator *it = OBJ(vm, PyIterator, iterator);
    if (it->code == ITER_RANGE)
        return it->extra != int48(0);
    if (it->code == ITER_COUNT)
        return it->extra == EMPTY ? 1 : -1;
    if (it->code == ITER_CYCLE)
        return it->source == EMPTY && list_at(vm, it->extra)->length ? 1 : -1;
    if (it->source == EMPTY)
        return 0;
    switch (it->code) {
    case ITER_LIST: return it->index < list_at(vm, it->source)->length;
    case ITER_LIST_REVERSE: return it->n >= 0 && it->n < list_at(vm, it->source)->length;
    case ITER_TUPLE: return it->index < tuple_at(vm, it->source)->length;
    case ITER_STR: return it->index < OBJ(vm, PyStr, it->source)->length;
    case ITER_BYTES: return it->index < OBJ(vm, PyBytes, it->source)->length;
    case ITER_SET: {
        u32 position = it->index;
        SetEntry *entry;
        return it->n != set_at(vm, it->source)->used ? -1 : set_next(vm, set_at(vm, it->source), &position, &entry);
    }
    case ITER_DICT_KEYS:
    case ITER_DICT_VALUES:
    case ITER_DICT_ITEMS: {
        PyDict *d = dict_at(vm, it->source);
        if (it->n != d->used || (d->flags & DICT_CELLS))
            return -1;
        DictEntry *entries = dict_entries(vm, d);
        for (u32 i = it->index; i < d->entry_count; i++)
            if (entries[i].key != EMPTY)
                return it->step > 0 ? 1 : -1;
        return 0;
    }
    case ITER_ENUMERATE:
        return it->step == 0 && it->n < INT48_MAX && is_only_reference(vm, it->source) ? readiness(vm, it->source, depth + 1) : -1;
    case ITER_ZIP: {
        PyTuple *sources = tuple_at(vm, it->source);
        if (it->n || !sources->length)
            return -1;
        for (u32 i = 0; i < sources->length; i++) {
            int ready = is_only_reference(vm, sources->items[i]) ? readiness(vm, sources->items[i], depth + 1) : -1;
            if (ready != 1)
                return ready;
        }
        return 1;
    }
    case ITER_BYTEARRAY: return it->index < OBJ(vm, PyByteArray, it->source)->length;
    case ITER_DEQUE:
    case ITER_DEQUE_REVERSE: return it->n != OBJ(vm, PyDeque, it->source)->version ? -1 : it->index < OBJ(vm, PyDeque, it->source)->length;
    case ITER_REPEAT: return it->n != 0;
    case ITER_CHAIN: {
        int inner = it->extra == EMPTY ? 0 : is_only_reference(vm, it->extra) ? readiness(vm, it->extra, depth + 1) : -1;
        return inner || (is_only_reference(vm, it->source) && readiness(vm, it->source, depth + 1) == 0) ? inner : -1;
    }
    case ITER_ISLICE: {
        i64 stop = it->extra == NONE ? INT64_MAX : int48_value(it->extra);
        if (it->index != it->n || (i64)it->index >= stop)
            return it->index == it->n ? 0 : -1;
        return is_only_reference(vm, it->source) ? readiness(vm, it->source, depth + 1) : -1;
    }
    case ITER_PAIRWISE: return it->extra != EMPTY && is_only_reference(vm, it->source) ? readiness(vm, it->source, depth + 1) : -1;
    case ITER_PRODUCT:
    case ITER_PERMUTATIONS:
    case ITER_COMBINATIONS:
    case ITER_COMBINATIONS_REPLACEMENT: return is_last_choice(vm, it) ? -1 : 1;
    default: return -1;
    }
}

TRACE_CALL Value trace_next(VM *vm, Value iterator) // owned
{
    bool done;
    PyIterator *it = OBJ(vm, PyIterator, iterator);
    if (it->code == ITER_SET && ref_type(vm, iterator) == TYPE_SET_ITERATOR) {
        SetEntry *entry;
        if (it->source == EMPTY || it->n != set_at(vm, it->source)->used)
            return EMPTY;
        u32 position = it->index;
        if (!set_next(vm, set_at(vm, it->source), &position, &entry))
            return EMPTY;
        it->index = position;
        it->step--;
        return retain(vm, entry->key);
    }
    return likely(readiness(vm, iterator, 0) == 1) ? or_refused(vm, iterator_next(vm, iterator, &done)) : EMPTY;
}

// Makes the last step of an iterator, which lets go of what it went over; EMPTY if it would do anything else.
TRACE_CALL Value trace_finish(VM *vm, Value iterator)
{
    bool done = false;
    if (readiness(vm, iterator, 0) != 0)
        return EMPTY;
    iterator_next(vm, iterator, &done);
    return TRUE;
}

// --- generators ---------------------------------------------------------------------------------------------------------------
// A generator, coroutine or async generator of a function, as RETURN_GENERATOR makes it but with empty registers.
TRACE_CALL Value trace_generator_new(VM *vm, Ref function, u32 resume_pc)
{
    PyFunction *f = AT(vm, PyFunction, function);
    PyGenerator *g = generator_new(vm, f);
    if (unlikely(!g))
        return refused(vm);
    g->resume_pc = resume_pc;
    return OFFSET_OF(vm, g);
}

// --- builtins -----------------------------------------------------------------------------------------------------------------
// Functions that change nothing before they raise or ask for Python code, and look at no frame.
static Value call_plain(VM *vm, Ref builtin, Value *args, u32 nargs)
{
    PyBuiltin *b = AT(vm, PyBuiltin, builtin);
    return without_python(vm, core_functions[b->table].defs[b->index].function(vm, args, nargs, 0));
}
TRACE_CALL Value trace_call_1(VM *vm, Ref builtin, Value a) { return call_plain(vm, builtin, (Value[]){a}, 1); }                // owned
TRACE_CALL Value trace_call_2(VM *vm, Ref builtin, Value a, Value b) { return call_plain(vm, builtin, (Value[]){a, b}, 2); } // owned

TRACE_CALL Value trace_chr(VM *vm, Value point) // owned
{
    i64 n = int48_value(point);
    return n < 0 || n > 0x10FFFF ? EMPTY : or_refused(vm, str_from_char(vm, (u32)n));
}

// --- slices -------------------------------------------------------------------------------------------------------------------
TRACE_CALL Value trace_slice(VM *vm, Value start, Value stop, Value step) { return or_refused(vm, slice_new(vm, start, stop, step)); }
TRACE_CALL Value trace_getitem(VM *vm, Value sequence, Value key) { return without_python(vm, op_getitem(vm, sequence, key)); } // owned; of a builtin type

// --- comparison ---------------------------------------------------------------------------------------------------------------
TRACE_CALL Value trace_compare(VM *vm, u32 op, Value a, Value b) { return without_python(vm, op_compare(vm, op, a, b)); } // tuples, lists: TRUE or FALSE
