// Dicts: lookup, insertion, deletion and storage. Entries lie in insertion order; `index` maps hashes to entry numbers by open addressing with
// CPython's perturbed probing (Objects/dictobject.c). Up to DICT_LINEAR_MAX entries there is no index: they are searched in order.
// Invariant: an index never has more slots in use (deleted ones included) than two thirds, because every insertion uses up an entry.
#include "containers.h"
#include "heap_inline.h"
#include "watch.h"

#define FIRST_CAPACITY 5u
#define PERTURB_SHIFT 5

INLINE u32 *dict_index(VM *vm, PyDict *d) { return AT(vm, u32, d->index); }
INLINE u32 next_slot(u32 slot, u32 *perturb, u32 mask)
{
    *perturb >>= PERTURB_SHIFT;
    return (slot * 5 + *perturb + 1) & mask;
}
INLINE void keys_changed(VM *vm, PyDict *d) { d->keys_version = ++vm->dict_version; }

// --- hashing -------------------------------------------------------------------------------------------------------------------
int dict_hash(VM *vm, Value key, u32 *hash)
{
    if (is_int48(key)) {
        *hash = fold_hash(int48_hash(key));
        return DICT_FOUND;
    }
    if (is_str(vm, key)) {
        u32 h = OBJ(vm, PyStr, key)->hash;
        *hash = likely(h) ? h : str_hash(vm, key);
        return DICT_FOUND;
    }
    u64 wide;
    int status = hash_value(vm, key, &wide);
    if (status == DICT_FOUND)
        *hash = fold_hash(wide);
    else if (status == DICT_ERROR)
        raise_unhashable(vm, key, "a dict key");
    return status;
}

// --- lookup -----------------------------------------------------------------------------------------------------------------------
// The keys are not identical but have the same hash.
static int same_key(VM *vm, Value stored, Value key, u32 depth)
{
    if (is_str(vm, key) && is_str(vm, stored))
        return str_equal(vm, stored, key);
    if (stored == EMPTY)
        return 0;
    if (same_items(vm, stored, key))
        return 1;
    return equal_at_depth(vm, stored, key, depth);
}

// plain: the key is an int (is_int) or a str. MATCH_UNKNOWN only then.
INLINE int match_key(VM *vm, DictEntry *e, Value key, u32 hash, u32 depth, bool plain, bool is_int)
{
    if (e->key == key)
        return DICT_FOUND;
    return likely(e->hash != hash) ? 0 : plain ? (int)match_plain(vm, e->key, key, is_int) : same_key(vm, e->key, key, depth);
}
INLINE int find_with(VM *vm, PyDict *d, Value key, u32 hash, u32 *entry, u32 depth, bool plain, bool is_int)
{
    DictEntry *entries = dict_entries(vm, d);
    if (!d->index) {
        u32 count = d->entry_count;
        for (u32 i = 0; i < count; i++) {
            int same = match_key(vm, entries + i, key, hash, depth, plain, is_int);
            if (same) {
                *entry = i;
                return same;
            }
        }
        return DICT_MISSING;
    }
    u32 *index = dict_index(vm, d), mask = d->index_mask, slot = hash & mask, perturb = hash;
    for (;;) {
        u32 at = index[slot];
        if (at == DICT_SLOT_EMPTY)
            return DICT_MISSING;
        if (at != DICT_SLOT_DELETED) {
            int same = match_key(vm, entries + at, key, hash, depth, plain, is_int);
            if (same) {
                *entry = at;
                return same;
            }
        }
        slot = next_slot(slot, &perturb, mask);
    }
}

static NOINLINE int find_any(VM *vm, PyDict *d, Value key, u32 hash, u32 *entry, u32 depth)
{
    return find_with(vm, d, key, hash, entry, depth, false, false);
}

static NOINLINE int find_plain(VM *vm, PyDict *d, Value key, u32 hash, u32 *entry, u32 depth)
{
    bool is_int = is_int48(key);
    int found = is_int || is_str(vm, key) ? find_with(vm, d, key, hash, entry, depth, true, is_int) : (int)MATCH_UNKNOWN;
    return likely(found != (int)MATCH_UNKNOWN) ? found : find_any(vm, d, key, hash, entry, depth);
}

