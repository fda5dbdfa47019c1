// What an inline cache may remember about an attribute access: see AttrCache in core.h. The answer describes what attrs.c would do for every object
// that passes the guards, so each branch here mirrors one there.
#include "heap_inline.h"
#include "types.h"
#include "watch.h"


void caches_flush(VM *vm)
{
    each_code(vm, code_reset_caches);
    watch_kill_all(vm);
}

static u32 uncached(AttrCache *cache)
{
    *cache = (AttrCache){.kind = ATTR_UNCACHED};
    return ATTR_UNCACHED;
}

// What to do with an attribute found on the type, when nothing of the object itself is in the way. object_type: 0 for access on the class itself.
static u32 class_attribute(VM *vm, Value v, Ref object_type)
{
    bool bound_to_instance = object_type != 0;
    if (!is_object(v))
        return bound_to_instance ? ATTR_CONSTANT : ATTR_TYPE_CONSTANT;
    Ref type = ref_type(vm, v);
    if (!type_at(vm, type)->specials[SPECIAL_get])
        return bound_to_instance ? ATTR_CONSTANT : ATTR_TYPE_CONSTANT;
    if (type == TYPE_STATICMETHOD && OBJ(vm, PyWrapperMethod, v)->callable != EMPTY)
        return bound_to_instance ? ATTR_STATIC : ATTR_TYPE_STATIC;
    if (type == TYPE_CLASSMETHOD && is_exact(vm, OBJ(vm, PyWrapperMethod, v)->callable, TYPE_FUNCTION))
        return bound_to_instance ? ATTR_CLASSMETHOD : ATTR_TYPE_CLASSMETHOD;
    if (type == TYPE_FUNCTION)
        return bound_to_instance ? ATTR_METHOD : ATTR_TYPE_CONSTANT;
    if (type == TYPE_METHOD_DESCRIPTOR || type == TYPE_WRAPPER_DESCRIPTOR) {
        Ref owner = OBJ(vm, PyBuiltin, v)->owner; // a method of another type put in this class raises when bound
        if (bound_to_instance && owner && !type_is_subtype(vm, object_type, owner))
            return ATTR_UNCACHED;
        return bound_to_instance ? ATTR_METHOD : ATTR_TYPE_CONSTANT;
    }
    if (!bound_to_instance)
        return type == TYPE_PROPERTY || type == TYPE_MEMBER_DESCRIPTOR || type == TYPE_GETSET_DESCRIPTOR ? ATTR_TYPE_CONSTANT : ATTR_UNCACHED;
    if (type == TYPE_PROPERTY && is_exact(vm, OBJ(vm, PyProperty, v)->getter, TYPE_FUNCTION))
        return ATTR_PROPERTY;
    if (type == TYPE_GETSET_DESCRIPTOR && type_is_subtype(vm, object_type, OBJ(vm, PyGetSet, v)->owner) && OBJ(vm, PyGetSet, v)->getter && AT(vm, PyBuiltin, OBJ(vm, PyGetSet, v)->getter)->kind == BUILTIN_CORE)
        return ATTR_GETSET;
    return ATTR_UNCACHED;
}

// Is what the class has a descriptor that comes before the object's own attributes?
static bool comes_first(VM *vm, Ref type, Ref name)
{
    Ref cell = type_lookup_cell(vm, type, name);
    Value v = cell ? AT(vm, PyCell, cell)->value : EMPTY;
    return is_object(v) && is_asked_first_type(type_at(vm, ref_type(vm, v)));
}

static u32 cache_of_class(VM *vm, Value object, Ref name, AttrCache *cache)
{
    PyType *t = OBJ(vm, PyType, object);
    if (comes_first(vm, t->head.type, name))
        return uncached(cache);
    Ref cell = type_lookup_cell(vm, (Ref)object, name);
    if (!cell)
        return uncached(cache);
    u32 kind = class_attribute(vm, AT(vm, PyCell, cell)->value, 0);
    if (kind == ATTR_UNCACHED)
        return uncached(cache);
    *cache = (AttrCache){.kind = kind, .type = t->head.type, .version = type_version_of(vm, (Ref)object), .cell = cell};
    return kind;
}

