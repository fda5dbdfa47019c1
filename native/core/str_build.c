// Methods of str that make a string of others (join, repeat, pad, case), its tests of character classes, and its protocol methods.
#include "float_text.h"
#include "str_methods.h"
#include "unicode.h"

// --- join --------------------------------------------------------------------------------------------------------------------

// items: a list's or tuple's, which nothing can change meanwhile.
static Value join_items(VM *vm, Value separator, const Value *items, u32 count)
{
    PyStr *sep = OBJ(vm, PyStr, separator);
    if (count == 0)
        return retain(vm, EMPTY_STR);
    u64 total = (u64)sep->length * (count - 1);
    u32 kind = count > 1 ? sep->kind : 1, ascii = count > 1 ? sep->ascii : 1;
    if (count > 1 && !sep->length)
        kind = 1, ascii = 1;
    for (u32 i = 0; i < count; i++) {
        if (unlikely(!is_exact(vm, items[i], TYPE_STR)) && unlikely(!is_str(vm, items[i])))
            return raise_error(vm, EXC_TypeError, "sequence item %u: expected str instance, %T found", i, items[i]);
        PyStr *s = OBJ(vm, PyStr, items[i]);
        total += s->length;
        ascii &= s->ascii | !s->length;
        if (s->kind > kind)
            kind = s->kind;
    }
    if (count == 1)
        return str_plain(vm, items[0]);
    if (total > 0x3FFFFFFF)
        return raise_error(vm, EXC_OverflowError, "join() result is too long for a Python string");
    if (total <= 1) {
        for (u32 i = 0; i < count; i++)
            if (OBJ(vm, PyStr, items[i])->length)
                return str_plain(vm, items[i]);
        return total ? str_plain(vm, separator) : retain(vm, EMPTY_STR);
    }
    Value v = str_new(vm, (u32)total, kind);
    if (unlikely(!v))
        return EMPTY;
    u8 *to = OBJ(vm, PyStr, v)->data;
    for (u32 i = 0; i < count && kind == 1 && !sep->length; i++) { // characters, mostly
        PyStr *s = OBJ(vm, PyStr, items[i]);
        if (s->length == 1)
            *to = s->data[0];
        else
            memcpy(to, s->data, s->length);
        to += s->length;
    }
    for (u32 i = 0; i < count && (kind != 1 || sep->length); i++) {
        if (i && sep->length) {
            copy_chars(to, kind, sep->data, sep->kind, sep->length);
            to += (size_t)sep->length * kind;
        }
        PyStr *s = OBJ(vm, PyStr, items[i]);
        copy_chars(to, kind, s->data, s->kind, s->length);
        to += (size_t)s->length * kind;
    }
    OBJ(vm, PyStr, v)->ascii = (u8)ascii;
    return v;
}

TEXT_METHOD(str_join)
{
    u32 kind = is_object(args[1]) ? kind_of(vm, args[1]) : LAYOUT_INT;
    if (kind == LAYOUT_LIST && ref_type(vm, args[1]) == TYPE_LIST) {
        PyList *list = OBJ(vm, PyList, args[1]);
        return join_items(vm, args[0], AT(vm, Value, list->items), list->length);
    }
    if (kind == LAYOUT_TUPLE && ref_type(vm, args[1]) == TYPE_TUPLE) {
        PyTuple *tuple = OBJ(vm, PyTuple, args[1]);
        return join_items(vm, args[0], tuple->items, tuple->length);
    }
    if (is_object(args[1]) && kind == LAYOUT_ITERATOR) {
        Value list = list_new(vm, 0), result = EMPTY;
        bool served = true;
        if (list != EMPTY && list_extend_pure(vm, list, args[1], &served))
            result = join_items(vm, args[0], AT(vm, Value, OBJ(vm, PyList, list)->items), OBJ(vm, PyList, list)->length);
        else if (!served)
            result = tail_prelude(vm, PRELUDE_STR_JOIN, 2, args[0], args[1]);
        decref(vm, list);
        return result;
    }
    return tail_prelude(vm, PRELUDE_STR_JOIN, 2, args[0], args[1]); // str_join(separator, iterable): makes a list of it first
}

// --- concatenation, repetition, padding -------------------------------------------------------------------------------------------

TEXT_METHOD(str_add)
{
    if (!is_str(vm, args[1]))
        return raise_error(vm, EXC_TypeError, "can only concatenate str (not \"%T\") to str", args[1]);
    if (!OBJ(vm, PyStr, args[1])->length)
        return str_plain(vm, args[0]);
    if (!OBJ(vm, PyStr, args[0])->length)
        return str_plain(vm, args[1]);
    return str_concat(vm, args[0], args[1]);
}

static void fill_repeated(u8 *to, size_t total, size_t unit) // to[0..unit) is filled already
{
    for (size_t done = unit; done < total; done *= 2)
        memcpy(to + done, to, done < total - done ? done : total - done);
}

