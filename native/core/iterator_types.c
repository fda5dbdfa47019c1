// The constructors enumerate, zip, map, filter, reversed and iter(): those that need __iter__ written in Python let the prelude call it and then
// make the iterator from finished parts (make_iterator).
#include "containers.h"

bool is_callable(VM *vm, Value v)
{
    if (!is_object(v))
        return false;
    u32 kind = kind_of(vm, v);
    if (kind == LAYOUT_FUNCTION || kind == LAYOUT_BUILTIN || kind == LAYOUT_METHOD || kind == LAYOUT_TYPE)
        return true;
    return special_of(vm, v, SPECIAL_call) != 0;
}

// iter(v) without Python code. EMPTY: exception, or *python.
static Value iter_here(VM *vm, Value v, bool *python)
{
    *python = false;
    if (is_object(v) && has_builtin_iter(vm, v)) {
        Value it = container_iter(vm, v);
        if (it != EMPTY || vm->exception != EMPTY)
            return it;
    }
    Value it = op_iter(vm, v);
    if (it == VALUE_TAIL) {
        tail_cancel(vm);
        *python = true;
        return EMPTY;
    }
    return it;
}

// Iterators over all iterables as a tuple (owned). EMPTY: exception, or *python with nothing begun.
Value iter_all(VM *vm, Value *iterables, u32 count, bool *python)
{
    *python = false;
    for (u32 i = 0; i < count; i++) // hooks must run in order: if one needs Python, none is made here
        if (is_object(iterables[i]) && !has_builtin_iter(vm, iterables[i])) {
            *python = true;
            return EMPTY;
        }
    Value result = tuple_new(vm, count);
    for (u32 i = 0; result != EMPTY && i < count; i++) {
        Value it = iter_here(vm, iterables[i], python);
        if (it == EMPTY) {
            decref(vm, result);
            return EMPTY;
        }
        tuple_at(vm, result)->items[i] = it;
    }
    return result;
}

Value iter_in_prelude(VM *vm, u32 code, Value cls, Value *iterables, u32 count, Value extra)
{
    Value tuple = tuple_from(vm, iterables, count);
    Value result = tuple == EMPTY ? EMPTY : tail_prelude(vm, PRELUDE_ITER_BUILD, 4, int48(code), cls, tuple, extra);
    decref(vm, tuple);
    return result;
}

// From iterators that exist: `iterators` is a tuple. What `extra` is depends on the code.
Value make_iterator(VM *vm, u32 code, Ref cls, Value iterators, Value extra)
{
    Value *items = tuple_at(vm, iterators)->items;
    u32 count = tuple_at(vm, iterators)->length;
    Value it;
    switch (code) {
    case ITER_ENUMERATE: {
        i64 start;
        bool fits = int_to_i64(vm, extra, &start) && start < 1ll << 62; // (nobody counts from there past 2^63)
        it = iterator_new(vm, cls, code, retain(vm, items[0]), fits ? EMPTY : retain(vm, extra));
        if (it != EMPTY) {
            OBJ(vm, PyIterator, it)->n = fits ? start : 0;
            OBJ(vm, PyIterator, it)->step = !fits ? 2 : !fits_int48(start);
        }
        return it;
    }
    case ITER_ZIP:
        it = iterator_new(vm, cls, code, retain(vm, iterators), EMPTY);
        if (it != EMPTY)
            OBJ(vm, PyIterator, it)->n = extra == TRUE;
        return it;
    case ITER_MAP: { // extra: (function, strict)
        Value *parts = tuple_at(vm, extra)->items;
        it = iterator_new(vm, cls, code, retain(vm, parts[0]), retain(vm, count == 1 ? items[0] : iterators));
        if (it != EMPTY) {
            OBJ(vm, PyIterator, it)->step = count != 1;
            OBJ(vm, PyIterator, it)->n = parts[1] == TRUE && count != 1;
        }
        return it;
    }
    case ITER_FILTER:
        return iterator_new(vm, cls, code, retain(vm, extra), retain(vm, items[0]));
    case ITER_REVERSED: { // extra: length; items[0] is the sequence itself
        it = iterator_new(vm, cls, code, retain(vm, items[0]), EMPTY);
        i64 length = 0;
        if (it != EMPTY && int_to_i64(vm, extra, &length))
            OBJ(vm, PyIterator, it)->n = length - 1;
        return it;
    }
    default:
        return itertools_make(vm, code, cls, iterators, extra);
    }
}