static u32 cache_of_module(VM *vm, Value object, Ref name, AttrCache *cache)
{
    PyModule *module = OBJ(vm, PyModule, object);
    if (!module->dict || module->head.type != TYPE_MODULE)
        return uncached(cache);
    PyDict *dict = AT(vm, PyDict, module->dict);
    if (!(dict->flags & DICT_CELLS) || comes_first(vm, module->head.type, name))
        return uncached(cache);
    Ref cell = dict_cell(vm, module->dict, name, false);
    if (!cell || AT(vm, PyCell, cell)->value == EMPTY)
        return uncached(cache);
    *cache = (AttrCache){.kind = ATTR_MODULE, .type = TYPE_MODULE, .version = dict->keys_version, .cell = cell};
    return ATTR_MODULE;
}

// Has this kind of object its attributes in slots told by a shape at offset 8?
INLINE bool has_plain_shape(u32 kind) { return kind == LAYOUT_OBJECT || kind == LAYOUT_EXCEPTION; }

// Where the attribute with this number lies in an object of the shape.
static u32 place_of(PyType *t, PyShape *shape, u32 number, AttrCache *cache)
{
    u32 slot = shape->member_count + number;
    bool is_inline = slot < shape->inline_count;
    if (!is_inline && t->kind != LAYOUT_OBJECT && shape->member_count)
        slot++; // word 0 of their block is for a dict
    cache->offset = is_inline ? (u32)offsetof(PyInstance, slots) + slot * 8 : (slot - shape->inline_count) * 8;
    cache->cell = 0;
    return cache->kind = is_inline ? ATTR_SLOT : ATTR_OVERFLOW;
}

// The attribute of objects of `type` whose shape is `shape` (NULL: nothing of their own can hide what the class has).
static u32 cache_of_instance(VM *vm, Ref type, PyShape *shape, Ref name, AttrCache *cache)
{
    PyType *t = type_at(vm, type);
    Ref cell = type_lookup_cell(vm, type, name);
    Value v = cell ? AT(vm, PyCell, cell)->value : EMPTY;
    *cache = (AttrCache){.type = type, .shape = shape ? OFFSET_OF(vm, shape) : 0, .cell = cell};
    if (shape) {
        int number = shape_find(vm, shape, name);
        if (number >= 0)
            return place_of(t, shape, (u32)number, cache);
    }
    if (!cell)
        return uncached(cache);
    if (is_object(v) && ref_type(vm, v) == TYPE_MEMBER_DESCRIPTOR) {
        PyMember *member = OBJ(vm, PyMember, v);
        if ((member->flags & MEMBER_FIELD) || t->kind != LAYOUT_OBJECT || !type_is_subtype(vm, type, member->owner))
            return uncached(cache);
        cache->offset = (u32)offsetof(PyInstance, slots) + member->index * 8;
        return cache->kind = ATTR_MEMBER; // no version: caches are flushed when a class stops resolving a name to a member
    }
    cache->version = type_version_of(vm, type);
    cache->kind = class_attribute(vm, v, type);
    return cache->kind == ATTR_UNCACHED ? uncached(cache) : cache->kind;
}

// Objects of classes whose attributes nothing is to be remembered about: __getattribute__ has its own way, and classes and modules with hooks are few.
static bool has_own_way(PyType *t)
{
    return (t->flags & TYPE_HAS_GETATTRIBUTE) || ((t->flags & TYPE_HAS_GETATTR_HOOK) && (t->kind == LAYOUT_TYPE || t->kind == LAYOUT_MODULE));
}

// May the outcome be AttributeError, so that a __getattr__ has its turn?
static bool may_fail(u32 kind) { return kind == ATTR_PROPERTY || kind == ATTR_GETSET || kind == ATTR_MEMBER; }

u32 attr_cache_get(VM *vm, Value object, Ref name, AttrCache *cache)
{
    Ref type = type_of(vm, object);
    PyType *t = type_at(vm, type);
    if (has_own_way(t) || !is_object(object))
        return uncached(cache);
    switch (t->kind) {
    case LAYOUT_TYPE: {
        u32 kind = cache_of_class(vm, object, name, cache);
        if (kind != ATTR_UNCACHED && !(t->flags & TYPE_CACHED)) // the version is the class's, not its metaclass's
            t->flags |= TYPE_CACHED;
        return kind;
    }
    case LAYOUT_MODULE: return cache_of_module(vm, object, name, cache);
    case LAYOUT_SUPER: case LAYOUT_METHOD: return uncached(cache);
    default: break;
    }
    // An object that could have attributes of its own: its shape must be known, so that they are guarded too.
    PyShape *shape = NULL;
    if (instance_has_dict(vm, object) && !comes_first(vm, type, name)) {
        if (!has_plain_shape(t->kind))
            return uncached(cache);
        u32 *word = &OBJ(vm, PyInstance, object)->shape;
        if (!*word && !(*word = shape_root_of(vm, type))) {
            exception_clear(vm);
            return uncached(cache);
        }
        shape = AT(vm, PyShape, *word);
        if (shape->flags & SHAPE_DICT)
            return uncached(cache);
    }
    u32 kind = cache_of_instance(vm, type, shape, name, cache);
    if (unlikely(t->flags & TYPE_HAS_GETATTR_HOOK) && may_fail(kind))
        return uncached(cache);
    if (kind != ATTR_UNCACHED && !cache->version)
        t->flags |= TYPE_CACHED;
    return kind;
}

