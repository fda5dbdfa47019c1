// Unsigned numbers of four words, for decimals.c: sums, products, quotients, decimal digits.
#ifndef KRAIT_WIDE_H
#define KRAIT_WIDE_H
#include "core.h"

typedef unsigned __int128 u128;
#define W(high, low) ((u128)(high) << 64 | (low))
#define MOST_DIGITS 38u

static const u128 power_of_ten[MOST_DIGITS + 1] = {
    W(0, 0x1ull), W(0, 0xAull), W(0, 0x64ull),
    W(0, 0x3E8ull), W(0, 0x2710ull), W(0, 0x186A0ull),
    W(0, 0xF4240ull), W(0, 0x989680ull), W(0, 0x5F5E100ull),
    W(0, 0x3B9ACA00ull), W(0, 0x2540BE400ull), W(0, 0x174876E800ull),
    W(0, 0xE8D4A51000ull), W(0, 0x9184E72A000ull), W(0, 0x5AF3107A4000ull),
    W(0, 0x38D7EA4C68000ull), W(0, 0x2386F26FC10000ull), W(0, 0x16345785D8A0000ull),
    W(0, 0xDE0B6B3A7640000ull), W(0, 0x8AC7230489E80000ull), W(0x5ull, 0x6BC75E2D63100000ull),
    W(0x36ull, 0x35C9ADC5DEA00000ull), W(0x21Eull, 0x19E0C9BAB2400000ull), W(0x152Dull, 0x2C7E14AF6800000ull),
    W(0xD3C2ull, 0x1BCECCEDA1000000ull), W(0x84595ull, 0x161401484A000000ull), W(0x52B7D2ull, 0xDCC80CD2E4000000ull),
    W(0x33B2E3Cull, 0x9FD0803CE8000000ull), W(0x204FCE5Eull, 0x3E25026110000000ull), W(0x1431E0FAEull, 0x6D7217CAA0000000ull),
    W(0xC9F2C9CD0ull, 0x4674EDEA40000000ull), W(0x7E37BE2022ull, 0xC0914B2680000000ull), W(0x4EE2D6D415Bull, 0x85ACEF8100000000ull),
    W(0x314DC6448D93ull, 0x38C15B0A00000000ull), W(0x1ED09BEAD87C0ull, 0x378D8E6400000000ull), W(0x13426172C74D82ull, 0x2B878FE800000000ull),
    W(0xC097CE7BC90715ull, 0xB34B9F1000000000ull), W(0x785EE10D5DA46D9ull, 0xF436A000000000ull), W(0x4B3B4CA85A86C47Aull, 0x98A224000000000ull),
};
// A divisor with its highest bit set, floor((2^128 - 1) / divisor) - 2^64, and by how much the divisor was shifted (Möller and Granlund 2011).
typedef struct Divisor { u64 shifted, reciprocal; u32 shift; } Divisor;
static const Divisor divisor_of_ten[20] = {
    {0x8000000000000000ull, 0xFFFFFFFFFFFFFFFFull, 63}, {0xA000000000000000ull, 0x9999999999999999ull, 60},
    {0xC800000000000000ull, 0x47AE147AE147AE14ull, 57}, {0xFA00000000000000ull, 0x624DD2F1A9FBE76ull, 54},
    {0x9C40000000000000ull, 0xA36E2EB1C432CA57ull, 50}, {0xC350000000000000ull, 0x4F8B588E368F0846ull, 47},
    {0xF424000000000000ull, 0xC6F7A0B5ED8D36Bull, 44}, {0x9896800000000000ull, 0xAD7F29ABCAF48578ull, 40},
    {0xBEBC200000000000ull, 0x5798EE2308C39DF9ull, 37}, {0xEE6B280000000000ull, 0x12E0BE826D694B2Eull, 34},
    {0x9502F90000000000ull, 0xB7CDFD9D7BDBAB7Dull, 30}, {0xBA43B74000000000ull, 0x5FD7FE17964955FDull, 27},
    {0xE8D4A51000000000ull, 0x19799812DEA11197ull, 24}, {0x9184E72A00000000ull, 0xC25C268497681C26ull, 20},
    {0xB5E620F480000000ull, 0x6849B86A12B9B01Eull, 17}, {0xE35FA931A0000000ull, 0x203AF9EE756159B2ull, 14},
    {0x8E1BC9BF04000000ull, 0xCD2B297D889BC2B6ull, 10}, {0xB1A2BC2EC5000000ull, 0x70EF54646D496892ull, 7},
    {0xDE0B6B3A76400000ull, 0x2725DD1D243ABA0Eull, 4}, {0x8AC7230489E80000ull, 0xD83C94FB6D2AC34Aull, 0},
};

