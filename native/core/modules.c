// Module objects and super objects. A module's dictionary keeps a cell for each name (DICT_CELLS), which global variables' caches point to.
#include "heap_inline.h"
#include "types.h"

Value module_new(VM *vm, Value name, Value dict)
{
    PyModule *module = heap_new_container(vm, TYPE_MODULE, sizeof(PyModule));
    if (!module)
        return EMPTY;
    Value result = OFFSET_OF(vm, module);
    dict = dict == EMPTY ? dict_new_cells(vm) : retain(vm, dict);
    module->dict = (Ref)dict;
    const struct { Ref name; Value value; } first[] = {
        {NAME(vm, __name__), name}, {NAME(vm, __doc__), NONE}, {NAME(vm, __package__), NONE}, {NAME(vm, __loader__), NONE}, {NAME(vm, __spec__), NONE},
    };
    for (u32 i = 0; i < 5; i++)
        if (dict == EMPTY || !dict_set_str(vm, dict, first[i].name, first[i].value)) {
            decref(vm, result);
            return EMPTY;
        }
    return result;
}

// --- _krait -------------------------------------------------------------------------------------------------------------------------
// The functions of this module trust their arguments. Krait's own Python code gets them as constants (code_reader.c); programs get no hold of them.

// A global of the module _krait, borrowed; EMPTY: there is none.
Value private_global(VM *vm, Ref name)
{
    return dict_get_str_peek(vm, AT(vm, PyModule, vm->private_module)->dict, name);
}

// Whether it is the module, its namespace, the table of the core's modules or one of its functions, or a tuple or cell that holds one.
bool is_private(VM *vm, Value v)
{
    if (!is_object(v))
        return false;
    PyModule *module = AT(vm, PyModule, vm->private_module);
    switch (kind_of(vm, v)) {
    case LAYOUT_MODULE: return v == vm->private_module;
    case LAYOUT_DICT: return v == module->dict || v == vm->core_modules;
    case LAYOUT_FUNCTION: return OBJ(vm, PyFunction, v)->globals == module->dict;
    case LAYOUT_BUILTIN: return OBJ(vm, PyBuiltin, v)->module == vm->private_name;
    case LAYOUT_CELL: {
        Value held = OBJ(vm, PyCell, v)->value;
        return is_object(held) && kind_of(vm, held) != LAYOUT_CELL && is_private(vm, held); // (a cell may hold itself)
    }
    case LAYOUT_TUPLE: {
        PyTuple *t = OBJ(vm, PyTuple, v);
        for (u32 i = 0; i < t->length; i++)
            if (is_object(t->items[i]) && kind_of(vm, t->items[i]) != LAYOUT_TUPLE && is_private(vm, t->items[i])) // (constants are not nested)
                return true;
        return false;
    }
    default: return false;
    }
}

static Value new_module(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!is_type(vm, args[0]) || !type_is_subtype(vm, (Ref)args[0], TYPE_MODULE))
        return raise_error(vm, EXC_TypeError, "module.__new__(X): X is not a subtype of module");
    PyModule *module = heap_new_container(vm, (Ref)args[0], sizeof(PyModule));
    if (!module)
        return EMPTY;
    Value result = OFFSET_OF(vm, module), dict = dict_new_cells(vm);
    if (dict == EMPTY) {
        decref(vm, result);
        return EMPTY;
    }
    module->dict = (Ref)dict;
    return result;
}

// module(name, doc=None)
static Value init_module(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value name = nargs > 1 ? args[1] : EMPTY, doc = nargs > 2 ? args[2] : EMPTY;
    PyTuple *keywords = kwnames ? AT(vm, PyTuple, kwnames) : NULL;
    for (u32 k = 0; keywords && k < keywords->length; k++) {
        PyStr *s = OBJ(vm, PyStr, keywords->items[k]);
        Value *place = s->length == 4 && s->kind == 1 && !memcmp(s->data, "name", 4) ? &name
                     : s->length == 3 && s->kind == 1 && !memcmp(s->data, "doc", 3) ? &doc : NULL;
        if (!place)
            return raise_error(vm, EXC_TypeError, "module() got an unexpected keyword argument '%S'", keywords->items[k]);
        *place = args[nargs + k];
    }
    if (nargs > 3)
        return raise_error(vm, EXC_TypeError, "module() takes at most 2 arguments (%u given)", nargs - 1);
    if (name == EMPTY)
        return raise_error(vm, EXC_TypeError, "module() missing required argument 'name' (pos 1)");
    if (!is_instance(vm, name, TYPE_STR))
        return raise_error(vm, EXC_TypeError, "module() argument 'name' must be str, not %T", name);
    Value dict = instance_dict(vm, args[0]);
    const struct { Ref name; Value value; } first[] = {
        {NAME(vm, __name__), name}, {NAME(vm, __doc__), doc == EMPTY ? NONE : doc}, {NAME(vm, __package__), NONE}, {NAME(vm, __loader__), NONE},
        {NAME(vm, __spec__), NONE},
    };
    for (u32 i = 0; i < 5; i++)
        if (dict == EMPTY || !dict_set_str(vm, dict, first[i].name, first[i].value))
            return EMPTY;
    return NONE;
}

static Value module_getattribute(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!is_instance(vm, args[1], TYPE_STR))
        return raise_error(vm, EXC_TypeError, "attribute name must be string, not '%T'", args[1]);
    return attr_get_builtin(vm, args[0], str_intern(vm, args[1]));
}

