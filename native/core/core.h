// Functions that the core's files call in each other, by owner. Conventions (docs/core-contract.md):
//   · arguments are borrowed, results are new (owned) references, unless the name says `take` (argument is consumed) or `peek` (borrowed result);
//   · a Value result EMPTY means an exception is set; a bool result `false` likewise where the comment says so;
//   · "may tail": may return VALUE_TAIL; only call it where the caller can pass that on to the interpreter (see vm.h).
//   · C never runs Python code and never recurses on the C stack by data depth without check_c_depth.
#ifndef KRAIT_CORE_H
#define KRAIT_CORE_H

#include "vm.h"
#include "statics.h"
#include "specials.h"
#include "frame.h"

// --- assert.h part: debug core ---------------------------------------------------------------------------------------
#if KRAIT_DEBUG
_Noreturn void fatal(VM *vm, const char *message); // stores the message and traps
#define ASSERT(vm, condition) do { if (unlikely(!(condition))) fatal(vm, __FILE_NAME__ ": " #condition); } while (0)
#else
#define ASSERT(vm, condition) ((void)0)
#endif

// --- mem.c -------------------------------------------------------------------------------------------------------------
void *memcpy(void *restrict, const void *restrict, size_t);
void *memmove(void *, const void *, size_t);
void *memset(void *, int, size_t);
int memcmp(const void *, const void *, size_t);
size_t strlen(const char *);

// --- heap.c: pages, size classes, blocks ---------------------------------------------------------------------------------
// Objects: `bytes` in all; head is filled in (refcount 1, type), the rest is zeroed. EMPTY/NULL with MemoryError set when out of memory.
void *heap_new(VM *vm, Ref type, u32 bytes);             // non-container object
void *heap_new_container(VM *vm, Ref type, u32 bytes);   // may be part of a cycle: on container pages, seen by the collector
u32 heap_block(VM *vm, u32 bytes);                       // raw block, NOT zeroed; 0 with MemoryError set
u32 heap_block_resize(VM *vm, u32 block, u32 old_bytes, u32 new_bytes); // may move; 0 with MemoryError (old block stays valid)
void heap_block_free(VM *vm, u32 block);
void heap_free(VM *vm, void *object);                    // memory of an object only: fields must be dropped already
u32 heap_usable_bytes(VM *vm, u32 block);                // size class of the block: growth can use it all
u32 heap_block_zeroed(VM *vm, u32 bytes);
void heap_trim(VM *vm);                                  // finds empty pages among the free blocks and gives them back
void heap_init(VM *vm);
// heap_inline.h has heap_new_inline / heap_new_raw for hot allocations. Undo a heap_new by decref, not by heap_free (a heap type is counted).

// --- refcount.h: inline ------------------------------------------------------------------------------------------------
void object_dealloc(VM *vm, Ref object); // count reached 0: __del__, weakrefs, fields, memory (dealloc.c)
INLINE void incref_object(VM *vm, Value v) { ASSERT(vm, head_of(vm, v)->refcount != 0); head_of(vm, v)->refcount++; }
INLINE void incref(VM *vm, Value v) { if (is_object(v)) incref_object(vm, v); }
INLINE Value retain(VM *vm, Value v) { incref(vm, v); return v; }
INLINE void decref_object(VM *vm, Value v) { ASSERT(vm, head_of(vm, v)->refcount != 0); if (unlikely(--head_of(vm, v)->refcount == 0)) object_dealloc(vm, (Ref)v); }
INLINE void decref(VM *vm, Value v) { if (is_object(v)) decref_object(vm, v); }
INLINE void decref_ref(VM *vm, Ref r) { if (r) decref_object(vm, r); }
INLINE void set_value(VM *vm, Value *place, Value owned) { Value old = *place; *place = owned; decref(vm, old); } // write first, then drop

