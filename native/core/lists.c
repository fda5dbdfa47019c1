// Lists: storage, items and slices. The methods are in list_methods.c. Dropped items are always dropped last, when the list is consistent again.
#include "containers.h"
#include "heap_inline.h"
#include "plain_items.h"
#include "value_runs.h"

// --- storage ------------------------------------------------------------------------------------------------------------------
// Room for `length` items, with some to spare if the list grows: a quarter, as much as keeps copying cheap.
bool list_grow(VM *vm, PyList *list, u64 length)
{
    if (length <= list->capacity)
        return true;
    u64 wanted = list->length && length == (u64)list->length + 1 ? length + (length >> 2) + 3 : length;
    if (unlikely(wanted > MAX_ITEMS)) {
        wanted = length;
        if (length > MAX_ITEMS) {
            raise_memory_error(vm);
            return false;
        }
    }
    if (wanted < 4 && list->length == 0 && length == 1)
        wanted = 4;
    u32 block = heap_block_resize(vm, list->items, list->length * sizeof(Value), (u32)wanted * sizeof(Value));
    if (unlikely(!block)) {
        if (wanted == length || !(block = heap_block_resize(vm, list->items, list->length * sizeof(Value), (u32)length * sizeof(Value))))
            return false;
        exception_clear(vm);
    }
    list->items = block;
    list->capacity = heap_usable_bytes(vm, block) / sizeof(Value);
    if (list->capacity > wanted && wanted * sizeof(Value) > SMALL_LIMIT)
        list->capacity = (u32)wanted > length ? (u32)wanted : (u32)length; // leave the rest of a span's last page untouched
    return true;
}

static void list_shrink(VM *vm, PyList *list)
{
    if (list->length == 0) {
        heap_block_free(vm, list->items);
        list->items = list->capacity = 0;
    } else if (list->capacity > 64 && list->length < list->capacity / 2) {
        u32 wanted = list->length + (list->length >> 3) + 3;
        u32 block = heap_block_resize(vm, list->items, list->length * sizeof(Value), wanted * sizeof(Value));
        if (!block) {
            exception_clear(vm); // stays as large as it was
            return;
        }
        list->items = block;
        list->capacity = wanted;
    }
}

Value list_of_class(VM *vm, Ref cls)
{
    PyList *list = heap_new_inline(vm, cls, sizeof(PyList), HEAP_CONTAINERS);
    return likely(list) ? obj_value(vm, list) : EMPTY;
}

Value list_new(VM *vm, u32 capacity)
{
    Value v = list_of_class(vm, TYPE_LIST);
    if (likely(v != EMPTY) && capacity && unlikely(!list_grow(vm, list_at(vm, v), capacity))) {
        decref(vm, v);
        return EMPTY;
    }
    return v;
}

bool list_append_take(VM *vm, Value v, Value item)
{
    PyList *list = list_at(vm, v);
    if (unlikely(list->length == list->capacity) && unlikely(!list_grow(vm, list, (u64)list->length + 1))) {
        decref(vm, item);
        return false;
    }
    list_items(vm, list)[list->length++] = item;
    return true;
}

bool list_append(VM *vm, Value v, Value item) { return list_append_take(vm, v, retain(vm, item)); }

void list_clear(VM *vm, Value v)
{
    PyList *list = list_at(vm, v);
    u32 block = list->items, length = list->length;
    Value *items = AT(vm, Value, block);
    list->items = list->length = list->capacity = 0;
    for (u32 i = without_plain_tail(items, length); i-- > 0;)
        decref(vm, items[i]);
    heap_block_free(vm, block);
}

Value list_slice(VM *vm, Value *items, i64 start, i64 step, u32 count)
{
    u32 from = OFFSET_OF(vm, items);
    Value result = list_of_class(vm, TYPE_LIST);
    if (unlikely(result == EMPTY) || count == 0)
        return result;
    u32 block = heap_block(vm, count * sizeof(Value));
    if (unlikely(!block)) {
        decref(vm, result);
        return EMPTY;
    }
    list_at(vm, result)->items = block;
    list_at(vm, result)->capacity = count;
    items = AT(vm, Value, from);
    Value *to = list_items(vm, list_at(vm, result));
    if (step == 1)
        copy_values(vm, to, items + start, count);
    else
        for (u32 i = 0; i < count; i++, start += step)
            to[i] = retain(vm, items[start]);
    list_at(vm, result)->length = count;
    return result;
}

