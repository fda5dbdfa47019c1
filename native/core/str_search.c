// Methods of str that look for something: find, count, split, replace, strip, partition and their kin.
#include "byte_scan.h"
#include "str_methods.h"

bool is_str(VM *vm, Value v) { return is_object(v) && type_at(vm, ref_type(vm, v))->kind == LAYOUT_STR; }

// --- arguments -----------------------------------------------------------------------------------------------------------

static bool want_str(VM *vm, Value v, const char *method, u32 position)
{
    if (likely(is_str(vm, v)))
        return true;
    raise_error(vm, EXC_TypeError, "%s() argument %u must be str, not %T", method, position, v);
    return false;
}

// Optional slice bound: None and absent keep the default; negative counts from the end; the result is within [0, length] (a start
// beyond the end stays beyond it: "".find("", 1) is -1).
bool slice_bound(VM *vm, Value *args, u32 nargs, u32 position, i64 length, bool is_end, i64 *bound)
{
    if (position >= nargs || args[position] == NONE) {
        *bound = is_end ? length : 0;
        return true;
    }
    if (!int_fits_index(vm, args[position], bound, 0)) {
        exception_clear(vm);
        raise_error(vm, EXC_TypeError, "slice indices must be integers or None or have an __index__ method");
        return false;
    }
    if (*bound < 0)
        *bound = *bound + length < 0 ? 0 : *bound + length;
    if (is_end && *bound > length)
        *bound = length;
    return true;
}

static bool has_index_hook(VM *vm, Value v)
{
    return is_object(v) && ref_type(vm, v) >= STATIC_END && kind_of(vm, v) != LAYOUT_INT && special_of(vm, v, SPECIAL_index);
}

Value call_again_with_index(VM *vm, const char *name, u32 which, Value *args, u32 nargs, Ref kwnames)
{
    if (kwnames || vm->exception == EMPTY || ref_type(vm, vm->exception) != EXC_TypeError)
        return EMPTY;
    u32 found = 0;
    for (u32 i = 1; i < nargs; i++) {
        if (!(which >> i & 1) || !is_object(args[i]))
            continue;
        PySlice *slice = kind_of(vm, args[i]) == LAYOUT_SLICE ? OBJ(vm, PySlice, args[i]) : NULL;
        if (slice ? has_index_hook(vm, slice->start) || has_index_hook(vm, slice->stop) || has_index_hook(vm, slice->step) : has_index_hook(vm, args[i]))
            found |= 1u << i;
    }
    if (!found)
        return EMPTY;
    exception_clear(vm);
    Ref owner = ref_type(vm, args[0]);
    while (owner >= STATIC_END)
        owner = type_at(vm, owner)->base;
    return tail_with_index(vm, owner, name, found, nargs, args);
}

// --- find, index, count ------------------------------------------------------------------------------------------------------

typedef enum { FIND, RFIND, INDEX, RINDEX, COUNT } Search;

static i64 count_in(VM *vm, Value text, Value part, i64 start, i64 end, i64 most)
{
    u32 m = OBJ(vm, PyStr, part)->length;
    if (start > end)
        return 0;
    if (m == 0)
        return end - start + 1 < most ? end - start + 1 : most;
    if (m == 1 && most >= end - start && OBJ(vm, PyStr, text)->kind == 1)
        return OBJ(vm, PyStr, part)->kind == 1 ? count_byte(OBJ(vm, PyStr, text)->data, start, end, OBJ(vm, PyStr, part)->data[0]) : 0;
    i64 found = 0;
    while (found < most) {
        i64 at = str_find(vm, text, part, start, end, false);
        if (at < 0)
            break;
        found++;
        start = at + m;
    }
    return found;
}

