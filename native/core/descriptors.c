// The descriptor protocol for the builtin kinds, and the small objects it makes (bound methods, bound builtins). Descriptors of classes made in
// Python that override __get__/__set__ tail-call those; a subclass that inherits the builtin one takes the builtin way.
#include "containers.h"
#include "hooks.h"
#include "heap_inline.h"
#include "strings.h"
#include "types.h"

Value method_new(VM *vm, Value function, Value self)
{
    PyMethod *method = heap_new_raw(vm, TYPE_METHOD, sizeof(PyMethod), HEAP_CONTAINERS);
    if (!method)
        return EMPTY;
    method->self = retain(vm, self);
    method->function = retain(vm, function);
    method->weak_list = method->pad = 0;
    return OFFSET_OF(vm, method);
}

Value builtin_bind(VM *vm, Value builtin, Value self)
{
    PyBuiltin *from = OBJ(vm, PyBuiltin, builtin);
    PyBuiltin *bound = heap_new_raw(vm, from->flags & BUILTIN_FLAG_WRAPPER ? TYPE_METHOD_WRAPPER : TYPE_BUILTIN, sizeof(PyBuiltin), HEAP_CONTAINERS);
    if (!bound)
        return EMPTY;
    ObjectHead head = bound->head;
    *bound = *from;
    bound->head = head;
    bound->flags &= ~BUILTIN_FLAG_METHOD;
    bound->self = retain(vm, self);
    bound->weak_list = 0;
    Ref owned[] = {bound->name, bound->qualname, bound->module, bound->doc, bound->text_signature};
    for (u32 i = 0; i < 5; i++)
        if (owned[i])
            AT(vm, ObjectHead, owned[i])->refcount++;
    return OFFSET_OF(vm, bound);
}

Value call_builtin_core(VM *vm, PyBuiltin *builtin, Value *args, u32 nargs)
{
    ASSERT(vm, builtin->kind == BUILTIN_CORE);
    return core_functions[builtin->table].defs[builtin->index].function(vm, args, nargs, 0);
}

// Is this type's `special` written in C (then the kind of the object says what it does)?
static bool is_builtin_special(VM *vm, PyType *t, u32 special)
{
    Ref r = t->specials[special];
    return !r || type_at(vm, AT(vm, ObjectHead, r)->type)->kind == LAYOUT_BUILTIN;
}

static Value raise_wrong_object(VM *vm, Ref name, Ref owner, Value object)
{
    return raise_error(vm, EXC_TypeError, "descriptor '%S' for '%N' objects doesn't apply to a '%T' object", (Value)name, owner, object);
}

static Value property_get(VM *vm, Value descriptor, Value object)
{
    PyProperty *property = OBJ(vm, PyProperty, descriptor);
    if (property->getter == EMPTY || property->getter == NONE) {
        Ref qualname = type_at(vm, type_of(vm, object))->qualname;
        if (property->name)
            return raise_error(vm, EXC_AttributeError, "property %R of %R object has no getter", (Value)property->name, (Value)qualname);
        return raise_error(vm, EXC_AttributeError, "property of %R object has no getter", (Value)qualname);
    }
    return tail_call(vm, property->getter, 1, object);
}

static bool property_set(VM *vm, Value descriptor, Value object, Value value, Value *tail)
{
    PyProperty *property = OBJ(vm, PyProperty, descriptor);
    Value callee = value == EMPTY ? property->deleter : property->setter;
    if (callee == EMPTY || callee == NONE) {
        Ref qualname = type_at(vm, type_of(vm, object))->qualname;
        const char *what = value == EMPTY ? "deleter" : "setter";
        Ref name = property->name; // a property not made in a class body goes by its getter's name
        if (!name && is_object(property->getter) && kind_of(vm, property->getter) == LAYOUT_FUNCTION)
            name = OBJ(vm, PyFunction, property->getter)->name;
        if (name)
            raise_error(vm, EXC_AttributeError, "property %R of %R object has no %s", (Value)name, (Value)qualname, what);
        else
            raise_error(vm, EXC_AttributeError, "property of %R object has no %s", (Value)qualname, what);
        return false;
    }
    *tail = value == EMPTY ? tail_call(vm, callee, 1, object) : tail_call(vm, callee, 2, object, value);
    return false;
}

