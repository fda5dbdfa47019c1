// Builtin functions over iterables. Each runs in C while the iterable is a builtin one and the items need no Python code; at the first that does,
// the prelude goes on with the iterator and the item at hand, so nothing is read or called twice.
#include "containers.h"
#include "plain_items.h"

Value complex_new(VM *vm, double real, double imag);

// --- len, hash, iter, next --------------------------------------------------------------------------------------------------------------
i64 container_length(VM *vm, Value v)
{
    if (!is_object(v))
        return -1;
    i64 length;
    switch (kind_of(vm, v)) {
    case LAYOUT_LIST: return list_at(vm, v)->length;
    case LAYOUT_TUPLE: return tuple_at(vm, v)->length;
    case LAYOUT_DICT: return dict_length(vm, v);
    case LAYOUT_DICTVIEW: return dict_length(vm, dict_of_view(vm, v));
    case LAYOUT_SET: return set_at(vm, v)->used;
    case LAYOUT_DEQUE: return OBJ(vm, PyDeque, v)->length;
    case LAYOUT_STR: return OBJ(vm, PyStr, v)->length;
    case LAYOUT_BYTES: return OBJ(vm, PyBytes, v)->length;
    case LAYOUT_BYTEARRAY: return OBJ(vm, PyByteArray, v)->length;
    case LAYOUT_RANGE: return int_to_i64(vm, OBJ(vm, PyRange, v)->length, &length) ? length : -1;
    default: return -1;
    }
}

static Value b_len(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value v = args[0];
    if (is_object(v) && special_base(vm, v, SPECIAL_len)) {
        i64 length = container_length(vm, v);
        if (length >= 0)
            return int_from_i64(vm, length);
    }
    Ref special = special_of(vm, v, SPECIAL_len);
    if (!special)
        return raise_error(vm, EXC_TypeError, "object of type '%T' has no len()", v);
    if (special == NONE_REF)
        return raise_none_called(vm);
    if (is_core_method_of(vm, special, v))
        return call_core(vm, special, 1, args);
    if (is_kind(vm, special, LAYOUT_BUILTIN) && OBJ(vm, PyBuiltin, special)->kind == BUILTIN_CORE)
        return special_call(vm, special, 1, v, EMPTY, EMPTY);
    return len_checked(vm, special_call(vm, special, 1, v, EMPTY, EMPTY));
}

static Value b_hash(VM *vm, Value *args, u32 nargs, Ref kwnames) { return hash_object(vm, args[0]); }

static Value b_iter(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return nargs == 2 ? callable_iterator_new(vm, args[0], args[1]) : op_iter(vm, args[0]);
}

// next(iterator) as a tail call; the iterator has a __next__.
Value tail_next(VM *vm, Value iterator)
{
    Ref special = special_of(vm, iterator, SPECIAL_next);
    u32 kind = special ? type_at(vm, ref_type(vm, special))->kind : LAYOUT_SINGLETON;
    // A builtin method that is bound already is called as it is.
    if (kind == LAYOUT_BUILTIN && OBJ(vm, PyBuiltin, special)->self != EMPTY)
        return tail_call(vm, special, 0);
    return kind == LAYOUT_FUNCTION || kind == LAYOUT_BUILTIN ? tail_call(vm, special, 1, iterator) : tail_prelude(vm, PRELUDE_NEXT_CALL, 1, iterator);
}

static Value b_next(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value it = args[0];
    Ref special = special_of(vm, it, SPECIAL_next);
    if (!special)
        return raise_error(vm, EXC_TypeError, "'%T' object is not an iterator", it);
    if (special == NONE_REF)
        return raise_none_called(vm);
    bool builtin = is_kind(vm, it, LAYOUT_ITERATOR) && OBJ(vm, PyIterator, it)->code < ITER_FIRST_GENERATOR_CODE && special_base(vm, it, SPECIAL_next);
    if (builtin && (nargs == 1 || iterator_is_pure(vm, it))) {
        bool done = false;
        Value item = iterator_next(vm, it, &done);
        if (item != EMPTY || !done)
            return item;
        return nargs == 2 ? retain(vm, args[1]) : raise_value(vm, exception_new(vm, EXC_StopIteration, EMPTY));
    }
    if (nargs == 2)
        return tail_prelude(vm, PRELUDE_NEXT_DEFAULT, 2, it, args[1]);
    return tail_next(vm, it);
}

