// Arithmetic on ints too large for 48 bits: sign and magnitude, 32-bit limbs, 64-bit intermediate products.
#include "ints.h"
#include "limbs.h"

#define LONG_WORK_LIMBS 256 // products and quotients of more limbs look for an interruption
#define KARATSUBA_LIMBS 64 // below this many limbs the schoolbook product is faster

static u32 trimmed(const u32 *limbs, u32 count)
{
    while (count && !limbs[count - 1])
        count--;
    return count;
}

static int compare_magnitude(const u32 *a, u32 na, const u32 *b, u32 nb)
{
    if (na != nb)
        return na < nb ? -1 : 1;
    for (u32 i = na; i-- > 0;)
        if (a[i] != b[i])
            return a[i] < b[i] ? -1 : 1;
    return 0;
}

int big_compare(const IntView *a, const IntView *b)
{
    if (a->sign != b->sign)
        return a->sign < b->sign ? -1 : 1;
    int order = compare_magnitude(a->limbs, a->count, b->limbs, b->count);
    return a->sign < 0 ? -order : order;
}

u64 big_bit_length(const IntView *a)
{
    return a->count ? (u64)a->count * 32 - (u32)__builtin_clz(a->limbs[a->count - 1]) : 0;
}

// --- addition ----------------------------------------------------------------------------------------------------------

Value big_add(VM *vm, const IntView *a, const IntView *b, bool subtract)
{
    i32 b_sign = subtract ? -b->sign : b->sign;
    u32 longest = a->count > b->count ? a->count : b->count;
    PyInt *r = int_new(vm, longest + 1);
    if (unlikely(!r))
        return EMPTY;
    if (a->sign == b_sign || !a->sign || !b_sign) {
        u32 carry = a->count >= b->count ? add_limbs(r->limbs, a->limbs, a->count, b->limbs, b->count)
                                         : add_limbs(r->limbs, b->limbs, b->count, a->limbs, a->count);
        r->limbs[longest] = carry;
        return int_finish(vm, r, a->sign ? a->sign : b_sign, longest + 1);
    }
    int order = compare_magnitude(a->limbs, a->count, b->limbs, b->count);
    if (order >= 0)
        sub_limbs(r->limbs, a->limbs, a->count, b->limbs, b->count);
    else
        sub_limbs(r->limbs, b->limbs, b->count, a->limbs, a->count);
    return int_finish(vm, r, order == 0 ? 0 : order > 0 ? a->sign : b_sign, longest);
}

// --- multiplication ----------------------------------------------------------------------------------------------------

static u32 karatsuba_scratch(u32 n) { return n < KARATSUBA_LIMBS ? 0 : 4 * (n + 32); }

// Karatsuba's product of two numbers of n limbs: with a = a1·B + a0 and b likewise,
// a·b = a1b1·B² + ((a1+a0)(b1+b0) - a1b1 - a0b0)·B + a0b0.
static void mul_karatsuba(VM *vm, u32 *r, const u32 *a, const u32 *b, u32 n, u32 *scratch)
{
    if (n > LONG_WORK_LIMBS && interrupted(vm))
        return;
    if (n < KARATSUBA_LIMBS) {
        mul_schoolbook(r, a, n, b, n);
        return;
    }
    u32 low = (n + 1) / 2, high = n - low;
    u32 *sum_a = scratch, *sum_b = sum_a + low + 1, *middle = scratch; // middle overwrites the sums' scratch only after use
    u32 *rest = scratch + 2 * (low + 1);
    sum_a[low] = add_limbs(sum_a, a, low, a + low, high);
    sum_b[low] = add_limbs(sum_b, b, low, b + low, high);
    u32 *product = rest; // 2(low+1) limbs
    mul_karatsuba(vm, product, sum_a, sum_b, low + 1, rest + 2 * (low + 1));
    mul_karatsuba(vm, r, a, b, low, rest + 2 * (low + 1));
    mul_karatsuba(vm, r + 2 * low, a + low, b + low, high, rest + 2 * (low + 1));
    memcpy(middle, product, (size_t)(2 * (low + 1)) * 4);
    sub_limbs(middle, middle, 2 * (low + 1), r, 2 * low);
    sub_limbs(middle, middle, 2 * (low + 1), r + 2 * low, 2 * high);
    u32 count = trimmed(middle, 2 * (low + 1));
    // r has n + high limbs from `low` on, always enough: the product fits 2n limbs
    u32 room = 2 * n - low;
    add_limbs(r + low, r + low, room, middle, count < room ? count : room);
}

