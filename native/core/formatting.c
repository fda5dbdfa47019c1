// % and str.format() of plain values, as far as no code of the program can run on the way: then nothing has to be asked of the host, and whatever is
// unusual (errors too) is begun again there.
#include "containers.h"
#include "float_text.h"
#include "ints.h"
#include "str_methods.h"
#include "text_writer.h"

#define MOST_PARTS 32u
#define MOST_SPEC 16u

// --- texts made of parts ------------------------------------------------------------------------------------------------------------
// hooks: what is to become of objects that only Python code can tell the text of, when all other parts are texts already; 0: a text.
enum { TEXT_BY_STR = 1, TEXT_BY_REPR, TEXT_BY_FORMAT, TEXT_BY_SPEC }; // TEXT_BY_SPEC: of a tuple with the object and the specification
typedef struct Parts { u32 count; bool has_objects; u8 hooks[MOST_PARTS]; Value values[MOST_PARTS]; } Parts;

static bool add_part(Parts *parts, Value v)
{
    if (v == EMPTY)
        return false;
    parts->values[parts->count++] = v;
    return true;
}
static bool add_object(VM *vm, Parts *parts, Value v, u8 hook)
{
    if (!is_object(v) || vm->exception != EMPTY)
        return false;
    parts->has_objects = true;
    parts->hooks[parts->count] = hook;
    return add_part(parts, retain(vm, v));
}
static bool add_literal(VM *vm, Parts *parts, const PyStr *s, u32 from, u32 to)
{
    if (from == to)
        return true;
    return parts->count < MOST_PARTS && add_part(parts, str_from_chars(vm, s->data + (size_t)from * s->kind, s->kind, to - from));
}
static Value join_parts(VM *vm, Parts *parts, bool is_whole)
{
    Value result = EMPTY;
    if (is_whole && parts->has_objects) {
        Value texts = tuple_from(vm, parts->values, parts->count), hooks = texts ? bytes_new(vm, parts->hooks, parts->count) : EMPTY;
        if (hooks)
            result = tail_prelude(vm, PRELUDE_JOIN_TEXTS, 2, texts, hooks);
        decref(vm, texts);
        decref(vm, hooks);
    } else if (is_whole) {
        result = parts->count == 1 ? retain(vm, parts->values[0]) : str_of_parts(vm, parts->values, parts->count);
    }
    for (u32 i = 0; i < parts->count; i++)
        decref(vm, parts->values[i]);
    return result;
}

static Value format_text_taken(VM *vm, Value text, const FormatSpec *spec)
{
    Value formatted = text ? format_text(vm, text, spec) : EMPTY;
    decref(vm, text);
    return formatted;
}

// The int that %d makes of a float; EMPTY: too large, or none.
static Value whole_part(double x)
{
    return __builtin_fabs(x) < 140737488355328.0 ? int48((i64)x) : EMPTY; // 2^47; nan too
}

static Value convert_whole(VM *vm, Value v, FormatSpec *spec) { return v != EMPTY && is_int_like(vm, v) ? format_int(vm, v, spec) : EMPTY; }

// One conversion of a % format by the letter at *at, behind its flags. EMPTY: TypeScript's.
static Value convert(VM *vm, Value v, FormatSpec *spec, u8 letter)
{
    bool is_number = is_int48(v) || is_float(v);
    spec->type = letter;
    spec->given = true;
    switch (letter) {
    case 's':
    case 'r':
        spec->sign = 0;
        spec->zero = spec->alternate = false;
        spec->type = 0;
        if (letter == 's' && is_exact(vm, v, TYPE_STR))
            return format_text(vm, v, spec);
        if (is_number && spec->precision < 0) {
            Value text = format_by_spec(vm, v, spec);
            if (text != EMPTY)
                return text;
        }
        return is_number ? EMPTY : format_text_taken(vm, container_repr(vm, v), spec);
    case 'd':
    case 'i':
    case 'u':
        spec->type = 'd';
        spec->alternate = false;
        return is_float(v) ? convert_whole(vm, whole_part(float_value(v)), spec) : convert_whole(vm, v, spec);
    case 'x':
    case 'X':
    case 'o': return convert_whole(vm, v, spec);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': return is_number ? format_by_spec(vm, v, spec) : EMPTY;
    case 'c':
        if (spec->precision >= 0)
            return EMPTY;
        spec->sign = 0;
        spec->zero = spec->alternate = false;
        spec->type = 0;
        if (is_int48(v) && (u64)int48_value(v) <= 0x10FFFF)
            return format_text_taken(vm, str_from_char(vm, (u32)int48_value(v)), spec);
        return is_exact(vm, v, TYPE_STR) && OBJ(vm, PyStr, v)->length == 1 ? format_text(vm, v, spec) : EMPTY;
    default: return EMPTY;
    }
}

