// JSON texts of plain values (src/modules/_json.py): exact dicts, lists, tuples, strs, ints, floats, bools, None. Whatever else it meets, an error
// too, is left to Python before anything was changed: nothing here calls Python code.
#include "containers.h"
#include "text_writer.h"

#define MOST_LEVELS 1000u

enum { ASCII_ONLY = 1, SORT_KEYS = 2, ALLOW_NAN = 4 };
typedef struct JsonWriter {
    TextWriter out;
    u32 flags;
    const PyStr *indent, *key_separator, *item_separator; // indent: NULL if all is on one line
} JsonWriter;

static void write_unit(TextWriter *w, u32 unit)
{
    WRITE_LITERAL(w, "\\u");
    write_hex(w, unit, 4);
}

static void write_escape(TextWriter *w, u32 c)
{
    const char *from = "\"\\\b\f\n\r\t", *to = "\"\\bfnrt";
    for (u32 i = 0; from[i]; i++)
        if (c == (u8)from[i]) {
            write_char(w, '\\');
            write_char(w, (u8)to[i]);
            return;
        }
    if (c < 0x10000) {
        write_unit(w, c);
        return;
    }
    write_unit(w, 0xD800 + ((c - 0x10000) >> 10));
    write_unit(w, 0xDC00 + ((c - 0x10000) & 0x3FF));
}

static void write_string(JsonWriter *j, const PyStr *s)
{
    TextWriter *w = &j->out;
    u32 start = 0, beyond = j->flags & ASCII_ONLY ? 0x7F : 0xFFFFFFFF;
    write_char(w, '"');
    for (u32 i = 0; i < s->length; i++) {
        u32 c = get_char(s->data, s->kind, i);
        if (likely(c >= 32 && c != '"' && c != '\\' && c < beyond))
            continue;
        write_chars(w, s->data + (size_t)start * s->kind, s->kind, i - start);
        write_escape(w, c);
        start = i + 1;
    }
    write_chars(w, s->data + (size_t)start * s->kind, s->kind, s->length - start);
    write_char(w, '"');
}

static bool write_number(JsonWriter *j, Value v)
{
    if (is_int48(v)) {
        write_int48(&j->out, int48_value(v));
        return true;
    }
    double x = float_value(v);
    if (x - x == 0)
        return write_float(&j->out, x);
    if (!(j->flags & ALLOW_NAN))
        return false;
    if (x != x)
        WRITE_LITERAL(&j->out, "NaN");
    else if (x > 0)
        WRITE_LITERAL(&j->out, "Infinity");
    else
        WRITE_LITERAL(&j->out, "-Infinity");
    return true;
}

static bool write_constant(JsonWriter *j, Value v)
{
    if (v == NONE)
        WRITE_LITERAL(&j->out, "null");
    else if (v == TRUE)
        WRITE_LITERAL(&j->out, "true");
    else if (v == FALSE)
        WRITE_LITERAL(&j->out, "false");
    else
        return false;
    return true;
}

static void write_break(JsonWriter *j, u32 level)
{
    if (!j->indent)
        return;
    write_char(&j->out, '\n');
    for (u32 i = 0; i < level; i++)
        write_text(&j->out, j->indent);
}

static bool write_value(JsonWriter *j, Value v, u32 level, u32 depth);
static bool write_list(JsonWriter *j, Value v, u32 level, u32 depth)
{
    u32 count;
    Value *items = sequence_items(j->out.vm, v, &count);
    if (!count)
        return WRITE_LITERAL(&j->out, "[]"), true;
    write_char(&j->out, '[');
    for (u32 i = 0; i < count; i++) {
        if (i)
            write_text(&j->out, j->item_separator);
        write_break(j, level + 1);
        if (!write_value(j, items[i], level + 1, depth + 1))
            return false;
    }
    write_break(j, level);
    write_char(&j->out, ']');
    return true;
}

