// Call and return instructions. The short ways are here: a Python function called with just its positional parameters, a C function, a class with
// an __init__ in Python. Everything else is set up for call_window (calls.c).
#include "../iterators.h"
#include "handlers.h"

INLINE Value *window_of(u64 *pc, Value *R) { return &R[B(pc)]; }

// The callable of CALL_METHOD, whose arguments begin with w[4] if that is not empty: else the window starts one register later.
static HANDLER(call_slow)
{
    Value *w = window_of(pc, R);
    u32 nargs = C(pc), generic = generic_op_at(pc);
    Ref names = 0;
    if (generic == OP_CALL_METHOD || generic == OP_CALL_METHOD_KW) {
        if (w[4] == EMPTY) {
            w[1] = take(&w[0]);
            w++;
        } else {
            nargs++;
        }
    }
    if (generic == OP_CALL_KW || generic == OP_CALL_METHOD_KW) {
        names = (Ref)const_of(vm, R, (u32)pc[1]);
        incref_object(vm, names);
        nargs -= AT(vm, PyTuple, names)->length;
    }
    vm->call_base = OFFSET_OF(vm, w);
    vm->call_nargs = nargs;
    vm->call_kwnames = names;
    vm->mode = MODE_WORD(generic == OP_CALL || generic == OP_CALL_METHOD ? RET_CALL : RET_STORE, RET_STORE, 0);
    vm->aux = 0;
    GOTO(call_window);
}

static COLD HANDLER(call_miss)
{
    count_miss(pc);
    GOTO(call_slow);
}

// --- quickening ---------------------------------------------------------------------------------------------------------------
static bool is_named(VM *vm, PyBuiltin *b, const char *name)
{
    PyStr *s = AT(vm, PyStr, b->name);
    u32 length = (u32)strlen(name);
    return s->length == length && s->kind == 1 && !memcmp(s->data, name, length);
}

static bool is_plain_core(VM *vm, Value callee)
{
    PyBuiltin *b = OBJ(vm, PyBuiltin, callee);
    CoreFunction function = b->kind == BUILTIN_CORE ? core_functions[b->table].defs[b->index].function : NULL;
    return function && function != type_call_method && function != call_method;
}

static u32 form_for_class(VM *vm, u64 *pc, Value cls)
{
    PyType *t = type_at(vm, (Ref)cls), *object = type_at(vm, TYPE_OBJECT);
    Ref meta = ref_type(vm, cls), init = t->specials[SPECIAL_init];
    if (t->kind != LAYOUT_OBJECT || (t->flags & (TYPE_ABSTRACT | TYPE_DISALLOW_NEW)) || t->specials[SPECIAL_new] != object->specials[SPECIAL_new] ||
        type_at(vm, meta)->specials[SPECIAL_call] != type_at(vm, TYPE_TYPE)->specials[SPECIAL_call] || !init || !is_exact(vm, init, TYPE_FUNCTION))
        return 0;
    PyCode *code = AT(vm, PyCode, AT(vm, PyFunction, init)->code);
    prepare_code(code);
    if (code->exact_args != C(pc) + 2u)
        return 0;
    CACHE_PAIR_LOW(pc) = type_version_of(vm, (Ref)cls);
    CACHE_PAIR_HIGH(pc) = meta;
    return OP_CALL_CLASS;
}

