// What the files on text share beyond core.h.
#ifndef KRAIT_STRINGS_H
#define KRAIT_STRINGS_H
#include "core.h"

INLINE u32 get_char(const u8 *data, u32 kind, u32 i) { return kind == 1 ? data[i] : kind == 2 ? ((const u16 *)data)[i] : ((const u32 *)data)[i]; }
INLINE void put_char(u8 *data, u32 kind, u32 i, u32 c)
{
    if (kind == 1)
        data[i] = (u8)c;
    else if (kind == 2)
        ((u16 *)data)[i] = (u16)c;
    else
        ((u32 *)data)[i] = c;
}
INLINE bool str_is(const PyStr *s, const char *text) { return s->kind == 1 && s->length == strlen(text) && !memcmp(s->data, text, s->length); }
// What a character is worth as a digit of a base of up to 36; 36: it is none.
INLINE u32 digit_value(u32 c) { return c - '0' < 10 ? c - '0' : (c | 32) - 'a' < 26 ? (c | 32) - 'a' + 10 : 36; }
INLINE void str_set_char(PyStr *s, u32 i, u32 c) { put_char(s->data, s->kind, i, c); }

u32 kind_for_char(u32 code_point);
void copy_chars(u8 *to, u32 to_kind, const u8 *from, u32 from_kind, u32 length);
Value str_of_parts(VM *vm, const Value *parts, u32 count); // exact or not, all strings: one after another
Value str_from_chars(VM *vm, const u8 *data, u32 kind, u32 length); // narrows
Value str_from_bytes_latin1(VM *vm, const u8 *data, u32 length);
Ref str_intern_take(VM *vm, Value str);
bool is_utf8(const u8 *data, u32 length);
u64 utf8_length(const PyStr *s); // str_build.c: surrogates count three bytes each
void put_utf8_text(u8 *to, const PyStr *s);
bool bytes_are_ascii(const u8 *data, u32 length);
u32 hash_bytes(VM *vm, const u8 *data, u64 length);
i64 find_byte(const u8 *data, i64 start, i64 end, u8 c);
i64 count_byte(const u8 *data, i64 start, i64 end, u8 c);
i64 find_bytes(const u8 *hay, i64 start, i64 end, const u8 *needle, i64 needle_length);
i64 find_bytes_reverse(const u8 *hay, i64 start, i64 end, const u8 *needle, i64 needle_length);
#endif
