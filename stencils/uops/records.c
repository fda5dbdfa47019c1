// Words whose layout is not a Value's: raw integers in objects, halves of frame heads, what a stepped instruction is told.
#include "abi.h"

UOP(store_vm_frame, Z) /* u32 field of the VM struct ← heap offset of the frame + constant; hole 0: field; hole 1: constant */
{
    const u32 at = (u32)(FRAME - VM) + (u32)(i32)HOLE(1);
    __builtin_memcpy(VM + HOLE(0), &at, 4);
    NEXT;
}

UOP(store_slot_u32_const, Z) /* u32 at a frame offset ← constant; hole 0: offset; hole 1: constant */
{
    const u32 word = (u32)HOLE(1);
    __builtin_memcpy(FRAME + HOLE(0), &word, 4);
    NEXT;
}

UOP(load_field_i64_int, RR) /* r[a] ← i64 field of r[b] as a shifted int; hole 0: field */
{
    i64 word;
    __builtin_memcpy(&word, VM + R(b) + HOLE(0), 8);
    R(a) = (i64)((u64)word << 16);
    NEXT;
}

UOP(store_field_i64_int, RR) /* i64 field of r[a] ← int r[b]; hole 0: field */
{
    const i64 word = R(b) >> 16;
    __builtin_memcpy(VM + R(a) + HOLE(0), &word, 8);
    NEXT;
}

UOP(store_field_u32_int, RR) /* u32 field of r[a] ← int r[b]; hole 0: field */
{
    const u32 word = (u32)(R(b) >> 16);
    __builtin_memcpy(VM + R(a) + HOLE(0), &word, 4);
    NEXT;
}
