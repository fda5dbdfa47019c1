// Constructors of int, float, complex, bool, str, bytes and bytearray, and boxing: an instance of a subclass of an immutable type is an object
// of its own with the value inside. Parsing text, __int__-like hooks and encodings are the host's (HOOK_*_NEW, HOOK_INT_PARSE).
#include "float_text.h"
#include "containers.h"
#include "byte_views.h"
#include "hooks.h"
#include "ints.h"
#include "str_methods.h"
#include "trace.h"


// --- boxing ---------------------------------------------------------------------------------------------------------------

static void *box_new(VM *vm, Ref cls, u64 bytes)
{
    if (unlikely(bytes > 0xF0000000u)) {
        raise_memory_error(vm);
        return NULL;
    }
    return heap_new(vm, cls, (u32)bytes);
}

// Instance of `cls` (a subclass of a builtin type that holds a value) with the value of `plain`, an exact instance of that type. For the exact
// type itself: plain. A bytearray's value may be bytes.
Value value_box(VM *vm, Ref cls, Value plain)
{
    if (cls < STATIC_END)
        return retain(vm, plain);
    Ref shape = shape_root_of(vm, cls);
    if (unlikely(!shape))
        return EMPTY;
    switch (type_at(vm, cls)->kind) {
    case LAYOUT_INT: {
        IntView view;
        int_view(vm, plain, &view);
        PyInt *r = box_new(vm, cls, sizeof(PyInt) + (u64)view.count * 4);
        if (unlikely(!r))
            return EMPTY;
        r->sign = view.sign;
        r->limb_count = view.count;
        memcpy(r->limbs, view.limbs, (size_t)view.count * 4);
        r->shape = shape;
        return OFFSET_OF(vm, r);
    }
    case LAYOUT_FLOAT: {
        PyFloat *r = box_new(vm, cls, sizeof(PyFloat));
        if (unlikely(!r))
            return EMPTY;
        float_view(vm, plain, &r->value);
        r->shape = shape;
        return OFFSET_OF(vm, r);
    }
    case LAYOUT_COMPLEX: {
        PyComplex *r = box_new(vm, cls, sizeof(PyComplex)), *from = OBJ(vm, PyComplex, plain);
        if (unlikely(!r))
            return EMPTY;
        r->real = from->real;
        r->imag = from->imag;
        r->shape = shape;
        return OFFSET_OF(vm, r);
    }
    case LAYOUT_STR: {
        PyStr *from = OBJ(vm, PyStr, plain);
        u64 bytes = (u64)from->length * from->kind;
        PyStr *r = box_new(vm, cls, sizeof(PyStr) + bytes);
        if (unlikely(!r))
            return EMPTY;
        r->length = from->length;
        r->kind = from->kind;
        r->ascii = from->ascii;
        r->hash = from->hash;
        memcpy(r->data, from->data, bytes);
        r->shape = shape;
        return OFFSET_OF(vm, r);
    }
    case LAYOUT_BYTES: {
        PyBytes *from = OBJ(vm, PyBytes, plain), *r = box_new(vm, cls, sizeof(PyBytes) + (u64)from->length + 1);
        if (unlikely(!r))
            return EMPTY;
        r->length = from->length;
        memcpy(r->data, from->data, from->length);
        r->shape = shape;
        return OFFSET_OF(vm, r);
    }
    case LAYOUT_BYTEARRAY: {
        PyByteArray *r = box_new(vm, cls, sizeof(PyByteArray));
        if (unlikely(!r))
            return EMPTY;
        r->shape = shape;
        bool is_bytes = kind_of(vm, plain) == LAYOUT_BYTES;
        u32 length = is_bytes ? OBJ(vm, PyBytes, plain)->length : OBJ(vm, PyByteArray, plain)->length;
        if (length) {
            u32 block = heap_block(vm, length);
            if (unlikely(!block)) {
                decref(vm, OFFSET_OF(vm, r));
                return EMPTY;
            }
            memcpy(AT(vm, u8, block), is_bytes ? OBJ(vm, PyBytes, plain)->data : AT(vm, u8, OBJ(vm, PyByteArray, plain)->data), length);
            r->data = block;
            r->length = r->capacity = length;
        }
        return OFFSET_OF(vm, r);
    }
    default: return raise_error(vm, EXC_SystemError, "value_box: '%N' is not a subclass of an immutable builtin type", cls);
    }
}