static Value search(VM *vm, Value *args, u32 nargs, const char *name, Search kind)
{
    if (!want_str(vm, args[1], name, 1))
        return EMPTY;
    i64 length = OBJ(vm, PyStr, args[0])->length, start, end;
    if (!slice_bound(vm, args, nargs, 2, length, false, &start) || !slice_bound(vm, args, nargs, 3, length, true, &end))
        return EMPTY;
    if (kind == COUNT)
        return int_from_i64(vm, count_in(vm, args[0], args[1], start, end, INT64_MAX));
    i64 at = start > end ? -1 : str_find(vm, args[0], args[1], start, end, kind == RFIND || kind == RINDEX);
    if (at < 0 && (kind == INDEX || kind == RINDEX))
        return raise_error(vm, EXC_ValueError, "substring not found");
    return int48(at);
}

TEXT_METHOD(str_find_method) { return search(vm, args, nargs, "find", FIND); }
TEXT_METHOD(str_rfind) { return search(vm, args, nargs, "rfind", RFIND); }
TEXT_METHOD(str_index) { return search(vm, args, nargs, "index", INDEX); }
TEXT_METHOD(str_rindex) { return search(vm, args, nargs, "rindex", RINDEX); }
TEXT_METHOD(str_count) { return search(vm, args, nargs, "count", COUNT); }

TEXT_METHOD(str_contains)
{
    if (!is_str(vm, args[1]))
        return raise_error(vm, EXC_TypeError, "'in <string>' requires string as left operand, not %T", args[1]);
    return retain(vm, make_bool(str_find(vm, args[0], args[1], 0, OBJ(vm, PyStr, args[0])->length, false) >= 0));
}

// --- startswith, endswith ------------------------------------------------------------------------------------------------------

static bool matches_at(VM *vm, Value text, Value part, i64 start, i64 end, bool at_end)
{
    PyStr *s = OBJ(vm, PyStr, text), *t = OBJ(vm, PyStr, part);
    i64 m = t->length;
    if (end - start < m || t->kind > s->kind)
        return start <= end && m == 0;
    i64 from = at_end ? end - m : start;
    if (s->kind == t->kind)
        return memcmp(s->data + from * s->kind, t->data, (size_t)m * s->kind) == 0;
    for (i64 i = 0; i < m; i++)
        if (str_char(s, (u32)(from + i)) != str_char(t, (u32)i))
            return false;
    return true;
}

static Value affix(VM *vm, Value *args, u32 nargs, const char *name, bool at_end)
{
    i64 length = OBJ(vm, PyStr, args[0])->length, start, end;
    if (!slice_bound(vm, args, nargs, 2, length, false, &start) || !slice_bound(vm, args, nargs, 3, length, true, &end))
        return EMPTY;
    if (is_str(vm, args[1]))
        return retain(vm, make_bool(matches_at(vm, args[0], args[1], start, end, at_end)));
    if (!is_object(args[1]) || kind_of(vm, args[1]) != LAYOUT_TUPLE)
        return raise_error(vm, EXC_TypeError, "%s first arg must be str or a tuple of str, not %T", name, args[1]);
    PyTuple *parts = OBJ(vm, PyTuple, args[1]);
    for (u32 i = 0; i < parts->length; i++) {
        if (!is_str(vm, parts->items[i]))
            return raise_error(vm, EXC_TypeError, "tuple for %s must only contain str, not %T", name, parts->items[i]);
        if (matches_at(vm, args[0], parts->items[i], start, end, at_end))
            return retain(vm, TRUE);
    }
    return retain(vm, FALSE);
}

TEXT_METHOD(str_startswith) { return affix(vm, args, nargs, "startswith", false); }
TEXT_METHOD(str_endswith) { return affix(vm, args, nargs, "endswith", true); }

// The exact str of a str or an instance of a subclass (new reference).
Value str_plain(VM *vm, Value v)
{
    PyStr *s = OBJ(vm, PyStr, v);
    return s->head.type == TYPE_STR ? retain(vm, v) : str_from_chars(vm, s->data, s->kind, s->length);
}

static Value part_of(VM *vm, Value v, i64 start, i64 end)
{
    PyStr *s = OBJ(vm, PyStr, v);
    if (start == 0 && end == s->length)
        return str_plain(vm, v);
    return str_slice(vm, v, start, 1, end > start ? (u32)(end - start) : 0);
}

