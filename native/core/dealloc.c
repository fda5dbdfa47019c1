// An object's count reached 0. Python code (__del__, weakref callbacks) is never run from here: it is queued and the interpreter runs it before the
// next instruction. Dying objects that hold others nest only so deep; the rest waits on the trash list, linked through their count words.
#include "traverse.h"
#include "watch.h"
#include "value_runs.h"

#define TRASH_DEPTH 20u

// --- queue of Python code that waits for a safe point ------------------------------------------------------------------------------
// Pairs. What came since the last one was taken stands before what waited already: a finaliser's own victims are finalised before those that were
// queued with it. `fresh`: how many these are.
#define PENDING_KEEPS NONE // a pair that calls nothing: it has only kept its argument until its turn
typedef struct PendingQueue { u32 first, count, capacity, fresh; Value items[]; } PendingQueue;

static PendingQueue *pending_room(VM *vm)
{
    PendingQueue *q = vm->pending_finalizers ? AT(vm, PendingQueue, vm->pending_finalizers) : NULL;
    if (q && q->first + q->count < q->capacity)
        return q;
    if (q && q->first >= q->capacity / 2) {
        memmove(q->items, q->items + q->first * 2, q->count * 16);
        q->first = 0;
        return q;
    }
    u32 old_bytes = q ? (u32)sizeof(PendingQueue) + q->capacity * 16 : 0, capacity = q ? q->capacity * 2 : 15;
    vm->heap_emergency++;
    u32 block = heap_block_resize(vm, vm->pending_finalizers, old_bytes, (u32)sizeof(PendingQueue) + capacity * 16);
    vm->heap_emergency--;
    if (!block)
        return NULL;
    if (!q)
        *AT(vm, PendingQueue, block) = (PendingQueue){0};
    vm->pending_finalizers = block;
    q = AT(vm, PendingQueue, block);
    q->capacity = capacity;
    return q;
}

bool pending_add(VM *vm, Value callable, Value argument)
{
    PendingQueue *q = pending_room(vm);
    if (!q)
        return false;
    Value *front = q->items + q->first * 2;
    if (q->fresh < q->count && q->first) { // the place of one that was taken is free
        memmove(front - 2, front, q->fresh * 16);
        front -= 2;
        q->first--;
    } else if (q->fresh < q->count) {
        memmove(front + (q->fresh + 1) * 2, front + q->fresh * 2, (q->count - q->fresh) * 16);
    }
    Value *pair = front + q->fresh * 2;
    pair[0] = retain(vm, callable);
    pair[1] = retain(vm, argument);
    q->fresh++;
    q->count++;
    __atomic_fetch_or(&vm->interrupt, INTERRUPT_PENDING_CALLS, __ATOMIC_RELAXED);
    return true;
}

// How many wait that somebody further out is going to run.
u32 pending_claimed(VM *vm)
{
    PendingQueue *q = vm->pending_finalizers ? AT(vm, PendingQueue, vm->pending_finalizers) : NULL;
    return q ? q->count - q->fresh : 0;
}

// The next one, if more than `claimed` wait. All that are left are somebody's then: only new ones interrupt the program.
bool pending_take(VM *vm, u32 claimed, Value *callable, Value *argument)
{
    PendingQueue *q = vm->pending_finalizers ? AT(vm, PendingQueue, vm->pending_finalizers) : NULL;
    __atomic_fetch_and(&vm->interrupt, ~INTERRUPT_PENDING_CALLS, __ATOMIC_RELAXED);
    while (q && q->count > claimed) {
        q->fresh = 0;
        *callable = q->items[q->first * 2];
        *argument = q->items[q->first * 2 + 1];
        q->count--;
        q->first = q->count ? q->first + 1 : 0;
        if (*callable != PENDING_KEEPS)
            return true;
        decref(vm, *argument); // may queue more
        q = AT(vm, PendingQueue, vm->pending_finalizers);
    }
    return false;
}

void pending_each(VM *vm, void (*visit)(VM *, Value *))
{
    PendingQueue *q = vm->pending_finalizers ? AT(vm, PendingQueue, vm->pending_finalizers) : NULL;
    for (u32 i = 0; q && i < q->count * 2; i++)
        visit(vm, q->items + q->first * 2 + i);
}

