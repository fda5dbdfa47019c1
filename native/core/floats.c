// Floats: Python's floor division, modulo and power, hashing, exact comparison with ints. Plain floats are never objects; only instances of
// float subclasses are (PyFloat).
#include "ints.h"
#include "core_build.h"

HOST_FUNCTION(double, fmod, (double, double));
HOST_FUNCTION(double, pow, (double, double));
HOST_FUNCTION(double, floor, (double));
HOST_FUNCTION(double, hypot, (double, double));
HOST_FUNCTION(double, atan2, (double, double));
HOST_FUNCTION(double, exp, (double));
HOST_FUNCTION(double, log, (double));
HOST_FUNCTION(double, cos, (double));
HOST_FUNCTION(double, sin, (double));

bool float_view(VM *vm, Value v, double *d)
{
    if (is_float(v)) {
        *d = float_value(v);
        return true;
    }
    if (is_object(v) && type_at(vm, ref_type(vm, v))->kind == LAYOUT_FLOAT) {
        *d = OBJ(vm, PyFloat, v)->value;
        return true;
    }
    return false;
}

double float_mod_value(double a, double b)
{
    double r = host_fmod(a, b);
    if (r) {
        if ((b < 0) != (r < 0))
            r += b;
    } else {
        r = __builtin_copysign(0.0, b);
    }
    return r;
}

Value float_mod(VM *vm, double a, double b)
{
    if (b == 0.0)
        return raise_error(vm, EXC_ZeroDivisionError, "division by zero");
    return make_float(float_mod_value(a, b));
}

Value float_floordiv(VM *vm, double a, double b)
{
    if (b == 0.0)
        return raise_error(vm, EXC_ZeroDivisionError, "division by zero");
    double r = host_fmod(a, b);
    double q = (a - r) / b; // exact up to rounding: a - r is a multiple of b
    if (r && (b < 0) != (r < 0))
        q -= 1.0;
    if (q) {
        double floored = host_floor(q);
        if (q - floored > 0.5)
            floored += 1.0;
        return make_float(floored);
    }
    return make_float(__builtin_copysign(0.0, a / b));
}

// OverflowError with C's errno and text, as Linux words them.
Value raise_range_error(VM *vm)
{
    Value text = str_from_c(vm, "Numerical result out of range");
    if (unlikely(!text))
        return EMPTY;
    Value items[2] = {int48(34), text}, args = tuple_take(vm, items, 2);
    Value exception = args ? exception_new(vm, EXC_OverflowError, args) : EMPTY;
    decref(vm, args);
    return exception ? raise_value(vm, exception) : EMPTY;
}

static bool is_odd_integer(double d) { return host_fmod(__builtin_fabs(d), 2.0) == 1.0; }

// C's pow with Python's special cases: errors instead of inf/nan, complex for a negative base with a fractional exponent.
Value float_pow(VM *vm, double a, double b)
{
    if (b == 0.0)
        return make_float(1.0);
    if (a != a)
        return make_float(a);
    if (b != b)
        return make_float(a == 1.0 ? 1.0 : b);
    bool a_infinite = a - a != 0, b_infinite = b - b != 0;
    if (b_infinite) {
        double size = __builtin_fabs(a);
        if (size == 1.0)
            return make_float(1.0);
        return make_float((b > 0) == (size > 1.0) ? __builtin_fabs(b) : 0.0);
    }
    if (a_infinite) {
        bool odd = is_odd_integer(b);
        if (b > 0)
            return make_float(odd ? a : __builtin_fabs(a));
        return make_float(odd ? __builtin_copysign(0.0, a) : 0.0);
    }
    if (a == 0.0) {
        if (b < 0)
            return raise_error(vm, EXC_ZeroDivisionError, "zero to a negative power");
        return make_float(is_odd_integer(b) ? a : 0.0);
    }
    bool negate = false;
    if (a < 0) {
        if (b != host_floor(b)) {
            double length = host_pow(-a, b), angle = b * 3.14159265358979323846;
            return complex_new(vm, length * host_cos(angle), length * host_sin(angle));
        }
        negate = is_odd_integer(b);
        a = -a;
    }
    if (a == 1.0)
        return make_float(negate ? -1.0 : 1.0);
    double r = host_pow(a, b);
    if (r - r != 0)
        return raise_range_error(vm);
    return make_float(negate ? -r : r);
}

// Hash of a number as CPython documents it: the residue modulo 2^61 - 1, so that equal numbers hash alike. NaN is the caller's case.
u64 double_hash(double d)
{
    const int bits = 61;
    const u64 modulus = (1ull << 61) - 1;
    if (d != d)
        return 0;
    if (d - d != 0)
        return d > 0 ? 314159 : (u64)-314159;
    if (d == 0)
        return 0;
    u64 word;
    __builtin_memcpy(&word, &d, 8);
    int exponent = (int)(word >> 52 & 0x7FF);
    u64 mantissa = word & 0xFFFFFFFFFFFFFull;
    if (exponent)
        mantissa |= 1ull << 52;
    else
        exponent = 1;
    exponent -= 1075; // value = mantissa · 2^exponent; 2^61 = 1 modulo 2^61 - 1, so multiplying by 2^e rotates by e mod 61
    int rotate = exponent % bits;
    if (rotate < 0)
        rotate += bits;
    u64 h = mantissa % modulus;
    h = ((h << rotate) & modulus) | h >> (bits - rotate);
    if (h == modulus)
        h = 0;
    if (word >> 63)
        h = -h;
    return h == (u64)-1 ? (u64)-2 : h;
}

