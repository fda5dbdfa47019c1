// Between registers, and constants into registers.
#include "abi.h"

UOP(move, RR) { R(a) = R(b); NEXT; }
UOP(move_float, FF) { F(a) = F(b); NEXT; }
UOP(swap, RR) { const i64 t = R(a); R(a) = R(b); R(b) = t; NEXT; }
UOP(swap_float, FF) { const double t = F(a); F(a) = F(b); F(b) = t; NEXT; }

UOP(const_word, R) { R(a) = (i64)HOLE64(0); NEXT; }                         /* hole 0: any 64 bits, say an int << 16 */
UOP(const_small, R) { R(a) = (i64)HOLE(0); NEXT; }                          /* hole 0: 0 … 2^31 - 1, say a reference */
UOP(const_float, F) { u64 bits = HOLE64(0); __builtin_memcpy(&F(a), &bits, 8); NEXT; } /* hole 0: the float's bits */

// Boxing and unboxing in place.
UOP(box_int, R) { R(a) = (i64)int48(R(a) >> 16); NEXT; }
UOP(unbox_int, R) /* exit if it isn't a 48-bit int */
{
    EXIT_IF(!is_int48((Value)R(a)));
    R(a) = (i64)((u64)R(a) << 16);
    NEXT;
}
UOP(box_float, RF) { R(a) = (i64)make_float(F(b)); NEXT; }
UOP(unbox_float, FR) /* exit if it isn't a float */
{
    EXIT_IF(!is_float((Value)R(b)));
    F(a) = float_value((Value)R(b));
    NEXT;
}
