// Quick rows (quick_functions.c) of the modules binascii, zlib and _memoryview: bytes and bytearrays as they are; all else the long way.
#include "containers.h"
#include "ints.h"
#include "quick.h"
#include "strings.h"

// The bytes of a bytes object or bytearray; false for anything else.
static bool plain_bytes(VM *vm, Value v, const u8 **from, u32 *length)
{
    if (is_exact(vm, v, TYPE_BYTES)) {
        *from = OBJ(vm, PyBytes, v)->data;
        *length = OBJ(vm, PyBytes, v)->length;
        return true;
    }
    if (!is_exact(vm, v, TYPE_BYTEARRAY))
        return false;
    *from = AT(vm, u8, OBJ(vm, PyByteArray, v)->data);
    *length = OBJ(vm, PyByteArray, v)->length;
    return true;
}

// --- check sums: what to go on from is the second argument ------------------------------------------------------------------------------
static bool start_of(Value *args, u32 nargs, u32 preset, u32 *start)
{
    *start = preset;
    if (nargs < 2)
        return true;
    if (!is_int48(args[1]))
        return false;
    *start = (u32)int48_value(args[1]);
    return true;
}

// CRC-32 (RFC 1952): what the polynomial makes of a byte is what it makes of its low and its high four bits.
static const u32 crc_low[16] = {
    0x00000000, 0x77073096, 0xee0e612c, 0x990951ba, 0x076dc419, 0x706af48f, 0xe963a535, 0x9e6495a3,
    0x0edb8832, 0x79dcb8a4, 0xe0d5e91e, 0x97d2d988, 0x09b64c2b, 0x7eb17cbd, 0xe7b82d07, 0x90bf1d91,
};
static const u32 crc_high[16] = {
    0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
    0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
};
Value quick_crc32(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    const u8 *from;
    u32 length, crc;
    if (kwnames || !nargs || nargs > 2 || !plain_bytes(vm, args[0], &from, &length) || !start_of(args, nargs, 0, &crc))
        return EMPTY;
    crc = ~crc;
    for (u32 i = 0; i < length; i++) {
        u32 byte = (crc ^ from[i]) & 0xFF;
        crc = crc >> 8 ^ crc_low[byte & 15] ^ crc_high[byte >> 4];
    }
    return int48(~crc);
}

#define ADLER_BASE 65521u
Value quick_adler32(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    const u8 *from;
    u32 length, start;
    if (kwnames || !nargs || nargs > 2 || !plain_bytes(vm, args[0], &from, &length) || !start_of(args, nargs, 1, &start))
        return EMPTY;
    u32 a = start & 0xFFFF, b = start >> 16;
    for (u32 i = 0; i < length;) {
        for (u32 end = length - i > 3800 ? i + 3800 : length; i < end; i++) { // so many can't overflow 32 bits
            a += from[i];
            b += a;
        }
        a %= ADLER_BASE;
        b %= ADLER_BASE;
    }
    return int48(b << 16 | a);
}

// --- base64 -----------------------------------------------------------------------------------------------------------------------------
static const char alphabet[64] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

Value quick_b2a_base64(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    const u8 *from;
    u32 length;
    if (nargs != 1 || !plain_bytes(vm, args[0], &from, &length) || length > 0x40000000u)
        return EMPTY;
    bool newline = true;
    if (kwnames) {
        PyTuple *names = AT(vm, PyTuple, kwnames);
        if (names->length != 1 || !str_is(OBJ(vm, PyStr, names->items[0]), "newline") || (args[1] != TRUE && args[1] != FALSE))
            return EMPTY;
        newline = args[1] == TRUE;
    }
    u32 size = (length + 2) / 3 * 4 + newline;
    if (size < 2) // (interned ones)
        return EMPTY;
    Value result = bytes_new(vm, NULL, size);
    if (!result)
        return EMPTY;
    plain_bytes(vm, args[0], &from, &length);
    u8 *to = OBJ(vm, PyBytes, result)->data;
    u32 i = 0;
    for (; i + 3 <= length; i += 3) {
        u32 word = (u32)from[i] << 16 | (u32)from[i + 1] << 8 | from[i + 2];
        for (i32 shift = 18; shift >= 0; shift -= 6)
            *to++ = (u8)alphabet[word >> shift & 63];
    }
    if (i < length) {
        u32 word = (u32)from[i] << 16 | (i + 1 < length ? (u32)from[i + 1] << 8 : 0);
        *to++ = (u8)alphabet[word >> 18];
        *to++ = (u8)alphabet[word >> 12 & 63];
        *to++ = i + 1 < length ? (u8)alphabet[word >> 6 & 63] : '=';
        *to++ = '=';
    }
    if (newline)
        *to = '\n';
    return result;
}

static u32 base64_digit(u8 c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' : c >= 'a' && c <= 'z' ? c - 'a' + 26u : c >= '0' && c <= '9' ? c - '0' + 52u : c == '+' ? 62 : c == '/' ? 63 : 64;
}

// Quads of the alphabet, padding and newlines behind them at most.
Value quick_a2b_base64(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    const u8 *from;
    u32 length;
    if (nargs != 1 || kwnames)
        return EMPTY;
    if (is_exact(vm, args[0], TYPE_STR) && OBJ(vm, PyStr, args[0])->ascii)
        length = OBJ(vm, PyStr, args[0])->length, from = OBJ(vm, PyStr, args[0])->data;
    else if (!plain_bytes(vm, args[0], &from, &length))
        return EMPTY;
    while (length && from[length - 1] == '\n')
        length--;
    u32 padding = length > 1 && from[length - 2] == '=' ? 2 : length && from[length - 1] == '=' ? 1 : 0, size = length / 4 * 3 - padding;
    if (length < 4 || length % 4 || size < 2 || (padding == 2 && from[length - 1] != '='))
        return EMPTY;
    for (u32 i = 0; i < length - padding; i++)
        if (base64_digit(from[i]) > 63)
            return EMPTY;
    bool is_text = is_exact(vm, args[0], TYPE_STR);
    Value result = bytes_new(vm, NULL, size);
    if (!result)
        return EMPTY;
    if (is_text)
        from = OBJ(vm, PyStr, args[0])->data;
    u8 *to = OBJ(vm, PyBytes, result)->data;
    for (u32 i = 0, at = 0; i < length; i += 4) {
        u32 word = 0;
        for (u32 k = 0; k < 4; k++)
            word = word << 6 | (i + k < length - padding ? base64_digit(from[i + k]) : 0);
        for (i32 shift = 16; shift >= 0 && at < size; shift -= 8)
            to[at++] = (u8)(word >> shift);
    }
    return result;
}

// --- _memoryview --------------------------------------------------------------------------------------------------------------------------
// Adds to the number of views into a bytearray.
Value quick_export(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (nargs != 2 || kwnames || !is_object(args[0]) || kind_of(vm, args[0]) != LAYOUT_BYTEARRAY || !is_int48(args[1]))
        return EMPTY;
    OBJ(vm, PyByteArray, args[0])->exports += (u32)int48_value(args[1]);
    return retain(vm, NONE);
}