// r = a * b for any lengths: the longer one is cut in pieces of the shorter one's length.
static bool mul_any(VM *vm, u32 *r, const u32 *a, u32 na, const u32 *b, u32 nb)
{
    if (na < nb) {
        const u32 *t = a;
        a = b, b = t;
        u32 n = na;
        na = nb, nb = n;
    }
    if (nb < KARATSUBA_LIMBS) {
        mul_schoolbook(r, a, na, b, nb);
        return true;
    }
    u32 scratch_limbs = 2 * karatsuba_scratch(nb) + 64, bytes = (scratch_limbs + 2 * nb) * 4;
    u32 block = heap_block(vm, bytes);
    if (unlikely(!block))
        return false;
    u32 *scratch = AT(vm, u32, block), *piece = scratch + scratch_limbs;
    memset(r, 0, (size_t)(na + nb) * 4);
    u32 at = 0;
    bool is_long = na + nb > LONG_WORK_LIMBS; // what big_mul asks, too
    for (; at + nb <= na && !(is_long && interrupted(vm)); at += nb) {
        mul_karatsuba(vm, piece, a + at, b, nb, scratch);
        add_limbs(r + at, r + at, na + nb - at, piece, 2 * nb);
    }
    heap_block_free(vm, block);
    if (at + nb <= na) // interrupted
        return true;
    if (at < na) { // the rest is shorter than b
        u32 rest = na - at, count = rest + nb;
        u32 tail = heap_block(vm, count * 4);
        if (unlikely(!tail))
            return false;
        bool ok = mul_any(vm, AT(vm, u32, tail), b, nb, a + at, rest);
        if (ok)
            add_limbs(r + at, r + at, na + nb - at, AT(vm, u32, tail), count);
        heap_block_free(vm, tail);
        return ok;
    }
    return true;
}

Value big_mul(VM *vm, const IntView *a, const IntView *b)
{
    if (!a->sign || !b->sign)
        return int48(0);
    PyInt *r = int_new(vm, a->count + b->count);
    if (unlikely(!r))
        return EMPTY;
    if (unlikely(!mul_any(vm, r->limbs, a->limbs, a->count, b->limbs, b->count))) {
        heap_free(vm, r);
        return EMPTY;
    }
    if (a->count + b->count > LONG_WORK_LIMBS && interrupted(vm)) { // then the product may be unfinished
        heap_free(vm, r);
        return raise_interrupt(vm);
    }
    return int_finish(vm, r, a->sign * b->sign, a->count + b->count);
}

// --- division ------------------------------------------------------------------------------------------------------------

static u32 div_small(u32 *q, const u32 *a, u32 n, u32 d)
{
    u64 rest = 0;
    for (u32 i = n; i-- > 0;) {
        rest = rest << 32 | a[i];
        q[i] = (u32)(rest / d);
        rest %= d;
    }
    return (u32)rest;
}

// Knuth, The Art of Computer Programming, vol. 2, 4.3.1, algorithm D. u has nu+1 limbs and is normalised in place (as is v, with nv >= 2);
// q gets nu-nv+1 limbs, the remainder stays in u[0..nv), still shifted.
static void div_knuth(VM *vm, u32 *q, u32 *u, u32 nu, const u32 *v, u32 nv)
{
    u64 top = v[nv - 1], second = v[nv - 2];
    for (u32 j = nu - nv + 1; j-- > 0;) {
        if (nv > LONG_WORK_LIMBS && interrupted(vm))
            return;
        u64 numerator = (u64)u[j + nv] << 32 | u[j + nv - 1];
        u64 guess = numerator / top, rest = numerator % top;
        while (guess >> 32 || guess * second > (rest << 32 | u[j + nv - 2])) {
            guess--;
            rest += top;
            if (rest >> 32)
                break;
        }
        if (sub_row(u + j, v, nv, (u32)guess)) {
            guess--;
            u[j + nv] += add_limbs(u + j, u + j, nv, v, nv);
        }
        q[j] = (u32)guess;
    }
}

