// Digests of short texts (src/modules/hashes.py): MD5, SHA-1 and SHA-2 (RFC 1321, FIPS 180-4). Calling a function of Node's takes longer than these do for
// a few blocks; what is longer is its affair.
#include "containers.h"
#include "quick.h"
#include "strings.h"

#define MOST_BLOCK 128u

static u32 rotate_left(u32 x, u32 n) { return x << n | x >> (32 - n); }
static u32 rotate_right(u32 x, u32 n) { return x >> n | x << (32 - n); }
static u64 rotate_right_64(u64 x, u32 n) { return x >> n | x << (64 - n); }
static u32 big_word(const u8 *from) { u32 w; __builtin_memcpy(&w, from, 4); return __builtin_bswap32(w); }
static u64 big_word_64(const u8 *from) { u64 w; __builtin_memcpy(&w, from, 8); return __builtin_bswap64(w); }

// --- one block ----------------------------------------------------------------------------------------------------------------------------
static void md5_block(u32 *state, const u8 *block)
{
    static const u8 shifts[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    static const u32 sines[64] = { // 2^32 |sin(i + 1)|
        0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501, 0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122,
        0xfd987193, 0xa679438e, 0x49b40821, 0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8, 0x21e1cde6, 0xc33707d6,
        0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a, 0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60,
        0xbebfbc70, 0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665, 0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039,
        0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1, 0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391};
    u32 words[16], a = state[0], b = state[1], c = state[2], d = state[3];
    __builtin_memcpy(words, block, 64);
    for (u32 i = 0; i < 64; i++) {
        u32 round = i / 16, f, k;
        switch (round) {
        case 0: f = (b & c) | (~b & d); k = i; break;
        case 1: f = (d & b) | (~d & c); k = 5 * i + 1; break;
        case 2: f = b ^ c ^ d; k = 3 * i + 5; break;
        default: f = c ^ (b | ~d); k = 7 * i;
        }
        u32 sum = a + f + sines[i] + words[k % 16];
        a = d;
        d = c;
        c = b;
        b += rotate_left(sum, shifts[round][i % 4]);
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
}

static void sha1_block(u32 *state, const u8 *block)
{
    u32 words[80], a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
    for (u32 i = 0; i < 80; i++)
        words[i] = i < 16 ? big_word(block + 4 * i) : rotate_left(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    for (u32 i = 0; i < 80; i++) {
        u32 f = i < 20 ? ((b & c) | (~b & d)) + 0x5a827999 : i < 40 ? (b ^ c ^ d) + 0x6ed9eba1 : i < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc : (b ^ c ^ d) + 0xca62c1d6;
        u32 sum = rotate_left(a, 5) + f + e + words[i];
        e = d;
        d = c;
        c = rotate_left(b, 30);
        b = a;
        a = sum;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
}

// First 64 bits behind the points of the cube roots of the first 80 primes: SHA-512's constants, and their upper halves are SHA-256's.
static const u64 cube_roots[80] = {
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc, 0x3956c25bf348b538, 0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118,
    0xd807aa98a3030242, 0x12835b0145706fbe, 0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2, 0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694,
    0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65, 0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5,
    0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4, 0xc6e00bf33da88fc2, 0xd5a79147930aa725, 0x06ca6351e003826f, 0x142929670a0e6e70,
    0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df, 0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30, 0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8,
    0x19a4c116b8d2d0c8, 0x1e376c085141ab53, 0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8, 0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3,
    0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec, 0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b,
    0xca273eceea26619c, 0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178, 0x06f067aa72176fba, 0x0a637dc5a2c898a6, 0x113f9804bef90dae, 0x1b710b35131c471b,
    0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c, 0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
};

#define ROUNDS(WORD, count, big, rotate, s, constant) \
    do { \
        WORD words[count], v[8]; \
        for (u32 i = 0; i < count; i++) { \
            if (i < 16) { \
                words[i] = big(block + sizeof(WORD) * i); \
                continue; \
            } \
            WORD x = words[i - 15], y = words[i - 2]; \
            words[i] = words[i - 16] + (rotate(x, s[0]) ^ rotate(x, s[1]) ^ x >> s[2]) + words[i - 7] + (rotate(y, s[3]) ^ rotate(y, s[4]) ^ y >> s[5]); \
        } \
        for (u32 i = 0; i < 8; i++) \
            v[i] = state[i]; \
        for (u32 i = 0; i < count; i++) { \
            WORD a = v[0], e = v[4]; \
            WORD t = v[7] + (rotate(e, s[6]) ^ rotate(e, s[7]) ^ rotate(e, s[8])) + ((e & v[5]) ^ (~e & v[6])) + (constant) + words[i]; \
            WORD u = (rotate(a, s[9]) ^ rotate(a, s[10]) ^ rotate(a, s[11])) + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2])); \
            v[7] = v[6]; \
            v[6] = v[5]; \
            v[5] = e; \
            v[4] = v[3] + t; \
            v[3] = v[2]; \
            v[2] = v[1]; \
            v[1] = a; \
            v[0] = t + u; \
        } \
        for (u32 i = 0; i < 8; i++) \
            state[i] += v[i]; \
    } while (0)

static void sha256_block(u32 *state, const u8 *block)
{
    static const u8 s[12] = {7, 18, 3, 17, 19, 10, 6, 11, 25, 2, 13, 22};
    ROUNDS(u32, 64, big_word, rotate_right, s, (u32)(cube_roots[i] >> 32));
}
static void sha512_block(u64 *state, const u8 *block)
{
    static const u8 s[12] = {1, 8, 7, 19, 61, 6, 14, 18, 41, 28, 34, 39};
    ROUNDS(u64, 80, big_word_64, rotate_right_64, s, cube_roots[i]);
}

// --- a whole text -----------------------------------------------------------------------------------------------------------------------------
typedef enum Kind { MD5, SHA1, SHA2, SHA2_WIDE } Kind;
typedef struct Algorithm { char name[8]; Kind kind; u32 digest_bytes, most_bytes; u64 start[8]; } Algorithm; // most_bytes: then Node is faster
static const Algorithm algorithms[] = {
    {"md5", MD5, 16, 384, {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}},
    {"sha1", SHA1, 20, 384, {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}},
    {"sha224", SHA2, 28, 183, {0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4}},
    {"sha256", SHA2, 32, 183, {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}},
    {"sha384", SHA2_WIDE, 48, 239, {0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939, 0x67332667ffc00b31, 0x8eb44a8768581511,
        0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4}},
    {"sha512", SHA2_WIDE, 64, 239, {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f,
        0x1f83d9abfb41bd6b, 0x5be0cd19137e2179}},
};

static void digest_text(const Algorithm *algorithm, const u8 *text, u32 length, u8 *digest)
{
    bool wide = algorithm->kind == SHA2_WIDE;
    u32 block = wide ? 128 : 64, tail = length % block, words[8];
    u64 wide_words[8];
    for (u32 i = 0; i < 8; i++) {
        words[i] = (u32)algorithm->start[i];
        wide_words[i] = algorithm->start[i];
    }
    // The end: what is left of the text, a one, zeros and the length in bits.
    u8 end[2 * MOST_BLOCK] = {0};
    u32 end_length = tail + 1 + block / 8 <= block ? block : 2 * block;
    memcpy(end, text + length - tail, tail);
    end[tail] = 0x80;
    u64 bits = (u64)length * 8;
    if (algorithm->kind != MD5)
        bits = __builtin_bswap64(bits);
    __builtin_memcpy(end + end_length - 8, &bits, 8);
    for (u32 at = 0; at < length - tail + end_length; at += block) {
        const u8 *from = at < length - tail ? text + at : end + (at - (length - tail));
        switch (algorithm->kind) {
        case MD5: md5_block(words, from); break;
        case SHA1: sha1_block(words, from); break;
        case SHA2: sha256_block(words, from); break;
        default: sha512_block(wide_words, from);
        }
    }
    for (u32 i = 0; i < 8; i++) {
        if (algorithm->kind != MD5)
            words[i] = __builtin_bswap32(words[i]);
        wide_words[i] = __builtin_bswap64(wide_words[i]);
    }
    memcpy(digest, wide ? (const void *)wide_words : (const void *)words, algorithm->digest_bytes);
}

// _hashes._digest_of(name, data)
Value quick_digest(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (nargs != 2 || kwnames || !is_str(vm, args[0]) || !is_exact(vm, args[1], TYPE_BYTES))
        return EMPTY;
    const PyStr *name = OBJ(vm, PyStr, args[0]);
    const PyBytes *data = OBJ(vm, PyBytes, args[1]);
    for (u32 i = 0; i < sizeof algorithms / sizeof *algorithms; i++)
        if (str_is(name, algorithms[i].name) && data->length <= algorithms[i].most_bytes) {
            u8 digest[64];
            digest_text(&algorithms[i], data->data, data->length, digest);
            return bytes_new(vm, digest, algorithms[i].digest_bytes);
        }
    return EMPTY;
}
