// The instructions of `yield from`, `await`, `async for` and `async with`: what is waited for, and one step of it.
#include "generators.h"
#include "interp/handlers.h"

static bool is_iterable_coroutine(VM *vm, Value v)
{
    return is_exact(vm, v, TYPE_GENERATOR) && (generator_code(vm, generator_at(vm, v))->flags & CODE_ITERABLE_COROUTINE);
}

Value get_awaitable(VM *vm, Value v, u32 context)
{
    if (is_exact(vm, v, TYPE_COROUTINE)) {
        if (unlikely(generator_at(vm, v)->yield_from != EMPTY && generator_at(vm, v)->state == GEN_SUSPENDED && context != 3))
            return raise_error(vm, EXC_RuntimeError, "coroutine is being awaited already");
        return retain(vm, v);
    }
    if (is_iterable_coroutine(vm, v))
        return retain(vm, v);
    Ref await = special_of(vm, v, SPECIAL_await);
    if (context == 3 && (!await || type_at(vm, AT(vm, ObjectHead, await)->type)->kind != LAYOUT_BUILTIN)) // whatever goes wrong has another exception around it
        return tail_prelude(vm, PRELUDE_NEXT_AWAITER, 1, v);
    if (!await) {
        switch (context) {
        case 1: return raise_error(vm, EXC_TypeError, "'async with' received an object from __aenter__ that does not implement __await__: %T", v);
        case 2: return raise_error(vm, EXC_TypeError, "'async with' received an object from __aexit__ that does not implement __await__: %T", v);
        default: return raise_error(vm, EXC_TypeError, "'%T' object can't be awaited", v);
        }
    }
    Value result = special_call(vm, await, 1, v, EMPTY, EMPTY);
    if (result == EMPTY)
        return EMPTY;
    if (result == VALUE_TAIL)
        return tail_wrap(vm, TAIL_MODE(RET_CHECK, CHECK_AWAIT), EMPTY);
    return check_result(vm, CHECK_AWAIT, result);
}

HANDLER(op_GET_AWAITABLE)
{
    vm->result = get_awaitable(vm, R[B(pc)], C(pc));
    GOTO(answer);
}

HANDLER(op_GET_AITER)
{
    Value v = R[B(pc)];
    Ref aiter = special_of(vm, v, SPECIAL_aiter);
    if (!aiter) {
        raise_error(vm, EXC_TypeError, "'async for' requires an object with __aiter__ method, got %T", v);
        GOTO(unwind);
    }
    Value result = special_call(vm, aiter, 1, v, EMPTY, EMPTY);
    if (result == VALUE_TAIL)
        tail_wrap(vm, TAIL_MODE(RET_CHECK, CHECK_AITER), EMPTY);
    else if (result != EMPTY)
        result = check_result(vm, CHECK_AITER, result);
    vm->result = result;
    GOTO(answer);
}

HANDLER(op_GET_ANEXT)
{
    Value v = R[B(pc)];
    Ref anext = special_of(vm, v, SPECIAL_anext);
    if (!anext) {
        raise_error(vm, EXC_TypeError, "'async for' requires an iterator with __anext__ method, got %T", v);
        GOTO(unwind);
    }
    Value result = special_call(vm, anext, 1, v, EMPTY, EMPTY);
    if (result == VALUE_TAIL) {
        tail_wrap(vm, TAIL_MODE(RET_CHECK, CHECK_ANEXT), EMPTY);
    } else if (result != EMPTY && !is_exact(vm, result, TYPE_ASYNC_GENERATOR_ASEND)) {
        Value awaitable = get_awaitable(vm, result, 3);
        decref(vm, result);
        result = awaitable;
    }
    vm->result = result;
    GOTO(answer);
}

