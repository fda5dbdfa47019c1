// Strings: creation, interning, hashing, comparison, concatenation and indexing; search is in str_find.c.
// A string's kind is always the smallest that holds its code points, so equal strings have equal bytes.
#include "byte_scan.h"
#include "heap_inline.h"
#include "core.h"
#include "strings.h"

// --- creation ----------------------------------------------------------------------------------------------------------

Value str_new(VM *vm, u32 length, u32 kind)
{
    u64 bytes = sizeof(PyStr) + (u64)length * kind;
    if (unlikely(bytes > 0xF0000000u))
        return raise_memory_error(vm);
    PyStr *s = heap_new_raw(vm, TYPE_STR, (u32)bytes, HEAP_OBJECTS); // (all characters are written by whoever asks)
    if (unlikely(!s))
        return EMPTY;
    memset(&s->head + 1, 0, sizeof *s - sizeof s->head);
    s->length = length;
    s->kind = (u8)kind;
    return OFFSET_OF(vm, s);
}

bool bytes_are_ascii(const u8 *data, u32 length)
{
    u32 i = 0;
    for (; i + 64 <= length; i += 64)
        if (bytes16_any((bytes16_at(data + i) | bytes16_at(data + i + 16) | bytes16_at(data + i + 32) | bytes16_at(data + i + 48)) >= 0x80))
            return false;
    for (; i + 8 <= length; i += 8) {
        u64 word;
        __builtin_memcpy(&word, data + i, 8);
        if (word & 0x8080808080808080ull)
            return false;
    }
    for (; i < length; i++)
        if (data[i] & 0x80)
            return false;
    return true;
}

Value str_from_bytes_latin1(VM *vm, const u8 *data, u32 length)
{
    if (length <= 1)
        return length ? retain(vm, CHAR_STR(data[0])) : retain(vm, EMPTY_STR);
    Value v = str_new(vm, length, 1);
    if (unlikely(!v))
        return EMPTY;
    PyStr *s = OBJ(vm, PyStr, v);
    memcpy(s->data, data, length);
    s->ascii = bytes_are_ascii(data, length);
    return v;
}

Value str_from_bytes_ascii(VM *vm, const u8 *data, u32 length)
{
    return str_from_bytes_latin1(vm, data, length);
}

Value str_from_c(VM *vm, const char *ascii)
{
    return str_from_bytes_latin1(vm, (const u8 *)ascii, (u32)strlen(ascii));
}

Value str_from_char(VM *vm, u32 c)
{
    if (c < 256)
        return retain(vm, CHAR_STR(c));
    Value v = str_new(vm, 1, c < 0x10000 ? 2 : 4);
    if (likely(v))
        str_set_char(OBJ(vm, PyStr, v), 0, c);
    return v;
}

// Largest code point of data[0..length) in units of `kind` bytes, rounded up to what decides kind and ascii.
static u32 widest_char(const u8 *data, u32 length, u32 kind)
{
    u32 all = 0;
    if (kind == 1) {
        return bytes_are_ascii(data, length) ? 0x7F : 0xFF;
    } else if (kind == 2) {
        const u16 *p = (const u16 *)data;
        for (u32 i = 0; i < length; i++)
            all |= p[i];
    } else {
        const u32 *p = (const u32 *)data;
        for (u32 i = 0; i < length; i++)
            all |= p[i];
    }
    return all;
}

u32 kind_for_char(u32 c) { return c < 0x100 ? 1 : c < 0x10000 ? 2 : 4; }

// Copies code points between kinds; the target must be wide enough.
void copy_chars(u8 *to, u32 to_kind, const u8 *from, u32 from_kind, u32 length)
{
    if (to_kind == from_kind) {
        memcpy(to, from, (size_t)length * to_kind);
        return;
    }
    if (from_kind == 4 && to_kind == 1) { // messages, mostly
        const u32 *points = (const u32 *)from;
        for (u32 i = 0; i < length; i++)
            to[i] = (u8)points[i];
        return;
    }
    for (u32 i = 0; i < length; i++)
        put_char(to, to_kind, i, get_char(from, from_kind, i));
}