// --- complex ----------------------------------------------------------------------------------------------------------------

Value complex_new(VM *vm, double real, double imag)
{
    PyComplex *c = heap_new(vm, TYPE_COMPLEX, sizeof(PyComplex));
    if (unlikely(!c))
        return EMPTY;
    c->real = real;
    c->imag = imag;
    return OFFSET_OF(vm, c);
}

// Real and imaginary part of any number; *is_complex tells a real operand from one with a zero imaginary part (they mix differently:
// CPython 3.14 follows C99 Annex G and leaves the missing part out). false: not a number, or an int too large (exception set).
static bool complex_view(VM *vm, Value v, double *real, double *imag, bool *is_complex)
{
    *imag = 0.0;
    *is_complex = false;
    if (float_view(vm, v, real))
        return true;
    if (is_int_like(vm, v)) {
        bool overflow;
        *real = int_to_double(vm, v, &overflow);
        if (overflow)
            raise_error(vm, EXC_OverflowError, "int too large to convert to float");
        return !overflow;
    }
    if (!is_object(v) || type_at(vm, ref_type(vm, v))->kind != LAYOUT_COMPLEX)
        return false;
    *real = OBJ(vm, PyComplex, v)->real;
    *imag = OBJ(vm, PyComplex, v)->imag;
    *is_complex = true;
    return true;
}

// Smith's algorithm (R. L. Smith, CACM 5(8), 1962): scales by the larger part so that nothing overflows early.
static bool complex_quotient(double ar, double ai, double br, double bi, double *qr, double *qi)
{
    double size_r = __builtin_fabs(br), size_i = __builtin_fabs(bi);
    if (size_r >= size_i) {
        if (size_r == 0.0)
            return false;
        double ratio = bi / br, d = br + bi * ratio;
        *qr = (ar + ai * ratio) / d;
        *qi = (ai - ar * ratio) / d;
    } else if (size_i >= size_r) {
        double ratio = br / bi, d = br * ratio + bi;
        *qr = (ar * ratio + ai) / d;
        *qi = (ai * ratio - ar) / d;
    } else {
        *qr = *qi = __builtin_nan("");
    }
    return true;
}

// C99 Annex G, 5.1: a product or quotient of NaN + NaNi stands for an infinity or a zero if an operand is infinite (or zero). What an
// infinite number is: its parts are ±1 where they are infinite, else ±0.
static bool is_infinite(double x) { return __builtin_fabs(x) == __builtin_inf(); }
static double boxed(double x) { return __builtin_copysign(is_infinite(x) ? 1.0 : 0.0, x); }
static double zero_for_nan(double x) { return x != x ? __builtin_copysign(0.0, x) : x; }

static void complex_product(double ar, double ai, double br, double bi, double *pr, double *pi)
{
    double ac = ar * br, bd = ai * bi, ad = ar * bi, bc = ai * br;
    *pr = ac - bd;
    *pi = ad + bc;
    if (likely(*pr == *pr || *pi == *pi))
        return;
    bool again = false;
    if (is_infinite(ar) || is_infinite(ai)) {
        ar = boxed(ar), ai = boxed(ai), br = zero_for_nan(br), bi = zero_for_nan(bi);
        again = true;
    }
    if (is_infinite(br) || is_infinite(bi)) {
        br = boxed(br), bi = boxed(bi), ar = zero_for_nan(ar), ai = zero_for_nan(ai);
        again = true;
    }
    if (!again && (is_infinite(ac) || is_infinite(bd) || is_infinite(ad) || is_infinite(bc))) { // an overflow
        ar = zero_for_nan(ar), ai = zero_for_nan(ai), br = zero_for_nan(br), bi = zero_for_nan(bi);
        again = true;
    }
    if (again) {
        *pr = __builtin_inf() * (ar * br - ai * bi);
        *pi = __builtin_inf() * (ar * bi + ai * br);
    }
}

// A real number over a complex one.
static bool real_quotient(double a, double br, double bi, double *qr, double *qi)
{
    double size_r = __builtin_fabs(br), size_i = __builtin_fabs(bi);
    if (size_r >= size_i) {
        if (size_r == 0.0)
            return false;
        double ratio = bi / br, d = br + bi * ratio;
        *qr = a / d;
        *qi = (-a * ratio) / d;
    } else if (size_i >= size_r) {
        double ratio = br / bi, d = br * ratio + bi;
        *qr = (a * ratio) / d;
        *qi = (-a) / d;
    } else {
        *qr = *qi = __builtin_nan("");
    }
    if (*qr != *qr && *qi != *qi && a - a == 0 && (is_infinite(br) || is_infinite(bi))) {
        *qr = 0.0 * (a * boxed(br));
        *qi = 0.0 * (-a * boxed(bi));
    }
    return true;
}

