// Attributes that objects own: slots told by the shape, or a dict once __dict__ was asked for. See PyInstance in object.h for the numbering of
// slots. A class learns how many inline slots its instances need: first guess from its __init__, then from instances that overflow.
#include "heap_inline.h"
#include "types.h"
#include "watch.h"
#include "generated/opcodes.h"

const u16 shape_offset_of_kind[LAYOUT_COUNT] = {
    [LAYOUT_OBJECT] = offsetof(PyInstance, shape),       [LAYOUT_INT] = offsetof(PyInt, shape),
    [LAYOUT_FLOAT] = offsetof(PyFloat, shape),           [LAYOUT_COMPLEX] = offsetof(PyComplex, shape),
    [LAYOUT_STR] = offsetof(PyStr, shape),               [LAYOUT_BYTES] = offsetof(PyBytes, shape),
    [LAYOUT_BYTEARRAY] = offsetof(PyByteArray, shape),   [LAYOUT_TUPLE] = offsetof(PyTuple, shape),
    [LAYOUT_LIST] = offsetof(PyList, shape),             [LAYOUT_DICT] = offsetof(PyDict, shape),
    [LAYOUT_SET] = offsetof(PySet, shape),               [LAYOUT_PROPERTY] = offsetof(PyProperty, shape),
    [LAYOUT_MODULE] = offsetof(PyModule, shape),         [LAYOUT_WEAKREF] = offsetof(PyWeakref, shape),
    [LAYOUT_EXCEPTION] = offsetof(PyException, shape),   [LAYOUT_HOST] = offsetof(PyHostObject, shape),
    [LAYOUT_DEQUE] = offsetof(PyDeque, shape),           [LAYOUT_CLASSMETHOD] = offsetof(PyWrapperMethod, shape),
    [LAYOUT_STATICMETHOD] = offsetof(PyWrapperMethod, shape), [LAYOUT_SUPER] = offsetof(PySuper, shape),
    [LAYOUT_GENERICALIAS] = offsetof(PyGenericAlias, shape),  [LAYOUT_ITERATOR] = offsetof(PyIterator, of_subclass),
};
#define CHECK_PAIR(type) _Static_assert(offsetof(type, dict_or_slots) == offsetof(type, shape) + 4, "shape and dict_or_slots must be neighbours")
CHECK_PAIR(PyInstance); CHECK_PAIR(PyInt); CHECK_PAIR(PyFloat); CHECK_PAIR(PyComplex); CHECK_PAIR(PyStr); CHECK_PAIR(PyBytes);
CHECK_PAIR(PyByteArray); CHECK_PAIR(PyTuple); CHECK_PAIR(PyList); CHECK_PAIR(PyDict); CHECK_PAIR(PySet); CHECK_PAIR(PyProperty);
CHECK_PAIR(PyModule); CHECK_PAIR(PyWeakref); CHECK_PAIR(PyException); CHECK_PAIR(PyHostObject); CHECK_PAIR(PyDeque); CHECK_PAIR(PyWrapperMethod);
CHECK_PAIR(PySuper); CHECK_PAIR(PyGenericAlias);

// --- first guess of the number of attributes ------------------------------------------------------------------------------
typedef struct Names { u32 count; Ref names[32]; } Names;

static void add_stores(VM *vm, Ref code_ref, Names *names)
{
    PyCode *code = AT(vm, PyCode, code_ref);
    Instruction *words = AT(vm, Instruction, code->bytecode);
    PyTuple *code_names = AT(vm, PyTuple, code->names);
    u32 length = code->word_count < 4000 ? code->word_count : 4000;
    for (u32 i = 0; i < length; i += 1u + opcode_caches[words[i].op]) {
        if (opcode_generic[words[i].op] != OP_SETATTR || words[i].a != 0 || words[i].c >= code_names->length)
            continue;
        Ref name = (Ref)code_names->items[words[i].c];
        u32 n = 0;
        while (n < names->count && names->names[n] != name)
            n++;
        if (n == names->count && n < 32)
            names->names[names->count++] = name;
    }
}

