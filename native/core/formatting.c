// format(), % and str.format() of plain ints, floats and strs, as far as no code of the program can run: then nothing has to be asked of the host,
// and whatever is unusual (errors too) is begun again there.
#include "float_text.h"
#include "hooks.h"
#include "strings.h"
#include "text_writer.h"

#define MOST_PARTS 32u

// [[fill]align][sign][0][width][,][.precision][type] in ASCII
bool format_spec_parse(const PyStr *text, FormatSpec *spec)
{
    if (!text->ascii || text->length > 16)
        return false;
    const u8 *at = text->data, *end = at + text->length;
    *spec = (FormatSpec){.fill = ' ', .precision = -1};
    if (end - at >= 2 && (at[1] == '<' || at[1] == '>' || at[1] == '^' || at[1] == '=')) {
        spec->fill = at[0];
        spec->align = at[1];
        at += 2;
    } else if (at < end && (*at == '<' || *at == '>' || *at == '^' || *at == '=')) {
        spec->align = *at++;
    }
    if (at < end && (*at == '+' || *at == ' ' || *at == '-')) {
        spec->sign = *at == '-' ? 0 : *at;
        at++;
    }
    if (at < end && *at == '0') {
        if (spec->align)
            return false;
        spec->zero = true;
        at++;
    }
    for (; at < end && (u8)(*at - '0') < 10; at++)
        if ((spec->width = spec->width * 10 + (*at - '0')) > 9999)
            return false;
    if (at < end && *at == ',') {
        spec->comma = true;
        at++;
    }
    if (at < end && *at == '.') {
        if (++at == end || (u8)(*at - '0') >= 10)
            return false;
        for (spec->precision = 0; at < end && (u8)(*at - '0') < 10; at++)
            if ((spec->precision = spec->precision * 10 + (*at - '0')) > 9999)
                return false;
    }
    if (at < end)
        spec->type = *at++;
    return at == end;
}

// A number's sign, digits and what follows them (point and fraction, %), filled up to the width.
static Value put_together(VM *vm, const FormatSpec *spec, bool negative, const u8 *digits, u32 count, const u8 *rest, u32 rest_count)
{
    u8 sign = negative ? '-' : spec->sign;
    u32 commas = spec->comma ? (count - 1) / 3 : 0, length = (sign != 0) + count + commas + rest_count;
    if (spec->comma && (spec->zero || (spec->align == '=' && spec->fill == '0')))
        return EMPTY; // (zeros are grouped too)
    u32 missing = spec->width > length ? spec->width - length : 0;
    u32 before = spec->align == '<' || spec->align == '=' || spec->zero ? 0 : spec->align == '^' ? missing / 2 : missing;
    u32 inside = spec->align == '=' || spec->zero ? missing : 0;
    Value result = str_new(vm, length + missing, 1);
    if (result == EMPTY)
        return EMPTY;
    PyStr *s = OBJ(vm, PyStr, result);
    s->ascii = 1;
    u8 *to = s->data;
    memset(to, spec->fill, before);
    to += before;
    if (sign)
        *to++ = sign;
    memset(to, spec->zero ? '0' : spec->fill, inside);
    to += inside;
    for (u32 i = 0; i < count; i++) {
        if (commas && i && (count - i) % 3 == 0)
            *to++ = ',';
        *to++ = digits[i];
    }
    memcpy(to, rest, rest_count);
    to += rest_count;
    memset(to, spec->fill, missing - before - inside);
    return result;
}

static Value format_float(VM *vm, double x, const FormatSpec *spec)
{
    u8 text[FLOAT_TEXT_BYTES + 1];
    u32 length, digits = 0;
    if (x - x != 0)
        return EMPTY;
    switch (spec->type) {
    case 'f':
    case 'F': length = float_fixed_text(text, __builtin_fabs(x), spec->precision < 0 ? 6 : (u32)spec->precision); break;
    case '%': length = float_fixed_text(text, __builtin_fabs(x * 100), spec->precision < 0 ? 6 : (u32)spec->precision); break;
    case 0: length = spec->precision < 0 ? float_short_text(text, __builtin_fabs(x)) : 0; break;
    default: return EMPTY;
    }
    if (!length)
        return EMPTY;
    while (digits < length && text[digits] != '.')
        digits++;
    if (spec->type == '%')
        text[length++] = '%';
    return put_together(vm, spec, __builtin_signbit(x), text, digits, text + digits, length - digits);
}

