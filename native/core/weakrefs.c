// Weak references. Which objects have some is in one table for the VM (referent -> first of a chain), so no object spends a word on it; a class
// whose instances were ever referenced weakly carries TYPE_WEAKLY_REFERENCED, and only then does dealloc look. The chain is in CPython's order:
// the plain reference without callback first (it is shared), then the youngest.
#include "hooks.h"
#include "traverse.h"
#include "containers.h"

typedef struct WeakEntry { Ref referent, first; } WeakEntry;
typedef struct WeakTable { u32 mask, used; WeakEntry entries[]; } WeakTable;

INLINE u32 hash_ref(Ref r) { return (r >> 4) * 0x9E3779B1u >> 7; }

static WeakEntry *find_entry(VM *vm, Ref object)
{
    if (!vm->weakref_table)
        return NULL;
    WeakTable *t = AT(vm, WeakTable, vm->weakref_table);
    for (u32 i = hash_ref(object) & t->mask; t->entries[i].referent; i = (i + 1) & t->mask)
        if (t->entries[i].referent == object)
            return &t->entries[i];
    return NULL;
}

static WeakEntry *insert(WeakTable *t, Ref referent, Ref first)
{
    u32 i = hash_ref(referent) & t->mask;
    while (t->entries[i].referent)
        i = (i + 1) & t->mask;
    t->entries[i] = (WeakEntry){referent, first};
    t->used++;
    return &t->entries[i];
}

static WeakEntry *make_entry(VM *vm, Ref object)
{
    WeakTable *t = vm->weakref_table ? AT(vm, WeakTable, vm->weakref_table) : NULL;
    if (!t || (t->used + 1) * 3 > (t->mask + 1) * 2) {
        u32 size = t ? (t->mask + 1) * 2 : 32;
        u32 block = heap_block_zeroed(vm, (u32)sizeof(WeakTable) + size * (u32)sizeof(WeakEntry));
        if (!block)
            return NULL;
        WeakTable *grown = AT(vm, WeakTable, block);
        grown->mask = size - 1;
        for (u32 i = 0; t && i <= t->mask; i++)
            if (t->entries[i].referent)
                insert(grown, t->entries[i].referent, t->entries[i].first);
        heap_block_free(vm, vm->weakref_table);
        vm->weakref_table = block;
        t = grown;
    }
    return insert(t, object, 0);
}

static void remove_entry(VM *vm, WeakEntry *entry)
{
    WeakTable *t = AT(vm, WeakTable, vm->weakref_table);
    u32 i = (u32)(entry - t->entries);
    t->used--;
    for (u32 j = i;;) { // closes the gap
        j = (j + 1) & t->mask;
        if (!t->entries[j].referent)
            break;
        u32 home = hash_ref(t->entries[j].referent) & t->mask;
        if (((j - home) & t->mask) >= ((j - i) & t->mask)) {
            t->entries[i] = t->entries[j];
            i = j;
        }
    }
    t->entries[i] = (WeakEntry){0, 0};
}

// Takes a weakref out of its referent's chain; it is dead afterwards.
void weakref_unlink(VM *vm, Ref r)
{
    PyWeakref *w = AT(vm, PyWeakref, r);
    if (w->referent == EMPTY)
        return;
    if (w->next)
        AT(vm, PyWeakref, w->next)->previous = w->previous;
    if (w->previous) {
        AT(vm, PyWeakref, w->previous)->next = w->next;
    } else {
        WeakEntry *entry = find_entry(vm, (Ref)w->referent);
        ASSERT(vm, entry && entry->first == r);
        entry->first = w->next;
        if (!w->next)
            remove_entry(vm, entry);
    }
    w->referent = EMPTY;
    w->next = w->previous = 0;
    vm->weakref_count--;
}

static bool is_plain(VM *vm, PyWeakref *w) { return w->head.type == TYPE_WEAKREF && w->callback == EMPTY; }