static bool write_pair(JsonWriter *j, Value key, Value value, bool first, u32 level, u32 depth)
{
    VM *vm = j->out.vm;
    if (!first)
        write_text(&j->out, j->item_separator);
    write_break(j, level + 1);
    if (is_str(vm, key)) {
        write_string(j, OBJ(vm, PyStr, key));
    } else {
        write_char(&j->out, '"');
        if (!(is_object(key) ? write_constant(j, key) : write_number(j, key)))
            return false;
        write_char(&j->out, '"');
    }
    write_text(&j->out, j->key_separator);
    return write_value(j, value, level + 1, depth + 1);
}

static bool write_sorted(JsonWriter *j, Value dict, u32 count, u32 level, u32 depth)
{
    VM *vm = j->out.vm;
    u32 position = 0, filled = 0, block = count < 0x4000000u ? heap_block(vm, count * 2 * (u32)sizeof(Value)) : 0;
    if (!block) {
        exception_clear(vm);
        return false;
    }
    Value *keys = AT(vm, Value, block), *values = keys + count, key, value;
    bool good = true;
    while (good && dict_next(vm, dict, &position, &key, &value)) {
        good = is_str(vm, key);
        keys[filled] = key;
        values[filled++] = value;
    }
    if (good && sort_values(vm, keys, values, count, false) != 1) {
        exception_clear(vm);
        good = false;
    }
    for (u32 i = 0; good && i < count; i++)
        good = write_pair(j, keys[i], values[i], i == 0, level, depth);
    heap_block_free(vm, block);
    return good;
}

static bool write_dict(JsonWriter *j, Value v, u32 level, u32 depth)
{
    VM *vm = j->out.vm;
    u32 count = dict_length(vm, v), position = 0;
    if (!count)
        return WRITE_LITERAL(&j->out, "{}"), true;
    write_char(&j->out, '{');
    if (j->flags & SORT_KEYS) {
        if (!write_sorted(j, v, count, level, depth))
            return false;
    } else {
        Value key, value;
        for (bool first = true; dict_next(vm, v, &position, &key, &value); first = false)
            if (!write_pair(j, key, value, first, level, depth))
                return false;
    }
    write_break(j, level);
    write_char(&j->out, '}');
    return true;
}

// False: Python has to do it.
static bool write_value(JsonWriter *j, Value v, u32 level, u32 depth)
{
    VM *vm = j->out.vm;
    if (!is_object(v))
        return write_number(j, v);
    Ref type = ref_type(vm, v);
    if (type == TYPE_STR) {
        write_string(j, OBJ(vm, PyStr, v));
        return true;
    }
    if (write_constant(j, v))
        return true;
    if (depth == MOST_LEVELS || interrupted(vm) || j->out.failed)
        return false;
    return type == TYPE_LIST || type == TYPE_TUPLE ? write_list(j, v, level, depth) : type == TYPE_DICT && write_dict(j, v, level, depth);
}

// json_write(value, flags, indent or None, key separator, item separator, level): the text, or None if Python has to make it.
static Value json_write(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    bool is_flat = args[2] == NONE;
    if (!is_int48(args[1]) || !(is_flat || is_str(vm, args[2])) || !is_str(vm, args[3]) || !is_str(vm, args[4]) || !is_int48(args[5]))
        return new_none(vm);
    JsonWriter j = {.out = {.vm = vm}, .flags = (u32)int48_value(args[1]), .indent = is_flat ? NULL : OBJ(vm, PyStr, args[2]),
        .key_separator = OBJ(vm, PyStr, args[3]), .item_separator = OBJ(vm, PyStr, args[4])};
    if (write_value(&j, args[0], (u32)int48_value(args[5]), 0))
        return writer_end(&j.out);
    if (j.out.failed)
        exception_clear(vm); // (Python finds out itself)
    writer_drop(&j.out);
    return new_none(vm);
}

extern const BuiltinDef json_write_defs[];
const BuiltinDef json_write_defs[] = {
    {"json_write", json_write, 6, 6, 0, 0, NULL},
    {"", 0, 0, 0, 0, 0, 0},
};
