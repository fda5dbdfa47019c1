// Between frame slots and registers. Hole 0 is the slot's offset from the frame in bytes, which may be negative. A checked load is
// the guard of a type and the unboxing in one.
#include "abi.h"

#define SLOT U64_AT(FRAME + HOLE(0))

UOP(load_value, R) { R(a) = (i64)SLOT; NEXT; } /* r[a] ← slot as it is; hole 0: slot */
UOP(load_slot_u32, R) { R(a) = (i64)U32_AT(FRAME + HOLE(0)); NEXT; } /* r[a] ← 32 bits, zero-extended; hole 0: slot */
UOP(store_value, R) { SLOT = (Value)R(a); NEXT; } /* slot ← r[a] as it is; hole 0: slot */

UOP(load_int, R) /* r[a] ← int in the slot, shifted; exit if it isn't a 48-bit int; hole 0: slot */
{
    EXIT_IF(!is_int48_at(&SLOT));
    R(a) = (i64)(SLOT << 16);
    NEXT;
}
UOP(load_int_known, R) { R(a) = (i64)(SLOT << 16); NEXT; } /* the same where the type has been proved; hole 0: slot */
UOP(store_int, R) { SLOT = int48(R(a) >> 16); NEXT; } /* slot ← r[a], boxed; hole 0: slot */

UOP(load_float, F) /* f[a] ← float in the slot; exit if it isn't one; hole 0: slot */
{
    TO_FLOAT(x, SLOT);
    F(a) = x;
    NEXT;
}
UOP(load_float_known, F) { F(a) = unboxed(VM, SLOT); NEXT; } /* the same where the type has been proved; hole 0: slot */
UOP(store_float, F) { SLOT = boxed(VM, F(a)); NEXT; } /* slot ← f[a], boxed; hole 0: slot */

UOP(load_ref, R) /* r[a] ← reference in the slot; exit if it holds a number or nothing; hole 0: slot */
{
    const Value v = SLOT;
    EXIT_IF(!is_object(v));
    R(a) = (i64)v;
    NEXT;
}

UOP(store_const, Z) { SLOT = HOLE64(1); NEXT; } /* slot ← constant; hole 0: slot; hole 1: any 64 bits */
UOP(store_head_pc, Z) /* head word ← {low: pc, high: offset of a frame}; hole 0: the word; hole 1: pc; hole 2: that frame's distance from FRAME */
{
    U32_SET(U32_AT(FRAME + HOLE(0)), 1);
    U32_AT(FRAME + HOLE(0) + 4) = (u32)(FRAME - VM) + (u32)HOLE(2);
    NEXT;
}
UOP(guard_return_pc, Z) /* exit unless the low half of a head word is this pc; hole 0: the word; hole 1: pc */
{
    EXIT_IF(U32_DIFFERS(U32_AT(FRAME + HOLE(0)), 1));
    NEXT;
}
UOP(guard_caller, Z) /* exit unless a head word is {low: pc, high: offset of a frame}; hole 0: the word; hole 1: pc; hole 2: that frame's distance from FRAME */
{
    EXIT_IF(U32_DIFFERS(U32_AT(FRAME + HOLE(0)), 1) || U32_AT(FRAME + HOLE(0) + 4) != (u32)(FRAME - VM) + (u32)HOLE(2));
    NEXT;
}
UOP(add_frame, Z) { FRAME += (i64)HOLE(0); NEXT; } /* the trace goes on in another frame; hole 0: its distance in bytes */
UOP(guard_stack, Z) /* exit unless the VM stack has room for a frame above one; hole 0: VM.stack_guard; hole 1: that frame's distance from FRAME */
{
    EXIT_IF((u32)(FRAME - VM) + (u32)HOLE(1) > U32_AT(VM + HOLE(0)));
    NEXT;
}
