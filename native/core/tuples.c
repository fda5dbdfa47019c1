// Tuples, and the operations that tuples and lists share (search, repetition, concatenation). A tuple made by tuple_new is full of EMPTY until
// its maker fills it: nothing that can raise, collect or call may happen before that is done.
#include "containers.h"
#include "heap_inline.h"
#include "str_methods.h"
#include "value_runs.h"

// --- making -------------------------------------------------------------------------------------------------------------------
Value tuple_new(VM *vm, u32 length)
{
    if (length == 0)
        return retain(vm, EMPTY_TUPLE);
    if (unlikely(length > MAX_ITEMS))
        return raise_memory_error(vm);
    PyTuple *tuple = heap_new_container(vm, TYPE_TUPLE, sizeof(PyTuple) + length * sizeof(Value));
    if (unlikely(!tuple))
        return EMPTY;
    tuple->length = length;
    return obj_value(vm, tuple);
}

// Like tuple_new, for callers that write every item at once: the items are not zeroed first.
static PyTuple *tuple_new_raw(VM *vm, u32 length)
{
    if (unlikely(length > MAX_ITEMS)) {
        raise_memory_error(vm);
        return NULL;
    }
    PyTuple *tuple = heap_new_raw(vm, TYPE_TUPLE, sizeof(PyTuple) + length * sizeof(Value), HEAP_CONTAINERS);
    if (unlikely(!tuple))
        return NULL;
    tuple->length = length;
    tuple->shape = 0;
    tuple->hash = 0;
    return tuple;
}

Value tuple_take(VM *vm, Value *items, u32 length)
{
    PyTuple *tuple = length ? tuple_new_raw(vm, length) : NULL;
    if (unlikely(!tuple)) {
        if (length == 0)
            return retain(vm, EMPTY_TUPLE);
        for (u32 i = 0; i < length; i++)
            decref(vm, items[i]);
        return EMPTY;
    }
    memcpy(tuple->items, items, length * sizeof(Value));
    return obj_value(vm, tuple);
}

Value tuple_from(VM *vm, const Value *items, u32 length)
{
    if (length == 0)
        return retain(vm, EMPTY_TUPLE);
    PyTuple *tuple = tuple_new_raw(vm, length);
    if (unlikely(!tuple))
        return EMPTY;
    copy_values(vm, tuple->items, items, length);
    return obj_value(vm, tuple);
}

Value tuple_of_class(VM *vm, Ref cls, u32 length)
{
    if (cls == TYPE_TUPLE)
        return tuple_new(vm, length);
    if (unlikely(length > MAX_ITEMS))
        return raise_memory_error(vm);
    PyTuple *tuple = heap_new_container(vm, cls, sizeof(PyTuple) + length * sizeof(Value));
    if (unlikely(!tuple))
        return EMPTY;
    tuple->length = length;
    return obj_value(vm, tuple);
}

Value tuple_take_list(VM *vm, Ref cls, Value list_taken)
{
    PyList *list = list_at(vm, list_taken);
    Value result = tuple_of_class(vm, cls, list->length);
    if (result != EMPTY && list->length) {
        memcpy(tuple_at(vm, result)->items, list_items(vm, list), list->length * sizeof(Value));
        list->length = 0;
    }
    decref(vm, list_taken);
    return result;
}

Value list_to_tuple(VM *vm, Value v)
{
    PyList *list = list_at(vm, v);
    return tuple_from(vm, list_items(vm, list), list->length);
}

Value sequence_slice_tuple(VM *vm, Value *items, i64 start, i64 step, u32 count)
{
    if (step == 1)
        return tuple_from(vm, items + start, count);
    Value result = tuple_new(vm, count);
    if (unlikely(result == EMPTY))
        return EMPTY;
    Value *to = tuple_at(vm, result)->items;
    for (u32 i = 0; i < count; i++, start += step)
        to[i] = retain(vm, items[start]);
    return result;
}

