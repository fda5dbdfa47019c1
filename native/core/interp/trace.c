// The interpreter's side of traces: hot counters, ways into and out of traces, steps, the recorder. See trace.h for the words it leaves in the VM
// and docs/core-contract.md, "Traces", for the whole protocol. A trace keeps vm and R where handlers have them, so both directions are jumps.
#include "handlers.h"
#include "../containers.h"
#include "../types.h"
#include "heap_inline.h"

extern const u8 core_image_base[]; // native/build/core.ld: code offset 0
#define ENTER_CODE(offset) __attribute__((musttail)) return ((Handler *)(core_image_base + (u32)(offset)))(pc, R, vm, table)

// vm->interrupt and vm->tier_state at once.
_Static_assert(offsetof(VM, interrupt) == 0 && offsetof(VM, tier_state) == 4, "one word");
INLINE bool is_disturbed(VM *vm)
{
    u64 both;
    __builtin_memcpy(&both, (const void *)vm, 8);
    return both != 0;
}

// --- hot counters -------------------------------------------------------------------------------------------------------------
// Sets a counter that has run out anew. True: it is to be reported.
static bool counter_ran_out(VM *vm, u64 *pc, u32 start)
{
    if (!vm->jit_enabled)
        return false; // the next time is 2^32 executions away
    bool was_set = HOT_STATE(pc) & HOT_COUNTED;
    HOT_STATE(pc) |= HOT_COUNTED;
    CACHE_LOW(pc) = start;
    return (was_set || start == 0) && vm->tier_state != TIER_RECORD;
}

static HANDLER(report_hot)
{
    if (vm->tier_state == TIER_STEP)
        vm->tier_state = TIER_OFF;
    vm->window = OFFSET_OF(vm, frame_top(vm, R));
    vm->host_window = 0;
    vm->reason = REASON_HOT;
    GOTO(leave);
}

COLD HANDLER(loop_hot)
{
    u64 *head = pc + WIDE_SIGNED(pc);
    if (counter_ran_out(vm, pc, vm->hot_loop)) {
        vm->hot_kind = HOT_LOOP;
        vm->hot_pc = OFFSET_OF(vm, pc);
        pc = head;
        GOTO(report_hot);
    }
    pc = head;
    DISPATCH;
}

COLD HANDLER(entry_hot)
{
    if (counter_ran_out(vm, pc, vm->hot_entry)) {
        vm->hot_kind = HOT_ENTRY;
        vm->hot_pc = OFFSET_OF(vm, pc);
        pc += 2;
        GOTO(report_hot);
    }
    NEXT(2);
}

// --- into traces --------------------------------------------------------------------------------------------------------------
// A trace is not entered now, or only after a step has been called off.
static NOINLINE HANDLER(entry_disturbed)
{
    if (vm->interrupt)
        GOTO(safe_point); // runs the instruction as its generic form
    if (vm->tier_state == TIER_STEP) {
        vm->tier_state = TIER_OFF;
        ENTER_CODE(CACHE_LOW(pc));
    }
    if (op_at(pc) == OP_RESUME_TRACE)
        NEXT(2);
    NEXT(WIDE_SIGNED(pc));
}

HANDLER(op_JUMP_BACK_TRACE)
{
    if (unlikely(is_disturbed(vm)))
        GOTO(entry_disturbed);
    ENTER_CODE(CACHE_LOW(pc));
}

HANDLER(op_RESUME_TRACE)
{
    if (unlikely(is_disturbed(vm)))
        GOTO(entry_disturbed);
    ENTER_CODE(CACHE_LOW(pc));
}

HANDLER(return_to_trace)
{
    Value v = vm->result;
    u32 code = *continuation_at(vm, vm->aux);
    vm->aux = 0;
    if (unlikely(!code || PENDING(vm) || vm->tier_state == TIER_RECORD)) {
        Value old = R[A(pc)];
        R[A(pc)] = v;
        decref(vm, old);
        NEXT_CHECKED(width_at(pc));
    }
    vm->tier_state = TIER_OFF;
    table = (const void *)v; // where the trace finds what the call gives
    ENTER_CODE(code);
}

