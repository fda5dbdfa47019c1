// What the files on classes share beyond core.h.
#ifndef KRAIT_TYPES_H
#define KRAIT_TYPES_H
#include "core.h"

typedef struct RefBlock { u32 count, capacity; Ref items[]; } RefBlock;

void method_cache_clear(VM *vm);
void method_cache_each_name(VM *vm, void (*visit)(VM *, Ref));
void type_resolve_specials(VM *vm, Ref type);
void type_inherit_specials(VM *vm, Ref type);
bool type_add_subclass(VM *vm, Ref base, Ref sub);
void type_remove_subclass(VM *vm, Ref base, Ref sub);
bool shapes_mention(VM *vm, Ref cls, Ref name); // some instance of exactly this class may have its attribute `name` in a slot

Value super_bind(VM *vm, Value super, Value object); // super.__get__
Value tail_for_none(VM *vm);
Ref super_check(VM *vm, Ref type, Value object);
Value super_claim(VM *vm, Value self, Ref type, Value object, Value name);
Value attr_get_generic(VM *vm, Value object, Ref name); // object.__getattribute__ whatever the kind of object
int attr_find_builtin_only(VM *vm, Value object, Ref name, Value *result); // 1, 0 or -1: never tails
void attribute_error_context(VM *vm, Value object, Ref name);
#define SHAPE_MAX_MOVED 64u // most attributes a shape can have (shapes.c)
Ref shape_dict_of(VM *vm, Ref cls);
bool instance_change_class(VM *vm, Value object, Ref cls);

// Where a layout keeps `u32 shape; Ref dict_or_slots` (always next to each other); 0: it has none.
extern const u16 shape_offset_of_kind[LAYOUT_COUNT];
INLINE bool has_shape_words(u32 kind, Ref type) { return shape_offset_of_kind[kind] && (kind != LAYOUT_ITERATOR || type >= STATIC_END); }
INLINE u32 *shape_words(VM *vm, Value object, u32 kind) // [0] = shape, [1] = dict_or_slots
{
    return AT(vm, u32, (u32)object + shape_offset_of_kind[kind]);
}
bool types_are_compatible(VM *vm, Ref a, Ref b);

// statics.c, exceptions.c
void make_immortal(VM *vm, Value v);
void add_exception_members(VM *vm);
u32 exception_field_count(Ref static_type); // own fields in PyException.fields, 0 if it has its base's

// dealloc.c, weakrefs.c
void object_clear(VM *vm, Ref object);
bool is_finalized(VM *vm, Ref object);
bool queue_finalizer(VM *vm, Ref object, PyType *type);
void pending_each(VM *vm, void (*visit)(VM *, Value *));
void weakref_unlink(VM *vm, Ref weakref);
void weakrefs_clear_silently(VM *vm, Ref object);
Ref weakrefs_first(VM *vm, Ref object);
#endif
