// Builtin functions on characters and numbers that programs call in loops: ord, abs, and print to a file.
#include "ints.h"
#include "quick.h"
#include "str_methods.h"

static TEXT_METHOD(builtin_ord)
{
    if (is_str(vm, args[0])) {
        PyStr *s = OBJ(vm, PyStr, args[0]);
        if (s->length == 1)
            return int48(str_char(s, 0));
        return raise_error(vm, EXC_TypeError, "ord() expected a character, but string of length %u found", s->length);
    }
    u32 kind = is_object(args[0]) ? kind_of(vm, args[0]) : LAYOUT_INT;
    if (kind == LAYOUT_BYTES || kind == LAYOUT_BYTEARRAY) {
        u32 length = kind == LAYOUT_BYTES ? OBJ(vm, PyBytes, args[0])->length : OBJ(vm, PyByteArray, args[0])->length;
        if (length == 1)
            return int48(kind == LAYOUT_BYTES ? OBJ(vm, PyBytes, args[0])->data[0] : *AT(vm, u8, OBJ(vm, PyByteArray, args[0])->data));
        return raise_error(vm, EXC_TypeError, "ord() expected a character, but string of length %u found", length);
    }
    return raise_error(vm, EXC_TypeError, "ord() expected string of length 1, but %T found", args[0]);
}


static TEXT_METHOD(builtin_abs)
{
    if (is_int48(args[0]) || is_float(args[0]))
        return number_unary(vm, SPECIAL_abs, args[0]);
    Ref hook = special_of(vm, args[0], SPECIAL_abs);
    if (!hook)
        return raise_error(vm, EXC_TypeError, "bad operand type for abs(): '%T'", args[0]);
    return special_call(vm, hook, 1, args[0], EMPTY, EMPTY);
}

// Printing to a file that is not Krait's own is Python code: prelude's print_to. (TypeScript writes to its own files at once.)
Value quick_print(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value sep = NONE, end = NONE, file = NONE, flush = FALSE;
    PyTuple *names = kwnames ? AT(vm, PyTuple, kwnames) : NULL;
    for (u32 i = 0; names && i < names->length; i++) {
        PyStr *name = OBJ(vm, PyStr, names->items[i]);
        Value *option = str_is(name, "file") ? &file : str_is(name, "sep") ? &sep : str_is(name, "end") ? &end : str_is(name, "flush") ? &flush : NULL;
        if (!option)
            return EMPTY;
        *option = args[nargs + i];
    }
    if (!is_object(file) || file == NONE || str_is(AT(vm, PyStr, type_at(vm, ref_type(vm, file))->name), "StandardStream"))
        return EMPTY;
    Value values = tuple_from(vm, args, nargs), result = values ? tail_prelude(vm, PRELUDE_PRINT_TO, 5, file, sep, end, flush, values) : EMPTY;
    decref(vm, values);
    return result;
}

const BuiltinDef text_builtin_defs[] = {
    {"ord", builtin_ord, 1, 1, BUILTIN_FLAG_PLAIN, 0, "(character, /)"},
    {"abs", builtin_abs, 1, 1, BUILTIN_FLAG_PLAIN, 0, "(x, /)"},
    {"", 0, 0, 0, 0, 0, 0},
};
