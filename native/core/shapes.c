// Shapes: a tree for each class, an edge for each attribute added. The class owns its roots, a shape its children; everything upwards is borrowed,
// so a shape lives as long as its class and instances need not count it.
#include "heap_inline.h"
#include "types.h"

#define SHAPE_MAX_ATTRS SHAPE_MAX_MOVED // more attributes: the instance gets a dict
#define SHAPE_MAX_PER_CLASS 400u // more orders of adding than this: likewise
#define SHAPE_TABLE_FROM 9u    // attributes from which a lookup builds a table
#define INLINE_DEFAULT 4u
#define INLINE_MAX 32u

static PyShape *shape_new(VM *vm, Ref cls, u32 flags)
{
    PyShape *shape = heap_new_container(vm, TYPE_SHAPE, sizeof(PyShape));
    if (!shape)
        return NULL;
    PyType *t = type_at(vm, cls);
    shape->cls = cls;
    shape->flags = flags;
    shape->member_count = (u16)t->member_count;
    return shape;
}

static PyShape *root_new(VM *vm, Ref cls)
{
    PyType *t = type_at(vm, cls);
    PyShape *root = shape_new(vm, cls, SHAPE_ROOT | (t->flags & TYPE_HAS_DICT ? 0 : SHAPE_NO_DICT));
    if (root) {
        root->inline_count = t->kind == LAYOUT_OBJECT ? (u16)t->inline_count : 0;
        u32 bytes = (u32)sizeof(PyInstance) + root->inline_count * 8u;
        if (!t->root_shape && t->kind == LAYOUT_OBJECT && (t->flags & TYPE_HAS_DEL)) // before there are instances
            t->flags |= TYPE_NUMBERS_INSTANCES;
        root->alloc_list = (u16)(bytes > 512 || (t->flags & TYPE_NUMBERS_INSTANCES) ? 0xFFFF : HEAP_LIST(t->flags & TYPE_CONTAINER ? HEAP_CONTAINERS : HEAP_OBJECTS, heap_class(bytes)));
    }
    return root;
}

Ref shape_root_of(VM *vm, Ref cls)
{
    PyType *t = type_at(vm, cls);
    if (t->root_shape)
        return t->root_shape;
    if (t->kind == LAYOUT_OBJECT && t->inline_count <= t->member_count && (t->flags & TYPE_HAS_DICT))
        t->inline_count = t->member_count + INLINE_DEFAULT;
    if (t->inline_count < t->member_count)
        t->inline_count = t->member_count;
    PyShape *root = root_new(vm, cls);
    return root ? t->root_shape = OFFSET_OF(vm, root) : 0;
}

// Shape for instances with a real dict.
Ref shape_dict_of(VM *vm, Ref cls)
{
    PyType *t = type_at(vm, cls);
    if (t->dict_shape)
        return t->dict_shape;
    bool hidden = t->kind != LAYOUT_OBJECT && t->member_count;
    PyShape *shape = shape_new(vm, cls, SHAPE_DICT | (hidden ? SHAPE_HIDDEN_DICT : 0));
    if (!shape)
        return 0;
    shape->inline_count = t->kind == LAYOUT_OBJECT ? (u16)t->member_count : 0;
    return t->dict_shape = OFFSET_OF(vm, shape);
}

// Later instances of the class get `wanted` slots: a new tree, so that a shape always tells where a slot lies.
void shape_remember_inline(VM *vm, Ref cls, u32 wanted)
{
    PyType *t = type_at(vm, cls);
    if (t->kind != LAYOUT_OBJECT || wanted <= t->inline_count || t->inline_count >= t->member_count + INLINE_MAX || !t->root_shape)
        return;
    u32 most = t->member_count + INLINE_MAX, doubled = t->inline_count + (t->inline_count - t->member_count);
    u32 count = wanted > doubled ? wanted : doubled, old_count = t->inline_count;
    t->inline_count = count < most ? count : most;
    if (t->inline_count > 0xFFFF)
        t->inline_count = old_count;
    PyShape *root = t->inline_count > old_count ? root_new(vm, cls) : NULL;
    if (!root) {
        t->inline_count = old_count;
        exception_clear(vm);
        return;
    }
    root->next_root = t->root_shape;
    t->root_shape = OFFSET_OF(vm, root);
}

// --- lookup ----------------------------------------------------------------------------------------------------------
typedef struct ShapeSlot { Ref name; u32 slot; } ShapeSlot;

INLINE u32 name_hash(Ref name) { return (name >> 4) * 0x9E3779B1u >> 8; }