static COLD HANDLER(call_quicken)
{
    Value *w = window_of(pc, R), callee = w[0];
    bool method = op_at(pc) == OP_CALL_METHOD;
    u32 nargs = C(pc) + (method && w[4] != EMPTY), form = 0;
    Ref type = is_object(callee) ? ref_type(vm, callee) : 0;
    if (type == TYPE_FUNCTION) {
        PyCode *code = AT(vm, PyCode, OBJ(vm, PyFunction, callee)->code);
        prepare_code(code);
        if (code->exact_args == nargs + 1)
            form = method ? OP_CALL_METHOD_PY : OP_CALL_PY;
    } else if (method && type == TYPE_METHOD_DESCRIPTOR && w[4] != EMPTY && is_plain_core(vm, callee)) {
        PyBuiltin *b = OBJ(vm, PyBuiltin, callee);
        form = OP_CALL_METHOD_CORE;
        if (b->owner == TYPE_LIST && nargs == 2 && is_named(vm, b, "append")) {
            form = OP_CALL_METHOD_APPEND;
            CACHE_LOW(pc) = (Ref)callee;
        }
    } else if (type == TYPE_BUILTIN && !OBJ(vm, PyBuiltin, callee)->owner && is_plain_core(vm, callee)) {
        form = method ? OP_CALL_METHOD_CORE : OP_CALL_CORE;
        PyBuiltin *b = OBJ(vm, PyBuiltin, callee);
        if (!method && nargs == 1 && is_named(vm, b, "len") && b->module == NAME(vm, builtins)) {
            form = OP_CALL_LEN;
            CACHE_LOW(pc) = (Ref)callee;
        }
    } else if (type == TYPE_BUILTIN && !method && OBJ(vm, PyBuiltin, callee)->kind == BUILTIN_HOST && !OBJ(vm, PyBuiltin, callee)->owner) {
        PyBuiltin *b = OBJ(vm, PyBuiltin, callee);
        for (u32 i = 0; i < FAST_BUILTINS && !form; i++) {
            if (fast_builtins[i].nargs != nargs || !is_named(vm, b, fast_builtins[i].name) ||
                dict_get_str_peek(vm, vm->builtins_dict, b->name) != callee)
                continue;
            form = OP_CALL_FAST;
            CACHE_LOW(pc) = (Ref)callee;
            CACHE_PAIR_LOW(pc) = b->host_id;
            CACHE_PAIR_HIGH(pc) = i;
        }
    } else if (type && !method && type_at(vm, type)->kind == LAYOUT_TYPE) {
        form = form_for_class(vm, pc, callee);
    }
    if (!form) {
        counter_back_off(pc);
        GOTO(call_slow);
    }
    specialise(pc, form);
    REDISPATCH;
}

HANDLER(op_CALL)
{
    if (counter_waits_once(pc))
        GOTO(call_slow);
    GOTO(call_quicken);
}
HANDLER(op_CALL_METHOD)
{
    if (counter_waits_once(pc))
        GOTO(call_slow);
    GOTO(call_quicken);
}
HANDLER(op_CALL_KW) { GOTO(call_slow); }
HANDLER(op_CALL_METHOD_KW) { GOTO(call_slow); }

// --- Python functions -----------------------------------------------------------------------------------------------------------
INLINE bool is_function(VM *vm, Value v) { return is_ref(v) && ref_type(vm, v) == TYPE_FUNCTION; } // v is not EMPTY

// True if a frame may be pushed on the frame R. What the stack guard leaves is enough for any two frames.
INLINE bool may_push(VM *vm, Value *R) { return vm->depth < vm->recursion_limit && OFFSET_OF(vm, R) <= vm->stack_guard; }

// A frame above w for `code`, whose `given` parameters are in place.
#define PUSH_FRAME(w, code_ref, given, mode_word, aux_ref) do { \
        Value *callee_ = (w) + 4; \
        PyCode *code_ = AT(vm, PyCode, (code_ref)); \
        vm->depth += code_depth(code_); \
        for (u32 i_ = (given); i_ < code_->local_count; i_++) \
            callee_[i_] = EMPTY; \
        FRAME_CALLER_PC(callee_) = OFFSET_OF(vm, pc); \
        FRAME_CALLER_FP(callee_) = OFFSET_OF(vm, R); \
        FRAME_OBJECT(callee_) = 0; \
        FRAME_CODE(callee_) = (code_ref); \
        FRAME_AUX(callee_) = (aux_ref); \
        FRAME_MODE(callee_) = (mode_word); \
        R = callee_; \
        pc = code_start(vm, code_); \
        DISPATCH; \
    } while (0)
#define CALL_MODE MODE_WORD(RET_CALL, RET_STORE, 0)

