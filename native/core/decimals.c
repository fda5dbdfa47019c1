// Decimals of up to 38 digits (the module _decimal, src/modules/decimal): sums, products, quotients and texts that need no exception, no
// number with special values and no exponent near a context's limits. Whatever else there is gives up, None, having changed nothing: Python's.
#include "heap_inline.h"
#include "ints.h"
#include "text_writer.h"
#include "wide.h"

#define MOST_PRECISION 36u // one digit more, and a carry, still fit a u128
#define MOST_EXPONENT ((i64)1 << 40)

// --- rounding ------------------------------------------------------------------------------------------------------------------------
// What was taken off the end of a number: how it compares with a half of the last place that is left.
typedef struct Lost { bool any, more_than_half, half; } Lost;
static void take_digits(Wide *n, u32 places, Lost *lost)
{
    while (places) {
        u32 step = places > 19 ? 19 : places;
        u64 rest = wide_divide_word(n, &divisor_of_ten[step]), half = (u64)power_of_ten[step] / 2;
        lost->more_than_half = rest > half || (rest == half && lost->any);
        lost->half = rest == half && !lost->any;
        lost->any |= rest != 0;
        places -= step;
    }
}

enum { HALF_EVEN, HALF_UP, HALF_DOWN, DOWN, UP, FLOOR, CEILING, UP_05 };
static bool rounds_up(u32 rounding, const Lost *lost, u128 c, u32 sign)
{
    switch (rounding) {
    case HALF_EVEN: return lost->more_than_half || (lost->half && c & 1);
    case HALF_UP: return lost->more_than_half || lost->half;
    case HALF_DOWN: return lost->more_than_half;
    case UP: return lost->any;
    case FLOOR: return lost->any && sign;
    case CEILING: return lost->any && !sign;
    case UP_05: return lost->any && ((u64)c % 5 + (u64)(c >> 64) % 5) % 5 == 0; // (2^64 is 1 modulo 5)
    default: return false;
    }
}

// --- objects: __slots__ lie in the order of their names --------------------------------------------------------------------------------
enum { NUMBER_EXP, NUMBER_INT, NUMBER_KIND, NUMBER_SIGN, NUMBER_SLOTS };
enum { CONTEXT_CAPITALS, CONTEXT_CLAMP, CONTEXT_EMAX, CONTEXT_EMIN, CONTEXT_ETINY, CONTEXT_ETOP, CONTEXT_FLAGS, CONTEXT_LIMIT, CONTEXT_PREC,
    CONTEXT_ROUNDING, CONTEXT_STATUS, CONTEXT_TRAPS, CONTEXT_SLOTS };
enum { INEXACT = 0x40, ROUNDED = 0x1000 };

typedef struct Number { u128 c; i64 exp; u32 sign; } Number;
typedef struct Limits { i64 prec, emax, emin; u32 rounding; Value *slots; } Limits;

static Value *slots_of(VM *vm, Value v, u32 count)
{
    if (!is_object(v) || type_at(vm, ref_type(vm, v))->kind != LAYOUT_OBJECT || type_at(vm, ref_type(vm, v))->member_count < count)
        return NULL;
    PyInstance *instance = OBJ(vm, PyInstance, v);
    return AT(vm, PyShape, instance->shape)->inline_count < count ? NULL : instance->slots;
}

// An int below 10^38, without its sign.
static bool read_int(VM *vm, Value v, u128 *c, u32 *sign)
{
    if (is_int48(v)) {
        i64 n = int48_value(v);
        *sign = n < 0;
        *c = (u128)(n < 0 ? -n : n);
        return true;
    }
    if (!is_object(v) || ref_type(vm, v) != TYPE_INT)
        return false;
    const PyInt *p = OBJ(vm, PyInt, v);
    if (p->limb_count > 4)
        return false;
    *c = 0;
    for (u32 i = p->limb_count; i--;)
        *c = *c << 32 | p->limbs[i];
    *sign = p->sign < 0;
    return *c < power_of_ten[MOST_DIGITS];
}

