// Raising, handlers' entry and exit, matching, `with`.
#include "handlers.h"

static bool is_exception(VM *vm, Value v) { return is_object(v) && kind_of(vm, v) == LAYOUT_EXCEPTION; }
static bool is_exception_class(VM *vm, Value v) { return is_type(vm, v) && type_is_subtype(vm, (Ref)v, EXC_BaseException); }

// --- raise --------------------------------------------------------------------------------------------------------------------
// An instance (owned) of what a raise statement names: of a builtin class at once, VALUE_TAIL when the class must be called, EMPTY for errors.
static Value exception_of(VM *vm, Value v, const char *error)
{
    if (is_exception(vm, v))
        return retain(vm, v);
    if (!is_exception_class(vm, v))
        return raise_error(vm, EXC_TypeError, "%s must derive from BaseException", error);
    if ((Ref)v < STATIC_END && v != EXC_BaseExceptionGroup && !type_is_subtype(vm, (Ref)v, EXC_UnicodeError))
        return exception_new(vm, (Ref)v, EMPTY_TUPLE);
    return tail_call(vm, v, 0);
}

// vm->dead = the exception (owned), vm->result = its cause (owned), None or EMPTY (none given).
static HANDLER(raise_now)
{
    Value exception = take(&vm->dead), cause = vm->result;
    if (cause != EMPTY) {
        PyException *e = OBJ(vm, PyException, exception);
        e->suppress_context = 1;
        set_value(vm, &e->cause, cause == NONE ? EMPTY : cause);
    }
    raise_value(vm, exception);
    GOTO(unwind);
}

static HANDLER(raise_with_cause) // vm->dead = the exception
{
    Value cause = EMPTY;
    if (C(pc) == 2) {
        cause = R[B(pc)] == NONE ? NONE : exception_of(vm, R[B(pc)], "exception causes");
        if (cause == EMPTY) {
            decref(vm, take(&vm->dead));
            GOTO(unwind);
        }
        if (cause == VALUE_TAIL) {
            vm->result = tail_wrap(vm, RET_RAISE_FROM, take(&vm->dead));
            GOTO(answer);
        }
    }
    vm->result = cause;
    GOTO(raise_now);
}

HANDLER(raise_finished)
{
    Value v = vm->result;
    bool is_cause = MODE_OF(vm->mode) == RET_RAISE_FROM;
    if (!is_exception(vm, v)) {
        raise_error(vm, EXC_TypeError, "calling %R should have returned an instance of BaseException, not %R", R[is_cause ? B(pc) : A(pc)],
                    (Value)type_of(vm, v));
        decref(vm, v);
        if (is_cause)
            decref_ref(vm, vm->aux);
        GOTO(unwind);
    }
    if (is_cause) {
        vm->dead = vm->aux;
        GOTO(raise_now);
    }
    vm->dead = v;
    GOTO(raise_with_cause);
}

HANDLER(op_RAISE)
{
    if (C(pc) == 0) {
        if (vm->handled == EMPTY || vm->handled == NONE) {
            raise_error(vm, EXC_RuntimeError, "No active exception to reraise");
            GOTO(unwind);
        }
        vm->exception = retain(vm, vm->handled);
        GOTO(unwind_again);
    }
    Value exception = exception_of(vm, R[A(pc)], "exceptions");
    if (exception == EMPTY || exception == VALUE_TAIL) {
        vm->result = exception;
        GOTO(answer);
    }
    vm->dead = exception;
    GOTO(raise_with_cause);
}

HANDLER(op_RERAISE)
{
    vm->exception = take(&R[A(pc)]);
    GOTO(unwind_again);
}

// --- the exception being handled ----------------------------------------------------------------------------------------------
// A generator sees what its resumer handles, but must not keep it: it moves between resumers. So what PUSH_EXC would save of that is None, and
// POP_EXC makes the resumer's of it again.
Value inherited(VM *vm, Value *R) // borrowed
{
    return MODE_OF(FRAME_MODE(R)) == RET_GENERATOR ? AT(vm, PyGenerator, FRAME_AUX(R))->handled : EMPTY;
}

