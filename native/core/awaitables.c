// What async generators and coroutines answer to be awaited: asend() and __anext__(), athrow() and aclose(), and the coroutine_wrapper of
// coroutine.__await__(). They are iterators whose steps resume the generator.
#include "generators.h"
#include "containers.h"

static Value awaitable_new(VM *vm, Ref type, u32 code, Value generator, Value extra_taken)
{
    return iterator_new(vm, type, code, retain(vm, generator), extra_taken);
}

static Value raise_reused(VM *vm, PyIterator *it)
{
    return raise_error(vm, EXC_RuntimeError, it->code == ITER_ASEND ? "cannot reuse already awaited __anext__()/asend()"
                                                                    : "cannot reuse already awaited aclose()/athrow()");
}

// Marks the awaitable as the one the generator runs for.
static void begin_await(VM *vm, Value awaitable, PyGenerator *g)
{
    OBJ(vm, PyIterator, awaitable)->index = AWAIT_RUNNING;
    g->hooks |= AG_RUNNING;
    Ref old = g->origin;
    g->origin = (Ref)retain(vm, awaitable);
    decref_ref(vm, old);
}

static Value asend_step(VM *vm, Value awaitable, Value sent, Value exception_taken)
{
    PyIterator *it = OBJ(vm, PyIterator, awaitable);
    PyGenerator *g = generator_at(vm, it->source);
    if (it->index == AWAIT_CLOSED) {
        decref(vm, exception_taken);
        return raise_reused(vm, it);
    }
    if (it->index == AWAIT_FRESH) {
        if (g->hooks & AG_RUNNING) {
            it->index = AWAIT_CLOSED;
            decref(vm, exception_taken);
            return raise_error(vm, EXC_RuntimeError, "anext(): asynchronous generator is already running");
        }
        if (sent == NONE && exception_taken == EMPTY)
            sent = it->extra;
    }
    begin_await(vm, awaitable, g);
    bool throwing = exception_taken != EMPTY;
    return tail_resume(vm, it->source, throwing ? exception_taken : retain(vm, sent), throwing, RESUMED_ASEND);
}

static Value athrow_step(VM *vm, Value awaitable, Value sent, Value exception_taken)
{
    PyIterator *it = OBJ(vm, PyIterator, awaitable);
    PyGenerator *g = generator_at(vm, it->source);
    bool closing = it->extra == EMPTY;
    u32 kind = closing ? RESUMED_ACLOSE : RESUMED_ATHROW;
    if (it->index == AWAIT_CLOSED) {
        decref(vm, exception_taken);
        return raise_reused(vm, it);
    }
    if (it->index == AWAIT_RUNNING) {
        begin_await(vm, awaitable, g);
        bool throwing = exception_taken != EMPTY;
        return tail_resume(vm, it->source, throwing ? exception_taken : retain(vm, sent), throwing, kind);
    }
    if (exception_taken != EMPTY && !(g->hooks & AG_RUNNING)) { // thrown before it began (a task that is cancelled): the generator gets this one
        begin_await(vm, awaitable, g);
        return tail_resume(vm, it->source, exception_taken, true, kind);
    }
    bool throwing = exception_taken != EMPTY;
    decref(vm, exception_taken);
    if (g->state == GEN_CLOSED && !throwing) {
        it->index = AWAIT_CLOSED;
        return raise_plain(vm, EXC_StopIteration);
    }
    if (g->hooks & AG_RUNNING) {
        it->index = AWAIT_CLOSED;
        return raise_error(vm, EXC_RuntimeError, "%s(): asynchronous generator is already running", closing ? "aclose" : "athrow");
    }
    if (g->hooks & AG_CLOSED) {
        it->index = AWAIT_CLOSED;
        return raise_plain(vm, EXC_StopAsyncIteration);
    }
    if (sent != NONE)
        return raise_error(vm, EXC_RuntimeError, "can't send non-None value to a just-started coroutine");
    begin_await(vm, awaitable, g);
    if (!closing)
        return tail_resume(vm, it->source, retain(vm, it->extra), true, kind);
    g->hooks |= AG_CLOSED;
    Value exit = exception_new(vm, EXC_GeneratorExit, EMPTY_TUPLE);
    return exit == EMPTY ? EMPTY : tail_resume(vm, it->source, exit, true, kind);
}

static Value step(VM *vm, Value awaitable, Value sent, Value exception_taken)
{
    PyIterator *it = OBJ(vm, PyIterator, awaitable);
    switch (it->code) {
    case ITER_ASEND: return asend_step(vm, awaitable, sent, exception_taken);
    case ITER_ATHROW: return athrow_step(vm, awaitable, sent, exception_taken);
    default: {
        bool throwing = exception_taken != EMPTY;
        return tail_resume(vm, it->source, throwing ? exception_taken : retain(vm, sent), throwing, RESUMED_SEND);
    }
    }
}

Value generator_step(VM *vm, Value iterator, Value sent) { return step(vm, iterator, sent, EMPTY); }

