// Operators and methods of dict. Keys whose hash or comparison is written in Python go to the prelude, which probes step by step with the
// functions at the end (module _krait): dict_probe, dict_probe_key, dict_store_at ….
#include "containers.h"

// --- items ------------------------------------------------------------------------------------------------------------------------
// d[key] for a missing key: __missing__ of a subclass, else KeyError.
Value dict_missing(VM *vm, Value dict, Value key)
{
    if (ref_type(vm, dict) != TYPE_DICT) {
        Ref missing = special_of(vm, dict, SPECIAL_missing);
        if (missing && missing != NONE_REF)
            return special_call(vm, missing, 2, dict, key, EMPTY);
    }
    return raise_object(vm, EXC_KeyError, key);
}

Value dict_getitem(VM *vm, Value dict, Value key)
{
    Value result;
    int status = dict_get_peek(vm, dict, key, &result);
    if (likely(status == DICT_FOUND))
        return retain(vm, result);
    return status == DICT_MISSING ? dict_missing(vm, dict, key)
         : status == DICT_ERROR   ? EMPTY
                                  : tail_prelude(vm, PRELUDE_DICT_GET, 2, dict, key);
}

// value EMPTY deletes.
bool dict_setitem(VM *vm, Value dict, Value key, Value value, Value *tail)
{
    int status = value == EMPTY ? dict_delete(vm, dict, key, NULL) : dict_set(vm, dict, key, value);
    if (likely(status == DICT_FOUND))
        return true;
    if (status == DICT_MISSING)
        raise_object(vm, EXC_KeyError, key);
    else if (status == DICT_NEEDS_PYTHON)
        *tail = value == EMPTY ? tail_prelude(vm, PRELUDE_DICT_DELETE, 2, dict, key) : tail_prelude(vm, PRELUDE_DICT_SET, 3, dict, key, value);
    return false;
}

static Value dict_contains(VM *vm, Value dict, Value key)
{
    Value ignored;
    int status = dict_get_peek(vm, dict, key, &ignored);
    return status >= 0            ? new_bool(vm, status == DICT_FOUND)
         : status == DICT_ERROR   ? EMPTY
                                  : tail_prelude(vm, PRELUDE_DICT_CONTAINS, 2, dict, key);
}
Value dict_contains_value(VM *vm, Value dict, Value key) { return dict_contains(vm, dict, key); }

// --- update -------------------------------------------------------------------------------------------------------------------------
// All of `other` (a dict) into `dict`. DICT_FOUND, DICT_ERROR, or DICT_NEEDS_PYTHON: start again, nothing is lost by storing twice.
int dict_merge_dict(VM *vm, Value dict, Value other)
{
    PyDict *d = dict_at(vm, dict), *from = dict_at(vm, other);
    if (dict == other)
        return DICT_FOUND;
    if (d->entry_count == 0 && d->flags == 0)
        return dict_fill(vm, d, from) ? DICT_FOUND : DICT_ERROR;
    for (u32 i = 0; i < from->entry_count; i++) {
        DictEntry *e = dict_entries(vm, from) + i;
        Value value = e->key == EMPTY ? EMPTY : dict_entry_value(vm, from, e);
        if (value == EMPTY)
            continue;
        u32 entry;
        int status = dict_find(vm, d, e->key, e->hash, &entry);
        if (status < 0)
            return status;
        if (status == DICT_MISSING ? !dict_insert_new(vm, d, e->key, value, e->hash) : !dict_store_at(vm, d, entry, value))
            return DICT_ERROR;
    }
    return DICT_FOUND;
}

// Pairs of an iterable that can be stepped in C. Goes over to the prelude in the middle, with the iterator, when a pair or key needs it.
static Value update_from_pairs(VM *vm, Value dict, Value iterator, Value result)
{
    for (i64 n = 0;; n++) {
        bool done = false;
        Value item = iterator_next(vm, iterator, &done);
        if (item == EMPTY)
            return done ? retain(vm, result) : EMPTY;
        int status = DICT_NEEDS_PYTHON;
        if (is_exact(vm, item, TYPE_TUPLE) || is_exact(vm, item, TYPE_LIST)) {
            u32 length;
            Value *pair = sequence_items(vm, item, &length);
            if (length == 2 && !interrupted(vm))
                status = dict_set(vm, dict, pair[0], pair[1]);
        }
        Value answer = EMPTY;
        if (status == DICT_NEEDS_PYTHON)
            answer = tail_prelude(vm, PRELUDE_DICT_PAIRS, 5, dict, iterator, int48(n), item, result);
        decref(vm, item);
        if (status != DICT_FOUND)
            return answer;
    }
}

