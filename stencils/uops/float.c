// Arithmetic on unboxed floats. A guard and its opposite are two uops: with a NaN neither `a < b` nor `a >= b` holds.
#include "abi.h"

UOP(add_float, FF) { F(a) += F(b); NEXT; }
UOP(sub_float, FF) { F(a) -= F(b); NEXT; }
UOP(rsub_float, FF) { F(a) = F(b) - F(a); NEXT; }
UOP(mul_float, FF) { F(a) *= F(b); NEXT; }

UOP(div_float, FF) /* f[a] ← f[a] / f[b]; exit if f[b] is zero */
{
    EXIT_IF(F(b) == 0.0);
    F(a) /= F(b);
    NEXT;
}

UOP(rdiv_float, FF) /* f[a] ← f[b] / f[a]; exit if f[a] is zero */
{
    EXIT_IF(F(a) == 0.0);
    F(a) = F(b) / F(a);
    NEXT;
}

// Through the bits: clang would take the sign mask from a constant pool, which a stencil can't have.
UOP(neg_float, F)
{
    u64 bits;
    __builtin_memcpy(&bits, &F(a), 8);
    bits ^= 1ull << 63;
    __asm__("" : "+r"(bits));
    __builtin_memcpy(&F(a), &bits, 8);
    NEXT;
}

UOP(abs_float, F)
{
    u64 bits;
    __builtin_memcpy(&bits, &F(a), 8);
    bits &= ~(1ull << 63);
    __asm__("" : "+r"(bits));
    __builtin_memcpy(&F(a), &bits, 8);
    NEXT;
}

UOP(int_to_float, FR) { F(a) = (double)(R(b) >> 16); NEXT; }

// Guards: go on if the relation holds, or, for those with not_, if it does not.
UOP(guard_lt_float, FF) { EXIT_IF(!(F(a) < F(b))); NEXT; }
UOP(guard_le_float, FF) { EXIT_IF(!(F(a) <= F(b))); NEXT; }
UOP(guard_eq_float, FF) { EXIT_IF(!(F(a) == F(b))); NEXT; }
UOP(guard_not_lt_float, FF) { EXIT_IF(F(a) < F(b)); NEXT; }
UOP(guard_not_le_float, FF) { EXIT_IF(F(a) <= F(b)); NEXT; }
UOP(guard_not_eq_float, FF) { EXIT_IF(F(a) == F(b)); NEXT; }
