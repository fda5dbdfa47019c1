// bytes and bytearray: both are a run of bytes (ByteView), so each method is written once; the result has the type of its first argument.
#include "float_text.h"
#include "str_methods.h"

typedef struct ByteView { const u8 *data; u32 length; } ByteView;

static u32 bytes_kind(VM *vm, Value v) { return is_object(v) ? kind_of(vm, v) : LAYOUT_INT; }

static bool view_of(VM *vm, Value v, ByteView *view);

static Value member_of(VM *vm, Value object, const char *name)
{
    Ref interned = (Ref)str_intern_c(vm, name), cell = interned ? type_lookup_cell(vm, ref_type(vm, object), interned) : 0;
    Value member = cell ? AT(vm, PyCell, cell)->value : EMPTY;
    return is_exact(vm, member, TYPE_MEMBER_DESCRIPTOR) ? OBJ(vm, PyInstance, object)->slots[OBJ(vm, PyMember, member)->index] : EMPTY;
}

// A memoryview (src/modules/_memoryview.py) whose bytes lie in one piece.
static NOINLINE bool view_of_memoryview(VM *vm, Value v, ByteView *view)
{
    Ref cls = ref_type(vm, v);
    if (cls < STATIC_END || dict_get_str_peek(vm, vm->builtins_dict, (Ref)str_intern_c(vm, "memoryview")) != cls)
        return false;
    Value base = member_of(vm, v, "_base"), offset = member_of(vm, v, "_offset"), size = member_of(vm, v, "_itemsize");
    Value shape = member_of(vm, v, "_shape"), strides = member_of(vm, v, "_strides");
    if (!view_of(vm, base, view) || !is_int48(offset) || !is_int48(size) || !is_exact(vm, shape, TYPE_TUPLE) || !is_exact(vm, strides, TYPE_TUPLE))
        return false; // (released: no base)
    i64 bytes = int48_value(size), start = int48_value(offset);
    for (u32 i = OBJ(vm, PyTuple, shape)->length; i-- > 0;) {
        i64 count = int48_value(OBJ(vm, PyTuple, shape)->items[i]);
        if (count > 1 && OBJ(vm, PyTuple, strides)->items[i] != int48(bytes))
            return false;
        bytes *= count;
    }
    if (start < 0 || bytes < 0 || start + bytes > view->length)
        return false;
    *view = (ByteView){view->data + start, (u32)bytes};
    return true;
}

// A memoryview of bytes that do not lie in one piece, or a released one.
static bool raise_if_scattered(VM *vm, Value v)
{
    if (bytes_kind(vm, v) != LAYOUT_OBJECT || dict_get_str_peek(vm, vm->builtins_dict, (Ref)str_intern_c(vm, "memoryview")) != ref_type(vm, v))
        return false;
    if (is_object(member_of(vm, v, "_base")) && member_of(vm, v, "_base") != NONE)
        raise_error(vm, EXC_BufferError, "memoryview: underlying buffer is not C-contiguous");
    else
        raise_error(vm, EXC_ValueError, "operation forbidden on released memoryview object");
    return true;
}

// bytes, bytearray, their subclasses and memoryviews.
static bool view_of(VM *vm, Value v, ByteView *view)
{
    u32 kind = bytes_kind(vm, v);
    if (unlikely(kind == LAYOUT_OBJECT))
        return view_of_memoryview(vm, v, view);
    if (kind == LAYOUT_BYTES) {
        PyBytes *b = OBJ(vm, PyBytes, v);
        *view = (ByteView){b->data, b->length};
        return true;
    }
    if (kind == LAYOUT_BYTEARRAY) {
        PyByteArray *b = OBJ(vm, PyByteArray, v);
        *view = (ByteView){AT(vm, u8, b->data), b->length};
        return true;
    }
    return false;
}

static bool want_bytes(VM *vm, Value v, ByteView *view)
{
    if (view_of(vm, v, view))
        return true;
    if (raise_if_scattered(vm, v))
        return false;
    raise_error(vm, EXC_TypeError, "a bytes-like object is required, not '%T'", v);
    return false;
}

Value bytearray_new(VM *vm, const u8 *data, u32 length)
{
    PyByteArray *b = heap_new(vm, TYPE_BYTEARRAY, sizeof(PyByteArray));
    if (unlikely(!b))
        return EMPTY;
    if (length) {
        u32 block = heap_block(vm, length);
        if (unlikely(!block)) {
            heap_free(vm, b);
            return EMPTY;
        }
        b->data = block;
        b->capacity = length;
        b->length = length;
        if (data)
            memcpy(AT(vm, u8, block), data, length);
    }
    return OFFSET_OF(vm, b);
}

static Value like(VM *vm, Value model, const u8 *data, u32 length) // new object of the model's kind
{
    return bytes_kind(vm, model) == LAYOUT_BYTEARRAY ? bytearray_new(vm, data, length) : bytes_new(vm, data, length);
}
static u8 *data_of(VM *vm, Value v)
{
    return bytes_kind(vm, v) == LAYOUT_BYTEARRAY ? AT(vm, u8, OBJ(vm, PyByteArray, v)->data) : OBJ(vm, PyBytes, v)->data;
}
// Room for `length` bytes that the caller fills: never one of the shared one-byte objects.
static Value room(VM *vm, Value model, u64 length)
{
    if (length > 0xE0000000u)
        return raise_memory_error(vm);
    return like(vm, model, NULL, (u32)length);
}
static Value itself(VM *vm, Value v) // bytes are immutable; everything else is copied
{
    if (ref_type(vm, v) == TYPE_BYTES)
        return retain(vm, v);
    ByteView b;
    view_of(vm, v, &b);
    return like(vm, v, b.data, b.length);
}
static Value slice_of(VM *vm, Value v, i64 start, i64 end)
{
    ByteView b;
    view_of(vm, v, &b);
    if (start == 0 && end == b.length)
        return itself(vm, v);
    return like(vm, v, b.data + start, end > start ? (u32)(end - start) : 0);
}

