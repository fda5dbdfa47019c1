// Arithmetic on 48-bit ints. A register holds the value shifted left by 16: sums and differences overflow 64 bits exactly when
// they leave 48, comparisons need no change, and a product needs one factor shifted back.
#include "abi.h"

UOP(add_int, RR) /* r[a] ← r[a] + r[b]; exit on overflow */
{
    i64 sum;
    EXIT_IF(__builtin_add_overflow(R(a), R(b), &sum));
    R(a) = sum;
    NEXT;
}

UOP(sub_int, RR) /* r[a] ← r[a] - r[b]; exit on overflow */
{
    i64 difference;
    EXIT_IF(__builtin_sub_overflow(R(a), R(b), &difference));
    R(a) = difference;
    NEXT;
}

UOP(rsub_int, RR) /* r[a] ← r[b] - r[a]; exit on overflow */
{
    i64 difference;
    EXIT_IF(__builtin_sub_overflow(R(b), R(a), &difference));
    R(a) = difference;
    NEXT;
}

UOP(mul_int, RR) /* r[a] ← r[a] * r[b]; exit on overflow */
{
    i64 product;
    EXIT_IF(__builtin_mul_overflow(R(a) >> 16, R(b), &product));
    R(a) = product;
    NEXT;
}

UOP(add_int_const, R) /* r[a] ← r[a] + constant; hole 0: constant << 16, must fit 32 bits signed */
{
    i64 sum;
    EXIT_IF(__builtin_add_overflow(R(a), (i64)HOLE(0), &sum));
    R(a) = sum;
    NEXT;
}

// Python's // and % round towards minus infinity. The dividend's low 16 bits are zero in both operands, so the remainder of the
// shifted values is the shifted remainder.
UOP(floordiv_int, RR) /* r[a] ← r[a] // r[b]; exit if r[b] is 0 or the quotient overflows (-2^47 // -1) */
{
    EXIT_IF(R(b) == 0);
    const i64 dividend = R(a) >> 16, divisor = R(b) >> 16;
    i64 quotient = dividend / divisor;
    quotient -= (dividend % divisor != 0) & ((dividend ^ divisor) < 0);
    EXIT_IF(!fits_int48(quotient));
    R(a) = (i64)((u64)quotient << 16);
    NEXT;
}

UOP(mod_int, RR) /* r[a] ← r[a] % r[b]; exit if r[b] is 0 */
{
    EXIT_IF(R(b) == 0);
    const i64 dividend = R(a) >> 16, divisor = R(b) >> 16;
    i64 remainder = dividend % divisor;
    if (remainder != 0 && (remainder ^ divisor) < 0) remainder += divisor;
    R(a) = (i64)((u64)remainder << 16);
    NEXT;
}

UOP(and_int, RR) { R(a) &= R(b); NEXT; }
UOP(or_int, RR) { R(a) |= R(b); NEXT; }
UOP(xor_int, RR) { R(a) ^= R(b); NEXT; }

UOP(neg_int, R) /* r[a] ← -r[a]; exit for -2^47 */
{
    i64 negated;
    EXIT_IF(__builtin_sub_overflow((i64)0, R(a), &negated));
    R(a) = negated;
    NEXT;
}

// Guards: go on if the relation holds.
UOP(guard_lt_int, RR) { EXIT_IF(!(R(a) < R(b))); NEXT; }
UOP(guard_le_int, RR) { EXIT_IF(!(R(a) <= R(b))); NEXT; }
UOP(guard_eq_int, RR) { EXIT_IF(differ(R(a), R(b))); NEXT; }
UOP(guard_ne_int, RR) { EXIT_IF(!differ(R(a), R(b))); NEXT; }

// The same with a constant; hole 0: constant << 16, must fit 32 bits signed.
UOP(guard_lt_int_const, R) { EXIT_IF(!(R(a) < (i64)HOLE(0))); NEXT; } /* hole 0: constant << 16 */
UOP(guard_le_int_const, R) { EXIT_IF(!(R(a) <= (i64)HOLE(0))); NEXT; } /* hole 0: constant << 16 */
UOP(guard_gt_int_const, R) { EXIT_IF(!(R(a) > (i64)HOLE(0))); NEXT; } /* hole 0: constant << 16 */
UOP(guard_ge_int_const, R) { EXIT_IF(!(R(a) >= (i64)HOLE(0))); NEXT; } /* hole 0: constant << 16 */
UOP(guard_eq_int_const, R) { EXIT_IF(differs_from_hole0(R(a))); NEXT; } /* hole 0: constant << 16 */
UOP(guard_ne_int_const, R) { EXIT_IF(!differs_from_hole0(R(a))); NEXT; } /* hole 0: constant << 16 */