bool is_plain_dict(VM *vm, Value v) { return is_kind(vm, v, LAYOUT_DICT) && special_base(vm, v, SPECIAL_iter) == TYPE_DICT; }

// Answers `result` when done.
Value dict_update_result(VM *vm, Value dict, Value other, u32 mode, Value result)
{
    if (is_plain_dict(vm, other)) {
        int status = dict_merge_dict(vm, dict, other);
        if (status == DICT_FOUND)
            return retain(vm, result);
        if (status == DICT_ERROR)
            return EMPTY;
    } else if (mode == DICT_UPDATE_METHOD && is_object(other)) {
        u32 kind = kind_of(vm, other);
        bool has_no_keys = kind == LAYOUT_LIST || kind == LAYOUT_TUPLE || kind == LAYOUT_ITERATOR || kind == LAYOUT_DICTVIEW || kind == LAYOUT_SET;
        if (has_no_keys && ref_type(vm, other) < STATIC_END) {
            Value iterator = pure_iter(vm, other);
            if (iterator == EMPTY && vm->exception != EMPTY)
                return EMPTY;
            if (iterator != EMPTY) {
                Value answer = update_from_pairs(vm, dict, iterator, result);
                decref(vm, iterator);
                return answer;
            }
        }
    }
    return tail_prelude(vm, PRELUDE_DICT_UPDATE, 4, dict, other, int48(mode), result);
}

Value dict_update(VM *vm, Value dict, Value other, u32 mode) { return dict_update_result(vm, dict, other, mode, NONE); }

// f(**other): only new names may come in. Duplicates and other mappings are the prelude's.
Value dict_merge_call(VM *vm, Value dict, Value other, Value callable)
{
    if (is_plain_dict(vm, other)) {
        PyDict *d = dict_at(vm, dict), *from = dict_at(vm, other);
        bool clash = false;
        for (u32 i = 0; d->used && i < from->entry_count && !clash; i++) {
            DictEntry *e = dict_entries(vm, from) + i;
            u32 entry;
            if (e->key != EMPTY)
                clash = dict_find(vm, d, e->key, e->hash, &entry) != DICT_MISSING;
        }
        exception_clear(vm);
        if (!clash) {
            int status = dict_merge_dict(vm, dict, other);
            if (status != DICT_NEEDS_PYTHON)
                return status == DICT_FOUND ? new_none(vm) : EMPTY;
        }
    }
    return tail_prelude(vm, PRELUDE_DICT_UPDATE, 4, dict, other, int48(2), callable);
}

static bool set_keywords(VM *vm, Value dict, Value *values, Ref kwnames)
{
    if (!kwnames)
        return true;
    PyTuple *names = tuple_at(vm, kwnames);
    for (u32 i = 0; i < names->length; i++)
        if (dict_set(vm, dict, names->items[i], values[i]) != DICT_FOUND)
            return false;
    return true;
}

// dict(other, **names) and update(): `result` is the answer.
static Value update_with_keywords(VM *vm, Value dict, const char *function, Value *args, u32 nargs, Ref kwnames, Value result)
{
    if (!check_arg_count(vm, nargs - 1, 0, 1, function))
        return EMPTY;
    if (nargs == 1)
        return set_keywords(vm, dict, args + 1, kwnames) ? retain(vm, result) : EMPTY;
    if (!kwnames || tuple_at(vm, kwnames)->length == 0)
        return dict_update_result(vm, dict, args[1], DICT_UPDATE_METHOD, result);
    if (is_plain_dict(vm, args[1]) && dict_merge_dict(vm, dict, args[1]) == DICT_FOUND)
        return set_keywords(vm, dict, args + 2, kwnames) ? retain(vm, result) : EMPTY;
    if (vm->exception != EMPTY)
        return EMPTY;
    Value keywords = dict_new(vm);
    if (keywords == EMPTY || !set_keywords(vm, keywords, args + 2, kwnames))
        return EMPTY;
    Value answer = tail_prelude(vm, PRELUDE_DICT_CONSTRUCT, 4, dict, args[1], keywords, result);
    decref(vm, keywords);
    return answer;
}

