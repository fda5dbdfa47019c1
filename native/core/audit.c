// The debug core's proof that counts are right: recomputes every object's count from the roots and from what objects hold, and compares. Runs
// whenever the interpreter is outside native code (vm->stack_top is valid). What TypeScript and host calls hold comes as a list of handles.
#include "traverse.h"

#define REPORT_MAX 64u

// One line of the report, read by TypeScript: AuditLine[] in the block core_audit leaves in vm->audit_report.
typedef struct AuditLine { u32 kind, object, type, have, want; } AuditLine;
#define AUDIT_COUNT 1u    // object: count `have`, references found `want`
#define AUDIT_DEAD 2u     // a reference to a free block: object = what is named, type = who holds it
#define AUDIT_BLOCK 3u    // a block nobody owns, or owned twice: have = owners
#define AUDIT_LEAK 4u     // at exit: type `type` has `have` objects left

typedef struct Audit {
    u32 *counts;
    u32 holder;      // whose fields are being counted
    u32 line_count;
    AuditLine lines[REPORT_MAX];
} Audit;

static void report(Audit *a, AuditLine line)
{
    if (a->line_count < REPORT_MAX)
        a->lines[a->line_count] = line;
    a->line_count++;
}

INLINE bool has_blocks(PageInfo *info) { return info->kind == PAGE_SMALL || info->kind == PAGE_SPAN; }
INLINE u32 size_in(PageInfo *info) { return info->kind == PAGE_SMALL ? heap_class_size(info->list % HEAP_CLASSES) : PAGE_BYTES; }
INLINE u32 end_in(PageInfo *info) { return info->kind == PAGE_SMALL ? info->carved : 1; }

static u32 *place_of(VM *vm, Audit *a, u32 offset)
{
    if (offset < HEAP_BASE || offset >= vm->heap_top)
        return NULL;
    PageInfo *info = page_of(vm, offset);
    if (!has_blocks(info))
        return NULL;
    u32 in_page = offset & (PAGE_BYTES - 1), size = size_in(info);
    return in_page % size || in_page >= end_in(info) ? NULL : a->counts + info->base + in_page / size;
}

static void count_reference(VM *vm, Audit *a, Ref r)
{
    if (r < STATIC_END) {
        if (r < STATIC_BASE || (r & 15))
            report(a, (AuditLine){AUDIT_DEAD, r, a->holder, 0, 0});
        return;
    }
    u32 *place = place_of(vm, a, r);
    if (!place || page_of(vm, r)->group == HEAP_BLOCKS || AT(vm, ObjectHead, r)->refcount == 0) {
        report(a, (AuditLine){AUDIT_DEAD, r, a->holder, 0, 0});
        return;
    }
    ++*place;
}
static void count_value(VM *vm, Value *place, void *context) { if (is_object(*place)) count_reference(vm, context, (Ref)*place); }
static void count_ref(VM *vm, u32 *place, void *context) { if (*place) count_reference(vm, context, *place); }
static void count_block(VM *vm, u32 *place, void *context)
{
    if (!*place)
        return;
    u32 *count = place_of(vm, context, *place);
    if (!count || page_of(vm, *place)->group != HEAP_BLOCKS)
        report(context, (AuditLine){AUDIT_DEAD, *place, ((Audit *)context)->holder, 1, 0});
    else
        ++*count;
}

static NOINLINE void count_fields(VM *vm, Audit *a, Ref r)
{
    static const Visitor counting = {count_value, count_ref, count_block};
    a->holder = r;
    Ref type = AT(vm, ObjectHead, r)->type;
    traverse_fields(vm, r, type_at(vm, type), counting, a);
    if (type >= STATIC_END)
        count_reference(vm, a, type);
}

// --- roots ------------------------------------------------------------------------------------------------------------------
static void count_vm(VM *vm, Audit *a)
{
    Value *values[] = {&vm->result, &vm->exception, &vm->handled, &vm->spare_memory_error, &vm->tail_aux, &vm->temp_name,
                       &vm->trace_function, &vm->profile_function};
    for (u32 i = 0; i < sizeof values / sizeof *values; i++)
        count_value(vm, values[i], a);
    Ref *refs[] = {&vm->builtins_dict, &vm->sys_modules, &vm->main_module, &vm->core_modules, &vm->gc_garbage, &vm->replaced_codes};
    for (u32 i = 0; i < sizeof refs / sizeof *refs; i++)
        count_ref(vm, refs[i], a);
    for (u32 i = 0; i < sizeof vm->prelude / sizeof *vm->prelude; i++)
        count_ref(vm, &vm->prelude[i], a);
    for (u32 i = 0; i < vm->record_code_count; i++)
        count_ref(vm, &vm->record_codes[i], a);
    u32 *blocks[] = {&vm->pending_finalizers, &vm->finalized, &vm->weakref_table, &vm->host_freed, &vm->interned,
                     &vm->records, &vm->watches, &vm->watch_heads, &vm->quarantine};
    for (u32 i = 0; i < sizeof blocks / sizeof *blocks; i++)
        count_block(vm, blocks[i], a);
}