// The same of a % format of bytes, whose texts are Latin-1.
static Value convert_for_bytes(VM *vm, Value v, FormatSpec *spec, u8 letter)
{
    if (letter == 'r' || letter == 'a')
        return EMPTY;
    if (letter == 'c')
        return is_int48(v) && (u64)int48_value(v) < 256 ? convert(vm, v, spec, letter) : EMPTY;
    if (letter != 's' && letter != 'b')
        return convert(vm, v, spec, letter);
    if (!is_exact(vm, v, TYPE_BYTES))
        return EMPTY;
    spec->sign = 0;
    spec->zero = spec->alternate = false;
    return format_text_taken(vm, str_from_chars(vm, OBJ(vm, PyBytes, v)->data, 1, OBJ(vm, PyBytes, v)->length), spec);
}

static u32 char_at(const PyStr *s, u32 i) { return i < s->length ? get_char(s->data, s->kind, i) : 0; }

// The digits at s[*at], as far as they give no more than a thousand; or, for a *, the plain int that the arguments have next. False: TypeScript's.
static bool read_measure(const PyStr *s, u32 *at, const Value *args, u32 count, u32 *next, i64 *measure)
{
    u32 c = char_at(s, *at);
    *measure = 0;
    if (c == '*') {
        if (*next == count || !is_int48(args[*next]))
            return false;
        *measure = int48_value(args[(*next)++]);
        ++*at;
        return *measure > -1000 && *measure < 1000;
    }
    for (; c - '0' < 10 && *measure <= 999; c = char_at(s, ++*at))
        *measure = *measure * 10 + (c - '0');
    return true;
}

