// Methods of bytes and bytearray: both are a run of bytes, so each is written once.
#include "byte_views.h"
#include "float_text.h"

// --- case, padding, tests -------------------------------------------------------------------------------------------------------------------

enum { CASE_UPPER, CASE_LOWER, CASE_FOLD, CASE_TITLE, CASE_CAPITALIZE, CASE_SWAP }; // change_case of str_build.c

static Value with_case(VM *vm, Value self, u32 op)
{
    ByteView text;
    byte_view(vm, self, &text);
    Value v = bytes_room(vm, self, text.length);
    if (likely(v))
        change_case(bytes_data(vm, v), text.data, text.length, op);
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
    byte_view(vm, args[0], &text);
    if (!int_fits_index(vm, args[1], &width, EXC_OverflowError))
        return EMPTY;
    if (nargs > 2 && (!byte_view(vm, args[2], &fill) || fill.length != 1))
        return raise_error(vm, EXC_TypeError, "%s() argument 2 must be a byte string of length 1, not %T", name, args[2]);
    i64 missing = width - (i64)text.length;
    if (width <= (i64)text.length)
        return bytes_itself(vm, args[0]);
    i64 left = where == 0 ? 0 : where == 1 ? missing : missing / 2 + (missing & width & 1);
    Value v = bytes_room(vm, args[0], (u64)width);
    if (unlikely(!v))
        return EMPTY;
    u8 *to = bytes_data(vm, v);
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
    byte_view(vm, args[0], &text);
    if (!int_fits_index(vm, args[1], &width, EXC_OverflowError))
        return EMPTY;
    if (width <= text.length)
        return bytes_itself(vm, args[0]);
    Value v = bytes_room(vm, args[0], (u64)width);
    if (unlikely(!v))
        return EMPTY;
    u8 *to = bytes_data(vm, v);
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
    byte_view(vm, self, &text);
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
    byte_view(vm, args[0], &text);
    return retain(vm, make_bool(bytes_are_ascii(text.data, text.length)));
}
STATIC_METHOD(b_islower) { return test(vm, args[0], IS_LOWER); }
STATIC_METHOD(b_isupper) { return test(vm, args[0], IS_UPPER); }
STATIC_METHOD(b_istitle) { return test(vm, args[0], IS_TITLE); }

// --- decode: well-formed UTF-8, Latin-1 and ASCII here, everything else in TypeScript -----------------------------------------------------

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
    byte_view(vm, args[0], &text);
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
    byte_view(vm, args[0], &text);
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
    byte_view(vm, args[0], &a);
    if (!byte_view(vm, args[1], &b))
        return raise_error(vm, EXC_TypeError, "can't concat %T to %T", args[1], args[0]);
    if (!b.length && ref_type(vm, args[0]) == TYPE_BYTES)
        return retain(vm, args[0]);
    if (!a.length && ref_type(vm, args[0]) == TYPE_BYTES && ref_type(vm, args[1]) == TYPE_BYTES)
        return retain(vm, args[1]);
    Value v = bytes_room(vm, args[0], (u64)a.length + b.length);
    if (unlikely(!v))
        return EMPTY;
    memcpy(bytes_data(vm, v), a.data, a.length);
    memcpy(bytes_data(vm, v) + a.length, b.data, b.length);
    return v;
}
STATIC_METHOD(b_mul)
{
    i64 count;
    ByteView text;
    Value result;
    if (!repeat_count(vm, bytes_kind(vm, args[0]) == LAYOUT_BYTES ? TYPE_BYTES : TYPE_BYTEARRAY, "__mul__", args, &count, &result))
        return result;
    byte_view(vm, args[0], &text);
    if (count <= 0 || !text.length)
        return bytes_like(vm, args[0], NULL, 0);
    if (count == 1)
        return bytes_itself(vm, args[0]);
    if (count > 0xE0000000ll / text.length)
        return raise_memory_error(vm);
    Value v = bytes_room(vm, args[0], text.length * (u64)count);
    if (unlikely(!v))
        return EMPTY;
    u8 *to = bytes_data(vm, v);
    if (text.length == 1)
        memset(to, text.data[0], (size_t)count);
    else
        for (i64 i = 0; i < count; i++)
            memcpy(to + i * text.length, text.data, text.length);
    return v;
}

