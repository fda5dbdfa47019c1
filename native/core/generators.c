// Generators, coroutines, async generators. While one is suspended its registers rest in the object; resuming moves them onto the stack, above the
// resumer's frame, and yielding moves them back. The frame's aux is the generator; the mode word's stage (RESUMED_*) says what resumed it and so what
// yielding, returning and raising mean to the outer mode.
#include "delegation.h"
#include "generators.h"
#include "interp/handlers.h"
#include "containers.h"

static const char *kind_name(PyGenerator *g) { return g->kind == 0 ? "generator" : g->kind == 1 ? "coroutine" : "async generator"; }

Value raise_stop_iteration(VM *vm, Value value)
{
    if (value != NONE)
        return raise_object(vm, EXC_StopIteration, value);
    Value exception = exception_new(vm, EXC_StopIteration, EMPTY_TUPLE);
    return exception == EMPTY ? EMPTY : raise_value(vm, exception);
}

Value raise_plain(VM *vm, Ref type)
{
    Value exception = exception_new(vm, type, EMPTY_TUPLE);
    return exception == EMPTY ? EMPTY : raise_value(vm, exception);
}

// --- the exception being handled --------------------------------------------------------------------------------------------------
// While it runs, `handled` of the generator is what its resumer handles; vm->handled is its own, or (not handling any) the resumer's as well.
static void handled_enter(VM *vm, PyGenerator *g)
{
    Value own = g->handled;
    g->handled = vm->handled;
    vm->handled = own != EMPTY ? own : retain(vm, g->handled);
}
static void handled_leave(VM *vm, PyGenerator *g)
{
    Value outer = g->handled, own = vm->handled;
    PyCode *code = generator_code(vm, g);
    if (own == outer && !(own != EMPTY && code_handles_at(vm, code, (g->resume_pc - code->bytecode) / 8 - 1))) {
        decref(vm, own);
        own = EMPTY;
    }
    g->handled = own;
    vm->handled = outer;
}

// --- making one -------------------------------------------------------------------------------------------------------------------
static void move_registers(Value *restrict to, Value *restrict from, u32 count)
{
    for (u32 i = 0; i < count; i++) {
        to[i] = from[i];
        from[i] = EMPTY;
    }
}

// One that has not started, with empty registers; NULL: no memory. resume_pc is for the caller to set.
PyGenerator *generator_new(VM *vm, PyFunction *f)
{
    PyCode *code = AT(vm, PyCode, f->code);
    u32 kind = code->flags & CODE_COROUTINE ? 1 : code->flags & CODE_ASYNC_GENERATOR ? 2 : 0, count = code->reg_count;
    PyGenerator *g = heap_new_container(vm, kind == 1 ? TYPE_COROUTINE : kind == 2 ? TYPE_ASYNC_GENERATOR : TYPE_GENERATOR,
                                        (u32)sizeof(PyGenerator) + count * 8u);
    if (unlikely(!g))
        return NULL;
    g->kind = kind;
    g->function = (Ref)retain(vm, OFFSET_OF(vm, f));
    g->name = (Ref)retain(vm, f->name);
    g->qualname = (Ref)retain(vm, f->qualname);
    g->state = GEN_CREATED;
    g->register_count = count;
    g->code = f->code;
    return g;
}

HANDLER(op_RETURN_GENERATOR)
{
    PyCode *code = frame_code(vm, R);
    PyGenerator *g = generator_new(vm, frame_function(vm, R));
    if (unlikely(!g))
        GOTO(unwind);
    g->resume_pc = OFFSET_OF(vm, pc + 1);
    u32 locals = code->local_count;
    for (u32 i = 0; i < locals; i++)
        g->registers[i] = take(&R[i]);
    if (unlikely(FRAME_MODE(R) & FRAME_HAS_OBJECT))
        frame_detach(vm, R, pc, false);
    vm->result = OFFSET_OF(vm, g);
    GOTO(pop_frame);
}