// --- changing parts ---------------------------------------------------------------------------------------------------------------
// Replaces list[low:high] by `count` borrowed items, which may be the list's own block.
static bool replace_slice(VM *vm, PyList *list, u32 low, u32 high, Value *values, u32 count)
{
    u32 removed = high - low;
    if (count == removed && count <= 16 && AT(vm, Value, list->items) != values) {
        // As many items as before, and not the list's own: they change places with those that were there.
        Value *items = list_items(vm, list) + low, old[16];
        for (u32 i = 0; i < count; i++) {
            old[i] = items[i];
            items[i] = retain(vm, values[i]);
        }
        for (u32 i = count; i-- > 0;)
            decref(vm, old[i]);
        return true;
    }
    u64 length = (u64)list->length - removed + count;
    Value small[16];
    u32 scratch = 0;
    Value *old = small;
    // The old items, and a copy of the new ones in case they are the list's own.
    u32 scratch_items = removed + count;
    if (scratch_items > 16) {
        if (scratch_items > MAX_ITEMS || !(scratch = heap_block(vm, scratch_items * sizeof(Value)))) {
            raise_memory_error(vm);
            return false;
        }
        old = AT(vm, Value, scratch);
    }
    for (u32 i = 0; i < count; i++)
        old[removed + i] = values[i];
    if (count > removed && !list_grow(vm, list, length)) {
        heap_block_free(vm, scratch);
        return false;
    }
    for (u32 i = 0; i < count; i++)
        incref(vm, old[removed + i]);
    Value *items = list_items(vm, list);
    memcpy(old, items + low, removed * sizeof(Value));
    memmove(items + low + count, items + high, (list->length - high) * sizeof(Value));
    memcpy(items + low, old + removed, count * sizeof(Value));
    list->length = (u32)length;
    if (count < removed)
        list_shrink(vm, list);
    for (u32 i = removed; i-- > 0;)
        decref(vm, old[i]);
    heap_block_free(vm, scratch);
    return true;
}

static bool delete_extended(VM *vm, PyList *list, i64 start, i64 step, u32 count)
{
    if (count == 0)
        return true;
    if (step < 0) {
        start += step * (count - 1);
        step = -step;
    }
    u32 scratch = heap_block(vm, count * sizeof(Value));
    if (!scratch)
        return false;
    Value *removed = AT(vm, Value, scratch), *items = list_items(vm, list);
    u32 to = (u32)start;
    for (u32 i = 0; i < count; i++) {
        u32 at = (u32)(start + step * i), next = i + 1 < count ? (u32)(at + step) : list->length;
        removed[i] = items[at];
        memmove(items + to, items + at + 1, (next - at - 1) * sizeof(Value));
        to += next - at - 1;
    }
    list->length = to;
    list_shrink(vm, list);
    for (u32 i = 0; i < count; i++)
        decref(vm, removed[i]);
    heap_block_free(vm, scratch);
    return true;
}

// list[slice] = the items of a list or tuple; values EMPTY deletes. Indices are resolved already.
bool list_assign_slice(VM *vm, Value v, Value values, i64 start, i64 stop, i64 step, i64 count)
{
    PyList *list = list_at(vm, v);
    if (values == EMPTY && step != 1)
        return delete_extended(vm, list, start, step, (u32)count);
    if (step == 1) {
        u32 given = 0;
        Value *items = values == EMPTY ? NULL : sequence_items(vm, values, &given);
        if (stop < start)
            stop = start;
        return replace_slice(vm, list, (u32)start, (u32)stop, items, given);
    }
    u32 given;
    Value *items = sequence_items(vm, values, &given);
    if (given != count) {
        raise_error(vm, EXC_ValueError, "attempt to assign sequence of size %u to extended slice of size %D", given, count);
        return false;
    }
    if (count == 0)
        return true;
    u32 scratch = heap_block(vm, given * 2 * sizeof(Value)); // new items (maybe the list's own), then the old ones
    if (!scratch)
        return false;
    Value *copy = AT(vm, Value, scratch);
    items = sequence_items(vm, values, &given);
    for (u32 i = 0; i < given; i++)
        copy[i] = retain(vm, items[i]);
    Value *to = list_items(vm, list);
    for (u32 i = 0; i < given; i++, start += step) {
        copy[given + i] = to[start];
        to[start] = copy[i];
    }
    for (u32 i = 0; i < given; i++)
        decref(vm, copy[given + i]);
    heap_block_free(vm, scratch);
    return true;
}

