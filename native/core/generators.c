// Generators, coroutines, async generators. While one is suspended its registers rest in the object; resuming moves them onto the stack, above the
// resumer's frame, and yielding moves them back. The frame's aux is the generator; the mode word's stage (RESUMED_*) says what resumed it and so what
// yielding, returning and raising mean to the outer mode.
#include "delegation.h"
#include "interp/interp.h"
#include "interp/handlers.h"
#include "iterators.h"
#include "containers.h"

#define ITER_COROUTINE_WRAPPER (ITER_FIRST_GENERATOR_CODE + 0) // source = coroutine
#define ITER_ASEND (ITER_FIRST_GENERATOR_CODE + 1)             // source = async generator, extra = value to send, index = AWAIT_*
#define ITER_ATHROW (ITER_FIRST_GENERATOR_CODE + 2)            // source = async generator, extra = exception, EMPTY: aclose(); index = AWAIT_*
enum { AWAIT_FRESH, AWAIT_RUNNING, AWAIT_CLOSED };
// PyGenerator.hooks
#define AG_RUNNING 1u   // an asend or athrow is under way (perhaps waiting)
#define AG_CLOSED 2u
#define AG_HOOKED 4u     // sys.set_asyncgen_hooks() had its say
#define GEN_FINALIZED 8u // its close() was queued

INLINE PyGenerator *generator_at(VM *vm, Value v) { return OBJ(vm, PyGenerator, v); }
INLINE bool is_running(PyGenerator *g) { return g->state == GEN_RUNNING || g->state == GEN_DELEGATING; }
static const char *kind_name(PyGenerator *g) { return g->kind == 0 ? "generator" : g->kind == 1 ? "coroutine" : "async generator"; }

Value raise_stop_iteration(VM *vm, Value value)
{
    if (value != NONE)
        return raise_object(vm, EXC_StopIteration, value);
    Value exception = exception_new(vm, EXC_StopIteration, EMPTY_TUPLE);
    return exception == EMPTY ? EMPTY : raise_value(vm, exception);
}

static Value raise_plain(VM *vm, Ref type)
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
    PyCode *code = AT(vm, PyCode, AT(vm, PyFunction, g->function)->code);
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
    u32 room = vm->recursion_limit - vm->depth - 1, most = room < FRAME_MOST_SKIPS ? room : FRAME_MOST_SKIPS, count = 0;
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
    if (unlikely(vm->depth >= vm->recursion_limit) || unlikely(vm->window > vm->stack_guard))
        GOTO(resume_too_deep);
    if (g->yield_from != EMPTY && may_skip(vm, pc, R, table))
        g = skip_delegators(vm, g);
    vm->depth++;
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
    FRAME_CODE(callee) = AT(vm, PyFunction, function)->code;
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
        vm->depth--; \
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

// --- asking for a resumption from C -------------------------------------------------------------------------------------------------
static Value tail_resume(VM *vm, Value generator, Value sent_taken, bool throwing, u32 kind)
{
    vm->tail_kind = TAIL_RESUME;
    vm->tail_callee = retain(vm, generator);
    vm->tail_args[0] = sent_taken;
    vm->tail_nargs = throwing;
    vm->tail_kwnames = 0;
    vm->tail_resume_kind = kind;
    vm->tail_mode = vm->tail_outer_mode = RET_DEFAULT;
    return VALUE_TAIL;
}

// Argument of throw(): an exception, or its class. The exception (owned), VALUE_TAIL if the class must be called, EMPTY: TypeError.
static Value exception_to_throw(VM *vm, Value type)
{
    if (is_object(type) && kind_of(vm, type) == LAYOUT_EXCEPTION)
        return retain(vm, type);
    if (!is_type(vm, type) || !type_is_subtype(vm, (Ref)type, EXC_BaseException))
        return raise_error(vm, EXC_TypeError, "exceptions must be classes or instances deriving from BaseException, not %T", type);
    return (Ref)type < STATIC_END ? exception_new(vm, (Ref)type, EMPTY_TUPLE) : tail_call(vm, type, 0);
}

// throw(type, value, traceback), which is deprecated: the prelude warns, and makes one exception of them.
static Value throw_parts(VM *vm, const char *name, Value *args, u32 nargs)
{
    Value text = str_intern_c(vm, name);
    return text == EMPTY ? EMPTY : tail_prelude(vm, PRELUDE_THROW_PARTS, 5, args[0], text, args[1], args[2], nargs > 3 ? args[3] : NONE);
}

