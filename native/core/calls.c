// Calling anything. A call lies in a window on the stack (frame.h): w[0] the callable, w[4…] the arguments, values of keyword arguments last.
// call_window turns it, step by step, into a Python frame, a C function's answer or a request to TypeScript. Everything in the window belongs
// to the call: when it is over no slot of it holds a reference.
#include "delegation.h"
#include "interp/interp.h"
#include <stdarg.h>

INLINE Value *call_w(VM *vm) { return AT(vm, Value, vm->call_base); }
INLINE u32 names_count(VM *vm, Ref kwnames) { return kwnames ? AT(vm, PyTuple, kwnames)->length : 0; }
INLINE u32 call_total(VM *vm) { return vm->call_nargs + names_count(vm, vm->call_kwnames); }

COLD static void raise_recursion(VM *vm) { raise_error(vm, EXC_RecursionError, "maximum recursion depth exceeded"); }

bool stack_has_room(VM *vm, Value *w, u32 words)
{
    u32 limit = vm->stack_limit ? vm->stack_limit : STACK_LIMIT;
    if (likely((u64)OFFSET_OF(vm, w) + (u64)words * 8 <= limit))
        return true;
    raise_recursion(vm);
    return false;
}

// --- preparing tail calls -----------------------------------------------------------------------------------------------------
static void set_tail(VM *vm, u32 kind, Value callee, u32 nargs, va_list args)
{
    ASSERT(vm, vm->tail_callee == EMPTY); // or somebody has neither handed on nor cancelled the one before
    vm->tail_kind = kind;
    vm->tail_callee = callee;
    vm->tail_nargs = nargs;
    vm->tail_kwnames = 0;
    vm->tail_mode = vm->tail_outer_mode = RET_DEFAULT;
    for (u32 i = 0; i < nargs; i++)
        vm->tail_args[i] = retain(vm, va_arg(args, Value));
}

Value tail_call(VM *vm, Value callee, u32 nargs, ...)
{
    va_list args;
    va_start(args, nargs);
    incref(vm, callee);
    set_tail(vm, TAIL_CALL, callee, nargs, args);
    va_end(args);
    return VALUE_TAIL;
}

Value tail_prelude(VM *vm, u32 prelude_index, u32 nargs, ...)
{
    Ref function = vm->prelude[prelude_index];
    if (unlikely(!function))
        return raise_error(vm, EXC_NotImplementedError, "krait: prelude function %u is missing", prelude_index);
    va_list args;
    va_start(args, nargs);
    incref_object(vm, function);
    set_tail(vm, TAIL_CALL, function, nargs, args);
    va_end(args);
    Ref own = consumer_for(vm, prelude_index, vm->tail_args);
    if (own) {
        incref_object(vm, own);
        vm->tail_callee = own;
        decref_ref(vm, function);
    }
    return VALUE_TAIL;
}

Value tail_host(VM *vm, u32 hook_index, u32 nargs, ...)
{
    va_list args;
    va_start(args, nargs);
    set_tail(vm, TAIL_HOST, hook_index, nargs, args);
    va_end(args);
    return VALUE_TAIL;
}

Value tail_wrap(VM *vm, u32 mode, Value aux)
{
    if (vm->tail_mode == RET_DEFAULT) {
        vm->tail_mode = mode;
        set_value(vm, &vm->tail_aux, aux);
    } else if (vm->tail_outer_mode == RET_DEFAULT) {
        vm->tail_outer_mode = mode;
        set_value(vm, &vm->tail_outer_aux, aux);
    } else {
        decref(vm, aux);
        tail_cancel(vm);
        return raise_error(vm, EXC_SystemError, "krait: special methods nested too deeply");
    }
    return VALUE_TAIL;
}

// --- making them --------------------------------------------------------------------------------------------------------------
// Adds a transforming mode to vm->mode / vm->aux. vm->window moves up by a slot if there was one already. False: no memory.
static bool push_mode(VM *vm, u32 mode, Value aux)
{
    u32 outer = MODE_OF(vm->mode);
    if (!is_simple_mode(outer)) {
        Value parts[2] = {int48(vm->mode), vm->aux ? vm->aux : NONE};
        Value pair = tuple_from(vm, parts, 2);
        if (pair == EMPTY) {
            decref(vm, aux);
            return false;
        }
        decref_ref(vm, vm->aux);
        *AT(vm, Value, vm->window) = pair;
        vm->window += 8;
        outer = RET_CHAIN;
    }
    vm->mode = MODE_WORD(MODE_OF(mode), outer, mode >> 16 & 15);
    vm->aux = (Ref)aux;
    return true;
}

