// A call has returned: what its mode word (frame.h) makes of the value. Modes that only say where it goes end here; the others check or change it
// and hand it on, or start the next call of a protocol with several steps.
#include "handlers.h"

HANDLER(deliver_outer)
{
    vm->mode = MODE_WORD(MODE_OUTER(vm->mode), RET_STORE, 0);
    vm->aux = 0;
    GOTO(deliver);
}

// vm->result is what the next step of a protocol answered; the value (if it is one) is for the outer mode.
static HANDLER(step_answered)
{
    vm->mode = MODE_WORD(MODE_OUTER(vm->mode), RET_STORE, 0);
    vm->aux = 0;
    if (vm->result == EMPTY)
        GOTO(call_failed);
    if (vm->result == VALUE_TAIL)
        GOTO(tail);
    GOTO(deliver);
}

static HANDLER(drop_aux_and_deliver)
{
    decref_ref(vm, vm->aux);
    GOTO(deliver_outer);
}

// Operands of the operator whose hook answered: of the instruction at pc, or (op_binary, op_compare called by a function) in a tuple.
typedef struct Operands { u32 op; bool in_place; Value a, b; } Operands;
static Operands operands_of(VM *vm, u64 *pc, Value *R, Ref aux)
{
    if (aux) {
        Value *items = AT(vm, PyTuple, aux)->items;
        return (Operands){(u32)int48_value(items[0]) & 255, int48_value(items[0]) >> 8 & 1, items[1], items[2]};
    }
    u32 generic = generic_op_at(pc);
    Operands o = {SUB_OP(pc), FLAGS(pc) & FLAG_INPLACE, R[B(pc)], EMPTY};
    if (generic == OP_BINARY_K || generic == OP_COMPARE_K || generic == OP_JUMP_CMP_K) {
        o.b = CONSTANT(pc);
        if (FLAGS(pc) & FLAG_CONST_LEFT)
            o.b = o.a, o.a = CONSTANT(pc);
    } else {
        o.b = R[C(pc)];
    }
    return o;
}

static HANDLER(next_candidate)
{
    Ref aux = vm->aux;
    Operands o = operands_of(vm, pc, R, aux);
    u32 stage = (MODE_STAGE(vm->mode) & 7) + 1;
    Value answer = MODE_OF(vm->mode) == RET_BINARY ? binary_step(vm, o.op, o.in_place, o.a, o.b, stage) : compare_step(vm, o.op, o.a, o.b, stage);
    if (answer == VALUE_TAIL && aux)
        set_value(vm, &vm->tail_aux, retain(vm, aux));
    decref_ref(vm, aux);
    vm->result = answer;
    GOTO(step_answered);
}

static HANDLER(deliver_truth)
{
    u32 stage = MODE_STAGE(vm->mode);
    int truth = truth_of_result(vm, stage & TRUTH_FROM_LEN, vm->result);
    if (truth == 2)
        vm->result = stage & TRUTH_INVERT ? tail_invert(vm) : VALUE_TAIL;
    else
        vm->result = truth < 0 ? EMPTY : make_bool(truth != !!(stage & TRUTH_INVERT));
    GOTO(step_answered);
}

// The value counts by its truth only (`in`), or by its opposite (`!=` made from __eq__).
static HANDLER(deliver_as_truth)
{
    u32 invert = MODE_OF(vm->mode) == RET_COMPARE ? TRUTH_INVERT : 0;
    Value v = vm->result;
    int truth = op_truth(vm, v);
    decref(vm, v);
    if (truth == 2) {
        vm->result = invert ? tail_invert(vm) : VALUE_TAIL;
    } else {
        vm->result = truth < 0 ? EMPTY : make_bool(truth != (invert != 0));
    }
    GOTO(step_answered);
}

static HANDLER(deliver_compare)
{
    if (vm->result == NOTIMPLEMENTED)
        GOTO(next_candidate);
    decref_ref(vm, vm->aux);
    if (MODE_STAGE(vm->mode) & COMPARE_INVERT)
        GOTO(deliver_as_truth);
    GOTO(deliver_outer);
}

static HANDLER(deliver_init)
{
    Value instance = vm->aux, v = vm->result;
    if (likely(v == NONE)) {
        vm->result = instance;
    } else {
        raise_error(vm, EXC_TypeError, "__init__() should return None, not '%T'", v);
        decref(vm, v);
        decref(vm, instance);
        vm->result = EMPTY;
    }
    GOTO(step_answered);
}