static Value format_int(VM *vm, i64 n, const FormatSpec *spec)
{
    u8 digits[56];
    u32 at = sizeof digits, base;
    u64 rest = n < 0 ? (u64)-n : (u64)n;
    switch (spec->type) {
    case 0:
    case 'd': base = 10; break;
    case 'x':
    case 'X': base = 16; break;
    case 'b': base = 2; break;
    case 'o': base = 8; break;
    case 'f':
    case 'F':
    case '%': return format_float(vm, (double)n, spec);
    default: return EMPTY;
    }
    if (spec->precision >= 0 || (spec->comma && base != 10))
        return EMPTY;
    const char *letters = spec->type == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
    if (base == 10)
        do
            digits[--at] = (u8)('0' + rest % 10);
        while (rest /= 10);
    else
        do
            digits[--at] = (u8)letters[rest % base];
        while (rest /= base);
    return put_together(vm, spec, n < 0, digits + at, (u32)sizeof digits - at, NULL, 0);
}

static Value format_str(VM *vm, Value v, const FormatSpec *spec)
{
    PyStr *s = OBJ(vm, PyStr, v);
    if ((spec->type && spec->type != 's') || spec->sign || spec->zero || spec->comma || spec->align == '=' || spec->precision >= 0)
        return EMPTY;
    if (s->length >= spec->width)
        return retain(vm, v);
    u32 missing = spec->width - s->length, left = spec->align == '>' ? missing : spec->align == '^' ? missing / 2 : 0;
    Value padded = str_new(vm, spec->width, s->kind);
    if (padded == EMPTY)
        return EMPTY;
    s = OBJ(vm, PyStr, v);
    PyStr *r = OBJ(vm, PyStr, padded);
    for (u32 i = 0; i < left; i++)
        str_set_char(r, i, spec->fill);
    memcpy(r->data + (size_t)left * s->kind, s->data, (size_t)s->length * s->kind);
    for (u32 i = left + s->length; i < spec->width; i++)
        str_set_char(r, i, spec->fill);
    r->ascii = s->ascii | !s->length;
    return padded;
}

Value format_by_spec(VM *vm, Value v, const FormatSpec *spec)
{
    return is_int48(v)                  ? format_int(vm, int48_value(v), spec)
         : is_float(v)                  ? format_float(vm, float_value(v), spec)
         : is_exact(vm, v, TYPE_STR) ? format_str(vm, v, spec)
                                        : EMPTY;
}

Value format_simple(VM *vm, Value v, PyStr *text)
{
    FormatSpec spec;
    return format_spec_parse(text, &spec) ? format_by_spec(vm, v, &spec) : EMPTY;
}

// --- texts made of parts ------------------------------------------------------------------------------------------------------------
// hooks: what is to become of objects that only Python code can tell the text of, when all other parts are texts already; 0: a text.
enum { TEXT_BY_STR = 1, TEXT_BY_REPR, TEXT_BY_FORMAT };
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
        result = str_of_parts(vm, parts->values, parts->count);
    }
    for (u32 i = 0; i < parts->count; i++)
        decref(vm, parts->values[i]);
    return result;
}

static Value format_text_taken(VM *vm, Value text, const FormatSpec *spec)
{
    Value formatted = text ? format_str(vm, text, spec) : EMPTY;
    decref(vm, text);
    return formatted;
}

// One conversion of a % format by the letter at *at, behind its flags. EMPTY: TypeScript's.
static Value convert(VM *vm, Value v, FormatSpec *spec, u8 letter)
{
    bool is_number = is_int48(v) || is_float(v);
    switch (letter) {
    case 's':
    case 'r':
        if (spec->precision >= 0)
            return EMPTY;
        spec->sign = 0;
        spec->zero = false;
        if (letter == 's' && is_exact(vm, v, TYPE_STR))
            return format_str(vm, v, spec);
        spec->type = 0;
        if (is_number)
            return format_by_spec(vm, v, spec);
        return format_text_taken(vm, container_repr(vm, v), spec);
    case 'd':
    case 'i':
    case 'u':
        spec->type = 'd';
        return is_int48(v) ? format_by_spec(vm, v, spec) : EMPTY;
    case 'x':
    case 'X':
    case 'o':
        spec->type = letter;
        return is_int48(v) ? format_by_spec(vm, v, spec) : EMPTY;
    case 'f':
    case 'F':
        spec->type = 'f';
        return is_number ? format_by_spec(vm, v, spec) : EMPTY;
    case 'c':
        if (spec->precision >= 0)
            return EMPTY;
        spec->sign = 0;
        spec->zero = false;
        if (is_int48(v) && (u64)int48_value(v) <= 0x10FFFF)
            return format_text_taken(vm, str_from_char(vm, (u32)int48_value(v)), spec);
        return is_exact(vm, v, TYPE_STR) && OBJ(vm, PyStr, v)->length == 1 ? format_str(vm, v, spec) : EMPTY;
    default: return EMPTY;
    }
}

static u32 char_at(const PyStr *s, u32 i) { return i < s->length ? get_char(s->data, s->kind, i) : 0; }

