// What the prelude (src/prelude/containers.py, iteration.py) asks of containers, in the private module _krait. They work on the layout, whatever a
// subclass overrides, and never run Python code. A position in a probe sequence (`step`) is only good until the next hook has run: check with
// dict_holds / set_holds.
#include "containers.h"
#include "sort_steps.h"

Value sum_state_new(VM *vm, Value start);
Value sum_state_add(VM *vm, Value state, Value item);
Value sum_state_total(VM *vm, Value state);

#define PRIVATE(name) static Value name(VM *vm, Value *args, u32 nargs, Ref kwnames)

static i64 int_argument(VM *vm, Value v)
{
    i64 n = 0;
    int_to_i64(vm, v, &n);
    return n;
}
static u32 fold_argument(VM *vm, Value v) { return fold_hash((u64)int_argument(vm, v)); }

static Value pair_or_none(VM *vm, i64 step, Value key)
{
    return step < 0 ? new_none(vm) : tuple_from(vm, (Value[]){int48(step), key}, 2);
}

// --- hashes --------------------------------------------------------------------------------------------------------------------
// hash_result(n): what hash() makes of what __hash__ returned.
PRIVATE(p_hash_result)
{
    if (!is_int_value(vm, args[0]))
        return raise_error(vm, EXC_TypeError, "__hash__ method should return an integer");
    return int_from_i64(vm, (i64)hash_from_int(vm, args[0]));
}

// raise_unhashable(key, for_set, error): error is the TypeError that hash(key) gave.
PRIVATE(p_raise_unhashable)
{
    raise_value(vm, retain(vm, args[2]));
    return raise_unhashable(vm, args[0], args[1] == TRUE ? "a set element" : "a dict key");
}

// hash_combine(tuple or slice, hashes of its parts)
PRIVATE(p_hash_combine) { return hash_combine(vm, args[0], args[1]); }
// has_hint(x): __len__ or __length_hint__ may have something to say (or an error to raise) when x is read into a list.
PRIVATE(p_has_hint)
{
    Ref length = special_of(vm, args[0], SPECIAL_len), hint = special_of(vm, args[0], SPECIAL_length_hint);
    return new_bool(vm, length || hint);
}
// to_index(x): an int through __index__.
PRIVATE(p_to_index)
{
    if (likely(is_int48(args[0]) || (is_object(args[0]) && ref_type(vm, args[0]) == TYPE_INT)))
        return retain(vm, args[0]);
    return tail_prelude(vm, PRELUDE_ASKED_INDEX, 1, args[0]);
}
PRIVATE(p_has_index)
{
    Ref special = special_of(vm, args[0], SPECIAL_index);
    return new_bool(vm, special);
}

// --- dicts -----------------------------------------------------------------------------------------------------------------------
// dict_probe(dict, hash, step): (step, stored key) of the next entry with this hash, None at the end.
PRIVATE(p_dict_probe)
{
    u32 entry = 0;
    PyDict *d = dict_at(vm, args[0]);
    i64 step = dict_probe_from(vm, d, fold_argument(vm, args[1]), int_argument(vm, args[2]), &entry);
    return pair_or_none(vm, step, step < 0 ? EMPTY : dict_entries(vm, d)[entry].key);
}

static bool entry_at_step(VM *vm, Value dict, Value hash, Value step, u32 *entry)
{
    i64 n = int_argument(vm, step);
    return n >= 0 && dict_probe_from(vm, dict_at(vm, dict), fold_argument(vm, hash), n, entry) == n;
}

// dict_holds(dict, hash, step, key): that entry is still there.
PRIVATE(p_dict_holds)
{
    u32 entry;
    return new_bool(vm, entry_at_step(vm, args[0], args[1], args[2], &entry) && dict_entries(vm, dict_at(vm, args[0]))[entry].key == args[3]);
}

// dict_value(dict, hash, step, default): default for step -1 (and for a name without a value).
PRIVATE(p_dict_value)
{
    u32 entry;
    PyDict *d = dict_at(vm, args[0]);
    Value value = entry_at_step(vm, args[0], args[1], args[2], &entry) ? dict_entry_value(vm, d, dict_entries(vm, d) + entry) : EMPTY;
    return retain(vm, value == EMPTY ? args[3] : value);
}

