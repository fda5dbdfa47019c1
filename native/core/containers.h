// What the files on containers share beyond core.h: index arguments, slices, allocation of instances, and which builtin type's special
// method an object has (a subclass that overrides nothing is served like its base).
#ifndef KRAIT_CONTAINERS_H
#define KRAIT_CONTAINERS_H

#include "core.h"
#include "hooks.h"
#include "iterators.h"

#define COMPARE_LT 0u
#define COMPARE_LE 1u
#define COMPARE_EQ 2u
#define COMPARE_NE 3u
#define COMPARE_GT 4u
#define COMPARE_GE 5u
#define BINARY_ADD 0u
#define BINARY_SUB 1u
#define BINARY_MUL 2u
#define BINARY_AND 9u
#define BINARY_OR 10u
#define BINARY_XOR 11u

#define METHOD BUILTIN_FLAG_METHOD
#define WRAPPER (BUILTIN_FLAG_METHOD | BUILTIN_FLAG_WRAPPER)
#define KEYWORDS BUILTIN_FLAG_KEYWORDS
#define ANY_ARGS 0xFFFF

// Comparisons of nested containers in C give up at this depth and go on in the prelude, where RecursionError can be raised.
#define MAX_COMPARE_DEPTH 50u
// More items than this can't be in one block (8 bytes each, sizes are u32).
#define MAX_ITEMS 0x1FF00000u

// Results are owned, the singletons' too (the audit counts them like anything else).
INLINE Value new_bool(VM *vm, bool b)
{
    Value v = make_bool(b);
    head_of(vm, v)->refcount++;
    return v;
}
INLINE Value new_none(VM *vm) { return retain(vm, NONE); }
INLINE Value new_notimplemented(VM *vm) { return retain(vm, NOTIMPLEMENTED); }

INLINE PyTuple *tuple_at(VM *vm, Value v) { return OBJ(vm, PyTuple, v); }
INLINE PyList *list_at(VM *vm, Value v) { return OBJ(vm, PyList, v); }
INLINE PyDict *dict_at(VM *vm, Value v) { return OBJ(vm, PyDict, v); }
INLINE PySet *set_at(VM *vm, Value v) { return OBJ(vm, PySet, v); }
INLINE Value *list_items(VM *vm, PyList *list) { return AT(vm, Value, list->items); }
INLINE DictEntry *dict_entries(VM *vm, PyDict *d) { return AT(vm, DictEntry, d->entries); }
INLINE SetEntry *set_entries(VM *vm, PySet *s) { return AT(vm, SetEntry, s->entries); }
INLINE Value obj_value(VM *vm, const void *object) { return (Value)OFFSET_OF(vm, object); }

INLINE bool is_str(VM *vm, Value v) { return is_exact(vm, v, TYPE_STR); }
READS_BEYOND u64 text_word(const u8 *from)
{
    u64 word;
    __builtin_memcpy(&word, from, sizeof word);
    return word;
}
// Whether two strings with the same hash are the same text. (Eight bytes at a time, what lies behind the text included, be it of another block: it is shifted out.)
INLINE bool same_text(const PyStr *a, const PyStr *b)
{
    if (a->length != b->length || a->kind != b->kind)
        return false;
    size_t bytes = (size_t)a->length * a->kind, i = 0;
    for (; i + 8 <= bytes; i += 8)
        if (text_word(a->data + i) != text_word(b->data + i))
            return false;
    return i == bytes || !((text_word(a->data + i) ^ text_word(b->data + i)) << (64 - 8 * (bytes - i)));
}
// Tuples with the very same items or equal strings: most keys that are tuples are found so.
INLINE bool same_items(VM *vm, Value a, Value b)
{
    if (!is_exact(vm, a, TYPE_TUPLE) || !is_exact(vm, b, TYPE_TUPLE))
        return false;
    PyTuple *x = OBJ(vm, PyTuple, a), *y = OBJ(vm, PyTuple, b);
    if (x->length != y->length)
        return false;
    for (u32 i = 0; i < x->length; i++)
        if (x->items[i] != y->items[i] && !(is_str(vm, x->items[i]) && is_str(vm, y->items[i]) && str_equal(vm, x->items[i], y->items[i])))
            return false;
    return true;
}
// Whether a key in a table is one that has the same hash and is an int (is_int) or a str: known without a call where they are of a kind.
typedef enum Match { MATCH_NO, MATCH_YES, MATCH_UNKNOWN } Match;
INLINE Match match_plain(VM *vm, Value stored, Value key, bool is_int)
{
    if (is_int && is_int48(stored))
        return MATCH_NO;
    if (is_int || !is_str(vm, stored))
        return MATCH_UNKNOWN;
    return same_text(OBJ(vm, PyStr, stored), OBJ(vm, PyStr, key)) ? MATCH_YES : MATCH_NO;
}
INLINE bool is_kind(VM *vm, Value v, u32 kind) { return is_object(v) && type_at(vm, ref_type(vm, v))->kind == kind; }
INLINE bool is_int_value(VM *vm, Value v) { return is_int48(v) || is_kind(vm, v, LAYOUT_INT) || v == TRUE || v == FALSE; }