// --- enumerate -----------------------------------------------------------------------------------------------------------------------
static Value enumerate_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!check_new_class(vm, args, nargs, TYPE_ENUMERATE))
        return EMPTY;
    u32 named = kwnames ? tuple_at(vm, kwnames)->length : 0;
    Value iterable = nargs > 1 ? args[1] : EMPTY, start = nargs > 2 ? args[2] : EMPTY;
    if (nargs - 1 + named > 2)
        return raise_error(vm, EXC_TypeError, "enumerate() takes at most 2 arguments (%u given)", nargs - 1 + named);
    for (u32 i = 0; i < named; i++) {
        Value name = tuple_at(vm, kwnames)->items[i], *place = (i32)i == keyword_index(vm, kwnames, "iterable") ? &iterable
                                                             : (i32)i == keyword_index(vm, kwnames, "start")  ? &start
                                                                                                              : NULL;
        if (!place || *place != EMPTY || (place == &start && iterable == EMPTY && named == 1))
            return raise_error(vm, EXC_TypeError, "'%S' is an invalid keyword argument for enumerate()", name);
        *place = args[nargs + i];
    }
    if (iterable == EMPTY)
        return raise_error(vm, EXC_TypeError, "enumerate() missing required argument 'iterable'");
    if (start == EMPTY)
        start = int48(0);
    i64 ignored;
    int status = index_of(vm, start, &ignored);
    if (status == INDEX_NONE)
        return raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", start);
    if (status == INDEX_PYTHON)
        return tail_with_index(vm, TYPE_ENUMERATE, "__new__", 4, 3, (Value[]){args[0], iterable, start});
    if (start == TRUE || start == FALSE)
        start = int48(start == TRUE);
    bool python;
    Value iterators = iter_all(vm, &iterable, 1, &python);
    if (iterators == EMPTY)
        return python ? iter_in_prelude(vm, ITER_ENUMERATE, args[0], &iterable, 1, start) : EMPTY;
    Value result = make_iterator(vm, ITER_ENUMERATE, (Ref)args[0], iterators, start);
    decref(vm, iterators);
    return result;
}

// The next number of an enumerate (its iterator needs Python): for the prelude.
Value enumerate_next_count(VM *vm, Value v)
{
    PyIterator *it = OBJ(vm, PyIterator, v);
    if (it->step != 2) {
        if (it->n >= INT48_MAX)
            it->step = 1;
        return int_from_i64(vm, it->n++);
    }
    Value count = retain(vm, it->extra), next = number_binary(vm, BINARY_ADD, count, int48(1));
    if (next == EMPTY) {
        decref(vm, count);
        return EMPTY;
    }
    set_value(vm, &it->extra, next);
    return count;
}

// --- zip, map, filter -------------------------------------------------------------------------------------------------------------------
// The keyword argument strict (the only one): its truth in *strict. false: *result says what to return.
static bool strict_argument(VM *vm, Ref type, const char *function, Value *args, u32 nargs, Ref kwnames, bool *strict, Value *result)
{
    *strict = false;
    u32 named = kwnames ? tuple_at(vm, kwnames)->length : 0;
    if (named == 0)
        return true;
    *result = EMPTY;
    if (named > 1) {
        raise_error(vm, EXC_TypeError, "%s() takes at most 1 keyword argument (%u given)", function, named);
        return false;
    }
    if (keyword_index(vm, kwnames, "strict") < 0) {
        raise_unexpected_keyword(vm, function, tuple_at(vm, kwnames)->items[0], (const char *[]){"strict"}, 1);
        return false;
    }
    int truth = op_truth(vm, args[nargs]);
    if (truth == 2) {
        tail_cancel(vm);
        *result = tail_with_truth(vm, type, "__new__", args, nargs, "strict", args[nargs]);
    }
    *strict = truth == 1;
    return truth == 0 || truth == 1;
}

static Value zip_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    bool strict, python;
    Value result;
    if (!check_new_class(vm, args, nargs, TYPE_ZIP))
        return EMPTY;
    if (!strict_argument(vm, TYPE_ZIP, "zip", args, nargs, kwnames, &strict, &result))
        return result;
    Value iterators = iter_all(vm, args + 1, nargs - 1, &python);
    if (iterators == EMPTY)
        return python ? iter_in_prelude(vm, ITER_ZIP, args[0], args + 1, nargs - 1, make_bool(strict)) : EMPTY;
    result = make_iterator(vm, ITER_ZIP, (Ref)args[0], iterators, make_bool(strict));
    decref(vm, iterators);
    return result;
}