// --- out of traces ------------------------------------------------------------------------------------------------------------
// All state is in R and the VM; the interpreter goes on at pc.
CORE_EXPORT HANDLER(trace_leave)
{
    table = TABLE_BEHIND_TRACE(vm);
    if (PENDING(vm))
        GOTO(run_pending);
    DISPATCH;
}

// The same from an exit whose counter has run out (vm->hot_exit = its number).
CORE_EXPORT COLD HANDLER(trace_exit_hot)
{
    table = TABLE_BEHIND_TRACE(vm);
    vm->hot_kind = HOT_EXIT;
    vm->hot_pc = OFFSET_OF(vm, pc);
    GOTO(report_hot);
}

// A trace has left a frame of mode RET_TRACE for R: vm->result goes to the call at pc, vm->aux is the continuation.
CORE_EXPORT HANDLER(trace_return)
{
    table = TABLE_BEHIND_TRACE(vm);
    GOTO(return_to_trace);
}

// A function called for the instruction at pc has raised vm->exception.
CORE_EXPORT HANDLER(trace_unwind)
{
    table = TABLE_BEHIND_TRACE(vm);
    GOTO(unwind);
}

// A function called for the instruction at pc has answered EMPTY or VALUE_TAIL (vm->result): the interpreter goes on as behind its own call of it.
// NOTIMPLEMENTED: the function has done nothing.
CORE_EXPORT HANDLER(trace_answer)
{
    table = TABLE_BEHIND_TRACE(vm);
    if (vm->result == NOTIMPLEMENTED)
        DISPATCH;
    COUNT_INSTRUCTION;
    if (unlikely(vm->counting == COUNTED_TABLES))
        AT(vm, u64, vm->counts)[op_at(pc)]++;
    // Nobody has seen it end here: wherever it does, a side trace may go on.
    vm->step_pc = 0;
    vm->step_fp = OFFSET_OF(vm, R);
    vm->step_code = vm->exit_at;
    vm->step_others = vm->exit_at - (u32)sizeof(StepOthers);
    vm->step_raised = 0;
    vm->tier_state = TIER_STEP;
    table = CURRENT_TABLE(vm);
    u32 generic = generic_op_at(pc);
    if (generic == OP_CALL || generic == OP_CALL_METHOD)
        GOTO(traced_call_failed);
    GOTO(answer);
}

// Runs the instruction at pc; if that leads to vm->step_pc in the frame vm->step_fp, the trace goes on at vm->step_code, else it is left.
CORE_EXPORT HANDLER(trace_step)
{
    if (unlikely(PENDING(vm))) {
        table = TABLE_BEHIND_TRACE(vm);
        GOTO(run_pending);
    }
    vm->tier_state = TIER_STEP;
    vm->step_raised = 0;
    table = tier_tables[TIER_STEP];
    COUNT_INSTRUCTION;
    REDISPATCH;
}

// The same for traces that are compiled while instructions are counted.
CORE_EXPORT HANDLER(trace_step_counted)
{
    if (!PENDING(vm)) {
        AT(vm, u64, vm->counts)[op_at(pc)]++;
        AT(vm, u64, vm->counts)[256 + op_at(pc)]++;
    }
    GOTO(trace_step);
}

#define DISPATCH_ANYTHING __attribute__((musttail)) return ((Handler *)table[(u8)*pc])(pc, R, vm, table)

static bool is_from_outside(u32 mode) { return mode == RET_HOST || mode == RET_DONE || mode == RET_FINALIZER; }
static bool was_called_from_outside(Value *R) { return is_from_outside(MODE_OF(FRAME_MODE(R))) || is_from_outside(MODE_OUTER(FRAME_MODE(R))); }

