// Words at offsets of the heap that are known when a trace is stitched: cells, constant objects, the VM struct.
#include "abi.h"

// Anywhere in the heap: x86's displacements reach only half of it.
#define WORD U64_AT(VM + HOLE_U32(0))
#define HALF U32_AT(VM + HOLE_U32(0))

UOP(load_abs, R) { R(a) = (i64)WORD; NEXT; } /* r[a] ← word as it is; hole 0: its offset */
UOP(load_abs_u32, R) { R(a) = (i64)HALF; NEXT; } /* r[a] ← 32 bits, zero-extended; hole 0: their offset */
UOP(load_abs_int, R) /* r[a] ← int in the word, shifted; exit if it isn't a 48-bit int; hole 0: its offset */
{
    const Value *word = &WORD;
    EXIT_IF(!is_int48_at(word));
    R(a) = (i64)(*word << 16);
    NEXT;
}
UOP(load_abs_int_known, R) { R(a) = (i64)(WORD << 16); NEXT; } /* the same where the type has been proved; hole 0: its offset */
UOP(load_abs_float, F) /* f[a] ← float in the word; exit if it isn't one; hole 0: its offset */
{
    TO_FLOAT(x, WORD);
    F(a) = x;
    NEXT;
}
UOP(load_abs_float_known, F) { F(a) = unboxed(VM, WORD); NEXT; } /* the same where the type has been proved; hole 0: its offset */

UOP(store_abs, R) { WORD = (Value)R(a); NEXT; } /* word ← r[a] as it is; hole 0: its offset */
UOP(store_abs_int, R) { WORD = int48(R(a) >> 16); NEXT; } /* word ← r[a], boxed; hole 0: its offset */
UOP(store_abs_float, F) { WORD = boxed(VM, F(a)); NEXT; } /* word ← f[a], boxed; hole 0: its offset */
UOP(store_abs_const, Z) { WORD = HOLE64(1); NEXT; } /* word ← constant; hole 0: its offset; hole 1: any 64 bits */
UOP(store_abs_u32, R) { HALF = (u32)R(a); NEXT; } /* 32 bits ← low half of r[a]; hole 0: their offset */
UOP(store_abs_u32_const, Z) { U32_SET(HALF, 1); NEXT; } /* 32 bits ← constant; hole 0: their offset; hole 1: constant */

UOP(guard_abs_u32, Z) { EXIT_IF(U32_DIFFERS(HALF, 1)); NEXT; } /* exit unless 32 bits are these; hole 0: their offset; hole 1: constant */
UOP(guard_abs_word, Z) { EXIT_IF(WORD != HOLE64(1)); NEXT; } /* exit unless a word is this; hole 0: its offset; hole 1: any 64 bits */

UOP(count_run, Z) { WORD += 1; NEXT; } /* a 64-bit counter of --stats goes up by one; hole 0: its offset */

// Fields of the VM struct, near enough for a displacement.
UOP(store_vm_u32, Z) { U32_SET(U32_AT(VM + HOLE(0)), 1); NEXT; } /* field ← constant; hole 0: its offset in the VM struct; hole 1: constant */
UOP(add_abs_u32_const, Z) { U32_ADD(U32_AT(VM + HOLE(0)), 1); NEXT; } /* field += constant; hole 0: its offset in the VM struct; hole 1: constant */
UOP(guard_abs_below, Z) /* exit unless field + constant <= limit (32 bits, unsigned); hole 0: the field's offset in the VM struct; hole 1: the limit's; hole 2: constant */
{
    EXIT_IF(U32_AT(VM + HOLE(0)) + (u32)HOLE(2) > U32_AT(VM + HOLE(1)));
    NEXT;
}
