// What operators mean for any objects: which special methods are asked, in which order, and what is said when nobody answers. Methods written in C are
// called at once; for one written in Python a tail call is prepared, whose mode (frame.h) says what its value has to be or what comes next.
#include "float_text.h"
#include "ints.h"
#include "text_writer.h"
#include "interp/interp.h"
#include "interp/arithmetic.h"
#include "iterators.h"

INLINE PyType *type_of_value(VM *vm, Value v) { return type_at(vm, type_of(vm, v)); }

// --- calling a special method ---------------------------------------------------------------------------------------------------
// Which kinds of attribute bind, and how; anything else with a __get__ is left to the prelude, which runs that and then calls what it gives.
// The result is owned.
Value special_callable(VM *vm, Ref special, Value object, Value *self)
{
    PyType *t = type_at(vm, AT(vm, ObjectHead, special)->type);
    *self = EMPTY;
    switch (t->kind) {
    case LAYOUT_FUNCTION: *self = object; return retain(vm, special);
    case LAYOUT_BUILTIN:
        if (AT(vm, PyBuiltin, special)->flags & BUILTIN_FLAG_METHOD)
            *self = object;
        return retain(vm, special);
    case LAYOUT_STATICMETHOD: return retain(vm, AT(vm, PyWrapperMethod, special)->callable);
    case LAYOUT_CLASSMETHOD: *self = type_of(vm, object); return retain(vm, AT(vm, PyWrapperMethod, special)->callable);
    default:
        if (!t->specials[SPECIAL_get] || t->kind == LAYOUT_METHOD)
            return retain(vm, special);
        Value pair = tuple_from(vm, (Value[]){special, object}, 2);
        if (pair == EMPTY)
            return EMPTY;
        Value call = method_new(vm, vm->prelude[PRELUDE_DESCRIPTOR_CALL], pair);
        decref(vm, pair);
        return call;
    }
}

static Value call_core_checked(VM *vm, PyBuiltin *b, Value *args, u32 nargs)
{
    if (!builtin_check(vm, b, args, nargs, 0))
        return EMPTY;
    return core_functions[b->table].defs[b->index].function(vm, args, nargs, 0);
}

// special(a, b, c) with a as the object it was found on.
Value special_call(VM *vm, Ref special, u32 nargs, Value a, Value b, Value c)
{
    PyType *t = type_at(vm, AT(vm, ObjectHead, special)->type);
    if (likely(t->kind == LAYOUT_FUNCTION))
        return tail_call(vm, special, nargs, a, b, c);
    Value args[3] = {a, b, c};
    if (t->kind == LAYOUT_BUILTIN) {
        PyBuiltin *builtin = AT(vm, PyBuiltin, special);
        u32 skip = builtin->flags & BUILTIN_FLAG_METHOD ? 0 : 1;
        if (builtin->kind != BUILTIN_CORE || builtin->self != EMPTY)
            return skip ? tail_call(vm, special, nargs - 1, b, c) : tail_call(vm, special, nargs, a, b, c);
        return call_core_checked(vm, builtin, args + skip, nargs - skip);
    }
    if (special == NONE_REF)
        return raise_none_called(vm);
    Value bound = descriptor_get(vm, special, a, type_of(vm, a));
    if (bound == EMPTY)
        return EMPTY;
    if (bound == VALUE_TAIL) { // __get__ is Python code: that and the call are done in the prelude
        tail_cancel(vm);
        return nargs == 1 ? tail_prelude(vm, PRELUDE_SPECIAL_CALL, 2, (Value)special, a)
             : nargs == 2 ? tail_prelude(vm, PRELUDE_SPECIAL_CALL, 3, (Value)special, a, b)
                          : tail_prelude(vm, PRELUDE_SPECIAL_CALL, 4, (Value)special, a, b, c);
    }
    Value answer = tail_call(vm, bound, nargs - 1, b, c);
    decref(vm, bound);
    return answer;
}

// The answer of a special method whose value must pass RET_CHECK.
static Value checked(VM *vm, Value answer, u32 check)
{
    if (answer == VALUE_TAIL)
        return tail_wrap(vm, TAIL_MODE(RET_CHECK, check), EMPTY);
    return answer == EMPTY ? EMPTY : check_result(vm, check, answer);
}

static Value must(VM *vm, Value v, bool right, const char *format)
{
    if (likely(right))
        return v;
    raise_error(vm, EXC_TypeError, format, v);
    decref(vm, v);
    return EMPTY;
}
static bool has_next(VM *vm, Value v)
{
    return special_of(vm, v, SPECIAL_next) != 0;
}
static bool is_str_value(VM *vm, Value v) { return is_object(v) && kind_of(vm, v) == LAYOUT_STR; }
static bool is_int_value(VM *vm, Value v) { return is_int48(v) || (is_object(v) && (kind_of(vm, v) == LAYOUT_INT || v == TRUE || v == FALSE)); }

static Value check_length(VM *vm, Value v)
{
    i64 n;
    if (is_int48(v) && int48_value(v) >= 0)
        return v;
    if (!is_int_value(vm, v)) {
        if (!special_of(vm, v, SPECIAL_index))
            return must(vm, v, false, "'%T' object cannot be interpreted as an integer");
        Value tail = tail_prelude(vm, PRELUDE_LEN_ANSWER, 1, v);
        decref(vm, v);
        return tail;
    }
    bool fits = int_to_i64(vm, v, &n), negative = fits ? n < 0 : OBJ(vm, PyInt, v)->sign < 0;
    decref(vm, v);
    if (negative)
        return raise_error(vm, EXC_ValueError, "__len__() should return >= 0");
    if (!fits)
        return raise_error(vm, EXC_OverflowError, "cannot fit 'int' into an index-sized integer");
    return int_from_i64(vm, n);
}

