// Methods of object, and the builtin functions on attributes and classes (getattr, isinstance …).
#include "heap_inline.h"
#include "hooks.h"
#include "strings.h"
#include "types.h"

#define ARGS VM *vm, Value *args, u32 nargs, Ref kwnames

static bool has_arguments(VM *vm, u32 nargs, Ref kwnames) { return nargs > 1 || (kwnames && AT(vm, PyTuple, kwnames)->length); }

// --- construction -----------------------------------------------------------------------------------------------------------
static bool str_less(VM *vm, Value a, Value b) { return str_compare(vm, a, b) < 0; }

// "Can't instantiate abstract class C without an implementation for abstract methods 'a', 'b'"
static Value raise_abstract(VM *vm, Ref cls)
{
    Value methods = dict_get_str_peek(vm, type_at(vm, cls)->dict, NAME(vm, __abstractmethods__));
    Value list = list_new(vm, 0);
    bool served = true;
    if (list == EMPTY)
        return EMPTY;
    if (methods == EMPTY || !list_extend_pure(vm, list, methods, &served)) {
        decref(vm, list);
        return vm->exception != EMPTY ? EMPTY : raise_error(vm, EXC_TypeError, "Can't instantiate abstract class %N", cls);
    }
    Value *items = AT(vm, Value, OBJ(vm, PyList, list)->items);
    u32 length = OBJ(vm, PyList, list)->length;
    for (u32 i = 1; i < length; i++) { // a handful of names
        Value v = items[i];
        u32 k = i;
        if (!is_instance(vm, v, TYPE_STR))
            continue;
        for (; k && is_instance(vm, items[k - 1], TYPE_STR) && str_less(vm, v, items[k - 1]); k--)
            items[k] = items[k - 1];
        items[k] = v;
    }
    Value text = str_format(vm, length ? "'%S'" : "", length ? items[0] : EMPTY);
    for (u32 i = 1; i < length && text != EMPTY; i++) {
        Value longer = str_format(vm, "%S, '%S'", text, AT(vm, Value, OBJ(vm, PyList, list)->items)[i]);
        decref(vm, text);
        text = longer;
    }
    if (text != EMPTY)
        raise_error(vm, EXC_TypeError, "Can't instantiate abstract class %N without an implementation for abstract method%s %S", cls,
                    length > 1 ? "s" : "", text);
    decref(vm, text);
    decref(vm, list);
    return EMPTY;
}

static Value object_new(ARGS)
{
    if (nargs == 0)
        return raise_error(vm, EXC_TypeError, "object.__new__(): not enough arguments");
    if (!is_type(vm, args[0]))
        return raise_error(vm, EXC_TypeError, "object.__new__(X): X is not a type object (%T)", args[0]);
    Ref cls = (Ref)args[0];
    PyType *t = type_at(vm, cls);
    Ref *plain = type_at(vm, TYPE_OBJECT)->specials;
    if (has_arguments(vm, nargs, kwnames)) {
        if (t->specials[SPECIAL_new] != plain[SPECIAL_new])
            return raise_error(vm, EXC_TypeError, "object.__new__() takes exactly one argument (the type to instantiate)");
        if (t->specials[SPECIAL_init] == plain[SPECIAL_init])
            return raise_error(vm, EXC_TypeError, "%N() takes no arguments", cls);
    }
    if (t->flags & TYPE_ABSTRACT)
        return raise_abstract(vm, cls);
    if (t->kind != LAYOUT_OBJECT) {
        Ref solid = cls;
        while (type_at(vm, solid)->flags & TYPE_HEAP)
            solid = type_at(vm, solid)->base;
        return raise_error(vm, EXC_TypeError, "object.__new__(%N) is not safe, use %N.__new__()", cls, solid);
    }
    return instance_new(vm, cls);
}