static Value percent(VM *vm, Value format, Value arguments, bool of_bytes)
{
    const PyStr *s = OBJ(vm, PyStr, format);
    const Value *args = &arguments;
    u32 count = 1, next = 0, at = 0;
    if (is_object(arguments) && kind_of(vm, arguments) == LAYOUT_TUPLE) {
        args = OBJ(vm, PyTuple, arguments)->items;
        count = OBJ(vm, PyTuple, arguments)->length;
    } else if (is_object(arguments) && ref_type(vm, arguments) >= STATIC_END && special_of(vm, arguments, SPECIAL_getitem)) {
        return EMPTY; // (may be a mapping)
    }
    bool is_dict = is_exact(vm, arguments, TYPE_DICT);
    if (is_dict && of_bytes)
        return EMPTY;
    Parts parts = {0};
    bool good = true;
    while (good && at < s->length) {
        u32 start = at;
        while (at < s->length && get_char(s->data, s->kind, at) != '%')
            at++;
        good = add_literal(vm, &parts, s, start, at);
        if (!good || at == s->length)
            break;
        at++;
        if (char_at(s, at) == '%') {
            good = add_literal(vm, &parts, s, at, at + 1);
            at++;
            continue;
        }
        FormatSpec spec = {.fill = ' ', .precision = -1, .align = '>'};
        u32 c;
        Value named = EMPTY; // (borrowed)
        if (is_dict && char_at(s, at) == '(') {
            start = ++at;
            while (at < s->length && (c = get_char(s->data, s->kind, at)) != '(' && c != ')')
                at++;
            Value name = char_at(s, at) == ')' ? str_from_chars(vm, s->data + (size_t)start * s->kind, s->kind, at - start) : EMPTY;
            if (!name || dict_get_peek(vm, arguments, name, &named) != DICT_FOUND)
                named = EMPTY;
            decref(vm, name);
            at++;
        }
        if (is_dict && !named) {
            good = false;
            break;
        }
        for (;; at++) {
            c = char_at(s, at);
            if (c == '-')
                spec.align = '<';
            else if (c == '+')
                spec.sign = '+';
            else if (c == ' ')
                spec.sign = spec.sign ? spec.sign : ' ';
            else if (c == '0')
                spec.zero = true;
            else if (c == '#')
                spec.alternate = true;
            else
                break;
        }
        i64 width, precision;
        u32 available = is_dict ? 0 : count;
        good = read_measure(s, &at, args, available, &next, &width);
        if (width < 0) {
            spec.align = '<';
            width = -width;
        }
        spec.width = (u32)width;
        if (good && char_at(s, at) == '.') {
            at++;
            good = read_measure(s, &at, args, available, &next, &precision);
            spec.precision = precision > 0 ? (i32)precision : 0;
        }
        c = char_at(s, at++);
        spec.zero &= spec.align != '<';
        good = good && c < 128 && (is_dict || next < count) && parts.count < MOST_PARTS;
        if (good) {
            Value v = is_dict ? named : args[next++];
            bool may_ask = (c == 's' || c == 'r') && !spec.width && spec.precision < 0 && !of_bytes;
            Value text = of_bytes ? convert_for_bytes(vm, v, &spec, (u8)c) : convert(vm, v, &spec, (u8)c);
            good = add_part(&parts, text) || (may_ask && add_object(vm, &parts, v, c == 's' ? TEXT_BY_STR : TEXT_BY_REPR));
        }
    }
    return join_parts(vm, &parts, good && (is_dict || next == count));
}

Value percent_simple(VM *vm, Value format, Value arguments) { return percent(vm, format, arguments, false); }

Value percent_bytes(VM *vm, Value format, Value arguments)
{
    if (!is_exact(vm, format, TYPE_BYTES) || OBJ(vm, PyBytes, format)->length > 0x10000000)
        return EMPTY;
    Value text = str_from_chars(vm, OBJ(vm, PyBytes, format)->data, 1, OBJ(vm, PyBytes, format)->length);
    Value done = text ? percent(vm, text, arguments, true) : EMPTY;
    Value result = done ? bytes_new(vm, OBJ(vm, PyStr, done)->data, OBJ(vm, PyStr, done)->length) : EMPTY;
    decref(vm, text);
    decref(vm, done);
    return result;
}

// The argument with this name (borrowed); EMPTY if there is none.
static Value named_argument(VM *vm, const PyStr *s, u32 from, u32 to, const Value *values, Ref kwnames)
{
    PyTuple *names = kwnames ? AT(vm, PyTuple, kwnames) : NULL;
    for (u32 i = 0; names && i < names->length; i++) {
        PyStr *name = OBJ(vm, PyStr, names->items[i]);
        u32 at = 0;
        while (at < to - from && at < name->length && get_char(name->data, name->kind, at) == get_char(s->data, s->kind, from + at))
            at++;
        if (at == to - from && at == name->length)
            return values[i];
    }
    return EMPTY;
}

typedef struct Braces {
    VM *vm;
    const PyStr *s;
    u32 at;
    const Value *args;
    u32 count;
    Ref kwnames;
    Value mapping; // EMPTY: the arguments are args
    u32 next;
    bool numbered, looked_up; // `looked_up`: into an argument
} Braces;

static u32 read_number(Braces *b, u32 *digits)
{
    u32 number = 0, c;
    for (*digits = 0; (c = char_at(b->s, b->at)) - '0' < 10 && *digits < 4; b->at++, ++*digits)
        number = number * 10 + (c - '0');
    return number;
}
static bool is_name_char(u32 c, bool first) { return (c < 128 && ((c | 32) - 'a' < 26u || c == '_')) || (!first && c - '0' < 10u); }
static void skip_name(Braces *b)
{
    for (bool first = true; is_name_char(char_at(b->s, b->at), first); first = false)
        b->at++;
}
static Value text_between(Braces *b, u32 from, u32 to) { return str_from_chars(b->vm, b->s->data + (size_t)from * b->s->kind, b->s->kind, to - from); }