// Names that the __init__ methods along the MRO store on self; `members` are not attributes of the shape but only make the guess larger.
static u32 guess_attributes(VM *vm, PyType *t)
{
    Names names = {0};
    PyTuple *mro = AT(vm, PyTuple, t->mro);
    for (u32 i = 0; i < mro->length; i++) {
        PyType *base = type_at(vm, (Ref)mro->items[i]);
        if (!(base->flags & TYPE_HEAP))
            break;
        Value init = dict_get_str_peek(vm, base->dict, vm->special_names[SPECIAL_init]);
        if (is_exact(vm, init, TYPE_FUNCTION))
            add_stores(vm, OBJ(vm, PyFunction, init)->code, &names);
    }
    return names.count;
}

// --- making instances -----------------------------------------------------------------------------------------------------
NOINLINE static Ref first_root(VM *vm, Ref cls)
{
    PyType *t = type_at(vm, cls);
    if ((t->flags & TYPE_HEAP) && (t->flags & TYPE_HAS_DICT) && t->kind == LAYOUT_OBJECT && t->mro) {
        u32 guess = guess_attributes(vm, t);
        if (guess && t->inline_count < t->member_count + guess)
            t->inline_count = (t->member_count + guess + 1) & ~1u; // two slots to a 16-byte step
    }
    return shape_root_of(vm, cls);
}

CORE_EXPORT Value instance_new(VM *vm, Ref cls)
{
    Ref root = type_at(vm, cls)->root_shape;
    PyInstance *quick = instance_new_inline(vm, cls, root);
    if (likely(quick))
        return OFFSET_OF(vm, quick);
    if (unlikely(!root)) {
        root = first_root(vm, cls);
        if (!root)
            return EMPTY;
    }
    PyType *t = type_at(vm, cls);
    ASSERT(vm, t->kind == LAYOUT_OBJECT);
    u32 bytes = (u32)sizeof(PyInstance) + AT(vm, PyShape, root)->inline_count * 8u;
    bool numbered = t->flags & TYPE_NUMBERS_INSTANCES;
    PyInstance *instance = heap_new_inline(vm, cls, bytes + numbered * 8u, t->flags & TYPE_CONTAINER ? HEAP_CONTAINERS : HEAP_OBJECTS);
    if (unlikely(!instance))
        return EMPTY;
    instance->shape = root;
    Ref r = OFFSET_OF(vm, instance);
    if (numbered)
        *AT(vm, u64, r + heap_usable_bytes(vm, r) - 8) = ++vm->births;
    return r;
}

// --- where attributes are -------------------------------------------------------------------------------------------------
INLINE Value *overflow_words(VM *vm, u32 *words) { return AT(vm, Value, words[1]); }

// The shape, made if the object had none yet; NULL: no attributes (or no memory, with *failed).
static PyShape *shape_of(VM *vm, Value object, u32 kind, bool *failed)
{
    if (!has_shape_words(kind, ref_type(vm, object)))
        return NULL;
    u32 *words = shape_words(vm, object, kind);
    if (words[0])
        return AT(vm, PyShape, words[0]);
    Ref type = ref_type(vm, object);
    if (!(type_at(vm, type)->flags & TYPE_HAS_DICT) && !type_at(vm, type)->member_count)
        return NULL;
    Ref root = shape_root_of(vm, type);
    if (!root) {
        *failed = true;
        return NULL;
    }
    words[0] = root;
    return AT(vm, PyShape, root);
}

// Place of slot n. The caller knows that the slot exists.
INLINE Value *slot_at(VM *vm, Value object, u32 *words, PyShape *shape, u32 n)
{
    return n < shape->inline_count ? &OBJ(vm, PyInstance, object)->slots[n] : overflow_words(vm, words) + (n - shape->inline_count);
}

// Makes room for word `index` of the overflow block; new words are EMPTY.
static bool reserve_overflow(VM *vm, u32 *words, u32 index)
{
    u32 have = words[1] ? heap_usable_bytes(vm, words[1]) / 8 : 0;
    if (index < have)
        return true;
    u32 want = have ? have * 2 : 4;
    while (want <= index)
        want *= 2;
    u32 block = heap_block_resize(vm, words[1], have * 8, want * 8);
    if (!block)
        return false;
    u32 usable = heap_usable_bytes(vm, block) / 8;
    memset(AT(vm, Value, block) + have, 0, (usable - have) * 8);
    words[1] = block;
    return true;
}

// The dict of an object in dict mode.
INLINE Ref mode_dict(VM *vm, u32 *words, PyShape *shape)
{
    return shape->flags & SHAPE_HIDDEN_DICT ? (Ref)overflow_words(vm, words)[0] : words[1];
}