static Value object_init(ARGS)
{
    if (has_arguments(vm, nargs, kwnames)) {
        PyType *t = type_at(vm, type_of(vm, args[0]));
        Ref *plain = type_at(vm, TYPE_OBJECT)->specials;
        if (t->specials[SPECIAL_init] != plain[SPECIAL_init])
            return raise_error(vm, EXC_TypeError, "object.__init__() takes exactly one argument (the instance to initialize)");
        if (t->specials[SPECIAL_new] == plain[SPECIAL_new])
            return raise_error(vm, EXC_TypeError, "%N.__init__() takes exactly one argument (the instance to initialize)", OFFSET_OF(vm, t));
    }
    return NONE;
}

// --- attributes ---------------------------------------------------------------------------------------------------------------
// The interned name; 0: TypeError.
static Ref name_of(VM *vm, Value v)
{
    if (is_exact(vm, v, TYPE_STR))
        return str_intern(vm, v);
    if (!is_instance(vm, v, TYPE_STR)) {
        raise_error(vm, EXC_TypeError, "attribute name must be string, not '%T'", v);
        return 0;
    }
    // An instance of a subclass: the plain string that spells the same, kept until the next one.
    PyStr *s = OBJ(vm, PyStr, v);
    Value copy = str_from_chars(vm, s->data, s->kind, s->length);
    if (copy == EMPTY)
        return 0;
    Ref name = str_intern_take(vm, copy);
    set_value(vm, &vm->temp_name, name);
    return name;
}

// A tail call whose result nobody wants, made for a function that answers None.
Value tail_for_none(VM *vm)
{
    Ref wrapper = vm->prelude[PRELUDE_CALL_FOR_NONE];
    if (!wrapper || vm->tail_kind != TAIL_CALL || vm->tail_nargs > 7 || vm->tail_kwnames)
        return VALUE_TAIL;
    for (u32 i = vm->tail_nargs; i; i--)
        vm->tail_args[i] = vm->tail_args[i - 1];
    vm->tail_args[0] = vm->tail_callee;
    vm->tail_nargs++;
    vm->tail_callee = retain(vm, wrapper);
    return VALUE_TAIL;
}

static Value object_getattribute(ARGS)
{
    Ref name = name_of(vm, args[1]);
    return name ? attr_get_generic(vm, args[0], name) : EMPTY;
}

static Value set_with(VM *vm, Value object, Value name_value, Value value, bool of_type, const char *what)
{
    Ref name = name_of(vm, name_value);
    if (!name)
        return EMPTY;
    if (!of_type && kind_of(vm, object) == LAYOUT_TYPE)
        return raise_error(vm, EXC_TypeError, "can't apply this %s to %N object", what, ref_type(vm, object));
    Value tail = EMPTY;
    if (attr_set_builtin(vm, object, name, value, &tail))
        return NONE;
    return tail == VALUE_TAIL ? tail_for_none(vm) : EMPTY;
}
static Value object_setattr(ARGS) { return set_with(vm, args[0], args[1], args[2], false, "__setattr__"); }
static Value object_delattr(ARGS) { return set_with(vm, args[0], args[1], EMPTY, false, "__delattr__"); }
static Value type_setattr(ARGS) { return set_with(vm, args[0], args[1], args[2], true, "__setattr__"); }
static Value type_delattr(ARGS) { return set_with(vm, args[0], args[1], EMPTY, true, "__delattr__"); }
static Value type_getattribute(ARGS)
{
    Ref name = name_of(vm, args[1]);
    return name ? attr_get_builtin(vm, args[0], name) : EMPTY;
}

