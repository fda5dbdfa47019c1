// The quick row of builtins.__import__: modules that are there already and whose import has ended.
#include "containers.h"
#include "quick.h"
#include "strings.h"

// Whether no import of the module goes on (importlib's ModuleSpec says so).
static bool is_complete(VM *vm, Value module)
{
    Value spec = dict_get_str_peek(vm, OBJ(vm, PyModule, module)->dict, str_intern_c(vm, "__spec__"));
    if (spec == EMPTY || spec == NONE)
        return true;
    if (!is_object(spec) || kind_of(vm, spec) != LAYOUT_OBJECT)
        return false;
    Ref type = ref_type(vm, spec), name = NAME(vm, _initializing);
    Value flag = instance_get_peek(vm, spec, name); // (builtin modules' specs have none)
    return flag == FALSE || (flag == EMPTY && !type_at(vm, type)->specials[SPECIAL_getattr] && !(type_at(vm, type)->flags & TYPE_HAS_GETATTRIBUTE) && type_lookup_peek(vm, type, name) == EMPTY);
}

static bool has_names(VM *vm, Value module, Value names)
{
    if (!is_exact(vm, names, TYPE_TUPLE))
        return false;
    PyTuple *t = OBJ(vm, PyTuple, names);
    for (u32 i = 0; i < t->length; i++)
        if (!is_exact(vm, t->items[i], TYPE_STR) || dict_get_str_peek(vm, OBJ(vm, PyModule, module)->dict, (Ref)t->items[i]) == EMPTY)
            return false;
    return true;
}

static Value complete_module(VM *vm, Value name)
{
    Value module;
    bool found = dict_get_peek(vm, vm->sys_modules, name, &module) == DICT_FOUND && is_exact(vm, module, TYPE_MODULE);
    return found && is_complete(vm, module) ? module : EMPTY;
}

// __import__(name, globals, locals, fromlist, level)
Value quick_import(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    bool plain = (nargs == 1 || (nargs == 5 && args[4] == int48(0))) && !kwnames && is_exact(vm, args[0], TYPE_STR);
    if (!plain || !OBJ(vm, PyStr, args[0])->length || !is_exact(vm, vm->sys_modules, TYPE_DICT))
        return EMPTY;
    Value module = complete_module(vm, args[0]);
    if (module == EMPTY)
        return EMPTY;
    if (nargs == 1 || args[3] == NONE || args[3] == EMPTY_TUPLE) {
        i64 dot = str_find(vm, args[0], CHAR_STR('.'), 0, OBJ(vm, PyStr, args[0])->length, false);
        if (dot >= 0) { // its package
            Value front = str_slice(vm, args[0], 0, 1, (u32)dot);
            module = front ? complete_module(vm, front) : EMPTY;
            decref(vm, front);
        }
        return module ? retain(vm, module) : EMPTY;
    }
    bool is_package = dict_get_str_peek(vm, OBJ(vm, PyModule, module)->dict, str_intern_c(vm, "__path__")) != EMPTY;
    return !is_package || has_names(vm, module, args[3]) ? retain(vm, module) : EMPTY;
}