// --- errors.c: raising ----------------------------------------------------------------------------------------------------
// format: %s C string, %d i32, %u u32, %x u32 in hex, %c u32 code point, %D i64, %.50T %.50N cut the name, %S str Value, %T type name of a Value, %N name of a type Ref, %R repr of a str/int (simple values only), %%
COLD Value raise_error(VM *vm, Ref type, const char *format, ...);       // always returns EMPTY
COLD Value raise_object(VM *vm, Ref type, Value argument);                // type(argument); borrows
// A long loop in C gives up when a time-out, Ctrl-C or interrupt() waits. Either it answers as if the next item needed Python code: the prelude
// function it tails to raises before it does anything, at its own first safe point. Or, where it can't tail, it calls raise_interrupt.
INLINE bool interrupted(VM *vm)
{
    return unlikely(vm->interrupt & (INTERRUPT_HOST | INTERRUPT_TIMEOUT | INTERRUPT_SIGNAL) & ~vm->interrupt_raised);
}
COLD Value raise_interrupt(VM *vm);
COLD Value raise_memory_error(VM *vm);                                    // preallocated: needs no memory
COLD Value raise_value(VM *vm, Value exception);                          // takes the reference; sets context from vm->handled
Value exception_new(VM *vm, Ref type, Value args_tuple_or_empty);         // builtin exception instance, no hooks
Value str_format(VM *vm, const char *format, ...);                        // a str made by the same formatter
bool exception_matches(VM *vm, Value exception, Ref type);                // is subtype
void exception_clear(VM *vm);

// --- types.c -----------------------------------------------------------------------------------------------------------------
INLINE Ref type_of(VM *vm, Value v) { return is_int48(v) ? TYPE_INT : is_float(v) ? TYPE_FLOAT : ref_type(vm, v); }
INLINE PyType *type_at(VM *vm, Ref t) { return AT(vm, PyType, t); }
INLINE u32 kind_of(VM *vm, Value v) { return is_int48(v) ? LAYOUT_INT : is_float(v) ? LAYOUT_FLOAT : type_at(vm, ref_type(vm, v))->kind; }
bool type_is_subtype(VM *vm, Ref type, Ref base);
INLINE bool is_instance(VM *vm, Value v, Ref type) { Ref t = type_of(vm, v); return t == type || type_is_subtype(vm, t, type); }
INLINE bool is_exact(VM *vm, Value v, Ref type) { return is_object(v) && ref_type(vm, v) == type; }
INLINE bool is_type(VM *vm, Value v) { return is_object(v) && type_at(vm, ref_type(vm, v))->kind == LAYOUT_TYPE; }
INLINE Ref special_of(VM *vm, Value v, u32 special) { return type_at(vm, type_of(vm, v))->specials[special]; } // borrowed, 0 if none
INLINE bool has_special_of(VM *vm, Value v, Ref type, u32 special) { return special_of(vm, v, special) == type_at(vm, type)->specials[special]; } // not overridden
Value type_lookup_peek(VM *vm, Ref type, Ref name);      // along the MRO, no binding; borrowed; EMPTY if not found (no exception)
Ref type_lookup_cell(VM *vm, Ref type, Ref name);        // the same, as the PyCell of the defining class's dict (borrowed); 0 if not found
void type_modified(VM *vm, Ref type);                    // after a change of its dict: versions and specials of it and its subclasses
void type_modified_name(VM *vm, Ref type, Ref name);     // the same when only `name` changed
u32 type_version_of(VM *vm, Ref type);                   // assigns one if it has none; versions are unique: never used by two types or twice by one
bool type_set_attr(VM *vm, Ref type, Ref name, Value value_or_empty); // into its own dict, no descriptors, no check of immutability
Ref type_best_base(VM *vm, Ref bases_tuple);             // base that gives the layout; 0: TypeError raised
Ref type_new_heap(VM *vm, Ref metatype, Ref name, Ref bases, Ref mro_tail, Ref namespace, Value slots_tuple_or_empty, u32 options); // see types.c
#define TYPE_NEW_ADDS_DICT 1u
#define TYPE_NEW_ADDS_WEAKREF 2u
bool type_update_mro(VM *vm, Ref type, Ref mro);         // __bases__ assignment
int special_index(VM *vm, Ref name);                     // SPECIAL_*, -1 if it is none

// --- shapes.c ----------------------------------------------------------------------------------------------------------------
Ref shape_root_of(VM *vm, Ref cls);                      // borrowed; 0 with MemoryError
int shape_find(VM *vm, PyShape *shape, Ref name);        // attribute number, -1 if the shape does not have it
Ref shape_with(VM *vm, PyShape *shape, Ref name);        // shape after adding `name`; 0: no more shapes for this class (or memory): use a dict
void shapes_drop(VM *vm, PyType *type);
void shape_remember_inline(VM *vm, Ref cls, u32 wanted); // instances needed more inline slots

