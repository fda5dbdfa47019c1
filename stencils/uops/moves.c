// Between registers, constants into registers, spilled registers.
#include "abi.h"

UOP(move, RR) { R(a) = R(b); NEXT; }                                         /* r[a] ← r[b] */
UOP(move_float, FF) { F(a) = F(b); NEXT; }                                   /* f[a] ← f[b] */
UOP(swap, RR) { const i64 t = R(a); R(a) = R(b); R(b) = t; NEXT; }           /* r[a] ↔ r[b] */
UOP(swap_float, FF) { const double t = F(a); F(a) = F(b); F(b) = t; NEXT; }  /* f[a] ↔ f[b] */

UOP(const_word, R) { R(a) = (i64)HOLE64(0); NEXT; } /* r[a] ← constant; hole 0: any 64 bits, say an int << 16 */
UOP(const_small, R) { R(a) = (i64)HOLE_U32(0); NEXT; } /* r[a] ← constant; hole 0: 32 bits, say a reference */
UOP(const_float, F) /* f[a] ← constant; hole 0: the float's bits */
{
    const u64 bits = HOLE64(0);
    __builtin_memcpy(&F(a), &bits, 8);
    NEXT;
}

// Registers as they are, anywhere in the VM struct; hole 0: offset of a word of the struct.
UOP(spill_store, R) { U64_AT(VM + HOLE(0)) = (u64)R(a); NEXT; } /* spill slot ← r[a]; hole 0: its offset in the VM struct */
UOP(spill_load, R) { R(a) = (i64)U64_AT(VM + HOLE(0)); NEXT; } /* r[a] ← spill slot; hole 0: its offset in the VM struct */
UOP(spill_store_float, F) { *(double *)(VM + HOLE(0)) = F(a); NEXT; } /* spill slot ← f[a]; hole 0: its offset in the VM struct */
UOP(spill_load_float, F) { F(a) = *(double *)(VM + HOLE(0)); NEXT; } /* f[a] ← spill slot; hole 0: its offset in the VM struct */
