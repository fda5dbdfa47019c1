// Attribute access as object.__getattribute__, type.__getattribute__, modules, super and bound methods do it, without running Python code: what
// needs some is tail-called. `find` never raises AttributeError for a missing name, so hasattr and getattr with a default cost no exception.
#include "heap_inline.h"
#include "hooks.h"
#include "types.h"

COLD Value raise_no_attribute(VM *vm, Value object, Ref name)
{
    u32 kind = kind_of(vm, object);
    if (kind == LAYOUT_TYPE) {
        raise_error(vm, EXC_AttributeError, "type object '%.50N' has no attribute '%S'", (Ref)object, (Value)name);
    } else if (kind == LAYOUT_MODULE) {
        Value module_name = OBJ(vm, PyModule, object)->dict ? dict_get_str_peek(vm, OBJ(vm, PyModule, object)->dict, NAME(vm, __name__)) : EMPTY;
        Value spec = OBJ(vm, PyModule, object)->dict ? dict_get_str_peek(vm, OBJ(vm, PyModule, object)->dict, NAME(vm, __spec__)) : EMPTY;
        if (module_name == EMPTY || !is_instance(vm, module_name, TYPE_STR))
            raise_error(vm, EXC_AttributeError, "module has no attribute '%S'", (Value)name);
        else if (spec != EMPTY && instance_get_peek(vm, spec, NAME(vm, _initializing)) == TRUE)
            raise_error(vm, EXC_AttributeError, "partially initialized module '%S' has no attribute '%S' (most likely due to a circular import)",
                        module_name, (Value)name);
        else
            raise_error(vm, EXC_AttributeError, "module '%S' has no attribute '%S'", module_name, (Value)name);
    } else {
        raise_error(vm, EXC_AttributeError, "'%.100T' object has no attribute '%S'", object, (Value)name);
    }
    attribute_error_context(vm, object, name);
    return EMPTY;
}

// An AttributeError that says neither name nor object gets them (for suggestions in tracebacks).
void attribute_error_context(VM *vm, Value object, Ref name)
{
    if (vm->exception == EMPTY || ref_type(vm, vm->exception) != EXC_AttributeError)
        return;
    PyException *e = OBJ(vm, PyException, vm->exception);
    if (e->fields[0] != EMPTY || e->fields[1] != EMPTY)
        return;
    e->fields[0] = retain(vm, name);
    e->fields[1] = retain(vm, object);
}

// The answer of a descriptor's __get__ as a result of `find`.
INLINE int found(Value value, Value *result)
{
    *result = value;
    return likely(value != EMPTY) ? value == VALUE_TAIL ? 2 : 1 : -1;
}

// --- object.__getattribute__ --------------------------------------------------------------------------------------------
static int find_generic(VM *vm, Value object, Ref name, Value *result)
{
    Ref type = type_of(vm, object);
    Ref cell = type_lookup_cell(vm, type, name);
    Value descriptor = cell ? AT(vm, PyCell, cell)->value : EMPTY;
    bool binds = false;
    if (is_object(descriptor)) {
        PyType *t = type_at(vm, ref_type(vm, descriptor));
        binds = t->specials[SPECIAL_get] != 0;
        if (is_asked_first_type(t))
            return found(descriptor_get(vm, descriptor, object, type), result);
    }
    Value own = instance_get_peek(vm, object, name);
    if (own != EMPTY) {
        *result = retain(vm, own);
        return 1;
    }
    if (binds)
        return found(descriptor_get(vm, descriptor, object, type), result);
    if (descriptor != EMPTY) {
        *result = retain(vm, descriptor);
        return 1;
    }
    return 0;
}