static Value *member_place(VM *vm, PyMember *member, Value object, bool make)
{
    if (member->flags & MEMBER_FIELD)
        return AT(vm, Value, (u32)object + member->index);
    return instance_member(vm, object, member->index, make);
}

Value tuple_getter_get(VM *vm, PyMember *member, Value object); // deques.c

// A slot without a value: the one message about attributes that has the class's full name.
static COLD Value raise_unset(VM *vm, Value object, Ref name)
{
    Ref type = type_of(vm, object);
    Value module = type_lookup_peek(vm, type, NAME(vm, __module__));
    if (module == EMPTY || !is_str(vm, module) || module == NAME(vm, builtins) || module == NAME(vm, __main__))
        raise_error(vm, EXC_AttributeError, "'%S' object has no attribute '%S'", (Value)type_at(vm, type)->qualname, (Value)name);
    else
        raise_error(vm, EXC_AttributeError, "'%S.%S' object has no attribute '%S'", module, (Value)type_at(vm, type)->qualname, (Value)name);
    attribute_error_context(vm, object, name);
    return EMPTY;
}

static Value member_get(VM *vm, Value descriptor, Value object)
{
    PyMember *member = OBJ(vm, PyMember, descriptor);
    if (member->flags & MEMBER_TUPLE)
        return tuple_getter_get(vm, member, object);
    if (!is_object(object) || !is_instance(vm, object, member->owner))
        return raise_wrong_object(vm, member->name, member->owner, object);
    Value *place = member_place(vm, member, object, false);
    Value value = place ? *place : EMPTY;
    if (value != EMPTY)
        return retain(vm, value);
    if (member->flags & MEMBER_FIELD)
        return NONE;
    return raise_unset(vm, object, member->name);
}

static bool member_set(VM *vm, Value descriptor, Value object, Value value)
{
    PyMember *member = OBJ(vm, PyMember, descriptor);
    if (member->flags & MEMBER_TUPLE) {
        raise_error(vm, EXC_AttributeError, value == EMPTY ? "can't delete attribute" : "can't set attribute");
        return false;
    }
    if (!is_object(object) || !is_instance(vm, object, member->owner)) {
        raise_wrong_object(vm, member->name, member->owner, object);
        return false;
    }
    if (member->flags & MEMBER_READONLY) {
        raise_error(vm, EXC_AttributeError, "readonly attribute");
        return false;
    }
    Value *place = member_place(vm, member, object, value != EMPTY);
    if (value == EMPTY && !(member->flags & MEMBER_FIELD) && (!place || *place == EMPTY)) {
        raise_object(vm, EXC_AttributeError, member->name);
        return false;
    }
    if (!place)
        return false;
    set_value(vm, place, retain(vm, value));
    return true;
}

static Value getset_get(VM *vm, Value descriptor, Value object)
{
    PyGetSet *getset = OBJ(vm, PyGetSet, descriptor);
    if (!is_instance(vm, object, getset->owner))
        return raise_wrong_object(vm, getset->name, getset->owner, object);
    if (!getset->getter)
        return raise_error(vm, EXC_AttributeError, "attribute '%S' of '%N' objects is not readable", (Value)getset->name, getset->owner);
    PyBuiltin *getter = AT(vm, PyBuiltin, getset->getter);
    if (getter->kind == BUILTIN_CORE)
        return call_builtin_core(vm, getter, &object, 1);
    return tail_call(vm, getset->getter, 1, object);
}

