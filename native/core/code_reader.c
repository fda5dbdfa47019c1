// Compiled code, from the bytes that src/bytecode/serialise.ts makes of it. They come from this build's own compiler (what lies on disk carries a digest),
// so the instructions are not doubted; a text that ends too soon is refused all the same.
#include "containers.h"
#include "ints.h"
#include "strings.h"

#define MOST_LEVELS 1000u // of code in code and tuples in tuples, which this goes through on the C stack

// In the order of CONSTANT_TAGS.
enum { CONST_NONE, CONST_TRUE, CONST_FALSE, CONST_ELLIPSIS, CONST_INT, CONST_BIG_INT, CONST_FLOAT, CONST_COMPLEX, CONST_STR, CONST_BYTES, CONST_TUPLE,
       CONST_FROZENSET, CONST_SLICE, CONST_CODE, CONST_PRIVATE };

typedef struct CodeReader {
    VM *vm;
    const u8 *at, *end;
    Ref *strings; // owned, all interned
    u32 string_count, level;
} CodeReader;

// EMPTY or 0 with or without an exception: without one the bytes are wrong.
static Value read_constant(CodeReader *r);

static const u8 *take(CodeReader *r, u64 bytes)
{
    if (unlikely(bytes > (u64)(r->end - r->at))) {
        r->at = r->end;
        return NULL;
    }
    const u8 *at = r->at;
    r->at += bytes;
    return at;
}
// Behind the end: 0, and nothing is there after it.
static u64 read_u64(CodeReader *r)
{
    u64 n = 0;
    for (u32 shift = 0; shift < 64 && r->at < r->end; shift += 7) {
        u8 byte = *r->at++;
        n |= (u64)(byte & 0x7F) << shift;
        if (byte < 0x80)
            return n;
    }
    return 0;
}
static u32 read_u32(CodeReader *r) { return (u32)read_u64(r); }
static bool read_double(CodeReader *r, double *d)
{
    const u8 *bytes = take(r, sizeof *d);
    if (bytes)
        memcpy(d, bytes, sizeof *d);
    return bytes != NULL;
}
// A number of things that take a byte or more each.
static bool read_count(CodeReader *r, u32 *count)
{
    u64 n = read_u64(r);
    *count = (u32)n;
    return n <= (u64)(r->end - r->at);
}

// A block for `bytes` bytes as they stand. 0: there are none, or it failed (false).
static bool read_block(CodeReader *r, u64 bytes, u32 *block)
{
    *block = 0;
    const u8 *from = take(r, bytes);
    if (!from || !bytes)
        return from != NULL;
    *block = heap_block(r->vm, ((u32)bytes + 7) & ~7u);
    if (!*block)
        return false;
    memcpy(AT(r->vm, u8, *block), from, bytes);
    return true;
}

// --- texts ------------------------------------------------------------------------------------------------------------------------
static Ref read_text(CodeReader *r)
{
    u64 head = read_u64(r);
    u32 kind = 1u << (head & 3);
    u64 gap = -(u64)(uintptr_t)r->at & (kind - 1);
    if (kind > 4 || head >> 32 || !take(r, gap))
        return 0;
    const u8 *from = take(r, (head >> 2) * kind);
    if (!from)
        return 0;
    Value s = str_from_chars(r->vm, from, kind, (u32)(head >> 2));
    if (s == EMPTY)
        return 0;
    Ref interned = str_intern_take(r->vm, s);
    if (!interned)
        decref(r->vm, s);
    return interned;
}
static Value read_str(CodeReader *r)
{
    u32 i = read_u32(r);
    return i < r->string_count ? retain(r->vm, r->strings[i]) : EMPTY;
}
// A tuple of what `read` reads, one after the other.
static Value read_items(CodeReader *r, Value (*read)(CodeReader *))
{
    u32 count;
    Value tuple = read_count(r, &count) ? tuple_new(r->vm, count) : EMPTY;
    for (u32 i = 0; i < count && tuple != EMPTY; i++)
        if ((OBJ(r->vm, PyTuple, tuple)->items[i] = read(r)) == EMPTY) {
            decref(r->vm, tuple);
            return EMPTY;
        }
    return tuple;
}