Value str_from_chars(VM *vm, const u8 *data, u32 kind, u32 length)
{
    if (length == 0)
        return retain(vm, EMPTY_STR);
    if (length == 1)
        return str_from_char(vm, get_char(data, kind, 0));
    u32 widest = widest_char(data, length, kind);
    u32 to_kind = kind_for_char(widest);
    Value v = str_new(vm, length, to_kind);
    if (unlikely(!v))
        return EMPTY;
    PyStr *s = OBJ(vm, PyStr, v);
    copy_chars(s->data, to_kind, data, kind, length);
    s->ascii = widest < 0x80;
    return v;
}

Value str_from_code_points(VM *vm, const u32 *points, u32 length)
{
    return str_from_chars(vm, (const u8 *)points, 4, length);
}

// One code point of valid (W)UTF-8; advances *p.
static u32 next_utf8(const u8 **p)
{
    const u8 *q = *p;
    u32 c = *q++;
    if (c >= 0xF0) {
        c = (c & 7) << 18 | (q[0] & 63u) << 12 | (q[1] & 63u) << 6 | (q[2] & 63u);
        q += 3;
    } else if (c >= 0xE0) {
        c = (c & 15) << 12 | (q[0] & 63u) << 6 | (q[1] & 63u);
        q += 2;
    } else if (c >= 0xC0) {
        c = (c & 31) << 6 | (q[0] & 63u);
        q += 1;
    }
    *p = q;
    return c;
}

// Strict: no overlong forms, no surrogates.
bool is_utf8(const u8 *p, u32 length)
{
    for (u32 i = 0; i < length;) {
        u64 word;
        if (p[i] < 0x80) {
            for (i++; i + 8 <= length && (__builtin_memcpy(&word, p + i, 8), !(word & 0x8080808080808080ull)); i += 8)
                ;
            continue;
        }
        u8 c = p[i];
        u32 more = c >= 0xC2 && c < 0xE0 ? 1 : c >= 0xE0 && c < 0xF0 ? 2 : c >= 0xF0 && c < 0xF5 ? 3 : 9;
        if (more == 9 || i + more >= length)
            return false;
        for (u32 k = 1; k <= more; k++)
            if ((p[i + k] & 0xC0) != 0x80)
                return false;
        if ((c == 0xE0 && p[i + 1] < 0xA0) || (c == 0xED && p[i + 1] > 0x9F) || (c == 0xF0 && p[i + 1] < 0x90) || (c == 0xF4 && p[i + 1] > 0x8F))
            return false;
        i += more + 1;
    }
    return true;
}

// Characters of one kind out of valid (W)UTF-8: those of ASCII eight at a time.
#define DECODE_UTF8(TYPE) \
    for (TYPE *to = (TYPE *)s->data; p < end;) { \
        u64 word; \
        while (end - p >= 8 && (__builtin_memcpy(&word, p, 8), !(word & 0x8080808080808080ull))) { \
            for (u32 k = 0; k < 8; k++) \
                to[k] = p[k]; \
            to += 8; \
            p += 8; \
        } \
        if (p < end) \
            *to++ = (TYPE)next_utf8(&p); \
    }

Value str_from_utf8(VM *vm, const u8 *data, u32 length)
{
    if (bytes_are_ascii(data, length))
        return str_from_bytes_latin1(vm, data, length);
    u32 count = 0;
    u8 most = 0; // the greatest first byte of a character says how wide they are
    for (u32 i = 0; i < length; i++) {
        count += (data[i] & 0xC0) != 0x80;
        most = data[i] > most ? data[i] : most;
    }
    const u8 *p = data, *end = data + length;
    if (count == 1)
        return str_from_char(vm, next_utf8(&p));
    u32 kind = most >= 0xF0 ? 4 : most >= 0xC4 ? 2 : 1;
    Value v = str_new(vm, count, kind);
    if (unlikely(!v))
        return EMPTY;
    PyStr *s = OBJ(vm, PyStr, v);
    if (kind == 1)
        DECODE_UTF8(u8)
    else if (kind == 2)
        DECODE_UTF8(u16)
    else
        DECODE_UTF8(u32)
    return v;
}

