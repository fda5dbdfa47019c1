// Builtin functions that TypeScript has too: calls with arguments of builtin types needn't go there. EMPTY without an exception: not such a call.
#include "float_text.h"
#include "ints.h"
#include "text_writer.h"
#include "interp/interp.h"
#include "interp/arithmetic.h"

static Value fast_isinstance(VM *vm, Value *args)
{
    Value cls = args[1];
    if (!is_object(cls))
        return EMPTY;
    Ref type = type_of(vm, args[0]);
    if ((Ref)cls == type)
        return TRUE;
    Value *classes = &cls;
    u32 count = 1;
    if (ref_type(vm, cls) == TYPE_TUPLE) {
        classes = OBJ(vm, PyTuple, cls)->items;
        count = OBJ(vm, PyTuple, cls)->length;
    }
    bool found = false;
    for (u32 i = 0; i < count && !found; i++) {
        if (!is_object(classes[i]) || ref_type(vm, classes[i]) != TYPE_TYPE) // (a class with another metaclass may have __instancecheck__)
            return EMPTY;
        found = type_is_subtype(vm, type, (Ref)classes[i]);
    }
    if (!found && !class_is_type(vm, args[0]))
        return EMPTY; // its __class__ may say something else
    return make_bool(found);
}

static Value fast_chr(VM *vm, Value *args)
{
    if (!is_int48(args[0]) || (u64)int48_value(args[0]) > 0x10FFFF)
        return EMPTY;
    return str_from_char(vm, (u32)int48_value(args[0]));
}

static Value fast_ord(VM *vm, Value *args)
{
    if (!is_exact(vm, args[0], TYPE_STR) || OBJ(vm, PyStr, args[0])->length != 1)
        return EMPTY;
    return int48(str_char(OBJ(vm, PyStr, args[0]), 0));
}

static Value fast_abs(VM *vm, Value *args)
{
    if (is_float(args[0]))
        return make_float(__builtin_fabs(float_value(args[0])));
    if (!is_int48(args[0]) || int48_value(args[0]) == INT48_MIN)
        return EMPTY;
    i64 n = int48_value(args[0]);
    return int48(n < 0 ? -n : n);
}

// Two ints of which one does not fit 48 bits.
static bool is_large_int(VM *vm, Value a, Value b)
{
    return is_exact(vm, a, TYPE_INT) ? is_int48(b) || is_exact(vm, b, TYPE_INT) : is_int48(a) && is_exact(vm, b, TYPE_INT);
}

// The value of a float or of an int of 48 bits.
static bool plain_double(Value v, double *x)
{
    if (!is_float(v) && !is_int48(v))
        return false;
    *x = is_float(v) ? float_value(v) : (double)int48_value(v);
    return true;
}

static Value fast_divmod(VM *vm, Value *args)
{
    Value parts[2];
    double x, y;
    if ((is_float(args[0]) || is_float(args[1])) && plain_double(args[0], &x) && plain_double(args[1], &y) && y != 0.0) {
        parts[0] = float_floordiv(vm, x, y);
        parts[1] = float_mod(vm, x, y);
        return tuple_from(vm, parts, 2);
    }
    if (is_large_int(vm, args[0], args[1]) && args[1] != int48(0))
        return int_divmod(vm, args[0], args[1]);
    if (!are_int48(args[0], args[1]) || !int48_floordiv(args[0], args[1], &parts[0]) || !int48_mod(args[0], args[1], &parts[1]))
        return EMPTY;
    return tuple_from(vm, parts, 2);
}

static Value fast_repr(VM *vm, Value *args)
{
    if (is_int48(args[0]))
        return int48_text(vm, args[0]);
    if (is_exact(vm, args[0], TYPE_STR) && OBJ(vm, PyStr, args[0])->ascii)
        return ascii_repr(vm, OBJ(vm, PyStr, args[0]));
    return is_float(args[0]) ? float_repr(vm, float_value(args[0])) : ref_type(vm, args[0]) < STATIC_END ? container_repr(vm, args[0]) : EMPTY;
}

