// OrderedDict's own operations (src/modules/_collections.py): dicts keep the order of insertion, so an entry that goes to an end is written there anew.
// Deleted entries at the front make room for what goes there. Both ways compact or shift all entries only after about the root of their number of
// operations, which then cost about as much as the looking for the first entry has cost by then: no field of the dict has to remember where that is.
#include "containers.h"

// So many deleted entries at the front are worth one pass over all entries.
#define FRONT_ENTRIES_PER_ROOT 16u
static bool is_worth_compacting(u64 holes, u64 used) { return holes * holes > FRONT_ENTRIES_PER_ROOT * used; }

static u32 first_live(VM *vm, PyDict *d)
{
    DictEntry *entries = dict_entries(vm, d);
    u32 i = 0;
    while (i < d->entry_count && entries[i].key == EMPTY)
        i++;
    return i;
}

static u32 live_before(VM *vm, PyDict *d, u32 entry)
{
    DictEntry *entries = dict_entries(vm, d);
    u32 count = 0;
    for (u32 i = 0; i < entry; i++)
        count += entries[i].key != EMPTY;
    return count;
}

static bool move_to_last(VM *vm, PyDict *d, u32 entry)
{
    if (entry + 1 == d->entry_count)
        return true;
    if (d->entry_count >= d->entry_capacity) {
        entry = live_before(vm, d, entry);
        if (!dict_make_room(vm, d))
            return false;
    }
    DictEntry moved = dict_entries(vm, d)[entry];
    dict_unlink_entry(vm, d, entry);
    dict_append_entry(vm, d, moved.key, moved.value, moved.hash);
    return true;
}

// Makes deleted entries in front of all others. `entry` goes with them.
static bool open_front(VM *vm, PyDict *d, u32 *entry)
{
    u32 holes = 1;
    while (!is_worth_compacting(holes, d->used))
        holes++;
    u32 at = live_before(vm, d, *entry);
    if (!dict_resize(vm, d, (u64)d->used * 3 / 2 + holes))
        return false;
    DictEntry *entries = dict_entries(vm, d);
    memmove(entries + holes, entries, (size_t)d->entry_count * sizeof *entries);
    memset(entries, 0, (size_t)holes * sizeof *entries);
    d->entry_count += holes;
    dict_fill_index(vm, d, holes);
    *entry = at + holes;
    return true;
}

static bool move_to_first(VM *vm, PyDict *d, u32 entry)
{
    u32 first = first_live(vm, d);
    if (entry == first)
        return true;
    DictEntry *entries = dict_entries(vm, d), moved = entries[entry];
    if (!d->index) { // a few entries
        for (u32 i = entry; i > first; i--)
            entries[i] = entries[i - 1];
        entries[first] = moved;
        dict_touch_keys(vm, d);
        return true;
    }
    if (!first) {
        if (!open_front(vm, d, &entry))
            return false;
        first = first_live(vm, d);
    }
    dict_unlink_entry(vm, d, entry);
    dict_put_entry(vm, d, first - 1, moved.key, moved.value, moved.hash);
    return true;
}

bool ordered_move_entry(VM *vm, PyDict *d, u32 entry, bool last) { return last ? move_to_last(vm, d, entry) : move_to_first(vm, d, entry); }

// DICT_FOUND, DICT_MISSING, DICT_ERROR, DICT_NEEDS_PYTHON.
int ordered_move(VM *vm, Value dict, Value key, bool last)
{
    u32 hash, entry;
    PyDict *d = dict_at(vm, dict);
    int status = dict_hash(vm, key, &hash);
    if (status == DICT_FOUND)
        status = dict_find(vm, d, key, hash, &entry);
    return status != DICT_FOUND || ordered_move_entry(vm, d, entry, last) ? status : DICT_ERROR;
}

// The oldest pair, both owned. false: there is none.
bool ordered_pop_first(VM *vm, PyDict *d, Value *key, Value *value)
{
    u32 first = first_live(vm, d);
    if (first == d->entry_count)
        return false;
    dict_remove_entry(vm, d, first, key, value);
    if (d->index && is_worth_compacting(first + 1, d->used)) {
        dict_compact_entries(vm, d);
        dict_fill_index(vm, d, 0);
    }
    return true;
}