static void count_stack(VM *vm, Audit *a)
{
    a->holder = STACK_BASE;
    for (u32 at = STACK_BASE; at < vm->stack_top; at += 8)
        count_value(vm, AT(vm, Value, at), a);
    for (u32 fp = vm->fp; fp;) { // the low halves of the head words
        Value *R = AT(vm, Value, fp);
        if (FRAME_OBJECT(R))
            count_reference(vm, a, FRAME_OBJECT(R));
        if (FRAME_AUX(R) && MODE_OF(FRAME_MODE(R)) != RET_TRACE)
            count_reference(vm, a, FRAME_AUX(R));
        fp = FRAME_CALLER_FP(R);
    }
}

static void count_pending(VM *vm, Value *place)
{
    count_value(vm, place, AT(vm, Audit, vm->audit_state));
}
static void count_cache_name(VM *vm, Ref name)
{
    count_reference(vm, AT(vm, Audit, vm->audit_state), name);
}

static void count_statics(VM *vm, Audit *a)
{
    for (u32 i = 0; i < STATIC_TYPE_COUNT + STATIC_EXCEPTION_COUNT; i++)
        count_fields(vm, a, STATIC_TYPE_AT(i));
}

// --- the walk ------------------------------------------------------------------------------------------------------------------
static u32 number_blocks(VM *vm)
{
    u32 total = 0;
    for (u32 page = HEAP_BASE >> PAGE_SHIFT, top = vm->heap_top >> PAGE_SHIFT; page < top;) {
        PageInfo *info = page_at(vm, page);
        if (has_blocks(info)) {
            info->base = total;
            total += info->kind == PAGE_SMALL ? info->carved / size_in(info) : 1;
        }
        page += info->pages ? info->pages : 1;
    }
    return total;
}

typedef enum Step { STEP_COUNT, STEP_COMPARE } Step;

static void each_block(VM *vm, Audit *a, Step step, u32 skip_a, u32 skip_b)
{
    for (u32 page = HEAP_BASE >> PAGE_SHIFT, top = vm->heap_top >> PAGE_SHIFT; page < top;) {
        PageInfo *info = page_at(vm, page);
        u32 pages = info->pages ? info->pages : 1;
        if (has_blocks(info))
            for (u32 at = 0, size = size_in(info), end = end_in(info); at < end; at += size) {
                u32 r = (page << PAGE_SHIFT) + at;
                if (r == skip_a || r == skip_b)
                    continue;
                u32 found = a->counts[info->base + at / size], have = info->group == HEAP_BLOCKS ? 0 : AT(vm, ObjectHead, r)->refcount;
                if (info->group == HEAP_BLOCKS) {
                    // Free blocks look like owned ones: they were marked (see mark_free_blocks).
                    if (step == STEP_COMPARE && found != 1)
                        report(a, (AuditLine){AUDIT_BLOCK, r, 0, found, 1});
                } else if (step == STEP_COUNT) {
                    if (have)
                        count_fields(vm, a, r);
                } else if (have < IMMORTAL_REFCOUNT / 2 && have != found) {
                    report(a, (AuditLine){AUDIT_COUNT, r, have ? AT(vm, ObjectHead, r)->type : 0, have, found});
                }
            }
        page += pages;
    }
}

// A free raw block counts as owned once: so every raw block must come to exactly one.
static void mark_free_blocks(VM *vm, Audit *a)
{
    const u32 *lists[] = {vm->free_lists, vm->apart_lists};
    for (u32 i = 0; i < 2; i++)
        for (u32 list = HEAP_LIST(HEAP_BLOCKS, 0); list < HEAP_LISTS; list++)
            for (u32 block = lists[i][list]; block; block = AT(vm, FreeBlock, block)->next) {
                u32 *place = place_of(vm, a, block);
                if (place)
                    ++*place;
            }
}