// The stepped instruction has led elsewhere: to where a side trace begins, or may begin one day.
static NOINLINE HANDLER(land_elsewhere)
{
    StepOthers *others = (StepOthers *)(core_image_base + vm->step_others);
    u32 at = OFFSET_OF(vm, pc) + vm->step_raised;
    i32 frame = (i32)(OFFSET_OF(vm, R) - vm->step_fp);
    if (others->taken)
        ++*AT(vm, u64, others->taken);
    for (u32 i = 0; i < STEP_OTHERS; i++)
        if (others->places[i].pc == at && others->places[i].frame == frame)
            ENTER_CODE(others->places[i].code);
    if (!was_called_from_outside(R) && --*exit_counter_at(vm, others->number) == 0) {
        vm->hot_exit = others->number;
        vm->hot_kind = HOT_EXIT;
        vm->hot_pc = OFFSET_OF(vm, pc);
        GOTO(report_hot);
    }
    DISPATCH_ANYTHING;
}

// The dispatch after a stepped instruction.
HANDLER(trace_land)
{
    bool is_step = vm->tier_state == TIER_STEP; // the trace may have died meanwhile, and a recording have begun
    if (is_step)
        vm->tier_state = TIER_OFF;
    table = CURRENT_TABLE(vm);
    if (likely(is_step)) {
        if (likely(vm->step_pc == OFFSET_OF(vm, pc) + vm->step_raised && vm->step_fp == OFFSET_OF(vm, R)))
            ENTER_CODE(vm->step_code);
        if (vm->step_others)
            GOTO(land_elsewhere);
    }
    DISPATCH_ANYTHING;
}

// Every instruction comes here first while vm->counting is COUNTED_TABLES.
HANDLER(count)
{
    AT(vm, u64, vm->counts)[op_at(pc)]++;
    REDISPATCH;
}

// New blocks for a free list that has none left, if there is memory; for stencils too.
CORE_EXPORT __attribute__((preserve_all)) void trace_refill(VM *vm, u32 list)
{
    if (unlikely(!heap_refill(vm, list)))
        exception_clear(vm);
}

// Room for another item in a list, if there is memory; for stencils too.
CORE_EXPORT __attribute__((preserve_all)) void trace_list_room(VM *vm, u32 list)
{
    PyList *l = AT(vm, PyList, list);
    if (unlikely(!list_grow(vm, l, (u64)l->length + 1)))
        exception_clear(vm);
}

// --- recording ----------------------------------------------------------------------------------------------------------------
static COLD HANDLER(record_ends) // vm->record_end says how
{
    vm->tier_state = TIER_OFF;
    vm->record_skip_fp = 0;
    vm->window = OFFSET_OF(vm, frame_top(vm, R));
    vm->host_window = 0;
    vm->reason = REASON_TRACE_DONE;
    GOTO(leave);
}

// Why the recording ends before the instruction at pc, -1 if it goes on.
static int reason_to_end(VM *vm, u64 *pc, Value *R)
{
    u32 at = OFFSET_OF(vm, pc), fp = OFFSET_OF(vm, R), op = op_at(pc);
    if (fp > vm->record_last_fp && was_called_from_outside(R))
        return RECORD_HOST;
    if (fp < vm->record_start_fp && !(vm->record_flags & RECORD_FOLLOW_RETURN))
        return RECORD_LEFT;
    if (at == vm->record_start_pc && fp == vm->record_start_fp && vm->record_count)
        return RECORD_LOOP;
    if (vm->record_count >= vm->record_limit)
        return RECORD_LIMIT;
    if (op != OP_JUMP_BACK && op != OP_JUMP_BACK_TRACE)
        return -1;
    if (fp == vm->record_start_fp && at + (u32)WIDE_SIGNED(pc) * 8 == vm->record_start_pc)
        return -1;
    if (fp == vm->record_resumed_fp) { // from one yield to the next a generator's loop goes round once
        vm->record_resumed_fp = 0;
        return -1;
    }
    if (op == OP_JUMP_BACK_TRACE && !(vm->record_flags & RECORD_CROSS_TRACES))
        return RECORD_TRACE;
    if (!vm->record_inner)
        return RECORD_INNER;
    vm->record_inner--;
    return -1;
}

