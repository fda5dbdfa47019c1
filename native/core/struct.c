// Bytes to and from numbers by a layout that TypeScript made of a format (src/modules/struct.ts, `layoutOf`). Values of other kinds than plain ones,
// wrong ranges and wrong lengths are given up with None: TypeScript does the whole and finds the error's words.
#include "containers.h"
#include "ints.h"

typedef struct StructField { u8 code, size, flags, pad; u32 offset, count; } StructField; // count: bytes of an s or p
typedef struct StructLayout { u32 size, count; StructField fields[]; } StructLayout;
enum { FIELD_SIGNED = 1, FIELD_INT = 2, FIELD_BIG_ENDIAN = 4, FIELD_NATIVE = 8 };

static const StructLayout *layout_at(VM *vm, Value v) { return is_exact(vm, v, TYPE_BYTES) ? (const StructLayout *)OBJ(vm, PyBytes, v)->data : NULL; }

static void put_word(u8 *to, u64 word, const StructField *f)
{
    for (u32 i = 0; i < f->size; i++)
        to[f->flags & FIELD_BIG_ENDIAN ? f->size - 1 - i : i] = (u8)(word >> 8 * i);
}
static u64 get_word(const u8 *from, const StructField *f)
{
    u64 word;
    switch (f->size) { // (loads of known size: little endian is the machine's order)
    case 1: return *from;
    case 2: { u16 w; __builtin_memcpy(&w, from, 2); return f->flags & FIELD_BIG_ENDIAN ? __builtin_bswap16(w) : w; }
    case 4: { u32 w; __builtin_memcpy(&w, from, 4); return f->flags & FIELD_BIG_ENDIAN ? __builtin_bswap32(w) : w; }
    default: __builtin_memcpy(&word, from, 8); return f->flags & FIELD_BIG_ENDIAN ? __builtin_bswap64(word) : word;
    }
}

static bool pack_int(VM *vm, Value v, const StructField *f, u8 *to)
{
    u32 bits = f->size * 8;
    u64 word;
    if (is_int48(v)) {
        i64 n = int48_value(v);
        if (f->flags & FIELD_SIGNED ? bits < 64 && (n < -(1ll << (bits - 1)) || n > (1ll << (bits - 1)) - 1) : n < 0 || (bits < 64 && (u64)n >> bits))
            return false;
        word = (u64)n;
    } else {
        if (f->size != 8 || !is_exact(vm, v, TYPE_INT))
            return false;
        IntView view;
        int_view(vm, v, &view);
        if (view.count > 2)
            return false;
        word = (u64)(view.count > 1 ? view.limbs[1] : 0) << 32 | (view.count ? view.limbs[0] : 0);
        if (f->flags & FIELD_SIGNED) {
            if (word > (u64)INT64_MAX + (view.sign < 0))
                return false;
            word = view.sign < 0 ? -word : word;
        } else if (view.sign < 0) {
            return false;
        }
    }
    put_word(to, word, f);
    return true;
}

static bool pack_float(Value v, const StructField *f, u8 *to)
{
    if (!is_float(v) && !is_int48(v))
        return false;
    double x = is_float(v) ? float_value(v) : (double)int48_value(v);
    if (x != x) // (the bits that tell Krait's NaNs apart are nobody's affair)
        x = __builtin_signbit(x) ? -__builtin_nan("") : __builtin_nan("");
    u64 word = 0;
    if (f->size == 4) {
        float narrow = (float)x;
        if (!(f->flags & FIELD_NATIVE) && x - x == 0 && narrow - narrow != 0)
            return false;
        __builtin_memcpy(&word, &narrow, 4);
    } else {
        __builtin_memcpy(&word, &x, 8);
    }
    put_word(to, word, f);
    return true;
}

static bool pack_bytes(VM *vm, Value v, const StructField *f, u8 *to)
{
    if (!is_exact(vm, v, TYPE_BYTES))
        return false;
    const PyBytes *b = OBJ(vm, PyBytes, v);
    if (f->code == 'p') {
        if (!f->count)
            return true;
        u32 length = b->length < f->count - 1 ? b->length : f->count - 1;
        *to = length < 255 ? (u8)length : 255;
        memcpy(to + 1, b->data, length);
        return true;
    }
    if (f->code == 'c' && b->length != 1)
        return false;
    memcpy(to, b->data, b->length < f->count ? b->length : f->count);
    return true;
}

// `to` has been zeroed.
static bool pack_all(VM *vm, const StructLayout *layout, const Value *values, u8 *to)
{
    for (const StructField *f = layout->fields, *end = f + layout->count; f < end; f++, values++) {
        Value v = *values;
        u8 *at = to + f->offset;
        bool good;
        if (f->flags & FIELD_INT)
            good = pack_int(vm, v, f, at);
        else if (f->code == 'd' || f->code == 'f')
            good = pack_float(v, f, at);
        else if (f->code == '?') {
            good = v == TRUE || v == FALSE || is_int48(v);
            *at = v == TRUE || (is_int48(v) && v != int48(0));
        } else
            good = (f->code == 's' || f->code == 'c' || f->code == 'p') && pack_bytes(vm, v, f, at);
        if (!good)
            return false;
    }
    return true;
}