// --- making -----------------------------------------------------------------------------------------------------------------------------
static Value m_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!check_new_class(vm, args, nargs, TYPE_DICT))
        return EMPTY;
    PyDict *d = heap_new_container(vm, (Ref)args[0], sizeof(PyDict));
    return d ? obj_value(vm, d) : EMPTY;
}

static Value m_construct(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (nargs == 2 && is_plain_dict(vm, args[1]) && !kwnames)
        return dict_copy(vm, args[1]);
    Value dict = dict_new(vm);
    if (dict == EMPTY || (nargs == 1 && !kwnames))
        return dict;
    Value answer = update_with_keywords(vm, dict, "dict", args, nargs, kwnames, dict);
    decref(vm, dict);
    return answer;
}

static Value m_init(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return update_with_keywords(vm, args[0], "dict", args, nargs, kwnames, NONE);
}

static Value m_update(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return update_with_keywords(vm, args[0], "update", args, nargs, kwnames, NONE);
}

static Value m_fromkeys(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value value = nargs > 2 ? args[2] : NONE;
    Value iterator = args[0] == TYPE_DICT ? pure_iter(vm, args[1]) : EMPTY;
    if (iterator == EMPTY)
        return vm->exception != EMPTY ? EMPTY : tail_prelude(vm, PRELUDE_DICT_FROMKEYS, 3, args[0], args[1], value);
    Value dict = dict_new(vm);
    while (dict != EMPTY) {
        bool done = false;
        Value key = iterator_next(vm, iterator, &done);
        if (key == EMPTY && done)
            break;
        int status = key == EMPTY ? DICT_ERROR : interrupted(vm) ? DICT_NEEDS_PYTHON : dict_set(vm, dict, key, value);
        Value answer = status == DICT_NEEDS_PYTHON ? tail_prelude(vm, PRELUDE_DICT_FROMKEYS, 5, dict, iterator, value, key, TRUE) : EMPTY;
        decref(vm, key);
        if (status != DICT_FOUND) {
            decref(vm, dict);
            decref(vm, iterator);
            return answer;
        }
    }
    decref(vm, iterator);
    return dict;
}

// --- methods ------------------------------------------------------------------------------------------------------------------------------
static Value m_len(VM *vm, Value *args, u32 nargs, Ref kwnames) { return int48(dict_length(vm, args[0])); }
static Value m_getitem(VM *vm, Value *args, u32 nargs, Ref kwnames) { return dict_getitem(vm, args[0], args[1]); }
static Value m_setitem(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value tail = EMPTY;
    return dict_setitem(vm, args[0], args[1], args[2], &tail) ? new_none(vm) : tail;
}
static Value m_delitem(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value tail = EMPTY;
    return dict_setitem(vm, args[0], args[1], EMPTY, &tail) ? new_none(vm) : tail;
}
static Value m_contains(VM *vm, Value *args, u32 nargs, Ref kwnames) { return dict_contains(vm, args[0], args[1]); }
static Value m_iter(VM *vm, Value *args, u32 nargs, Ref kwnames) { return container_iter(vm, args[0]); }

// What PRELUDE_DICT_METHOD is asked for.
enum { METHOD_GET, METHOD_POP, METHOD_POP_DEFAULT, METHOD_SETDEFAULT };

static Value m_get(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value result, otherwise = nargs > 2 ? args[2] : NONE;
    int status = dict_get_peek(vm, args[0], args[1], &result);
    return status == DICT_FOUND   ? retain(vm, result)
         : status == DICT_MISSING ? retain(vm, otherwise)
         : status == DICT_ERROR   ? EMPTY
                                  : tail_prelude(vm, PRELUDE_DICT_METHOD, 4, args[0], int48(METHOD_GET), args[1], otherwise);
}

