// What changes a bytearray; what it has in common with bytes is in bytes_methods.c and bytes_search.c.
#include "byte_views.h"

// Makes the array `length` long (new bytes are not set); false: MemoryError, or BufferError while a memoryview looks at it.
bool bytearray_resize(VM *vm, Value self, u64 length)
{
    PyByteArray *b = OBJ(vm, PyByteArray, self);
    if (b->exports && length != b->length) {
        raise_error(vm, EXC_BufferError, "Existing exports of data: object cannot be re-sized");
        return false;
    }
    if (length > b->capacity) {
        u64 capacity = length + (length >> 3) + 16;
        if (capacity > 0xE0000000u) {
            raise_memory_error(vm);
            return false;
        }
        u32 block = b->data ? heap_block_resize(vm, b->data, b->capacity, (u32)capacity) : heap_block(vm, (u32)capacity);
        if (unlikely(!block))
            return false;
        b->data = block;
        b->capacity = (u32)capacity;
    }
    b->length = (u32)length;
    return true;
}

// Replaces [start, end) by `count` bytes, which may come from the array itself.
static bool splice(VM *vm, Value self, i64 start, i64 end, const u8 *source, u32 count, u32 temporary)
{
    PyByteArray *b = OBJ(vm, PyByteArray, self);
    u32 old = b->length, tail = old - (u32)end;
    if (!temporary && count && source >= AT(vm, u8, b->data) && source < AT(vm, u8, b->data) + b->capacity) {
        u32 block = heap_block(vm, count);
        if (unlikely(!block))
            return false;
        memcpy(AT(vm, u8, block), source, count);
        bool ok = splice(vm, self, start, end, AT(vm, u8, block), count, block);
        heap_block_free(vm, block);
        return ok;
    }
    u64 length = (u64)start + count + tail;
    if (length < old) {
        if (b->exports)
            return bytearray_resize(vm, self, length);
        memmove(AT(vm, u8, b->data) + start + count, AT(vm, u8, b->data) + end, tail);
    }
    if (!bytearray_resize(vm, self, length))
        return false;
    if (length > old)
        memmove(AT(vm, u8, b->data) + start + count, AT(vm, u8, b->data) + end, tail);
    if (count)
        memcpy(AT(vm, u8, b->data) + start, source, count);
    return true;
}

STATIC_METHOD(ba_append)
{
    u8 byte;
    u32 length = OBJ(vm, PyByteArray, args[0])->length;
    if (!byte_from_value(vm, args[1], &byte) || !bytearray_resize(vm, args[0], (u64)length + 1))
        return EMPTY;
    bytes_data(vm, args[0])[length] = byte;
    return retain(vm, NONE);
}

STATIC_METHOD(ba_insert)
{
    i64 index;
    u8 byte;
    i64 length = OBJ(vm, PyByteArray, args[0])->length;
    if (!int_fits_index(vm, args[1], &index, EXC_OverflowError) || !byte_from_value(vm, args[2], &byte))
        return EMPTY;
    if (index < 0)
        index = index + length < 0 ? 0 : index + length;
    if (index > length)
        index = length;
    return splice(vm, args[0], index, index, &byte, 1, 0) ? retain(vm, NONE) : EMPTY;
}

STATIC_METHOD(ba_pop)
{
    i64 index = -1, length = OBJ(vm, PyByteArray, args[0])->length;
    if (nargs > 1 && !int_fits_index(vm, args[1], &index, EXC_IndexError))
        return EMPTY;
    if (!length)
        return raise_error(vm, EXC_IndexError, "pop from empty bytearray");
    if (index < 0)
        index += length;
    if (index < 0 || index >= length)
        return raise_error(vm, EXC_IndexError, "pop index out of range");
    u8 byte = bytes_data(vm, args[0])[index];
    return splice(vm, args[0], index, index + 1, NULL, 0, 0) ? int48(byte) : EMPTY;
}

STATIC_METHOD(ba_remove)
{
    u8 byte;
    if (!byte_from_value(vm, args[1], &byte))
        return EMPTY;
    i64 at = find_byte(bytes_data(vm, args[0]), 0, OBJ(vm, PyByteArray, args[0])->length, byte);
    if (at < 0)
        return raise_error(vm, EXC_ValueError, "value not found in bytearray");
    return splice(vm, args[0], at, at + 1, NULL, 0, 0) ? retain(vm, NONE) : EMPTY;
}

STATIC_METHOD(ba_clear) { return splice(vm, args[0], 0, OBJ(vm, PyByteArray, args[0])->length, NULL, 0, 0) ? retain(vm, NONE) : EMPTY; }
STATIC_METHOD(ba_copy) { return bytes_itself(vm, args[0]); }
STATIC_METHOD(ba_reverse)
{
    u8 *data = bytes_data(vm, args[0]);
    for (u32 i = 0, j = OBJ(vm, PyByteArray, args[0])->length; i + 1 < j; i++) {
        u8 t = data[i];
        data[i] = data[--j];
        data[j] = t;
    }
    return retain(vm, NONE);
}