static void note_operand(VM *vm, Value v, Value *value, u32 *type, u32 *shape)
{
    *value = v;
    *type = *shape = 0;
    if (!is_object(v))
        return;
    *type = ref_type(vm, v);
    // Registers above the frame's live ones may hold what once was a reference.
    if (*type < STATIC_BASE || *type >= vm->heap_top)
        return;
    u32 kind = type_at(vm, *type)->kind;
    if (kind < LAYOUT_COUNT && has_shape_words(kind, *type))
        *shape = *shape_words(vm, v, kind);
}

static void append_record(VM *vm, u64 *pc, Value *R, u32 flags)
{
    TraceRecord *records = AT(vm, TraceRecord, vm->records), *r = records + vm->record_count;
    u32 op = op_at(pc), generic = generic_op_at(pc), operands = opcode_registers[op];
    // A back edge or RESUME that was interrupted comes again.
    if (vm->record_count && r[-1].pc == OFFSET_OF(vm, pc) && r[-1].fp == OFFSET_OF(vm, R) && (generic == OP_JUMP_BACK || generic == OP_RESUME))
        r--;
    else
        vm->record_count++;
    r->pc = OFFSET_OF(vm, pc);
    r->fp = OFFSET_OF(vm, R);
    r->op = (u8)op;
    r->flags = (u8)flags;
    r->depth = (i16)(vm->depth - vm->record_depth);
    r->code = FRAME_CODE(R);
    bool call = operands & 8;
    Value *w = &R[B(pc)];
    if (generic == OP_LOAD_SUPER_METHOD || generic == OP_LOAD_SUPER_ATTR || generic == OP_MATCH_CLASS) {
        for (u32 i = 0; i < 3; i++)
            note_operand(vm, w[i], &r->a + i, &r->type_a + i, &r->shape_a + i);
        return;
    }
    if (generic == OP_RESUME || generic == OP_RETURN_GENERATOR) { // the words of the frame's head
        r->a = R[-1];
        r->b = R[-3];
        r->c = FRAME_FUNCTION(R);
        r->type_a = r->type_b = r->type_c = r->shape_a = r->shape_b = r->shape_c = 0;
        return;
    }
    if (generic == OP_LOAD_GLOBAL || generic == OP_STORE_GLOBAL) {
        note_operand(vm, operands & 1 ? R[A(pc)] : EMPTY, &r->a, &r->type_a, &r->shape_a);
        r->b = EMPTY;
        r->c = AT(vm, PyFunction, FRAME_FUNCTION(R))->globals;
        r->type_b = r->type_c = r->shape_b = r->shape_c = 0;
        return;
    }
    note_operand(vm, call ? w[0] : operands & 1 ? R[A(pc)] : EMPTY, &r->a, &r->type_a, &r->shape_a);
    note_operand(vm, call ? w[4] : operands & 2 ? R[B(pc)] : EMPTY, &r->b, &r->type_b, &r->shape_b);
    note_operand(vm, call ? w[5] : operands & 4 ? R[C(pc)] : EMPTY, &r->c, &r->type_c, &r->shape_c);
}

// Nobody shall read instructions of code that has died: false if there are too many.
static bool hold_code(VM *vm, Value *R)
{
    Ref code = FRAME_CODE(R);
    for (u32 i = 0; i < vm->record_code_count; i++)
        if (vm->record_codes[i] == code)
            return true;
    if (vm->record_code_count == RECORD_CODES)
        return false;
    vm->record_codes[vm->record_code_count++] = (Ref)retain(vm, code);
    return true;
}