// --- type.__getattribute__ ------------------------------------------------------------------------------------------------
static int find_on_type(VM *vm, Value object, Ref name, Value *result)
{
    Ref meta = ref_type(vm, object);
    Ref meta_cell = type_lookup_cell(vm, meta, name);
    Value descriptor = meta_cell ? AT(vm, PyCell, meta_cell)->value : EMPTY;
    bool binds = false;
    if (is_object(descriptor)) {
        PyType *t = type_at(vm, ref_type(vm, descriptor));
        binds = t->specials[SPECIAL_get] != 0;
        if (is_asked_first_type(t))
            return found(descriptor_get(vm, descriptor, object, meta), result);
    }
    Ref cell = type_lookup_cell(vm, (Ref)object, name);
    if (cell)
        return found(descriptor_get(vm, AT(vm, PyCell, cell)->value, EMPTY, (Ref)object), result);
    if (binds)
        return found(descriptor_get(vm, descriptor, object, meta), result);
    if (descriptor != EMPTY) {
        *result = retain(vm, descriptor);
        return 1;
    }
    return 0;
}

static int find_in_module(VM *vm, Value object, Ref name, Value *result)
{
    int status = find_generic(vm, object, name, result);
    if (status != 0)
        return status;
    Ref dict = OBJ(vm, PyModule, object)->dict;
    Value hook = dict ? dict_get_str_peek(vm, dict, vm->special_names[SPECIAL_getattr]) : EMPTY;
    if (hook == EMPTY)
        return 0;
    return found(tail_call(vm, hook, 1, (Value)name), result);
}

// --- bound methods show their function's attributes -------------------------------------------------------------------------
static int find_on_method(VM *vm, Value object, Ref name, Value *result)
{
    Ref cell = type_lookup_cell(vm, TYPE_METHOD, name);
    if (cell)
        return found(descriptor_get(vm, AT(vm, PyCell, cell)->value, object, TYPE_METHOD), result);
    return attr_find(vm, OBJ(vm, PyMethod, object)->function, name, result);
}

// --- super -------------------------------------------------------------------------------------------------------------------
// The class whose MRO is searched: of the object, or the object itself if it is a class below `type`. 0: neither.
Ref super_check(VM *vm, Ref type, Value object)
{
    if (is_type(vm, object) && type_is_subtype(vm, (Ref)object, type))
        return (Ref)object;
    Ref of = type_of(vm, object);
    return type_is_subtype(vm, of, type) ? of : 0;
}

// super_check() said no, but a proxy may claim another class, by Python code even. `self`: the super object to be bound, or NONE; `name`: the
// attribute that is wanted, or NONE.
Value super_claim(VM *vm, Value self, Ref type, Value object, Value name)
{
    Value claimed = EMPTY;
    int status = attr_find_builtin_only(vm, object, NAME(vm, __class__), &claimed);
    if (status < 0)
        return EMPTY;
    decref(vm, claimed);
    if (status == 0 || claimed != type_of(vm, object))
        return tail_prelude(vm, PRELUDE_SUPER_CLAIM, 4, self, (Value)type, object, name);
    return raise_error(vm, EXC_TypeError, "super(type, obj): obj (%s %.200N) is not an instance or subtype of type (%.200N).",
                       is_type(vm, object) ? "type" : "instance of", is_type(vm, object) ? (Ref)object : type_of(vm, object), type);
}

Value super_lookup(VM *vm, Ref start, Ref after, Ref name) // borrowed
{
    if (!type_at(vm, start)->mro)
        return EMPTY; // a class that the collector is taking apart
    PyTuple *mro = AT(vm, PyTuple, type_at(vm, start)->mro);
    u32 i = 0;
    while (i < mro->length && (Ref)mro->items[i] != after)
        i++;
    for (i++; i < mro->length; i++) {
        Ref dict = type_at(vm, (Ref)mro->items[i])->dict;
        Value v = dict ? dict_get_str_peek(vm, dict, name) : EMPTY;
        if (v != EMPTY)
            return v;
    }
    return EMPTY;
}