Value check_result(VM *vm, u32 check, Value v)
{
    switch (check) {
    case CHECK_LEN: return check_length(vm, v);
    case CHECK_ITER: return must(vm, v, has_next(vm, v), "iter() returned non-iterator of type '%T'");
    case CHECK_REPR: return must(vm, v, is_str_value(vm, v), "__repr__ returned non-string (type %T)");
    case CHECK_STR: return must(vm, v, is_str_value(vm, v), "__str__ returned non-string (type %T)");
    case CHECK_FORMAT: return must(vm, v, is_str_value(vm, v), "__format__ must return a str, not %T");
    case CHECK_AITER: return must(vm, v, special_of(vm, v, SPECIAL_anext) != 0, "'async for' received an object from __aiter__ that does not implement __anext__: %T");
    case CHECK_AWAIT:
        if (is_exact(vm, v, TYPE_COROUTINE)) {
            decref(vm, v);
            return raise_error(vm, EXC_TypeError, "__await__() returned a coroutine");
        }
        return must(vm, v, has_next(vm, v), "__await__() returned non-iterator of type '%T'");
    case CHECK_ANEXT: {
        Value awaitable = get_awaitable(vm, v, 3);
        decref(vm, v);
        return awaitable;
    }
    default: return v;
    }
}

// --- binary operators -------------------------------------------------------------------------------------------------------------
static const char *const operator_names[] = {"+", "-", "*", "/", "//", "%", "** or pow()", "<<", ">>", "&", "|", "^", "@"};
static const char *const in_place_names[] = {"+=", "-=", "*=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=", "@="};

// Builtin sequences concatenate and repeat in a second round (sq_concat, sq_repeat), after both operands' number methods.
static bool is_sequence_method(VM *vm, u32 op, Ref special)
{
    if ((op != BINARY_ADD && op != BINARY_MUL) || type_at(vm, AT(vm, ObjectHead, special)->type)->kind != LAYOUT_BUILTIN)
        return false;
    Ref owner = AT(vm, PyBuiltin, special)->owner;
    return owner == TYPE_LIST || owner == TYPE_TUPLE || owner == TYPE_STR || owner == TYPE_BYTES || owner == TYPE_BYTEARRAY || owner == TYPE_DEQUE;
}

typedef struct Candidate { Ref special; bool swapped, repeats; } Candidate;

static u32 binary_candidates(VM *vm, u32 op, bool in_place, Ref type_a, Ref type_b, Candidate *list)
{
    Ref *sa = type_at(vm, type_a)->specials, *sb = type_at(vm, type_b)->specials;
    Ref own_in_place = in_place ? sa[SPECIAL_iadd + op] : 0, left = sa[SPECIAL_add + op], right = type_a != type_b ? sb[SPECIAL_radd + op] : 0;
    Ref late[2] = {0, 0};
    u32 n = 0;
    if (own_in_place && is_sequence_method(vm, op, own_in_place)) {
        late[0] = own_in_place;
        own_in_place = 0;
    }
    if (left && is_sequence_method(vm, op, left)) {
        if (!late[0])
            late[0] = left;
        left = 0;
    }
    if (right && is_sequence_method(vm, op, right)) {
        late[1] = right;
        right = 0;
    }
    if (own_in_place) // None too: calling it raises
        list[n++] = (Candidate){own_in_place, false, false};
    bool first = right && left && right != sa[SPECIAL_radd + op] && type_is_subtype(vm, type_b, type_a);
    if (first)
        list[n++] = (Candidate){right, true, false};
    if (left)
        list[n++] = (Candidate){left, false, false};
    if (right && !first)
        list[n++] = (Candidate){right, true, false};
    if (late[0])
        list[n++] = (Candidate){late[0], false, op == BINARY_MUL};
    else if (late[1])
        list[n++] = (Candidate){late[1], true, op == BINARY_MUL};
    return n;
}

static bool has_index(VM *vm, Value v) { return is_int_value(vm, v) || special_of(vm, v, SPECIAL_index); }

static COLD Value raise_unsupported(VM *vm, u32 op, bool in_place, Value a, Value b)
{
    Value text = container_binary_error(vm, op, in_place, a, b);
    if (text != NOTIMPLEMENTED)
        return text;
    return raise_error(vm, EXC_TypeError, "unsupported operand type(s) for %s: '%T' and '%T'", in_place ? in_place_names[op] : operator_names[op], a, b);
}

