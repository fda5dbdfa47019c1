// The inner loops of big ints. Limbs have 32 bits, but the loops take them in pairs: one 64-bit product does the work of four.
#ifndef KRAIT_LIMBS_H
#define KRAIT_LIMBS_H
#include "core.h"

INLINE u64 limb_pair(const u32 *limbs)
{
    u64 pair;
    __builtin_memcpy(&pair, limbs, 8);
    return pair;
}
INLINE void set_limb_pair(u32 *limbs, u64 pair) { __builtin_memcpy(limbs, &pair, 8); }

// Eight limbs at a time: the carry stays in the processor's flag from one pair to the next.
INLINE u64 add_pair(u32 *r, const u32 *a, const u32 *b, u64 carry)
{
    unsigned long long over;
    set_limb_pair(r, __builtin_addcll(limb_pair(a), limb_pair(b), carry, &over));
    return over;
}
INLINE u64 sub_pair(u32 *r, const u32 *a, const u32 *b, u64 borrow)
{
    unsigned long long under;
    set_limb_pair(r, __builtin_subcll(limb_pair(a), limb_pair(b), borrow, &under));
    return under;
}

// r = a + b, na >= nb; returns the carry. r may be a or b.
INLINE u32 add_limbs(u32 *r, const u32 *a, u32 na, const u32 *b, u32 nb)
{
    u64 carry = 0;
    u32 i = 0;
    for (; i + 8 <= nb; i += 8) {
        carry = add_pair(r + i, a + i, b + i, carry);
        carry = add_pair(r + i + 2, a + i + 2, b + i + 2, carry);
        carry = add_pair(r + i + 4, a + i + 4, b + i + 4, carry);
        carry = add_pair(r + i + 6, a + i + 6, b + i + 6, carry);
    }
    for (; i + 2 <= nb; i += 2)
        carry = add_pair(r + i, a + i, b + i, carry);
    if (i < nb) {
        carry += (u64)a[i] + b[i];
        r[i++] = (u32)carry;
        carry >>= 32;
    }
    for (; i < na && carry; i++) {
        carry += a[i];
        r[i] = (u32)carry;
        carry >>= 32;
    }
    if (i < na && r != a)
        memmove(r + i, a + i, (size_t)(na - i) * 4);
    return (u32)carry;
}

// r = a - b where a >= b, na >= nb; returns the borrow (0 for such input). r may be a or b.
INLINE u32 sub_limbs(u32 *r, const u32 *a, u32 na, const u32 *b, u32 nb)
{
    u64 borrow = 0;
    u32 i = 0;
    for (; i + 8 <= nb; i += 8) {
        borrow = sub_pair(r + i, a + i, b + i, borrow);
        borrow = sub_pair(r + i + 2, a + i + 2, b + i + 2, borrow);
        borrow = sub_pair(r + i + 4, a + i + 4, b + i + 4, borrow);
        borrow = sub_pair(r + i + 6, a + i + 6, b + i + 6, borrow);
    }
    for (; i + 2 <= nb; i += 2)
        borrow = sub_pair(r + i, a + i, b + i, borrow);
    if (i < nb) {
        u64 d = (u64)a[i] - b[i] - borrow;
        r[i++] = (u32)d;
        borrow = d >> 63;
    }
    for (; i < na && borrow; i++) {
        u64 d = (u64)a[i] - borrow;
        r[i] = (u32)d;
        borrow = d >> 63;
    }
    if (i < na && r != a)
        memmove(r + i, a + i, (size_t)(na - i) * 4);
    return (u32)borrow;
}

INLINE u64 mul_pair(u32 *r, const u32 *a, u64 x, u64 carry, bool add)
{
    __uint128_t t = (__uint128_t)limb_pair(a) * x + carry;
    if (add)
        t += limb_pair(r);
    set_limb_pair(r, (u64)t);
    return (u64)(t >> 64);
}
// One row of a product: r = a·x, or r += a·x (with `add`, over the n limbs that r has then). x is one limb or, if `wide`, two; r gets n + 1 or n + 2 limbs.
INLINE void mul_row(u32 *r, const u32 *a, u32 n, u64 x, bool wide, bool add)
{
    u64 carry = 0;
    u32 i = 0;
    for (; i + 8 <= n; i += 8) {
        carry = mul_pair(r + i, a + i, x, carry, add);
        carry = mul_pair(r + i + 2, a + i + 2, x, carry, add);
        carry = mul_pair(r + i + 4, a + i + 4, x, carry, add);
        carry = mul_pair(r + i + 6, a + i + 6, x, carry, add);
    }
    for (; i + 2 <= n; i += 2)
        carry = mul_pair(r + i, a + i, x, carry, add);
    if (i < n) {
        __uint128_t t = (__uint128_t)x * a[i] + carry;
        if (add)
            t += r[i];
        r[i] = (u32)t;
        i++;
        carry = (u64)(t >> 32);
    }
    if (wide)
        set_limb_pair(r + i, carry);
    else
        r[i] = (u32)carry;
}

// r[0..na+nb) = a * b, na >= nb; r is not a or b.
INLINE void mul_schoolbook(u32 *r, const u32 *a, u32 na, const u32 *b, u32 nb)
{
    if (nb == 0) {
        memset(r, 0, (size_t)na * 4);
        return;
    }
    if (nb == 1) {
        mul_row(r, a, na, b[0], false, false);
        return;
    }
    mul_row(r, a, na, limb_pair(b), true, false);
    u32 i = 2;
    for (; i + 2 <= nb; i += 2)
        mul_row(r + i, a, na, limb_pair(b + i), true, true);
    if (i < nb)
        mul_row(r + i, a, na, b[i], false, true);
}

// u[0..n] -= v[0..n) · x for one limb x; true if that was too much (u is short of 2^(32(n+1)) then).
INLINE bool sub_row(u32 *u, const u32 *v, u32 n, u32 x)
{
    u64 carry = 0; // of the product and of the subtraction: at most 2^32
    u32 i = 0;
    for (; i + 2 <= n; i += 2) {
        __uint128_t t = (__uint128_t)limb_pair(v + i) * x + carry;
        u64 rest;
        bool under = __builtin_sub_overflow(limb_pair(u + i), (u64)t, &rest);
        set_limb_pair(u + i, rest);
        carry = (u64)(t >> 64) + under;
    }
    if (i < n) {
        u64 t = (u64)v[i] * x + carry, d = (u64)u[i] - (u32)t;
        u[i++] = (u32)d;
        carry = (t >> 32) + (d >> 63);
    }
    u64 d = (u64)u[i] - carry;
    u[i] = (u32)d;
    return d >> 63;
}
#endif