static Value fast_round(VM *vm, Value *args)
{
    if (is_int48(args[0]))
        return args[0];
    if (!is_float(args[0]))
        return EMPTY;
    double x = float_value(args[0]);
    if (!(__builtin_fabs(x) < (double)INT48_MAX))
        return EMPTY;
    i64 n = (i64)x;
    double rest = __builtin_fabs(x - (double)n); // exact
    if (rest > 0.5 || (rest == 0.5 && n & 1))
        n += x < 0 ? -1 : 1;
    return int48(n);
}

static Value fast_round_to(VM *vm, Value *args)
{
    if (!is_int48(args[1]) || (u64)int48_value(args[1]) > 15)
        return EMPTY;
    if (is_int48(args[0]))
        return args[0];
    double result;
    if (!is_float(args[0]) || !float_rounded(float_value(args[0]), (u32)int48_value(args[1]), &result))
        return EMPTY;
    return make_float(__builtin_copysign(result, float_value(args[0])));
}

static Value fast_pow_mod(VM *vm, Value *args)
{
    if (!are_int48(args[0], args[1]) || !is_int48(args[2]) || int48_value(args[1]) < 0 || args[2] == int48(0))
        return EMPTY;
    return big_pow_mod(vm, args[0], args[1], args[2]);
}

static Value fast_pow(VM *vm, Value *args)
{
    if (is_object(args[0]) || is_object(args[1]))
        return EMPTY;
    Value result = op_binary(vm, BINARY_POW, false, args[0], args[1]);
    ASSERT(vm, result != VALUE_TAIL);
    return result;
}

static Value large_in_base(VM *vm, Value v, u32 shift, u8 letter)
{
    IntView view;
    int_view(vm, v, &view);
    u64 bits = big_bit_length(&view), length = (view.sign < 0) + 2 + (bits + shift - 1) / shift;
    if (length > 0x3FFFFFFF)
        return raise_memory_error(vm);
    Value text = str_new(vm, (u32)length, 1);
    if (unlikely(!text))
        return EMPTY;
    PyStr *s = OBJ(vm, PyStr, text);
    s->ascii = 1;
    u8 *to = s->data;
    if (view.sign < 0)
        *to++ = '-';
    *to++ = '0';
    *to++ = letter;
    u64 rest = 0; // of digits that lie across two limbs
    u32 held = 0, limb = 0;
    for (u8 *at = s->data + length; at > to;) {
        if (held < shift) {
            rest |= (limb < view.count ? (u64)view.limbs[limb++] : 0) << held;
            held += 32;
        }
        *--at = (u8)"0123456789abcdef"[rest & ((1u << shift) - 1)];
        rest >>= shift;
        held -= shift;
    }
    return text;
}

static Value in_base(VM *vm, Value v, u32 shift, u8 letter)
{
    if (is_exact(vm, v, TYPE_INT))
        return large_in_base(vm, v, shift, letter);
    if (!is_int48(v))
        return EMPTY;
    u8 digits[56];
    u32 at = sizeof digits;
    i64 n = int48_value(v);
    u64 rest = n < 0 ? (u64)-n : (u64)n;
    do
        digits[--at] = (u8)"0123456789abcdef"[rest & ((1u << shift) - 1)];
    while (rest >>= shift);
    digits[--at] = letter;
    digits[--at] = '0';
    if (n < 0)
        digits[--at] = '-';
    return str_from_bytes_ascii(vm, digits + at, (u32)sizeof digits - at);
}
static Value fast_hex(VM *vm, Value *args) { return in_base(vm, args[0], 4, 'x'); }
static Value fast_oct(VM *vm, Value *args) { return in_base(vm, args[0], 3, 'o'); }
static Value fast_bin(VM *vm, Value *args) { return in_base(vm, args[0], 1, 'b'); }

const FastBuiltin fast_builtins[FAST_BUILTINS] = {
    {"isinstance", 2, fast_isinstance}, {"chr", 1, fast_chr}, {"ord", 1, fast_ord}, {"abs", 1, fast_abs}, {"divmod", 2, fast_divmod},
    {"repr", 1, fast_repr}, {"hex", 1, fast_hex}, {"oct", 1, fast_oct}, {"bin", 1, fast_bin},
    {"round", 1, fast_round}, {"round", 2, fast_round_to}, {"pow", 3, fast_pow_mod}, {"pow", 2, fast_pow},
};
