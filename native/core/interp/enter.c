// The way in from TypeScript and out again, safe points, the two dispatch tables.
#include "handlers.h"

// --- tables -------------------------------------------------------------------------------------------------------------------
static COLD HANDLER(bad_opcode)
{
#if KRAIT_DEBUG
    sync(vm, pc, R);
    fatal(vm, "no such opcode");
#else
    raise_error(vm, EXC_SystemError, "unknown opcode");
    GOTO(unwind);
#endif
}

#pragma clang diagnostic ignored "-Winitializer-overrides"
const void *const tier_tables[9][256] = {
    [TIER_OFF] = {
        [0 ... 255] = bad_opcode,
#define X(name, ...) [OP_##name] = op_##name,
        OPCODES(X)
        SPECIALISED_OPCODES(X)
#undef X
    },
    [TIER_RECORD] = {[0 ... 255] = record},
    [TIER_STEP] = {[0 ... 255] = trace_land},
    [COUNTED_TABLES + TIER_OFF] = {[0 ... 255] = count},
    [COUNTED_TABLES + TIER_RECORD] = {[0 ... 255] = record},
    [COUNTED_TABLES + TIER_STEP] = {[0 ... 255] = trace_land},
    [OBSERVED_TABLES + TIER_OFF] = {[0 ... 255] = observe},
    [OBSERVED_TABLES + TIER_RECORD] = {[0 ... 255] = record},
    [OBSERVED_TABLES + TIER_STEP] = {[0 ... 255] = trace_land},
};

HANDLER(op_COPY_FREE) { GOTO(bad_opcode); } // reserved

// --- in and out ---------------------------------------------------------------------------------------------------------------
#define STACK_GUARD_BYTES (2u << 20) // no frame has more than 65535 registers, and no instruction uses more room above it than that

// Hidden frames have no number of their own to keep to, but room: so much stack for each frame that sys.setrecursionlimit() allows, at least for as many
// as are allowed from the start. (The program's own frames, which are much smaller, may have all there is: call_python.)
#define STACK_BYTES_FOR_A_FRAME 4096ull
#define STACK_LEAST_FRAMES 1000u

static u32 stack_guard_of(VM *vm)
{
    u32 end = vm->stack_limit ? vm->stack_limit : STACK_LIMIT, guard = end - STACK_GUARD_BYTES;
    u64 frames = vm->recursion_limit < STACK_LEAST_FRAMES ? STACK_LEAST_FRAMES : vm->recursion_limit;
    u64 room = STACK_BASE + frames * STACK_BYTES_FOR_A_FRAME;
    return end == STACK_LIMIT && room < guard ? (u32)room : guard; // other threads have little anyway
}

CORE_EXPORT u32 core_enter(VM *vm)
{
    u64 *pc = AT(vm, u64, vm->pc);
    Value *R = AT(vm, Value, vm->fp);
    const void *const *table = CURRENT_TABLE(vm);
    vm->stack_guard = stack_guard_of(vm);
    vm->tail_mode = vm->tail_outer_mode = RET_DEFAULT;
    u32 resume = vm->resume;
    vm->resume = RESUME_RUN;
    switch (resume) {
    case RESUME_VALUE: host_answered(pc, R, vm, table); break;
    case RESUME_RAISE: host_raised(pc, R, vm, table); break;
    case RESUME_CALL:
        vm->mode = MODE_WORD(vm->call_mode, vm->call_mode, 0);
        vm->aux = 0;
        incref(vm, vm->call_kwnames);
        call_window(pc, R, vm, table);
        break;
    default:
        ASSERT(vm, vm->fp);
        if (vm->interrupt)
            safe_point(pc, R, vm, table);
        else
            ((Handler *)table[(u8)*pc])(pc, R, vm, table);
    }
    return vm->reason;
}

HANDLER(leave)
{
    sync(vm, pc, R);
    vm->stack_top = vm->window;
    if (vm->reason != REASON_DONE && vm->reason != REASON_HOST_RETURN)
        vm->result = EMPTY; // nobody's: what was in it has been delivered
    LEAVE;
}

HANDLER(dealloc_and_dispatch)
{
    object_dealloc(vm, (Ref)vm->dead);
    if (PENDING(vm))
        GOTO(run_pending);
    DISPATCH;
}

// The instruction at pc has not been run: it is run (again) when this is over.
NOINLINE HANDLER(safe_point)
{
    u32 bits = vm->interrupt;
    sync(vm, pc, R);
    if (bits & INTERRUPT_GC)
        gc_safe_point(vm);
    if (bits & (INTERRUPT_HOST | INTERRUPT_TIMEOUT | INTERRUPT_SIGNAL | INTERRUPT_TIER)) {
        vm->window = OFFSET_OF(vm, frame_top(vm, R));
        vm->host_window = 0;
        vm->reason = REASON_INTERRUPT;
        GOTO(leave);
    }
    if (PENDING(vm))
        GOTO(run_pending);
    if (unlikely(vm->counting == OBSERVED_TABLES))
        DISPATCH;
    // Not through the handler's own check again: an interrupt that came in meanwhile waits for the next safe point.
    switch (generic_op_at(pc)) {
    case OP_RESUME: NEXT(2);
    case OP_JUMP_BACK: NEXT(WIDE_SIGNED(pc));
    default: DISPATCH;
    }
}