static void shift_left_limbs(u32 *r, const u32 *a, u32 n, u32 bits) // bits < 32; r has n+1 limbs
{
    u64 carry = 0;
    u32 i = 0;
    for (; i + 2 <= n; i += 2) {
        u64 x = limb_pair(a + i);
        set_limb_pair(r + i, x << bits | carry);
        carry = x >> 1 >> (63 - bits);
    }
    if (i < n) {
        u64 x = (u64)a[i] << bits | carry;
        r[i] = (u32)x;
        carry = x >> 32;
    }
    r[n] = (u32)carry;
}

static void shift_right_limbs(u32 *r, const u32 *a, u32 n, u32 bits)
{
    for (u32 i = 0; i + 1 < n; i++)
        r[i] = (u32)(limb_pair(a + i) >> bits);
    r[n - 1] = a[n - 1] >> bits;
}

// Magnitudes: q = a / b (na - nb + 1 limbs), r = a % b (nb limbs), both truncated. na >= nb.
static bool divide_magnitudes(VM *vm, u32 *q, u32 *r, const u32 *a, u32 na, const u32 *b, u32 nb)
{
    if (nb == 1) {
        r[0] = div_small(q, a, na, b[0]);
        return true;
    }
    u32 block = heap_block(vm, (na + 1 + nb + 1) * 4);
    if (unlikely(!block))
        return false;
    u32 *u = AT(vm, u32, block), *v = u + na + 1;
    u32 bits = (u32)__builtin_clz(b[nb - 1]);
    shift_left_limbs(u, a, na, bits);
    shift_left_limbs(v, b, nb, bits);
    div_knuth(vm, q, u, na, v, nb);
    shift_right_limbs(r, u, nb, bits);
    heap_block_free(vm, block);
    if (nb > LONG_WORK_LIMBS && interrupted(vm)) {
        raise_interrupt(vm);
        return false;
    }
    return true;
}

// Floor division: the quotient is rounded down, the remainder has the divisor's sign.
// The limb at `i` of a magnitude shifted left by `shift` bits.
INLINE u64 shifted_limb(const IntView *a, u32 i, u32 shift)
{
    u64 pair = (i < a->count ? (u64)a->limbs[i] << 32 : 0) | (i ? a->limbs[i - 1] : 0);
    return pair << shift >> 32 & 0xFFFFFFFF;
}
// |a| // |b| where the leading limbs say it: a quotient of about one limb, which is the same for all numbers that begin like these two.
static bool leading_quotient(const IntView *a, const IntView *b, u64 *quotient)
{
    u32 n = b->count;
    if (n < 2 || a->count < n || a->count > n + 1)
        return false;
    u32 shift = (u32)__builtin_clz(b->limbs[n - 1]);
    if (a->count > n && (u64)a->limbs[n] << shift >> 32)
        return false;
    u64 divisor = shifted_limb(b, n - 1, shift), begin = shifted_limb(a, n, shift) << 32 | shifted_limb(a, n - 1, shift);
    *quotient = begin / divisor;
    return begin / (divisor + 1) == *quotient;
}