// A finite Decimal (not a subclass's) or an int.
static bool read_number(VM *vm, Value v, Value cls, Number *n)
{
    n->exp = 0;
    if (!is_object(v) || ref_type(vm, v) != (Ref)cls)
        return read_int(vm, v, &n->c, &n->sign);
    Value *slots = slots_of(vm, v, NUMBER_SLOTS);
    if (!slots || slots[NUMBER_KIND] != int48(0) || !is_int48(slots[NUMBER_SIGN]) || !is_int48(slots[NUMBER_EXP]))
        return false;
    u32 unsigned_sign;
    if (!read_int(vm, slots[NUMBER_INT], &n->c, &unsigned_sign))
        return false;
    n->exp = int48_value(slots[NUMBER_EXP]);
    n->sign = slots[NUMBER_SIGN] == int48(1);
    return n->exp < MOST_EXPONENT && n->exp > -MOST_EXPONENT;
}

static bool read_rounding(VM *vm, Value v, u32 *rounding)
{
    static const char names[][10] = {"HALF_EVEN", "HALF_UP", "HALF_DOWN", "DOWN", "UP", "FLOOR", "CEILING", "05UP"};
    if (!is_object(v) || !is_exact(vm, v, TYPE_STR) || OBJ(vm, PyStr, v)->kind != 1 || OBJ(vm, PyStr, v)->length < 8)
        return false;
    const PyStr *s = OBJ(vm, PyStr, v);
    for (u32 i = 0; i < sizeof names / sizeof *names; i++) {
        u32 at = 6;
        while (at < s->length && at < 15 && names[i][at - 6] == (char)s->data[at])
            at++;
        if (at == s->length && !names[i][at - 6]) {
            *rounding = i;
            return true;
        }
    }
    return false;
}

static bool read_limits(VM *vm, Value context, Limits *limits)
{
    Value *s = limits->slots = slots_of(vm, context, CONTEXT_SLOTS);
    if (!s || s[CONTEXT_CLAMP] != int48(0) || s[CONTEXT_STATUS] != int48(0) || !is_int48(s[CONTEXT_PREC]) || !is_int48(s[CONTEXT_EMAX]) ||
        !is_int48(s[CONTEXT_EMIN]) || !is_int48(s[CONTEXT_TRAPS]) || !is_int48(s[CONTEXT_FLAGS]))
        return false;
    limits->prec = int48_value(s[CONTEXT_PREC]);
    limits->emax = int48_value(s[CONTEXT_EMAX]);
    limits->emin = int48_value(s[CONTEXT_EMIN]);
    return limits->prec >= 1 && limits->prec <= MOST_PRECISION && read_rounding(vm, s[CONTEXT_ROUNDING], &limits->rounding);
}

// The class of what is made: __slots__ of the names above, if it is Decimal.
static bool is_number_class(VM *vm, Value cls)
{
    if (!is_object(cls) || !is_exact(vm, cls, TYPE_TYPE))
        return false;
    const PyType *t = AT(vm, PyType, (Ref)cls);
    return t->kind == LAYOUT_OBJECT && t->flags & TYPE_HEAP && t->member_count == NUMBER_SLOTS;
}

static Value gives_up(VM *vm) { return retain(vm, NONE); }

static Value int_of(VM *vm, u128 c, bool negative)
{
    if (c <= 0x7FFFFFFFFFFFull)
        return int48(negative ? -(i64)c : (i64)c);
    u64 high = (u64)(c >> 64);
    u32 count = high >> 32 ? 4 : high ? 3 : 2;
    PyInt *r = int_new(vm, count);
    if (!r)
        return EMPTY;
    for (u32 i = 0; i < count; i++)
        r->limbs[i] = (u32)(c >> 32 * i);
    return int_finish(vm, r, negative ? -1 : 1, count);
}

