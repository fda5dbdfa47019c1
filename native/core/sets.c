// Sets: open addressing as in CPython's Objects/setobject.c: nine slots in a row before each perturbed jump, growth by four (by two from 50000),
// so that sets of ints come out in CPython's order. A free slot has key EMPTY; a deleted one too, with hash -1 (no hash is ever -1).
#include "containers.h"
#include "heap_inline.h"

#define SMALL_SLOTS 8u
#define LINEAR_PROBES 9u
#define PERTURB_SHIFT 5
#define DUMMY_HASH ((u64)-1)

int set_hash(VM *vm, Value key, u64 *hash)
{
    if (is_int48(key)) {
        *hash = int48_hash(key);
        return DICT_FOUND;
    }
    int status = hash_value(vm, key, hash);
    if (unlikely(status == DICT_ERROR))
        raise_unhashable(vm, key, "a set element");
    return status;
}

static int same_key(VM *vm, Value stored, Value key, u32 depth)
{
    if (is_int48(key) && is_int48(stored))
        return 0;
    if (is_str(vm, key) && is_str(vm, stored))
        return same_text(OBJ(vm, PyStr, stored), OBJ(vm, PyStr, key));
    if (same_items(vm, stored, key))
        return 1;
    return equal_at_depth(vm, stored, key, depth);
}

// plain: the key is an int (is_int) or a str. MATCH_UNKNOWN only then.
INLINE int find_with(VM *vm, PySet *s, Value key, u64 hash, u32 *slot, u32 depth, bool plain, bool is_int)
{
    SetEntry *table = set_entries(vm, s);
    u64 perturb = hash;
    u32 mask = s->mask, i = (u32)hash & mask;
    for (;;) {
        u32 probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
        for (u32 at = i; at <= i + probes; at++) {
            SetEntry *e = table + at;
            if (e->key == key) {
                *slot = at;
                return DICT_FOUND;
            }
            if (e->key == EMPTY) {
                if (e->hash == DUMMY_HASH)
                    continue;
                *slot = at;
                return DICT_MISSING;
            }
            int same = likely(e->hash != hash) ? 0 : plain ? (int)match_plain(vm, e->key, key, is_int) : same_key(vm, e->key, key, depth);
            if (same) {
                *slot = at;
                return same;
            }
        }
        perturb >>= PERTURB_SHIFT;
        i = (u32)(i * 5 + 1 + perturb) & mask;
    }
}

static NOINLINE int find_any(VM *vm, PySet *s, Value key, u64 hash, u32 *slot, u32 depth)
{
    return find_with(vm, s, key, hash, slot, depth, false, false);
}

static NOINLINE int find_plain(VM *vm, PySet *s, Value key, u64 hash, u32 *slot, u32 depth)
{
    bool is_int = is_int48(key);
    int found = is_int || is_str(vm, key) ? find_with(vm, s, key, hash, slot, depth, true, is_int) : (int)MATCH_UNKNOWN;
    return likely(found != (int)MATCH_UNKNOWN) ? found : find_any(vm, s, key, hash, slot, depth);
}

// *slot: where the key is, or (DICT_MISSING) where it would go. The first place of the chain is looked at here: most searches end there.
int set_find_at(VM *vm, PySet *s, Value key, u64 hash, u32 *slot, u32 depth)
{
    if (!s->entries)
        return DICT_MISSING;
    u32 i = (u32)hash & s->mask;
    SetEntry *e = set_entries(vm, s) + i;
    if (e->key == key || (e->key == EMPTY && e->hash != DUMMY_HASH)) {
        *slot = i;
        return e->key == key ? DICT_FOUND : DICT_MISSING;
    }
    return find_plain(vm, s, key, hash, slot, depth);
}

int set_find(VM *vm, PySet *s, Value key, u64 hash, u32 *slot) { return set_find_at(vm, s, key, hash, slot, 0); }

// The `from`-th and later probes that meet this hash, for the prelude: number of the probe, or -1 at the end of the chain.
i64 set_probe_from(VM *vm, PySet *s, u64 hash, i64 from, u32 *slot)
{
    if (!s->entries)
        return -1;
    SetEntry *table = set_entries(vm, s);
    u64 perturb = hash;
    u32 mask = s->mask, i = (u32)hash & mask;
    i64 step = 0;
    for (;;) {
        u32 probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
        for (u32 at = i; at <= i + probes; at++, step++) {
            SetEntry *e = table + at;
            if (e->key == EMPTY && e->hash != DUMMY_HASH)
                return -1;
            if (step >= from && e->key != EMPTY && e->hash == hash) {
                *slot = at;
                return step;
            }
        }
        perturb >>= PERTURB_SHIFT;
        i = (u32)(i * 5 + 1 + perturb) & mask;
    }
}