// --- any, all -------------------------------------------------------------------------------------------------------------------------------
static Value any_all(VM *vm, Value iterable, bool wanted, u32 prelude)
{
    PlainItems items;
    if (!plain_items(vm, iterable, &items))
        return vm->exception != EMPTY ? EMPTY : tail_prelude(vm, prelude, 1, iterable);
    Value result = EMPTY, it = items.iterator;
    for (;;) {
        bool done = false;
        Value item = plain_next(vm, &items, &done);
        if (item == EMPTY) {
            if (done)
                result = new_bool(vm, !wanted);
            break;
        }
        if (item == VALUE_TAIL) {
            result = tail_prelude(vm, prelude, 1, iterable);
            break;
        }
        int truth = interrupted(vm) ? 2 : op_truth(vm, item);
        if (truth == 2) {
            tail_cancel(vm);
            result = tail_prelude(vm, prelude, 2, rest_of(&items), item);
        } else if (truth == wanted) {
            result = new_bool(vm, wanted);
        }
        decref(vm, item);
        if (truth < 0 || truth == 2 || truth == wanted)
            break;
    }
    decref(vm, it);
    return result;
}
static Value b_any(VM *vm, Value *args, u32 nargs, Ref kwnames) { return any_all(vm, args[0], true, PRELUDE_ANY_LOOP); }
static Value b_all(VM *vm, Value *args, u32 nargs, Ref kwnames) { return any_all(vm, args[0], false, PRELUDE_ALL_LOOP); }

// --- sum ----------------------------------------------------------------------------------------------------------------------------------------
// The running total in the form that CPython 3.14 keeps: a machine int while everything is int, then a float (or complex) with the error of
// each addition kept apart (Neumaier), else any object, added by +. SUM_OBJECT never goes back.
enum { SUM_INT, SUM_FLOAT, SUM_COMPLEX, SUM_OBJECT };
typedef struct Sum { u32 mode; i64 n; double re, re_low, im, im_low; Value total; } Sum;

static void add_compensated(double *high, double *low, double x)
{
    double t = *high + x;
    *low += __builtin_fabs(*high) >= __builtin_fabs(x) ? (*high - t) + x : (x - t) + *high;
    *high = t;
}
static double sum_part(double high, double low) { return low != 0.0 && low - low == 0.0 ? high + low : high; }

static bool is_exact_int(VM *vm, Value v) { return is_int48(v) || (is_object(v) && ref_type(vm, v) == TYPE_INT); }

// Chooses the mode for a total that is an object (taken).
static void sum_begin(VM *vm, Sum *sum, Value total)
{
    *sum = (Sum){.mode = SUM_OBJECT, .total = total};
    if (is_float(total)) {
        sum->mode = SUM_FLOAT;
        sum->re = float_value(total);
    } else if (is_exact(vm, total, TYPE_COMPLEX)) {
        sum->mode = SUM_COMPLEX;
        sum->re = OBJ(vm, PyComplex, total)->real;
        sum->im = OBJ(vm, PyComplex, total)->imag;
        sum->total = EMPTY;
        decref(vm, total);
    }
}

// The total so far as an object (owned; the sum gives its own up).
static Value sum_total(VM *vm, Sum *sum)
{
    Value total = sum->total;
    sum->total = EMPTY;
    switch (sum->mode) {
    case SUM_INT: return int_from_i64(vm, sum->n);
    case SUM_FLOAT: return make_float(sum_part(sum->re, sum->re_low));
    case SUM_COMPLEX: return complex_new(vm, sum_part(sum->re, sum->re_low), sum_part(sum->im, sum->im_low));
    default: return total;
    }
}