// dict[key], list[n] or tuple[n] as {x[key]} says it: `text` are the characters (of digits: also the number).
static Value peek_item(Braces *b, Value container, u32 from, bool is_number, u32 number)
{
    VM *vm = b->vm;
    u32 length;
    if (is_exact(vm, container, TYPE_LIST) || is_exact(vm, container, TYPE_TUPLE)) {
        Value *items = sequence_items(vm, container, &length);
        return is_number && number < length ? items[number] : EMPTY;
    }
    if (!is_exact(vm, container, TYPE_DICT))
        return EMPTY;
    Value key = is_number ? int48(number) : text_between(b, from, b->at), found;
    if (key == EMPTY || dict_get_peek(vm, container, key, &found) != DICT_FOUND)
        found = EMPTY;
    decref(vm, key);
    return found;
}

// An attribute of the instance, or a plain value of its class, if nothing but these has a say in it.
static Value peek_attribute(Braces *b, Value object, u32 from)
{
    VM *vm = b->vm;
    if (!is_object(object) || kind_of(vm, object) != LAYOUT_OBJECT || type_at(vm, ref_type(vm, object))->flags & TYPE_HAS_GETATTRIBUTE)
        return EMPTY;
    Value text = text_between(b, from, b->at);
    Ref name = text ? str_intern(vm, text) : 0;
    Value of_class = name ? type_lookup_peek(vm, ref_type(vm, object), name) : EMPTY, own = name ? instance_get_peek(vm, object, name) : EMPTY;
    decref(vm, text);
    if (of_class == EMPTY || !is_object(of_class) || is_exact(vm, of_class, TYPE_STR))
        return own != EMPTY ? own : of_class;
    return EMPTY; // (may be a descriptor)
}

// The value (borrowed) of the field that begins at b->at: nothing, 3 or name, and then .name, [name] and [3]. EMPTY: TypeScript's.
static Value field_value(Braces *b)
{
    VM *vm = b->vm;
    u32 digits, number = read_number(b, &digits), start = b->at;
    Value v = EMPTY;
    b->numbered |= digits != 0;
    if (!digits)
        skip_name(b);
    if (b->at > start && b->mapping != EMPTY)
        v = peek_item(b, b->mapping, start, false, 0);
    else if (b->at > start)
        v = named_argument(vm, b->s, start, b->at, b->args + b->count, b->kwnames);
    else if (b->mapping == EMPTY) {
        number = digits ? number : b->next++;
        v = number < b->count ? b->args[number] : EMPTY;
    }
    for (u32 c; v != EMPTY && ((c = char_at(b->s, b->at)) == '.' || c == '[');) {
        b->at++;
        number = c == '[' ? read_number(b, &digits) : 0;
        start = b->at;
        if (c == '.' || !digits)
            skip_name(b);
        else
            start -= digits;
        if (b->at == start)
            return EMPTY;
        v = c == '.' ? peek_attribute(b, v, start) : peek_item(b, v, start, digits != 0, number);
        b->looked_up = true;
        if (c == '[' && char_at(b->s, b->at++) != ']')
            return EMPTY;
    }
    return v;
}

// The specification at b->at, up to the brace that ends it; fields in it are written out. Its length; MOST_SPEC + 1: TypeScript's.
static u32 read_spec(Braces *b, u8 *spec)
{
    u32 length = 0;
    for (u32 c; (c = char_at(b->s, b->at)) != '}'; b->at++) {
        if (c == '{') {
            b->at++;
            Value v = field_value(b);
            u8 digits[20];
            const u8 *from = digits;
            u32 count;
            if (v != EMPTY && is_int48(v) && int48_value(v) >= 0) {
                count = put_digits(digits, (u64)int48_value(v), 1);
            } else if (v != EMPTY && is_exact(b->vm, v, TYPE_STR) && OBJ(b->vm, PyStr, v)->ascii) {
                from = OBJ(b->vm, PyStr, v)->data;
                count = OBJ(b->vm, PyStr, v)->length;
            } else {
                return MOST_SPEC + 1;
            }
            if (char_at(b->s, b->at) != '}' || length + count > MOST_SPEC)
                return MOST_SPEC + 1;
            memcpy(spec + length, from, count);
            length += count;
        } else if (!c || c > 127 || length == MOST_SPEC) {
            return MOST_SPEC + 1;
        } else {
            spec[length++] = (u8)c;
        }
    }
    return length;
}