static bool is_index(VM *vm, Value v)
{
    return is_int48(v) || v == TRUE || v == FALSE || (is_object(v) && kind_of(vm, v) == LAYOUT_INT);
}
static bool byte_value(VM *vm, Value v, u8 *byte)
{
    i64 n;
    if (!is_index(vm, v)) {
        raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", v);
        return false;
    }
    if (!int_to_i64(vm, v, &n) || n < 0 || n > 255) {
        raise_error(vm, EXC_ValueError, "byte must be in range(0, 256)");
        return false;
    }
    *byte = (u8)n;
    return true;
}

// --- search -------------------------------------------------------------------------------------------------------------------------

typedef enum { FIND, RFIND, INDEX, RINDEX, COUNT } Search;

static bool pattern_of(VM *vm, Value v, ByteView *pattern, u8 *storage)
{
    if (is_index(vm, v)) {
        *pattern = (ByteView){storage, 1};
        return byte_value(vm, v, storage);
    }
    if (view_of(vm, v, pattern))
        return true;
    if (raise_if_scattered(vm, v))
        return false;
    raise_error(vm, EXC_TypeError, "argument should be integer or bytes-like object, not '%T'", v);
    return false;
}

static i64 count_in(ByteView text, ByteView part, i64 start, i64 end, i64 most)
{
    if (start > end)
        return 0;
    if (!part.length)
        return end - start + 1 < most ? end - start + 1 : most;
    if (part.length == 1 && most >= end - start)
        return count_byte(text.data, start, end, part.data[0]);
    i64 found = 0;
    while (found < most && (start = find_bytes(text.data, start, end, part.data, part.length)) >= 0) {
        found++;
        start += part.length;
    }
    return found;
}

static Value search(VM *vm, Value *args, u32 nargs, Search kind)
{
    ByteView text, part;
    u8 storage;
    i64 start, end;
    view_of(vm, args[0], &text);
    if (!pattern_of(vm, args[1], &part, &storage) || !slice_bound(vm, args, nargs, 2, text.length, false, &start) ||
        !slice_bound(vm, args, nargs, 3, text.length, true, &end))
        return EMPTY;
    if (kind == COUNT)
        return int48(count_in(text, part, start, end, INT64_MAX));
    i64 at = start > end                             ? -1
             : kind == RFIND || kind == RINDEX ? find_bytes_reverse(text.data, start, end, part.data, part.length)
                                               : find_bytes(text.data, start, end, part.data, part.length);
    if (at < 0 && (kind == INDEX || kind == RINDEX))
        return raise_error(vm, EXC_ValueError, "subsection not found");
    return int48(at);
}

#define STATIC_METHOD(name) static TEXT_METHOD(name)
STATIC_METHOD(b_find) { return search(vm, args, nargs, FIND); }
STATIC_METHOD(b_rfind) { return search(vm, args, nargs, RFIND); }
STATIC_METHOD(b_index) { return search(vm, args, nargs, INDEX); }
STATIC_METHOD(b_rindex) { return search(vm, args, nargs, RINDEX); }
STATIC_METHOD(b_count) { return search(vm, args, nargs, COUNT); }

STATIC_METHOD(b_contains)
{
    ByteView text, part;
    u8 byte;
    view_of(vm, args[0], &text);
    if (is_index(vm, args[1])) {
        if (!byte_value(vm, args[1], &byte))
            return EMPTY;
        return retain(vm, make_bool(find_byte(text.data, 0, text.length, byte) >= 0));
    }
    if (!want_bytes(vm, args[1], &part))
        return EMPTY;
    return retain(vm, make_bool(find_bytes(text.data, 0, text.length, part.data, part.length) >= 0));
}

static Value affix(VM *vm, Value *args, u32 nargs, const char *name, bool at_end)
{
    ByteView text, part;
    i64 start, end;
    view_of(vm, args[0], &text);
    if (!slice_bound(vm, args, nargs, 2, text.length, false, &start) || !slice_bound(vm, args, nargs, 3, text.length, true, &end))
        return EMPTY;
    bool is_tuple = bytes_kind(vm, args[1]) == LAYOUT_TUPLE;
    u32 count = is_tuple ? OBJ(vm, PyTuple, args[1])->length : 1;
    for (u32 i = 0; i < count; i++) {
        Value item = is_tuple ? OBJ(vm, PyTuple, args[1])->items[i] : args[1];
        if (!view_of(vm, item, &part)) {
            if (is_tuple)
                return raise_error(vm, EXC_TypeError, "a bytes-like object is required, not '%T'", item);
            return raise_error(vm, EXC_TypeError, "%s first arg must be bytes or a tuple of bytes, not %T", name, item);
        }
        if (start <= end && end - start >= part.length &&
            memcmp(text.data + (at_end ? end - part.length : start), part.data, part.length) == 0)
            return retain(vm, TRUE);
    }
    return retain(vm, FALSE);
}
STATIC_METHOD(b_startswith) { return affix(vm, args, nargs, "startswith", false); }
STATIC_METHOD(b_endswith) { return affix(vm, args, nargs, "endswith", true); }

STATIC_METHOD(b_removeprefix)
{
    ByteView text, part;
    view_of(vm, args[0], &text);
    if (!want_bytes(vm, args[1], &part))
        return EMPTY;
    bool has = text.length >= part.length && memcmp(text.data, part.data, part.length) == 0;
    return slice_of(vm, args[0], has ? part.length : 0, text.length);
}
STATIC_METHOD(b_removesuffix)
{
    ByteView text, part;
    view_of(vm, args[0], &text);
    if (!want_bytes(vm, args[1], &part))
        return EMPTY;
    bool has = text.length >= part.length && memcmp(text.data + text.length - part.length, part.data, part.length) == 0;
    return slice_of(vm, args[0], 0, text.length - (has ? part.length : 0));
}

// --- strip, split, partition, replace, join --------------------------------------------------------------------------------------------

INLINE bool byte_is_space(u8 c) { return c == ' ' || (c >= 9 && c <= 13); }