static void list_truncate(VM *vm, PyList *list, u32 length)
{
    while (list->length > length)
        decref(vm, list_items(vm, list)[--list->length]);
}

// --- extend -------------------------------------------------------------------------------------------------------------------------
bool list_extend_pure(VM *vm, Value v, Value iterable, bool *served)
{
    *served = true;
    PyList *list = list_at(vm, v);
    if (is_object(iterable) && has_builtin_iter(vm, iterable)) {
        u32 kind = kind_of(vm, iterable);
        if (kind == LAYOUT_LIST || kind == LAYOUT_TUPLE) {
            u32 count;
            sequence_items(vm, iterable, &count);
            if (count == 0)
                return true;
            if (!list_grow(vm, list, (u64)list->length + count))
                return false;
            Value *from = sequence_items(vm, iterable, &count), *to = list_items(vm, list) + list->length;
            copy_values(vm, to, from, count);
            list->length += count;
            return true;
        }
        if (kind == LAYOUT_STR) {
            PyStr *s = OBJ(vm, PyStr, iterable);
            if (!list_grow(vm, list, (u64)list->length + s->length))
                return false;
            if (s->kind == 1) {
                Value *to = list_items(vm, list) + list->length;
                for (u32 i = 0; i < s->length; i++)
                    to[i] = retain(vm, CHAR_STR(s->data[i]));
                list->length += s->length;
                return true;
            }
        }
    }
    PlainItems items;
    if (!plain_items(vm, iterable, &items)) {
        *served = vm->exception != EMPTY;
        return false;
    }
    Value iterator = items.iterator;
    u32 before = list->length;
    i64 hint = iterator_length_hint(vm, iterator);
    bool ok = hint <= 0 || list_grow(vm, list, (u64)list->length + (u64)hint);
    PyIterator *it = OBJ(vm, PyIterator, iterator);
    if (ok && it->code == ITER_RANGE && hint > 0 && !has_call(&items)) {
        Value *to = list_items(vm, list) + list->length;
        for (i64 i = 0; i < hint; i++, it->n += it->step)
            to[i] = int48(it->n);
        list->length += (u32)hint;
        it->extra = int48(0);
    }
    while (ok) {
        bool done = false;
        if (interrupted(vm)) {
            ok = *served = false;
            break;
        }
        Value item = plain_next(vm, &items, &done);
        if (item == EMPTY) {
            ok = done;
            break;
        }
        if (item == VALUE_TAIL) {
            ok = *served = false;
            list_truncate(vm, list, before);
            break;
        }
        ok = list_append_take(vm, v, item);
    }
    decref(vm, iterator);
    return ok;
}

// `result` is what the operation answers: None for extend(), the list for +=.
Value list_extend_result(VM *vm, Value list, Value iterable, Value result)
{
    bool served;
    if (list_extend_pure(vm, list, iterable, &served))
        return retain(vm, result);
    return served ? EMPTY : tail_prelude(vm, PRELUDE_LIST_EXTEND, 3, list, iterable, result);
}

Value list_extend(VM *vm, Value list, Value iterable) { return list_extend_result(vm, list, iterable, NONE); }

// --- items -----------------------------------------------------------------------------------------------------------------------------
Value list_getitem(VM *vm, Value v, Value key)
{
    PyList *list = list_at(vm, v);
    i64 i, stop, step, count;
    switch (index_of(vm, key, &i)) {
    case INDEX_OK:
        if (i < 0)
            i += list->length;
        if (unlikely((u64)i >= list->length))
            return raise_error(vm, EXC_IndexError, "list index out of range");
        return retain(vm, list_items(vm, list)[i]);
    case INDEX_BIG:
        return raise_error(vm, EXC_IndexError, "cannot fit '%T' into an index-sized integer", key);
    case INDEX_PYTHON:
        return tail_with_index(vm, TYPE_LIST, "__getitem__", 2, 2, (Value[]){v, key});
    default:
        break;
    }
    if (!is_kind(vm, key, LAYOUT_SLICE))
        return raise_error(vm, EXC_TypeError, "list indices must be integers or slices, not %T", key);
    int status = slice_unpack(vm, key, list->length, &i, &stop, &step, &count);
    if (status == 2)
        return tail_with_index(vm, TYPE_LIST, "__getitem__", 2, 2, (Value[]){v, key});
    return status ? list_slice(vm, list_items(vm, list), i, step, (u32)count) : EMPTY;
}

