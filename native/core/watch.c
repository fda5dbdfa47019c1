// Watches: a table of (what, who) with a hash chain for each thing and a list for each trace. See watch.h.
#include "interp/interp.h"
#include "containers.h"
#include "watch.h"

#define FIRST_WATCHES 256u

INLINE Watch *watch_at(VM *vm, u32 i) { return AT(vm, Watch, vm->watches) + i; }
INLINE u32 *head_for(VM *vm, u32 ref) { return AT(vm, u32, vm->watch_heads) + ((ref >> 3) * 0x9E3779B1u >> 12 & vm->watch_mask); }

// --- the table ----------------------------------------------------------------------------------------------------------------
static bool grow(VM *vm)
{
    u32 old = vm->watches ? vm->watch_mask + 1 : 0, count = old ? old * 2 : FIRST_WATCHES;
    u32 watches = heap_block_zeroed(vm, count * sizeof(Watch)), heads = watches ? heap_block_zeroed(vm, count * 4) : 0;
    if (!heads) {
        heap_block_free(vm, watches);
        exception_clear(vm);
        return false;
    }
    if (old)
        memcpy(AT(vm, Watch, watches), AT(vm, Watch, vm->watches), old * sizeof(Watch));
    heap_block_free(vm, vm->watches);
    heap_block_free(vm, vm->watch_heads);
    vm->watches = watches;
    vm->watch_heads = heads;
    vm->watch_mask = count - 1;
    if (!old)
        vm->watch_used = 1; // 0 ends a list
    for (u32 i = 1; i < vm->watch_used; i++) {
        Watch *w = watch_at(vm, i);
        if (!w->trace)
            continue;
        u32 *head = head_for(vm, w->ref);
        w->next_ref = *head;
        *head = i;
    }
    return true;
}

static u32 find(VM *vm, u32 kind, u32 ref)
{
    if (!vm->watches)
        return 0;
    for (u32 i = *head_for(vm, ref); i; i = watch_at(vm, i)->next_ref)
        if (watch_at(vm, i)->ref == ref && watch_at(vm, i)->kind == kind)
            return i;
    return 0;
}
bool watch_has(VM *vm, u32 kind, u32 ref) { return find(vm, kind, ref) != 0; }

static bool add(VM *vm, u32 kind, u32 ref, u32 trace)
{
    if (!vm->watch_free && (!vm->watches || vm->watch_used > vm->watch_mask) && !grow(vm))
        return false;
    u32 i = vm->watch_free;
    if (i)
        vm->watch_free = watch_at(vm, i)->next_trace;
    else
        i = vm->watch_used++;
    u32 *head = head_for(vm, ref);
    TraceInfo *info = trace_at(vm, trace);
    *watch_at(vm, i) = (Watch){.kind = kind, .ref = ref, .trace = trace, .next_ref = *head, .next_trace = info->watch_first};
    *head = i;
    info->watch_first = i;
    vm->watched_functions += kind == WATCH_FUNCTION;
    if (trace >= vm->trace_top)
        vm->trace_top = trace + 1;
    return true;
}

static void unlink(VM *vm, u32 i)
{
    Watch *w = watch_at(vm, i);
    u32 *place = head_for(vm, w->ref);
    while (*place != i)
        place = &watch_at(vm, *place)->next_ref;
    *place = w->next_ref;
    vm->watched_functions -= w->kind == WATCH_FUNCTION;
}

// --- ends -----------------------------------------------------------------------------------------------------------------------
static void leave_entry(VM *vm, u32 at, TraceInfo *info)
{
    u64 *pc = AT(vm, u64, at);
    u32 op = op_at(pc);
    if ((op != OP_JUMP_BACK_TRACE && op != OP_RESUME_TRACE) || CACHE_LOW(pc) < info->code_start || CACHE_LOW(pc) >= info->code_end)
        return; // another trace has taken its place
    set_op(pc, generic_op_at(pc));
    HOT_STATE(pc) &= ~HOT_CALLABLE;
    CACHE_LOW(pc) = op == OP_RESUME_TRACE ? vm->hot_entry : vm->hot_loop;
}