// Boxes an owned plain value (EMPTY and VALUE_TAIL pass through).
static Value boxed(VM *vm, Ref cls, Value plain)
{
    if (!plain || plain == VALUE_TAIL || cls < STATIC_END)
        return plain;
    Value r = value_box(vm, cls, plain);
    decref(vm, plain);
    return r;
}

// --- numbers ------------------------------------------------------------------------------------------------------------------

// The text without the spaces around it.
static const u8 *trimmed(PyStr *s, const u8 **end)
{
    const u8 *at = s->data, *last = at + s->length;
    while (at < last && (*at == ' ' || *at - 9u < 5u))
        at++;
    while (at < last && (last[-1] == ' ' || last[-1] - 9u < 5u))
        last--;
    *end = last;
    return at;
}

// Digits of an ASCII string in a base of 2 to 36 (or 0: as its prefix says), with a sign and spaces around.
typedef struct Digits { const u8 *at, *end; u32 base; bool negative; } Digits;
static bool digits_of(PyStr *s, u32 base, Digits *digits)
{
    if (!s->ascii)
        return false;
    const u8 *end, *at = trimmed(s, &end);
    bool negative = at < end && *at == '-';
    if (at < end && (*at == '-' || *at == '+'))
        at++;
    if (end - at > 2 && *at == '0' && base != 10) {
        u32 letter = at[1] | 32, prefixed = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
        if (prefixed && (base == 0 || base == prefixed)) {
            base = prefixed;
            at += 2;
        }
    }
    if (base == 0) {
        if (at < end && *at == '0' && end - at > 1)
            return false;
        base = 10;
    }
    *digits = (Digits){at, end, base, negative};
    return at != end;
}

// What does not fit 63 bits, underscores and whatever is wrong are left to others.
static bool short_int(PyStr *s, u32 base, i64 *n)
{
    Digits digits;
    if (!digits_of(s, base, &digits))
        return false;
    u64 value = 0;
    if (digits.base == 10 && digits.end - digits.at <= 18) { // (cannot overflow)
        for (const u8 *at = digits.at; at < digits.end; at++) {
            u32 digit = *at - '0';
            if (digit > 9)
                return false;
            value = value * 10 + digit;
        }
    } else {
        for (const u8 *at = digits.at; at < digits.end; at++) {
            u32 digit = digit_value(*at);
            if (digit >= digits.base || value > ((u64)INT64_MAX - digit) / digits.base)
                return false;
            value = value * digits.base + digit;
        }
    }
    *n = digits.negative ? -(i64)value : (i64)value;
    return true;
}

// Longer ones, up to what sys.set_int_max_str_digits() can't forbid. EMPTY without an exception: left to TypeScript.
#define MOST_DIGITS 640
static Value long_int(VM *vm, PyStr *s, u32 base)
{
    Digits digits;
    if (!digits_of(s, base, &digits) || digits.end - digits.at > MOST_DIGITS)
        return EMPTY;
    for (const u8 *at = digits.at; at < digits.end; at++)
        if (digit_value(*at) >= digits.base)
            return EMPTY;
    u32 capacity = (u32)(digits.end - digits.at) * 6 / 32 + 3; // a digit has less than six bits
    PyInt *r = int_new(vm, capacity);
    if (unlikely(!r))
        return EMPTY;
    u32 count = 0;
    for (const u8 *at = digits.at; at < digits.end;) {
        u64 factor = 1, carry = 0; // as many digits as a limb holds
        for (; at < digits.end && factor * digits.base <= 0xFFFFFFFF; at++) {
            carry = carry * digits.base + digit_value(*at);
            factor *= digits.base;
        }
        for (u32 i = 0; i < count; i++) {
            carry += r->limbs[i] * factor;
            r->limbs[i] = (u32)carry;
            carry >>= 32;
        }
        if (carry)
            r->limbs[count++] = (u32)carry;
    }
    return int_finish(vm, r, digits.negative ? -1 : 1, count);
}