// dict_look(dict, hash, key, absent, asks): the value, or one of these two; `asks` if a comparison is Python code.
PRIVATE(p_dict_look)
{
    u32 entry;
    PyDict *d = dict_at(vm, args[0]);
    int status = dict_find(vm, d, args[2], fold_argument(vm, args[1]), &entry);
    if (status == DICT_ERROR)
        return EMPTY;
    Value value = status == DICT_FOUND ? dict_entry_value(vm, d, dict_entries(vm, d) + entry) : EMPTY;
    return retain(vm, status == DICT_NEEDS_PYTHON ? args[4] : value == EMPTY ? args[3] : value);
}

// dict_put(dict, hash, key, value): False if a comparison is Python code (nothing was done).
PRIVATE(p_dict_put)
{
    u32 entry, hash = fold_argument(vm, args[1]);
    PyDict *d = dict_at(vm, args[0]);
    int status = dict_find(vm, d, args[2], hash, &entry);
    if (status == DICT_ERROR)
        return EMPTY;
    bool done = status != DICT_NEEDS_PYTHON;
    if (done && !(status == DICT_FOUND ? dict_store_at(vm, d, entry, args[3]) : dict_insert_new(vm, d, args[2], args[3], hash)))
        return EMPTY;
    return new_bool(vm, done);
}

// dict_store(dict, hash, step, key, value): at an entry, or a new one (step -1).
PRIVATE(p_dict_store)
{
    u32 entry;
    PyDict *d = dict_at(vm, args[0]);
    bool ok = entry_at_step(vm, args[0], args[1], args[2], &entry) ? dict_store_at(vm, d, entry, args[4])
                                                                   : dict_insert_new(vm, d, args[3], args[4], fold_argument(vm, args[1]));
    return ok ? new_none(vm) : EMPTY;
}

// dict_remove(dict, hash, step): the value that was there.
PRIVATE(p_dict_remove)
{
    u32 entry;
    Value key, value;
    if (!entry_at_step(vm, args[0], args[1], args[2], &entry))
        return raise_error(vm, EXC_RuntimeError, "dictionary changed during lookup");
    dict_remove_entry(vm, dict_at(vm, args[0]), entry, &key, &value);
    decref(vm, key);
    return value == EMPTY ? new_none(vm) : value;
}

// --- OrderedDict ------------------------------------------------------------------------------------------------------------------------------
static bool is_ordered(VM *vm, Value v)
{
    if (is_kind(vm, v, LAYOUT_DICT) && !dict_at(vm, v)->flags)
        return true;
    raise_error(vm, EXC_TypeError, "an OrderedDict is required, not '%T'", v);
    return false;
}
// ordered_move(dict, key, last): False if the key's hash or comparison is Python code; then ordered_move_step(dict, hash, step, last).
PRIVATE(p_ordered_move)
{
    int status = is_ordered(vm, args[0]) ? ordered_move(vm, args[0], args[1], args[2] == TRUE) : DICT_ERROR;
    return status == DICT_ERROR ? EMPTY : status == DICT_MISSING ? raise_object(vm, EXC_KeyError, args[1]) : new_bool(vm, status == DICT_FOUND);
}
PRIVATE(p_ordered_move_step)
{
    u32 entry;
    if (!entry_at_step(vm, args[0], args[1], args[2], &entry))
        return raise_error(vm, EXC_RuntimeError, "dictionary changed during lookup");
    return ordered_move_entry(vm, dict_at(vm, args[0]), entry, args[3] == TRUE) ? new_none(vm) : EMPTY;
}
PRIVATE(p_ordered_pop_first)
{
    Value pair[2];
    if (!is_ordered(vm, args[0]))
        return EMPTY;
    if (!ordered_pop_first(vm, dict_at(vm, args[0]), &pair[0], &pair[1]))
        return raise_error(vm, EXC_KeyError, "dictionary is empty");
    return tuple_take(vm, pair, 2);
}

PRIVATE(p_dict_missing) { return dict_missing(vm, args[0], args[1]); }
PRIVATE(p_dict_keys_version) { return int48(dict_at(vm, args[0])->keys_version); }
PRIVATE(p_dict_length) { return int48(dict_length(vm, args[0])); }
PRIVATE(p_is_plain_dict) { return new_bool(vm, is_plain_dict(vm, args[0])); }

// dict_items_list(dict): (key, value, hash) of every entry now, as a list: for walking while hooks may change the dict.
PRIVATE(p_dict_items_list)
{
    Value list = list_new(vm, 0);
    PyDict *d = dict_at(vm, args[0]);
    for (u32 i = 0; list != EMPTY && i < d->entry_count; i++) {
        DictEntry *e = dict_entries(vm, d) + i;
        Value value = e->key == EMPTY ? EMPTY : dict_entry_value(vm, d, e);
        if (value == EMPTY)
            continue;
        Value triple = tuple_from(vm, (Value[]){e->key, value, int48(e->hash)}, 3);
        if (triple == EMPTY || !list_append_take(vm, list, triple)) {
            decref(vm, list);
            return EMPTY;
        }
    }
    return list;
}