static Value new_number(VM *vm, Value cls, u32 sign, u128 c, i64 exp)
{
    Value digits = int_of(vm, c, false);
    Value v = digits ? instance_new(vm, (Ref)cls) : EMPTY;
    Value *slots = v ? slots_of(vm, v, NUMBER_SLOTS) : NULL;
    if (!slots) {
        decref(vm, digits);
        return v ? raise_error(vm, EXC_TypeError, "not the class Decimal") : EMPTY;
    }
    slots[NUMBER_EXP] = int48(exp);
    slots[NUMBER_INT] = digits;
    slots[NUMBER_KIND] = int48(0);
    slots[NUMBER_SIGN] = int48(sign);
    return v;
}

// The operation is over: its conditions become flags. False: one of them is trapped.
static bool settle(const Limits *limits, u64 status)
{
    if (!status)
        return true;
    Value *slots = limits->slots;
    if (status & (u64)int48_value(slots[CONTEXT_TRAPS]))
        return false;
    slots[CONTEXT_FLAGS] = int48(int48_value(slots[CONTEXT_FLAGS]) | (i64)status);
    return true;
}

// A number as the context can hold it, if it is far from the limits of exponents.
static Value finish(VM *vm, Value cls, u32 sign, Wide n, i64 exp, const Limits *limits)
{
    u128 limit = power_of_ten[limits->prec];
    if (is_below(&n, limit)) {
        u128 c = low_half(&n);
        i64 highest = limits->emax - limits->prec + 1;
        return exp >= limits->emin && exp <= highest ? new_number(vm, cls, sign, c, exp) : gives_up(vm);
    }
    u32 least = ((bits_of(&n) - 1) * 1233u >> 12) + 1, places = least > limits->prec ? least - (u32)limits->prec : 0;
    Lost lost = {false, false, false};
    take_digits(&n, places, &lost);
    for (; !is_below(&n, limit); places++)
        take_digits(&n, 1, &lost);
    u128 c = low_half(&n);
    if (rounds_up(limits->rounding, &lost, c, sign) && ++c == limit) {
        c = power_of_ten[limits->prec - 1];
        exp++;
    }
    exp += places;
    if (exp < limits->emin || exp > limits->emax - limits->prec || !settle(limits, lost.any ? ROUNDED | INEXACT : ROUNDED))
        return gives_up(vm);
    return new_number(vm, cls, sign, c, exp);
}

#define DECIMAL(name) static Value name(VM *vm, Value *args, u32 nargs, Ref kwnames)
// Operands a and b, the context, the class Decimal
#define OPERANDS(a, b, limits) \
    Number a, b; \
    Limits limits; \
    if (!is_number_class(vm, args[3]) || !read_number(vm, args[0], args[3], &a) || !read_number(vm, args[1], args[3], &b) || !read_limits(vm, args[2], &limits)) \
        return gives_up(vm)

// Both coefficients for one exponent. False: too far apart.
static bool align(const Number *a, const Number *b, Wide *x, Wide *y, i64 *exp)
{
    *x = wide(a->c);
    *y = wide(b->c);
    i64 apart = a->exp - b->exp;
    *exp = apart < 0 ? a->exp : b->exp;
    const Number *longer = apart < 0 ? b : a;
    u64 shift = (u64)(apart < 0 ? -apart : apart);
    return !shift || (shift + digits_of(longer->c) <= 76 && wide_shift_digits(apart < 0 ? y : x, shift));
}

static Value sum(VM *vm, Value *args, bool negates)
{
    OPERANDS(a, b, limits);
    Wide x, y;
    i64 exp;
    if (!align(&a, &b, &x, &y, &exp))
        return gives_up(vm);
    u32 sign = b.sign ^ negates;
    if (a.sign == sign)
        return finish(vm, args[3], sign, wide_sum(x, &y), exp, &limits);
    int order = wide_compare(&x, &y);
    if (order > 0)
        return finish(vm, args[3], a.sign, wide_difference(x, &y), exp, &limits);
    return finish(vm, args[3], order ? sign : limits.rounding == FLOOR, wide_difference(y, &x), exp, &limits);
}
DECIMAL(decimal_add) { return sum(vm, args, false); }
DECIMAL(decimal_subtract) { return sum(vm, args, true); }