// A short ASCII string with something in it that no decimal number has: the error needs no TypeScript.
static bool plainly_no_int(PyStr *s)
{
    if (!s->ascii || s->length > 40)
        return false;
    const u8 *end, *at = trimmed(s, &end);
    if (at < end && (*at == '-' || *at == '+'))
        at++;
    bool strange = at == end;
    for (; at < end; at++)
        strange |= *at - '0' > 9u && *at != '_';
    return strange;
}
// The same for floats: none of their characters, in whatever order.
static bool plainly_no_float(PyStr *s)
{
    static const char used[] = "+-._0123456789eEinftyaINFTYA";
    if (!s->ascii || s->length > 40)
        return false;
    const u8 *end, *at = trimmed(s, &end);
    bool strange = at == end;
    for (; at < end; at++) {
        u32 i = 0;
        while (used[i] && used[i] != *at)
            i++;
        strange |= !used[i];
    }
    return strange;
}

// What int() of a str does, for traces: its number, TRUE if it raises ValueError; EMPTY where that can't be told at once.
CORE_EXPORT Value trace_int_of_text(VM *vm, Value text)
{
    i64 n;
    return short_int(OBJ(vm, PyStr, text), 10, &n) && fits_int48(n) ? int48(n) : EMPTY;
}
CORE_EXPORT Value trace_int_refuses(VM *vm, Value text)
{
    return plainly_no_int(OBJ(vm, PyStr, text)) ? TRUE : EMPTY;
}
static Value raise_no_int(VM *vm, Value text) { return raise_error(vm, EXC_ValueError, "invalid literal for int() with base 10: %R", text); }
static Value take_arguments(VM *vm, Value before) // of what has just been raised (owned)
{
    Value args = retain(vm, OBJ(vm, PyException, vm->exception)->args);
    exception_clear(vm);
    vm->exception = before;
    return args;
}
// The arguments of that error (owned).
Value no_int_arguments(VM *vm, Value text)
{
    Value before = vm->exception;
    vm->exception = EMPTY;
    raise_no_int(vm, text);
    return take_arguments(vm, before);
}
Value message_arguments(VM *vm, u32 message)
{
    Value before = vm->exception;
    vm->exception = EMPTY;
    if (message == MESSAGE_EMPTY_LIST)
        raise_error(vm, EXC_IndexError, "pop from empty list");
    else if (message == MESSAGE_LIST_INDEX)
        raise_error(vm, EXC_IndexError, "list index out of range");
    else if (message == MESSAGE_TUPLE_INDEX)
        raise_error(vm, EXC_IndexError, "tuple index out of range");
    else
        raise_error(vm, EXC_IndexError, "string index out of range");
    return take_arguments(vm, before);
}

// Of no type that could tell which number it is: what programs try to convert by mistake.
static bool is_no_number(VM *vm, Value x)
{
    return x == NONE || is_exact(vm, x, TYPE_LIST) || is_exact(vm, x, TYPE_TUPLE) || is_exact(vm, x, TYPE_DICT) || is_exact(vm, x, TYPE_SET);
}

// The int that a text in `base` (0: as in a program) stands for; EMPTY with an exception if there is no room for it. False: TypeScript has to look.
static bool int_of_text(VM *vm, PyStr *text, u32 base, Value *parsed)
{
    i64 n;
    *parsed = short_int(text, base, &n) ? int_from_i64(vm, n) : long_int(vm, text, base);
    return *parsed || vm->exception;
}

// int(x) or float(x) of an object whose class says in Python which number it is (`first`, or else `second`): the prelude asks. EMPTY without an exception: another one.
static Value asked_number(VM *vm, Value x, Ref exact, u32 first, u32 second)
{
    if (!is_object(x) || ref_type(vm, x) < STATIC_END)
        return EMPTY;
    Ref method = special_of(vm, x, first);
    if (!method && kind_of(vm, x) == LAYOUT_OBJECT)
        method = special_of(vm, x, second);
    if (method == NONE_REF)
        return raise_error(vm, EXC_TypeError, "'NoneType' object is not callable");
    return method && is_exact(vm, method, TYPE_FUNCTION) ? tail_prelude(vm, PRELUDE_NUMBER_OF, 3, x, (Value)method, (Value)exact) : EMPTY;
}