TEXT_METHOD(str_removeprefix)
{
    if (!is_str(vm, args[1]))
        return raise_error(vm, EXC_TypeError, "removeprefix() argument must be str, not %T", args[1]);
    i64 length = OBJ(vm, PyStr, args[0])->length;
    return matches_at(vm, args[0], args[1], 0, length, false) ? part_of(vm, args[0], OBJ(vm, PyStr, args[1])->length, length)
                                                               : str_plain(vm, args[0]);
}
TEXT_METHOD(str_removesuffix)
{
    if (!is_str(vm, args[1]))
        return raise_error(vm, EXC_TypeError, "removesuffix() argument must be str, not %T", args[1]);
    i64 length = OBJ(vm, PyStr, args[0])->length;
    return matches_at(vm, args[0], args[1], 0, length, true) ? part_of(vm, args[0], 0, length - OBJ(vm, PyStr, args[1])->length)
                                                              : str_plain(vm, args[0]);
}

// --- strip ---------------------------------------------------------------------------------------------------------------------

// White space as str.isspace() has it: bidirectional type WS, B or S, or category Zs (Unicode 16).
bool char_is_space(u32 c)
{
    if (c < 0x80)
        return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F);
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

static bool char_in(PyStr *set, u32 c)
{
    for (u32 i = 0; i < set->length; i++)
        if (str_char(set, i) == c)
            return true;
    return false;
}

static Value strip(VM *vm, Value *args, u32 nargs, const char *name, bool left, bool right)
{
    PyStr *s = OBJ(vm, PyStr, args[0]), *set = NULL;
    if (nargs > 1 && args[1] != NONE) {
        if (!is_str(vm, args[1]))
            return raise_error(vm, EXC_TypeError, "%s arg must be None or str", name);
        set = OBJ(vm, PyStr, args[1]);
    }
    i64 start = 0, end = s->length;
    while (left && start < end && (set ? char_in(set, str_char(s, (u32)start)) : char_is_space(str_char(s, (u32)start))))
        start++;
    while (right && start < end && (set ? char_in(set, str_char(s, (u32)end - 1)) : char_is_space(str_char(s, (u32)end - 1))))
        end--;
    return part_of(vm, args[0], start, end);
}

TEXT_METHOD(str_strip) { return strip(vm, args, nargs, "strip", true, true); }
TEXT_METHOD(str_lstrip) { return strip(vm, args, nargs, "lstrip", true, false); }
TEXT_METHOD(str_rstrip) { return strip(vm, args, nargs, "rstrip", false, true); }

// --- split ----------------------------------------------------------------------------------------------------------------------

static bool append_part(VM *vm, Value list, Value text, i64 start, i64 end)
{
    Value part = part_of(vm, text, start, end);
    return part && list_append_take(vm, list, part);
}

static bool split_spaces(VM *vm, Value list, Value text, i64 most)
{
    PyStr *s = OBJ(vm, PyStr, text);
    i64 i = 0, length = s->length;
    for (;;) {
        while (i < length && char_is_space(str_char(s, (u32)i)))
            i++;
        if (i == length)
            return true;
        i64 start = i;
        if (most-- == 0)
            return append_part(vm, list, text, start, length);
        while (i < length && !char_is_space(str_char(s, (u32)i)))
            i++;
        if (!append_part(vm, list, text, start, i))
            return false;
    }
}

static bool rsplit_spaces(VM *vm, Value list, Value text, i64 most)
{
    PyStr *s = OBJ(vm, PyStr, text);
    i64 i = s->length;
    for (;;) {
        while (i > 0 && char_is_space(str_char(s, (u32)i - 1)))
            i--;
        if (i == 0)
            return true;
        i64 end = i;
        if (most-- == 0)
            return append_part(vm, list, text, 0, end);
        while (i > 0 && !char_is_space(str_char(s, (u32)i - 1)))
            i--;
        if (!append_part(vm, list, text, i, end))
            return false;
    }
}

