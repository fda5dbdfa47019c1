// The collector finds dead cycles by trial deletion, as CPython does: counts less the references that containers hold to each other; what is left
// over zero is held from outside (stack, C, TypeScript), and all that can be reached from there lives. So no root is ever listed. It is not
// generational: the next run comes when the heap has grown by as much as was alive, so its cost stays in proportion to the growth. Only what came
// with the heap image stands aside (PAGE_KEPT): runs that nobody asked for take it as alive, gc.collect() looks at it too.
#include "hooks.h"
#include "traverse.h"

#define THRESHOLD_MIN 20000u
#define REACHED 0xFFFFFFFFu
#define GC_STRESS 0x80000000u // bit of vm->gc_debug, for tests: collect whenever the heap takes new blocks

typedef struct Collection {
    u32 *counts; // by number of the container's block
    Ref *queue;
    u32 head, tail;
    u32 skip; // PAGE_* flags of pages that are left alone: what they hold is alive
} Collection;

INLINE bool is_container_page(PageInfo *info, u32 skip)
{
    return info->group == HEAP_CONTAINERS && !(info->flags & skip) && (info->kind == PAGE_SMALL || info->kind == PAGE_SPAN);
}

// Place of a container's count; NULL for anything else.
INLINE u32 *count_of(VM *vm, Collection *c, Ref r)
{
    PageInfo *info = page_of(vm, r);
    if (r < HEAP_BASE || !is_container_page(info, c->skip))
        return NULL;
    if (info->kind == PAGE_SPAN)
        return c->counts + info->base;
    return c->counts + info->base + (u32)(((u64)(r & (PAGE_BYTES - 1)) * info->previous) >> 32); // previous: see number_pages
}

// Numbers all container blocks; returns how many there are. A small page's unused link word gets 2^32 / size, rounded up: a multiplication then
// finds the block's number (heap_trim, which may run any time memory is asked for, has its own scratch word).
static u32 number_pages(VM *vm, u32 skip)
{
    u32 total = 0, top = vm->heap_top >> PAGE_SHIFT;
    for (u32 page = HEAP_BASE >> PAGE_SHIFT; page < top;) {
        PageInfo *info = page_at(vm, page);
        if (is_container_page(info, skip)) {
            info->base = total;
            u32 size = info->kind == PAGE_SMALL ? heap_class_size(info->list % HEAP_CLASSES) : 0;
            info->previous = size ? (u32)((0xFFFFFFFFull + size) / size) : 0;
            total += size ? info->carved / size : 1;
        }
        page += info->kind == PAGE_SPAN || info->kind == PAGE_FREE ? info->pages : 1;
    }
    return total;
}

// All live containers in the order of their addresses: `ContainerCursor at = {.skip = PAGE_…}; while ((r = next_container(vm, &at)))`.
typedef struct ContainerCursor { u32 page, offset, size, skip; } ContainerCursor;

static Ref next_container(VM *vm, ContainerCursor *at)
{
    u32 top = vm->heap_top >> PAGE_SHIFT;
    if (!at->page)
        at->page = HEAP_BASE >> PAGE_SHIFT;
    for (; at->page < top; at->offset = 0) {
        PageInfo *info = page_at(vm, at->page);
        if (is_container_page(info, at->skip)) {
            u32 size = info->kind == PAGE_SMALL ? heap_class_size(info->list % HEAP_CLASSES) : PAGE_BYTES;
            u32 end = info->kind == PAGE_SMALL ? info->carved : 1;
            while (at->offset < end) {
                Ref r = (at->page << PAGE_SHIFT) + at->offset;
                at->offset += size;
                if (AT(vm, ObjectHead, r)->refcount)
                    return r;
            }
        }
        at->page += info->kind == PAGE_SPAN || info->kind == PAGE_FREE ? info->pages : 1;
    }
    return 0;
}

// --- visitors ------------------------------------------------------------------------------------------------------------
INLINE void subtract(VM *vm, Collection *c, Ref r)
{
    u32 *count = count_of(vm, c, r);
    if (!count)
        return;
    ASSERT(vm, AT(vm, ObjectHead, r)->refcount != 0); // a live object holds a dead one
    ASSERT(vm, *count != 0);                          // fewer counts than references
    --*count;
}
static void subtract_value(VM *vm, Value *place, void *context) { if (is_object(*place)) subtract(vm, context, (Ref)*place); }
static void subtract_ref(VM *vm, u32 *place, void *context) { if (*place) subtract(vm, context, *place); }