// The static type whose `special` method `v` has (v must be an object), TYPE_OBJECT for object's own, 0 if some class overrides it.
Ref special_base_of_heap_type(VM *vm, Ref type, u32 special);
INLINE Ref special_base(VM *vm, Value v, u32 special)
{
    Ref t = ref_type(vm, v);
    return likely(t < STATIC_END) ? t : special_base_of_heap_type(vm, t, special);
}
// True if iterating `v` (object) means what it means for its builtin base.
INLINE bool has_builtin_iter(VM *vm, Value v) { return special_base(vm, v, SPECIAL_iter) != 0; }

// Index arguments. INDEX_PYTHON: has __index__ written in Python (or by a class unknown here): let PRELUDE_INDEX call it.
enum { INDEX_NONE, INDEX_OK, INDEX_BIG, INDEX_PYTHON };
int index_of(VM *vm, Value v, i64 *index); // INDEX_BIG: an int beyond 64 bits; *index is clamped
// Clamps a start or stop argument (of index(), find()): adds length if negative.
INLINE i64 clamp_index(i64 i, i64 length)
{
    if (i < 0) {
        i += length;
        if (i < 0)
            i = 0;
    }
    return i > length ? length : i;
}

// __class_getitem__ of the builtin containers: a GenericAlias.
Value class_getitem_method(VM *vm, Value *args, u32 nargs, Ref kwnames);
// __new__'s first argument: a subtype of `base`, else TypeError in CPython's words.
bool check_new_class(VM *vm, Value *args, u32 nargs, Ref base);
// True if `cls` is `base` or takes its __init__ from it: then keyword arguments to __new__ are errors.
bool has_base_init(VM *vm, Ref cls, Ref base);
bool has_base_new(VM *vm, Ref cls, Ref base); // its __new__ is the builtin base's: then __init__ of that base takes no names
bool no_keywords(VM *vm, Ref kwnames, const char *function); // true if there are none, else TypeError
// Positional arguments of a constructor (args[0] = cls): "tuple expected at most 1 argument, got 2".
bool check_arg_count(VM *vm, u32 nargs, u32 min, u32 max, const char *function);
// Position of keyword `name` among kwnames (values follow the positionals), -1 if not there.
i32 keyword_index(VM *vm, Ref kwnames, const char *name);