// Adds one item. 1 fine, 0 exception, 2: the addition needs Python code (nothing was done).
static int sum_add(VM *vm, Sum *sum, Value item)
{
    i64 n;
    bool overflow;
    bool is_int = is_exact_int(vm, item) || item == TRUE || item == FALSE;
    switch (sum->mode) {
    case SUM_INT:
        if (is_int && int_to_i64(vm, item, &n) && !__builtin_add_overflow(sum->n, n, &n)) {
            sum->n = n;
            return 1;
        }
        break;
    case SUM_FLOAT:
    case SUM_COMPLEX:
        if (is_float(item)) {
            add_compensated(&sum->re, &sum->re_low, float_value(item));
            return 1;
        }
        if (is_int_value(vm, item)) {
            double d = int_to_double(vm, item, &overflow);
            if (overflow) {
                raise_error(vm, EXC_OverflowError, "int too large to convert to float");
                return 0;
            }
            add_compensated(&sum->re, &sum->re_low, d);
            return 1;
        }
        if (sum->mode == SUM_COMPLEX && is_exact(vm, item, TYPE_COMPLEX)) {
            add_compensated(&sum->re, &sum->re_low, OBJ(vm, PyComplex, item)->real);
            add_compensated(&sum->im, &sum->im_low, OBJ(vm, PyComplex, item)->imag);
            return 1;
        }
        break;
    default:
        break;
    }
    bool numbers = kind_of(vm, item) <= LAYOUT_COMPLEX || item == TRUE || item == FALSE;
    if (!numbers || (is_object(item) && ref_type(vm, item) >= STATIC_END))
        return 2;
    Value total = sum_total(vm, sum), result = total == EMPTY ? EMPTY : number_binary(vm, BINARY_ADD, total, item);
    bool may_change = sum->mode != SUM_OBJECT;
    if (result == NOTIMPLEMENTED || result == VALUE_TAIL) {
        if (result == VALUE_TAIL)
            tail_cancel(vm);
        else
            decref(vm, result);
        *sum = (Sum){.mode = SUM_OBJECT, .total = total};
        return 2;
    }
    decref(vm, total);
    if (result == EMPTY) {
        *sum = (Sum){.mode = SUM_OBJECT, .total = EMPTY};
        return 0;
    }
    if (may_change)
        sum_begin(vm, sum, result);
    else
        *sum = (Sum){.mode = SUM_OBJECT, .total = result};
    return 1;
}

// The numbers that an iterator over a list or tuple gives next, as long as they are of the kind that the total is: the most of most sums.
static void sum_run(VM *vm, Sum *sum, PyIterator *it)
{
    u32 length;
    Value *items = sequence_items(vm, it->source, &length);
    i64 n;
    for (; it->index < length && !interrupted(vm); it->index++) {
        Value item = items[it->index];
        if (sum->mode == SUM_INT && is_int48(item) && !__builtin_add_overflow(sum->n, int48_value(item), &n))
            sum->n = n;
        else if (sum->mode == SUM_FLOAT && is_float(item))
            add_compensated(&sum->re, &sum->re_low, float_value(item));
        else
            return;
    }
}