static bool getset_set(VM *vm, Value descriptor, Value object, Value value, Value *tail)
{
    PyGetSet *getset = OBJ(vm, PyGetSet, descriptor);
    if (!is_instance(vm, object, getset->owner)) {
        raise_wrong_object(vm, getset->name, getset->owner, object);
        return false;
    }
    if (!getset->setter) {
        raise_error(vm, EXC_AttributeError, "attribute '%S' of '%N' objects is not writable", (Value)getset->name, getset->owner);
        return false;
    }
    PyBuiltin *setter = AT(vm, PyBuiltin, getset->setter);
    if (setter->kind != BUILTIN_CORE) {
        *tail = value == EMPTY ? tail_call(vm, getset->setter, 1, object) : tail_call(vm, getset->setter, 2, object, value);
        return false;
    }
    Value args[2] = {object, value};
    Value result = call_builtin_core(vm, setter, args, value == EMPTY ? 1 : 2);
    if (result == VALUE_TAIL)
        *tail = VALUE_TAIL;
    if (result == EMPTY || result == VALUE_TAIL)
        return false;
    decref(vm, result);
    return true;
}

// A method written in C found on a type, for an instance.
static Value method_descriptor_bind(VM *vm, Value descriptor, Value object)
{
    PyBuiltin *builtin = OBJ(vm, PyBuiltin, descriptor);
    if (builtin->owner && !is_instance(vm, object, builtin->owner))
        return raise_wrong_object(vm, builtin->name, builtin->owner, object);
    return builtin_bind(vm, descriptor, object);
}

static Value classmethod_descriptor_bind(VM *vm, Value descriptor, Ref type)
{
    PyBuiltin *builtin = OBJ(vm, PyBuiltin, descriptor);
    if (builtin->owner && !type_is_subtype(vm, type, builtin->owner))
        return raise_error(vm, EXC_TypeError, "descriptor '%S' requires a subtype of '%N' but received '%N'", (Value)builtin->name, builtin->owner, type);
    return builtin_bind(vm, descriptor, type);
}

// What the builtin __get__ of the descriptor's kind gives, whether or not its class has one of its own (which may have asked for this one).
static Value builtin_get(VM *vm, Value descriptor, Value object, Ref owner)
{
    PyType *t = type_at(vm, ref_type(vm, descriptor));
    switch (t->kind) {
    case LAYOUT_FUNCTION: return object == EMPTY ? retain(vm, descriptor) : method_new(vm, descriptor, object);
    case LAYOUT_BUILTIN:
        if (ref_type(vm, descriptor) == TYPE_CLASSMETHOD_DESCRIPTOR)
            return classmethod_descriptor_bind(vm, descriptor, owner ? owner : type_of(vm, object));
        if (object == EMPTY || !(OBJ(vm, PyBuiltin, descriptor)->flags & BUILTIN_FLAG_METHOD))
            return retain(vm, descriptor);
        return method_descriptor_bind(vm, descriptor, object);
    case LAYOUT_CLASSMETHOD:
        if (OBJ(vm, PyWrapperMethod, descriptor)->callable == EMPTY)
            return raise_error(vm, EXC_RuntimeError, "uninitialized classmethod object");
        return method_new(vm, OBJ(vm, PyWrapperMethod, descriptor)->callable, owner ? (Value)owner : (Value)type_of(vm, object));
    case LAYOUT_STATICMETHOD: {
        Value callable = OBJ(vm, PyWrapperMethod, descriptor)->callable;
        return callable != EMPTY ? retain(vm, callable) : raise_error(vm, EXC_RuntimeError, "uninitialized staticmethod object");
    }
    case LAYOUT_PROPERTY: return object == EMPTY ? retain(vm, descriptor) : property_get(vm, descriptor, object);
    case LAYOUT_MEMBER: return object == EMPTY ? retain(vm, descriptor) : member_get(vm, descriptor, object);
    case LAYOUT_GETSET: return object == EMPTY ? retain(vm, descriptor) : getset_get(vm, descriptor, object);
    case LAYOUT_SUPER: return super_bind(vm, descriptor, object);
    case LAYOUT_METHOD: return retain(vm, descriptor); // bound already
    default: {
        // A builtin __get__ of some other kind (a host type's): call it.
        Value args[3] = {descriptor, object == EMPTY ? NONE : object, owner ? (Value)owner : NONE};
        return tail_call(vm, t->specials[SPECIAL_get], 3, args[0], args[1], args[2]);
    }
    }
}

