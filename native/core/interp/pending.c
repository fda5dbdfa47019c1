// Finalisers and weakref callbacks that wait to be run. They are called one after the other above the frame that goes on afterwards. The two
// slots below their window say how: w[-2] = a value to keep (the result or exception with which the core is about to be left), w[-1] = the
// REASON_* to leave with, or -1 to run the instruction at pc.
#include "handlers.h"

static HANDLER(next_pending)
{
    Value *w = AT(vm, Value, vm->window), callable, argument;
    if (pending_take(vm, &callable, &argument)) {
        w[0] = callable;
        w[4] = argument;
        vm->call_base = vm->window;
        vm->call_nargs = argument != EMPTY;
        vm->call_kwnames = 0;
        vm->mode = MODE_WORD(RET_FINALIZER, RET_FINALIZER, 0);
        vm->aux = 0;
        GOTO(call_window);
    }
    i64 reason = int48_value(w[-1]);
    Value kept = take(&w[-2]);
    vm->window = OFFSET_OF(vm, w - 2);
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
    Value *slots = AT(vm, Value, vm->window);
    i64 reason = (i32)vm->reason;
    slots[0] = reason < 0 ? EMPTY : reason == REASON_RAISE || reason == REASON_HOST_UNWIND ? take(&vm->exception) : take(&vm->result);
    slots[1] = int48(reason);
    vm->window += 16;
    __atomic_and_fetch(&vm->interrupt, ~INTERRUPT_PENDING_CALLS, __ATOMIC_RELAXED);
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

HANDLER(pending_returned)
{
    if (vm->result == EMPTY) { // it raised: sys.unraisablehook, then the next one
        Value exception = take(&vm->exception);
        tail_host(vm, HOOK_UNRAISABLE, 2, exception, NONE);
        decref(vm, exception);
        vm->mode = MODE_WORD(RET_FINALIZER, RET_FINALIZER, 0);
        vm->aux = 0;
        GOTO(tail);
    }
    decref(vm, take(&vm->result));
    GOTO(next_pending);
}
