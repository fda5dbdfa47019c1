// Constructors of the itertools that are C (itertools.c). Arguments are checked here; iterables whose __iter__ is Python code go by way of the
// prelude (iter_build, pools_build), which then makes the iterator from finished parts.
#include "containers.h"

// Binds the arguments after the class to `count` names, the first `required` of which must be there. Missing ones are EMPTY.
static bool bind(VM *vm, const char *function, Value *args, u32 nargs, Ref kwnames, const char *const *names, u32 count, u32 required, Value *slots)
{
    u32 named = kwnames ? tuple_at(vm, kwnames)->length : 0, given = nargs - 1 + named;
    if (given > count) {
        raise_error(vm, EXC_TypeError, "%s() takes at most %u argument%s (%u given)", function, count, count == 1 ? "" : "s", given);
        return false;
    }
    for (u32 i = 0; i < count; i++)
        slots[i] = i + 1 < nargs ? args[i + 1] : EMPTY;
    for (u32 k = 0; k < named; k++) {
        u32 i = 0;
        while (i < count && keyword_index(vm, kwnames, names[i]) != (i32)k)
            i++;
        if (i == count) {
            raise_unexpected_keyword(vm, function, tuple_at(vm, kwnames)->items[k], names, count);
            return false;
        }
        if (slots[i] != EMPTY) {
            raise_error(vm, EXC_TypeError, "argument for %s() given by name ('%s') and position (%u)", function, names[i], i + 1);
            return false;
        }
        slots[i] = args[nargs + k];
    }
    for (u32 i = 0; i < required; i++)
        if (slots[i] == EMPTY) {
            raise_error(vm, EXC_TypeError, "%s() missing required argument '%s' (pos %u)", function, names[i], i + 1);
            return false;
        }
    return true;
}

// As many positional arguments after the class as said, no keywords (unless a subclass has its own __init__).
static bool positional(VM *vm, Value *args, u32 nargs, Ref kwnames, Ref type, const char *function, u32 min, u32 max)
{
    return check_new_class(vm, args, nargs, type) && (!has_base_init(vm, (Ref)args[0], type) || no_keywords(vm, kwnames, function)) &&
           check_arg_count(vm, nargs - 1, min, max, function);
}

static Value build(VM *vm, u32 code, Value cls, Value *iterables, u32 count, Value extra)
{
    bool python;
    Value iterators = iter_all(vm, iterables, count, &python);
    if (iterators == EMPTY)
        return python ? iter_in_prelude(vm, code, cls, iterables, count, extra) : EMPTY;
    Value result = make_iterator(vm, code, (Ref)cls, iterators, extra);
    decref(vm, iterators);
    return result;
}

// An int argument: false with *result set (it may be a tail call that comes back with an int in its place).
static bool size_argument(VM *vm, Value v, i64 *n, Ref type, u32 position, u32 nargs, Value *args, Value *result)
{
    switch (index_of(vm, v, n)) {
    case INDEX_OK:
        return true;
    case INDEX_BIG:
        *result = raise_error(vm, EXC_OverflowError, "Python int too large to convert to C ssize_t");
        return false;
    case INDEX_PYTHON:
        *result = tail_with_index(vm, type, "__new__", 1u << position, nargs, args);
        return false;
    default:
        *result = raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", v);
        return false;
    }
}

// --- count, repeat, chain -----------------------------------------------------------------------------------------------------------
static bool is_number(VM *vm, Value v)
{
    if (!is_object(v))
        return true;
    PyType *t = type_at(vm, ref_type(vm, v));
    return (t->specials[SPECIAL_index] && t->specials[SPECIAL_index] != NONE_REF) || (t->specials[SPECIAL_float] && t->specials[SPECIAL_float] != NONE_REF) ||
           (t->specials[SPECIAL_int] && t->specials[SPECIAL_int] != NONE_REF) || t->kind == LAYOUT_COMPLEX;
}

static Value count_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    static const char names[2][8] = {"start", "step"};
    Value slots[2];
    if (!check_new_class(vm, args, nargs, TYPE_ITERTOOLS_COUNT) ||
        !bind(vm, "count", args, nargs, kwnames, (const char *const[]){names[0], names[1]}, 2, 0, slots))
        return EMPTY;
    Value start = slots[0] == EMPTY ? int48(0) : slots[0], step = slots[1] == EMPTY ? int48(1) : slots[1];
    if (!is_number(vm, start) || !is_number(vm, step))
        return raise_error(vm, EXC_TypeError, "a number is required");
    i64 first, by;
    bool exact = (is_int48(start) || is_exact(vm, start, TYPE_INT)) && (is_int48(step) || is_exact(vm, step, TYPE_INT));
    if (exact && int_to_i64(vm, start, &first) && int_to_i64(vm, step, &by)) {
        Value it = iterator_new(vm, (Ref)args[0], ITER_COUNT, EMPTY, EMPTY);
        if (it != EMPTY) {
            OBJ(vm, PyIterator, it)->n = first;
            OBJ(vm, PyIterator, it)->step = by;
        }
        return it;
    }
    return iterator_new(vm, (Ref)args[0], ITER_COUNT, retain(vm, start), retain(vm, step));
}