// One trace; its list of watches stays for the moment.
static void bury(VM *vm, TraceInfo *info)
{
    info->dead = 1;
    vm->traces_died++;
    for (u32 i = 0; i < info->continuation_count; i++)
        *continuation_at(vm, info->continuation_first + i) = 0;
    if (vm->tier_state == TIER_STEP && vm->step_code >= info->code_start && vm->step_code < info->code_end)
        vm->tier_state = TIER_OFF;
    for (u32 i = info->watch_first; i; i = watch_at(vm, i)->next_trace)
        if (watch_at(vm, i)->kind == WATCH_ENTRY)
            leave_entry(vm, watch_at(vm, i)->ref, info);
}

// `killer`: what it and those that jump to it are told to have died of.
static void kill_trace(VM *vm, u32 trace, u32 killer)
{
    TraceInfo *info = trace_at(vm, trace);
    if (info->dead)
        return;
    bury(vm, info);
    info->killer = 0;
    for (u32 first = trace; first;) { // those whose watches are still to be dropped; what jumps to them dies too and joins
        u32 now = first;
        info = trace_at(vm, now);
        first = info->killer;
        info->killer = killer;
        for (u32 i; (i = find(vm, WATCH_TRACE, now));) {
            u32 other = watch_at(vm, i)->trace;
            unlink(vm, i);
            watch_at(vm, i)->ref = 0; // its trace frees it; as a stranger to every chain but that of 0
            u32 *head = head_for(vm, 0);
            watch_at(vm, i)->next_ref = *head;
            *head = i;
            if (trace_at(vm, other)->dead)
                continue;
            bury(vm, trace_at(vm, other));
            trace_at(vm, other)->killer = first;
            first = other;
        }
        while (info->watch_first) {
            u32 i = info->watch_first;
            unlink(vm, i);
            info->watch_first = watch_at(vm, i)->next_trace;
            *watch_at(vm, i) = (Watch){.next_trace = vm->watch_free};
            vm->watch_free = i;
        }
    }
}

// All that depend on it die.
static void fire(VM *vm, u32 kind, u32 ref, u32 killer)
{
    for (u32 i; (i = find(vm, kind, ref));)
        kill_trace(vm, watch_at(vm, i)->trace, killer);
}
void watch_fire(VM *vm, u32 kind, u32 ref) { fire(vm, kind, ref, DIED_OF_CHANGE); }
void watch_died(VM *vm, u32 kind, u32 ref) { fire(vm, kind, ref, DIED_OF_AGE); }

void watch_kill_all(VM *vm)
{
    for (u32 trace = 1; trace < vm->trace_top; trace++)
        if (trace_at(vm, trace)->code_end)
            kill_trace(vm, trace, DIED_OF_CHANGE);
}

COLD void watch_type_changed(VM *vm, PyType *type) { watch_fire(vm, WATCH_TYPE, OFFSET_OF(vm, type)); }
COLD void watch_type_died(VM *vm, PyType *type)
{
    watch_died(vm, WATCH_TYPE, OFFSET_OF(vm, type));
    watch_died(vm, WATCH_TYPE_LIFE, OFFSET_OF(vm, type));
    type->flags &= ~TYPE_WATCHED;
}
COLD void watch_cell_changed(VM *vm, Ref cell) { fire(vm, WATCH_CELL, cell, cell); }
COLD void watch_dict_died(VM *vm, Ref dict)
{
    PyDict *d = AT(vm, PyDict, dict);
    watch_died(vm, WATCH_KEYS, dict);
    for (u32 i = 0; i < d->entry_count; i++)
        if (dict_entries(vm, d)[i].key != EMPTY)
            watch_died(vm, WATCH_CELL, (Ref)dict_entries(vm, d)[i].value);
    d->flags &= ~DICT_WATCHED;
}

