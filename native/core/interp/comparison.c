// Comparisons, identity, membership, truth and jumps.
#include "arithmetic.h"
#include "handlers.h"

INLINE bool is_compare_k(u64 *pc) { u32 op = generic_op_at(pc); return op == OP_COMPARE_K || op == OP_JUMP_CMP_K; }
// Which of less, equal, greater (bits 1, 2, 4) make each CompareOp true; unordered (bit 8) makes NE true.
static const u8 compare_masks[6] = {1, 3, 2, 13, 4, 6};
#define SIGNED(v) ((i64)((v) << 16)) // ints of 48 bits compare by their payload

COLD HANDLER(compare_slow)
{
    Value a = R[B(pc)], b;
    if (is_compare_k(pc)) {
        b = CONSTANT(pc);
        if (FLAGS(pc) & FLAG_CONST_LEFT)
            b = a, a = CONSTANT(pc);
    } else {
        b = R[C(pc)];
    }
    vm->result = compare_step(vm, SUB_OP(pc), a, b, 0);
    GOTO(answer);
}

static COLD HANDLER(compare_miss)
{
    count_miss(pc);
    GOTO(compare_slow);
}

static u32 inverted(u32 op) { return (u32[]){COMPARE_GE, COMPARE_GT, COMPARE_NE, COMPARE_EQ, COMPARE_LE, COMPARE_LT}[op]; }
static u32 swapped(u32 op) { return (u32[]){COMPARE_GT, COMPARE_GE, COMPARE_EQ, COMPARE_NE, COMPARE_LT, COMPARE_LE}[op]; }

static u32 compare_form(VM *vm, u64 *pc, Value *R)
{
    u32 generic = op_at(pc), op = SUB_OP(pc);
    bool jump = generic == OP_JUMP_CMP || generic == OP_JUMP_CMP_K, k = is_compare_k(pc);
    Value a = R[B(pc)], b = k ? CONSTANT(pc) : R[C(pc)];
    if (k && (FLAGS(pc) & FLAG_CONST_LEFT))
        op = swapped(op);
    if (are_int48(a, b)) {
        if (!jump)
            return k ? OP_COMPARE_INT_K : OP_COMPARE_INT;
        return (k ? OP_JUMP_LT_INT_K : OP_JUMP_LT_INT) + (FLAGS(pc) & FLAG_INVERT ? inverted(op) : op);
    }
    double x, y;
    if (number_to_double(a, &x) && number_to_double(b, &y)) {
        // An int that may be compared as a float: the constant, or any whose conversion is exact, and all of 48 bits are.
        if (!jump)
            return k ? OP_COMPARE_FLOAT_K : OP_COMPARE_FLOAT;
        return (k ? OP_JUMP_LT_FLOAT_K : OP_JUMP_LT_FLOAT) + op;
    }
    if (!k && is_exact(vm, a, TYPE_STR) && is_exact(vm, b, TYPE_STR)) {
        if (!jump)
            return OP_COMPARE_STR;
        return op == COMPARE_EQ || op == COMPARE_NE ? OP_JUMP_CMP_STR : 0;
    }
    return 0;
}

static COLD HANDLER(compare_quicken)
{
    u32 form = compare_form(vm, pc, R);
    if (!form) {
        counter_back_off(pc);
        GOTO(compare_slow);
    }
    specialise(pc, form);
    REDISPATCH;
}