HANDLER(op_CALL_PY)
{
    Value *w = window_of(pc, R), callee = w[0];
    u32 nargs = C(pc);
    if (unlikely(!is_function(vm, callee)))
        GOTO(call_miss);
    Ref code = OBJ(vm, PyFunction, callee)->code;
    if (unlikely(AT(vm, PyCode, code)->exact_args != nargs + 1))
        GOTO(call_miss);
    if (unlikely(!may_push(vm, R)))
        GOTO(call_slow);
    PUSH_FRAME(w, code, nargs, CALL_MODE, 0);
}

HANDLER(op_CALL_METHOD_PY)
{
    Value *w = window_of(pc, R), callee = w[0];
    bool no_self = w[4] == EMPTY;
    u32 nargs = C(pc) + 1u - no_self;
    if (unlikely(!is_function(vm, callee)))
        GOTO(call_miss);
    Ref code = OBJ(vm, PyFunction, callee)->code;
    if (unlikely(AT(vm, PyCode, code)->exact_args != nargs + 1))
        GOTO(call_miss);
    if (unlikely(!may_push(vm, R)))
        GOTO(call_slow);
    if (unlikely(no_self)) {
        w[0] = EMPTY;
        w[1] = callee;
        w++;
    }
    PUSH_FRAME(w, code, nargs, CALL_MODE, 0);
}

HANDLER(op_CALL_CLASS)
{
    Value *w = window_of(pc, R), cls = w[0];
    u32 nargs = C(pc);
    if (unlikely(!is_ref(cls)) || unlikely(ref_type(vm, cls) != CACHE_PAIR_HIGH(pc)) || unlikely(type_at(vm, (Ref)cls)->version != CACHE_PAIR_LOW(pc)))
        GOTO(call_miss);
    Value init = type_at(vm, (Ref)cls)->specials[SPECIAL_init];
    Ref code = OBJ(vm, PyFunction, init)->code;
    if (unlikely(AT(vm, PyCode, code)->exact_args != nargs + 2))
        GOTO(call_miss);
    if (unlikely(!may_push(vm, R)))
        GOTO(call_slow);
    Value instance = instance_new(vm, (Ref)cls);
    if (unlikely(instance == EMPTY))
        GOTO(call_slow); // raises it again, with the window dropped
    for (u32 i = nargs; i > 0; i--)
        w[4 + i] = w[3 + i];
    incref_object(vm, init);
    incref_object(vm, instance);
    w[0] = init;
    w[4] = instance;
    head_of(vm, cls)->refcount--; // the instance holds it
    PUSH_FRAME(w, code, nargs + 1, MODE_WORD(RET_INIT, RET_CALL, 0), (Ref)instance);
}

// --- return ---------------------------------------------------------------------------------------------------------------------
// Leaves the frame for its caller with `v_` (owned), if everything the frame holds can be dropped without ending a life; else the rest is
// done by leave_frame. The registers let go so far are EMPTY by then.
#define LEAVE_QUICKLY(v_) do { \
        PyCode *left_ = frame_code(vm, R); \
        u32 locals_ = left_->local_count; \
        for (u32 i_ = 0; i_ < locals_; i_++) { \
            Value x_ = R[i_]; \
            if (!is_object(x_)) \
                continue; \
            if (unlikely(head_of(vm, x_)->refcount == 1)) { \
                vm->result = v_; \
                GOTO(leave_frame); \
            } \
            head_of(vm, x_)->refcount--; \
            R[i_] = EMPTY; \
        } \
        Value function_ = FRAME_FUNCTION(R); \
        if (unlikely(head_of(vm, function_)->refcount == 1)) { \
            vm->result = v_; \
            GOTO(leave_frame); \
        } \
        head_of(vm, function_)->refcount--; \
        FRAME_FUNCTION(R) = EMPTY; \
        vm->depth -= code_depth(left_); \
        pc = AT(vm, u64, FRAME_CALLER_PC(R)); \
        R = AT(vm, Value, FRAME_CALLER_FP(R)); \
    } while (0)
// To the CALL or CALL_METHOD of the caller.
#define RETURN_TO_CALLER(v) do { \
        Value v_ = (v); \
        LEAVE_QUICKLY(v_); \
        Value old_ = R[A(pc)]; \
        R[A(pc)] = v_; \
        pc += 3; \
        DROP_AND_DISPATCH(old_); \
    } while (0)
