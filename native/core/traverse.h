// What each kind of object owns, written once: deallocation, the collector, clearing and the audit all walk this. A visitor gets the place of
// every owned reference and block, in the order in which CPython drops them.
#ifndef KRAIT_TRAVERSE_H
#define KRAIT_TRAVERSE_H

#include "heap_inline.h"
#include "types.h"

typedef struct Visitor {
    void (*value)(VM *vm, Value *place, void *context);
    void (*ref)(VM *vm, u32 *place, void *context); // 0 or an owned object
    void (*block)(VM *vm, u32 *place, void *context); // 0 or an owned block; after the references inside it
} Visitor;

#define VISIT(field) (_Generic((field), Value: visit_value, u32: visit_ref)(vm, visitor, &(field), context))
#define VISIT_BLOCK(field) visitor.block(vm, &(field), context)

INLINE void visit_value(VM *vm, Visitor visitor, void *place, void *context) { visitor.value(vm, place, context); }
INLINE void visit_ref(VM *vm, Visitor visitor, void *place, void *context) { visitor.ref(vm, place, context); }

INLINE void visit_words(VM *vm, Visitor visitor, Value *words, u32 count, void *context)
{
    for (u32 i = 0; i < count; i++)
        visitor.value(vm, words + i, context);
}
// Registers die last to first, as CPython clears a frame's.
INLINE void visit_registers(VM *vm, Visitor visitor, Value *registers, u32 count, void *context)
{
    while (count-- > 0)
        if (is_object(registers[count]))
            visitor.value(vm, registers + count, context);
}

// Attributes by shape: words[0] = shape, words[1] = dict or overflow block.
INLINE void visit_attributes(VM *vm, Visitor visitor, u32 *words, void *context)
{
    if (!words[1])
        return;
    PyShape *shape = words[0] ? AT(vm, PyShape, words[0]) : NULL;
    if (shape && (shape->flags & (SHAPE_DICT | SHAPE_HIDDEN_DICT)) == SHAPE_DICT) {
        visitor.ref(vm, words + 1, context);
        return;
    }
    visit_words(vm, visitor, AT(vm, Value, words[1]), heap_usable_bytes(vm, words[1]) / 8, context);
    visitor.block(vm, words + 1, context);
}

// Inline slots in use: all of them but in dict mode, where only the members are left.
INLINE u32 inline_slots(PyShape *shape)
{
    u32 used = shape->member_count + shape->slot_count;
    return used < shape->inline_count ? used : shape->inline_count;
}

