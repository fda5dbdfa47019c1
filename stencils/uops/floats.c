// Arithmetic on unboxed floats.
#include "abi.h"

UOP(add_float, FF) { F(a) += F(b); NEXT; }        /* f[a] ← f[a] + f[b] */
UOP(sub_float, FF) { F(a) -= F(b); NEXT; }        /* f[a] ← f[a] - f[b] */
UOP(rsub_float, FF) { F(a) = F(b) - F(a); NEXT; } /* f[a] ← f[b] - f[a] */
UOP(mul_float, FF) { F(a) *= F(b); NEXT; }        /* f[a] ← f[a] * f[b] */

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
UOP(div_float_nc, FF) { F(a) = F(a) / F(b); NEXT; } /* f[a] ← f[a] / f[b], which is known not to be zero */

// Through the bits: clang would take the sign mask from a constant pool, which a stencil can't have.
UOP(neg_float, F) /* f[a] ← -f[a] */
{
    u64 bits;
    __builtin_memcpy(&bits, &F(a), 8);
    bits ^= 1ull << 63;
    __asm__("" : "+r"(bits));
    __builtin_memcpy(&F(a), &bits, 8);
    NEXT;
}
UOP(abs_float, F) /* f[a] ← abs(f[a]) */
{
    u64 bits;
    __builtin_memcpy(&bits, &F(a), 8);
    bits &= ~(1ull << 63);
    __asm__("" : "+r"(bits));
    __builtin_memcpy(&F(a), &bits, 8);
    NEXT;
}
UOP(sqrt_float, F) /* f[a] ← square root of f[a]; exit if f[a] < 0 */
{
    EXIT_IF(F(a) < 0.0);
    F(a) = __builtin_sqrt(F(a));
    NEXT;
}