static void complex_quotient_again(double ar, double ai, double br, double bi, double *qr, double *qi)
{
    bool is_finite_a = ar - ar == 0 && ai - ai == 0, is_finite_b = br - br == 0 && bi - bi == 0;
    if ((is_infinite(ar) || is_infinite(ai)) && is_finite_b) {
        double x = boxed(ar), y = boxed(ai);
        *qr = __builtin_inf() * (x * br + y * bi);
        *qi = __builtin_inf() * (y * br - x * bi);
    } else if ((is_infinite(br) || is_infinite(bi)) && is_finite_a) {
        double x = boxed(br), y = boxed(bi);
        *qr = 0.0 * (ar * x + ai * y);
        *qi = 0.0 * (ai * x - ar * y);
    }
}

static Value complex_power(VM *vm, double ar, double ai, double br, double bi)
{
    if (br == 0.0 && bi == 0.0)
        return complex_new(vm, 1.0, 0.0);
    if (ar == 0.0 && ai == 0.0) {
        if (bi != 0.0 || br < 0.0)
            return raise_error(vm, EXC_ZeroDivisionError, "zero to a negative or complex power");
        return complex_new(vm, 0.0, 0.0);
    }
    if (bi == 0.0 && br == host_floor(br) && __builtin_fabs(br) <= 100.0) { // small integer powers by squaring: exact where possible
        long n = (long)__builtin_fabs(br);
        double rr = 1.0, ri = 0.0, pr = ar, pi = ai;
        for (long mask = 1; mask <= n; mask <<= 1) {
            if (n & mask)
                complex_product(rr, ri, pr, pi, &rr, &ri);
            complex_product(pr, pi, pr, pi, &pr, &pi);
        }
        if (br < 0) {
            double qr, qi;
            if (!complex_quotient(1.0, 0.0, rr, ri, &qr, &qi))
                return raise_error(vm, EXC_ZeroDivisionError, "zero to a negative or complex power");
            if (qr != qr && qi != qi)
                complex_quotient_again(1.0, 0.0, rr, ri, &qr, &qi);
            rr = qr, ri = qi;
        }
        if (is_infinite(rr) || is_infinite(ri))
            return raise_error(vm, EXC_OverflowError, "complex exponentiation");
        return complex_new(vm, rr, ri);
    }
    double size = host_hypot(ar, ai), length = host_pow(size, br), angle = host_atan2(ai, ar), phase = angle * br;
    if (bi != 0.0) {
        length *= host_exp(-angle * bi);
        phase += bi * host_log(size);
    }
    double rr = length * host_cos(phase), ri = length * host_sin(phase);
    if (is_infinite(rr) || is_infinite(ri))
        return raise_error(vm, EXC_OverflowError, "complex exponentiation");
    return complex_new(vm, rr, ri);
}

Value complex_binary(VM *vm, u32 op, Value a, Value b)
{
    double ar, ai, br, bi;
    bool a_complex, b_complex;
    if (!complex_view(vm, a, &ar, &ai, &a_complex) || !complex_view(vm, b, &br, &bi, &b_complex))
        return vm->exception ? EMPTY : NOTIMPLEMENTED;
    switch (op) {
    case BIN_ADD: return complex_new(vm, ar + br, b_complex ? (a_complex ? ai + bi : bi) : ai);
    case BIN_SUB: return complex_new(vm, ar - br, b_complex ? (a_complex ? ai - bi : -bi) : ai);
    case BIN_MUL:
        if (!b_complex)
            return complex_new(vm, ar * br, ai * br);
        if (!a_complex)
            return complex_new(vm, ar * br, ar * bi);
    {
        double pr, pi;
        complex_product(ar, ai, br, bi, &pr, &pi);
        return complex_new(vm, pr, pi);
    }
    case BIN_TRUEDIV: {
        double qr, qi;
        if (!b_complex) {
            if (br == 0.0)
                return raise_error(vm, EXC_ZeroDivisionError, "division by zero");
            return complex_new(vm, ar / br, ai / br);
        }
        if (!(a_complex ? complex_quotient(ar, ai, br, bi, &qr, &qi) : real_quotient(ar, br, bi, &qr, &qi)))
            return raise_error(vm, EXC_ZeroDivisionError, "division by zero");
        if (!a_complex)
            return complex_new(vm, qr, qi);
        if (unlikely(qr != qr && qi != qi))
            complex_quotient_again(ar, ai, br, bi, &qr, &qi);
        return complex_new(vm, qr, qi);
    }
    case BIN_POW: return complex_power(vm, ar, ai, br, bi);
    default: return NOTIMPLEMENTED;
    }
}