// The candidates from number `stage` on, until one does not answer NotImplemented.
Value binary_step(VM *vm, u32 op, bool in_place, Value a, Value b, u32 stage)
{
    if (stage == 0 && (op == BINARY_ADD || op == BINARY_MUL)) {
        Value sequence = sequence_binary(vm, op, in_place, a, b);
        if (sequence != NOTIMPLEMENTED)
            return sequence;
    }
    if (stage == 0 && (!is_object(a) || ref_type(vm, a) < STATIC_END) && (!is_object(b) || ref_type(vm, b) < STATIC_END)) {
        Value number = number_binary(vm, op, a, b);
        if (number != NOTIMPLEMENTED)
            return number;
    }
    Candidate list[4];
    u32 n = binary_candidates(vm, op, in_place, type_of(vm, a), type_of(vm, b), list);
    for (u32 i = stage; i < n; i++) {
        Candidate *c = &list[i];
        if (c->repeats && !has_index(vm, c->swapped ? a : b))
            return raise_error(vm, EXC_TypeError, "can't multiply sequence by non-int of type '%T'", c->swapped ? a : b);
        Value answer = c->swapped ? special_call(vm, c->special, 2, b, a, EMPTY) : special_call(vm, c->special, 2, a, b, EMPTY);
        if (answer == VALUE_TAIL)
            return tail_wrap(vm, TAIL_MODE(RET_BINARY, i), EMPTY);
        if (answer != NOTIMPLEMENTED)
            return answer;
    }
    return raise_unsupported(vm, op, in_place, a, b);
}

// A tail call made for a function (not for an instruction, whose operands stay in their registers) carries the operands.
static Value with_operands(VM *vm, Value answer, u32 mode, u32 op, Value a, Value b)
{
    if (answer != VALUE_TAIL)
        return answer;
    bool outer = vm->tail_outer_mode != RET_DEFAULT;
    if (MODE_OF(outer ? vm->tail_outer_mode : vm->tail_mode) != mode)
        return answer;
    Value parts[3] = {int48(op), a, b}, operands = tuple_from(vm, parts, 3);
    if (operands == EMPTY) {
        tail_cancel(vm);
        vm->tail_mode = vm->tail_outer_mode = RET_DEFAULT;
        return EMPTY;
    }
    set_value(vm, outer ? &vm->tail_outer_aux : &vm->tail_aux, operands);
    return VALUE_TAIL;
}

Value op_binary(VM *vm, u32 op, bool in_place, Value a, Value b)
{
    return with_operands(vm, binary_step(vm, op, in_place, a, b, 0), RET_BINARY, op | (u32)in_place << 8, a, b);
}

Value op_unary(VM *vm, u32 special, Value v)
{
    bool warns = special == SPECIAL_invert && (v == TRUE || v == FALSE); // bool.__invert__ is the host's
    Value number = warns ? NOTIMPLEMENTED : number_unary(vm, special, v);
    if (number != NOTIMPLEMENTED && (!is_object(v) || ref_type(vm, v) < STATIC_END))
        return number;
    if (number != NOTIMPLEMENTED && number != EMPTY)
        decref(vm, number);
    Ref hook = special_of(vm, v, special);
    if (hook)
        return special_call(vm, hook, 1, v, EMPTY, EMPTY);
    if (special == SPECIAL_abs)
        return raise_error(vm, EXC_TypeError, "bad operand type for abs(): '%T'", v);
    return raise_error(vm, EXC_TypeError, "bad operand type for unary %s: '%T'", special == SPECIAL_neg ? "-" : special == SPECIAL_pos ? "+" : "~", v);
}

// --- comparisons ------------------------------------------------------------------------------------------------------------------
static const char *const compare_names[] = {"<", "<=", "==", "!=", ">", ">="};
static const u8 swapped_compare[] = {COMPARE_GT, COMPARE_GE, COMPARE_EQ, COMPARE_NE, COMPARE_LT, COMPARE_LE};

// The method of a class for `op`, 0 if it is object's own, which never decides. object.__ne__ means "not __eq__".
static Ref compare_special(VM *vm, Ref type, u32 op, bool *invert)
{
    Ref *own = type_at(vm, type)->specials, *plain = type_at(vm, TYPE_OBJECT)->specials;
    *invert = false;
    if (op == COMPARE_NE && own[SPECIAL_ne] == plain[SPECIAL_ne]) {
        *invert = true;
        op = COMPARE_EQ;
    }
    Ref special = own[SPECIAL_lt + op];
    return special && special != plain[SPECIAL_lt + op] ? special : 0; // None too: calling it raises
}

// Two of one such type are compared without a look at their methods, which nobody can change.
static bool compares_plainly(Ref type) { return type == TYPE_LIST || type == TYPE_TUPLE || type == TYPE_SET || type == TYPE_FROZENSET || type == TYPE_DICT; }

