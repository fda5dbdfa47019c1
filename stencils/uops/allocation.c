// Blocks for new objects, taken from a free list of the heap (native/core/heap_inline.h): what is in one is left over from its last use. Room in lists.
#include "abi.h"

UOP(allocate, R) /* r[a] ← a block of a free list; exit if there is no memory; hole 0: the list's offset in the VM struct; hole 1: its number */
{
    u32 *list = (u32 *)(VM + HOLE(0));
    u32 block = *list;
    if (unlikely(!block)) {
        COLD_PATH;
        CALL_KEEPING("trace_refill", VM, HOLE_U32(1));
        block = *list;
        EXIT_IF(!block);
    }
    *list = U32_AT(VM + block + 4);
    R(a) = block;
    NEXT;
}

UOP(list_room, R) /* the list a gets room for one item more; exit if there is no memory; hole 0: offset of its length; hole 1: of its capacity */
{
    u64 list = (u64)R(a);
    if (unlikely(U32_AT(VM + list + HOLE(0)) == U32_AT(VM + list + HOLE(1)))) {
        COLD_PATH;
        CALL_KEEPING("trace_list_room", VM, list);
        EXIT_IF(U32_AT(VM + list + HOLE(0)) == U32_AT(VM + list + HOLE(1)));
    }
    NEXT;
}