static Value b_sum(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    u32 named = kwnames ? tuple_at(vm, kwnames)->length : 0;
    if (nargs == 0)
        return raise_error(vm, EXC_TypeError, "sum() takes at least 1 positional argument (0 given)");
    if (nargs + named > 2)
        return raise_error(vm, EXC_TypeError, "sum() takes at most 2 arguments (%u given)", nargs + named);
    if (named && keyword_index(vm, kwnames, "start") < 0)
        return raise_unexpected_keyword(vm, "sum", tuple_at(vm, kwnames)->items[0], (const char *[]){"start"}, 1);
    Value start = nargs + named == 2 ? args[1] : int48(0);
    u32 kind = kind_of(vm, start);
    if (kind == LAYOUT_STR)
        return raise_error(vm, EXC_TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
    if (kind == LAYOUT_BYTES || kind == LAYOUT_BYTEARRAY)
        return raise_error(vm, EXC_TypeError, "sum() can't sum %s [use b''.join(seq) instead]", kind == LAYOUT_BYTES ? "bytes" : "bytearray");
    PlainItems items;
    if (!plain_items(vm, args[0], &items))
        return vm->exception != EMPTY ? EMPTY : tail_prelude(vm, PRELUDE_SUM_LOOP, 2, args[0], start);
    Sum sum;
    i64 n;
    if (is_exact_int(vm, start) && int_to_i64(vm, start, &n))
        sum = (Sum){.mode = SUM_INT, .n = n};
    else
        sum_begin(vm, &sum, retain(vm, start));
    Value result = EMPTY, it = items.iterator;
    u32 code = OBJ(vm, PyIterator, it)->code;
    bool runs = !has_call(&items) && (code == ITER_LIST || code == ITER_TUPLE);
    for (;;) {
        if (runs && OBJ(vm, PyIterator, it)->source != EMPTY)
            sum_run(vm, &sum, OBJ(vm, PyIterator, it));
        bool done = false;
        Value item = plain_next(vm, &items, &done);
        if (item == EMPTY) {
            if (done)
                result = sum_total(vm, &sum);
            break;
        }
        if (item == VALUE_TAIL) {
            result = tail_prelude(vm, PRELUDE_SUM_LOOP, 2, args[0], start);
            break;
        }
        int status = interrupted(vm) ? 2 : sum_add(vm, &sum, item);
        if (status == 2) {
            bool fixed = sum.mode == SUM_OBJECT && !is_float(sum.total);
            Value total = sum_total(vm, &sum);
            result = total == EMPTY ? EMPTY : tail_prelude(vm, PRELUDE_SUM_LOOP, 4, rest_of(&items), total, item, make_bool(fixed));
            decref(vm, total);
        }
        decref(vm, item);
        if (status != 1)
            break;
    }
    decref(vm, sum.total);
    decref(vm, it);
    return result;
}

// --- sums for the prelude: a total that lives in a bytes object between items --------------------------------------------------------------------
Value sum_state_new(VM *vm, Value start)
{
    Value state = bytes_new(vm, NULL, sizeof(Sum));
    if (state == EMPTY)
        return EMPTY;
    Sum sum = {.mode = SUM_OBJECT};
    i64 n;
    if (is_exact_int(vm, start) && int_to_i64(vm, start, &n))
        sum = (Sum){.mode = SUM_INT, .n = n};
    else if (is_float(start) || is_exact(vm, start, TYPE_COMPLEX))
        sum_begin(vm, &sum, retain(vm, start));
    if (sum.mode == SUM_OBJECT) { // references can't be hidden in bytes: the prelude adds those itself
        decref(vm, state);
        return new_none(vm);
    }
    __builtin_memcpy(OBJ(vm, PyBytes, state)->data, &sum, sizeof sum);
    return state;
}
// True: added. False: not an item for a machine sum.
Value sum_state_add(VM *vm, Value state, Value item)
{
    Sum sum;
    u8 *data = OBJ(vm, PyBytes, state)->data;
    i64 n, total;
    bool is_int = is_exact_int(vm, item) || item == TRUE || item == FALSE;
    if (!is_int && !is_float(item) && !is_exact(vm, item, TYPE_COMPLEX))
        return new_bool(vm, false);
    __builtin_memcpy(&sum, data, sizeof sum);
    if (sum.mode == SUM_INT && is_int && (!int_to_i64(vm, item, &n) || __builtin_add_overflow(sum.n, n, &total)))
        return new_bool(vm, false); // the total would be an object
    if (sum_add(vm, &sum, item) != 1)
        return EMPTY;
    __builtin_memcpy(data, &sum, sizeof sum);
    return new_bool(vm, true);
}
Value sum_state_total(VM *vm, Value state)
{
    Sum sum;
    __builtin_memcpy(&sum, OBJ(vm, PyBytes, state)->data, sizeof sum);
    return sum_total(vm, &sum);
}

// --- min, max --------------------------------------------------------------------------------------------------------------------------------------
static Value extreme(VM *vm, Value *args, u32 nargs, Ref kwnames, u32 op, const char *name, u32 prelude)
{
    Value key = NONE, otherwise = EMPTY;
    u32 named = kwnames ? tuple_at(vm, kwnames)->length : 0;
    if (nargs == 0)
        return raise_error(vm, EXC_TypeError, "%s expected at least 1 argument, got 0", name);
    for (u32 i = 0; i < named; i++) {
        if ((i32)i == keyword_index(vm, kwnames, "key"))
            key = args[nargs + i];
        else if ((i32)i == keyword_index(vm, kwnames, "default"))
            otherwise = args[nargs + i];
        else
            return raise_unexpected_keyword(vm, name, tuple_at(vm, kwnames)->items[i], (const char *[]){"key", "default"}, 2);
    }
    if (nargs > 1 && otherwise != EMPTY)
        return raise_error(vm, EXC_TypeError, "Cannot specify a default for %s() with multiple positional arguments", name);
    Value default_tuple = NONE, result = EMPTY, items = EMPTY, best = EMPTY;
    PlainItems plain = {0};
    if (nargs == 2 && key == NONE) { // the common case
        int better = less_at_depth(vm, args[1], args[0], op, 0);
        if (better != DICT_NEEDS_PYTHON)
            return better == DICT_ERROR ? EMPTY : retain(vm, args[better]);
    }
    if (nargs > 1) {
        items = tuple_from(vm, args, nargs);
        if (items == EMPTY)
            return EMPTY;
    } else {
        items = retain(vm, args[0]);
    }
    if (key == NONE && !plain_items(vm, items, &plain) && vm->exception != EMPTY)
        goto out;
    if (plain.iterator == EMPTY) {
    python:
        if (otherwise != EMPTY && (default_tuple = tuple_from(vm, &otherwise, 1)) == EMPTY)
            goto out;
        result = tail_prelude(vm, prelude, 3, items, key, default_tuple);
        if (default_tuple != NONE)
            decref(vm, default_tuple);
        goto out;
    }
    for (;;) {
        bool done = false;
        Value item = plain_next(vm, &plain, &done);
        if (item == EMPTY) {
            if (!done)
                goto out;
            break;
        }
        if (item == VALUE_TAIL)
            goto python;
        int better = best == EMPTY ? 1 : interrupted(vm) ? DICT_NEEDS_PYTHON : less_at_depth(vm, item, best, op, 0);
        if (better == 1) {
            set_value(vm, &best, item);
            continue;
        }
        if (better == DICT_NEEDS_PYTHON)
            result = tail_prelude(vm, prelude, 5, rest_of(&plain), NONE, NONE, best, item);
        decref(vm, item);
        if (better < 0)
            goto out;
    }
    if (best != EMPTY)
        result = retain(vm, best);
    else if (otherwise != EMPTY)
        result = retain(vm, otherwise);
    else
        raise_error(vm, EXC_ValueError, "%s() iterable argument is empty", name);
out:
    decref(vm, best);
    decref(vm, plain.iterator);
    decref(vm, items);
    return result;
}
static Value b_min(VM *vm, Value *args, u32 nargs, Ref kwnames) { return extreme(vm, args, nargs, kwnames, COMPARE_LT, "min", PRELUDE_MIN_LOOP); }
static Value b_max(VM *vm, Value *args, u32 nargs, Ref kwnames) { return extreme(vm, args, nargs, kwnames, COMPARE_GT, "max", PRELUDE_MAX_LOOP); }

// --- sorted ------------------------------------------------------------------------------------------------------------------------------------------
static Value b_sorted(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value key, reverse;
    if (!check_arg_count(vm, nargs, 1, 1, "sorted"))
        return EMPTY;
    Value list = list_new(vm, 0);
    if (list == EMPTY)
        return EMPTY;
    bool served, ok = list_extend_pure(vm, list, args[0], &served);
    Value result = EMPTY;
    if (!served)
        result = sort_arguments(vm, args, nargs, kwnames, &key, &reverse) ? tail_prelude(vm, PRELUDE_SORTED_BUILD, 3, args[0], key, reverse) : EMPTY;
    else if (ok && sort_arguments(vm, args, nargs, kwnames, &key, &reverse))
        result = list_sort_result(vm, list, key, reverse, list);
    decref(vm, list);
    return result;
}

// --- __class_getitem__ -----------------------------------------------------------------------------------------------------------------------------------
Value class_getitem_method(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyGenericAlias *alias = heap_new_container(vm, TYPE_GENERIC_ALIAS, sizeof(PyGenericAlias));
    if (!alias)
        return EMPTY;
    Value arguments = is_kind(vm, args[1], LAYOUT_TUPLE) ? retain(vm, args[1]) : tuple_from(vm, &args[1], 1);
    alias->origin = retain(vm, args[0]);
    alias->args = arguments;
    return obj_value(vm, alias);
}

const BuiltinDef builtins_iter_defs[] = {
    {"len", b_len, 1, 1, BUILTIN_FLAG_PLAIN, 0, "($module, obj, /)"},
    {"hash", b_hash, 1, 1, BUILTIN_FLAG_PLAIN, 0, "($module, obj, /)"},
    {"iter", b_iter, 1, 2, 0, 0, NULL},
    {"next", b_next, 1, 2, 0, 0, NULL},
    {"any", b_any, 1, 1, BUILTIN_FLAG_PLAIN, 0, "($module, iterable, /)"},
    {"all", b_all, 1, 1, BUILTIN_FLAG_PLAIN, 0, "($module, iterable, /)"},
    {"sum", b_sum, 0, ANY_ARGS, KEYWORDS | BUILTIN_FLAG_PLAIN, 0, "($module, iterable, /, start=0)"},
    {"min", b_min, 0, ANY_ARGS, KEYWORDS | BUILTIN_FLAG_PLAIN, 0, NULL},
    {"max", b_max, 0, ANY_ARGS, KEYWORDS | BUILTIN_FLAG_PLAIN, 0, NULL},
    {"sorted", b_sorted, 0, ANY_ARGS, KEYWORDS | BUILTIN_FLAG_PLAIN, 0, "($module, iterable, /, *, key=None, reverse=False)"},
    {"", NULL, 0, 0, 0, 0, NULL},
};