// --- objects whose __del__ was called: a set of refs, entries leave it when the object is freed ---------------------------------------
typedef struct RefSet { u32 mask, used; Ref slots[]; } RefSet;

INLINE u32 ref_hash(Ref r) { return (r >> 4) * 0x9E3779B1u >> 7; }

static bool finalized_has(VM *vm, Ref object)
{
    if (!vm->finalized)
        return false;
    RefSet *set = AT(vm, RefSet, vm->finalized);
    for (u32 i = ref_hash(object) & set->mask; set->slots[i]; i = (i + 1) & set->mask)
        if (set->slots[i] == object)
            return true;
    return false;
}

static bool finalized_add(VM *vm, Ref object)
{
    RefSet *set = vm->finalized ? AT(vm, RefSet, vm->finalized) : NULL;
    if (!set || (set->used + 1) * 2 > set->mask + 1) {
        u32 size = set ? (set->mask + 1) * 2 : 32;
        vm->heap_emergency++;
        u32 block = heap_block_zeroed(vm, (u32)sizeof(RefSet) + size * 4);
        vm->heap_emergency--;
        if (!block)
            return false;
        RefSet *grown = AT(vm, RefSet, block);
        grown->mask = size - 1;
        for (u32 i = 0; set && i <= set->mask; i++) {
            if (!set->slots[i])
                continue;
            u32 j = ref_hash(set->slots[i]) & grown->mask;
            while (grown->slots[j])
                j = (j + 1) & grown->mask;
            grown->slots[j] = set->slots[i];
            grown->used++;
        }
        heap_block_free(vm, vm->finalized);
        vm->finalized = block;
        set = grown;
    }
    u32 i = ref_hash(object) & set->mask;
    while (set->slots[i])
        i = (i + 1) & set->mask;
    set->slots[i] = object;
    set->used++;
    return true;
}

static void finalized_remove(VM *vm, Ref object)
{
    RefSet *set = AT(vm, RefSet, vm->finalized);
    u32 i = ref_hash(object) & set->mask;
    while (set->slots[i] && set->slots[i] != object)
        i = (i + 1) & set->mask;
    if (!set->slots[i])
        return;
    set->used--;
    for (u32 j = i;;) { // closes the gap
        j = (j + 1) & set->mask;
        if (!set->slots[j])
            break;
        u32 home = ref_hash(set->slots[j]) & set->mask;
        if (((j - home) & set->mask) >= ((j - i) & set->mask)) {
            set->slots[i] = set->slots[j];
            i = j;
        }
    }
    set->slots[i] = 0;
}

bool is_finalized(VM *vm, Ref object) { return finalized_has(vm, object); }

// Queues __del__ of an object that has not had it yet. True if it is queued: the queue holds a reference.
bool queue_finalizer(VM *vm, Ref object, PyType *type)
{
    Value del = type->specials[SPECIAL_del];
    if (!(type->flags & TYPE_HAS_DEL) || del == EMPTY || finalized_has(vm, object) || !finalized_add(vm, object))
        return false;
    Ref del_type = ref_type(vm, del);
    if (del_type == TYPE_FUNCTION || type_at(vm, del_type)->kind == LAYOUT_BUILTIN)
        return pending_add(vm, del, object);
    Value bound = descriptor_get(vm, del, object, ref_type(vm, object));
    if (bound == VALUE_TAIL)
        tail_cancel(vm);
    if (bound == EMPTY)
        exception_clear(vm);
    if (bound == EMPTY || bound == VALUE_TAIL)
        return false;
    // The call takes no argument; the pair keeps the object alive through the bound callable or, if that does not hold it, not at all.
    bool queued = pending_add(vm, bound, EMPTY);
    decref(vm, bound);
    return queued && AT(vm, ObjectHead, object)->refcount > 1;
}

// --- dropping what an object holds -------------------------------------------------------------------------------------------------
static void drop_value(VM *vm, Value *place, void *context)
{
    Value v = *place;
#if KRAIT_DEBUG
    *place = EMPTY;
#endif
    decref(vm, v);
}
static void drop_ref(VM *vm, u32 *place, void *context)
{
    Ref r = *place;
#if KRAIT_DEBUG
    *place = 0;
#endif
    decref_ref(vm, r);
}
static void drop_block(VM *vm, u32 *place, void *context) { heap_block_free(vm, *place); }