HANDLER(op_PUSH_EXC)
{
    Value saved = vm->handled, exception = R[B(pc)];
    incref(vm, exception);
    vm->handled = exception;
    if (saved == EMPTY) {
        saved = NONE;
    } else if (saved == inherited(vm, R) && !code_handles_at(vm, frame_code(vm, R), word_of(vm, R, pc))) {
        decref(vm, saved);
        saved = NONE;
    }
    release_operands(vm, pc, R);
    set_value(vm, &R[A(pc)], saved);
    NEXT_CHECKED(1);
}

HANDLER(op_POP_EXC)
{
    Value saved = take(&R[A(pc)]);
    if (saved == NONE)
        saved = retain(vm, inherited(vm, R));
    Value old = vm->handled;
    vm->handled = saved;
    pc += 1;
    DROP_AND_DISPATCH(old);
}

// --- matching -----------------------------------------------------------------------------------------------------------------
#define NOT_EXCEPTIONS "catching classes that do not inherit from BaseException is not allowed"

// 1, 0 or -1 (raised): is the exception an instance of the class or of one in the tuple?
static int matches(VM *vm, Value exception, Value pattern)
{
    if (is_exact(vm, pattern, TYPE_TUPLE) || (is_object(pattern) && kind_of(vm, pattern) == LAYOUT_TUPLE)) {
        PyTuple *tuple = OBJ(vm, PyTuple, pattern);
        bool found = false;
        for (u32 i = 0; i < tuple->length; i++) {
            if (!is_exception_class(vm, tuple->items[i])) {
                raise_error(vm, EXC_TypeError, NOT_EXCEPTIONS);
                return -1;
            }
            found = found || is_instance(vm, exception, (Ref)tuple->items[i]);
        }
        return found;
    }
    if (!is_exception_class(vm, pattern)) {
        raise_error(vm, EXC_TypeError, NOT_EXCEPTIONS);
        return -1;
    }
    return is_instance(vm, exception, (Ref)pattern);
}

HANDLER(op_EXC_MATCH)
{
    int found = matches(vm, R[B(pc)], R[C(pc)]);
    if (unlikely(found < 0))
        GOTO(unwind);
    release_operands(vm, pc, R);
    set_value(vm, &R[A(pc)], make_bool(found));
    NEXT_CHECKED(1);
}

static bool names_group(VM *vm, Value pattern)
{
    if (is_object(pattern) && kind_of(vm, pattern) == LAYOUT_TUPLE) {
        PyTuple *tuple = OBJ(vm, PyTuple, pattern);
        for (u32 i = 0; i < tuple->length; i++)
            if (is_exception_class(vm, tuple->items[i]) && type_is_subtype(vm, (Ref)tuple->items[i], EXC_BaseExceptionGroup))
                return true;
        return false;
    }
    return is_exception_class(vm, pattern) && type_is_subtype(vm, (Ref)pattern, EXC_BaseExceptionGroup);
}

// R[a] = matched (owned), R[a+1] = rest (owned). The matched part is being handled from now on, as in CPython until another clause matches.
static HANDLER(group_store)
{
    Value *to = &R[A(pc)], matched = vm->result, rest = take(&vm->dead);
    release_operands(vm, pc, R);
    if (matched != NONE)
        set_value(vm, &vm->handled, retain(vm, matched));
    set_value(vm, &to[0], matched);
    set_value(vm, &to[1], rest);
    NEXT_CHECKED(1);
}

