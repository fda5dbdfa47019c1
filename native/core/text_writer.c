// Texts that grow while they are written.
#include "text_writer.h"
#include "float_text.h"

#define FIRST_BYTES 240u
#define MOST_BYTES 0x60000000u

bool writer_room(TextWriter *w, u32 count, u32 kind)
{
    if (w->failed)
        return false;
    u32 wide = kind > w->kind ? kind : w->kind ? w->kind : 1;
    u64 wanted = ((u64)w->length + count) * wide;
    if (likely(wide == w->kind && wanted <= w->bytes))
        return true;
    VM *vm = w->vm;
    u64 bytes = w->bytes < FIRST_BYTES ? FIRST_BYTES : w->bytes;
    while (bytes < wanted)
        bytes *= 2;
    u32 block = 0;
    if (bytes > MOST_BYTES)
        raise_memory_error(vm);
    else if (w->block && wide == w->kind)
        block = heap_block_resize(vm, w->block, w->bytes, (u32)bytes);
    else if ((block = heap_block(vm, (u32)bytes)) && w->block) {
        copy_chars(AT(vm, u8, block), wide, AT(vm, u8, w->block), w->kind, w->length);
        heap_block_free(vm, w->block);
    }
    if (!block) {
        w->failed = true;
        return false;
    }
    w->block = block;
    w->bytes = (u32)bytes;
    w->kind = wide;
    return true;
}

void write_chars(TextWriter *w, const u8 *from, u32 kind, u32 count)
{
    if (!writer_room(w, count, kind))
        return;
    copy_chars(AT(w->vm, u8, w->block) + (size_t)w->length * w->kind, w->kind, from, kind, count);
    w->length += count;
}
void write_latin1(TextWriter *w, const u8 *from, u32 count) { write_chars(w, from, 1, count); }

void write_char_slowly(TextWriter *w, u32 c)
{
    if (writer_room(w, 1, kind_for_char(c)))
        put_char(AT(w->vm, u8, w->block), w->kind, w->length++, c);
}

void write_int48(TextWriter *w, i64 n)
{
    u8 digits[20];
    if (n < 0)
        write_char(w, '-');
    write_latin1(w, digits, put_digits(digits, n < 0 ? (u64)-n : (u64)n, 1));
}

u8 *put_int_digits(const IntView *n, u8 *end)
{
    u32 limbs[MOST_TEXT_LIMBS], count = n->count;
    memcpy(limbs, n->limbs, count * sizeof *limbs);
    u8 *at = end;
    do { // nine digits a round, the last ones first
        u64 rest = 0;
        for (u32 i = count; i-- > 0;) {
            rest = rest << 32 | limbs[i];
            limbs[i] = (u32)(rest / 1000000000u);
            rest %= 1000000000u;
        }
        while (count && !limbs[count - 1])
            count--;
        u32 digits = (u32)rest;
        for (u32 i = 0; i < 9 && (count || digits || (!i && at == end)); i++, digits /= 10)
            *--at = (u8)('0' + digits % 10);
    } while (count);
    return at;
}

bool write_int(TextWriter *w, Value n)
{
    IntView view;
    int_view(w->vm, n, &view);
    if (view.count > MOST_TEXT_LIMBS)
        return false;
    if (view.sign < 0)
        write_char(w, '-');
    u8 text[MOST_INT_DIGITS], *end = text + sizeof text, *digits = put_int_digits(&view, end);
    write_latin1(w, digits, (u32)(end - digits));
    return true;
}

bool write_float(TextWriter *w, double x)
{
    u8 text[FLOAT_TEXT_BYTES];
    u32 length = float_short_text(text, __builtin_fabs(x));
    if (!length)
        return false;
    if (__builtin_signbit(x))
        write_char(w, '-');
    write_latin1(w, text, length);
    return true;
}

Value writer_end(TextWriter *w)
{
    Value text = w->failed ? EMPTY : w->length ? str_from_chars(w->vm, AT(w->vm, u8, w->block), w->kind, w->length) : retain(w->vm, EMPTY_STR);
    writer_drop(w);
    return text;
}

void writer_drop(TextWriter *w)
{
    if (w->block)
        heap_block_free(w->vm, w->block);
    w->block = 0;
}