// Everything but the type. Always inlined with constant visitors, so that the calls become code.
INLINE void traverse_fields(VM *vm, Ref object, PyType *type, Visitor visitor, void *context)
{
    switch (type->kind) {
    case LAYOUT_OBJECT: {
        PyInstance *o = AT(vm, PyInstance, object);
        if (!o->shape)
            break;
        visit_words(vm, visitor, o->slots, inline_slots(AT(vm, PyShape, o->shape)), context);
        visit_attributes(vm, visitor, &o->shape, context);
        break;
    }
    case LAYOUT_INT: case LAYOUT_FLOAT: case LAYOUT_COMPLEX: case LAYOUT_STR: case LAYOUT_BYTES:
        visit_attributes(vm, visitor, shape_words(vm, object, type->kind), context);
        break;
    case LAYOUT_BYTEARRAY: {
        PyByteArray *o = AT(vm, PyByteArray, object);
        visit_attributes(vm, visitor, &o->shape, context);
        VISIT_BLOCK(o->data);
        break;
    }
    case LAYOUT_TUPLE: {
        PyTuple *o = AT(vm, PyTuple, object);
        for (u32 i = o->length; i-- > 0;)
            visitor.value(vm, o->items + i, context);
        if (o->shape) // else what follows is the hash of a plain tuple
            visit_attributes(vm, visitor, &o->shape, context);
        break;
    }
    case LAYOUT_LIST: {
        PyList *o = AT(vm, PyList, object);
        for (u32 i = o->length; i-- > 0;)
            visitor.value(vm, AT(vm, Value, o->items) + i, context);
        VISIT_BLOCK(o->items);
        visit_attributes(vm, visitor, &o->shape, context);
        break;
    }
    case LAYOUT_DICT: {
        PyDict *o = AT(vm, PyDict, object);
        DictEntry *entries = AT(vm, DictEntry, o->entries);
        for (u32 i = 0; i < o->entry_count; i++) {
            visitor.value(vm, &entries[i].key, context);
            visitor.value(vm, &entries[i].value, context);
        }
        VISIT_BLOCK(o->entries);
        VISIT_BLOCK(o->index);
        visit_attributes(vm, visitor, &o->shape, context);
        break;
    }
    case LAYOUT_SET: {
        PySet *o = AT(vm, PySet, object);
        SetEntry *entries = AT(vm, SetEntry, o->entries);
        for (u32 i = 0; o->entries && i <= o->mask; i++)
            visitor.value(vm, &entries[i].key, context);
        VISIT_BLOCK(o->entries);
        visit_attributes(vm, visitor, &o->shape, context);
        break;
    }
    case LAYOUT_DEQUE: {
        PyDeque *o = AT(vm, PyDeque, object);
        for (u32 i = 0; i < o->length; i++)
            visitor.value(vm, AT(vm, Value, o->items) + ((o->first + i) & (o->capacity - 1)), context);
        VISIT_BLOCK(o->items);
        visit_attributes(vm, visitor, &o->shape, context);
        break;
    }
    case LAYOUT_RANGE: {
        PyRange *o = AT(vm, PyRange, object);
        VISIT(o->start); VISIT(o->stop); VISIT(o->step); VISIT(o->length);
        break;
    }
    case LAYOUT_SLICE: {
        PySlice *o = AT(vm, PySlice, object);
        VISIT(o->step); VISIT(o->start); VISIT(o->stop);
        break;
    }
    case LAYOUT_TYPE: {
        PyType *o = AT(vm, PyType, object);
        VISIT(o->dict); VISIT(o->bases); VISIT(o->mro); VISIT(o->base);
        VISIT(o->heap_extra); VISIT(o->doc); VISIT(o->name); VISIT(o->qualname); VISIT(o->module);
        VISIT(o->root_shape); VISIT(o->dict_shape);
        VISIT_BLOCK(o->subclasses);
        break;
    }
    case LAYOUT_FUNCTION: {
        PyFunction *o = AT(vm, PyFunction, object);
        VISIT(o->code); VISIT(o->globals); VISIT(o->builtins); VISIT(o->name); VISIT(o->qualname); VISIT(o->module); VISIT(o->defaults);
        VISIT(o->kwdefaults); VISIT(o->doc); VISIT(o->dict); VISIT(o->closure); VISIT(o->annotations); VISIT(o->annotate); VISIT(o->type_params);
        break;
    }
    case LAYOUT_BUILTIN: {
        PyBuiltin *o = AT(vm, PyBuiltin, object);
        VISIT(o->self); VISIT(o->name); VISIT(o->qualname); VISIT(o->module); VISIT(o->doc); VISIT(o->text_signature);
        break;
    }
    case LAYOUT_METHOD: {
        PyMethod *o = AT(vm, PyMethod, object);
        VISIT(o->function); VISIT(o->self);
        break;
    }
    case LAYOUT_CODE: {
        PyCode *o = AT(vm, PyCode, object);
        VISIT(o->consts); VISIT(o->names); VISIT(o->local_names); VISIT(o->free_names); VISIT(o->name); VISIT(o->qualname);
        VISIT(o->filename); VISIT(o->doc); VISIT(o->consumers);
        VISIT_BLOCK(o->bytecode); VISIT_BLOCK(o->exception_table); VISIT_BLOCK(o->line_table); VISIT_BLOCK(o->cell_locals);
        break;
    }
    case LAYOUT_CELL: VISIT(AT(vm, PyCell, object)->value); break;
    case LAYOUT_FRAME: {
        PyFrame *o = AT(vm, PyFrame, object);
        if (o->registers) // with the code still there: it says how many
            visit_registers(vm, visitor, AT(vm, Value, o->registers), AT(vm, PyCode, o->code)->local_count, context);
        VISIT_BLOCK(o->registers);
        VISIT(o->locals); VISIT(o->trace); VISIT(o->builtin); VISIT(o->back); VISIT(o->function); VISIT(o->code);
        break;
    }
    case LAYOUT_TRACEBACK: {
        PyTraceback *o = AT(vm, PyTraceback, object);
        VISIT(o->next); VISIT(o->frame);
        break;
    }
    case LAYOUT_GENERATOR: {
        PyGenerator *o = AT(vm, PyGenerator, object);
        if (generator_rests(o))
            visit_registers(vm, visitor, o->registers, o->register_count, context);
        VISIT(o->handled); VISIT(o->frame); VISIT(o->function); VISIT(o->name); VISIT(o->qualname); VISIT(o->finalizer); VISIT(o->origin);
        break;
    }
    case LAYOUT_EXCEPTION: {
        PyException *o = AT(vm, PyException, object);
        visit_attributes(vm, visitor, &o->shape, context);
        VISIT(o->args);
        visit_words(vm, visitor, o->fields, (type->base_size - (u32)offsetof(PyException, fields)) / 8, context);
        VISIT(o->traceback); VISIT(o->cause); VISIT(o->context);
        break;
    }
    case LAYOUT_PROPERTY: {
        PyProperty *o = AT(vm, PyProperty, object);
        VISIT(o->getter); VISIT(o->setter); VISIT(o->deleter); VISIT(o->doc); VISIT(o->name);
        visit_attributes(vm, visitor, &o->shape, context);
        break;
    }
    case LAYOUT_CLASSMETHOD: case LAYOUT_STATICMETHOD: {
        PyWrapperMethod *o = AT(vm, PyWrapperMethod, object);
        VISIT(o->callable); VISIT(o->dict);
        visit_attributes(vm, visitor, &o->shape, context);
        break;
    }
    case LAYOUT_SUPER: {
        PySuper *o = AT(vm, PySuper, object);
        VISIT(o->object); VISIT(o->type); VISIT(o->object_type);
        visit_attributes(vm, visitor, &o->shape, context);
        break;
    }
    case LAYOUT_MODULE: {
        PyModule *o = AT(vm, PyModule, object);
        VISIT(o->dict);
        visit_attributes(vm, visitor, &o->shape, context);
        break;
    }
    case LAYOUT_WEAKREF: {
        PyWeakref *o = AT(vm, PyWeakref, object);
        VISIT(o->callback);
        visit_attributes(vm, visitor, &o->shape, context);
        break;
    }
    case LAYOUT_MEMBER: {
        PyMember *o = AT(vm, PyMember, object);
        VISIT(o->owner); VISIT(o->name); VISIT(o->doc);
        break;
    }
    case LAYOUT_GETSET: {
        PyGetSet *o = AT(vm, PyGetSet, object);
        VISIT(o->owner); VISIT(o->name); VISIT(o->getter); VISIT(o->setter); VISIT(o->doc);
        break;
    }
    case LAYOUT_ITERATOR: {
        PyIterator *o = AT(vm, PyIterator, object);
        VISIT(o->source); VISIT(o->extra);
        if (type->flags & TYPE_HEAP)
            visit_attributes(vm, visitor, o->of_subclass, context);
        break;
    }
    case LAYOUT_DICTVIEW: VISIT(AT(vm, PyDictView, object)->dict); break;
    case LAYOUT_SHAPE: {
        PyShape *o = AT(vm, PyShape, object);
        VISIT(o->transitions); VISIT(o->name); VISIT(o->next_root);
        VISIT_BLOCK(o->table);
        break;
    }
    case LAYOUT_HOST: {
        PyHostObject *o = AT(vm, PyHostObject, object);
        visit_words(vm, visitor, o->fields, (type->base_size - (u32)offsetof(PyHostObject, fields)) / 8, context);
        visit_attributes(vm, visitor, &o->shape, context);
        break;
    }
    case LAYOUT_GENERICALIAS: {
        PyGenericAlias *o = AT(vm, PyGenericAlias, object);
        VISIT(o->origin); VISIT(o->args); VISIT(o->parameters);
        visit_attributes(vm, visitor, &o->shape, context);
        break;
    }
    case LAYOUT_MAPPINGPROXY: VISIT(AT(vm, PyMappingProxy, object)->mapping); break;
    default: break; // SINGLETON, MEMORYVIEW (a host object's business)
    }
}

#endif