// Objects that keep a plain Ref to their dict: NULL if this kind does not.
static Ref *dict_field(VM *vm, Value object, u32 kind)
{
    switch (kind) {
    case LAYOUT_FUNCTION: return &OBJ(vm, PyFunction, object)->dict;
    case LAYOUT_MODULE: return &OBJ(vm, PyModule, object)->dict;
    case LAYOUT_CLASSMETHOD:
    case LAYOUT_STATICMETHOD: return &OBJ(vm, PyWrapperMethod, object)->dict;
    default: return NULL;
    }
}

bool instance_has_dict(VM *vm, Value object)
{
    if (!is_object(object))
        return false;
    PyType *t = type_at(vm, ref_type(vm, object));
    return (t->flags & TYPE_HAS_DICT) && t->kind != LAYOUT_TYPE && (shape_offset_of_kind[t->kind] || dict_field(vm, object, t->kind));
}

Value *instance_member(VM *vm, Value object, u32 slot, bool make)
{
    u32 kind = kind_of(vm, object);
    if (kind == LAYOUT_OBJECT)
        return &OBJ(vm, PyInstance, object)->slots[slot];
    bool failed = false;
    PyShape *shape = shape_of(vm, object, kind, &failed);
    if (!shape)
        return NULL;
    u32 *words = shape_words(vm, object, kind);
    u32 index = slot + 1; // word 0 is for the dict
    if (!words[1] || index >= heap_usable_bytes(vm, words[1]) / 8) {
        if (!make || !reserve_overflow(vm, words, index))
            return NULL;
    }
    return overflow_words(vm, words) + index;
}

// First overflow word of attributes (not members) of objects that are not of OBJECT kind.
INLINE u32 attribute_slot(PyShape *shape, u32 number)
{
    return shape->member_count + number + (shape->member_count && !shape->inline_count ? 1 : 0);
}

Value instance_get_peek(VM *vm, Value object, Ref name)
{
    if (!is_object(object))
        return EMPTY;
    u32 kind = kind_of(vm, object);
    Ref *field = dict_field(vm, object, kind);
    if (field)
        return *field ? dict_get_str_peek(vm, *field, name) : EMPTY;
    if (!has_shape_words(kind, ref_type(vm, object)))
        return EMPTY;
    u32 *words = shape_words(vm, object, kind);
    if (!words[0])
        return EMPTY;
    PyShape *shape = AT(vm, PyShape, words[0]);
    if (unlikely(shape->flags & SHAPE_DICT))
        return dict_get_str_peek(vm, mode_dict(vm, words, shape), name);
    int number = shape_find(vm, shape, name);
    return number < 0 ? EMPTY : *slot_at(vm, object, words, shape, attribute_slot(shape, (u32)number));
}

// The same where the object's class has nothing of that name and leaves the looking up to object. EMPTY: who knows (attrs.c).
Value instance_own_peek(VM *vm, Value object, Ref name)
{
    if (!is_object(object))
        return EMPTY;
    PyType *t = type_at(vm, ref_type(vm, object));
    u32 *words = &OBJ(vm, PyInstance, object)->shape;
    if (t->kind != LAYOUT_OBJECT || (t->flags & TYPE_HAS_GETATTRIBUTE) || !words[0])
        return EMPTY;
    PyShape *shape = AT(vm, PyShape, words[0]);
    int number = shape->flags & SHAPE_DICT ? -1 : shape_find(vm, shape, name);
    if (number < 0 || type_lookup_cell(vm, ref_type(vm, object), name))
        return EMPTY;
    return *slot_at(vm, object, words, shape, attribute_slot(shape, (u32)number));
}