STATIC_METHOD(b_getitem)
{
    ByteView text;
    byte_view(vm, args[0], &text);
    if (is_object(args[1]) && kind_of(vm, args[1]) == LAYOUT_SLICE) {
        i64 start, stop, step, count;
        int status = slice_unpack(vm, args[1], text.length, &start, &stop, &step, &count);
        if (status == 2) // parts with __index__
            return tail_with_index(vm, kind_of(vm, args[0]) == LAYOUT_BYTES ? TYPE_BYTES : TYPE_BYTEARRAY, "__getitem__", 2, 2, args);
        if (status == 0)
            return EMPTY;
        if (step == 1)
            return bytes_slice(vm, args[0], start, start + count);
        u8 single;
        if (count == 1) {
            single = text.data[start];
            return bytes_like(vm, args[0], &single, 1);
        }
        Value v = bytes_room(vm, args[0], (u64)count);
        if (unlikely(!v))
            return EMPTY;
        u8 *to = bytes_data(vm, v);
        for (i64 i = 0; i < count; i++)
            to[i] = text.data[start + i * step];
        return v;
    }
    i64 index;
    if (!is_byte_index(vm, args[1]) && special_of(vm, args[1], SPECIAL_index))
        return tail_prelude(vm, PRELUDE_INDEX, 2, args[0], args[1]);
    return byte_item_index(vm, args[0], args[1], &index) ? int48(text.data[index]) : EMPTY;
}