Value weakref_new(VM *vm, Ref type, Value object, Value callback)
{
    if (!is_object(object) || !(type_at(vm, ref_type(vm, object))->flags & TYPE_HAS_WEAKREF))
        return raise_error(vm, EXC_TypeError, "cannot create weak reference to '%T' object", object);
    if (callback == NONE)
        callback = EMPTY;
    WeakEntry *entry = find_entry(vm, (Ref)object);
    PyWeakref *plain = entry && is_plain(vm, AT(vm, PyWeakref, entry->first)) ? AT(vm, PyWeakref, entry->first) : NULL;
    if (plain && type == TYPE_WEAKREF && callback == EMPTY)
        return retain(vm, OFFSET_OF(vm, plain));
    PyWeakref *w = heap_new_container(vm, type, sizeof(PyWeakref));
    if (!w)
        return EMPTY;
    Ref r = OFFSET_OF(vm, w);
    if (!entry && !(entry = make_entry(vm, (Ref)object))) {
        decref_object(vm, r);
        return EMPTY;
    }
    w->referent = object;
    w->callback = retain(vm, callback);
    if (plain) { // behind the shared one
        w->previous = OFFSET_OF(vm, plain);
        w->next = plain->next;
        plain->next = r;
    } else {
        w->next = entry->first;
        entry->first = r;
    }
    if (w->next)
        AT(vm, PyWeakref, w->next)->previous = r;
    type_at(vm, ref_type(vm, object))->flags |= TYPE_WEAKLY_REFERENCED;
    vm->weakref_count++;
    return r;
}

// All weakrefs of an object become dead; callbacks of weakrefs for which `wanted` says yes are queued, in the order of the chain.
static void clear_chain(VM *vm, Ref object, bool with_callbacks)
{
    WeakEntry *entry = find_entry(vm, object);
    if (!entry)
        return;
    Ref first = entry->first;
    remove_entry(vm, entry);
    for (Ref r = first; r; r = AT(vm, PyWeakref, r)->next) { // all dead before the first callback is queued
        AT(vm, PyWeakref, r)->referent = EMPTY;
        AT(vm, PyWeakref, r)->previous = 0;
        vm->weakref_count--;
    }
    for (Ref r = first; r;) {
        PyWeakref *w = AT(vm, PyWeakref, r);
        Ref next = w->next;
        w->next = 0;
        Value callback = w->callback;
        w->callback = EMPTY;
        // (A weakref that is itself on its way out, count 0, calls nothing.)
        if (callback != EMPTY && with_callbacks && w->head.refcount)
            pending_add(vm, callback, r);
        decref(vm, callback);
        r = next;
    }
}

void weakrefs_clear(VM *vm, Ref object) { clear_chain(vm, object, true); }
void weakrefs_clear_silently(VM *vm, Ref object) { clear_chain(vm, object, false); }
Ref weakrefs_first(VM *vm, Ref object)
{
    WeakEntry *entry = vm->weakref_count ? find_entry(vm, object) : NULL;
    return entry ? entry->first : 0;
}

u32 weakref_count_of(VM *vm, Value object)
{
    u32 count = 0;
    for (Ref r = is_object(object) ? weakrefs_first(vm, (Ref)object) : 0; r; r = AT(vm, PyWeakref, r)->next)
        count++;
    return count;
}