// --- attrs.c ---------------------------------------------------------------------------------------------------------------
Value attr_get(VM *vm, Value object, Ref name);                // may tail (properties, __getattr__)
Value attr_get_builtin(VM *vm, Value object, Ref name);        // object.__getattribute__; may tail
int attr_find(VM *vm, Value object, Ref name, Value *result);  // 1 found, 0 missing without exception, -1 raised, 2 tail
bool attr_set(VM *vm, Value object, Ref name, Value value_or_empty_to_delete, Value *tail); // false: exception or *tail == VALUE_TAIL
bool attr_set_builtin(VM *vm, Value object, Ref name, Value value_or_empty, Value *tail);   // object.__setattr__ / __delattr__
// For LOAD_METHOD: 1 = *result is a function to be called with `object` first, 3 = *result is the attribute's value (no self); 0, -1, 2 as attr_find.
int attr_find_method(VM *vm, Value object, Ref name, Value *result);
// For LOAD_SPECIAL and hooks: looks on the type only; same results as attr_find_method (no __getattr__, no exception when missing).
int special_find_method(VM *vm, Value object, u32 special, Value *result);
// super(type, object).name without making the super object: results of attr_find_method; `self` for the call in *self (borrowed) when 1.
int super_find(VM *vm, Ref type, Value object, Ref name, bool method, Value *result, Value *self);
Value super_lookup(VM *vm, Ref start, Ref after, Ref name);
COLD Value raise_none_called(VM *vm);                         // a special method that is None
COLD Value raise_not_callable(VM *vm, Value v);
COLD void raise_unexpected_parameter(VM *vm, PyCode *code, Value function, Value name);
COLD void raise_builtin_arguments(VM *vm, PyFunction *function, u32 nargs, Ref kwnames);
COLD Value raise_unexpected_keyword(VM *vm, const char *function, Value name, const char *const *names, u32 count);
bool is_callable(VM *vm, Value v);
Value raise_no_attribute(VM *vm, Value object, Ref name);      // AttributeError with CPython's text for this kind of object
// RET_GETATTR: whenever attr_get/attr_find/attr_find_method tail with vm->tail_mode == RET_GETATTR, vm->tail_aux is an owned tuple (object, name):
// if the call raises AttributeError, the result is type(object).__getattr__(object, name) instead.

// What an inline cache at a GETATTR / LOAD_METHOD / SETATTR site may remember. Guards: ref_type(object) == type, and, if shape != 0, the
// u32 at object+8 == shape (both are one 64-bit compare at object+4), and, if version != 0, type_at(type)->version == version (for ATTR_TYPE_*:
// the version of the object itself, a class; for ATTR_MODULE: keys_version of the module's dict). Nothing cached owns a reference; all of it
// stays valid while the guards hold. When a class that is in a cache gets a data descriptor or attribute hook that a shape guard would not see,
// `caches_flush` calls code_reset_caches for every code object.
typedef enum AttrCacheKind {
    ATTR_UNCACHED,   // stay generic
    ATTR_SLOT,       // value at object + offset (never EMPTY)
    ATTR_OVERFLOW,   // value at block dict_or_slots + offset (never EMPTY); u32 dict_or_slots is at object+12
    ATTR_MEMBER,     // __slots__ member at object + offset; EMPTY: go generic (raises)
    ATTR_CONSTANT,   // value of `cell`: class attribute that binds nothing; if EMPTY go generic
    ATTR_METHOD,     // value of `cell` is a function or method descriptor to be bound to object
    ATTR_PROPERTY,   // value of `cell` is a property (exact type) whose getter is a Python function: getter(object)
    ATTR_GETSET,     // value of `cell` is a PyGetSet with a getter in C
    ATTR_TYPE_CONSTANT, // object is a class: value of `cell`, nothing to bind (functions, plain values, …)
    ATTR_TYPE_STATIC,   // value of `cell` is a staticmethod (exact type): its callable
    ATTR_TYPE_CLASSMETHOD, // value of `cell` is a classmethod (exact type) around a function: callable bound to object (also for instances: ATTR_CLASSMETHOD)
    ATTR_CLASSMETHOD,   // instance: callable of the classmethod in `cell`, bound to type
    ATTR_STATIC,        // instance: callable of the staticmethod in `cell`
    ATTR_MODULE,     // value of `cell`; if EMPTY go generic
    ATTR_MISSING,    // (for traces) nothing: it is for the class's __getattr__ to say
    // stores
    ATTR_SET_SLOT, ATTR_SET_OVERFLOW, // replaces the value there (drop the old one)
    ATTR_SET_MEMBER, // as ATTR_SET_SLOT, old value may be EMPTY
    ATTR_SET_ADD,    // object + offset is free: store there, then u32 at object+8 = new_shape
} AttrCacheKind;
typedef struct AttrCache { u32 kind, type, shape, version, offset, cell, new_shape, pad; } AttrCache;
u32 attr_cache_get(VM *vm, Value object, Ref name, AttrCache *cache); // kind; has no side effects on the program
u32 attr_cache_set(VM *vm, Value object, Ref name, AttrCache *cache); // before the store is done
void caches_flush(VM *vm);
void caches_forget_class(VM *vm, Ref type);