INLINE void reach(VM *vm, Collection *c, Ref r)
{
    u32 *count = count_of(vm, c, r);
    if (!count || *count == REACHED)
        return;
    *count = REACHED;
    c->queue[c->tail++] = r;
}
static void reach_value(VM *vm, Value *place, void *context) { if (is_object(*place)) reach(vm, context, (Ref)*place); }
static void reach_ref(VM *vm, u32 *place, void *context) { if (*place) reach(vm, context, *place); }
static void no_block(VM *vm, u32 *place, void *context) {}

static const Visitor subtracting = {subtract_value, subtract_ref, no_block};
static const Visitor reaching = {reach_value, reach_ref, no_block};

static NOINLINE void subtract_fields(VM *vm, Collection *c, Ref r)
{
    Ref type = AT(vm, ObjectHead, r)->type;
    traverse_fields(vm, r, type_at(vm, type), subtracting, c);
    if (type >= STATIC_END)
        subtract(vm, c, type);
}

static NOINLINE void reach_fields(VM *vm, Collection *c, Ref r)
{
    Ref type = AT(vm, ObjectHead, r)->type;
    traverse_fields(vm, r, type_at(vm, type), reaching, c);
    if (type >= STATIC_END)
        reach(vm, c, type);
}

// --- dead cycles --------------------------------------------------------------------------------------------------------------
static bool is_garbage(VM *vm, Collection *c, Ref r)
{
    u32 *count = count_of(vm, c, r);
    return count && *count != REACHED;
}

// Weakrefs with callbacks to dead objects: cleared now; the callback is queued if the weakref itself is alive.
static void queue_callbacks(VM *vm, Collection *c, Ref object)
{
    for (Ref r = weakrefs_first(vm, object); r;) {
        PyWeakref *w = AT(vm, PyWeakref, r);
        Ref next = w->next;
        if (w->callback != EMPTY) {
            Value callback = w->callback;
            weakref_unlink(vm, r);
            w->callback = EMPTY;
            if (!is_garbage(vm, c, r))
                pending_add(vm, callback, r);
            decref(vm, callback);
        }
        r = next;
    }
}

#define SORT_NAME sort_births
#define SORT_T u64
#define SORT_LESS(context, x, y) ((x) < (y))
typedef void SortContext;
#include "sort_template.h"

// CPython finalises in the order in which objects were made. Brings those with __del__ to the front in that order (what has no number comes first).
// Without memory for that, the order is that of the addresses.
static void order_by_birth(VM *vm, Ref *garbage, u32 count)
{
    u32 found = 0;
    for (u32 i = 0; i < count; i++) {
        Ref r = garbage[i];
        if (type_at(vm, AT(vm, ObjectHead, r)->type)->flags & TYPE_HAS_DEL) {
            garbage[i] = garbage[found];
            garbage[found++] = r;
        }
    }
    u32 block = found > 1 ? heap_block(vm, found * 12) : 0;
    if (!block)
        return;
    u64 *words = AT(vm, u64, block);
    for (u32 i = 0; i < found; i++) {
        Ref r = garbage[i];
        bool numbered = type_at(vm, AT(vm, ObjectHead, r)->type)->flags & TYPE_NUMBERS_INSTANCES;
        words[i] = (numbered ? *AT(vm, u64, r + heap_usable_bytes(vm, r) - 8) : 0) << 32 | r;
    }
    sort_births_all(NULL, words, found, words + found);
    for (u32 i = 0; i < found; i++)
        garbage[i] = (Ref)words[i];
    heap_block_free(vm, block);
}

// Queues what the dead objects want to do first. True if there is something: then nothing may be cleared yet.
static bool queue_finalizers(VM *vm, Ref *garbage, u32 count)
{
    bool any = false;
    order_by_birth(vm, garbage, count);
    for (u32 i = 0; i < count; i++) {
        PyType *type = type_at(vm, AT(vm, ObjectHead, garbage[i])->type);
        if (type->flags & TYPE_HAS_DEL)
            any |= queue_finalizer(vm, garbage[i], type);
        if (type->kind == LAYOUT_GENERATOR)
            any |= generator_finalize(vm, garbage[i], true);
    }
    return any;
}