Value percent_simple(VM *vm, Value format, Value arguments)
{
    const PyStr *s = OBJ(vm, PyStr, format);
    const Value *args = &arguments;
    u32 count = 1, next = 0, at = 0;
    if (is_exact(vm, arguments, TYPE_TUPLE)) {
        args = OBJ(vm, PyTuple, arguments)->items;
        count = OBJ(vm, PyTuple, arguments)->length;
    } else if (is_object(arguments) && ref_type(vm, arguments) >= STATIC_END && (kind_of(vm, arguments) != LAYOUT_OBJECT || special_of(vm, arguments, SPECIAL_getitem))) {
        return EMPTY; // (may be a tuple or a mapping)
    }
    bool is_dict = is_exact(vm, arguments, TYPE_DICT);
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
            else
                break;
        }
        for (; c - '0' < 10 && spec.width <= 999; c = char_at(s, ++at))
            spec.width = spec.width * 10 + (c - '0');
        if (c == '.') {
            c = char_at(s, ++at);
            for (spec.precision = 0; c - '0' < 10 && spec.precision <= 999; c = char_at(s, ++at))
                spec.precision = spec.precision * 10 + (i32)(c - '0');
        }
        spec.zero &= spec.align != '<';
        at++;
        good = c < 128 && (is_dict || next < count) && parts.count < MOST_PARTS;
        if (good) {
            Value v = is_dict ? named : args[next++];
            bool may_ask = (c == 's' || c == 'r') && !spec.width && spec.precision < 0;
            good = add_part(&parts, convert(vm, v, &spec, (u8)c)) || (may_ask && add_object(vm, &parts, v, c == 's' ? TEXT_BY_STR : TEXT_BY_REPR));
        }
    }
    return join_parts(vm, &parts, good && (is_dict || next == count));
}

// Number of the argument with this name, behind the `count` ones without; a number beyond all arguments if there is none.
static u32 named_argument(VM *vm, const PyStr *s, u32 from, u32 to, u32 count, Ref kwnames)
{
    PyTuple *names = kwnames ? AT(vm, PyTuple, kwnames) : NULL;
    u32 n = names ? names->length : 0, i = 0;
    for (; i < n; i++) {
        PyStr *name = OBJ(vm, PyStr, names->items[i]);
        u32 at = 0;
        while (at < to - from && at < name->length && get_char(name->data, name->kind, at) == get_char(s->data, s->kind, from + at))
            at++;
        if (at == to - from && at == name->length)
            break;
    }
    return count + i;
}

// Fields {}, {3}, {name} and these with :spec; {{ and }}.
Value braces_simple(VM *vm, Value format, const Value *args, u32 count, Ref kwnames)
{
    u32 all = count + (kwnames ? AT(vm, PyTuple, kwnames)->length : 0);
    const PyStr *s = OBJ(vm, PyStr, format);
    Parts parts = {0};
    u32 at = 0, next = 0;
    bool good = true, numbered = false;
    while (good && at < s->length) {
        u32 start = at, c = 0;
        while (at < s->length && (c = get_char(s->data, s->kind, at)) != '{' && c != '}')
            at++;
        good = add_literal(vm, &parts, s, start, at);
        if (!good || at == s->length)
            break;
        if (char_at(s, at + 1) == c) {
            good = add_literal(vm, &parts, s, at, at + 1);
            at += 2;
            continue;
        }
        if (c == '}') {
            good = false;
            break;
        }
        u32 number = 0, digits = 0;
        for (c = char_at(s, ++at); c - '0' < 10 && digits < 4; c = char_at(s, ++at), digits++)
            number = number * 10 + (c - '0');
        numbered |= digits != 0;
        start = at;
        if (!digits)
            while ((c < 128 && ((c | 32) - 'a' < 26 || c == '_')) || (at > start && c - '0' < 10))
                c = char_at(s, ++at);
        bool is_named = at > start;
        if (is_named)
            number = named_argument(vm, s, start, at, count, kwnames);
        else if (!digits)
            number = next++;
        FormatSpec spec = {.fill = ' ', .precision = -1};
        bool may_ask = c == '}';
        if (c == ':') {
            start = ++at;
            while (at < s->length && (c = get_char(s->data, s->kind, at)) != '{' && c != '}')
                at++;
            Value text = at < s->length ? str_from_chars(vm, s->data + (size_t)start * s->kind, s->kind, at - start) : EMPTY;
            good = text != EMPTY && format_spec_parse(OBJ(vm, PyStr, text), &spec);
            decref(vm, text);
        }
        good = good && c == '}' && (number < count || is_named) && number < all && parts.count < MOST_PARTS &&
            (add_part(&parts, format_by_spec(vm, args[number], &spec)) || (may_ask && add_object(vm, &parts, args[number], TEXT_BY_FORMAT)));
        at++;
    }
    return join_parts(vm, &parts, good && !(numbered && next));
}