// Is `descriptor` an int, a str … : an object whose type has no __get__? (Its result would be itself.)
Value descriptor_get(VM *vm, Value descriptor, Value object, Ref owner)
{
    if (!is_object(descriptor))
        return descriptor;
    PyType *t = type_at(vm, ref_type(vm, descriptor));
    if (!t->specials[SPECIAL_get])
        return retain(vm, descriptor);
    if (unlikely(!is_builtin_special(vm, t, SPECIAL_get)))
        return tail_call(vm, t->specials[SPECIAL_get], 3, descriptor, object == EMPTY ? NONE : object, owner ? (Value)owner : NONE);
    return builtin_get(vm, descriptor, object, owner);
}

// What the builtin __set__ or __delete__ (value EMPTY) of the descriptor's kind does; `known`: it has one.
static bool builtin_set(VM *vm, Value descriptor, Value object, Value value, Value *tail, bool *known)
{
    *known = true;
    switch (type_at(vm, ref_type(vm, descriptor))->kind) {
    case LAYOUT_PROPERTY: return property_set(vm, descriptor, object, value, tail);
    case LAYOUT_MEMBER: return member_set(vm, descriptor, object, value);
    case LAYOUT_GETSET: return getset_set(vm, descriptor, object, value, tail);
    default: *known = false; return false;
    }
}

bool descriptor_set(VM *vm, Value descriptor, Value object, Value value, Value *tail)
{
    PyType *t = type_at(vm, ref_type(vm, descriptor));
    u32 special = value == EMPTY ? SPECIAL_delete : SPECIAL_set;
    if (!t->specials[special]) {
        raise_object(vm, EXC_AttributeError, vm->special_names[special]);
        return false;
    }
    if (is_builtin_special(vm, t, special)) {
        bool known, done = builtin_set(vm, descriptor, object, value, tail, &known);
        if (known)
            return done;
    }
    Value callee = t->specials[special];
    *tail = value == EMPTY ? tail_call(vm, callee, 2, descriptor, object) : tail_call(vm, callee, 3, descriptor, object, value);
    return false;
}

// --- builtin methods: __get__, __set__, __delete__ -----------------------------------------------------------------------------
static Value get_method(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value object = args[1], owner = nargs > 2 ? args[2] : NONE;
    if (object == NONE && owner == NONE)
        return raise_error(vm, EXC_TypeError, "__get__(None, None) is invalid");
    if (owner != NONE && !is_type(vm, owner))
        owner = NONE;
    // `None.method`: the object is None itself, and says so by its type.
    if (object == NONE && owner != TYPE_NONETYPE)
        return builtin_get(vm, args[0], EMPTY, (Ref)owner);
    return builtin_get(vm, args[0], object, owner == NONE ? type_of(vm, object) : (Ref)owner);
}

static Value set_method(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value tail = EMPTY;
    bool known;
    if (builtin_set(vm, args[0], args[1], args[2], &tail, &known))
        return NONE;
    return tail == VALUE_TAIL ? tail_for_none(vm) : EMPTY;
}

static Value delete_method(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value tail = EMPTY;
    bool known;
    if (builtin_set(vm, args[0], args[1], EMPTY, &tail, &known))
        return NONE;
    return tail == VALUE_TAIL ? tail_for_none(vm) : EMPTY;
}

// --- property -----------------------------------------------------------------------------------------------------------------
static Value property_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!is_type(vm, args[0]) || !type_is_subtype(vm, (Ref)args[0], TYPE_PROPERTY))
        return raise_error(vm, EXC_TypeError, "property.__new__(X): X is not a subtype of property");
    PyProperty *property = heap_new_container(vm, (Ref)args[0], sizeof(PyProperty));
    return property ? OFFSET_OF(vm, property) : EMPTY;
}