static u32 collect_with(VM *vm, Collection *c)
{
    u32 live = 0;
    Ref r;
    for (ContainerCursor at = {.skip = c->skip}; (r = next_container(vm, &at));) {
        *count_of(vm, c, r) = AT(vm, ObjectHead, r)->refcount;
        live++;
    }
    for (ContainerCursor at = {.skip = c->skip}; (r = next_container(vm, &at));)
        subtract_fields(vm, c, r);
    for (ContainerCursor at = {.skip = c->skip}; (r = next_container(vm, &at));) {
        u32 *count = count_of(vm, c, r);
        if (*count == 0 || *count == REACHED)
            continue;
        *count = REACHED;
        c->queue[c->tail++] = r;
        while (c->head < c->tail)
            reach_fields(vm, c, c->queue[c->head++]);
    }
    u32 reached = c->tail, dead = live - reached;
    vm->gc_live_after = reached;
    if (!dead)
        return 0;
    // The queue held every living object once; the rest of its room takes the dead.
    Ref *garbage = c->queue + reached;
    u32 found = 0;
    for (ContainerCursor at = {.skip = c->skip}; (r = next_container(vm, &at));) {
        if (*count_of(vm, c, r) != REACHED)
            garbage[found++] = r;
    }
    ASSERT(vm, found == dead);
    for (u32 i = 0; i < dead; i++)
        AT(vm, ObjectHead, garbage[i])->refcount++; // their memory must stay while they let go of each other
    for (u32 i = 0; i < dead; i++)
        if (type_at(vm, AT(vm, ObjectHead, garbage[i])->type)->flags & TYPE_WEAKLY_REFERENCED)
            queue_callbacks(vm, c, garbage[i]);
    for (u32 i = 0; i < dead; i++) // the finalisers find them cleared
        if (type_at(vm, AT(vm, ObjectHead, garbage[i])->type)->flags & TYPE_WEAKLY_REFERENCED)
            weakrefs_clear_silently(vm, garbage[i]);
    if (queue_finalizers(vm, garbage, dead)) {
        vm->gc_again = 1;
    } else {
        for (u32 i = 0; i < dead; i++)
            object_clear(vm, garbage[i]);
    }
    for (u32 i = 0; i < dead; i++)
        decref_object(vm, garbage[i]);
    return dead;
}

// skip: 0 or PAGE_KEPT.
u32 gc_collect(VM *vm, u32 skip)
{
    skip |= PAGE_RESTING;
    if (vm->gc_running)
        return 0;
    vm->gc_running = 1;
    vm->gc_again = 0;
    u32 room = number_pages(vm, skip), found = 0;
    vm->heap_emergency++;
    Value saved = vm->exception; // the program's own, if one is on its way
    vm->exception = EMPTY;
    u32 counts = heap_block(vm, room * 4 + 4), queue = counts ? heap_block(vm, room * 4 + 4) : 0;
    u32 total = number_pages(vm, skip); // again: making room may have given pages back (never the other way)
    ASSERT(vm, total <= room);
    if (queue && total <= room) {
        Collection c = {AT(vm, u32, counts), AT(vm, Ref, queue), 0, 0, skip};
        found = collect_with(vm, &c);
    }
    heap_block_free(vm, queue);
    heap_block_free(vm, counts);
    exception_clear(vm);
    vm->exception = saved;
    vm->heap_emergency--;
    vm->gc_collections++;
    vm->gc_collected += vm->gc_again ? 0 : found;
    vm->container_allocations = 0;
    u32 threshold = vm->gc_live_after > THRESHOLD_MIN ? vm->gc_live_after : THRESHOLD_MIN;
    vm->gc_threshold = vm->gc_debug & GC_STRESS ? 1 : vm->gc_again ? THRESHOLD_MIN : threshold;
    if (found)
        heap_trim(vm);
    vm->gc_running = 0;
    return vm->gc_again ? 0 : found; // what waits for its finaliser is not collected yet
}

void gc_safe_point(VM *vm)
{
    __atomic_fetch_and(&vm->interrupt, ~INTERRUPT_GC, __ATOMIC_RELAXED);
    if (vm->gc_enabled)
        gc_collect(vm, PAGE_KEPT);
}