static void leave_type(VM *vm, Ref r)
{
    PyType *t = type_at(vm, r);
    PyTuple *bases = t->bases ? AT(vm, PyTuple, t->bases) : NULL;
    for (u32 i = 0; bases && i < bases->length; i++)
        type_remove_subclass(vm, (Ref)bases->items[i], r);
}

static void note_host_death(VM *vm, u32 host_index)
{
    u32 have = vm->host_freed ? heap_usable_bytes(vm, vm->host_freed) / 4 : 0;
    if (vm->host_freed_count == have) {
        vm->heap_emergency++;
        u32 grown = heap_block_resize(vm, vm->host_freed, have * 4, have ? have * 8 : 64);
        vm->heap_emergency--;
        if (!grown) {
            exception_clear(vm);
            return;
        }
        vm->host_freed = grown;
    }
    AT(vm, u32, vm->host_freed)[vm->host_freed_count++] = host_index;
}

static const Visitor drop = {drop_value, drop_ref, drop_block};

// In CPython an object dies where its last reference goes: what is dropped right after it, a weak reference among the same frame's locals say, still sees
// that. Here its __del__ waits for the end of the instruction; so the weakrefs that have to call somebody wait behind it.
static void keep_callbacks(VM *vm, Ref object)
{
    for (Ref r = weakrefs_first(vm, object); r; r = AT(vm, PyWeakref, r)->next)
        if (AT(vm, PyWeakref, r)->callback != EMPTY && AT(vm, PyWeakref, r)->head.refcount)
            pending_add(vm, PENDING_KEEPS, r);
}

// Before an object dies: what may keep it alive or wants to know. False: it lives on, with a count.
static bool take_leave(VM *vm, Ref r, PyType *type)
{
    ObjectHead *head = AT(vm, ObjectHead, r);
    if (type->flags & TYPE_HAS_DEL) {
        head->refcount = 1;
        if (queue_finalizer(vm, r, type) && type->flags & TYPE_WEAKLY_REFERENCED)
            keep_callbacks(vm, r);
        if (--head->refcount)
            return false;
    }
    if (type->kind == LAYOUT_GENERATOR) {
        head->refcount = 1;
        bool lives = generator_finalize(vm, r, false);
        if (--head->refcount)
            return false;
        if (lives)
            return false;
    }
    if (type->flags & TYPE_WEAKLY_REFERENCED) {
        head->refcount = 1; // so that nothing below takes it for dead again
        weakrefs_clear(vm, r);
        head->refcount = 0;
    }
    return true;
}

// Kinds whose death needs more than dropping what they hold.
static void before_fields(VM *vm, Ref r, PyType *type)
{
    switch (type->kind) {
    case LAYOUT_TYPE:
        if (unlikely(type_at(vm, r)->flags & TYPE_WATCHED))
            watch_type_died(vm, type_at(vm, r));
        leave_type(vm, r);
        break;
    case LAYOUT_DICT:
        if (unlikely(AT(vm, PyDict, r)->flags & DICT_WATCHED))
            watch_dict_died(vm, r);
        break;
    case LAYOUT_FUNCTION:
        if (unlikely(vm->watched_functions))
            watch_died(vm, WATCH_FUNCTION, r);
        if (unlikely(vm->replaced_codes))
            function_died(vm, r);
        break;
    case LAYOUT_CODE:
        if (unlikely(AT(vm, PyCode, r)->hot))
            watch_died(vm, WATCH_CODE, r);
        break;
    case LAYOUT_WEAKREF: weakref_unlink(vm, r); break;
    case LAYOUT_HOST: note_host_death(vm, AT(vm, PyHostObject, r)->host_index); break;
    case LAYOUT_STR:
        if (AT(vm, PyStr, r)->interned)
            str_forget_interned(vm, AT(vm, PyStr, r));
        break;
    case LAYOUT_TRACEBACK:
        if (AT(vm, PyTraceback, r)->frame)
            frame_object_unneeded(vm, AT(vm, PyTraceback, r)->frame);
        break;
    case LAYOUT_GENERATOR: {
        PyGenerator *g = AT(vm, PyGenerator, r);
        if (g->frame)
            frame_object_detach(vm, g->frame);
        break;
    }
    default: break;
    }
}

