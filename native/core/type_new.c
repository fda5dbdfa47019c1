// Making class objects. The host does what may call Python code (MRO of odd metaclasses, __set_name__, __init_subclass__) and checks the names in
// __slots__; layout, dictionary, special methods and member descriptors are made here in one step, so that a class is never half made.
#include "heap_inline.h"
#include "types.h"

// --- layout -----------------------------------------------------------------------------------------------------------------------
// Does this class add something to the memory of its base's instances?
static bool extends_layout(VM *vm, PyType *t)
{
    PyType *base = type_at(vm, t->base);
    if (t->flags & TYPE_HEAP)
        return t->own_members != 0;
    if (t->kind == LAYOUT_EXCEPTION)
        return exception_field_count(OFFSET_OF(vm, t)) != 0 || t->base == TYPE_OBJECT;
    return t->kind != base->kind;
}

// The nearest class up the base chain that determines the layout.
static Ref solid_base(VM *vm, Ref type)
{
    while (type != TYPE_OBJECT && !extends_layout(vm, type_at(vm, type)))
        type = type_at(vm, type)->base;
    return type;
}

static bool is_below(VM *vm, Ref type, Ref base)
{
    for (; type; type = type_at(vm, type)->base)
        if (type == base)
            return true;
    return false;
}

Ref type_best_base(VM *vm, Ref bases)
{
    PyTuple *tuple = AT(vm, PyTuple, bases);
    Ref best = 0, best_solid = 0;
    for (u32 i = 0; i < tuple->length; i++) {
        if (!is_type(vm, tuple->items[i])) {
            raise_error(vm, EXC_TypeError, "bases must be types");
            return 0;
        }
        Ref base = (Ref)tuple->items[i];
        if (!(type_at(vm, base)->flags & TYPE_BASETYPE)) {
            raise_error(vm, EXC_TypeError, "type '%.100N' is not an acceptable base type", base);
            return 0;
        }
        Ref solid = solid_base(vm, base);
        if (!best) {
            best = base;
            best_solid = solid;
        } else if (is_below(vm, best_solid, solid)) {
            // what we have covers it
        } else if (is_below(vm, solid, best_solid)) {
            best = base;
            best_solid = solid;
        } else {
            raise_error(vm, EXC_TypeError, "multiple bases have instance lay-out conflict");
            return 0;
        }
    }
    return best ? best : TYPE_OBJECT;
}

// --- the dictionary -----------------------------------------------------------------------------------------------------------------
static bool copy_namespace(VM *vm, Value dict, Value namespace)
{
    u32 position = 0;
    Value key, value;
    while (dict_next(vm, namespace, &position, &key, &value)) {
        bool done;
        if (is_exact(vm, key, TYPE_STR))
            done = dict_set_str(vm, dict, str_intern(vm, key), value);
        else
            done = dict_set(vm, dict, key, value) == DICT_FOUND;
        if (!done)
            return false;
    }
    return true;
}

// def __new__ in a class body is a static method without saying so; __init_subclass__ and __class_getitem__ are class methods.
static bool wrap_function(VM *vm, Value dict, Ref name, Ref wrapper_type)
{
    Value function = dict_get_str_peek(vm, dict, name);
    if (!is_exact(vm, function, TYPE_FUNCTION))
        return true;
    PyWrapperMethod *wrapper = heap_new_container(vm, wrapper_type, sizeof(PyWrapperMethod));
    if (!wrapper)
        return false;
    Value v = OFFSET_OF(vm, wrapper);
    wrapper->callable = retain(vm, function);
    bool done = dict_set_str(vm, dict, name, v);
    decref(vm, v);
    return done;
}

static bool add_member(VM *vm, Value dict, Ref owner, Ref name, u32 slot)
{
    PyMember *member = heap_new_container(vm, TYPE_MEMBER_DESCRIPTOR, sizeof(PyMember));
    if (!member)
        return false;
    Value v = OFFSET_OF(vm, member);
    member->owner = (Ref)retain(vm, owner);
    member->name = (Ref)retain(vm, name);
    member->index = slot;
    bool done = dict_set_str(vm, dict, name, v);
    decref(vm, v);
    return done;
}