// Has a call instruction pushed the frame, for nothing but the value?
static bool is_plain_call(VM *vm, Value *R)
{
    u32 mode = FRAME_MODE(R) & ~FRAME_HAS_OBJECT, caller = generic_op_at(AT(vm, u64, FRAME_CALLER_PC(R)));
    return mode == MODE_WORD(RET_CALL, RET_STORE, 0) || (mode == MODE_WORD(RET_STORE, RET_STORE, 0) && (caller == OP_CALL_KW || caller == OP_CALL_METHOD_KW || caller == OP_CALL || caller == OP_CALL_METHOD));
}

// Whether a call of the function that R is a frame of is one of the first rounds of a recursion: those are followed, which saves calls of traces.
static bool is_unrolled(VM *vm, Value *R)
{
    if (vm->record_count >= vm->record_unroll_limit)
        return false;
    u32 active = 0;
    for (u32 fp = FRAME_CALLER_FP(R); fp >= vm->record_start_fp && active < vm->record_unroll; fp = FRAME_CALLER_FP(AT(vm, Value, fp)))
        active += FRAME_CODE(AT(vm, Value, fp)) == FRAME_CODE(R);
    return active && active < vm->record_unroll;
}

// True: the call whose RESUME is at pc is not to be followed.
static bool is_skipped_call(VM *vm, u64 *pc, Value *R)
{
    u32 op = op_at(pc);
    if (generic_op_at(pc) != OP_RESUME || !is_plain_call(vm, R))
        return false;
    bool has_trace = op == OP_RESUME_TRACE && (HOT_STATE(pc) & HOT_CALLABLE);
    bool is_start = (vm->record_flags & RECORD_SKIP_RECURSION) && OFFSET_OF(vm, pc) + 16 == vm->record_start_pc;
    return (has_trace || is_start) && !is_unrolled(vm, R);
}

// Every instruction of a recording comes here first. It is only observed: it runs as always afterwards, under the same table.
HANDLER(record)
{
    u32 fp = OFFSET_OF(vm, R);
    if (vm->record_skip_fp) {
        if (fp >= vm->record_skip_fp) {
            if (vm->counting == COUNTED_TABLES)
                GOTO(count);
            REDISPATCH;
        }
        vm->record_skip_fp = 0;
    }
    if (fp > vm->record_last_fp && MODE_OF(FRAME_MODE(R)) == RET_GENERATOR)
        vm->record_resumed_fp = fp;
    int end = reason_to_end(vm, pc, R);
    if (end < 0 && (fp != vm->record_last_fp || !vm->record_count) && !hold_code(vm, R))
        end = RECORD_LIMIT;
    if (end >= 0) {
        vm->record_end = (u32)end;
        GOTO(record_ends);
    }
    vm->record_last_fp = fp;
    bool skipped = is_skipped_call(vm, pc, R);
    append_record(vm, pc, R, skipped ? RECORDED_SKIPPED : 0);
    if (skipped)
        vm->record_skip_fp = fp;
    if (vm->counting == COUNTED_TABLES)
        GOTO(count);
    REDISPATCH;
}

// The recording has been made use of, its code objects may go.
CORE_EXPORT void core_record_read(VM *vm)
{
    while (vm->record_code_count) {
        u32 last = --vm->record_code_count;
        decref_object(vm, vm->record_codes[last]);
    }
}

// The next instruction is the first of a recording, when the core is entered again. vm->records, record_limit, record_flags and record_inner are set.
CORE_EXPORT void core_record(VM *vm)
{
    core_record_read(vm);
    vm->record_count = 0;
    vm->record_start_pc = vm->pc;
    vm->record_start_fp = vm->record_last_fp = vm->fp;
    vm->record_depth = vm->depth;
    vm->record_skip_fp = vm->record_resumed_fp = 0;
    vm->tier_state = TIER_RECORD;
}