// The very object in the first place of its chain, or nothing there: most lookups end so, and need no register saved.
int dict_find_at(VM *vm, PyDict *d, Value key, u32 hash, u32 *entry, u32 depth)
{
    if (likely(d->index)) {
        u32 at = dict_index(vm, d)[hash & d->index_mask];
        if (at == DICT_SLOT_EMPTY)
            return DICT_MISSING;
        if (at != DICT_SLOT_DELETED && dict_entries(vm, d)[at].key == key) {
            *entry = at;
            return DICT_FOUND;
        }
    } else {
        DictEntry *entries = dict_entries(vm, d);
        u32 count = d->entry_count, i = 0;
        while (i < count && entries[i].hash != hash)
            i++;
        if (i == count)
            return DICT_MISSING;
        if (entries[i].key == key) {
            *entry = i;
            return DICT_FOUND;
        }
    }
    return find_plain(vm, d, key, hash, entry, depth);
}

int dict_find(VM *vm, PyDict *d, Value key, u32 hash, u32 *entry) { return dict_find_at(vm, d, key, hash, entry, 0); }

// Entry of a str key that is found by identity or by its text; never needs Python. -1: missing.
static i64 find_str(VM *vm, PyDict *d, Value key, u32 hash)
{
    DictEntry *entries = dict_entries(vm, d);
    if (!d->index) {
        u32 count = d->entry_count;
        for (u32 i = 0; i < count; i++)
            if (entries[i].key == key)
                return i;
        for (u32 i = 0; i < count; i++)
            if (entries[i].hash == hash && is_str(vm, entries[i].key) && str_equal(vm, entries[i].key, key))
                return i;
        return -1;
    }
    u32 *index = dict_index(vm, d), mask = d->index_mask, slot = hash & mask, perturb = hash;
    for (;;) {
        u32 at = index[slot];
        if (at == DICT_SLOT_EMPTY)
            return -1;
        if (at != DICT_SLOT_DELETED) {
            DictEntry *e = entries + at;
            if (e->key == key || (e->hash == hash && is_str(vm, e->key) && str_equal(vm, e->key, key)))
                return at;
        }
        slot = next_slot(slot, &perturb, mask);
    }
}

i64 dict_probe_from(VM *vm, PyDict *d, u32 hash, i64 from, u32 *entry)
{
    DictEntry *entries = dict_entries(vm, d);
    if (!d->index) {
        for (i64 i = from; i < d->entry_count; i++)
            if (entries[i].hash == hash && entries[i].key != EMPTY) {
                *entry = (u32)i;
                return i;
            }
        return -1;
    }
    u32 *index = dict_index(vm, d), mask = d->index_mask, slot = hash & mask, perturb = hash;
    for (i64 step = 0;; step++, slot = next_slot(slot, &perturb, mask)) {
        u32 at = index[slot];
        if (at == DICT_SLOT_EMPTY)
            return -1;
        if (step >= from && at != DICT_SLOT_DELETED && entries[at].hash == hash) {
            *entry = at;
            return step;
        }
    }
}

// The index slot that holds `entry`.
static u32 slot_of_entry(VM *vm, PyDict *d, u32 entry)
{
    u32 *index = dict_index(vm, d), mask = d->index_mask, perturb = dict_entries(vm, d)[entry].hash, slot = perturb & mask;
    while (index[slot] != entry)
        slot = next_slot(slot, &perturb, mask);
    return slot;
}

// --- storage ------------------------------------------------------------------------------------------------------------------------
void dict_fill_index(VM *vm, PyDict *d, u32 from)
{
    u32 *index = dict_index(vm, d), mask = d->index_mask;
    DictEntry *entries = dict_entries(vm, d);
    memset(index, 0xFF, ((size_t)mask + 1) * sizeof(u32));
    for (u32 i = from; i < d->entry_count; i++) {
        u32 perturb = entries[i].hash, slot = perturb & mask;
        while (index[slot] != DICT_SLOT_EMPTY)
            slot = next_slot(slot, &perturb, mask);
        index[slot] = i;
    }
}

void dict_compact_entries(VM *vm, PyDict *d)
{
    DictEntry *entries = dict_entries(vm, d);
    u32 to = 0;
    if (d->used == d->entry_count)
        return;
    for (u32 i = 0; i < d->entry_count; i++)
        if (entries[i].key != EMPTY)
            entries[to++] = entries[i];
    d->entry_count = to;
}