static bool set_list_slice(VM *vm, Value v, Value key, Value value, Value *tail)
{
    i64 start, stop, step, count;
    int status = slice_unpack(vm, key, list_at(vm, v)->length, &start, &stop, &step, &count);
    if (status == 0)
        return false;
    if (status == 2) {
        *tail = value == EMPTY ? tail_with_index(vm, TYPE_LIST, "__delitem__", 2, 2, (Value[]){v, key})
                               : tail_with_index(vm, TYPE_LIST, "__setitem__", 2, 3, (Value[]){v, key, value});
        return false;
    }
    if (value == EMPTY)
        return list_assign_slice(vm, v, EMPTY, start, stop, step, count);
    bool is_sequence = is_kind(vm, value, LAYOUT_LIST) || is_kind(vm, value, LAYOUT_TUPLE);
    if (is_sequence && has_builtin_iter(vm, value))
        return list_assign_slice(vm, v, value, start, stop, step, count);
    Value values = list_new(vm, 0);
    if (values == EMPTY)
        return false;
    bool served, ok = list_extend_pure(vm, values, value, &served);
    if (served) {
        ok = ok && list_assign_slice(vm, v, values, start, stop, step, count);
    } else {
        *tail = tail_prelude(vm, PRELUDE_LIST_SET_SLICE, 3, v, key, value);
    }
    decref(vm, values);
    return ok;
}

bool list_setitem(VM *vm, Value v, Value key, Value value, Value *tail)
{
    PyList *list = list_at(vm, v);
    i64 i;
    switch (index_of(vm, key, &i)) {
    case INDEX_OK:
        if (i < 0)
            i += list->length;
        if (unlikely((u64)i >= list->length)) {
            raise_error(vm, EXC_IndexError, "list assignment index out of range");
            return false;
        }
        if (value == EMPTY) {
            Value *items = list_items(vm, list), old = items[i];
            memmove(items + i, items + i + 1, (list->length - i - 1) * sizeof(Value));
            list->length--;
            list_shrink(vm, list);
            decref(vm, old);
            return true;
        }
        set_value(vm, &list_items(vm, list)[i], retain(vm, value));
        return true;
    case INDEX_BIG:
        raise_error(vm, EXC_IndexError, "cannot fit '%T' into an index-sized integer", key);
        return false;
    case INDEX_PYTHON:
        *tail = value == EMPTY ? tail_with_index(vm, TYPE_LIST, "__delitem__", 2, 2, (Value[]){v, key})
                               : tail_with_index(vm, TYPE_LIST, "__setitem__", 2, 3, (Value[]){v, key, value});
        return false;
    default:
        break;
    }
    if (is_kind(vm, key, LAYOUT_SLICE))
        return set_list_slice(vm, v, key, value, tail);
    raise_error(vm, EXC_TypeError, "list indices must be integers or slices, not %T", key);
    return false;
}

// Takes item `i` (in bounds) out.
Value list_pop_at(VM *vm, PyList *list, u32 i)
{
    Value *items = list_items(vm, list), item = items[i];
    list->length--;
    if (i != list->length)
        memmove(items + i, items + i + 1, (list->length - i) * sizeof(Value));
    if (unlikely(list->capacity > 64 && list->length < list->capacity / 2))
        list_shrink(vm, list);
    return item;
}

bool list_insert_at(VM *vm, PyList *list, u32 i, Value item)
{
    if (!list_grow(vm, list, (u64)list->length + 1))
        return false;
    Value *items = list_items(vm, list);
    memmove(items + i + 1, items + i, (list->length - i) * sizeof(Value));
    items[i] = retain(vm, item);
    list->length++;
    return true;
}