static void free_object(VM *vm, Ref r, PyType *type)
{
    Ref type_ref = OFFSET_OF(vm, type);
    if (unlikely((type->flags & TYPE_HAS_DEL) && vm->finalized))
        finalized_remove(vm, r);
    ASSERT(vm, !finalized_has(vm, r)); // or what is made there next would have no __del__
    if (unlikely(type->kind == LAYOUT_TYPE) && type_at(vm, r)->flags & TYPE_CACHED) {
        *AT(vm, FreeBlock, r) = (FreeBlock){.next = vm->dead_types};
        vm->dead_types = r;
        vm->dead_type_count++;
    } else {
        heap_free(vm, AT(vm, void, r));
    }
    if (type_ref >= STATIC_END)
        decref_object(vm, type_ref);
}

static void destroy(VM *vm, Ref r)
{
    PyType *type = type_at(vm, AT(vm, ObjectHead, r)->type);
    if (unlikely(type->flags & (TYPE_HAS_DEL | TYPE_WEAKLY_REFERENCED)) || type->kind == LAYOUT_GENERATOR)
        if (!take_leave(vm, r, type))
            return;
    before_fields(vm, r, type);
    traverse_fields(vm, r, type, drop, NULL);
    free_object(vm, r, type);
}

static void empty_trash(VM *vm)
{
    while (vm->trash_list) {
        Ref r = vm->trash_list;
        ObjectHead *head = AT(vm, ObjectHead, r);
        vm->trash_list = head->refcount;
        head->refcount = 0;
        vm->trash_depth = 1;
        destroy(vm, r);
        vm->trash_depth = 0;
    }
}

// Instances of Python classes without __del__ and weak references: the common death, in one piece.
static void destroy_instance(VM *vm, Ref r, PyType *type)
{
    PyInstance *o = AT(vm, PyInstance, r);
    if (likely(o->shape)) {
        for (u32 i = 0, n = inline_slots(AT(vm, PyShape, o->shape)); i < n; i++)
            drop_value(vm, o->slots + i, NULL);
        if (unlikely(o->dict_or_slots))
            visit_attributes(vm, drop, &o->shape, NULL);
    }
    heap_free(vm, o);
    if (OFFSET_OF(vm, type) >= STATIC_END)
        decref_object(vm, OFFSET_OF(vm, type));
}

// Tuples and lists themselves (not instances of subclasses) have neither attributes nor weak references.
static void destroy_tuple(VM *vm, Ref r)
{
    PyTuple *tuple = AT(vm, PyTuple, r);
    for (u32 i = without_plain_tail(tuple->items, tuple->length); i-- > 0;)
        drop_value(vm, tuple->items + i, NULL);
    heap_free(vm, tuple);
}
static void destroy_list(VM *vm, Ref r)
{
    PyList *list = AT(vm, PyList, r);
    for (u32 i = without_plain_tail(AT(vm, Value, list->items), list->length); i-- > 0;)
        drop_value(vm, AT(vm, Value, list->items) + i, NULL);
    heap_block_free(vm, list->items);
    heap_free(vm, list);
}
// Sets, frozensets and dicts themselves, as long as nothing refers to them weakly and no trace watches them.
static void destroy_set(VM *vm, Ref r)
{
    PySet *set = AT(vm, PySet, r);
    SetEntry *e = AT(vm, SetEntry, set->entries);
    for (u32 left = set->used; left; e++)
        if (e->key != EMPTY) {
            left--;
            drop_value(vm, &e->key, NULL);
        }
    heap_block_free(vm, set->entries);
    heap_free(vm, set);
}
static void destroy_dict(VM *vm, Ref r)
{
    PyDict *dict = AT(vm, PyDict, r);
    DictEntry *entries = AT(vm, DictEntry, dict->entries);
    for (u32 i = 0; i < dict->entry_count; i++) {
        drop_value(vm, &entries[i].key, NULL);
        drop_value(vm, &entries[i].value, NULL);
    }
    heap_block_free(vm, dict->entries);
    heap_block_free(vm, dict->index);
    heap_free(vm, dict);
}