// The bytes of a list, tuple or range of ints, collected in a new bytes object. EMPTY without exception: another kind of iterable.
Value bytes_from_sequence(VM *vm, Value source, bool for_array)
{
    u32 kind = bytes_kind(vm, source);
    if (kind != LAYOUT_LIST && kind != LAYOUT_TUPLE)
        return EMPTY;
    u32 count = kind == LAYOUT_LIST ? OBJ(vm, PyList, source)->length : OBJ(vm, PyTuple, source)->length;
    Value *items = kind == LAYOUT_LIST ? AT(vm, Value, OBJ(vm, PyList, source)->items) : OBJ(vm, PyTuple, source)->items;
    for (u32 i = 0; i < count; i++) {
        i64 n;
        if (!is_byte_index(vm, items[i]))
            return special_of(vm, items[i], SPECIAL_index) ? EMPTY : raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", items[i]);
        if (!int_to_i64(vm, items[i], &n) || n < 0 || n > 255)
            return raise_error(vm, EXC_ValueError, for_array ? "byte must be in range(0, 256)" : "bytes must be in range(0, 256)");
    }
    if (count == 1)
        return retain(vm, BYTE_BYTES(items[0] == TRUE ? 1 : items[0] == FALSE ? 0 : int48_value(items[0])));
    Value v = bytes_new(vm, NULL, count);
    if (unlikely(!v))
        return EMPTY;
    for (u32 i = 0; i < count; i++) {
        i64 n = 0;
        int_to_i64(vm, items[i], &n);
        OBJ(vm, PyBytes, v)->data[i] = (u8)n;
    }
    return v;
}

// bytearray.extend / += / slice assignment take any iterable of ints: what is not bytes-like, a list or a tuple is made bytes by the host
// (HOOK_BYTES_NEW) and the operation is done again by the prelude's bytes_extend(array, iterable).
static bool source_bytes(VM *vm, Value source, ByteView *view, Value *owned, Value *tail, Value self)
{
    *owned = *tail = EMPTY;
    if (byte_view(vm, source, view))
        return true;
    *owned = bytes_from_sequence(vm, source, true);
    if (*owned)
        return byte_view(vm, *owned, view);
    if (!vm->exception)
        *tail = tail_prelude(vm, PRELUDE_BYTES_EXTEND, 2, self, source);
    return false;
}

STATIC_METHOD(ba_extend)
{
    ByteView source;
    Value owned, tail;
    if (!source_bytes(vm, args[1], &source, &owned, &tail, args[0]))
        return tail;
    i64 length = OBJ(vm, PyByteArray, args[0])->length;
    bool ok = splice(vm, args[0], length, length, source.data, source.length, 0);
    decref(vm, owned);
    return ok ? retain(vm, NONE) : EMPTY;
}

STATIC_METHOD(ba_iadd)
{
    ByteView source;
    if (!byte_view(vm, args[1], &source))
        return raise_error(vm, EXC_TypeError, "can't concat %T to %T", args[1], args[0]);
    i64 length = OBJ(vm, PyByteArray, args[0])->length;
    return splice(vm, args[0], length, length, source.data, source.length, 0) ? retain(vm, args[0]) : EMPTY;
}

STATIC_METHOD(ba_imul)
{
    i64 count;
    Value result;
    if (!repeat_count(vm, TYPE_BYTEARRAY, "__imul__", args, &count, &result))
        return result;
    u32 unit = OBJ(vm, PyByteArray, args[0])->length;
    if (count > 0 && unit && count > 0xE0000000ll / unit)
        return raise_memory_error(vm);
    if (!bytearray_resize(vm, args[0], count > 0 ? unit * (u64)count : 0))
        return EMPTY;
    u8 *data = bytes_data(vm, args[0]);
    for (i64 i = 1; i < count; i++)
        memcpy(data + i * unit, data, unit);
    return retain(vm, args[0]);
}

static Value set_slice(VM *vm, Value self, Value slice, Value source)
{
    ByteView bytes = {0};
    Value owned = EMPTY, tail;
    i64 start, stop, step, count;
    if (source && !source_bytes(vm, source, &bytes, &owned, &tail, self)) {
        if (!tail)
            return EMPTY;
        tail_cancel(vm);
        return tail_prelude(vm, PRELUDE_BYTEARRAY_STORE, 3, self, slice, source);
    }
    Value result = EMPTY;
    if (!slice_indices(vm, slice, OBJ(vm, PyByteArray, self)->length, &start, &stop, &step, &count))
        goto done;
    if (step == 1) {
        if (splice(vm, self, start, start + count, bytes.data, bytes.length, 0))
            result = retain(vm, NONE);
    } else if (!bytes.length) { // delete every step-th byte (in CPython so does assigning nothing)
        u8 *data = bytes_data(vm, self);
        u32 length = OBJ(vm, PyByteArray, self)->length, to = 0;
        for (u32 i = 0; i < length; i++) {
            i64 offset = step > 0 ? (i64)i - start : start - (i64)i, by = step > 0 ? step : -step;
            if (!(offset >= 0 && offset % by == 0 && offset / by < count))
                data[to++] = data[i];
        }
        if (bytearray_resize(vm, self, to))
            result = retain(vm, NONE);
    } else if (bytes.length != count) {
        raise_error(vm, EXC_ValueError, "attempt to assign bytes of size %u to extended slice of size %D", bytes.length, count);
    } else {
        u8 *data = bytes_data(vm, self);
        for (i64 i = 0; i < count; i++)
            data[start + i * step] = bytes.data[i];
        result = retain(vm, NONE);
    }
done:
    decref(vm, owned);
    return result;
}