static Value awaitable_next(VM *vm, Value *args, u32 nargs, Ref kwnames) { return step(vm, args[0], NONE, EMPTY); }
static Value awaitable_send(VM *vm, Value *args, u32 nargs, Ref kwnames) { return step(vm, args[0], args[1], EMPTY); }
static Value awaitable_throw(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (nargs > 2)
        return throw_parts(vm, "throw", args, nargs);
    Value exception = exception_to_throw(vm, args[1]);
    if (exception == EMPTY)
        return EMPTY;
    if (exception == VALUE_TAIL) { // a class written in Python: no __init__ of it is run here
        tail_cancel(vm);
        exception = exception_new(vm, (Ref)args[1], EMPTY_TUPLE);
        if (exception == EMPTY)
            return EMPTY;
    }
    return step(vm, args[0], NONE, exception);
}
static Value awaitable_close(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyIterator *it = OBJ(vm, PyIterator, args[0]);
    if (it->code == ITER_COROUTINE_WRAPPER)
        return generator_close(vm, &it->source, 1, 0);
    u32 state = it->index;
    it->index = AWAIT_CLOSED;
    if (state != AWAIT_RUNNING || generator_at(vm, it->source)->state != GEN_SUSPENDED)
        return NONE;
    Value exit = exception_new(vm, EXC_GeneratorExit, EMPTY_TUPLE);
    return exit == EMPTY ? EMPTY : tail_resume(vm, it->source, exit, true, RESUMED_CLOSE);
}

static Value coroutine_await(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return awaitable_new(vm, TYPE_COROUTINE_WRAPPER, ITER_COROUTINE_WRAPPER, args[0], EMPTY);
}

// Before its first iteration an async generator takes the finaliser of sys.set_asyncgen_hooks() and shows itself to the other hook, which is
// called at the next safe point.
static void first_iteration(VM *vm, Value generator)
{
    PyGenerator *g = generator_at(vm, generator);
    if (likely(g->hooks & AG_HOOKED))
        return;
    g->hooks |= AG_HOOKED;
    Value hooks = private_global(vm, str_intern_c(vm, "asyncgen_hooks"));
    if (hooks == EMPTY || !is_exact(vm, hooks, TYPE_LIST) || OBJ(vm, PyList, hooks)->length != 2)
        return;
    Value *pair = AT(vm, Value, OBJ(vm, PyList, hooks)->items);
    if (pair[1] != NONE && is_object(pair[1]))
        g->finalizer = (Ref)retain(vm, pair[1]);
    if (pair[0] != NONE)
        pending_add(vm, pair[0], generator);
}
static Value async_anext(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    first_iteration(vm, args[0]);
    return awaitable_new(vm, TYPE_ASYNC_GENERATOR_ASEND, ITER_ASEND, args[0], NONE);
}
static Value async_asend(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    first_iteration(vm, args[0]);
    return awaitable_new(vm, TYPE_ASYNC_GENERATOR_ASEND, ITER_ASEND, args[0], retain(vm, args[1]));
}
static Value async_aclose(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    first_iteration(vm, args[0]);
    return awaitable_new(vm, TYPE_ASYNC_GENERATOR_ATHROW, ITER_ATHROW, args[0], EMPTY);
}
static Value async_athrow(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (nargs > 2)
        return throw_parts(vm, "athrow", args, nargs);
    first_iteration(vm, args[0]);
    Value exception = exception_to_throw(vm, args[1]);
    if (exception == EMPTY)
        return EMPTY;
    if (exception != VALUE_TAIL)
        return awaitable_new(vm, TYPE_ASYNC_GENERATOR_ATHROW, ITER_ATHROW, args[0], exception);
    Value awaitable = awaitable_new(vm, TYPE_ASYNC_GENERATOR_ATHROW, ITER_ATHROW, args[0], EMPTY);
    if (awaitable == EMPTY) {
        tail_cancel(vm);
        return EMPTY;
    }
    return tail_wrap(vm, RET_THROW_INTO, awaitable);
}

#define AWAITABLE_ROWS(type) \
    SLOT_ROW("__await__", generator_itself, type), AWAITABLE_STEPS(type)
#define AWAITABLE_STEPS(type) \
    SLOT_ROW("__iter__", generator_itself, type), SLOT_ROW("__next__", awaitable_next, type), METHOD_ROW("send", awaitable_send, 2, 2, type, "($self, value, /)"), \
    METHOD_ROW("throw", awaitable_throw, 2, 4, type, "($self, type, value=None, tb=None, /)"), METHOD_ROW("close", awaitable_close, 1, 1, type, "($self, /)")

const BuiltinDef awaitable_defs[] = {
    SLOT_ROW("__await__", coroutine_await, TYPE_COROUTINE), SLOT_ROW("__anext__", async_anext, TYPE_ASYNC_GENERATOR),
    METHOD_ROW("asend", async_asend, 2, 2, TYPE_ASYNC_GENERATOR, "($self, value, /)"), METHOD_ROW("aclose", async_aclose, 1, 1, TYPE_ASYNC_GENERATOR, "($self, /)"),
    METHOD_ROW("athrow", async_athrow, 2, 4, TYPE_ASYNC_GENERATOR, "($self, type, value=None, tb=None, /)"),
    AWAITABLE_STEPS(TYPE_COROUTINE_WRAPPER),
    AWAITABLE_ROWS(TYPE_ASYNC_GENERATOR_ASEND),
    AWAITABLE_ROWS(TYPE_ASYNC_GENERATOR_ATHROW),
    {.name = ""},
};