Value compare_step(VM *vm, u32 op, Value a, Value b, u32 stage)
{
    if (stage == 0 && is_object(a) && is_object(b) && ref_type(vm, a) == ref_type(vm, b) && compares_plainly(ref_type(vm, a))) {
        Value answer = container_compare(vm, op, a, b);
        if (answer == VALUE_TAIL)
            return tail_wrap(vm, TAIL_MODE(RET_COMPARE, 0), EMPTY);
        if (answer != NOTIMPLEMENTED)
            return answer;
    }
    if (stage == 0 && (!is_object(a) || ref_type(vm, a) < STATIC_END) && (!is_object(b) || ref_type(vm, b) < STATIC_END)) {
        Value number = number_compare(vm, op, a, b);
        if (number != NOTIMPLEMENTED)
            return number;
    }
    Ref type_a = type_of(vm, a), type_b = type_of(vm, b);
    bool b_first = type_a != type_b && type_is_subtype(vm, type_b, type_a);
    for (u32 i = stage; i < 2; i++) {
        bool swapped = b_first ? i == 0 : i == 1, invert;
        Ref special = swapped ? compare_special(vm, type_b, swapped_compare[op], &invert) : compare_special(vm, type_a, op, &invert);
        if (!special)
            continue;
        Value answer = swapped ? special_call(vm, special, 2, b, a, EMPTY) : special_call(vm, special, 2, a, b, EMPTY);
        if (answer == VALUE_TAIL)
            return tail_wrap(vm, TAIL_MODE(RET_COMPARE, i | (invert ? COMPARE_INVERT : 0)), EMPTY);
        if (answer == NOTIMPLEMENTED)
            continue;
        if (!invert || answer == EMPTY)
            return answer;
        int truth = op_truth(vm, answer);
        decref(vm, answer);
        if (truth == 2)
            return tail_invert(vm);
        return truth < 0 ? EMPTY : make_bool(!truth);
    }
    if (op == COMPARE_EQ || op == COMPARE_NE)
        return make_bool((a == b) == (op == COMPARE_EQ));
    return raise_error(vm, EXC_TypeError, "'%s' not supported between instances of '%T' and '%T'", compare_names[op], a, b);
}

Value op_compare(VM *vm, u32 op, Value a, Value b) { return with_operands(vm, compare_step(vm, op, a, b, 0), RET_COMPARE, op, a, b); }

// --- for traces ---------------------------------------------------------------------------------------------------------------
// Does this method of a builtin number answer NotImplemented for anything that is no number?
static bool is_number_method(VM *vm, Ref special)
{
    if (type_at(vm, AT(vm, ObjectHead, special)->type)->kind != LAYOUT_BUILTIN)
        return false;
    Ref owner = AT(vm, PyBuiltin, special)->owner;
    return owner == TYPE_INT || owner == TYPE_FLOAT || owner == TYPE_COMPLEX || owner == TYPE_BOOL;
}
#define HOOK_NONE 0xFFFFFFFFu
#define HOOK_SWAPPED 0x100u
// The Python function that an operator on objects of these classes calls first: scratch[0] = it; the answer is the stage of its mode word, with
// HOOK_SWAPPED if the right operand is its self. `op`: BinaryOp, bit 5 set: in place; bit 6 set: CompareOp.
CORE_EXPORT u32 core_operator_hook(VM *vm, Ref type_a, Ref type_b, u32 op)
{
    if (op & 64) {
        bool b_first = type_a != type_b && type_is_subtype(vm, type_b, type_a);
        for (u32 i = 0; i < 2; i++) {
            bool swapped = b_first ? i == 0 : i == 1, invert;
            Ref special = swapped ? compare_special(vm, type_b, swapped_compare[op & 31], &invert) : compare_special(vm, type_a, op & 31, &invert);
            if (!special)
                continue;
            vm->scratch[0] = int48(special);
            return AT(vm, ObjectHead, special)->type == TYPE_FUNCTION ? i | (invert ? COMPARE_INVERT : 0) | (swapped ? HOOK_SWAPPED : 0) : HOOK_NONE;
        }
        return HOOK_NONE;
    }
    Candidate list[4];
    u32 n = binary_candidates(vm, op & 31, (op & 32) != 0, type_a, type_b, list);
    for (u32 i = 0; i < n; i++) {
        Ref other = list[i].swapped ? type_a : type_b;
        if (AT(vm, ObjectHead, list[i].special)->type == TYPE_FUNCTION) {
            vm->scratch[0] = int48(list[i].special);
            return i | (list[i].swapped ? HOOK_SWAPPED : 0);
        }
        if (!is_number_method(vm, list[i].special) || type_at(vm, other)->kind != LAYOUT_OBJECT)
            return HOOK_NONE;
    }
    return HOOK_NONE;
}

// --- truth and length ---------------------------------------------------------------------------------------------------------------
int truth_of_result(VM *vm, u32 from, Value v)
{
    if (from == TRUTH_FROM_BOOL) {
        if (likely(v == TRUE || v == FALSE))
            return v == TRUE;
        raise_error(vm, EXC_TypeError, "__bool__ should return bool, returned %T", v);
        decref(vm, v);
        return -1;
    }
    Value length = check_length(vm, v);
    if (length == EMPTY)
        return -1;
    if (length == VALUE_TAIL) { // an __index__ says it
        tail_wrap(vm, TAIL_MODE(RET_TRUTH, from), EMPTY);
        return 2;
    }
    int truth = length != INT_TAG;
    decref(vm, length);
    return truth;
}

// The tail call that op_truth has just prepared: its opposite is wanted.
Value tail_invert(VM *vm)
{
    u32 *mode = vm->tail_outer_mode != RET_DEFAULT ? &vm->tail_outer_mode : &vm->tail_mode;
    *mode ^= TRUTH_INVERT << 16;
    return VALUE_TAIL;
}