Value str_repeat(VM *vm, Value text, i64 count)
{
    PyStr *s = OBJ(vm, PyStr, text);
    if (count <= 0 || !s->length)
        return retain(vm, EMPTY_STR);
    if (count == 1)
        return str_plain(vm, text);
    if (count > 0x3FFFFFFF / (i64)s->length)
        return raise_memory_error(vm);
    u32 total = (u32)(s->length * count);
    Value v = str_new(vm, total, s->kind);
    if (unlikely(!v))
        return EMPTY;
    PyStr *r = OBJ(vm, PyStr, v);
    memcpy(r->data, s->data, (size_t)s->length * s->kind);
    fill_repeated(r->data, (size_t)total * s->kind, (size_t)s->length * s->kind);
    r->ascii = s->ascii;
    return v;
}

TEXT_METHOD(str_mul)
{
    i64 count;
    Value result;
    return repeat_count(vm, TYPE_STR, "__mul__", args, &count, &result) ? str_repeat(vm, args[0], count) : result;
}

static Value pad(VM *vm, Value text, i64 left, i64 right, u32 fill)
{
    PyStr *s = OBJ(vm, PyStr, text);
    if (left <= 0 && right <= 0)
        return str_plain(vm, text);
    if (left + right + s->length > 0x3FFFFFFF)
        return raise_memory_error(vm);
    u32 total = (u32)(left + right + s->length), kind = kind_for_char(fill) > s->kind ? kind_for_char(fill) : s->kind;
    if (total == 1)
        return str_from_char(vm, fill);
    Value v = str_new(vm, total, kind);
    if (unlikely(!v))
        return EMPTY;
    PyStr *r = OBJ(vm, PyStr, v);
    for (u32 i = 0; i < left; i++)
        put_char(r->data, kind, i, fill);
    copy_chars(r->data + left * kind, kind, s->data, s->kind, s->length);
    for (u32 i = (u32)left + s->length; i < total; i++)
        put_char(r->data, kind, i, fill);
    r->ascii = fill < 0x80 && (s->ascii || !s->length);
    return v;
}

static bool pad_arguments(VM *vm, Value *args, u32 nargs, i64 *missing, u32 *fill)
{
    i64 width;
    if (!int_fits_index(vm, args[1], &width, EXC_OverflowError))
        return false;
    *fill = ' ';
    if (nargs > 2) {
        if (!is_str(vm, args[2])) {
            raise_error(vm, EXC_TypeError, "The fill character must be a unicode character, not %T", args[2]);
            return false;
        }
        PyStr *s = OBJ(vm, PyStr, args[2]);
        if (s->length != 1) {
            raise_error(vm, EXC_TypeError, "The fill character must be exactly one character long");
            return false;
        }
        *fill = str_char(s, 0);
    }
    i64 length = OBJ(vm, PyStr, args[0])->length;
    *missing = width <= length ? 0 : width - length; // (a difference of the least width would be a positive one)
    return true;
}

TEXT_METHOD(str_ljust)
{
    i64 missing;
    u32 fill;
    return pad_arguments(vm, args, nargs, &missing, &fill) ? pad(vm, args[0], 0, missing, fill) : EMPTY;
}
TEXT_METHOD(str_rjust)
{
    i64 missing;
    u32 fill;
    return pad_arguments(vm, args, nargs, &missing, &fill) ? pad(vm, args[0], missing, 0, fill) : EMPTY;
}
TEXT_METHOD(str_center)
{
    i64 missing;
    u32 fill;
    if (!pad_arguments(vm, args, nargs, &missing, &fill))
        return EMPTY;
    i64 width = missing + OBJ(vm, PyStr, args[0])->length;
    i64 left = missing / 2 + (missing & width & 1); // an odd space goes left when the width is odd
    return pad(vm, args[0], left, missing - left, fill);
}
TEXT_METHOD(str_zfill)
{
    i64 width;
    if (!int_fits_index(vm, args[1], &width, EXC_OverflowError))
        return EMPTY;
    PyStr *s = OBJ(vm, PyStr, args[0]);
    if (width <= s->length)
        return str_plain(vm, args[0]);
    u32 first = s->length ? str_char(s, 0) : 0;
    i64 left = width - s->length;
    Value v = pad(vm, args[0], left, 0, '0');
    if (v && (first == '+' || first == '-')) {
        PyStr *r = OBJ(vm, PyStr, v);
        str_set_char(r, (u32)left, '0');
        str_set_char(r, 0, first);
    }
    return v;
}