// --- dict mode -----------------------------------------------------------------------------------------------------------
// Puts `dict` (taken) in place of the attributes; these are dropped.
static bool enter_dict_mode(VM *vm, Value object, u32 kind, PyShape *shape, Value dict)
{
    Ref dict_shape = shape_dict_of(vm, ref_type(vm, object));
    if (!dict_shape) {
        decref(vm, dict);
        return false;
    }
    u32 *words = shape_words(vm, object, kind);
    bool hidden = AT(vm, PyShape, dict_shape)->flags & SHAPE_HIDDEN_DICT;
    if (hidden && !reserve_overflow(vm, words, shape->member_count)) {
        decref(vm, dict);
        return false;
    }
    // Drop the old values only when the object is whole again: dropping may look at it.
    u32 count = shape->slot_count, old_block = 0;
    Value fixed[SHAPE_MAX_MOVED];
    ASSERT(vm, count <= SHAPE_MAX_MOVED);
    for (u32 i = 0; i < count; i++) {
        Value *place = slot_at(vm, object, words, shape, attribute_slot(shape, i));
        fixed[i] = *place;
        *place = EMPTY;
    }
    if (hidden) {
        overflow_words(vm, words)[0] = dict;
    } else {
        old_block = words[1];
        words[1] = (u32)dict;
    }
    words[0] = dict_shape;
    heap_block_free(vm, old_block);
    for (u32 i = 0; i < count; i++)
        decref(vm, fixed[i]);
    return true;
}

// Copies the attributes of a shape into a dict, in order.
static bool copy_attributes(VM *vm, Value object, u32 *words, PyShape *shape, Value dict)
{
    Ref names[SHAPE_MAX_MOVED];
    for (PyShape *s = shape; s->name; s = AT(vm, PyShape, s->parent))
        names[s->slot_count - 1] = s->name;
    for (u32 i = 0; i < shape->slot_count; i++)
        if (!dict_set_str(vm, dict, names[i], *slot_at(vm, object, words, shape, attribute_slot(shape, i))))
            return false;
    return true;
}

Value instance_dict(VM *vm, Value object)
{
    if (!instance_has_dict(vm, object))
        return EMPTY;
    u32 kind = kind_of(vm, object);
    Ref *field = dict_field(vm, object, kind);
    if (field) {
        if (!*field)
            *field = (Ref)(kind == LAYOUT_MODULE ? dict_new_cells(vm) : dict_new(vm));
        return *field;
    }
    bool failed = false;
    PyShape *shape = shape_of(vm, object, kind, &failed);
    if (!shape)
        return EMPTY;
    u32 *words = shape_words(vm, object, kind);
    if (shape->flags & SHAPE_DICT)
        return mode_dict(vm, words, shape);
    Value dict = dict_new(vm);
    if (dict == EMPTY)
        return EMPTY;
    if (!copy_attributes(vm, object, words, shape, dict)) {
        decref(vm, dict);
        return EMPTY;
    }
    return enter_dict_mode(vm, object, kind, shape, dict) ? dict : EMPTY;
}

// A copy of what an object has in its __dict__, which is not made for that; NONE if it has nothing. EMPTY without an exception: ask Python.
Value instance_state(VM *vm, Value object)
{
    if (kind_of(vm, object) != LAYOUT_OBJECT)
        return EMPTY;
    if (!instance_has_dict(vm, object))
        return retain(vm, NONE);
    bool failed = false;
    PyShape *shape = shape_of(vm, object, LAYOUT_OBJECT, &failed);
    if (!shape)
        return EMPTY;
    u32 *words = shape_words(vm, object, LAYOUT_OBJECT);
    if (shape->flags & SHAPE_DICT) {
        Value own = mode_dict(vm, words, shape);
        return !is_exact(vm, own, TYPE_DICT) ? EMPTY : dict_length(vm, own) ? dict_copy(vm, own) : retain(vm, NONE);
    }
    if (!shape->slot_count)
        return retain(vm, NONE);
    Value dict = dict_new(vm);
    if (dict == EMPTY || copy_attributes(vm, object, words, shape, dict))
        return dict;
    decref(vm, dict);
    return EMPTY;
}

bool instance_set_dict(VM *vm, Value object, Value dict)
{
    u32 kind = kind_of(vm, object);
    Ref *field = dict_field(vm, object, kind);
    if (field) {
        Ref old = *field;
        *field = (Ref)retain(vm, dict);
        decref_ref(vm, old);
        return true;
    }
    bool failed = false;
    PyShape *shape = shape_of(vm, object, kind, &failed);
    if (!shape)
        return false;
    u32 *words = shape_words(vm, object, kind);
    if (!(shape->flags & SHAPE_DICT))
        return enter_dict_mode(vm, object, kind, shape, retain(vm, dict));
    Ref old;
    if (shape->flags & SHAPE_HIDDEN_DICT) {
        old = (Ref)overflow_words(vm, words)[0];
        overflow_words(vm, words)[0] = retain(vm, dict);
    } else {
        old = words[1];
        words[1] = (Ref)retain(vm, dict);
    }
    decref_ref(vm, old);
    return true;
}

