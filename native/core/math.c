// The module math: functions of doubles through the process's libm with Python's errors, those of ints are in math_ints.c.
// An argument that is no number but has __float__ (or __index__) goes through the prelude: math_retry(name, arguments) converts and calls again.
#include "math_functions.h"

static Value domain_error(VM *vm) { return raise_error(vm, EXC_ValueError, "math domain error"); }
static Value range_error(VM *vm) { return raise_error(vm, EXC_OverflowError, "math range error"); }

// Arguments as doubles. false: *answer is the function's answer (an exception, or a tail call that converts and tries again).
static bool doubles(VM *vm, const char *name, Value *args, u32 count, double *out, Value *answer)
{
    for (u32 i = 0; i < count; i++) {
        Value v = args[i];
        if (is_float(v)) {
            out[i] = float_value(v);
        } else if (is_int48(v)) {
            out[i] = (double)int48_value(v);
        } else if (is_int_like(vm, v) && has_special_of(vm, v, TYPE_INT, SPECIAL_float)) {
            bool overflow;
            out[i] = int_to_double(vm, v, &overflow);
            if (overflow) {
                *answer = raise_error(vm, EXC_OverflowError, "int too large to convert to float");
                return false;
            }
        } else if (!float_view(vm, v, &out[i])) {
            *answer = EMPTY;
            if (!special_of(vm, v, SPECIAL_float) && !special_of(vm, v, SPECIAL_index)) {
                raise_error(vm, EXC_TypeError, "must be real number, not %T", v);
                return false;
            }
            Value text = str_from_c(vm, name), tuple = text ? tuple_from(vm, args, count) : EMPTY;
            if (tuple)
                *answer = tail_prelude(vm, PRELUDE_MATH_RETRY, 2, text, tuple);
            decref(vm, text);
            decref(vm, tuple);
            return false;
        }
    }
    return true;
}

static Value raise_input(VM *vm, const char *what, double d) // "what" ends in ", got " and the number's repr follows
{
    Value text = str_from_c(vm, what);
    if (!text)
        return EMPTY;
    Value tail = tail_host(vm, HOOK_RAISE_WITH_REPR, 3, ref_value(EXC_ValueError), text, make_float(d));
    decref(vm, text);
    return tail;
}