// --- what TypeScript calls ------------------------------------------------------------------------------------------------------
// 1: `trace` dies when it changes. 0: it can't be relied on (a watched cell that traces write), or there is no memory.
CORE_EXPORT u32 core_watch(VM *vm, u32 kind, u32 ref, u32 trace)
{
    switch (kind) {
    case WATCH_TYPE:
        if (!type_version_of(vm, ref))
            return 0;
        __attribute__((fallthrough));
    case WATCH_TYPE_LIFE: AT(vm, PyType, ref)->flags |= TYPE_WATCHED; break;
    case WATCH_CELL_WRITTEN: watch_fire(vm, WATCH_CELL, ref); break;
    case WATCH_KEYS:
        if (!(AT(vm, PyDict, ref)->flags & DICT_CELLS))
            return 0;
        AT(vm, PyDict, ref)->flags |= DICT_WATCHED;
        break;
    case WATCH_CODE: AT(vm, PyCode, ref)->hot = 1; break;
    default: break;
    }
    return !trace_at(vm, trace)->dead && add(vm, kind, ref, trace);
}

// WATCH_CELL for a cell of `dict`.
CORE_EXPORT u32 core_watch_cell(VM *vm, Ref dict, Ref cell, u32 trace)
{
    PyDict *d = AT(vm, PyDict, dict);
    if (!(d->flags & DICT_CELLS) || watch_has(vm, WATCH_CELL_WRITTEN, cell) || trace_at(vm, trace)->dead)
        return 0;
    if (!watch_has(vm, WATCH_CELL, cell))
        d->keys_version = ++vm->dict_version; // quick stores go the slow way once, see watch.h
    d->flags |= DICT_WATCHED;
    return add(vm, WATCH_CELL, cell, trace);
}

// From now on the JUMP_BACK or RESUME at `pc` enters the trace at `code`, which lies in its TraceInfo's range.
CORE_EXPORT u32 core_trace_enter(VM *vm, u32 trace, u32 at, u32 code)
{
    u64 *pc = AT(vm, u64, at);
    u32 generic = generic_op_at(pc);
    if ((generic != OP_JUMP_BACK && generic != OP_RESUME) || trace_at(vm, trace)->dead || !add(vm, WATCH_ENTRY, at, trace))
        return 0;
    set_op(pc, generic == OP_RESUME ? OP_RESUME_TRACE : OP_JUMP_BACK_TRACE);
    CACHE_LOW(pc) = code;
    return 1;
}

CORE_EXPORT void core_trace_kill(VM *vm, u32 trace) { kill_trace(vm, trace, DIED_OF_CHANGE); }

// Frames on the stack that would return to one of these continuations return to the interpreter; the numbers are free then.
CORE_EXPORT void core_forget_continuations(VM *vm, u32 first, u32 count)
{
    for (u32 fp = vm->fp; fp;) {
        Value *R = AT(vm, Value, fp);
        if (MODE_OF(FRAME_MODE(R)) == RET_TRACE && FRAME_AUX(R) - first < count) {
            FRAME_MODE(R) = (FRAME_MODE(R) & ~0xFFu) | RET_CALL;
            FRAME_AUX(R) = 0;
        }
        fp = FRAME_CALLER_FP(R);
    }
    for (u32 i = first; i < first + count; i++)
        *continuation_at(vm, i) = 0;
}

// As it was before anything ran hot: no entries of traces, hot counters not set.
static void forget_traces(VM *vm, PyCode *code)
{
    code->hot = 0;
    u64 *pc = code_start(vm, code), *end = pc + code->word_count;
    for (; pc < end; pc += width_at(pc)) {
        u32 generic = generic_op_at(pc);
        if (generic != OP_JUMP_BACK && generic != OP_RESUME)
            continue;
        set_op(pc, generic);
        pc[1] = 0;
    }
}
// `code` is a copy of another code object, word for word.
CORE_EXPORT void core_code_copied(VM *vm, Ref code) { forget_traces(vm, AT(vm, PyCode, code)); }
// The heap is about to be saved.
CORE_EXPORT void core_counters_reset(VM *vm)
{
    watch_kill_all(vm);
    each_code(vm, forget_traces);
}
