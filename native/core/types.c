// Looking names up along the MRO. Versions are unique numbers: a (version, name) pair means the same cell for ever, so the method cache is never
// flushed. The cache holds cells, not values: giving a class attribute another plain value changes no version.
#include "heap_inline.h"
#include "types.h"
#include "watch.h"

typedef struct MethodCacheEntry { u32 version; Ref name; Ref cell; u32 pad; } MethodCacheEntry; // cell 0: not found; then `name` is owned

INLINE MethodCacheEntry *cache_entry(VM *vm, u32 version, Ref name)
{
    u32 hash = (version * 0x9E3779B1u) ^ (name >> 4);
    hash ^= hash >> 15;
    return AT(vm, MethodCacheEntry, METHOD_CACHE_BASE) + (hash & (METHOD_CACHE_SIZE - 1));
}

bool type_is_subtype(VM *vm, Ref type, Ref base)
{
    if (type == base || base == TYPE_OBJECT)
        return true;
    Ref mro = type_at(vm, type)->mro;
    if (unlikely(!mro)) { // a class still being made
        for (Ref t = type; t; t = type_at(vm, t)->base)
            if (t == base)
                return true;
        return false;
    }
    PyTuple *tuple = AT(vm, PyTuple, mro);
    for (u32 i = 1; i < tuple->length; i++)
        if ((Ref)tuple->items[i] == base)
            return true;
    return false;
}

u32 type_version_of(VM *vm, Ref type)
{
    PyType *t = type_at(vm, type);
    if (t->version)
        return t->version;
    // A change of a base must find this class through `subclasses`, and stops at classes without a version: so bases get theirs first.
    if (t->mro) {
        PyTuple *mro = AT(vm, PyTuple, t->mro);
        for (u32 i = mro->length; i-- > 1;) {
            PyType *base = type_at(vm, (Ref)mro->items[i]);
            if (!base->version)
                base->version = ++vm->type_version;
        }
    }
    return t->version = ++vm->type_version;
}

static Ref find_cell(VM *vm, PyType *t, Ref name)
{
    PyTuple *mro = AT(vm, PyTuple, t->mro);
    for (u32 i = 0; i < mro->length; i++) {
        PyType *base = type_at(vm, (Ref)mro->items[i]);
        Ref cell = base->dict ? dict_cell(vm, base->dict, name, false) : 0;
        if (cell && AT(vm, PyCell, cell)->value != EMPTY)
            return cell;
    }
    return 0;
}

Ref type_lookup_cell(VM *vm, Ref type, Ref name)
{
    ASSERT(vm, name);
    PyType *t = type_at(vm, type);
    u32 version = t->version;
    if (unlikely(!version)) {
        if (!t->mro)
            return 0;
        version = type_version_of(vm, type);
    }
    MethodCacheEntry *entry = cache_entry(vm, version, name);
    if (likely(entry->version == version && entry->name == name))
        return entry->cell;
    Ref cell = find_cell(vm, t, name);
    Ref unneeded = entry->cell ? 0 : entry->name;
    *entry = (MethodCacheEntry){.version = version, .name = name, .cell = cell};
    if (!cell)
        AT(vm, ObjectHead, name)->refcount++; // a name found nowhere may die; one that was found lives in the class's dict
    decref_ref(vm, unneeded);                 // a str: nothing runs
    return cell;
}

Value type_lookup_peek(VM *vm, Ref type, Ref name)
{
    Ref cell = type_lookup_cell(vm, type, name);
    return cell ? AT(vm, PyCell, cell)->value : EMPTY;
}

void method_cache_clear(VM *vm)
{
    for (u32 i = 0; i < METHOD_CACHE_SIZE; i++) {
        MethodCacheEntry *entry = AT(vm, MethodCacheEntry, METHOD_CACHE_BASE) + i;
        Ref name = entry->cell ? 0 : entry->name;
        *entry = (MethodCacheEntry){0};
        decref_ref(vm, name);
    }
}