// `__dict__` and `__weakref__` of instances: getset descriptors in the class that adds them.
static bool add_accessor(VM *vm, Value dict, Ref owner, Ref name)
{
    Ref like = name == NAME(vm, __dict__) ? vm->instance_dict_getset : vm->instance_weakref_getset;
    if (!like || dict_get_str_peek(vm, dict, name) != EMPTY) // the class has something of its own there
        return true;
    PyGetSet *from = AT(vm, PyGetSet, like), *getset = heap_new_container(vm, TYPE_GETSET_DESCRIPTOR, sizeof(PyGetSet));
    if (!getset)
        return false;
    Value v = OFFSET_OF(vm, getset);
    getset->owner = (Ref)retain(vm, owner);
    getset->name = (Ref)retain(vm, name);
    getset->getter = from->getter;
    getset->setter = from->setter;
    incref(vm, from->getter);
    incref(vm, from->setter);
    bool done = dict_set_str(vm, dict, name, v);
    decref(vm, v);
    return done;
}

static bool drop_key(VM *vm, Value dict, Ref name)
{
    int status = dict_delete(vm, dict, name, NULL);
    return status == DICT_FOUND || status == DICT_MISSING;
}

static bool fill_dict(VM *vm, Ref type, Value namespace, Value slots, u32 options)
{
    PyType *t = type_at(vm, type);
    Value dict = t->dict;
    if (!copy_namespace(vm, dict, namespace))
        return false;
    Value qualname = dict_get_str_peek(vm, dict, NAME(vm, __qualname__));
    if (qualname != EMPTY) {
        if (!is_instance(vm, qualname, TYPE_STR)) {
            raise_error(vm, EXC_TypeError, "type __qualname__ must be a str, not %T", qualname);
            return false;
        }
        Ref old = t->qualname;
        t->qualname = (Ref)retain(vm, qualname);
        decref_ref(vm, old);
        if (!drop_key(vm, dict, NAME(vm, __qualname__)))
            return false;
    }
    Value module = dict_get_str_peek(vm, dict, NAME(vm, __module__));
    if (is_object(module) && is_instance(vm, module, TYPE_STR))
        t->module = (Ref)retain(vm, module);
    if (!wrap_function(vm, dict, vm->special_names[SPECIAL_new], TYPE_STATICMETHOD) ||
        !wrap_function(vm, dict, vm->special_names[SPECIAL_init_subclass], TYPE_CLASSMETHOD) ||
        !wrap_function(vm, dict, vm->special_names[SPECIAL_class_getitem], TYPE_CLASSMETHOD))
        return false;
    if (slots != EMPTY) {
        PyTuple *tuple = OBJ(vm, PyTuple, slots);
        u32 first = t->member_count - tuple->length;
        for (u32 i = 0; i < tuple->length; i++)
            if (!add_member(vm, dict, type, str_intern(vm, tuple->items[i]), first + i))
                return false;
    }
    if ((options & TYPE_NEW_ADDS_DICT) && !add_accessor(vm, dict, type, NAME(vm, __dict__)))
        return false;
    if ((options & TYPE_NEW_ADDS_WEAKREF) && !add_accessor(vm, dict, type, NAME(vm, __weakref__)))
        return false;
    if (dict_get_str_peek(vm, dict, NAME(vm, __doc__)) == EMPTY && !dict_set_str(vm, dict, NAME(vm, __doc__), NONE))
        return false;
    // A class with its own equality and no hash can't be hashed.
    if (dict_get_str_peek(vm, dict, vm->special_names[SPECIAL_eq]) != EMPTY &&
        dict_get_str_peek(vm, dict, vm->special_names[SPECIAL_hash]) == EMPTY && !dict_set_str(vm, dict, vm->special_names[SPECIAL_hash], NONE))
        return false;
    Value cell = dict_get_str_peek(vm, dict, NAME(vm, __classcell__));
    if (cell != EMPTY) {
        if (!is_exact(vm, cell, TYPE_CELL)) {
            raise_error(vm, EXC_TypeError, "type.__new__: __classcell__ must be a nonlocal cell, not %R", ref_type(vm, cell));
            return false;
        }
        set_value(vm, &OBJ(vm, PyCell, cell)->value, retain(vm, type));
        if (!drop_key(vm, dict, NAME(vm, __classcell__)))
            return false;
    }
    Ref classdict = str_intern_c(vm, "__classdictcell__");
    cell = dict_get_str_peek(vm, dict, classdict);
    if (cell != EMPTY) {
        set_value(vm, &OBJ(vm, PyCell, cell)->value, retain(vm, dict));
        if (!drop_key(vm, dict, classdict))
            return false;
    }
    return true;
}