// --- module gc, the part without Python code -------------------------------------------------------------------------------------
static Value gc_collect_once(VM *vm, Value *args, u32 nargs, Ref kwnames) { return int48(gc_collect(vm, 0)); }
static Value gc_needs_again(VM *vm, Value *args, u32 nargs, Ref kwnames) { return make_bool(vm->gc_again); }
static Value gc_collect_function(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (nargs && !is_int48(args[0]) && !is_instance(vm, args[0], TYPE_INT))
        return raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", args[0]);
    if (nargs && (!is_int48(args[0]) || int48_value(args[0]) < 0 || int48_value(args[0]) > 2) && args[0] != TRUE && args[0] != FALSE)
        return raise_error(vm, EXC_ValueError, "invalid generation");
    bool is_young = nargs && args[0] != int48(2); // (what came with the heap image never is)
    u32 found = gc_collect(vm, is_young ? PAGE_KEPT : 0);
    return vm->gc_again ? tail_prelude(vm, PRELUDE_GC_COLLECT, 1, int48(found)) : int48(found);
}
static Value gc_enable(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    vm->gc_enabled = 1;
    return NONE;
}
static Value gc_disable(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    vm->gc_enabled = 0;
    return NONE;
}
static Value gc_isenabled(VM *vm, Value *args, u32 nargs, Ref kwnames) { return make_bool(vm->gc_enabled); }
static Value three(VM *vm, u32 a, u32 b, u32 c)
{
    Value items[3] = {int48(a), int48(b), int48(c)};
    return tuple_from(vm, items, 3);
}
static Value gc_get_count(VM *vm, Value *args, u32 nargs, Ref kwnames) { return three(vm, vm->container_allocations, 0, 0); }
static Value gc_is_tracked(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return make_bool(is_object(args[0]) && (Ref)args[0] >= HEAP_BASE && is_container_page(page_of(vm, (Ref)args[0]), 0));
}
static Value gc_is_finalized(VM *vm, Value *args, u32 nargs, Ref kwnames) { return make_bool(is_object(args[0]) && is_finalized(vm, (Ref)args[0])); }
static Value gc_freeze(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    vm->gc_frozen = vm->gc_live_after;
    return NONE;
}
static Value gc_unfreeze(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    vm->gc_frozen = 0;
    return NONE;
}
static Value gc_get_freeze_count(VM *vm, Value *args, u32 nargs, Ref kwnames) { return int48(vm->gc_frozen); }

// What programs get to see of the heap: everything but shapes, which are no objects of theirs, and what is_private.
static bool is_shown(VM *vm, Ref r) { return type_at(vm, AT(vm, ObjectHead, r)->type)->kind != LAYOUT_SHAPE && !is_private(vm, r); }

typedef struct Referents { Value list; Ref wanted; bool found; } Referents;
static void note_referent(VM *vm, Ref r, Referents *n)
{
    if (n->list != EMPTY && is_shown(vm, r) && !list_append(vm, n->list, r)) {
        decref(vm, n->list);
        n->list = EMPTY;
    }
    n->found |= r == n->wanted;
}
static void note_value(VM *vm, Value *place, void *context)
{
    Referents *n = context;
    if (is_object(*place))
        note_referent(vm, (Ref)*place, n);
    else if (*place != EMPTY && n->list != EMPTY && !list_append(vm, n->list, *place)) { // numbers are objects to the program
        decref(vm, n->list);
        n->list = EMPTY;
    }
}
static void note_ref(VM *vm, u32 *place, void *context) { if (*place) note_referent(vm, *place, context); }
static NOINLINE void note_fields(VM *vm, Ref r, Referents *n)
{
    static const Visitor noting = {note_value, note_ref, no_block};
    traverse_fields(vm, r, type_at(vm, AT(vm, ObjectHead, r)->type), noting, n);
}
static Value gc_get_referents(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Referents n = {list_new(vm, 0), 0, false};
    for (u32 i = 0; i < nargs && n.list != EMPTY; i++)
        if (is_object(args[i]))
            note_fields(vm, (Ref)args[i], &n);
    return n.list;
}
static Value gc_get_referrers(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value list = list_new(vm, 0);
    Ref r;
    for (ContainerCursor at = {.skip = PAGE_RESTING}; (r = next_container(vm, &at));) {
        bool found = false;
        for (u32 i = 0; i < nargs && !found; i++) {
            Referents n = {EMPTY, (Ref)args[i], false};
            if (is_object(args[i]))
                note_fields(vm, r, &n);
            found = n.found;
        }
        if (found && r != (Ref)list && list != EMPTY && is_shown(vm, r) && !list_append(vm, list, r)) {
            decref(vm, list);
            list = EMPTY;
        }
    }
    return list;
}
static Value gc_get_objects(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value list = list_new(vm, 0);
    Ref r;
    for (ContainerCursor at = {.skip = PAGE_RESTING}; (r = next_container(vm, &at));) {
        if (r != (Ref)list && list != EMPTY && is_shown(vm, r) && !list_append(vm, list, r)) {
            decref(vm, list);
            list = EMPTY;
        }
    }
    return list;
}