// The same for an exception, whose attributes all lie in its block: new_shape is set if this is one that it does not have yet.
static u32 cache_of_exception_store(VM *vm, Ref type, Ref shape_ref, Ref name, AttrCache *cache)
{
    PyShape *shape = AT(vm, PyShape, shape_ref);
    Ref cell = type_lookup_cell(vm, type, name);
    Value v = cell ? AT(vm, PyCell, cell)->value : EMPTY;
    if (shape->member_count || shape->inline_count || (is_object(v) && is_data_descriptor_type(type_at(vm, ref_type(vm, v)))))
        return uncached(cache);
    *cache = (AttrCache){.type = type, .shape = shape_ref};
    int number = shape_find(vm, shape, name);
    cache->offset = 8 * (number >= 0 ? (u32)number : shape->slot_count);
    if (number < 0 && !(cache->new_shape = shape_with(vm, shape, name)))
        return uncached(cache);
    return cache->kind = ATTR_SET_OVERFLOW;
}

// What object.__setattr__ does with objects of `type` whose word for the shape is `shape_ref`.
static u32 cache_of_store(VM *vm, Ref type, Ref shape_ref, Ref name, AttrCache *cache)
{
    PyType *t = type_at(vm, type);
    if (t->kind != LAYOUT_OBJECT)
        return uncached(cache);
    Ref cell = type_lookup_cell(vm, type, name);
    Value v = cell ? AT(vm, PyCell, cell)->value : EMPTY;
    if (is_object(v) && is_data_descriptor_type(type_at(vm, ref_type(vm, v)))) {
        if (ref_type(vm, v) != TYPE_MEMBER_DESCRIPTOR)
            return uncached(cache);
        PyMember *member = OBJ(vm, PyMember, v);
        if ((member->flags & (MEMBER_FIELD | MEMBER_READONLY)) || !type_is_subtype(vm, type, member->owner))
            return uncached(cache);
        *cache = (AttrCache){.kind = ATTR_SET_MEMBER, .type = type,
                             .offset = (u32)offsetof(PyInstance, slots) + member->index * 8};
        return cache->kind;
    }
    PyShape *shape = shape_ref && (t->flags & TYPE_HAS_DICT) ? AT(vm, PyShape, shape_ref) : NULL;
    if (!shape || (shape->flags & SHAPE_DICT))
        return uncached(cache);
    *cache = (AttrCache){.type = type, .shape = shape_ref};
    int number = shape_find(vm, shape, name);
    u32 slot = shape->member_count + (number >= 0 ? (u32)number : shape->slot_count);
    bool is_inline = slot < shape->inline_count;
    cache->offset = is_inline ? (u32)offsetof(PyInstance, slots) + slot * 8 : (slot - shape->inline_count) * 8;
    if (number >= 0)
        return cache->kind = is_inline ? ATTR_SET_SLOT : ATTR_SET_OVERFLOW;
    if (!is_inline)
        return uncached(cache);
    cache->new_shape = shape_with(vm, shape, name);
    return cache->new_shape ? cache->kind = ATTR_SET_ADD : uncached(cache);
}

u32 attr_cache_set(VM *vm, Value object, Ref name, AttrCache *cache)
{
    if (!is_object(object) || kind_of(vm, object) != LAYOUT_OBJECT || (type_at(vm, ref_type(vm, object))->flags & TYPE_HAS_SETATTR_HOOK))
        return uncached(cache);
    type_at(vm, ref_type(vm, object))->flags |= TYPE_CACHED;
    return cache_of_store(vm, ref_type(vm, object), OBJ(vm, PyInstance, object)->shape, name, cache);
}