DECIMAL(decimal_multiply)
{
    OPERANDS(a, b, limits);
    return finish(vm, args[3], a.sign ^ b.sign, wide_product(a.c, b.c), a.exp + b.exp, &limits);
}

DECIMAL(decimal_divide)
{
    OPERANDS(a, b, limits);
    if (!b.c)
        return gives_up(vm);
    i64 ideal = a.exp - b.exp, shift = 0;
    u128 rest = 0, d = b.c;
    Wide quotient = wide(a.c);
    if (a.c) {
        shift = (i64)digits_of(b.c) - digits_of(a.c) + limits.prec + 1;
        if (shift < 0)
            d *= power_of_ten[-shift]; // (as many digits as the dividend's, at most)
        else if (!wide_shift_digits(&quotient, (u64)shift))
            return gives_up(vm);
        quotient = wide_divide(quotient, d, &rest);
    }
    i64 exp = ideal - shift;
    if (rest) {
        // The digits that are left out must not look like a tie or like nothing.
        u64 fives = 0;
        for (u32 i = 0; i < 4; i++)
            fives += quotient.word[i] % 5;
        if (fives % 5 == 0)
            quotient = wide_sum(quotient, &(Wide){{1, 0, 0, 0}});
    } else {
        for (u32 step = 16; step; step >>= 1) {
            while (exp + step <= ideal) {
                Wide shorter = quotient;
                if (wide_divide_word(&shorter, &divisor_of_ten[step]))
                    break;
                quotient = shorter;
                exp += step;
            }
        }
    }
    return finish(vm, args[3], a.sign ^ b.sign, quotient, exp, &limits);
}

static Value integer_division(VM *vm, Value *args, bool remainder)
{
    OPERANDS(a, b, limits);
    Wide x, y;
    i64 exp;
    if (!b.c || !align(&a, &b, &x, &y, &exp) || !is_narrow(&y))
        return gives_up(vm);
    u128 rest;
    Wide quotient = wide_divide(x, low_half(&y), &rest);
    if (!is_below(&quotient, power_of_ten[limits.prec]))
        return gives_up(vm);
    return remainder ? finish(vm, args[3], a.sign, wide(rest), exp, &limits) : finish(vm, args[3], a.sign ^ b.sign, quotient, 0, &limits);
}
DECIMAL(decimal_divide_int) { return integer_division(vm, args, false); }
DECIMAL(decimal_remainder) { return integer_division(vm, args, true); }

// -1, 0 or 1
DECIMAL(decimal_order)
{
    Number a, b;
    if (!is_number_class(vm, args[2]) || !read_number(vm, args[0], args[2], &a) || !read_number(vm, args[1], args[2], &b))
        return gives_up(vm);
    i64 x = !a.c ? 0 : a.sign ? -1 : 1, y = !b.c ? 0 : b.sign ? -1 : 1;
    if (x != y || !x)
        return int48(x < y ? -1 : x > y);
    i64 apart = a.exp + digits_of(a.c) - b.exp - digits_of(b.c);
    if (!apart) {
        Wide p, q;
        i64 exp;
        if (!align(&a, &b, &p, &q, &exp))
            return gives_up(vm);
        apart = wide_compare(&p, &q);
    }
    return int48(apart ? apart < 0 ? -x : x : 0);
}

// The operand with another sign, or its own: number, 0 or 1 or None, context, Decimal
DECIMAL(decimal_signed)
{
    Number a;
    Limits limits;
    if (!is_number_class(vm, args[3]) || !read_number(vm, args[0], args[3], &a) || !read_limits(vm, args[2], &limits))
        return gives_up(vm);
    u32 sign = args[1] == NONE ? !a.sign : args[1] == int48(0) ? 0 : a.sign;
    if (!a.c && limits.rounding != FLOOR)
        sign = 0;
    return finish(vm, args[3], sign, wide(a.c), a.exp, &limits);
}