static void drop_tail(VM *vm)
{
    tail_cancel(vm);
    vm->tail_mode = vm->tail_outer_mode = RET_DEFAULT;
    release(vm, &vm->tail_aux);
    release(vm, &vm->tail_outer_aux);
}

NOINLINE HANDLER(tail_instruction)
{
    vm->mode = MODE_WORD(RET_STORE, RET_STORE, 0);
    vm->aux = 0;
    vm->window = OFFSET_OF(vm, frame_top(vm, R));
    GOTO(tail);
}

HANDLER(tail)
{
    if (unlikely(vm->window > vm->stack_guard)) {
        drop_tail(vm);
        raise_recursion(vm);
        GOTO(call_failed);
    }
    if (vm->tail_outer_mode != RET_DEFAULT) {
        u32 mode = vm->tail_outer_mode;
        vm->tail_outer_mode = RET_DEFAULT;
        if (!push_mode(vm, mode, take(&vm->tail_outer_aux))) {
            drop_tail(vm);
            GOTO(call_failed);
        }
    }
    if (vm->tail_mode != RET_DEFAULT) {
        u32 mode = vm->tail_mode;
        vm->tail_mode = RET_DEFAULT;
        if (!push_mode(vm, mode, take(&vm->tail_aux))) {
            drop_tail(vm);
            GOTO(call_failed);
        }
    }
    if (vm->tail_kind == TAIL_RESUME) {
        vm->throwing = vm->tail_nargs;
        if (!push_mode(vm, RET_GENERATOR | (vm->tail_resume_kind << 16), EMPTY)) {
            drop_tail(vm);
            GOTO(call_failed);
        }
        GOTO(resume_generator);
    }
    Value *w = AT(vm, Value, vm->window);
    u32 total = vm->tail_nargs + names_count(vm, vm->tail_kwnames);
    w[0] = vm->tail_kind == TAIL_HOST ? EMPTY : vm->tail_callee;
    for (u32 i = 0; i < total; i++)
        w[4 + i] = take(&vm->tail_args[i]);
    vm->call_base = vm->window;
    vm->call_nargs = vm->tail_nargs;
    vm->call_kwnames = vm->tail_kwnames;
    vm->tail_kwnames = 0;
    if (vm->tail_kind == TAIL_HOST) {
        vm->host_id = vm->hooks[(u32)vm->tail_callee];
        vm->host_builtin = 0;
        vm->tail_callee = EMPTY;
        GOTO(call_host);
    }
    vm->tail_callee = EMPTY;
    GOTO(call_window);
}

// --- the end of calls ---------------------------------------------------------------------------------------------------------
static void drop_window(VM *vm)
{
    Value *w = call_w(vm);
    release_range(vm, w + 4, call_total(vm));
    release(vm, w);
    decref_ref(vm, vm->call_kwnames);
    vm->call_kwnames = 0;
    vm->window = vm->call_base;
}

// The call (which is gone: no window, no frame) raised vm->exception: undoes its mode, then the exception is raised where the call was made.
HANDLER(call_failed)
{
    for (;;) {
        u32 word = vm->mode;
        switch (MODE_OF(word)) {
        case RET_STORE: case RET_CALL: case RET_TRACE: GOTO(unwind);
        case RET_HOST: vm->reason = REASON_HOST_UNWIND; GOTO(left_to_outside);
        case RET_DONE: vm->reason = REASON_RAISE; GOTO(left_to_outside);
        case RET_FINALIZER: vm->result = EMPTY; GOTO(finalizer_left);
        case RET_OBSERVER: vm->result = EMPTY; GOTO(observer_returned);
        case RET_CHAIN: {
            Value *slot = AT(vm, Value, vm->window) - 1, pair = take(slot);
            vm->window -= 8;
            vm->mode = (u32)int48_value(OBJ(vm, PyTuple, pair)->items[0]);
            Value aux = OBJ(vm, PyTuple, pair)->items[1];
            vm->aux = aux == NONE ? 0 : (Ref)retain(vm, aux);
            decref(vm, pair);
            continue;
        }
        case RET_GETATTR: {
            // __getattribute__ or a property's getter: AttributeError gives __getattr__ its turn.
            Ref pair = vm->aux;
            Value object = AT(vm, PyTuple, pair)->items[0], name = AT(vm, PyTuple, pair)->items[1];
            Ref hook = type_at(vm, type_of(vm, object))->specials[SPECIAL_getattr];
            vm->mode = MODE_WORD(MODE_OUTER(word), RET_STORE, 0);
            vm->aux = 0;
            if (hook && exception_matches(vm, vm->exception, EXC_AttributeError)) {
                exception_clear(vm);
                vm->result = special_call(vm, hook, 2, object, name, EMPTY);
                decref_ref(vm, pair);
                if (vm->result == VALUE_TAIL)
                    GOTO(tail);
                if (vm->result != EMPTY)
                    GOTO(deliver);
            } else {
                decref_ref(vm, pair);
            }
            continue;
        }
        default:
            decref_ref(vm, vm->aux);
            vm->mode = MODE_WORD(MODE_OUTER(word), RET_STORE, 0);
            vm->aux = 0;
        }
    }
}