HANDLER(op_EXC_GROUP_MATCH)
{
    Value exception = R[B(pc)], pattern = R[C(pc)];
    if (exception == NONE) {
        vm->result = vm->dead = NONE;
        GOTO(group_store);
    }
    int found = matches(vm, exception, pattern);
    if (found < 0)
        GOTO(unwind);
    if (names_group(vm, pattern)) {
        raise_error(vm, EXC_TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.");
        GOTO(unwind);
    }
    bool group = is_instance(vm, exception, EXC_BaseExceptionGroup);
    if (found && group) {
        vm->result = retain(vm, exception);
        vm->dead = NONE;
        GOTO(group_store);
    }
    if (found) { // a plain exception is caught as a group of one
        Value list = tuple_from(vm, &exception, 1);
        if (list == EMPTY)
            GOTO(unwind);
        vm->result = tail_call(vm, EXC_BaseExceptionGroup, 2, EMPTY_STR, list);
        decref(vm, list);
        GOTO(answer);
    }
    if (!group) {
        vm->result = NONE;
        vm->dead = retain(vm, exception);
        GOTO(group_store);
    }
    Value split = EMPTY;
    int status = attr_find(vm, exception, str_intern_c(vm, "split"), &split);
    if (status == 1) {
        vm->result = tail_call(vm, split, 1, pattern);
        decref(vm, split);
        GOTO(answer);
    }
    if (status == 2)
        tail_cancel(vm);
    if (status >= 0)
        raise_error(vm, EXC_TypeError, "%T.split can't be found", exception);
    GOTO(unwind);
}

HANDLER(group_finished)
{
    Value v = vm->result, exception = R[B(pc)];
    if (is_exception(vm, v)) { // the group around a plain exception: with its traceback, which the exception keeps too
        PyException *e = OBJ(vm, PyException, v), *from = OBJ(vm, PyException, exception);
        set_value(vm, &e->traceback, retain(vm, from->traceback));
        vm->dead = NONE;
        GOTO(group_store);
    }
    if (kind_of(vm, v) != LAYOUT_TUPLE || OBJ(vm, PyTuple, v)->length < 2) {
        if (kind_of(vm, v) != LAYOUT_TUPLE)
            raise_error(vm, EXC_TypeError, "%T.split must return a tuple, not %T", exception, v);
        else
            raise_error(vm, EXC_TypeError, "%T.split must return a 2-tuple, got tuple of size %u", exception, OBJ(vm, PyTuple, v)->length);
        decref(vm, v);
        GOTO(unwind);
    }
    vm->result = retain(vm, OBJ(vm, PyTuple, v)->items[0]);
    vm->dead = retain(vm, OBJ(vm, PyTuple, v)->items[1]);
    decref(vm, v);
    GOTO(group_store);
}

// --- with ---------------------------------------------------------------------------------------------------------------------
static COLD HANDLER(no_context_manager)
{
    Value v = R[B(pc)];
    u32 which = C(pc);
    bool is_async = which == SPECIAL_METHOD_AENTER || which == SPECIAL_METHOD_AEXIT;
    bool other = is_async ? special_of(vm, v, SPECIAL_enter) && special_of(vm, v, SPECIAL_exit) : special_of(vm, v, SPECIAL_aenter) && special_of(vm, v, SPECIAL_aexit);
    const char *protocol = is_async ? "asynchronous context manager" : "context manager";
    const char *missed = which == SPECIAL_METHOD_ENTER ? "__enter__" : which == SPECIAL_METHOD_EXIT ? "__exit__" : which == SPECIAL_METHOD_AENTER ? "__aenter__" : "__aexit__";
    if (other)
        raise_error(vm, EXC_TypeError, "'%T' object does not support the %s protocol (missed %s method) but it supports the %s protocol. Did you mean to use '%s'?",
                    v, protocol, missed, is_async ? "context manager" : "asynchronous context manager", is_async ? "with" : "async with");
    else
        raise_error(vm, EXC_TypeError, "'%T' object does not support the %s protocol (missed %s method)", v, protocol, missed);
    GOTO(unwind);
}

HANDLER(op_LOAD_SPECIAL)
{
    static const u32 specials[] = {SPECIAL_enter, SPECIAL_exit, SPECIAL_aenter, SPECIAL_aexit};
    Value o = R[B(pc)], found;
    int status = special_find_method(vm, o, specials[C(pc)], &found);
    if (status == 0)
        GOTO(no_context_manager);
    if (status == 1) {
        Value *w = &R[A(pc)];
        incref(vm, o);
        release_operands(vm, pc, R);
        w[0] = found;
        w[4] = o;
        NEXT_CHECKED(1);
    }
    vm->result = status == 3 ? found : status == 2 ? VALUE_TAIL : EMPTY;
    GOTO(answer);
}

HANDLER(op_WITH_EXIT)
{
    Value *w = &R[B(pc)], exception = R[C(pc)], type = type_of(vm, exception);
    Value traceback = OBJ(vm, PyException, exception)->traceback;
    if (traceback == EMPTY)
        traceback = NONE;
    if (w[4] != EMPTY)
        vm->result = tail_call(vm, w[0], 4, w[4], type, exception, traceback);
    else
        vm->result = tail_call(vm, w[0], 3, type, exception, traceback);
    GOTO(answer);
}