static Value property_init(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    static const char names[4][8] = {"fget", "fset", "fdel", "doc"};
    Value fields[4] = {EMPTY, EMPTY, EMPTY, EMPTY};
    if (nargs > 5)
        return raise_error(vm, EXC_TypeError, "property() takes at most 4 arguments (%u given)", nargs - 1);
    for (u32 i = 1; i < nargs; i++)
        fields[i - 1] = args[i];
    PyTuple *keywords = kwnames ? AT(vm, PyTuple, kwnames) : NULL;
    for (u32 k = 0; keywords && k < keywords->length; k++) {
        PyStr *name = OBJ(vm, PyStr, keywords->items[k]);
        u32 i = 0;
        while (i < 4 && !str_is(name, names[i]))
            i++;
        if (i == 4)
            return raise_unexpected_keyword(vm, "property", keywords->items[k], (const char *[]){"fget", "fset", "fdel", "doc"}, 4);
        if (i + 1 < nargs)
            return raise_error(vm, EXC_TypeError, "argument for property() given by name ('%s') and position (%u)", names[i], i + 1);
        fields[i] = args[nargs + k];
    }
    PyProperty *property = OBJ(vm, PyProperty, args[0]);
    if (property->getter != EMPTY)
        caches_flush(vm); // sites may have looked through it
    Value doc = fields[3];
    bool by_getter = doc == EMPTY || doc == NONE, plain = is_exact(vm, args[0], TYPE_PROPERTY);
    if (by_getter && plain && is_exact(vm, fields[0], TYPE_FUNCTION)) {
        Ref function_doc = OBJ(vm, PyFunction, fields[0])->doc;
        doc = function_doc ? function_doc : EMPTY;
        by_getter = false;
    }
    set_value(vm, &property->getter, fields[0] == NONE ? EMPTY : retain(vm, fields[0]));
    set_value(vm, &property->setter, fields[1] == NONE ? EMPTY : retain(vm, fields[1]));
    set_value(vm, &property->deleter, fields[2] == NONE ? EMPTY : retain(vm, fields[2]));
    set_value(vm, &property->doc, plain ? retain(vm, doc) : EMPTY);
    if (plain && !(by_getter && property->getter != EMPTY))
        return NONE;
    // The docstring of a getter that is no plain function; and that of a subclass's instance, whose class hides property.__doc__.
    return tail_prelude(vm, PRELUDE_PROPERTY_DOC, 3, args[0], fields[0] == EMPTY ? NONE : fields[0], doc == EMPTY ? NONE : doc);
}

// p.getter(f), p.setter(f), p.deleter(f): type(p)(fget, fset, fdel, doc), in one step for property itself.
static Value property_copy(VM *vm, Value *args, u32 which)
{
    PyProperty *old = OBJ(vm, PyProperty, args[0]);
    Value parts[4] = {old->getter, old->setter, old->deleter, old->doc};
    parts[which] = args[1];
    // The docstring of a new getter replaces one that came from the old getter.
    if (which == 0 && old->getter != EMPTY && is_exact(vm, old->getter, TYPE_FUNCTION) && OBJ(vm, PyFunction, old->getter)->doc == (Ref)old->doc)
        parts[3] = EMPTY;
    for (u32 i = 0; i < 4; i++)
        if (parts[i] == EMPTY)
            parts[i] = NONE;
    if (!is_exact(vm, args[0], TYPE_PROPERTY))
        return tail_call(vm, ref_type(vm, args[0]), 4, parts[0], parts[1], parts[2], parts[3]);
    Value cls = TYPE_PROPERTY;
    Value made = property_new(vm, &cls, 1, 0);
    if (made == EMPTY)
        return EMPTY;
    PyProperty *copy = OBJ(vm, PyProperty, made);
    if (old->name) {
        copy->name = old->name;
        incref_object(vm, old->name);
    }
    Value init[5] = {made, parts[0], parts[1], parts[2], parts[3]};
    if (property_init(vm, init, 5, 0) != VALUE_TAIL)
        return made;
    tail_cancel(vm);
    Value answer = tail_prelude(vm, PRELUDE_PROPERTY_DOC, 4, made, parts[0], parts[3], made);
    decref(vm, made);
    return answer;
}
static Value property_getter(VM *vm, Value *args, u32 nargs, Ref kwnames) { return property_copy(vm, args, 0); }
static Value property_setter(VM *vm, Value *args, u32 nargs, Ref kwnames) { return property_copy(vm, args, 1); }
static Value property_deleter(VM *vm, Value *args, u32 nargs, Ref kwnames) { return property_copy(vm, args, 2); }