// --- for traces ---------------------------------------------------------------------------------------------------------------
// The same for objects known by type and shape only: a trace guards these itself, whatever the inline cache at the instruction says. The answer
// is a kind; scratch[0] = offset, [1] = cell, [2] = new shape, [3] = offset of the word that must be `shape`, 0: it does not matter.
static u32 answer_trace(VM *vm, AttrCache *cache, u32 shape_at)
{
    vm->scratch[0] = int48(cache->offset);
    vm->scratch[1] = int48(cache->cell);
    vm->scratch[2] = int48(cache->new_shape);
    vm->scratch[3] = int48(shape_at);
    return cache->kind;
}

static bool is_shape_of(VM *vm, Ref shape, Ref type)
{
    return AT(vm, ObjectHead, shape)->type == TYPE_SHAPE && AT(vm, PyShape, shape)->cls == type && !(AT(vm, PyShape, shape)->flags & SHAPE_DICT);
}

// `shape`: the word of the object, 0 if it has none or it is not set.
CORE_EXPORT u32 core_attr_of(VM *vm, Ref type, Ref shape, Ref name)
{
    AttrCache cache;
    PyType *t = type_at(vm, type);
    if (has_own_way(t) || t->kind == LAYOUT_TYPE || t->kind == LAYOUT_MODULE || t->kind == LAYOUT_SUPER || t->kind == LAYOUT_METHOD)
        return ATTR_UNCACHED;
    u32 shape_at = 0;
    if ((t->flags & TYPE_HAS_DICT) && !comes_first(vm, type, name)) {
        shape_at = shape_offset_of_kind[t->kind];
        if (!shape_at || (shape && !is_shape_of(vm, shape, type)))
            return ATTR_UNCACHED;
    }
    u32 kind = cache_of_instance(vm, type, shape && shape_at ? AT(vm, PyShape, shape) : NULL, name, &cache);
    if (t->flags & TYPE_HAS_GETATTR_HOOK) {
        if (may_fail(kind))
            return ATTR_UNCACHED;
        if (kind == ATTR_UNCACHED && (shape || !shape_at) && type_lookup_peek(vm, type, name) == EMPTY)
            cache.kind = ATTR_MISSING;
    }
    return answer_trace(vm, &cache, shape_at);
}

// By object.__setattr__, whatever the class has in its place.
CORE_EXPORT u32 core_attr_store_builtin(VM *vm, Ref type, Ref shape, Ref name)
{
    AttrCache cache;
    u32 kind = type_at(vm, type)->kind;
    if (!has_plain_shape(kind) || (shape && !is_shape_of(vm, shape, type)))
        return ATTR_UNCACHED;
    if (kind == LAYOUT_OBJECT)
        cache_of_store(vm, type, shape, name, &cache);
    else if (!shape || cache_of_exception_store(vm, type, shape, name, &cache) == ATTR_UNCACHED)
        return ATTR_UNCACHED;
    return answer_trace(vm, &cache, cache.shape ? (u32)offsetof(PyInstance, shape) : 0);
}

CORE_EXPORT u32 core_attr_store(VM *vm, Ref type, Ref shape, Ref name)
{
    return (type_at(vm, type)->flags & TYPE_HAS_SETATTR_HOOK) ? ATTR_UNCACHED : core_attr_store_builtin(vm, type, shape, name);
}

// An attribute of a class or a module.
CORE_EXPORT u32 core_attr_on(VM *vm, Ref object, Ref name)
{
    AttrCache cache;
    u32 kind = kind_of(vm, object);
    if (kind != LAYOUT_TYPE && kind != LAYOUT_MODULE)
        return ATTR_UNCACHED;
    attr_cache_get(vm, object, name, &cache);
    return answer_trace(vm, &cache, 0);
}

// super(after, object).name where `start` is the class of object, or (is_class) object itself: scratch[1] = what is to be bound.
CORE_EXPORT u32 core_super_attr(VM *vm, Ref start, Ref after, Ref name)
{
    if (name == NAME(vm, __class__) || !type_is_subtype(vm, start, after))
        return ATTR_UNCACHED;
    Value v = super_lookup(vm, start, after, name);
    if (v == EMPTY)
        return ATTR_UNCACHED;
    vm->scratch[0] = is_object(v) ? int48((i64)v) : int48(0);
    return is_object(v) ? class_attribute(vm, v, start) : ATTR_UNCACHED;
}