// One byte between parts: all of them within sixteen bytes are found at once.
static bool split_at_byte(VM *vm, Value list, Value text, u8 separator)
{
    u8 *data = OBJ(vm, PyStr, text)->data; // (the heap never moves)
    i64 start = 0, i = 0, length = OBJ(vm, PyStr, text)->length;
    Bytes16 pattern = bytes16_of(separator);
    for (; i + 16 <= length; i += 16)
        for (u64 hits = bytes16_mask(bytes16_at(data + i) == pattern); hits; hits = without_first_hit(hits)) {
            i64 at = i + first_hit(hits);
            if (!append_part(vm, list, text, start, at))
                return false;
            start = at + 1;
        }
    for (; i < length; i++)
        if (data[i] == separator) {
            if (!append_part(vm, list, text, start, i))
                return false;
            start = i + 1;
        }
    return append_part(vm, list, text, start, length);
}

static bool split_by(VM *vm, Value list, Value text, Value separator, i64 most)
{
    PyStr *by = OBJ(vm, PyStr, separator);
    i64 start = 0, length = OBJ(vm, PyStr, text)->length, m = by->length;
    if (m == 1 && most < 0 && by->kind == 1 && OBJ(vm, PyStr, text)->kind == 1)
        return split_at_byte(vm, list, text, by->data[0]);
    while (most-- != 0) {
        i64 at = str_find(vm, text, separator, start, length, false);
        if (at < 0)
            break;
        if (!append_part(vm, list, text, start, at))
            return false;
        start = at + m;
    }
    return append_part(vm, list, text, start, length);
}

static bool rsplit_by(VM *vm, Value list, Value text, Value separator, i64 most)
{
    i64 end = OBJ(vm, PyStr, text)->length, m = OBJ(vm, PyStr, separator)->length;
    while (most-- != 0) {
        i64 at = str_find(vm, text, separator, 0, end, true);
        if (at < 0)
            break;
        if (!append_part(vm, list, text, at + m, end))
            return false;
        end = at;
    }
    return append_part(vm, list, text, 0, end);
}

void reverse_list(VM *vm, Value list)
{
    PyList *l = OBJ(vm, PyList, list);
    Value *items = AT(vm, Value, l->items);
    for (u32 i = 0, j = l->length; i + 1 < j; i++) {
        j--;
        Value t = items[i];
        items[i] = items[j];
        items[j] = t;
    }
}

// Keyword arguments of the few str methods that take some: fills slots[] (EMPTY where absent) from positionals and kwnames.
bool bind_keywords(VM *vm, Value *args, u32 nargs, Ref kwnames, const char *method, const char *const *names, u32 count, Value *slots)
{
    u32 keywords = kwnames ? OBJ(vm, PyTuple, kwnames)->length : 0;
    if (nargs - 1 + keywords > count) {
        raise_error(vm, EXC_TypeError, "%s() takes at most %u argument%s (%u given)", method, count, count == 1 ? "" : "s", nargs - 1 + keywords);
        return false;
    }
    for (u32 i = 0; i < count; i++)
        slots[i] = i + 1 < nargs ? args[i + 1] : EMPTY;
    for (u32 k = 0; k < keywords; k++) {
        PyStr *name = OBJ(vm, PyStr, OBJ(vm, PyTuple, kwnames)->items[k]);
        u32 i = 0;
        while (i < count && !str_is(name, names[i]))
            i++;
        if (i == count) {
            raise_unexpected_keyword(vm, method, ref_value(OFFSET_OF(vm, name)), names, count);
            return false;
        }
        if (slots[i]) {
            raise_error(vm, EXC_TypeError, "argument for %s() given by name ('%s') and position (%u)", method, names[i], i + 1);
            return false;
        }
        slots[i] = args[nargs + k];
    }
    return true;
}

