// Lines: one of comma-separated values into its fields, and plain fields into one (src/modules/_csv.py); a text into its lines (files). What needs more than the line,
// raises or converts is given up with None, nothing having changed: Python does it.
#include "containers.h"
#include "text_writer.h"

// What _csv.py makes of a dialect: (delimiter, quote or None, escape or None, line end, flags)
enum { FORMAT_DELIMITER, FORMAT_QUOTE, FORMAT_ESCAPE, FORMAT_END, FORMAT_FLAGS, FORMAT_LENGTH };
enum { DOUBLES_QUOTES = 1, SKIPS_SPACE = 2, READS_QUOTES = 4, QUOTES_ALL = 8, QUOTES_TEXTS = 16, WRITES_HERE = 32, READS_HERE = 64 };
#define NO_CHAR 0xFFFFFFFFu
#define END_OF_LINE(c) ((c) == '\n' || (c) == '\r')

typedef struct Format { u32 delimiter, quote, escape, flags; PyStr *end; } Format;

static bool format_of(VM *vm, Value v, u32 needs, Format *f)
{
    if (!is_exact(vm, v, TYPE_TUPLE) || tuple_at(vm, v)->length != FORMAT_LENGTH)
        return false;
    const Value *parts = tuple_at(vm, v)->items;
    u32 chars[3];
    for (u32 i = 0; i < 3; i++) {
        bool given = is_str(vm, parts[i]) && OBJ(vm, PyStr, parts[i])->length == 1;
        chars[i] = given ? str_char(OBJ(vm, PyStr, parts[i]), 0) : NO_CHAR;
    }
    if (chars[0] == NO_CHAR || !is_str(vm, parts[FORMAT_END]) || !is_int48(parts[FORMAT_FLAGS]))
        return false;
    *f = (Format){chars[0], chars[1], chars[2], (u32)int48_value(parts[FORMAT_FLAGS]), OBJ(vm, PyStr, parts[FORMAT_END])};
    return f->flags & needs;
}

// --- reading ------------------------------------------------------------------------------------------------------------------------------
typedef struct Line { VM *vm; Value text; const u8 *data; u32 kind, length, at; Format f; } Line;
INLINE u32 char_at(const Line *l, u32 i) { return i < l->length ? get_char(l->data, l->kind, i) : '\n'; }

// A field between quotes, at the first of which the line is: its text without them, of which every second one of two is left out. EMPTY without an
// exception: it does not end where a field should.
static Value quoted_field(Line *l)
{
    u32 start = l->at + 1, at = start, end;
    bool pieces = false;
    TextWriter w = {.vm = l->vm};
    for (;; at++) {
        if (at >= l->length)
            break;
        u32 c = get_char(l->data, l->kind, at);
        if (c == l->f.escape)
            break;
        if (c != l->f.quote)
            continue;
        if (at + 1 < l->length && char_at(l, at + 1) == l->f.quote && l->f.flags & DOUBLES_QUOTES) {
            write_chars(&w, l->data + (size_t)start * l->kind, l->kind, at + 1 - start);
            pieces = true;
            start = ++at + 1;
            continue;
        }
        end = char_at(l, at + 1);
        if (end != l->f.delimiter && !END_OF_LINE(end))
            break;
        l->at = at + 1;
        if (!pieces)
            return str_slice(l->vm, l->text, start, 1, at - start);
        write_chars(&w, l->data + (size_t)start * l->kind, l->kind, at - start);
        return writer_end(&w);
    }
    writer_drop(&w);
    return EMPTY;
}

static Value plain_field(Line *l)
{
    u32 start = l->at, at = start;
    for (; at < l->length; at++) {
        u32 c = get_char(l->data, l->kind, at);
        if (c == l->f.delimiter || END_OF_LINE(c))
            break;
        if (c == l->f.escape)
            return EMPTY;
    }
    l->at = at;
    return str_slice(l->vm, l->text, start, 1, at - start);
}

