// Methods of bytes and bytearray that look for other bytes: find, count, strip, split, partition, replace, join.
#include "byte_views.h"

// --- search -------------------------------------------------------------------------------------------------------------------------

typedef enum { FIND, RFIND, INDEX, RINDEX, COUNT } Search;

static bool pattern_of(VM *vm, Value v, ByteView *pattern, u8 *storage)
{
    if (is_byte_index(vm, v)) {
        *pattern = (ByteView){storage, 1};
        return byte_from_value(vm, v, storage);
    }
    if (byte_view(vm, v, pattern))
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
    byte_view(vm, args[0], &text);
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

TEXT_METHOD(bytes_find) { return search(vm, args, nargs, FIND); }
TEXT_METHOD(bytes_rfind) { return search(vm, args, nargs, RFIND); }
TEXT_METHOD(bytes_index) { return search(vm, args, nargs, INDEX); }
TEXT_METHOD(bytes_rindex) { return search(vm, args, nargs, RINDEX); }
TEXT_METHOD(bytes_count) { return search(vm, args, nargs, COUNT); }

TEXT_METHOD(bytes_contains)
{
    ByteView text, part;
    u8 byte;
    byte_view(vm, args[0], &text);
    if (is_byte_index(vm, args[1])) {
        if (!byte_from_value(vm, args[1], &byte))
            return EMPTY;
        return retain(vm, make_bool(find_byte(text.data, 0, text.length, byte) >= 0));
    }
    if (!want_byte_view(vm, args[1], &part))
        return EMPTY;
    return retain(vm, make_bool(find_bytes(text.data, 0, text.length, part.data, part.length) >= 0));
}

static Value affix(VM *vm, Value *args, u32 nargs, const char *name, bool at_end)
{
    ByteView text, part;
    i64 start, end;
    byte_view(vm, args[0], &text);
    if (!slice_bound(vm, args, nargs, 2, text.length, false, &start) || !slice_bound(vm, args, nargs, 3, text.length, true, &end))
        return EMPTY;
    bool is_tuple = bytes_kind(vm, args[1]) == LAYOUT_TUPLE;
    u32 count = is_tuple ? OBJ(vm, PyTuple, args[1])->length : 1;
    for (u32 i = 0; i < count; i++) {
        Value item = is_tuple ? OBJ(vm, PyTuple, args[1])->items[i] : args[1];
        if (!byte_view(vm, item, &part)) {
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
TEXT_METHOD(bytes_startswith) { return affix(vm, args, nargs, "startswith", false); }
TEXT_METHOD(bytes_endswith) { return affix(vm, args, nargs, "endswith", true); }

TEXT_METHOD(bytes_removeprefix)
{
    ByteView text, part;
    byte_view(vm, args[0], &text);
    if (!want_byte_view(vm, args[1], &part))
        return EMPTY;
    bool has = text.length >= part.length && memcmp(text.data, part.data, part.length) == 0;
    return bytes_slice(vm, args[0], has ? part.length : 0, text.length);
}
TEXT_METHOD(bytes_removesuffix)
{
    ByteView text, part;
    byte_view(vm, args[0], &text);
    if (!want_byte_view(vm, args[1], &part))
        return EMPTY;
    bool has = text.length >= part.length && memcmp(text.data + text.length - part.length, part.data, part.length) == 0;
    return bytes_slice(vm, args[0], 0, text.length - (has ? part.length : 0));
}

// --- strip, split, partition, replace, join --------------------------------------------------------------------------------------------

static Value strip(VM *vm, Value *args, u32 nargs, bool left, bool right)
{
    ByteView text, set = {0};
    bool given = nargs > 1 && args[1] != NONE;
    byte_view(vm, args[0], &text);
    if (given && !want_byte_view(vm, args[1], &set))
        return EMPTY;
    i64 start = 0, end = text.length;
#define STRIPPED(c) (given ? find_byte(set.data, 0, set.length, c) >= 0 : byte_is_space(c))
    while (left && start < end && STRIPPED(text.data[start]))
        start++;
    while (right && start < end && STRIPPED(text.data[end - 1]))
        end--;
#undef STRIPPED
    return bytes_slice(vm, args[0], start, end);
}
TEXT_METHOD(bytes_strip) { return strip(vm, args, nargs, true, true); }
TEXT_METHOD(bytes_lstrip) { return strip(vm, args, nargs, true, false); }
TEXT_METHOD(bytes_rstrip) { return strip(vm, args, nargs, false, true); }

static bool append_part(VM *vm, Value list, Value text, i64 start, i64 end)
{
    Value part = bytes_slice(vm, text, start, end);
    return part && list_append_take(vm, list, part);
}

// Cuts from the left or the right; for white space (separator NULL) runs count as one; what is left after `most` cuts keeps its own at the far end.
static bool split_into(VM *vm, Value list, Value self, const ByteView *separator, i64 most, bool from_right)
{
    ByteView text;
    byte_view(vm, self, &text);
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
    if (!by_space && !want_byte_view(vm, slots[0], &separator))
        return EMPTY;
    if (!by_space && !separator.length)
        return raise_error(vm, EXC_ValueError, "empty separator");
    Value list = list_new(vm, 0);
    if (list && !split_into(vm, list, args[0], by_space ? NULL : &separator, most, from_right)) {
        decref(vm, list);
        return EMPTY;
    }
    if (list && from_right)
        reverse_list(vm, list);
    return list;
}
TEXT_METHOD(bytes_split) { return split_method(vm, args, nargs, kwnames, false); }
TEXT_METHOD(bytes_rsplit) { return split_method(vm, args, nargs, kwnames, true); }

TEXT_METHOD(bytes_splitlines)
{
    Value answer;
    int keeps = keep_ends(vm, kind_of(vm, args[0]) == LAYOUT_BYTES ? TYPE_BYTES : TYPE_BYTEARRAY, args, nargs, kwnames, &answer);
    if (keeps < 0)
        return answer;
    ByteView text;
    byte_view(vm, args[0], &text);
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
        ok = append_part(vm, list, args[0], start, keeps ? i : end);
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
    byte_view(vm, args[0], &text);
    if (!want_byte_view(vm, args[1], &part))
        return EMPTY;
    if (!part.length)
        return raise_error(vm, EXC_ValueError, "empty separator");
    i64 at = from_right ? find_bytes_reverse(text.data, 0, text.length, part.data, part.length)
                        : find_bytes(text.data, 0, text.length, part.data, part.length);
    Value parts[3];
    if (at < 0) {
        parts[from_right ? 2 : 0] = bytes_itself(vm, args[0]);
        parts[1] = bytes_like(vm, args[0], NULL, 0);
        parts[from_right ? 0 : 2] = bytes_like(vm, args[0], NULL, 0);
    } else {
        parts[0] = bytes_slice(vm, args[0], 0, at);
        parts[1] = bytes_like(vm, args[0], part.data, part.length);
        parts[2] = bytes_slice(vm, args[0], at + part.length, text.length);
    }
    if (parts[0] && parts[1] && parts[2])
        return tuple_take(vm, parts, 3);
    for (u32 i = 0; i < 3; i++)
        decref(vm, parts[i]);
    return EMPTY;
}
TEXT_METHOD(bytes_partition) { return partition(vm, args, false); }
TEXT_METHOD(bytes_rpartition) { return partition(vm, args, true); }

TEXT_METHOD(bytes_replace)
{
    ByteView text, old, by;
    i64 most = -1;
    byte_view(vm, args[0], &text);
    if (!want_byte_view(vm, args[1], &old) || !want_byte_view(vm, args[2], &by) || (nargs > 3 && !int_fits_index(vm, args[3], &most, 0)))
        return EMPTY;
    i64 hits = count_in(text, old, 0, text.length, most < 0 ? INT64_MAX : most);
    if (!hits)
        return bytes_itself(vm, args[0]);
    i64 total = (i64)text.length + hits * ((i64)by.length - old.length);
    if (total == 0)
        return bytes_like(vm, args[0], NULL, 0);
    Value v = bytes_room(vm, args[0], (u64)total);
    if (unlikely(!v))
        return EMPTY;
    u8 *to = bytes_data(vm, v);
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

TEXT_METHOD(bytes_join)
{
    u32 kind = bytes_kind(vm, args[1]);
    if (kind != LAYOUT_LIST && kind != LAYOUT_TUPLE)
        return tail_prelude(vm, PRELUDE_STR_JOIN, 2, args[0], args[1]);
    bool is_list = kind == LAYOUT_LIST;
    u32 count = is_list ? OBJ(vm, PyList, args[1])->length : OBJ(vm, PyTuple, args[1])->length;
    Value *items = is_list ? AT(vm, Value, OBJ(vm, PyList, args[1])->items) : OBJ(vm, PyTuple, args[1])->items;
    ByteView separator, item;
    byte_view(vm, args[0], &separator);
    u64 total = count ? (u64)separator.length * (count - 1) : 0;
    for (u32 i = 0; i < count; i++) {
        if (!byte_view(vm, items[i], &item))
            return raise_error(vm, EXC_TypeError, "sequence item %u: expected a bytes-like object, %T found", i, items[i]);
        total += item.length;
    }
    if (count == 1 && ref_type(vm, items[0]) == TYPE_BYTES && bytes_kind(vm, args[0]) == LAYOUT_BYTES)
        return retain(vm, items[0]);
    if (!total)
        return bytes_like(vm, args[0], NULL, 0);
    Value v = bytes_room(vm, args[0], total);
    if (unlikely(!v))
        return EMPTY;
    u8 *to = bytes_data(vm, v);
    for (u32 i = 0; i < count; i++) {
        if (i) {
            memcpy(to, separator.data, separator.length);
            to += separator.length;
        }
        byte_view(vm, items[i], &item);
        memcpy(to, item.data, item.length);
        to += item.length;
    }
    return v;
}