// is_set_view(x): a view of keys or items.
PRIVATE(p_is_set_view) { return new_bool(vm, is_kind(vm, args[0], LAYOUT_DICTVIEW) && OBJ(vm, PyDictView, args[0])->which != 1); }

// --- sets --------------------------------------------------------------------------------------------------------------------------
PRIVATE(p_set_probe)
{
    u32 slot = 0;
    PySet *s = set_at(vm, args[0]);
    i64 step = set_probe_from(vm, s, (u64)int_argument(vm, args[1]), int_argument(vm, args[2]), &slot);
    return pair_or_none(vm, step, step < 0 ? EMPTY : set_entries(vm, s)[slot].key);
}

static bool slot_at_step(VM *vm, Value set, Value hash, Value step, u32 *slot)
{
    i64 n = int_argument(vm, step);
    return n >= 0 && set_probe_from(vm, set_at(vm, set), (u64)int_argument(vm, hash), n, slot) == n;
}

PRIVATE(p_set_holds)
{
    u32 slot;
    return new_bool(vm, slot_at_step(vm, args[0], args[1], args[2], &slot) && set_entries(vm, set_at(vm, args[0]))[slot].key == args[3]);
}

// set_insert(set, key, hash): a key known not to be there.
// set_look(set, hash, key): whether it is there; None if a comparison is Python code.
PRIVATE(p_set_look)
{
    u32 slot;
    int status = set_find(vm, set_at(vm, args[0]), args[2], (u64)int_argument(vm, args[1]), &slot);
    if (status == DICT_ERROR)
        return EMPTY;
    return status == DICT_NEEDS_PYTHON ? new_none(vm) : new_bool(vm, status == DICT_FOUND);
}

PRIVATE(p_set_insert) { return set_insert_new(vm, set_at(vm, args[0]), args[1], (u64)int_argument(vm, args[2])) ? new_none(vm) : EMPTY; }

// set_try_add(set, key): False if that needs Python code (nothing was done).
PRIVATE(p_set_try_add)
{
    int status = set_add(vm, args[0], args[1]);
    return status == DICT_ERROR ? EMPTY : new_bool(vm, status == DICT_FOUND);
}

PRIVATE(p_set_remove)
{
    u32 slot;
    if (slot_at_step(vm, args[0], args[1], args[2], &slot))
        decref(vm, set_remove_slot(vm, set_at(vm, args[0]), slot));
    return new_none(vm);
}

// set_keys(set): list of (key, hash) now.
PRIVATE(p_set_keys)
{
    Value list = list_new(vm, set_at(vm, args[0])->used);
    u32 position = 0;
    SetEntry *e;
    while (list != EMPTY && set_next(vm, set_at(vm, args[0]), &position, &e)) {
        Value key = retain(vm, e->key), hash = int_from_i64(vm, (i64)e->hash);
        Value pair = tuple_take(vm, (Value[]){key, hash}, 2);
        if (pair == EMPTY || !list_append_take(vm, list, pair)) {
            decref(vm, list);
            return EMPTY;
        }
    }
    return list;
}

// dict_key_at(dict, position): (position of the next, key, hash) of the first entry from there on, None behind the last.
PRIVATE(p_dict_key_at)
{
    u32 position = (u32)int48_value(args[1]);
    Value key, value;
    if (!dict_next(vm, args[0], &position, &key, &value))
        return new_none(vm);
    u32 hash = dict_entries(vm, dict_at(vm, args[0]))[position - 1].hash;
    return tuple_take(vm, (Value[]){int48(position), retain(vm, key), int_from_i64(vm, (i64)hash)}, 3);
}

PRIVATE(p_set_new) { return set_new(vm, (Ref)args[0]); }
PRIVATE(p_set_copy) { return set_copy(vm, args[0], nargs > 1 ? (Ref)args[1] : TYPE_SET); }
PRIVATE(p_set_length) { return int48(set_at(vm, args[0])->used); }
PRIVATE(p_set_clear)
{
    set_clear(vm, args[0]);
    return new_none(vm);
}
PRIVATE(p_is_set) { return new_bool(vm, is_kind(vm, args[0], LAYOUT_SET)); }
PRIVATE(p_frozen_hash)
{
    PySet *s = set_at(vm, args[0]);
    u64 kept = s->hash;
    s->hash = (u64)-1;
    u64 hash = frozenset_hash(vm, s);
    s->hash = kept;
    return int_from_i64(vm, (i64)hash);
}