// Moves the dict to storage for `capacity` entries. false: MemoryError, nothing lost.
bool dict_resize(VM *vm, PyDict *d, u64 capacity)
{
    u64 slots = 0;
    if (capacity > DICT_LINEAR_MAX) {
        for (slots = 16; slots * 2 / 3 < capacity; slots *= 2)
            ;
        capacity = slots * 2 / 3;
    } else if (capacity < FIRST_CAPACITY) {
        capacity = FIRST_CAPACITY;
    }
    if (capacity * sizeof(DictEntry) > 0xF0000000u) {
        raise_memory_error(vm);
        return false;
    }
    u32 index = 0;
    bool keep_index = d->index && d->index_mask + 1 == slots;
    if (slots && !keep_index && !(index = heap_block(vm, (u32)slots * sizeof(u32))))
        return false;
    dict_compact_entries(vm, d);
    keys_changed(vm, d);
    u32 block = heap_block_resize(vm, d->entries, d->entry_count * sizeof(DictEntry), (u32)capacity * sizeof(DictEntry));
    if (!block) {
        if (index)
            heap_block_free(vm, index);
        if (d->index)
            dict_fill_index(vm, d, 0); // the entries were compacted
        return false;
    }
    d->entries = block;
    d->entry_capacity = (u32)capacity;
    if (!keep_index) {
        heap_block_free(vm, d->index);
        d->index = index;
        d->index_mask = slots ? (u32)slots - 1 : 0;
    }
    if (d->index)
        dict_fill_index(vm, d, 0);
    return true;
}

// Called when every entry is used up. Where a third or more are deleted ones, compacting is enough.
bool dict_make_room(VM *vm, PyDict *d)
{
    u32 full = d->index ? (u32)(((u64)d->index_mask + 1) * 2 / 3) : d->entries ? heap_usable_bytes(vm, d->entries) / (u32)sizeof(DictEntry) : 0;
    if (full > DICT_LINEAR_MAX && !d->index)
        full = DICT_LINEAR_MAX;
    if (full && (u64)d->used * 3 <= (u64)full * 2)
        return dict_resize(vm, d, full);
    return dict_resize(vm, d, d->used < FIRST_CAPACITY ? FIRST_CAPACITY : (u64)d->used * 2);
}

// Entry `at` is free and its index slot given up, or it lies behind all others.
void dict_put_entry(VM *vm, PyDict *d, u32 at, Value key_taken, Value value_taken, u32 hash)
{
    DictEntry *e = dict_entries(vm, d) + at;
    e->key = key_taken;
    e->value = value_taken;
    e->hash = hash;
    e->pad = 0;
    d->used++;
    if (d->index) {
        u32 *index = dict_index(vm, d), mask = d->index_mask, slot = hash & mask, perturb = hash;
        while (index[slot] < DICT_SLOT_DELETED)
            slot = next_slot(slot, &perturb, mask);
        index[slot] = at;
    }
    keys_changed(vm, d);
}
void dict_append_entry(VM *vm, PyDict *d, Value key_taken, Value value_taken, u32 hash) { dict_put_entry(vm, d, d->entry_count++, key_taken, value_taken, hash); }
void dict_touch_keys(VM *vm, PyDict *d) { keys_changed(vm, d); }

// Whether a new global stands before a builtin that traces may have folded: scripts make new ones all the time.
static bool hides_builtin(VM *vm, Value key, u32 hash)
{
    return !is_str(vm, key) || find_str(vm, AT(vm, PyDict, vm->builtins_dict), key, hash) >= 0;
}

bool dict_insert_new(VM *vm, PyDict *d, Value key, Value value, u32 hash)
{
    if (unlikely(d->entry_count >= d->entry_capacity) && unlikely(!dict_make_room(vm, d)))
        return false;
    incref(vm, value);
    if (unlikely(d->flags & DICT_CELLS)) {
        value = cell_new(vm, value);
        if (value == EMPTY)
            return false;
        if (unlikely(d->flags & DICT_WATCHED) && hides_builtin(vm, key, hash))
            watch_fire(vm, WATCH_KEYS, OFFSET_OF(vm, d));
    }
    dict_append_entry(vm, d, retain(vm, key), value, hash);
    return true;
}