// Aux and mode word of a frame pushed by CALL_PY, no frame object.
#define PLAIN_CALL_HEAD ((u64)CALL_MODE << 32)

#define TRACE_CALL_MODE MODE_WORD(RET_TRACE, RET_STORE, 0)
static NOINLINE HANDLER(leave_for_trace) // with vm->result
{
    u32 continuation = FRAME_AUX(R);
    Value v = vm->result;
    LEAVE_QUICKLY(v);
    vm->aux = continuation;
    GOTO(return_to_trace);
}

static NOINLINE HANDLER(return_slow)
{
    u32 a = A(pc);
    Value v = R[a];
    if (FLAGS(pc) & FLAG_DROP_A)
        R[a] = EMPTY;
    else
        incref(vm, v);
    vm->result = v;
    if (FRAME_MODE(R) == TRACE_CALL_MODE)
        GOTO(leave_for_trace);
    GOTO(leave_frame);
}

HANDLER(op_RETURN)
{
    if (unlikely(((u64 *)R)[-1] != PLAIN_CALL_HEAD))
        GOTO(return_slow);
    RETURN_TO_CALLER(take(&R[A(pc)])); // the frame ends, so a local's reference moves out too
}

static NOINLINE HANDLER(return_const_slow)
{
    Value v = const_of(vm, R, WIDE(pc));
    incref(vm, v);
    vm->result = v;
    if (FRAME_MODE(R) == TRACE_CALL_MODE)
        GOTO(leave_for_trace);
    GOTO(leave_frame);
}

// The end of most __init__ methods.
static HANDLER(return_init)
{
    if (unlikely(FRAME_MODE(R) != MODE_WORD(RET_INIT, RET_CALL, 0)) || const_of(vm, R, WIDE(pc)) != NONE)
        GOTO(return_const_slow);
    Ref instance = FRAME_AUX(R);
    FRAME_AUX(R) = 0;
    FRAME_MODE(R) = CALL_MODE;
    RETURN_TO_CALLER((Value)instance);
}

HANDLER(op_RETURN_CONST)
{
    if (unlikely(((u64 *)R)[-1] != PLAIN_CALL_HEAD))
        GOTO(return_init);
    Value constant = const_of(vm, R, WIDE(pc));
    if (is_ref(constant))
        incref_object(vm, constant);
    RETURN_TO_CALLER(constant);
}

// --- C functions ----------------------------------------------------------------------------------------------------------------
// vm->result is the answer of the function in the window vm->call_base, called with vm->call_nargs arguments by the CALL at pc.
static NOINLINE HANDLER(core_failed)
{
    Value *w = AT(vm, Value, vm->call_base);
    release_range(vm, w + 4, vm->call_nargs);
    release(vm, w);
    if (vm->result == EMPTY)
        GOTO(unwind);
    vm->mode = CALL_MODE;
    vm->aux = 0;
    vm->window = OFFSET_OF(vm, frame_top(vm, R));
    GOTO(tail);
}

// A trace has called the C function of the CALL or CALL_METHOD at pc, whose window is as before the instruction.
HANDLER(traced_call_failed)
{
    Value *w = window_of(pc, R);
    vm->call_nargs = C(pc);
    if (generic_op_at(pc) == OP_CALL_METHOD) {
        if (w[4] == EMPTY) {
            w[1] = take(&w[0]);
            w++;
        } else {
            vm->call_nargs++;
        }
    }
    vm->call_base = OFFSET_OF(vm, w);
    vm->call_kwnames = 0;
    GOTO(core_failed);
}

static NOINLINE HANDLER(core_answered_slow) // something in the window dies
{
    Value *w = AT(vm, Value, vm->call_base);
    release_range(vm, w + 4, vm->call_nargs);
    release(vm, w);
    Value v = vm->result, old = R[A(pc)];
    R[A(pc)] = v;
    decref(vm, old);
    NEXT_CHECKED(3);
}