static Value object_class(ARGS) { return retain(vm, type_of(vm, args[0])); }
static Value object_set_class(ARGS)
{
    if (nargs < 2)
        return raise_error(vm, EXC_TypeError, "can't delete __class__ attribute");
    if (!is_type(vm, args[1]))
        return raise_error(vm, EXC_TypeError, "__class__ must be set to a class, not '%T' object", args[1]);
    Ref old = type_of(vm, args[0]), new = (Ref)args[1];
    bool modules = type_is_subtype(vm, old, TYPE_MODULE) && type_is_subtype(vm, new, TYPE_MODULE);
    if (!modules && (type_at(vm, old)->flags | type_at(vm, new)->flags) & TYPE_IMMUTABLE)
        return raise_error(vm, EXC_TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses");
    if (old == new)
        return NONE;
    bool compatible = modules ? type_at(vm, old)->member_count == type_at(vm, new)->member_count : types_are_compatible(vm, old, new);
    if (!compatible)
        return raise_error(vm, EXC_TypeError, "__class__ assignment: '%N' object layout differs from '%N'", new, old);
    if (!instance_change_class(vm, args[0], new))
        return EMPTY;
    if (is_finalized(vm, (Ref)args[0]))
        type_at(vm, new)->flags |= TYPE_HAS_DEL;
    return NONE;
}

static Value object_eq(ARGS) { return args[0] == args[1] ? TRUE : NOTIMPLEMENTED; }
static Value object_compare(ARGS) { return NOTIMPLEMENTED; }
static Value object_ne(ARGS)
{
    Ref eq = special_of(vm, args[0], SPECIAL_eq);
    if (eq == type_at(vm, TYPE_OBJECT)->specials[SPECIAL_eq] || !eq)
        return args[0] == args[1] ? FALSE : NOTIMPLEMENTED;
    if (is_core_method_of(vm, eq, args[0])) {
        Value r = call_builtin_core(vm, AT(vm, PyBuiltin, eq), args, 2);
        if (r == TRUE || r == FALSE)
            return make_bool(r == FALSE);
        if (r == VALUE_TAIL)
            tail_cancel(vm);
        else
            return r;
    }
    return tail_prelude(vm, PRELUDE_OBJECT_NE, 2, args[0], args[1]);
}
static Value object_hash(ARGS) { return int48(args[0] <= 0xFFFFFFFFull ? (i64)(args[0] >> 4) : (i64)(args[0] % 0x1FFFFFFFFFFFull)); }
static Value object_init_subclass(ARGS)
{
    if (kwnames && AT(vm, PyTuple, kwnames)->length)
        return raise_error(vm, EXC_TypeError, "%S.__init_subclass__() takes no keyword arguments", (Value)OBJ(vm, PyType, args[0])->qualname);
    if (nargs > 1)
        return raise_error(vm, EXC_TypeError, "object.__init_subclass__() takes no arguments (%u given)", nargs - 1);
    return NONE;
}
static Value object_subclasshook(ARGS) { return NOTIMPLEMENTED; }

// --- builtin functions --------------------------------------------------------------------------------------------------------
static Value builtin_getattr(ARGS)
{
    if (nargs < 2 || nargs > 3)
        return raise_error(vm, EXC_TypeError, "getattr expected at %s %u arguments, got %u", nargs < 2 ? "least" : "most", nargs < 2 ? 2u : 3u, nargs);
    Ref name = name_of(vm, args[1]);
    if (!name)
        return EMPTY;
    if (nargs == 2)
        return attr_get(vm, args[0], name);
    Value result;
    switch (attr_find(vm, args[0], name, &result)) {
    case 1: return result;
    case 0: return retain(vm, args[2]);
    case 2: // Python code answers: an AttributeError from it must be caught
        tail_cancel(vm);
        return tail_prelude(vm, PRELUDE_GETATTR_DEFAULT, 3, args[0], (Value)name, args[2]);
    default:
        if (!exception_matches(vm, vm->exception, EXC_AttributeError))
            return EMPTY;
        exception_clear(vm);
        return retain(vm, args[2]);
    }
}
static Value builtin_hasattr(ARGS)
{
    if (nargs != 2)
        return raise_error(vm, EXC_TypeError, "hasattr expected 2 arguments, got %u", nargs);
    Ref name = name_of(vm, args[1]);
    if (!name)
        return EMPTY;
    Value result;
    switch (attr_find(vm, args[0], name, &result)) {
    case 1: decref(vm, result); return TRUE;
    case 0: return FALSE;
    case 2: tail_cancel(vm); return tail_prelude(vm, PRELUDE_HASATTR, 2, args[0], (Value)name);
    default:
        if (!exception_matches(vm, vm->exception, EXC_AttributeError))
            return EMPTY;
        exception_clear(vm);
        return FALSE;
    }
}
static Value builtin_setattr(ARGS)
{
    if (nargs != 3)
        return raise_error(vm, EXC_TypeError, "setattr expected 3 arguments, got %u", nargs);
    Ref name = name_of(vm, args[1]);
    Value tail = EMPTY;
    if (!name)
        return EMPTY;
    if (attr_set(vm, args[0], name, args[2], &tail))
        return NONE;
    return tail == VALUE_TAIL ? tail_for_none(vm) : EMPTY;
}
static Value builtin_delattr(ARGS)
{
    if (nargs != 2)
        return raise_error(vm, EXC_TypeError, "delattr expected 2 arguments, got %u", nargs);
    Ref name = name_of(vm, args[1]);
    Value tail = EMPTY;
    if (!name)
        return EMPTY;
    if (attr_set(vm, args[0], name, EMPTY, &tail))
        return NONE;
    return tail == VALUE_TAIL ? tail_for_none(vm) : EMPTY;
}
// As in CPython, where objects lie high up in the address space (src/host/names.ts says the same).
static Value builtin_id(ARGS) { return int_from_u64(vm, is_ref(args[0]) ? args[0] + 0x7F0000000000ull : args[0]); }
static Value builtin_callable(ARGS)
{
    if (!is_object(args[0]))
        return FALSE;
    switch (kind_of(vm, args[0])) {
    case LAYOUT_FUNCTION: case LAYOUT_BUILTIN: case LAYOUT_METHOD: case LAYOUT_TYPE: case LAYOUT_STATICMETHOD: return TRUE;
    // (A number as `__call__` is no special method, but it is there.)
    default: return make_bool(special_of(vm, args[0], SPECIAL_call) != 0 || type_lookup_peek(vm, type_of(vm, args[0]), vm->special_names[SPECIAL_call]) != EMPTY);
    }
}

// Is `cls` a class whose metaclass leaves isinstance/issubclass alone? Then the MRO decides.
static bool is_plain_class(VM *vm, Value cls, u32 special)
{
    return is_type(vm, cls) && special_of(vm, cls, special) == type_at(vm, TYPE_TYPE)->specials[special];
}

// Whether object.__class__ is its type: no property of that name, no hook on attribute access.
bool class_is_type(VM *vm, Value object)
{
    Ref type = type_of(vm, object);
    if (!is_object(object) || !(type_at(vm, type)->flags & (TYPE_HEAP | TYPE_HAS_GETATTRIBUTE)))
        return true;
    return !(type_at(vm, type)->flags & TYPE_HAS_GETATTRIBUTE) && type_lookup_peek(vm, type, NAME(vm, __class__)) == dict_get_str_peek(vm, type_at(vm, TYPE_OBJECT)->dict, NAME(vm, __class__));
}

Value quick_instance(VM *vm, Value object, Value cls)
{
    Ref type = type_of(vm, object);
    if ((Value)type == cls)
        return TRUE;
    if (!is_plain_class(vm, cls, SPECIAL_instancecheck))
        return EMPTY;
    if (type_is_subtype(vm, type, (Ref)cls))
        return TRUE;
    return class_is_type(vm, object) ? FALSE : EMPTY; // __class__ may claim something else
}

// What the metaclass of `cls` says, where that is a function in Python; else the long way.
static Value ask_class(VM *vm, u32 special, Value cls, Value object)
{
    Ref hook = is_type(vm, cls) ? special_of(vm, cls, special) : 0;
    if (hook && is_exact(vm, hook, TYPE_FUNCTION))
        return tail_prelude(vm, PRELUDE_HOOK_SAYS, 3, (Value)hook, cls, object);
    return tail_prelude(vm, special == SPECIAL_instancecheck ? PRELUDE_INSTANCE_CHECK : PRELUDE_SUBCLASS_CHECK, 2, object, cls);
}

static Value builtin_isinstance(ARGS)
{
    if (nargs != 2)
        return raise_error(vm, EXC_TypeError, "isinstance expected 2 arguments, got %u", nargs);
    Value result = quick_instance(vm, args[0], args[1]);
    if (result == EMPTY && is_exact(vm, args[1], TYPE_TUPLE)) {
        PyTuple *tuple = OBJ(vm, PyTuple, args[1]);
        result = FALSE;
        for (u32 i = 0; i < tuple->length && result == FALSE; i++)
            result = quick_instance(vm, args[0], tuple->items[i]);
    }
    return result != EMPTY ? result : ask_class(vm, SPECIAL_instancecheck, args[1], args[0]);
}

static Value quick_subclass(VM *vm, Value cls, Value base)
{
    if (!is_type(vm, cls) || !is_plain_class(vm, base, SPECIAL_subclasscheck))
        return EMPTY;
    return make_bool(type_is_subtype(vm, (Ref)cls, (Ref)base));
}
static Value builtin_issubclass(ARGS)
{
    if (nargs != 2)
        return raise_error(vm, EXC_TypeError, "issubclass expected 2 arguments, got %u", nargs);
    Value result = quick_subclass(vm, args[0], args[1]);
    if (result == EMPTY && is_exact(vm, args[1], TYPE_TUPLE)) {
        PyTuple *tuple = OBJ(vm, PyTuple, args[1]);
        result = FALSE;
        for (u32 i = 0; i < tuple->length && result == FALSE; i++)
            result = quick_subclass(vm, args[0], tuple->items[i]);
    }
    return result != EMPTY ? result : ask_class(vm, SPECIAL_subclasscheck, args[1], args[0]);
}

// isinstance() as C code means it: what the object says of its __class__ does not count.
static bool is_really(VM *vm, Value object, Value cls, bool *known)
{
    if (is_plain_class(vm, cls, SPECIAL_instancecheck))
        return is_instance(vm, object, (Ref)cls);
    *known = false;
    return false;
}
static Value builtin_is_really(ARGS)
{
    bool known = true, found = false;
    if (is_exact(vm, args[1], TYPE_TUPLE)) {
        PyTuple *tuple = OBJ(vm, PyTuple, args[1]);
        for (u32 i = 0; i < tuple->length && !found; i++)
            found = is_really(vm, args[0], tuple->items[i], &known);
    } else {
        found = is_really(vm, args[0], args[1], &known);
    }
    return found || known ? make_bool(found) : builtin_isinstance(vm, args, nargs, kwnames);
}
// For the prelude and type.__instancecheck__: by the MRO alone.
static Value real_isinstance(ARGS)
{
    if (!is_type(vm, args[1]))
        return raise_error(vm, EXC_TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union");
    return make_bool(is_instance(vm, args[0], (Ref)args[1]));
}
static Value real_issubclass(ARGS)
{
    if (!is_type(vm, args[0]))
        return raise_error(vm, EXC_TypeError, "issubclass() arg 1 must be a class");
    if (!is_type(vm, args[1]))
        return raise_error(vm, EXC_TypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
    return make_bool(type_is_subtype(vm, (Ref)args[0], (Ref)args[1]));
}

#define WRAPPER (BUILTIN_FLAG_METHOD | BUILTIN_FLAG_WRAPPER)
#define COMPARE_ROW(name) {name, object_compare, 2, 2, WRAPPER, TYPE_OBJECT, "($self, value, /)"}
const BuiltinDef object_defs[] = {
    {"__new__", object_new, 0, 0xFFFF, BUILTIN_FLAG_KEYWORDS, TYPE_OBJECT, "($type, *args, **kwargs)"},
    {"__init__", object_init, 1, 0xFFFF, WRAPPER | BUILTIN_FLAG_KEYWORDS, TYPE_OBJECT, "($self, /, *args, **kwargs)"},
    {"__getattribute__", object_getattribute, 2, 2, WRAPPER, TYPE_OBJECT, "($self, name, /)"},
    {"__setattr__", object_setattr, 3, 3, WRAPPER, TYPE_OBJECT, "($self, name, value, /)"},
    {"__delattr__", object_delattr, 2, 2, WRAPPER, TYPE_OBJECT, "($self, name, /)"},
    {"__class__", object_class, 1, 1, BUILTIN_FLAG_GETTER, TYPE_OBJECT, NULL},
    {"__class__", object_set_class, 1, 2, BUILTIN_FLAG_SETTER, TYPE_OBJECT, NULL},
    {"__eq__", object_eq, 2, 2, WRAPPER, TYPE_OBJECT, "($self, value, /)"},
    {"__ne__", object_ne, 2, 2, WRAPPER, TYPE_OBJECT, "($self, value, /)"},
    COMPARE_ROW("__lt__"), COMPARE_ROW("__le__"), COMPARE_ROW("__gt__"), COMPARE_ROW("__ge__"),
    {"__hash__", object_hash, 1, 1, WRAPPER, TYPE_OBJECT, "($self, /)"},
    {"__init_subclass__", object_init_subclass, 1, 0xFFFF, BUILTIN_FLAG_CLASSMETHOD | BUILTIN_FLAG_KEYWORDS, TYPE_OBJECT, NULL},
    {"__subclasshook__", object_subclasshook, 1, 2, BUILTIN_FLAG_CLASSMETHOD, TYPE_OBJECT, NULL},
    {"__getattribute__", type_getattribute, 2, 2, WRAPPER, TYPE_TYPE, "($self, name, /)"},
    {"__setattr__", type_setattr, 3, 3, WRAPPER, TYPE_TYPE, "($self, name, value, /)"},
    {"__delattr__", type_delattr, 2, 2, WRAPPER, TYPE_TYPE, "($self, name, /)"},
    {"", NULL, 0, 0, 0, 0, NULL},
};

const BuiltinDef attribute_defs[] = { // module "builtins"
    {"getattr", builtin_getattr, 0, 0xFFFF, 0, 0, NULL},
    {"hasattr", builtin_hasattr, 0, 0xFFFF, 0, 0, "($module, obj, name, /)"},
    {"setattr", builtin_setattr, 0, 0xFFFF, 0, 0, "($module, obj, name, value, /)"},
    {"delattr", builtin_delattr, 0, 0xFFFF, 0, 0, "($module, obj, name, /)"},
    {"isinstance", builtin_isinstance, 0, 0xFFFF, 0, 0, "($module, obj, class_or_tuple, /)"},
    {"issubclass", builtin_issubclass, 0, 0xFFFF, 0, 0, "($module, cls, class_or_tuple, /)"},
    {"callable", builtin_callable, 1, 1, 0, 0, "($module, obj, /)"},
    {"id", builtin_id, 1, 1, 0, 0, "($module, obj, /)"},
    {"", NULL, 0, 0, 0, 0, NULL},
};
// readonly_member(member, name): another descriptor of the same slot, through which programs only read it.
static Value readonly_member(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyMember *made = heap_new_container(vm, TYPE_MEMBER_DESCRIPTOR, sizeof(PyMember)), *from = OBJ(vm, PyMember, args[0]);
    if (!made)
        return EMPTY;
    made->owner = (Ref)retain(vm, from->owner);
    made->name = (Ref)retain(vm, args[1]);
    made->index = from->index;
    made->flags = from->flags | MEMBER_READONLY;
    return OFFSET_OF(vm, made);
}

const BuiltinDef attribute_private_defs[] = { // module "_krait"
    {"is_really", builtin_is_really, 2, 2, 0, 0, NULL}, // what Krait's own Python code calls isinstance
    {"claims_to_be", builtin_isinstance, 2, 2, 0, 0, NULL}, // what programs call so
    {"isinstance_by_mro", real_isinstance, 2, 2, 0, 0, NULL}, // by the MRO alone
    {"issubclass_by_mro", real_issubclass, 2, 2, 0, 0, NULL},
    {"readonly_member", readonly_member, 2, 2, 0, 0, NULL},
    {"", NULL, 0, 0, 0, 0, NULL},
};