STATIC_METHOD(ba_setitem)
{
    i64 index;
    u8 byte = 0;
    if (is_object(args[1]) && kind_of(vm, args[1]) == LAYOUT_SLICE)
        return set_slice(vm, args[0], args[1], args[2]);
    // What is wrong with the value is said before the index is looked for.
    if (is_byte_index(vm, args[1]) && (!int_fits_index(vm, args[1], &index, EXC_IndexError) || !byte_from_value(vm, args[2], &byte)))
        return EMPTY;
    if (!byte_item_index(vm, args[0], args[1], &index))
        return EMPTY;
    bytes_data(vm, args[0])[index] = byte;
    return retain(vm, NONE);
}
STATIC_METHOD(ba_delitem)
{
    i64 index;
    if (is_object(args[1]) && kind_of(vm, args[1]) == LAYOUT_SLICE)
        return set_slice(vm, args[0], args[1], EMPTY);
    if (!byte_item_index(vm, args[0], args[1], &index))
        return EMPTY;
    return splice(vm, args[0], index, index + 1, NULL, 0, 0) ? retain(vm, NONE) : EMPTY;
}

STATIC_METHOD(ba_resize)
{
    i64 size, length = OBJ(vm, PyByteArray, args[0])->length;
    if (!is_byte_index(vm, args[1]))
        return raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", args[1]);
    if (!int_fits_index(vm, args[1], &size, EXC_OverflowError))
        return EMPTY;
    if (size < 0)
        return raise_error(vm, EXC_ValueError, "Can only resize to positive sizes, got %D", size);
    if (!bytearray_resize(vm, args[0], (u64)size))
        return EMPTY;
    if (size > length)
        memset(bytes_data(vm, args[0]) + length, 0, (size_t)(size - length));
    return retain(vm, NONE);
}

// Which arguments are indices: bit 1 the first one.
WITH_INDEX(ba_append, "append", 2)
WITH_INDEX(ba_insert, "insert", 6)
WITH_INDEX(ba_pop, "pop", 2)
WITH_INDEX(ba_remove, "remove", 2)
WITH_INDEX(ba_setitem, "__setitem__", 6)
WITH_INDEX(ba_delitem, "__delitem__", 2)
WITH_INDEX(ba_resize, "resize", 2)

const BuiltinDef bytearray_defs[] = {
    {"__hash__", NULL, 1, 1, 0, TYPE_BYTEARRAY, NULL},
    DEF(TYPE_BYTEARRAY, "append", ba_append_with_index, 2, 2, "($self, item, /)"), DEF(TYPE_BYTEARRAY, "insert", ba_insert_with_index, 3, 3, "($self, index, item, /)"),
    DEF(TYPE_BYTEARRAY, "pop", ba_pop_with_index, 1, 2, "($self, index=-1, /)"), DEF(TYPE_BYTEARRAY, "resize", ba_resize_with_index, 2, 2, "($self, size, /)"), DEF(TYPE_BYTEARRAY, "remove", ba_remove_with_index, 2, 2, "($self, value, /)"),
    DEF(TYPE_BYTEARRAY, "clear", ba_clear, 1, 1, PLAIN), DEF(TYPE_BYTEARRAY, "copy", ba_copy, 1, 1, PLAIN),
    DEF(TYPE_BYTEARRAY, "reverse", ba_reverse, 1, 1, PLAIN), DEF(TYPE_BYTEARRAY, "extend", ba_extend, 2, 2, "($self, iterable_of_ints, /)"),
    WRAP(TYPE_BYTEARRAY, "__iadd__", ba_iadd, 2, VALUE_SIGNATURE), WRAP(TYPE_BYTEARRAY, "__imul__", ba_imul, 2, VALUE_SIGNATURE),
    WRAP(TYPE_BYTEARRAY, "__setitem__", ba_setitem_with_index, 3, "($self, key, value, /)"), WRAP(TYPE_BYTEARRAY, "__delitem__", ba_delitem_with_index, 2, "($self, key, /)"),
    {"", 0, 0, 0, 0, 0, 0}};