// aux = (class, names or None, arguments …): __init__ is called with what __new__ was called with, on what it returned.
static HANDLER(deliver_new)
{
    Value object = vm->result;
    Ref aux = vm->aux;
    PyTuple *call = AT(vm, PyTuple, aux);
    Ref init = is_instance(vm, object, (Ref)call->items[0]) ? type_at(vm, type_of(vm, object))->specials[SPECIAL_init] : 0;
    if (!init || init == type_at(vm, TYPE_OBJECT)->specials[SPECIAL_init])
        GOTO(drop_aux_and_deliver);
    Value self, callable = special_callable(vm, init, object, &self);
    Value *w = AT(vm, Value, vm->window);
    u32 count = call->length - 2;
    Ref names = call->items[1] == NONE ? 0 : (Ref)call->items[1];
    if (unlikely(callable == EMPTY) || unlikely(!stack_has_room(vm, w, count + 8))) {
        decref(vm, callable);
        decref_ref(vm, aux);
        decref(vm, object);
        vm->result = EMPTY;
        GOTO(step_answered);
    }
    u32 shift = self != EMPTY;
    w[0] = callable;
    if (shift)
        w[4] = retain(vm, object);
    for (u32 i = 0; i < count; i++)
        w[4 + shift + i] = retain(vm, call->items[2 + i]);
    incref(vm, names);
    vm->call_base = vm->window;
    vm->call_kwnames = names;
    vm->call_nargs = count + shift - (names ? AT(vm, PyTuple, names)->length : 0);
    vm->mode = MODE_WORD(RET_INIT, MODE_OUTER(vm->mode), 0);
    vm->aux = (Ref)object;
    decref_ref(vm, aux);
    GOTO(call_window);
}

static HANDLER(deliver_check)
{
    vm->result = check_result(vm, MODE_STAGE(vm->mode), vm->result);
    GOTO(step_answered);
}

static HANDLER(deliver_converted)
{
    Value text = check_result(vm, MODE_STAGE(vm->mode), vm->result);
    if (text == EMPTY) {
        vm->result = EMPTY;
        GOTO(step_answered);
    }
    set_value(vm, &R[B(pc)], text);
    GOTO(format_with_spec);
}

static HANDLER(deliver_chained)
{
    Value *slot = AT(vm, Value, vm->window) - 1, pair = take(slot);
    vm->window -= 8;
    vm->mode = (u32)int48_value(OBJ(vm, PyTuple, pair)->items[0]);
    Value aux = OBJ(vm, PyTuple, pair)->items[1];
    vm->aux = aux == NONE ? 0 : (Ref)retain(vm, aux);
    decref(vm, pair);
    GOTO(deliver);
}

HANDLER(deliver)
{
    switch (MODE_OF(vm->mode)) {
    case RET_CALL: {
        Value v = vm->result, old = R[A(pc)];
        R[A(pc)] = v;
        decref(vm, old);
        NEXT_CHECKED(3);
    }
    case RET_TRACE: GOTO(return_to_trace);
    case RET_STORE: GOTO(finish_value);
    case RET_HOST: vm->reason = REASON_HOST_RETURN; GOTO(left_to_outside);
    case RET_DONE: vm->reason = REASON_DONE; GOTO(left_to_outside);
    case RET_FINALIZER: GOTO(finalizer_left);
    case RET_OBSERVER: GOTO(observer_returned);
    case RET_CHAIN: GOTO(deliver_chained);
    case RET_BINARY:
        if (vm->result == NOTIMPLEMENTED)
            GOTO(next_candidate);
        GOTO(drop_aux_and_deliver);
    case RET_COMPARE: GOTO(deliver_compare);
    case RET_TRUTH: GOTO(deliver_truth);
    case RET_CONTAINS: case RET_BRANCH: GOTO(deliver_as_truth);
    case RET_CHECK: GOTO(deliver_check);
    case RET_CONVERTED: GOTO(deliver_converted);
    case RET_INIT: GOTO(deliver_init);
    case RET_NEW: GOTO(deliver_new);
    case RET_RAISE_FROM: GOTO(raise_finished);
    case RET_THROW:
        decref(vm, take(&vm->result));
        vm->exception = vm->aux;
        GOTO(unwind);
    case RET_THROW_INTO: GOTO(throw_instance);
    default: GOTO(drop_aux_and_deliver); // RET_GETATTR
    }
}

// A generator (or another iterator that ended with a value) is finished.
HANDLER(deliver_stop)
{
    u32 mode = MODE_OF(vm->mode);
    if (mode == RET_STORE || mode == RET_CALL) {
        u32 generic = generic_op_at(pc);
        if (generic == OP_FOR_ITER) {
            decref(vm, take(&vm->result));
            GOTO(finish_for);
        }
        if (generic == OP_SEND)
            GOTO(finish_send);
    }
    Value v = take(&vm->result);
    raise_stop_iteration(vm, v);
    decref(vm, v);
    GOTO(call_failed);
}