void object_dealloc(VM *vm, Ref r)
{
    if (unlikely(r < STATIC_END)) { // singletons are handed out uncounted (make_bool): after a thousand million drops they start again
        AT(vm, ObjectHead, r)->refcount = IMMORTAL_REFCOUNT;
        return;
    }
    ASSERT(vm, r >= HEAP_BASE && (r & 15) == 0);
    ASSERT(vm, AT(vm, ObjectHead, r)->refcount == 0);
    Ref type = AT(vm, ObjectHead, r)->type;
    if (type == TYPE_STR) {
        if (AT(vm, PyStr, r)->interned)
            str_forget_interned(vm, AT(vm, PyStr, r));
        heap_free(vm, AT(vm, void, r));
        return;
    }
    if (type == TYPE_INT || type == TYPE_BYTES || type == TYPE_COMPLEX) {
        heap_free(vm, AT(vm, void, r));
        return;
    }
    if (unlikely(vm->trash_depth >= TRASH_DEPTH)) {
        if (type_at(vm, type)->kind == LAYOUT_WEAKREF)
            weakref_unlink(vm, r); // its referent may die before it is taken from the list
        AT(vm, ObjectHead, r)->refcount = vm->trash_list;
        vm->trash_list = r;
        return;
    }
    vm->trash_depth++;
    PyType *t = type_at(vm, type);
    if (type == TYPE_TUPLE)
        destroy_tuple(vm, r);
    else if (type == TYPE_LIST)
        destroy_list(vm, r);
    else if ((type == TYPE_SET || type == TYPE_FROZENSET) && likely(!(t->flags & TYPE_WEAKLY_REFERENCED)))
        destroy_set(vm, r);
    else if (type == TYPE_DICT && likely(!(AT(vm, PyDict, r)->flags & DICT_WATCHED)))
        destroy_dict(vm, r);
    else if (likely(t->kind == LAYOUT_OBJECT && !(t->flags & (TYPE_HAS_DEL | TYPE_WEAKLY_REFERENCED))))
        destroy_instance(vm, r, t);
    else
        destroy(vm, r);
    if (--vm->trash_depth == 0 && unlikely(vm->trash_list))
        empty_trash(vm);
}

// --- deaths in traces -----------------------------------------------------------------------------------------------------------------
// object_dealloc for stencils, which keep values in nearly all registers. Saving those costs more than the usual death, in which nothing else
// dies: so that is done here without calling anything. What turns out to be more is left to object_dealloc, as far as it has not been done.
#define KEEPS_REGISTERS __attribute__((preserve_all))
static NOINLINE KEEPS_REGISTERS void dealloc_slowly(VM *vm, Ref r) { object_dealloc(vm, r); }

// Drops values, the last one first. Answers how many are left when one would die.
INLINE u32 drop_last_unless_dying(VM *vm, Value *values, u32 count)
{
    for (count = without_plain_tail(values, count); count; count--) {
        Value v = values[count - 1];
        if (!is_object(v))
            continue;
        if (unlikely(head_of(vm, v)->refcount == 1))
            return count;
        head_of(vm, v)->refcount--;
    }
    return 0;
}

INLINE bool instance_dies_alone(VM *vm, Ref r, PyType *type)
{
    PyInstance *o = AT(vm, PyInstance, r);
    if (type->kind != LAYOUT_OBJECT || (type->flags & (TYPE_HAS_DEL | TYPE_WEAKLY_REFERENCED)) || !o->shape || o->dict_or_slots ||
        type->head.refcount == 1)
        return false;
    for (u32 i = 0, n = inline_slots(AT(vm, PyShape, o->shape)); i < n; i++) {
        Value v = o->slots[i];
        if (!is_object(v))
            continue;
        if (head_of(vm, v)->refcount == 1)
            return false; // those before are EMPTY by now
        head_of(vm, v)->refcount--;
        o->slots[i] = EMPTY;
    }
    if (OFFSET_OF(vm, type) >= STATIC_END)
        type->head.refcount--;
    return true;
}

