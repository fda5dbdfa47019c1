// Values of JSON texts (src/modules/_json.py), read without hooks. A text that is wrong, nests deeply or holds a number of many digits is given up:
// TypeScript reads it again from its start (src/modules/json.ts) and raises what is to be raised.
#include "containers.h"
#include "float_text.h"
#include "text_writer.h"

#define MOST_LEVELS 60u
#define KEYS_REMEMBERED 64u

typedef struct JsonReader {
    VM *vm;
    const u8 *data;
    u32 kind, length, at;
    bool is_strict;
    Value keys[KEYS_REMEMBERED]; // owned: equal keys are one str
} JsonReader;

INLINE u32 char_at(const JsonReader *r, u32 i) { return i < r->length ? get_char(r->data, r->kind, i) : 0; }
INLINE u32 skip_space(JsonReader *r)
{
    u32 c;
    while ((c = char_at(r, r->at)) == ' ' || c == '\n' || c == '\t' || c == '\r')
        r->at++;
    return c;
}

static bool read_hex(JsonReader *r, u32 at, u32 *unit)
{
    *unit = 0;
    for (u32 i = 0; i < 4; i++) {
        u32 digit = digit_value(char_at(r, at + i));
        if (digit >= 16)
            return false;
        *unit = *unit << 4 | digit;
    }
    return true;
}

// Behind a backslash: writes the character meant. False: wrong.
static bool read_escape(JsonReader *r, TextWriter *w)
{
    u32 c = char_at(r, r->at++);
    switch (c) {
    case '"':
    case '\\':
    case '/': break;
    case 'b': c = '\b'; break;
    case 'f': c = '\f'; break;
    case 'n': c = '\n'; break;
    case 'r': c = '\r'; break;
    case 't': c = '\t'; break;
    case 'u': {
        u32 low;
        if (!read_hex(r, r->at, &c))
            return false;
        r->at += 4;
        if ((c & 0xFC00) == 0xD800 && char_at(r, r->at) == '\\' && char_at(r, r->at + 1) == 'u' && read_hex(r, r->at + 2, &low) && (low & 0xFC00) == 0xDC00) {
            c = 0x10000 + ((c & 0x3FF) << 10) + (low & 0x3FF);
            r->at += 6;
        }
        break;
    }
    default: return false;
    }
    write_char(w, c);
    return true;
}

// Goes on to the next quote, backslash or (where these are not allowed) control character.
static u32 run_end(const JsonReader *r, u32 at)
{
    u32 control = r->is_strict ? 32 : 0;
    if (r->kind == 1) {
        const u8 *data = r->data;
        while (at < r->length && data[at] != '"' && data[at] != '\\' && data[at] >= control)
            at++;
        return at;
    }
    for (; at < r->length; at++) {
        u32 c = get_char(r->data, r->kind, at);
        if (c == '"' || c == '\\' || c < control)
            break;
    }
    return at;
}

static Value remembered_key(JsonReader *r, const u8 *from, u32 count)
{
    u32 hash = count * 31;
    for (u32 i = 0; i < count; i++)
        hash = (hash ^ from[i]) * 0x01000193;
    Value *place = &r->keys[(hash ^ hash >> 16) % KEYS_REMEMBERED], key = *place;
    if (key) {
        PyStr *s = OBJ(r->vm, PyStr, key);
        if (s->length == count && s->kind == 1 && !memcmp(s->data, from, count))
            return retain(r->vm, key);
    }
    key = str_from_bytes_latin1(r->vm, from, count);
    if (key)
        set_value(r->vm, place, retain(r->vm, key));
    return key;
}

// Behind the opening quote. EMPTY: wrong, or an exception.
static Value read_string(JsonReader *r, bool is_key)
{
    u32 start = r->at, end = run_end(r, start);
    const u8 *from = r->data + (size_t)start * r->kind;
    if (char_at(r, end) == '"') {
        r->at = end + 1;
        return is_key && r->kind == 1 && end - start < 64 ? remembered_key(r, from, end - start) : str_from_chars(r->vm, from, r->kind, end - start);
    }
    TextWriter w = {.vm = r->vm};
    for (;;) {
        write_chars(&w, r->data + (size_t)start * r->kind, r->kind, end - start);
        u32 c = end < r->length ? char_at(r, end) : 0;
        r->at = end + 1;
        if (c == '"')
            return writer_end(&w);
        if (c != '\\' || !read_escape(r, &w)) {
            writer_drop(&w);
            return EMPTY;
        }
        start = r->at;
        end = run_end(r, start);
    }
}