static Value strip(VM *vm, Value *args, u32 nargs, bool left, bool right)
{
    ByteView text, set = {0};
    bool given = nargs > 1 && args[1] != NONE;
    view_of(vm, args[0], &text);
    if (given && !want_bytes(vm, args[1], &set))
        return EMPTY;
    i64 start = 0, end = text.length;
#define STRIPPED(c) (given ? find_byte(set.data, 0, set.length, c) >= 0 : byte_is_space(c))
    while (left && start < end && STRIPPED(text.data[start]))
        start++;
    while (right && start < end && STRIPPED(text.data[end - 1]))
        end--;
#undef STRIPPED
    return slice_of(vm, args[0], start, end);
}
STATIC_METHOD(b_strip) { return strip(vm, args, nargs, true, true); }
STATIC_METHOD(b_lstrip) { return strip(vm, args, nargs, true, false); }
STATIC_METHOD(b_rstrip) { return strip(vm, args, nargs, false, true); }

static bool append_part(VM *vm, Value list, Value text, i64 start, i64 end)
{
    Value part = slice_of(vm, text, start, end);
    return part && list_append_take(vm, list, part);
}

// Cuts from the left or the right; for white space (separator NULL) runs count as one; what is left after `most` cuts keeps its own at the far end.
static bool split_into(VM *vm, Value list, Value self, const ByteView *separator, i64 most, bool from_right)
{
    ByteView text;
    view_of(vm, self, &text);
    i64 start = 0, end = text.length;
    for (;;) {
        if (!separator) {
            while (start < end && byte_is_space(text.data[start]) && !from_right)
                start++;
            while (start < end && byte_is_space(text.data[end - 1]) && from_right)
                end--;
            i64 i = from_right ? end : start;
            if (start >= end)
                return true;
            if (most-- == 0)
                return append_part(vm, list, self, start, end);
            if (from_right) {
                while (i > start && !byte_is_space(text.data[i - 1]))
                    i--;
                if (!append_part(vm, list, self, i, end))
                    return false;
                end = i;
            } else {
                while (i < end && !byte_is_space(text.data[i]))
                    i++;
                if (!append_part(vm, list, self, start, i))
                    return false;
                start = i;
            }
            continue;
        }
        i64 at = most-- == 0 ? -1
                 : from_right ? find_bytes_reverse(text.data, start, end, separator->data, separator->length)
                              : find_bytes(text.data, start, end, separator->data, separator->length);
        if (at < 0)
            return append_part(vm, list, self, start, end);
        if (from_right) {
            if (!append_part(vm, list, self, at + separator->length, end))
                return false;
            end = at;
        } else {
            if (!append_part(vm, list, self, start, at))
                return false;
            start = at + separator->length;
        }
    }
}

static Value split_method(VM *vm, Value *args, u32 nargs, Ref kwnames, bool from_right)
{
    static const char first[] = "sep", second[] = "maxsplit";
    const char *const names[2] = {first, second};
    Value slots[2];
    ByteView separator = {0};
    i64 most = -1;
    if (!bind_keywords(vm, args, nargs, kwnames, from_right ? "rsplit" : "split", names, 2, slots))
        return EMPTY;
    if (slots[1] && !int_fits_index(vm, slots[1], &most, 0))
        return EMPTY;
    bool by_space = !slots[0] || slots[0] == NONE;
    if (!by_space && !want_bytes(vm, slots[0], &separator))
        return EMPTY;
    if (!by_space && !separator.length)
        return raise_error(vm, EXC_ValueError, "empty separator");
    Value list = list_new(vm, 0);
    if (list && !split_into(vm, list, args[0], by_space ? NULL : &separator, most, from_right)) {
        decref(vm, list);
        return EMPTY;
    }
    if (list && from_right) {
        Value *items = AT(vm, Value, OBJ(vm, PyList, list)->items);
        for (u32 i = 0, j = OBJ(vm, PyList, list)->length; i + 1 < j; i++) {
            Value t = items[i];
            items[i] = items[--j];
            items[j] = t;
        }
    }
    return list;
}
STATIC_METHOD(b_split) { return split_method(vm, args, nargs, kwnames, false); }
STATIC_METHOD(b_rsplit) { return split_method(vm, args, nargs, kwnames, true); }

STATIC_METHOD(b_splitlines)
{
    static const char name[] = "keepends";
    const char *const names[1] = {name};
    Value keep;
    if (!bind_keywords(vm, args, nargs, kwnames, "splitlines", names, 1, &keep))
        return EMPTY;
    int keep_ends = keep ? op_truth(vm, keep) : 0;
    if (keep_ends == 2) {
        tail_cancel(vm);
        return tail_with_truth(vm, kind_of(vm, args[0]) == LAYOUT_BYTES ? TYPE_BYTES : TYPE_BYTEARRAY, "splitlines", args, 1, name, keep);
    }
    if (keep_ends < 0)
        return EMPTY;
    ByteView text;
    view_of(vm, args[0], &text);
    Value list = list_new(vm, 0);
    bool ok = list != EMPTY;
    i64 start = 0;
    for (i64 i = 0; ok && i < text.length;) {
        u8 c = text.data[i++];
        if (c != '\n' && c != '\r')
            continue;
        i64 end = i - 1;
        if (c == '\r' && i < text.length && text.data[i] == '\n')
            i++;
        ok = append_part(vm, list, args[0], start, keep_ends ? i : end);
        start = i;
    }
    if (ok && start < text.length)
        ok = append_part(vm, list, args[0], start, text.length);
    if (ok)
        return list;
    decref(vm, list);
    return EMPTY;
}

static Value partition(VM *vm, Value *args, bool from_right)
{
    ByteView text, part;
    view_of(vm, args[0], &text);
    if (!want_bytes(vm, args[1], &part))
        return EMPTY;
    if (!part.length)
        return raise_error(vm, EXC_ValueError, "empty separator");
    i64 at = from_right ? find_bytes_reverse(text.data, 0, text.length, part.data, part.length)
                        : find_bytes(text.data, 0, text.length, part.data, part.length);
    Value parts[3];
    if (at < 0) {
        parts[from_right ? 2 : 0] = itself(vm, args[0]);
        parts[1] = like(vm, args[0], NULL, 0);
        parts[from_right ? 0 : 2] = like(vm, args[0], NULL, 0);
    } else {
        parts[0] = slice_of(vm, args[0], 0, at);
        parts[1] = like(vm, args[0], part.data, part.length);
        parts[2] = slice_of(vm, args[0], at + part.length, text.length);
    }
    if (parts[0] && parts[1] && parts[2])
        return tuple_take(vm, parts, 3);
    for (u32 i = 0; i < 3; i++)
        decref(vm, parts[i]);
    return EMPTY;
}
STATIC_METHOD(b_partition) { return partition(vm, args, false); }
STATIC_METHOD(b_rpartition) { return partition(vm, args, true); }