// --- descriptors.c -------------------------------------------------------------------------------------------------------------
Value descriptor_get(VM *vm, Value descriptor, Value object_or_empty, Ref owner); // __get__; owned; may tail
bool descriptor_set(VM *vm, Value descriptor, Value object, Value value_or_empty, Value *tail);
INLINE bool is_data_descriptor_type(PyType *t) { return t->specials[SPECIAL_set] || t->specials[SPECIAL_delete]; }
// Whether such an object in a class is asked before what an instance has under the name. (One with a __set__ alone hides nothing that is read.)
INLINE bool is_asked_first_type(PyType *t) { return t->specials[SPECIAL_get] && is_data_descriptor_type(t); }
Value property_name_is(VM *vm, Value property, Value name);
Value method_new(VM *vm, Value function, Value self);    // bound method
void function_died(VM *vm, Ref function);                // vm->replaced_codes is there
Value builtin_bind(VM *vm, Value builtin, Value self);   // bound builtin (builtin_function_or_method or method-wrapper)
Value call_builtin_core(VM *vm, PyBuiltin *builtin, Value *args, u32 nargs); // kind CORE, no keywords; checks the argument count; may tail
Value cell_new(VM *vm, Value value_taken);
Value function_new(VM *vm, Ref code, Ref globals, Ref builtins_or_0); // name, qualname, doc from the code, module from the globals
Value module_new(VM *vm, Value name_str, Value dict_or_empty);
Value mappingproxy_new(VM *vm, Value mapping);

// --- instances.c -------------------------------------------------------------------------------------------------------------
Value instance_new(VM *vm, Ref cls);                     // OBJECT kind: all slots EMPTY
Value instance_dict(VM *vm, Value object);               // makes the real __dict__ (borrowed result); EMPTY if it has none
bool makes_plain_objects(VM *vm, Ref cls);               // cls.__new__ is object's, and cls can be instantiated (quick_objects.c)
int restore_state(VM *vm, Value object, Value state);    // object.__dict__.update(state), no __dict__ is made: 1; 0: not a plain case; -1: raised
Value instance_get_peek(VM *vm, Value object, Ref name); // own attribute, borrowed; EMPTY if missing
Value instance_own_peek(VM *vm, Value object, Ref name); // the same if it is sure that nothing of the class comes before it; EMPTY: who knows
bool instance_set(VM *vm, Value object, Ref name, Value value);      // own attribute, no descriptors; the object must be able to have them
int instance_delete(VM *vm, Value object, Ref name);     // 1 deleted, 0 missing, -1 raised
bool instance_set_dict(VM *vm, Value object, Value dict); // object.__dict__ = dict
bool instance_has_dict(VM *vm, Value object);
Ref consumer_for(VM *vm, u32 prelude, const Value *args); // consumers.c: the function to use for the prelude's, borrowed; 0: that one
Value instance_state(VM *vm, Value object);
Value instance_whole_state(VM *vm, Value object);       // quick_objects.c: with slots; EMPTY without an exception: ask Python
Value *instance_member(VM *vm, Value object, u32 slot, bool make); // place of a __slots__ member; NULL if there is none yet

// --- dealloc.c, weakrefs.c, gc.c, audit.c ------------------------------------------------------------------------------------------
bool pending_take(VM *vm, u32 claimed, Value *callable, Value *argument); // next waiting finaliser or callback (owned both); false: none
u32 pending_claimed(VM *vm);
bool runs_after_instruction(Value *R); // a finaliser's frame: was it called between two instructions of the one below?
bool pending_add(VM *vm, Value callable, Value argument);    // callable(argument) at the next safe point
void weakrefs_clear(VM *vm, Ref object);                 // object dies: its weakrefs are dead, callbacks queued
Value weakref_new(VM *vm, Ref type, Value object, Value callback_or_empty);
u32 weakref_count_of(VM *vm, Value object);
u32 gc_collect(VM *vm, u32 skip);                        // unreachable objects found; finalisers are queued, see vm->gc_again
void gc_safe_point(VM *vm);                              // INTERRUPT_GC was set: collects and clears the bit