static bool read_fields(Line *l, Value fields, i64 limit)
{
    while (END_OF_LINE(char_at(l, l->at)) && l->at < l->length)
        l->at++;
    if (l->at == l->length)
        return true; // an empty line has none
    if (l->at)
        return false;
    for (;; l->at++) {
        while (l->f.flags & SKIPS_SPACE && l->at < l->length && char_at(l, l->at) == ' ')
            l->at++;
        bool quoted = l->at < l->length && char_at(l, l->at) == l->f.quote && l->f.flags & READS_QUOTES;
        Value field = quoted ? quoted_field(l) : plain_field(l);
        if (field == EMPTY)
            return false;
        if (OBJ(l->vm, PyStr, field)->length > limit) {
            decref(l->vm, field);
            return false;
        }
        if (!list_append_take(l->vm, fields, field))
            return false;
        if (l->at == l->length || char_at(l, l->at) != l->f.delimiter)
            break;
    }
    while (l->at < l->length && END_OF_LINE(char_at(l, l->at)))
        l->at++;
    return l->at == l->length;
}

// csv_fields(line, format, limit): a list
static Value csv_fields(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    (void)nargs;
    (void)kwnames;
    Line l = {.vm = vm, .text = args[0]};
    if (!is_str(vm, args[0]) || !is_int48(args[2]) || !format_of(vm, args[1], READS_HERE, &l.f))
        return new_none(vm);
    const PyStr *s = OBJ(vm, PyStr, args[0]);
    l.data = s->data;
    l.kind = s->kind;
    l.length = s->length;
    Value fields = list_new(vm, 8);
    if (fields != EMPTY && read_fields(&l, fields, int48_value(args[2])))
        return fields;
    decref(vm, fields);
    return vm->exception == EMPTY ? new_none(vm) : EMPTY;
}

// --- writing ------------------------------------------------------------------------------------------------------------------------------
enum { AS_IT_IS, IN_QUOTES, NOT_HERE };
static u32 how_to_write(const Format *f, const PyStr *text)
{
    u32 how = AS_IT_IS;
    for (u32 i = 0; i < text->length; i++) {
        u32 c = get_char(text->data, text->kind, i);
        if (c == f->escape || (c == f->quote && !(f->flags & DOUBLES_QUOTES)))
            return NOT_HERE;
        bool special = c == f->delimiter || c == f->quote || END_OF_LINE(c);
        for (u32 k = 0; k < f->end->length && !special; k++)
            special = c == str_char(f->end, k);
        if (special)
            how = IN_QUOTES;
    }
    return how;
}

static void write_quoted(TextWriter *w, const Format *f, const PyStr *text)
{
    write_char(w, f->quote);
    u32 start = 0;
    for (u32 i = 0; i < text->length; i++)
        if (get_char(text->data, text->kind, i) == f->quote) {
            write_chars(w, text->data + (size_t)start * text->kind, text->kind, i + 1 - start);
            start = i;
        }
    write_chars(w, text->data + (size_t)start * text->kind, text->kind, text->length - start);
    write_char(w, f->quote);
}

static bool write_field(TextWriter *w, const Format *f, Value v, bool alone)
{
    VM *vm = w->vm;
    bool all = f->flags & QUOTES_ALL;
    if (is_str(vm, v)) {
        const PyStr *text = OBJ(vm, PyStr, v);
        u32 how = how_to_write(f, text);
        if (how == AS_IT_IS && (all || f->flags & QUOTES_TEXTS || (alone && !text->length)))
            how = IN_QUOTES;
        if (how == NOT_HERE || (how == IN_QUOTES && f->quote == NO_CHAR))
            return false;
        if (how == IN_QUOTES)
            write_quoted(w, f, text);
        else
            write_text(w, text);
        return true;
    }
    bool is_number = !is_object(v) || is_exact(vm, v, TYPE_INT);
    if (all || (v == NONE && (alone || f->flags & QUOTES_TEXTS)) || !(is_number || v == NONE))
        return false;
    if (v == NONE)
        return true;
    // (Digits, signs and points can be what a dialect delimits with.)
    for (u32 i = 0; i < 3; i++) {
        u32 c = i == 0 ? f->delimiter : i == 1 ? f->quote : f->escape;
        if (c < 0x80 && (c - '0' < 10 || (c | 32) - 'a' < 26 || c == '-' || c == '+' || c == '.'))
            return false;
    }
    return is_float(v) ? write_float(w, float_value(v)) : write_int(w, v);
}