static Value split_method(VM *vm, Value *args, u32 nargs, Ref kwnames, bool from_right)
{
    static const char names[2][9] = {"sep", "maxsplit"};
    const char *const name_list[2] = {names[0], names[1]};
    Value slots[2];
    i64 most = -1;
    if (!bind_keywords(vm, args, nargs, kwnames, from_right ? "rsplit" : "split", name_list, 2, slots))
        return EMPTY;
    if (slots[1] && !int_fits_index(vm, slots[1], &most, 0))
        return EMPTY;
    if (slots[0] && slots[0] != NONE && !is_str(vm, slots[0]))
        return raise_error(vm, EXC_TypeError, "must be str or None, not %T", slots[0]);
    bool by_space = !slots[0] || slots[0] == NONE;
    if (!by_space && OBJ(vm, PyStr, slots[0])->length == 0)
        return raise_error(vm, EXC_ValueError, "empty separator");
    Value list = list_new(vm, 0);
    if (unlikely(!list))
        return EMPTY;
    bool ok = from_right ? (by_space ? rsplit_spaces(vm, list, args[0], most) : rsplit_by(vm, list, args[0], slots[0], most))
                         : (by_space ? split_spaces(vm, list, args[0], most) : split_by(vm, list, args[0], slots[0], most));
    if (unlikely(!ok)) {
        decref(vm, list);
        return EMPTY;
    }
    if (from_right)
        reverse_list(vm, list);
    return list;
}

TEXT_METHOD(str_split) { return split_method(vm, args, nargs, kwnames, false); }
TEXT_METHOD(str_rsplit) { return split_method(vm, args, nargs, kwnames, true); }

int keep_ends(VM *vm, Ref type, Value *args, u32 nargs, Ref kwnames, Value *answer)
{
    static const char name[] = "keepends";
    const char *const names[1] = {name};
    Value keep;
    *answer = EMPTY;
    if (!bind_keywords(vm, args, nargs, kwnames, "splitlines", names, 1, &keep))
        return -1;
    int truth = keep ? op_truth(vm, keep) : 0;
    if (truth != 2)
        return truth;
    tail_cancel(vm);
    *answer = tail_with_truth(vm, type, "splitlines", args, 1, name, keep);
    return -1;
}

TEXT_METHOD(str_splitlines)
{
    Value answer;
    int keeps = keep_ends(vm, TYPE_STR, args, nargs, kwnames, &answer);
    if (keeps < 0)
        return answer;
    Value list = list_new(vm, 0);
    PyStr *s = OBJ(vm, PyStr, args[0]);
    i64 length = s->length, start = 0;
    for (i64 i = 0; list && i < length;) {
        u32 c = str_char(s, (u32)i);
        bool ends = (c >= 10 && c <= 13) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
        i++;
        if (!ends)
            continue;
        i64 end = i - 1;
        if (c == '\r' && i < length && str_char(s, (u32)i) == '\n')
            i++;
        if (!append_part(vm, list, args[0], start, keeps ? i : end)) {
            decref(vm, list);
            return EMPTY;
        }
        start = i;
    }
    if (list && start < length && !append_part(vm, list, args[0], start, length)) {
        decref(vm, list);
        return EMPTY;
    }
    return list;
}

static Value partition(VM *vm, Value *args, bool from_right)
{
    if (!is_str(vm, args[1]))
        return raise_error(vm, EXC_TypeError, "must be str, not %T", args[1]);
    i64 length = OBJ(vm, PyStr, args[0])->length, m = OBJ(vm, PyStr, args[1])->length;
    if (!m)
        return raise_error(vm, EXC_ValueError, "empty separator");
    i64 at = str_find(vm, args[0], args[1], 0, length, from_right);
    Value parts[3];
    if (at < 0) {
        parts[from_right ? 2 : 0] = str_plain(vm, args[0]);
        parts[1] = retain(vm, EMPTY_STR);
        parts[from_right ? 0 : 2] = retain(vm, EMPTY_STR);
    } else {
        parts[0] = part_of(vm, args[0], 0, at);
        parts[1] = str_plain(vm, args[1]);
        parts[2] = part_of(vm, args[0], at + m, length);
    }
    if (parts[0] && parts[1] && parts[2])
        return tuple_take(vm, parts, 3);
    for (u32 i = 0; i < 3; i++)
        decref(vm, parts[i]);
    return EMPTY;
}

TEXT_METHOD(str_partition) { return partition(vm, args, false); }
TEXT_METHOD(str_rpartition) { return partition(vm, args, true); }

