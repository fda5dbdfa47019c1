// Decimal text of floats without the host: fixed notation and repr() of what programs print. All arithmetic is exact, in 128 bits; what does not fit
// (very large or small numbers, many digits, nan and infinities) is left to TypeScript (src/host/format/float-text.ts). Other notations: float_digits.c.
#include "float_text.h"

typedef unsigned __int128 u128;

#define MOST_DECIMALS 19u // 10**19 fits a word, and times a mantissa of 53 bits 127 bits

static u64 power_of_ten(u32 n) // n <= 19
{
    u64 power = 1;
    while (n--)
        power *= 10;
    return power;
}

// |x| = mantissa · 2^exponent.
u64 float_mantissa(double x, i32 *exponent)
{
    u64 bits;
    __builtin_memcpy(&bits, &x, 8);
    u32 biased = bits >> 52 & 0x7FF;
    *exponent = (i32)(biased ? biased : 1) - 1075;
    return (bits & 0xFFFFFFFFFFFFFull) | (biased ? 1ull << 52 : 0);
}

// Decimal digits of n at `to`, at least `least` of them.
u32 put_digits(u8 *to, u64 n, u32 least)
{
    u8 digits[20];
    u32 at = sizeof digits;
    do
        digits[--at] = (u8)('0' + n % 10);
    while (n /= 10);
    u32 count = (u32)sizeof digits - at, zeros = least > count ? least - count : 0;
    memset(to, '0', zeros);
    memcpy(to + zeros, digits + at, count);
    return zeros + count;
}

// whole + fraction/10^decimals = |x| rounded half to even. `fraction` is below 10^decimals.
static bool split_decimal(double x, u32 decimals, u64 *whole, u64 *fraction)
{
    i32 exponent;
    u64 mantissa = float_mantissa(x, &exponent);
    if (decimals > MOST_DECIMALS || exponent > 11)
        return false;
    if (exponent >= 0) {
        *whole = mantissa << exponent;
        *fraction = 0;
        return true;
    }
    u32 shift = (u32)-exponent;
    *whole = shift < 64 ? mantissa >> shift : 0;
    u64 rest = shift < 64 ? mantissa & ((1ull << shift) - 1) : mantissa;
    u64 unit = power_of_ten(decimals);
    u128 scaled = (u128)rest * unit;
    if (shift > 127) {
        *fraction = 0; // less than half a unit
        return true;
    }
    u64 quotient = (u64)(scaled >> shift); // at most unit
    u128 left = scaled & (((u128)1 << shift) - 1), half = (u128)1 << (shift - 1);
    if (left > half || (left == half && (decimals ? quotient & 1 : *whole & 1)))
        quotient++;
    if (quotient >= unit) {
        quotient -= unit;
        ++*whole;
    }
    *fraction = quotient;
    return true;
}

// |x| with so many decimals; the number of characters, 0 if that is not for this file. Room for FLOAT_TEXT_BYTES.
u32 float_fixed_text(u8 *to, double x, u32 decimals)
{
    u64 whole;
    u64 fraction;
    if (!split_decimal(x, decimals, &whole, &fraction))
        return 0;
    u32 length = put_digits(to, whole, 1);
    if (decimals == 0)
        return length;
    to[length++] = '.';
    return length + put_digits(to + length, fraction, decimals);
}

// The double nearest to |x| rounded to so many decimals; false: not for this file.
bool float_rounded(double x, u32 decimals, double *result)
{
    u64 whole;
    u64 fraction;
    if (decimals > 15 || !split_decimal(x, decimals, &whole, &fraction))
        return false;
    u128 digits = (u128)whole * power_of_ten(decimals) + fraction;
    if (digits >> 53)
        return false;
    *result = (double)(u64)digits / (double)power_of_ten(decimals); // both exact, so the quotient is the nearest double
    return true;
}

// repr(|x|) for numbers that are written without an exponent: the shortest digits that read back as x, of these the nearest.
u32 float_short_text(u8 *to, double x)
{
    if (!(x < 9007199254740992.0)) // 2**53; nan too
        return 0;
    if (x == (double)(u64)x) {
        u32 length = put_digits(to, (u64)x, 1);
        to[length] = '.';
        to[length + 1] = '0';
        return length + 2;
    }
    if (x < 0.0001)
        return 0;
    i32 exponent;
    u64 mantissa = float_mantissa(x, &exponent);
    // In units of 10^-decimals there are 17 digits, so the numbers that read as x hold at least one whole unit.
    u32 decimals = 16;
    for (double limit = 10; x >= limit; limit *= 10)
        decimals--;
    for (double limit = 1; x < limit; limit /= 10)
        decimals++;
    u32 shift = (u32)-exponent + 2; // (x is no integer, so the exponent is negative)
    u128 power = (u128)power_of_ten(decimals - 1) * 10, middle = (u128)(mantissa * 4) * power;
    u128 low = middle - (mantissa == 1ull << 52 ? 1 : 2) * power, high = middle + 2 * power, below = ((u128)1 << shift) - 1;
    bool ends_read_as_x = !(mantissa & 1);
    u64 first = (u64)((low + below) >> shift), last = (u64)(high >> shift);
    if (!ends_read_as_x) {
        first += !(low & below);
        last -= !(high & below);
    }
    u64 unit = 1;
    while (last / (unit * 10) * (unit * 10) >= first)
        unit *= 10;
    u64 down = (u64)(middle >> shift) / unit * unit, up = down + unit, digits;
    u128 to_down = middle - ((u128)down << shift), to_up = ((u128)up << shift) - middle;
    if (down < first)
        digits = up;
    else if (up > last)
        digits = down;
    else
        digits = to_down < to_up || (to_down == to_up && !(down / unit & 1)) ? down : up;
    for (u64 tenth = digits / 10; tenth * 10 == digits; tenth = digits / 10) {
        digits = tenth;
        decimals--;
    }
    u64 whole = 0, fraction = digits;
    if (decimals < 20) {
        whole = digits / power_of_ten(decimals);
        fraction = digits - whole * power_of_ten(decimals);
    }
    u32 length = put_digits(to, whole, 1);
    to[length++] = '.';
    return length + put_digits(to + length, fraction, decimals);
}

