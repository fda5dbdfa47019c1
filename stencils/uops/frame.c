// Between frame slots and registers. Hole 0 is the slot's offset from the frame in bytes. A checked load is the guard of a type
// and the unboxing in one.
#include "abi.h"

INLINE Value load_slot(const Machine *m)
{
    Value v;
    __builtin_memcpy(&v, FRAME + HOLE(0), 8);
    return v;
}
INLINE void store_slot(Machine *m, Value v) { __builtin_memcpy(FRAME + HOLE(0), &v, 8); }

UOP(load_int, R) /* r[a] ← int in the slot, shifted; exit if it isn't a 48-bit int; hole 0: slot */
{
    const Value v = load_slot(m);
    EXIT_IF(!is_int48(v));
    R(a) = (i64)(v << 16);
    NEXT;
}
UOP(load_int_known, R) { R(a) = (i64)(load_slot(m) << 16); NEXT; } /* the type has been proved; hole 0: slot */
UOP(store_int, R) { store_slot(m, int48(R(a) >> 16)); NEXT; } /* slot ← r[a], boxed; hole 0: slot */

UOP(load_float, F) /* f[a] ← float in the slot; exit if it isn't one; hole 0: slot */
{
    const Value v = load_slot(m);
    EXIT_IF(!is_float(v));
    F(a) = float_value(v);
    NEXT;
}
UOP(load_float_known, F) { F(a) = float_value(load_slot(m)); NEXT; } /* the type has been proved; hole 0: slot */
UOP(store_float, F) { store_slot(m, make_float(F(a))); NEXT; } /* slot ← f[a], boxed; hole 0: slot */

// As they are: boxed values, references, spilled registers.
UOP(load_value, R) { R(a) = (i64)load_slot(m); NEXT; } /* hole 0: slot */
UOP(store_value, R) { store_slot(m, (Value)R(a)); NEXT; } /* hole 0: slot */
UOP(load_raw_float, F) { const Value v = load_slot(m); __builtin_memcpy(&F(a), &v, 8); NEXT; } /* hole 0: slot */
UOP(store_raw_float, F) { Value v; __builtin_memcpy(&v, &F(a), 8); store_slot(m, v); NEXT; } /* hole 0: slot */

UOP(store_const, Z) { store_slot(m, HOLE64(1)); NEXT; } /* hole 0: slot; hole 1: any 64 bits */
