// What can be asked of generators, coroutines and async generators from outside: send(), throw(), close(), their attributes, and whether one that is to
// die must be closed first.
#include "delegation.h"
#include "generators.h"
#include "interp/handlers.h"
#include "containers.h"

// --- asking for a resumption --------------------------------------------------------------------------------------------------------
Value tail_resume(VM *vm, Value generator, Value sent_taken, bool throwing, u32 kind)
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

Value exception_to_throw(VM *vm, Value type)
{
    if (is_object(type) && kind_of(vm, type) == LAYOUT_EXCEPTION)
        return retain(vm, type);
    if (!is_type(vm, type) || !type_is_subtype(vm, (Ref)type, EXC_BaseException))
        return raise_error(vm, EXC_TypeError, "exceptions must be classes or instances deriving from BaseException, not %T", type);
    return (Ref)type < STATIC_END ? exception_new(vm, (Ref)type, EMPTY_TUPLE) : tail_call(vm, type, 0);
}

Value throw_parts(VM *vm, const char *name, Value *args, u32 nargs)
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
Value generator_close(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyGenerator *g = generator_at(vm, args[0]);
    if (g->state == GEN_CLOSED)
        return NONE;
    Value exit = exception_new(vm, EXC_GeneratorExit, EMPTY_TUPLE);
    return exit == EMPTY ? EMPTY : tail_resume(vm, args[0], exit, true, RESUMED_CLOSE);
}
Value generator_itself(VM *vm, Value *args, u32 nargs, Ref kwnames) { return retain(vm, args[0]); }

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
    PyCode *code = generator_code(vm, g);
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
    Value close = private_global(vm, str_intern_c(vm, "close_generator"));
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
    return retain(vm, generator_at(vm, args[0])->code);
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
        f->code = (Ref)retain(vm, g->code);
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

#define NAME_ROWS(type) \
    GETTER_ROW("__name__", get_name, type), {"__name__", set_name, 1, 2, BUILTIN_FLAG_SETTER, type, NULL}, \
    GETTER_ROW("__qualname__", get_qualname, type), {"__qualname__", set_qualname, 1, 2, BUILTIN_FLAG_SETTER, type, NULL}
#define STEP_ROWS(type) \
    METHOD_ROW("send", generator_send, 2, 2, type, "($self, value, /)"), METHOD_ROW("throw", generator_throw, 2, 4, type, "($self, type, value=None, tb=None, /)"), \
    METHOD_ROW("close", generator_close, 1, 1, type, "($self, /)")
const BuiltinDef generator_defs[] = {
    {"__class_getitem__", class_getitem_method, 2, 2, BUILTIN_FLAG_CLASSMETHOD, TYPE_GENERATOR, "($type, object, /)"},
    SLOT_ROW("__iter__", generator_itself, TYPE_GENERATOR), SLOT_ROW("__next__", generator_next, TYPE_GENERATOR), STEP_ROWS(TYPE_GENERATOR), NAME_ROWS(TYPE_GENERATOR),
    GETTER_ROW("gi_running", get_running, TYPE_GENERATOR), GETTER_ROW("gi_suspended", get_suspended, TYPE_GENERATOR),
    GETTER_ROW("gi_code", get_code, TYPE_GENERATOR), GETTER_ROW("gi_frame", get_frame, TYPE_GENERATOR), GETTER_ROW("gi_yieldfrom", get_delegate, TYPE_GENERATOR),
    {"__class_getitem__", class_getitem_method, 2, 2, BUILTIN_FLAG_CLASSMETHOD, TYPE_COROUTINE, "($type, object, /)"},
    STEP_ROWS(TYPE_COROUTINE), NAME_ROWS(TYPE_COROUTINE),
    GETTER_ROW("cr_running", get_running, TYPE_COROUTINE), GETTER_ROW("cr_suspended", get_suspended, TYPE_COROUTINE),
    GETTER_ROW("cr_code", get_code, TYPE_COROUTINE), GETTER_ROW("cr_frame", get_frame, TYPE_COROUTINE), GETTER_ROW("cr_await", get_delegate, TYPE_COROUTINE),
    {"__class_getitem__", class_getitem_method, 2, 2, BUILTIN_FLAG_CLASSMETHOD, TYPE_ASYNC_GENERATOR, "($type, object, /)"},
    SLOT_ROW("__aiter__", generator_itself, TYPE_ASYNC_GENERATOR), NAME_ROWS(TYPE_ASYNC_GENERATOR),
    GETTER_ROW("ag_running", get_running, TYPE_ASYNC_GENERATOR), GETTER_ROW("ag_suspended", get_suspended, TYPE_ASYNC_GENERATOR),
    GETTER_ROW("ag_code", get_code, TYPE_ASYNC_GENERATOR), GETTER_ROW("ag_frame", get_frame, TYPE_ASYNC_GENERATOR), GETTER_ROW("ag_await", get_delegate, TYPE_ASYNC_GENERATOR),
    {.name = ""},
};
const BuiltinDef generator_private_defs[] = { // module _krait: what the queue of finalisers calls
    {"close_generator", generator_close, 1, 1, 0, 0, "(generator, /)"},
    {.name = ""},
};