static Value or_none(VM *vm, Value v) { return v == EMPTY ? NONE : retain(vm, v); }
static Value property_fget(VM *vm, Value *args, u32 nargs, Ref kwnames) { return or_none(vm, OBJ(vm, PyProperty, args[0])->getter); }
static Value property_fset(VM *vm, Value *args, u32 nargs, Ref kwnames) { return or_none(vm, OBJ(vm, PyProperty, args[0])->setter); }
static Value property_fdel(VM *vm, Value *args, u32 nargs, Ref kwnames) { return or_none(vm, OBJ(vm, PyProperty, args[0])->deleter); }
static Value property_doc(VM *vm, Value *args, u32 nargs, Ref kwnames) { return or_none(vm, OBJ(vm, PyProperty, args[0])->doc); }
static Value property_set_doc(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    set_value(vm, &OBJ(vm, PyProperty, args[0])->doc, nargs > 1 ? retain(vm, args[1]) : EMPTY);
    return NONE;
}
static Value property_name(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyProperty *property = OBJ(vm, PyProperty, args[0]);
    if (property->name)
        return retain(vm, property->name);
    if (property->getter != EMPTY)
        return attr_get(vm, property->getter, NAME(vm, __name__));
    return raise_no_attribute(vm, args[0], NAME(vm, __name__));
}
// Anything may be given as a name; a number, which is no object, is taken for none.
Value property_name_is(VM *vm, Value property, Value name)
{
    Ref *place = &OBJ(vm, PyProperty, property)->name, old = *place;
    *place = is_object(name) ? (Ref)retain(vm, name) : 0;
    decref_ref(vm, old);
    return NONE;
}
static Value property_set_name_attr(VM *vm, Value *args, u32 nargs, Ref kwnames) { return property_name_is(vm, args[0], nargs > 1 ? args[1] : EMPTY); }
static Value property_set_name(VM *vm, Value *args, u32 nargs, Ref kwnames) { return property_name_is(vm, args[0], args[2]); }
static Value property_readonly(VM *vm, Value *args, u32 nargs, Ref kwnames) { return raise_error(vm, EXC_AttributeError, "readonly attribute"); }

// --- classmethod and staticmethod --------------------------------------------------------------------------------------------------
static Value wrapper_method_new(VM *vm, Ref cls)
{
    PyWrapperMethod *method = heap_new_container(vm, cls, sizeof(PyWrapperMethod));
    if (!method)
        return EMPTY;
    method->callable = NONE;
    return OFFSET_OF(vm, method);
}
static Value classmethod_new(VM *vm, Value *args, u32 nargs, Ref kwnames) { return wrapper_method_new(vm, (Ref)args[0]); }
#define KNOWN_TO_ITS_CALL 2u // references to an object while type.__call__ runs its __init__
static Value wrapper_method_init(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    const char *name = kind_of(vm, args[0]) == LAYOUT_CLASSMETHOD ? "classmethod" : "staticmethod";
    if (kwnames && AT(vm, PyTuple, kwnames)->length)
        return raise_error(vm, EXC_TypeError, "%s() takes no keyword arguments", name);
    if (nargs != 2)
        return raise_error(vm, EXC_TypeError, "%s expected 1 argument, got %u", name, nargs - 1);
    PyWrapperMethod *method = OBJ(vm, PyWrapperMethod, args[0]);
    // Sites may have looked through it, but not while only this call knows of it.
    if (method->callable != NONE || method->head.refcount > KNOWN_TO_ITS_CALL)
        caches_flush(vm);
    set_value(vm, &method->callable, retain(vm, args[1]));
    // functools.update_wrapper for the attributes a function has at hand; others are looked up when asked for.
    if (is_exact(vm, args[1], TYPE_FUNCTION)) {
        PyFunction *f = OBJ(vm, PyFunction, args[1]);
        const struct { Ref name, value; } copies[] = {
            {NAME(vm, __module__), f->module}, {NAME(vm, __name__), f->name}, {NAME(vm, __qualname__), f->qualname}, {NAME(vm, __doc__), f->doc},
        };
        for (u32 i = 0; i < 4; i++)
            if (!instance_set(vm, args[0], copies[i].name, copies[i].value ? copies[i].value : NONE))
                return EMPTY;
    }
    return NONE;
}
static Value wrapper_method_func(VM *vm, Value *args, u32 nargs, Ref kwnames) { return or_none(vm, OBJ(vm, PyWrapperMethod, args[0])->callable); }

