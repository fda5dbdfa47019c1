// Raising from C. A message is built as code points, because names in it may be of any script. Everything here must work with no memory left:
// then the MemoryError made in advance is raised instead.
#include "core.h"
#include <stdarg.h>

typedef struct Text {
    VM *vm;
    u32 *points;   // `fixed` until it overflows, then a block
    u32 length, capacity, block;
    u32 fixed[200];
} Text;

static NOINLINE bool make_room(Text *t)
{
    VM *vm = t->vm;
    u32 bytes = t->capacity * 8, grown;
    if (t->capacity > 1u << 22)
        return false; // a message of that length is cut
    if (t->block) {
        grown = heap_block_resize(vm, t->block, t->length * 4, bytes);
    } else {
        grown = heap_block(vm, bytes);
        if (grown)
            memcpy(AT(vm, u32, grown), t->fixed, t->length * 4);
    }
    if (!grown)
        return false;
    t->block = grown;
    t->points = AT(vm, u32, grown);
    t->capacity *= 2;
    return true;
}

INLINE void put(Text *t, u32 c)
{
    if (unlikely(t->length == t->capacity) && !make_room(t))
        return;
    t->points[t->length++] = c;
}

static void put_ascii(Text *t, const char *s)
{
    while (*s)
        put(t, (u8)*s++);
}

static void put_i64(Text *t, i64 n)
{
    char digits[24];
    u32 i = 0;
    u64 rest = n < 0 ? 0 - (u64)n : (u64)n;
    do
        digits[i++] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (n < 0)
        put(t, '-');
    while (i)
        put(t, (u8)digits[--i]);
}

static bool is_str(VM *vm, Value v) { return is_object(v) && kind_of(vm, v) == LAYOUT_STR; }

static void put_str(Text *t, Value v)
{
    PyStr *s = OBJ(t->vm, PyStr, v);
    for (u32 i = 0; i < s->length; i++)
        put(t, str_char(s, i));
}

static void put_hex(Text *t, u32 c, u32 digits)
{
    while (digits--)
        put(t, (u8)"0123456789abcdef"[c >> (digits * 4) & 15]);
}

static void put_str_repr(Text *t, Value v)
{
    PyStr *s = OBJ(t->vm, PyStr, v);
    bool single = false, both = false;
    for (u32 i = 0; i < s->length; i++) {
        single |= str_char(s, i) == '\'';
        both |= str_char(s, i) == '"';
    }
    u32 quote = single && !both ? '"' : '\'';
    put(t, quote);
    for (u32 i = 0; i < s->length; i++) {
        u32 c = str_char(s, i);
        if (c == quote || c == '\\') {
            put(t, '\\');
            put(t, c);
        } else if (c == '\n' || c == '\r' || c == '\t') {
            put(t, '\\');
            put(t, c == '\n' ? 'n' : c == '\r' ? 'r' : 't');
        } else if (c < 32 || (c >= 127 && c <= 160) || c == 0xAD) {
            put_ascii(t, "\\x");
            put_hex(t, c, 2);
        } else if ((c >= 0xD800 && c <= 0xDFFF) || (c >= 0x2028 && c <= 0x202F)) {
            put_ascii(t, "\\u");
            put_hex(t, c, 4);
        } else {
            put(t, c);
        }
    }
    put(t, quote);
}

// repr of what messages show: strings, ints, the singletons; anything else as "<X object>".
static void put_repr(Text *t, Value v)
{
    VM *vm = t->vm;
    if (is_int48(v)) {
        put_i64(t, int48_value(v));
    } else if (v == NONE || v == TRUE || v == FALSE || v == NOTIMPLEMENTED || v == ELLIPSIS) {
        put_ascii(t, v == NONE ? "None" : v == TRUE ? "True" : v == FALSE ? "False" : v == ELLIPSIS ? "Ellipsis" : "NotImplemented");
    } else if (is_str(vm, v)) {
        put_str_repr(t, v);
    } else if (is_object(v) && kind_of(vm, v) == LAYOUT_TYPE) {
        PyType *type = OBJ(vm, PyType, v);
        put_ascii(t, "<class '");
        if (type->module && is_str(vm, type->module) && !str_equal(vm, type->module, NAME(vm, builtins))) {
            put_str(t, type->module);
            put(t, '.');
        }
        put_str(t, type->qualname ? type->qualname : type->name);
        put_ascii(t, "'>");
    } else {
        put(t, '<');
        put_str(t, type_at(vm, type_of(vm, v))->name);
        put_ascii(t, " object>");
    }
}

