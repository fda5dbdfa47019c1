// The functions of math that are about ints.
#include "math_functions.h"

static bool want_int(VM *vm, Value v)
{
    if (is_int_like(vm, v))
        return true;
    raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", v);
    return false;
}

// Lehmer's steps (Knuth, 4.5.2, algorithm L): while the quotients can be told from the 62 leading bits, Euclid's steps are collected in a matrix of
// four words, which then takes many of them at once. a >= b > 0, on the heap both; false: memory, or the quotient is too large to be told.
typedef struct Lehmer { i64 a, b, c, d; } Lehmer; // (x, y) → (a·x + b·y, c·x + d·y)
static u64 leading_bits(const IntView *v, u64 dropped) // v >> dropped, which has at most 62 bits
{
    u64 limb = dropped / 32, shift = dropped % 32, bits = 0;
    for (u32 i = 3; i-- > 0;) {
        u64 part = limb + i < v->count ? v->limbs[limb + i] : 0;
        i64 at = 32 * (i64)i - (i64)shift;
        bits |= at >= 64 ? 0 : at >= 0 ? part << at : part >> -at;
    }
    return bits;
}
static bool lehmer_steps(const IntView *x, const IntView *y, Lehmer *m)
{
    u64 dropped = big_bit_length(x) - 62;
    i64 p = (i64)leading_bits(x, dropped), q = (i64)leading_bits(y, dropped);
    *m = (Lehmer){1, 0, 0, 1};
    while (q + m->c > 0 && q + m->d > 0) {
        i64 quotient = (p + m->a) / (q + m->c);
        if (quotient != (p + m->b) / (q + m->d))
            break;
        // The entries stay below 2^31, so that products with limbs fit.
        i64 c, d, rest;
        if (__builtin_mul_overflow(quotient, m->c, &c) || __builtin_mul_overflow(quotient, m->d, &d))
            break;
        c = m->a - c;
        d = m->b - d;
        if (c > INT32_MAX || c < -INT32_MAX || d > INT32_MAX || d < -INT32_MAX)
            break;
        rest = p - quotient * q;
        *m = (Lehmer){m->c, m->d, c, d};
        p = q;
        q = rest;
    }
    return m->b != 0;
}
// a·x + b·y, which is not negative.
static Value combination(VM *vm, const IntView *x, const IntView *y, i64 a, i64 b)
{
    PyInt *r = int_new(vm, x->count + 1);
    if (unlikely(!r))
        return EMPTY;
    i64 carry = 0; // below 2^33 in either direction
    for (u32 i = 0; i < x->count; i++) {
        __int128 sum = (__int128)a * x->limbs[i] + (__int128)b * (i < y->count ? y->limbs[i] : 0) + carry;
        r->limbs[i] = (u32)sum;
        carry = (i64)(sum >> 32);
    }
    r->limbs[x->count] = (u32)carry;
    return int_finish(vm, r, 1, x->count + 1);
}

static Value gcd_of(VM *vm, Value a, Value b) // Euclid; new reference, never negative
{
    a = int_plain(vm, a);
    b = a ? int_plain(vm, b) : EMPTY;
    while (a && b && b != int48(0)) {
        if (are_int48(a, b)) {
            i64 x = int48_value(a), y = int48_value(b);
            while (y) {
                i64 t = x % y;
                x = y;
                y = t;
            }
            return int_from_i64(vm, x < 0 ? -x : x);
        }
        IntView x, y;
        int_view(vm, a, &x);
        int_view(vm, b, &y);
        Lehmer m;
        if (x.sign > 0 && y.sign > 0 && y.count > 1 && big_bit_length(&x) >= 64 && big_compare(&x, &y) >= 0 && lehmer_steps(&x, &y, &m)) {
            Value first = combination(vm, &x, &y, m.a, m.b), second = first ? combination(vm, &x, &y, m.c, m.d) : EMPTY;
            decref(vm, a);
            decref(vm, b);
            a = first;
            b = second;
            if (unlikely(interrupted(vm)) && a && b) {
                raise_interrupt(vm);
                decref(vm, b);
                b = EMPTY;
            }
            continue;
        }
        Value rest = int_mod(vm, a, b);
        decref(vm, a);
        a = b;
        b = rest;
    }
    if (!a || !b) {
        decref(vm, a);
        decref(vm, b);
        return EMPTY;
    }
    Value size = number_unary(vm, SPECIAL_abs, a);
    decref(vm, a);
    return size;
}

