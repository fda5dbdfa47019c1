// Items of lists, tuples, strings. The base is a reference (an object, or its block of items), the index a shifted int that is known
// to be in range; hole 0 is the offset of item 0 from the base.
#include "abi.h"

#define ITEM(base, index) (VM + ((base) + (i64)((u64)(index) >> 13)) + HOLE(0))

UOP(load_elem, RRR) { R(a) = (i64)U64_AT(ITEM(R(b), R(c))); NEXT; } /* r[a] ← item r[c] of r[b] as it is; hole 0: item 0 */
UOP(load_elem_int, RRR) /* r[a] ← int that is item r[c] of r[b], shifted; exit if it isn't a 48-bit int; hole 0: item 0 */
{
    const Value *item = &U64_AT(ITEM(R(b), R(c)));
    EXIT_IF(!is_int48_at(item));
    R(a) = (i64)(*item << 16);
    NEXT;
}
UOP(load_elem_float, FRR) /* f[a] ← float that is item r[c] of r[b]; exit if it isn't one; hole 0: item 0 */
{
    TO_FLOAT(x, U64_AT(ITEM(R(b), R(c))));
    F(a) = x;
    NEXT;
}
UOP(store_elem, RRR) { U64_AT(ITEM(R(a), R(b))) = (Value)R(c); NEXT; } /* item r[b] of r[a] ← r[c] as it is (nothing is written to a register); hole 0: item 0 */

// The same as an address, for what has no form of its own.
UOP(elem_address, RR) { R(a) = R(b) + (i64)((u64)R(a) >> 13); NEXT; } /* r[a] ← r[b] + 8 * r[a]: use with load_field and store_field */

// Data of strings and bytes.
UOP(load_elem_u8, RRR) /* r[a] ← byte r[c] of r[b] as a shifted int; hole 0: byte 0 */
{
    R(a) = (i64)*(u8 *)(VM + (R(b) + (i64)((u64)R(c) >> 16)) + HOLE(0)) << 16;
    NEXT;
}
UOP(byte_address, RR) { R(a) = R(b) + (i64)((u64)R(a) >> 16); NEXT; } /* r[a] ← r[b] + r[a]: use with store_byte */
UOP(store_byte, RR) { *(u8 *)(VM + R(a) + HOLE(0)) = (u8)(R(b) >> 16); NEXT; } /* byte at r[a] ← int r[b]; hole 0: byte 0 */
UOP(load_elem_u16, RR) /* r[a] ← 16 bits number r[a] of r[b] as a shifted int; hole 0: number 0 */
{
    R(a) = (i64)*(u16 *)(VM + (R(b) + (i64)((u64)R(a) >> 15 & ~1ull)) + HOLE(0)) << 16;
    NEXT;
}
UOP(load_elem_u32, RR) /* r[a] ← 32 bits number r[a] of r[b] as a shifted int; hole 0: number 0 */
{
    R(a) = (i64)((u64)U32_AT(VM + (R(b) + (i64)((u64)R(a) >> 14)) + HOLE(0)) << 16);
    NEXT;
}

UOP(guard_index, RR) { EXIT_IF((u64)R(a) >= (u64)R(b)); NEXT; } /* exit unless 0 <= r[a] < r[b], both shifted ints */