// --- lists and tuples ------------------------------------------------------------------------------------------------------------------
PRIVATE(p_length)
{
    u32 length;
    sequence_items(vm, args[0], &length);
    return int48(length);
}
PRIVATE(p_is_tuple) { return new_bool(vm, is_kind(vm, args[0], LAYOUT_TUPLE)); }
// item(sequence, i): i in bounds, else IndexError.
PRIVATE(p_item)
{
    u32 length;
    Value *items = sequence_items(vm, args[0], &length);
    i64 i = int_argument(vm, args[1]);
    return (u64)i < length ? retain(vm, items[i]) : raise_error(vm, EXC_IndexError, "index out of range");
}
PRIVATE(p_list_append) { return list_append(vm, args[0], args[1]) ? new_none(vm) : EMPTY; }
PRIVATE(p_list_pop)
{
    PyList *list = list_at(vm, args[0]);
    i64 i = int_argument(vm, args[1]);
    if ((u64)i < list->length)
        decref(vm, list_pop_at(vm, list, (u32)i));
    return new_none(vm);
}
INLINE SortSteps *sort_steps_of(VM *vm, Value state) { return AT(vm, SortSteps, OBJ(vm, PyByteArray, state)->data); }
// list_take(list): its items as a new list; it is empty then (and shows later whether somebody touched it).
PRIVATE(p_list_take)
{
    Value taken = list_new(vm, 0);
    if (taken == EMPTY)
        return EMPTY;
    PyList *list = list_at(vm, args[0]), *to = list_at(vm, taken);
    to->items = list->items, to->length = list->length, to->capacity = list->capacity;
    list->items = list->length = list->capacity = 0;
    return taken;
}
// list_give(list, items, complain): puts the items back; ValueError if the list was touched meanwhile.
PRIVATE(p_list_give)
{
    PyList *list = list_at(vm, args[0]), *from = list_at(vm, args[1]);
    bool touched = list->capacity != 0;
    u32 items = list->items, length = list->length, capacity = list->capacity;
    list->items = from->items, list->length = from->length, list->capacity = from->capacity;
    from->items = items, from->length = length, from->capacity = capacity;
    if (touched && args[2] == TRUE)
        return raise_error(vm, EXC_ValueError, "list modified during sort");
    return new_none(vm);
}
// sort_lists(keys or None, items, reverse): True, or False if comparing needs Python (nothing was changed).
PRIVATE(p_sort_lists)
{
    PyList *items = list_at(vm, args[1]);
    Value *values = list_items(vm, items);
    int status = args[0] == NONE ? sort_values(vm, values, NULL, items->length, args[2] == TRUE)
                                 : sort_values(vm, list_items(vm, list_at(vm, args[0])), values, items->length, args[2] == TRUE);
    return status == DICT_ERROR ? EMPTY : new_bool(vm, status == 1);
}
// sort_begin(keys, pair): the state of a sort that sort_step drives. Both lists must stay alive.
PRIVATE(p_sort_begin)
{
    u32 count = list_at(vm, args[0])->length;
    u64 bytes = sort_steps_bytes(count);
    Value state = bytes < 0xF0000000u ? bytearray_new(vm, NULL, (u32)bytes) : raise_memory_error(vm);
    if (state == EMPTY)
        return EMPTY;
    SortSteps *s = sort_steps_of(vm, state);
    sort_steps_begin(s, count);
    s->keys = (Ref)args[0];
    s->pair = (Ref)args[1];
    return state;
}
// sort_step(state, less): takes the answer (the first one is ignored) and puts the next two keys to be compared into the pair; False: sorted.
PRIVATE(p_sort_step)
{
    SortSteps *s = sort_steps_of(vm, args[0]);
    if (!sort_steps_next(s, args[1] == TRUE))
        return new_bool(vm, false);
    Value *pair = list_items(vm, list_at(vm, s->pair)), *keys = list_items(vm, list_at(vm, s->keys));
    Value x = pair[0], y = pair[1];
    pair[0] = retain(vm, keys[s->x]);
    pair[1] = retain(vm, keys[s->y]);
    decref(vm, x);
    decref(vm, y);
    return new_bool(vm, true);
}
// sort_finish(state, items): puts the items in the order that was found, or as far as it was found.
PRIVATE(p_sort_finish)
{
    SortSteps *s = sort_steps_of(vm, args[0]);
    Value *items = list_items(vm, list_at(vm, args[1]));
    u64 bytes = (u64)s->count * sizeof(Value);
    u32 block = bytes < 0xF0000000u ? heap_block(vm, (u32)bytes) : 0;
    if (!block)
        return raise_memory_error(vm);
    Value *ordered = AT(vm, Value, block);
    sort_steps_settle(s);
    for (u32 i = 0; i < s->count; i++)
        ordered[i] = items[s->positions[i]];
    memcpy(items, ordered, (size_t)bytes);
    heap_block_free(vm, block);
    return new_none(vm);
}
// tuple_of(cls, list): takes the items out of the list.
PRIVATE(p_tuple_of)
{
    Value list = p_list_take(vm, args + 1, 1, 0);
    return list == EMPTY ? EMPTY : tuple_take_list(vm, (Ref)args[0], list);
}