// --- methods of weakref.ref ------------------------------------------------------------------------------------------------------------
static Value ref_new(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!is_type(vm, args[0]) || !type_is_subtype(vm, (Ref)args[0], TYPE_WEAKREF))
        return raise_error(vm, EXC_TypeError, "ReferenceType.__new__(X): X is not a subtype of ReferenceType");
    if (nargs < 2)
        return raise_error(vm, EXC_TypeError, "__new__ expected at least 1 argument, got 0");
    if (nargs > 3)
        return raise_error(vm, EXC_TypeError, "__new__ expected at most 2 arguments, got %u", nargs - 1);
    return weakref_new(vm, (Ref)args[0], args[1], nargs > 2 ? args[2] : EMPTY);
}
static Value ref_init(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (kwnames && AT(vm, PyTuple, kwnames)->length)
        return raise_error(vm, EXC_TypeError, "ref() takes no keyword arguments");
    return check_arg_count(vm, nargs - 1, 1, 2, "__init__") ? NONE : EMPTY;
}
static Value ref_call(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value referent = OBJ(vm, PyWeakref, args[0])->referent;
    return referent == EMPTY ? NONE : retain(vm, referent);
}
static Value ref_hash(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    PyWeakref *w = OBJ(vm, PyWeakref, args[0]);
    if (w->flags & WEAKREF_HASHED)
        return int_from_i64(vm, (i64)w->hash);
    if (w->referent == EMPTY)
        return raise_error(vm, EXC_TypeError, "weak object has gone away");
    Value referent = retain(vm, w->referent);
    u64 hash = 0;
    int status = hash_value(vm, referent, &hash);
    Value result = EMPTY;
    if (status == DICT_FOUND) {
        w->hash = hash;
        w->flags |= WEAKREF_HASHED;
        result = int_from_i64(vm, (i64)hash);
    } else if (status == DICT_NEEDS_PYTHON) {
        result = tail_prelude(vm, PRELUDE_WEAKREF_HASH, 2, args[0], referent); // hash(referent), then _krait.weakref_set_hash
    }
    decref(vm, referent);
    return result;
}
static Value weakref_set_hash(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    i64 hash = 0;
    if (kind_of(vm, args[0]) != LAYOUT_WEAKREF || !int_to_i64(vm, args[1], &hash))
        return raise_error(vm, EXC_TypeError, "weakref_set_hash needs a weakref and a hash");
    OBJ(vm, PyWeakref, args[0])->hash = (u64)hash;
    OBJ(vm, PyWeakref, args[0])->flags |= WEAKREF_HASHED;
    return NONE;
}
static Value compare_refs(VM *vm, Value a, Value b, u32 op)
{
    if (!is_instance(vm, b, TYPE_WEAKREF))
        return NOTIMPLEMENTED;
    Value x = OBJ(vm, PyWeakref, a)->referent, y = OBJ(vm, PyWeakref, b)->referent;
    if (x == EMPTY || y == EMPTY)
        return make_bool((a == b) == (op == SPECIAL_eq));
    return op_compare(vm, op - SPECIAL_lt, x, y);
}
static Value ref_eq(VM *vm, Value *args, u32 nargs, Ref kwnames) { return compare_refs(vm, args[0], args[1], SPECIAL_eq); }
static Value ref_ne(VM *vm, Value *args, u32 nargs, Ref kwnames) { return compare_refs(vm, args[0], args[1], SPECIAL_ne); }
static Value ref_callback(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value callback = OBJ(vm, PyWeakref, args[0])->callback;
    return callback == EMPTY ? NONE : retain(vm, callback);
}
static Value ref_repr(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value referent = OBJ(vm, PyWeakref, args[0])->referent;
    if (referent == EMPTY)
        return str_format(vm, "<weakref at 0x%x; dead>", (u32)args[0]);
    Value name = EMPTY, result;
    int status = attr_find_builtin_only(vm, referent, NAME(vm, __name__), &name);
    if (status < 0)
        exception_clear(vm);
    if (status == 1 && is_instance(vm, name, TYPE_STR))
        result = str_format(vm, "<weakref at 0x%x; to '%T' at 0x%x (%S)>", (u32)args[0], referent, (u32)referent, name);
    else
        result = str_format(vm, "<weakref at 0x%x; to '%T' at 0x%x>", (u32)args[0], referent, (u32)referent);
    if (status == 1)
        decref(vm, name);
    return result;
}

