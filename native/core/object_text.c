// repr(), str() and format() of any objects.
#include "float_text.h"
#include "ints.h"
#include "text_writer.h"
#include "interp/interp.h"
#include "containers.h"

Value int48_text(VM *vm, Value v)
{
    u8 digits[20];
    u32 at = sizeof digits;
    i64 n = int48_value(v);
    u64 rest = n < 0 ? (u64)-n : (u64)n;
    do
        digits[--at] = (u8)('0' + rest % 10);
    while (rest /= 10);
    if (n < 0)
        digits[--at] = '-';
    return str_from_bytes_ascii(vm, digits + at, (u32)sizeof digits - at);
}

Value ascii_repr(VM *vm, PyStr *s)
{
    u32 length = 2;
    bool single = false, both = false;
    for (u32 i = 0; i < s->length; i++) {
        u8 c = s->data[i];
        single |= c == '\'';
        both |= c == '"';
        length += c == '\\' || c == '\n' || c == '\r' || c == '\t' ? 2 : c < 32 || c == 127 ? 4 : 1;
    }
    u8 quote = single && !both ? '"' : '\'';
    if (quote == '\'')
        for (u32 i = 0; i < s->length; i++)
            length += s->data[i] == '\'';
    Value result = str_new(vm, length, 1);
    if (result == EMPTY)
        return EMPTY;
    PyStr *to = OBJ(vm, PyStr, result);
    to->ascii = 1;
    u8 *at = to->data;
    *at++ = quote;
    for (u32 i = 0; i < s->length; i++) {
        u8 c = s->data[i];
        if (c == '\n' || c == '\r' || c == '\t' || c == '\\' || c == quote) {
            *at++ = '\\';
            *at++ = c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\t' ? 't' : c;
        } else if (c < 32 || c == 127) {
            *at++ = '\\';
            *at++ = 'x';
            *at++ = (u8)"0123456789abcdef"[c >> 4];
            *at++ = (u8)"0123456789abcdef"[c & 15];
        } else {
            *at++ = c;
        }
    }
    *at = quote;
    return result;
}

Value op_repr(VM *vm, Value v)
{
    if (is_int48(v))
        return int48_text(vm, v);
    if (is_exact(vm, v, TYPE_STR) && OBJ(vm, PyStr, v)->ascii)
        return ascii_repr(vm, OBJ(vm, PyStr, v));
    if (is_float(v)) {
        Value text = float_repr(vm, float_value(v));
        if (text != EMPTY || vm->exception != EMPTY)
            return text;
    }
    if (is_object(v) && ref_type(vm, v) < STATIC_END) {
        Value text = container_repr(vm, v);
        if (text != EMPTY || vm->exception != EMPTY)
            return text;
    }
    Ref hook = special_of(vm, v, SPECIAL_repr);
    if (!hook)
        return tail_host(vm, HOOK_REPR, 1, v);
    return checked_answer(vm, special_call(vm, hook, 1, v, EMPTY, EMPTY), CHECK_REPR);
}

Value op_str(VM *vm, Value v)
{
    if (is_int48(v))
        return int48_text(vm, v);
    if (is_exact(vm, v, TYPE_STR))
        return retain(vm, v);
    if (is_float(v))
        return op_repr(vm, v);
    Ref hook = special_of(vm, v, SPECIAL_str);
    if (!hook || hook == type_at(vm, TYPE_OBJECT)->specials[SPECIAL_str]) { // object.__str__: repr, and still it is __str__ that a wrong answer is laid to
        Ref repr = special_of(vm, v, SPECIAL_repr);
        return is_exact(vm, repr, TYPE_FUNCTION) ? checked_answer(vm, special_call(vm, repr, 1, v, EMPTY, EMPTY), CHECK_STR) : op_repr(vm, v);
    }
    return checked_answer(vm, special_call(vm, hook, 1, v, EMPTY, EMPTY), CHECK_STR);
}

Value op_ascii(VM *vm, Value v) { return is_int48(v) ? int48_text(vm, v) : tail_host(vm, HOOK_ASCII, 1, v); }

// The builtin type that an object which is none of the numbers in registers has its __format__ from; 0: another one.
static Ref format_owner(VM *vm, Value v, Ref hook)
{
    static const Ref owners[] = {TYPE_OBJECT, TYPE_INT, TYPE_FLOAT, TYPE_STR};
    for (u32 i = 0; is_object(v) && i < 4; i++)
        if (hook == type_at(vm, owners[i])->specials[SPECIAL_format])
            return owners[i];
    return 0;
}

Value op_format(VM *vm, Value v, Value spec)
{
    if (is_kind(vm, spec, LAYOUT_STR) && OBJ(vm, PyStr, spec)->length == 0) {
        if (is_int48(v))
            return int48_text(vm, v);
        if (is_exact(vm, v, TYPE_STR))
            return retain(vm, v);
    }
    bool has_spec = is_exact(vm, spec, TYPE_STR);
    if ((!is_object(v) || ref_type(vm, v) < STATIC_END) && has_spec) {
        Value text = format_simple(vm, v, OBJ(vm, PyStr, spec));
        if (text || vm->exception)
            return text;
    }
    Ref hook = special_of(vm, v, SPECIAL_format);
    if (!hook)
        return tail_host(vm, HOOK_FORMAT, 2, v, spec);
    Ref owner = has_spec ? format_owner(vm, v, hook) : 0;
    if (owner && OBJ(vm, PyStr, spec)->length == 0)
        return op_str(vm, v);
    if (owner && owner != TYPE_OBJECT && ref_type(vm, v) >= STATIC_END) {
        Value text = format_as_builtin(vm, v, owner, OBJ(vm, PyStr, spec));
        if (text || vm->exception)
            return text;
    }
    return checked_answer(vm, special_call(vm, hook, 2, v, spec, EMPTY), CHECK_FORMAT);
}