#define FINITE_IN "expected a finite input, got "
// One double in, one out. `bad`: the condition on x under which `message` is raised.
#define FUNCTION1(name, call, bad, message) \
    static METHOD(math_##name) \
    { \
        double x; \
        Value answer; \
        if (!doubles(vm, #name, args, 1, &x, &answer)) \
            return answer; \
        if (bad) \
            return raise_input(vm, message, x); \
        double r = call; \
        if (unlikely(!finite(r)) && finite(x)) \
            return range_error(vm); \
        return float_from_double(r); \
    }
INLINE Value float_from_double(double r)
{
    u64 bits;
    __builtin_memcpy(&bits, &r, 8);
    return float_from_bits(bits);
}

FUNCTION1(acos, host_acos(x), x > 1 || x < -1, "expected a number in range from -1 up to 1, got ")
FUNCTION1(acosh, host_acosh(x), x < 1, "expected argument value not less than 1, got ")
FUNCTION1(asin, host_asin(x), x > 1 || x < -1, "expected a number in range from -1 up to 1, got ")
FUNCTION1(asinh, host_asinh(x), false, "")
FUNCTION1(atan, host_atan(x), false, "")
FUNCTION1(atanh, host_atanh(x), x >= 1 || x <= -1, "expected a number between -1 and 1, got ")
FUNCTION1(cbrt, host_cbrt(x), false, "")
FUNCTION1(cos, host_cos(x), x - x != 0 && x == x, FINITE_IN)
FUNCTION1(cosh, host_cosh(x), false, "")
FUNCTION1(erf, host_erf(x), false, "")
FUNCTION1(erfc, host_erfc(x), false, "")
FUNCTION1(exp, host_exp(x), false, "")
FUNCTION1(exp2, host_exp2(x), false, "")
FUNCTION1(expm1, host_expm1(x), false, "")
FUNCTION1(log1p, host_log1p(x), x <= -1, "expected argument value > -1, got ")
FUNCTION1(sin, host_sin(x), x - x != 0 && x == x, FINITE_IN)
FUNCTION1(sinh, host_sinh(x), false, "")
FUNCTION1(sqrt, host_sqrt(x), x < 0, "expected a nonnegative input, got ")
FUNCTION1(tan, host_tan(x), x - x != 0 && x == x, FINITE_IN)
FUNCTION1(tanh, host_tanh(x), false, "")
FUNCTION1(fabs, __builtin_fabs(x), false, "")
FUNCTION1(degrees, x * (180.0 / PI), false, "")
FUNCTION1(radians, x * (PI / 180.0), false, "")
FUNCTION1(gamma, gamma_of(x), (x <= 0 && finite(x) && host_floor(x) == x) || x == -__builtin_inf(), "expected a noninteger or positive integer, got ")
FUNCTION1(lgamma, x == -__builtin_inf() ? __builtin_inf() : log_gamma_of(x), x <= 0 && finite(x) && host_floor(x) == x,
          "expected a noninteger or positive integer, got ")

#define FUNCTION2(name, body) \
    static METHOD(math_##name) \
    { \
        double xy[2]; \
        Value answer; \
        if (!doubles(vm, #name, args, 2, xy, &answer)) \
            return answer; \
        double x = xy[0], y = xy[1], r; \
        body return float_from_double(r); \
    }
FUNCTION2(atan2, r = host_atan2(x, y);)
FUNCTION2(copysign, r = __builtin_copysign(x, y);)
FUNCTION2(fmod, {
    if (!finite(y) && y == y && finite(x))
        return make_float(x);
    r = host_fmod(x, y);
    if (r != r && x == x && y == y)
        return domain_error(vm);
})
FUNCTION2(remainder, {
    r = host_remainder(x, y);
    if (r != r && x == x && y == y)
        return domain_error(vm);
})
FUNCTION2(pow, {
    r = host_pow(x, y);
    if (!finite(r) && finite(x) && finite(y)) {
        if (r != r || x == 0.0)
            return domain_error(vm);
        return range_error(vm);
    }
})

static METHOD(math_fma)
{
    double d[3];
    Value answer;
    if (!doubles(vm, "fma", args, 3, d, &answer))
        return answer;
    double r = host_fma(d[0], d[1], d[2]);
    if (r != r && d[0] == d[0] && d[1] == d[1] && d[2] == d[2])
        return raise_error(vm, EXC_ValueError, "invalid operation in fma");
    if (!finite(r) && finite(d[0]) && finite(d[1]) && finite(d[2]))
        return raise_error(vm, EXC_OverflowError, "overflow in fma");
    return float_from_double(r);
}

// --- logarithms: also of ints too large for a double ------------------------------------------------------------------------------------

static bool log_of(VM *vm, const char *name, Value v, double (*function)(double), double log_of_2, double *result, Value *answer)
{
    if (is_object(v) && is_int_like(vm, v)) {
        IntView view;
        int_view(vm, v, &view);
        if (view.sign <= 0) {
            *answer = raise_error(vm, EXC_ValueError, "expected a positive input");
            return false;
        }
        if (big_bit_length(&view) > 1000) { // log(m·2^e) = log(m) + e·log(2), m with the top bits
            u64 cut = big_bit_length(&view) - 64;
            Value top = big_shift_right(vm, &view, cut);
            if (!top) {
                *answer = EMPTY;
                return false;
            }
            bool overflow;
            *result = function(int_to_double(vm, top, &overflow)) + (double)cut * log_of_2;
            decref(vm, top);
            return true;
        }
    }
    double x;
    if (!doubles(vm, name, &v, 1, &x, answer))
        return false;
    if (x <= 0) {
        bool is_int = is_int48(v) || (is_object(v) && is_int_like(vm, v));
        *answer = is_int ? raise_error(vm, EXC_ValueError, "expected a positive input") : raise_input(vm, "expected a positive input, got ", x);
        return false;
    }
    *result = function(x);
    return true;
}

// A conversion that was to be done for one of several arguments has to be done for all of them.
static Value retry_with_all(VM *vm, const char *name, Value *args, u32 nargs, Value answer)
{
    if (answer != VALUE_TAIL)
        return answer;
    tail_cancel(vm);
    Value text = str_from_c(vm, name), tuple = text ? tuple_from(vm, args, nargs) : EMPTY;
    Value again = tuple ? tail_prelude(vm, PRELUDE_MATH_RETRY, 2, text, tuple) : EMPTY;
    decref(vm, text);
    decref(vm, tuple);
    return again;
}

static bool is_plain_number(VM *vm, Value v)
{
    double d;
    return is_int48(v) || is_float(v) || is_int_like(vm, v) || float_view(vm, v, &d);
}

static METHOD(math_log)
{
    double x, base;
    Value answer;
    if (!log_of(vm, "log", args[0], host_log, 0.69314718055994530942, &x, &answer))
        return nargs == 1 || is_plain_number(vm, args[0]) ? answer : retry_with_all(vm, "log", args, nargs, answer);
    if (nargs == 1)
        return float_from_double(x);
    if (!log_of(vm, "log", args[1], host_log, 0.69314718055994530942, &base, &answer))
        return is_plain_number(vm, args[1]) ? answer : retry_with_all(vm, "log", args, nargs, answer);
    if (base == 0.0)
        return raise_error(vm, EXC_ZeroDivisionError, "division by zero");
    return float_from_double(x / base);
}
static METHOD(math_log2)
{
    double x;
    Value answer;
    return log_of(vm, "log2", args[0], host_log2, 1.0, &x, &answer) ? float_from_double(x) : answer;
}
static METHOD(math_log10)
{
    double x;
    Value answer;
    return log_of(vm, "log10", args[0], host_log10, 0.30102999566398119521, &x, &answer) ? float_from_double(x) : answer;
}

// Of doubles to a double, for traces, which leave where an answer is not finite.
#define X(name) \
    CORE_EXPORT double trace_math_##name(double x) { return host_##name(x); }
X(acos) X(acosh) X(asin) X(asinh) X(atan) X(atanh) X(cbrt) X(cos) X(cosh) X(erf) X(erfc) X(exp) X(exp2) X(expm1) X(log) X(log10) X(log1p) X(log2)
X(sin) X(sinh) X(tan) X(tanh)
#undef X
CORE_EXPORT double trace_math_pow(double x, double y) { return host_pow(x, y); }
// For stencils: the answer is in vm->scratch. What is no float has an answer that is not finite.
static double double_of_bits(u64 bits)
{
    double x;
    __builtin_memcpy(&x, &bits, 8);
    return x;
}
static void answer_power(VM *vm, double power) { __builtin_memcpy(&vm->scratch[14], &power, 8); }
CORE_EXPORT __attribute__((preserve_all)) void trace_pow_2(VM *vm, u64 bits) { answer_power(vm, host_pow(__builtin_fabs(double_of_bits(bits)), 2.0)); }
CORE_EXPORT __attribute__((preserve_all)) void trace_pow_half(VM *vm, u64 bits)
{
    double x = double_of_bits(bits);
    answer_power(vm, x < 0 ? __builtin_inf() : host_pow(x == 0 ? 0.0 : x, 0.5));
}
CORE_EXPORT double trace_math_atan2(double y, double x) { return host_atan2(y, x); }

// --- tests and parts --------------------------------------------------------------------------------------------------------------------

#define TEST(name, condition) \
    static METHOD(math_##name) \
    { \
        double x; \
        Value answer; \
        return doubles(vm, #name, args, 1, &x, &answer) ? retain(vm, make_bool(condition)) : answer; \
    }
TEST(isnan, x != x)
TEST(isinf, x == x && x - x != 0)
TEST(isfinite, x - x == 0)

static Value pair(VM *vm, Value first, Value second)
{
    Value items[2] = {first, second};
    return tuple_take(vm, items, 2);
}

static METHOD(math_frexp)
{
    double x;
    Value answer;
    if (!doubles(vm, "frexp", args, 1, &x, &answer))
        return answer;
    if (!finite(x) || x == 0.0)
        return pair(vm, float_from_double(x), int48(0));
    int exponent = 0;
    u64 bits;
    if (__builtin_fabs(x) < 2.2250738585072014e-308) { // subnormal: scale up first
        x *= 18014398509481984.0;
        exponent = -54;
    }
    __builtin_memcpy(&bits, &x, 8);
    exponent += (int)(bits >> 52 & 0x7FF) - 1022;
    bits = (bits & 0x800FFFFFFFFFFFFFull) | 1022ull << 52;
    __builtin_memcpy(&x, &bits, 8);
    return pair(vm, make_float(x), int48(exponent));
}

static METHOD(math_ldexp)
{
    double x;
    Value answer;
    i64 exponent;
    if (!doubles(vm, "ldexp", args, 1, &x, &answer))
        return answer;
    if (!is_int_like(vm, args[1]))
        return raise_error(vm, EXC_TypeError, "Expected an int as second argument to ldexp.");
    int_fits_index(vm, args[1], &exponent, 0);
    if (x == 0.0 || !finite(x))
        return float_from_double(x);
    if (exponent > 100000)
        return range_error(vm);
    double r = exponent < -100000 ? __builtin_copysign(0.0, x) : host_ldexp(x, (int)exponent);
    return finite(r) ? make_float(r) : range_error(vm);
}

static METHOD(math_modf)
{
    double x;
    Value answer;
    if (!doubles(vm, "modf", args, 1, &x, &answer))
        return answer;
    if (x != x)
        return pair(vm, float_from_double(x), float_from_double(x));
    if (!finite(x))
        return pair(vm, make_float(__builtin_copysign(0.0, x)), make_float(x));
    double whole = host_trunc(x);
    return pair(vm, make_float(__builtin_copysign(x - whole, x)), make_float(whole));
}

static METHOD(math_ulp)
{
    double x;
    Value answer;
    if (!doubles(vm, "ulp", args, 1, &x, &answer))
        return answer;
    x = __builtin_fabs(x);
    if (!finite(x))
        return float_from_double(x);
    double up = host_nextafter(x, __builtin_inf());
    return make_float(finite(up) ? up - x : x - host_nextafter(x, -__builtin_inf()));
}

static METHOD(math_nextafter)
{
    double d[2];
    Value answer;
    if (!doubles(vm, "nextafter", args, 2, d, &answer))
        return answer;
    if (!kwnames || args[2] == NONE)
        return float_from_double(host_nextafter(d[0], d[1]));
    i64 steps;
    PyTuple *names = OBJ(vm, PyTuple, kwnames);
    PyStr *name = OBJ(vm, PyStr, names->items[0]);
    if (names->length != 1 || name->length != 5 || memcmp(name->data, "steps", 5) != 0)
        return raise_error(vm, EXC_TypeError, "nextafter() got an unexpected keyword argument '%S'", names->items[0]);
    if (!int_fits_index(vm, args[2], &steps, 0))
        return EMPTY;
    if (steps < 0)
        return raise_error(vm, EXC_ValueError, "steps must be a non-negative integer");
    double x = d[0], y = d[1];
    if (x != x || y != y)
        return float_from_double(x != x ? x : y);
    // Doubles of one sign are ordered like their bits: a signed count of representable numbers from zero makes stepping an addition.
    i64 from, to;
    __builtin_memcpy(&from, &x, 8);
    __builtin_memcpy(&to, &y, 8);
    from = from < 0 ? INT64_MIN - from : from;
    to = to < 0 ? INT64_MIN - to : to;
    if (from == to)
        return make_float(y);
    u64 distance = from < to ? (u64)to - (u64)from : (u64)from - (u64)to;
    if ((u64)steps >= distance)
        return make_float(y);
    i64 at = from < to ? from + steps : from - steps;
    at = at < 0 ? INT64_MIN - at : at;
    double r;
    __builtin_memcpy(&r, &at, 8);
    if (r == 0.0)
        r = __builtin_copysign(0.0, x);
    return make_float(r);
}

static METHOD(math_isclose)
{
    static const char relative[] = "rel_tol", absolute[] = "abs_tol";
    double d[4];
    Value answer, all[4] = {args[0], args[1], make_float(1e-9), make_float(0.0)};
    u32 keywords = kwnames ? OBJ(vm, PyTuple, kwnames)->length : 0;
    if (nargs != 2)
        return raise_error(vm, EXC_TypeError, "isclose() takes exactly 2 positional arguments (%u given)", nargs);
    for (u32 k = 0; k < keywords; k++) {
        PyStr *name = OBJ(vm, PyStr, OBJ(vm, PyTuple, kwnames)->items[k]);
        bool known = name->kind == 1 && name->length == 7;
        if (known && memcmp(name->data, relative, 7) == 0)
            all[2] = args[2 + k];
        else if (known && memcmp(name->data, absolute, 7) == 0)
            all[3] = args[2 + k];
        else
            return raise_error(vm, EXC_TypeError, "isclose() got an unexpected keyword argument '%S'", OBJ(vm, PyTuple, kwnames)->items[k]);
    }
    if (!doubles(vm, "isclose", all, 4, d, &answer))
        return answer;
    if (d[2] < 0 || d[3] < 0)
        return raise_error(vm, EXC_ValueError, "tolerances must be non-negative");
    double a = d[0], b = d[1];
    if (a == b)
        return retain(vm, TRUE);
    if ((a == a && !finite(a)) || (b == b && !finite(b)))
        return retain(vm, FALSE);
    double difference = __builtin_fabs(b - a);
    return retain(vm, make_bool(difference <= __builtin_fabs(d[2] * b) || difference <= __builtin_fabs(d[2] * a) || difference <= d[3]));
}

// --- rounding to ints ----------------------------------------------------------------------------------------------------------------------

static Value rounded(VM *vm, Value v, const char *special_name, double (*function)(double))
{
    if (is_float(v))
        return int_from_double(vm, function(float_value(v)));
    if (is_int48(v) || is_exact(vm, v, TYPE_INT))
        return retain(vm, v);
    Value name = str_from_c(vm, special_name); // math_call_special(x, "__floor__"): the method, or __float__ and the float's method
    Value answer = name ? tail_prelude(vm, PRELUDE_MATH_CALL_SPECIAL, 2, v, name) : EMPTY;
    decref(vm, name);
    return answer;
}
static METHOD(math_floor) { return rounded(vm, args[0], "__floor__", host_floor); }
static METHOD(math_ceil) { return rounded(vm, args[0], "__ceil__", host_ceil); }
static METHOD(math_trunc) { return rounded(vm, args[0], "__trunc__", host_trunc); }

// --- vectors ------------------------------------------------------------------------------------------------------------------------------------

// Length of a vector without overflow, to within an ulp: scaled by a power of two, squares summed with their rounding errors (Dekker's and
// Neumaier's compensation), and one Newton step on the root.
static double vector_length(double *v, u32 n)
{
    double largest = 0.0;
    bool has_nan = false;
    for (u32 i = 0; i < n; i++) {
        v[i] = __builtin_fabs(v[i]);
        has_nan |= v[i] != v[i];
        if (v[i] > largest)
            largest = v[i];
    }
    if (!finite(largest) && largest == largest)
        return largest;
    if (has_nan)
        return __builtin_nan("");
    if (largest == 0.0 || n == 1)
        return largest;
    u64 bits;
    __builtin_memcpy(&bits, &largest, 8);
    int exponent = (int)(bits >> 52) - 1022;
    if (exponent < -1000) { // nearly subnormal: exact scaling up first
        for (u32 i = 0; i < n; i++)
            v[i] *= 18014398509481984.0 * 18014398509481984.0;
        return vector_length(v, n) / (18014398509481984.0 * 18014398509481984.0);
    }
    double scale = host_ldexp(1.0, -exponent), sum = 0.0, lost = 0.0;
    for (u32 i = 0; i < n; i++) {
        double x = v[i] * scale, square = x * x, error = host_fma(x, x, -square), next = sum + square;
        lost += (sum >= square ? (sum - next) + square : (square - next) + sum) + error;
        sum = next;
    }
    double total = sum + lost, root = host_sqrt(total);
    double square = root * root, error = host_fma(root, root, -square);
    root += ((sum - square) + (lost - error)) / (2.0 * root);
    return root / scale;
}

static METHOD(math_hypot)
{
    if (!nargs)
        return make_float(0.0);
    u32 block = heap_block(vm, nargs * 8);
    if (!block)
        return EMPTY;
    Value answer;
    double *v = AT(vm, double, block);
    if (doubles(vm, "hypot", args, nargs, v, &answer))
        answer = float_from_double(vector_length(v, nargs));
    heap_block_free(vm, block);
    return answer;
}

static METHOD(math_dist)
{
    if (!is_exact(vm, args[0], TYPE_TUPLE) || !is_exact(vm, args[1], TYPE_TUPLE)) { // any iterables: the prelude makes tuples
        Value name = str_from_c(vm, "dist");
        Value answer = name ? tail_prelude(vm, PRELUDE_MATH_CALL_SPECIAL, 3, args[0], name, args[1]) : EMPTY;
        decref(vm, name);
        return answer;
    }
    PyTuple *p = OBJ(vm, PyTuple, args[0]), *q = OBJ(vm, PyTuple, args[1]);
    if (p->length != q->length)
        return raise_error(vm, EXC_ValueError, "both points must have the same number of dimensions");
    u32 n = p->length, block = heap_block(vm, 16 * n + 16);
    if (!block)
        return EMPTY;
    double *v = AT(vm, double, block);
    Value answer;
    if (doubles(vm, "dist", p->items, n, v, &answer) && doubles(vm, "dist", q->items, n, v + n, &answer)) {
        for (u32 i = 0; i < n; i++)
            v[i] -= v[n + i];
        answer = n ? float_from_double(vector_length(v, n)) : make_float(0.0);
    }
    heap_block_free(vm, block);
    return retry_with_all(vm, "dist", args, 2, answer);
}

// Exact sum of doubles (J. R. Shewchuk, Adaptive precision floating-point arithmetic, 1997): non-overlapping partial sums, rounded once.
static METHOD(math_fsum)
{
    if (!is_exact(vm, args[0], TYPE_LIST)) {
        Value name = str_from_c(vm, "fsum");
        Value answer = name ? tail_prelude(vm, PRELUDE_MATH_CALL_SPECIAL, 2, args[0], name) : EMPTY;
        decref(vm, name);
        return answer;
    }
    double partials[2112]; // doubles span 2098 bits, and no two partials share one
    u32 count = 0;
    double special = 0.0, infinities = 0.0;
    PyList *list = OBJ(vm, PyList, args[0]);
    for (u32 k = 0; k < list->length; k++) {
        double x;
        Value answer;
        if (!doubles(vm, "fsum", AT(vm, Value, list->items) + k, 1, &x, &answer)) {
            if (answer == VALUE_TAIL) { // an element with __float__: convert them all first
                tail_cancel(vm);
                Value name = str_from_c(vm, "fsum floats");
                answer = name ? tail_prelude(vm, PRELUDE_MATH_CALL_SPECIAL, 2, args[0], name) : EMPTY;
                decref(vm, name);
            }
            return answer;
        }
        if (!finite(x)) {
            if (x == x)
                infinities += x;
            special += x;
            continue;
        }
        u32 kept = 0;
        for (u32 j = 0; j < count; j++) {
            double y = partials[j];
            if (__builtin_fabs(x) < __builtin_fabs(y)) {
                double t = x;
                x = y;
                y = t;
            }
            double high = x + y, low = y - (high - x);
            if (low != 0.0)
                partials[kept++] = low;
            x = high;
        }
        if (!finite(x))
            return raise_error(vm, EXC_OverflowError, "intermediate overflow in fsum");
        count = kept;
        if (x != 0.0)
            partials[count++] = x;
    }
    if (special != 0.0) {
        if (infinities != infinities)
            return raise_error(vm, EXC_ValueError, "-inf + inf in fsum");
        return float_from_double(special);
    }
    double high = 0.0, low = 0.0;
    while (count > 0) {
        double x = high, y = partials[--count];
        high = x + y;
        low = y - (high - x);
        if (low != 0.0)
            break;
    }
    // Half an ulp left over: round half to even needs the sign of what is below.
    if (count > 0 && ((low < 0.0 && partials[count - 1] < 0.0) || (low > 0.0 && partials[count - 1] > 0.0))) {
        double y = low * 2.0, x = high + y;
        if (y == x - high)
            high = x;
    }
    return float_from_double(high);
}

#define DEF(name, low, high, signature) {#name, math_##name, low, high, 0, 0, signature}
#define KW(name, low, high, signature) {#name, math_##name, low, high, BUILTIN_FLAG_KEYWORDS, 0, signature}
#define ONE(name) DEF(name, 1, 1, "(x, /)")

const BuiltinDef math_defs[] = {
    ONE(acos), ONE(acosh), ONE(asin), ONE(asinh), ONE(atan), ONE(atanh), ONE(cbrt), ONE(ceil), ONE(cos), ONE(cosh), ONE(degrees), ONE(erf),
    ONE(erfc), ONE(exp), ONE(exp2), ONE(expm1), ONE(fabs), ONE(factorial), ONE(floor), ONE(frexp), ONE(gamma), ONE(isfinite), ONE(isinf),
    ONE(isnan), ONE(lgamma), ONE(log1p), ONE(log2), ONE(log10), ONE(modf), ONE(radians), ONE(sin), ONE(sinh), ONE(sqrt), ONE(tan), ONE(tanh),
    ONE(trunc), ONE(ulp), DEF(atan2, 2, 2, "(y, x, /)"), DEF(copysign, 2, 2, "(x, y, /)"), DEF(fmod, 2, 2, "(x, y, /)"),
    DEF(pow, 2, 2, "(x, y, /)"), DEF(remainder, 2, 2, "(x, y, /)"), DEF(fma, 3, 3, "(x, y, z, /)"), DEF(ldexp, 2, 2, "(x, i, /)"),
    DEF(log, 1, 2, NULL), KW(nextafter, 2, 2, "(x, y, /, *, steps=None)"), KW(isclose, 2, 2, "(a, b, *, rel_tol=1e-09, abs_tol=0.0)"),
    DEF(gcd, 0, 0xFFFF, "(*integers)"), DEF(lcm, 0, 0xFFFF, "(*integers)"), DEF(comb, 2, 2, "(n, k, /)"), DEF(perm, 1, 2, "(n, k=None, /)"),
    ONE(isqrt), DEF(hypot, 0, 0xFFFF, "(*coordinates)"), DEF(dist, 2, 2, "(p, q, /)"), DEF(fsum, 1, 1, "(seq, /)"),
    {"", 0, 0, 0, 0, 0, 0}};
