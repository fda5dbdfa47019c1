// Slice objects, and the index arguments of every sequence: ints, objects with __index__ (called by the prelude), clamping.
#include "containers.h"

// --- index arguments ---------------------------------------------------------------------------------------------------------
int index_of(VM *vm, Value v, i64 *index)
{
    if (likely(is_int48(v))) {
        *index = int48_value(v);
        return INDEX_OK;
    }
    if (!is_object(v))
        return INDEX_NONE;
    if (v == TRUE || v == FALSE) {
        *index = v == TRUE;
        return INDEX_OK;
    }
    if (is_kind(vm, v, LAYOUT_INT)) {
        if (int_to_i64(vm, v, index))
            return INDEX_OK;
        *index = int_compare(vm, v, int48(0)) < 0 ? INT64_MIN : INT64_MAX;
        return INDEX_BIG;
    }
    Ref special = special_of(vm, v, SPECIAL_index);
    return special ? INDEX_PYTHON : INDEX_NONE;
}

Value tail_with_index(VM *vm, Ref owner, const char *name, u32 which, u32 nargs, Value *args)
{
    Value function = type_lookup_peek(vm, owner, str_intern_c(vm, name));
    Value tuple = tuple_from(vm, args, nargs);
    if (unlikely(tuple == EMPTY))
        return EMPTY;
    Value result = tail_prelude(vm, PRELUDE_CALL_WITH_INDEX, 3, function, int48(which), tuple);
    decref(vm, tuple);
    return result;
}

Value tail_with_truth(VM *vm, Ref owner, const char *method, Value *args, u32 nargs, const char *name, Value flag)
{
    Value function = type_lookup_peek(vm, owner, str_intern_c(vm, method));
    Value tuple = tuple_from(vm, args, nargs);
    if (unlikely(tuple == EMPTY))
        return EMPTY;
    Value result = tail_prelude(vm, PRELUDE_CALL_WITH_TRUTH, 4, function, tuple, (Value)str_intern_c(vm, name), flag);
    decref(vm, tuple);
    return result;
}

// --- arguments of constructors --------------------------------------------------------------------------------------------------
bool no_keywords(VM *vm, Ref kwnames, const char *function)
{
    if (likely(!kwnames) || tuple_at(vm, kwnames)->length == 0)
        return true;
    raise_error(vm, EXC_TypeError, "%s() takes no keyword arguments", function);
    return false;
}

bool check_arg_count(VM *vm, u32 nargs, u32 min, u32 max, const char *function)
{
    if (likely(nargs >= min && nargs <= max))
        return true;
    u32 limit = nargs < min ? min : max;
    const char *bound = min == max ? "" : nargs < min ? "at least " : "at most ";
    raise_error(vm, EXC_TypeError, "%s expected %s%u argument%s, got %u", function, bound, limit, limit == 1 ? "" : "s", nargs);
    return false;
}

i32 keyword_index(VM *vm, Ref kwnames, const char *name)
{
    if (!kwnames)
        return -1;
    PyTuple *names = tuple_at(vm, kwnames);
    size_t length = strlen(name);
    for (u32 i = 0; i < names->length; i++) {
        PyStr *s = OBJ(vm, PyStr, names->items[i]);
        if (s->length == length && s->kind == 1 && memcmp(s->data, name, length) == 0)
            return (i32)i;
    }
    return -1;
}

bool check_new_class(VM *vm, Value *args, u32 nargs, Ref base)
{
    if (likely(nargs && args[0] == base))
        return true;
    Ref name = type_at(vm, base)->name;
    if (nargs == 0) {
        raise_error(vm, EXC_TypeError, "%S.__new__(): not enough arguments", (Value)name);
        return false;
    }
    if (!is_kind(vm, args[0], LAYOUT_TYPE)) {
        raise_error(vm, EXC_TypeError, "%S.__new__(X): X is not a type object (%T)", (Value)name, args[0]);
        return false;
    }
    if (base == TYPE_INT && args[0] == TYPE_BOOL) { // the only builtin type under another one with its own __new__ that this one can't make
        raise_error(vm, EXC_TypeError, "int.__new__(bool) is not safe, use bool.__new__()");
        return false;
    }
    if (type_is_subtype(vm, (Ref)args[0], base))
        return true;
    raise_error(vm, EXC_TypeError, "%S.__new__(%N): %N is not a subtype of %S", (Value)name, (Ref)args[0], (Ref)args[0], (Value)name);
    return false;
}