static Value repeat_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    static const char names[2][8] = {"object", "times"};
    Value slots[2], result;
    if (!check_new_class(vm, args, nargs, TYPE_ITERTOOLS_REPEAT) ||
        !bind(vm, "repeat", args, nargs, kwnames, (const char *const[]){names[0], names[1]}, 2, 1, slots))
        return EMPTY;
    i64 times = -1;
    if (slots[1] != EMPTY) {
        Value plain[3] = {args[0], slots[0], slots[1]};
        if (!size_argument(vm, slots[1], &times, TYPE_ITERTOOLS_REPEAT, 2, 3, plain, &result))
            return result;
        if (times < 0)
            times = 0;
    }
    Value it = iterator_new(vm, (Ref)args[0], ITER_REPEAT, retain(vm, slots[0]), EMPTY);
    if (it != EMPTY)
        OBJ(vm, PyIterator, it)->n = times;
    return it;
}

static Value chain_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!positional(vm, args, nargs, kwnames, TYPE_ITERTOOLS_CHAIN, "chain", 0, ANY_ARGS))
        return EMPTY;
    Value iterables = tuple_from(vm, args + 1, nargs - 1);
    Value it = iterables == EMPTY ? EMPTY : make_iterator(vm, ITER_CHAIN, (Ref)args[0], iterables, FALSE);
    decref(vm, iterables);
    return it;
}

static Value chain_from_iterable(VM *vm, Value *args, u32 nargs, Ref kwnames) { return build(vm, ITER_CHAIN, args[0], args + 1, 1, TRUE); }

// --- parts of one iterable -------------------------------------------------------------------------------------------------------------
// None or an int of at least `least`, at most what 48 bits hold. false: not such a thing (2: needs __index__).
static int slice_bound(VM *vm, Value v, i64 none, i64 least, i64 *n)
{
    if (v == NONE) {
        *n = none;
        return 1;
    }
    int status = index_of(vm, v, n);
    if (status == INDEX_PYTHON)
        return 2;
    if (status == INDEX_OK && *n > INT48_MAX)
        *n = INT48_MAX;
    return status == INDEX_OK && *n >= least;
}

static Value islice_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!positional(vm, args, nargs, kwnames, TYPE_ITERTOOLS_ISLICE, "islice", 2, 4))
        return EMPTY;
    i64 start = 0, stop = -1, step = 1;
    Value stop_argument = nargs == 3 ? args[2] : args[3];
    int status = nargs == 3 ? 1 : slice_bound(vm, args[2], 0, 0, &start);
    int stop_status = slice_bound(vm, stop_argument, -1, 0, &stop);
    int step_status = nargs == 5 ? slice_bound(vm, args[4], 1, 1, &step) : 1;
    if (status == 2 || stop_status == 2 || step_status == 2) {
        u32 which = (nargs > 3 && status == 2 ? 4 : 0) | (stop_status == 2 ? (nargs == 3 ? 4 : 8) : 0) | (step_status == 2 ? 16 : 0);
        return tail_with_index(vm, TYPE_ITERTOOLS_ISLICE, "__new__", which, nargs, args);
    }
    i64 ignored;
    bool stop_is_int = index_of(vm, stop_argument, &ignored) != INDEX_NONE;
    if (!stop_status && (nargs == 3 || !stop_is_int))
        return raise_error(vm, EXC_ValueError, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    if (!status || !stop_status)
        return raise_error(vm, EXC_ValueError, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    if (!step_status)
        return raise_error(vm, EXC_ValueError, "Step for islice() must be a positive integer or None.");
    Value parts[3] = {int48(start), stop < 0 ? new_none(vm) : int48(stop), int48(step)}, extra = tuple_take(vm, parts, 3);
    Value it = extra == EMPTY ? EMPTY : build(vm, ITER_ISLICE, args[0], args + 1, 1, extra);
    decref(vm, extra);
    return it;
}

static Value cycle_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return positional(vm, args, nargs, kwnames, TYPE_ITERTOOLS_CYCLE, "cycle", 1, 1) ? build(vm, ITER_CYCLE, args[0], args + 1, 1, NONE) : EMPTY;
}