#define WRAPPER (BUILTIN_FLAG_METHOD | BUILTIN_FLAG_WRAPPER)
const BuiltinDef module_defs[] = {
    {"__new__", new_module, 1, 0xFFFF, BUILTIN_FLAG_KEYWORDS, TYPE_MODULE, "($type, *args, **kwargs)"},
    {"__init__", init_module, 1, 0xFFFF, WRAPPER | BUILTIN_FLAG_KEYWORDS, TYPE_MODULE, "($self, /, name, doc=None)"},
    {"__getattribute__", module_getattribute, 2, 2, WRAPPER, TYPE_MODULE, "($self, name, /)"},
    {"", NULL, 0, 0, 0, 0, NULL},
};

// --- super -------------------------------------------------------------------------------------------------------------------------
static Value new_super(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!is_type(vm, args[0]) || !type_is_subtype(vm, (Ref)args[0], TYPE_SUPER))
        return raise_error(vm, EXC_TypeError, "super.__new__(X): X is not a subtype of super");
    PySuper *super = heap_new_container(vm, (Ref)args[0], sizeof(PySuper));
    return super ? OFFSET_OF(vm, super) : EMPTY;
}

// super() without arguments asks the caller's frame; `super().x` does not come here at all (LOAD_SUPER_ATTR).
static Value init_super(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (kwnames && AT(vm, PyTuple, kwnames)->length)
        return raise_error(vm, EXC_TypeError, "super() takes no keyword arguments");
    if (nargs > 3)
        return raise_error(vm, EXC_TypeError, "super() expected at most 2 arguments, got %u", nargs - 1);
    Value own[3] = {args[0]};
    if (nargs == 1) {
        if (!super_from_frame(vm, &own[1], &own[2]))
            return EMPTY;
        args = own;
        nargs = 3;
    }
    if (!is_type(vm, args[1]))
        return raise_error(vm, EXC_TypeError, "super() argument 1 must be a type, not %T", args[1]);
    Value object = nargs > 2 && args[2] != NONE ? args[2] : EMPTY;
    Ref start = 0;
    if (object != EMPTY && !(start = super_check(vm, (Ref)args[1], object)))
        return super_claim(vm, args[0], (Ref)args[1], object, NONE);
    PySuper *super = OBJ(vm, PySuper, args[0]);
    Ref old_type = super->type, old_start = super->object_type;
    super->type = (Ref)retain(vm, args[1]);
    super->object_type = (Ref)retain(vm, start);
    set_value(vm, &super->object, retain(vm, object));
    decref_ref(vm, old_type);
    decref_ref(vm, old_start);
    return NONE;
}

Value super_bind(VM *vm, Value super_value, Value object)
{
    PySuper *super = OBJ(vm, PySuper, super_value);
    if (object == EMPTY || object == NONE || super->object != EMPTY)
        return retain(vm, super_value);
    if (ref_type(vm, super_value) != TYPE_SUPER)
        return tail_call(vm, ref_type(vm, super_value), 2, (Value)super->type, object);
    Ref start = super_check(vm, super->type, object);
    if (!start)
        return super_claim(vm, NONE, super->type, object, NONE);
    PySuper *bound = heap_new_container(vm, TYPE_SUPER, sizeof(PySuper));
    if (!bound)
        return EMPTY;
    bound->type = (Ref)retain(vm, super->type);
    bound->object_type = (Ref)retain(vm, start);
    bound->object = retain(vm, object);
    return OFFSET_OF(vm, bound);
}

static Value super_getattribute(VM *vm, Value *args, u32 nargs, Ref kwnames) { return module_getattribute(vm, args, nargs, kwnames); }
static Value super_get(VM *vm, Value *args, u32 nargs, Ref kwnames) { return super_bind(vm, args[0], args[1]); }
static Value or_none(VM *vm, Value v) { return v == EMPTY ? NONE : retain(vm, v); }
static Value super_thisclass(VM *vm, Value *args, u32 nargs, Ref kwnames) { return or_none(vm, OBJ(vm, PySuper, args[0])->type); }
static Value super_self(VM *vm, Value *args, u32 nargs, Ref kwnames) { return or_none(vm, OBJ(vm, PySuper, args[0])->object); }
static Value super_self_class(VM *vm, Value *args, u32 nargs, Ref kwnames) { return or_none(vm, OBJ(vm, PySuper, args[0])->object_type); }

const BuiltinDef super_defs[] = {
    {"__new__", new_super, 1, 0xFFFF, BUILTIN_FLAG_KEYWORDS, TYPE_SUPER, "($type, *args, **kwargs)"},
    {"__init__", init_super, 1, 0xFFFF, WRAPPER | BUILTIN_FLAG_KEYWORDS, TYPE_SUPER, "($self, /, *args, **kwargs)"},
    {"__getattribute__", super_getattribute, 2, 2, WRAPPER, TYPE_SUPER, "($self, name, /)"},
    {"__get__", super_get, 2, 3, WRAPPER, TYPE_SUPER, "($self, instance, owner=None, /)"},
    {"__thisclass__", super_thisclass, 1, 1, BUILTIN_FLAG_GETTER, TYPE_SUPER, NULL},
    {"__self__", super_self, 1, 1, BUILTIN_FLAG_GETTER, TYPE_SUPER, NULL},
    {"__self_class__", super_self_class, 1, 1, BUILTIN_FLAG_GETTER, TYPE_SUPER, NULL},
    {"", NULL, 0, 0, 0, 0, NULL},
};