// --- storing and deleting ------------------------------------------------------------------------------------------------
bool instance_set(VM *vm, Value object, Ref name, Value value)
{
    u32 kind = kind_of(vm, object);
    Ref *field = dict_field(vm, object, kind);
    if (field) {
        Value dict = instance_dict(vm, object);
        return dict != EMPTY && dict_set_str(vm, dict, name, value);
    }
    bool failed = false;
    PyShape *shape = shape_of(vm, object, kind, &failed);
    if (!shape)
        return false;
    u32 *words = shape_words(vm, object, kind);
    if (unlikely(shape->flags & SHAPE_DICT))
        return dict_set_str(vm, mode_dict(vm, words, shape), name, value);
    int number = shape_find(vm, shape, name);
    if (number >= 0) {
        set_value(vm, slot_at(vm, object, words, shape, attribute_slot(shape, (u32)number)), retain(vm, value));
        return true;
    }
    Ref next = shape_with(vm, shape, name);
    if (unlikely(!next)) {
        Value dict = instance_dict(vm, object);
        return dict != EMPTY && dict_set_str(vm, dict, name, value);
    }
    u32 slot = attribute_slot(shape, shape->slot_count);
    if (slot >= shape->inline_count) {
        if (!reserve_overflow(vm, words, slot - shape->inline_count))
            return false;
        if (kind == LAYOUT_OBJECT)
            shape_remember_inline(vm, ref_type(vm, object), slot + 1);
    }
    *slot_at(vm, object, words, shape, slot) = retain(vm, value);
    words[0] = next;
    return true;
}

int instance_delete(VM *vm, Value object, Ref name)
{
    u32 kind = kind_of(vm, object);
    Ref *field = dict_field(vm, object, kind);
    if (!field) {
        bool failed = false;
        PyShape *shape = shape_of(vm, object, kind, &failed);
        if (!shape)
            return failed ? -1 : 0;
        u32 *words = shape_words(vm, object, kind);
        if (!(shape->flags & SHAPE_DICT)) {
            int number = shape_find(vm, shape, name);
            if (number < 0)
                return 0;
            if ((u32)number + 1 == shape->slot_count) { // the youngest: back to the parent
                Value *place = slot_at(vm, object, words, shape, attribute_slot(shape, (u32)number));
                words[0] = shape->parent;
                set_value(vm, place, EMPTY);
                return 1;
            }
        }
    }
    Value dict = instance_dict(vm, object); // a gap in the slots would not keep the order of attributes
    if (dict == EMPTY)
        return -1;
    int status = dict_delete(vm, dict, name, NULL);
    return status == DICT_FOUND ? 1 : status == DICT_MISSING ? 0 : -1;
}

// object.__class__ = cls, layouts compared by the caller: the attributes move into a dict, or stay if there are none.
bool instance_change_class(VM *vm, Value object, Ref cls)
{
    u32 kind = kind_of(vm, object);
    Ref old_type = ref_type(vm, object);
    if (has_shape_words(kind, old_type)) {
        u32 *words = shape_words(vm, object, kind);
        PyShape *shape = words[0] ? AT(vm, PyShape, words[0]) : NULL;
        Ref next = 0;
        if (shape && !(type_at(vm, cls)->flags & TYPE_HAS_DICT)) {
            next = shape_root_of(vm, cls);
            if (!next)
                return false;
        } else if (shape) {
            if (!(shape->flags & SHAPE_DICT) && instance_dict(vm, object) == EMPTY)
                return false;
            next = shape_dict_of(vm, cls);
            if (!next)
                return false;
        }
        words[0] = next;
    }
    if (old_type >= STATIC_END) { // traces know its objects' type, and do not look again
        watch_fire(vm, WATCH_TYPE, old_type);
        watch_fire(vm, WATCH_TYPE_LIFE, old_type);
    }
    head_of(vm, object)->type = cls;
    if (cls >= STATIC_END)
        incref_object(vm, cls);
    if (old_type >= STATIC_END)
        decref_object(vm, old_type);
    return true;
}
