// The heap's pages and the short way to allocate. Free blocks of one size class and group form one list for the whole VM (not one a page):
// taking and giving back are three memory accesses. What that costs, knowing when a page is empty, is made good by heap_trim.
#ifndef KRAIT_HEAP_INLINE_H
#define KRAIT_HEAP_INLINE_H

#include "core.h"

#define PAGE_SHIFT 16u
#define PAGE_BYTES (1u << PAGE_SHIFT)
#define SMALL_LIMIT 32768u // larger requests get whole pages

enum { PAGE_UNUSED, PAGE_FREE, PAGE_SMALL, PAGE_SPAN, PAGE_INNER };
#define PAGE_DIRTY 1u   // free runs: may hold anything; without it all its bytes are 0
// Pages of containers that came with the heap image:
#define PAGE_KEPT 2u    // what they hold is there for good: collections that nobody asked for leave it alone
#define PAGE_RESTING 4u // modules that no program has imported yet (src/modules/shelf.ts): collections never look at them, nor does
                        // anything in gc, so blocks that come free there are not used again

// One per 64 KiB page of the heap, at PAGE_TABLE_BASE. Free runs and spans carry their length at the first and the last page.
typedef struct PageInfo {
    u8 kind;       // PAGE_*
    u8 list;       // PAGE_SMALL: HEAP_LIST(group, size class)
    u8 group;      // PAGE_SMALL, PAGE_SPAN: HEAP_OBJECTS, HEAP_CONTAINERS or HEAP_BLOCKS
    u8 flags;      // PAGE_DIRTY of the first page of a free run; PAGE_KEPT, PAGE_RESTING
    u32 pages;     // length of the span or free run
    u32 next, previous; // free runs of one bin: page numbers
    u32 carved;    // PAGE_SMALL: bytes from the start of the page that are cut into blocks
    u32 free_count; // scratch of heap_trim
    u32 base;      // scratch of the collector and the audit: number of the page's first block
    u32 span_bytes; // PAGE_SPAN: bytes asked for
} PageInfo;

#if KRAIT_SANITIZE // sanitize.c
void shadow_use(VM *vm, u32 offset, u64 bytes, u64 size);
void shadow_free(VM *vm, u32 offset, u64 from, u64 to);
#else
INLINE void shadow_use(VM *vm, u32 offset, u64 bytes, u64 size) { (void)vm, (void)offset, (void)bytes, (void)size; }
INLINE void shadow_free(VM *vm, u32 offset, u64 from, u64 to) { (void)vm, (void)offset, (void)from, (void)to; }
#endif

// A free block: the first word is 0 where a live object has its count.
typedef struct FreeBlock { u32 zero; u32 next; } FreeBlock;

INLINE PageInfo *page_at(VM *vm, u32 page) { return AT(vm, PageInfo, PAGE_TABLE_BASE) + page; }
INLINE PageInfo *page_of(VM *vm, u32 offset) { return page_at(vm, offset >> PAGE_SHIFT); }
extern const u16 heap_class_bytes16[HEAP_CLASSES]; // size of a class in units of 16 bytes
INLINE u32 heap_class_size(u32 size_class) { return size_class < 32 ? (size_class + 1) * 16 : heap_class_bytes16[size_class] * 16u; }
u32 heap_class_large(u32 bytes);
INLINE u32 heap_class(u32 bytes) { return likely(bytes <= 512) ? (bytes + 15) / 16 - (bytes != 0) : heap_class_large(bytes); }

u32 heap_refill(VM *vm, u32 list); // first free block of the list, still in it; 0 with MemoryError
void *heap_new_large(VM *vm, Ref type, u32 bytes, u32 group);

INLINE FreeBlock *heap_take(VM *vm, u32 list)
{
    u32 block = vm->free_lists[list];
    if (unlikely(!block)) {
        block = heap_refill(vm, list);
        if (!block)
            return NULL;
    }
    FreeBlock *free = AT(vm, FreeBlock, block);
#if KRAIT_DEBUG
    ASSERT(vm, free->zero == 0);
    ASSERT(vm, page_of(vm, block)->kind == PAGE_SMALL && page_of(vm, block)->list == list);
    ASSERT(vm, !(page_of(vm, block)->flags & PAGE_RESTING)); // no collection would see what is made there
#endif
    vm->free_lists[list] = free->next;
    return free;
}

#if KRAIT_DEBUG
u32 quarantine_swap(VM *vm, u32 offset, u32 list); // quarantine.c: the block that may be used again in place of this one, or 0
void poison(VM *vm, u32 offset, u32 from, u32 to);
void quarantine_end(VM *vm); // every block that waits becomes a free one
#else
INLINE void quarantine_end(VM *vm) { (void)vm; }
#endif

INLINE void heap_give(VM *vm, u32 offset, u32 list)
{
    FreeBlock *block = AT(vm, FreeBlock, offset);
#if KRAIT_DEBUG
    ASSERT(vm, page_of(vm, offset)->kind == PAGE_SMALL && page_of(vm, offset)->list == list);
    offset = quarantine_swap(vm, offset, list);
    if (!offset)
        return;
    block = AT(vm, FreeBlock, offset);
#endif
    block->zero = 0;
    block->next = vm->free_lists[list];
    vm->free_lists[list] = offset;
}

// Object whose head is filled in and whose other bytes are NOT zeroed: for callers that write every field. `bytes` should be a constant.
INLINE void *heap_new_raw(VM *vm, Ref type, u32 bytes, u32 group)
{
    if (unlikely(bytes > SMALL_LIMIT))
        return heap_new_large(vm, type, bytes, group);
    ObjectHead *head = (ObjectHead *)heap_take(vm, HEAP_LIST(group, heap_class(bytes)));
    if (unlikely(!head))
        return NULL;
    shadow_use(vm, OFFSET_OF(vm, head), bytes, heap_class_size(heap_class(bytes)));
    head->refcount = 1;
    head->type = type;
    if (type >= STATIC_END)
        AT(vm, ObjectHead, type)->refcount++; // heap types are owned by their instances
    return head;
}

// As heap_new / heap_new_container, inline; best with a constant size.
INLINE void *heap_new_inline(VM *vm, Ref type, u32 bytes, u32 group)
{
    ObjectHead *head = heap_new_raw(vm, type, bytes, group);
    if (likely(head))
        memset(head + 1, 0, bytes - sizeof(ObjectHead));
    return head;
}

// New instance of a class of OBJECT kind whose root shape is known; NULL: ask instance_new. All slots EMPTY.
INLINE PyInstance *instance_new_inline(VM *vm, Ref cls, Ref root)
{
    PyShape *shape = AT(vm, PyShape, root);
    if (unlikely(!root || shape->alloc_list == 0xFFFF) || KRAIT_SANITIZE)
        return NULL;
    u32 block = vm->free_lists[shape->alloc_list];
    if (unlikely(!block))
        return NULL;
    PyInstance *o = AT(vm, PyInstance, block);
    vm->free_lists[shape->alloc_list] = AT(vm, FreeBlock, block)->next;
    o->head.refcount = 1;
    o->head.type = cls;
    AT(vm, ObjectHead, cls)->refcount++; // (a static class, object itself, is immortal: one more does no harm)
    o->shape = root;
    o->dict_or_slots = 0;
    typedef u64 Pair __attribute__((vector_size(16)));
    for (u32 i = 0, n = shape->inline_count; i < n; i += 2) // a block is a multiple of 16 bytes
        *(Pair *)(o->slots + i) = (Pair){0, 0};
    return o;
}

#endif