// --- numbers: ints.c, floats.c ---------------------------------------------------------------------------------------------------
Value int_from_i64(VM *vm, i64 n);
Value int_from_u64(VM *vm, u64 n);
Value int_from_double(VM *vm, double d);                 // truncates; raises for nan/inf
bool int_to_i64(VM *vm, Value v, i64 *result);           // int (any size or subclass): false if it does not fit (NO exception)
bool int_fits_index(VM *vm, Value v, i64 *result, Ref error); // __index__ without hooks: ints and bools; false: TypeError or `error` set. clamps if error == 0
double int_to_double(VM *vm, Value v, bool *overflow);
int int_compare(VM *vm, Value a, Value b);               // any ints: -1, 0, 1
Value number_binary(VM *vm, u32 op, Value a, Value b);   // int/float/complex/bool of any size, exact types or subclasses; NOTIMPLEMENTED for others; may tail (host for huge)
Value number_compare(VM *vm, u32 op, Value a, Value b);  // TRUE/FALSE or NOTIMPLEMENTED
Value number_unary(VM *vm, u32 special, Value a);        // neg, pos, invert, abs; NOTIMPLEMENTED for others
u64 double_hash(double d);                               // as CPython (61-bit modulus), also for ints through int_hash
u64 int_hash(VM *vm, Value v);

// --- strings.c ---------------------------------------------------------------------------------------------------------------
Value str_new(VM *vm, u32 length, u32 kind);             // uninitialised data; kind must be exact in the end
Value str_from_c(VM *vm, const char *ascii);
Value str_from_bytes_ascii(VM *vm, const u8 *data, u32 length);
Value str_from_code_points(VM *vm, const u32 *points, u32 length); // narrows
Value str_from_char(VM *vm, u32 code_point);
Value str_from_utf8(VM *vm, const u8 *data, u32 length); // valid UTF-8 (surrogates in WTF-8 form allowed)
Ref str_intern(VM *vm, Value str);                       // returns the interned one (borrowed from the intern table)
Ref str_intern_c(VM *vm, const char *ascii);
void str_forget_interned(VM *vm, PyStr *str);             // dealloc.c: an interned string is about to be freed
u32 str_hash(VM *vm, Value str);
bool str_equal(VM *vm, Value a, Value b);
int str_compare(VM *vm, Value a, Value b);
Value str_concat(VM *vm, Value a, Value b);
Value str_concat_take(VM *vm, Value a_taken, Value b);   // a += b: in place when a has one reference and room; EMPTY: a is not taken
Value str_item(VM *vm, Value str, u32 index);
Value str_slice(VM *vm, Value str, i64 start, i64 step, u32 count);
i64 str_find(VM *vm, Value haystack, Value needle, i64 start, i64 end, bool reverse);
INLINE u32 str_char(PyStr *s, u32 i) { return s->kind == 1 ? s->data[i] : s->kind == 2 ? ((u16 *)s->data)[i] : ((u32 *)s->data)[i]; }
Value bytes_new(VM *vm, const u8 *data_or_null, u32 length);
Value bytearray_new(VM *vm, const u8 *data_or_null, u32 length);
bool bytearray_resize(VM *vm, Value bytearray, u64 length);
Value bytes_from_sequence(VM *vm, Value list_or_tuple, bool for_array);   // EMPTY without exception: another kind of iterable
Value message_arguments(VM *vm, u32 message);               // args of an error that says MESSAGE_… of trace.h (construct.c)
Value no_int_arguments(VM *vm, Value text);               // args of the ValueError of int(text) (construct.c)
Value value_box(VM *vm, Ref cls, Value plain);            // instance of a subclass of int, float, complex, str, bytes, bytearray (construct.c)