static HANDLER(window_failed)
{
    drop_window(vm);
    GOTO(call_failed);
}

// The function in the window has run and vm->result is its answer.
static HANDLER(window_answered)
{
    drop_window(vm);
    if (likely(vm->result != EMPTY && vm->result != VALUE_TAIL))
        GOTO(deliver);
    if (vm->result == EMPTY)
        GOTO(call_failed);
    GOTO(tail);
}

// --- callables ----------------------------------------------------------------------------------------------------------------
// Makes room for a first argument (owned).
static void insert_first(VM *vm, Value v)
{
    Value *args = call_w(vm) + 4;
    for (u32 i = call_total(vm); i > 0; i--)
        args[i] = args[i - 1];
    args[0] = v;
    vm->call_nargs++;
}

static HANDLER(call_python)
{
    Value *w = call_w(vm);
    PyFunction *f = OBJ(vm, PyFunction, w[0]);
    PyCode *code = AT(vm, PyCode, f->code);
    prepare_code(code);
    Value *callee = w + 4;
    if (unlikely(!stack_has_room(vm, callee, code->reg_count + 8u)))
        GOTO(window_failed);
    u32 depth = code_depth(code);
    if (unlikely(vm->depth + depth > vm->recursion_limit) || unlikely(!depth && OFFSET_OF(vm, callee) > vm->stack_guard)) {
        raise_recursion(vm);
        GOTO(window_failed);
    }
    u32 nargs = vm->call_nargs;
    Ref kwnames = vm->call_kwnames;
    if (likely(code->exact_args == nargs + 1 && !kwnames)) {
        for (u32 i = nargs; i < code->local_count; i++)
            callee[i] = EMPTY;
    } else {
        vm->call_kwnames = 0;
        if (!bind_arguments(vm, w, nargs, kwnames)) {
            vm->window = vm->call_base;
            GOTO(call_failed);
        }
    }
    vm->depth += depth;
    FRAME_CALLER_PC(callee) = OFFSET_OF(vm, pc);
    FRAME_CALLER_FP(callee) = OFFSET_OF(vm, R);
    FRAME_OBJECT(callee) = 0;
    FRAME_CODE(callee) = f->code;
    FRAME_AUX(callee) = vm->aux;
    FRAME_MODE(callee) = vm->mode;
    R = callee;
    pc = code_start(vm, code);
    DISPATCH;
}

COLD static Value raise_builtin_arity(VM *vm, PyBuiltin *b, u32 nargs)
{
    // Methods are counted without self, as the caller wrote them.
    bool method = b->owner && !(b->flags & BUILTIN_FLAG_STATIC);
    u32 self = method && b->min_args > 0, given = nargs - (nargs < self ? nargs : self);
    u32 least = b->min_args - self, most = b->max_args == 0xFFFF ? 0xFFFF : b->max_args - self;
    Value name = b->name, full = b->qualname ? b->qualname : b->name;
    if (b->flags & BUILTIN_FLAG_WRAPPER) {
        if (least == most)
            return raise_error(vm, EXC_TypeError, "expected %u argument%s, got %u", least, least == 1 ? "" : "s", given);
        return raise_error(vm, EXC_TypeError, "expected at %s %u argument%s, got %u", given < least ? "least" : "most",
                           given < least ? least : most, (given < least ? least : most) == 1 ? "" : "s", given);
    }
    Value module = b->module && !method && !str_equal(vm, b->module, NAME(vm, builtins)) ? b->module : EMPTY;
    const char *dot = module == EMPTY ? "" : ".";
    Value prefix = module == EMPTY ? EMPTY_STR : module;
    if (most == 0)
        return raise_error(vm, EXC_TypeError, "%S%s%S() takes no arguments (%u given)", prefix, dot, full, given);
    if (least == 1 && most == 1)
        return raise_error(vm, EXC_TypeError, "%S%s%S() takes exactly one argument (%u given)", prefix, dot, full, given);
    if (b->flags & BUILTIN_FLAG_KEYWORDS) {
        if (given > most)
            return raise_error(vm, EXC_TypeError, "%S() takes at most %u argument%s (%u given)", name, most, most == 1 ? "" : "s", given);
        return raise_error(vm, EXC_TypeError, "%S() takes at least %u positional argument%s (%u given)", name, least, least == 1 ? "" : "s", given);
    }
    if (least == most)
        return raise_error(vm, EXC_TypeError, "%S expected %u arguments, got %u", name, least, given);
    u32 bound = given < least ? least : most;
    return raise_error(vm, EXC_TypeError, "%S expected at %s %u argument%s, got %u", name, given < least ? "least" : "most", bound,
                       bound == 1 ? "" : "s", given);
}