// A value by a specification; `conversion`: s, r or 0.
static bool add_formatted(VM *vm, Parts *parts, Value v, u32 conversion, const u8 *text, u32 length)
{
    FormatSpec spec;
    Value spec_text = length ? str_from_bytes_ascii(vm, text, length) : retain(vm, EMPTY_STR), converted = EMPTY, result = EMPTY;
    bool known = spec_text != EMPTY && format_spec_parse(OBJ(vm, PyStr, spec_text), &spec), asks = false;
    if (known && conversion) { // a text, and so to be formatted as one
        FormatSpec none = {.fill = ' ', .precision = -1, .align = '<'};
        converted = convert(vm, v, &none, (u8)conversion);
        result = converted != EMPTY ? format_by_spec(vm, converted, &spec) : EMPTY;
    } else if (known) {
        result = format_by_spec(vm, v, &spec);
    }
    bool done = add_part(parts, result);
    if (!done && vm->exception == EMPTY && is_object(v) && spec_text != EMPTY) {
        if (!length)
            asks = add_object(vm, parts, v, conversion == 's' ? TEXT_BY_STR : conversion ? TEXT_BY_REPR : TEXT_BY_FORMAT);
        else if (!conversion && ref_type(vm, v) >= STATIC_END) {
            Value pair = tuple_from(vm, (Value[]){v, spec_text}, 2);
            asks = pair != EMPTY && add_object(vm, parts, pair, TEXT_BY_SPEC);
            decref(vm, pair);
        }
    }
    decref(vm, converted);
    decref(vm, spec_text);
    return done || asks;
}

// Fields {}, {3}, {name}, with .name and [key] behind them, !s or !r and :spec; {{ and }}.
Value braces_simple(VM *vm, Value format, const Value *args, u32 count, Ref kwnames, Value mapping)
{
    const PyStr *s = OBJ(vm, PyStr, format);
    Braces b = {.vm = vm, .s = s, .args = args, .count = count, .kwnames = kwnames, .mapping = mapping};
    Parts parts = {0};
    bool good = true;
    while (good && b.at < s->length) {
        u32 start = b.at, c = 0, conversion = 0, length = 0;
        u8 spec[MOST_SPEC];
        while (b.at < s->length && (c = get_char(s->data, s->kind, b.at)) != '{' && c != '}')
            b.at++;
        good = add_literal(vm, &parts, s, start, b.at);
        if (!good || b.at == s->length)
            break;
        if (char_at(s, b.at + 1) == c) {
            good = add_literal(vm, &parts, s, b.at, b.at + 1);
            b.at += 2;
            continue;
        }
        b.at++;
        Value v = c == '{' ? field_value(&b) : EMPTY;
        if (v != EMPTY && char_at(s, b.at) == '!') {
            conversion = char_at(s, b.at + 1);
            b.at += 2;
            good = conversion == 's' || conversion == 'r';
        }
        if (good && v != EMPTY && char_at(s, b.at) == ':') {
            b.at++;
            length = read_spec(&b, spec);
        }
        // (What an object is asked may change what is looked up in others.)
        good = good && v != EMPTY && length <= MOST_SPEC && char_at(s, b.at) == '}' && parts.count < MOST_PARTS && !(b.looked_up && parts.has_objects) &&
            add_formatted(vm, &parts, v, conversion, spec, length);
        b.at++;
    }
    return join_parts(vm, &parts, good && !(b.numbered && b.next));
}
