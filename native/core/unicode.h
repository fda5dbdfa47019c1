// Character properties and simple case of code points, as CPython 3.14 has them (generated/unicode.h).
#ifndef KRAIT_UNICODE_H
#define KRAIT_UNICODE_H
#include "value.h"
enum {
    CHAR_ALPHA = 1, CHAR_DECIMAL = 2, CHAR_DIGIT = 4, CHAR_NUMERIC = 8, CHAR_LOWER = 16, CHAR_UPPER = 32, CHAR_TITLE = 64, CHAR_PRINTABLE = 128,
    CHAR_SPACE = 256, CHAR_ID_START = 512, CHAR_ID_CONTINUE = 1024
};
u32 char_flags(u32 code_point);
u32 char_lower(u32 code_point); // simple mapping: one character
u32 char_upper(u32 code_point);
INLINE bool char_is_word(u32 c) { return c == '_' || (char_flags(c) & (CHAR_ALPHA | CHAR_DECIMAL | CHAR_DIGIT | CHAR_NUMERIC)); }
#endif
