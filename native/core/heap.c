// Pages of 64 KiB: cut into blocks of one size class, or spans of whole pages for what is larger than 32 KiB. Free page runs are coalesced.
// Order of things that surprise: an empty small page is only noticed by heap_trim, which runs when the heap has doubled and after collections.
#include "heap_inline.h"

// 32 classes in steps of 16, then four to the doubling, chosen so that a page divides well.
const u16 heap_class_bytes16[HEAP_CLASSES] = {
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32,
    640 / 16, 768 / 16, 896 / 16, 1024 / 16, 1280 / 16, 1536 / 16, 1808 / 16, 2048 / 16, 2512 / 16, 3120 / 16, 3632 / 16, 4096 / 16,
    5040 / 16, 5952 / 16, 7280 / 16, 8192 / 16, 9360 / 16, 10912 / 16, 13104 / 16, 16384 / 16, 21840 / 16, 32768 / 16,
};

#define CARVE_BYTES 4096u
#define TRIM_MIN_PAGES 256u // 16 MiB
#define EMERGENCY_PAGES 32u

u32 heap_class_large(u32 bytes)
{
    u32 low = 32, high = HEAP_CLASSES - 1;
    while (low < high) {
        u32 middle = (low + high) / 2;
        if (heap_class_bytes16[middle] * 16u < bytes)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// --- page runs --------------------------------------------------------------------------------------------------------
static u32 run_bin(u32 pages)
{
    u32 bin = 31u - (u32)__builtin_clz(pages);
    return bin < HEAP_RUN_BINS ? bin : HEAP_RUN_BINS - 1;
}

static void link_run(VM *vm, u32 page, u32 pages, u32 flags)
{
    PageInfo *first = page_at(vm, page), *last = page_at(vm, page + pages - 1);
    u32 bin = run_bin(pages);
    *last = (PageInfo){.kind = PAGE_FREE, .pages = pages};
    *first = (PageInfo){.kind = PAGE_FREE, .pages = pages, .flags = (u8)flags, .next = vm->free_runs[bin]};
    if (first->next)
        page_at(vm, first->next)->previous = page;
    vm->free_runs[bin] = page;
}

static void unlink_run(VM *vm, u32 page)
{
    PageInfo *first = page_at(vm, page);
    ASSERT(vm, first->kind == PAGE_FREE);
    if (first->previous)
        page_at(vm, first->previous)->next = first->next;
    else
        vm->free_runs[run_bin(first->pages)] = first->next;
    if (first->next)
        page_at(vm, first->next)->previous = first->previous;
}

static void free_pages(VM *vm, u32 page, u32 pages)
{
#if KRAIT_DEBUG
    shadow_use(vm, page << PAGE_SHIFT, (u64)pages << PAGE_SHIFT, (u64)pages << PAGE_SHIFT);
    poison(vm, page << PAGE_SHIFT, 0, pages << PAGE_SHIFT);
    shadow_free(vm, page << PAGE_SHIFT, 0, (u64)pages << PAGE_SHIFT);
#endif
    vm->pages_in_use -= pages;
    vm->trim_futile = 0;
    *page_at(vm, page) = (PageInfo){.kind = PAGE_INNER}; // no trace of its old use may stay inside a run
    *page_at(vm, page + pages - 1) = (PageInfo){.kind = PAGE_INNER};
    PageInfo *before = page_at(vm, page - 1), *after = page_at(vm, page + pages);
    if (before->kind == PAGE_FREE) {
        u32 start = page - before->pages;
        unlink_run(vm, start);
        pages += before->pages;
        *before = (PageInfo){.kind = PAGE_INNER};
        page = start;
    }
    if (after->kind == PAGE_FREE) {
        unlink_run(vm, page + pages);
        u32 more = after->pages;
        *after = (PageInfo){.kind = PAGE_INNER};
        pages += more;
    }
    link_run(vm, page, pages, PAGE_DIRTY);
}

// Whether a page may end at `top`. What lies above the limit stays for emergencies, also when it has been used and freed.
static bool within_limit(VM *vm, u64 top)
{
    if (top > HEAP_END)
        return false;
    return top <= vm->heap_limit || (vm->heap_emergency && top <= (u64)vm->heap_limit + EMERGENCY_PAGES * PAGE_BYTES);
}

// Takes `pages` from a free run: the best of the first bins looked at. 0 if there is none.
static u32 take_run(VM *vm, u32 pages, bool *dirty)
{
    for (u32 bin = run_bin(pages); bin < HEAP_RUN_BINS; bin++) {
        u32 best = 0, best_pages = 0xFFFFFFFF, looked = 0;
        for (u32 page = vm->free_runs[bin]; page && looked < 64; page = page_at(vm, page)->next, looked++) {
            u32 have = page_at(vm, page)->pages;
            if (have >= pages && have < best_pages && within_limit(vm, (u64)(page + pages) << PAGE_SHIFT)) {
                best = page;
                best_pages = have;
                if (have == pages)
                    break;
            }
        }
        if (!best)
            continue;
        u32 flags = page_at(vm, best)->flags;
        unlink_run(vm, best);
        if (best_pages > pages)
            link_run(vm, best + pages, best_pages - pages, flags);
        *dirty = flags & PAGE_DIRTY;
        return best;
    }
    return 0;
}

// `pages` whole pages in a row; 0 if there are none (no exception set). *dirty: they may hold old bytes.
static u32 take_pages(VM *vm, u32 pages, bool *dirty)
{
    u32 page = take_run(vm, pages, dirty);
    if (!page && vm->pages_in_use >= vm->heap_trim_at) {
        heap_trim(vm);
        page = take_run(vm, pages, dirty);
    }
    if (!page) {
        u64 top = (u64)vm->heap_top + (u64)pages * PAGE_BYTES;
        if (!within_limit(vm, top)) {
            if (vm->heap_emergency && vm->trim_futile)
                return 0; // unwinding a million frames without memory must not search the heap for each of them
            vm->trim_futile = 1;
            heap_trim(vm);
            page = take_run(vm, pages, dirty);
            if (!page)
                return 0;
        } else {
            page = vm->heap_top >> PAGE_SHIFT;
            vm->heap_top = (u32)top;
            *dirty = false;
        }
    }
    vm->pages_in_use += pages;
    shadow_use(vm, page << PAGE_SHIFT, (u64)pages << PAGE_SHIFT, (u64)pages << PAGE_SHIFT);
    return page;
}

// --- small blocks -----------------------------------------------------------------------------------------------------
static void count_containers(VM *vm, u32 count)
{
    vm->container_allocations += count;
    if (vm->container_allocations >= vm->gc_threshold && vm->gc_enabled && !vm->gc_running)
        __atomic_fetch_or(&vm->interrupt, INTERRUPT_GC, __ATOMIC_RELAXED);
}

// Cuts the next blocks of a page and links them in address order.
NOINLINE u32 heap_refill(VM *vm, u32 list)
{
    u32 size = heap_class_size(list % HEAP_CLASSES), group = list / HEAP_CLASSES;
    u32 page = vm->carve_pages[list];
    if (!page) {
        bool dirty = false;
        page = take_pages(vm, 1, &dirty);
        if (!page) {
            raise_memory_error(vm);
            return 0;
        }
        *page_at(vm, page) = (PageInfo){.kind = PAGE_SMALL, .list = (u8)list, .group = (u8)group, .pages = 1};
        vm->carve_pages[list] = page;
    }
    PageInfo *info = page_at(vm, page);
    u32 count = CARVE_BYTES / size, room = (PAGE_BYTES - info->carved) / size;
    if (count == 0)
        count = 1;
    if (count > room)
        count = room;
    u32 first = (page << PAGE_SHIFT) + info->carved;
    for (u32 i = 0; i < count; i++) {
        FreeBlock *block = AT(vm, FreeBlock, first + i * size);
        block->zero = 0;
        block->next = i + 1 < count ? first + (i + 1) * size : vm->free_lists[list]; // (making room may have ended the quarantine)
    }
    info->carved += count * size;
    if (info->carved + size > PAGE_BYTES)
        vm->carve_pages[list] = 0;
    vm->free_lists[list] = first;
    if (group == HEAP_CONTAINERS)
        count_containers(vm, count);
    return first;
}

// Finds pages all of whose blocks are free and gives them back. Linear in the number of free blocks.
void heap_trim(VM *vm)
{
    quarantine_end(vm);
    u32 top_page = vm->heap_top >> PAGE_SHIFT;
    for (u32 page = HEAP_BASE >> PAGE_SHIFT; page < top_page; page++)
        page_at(vm, page)->free_count = 0;
    for (u32 list = 0; list < HEAP_LISTS; list++)
        for (u32 block = vm->free_lists[list]; block; block = AT(vm, FreeBlock, block)->next)
            page_of(vm, block)->free_count++;
    for (u32 list = 0; list < HEAP_LISTS; list++) {
        u32 size = heap_class_size(list % HEAP_CLASSES), kept = 0, *link = &kept;
        for (u32 block = vm->free_lists[list]; block;) {
            FreeBlock *free = AT(vm, FreeBlock, block);
            u32 next = free->next;
            PageInfo *info = page_of(vm, block);
            if (info->free_count * size != info->carved) {
                *link = block;
                link = &free->next;
            }
            block = next;
        }
        *link = 0;
        vm->free_lists[list] = kept;
    }
    for (u32 page = HEAP_BASE >> PAGE_SHIFT; page < top_page; page++) {
        PageInfo *info = page_at(vm, page);
        if (info->kind != PAGE_SMALL)
            continue;
        u32 size = heap_class_size(info->list % HEAP_CLASSES);
        if (info->carved == 0 || info->free_count * size != info->carved)
            continue;
        if (vm->carve_pages[info->list] == page)
            vm->carve_pages[info->list] = 0;
        free_pages(vm, page, 1);
    }
    u32 twice = vm->pages_in_use * 2;
    vm->heap_trim_at = twice > TRIM_MIN_PAGES ? twice : TRIM_MIN_PAGES;
}

// --- spans ------------------------------------------------------------------------------------------------------------
static u32 span_new(VM *vm, u32 bytes, u32 group, bool *dirty)
{
    u32 pages = (u32)(((u64)bytes + PAGE_BYTES - 1) >> PAGE_SHIFT);
    u32 page = take_pages(vm, pages, dirty);
    if (!page) {
        raise_memory_error(vm);
        return 0;
    }
    *page_at(vm, page + pages - 1) = (PageInfo){.kind = PAGE_INNER};
    *page_at(vm, page) = (PageInfo){.kind = PAGE_SPAN, .group = (u8)group, .pages = pages, .span_bytes = bytes};
    shadow_use(vm, page << PAGE_SHIFT, bytes, (u64)pages << PAGE_SHIFT);
    return page << PAGE_SHIFT;
}

NOINLINE void *heap_new_large(VM *vm, Ref type, u32 bytes, u32 group)
{
    bool dirty = false;
    u32 offset = span_new(vm, bytes, group, &dirty);
    if (!offset)
        return NULL;
    ObjectHead *head = AT(vm, ObjectHead, offset);
    if (dirty)
        memset(head, 0, bytes);
    head->refcount = 1;
    head->type = type;
    if (type >= STATIC_END)
        AT(vm, ObjectHead, type)->refcount++;
    if (group == HEAP_CONTAINERS)
        count_containers(vm, 1);
    return head;
}

// --- what the other files call --------------------------------------------------------------------------------------------
void *heap_new_container(VM *vm, Ref type, u32 bytes)
{
    if (unlikely(bytes > SMALL_LIMIT))
        return heap_new_large(vm, type, bytes, HEAP_CONTAINERS);
    return heap_new_inline(vm, type, bytes, HEAP_CONTAINERS);
}

void *heap_new(VM *vm, Ref type, u32 bytes)
{
    // Instances of a class made in Python have attributes, so they can be part of a cycle whatever their layout.
    u32 group = unlikely(type >= STATIC_END) && (AT(vm, PyType, type)->flags & TYPE_CONTAINER) ? HEAP_CONTAINERS : HEAP_OBJECTS;
    if (unlikely(bytes > SMALL_LIMIT))
        return heap_new_large(vm, type, bytes, group);
    return heap_new_inline(vm, type, bytes, group);
}

u32 heap_block(VM *vm, u32 bytes)
{
    if (likely(bytes <= SMALL_LIMIT)) {
        FreeBlock *block = heap_take(vm, HEAP_LIST(HEAP_BLOCKS, heap_class(bytes)));
        if (block)
            shadow_use(vm, OFFSET_OF(vm, block), bytes, heap_class_size(heap_class(bytes)));
        return block ? OFFSET_OF(vm, block) : 0;
    }
    bool dirty;
    return span_new(vm, bytes, HEAP_BLOCKS, &dirty);
}

u32 heap_block_zeroed(VM *vm, u32 bytes)
{
    if (bytes <= SMALL_LIMIT) {
        u32 block = heap_block(vm, bytes);
        if (block)
            memset(AT(vm, u8, block), 0, bytes);
        return block;
    }
    bool dirty = false;
    u32 block = span_new(vm, bytes, HEAP_BLOCKS, &dirty);
    if (block && dirty)
        memset(AT(vm, u8, block), 0, bytes);
    return block;
}

static void give_back(VM *vm, u32 offset)
{
    PageInfo *info = page_of(vm, offset);
    if (likely(info->kind == PAGE_SMALL)) {
        if (likely(!(info->flags & PAGE_RESTING)))
            heap_give(vm, offset, info->list);
        else
            AT(vm, FreeBlock, offset)->zero = 0; // never used again: see PAGE_RESTING
        return;
    }
    ASSERT(vm, info->kind == PAGE_SPAN && (offset & (PAGE_BYTES - 1)) == 0);
    free_pages(vm, offset >> PAGE_SHIFT, info->pages);
}

void heap_block_free(VM *vm, u32 block)
{
    if (!block)
        return;
    ASSERT(vm, page_of(vm, block)->group == HEAP_BLOCKS);
    give_back(vm, block);
}

void heap_free(VM *vm, void *object)
{
    u32 offset = OFFSET_OF(vm, object);
    ASSERT(vm, offset >= HEAP_BASE && page_of(vm, offset)->group != HEAP_BLOCKS);
    give_back(vm, offset);
}

u32 heap_usable_bytes(VM *vm, u32 block)
{
    PageInfo *info = page_of(vm, block);
    u32 bytes = info->kind == PAGE_SMALL ? heap_class_size(info->list % HEAP_CLASSES) : info->pages << PAGE_SHIFT;
    shadow_use(vm, block, bytes, bytes);
    return bytes;
}

// Grows a span over free pages behind it or the untouched end of the heap; gives back what it no longer needs.
static bool span_resize(VM *vm, u32 page, u32 new_bytes)
{
    PageInfo *info = page_at(vm, page);
    u32 have = info->pages, want = (u32)(((u64)new_bytes + PAGE_BYTES - 1) >> PAGE_SHIFT);
    if (want < have) {
        info->pages = want;
        info->span_bytes = new_bytes;
        free_pages(vm, page + want, have - want);
        if (want > 1)
            *page_at(vm, page + want - 1) = (PageInfo){.kind = PAGE_INNER};
        shadow_use(vm, page << PAGE_SHIFT, new_bytes, (u64)want << PAGE_SHIFT);
        return true;
    }
    if (want > have) {
        PageInfo *after = page_at(vm, page + have);
        u32 more = want - have, top_page = vm->heap_top >> PAGE_SHIFT;
        u32 free_behind = after->kind == PAGE_FREE ? after->pages : 0;
        if (free_behind >= more) {
            u32 flags = after->flags;
            unlink_run(vm, page + have);
            if (free_behind > more)
                link_run(vm, page + want, free_behind - more, flags);
        } else if (page + have + free_behind == top_page && within_limit(vm, (u64)(page + want) << PAGE_SHIFT)) {
            if (free_behind)
                unlink_run(vm, page + have);
            vm->heap_top = (page + want) << PAGE_SHIFT;
        } else {
            return false;
        }
        for (u32 i = have; i < want; i++)
            *page_at(vm, page + i) = (PageInfo){.kind = PAGE_INNER};
        vm->pages_in_use += more;
        info->pages = want;
    }
    info->span_bytes = new_bytes;
    shadow_use(vm, page << PAGE_SHIFT, new_bytes, (u64)info->pages << PAGE_SHIFT);
    return true;
}

u32 heap_block_resize(VM *vm, u32 block, u32 old_bytes, u32 new_bytes)
{
    if (!block)
        return heap_block(vm, new_bytes);
    PageInfo *info = page_of(vm, block);
    ASSERT(vm, info->group == HEAP_BLOCKS);
    if (info->kind == PAGE_SMALL) {
        if (new_bytes <= SMALL_LIMIT && heap_class(new_bytes) == info->list % HEAP_CLASSES) {
            shadow_use(vm, block, new_bytes, heap_class_size(heap_class(new_bytes)));
            return block;
        }
    } else if (new_bytes > SMALL_LIMIT && span_resize(vm, block >> PAGE_SHIFT, new_bytes)) {
        return block;
    }
    u32 moved = heap_block(vm, new_bytes);
    if (!moved)
        return 0;
    memcpy(AT(vm, u8, moved), AT(vm, u8, block), old_bytes < new_bytes ? old_bytes : new_bytes);
    heap_block_free(vm, block);
    return moved;
}

// --- for the platform layer ------------------------------------------------------------------------------------------------
// Free pages whose memory the system may take back: scratch[0] = offset, scratch[1] = bytes of the next run at or after `from` that holds old
// bytes; it counts as zeroed from then on, so the caller must really decommit it (or fill it with zeros). Returns where to go on, 0 at the end.
CORE_EXPORT u32 heap_next_dirty_run(VM *vm, u32 from)
{
    u32 top_page = vm->heap_top >> PAGE_SHIFT;
    for (u32 page = (from ? from : HEAP_BASE) >> PAGE_SHIFT; page < top_page;) {
        PageInfo *info = page_at(vm, page);
        u32 pages = info->pages ? info->pages : 1;
        if (info->kind == PAGE_FREE && (info->flags & PAGE_DIRTY)) {
            info->flags &= (u8)~PAGE_DIRTY;
            vm->scratch[0] = int48((i64)page << PAGE_SHIFT);
            vm->scratch[1] = int48((i64)pages << PAGE_SHIFT);
            return (page + pages) << PAGE_SHIFT;
        }
        page += pages;
    }
    return 0;
}

// Pages that are skipped for objects that lie apart, most of which nobody ever touches.
#define APART_PAGES 128u

static void swap_words(u32 *one, u32 *other, u32 count)
{
    for (u32 i = 0; i < count; i++) {
        u32 word = one[i];
        one[i] = other[i];
        other[i] = word;
    }
}

// What is made between heap_apart(true) and heap_apart(false) gets pages of its own: whatever is made afterwards lies where it would lie if nothing
// had been made, beyond a gap that is always the same. Free blocks that are left over there are not used by anybody else.
CORE_EXPORT void heap_apart(VM *vm, u32 begins)
{
    quarantine_end(vm);
    swap_words(vm->free_lists, vm->apart_lists, HEAP_LISTS);
    swap_words(vm->carve_pages, vm->apart_pages, HEAP_LISTS);
    swap_words(vm->free_runs, vm->apart_runs, HEAP_RUN_BINS);
    if (begins) {
        vm->apart_end = vm->heap_top + APART_PAGES * PAGE_BYTES;
        return;
    }
    if (vm->heap_top < vm->apart_end)
        vm->heap_top = vm->apart_end;
    for (u32 bin = 0; bin < HEAP_RUN_BINS; bin++) {
        for (u32 page = vm->apart_runs[bin]; page;) {
            PageInfo *first = page_at(vm, page), *last = page_at(vm, page + first->pages - 1);
            page = first->next;
            *first = *last = (PageInfo){0}; // no run that others could grow into
        }
        vm->apart_runs[bin] = 0;
    }
}

CORE_EXPORT void heap_give_back(VM *vm) { heap_trim(vm); }

void heap_init(VM *vm)
{
    vm->heap_top = HEAP_BASE;
    if (!vm->heap_limit || vm->heap_limit > HEAP_END)
        vm->heap_limit = HEAP_END;
    vm->heap_trim_at = TRIM_MIN_PAGES;
}