static HANDLER(core_answered)
{
    Value v = vm->result;
    if (unlikely(v == EMPTY || v == VALUE_TAIL))
        GOTO(core_failed);
    Value *w = AT(vm, Value, vm->call_base);
    u32 n = vm->call_nargs;
    for (u32 i = 0; i < n; i++) {
        Value x = w[4 + i];
        if (!is_object(x))
            continue;
        if (unlikely(head_of(vm, x)->refcount == 1))
            GOTO(core_answered_slow);
        head_of(vm, x)->refcount--;
        w[4 + i] = EMPTY;
    }
    if (unlikely(head_of(vm, w[0])->refcount == 1) || PENDING(vm))
        GOTO(core_answered_slow);
    head_of(vm, w[0])->refcount--;
    w[0] = EMPTY;
    Value old = R[A(pc)];
    R[A(pc)] = v;
    pc += 3;
    DROP_AND_DISPATCH(old);
}

#define CALL_CORE_FUNCTION(w, builtin, nargs) do { \
        vm->call_base = OFFSET_OF(vm, (w)); \
        vm->call_nargs = (nargs); \
        sync(vm, pc, R); \
        vm->result = core_functions[(builtin)->table].defs[(builtin)->index].function(vm, (w) + 4, (nargs), 0); \
        GOTO(core_answered); \
    } while (0)

HANDLER(op_CALL_CORE)
{
    Value *w = window_of(pc, R), callee = w[0];
    u32 nargs = C(pc);
    if (unlikely(!is_ref(callee)) || unlikely(ref_type(vm, callee) != TYPE_BUILTIN))
        GOTO(call_miss);
    PyBuiltin *b = OBJ(vm, PyBuiltin, callee);
    if (unlikely(b->kind != BUILTIN_CORE || b->owner))
        GOTO(call_miss);
    if (unlikely(nargs < b->min_args || nargs > b->max_args))
        GOTO(call_slow);
    CALL_CORE_FUNCTION(w, b, nargs);
}

HANDLER(op_CALL_METHOD_CORE)
{
    Value *w = window_of(pc, R), callee = w[0];
    if (unlikely(!is_ref(callee)))
        GOTO(call_miss);
    Ref type = ref_type(vm, callee);
    PyBuiltin *b = OBJ(vm, PyBuiltin, callee);
    u32 nargs = C(pc);
    if (w[4] != EMPTY) {
        nargs++;
        if (unlikely(type != TYPE_METHOD_DESCRIPTOR) || unlikely(b->kind != BUILTIN_CORE) || unlikely(type_of(vm, w[4]) != b->owner))
            GOTO(call_miss);
    } else {
        if (unlikely(type != TYPE_BUILTIN) || unlikely(b->kind != BUILTIN_CORE || b->owner))
            GOTO(call_miss);
    }
    if (unlikely(nargs < b->min_args || nargs > b->max_args))
        GOTO(call_slow);
    if (w[4] == EMPTY) {
        w[0] = EMPTY;
        w[1] = callee;
        w++;
    }
    CALL_CORE_FUNCTION(w, b, nargs);
}

HANDLER(op_CALL_METHOD_APPEND)
{
    Value *w = window_of(pc, R), callee = w[0], list = w[4];
    if (unlikely(callee != CACHE_LOW(pc)) || unlikely(!is_object(list)) || unlikely(ref_type(vm, list) != TYPE_LIST))
        GOTO(call_miss);
    PyList *l = OBJ(vm, PyList, list);
    if (unlikely(l->length >= l->capacity) || unlikely(l->head.refcount == 1))
        GOTO(call_slow);
    AT(vm, Value, l->items)[l->length++] = w[5];
    w[5] = EMPTY;
    l->head.refcount--;
    w[4] = EMPTY;
    head_of(vm, callee)->refcount--;
    w[0] = EMPTY;
    STORE_NEXT(NONE, 3);
}