static Value pairwise_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return positional(vm, args, nargs, kwnames, TYPE_ITERTOOLS_PAIRWISE, "pairwise", 1, 1) ? build(vm, ITER_PAIRWISE, args[0], args + 1, 1, NONE) : EMPTY;
}

static Value compress_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    static const char names[2][10] = {"data", "selectors"};
    Value slots[2];
    if (!check_new_class(vm, args, nargs, TYPE_ITERTOOLS_COMPRESS) ||
        !bind(vm, "compress", args, nargs, kwnames, (const char *const[]){names[0], names[1]}, 2, 2, slots))
        return EMPTY;
    return build(vm, ITER_COMPRESS, args[0], slots, 2, NONE);
}

static Value batched_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    static const char names[3][9] = {"iterable", "n", "strict"};
    Value slots[3], result;
    if (!check_new_class(vm, args, nargs, TYPE_ITERTOOLS_BATCHED))
        return EMPTY;
    if (nargs > 3)
        return raise_error(vm, EXC_TypeError, "batched() takes exactly 2 positional arguments (%u given)", nargs - 1);
    if (!bind(vm, "batched", args, nargs, kwnames, (const char *const[]){names[0], names[1], names[2]}, 3, 2, slots))
        return EMPTY;
    i64 size;
    Value plain[3] = {args[0], slots[0], slots[1]};
    int strict = slots[2] == EMPTY ? 0 : op_truth(vm, slots[2]);
    if (strict < 0)
        return EMPTY;
    if (strict == 2) {
        tail_cancel(vm);
        return tail_with_truth(vm, TYPE_ITERTOOLS_BATCHED, "__new__", plain, 3, "strict", slots[2]);
    }
    if (index_of(vm, slots[1], &size) == INDEX_PYTHON && strict) // the strict flag can't ride along: ask for the index first
        return raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", slots[1]);
    if (!size_argument(vm, slots[1], &size, TYPE_ITERTOOLS_BATCHED, 2, 3, plain, &result))
        return result;
    if (size < 1)
        return raise_error(vm, EXC_ValueError, "n must be at least one");
    if (size > MAX_ITEMS)
        return raise_memory_error(vm);
    Value extra = tuple_from(vm, (Value[]){int48(size), make_bool(strict)}, 2);
    result = extra == EMPTY ? EMPTY : build(vm, ITER_BATCHED, args[0], slots, 1, extra);
    decref(vm, extra);
    return result;
}

static Value zip_longest_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    u32 named = kwnames ? tuple_at(vm, kwnames)->length : 0;
    if (!check_new_class(vm, args, nargs, TYPE_ITERTOOLS_ZIP_LONGEST))
        return EMPTY;
    if (named > 1 || (named == 1 && keyword_index(vm, kwnames, "fillvalue") < 0))
        return raise_error(vm, EXC_TypeError, "zip_longest() got an unexpected keyword argument");
    return build(vm, ITER_ZIP_LONGEST, args[0], args + 1, nargs - 1, named ? args[nargs] : NONE);
}

// --- combinatorics -----------------------------------------------------------------------------------------------------------------------
// The iterables as tuples. EMPTY: exception, or *python.
static Value pools_of(VM *vm, Value *iterables, u32 count, bool *python)
{
    *python = false;
    Value pools = tuple_new(vm, count);
    for (u32 i = 0; pools != EMPTY && i < count; i++) {
        Value list = list_new(vm, 0);
        bool served = true, ok = list != EMPTY && list_extend_pure(vm, list, iterables[i], &served);
        if (!ok || !served) {
            *python = !served && i == 0;
            decref(vm, list);
            decref(vm, pools);
            if (!served && i > 0) // those before were read already: tuples are read again without harm, iterators not
                *python = true;
            return EMPTY;
        }
        tuple_at(vm, pools)->items[i] = tuple_take_list(vm, TYPE_TUPLE, list);
        if (tuple_at(vm, pools)->items[i] == EMPTY) {
            decref(vm, pools);
            return EMPTY;
        }
    }
    return pools;
}

static bool all_known(VM *vm, Value *iterables, u32 count)
{
    for (u32 i = 0; i < count; i++) {
        Value it = pure_iter(vm, iterables[i]);
        decref(vm, it);
        if (it == EMPTY)
            return false;
    }
    return true;
}