STATIC_METHOD(b_replace)
{
    ByteView text, old, by;
    i64 most = -1;
    view_of(vm, args[0], &text);
    if (!want_bytes(vm, args[1], &old) || !want_bytes(vm, args[2], &by) || (nargs > 3 && !int_fits_index(vm, args[3], &most, 0)))
        return EMPTY;
    i64 hits = count_in(text, old, 0, text.length, most < 0 ? INT64_MAX : most);
    if (!hits)
        return itself(vm, args[0]);
    i64 total = (i64)text.length + hits * ((i64)by.length - old.length);
    if (total == 0)
        return like(vm, args[0], NULL, 0);
    Value v = room(vm, args[0], (u64)total);
    if (unlikely(!v))
        return EMPTY;
    u8 *to = data_of(vm, v);
    i64 from = 0;
    for (i64 k = 0; k < hits; k++) {
        i64 at = old.length ? find_bytes(text.data, from, text.length, old.data, old.length) : from;
        memcpy(to, text.data + from, (size_t)(at - from));
        to += at - from;
        memcpy(to, by.data, by.length);
        to += by.length;
        from = at + old.length;
        if (!old.length && from < text.length)
            *to++ = text.data[from++];
    }
    memcpy(to, text.data + from, (size_t)(text.length - from));
    return v;
}

STATIC_METHOD(b_join)
{
    u32 kind = bytes_kind(vm, args[1]);
    if (kind != LAYOUT_LIST && kind != LAYOUT_TUPLE)
        return tail_prelude(vm, PRELUDE_STR_JOIN, 2, args[0], args[1]);
    bool is_list = kind == LAYOUT_LIST;
    u32 count = is_list ? OBJ(vm, PyList, args[1])->length : OBJ(vm, PyTuple, args[1])->length;
    Value *items = is_list ? AT(vm, Value, OBJ(vm, PyList, args[1])->items) : OBJ(vm, PyTuple, args[1])->items;
    ByteView separator, item;
    view_of(vm, args[0], &separator);
    u64 total = count ? (u64)separator.length * (count - 1) : 0;
    for (u32 i = 0; i < count; i++) {
        if (!view_of(vm, items[i], &item))
            return raise_error(vm, EXC_TypeError, "sequence item %u: expected a bytes-like object, %T found", i, items[i]);
        total += item.length;
    }
    if (count == 1 && ref_type(vm, items[0]) == TYPE_BYTES && bytes_kind(vm, args[0]) == LAYOUT_BYTES)
        return retain(vm, items[0]);
    if (!total)
        return like(vm, args[0], NULL, 0);
    Value v = room(vm, args[0], total);
    if (unlikely(!v))
        return EMPTY;
    u8 *to = data_of(vm, v);
    for (u32 i = 0; i < count; i++) {
        if (i) {
            memcpy(to, separator.data, separator.length);
            to += separator.length;
        }
        view_of(vm, items[i], &item);
        memcpy(to, item.data, item.length);
        to += item.length;
    }
    return v;
}

// --- case, padding, tests -------------------------------------------------------------------------------------------------------------------

enum { CASE_UPPER, CASE_LOWER, CASE_FOLD, CASE_TITLE, CASE_CAPITALIZE, CASE_SWAP }; // change_case of str_build.c

static Value with_case(VM *vm, Value self, u32 op)
{
    ByteView text;
    view_of(vm, self, &text);
    Value v = room(vm, self, text.length);
    if (likely(v))
        change_case(data_of(vm, v), text.data, text.length, op);
    return v;
}
STATIC_METHOD(b_upper) { return with_case(vm, args[0], CASE_UPPER); }
STATIC_METHOD(b_lower) { return with_case(vm, args[0], CASE_LOWER); }
STATIC_METHOD(b_title) { return with_case(vm, args[0], CASE_TITLE); }
STATIC_METHOD(b_capitalize) { return with_case(vm, args[0], CASE_CAPITALIZE); }
STATIC_METHOD(b_swapcase) { return with_case(vm, args[0], CASE_SWAP); }

static Value pad(VM *vm, Value *args, u32 nargs, const char *name, u32 where) // 0 ljust, 1 rjust, 2 center
{
    ByteView text, fill = {(const u8 *)" ", 1};
    i64 width;
    view_of(vm, args[0], &text);
    if (!int_fits_index(vm, args[1], &width, EXC_OverflowError))
        return EMPTY;
    if (nargs > 2 && (!view_of(vm, args[2], &fill) || fill.length != 1))
        return raise_error(vm, EXC_TypeError, "%s() argument 2 must be a byte string of length 1, not %T", name, args[2]);
    i64 missing = width - (i64)text.length;
    if (width <= (i64)text.length)
        return itself(vm, args[0]);
    i64 left = where == 0 ? 0 : where == 1 ? missing : missing / 2 + (missing & width & 1);
    Value v = room(vm, args[0], (u64)width);
    if (unlikely(!v))
        return EMPTY;
    u8 *to = data_of(vm, v);
    memset(to, fill.data[0], (size_t)width);
    memcpy(to + left, text.data, text.length);
    return v;
}
STATIC_METHOD(b_ljust) { return pad(vm, args, nargs, "ljust", 0); }
STATIC_METHOD(b_rjust) { return pad(vm, args, nargs, "rjust", 1); }
STATIC_METHOD(b_center) { return pad(vm, args, nargs, "center", 2); }

STATIC_METHOD(b_zfill)
{
    ByteView text;
    i64 width;
    view_of(vm, args[0], &text);
    if (!int_fits_index(vm, args[1], &width, EXC_OverflowError))
        return EMPTY;
    if (width <= text.length)
        return itself(vm, args[0]);
    Value v = room(vm, args[0], (u64)width);
    if (unlikely(!v))
        return EMPTY;
    u8 *to = data_of(vm, v);
    i64 left = width - text.length;
    memset(to, '0', (size_t)left);
    memcpy(to + left, text.data, text.length);
    if (text.length && (text.data[0] == '+' || text.data[0] == '-')) {
        to[0] = text.data[0];
        to[left] = '0';
    }
    return v;
}

