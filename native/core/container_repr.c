// repr() of containers whose items are plain values, all the way down. Anything else (instances, huge ints, nesting that is deep or goes round) is
// given up before anything was seen of it: TypeScript does the whole.
#include "containers.h"
#include "text_writer.h"
#include "unicode.h"

#define MOST_LEVELS 40u

static void write_escape(TextWriter *w, u32 c)
{
    write_char(w, '\\');
    if (c == '\n' || c == '\r' || c == '\t') {
        write_char(w, c == '\n' ? 'n' : c == '\r' ? 'r' : 't');
        return;
    }
    write_char(w, c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U');
    write_hex(w, c, c < 0x100 ? 2 : c < 0x10000 ? 4 : 8);
}

static void write_quoted(TextWriter *w, const PyStr *s)
{
    bool single = false, both = false;
    for (u32 i = 0; i < s->length; i++) {
        u32 c = get_char(s->data, s->kind, i);
        single |= c == '\'';
        both |= c == '"';
    }
    u32 quote = single && !both ? '"' : '\'', start = 0;
    write_char(w, quote);
    for (u32 i = 0; i < s->length; i++) {
        u32 c = get_char(s->data, s->kind, i);
        bool is_plain = c < 127 ? c >= 32 && c != '\\' && c != quote : c > 127 && (char_flags(c) & CHAR_PRINTABLE);
        if (is_plain)
            continue;
        write_chars(w, s->data + (size_t)start * s->kind, s->kind, i - start);
        start = i + 1;
        if (c == '\\' || c == quote) {
            write_char(w, '\\');
            write_char(w, c);
        } else {
            write_escape(w, c);
        }
    }
    write_chars(w, s->data + (size_t)start * s->kind, s->kind, s->length - start);
    write_char(w, quote);
}

static bool write_repr(TextWriter *w, Value v, u32 level);
static bool write_items(TextWriter *w, const Value *items, u32 count, u32 level)
{
    for (u32 i = 0; i < count; i++) {
        if (i)
            WRITE_LITERAL(w, ", ");
        if (!write_repr(w, items[i], level))
            return false;
    }
    return true;
}

// False: not a plain value, or someone wants the program to stop.
static bool write_repr(TextWriter *w, Value v, u32 level)
{
    VM *vm = w->vm;
    if (is_int48(v)) {
        write_int48(w, int48_value(v));
        return true;
    }
    if (is_float(v))
        return write_float(w, float_value(v));
    if (v == NONE)
        return WRITE_LITERAL(w, "None"), true;
    if (v == TRUE)
        return WRITE_LITERAL(w, "True"), true;
    if (v == FALSE)
        return WRITE_LITERAL(w, "False"), true;
    Ref type = ref_type(vm, v);
    if (type == TYPE_STR) {
        write_quoted(w, OBJ(vm, PyStr, v));
        return true;
    }
    if (type == TYPE_INT)
        return write_int(w, v);
    if (level == MOST_LEVELS || interrupted(vm) || w->failed)
        return false;
    if (type == TYPE_LIST || type == TYPE_TUPLE) {
        u32 count;
        Value *items = sequence_items(vm, v, &count);
        write_char(w, type == TYPE_LIST ? '[' : '(');
        if (!write_items(w, items, count, level + 1))
            return false;
        if (type == TYPE_TUPLE && count == 1)
            write_char(w, ',');
        write_char(w, type == TYPE_LIST ? ']' : ')');
        return true;
    }
    if (type == TYPE_DICT) {
        u32 position = 0;
        bool first = true;
        Value key, value;
        write_char(w, '{');
        while (dict_next(vm, v, &position, &key, &value)) {
            if (!first)
                WRITE_LITERAL(w, ", ");
            first = false;
            if (!write_repr(w, key, level + 1))
                return false;
            WRITE_LITERAL(w, ": ");
            if (!write_repr(w, value, level + 1))
                return false;
        }
        write_char(w, '}');
        return true;
    }
    if (type == TYPE_SET && set_at(vm, v)->used) {
        u32 position = 0;
        SetEntry *entry;
        write_char(w, '{');
        for (bool first = true; set_next(vm, set_at(vm, v), &position, &entry); first = false) {
            if (!first)
                WRITE_LITERAL(w, ", ");
            if (!write_repr(w, entry->key, level + 1))
                return false;
        }
        write_char(w, '}');
        return true;
    }
    return false;
}

Value container_repr(VM *vm, Value v)
{
    TextWriter w = {.vm = vm};
    if (write_repr(&w, v, 0))
        return writer_end(&w);
    bool failed = w.failed;
    writer_drop(&w);
    if (failed)
        exception_clear(vm); // (TypeScript finds out itself)
    return EMPTY;
}