int op_truth(VM *vm, Value v)
{
    if (is_int48(v))
        return v != INT_TAG;
    if (is_float(v))
        return float_value(v) != 0;
    if (v == TRUE)
        return 1;
    if (v == FALSE || v == NONE)
        return 0;
    if (v == NOTIMPLEMENTED) {
        raise_error(vm, EXC_TypeError, "NotImplemented should not be used in a boolean context");
        return -1;
    }
    Ref type = ref_type(vm, v);
    PyType *t = type_at(vm, type);
    if (type < STATIC_END) {
        if (type == TYPE_STR)
            return OBJ(vm, PyStr, v)->length != 0;
        i64 length = container_length(vm, v);
        if (length >= 0)
            return length != 0;
    }
    Ref hook = t->specials[SPECIAL_bool];
    u32 from = TRUTH_FROM_BOOL;
    if (!hook) {
        hook = t->specials[SPECIAL_len];
        from = TRUTH_FROM_LEN;
    }
    if (!hook)
        return 1;
    if (unlikely(hook == NONE_REF) && from == TRUTH_FROM_BOOL) {
        raise_error(vm, EXC_TypeError, "'%T' cannot be interpreted as a boolean", v);
        return -1;
    }
    Value answer = special_call(vm, hook, 1, v, EMPTY, EMPTY);
    if (answer == VALUE_TAIL) {
        if (vm->tail_mode != RET_DEFAULT && MODE_OF(vm->tail_mode) != RET_TRUTH && MODE_OF(vm->tail_mode) != RET_CHECK) {
            tail_wrap(vm, TAIL_MODE(RET_TRUTH, from), EMPTY);
        } else { // what an inner length check would have said is said by this one
            vm->tail_mode = RET_DEFAULT;
            tail_wrap(vm, TAIL_MODE(RET_TRUTH, from), EMPTY);
        }
        return 2;
    }
    return answer == EMPTY ? -1 : truth_of_result(vm, from, answer);
}

Value len_checked(VM *vm, Value answer) { return checked(vm, answer, CHECK_LEN); }
Value op_len(VM *vm, Value v)
{
    if (!is_object(v) || ref_type(vm, v) < STATIC_END) {
        i64 length = is_object(v) ? container_length(vm, v) : -1;
        if (length >= 0)
            return int_from_i64(vm, length);
    }
    Ref hook = special_of(vm, v, SPECIAL_len);
    if (!hook)
        return raise_error(vm, EXC_TypeError, "object of type '%T' has no len()", v);
    return len_checked(vm, special_call(vm, hook, 1, v, EMPTY, EMPTY));
}

// --- iteration and membership -------------------------------------------------------------------------------------------------------
// Can be iterated by __getitem__ alone: has one, but is no mapping of the core.
static bool is_old_sequence(PyType *t) { return t->specials[SPECIAL_getitem] && t->kind != LAYOUT_DICT && t->kind != LAYOUT_MAPPINGPROXY; }

Value op_iter(VM *vm, Value v)
{
    if (is_object(v) && ref_type(vm, v) < STATIC_END) {
        Value iterator = container_iter(vm, v);
        if (iterator != EMPTY || vm->exception != EMPTY)
            return iterator;
    }
    PyType *t = type_of_value(vm, v);
    Ref hook = t->specials[SPECIAL_iter];
    if (hook && hook != NONE_REF)
        return checked(vm, special_call(vm, hook, 1, v, EMPTY, EMPTY), CHECK_ITER);
    if (!hook && is_old_sequence(t))
        return iterator_new(vm, TYPE_SEQUENCE_ITERATOR, ITER_SEQUENCE, retain(vm, v), EMPTY);
    return raise_error(vm, EXC_TypeError, "'%T' object is not iterable", v);
}

Value op_contains(VM *vm, Value container, Value item)
{
    PyType *t = type_of_value(vm, container);
    Ref hook = t->specials[SPECIAL_contains];
    if (hook == NONE_REF)
        return raise_error(vm, EXC_TypeError, "'%T' object is not a container", container);
    if (!hook) {
        Ref iter = t->specials[SPECIAL_iter];
        if (iter == NONE_REF || (!iter && !is_old_sequence(t)))
            return raise_error(vm, EXC_TypeError, "argument of type '%T' is not a container or iterable", container);
        return tail_prelude(vm, PRELUDE_ITER_CONTAINS, 2, container, item);
    }
    Value answer = special_call(vm, hook, 2, container, item, EMPTY);
    if (answer == EMPTY || answer == TRUE || answer == FALSE)
        return answer;
    if (answer == VALUE_TAIL)
        return vm->tail_mode == RET_CONTAINS ? VALUE_TAIL : tail_wrap(vm, RET_CONTAINS, EMPTY);
    int truth = op_truth(vm, answer);
    decref(vm, answer);
    return truth == 2 ? VALUE_TAIL : truth < 0 ? EMPTY : make_bool(truth);
}

// --- subscripts -----------------------------------------------------------------------------------------------------------------------
Value class_getitem_method(VM *vm, Value *args, u32 nargs, Ref kwnames); // builtins_iter.c
static Value class_getitem(VM *vm, Value cls, Value key)
{
    Value method;
    if (cls == TYPE_TYPE) // type[int]: a metaclass has no __class_getitem__ of its own to offer
        return class_getitem_method(vm, (Value[]){cls, key}, 2, 0);
    int status = attr_find(vm, cls, vm->special_names[SPECIAL_class_getitem], &method);
    if (status == 1) {
        Value answer = tail_call(vm, method, 1, key);
        decref(vm, method);
        return answer;
    }
    if (status == 2) {
        tail_cancel(vm);
        return tail_prelude(vm, PRELUDE_CLASS_GETITEM, 2, cls, key);
    }
    return status < 0 ? EMPTY : raise_error(vm, EXC_TypeError, "type '%N' is not subscriptable", (Ref)cls);
}