// --- iterators --------------------------------------------------------------------------------------------------------------------------
PRIVATE(p_iterator_source)
{
    Value source = OBJ(vm, PyIterator, args[0])->source;
    return source == EMPTY ? new_none(vm) : retain(vm, source);
}
PRIVATE(p_iterator_extra)
{
    Value extra = OBJ(vm, PyIterator, args[0])->extra;
    return extra == EMPTY ? new_none(vm) : retain(vm, extra);
}
PRIVATE(p_iterator_n) { return int_from_i64(vm, OBJ(vm, PyIterator, args[0])->n); }
PRIVATE(p_iterator_index) { return int48(OBJ(vm, PyIterator, args[0])->index); }
PRIVATE(p_iterator_has_extra) { return new_bool(vm, OBJ(vm, PyIterator, args[0])->extra != EMPTY); }
PRIVATE(p_iterator_done) { return new_bool(vm, OBJ(vm, PyIterator, args[0])->source == EMPTY); }
// iterator_move(iterator, by): n += by, gives the old n.
PRIVATE(p_iterator_move)
{
    PyIterator *it = OBJ(vm, PyIterator, args[0]);
    i64 n = it->n;
    it->n += int_argument(vm, args[1]);
    return int_from_i64(vm, n);
}
PRIVATE(p_iterator_set_source)
{
    set_value(vm, &OBJ(vm, PyIterator, args[0])->source, nargs > 1 ? retain(vm, args[1]) : EMPTY);
    return new_none(vm);
}
PRIVATE(p_iterator_set_extra)
{
    set_value(vm, &OBJ(vm, PyIterator, args[0])->extra, nargs > 1 ? retain(vm, args[1]) : EMPTY);
    return new_none(vm);
}
PRIVATE(p_iterator_is_single) { return new_bool(vm, OBJ(vm, PyIterator, args[0])->step == 0); }
PRIVATE(p_enumerate_count) { return enumerate_next_count(vm, args[0]); }
// make_iterator(code, cls, iterators, extra)
PRIVATE(p_make_iterator) { return make_iterator(vm, (u32)int_argument(vm, args[0]), (Ref)args[1], args[2], args[3]); }

// --- sums -----------------------------------------------------------------------------------------------------------------------------------
PRIVATE(p_sum_state) { return sum_state_new(vm, args[0]); }
PRIVATE(p_sum_add) { return sum_state_add(vm, args[0], args[1]); }
PRIVATE(p_sum_total) { return sum_state_total(vm, args[0]); }

