// Ints of up to 127 bits as machine words: hashes, random numbers and masks of 64 bits are made of such, and a result of 48 bits needs no object.
#include "heap_inline.h"
#include "ints.h"

typedef __int128 Wide;

// An int (not a subclass's) of fewer than 128 bits.
INLINE bool wide_view(VM *vm, Value v, Wide *wide)
{
    if (is_int48(v)) {
        *wide = int48_value(v);
        return true;
    }
    if (!is_object(v) || ref_type(vm, v) != TYPE_INT)
        return false;
    const PyInt *p = OBJ(vm, PyInt, v);
    const u32 *limbs = p->limbs;
    u64 low, high = 0; // (an int on the heap has two limbs at least)
    if (p->limb_count == 2) {
        __builtin_memcpy(&low, limbs, 8);
    } else if (p->limb_count == 3) {
        __builtin_memcpy(&low, limbs, 8);
        high = limbs[2];
    } else if (p->limb_count == 4 && !(limbs[3] >> 31)) {
        __builtin_memcpy(&low, limbs, 8);
        __builtin_memcpy(&high, limbs + 2, 8);
    } else {
        return false;
    }
    Wide magnitude = (Wide)((unsigned __int128)high << 64 | low);
    *wide = p->sign < 0 ? -magnitude : magnitude;
    return true;
}

INLINE Value from_wide(VM *vm, Wide wide)
{
    i64 narrow = (i64)wide;
    if (narrow == wide && fits_int48(narrow))
        return int48(narrow);
    unsigned __int128 magnitude = wide < 0 ? -(unsigned __int128)wide : (unsigned __int128)wide;
    u64 low = (u64)magnitude, high = (u64)(magnitude >> 64);
    u32 count = high >> 32 ? 4 : high ? 3 : 2;
    PyInt *r = heap_new_raw(vm, TYPE_INT, (u32)sizeof(PyInt) + (count > 2 ? 16 : 8), HEAP_OBJECTS);
    if (unlikely(!r))
        return EMPTY;
    r->sign = wide < 0 ? -1 : 1;
    r->limb_count = count;
    r->shape = r->dict_or_slots = 0;
    __builtin_memcpy(r->limbs, &low, 8);
    if (count > 2)
        __builtin_memcpy(r->limbs + 2, &high, 8);
    return OFFSET_OF(vm, r);
}

INLINE bool narrow(Wide wide) { return wide == (i64)wide && wide != INT64_MIN; }

// a op b; NOTIMPLEMENTED (not counted) if the operands or the result are too wide, or it is not an operation of this file.
Value wide_binary(VM *vm, u32 op, Value a, Value b)
{
    Wide x, y, result;
    if (!wide_view(vm, a, &x) || !wide_view(vm, b, &y))
        return NOTIMPLEMENTED;
    switch (op) {
    case BIN_ADD:
        if (unlikely(__builtin_add_overflow(x, y, &result)))
            return NOTIMPLEMENTED;
        break;
    case BIN_SUB:
        if (unlikely(__builtin_sub_overflow(x, y, &result)))
            return NOTIMPLEMENTED;
        break;
    case BIN_MUL: {
        if (narrow(x) && narrow(y)) {
            result = (Wide)(i64)x * (i64)y;
            break;
        }
        // 64 bits without a sign, times 63: still below 2**127
        bool negative = (x < 0) != (y < 0);
        unsigned __int128 p = x < 0 ? -(unsigned __int128)x : (unsigned __int128)x, q = y < 0 ? -(unsigned __int128)y : (unsigned __int128)y;
        if ((p | q) >> 64 || ((u64)p >> 63 && (u64)q >> 63))
            return NOTIMPLEMENTED;
        p = (unsigned __int128)(u64)p * (u64)q;
        result = negative ? -(Wide)p : (Wide)p;
        break;
    }
    case BIN_FLOORDIV:
    case BIN_MOD: {
        if (y == 0 || !narrow(x) || !narrow(y))
            return NOTIMPLEMENTED;
        i64 n = (i64)x, d = (i64)y, quotient = n / d, rest = n % d;
        if (rest && (rest < 0) != (d < 0)) {
            quotient--;
            rest += d;
        }
        result = op == BIN_MOD ? rest : quotient;
        break;
    }
    case BIN_LSHIFT:
        if (y < 0 || y > 126 || (x >= 0 ? x : ~x) >> (126 - (u32)y))
            return NOTIMPLEMENTED;
        result = (Wide)((unsigned __int128)x << (u32)y);
        break;
    case BIN_RSHIFT:
        if (y < 0)
            return NOTIMPLEMENTED;
        result = x >> (y > 127 ? 127 : (u32)y);
        break;
    case BIN_AND: result = x & y; break;
    case BIN_OR: result = x | y; break;
    case BIN_XOR: result = x ^ y; break;
    default: return NOTIMPLEMENTED;
    }
    if (unlikely(result == (Wide)((unsigned __int128)1 << 127))) // its magnitude is no Wide
        return NOTIMPLEMENTED;
    return from_wide(vm, result);
}