static void put_type_name(Text *t, Ref type, u32 most)
{
    Ref name = type ? type_at(t->vm, type)->name : 0;
    if (!name) {
        put(t, '?');
        return;
    }
    // Types that other modules than builtins have from C carry the module in their name (tp_name).
    bool dotted = type < STATIC_END || type_at(t->vm, type)->flags & TYPE_DOTTED_NAME;
    Ref module = dotted ? type_at(t->vm, type)->module : 0;
    if (module && module != NAME(t->vm, builtins)) {
        put_str(t, module);
        put(t, '.');
    }
    PyStr *s = AT(t->vm, PyStr, name);
    for (u32 i = 0; i < s->length && i < most; i++)
        put(t, str_char(s, i));
}

static void format_into(Text *t, const char *format, va_list args)
{
    for (; *format; format++) {
        if (*format != '%') {
            put(t, (u8)*format);
            continue;
        }
        u32 most = 0xFFFFFFFF; // %.50N, %.100T: no more characters than that
        if (format[1] == '.') {
            most = 0;
            for (format++; format[1] >= '0' && format[1] <= '9'; format++)
                most = most * 10 + (u32)(format[1] - '0');
        }
        switch (*++format) {
        case 's': put_ascii(t, va_arg(args, const char *)); break;
        case 'd': put_i64(t, va_arg(args, i32)); break;
        case 'u': put_i64(t, va_arg(args, u32)); break;
        case 'D': put_i64(t, va_arg(args, i64)); break;
        case 'x': {
            u32 n = va_arg(args, u32), digits = 1;
            while (digits < 8 && n >> (digits * 4))
                digits++;
            put_hex(t, n, digits);
            break;
        }
        case 'c': put(t, va_arg(args, u32)); break;
        case 'S': {
            Value v = va_arg(args, Value);
            if (is_str(t->vm, v))
                put_str(t, v);
            else if (v != EMPTY)
                put_repr(t, v);
            break;
        }
        case 'R': put_repr(t, va_arg(args, Value)); break;
        case 'T': put_type_name(t, type_of(t->vm, va_arg(args, Value)), most); break;
        case 'N': put_type_name(t, (Ref)va_arg(args, u32), most); break;
        default: put(t, (u8)*format); break;
        }
    }
}

static Value format_text(VM *vm, const char *format, va_list args)
{
    Text t; // most of it need not be cleared
    t.vm = vm;
    t.points = t.fixed;
    t.length = t.block = 0;
    t.capacity = sizeof t.fixed / sizeof *t.fixed;
    format_into(&t, format, args);
    Value result = str_from_code_points(vm, t.points, t.length);
    heap_block_free(vm, t.block);
    return result;
}

Value str_format(VM *vm, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Value result = format_text(vm, format, args);
    va_end(args);
    return result;
}

static Value raise_with(VM *vm, Ref type, Value argument_taken)
{
    Value args = tuple_take(vm, &argument_taken, 1);
    if (args == EMPTY)
        return raise_memory_error(vm);
    Value exception = exception_new(vm, type, args);
    decref(vm, args);
    return exception == EMPTY ? raise_memory_error(vm) : raise_value(vm, exception);
}

COLD Value raise_error(VM *vm, Ref type, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Value message = format_text(vm, format, args);
    va_end(args);
    return message == EMPTY ? raise_memory_error(vm) : raise_with(vm, type, message);
}

