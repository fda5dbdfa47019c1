// An exception on its way: the handler for it in this frame, or out of the frame and on at the call in the frame below.
#include "delegation.h"
#include "interp/interp.h"
#include "interp/handlers.h"

// Where an exception leads that the instruction at word `at` raises; NULL: out of the frame.
static ExceptionEntry *entry_for(VM *vm, PyCode *code, u32 at)
{
    ExceptionEntry *entry = AT(vm, ExceptionEntry, code->exception_table), *end = entry + code->exception_count;
    while (entry < end && !(at >= entry->start && at < entry->end))
        entry++;
    return entry < end ? entry : NULL;
}

// Whether an instruction lies in a handler: the exceptions that it raises lead, from handler to handler, to where one of them ends.
bool code_handles_at(VM *vm, PyCode *code, u32 at)
{
    for (u32 hops = code->exception_count; hops; hops--) {
        ExceptionEntry *entry = entry_for(vm, code, at);
        if (!entry)
            return false;
        at = entry->handler;
        if (generic_op_at(AT(vm, const u64, code->bytecode + 8 * at)) == OP_POP_EXC)
            return true;
    }
    return false;
}

// A few instructions wait for an exception as for an answer.
HANDLER(unwind)
{
    ASSERT(vm, vm->exception != EMPTY);
    switch (generic_op_at(pc)) {
    case OP_FOR_ITER:
        if (exception_matches(vm, vm->exception, EXC_StopIteration)) {
            exception_clear(vm);
            GOTO(finish_for);
        }
        break;
    case OP_SEND:
        if (exception_matches(vm, vm->exception, EXC_StopIteration)) {
            Value v = OBJ(vm, PyException, vm->exception)->fields[0];
            vm->result = v == EMPTY ? NONE : retain(vm, v);
            exception_clear(vm);
            GOTO(finish_send);
        }
        break;
    case OP_LOAD_NAME: case OP_LOAD_CLASS_FREE: case OP_LOAD_CLASS_CELL: case OP_LOAD_DICT_OR_GLOBAL: case OP_LOAD_DICT_OR_FREE:
        if (exception_matches(vm, vm->exception, EXC_KeyError)) {
            exception_clear(vm);
            GOTO(name_not_in_mapping);
        }
        break;
    case OP_DELETE_NAME:
        if (exception_matches(vm, vm->exception, EXC_KeyError)) {
            exception_clear(vm);
            raise_name_error(vm, EXC_NameError, "name '%S' is not defined", name_of(vm, R, B(pc)));
        }
        break;
    case OP_IMPORT_FROM:
        if (exception_matches(vm, vm->exception, EXC_AttributeError)) {
            exception_clear(vm);
            vm->result = tail_host(vm, HOOK_IMPORT_FROM, 2, R[B(pc)], name_of(vm, R, C(pc)));
            GOTO(tail_instruction);
        }
        break;
    default: break;
    }
    traceback_add(vm, pc, R);
    if (unlikely(vm->counting == OBSERVED_TABLES))
        GOTO(observe_raised);
    GOTO(unwind_again);
}

HANDLER(unwind_frame)
{
    if (unlikely(FRAME_SKIPS(FRAME_MODE(R))))
        R = delegation_resume(vm, R);
    PyCode *code = frame_code(vm, R);
    u32 word = FRAME_MODE(R);
    Value exception = take(&vm->exception); // what dies below must not see it
    release_range(vm, R + code->local_count, code->reg_count - code->local_count);
    if (FRAME_MODE(R) & FRAME_HAS_OBJECT) // not word: what has died may have been the last traceback with it
        frame_detach(vm, R, pc, true);
    release_range(vm, R, code->local_count);
    if (MODE_OF(word) == RET_GENERATOR && likely(FRAME_AUX(R))) {
        vm->exception = exception;
        vm->result = EMPTY;
        GOTO(generator_returned);
    }
    Value function = take(&FRAME_FUNCTION(R));
    vm->window = OFFSET_OF(vm, R - 4);
    vm->mode = MODE_OF(word) == RET_GENERATOR ? MODE_WORD(MODE_OUTER(word), RET_STORE, 0) : word & ~FRAME_HAS_OBJECT;
    vm->aux = FRAME_AUX(R);
    vm->depth -= code_depth(code);
    pc = AT(vm, u64, FRAME_CALLER_PC(R));
    R = AT(vm, Value, FRAME_CALLER_FP(R));
    decref_object(vm, function);
    vm->exception = exception;
    GOTO(call_failed);
}

HANDLER(unwind_again)
{
    PyCode *code = frame_code(vm, R);
    u32 at = word_of(vm, R, pc);
    ExceptionEntry *entry = entry_for(vm, code, at);
    if (!entry) {
        if (unlikely(vm->counting == OBSERVED_TABLES))
            GOTO(observe_left);
        GOTO(unwind_frame);
    }
    // There was no memory for the generator when a trace left its frame (trace_exit): it can't go on.
    if (unlikely(MODE_OF(FRAME_MODE(R)) == RET_GENERATOR && !FRAME_AUX(R)))
        GOTO(unwind_frame);
    if (unlikely(vm->tier_state == TIER_STEP)) { // the trace stepped an instruction that raised: it goes on here if it knows that
        vm->step_raised = STEP_RAISES;
        table = CURRENT_TABLE(vm);
    }
    Value exception = take(&vm->exception);
    ASSERT(vm, entry->exc_reg >= entry->first_temp && entry->exc_reg < code->reg_count);
    release_range(vm, R + entry->first_temp, code->reg_count - entry->first_temp);
    R[entry->exc_reg] = exception;
    pc = code_start(vm, code) + entry->handler;
    if (PENDING(vm))
        GOTO(run_pending);
    DISPATCH;
}
