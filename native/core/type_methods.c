// Attributes of classes (type's getset descriptors) and type's own cold methods written in C. What has to call Python code (__annotations__, mro()
// of metaclasses, assigning __bases__) is the host's.
#include "heap_inline.h"
#include "types.h"

#define ARGS VM *vm, Value *args, u32 nargs, Ref kwnames
#define GETTER BUILTIN_FLAG_GETTER
#define SETTER BUILTIN_FLAG_SETTER

static PyType *self_of(VM *vm, Value *args) { return OBJ(vm, PyType, args[0]); }
static Value shown(VM *vm, Ref r) { return r ? retain(vm, r) : NONE; }

// Builtin types refuse; so does deleting.
static bool may_set(VM *vm, Value *args, u32 nargs, const char *name)
{
    if (!(self_of(vm, args)->flags & TYPE_IMMUTABLE) && nargs > 1)
        return true;
    raise_error(vm, EXC_TypeError, "cannot %s '%s' attribute of immutable type '%N'", nargs > 1 ? "set" : "delete", name, (Ref)args[0]);
    return false;
}

static Value type_name(ARGS) { return shown(vm, self_of(vm, args)->name); }
static Value set_type_name(ARGS)
{
    if (!may_set(vm, args, nargs, "__name__"))
        return EMPTY;
    if (!is_instance(vm, args[1], TYPE_STR))
        return raise_error(vm, EXC_TypeError, "can only assign string to %N.__name__, not '%T'", (Ref)args[0], args[1]);
    PyStr *s = OBJ(vm, PyStr, args[1]);
    for (u32 i = 0; i < s->length; i++)
        if (!str_char(s, i))
            return raise_error(vm, EXC_ValueError, "type name must not contain null characters");
    Ref *place = &self_of(vm, args)->name, old = *place;
    *place = (Ref)retain(vm, args[1]);
    decref_ref(vm, old);
    return NONE;
}
static Value type_qualname(ARGS) { return shown(vm, self_of(vm, args)->qualname); }
static Value set_type_qualname(ARGS)
{
    if (!may_set(vm, args, nargs, "__qualname__"))
        return EMPTY;
    if (!is_instance(vm, args[1], TYPE_STR))
        return raise_error(vm, EXC_TypeError, "can only assign string to %N.__qualname__, not '%T'", (Ref)args[0], args[1]);
    Ref *place = &self_of(vm, args)->qualname, old = *place;
    *place = (Ref)retain(vm, args[1]);
    decref_ref(vm, old);
    return NONE;
}
static Value type_module(ARGS)
{
    PyType *t = self_of(vm, args);
    if (t->flags & TYPE_HEAP) {
        Value v = dict_get_str_peek(vm, t->dict, NAME(vm, __module__));
        return v != EMPTY ? retain(vm, v) : raise_object(vm, EXC_AttributeError, NAME(vm, __module__));
    }
    return shown(vm, t->module);
}
static Value set_type_module(ARGS)
{
    if (!may_set(vm, args, nargs, "__module__"))
        return EMPTY;
    if (!type_set_attr(vm, (Ref)args[0], NAME(vm, __module__), args[1]))
        return EMPTY;
    Ref line = str_intern_c(vm, "__firstlineno__"); // of another module, as far as anybody knows
    if (dict_get_str_peek(vm, self_of(vm, args)->dict, line) != EMPTY && !type_set_attr(vm, (Ref)args[0], line, EMPTY))
        return EMPTY;
    if (is_instance(vm, args[1], TYPE_STR)) {
        Ref *place = &self_of(vm, args)->module, old = *place;
        *place = (Ref)retain(vm, args[1]);
        decref_ref(vm, old);
    }
    return NONE;
}
static Value type_repr(ARGS)
{
    PyType *t = self_of(vm, args);
    Value qualname = t->qualname ? t->qualname : t->name;
    Value module = t->flags & TYPE_HEAP ? dict_get_str_peek(vm, t->dict, NAME(vm, __module__)) : (Value)t->module;
    if (!is_object(module) || !is_instance(vm, module, TYPE_STR) || str_equal(vm, module, NAME(vm, builtins)))
        return str_format(vm, "<class '%S'>", qualname);
    return str_format(vm, "<class '%S.%S'>", module, qualname);
}
static Value type_base(ARGS) { return shown(vm, self_of(vm, args)->base); }
static Value type_mro(ARGS) { return shown(vm, self_of(vm, args)->mro); }
static Value type_dict(ARGS) { return mappingproxy_new(vm, self_of(vm, args)->dict); }