// --- how a resumption ends --------------------------------------------------------------------------------------------------------
// vm->dead = the generator (owned), vm->mode = its mode word.
static HANDLER(outcome_failed)
{
    vm->mode = MODE_WORD(MODE_OUTER(vm->mode), RET_STORE, 0);
    vm->aux = 0;
    GOTO(call_failed);
}

static HANDLER(outcome_stops)
{
    vm->mode = MODE_WORD(MODE_OUTER(vm->mode), RET_STORE, 0);
    vm->aux = 0;
    GOTO(deliver_stop);
}

// The asend() or athrow() that resumed an async generator is over.
static void end_await(VM *vm, PyGenerator *g)
{
    g->hooks &= ~AG_RUNNING;
    Ref awaitable = g->origin;
    g->origin = 0;
    if (awaitable)
        AT(vm, PyIterator, awaitable)->index = AWAIT_CLOSED;
    decref_ref(vm, awaitable);
}

static HANDLER(yielded_async) // by an async generator: a wrapped value is a `yield`, anything else comes from an `await`
{
    u32 kind = MODE_STAGE(vm->mode);
    Value generator = take(&vm->dead), v = vm->result;
    PyGenerator *g = generator_at(vm, generator);
    bool wrapped = is_exact(vm, v, TYPE_ASYNC_GENERATOR_WRAPPED_VALUE);
    if (!wrapped && kind != RESUMED_CLOSE) {
        Ref awaitable = g->origin;
        g->origin = 0;
        decref_ref(vm, awaitable);
        decref(vm, generator);
        GOTO(deliver_outer);
    }
    end_await(vm, g);
    if (kind == RESUMED_ACLOSE || kind == RESUMED_CLOSE) {
        decref(vm, v);
        raise_error(vm, EXC_RuntimeError, kind == RESUMED_ACLOSE || wrapped ? "async generator ignored GeneratorExit" : "coroutine ignored GeneratorExit");
        decref(vm, generator);
        GOTO(outcome_failed);
    }
    vm->result = retain(vm, OBJ(vm, PyCell, v)->value);
    decref(vm, v);
    decref(vm, generator);
    GOTO(outcome_stops);
}

static HANDLER(outcome_yielded)
{
    Value generator = vm->dead;
    if (unlikely(generator_at(vm, generator)->kind == 2))
        GOTO(yielded_async);
    vm->dead = EMPTY;
    if (unlikely(MODE_STAGE(vm->mode) == RESUMED_CLOSE)) {
        decref(vm, take(&vm->result));
        raise_error(vm, EXC_RuntimeError, "%s ignored GeneratorExit", kind_name(generator_at(vm, generator)));
        decref(vm, generator);
        GOTO(outcome_failed);
    }
    decref(vm, generator);
    GOTO(deliver_outer);
}

static HANDLER(outcome_returned)
{
    Value generator = take(&vm->dead);
    PyGenerator *g = generator_at(vm, generator);
    u32 kind = MODE_STAGE(vm->mode), is_async = g->kind == 2;
    if (is_async) {
        end_await(vm, g);
        g->hooks |= AG_CLOSED;
    }
    decref(vm, generator);
    if (kind == RESUMED_CLOSE)
        GOTO(deliver_outer);
    if (is_async && kind != RESUMED_ACLOSE) {
        decref(vm, take(&vm->result));
        raise_plain(vm, EXC_StopAsyncIteration);
        GOTO(outcome_failed);
    }
    GOTO(outcome_stops);
}

static HANDLER(outcome_raised)
{
    Value generator = take(&vm->dead);
    PyGenerator *g = generator_at(vm, generator);
    u32 kind = MODE_STAGE(vm->mode);
    Value exception = vm->exception;
    bool ends = exception_matches(vm, exception, EXC_StopAsyncIteration) || exception_matches(vm, exception, EXC_GeneratorExit);
    if (g->kind == 2) {
        end_await(vm, g);
        if (ends)
            g->hooks |= AG_CLOSED;
    }
    decref(vm, generator);
    if (kind == RESUMED_CLOSE && (exception_matches(vm, exception, EXC_StopIteration) || exception_matches(vm, exception, EXC_GeneratorExit))) {
        exception_clear(vm);
        vm->result = NONE;
        GOTO(deliver_outer);
    }
    if (kind == RESUMED_ACLOSE && ends) {
        exception_clear(vm);
        vm->result = NONE;
        GOTO(outcome_stops);
    }
    GOTO(outcome_failed);
}