// --- shared with lists -----------------------------------------------------------------------------------------------------------
Value repeat_sequence(VM *vm, Value sequence, i64 times)
{
    u32 length;
    Value *items = sequence_items(vm, sequence, &length);
    bool is_tuple = is_kind(vm, sequence, LAYOUT_TUPLE);
    if (times < 0)
        times = 0;
    if (is_tuple && (times == 1 || length == 0) && ref_type(vm, sequence) == TYPE_TUPLE)
        return retain(vm, sequence);
    if (length && times > MAX_ITEMS / length)
        return raise_memory_error(vm);
    u32 total = length * (u32)times;
    Value result = is_tuple ? tuple_new(vm, total) : list_new(vm, total);
    if (unlikely(result == EMPTY) || total == 0)
        return result;
    items = sequence_items(vm, sequence, &length);
    Value *to = is_tuple ? tuple_at(vm, result)->items : list_items(vm, list_at(vm, result));
    for (u32 i = 0; i < length; i++)
        if (is_object(items[i]))
            head_of(vm, items[i])->refcount += (u32)times;
    if (length == 1) {
        for (u32 i = 0; i < total; i++)
            to[i] = items[0];
    } else {
        memcpy(to, items, length * sizeof(Value));
        for (u32 done = length; done < total;) {
            u32 more = done <= total - done ? done : total - done;
            memcpy(to + done, to, more * sizeof(Value));
            done += more;
        }
    }
    if (!is_tuple)
        list_at(vm, result)->length = total;
    return result;
}

// Both tuples or both lists.
Value concat_sequences(VM *vm, Value a, Value b)
{
    u32 m, n;
    Value *left = sequence_items(vm, a, &m), *right = sequence_items(vm, b, &n);
    bool is_tuple = is_kind(vm, a, LAYOUT_TUPLE);
    if (is_tuple && n == 0 && ref_type(vm, a) == TYPE_TUPLE)
        return retain(vm, a);
    if (is_tuple && m == 0 && ref_type(vm, b) == TYPE_TUPLE)
        return retain(vm, b);
    if (m + n > MAX_ITEMS)
        return raise_memory_error(vm);
    Value result;
    Value *to;
    if (is_tuple) {
        PyTuple *tuple = m + n ? tuple_new_raw(vm, m + n) : NULL;
        if (!tuple)
            return m + n ? EMPTY : retain(vm, EMPTY_TUPLE);
        result = obj_value(vm, tuple);
        to = tuple->items;
    } else {
        result = list_new(vm, m + n);
        if (unlikely(result == EMPTY))
            return EMPTY;
        list_at(vm, result)->length = m + n;
        to = list_items(vm, list_at(vm, result));
    }
    copy_values(vm, to, left, m);
    copy_values(vm, to + m, right, n);
    return result;
}

// `+` and `*` as they are met most: no method is looked up for these types, whose methods nobody can change.
Value sequence_binary(VM *vm, u32 op, bool in_place, Value a, Value b)
{
    if (op == BINARY_MUL && is_int48(a)) {
        Value number = a;
        a = b;
        b = number;
        in_place = false;
    }
    if (!is_object(a))
        return NOTIMPLEMENTED;
    Ref type = ref_type(vm, a);
    if ((type != TYPE_LIST || in_place) && type != TYPE_TUPLE && type != TYPE_STR)
        return NOTIMPLEMENTED;
    if (op == BINARY_MUL && is_int48(b))
        return type == TYPE_STR ? str_repeat(vm, a, int48_value(b)) : repeat_sequence(vm, a, int48_value(b));
    if (op == BINARY_ADD && is_object(b) && ref_type(vm, b) == type)
        return type == TYPE_STR ? str_concat(vm, a, b) : concat_sequences(vm, a, b);
    return NOTIMPLEMENTED;
}

// First index in [start, stop) whose item equals `item`; -1 none, or DICT_ERROR - 1, DICT_NEEDS_PYTHON - 1 with *at the place to go on.
static i64 find_item(VM *vm, Value *items, i64 start, i64 stop, Value item, i64 *at)
{
    for (i64 i = start; i < stop; i++) {
        if (items[i] == item)
            return i;
        if (is_int48(item) && is_int48(items[i]))
            continue;
        int equal = equal_at_depth(vm, items[i], item, 0);
        if (equal == 1)
            return i;
        if (equal < 0) {
            *at = i;
            return equal - 1;
        }
    }
    return -1;
}

Value sequence_contains(VM *vm, Value sequence, Value item)
{
    u32 length;
    Value *items = sequence_items(vm, sequence, &length);
    i64 at = 0, found = find_item(vm, items, 0, length, item, &at);
    if (found >= -1)
        return new_bool(vm, found >= 0);
    return found == DICT_ERROR - 1 ? EMPTY : tail_prelude(vm, PRELUDE_SEQ_CONTAINS, 3, sequence, item, int48(at));
}

