// Text of floats (float_text.c, float_digits.c), and format() of plain values by specs that are common (format_spec.c, formatting.c).
#ifndef KRAIT_FLOAT_TEXT_H
#define KRAIT_FLOAT_TEXT_H
#include "core.h"

#define FLOAT_TEXT_BYTES 48u // 20 digits, the point, 20 digits
#define MOST_FLOAT_DIGITS 17u

u32 put_digits(u8 *to, u64 n, u32 least);
u32 float_fixed_text(u8 *to, double x, u32 decimals);
u32 float_short_text(u8 *to, double x);
u64 float_mantissa(double x, i32 *exponent);
// float_digits.c, of any finite |x|; 0: more than MOST_FLOAT_DIGITS
u32 float_exponent_text(u8 *to, double x, u32 decimals, bool point); // `point`: also where nothing follows it
u32 float_general_text(u8 *to, double x, u32 precision, bool keeps_zeros, bool is_float); // `is_float`: as format() without a type, 1.0 rather than 1
bool float_rounded(double x, u32 decimals, double *result);
bool float_of_chars(const u8 *at, u32 length, double *result); // ASCII; false: text for TypeScript to read
bool float_of_text(const PyStr *s, double *result);
Value float_repr(VM *vm, double x);

typedef struct FormatSpec {
    u8 fill, align, sign, separator; // 0 if none is given; sign: '+', ' ', '-'
    bool given, zero, alternate;     // `given`: it is not empty; `zero`: zeros between sign and digits
    u32 width;
    i32 precision;                   // -1: none
    u8 type;                         // 0: none
} FormatSpec;
bool format_spec_parse(const PyStr *text, FormatSpec *spec); // false: not one of these
// EMPTY without an exception: TypeScript's, all of these.
Value format_by_spec(VM *vm, Value v, const FormatSpec *spec); // of ints, floats, strs
Value format_int(VM *vm, Value v, const FormatSpec *spec); // of any is_int_like
Value format_text(VM *vm, Value v, const FormatSpec *spec); // of a str, or an instance of a subclass by its characters
Value format_as_builtin(VM *vm, Value v, Ref type, PyStr *spec); // of an int, float (an object) or str, or an instance of a subclass
Value percent_simple(VM *vm, Value format, Value arguments); // format % arguments
Value percent_bytes(VM *vm, Value format, Value arguments);  // likewise, of a bytes object
// format.format(*args, **names): the names' values follow args; `mapping`: format.format_map(mapping)
Value braces_simple(VM *vm, Value format, const Value *args, u32 count, Ref kwnames, Value mapping);
#endif