// A docstring may be a descriptor.
static Value type_doc(ARGS)
{
    PyType *t = self_of(vm, args);
    if (!(t->flags & TYPE_HEAP) && t->doc)
        return retain(vm, t->doc);
    Value v = dict_get_str_peek(vm, t->dict, NAME(vm, __doc__));
    return v == EMPTY ? NONE : descriptor_get(vm, v, EMPTY, (Ref)args[0]);
}
static Value set_type_doc(ARGS)
{
    if (!may_set(vm, args, nargs, "__doc__"))
        return EMPTY;
    return type_set_attr(vm, (Ref)args[0], NAME(vm, __doc__), args[1]) ? NONE : EMPTY;
}

static Value type_abstract_methods(ARGS)
{
    Value v = args[0] == TYPE_TYPE ? EMPTY : dict_get_str_peek(vm, self_of(vm, args)->dict, NAME(vm, __abstractmethods__));
    return v == EMPTY ? raise_object(vm, EXC_AttributeError, NAME(vm, __abstractmethods__)) : retain(vm, v);
}
static Value set_abstract_methods(ARGS)
{
    Value cls = args[0];
    bool abstract = false;
    if (nargs > 1) {
        int truth = op_truth(vm, args[1]);
        if (truth == 2) {
            tail_cancel(vm);
            truth = 1;
        }
        if (truth < 0)
            return EMPTY;
        abstract = truth;
    } else if (dict_get_str_peek(vm, self_of(vm, args)->dict, NAME(vm, __abstractmethods__)) == EMPTY) {
        return raise_object(vm, EXC_AttributeError, NAME(vm, __abstractmethods__));
    }
    if (!type_set_attr(vm, (Ref)cls, NAME(vm, __abstractmethods__), nargs > 1 ? args[1] : EMPTY))
        return EMPTY;
    PyType *t = self_of(vm, args);
    t->flags = abstract ? t->flags | TYPE_ABSTRACT : t->flags & ~TYPE_ABSTRACT;
    return NONE;
}

static Value type_type_params(ARGS)
{
    Value v = args[0] == TYPE_TYPE ? EMPTY : dict_get_str_peek(vm, self_of(vm, args)->dict, NAME(vm, __type_params__));
    return v == EMPTY ? EMPTY_TUPLE : retain(vm, v);
}
static Value set_type_params(ARGS)
{
    if (!may_set(vm, args, nargs, "__type_params__"))
        return EMPTY;
    return type_set_attr(vm, (Ref)args[0], NAME(vm, __type_params__), args[1]) ? NONE : EMPTY;
}

static Value type_basicsize(ARGS)
{
    PyType *t = self_of(vm, args);
    return int48(t->base_size + (t->kind == LAYOUT_OBJECT ? t->member_count * 8 : 0));
}
static Value type_itemsize(ARGS)
{
    static const u8 sizes[LAYOUT_COUNT] = {[LAYOUT_TUPLE] = 8, [LAYOUT_INT] = 4, [LAYOUT_BYTES] = 1};
    return int48(sizes[self_of(vm, args)->kind]);
}
static Value type_dictoffset(ARGS) { return int48(self_of(vm, args)->flags & TYPE_HAS_DICT ? -1 : 0); }
static Value type_weakrefoffset(ARGS) { return int48(self_of(vm, args)->flags & TYPE_HAS_WEAKREF ? -1 : 0); }

// CPython's tp_flags, as far as programs look at them (inspect.isabstract, copyreg, pattern matching).
static Value type_flags(ARGS)
{
    PyType *t = self_of(vm, args);
    u32 flags = 1u << 12; // READY
    if (t->flags & TYPE_HEAP)
        flags |= 1u << 9;
    if (t->flags & TYPE_BASETYPE)
        flags |= 1u << 10;
    if (t->flags & TYPE_CONTAINER)
        flags |= 1u << 14;
    if (t->flags & TYPE_IMMUTABLE)
        flags |= 1u << 8;
    if (t->flags & TYPE_DISALLOW_NEW)
        flags |= 1u << 7;
    if (t->flags & TYPE_ABSTRACT)
        flags |= 1u << 20;
    if (t->flags & TYPE_SEQUENCE)
        flags |= 1u << 5;
    if (t->flags & TYPE_MAPPING)
        flags |= 1u << 6;
    if (t->flags & TYPE_MATCHES_ITSELF)
        flags |= 1u << 22;
    static const struct { Ref type; u32 bit; } subclass_bits[] = {
        {TYPE_INT, 24}, {TYPE_LIST, 25}, {TYPE_TUPLE, 26}, {TYPE_BYTES, 27}, {TYPE_STR, 28}, {TYPE_DICT, 29}, {EXC_BaseException, 30}, {TYPE_TYPE, 31},
    };
    for (u32 i = 0; i < sizeof subclass_bits / sizeof *subclass_bits; i++)
        if (type_is_subtype(vm, (Ref)args[0], subclass_bits[i].type))
            flags |= 1u << subclass_bits[i].bit;
    return int48(flags);
}