// --- resuming ---------------------------------------------------------------------------------------------------------------------
// The generator can't be resumed. vm->tail_args[0] is still to be dropped.
static COLD HANDLER(resume_refused)
{
    Value generator = take(&vm->tail_callee), sent = take(&vm->tail_args[0]);
    PyGenerator *g = generator_at(vm, generator);
    u32 kind = MODE_STAGE(vm->mode), throwing = vm->throwing;
    vm->throwing = 0;
    vm->dead = generator;
    if (is_running(g)) {
        decref(vm, sent);
        raise_error(vm, EXC_ValueError, "%s already executing", kind_name(g));
        vm->dead = EMPTY;
        decref(vm, generator);
        GOTO(outcome_failed);
    }
    if (g->state == GEN_CLOSED) {
        if (kind == RESUMED_CLOSE) {
            decref(vm, sent);
            vm->result = NONE;
            GOTO(outcome_returned);
        }
        if (g->kind == 1) {
            decref(vm, sent);
            raise_error(vm, EXC_RuntimeError, "cannot reuse already awaited coroutine");
            GOTO(outcome_raised);
        }
        if (throwing) {
            vm->exception = sent;
            GOTO(outcome_raised);
        }
        decref(vm, sent);
        vm->result = NONE;
        GOTO(outcome_returned);
    }
    // Not started: only None may be sent.
    decref(vm, sent);
    raise_error(vm, EXC_TypeError, "can't send non-None value to a just-started %s", kind_name(g));
    vm->dead = EMPTY;
    if (g->kind == 2)
        end_await(vm, g);
    decref(vm, generator);
    GOTO(outcome_failed);
}

static COLD HANDLER(resume_too_deep)
{
    raise_error(vm, EXC_RecursionError, "maximum recursion depth exceeded");
    Value generator = take(&vm->tail_callee);
    decref(vm, take(&vm->tail_args[0]));
    vm->throwing = 0;
    if (generator_at(vm, generator)->kind == 2)
        end_await(vm, generator_at(vm, generator));
    decref(vm, generator);
    GOTO(outcome_failed);
}

static HANDLER(throw_resumed);

// The instruction at pc holds the generator, so that it can be found from there, and nobody wants to see each frame.
INLINE bool may_skip(VM *vm, u64 *pc, Value *R, const void *const *table)
{
    return vm->mode == MODE_WORD(RET_GENERATOR, RET_STORE, 0) && !vm->throwing && vm->handled == EMPTY && table == (const void *)normal_table &&
           R[B(pc)] == vm->tail_callee;
}
// vm->tail_callee, which is g, is resumed: the generator in which that goes on takes its place.
INLINE PyGenerator *skip_delegators(VM *vm, PyGenerator *g)
{
    u32 room = vm->depth < vm->recursion_limit ? vm->recursion_limit - vm->depth - 1 : 0;
    u32 most = room < FRAME_MOST_SKIPS ? room : FRAME_MOST_SKIPS, count = 0;
    while (count < most && only_delegates(vm, g)) {
        g->state = GEN_DELEGATING;
        g = delegate_of(vm, g);
        count++;
    }
    if (count) {
        vm->depth += count;
        vm->mode |= count << FRAME_SKIPS_SHIFT;
        head_of(vm, vm->tail_callee)->refcount--; // its resumer's register holds it too
        vm->tail_callee = OFFSET_OF(vm, g);
        g->head.refcount++;
    }
    return g;
}