INLINE bool dies_alone(VM *vm, Ref r, u32 type)
{
    switch (type) {
    case TYPE_INT: return true;
    case TYPE_STR: return !AT(vm, PyStr, r)->interned;
    case TYPE_RANGE_ITERATOR:
    case TYPE_LIST_ITERATOR:
    case TYPE_TUPLE_ITERATOR: {
        PyIterator *it = AT(vm, PyIterator, r);
        if (is_object(it->extra))
            return false;
        if (is_object(it->source) && --head_of(vm, it->source)->refcount == 0) {
            head_of(vm, it->source)->refcount = 1;
            return false;
        }
        return true;
    }
    case TYPE_RANGE: {
        PyRange *range = AT(vm, PyRange, r);
        return !is_object(range->start) && !is_object(range->stop) && !is_object(range->step) && !is_object(range->length);
    }
    case TYPE_SLICE: {
        PySlice *slice = AT(vm, PySlice, r);
        return (!is_object(slice->start) || slice->start == NONE) && (!is_object(slice->stop) || slice->stop == NONE) &&
               (!is_object(slice->step) || slice->step == NONE);
    }
    case TYPE_TUPLE: {
        PyTuple *tuple = AT(vm, PyTuple, r);
        tuple->length = drop_last_unless_dying(vm, tuple->items, tuple->length);
        return !tuple->length;
    }
    case TYPE_LIST: {
        PyList *list = AT(vm, PyList, r);
        list->length = drop_last_unless_dying(vm, AT(vm, Value, list->items), list->length);
        if (list->length)
            return false;
        if (list->items) {
            PageInfo *page = page_of(vm, list->items);
            if (page->kind != PAGE_SMALL)
                return false;
            heap_give(vm, list->items, page->list);
            list->items = 0;
        }
        return true;
    }
    default:
        return type >= STATIC_END && instance_dies_alone(vm, r, type_at(vm, type));
    }
}

CORE_EXPORT KEEPS_REGISTERS void trace_dealloc(VM *vm, Ref r)
{
    PageInfo *page = page_of(vm, r);
    if (likely(r >= HEAP_BASE && page->kind == PAGE_SMALL && !(page->flags & PAGE_RESTING)) && dies_alone(vm, r, AT(vm, ObjectHead, r)->type)) {
        heap_give(vm, r, page->list);
        return;
    }
    __attribute__((musttail)) return dealloc_slowly(vm, r);
}

// --- for the collector: an object in a dead cycle lets go of what it holds, its memory stays until its count is 0 -----------------------
static void clear_value(VM *vm, Value *place, void *context)
{
    Value v = *place;
    *place = EMPTY;
    decref(vm, v);
}
static void clear_ref(VM *vm, u32 *place, void *context)
{
    Ref r = *place;
    *place = 0;
    decref_ref(vm, r);
}
// An object in dict mode lets go of its dict (which may live on by itself).
static void leave_dict(VM *vm, Ref r, u32 *words)
{
    vm->heap_emergency++;
    Ref root = shape_root_of(vm, AT(vm, ObjectHead, r)->type);
    vm->heap_emergency--;
    if (!root) {
        exception_clear(vm);
        return;
    }
    words[0] = root;
    clear_ref(vm, words + 1, NULL);
}

