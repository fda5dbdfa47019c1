// Runs of values: copied and counted, or skipped, four at a time where no reference is among them.
#ifndef KRAIT_VALUE_RUNS_H
#define KRAIT_VALUE_RUNS_H
#include "core.h"

typedef u32 HalfValues __attribute__((vector_size(16)));

INLINE HalfValues half_values(const Value *from)
{
    HalfValues v;
    __builtin_memcpy(&v, from, 16);
    return v;
}
// Whether one of four values may be a reference (or EMPTY): the upper halves of these are 0.
INLINE bool may_refer(HalfValues a, HalfValues b)
{
    typedef u64 Words __attribute__((vector_size(16)));
    Words zero = (Words)(__builtin_shufflevector(a, b, 1, 3, 5, 7) == 0);
    return (zero[0] | zero[1]) != 0;
}

// Copies values that don't overlap, and counts the copies.
INLINE void copy_values(VM *vm, Value *to, const Value *from, u32 count)
{
    u32 i = 0;
    for (; i + 4 <= count; i += 4) {
        HalfValues a = half_values(from + i), b = half_values(from + i + 2);
        __builtin_memcpy(to + i, &a, 16);
        __builtin_memcpy(to + i + 2, &b, 16);
        if (may_refer(a, b))
            for (u32 k = i; k < i + 4; k++)
                incref(vm, from[k]);
    }
    for (; i < count; i++)
        to[i] = retain(vm, from[i]);
}

// How many of the first `count` values are left when those behind the last possible reference are left out, in steps of four.
INLINE u32 without_plain_tail(const Value *values, u32 count)
{
    while (count >= 4 && !may_refer(half_values(values + count - 4), half_values(values + count - 2)))
        count -= 4;
    return count;
}
#endif
