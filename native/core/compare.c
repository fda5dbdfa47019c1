// == and < between builtin values without running Python code. Where a user-defined method would have to run, the answer is DICT_NEEDS_PYTHON:
// nothing was changed until then, so the caller may start again in the prelude.
#include "containers.h"

static const char *const OPERATOR_TEXT[] = {"<", "<=", "==", "!=", ">", ">="};

// --- which builtin serves a special method ---------------------------------------------------------------------------------
Ref special_base_of_heap_type(VM *vm, Ref type, u32 special)
{
    Ref function = type_at(vm, type)->specials[special], base = type;
    if (function == type_at(vm, TYPE_OBJECT)->specials[special] && function)
        return TYPE_OBJECT;
    while (base >= STATIC_END)
        base = type_at(vm, base)->base;
    return type_at(vm, base)->specials[special] == function ? base : 0;
}

// --- calls inside the core ----------------------------------------------------------------------------------------------------
// A class may have any function as a special method: one of another type, or one that is bound already.
bool is_core_method_of(VM *vm, Ref function, Value self)
{
    if (type_at(vm, ref_type(vm, function))->kind != LAYOUT_BUILTIN)
        return false;
    PyBuiltin *b = AT(vm, PyBuiltin, function);
    return b->kind == BUILTIN_CORE && b->self == EMPTY && b->owner && is_instance(vm, self, b->owner);
}

Value call_core(VM *vm, Value builtin, u32 nargs, Value *args)
{
    PyBuiltin *b = OBJ(vm, PyBuiltin, builtin);
    return core_functions[b->table].defs[b->index].function(vm, args, nargs, 0);
}

void tail_cancel(VM *vm)
{
    Value callee = vm->tail_callee;
    u32 nargs = vm->tail_kind == TAIL_RESUME && vm->tail_nargs == 0 ? 1 : vm->tail_nargs;
    Ref names = vm->tail_kwnames;
    bool is_hook = vm->tail_kind == TAIL_HOST;
    vm->tail_callee = EMPTY;
    vm->tail_kwnames = 0;
    vm->tail_nargs = 0;
    vm->tail_kind = TAIL_CALL;
    vm->tail_mode = vm->tail_outer_mode = RET_DEFAULT;
    set_value(vm, &vm->tail_aux, EMPTY);
    set_value(vm, &vm->tail_outer_aux, EMPTY);
    for (u32 i = 0; i < nargs; i++) {
        Value argument = vm->tail_args[i];
        vm->tail_args[i] = EMPTY;
        decref(vm, argument);
    }
    if (!is_hook)
        decref(vm, callee);
    decref_ref(vm, names);
}

// --- equality -----------------------------------------------------------------------------------------------------------------
static int equal_by_special(VM *vm, Value a, Value b);

static int equal_items(VM *vm, Value *left, u32 left_length, Value *right, u32 right_length, u32 depth)
{
    if (depth >= MAX_COMPARE_DEPTH || interrupted(vm))
        return DICT_NEEDS_PYTHON;
    for (u32 i = 0; i < left_length && i < right_length; i++) {
        if (left[i] == right[i])
            continue;
        int equal = equal_at_depth(vm, left[i], right[i], depth + 1);
        if (equal != 1)
            return equal;
    }
    return left_length == right_length;
}

static bool is_numeric_type(Ref t) { return t == TYPE_INT || t == TYPE_BOOL || t == TYPE_FLOAT || t == TYPE_COMPLEX; }

static int truth_of_compare(VM *vm, Value result)
{
    if (result == VALUE_TAIL) {
        tail_cancel(vm);
        return DICT_NEEDS_PYTHON;
    }
    if (result == EMPTY)
        return DICT_ERROR;
    int truth = result == TRUE ? 1 : result == FALSE ? 0 : op_truth(vm, result);
    decref(vm, result);
    if (unlikely(truth == 2)) {
        tail_cancel(vm);
        return DICT_NEEDS_PYTHON;
    }
    return truth < 0 ? DICT_ERROR : truth;
}

static u32 bytes_view(VM *vm, Value v, const u8 **data)
{
    if (is_kind(vm, v, LAYOUT_BYTES)) {
        *data = OBJ(vm, PyBytes, v)->data;
        return OBJ(vm, PyBytes, v)->length;
    }
    PyByteArray *array = OBJ(vm, PyByteArray, v);
    *data = AT(vm, u8, array->data);
    return array->length;
}

