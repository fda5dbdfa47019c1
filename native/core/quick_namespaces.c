// Rows of quick_functions.c that ask namespaces: dir(object) and eval(code, globals, locals), where that is no matter of Python code.
#include "containers.h"
#include "quick.h"
#include "types.h"

// --- dir() ------------------------------------------------------------------------------------------------------------------------
// False without an exception: a name is no str.
static bool add_names(VM *vm, Value names, Value dict)
{
    u32 position = 0;
    Value key, value;
    while (dict_next(vm, dict, &position, &key, &value))
        if (!is_exact(vm, key, TYPE_STR) || dict_set(vm, names, key, NONE) != DICT_FOUND)
            return false;
    return true;
}

// Of a class and those that it inherits from; whether nothing but them is asked.
static bool add_class_names(VM *vm, Value names, Ref cls)
{
    PyTuple *mro = AT(vm, PyTuple, type_at(vm, cls)->mro);
    Ref meta = ref_type(vm, cls), mro_name = str_intern_c(vm, "mro");
    if (meta != TYPE_TYPE && type_lookup_peek(vm, meta, mro_name) != type_lookup_peek(vm, TYPE_TYPE, mro_name))
        return false;
    for (u32 i = 0; i < mro->length; i++) {
        PyType *t = OBJ(vm, PyType, mro->items[i]);
        if (type_at(vm, t->head.type)->flags & (TYPE_HAS_GETATTRIBUTE | TYPE_HAS_GETATTR_HOOK) || !add_names(vm, names, t->dict))
            return false;
    }
    return true;
}

// What the object's __dict__ holds. Its shape has the names without one being made.
static bool add_own_names(VM *vm, Value names, Value object, Ref type)
{
    Value accessor = type_lookup_peek(vm, type, NAME(vm, __dict__));
    if (accessor == EMPTY)
        return !instance_has_dict(vm, object);
    if (!is_exact(vm, accessor, TYPE_GETSET_DESCRIPTOR) || OBJ(vm, PyGetSet, accessor)->getter != AT(vm, PyGetSet, vm->instance_dict_getset)->getter)
        return false;
    PyShape *shape = type_at(vm, type)->kind == LAYOUT_OBJECT && OBJ(vm, PyInstance, object)->shape ? AT(vm, PyShape, OBJ(vm, PyInstance, object)->shape) : NULL;
    if (!shape || shape->flags & SHAPE_DICT) {
        Value dict = instance_dict(vm, object);
        return dict != EMPTY && add_names(vm, names, dict);
    }
    for (; shape->name; shape = AT(vm, PyShape, shape->parent))
        if (!dict_set_str(vm, names, shape->name, NONE))
            return false;
    return true;
}

static bool add_all_names(VM *vm, Value names, Value object)
{
    Ref type = type_of(vm, object), name = str_intern_c(vm, "__dir__");
    PyType *t = type_at(vm, type);
    Value own = type_lookup_peek(vm, type, name);
    if (t->kind == LAYOUT_TYPE)
        return own == type_lookup_peek(vm, TYPE_TYPE, name) && add_class_names(vm, names, (Ref)object);
    if (own != type_lookup_peek(vm, TYPE_OBJECT, name) || t->flags & (TYPE_HAS_GETATTRIBUTE | TYPE_HAS_GETATTR_HOOK) ||
        type_lookup_peek(vm, type, NAME(vm, __class__)) != type_lookup_peek(vm, TYPE_OBJECT, NAME(vm, __class__)))
        return false;
    return (!is_object(object) || add_own_names(vm, names, object, type)) && add_class_names(vm, names, type);
}

static bool sort_names(VM *vm, Value names)
{
    PyList *list = OBJ(vm, PyList, names);
    return sort_values(vm, list_items(vm, list), NULL, list->length, false) == 1;
}

Value quick_dir(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (nargs != 1 || kwnames)
        return EMPTY;
    Value names = dict_new(vm), list = EMPTY;
    if (names != EMPTY && add_all_names(vm, names, args[0]))
        list = list_new(vm, 0);
    u32 position = 0;
    Value key, value;
    bool good = list != EMPTY;
    while (good && dict_next(vm, names, &position, &key, &value))
        good = list_append(vm, list, key);
    good = good && sort_names(vm, list);
    if (names != EMPTY)
        decref(vm, names);
    if (good || list == EMPTY)
        return list;
    decref(vm, list);
    return EMPTY;
}

// --- eval() -----------------------------------------------------------------------------------------------------------------------
// Functions that the code makes look for names in its globals: TypeScript makes a namespace of them.
static bool makes_functions(VM *vm, PyCode *code)
{
    PyTuple *consts = AT(vm, PyTuple, code->consts);
    for (u32 i = 0; i < consts->length; i++)
        if (is_exact(vm, consts->items[i], TYPE_CODE))
            return true;
    return false;
}

Value quick_eval(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    bool has_locals = nargs == 3 && args[2] != NONE;
    if (nargs < 2 || nargs > 3 || kwnames || !is_exact(vm, args[0], TYPE_CODE) || !is_exact(vm, args[1], TYPE_DICT) || (has_locals && !is_exact(vm, args[2], TYPE_DICT)))
        return EMPTY;
    PyCode *code = OBJ(vm, PyCode, args[0]);
    if (code->free_count || makes_functions(vm, code))
        return EMPTY;
    Value builtins = dict_get_str_peek(vm, args[1], NAME(vm, __builtins__));
    if (builtins == EMPTY) {
        builtins = vm->builtins_dict;
        if (!dict_set_str(vm, args[1], NAME(vm, __builtins__), builtins))
            return EMPTY;
    } else if (!is_exact(vm, builtins, TYPE_DICT)) {
        return EMPTY;
    }
    Value function = function_new(vm, args[0], args[1], (Ref)builtins);
    if (function == EMPTY)
        return EMPTY;
    Value result = code->flags & CODE_NAMESPACE ? tail_call(vm, function, 1, has_locals ? args[2] : args[1]) : tail_call(vm, function, 0);
    decref(vm, function);
    return result;
}
