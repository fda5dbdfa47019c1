// A text that grows while it is written (text_writer.c), and what is written into one.
#ifndef KRAIT_TEXT_WRITER_H
#define KRAIT_TEXT_WRITER_H
#include "ints.h"
#include "strings.h"

// Characters of the widest kind met so far lie in a block of the heap. When memory runs out everything written later is ignored and the end
// raises, so that writers need not look at each piece.
typedef struct TextWriter { VM *vm; u32 block, bytes, length, kind; bool failed; } TextWriter;

bool writer_room(TextWriter *w, u32 count, u32 kind); // for `count` more characters of this kind
void write_latin1(TextWriter *w, const u8 *from, u32 count);
void write_char_slowly(TextWriter *w, u32 c);
void write_chars(TextWriter *w, const u8 *from, u32 kind, u32 count); // (any kind that holds them)
void write_int48(TextWriter *w, i64 n);
#define MOST_TEXT_LIMBS 66u // 635 digits: what no limit may forbid
u8 *put_int_digits(const IntView *n, u8 *end); // of |n| in front of `end`, room for MOST_INT_DIGITS; where they begin
#define MOST_INT_DIGITS ((MOST_TEXT_LIMBS + 6) * 10)
bool write_int(TextWriter *w, Value n);  // an int of any form; false: one of more limbs, TypeScript's
bool write_float(TextWriter *w, double x); // as repr(); false: TypeScript's
Value writer_end(TextWriter *w);           // the str; EMPTY with MemoryError
void writer_drop(TextWriter *w);
INLINE void write_char(TextWriter *w, u32 c)
{
    if (likely(w->kind == 1 && c < 0x100 && w->length < w->bytes))
        AT(w->vm, u8, w->block)[w->length++] = (u8)c;
    else
        write_char_slowly(w, c);
}
INLINE void write_hex(TextWriter *w, u32 n, u32 digits)
{
    while (digits--)
        write_char(w, "0123456789abcdef"[n >> 4 * digits & 15]);
}
INLINE void write_text(TextWriter *w, const PyStr *s) { write_chars(w, s->data, s->kind, s->length); }
#define WRITE_LITERAL(w, text) write_latin1(w, (const u8 *)(text), sizeof(text) - 1)

Value container_repr(VM *vm, Value v); // of lists, tuples, dicts and sets of plain values; EMPTY without an exception: TypeScript's
#endif