void object_clear(VM *vm, Ref r)
{
    PyType *type = type_at(vm, AT(vm, ObjectHead, r)->type);
    switch (type->kind) {
    case LAYOUT_DICT: dict_clear(vm, r); break; // these keep counts beside their items
    case LAYOUT_SET: set_clear(vm, r); break;
    case LAYOUT_DEQUE: deque_clear(vm, r); break;
    case LAYOUT_LIST: {
        PyList *list = AT(vm, PyList, r);
        u32 length = list->length;
        list->length = 0;
        while (length--)
            clear_value(vm, AT(vm, Value, list->items) + length, NULL);
        break;
    }
    case LAYOUT_TYPE: {
        PyType *t = AT(vm, PyType, r);
        if (t->dict)
            dict_clear(vm, t->dict); // base and shapes are needed until the last instance is gone
        clear_ref(vm, &t->mro, NULL); // holds the class itself; lookups then find nothing
        memset(t->specials, 0, sizeof t->specials);
        type_version_lost(vm, t);
        break;
    }
    case LAYOUT_GENERATOR: {
        PyGenerator *g = AT(vm, PyGenerator, r);
        bool waits = generator_rests(g); // else what its registers held last is not its own
        g->state = GEN_CLOSED;
        g->yield_from = EMPTY;
        for (u32 i = waits ? g->register_count : 0; i-- > 0;)
            clear_value(vm, g->registers + i, NULL);
        break;
    }
    case LAYOUT_FUNCTION: {
        PyFunction *f = AT(vm, PyFunction, r); // what a call needs stays; its cells are emptied by themselves
        Ref *places[] = {&f->defaults, &f->kwdefaults, &f->dict, &f->annotations, &f->annotate, &f->type_params};
        for (u32 i = 0; i < sizeof places / sizeof *places; i++)
            clear_ref(vm, places[i], NULL);
        break;
    }
    case LAYOUT_CELL: clear_value(vm, &AT(vm, PyCell, r)->value, NULL); break;
    case LAYOUT_MODULE: clear_ref(vm, &AT(vm, PyModule, r)->dict, NULL); break;
    case LAYOUT_CLASSMETHOD: case LAYOUT_STATICMETHOD: clear_ref(vm, &AT(vm, PyWrapperMethod, r)->dict, NULL); break;
    case LAYOUT_PROPERTY: {
        PyProperty *p = AT(vm, PyProperty, r);
        Value *places[] = {&p->getter, &p->setter, &p->deleter, &p->doc};
        for (u32 i = 0; i < 4; i++)
            clear_value(vm, places[i], NULL);
        break;
    }
    case LAYOUT_EXCEPTION: {
        PyException *e = AT(vm, PyException, r);
        set_value(vm, &e->args, EMPTY_TUPLE);
        incref_object(vm, EMPTY_TUPLE);
        Value *places[] = {&e->traceback, &e->context, &e->cause};
        for (u32 i = 0; i < 3; i++)
            clear_value(vm, places[i], NULL);
        for (u32 i = 0; i < (type->base_size - (u32)offsetof(PyException, fields)) / 8; i++)
            clear_value(vm, e->fields + i, NULL);
        break;
    }
    case LAYOUT_HOST:
        for (u32 i = 0; i < (type->base_size - (u32)offsetof(PyHostObject, fields)) / 8; i++)
            clear_value(vm, AT(vm, PyHostObject, r)->fields + i, NULL);
        break;
    case LAYOUT_FRAME: {
        PyFrame *f = AT(vm, PyFrame, r);
        if (f->registers)
            for (u32 i = AT(vm, PyCode, f->code)->local_count; i-- > 0;)
                clear_value(vm, AT(vm, Value, f->registers) + i, NULL);
        clear_ref(vm, &f->locals, NULL);
        clear_ref(vm, &f->trace, NULL);
        clear_ref(vm, &f->builtin, NULL);
        break;
    }
    case LAYOUT_OBJECT: {
        PyInstance *o = AT(vm, PyInstance, r);
        PyShape *shape = o->shape ? AT(vm, PyShape, o->shape) : NULL;
        if (!shape)
            break;
        if (shape->flags & SHAPE_DICT) {
            leave_dict(vm, r, &o->shape);
            for (u32 i = 0; i < shape->member_count; i++)
                clear_value(vm, o->slots + i, NULL);
            break;
        }
        // Back to the root shape first: an attribute of the shape is never EMPTY.
        Ref root = o->shape;
        while (AT(vm, PyShape, root)->parent)
            root = AT(vm, PyShape, root)->parent;
        u32 used = inline_slots(shape);
        o->shape = root;
        for (u32 i = 0; i < used; i++)
            clear_value(vm, o->slots + i, NULL);
        for (u32 i = 0, n = o->dict_or_slots ? heap_usable_bytes(vm, o->dict_or_slots) / 8 : 0; i < n; i++)
            clear_value(vm, AT(vm, Value, o->dict_or_slots) + i, NULL);
        break;
    }
    default: break; // immutable, or of use until the end: some other member of the cycle is cleared
    }
    // Attributes of subclasses of builtin types.
    if (has_shape_words(type->kind, OFFSET_OF(vm, type)) && type->kind != LAYOUT_OBJECT) {
        u32 *words = shape_words(vm, r, type->kind);
        PyShape *shape = words[0] ? AT(vm, PyShape, words[0]) : NULL;
        if (!shape || !words[1])
            return;
        if ((shape->flags & (SHAPE_DICT | SHAPE_HIDDEN_DICT)) == SHAPE_DICT) {
            leave_dict(vm, r, words);
            return;
        }
        Ref root = words[0];
        while (AT(vm, PyShape, root)->parent)
            root = AT(vm, PyShape, root)->parent;
        words[0] = root;
        for (u32 i = shape->flags & SHAPE_HIDDEN_DICT ? 1 : 0, n = heap_usable_bytes(vm, words[1]) / 8; i < n; i++)
            clear_value(vm, AT(vm, Value, words[1]) + i, NULL);
    }
}
