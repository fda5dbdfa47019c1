// Sixteen bytes at a time: comparing them with one byte, and which of them were equal.
#ifndef KRAIT_BYTE_SCAN_H
#define KRAIT_BYTE_SCAN_H
#include "core.h"

typedef u8 Bytes16 __attribute__((vector_size(16)));

INLINE Bytes16 bytes16_at(const u8 *from)
{
    Bytes16 v;
    __builtin_memcpy(&v, from, 16);
    return v;
}
INLINE Bytes16 bytes16_of(u8 c) { return (Bytes16){c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c}; }

// The hits among 16 bytes that are 0 or 255 each, in the order of the bytes. x86_64: a bit each; AArch64, which has no such instruction: four bits.
#if defined(__x86_64__)
#define HIT_SHIFT 0
INLINE u64 bytes16_mask(Bytes16 equal)
{
    typedef char Chars16 __attribute__((vector_size(16)));
    return (u32)__builtin_ia32_pmovmskb128((Chars16)equal);
}
INLINE bool bytes16_any(Bytes16 equal) { return bytes16_mask(equal) != 0; }
INLINE u64 without_first_hit(u64 hits) { return hits & (hits - 1); }
#else
#define HIT_SHIFT 2
INLINE u64 bytes16_mask(Bytes16 equal)
{
    typedef u16 Pairs __attribute__((vector_size(16)));
    typedef u8 Bytes8 __attribute__((vector_size(8)));
    Bytes8 narrow = __builtin_convertvector((Pairs)equal >> 4, Bytes8); // shrn
    return (u64)narrow;
}
INLINE bool bytes16_any(Bytes16 equal) { return bytes16_mask(equal) != 0; }
INLINE u64 without_first_hit(u64 hits) { return hits & ~(15ull << (__builtin_ctzll(hits) & ~3)); }
#endif
INLINE i64 first_hit(u64 hits) { return __builtin_ctzll(hits) >> HIT_SHIFT; }
#endif