// For the audit: names that the cache owns.
void method_cache_each_name(VM *vm, void (*visit)(VM *, Ref))
{
    for (u32 i = 0; i < METHOD_CACHE_SIZE; i++) {
        MethodCacheEntry *entry = AT(vm, MethodCacheEntry, METHOD_CACHE_BASE) + i;
        if (entry->name && !entry->cell)
            visit(vm, entry->name);
    }
}

// --- specials -----------------------------------------------------------------------------------------------------------
int special_index(VM *vm, Ref name)
{
    PyStr *s = AT(vm, PyStr, name);
    if (s->length < 6 || s->kind != 1 || s->data[0] != '_' || s->data[1] != '_')
        return -1;
    for (u32 i = 0; i < SPECIAL_COUNT; i++)
        if (vm->special_names[i] == name)
            return (int)i;
    return -1;
}

static Ref special_value(VM *vm, PyType *t, u32 special)
{
    Ref cell = find_cell(vm, t, vm->special_names[special]);
    Value v = cell ? AT(vm, PyCell, cell)->value : EMPTY;
    return is_object(v) ? (Ref)v : 0;
}

// The __getattribute__ that attrs.c implements for objects of this kind; anything else is a hook.
static Ref plain_getattribute(VM *vm, u32 kind)
{
    Ref owner = kind == LAYOUT_TYPE ? TYPE_TYPE : kind == LAYOUT_MODULE ? TYPE_MODULE : kind == LAYOUT_SUPER ? TYPE_SUPER
              : kind == LAYOUT_METHOD ? TYPE_METHOD : TYPE_OBJECT;
    Ref special = type_at(vm, owner)->specials[SPECIAL_getattribute];
    return special ? special : type_at(vm, TYPE_OBJECT)->specials[SPECIAL_getattribute];
}

#define ATTRIBUTE_HOOKS (TYPE_HAS_GETATTR_HOOK | TYPE_HAS_GETATTRIBUTE | TYPE_HAS_SETATTR_HOOK)

static void update_flags(VM *vm, PyType *t)
{
    u32 flags = t->flags & ~ATTRIBUTE_HOOKS;
    Ref *s = t->specials;
    if (s[SPECIAL_getattr])
        flags |= TYPE_HAS_GETATTR_HOOK;
    if (s[SPECIAL_getattribute] != plain_getattribute(vm, t->kind))
        flags |= TYPE_HAS_GETATTR_HOOK | TYPE_HAS_GETATTRIBUTE;
    Ref *plain = type_at(vm, t->kind == LAYOUT_TYPE ? TYPE_TYPE : TYPE_OBJECT)->specials;
    if (s[SPECIAL_setattr] != plain[SPECIAL_setattr] || s[SPECIAL_delattr] != plain[SPECIAL_delattr])
        flags |= TYPE_HAS_SETATTR_HOOK;
    if (s[SPECIAL_del])
        flags |= TYPE_HAS_DEL;
    if (!(t->flags & TYPE_HEAP) && t->kind != LAYOUT_OBJECT) {
        flags &= ~TYPE_DISALLOW_NEW;
        if (s[SPECIAL_new] == type_at(vm, TYPE_OBJECT)->specials[SPECIAL_new])
            flags |= TYPE_DISALLOW_NEW;
    }
    t->flags = flags;
}

// Specials of one class from its MRO.
void type_resolve_specials(VM *vm, Ref type)
{
    PyType *t = type_at(vm, type);
    for (u32 i = 0; i < SPECIAL_COUNT; i++)
        t->specials[i] = special_value(vm, t, i);
    update_flags(vm, t);
}

// A new class: what its first base has, then what its other bases and its own dict change.
void type_inherit_specials(VM *vm, Ref type)
{
    PyType *t = type_at(vm, type);
    PyTuple *mro = AT(vm, PyTuple, t->mro);
    PyType *next = mro->length > 1 ? type_at(vm, (Ref)mro->items[1]) : NULL;
    // The rest of the MRO is the first base's own MRO: everything but this dict is as there.
    PyTuple *base_mro = next && next->mro ? AT(vm, PyTuple, next->mro) : NULL;
    bool simple = base_mro && base_mro->length + 1 == mro->length;
    for (u32 i = 1; simple && i < mro->length; i++)
        simple = mro->items[i] == base_mro->items[i - 1];
    if (!simple) {
        type_resolve_specials(vm, type);
        return;
    }
    memcpy(t->specials, next->specials, sizeof t->specials);
    u32 position = 0;
    Value key, value;
    while (dict_next(vm, t->dict, &position, &key, &value)) {
        int special = is_exact(vm, key, TYPE_STR) ? special_index(vm, (Ref)key) : -1;
        if (special >= 0)
            t->specials[special] = is_object(value) ? (Ref)value : 0;
    }
    update_flags(vm, t);
}

