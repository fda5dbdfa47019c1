// What traces call to make objects of calls and classes (src/jit/translate): plain functions that answer EMPTY, having changed nothing, where the
// interpreter has to do the whole instruction.
#include "interp/interp.h"
#include "types.h"

static Value or_refused(VM *vm, Value v)
{
    if (unlikely(v == VALUE_TAIL))
        tail_cancel(vm);
    else if (likely(v != EMPTY))
        return v;
    if (vm->exception != EMPTY)
        exception_clear(vm);
    return EMPTY;
}

CORE_EXPORT Value trace_method_new(VM *vm, Value function, Value self) { return or_refused(vm, method_new(vm, function, self)); }
CORE_EXPORT Value trace_builtin_bind(VM *vm, Value builtin, Value self) { return or_refused(vm, builtin_bind(vm, builtin, self)); }

// The attribute that a getter in C answers.
CORE_EXPORT Value trace_getter(VM *vm, Value getter, Value object)
{
    return or_refused(vm, call_builtin_core(vm, OBJ(vm, PyBuiltin, getter), &object, 1));
}

// An instance of a class whose instances are made by object.__new__.
CORE_EXPORT Value trace_instance_new(VM *vm, Value cls) { return or_refused(vm, instance_new(vm, (Ref)cls)); }

// A function made where `maker` runs.
CORE_EXPORT Value trace_function_new(VM *vm, Value code, Value maker)
{
    PyFunction *f = OBJ(vm, PyFunction, maker);
    return or_refused(vm, function_new(vm, (Ref)code, f->globals, f->builtins));
}

CORE_EXPORT Value trace_cell_new(VM *vm, Value contents) { return or_refused(vm, cell_new(vm, retain(vm, contents))); }
