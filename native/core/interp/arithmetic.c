// Binary and unary operators. Specialised forms check their operands' tags, compute, store; anything else goes to binary_miss (another type:
// counted) or binary_slow (same types, but overflow, division by zero, …: not counted).
#include "arithmetic.h"
#include "handlers.h"

#define IS_K(pc) (generic_op_at(pc) == OP_BINARY_K)

COLD HANDLER(binary_slow)
{
    Value a, b;
    if (IS_K(pc)) {
        a = R[B(pc)], b = CONSTANT(pc);
        if (FLAGS(pc) & FLAG_CONST_LEFT)
            b = a, a = CONSTANT(pc);
    } else {
        a = R[B(pc)], b = R[C(pc)];
    }
    u32 op = SUB_OP(pc);
    double x, y;
    if (op <= BINARY_TRUEDIV && is_float(a) + is_float(b) && number_to_double(a, &x) && number_to_double(b, &y) &&
        (op != BINARY_TRUEDIV || y != 0)) { // a float with an int or a float: sites where the types vary
        double r = op == BINARY_ADD ? x + y : op == BINARY_SUB ? x - y : op == BINARY_MUL ? x * y : x / y;
        STORE_NEXT(make_float(r), width_at(pc));
    }
    vm->result = binary_step(vm, op, FLAGS(pc) & FLAG_INPLACE, a, b, 0);
    GOTO(answer);
}

static COLD HANDLER(binary_miss)
{
    count_miss(pc);
    GOTO(binary_slow);
}

static COLD HANDLER(binary_quicken)
{
    u32 op = op_at(pc);
    quicken_binary(vm, pc, R);
    if (op_at(pc) == op)
        GOTO(binary_slow);
    REDISPATCH;
}

HANDLER(op_BINARY)
{
    if (!counter_waits(pc))
        GOTO(binary_quicken);
    GOTO(binary_slow);
}

HANDLER(op_BINARY_K)
{
    if (!counter_waits(pc))
        GOTO(binary_quicken);
    GOTO(binary_slow);
}