// Calls `visit` for a class and all classes below it, each once or more; true if a visit said so. Iterative: class trees may be deep.
static bool each_below(VM *vm, Ref type, bool only_versioned, bool (*visit)(VM *, Ref, u32), u32 argument)
{
    bool any = visit(vm, type, argument);
    u32 block = type_at(vm, type)->subclasses;
    if (!block || !AT(vm, RefBlock, block)->count)
        return any;
    vm->heap_emergency++; // a change of a class can't be refused half-way
    u32 capacity = 64, count = 0, stack = heap_block(vm, capacity * 4);
    vm->heap_emergency--;
    if (!stack) { // no memory even in reserve: recursion serves
        exception_clear(vm);
        for (u32 i = 0; i < AT(vm, RefBlock, block)->count; i++)
            any |= each_below(vm, AT(vm, RefBlock, block)->items[i], only_versioned, visit, argument);
        return any;
    }
    AT(vm, Ref, stack)[count++] = type;
    while (count) {
        Ref t = AT(vm, Ref, stack)[--count];
        u32 below = type_at(vm, t)->subclasses;
        for (u32 i = 0; below && i < AT(vm, RefBlock, below)->count; i++) {
            Ref sub = AT(vm, RefBlock, below)->items[i];
            if (only_versioned && !type_at(vm, sub)->version)
                continue;
            any |= visit(vm, sub, argument);
            if (!type_at(vm, sub)->subclasses)
                continue;
            if (count == capacity) {
                vm->heap_emergency++;
                u32 grown = heap_block_resize(vm, stack, capacity * 4, capacity * 8);
                vm->heap_emergency--;
                if (!grown) {
                    exception_clear(vm);
                    any |= each_below(vm, sub, only_versioned, visit, argument);
                    continue;
                }
                stack = grown;
                capacity *= 2;
            }
            AT(vm, Ref, stack)[count++] = sub;
        }
    }
    heap_block_free(vm, stack);
    return any;
}

static bool forget_version(VM *vm, Ref type, u32 unused)
{
    type_version_lost(vm, type_at(vm, type));
    return false;
}

#define ALL_SPECIALS 0xFFFFu

static bool resolve_one(VM *vm, Ref type, u32 special)
{
    PyType *t = type_at(vm, type);
    type_version_lost(vm, t);
    if (!t->mro)
        return false;
    if (special == ALL_SPECIALS) {
        type_resolve_specials(vm, type);
    } else {
        t->specials[special] = special_value(vm, t, special);
        update_flags(vm, t);
    }
    return false;
}

static bool mentions(VM *vm, Ref type, u32 name) { return shapes_mention(vm, type, name); }
static bool is_relied_on(VM *vm, Ref type, u32 unused) { return type_at(vm, type)->flags & (TYPE_CACHED | TYPE_WATCHED); }

// What inline caches and traces know of a class (or one below it) without its version holds no more. Most classes that are changed so are new (a
// decorator's): nothing knows them yet, and everything else is left alone.
void caches_forget_class(VM *vm, Ref type)
{
    if (each_below(vm, type, false, is_relied_on, 0))
        caches_flush(vm);
}

void type_modified(VM *vm, Ref type)
{
    u32 old = type_at(vm, type)->flags;
    each_below(vm, type, false, resolve_one, ALL_SPECIALS);
    u32 now = type_at(vm, type)->flags;
    if ((now & ~old & ATTRIBUTE_HOOKS) || (now & TYPE_IS_METACLASS))
        caches_forget_class(vm, type);
}

