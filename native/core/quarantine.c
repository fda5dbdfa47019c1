// What makes a use after free visible in the debug core: a freed block is filled with references to nowhere and waits, first in first out, until
// QUARANTINE_BLOCKS others of its list have been freed. When its turn comes it must be as it was left. Whoever counts such a block, or follows what it
// reads there, meets the asserts of incref_object and decref_object (a free block's count is 0, and so is what lies at POISON).
#include "heap_inline.h"

#if KRAIT_DEBUG

#define POISON 0x00000000DDDDDDDDull // as a Value: a reference; as two u32: one that is no offset, and 0
#define QUARANTINE_BLOCKS 256u
#define QUARANTINE_BYTES (256u << 10) // of one list

typedef struct Waiting { u32 first, last, count; } Waiting;

static Waiting *waiting_in(VM *vm, u32 list)
{
    return AT(vm, Waiting, vm->quarantine) + list;
}

void poison(VM *vm, u32 offset, u32 from, u32 to)
{
    for (u32 i = from; i < to; i += 8)
        *AT(vm, u64, offset + i) = POISON;
}

// Takes the first block out: 0 if none waits.
static u32 release(VM *vm, u32 list)
{
    Waiting *waiting = waiting_in(vm, list);
    u32 offset = waiting->first, size = heap_class_size(list % HEAP_CLASSES);
    if (!offset)
        return 0;
    FreeBlock *block = AT(vm, FreeBlock, offset);
    shadow_use(vm, offset, size, size);
    ASSERT(vm, block->zero == 0);
    for (u32 i = sizeof(FreeBlock); i < size; i += 8)
        ASSERT(vm, *AT(vm, u64, offset + i) == POISON);
    shadow_free(vm, offset, sizeof(FreeBlock), size);
    waiting->first = block->next;
    waiting->count--;
    return offset;
}

u32 quarantine_swap(VM *vm, u32 offset, u32 list)
{
    u32 size = heap_class_size(list % HEAP_CLASSES);
    ASSERT(vm, (offset & (PAGE_BYTES - 1)) % size == 0);
    shadow_use(vm, offset, size, size);
    poison(vm, offset, sizeof(FreeBlock), size);
    shadow_free(vm, offset, sizeof(FreeBlock), size);
    if (!vm->quarantine) {
        vm->heap_emergency++;
        Value exception = vm->exception;
        vm->quarantine = heap_block_zeroed(vm, HEAP_LISTS * sizeof(Waiting));
        vm->heap_emergency--;
        ASSERT(vm, vm->quarantine && vm->exception == exception);
    }
    FreeBlock *block = AT(vm, FreeBlock, offset);
    block->zero = 0;
    block->next = 0;
    Waiting *waiting = waiting_in(vm, list);
    if (waiting->first)
        AT(vm, FreeBlock, waiting->last)->next = offset;
    else
        waiting->first = offset;
    waiting->last = offset;
    waiting->count++;
    return waiting->count > QUARANTINE_BLOCKS || waiting->count * size > QUARANTINE_BYTES ? release(vm, list) : 0;
}

void quarantine_end(VM *vm)
{
    if (!vm->quarantine)
        return;
    for (u32 list = 0; list < HEAP_LISTS; list++)
        for (u32 offset; (offset = release(vm, list));) {
            AT(vm, FreeBlock, offset)->next = vm->free_lists[list];
            vm->free_lists[list] = offset;
        }
}

#endif
