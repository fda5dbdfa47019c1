// Builtin functions on characters and numbers that programs call in loops: ord, abs; and format() of plain ints and strs with the specs that
// are common there. Everything else is the host's.
#include "ints.h"
#include "str_methods.h"

static TEXT_METHOD(builtin_ord)
{
    if (is_str(vm, args[0])) {
        PyStr *s = OBJ(vm, PyStr, args[0]);
        if (s->length == 1)
            return int48(str_char(s, 0));
        return raise_error(vm, EXC_TypeError, "ord() expected a character, but string of length %u found", s->length);
    }
    u32 kind = is_object(args[0]) ? kind_of(vm, args[0]) : LAYOUT_INT;
    if (kind == LAYOUT_BYTES || kind == LAYOUT_BYTEARRAY) {
        u32 length = kind == LAYOUT_BYTES ? OBJ(vm, PyBytes, args[0])->length : OBJ(vm, PyByteArray, args[0])->length;
        if (length == 1)
            return int48(kind == LAYOUT_BYTES ? OBJ(vm, PyBytes, args[0])->data[0] : *AT(vm, u8, OBJ(vm, PyByteArray, args[0])->data));
        return raise_error(vm, EXC_TypeError, "ord() expected a character, but string of length %u found", length);
    }
    return raise_error(vm, EXC_TypeError, "ord() expected string of length 1, but %T found", args[0]);
}


static TEXT_METHOD(builtin_abs)
{
    if (is_int48(args[0]) || is_float(args[0]))
        return number_unary(vm, SPECIAL_abs, args[0]);
    Ref hook = special_of(vm, args[0], SPECIAL_abs);
    if (!hook)
        return raise_error(vm, EXC_TypeError, "bad operand type for abs(): '%T'", args[0]);
    return tail_call(vm, hook, 1, args[0]);
}

const BuiltinDef text_builtin_defs[] = {
    {"ord", builtin_ord, 1, 1, 0, 0, "(character, /)"},
    {"abs", builtin_abs, 1, 1, 0, 0, "(number, /)"},
    {"", 0, 0, 0, 0, 0, 0},
};

// [align][0][width][d] of an int, [align][width] of a str; EMPTY without exception: another spec.
Value format_simple(VM *vm, Value v, PyStr *spec)
{
    bool is_int = is_int48(v);
    if (!spec->ascii || spec->length > 8 || !spec->length)
        return EMPTY;
    u32 i = 0, width = 0;
    u8 align = 0;
    bool zero = false;
    if (spec->data[0] == '<' || spec->data[0] == '>' || spec->data[0] == '^')
        align = spec->data[i++];
    if (is_int && !align && i < spec->length && spec->data[i] == '0')
        zero = true, i++;
    for (; i < spec->length && (u8)(spec->data[i] - '0') < 10; i++) {
        if (!width && spec->data[i] == '0')
            return EMPTY;
        width = width * 10 + (spec->data[i] - '0');
    }
    if (i < spec->length && spec->data[i] == (is_int ? 'd' : 's'))
        i++;
    if (i != spec->length || width > 9999)
        return EMPTY;
    Value text = is_int ? op_str(vm, v) : retain(vm, v);
    if (!text || OBJ(vm, PyStr, text)->length >= width)
        return text;
    PyStr *s = OBJ(vm, PyStr, text);
    u32 missing = width - s->length, left = align == '<' || (!align && !is_int) ? 0 : align == '^' ? missing / 2 : missing;
    Value padded = str_new(vm, width, s->kind);
    if (padded) {
        PyStr *r = OBJ(vm, PyStr, padded);
        bool negative = zero && s->data[0] == '-';
        for (u32 k = 0; k < width; k++)
            str_set_char(r, k, zero ? '0' : ' ');
        copy_chars(r->data + (size_t)left * s->kind, s->kind, s->data, s->kind, s->length);
        if (negative) {
            str_set_char(r, left, '0');
            str_set_char(r, 0, '-');
        }
        r->ascii = s->ascii | !s->length;
    }
    decref(vm, text);
    return padded;
}
