// range: start, stop, step and length are ints of any size. Nearly always all of them fit 64 bits; the rest goes through number_binary.
#include "containers.h"

// Arithmetic that never runs Python; sizes that would need the host (huge divisions) are refused.
static Value arith(VM *vm, u32 op, Value a, Value b)
{
    Value result = number_binary(vm, op, a, b);
    if (result == VALUE_TAIL) {
        tail_cancel(vm);
        return raise_error(vm, EXC_OverflowError, "range with numbers this large is not supported");
    }
    return result;
}
static Value arith_take(VM *vm, u32 op, Value a_taken, Value b)
{
    Value result = a_taken == EMPTY ? EMPTY : arith(vm, op, a_taken, b);
    decref(vm, a_taken);
    return result;
}
#define BINARY_FLOORDIV 4u

static int sign_of(VM *vm, Value n) { return int_compare(vm, n, int48(0)); }

static Value range_length(VM *vm, Value start, Value stop, Value step)
{
    i64 first, last, by;
    if (int_to_i64(vm, start, &first) && int_to_i64(vm, stop, &last) && int_to_i64(vm, step, &by)) {
        if (by > 0 ? first >= last : first <= last)
            return int48(0);
        u64 distance = by > 0 ? (u64)last - (u64)first : (u64)first - (u64)last;
        return int_from_u64(vm, (distance - 1) / (by > 0 ? (u64)by : -(u64)by) + 1);
    }
    if (sign_of(vm, step) > 0 ? int_compare(vm, start, stop) >= 0 : int_compare(vm, start, stop) <= 0)
        return int48(0);
    Value n = sign_of(vm, step) > 0 ? arith(vm, BINARY_SUB, stop, start) : arith(vm, BINARY_SUB, start, stop);
    n = arith_take(vm, BINARY_SUB, n, int48(1));
    Value size = sign_of(vm, step) > 0 ? retain(vm, step) : arith(vm, BINARY_SUB, int48(0), step);
    n = arith_take(vm, BINARY_FLOORDIV, n, size);
    decref(vm, size);
    return arith_take(vm, BINARY_ADD, n, int48(1));
}

// Takes the three numbers (plain ints).
static Value range_take(VM *vm, Value start, Value stop, Value step)
{
    Value length = start == EMPTY || stop == EMPTY || step == EMPTY ? EMPTY : range_length(vm, start, stop, step);
    PyRange *range = length == EMPTY ? NULL : heap_new_container(vm, TYPE_RANGE, sizeof(PyRange));
    if (!range) {
        decref(vm, start);
        decref(vm, stop);
        decref(vm, step);
        decref(vm, length);
        return EMPTY;
    }
    range->start = start;
    range->stop = stop;
    range->step = step;
    range->length = length;
    return obj_value(vm, range);
}

Value range_of_small(VM *vm, Value start, Value stop, Value step) { return range_take(vm, start, stop, step); }

bool range_is_small(VM *vm, PyRange *r, i64 *start, i64 *stop, i64 *step, i64 *length)
{
    return int_to_i64(vm, r->start, start) && int_to_i64(vm, r->stop, stop) && int_to_i64(vm, r->step, step) && int_to_i64(vm, r->length, length);
}

// A plain int (no bool, no subclass) from an argument that is an int.
static Value plain_int(VM *vm, Value v)
{
    if (v == TRUE || v == FALSE)
        return int48(v == TRUE);
    if (is_int48(v) || ref_type(vm, v) == TYPE_INT)
        return retain(vm, v);
    return arith(vm, BINARY_ADD, v, int48(0));
}

static Value m_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!no_keywords(vm, kwnames, "range") || !check_new_class(vm, args, nargs, TYPE_RANGE) || !check_arg_count(vm, nargs - 1, 1, 3, "range"))
        return EMPTY;
    for (u32 i = 1; i < nargs; i++) {
        i64 ignored;
        int status = index_of(vm, args[i], &ignored);
        if (status == INDEX_NONE)
            return raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", args[i]);
        if (status == INDEX_PYTHON)
            return tail_with_index(vm, TYPE_RANGE, "__new__", ((1u << nargs) - 1) & ~1u, nargs, args);
    }
    if (nargs == 2)
        return range_take(vm, int48(0), plain_int(vm, args[1]), int48(1));
    if (nargs == 4 && is_int_value(vm, args[3]) && sign_of(vm, args[3]) == 0)
        return raise_error(vm, EXC_ValueError, "range() arg 3 must not be zero");
    return range_take(vm, plain_int(vm, args[1]), plain_int(vm, args[2]), nargs == 4 ? plain_int(vm, args[3]) : int48(1));
}