// --- containers -----------------------------------------------------------------------------------------------------------------
Value tuple_new(VM *vm, u32 length);                     // items EMPTY: fill them all before anything can see it
Value tuple_from(VM *vm, const Value *items, u32 length); // borrows the items
Value tuple_take(VM *vm, Value *items, u32 length);      // takes them
Value list_new(VM *vm, u32 capacity);
bool list_append(VM *vm, Value list, Value item);        // false: MemoryError
bool list_append_take(VM *vm, Value list, Value item);
Value dict_new(VM *vm);
Value dict_new_cells(VM *vm);
// Keys with hooks (__hash__/__eq__ in Python) can't be served in C: DICT_NEEDS_PYTHON. Then tail-call the prelude's version.
#define DICT_FOUND 1
#define DICT_MISSING 0
#define DICT_ERROR (-1)         // exception set (unhashable …)
#define DICT_NEEDS_PYTHON (-2)  // the key's hash or a comparison with a stored key needs Python code
int dict_get_peek(VM *vm, Value dict, Value key, Value *result);
int dict_set(VM *vm, Value dict, Value key, Value value);           // DICT_FOUND = done
int dict_delete(VM *vm, Value dict, Value key, Value *removed_or_null);
Value dict_get_str_peek(VM *vm, Value dict, Ref name);               // interned str key: never raises, never needs Python; EMPTY if missing
bool dict_set_str(VM *vm, Value dict, Ref name, Value value);        // false: MemoryError
bool dict_make_cells(VM *vm, PyDict *d);                               // false: MemoryError
Ref dict_cell(VM *vm, Value dict, Ref name, bool create);            // DICT_CELLS: the PyCell of a name (borrowed), made empty if asked
bool dict_next(VM *vm, Value dict, u32 *position, Value *key, Value *value); // borrowed; skips deleted entries and empty cells
int hash_value(VM *vm, Value v, u64 *hash);              // DICT_FOUND, DICT_ERROR (unhashable) or DICT_NEEDS_PYTHON
int values_equal(VM *vm, Value a, Value b);              // identity, then ==, for builtin values: 1, 0, DICT_ERROR or DICT_NEEDS_PYTHON
int set_add(VM *vm, Value set, Value key);               // DICT_* as above
int set_contains(VM *vm, Value set, Value key);
Value set_new(VM *vm, Ref type);
Value slice_new(VM *vm, Value start, Value stop, Value step);
bool slice_indices(VM *vm, Value slice, i64 length, i64 *start, i64 *stop, i64 *step, i64 *count); // false: exception (ints only; objects with __index__: TypeError tail is the caller's)
// As slice_indices, but a slice holding objects with __index__ is told apart: 1 fine, 0 exception, 2 needs Python: then tail_with_index.
int slice_unpack(VM *vm, Value slice, i64 length, i64 *start, i64 *stop, i64 *step, i64 *count);
int slice_resolve(VM *vm, const Value parts[3], i64 length, i64 *start, i64 *stop, i64 *step, i64 *count); // start, stop, step of a slice: the same
Value sequence_slice_tuple(VM *vm, Value *items, i64 start, i64 step, u32 count);
Value list_slice(VM *vm, Value *items, i64 start, i64 step, u32 count);
bool list_assign_slice(VM *vm, Value list, Value values, i64 start, i64 stop, i64 step, i64 count); // a list or tuple, EMPTY: deletes
// Calls `owner`'s own method with the arguments again and name=truth of flag, for a flag whose truth needs Python.
Value tail_with_truth(VM *vm, Ref owner, const char *method, Value *args, u32 nargs, const char *name, Value flag);
// Calls `owner`'s own method `name` again with the arguments, of which those in the bit set `which` (or the parts of a slice there) are replaced by
// what their __index__ gives.
Value tail_with_index(VM *vm, Ref owner, const char *name, u32 which, u32 nargs, Value *args);
bool repeat_count(VM *vm, Ref type, const char *method, Value *args, i64 *times, Value *result); // containers.c
// Iterator over a builtin container, str, bytes, range, view … (not looking at overridden __iter__); a builtin iterator gives itself.
// EMPTY without an exception: not one of those.
Value container_iter(VM *vm, Value container);
// `container_*`: one operation on an object of a builtin container's layout (tuple, list, dict, views, set, frozenset, range, slice; not str and
// bytes), as its builtin type does it: the caller has looked whether the class overrides it (specials). All may tail unless they return DICT_*.
Value container_compare(VM *vm, u32 op, Value a, Value b);               // CompareOp; TRUE / FALSE / NOTIMPLEMENTED
Value container_binary_error(VM *vm, u32 op, bool in_place, Value a, Value b); // raises "can only concatenate …" and the like, or NOTIMPLEMENTED: no special text
Value sequence_binary(VM *vm, u32 op, bool in_place, Value a, Value b); // + and * of plain strings, lists and tuples; NOTIMPLEMENTED (not counted): something else
i64 container_length(VM *vm, Value container);                           // -1: not a builtin container (str and bytes are served)
Value list_getitem(VM *vm, Value list, Value key);
Value tuple_getitem(VM *vm, Value tuple, Value key);
Value dict_getitem(VM *vm, Value dict, Value key);                       // KeyError, __missing__ of subclasses
bool list_setitem(VM *vm, Value list, Value key, Value value, Value *tail);
bool dict_setitem(VM *vm, Value dict, Value key, Value value, Value *tail);
Value list_extend(VM *vm, Value list, Value iterable);                   // NONE; may tail (PRELUDE_LIST_EXTEND)
bool list_extend_pure(VM *vm, Value list, Value iterable, bool *served); // never tails: *served false (and nothing done) if it would have to, or if interrupted
Value list_to_tuple(VM *vm, Value list);
bool dict_reserve(VM *vm, Value dict, u32 count);                        // room for `count` keys in a dict that is still empty
Value dict_copy(VM *vm, Value dict);                                     // exact dict; cells are looked through
bool dict_fill(VM *vm, PyDict *copy, PyDict *from);                      // all entries into an empty dict without cells
u32 dict_length(VM *vm, Value dict);                                     // live names (empty cells don't count)
Value dict_update(VM *vm, Value dict, Value other, u32 mode);            // NONE; may tail. mode: DICT_UPDATE_*
#define DICT_UPDATE_METHOD 0u // dict.update(x): mapping or pairs
#define DICT_UPDATE_MAPPING 1u // {**x}: "'X' object is not a mapping"
Value dict_merge_call(VM *vm, Value dict, Value other, Value callable);  // f(**x): duplicates and non-string keys raise; may tail
void dict_clear(VM *vm, Value dict);
void set_clear(VM *vm, Value set);
void deque_clear(VM *vm, Value deque);
void add_container_members(VM *vm);                                      // start-up: attributes of range and slice
Value set_update(VM *vm, Value set, Value iterable);                     // NONE; may tail
Value hash_object(VM *vm, Value v);                                      // hash(v) as a Python int; may tail
Value raise_unhashable(VM *vm, Value v, const char *as);                 // 3.14's text; as: "a dict key", "a set element" or NULL
void tail_cancel(VM *vm);                                                // forgets a tail call that a core function asked for
Value special_call(VM *vm, Ref special, u32 nargs, Value a, Value b, Value c);  // a.special(b, c): core functions at once, others as a tail call
bool is_core_method_of(VM *vm, Ref function, Value self);                      // a PyBuiltin of kind CORE that may be called with this self
Value call_core(VM *vm, Value builtin, u32 nargs, Value *args);          // runs a PyBuiltin of kind CORE without keywords; may tail
// --- operators.c: generic operations on any objects; all may tail -----------------------------------------------------------------
Value op_getitem(VM *vm, Value object, Value key);
bool op_setitem(VM *vm, Value object, Value key, Value value, Value *tail);
bool op_delitem(VM *vm, Value object, Value key, Value *tail);
Value op_contains(VM *vm, Value container, Value item);   // TRUE / FALSE
Value op_binary(VM *vm, u32 op, bool in_place, Value a, Value b);
Value op_compare(VM *vm, u32 op, Value a, Value b);
Value op_iter(VM *vm, Value object);
Value op_len(VM *vm, Value object);
Value len_checked(VM *vm, Value answer); // what a __len__ has answered (EMPTY, VALUE_TAIL: as ever), as len() gives it
int op_truth(VM *vm, Value object);                       // 1, 0, -1 raised, 2 = tail (result of the tail call is to be read by RET_TRUTH)
Value op_unary(VM *vm, u32 special, Value object);        // SPECIAL_neg, pos, invert, abs
Value format_simple(VM *vm, Value v, PyStr *spec); // format_spec.c: of ints, floats, strs; EMPTY without exception: another spec
// object_text.c
Value int48_text(VM *vm, Value v);
Value ascii_repr(VM *vm, PyStr *s);                       // repr of ASCII text
Value op_repr(VM *vm, Value object);                      // these four give a str; may tail (host)
Value op_str(VM *vm, Value object);
Value op_ascii(VM *vm, Value object);
Value op_format(VM *vm, Value object, Value spec);

