// The methods of list. sort() runs in C when no Python code is needed to compare, else in the prelude on items taken out of the list.
#include "containers.h"

// An argument that must be an index (clinic's Py_ssize_t): false: *result says what to return.
static bool index_argument(VM *vm, const char *method, u32 which, u32 nargs, Value *args, i64 *index, Value *result)
{
    switch (index_of(vm, args[which], index)) {
    case INDEX_OK:
        return true;
    case INDEX_BIG:
        *result = raise_error(vm, EXC_OverflowError, "Python int too large to convert to C ssize_t");
        return false;
    case INDEX_PYTHON:
        *result = tail_with_index(vm, TYPE_LIST, method, 1u << which, nargs, args);
        return false;
    default:
        *result = raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", args[which]);
        return false;
    }
}

// --- making ---------------------------------------------------------------------------------------------------------------------
static Value m_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return check_new_class(vm, args, nargs, TYPE_LIST) ? list_of_class(vm, (Ref)args[0]) : EMPTY;
}

static Value m_construct(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!no_keywords(vm, kwnames, "list") || !check_arg_count(vm, nargs - 1, 0, 1, "list"))
        return EMPTY;
    Value list = list_new(vm, 0);
    if (list == EMPTY || nargs == 1)
        return list;
    bool served;
    if (list_extend_pure(vm, list, args[1], &served))
        return list;
    decref(vm, list);
    return served ? EMPTY : tail_prelude(vm, PRELUDE_LIST_BUILD, 1, args[1]);
}

static Value m_init(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (kwnames && has_base_new(vm, ref_type(vm, args[0]), TYPE_LIST) && !no_keywords(vm, kwnames, "list"))
        return EMPTY;
    if (!check_arg_count(vm, nargs - 1, 0, 1, "list"))
        return EMPTY;
    list_clear(vm, args[0]);
    return nargs == 1 ? new_none(vm) : list_extend(vm, args[0], args[1]);
}

// --- items ------------------------------------------------------------------------------------------------------------------------
static Value m_len(VM *vm, Value *args, u32 nargs, Ref kwnames) { return int48(list_at(vm, args[0])->length); }
static Value m_getitem(VM *vm, Value *args, u32 nargs, Ref kwnames) { return list_getitem(vm, args[0], args[1]); }
static Value m_setitem(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value tail = EMPTY;
    return list_setitem(vm, args[0], args[1], args[2], &tail) ? new_none(vm) : tail;
}
static Value m_delitem(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value tail = EMPTY;
    return list_setitem(vm, args[0], args[1], EMPTY, &tail) ? new_none(vm) : tail;
}
static Value m_contains(VM *vm, Value *args, u32 nargs, Ref kwnames) { return sequence_contains(vm, args[0], args[1]); }
static Value m_iter(VM *vm, Value *args, u32 nargs, Ref kwnames) { return container_iter(vm, args[0]); }
static Value m_reversed(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value it = iterator_new(vm, TYPE_LIST_REVERSE_ITERATOR, ITER_LIST_REVERSE, retain(vm, args[0]), EMPTY);
    if (it != EMPTY)
        OBJ(vm, PyIterator, it)->n = (i64)list_at(vm, args[0])->length - 1;
    return it;
}

static Value m_append(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return list_append(vm, args[0], args[1]) ? new_none(vm) : EMPTY;
}

static Value m_insert(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    i64 i;
    Value result;
    if (!index_argument(vm, "insert", 1, nargs, args, &i, &result))
        return result;
    PyList *list = list_at(vm, args[0]);
    return list_insert_at(vm, list, (u32)clamp_index(i, list->length), args[2]) ? new_none(vm) : EMPTY;
}

static Value m_extend(VM *vm, Value *args, u32 nargs, Ref kwnames) { return list_extend(vm, args[0], args[1]); }

static Value m_pop(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    i64 i = -1;
    Value result;
    if (nargs > 1 && !index_argument(vm, "pop", 1, nargs, args, &i, &result))
        return result;
    PyList *list = list_at(vm, args[0]);
    if (list->length == 0)
        return raise_error(vm, EXC_IndexError, "pop from empty list");
    if (i < 0)
        i += list->length;
    if ((u64)i >= list->length)
        return raise_error(vm, EXC_IndexError, "pop index out of range");
    return list_pop_at(vm, list, (u32)i);
}

static Value m_remove(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyList *list = list_at(vm, args[0]);
    for (u32 i = 0; i < list->length; i++) {
        Value item = list_items(vm, list)[i];
        int equal = item == args[1] ? 1 : equal_at_depth(vm, item, args[1], 0);
        if (equal == DICT_ERROR)
            return EMPTY;
        if (equal == DICT_NEEDS_PYTHON)
            return tail_prelude(vm, PRELUDE_LIST_REMOVE, 3, args[0], args[1], int48(i));
        if (equal) {
            decref(vm, list_pop_at(vm, list, i));
            return new_none(vm);
        }
    }
    return raise_error(vm, EXC_ValueError, "list.remove(x): x not in list");
}