// Something that binds to `object` by being called with it first.
static bool is_plain_method(VM *vm, Value v, Value object)
{
    if (!is_object(v))
        return false;
    Ref type = ref_type(vm, v);
    if (type == TYPE_FUNCTION)
        return true;
    if (type != TYPE_METHOD_DESCRIPTOR && type != TYPE_WRAPPER_DESCRIPTOR)
        return false;
    Ref owner = OBJ(vm, PyBuiltin, v)->owner; // a method of another type raises when bound
    return !owner || is_instance(vm, object, owner);
}

int super_find(VM *vm, Ref type, Value object, Ref name, bool method, Value *result, Value *self)
{
    Ref start = super_check(vm, type, object);
    if (!start)
        return found(super_claim(vm, NONE, type, object, (Value)name), result);
    Value v = name == NAME(vm, __class__) ? EMPTY : super_lookup(vm, start, type, name);
    if (v != EMPTY) {
        if (method && object != start && is_plain_method(vm, v, object)) {
            *result = retain(vm, v);
            *self = object;
            return 1;
        }
        int status = found(descriptor_get(vm, v, object == start ? EMPTY : object, start), result);
        return status == 1 && method ? 3 : status;
    }
    PySuper *super = heap_new_container(vm, TYPE_SUPER, sizeof(PySuper));
    if (!super)
        return -1;
    super->type = (Ref)retain(vm, type);
    super->object_type = (Ref)retain(vm, start);
    super->object = retain(vm, object);
    Value super_value = OFFSET_OF(vm, super);
    int status = find_generic(vm, super_value, name, result);
    if (status == 0) {
        raise_no_attribute(vm, super_value, name);
        status = -1;
    }
    decref(vm, super_value);
    return status == 1 && method ? 3 : status;
}

static int find_on_super(VM *vm, Value object, Ref name, Value *result)
{
    PySuper *super = OBJ(vm, PySuper, object);
    if (super->object_type && name != NAME(vm, __class__)) {
        Value v = super_lookup(vm, super->object_type, super->type, name);
        if (v != EMPTY)
            return found(descriptor_get(vm, v, super->object == super->object_type ? EMPTY : super->object, super->object_type), result);
    }
    return find_generic(vm, object, name, result);
}

// --- by kind, hooks left out -------------------------------------------------------------------------------------------------
static int find_by_kind(VM *vm, Value object, Ref name, Value *result)
{
    switch (kind_of(vm, object)) {
    case LAYOUT_TYPE: return find_on_type(vm, object, name, result);
    case LAYOUT_MODULE: return find_in_module(vm, object, name, result);
    case LAYOUT_SUPER: return find_on_super(vm, object, name, result);
    case LAYOUT_METHOD: return find_on_method(vm, object, name, result);
    default: return find_generic(vm, object, name, result);
    }
}

int attr_find_builtin_only(VM *vm, Value object, Ref name, Value *result)
{
    if (is_object(object) && (type_at(vm, ref_type(vm, object))->flags & TYPE_HAS_GETATTR_HOOK))
        return 0;
    int status = find_by_kind(vm, object, name, result);
    if (status == 2) {
        tail_cancel(vm);
        return 0;
    }
    return status;
}

// --- hooks ---------------------------------------------------------------------------------------------------------------------
static bool is_builtin_object(VM *vm, Ref r) { return type_at(vm, AT(vm, ObjectHead, r)->type)->kind == LAYOUT_BUILTIN; }

// A tail call is on its way; if it raises AttributeError, __getattr__ has its turn.
static int with_fallback(VM *vm, Value object, Ref name)
{
    Value items[2] = {object, name};
    Value pair = tuple_from(vm, items, 2);
    if (pair == EMPTY) {
        tail_cancel(vm);
        return -1;
    }
    vm->tail_mode = RET_GETATTR;
    set_value(vm, &vm->tail_aux, pair);
    return 2;
}

