// The number protocol over int, float, complex and bool, exact or subclassed, and the methods of these types that need no TypeScript.
#include "ints.h"
#include "core_build.h"

HOST_FUNCTION(double, floor, (double));
HOST_FUNCTION(double, ceil, (double));
HOST_FUNCTION(double, hypot, (double, double));

INLINE bool is_complex_like(VM *vm, Value v) { return is_object(v) && type_at(vm, ref_type(vm, v))->kind == LAYOUT_COMPLEX; }

// A float operand, or an int converted. false: neither, or the int is too large (OverflowError set).
static bool double_view(VM *vm, Value v, double *d)
{
    if (float_view(vm, v, d))
        return true;
    if (!is_int_like(vm, v))
        return false;
    bool overflow;
    *d = int_to_double(vm, v, &overflow);
    if (overflow)
        raise_error(vm, EXC_OverflowError, "int too large to convert to float");
    return !overflow;
}

static Value int_true_divide(VM *vm, Value a, Value b)
{
    if (are_int48(a, b)) {
        if (b == int48(0))
            return raise_error(vm, EXC_ZeroDivisionError, "division by zero");
        return make_float((double)int48_value(a) / (double)int48_value(b));
    }
    IntView x, y;
    int_view(vm, a, &x);
    int_view(vm, b, &y);
    if (!y.sign)
        return raise_error(vm, EXC_ZeroDivisionError, "division by zero");
    bool failed, overflow;
    double q = big_true_divide(vm, &x, &y, &failed, &overflow);
    if (failed)
        return EMPTY;
    if (overflow)
        return raise_error(vm, EXC_OverflowError, "integer division result too large for a float");
    return make_float(q);
}

static Value int_binary(VM *vm, u32 op, Value a, Value b)
{
    Value wide = wide_binary(vm, op, a, b);
    if (likely(wide != NOTIMPLEMENTED))
        return wide;
    switch (op) {
    case BIN_ADD: return int_add(vm, a, b);
    case BIN_SUB: return int_sub(vm, a, b);
    case BIN_MUL: return int_mul(vm, a, b);
    case BIN_TRUEDIV: return int_true_divide(vm, a, b);
    case BIN_FLOORDIV: return int_floordiv(vm, a, b);
    case BIN_MOD: return int_mod(vm, a, b);
    case BIN_POW: return int_pow(vm, a, b);
    case BIN_LSHIFT: return int_shift(vm, a, b, true);
    case BIN_RSHIFT: return int_shift(vm, a, b, false);
    case BIN_AND:
    case BIN_OR:
    case BIN_XOR: {
        bool both_bool = (a == TRUE || a == FALSE) && (b == TRUE || b == FALSE);
        if (both_bool)
            return op == BIN_AND ? make_bool(a == TRUE && b == TRUE) : op == BIN_OR ? make_bool(a == TRUE || b == TRUE) : make_bool(a != b);
        if (are_int48(a, b)) // payloads keep their tag: and/or of two tags is the tag
            return op == BIN_AND ? (a & b) : op == BIN_OR ? (a | b) : ((a ^ b) | INT_TAG);
        IntView x, y;
        int_view(vm, a, &x);
        int_view(vm, b, &y);
        return big_bitwise(vm, op, &x, &y);
    }
    default: return NOTIMPLEMENTED;
    }
}

static Value float_binary(VM *vm, u32 op, double a, double b)
{
    switch (op) {
    case BIN_ADD: return make_float(a + b);
    case BIN_SUB: return make_float(a - b);
    case BIN_MUL: return make_float(a * b);
    case BIN_TRUEDIV:
        if (b == 0.0)
            return raise_error(vm, EXC_ZeroDivisionError, "division by zero");
        return make_float(a / b);
    case BIN_FLOORDIV: return float_floordiv(vm, a, b);
    case BIN_MOD: return float_mod(vm, a, b);
    case BIN_POW: return float_pow(vm, a, b);
    default: return NOTIMPLEMENTED;
    }
}

// The singletons are immortal: results that are one of them need no count, but counting keeps the rule simple.
static Value counted(VM *vm, Value v)
{
    if (is_object(v) && (v == TRUE || v == FALSE || v == NOTIMPLEMENTED))
        incref_object(vm, v);
    return v;
}

INLINE bool is_plain_int(VM *vm, Value v) { return is_int48(v) || (is_object(v) && ref_type(vm, v) == TYPE_INT); }

Value number_binary(VM *vm, u32 op, Value a, Value b)
{
    if (is_plain_int(vm, a) && is_plain_int(vm, b)) // (never one of the singletons, but for MATMUL's NOTIMPLEMENTED)
        return counted(vm, int_binary(vm, op, a, b));
    double x, y;
    if (is_float(a) && is_float(b))
        return counted(vm, float_binary(vm, op, float_value(a), float_value(b)));
    bool a_int = is_int_like(vm, a), b_int = is_int_like(vm, b);
    if (a_int && b_int)
        return counted(vm, int_binary(vm, op, a, b));
    if (is_complex_like(vm, a) || is_complex_like(vm, b))
        return counted(vm, complex_binary(vm, op, a, b));
    if ((a_int || float_view(vm, a, &x)) && (b_int || float_view(vm, b, &y))) {
        if (op >= BIN_LSHIFT) // no shifts and bit operations on floats
            return retain(vm, NOTIMPLEMENTED);
        if (!double_view(vm, a, &x) || !double_view(vm, b, &y))
            return EMPTY;
        return counted(vm, float_binary(vm, op, x, y));
    }
    return retain(vm, NOTIMPLEMENTED);
}