static Value map_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    bool strict, python;
    Value result;
    if (!check_new_class(vm, args, nargs, TYPE_MAP))
        return EMPTY;
    if (!strict_argument(vm, TYPE_MAP, "map", args, nargs, kwnames, &strict, &result))
        return result;
    if (nargs < 3)
        return raise_error(vm, EXC_TypeError, "map() must have at least two arguments.");
    Value extra = tuple_from(vm, (Value[]){args[1], make_bool(strict)}, 2);
    if (extra == EMPTY)
        return EMPTY;
    Value iterators = iter_all(vm, args + 2, nargs - 2, &python);
    if (iterators == EMPTY)
        result = python ? iter_in_prelude(vm, ITER_MAP, args[0], args + 2, nargs - 2, extra) : EMPTY;
    else
        result = make_iterator(vm, ITER_MAP, (Ref)args[0], iterators, extra);
    decref(vm, iterators);
    decref(vm, extra);
    return result;
}

static Value filter_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!check_new_class(vm, args, nargs, TYPE_FILTER) || (has_base_init(vm, (Ref)args[0], TYPE_FILTER) && !no_keywords(vm, kwnames, "filter")) ||
        !check_arg_count(vm, nargs - 1, 2, 2, "filter"))
        return EMPTY;
    bool python;
    Value iterators = iter_all(vm, args + 2, 1, &python);
    if (iterators == EMPTY)
        return python ? iter_in_prelude(vm, ITER_FILTER, args[0], args + 2, 1, args[1]) : EMPTY;
    Value result = make_iterator(vm, ITER_FILTER, (Ref)args[0], iterators, args[1]);
    decref(vm, iterators);
    return result;
}

// --- reversed and iter ------------------------------------------------------------------------------------------------------------------
static Value reversed_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!check_new_class(vm, args, nargs, TYPE_REVERSED) || (has_base_init(vm, (Ref)args[0], TYPE_REVERSED) && !no_keywords(vm, kwnames, "reversed")) ||
        !check_arg_count(vm, nargs - 1, 1, 1, "reversed"))
        return EMPTY;
    Value sequence = args[1];
    Ref special = special_of(vm, sequence, SPECIAL_reversed);
    if (special == NONE_REF)
        return raise_error(vm, EXC_TypeError, "'%T' object is not reversible", sequence);
    if (special) {
        if (is_core_method_of(vm, special, sequence))
            return call_core(vm, special, 1, &sequence);
        return special_call(vm, special, 1, sequence, EMPTY, EMPTY);
    }
    bool is_sequence = is_object(sequence) && special_of(vm, sequence, SPECIAL_getitem) && !is_kind(vm, sequence, LAYOUT_DICT) &&
                       !is_kind(vm, sequence, LAYOUT_MAPPINGPROXY) && !is_kind(vm, sequence, LAYOUT_TYPE);
    if (!is_sequence)
        return raise_error(vm, EXC_TypeError, "'%T' object is not reversible", sequence);
    i64 length = special_base(vm, sequence, SPECIAL_len) ? container_length(vm, sequence) : -1;
    if (length < 0)
        return tail_prelude(vm, PRELUDE_REVERSED_BUILD, 3, int48(ITER_REVERSED), args[0], sequence);
    Value it = iterator_new(vm, (Ref)args[0], ITER_REVERSED, retain(vm, sequence), EMPTY);
    if (it != EMPTY)
        OBJ(vm, PyIterator, it)->n = length - 1;
    return it;
}

Value callable_iterator_new(VM *vm, Value callable, Value sentinel)
{
    if (!is_callable(vm, callable))
        return raise_error(vm, EXC_TypeError, "iter(v, w): v must be callable");
    return iterator_new(vm, TYPE_CALLABLE_ITERATOR, ITER_CALLABLE, retain(vm, callable), retain(vm, sentinel));
}

const BuiltinDef iterator_type_defs[] = {
    {"__new__", enumerate_new, 0, ANY_ARGS, BUILTIN_FLAG_STATIC | KEYWORDS, TYPE_ENUMERATE, "($type, *args, **kwargs)"},
    {"__class_getitem__", class_getitem_method, 2, 2, BUILTIN_FLAG_CLASSMETHOD, TYPE_ENUMERATE, "($type, object, /)"},
    {"__new__", zip_new, 0, ANY_ARGS, BUILTIN_FLAG_STATIC | KEYWORDS, TYPE_ZIP, "($type, *args, **kwargs)"},
    {"__new__", map_new, 0, ANY_ARGS, BUILTIN_FLAG_STATIC | KEYWORDS, TYPE_MAP, "($type, *args, **kwargs)"},
    {"__new__", filter_new, 0, ANY_ARGS, BUILTIN_FLAG_STATIC | KEYWORDS, TYPE_FILTER, "($type, *args, **kwargs)"},
    {"__new__", reversed_new, 0, ANY_ARGS, BUILTIN_FLAG_STATIC | KEYWORDS, TYPE_REVERSED, "($type, *args, **kwargs)"},
    {"", NULL, 0, 0, 0, 0, NULL},
};