Value op_getitem(VM *vm, Value object, Value key)
{
    Ref type = type_of(vm, object);
    switch (type) {
    case TYPE_LIST: return list_getitem(vm, object, key);
    case TYPE_TUPLE: return tuple_getitem(vm, object, key);
    case TYPE_DICT: return dict_getitem(vm, object, key);
    default: break;
    }
    Ref hook = type_at(vm, type)->specials[SPECIAL_getitem];
    if (hook)
        return special_call(vm, hook, 2, object, key, EMPTY);
    if (type_at(vm, type)->kind == LAYOUT_TYPE)
        return class_getitem(vm, object, key);
    return raise_error(vm, EXC_TypeError, "'%T' object is not subscriptable", object);
}

// The answer of a method whose value is of no interest.
static bool finish_effect(VM *vm, Value answer, Value *tail)
{
    if (answer == VALUE_TAIL)
        *tail = VALUE_TAIL;
    if (answer == EMPTY || answer == VALUE_TAIL)
        return false;
    decref(vm, answer);
    return true;
}

bool op_setitem(VM *vm, Value object, Value key, Value value, Value *tail)
{
    Ref type = type_of(vm, object);
    *tail = EMPTY;
    if (type == TYPE_LIST)
        return list_setitem(vm, object, key, value, tail);
    if (type == TYPE_DICT)
        return dict_setitem(vm, object, key, value, tail);
    Ref hook = type_at(vm, type)->specials[SPECIAL_setitem];
    if (hook)
        return finish_effect(vm, special_call(vm, hook, 3, object, key, value), tail);
    raise_error(vm, EXC_TypeError, "'%T' object does not support item assignment", object);
    return false;
}

bool op_delitem(VM *vm, Value object, Value key, Value *tail)
{
    *tail = EMPTY;
    Ref hook = special_of(vm, object, SPECIAL_delitem);
    if (hook)
        return finish_effect(vm, special_call(vm, hook, 2, object, key, EMPTY), tail);
    raise_error(vm, EXC_TypeError, "'%T' object doesn't support item deletion", object);
    return false;
}

// --- text -----------------------------------------------------------------------------------------------------------------------------
static Value int48_text(VM *vm, Value v)
{
    u8 digits[20];
    u32 at = sizeof digits;
    i64 n = int48_value(v);
    u64 rest = n < 0 ? (u64)-n : (u64)n;
    do
        digits[--at] = (u8)('0' + rest % 10);
    while (rest /= 10);
    if (n < 0)
        digits[--at] = '-';
    return str_from_bytes_ascii(vm, digits + at, (u32)sizeof digits - at);
}

// repr of ASCII text; EMPTY without an exception for any other.
static Value ascii_repr(VM *vm, PyStr *s)
{
    u32 length = 2;
    bool single = false, both = false;
    for (u32 i = 0; i < s->length; i++) {
        u8 c = s->data[i];
        single |= c == '\'';
        both |= c == '"';
        length += c == '\\' || c == '\n' || c == '\r' || c == '\t' ? 2 : c < 32 || c == 127 ? 4 : 1;
    }
    u8 quote = single && !both ? '"' : '\'';
    if (quote == '\'')
        for (u32 i = 0; i < s->length; i++)
            length += s->data[i] == '\'';
    Value result = str_new(vm, length, 1);
    if (result == EMPTY)
        return EMPTY;
    PyStr *to = OBJ(vm, PyStr, result);
    to->ascii = 1;
    u8 *at = to->data;
    *at++ = quote;
    for (u32 i = 0; i < s->length; i++) {
        u8 c = s->data[i];
        if (c == '\n' || c == '\r' || c == '\t' || c == '\\' || c == quote) {
            *at++ = '\\';
            *at++ = c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\t' ? 't' : c;
        } else if (c < 32 || c == 127) {
            *at++ = '\\';
            *at++ = 'x';
            *at++ = (u8)"0123456789abcdef"[c >> 4];
            *at++ = (u8)"0123456789abcdef"[c & 15];
        } else {
            *at++ = c;
        }
    }
    *at = quote;
    return result;
}

Value op_repr(VM *vm, Value v)
{
    if (is_int48(v))
        return int48_text(vm, v);
    if (is_exact(vm, v, TYPE_STR) && OBJ(vm, PyStr, v)->ascii)
        return ascii_repr(vm, OBJ(vm, PyStr, v));
    if (is_float(v)) {
        Value text = float_repr(vm, float_value(v));
        if (text != EMPTY || vm->exception != EMPTY)
            return text;
    }
    if (is_object(v) && ref_type(vm, v) < STATIC_END) {
        Value text = container_repr(vm, v);
        if (text != EMPTY || vm->exception != EMPTY)
            return text;
    }
    Ref hook = special_of(vm, v, SPECIAL_repr);
    if (!hook)
        return tail_host(vm, HOOK_REPR, 1, v);
    return checked(vm, special_call(vm, hook, 1, v, EMPTY, EMPTY), CHECK_REPR);
}