static Value m_setdefault(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyDict *d = dict_at(vm, args[0]);
    Value otherwise = nargs > 2 ? args[2] : NONE;
    u32 hash, entry;
    int status = dict_hash(vm, args[1], &hash);
    if (status == DICT_FOUND) {
        status = dict_find(vm, d, args[1], hash, &entry);
        if (status == DICT_MISSING)
            return dict_insert_new(vm, d, args[1], otherwise, hash) ? retain(vm, otherwise) : EMPTY;
        if (status == DICT_FOUND) {
            Value value = dict_entry_value(vm, d, dict_entries(vm, d) + entry);
            if (value != EMPTY)
                return retain(vm, value);
            return dict_store_at(vm, d, entry, otherwise) ? retain(vm, otherwise) : EMPTY;
        }
    }
    return status == DICT_ERROR ? EMPTY : tail_prelude(vm, PRELUDE_DICT_METHOD, 4, args[0], int48(METHOD_SETDEFAULT), args[1], otherwise);
}

static Value m_pop(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value removed = EMPTY;
    int status = dict_at(vm, args[0])->used == 0 ? DICT_MISSING : dict_delete(vm, args[0], args[1], &removed);
    if (status == DICT_FOUND)
        return removed;
    if (status == DICT_MISSING)
        return nargs > 2 ? retain(vm, args[2]) : raise_object(vm, EXC_KeyError, args[1]);
    if (status == DICT_ERROR)
        return EMPTY;
    return tail_prelude(vm, PRELUDE_DICT_METHOD, 4, args[0], int48(nargs > 2 ? METHOD_POP_DEFAULT : METHOD_POP), args[1], nargs > 2 ? args[2] : NONE);
}

static Value m_popitem(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value pair[2];
    if (!dict_pop_last(vm, dict_at(vm, args[0]), &pair[0], &pair[1]))
        return raise_error(vm, EXC_KeyError, "popitem(): dictionary is empty");
    return tuple_take(vm, pair, 2);
}

static Value m_clear(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    dict_clear(vm, args[0]);
    return new_none(vm);
}
static Value m_copy(VM *vm, Value *args, u32 nargs, Ref kwnames) { return dict_copy(vm, args[0]); }

static Value view_new(VM *vm, Ref type, Value dict, u32 which)
{
    PyDictView *view = heap_new_container(vm, type, sizeof(PyDictView));
    if (!view)
        return EMPTY;
    view->dict = (Ref)retain(vm, dict);
    view->which = which;
    return obj_value(vm, view);
}
static Value m_keys(VM *vm, Value *args, u32 nargs, Ref kwnames) { return view_new(vm, TYPE_DICT_KEYS, args[0], 0); }
static Value m_values(VM *vm, Value *args, u32 nargs, Ref kwnames) { return view_new(vm, TYPE_DICT_VALUES, args[0], 1); }
static Value m_items(VM *vm, Value *args, u32 nargs, Ref kwnames) { return view_new(vm, TYPE_DICT_ITEMS, args[0], 2); }
static Value m_reversed(VM *vm, Value *args, u32 nargs, Ref kwnames) { return dict_iter_new(vm, args[0], ITER_DICT_KEYS_REVERSE); }

// a | b: a new dict of both.
Value dict_union(VM *vm, Value a, Value b)
{
    if (!is_kind(vm, a, LAYOUT_DICT) || !is_kind(vm, b, LAYOUT_DICT))
        return new_notimplemented(vm);
    Value result = dict_copy(vm, a);
    if (result == EMPTY)
        return EMPTY;
    Value answer = dict_update_result(vm, result, b, DICT_UPDATE_METHOD, result);
    decref(vm, result);
    return answer;
}
static Value m_or(VM *vm, Value *args, u32 nargs, Ref kwnames) { return dict_union(vm, args[0], args[1]); }
static Value m_ror(VM *vm, Value *args, u32 nargs, Ref kwnames) { return dict_union(vm, args[1], args[0]); }
static Value m_ior(VM *vm, Value *args, u32 nargs, Ref kwnames) { return dict_update_result(vm, args[0], args[1], DICT_UPDATE_METHOD, args[0]); }

static Value m_sizeof(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyDict *d = dict_at(vm, args[0]);
    return int48((i64)sizeof(PyDict) + (d->entries ? heap_usable_bytes(vm, d->entries) : 0) + (d->index ? (d->index_mask + 1) * 4 : 0));
}

#define DICT_COMPARE(name, op) \
    static Value m_##name(VM *vm, Value *args, u32 nargs, Ref kwnames) { return container_compare(vm, op, args[0], args[1]); }