// --- module _weakref --------------------------------------------------------------------------------------------------------------------
static Value getweakrefcount(VM *vm, Value *args, u32 nargs, Ref kwnames) { return int48(weakref_count_of(vm, args[0])); }
static Value getweakrefs(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value list = list_new(vm, 0);
    for (Ref r = is_object(args[0]) ? weakrefs_first(vm, (Ref)args[0]) : 0; r && list != EMPTY; r = AT(vm, PyWeakref, r)->next)
        if (!list_append(vm, list, r)) {
            decref(vm, list);
            return EMPTY;
        }
    return list;
}
// _remove_dead_weakref(dict, key): del dict[key] if its value is a dead weakref.
static Value remove_dead_weakref(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!is_instance(vm, args[0], TYPE_DICT))
        return raise_error(vm, EXC_TypeError, "_remove_dead_weakref() argument 1 must be dict, not %T", args[0]);
    Value found = EMPTY;
    int status = dict_get_peek(vm, args[0], args[1], &found);
    if (status == DICT_NEEDS_PYTHON)
        return tail_prelude(vm, PRELUDE_REMOVE_DEAD_WEAKREF, 2, args[0], args[1]);
    if (status == DICT_ERROR)
        return EMPTY;
    if (status == DICT_FOUND && is_object(found) && kind_of(vm, found) == LAYOUT_WEAKREF && OBJ(vm, PyWeakref, found)->referent == EMPTY &&
        dict_delete(vm, args[0], args[1], NULL) == DICT_ERROR)
        return EMPTY;
    return NONE;
}

#define METHOD BUILTIN_FLAG_METHOD
#define WRAPPER (BUILTIN_FLAG_METHOD | BUILTIN_FLAG_WRAPPER)
const BuiltinDef weakref_type_defs[] = {
    {"__class_getitem__", class_getitem_method, 2, 2, BUILTIN_FLAG_CLASSMETHOD, TYPE_WEAKREF, "($type, object, /)"},
    {"__new__", ref_new, 1, 0xFFFF, BUILTIN_FLAG_KEYWORDS, TYPE_WEAKREF, "($type, *args, **kwargs)"},
    {"__init__", ref_init, 1, 0xFFFF, WRAPPER | BUILTIN_FLAG_KEYWORDS, TYPE_WEAKREF, "($self, /, *args, **kwargs)"},
    {"__call__", ref_call, 1, 1, WRAPPER, TYPE_WEAKREF, "($self, /, *args, **kwargs)"},
    {"__hash__", ref_hash, 1, 1, WRAPPER, TYPE_WEAKREF, "($self, /)"},
    {"__eq__", ref_eq, 2, 2, WRAPPER, TYPE_WEAKREF, "($self, value, /)"},
    {"__ne__", ref_ne, 2, 2, WRAPPER, TYPE_WEAKREF, "($self, value, /)"},
    {"__repr__", ref_repr, 1, 1, WRAPPER, TYPE_WEAKREF, "($self, /)"},
    {"__callback__", ref_callback, 1, 1, BUILTIN_FLAG_GETTER, TYPE_WEAKREF, NULL},
    {"", NULL, 0, 0, 0, 0, NULL},
};
const BuiltinDef weakref_defs[] = { // module "_weakref"
    {"getweakrefcount", getweakrefcount, 1, 1, 0, 0, "($module, object, /)"},
    {"getweakrefs", getweakrefs, 1, 1, 0, 0, "($module, object, /)"},
    {"_remove_dead_weakref", remove_dead_weakref, 2, 2, 0, 0, "($module, dct, key, /)"},
    {"", NULL, 0, 0, 0, 0, NULL},
};
const BuiltinDef weakref_private_defs[] = { // module "_krait"
    {"weakref_set_hash", weakref_set_hash, 2, 2, 0, 0, NULL},
    {"", NULL, 0, 0, 0, 0, NULL},
};
