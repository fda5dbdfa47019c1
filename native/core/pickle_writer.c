// The bytes of a pickle: codes, numbers and texts, in frames as CPython's C code cuts them, and the memo.
#include "containers.h"
#include "ints.h"
#include "pickle_writer.h"
#include "strings.h"

#define FRAME_TARGET 0x10000u // bytes after which the next object begins a new frame
#define FRAME_LEAST 4u        // fewer bytes have no frame
#define FIRST_ROOM 256u       // bytes of output
#define FIRST_SLOTS 32u       // of the table
#define FIRST_OPEN 16u

// --- bytes --------------------------------------------------------------------------------------------------------------------------------
INLINE u8 *out_data(Dumper *d) { return AT(d->vm, u8, OBJ(d->vm, PyByteArray, d->out)->data); }

static void put_little_endian(u8 *to, u64 n, u32 bytes)
{
    for (u32 i = 0; i < bytes; i++)
        to[i] = (u8)(n >> 8 * i);
}

// Place of the next bytes; NULL with MemoryError.
static u8 *room(Dumper *d, u64 bytes, bool framed)
{
    bool opens = framed && d->frame == NO_FRAME && d->protocol >= 4;
    u64 start = d->length + (opens ? PICKLE_FRAME_HEAD : 0ull), end = start + bytes, before = OBJ(d->vm, PyByteArray, d->out)->length;
    if (end > before && !bytearray_resize(d->vm, d->out, end < 2 * before ? 2 * before : end))
        return NULL;
    if (opens)
        d->frame = d->length;
    d->length = (u32)end;
    return out_data(d) + start;
}

bool put(Dumper *d, u8 code)
{
    u8 *to = room(d, 1, true);
    if (to)
        *to = code;
    return to != NULL;
}
static bool put_number(Dumper *d, u8 code, u64 n, u32 bytes)
{
    u8 *to = room(d, 1 + bytes, true);
    if (!to)
        return false;
    *to = code;
    put_little_endian(to + 1, n, bytes);
    return true;
}

static void close_frame(Dumper *d)
{
    if (d->frame == NO_FRAME)
        return;
    u8 *head = out_data(d) + d->frame;
    u32 length = d->length - d->frame - PICKLE_FRAME_HEAD;
    if (length >= FRAME_LEAST) {
        *head = PICKLE_FRAME;
        put_little_endian(head + 1, length, 8);
    } else {
        memmove(head, head + PICKLE_FRAME_HEAD, length);
        d->length -= PICKLE_FRAME_HEAD;
    }
    d->frame = NO_FRAME;
}

// A code, the length of what follows, and room for that. Long ones stand between the frames.
static u8 *put_length(Dumper *d, const u8 codes[3], u64 length)
{
    u32 size = length < 256 && codes[0] ? 1 : length >> 32 || !codes[1] ? 8 : 4; // (bytearrays have the last one only, old protocols no first one)
    bool large = length >= FRAME_TARGET;
    if (large)
        close_frame(d);
    u8 *to = room(d, 1 + size + length, !large);
    if (!to)
        return NULL;
    *to = codes[size == 1 ? 0 : size == 4 ? 1 : 2];
    put_little_endian(to + 1, length, size);
    return to + 1 + size;
}

// --- memo ---------------------------------------------------------------------------------------------------------------------------------
u32 *table_slot(Dumper *d, Value v)
{
    VM *vm = d->vm;
    PyByteArray *table = OBJ(vm, PyByteArray, d->table);
    u32 *slots = AT(vm, u32, table->data), mask = table->length / 4 - 1;
    const Value *kept = list_items(vm, list_at(vm, d->keep));
    u32 i = (u32)(((u64)(Ref)v * 0x9E3779B97F4A7C15ull) >> 32) & mask;
    while (slots[i] && kept[slots[i] / 2 - 1] != v)
        i = (i + 1) & mask;
    return slots + i;
}

static bool grow_table(Dumper *d)
{
    VM *vm = d->vm;
    u32 bytes = OBJ(vm, PyByteArray, d->table)->length;
    Value larger = bytearray_new(vm, NULL, bytes * 2), smaller = d->table;
    if (larger == EMPTY)
        return false;
    memset(AT(vm, u8, OBJ(vm, PyByteArray, larger)->data), 0, bytes * 2);
    const u32 *slots = AT(vm, u32, OBJ(vm, PyByteArray, smaller)->data);
    const Value *kept = list_items(vm, list_at(vm, d->keep));
    d->table = larger;
    for (u32 i = 0; i < bytes / 4; i++)
        if (slots[i])
            *table_slot(d, kept[slots[i] / 2 - 1]) = slots[i];
    decref(vm, smaller);
    return true;
}

bool remember(Dumper *d, Value v)
{
    VM *vm = d->vm;
    u32 index = list_at(vm, d->keep)->length;
    if (index >= OBJ(vm, PyByteArray, d->table)->length / 8 && !grow_table(d))
        return false;
    u32 *slot = table_slot(d, v);
    if (!list_append(vm, d->keep, v))
        return false;
    *slot = (index + 1) * 2;
    if (d->protocol >= 4)
        return put(d, PICKLE_MEMOIZE);
    return index < 256 ? put_number(d, PICKLE_BINPUT, index, 1) : put_number(d, PICKLE_LONG_BINPUT, index, 4);
}

bool put_get(Dumper *d, u32 word)
{
    u32 index = word / 2 - 1;
    return index < 256 ? put_number(d, PICKLE_BINGET, index, 1) : put_number(d, PICKLE_LONG_BINGET, index, 4);
}

