// The first decimal digits of floats of any size, rounded half to even, and the notations that are made of them: e, g and format() with no more than a
// precision. Exact: a quotient of integers of as many limbs as it takes.
#include "float_text.h"

#define MOST_LIMBS 38u // 10^324 times the largest mantissa, or 10 · 2^1074

typedef struct Limbs { u32 count, at[MOST_LIMBS]; } Limbs;

static void multiply(Limbs *n, u32 factor)
{
    u64 carry = 0;
    for (u32 i = 0; i < n->count; i++) {
        carry += (u64)n->at[i] * factor;
        n->at[i] = (u32)carry;
        carry >>= 32;
    }
    if (carry)
        n->at[n->count++] = (u32)carry;
}
static void multiply_by_ten_to(Limbs *n, u32 power)
{
    for (; power >= 9; power -= 9)
        multiply(n, 1000000000u);
    for (; power; power--)
        multiply(n, 10);
}
static Limbs shifted(u64 n, u32 bits)
{
    Limbs result = {.count = bits / 32};
    for (u64 low = n << bits % 32, high = bits % 32 ? n >> (64 - bits % 32) : 0; low | high; low = low >> 32 | high << 32, high >>= 32)
        result.at[result.count++] = (u32)low;
    return result;
}
static int compare(const Limbs *a, const Limbs *b)
{
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    for (u32 i = a->count; i-- > 0;)
        if (a->at[i] != b->at[i])
            return a->at[i] < b->at[i] ? -1 : 1;
    return 0;
}
static void subtract(Limbs *a, const Limbs *b) // b is not larger
{
    u64 borrow = 0;
    for (u32 i = 0; i < a->count; i++) {
        u64 difference = (u64)a->at[i] - (i < b->count ? b->at[i] : 0) - borrow;
        a->at[i] = (u32)difference;
        borrow = difference >> 63;
    }
    while (a->count && !a->at[a->count - 1])
        a->count--;
}

// `count` digits (characters) of a finite |x|; the power of ten that the first one stands for.
static i32 first_digits(u8 *digits, double x, u32 count)
{
    memset(digits, '0', count);
    i32 exponent;
    u64 mantissa = float_mantissa(x, &exponent);
    if (!mantissa)
        return 0;
    i32 binary = exponent + 63 - __builtin_clzll(mantissa); // 2^binary <= x
    i32 power = binary * 78913 >> 18; // log10(2); or one more
    Limbs n = shifted(mantissa, exponent > 0 ? (u32)exponent : 0), unit = shifted(1, exponent < 0 ? (u32)-exponent : 0);
    multiply_by_ten_to(power < 0 ? &n : &unit, (u32)(power < 0 ? -power : power));
    Limbs ten = unit;
    multiply(&ten, 10);
    if (compare(&n, &ten) >= 0) {
        power++;
        unit = ten;
    }
    for (u32 i = 0; i < count; i++) {
        if (i)
            multiply(&n, 10);
        for (; compare(&n, &unit) >= 0; digits[i]++)
            subtract(&n, &unit);
    }
    multiply(&n, 2);
    int half = compare(&n, &unit);
    if (half < 0 || (half == 0 && !(digits[count - 1] & 1)))
        return power;
    u32 at = count;
    while (at && digits[at - 1] == '9')
        digits[--at] = '0';
    if (at) {
        digits[at - 1]++;
        return power;
    }
    digits[0] = '1';
    return power + 1;
}

// Digits d.ddd with the exponent behind them.
static u32 exponent_text(u8 *to, const u8 *digits, u32 count, bool point, i32 power)
{
    u32 length = 0;
    to[length++] = digits[0];
    if (count > 1 || point)
        to[length++] = '.';
    memcpy(to + length, digits + 1, count - 1);
    length += count - 1;
    to[length++] = 'e';
    to[length++] = power < 0 ? '-' : '+';
    return length + put_digits(to + length, (u64)(power < 0 ? -power : power), 2);
}

u32 float_exponent_text(u8 *to, double x, u32 decimals, bool point)
{
    u8 digits[MOST_FLOAT_DIGITS];
    if (decimals >= MOST_FLOAT_DIGITS)
        return 0;
    i32 power = first_digits(digits, x, decimals + 1);
    return exponent_text(to, digits, decimals + 1, point, power);
}

u32 float_general_text(u8 *to, double x, u32 precision, bool keeps_zeros, bool is_float)
{
    u8 digits[MOST_FLOAT_DIGITS];
    u32 count = precision ? precision : 1, length = 0;
    if (count > MOST_FLOAT_DIGITS)
        return 0;
    i32 power = first_digits(digits, x, count), most = (i32)count - is_float;
    u32 shown = count;
    while (!keeps_zeros && shown > 1 && digits[shown - 1] == '0')
        shown--;
    if (power < -4 || power >= most)
        return exponent_text(to, digits, shown, keeps_zeros, power);
    u32 whole = power < 0 ? 0 : (u32)power + 1;
    if (!whole)
        to[length++] = '0';
    memcpy(to + length, digits, whole); // (zeros that are not shown stand there)
    length += whole;
    if (shown > whole || keeps_zeros || is_float)
        to[length++] = '.';
    for (i32 zeros = -1 - power; zeros > 0; zeros--)
        to[length++] = '0';
    if (shown > whole) {
        memcpy(to + length, digits + whole, shown - whole);
        length += shown - whole;
    } else if (is_float && !keeps_zeros) {
        to[length++] = '0';
    }
    return length;
}