// If this is a type's __new__: is the first argument a class whose instances are laid out as those of its type?
static bool may_make(VM *vm, PyBuiltin *b, Value *args, u32 nargs)
{
    if (likely(!(b->flags & BUILTIN_FLAG_NEW)) || !b->owner || (nargs && args[0] == b->owner))
        return true;
    if (nargs == 0)
        raise_error(vm, EXC_TypeError, "%N.__new__(): not enough arguments", b->owner);
    else if (!is_type(vm, args[0]))
        raise_error(vm, EXC_TypeError, "%N.__new__(X): X is not a type object (%T)", b->owner, args[0]);
    else if (!type_is_subtype(vm, (Ref)args[0], b->owner))
        raise_error(vm, EXC_TypeError, "%N.__new__(%N): %N is not a subtype of %N", b->owner, (Ref)args[0], (Ref)args[0], b->owner);
    else
        return true;
    return false;
}

// Checks the number of arguments, keywords, and that a method's self is what its C code expects.
bool builtin_check(VM *vm, PyBuiltin *b, Value *args, u32 nargs, Ref kwnames)
{
    bool keywords = kwnames && AT(vm, PyTuple, kwnames)->length;
    if (unlikely(keywords && !(b->flags & BUILTIN_FLAG_KEYWORDS))) {
        bool module = b->module && !b->owner && !str_equal(vm, b->module, NAME(vm, builtins));
        raise_error(vm, EXC_TypeError, "%S%s%S() takes no keyword arguments", module ? (Value)b->module : EMPTY_STR, module ? "." : "",
                    (Value)(b->qualname ? b->qualname : b->name));
        return false;
    }
    if (b->owner && !(b->flags & (BUILTIN_FLAG_STATIC | BUILTIN_FLAG_CLASSMETHOD))) {
        if (unlikely(nargs == 0)) {
            if (b->flags & BUILTIN_FLAG_WRAPPER)
                raise_error(vm, EXC_TypeError, "descriptor '%S' of '%N' object needs an argument", (Value)b->name, b->owner);
            else
                raise_error(vm, EXC_TypeError, "unbound method %N.%S() needs an argument", b->owner, (Value)b->name);
            return false;
        }
        Ref type = type_of(vm, args[0]);
        if (unlikely(type != b->owner) && unlikely(!type_is_subtype(vm, type, b->owner))) {
            if (b->flags & BUILTIN_FLAG_WRAPPER)
                raise_error(vm, EXC_TypeError, "descriptor '%S' requires a '%N' object but received a '%N'", (Value)b->name, b->owner, type);
            else
                raise_error(vm, EXC_TypeError, "descriptor '%S' for '%N' objects doesn't apply to a '%N' object", (Value)b->name, b->owner, type);
            return false;
        }
    }
    if (unlikely(!may_make(vm, b, args, nargs)))
        return false;
    if (unlikely(nargs > b->max_args && b->max_args != 0xFFFF) || unlikely(nargs < b->min_args && !keywords)) {
        raise_builtin_arity(vm, b, nargs);
        return false;
    }
    return true;
}

// The place of the first argument, which has been taken out, goes to the others.
static void close_first(VM *vm, Value *w)
{
    Value *args = w + 4;
    vm->call_nargs--;
    u32 left = call_total(vm);
    for (u32 i = 0; i < left; i++)
        args[i] = args[i + 1];
    args[left] = EMPTY;
}

// The first argument takes the place of what is called.
static void call_first_argument(VM *vm, Value *w)
{
    set_value(vm, w, w[4]);
    close_first(vm, w);
}