// The functions of ints take what has __index__ too. false: *answer is the function's answer.
static bool ints(VM *vm, const char *name, Value *args, u32 nargs, Value *answer)
{
    for (u32 i = 0; i < nargs; i++) {
        Ref special = is_int48(args[i]) || is_int_like(vm, args[i]) || args[i] == NONE ? 0 : special_of(vm, args[i], SPECIAL_index);
        if (likely(!special))
            continue;
        Value text = str_from_c(vm, name), tuple = text ? tuple_from(vm, args, nargs) : EMPTY;
        *answer = tuple ? tail_prelude(vm, PRELUDE_MATH_RETRY, 2, text, tuple) : EMPTY;
        decref(vm, text);
        decref(vm, tuple);
        return false;
    }
    return true;
}

METHOD(math_gcd)
{
    Value converted;
    if (!ints(vm, "gcd", args, nargs, &converted))
        return converted;
    Value result = int48(0);
    for (u32 i = 0; i < nargs; i++) {
        if (!want_int(vm, args[i])) {
            decref(vm, result);
            return EMPTY;
        }
        Value next = gcd_of(vm, result, args[i]);
        decref(vm, result);
        if (!(result = next))
            return EMPTY;
    }
    return result;
}

METHOD(math_lcm)
{
    Value converted;
    if (!ints(vm, "lcm", args, nargs, &converted))
        return converted;
    Value result = int48(1);
    for (u32 i = 0; i < nargs; i++) {
        if (!want_int(vm, args[i])) {
            decref(vm, result);
            return EMPTY;
        }
        Value common = gcd_of(vm, result, args[i]);
        Value next = EMPTY;
        if (common == int48(0)) {
            next = int48(0);
        } else if (common) {
            Value part = int_floordiv(vm, result, common), product = part ? int_mul(vm, part, args[i]) : EMPTY;
            next = product ? number_unary(vm, SPECIAL_abs, product) : EMPTY;
            decref(vm, part);
            decref(vm, product);
        }
        decref(vm, common);
        decref(vm, result);
        if (!(result = next))
            return EMPTY;
    }
    return result;
}

// Product of low, low+step … high by halves, so that the factors stay of like size.
static Value range_product(VM *vm, i64 low, i64 high)
{
    if (high - low < 8) {
        Value product = int48(low);
        for (i64 n = low + 1; product && n <= high; n++) {
            Value next = int_mul(vm, product, int48(n));
            decref(vm, product);
            product = next;
        }
        return product;
    }
    i64 middle = low + (high - low) / 2;
    Value left = range_product(vm, low, middle), right = left ? range_product(vm, middle + 1, high) : EMPTY;
    Value product = right ? int_mul(vm, left, right) : EMPTY;
    decref(vm, left);
    decref(vm, right);
    return product;
}

METHOD(math_factorial)
{
    Value converted;
    if (!ints(vm, "factorial", args, nargs, &converted))
        return converted;
    i64 n;
    if (!want_int(vm, args[0]))
        return EMPTY;
    if (int_compare(vm, args[0], int48(0)) < 0)
        return raise_error(vm, EXC_ValueError, "factorial() not defined for negative values");
    if (!int_to_i64(vm, args[0], &n) || n > INT32_MAX)
        return raise_error(vm, EXC_OverflowError, "factorial() argument should not exceed %d", INT32_MAX);
    return n < 2 ? int48(1) : range_product(vm, 2, n);
}