// --- ints ---------------------------------------------------------------------------------------------------------------------
#define INT_FORM(name, left, right, guard, words, operation) \
    HANDLER(op_##name) \
    { \
        Value a = left, b = right, result; \
        if (unlikely(!(guard))) \
            GOTO(binary_miss); \
        if (unlikely(!operation(a, b, &result))) \
            GOTO(binary_slow); \
        STORE_NEXT(result, words); \
    }
#define INT_RR(name, operation) INT_FORM(name##_INT, R[B(pc)], R[C(pc)], are_int48(a, b), 2, operation)
#define INT_RK(name, operation) INT_FORM(name##_INT_K, R[B(pc)], CONSTANT(pc), is_int48(a), 3, operation)
#define INT_KR(name, operation) INT_FORM(name##_INT_KL, CONSTANT(pc), R[B(pc)], is_int48(b), 3, operation)

INT_RR(ADD, int48_add)
INT_RR(SUB, int48_sub)
INT_RR(MUL, int48_mul)
INT_RR(TRUEDIV, int48_truediv)
INT_RR(FLOORDIV, int48_floordiv)
INT_RR(MOD, int48_mod)
INT_RR(LSHIFT, int48_lshift)
INT_RR(RSHIFT, int48_rshift)
INT_RR(AND, int48_and)
INT_RR(OR, int48_or)
INT_RR(XOR, int48_xor)
INT_RK(ADD, int48_add)
INT_RK(SUB, int48_sub)
INT_KR(SUB, int48_sub)
INT_RK(MUL, int48_mul)
INT_RK(FLOORDIV, int48_floordiv)
INT_RK(MOD, int48_mod)
INT_RK(LSHIFT, int48_lshift)
INT_KR(LSHIFT, int48_lshift)
INT_RK(RSHIFT, int48_rshift)
INT_RK(AND, int48_and)

// --- floats -------------------------------------------------------------------------------------------------------------------
#define FLOAT_RR(name, operator, zero_check) \
    HANDLER(op_##name##_FLOAT) \
    { \
        Value a = R[B(pc)], b = R[C(pc)]; \
        if (unlikely(!are_floats(a, b))) \
            GOTO(binary_miss); \
        double x = float_value(a), y = float_value(b); \
        if (zero_check && unlikely(y == 0)) \
            GOTO(binary_slow); \
        STORE_NEXT(make_float(x operator y), 2); \
    } \
    HANDLER(op_##name##_MIXED) \
    { \
        double x, y; \
        if (unlikely(!number_to_double(R[B(pc)], &x) || !number_to_double(R[C(pc)], &y) || !(is_float(R[B(pc)]) | is_float(R[C(pc)])))) \
            GOTO(binary_miss); \
        if (zero_check && unlikely(y == 0)) \
            GOTO(binary_slow); \
        STORE_NEXT(make_float(x operator y), 2); \
    }
// The register is a float, or an int where the constant is a float.
#define FLOAT_K(name, left, operator, right, zero_check) \
    HANDLER(op_##name) \
    { \
        Value v = R[B(pc)], constant = CONSTANT(pc); \
        double r, k; \
        if (likely(is_float(v))) \
            r = float_value(v); \
        else if (is_int48(v) && is_float(constant)) \
            r = (double)int48_value(v); \
        else \
            GOTO(binary_miss); \
        k = likely(is_float(constant)) ? float_value(constant) : (double)int48_value(constant); \
        if (zero_check && unlikely(right == 0)) \
            GOTO(binary_slow); \
        STORE_NEXT(make_float(left operator right), 3); \
    }

FLOAT_RR(ADD, +, false)
FLOAT_RR(SUB, -, false)
FLOAT_RR(MUL, *, false)
FLOAT_RR(TRUEDIV, /, true)
FLOAT_K(ADD_FLOAT_K, r, +, k, false)
FLOAT_K(SUB_FLOAT_K, r, -, k, false)
FLOAT_K(SUB_FLOAT_KL, k, -, r, false)
FLOAT_K(MUL_FLOAT_K, r, *, k, false)
FLOAT_K(TRUEDIV_FLOAT_K, r, /, k, true)
FLOAT_K(TRUEDIV_FLOAT_KL, k, /, r, true)

// --- strings ------------------------------------------------------------------------------------------------------------------
// Where the left operand's register is given up (s += t, or a temporary), the string grows in place if nobody else holds it.
HANDLER(op_ADD_STR)
{
    Value a = R[B(pc)], b = R[C(pc)];
    if (unlikely(!is_object(a) || !is_object(b) || ref_type(vm, a) != TYPE_STR || ref_type(vm, b) != TYPE_STR))
        GOTO(binary_miss);
    bool gives_up = (A(pc) == B(pc) || (FLAGS(pc) & FLAG_DROP_B)) && B(pc) != C(pc);
    Value result;
    if (gives_up && head_of(vm, a)->refcount == 1) {
        result = str_concat_take(vm, a, b);
        if (likely(result != EMPTY))
            R[B(pc)] = EMPTY_STR;
    } else {
        result = str_concat(vm, a, b);
    }
    if (unlikely(result == EMPTY))
        GOTO(unwind);
    if (FLAGS(pc) & (FLAG_DROP_B | FLAG_DROP_C))
        release_operands(vm, pc, R);
    STORE_NEXT(result, 2);
}

// --- quickening ---------------------------------------------------------------------------------------------------------------
static const u8 int_forms[BINARY_MATMUL + 1] = {
    [BINARY_ADD] = OP_ADD_INT, [BINARY_SUB] = OP_SUB_INT, [BINARY_MUL] = OP_MUL_INT, [BINARY_TRUEDIV] = OP_TRUEDIV_INT,
    [BINARY_FLOORDIV] = OP_FLOORDIV_INT, [BINARY_MOD] = OP_MOD_INT, [BINARY_LSHIFT] = OP_LSHIFT_INT, [BINARY_RSHIFT] = OP_RSHIFT_INT,
    [BINARY_AND] = OP_AND_INT, [BINARY_OR] = OP_OR_INT, [BINARY_XOR] = OP_XOR_INT,
};
static const u8 int_k_forms[BINARY_MATMUL + 1] = {
    [BINARY_ADD] = OP_ADD_INT_K, [BINARY_SUB] = OP_SUB_INT_K, [BINARY_MUL] = OP_MUL_INT_K, [BINARY_FLOORDIV] = OP_FLOORDIV_INT_K,
    [BINARY_MOD] = OP_MOD_INT_K, [BINARY_LSHIFT] = OP_LSHIFT_INT_K, [BINARY_RSHIFT] = OP_RSHIFT_INT_K, [BINARY_AND] = OP_AND_INT_K,
};

static u32 form_for_constant(u32 op, Value v, Value constant, bool left)
{
    if (is_int48(v) && is_int48(constant)) {
        if (!left)
            return int_k_forms[op];
        return op == BINARY_ADD ? OP_ADD_INT_K : op == BINARY_MUL ? OP_MUL_INT_K : op == BINARY_AND ? OP_AND_INT_K
             : op == BINARY_SUB ? OP_SUB_INT_KL : op == BINARY_LSHIFT ? OP_LSHIFT_INT_KL : 0;
    }
    if (!is_float(v) && !(is_int48(v) && is_float(constant)))
        return 0;
    switch (op) {
    case BINARY_ADD: return OP_ADD_FLOAT_K;
    case BINARY_SUB: return left ? OP_SUB_FLOAT_KL : OP_SUB_FLOAT_K;
    case BINARY_MUL: return OP_MUL_FLOAT_K;
    case BINARY_TRUEDIV: return left ? OP_TRUEDIV_FLOAT_KL : OP_TRUEDIV_FLOAT_K;
    default: return 0;
    }
}

static u32 form_for_registers(VM *vm, u32 op, Value a, Value b)
{
    if (are_int48(a, b))
        return int_forms[op];
    if (op <= BINARY_TRUEDIV) {
        u32 floats = is_float(a) + is_float(b), ints = is_int48(a) + is_int48(b);
        if (floats == 2)
            return OP_ADD_FLOAT + op;
        if (floats == 1 && ints == 1)
            return OP_ADD_MIXED + op;
    }
    return op == BINARY_ADD && is_exact(vm, a, TYPE_STR) && is_exact(vm, b, TYPE_STR) ? OP_ADD_STR : 0;
}

void quicken_binary(VM *vm, u64 *pc, Value *R)
{
    u32 op = SUB_OP(pc);
    u32 form = IS_K(pc) ? form_for_constant(op, R[B(pc)], CONSTANT(pc), FLAGS(pc) & FLAG_CONST_LEFT)
                        : form_for_registers(vm, op, R[B(pc)], R[C(pc)]);
    if (form)
        specialise(pc, form);
    else
        counter_back_off(pc);
}
_Static_assert(OP_TRUEDIV_FLOAT == OP_ADD_FLOAT + BINARY_TRUEDIV && OP_TRUEDIV_MIXED == OP_ADD_MIXED + BINARY_TRUEDIV, "forms in order of BinaryOp");

// --- unary --------------------------------------------------------------------------------------------------------------------
static COLD HANDLER(unary_slow)
{
    u32 op = op_at(pc);
    u32 special = op == OP_NEGATE ? SPECIAL_neg : op == OP_POSITIVE ? SPECIAL_pos : SPECIAL_invert;
    vm->result = op_unary(vm, special, R[B(pc)]);
    GOTO(answer);
}

HANDLER(op_NEGATE)
{
    Value v = R[B(pc)];
    if (likely(is_int48(v)) && likely(int48_value(v) != INT48_MIN))
        STORE_NEXT(int48(-int48_value(v)), 1);
    if (is_float(v))
        STORE_NEXT(make_float(-float_value(v)), 1);
    GOTO(unary_slow);
}

HANDLER(op_POSITIVE)
{
    Value v = R[B(pc)];
    if (is_int48(v) || is_float(v))
        STORE_NEXT(v, 1);
    GOTO(unary_slow);
}

HANDLER(op_INVERT)
{
    Value v = R[B(pc)];
    if (likely(is_int48(v)))
        STORE_NEXT(int48(~int48_value(v)), 1);
    GOTO(unary_slow);
}