HANDLER(resume_generator)
{
    PyGenerator *g = generator_at(vm, vm->tail_callee);
    u32 state = g->state;
    if (unlikely(state != GEN_SUSPENDED) && (state != GEN_CREATED || (vm->tail_args[0] != NONE && !vm->throwing)))
        GOTO(resume_refused);
    if (unlikely(state == GEN_CREATED && vm->throwing && MODE_STAGE(vm->mode) == RESUMED_CLOSE)) { // close() of one that never ran
        g->state = GEN_CLOSED;
        release_range(vm, g->registers, g->register_count);
        GOTO(resume_refused);
    }
    Value *callee = AT(vm, Value, vm->window) + 4;
    u32 depth = code_depth(generator_code(vm, g));
    if (unlikely(vm->depth + depth > vm->recursion_limit) || unlikely(vm->window > vm->stack_guard))
        GOTO(resume_too_deep);
    if (g->yield_from != EMPTY && may_skip(vm, pc, R, table)) {
        g = skip_delegators(vm, g);
        depth = code_depth(generator_code(vm, g));
    }
    vm->depth += depth;
    Ref function = g->function;
    callee[-4] = function;
    incref_object(vm, function);
    u32 count = g->register_count;
    for (u32 i = 0; i < count; i++)
        callee[i] = g->registers[i];
    if (unlikely(vm->handled != EMPTY || g->handled != EMPTY))
        handled_enter(vm, g);
    FRAME_CALLER_PC(callee) = OFFSET_OF(vm, pc);
    FRAME_CALLER_FP(callee) = OFFSET_OF(vm, R);
    FRAME_CODE(callee) = g->code;
    FRAME_AUX(callee) = (Ref)vm->tail_callee;
    FRAME_OBJECT(callee) = 0;
    FRAME_MODE(callee) = vm->mode;
    if (unlikely(g->frame)) {
        FRAME_OBJECT(callee) = g->frame;
        FRAME_MODE(callee) |= FRAME_HAS_OBJECT;
        AT(vm, PyFrame, g->frame)->live = OFFSET_OF(vm, callee);
        g->frame = 0;
    }
    g->live = OFFSET_OF(vm, callee);
    g->state = GEN_RUNNING;
    g->yield_from = EMPTY;
    vm->tail_callee = EMPTY;
    R = callee;
    pc = AT(vm, u64, g->resume_pc);
    Value sent = take(&vm->tail_args[0]);
    if (unlikely(vm->counting == OBSERVED_TABLES) && state == GEN_SUSPENDED)
        observe_resumed(vm, R);
    if (unlikely(vm->throwing)) {
        vm->throwing = state == GEN_SUSPENDED; // (for throw_resumed: may it be delegating?)
        vm->exception = sent;
        GOTO(throw_resumed);
    }
    if (state == GEN_SUSPENDED) {
        Value *slot = &R[g->yield_dst], old = *slot;
        u64 *send = pc + WIDE_SIGNED(pc);
        // It waits for another one, by a jump to its SEND: that is resumed at once, unless somebody wants to see every instruction.
        if (op_at(pc) == OP_JUMP && old == EMPTY && table == (const void *)normal_table && generic_op_at(send) == OP_SEND && A(send) == g->yield_dst) {
            Value delegate = R[B(send)];
            Ref type = is_object(delegate) ? ref_type(vm, delegate) : 0;
            if (likely(type == TYPE_GENERATOR || type == TYPE_COROUTINE)) {
                incref_object(vm, delegate);
                vm->tail_callee = delegate;
                vm->tail_args[0] = sent;
                vm->mode = MODE_WORD(RET_GENERATOR, RET_STORE, RESUMED_SEND);
                vm->window = OFFSET_OF(vm, frame_top(vm, R));
                pc = send;
                GOTO(resume_generator);
            }
        }
        *slot = sent;
        DROP_AND_DISPATCH(old);
    }
    DISPATCH;
}