static HANDLER(call_builtin)
{
    Value *w = call_w(vm);
    PyBuiltin *b = OBJ(vm, PyBuiltin, w[0]);
    if (b->kind == BUILTIN_HOST) { // TypeScript binds arguments, self included, by the function's own signature
        if (unlikely(!may_make(vm, b, w + 4, vm->call_nargs)))
            GOTO(window_failed);
        if (b->index) {
            sync(vm, pc, R);
            vm->result = quick_answer(vm, b, w + 4, vm->call_nargs, names_count(vm, vm->call_kwnames) ? vm->call_kwnames : 0);
            if (vm->result != EMPTY || vm->exception != EMPTY)
                GOTO(window_answered);
        }
        vm->host_id = b->host_id;
        vm->host_builtin = (u32)w[0];
        GOTO(call_host);
    }
    if (unlikely(b->self != EMPTY) && b->owner && !(b->flags & BUILTIN_FLAG_STATIC))
        insert_first(vm, retain(vm, b->self));
    if (unlikely(!builtin_check(vm, b, w + 4, vm->call_nargs, vm->call_kwnames)))
        GOTO(window_failed);
    CoreFunction function = core_functions[b->table].defs[b->index].function;
    if (unlikely(function == type_call_method)) { // type.__call__(cls, …): as calling cls, whatever its metaclass says
        call_first_argument(vm, w);
        GOTO(construct);
    }
    if (unlikely(function == call_method)) { // function.__call__(…)
        call_first_argument(vm, w);
        GOTO(call_window);
    }
    sync(vm, pc, R);
    vm->result = function(vm, w + 4, vm->call_nargs, names_count(vm, vm->call_kwnames) ? vm->call_kwnames : 0);
    ASSERT(vm, vm->result == VALUE_TAIL || vm->tail_callee == EMPTY);
    GOTO(window_answered);
}

HANDLER(call_window)
{
    Value *w = call_w(vm), callee = w[0];
    Ref type = type_of(vm, callee);
    if (type == TYPE_FUNCTION)
        GOTO(call_python);
    switch (type_at(vm, type)->kind) {
    case LAYOUT_BUILTIN: GOTO(call_builtin);
    case LAYOUT_METHOD: {
        PyMethod *method = OBJ(vm, PyMethod, callee);
        if (unlikely(!stack_has_room(vm, w, call_total(vm) + 16))) // a method of a method of …
            GOTO(window_failed);
        insert_first(vm, retain(vm, method->self));
        w[0] = retain(vm, method->function);
        decref(vm, callee);
        GOTO(call_window);
    }
    case LAYOUT_STATICMETHOD: {
        Value callable = callee;
        for (u32 depth = 0; is_object(callable) && kind_of(vm, callable) == LAYOUT_STATICMETHOD; depth++) {
            if (unlikely(depth >= vm->recursion_limit)) { // it wraps itself
                raise_recursion(vm);
                GOTO(window_failed);
            }
            callable = OBJ(vm, PyWrapperMethod, callable)->callable;
        }
        if (unlikely(callable == EMPTY)) {
            raise_error(vm, EXC_RuntimeError, "uninitialized staticmethod object");
            GOTO(window_failed);
        }
        set_value(vm, &w[0], retain(vm, callable));
        GOTO(call_window);
    }
    case LAYOUT_TYPE: {
        Ref hook = type_at(vm, type)->specials[SPECIAL_call];
        if (likely(hook == type_at(vm, TYPE_TYPE)->specials[SPECIAL_call]))
            GOTO(construct);
        break;
    }
    default: break;
    }
    Ref hook = type_at(vm, type)->specials[SPECIAL_call];
    if (unlikely(!hook || hook == NONE_REF)) {
        raise_not_callable(vm, hook ? NONE : callee);
        GOTO(window_failed);
    }
    Value self, callable = special_callable(vm, hook, callee, &self);
    if (unlikely(callable == EMPTY))
        GOTO(window_failed);
    if (unlikely(callable == callee) || unlikely(!stack_has_room(vm, w, call_total(vm) + 16))) {
        decref(vm, callable);
        if (vm->exception == EMPTY)
            raise_recursion(vm);
        GOTO(window_failed);
    }
    if (self != EMPTY)
        insert_first(vm, retain(vm, self));
    w[0] = callable;
    decref(vm, callee);
    GOTO(call_window);
}

// Adds a transforming mode to the call in the window. If it has one already the window moves up to leave room for what RET_CHAIN needs. False: no
// memory (aux is dropped). Only windows above all registers have a transforming mode, so there is room.
static bool push_call_mode(VM *vm, u32 mode, Value aux)
{
    Value *w = call_w(vm);
    bool chained = !is_simple_mode(MODE_OF(vm->mode));
    vm->window = vm->call_base;
    if (chained)
        for (u32 i = call_total(vm) + 5; i > 0; i--)
            w[i] = w[i - 1];
    if (!push_mode(vm, mode, aux)) {
        if (chained)
            for (u32 i = 0; i < call_total(vm) + 5; i++)
                w[i] = w[i + 1];
        return false;
    }
    vm->call_base = vm->window;
    return true;
}

