// Between boxed values and the numbers in them.
#include "abi.h"

UOP(box_int, R) { R(a) = (i64)int48(R(a) >> 16); NEXT; } /* r[a] ← boxed int r[a] */
UOP(unbox_int, R) /* r[a] ← int in r[a], shifted; exit if it isn't a 48-bit int */
{
    EXIT_IF(!is_int48((Value)R(a)));
    R(a) = (i64)((u64)R(a) << 16);
    NEXT;
}
UOP(unbox_int_known, R) { R(a) = (i64)((u64)R(a) << 16); NEXT; } /* the same where the type has been proved */

UOP(box_float, RF) { R(a) = (i64)boxed(VM, F(b)); NEXT; } /* r[a] ← boxed float f[b] */
UOP(unbox_float, FR) /* f[a] ← float in r[b]; exit if it isn't one */
{
    TO_FLOAT(x, (Value)R(b));
    F(a) = x;
    NEXT;
}
UOP(unbox_float_known, FR) { F(a) = unboxed(VM, (Value)R(b)); NEXT; } /* the same where the type has been proved */

UOP(number_to_float, FR) /* f[a] ← number in r[b] (48-bit int or float); exit if it is neither */
{
    const Value v = (Value)R(b);
    if (is_int48(v)) {
        F(a) = double_of(int48_value(v));
        NEXT;
    }
    TO_FLOAT(x, v);
    F(a) = x;
    NEXT;
}
UOP(int_to_float, FR) { F(a) = double_of(R(b) >> 16); NEXT; } /* f[a] ← shifted int r[b] */

// In C a conversion out of range is undefined; the machines give something that is no int of 48 bits, but for AArch64's 0 for a NaN.
INLINE i64 truncate(double x)
{
    i64 n;
#if defined(__x86_64__)
    __asm__("cvttsd2si %1, %0" : "=r"(n) : "x"(x));
#else
    __asm__("fcvtzs %0, %d1" : "=r"(n) : "w"(x));
    n = x == x ? n : INT64_MIN;
#endif
    return n;
}
UOP(float_to_int_trunc, RF) /* r[a] ← f[b] rounded towards zero, shifted; exit if that isn't a 48-bit int */
{
    const i64 n = truncate(F(b));
    EXIT_IF(!fits_int48(n));
    R(a) = (i64)((u64)n << 16);
    NEXT;
}
UOP(float_to_int_floor, RF) /* r[a] ← floor(f[b]), shifted; exit if that isn't a 48-bit int */
{
    const i64 n = truncate(__builtin_floor(F(b)));
    EXIT_IF(!fits_int48(n));
    R(a) = (i64)((u64)n << 16);
    NEXT;
}
UOP(float_to_int_exact, RF) /* r[a] ← the int equal to f[b], shifted; exit if there is none of 48 bits */
{
    const i64 n = truncate(F(b));
    EXIT_IF(!fits_int48(n));
    EXIT_IF(double_of(n) != F(b));
    R(a) = (i64)((u64)n << 16);
    NEXT;
}