static Value m_index(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    i64 limits[2] = {0, INT64_MAX};
    for (u32 i = 2; i < nargs; i++) {
        int status = index_of(vm, args[i], &limits[i - 2]);
        if (status == INDEX_NONE)
            return raise_error(vm, EXC_TypeError, "slice indices must be integers or have an __index__ method");
        if (status == INDEX_PYTHON)
            return tail_with_index(vm, TYPE_LIST, "index", 12, nargs, args);
    }
    return sequence_index(vm, args[0], args[1], limits[0], limits[1], "list.index(x): x not in list");
}

static Value m_count(VM *vm, Value *args, u32 nargs, Ref kwnames) { return sequence_count(vm, args[0], args[1]); }

static Value m_clear(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    list_clear(vm, args[0]);
    return new_none(vm);
}

static Value m_copy(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyList *list = list_at(vm, args[0]);
    return list_slice(vm, list_items(vm, list), 0, 1, list->length);
}

static Value m_reverse(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyList *list = list_at(vm, args[0]);
    Value *items = list_items(vm, list);
    for (u32 i = 0, j = list->length; i + 1 < j; i++) {
        Value item = items[--j];
        items[j] = items[i];
        items[i] = item;
    }
    return new_none(vm);
}

// --- operators ----------------------------------------------------------------------------------------------------------------------
static Value m_add(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!is_kind(vm, args[1], LAYOUT_LIST))
        return raise_error(vm, EXC_TypeError, "can only concatenate list (not \"%T\") to list", args[1]);
    return concat_sequences(vm, args[0], args[1]);
}

static Value m_iadd(VM *vm, Value *args, u32 nargs, Ref kwnames) { return list_extend_result(vm, args[0], args[1], args[0]); }

static Value m_mul(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    i64 times;
    Value result;
    return repeat_count(vm, TYPE_LIST, "__mul__", args, &times, &result) ? repeat_sequence(vm, args[0], times) : result;
}

// list *= n in place.
bool list_repeat_in_place(VM *vm, Value v, i64 times)
{
    PyList *list = list_at(vm, v);
    u32 length = list->length;
    if (times <= 0 || length == 0) {
        list_clear(vm, v);
        return true;
    }
    if (times > MAX_ITEMS / length) {
        raise_memory_error(vm);
        return false;
    }
    u32 total = length * (u32)times;
    if (!list_grow(vm, list, total))
        return false;
    Value *items = list_items(vm, list);
    for (u32 i = 0; i < length; i++)
        if (is_object(items[i]))
            head_of(vm, items[i])->refcount += (u32)times - 1;
    for (u32 done = length; done < total;) {
        u32 more = done <= total - done ? done : total - done;
        memcpy(items + done, items, more * sizeof(Value));
        done += more;
    }
    list->length = total;
    return true;
}

static Value m_imul(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    i64 times;
    Value result;
    if (!repeat_count(vm, TYPE_LIST, "__imul__", args, &times, &result))
        return result;
    return list_repeat_in_place(vm, args[0], times) ? retain(vm, args[0]) : EMPTY;
}

#define LIST_COMPARE(name, op) \
    static Value m_##name(VM *vm, Value *args, u32 nargs, Ref kwnames) { return container_compare(vm, op, args[0], args[1]); }
LIST_COMPARE(lt, COMPARE_LT)
LIST_COMPARE(le, COMPARE_LE)
LIST_COMPARE(eq, COMPARE_EQ)
LIST_COMPARE(ne, COMPARE_NE)
LIST_COMPARE(gt, COMPARE_GT)
LIST_COMPARE(ge, COMPARE_GE)

// --- sort -----------------------------------------------------------------------------------------------------------------------------
// Reads key and reverse from keyword arguments whose values start at args[first]. false: exception.
bool sort_arguments(VM *vm, Value *args, u32 first, Ref kwnames, Value *key, Value *reverse)
{
    *key = NONE;
    *reverse = FALSE;
    if (!kwnames)
        return true;
    PyTuple *names = tuple_at(vm, kwnames);
    for (u32 i = 0; i < names->length; i++) {
        PyStr *name = OBJ(vm, PyStr, names->items[i]);
        if (name->length == 3 && name->kind == 1 && memcmp(name->data, "key", 3) == 0) {
            *key = args[first + i];
        } else if (name->length == 7 && name->kind == 1 && memcmp(name->data, "reverse", 7) == 0) {
            *reverse = args[first + i];
        } else {
            raise_unexpected_keyword(vm, "sort", names->items[i], (const char *[]){"key", "reverse"}, 2);
            return false;
        }
    }
    return true;
}

// Sorts `list`; answers `result`. May tail.
Value list_sort_result(VM *vm, Value v, Value key, Value reverse, Value result)
{
    PyList *list = list_at(vm, v);
    int descending = reverse == FALSE ? 0 : reverse == TRUE ? 1 : op_truth(vm, reverse);
    if (descending == -1)
        return EMPTY;
    if (descending == 2)
        tail_cancel(vm);
    if (descending != 2 && key == NONE) {
        int status = sort_values(vm, list_items(vm, list), NULL, list->length, descending);
        if (status == 1)
            return retain(vm, result);
        if (status == DICT_ERROR)
            return EMPTY;
    }
    return tail_prelude(vm, PRELUDE_LIST_SORT, 4, v, key, reverse, result);
}