STATIC_METHOD(int_construct)
{
    static const char first[] = "", second[] = "base";
    const char *const names[2] = {first, second};
    Value slots[2];
    if (!check_new_class(vm, args, nargs, TYPE_INT) || !bind_keywords(vm, args, nargs, kwnames, "int", names, 2, slots))
        return EMPTY;
    Ref cls = (Ref)args[0];
    Value x = slots[0], parsed;
    if (!x) {
        if (slots[1])
            return raise_error(vm, EXC_TypeError, "int() missing string argument");
        return boxed(vm, cls, int48(0));
    }
    if (!slots[1]) {
        if (is_float(x))
            return boxed(vm, cls, int_from_double(vm, float_value(x)));
        if (is_int_like(vm, x) && has_special_of(vm, x, TYPE_INT, SPECIAL_int))
            return boxed(vm, cls, int_plain(vm, x));
        if (is_exact(vm, x, TYPE_STR)) {
            if (int_of_text(vm, OBJ(vm, PyStr, x), 10, &parsed))
                return boxed(vm, cls, parsed);
            if (plainly_no_int(OBJ(vm, PyStr, x)))
                return raise_no_int(vm, x);
        }
        if (is_no_number(vm, x))
            return raise_error(vm, EXC_TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%T'", x);
        Value asked = cls == TYPE_INT ? asked_number(vm, x, TYPE_INT, SPECIAL_int, SPECIAL_index) : EMPTY;
        if (asked || vm->exception != EMPTY)
            return asked;
    } else if (is_exact(vm, x, TYPE_STR) && is_int48(slots[1])) {
        i64 base = int48_value(slots[1]);
        if ((base == 0 || (base >= 2 && base <= 36)) && int_of_text(vm, OBJ(vm, PyStr, x), (u32)base, &parsed))
            return boxed(vm, cls, parsed);
    }
    return tail_host(vm, HOOK_INT_PARSE, 3, args[0], x, slots[1] ? slots[1] : NONE);
}

// float("nan") makes a new object in CPython, so containers can tell such NaNs apart. Here each gets a number of its own in its bits.
// Whether `s` is `word` in letters of either case behind an optional sign.
static bool is_signed_word(PyStr *s, const char *word)
{
    u32 from = s->length && (s->data[0] == '+' || s->data[0] == '-'), i = 0;
    while (word[i] && i + from < s->length && (s->data[from + i] | 32) == word[i])
        i++;
    return s->ascii && !word[i] && i + from == s->length;
}
static Value new_nan(VM *vm, bool negative)
{
    return (0x7FF8000000000000ull | (u64)negative << 63 | ++vm->nan_count) + FLOAT_BIAS;
}

STATIC_METHOD(float_construct)
{
    if (!check_new_class(vm, args, nargs, TYPE_FLOAT))
        return EMPTY;
    if (kwnames && has_base_init(vm, (Ref)args[0], TYPE_FLOAT) && !no_keywords(vm, kwnames, "float"))
        return EMPTY;
    if (nargs > 2)
        return raise_error(vm, EXC_TypeError, "float expected at most 1 argument, got %u", nargs - 1);
    Ref cls = (Ref)args[0];
    if (nargs == 1)
        return boxed(vm, cls, make_float(0.0));
    Value x = args[1];
    if (is_float(x))
        return boxed(vm, cls, x);
    if (is_int48(x))
        return boxed(vm, cls, make_float((double)int48_value(x)));
    if (is_kind(vm, x, LAYOUT_FLOAT) && has_special_of(vm, x, TYPE_FLOAT, SPECIAL_float)) {
        double d = 0.0;
        float_view(vm, x, &d);
        return boxed(vm, cls, make_float(d));
    }
    if (is_int_like(vm, x) && has_special_of(vm, x, TYPE_INT, SPECIAL_float)) {
        bool overflow;
        double d = int_to_double(vm, x, &overflow);
        return overflow ? raise_error(vm, EXC_OverflowError, "int too large to convert to float") : boxed(vm, cls, make_float(d));
    }
    double read;
    if (is_exact(vm, x, TYPE_STR) && float_of_text(OBJ(vm, PyStr, x), &read))
        return boxed(vm, cls, make_float(read));
    if (is_exact(vm, x, TYPE_STR) && is_signed_word(OBJ(vm, PyStr, x), "nan"))
        return boxed(vm, cls, new_nan(vm, OBJ(vm, PyStr, x)->data[0] == '-'));
    if (is_exact(vm, x, TYPE_STR) && (is_signed_word(OBJ(vm, PyStr, x), "inf") || is_signed_word(OBJ(vm, PyStr, x), "infinity")))
        return boxed(vm, cls, make_float(OBJ(vm, PyStr, x)->data[0] == '-' ? -__builtin_inf() : __builtin_inf()));
    if (is_exact(vm, x, TYPE_STR) && plainly_no_float(OBJ(vm, PyStr, x)))
        return raise_error(vm, EXC_ValueError, "could not convert string to float: %R", x);
    if (is_no_number(vm, x))
        return raise_error(vm, EXC_TypeError, "float() argument must be a string or a real number, not '%T'", x);
    Value asked = cls == TYPE_FLOAT ? asked_number(vm, x, TYPE_FLOAT, SPECIAL_float, SPECIAL_float) : EMPTY;
    if (asked || vm->exception != EMPTY)
        return asked;
    return tail_host(vm, HOOK_FLOAT_NEW, 2, args[0], x);
}

STATIC_METHOD(complex_construct)
{
    static const char first[] = "real", second[] = "imag";
    const char *const names[2] = {first, second};
    Value slots[2];
    if (!check_new_class(vm, args, nargs, TYPE_COMPLEX) || !bind_keywords(vm, args, nargs, kwnames, "complex", names, 2, slots))
        return EMPTY;
    double real = 0.0, imag = 0.0;
    bool plain = true;
    for (u32 i = 0; i < 2; i++) {
        double *part = i ? &imag : &real;
        if (slots[i] && is_int48(slots[i]))
            *part = (double)int48_value(slots[i]);
        else if (slots[i] && is_float(slots[i]))
            *part = float_value(slots[i]);
        else if (slots[i])
            plain = false;
    }
    if (plain)
        return boxed(vm, (Ref)args[0], complex_new(vm, real, imag));
    if (args[0] == TYPE_COMPLEX && !slots[1] && is_exact(vm, slots[0], TYPE_COMPLEX))
        return retain(vm, slots[0]);
    return tail_host(vm, HOOK_COMPLEX_NEW, 3, args[0], slots[0] ? slots[0] : FALSE, slots[1] ? slots[1] : NONE);
}

STATIC_METHOD(bool_construct)
{
    if (!check_new_class(vm, args, nargs, TYPE_BOOL))
        return EMPTY;
    if (kwnames)
        return raise_error(vm, EXC_TypeError, "bool() takes no keyword arguments");
    if (nargs > 2)
        return raise_error(vm, EXC_TypeError, "bool expected at most 1 argument, got %u", nargs - 1);
    if (nargs == 1)
        return retain(vm, FALSE);
    int truth = op_truth(vm, args[1]);
    if (truth == 2)
        return VALUE_TAIL;
    return truth < 0 ? EMPTY : retain(vm, make_bool(truth));
}

// --- text -------------------------------------------------------------------------------------------------------------------------

STATIC_METHOD(str_construct)
{
    static const char first[] = "object", second[] = "encoding", third[] = "errors";
    const char *const names[3] = {first, second, third};
    Value slots[3];
    if (!check_new_class(vm, args, nargs, TYPE_STR))
        return EMPTY;
    if (nargs > 4 && !kwnames)
        return raise_error(vm, EXC_TypeError, "str expected at most 3 arguments, got %u", nargs - 1);
    if (!bind_keywords(vm, args, nargs, kwnames, "str", names, 3, slots))
        return EMPTY;
    Ref cls = (Ref)args[0];
    if (!slots[0])
        return boxed(vm, cls, retain(vm, EMPTY_STR));
    if (!slots[1] && !slots[2] && is_exact(vm, slots[0], TYPE_STR))
        return boxed(vm, cls, retain(vm, slots[0]));
    if (!slots[1] && !slots[2] && cls == TYPE_STR)
        return op_str(vm, slots[0]);
    return tail_host(vm, HOOK_STR_NEW, 4, args[0], slots[0], slots[1] ? slots[1] : NONE, slots[2] ? slots[2] : NONE);
}

// bytes(range(…)) of two bytes or more; EMPTY without an exception: fewer, or not all of them are bytes.
static Value bytes_of_range(VM *vm, Value range)
{
    i64 start, stop, step, length;
    if (!range_is_small(vm, OBJ(vm, PyRange, range), &start, &stop, &step, &length) || length < 2 || length > 256 || (u64)start > 255)
        return EMPTY;
    if (step < -255 || step > 255 || (u64)(start + (length - 1) * step) > 255)
        return EMPTY;
    Value result = bytes_new(vm, NULL, (u32)length);
    for (u32 i = 0; result && i < length; i++)
        OBJ(vm, PyBytes, result)->data[i] = (u8)(start + i * step);
    return result;
}

static Value bytes_construct_as(VM *vm, Value *args, u32 nargs, Ref kwnames, Ref base, const char *name)
{
    static const char first[] = "source", second[] = "encoding", third[] = "errors";
    const char *const names[3] = {first, second, third};
    Value slots[3];
    if (!check_new_class(vm, args, nargs, base))
        return EMPTY;
    Ref cls = (Ref)args[0];
    bool array = base == TYPE_BYTEARRAY;
    i64 n;
    if (!bind_keywords(vm, args, nargs, kwnames, name, names, 3, slots))
        return EMPTY;
    if (!slots[0] && !slots[1] && !slots[2])
        return boxed(vm, cls, array ? bytearray_new(vm, NULL, 0) : retain(vm, EMPTY_BYTES));
    if (slots[0] && !slots[1] && !slots[2]) {
        if (is_int48(slots[0])) {
            n = int48_value(slots[0]);
            if (n < 0)
                return raise_error(vm, EXC_ValueError, "negative count");
            if (n > 0xE0000000ll)
                return raise_memory_error(vm);
            Value zeros = array ? bytearray_new(vm, NULL, (u32)n) : n == 1 ? retain(vm, BYTE_BYTES(0)) : bytes_new(vm, NULL, (u32)n);
            if (zeros && n > (array ? 0 : 1))
                memset(array ? AT(vm, u8, OBJ(vm, PyByteArray, zeros)->data) : OBJ(vm, PyBytes, zeros)->data, 0, (size_t)n);
            return boxed(vm, cls, zeros);
        }
        Value source = EMPTY;
        ByteView view;
        if (is_exact(vm, slots[0], TYPE_BYTES))
            source = retain(vm, slots[0]);
        else if (is_exact(vm, slots[0], TYPE_BYTEARRAY))
            source = bytes_new(vm, AT(vm, u8, OBJ(vm, PyByteArray, slots[0])->data), OBJ(vm, PyByteArray, slots[0])->length);
        else if (is_exact(vm, slots[0], TYPE_LIST) || is_exact(vm, slots[0], TYPE_TUPLE))
            source = bytes_from_sequence(vm, slots[0], array);
        else if (is_exact(vm, slots[0], TYPE_RANGE))
            source = bytes_of_range(vm, slots[0]);
        else if (bytes_kind(vm, slots[0]) == LAYOUT_OBJECT && byte_view(vm, slots[0], &view)) // a memoryview
            source = bytes_new(vm, view.data, view.length);
        if (vm->exception)
            return EMPTY;
        if (source && !array)
            return boxed(vm, cls, source);
        if (source) {
            Value copy = bytearray_new(vm, OBJ(vm, PyBytes, source)->data, OBJ(vm, PyBytes, source)->length);
            decref(vm, source);
            return boxed(vm, cls, copy);
        }
    }
    return tail_host(vm, HOOK_BYTES_NEW, 4, args[0], slots[0] ? slots[0] : EMPTY_BYTES, slots[1] ? slots[1] : NONE, slots[2] ? slots[2] : NONE);
}
STATIC_METHOD(bytes_construct) { return bytes_construct_as(vm, args, nargs, kwnames, TYPE_BYTES, "bytes"); }
STATIC_METHOD(bytearray_construct) { return bytes_construct_as(vm, args, nargs, kwnames, TYPE_BYTEARRAY, "bytearray"); }
STATIC_METHOD(bytearray_empty)
{
    return check_new_class(vm, args, nargs, TYPE_BYTEARRAY) ? boxed(vm, (Ref)args[0], bytearray_new(vm, NULL, 0)) : EMPTY;
}
STATIC_METHOD(bytearray_init)
{
    if (nargs == 1 && !kwnames && !OBJ(vm, PyByteArray, args[0])->length)
        return retain(vm, NONE);
    Value positional = tuple_from(vm, args + 1, nargs - 1), keywords = dict_new(vm);
    bool ok = positional != EMPTY && keywords != EMPTY;
    for (u32 i = 0, n = kwnames ? AT(vm, PyTuple, kwnames)->length : 0; ok && i < n; i++)
        ok = dict_set_str(vm, keywords, (Ref)AT(vm, PyTuple, kwnames)->items[i], args[nargs + i]);
    Value answer = ok ? tail_prelude(vm, PRELUDE_BYTEARRAY_INIT, 3, args[0], positional, keywords) : EMPTY;
    decref(vm, positional);
    decref(vm, keywords);
    return answer;
}

// --- real, imag, numerator, denominator -------------------------------------------------------------------------------------------

STATIC_METHOD(int_value_getter) { return int_plain(vm, args[0]); }
STATIC_METHOD(int_zero_getter) { return int48(0); }
STATIC_METHOD(int_one_getter) { return int48(1); }
STATIC_METHOD(float_value_getter)
{
    double d = 0.0;
    float_view(vm, args[0], &d);
    return make_float(d);
}
STATIC_METHOD(float_zero_getter) { return make_float(0.0); }
STATIC_METHOD(complex_real_getter) { return make_float(OBJ(vm, PyComplex, args[0])->real); }
STATIC_METHOD(complex_imag_getter) { return make_float(OBJ(vm, PyComplex, args[0])->imag); }

// type(None)(), type(...)(), type(NotImplemented)(): the one there is.
static Value the_only(VM *vm, u32 nargs, Ref kwnames, Value only, const char *name)
{
    if (nargs > 1 || kwnames)
        return raise_error(vm, EXC_TypeError, "%s takes no arguments", name);
    return only;
}
STATIC_METHOD(none_construct) { return the_only(vm, nargs, kwnames, NONE, "NoneType"); }
STATIC_METHOD(ellipsis_construct) { return the_only(vm, nargs, kwnames, ELLIPSIS_REF, "EllipsisType"); }
STATIC_METHOD(notimplemented_construct) { return the_only(vm, nargs, kwnames, NOTIMPLEMENTED, "NotImplementedType"); }

#define NEW(type, function, signature) {"__new__", function, 1, 0xFFFF, BUILTIN_FLAG_STATIC | BUILTIN_FLAG_KEYWORDS, type, signature}
#define GETTER(type, name, function) {name, function, 1, 1, BUILTIN_FLAG_GETTER, type, NULL}

const BuiltinDef construct_defs[] = {
    NEW(TYPE_INT, int_construct, "($type, *args, **kwargs)"),
    NEW(TYPE_FLOAT, float_construct, "($type, *args, **kwargs)"),
    NEW(TYPE_COMPLEX, complex_construct, "($type, *args, **kwargs)"),
    NEW(TYPE_BOOL, bool_construct, "($type, *args, **kwargs)"),
    NEW(TYPE_STR, str_construct, "($type, *args, **kwargs)"),
    NEW(TYPE_BYTES, bytes_construct, "($type, *args, **kwargs)"),
    NEW(TYPE_BYTEARRAY, bytearray_empty, "($type, *args, **kwargs)"),
    {"__new__", bytearray_construct, 1, 0xFFFF, BUILTIN_FLAG_CONSTRUCT | BUILTIN_FLAG_KEYWORDS, TYPE_BYTEARRAY, NULL},
    NEW(TYPE_NONETYPE, none_construct, "($type, *args, **kwargs)"),
    NEW(TYPE_ELLIPSIS, ellipsis_construct, "($type, *args, **kwargs)"),
    NEW(TYPE_NOTIMPLEMENTED, notimplemented_construct, "($type, *args, **kwargs)"),
    {"__init__", bytearray_init, 1, 0xFFFF, BUILTIN_FLAG_METHOD | BUILTIN_FLAG_WRAPPER | BUILTIN_FLAG_KEYWORDS, TYPE_BYTEARRAY, "($self, /, *args, **kwargs)"},
    GETTER(TYPE_INT, "real", int_value_getter), GETTER(TYPE_INT, "imag", int_zero_getter), GETTER(TYPE_INT, "numerator", int_value_getter),
    GETTER(TYPE_INT, "denominator", int_one_getter), GETTER(TYPE_FLOAT, "real", float_value_getter), GETTER(TYPE_FLOAT, "imag", float_zero_getter),
    GETTER(TYPE_COMPLEX, "real", complex_real_getter), GETTER(TYPE_COMPLEX, "imag", complex_imag_getter),
    {"", 0, 0, 0, 0, 0, 0}};