COLD Value raise_object(VM *vm, Ref type, Value argument) { return raise_with(vm, type, retain(vm, argument)); }

// The words are those of src/vm/interrupts.ts, which raises wherever the run loop finds the bits first.
COLD Value raise_interrupt(VM *vm)
{
    vm->interrupt_raised |= vm->interrupt & (INTERRUPT_HOST | INTERRUPT_TIMEOUT | INTERRUPT_SIGNAL);
    return vm->interrupt_raised & INTERRUPT_TIMEOUT ? raise_error(vm, EXC_TimeoutError, "the time allowed for this program is over")
                                                    : raise_value(vm, exception_new(vm, EXC_KeyboardInterrupt, EMPTY));
}

COLD Value raise_memory_error(VM *vm)
{
    if (vm->heap_emergency >= 4) { // no memory even for the error
        if (vm->spare_memory_error != EMPTY)
            set_value(vm, &vm->exception, retain(vm, vm->spare_memory_error));
        return EMPTY;
    }
    vm->heap_emergency += 4;
    Value exception = exception_new(vm, EXC_MemoryError, EMPTY_TUPLE);
    vm->heap_emergency -= 4;
    if (exception == EMPTY)
        exception = retain(vm, vm->spare_memory_error);
    return raise_value(vm, exception);
}

// Sets what was being handled as its context, unless that would make a ring: then the ring is cut where the exception appears again.
static void chain_context(VM *vm, Value exception)
{
    Value handled = vm->handled;
    if (handled == EMPTY || handled == NONE || handled == exception)
        return;
    Value slow = handled;
    bool move = false;
    for (Value v = handled;;) {
        PyException *e = OBJ(vm, PyException, v);
        Value next = e->context;
        if (next == EMPTY)
            break;
        if (next == exception) {
            e->context = EMPTY;
            decref(vm, next);
            break;
        }
        v = next;
        if (v == slow)
            break; // an older ring
        if (move)
            slow = OBJ(vm, PyException, slow)->context;
        move = !move;
    }
    set_value(vm, &OBJ(vm, PyException, exception)->context, retain(vm, handled));
}

COLD Value raise_value(VM *vm, Value exception)
{
    ASSERT(vm, is_object(exception) && kind_of(vm, exception) == LAYOUT_EXCEPTION);
    chain_context(vm, exception);
    set_value(vm, &vm->exception, exception);
    return EMPTY;
}

bool exception_matches(VM *vm, Value exception, Ref type) { return is_instance(vm, exception, type); }

void exception_clear(VM *vm) { set_value(vm, &vm->exception, EMPTY); }

#if KRAIT_DEBUG
_Noreturn COLD void fatal(VM *vm, const char *message)
{
    u32 length = (u32)strlen(message) + 1;
    char *text = AT(vm, char, FATAL_TEXT_AT);
    memcpy(text, message, length < FATAL_TEXT_BYTES ? length : FATAL_TEXT_BYTES);
    text[FATAL_TEXT_BYTES - 1] = 0;
    vm->fatal_message = FATAL_TEXT_AT;
    __builtin_trap();
}
#endif

// Of a module that has a function or a class of its own name, that is probably meant.
COLD Value raise_not_callable(VM *vm, Value v)
{
    Ref dict = is_instance(vm, v, TYPE_MODULE) ? OBJ(vm, PyModule, v)->dict : 0;
    Value name = dict ? dict_get_str_peek(vm, dict, NAME(vm, __name__)) : EMPTY;
    if (name != EMPTY && is_exact(vm, name, TYPE_STR)) {
        Value meant = dict_get_str_peek(vm, dict, (Ref)name);
        if (meant != EMPTY && is_callable(vm, meant))
            return raise_error(vm, EXC_TypeError, "'module' object is not callable. Did you mean: '%S.%S(...)'?", name, name);
    }
    return raise_error(vm, EXC_TypeError, "'%T' object is not callable", v);
}

COLD Value raise_none_called(VM *vm) { return raise_error(vm, EXC_TypeError, "'NoneType' object is not callable"); }