// --- mappingproxy ---------------------------------------------------------------------------------------------------------------
Value mappingproxy_new(VM *vm, Value mapping)
{
    PyMappingProxy *proxy = heap_new_container(vm, TYPE_MAPPINGPROXY, sizeof(PyMappingProxy));
    if (!proxy)
        return EMPTY;
    proxy->mapping = retain(vm, mapping);
    return OFFSET_OF(vm, proxy);
}

// --- member and getset descriptors ------------------------------------------------------------------------------------------------
static Value descriptor_name(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return retain(vm, kind_of(vm, args[0]) == LAYOUT_MEMBER ? OBJ(vm, PyMember, args[0])->name : OBJ(vm, PyGetSet, args[0])->name);
}
static Value descriptor_objclass(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    return retain(vm, kind_of(vm, args[0]) == LAYOUT_MEMBER ? OBJ(vm, PyMember, args[0])->owner : OBJ(vm, PyGetSet, args[0])->owner);
}
static Value descriptor_doc(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Ref doc = kind_of(vm, args[0]) == LAYOUT_MEMBER ? OBJ(vm, PyMember, args[0])->doc : OBJ(vm, PyGetSet, args[0])->doc;
    return doc ? retain(vm, doc) : NONE;
}
static Value descriptor_qualname(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    bool member = kind_of(vm, args[0]) == LAYOUT_MEMBER;
    Ref owner = member ? OBJ(vm, PyMember, args[0])->owner : OBJ(vm, PyGetSet, args[0])->owner;
    Ref name = member ? OBJ(vm, PyMember, args[0])->name : OBJ(vm, PyGetSet, args[0])->name;
    return str_format(vm, "%S.%S", (Value)type_at(vm, owner)->qualname, (Value)name);
}

#define METHOD BUILTIN_FLAG_METHOD
#define WRAPPER (BUILTIN_FLAG_METHOD | BUILTIN_FLAG_WRAPPER)
#define GETTER BUILTIN_FLAG_GETTER
#define SETTER BUILTIN_FLAG_SETTER
#define GET_ROW(type) {"__get__", get_method, 2, 3, WRAPPER, type, "($self, instance, owner=None, /)"}
#define SET_ROWS(type) {"__set__", set_method, 3, 3, WRAPPER, type, "($self, instance, value, /)"}, \
                       {"__delete__", delete_method, 2, 2, WRAPPER, type, "($self, instance, /)"}
#define MEMBER_ROWS(type) \
    GET_ROW(type), SET_ROWS(type), {"__name__", descriptor_name, 1, 1, GETTER, type, NULL}, \
    {"__objclass__", descriptor_objclass, 1, 1, GETTER, type, NULL}, {"__doc__", descriptor_doc, 1, 1, GETTER, type, NULL}, \
    {"__qualname__", descriptor_qualname, 1, 1, GETTER, type, NULL}