// csv_record(list or tuple, format): the line
static Value csv_record(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    (void)nargs;
    (void)kwnames;
    Format f;
    if (!(is_exact(vm, args[0], TYPE_LIST) || is_exact(vm, args[0], TYPE_TUPLE)) || !format_of(vm, args[1], WRITES_HERE, &f))
        return new_none(vm);
    for (u32 i = 0; i < f.end->length; i++)
        if (!END_OF_LINE(str_char(f.end, i)))
            return new_none(vm);
    u32 count;
    const Value *items = sequence_items(vm, args[0], &count);
    TextWriter w = {.vm = vm};
    for (u32 i = 0; i < count; i++) {
        if (i)
            write_char(&w, f.delimiter);
        if (!write_field(&w, &f, items[i], count == 1)) {
            writer_drop(&w);
            return new_none(vm);
        }
    }
    write_text(&w, f.end);
    return writer_end(&w);
}

// --- lines --------------------------------------------------------------------------------------------------------------------------------
// Where the line that starts at `at` ends.
static u32 end_of_line(const u8 *data, u32 kind, u32 at, u32 length, bool universal)
{
    if (kind == 1 && !universal) {
        i64 found = find_byte(data, at, length, '\n');
        return found < 0 ? length : (u32)found + 1;
    }
    for (; at < length; at++) {
        u32 c = get_char(data, kind, at);
        if (c == '\n')
            return at + 1;
        if (universal && c == '\r')
            return at + 1 < length && get_char(data, kind, at + 1) == '\n' ? at + 2 : at + 1;
    }
    return length;
}

// split_lines(str or bytes, universal): a list of its lines with their ends, which are "\n", or with `universal` "\r" and "\r\n" too
static Value split_lines(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    (void)nargs;
    (void)kwnames;
    bool is_text = is_str(vm, args[0]);
    if (!is_text && !is_exact(vm, args[0], TYPE_BYTES))
        return new_none(vm);
    const u8 *data = is_text ? OBJ(vm, PyStr, args[0])->data : OBJ(vm, PyBytes, args[0])->data;
    u32 kind = is_text ? OBJ(vm, PyStr, args[0])->kind : 1, length = is_text ? OBJ(vm, PyStr, args[0])->length : OBJ(vm, PyBytes, args[0])->length;
    Value lines = list_new(vm, 0);
    for (u32 at = 0, end; lines != EMPTY && at < length; at = end) {
        end = end_of_line(data, kind, at, length, args[1] == TRUE);
        Value line = is_text ? str_slice(vm, args[0], at, 1, end - at) : bytes_new(vm, data + at, end - at);
        if (line == EMPTY || !list_append_take(vm, lines, line)) {
            decref(vm, lines);
            return EMPTY;
        }
    }
    return lines;
}

// line_from(str or bytearray, at): what stands there up to the next "\n" (as str or bytes); nothing at and behind the end.
static Value line_from(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    (void)nargs;
    (void)kwnames;
    bool is_text = is_str(vm, args[0]);
    u32 length = is_text ? OBJ(vm, PyStr, args[0])->length : OBJ(vm, PyByteArray, args[0])->length;
    u32 at = is_int48(args[1]) && int48_value(args[1]) < length ? (u32)int48_value(args[1]) : length;
    if (is_text) {
        PyStr *s = OBJ(vm, PyStr, args[0]);
        return str_slice(vm, args[0], at, 1, end_of_line(s->data, s->kind, at, length, false) - at);
    }
    const u8 *data = AT(vm, u8, OBJ(vm, PyByteArray, args[0])->data);
    return bytes_new(vm, data + at, end_of_line(data, 1, at, length, false) - at);
}

extern const BuiltinDef line_defs[];
const BuiltinDef line_defs[] = {
    {"csv_fields", csv_fields, 3, 3, 0, 0, NULL},
    {"csv_record", csv_record, 2, 2, 0, 0, NULL},
    {"split_lines", split_lines, 2, 2, 0, 0, NULL},
    {"line_from", line_from, 2, 2, 0, 0, NULL},
    {"", 0, 0, 0, 0, 0, 0},
};