// Calls for every PyCode of the VM.
void each_code(VM *vm, void (*visit)(VM *, PyCode *))
{
    Ref r;
    for (ContainerCursor at = {0}; (r = next_container(vm, &at));) {
        if (AT(vm, ObjectHead, r)->type == TYPE_CODE)
            visit(vm, AT(vm, PyCode, r));
    }
}

// --- heap images ---------------------------------------------------------------------------------------------------------------
// From here on containers get blocks that were never used: no page cut so far is used again, or (`same_pages`) only what is left of it.
CORE_EXPORT void core_fresh_containers(VM *vm, u32 same_pages)
{
    quarantine_end(vm);
    for (u32 list = HEAP_LIST(HEAP_CONTAINERS, 0); list < HEAP_LIST(HEAP_CONTAINERS, HEAP_CLASSES); list++) {
        vm->free_lists[list] = 0;
        if (!same_pages)
            vm->carve_pages[list] = 0;
    }
}

// The heap is complete and goes into an image: see PAGE_KEPT.
CORE_EXPORT void core_keep_containers(VM *vm)
{
    for (u32 page = HEAP_BASE >> PAGE_SHIFT, top = vm->heap_top >> PAGE_SHIFT; page < top; page++)
        if (is_container_page(page_at(vm, page), PAGE_RESTING))
            page_at(vm, page)->flags |= PAGE_KEPT;
    core_fresh_containers(vm, false);
    vm->container_allocations = vm->gc_live_after = 0;
    vm->gc_threshold = THRESHOLD_MIN;
}

const BuiltinDef gc_defs[] = { // module "gc"
    {"collect", gc_collect_function, 0, 1, 0, 0, "($module, /, generation=2)"},
    {"enable", gc_enable, 0, 0, 0, 0, "($module, /)"},
    {"disable", gc_disable, 0, 0, 0, 0, "($module, /)"},
    {"isenabled", gc_isenabled, 0, 0, 0, 0, "($module, /)"},
    {"get_count", gc_get_count, 0, 0, 0, 0, "($module, /)"},
    {"is_tracked", gc_is_tracked, 1, 1, 0, 0, "($module, obj, /)"},
    {"is_finalized", gc_is_finalized, 1, 1, 0, 0, "($module, obj, /)"},
    {"freeze", gc_freeze, 0, 0, 0, 0, "($module, /)"},
    {"unfreeze", gc_unfreeze, 0, 0, 0, 0, "($module, /)"},
    {"get_freeze_count", gc_get_freeze_count, 0, 0, 0, 0, "($module, /)"},
    {"get_referents", gc_get_referents, 0, 0xFFFF, 0, 0, "($module, /, *objs)"},
    {"get_referrers", gc_get_referrers, 0, 0xFFFF, 0, 0, "($module, /, *objs)"},
    {"get_objects", gc_get_objects, 0, 1, 0, 0, "($module, /, generation=None)"},
    {"", NULL, 0, 0, 0, 0, NULL},
};
const BuiltinDef gc_private_defs[] = { // module "_krait": what the prelude's gc.collect loops over while finalisers run
    {"gc_collect_once", gc_collect_once, 0, 0, 0, 0, NULL},
    {"gc_needs_again", gc_needs_again, 0, 0, 0, 0, NULL},
    {"", NULL, 0, 0, 0, 0, NULL},
};