// Takes an entry out; its slot becomes a deleted one. Not even the last entry's room is used again before the dict is resized, as in CPython: an iterator
// that has come behind it finds what is added later.
void dict_unlink_entry(VM *vm, PyDict *d, u32 entry)
{
    DictEntry *e = dict_entries(vm, d) + entry;
    if (d->index)
        dict_index(vm, d)[slot_of_entry(vm, d, entry)] = DICT_SLOT_DELETED;
    e->key = EMPTY;
    e->value = EMPTY;
    d->used--;
    keys_changed(vm, d);
}

void dict_remove_entry(VM *vm, PyDict *d, u32 entry, Value *key, Value *value)
{
    DictEntry *e = dict_entries(vm, d) + entry;
    if (unlikely(d->flags & DICT_CELLS)) { // the cell stays: inline caches hold it
        PyCell *cell = OBJ(vm, PyCell, e->value);
        *key = retain(vm, e->key);
        *value = cell->value;
        if (unlikely(d->flags & DICT_WATCHED))
            watch_fire(vm, WATCH_CELL, (Ref)e->value);
        cell->value = EMPTY;
        keys_changed(vm, d);
        return;
    }
    *key = e->key;
    *value = e->value;
    dict_unlink_entry(vm, d, entry);
}

// Gives a name whose cell was empty its value, as the newest name of the dict.
static bool revive_cell(VM *vm, PyDict *d, u32 entry, Value value)
{
    DictEntry *e = dict_entries(vm, d) + entry;
    if (entry + 1 != d->entry_count) {
        Value key = e->key;
        if (d->entry_count >= d->entry_capacity) {
            if (!dict_make_room(vm, d))
                return false;
            for (entry = 0; dict_entries(vm, d)[entry].key != key;)
                entry++;
        }
        e = dict_entries(vm, d) + entry;
        DictEntry moved = *e;
        dict_unlink_entry(vm, d, entry);
        dict_append_entry(vm, d, moved.key, moved.value, moved.hash);
        e = dict_entries(vm, d) + d->entry_count - 1;
    } else {
        keys_changed(vm, d);
    }
    OBJ(vm, PyCell, e->value)->value = retain(vm, value);
    return true;
}

// Stores at an entry that was found.
bool dict_store_at(VM *vm, PyDict *d, u32 entry, Value value)
{
    DictEntry *e = dict_entries(vm, d) + entry;
    if (likely(!(d->flags & DICT_CELLS))) {
        set_value(vm, &e->value, retain(vm, value));
        return true;
    }
    PyCell *cell = OBJ(vm, PyCell, e->value);
    if (unlikely(d->flags & DICT_WATCHED) && cell->value != value)
        watch_cell_changed(vm, (Ref)e->value);
    if (cell->value == EMPTY)
        return revive_cell(vm, d, entry, value);
    set_value(vm, &cell->value, retain(vm, value));
    return true;
}

// --- what other files call --------------------------------------------------------------------------------------------------------
Value dict_new(VM *vm)
{
    PyDict *d = heap_new_inline(vm, TYPE_DICT, sizeof(PyDict), HEAP_CONTAINERS);
    return likely(d) ? obj_value(vm, d) : EMPTY;
}

Value dict_new_cells(VM *vm)
{
    Value v = dict_new(vm);
    if (v != EMPTY)
        dict_at(vm, v)->flags = DICT_CELLS;
    return v;
}

bool dict_reserve(VM *vm, Value v, u32 count)
{
    PyDict *d = dict_at(vm, v);
    return count <= d->entry_capacity || dict_resize(vm, d, count);
}

int dict_get_peek(VM *vm, Value v, Value key, Value *result)
{
    PyDict *d = dict_at(vm, v);
    u32 hash, entry;
    int status = dict_hash(vm, key, &hash);
    if (unlikely(status != DICT_FOUND))
        return status;
    status = dict_find_at(vm, d, key, hash, &entry, 0);
    if (status != DICT_FOUND)
        return status;
    *result = dict_entry_value(vm, d, dict_entries(vm, d) + entry);
    return likely(*result != EMPTY) ? DICT_FOUND : DICT_MISSING;
}