HANDLER(op_CALL_LEN)
{
    Value *w = window_of(pc, R), callee = w[0], v = w[4];
    if (unlikely(callee != CACHE_LOW(pc)) || unlikely(!is_object(v)))
        GOTO(call_miss);
    Ref type = ref_type(vm, v);
    u32 length;
    if (type == TYPE_LIST)
        length = OBJ(vm, PyList, v)->length;
    else if (type == TYPE_STR)
        length = OBJ(vm, PyStr, v)->length;
    else if (type == TYPE_TUPLE)
        length = OBJ(vm, PyTuple, v)->length;
    else if (type == TYPE_DICT && !(OBJ(vm, PyDict, v)->flags & DICT_CELLS))
        length = OBJ(vm, PyDict, v)->used;
    else if (type == TYPE_SET)
        length = OBJ(vm, PySet, v)->used;
    else
        GOTO(call_slow);
    if (unlikely(head_of(vm, v)->refcount == 1))
        GOTO(call_slow);
    head_of(vm, v)->refcount--;
    w[4] = EMPTY;
    head_of(vm, callee)->refcount--;
    w[0] = EMPTY;
    STORE_NEXT(int48(length), 3);
}

HANDLER(op_CALL_FAST)
{
    Value *w = window_of(pc, R), callee = w[0];
    if (unlikely(callee != CACHE_LOW(pc)) || unlikely(ref_type(vm, callee) != TYPE_BUILTIN) ||
        unlikely(OBJ(vm, PyBuiltin, callee)->host_id != CACHE_PAIR_LOW(pc)))
        GOTO(call_miss);
    Value answer = fast_builtins[CACHE_PAIR_HIGH(pc)].function(vm, w + 4);
    if (unlikely(answer == EMPTY) && vm->exception == EMPTY)
        GOTO(call_slow);
    vm->result = answer;
    vm->call_base = OFFSET_OF(vm, w);
    vm->call_nargs = C(pc);
    GOTO(core_answered);
}

// --- f(*args, **kwargs) ---------------------------------------------------------------------------------------------------------
// Text of the callable in "X() argument after * must be …".
static Value callable_text(VM *vm, Value v)
{
    if (is_exact(vm, v, TYPE_METHOD))
        v = OBJ(vm, PyMethod, v)->function;
    if (is_exact(vm, v, TYPE_FUNCTION)) {
        PyFunction *f = OBJ(vm, PyFunction, v);
        if (f->module && f->module != NONE_REF && !str_equal(vm, f->module, NAME(vm, builtins)))
            return str_format(vm, "%S.%S()", (Value)f->module, (Value)f->qualname);
        return str_format(vm, "%S()", (Value)f->qualname);
    }
    if (is_object(v) && kind_of(vm, v) == LAYOUT_BUILTIN) {
        PyBuiltin *b = OBJ(vm, PyBuiltin, v);
        if (b->module && !b->owner && !str_equal(vm, b->module, NAME(vm, builtins)))
            return str_format(vm, "%S.%S()", (Value)b->module, (Value)b->name);
        return str_format(vm, "%S()", (Value)(b->qualname ? b->qualname : b->name));
    }
    if (is_type(vm, v)) {
        PyType *t = type_at(vm, (Ref)v);
        if ((t->flags & TYPE_HEAP) && t->module)
            return str_format(vm, "%S.%S()", (Value)t->module, (Value)t->qualname);
        return str_format(vm, "%S()", (Value)t->name);
    }
    if (v == NONE)
        return str_format(vm, "None");
    return str_format(vm, "%T object", v);
}

static COLD HANDLER(star_not_iterable)
{
    Value *w = window_of(pc, R), text = callable_text(vm, w[0]);
    if (text != EMPTY)
        raise_error(vm, EXC_TypeError, "%S argument after * must be an iterable, not %T", text, w[4]);
    decref(vm, text);
    GOTO(unwind);
}

static bool has_str_keys(VM *vm, Value dict)
{
    u32 position = 0;
    Value key, value;
    while (dict_next(vm, dict, &position, &key, &value))
        if (!is_object(key) || kind_of(vm, key) != LAYOUT_STR)
            return false;
    return true;
}