// --- iterators.c ---------------------------------------------------------------------------------------------------------------
// Next item of a builtin iterator: owned item; EMPTY with no exception = exhausted (sets *done); EMPTY with exception; VALUE_TAIL.
Value iterator_next(VM *vm, Value iterator, bool *done);

// --- interp: inline caches
void each_code(VM *vm, void (*visit)(VM *, PyCode *));       // gc.c: every code object in the heap
Value code_read(VM *vm, const u8 *bytes, u32 length);      // code_reader.c
Value private_global(VM *vm, Ref name);                    // modules.c
bool is_private(VM *vm, Value v);                          // modules.c
void code_reset_caches(VM *vm, PyCode *code);              // every specialised attribute instruction back to its generic form

// --- frames.c, generators.c, operators.c, unwind.c: what other files may ask of "interp"
Ref frame_object(VM *vm, Value *R);                        // frame object of a live frame (borrowed: the frame owns it); 0 with MemoryError
Ref frame_object_of_top(VM *vm);                           // of the frame at vm->fp, hidden ones skipped; 0 if there is none (no exception)
Ref frame_back(VM *vm, Ref frame);                         // f_back (borrowed) or 0
u32 frame_word(VM *vm, Ref frame);                         // index of the instruction it is at, in its code
Value frame_locals(VM *vm, Ref frame);                     // module and class bodies: their namespace; functions: a new dict
bool super_from_frame(VM *vm, Value *type, Value *object); // for super() without arguments: both borrowed; false: raised
u32 code_line(VM *vm, PyCode *code, u32 word);             // source line, 0 if none
bool class_is_type(VM *vm, Value object);
Value quick_instance(VM *vm, Value object, Value cls);     // isinstance: TRUE, FALSE, or EMPTY without exception: the prelude has to look
void frame_object_unneeded(VM *vm, Ref frame);             // a traceback that holds it dies
void frame_object_detach(VM *vm, Ref frame);               // dealloc of a suspended generator: its frame object must not look at it any more
bool code_handles_at(VM *vm, PyCode *code, u32 word);      // whether the instruction lies in an exception handler
PyGenerator *generator_new(VM *vm, PyFunction *f);          // with empty registers, not started; resume_pc is for the caller to set
INLINE PyCode *generator_code(VM *vm, PyGenerator *g) { return AT(vm, PyCode, g->code); }
bool generator_finalize(VM *vm, Ref generator, bool found); // count reached 0: true = it must be closed first (resurrected and queued); asks once
Value generator_close_queued(VM *vm, Value generator);     // what the queue calls
// --- calls --------------------------------------------------------------------------------------------------------------------
// Prepares a tail call and returns VALUE_TAIL. Arguments are borrowed (retained here).
Value tail_call(VM *vm, Value callee, u32 nargs, ...);
Value tail_prelude(VM *vm, u32 prelude_index, u32 nargs, ...);
Value tail_host(VM *vm, u32 hook_index, u32 nargs, ...);
// quick_functions.c: plain cases of functions that TypeScript has. 1 + the row of a method (or of a function, owner 0); 0: none.
u32 quick_row(VM *vm, Ref owner, Ref name);
Value quick_answer(VM *vm, PyBuiltin *builtin, Value *args, u32 nargs, Ref kwnames); // EMPTY without an exception: TypeScript's