HANDLER(throw_instance) // vm->result = what the class answered, aux = who gets it
{
    Value v = take(&vm->result), target = vm->aux;
    vm->aux = 0;
    vm->mode = MODE_WORD(MODE_OUTER(vm->mode), RET_STORE, 0);
    if (kind_of(vm, v) != LAYOUT_EXCEPTION) {
        raise_error(vm, EXC_TypeError, "exceptions must be classes or instances deriving from BaseException, not %T", v);
        decref(vm, v);
        decref(vm, target);
        GOTO(call_failed);
    }
    if (kind_of(vm, target) == LAYOUT_ITERATOR) { // an athrow awaitable gets what it will throw
        OBJ(vm, PyIterator, target)->extra = v;
        vm->result = target;
        GOTO(deliver);
    }
    tail_resume(vm, target, v, true, RESUMED_SEND);
    decref(vm, target);
    GOTO(tail);
}

static Value generator_throw(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (nargs > 2)
        return throw_parts(vm, "throw", args, nargs);
    Value exception = exception_to_throw(vm, args[1]);
    if (exception == EMPTY)
        return EMPTY;
    if (exception == VALUE_TAIL)
        return tail_wrap(vm, RET_THROW_INTO, retain(vm, args[0]));
    return tail_resume(vm, args[0], exception, true, RESUMED_SEND);
}
static Value generator_next(VM *vm, Value *args, u32 nargs, Ref kwnames) { return tail_resume(vm, args[0], NONE, false, RESUMED_SEND); }
static Value generator_send(VM *vm, Value *args, u32 nargs, Ref kwnames) { return tail_resume(vm, args[0], retain(vm, args[1]), false, RESUMED_SEND); }
static Value generator_close(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyGenerator *g = generator_at(vm, args[0]);
    if (g->state == GEN_CLOSED)
        return NONE;
    Value exit = exception_new(vm, EXC_GeneratorExit, EMPTY_TUPLE);
    return exit == EMPTY ? EMPTY : tail_resume(vm, args[0], exit, true, RESUMED_CLOSE);
}
static Value itself(VM *vm, Value *args, u32 nargs, Ref kwnames) { return retain(vm, args[0]); }

// --- awaitables of async generators, coroutine_wrapper -----------------------------------------------------------------------------
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
    Value module = dict_get_str_peek(vm, vm->core_modules, str_intern_c(vm, "_krait"));
    Value hooks = module == EMPTY ? EMPTY : dict_get_str_peek(vm, OBJ(vm, PyModule, module)->dict, str_intern_c(vm, "asyncgen_hooks"));
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