Value sequence_index(VM *vm, Value sequence, Value item, i64 start, i64 stop, const char *error)
{
    u32 length;
    Value *items = sequence_items(vm, sequence, &length);
    start = clamp_index(start, length);
    i64 end = clamp_index(stop, length), at = 0, found = find_item(vm, items, start, end, item, &at);
    if (found >= 0)
        return int48(found);
    if (found == -1)
        return raise_error(vm, EXC_ValueError, "%s", error);
    // A list may grow while Python code compares: CPython then goes on up to `stop` as given.
    i64 limit = stop < 0 ? end : stop > INT48_MAX ? INT48_MAX : stop;
    return found == DICT_ERROR - 1 ? EMPTY : tail_prelude(vm, PRELUDE_SEQ_INDEX, 4, sequence, item, int48(at), int48(limit));
}

Value sequence_count(VM *vm, Value sequence, Value item)
{
    u32 length;
    Value *items = sequence_items(vm, sequence, &length);
    i64 count = 0;
    for (u32 i = 0; i < length; i++) {
        int equal = items[i] == item ? 1 : equal_at_depth(vm, items[i], item, 0);
        if (equal == DICT_ERROR)
            return EMPTY;
        if (equal == DICT_NEEDS_PYTHON)
            return tail_prelude(vm, PRELUDE_SEQ_COUNT, 4, sequence, item, int48(i), int48(count));
        count += equal;
    }
    return int48(count);
}

// --- items -------------------------------------------------------------------------------------------------------------------------
Value tuple_getitem(VM *vm, Value v, Value key)
{
    PyTuple *tuple = tuple_at(vm, v);
    i64 i, stop, step, count;
    switch (index_of(vm, key, &i)) {
    case INDEX_OK:
        if (i < 0)
            i += tuple->length;
        if (unlikely((u64)i >= tuple->length))
            return raise_error(vm, EXC_IndexError, "tuple index out of range");
        return retain(vm, tuple->items[i]);
    case INDEX_BIG:
        return raise_error(vm, EXC_IndexError, "cannot fit '%T' into an index-sized integer", key);
    case INDEX_PYTHON:
        return tail_with_index(vm, TYPE_TUPLE, "__getitem__", 2, 2, (Value[]){v, key});
    default:
        break;
    }
    if (!is_kind(vm, key, LAYOUT_SLICE))
        return raise_error(vm, EXC_TypeError, "tuple indices must be integers or slices, not %T", key);
    int status = slice_unpack(vm, key, tuple->length, &i, &stop, &step, &count);
    if (status == 0)
        return EMPTY;
    if (status == 2)
        return tail_with_index(vm, TYPE_TUPLE, "__getitem__", 2, 2, (Value[]){v, key});
    if (count == tuple->length && step == 1 && tuple->head.type == TYPE_TUPLE)
        return retain(vm, v);
    return sequence_slice_tuple(vm, tuple->items, i, step, (u32)count);
}

// --- methods -------------------------------------------------------------------------------------------------------------------------
// tuple(iterable); for a subclass the items are collected first.
static Value tuple_construct(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!check_new_class(vm, args, nargs, TYPE_TUPLE))
        return EMPTY;
    Ref cls = (Ref)args[0];
    if (kwnames && has_base_init(vm, cls, TYPE_TUPLE) && !no_keywords(vm, kwnames, "tuple"))
        return EMPTY;
    if (!check_arg_count(vm, nargs - 1, 0, 1, "tuple"))
        return EMPTY;
    if (nargs == 1)
        return tuple_of_class(vm, cls, 0);
    Value iterable = args[1];
    if (cls == TYPE_TUPLE && is_exact(vm, iterable, TYPE_TUPLE))
        return retain(vm, iterable);
    Value list = list_new(vm, 0);
    if (list == EMPTY)
        return EMPTY;
    bool served;
    bool ok = list_extend_pure(vm, list, iterable, &served);
    if (served && ok)
        return tuple_take_list(vm, cls, list);
    decref(vm, list);
    return served ? EMPTY : tail_prelude(vm, PRELUDE_TUPLE_BUILD, 2, iterable, ref_value(cls));
}

static Value tuple_len(VM *vm, Value *args, u32 nargs, Ref kwnames) { return int48(tuple_at(vm, args[0])->length); }
static Value tuple_getitem_method(VM *vm, Value *args, u32 nargs, Ref kwnames) { return tuple_getitem(vm, args[0], args[1]); }
static Value tuple_contains(VM *vm, Value *args, u32 nargs, Ref kwnames) { return sequence_contains(vm, args[0], args[1]); }
static Value tuple_count(VM *vm, Value *args, u32 nargs, Ref kwnames) { return sequence_count(vm, args[0], args[1]); }
static Value tuple_iter(VM *vm, Value *args, u32 nargs, Ref kwnames) { return container_iter(vm, args[0]); }