TEXT_METHOD(str_expandtabs)
{
    static const char name[] = "tabsize";
    const char *const names[1] = {name};
    Value size;
    i64 tab = 8;
    if (!bind_keywords(vm, args, nargs, kwnames, "expandtabs", names, 1, &size) || (size && !int_fits_index(vm, size, &tab, EXC_OverflowError)))
        return EMPTY;
    PyStr *s = OBJ(vm, PyStr, args[0]);
    Value result = EMPTY;
    for (u32 pass = 0; pass < 2; pass++) { // measure, then write
        u64 at = 0, column = 0;
        u8 *to = result ? OBJ(vm, PyStr, result)->data : NULL;
        for (u32 i = 0; i < s->length; i++) {
            u32 c = str_char(s, i);
            if (c == '\t') {
                u64 spaces = tab > 0 ? (u64)tab - column % (u64)tab : 0;
                for (u64 k = 0; to && k < spaces; k++)
                    put_char(to, s->kind, (u32)(at + k), ' ');
                at += spaces;
                column += spaces;
                if (at > 0x3FFFFFFF)
                    return raise_error(vm, EXC_OverflowError, "result is too long");
                continue;
            }
            if (to)
                put_char(to, s->kind, (u32)at, c);
            at++;
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
        if (pass == 0) {
            if (at == 0)
                return retain(vm, EMPTY_STR);
            result = str_new(vm, (u32)at, s->kind);
            if (unlikely(!result))
                return EMPTY;
        }
    }
    PyStr *r = OBJ(vm, PyStr, result);
    r->ascii = s->ascii;
    if (r->length > 1)
        return result;
    Value one = str_from_char(vm, str_char(r, 0));
    decref(vm, result);
    return one;
}

// --- case (ASCII here, the rest in TypeScript) -------------------------------------------------------------------------------------

typedef enum { CASE_UPPER, CASE_LOWER, CASE_FOLD, CASE_TITLE, CASE_CAPITALIZE, CASE_SWAP } StrCase;

INLINE bool ascii_upper(u32 c) { return c - 'A' < 26; }
INLINE bool ascii_lower(u32 c) { return c - 'a' < 26; }
INLINE bool ascii_alpha(u32 c) { return (c | 32) - 'a' < 26; }
INLINE bool ascii_digit(u32 c) { return c - '0' < 10; }
INLINE u8 to_upper(u8 c) { return ascii_lower(c) ? c - 32 : c; }
INLINE u8 to_lower(u8 c) { return ascii_upper(c) ? c + 32 : c; }

void change_case(u8 *to, const u8 *from, u32 length, u32 op)
{
    bool in_word = false;
    for (u32 i = 0; i < length; i++) {
        u8 c = from[i];
        switch (op) {
        case CASE_UPPER: c = to_upper(c); break;
        case CASE_LOWER:
        case CASE_FOLD: c = to_lower(c); break;
        case CASE_TITLE: c = in_word ? to_lower(c) : to_upper(c); break;
        case CASE_CAPITALIZE: c = i ? to_lower(c) : to_upper(c); break;
        default: c = ascii_upper(c) ? c + 32 : to_upper(c); break;
        }
        to[i] = c;
        in_word = ascii_alpha(c);
    }
}

// Latin-1 letters whose other case is one Latin-1 letter, too; false: not all are.
static bool change_case_latin1(u8 *to, const u8 *from, u32 length, StrCase op)
{
    for (u32 i = 0; i < length; i++) {
        u8 c = from[i];
        if (op == CASE_UPPER) {
            if (c == 0xB5 || c == 0xDF || c == 0xFF)
                return false;
            to[i] = c < 0x80 ? to_upper(c) : c >= 0xE0 && c != 0xF7 ? c - 32 : c;
        } else {
            to[i] = c < 0x80 ? to_lower(c) : c >= 0xC0 && c <= 0xDE && c != 0xD7 ? c + 32 : c;
        }
    }
    return true;
}

static Value with_case(VM *vm, Value text, StrCase op)
{
    PyStr *s = OBJ(vm, PyStr, text);
    if (!s->length)
        return retain(vm, EMPTY_STR);
    if (!s->ascii && s->kind == 1 && s->length > 1 && (op == CASE_UPPER || op == CASE_LOWER)) {
        Value changed = str_new(vm, s->length, 1);
        if (!changed || change_case_latin1(OBJ(vm, PyStr, changed)->data, s->data, s->length, op))
            return changed;
        decref(vm, changed);
    }
    if (!s->ascii)
        return tail_host(vm, HOOK_STR_CASE, 2, int48(op), text);
    if (s->length == 1) {
        u8 c;
        change_case(&c, s->data, 1, op);
        return retain(vm, CHAR_STR(c));
    }
    Value v = str_new(vm, s->length, 1);
    if (unlikely(!v))
        return EMPTY;
    PyStr *r = OBJ(vm, PyStr, v);
    change_case(r->data, OBJ(vm, PyStr, text)->data, r->length, op);
    r->ascii = 1;
    return v;
}

TEXT_METHOD(str_upper) { return with_case(vm, args[0], CASE_UPPER); }
TEXT_METHOD(str_lower) { return with_case(vm, args[0], CASE_LOWER); }
TEXT_METHOD(str_casefold) { return with_case(vm, args[0], CASE_FOLD); }
TEXT_METHOD(str_title) { return with_case(vm, args[0], CASE_TITLE); }
TEXT_METHOD(str_capitalize) { return with_case(vm, args[0], CASE_CAPITALIZE); }
TEXT_METHOD(str_swapcase) { return with_case(vm, args[0], CASE_SWAP); }

// --- tests ---------------------------------------------------------------------------------------------------------------------------

typedef enum {
    TEST_ALPHA, TEST_DIGIT, TEST_DECIMAL, TEST_NUMERIC, TEST_ALNUM, TEST_LOWER, TEST_UPPER, TEST_TITLE, TEST_PRINTABLE, TEST_IDENTIFIER
} StrTest;

static bool ascii_test(const u8 *data, u32 length, StrTest op)
{
    bool cased = false, previous_cased = false;
    for (u32 i = 0; i < length; i++) {
        u8 c = data[i];
        switch (op) {
        case TEST_ALPHA: if (!ascii_alpha(c)) return false; break;
        case TEST_DIGIT:
        case TEST_DECIMAL:
        case TEST_NUMERIC: if (!ascii_digit(c)) return false; break;
        case TEST_ALNUM: if (!ascii_alpha(c) && !ascii_digit(c)) return false; break;
        case TEST_PRINTABLE: if (c < 32 || c > 126) return false; break;
        case TEST_IDENTIFIER: if (!ascii_alpha(c) && c != '_' && !(i && ascii_digit(c))) return false; break;
        case TEST_LOWER: if (ascii_upper(c)) return false; cased |= ascii_lower(c); break;
        case TEST_UPPER: if (ascii_lower(c)) return false; cased |= ascii_upper(c); break;
        case TEST_TITLE:
            if (ascii_upper(c) ? previous_cased : ascii_lower(c) && !previous_cased)
                return false;
            previous_cased = ascii_alpha(c);
            cased |= previous_cased;
            break;
        }
    }
    return op == TEST_LOWER || op == TEST_UPPER || op == TEST_TITLE ? cased : true;
}

// What one property of every character decides. -1: another test.
static int flags_test(const PyStr *s, StrTest op)
{
    u32 wanted = op == TEST_ALPHA     ? CHAR_ALPHA
               : op == TEST_DIGIT     ? CHAR_DIGIT
               : op == TEST_DECIMAL   ? CHAR_DECIMAL
               : op == TEST_NUMERIC   ? CHAR_NUMERIC
               : op == TEST_ALNUM     ? CHAR_ALPHA | CHAR_DECIMAL | CHAR_DIGIT | CHAR_NUMERIC
               : op == TEST_PRINTABLE ? CHAR_PRINTABLE
                                      : 0;
    if (!wanted)
        return -1;
    for (u32 i = 0; i < s->length; i++)
        if (!(char_flags(get_char(s->data, s->kind, i)) & wanted))
            return 0;
    return 1;
}

static Value test_chars(VM *vm, Value text, StrTest op)
{
    PyStr *s = OBJ(vm, PyStr, text);
    if (!s->length)
        return retain(vm, make_bool(op == TEST_PRINTABLE));
    if (!s->ascii) {
        int decided = flags_test(s, op);
        return decided < 0 ? tail_host(vm, HOOK_STR_TEST, 2, int48(op), text) : retain(vm, make_bool(decided));
    }
    return retain(vm, make_bool(ascii_test(s->data, s->length, op)));
}

TEXT_METHOD(str_isalpha) { return test_chars(vm, args[0], TEST_ALPHA); }
TEXT_METHOD(str_isdigit) { return test_chars(vm, args[0], TEST_DIGIT); }
TEXT_METHOD(str_isdecimal) { return test_chars(vm, args[0], TEST_DECIMAL); }
TEXT_METHOD(str_isnumeric) { return test_chars(vm, args[0], TEST_NUMERIC); }
TEXT_METHOD(str_isalnum) { return test_chars(vm, args[0], TEST_ALNUM); }
TEXT_METHOD(str_islower) { return test_chars(vm, args[0], TEST_LOWER); }
TEXT_METHOD(str_isupper) { return test_chars(vm, args[0], TEST_UPPER); }
TEXT_METHOD(str_istitle) { return test_chars(vm, args[0], TEST_TITLE); }
TEXT_METHOD(str_isprintable) { return test_chars(vm, args[0], TEST_PRINTABLE); }
TEXT_METHOD(str_isidentifier) { return test_chars(vm, args[0], TEST_IDENTIFIER); }
TEXT_METHOD(str_isascii)
{
    PyStr *s = OBJ(vm, PyStr, args[0]);
    return retain(vm, make_bool(s->ascii || !s->length));
}
TEXT_METHOD(str_isspace)
{
    PyStr *s = OBJ(vm, PyStr, args[0]);
    for (u32 i = 0; i < s->length; i++)
        if (!char_is_space(str_char(s, i)))
            return retain(vm, FALSE);
    return retain(vm, make_bool(s->length != 0));
}

// --- protocol ------------------------------------------------------------------------------------------------------------------------

TEXT_METHOD(str_len) { return int48(OBJ(vm, PyStr, args[0])->length); }
TEXT_METHOD(str_hash_method) { return int48(str_hash(vm, args[0])); }
TEXT_METHOD(str_getnewargs)
{
    Value item = str_plain(vm, args[0]);
    return item ? tuple_take(vm, &item, 1) : EMPTY;
}

TEXT_METHOD(str_getitem)
{
    i64 length = OBJ(vm, PyStr, args[0])->length, index;
    if (is_object(args[1]) && kind_of(vm, args[1]) == LAYOUT_SLICE) {
        i64 start, stop, step, count;
        int status = slice_unpack(vm, args[1], length, &start, &stop, &step, &count);
        if (status == 2) // parts with __index__
            return tail_with_index(vm, TYPE_STR, "__getitem__", 2, 2, args);
        if (status == 0)
            return EMPTY;
        if (count == length && step == 1)
            return str_plain(vm, args[0]);
        return str_slice(vm, args[0], start, step, (u32)count);
    }
    if (!is_int48(args[1]) && args[1] != TRUE && args[1] != FALSE && !(is_object(args[1]) && kind_of(vm, args[1]) == LAYOUT_INT)) {
        if (special_of(vm, args[1], SPECIAL_index)) // an object with __index__: the prelude asks it and comes back
            return tail_prelude(vm, PRELUDE_INDEX, 2, args[0], args[1]);
        return raise_error(vm, EXC_TypeError, "string indices must be integers, not '%T'", args[1]);
    }
    if (!int_fits_index(vm, args[1], &index, EXC_IndexError))
        return EMPTY;
    if (index < 0)
        index += length;
    if (index < 0 || index >= length)
        return raise_error(vm, EXC_IndexError, "string index out of range");
    return str_item(vm, args[0], (u32)index);
}

static Value compare(VM *vm, Value *args, u32 op)
{
    if (!is_str(vm, args[1]))
        return retain(vm, NOTIMPLEMENTED);
    if (op == SPECIAL_eq || op == SPECIAL_ne)
        return retain(vm, make_bool(str_equal(vm, args[0], args[1]) == (op == SPECIAL_eq)));
    int order = str_compare(vm, args[0], args[1]);
    return retain(vm, make_bool(op == SPECIAL_lt ? order < 0 : op == SPECIAL_le ? order <= 0 : op == SPECIAL_gt ? order > 0 : order >= 0));
}

TEXT_METHOD(str_lt) { return compare(vm, args, SPECIAL_lt); }
TEXT_METHOD(str_le) { return compare(vm, args, SPECIAL_le); }
TEXT_METHOD(str_eq) { return compare(vm, args, SPECIAL_eq); }
TEXT_METHOD(str_ne) { return compare(vm, args, SPECIAL_ne); }
TEXT_METHOD(str_gt) { return compare(vm, args, SPECIAL_gt); }
TEXT_METHOD(str_ge) { return compare(vm, args, SPECIAL_ge); }
TEXT_METHOD(str_mod)
{
    Value text = percent_simple(vm, args[0], args[1]);
    return text != EMPTY || vm->exception != EMPTY ? text : tail_host(vm, HOOK_STR_MOD, 2, args[0], args[1]);
}
TEXT_METHOD(str_format_method)
{
    Value text = braces_simple(vm, args[0], args + 1, nargs - 1, kwnames, EMPTY);
    if (text != EMPTY || vm->exception != EMPTY)
        return text;
    u32 names = kwnames ? AT(vm, PyTuple, kwnames)->length : 0;
    Value arguments = tuple_from(vm, args + 1, nargs - 1), values = arguments ? tuple_from(vm, args + nargs, names) : EMPTY;
    Value result = values ? tail_host(vm, HOOK_STR_FORMAT, 4, args[0], arguments, kwnames ? kwnames : EMPTY_TUPLE, values) : EMPTY;
    decref(vm, arguments);
    decref(vm, values);
    return result;
}
TEXT_METHOD(str_rmod) { return is_str(vm, args[1]) ? tail_host(vm, HOOK_STR_MOD, 2, args[1], args[0]) : retain(vm, NOTIMPLEMENTED); }
TEXT_METHOD(str_iter) { return container_iter(vm, args[0]); }

// --- encode: UTF-8, Latin-1 and ASCII when nothing is in the way; the rest and all errors are TypeScript's ---------------------------

static bool name_is(PyStr *name, const char *lower) // case-insensitive, '_' and '-' alike
{
    if (name->kind != 1 || name->length != strlen(lower))
        return false;
    for (u32 i = 0; i < name->length; i++) {
        u8 c = to_lower(name->data[i]);
        if ((c == '_' ? '-' : c) != (u8)lower[i])
            return false;
    }
    return true;
}

// 1 UTF-8, 2 Latin-1, 3 ASCII, 0 another one
u32 encoding_of(VM *vm, Value name)
{
    if (!name)
        return 1;
    PyStr *s = OBJ(vm, PyStr, name);
    if (name_is(s, "utf-8") || name_is(s, "utf8"))
        return 1;
    if (name_is(s, "latin-1") || name_is(s, "latin1") || name_is(s, "iso-8859-1"))
        return 2;
    return name_is(s, "ascii") || name_is(s, "us-ascii") ? 3 : 0;
}

INLINE u32 put_utf8(u8 *to, u32 c)
{
    if (c < 0x80) {
        to[0] = (u8)c;
        return 1;
    }
    if (c < 0x800) {
        to[0] = (u8)(0xC0 | c >> 6);
        to[1] = (u8)(0x80 | (c & 63));
        return 2;
    }
    if (c < 0x10000) {
        to[0] = (u8)(0xE0 | c >> 12);
        to[1] = (u8)(0x80 | (c >> 6 & 63));
        to[2] = (u8)(0x80 | (c & 63));
        return 3;
    }
    to[0] = (u8)(0xF0 | c >> 18);
    to[1] = (u8)(0x80 | (c >> 12 & 63));
    to[2] = (u8)(0x80 | (c >> 6 & 63));
    to[3] = (u8)(0x80 | (c & 63));
    return 4;
}

// Three loops, one for each kind: the first of them, and the second while there are no surrogates, are ones for the processor's vectors.
u64 utf8_length(const PyStr *s)
{
    u64 bytes = s->length;
    if (s->kind == 1)
        for (u32 i = 0; i < s->length; i++)
            bytes += s->data[i] >> 7;
    else if (s->kind == 2)
        for (u32 i = 0; i < s->length; i++)
            bytes += (((const u16 *)s->data)[i] >= 0x80) + (((const u16 *)s->data)[i] >= 0x800);
    else
        for (u32 i = 0; i < s->length; i++)
            bytes += (((const u32 *)s->data)[i] >= 0x80) + (((const u32 *)s->data)[i] >= 0x800) + (((const u32 *)s->data)[i] >= 0x10000);
    return bytes;
}

static bool has_surrogates(const PyStr *s)
{
    u32 found = 0;
    if (s->kind == 2)
        for (u32 i = 0; i < s->length; i++)
            found |= (((const u16 *)s->data)[i] & 0xF800) == 0xD800;
    else if (s->kind == 4)
        for (u32 i = 0; i < s->length; i++)
            found |= (((const u32 *)s->data)[i] & 0xFFFFF800) == 0xD800;
    return found;
}

void put_utf8_text(u8 *to, const PyStr *s)
{
    if (s->kind == 1)
        for (u32 i = 0; i < s->length; i++)
            to += put_utf8(to, s->data[i]);
    else if (s->kind == 2)
        for (u32 i = 0; i < s->length; i++)
            to += put_utf8(to, ((const u16 *)s->data)[i]);
    else
        for (u32 i = 0; i < s->length; i++)
            to += put_utf8(to, ((const u32 *)s->data)[i]);
}

static Value encode_utf8(VM *vm, PyStr *s) // EMPTY without exception: has surrogates
{
    if (has_surrogates(s))
        return EMPTY;
    u64 bytes = utf8_length(s);
    if (bytes > 0xE0000000u)
        return raise_memory_error(vm);
    Value v = bytes_new(vm, NULL, (u32)bytes);
    if (unlikely(!v))
        return EMPTY;
    put_utf8_text(OBJ(vm, PyBytes, v)->data, s);
    return v;
}

// To Latin-1 or ASCII, with '?' or nothing for what has no place there.
static Value encode_lossy(VM *vm, PyStr *s, u32 limit, bool replaces)
{
    u32 length = 0;
    for (u32 i = 0; i < s->length; i++)
        length += replaces || str_char(s, i) < limit;
    Value v = bytes_new(vm, NULL, length);
    if (unlikely(!v))
        return EMPTY;
    u8 *to = OBJ(vm, PyBytes, v)->data;
    for (u32 i = 0; i < s->length; i++) {
        u32 c = str_char(s, i);
        if (c < limit || replaces)
            *to++ = c < limit ? (u8)c : '?';
    }
    return v;
}

TEXT_METHOD(str_encode)
{
    static const char first[] = "encoding", second[] = "errors";
    const char *const names[2] = {first, second};
    Value slots[2];
    if (!bind_keywords(vm, args, nargs, kwnames, "encode", names, 2, slots))
        return EMPTY;
    for (u32 i = 0; i < 2; i++)
        if (slots[i] && !is_str(vm, slots[i]))
            return raise_error(vm, EXC_TypeError, "encode() argument '%s' must be str, not %T", names[i], slots[i]);
    PyStr *s = OBJ(vm, PyStr, args[0]);
    u32 encoding = encoding_of(vm, slots[0]);
    if (encoding && (s->ascii || !s->length || (encoding == 2 && s->kind == 1)))
        return bytes_new(vm, s->data, s->length);
    if (encoding == 1) {
        Value v = encode_utf8(vm, s);
        if (v || vm->exception)
            return v;
    }
    PyStr *errors = slots[1] ? OBJ(vm, PyStr, slots[1]) : NULL;
    bool replaces = errors && str_is(errors, "replace");
    if (encoding > 1 && (replaces || (errors && str_is(errors, "ignore"))))
        return encode_lossy(vm, s, encoding == 2 ? 256 : 128, replaces);
    return tail_host(vm, HOOK_STR_ENCODE, 3, args[0], slots[0] ? slots[0] : NONE, slots[1] ? slots[1] : NONE);
}

// Which arguments are indices: bit 1 the first one.
WITH_INDEX(str_find_method, "find", 12)
WITH_INDEX(str_rfind, "rfind", 12)
WITH_INDEX(str_index, "index", 12)
WITH_INDEX(str_rindex, "rindex", 12)
WITH_INDEX(str_count, "count", 12)
WITH_INDEX(str_startswith, "startswith", 12)
WITH_INDEX(str_endswith, "endswith", 12)
WITH_INDEX(str_split, "split", 4)
WITH_INDEX(str_rsplit, "rsplit", 4)
WITH_INDEX(str_replace, "replace", 8)
WITH_INDEX(str_ljust, "ljust", 2)
WITH_INDEX(str_rjust, "rjust", 2)
WITH_INDEX(str_center, "center", 2)
WITH_INDEX(str_zfill, "zfill", 2)
WITH_INDEX(str_expandtabs, "expandtabs", 2)

#define FLAGS BUILTIN_FLAG_METHOD
#define DEF(name, function, low, high, signature) {name, function, low, high, FLAGS, TYPE_STR, signature}
#define KW(name, function, low, high, signature) {name, function, low, high, FLAGS | BUILTIN_FLAG_KEYWORDS, TYPE_STR, signature}
#define WRAP(name, function, count, signature) {name, function, count, count, FLAGS | BUILTIN_FLAG_WRAPPER, TYPE_STR, signature}
#define NONE_SIGNATURE "($self, /)"
#define SEARCH_SIGNATURE "($self, sub[, start[, end]], /)"

const BuiltinDef str_defs[] = {
    DEF("find", str_find_method_with_index, 2, 4, SEARCH_SIGNATURE), DEF("rfind", str_rfind_with_index, 2, 4, SEARCH_SIGNATURE),
    DEF("index", str_index_with_index, 2, 4, SEARCH_SIGNATURE), DEF("rindex", str_rindex_with_index, 2, 4, SEARCH_SIGNATURE),
    DEF("count", str_count_with_index, 2, 4, SEARCH_SIGNATURE), DEF("startswith", str_startswith_with_index, 2, 4, SEARCH_SIGNATURE),
    DEF("endswith", str_endswith_with_index, 2, 4, SEARCH_SIGNATURE), DEF("removeprefix", str_removeprefix, 2, 2, "($self, prefix, /)"),
    DEF("removesuffix", str_removesuffix, 2, 2, "($self, suffix, /)"), DEF("strip", str_strip, 1, 2, "($self, chars=None, /)"),
    DEF("lstrip", str_lstrip, 1, 2, "($self, chars=None, /)"), DEF("rstrip", str_rstrip, 1, 2, "($self, chars=None, /)"),
    KW("split", str_split_with_index, 1, 3, "($self, /, sep=None, maxsplit=-1)"), KW("rsplit", str_rsplit_with_index, 1, 3, "($self, /, sep=None, maxsplit=-1)"),
    KW("splitlines", str_splitlines, 1, 2, "($self, /, keepends=False)"), DEF("partition", str_partition, 2, 2, "($self, sep, /)"),
    DEF("rpartition", str_rpartition, 2, 2, "($self, sep, /)"), KW("replace", str_replace_with_index, 3, 4, "($self, old, new, /, count=-1)"),
    DEF("join", str_join, 2, 2, "($self, iterable, /)"), DEF("ljust", str_ljust_with_index, 2, 3, "($self, width, fillchar=' ', /)"),
    DEF("rjust", str_rjust_with_index, 2, 3, "($self, width, fillchar=' ', /)"), DEF("center", str_center_with_index, 2, 3, "($self, width, fillchar=' ', /)"),
    DEF("zfill", str_zfill_with_index, 2, 2, "($self, width, /)"), KW("expandtabs", str_expandtabs_with_index, 1, 2, "($self, /, tabsize=8)"),
    DEF("upper", str_upper, 1, 1, NONE_SIGNATURE), DEF("lower", str_lower, 1, 1, NONE_SIGNATURE), DEF("casefold", str_casefold, 1, 1, NONE_SIGNATURE),
    DEF("title", str_title, 1, 1, NONE_SIGNATURE), DEF("capitalize", str_capitalize, 1, 1, NONE_SIGNATURE),
    DEF("swapcase", str_swapcase, 1, 1, NONE_SIGNATURE), DEF("isalpha", str_isalpha, 1, 1, NONE_SIGNATURE),
    DEF("isdigit", str_isdigit, 1, 1, NONE_SIGNATURE), DEF("isdecimal", str_isdecimal, 1, 1, NONE_SIGNATURE),
    DEF("isnumeric", str_isnumeric, 1, 1, NONE_SIGNATURE), DEF("isalnum", str_isalnum, 1, 1, NONE_SIGNATURE),
    DEF("islower", str_islower, 1, 1, NONE_SIGNATURE), DEF("isupper", str_isupper, 1, 1, NONE_SIGNATURE),
    DEF("istitle", str_istitle, 1, 1, NONE_SIGNATURE), DEF("isprintable", str_isprintable, 1, 1, NONE_SIGNATURE),
    DEF("isidentifier", str_isidentifier, 1, 1, NONE_SIGNATURE), DEF("isascii", str_isascii, 1, 1, NONE_SIGNATURE),
    DEF("isspace", str_isspace, 1, 1, NONE_SIGNATURE), KW("encode", str_encode, 1, 3, "($self, /, encoding='utf-8', errors='strict')"),
    DEF("__getnewargs__", str_getnewargs, 1, 1, NULL),
    WRAP("__len__", str_len, 1, NONE_SIGNATURE), WRAP("__hash__", str_hash_method, 1, NONE_SIGNATURE),
    WRAP("__getitem__", str_getitem, 2, "($self, key, /)"), WRAP("__contains__", str_contains, 2, "($self, key, /)"),
    WRAP("__add__", str_add, 2, "($self, value, /)"), WRAP("__mul__", str_mul, 2, "($self, value, /)"),
    WRAP("__rmul__", str_mul, 2, "($self, value, /)"), KW("format", str_format_method, 1, 0xFFFF, "($self, /, *args, **kwargs)"), WRAP("__mod__", str_mod, 2, "($self, value, /)"),
    WRAP("__rmod__", str_rmod, 2, "($self, value, /)"), WRAP("__iter__", str_iter, 1, NONE_SIGNATURE),
    WRAP("__lt__", str_lt, 2, "($self, value, /)"), WRAP("__le__", str_le, 2, "($self, value, /)"), WRAP("__eq__", str_eq, 2, "($self, value, /)"),
    WRAP("__ne__", str_ne, 2, "($self, value, /)"), WRAP("__gt__", str_gt, 2, "($self, value, /)"), WRAP("__ge__", str_ge, 2, "($self, value, /)"),
    {"", 0, 0, 0, 0, 0, 0},
};

// The strings one after another: f"…" in the end. An owned one.
Value str_of_parts(VM *vm, const Value *from, u32 count)
{
    u32 kind = 1;
    u64 length = 0;
    for (u32 i = 0; i < count; i++) {
        PyStr *s = OBJ(vm, PyStr, from[i]);
        length += s->length;
        if (s->kind > kind)
            kind = s->kind;
    }
    if (unlikely(length > 0x3FFFFFF0u))
        return raise_memory_error(vm);
    if (length == 0)
        return EMPTY_STR;
    Value result = str_new(vm, (u32)length, kind);
    if (unlikely(result == EMPTY))
        return EMPTY;
    PyStr *to = OBJ(vm, PyStr, result);
    bool ascii = true;
    u8 *at = to->data;
    for (u32 i = 0; i < count; i++) {
        PyStr *s = OBJ(vm, PyStr, from[i]);
        if (s->kind == kind)
            memcpy(at, s->data, (size_t)s->length * kind);
        else
            copy_chars(at, kind, s->data, s->kind, s->length);
        ascii &= s->ascii;
        at += (size_t)s->length * kind;
    }
    to->ascii = ascii;
    if (length > 1 || kind != 1)
        return result;
    u8 c = to->data[0]; // one-character strings are shared
    decref(vm, result);
    return CHAR_STR(c);
}