// Raises vm->exception where the generator was suspended, or hands it on to what it delegates to. pc is behind the YIELD.
static HANDLER(throw_resumed)
{
    bool suspended = vm->throwing;
    vm->throwing = 0;
    PyGenerator *g = AT(vm, PyGenerator, FRAME_AUX(R));
    u64 *yield = pc - 1;
    if (vm->handled != g->handled && vm->handled != EMPTY) { // it was suspended while handling: that is the context
        Value exception = take(&vm->exception);
        raise_value(vm, exception);
    }
    if (suspended && op_at(yield) == OP_YIELD && C(yield) == 1) {
        Value delegate = R[A(yield) + 1];
        Ref type = is_object(delegate) ? ref_type(vm, delegate) : 0;
        bool builtin = type == TYPE_GENERATOR || type == TYPE_COROUTINE;
        if (exception_matches(vm, vm->exception, EXC_GeneratorExit)) {
            Value exception = take(&vm->exception), close = EMPTY;
            int status = attr_find(vm, delegate, str_intern_c(vm, "close"), &close);
            if (status == 1) {
                vm->result = tail_call(vm, close, 0);
                decref(vm, close);
                vm->result = tail_wrap(vm, RET_THROW, exception);
                pc = yield;
                GOTO(answer);
            }
            if (status == 2)
                tail_cancel(vm);
            if (status < 0) { // asking for `close` failed: that is raised instead
                decref(vm, exception);
                pc = yield;
                GOTO(unwind);
            }
            vm->exception = exception;
        } else {
            Value exception = take(&vm->exception), throw = EMPTY;
            int status = 0;
            if (builtin) {
                vm->tail_kind = TAIL_RESUME;
                vm->tail_callee = retain(vm, delegate);
                vm->tail_args[0] = exception;
                vm->tail_nargs = 1;
                vm->tail_kwnames = 0;
                vm->tail_resume_kind = RESUMED_SEND;
                vm->tail_mode = vm->tail_outer_mode = RET_DEFAULT;
                pc += WIDE_SIGNED(pc); // the SEND: the delegate's next value or result is for it
                GOTO(tail_instruction);
            }
            status = attr_find(vm, delegate, str_intern_c(vm, "throw"), &throw);
            if (status == 1) {
                pc += WIDE_SIGNED(pc);
                vm->result = tail_call(vm, throw, 1, exception);
                decref(vm, throw);
                decref(vm, exception);
                GOTO(answer);
            }
            if (status == 2)
                tail_cancel(vm);
            if (status < 0) {
                decref(vm, exception);
                pc = yield;
                GOTO(unwind);
            }
            vm->exception = exception;
        }
    }
    pc = yield;
    GOTO(unwind);
}

// --- yielding and ending ----------------------------------------------------------------------------------------------------------
// Leaves the frame R of the generator in its aux.
#define LEAVE_GENERATOR_FRAME(g) do { \
        (g)->live = 0; \
        vm->depth -= code_depth(frame_code(vm, R)); \
        head_of(vm, FRAME_FUNCTION(R))->refcount--; /* the generator holds it too */ \
        FRAME_FUNCTION(R) = EMPTY; \
        pc = AT(vm, u64, FRAME_CALLER_PC(R)); \
        R = AT(vm, Value, FRAME_CALLER_FP(R)); \
    } while (0)
// The same for who asks vm->mode, vm->window and vm->dead (the generator).
#define POP_GENERATOR_FRAME(g) do { \
        vm->window = OFFSET_OF(vm, R - 4); \
        vm->mode = FRAME_MODE(R) & ~FRAME_HAS_OBJECT; \
        vm->dead = FRAME_AUX(R); \
        LEAVE_GENERATOR_FRAME(g); \
    } while (0)

static void suspend(VM *vm, u64 *pc, Value *R, PyGenerator *g)
{
    g->resume_pc = OFFSET_OF(vm, pc + 1);
    g->yield_dst = A(pc);
    move_registers(g->registers, R, g->register_count);
    g->yield_from = C(pc) == 1 ? g->registers[A(pc) + 1] : EMPTY;
    g->state = GEN_SUSPENDED;
    if (unlikely(FRAME_MODE(R) & FRAME_HAS_OBJECT)) {
        g->frame = FRAME_OBJECT(R);
        AT(vm, PyFrame, g->frame)->live = 0;
        FRAME_OBJECT(R) = 0;
    }
    if (unlikely(vm->handled != EMPTY || g->handled != EMPTY))
        handled_leave(vm, g);
}