// --- hashing and equality ----------------------------------------------------------------------------------------------

INLINE u64 mix(u64 a, u64 b)
{
    __uint128_t product = (__uint128_t)a * b;
    return (u64)product ^ (u64)(product >> 64);
}

// A multiply-fold hash over 8-byte words (the scheme of wyhash), seeded by vm->hash_seed. 0 is reserved for "not computed".
u32 hash_bytes(VM *vm, const u8 *data, u64 length)
{
    u64 h = vm->hash_seed ^ 0x9E3779B97F4A7C15ull ^ length;
    u64 i = 0, word;
    for (; i + 8 <= length; i += 8) {
        __builtin_memcpy(&word, data + i, 8);
        h = mix(h ^ word, 0xE7037ED1A0B428DBull);
    }
    word = 0;
    for (u32 shift = 0; i < length; i++, shift += 8)
        word |= (u64)data[i] << shift;
    h = mix(h ^ word, 0x8EBC6AF09C88C6E3ull);
    u32 folded = (u32)(h ^ h >> 32);
    return folded ? folded : 1;
}

u32 str_hash(VM *vm, Value v)
{
    PyStr *s = OBJ(vm, PyStr, v);
    if (likely(s->hash || !s->length))
        return s->hash;
    return s->hash = hash_bytes(vm, s->data, (u64)s->length * s->kind);
}

bool str_equal(VM *vm, Value a, Value b)
{
    if (a == b)
        return true;
    PyStr *s = OBJ(vm, PyStr, a), *t = OBJ(vm, PyStr, b);
    if (s->length != t->length || s->kind != t->kind || (s->interned & t->interned))
        return false;
    if (s->hash && t->hash && s->hash != t->hash)
        return false;
    return memcmp(s->data, t->data, (size_t)s->length * s->kind) == 0;
}

int str_compare(VM *vm, Value a, Value b)
{
    PyStr *s = OBJ(vm, PyStr, a), *t = OBJ(vm, PyStr, b);
    u32 shorter = s->length < t->length ? s->length : t->length;
    if (s->kind == 1 && t->kind == 1) {
        int order = memcmp(s->data, t->data, shorter);
        if (order)
            return order < 0 ? -1 : 1;
    } else {
        for (u32 i = 0; i < shorter; i++) {
            u32 c = str_char(s, i), d = str_char(t, i);
            if (c != d)
                return c < d ? -1 : 1;
        }
    }
    return s->length == t->length ? 0 : s->length < t->length ? -1 : 1;
}

// --- interning ---------------------------------------------------------------------------------------------------------
// vm->interned: table of borrowed refs with linear probing; deletion shifts the run back, so there are no tombstones.

static bool grow_interned(VM *vm)
{
    u32 old_mask = vm->interned_mask, old = vm->interned;
    u32 slots = old ? (old_mask + 1) * 2 : 1024;
    u32 block = heap_block(vm, slots * sizeof(Ref));
    if (unlikely(!block))
        return false;
    Ref *table = AT(vm, Ref, block);
    memset(table, 0, slots * sizeof(Ref));
    if (old) {
        const Ref *from = AT(vm, Ref, old);
        for (u32 i = 0; i <= old_mask; i++) {
            if (!from[i])
                continue;
            u32 slot = str_hash(vm, from[i]) & (slots - 1);
            while (table[slot])
                slot = (slot + 1) & (slots - 1);
            table[slot] = from[i];
        }
        heap_block_free(vm, old);
    }
    vm->interned = block;
    vm->interned_mask = slots - 1;
    return true;
}