HANDLER(op_GET_YIELD_FROM_ITER)
{
    Value v = R[B(pc)];
    if (is_exact(vm, v, TYPE_COROUTINE)) {
        if (!(frame_code(vm, R)->flags & (CODE_COROUTINE | CODE_ITERABLE_COROUTINE))) {
            raise_error(vm, EXC_TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator");
            GOTO(unwind);
        }
        vm->result = retain(vm, v);
    } else {
        vm->result = is_exact(vm, v, TYPE_GENERATOR) ? retain(vm, v) : op_iter(vm, v);
    }
    GOTO(answer);
}

// --- a step of what is waited for ---------------------------------------------------------------------------------------------------
static HANDLER(send_slow)
{
    Value sent = R[A(pc)], delegate = R[B(pc)];
    PyType *t = type_at(vm, type_of(vm, delegate));
    if (t->kind == LAYOUT_GENERATOR) {
        vm->result = tail_resume(vm, delegate, retain(vm, sent), false, RESUMED_SEND);
        GOTO(answer);
    }
    if (t->kind == LAYOUT_ITERATOR && OBJ(vm, PyIterator, delegate)->code >= ITER_FIRST_GENERATOR_CODE) {
        vm->result = generator_step(vm, delegate, sent);
        GOTO(answer);
    }
    if (sent == NONE) {
        Ref next = t->specials[SPECIAL_next];
        if (!next || next == NONE_REF) {
            raise_error(vm, EXC_TypeError, next ? "'NoneType' object is not callable" : "'%T' object is not an iterator", delegate);
            GOTO(unwind);
        }
        if (t->kind == LAYOUT_ITERATOR && type_at(vm, AT(vm, ObjectHead, next)->type)->kind == LAYOUT_BUILTIN) {
            bool done = false;
            vm->result = iterator_next(vm, delegate, &done);
            if (vm->result == EMPTY && done) {
                vm->result = NONE;
                GOTO(finish_send);
            }
        } else {
            vm->result = special_call(vm, next, 1, delegate, EMPTY, EMPTY);
        }
        GOTO(answer);
    }
    Value method;
    int status = attr_find_method(vm, delegate, str_intern_c(vm, "send"), &method);
    if (status == 1)
        vm->result = tail_call(vm, method, 2, delegate, sent);
    else if (status == 3)
        vm->result = tail_call(vm, method, 1, sent);
    else if (status == 0)
        vm->result = raise_no_attribute(vm, delegate, str_intern_c(vm, "send"));
    else if (status == 2) { // `send` itself comes from a hook
        tail_cancel(vm);
        vm->result = raise_error(vm, EXC_NotImplementedError, "krait does not support `send` made by a property or __getattr__ yet");
    } else {
        vm->result = EMPTY;
    }
    if (status == 1 || status == 3)
        decref(vm, method);
    GOTO(answer);
}

static HANDLER(send_generator)
{
    Value generator = R[B(pc)];
    incref_object(vm, generator);
    vm->tail_callee = generator;
    vm->tail_args[0] = take(&R[A(pc)]);
    vm->throwing = 0;
    vm->mode = MODE_WORD(RET_GENERATOR, RET_STORE, RESUMED_SEND);
    vm->window = OFFSET_OF(vm, frame_top(vm, R));
    GOTO(resume_generator);
}

HANDLER(op_SEND)
{
    Value delegate = R[B(pc)];
    Ref type = is_object(delegate) ? ref_type(vm, delegate) : 0;
    if (type == TYPE_GENERATOR || type == TYPE_COROUTINE)
        GOTO(send_generator);
    GOTO(send_slow);
}
HANDLER(op_SEND_GENERATOR) { GOTO(op_SEND); }

HANDLER(op_END_ASYNC_FOR)
{
    Value exception = take(&R[A(pc)]);
    if (!exception_matches(vm, exception, EXC_StopAsyncIteration)) {
        vm->exception = exception;
        GOTO(unwind_again);
    }
    pc += 1;
    DROP_AND_DISPATCH(exception);
}

HANDLER(op_CLEANUP_THROW)
{
    Value exception = R[B(pc)];
    if (!exception_matches(vm, exception, EXC_StopIteration)) {
        incref_object(vm, exception);
        vm->exception = exception;
        GOTO(unwind_again);
    }
    Value v = OBJ(vm, PyException, exception)->fields[0];
    vm->result = v == EMPTY ? NONE : retain(vm, v);
    GOTO(finish_value);
}