static HANDLER(yield_slow)
{
    PyGenerator *g = AT(vm, PyGenerator, FRAME_AUX(R));
    suspend(vm, pc, R, g);
    if (FRAME_SKIPS(FRAME_MODE(R)))
        delegation_pause(vm, R, FRAME_SKIPS(FRAME_MODE(R)));
    POP_GENERATOR_FRAME(g);
    GOTO(outcome_yielded);
}

HANDLER(op_YIELD)
{
    PyGenerator *g = AT(vm, PyGenerator, FRAME_AUX(R));
    Value v = R[B(pc)];
    if (FLAGS(pc) & FLAG_DROP_B)
        R[B(pc)] = EMPTY;
    else
        incref(vm, v);
    for (;;) {
        u32 resumed_by = generic_op_at(AT(vm, u64, FRAME_CALLER_PC(R)));
        u32 mode = FRAME_MODE(R), skips = FRAME_SKIPS(mode);
        if (unlikely((mode & ~FRAME_SKIPS_MASK) != MODE_WORD(RET_GENERATOR, RET_STORE, 0)) || unlikely(vm->handled != EMPTY || g->handled != EMPTY) ||
            (resumed_by != OP_FOR_ITER && resumed_by != OP_SEND) || unlikely(g->head.refcount == 1)) {
            vm->result = v;
            GOTO(yield_slow);
        }
        g->resume_pc = OFFSET_OF(vm, pc + 1);
        g->yield_dst = A(pc);
        g->yield_from = C(pc) == 1 ? R[A(pc) + 1] : EMPTY;
        u32 count = g->register_count;
        for (u32 i = 0; i < count; i++) {
            g->registers[i] = R[i];
            R[i] = EMPTY;
        }
        g->state = GEN_SUSPENDED;
        g->head.refcount--;
        if (skips)
            delegation_pause(vm, R, skips);
        LEAVE_GENERATOR_FRAME(g);
        // A for loop: the value goes straight to its variable. `yield from` and await yield it next, and it needs no register for that.
        u64 *yield = pc + 2;
        if (resumed_by == OP_FOR_ITER || table != (const void *)normal_table || op_at(yield) != OP_YIELD || A(yield) != A(pc) || B(yield) != A(pc) ||
            !(FLAGS(yield) & FLAG_DROP_B) || R[A(pc)] != EMPTY)
            break;
        pc = yield;
        g = AT(vm, PyGenerator, FRAME_AUX(R));
    }
    STORE_NEXT(v, 2);
}

HANDLER(generator_returned)
{
    PyGenerator *g = AT(vm, PyGenerator, FRAME_AUX(R));
    u64 *send = AT(vm, u64, FRAME_CALLER_PC(R));
    Value *caller = AT(vm, Value, FRAME_CALLER_FP(R));
    if (FRAME_MODE(R) == MODE_WORD(RET_GENERATOR, RET_STORE, 0) && likely(vm->handled == EMPTY && g->handled == EMPTY) && vm->result != EMPTY &&
        generic_op_at(send) == OP_SEND && likely(caller[A(send)] == EMPTY && g->head.refcount > 1) && !PENDING(vm)) {
        // `yield from` or await: the result goes straight to its register, and the generator dies with the other one.
        g->state = GEN_CLOSED;
        g->yield_from = EMPTY;
        g->head.refcount--;
        LEAVE_GENERATOR_FRAME(g);
        pc = send + (i16)C(send);
        R[A(send)] = take(&vm->result);
        Value generator = take(&R[B(send)]);
        DROP_AND_DISPATCH(generator);
    }
    handled_leave(vm, g);
    set_value(vm, &g->handled, EMPTY);
    g->state = GEN_CLOSED;
    g->yield_from = EMPTY;
    POP_GENERATOR_FRAME(g);
    if (vm->result == EMPTY)
        GOTO(outcome_raised);
    GOTO(outcome_returned);
}