Ref str_intern(VM *vm, Value v)
{
    PyStr *s = OBJ(vm, PyStr, v);
    if (s->interned)
        return (Ref)v;
    if (unlikely(s->head.type != TYPE_STR))
        return (Ref)v; // instances of subclasses are never interned
    if (unlikely((vm->interned_used + 1) * 3 > (vm->interned ? vm->interned_mask + 1 : 0) * 2)) {
        if (!grow_interned(vm))
            return 0;
    }
    Ref *table = AT(vm, Ref, vm->interned);
    u32 slot = str_hash(vm, v) & vm->interned_mask;
    for (; table[slot]; slot = (slot + 1) & vm->interned_mask)
        if (str_equal(vm, table[slot], v))
            return table[slot];
    table[slot] = (Ref)v;
    vm->interned_used++;
    s->interned = 1;
    return (Ref)v;
}

Ref str_intern_take(VM *vm, Value v)
{
    Ref interned = str_intern(vm, v);
    if (interned != (Ref)v) {
        if (likely(interned))
            incref_object(vm, interned);
        decref_object(vm, v);
    }
    return interned;
}

// For names that the core's source spells out: borrowed, and immortal from the first use on.
Ref str_intern_c(VM *vm, const char *ascii)
{
    vm->heap_emergency++; // there are only so many of them, and who asks does not expect that there is no memory for it
    Value v = str_from_c(vm, ascii);
    Ref interned = likely(v) ? str_intern_take(vm, v) : 0;
    vm->heap_emergency--;
    if (unlikely(!interned))
        return 0;
    ObjectHead *head = AT(vm, ObjectHead, interned);
    if (head->refcount < IMMORTAL_REFCOUNT)
        head->refcount += IMMORTAL_REFCOUNT;
    return interned;
}

void str_forget_interned(VM *vm, PyStr *s)
{
    Ref self = OFFSET_OF(vm, s);
    Ref *table = AT(vm, Ref, vm->interned);
    u32 mask = vm->interned_mask, slot = s->hash & mask;
    while (table[slot] != self)
        slot = (slot + 1) & mask;
    for (u32 next = slot;;) {
        next = (next + 1) & mask;
        if (!table[next])
            break;
        u32 home = str_hash(vm, table[next]) & mask;
        if (((next - home) & mask) >= ((next - slot) & mask)) {
            table[slot] = table[next];
            slot = next;
        }
    }
    table[slot] = 0;
    vm->interned_used--;
    s->interned = 0;
}

// --- concatenation -----------------------------------------------------------------------------------------------------

static Value too_long(VM *vm) { return raise_error(vm, EXC_OverflowError, "strings are too large to concat"); }

Value str_concat(VM *vm, Value a, Value b)
{
    PyStr *s = OBJ(vm, PyStr, a), *t = OBJ(vm, PyStr, b);
    if (!s->length && t->head.type == TYPE_STR)
        return retain(vm, b);
    if (!t->length && s->head.type == TYPE_STR)
        return retain(vm, a);
    u64 length = (u64)s->length + t->length;
    if (unlikely(length > 0x3FFFFFFF))
        return too_long(vm);
    if (unlikely(length <= 1))
        return s->length ? str_from_char(vm, str_char(s, 0)) : t->length ? str_from_char(vm, str_char(t, 0)) : retain(vm, EMPTY_STR);
    u32 kind = s->kind > t->kind ? s->kind : t->kind;
    Value v = str_new(vm, (u32)length, kind);
    if (unlikely(!v))
        return EMPTY;
    PyStr *r = OBJ(vm, PyStr, v);
    s = OBJ(vm, PyStr, a), t = OBJ(vm, PyStr, b);
    copy_chars(r->data, kind, s->data, s->kind, s->length);
    copy_chars(r->data + (size_t)s->length * kind, kind, t->data, t->kind, t->length);
    r->ascii = s->ascii & t->ascii;
    return v;
}