// --- construction ---------------------------------------------------------------------------------------------------------------
// w[0] is a class to be called as type.__call__ does it: __new__, then __init__.
static bool is_core_builtin(VM *vm, Value v)
{
    return is_object(v) && kind_of(vm, v) == LAYOUT_BUILTIN && OBJ(vm, PyBuiltin, v)->kind == BUILTIN_CORE;
}
static CoreFunction core_function(VM *vm, Value builtin)
{
    PyBuiltin *b = OBJ(vm, PyBuiltin, builtin);
    return core_functions[b->table].defs[b->index].function;
}
INLINE Ref call_names(VM *vm) { return names_count(vm, vm->call_kwnames) ? vm->call_kwnames : 0; }

// (class, names or None, arguments …)
static Value remember_call(VM *vm)
{
    Value *w = call_w(vm);
    u32 total = call_total(vm);
    Value tuple = tuple_new(vm, total + 2);
    if (tuple == EMPTY)
        return EMPTY;
    Value *items = OBJ(vm, PyTuple, tuple)->items;
    items[0] = retain(vm, w[0]);
    items[1] = vm->call_kwnames ? retain(vm, vm->call_kwnames) : NONE;
    for (u32 i = 0; i < total; i++)
        items[2 + i] = retain(vm, w[4 + i]);
    return tuple;
}

// __new__ is a C function and there is an __init__; if that is one too, both run here.
static HANDLER(construct_in_core)
{
    Value *w = call_w(vm);
    PyType *t = type_at(vm, (Ref)w[0]);
    Ref new = t->specials[SPECIAL_new], names = call_names(vm);
    insert_first(vm, retain(vm, w[0]));
    if (!builtin_check(vm, AT(vm, PyBuiltin, new), w + 4, vm->call_nargs, names))
        GOTO(window_failed);
    sync(vm, pc, R);
    Value object = core_function(vm, new)(vm, w + 4, vm->call_nargs, names);
    if (unlikely(object == EMPTY))
        GOTO(window_failed);
    if (unlikely(object == VALUE_TAIL)) { // __new__ needs Python code: __init__ is called when that is done
        release(vm, &w[4]);
        close_first(vm, w);
        Value call = remember_call(vm);
        drop_window(vm);
        if (call == EMPTY || !push_mode(vm, RET_NEW, call)) {
            drop_tail(vm);
            GOTO(call_failed);
        }
        GOTO(tail);
    }
    Ref init = type_at(vm, type_of(vm, object))->specials[SPECIAL_init];
    if (!init || init == type_at(vm, TYPE_OBJECT)->specials[SPECIAL_init] || !is_instance(vm, object, (Ref)w[0])) {
        vm->result = object;
        GOTO(window_answered);
    }
    set_value(vm, &w[4], object);
    if (!is_core_builtin(vm, init)) {
        Value self, callable = special_callable(vm, init, object, &self);
        if (callable == EMPTY)
            GOTO(window_failed);
        set_value(vm, &w[0], callable);
        if (self == EMPTY) { // a staticmethod or the like: called with the arguments alone
            incref(vm, object); // (kept by the mode below)
            release(vm, &w[4]);
            close_first(vm, w);
            if (!push_call_mode(vm, RET_INIT, object))
                GOTO(window_failed);
            GOTO(call_window);
        }
        if (!push_call_mode(vm, RET_INIT, retain(vm, object)))
            GOTO(window_failed);
        GOTO(call_window);
    }
    Value answer = EMPTY;
    if (builtin_check(vm, AT(vm, PyBuiltin, init), w + 4, vm->call_nargs, names))
        answer = core_function(vm, init)(vm, w + 4, vm->call_nargs, names);
    if (answer == NONE) {
        vm->result = retain(vm, object);
    } else {
        vm->result = answer;
        if (answer == VALUE_TAIL) {
            incref(vm, object);
            drop_window(vm);
            if (!push_mode(vm, RET_INIT, object)) {
                drop_tail(vm);
                GOTO(call_failed);
            }
            GOTO(tail);
        }
        if (answer != EMPTY) {
            raise_error(vm, EXC_TypeError, "__init__() should return None, not '%T'", answer);
            decref(vm, answer);
            vm->result = EMPTY;
        }
    }
    GOTO(window_answered);
}