// --- replace ----------------------------------------------------------------------------------------------------------------------

static Value replace_byte(VM *vm, Value text, u8 old, u8 by)
{
    PyStr *s = OBJ(vm, PyStr, text);
    i64 first = old == by ? -1 : find_byte(s->data, 0, s->length, old);
    if (first < 0)
        return str_plain(vm, text);
    Value v = str_new(vm, s->length, 1);
    if (unlikely(!v))
        return EMPTY;
    PyStr *r = OBJ(vm, PyStr, v);
    s = OBJ(vm, PyStr, text);
    for (u32 i = 0, n = s->length; i < n; i++)
        r->data[i] = s->data[i] == old ? by : s->data[i];
    r->ascii = s->ascii && by < 0x80 ? 1 : bytes_are_ascii(r->data, s->length);
    return v;
}

TEXT_METHOD(str_replace)
{
    static const char name[] = "count";
    const char *count_name = name;
    Value limit = nargs > 3 ? args[3] : EMPTY;
    if (kwnames) { // only count may be named
        PyTuple *names = OBJ(vm, PyTuple, kwnames);
        for (u32 k = 0; k < names->length; k++) {
            PyStr *s = OBJ(vm, PyStr, names->items[k]);
            if (s->length != 5 || s->kind != 1 || memcmp(s->data, name, 5) != 0)
                return raise_unexpected_keyword(vm, "replace", names->items[k], &count_name, 1);
            if (limit)
                return raise_error(vm, EXC_TypeError, "argument for replace() given by name ('count') and position (3)");
            limit = args[nargs + k];
        }
    }
    if (!want_str(vm, args[1], "replace", 1) || !want_str(vm, args[2], "replace", 2))
        return EMPTY;
    i64 most = -1;
    if (limit && !int_fits_index(vm, limit, &most, 0))
        return EMPTY;
    PyStr *s = OBJ(vm, PyStr, args[0]), *old = OBJ(vm, PyStr, args[1]), *by = OBJ(vm, PyStr, args[2]);
    i64 length = s->length, m = old->length, n = by->length;
    if (m == 1 && n == 1 && most < 0 && s->kind == 1 && old->kind == 1 && by->kind == 1 && length > 1)
        return replace_byte(vm, args[0], old->data[0], by->data[0]);
    i64 hits = count_in(vm, args[0], args[1], 0, length, most < 0 ? INT64_MAX : most);
    if (hits == 0 || str_equal(vm, args[1], args[2]))
        return str_plain(vm, args[0]);
    i64 total = length + hits * (n - m);
    if (total > 0x3FFFFFFF)
        return raise_error(vm, EXC_OverflowError, "replace string is too long");
    if (total == 0)
        return retain(vm, EMPTY_STR);
    // At first with the wider kind; a result that turns out narrower (the wide characters were replaced) is narrowed.
    u32 kind = by->kind > s->kind ? by->kind : s->kind;
    Value v = str_new(vm, (u32)total, kind);
    if (unlikely(!v))
        return EMPTY;
    u8 *to = OBJ(vm, PyStr, v)->data;
    i64 from = 0;
    for (i64 k = 0; k < hits; k++) {
        i64 at = m ? str_find(vm, args[0], args[1], from, length, false) : from;
        i64 keep = m ? at - from : 0;
        copy_chars(to, kind, s->data + from * s->kind, s->kind, (u32)keep);
        to += keep * kind;
        copy_chars(to, kind, by->data, by->kind, (u32)n);
        to += n * kind;
        from = at + m;
        if (!m && from < length) { // an empty pattern matches before every character
            put_char(to, kind, 0, str_char(s, (u32)from));
            to += kind;
            from++;
        }
    }
    copy_chars(to, kind, s->data + from * s->kind, s->kind, (u32)(length - from));
    PyStr *r = OBJ(vm, PyStr, v);
    if (kind > 1 || total == 1) {
        Value narrow = str_from_chars(vm, r->data, kind, (u32)total);
        decref(vm, v);
        return narrow;
    }
    r->ascii = bytes_are_ascii(r->data, (u32)total);
    return v;
}