int dict_set(VM *vm, Value v, Value key, Value value)
{
    PyDict *d = dict_at(vm, v);
    u32 hash, entry;
    int status = dict_hash(vm, key, &hash);
    if (unlikely(status != DICT_FOUND))
        return status;
    status = dict_find_at(vm, d, key, hash, &entry, 0);
    if (status < 0)
        return status;
    bool ok = status == DICT_FOUND ? dict_store_at(vm, d, entry, value) : dict_insert_new(vm, d, key, value, hash);
    return likely(ok) ? DICT_FOUND : DICT_ERROR;
}

int dict_delete(VM *vm, Value v, Value key, Value *removed)
{
    PyDict *d = dict_at(vm, v);
    u32 hash, entry;
    int status = dict_hash(vm, key, &hash);
    if (unlikely(status != DICT_FOUND))
        return status;
    status = dict_find_at(vm, d, key, hash, &entry, 0);
    if (status != DICT_FOUND)
        return status;
    if (dict_entry_value(vm, d, dict_entries(vm, d) + entry) == EMPTY)
        return DICT_MISSING;
    Value old_key, old_value;
    dict_remove_entry(vm, d, entry, &old_key, &old_value);
    if (removed)
        *removed = old_value;
    else
        decref(vm, old_value);
    decref(vm, old_key);
    return DICT_FOUND;
}

Value dict_get_str_peek(VM *vm, Value v, Ref name)
{
    PyDict *d = dict_at(vm, v);
    u32 hash = OBJ(vm, PyStr, name)->hash;
    i64 entry = find_str(vm, d, name, likely(hash) ? hash : str_hash(vm, name));
    return entry < 0 ? EMPTY : dict_entry_value(vm, d, dict_entries(vm, d) + entry);
}

bool dict_set_str(VM *vm, Value v, Ref name, Value value)
{
    PyDict *d = dict_at(vm, v);
    u32 hash = str_hash(vm, name);
    i64 entry = find_str(vm, d, name, hash);
    return entry >= 0 ? dict_store_at(vm, d, (u32)entry, value) : dict_insert_new(vm, d, name, value, hash);
}

Ref dict_cell(VM *vm, Value v, Ref name, bool create)
{
    PyDict *d = dict_at(vm, v);
    ASSERT(vm, d->flags & DICT_CELLS);
    u32 hash = str_hash(vm, name);
    i64 entry = find_str(vm, d, name, hash);
    if (entry < 0) {
        if (!create || !dict_insert_new(vm, d, name, EMPTY, hash))
            return 0;
        entry = d->entry_count - 1;
    }
    return (Ref)dict_entries(vm, d)[entry].value;
}

// A dict becomes a namespace: what runs in it finds its names in cells, and traces can watch them. false: there is no memory, and no change.
bool dict_make_cells(VM *vm, PyDict *d)
{
    DictEntry *entries = dict_entries(vm, d);
    for (u32 i = 0; i < d->entry_count; i++) {
        if (entries[i].key == EMPTY)
            continue;
        Value cell = cell_new(vm, retain(vm, entries[i].value));
        if (cell == EMPTY) {
            while (i-- > 0) {
                if (entries[i].key == EMPTY)
                    continue;
                Value made = entries[i].value;
                entries[i].value = retain(vm, OBJ(vm, PyCell, made)->value);
                decref(vm, made);
            }
            return false;
        }
        decref(vm, entries[i].value);
        entries[i].value = cell;
    }
    d->flags |= DICT_CELLS;
    keys_changed(vm, d);
    return true;
}

bool dict_next(VM *vm, Value v, u32 *position, Value *key, Value *value)
{
    PyDict *d = dict_at(vm, v);
    DictEntry *entries = dict_entries(vm, d);
    for (u32 i = *position; i < d->entry_count; i++) {
        if (entries[i].key == EMPTY)
            continue;
        Value found = dict_entry_value(vm, d, entries + i);
        if (found == EMPTY)
            continue;
        *position = i + 1;
        *key = entries[i].key;
        *value = found;
        return true;
    }
    *position = d->entry_count;
    return false;
}

u32 dict_length(VM *vm, Value v)
{
    PyDict *d = dict_at(vm, v);
    if (likely(!(d->flags & DICT_CELLS)))
        return d->used;
    u32 count = 0, position = 0;
    Value key, value;
    while (dict_next(vm, v, &position, &key, &value))
        count++;
    return count;
}