// --- numbers of four words --------------------------------------------------------------------------------------------------------------
typedef struct Wide { u64 word[4]; } Wide;

static Wide wide(u128 n) { return (Wide){{(u64)n, (u64)(n >> 64), 0, 0}}; }
static u128 low_half(const Wide *n) { return (u128)n->word[1] << 64 | n->word[0]; }
static bool is_narrow(const Wide *n) { return !(n->word[2] | n->word[3]); }
static bool is_below(const Wide *n, u128 limit) { return is_narrow(n) && low_half(n) < limit; }

// n *= x; false if that is too much.
static bool wide_multiply(Wide *n, u64 x)
{
    u64 carry = 0;
    for (u32 i = 0; i < 4; i++) {
        u128 t = (u128)n->word[i] * x + carry;
        n->word[i] = (u64)t;
        carry = (u64)(t >> 64);
    }
    return !carry;
}
static bool wide_shift_digits(Wide *n, u64 digits)
{
    for (; digits > 19; digits -= 19)
        if (digits > 96 || !wide_multiply(n, (u64)power_of_ten[19]))
            return false;
    return wide_multiply(n, (u64)power_of_ten[digits]);
}
static Wide wide_product(u128 a, u128 b)
{
    u64 a0 = (u64)a, a1 = (u64)(a >> 64), b0 = (u64)b, b1 = (u64)(b >> 64);
    u128 low = (u128)a0 * b0, middle = (u128)a1 * b0 + (u64)(low >> 64), other = (u128)a0 * b1 + (u64)middle;
    u128 high = (u128)a1 * b1 + (u64)(middle >> 64) + (u64)(other >> 64);
    return (Wide){{(u64)low, (u64)other, (u64)high, (u64)(high >> 64)}};
}
static Wide wide_sum(Wide a, const Wide *b) // (of numbers below 2^255)
{
    u64 carry = 0;
    for (u32 i = 0; i < 4; i++) {
        u128 t = (u128)a.word[i] + b->word[i] + carry;
        a.word[i] = (u64)t;
        carry = (u64)(t >> 64);
    }
    return a;
}
static Wide wide_difference(Wide a, const Wide *b) // a >= b
{
    u64 borrow = 0;
    for (u32 i = 0; i < 4; i++) {
        u128 t = (u128)a.word[i] - b->word[i] - borrow;
        a.word[i] = (u64)t;
        borrow = (u64)(t >> 64) & 1;
    }
    return a;
}
static int wide_compare(const Wide *a, const Wide *b)
{
    for (u32 i = 4; i--;)
        if (a->word[i] != b->word[i])
            return a->word[i] < b->word[i] ? -1 : 1;
    return 0;
}

// --- division -----------------------------------------------------------------------------------------------------------------------------
// (high, low) / d for high < d, d with its highest bit set
INLINE u64 divide_two_by_one(u64 high, u64 low, const Divisor *d, u64 *rest)
{
    u128 q = (u128)d->reciprocal * high + ((u128)high << 64 | low);
    u64 quotient = (u64)(q >> 64) + 1, r = low - quotient * d->shifted;
    if (r > (u64)q) {
        quotient--;
        r += d->shifted;
    }
    if (unlikely(r >= d->shifted)) {
        quotient++;
        r -= d->shifted;
    }
    *rest = r;
    return quotient;
}