// n·(n-1)…(n-k+1), divided by k! on the way for combinations (every prefix of the product is divisible).
static Value falling(VM *vm, Value n, i64 k, bool divide)
{
    Value result = int48(1);
    for (i64 i = 0; result && i < k; i++) {
        Value factor = int_sub(vm, n, int48(i)), product = factor ? int_mul(vm, result, factor) : EMPTY;
        decref(vm, factor);
        decref(vm, result);
        result = product;
        if (divide && result) {
            Value quotient = int_floordiv(vm, result, int48(i + 1));
            decref(vm, result);
            result = quotient;
        }
    }
    return result;
}

static Value choose(VM *vm, Value *args, u32 nargs, bool divide)
{
    Value converted;
    if (!ints(vm, divide ? "comb" : "perm", args, nargs, &converted))
        return converted;
    if (!want_int(vm, args[0]) || !want_int(vm, args[1]))
        return EMPTY;
    if (int_compare(vm, args[0], int48(0)) < 0)
        return raise_error(vm, EXC_ValueError, "n must be a non-negative integer");
    if (int_compare(vm, args[1], int48(0)) < 0)
        return raise_error(vm, EXC_ValueError, "k must be a non-negative integer");
    if (int_compare(vm, args[1], args[0]) > 0)
        return int48(0);
    Value k = int_plain(vm, args[1]);
    if (divide && k) { // C(n, k) = C(n, n-k)
        Value other = int_sub(vm, args[0], k);
        if (other && int_compare(vm, other, k) < 0) {
            Value t = k;
            k = other;
            other = t;
        }
        decref(vm, other);
    }
    i64 count;
    bool fits = k && int_to_i64(vm, k, &count);
    decref(vm, k);
    if (!k)
        return EMPTY;
    if (!fits)
        return raise_error(vm, EXC_OverflowError, divide ? "min(n - k, k) must not exceed %D" : "k must not exceed %D", INT64_MAX);
    return falling(vm, args[0], count, divide);
}

METHOD(math_comb) { return choose(vm, args, nargs, true); }
METHOD(math_perm) { return nargs == 1 || args[1] == NONE ? math_factorial(vm, args, 1, 0) : choose(vm, args, nargs, false); }

// Integer square root by Newton's iteration from above: x' = (x + n/x) / 2 falls until it reaches the root.
METHOD(math_isqrt)
{
    Value converted;
    if (!ints(vm, "isqrt", args, nargs, &converted))
        return converted;
    if (!want_int(vm, args[0]))
        return EMPTY;
    IntView n;
    int_view(vm, args[0], &n);
    if (n.sign < 0)
        return raise_error(vm, EXC_ValueError, "isqrt() argument must be nonnegative");
    if (is_int48(args[0])) { // a double has room for it; its root may be rounded up to the next int
        i64 square = int48_value(args[0]), root = (i64)__builtin_sqrt((double)square);
        return int48(root * root > square ? root - 1 : root);
    }
    if (!n.sign)
        return int48(0);
    IntView one = {.sign = 1, .count = 1, .small = {1, 0}};
    one.limbs = one.small;
    Value x = big_shift_left(vm, &one, (big_bit_length(&n) + 1) / 2);
    while (x) {
        Value quotient = int_floordiv(vm, args[0], x), sum = quotient ? int_add(vm, x, quotient) : EMPTY;
        Value next = sum ? int_shift(vm, sum, int48(1), false) : EMPTY;
        decref(vm, quotient);
        decref(vm, sum);
        if (!next) {
            decref(vm, x);
            return EMPTY;
        }
        if (int_compare(vm, next, x) >= 0) {
            decref(vm, next);
            return x;
        }
        decref(vm, x);
        x = next;
    }
    return EMPTY;
}