// --- constants --------------------------------------------------------------------------------------------------------------------
static Value read_big_int(CodeReader *r)
{
    u32 head = read_u32(r), count = head >> 1;
    const u8 *limbs = take(r, (u64)count * 4);
    PyInt *n = limbs ? int_new(r->vm, count) : NULL;
    if (!n)
        return EMPTY;
    memcpy(n->limbs, limbs, (u64)count * 4);
    return int_finish(r->vm, n, head & 1 ? -1 : 1, count);
}
// CPython's compiler makes such a constant twice, the second time from the items in the order of the first: the order can be seen.
static Value read_frozenset(CodeReader *r)
{
    VM *vm = r->vm;
    Value items = read_items(r, read_constant);
    Value first = items == EMPTY ? EMPTY : set_new(vm, TYPE_FROZENSET), set = first == EMPTY ? EMPTY : set_new(vm, TYPE_FROZENSET);
    bool done = set != EMPTY;
    for (u32 i = 0; done && i < OBJ(vm, PyTuple, items)->length; i++)
        done = set_add(vm, first, OBJ(vm, PyTuple, items)->items[i]) == DICT_FOUND;
    SetEntry *entry;
    for (u32 at = 0; done && set_next(vm, OBJ(vm, PySet, first), &at, &entry);)
        done = set_add(vm, set, entry->key) == DICT_FOUND;
    decref(vm, items);
    decref(vm, first);
    if (done)
        return set;
    decref(vm, set);
    return EMPTY;
}
static Value read_slice(CodeReader *r)
{
    VM *vm = r->vm;
    Value parts = read_items(r, read_constant);
    if (parts == EMPTY)
        return EMPTY;
    PyTuple *t = OBJ(vm, PyTuple, parts);
    Value slice = t->length == 3 ? slice_new(vm, t->items[0], t->items[1], t->items[2]) : EMPTY;
    decref(vm, parts);
    return slice;
}

// --- code -------------------------------------------------------------------------------------------------------------------------
static bool read_exceptions(CodeReader *r, PyCode *code)
{
    u32 count;
    if (!read_count(r, &count) || !count)
        return !count;
    u32 block = heap_block(r->vm, (u32)(((u64)count * sizeof(ExceptionEntry) + 7) & ~7ull));
    if (!block)
        return false;
    code->exception_table = block;
    code->exception_count = count;
    ExceptionEntry *entries = AT(r->vm, ExceptionEntry, block);
    for (u32 i = 0; i < count; i++) {
        u32 start = read_u32(r), end = start + read_u32(r), handler = read_u32(r);
        u16 first_temp = (u16)read_u32(r), register_ = (u16)read_u32(r);
        entries[i] = (ExceptionEntry){start, end, handler, first_temp, register_};
    }
    return true;
}
static bool read_ref(Ref *place, Value value)
{
    *place = (Ref)value;
    return value != EMPTY;
}
static bool read_fields(CodeReader *r, PyCode *code)
{
    if (!read_ref(&code->name, read_str(r)) || !read_ref(&code->qualname, read_str(r)) || !read_ref(&code->filename, read_str(r)))
        return false;
    code->first_line = read_u32(r);
    code->flags = read_u32(r);
    u32 arguments = read_u32(r);
    code->arg_count = code->flags & CODE_NAMESPACE ? 1 : (u16)arguments; // the namespace travels as the only argument: it is register 0
    code->posonly_count = (u16)read_u32(r);
    code->kwonly_count = (u16)read_u32(r);
    code->reg_count = (u16)read_u32(r);
    if (!read_ref(&code->local_names, read_items(r, read_str)))
        return false;
    code->local_count = (u16)AT(r->vm, PyTuple, code->local_names)->length;
    u32 cells = read_u32(r);
    if (!read_block(r, (u64)cells * 2, &code->cell_locals))
        return false;
    code->cell_count = (u16)cells;
    if (!read_ref(&code->free_names, read_items(r, read_str)))
        return false;
    code->free_count = (u16)AT(r->vm, PyTuple, code->free_names)->length;
    if (!read_ref(&code->names, read_items(r, read_str)))
        return false;
    if (read_u32(r) && !read_ref(&code->doc, read_str(r)))
        return false;
    if (!read_ref(&code->consts, read_items(r, read_constant)) || !read_exceptions(r, code))
        return false;
    u32 line_bytes = read_u32(r);
    if (!read_block(r, line_bytes, &code->line_table))
        return false;
    code->line_table_bytes = line_bytes;
    u32 words = read_u32(r);
    if (!words || !read_block(r, (u64)words * 8, &code->bytecode))
        return false;
    code->word_count = words;
    return true;
}
static Value read_code(CodeReader *r)
{
    PyCode *code = heap_new_container(r->vm, TYPE_CODE, sizeof *code);
    if (!code)
        return EMPTY;
    Value result = OFFSET_OF(r->vm, code);
    if (read_fields(r, code))
        return result;
    decref(r->vm, result);
    return EMPTY;
}