bool big_divmod(VM *vm, const IntView *a, const IntView *b, Value *quotient, Value *remainder)
{
    u64 leading;
    if (!remainder && a->sign == b->sign && leading_quotient(a, b, &leading)) {
        *quotient = int_from_u64(vm, leading);
        return *quotient != EMPTY;
    }
    u32 nq = a->count >= b->count ? a->count - b->count + 1 : 1, nr = b->count;
    PyInt *q = int_new(vm, nq + 1), *r = q ? int_new(vm, nr > a->count ? nr : a->count + 1) : NULL;
    if (unlikely(!r)) {
        if (q)
            heap_free(vm, q);
        return false;
    }
    bool ok = true;
    if (compare_magnitude(a->limbs, a->count, b->limbs, b->count) < 0) {
        memset(q->limbs, 0, (size_t)(nq + 1) * 4);
        memcpy(r->limbs, a->limbs, (size_t)a->count * 4);
        nr = a->count;
    } else {
        ok = divide_magnitudes(vm, q->limbs, r->limbs, a->limbs, a->count, b->limbs, b->count);
    }
    if (unlikely(!ok)) {
        heap_free(vm, q);
        heap_free(vm, r);
        return false;
    }
    nr = trimmed(r->limbs, nr);
    q->limbs[nq] = 0;
    if (nr && a->sign != b->sign && a->sign) { // round down: q = -(q + 1), r = |b| - r with b's sign
        u32 one = 1;
        add_limbs(q->limbs, q->limbs, nq + 1, &one, 1);
        PyInt *flipped = int_new(vm, b->count);
        if (unlikely(!flipped)) {
            heap_free(vm, q);
            heap_free(vm, r);
            return false;
        }
        sub_limbs(flipped->limbs, b->limbs, b->count, r->limbs, nr);
        heap_free(vm, r);
        r = flipped;
        nr = b->count;
    }
    Value qv = int_finish(vm, q, a->sign * b->sign, nq + 1), rv = int_finish(vm, r, b->sign, nr);
    if (quotient)
        *quotient = qv;
    else
        decref(vm, qv);
    if (remainder)
        *remainder = rv;
    else
        decref(vm, rv);
    return true;
}
Value int_divmod(VM *vm, Value a, Value b)
{
    IntView x, y;
    Value parts[2];
    int_view(vm, a, &x);
    int_view(vm, b, &y);
    return big_divmod(vm, &x, &y, &parts[0], &parts[1]) ? tuple_take(vm, parts, 2) : EMPTY;
}

// --- shifts and bits -------------------------------------------------------------------------------------------------------

Value big_shift_left(VM *vm, const IntView *a, u64 bits)
{
    if (!a->sign)
        return int48(0);
    u64 whole = bits / 32;
    if (unlikely(whole + a->count + 1 > 0x30000000u))
        return raise_memory_error(vm);
    u32 n = (u32)whole + a->count + 1;
    PyInt *r = int_new(vm, n);
    if (unlikely(!r))
        return EMPTY;
    memset(r->limbs, 0, (size_t)whole * 4);
    shift_left_limbs(r->limbs + whole, a->limbs, a->count, bits % 32);
    return int_finish(vm, r, a->sign, n);
}

Value big_shift_right(VM *vm, const IntView *a, u64 bits)
{
    u64 whole = bits / 32;
    if (whole >= a->count)
        return int48(a->sign < 0 ? -1 : 0);
    u32 n = a->count - (u32)whole;
    PyInt *r = int_new(vm, n + 1);
    if (unlikely(!r))
        return EMPTY;
    bool lost = false; // a bit shifted out: floor of a negative number is one further down
    for (u32 i = 0; i < whole && !lost; i++)
        lost = a->limbs[i] != 0;
    if (bits % 32)
        lost |= (a->limbs[whole] & ((1u << (bits % 32)) - 1)) != 0;
    shift_right_limbs(r->limbs, a->limbs + whole, n, bits % 32);
    r->limbs[n] = 0;
    if (a->sign < 0 && lost) {
        u32 one = 1;
        add_limbs(r->limbs, r->limbs, n + 1, &one, 1);
    }
    return int_finish(vm, r, a->sign, n + 1);
}

// Limb i of the infinite two's-complement form; *carry starts as 1 for negative numbers.
INLINE u32 twos_limb(const IntView *a, u32 i, u32 *carry)
{
    u32 limb = i < a->count ? a->limbs[i] : 0;
    if (a->sign >= 0)
        return limb;
    u64 x = (u64)(u32)~limb + *carry;
    *carry = (u32)(x >> 32);
    return (u32)x;
}