bool has_base_init(VM *vm, Ref cls, Ref base)
{
    return cls == base || type_at(vm, cls)->specials[SPECIAL_init] == type_at(vm, base)->specials[SPECIAL_init];
}

bool has_base_new(VM *vm, Ref cls, Ref base)
{
    return cls == base || type_at(vm, cls)->specials[SPECIAL_new] == type_at(vm, base)->specials[SPECIAL_new];
}

// --- slices -----------------------------------------------------------------------------------------------------------------------
Value slice_new(VM *vm, Value start, Value stop, Value step)
{
    PySlice *slice = heap_new_container(vm, TYPE_SLICE, sizeof(PySlice));
    if (unlikely(!slice))
        return EMPTY;
    slice->start = retain(vm, start);
    slice->stop = retain(vm, stop);
    slice->step = retain(vm, step);
    return obj_value(vm, slice);
}

// One field: None gives `none`. 1 fine, 0 exception, 2 needs __index__.
INLINE int slice_part(VM *vm, Value part, i64 none, i64 *result)
{
    if (likely(is_int48(part))) {
        *result = int48_value(part);
        return 1;
    }
    if (part == NONE) {
        *result = none;
        return 1;
    }
    switch (index_of(vm, part, result)) {
    case INDEX_NONE:
        raise_error(vm, EXC_TypeError, "slice indices must be integers or None or have an __index__ method");
        return 0;
    case INDEX_PYTHON:
        return 2;
    default:
        return 1;
    }
}

int slice_unpack(VM *vm, Value v, i64 length, i64 *start, i64 *stop, i64 *step, i64 *count)
{
    PySlice *slice = OBJ(vm, PySlice, v);
    return slice_resolve(vm, (Value[]){slice->start, slice->stop, slice->step}, length, start, stop, step, count);
}

int slice_resolve(VM *vm, const Value parts[3], i64 length, i64 *start, i64 *stop, i64 *step, i64 *count)
{
    int status = slice_part(vm, parts[2], 1, step);
    if (status != 1)
        return status;
    if (*step == 0) {
        raise_error(vm, EXC_ValueError, "slice step cannot be zero");
        return 0;
    }
    if (*step < -INT64_MAX)
        *step = -INT64_MAX; // so that it can be negated
    status = slice_part(vm, parts[0], *step < 0 ? INT64_MAX : 0, start);
    if (status != 1)
        return status;
    status = slice_part(vm, parts[1], *step < 0 ? INT64_MIN : INT64_MAX, stop);
    if (status != 1)
        return status;
    i64 low = *step < 0 ? -1 : 0, high = *step < 0 ? length - 1 : length;
    if (*start < 0) {
        *start += length; // no overflow: one is negative, the other is not
        if (*start < low)
            *start = low;
    } else if (*start > high) {
        *start = high;
    }
    if (*stop < 0) {
        *stop += length;
        if (*stop < low)
            *stop = low;
    } else if (*stop > high) {
        *stop = high;
    }
    i64 distance = *step < 0 ? *start - *stop : *stop - *start, size = *step < 0 ? -*step : *step;
    *count = distance <= 0 ? 0 : likely(size == 1) ? distance : (distance - 1) / size + 1;
    return 1;
}

bool slice_indices(VM *vm, Value slice, i64 length, i64 *start, i64 *stop, i64 *step, i64 *count)
{
    int status = slice_unpack(vm, slice, length, start, stop, step, count);
    if (status == 2)
        raise_error(vm, EXC_TypeError, "slice indices must be integers or None or have an __index__ method");
    return status == 1;
}

