// dict.keys(), values() and items(): windows on a dict, with set operations for keys and items. Membership of an item never compares the value
// before the key was found.
#include "containers.h"

Value dict_of_view(VM *vm, Value view) { return OBJ(vm, PyDictView, view)->dict; }
static u32 which_of(VM *vm, Value view) { return OBJ(vm, PyDictView, view)->which; }
static bool is_view(VM *vm, Value v) { return is_kind(vm, v, LAYOUT_DICTVIEW); }
static bool is_set_view(VM *vm, Value v) { return is_view(vm, v) && which_of(vm, v) != 1; }
static bool is_set_like(VM *vm, Value v) { return is_kind(vm, v, LAYOUT_SET) || is_set_view(vm, v); }

static u32 view_length(VM *vm, Value v) { return is_view(vm, v) ? dict_length(vm, dict_of_view(vm, v)) : set_at(vm, v)->used; }

// `pair in items`: DICT_*.
static int items_contain(VM *vm, Value dict, Value pair, u32 depth)
{
    if (!is_kind(vm, pair, LAYOUT_TUPLE) || tuple_at(vm, pair)->length != 2)
        return DICT_MISSING;
    Value *items = tuple_at(vm, pair)->items, value;
    int status = dict_get_peek(vm, dict, items[0], &value);
    if (status != DICT_FOUND || value == items[1])
        return status;
    return equal_at_depth(vm, value, items[1], depth + 1);
}

static Value view_contains(VM *vm, Value view, Value item)
{
    Value dict = dict_of_view(vm, view);
    u32 which = which_of(vm, view);
    int status;
    if (which == 0)
        return dict_contains_value(vm, dict, item);
    if (which == 2) {
        status = items_contain(vm, dict, item, 0);
        if (status == DICT_NEEDS_PYTHON)
            return tail_prelude(vm, PRELUDE_ITEMS_CONTAINS, 2, dict, item);
        return status == DICT_ERROR ? EMPTY : new_bool(vm, status == DICT_FOUND);
    }
    u32 position = 0;
    Value key, value;
    while (dict_next(vm, dict, &position, &key, &value)) {
        int equal = value == item ? 1 : equal_at_depth(vm, value, item, 0);
        if (equal == DICT_NEEDS_PYTHON)
            return tail_prelude(vm, PRELUDE_ITER_CONTAINS, 2, view, item);
        if (equal)
            return equal == DICT_ERROR ? EMPTY : new_bool(vm, true);
    }
    return new_bool(vm, false);
}
Value view_contains_value(VM *vm, Value view, Value item) { return view_contains(vm, view, item); }

// Every element of `a` (view or set) in `b`: 1, 0 or DICT_* below 0.
static int is_subset(VM *vm, Value a, Value b)
{
    if (!is_view(vm, a)) {
        u32 position = 0;
        SetEntry *e;
        while (set_next(vm, set_at(vm, a), &position, &e)) {
            Value ignored;
            int status = which_of(vm, b) == 0 ? dict_get_peek(vm, dict_of_view(vm, b), e->key, &ignored) : items_contain(vm, dict_of_view(vm, b), e->key, 0);
            if (status != DICT_FOUND)
                return status;
        }
        return 1;
    }
    u32 position = 0;
    Value key, value, dict = dict_of_view(vm, a), ignored;
    while (dict_next(vm, dict, &position, &key, &value)) {
        Value element = which_of(vm, a) == 0 ? retain(vm, key) : tuple_from(vm, (Value[]){key, value}, 2);
        if (element == EMPTY)
            return DICT_ERROR;
        int status = !is_view(vm, b)          ? set_contains(vm, b, element)
                     : which_of(vm, b) == 0 ? dict_get_peek(vm, dict_of_view(vm, b), element, &ignored)
                                              : items_contain(vm, dict_of_view(vm, b), element, 0);
        decref(vm, element);
        if (status != DICT_FOUND)
            return status;
    }
    return 1;
}

