// Python's // and % of 48-bit ints, shifted left by 16 in their registers: they round towards minus infinity.
#include "abi.h"

// Dividing 64 bits takes several times as long as dividing 32, and rounding only matters if there is a sign.
INLINE bool are_small(i64 dividend, i64 divisor) { return likely(((u64)(dividend | divisor) >> 32) == 0); }

UOP(floordiv_int, RR) /* r[a] ← r[a] // r[b]; exit if r[b] is 0 or the quotient overflows (-2^47 // -1) */
{
    EXIT_IF(!is_not_zero(R(b)));
    const i64 dividend = R(a) >> 16, divisor = R(b) >> 16;
    if (are_small(dividend, divisor)) {
        R(a) = (i64)((u64)((u32)dividend / (u32)divisor) << 16);
        NEXT;
    }
    COLD_PATH;
    i64 quotient = dividend / divisor;
    quotient -= (dividend % divisor != 0) & ((dividend ^ divisor) < 0);
    EXIT_IF(!fits_int48(quotient));
    R(a) = (i64)((u64)quotient << 16);
    NEXT;
}
UOP(mod_int, RR) /* r[a] ← r[a] % r[b]; exit if r[b] is 0 */
{
    EXIT_IF(!is_not_zero(R(b)));
    const i64 dividend = R(a) >> 16, divisor = R(b) >> 16;
    if (are_small(dividend, divisor)) {
        R(a) = (i64)((u64)((u32)dividend % (u32)divisor) << 16);
        NEXT;
    }
    COLD_PATH;
    i64 remainder = dividend % divisor;
    if (remainder != 0 && (remainder ^ divisor) < 0) remainder += divisor;
    R(a) = (i64)((u64)remainder << 16);
    NEXT;
}

UOP(floordiv_int_pow2, R) { R(a) = SHIFT_RIGHT(R(a), 0) & -65536; NEXT; } /* r[a] ← r[a] // 2^k; hole 0: k */
UOP(mod_int_pow2, R) /* r[a] ← r[a] % 2^k; hole 0: 48 - k */
{
    R(a) = SHIFT_RIGHT_UNSIGNED(SHIFT_LEFT(R(a), 0), 0);
    NEXT;
}

// By a constant from 1 to 2^47 - 1, as a product: src/jit/division.ts computes multiplier and shift and says why this is exact.
INLINE i64 divide_by_constant(i64 shifted)
{
    const __int128 product = (__int128)(shifted + 0x8000) * (i64)HOLE64(0);
    return SHIFT_RIGHT((i64)(product >> 64), 1);
}
UOP(floordiv_int_magic, R) /* r[a] ← r[a] // constant; hole 0: its multiplier (word); hole 1: its shift */
{
    R(a) = (i64)((u64)divide_by_constant(R(a)) << 16);
    NEXT;
}
UOP(mod_int_magic, R) /* r[a] ← r[a] % constant; hole 0: its multiplier (word); hole 1: its shift; hole 2: the constant, not shifted */
{
    i64 multiple;
    MULTIPLY_BY_HOLE(divide_by_constant(R(a)), 2, &multiple);
    R(a) -= (i64)((u64)multiple << 16);
    NEXT;
}