static Value m_sort(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value key, reverse;
    if (nargs > 1)
        return raise_error(vm, EXC_TypeError, "sort() takes no positional arguments");
    if (!sort_arguments(vm, args, nargs, kwnames, &key, &reverse))
        return EMPTY;
    return list_sort_result(vm, args[0], key, reverse, NONE);
}

static Value m_sizeof(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return int48((i64)sizeof(PyList) + (i64)list_at(vm, args[0])->capacity * 8);
}

const BuiltinDef list_defs[] = {
    {"__new__", m_new, 0, ANY_ARGS, BUILTIN_FLAG_STATIC | KEYWORDS, TYPE_LIST, "($type, *args, **kwargs)"},
    {"__new__", m_construct, 1, ANY_ARGS, BUILTIN_FLAG_CONSTRUCT | KEYWORDS, TYPE_LIST, NULL},
    {"__init__", m_init, 1, ANY_ARGS, WRAPPER | KEYWORDS, TYPE_LIST, "($self, /, *args, **kwargs)"},
    {"__len__", m_len, 1, 1, WRAPPER, TYPE_LIST, "($self, /)"},
    {"__getitem__", m_getitem, 2, 2, METHOD, TYPE_LIST, "($self, index, /)"},
    {"__setitem__", m_setitem, 3, 3, WRAPPER, TYPE_LIST, "($self, key, value, /)"},
    {"__delitem__", m_delitem, 2, 2, WRAPPER, TYPE_LIST, "($self, key, /)"},
    {"__contains__", m_contains, 2, 2, WRAPPER, TYPE_LIST, "($self, key, /)"},
    {"__iter__", m_iter, 1, 1, WRAPPER, TYPE_LIST, "($self, /)"},
    {"__reversed__", m_reversed, 1, 1, METHOD, TYPE_LIST, "($self, /)"},
    {"__add__", m_add, 2, 2, WRAPPER, TYPE_LIST, "($self, value, /)"},
    {"__iadd__", m_iadd, 2, 2, WRAPPER, TYPE_LIST, "($self, value, /)"},
    {"__mul__", m_mul, 2, 2, WRAPPER, TYPE_LIST, "($self, value, /)"},
    {"__rmul__", m_mul, 2, 2, WRAPPER, TYPE_LIST, "($self, value, /)"},
    {"__imul__", m_imul, 2, 2, WRAPPER, TYPE_LIST, "($self, value, /)"},
    {"__lt__", m_lt, 2, 2, WRAPPER, TYPE_LIST, "($self, value, /)"},
    {"__le__", m_le, 2, 2, WRAPPER, TYPE_LIST, "($self, value, /)"},
    {"__eq__", m_eq, 2, 2, WRAPPER, TYPE_LIST, "($self, value, /)"},
    {"__ne__", m_ne, 2, 2, WRAPPER, TYPE_LIST, "($self, value, /)"},
    {"__gt__", m_gt, 2, 2, WRAPPER, TYPE_LIST, "($self, value, /)"},
    {"__ge__", m_ge, 2, 2, WRAPPER, TYPE_LIST, "($self, value, /)"},
    {"__hash__", NULL, 1, 1, 0, TYPE_LIST, NULL},
    {"append", m_append, 2, 2, METHOD, TYPE_LIST, "($self, object, /)"},
    {"insert", m_insert, 3, 3, METHOD, TYPE_LIST, "($self, index, object, /)"},
    {"extend", m_extend, 2, 2, METHOD, TYPE_LIST, "($self, iterable, /)"},
    {"pop", m_pop, 1, 2, METHOD, TYPE_LIST, "($self, index=-1, /)"},
    {"remove", m_remove, 2, 2, METHOD, TYPE_LIST, "($self, value, /)"},
    {"index", m_index, 2, 4, METHOD, TYPE_LIST, "($self, value, start=0, stop=sys.maxsize, /)"},
    {"count", m_count, 2, 2, METHOD, TYPE_LIST, "($self, value, /)"},
    {"clear", m_clear, 1, 1, METHOD, TYPE_LIST, "($self, /)"},
    {"copy", m_copy, 1, 1, METHOD, TYPE_LIST, "($self, /)"},
    {"reverse", m_reverse, 1, 1, METHOD, TYPE_LIST, "($self, /)"},
    {"sort", m_sort, 1, ANY_ARGS, METHOD | KEYWORDS, TYPE_LIST, "($self, /, *, key=None, reverse=False)"},
    {"__sizeof__", m_sizeof, 1, 1, METHOD, TYPE_LIST, "($self, /)"},
    {"__class_getitem__", class_getitem_method, 2, 2, BUILTIN_FLAG_CLASSMETHOD, TYPE_LIST, "($type, object, /)"},
    {"", NULL, 0, 0, 0, 0, NULL},
};