// --- items ----------------------------------------------------------------------------------------------------------------------
// start + index * step for any ints.
static Value item_at(VM *vm, PyRange *r, Value index)
{
    Value offset = arith(vm, BINARY_MUL, index, r->step);
    Value item = offset == EMPTY ? EMPTY : arith(vm, BINARY_ADD, r->start, offset);
    decref(vm, offset);
    return item;
}

Value range_item(VM *vm, PyRange *r, i64 index)
{
    if (is_int48(r->start) && is_int48(r->step)) {
        i64 offset, item;
        if (!__builtin_mul_overflow(index, int48_value(r->step), &offset) && !__builtin_add_overflow(int48_value(r->start), offset, &item))
            return int_from_i64(vm, item);
    }
    Value n = int_from_i64(vm, index);
    Value item = n == EMPTY ? EMPTY : item_at(vm, r, n);
    decref(vm, n);
    return item;
}

static Value range_slice(VM *vm, Value v, Value key)
{
    PyRange *r = OBJ(vm, PyRange, v);
    i64 length, start, stop, step, count;
    Value wanted = OBJ(vm, PySlice, key)->step;
    bool is_huge = is_exact(vm, wanted, TYPE_INT) && !is_int48(wanted); // slice_unpack would bound it, but the range that comes of it shows it
    if (is_huge || !int_to_i64(vm, r->length, &length))
        return tail_prelude(vm, PRELUDE_RANGE_SLICE, 2, v, key);
    int status = slice_unpack(vm, key, length, &start, &stop, &step, &count);
    if (status == 0)
        return EMPTY;
    if (status == 2)
        return tail_with_index(vm, TYPE_RANGE, "__getitem__", 2, 2, (Value[]){v, key});
    Value by = int_from_i64(vm, step);
    Value sub_step = by == EMPTY ? EMPTY : arith(vm, BINARY_MUL, r->step, by);
    decref(vm, by);
    return range_take(vm, range_item(vm, r, start), range_item(vm, r, stop), sub_step);
}

Value range_getitem(VM *vm, Value v, Value key)
{
    PyRange *r = OBJ(vm, PyRange, v);
    i64 i, length;
    int status = index_of(vm, key, &i);
    if (status == INDEX_OK && int_to_i64(vm, r->length, &length)) {
        if (i < 0)
            i += length;
        if ((u64)i >= (u64)length)
            return raise_error(vm, EXC_IndexError, "range object index out of range");
        return range_item(vm, r, i);
    }
    if (status == INDEX_OK || status == INDEX_BIG) {
        Value index = plain_int(vm, key);
        if (index != EMPTY && sign_of(vm, index) < 0)
            index = arith_take(vm, BINARY_ADD, index, r->length);
        if (index == EMPTY)
            return EMPTY;
        bool inside = sign_of(vm, index) >= 0 && int_compare(vm, index, r->length) < 0;
        Value item = inside ? item_at(vm, r, index) : raise_error(vm, EXC_IndexError, "range object index out of range");
        decref(vm, index);
        return item;
    }
    if (status == INDEX_PYTHON)
        return tail_with_index(vm, TYPE_RANGE, "__getitem__", 2, 2, (Value[]){v, key});
    if (is_kind(vm, key, LAYOUT_SLICE))
        return range_slice(vm, v, key);
    return raise_error(vm, EXC_TypeError, "range indices must be integers or slices, not %T", key);
}

// Where the int `n` is in the range: an int (owned), NONE if it isn't there, EMPTY on error.
static Value position_of(VM *vm, PyRange *r, Value n)
{
    i64 start, stop, step, length, value;
    if (range_is_small(vm, r, &start, &stop, &step, &length)) {
        if (!int_to_i64(vm, n, &value) || (step > 0 ? value < start || value >= stop : value > start || value <= stop))
            return NONE;
        u64 distance = step > 0 ? (u64)value - (u64)start : (u64)start - (u64)value, size = step > 0 ? (u64)step : -(u64)step;
        return distance % size ? NONE : int_from_u64(vm, distance / size);
    }
    bool up = sign_of(vm, r->step) > 0;
    if (up ? int_compare(vm, n, r->start) < 0 || int_compare(vm, n, r->stop) >= 0 : int_compare(vm, n, r->start) > 0 || int_compare(vm, n, r->stop) <= 0)
        return NONE;
    Value distance = arith(vm, BINARY_SUB, n, r->start);
    Value quotient = distance == EMPTY ? EMPTY : arith(vm, BINARY_FLOORDIV, distance, r->step);
    decref(vm, distance);
    Value back = quotient == EMPTY ? EMPTY : item_at(vm, r, quotient);
    bool there = back != EMPTY && int_compare(vm, back, n) == 0;
    decref(vm, back);
    if (back == EMPTY || there)
        return back == EMPTY ? EMPTY : quotient;
    decref(vm, quotient);
    return NONE;
}