static HANDLER(construct_by_new)
{
    Value *w = call_w(vm);
    Ref cls = (Ref)w[0];
    PyType *t = type_at(vm, cls), *object = type_at(vm, TYPE_OBJECT);
    Value new = t->specials[SPECIAL_new];
    if (unlikely(!new || new == NONE || (t->flags & TYPE_DISALLOW_NEW))) {
        bool names_module = t->module && (t->flags & (TYPE_HEAP | TYPE_DOTTED_NAME)) == TYPE_HEAP; // %N does for dotted names
        raise_error(vm, EXC_TypeError, "cannot create '%S%s%N' instances", names_module ? (Value)t->module : EMPTY_STR, names_module ? "." : "", cls);
        GOTO(window_failed);
    }
    if (unlikely(!stack_has_room(vm, w, call_total(vm) + 16)))
        GOTO(window_failed);
    if (kind_of(vm, new) == LAYOUT_STATICMETHOD)
        new = OBJ(vm, PyWrapperMethod, new)->callable;
    if (unlikely(kind_of(vm, new) == LAYOUT_CLASSMETHOD)) { // as getattr(cls, "__new__") would be: gets the class twice
        new = method_new(vm, OBJ(vm, PyWrapperMethod, new)->callable, cls);
        Value bound_call = new == EMPTY ? EMPTY : remember_call(vm);
        if (bound_call == EMPTY || !push_call_mode(vm, RET_NEW, bound_call)) {
            decref(vm, new);
            GOTO(window_failed);
        }
        w = call_w(vm);
        insert_first(vm, w[0]);
        w[0] = new;
        GOTO(call_window);
    }
    Ref init = t->specials[SPECIAL_init];
    if (is_core_builtin(vm, new)) {
        bool plain_init = !init || init == object->specials[SPECIAL_init];
        if (cls < STATIC_END && t->core_new) { // one step for the exact type
            u32 row = t->core_new - 1;
            const BuiltinDef *def = &core_functions[row >> 16].defs[row & 0xFFFF];
            if ((def->flags & BUILTIN_FLAG_CONSTRUCT) || plain_init) {
                insert_first(vm, retain(vm, w[0]));
                sync(vm, pc, R);
                vm->result = def->function(vm, w + 4, vm->call_nargs, call_names(vm));
                GOTO(window_answered);
            }
        }
        if (!plain_init)
            GOTO(construct_in_core);
        if (plain_init) {
            Value builtin = retain(vm, new);
            insert_first(vm, w[0]);
            w[0] = builtin;
            GOTO(call_window);
        }
    }
    Value call = remember_call(vm), callable = retain(vm, new);
    if (call == EMPTY || !push_call_mode(vm, RET_NEW, call)) {
        decref(vm, callable);
        GOTO(window_failed);
    }
    w = call_w(vm);
    insert_first(vm, w[0]);
    w[0] = callable;
    GOTO(call_window);
}

HANDLER(construct)
{
    Value *w = call_w(vm);
    Ref cls = (Ref)w[0];
    PyType *t = type_at(vm, cls), *object = type_at(vm, TYPE_OBJECT);
    if (cls == TYPE_TYPE && vm->call_nargs == 1 && !names_count(vm, vm->call_kwnames)) {
        Ref type = type_of(vm, w[4]);
        incref_object(vm, type);
        vm->result = type;
        GOTO(window_answered);
    }
    Ref init = t->specials[SPECIAL_init];
    if (t->specials[SPECIAL_new] == object->specials[SPECIAL_new] && t->kind == LAYOUT_OBJECT && !(t->flags & (TYPE_ABSTRACT | TYPE_DISALLOW_NEW))) {
        if (init == object->specials[SPECIAL_init]) {
            if (call_total(vm) != 0)
                GOTO(construct_by_new); // raises
            vm->result = instance_new(vm, cls);
            GOTO(window_answered);
        }
        Value instance = instance_new(vm, cls);
        if (unlikely(instance == EMPTY))
            GOTO(window_failed);
        Value self, callable = special_callable(vm, init, instance, &self);
        if (unlikely(callable == EMPTY)) {
            decref(vm, instance);
            GOTO(window_failed);
        }
        if (self != EMPTY)
            insert_first(vm, retain(vm, self));
        w[0] = callable;
        decref(vm, cls);
        if (!push_call_mode(vm, RET_INIT, instance))
            GOTO(window_failed);
        GOTO(call_window);
    }
    GOTO(construct_by_new);
}

