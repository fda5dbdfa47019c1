// Fields of objects. A reference is an offset from VM; hole 0 is the field's offset in the object in bytes.
#include "abi.h"

#define FIELD(ref) U64_AT(VM + (ref) + HOLE(0))
#define FIELD32(ref) U32_AT(VM + (ref) + HOLE(0))

UOP(load_field, RR) { R(a) = (i64)FIELD(R(b)); NEXT; } /* r[a] ← field of r[b] as it is; hole 0: field */
UOP(load_field_int, RR) /* r[a] ← int in a field of r[b], shifted; exit if it isn't a 48-bit int; hole 0: field */
{
    EXIT_IF(!is_int48_at(&FIELD(R(b))));
    R(a) = (i64)(FIELD(R(b)) << 16);
    NEXT;
}
UOP(load_field_int_known, RR) { R(a) = (i64)(FIELD(R(b)) << 16); NEXT; } /* the same where the type has been proved; hole 0: field */
UOP(load_field_float, FR) /* f[a] ← float in a field of r[b]; exit if it isn't one; hole 0: field */
{
    TO_FLOAT(x, FIELD(R(b)));
    F(a) = x;
    NEXT;
}
UOP(load_field_float_known, FR) { F(a) = unboxed(VM, FIELD(R(b))); NEXT; } /* the same where the type has been proved; hole 0: field */
UOP(load_field_u32, RR) { R(a) = (i64)FIELD32(R(b)); NEXT; } /* r[a] ← 32 bits of r[b], zero-extended; hole 0: field */
UOP(load_field_u32_int, RR) { R(a) = (i64)((u64)FIELD32(R(b)) << 16); NEXT; } /* r[a] ← 32 bits of r[b] as a shifted int; hole 0: field */
UOP(load_field_u8_int, RR) { R(a) = (i64)*(u8 *)(VM + R(b) + HOLE(0)) << 16; NEXT; } /* r[a] ← byte of r[b] as a shifted int; hole 0: field */

UOP(store_field, RR) { FIELD(R(a)) = (Value)R(b); NEXT; } /* field of r[a] ← r[b] as it is; hole 0: field */
UOP(store_field_int, RR) { FIELD(R(a)) = int48(R(b) >> 16); NEXT; } /* field of r[a] ← r[b], boxed; hole 0: field */
UOP(store_field_float, RF) { FIELD(R(a)) = boxed(VM, F(b)); NEXT; } /* field of r[a] ← f[b], boxed; hole 0: field */
UOP(store_field_const, R) { FIELD(R(a)) = HOLE64(1); NEXT; } /* field of r[a] ← constant; hole 0: field; hole 1: any 64 bits */
UOP(store_field_u32, RR) { FIELD32(R(a)) = (u32)R(b); NEXT; } /* 32 bits of r[a] ← low half of r[b]; hole 0: field */
UOP(store_field_u32_const, R) { U32_SET(FIELD32(R(a)), 1); NEXT; } /* 32 bits of r[a] ← constant; hole 0: field; hole 1: constant */
UOP(store_field_frame, R) { FIELD32(R(a)) = (u32)(FRAME - VM) + (u32)HOLE(1); NEXT; } /* 32 bits of r[a] ← offset of a frame; hole 0: field; hole 1: that frame's distance from FRAME */
UOP(add_field_u32_const, R) { U32_ADD(FIELD32(R(a)), 1); NEXT; } /* 32 bits of r[a] += constant; hole 0: field; hole 1: constant */