static Value tuple_index(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    i64 limits[2] = {0, INT64_MAX};
    for (u32 i = 2; i < nargs; i++) {
        int status = index_of(vm, args[i], &limits[i - 2]);
        if (status == INDEX_NONE)
            return raise_error(vm, EXC_TypeError, "slice indices must be integers or have an __index__ method");
        if (status == INDEX_PYTHON)
            return tail_with_index(vm, TYPE_TUPLE, "index", 12, nargs, args);
    }
    return sequence_index(vm, args[0], args[1], limits[0], limits[1], "tuple.index(x): x not in tuple");
}

static Value tuple_add(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!is_kind(vm, args[1], LAYOUT_TUPLE))
        return raise_error(vm, EXC_TypeError, "can only concatenate tuple (not \"%T\") to tuple", args[1]);
    return concat_sequences(vm, args[0], args[1]);
}

static Value tuple_mul(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    i64 times;
    Value result;
    return repeat_count(vm, TYPE_TUPLE, "__mul__", args, &times, &result) ? repeat_sequence(vm, args[0], times) : result;
}

static Value tuple_getnewargs(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyTuple *tuple = tuple_at(vm, args[0]);
    Value copy = tuple_from(vm, tuple->items, tuple->length);
    return copy == EMPTY ? EMPTY : tuple_take(vm, &copy, 1);
}

#define TUPLE_COMPARE(name, op) \
    static Value tuple_##name(VM *vm, Value *args, u32 nargs, Ref kwnames) { return container_compare(vm, op, args[0], args[1]); }
TUPLE_COMPARE(lt, COMPARE_LT)
TUPLE_COMPARE(le, COMPARE_LE)
TUPLE_COMPARE(eq, COMPARE_EQ)
TUPLE_COMPARE(ne, COMPARE_NE)
TUPLE_COMPARE(gt, COMPARE_GT)
TUPLE_COMPARE(ge, COMPARE_GE)

const BuiltinDef tuple_defs[] = {
    {"__new__", tuple_construct, 0, ANY_ARGS, BUILTIN_FLAG_STATIC | KEYWORDS, TYPE_TUPLE, "($type, *args, **kwargs)"},
    {"__len__", tuple_len, 1, 1, WRAPPER, TYPE_TUPLE, "($self, /)"},
    {"__getitem__", tuple_getitem_method, 2, 2, WRAPPER, TYPE_TUPLE, "($self, key, /)"},
    {"__contains__", tuple_contains, 2, 2, WRAPPER, TYPE_TUPLE, "($self, key, /)"},
    {"__iter__", tuple_iter, 1, 1, WRAPPER, TYPE_TUPLE, "($self, /)"},
    {"__hash__", hash_method, 1, 1, WRAPPER, TYPE_TUPLE, "($self, /)"},
    {"__add__", tuple_add, 2, 2, WRAPPER, TYPE_TUPLE, "($self, value, /)"},
    {"__mul__", tuple_mul, 2, 2, WRAPPER, TYPE_TUPLE, "($self, value, /)"},
    {"__rmul__", tuple_mul, 2, 2, WRAPPER, TYPE_TUPLE, "($self, value, /)"},
    {"__lt__", tuple_lt, 2, 2, WRAPPER, TYPE_TUPLE, "($self, value, /)"},
    {"__le__", tuple_le, 2, 2, WRAPPER, TYPE_TUPLE, "($self, value, /)"},
    {"__eq__", tuple_eq, 2, 2, WRAPPER, TYPE_TUPLE, "($self, value, /)"},
    {"__ne__", tuple_ne, 2, 2, WRAPPER, TYPE_TUPLE, "($self, value, /)"},
    {"__gt__", tuple_gt, 2, 2, WRAPPER, TYPE_TUPLE, "($self, value, /)"},
    {"__ge__", tuple_ge, 2, 2, WRAPPER, TYPE_TUPLE, "($self, value, /)"},
    {"index", tuple_index, 2, 4, METHOD, TYPE_TUPLE, "($self, value, start=0, stop=sys.maxsize, /)"},
    {"count", tuple_count, 2, 2, METHOD, TYPE_TUPLE, "($self, value, /)"},
    {"__getnewargs__", tuple_getnewargs, 1, 1, METHOD, TYPE_TUPLE, "($self, /)"},
    {"__class_getitem__", class_getitem_method, 2, 2, BUILTIN_FLAG_CLASSMETHOD, TYPE_TUPLE, "($type, object, /)"},
    {"", NULL, 0, 0, 0, 0, NULL},
};
