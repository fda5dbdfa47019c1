// Comparisons of unboxed numbers: guards go on if the relation holds, the others make a bool. Ints are shifted, constants too
// (32 bits signed; where they don't fit, a register and the RR form).
#include "abi.h"

UOP(guard_lt_int, RR) { EXIT_IF(!(R(a) < R(b))); NEXT; }     /* exit unless r[a] < r[b] */
UOP(guard_le_int, RR) { EXIT_IF(!(R(a) <= R(b))); NEXT; }    /* exit unless r[a] <= r[b] */
UOP(guard_eq_int, RR) { EXIT_IF(differ(R(a), R(b))); NEXT; } /* exit unless r[a] == r[b] */
UOP(guard_ne_int, RR) { EXIT_IF(!differ(R(a), R(b))); NEXT; } /* exit unless r[a] != r[b] */

UOP(guard_lt_int_const, R) { EXIT_IF(!(R(a) < (i64)HOLE(0))); NEXT; } /* exit unless r[a] < constant; hole 0: constant << 16 */
UOP(guard_le_int_const, R) { EXIT_IF(!(R(a) <= (i64)HOLE(0))); NEXT; } /* exit unless r[a] <= constant; hole 0: constant << 16 */
UOP(guard_gt_int_const, R) { EXIT_IF(!(R(a) > (i64)HOLE(0))); NEXT; } /* exit unless r[a] > constant; hole 0: constant << 16 */
UOP(guard_ge_int_const, R) { EXIT_IF(!(R(a) >= (i64)HOLE(0))); NEXT; } /* exit unless r[a] >= constant; hole 0: constant << 16 */
UOP(guard_eq_int_const, R) { EXIT_IF(DIFFERS_FROM_HOLE(R(a), 0)); NEXT; } /* exit unless r[a] == constant; hole 0: constant << 16 */
UOP(guard_ne_int_const, R) { EXIT_IF(!DIFFERS_FROM_HOLE(R(a), 0)); NEXT; } /* exit unless r[a] != constant; hole 0: constant << 16 */

// A guard and its opposite are two uops: with a NaN neither `a < b` nor `a >= b` holds.
UOP(guard_lt_float, FF) { EXIT_IF(!(F(a) < F(b))); NEXT; }   /* exit unless f[a] < f[b] */
UOP(guard_le_float, FF) { EXIT_IF(!(F(a) <= F(b))); NEXT; }  /* exit unless f[a] <= f[b] */
UOP(guard_eq_float, FF) { EXIT_IF(!(F(a) == F(b))); NEXT; }  /* exit unless f[a] == f[b] */
UOP(guard_ne_float, FF) { EXIT_IF(F(a) == F(b)); NEXT; }     /* exit unless f[a] != f[b]: true of a NaN */
UOP(guard_not_lt_float, FF) { EXIT_IF(F(a) < F(b)); NEXT; }  /* exit if f[a] < f[b] */
UOP(guard_not_le_float, FF) { EXIT_IF(F(a) <= F(b)); NEXT; } /* exit if f[a] <= f[b] */

// True is the object 16 bytes behind False (statics.h).
#define BOOL(condition, hole) ((i64)HOLE(hole) + ((i64)(condition) << 4))
UOP(set_lt_int, RR) { R(a) = BOOL(R(a) < R(b), 0); NEXT; }  /* r[a] ← r[a] < r[b]; hole 0: False */
UOP(set_le_int, RR) { R(a) = BOOL(R(a) <= R(b), 0); NEXT; } /* r[a] ← r[a] <= r[b]; hole 0: False */
UOP(set_eq_int, RR) { R(a) = BOOL(R(a) == R(b), 0); NEXT; } /* r[a] ← r[a] == r[b], any two words; hole 0: False */
UOP(set_ne_int, RR) { R(a) = BOOL(R(a) != R(b), 0); NEXT; } /* r[a] ← r[a] != r[b], any two words; hole 0: False */
UOP(set_lt_int_const, R) { R(a) = BOOL(R(a) < (i64)HOLE(0), 1); NEXT; }  /* r[a] ← r[a] < constant; hole 0: constant << 16; hole 1: False */
UOP(set_le_int_const, R) { R(a) = BOOL(R(a) <= (i64)HOLE(0), 1); NEXT; } /* r[a] ← r[a] <= constant; hole 0: constant << 16; hole 1: False */
UOP(set_gt_int_const, R) { R(a) = BOOL(R(a) > (i64)HOLE(0), 1); NEXT; }  /* r[a] ← r[a] > constant; hole 0: constant << 16; hole 1: False */
UOP(set_ge_int_const, R) { R(a) = BOOL(R(a) >= (i64)HOLE(0), 1); NEXT; } /* r[a] ← r[a] >= constant; hole 0: constant << 16; hole 1: False */
UOP(set_eq_int_const, R) { R(a) = BOOL(R(a) == (i64)HOLE(0), 1); NEXT; } /* r[a] ← r[a] == constant; hole 0: constant << 16; hole 1: False */
UOP(set_ne_int_const, R) { R(a) = BOOL(R(a) != (i64)HOLE(0), 1); NEXT; } /* r[a] ← r[a] != constant; hole 0: constant << 16; hole 1: False */
UOP(set_lt_float, RFF) { R(a) = BOOL(F(b) < F(c), 0); NEXT; }  /* r[a] ← f[b] < f[c]; hole 0: False */
UOP(set_le_float, RFF) { R(a) = BOOL(F(b) <= F(c), 0); NEXT; } /* r[a] ← f[b] <= f[c]; hole 0: False */
UOP(set_eq_float, RFF) { R(a) = BOOL(F(b) == F(c), 0); NEXT; } /* r[a] ← f[b] == f[c]; hole 0: False */
UOP(set_is, R) { R(a) = BOOL(R(a) == (i64)HOLE_U32(0), 1); NEXT; } /* r[a] ← r[a] is this reference; hole 0: 32 bits; hole 1: False */
UOP(not_bool, R) { R(a) = (i64)HOLE(0) - R(a); NEXT; } /* r[a] ← not r[a], a bool; hole 0: False + True */

// Whether a bit below 64 is set.
INLINE bool has_bit(u64 bits, u64 at)
{
#if defined(__x86_64__)
    bool is_set;
    __asm__("btq %2, %1" : "=@ccc"(is_set) : "r"(bits), "r"(at));
    return is_set;
#else
    return bits >> (at & 63) & 1;
#endif
}
INLINE u64 in_window(i64 word) /* how far a shifted int is behind the number in hole 1 */
{
    u64 at = (u64)word;
    SUBTRACT_HOLE(at, 1);
    return at >> 16;
}
UOP(guard_in_window, R) /* exit unless r[a], a shifted int, is one of 64 in a row and its bit is set; hole 0: the bits; hole 1: the first << 16 */
{
    const u64 at = in_window(R(a));
    EXIT_IF(at > 63);
    EXIT_IF(!has_bit(HOLE64(0), at));
    NEXT;
}
UOP(guard_not_in_window, R) /* exit if r[a], a shifted int, is one of 64 in a row and its bit is set; hole 0: the bits; hole 1: the first << 16 */
{
    const u64 at = in_window(R(a));
    if (at <= 63)
        EXIT_IF(has_bit(HOLE64(0), at));
    NEXT;
}