static bool is_set_type(Ref t) { return t == TYPE_SET || t == TYPE_FROZENSET; }
static bool is_bytes_type(Ref t) { return t == TYPE_BYTES || t == TYPE_BYTEARRAY; }

// Numbers are treated like objects of a base type here.
static Ref eq_base(VM *vm, Value v) { return is_int48(v) ? TYPE_INT : is_float(v) ? TYPE_FLOAT : special_base(vm, v, SPECIAL_eq); }

int equal_at_depth(VM *vm, Value a, Value b, u32 depth)
{
    if (a == b)
        return 1;
    if (is_int48(a) && is_int48(b))
        return 0;
    if (is_float(a) && is_float(b))
        return float_value(a) == float_value(b);
    if (is_str(vm, a) && is_str(vm, b))
        return str_equal(vm, a, b);
    Ref s = eq_base(vm, a), t = eq_base(vm, b);
    if (!s || !t)
        return DICT_NEEDS_PYTHON;
    if (is_numeric_type(s))
        return is_numeric_type(t) ? truth_of_compare(vm, number_compare(vm, COMPARE_EQ, a, b)) : equal_by_special(vm, b, a);
    if (s == TYPE_STR)
        return t == TYPE_STR ? str_equal(vm, a, b) : equal_by_special(vm, b, a);
    if (s == TYPE_TUPLE && t == TYPE_TUPLE) {
        PyTuple *left = tuple_at(vm, a), *right = tuple_at(vm, b);
        return equal_items(vm, left->items, left->length, right->items, right->length, depth);
    }
    if (s == TYPE_LIST && t == TYPE_LIST) {
        PyList *left = list_at(vm, a), *right = list_at(vm, b);
        if (left->length != right->length)
            return 0;
        return equal_items(vm, list_items(vm, left), left->length, list_items(vm, right), right->length, depth);
    }
    if (s == TYPE_DICT && t == TYPE_DICT)
        return depth >= MAX_COMPARE_DEPTH || interrupted(vm) ? DICT_NEEDS_PYTHON : dict_equal(vm, a, b, depth);
    if (is_set_type(s) && is_set_type(t)) {
        PySet *left = set_at(vm, a), *right = set_at(vm, b);
        if (depth >= MAX_COMPARE_DEPTH || interrupted(vm))
            return DICT_NEEDS_PYTHON;
        return left->used == right->used ? set_is_subset(vm, a, b, depth) : 0;
    }
    if (is_bytes_type(s) && is_bytes_type(t)) {
        const u8 *left, *right;
        u32 length = bytes_view(vm, a, &left);
        return length == bytes_view(vm, b, &right) && memcmp(left, right, length) == 0;
    }
    if (s == TYPE_RANGE && t == TYPE_RANGE)
        return range_equal(vm, a, b);
    if (s == TYPE_SLICE && t == TYPE_SLICE) {
        PySlice *left = OBJ(vm, PySlice, a), *right = OBJ(vm, PySlice, b);
        return equal_items(vm, &left->start, 3, &right->start, 3, depth);
    }
    return equal_by_special(vm, a, b);
}

#define MAX_NESTED_METHODS 8u

// Neither operand's method is written in Python or overridden; at least one may be a core function of a type not listed above.
static int equal_one_way(VM *vm, Value a, Value b)
{
    Ref special = special_of(vm, a, SPECIAL_eq);
    if (!special || special == type_at(vm, TYPE_OBJECT)->specials[SPECIAL_eq])
        return 2;
    if (!is_core_method_of(vm, special, a))
        return DICT_NEEDS_PYTHON;
    // The method (a deque's, say) may compare what it holds, and begins at depth 0 again.
    if (vm->compare_depth >= MAX_NESTED_METHODS || interrupted(vm))
        return DICT_NEEDS_PYTHON;
    vm->compare_depth++;
    Value args[2] = {a, b};
    Value result = call_core(vm, special, 2, args);
    vm->compare_depth--;
    if (result != NOTIMPLEMENTED)
        return truth_of_compare(vm, result);
    decref(vm, result);
    return 2;
}