Value op_str(VM *vm, Value v)
{
    if (is_int48(v))
        return int48_text(vm, v);
    if (is_exact(vm, v, TYPE_STR))
        return retain(vm, v);
    if (is_float(v))
        return op_repr(vm, v);
    Ref hook = special_of(vm, v, SPECIAL_str);
    if (!hook || hook == type_at(vm, TYPE_OBJECT)->specials[SPECIAL_str]) { // object.__str__: repr, and still it is __str__ that a wrong answer is laid to
        Ref repr = special_of(vm, v, SPECIAL_repr);
        return is_exact(vm, repr, TYPE_FUNCTION) ? checked(vm, special_call(vm, repr, 1, v, EMPTY, EMPTY), CHECK_STR) : op_repr(vm, v);
    }
    return checked(vm, special_call(vm, hook, 1, v, EMPTY, EMPTY), CHECK_STR);
}

Value op_ascii(VM *vm, Value v) { return is_int48(v) ? int48_text(vm, v) : tail_host(vm, HOOK_ASCII, 1, v); }

// The builtin type that an object which is none of the numbers in registers has its __format__ from; 0: another one.
static Ref format_owner(VM *vm, Value v, Ref hook)
{
    static const Ref owners[] = {TYPE_OBJECT, TYPE_INT, TYPE_FLOAT, TYPE_STR};
    for (u32 i = 0; is_object(v) && i < 4; i++)
        if (hook == type_at(vm, owners[i])->specials[SPECIAL_format])
            return owners[i];
    return 0;
}

Value op_format(VM *vm, Value v, Value spec)
{
    if (is_str_value(vm, spec) && OBJ(vm, PyStr, spec)->length == 0) {
        if (is_int48(v))
            return int48_text(vm, v);
        if (is_exact(vm, v, TYPE_STR))
            return retain(vm, v);
    }
    bool has_spec = is_exact(vm, spec, TYPE_STR);
    if ((!is_object(v) || ref_type(vm, v) < STATIC_END) && has_spec) {
        Value text = format_simple(vm, v, OBJ(vm, PyStr, spec));
        if (text || vm->exception)
            return text;
    }
    Ref hook = special_of(vm, v, SPECIAL_format);
    if (!hook)
        return tail_host(vm, HOOK_FORMAT, 2, v, spec);
    Ref owner = has_spec ? format_owner(vm, v, hook) : 0;
    if (owner && OBJ(vm, PyStr, spec)->length == 0)
        return op_str(vm, v);
    if (owner && owner != TYPE_OBJECT && ref_type(vm, v) >= STATIC_END) {
        Value text = format_as_builtin(vm, v, owner, OBJ(vm, PyStr, spec));
        if (text || vm->exception)
            return text;
    }
    return checked(vm, special_call(vm, hook, 2, v, spec, EMPTY), CHECK_FORMAT);
}

// --- builtin functions served here when their arguments are plain ---------------------------------------------------------------------
// TypeScript has these builtins; calls with arguments of builtin types needn't go there. EMPTY without an exception: not such a call.
static Value fast_isinstance(VM *vm, Value *args)
{
    Value cls = args[1];
    if (!is_object(cls))
        return EMPTY;
    Ref type = type_of(vm, args[0]);
    if ((Ref)cls == type)
        return TRUE;
    Value *classes = &cls;
    u32 count = 1;
    if (ref_type(vm, cls) == TYPE_TUPLE) {
        classes = OBJ(vm, PyTuple, cls)->items;
        count = OBJ(vm, PyTuple, cls)->length;
    }
    bool found = false;
    for (u32 i = 0; i < count && !found; i++) {
        if (!is_object(classes[i]) || ref_type(vm, classes[i]) != TYPE_TYPE) // (a class with another metaclass may have __instancecheck__)
            return EMPTY;
        found = type_is_subtype(vm, type, (Ref)classes[i]);
    }
    if (!found && !class_is_type(vm, args[0]))
        return EMPTY; // its __class__ may say something else
    return make_bool(found);
}

static Value fast_chr(VM *vm, Value *args)
{
    if (!is_int48(args[0]) || (u64)int48_value(args[0]) > 0x10FFFF)
        return EMPTY;
    return str_from_char(vm, (u32)int48_value(args[0]));
}

static Value fast_ord(VM *vm, Value *args)
{
    if (!is_exact(vm, args[0], TYPE_STR) || OBJ(vm, PyStr, args[0])->length != 1)
        return EMPTY;
    return int48(str_char(OBJ(vm, PyStr, args[0]), 0));
}

static Value fast_abs(VM *vm, Value *args)
{
    if (is_float(args[0]))
        return make_float(__builtin_fabs(float_value(args[0])));
    if (!is_int48(args[0]) || int48_value(args[0]) == INT48_MIN)
        return EMPTY;
    i64 n = int48_value(args[0]);
    return int48(n < 0 ? -n : n);
}

// Two ints of which one does not fit 48 bits.
static bool is_large_int(VM *vm, Value a, Value b)
{
    return is_exact(vm, a, TYPE_INT) ? is_int48(b) || is_exact(vm, b, TYPE_INT) : is_int48(a) && is_exact(vm, b, TYPE_INT);
}

// The value of a float or of an int of 48 bits.
static bool plain_double(Value v, double *x)
{
    if (!is_float(v) && !is_int48(v))
        return false;
    *x = is_float(v) ? float_value(v) : (double)int48_value(v);
    return true;
}