// --- plain values ---------------------------------------------------------------------------------------------------------------------------
bool save_big_int(Dumper *d, Value v)
{
    IntView n;
    int_view(d->vm, v, &n);
    u64 size = big_bit_length(&n) / 8 + 1;
    u8 *to = size < 256 ? room(d, 2 + size, true) : room(d, 5 + size, true);
    if (!to)
        return false;
    u8 *from = to + (size < 256 ? 2 : 5);
    u32 carry = n.sign < 0; // two's complement
    for (u32 i = 0; i < size; i++) {
        u32 byte = i / 4 < n.count ? n.limbs[i / 4] >> 8 * (i % 4) & 0xFF : 0;
        if (n.sign < 0) {
            byte = (byte ^ 0xFF) + carry;
            carry = byte >> 8;
        }
        from[i] = (u8)byte;
    }
    if (n.sign < 0 && size > 1 && from[size - 1] == 0xFF && from[size - 2] & 0x80) {
        if (size == 256) { // (then the short form does)
            memmove(from - 3, from, 255);
            d->length -= 3;
        }
        d->length--;
        size--;
    }
    *to = size < 256 ? PICKLE_LONG1 : PICKLE_LONG4;
    put_little_endian(to + 1, size, size < 256 ? 1 : 4);
    return true;
}

bool save_number(Dumper *d, Value v)
{
    if (is_float(v)) {
        double x = float_value(v);
        u64 bits;
        if (x != x) // (the bits that tell Krait's NaNs apart are nobody's affair)
            x = __builtin_signbit(x) ? -__builtin_nan("") : __builtin_nan("");
        __builtin_memcpy(&bits, &x, 8);
        return put_number(d, PICKLE_BINFLOAT, __builtin_bswap64(bits), 8);
    }
    i64 n = int48_value(v);
    if (n >= 0 && n < 0x10000)
        return n < 256 ? put_number(d, PICKLE_BININT1, (u64)n, 1) : put_number(d, PICKLE_BININT2, (u64)n, 2);
    return n == (i32)n ? put_number(d, PICKLE_BININT, (u64)n, 4) : save_big_int(d, v);
}

bool save_str(Dumper *d, Value v)
{
    static const u8 all_codes[2][3] = {{0, PICKLE_BINUNICODE, PICKLE_BINUNICODE8}, {PICKLE_SHORT_BINUNICODE, PICKLE_BINUNICODE, PICKLE_BINUNICODE8}};
    const u8 *codes = all_codes[d->protocol >= 4];
    const PyStr *s = OBJ(d->vm, PyStr, v);
    u8 *to = put_length(d, codes, s->ascii ? s->length : utf8_length(s));
    if (!to)
        return false;
    if (s->ascii)
        memcpy(to, s->data, s->length);
    else
        put_utf8_text(to, s);
    return remember(d, v);
}

// Two lines, for protocols that know no STACK_GLOBAL.
bool save_global_lines(Dumper *d, const PyStr *module, const PyStr *name)
{
    u8 *to = room(d, 3ull + module->length + name->length, true);
    if (!to)
        return false;
    *to++ = PICKLE_GLOBAL;
    memcpy(to, module->data, module->length);
    to += module->length;
    *to++ = '\n';
    memcpy(to, name->data, name->length);
    to[name->length] = '\n';
    return true;
}

bool save_bytes(Dumper *d, Value v, bool is_array)
{
    static const u8 codes[2][3] = {{PICKLE_SHORT_BINBYTES, PICKLE_BINBYTES, PICKLE_BINBYTES8}, {0, 0, PICKLE_BYTEARRAY8}};
    VM *vm = d->vm;
    u32 length = is_array ? OBJ(vm, PyByteArray, v)->length : OBJ(vm, PyBytes, v)->length;
    u8 *to = put_length(d, codes[is_array], length);
    if (!to)
        return false;
    if (length)
        memcpy(to, is_array ? AT(vm, u8, OBJ(vm, PyByteArray, v)->data) : OBJ(vm, PyBytes, v)->data, length);
    return remember(d, v);
}

// --- start and end -----------------------------------------------------------------------------------------------------------------------------
void pickle_boundary(Dumper *d)
{
    if (d->frame != NO_FRAME && d->length - d->frame - PICKLE_FRAME_HEAD >= FRAME_TARGET)
        close_frame(d);
}

bool pickle_start(Dumper *d, u32 protocol, Value keep)
{
    VM *vm = d->vm;
    d->protocol = protocol;
    d->frame = NO_FRAME;
    d->out = bytearray_new(vm, NULL, FIRST_ROOM);
    d->keep = retain(vm, keep);
    d->work = d->out == EMPTY ? EMPTY : list_new(vm, FIRST_OPEN);
    d->table = d->work == EMPTY ? EMPTY : bytearray_new(vm, NULL, FIRST_SLOTS * 4);
    if (d->table == EMPTY)
        return false;
    memset(AT(vm, u8, OBJ(vm, PyByteArray, d->table)->data), 0, FIRST_SLOTS * 4);
    u8 *head = room(d, 2, false);
    head[0] = PICKLE_PROTO;
    head[1] = (u8)protocol;
    return true;
}

Value pickle_finish(Dumper *d)
{
    if (!put(d, PICKLE_STOP))
        return EMPTY;
    close_frame(d);
    return bytes_new(d->vm, out_data(d), d->length);
}
