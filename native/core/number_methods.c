// Methods of int, float, complex and bool that need no TypeScript. Parsing, formatting and conversion to other bases are the host's.
#include "ints.h"
#include "core_build.h"
#include "quick.h"

HOST_FUNCTION(double, floor, (double));
HOST_FUNCTION(double, ceil, (double));

#define METHOD(name) static Value name(VM *vm, Value *args, u32 nargs, Ref kwnames)
#define NOT_IMPLEMENTED retain(vm, NOTIMPLEMENTED)

typedef bool (*Accepts)(VM *, Value);
static bool accepts_int(VM *vm, Value v) { return is_int_like(vm, v); }
static bool accepts_float(VM *vm, Value v)
{
    double d;
    return float_view(vm, v, &d) || is_int_like(vm, v);
}
static bool accepts_complex(VM *vm, Value v)
{
    return accepts_float(vm, v) || (is_object(v) && type_at(vm, ref_type(vm, v))->kind == LAYOUT_COMPLEX);
}
static bool accepts_bool(VM *vm, Value v) { return v == TRUE || v == FALSE; }

// The float (complex) methods see an int operand as their own kind, as CPython's do: 2 .__rtruediv__ is not theirs, 2.0 + 1 is.
static Value binary_as(VM *vm, Accepts accepts, u32 op, Value a, Value b)
{
    return accepts(vm, a) && accepts(vm, b) ? number_binary(vm, op, a, b) : NOT_IMPLEMENTED;
}
static Value compare_as(VM *vm, Accepts accepts, u32 op, Value a, Value b)
{
    return accepts(vm, a) && accepts(vm, b) ? number_compare(vm, op, a, b) : NOT_IMPLEMENTED;
}