HANDLER(op_CALL_EX)
{
    Value *w = window_of(pc, R), iterable = w[4], keywords = C(pc) ? w[5] : EMPTY;
    u32 kind = is_object(iterable) ? kind_of(vm, iterable) : LAYOUT_COUNT;
    bool exact = is_exact(vm, iterable, TYPE_TUPLE) || is_exact(vm, iterable, TYPE_LIST);
    if (!exact) { // made a list first
        PyType *t = type_at(vm, type_of(vm, iterable));
        if (!t->specials[SPECIAL_iter] && !(t->specials[SPECIAL_getitem] && t->kind != LAYOUT_DICT))
            GOTO(star_not_iterable);
        Value list = list_new(vm, 0);
        bool served = false;
        if (list == EMPTY)
            GOTO(unwind);
        bool done = list_extend_pure(vm, list, iterable, &served);
        if (!served && vm->exception == EMPTY) {
            decref(vm, list);
            vm->result = tail_prelude(vm, PRELUDE_CALL_EX, 3, w[0], iterable, keywords == EMPTY ? NONE : keywords);
            if (vm->result == VALUE_TAIL) {
                release(vm, w);
                release_range(vm, w + 4, 1u + (keywords != EMPTY));
            }
            GOTO(answer);
        }
        if (!done) {
            decref(vm, list);
            GOTO(unwind);
        }
        set_value(vm, &w[4], list);
        iterable = list;
        kind = LAYOUT_LIST;
    }
    u32 count = kind == LAYOUT_LIST ? OBJ(vm, PyList, iterable)->length : OBJ(vm, PyTuple, iterable)->length;
    u32 named = keywords == EMPTY ? 0 : OBJ(vm, PyDict, keywords)->used;
    Ref names = 0;
    if (unlikely(!stack_has_room(vm, w, count + named + 16)))
        GOTO(unwind);
    if (unlikely(named && !has_str_keys(vm, keywords))) {
        raise_error(vm, EXC_TypeError, "keywords must be strings");
        GOTO(unwind);
    }
    if (named) {
        names = (Ref)tuple_new(vm, named);
        if (!names)
            GOTO(unwind);
    }
    // From here on nothing fails. Both containers are held until their items are in place.
    w[4] = EMPTY;
    if (C(pc))
        w[5] = EMPTY;
    Value *items = kind == LAYOUT_LIST ? AT(vm, Value, OBJ(vm, PyList, iterable)->items) : OBJ(vm, PyTuple, iterable)->items;
    for (u32 i = 0; i < count; i++)
        w[4 + i] = retain(vm, items[i]);
    if (keywords != EMPTY) {
        u32 position = 0, k = 0;
        Value key, value;
        while (dict_next(vm, keywords, &position, &key, &value)) {
            AT(vm, PyTuple, names)->items[k] = retain(vm, key);
            w[4 + count + k++] = retain(vm, value);
        }
        decref(vm, keywords);
    }
    decref(vm, iterable);
    vm->call_base = OFFSET_OF(vm, w);
    vm->call_nargs = count;
    vm->call_kwnames = names;
    vm->mode = MODE_WORD(RET_STORE, RET_STORE, 0);
    vm->aux = 0;
    GOTO(call_window);
}

// --- functions ------------------------------------------------------------------------------------------------------------------
HANDLER(op_MAKE_FUNCTION)
{
    PyFunction *maker = frame_function(vm, R);
    Value function = function_new(vm, (Ref)const_of(vm, R, WIDE(pc)), maker->globals, maker->builtins);
    if (unlikely(function == EMPTY))
        GOTO(unwind);
    STORE_NEXT(function, 1);
}

HANDLER(op_SET_FUNCTION_ATTR)
{
    PyFunction *f = OBJ(vm, PyFunction, R[A(pc)]);
    Ref *fields[] = {
        [FUNCTION_ATTR_DEFAULTS] = &f->defaults, [FUNCTION_ATTR_KWDEFAULTS] = &f->kwdefaults, [FUNCTION_ATTR_ANNOTATIONS] = &f->annotations,
        [FUNCTION_ATTR_CLOSURE] = &f->closure, [FUNCTION_ATTR_ANNOTATE] = &f->annotate, [FUNCTION_ATTR_TYPE_PARAMS] = &f->type_params,
    };
    Value v = R[B(pc)];
    if (FLAGS(pc) & FLAG_DROP_B)
        R[B(pc)] = EMPTY;
    else
        incref(vm, v);
    Ref *place = fields[C(pc)], old = *place;
    *place = (Ref)v;
    decref_ref(vm, old);
    NEXT_CHECKED(1);
}