static Value fast_divmod(VM *vm, Value *args)
{
    Value parts[2];
    double x, y;
    if ((is_float(args[0]) || is_float(args[1])) && plain_double(args[0], &x) && plain_double(args[1], &y) && y != 0.0) {
        parts[0] = float_floordiv(vm, x, y);
        parts[1] = float_mod(vm, x, y);
        return tuple_from(vm, parts, 2);
    }
    if (is_large_int(vm, args[0], args[1]) && args[1] != int48(0))
        return int_divmod(vm, args[0], args[1]);
    if (!are_int48(args[0], args[1]) || !int48_floordiv(args[0], args[1], &parts[0]) || !int48_mod(args[0], args[1], &parts[1]))
        return EMPTY;
    return tuple_from(vm, parts, 2);
}

static Value fast_repr(VM *vm, Value *args)
{
    if (is_int48(args[0]))
        return int48_text(vm, args[0]);
    if (is_exact(vm, args[0], TYPE_STR) && OBJ(vm, PyStr, args[0])->ascii)
        return ascii_repr(vm, OBJ(vm, PyStr, args[0]));
    return is_float(args[0]) ? float_repr(vm, float_value(args[0])) : ref_type(vm, args[0]) < STATIC_END ? container_repr(vm, args[0]) : EMPTY;
}

static Value fast_round(VM *vm, Value *args)
{
    if (is_int48(args[0]))
        return args[0];
    if (!is_float(args[0]))
        return EMPTY;
    double x = float_value(args[0]);
    if (!(__builtin_fabs(x) < (double)INT48_MAX))
        return EMPTY;
    i64 n = (i64)x;
    double rest = __builtin_fabs(x - (double)n); // exact
    if (rest > 0.5 || (rest == 0.5 && n & 1))
        n += x < 0 ? -1 : 1;
    return int48(n);
}

static Value fast_round_to(VM *vm, Value *args)
{
    if (!is_int48(args[1]) || (u64)int48_value(args[1]) > 15)
        return EMPTY;
    if (is_int48(args[0]))
        return args[0];
    double result;
    if (!is_float(args[0]) || !float_rounded(float_value(args[0]), (u32)int48_value(args[1]), &result))
        return EMPTY;
    return make_float(__builtin_copysign(result, float_value(args[0])));
}

static Value fast_pow_mod(VM *vm, Value *args)
{
    if (!are_int48(args[0], args[1]) || !is_int48(args[2]) || int48_value(args[1]) < 0 || args[2] == int48(0))
        return EMPTY;
    return big_pow_mod(vm, args[0], args[1], args[2]);
}

static Value fast_pow(VM *vm, Value *args)
{
    if (is_object(args[0]) || is_object(args[1]))
        return EMPTY;
    Value result = op_binary(vm, BINARY_POW, false, args[0], args[1]);
    ASSERT(vm, result != VALUE_TAIL);
    return result;
}

static Value large_in_base(VM *vm, Value v, u32 shift, u8 letter)
{
    IntView view;
    int_view(vm, v, &view);
    u64 bits = big_bit_length(&view), length = (view.sign < 0) + 2 + (bits + shift - 1) / shift;
    if (length > 0x3FFFFFFF)
        return raise_memory_error(vm);
    Value text = str_new(vm, (u32)length, 1);
    if (unlikely(!text))
        return EMPTY;
    PyStr *s = OBJ(vm, PyStr, text);
    s->ascii = 1;
    u8 *to = s->data;
    if (view.sign < 0)
        *to++ = '-';
    *to++ = '0';
    *to++ = letter;
    u64 rest = 0; // of digits that lie across two limbs
    u32 held = 0, limb = 0;
    for (u8 *at = s->data + length; at > to;) {
        if (held < shift) {
            rest |= (limb < view.count ? (u64)view.limbs[limb++] : 0) << held;
            held += 32;
        }
        *--at = (u8)"0123456789abcdef"[rest & ((1u << shift) - 1)];
        rest >>= shift;
        held -= shift;
    }
    return text;
}

static Value in_base(VM *vm, Value v, u32 shift, u8 letter)
{
    if (is_exact(vm, v, TYPE_INT))
        return large_in_base(vm, v, shift, letter);
    if (!is_int48(v))
        return EMPTY;
    u8 digits[56];
    u32 at = sizeof digits;
    i64 n = int48_value(v);
    u64 rest = n < 0 ? (u64)-n : (u64)n;
    do
        digits[--at] = (u8)"0123456789abcdef"[rest & ((1u << shift) - 1)];
    while (rest >>= shift);
    digits[--at] = letter;
    digits[--at] = '0';
    if (n < 0)
        digits[--at] = '-';
    return str_from_bytes_ascii(vm, digits + at, (u32)sizeof digits - at);
}
static Value fast_hex(VM *vm, Value *args) { return in_base(vm, args[0], 4, 'x'); }
static Value fast_oct(VM *vm, Value *args) { return in_base(vm, args[0], 3, 'o'); }
static Value fast_bin(VM *vm, Value *args) { return in_base(vm, args[0], 1, 'b'); }

const FastBuiltin fast_builtins[FAST_BUILTINS] = {
    {"isinstance", 2, fast_isinstance}, {"chr", 1, fast_chr}, {"ord", 1, fast_ord}, {"abs", 1, fast_abs}, {"divmod", 2, fast_divmod},
    {"repr", 1, fast_repr}, {"hex", 1, fast_hex}, {"oct", 1, fast_oct}, {"bin", 1, fast_bin},
    {"round", 1, fast_round}, {"round", 2, fast_round_to}, {"pow", 3, fast_pow_mod}, {"pow", 2, fast_pow},
};