static bool order_holds(u32 op, int order)
{
    switch (op) {
    case CMP_LT: return order < 0;
    case CMP_LE: return order <= 0;
    case CMP_EQ: return order == 0;
    case CMP_NE: return order != 0;
    case CMP_GT: return order > 0;
    default: return order >= 0;
    }
}

static bool doubles_hold(u32 op, double a, double b)
{
    switch (op) {
    case CMP_LT: return a < b;
    case CMP_LE: return a <= b;
    case CMP_EQ: return a == b;
    case CMP_NE: return a != b;
    case CMP_GT: return a > b;
    default: return a >= b;
    }
}

// Exact comparison of an int with a finite double: -1, 0, 1. By integer parts, then by whether the double has a fraction.
static int compare_int_double(VM *vm, Value n, double d, bool *failed)
{
    *failed = false;
    if (is_int48(n)) {
        double x = (double)int48_value(n); // exact
        return x < d ? -1 : x > d;
    }
    double whole = host_floor(d);
    Value truncated = int_from_double(vm, whole);
    if (unlikely(!truncated)) {
        *failed = true;
        return 0;
    }
    int order = int_compare(vm, n, truncated);
    decref(vm, truncated);
    return order == 0 && d > whole ? -1 : order;
}

Value number_compare(VM *vm, u32 op, Value a, Value b)
{
    double x, y;
    bool a_int = is_int_like(vm, a), b_int = is_int_like(vm, b);
    if (a_int && b_int)
        return retain(vm, make_bool(order_holds(op, int_compare(vm, a, b))));
    bool a_float = !a_int && float_view(vm, a, &x), b_float = !b_int && float_view(vm, b, &y);
    if (a_float && b_float)
        return retain(vm, make_bool(doubles_hold(op, x, y)));
    if (a_float && b_int) {
        if (x - x != 0) // nan and infinities compare alike with every int
            return retain(vm, make_bool(doubles_hold(op, x, 0.0)));
        bool failed;
        int order = -compare_int_double(vm, b, x, &failed);
        return failed ? EMPTY : retain(vm, make_bool(order_holds(op, order)));
    }
    if (a_int && b_float) {
        if (y - y != 0)
            return retain(vm, make_bool(doubles_hold(op, 0.0, y)));
        bool failed;
        int order = compare_int_double(vm, a, y, &failed);
        return failed ? EMPTY : retain(vm, make_bool(order_holds(op, order)));
    }
    if ((is_complex_like(vm, a) || is_complex_like(vm, b)) && (op == CMP_EQ || op == CMP_NE)) {
        Value c = is_complex_like(vm, a) ? a : b, other = c == a ? b : a;
        PyComplex *p = OBJ(vm, PyComplex, c);
        bool equal;
        if (is_complex_like(vm, other)) {
            PyComplex *q = OBJ(vm, PyComplex, other);
            equal = p->real == q->real && p->imag == q->imag;
        } else if (is_int_like(vm, other)) {
            bool failed = false;
            equal = p->imag == 0.0 && p->real - p->real == 0 && compare_int_double(vm, other, p->real, &failed) == 0;
            if (failed)
                return EMPTY;
        } else if (float_view(vm, other, &x)) {
            equal = p->imag == 0.0 && p->real == x;
        } else {
            return retain(vm, NOTIMPLEMENTED);
        }
        return retain(vm, make_bool(equal == (op == CMP_EQ)));
    }
    return retain(vm, NOTIMPLEMENTED);
}

Value number_unary(VM *vm, u32 special, Value a)
{
    double d;
    if (is_int_like(vm, a)) {
        IntView view;
        switch (special) {
        case SPECIAL_neg: return int_sub(vm, int48(0), a);
        case SPECIAL_pos: return int_plain(vm, a);
        case SPECIAL_invert: return int_sub(vm, int48(-1), a);
        case SPECIAL_abs:
            int_view(vm, a, &view);
            return view.sign < 0 ? int_sub(vm, int48(0), a) : int_plain(vm, a);
        default: return retain(vm, NOTIMPLEMENTED);
        }
    }
    if (float_view(vm, a, &d)) {
        switch (special) {
        case SPECIAL_neg: return make_float(-d);
        case SPECIAL_pos: return make_float(d);
        case SPECIAL_abs: return make_float(__builtin_fabs(d));
        default: return retain(vm, NOTIMPLEMENTED);
        }
    }
    if (is_complex_like(vm, a)) {
        PyComplex *c = OBJ(vm, PyComplex, a);
        switch (special) {
        case SPECIAL_neg: return complex_new(vm, -c->real, -c->imag);
        case SPECIAL_pos: return complex_new(vm, c->real, c->imag);
        case SPECIAL_abs: {
            double size = host_hypot(c->real, c->imag);
            if (size - size != 0 && c->real - c->real == 0 && c->imag - c->imag == 0)
                return raise_error(vm, EXC_OverflowError, "absolute value too large");
            return make_float(size);
        }
        default: return retain(vm, NOTIMPLEMENTED);
        }
    }
    return retain(vm, NOTIMPLEMENTED);
}