static Value read_number(JsonReader *r)
{
    u8 text[32];
    u32 start = r->at, at = start, c = char_at(r, at);
    bool negative = c == '-', is_float = false;
    if (negative)
        c = char_at(r, ++at);
    if (c - '0' > 9u)
        return EMPTY;
    u64 n = 0;
    u32 digits = 0;
    if (c == '0')
        at++;
    else
        for (; (c = char_at(r, at)) - '0' < 10u; at++, digits++)
            n = n * 10 + (c - '0');
    if (char_at(r, at) == '.' && char_at(r, at + 1) - '0' < 10u) {
        is_float = true;
        for (at += 2; char_at(r, at) - '0' < 10u; at++) {}
    }
    if ((char_at(r, at) | 32) == 'e') {
        u32 after = at + 1;
        if (char_at(r, after) == '+' || char_at(r, after) == '-')
            after++;
        if (char_at(r, after) - '0' < 10u) {
            is_float = true;
            for (at = after; char_at(r, at) - '0' < 10u; at++) {}
        }
    }
    r->at = at;
    if (!is_float)
        return digits > 18 ? EMPTY : int_from_i64(r->vm, negative ? -(i64)n : (i64)n);
    if (at - start > sizeof text)
        return EMPTY;
    for (u32 i = start; i < at; i++)
        text[i - start] = (u8)char_at(r, i);
    double x;
    return float_of_chars(text, at - start, &x) ? make_float(x) : EMPTY;
}

static bool read_word(JsonReader *r, const char *word)
{
    u32 at = r->at;
    for (; *word; word++, at++)
        if (char_at(r, at) != (u8)*word)
            return false;
    r->at = at;
    return true;
}

static Value read_value(JsonReader *r, u32 depth);
static Value read_list(JsonReader *r, u32 depth)
{
    VM *vm = r->vm;
    Value list = list_new(vm, 0);
    if (!list)
        return EMPTY;
    if (skip_space(r) == ']') {
        r->at++;
        return list;
    }
    for (;;) {
        Value item = read_value(r, depth + 1);
        if (!item || !list_append_take(vm, list, item))
            break;
        u32 c = skip_space(r);
        r->at++;
        if (c == ']')
            return list;
        if (c != ',')
            break;
        skip_space(r);
    }
    decref(vm, list);
    return EMPTY;
}

static Value read_dict(JsonReader *r, u32 depth)
{
    VM *vm = r->vm;
    Value dict = dict_new(vm);
    if (!dict)
        return EMPTY;
    if (skip_space(r) == '}') {
        r->at++;
        return dict;
    }
    for (;;) {
        if (skip_space(r) != '"')
            break;
        r->at++;
        Value key = read_string(r, true);
        if (!key)
            break;
        Value value = EMPTY;
        if (skip_space(r) == ':') {
            r->at++;
            skip_space(r);
            value = read_value(r, depth + 1);
        }
        bool good = value != EMPTY && dict_set(vm, dict, key, value) == DICT_FOUND;
        decref(vm, key);
        decref(vm, value);
        if (!good)
            break;
        u32 c = skip_space(r);
        r->at++;
        if (c == '}')
            return dict;
        if (c != ',')
            break;
    }
    decref(vm, dict);
    return EMPTY;
}

// EMPTY: given up, or an exception.
static Value read_value(JsonReader *r, u32 depth)
{
    VM *vm = r->vm;
    if (depth == MOST_LEVELS || interrupted(vm))
        return EMPTY;
    switch (char_at(r, r->at)) {
    case '"': r->at++; return read_string(r, false);
    case '{': r->at++; return read_dict(r, depth);
    case '[': r->at++; return read_list(r, depth);
    case 'n': return read_word(r, "null") ? retain(vm, NONE) : EMPTY;
    case 't': return read_word(r, "true") ? retain(vm, TRUE) : EMPTY;
    case 'f': return read_word(r, "false") ? retain(vm, FALSE) : EMPTY;
    default: return read_number(r);
    }
}

// json_read(text, index, strict): (value, end), or None if TypeScript has to read it.
static Value json_read(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (!is_kind(vm, args[0], LAYOUT_STR) || !is_int48(args[1]) || int48_value(args[1]) < 0)
        return new_none(vm);
    const PyStr *s = OBJ(vm, PyStr, args[0]);
    if (int48_value(args[1]) >= s->length)
        return new_none(vm);
    JsonReader r = {.vm = vm, .data = s->data, .kind = s->kind, .length = s->length, .at = (u32)int48_value(args[1]), .is_strict = args[2] == TRUE};
    Value value = read_value(&r, 0), result = EMPTY;
    if (value) {
        result = tuple_take(vm, (Value[]){value, int48(r.at)}, 2);
    } else {
        exception_clear(vm); // (of memory: TypeScript finds out itself)
        result = new_none(vm);
    }
    for (u32 i = 0; i < KEYS_REMEMBERED; i++)
        decref(vm, r.keys[i]);
    return result;
}

extern const BuiltinDef json_read_defs[];
const BuiltinDef json_read_defs[] = {
    {"json_read", json_read, 3, 3, 0, 0, NULL},
    {"", 0, 0, 0, 0, 0, 0},
};