// --- await ------------------------------------------------------------------------------------------------------------------------
static bool is_iterable_coroutine(VM *vm, Value v)
{
    return is_exact(vm, v, TYPE_GENERATOR) && (AT(vm, PyCode, AT(vm, PyFunction, generator_at(vm, v)->function)->code)->flags & CODE_ITERABLE_COROUTINE);
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
    if (!await) {
        switch (context) {
        case 1: return raise_error(vm, EXC_TypeError, "'async with' received an object from __aenter__ that does not implement __await__: %T", v);
        case 2: return raise_error(vm, EXC_TypeError, "'async with' received an object from __aexit__ that does not implement __await__: %T", v);
        case 3: return raise_error(vm, EXC_TypeError, "'async for' received an invalid object from __anext__: %T", v);
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

// --- delegation -------------------------------------------------------------------------------------------------------------------
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

// --- end of life ------------------------------------------------------------------------------------------------------------------
// The handler around every generator's body, which is not for GeneratorExit.
static bool is_body_handler(VM *vm, PyCode *code, ExceptionEntry *entry)
{
    const u64 *pc = AT(vm, const u64, code->bytecode + 8 * entry->handler);
    return generic_op_at(pc) == OP_INTRINSIC && C(pc) == INTRINSIC_STOPITERATION_ERROR;
}

// Would closing it run anything? If it waits outside every try, dropping its registers does the same.
static bool close_matters(VM *vm, PyGenerator *g)
{
    if (g->state != GEN_SUSPENDED)
        return false;
    if (g->frame && AT(vm, PyFrame, g->frame)->head.refcount > 1) // somebody looks at its variables: closing moves them into the frame object
        return true;
    // What it waits for is closed first, and may have a close() of its own.
    if (g->yield_from != EMPTY && is_object(g->yield_from)
        && (kind_of(vm, g->yield_from) != LAYOUT_ITERATOR || OBJ(vm, PyIterator, g->yield_from)->code >= ITER_FIRST_GENERATOR_CODE))
        return true;
    PyCode *code = AT(vm, PyCode, AT(vm, PyFunction, g->function)->code);
    u32 at = (g->resume_pc - code->bytecode) / 8 - 1;
    ExceptionEntry *entry = AT(vm, ExceptionEntry, code->exception_table);
    for (u32 i = 0; i < code->exception_count; i++)
        if (at >= entry[i].start && at < entry[i].end && (g->kind != 0 || !is_body_handler(vm, code, entry + i)))
            return true;
    return false;
}

// Those that the collector finds are closed whatever they wait for, as in CPython: what dies of that is not counted as found.
bool generator_finalize(VM *vm, Ref r, bool found)
{
    PyGenerator *g = AT(vm, PyGenerator, r);
    if (g->hooks & GEN_FINALIZED)
        return false;
    if (g->kind == 1 && g->state == GEN_CREATED && vm->prelude[PRELUDE_WARN_UNAWAITED]) {
        g->hooks |= GEN_FINALIZED;
        return pending_add(vm, vm->prelude[PRELUDE_WARN_UNAWAITED], r);
    }
    if (found ? g->state != GEN_SUSPENDED : !close_matters(vm, g))
        return false;
    g->hooks |= GEN_FINALIZED;
    if (g->kind == 2 && g->finalizer && !(g->hooks & AG_CLOSED))
        return pending_add(vm, g->finalizer, r);
    Value module = dict_get_str_peek(vm, vm->core_modules, str_intern_c(vm, "_krait"));
    Value close = module == EMPTY ? EMPTY : dict_get_str_peek(vm, OBJ(vm, PyModule, module)->dict, str_intern_c(vm, "close_generator"));
    return close != EMPTY && pending_add(vm, close, r);
}

// --- methods and attributes -------------------------------------------------------------------------------------------------------
static Value get_running(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyGenerator *g = generator_at(vm, args[0]);
    return make_bool(g->kind == 2 ? (g->hooks & AG_RUNNING) != 0 : is_running(g));
}
static Value get_suspended(VM *vm, Value *args, u32 nargs, Ref kwnames) { return make_bool(generator_at(vm, args[0])->state == GEN_SUSPENDED); }
static Value get_code(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return retain(vm, AT(vm, PyFunction, generator_at(vm, args[0])->function)->code);
}
static Value get_delegate(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyGenerator *g = generator_at(vm, args[0]);
    return g->state == GEN_SUSPENDED && g->yield_from != EMPTY ? retain(vm, g->yield_from) : NONE;
}
static Value get_name(VM *vm, Value *args, u32 nargs, Ref kwnames) { return retain(vm, generator_at(vm, args[0])->name); }
static Value get_qualname(VM *vm, Value *args, u32 nargs, Ref kwnames) { return retain(vm, generator_at(vm, args[0])->qualname); }
static Value set_text(VM *vm, Ref *place, Value *args, u32 nargs, const char *name)
{
    if (nargs < 2 || !is_instance(vm, args[1], TYPE_STR))
        return raise_error(vm, EXC_TypeError, "%s must be set to a string object", name);
    Ref old = *place;
    *place = (Ref)retain(vm, args[1]);
    decref_ref(vm, old);
    return NONE;
}
static Value set_name(VM *vm, Value *args, u32 nargs, Ref kwnames) { return set_text(vm, &generator_at(vm, args[0])->name, args, nargs, "__name__"); }
static Value set_qualname(VM *vm, Value *args, u32 nargs, Ref kwnames) { return set_text(vm, &generator_at(vm, args[0])->qualname, args, nargs, "__qualname__"); }

Ref generator_frame(VM *vm, Ref generator)
{
    PyGenerator *g = generator_at(vm, generator);
    if (!g->frame) {
        PyFrame *f = heap_new_container(vm, TYPE_FRAME, sizeof(PyFrame));
        if (!f)
            return 0;
        f->function = (Ref)retain(vm, g->function);
        f->code = (Ref)retain(vm, AT(vm, PyFunction, g->function)->code);
        f->generator = generator;
        g->frame = OFFSET_OF(vm, f);
    }
    return g->frame;
}

static Value get_frame(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyGenerator *g = generator_at(vm, args[0]);
    if (g->state == GEN_CLOSED)
        return NONE;
    if (g->state == GEN_RUNNING) {
        Ref frame = frame_object(vm, AT(vm, Value, g->live));
        return frame ? retain(vm, frame) : EMPTY;
    }
    Ref frame = generator_frame(vm, (Ref)args[0]);
    return frame ? retain(vm, frame) : EMPTY;
}

#define METHOD_ROW(name, function, least, most, type, signature) {name, function, least, most, BUILTIN_FLAG_METHOD, type, signature}
#define SLOT_ROW(name, function, type) {name, function, 1, 1, BUILTIN_FLAG_METHOD | BUILTIN_FLAG_WRAPPER, type, "($self, /)"}
#define GETTER_ROW(name, function, type) {name, function, 1, 1, BUILTIN_FLAG_GETTER, type, NULL}
#define NAME_ROWS(type) \
    GETTER_ROW("__name__", get_name, type), {"__name__", set_name, 1, 2, BUILTIN_FLAG_SETTER, type, NULL}, \
    GETTER_ROW("__qualname__", get_qualname, type), {"__qualname__", set_qualname, 1, 2, BUILTIN_FLAG_SETTER, type, NULL}
#define STEP_ROWS(type) \
    METHOD_ROW("send", generator_send, 2, 2, type, "($self, value, /)"), METHOD_ROW("throw", generator_throw, 2, 4, type, "($self, type, value=None, tb=None, /)"), \
    METHOD_ROW("close", generator_close, 1, 1, type, "($self, /)")
#define AWAITABLE_ROWS(type) \
    SLOT_ROW("__await__", itself, type), AWAITABLE_STEPS(type)
#define AWAITABLE_STEPS(type) \
    SLOT_ROW("__iter__", itself, type), SLOT_ROW("__next__", awaitable_next, type), METHOD_ROW("send", awaitable_send, 2, 2, type, "($self, value, /)"), \
    METHOD_ROW("throw", awaitable_throw, 2, 4, type, "($self, type, value=None, tb=None, /)"), METHOD_ROW("close", awaitable_close, 1, 1, type, "($self, /)")

const BuiltinDef generator_defs[] = {
    {"__class_getitem__", class_getitem_method, 2, 2, BUILTIN_FLAG_CLASSMETHOD, TYPE_GENERATOR, "($type, object, /)"},
    SLOT_ROW("__iter__", itself, TYPE_GENERATOR), SLOT_ROW("__next__", generator_next, TYPE_GENERATOR), STEP_ROWS(TYPE_GENERATOR), NAME_ROWS(TYPE_GENERATOR),
    GETTER_ROW("gi_running", get_running, TYPE_GENERATOR), GETTER_ROW("gi_suspended", get_suspended, TYPE_GENERATOR),
    GETTER_ROW("gi_code", get_code, TYPE_GENERATOR), GETTER_ROW("gi_frame", get_frame, TYPE_GENERATOR), GETTER_ROW("gi_yieldfrom", get_delegate, TYPE_GENERATOR),
    {"__class_getitem__", class_getitem_method, 2, 2, BUILTIN_FLAG_CLASSMETHOD, TYPE_COROUTINE, "($type, object, /)"},
    SLOT_ROW("__await__", coroutine_await, TYPE_COROUTINE), STEP_ROWS(TYPE_COROUTINE), NAME_ROWS(TYPE_COROUTINE),
    GETTER_ROW("cr_running", get_running, TYPE_COROUTINE), GETTER_ROW("cr_suspended", get_suspended, TYPE_COROUTINE),
    GETTER_ROW("cr_code", get_code, TYPE_COROUTINE), GETTER_ROW("cr_frame", get_frame, TYPE_COROUTINE), GETTER_ROW("cr_await", get_delegate, TYPE_COROUTINE),
    {"__class_getitem__", class_getitem_method, 2, 2, BUILTIN_FLAG_CLASSMETHOD, TYPE_ASYNC_GENERATOR, "($type, object, /)"},
    SLOT_ROW("__aiter__", itself, TYPE_ASYNC_GENERATOR), SLOT_ROW("__anext__", async_anext, TYPE_ASYNC_GENERATOR), NAME_ROWS(TYPE_ASYNC_GENERATOR),
    METHOD_ROW("asend", async_asend, 2, 2, TYPE_ASYNC_GENERATOR, "($self, value, /)"), METHOD_ROW("aclose", async_aclose, 1, 1, TYPE_ASYNC_GENERATOR, "($self, /)"),
    METHOD_ROW("athrow", async_athrow, 2, 4, TYPE_ASYNC_GENERATOR, "($self, type, value=None, tb=None, /)"),
    GETTER_ROW("ag_running", get_running, TYPE_ASYNC_GENERATOR), GETTER_ROW("ag_suspended", get_suspended, TYPE_ASYNC_GENERATOR),
    GETTER_ROW("ag_code", get_code, TYPE_ASYNC_GENERATOR), GETTER_ROW("ag_frame", get_frame, TYPE_ASYNC_GENERATOR), GETTER_ROW("ag_await", get_delegate, TYPE_ASYNC_GENERATOR),
    AWAITABLE_STEPS(TYPE_COROUTINE_WRAPPER),
    AWAITABLE_ROWS(TYPE_ASYNC_GENERATOR_ASEND),
    AWAITABLE_ROWS(TYPE_ASYNC_GENERATOR_ATHROW),
    {.name = ""},
};
const BuiltinDef generator_private_defs[] = { // module _krait: what the queue of finalisers calls
    {"close_generator", generator_close, 1, 1, 0, 0, "(generator, /)"},
    {.name = ""},
};