static int equal_by_special(VM *vm, Value a, Value b)
{
    int answer = equal_one_way(vm, a, b);
    if (answer == 2)
        answer = equal_one_way(vm, b, a);
    return answer == 2 ? 0 : answer;
}

int values_equal(VM *vm, Value a, Value b) { return a == b ? 1 : equal_at_depth(vm, a, b, 0); }

// --- order --------------------------------------------------------------------------------------------------------------------
Value raise_not_ordered(VM *vm, u32 op, Value a, Value b)
{
    return raise_error(vm, EXC_TypeError, "'%s' not supported between instances of '%T' and '%T'", OPERATOR_TEXT[op], a, b);
}

static bool order_holds(u32 op, int order)
{
    return op == COMPARE_LT ? order < 0 : op == COMPARE_LE ? order <= 0 : op == COMPARE_GT ? order > 0 : order >= 0;
}

// The static type whose comparison method (of this operator) serves `v`; 0: Python must look.
static Ref order_base(VM *vm, Value v, u32 op)
{
    return is_int48(v) ? TYPE_INT : is_float(v) ? TYPE_FLOAT : special_base(vm, v, SPECIAL_lt + op);
}

static int order_items(VM *vm, u32 op, Value *left, u32 left_length, Value *right, u32 right_length, u32 depth)
{
    if (depth >= MAX_COMPARE_DEPTH || interrupted(vm))
        return DICT_NEEDS_PYTHON;
    for (u32 i = 0; i < left_length && i < right_length; i++) {
        if (left[i] == right[i])
            continue;
        int equal = equal_at_depth(vm, left[i], right[i], depth + 1);
        if (equal < 0)
            return equal;
        if (!equal)
            return less_at_depth(vm, left[i], right[i], op, depth + 1);
    }
    return order_holds(op, left_length < right_length ? -1 : left_length > right_length);
}

// One of the four ordering operators (whatever the name says): 1, 0, DICT_ERROR or DICT_NEEDS_PYTHON.
int less_at_depth(VM *vm, Value a, Value b, u32 op, u32 depth)
{
    if (are_int48(a, b)) {
        i64 m = int48_value(a), n = int48_value(b);
        return order_holds(op, m < n ? -1 : m > n);
    }
    if (are_floats(a, b)) {
        double x = float_value(a), y = float_value(b);
        return op == COMPARE_LT ? x < y : op == COMPARE_LE ? x <= y : op == COMPARE_GT ? x > y : x >= y;
    }
    Ref s = order_base(vm, a, op), t = order_base(vm, b, op);
    if (!s || !t)
        return DICT_NEEDS_PYTHON;
    if (s == TYPE_STR && t == TYPE_STR)
        return order_holds(op, str_compare(vm, a, b));
    if (is_numeric_type(s) && is_numeric_type(t)) {
        Value result = number_compare(vm, op, a, b);
        if (result == NOTIMPLEMENTED) {
            decref(vm, result);
            raise_not_ordered(vm, op, a, b);
            return DICT_ERROR;
        }
        return truth_of_compare(vm, result);
    }
    if (s == TYPE_TUPLE && t == TYPE_TUPLE) {
        PyTuple *left = tuple_at(vm, a), *right = tuple_at(vm, b);
        return order_items(vm, op, left->items, left->length, right->items, right->length, depth);
    }
    if (s == TYPE_LIST && t == TYPE_LIST) {
        PyList *left = list_at(vm, a), *right = list_at(vm, b);
        return order_items(vm, op, list_items(vm, left), left->length, list_items(vm, right), right->length, depth);
    }
    if (is_bytes_type(s) && is_bytes_type(t)) {
        const u8 *left, *right;
        u32 m = bytes_view(vm, a, &left), n = bytes_view(vm, b, &right);
        int order = memcmp(left, right, m < n ? m : n);
        return order_holds(op, order ? order : m < n ? -1 : m > n);
    }
    return DICT_NEEDS_PYTHON; // sets, and errors: the general machinery finds the words
}

