// Special methods of any objects: which function answers, and whether it has answered with what it promises. Functions written in C are called at once;
// for one written in Python a tail call is prepared, whose mode (frame.h) says what its value has to be.
#include "interp/interp.h"
#include "containers.h"

INLINE PyType *type_of_value(VM *vm, Value v) { return type_at(vm, type_of(vm, v)); }

// Which kinds of attribute bind, and how; anything else with a __get__ is left to the prelude, which runs that and then calls what it gives.
// The result is owned.
Value special_callable(VM *vm, Ref special, Value object, Value *self)
{
    PyType *t = type_at(vm, AT(vm, ObjectHead, special)->type);
    *self = EMPTY;
    switch (t->kind) {
    case LAYOUT_FUNCTION: *self = object; return retain(vm, special);
    case LAYOUT_BUILTIN:
        if (AT(vm, PyBuiltin, special)->flags & BUILTIN_FLAG_METHOD)
            *self = object;
        return retain(vm, special);
    case LAYOUT_STATICMETHOD: return retain(vm, AT(vm, PyWrapperMethod, special)->callable);
    case LAYOUT_CLASSMETHOD: *self = type_of(vm, object); return retain(vm, AT(vm, PyWrapperMethod, special)->callable);
    default:
        if (!t->specials[SPECIAL_get] || t->kind == LAYOUT_METHOD)
            return retain(vm, special);
        Value pair = tuple_from(vm, (Value[]){special, object}, 2);
        if (pair == EMPTY)
            return EMPTY;
        Value call = method_new(vm, vm->prelude[PRELUDE_DESCRIPTOR_CALL], pair);
        decref(vm, pair);
        return call;
    }
}

static Value call_core_checked(VM *vm, PyBuiltin *b, Value *args, u32 nargs)
{
    if (!builtin_check(vm, b, args, nargs, 0))
        return EMPTY;
    return core_functions[b->table].defs[b->index].function(vm, args, nargs, 0);
}

// special(a, b, c) with a as the object it was found on.
Value special_call(VM *vm, Ref special, u32 nargs, Value a, Value b, Value c)
{
    PyType *t = type_at(vm, AT(vm, ObjectHead, special)->type);
    if (likely(t->kind == LAYOUT_FUNCTION))
        return tail_call(vm, special, nargs, a, b, c);
    Value args[3] = {a, b, c};
    if (t->kind == LAYOUT_BUILTIN) {
        PyBuiltin *builtin = AT(vm, PyBuiltin, special);
        u32 skip = builtin->flags & BUILTIN_FLAG_METHOD ? 0 : 1;
        if (builtin->kind != BUILTIN_CORE || builtin->self != EMPTY)
            return skip ? tail_call(vm, special, nargs - 1, b, c) : tail_call(vm, special, nargs, a, b, c);
        return call_core_checked(vm, builtin, args + skip, nargs - skip);
    }
    if (special == NONE_REF)
        return raise_none_called(vm);
    Value bound = descriptor_get(vm, special, a, type_of(vm, a));
    if (bound == EMPTY)
        return EMPTY;
    if (bound == VALUE_TAIL) { // __get__ is Python code: that and the call are done in the prelude
        tail_cancel(vm);
        return nargs == 1 ? tail_prelude(vm, PRELUDE_SPECIAL_CALL, 2, (Value)special, a)
             : nargs == 2 ? tail_prelude(vm, PRELUDE_SPECIAL_CALL, 3, (Value)special, a, b)
                          : tail_prelude(vm, PRELUDE_SPECIAL_CALL, 4, (Value)special, a, b, c);
    }
    Value answer = tail_call(vm, bound, nargs - 1, b, c);
    decref(vm, bound);
    return answer;
}

// The answer of a special method whose value must pass RET_CHECK.
Value checked_answer(VM *vm, Value answer, u32 check)
{
    if (answer == VALUE_TAIL)
        return tail_wrap(vm, TAIL_MODE(RET_CHECK, check), EMPTY);
    return answer == EMPTY ? EMPTY : check_result(vm, check, answer);
}

static Value must(VM *vm, Value v, bool right, const char *format)
{
    if (likely(right))
        return v;
    raise_error(vm, EXC_TypeError, format, v);
    decref(vm, v);
    return EMPTY;
}
static bool has_next(VM *vm, Value v)
{
    return special_of(vm, v, SPECIAL_next) != 0;
}

Value check_length(VM *vm, Value v)
{
    i64 n;
    if (is_int48(v) && int48_value(v) >= 0)
        return v;
    if (!is_int_value(vm, v)) {
        if (!special_of(vm, v, SPECIAL_index))
            return must(vm, v, false, "'%T' object cannot be interpreted as an integer");
        Value tail = tail_prelude(vm, PRELUDE_LEN_ANSWER, 1, v);
        decref(vm, v);
        return tail;
    }
    bool fits = int_to_i64(vm, v, &n), negative = fits ? n < 0 : OBJ(vm, PyInt, v)->sign < 0;
    decref(vm, v);
    if (negative)
        return raise_error(vm, EXC_ValueError, "__len__() should return >= 0");
    if (!fits)
        return raise_error(vm, EXC_OverflowError, "cannot fit 'int' into an index-sized integer");
    return int_from_i64(vm, n);
}

Value check_result(VM *vm, u32 check, Value v)
{
    switch (check) {
    case CHECK_LEN: return check_length(vm, v);
    case CHECK_ITER: return must(vm, v, has_next(vm, v), "iter() returned non-iterator of type '%T'");
    case CHECK_REPR: return must(vm, v, is_kind(vm, v, LAYOUT_STR), "__repr__ returned non-string (type %T)");
    case CHECK_STR: return must(vm, v, is_kind(vm, v, LAYOUT_STR), "__str__ returned non-string (type %T)");
    case CHECK_FORMAT: return must(vm, v, is_kind(vm, v, LAYOUT_STR), "__format__ must return a str, not %T");
    case CHECK_AITER: return must(vm, v, special_of(vm, v, SPECIAL_anext) != 0, "'async for' received an object from __aiter__ that does not implement __anext__: %T");
    case CHECK_AWAIT:
        if (is_exact(vm, v, TYPE_COROUTINE)) {
            decref(vm, v);
            return raise_error(vm, EXC_TypeError, "__await__() returned a coroutine");
        }
        return must(vm, v, has_next(vm, v), "__await__() returned non-iterator of type '%T'");
    case CHECK_ANEXT: {
        Value awaitable = get_awaitable(vm, v, 3);
        decref(vm, v);
        return awaitable;
    }
    default: return v;
    }
}
