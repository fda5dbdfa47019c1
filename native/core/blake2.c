// BLAKE2b and BLAKE2s (RFC 7693) for src/modules/_blake2.py, which makes the parameter block.
#include "byte_views.h"

#define WORDS 16u                 // of a block
#define LOOK_AFTER (1u << 20)     // bytes after which it is looked whether the program is to end

static const u8 schedule[10][WORDS] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
};
// SHA-512's initial values; their upper halves are SHA-256's, with which BLAKE2s begins.
static const u64 initial[8] = {
    0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
};

#define ROTATE(x, n) ((x) >> (n) | (x) << (sizeof(x) * 8 - (n)))
#define MIX(a, b, c, d, x, y, r0, r1, r2, r3) do { \
        v[a] += v[b] + (x); \
        v[d] = ROTATE(v[d] ^ v[a], r0); \
        v[c] += v[d]; \
        v[b] = ROTATE(v[b] ^ v[c], r1); \
        v[a] += v[b] + (y); \
        v[d] = ROTATE(v[d] ^ v[a], r2); \
        v[c] += v[d]; \
        v[b] = ROTATE(v[b] ^ v[c], r3); \
    } while (0)

// Both differ in the width of a word, the number of rounds and how far they rotate. `count`: bytes up to this block's end; `last`: 1 for the
// message's last block, 2 if it is the last node of its level, too.
#define DEFINE_BLOCK(name, WORD, rounds, iv, r0, r1, r2, r3) \
    static void name(WORD *h, const u8 *block, u64 count, u32 last) \
    { \
        WORD m[WORDS], v[WORDS]; \
        __builtin_memcpy(m, block, sizeof m); \
        for (u32 i = 0; i < 8; i++) { \
            v[i] = h[i]; \
            v[8 + i] = iv(i); \
        } \
        v[12] ^= (WORD)count; \
        v[13] ^= sizeof(WORD) == 4 ? (WORD)(count >> 32) : 0; \
        v[14] ^= last ? ~(WORD)0 : 0; \
        v[15] ^= last == 2 ? ~(WORD)0 : 0; \
        for (u32 round = 0; round < rounds; round++) { \
            const u8 *s = schedule[round % 10]; \
            for (u32 i = 0; i < 4; i++) \
                MIX(i, 4 + i, 8 + i, 12 + i, m[s[2 * i]], m[s[2 * i + 1]], r0, r1, r2, r3); \
            for (u32 i = 0; i < 4; i++) \
                MIX(i, 4 + ((i + 1) & 3), 8 + ((i + 2) & 3), 12 + ((i + 3) & 3), m[s[8 + 2 * i]], m[s[9 + 2 * i]], r0, r1, r2, r3); \
        } \
        for (u32 i = 0; i < 8; i++) \
            h[i] ^= v[i] ^ v[8 + i]; \
    }
#define WIDE_INITIAL(i) initial[i]
#define NARROW_INITIAL(i) (u32)(initial[i] >> 32)
DEFINE_BLOCK(block_2b, u64, 12u, WIDE_INITIAL, 32, 24, 16, 63)
DEFINE_BLOCK(block_2s, u32, 10u, NARROW_INITIAL, 16, 12, 8, 7)

// blake2(bytes of a word, parameter block, key block and message, is the last node, size of the digest)
static Value blake2(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    bool is_wide = int48_value(args[0]) == 8, is_last_node = args[3] == TRUE;
    u32 bytes = is_wide ? 128 : 64, size = (u32)int48_value(args[4]);
    const PyBytes *parameters = OBJ(vm, PyBytes, args[1]);
    ByteView message;
    if (!want_byte_view(vm, args[2], &message))
        return EMPTY;
    ASSERT(vm, is_exact(vm, args[1], TYPE_BYTES) && parameters->length == bytes / 2 && size <= bytes / 2);
    u64 wide[8];
    u32 narrow[8];
    __builtin_memcpy(wide, parameters->data, bytes / 2);
    __builtin_memcpy(narrow, parameters->data, sizeof narrow);
    for (u32 i = 0; i < 8; i++) {
        wide[i] ^= WIDE_INITIAL(i);
        narrow[i] ^= NARROW_INITIAL(i);
    }
    u8 end[128] = {0}; // the last block, which is never left out
    u32 whole = message.length ? (message.length - 1) / bytes * bytes : 0;
    memcpy(end, message.data + whole, message.length - whole);
    for (u32 at = 0; at <= whole; at += bytes) {
        bool is_end = at == whole;
        u32 last = is_end ? 1 + is_last_node : 0;
        u64 count = is_end ? message.length : at + bytes;
        if (is_wide)
            block_2b(wide, is_end ? end : message.data + at, count, last);
        else
            block_2s(narrow, is_end ? end : message.data + at, count, last);
        if (unlikely(at % LOOK_AFTER == 0) && interrupted(vm))
            return raise_interrupt(vm);
    }
    return bytes_new(vm, is_wide ? (const u8 *)wide : (const u8 *)narrow, size);
}

const BuiltinDef blake2_defs[] = { // module _krait
    {"blake2", blake2, 5, 5, 0, 0, NULL},
    {.name = ""},
};