Value view_compare(VM *vm, u32 op, Value a, Value b)
{
    if (!is_set_view(vm, a) || !is_set_like(vm, b))
        return new_notimplemented(vm);
    u32 m = view_length(vm, a), n = view_length(vm, b);
    bool swap = op == COMPARE_GE || op == COMPARE_GT;
    bool may_be = op == COMPARE_LE ? m <= n : op == COMPARE_LT ? m < n : op == COMPARE_GE ? m >= n : op == COMPARE_GT ? m > n : m == n;
    int answer = !may_be ? 0 : swap ? is_subset(vm, b, a) : is_subset(vm, a, b);
    if (answer == DICT_ERROR)
        return EMPTY;
    if (answer == DICT_NEEDS_PYTHON)
        return tail_prelude(vm, PRELUDE_VIEW_OPERATION, 3, int48((i64)op - 16), a, b);
    return new_bool(vm, answer != (op == COMPARE_NE));
}

// --- & | - ^: the result is always a new set --------------------------------------------------------------------------------------------
// A set of the left operand, then the method of set; whatever needs Python is done over in the prelude.
Value view_binary(VM *vm, u32 op, Value a, Value b)
{
    if (!is_set_view(vm, a) && !is_set_view(vm, b))
        return new_notimplemented(vm);
    bool iterable = is_object(a) && is_object(b) && special_of(vm, a, SPECIAL_iter) && special_of(vm, b, SPECIAL_iter);
    if (!iterable && !(is_object(a) && is_object(b)))
        return tail_prelude(vm, PRELUDE_VIEW_OPERATION, 3, int48(op), a, b); // raises "'int' object is not iterable"
    bool both_known = (is_set_like(vm, a) || is_exact(vm, a, TYPE_LIST) || is_exact(vm, a, TYPE_TUPLE) || is_exact(vm, a, TYPE_DICT)) &&
                      (is_set_like(vm, b) || is_exact(vm, b, TYPE_LIST) || is_exact(vm, b, TYPE_TUPLE) || is_exact(vm, b, TYPE_DICT));
    if (!both_known)
        return tail_prelude(vm, PRELUDE_VIEW_OPERATION, 3, int48(op), a, b);
    Value sets[2] = {set_new(vm, TYPE_SET), set_new(vm, TYPE_SET)}, answer = EMPTY;
    bool redo = false;
    for (u32 i = 0; i < 2 && sets[i] != EMPTY; i++) {
        Value done = set_update(vm, sets[i], i ? b : a);
        redo = done == VALUE_TAIL;
        if (redo)
            tail_cancel(vm);
        else
            decref(vm, done);
        if (redo || done == EMPTY)
            goto out;
    }
    answer = op == BINARY_AND && set_at(vm, sets[1])->used <= set_at(vm, sets[0])->used ? set_binary(vm, op, false, sets[0], sets[1])
             : op == BINARY_AND                                                        ? set_binary(vm, op, false, sets[1], sets[0])
                                                                                       : set_binary(vm, op, false, sets[0], sets[1]);
    if (answer == VALUE_TAIL) {
        tail_cancel(vm);
        redo = true;
    }
out:
    decref(vm, sets[0]);
    decref(vm, sets[1]);
    return redo ? tail_prelude(vm, PRELUDE_VIEW_OPERATION, 3, int48(op), a, b) : answer;
}

static Value m_isdisjoint(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (is_view(vm, args[1]) || is_kind(vm, args[1], LAYOUT_SET) || is_exact(vm, args[1], TYPE_LIST) || is_exact(vm, args[1], TYPE_TUPLE)) {
        Value common = view_binary(vm, BINARY_AND, args[0], args[1]);
        if (common == VALUE_TAIL)
            tail_cancel(vm);
        else if (common != EMPTY) {
            bool none = set_at(vm, common)->used == 0;
            decref(vm, common);
            return new_bool(vm, none);
        } else
            exception_clear(vm); // items with values that no set takes can be looked for all the same
    }
    return tail_prelude(vm, PRELUDE_VIEW_OPERATION, 3, int48(-1), args[0], args[1]);
}