// hashing.c
u64 hash_from_int(VM *vm, Value n);
Value hash_combine(VM *vm, Value v, Value hashes);
Value hash_method(VM *vm, Value *args, u32 nargs, Ref kwnames);
// dicts.c
int dict_find(VM *vm, PyDict *d, Value key, u32 hash, u32 *entry);                 // DICT_*
int dict_find_at(VM *vm, PyDict *d, Value key, u32 hash, u32 *entry, u32 depth);
bool dict_insert_new(VM *vm, PyDict *d, Value key, Value value, u32 hash);         // the key is known not to be there; retains both
void dict_remove_entry(VM *vm, PyDict *d, u32 entry, Value *key, Value *value);    // hands both over
bool dict_store_at(VM *vm, PyDict *d, u32 entry, Value value);                       // at an entry that was found
bool dict_pop_last(VM *vm, PyDict *d, Value *key, Value *value);
// How entries are stored, for ordered.c. Nothing is counted here; `from`: number of the first live entry.
bool dict_resize(VM *vm, PyDict *d, u64 capacity); // compacts too
bool dict_make_room(VM *vm, PyDict *d);
void dict_compact_entries(VM *vm, PyDict *d);
void dict_fill_index(VM *vm, PyDict *d, u32 from);
void dict_unlink_entry(VM *vm, PyDict *d, u32 entry);
void dict_put_entry(VM *vm, PyDict *d, u32 at, Value key_taken, Value value_taken, u32 hash);
void dict_append_entry(VM *vm, PyDict *d, Value key_taken, Value value_taken, u32 hash);
void dict_touch_keys(VM *vm, PyDict *d);
int ordered_move(VM *vm, Value dict, Value key, bool last);
bool ordered_move_entry(VM *vm, PyDict *d, u32 entry, bool last);
bool ordered_pop_first(VM *vm, PyDict *d, Value *key, Value *value);
Value dict_missing(VM *vm, Value dict, Value key);
Value dict_contains_value(VM *vm, Value dict, Value key);
Value dict_update_result(VM *vm, Value dict, Value other, u32 mode, Value result);
Value dict_union(VM *vm, Value a, Value b);
int dict_merge_dict(VM *vm, Value dict, Value other);
bool is_plain_dict(VM *vm, Value v);
Value dict_iter_new(VM *vm, Value dict, u32 code);
// The step of the probe sequence at or after `step` where a stored key has this hash; *entry is its entry. -1: none.
i64 dict_probe_from(VM *vm, PyDict *d, u32 hash, i64 step, u32 *entry);
INLINE u64 int48_hash(Value n) { return unlikely(n == int48(-1)) ? (u64)-2 : (u64)int48_value(n); }
INLINE u32 fold_hash(u64 h) { return (u32)h ^ (u32)(h >> 32); }
INLINE Value dict_entry_value(VM *vm, PyDict *d, DictEntry *e) { return (d->flags & DICT_CELLS) ? OBJ(vm, PyCell, e->value)->value : e->value; }
int dict_hash(VM *vm, Value key, u32 *hash); // DICT_FOUND, DICT_ERROR ("cannot use 'list' as a dict key …"), DICT_NEEDS_PYTHON
int dict_equal(VM *vm, Value a, Value b, u32 depth);
Value dict_of_view(VM *vm, Value view);
// sets.c
int set_find(VM *vm, PySet *s, Value key, u64 hash, u32 *slot);
int set_find_at(VM *vm, PySet *s, Value key, u64 hash, u32 *slot, u32 depth);
bool set_insert_new(VM *vm, PySet *s, Value key, u64 hash);
int set_hash(VM *vm, Value key, u64 *hash); // with the error text of sets
int set_is_subset(VM *vm, Value a, Value b, u32 depth);
u64 frozenset_hash(VM *vm, PySet *s);
i64 set_probe_from(VM *vm, PySet *s, u64 hash, i64 from, u32 *slot);
Value set_remove_slot(VM *vm, PySet *s, u32 slot);
int set_merge(VM *vm, PySet *s, PySet *other);
Value set_copy(VM *vm, Value set, Ref type);
bool set_reserve(VM *vm, PySet *s, u32 more);  // as CPython does before adding all keys of a dict or set
bool set_drop_dummies(VM *vm, PySet *s);       // after many deletions
Value set_update_result(VM *vm, Value set, Value iterable, Value result);
Value set_contains_value(VM *vm, Value set, Value key);
Value set_binary(VM *vm, u32 op, bool in_place, Value a, Value b);
int set_find_or_frozen(VM *vm, Value set, Value key, u32 *slot); // a set is looked for as if it were frozen
INLINE bool set_next(VM *vm, PySet *s, u32 *position, SetEntry **entry)
{
    if (!s->entries)
        return false;
    SetEntry *table = set_entries(vm, s);
    for (u32 i = *position; i <= s->mask; i++) {
        if (table[i].key == EMPTY)
            continue;
        *position = i + 1;
        *entry = table + i;
        return true;
    }
    *position = s->mask + 1;
    return false;
}
// compare.c
int equal_at_depth(VM *vm, Value a, Value b, u32 depth);
int less_at_depth(VM *vm, Value a, Value b, u32 op, u32 depth);
Value raise_not_ordered(VM *vm, u32 op, Value a, Value b);
// ranges.c
int range_equal(VM *vm, Value a, Value b);
Value range_item(VM *vm, PyRange *r, i64 index); // index in bounds
int range_contains_int(VM *vm, Value range, Value n);
Value range_of_small(VM *vm, Value start, Value stop, Value step); // ints of 48 bits, step not 0
bool range_is_small(VM *vm, PyRange *r, i64 *start, i64 *stop, i64 *step, i64 *length);
// tuples.c, lists.c
Value tuple_of_class(VM *vm, Ref cls, u32 length);  // of a subclass; items EMPTY
Value list_of_class(VM *vm, Ref cls);
Value tuple_take_list(VM *vm, Ref cls, Value list_taken); // moves the items of a list that nobody else sees
Value repeat_sequence(VM *vm, Value sequence, i64 times);
Value concat_sequences(VM *vm, Value a, Value b);
Value sequence_contains(VM *vm, Value sequence, Value item);
Value sequence_index(VM *vm, Value sequence, Value item, i64 start, i64 stop, const char *error);
Value sequence_count(VM *vm, Value sequence, Value item);
// Items of a tuple or list (the pointer is good until the list changes).
INLINE Value *sequence_items(VM *vm, Value v, u32 *length)
{
    if (type_at(vm, ref_type(vm, v))->kind == LAYOUT_TUPLE) {
        *length = tuple_at(vm, v)->length;
        return tuple_at(vm, v)->items;
    }
    *length = list_at(vm, v)->length;
    return list_items(vm, list_at(vm, v));
}
bool list_grow(VM *vm, PyList *list, u64 length);
void list_clear(VM *vm, Value list);
Value list_extend_result(VM *vm, Value list, Value iterable, Value result);
Value list_pop_at(VM *vm, PyList *list, u32 i);
bool list_insert_at(VM *vm, PyList *list, u32 i, Value item);
bool list_repeat_in_place(VM *vm, Value list, i64 times);
bool sort_arguments(VM *vm, Value *args, u32 first, Ref kwnames, Value *key, Value *reverse);
Value list_sort_result(VM *vm, Value list, Value key, Value reverse, Value result);
// iterator_types.c, itertools.c
Value tail_next(VM *vm, Value iterator);
Value iter_all(VM *vm, Value *iterables, u32 count, bool *python);
Value iter_in_prelude(VM *vm, u32 code, Value cls, Value *iterables, u32 count, Value extra);
Value make_iterator(VM *vm, u32 code, Ref cls, Value iterators, Value extra);
Value itertools_make(VM *vm, u32 code, Ref cls, Value iterators, Value extra);
Value itertools_next(VM *vm, PyIterator *it, bool *done);
void islice_advance(PyIterator *it);
bool is_last_choice(VM *vm, PyIterator *it);
Value deque_iter(VM *vm, Value deque, bool backwards);
Value deque_next(VM *vm, PyIterator *it, bool *done);
Value enumerate_next_count(VM *vm, Value enumerate);
Value callable_iterator_new(VM *vm, Value callable, Value sentinel);
// dict_views.c, ranges.c
Value view_contains_value(VM *vm, Value view, Value item);
Value view_compare(VM *vm, u32 op, Value a, Value b);
Value view_binary(VM *vm, u32 op, Value a, Value b);
Value range_contains_value(VM *vm, Value range, Value item);
Value range_getitem(VM *vm, Value range, Value key);
// list_sort.c
int sort_values(VM *vm, Value *keys, Value *items, u32 count, bool reverse); // 1, DICT_ERROR, DICT_NEEDS_PYTHON (nothing changed then)

#endif