// repr() of a float; EMPTY without an exception: TypeScript's.
Value float_repr(VM *vm, double x)
{
    u8 text[FLOAT_TEXT_BYTES + 1] = {'-'};
    u32 length = float_short_text(text + 1, __builtin_fabs(x));
    if (!length)
        return EMPTY;
    return __builtin_signbit(x) ? str_from_bytes_ascii(vm, text, length + 1) : str_from_bytes_ascii(vm, text + 1, length);
}

// q · 2^exponent, rounded half to even; `more`: the number lies above q by less than one. The result is a normal number.
static double nearest_double(u128 q, bool more, i32 exponent)
{
    u64 high = (u64)(q >> 64), low = (u64)q;
    i32 bits = high ? 128 - __builtin_clzll(high) : low ? 64 - __builtin_clzll(low) : 0;
    i32 shift = bits > 53 ? bits - 53 : 0;
    u64 mantissa = (u64)(q >> shift);
    if (shift) {
        u128 rest = q & (((u128)1 << shift) - 1), half = (u128)1 << (shift - 1);
        mantissa += rest > half || (rest == half && (more || mantissa & 1));
    }
    u64 power = (u64)(1023 + shift + exponent) << 52;
    double scale;
    __builtin_memcpy(&scale, &power, 8);
    return (double)mantissa * scale;
}

// n / d to 64 binary places behind the 64 of the whole part: the quotient has 64 bits at least if the top bit of n is set.
static u128 divide(u64 n, u64 d, bool *more)
{
    u64 rest = n % d, places = 0;
    for (u32 i = 0; i < 64; i++) {
        bool carry = rest >> 63;
        rest <<= 1;
        places <<= 1;
        if (carry || rest >= d) {
            rest -= d;
            places |= 1;
        }
    }
    *more = rest != 0;
    return (u128)(n / d) << 64 | places;
}

// digits · 10^exponent; false: not with 128 bits.
static bool scale_by_ten(u64 digits, i32 exponent, double *result)
{
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (!(digits >> 53) && exponent >= -22 && exponent <= 22) { // both are doubles exactly (Clinger's easy case)
        *result = exponent < 0 ? (double)digits / powers[-exponent] : (double)digits * powers[exponent];
        return true;
    }
    if (!digits || exponent < -19 || exponent > 19)
        return false;
    if (exponent >= 0) {
        *result = nearest_double((u128)digits * power_of_ten((u32)exponent), false, 0);
        return true;
    }
    i32 zeros = __builtin_clzll(digits);
    bool more;
    u128 quotient = divide(digits << zeros, power_of_ten((u32)-exponent), &more);
    *result = nearest_double(quotient, more, -64 - zeros);
    return true;
}

// Reads digits[.digits][e[sign]digits] with an optional sign.
bool float_of_chars(const u8 *at, u32 length, double *result)
{
    const u8 *end = at + length;
    bool negative = at < end && *at == '-';
    if (at < end && (*at == '-' || *at == '+'))
        at++;
    u64 digits = 0;
    u32 count = 0;
    i32 exponent = 0;
    for (bool fraction = false; at < end; at++) {
        if (*at == '.' && !fraction) {
            fraction = true;
            continue;
        }
        if ((u8)(*at - '0') > 9)
            break;
        if (digits >= 1000000000000000000u) // (so no overflow)
            return false;
        digits = digits * 10 + (*at - '0');
        count++;
        exponent -= fraction;
    }
    if (!count)
        return false;
    if (at < end && (*at | 32) == 'e') {
        i32 given = 0;
        bool down = ++at < end && *at == '-';
        if (at < end && (*at == '-' || *at == '+'))
            at++;
        if (at == end || end - at > 4)
            return false;
        for (; at < end && (u8)(*at - '0') < 10; at++)
            given = given * 10 + (*at - '0');
        exponent += down ? -given : given;
    }
    double d;
    if (at != end || !scale_by_ten(digits, exponent, &d))
        return false;
    *result = negative ? -d : d;
    return true;
}

bool float_of_text(const PyStr *s, double *result) { return s->ascii && s->length <= 32 && float_of_chars(s->data, s->length, result); }
