// Ints in all their forms: conversions, comparison, hashing and the arithmetic of ints. Results that fit 48 bits are never on the heap.
#include "heap_inline.h"
#include "ints.h"

PyInt *int_new(VM *vm, u32 limb_capacity)
{
    u64 bytes = sizeof(PyInt) + (u64)limb_capacity * 4;
    if (unlikely(bytes > 0xF0000000u)) {
        raise_memory_error(vm);
        return NULL;
    }
    PyInt *r = heap_new_raw(vm, TYPE_INT, (u32)bytes, HEAP_OBJECTS); // (all limbs are written by whoever asks)
    if (likely(r))
        r->shape = r->dict_or_slots = 0;
    return r;
}

Value int_finish(VM *vm, PyInt *r, i32 sign, u32 count)
{
    while (count && !r->limbs[count - 1])
        count--;
    if (count <= 2) {
        u64 magnitude = count == 0 ? 0 : count == 1 ? r->limbs[0] : (u64)r->limbs[1] << 32 | r->limbs[0];
        if (magnitude <= (u64)INT48_MAX || (sign < 0 && magnitude == (u64)INT48_MAX + 1)) {
            heap_free(vm, r);
            return int48(sign < 0 ? -(i64)magnitude : (i64)magnitude);
        }
    }
    r->sign = sign;
    r->limb_count = count;
    return OFFSET_OF(vm, r);
}

void int_view(VM *vm, Value v, IntView *view)
{
    i64 n;
    if (is_int48(v)) {
        n = int48_value(v);
    } else if (v == TRUE || v == FALSE) {
        n = v == TRUE;
    } else {
        PyInt *p = OBJ(vm, PyInt, v);
        view->sign = p->sign;
        view->count = p->limb_count;
        view->limbs = p->limbs;
        return;
    }
    u64 magnitude = n < 0 ? (u64)-n : (u64)n;
    view->sign = n < 0 ? -1 : n > 0;
    view->small[0] = (u32)magnitude;
    view->small[1] = (u32)(magnitude >> 32);
    view->count = view->small[1] ? 2 : view->small[0] ? 1 : 0;
    view->limbs = view->small;
}

static Value from_magnitude(VM *vm, i32 sign, u64 low, u64 high)
{
    PyInt *r = int_new(vm, 4);
    if (unlikely(!r))
        return EMPTY;
    r->limbs[0] = (u32)low;
    r->limbs[1] = (u32)(low >> 32);
    r->limbs[2] = (u32)high;
    r->limbs[3] = (u32)(high >> 32);
    return int_finish(vm, r, sign, 4);
}

Value int_from_i64(VM *vm, i64 n)
{
    if (likely(fits_int48(n)))
        return int48(n);
    return from_magnitude(vm, n < 0 ? -1 : 1, n < 0 ? -(u64)n : (u64)n, 0);
}

Value int_from_u64(VM *vm, u64 n)
{
    if (likely(n <= (u64)INT48_MAX))
        return int48((i64)n);
    return from_magnitude(vm, 1, n, 0);
}

Value int_from_double(VM *vm, double d)
{
    if (d != d)
        return raise_error(vm, EXC_ValueError, "cannot convert float NaN to integer");
    if (d - d != 0)
        return raise_error(vm, EXC_OverflowError, "cannot convert float infinity to integer");
    if (d >= -9.2e18 && d <= 9.2e18)
        return int_from_i64(vm, (i64)d);
    u64 bits;
    __builtin_memcpy(&bits, &d, 8);
    u64 mantissa = (bits & 0xFFFFFFFFFFFFFull) | 1ull << 52;
    IntView view = {.sign = d < 0 ? -1 : 1, .count = 2, .small = {(u32)mantissa, (u32)(mantissa >> 32)}};
    view.limbs = view.small;
    return big_shift_left(vm, &view, ((bits >> 52) & 0x7FF) - 1075);
}

