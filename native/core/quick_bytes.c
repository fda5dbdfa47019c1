// Quick rows (quick_functions.c) of the modules binascii, zlib and _memoryview, and of bytes: bytes and bytearrays as they are; all else the long way.
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

// As plain_bytes, and for texts of ASCII.
static bool plain_ascii(VM *vm, Value v, const u8 **from, u32 *length)
{
    if (!is_exact(vm, v, TYPE_STR) || !OBJ(vm, PyStr, v)->ascii)
        return plain_bytes(vm, v, from, length);
    *from = OBJ(vm, PyStr, v)->data;
    *length = OBJ(vm, PyStr, v)->length;
    return true;
}

// An argument that may be there by its name only: True or False. False: another one, or another kind of value.
static bool named_flag(VM *vm, const char *name, Value *args, u32 nargs, Ref kwnames, bool *flag)
{
    if (!kwnames)
        return true;
    PyTuple *names = AT(vm, PyTuple, kwnames);
    if (names->length != 1 || !str_is(OBJ(vm, PyStr, names->items[0]), name) || (args[nargs] != TRUE && args[nargs] != FALSE))
        return false;
    *flag = args[nargs] == TRUE;
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
    if (!named_flag(vm, "newline", args, nargs, kwnames, &newline))
        return EMPTY;
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

// (Tables: branches on what random data holds are guessed wrong.)
static const u8 base64_values[128] = {
    64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 62, 64, 64, 64, 63, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 64, 64, 64, 64, 64, 64,
    64, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 64, 64, 64, 64, 64,
    64, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 64, 64, 64, 64, 64,
};
static u32 base64_digit(u8 c) { return c < 128 ? base64_values[c] : 64; }

// Quads of the alphabet, padding and (where only data is asked for: not) newlines behind them at most.
Value quick_a2b_base64(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    const u8 *from;
    u32 length;
    bool strict = false;
    if (nargs != 1 || !named_flag(vm, "strict_mode", args, nargs, kwnames, &strict) || !plain_ascii(vm, args[0], &from, &length))
        return EMPTY;
    while (!strict && length && from[length - 1] == '\n')
        length--;
    u32 padding = length > 1 && from[length - 2] == '=' ? 2 : length && from[length - 1] == '=' ? 1 : 0, size = length / 4 * 3 - padding;
    if (length < 4 || length % 4 || size < 2 || (padding == 2 && from[length - 1] != '='))
        return EMPTY;
    for (u32 i = 0; i < length - padding; i++)
        if (base64_digit(from[i]) > 63)
            return EMPTY;
    Value result = bytes_new(vm, NULL, size);
    if (!result)
        return EMPTY;
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

// --- hexadecimal ------------------------------------------------------------------------------------------------------------------------
static const u8 hex_values[128] = {
    16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16,
    16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 16, 16, 16, 16, 16,
    16, 10, 11, 12, 13, 14, 15, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16,
    16, 10, 11, 12, 13, 14, 15, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16,
};
static u32 hex_digit(u8 c) { return c < 128 ? hex_values[c] : 16; }

Value quick_hexlify(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    const u8 *from;
    u32 length;
    if (nargs != 1 || kwnames || !plain_bytes(vm, args[0], &from, &length) || !length || length > 0x40000000u)
        return EMPTY;
    Value result = bytes_new(vm, NULL, 2 * length);
    u8 *to = result ? OBJ(vm, PyBytes, result)->data : NULL;
    for (u32 i = 0; result && i < length; i++) {
        *to++ = (u8)"0123456789abcdef"[from[i] >> 4];
        *to++ = (u8)"0123456789abcdef"[from[i] & 15];
    }
    return result;
}

Value quick_unhexlify(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    const u8 *from;
    u32 length;
    if (nargs != 1 || kwnames || !plain_ascii(vm, args[0], &from, &length) || length & 1 || length < 4) // (one byte: interned)
        return EMPTY;
    for (u32 i = 0; i < length; i++)
        if (hex_digit(from[i]) > 15)
            return EMPTY;
    Value result = bytes_new(vm, NULL, length / 2);
    u8 *to = result ? OBJ(vm, PyBytes, result)->data : NULL;
    for (u32 i = 0; result && i < length; i += 2)
        *to++ = (u8)(hex_digit(from[i]) << 4 | hex_digit(from[i + 1]));
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

// --- bytes.translate(table, /, delete=b"") ------------------------------------------------------------------------------------------------
Value quick_translate(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    const u8 *from, *map = NULL, *gone = NULL;
    u32 length, map_length = 0, gone_count = 0;
    Value removed = nargs > 2 ? args[2] : EMPTY;
    if (kwnames) {
        PyTuple *names = AT(vm, PyTuple, kwnames);
        if (removed || names->length != 1 || !str_is(OBJ(vm, PyStr, names->items[0]), "delete"))
            return EMPTY;
        removed = args[nargs];
    }
    if (nargs < 2 || nargs > 3 || !is_exact(vm, args[0], TYPE_BYTES) || !plain_bytes(vm, args[0], &from, &length))
        return EMPTY;
    if (args[1] != NONE && (!plain_bytes(vm, args[1], &map, &map_length) || map_length != 256))
        return EMPTY;
    if (removed && !plain_bytes(vm, removed, &gone, &gone_count))
        return EMPTY;
    bool is_gone[256] = {false};
    u32 kept = length;
    for (u32 i = 0; i < gone_count; i++)
        is_gone[gone[i]] = true;
    for (u32 i = 0; gone_count && i < length; i++)
        kept -= is_gone[from[i]];
    Value result = bytes_new(vm, NULL, kept);
    u8 *to = result ? OBJ(vm, PyBytes, result)->data : NULL;
    for (u32 i = 0; to && i < length; i++)
        if (!is_gone[from[i]])
            *to++ = map ? map[from[i]] : from[i];
    return result;
}