// `item in range`: 1, 0, DICT_ERROR, DICT_NEEDS_PYTHON. A float is found if it equals an int that is there.
static int range_contains(VM *vm, PyRange *r, Value item)
{
    Value n;
    if (is_float(item)) {
        double d = float_value(item);
        if (!(d - d == 0.0)) // inf, nan
            return 0;
        n = int_from_double(vm, d);
        if (n == EMPTY)
            return DICT_ERROR;
        Value same = number_compare(vm, COMPARE_EQ, n, item);
        bool whole = same == TRUE;
        decref(vm, same);
        if (!whole) {
            decref(vm, n);
            return 0;
        }
    } else if (is_int48(item) || (is_object(item) && (ref_type(vm, item) == TYPE_INT || ref_type(vm, item) == TYPE_BOOL))) {
        n = plain_int(vm, item);
    } else {
        u32 kind = kind_of(vm, item);
        bool never = ref_type(vm, item) < STATIC_END && (kind == LAYOUT_STR || kind == LAYOUT_SINGLETON || kind == LAYOUT_TUPLE || kind == LAYOUT_LIST || kind == LAYOUT_BYTES);
        return never ? 0 : DICT_NEEDS_PYTHON;
    }
    if (n == EMPTY)
        return DICT_ERROR;
    Value position = position_of(vm, r, n);
    decref(vm, n);
    if (position == EMPTY)
        return DICT_ERROR;
    if (position == NONE)
        return 0;
    decref(vm, position);
    return 1;
}

Value range_contains_value(VM *vm, Value range, Value item)
{
    int answer = range_contains(vm, OBJ(vm, PyRange, range), item);
    return answer >= 0 ? new_bool(vm, answer) : answer == DICT_ERROR ? EMPTY : tail_prelude(vm, PRELUDE_ITER_CONTAINS, 2, range, item);
}

int range_equal(VM *vm, Value a, Value b)
{
    PyRange *r = OBJ(vm, PyRange, a), *s = OBJ(vm, PyRange, b);
    if (a == b)
        return 1;
    if (int_compare(vm, r->length, s->length))
        return 0;
    if (r->length == int48(0))
        return 1;
    if (int_compare(vm, r->start, s->start))
        return 0;
    return r->length == int48(1) || int_compare(vm, r->step, s->step) == 0;
}

// --- iteration ----------------------------------------------------------------------------------------------------------------------
static Value iterate(VM *vm, Value start, Value step, Value length, Value source_range)
{
    i64 first, by, count, last;
    bool machine = int_to_i64(vm, start, &first) && int_to_i64(vm, step, &by) && int_to_i64(vm, length, &count);
    bool small = machine && fits_int48(first) && fits_int48(by) && fits_int48(count) && !__builtin_mul_overflow(by, count ? count - 1 : 0, &last) &&
                 !__builtin_add_overflow(last, first, &last) && fits_int48(last);
    Ref type = machine ? TYPE_RANGE_ITERATOR : TYPE_LONGRANGE_ITERATOR;
    if (!small)
        return iterator_new(vm, type, ITER_RANGE_LONG, retain(vm, source_range), EMPTY);
    Value it = iterator_new(vm, type, ITER_RANGE, EMPTY, int48(count));
    if (it != EMPTY) {
        OBJ(vm, PyIterator, it)->n = first;
        OBJ(vm, PyIterator, it)->step = by;
    }
    return it;
}

Value range_iter(VM *vm, Value v)
{
    PyRange *r = OBJ(vm, PyRange, v);
    return iterate(vm, r->start, r->step, r->length, v);
}

static Value m_reversed(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyRange *r = OBJ(vm, PyRange, args[0]);
    if (r->length == int48(0)) {
        Value empty = range_take(vm, int48(0), int48(0), int48(1)), it = empty == EMPTY ? EMPTY : range_iter(vm, empty);
        decref(vm, empty);
        return it;
    }
    Value last_index = arith(vm, BINARY_SUB, r->length, int48(1));
    Value last = last_index == EMPTY ? EMPTY : item_at(vm, r, last_index);
    decref(vm, last_index);
    Value step = arith(vm, BINARY_SUB, int48(0), r->step);
    Value stop = arith(vm, BINARY_SUB, r->start, r->step);
    Value backwards = range_take(vm, last, stop, step);
    Value it = backwards == EMPTY ? EMPTY : range_iter(vm, backwards);
    decref(vm, backwards);
    return it;
}