#define GENERIC(name) \
    HANDLER(op_##name) \
    { \
        if (!counter_waits(pc)) \
            GOTO(compare_quicken); \
        GOTO(compare_slow); \
    }
GENERIC(COMPARE)
GENERIC(COMPARE_K)
GENERIC(JUMP_CMP)
GENERIC(JUMP_CMP_K)

// --- compare and store -------------------------------------------------------------------------------------------------------
#define ORDER(x, y) ((x) < (y) ? 1u : (x) == (y) ? 2u : (x) > (y) ? 4u : 8u)
INLINE u32 mask_of(u64 *pc) { return compare_masks[SUB_OP(pc)]; }
INLINE u32 mirror(u32 order) { return order == 1 ? 4 : order == 4 ? 1 : order; }

HANDLER(op_COMPARE_INT)
{
    Value a = R[B(pc)], b = R[C(pc)];
    if (unlikely(!are_int48(a, b)))
        GOTO(compare_miss);
    STORE_NEXT(make_bool(mask_of(pc) & ORDER(SIGNED(a), SIGNED(b))), 2);
}

HANDLER(op_COMPARE_INT_K)
{
    Value a = R[B(pc)], b = CONSTANT(pc);
    if (unlikely(!is_int48(a)))
        GOTO(compare_miss);
    u32 order = ORDER(SIGNED(a), SIGNED(b));
    if (unlikely(FLAGS(pc) & FLAG_CONST_LEFT))
        order = mirror(order);
    STORE_NEXT(make_bool(mask_of(pc) & order), 3);
}

HANDLER(op_COMPARE_FLOAT)
{
    double x, y;
    if (unlikely(!number_to_double(R[B(pc)], &x) || !number_to_double(R[C(pc)], &y)))
        GOTO(compare_miss);
    STORE_NEXT(make_bool(mask_of(pc) & ORDER(x, y)), 2);
}

HANDLER(op_COMPARE_FLOAT_K)
{
    double x, y;
    if (unlikely(!number_to_double(R[B(pc)], &x) || !number_to_double(CONSTANT(pc), &y)))
        GOTO(compare_miss);
    u32 order = ORDER(x, y);
    if (unlikely(FLAGS(pc) & FLAG_CONST_LEFT))
        order = mirror(order);
    STORE_NEXT(make_bool(mask_of(pc) & order), 3);
}

HANDLER(op_COMPARE_STR)
{
    Value a = R[B(pc)], b = R[C(pc)];
    if (unlikely(!is_object(a) || !is_object(b) || ref_type(vm, a) != TYPE_STR || ref_type(vm, b) != TYPE_STR))
        GOTO(compare_miss);
    u32 op = SUB_OP(pc);
    bool result;
    if (op == COMPARE_EQ || op == COMPARE_NE) {
        result = (a == b || str_equal(vm, a, b)) == (op == COMPARE_EQ);
    } else {
        int order = str_compare(vm, a, b);
        result = compare_masks[op] & ORDER(order, 0);
    }
    if (FLAGS(pc) & (FLAG_DROP_B | FLAG_DROP_C))
        release_operands(vm, pc, R);
    STORE_NEXT(make_bool(result), 2);
}

// --- compare and jump --------------------------------------------------------------------------------------------------------
#define JUMP_INT(name, operator) \
    HANDLER(op_JUMP_##name##_INT) \
    { \
        Value a = R[B(pc)], b = R[C(pc)]; \
        if (unlikely(!are_int48(a, b))) \
            GOTO(compare_miss); \
        if (SIGNED(a) operator SIGNED(b)) \
            JUMP_NEXT((i16)A(pc)); \
        NEXT(2); \
    } \
    HANDLER(op_JUMP_##name##_INT_K) \
    { \
        Value a = R[B(pc)]; \
        if (unlikely(!is_int48(a))) \
            GOTO(compare_miss); \
        if (SIGNED(a) operator SIGNED(CONSTANT(pc))) \
            JUMP_NEXT((i16)A(pc)); \
        NEXT(3); \
    }
#define JUMP_FLOAT(name, operator) \
    HANDLER(op_JUMP_##name##_FLOAT) \
    { \
        double x, y; \
        if (unlikely(!number_to_double(R[B(pc)], &x) || !number_to_double(R[C(pc)], &y))) \
            GOTO(compare_miss); \
        if ((x operator y) != !!(FLAGS(pc) & FLAG_INVERT)) \
            JUMP_NEXT((i16)A(pc)); \
        NEXT(2); \
    } \
    HANDLER(op_JUMP_##name##_FLOAT_K) \
    { \
        double x, y; \
        if (unlikely(!number_to_double(R[B(pc)], &x) || !number_to_double(CONSTANT(pc), &y))) \
            GOTO(compare_miss); \
        if ((x operator y) != !!(FLAGS(pc) & FLAG_INVERT)) \
            JUMP_NEXT((i16)A(pc)); \
        NEXT(3); \
    }
JUMP_INT(LT, <)
JUMP_INT(LE, <=)
JUMP_INT(EQ, ==)
JUMP_INT(NE, !=)
JUMP_INT(GT, >)
JUMP_INT(GE, >=)
JUMP_FLOAT(LT, <)
JUMP_FLOAT(LE, <=)
JUMP_FLOAT(EQ, ==)
JUMP_FLOAT(NE, !=)
JUMP_FLOAT(GT, >)
JUMP_FLOAT(GE, >=)

HANDLER(op_JUMP_CMP_STR) // EQ and NE
{
    Value a = R[B(pc)], b = R[C(pc)];
    if (unlikely(!is_object(a) || !is_object(b) || ref_type(vm, a) != TYPE_STR || ref_type(vm, b) != TYPE_STR))
        GOTO(compare_miss);
    bool result = (a == b || str_equal(vm, a, b)) == (SUB_OP(pc) == COMPARE_EQ);
    if (FLAGS(pc) & (FLAG_DROP_B | FLAG_DROP_C))
        release_operands(vm, pc, R);
    if (result != !!(FLAGS(pc) & FLAG_INVERT))
        JUMP_NEXT((i16)A(pc));
    NEXT(2);
}

// --- identity ----------------------------------------------------------------------------------------------------------------
HANDLER(op_IS)
{
    Value result = make_bool((R[B(pc)] == R[C(pc)]) != !!(FLAGS(pc) & FLAG_INVERT));
    if (unlikely(FLAGS(pc) & (FLAG_DROP_B | FLAG_DROP_C)))
        release_operands(vm, pc, R);
    STORE_NEXT(result, 1);
}

static HANDLER(jump_and_release)
{
    release_operands(vm, pc, R);
    NEXT_CHECKED((i16)A(pc));
}

static HANDLER(next_and_release)
{
    release_operands(vm, pc, R);
    NEXT_CHECKED(1);
}

#define JUMP_16(condition) do { \
        if (condition) { \
            if (unlikely(FLAGS(pc) & (FLAG_DROP_B | FLAG_DROP_C))) \
                GOTO(jump_and_release); \
            JUMP_NEXT((i16)A(pc)); \
        } \
        if (unlikely(FLAGS(pc) & (FLAG_DROP_B | FLAG_DROP_C))) \
            GOTO(next_and_release); \
        NEXT(1); \
    } while (0)

HANDLER(op_JUMP_IS) { JUMP_16((R[B(pc)] == R[C(pc)]) != !!(FLAGS(pc) & FLAG_INVERT)); }
HANDLER(op_JUMP_NONE) { JUMP_16((R[B(pc)] == NONE) != !!(FLAGS(pc) & FLAG_INVERT)); }

// --- membership --------------------------------------------------------------------------------------------------------------
static HANDLER(contains)
{
    Value item = R[B(pc)], container = R[C(pc)];
    if (is_object(container)) { // the two commonest without the way through operators.c
        Ref type = ref_type(vm, container);
        int found = DICT_NEEDS_PYTHON;
        Value ignored;
        if (type == TYPE_DICT)
            found = dict_get_peek(vm, container, item, &ignored);
        else if (type == TYPE_SET || type == TYPE_FROZENSET)
            found = set_contains(vm, container, item);
        if (found >= 0) {
            vm->result = make_bool(found);
            GOTO(finish_value);
        }
        if (found == DICT_ERROR)
            GOTO(unwind);
    }
    vm->result = op_contains(vm, container, item);
    GOTO(answer);
}
HANDLER(op_CONTAINS) { GOTO(contains); }
HANDLER(op_JUMP_CONTAINS) { GOTO(contains); }

// --- truth -------------------------------------------------------------------------------------------------------------------
// 1, 0, or 2: ask op_truth.
INLINE u32 quick_truth(Value v)
{
    if (v == TRUE)
        return 1;
    if (v == FALSE || v == NONE)
        return 0;
    if (is_int48(v))
        return v != INT_TAG;
    return 2;
}

// JUMP_IF, NOT and TO_BOOL on anything else.
static NOINLINE HANDLER(truth_slow)
{
    int truth = op_truth(vm, R[op_at(pc) == OP_JUMP_IF ? A(pc) : B(pc)]);
    vm->result = truth == 2 ? VALUE_TAIL : truth < 0 ? EMPTY : make_bool(truth);
    GOTO(answer);
}

HANDLER(op_NOT)
{
    u32 truth = quick_truth(R[B(pc)]);
    if (unlikely(truth == 2))
        GOTO(truth_slow);
    if (FLAGS(pc) & FLAG_DROP_B)
        R[B(pc)] = EMPTY; // as in JUMP_IF
    STORE_NEXT(make_bool(!truth), 1);
}

HANDLER(op_TO_BOOL)
{
    u32 truth = quick_truth(R[B(pc)]);
    if (unlikely(truth == 2))
        GOTO(truth_slow);
    if (FLAGS(pc) & FLAG_DROP_B)
        R[B(pc)] = EMPTY; // as in JUMP_IF
    STORE_NEXT(make_bool(truth), 1);
}

HANDLER(op_JUMP_IF)
{
    u32 truth = quick_truth(R[A(pc)]);
    if (unlikely(truth == 2))
        GOTO(truth_slow);
    if (FLAGS(pc) & FLAG_DROP_A)
        R[A(pc)] = EMPTY; // a number or an immortal singleton: nothing to count
    if (truth != !!(FLAGS(pc) & FLAG_INVERT))
        JUMP_NEXT(WIDE_SIGNED(pc));
    NEXT(1);
}

// --- jumps -------------------------------------------------------------------------------------------------------------------
HANDLER(op_JUMP) { NEXT(WIDE_SIGNED(pc)); }

// The hot counter counts down. It starts as 0: the first execution finds it run out, and loop_hot sets it.
#define COUNT_DOWN(pc) unlikely(__builtin_sub_overflow(CACHE_LOW(pc), 1u, &CACHE_LOW(pc)))

HANDLER(op_JUMP_BACK)
{
    if (unlikely(vm->interrupt))
        GOTO(safe_point);
    if (COUNT_DOWN(pc))
        GOTO(loop_hot);
    NEXT(WIDE_SIGNED(pc));
}

HANDLER(op_RESUME)
{
    if (unlikely(vm->interrupt))
        GOTO(safe_point);
    if (COUNT_DOWN(pc))
        GOTO(entry_hot);
    NEXT(2);
}