// A global of the module _krait.
static Value read_private(CodeReader *r)
{
    Value name = read_str(r);
    if (!name)
        return EMPTY;
    Value found = private_global(r->vm, (Ref)name);
    if (!found)
        raise_error(r->vm, EXC_SystemError, "_krait has no %S", name);
    decref(r->vm, name);
    return found == EMPTY ? EMPTY : retain(r->vm, found);
}

static Value read_constant_of(CodeReader *r, u32 tag)
{
    double real, imag;
    u64 n;
    switch (tag) {
    case CONST_NONE: return NONE;
    case CONST_TRUE: return TRUE;
    case CONST_FALSE: return FALSE;
    case CONST_ELLIPSIS: return ELLIPSIS;
    case CONST_INT:
        n = read_u64(r);
        return int_from_i64(r->vm, (i64)(n >> 1) ^ -(i64)(n & 1));
    case CONST_BIG_INT: return read_big_int(r);
    case CONST_FLOAT: return read_double(r, &real) ? make_float(real) : EMPTY;
    case CONST_COMPLEX: return read_double(r, &real) && read_double(r, &imag) ? complex_new(r->vm, real, imag) : EMPTY;
    case CONST_STR: return read_str(r);
    case CONST_BYTES: {
        u64 length = read_u64(r);
        const u8 *data = take(r, length);
        return data ? bytes_new(r->vm, data, (u32)length) : EMPTY;
    }
    case CONST_TUPLE: return read_items(r, read_constant);
    case CONST_FROZENSET: return read_frozenset(r);
    case CONST_SLICE: return read_slice(r);
    case CONST_CODE: return read_code(r);
    case CONST_PRIVATE: return read_private(r);
    default: return EMPTY;
    }
}
static Value read_constant(CodeReader *r)
{
    if (unlikely(r->level >= MOST_LEVELS))
        return raise_error(r->vm, EXC_RecursionError, "constants are nested too deeply");
    r->level++;
    Value constant = read_constant_of(r, read_u32(r));
    r->level--;
    return constant;
}

// The code object in `length` bytes (from the start of a block), owned. EMPTY without an exception: they are damaged.
Value code_read(VM *vm, const u8 *bytes, u32 length)
{
    CodeReader r = {.vm = vm, .at = bytes, .end = bytes + length};
    u32 count, block = 0;
    if (!read_count(&r, &count) || (count && !(block = heap_block(vm, (count * (u32)sizeof(Ref) + 7) & ~7u))))
        return EMPTY;
    r.strings = AT(vm, Ref, block);
    for (Ref text; r.string_count < count && (text = read_text(&r)); r.string_count++)
        r.strings[r.string_count] = text;
    Value code = r.string_count == count ? read_code(&r) : EMPTY;
    for (u32 i = 0; i < r.string_count; i++)
        decref_ref(vm, r.strings[i]);
    if (block)
        heap_block_free(vm, block);
    return code;
}