static void build_table(VM *vm, PyShape *shape)
{
    u32 slots = 16;
    while (slots < shape->slot_count * 2)
        slots *= 2;
    vm->heap_emergency++;
    u32 table = heap_block_zeroed(vm, slots * sizeof(ShapeSlot));
    vm->heap_emergency--;
    if (!table) {
        exception_clear(vm); // only a help
        return;
    }
    ShapeSlot *entries = AT(vm, ShapeSlot, table);
    for (PyShape *s = shape; s->name; s = AT(vm, PyShape, s->parent)) {
        u32 i = name_hash(s->name) & (slots - 1);
        while (entries[i].name)
            i = (i + 1) & (slots - 1);
        entries[i] = (ShapeSlot){s->name, s->slot_count - 1};
    }
    shape->table = table;
    shape->table_mask = slots - 1;
}

int shape_find(VM *vm, PyShape *shape, Ref name)
{
    if (!(shape->names & SHAPE_NAME_BIT(name)))
        return -1;
    if (shape->slot_count >= SHAPE_TABLE_FROM && !shape->table)
        build_table(vm, shape);
    if (shape->table) {
        ShapeSlot *entries = AT(vm, ShapeSlot, shape->table);
        for (u32 i = name_hash(name) & shape->table_mask; entries[i].name; i = (i + 1) & shape->table_mask)
            if (entries[i].name == name)
                return (int)entries[i].slot;
        return -1;
    }
    for (; shape->name; shape = AT(vm, PyShape, shape->parent))
        if (shape->name == name)
            return (int)shape->slot_count - 1;
    return -1;
}

// --- transitions -------------------------------------------------------------------------------------------------------
static bool is_shape(VM *vm, Ref r) { return AT(vm, ObjectHead, r)->type == TYPE_SHAPE; }

Ref shape_with(VM *vm, PyShape *shape, Ref name)
{
    Ref next = shape->transitions;
    if (next) {
        if (is_shape(vm, next)) {
            if (AT(vm, PyShape, next)->name == name)
                return next;
        } else {
            Value child = dict_get_str_peek(vm, next, name);
            if (child != EMPTY)
                return (Ref)child;
        }
    }
    PyType *t = type_at(vm, shape->cls);
    if (shape->slot_count >= SHAPE_MAX_ATTRS || t->shape_count >= SHAPE_MAX_PER_CLASS)
        return 0;
    PyShape *child = shape_new(vm, shape->cls, 0);
    if (!child) {
        exception_clear(vm);
        return 0;
    }
    child->parent = OFFSET_OF(vm, shape);
    child->slot_count = shape->slot_count + 1;
    child->inline_count = shape->inline_count;
    AT(vm, ObjectHead, name)->refcount++;
    child->name = name;
    child->names = shape->names | SHAPE_NAME_BIT(name);
    Ref child_ref = OFFSET_OF(vm, child);
    if (!next) {
        shape->transitions = child_ref;
    } else {
        Value dict = next;
        if (is_shape(vm, next)) {
            dict = dict_new(vm);
            if (dict == EMPTY || !dict_set_str(vm, dict, AT(vm, PyShape, next)->name, next)) {
                decref(vm, dict);
                decref_object(vm, child_ref);
                exception_clear(vm);
                return 0;
            }
            shape->transitions = (Ref)dict;
            decref_object(vm, next); // the dict has it now
        }
        bool stored = dict_set_str(vm, dict, name, child_ref);
        decref_object(vm, child_ref); // likewise, or it dies here
        if (!stored) {
            exception_clear(vm);
            return 0;
        }
    }
    t->shape_count++;
    vm->shape_count++;
    return child_ref;
}

static bool tree_mentions(VM *vm, PyShape *shape, Ref name)
{
    if (shape->name == name)
        return true;
    Ref next = shape->transitions;
    if (!next)
        return false;
    if (is_shape(vm, next))
        return tree_mentions(vm, AT(vm, PyShape, next), name);
    u32 position = 0;
    Value key, child;
    while (dict_next(vm, next, &position, &key, &child))
        if (tree_mentions(vm, OBJ(vm, PyShape, child), name))
            return true;
    return false;
}

bool shapes_mention(VM *vm, Ref cls, Ref name)
{
    for (Ref root = type_at(vm, cls)->root_shape; root; root = AT(vm, PyShape, root)->next_root)
        if (tree_mentions(vm, AT(vm, PyShape, root), name))
            return true;
    return false;
}
