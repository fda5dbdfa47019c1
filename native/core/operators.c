// What operators mean for any objects: which special methods are asked, in which order, and what is said when nobody answers. Methods written in C are
// called at once; for one written in Python a tail call is prepared, whose mode (frame.h) says what its value has to be or what comes next.
#include "float_text.h"
#include "ints.h"
#include "text_writer.h"
#include "interp/interp.h"
#include "interp/arithmetic.h"
#include "containers.h"
#include "iterators.h"

INLINE PyType *type_of_value(VM *vm, Value v) { return type_at(vm, type_of(vm, v)); }

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

Value len_checked(VM *vm, Value answer) { return checked_answer(vm, answer, CHECK_LEN); }
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
        return checked_answer(vm, special_call(vm, hook, 1, v, EMPTY, EMPTY), CHECK_ITER);
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