// A class at the place of a dead one must not be taken for it by inline caches. Forgetting what those know means a walk through all containers, so the
// places of classes that they name are used again only when so many have died.
#define DEAD_TYPES_KEPT 256u

static void types_release_dead(VM *vm)
{
    each_code(vm, code_reset_caches);
    while (vm->dead_types) {
        FreeBlock *block = AT(vm, FreeBlock, vm->dead_types);
        vm->dead_types = block->next;
        heap_free(vm, block);
    }
    vm->dead_type_count = 0;
}

// The new class. `mro_tail`: its MRO without itself (tuple). `slots`: names of new __slots__ members (tuple, mangled, in order; without __dict__ and
// __weakref__) or EMPTY. options: TYPE_NEW_*: whether instances get a __dict__ or weak references that the base's have not.
Ref type_new_heap(VM *vm, Ref metatype, Ref name, Ref bases, Ref mro_tail, Ref namespace, Value slots, u32 options)
{
    Ref base = type_best_base(vm, bases);
    if (!base)
        return 0;
    PyType *b = type_at(vm, base);
    u32 new_members = slots == EMPTY ? 0 : OBJ(vm, PyTuple, slots)->length;
    if (b->member_count + new_members > 4000) {
        raise_error(vm, EXC_NotImplementedError, "krait does not support more than 4000 __slots__ yet");
        return 0;
    }
    if (unlikely(vm->dead_type_count >= DEAD_TYPES_KEPT))
        types_release_dead(vm);
    PyType *t = heap_new_container(vm, metatype, sizeof(PyType));
    if (!t)
        return 0;
    Ref type = OFFSET_OF(vm, t);
    t->kind = b->kind;
    t->base_size = b->base_size;
    t->flags = TYPE_HEAP | TYPE_BASETYPE | TYPE_CONTAINER |
               (b->flags & (TYPE_HAS_DICT | TYPE_HAS_WEAKREF | TYPE_EXCEPTION | TYPE_IS_METACLASS));
    PyTuple *all_bases = AT(vm, PyTuple, bases);
    for (u32 i = 0; i < all_bases->length; i++)
        t->flags |= type_at(vm, (Ref)all_bases->items[i])->flags & (TYPE_HAS_DICT | TYPE_HAS_WEAKREF | TYPE_MATCHES_ITSELF);
    for (u32 i = 0; i < all_bases->length && !(t->flags & (TYPE_SEQUENCE | TYPE_MAPPING)); i++) // a class is one of the two: what its first such base is
        t->flags |= type_at(vm, (Ref)all_bases->items[i])->flags & (TYPE_SEQUENCE | TYPE_MAPPING);
    if (options & TYPE_NEW_ADDS_DICT)
        t->flags |= TYPE_HAS_DICT;
    if (options & TYPE_NEW_ADDS_WEAKREF)
        t->flags |= TYPE_HAS_WEAKREF;
    if (t->kind == LAYOUT_TYPE)
        t->flags |= TYPE_IS_METACLASS;
    t->own_members = new_members;
    t->member_count = t->inline_count = b->member_count + new_members;
    t->base = (Ref)retain(vm, base);
    t->bases = (Ref)retain(vm, bases);
    t->name = (Ref)retain(vm, name);
    t->qualname = (Ref)retain(vm, name);

    PyTuple *tail = AT(vm, PyTuple, mro_tail);
    Value mro = tuple_new(vm, tail->length + 1);
    if (mro != EMPTY) {
        tail = AT(vm, PyTuple, mro_tail);
        OBJ(vm, PyTuple, mro)->items[0] = retain(vm, type);
        for (u32 i = 0; i < tail->length; i++)
            OBJ(vm, PyTuple, mro)->items[i + 1] = retain(vm, tail->items[i]);
        t->mro = (Ref)mro;
        t->dict = (Ref)dict_new_cells(vm);
    }
    if (!t->dict || !fill_dict(vm, type, namespace, slots, options))
        goto failed;
    type_inherit_specials(vm, type);
    all_bases = AT(vm, PyTuple, bases);
    for (u32 i = 0; i < all_bases->length; i++)
        if (!type_add_subclass(vm, (Ref)all_bases->items[i], type))
            goto failed;
    return type;
failed:
    if (t->mro) { // it holds the class itself, so a count alone would not end it
        Value mro_value = t->mro;
        t->mro = 0;
        decref(vm, mro_value);
    }
    if (t->dict)
        dict_clear(vm, t->dict); // member descriptors hold the class
    decref_object(vm, type);
    return 0;
}