static Value compare(VM *vm, Value *args, u32 op)
{
    ByteView a, b;
    byte_view(vm, args[0], &a);
    // (Whether a memoryview is equal it says itself, by its format; bytearrays come before or after its bytes.)
    bool is_view = bytes_kind(vm, args[1]) == LAYOUT_OBJECT;
    bool orders = bytes_kind(vm, args[0]) == LAYOUT_BYTEARRAY && op != SPECIAL_eq && op != SPECIAL_ne;
    if ((is_view && !orders) || !byte_view(vm, args[1], &b))
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

// Which arguments are indices: bit 1 the first one.
WITH_INDEX(bytes_find, "find", 14)
WITH_INDEX(bytes_rfind, "rfind", 14)
WITH_INDEX(bytes_index, "index", 14)
WITH_INDEX(bytes_rindex, "rindex", 14)
WITH_INDEX(bytes_count, "count", 14)
WITH_INDEX(bytes_startswith, "startswith", 12)
WITH_INDEX(bytes_endswith, "endswith", 12)
WITH_INDEX(bytes_split, "split", 4)
WITH_INDEX(bytes_rsplit, "rsplit", 4)
WITH_INDEX(bytes_replace, "replace", 8)
WITH_INDEX(b_ljust, "ljust", 2)
WITH_INDEX(b_rjust, "rjust", 2)
WITH_INDEX(b_center, "center", 2)
WITH_INDEX(b_zfill, "zfill", 2)
WITH_INDEX(bytes_contains, "__contains__", 2)

// --- tables -----------------------------------------------------------------------------------------------------------------------------------------

#define SEARCH_SIGNATURE "($self, sub[, start[, end]], /)"
#define PAD_SIGNATURE "($self, width, fillchar=b' ', /)"

#define SHARED(type) \
    DEF(type, "find", bytes_find_with_index, 2, 4, SEARCH_SIGNATURE), DEF(type, "rfind", bytes_rfind_with_index, 2, 4, SEARCH_SIGNATURE), \
    DEF(type, "index", bytes_index_with_index, 2, 4, SEARCH_SIGNATURE), DEF(type, "rindex", bytes_rindex_with_index, 2, 4, SEARCH_SIGNATURE), \
    DEF(type, "count", bytes_count_with_index, 2, 4, SEARCH_SIGNATURE), DEF(type, "startswith", bytes_startswith_with_index, 2, 4, SEARCH_SIGNATURE), \
    DEF(type, "endswith", bytes_endswith_with_index, 2, 4, SEARCH_SIGNATURE), DEF(type, "removeprefix", bytes_removeprefix, 2, 2, "($self, prefix, /)"), \
    DEF(type, "removesuffix", bytes_removesuffix, 2, 2, "($self, suffix, /)"), DEF(type, "strip", bytes_strip, 1, 2, "($self, bytes=None, /)"), \
    DEF(type, "lstrip", bytes_lstrip, 1, 2, "($self, bytes=None, /)"), DEF(type, "rstrip", bytes_rstrip, 1, 2, "($self, bytes=None, /)"), \
    KW(type, "split", bytes_split_with_index, 1, 3, "($self, /, sep=None, maxsplit=-1)"), KW(type, "rsplit", bytes_rsplit_with_index, 1, 3, "($self, /, sep=None, maxsplit=-1)"), \
    KW(type, "splitlines", bytes_splitlines, 1, 2, "($self, /, keepends=False)"), DEF(type, "partition", bytes_partition, 2, 2, "($self, sep, /)"), \
    DEF(type, "rpartition", bytes_rpartition, 2, 2, "($self, sep, /)"), DEF(type, "replace", bytes_replace_with_index, 3, 4, "($self, old, new, count=-1, /)"), \
    DEF(type, "join", bytes_join, 2, 2, "($self, iterable_of_bytes, /)"), DEF(type, "upper", b_upper, 1, 1, PLAIN), \
    DEF(type, "lower", b_lower, 1, 1, PLAIN), DEF(type, "title", b_title, 1, 1, PLAIN), DEF(type, "capitalize", b_capitalize, 1, 1, PLAIN), \
    DEF(type, "swapcase", b_swapcase, 1, 1, PLAIN), DEF(type, "ljust", b_ljust_with_index, 2, 3, PAD_SIGNATURE), DEF(type, "rjust", b_rjust_with_index, 2, 3, PAD_SIGNATURE), \
    DEF(type, "center", b_center_with_index, 2, 3, PAD_SIGNATURE), DEF(type, "zfill", b_zfill_with_index, 2, 2, "($self, width, /)"), \
    DEF(type, "isalpha", b_isalpha, 1, 1, PLAIN), DEF(type, "isdigit", b_isdigit, 1, 1, PLAIN), DEF(type, "isalnum", b_isalnum, 1, 1, PLAIN), \
    DEF(type, "isspace", b_isspace, 1, 1, PLAIN), DEF(type, "isascii", b_isascii, 1, 1, PLAIN), DEF(type, "islower", b_islower, 1, 1, PLAIN), \
    DEF(type, "isupper", b_isupper, 1, 1, PLAIN), DEF(type, "istitle", b_istitle, 1, 1, PLAIN), \
    KW(type, "decode", b_decode, 1, 3, "($self, /, encoding='utf-8', errors='strict')"), \
    WRAP(type, "__len__", b_len, 1, PLAIN), WRAP(type, "__getitem__", b_getitem, 2, "($self, key, /)"), \
    WRAP(type, "__contains__", bytes_contains_with_index, 2, "($self, key, /)"), WRAP(type, "__add__", b_add, 2, VALUE_SIGNATURE), \
    WRAP(type, "__mul__", b_mul, 2, VALUE_SIGNATURE), WRAP(type, "__rmul__", b_mul, 2, VALUE_SIGNATURE), \
    WRAP(type, "__mod__", b_mod, 2, VALUE_SIGNATURE), WRAP(type, "__rmod__", b_rmod, 2, VALUE_SIGNATURE), WRAP(type, "__iter__", b_iter, 1, PLAIN), WRAP(type, "__lt__", b_lt, 2, VALUE_SIGNATURE), \
    WRAP(type, "__le__", b_le, 2, VALUE_SIGNATURE), WRAP(type, "__eq__", b_eq, 2, VALUE_SIGNATURE), WRAP(type, "__ne__", b_ne, 2, VALUE_SIGNATURE), \
    WRAP(type, "__gt__", b_gt, 2, VALUE_SIGNATURE), WRAP(type, "__ge__", b_ge, 2, VALUE_SIGNATURE)

const BuiltinDef bytes_defs[] = {
    SHARED(TYPE_BYTES), WRAP(TYPE_BYTES, "__hash__", b_hash, 1, PLAIN), SHARED(TYPE_BYTEARRAY), {"", 0, 0, 0, 0, 0, 0}};