bool int_to_i64(VM *vm, Value v, i64 *result)
{
    if (likely(is_int48(v))) {
        *result = int48_value(v);
        return true;
    }
    IntView a;
    int_view(vm, v, &a);
    if (a.count > 2)
        return false;
    u64 magnitude = (u64)(a.count > 1 ? a.limbs[1] : 0) << 32 | (a.count ? a.limbs[0] : 0);
    if (magnitude > (u64)INT64_MAX + (a.sign < 0))
        return false;
    *result = a.sign < 0 ? (i64)-magnitude : (i64)magnitude;
    return true;
}

bool int_fits_index(VM *vm, Value v, i64 *result, Ref error)
{
    if (likely(is_int48(v))) {
        *result = int48_value(v);
        return true;
    }
    if (!is_int_like(vm, v)) {
        raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", v);
        return false;
    }
    if (int_to_i64(vm, v, result))
        return true;
    if (error) {
        raise_error(vm, error, "cannot fit 'int' into an index-sized integer");
        return false;
    }
    IntView a;
    int_view(vm, v, &a);
    *result = a.sign < 0 ? INT64_MIN : INT64_MAX;
    return true;
}

double int_to_double(VM *vm, Value v, bool *overflow)
{
    *overflow = false;
    if (likely(is_int48(v)))
        return (double)int48_value(v);
    IntView a;
    int_view(vm, v, &a);
    return big_to_double(&a, overflow);
}

int int_compare(VM *vm, Value a, Value b)
{
    if (likely(are_int48(a, b)))
        return (i64)(a << 16) < (i64)(b << 16) ? -1 : (a != b);
    IntView x, y;
    int_view(vm, a, &x);
    int_view(vm, b, &y);
    return big_compare(&x, &y);
}

Value int_plain(VM *vm, Value v)
{
    if (is_int48(v))
        return v;
    if (ref_type(vm, v) == TYPE_INT)
        return retain(vm, v);
    IntView a;
    int_view(vm, v, &a);
    PyInt *r = int_new(vm, a.count);
    if (unlikely(!r))
        return EMPTY;
    memcpy(r->limbs, a.limbs, (size_t)a.count * 4);
    return int_finish(vm, r, a.sign, a.count);
}

// --- hashing: the residue modulo 2^61 - 1 with the number's sign, -1 being reserved (as CPython documents for numbers) -----------

#define HASH_BITS 61
#define HASH_MODULUS ((1ull << HASH_BITS) - 1)

u64 int_hash(VM *vm, Value v)
{
    IntView a;
    int_view(vm, v, &a);
    u64 h = 0;
    for (u32 i = a.count; i-- > 0;) {
        h = ((h << 32) & HASH_MODULUS) | h >> (HASH_BITS - 32);
        h += a.limbs[i];
        if (h >= HASH_MODULUS)
            h -= HASH_MODULUS;
    }
    if (a.sign < 0)
        h = -h;
    return h == (u64)-1 ? (u64)-2 : h;
}

// --- arithmetic ------------------------------------------------------------------------------------------------------------

Value int_add(VM *vm, Value a, Value b)
{
    if (likely(are_int48(a, b)))
        return int_from_i64(vm, int48_value(a) + int48_value(b));
    IntView x, y;
    int_view(vm, a, &x);
    int_view(vm, b, &y);
    return big_add(vm, &x, &y, false);
}

Value int_sub(VM *vm, Value a, Value b)
{
    if (likely(are_int48(a, b)))
        return int_from_i64(vm, int48_value(a) - int48_value(b));
    IntView x, y;
    int_view(vm, a, &x);
    int_view(vm, b, &y);
    return big_add(vm, &x, &y, true);
}