// Puts an entry in a table that has no deleted slots and not this key.
static void insert_clean(SetEntry *table, u32 mask, Value key, u64 hash)
{
    u64 perturb = hash;
    u32 i = (u32)hash & mask;
    for (;;) {
        u32 probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
        for (u32 at = i; at <= i + probes; at++)
            if (table[at].key == EMPTY) {
                table[at] = (SetEntry){key, hash};
                return;
            }
        perturb >>= PERTURB_SHIFT;
        i = (u32)(i * 5 + 1 + perturb) & mask;
    }
}

static bool resize(VM *vm, PySet *s, u64 minimum)
{
    u64 slots = SMALL_SLOTS;
    while (slots <= minimum)
        slots <<= 1;
    if (slots * sizeof(SetEntry) > 0xF0000000u) {
        raise_memory_error(vm);
        return false;
    }
    bool is_small = slots == SMALL_SLOTS; // most sets: cleared without a call
    u32 block = is_small ? heap_block(vm, SMALL_SLOTS * sizeof(SetEntry)) : heap_block_zeroed(vm, (u32)slots * sizeof(SetEntry));
    if (!block)
        return false;
    SetEntry *table = AT(vm, SetEntry, block), *old = set_entries(vm, s);
    if (is_small)
        __builtin_memset_inline(table, 0, SMALL_SLOTS * sizeof(SetEntry));
    if (s->entries)
        for (u32 i = 0; i <= s->mask; i++)
            if (old[i].key != EMPTY)
                insert_clean(table, (u32)slots - 1, old[i].key, old[i].hash);
    heap_block_free(vm, s->entries);
    s->entries = block;
    s->mask = (u32)slots - 1;
    s->fill = s->used;
    return true;
}

static bool grow_if_crowded(VM *vm, PySet *s)
{
    if ((u64)s->fill * 5 < (u64)s->mask * 3)
        return true;
    return resize(vm, s, s->used > 50000 ? (u64)s->used * 2 : (u64)s->used * 4);
}

bool set_reserve(VM *vm, PySet *s, u32 more)
{
    return ((u64)s->fill + more) * 5 < (u64)s->mask * 3 || resize(vm, s, ((u64)s->used + more) * 2);
}

bool set_drop_dummies(VM *vm, PySet *s)
{
    return s->fill - s->used <= s->mask / 5 || resize(vm, s, s->used > 50000 ? (u64)s->used * 2 : (u64)s->used * 4);
}

// A key known not to be there. As CPython: the first free slot of the chain (never a deleted one), then growth.
bool set_insert_new(VM *vm, PySet *s, Value key, u64 hash)
{
    if (unlikely(!s->entries) && unlikely(!resize(vm, s, SMALL_SLOTS - 1)))
        return false;
    SetEntry *table = set_entries(vm, s);
    u64 perturb = hash;
    u32 mask = s->mask, i = (u32)hash & mask;
    for (;;) {
        u32 probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
        for (u32 at = i; at <= i + probes; at++) {
            if (table[at].key != EMPTY || table[at].hash == DUMMY_HASH)
                continue;
            table[at] = (SetEntry){retain(vm, key), hash};
            s->fill++;
            s->used++;
            s->version++;
            return grow_if_crowded(vm, s);
        }
        perturb >>= PERTURB_SHIFT;
        i = (u32)(i * 5 + 1 + perturb) & mask;
    }
}

// The same where set_find has just said that the key is missing, and where it would go.
static bool insert_missing(VM *vm, PySet *s, Value key, u64 hash, u32 slot)
{
    if (unlikely(!s->entries))
        return set_insert_new(vm, s, key, hash);
    set_entries(vm, s)[slot] = (SetEntry){retain(vm, key), hash};
    s->fill++;
    s->used++;
    s->version++;
    return grow_if_crowded(vm, s);
}

// Hands the key over.
Value set_remove_slot(VM *vm, PySet *s, u32 slot)
{
    SetEntry *e = set_entries(vm, s) + slot;
    Value key = e->key;
    *e = (SetEntry){EMPTY, DUMMY_HASH};
    s->used--;
    s->version++;
    return key;
}

// contains, discard and remove look for a set as if it were frozen. Finds the slot: DICT_*.
int set_find_or_frozen(VM *vm, Value set, Value key, u32 *slot)
{
    u64 hash;
    int status = set_hash(vm, key, &hash);
    if (status == DICT_ERROR && is_kind(vm, key, LAYOUT_SET) && special_base(vm, key, SPECIAL_hash) == TYPE_SET) {
        exception_clear(vm);
        u64 kept = set_at(vm, key)->hash;
        set_at(vm, key)->hash = (u64)-1;
        hash = frozenset_hash(vm, set_at(vm, key));
        set_at(vm, key)->hash = kept;
        status = DICT_FOUND;
    }
    return status == DICT_FOUND ? set_find(vm, set_at(vm, set), key, hash, slot) : status;
}