// number, number whose exponent is asked for, context, Decimal, rounding or None
DECIMAL(decimal_quantize)
{
    OPERANDS(a, b, limits);
    if (args[4] != NONE && !read_rounding(vm, args[4], &limits.rounding))
        return gives_up(vm);
    i64 exp = b.exp, shift = a.exp - exp;
    u32 digits = digits_of(a.c);
    if (exp < limits.emin || exp > limits.emax - limits.prec || shift + digits > limits.prec)
        return gives_up(vm);
    Wide n = wide(a.c);
    Lost lost = {false, false, false};
    if (a.c && shift > 0 && !wide_shift_digits(&n, (u64)shift))
        return gives_up(vm);
    if (a.c && shift < 0) {
        if (-shift > digits) {
            n = wide(1);
            shift = -1;
        }
        take_digits(&n, (u32)-shift, &lost);
    }
    u128 c = low_half(&n);
    if (lost.any && rounds_up(limits.rounding, &lost, c, a.sign))
        c++;
    if (c >= power_of_ten[limits.prec] || !settle(&limits, !a.c || shift >= 0 ? 0 : lost.any ? ROUNDED | INEXACT : ROUNDED))
        return gives_up(vm);
    return new_number(vm, args[3], a.sign, c, exp);
}

// The int that is left without the digits behind the point: number, Decimal
DECIMAL(decimal_int)
{
    Number a;
    if (!is_number_class(vm, args[1]) || !read_number(vm, args[0], args[1], &a))
        return gives_up(vm);
    u32 digits = digits_of(a.c);
    if (!a.c || -a.exp >= digits)
        return int48(0);
    if (a.exp > 0 && a.exp + digits > MOST_DIGITS)
        return gives_up(vm);
    Wide n = wide(a.c);
    Lost lost = {false, false, false};
    if (a.exp > 0)
        wide_shift_digits(&n, (u64)a.exp);
    else
        take_digits(&n, (u32)-a.exp, &lost);
    return int_of(vm, low_half(&n), a.sign);
}

#define HASH_MODULUS (((u64)1 << 61) - 1)
#define TENTH 2075258708292324556ull // 10 * TENTH is 1 modulo HASH_MODULUS
static u64 hash_product(u64 a, u64 b)
{
    u128 product = (u128)a * b;
    u64 n = ((u64)product & HASH_MODULUS) + (u64)(product >> 61);
    return n >= HASH_MODULUS ? n - HASH_MODULUS : n;
}
DECIMAL(decimal_hash)
{
    Number a;
    if (!is_number_class(vm, args[1]) || !read_number(vm, args[0], args[1], &a))
        return gives_up(vm);
    u64 high = (u64)(a.c >> 64) % HASH_MODULUS, low = (u64)a.c % HASH_MODULUS;
    u64 n = (hash_product(high, 8) + low) % HASH_MODULUS, base = a.exp < 0 ? TENTH : 10;
    for (u64 power = (u64)(a.exp < 0 ? -a.exp : a.exp); power; power >>= 1) {
        if (power & 1)
            n = hash_product(n, base);
        base = hash_product(base, base);
    }
    i64 hash = a.sign ? -(i64)n : (i64)n;
    return int_from_i64(vm, hash == -1 ? -2 : hash);
}