static Value type_subclasses(ARGS)
{
    Value list = list_new(vm, 0);
    u32 block = self_of(vm, args)->subclasses;
    for (u32 i = 0; block && list != EMPTY && i < AT(vm, RefBlock, block)->count; i++)
        if (!list_append(vm, list, AT(vm, RefBlock, block)->items[i])) {
            decref(vm, list);
            return EMPTY;
        }
    return list;
}

static Value type_prepare(ARGS) { return dict_new(vm); }

// --- __dict__ and __weakref__ of instances: models that type_new copies into the classes that add them -------------------------------
Value attribute_dict(VM *vm, Value *args, u32 nargs, Ref kwnames); // functions.c
Value set_attribute_dict(VM *vm, Value *args, u32 nargs, Ref kwnames);

static Value instance_weakref(ARGS)
{
    Ref r = is_object(args[0]) ? weakrefs_first(vm, (Ref)args[0]) : 0;
    return shown(vm, r);
}

const BuiltinDef type_defs[] = {
    {"__name__", type_name, 1, 1, GETTER, TYPE_TYPE, NULL}, {"__name__", set_type_name, 1, 2, SETTER, TYPE_TYPE, NULL},
    {"__qualname__", type_qualname, 1, 1, GETTER, TYPE_TYPE, NULL}, {"__qualname__", set_type_qualname, 1, 2, SETTER, TYPE_TYPE, NULL},
    {"__module__", type_module, 1, 1, GETTER, TYPE_TYPE, NULL}, {"__module__", set_type_module, 1, 2, SETTER, TYPE_TYPE, NULL},
    {"__repr__", type_repr, 1, 1, BUILTIN_FLAG_METHOD | BUILTIN_FLAG_WRAPPER, TYPE_TYPE, "($self, /)"},
    {"__base__", type_base, 1, 1, GETTER, TYPE_TYPE, NULL},
    {"__mro__", type_mro, 1, 1, GETTER, TYPE_TYPE, NULL},
    {"__dict__", type_dict, 1, 1, GETTER, TYPE_TYPE, NULL},
    {"__doc__", type_doc, 1, 1, GETTER, TYPE_TYPE, NULL}, {"__doc__", set_type_doc, 1, 2, SETTER, TYPE_TYPE, NULL},
    {"__abstractmethods__", type_abstract_methods, 1, 1, GETTER, TYPE_TYPE, NULL},
    {"__abstractmethods__", set_abstract_methods, 1, 2, SETTER, TYPE_TYPE, NULL},
    {"__type_params__", type_type_params, 1, 1, GETTER, TYPE_TYPE, NULL}, {"__type_params__", set_type_params, 1, 2, SETTER, TYPE_TYPE, NULL},
    {"__basicsize__", type_basicsize, 1, 1, GETTER, TYPE_TYPE, NULL}, {"__itemsize__", type_itemsize, 1, 1, GETTER, TYPE_TYPE, NULL},
    {"__dictoffset__", type_dictoffset, 1, 1, GETTER, TYPE_TYPE, NULL}, {"__weakrefoffset__", type_weakrefoffset, 1, 1, GETTER, TYPE_TYPE, NULL},
    {"__flags__", type_flags, 1, 1, GETTER, TYPE_TYPE, NULL},
    {"__subclasses__", type_subclasses, 1, 1, BUILTIN_FLAG_METHOD, TYPE_TYPE, "($self, /)"},
    {"__prepare__", type_prepare, 1, 0xFFFF, BUILTIN_FLAG_CLASSMETHOD | BUILTIN_FLAG_KEYWORDS, TYPE_TYPE, NULL},
    // Rows of a type without a dictionary that anyone sees: statics.c takes them out again (see take_models there).
    {"__dict__", attribute_dict, 1, 1, GETTER, TYPE_SHAPE, NULL}, {"__dict__", set_attribute_dict, 1, 2, SETTER, TYPE_SHAPE, NULL},
    {"__weakref__", instance_weakref, 1, 1, GETTER, TYPE_SHAPE, NULL},
    {"", NULL, 0, 0, 0, 0, NULL},
};
