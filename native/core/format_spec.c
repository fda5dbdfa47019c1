// format() of plain ints, floats and strs by the format specifications that programs use: nothing has to be asked of the host, and whatever is
// unusual (errors too) is begun again there.
#include "float_text.h"
#include "ints.h"
#include "str_methods.h"
#include "text_writer.h"

// [[fill]align][sign][#][0][width][, or _][.precision][type] in ASCII
bool format_spec_parse(const PyStr *text, FormatSpec *spec)
{
    if (!text->ascii || text->length > 16)
        return false;
    const u8 *at = text->data, *end = at + text->length;
    *spec = (FormatSpec){.fill = ' ', .precision = -1, .given = text->length != 0};
    if (end - at >= 2 && (at[1] == '<' || at[1] == '>' || at[1] == '^' || at[1] == '=')) {
        spec->fill = at[0];
        spec->align = at[1];
        at += 2;
    } else if (at < end && (*at == '<' || *at == '>' || *at == '^' || *at == '=')) {
        spec->align = *at++;
    }
    if (at < end && (*at == '+' || *at == ' ' || *at == '-')) {
        spec->sign = *at;
        at++;
    }
    if (at < end && *at == '#') {
        spec->alternate = true;
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
    if (at < end && (*at == ',' || *at == '_'))
        spec->separator = *at++;
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

typedef struct NumberText {
    bool negative;
    u8 prefix;         // the letter behind a 0; 0: none
    u8 group;          // digits between two separators
    const u8 *digits;
    u32 count;
    const u8 *rest;    // what follows the digits: point and fraction, %
    u32 rest_count;
} NumberText;

// A number's sign, digits and what follows them, filled up to the width.
static Value put_together(VM *vm, const FormatSpec *spec, const NumberText *n)
{
    u8 sign = n->negative ? '-' : spec->sign == '-' ? 0 : spec->sign;
    u32 separators = spec->separator && n->count ? (n->count - 1) / n->group : 0;
    u32 length = (sign != 0) + (n->prefix ? 2 : 0) + n->count + separators + n->rest_count;
    if (spec->separator && (spec->zero || (spec->align == '=' && spec->fill == '0')))
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
    if (n->prefix) {
        *to++ = '0';
        *to++ = n->prefix;
    }
    memset(to, spec->zero ? '0' : spec->fill, inside);
    to += inside;
    for (u32 i = 0; i < n->count; i++) {
        if (separators && i && (n->count - i) % n->group == 0)
            *to++ = spec->separator;
        *to++ = n->digits[i];
    }
    memcpy(to, n->rest, n->rest_count);
    to += n->rest_count;
    memset(to, spec->fill, missing - before - inside);
    return result;
}

// |x| by the type and precision of the specification; the number of characters, 0: TypeScript's.
static u32 float_text(u8 *text, double x, const FormatSpec *spec)
{
    u32 decimals = spec->precision < 0 ? 6 : (u32)spec->precision, length;
    switch (spec->type) {
    case '%': x *= 100; // fall through
    case 'f':
    case 'F':
        if (x - x != 0)
            return 0;
        length = float_fixed_text(text, x, decimals);
        if (length && !decimals && spec->alternate)
            text[length++] = '.';
        return length;
    case 'e':
    case 'E': return float_exponent_text(text, x, decimals, spec->alternate);
    case 'g':
    case 'G': return float_general_text(text, x, decimals, spec->alternate, false);
    case 0:
        if (spec->alternate)
            return 0;
        return spec->precision < 0 ? float_short_text(text, x) : float_general_text(text, x, (u32)spec->precision, false, true);
    default: return 0;
    }
}

static Value format_float(VM *vm, double x, const FormatSpec *spec)
{
    u8 text[FLOAT_TEXT_BYTES + 2];
    u32 length, digits = 0;
    bool is_upper = spec->type == 'E' || spec->type == 'F' || spec->type == 'G';
    if (x - x != 0) {
        if (spec->type && spec->type != '%' && (spec->type | 32) != 'e' && (spec->type | 32) != 'f' && (spec->type | 32) != 'g')
            return EMPTY;
        memcpy(text, x != x ? "nan" : "inf", 3);
        length = 3;
    } else {
        length = float_text(text, __builtin_fabs(x), spec);
        if (!length)
            return EMPTY;
        while (digits < length && text[digits] - '0' < 10u)
            digits++;
    }
    for (u32 i = 0; is_upper && i < length; i++)
        text[i] -= text[i] >= 'a' ? 'a' - 'A' : 0;
    if (spec->type == '%')
        text[length++] = '%';
    return put_together(vm, spec, &(NumberText){x == x && __builtin_signbit(x), 0, 3, text, digits, text + digits, length - digits});
}

// The digits of |n| in base 2^bits, the last one in front of `end`; where they begin.
static u8 *put_radix_digits(const IntView *n, u32 bits, const char *letters, u8 *end)
{
    u64 length = big_bit_length(n);
    u8 *at = end;
    for (u64 from = 0; from < length || at == end; from += bits) {
        u32 limb = (u32)(from / 32), shift = (u32)(from % 32);
        u64 pair = limb < n->count ? n->limbs[limb] : 0;
        if (limb + 1 < n->count)
            pair |= (u64)n->limbs[limb + 1] << 32;
        *--at = (u8)letters[pair >> shift & ((1u << bits) - 1)];
    }
    return at;
}

Value format_int(VM *vm, Value v, const FormatSpec *spec)
{
    u32 bits = 0;
    switch (spec->type) {
    case 0:
    case 'd': break;
    case 'x':
    case 'X': bits = 4; break;
    case 'b': bits = 1; break;
    case 'o': bits = 3; break;
    case 'c': {
        bool plain = is_int48(v) && (u64)int48_value(v) <= 0x10FFFF && !spec->sign && !spec->alternate && !spec->separator && spec->precision < 0 && !spec->width;
        return plain ? str_from_char(vm, (u32)int48_value(v)) : EMPTY;
    }
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%': return is_int48(v) ? format_float(vm, (double)int48_value(v), spec) : EMPTY;
    default: return EMPTY;
    }
    IntView n;
    int_view(vm, v, &n);
    if (spec->precision >= 0 || (spec->separator == ',' && bits) || n.count > MOST_TEXT_LIMBS)
        return EMPTY;
    u8 text[MOST_TEXT_LIMBS * 32 + 1], *end = text + sizeof text;
    const u8 *digits = bits ? put_radix_digits(&n, bits, spec->type == 'X' ? "0123456789ABCDEF" : "0123456789abcdef", end) : put_int_digits(&n, end);
    u8 prefix = bits && spec->alternate ? spec->type : 0;
    return put_together(vm, spec, &(NumberText){n.sign < 0, prefix, bits ? 4 : 3, digits, (u32)(end - digits), NULL, 0});
}

Value format_text(VM *vm, Value v, const FormatSpec *spec)
{
    PyStr *s = OBJ(vm, PyStr, v);
    if ((spec->type && spec->type != 's') || spec->sign || spec->zero || spec->separator || spec->alternate || spec->align == '=')
        return EMPTY;
    if (spec->precision >= 0 && s->length > (u32)spec->precision) {
        FormatSpec rest = *spec;
        rest.precision = -1;
        Value cut = str_from_chars(vm, s->data, s->kind, (u32)spec->precision), result = cut ? format_text(vm, cut, &rest) : EMPTY;
        decref(vm, cut);
        return result;
    }
    if (s->length >= spec->width)
        return retain(vm, s->length ? v : EMPTY_STR);
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
    if (is_float(v))
        return format_float(vm, float_value(v), spec);
    if (is_exact(vm, v, TYPE_STR))
        return format_text(vm, v, spec);
    bool is_wide = spec->given && (v == TRUE || v == FALSE || is_exact(vm, v, TYPE_INT)); // (without one they are asked for their str())
    return is_int48(v) || is_wide ? format_int(vm, v, spec) : EMPTY;
}

Value format_simple(VM *vm, Value v, PyStr *text)
{
    FormatSpec spec;
    return format_spec_parse(text, &spec) ? format_by_spec(vm, v, &spec) : EMPTY;
}

// The values of instances of subclasses that have left __format__ alone.
Value format_as_builtin(VM *vm, Value v, Ref type, PyStr *text)
{
    FormatSpec spec;
    if (!format_spec_parse(text, &spec))
        return EMPTY;
    return type == TYPE_INT ? format_int(vm, v, &spec) : type == TYPE_FLOAT ? format_float(vm, OBJ(vm, PyFloat, v)->value, &spec) : format_text(vm, v, &spec);
}