static Value slice_construct(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!no_keywords(vm, kwnames, "slice") || !check_new_class(vm, args, nargs, TYPE_SLICE) || !check_arg_count(vm, nargs - 1, 1, 3, "slice"))
        return EMPTY;
    if (nargs == 2)
        return slice_new(vm, NONE, args[1], NONE);
    return slice_new(vm, args[1], args[2], nargs > 3 ? args[3] : NONE);
}


// slice.indices(length) works on ints of any size; the fast path serves what fits 62 bits, the prelude the rest.
static Value slice_indices_method(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PySlice *slice = OBJ(vm, PySlice, args[0]);
    i64 length, start, stop, step, count;
    int status = index_of(vm, args[1], &length);
    if (status == INDEX_NONE)
        return raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", args[1]);
    if (status == INDEX_PYTHON)
        return tail_with_index(vm, TYPE_SLICE, "indices", 2, 2, args);
    if (length < 0)
        return raise_error(vm, EXC_ValueError, "length should not be negative");
    Value parts[3] = {slice->start, slice->stop, slice->step};
    bool small = status == INDEX_OK && length <= INT48_MAX;
    for (u32 i = 0; i < 3; i++)
        small = small && (parts[i] == NONE || is_int48(parts[i]) || !is_int_value(vm, parts[i]));
    if (!small)
        return tail_prelude(vm, PRELUDE_SLICE_INDICES, 2, args[0], args[1]);
    status = slice_unpack(vm, args[0], length, &start, &stop, &step, &count);
    if (status == 0)
        return EMPTY;
    if (status == 2)
        return tail_prelude(vm, PRELUDE_SLICE_INDICES, 2, args[0], args[1]);
    Value result[3] = {int48(start), int48(stop), int48(step)};
    return tuple_take(vm, result, 3);
}

#define SLICE_COMPARE(name, op) \
    static Value slice_##name(VM *vm, Value *args, u32 nargs, Ref kwnames) { return container_compare(vm, op, args[0], args[1]); }
SLICE_COMPARE(lt, COMPARE_LT)
SLICE_COMPARE(le, COMPARE_LE)
SLICE_COMPARE(eq, COMPARE_EQ)
SLICE_COMPARE(ne, COMPARE_NE)
SLICE_COMPARE(gt, COMPARE_GT)
SLICE_COMPARE(ge, COMPARE_GE)

static Value slice_reduce(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PySlice *slice = OBJ(vm, PySlice, args[0]);
    Value arguments = tuple_from(vm, &slice->start, 3);
    if (arguments == EMPTY)
        return EMPTY;
    Value result[2] = {retain(vm, TYPE_SLICE), arguments};
    return tuple_take(vm, result, 2);
}

const BuiltinDef slice_defs[] = {
    {"__new__", slice_construct, 0, ANY_ARGS, BUILTIN_FLAG_STATIC | KEYWORDS, TYPE_SLICE, "($type, *args, **kwargs)"},
    {"indices", slice_indices_method, 2, 2, METHOD, TYPE_SLICE, "($self, object, /)"},
    {"__hash__", hash_method, 1, 1, WRAPPER, TYPE_SLICE, "($self, /)"},
    {"__lt__", slice_lt, 2, 2, WRAPPER, TYPE_SLICE, "($self, value, /)"},
    {"__le__", slice_le, 2, 2, WRAPPER, TYPE_SLICE, "($self, value, /)"},
    {"__eq__", slice_eq, 2, 2, WRAPPER, TYPE_SLICE, "($self, value, /)"},
    {"__ne__", slice_ne, 2, 2, WRAPPER, TYPE_SLICE, "($self, value, /)"},
    {"__gt__", slice_gt, 2, 2, WRAPPER, TYPE_SLICE, "($self, value, /)"},
    {"__ge__", slice_ge, 2, 2, WRAPPER, TYPE_SLICE, "($self, value, /)"},
    {"__reduce__", slice_reduce, 1, 1, METHOD, TYPE_SLICE, "($self, /)"},
    {"", NULL, 0, 0, 0, 0, NULL},
};