// scratch: [0] name, [1] bases, [2] MRO without the class, [3] namespace dict, [4] tuple of new __slots__ or EMPTY. 0: exception.
CORE_EXPORT u32 core_type_new(VM *vm, u32 metatype, u32 options)
{
    Value *s = vm->scratch;
    return type_new_heap(vm, metatype, (Ref)s[0], (Ref)s[1], (Ref)s[2], (Ref)s[3], s[4], options);
}

CORE_EXPORT u32 core_type_best_base(VM *vm, u32 bases) { return type_best_base(vm, bases); }

// Assigning __bases__ (checked by the caller): `mro` is the class's whole new MRO; classes below get theirs by calls of their own.
bool type_update_mro(VM *vm, Ref type, Ref mro)
{
    PyType *t = type_at(vm, type);
    Ref old = t->mro;
    t->mro = (Ref)retain(vm, mro);
    decref_ref(vm, old);
    type_modified(vm, type);
    caches_forget_class(vm, type);
    return true;
}

CORE_EXPORT u32 core_type_set_bases(VM *vm, u32 type, u32 bases, u32 base)
{
    PyType *t = type_at(vm, type);
    PyTuple *old = AT(vm, PyTuple, t->bases), *new = AT(vm, PyTuple, bases);
    for (u32 i = 0; i < old->length; i++)
        type_remove_subclass(vm, (Ref)old->items[i], type);
    for (u32 i = 0; i < new->length; i++)
        if (!type_add_subclass(vm, (Ref)new->items[i], type))
            return 0;
    Ref old_bases = t->bases, old_base = t->base;
    t->bases = (Ref)retain(vm, bases);
    t->base = (Ref)retain(vm, base);
    decref_ref(vm, old_bases);
    decref_ref(vm, old_base);
    return 1;
}
CORE_EXPORT u32 core_type_update_mro(VM *vm, u32 type, u32 mro) { return type_update_mro(vm, type, mro); }

// Same memory, so that an instance of one may become one of the other?
bool types_are_compatible(VM *vm, Ref a, Ref b)
{
    PyType *x = type_at(vm, a), *y = type_at(vm, b);
    if (x->kind != y->kind || x->base_size != y->base_size || x->member_count != y->member_count)
        return false;
    if ((x->flags ^ y->flags) & (TYPE_HAS_DICT | TYPE_HAS_WEAKREF))
        return false;
    Ref solid_x = solid_base(vm, a), solid_y = solid_base(vm, b);
    if (solid_x == solid_y)
        return true;
    // Different classes with the same __slots__ on the same base are interchangeable.
    PyType *sx = type_at(vm, solid_x), *sy = type_at(vm, solid_y);
    if (!(sx->flags & sy->flags & TYPE_HEAP) || sx->own_members != sy->own_members || solid_base(vm, sx->base) != solid_base(vm, sy->base))
        return false;
    u32 position = 0;
    Value key, value;
    while (dict_next(vm, sx->dict, &position, &key, &value)) {
        if (!is_exact(vm, value, TYPE_MEMBER_DESCRIPTOR) || !is_exact(vm, key, TYPE_STR))
            continue;
        Value other = dict_get_str_peek(vm, sy->dict, (Ref)key);
        if (!is_exact(vm, other, TYPE_MEMBER_DESCRIPTOR) || OBJ(vm, PyMember, other)->index != OBJ(vm, PyMember, value)->index)
            return false;
    }
    return true;
}