static Value bitwise_positive(VM *vm, u32 op, const IntView *a, const IntView *b)
{
    if (a->count < b->count) {
        const IntView *t = a;
        a = b, b = t;
    }
    u32 n = b->count, length = op == BIN_AND ? n : a->count;
    PyInt *r = int_new(vm, length);
    if (unlikely(!r))
        return EMPTY;
    for (u32 i = 0; i < n; i++) {
        u32 x = a->limbs[i], y = b->limbs[i];
        r->limbs[i] = op == BIN_AND ? x & y : op == BIN_OR ? x | y : x ^ y;
    }
    if (length > n)
        memcpy(r->limbs + n, a->limbs + n, (size_t)(length - n) * 4);
    return int_finish(vm, r, 1, length);
}

Value big_bitwise(VM *vm, u32 op, const IntView *a, const IntView *b)
{
    if (a->sign >= 0 && b->sign >= 0)
        return bitwise_positive(vm, op, a, b);
    u32 n = (a->count > b->count ? a->count : b->count) + 1;
    PyInt *r = int_new(vm, n);
    if (unlikely(!r))
        return EMPTY;
    u32 carry_a = 1, carry_b = 1;
    for (u32 i = 0; i < n; i++) {
        u32 x = twos_limb(a, i, &carry_a), y = twos_limb(b, i, &carry_b);
        r->limbs[i] = op == BIN_AND ? x & y : op == BIN_OR ? x | y : x ^ y;
    }
    if (!(r->limbs[n - 1] >> 31))
        return int_finish(vm, r, 1, n);
    u32 carry = 1;
    for (u32 i = 0; i < n; i++) {
        u64 x = (u64)(u32)~r->limbs[i] + carry;
        r->limbs[i] = (u32)x;
        carry = (u32)(x >> 32);
    }
    return int_finish(vm, r, -1, n);
}

// --- powers ------------------------------------------------------------------------------------------------------------------

Value big_pow(VM *vm, Value base, u64 exponent)
{
    Value result = int48(1), square = int_plain(vm, base);
    while (square && exponent) {
        if (exponent & 1) {
            Value next = int_mul(vm, result, square);
            decref(vm, result);
            result = next;
            if (unlikely(!result))
                break;
        }
        exponent >>= 1;
        if (exponent) {
            Value next = int_mul(vm, square, square);
            decref(vm, square);
            square = next;
        }
    }
    if (unlikely(!square)) {
        decref(vm, result);
        return EMPTY;
    }
    decref(vm, square);
    return result;
}

static Value mul_mod(VM *vm, Value a, Value b, Value modulus)
{
    Value product = int_mul(vm, a, b);
    if (unlikely(!product))
        return EMPTY;
    Value rest = int_mod(vm, product, modulus);
    decref(vm, product);
    return rest;
}

Value big_pow_mod(VM *vm, Value base, Value exponent, Value modulus)
{
    IntView e;
    int_view(vm, exponent, &e);
    Value result = int_mod(vm, int48(1), modulus), square = int_mod(vm, base, modulus);
    u64 bits = big_bit_length(&e);
    for (u64 i = 0; result && square && i < bits; i++) {
        if (e.limbs[i / 32] >> (i % 32) & 1) {
            Value next = mul_mod(vm, result, square, modulus);
            decref(vm, result);
            result = next;
        }
        if (result && i + 1 < bits) {
            Value next = mul_mod(vm, square, square, modulus);
            decref(vm, square);
            square = next;
        }
    }
    if (unlikely(!result || !square)) {
        decref(vm, result);
        decref(vm, square);
        return EMPTY;
    }
    decref(vm, square);
    return result;
}

// --- to double ----------------------------------------------------------------------------------------------------------------