void type_modified_name(VM *vm, Ref type, Ref name)
{
    int special = special_index(vm, name);
    if (special < 0)
        each_below(vm, type, true, forget_version, 0);
    else
        each_below(vm, type, false, resolve_one, (u32)special);
}

// A value whose class does nothing on attribute access: replacing one by another needs no new version, the caches hold the cell.
static bool is_plain_value(VM *vm, Value v)
{
    if (!is_object(v))
        return v != EMPTY;
    PyType *t = type_at(vm, ref_type(vm, v));
    return !(t->flags & TYPE_HEAP) && !t->specials[SPECIAL_get] && t->kind != LAYOUT_TYPE;
}

bool type_set_attr(VM *vm, Ref type, Ref name, Value value)
{
    PyType *t = type_at(vm, type);
    Ref cell = dict_cell(vm, t->dict, name, false);
    Value old = cell ? AT(vm, PyCell, cell)->value : EMPTY;
    if (is_plain_value(vm, old) && is_plain_value(vm, value) && special_index(vm, name) < 0) {
        if (unlikely(AT(vm, PyDict, t->dict)->flags & DICT_WATCHED))
            watch_cell_changed(vm, cell);
        set_value(vm, &AT(vm, PyCell, cell)->value, retain(vm, value));
        return true;
    }
    Ref resolved = type_lookup_cell(vm, type, name); // sites that load a __slots__ member are guarded by the type alone
    bool was_member = resolved && is_exact(vm, AT(vm, PyCell, resolved)->value, TYPE_MEMBER_DESCRIPTOR);
    // The old value dies last: until then the specials of the classes below may still name it.
    incref(vm, old);
    bool done;
    if (value != EMPTY) {
        done = dict_set_str(vm, t->dict, name, value);
    } else {
        done = dict_delete(vm, t->dict, name, NULL) == DICT_FOUND;
    }
    if (done) {
        u32 old_flags = t->flags;
        type_modified_name(vm, type, name);
        bool hides_slots = is_object(value) && is_data_descriptor_type(type_at(vm, ref_type(vm, value))) &&
                           each_below(vm, type, false, mentions, name);
        bool new_hook = t->flags & ~old_flags & ATTRIBUTE_HOOKS;
        if (name == vm->special_names[SPECIAL_set] || name == vm->special_names[SPECIAL_delete] || name == vm->special_names[SPECIAL_get])
            caches_flush(vm); // objects of the class may lie in any other
        else if (was_member || hides_slots || new_hook || (t->flags & TYPE_IS_METACLASS))
            caches_forget_class(vm, type);
    }
    decref(vm, old);
    return done;
}

// --- subclasses: borrowed refs by hand ---------------------------------------------------------------------------------------
bool type_add_subclass(VM *vm, Ref base, Ref sub)
{
    PyType *t = type_at(vm, base);
    if (!t->subclasses) {
        t->subclasses = heap_block(vm, sizeof(RefBlock) + 6 * sizeof(Ref));
        if (!t->subclasses)
            return false;
        *AT(vm, RefBlock, t->subclasses) = (RefBlock){.count = 0, .capacity = 6};
    }
    RefBlock *block = AT(vm, RefBlock, t->subclasses);
    if (block->count == block->capacity) {
        u32 bytes = (u32)sizeof(RefBlock) + block->capacity * 4, more = bytes + block->capacity * 4;
        u32 grown = heap_block_resize(vm, t->subclasses, bytes, more);
        if (!grown)
            return false;
        t->subclasses = grown;
        block = AT(vm, RefBlock, grown);
        block->capacity *= 2;
    }
    block->items[block->count++] = sub;
    return true;
}

void type_remove_subclass(VM *vm, Ref base, Ref sub)
{
    PyType *t = type_at(vm, base);
    if (!t->subclasses)
        return;
    RefBlock *block = AT(vm, RefBlock, t->subclasses);
    u32 kept = 0;
    for (u32 i = 0; i < block->count; i++)
        if (block->items[i] != sub)
            block->items[kept++] = block->items[i];
    block->count = kept;
    if (!kept) {
        heap_block_free(vm, t->subclasses);
        t->subclasses = 0;
    }
}