DICT_COMPARE(lt, COMPARE_LT)
DICT_COMPARE(le, COMPARE_LE)
DICT_COMPARE(eq, COMPARE_EQ)
DICT_COMPARE(ne, COMPARE_NE)
DICT_COMPARE(gt, COMPARE_GT)
DICT_COMPARE(ge, COMPARE_GE)

const BuiltinDef dict_defs[] = {
    {"__new__", m_new, 0, ANY_ARGS, BUILTIN_FLAG_STATIC | KEYWORDS, TYPE_DICT, "($type, *args, **kwargs)"},
    {"__new__", m_construct, 1, ANY_ARGS, BUILTIN_FLAG_CONSTRUCT | KEYWORDS, TYPE_DICT, NULL},
    {"__init__", m_init, 1, ANY_ARGS, WRAPPER | KEYWORDS, TYPE_DICT, "($self, /, *args, **kwargs)"},
    {"__len__", m_len, 1, 1, WRAPPER, TYPE_DICT, "($self, /)"},
    {"__getitem__", m_getitem, 2, 2, METHOD, TYPE_DICT, "($self, key, /)"},
    {"__setitem__", m_setitem, 3, 3, WRAPPER, TYPE_DICT, "($self, key, value, /)"},
    {"__delitem__", m_delitem, 2, 2, WRAPPER, TYPE_DICT, "($self, key, /)"},
    {"__contains__", m_contains, 2, 2, METHOD, TYPE_DICT, "($self, key, /)"},
    {"__iter__", m_iter, 1, 1, WRAPPER, TYPE_DICT, "($self, /)"},
    {"__reversed__", m_reversed, 1, 1, METHOD, TYPE_DICT, "($self, /)"},
    {"__or__", m_or, 2, 2, WRAPPER, TYPE_DICT, "($self, value, /)"},
    {"__ror__", m_ror, 2, 2, WRAPPER, TYPE_DICT, "($self, value, /)"},
    {"__ior__", m_ior, 2, 2, WRAPPER, TYPE_DICT, "($self, value, /)"},
    {"__lt__", m_lt, 2, 2, WRAPPER, TYPE_DICT, "($self, value, /)"},
    {"__le__", m_le, 2, 2, WRAPPER, TYPE_DICT, "($self, value, /)"},
    {"__eq__", m_eq, 2, 2, WRAPPER, TYPE_DICT, "($self, value, /)"},
    {"__ne__", m_ne, 2, 2, WRAPPER, TYPE_DICT, "($self, value, /)"},
    {"__gt__", m_gt, 2, 2, WRAPPER, TYPE_DICT, "($self, value, /)"},
    {"__ge__", m_ge, 2, 2, WRAPPER, TYPE_DICT, "($self, value, /)"},
    {"__hash__", NULL, 1, 1, 0, TYPE_DICT, NULL},
    {"get", m_get, 2, 3, METHOD, TYPE_DICT, "($self, key, default=None, /)"},
    {"setdefault", m_setdefault, 2, 3, METHOD, TYPE_DICT, "($self, key, default=None, /)"},
    {"pop", m_pop, 2, 3, METHOD, TYPE_DICT, NULL},
    {"popitem", m_popitem, 1, 1, METHOD, TYPE_DICT, "($self, /)"},
    {"keys", m_keys, 1, 1, METHOD, TYPE_DICT, "($self, /)"},
    {"values", m_values, 1, 1, METHOD, TYPE_DICT, "($self, /)"},
    {"items", m_items, 1, 1, METHOD, TYPE_DICT, "($self, /)"},
    {"update", m_update, 1, ANY_ARGS, METHOD | KEYWORDS, TYPE_DICT, NULL},
    {"fromkeys", m_fromkeys, 2, 3, BUILTIN_FLAG_CLASSMETHOD, TYPE_DICT, "($type, iterable, value=None, /)"},
    {"clear", m_clear, 1, 1, METHOD, TYPE_DICT, "($self, /)"},
    {"copy", m_copy, 1, 1, METHOD, TYPE_DICT, "($self, /)"},
    {"__sizeof__", m_sizeof, 1, 1, METHOD, TYPE_DICT, "($self, /)"},
    {"__class_getitem__", class_getitem_method, 2, 2, BUILTIN_FLAG_CLASSMETHOD, TYPE_DICT, "($type, object, /)"},
    {"", NULL, 0, 0, 0, 0, NULL},
};