// --- texts ----------------------------------------------------------------------------------------------------------------------------------
// Decimal(value) of a Decimal, an int, or a text of ASCII without anything unusual: value, Decimal
DECIMAL(decimal_new)
{
    Value v = args[0], cls = args[1];
    if (!is_number_class(vm, cls))
        return gives_up(vm);
    if (is_object(v) && ref_type(vm, v) == (Ref)cls)
        return retain(vm, v);
    Number n = {0, 0, 0};
    if (!is_object(v) || !is_exact(vm, v, TYPE_STR))
        return read_int(vm, v, &n.c, &n.sign) ? new_number(vm, cls, n.sign, n.c, 0) : gives_up(vm);
    const PyStr *s = OBJ(vm, PyStr, v);
    u32 length = s->length, i = 0, digits = 0;
    bool point = false;
    if (!s->ascii || length > 60)
        return gives_up(vm);
    if (length && (s->data[0] == '-' || s->data[0] == '+'))
        n.sign = s->data[i++] == '-';
    u64 part = 0, scale = 1;
    for (; i < length; i++) {
        u32 digit = (u32)s->data[i] - '0';
        if (digit <= 9) {
            digits++;
            n.exp -= point;
            part = part * 10 + digit;
            scale *= 10;
            if (scale == 10000000000000000ull) {
                n.c = n.c * scale + part;
                part = 0;
                scale = 1;
            }
        } else if (s->data[i] == '.' && !point) {
            point = true;
        } else {
            break;
        }
    }
    n.c = n.c * scale + part;
    if (!digits || digits > MOST_DIGITS)
        return gives_up(vm);
    if (i < length) {
        if ((s->data[i] | 0x20) != 'e')
            return gives_up(vm);
        i++;
        bool negative = i < length && s->data[i] == '-';
        i += negative || (i < length && s->data[i] == '+');
        i64 exp = 0;
        if (i == length || length - i > 6)
            return gives_up(vm);
        for (; i < length; i++) {
            u32 digit = (u32)s->data[i] - '0';
            if (digit > 9)
                return gives_up(vm);
            exp = exp * 10 + digit;
        }
        n.exp += negative ? -exp : exp;
    }
    return new_number(vm, cls, n.sign, n.c, n.exp);
}

// str(number): number, capitals of the context, Decimal
DECIMAL(decimal_text)
{
    Number a;
    if (!is_number_class(vm, args[2]) || !read_number(vm, args[0], args[2], &a))
        return gives_up(vm);
    u8 text[MOST_DIGITS];
    u32 count = digits_of(a.c);
    Wide n = wide(a.c);
    for (u32 at = count; at;) {
        u64 part = wide_divide_word(&n, &divisor_of_ten[19]);
        for (u32 i = 0; i < 19 && at; i++, part /= 10)
            text[--at] = (u8)('0' + part % 10);
    }
    TextWriter w = {.vm = vm};
    if (a.sign)
        write_char(&w, '-');
    i64 point = (i64)count + a.exp, place = a.exp > 0 || point <= -6 ? 1 : point;
    if (place <= 0) {
        WRITE_LITERAL(&w, "0.");
        for (i64 i = place; i < 0; i++)
            write_char(&w, '0');
        write_latin1(&w, text, count);
    } else {
        write_latin1(&w, text, (u32)place);
        if (place < count) {
            write_char(&w, '.');
            write_latin1(&w, text + place, count - (u32)place);
        }
    }
    if (place != point) {
        write_char(&w, args[1] == int48(0) ? 'e' : 'E');
        if (point > place)
            write_char(&w, '+');
        write_int48(&w, point - place);
    }
    return writer_end(&w);
}

#define OPERATION(name, count, parameters) {#name, name, count, count, 0, 0, parameters}
const BuiltinDef decimal_defs[] = {
    OPERATION(decimal_add, 4, "(a, b, context, cls, /)"), OPERATION(decimal_subtract, 4, "(a, b, context, cls, /)"),
    OPERATION(decimal_multiply, 4, "(a, b, context, cls, /)"), OPERATION(decimal_divide, 4, "(a, b, context, cls, /)"),
    OPERATION(decimal_divide_int, 4, "(a, b, context, cls, /)"), OPERATION(decimal_remainder, 4, "(a, b, context, cls, /)"),
    OPERATION(decimal_order, 3, "(a, b, cls, /)"), OPERATION(decimal_signed, 4, "(a, sign, context, cls, /)"),
    OPERATION(decimal_quantize, 5, "(a, exp, context, cls, rounding, /)"), OPERATION(decimal_int, 2, "(a, cls, /)"),
    OPERATION(decimal_hash, 2, "(a, cls, /)"), OPERATION(decimal_new, 2, "(value, cls, /)"), OPERATION(decimal_text, 3, "(a, capitals, cls, /)"),
    {"", 0, 0, 0, 0, 0, 0},
};
