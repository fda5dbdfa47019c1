// Text of floats (float_text.c), and format() of plain values by specs that are common (formatting.c).
#ifndef KRAIT_FLOAT_TEXT_H
#define KRAIT_FLOAT_TEXT_H
#include "core.h"

#define FLOAT_TEXT_BYTES 48u // 20 digits, the point, 20 digits

u32 put_digits(u8 *to, u64 n, u32 least);
u32 float_fixed_text(u8 *to, double x, u32 decimals);
u32 float_short_text(u8 *to, double x);
bool float_rounded(double x, u32 decimals, double *result);
bool float_of_chars(const u8 *at, u32 length, double *result); // ASCII; false: text for TypeScript to read
bool float_of_text(const PyStr *s, double *result);
Value float_repr(VM *vm, double x);

typedef struct FormatSpec {
    u8 fill, align, sign; // align: 0 if none is given; sign: '+', ' ' or 0
    bool zero, comma;     // `zero`: zeros between sign and digits
    u32 width;
    i32 precision;        // -1: none
    u8 type;              // 0: none
} FormatSpec;
bool format_spec_parse(const PyStr *text, FormatSpec *spec); // false: not one of these
Value format_by_spec(VM *vm, Value v, const FormatSpec *spec); // of ints, floats, strs; EMPTY without an exception: TypeScript's
Value percent_simple(VM *vm, Value format, Value arguments); // format % arguments, likewise
Value braces_simple(VM *vm, Value format, const Value *args, u32 count, Ref kwnames); // format.format(*args, **names), likewise; the names' values follow args
#endif