// --- builtin functions in C: definition tables -----------------------------------------------------------------------------------
// args[0..nargs-1] borrowed positional arguments (methods: args[0] = self, already checked to be of the owner's layout); with
// BUILTIN_FLAG_KEYWORDS `kwnames` is a tuple of names whose values follow the positionals, else 0. May tail.
typedef Value (*CoreFunction)(VM *vm, Value *args, u32 nargs, Ref kwnames);
typedef struct BuiltinDef {
    const char *name;      // Python name; "" ends the table
    CoreFunction function;
    u16 min_args, max_args; // self included for methods
    u16 flags;             // BUILTIN_FLAG_*
    u32 owner;             // static type it is a method of, or 0 (functions: module name in `signature`'s table)
    const char *signature; // "($self, x, /)"-like text or NULL
} BuiltinDef;
typedef struct BuiltinTable { const char *module; const BuiltinDef *defs; } BuiltinTable; // module: "" for type methods, else "builtins", "math", …
extern const BuiltinTable core_functions[]; // tables.c: one row per file with definitions; index = PyBuiltin.table
extern const u32 core_function_tables;
// Definition tables of these files (tables.c has the rows).
extern const BuiltinDef tuple_defs[], list_defs[], dict_defs[], dict_view_defs[], set_defs[], range_defs[], slice_defs[], iterator_defs[], iterator_type_defs[];
extern const BuiltinDef builtins_iter_defs[];     // module "builtins"
extern const BuiltinDef container_private_defs[]; // module "_krait"
extern const BuiltinDef itertools_type_defs[], collections_type_defs[], tuple_getter_defs[]; // methods
extern const BuiltinDef itertools_private_defs[], collections_private_defs[]; // "_krait"
extern const BuiltinDef number_defs[], str_defs[], bytes_defs[], bytearray_defs[], construct_defs[], math_defs[], heap_private_defs[], random_defs[], sre_defs[], text_builtin_defs[]; // math_defs: module "math"; heap_private_defs, random_defs, sre_defs: "_krait"

#endif