typedef enum { IS_ALPHA, IS_DIGIT, IS_ALNUM, IS_SPACE, IS_LOWER, IS_UPPER, IS_TITLE } ByteTest;

static Value test(VM *vm, Value self, ByteTest op)
{
    ByteView text;
    view_of(vm, self, &text);
    bool cased = false, in_word = false, ok = text.length;
    for (u32 i = 0; ok && i < text.length; i++) {
        u8 c = text.data[i];
        bool upper = (u8)(c - 'A') < 26, lower = (u8)(c - 'a') < 26, digit = (u8)(c - '0') < 10;
        cased |= op == IS_LOWER ? lower : op == IS_UPPER ? upper : upper | lower;
        switch (op) {
        case IS_ALPHA: ok = upper | lower; break;
        case IS_DIGIT: ok = digit; break;
        case IS_ALNUM: ok = upper | lower | digit; break;
        case IS_SPACE: ok = byte_is_space(c); break;
        case IS_LOWER: ok = !upper; break;
        case IS_UPPER: ok = !lower; break;
        case IS_TITLE: ok = upper ? !in_word : !lower || in_word; break;
        }
        in_word = upper | lower;
    }
    return retain(vm, make_bool(ok && (op < IS_LOWER || cased)));
}
STATIC_METHOD(b_isalpha) { return test(vm, args[0], IS_ALPHA); }
STATIC_METHOD(b_isdigit) { return test(vm, args[0], IS_DIGIT); }
STATIC_METHOD(b_isalnum) { return test(vm, args[0], IS_ALNUM); }
STATIC_METHOD(b_isspace) { return test(vm, args[0], IS_SPACE); }
STATIC_METHOD(b_isascii)
{
    ByteView text;
    view_of(vm, args[0], &text);
    return retain(vm, make_bool(bytes_are_ascii(text.data, text.length)));
}
STATIC_METHOD(b_islower) { return test(vm, args[0], IS_LOWER); }
STATIC_METHOD(b_isupper) { return test(vm, args[0], IS_UPPER); }
STATIC_METHOD(b_istitle) { return test(vm, args[0], IS_TITLE); }

// --- decode: well-formed UTF-8, Latin-1 and ASCII here, everything else in TypeScript -----------------------------------------------------

static bool is_utf8(const u8 *p, u32 length) // strict: no overlong forms, no surrogates
{
    for (u32 i = 0; i < length;) {
        u8 c = p[i];
        u32 more = c < 0x80 ? 0 : c >= 0xC2 && c < 0xE0 ? 1 : c >= 0xE0 && c < 0xF0 ? 2 : c >= 0xF0 && c < 0xF5 ? 3 : 9;
        if (more == 9 || i + more >= length)
            return false;
        for (u32 k = 1; k <= more; k++)
            if ((p[i + k] & 0xC0) != 0x80)
                return false;
        if ((c == 0xE0 && p[i + 1] < 0xA0) || (c == 0xED && p[i + 1] > 0x9F) || (c == 0xF0 && p[i + 1] < 0x90) || (c == 0xF4 && p[i + 1] > 0x8F))
            return false;
        i += more + 1;
    }
    return true;
}

STATIC_METHOD(b_decode)
{
    static const char first[] = "encoding", second[] = "errors";
    const char *const names[2] = {first, second};
    Value slots[2];
    if (!bind_keywords(vm, args, nargs, kwnames, "decode", names, 2, slots))
        return EMPTY;
    for (u32 i = 0; i < 2; i++)
        if (slots[i] && !is_str(vm, slots[i]))
            return raise_error(vm, EXC_TypeError, "decode() argument '%s' must be str, not %T", names[i], slots[i]);
    ByteView text;
    view_of(vm, args[0], &text);
    u32 encoding = encoding_of(vm, slots[0]);
    if (encoding == 2 || ((encoding == 1 || encoding == 3) && bytes_are_ascii(text.data, text.length)))
        return str_from_bytes_latin1(vm, text.data, text.length);
    if (encoding == 1 && is_utf8(text.data, text.length))
        return str_from_utf8(vm, text.data, text.length);
    return tail_host(vm, HOOK_BYTES_DECODE, 3, args[0], slots[0] ? slots[0] : NONE, slots[1] ? slots[1] : NONE);
}

// --- protocol ----------------------------------------------------------------------------------------------------------------------------------

STATIC_METHOD(b_len)
{
    ByteView text;
    view_of(vm, args[0], &text);
    return int48(text.length);
}
STATIC_METHOD(b_hash)
{
    u64 h;
    return hash_value(vm, args[0], &h) == DICT_FOUND ? int_from_i64(vm, (i64)h) : EMPTY;
}
STATIC_METHOD(b_add)
{
    ByteView a, b;
    view_of(vm, args[0], &a);
    if (!view_of(vm, args[1], &b))
        return raise_error(vm, EXC_TypeError, "can't concat %T to %T", args[1], args[0]);
    if (!b.length && ref_type(vm, args[0]) == TYPE_BYTES)
        return retain(vm, args[0]);
    if (!a.length && ref_type(vm, args[0]) == TYPE_BYTES && ref_type(vm, args[1]) == TYPE_BYTES)
        return retain(vm, args[1]);
    Value v = room(vm, args[0], (u64)a.length + b.length);
    if (unlikely(!v))
        return EMPTY;
    memcpy(data_of(vm, v), a.data, a.length);
    memcpy(data_of(vm, v) + a.length, b.data, b.length);
    return v;
}
STATIC_METHOD(b_mul)
{
    i64 count;
    ByteView text;
    if (!is_index(vm, args[1]))
        return retain(vm, NOTIMPLEMENTED);
    if (!int_fits_index(vm, args[1], &count, EXC_OverflowError))
        return EMPTY;
    view_of(vm, args[0], &text);
    if (count <= 0 || !text.length)
        return like(vm, args[0], NULL, 0);
    if (count == 1)
        return itself(vm, args[0]);
    if (count > 0xE0000000ll / text.length)
        return raise_memory_error(vm);
    Value v = room(vm, args[0], text.length * (u64)count);
    if (unlikely(!v))
        return EMPTY;
    u8 *to = data_of(vm, v);
    if (text.length == 1)
        memset(to, text.data[0], (size_t)count);
    else
        for (i64 i = 0; i < count; i++)
            memcpy(to + i * text.length, text.data, text.length);
    return v;
}