// `s += t` with the only reference to s: appends in place while the size class has room, else moves to memory with a quarter to
// spare, so that building a string by appending is linear.
Value str_concat_take(VM *vm, Value a, Value b)
{
    PyStr *s = OBJ(vm, PyStr, a), *t = OBJ(vm, PyStr, b);
    u64 length = (u64)s->length + t->length;
    if (s->head.refcount != 1 || s->interned || s->head.type != TYPE_STR || a == b || t->kind > s->kind || !t->length || length > 0x3FFFFFFF) {
        Value v = str_concat(vm, a, b);
        if (likely(v != EMPTY))
            decref_object(vm, a);
        return v;
    }
    u32 kind = s->kind;
    u64 bytes = sizeof(PyStr) + length * kind;
    if (bytes > heap_usable_bytes(vm, (u32)a)) {
        u64 roomy = bytes < 128 ? bytes : bytes + (bytes >> 2);
        PyStr *r = heap_new(vm, TYPE_STR, (u32)roomy);
        if (unlikely(!r))
            return EMPTY;
        r->kind = (u8)kind;
        r->ascii = s->ascii;
        r->length = s->length;
        memcpy(r->data, s->data, (size_t)s->length * kind);
        decref_object(vm, a);
        s = r;
    }
    copy_chars(s->data + (size_t)s->length * kind, kind, t->data, t->kind, t->length);
    s->length = (u32)length;
    s->hash = 0;
    s->ascii &= t->ascii;
    return OFFSET_OF(vm, s);
}

// --- items and slices ----------------------------------------------------------------------------------------------------

Value str_item(VM *vm, Value v, u32 index)
{
    return str_from_char(vm, str_char(OBJ(vm, PyStr, v), index));
}

Value str_slice(VM *vm, Value v, i64 start, i64 step, u32 count)
{
    PyStr *s = OBJ(vm, PyStr, v);
    if (count == s->length && step == 1 && s->head.type == TYPE_STR)
        return retain(vm, v);
    if (step == 1 && s->kind == 1) {
        if (count <= 1)
            return count ? retain(vm, CHAR_STR(s->data[start])) : retain(vm, EMPTY_STR);
        Value r = str_new(vm, count, 1);
        if (unlikely(!r))
            return EMPTY;
        s = OBJ(vm, PyStr, v);
        PyStr *t = OBJ(vm, PyStr, r);
        memcpy(t->data, s->data + start, count);
        t->ascii = s->ascii ? 1 : bytes_are_ascii(t->data, count);
        return r;
    }
    if (step == 1)
        return str_from_chars(vm, s->data + (size_t)start * s->kind, s->kind, count);
    u32 all = 0;
    for (u32 i = 0; i < count; i++)
        all |= str_char(s, (u32)(start + (i64)i * step));
    if (count <= 1)
        return count ? str_from_char(vm, all) : retain(vm, EMPTY_STR);
    u32 kind = kind_for_char(all);
    Value r = str_new(vm, count, kind);
    if (unlikely(!r))
        return EMPTY;
    s = OBJ(vm, PyStr, v);
    PyStr *t = OBJ(vm, PyStr, r);
    for (u32 i = 0; i < count; i++)
        put_char(t->data, kind, i, str_char(s, (u32)(start + (i64)i * step)));
    t->ascii = all < 0x80;
    return r;
}

// --- bytes ---------------------------------------------------------------------------------------------------------------------

Value bytes_new(VM *vm, const u8 *data, u32 length)
{
    if (length == 0)
        return retain(vm, EMPTY_BYTES);
    if (length == 1 && data)
        return retain(vm, BYTE_BYTES(data[0]));
    if (unlikely(length > 0xF0000000u))
        return raise_memory_error(vm);
    u32 size = (u32)sizeof(PyBytes) + length + 1;
    PyBytes *b = data ? heap_new_raw(vm, TYPE_BYTES, size, HEAP_OBJECTS) : heap_new(vm, TYPE_BYTES, size);
    if (unlikely(!b))
        return EMPTY;
    if (data) {
        memset(&b->head + 1, 0, sizeof *b - sizeof b->head);
        memcpy(b->data, data, length);
        b->data[length] = 0;
    }
    b->length = length;
    return OFFSET_OF(vm, b);
}