const BuiltinDef container_private_defs[] = {
    {"hash_result", p_hash_result, 1, 1, 0, 0, NULL},
    {"raise_unhashable", p_raise_unhashable, 3, 3, 0, 0, NULL},
    {"dict_probe", p_dict_probe, 3, 3, 0, 0, NULL},
    {"dict_holds", p_dict_holds, 4, 4, 0, 0, NULL},
    {"dict_value", p_dict_value, 4, 4, 0, 0, NULL},
    {"dict_look", p_dict_look, 5, 5, 0, 0, NULL},
    {"dict_put", p_dict_put, 4, 4, 0, 0, NULL},
    {"dict_store", p_dict_store, 5, 5, 0, 0, NULL},
    {"dict_remove", p_dict_remove, 3, 3, 0, 0, NULL},
    {"ordered_move", p_ordered_move, 3, 3, 0, 0, NULL},
    {"ordered_move_step", p_ordered_move_step, 4, 4, 0, 0, NULL},
    {"ordered_pop_first", p_ordered_pop_first, 1, 1, 0, 0, NULL},
    {"dict_missing", p_dict_missing, 2, 2, 0, 0, NULL},
    {"dict_keys_version", p_dict_keys_version, 1, 1, 0, 0, NULL},
    {"dict_length", p_dict_length, 1, 1, 0, 0, NULL},
    {"dict_items_list", p_dict_items_list, 1, 1, 0, 0, NULL},
    {"is_plain_dict", p_is_plain_dict, 1, 1, 0, 0, NULL},
    {"hash_combine", p_hash_combine, 2, 2, 0, 0, NULL},
    {"has_hint", p_has_hint, 1, 1, 0, 0, NULL},
    {"to_index", p_to_index, 1, 1, 0, 0, NULL},
    {"has_index", p_has_index, 1, 1, 0, 0, NULL},
    {"is_set_view", p_is_set_view, 1, 1, 0, 0, NULL},
    {"set_try_add", p_set_try_add, 2, 2, 0, 0, NULL},
    {"is_tuple", p_is_tuple, 1, 1, 0, 0, NULL},
    {"set_probe", p_set_probe, 3, 3, 0, 0, NULL},
    {"set_holds", p_set_holds, 4, 4, 0, 0, NULL},
    {"set_look", p_set_look, 3, 3, 0, 0, NULL},
    {"set_insert", p_set_insert, 3, 3, 0, 0, NULL},
    {"set_remove", p_set_remove, 3, 3, 0, 0, NULL},
    {"set_keys", p_set_keys, 1, 1, 0, 0, NULL},
    {"dict_key_at", p_dict_key_at, 2, 2, 0, 0, NULL},
    {"set_new", p_set_new, 1, 1, 0, 0, NULL},
    {"set_copy", p_set_copy, 1, 2, 0, 0, NULL},
    {"set_length", p_set_length, 1, 1, 0, 0, NULL},
    {"set_clear", p_set_clear, 1, 1, 0, 0, NULL},
    {"is_set", p_is_set, 1, 1, 0, 0, NULL},
    {"frozen_hash", p_frozen_hash, 1, 1, 0, 0, NULL},
    {"length", p_length, 1, 1, 0, 0, NULL},
    {"item", p_item, 2, 2, 0, 0, NULL},
    {"list_append", p_list_append, 2, 2, 0, 0, NULL},
    {"list_pop", p_list_pop, 2, 2, 0, 0, NULL},
    {"list_take", p_list_take, 1, 1, 0, 0, NULL},
    {"list_give", p_list_give, 3, 3, 0, 0, NULL},
    {"sort_lists", p_sort_lists, 3, 3, 0, 0, NULL},
    {"sort_begin", p_sort_begin, 2, 2, 0, 0, NULL},
    {"sort_step", p_sort_step, 2, 2, 0, 0, NULL},
    {"sort_finish", p_sort_finish, 2, 2, 0, 0, NULL},
    {"tuple_of", p_tuple_of, 2, 2, 0, 0, NULL},
    {"iterator_source", p_iterator_source, 1, 1, 0, 0, NULL},
    {"iterator_extra", p_iterator_extra, 1, 1, 0, 0, NULL},
    {"iterator_n", p_iterator_n, 1, 1, 0, 0, NULL},
    {"iterator_index", p_iterator_index, 1, 1, 0, 0, NULL},
    {"iterator_has_extra", p_iterator_has_extra, 1, 1, 0, 0, NULL},
    {"iterator_done", p_iterator_done, 1, 1, 0, 0, NULL},
    {"iterator_move", p_iterator_move, 2, 2, 0, 0, NULL},
    {"iterator_set_source", p_iterator_set_source, 1, 2, 0, 0, NULL},
    {"iterator_set_extra", p_iterator_set_extra, 1, 2, 0, 0, NULL},
    {"iterator_is_single", p_iterator_is_single, 1, 1, 0, 0, NULL},
    {"enumerate_count", p_enumerate_count, 1, 1, 0, 0, NULL},
    {"make_iterator", p_make_iterator, 4, 4, 0, 0, NULL},
    {"sum_state", p_sum_state, 1, 1, 0, 0, NULL},
    {"sum_add", p_sum_add, 2, 2, 0, 0, NULL},
    {"sum_total", p_sum_total, 1, 1, 0, 0, NULL},
    {"", NULL, 0, 0, 0, 0, NULL},
};