// --- methods --------------------------------------------------------------------------------------------------------------------------
static Value m_len(VM *vm, Value *args, u32 nargs, Ref kwnames) { return int48(dict_length(vm, dict_of_view(vm, args[0]))); }
static Value m_iter(VM *vm, Value *args, u32 nargs, Ref kwnames) { return container_iter(vm, args[0]); }
static Value m_reversed(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return dict_iter_new(vm, dict_of_view(vm, args[0]), ITER_DICT_KEYS_REVERSE + which_of(vm, args[0]));
}
static Value m_contains(VM *vm, Value *args, u32 nargs, Ref kwnames) { return view_contains(vm, args[0], args[1]); }

static Value m_mapping(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyMappingProxy *proxy = heap_new_container(vm, TYPE_MAPPINGPROXY, sizeof(PyMappingProxy));
    if (!proxy)
        return EMPTY;
    proxy->mapping = retain(vm, dict_of_view(vm, args[0]));
    return obj_value(vm, proxy);
}

#define VIEW_OPERATOR(name, op) \
    static Value m_##name(VM *vm, Value *args, u32 nargs, Ref kwnames) { return view_binary(vm, op, args[0], args[1]); } \
    static Value m_r##name(VM *vm, Value *args, u32 nargs, Ref kwnames) { return view_binary(vm, op, args[1], args[0]); }
VIEW_OPERATOR(or, BINARY_OR)
VIEW_OPERATOR(and, BINARY_AND)
VIEW_OPERATOR(sub, BINARY_SUB)
VIEW_OPERATOR(xor, BINARY_XOR)

#define VIEW_COMPARE(name, op) \
    static Value m_##name(VM *vm, Value *args, u32 nargs, Ref kwnames) { return view_compare(vm, op, args[0], args[1]); }
VIEW_COMPARE(lt, COMPARE_LT)
VIEW_COMPARE(le, COMPARE_LE)
VIEW_COMPARE(eq, COMPARE_EQ)
VIEW_COMPARE(ne, COMPARE_NE)
VIEW_COMPARE(gt, COMPARE_GT)
VIEW_COMPARE(ge, COMPARE_GE)

#define EVERY_VIEW(TYPE) \
    {"__len__", m_len, 1, 1, WRAPPER, TYPE, "($self, /)"}, {"__iter__", m_iter, 1, 1, WRAPPER, TYPE, "($self, /)"}, \
    {"__reversed__", m_reversed, 1, 1, METHOD, TYPE, NULL}, {"mapping", m_mapping, 1, 1, BUILTIN_FLAG_GETTER, TYPE, NULL}
#define SET_VIEW(TYPE) \
    {"__contains__", m_contains, 2, 2, WRAPPER, TYPE, "($self, key, /)"}, {"isdisjoint", m_isdisjoint, 2, 2, METHOD, TYPE, NULL}, \
    {"__or__", m_or, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, {"__ror__", m_ror, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, \
    {"__and__", m_and, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, {"__rand__", m_rand, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, \
    {"__sub__", m_sub, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, {"__rsub__", m_rsub, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, \
    {"__xor__", m_xor, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, {"__rxor__", m_rxor, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, \
    {"__lt__", m_lt, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, {"__le__", m_le, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, \
    {"__eq__", m_eq, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, {"__ne__", m_ne, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, \
    {"__gt__", m_gt, 2, 2, WRAPPER, TYPE, "($self, value, /)"}, {"__ge__", m_ge, 2, 2, WRAPPER, TYPE, "($self, value, /)"}

const BuiltinDef dict_view_defs[] = {
    EVERY_VIEW(TYPE_DICT_KEYS), SET_VIEW(TYPE_DICT_KEYS),
    EVERY_VIEW(TYPE_DICT_ITEMS), SET_VIEW(TYPE_DICT_ITEMS),
    EVERY_VIEW(TYPE_DICT_VALUES),
    {"__hash__", NULL, 1, 1, 0, TYPE_DICT_KEYS, NULL},
    {"__hash__", NULL, 1, 1, 0, TYPE_DICT_ITEMS, NULL},
    {"", NULL, 0, 0, 0, 0, NULL},
};