// --- what other files call ------------------------------------------------------------------------------------------------------
Value set_new(VM *vm, Ref type)
{
    PySet *s = heap_new_container(vm, type, sizeof(PySet));
    if (unlikely(!s))
        return EMPTY;
    s->mask = SMALL_SLOTS - 1;
    s->hash = (u64)-1;
    return obj_value(vm, s);
}

int set_add(VM *vm, Value v, Value key)
{
    PySet *s = set_at(vm, v);
    u64 hash;
    u32 slot;
    int status = set_hash(vm, key, &hash);
    if (unlikely(status != DICT_FOUND))
        return status;
    status = set_find_at(vm, s, key, hash, &slot, 0);
    if (status != DICT_MISSING)
        return status;
    return insert_missing(vm, s, key, hash, slot) ? DICT_FOUND : DICT_ERROR;
}

int set_contains(VM *vm, Value v, Value key)
{
    u32 slot[4]; // (one would be taken off the stack by a load that waits for its store)
    if (likely(is_int48(key)))
        return set_find_at(vm, set_at(vm, v), key, int48_hash(key), slot, 0);
    return set_find_or_frozen(vm, v, key, slot);
}

void set_clear(VM *vm, Value v)
{
    PySet *s = set_at(vm, v);
    u32 block = s->entries, mask = s->mask;
    if (!block)
        return;
    s->entries = s->used = s->fill = s->finger = 0;
    s->mask = SMALL_SLOTS - 1;
    s->version++;
    SetEntry *table = AT(vm, SetEntry, block);
    for (u32 i = 0; i <= mask; i++)
        decref(vm, table[i].key);
    heap_block_free(vm, block);
}

// Adds all keys of `other`, whose hashes are known. DICT_FOUND, DICT_ERROR, DICT_NEEDS_PYTHON (adding them again does no harm).
int set_merge(VM *vm, PySet *s, PySet *other)
{
    if (s == other || other->used == 0)
        return DICT_FOUND;
    // As CPython: grow once, and copy straight into an empty table.
    if (!set_reserve(vm, s, other->used))
        return DICT_ERROR;
    if (!s->entries && !resize(vm, s, SMALL_SLOTS - 1))
        return DICT_ERROR;
    if (s->fill == 0) {
        SetEntry *table = set_entries(vm, s), *from = set_entries(vm, other);
        if (s->mask == other->mask && other->fill == other->used) {
            memcpy(table, from, ((size_t)s->mask + 1) * sizeof(SetEntry));
            for (u32 i = 0; i <= s->mask; i++)
                incref(vm, table[i].key);
        } else {
            for (u32 i = 0; i <= other->mask; i++)
                if (from[i].key != EMPTY)
                    insert_clean(table, s->mask, retain(vm, from[i].key), from[i].hash);
        }
        s->used = s->fill = other->used;
        s->version++;
        return DICT_FOUND;
    }
    u32 position = 0, slot;
    SetEntry *e;
    while (set_next(vm, other, &position, &e)) {
        int status = set_find(vm, s, e->key, e->hash, &slot);
        if (status < 0)
            return status;
        if (status == DICT_MISSING && !insert_missing(vm, s, e->key, e->hash, slot))
            return DICT_ERROR;
    }
    return DICT_FOUND;
}

Value set_copy(VM *vm, Value v, Ref type)
{
    Value result = set_new(vm, type);
    if (result != EMPTY && set_merge(vm, set_at(vm, result), set_at(vm, v)) != DICT_FOUND) {
        decref(vm, result);
        return EMPTY;
    }
    return result;
}

// 1 if every key of `a` is in `b`, 0, or a DICT_* below 0.
int set_is_subset(VM *vm, Value a, Value b, u32 depth)
{
    PySet *s = set_at(vm, a), *other = set_at(vm, b);
    if (s == other)
        return 1;
    u32 position = 0, slot;
    SetEntry *e;
    while (set_next(vm, s, &position, &e)) {
        int status = set_find_at(vm, other, e->key, e->hash, &slot, depth + 1);
        if (status != DICT_FOUND)
            return status;
    }
    return 1;
}

static u64 shuffle_bits(u64 h) { return ((h ^ 89869747ull) ^ (h << 16)) * 3644798167ull; }

u64 frozenset_hash(VM *vm, PySet *s)
{
    if (s->hash != (u64)-1 && s->hash != 0)
        return s->hash;
    u64 hash = 0;
    u32 position = 0;
    SetEntry *e;
    while (set_next(vm, s, &position, &e))
        hash ^= shuffle_bits(e->hash);
    hash ^= ((u64)s->used + 1) * 1927868237ull;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069ull + 907133923ull;
    if (hash == (u64)-1)
        hash = 590923713ull;
    return s->hash = hash;
}
