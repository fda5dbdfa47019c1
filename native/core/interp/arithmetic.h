// Arithmetic on ints of 48 bits and floats: the primitives that handlers and stencils share. `false` = does not fit (or is an error): nothing
// was done. Operands are known to be ints of 48 bits.
#ifndef KRAIT_ARITHMETIC_H
#define KRAIT_ARITHMETIC_H
#include "../value.h"

// Sums and differences are made with the payload shifted up, so the machine's overflow flag tells.
INLINE Value int48_from_high(i64 n) { return (u64)n >> 16 | INT_TAG; }
INLINE bool int48_add(Value a, Value b, Value *r)
{
    i64 n;
    if (__builtin_add_overflow((i64)(a << 16), (i64)(b << 16), &n))
        return false;
    *r = int48_from_high(n);
    return true;
}
INLINE bool int48_sub(Value a, Value b, Value *r)
{
    i64 n;
    if (__builtin_sub_overflow((i64)(a << 16), (i64)(b << 16), &n))
        return false;
    *r = int48_from_high(n);
    return true;
}
INLINE bool int48_mul(Value a, Value b, Value *r)
{
    i64 n;
    if (__builtin_mul_overflow((i64)(a << 16), int48_value(b), &n))
        return false;
    *r = int48_from_high(n);
    return true;
}
INLINE bool int48_truediv(Value a, Value b, Value *r) // both are exact doubles, so one rounding
{
    i64 y = int48_value(b);
    *r = make_float((double)int48_value(a) / (double)y);
    return y != 0;
}
// Both below 2^31 and not negative: the machine's 32-bit division is much quicker than the 64-bit one.
INLINE bool are_small(i64 x, i64 y) { return ((u64)(x | y) >> 31) == 0; }
INLINE bool int48_floordiv(Value a, Value b, Value *r)
{
    i64 x = int48_value(a), y = int48_value(b);
    if (y == 0)
        return false;
    if (are_small(x, y)) {
        *r = int48((u32)x / (u32)y);
        return true;
    }
    i64 q = x / y;
    if (x % y != 0 && (x ^ y) < 0)
        q--;
    *r = int48(q);
    return fits_int48(q);
}
INLINE bool int48_mod(Value a, Value b, Value *r) // sign of the divisor
{
    i64 x = int48_value(a), y = int48_value(b);
    if (y == 0)
        return false;
    if (are_small(x, y)) {
        *r = int48((u32)x % (u32)y);
        return true;
    }
    i64 m = x % y;
    if (m != 0 && (m ^ y) < 0)
        m += y;
    *r = int48(m);
    return true;
}
INLINE bool int48_lshift(Value a, Value b, Value *r)
{
    i64 x = int48_value(a), n = int48_value(b);
    if ((u64)n > 47)
        return false;
    i64 shifted = (i64)((u64)x << n);
    if (shifted >> n != x || !fits_int48(shifted))
        return false;
    *r = int48(shifted);
    return true;
}
INLINE bool int48_rshift(Value a, Value b, Value *r)
{
    i64 n = int48_value(b);
    if (n < 0)
        return false;
    *r = int48(int48_value(a) >> (n > 63 ? 63 : n));
    return true;
}
INLINE bool int48_and(Value a, Value b, Value *r) { *r = a & b; return true; }
INLINE bool int48_or(Value a, Value b, Value *r) { *r = a | b; return true; }
INLINE bool int48_xor(Value a, Value b, Value *r) { *r = (a ^ b) | INT_TAG; return true; }

INLINE bool number_to_double(Value v, double *d)
{
    if (is_float(v))
        *d = float_value(v);
    else if (is_int48(v))
        *d = (double)int48_value(v);
    else
        return false;
    return true;
}
#endif