#define BINARY_METHODS(kind, name, op) \
    METHOD(m_##kind##_##name) { return binary_as(vm, accepts_##kind, op, args[0], args[1]); } \
    METHOD(m_##kind##_r##name) { return binary_as(vm, accepts_##kind, op, args[1], args[0]); }
#define COMPARE_METHOD(kind, name, op) \
    METHOD(m_##kind##_##name) { return compare_as(vm, accepts_##kind, op, args[0], args[1]); }
#define COMPARE_METHODS(kind) \
    COMPARE_METHOD(kind, lt, CMP_LT) COMPARE_METHOD(kind, le, CMP_LE) COMPARE_METHOD(kind, eq, CMP_EQ) \
    COMPARE_METHOD(kind, ne, CMP_NE) COMPARE_METHOD(kind, gt, CMP_GT) COMPARE_METHOD(kind, ge, CMP_GE)
#define UNARY_METHOD(name, special) METHOD(name) { return number_unary(vm, special, args[0]); }

BINARY_METHODS(int, add, BIN_ADD)
BINARY_METHODS(int, sub, BIN_SUB)
BINARY_METHODS(int, mul, BIN_MUL)
BINARY_METHODS(int, truediv, BIN_TRUEDIV)
BINARY_METHODS(int, floordiv, BIN_FLOORDIV)
BINARY_METHODS(int, mod, BIN_MOD)
BINARY_METHODS(int, lshift, BIN_LSHIFT)
BINARY_METHODS(int, rshift, BIN_RSHIFT)
BINARY_METHODS(int, and, BIN_AND)
BINARY_METHODS(int, or, BIN_OR)
BINARY_METHODS(int, xor, BIN_XOR)
BINARY_METHODS(bool, and, BIN_AND)
BINARY_METHODS(bool, or, BIN_OR)
BINARY_METHODS(bool, xor, BIN_XOR)
BINARY_METHODS(float, add, BIN_ADD)
BINARY_METHODS(float, sub, BIN_SUB)
BINARY_METHODS(float, mul, BIN_MUL)
BINARY_METHODS(float, truediv, BIN_TRUEDIV)
BINARY_METHODS(float, floordiv, BIN_FLOORDIV)
BINARY_METHODS(float, mod, BIN_MOD)
BINARY_METHODS(complex, add, BIN_ADD)
BINARY_METHODS(complex, sub, BIN_SUB)
BINARY_METHODS(complex, mul, BIN_MUL)
BINARY_METHODS(complex, truediv, BIN_TRUEDIV)
COMPARE_METHODS(int)
COMPARE_METHODS(float)
COMPARE_METHOD(complex, eq, CMP_EQ)
COMPARE_METHOD(complex, ne, CMP_NE)
UNARY_METHOD(number_neg, SPECIAL_neg)
UNARY_METHOD(number_pos, SPECIAL_pos)
UNARY_METHOD(number_abs, SPECIAL_abs)
UNARY_METHOD(number_invert, SPECIAL_invert)
METHOD(complex_order) { return NOT_IMPLEMENTED; }

// pow(base, exponent, modulus): a negative exponent needs the inverse modulo (extended Euclid).
static Value int_inverse(VM *vm, Value a, Value modulus)
{
    Value r0 = int_mod(vm, a, modulus), r1 = int_plain(vm, modulus), s0 = int48(1), s1 = int48(0);
    while (r0 && r1 && s0 && s1 && r1 != int48(0)) {
        IntView x, y;
        int_view(vm, r0, &x);
        int_view(vm, r1, &y);
        Value q, rest;
        if (!big_divmod(vm, &x, &y, &q, &rest))
            goto failed;
        Value product = int_mul(vm, q, s1);
        decref(vm, q);
        Value s2 = product ? int_sub(vm, s0, product) : EMPTY;
        decref(vm, product);
        decref(vm, r0);
        decref(vm, s0);
        r0 = r1, r1 = rest, s0 = s1, s1 = s2;
    }
    if (r0 && r1 && s0 && s1) {
        if (r0 == int48(1) || r0 == int48(-1)) {
            Value inverse = r0 == int48(1) ? int_mod(vm, s0, modulus) : EMPTY;
            if (r0 == int48(-1)) {
                Value negated = int_sub(vm, int48(0), s0);
                inverse = negated ? int_mod(vm, negated, modulus) : EMPTY;
                decref(vm, negated);
            }
            decref(vm, s0);
            decref(vm, s1);
            return inverse;
        }
        raise_error(vm, EXC_ValueError, "base is not invertible for the given modulus");
    }
failed:
    decref(vm, r0);
    decref(vm, r1);
    decref(vm, s0);
    decref(vm, s1);
    return EMPTY;
}

static Value int_pow3(VM *vm, Value base, Value exponent, Value modulus)
{
    IntView e, m;
    int_view(vm, modulus, &m);
    if (!m.sign)
        return raise_error(vm, EXC_ValueError, "pow() 3rd argument cannot be 0");
    int_view(vm, exponent, &e);
    if (e.sign >= 0)
        return big_pow_mod(vm, base, exponent, modulus);
    Value inverse = int_inverse(vm, base, modulus), positive = inverse ? int_sub(vm, int48(0), exponent) : EMPTY;
    Value result = positive ? big_pow_mod(vm, inverse, positive, modulus) : EMPTY;
    decref(vm, inverse);
    decref(vm, positive);
    return result;
}

// pow() of numbers; an int modulo another.
Value quick_pow(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    bool plain = nargs >= 2 && nargs <= 3 && !kwnames;
    for (u32 i = 0; plain && i < 2; i++)
        plain = is_int48(args[i]) || is_float(args[i]) || is_exact(vm, args[i], TYPE_INT);
    if (!plain)
        return EMPTY;
    if (nargs == 2 || args[2] == NONE)
        return number_binary(vm, BIN_POW, args[0], args[1]);
    bool ints = !is_float(args[0]) && !is_float(args[1]) && (is_int48(args[2]) || is_exact(vm, args[2], TYPE_INT));
    return ints ? int_pow3(vm, args[0], args[1], args[2]) : EMPTY;
}

METHOD(int_pow_method)
{
    if (!is_int_like(vm, args[1]))
        return NOT_IMPLEMENTED;
    if (nargs < 3 || args[2] == NONE)
        return number_binary(vm, BIN_POW, args[0], args[1]);
    return is_int_like(vm, args[2]) ? int_pow3(vm, args[0], args[1], args[2]) : NOT_IMPLEMENTED;
}
METHOD(int_rpow_method)
{
    return is_int_like(vm, args[1]) ? int_pow_method(vm, (Value[]){args[1], args[0], nargs > 2 ? args[2] : NONE}, 3, kwnames) : NOT_IMPLEMENTED;
}
METHOD(float_pow_method)
{
    if (nargs > 2 && args[2] != NONE)
        return raise_error(vm, EXC_TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
    return binary_as(vm, accepts_float, BIN_POW, args[0], args[1]);
}
METHOD(float_rpow_method) { return float_pow_method(vm, (Value[]){args[1], args[0], nargs > 2 ? args[2] : NONE}, 3, kwnames); }
METHOD(complex_pow_method)
{
    if (nargs > 2 && args[2] != NONE && accepts_complex(vm, args[0]) && accepts_complex(vm, args[1]))
        return raise_error(vm, EXC_ValueError, "complex modulo");
    return binary_as(vm, accepts_complex, BIN_POW, args[0], args[1]);
}
METHOD(complex_rpow_method) { return complex_pow_method(vm, (Value[]){args[1], args[0], nargs > 2 ? args[2] : NONE}, 3, kwnames); }

static Value pair(VM *vm, Value quotient, Value rest)
{
    Value items[2] = {quotient, rest};
    if (unlikely(!quotient || !rest)) {
        decref(vm, quotient);
        decref(vm, rest);
        return EMPTY;
    }
    return tuple_take(vm, items, 2);
}
static Value divmod_as(VM *vm, Accepts accepts, Value a, Value b)
{
    if (!accepts(vm, a) || !accepts(vm, b))
        return NOT_IMPLEMENTED;
    if (accepts == accepts_int && int_compare(vm, b, int48(0)) != 0)
        return int_divmod(vm, a, b);
    Value quotient = number_binary(vm, BIN_FLOORDIV, a, b);
    return quotient ? pair(vm, quotient, number_binary(vm, BIN_MOD, a, b)) : EMPTY;
}
METHOD(m_int_divmod) { return divmod_as(vm, accepts_int, args[0], args[1]); }
METHOD(m_int_rdivmod) { return divmod_as(vm, accepts_int, args[1], args[0]); }
METHOD(m_float_divmod) { return divmod_as(vm, accepts_float, args[0], args[1]); }
METHOD(m_float_rdivmod) { return divmod_as(vm, accepts_float, args[1], args[0]); }

METHOD(int_hash_method) { return int_from_i64(vm, (i64)int_hash(vm, args[0])); }
METHOD(int_bool) { return retain(vm, make_bool(int_compare(vm, args[0], int48(0)) != 0)); }
METHOD(int_identity) { return int_plain(vm, args[0]); }
METHOD(int_float)
{
    bool overflow;
    double d = int_to_double(vm, args[0], &overflow);
    return overflow ? raise_error(vm, EXC_OverflowError, "int too large to convert to float") : make_float(d);
}
METHOD(int_bit_length)
{
    IntView a;
    int_view(vm, args[0], &a);
    return int_from_u64(vm, big_bit_length(&a));
}
METHOD(int_bit_count)
{
    IntView a;
    int_view(vm, args[0], &a);
    u64 bits = 0;
    for (u32 i = 0; i < a.count; i++) {
        u32 x = a.limbs[i];
        x -= x >> 1 & 0x55555555;
        x = (x & 0x33333333) + (x >> 2 & 0x33333333);
        bits += ((x + (x >> 4)) & 0x0F0F0F0F) * 0x01010101u >> 24;
    }
    return int_from_u64(vm, bits);
}
METHOD(int_is_integer) { return retain(vm, TRUE); }
METHOD(int_as_integer_ratio) { return pair(vm, int_plain(vm, args[0]), int48(1)); }

static double self_double(VM *vm, Value v)
{
    double d = 0;
    float_view(vm, v, &d);
    return d;
}
METHOD(float_hash)
{
    double d = self_double(vm, args[0]);
    u64 h;
    if (d != d)
        return hash_value(vm, args[0], &h) == DICT_FOUND ? int_from_i64(vm, (i64)h) : EMPTY;
    return int_from_i64(vm, (i64)double_hash(d));
}
METHOD(float_bool) { return retain(vm, make_bool(self_double(vm, args[0]) != 0.0)); }
METHOD(float_int) { return int_from_double(vm, self_double(vm, args[0])); }
METHOD(float_floor) { return int_from_double(vm, host_floor(self_double(vm, args[0]))); }
METHOD(float_ceil) { return int_from_double(vm, host_ceil(self_double(vm, args[0]))); }
METHOD(float_float) { return make_float(self_double(vm, args[0])); }
METHOD(float_is_integer)
{
    double d = self_double(vm, args[0]);
    return retain(vm, make_bool(d - d == 0 && host_floor(d) == d));
}

METHOD(complex_hash)
{
    PyComplex *c = OBJ(vm, PyComplex, args[0]);
    u64 h = double_hash(c->real) + 1000003u * double_hash(c->imag);
    return int_from_i64(vm, h == (u64)-1 ? -2 : (i64)h);
}
METHOD(complex_bool)
{
    PyComplex *c = OBJ(vm, PyComplex, args[0]);
    return retain(vm, make_bool(c->real != 0.0 || c->imag != 0.0));
}
METHOD(complex_conjugate)
{
    PyComplex *c = OBJ(vm, PyComplex, args[0]);
    return complex_new(vm, c->real, -c->imag);
}
METHOD(complex_complex)
{
    PyComplex *c = OBJ(vm, PyComplex, args[0]);
    return complex_new(vm, c->real, c->imag);
}

#define DEF(name, function, count, type, signature) {name, function, count, count, BUILTIN_FLAG_METHOD, type, signature}
#define WRAP(name, function, count, type, signature) \
    {name, function, count, count, BUILTIN_FLAG_METHOD | BUILTIN_FLAG_WRAPPER, type, signature}
#define BINARY_DEFS(kind, type, name) \
    WRAP("__" #name "__", m_##kind##_##name, 2, type, "($self, value, /)"), \
    WRAP("__r" #name "__", m_##kind##_r##name, 2, type, "($self, value, /)")
#define COMPARE_DEF(kind, type, name) WRAP("__" #name "__", m_##kind##_##name, 2, type, "($self, value, /)")
#define UNARY_DEFS(type) \
    WRAP("__neg__", number_neg, 1, type, "($self, /)"), WRAP("__pos__", number_pos, 1, type, "($self, /)"), \
    WRAP("__abs__", number_abs, 1, type, "($self, /)")
#define POW_DEFS(kind, type) \
    {"__pow__", kind##_pow_method, 2, 3, BUILTIN_FLAG_METHOD | BUILTIN_FLAG_WRAPPER, type, "($self, value, mod=None, /)"}, \
    {"__rpow__", kind##_rpow_method, 2, 3, BUILTIN_FLAG_METHOD | BUILTIN_FLAG_WRAPPER, type, "($self, value, mod=None, /)"}

const BuiltinDef number_defs[] = {
    BINARY_DEFS(int, TYPE_INT, add), BINARY_DEFS(int, TYPE_INT, sub), BINARY_DEFS(int, TYPE_INT, mul),
    BINARY_DEFS(int, TYPE_INT, truediv), BINARY_DEFS(int, TYPE_INT, floordiv), BINARY_DEFS(int, TYPE_INT, mod),
    BINARY_DEFS(int, TYPE_INT, lshift), BINARY_DEFS(int, TYPE_INT, rshift), BINARY_DEFS(int, TYPE_INT, and),
    BINARY_DEFS(int, TYPE_INT, or), BINARY_DEFS(int, TYPE_INT, xor), BINARY_DEFS(int, TYPE_INT, divmod),
    COMPARE_DEF(int, TYPE_INT, lt), COMPARE_DEF(int, TYPE_INT, le), COMPARE_DEF(int, TYPE_INT, eq),
    COMPARE_DEF(int, TYPE_INT, ne), COMPARE_DEF(int, TYPE_INT, gt), COMPARE_DEF(int, TYPE_INT, ge),
    UNARY_DEFS(TYPE_INT), WRAP("__invert__", number_invert, 1, TYPE_INT, "($self, /)"), POW_DEFS(int, TYPE_INT),
    WRAP("__hash__", int_hash_method, 1, TYPE_INT, "($self, /)"), WRAP("__bool__", int_bool, 1, TYPE_INT, "($self, /)"),
    WRAP("__index__", int_identity, 1, TYPE_INT, "($self, /)"), WRAP("__int__", int_identity, 1, TYPE_INT, "($self, /)"),
    WRAP("__float__", int_float, 1, TYPE_INT, "($self, /)"), DEF("__trunc__", int_identity, 1, TYPE_INT, "($self, /)"),
    DEF("__floor__", int_identity, 1, TYPE_INT, "($self, /)"), DEF("__ceil__", int_identity, 1, TYPE_INT, "($self, /)"),
    DEF("conjugate", int_identity, 1, TYPE_INT, "($self, /)"), DEF("bit_length", int_bit_length, 1, TYPE_INT, "($self, /)"),
    DEF("bit_count", int_bit_count, 1, TYPE_INT, "($self, /)"), DEF("is_integer", int_is_integer, 1, TYPE_INT, "($self, /)"),
    DEF("as_integer_ratio", int_as_integer_ratio, 1, TYPE_INT, "($self, /)"),

    BINARY_DEFS(bool, TYPE_BOOL, and), BINARY_DEFS(bool, TYPE_BOOL, or), BINARY_DEFS(bool, TYPE_BOOL, xor),

    BINARY_DEFS(float, TYPE_FLOAT, add), BINARY_DEFS(float, TYPE_FLOAT, sub), BINARY_DEFS(float, TYPE_FLOAT, mul),
    BINARY_DEFS(float, TYPE_FLOAT, truediv), BINARY_DEFS(float, TYPE_FLOAT, floordiv), BINARY_DEFS(float, TYPE_FLOAT, mod),
    BINARY_DEFS(float, TYPE_FLOAT, divmod), POW_DEFS(float, TYPE_FLOAT), UNARY_DEFS(TYPE_FLOAT),
    COMPARE_DEF(float, TYPE_FLOAT, lt), COMPARE_DEF(float, TYPE_FLOAT, le), COMPARE_DEF(float, TYPE_FLOAT, eq),
    COMPARE_DEF(float, TYPE_FLOAT, ne), COMPARE_DEF(float, TYPE_FLOAT, gt), COMPARE_DEF(float, TYPE_FLOAT, ge),
    WRAP("__hash__", float_hash, 1, TYPE_FLOAT, "($self, /)"), WRAP("__bool__", float_bool, 1, TYPE_FLOAT, "($self, /)"),
    WRAP("__int__", float_int, 1, TYPE_FLOAT, "($self, /)"), WRAP("__float__", float_float, 1, TYPE_FLOAT, "($self, /)"),
    DEF("__trunc__", float_int, 1, TYPE_FLOAT, "($self, /)"), DEF("__floor__", float_floor, 1, TYPE_FLOAT, "($self, /)"),
    DEF("__ceil__", float_ceil, 1, TYPE_FLOAT, "($self, /)"), DEF("conjugate", float_float, 1, TYPE_FLOAT, "($self, /)"),
    DEF("is_integer", float_is_integer, 1, TYPE_FLOAT, "($self, /)"),

    BINARY_DEFS(complex, TYPE_COMPLEX, add), BINARY_DEFS(complex, TYPE_COMPLEX, sub), BINARY_DEFS(complex, TYPE_COMPLEX, mul),
    BINARY_DEFS(complex, TYPE_COMPLEX, truediv), POW_DEFS(complex, TYPE_COMPLEX), UNARY_DEFS(TYPE_COMPLEX),
    COMPARE_DEF(complex, TYPE_COMPLEX, eq), COMPARE_DEF(complex, TYPE_COMPLEX, ne),
    WRAP("__lt__", complex_order, 2, TYPE_COMPLEX, "($self, value, /)"), WRAP("__le__", complex_order, 2, TYPE_COMPLEX, "($self, value, /)"),
    WRAP("__gt__", complex_order, 2, TYPE_COMPLEX, "($self, value, /)"), WRAP("__ge__", complex_order, 2, TYPE_COMPLEX, "($self, value, /)"),
    WRAP("__hash__", complex_hash, 1, TYPE_COMPLEX, "($self, /)"), WRAP("__bool__", complex_bool, 1, TYPE_COMPLEX, "($self, /)"),
    DEF("conjugate", complex_conjugate, 1, TYPE_COMPLEX, "($self, /)"), DEF("__complex__", complex_complex, 1, TYPE_COMPLEX, "($self, /)"),
    {"", 0, 0, 0, 0, 0, 0},
};
