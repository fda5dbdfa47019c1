// The five C library functions that clang may call by itself. `no_builtin` keeps it from turning their loops into calls of themselves.
#include "core.h"

#define PLAIN(name) __attribute__((no_builtin(name), used))

typedef u64 Word64 __attribute__((aligned(1), may_alias));
typedef u32 Word32 __attribute__((aligned(1), may_alias));
typedef u16 Word16 __attribute__((aligned(1), may_alias));
typedef u64 Vector __attribute__((vector_size(16), aligned(1), may_alias));

// Up to 32 bytes: overlapping loads first, then the stores, so that it serves memmove too.
INLINE void move_small(u8 *to, const u8 *from, size_t n)
{
    if (n >= 16) {
        Vector a = *(const Vector *)from, b = *(const Vector *)(from + n - 16);
        *(Vector *)to = a;
        *(Vector *)(to + n - 16) = b;
    } else if (n >= 8) {
        u64 a = *(const Word64 *)from, b = *(const Word64 *)(from + n - 8);
        *(Word64 *)to = a;
        *(Word64 *)(to + n - 8) = b;
    } else if (n >= 4) {
        u32 a = *(const Word32 *)from, b = *(const Word32 *)(from + n - 4);
        *(Word32 *)to = a;
        *(Word32 *)(to + n - 4) = b;
    } else if (n >= 2) {
        u16 a = *(const Word16 *)from, b = *(const Word16 *)(from + n - 2);
        *(Word16 *)to = a;
        *(Word16 *)(to + n - 2) = b;
    } else if (n) {
        *to = *from;
    }
}

// The last 32 bytes are read before anything is written, so an overlap with to < from is fine.
INLINE void move_forward(u8 *to, const u8 *from, size_t n)
{
    Vector tail_a = *(const Vector *)(from + n - 32), tail_b = *(const Vector *)(from + n - 16);
    u8 *end = to + n;
    for (; n > 32; n -= 32, to += 32, from += 32) {
        Vector a = *(const Vector *)from, b = *(const Vector *)(from + 16);
        *(Vector *)to = a;
        *(Vector *)(to + 16) = b;
    }
    *(Vector *)(end - 32) = tail_a;
    *(Vector *)(end - 16) = tail_b;
}

INLINE void move_backward(u8 *to, const u8 *from, size_t n)
{
    Vector head_a = *(const Vector *)from, head_b = *(const Vector *)(from + 16);
    size_t i = n;
    for (; i > 32; i -= 32) {
        Vector a = *(const Vector *)(from + i - 16), b = *(const Vector *)(from + i - 32);
        *(Vector *)(to + i - 16) = a;
        *(Vector *)(to + i - 32) = b;
    }
    *(Vector *)to = head_a;
    *(Vector *)(to + 16) = head_b;
}

PLAIN("memcpy") void *memcpy(void *restrict to, const void *restrict from, size_t n)
{
    if (n <= 32)
        move_small(to, from, n);
    else
        move_forward(to, from, n);
    return to;
}

PLAIN("memmove") void *memmove(void *to, const void *from, size_t n)
{
    if (n <= 32)
        move_small(to, from, n);
    else if ((uintptr_t)to - (uintptr_t)from >= n)
        move_forward(to, from, n);
    else
        move_backward(to, from, n);
    return to;
}

PLAIN("memset") void *memset(void *to, int byte, size_t n)
{
    u8 *p = to;
    u64 word = 0x0101010101010101ull * (u8)byte;
    if (n >= 16) {
        Vector v = {word, word};
        u8 *last = p + n - 16;
        for (; p < last; p += 16)
            *(Vector *)p = v;
        *(Vector *)last = v;
    } else if (n >= 8) {
        *(Word64 *)p = word;
        *(Word64 *)(p + n - 8) = word;
    } else if (n >= 4) {
        *(Word32 *)p = (u32)word;
        *(Word32 *)(p + n - 4) = (u32)word;
    } else if (n) {
        p[0] = p[n - 1] = p[n >> 1] = (u8)byte;
    }
    return to;
}

PLAIN("memcmp") int memcmp(const void *a, const void *b, size_t n)
{
    const u8 *p = a, *q = b;
    for (; n >= 8; n -= 8, p += 8, q += 8) {
        u64 x = *(const Word64 *)p, y = *(const Word64 *)q;
        if (x != y) {
            x = __builtin_bswap64(x);
            y = __builtin_bswap64(y);
            return x < y ? -1 : 1;
        }
    }
    for (; n; n--, p++, q++)
        if (*p != *q)
            return *p < *q ? -1 : 1;
    return 0;
}

PLAIN("strlen") size_t strlen(const char *s)
{
    size_t n = 0;
    while (s[n])
        n++;
    return n;
}