static int find_with_hooks(VM *vm, Value object, Ref name, Value *result)
{
    PyType *t = type_at(vm, type_of(vm, object));
    Ref getattribute = t->specials[SPECIAL_getattribute], getattr = t->specials[SPECIAL_getattr];
    int status;
    if (getattribute && !is_builtin_object(vm, getattribute)) {
        status = found(special_call(vm, getattribute, 2, object, (Value)name, EMPTY), result);
    } else if (getattribute) {
        // The builtin of this kind, or another's put in its place.
        PyBuiltin *builtin = AT(vm, PyBuiltin, getattribute);
        if (builtin->kind == BUILTIN_CORE)
            status = builtin->owner == TYPE_OBJECT ? find_generic(vm, object, name, result) : find_by_kind(vm, object, name, result);
        else
            status = found(tail_call(vm, getattribute, 2, object, (Value)name), result);
    } else {
        status = find_by_kind(vm, object, name, result);
    }
    if (!getattr || status == 1)
        return status;
    if (status == 2)
        return with_fallback(vm, object, name);
    if (status == -1) {
        if (!exception_matches(vm, vm->exception, EXC_AttributeError))
            return -1;
        exception_clear(vm);
    }
    return found(special_call(vm, getattr, 2, object, (Value)name, EMPTY), result);
}

int attr_find(VM *vm, Value object, Ref name, Value *result)
{
    *result = EMPTY;
    if (unlikely(type_at(vm, type_of(vm, object))->flags & TYPE_HAS_GETATTR_HOOK))
        return find_with_hooks(vm, object, name, result);
    return find_by_kind(vm, object, name, result);
}

static Value finish_get(VM *vm, int status, Value object, Ref name, Value result)
{
    if (status > 0)
        return status == 2 ? VALUE_TAIL : result;
    if (status == 0) {
        // A method's missing attribute is its function's.
        while (is_exact(vm, object, TYPE_METHOD))
            object = OBJ(vm, PyMethod, object)->function;
        return raise_no_attribute(vm, object, name);
    }
    attribute_error_context(vm, object, name);
    return EMPTY;
}

Value attr_get(VM *vm, Value object, Ref name)
{
    Value result;
    int status = attr_find(vm, object, name, &result);
    if (likely(status == 1))
        return result;
    return finish_get(vm, status, object, name, result);
}

Value attr_get_builtin(VM *vm, Value object, Ref name)
{
    Value result = EMPTY;
    int status = find_by_kind(vm, object, name, &result);
    return finish_get(vm, status, object, name, result);
}

Value attr_get_generic(VM *vm, Value object, Ref name)
{
    Value result = EMPTY;
    int status = find_generic(vm, object, name, &result);
    return finish_get(vm, status, object, name, result);
}

// --- methods without making a bound method ---------------------------------------------------------------------------------------
int attr_find_method(VM *vm, Value object, Ref name, Value *result)
{
    *result = EMPTY;
    Ref type = type_of(vm, object);
    PyType *t = type_at(vm, type);
    bool own_way = t->kind == LAYOUT_TYPE || t->kind == LAYOUT_SUPER || t->kind == LAYOUT_METHOD || t->kind == LAYOUT_MODULE;
    if (!own_way && !(t->flags & TYPE_HAS_GETATTRIBUTE)) {
        Ref cell = type_lookup_cell(vm, type, name);
        Value v = cell ? AT(vm, PyCell, cell)->value : EMPTY;
        if (is_plain_method(vm, v, object) && instance_get_peek(vm, object, name) == EMPTY) {
            *result = retain(vm, v);
            return 1;
        }
    }
    int status = attr_find(vm, object, name, result);
    return status == 1 ? 3 : status;
}

int special_find_method(VM *vm, Value object, u32 special, Value *result)
{
    *result = EMPTY;
    Value v = type_lookup_peek(vm, type_of(vm, object), vm->special_names[special]);
    if (v == EMPTY)
        return 0;
    if (is_plain_method(vm, v, object)) {
        *result = retain(vm, v);
        return 1;
    }
    int status = found(descriptor_get(vm, v, object, type_of(vm, object)), result);
    return status == 1 ? 3 : status;
}