// n /= d; gives the remainder.
static u64 wide_divide_word(Wide *n, const Divisor *d)
{
    u32 top = 4, shift = d->shift;
    while (top > 1 && !n->word[top - 1])
        top--;
    u64 rest = shift ? n->word[top - 1] >> (64 - shift) : 0;
    for (u32 i = top; i--;) {
        u64 word = n->word[i] << shift | (shift && i ? n->word[i - 1] >> (64 - shift) : 0);
        n->word[i] = divide_two_by_one(rest, word, d, &rest);
    }
    return rest >> shift;
}

// The highest word of (2^128 - 1) / d - 2^64, in two steps of 32 bits each.
static u64 reciprocal_of(u64 d)
{
    u64 high = d >> 32, low = (u32)d, rest = ~d, quotient = 0;
    for (u32 i = 0; i < 2; i++) {
        u64 q = rest / high, r = rest % high;
        while (q >> 32 || q * low > (r << 32 | 0xFFFFFFFFu)) {
            q--;
            r += high;
            if (r >> 32)
                break;
        }
        rest = (rest << 32 | 0xFFFFFFFFu) - q * d;
        quotient = quotient << 32 | q;
    }
    return quotient;
}

// Quotient of n by d, which is not 0; *rest: is anything left, or the remainder.
static Wide wide_divide(Wide n, u128 d, u128 *rest)
{
    if (!(u64)(d >> 64)) {
        u32 shift = (u32)__builtin_clzll((u64)d);
        u64 shifted = (u64)d << shift;
        Divisor divisor = {shifted, reciprocal_of(shifted), shift};
        *rest = wide_divide_word(&n, &divisor);
        return n;
    }
    u32 shift = (u32)__builtin_clzll((u64)(d >> 64));
    d <<= shift;
    u64 d1 = (u64)(d >> 64), d0 = (u64)d, v = reciprocal_of(d1), p = d1 * v + d0;
    if (p < d0) {
        v--;
        if (p >= d1) {
            v--;
            p -= d1;
        }
        p -= d1;
    }
    u128 t = (u128)v * d0;
    p += (u64)(t >> 64);
    if (p < (u64)(t >> 64)) {
        v--;
        if (((u128)p << 64 | (u64)t) >= d)
            v--;
    }
    Wide quotient = {{0, 0, 0, 0}};
    u64 words[5] = {n.word[0] << shift};
    for (u32 i = 1; i < 5; i++)
        words[i] = (i < 4 ? n.word[i] << shift : 0) | (shift ? n.word[i - 1] >> (64 - shift) : 0);
    u128 r = (u128)words[4] << 64 | words[3]; // (below d: its highest word has at most `shift` bits)
    for (u32 i = 3; i--;) {
        u64 r1 = (u64)(r >> 64), r0 = (u64)r;
        u128 q = (u128)v * r1 + r;
        u64 q1 = (u64)(q >> 64);
        u128 left = ((u128)(r0 - q1 * d1) << 64 | words[i]) - (u128)d0 * q1 - d;
        q1++;
        if ((u64)(left >> 64) >= (u64)q) {
            q1--;
            left += d;
        }
        if (unlikely(left >= d)) {
            q1++;
            left -= d;
        }
        quotient.word[i] = q1;
        r = left;
    }
    *rest = r >> shift;
    return quotient;
}

// --- digits ---------------------------------------------------------------------------------------------------------------------------
static u32 bits_of(const Wide *n)
{
    for (u32 i = 4; i--;)
        if (n->word[i])
            return 64 * i + 64 - (u32)__builtin_clzll(n->word[i]);
    return 0;
}
static u32 digits_of(u128 c) // 1 for 0
{
    Wide n = wide(c);
    u32 guess = bits_of(&n) * 1233u >> 12;
    return guess + (guess == 0 || c >= power_of_ten[guess]);
}
#endif