// --- calls of TypeScript --------------------------------------------------------------------------------------------------------
// vm->host_id, host_builtin: which. The window waits for the answer; what is to be done with it lies in w[1…3].
HANDLER(call_host)
{
    Value *w = call_w(vm);
    if (vm->tier_state == TIER_RECORD && vm->record_count)
        AT(vm, TraceRecord, vm->records)[vm->record_count - 1].flags |= RECORDED_HOST;
    u32 total = call_total(vm);
    FrameWord *words = (FrameWord *)w;
    words[1] = (FrameWord){.low = total, .high = FRAME_MODE_BASE};
    words[2] = (FrameWord){.low = vm->call_kwnames, .high = FRAME_MODE_BASE};
    words[3] = (FrameWord){.low = vm->aux, .high = vm->mode};
    vm->host_args = OFFSET_OF(vm, w + 4);
    vm->host_nargs = vm->call_nargs;
    vm->host_kwnames = vm->call_kwnames;
    vm->host_mode = vm->mode;
    vm->host_window = vm->call_base;
    vm->call_kwnames = 0;
    vm->window = OFFSET_OF(vm, w + 4 + total + 1);
    vm->reason = REASON_HOST_CALL;
    GOTO(leave);
}

// Takes back what call_host put away and drops the window.
static void end_host_call(VM *vm)
{
    vm->call_base = vm->host_window;
    FrameWord *words = AT(vm, FrameWord, vm->host_window);
    release_range(vm, call_w(vm) + 4, words[1].low);
    release(vm, call_w(vm));
    decref_ref(vm, words[2].low);
    vm->aux = words[3].low;
    vm->mode = words[3].high;
    words[1].low = words[2].low = words[3].low = 0;
    vm->window = vm->host_window;
    vm->host_window = 0;
}

HANDLER(host_answered)
{
    if (!vm->host_window) { // an interrupt was served: nobody waits for a value
        decref(vm, take(&vm->result));
        DISPATCH;
    }
    end_host_call(vm);
    GOTO(deliver);
}

HANDLER(host_raised)
{
    if (!vm->host_window)
        GOTO(unwind);
    end_host_call(vm);
    GOTO(call_failed);
}

// --- frames end -----------------------------------------------------------------------------------------------------------------
HANDLER(leave_frame)
{
    u32 word = FRAME_MODE(R);
    PyCode *code = frame_code(vm, R);
    if (unlikely(word & (FRAME_HAS_OBJECT | FRAME_SKIPS_MASK))) {
        if (FRAME_SKIPS(word))
            R = delegation_resume(vm, R);
        if (word & FRAME_HAS_OBJECT)
            frame_detach(vm, R, pc, false);
    }
    release_range(vm, R, code->local_count);
    if (MODE_OF(word) == RET_GENERATOR)
        GOTO(generator_returned);
    GOTO(pop_frame);
}

HANDLER(pop_frame)
{
    Value function = take(&FRAME_FUNCTION(R));
    vm->window = OFFSET_OF(vm, R - 4);
    vm->mode = FRAME_MODE(R) & ~FRAME_HAS_OBJECT;
    vm->aux = FRAME_AUX(R);
    vm->depth -= code_depth(frame_code(vm, R));
    pc = AT(vm, u64, FRAME_CALLER_PC(R));
    R = AT(vm, Value, FRAME_CALLER_FP(R));
    decref_object(vm, function);
    GOTO(deliver);
}

// --- methods: what makes callables callable by name --------------------------------------------------------------------------------
// call_builtin sees these two coming and makes the call itself; only C code that asks for a builtin's answer gets here.
Value type_call_method(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return raise_error(vm, EXC_SystemError, "krait: type.__call__ called from C");
}
Value call_method(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return raise_error(vm, EXC_SystemError, "krait: __call__ called from C");
}

#define CALL_ROW(type) {"__call__", call_method, 1, 0xFFFF, BUILTIN_FLAG_METHOD | BUILTIN_FLAG_WRAPPER | BUILTIN_FLAG_KEYWORDS, type, "($self, /, *args, **kwargs)"}
const BuiltinDef call_defs[] = {
    {"__call__", type_call_method, 1, 0xFFFF, BUILTIN_FLAG_METHOD | BUILTIN_FLAG_WRAPPER | BUILTIN_FLAG_KEYWORDS, TYPE_TYPE, "($self, /, *args, **kwargs)"},
    CALL_ROW(TYPE_FUNCTION), CALL_ROW(TYPE_BUILTIN), CALL_ROW(TYPE_METHOD), CALL_ROW(TYPE_METHOD_DESCRIPTOR), CALL_ROW(TYPE_WRAPPER_DESCRIPTOR),
    CALL_ROW(TYPE_METHOD_WRAPPER), CALL_ROW(TYPE_CLASSMETHOD_DESCRIPTOR), CALL_ROW(TYPE_STATICMETHOD),
    {.name = ""},
};