// mantissa·2^exponent rounded half to even, where `sticky` says that lower bits were cut off. mantissa has at most 64 bits.
static double scale(u64 mantissa, i64 exponent, bool sticky, bool *overflow)
{
    if (!mantissa)
        return 0.0;
    int zeros = __builtin_clzll(mantissa);
    mantissa <<= zeros;
    exponent -= zeros; // value = mantissa · 2^exponent with the top bit set
    i64 top = exponent + 63; // exponent of the leading bit
    if (top > 1023) {
        *overflow = true;
        return 0.0;
    }
    int drop = 11; // bits below the 53 kept
    if (top < -1022)
        drop += (int)(-1022 - top > 64 ? 64 : -1022 - top);
    if (drop >= 64) {
        if (drop > 64 || (mantissa == 1ull << 63 && !sticky))
            return 0.0;
        return 4.9406564584124654e-324;
    }
    u64 kept = mantissa >> drop, half = 1ull << (drop - 1), rest = mantissa & (2 * half - 1);
    if (rest > half || (rest == half && (sticky || (kept & 1))))
        kept++;
    i64 low_exponent = exponent + drop; // value = kept · 2^low_exponent
    double d = (double)kept;            // exact: at most 2^53
    u64 bits;
    if (kept < (1ull << 52)) { // subnormal: the bits are the value
        bits = kept;
    } else {
        __builtin_memcpy(&bits, &d, 8);
        i64 biased = (i64)(bits >> 52) + low_exponent;
        if (biased >= 2047) {
            *overflow = true;
            return 0.0;
        }
        if (biased <= 0)
            bits = kept;
        else
            bits = (bits & 0xFFFFFFFFFFFFFull) | (u64)biased << 52;
    }
    __builtin_memcpy(&d, &bits, 8);
    return d;
}

// The top 64 bits of a magnitude, the exponent of the lowest of them, and whether a lower bit is set.
static u64 top_bits(const IntView *a, i64 *exponent, bool *sticky)
{
    u32 n = a->count;
    if (n <= 2) {
        *exponent = 0;
        *sticky = false;
        return n == 0 ? 0 : n == 1 ? a->limbs[0] : (u64)a->limbs[1] << 32 | a->limbs[0];
    }
    int zeros = __builtin_clz(a->limbs[n - 1]);
    u64 high = (u64)a->limbs[n - 1] << 32 | a->limbs[n - 2];
    u64 top = zeros ? high << zeros | a->limbs[n - 3] >> (32 - zeros) : high;
    *sticky = zeros ? (a->limbs[n - 3] << zeros) != 0 : a->limbs[n - 3] != 0;
    for (u32 i = 0; i + 3 < n && !*sticky; i++)
        *sticky = a->limbs[i] != 0;
    *exponent = (i64)(n - 2) * 32 - zeros;
    return top;
}

double big_to_double(const IntView *a, bool *overflow)
{
    i64 exponent;
    bool sticky;
    u64 top = top_bits(a, &exponent, &sticky);
    *overflow = false;
    double d = scale(top, exponent, sticky, overflow);
    return a->sign < 0 ? -d : d;
}

// a / b: scale the numerator so that the quotient has 64 to 96 bits, then round once.
double big_true_divide(VM *vm, const IntView *a, const IntView *b, bool *failed, bool *overflow)
{
    *failed = *overflow = false;
    if (!a->sign)
        return b->sign < 0 ? -0.0 : 0.0;
    i64 shift = 66 - ((i64)big_bit_length(a) - (i64)big_bit_length(b));
    IntView n = *a, d = *b;
    n.sign = d.sign = 1;
    Value scaled = shift >= 0 ? big_shift_left(vm, &n, (u64)shift) : big_shift_left(vm, &d, (u64)-shift);
    if (unlikely(!scaled)) {
        *failed = true;
        return 0.0;
    }
    IntView view;
    int_view(vm, scaled, &view);
    Value q, r;
    bool ok = shift >= 0 ? big_divmod(vm, &view, &d, &q, &r) : big_divmod(vm, &n, &view, &q, &r);
    decref(vm, scaled);
    if (unlikely(!ok)) {
        *failed = true;
        return 0.0;
    }
    IntView quotient;
    int_view(vm, q, &quotient);
    i64 exponent;
    bool sticky;
    u64 top = top_bits(&quotient, &exponent, &sticky);
    double result = scale(top, exponent - shift, sticky || r != int48(0), overflow);
    decref(vm, q);
    decref(vm, r);
    return a->sign != b->sign ? -result : result;
}