static Value build_from_pools(VM *vm, u32 code, Value cls, Value *iterables, u32 count, Value extra)
{
    bool python = true;
    Value pools = all_known(vm, iterables, count) ? pools_of(vm, iterables, count, &python) : EMPTY;
    if (pools == EMPTY) {
        if (!python || vm->exception != EMPTY)
            return EMPTY;
        Value tuple = tuple_from(vm, iterables, count);
        Value result = tuple == EMPTY ? EMPTY : tail_prelude(vm, PRELUDE_POOLS_BUILD, 4, int48(code), cls, tuple, extra);
        decref(vm, tuple);
        return result;
    }
    Value result = make_iterator(vm, code, (Ref)cls, pools, extra);
    decref(vm, pools);
    return result;
}

static Value product_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    u32 named = kwnames ? tuple_at(vm, kwnames)->length : 0;
    if (!check_new_class(vm, args, nargs, TYPE_ITERTOOLS_PRODUCT))
        return EMPTY;
    i64 repeat = 1;
    if (named > 1)
        return raise_error(vm, EXC_TypeError, "product() takes at most 1 keyword argument (%u given)", named);
    if (named && keyword_index(vm, kwnames, "repeat") < 0)
        return raise_unexpected_keyword(vm, "product", tuple_at(vm, kwnames)->items[0], (const char *[]){"repeat"}, 1);
    if (named) {
        int status = index_of(vm, args[nargs], &repeat);
        if (status != INDEX_OK && status != INDEX_BIG)
            return raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", args[nargs]);
        if (status == INDEX_BIG)
            return raise_error(vm, EXC_OverflowError, "Python int too large to convert to C ssize_t");
        if (repeat < 0)
            return raise_error(vm, EXC_ValueError, "repeat argument cannot be negative");
        if (repeat > INT48_MAX)
            repeat = INT48_MAX;
    }
    return build_from_pools(vm, ITER_PRODUCT, args[0], args + 1, repeat ? nargs - 1 : 0, int48(repeat));
}

static Value combinations_of(VM *vm, u32 code, Ref type, const char *function, Value *args, u32 nargs, Ref kwnames)
{
    static const char names[2][9] = {"iterable", "r"};
    Value slots[2], result;
    bool permute = code == ITER_PERMUTATIONS;
    if (!check_new_class(vm, args, nargs, type) || !bind(vm, function, args, nargs, kwnames, (const char *const[]){names[0], names[1]}, 2, permute ? 1 : 2, slots))
        return EMPTY;
    i64 r = -1;
    if (permute && (slots[1] == EMPTY || slots[1] == NONE)) {
        slots[1] = NONE;
    } else {
        if (permute && !is_int_value(vm, slots[1]))
            return raise_error(vm, EXC_TypeError, "Expected int as r");
        Value plain[3] = {args[0], slots[0], slots[1]};
        if (!size_argument(vm, slots[1], &r, type, 2, 3, plain, &result))
            return result;
        if (r < 0 && is_object(slots[0]) && special_of(vm, slots[0], SPECIAL_iter))
            return raise_error(vm, EXC_ValueError, "r must be non-negative");
        if (r > INT48_MAX)
            r = INT48_MAX;
    }
    return build_from_pools(vm, code, args[0], slots, 1, slots[1] == NONE ? NONE : int48(r));
}

static Value permutations_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return combinations_of(vm, ITER_PERMUTATIONS, TYPE_ITERTOOLS_PERMUTATIONS, "permutations", args, nargs, kwnames);
}
static Value combinations_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return combinations_of(vm, ITER_COMBINATIONS, TYPE_ITERTOOLS_COMBINATIONS, "combinations", args, nargs, kwnames);
}
static Value replacement_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return combinations_of(vm, ITER_COMBINATIONS_REPLACEMENT, TYPE_ITERTOOLS_COMBINATIONS_WITH_REPLACEMENT, "combinations_with_replacement", args, nargs, kwnames);
}

// --- methods -------------------------------------------------------------------------------------------------------------------------------
static Value m_iter(VM *vm, Value *args, u32 nargs, Ref kwnames) { return retain(vm, args[0]); }
static Value m_next(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    bool done = false;
    Value item = iterator_next(vm, args[0], &done);
    return item == EMPTY && done ? raise_value(vm, exception_new(vm, EXC_StopIteration, EMPTY)) : item;
}

static Value repeat_length_hint(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    i64 n = OBJ(vm, PyIterator, args[0])->n;
    return n < 0 ? raise_error(vm, EXC_TypeError, "len() of unsized object") : int_from_i64(vm, n);
}