static bool item_index(VM *vm, Value self, Value key, i64 *index)
{
    ByteView text;
    view_of(vm, self, &text);
    bool array = bytes_kind(vm, self) == LAYOUT_BYTEARRAY;
    if (!is_index(vm, key)) {
        raise_error(vm, EXC_TypeError, array ? "bytearray indices must be integers or slices, not %T" : "byte indices must be integers or slices, not %T", key);
        return false;
    }
    if (!int_fits_index(vm, key, index, EXC_IndexError))
        return false;
    if (*index < 0)
        *index += text.length;
    if (*index < 0 || *index >= text.length) {
        raise_error(vm, EXC_IndexError, array ? "bytearray index out of range" : "index out of range");
        return false;
    }
    return true;
}

STATIC_METHOD(b_getitem)
{
    ByteView text;
    view_of(vm, args[0], &text);
    if (is_object(args[1]) && kind_of(vm, args[1]) == LAYOUT_SLICE) {
        i64 start, stop, step, count;
        int status = slice_unpack(vm, args[1], text.length, &start, &stop, &step, &count);
        if (status == 2) // parts with __index__
            return tail_with_index(vm, kind_of(vm, args[0]) == LAYOUT_BYTES ? TYPE_BYTES : TYPE_BYTEARRAY, "__getitem__", 2, 2, args);
        if (status == 0)
            return EMPTY;
        if (step == 1)
            return slice_of(vm, args[0], start, start + count);
        u8 single;
        if (count == 1) {
            single = text.data[start];
            return like(vm, args[0], &single, 1);
        }
        Value v = room(vm, args[0], (u64)count);
        if (unlikely(!v))
            return EMPTY;
        u8 *to = data_of(vm, v);
        for (i64 i = 0; i < count; i++)
            to[i] = text.data[start + i * step];
        return v;
    }
    i64 index;
    if (!is_index(vm, args[1]) && special_of(vm, args[1], SPECIAL_index))
        return tail_prelude(vm, PRELUDE_INDEX, 2, args[0], args[1]);
    return item_index(vm, args[0], args[1], &index) ? int48(text.data[index]) : EMPTY;
}

static Value compare(VM *vm, Value *args, u32 op)
{
    ByteView a, b;
    view_of(vm, args[0], &a);
    if (bytes_kind(vm, args[1]) == LAYOUT_OBJECT || !view_of(vm, args[1], &b)) // (a memoryview compares by its format, not by its bytes)
        return retain(vm, NOTIMPLEMENTED);
    int order = memcmp(a.data, b.data, a.length < b.length ? a.length : b.length);
    if (!order)
        order = a.length == b.length ? 0 : a.length < b.length ? -1 : 1;
    bool holds = op == SPECIAL_lt   ? order < 0
                 : op == SPECIAL_le ? order <= 0
                 : op == SPECIAL_eq ? order == 0
                 : op == SPECIAL_ne ? order != 0
                 : op == SPECIAL_gt ? order > 0
                                    : order >= 0;
    return retain(vm, make_bool(holds));
}
STATIC_METHOD(b_lt) { return compare(vm, args, SPECIAL_lt); }
STATIC_METHOD(b_le) { return compare(vm, args, SPECIAL_le); }
STATIC_METHOD(b_eq) { return compare(vm, args, SPECIAL_eq); }
STATIC_METHOD(b_ne) { return compare(vm, args, SPECIAL_ne); }
STATIC_METHOD(b_gt) { return compare(vm, args, SPECIAL_gt); }
STATIC_METHOD(b_ge) { return compare(vm, args, SPECIAL_ge); }
STATIC_METHOD(b_iter) { return container_iter(vm, args[0]); }
STATIC_METHOD(b_mod)
{
    Value done = percent_bytes(vm, args[0], args[1]);
    return done != EMPTY || vm->exception != EMPTY ? done : tail_host(vm, HOOK_STR_MOD, 2, args[0], args[1]);
}

STATIC_METHOD(b_rmod)
{
    bool fits = bytes_kind(vm, args[1]) == bytes_kind(vm, args[0]);
    return fits ? tail_host(vm, HOOK_STR_MOD, 2, args[1], args[0]) : retain(vm, NOTIMPLEMENTED);
}

// --- bytearray: what changes it --------------------------------------------------------------------------------------------------------------------

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
    if (!byte_value(vm, args[1], &byte) || !bytearray_resize(vm, args[0], (u64)length + 1))
        return EMPTY;
    data_of(vm, args[0])[length] = byte;
    return retain(vm, NONE);
}

STATIC_METHOD(ba_insert)
{
    i64 index;
    u8 byte;
    i64 length = OBJ(vm, PyByteArray, args[0])->length;
    if (!int_fits_index(vm, args[1], &index, EXC_OverflowError) || !byte_value(vm, args[2], &byte))
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
    u8 byte = data_of(vm, args[0])[index];
    return splice(vm, args[0], index, index + 1, NULL, 0, 0) ? int48(byte) : EMPTY;
}

STATIC_METHOD(ba_remove)
{
    u8 byte;
    if (!byte_value(vm, args[1], &byte))
        return EMPTY;
    i64 at = find_byte(data_of(vm, args[0]), 0, OBJ(vm, PyByteArray, args[0])->length, byte);
    if (at < 0)
        return raise_error(vm, EXC_ValueError, "value not found in bytearray");
    return splice(vm, args[0], at, at + 1, NULL, 0, 0) ? retain(vm, NONE) : EMPTY;
}

