// Arithmetic on 48-bit ints whose result has a register of its own: what the exit sees in r[a] is undefined, unless r[a] is an operand
// (then it is kept, as in the uops without _to). One instruction less than those, and the operands stay.
#include "abi.h"

UOP(add_int_to, RRR) /* r[a] ← r[b] + r[c]; exit on overflow, r[a] is lost then */
{
    const bool overflows = __builtin_add_overflow(R(b), R(c), &R(a));
    EXIT_LOSING_A_IF(overflows, a == b || a == c);
    NEXT;
}
UOP(sub_int_to, RRR) /* r[a] ← r[b] - r[c]; exit on overflow, r[a] is lost then */
{
    const bool overflows = __builtin_sub_overflow(R(b), R(c), &R(a));
    EXIT_LOSING_A_IF(overflows, a == b || a == c);
    NEXT;
}
UOP(mul_int_to, RRR) /* r[a] ← r[b] * r[c]; exit on overflow, r[a] is lost then */
{
    const bool overflows = __builtin_mul_overflow(R(b) >> 16, R(c), &R(a));
    EXIT_LOSING_A_IF(overflows, a == b || a == c);
    NEXT;
}
UOP(add_int_const_to, RR) /* r[a] ← r[b] + constant; exit on overflow, r[a] is lost then; hole 0: constant << 16 */
{
    const bool overflows = __builtin_add_overflow(R(b), (i64)HOLE(0), &R(a));
    EXIT_LOSING_A_IF(overflows, a == b);
    NEXT;
}
UOP(mul_int_const_to, RR) /* r[a] ← r[b] * constant; exit on overflow, r[a] is lost then; hole 0: constant, not shifted */
{
    const bool overflows = MULTIPLY_BY_HOLE(R(b), 0, &R(a));
    EXIT_LOSING_A_IF(overflows, a == b);
    NEXT;
}

UOP(add_int_nc_to, RRR) { R(a) = R(b) + R(c); NEXT; } /* r[a] ← r[b] + r[c], known to fit */
UOP(sub_int_nc_to, RRR) { R(a) = R(b) - R(c); NEXT; } /* r[a] ← r[b] - r[c], known to fit */
UOP(add_int_const_nc_to, RR) { R(a) = R(b) + (i64)HOLE(0); NEXT; } /* r[a] ← r[b] + constant, known to fit; hole 0: constant << 16 */
UOP(rshift_int_const_to, RR) { R(a) = SHIFT_RIGHT(R(b), 0) & -65536; NEXT; } /* r[a] ← r[b] >> count; hole 0: count, 0 to 63 */
