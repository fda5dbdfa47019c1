// Finalisers and weakref callbacks that wait to be run. They are called one after the other above the frame that goes on afterwards; what they
// bring to die is finalised in between, by a run of its own above them. The slots below their window say how to go on (SLOT_*).
#include "handlers.h"

enum {
    SLOT_KEPT = -5,     // result or exception with which the core is about to be left
    SLOT_REASON = -4,   // REASON_* to leave with, or -1: run the instruction at pc
    SLOT_CLAIMED = -3,  // how many of the queue belong to runs below this one
    SLOT_CALLABLE = -2, // what is being called, for reporting its exception
    SLOT_ARGUMENT = -1,
    SLOTS = 5,
};

bool runs_after_instruction(Value *R) { return int48_value(R[-FRAME_HEAD_WORDS + SLOT_REASON]) < 0; }

static HANDLER(next_pending)
{
    Value *w = AT(vm, Value, vm->window), callable, argument;
    if (pending_take(vm, (u32)int48_value(w[SLOT_CLAIMED]), &callable, &argument)) {
        w[SLOT_CALLABLE] = retain(vm, callable);
        w[SLOT_ARGUMENT] = retain(vm, argument);
        w[0] = callable;
        w[4] = argument;
        vm->call_base = vm->window;
        vm->call_nargs = argument != EMPTY;
        vm->call_kwnames = 0;
        vm->mode = MODE_WORD(RET_FINALIZER, RET_FINALIZER, 0);
        vm->aux = 0;
        GOTO(call_window);
    }
    i64 reason = int48_value(w[SLOT_REASON]);
    Value kept = take(&w[SLOT_KEPT]);
    vm->window = OFFSET_OF(vm, w - SLOTS);
    if (reason < 0)
        DISPATCH;
    if (reason == REASON_RAISE || reason == REASON_HOST_UNWIND)
        vm->exception = kept;
    else
        vm->result = kept;
    vm->reason = (u32)reason;
    GOTO(leave);
}

static HANDLER(start_pending) // vm->window: free stack; vm->reason or -1
{
    Value *w = AT(vm, Value, vm->window) + SLOTS;
    i64 reason = (i32)vm->reason;
    w[SLOT_KEPT] = reason < 0 ? EMPTY : reason == REASON_RAISE || reason == REASON_HOST_UNWIND ? take(&vm->exception) : take(&vm->result);
    w[SLOT_REASON] = int48(reason);
    w[SLOT_CLAIMED] = int48(pending_claimed(vm));
    w[SLOT_CALLABLE] = w[SLOT_ARGUMENT] = EMPTY;
    vm->window += SLOTS * 8;
    GOTO(next_pending);
}

COLD HANDLER(run_pending)
{
    vm->window = OFFSET_OF(vm, frame_top(vm, R));
    vm->reason = (u32)-1;
    if (unlikely(vm->window > vm->stack_guard)) { // no room: they wait until the stack is shorter
        __atomic_and_fetch(&vm->interrupt, ~INTERRUPT_PENDING_CALLS, __ATOMIC_RELAXED);
        DISPATCH;
    }
    GOTO(start_pending);
}

HANDLER(leave_checked)
{
    if (PENDING(vm) && vm->window <= vm->stack_guard)
        GOTO(start_pending);
    GOTO(leave);
}

// The frame that was called from outside is gone. What runs at its place next is another one, which the recorder must not take for it.
// A step that leaves the frames of a call from outside lands nowhere: what goes on below is not its trace.
INLINE void outside_is_reached(VM *vm)
{
    vm->record_last_fp = vm->window;
    if (vm->tier_state == TIER_STEP)
        vm->tier_state = TIER_OFF;
}

HANDLER(left_to_outside)
{
    outside_is_reached(vm);
    GOTO(leave_checked);
}
HANDLER(finalizer_left)
{
    outside_is_reached(vm);
    GOTO(pending_returned);
}

HANDLER(pending_returned)
{
    Value *w = AT(vm, Value, vm->window);
    if (vm->result == EMPTY) { // it raised: sys.unraisablehook, then the next one
        Value exception = take(&vm->exception), argument = w[SLOT_ARGUMENT];
        tail_host(vm, HOOK_UNRAISABLE, 3, exception, w[SLOT_CALLABLE], argument == EMPTY ? NONE : argument);
        decref(vm, exception);
        vm->mode = MODE_WORD(RET_FINALIZER, RET_FINALIZER, 0);
        vm->aux = 0;
        GOTO(tail);
    }
    decref(vm, take(&vm->result));
    decref(vm, take(&w[SLOT_CALLABLE]));
    decref(vm, take(&w[SLOT_ARGUMENT]));
    GOTO(next_pending);
}