Value int_mul(VM *vm, Value a, Value b)
{
    if (likely(are_int48(a, b))) {
        i64 x = int48_value(a), y = int48_value(b), product;
        if (likely(!__builtin_mul_overflow(x, y, &product)))
            return int_from_i64(vm, product);
        __int128_t wide = (__int128_t)x * y;
        __uint128_t magnitude = wide < 0 ? -(__uint128_t)wide : (__uint128_t)wide;
        return from_magnitude(vm, wide < 0 ? -1 : 1, (u64)magnitude, (u64)(magnitude >> 64));
    }
    IntView x, y;
    int_view(vm, a, &x);
    int_view(vm, b, &y);
    return big_mul(vm, &x, &y);
}

static bool is_zero(VM *vm, Value v)
{
    IntView a;
    int_view(vm, v, &a);
    return a.sign == 0;
}

Value int_floordiv(VM *vm, Value a, Value b)
{
    if (unlikely(is_zero(vm, b)))
        return raise_error(vm, EXC_ZeroDivisionError, "division by zero");
    if (likely(are_int48(a, b))) {
        i64 x = int48_value(a), y = int48_value(b), q = x / y;
        if (x % y && (x < 0) != (y < 0))
            q--;
        return int_from_i64(vm, q);
    }
    IntView x, y;
    int_view(vm, a, &x);
    int_view(vm, b, &y);
    Value q;
    return big_divmod(vm, &x, &y, &q, NULL) ? q : EMPTY;
}

Value int_mod(VM *vm, Value a, Value b)
{
    if (unlikely(is_zero(vm, b)))
        return raise_error(vm, EXC_ZeroDivisionError, "division by zero");
    if (likely(are_int48(a, b))) {
        i64 x = int48_value(a), y = int48_value(b), r = x % y;
        if (r && (r < 0) != (y < 0))
            r += y;
        return int48(r);
    }
    IntView x, y;
    int_view(vm, a, &x);
    int_view(vm, b, &y);
    Value r;
    return big_divmod(vm, &x, &y, NULL, &r) ? r : EMPTY;
}

Value int_pow(VM *vm, Value a, Value b)
{
    IntView base, exponent;
    int_view(vm, a, &base);
    int_view(vm, b, &exponent);
    if (exponent.sign < 0) {
        bool overflow_a, overflow_b;
        double x = int_to_double(vm, a, &overflow_a), y = int_to_double(vm, b, &overflow_b);
        if (overflow_a || overflow_b)
            return raise_error(vm, EXC_OverflowError, "int too large to convert to float");
        return float_pow(vm, x, y);
    }
    if (base.count <= 1 && (base.count == 0 || base.limbs[0] == 1)) { // 0, 1, -1: any exponent
        if (!exponent.sign)
            return int48(1);
        return base.sign < 0 && !(exponent.limbs[0] & 1) ? int48(1) : int_plain(vm, a);
    }
    i64 n;
    if (!int_to_i64(vm, b, &n) || big_bit_length(&base) * (__uint128_t)n > (u64)0x1F0000000ull * 8)
        return raise_memory_error(vm);
    return big_pow(vm, a, (u64)n);
}

Value int_shift(VM *vm, Value a, Value b, bool left)
{
    IntView by;
    int_view(vm, b, &by);
    if (by.sign < 0)
        return raise_error(vm, EXC_ValueError, "negative shift count");
    IntView x;
    int_view(vm, a, &x);
    if (!x.sign)
        return int48(0);
    i64 bits;
    if (!int_to_i64(vm, b, &bits)) {
        if (left)
            return raise_error(vm, EXC_OverflowError, "too many digits in integer");
        return int48(x.sign < 0 ? -1 : 0);
    }
    if (is_int48(a)) {
        i64 n = int48_value(a);
        if (!left)
            return int48(bits > 63 ? (n < 0 ? -1 : 0) : n >> bits);
        if (bits < 16)
            return int_from_i64(vm, n * (1ll << bits));
    }
    return left ? big_shift_left(vm, &x, (u64)bits) : big_shift_right(vm, &x, (u64)bits);
}