// --- stores ----------------------------------------------------------------------------------------------------------------------
static void raise_cannot_set(VM *vm, Value object, Ref name, bool on_class)
{
    if (on_class) {
        raise_error(vm, EXC_AttributeError, "'%.100T' object attribute '%S' is read-only", object, (Value)name);
        return;
    }
    raise_error(vm, EXC_AttributeError, "'%.100T' object has no attribute '%S' and no __dict__ for setting new attributes", object, (Value)name);
    attribute_error_context(vm, object, name);
}

static bool set_generic(VM *vm, Value object, Ref name, Value value, Value *tail)
{
    Ref type = type_of(vm, object);
    Ref cell = type_lookup_cell(vm, type, name);
    Value descriptor = cell ? AT(vm, PyCell, cell)->value : EMPTY;
    if (is_object(descriptor) && is_data_descriptor_type(type_at(vm, ref_type(vm, descriptor))))
        return descriptor_set(vm, descriptor, object, value, tail);
    if (!instance_has_dict(vm, object)) {
        raise_cannot_set(vm, object, name, cell != 0);
        return false;
    }
    if (value != EMPTY)
        return instance_set(vm, object, name, value);
    int status = instance_delete(vm, object, name);
    if (status == 0)
        raise_error(vm, EXC_AttributeError, "'%.100T' object has no attribute '%S'", object, (Value)name);
    return status == 1;
}

static bool set_on_type(VM *vm, Value object, Ref name, Value value, Value *tail)
{
    PyType *t = OBJ(vm, PyType, object);
    if (t->flags & TYPE_IMMUTABLE) {
        raise_error(vm, EXC_TypeError, "cannot set %R attribute of immutable type '%N'", (Value)name, (Ref)object);
        return false;
    }
    Ref cell = type_lookup_cell(vm, t->head.type, name);
    Value descriptor = cell ? AT(vm, PyCell, cell)->value : EMPTY;
    if (is_object(descriptor) && is_data_descriptor_type(type_at(vm, ref_type(vm, descriptor))))
        return descriptor_set(vm, descriptor, object, value, tail);
    if (value == EMPTY && dict_get_str_peek(vm, t->dict, name) == EMPTY) {
        raise_error(vm, EXC_AttributeError, "type object '%.50N' has no attribute '%S'", (Ref)object, (Value)name);
        attribute_error_context(vm, object, name);
        return false;
    }
    return type_set_attr(vm, (Ref)object, name, value);
}

bool attr_set_builtin(VM *vm, Value object, Ref name, Value value, Value *tail)
{
    return kind_of(vm, object) == LAYOUT_TYPE ? set_on_type(vm, object, name, value, tail) : set_generic(vm, object, name, value, tail);
}

bool attr_set(VM *vm, Value object, Ref name, Value value, Value *tail)
{
    PyType *t = type_at(vm, type_of(vm, object));
    if (unlikely(t->flags & TYPE_HAS_SETATTR_HOOK)) {
        Ref hook = t->specials[value == EMPTY ? SPECIAL_delattr : SPECIAL_setattr];
        bool builtin = hook && is_builtin_object(vm, hook) && AT(vm, PyBuiltin, hook)->kind == BUILTIN_CORE;
        if (builtin && AT(vm, PyBuiltin, hook)->owner == TYPE_OBJECT && t->kind != LAYOUT_TYPE)
            return set_generic(vm, object, name, value, tail);
        Ref own_name = vm->special_names[value == EMPTY ? SPECIAL_delattr : SPECIAL_setattr];
        if (hook && (!builtin || AT(vm, PyBuiltin, hook)->name != own_name)) { // another one may have been put there: dict.__setitem__
            Value answer = special_call(vm, hook, value == EMPTY ? 2 : 3, object, (Value)name, value);
            if (answer == VALUE_TAIL)
                *tail = VALUE_TAIL;
            if (answer == VALUE_TAIL || answer == EMPTY)
                return false;
            decref(vm, answer);
            return true;
        }
    }
    return attr_set_builtin(vm, object, name, value, tail);
}