// --- the rich comparison of a container as an operator or method -------------------------------------------------------------------
static Value compare_items(VM *vm, u32 op, Value a, Value b, Value *left, u32 left_length, Value *right, u32 right_length)
{
    u32 shorter = left_length < right_length ? left_length : right_length;
    for (u32 i = 0; i < shorter; i++) {
        if (left[i] == right[i])
            continue;
        int equal = equal_at_depth(vm, left[i], right[i], 1);
        if (equal == 1)
            continue;
        if (equal == DICT_ERROR)
            return EMPTY;
        if (equal == DICT_NEEDS_PYTHON)
            return tail_prelude(vm, PRELUDE_SEQUENCE_COMPARE, 4, a, b, int48(op), int48(i));
        if (op == COMPARE_EQ || op == COMPARE_NE)
            return new_bool(vm, op == COMPARE_NE);
        Value answer = op_compare(vm, op, left[i], right[i]);
        if (answer != VALUE_TAIL || vm->tail_outer_mode == RET_DEFAULT)
            return answer;
        tail_cancel(vm); // containers in containers: each one that asks waits for the next one's answer
        return tail_prelude(vm, PRELUDE_ORDER, 3, int48(op), left[i], right[i]);
    }
    int order = left_length < right_length ? -1 : left_length > right_length;
    return new_bool(vm, op == COMPARE_EQ ? order == 0 : op == COMPARE_NE ? order != 0 : order_holds(op, order));
}

static Value compare_sets(VM *vm, u32 op, Value a, Value b)
{
    u32 m = set_at(vm, a)->used, n = set_at(vm, b)->used;
    if (op == COMPARE_GE || op == COMPARE_GT) {
        Value swapped = a;
        a = b;
        b = swapped;
        u32 count = m;
        m = n;
        n = count;
        op = op == COMPARE_GE ? COMPARE_LE : COMPARE_LT;
    }
    bool may_be = op == COMPARE_LE ? m <= n : op == COMPARE_LT ? m < n : m == n;
    int answer = may_be ? set_is_subset(vm, a, b, 0) : 0;
    if (answer == DICT_ERROR)
        return EMPTY;
    if (answer == DICT_NEEDS_PYTHON)
        return tail_prelude(vm, PRELUDE_SET_COMPARE, 3, a, b, make_bool(op == COMPARE_NE));
    return new_bool(vm, (op == COMPARE_NE) != answer);
}

Value view_compare(VM *vm, u32 op, Value a, Value b); // dict_views.c

Value container_compare(VM *vm, u32 op, Value a, Value b)
{
    bool is_equality = op == COMPARE_EQ || op == COMPARE_NE;
    u32 kind = kind_of(vm, a), other = kind_of(vm, b);
    if (kind == LAYOUT_DICTVIEW)
        return view_compare(vm, op, a, b);
    if (kind != other)
        return new_notimplemented(vm);
    int equal;
    switch (kind) {
    case LAYOUT_TUPLE: {
        PyTuple *left = tuple_at(vm, a), *right = tuple_at(vm, b);
        return compare_items(vm, op, a, b, left->items, left->length, right->items, right->length);
    }
    case LAYOUT_LIST: {
        PyList *left = list_at(vm, a), *right = list_at(vm, b);
        if (is_equality && left->length != right->length)
            return new_bool(vm, op == COMPARE_NE);
        return compare_items(vm, op, a, b, list_items(vm, left), left->length, list_items(vm, right), right->length);
    }
    case LAYOUT_DICT:
        if (!is_equality)
            return new_notimplemented(vm);
        equal = dict_equal(vm, a, b, 0);
        if (equal == DICT_NEEDS_PYTHON)
            return tail_prelude(vm, PRELUDE_DICT_EQ, 3, a, b, make_bool(op == COMPARE_NE));
        break;
    case LAYOUT_SET:
        return compare_sets(vm, op, a, b);
    case LAYOUT_RANGE:
        if (!is_equality)
            return new_notimplemented(vm);
        equal = range_equal(vm, a, b);
        break;
    case LAYOUT_SLICE: {
        // As CPython, by way of tuples: what runs in the prelude then sees those.
        Value left = tuple_from(vm, &OBJ(vm, PySlice, a)->start, 3), right = tuple_from(vm, &OBJ(vm, PySlice, b)->start, 3);
        Value result = left == EMPTY || right == EMPTY ? EMPTY : container_compare(vm, op, left, right);
        decref(vm, left);
        decref(vm, right);
        return result;
    }
    default:
        return new_notimplemented(vm);
    }
    return equal == DICT_ERROR ? EMPTY : make_bool((op == COMPARE_NE) != equal);
}