// What repr() of count and repeat shows: for the host. count: start, step; repeat: the object, times left (-1: for ever).
static Value count_parts(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyIterator *it = OBJ(vm, PyIterator, args[0]);
    if (it->extra != EMPTY)
        return tuple_from(vm, (Value[]){it->source, it->extra}, 2);
    Value parts[2] = {int_from_i64(vm, it->n), int_from_i64(vm, it->step)};
    return tuple_take(vm, parts, 2);
}
static Value repeat_parts(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyIterator *it = OBJ(vm, PyIterator, args[0]);
    return tuple_take(vm, (Value[]){retain(vm, it->source), int_from_i64(vm, it->n)}, 2);
}
static Value count_repr(VM *vm, Value *args, u32 nargs, Ref kwnames) { return tail_prelude(vm, PRELUDE_COUNT_REPR, 1, args[0]); }
static Value repeat_repr(VM *vm, Value *args, u32 nargs, Ref kwnames) { return tail_prelude(vm, PRELUDE_REPEAT_REPR, 1, args[0]); }

#define ITERTOOL(TYPE, make) \
    {"__new__", make, 0, ANY_ARGS, BUILTIN_FLAG_STATIC | KEYWORDS, TYPE, "($type, *args, **kwargs)"}, {"__iter__", m_iter, 1, 1, WRAPPER, TYPE, "($self, /)"}, \
    {"__next__", m_next, 1, 1, WRAPPER, TYPE, "($self, /)"}

const BuiltinDef itertools_type_defs[] = {
    ITERTOOL(TYPE_ITERTOOLS_COUNT, count_new), ITERTOOL(TYPE_ITERTOOLS_REPEAT, repeat_new), ITERTOOL(TYPE_ITERTOOLS_CHAIN, chain_new),
    ITERTOOL(TYPE_ITERTOOLS_ISLICE, islice_new), ITERTOOL(TYPE_ITERTOOLS_CYCLE, cycle_new), ITERTOOL(TYPE_ITERTOOLS_PAIRWISE, pairwise_new),
    ITERTOOL(TYPE_ITERTOOLS_COMPRESS, compress_new), ITERTOOL(TYPE_ITERTOOLS_PRODUCT, product_new),
    ITERTOOL(TYPE_ITERTOOLS_PERMUTATIONS, permutations_new), ITERTOOL(TYPE_ITERTOOLS_COMBINATIONS, combinations_new),
    ITERTOOL(TYPE_ITERTOOLS_COMBINATIONS_WITH_REPLACEMENT, replacement_new), ITERTOOL(TYPE_ITERTOOLS_ZIP_LONGEST, zip_longest_new),
    ITERTOOL(TYPE_ITERTOOLS_BATCHED, batched_new),
    {"from_iterable", chain_from_iterable, 2, 2, BUILTIN_FLAG_CLASSMETHOD, TYPE_ITERTOOLS_CHAIN, "($type, iterable, /)"},
    {"__class_getitem__", class_getitem_method, 2, 2, BUILTIN_FLAG_CLASSMETHOD, TYPE_ITERTOOLS_CHAIN, "($type, object, /)"},
    {"__length_hint__", repeat_length_hint, 1, 1, METHOD, TYPE_ITERTOOLS_REPEAT, "($self, /)"},
    {"__repr__", count_repr, 1, 1, WRAPPER, TYPE_ITERTOOLS_COUNT, "($self, /)"},
    {"__repr__", repeat_repr, 1, 1, WRAPPER, TYPE_ITERTOOLS_REPEAT, "($self, /)"},
    {"", NULL, 0, 0, 0, 0, NULL},
};
// islice_skips(islice): counts one item that is to be read and dropped; False once the next one is wanted. StopIteration if that is past the end.
static Value islice_skips(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyIterator *it = OBJ(vm, PyIterator, args[0]);
    i64 stop = it->extra == NONE ? INT64_MAX : int48_value(it->extra);
    if (it->index < it->n) {
        it->index++;
        return new_bool(vm, true);
    }
    if ((i64)it->index >= stop)
        return raise_value(vm, exception_new(vm, EXC_StopIteration, EMPTY));
    return new_bool(vm, false);
}
// islice_moved(islice): the item wanted was read.
static Value islice_moved(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyIterator *it = OBJ(vm, PyIterator, args[0]);
    it->index++;
    islice_advance(it);
    return new_none(vm);
}

const BuiltinDef itertools_private_defs[] = {
    {"islice_skips", islice_skips, 1, 1, 0, 0, NULL},
    {"islice_moved", islice_moved, 1, 1, 0, 0, NULL},
    {"count_parts", count_parts, 1, 1, 0, 0, NULL},
    {"repeat_parts", repeat_parts, 1, 1, 0, 0, NULL},
    {"", NULL, 0, 0, 0, 0, NULL},
};
