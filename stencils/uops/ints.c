// Arithmetic on 48-bit ints. A register holds the value shifted left by 16: sums and differences overflow 64 bits exactly when
// they leave 48, comparisons need no change, and a product needs one factor shifted back.
// Constants are holes of 32 bits signed; where a shifted constant doesn't fit, put it into a register (const_word) and use the RR form.
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
UOP(add_int_const, R) /* r[a] ← r[a] + constant; exit on overflow; hole 0: constant << 16 */
{
    i64 sum;
    EXIT_IF(__builtin_add_overflow(R(a), (i64)HOLE(0), &sum));
    R(a) = sum;
    NEXT;
}
UOP(rsub_int_const, R) /* r[a] ← constant - r[a]; exit on overflow; hole 0: constant << 16 */
{
    i64 difference;
    EXIT_IF(__builtin_sub_overflow(HOLE_I32(0), R(a), &difference));
    R(a) = difference;
    NEXT;
}
UOP(mul_int_const, R) /* r[a] ← r[a] * constant; exit on overflow; hole 0: constant, not shifted */
{
    i64 product;
    EXIT_IF(MULTIPLY_BY_HOLE(R(a), 0, &product));
    R(a) = product;
    NEXT;
}

// Where the ranges of the operands show that nothing overflows.
UOP(add_int_nc, RR) { R(a) += R(b); NEXT; } /* r[a] ← r[a] + r[b], known to fit */
UOP(sub_int_nc, RR) { R(a) -= R(b); NEXT; } /* r[a] ← r[a] - r[b], known to fit */
UOP(rsub_int_nc, RR) { R(a) = R(b) - R(a); NEXT; } /* r[a] ← r[b] - r[a], known to fit */
UOP(mul_int_nc, RR) { R(a) = (R(a) >> 16) * R(b); NEXT; } /* r[a] ← r[a] * r[b], known to fit */
UOP(add_int_const_nc, R) { R(a) += (i64)HOLE(0); NEXT; } /* r[a] ← r[a] + constant, known to fit; hole 0: constant << 16 */
UOP(mul_int_const_nc, R) { MULTIPLY_BY_HOLE(R(a), 0, &R(a)); NEXT; } /* r[a] ← r[a] * constant, known to fit; hole 0: constant, not shifted */

UOP(neg_int, R) /* r[a] ← -r[a]; exit for -2^47 */
{
    i64 negated;
    EXIT_IF(__builtin_sub_overflow((i64)0, R(a), &negated));
    R(a) = negated;
    NEXT;
}
UOP(abs_int, R) /* r[a] ← abs(r[a]); exit for -2^47 */
{
    i64 negated;
    EXIT_IF(__builtin_sub_overflow((i64)0, R(a), &negated));
    R(a) = R(a) < 0 ? negated : R(a);
    NEXT;
}
UOP(max_zero_int, R) { R(a) = R(a) < 0 ? 0 : R(a); NEXT; } /* r[a] ← max(r[a], 0) */

// Bits.
UOP(and_int, RR) { R(a) &= R(b); NEXT; } /* r[a] ← r[a] & r[b] */
UOP(or_int, RR) { R(a) |= R(b); NEXT; }  /* r[a] ← r[a] | r[b] */
UOP(xor_int, RR) { R(a) ^= R(b); NEXT; } /* r[a] ← r[a] ^ r[b] */
UOP(and_int_const, R) { AND_HOLE(R(a), 0); NEXT; } /* r[a] ← r[a] & constant; hole 0: constant << 16 */
UOP(or_int_const, R) { OR_HOLE(R(a), 0); NEXT; }  /* r[a] ← r[a] | constant; hole 0: constant << 16 */
UOP(xor_int_const, R) { XOR_HOLE(R(a), 0); NEXT; } /* r[a] ← r[a] ^ constant; hole 0: constant << 16 */
UOP(invert_int, R) { R(a) ^= -65536; NEXT; }          /* r[a] ← ~r[a] */

#define WITHOUT_LOW_BITS(word) ((word) & -65536)
UOP(lshift_int_const, R) /* r[a] ← r[a] << count; exit on overflow; hole 0: count, 0 to 47 */
{
    const i64 shifted = SHIFT_LEFT(R(a), 0);
    EXIT_IF(differ(SHIFT_RIGHT(shifted, 0), R(a)));
    R(a) = shifted;
    NEXT;
}
UOP(rshift_int_const, R) { R(a) = WITHOUT_LOW_BITS(SHIFT_RIGHT(R(a), 0)); NEXT; } /* r[a] ← r[a] >> count; hole 0: count, 0 to 63 */
UOP(lshift_int, RR) /* r[a] ← r[a] << r[b]; exit if r[b] is negative or above 47, and on overflow */
{
    const u64 count = (u64)R(b) >> 16;
    EXIT_IF(count > 47);
    const i64 shifted = (i64)((u64)R(a) << count);
    EXIT_IF(differ(shifted >> count, R(a)));
    R(a) = shifted;
    NEXT;
}
UOP(rshift_int, RR) /* r[a] ← r[a] >> r[b]; exit if r[b] is negative */
{
    EXIT_IF(R(b) < 0);
    const i64 count = R(b) >> 16;
    R(a) = WITHOUT_LOW_BITS(R(a) >> (count > 63 ? 63 : count));
    NEXT;
}