// --- methods -------------------------------------------------------------------------------------------------------------------------
static Value m_len(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    i64 length;
    if (!int_to_i64(vm, OBJ(vm, PyRange, args[0])->length, &length))
        return raise_error(vm, EXC_OverflowError, "Python int too large to convert to C ssize_t");
    return int_from_i64(vm, length);
}
static Value m_bool(VM *vm, Value *args, u32 nargs, Ref kwnames) { return new_bool(vm, OBJ(vm, PyRange, args[0])->length != int48(0)); }
static Value m_getitem(VM *vm, Value *args, u32 nargs, Ref kwnames) { return range_getitem(vm, args[0], args[1]); }
static Value m_contains(VM *vm, Value *args, u32 nargs, Ref kwnames) { return range_contains_value(vm, args[0], args[1]); }
static Value m_iter(VM *vm, Value *args, u32 nargs, Ref kwnames) { return range_iter(vm, args[0]); }

static bool is_plain_int(VM *vm, Value v) { return is_int48(v) || (is_object(v) && (ref_type(vm, v) == TYPE_INT || ref_type(vm, v) == TYPE_BOOL)); }

static Value m_index(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyRange *r = OBJ(vm, PyRange, args[0]);
    if (!is_plain_int(vm, args[1]))
        return tail_prelude(vm, PRELUDE_SEQ_INDEX, 2, args[0], args[1]);
    Value n = plain_int(vm, args[1]);
    Value position = position_of(vm, r, n);
    decref(vm, n);
    return position == NONE ? raise_error(vm, EXC_ValueError, "range.index(x): x not in range") : position;
}

static Value m_count(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    int answer = range_contains(vm, OBJ(vm, PyRange, args[0]), args[1]);
    if (answer == DICT_NEEDS_PYTHON)
        return tail_prelude(vm, PRELUDE_SEQ_COUNT, 2, args[0], args[1]);
    return answer == DICT_ERROR ? EMPTY : int48(answer);
}

static Value m_reduce(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value arguments = tuple_from(vm, &OBJ(vm, PyRange, args[0])->start, 3);
    if (arguments == EMPTY)
        return EMPTY;
    Value result[2] = {retain(vm, TYPE_RANGE), arguments};
    return tuple_take(vm, result, 2);
}

#define RANGE_COMPARE(name, op) \
    static Value m_##name(VM *vm, Value *args, u32 nargs, Ref kwnames) { return container_compare(vm, op, args[0], args[1]); }
RANGE_COMPARE(lt, COMPARE_LT)
RANGE_COMPARE(le, COMPARE_LE)
RANGE_COMPARE(eq, COMPARE_EQ)
RANGE_COMPARE(ne, COMPARE_NE)
RANGE_COMPARE(gt, COMPARE_GT)
RANGE_COMPARE(ge, COMPARE_GE)

const BuiltinDef range_defs[] = {
    {"__new__", m_new, 0, ANY_ARGS, BUILTIN_FLAG_STATIC | KEYWORDS, TYPE_RANGE, "($type, *args, **kwargs)"},
    {"__len__", m_len, 1, 1, WRAPPER, TYPE_RANGE, "($self, /)"},
    {"__bool__", m_bool, 1, 1, WRAPPER, TYPE_RANGE, "($self, /)"},
    {"__getitem__", m_getitem, 2, 2, WRAPPER, TYPE_RANGE, "($self, key, /)"},
    {"__contains__", m_contains, 2, 2, WRAPPER, TYPE_RANGE, "($self, key, /)"},
    {"__iter__", m_iter, 1, 1, WRAPPER, TYPE_RANGE, "($self, /)"},
    {"__hash__", hash_method, 1, 1, WRAPPER, TYPE_RANGE, "($self, /)"},
    {"__reversed__", m_reversed, 1, 1, METHOD, TYPE_RANGE, NULL},
    {"__lt__", m_lt, 2, 2, WRAPPER, TYPE_RANGE, "($self, value, /)"},
    {"__le__", m_le, 2, 2, WRAPPER, TYPE_RANGE, "($self, value, /)"},
    {"__eq__", m_eq, 2, 2, WRAPPER, TYPE_RANGE, "($self, value, /)"},
    {"__ne__", m_ne, 2, 2, WRAPPER, TYPE_RANGE, "($self, value, /)"},
    {"__gt__", m_gt, 2, 2, WRAPPER, TYPE_RANGE, "($self, value, /)"},
    {"__ge__", m_ge, 2, 2, WRAPPER, TYPE_RANGE, "($self, value, /)"},
    {"index", m_index, 2, 2, METHOD, TYPE_RANGE, NULL},
    {"count", m_count, 2, 2, METHOD, TYPE_RANGE, NULL},
    {"__reduce__", m_reduce, 1, 1, METHOD, TYPE_RANGE, NULL},
    {"", NULL, 0, 0, 0, 0, NULL},
};
