// Values: 64 bits, NaN-boxed. References are 32-bit heap offsets, so a Value never holds an address.
//
//   reference   0000 0000 oooo oooo   o = byte offset in the heap; all zero = empty/unbound (also "exception set")
//   float       IEEE bits + 2^49      0002 .... to FFFA ....
//   int         FFFE pppp pppp pppp   48-bit two's-complement payload
//   (0000 0001 .... .... is never a program's value: see VALUE_TAIL in vm.h)
#ifndef KRAIT_VALUE_H
#define KRAIT_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;
typedef int8_t i8;
typedef int16_t i16;
typedef int32_t i32;
typedef int64_t i64;

typedef u64 Value;
typedef u32 Ref; // heap offset of an object; 0 = none

#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
#define INLINE static inline __attribute__((always_inline, unused))
#ifndef KRAIT_SANITIZE
#define KRAIT_SANITIZE 0 // 1: sanitize.c looks at every load and store
#endif
#if KRAIT_SANITIZE
#define READS_BEYOND static __attribute__((noinline, unused, no_sanitize("kernel-address"))) // reads past the end and has a right to
#else
#define READS_BEYOND INLINE
#endif
#define NOINLINE __attribute__((noinline))
#define COLD __attribute__((noinline, cold))
// Functions and data that TypeScript looks up by name in the image.
#define CORE_EXPORT __attribute__((used, visibility("default")))

#define EMPTY ((Value)0)
#define INT_TAG 0xFFFE000000000000ull
#define FLOAT_BIAS (1ull << 49)
#define FLOAT_BIASES_AT 112u // the VM's field float_biases
#define INT48_MAX ((i64)0x00007FFFFFFFFFFFll)
#define INT48_MIN (-INT48_MAX - 1)

INLINE bool is_ref(Value v) { return (v >> 32) == 0; }                         // true for EMPTY too
INLINE bool is_object(Value v) { return v - 1 < 0xFFFFFFFFull; }               // a reference that is not EMPTY
INLINE bool is_int48(Value v) { return v >= INT_TAG; }
INLINE bool are_int48(Value a, Value b) { return (a & b) >= INT_TAG; }
INLINE bool is_float(Value v) { return v - FLOAT_BIAS < INT_TAG - FLOAT_BIAS; } // between references and ints
INLINE bool are_floats(Value a, Value b) { return is_float(a) && is_float(b); }

INLINE i64 int48_value(Value v) { return (i64)(v << 16) >> 16; }
INLINE bool fits_int48(i64 n) { return n >= INT48_MIN && n <= INT48_MAX; }
INLINE Value int48(i64 n) { return ((u64)n & 0x0000FFFFFFFFFFFFull) | INT_TAG; } // n must fit

INLINE double float_value(Value v)
{
    u64 bits = v - FLOAT_BIAS;
    double d;
    __builtin_memcpy(&d, &bits, 8);
    return d;
}
// Any NaN whose bits could run into another tag becomes the canonical one (only sign and quiet bit are kept).
INLINE Value float_from_bits(u64 bits)
{
    if (unlikely((bits & 0x7FF0000000000000ull) == 0x7FF0000000000000ull && (bits & 0x000FFFFFFFFFFFFFull)))
        bits = (bits & 0x8000000000000000ull) | 0x7FF8000000000000ull;
    return bits + FLOAT_BIAS;
}
// For results of hardware arithmetic on canonical inputs: NaNs are the hardware's own, which are canonical.
INLINE Value make_float(double d)
{
    u64 bits;
    __builtin_memcpy(&bits, &d, 8);
    return bits + FLOAT_BIAS;
}

INLINE Value ref_value(Ref r) { return (Value)r; }
INLINE Ref value_ref(Value v) { return (Ref)v; }

#endif