#define READONLY(name, getter, type) {name, getter, 1, 1, GETTER, type, NULL}, {name, property_readonly, 1, 2, SETTER, type, NULL}

const BuiltinDef descriptor_defs[] = {
    GET_ROW(TYPE_FUNCTION), GET_ROW(TYPE_METHOD), GET_ROW(TYPE_METHOD_DESCRIPTOR), GET_ROW(TYPE_WRAPPER_DESCRIPTOR), GET_ROW(TYPE_CLASSMETHOD_DESCRIPTOR),
    GET_ROW(TYPE_PROPERTY), SET_ROWS(TYPE_PROPERTY),
    {"__new__", property_new, 1, 0xFFFF, BUILTIN_FLAG_KEYWORDS, TYPE_PROPERTY, "($type, *args, **kwargs)"},
    {"__init__", property_init, 1, 0xFFFF, WRAPPER | BUILTIN_FLAG_KEYWORDS, TYPE_PROPERTY, "($self, /, *args, **kwargs)"},
    {"getter", property_getter, 2, 2, METHOD, TYPE_PROPERTY, NULL},
    {"setter", property_setter, 2, 2, METHOD, TYPE_PROPERTY, NULL},
    {"deleter", property_deleter, 2, 2, METHOD, TYPE_PROPERTY, NULL},
    {"__set_name__", property_set_name, 3, 3, METHOD, TYPE_PROPERTY, NULL},
    READONLY("fget", property_fget, TYPE_PROPERTY), READONLY("fset", property_fset, TYPE_PROPERTY), READONLY("fdel", property_fdel, TYPE_PROPERTY),
    {"__doc__", property_doc, 1, 1, GETTER, TYPE_PROPERTY, NULL}, {"__doc__", property_set_doc, 1, 2, SETTER, TYPE_PROPERTY, NULL},
    {"__name__", property_name, 1, 1, GETTER, TYPE_PROPERTY, NULL}, {"__name__", property_set_name_attr, 1, 2, SETTER, TYPE_PROPERTY, NULL},
    GET_ROW(TYPE_CLASSMETHOD),
    {"__new__", classmethod_new, 1, 0xFFFF, BUILTIN_FLAG_KEYWORDS, TYPE_CLASSMETHOD, "($type, *args, **kwargs)"},
    {"__init__", wrapper_method_init, 1, 0xFFFF, WRAPPER | BUILTIN_FLAG_KEYWORDS, TYPE_CLASSMETHOD, "($self, /, *args, **kwargs)"},
    READONLY("__func__", wrapper_method_func, TYPE_CLASSMETHOD), READONLY("__wrapped__", wrapper_method_func, TYPE_CLASSMETHOD),
    GET_ROW(TYPE_STATICMETHOD),
    {"__class_getitem__", class_getitem_method, 2, 2, BUILTIN_FLAG_CLASSMETHOD, TYPE_STATICMETHOD, "($type, object, /)"},
    {"__class_getitem__", class_getitem_method, 2, 2, BUILTIN_FLAG_CLASSMETHOD, TYPE_CLASSMETHOD, "($type, object, /)"},
    {"__new__", classmethod_new, 1, 0xFFFF, BUILTIN_FLAG_KEYWORDS, TYPE_STATICMETHOD, "($type, *args, **kwargs)"},
    {"__init__", wrapper_method_init, 1, 0xFFFF, WRAPPER | BUILTIN_FLAG_KEYWORDS, TYPE_STATICMETHOD, "($self, /, *args, **kwargs)"},
    READONLY("__func__", wrapper_method_func, TYPE_STATICMETHOD), READONLY("__wrapped__", wrapper_method_func, TYPE_STATICMETHOD),
    MEMBER_ROWS(TYPE_MEMBER_DESCRIPTOR), MEMBER_ROWS(TYPE_GETSET_DESCRIPTOR), GET_ROW(TYPE_TUPLEGETTER), SET_ROWS(TYPE_TUPLEGETTER),
    {""},
};