// Compares all counts. handles: heap offset of `count` Refs that TypeScript holds (a raw block or the stack's free end). Returns the number of
// differences; vm->audit_report is a block of AuditLine (at most 64), which the caller frees.
CORE_EXPORT u32 core_audit(VM *vm, u32 handles, u32 count)
{
    heap_block_free(vm, vm->audit_report);
    vm->audit_report = 0;
    quarantine_end(vm);
    vm->heap_emergency++;
    u32 state = heap_block_zeroed(vm, sizeof(Audit));
    u32 room = number_blocks(vm) + 64, counts = heap_block_zeroed(vm, room * 4);
    u32 total = number_blocks(vm); // the two blocks just made among them
    vm->heap_emergency--;
    if (!state || !counts || total > room) {
        exception_clear(vm);
        return 0;
    }
    Audit *a = AT(vm, Audit, state);
    a->counts = AT(vm, u32, counts);
    vm->audit_state = state;
    count_vm(vm, a);
    count_stack(vm, a);
    count_statics(vm, a);
    pending_each(vm, count_pending);
    method_cache_each_name(vm, count_cache_name);
    for (u32 i = 0; i < count; i++)
        count_ref(vm, AT(vm, u32, handles) + i, a);
    mark_free_blocks(vm, a);
    if (handles >= HEAP_BASE && page_of(vm, handles)->group == HEAP_BLOCKS)
        count_block(vm, &handles, a);
    each_block(vm, a, STEP_COUNT, state, counts);
    each_block(vm, a, STEP_COMPARE, state, counts);
    u32 found = a->line_count, kept = found < REPORT_MAX ? found : REPORT_MAX;
    if (kept) {
        vm->audit_report = heap_block(vm, kept * sizeof(AuditLine));
        if (vm->audit_report)
            memcpy(AT(vm, u8, vm->audit_report), a->lines, kept * sizeof(AuditLine));
    }
    vm->audit_state = 0;
    heap_block_free(vm, counts);
    heap_block_free(vm, state);
    return found;
}

// Everything alive now stays for ever: called when the bootstrapped heap is complete, so that what core_leaks finds later is the program's.
CORE_EXPORT u32 core_make_all_immortal(VM *vm)
{
    u32 total = 0;
    gc_collect(vm, 0);
    for (u32 page = HEAP_BASE >> PAGE_SHIFT, top = vm->heap_top >> PAGE_SHIFT; page < top;) {
        PageInfo *info = page_at(vm, page);
        if (has_blocks(info) && info->group != HEAP_BLOCKS)
            for (u32 at = 0, size = size_in(info), end = end_in(info); at < end; at += size) {
                ObjectHead *head = AT(vm, ObjectHead, (page << PAGE_SHIFT) + at);
                if (!head->refcount)
                    continue;
                make_immortal(vm, (page << PAGE_SHIFT) + at);
                total++;
            }
        page += info->pages ? info->pages : 1;
    }
    return total;
}

// What is alive and not immortal, by type: lines AUDIT_LEAK in vm->audit_report. Returns the number of objects.
CORE_EXPORT u32 core_leaks(VM *vm)
{
    heap_block_free(vm, vm->audit_report);
    vm->audit_report = heap_block_zeroed(vm, REPORT_MAX * sizeof(AuditLine));
    u32 total = 0, lines = 0;
    AuditLine *report_lines = AT(vm, AuditLine, vm->audit_report);
    for (u32 page = HEAP_BASE >> PAGE_SHIFT, top = vm->heap_top >> PAGE_SHIFT; page < top;) {
        PageInfo *info = page_at(vm, page);
        if (has_blocks(info) && info->group != HEAP_BLOCKS)
            for (u32 at = 0, size = size_in(info), end = end_in(info); at < end; at += size) {
                ObjectHead *head = AT(vm, ObjectHead, (page << PAGE_SHIFT) + at);
                if (!head->refcount || head->refcount >= IMMORTAL_REFCOUNT / 2)
                    continue;
                total++;
                u32 i = 0;
                while (i < lines && report_lines[i].type != head->type)
                    i++;
                if (i == lines && lines < REPORT_MAX)
                    report_lines[lines++] = (AuditLine){AUDIT_LEAK, (page << PAGE_SHIFT) + at, head->type, 0, 0};
                if (i < lines)
                    report_lines[i].have++;
            }
        page += info->pages ? info->pages : 1;
    }
    return total;
}