// struct_pack(layout, values): bytes.
static Value struct_pack(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    const StructLayout *layout = layout_at(vm, args[0]);
    if (!layout || !is_exact(vm, args[1], TYPE_TUPLE) || tuple_at(vm, args[1])->length != layout->count || !layout->size || layout->size > 0x10000000u)
        return new_none(vm);
    Value packed = bytes_new(vm, NULL, layout->size);
    if (!packed)
        return EMPTY;
    memset(OBJ(vm, PyBytes, packed)->data, 0, layout->size);
    if (pack_all(vm, layout, tuple_at(vm, args[1])->items, OBJ(vm, PyBytes, packed)->data))
        return packed;
    decref(vm, packed);
    return new_none(vm);
}

// The bytes of a bytes or bytearray; NULL for other buffers.
static u8 *buffer_at(VM *vm, Value v, u32 *length)
{
    if (!is_object(v))
        return NULL;
    u32 kind = kind_of(vm, v);
    if (kind == LAYOUT_BYTES) {
        *length = OBJ(vm, PyBytes, v)->length;
        return OBJ(vm, PyBytes, v)->data;
    }
    if (kind != LAYOUT_BYTEARRAY)
        return NULL;
    *length = OBJ(vm, PyByteArray, v)->length;
    return AT(vm, u8, OBJ(vm, PyByteArray, v)->data);
}

// struct_pack_into(layout, bytearray, offset, values): True. Bytes are packed aside first: a value that can't be packed leaves the array as it was.
static Value struct_pack_into(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    const StructLayout *layout = layout_at(vm, args[0]);
    u8 aside[256];
    u32 length;
    if (!layout || layout->size > sizeof aside || !is_kind(vm, args[1], LAYOUT_BYTEARRAY) || !is_int48(args[2]) || !is_exact(vm, args[3], TYPE_TUPLE))
        return new_none(vm);
    u8 *to = buffer_at(vm, args[1], &length);
    i64 offset = int48_value(args[2]);
    if (offset < 0 || offset + layout->size > length || tuple_at(vm, args[3])->length != layout->count)
        return new_none(vm);
    memset(aside, 0, layout->size);
    if (!pack_all(vm, layout, tuple_at(vm, args[3])->items, aside))
        return new_none(vm);
    memcpy(to + offset, aside, layout->size);
    return new_bool(vm, true);
}

static Value unpack_field(VM *vm, const StructField *f, const u8 *from)
{
    if (f->flags & FIELD_INT) {
        u64 word = get_word(from, f);
        if (f->flags & FIELD_SIGNED)
            return int_from_i64(vm, (i64)(word << (64 - 8 * f->size)) >> (64 - 8 * f->size));
        return int_from_u64(vm, word);
    }
    switch (f->code) {
    case 'd': return float_from_bits(get_word(from, f));
    case 'f': {
        u32 word = (u32)get_word(from, f);
        float x;
        __builtin_memcpy(&x, &word, 4);
        double wide = x;
        u64 bits;
        __builtin_memcpy(&bits, &wide, 8);
        return float_from_bits(bits);
    }
    case '?': return new_bool(vm, *from != 0);
    case 'c': return bytes_new(vm, from, 1);
    case 's': return bytes_new(vm, from, f->count);
    case 'p': {
        u32 length = f->count ? *from < f->count - 1 ? *from : f->count - 1 : 0;
        return bytes_new(vm, from + 1, length);
    }
    default: return NOTIMPLEMENTED;
    }
}

// struct_unpack(layout, buffer[, offset]): a tuple. Without an offset the buffer has the layout's size.
static Value struct_unpack(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    const StructLayout *layout = layout_at(vm, args[0]);
    u32 length;
    const u8 *from = buffer_at(vm, args[1], &length);
    i64 offset = nargs > 2 && is_int48(args[2]) ? int48_value(args[2]) : nargs > 2 ? -1 : 0;
    if (!layout || !from || offset < 0 || (nargs > 2 ? offset + layout->size > length : layout->size != length))
        return new_none(vm);
    if (!layout->count)
        return retain(vm, EMPTY_TUPLE);
    Value result = tuple_new(vm, layout->count);
    if (!result)
        return EMPTY;
    Value *items = tuple_at(vm, result)->items;
    for (u32 i = 0; i < layout->count; i++) {
        Value v = unpack_field(vm, &layout->fields[i], from + offset + layout->fields[i].offset);
        if (v == EMPTY || v == NOTIMPLEMENTED) { // (items that are not filled yet are EMPTY)
            decref(vm, result);
            return v ? new_none(vm) : EMPTY;
        }
        items[i] = v;
    }
    return result;
}

extern const BuiltinDef struct_defs[];
const BuiltinDef struct_defs[] = {
    {"struct_pack", struct_pack, 2, 2, 0, 0, NULL},
    {"struct_pack_into", struct_pack_into, 4, 4, 0, 0, NULL},
    {"struct_unpack", struct_unpack, 2, 3, 0, 0, NULL},
    {"", 0, 0, 0, 0, 0, 0},
};