void dict_clear(VM *vm, Value v)
{
    PyDict *d = dict_at(vm, v);
    if (d->flags & DICT_CELLS) {
        for (u32 i = 0; i < d->entry_count; i++) {
            DictEntry *e = dict_entries(vm, d) + i;
            if (e->key == EMPTY)
                continue;
            if (unlikely(d->flags & DICT_WATCHED))
                watch_cell_changed(vm, (Ref)e->value);
            set_value(vm, &OBJ(vm, PyCell, e->value)->value, EMPTY);
        }
        keys_changed(vm, d);
        return;
    }
    u32 block = d->entries, count = d->entry_count, index = d->index;
    if (!block)
        return;
    d->used = d->entry_count = d->entry_capacity = d->index_mask = d->index = d->entries = 0;
    keys_changed(vm, d);
    DictEntry *entries = AT(vm, DictEntry, block);
    for (u32 i = 0; i < count; i++) {
        decref(vm, entries[i].key);
        decref(vm, entries[i].value);
    }
    heap_block_free(vm, block);
    heap_block_free(vm, index);
}

// Copies all entries of `d` into an empty dict without cells. false: MemoryError.
bool dict_fill(VM *vm, PyDict *copy, PyDict *d)
{
    if (d->used == 0)
        return true;
    if (!dict_resize(vm, copy, d->used))
        return false;
    DictEntry *from = dict_entries(vm, d), *to = dict_entries(vm, copy);
    u32 count = 0;
    for (u32 i = 0; i < d->entry_count; i++) {
        Value value = from[i].key == EMPTY ? EMPTY : dict_entry_value(vm, d, from + i);
        if (value == EMPTY)
            continue;
        to[count] = (DictEntry){retain(vm, from[i].key), retain(vm, value), from[i].hash, 0};
        count++;
    }
    copy->used = copy->entry_count = count;
    // Nothing was ever deleted from the other one: its index is the copy's.
    if (copy->index && copy->index_mask == d->index_mask && d->entry_count == count && d->entry_capacity == copy->entry_capacity && d->index)
        memcpy(dict_index(vm, copy), dict_index(vm, d), ((size_t)d->index_mask + 1) * sizeof(u32));
    else if (copy->index)
        dict_fill_index(vm, copy, 0);
    keys_changed(vm, copy);
    return true;
}

Value dict_copy(VM *vm, Value v)
{
    Value result = dict_new(vm);
    if (result != EMPTY && !dict_fill(vm, dict_at(vm, result), dict_at(vm, v))) {
        decref(vm, result);
        return EMPTY;
    }
    return result;
}

// popitem(): the newest pair, both owned. With an index the entry's room is given up until the next resize (its slot is a deleted one).
bool dict_pop_last(VM *vm, PyDict *d, Value *key, Value *value)
{
    DictEntry *entries = dict_entries(vm, d);
    for (u32 i = d->entry_count; i-- > 0;) {
        if (entries[i].key == EMPTY || dict_entry_value(vm, d, entries + i) == EMPTY)
            continue;
        dict_remove_entry(vm, d, i, key, value);
        if (!(d->flags & DICT_CELLS)) {
            if (d->index)
                d->entry_capacity -= d->entry_count - i;
            d->entry_count = i;
        }
        return true;
    }
    return false;
}

// --- comparison ------------------------------------------------------------------------------------------------------------------------
int dict_equal(VM *vm, Value a, Value b, u32 depth)
{
    if (dict_length(vm, a) != dict_length(vm, b))
        return 0;
    PyDict *d = dict_at(vm, a), *other = dict_at(vm, b);
    for (u32 i = 0; i < d->entry_count; i++) {
        DictEntry *e = dict_entries(vm, d) + i;
        Value value = e->key == EMPTY ? EMPTY : dict_entry_value(vm, d, e);
        if (value == EMPTY)
            continue;
        u32 entry;
        int status = dict_find_at(vm, other, e->key, e->hash, &entry, depth + 1);
        if (status != DICT_FOUND)
            return status; // missing: not equal
        Value there = dict_entry_value(vm, other, dict_entries(vm, other) + entry);
        if (there == value)
            continue;
        int equal = there == EMPTY ? 0 : equal_at_depth(vm, value, there, depth + 1);
        if (equal != 1)
            return equal;
    }
    return 1;
}