STATIC_METHOD(ba_clear) { return splice(vm, args[0], 0, OBJ(vm, PyByteArray, args[0])->length, NULL, 0, 0) ? retain(vm, NONE) : EMPTY; }
STATIC_METHOD(ba_copy) { return itself(vm, args[0]); }
STATIC_METHOD(ba_reverse)
{
    u8 *data = data_of(vm, args[0]);
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
        if (!is_index(vm, items[i]))
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
    if (view_of(vm, source, view))
        return true;
    *owned = bytes_from_sequence(vm, source, true);
    if (*owned)
        return view_of(vm, *owned, view);
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
    if (!view_of(vm, args[1], &source))
        return raise_error(vm, EXC_TypeError, "can't concat %T to %T", args[1], args[0]);
    i64 length = OBJ(vm, PyByteArray, args[0])->length;
    return splice(vm, args[0], length, length, source.data, source.length, 0) ? retain(vm, args[0]) : EMPTY;
}

STATIC_METHOD(ba_imul)
{
    i64 count;
    if (!is_index(vm, args[1]))
        return retain(vm, NOTIMPLEMENTED);
    if (!int_fits_index(vm, args[1], &count, EXC_OverflowError))
        return EMPTY;
    u32 unit = OBJ(vm, PyByteArray, args[0])->length;
    if (count > 0 && unit && count > 0xE0000000ll / unit)
        return raise_memory_error(vm);
    if (!bytearray_resize(vm, args[0], count > 0 ? unit * (u64)count : 0))
        return EMPTY;
    u8 *data = data_of(vm, args[0]);
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
        if (tail) {
            tail_cancel(vm);
            raise_error(vm, EXC_TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        }
        return EMPTY;
    }
    Value result = EMPTY;
    if (!slice_indices(vm, slice, OBJ(vm, PyByteArray, self)->length, &start, &stop, &step, &count))
        goto done;
    if (step == 1) {
        if (splice(vm, self, start, start + count, bytes.data, bytes.length, 0))
            result = retain(vm, NONE);
    } else if (!bytes.length) { // delete every step-th byte (in CPython so does assigning nothing)
        u8 *data = data_of(vm, self);
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
        u8 *data = data_of(vm, self);
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
    u8 byte;
    if (is_object(args[1]) && kind_of(vm, args[1]) == LAYOUT_SLICE)
        return set_slice(vm, args[0], args[1], args[2]);
    if (!item_index(vm, args[0], args[1], &index) || !byte_value(vm, args[2], &byte))
        return EMPTY;
    data_of(vm, args[0])[index] = byte;
    return retain(vm, NONE);
}
STATIC_METHOD(ba_delitem)
{
    i64 index;
    if (is_object(args[1]) && kind_of(vm, args[1]) == LAYOUT_SLICE)
        return set_slice(vm, args[0], args[1], EMPTY);
    if (!item_index(vm, args[0], args[1], &index))
        return EMPTY;
    return splice(vm, args[0], index, index + 1, NULL, 0, 0) ? retain(vm, NONE) : EMPTY;
}

STATIC_METHOD(ba_resize)
{
    i64 size, length = OBJ(vm, PyByteArray, args[0])->length;
    if (!is_index(vm, args[1]))
        return raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", args[1]);
    if (!int_fits_index(vm, args[1], &size, EXC_OverflowError))
        return EMPTY;
    if (size < 0)
        return raise_error(vm, EXC_ValueError, "Can only resize to positive sizes, got %D", size);
    if (!bytearray_resize(vm, args[0], (u64)size))
        return EMPTY;
    if (size > length)
        memset(data_of(vm, args[0]) + length, 0, (size_t)(size - length));
    return retain(vm, NONE);
}

// Which arguments are indices: bit 1 the first one.
WITH_INDEX(b_find, "find", 14)
WITH_INDEX(b_rfind, "rfind", 14)
WITH_INDEX(b_index, "index", 14)
WITH_INDEX(b_rindex, "rindex", 14)
WITH_INDEX(b_count, "count", 14)
WITH_INDEX(b_startswith, "startswith", 12)
WITH_INDEX(b_endswith, "endswith", 12)
WITH_INDEX(b_split, "split", 4)
WITH_INDEX(b_rsplit, "rsplit", 4)
WITH_INDEX(b_replace, "replace", 8)
WITH_INDEX(b_ljust, "ljust", 2)
WITH_INDEX(b_rjust, "rjust", 2)
WITH_INDEX(b_center, "center", 2)
WITH_INDEX(b_zfill, "zfill", 2)
WITH_INDEX(b_contains, "__contains__", 2)
WITH_INDEX(ba_append, "append", 2)
WITH_INDEX(ba_insert, "insert", 6)
WITH_INDEX(ba_pop, "pop", 2)
WITH_INDEX(ba_remove, "remove", 2)
WITH_INDEX(ba_setitem, "__setitem__", 6)
WITH_INDEX(ba_delitem, "__delitem__", 2)
WITH_INDEX(ba_resize, "resize", 2)

// --- tables -----------------------------------------------------------------------------------------------------------------------------------------

#define FLAGS BUILTIN_FLAG_METHOD
#define DEF(type, name, function, low, high, signature) {name, function, low, high, FLAGS, type, signature}
#define KW(type, name, function, low, high, signature) {name, function, low, high, FLAGS | BUILTIN_FLAG_KEYWORDS, type, signature}
#define WRAP(type, name, function, count, signature) {name, function, count, count, FLAGS | BUILTIN_FLAG_WRAPPER, type, signature}
#define PLAIN "($self, /)"
#define VALUE_SIGNATURE "($self, value, /)"
#define SEARCH_SIGNATURE "($self, sub[, start[, end]], /)"
#define PAD_SIGNATURE "($self, width, fillchar=b' ', /)"

#define SHARED(type) \
    DEF(type, "find", b_find_with_index, 2, 4, SEARCH_SIGNATURE), DEF(type, "rfind", b_rfind_with_index, 2, 4, SEARCH_SIGNATURE), \
    DEF(type, "index", b_index_with_index, 2, 4, SEARCH_SIGNATURE), DEF(type, "rindex", b_rindex_with_index, 2, 4, SEARCH_SIGNATURE), \
    DEF(type, "count", b_count_with_index, 2, 4, SEARCH_SIGNATURE), DEF(type, "startswith", b_startswith_with_index, 2, 4, SEARCH_SIGNATURE), \
    DEF(type, "endswith", b_endswith_with_index, 2, 4, SEARCH_SIGNATURE), DEF(type, "removeprefix", b_removeprefix, 2, 2, "($self, prefix, /)"), \
    DEF(type, "removesuffix", b_removesuffix, 2, 2, "($self, suffix, /)"), DEF(type, "strip", b_strip, 1, 2, "($self, bytes=None, /)"), \
    DEF(type, "lstrip", b_lstrip, 1, 2, "($self, bytes=None, /)"), DEF(type, "rstrip", b_rstrip, 1, 2, "($self, bytes=None, /)"), \
    KW(type, "split", b_split_with_index, 1, 3, "($self, /, sep=None, maxsplit=-1)"), KW(type, "rsplit", b_rsplit_with_index, 1, 3, "($self, /, sep=None, maxsplit=-1)"), \
    KW(type, "splitlines", b_splitlines, 1, 2, "($self, /, keepends=False)"), DEF(type, "partition", b_partition, 2, 2, "($self, sep, /)"), \
    DEF(type, "rpartition", b_rpartition, 2, 2, "($self, sep, /)"), DEF(type, "replace", b_replace_with_index, 3, 4, "($self, old, new, count=-1, /)"), \
    DEF(type, "join", b_join, 2, 2, "($self, iterable_of_bytes, /)"), DEF(type, "upper", b_upper, 1, 1, PLAIN), \
    DEF(type, "lower", b_lower, 1, 1, PLAIN), DEF(type, "title", b_title, 1, 1, PLAIN), DEF(type, "capitalize", b_capitalize, 1, 1, PLAIN), \
    DEF(type, "swapcase", b_swapcase, 1, 1, PLAIN), DEF(type, "ljust", b_ljust_with_index, 2, 3, PAD_SIGNATURE), DEF(type, "rjust", b_rjust_with_index, 2, 3, PAD_SIGNATURE), \
    DEF(type, "center", b_center_with_index, 2, 3, PAD_SIGNATURE), DEF(type, "zfill", b_zfill_with_index, 2, 2, "($self, width, /)"), \
    DEF(type, "isalpha", b_isalpha, 1, 1, PLAIN), DEF(type, "isdigit", b_isdigit, 1, 1, PLAIN), DEF(type, "isalnum", b_isalnum, 1, 1, PLAIN), \
    DEF(type, "isspace", b_isspace, 1, 1, PLAIN), DEF(type, "isascii", b_isascii, 1, 1, PLAIN), DEF(type, "islower", b_islower, 1, 1, PLAIN), \
    DEF(type, "isupper", b_isupper, 1, 1, PLAIN), DEF(type, "istitle", b_istitle, 1, 1, PLAIN), \
    KW(type, "decode", b_decode, 1, 3, "($self, /, encoding='utf-8', errors='strict')"), \
    WRAP(type, "__len__", b_len, 1, PLAIN), WRAP(type, "__getitem__", b_getitem, 2, "($self, key, /)"), \
    WRAP(type, "__contains__", b_contains_with_index, 2, "($self, key, /)"), WRAP(type, "__add__", b_add, 2, VALUE_SIGNATURE), \
    WRAP(type, "__mul__", b_mul, 2, VALUE_SIGNATURE), WRAP(type, "__rmul__", b_mul, 2, VALUE_SIGNATURE), \
    WRAP(type, "__mod__", b_mod, 2, VALUE_SIGNATURE), WRAP(type, "__rmod__", b_rmod, 2, VALUE_SIGNATURE), WRAP(type, "__iter__", b_iter, 1, PLAIN), WRAP(type, "__lt__", b_lt, 2, VALUE_SIGNATURE), \
    WRAP(type, "__le__", b_le, 2, VALUE_SIGNATURE), WRAP(type, "__eq__", b_eq, 2, VALUE_SIGNATURE), WRAP(type, "__ne__", b_ne, 2, VALUE_SIGNATURE), \
    WRAP(type, "__gt__", b_gt, 2, VALUE_SIGNATURE), WRAP(type, "__ge__", b_ge, 2, VALUE_SIGNATURE)

const BuiltinDef bytes_defs[] = {
    SHARED(TYPE_BYTES), WRAP(TYPE_BYTES, "__hash__", b_hash, 1, PLAIN), {"", 0, 0, 0, 0, 0, 0}};
const BuiltinDef bytearray_defs[] = {
    SHARED(TYPE_BYTEARRAY), {"__hash__", NULL, 1, 1, 0, TYPE_BYTEARRAY, NULL},
    DEF(TYPE_BYTEARRAY, "append", ba_append_with_index, 2, 2, "($self, item, /)"), DEF(TYPE_BYTEARRAY, "insert", ba_insert_with_index, 3, 3, "($self, index, item, /)"),
    DEF(TYPE_BYTEARRAY, "pop", ba_pop_with_index, 1, 2, "($self, index=-1, /)"), DEF(TYPE_BYTEARRAY, "resize", ba_resize_with_index, 2, 2, "($self, size, /)"), DEF(TYPE_BYTEARRAY, "remove", ba_remove_with_index, 2, 2, "($self, value, /)"),
    DEF(TYPE_BYTEARRAY, "clear", ba_clear, 1, 1, PLAIN), DEF(TYPE_BYTEARRAY, "copy", ba_copy, 1, 1, PLAIN),
    DEF(TYPE_BYTEARRAY, "reverse", ba_reverse, 1, 1, PLAIN), DEF(TYPE_BYTEARRAY, "extend", ba_extend, 2, 2, "($self, iterable_of_ints, /)"),
    WRAP(TYPE_BYTEARRAY, "__iadd__", ba_iadd, 2, VALUE_SIGNATURE), WRAP(TYPE_BYTEARRAY, "__imul__", ba_imul, 2, VALUE_SIGNATURE),
    WRAP(TYPE_BYTEARRAY, "__setitem__", ba_setitem_with_index, 3, "($self, key, value, /)"), WRAP(TYPE_BYTEARRAY, "__delitem__", ba_delitem_with_index, 2, "($self, key, /)"),
    {"", 0, 0, 0, 0, 0, 0}};
