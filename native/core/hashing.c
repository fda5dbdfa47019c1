// hash() of builtin values, with CPython's numbers for everything but text (Objects/tupleobject.c, setobject.c and Python/pyhash.c name the
// algorithms). -1 is never a hash: it becomes -2, as there.
#include "strings.h"
#include "containers.h"

#define XX_PRIME_1 11400714785074694791ull
#define XX_PRIME_2 14029467366897019727ull
#define XX_PRIME_5 2870177450012600261ull
#define HASH_NONE 0xFCA86420ull

// One lane of xxHash, as CPython's tuples have used it since 3.8.
static u64 tuple_hash_combine(u64 accumulator, u64 item_hash)
{
    accumulator += item_hash * XX_PRIME_2;
    accumulator = (accumulator << 31) | (accumulator >> 33);
    return accumulator * XX_PRIME_1;
}

static u64 tuple_hash_end(u64 accumulator, u64 length)
{
    accumulator += length ^ (XX_PRIME_5 ^ 3527539ull);
    return accumulator == (u64)-1 ? 1546275796ull : accumulator;
}

static int hash_at(VM *vm, Value v, u64 *hash, u32 depth);

static int hash_tuple(VM *vm, PyTuple *tuple, u64 *hash, u32 depth)
{
    u64 accumulator = XX_PRIME_5;
    bool plain = tuple->head.type == TYPE_TUPLE;
    if (plain && tuple->hash) {
        *hash = tuple->hash;
        return DICT_FOUND;
    }
    if (depth > MAX_COMPARE_DEPTH || interrupted(vm))
        return DICT_NEEDS_PYTHON;
    for (u32 i = 0; i < tuple->length; i++) {
        u64 item;
        int status = hash_at(vm, tuple->items[i], &item, depth + 1);
        if (unlikely(status != DICT_FOUND))
            return status;
        accumulator = tuple_hash_combine(accumulator, item);
    }
    *hash = tuple_hash_end(accumulator, tuple->length);
    if (plain)
        tuple->hash = *hash;
    return DICT_FOUND;
}

// (length, start, step) with None where it makes no difference.
static int hash_range(VM *vm, PyRange *range, u64 *hash)
{
    u64 parts[3] = {0, HASH_NONE, HASH_NONE}, accumulator = XX_PRIME_5;
    hash_at(vm, range->length, &parts[0], 0);
    if (range->length != int48(0)) {
        hash_at(vm, range->start, &parts[1], 0);
        if (range->length != int48(1))
            hash_at(vm, range->step, &parts[2], 0);
    }
    for (u32 i = 0; i < 3; i++)
        accumulator = tuple_hash_combine(accumulator, parts[i]);
    *hash = tuple_hash_end(accumulator, 3);
    return DICT_FOUND;
}

static int hash_slice(VM *vm, PySlice *slice, u64 *hash, u32 depth)
{
    Value parts[3] = {slice->start, slice->stop, slice->step};
    u64 accumulator = XX_PRIME_5;
    if (depth > MAX_COMPARE_DEPTH || interrupted(vm))
        return DICT_NEEDS_PYTHON;
    for (u32 i = 0; i < 3; i++) {
        u64 part;
        int status = hash_at(vm, parts[i], &part, depth + 1);
        if (status != DICT_FOUND)
            return status;
        accumulator = tuple_hash_combine(accumulator, part);
    }
    *hash = accumulator == (u64)-1 ? 1546275796ull : accumulator;
    return DICT_FOUND;
}

static u64 hash_complex(PyComplex *c)
{
    u64 hash = double_hash(c->real) + 1000003ull * double_hash(c->imag);
    return hash == (u64)-1 ? (u64)-2 : hash;
}

// As a str of the same bytes.
static u64 hash_bytes_object(VM *vm, PyBytes *bytes)
{
    if (!bytes->hash && bytes->length)
        bytes->hash = hash_bytes(vm, bytes->data, bytes->length);
    return bytes->hash;
}

static int raise_plain_unhashable(VM *vm, Value v)
{
    raise_error(vm, EXC_TypeError, "unhashable type: '%T'", v);
    return DICT_ERROR;
}

// What a __hash__ method returned, as a hash: taken as it is if it fits 64 bits.
u64 hash_from_int(VM *vm, Value n)
{
    i64 hash;
    if (!int_to_i64(vm, n, &hash))
        return int_hash(vm, n);
    return hash == -1 ? (u64)-2 : (u64)hash;
}

// The special is a function in C or something only Python can call.
static int hash_by_special(VM *vm, Value v, u64 *hash)
{
    Ref special = special_of(vm, v, SPECIAL_hash);
    if (!special || special == NONE_REF)
        return raise_plain_unhashable(vm, v);
    if (special == type_at(vm, TYPE_OBJECT)->specials[SPECIAL_hash]) {
        *hash = (u32)v >> 4;
        return DICT_FOUND;
    }
    if (!is_core_method_of(vm, special, v))
        return DICT_NEEDS_PYTHON;
    Value result = call_core(vm, special, 1, &v);
    if (result == VALUE_TAIL) {
        tail_cancel(vm);
        return DICT_NEEDS_PYTHON;
    }
    if (result == EMPTY)
        return DICT_ERROR;
    *hash = hash_from_int(vm, result);
    decref(vm, result);
    return DICT_FOUND;
}

static int hash_at(VM *vm, Value v, u64 *hash, u32 depth)
{
    if (is_int48(v)) {
        *hash = int48_hash(v);
        return DICT_FOUND;
    }
    if (is_float(v)) {
        *hash = double_hash(float_value(v));
        return DICT_FOUND;
    }
    switch (special_base(vm, v, SPECIAL_hash)) {
    case TYPE_STR:
        *hash = str_hash(vm, v);
        return DICT_FOUND;
    case TYPE_TUPLE:
        return hash_tuple(vm, tuple_at(vm, v), hash, depth);
    case TYPE_INT:
        *hash = int_hash(vm, v);
        return DICT_FOUND;
    case TYPE_BOOL:
        *hash = v == TRUE;
        return DICT_FOUND;
    case TYPE_FLOAT:
        *hash = double_hash(OBJ(vm, PyFloat, v)->value);
        return DICT_FOUND;
    case TYPE_NONETYPE:
        *hash = HASH_NONE;
        return DICT_FOUND;
    case TYPE_COMPLEX:
        *hash = hash_complex(OBJ(vm, PyComplex, v));
        return DICT_FOUND;
    case TYPE_BYTES:
        *hash = hash_bytes_object(vm, OBJ(vm, PyBytes, v));
        return DICT_FOUND;
    case TYPE_FROZENSET:
        *hash = frozenset_hash(vm, set_at(vm, v));
        return DICT_FOUND;
    case TYPE_RANGE:
        return hash_range(vm, OBJ(vm, PyRange, v), hash);
    case TYPE_SLICE:
        return hash_slice(vm, OBJ(vm, PySlice, v), hash, depth);
    case TYPE_LIST:
    case TYPE_DICT:
    case TYPE_SET:
    case TYPE_BYTEARRAY:
    case TYPE_DICT_KEYS:
    case TYPE_DICT_ITEMS:
        return raise_plain_unhashable(vm, v);
    case TYPE_OBJECT:
        *hash = (u32)v >> 4; // what object.__hash__ says: the identity
        return DICT_FOUND;
    default:
        return hash_by_special(vm, v, hash);
    }
}

int hash_value(VM *vm, Value v, u64 *hash) { return hash_at(vm, v, hash, 0); }

Value hash_object(VM *vm, Value v)
{
    u64 hash;
    int status = hash_at(vm, v, &hash, 0);
    if (status == DICT_FOUND)
        return int_from_i64(vm, (i64)hash);
    if (status == DICT_ERROR)
        return EMPTY;
    return is_exact(vm, v, TYPE_TUPLE) ? tail_prelude(vm, PRELUDE_HASH_ITEMS, 2, v, v) : tail_prelude(vm, PRELUDE_HASH_CALL, 1, v);
}

// Puts 3.14's sentence around the "unhashable type: 'list'" that is being raised. Other errors pass.
Value raise_unhashable(VM *vm, Value v, const char *as)
{
    if (!as || ref_type(vm, vm->exception) != EXC_TypeError)
        return EMPTY;
    PyTuple *exception_args = tuple_at(vm, OBJ(vm, PyException, vm->exception)->args);
    if (exception_args->length != 1 || !is_str(vm, exception_args->items[0]))
        return EMPTY;
    Value text = retain(vm, exception_args->items[0]);
    exception_clear(vm);
    raise_error(vm, EXC_TypeError, "cannot use '%T' as %s (%S)", v, as, text);
    decref(vm, text);
    return EMPTY;
}

// __hash__ of tuple, frozenset, range and slice, whatever a subclass overrides. hash(x) reaches hash_object directly.
Value hash_method(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    Value v = args[0];
    u64 hash;
    int status;
    switch (kind_of(vm, v)) {
    case LAYOUT_TUPLE: status = hash_tuple(vm, tuple_at(vm, v), &hash, 0); break;
    case LAYOUT_SLICE: status = hash_slice(vm, OBJ(vm, PySlice, v), &hash, 0); break;
    case LAYOUT_RANGE: status = hash_range(vm, OBJ(vm, PyRange, v), &hash); break;
    default:
        hash = frozenset_hash(vm, set_at(vm, v));
        status = DICT_FOUND;
    }
    if (status == DICT_FOUND)
        return int_from_i64(vm, (i64)hash);
    if (status == DICT_ERROR)
        return EMPTY;
    if (is_exact(vm, v, TYPE_TUPLE))
        return tail_prelude(vm, PRELUDE_HASH_ITEMS, 2, v, v);
    bool is_tuple = kind_of(vm, v) == LAYOUT_TUPLE;
    Value parts = is_tuple ? tuple_from(vm, tuple_at(vm, v)->items, tuple_at(vm, v)->length) : tuple_from(vm, &OBJ(vm, PySlice, v)->start, 3);
    Value result = parts == EMPTY ? EMPTY : tail_prelude(vm, PRELUDE_HASH_ITEMS, 2, v, parts);
    decref(vm, parts);
    return result;
}

// The hash of a tuple (slice) from the hashes of its parts.
Value hash_combine(VM *vm, Value v, Value hashes)
{
    u32 count;
    Value *parts = sequence_items(vm, hashes, &count);
    u64 accumulator = XX_PRIME_5;
    for (u32 i = 0; i < count; i++)
        accumulator = tuple_hash_combine(accumulator, hash_from_int(vm, parts[i]));
    if (is_kind(vm, v, LAYOUT_TUPLE)) {
        accumulator = tuple_hash_end(accumulator, count);
        if (is_exact(vm, v, TYPE_TUPLE))
            tuple_at(vm, v)->hash = accumulator;
    } else if (accumulator == (u64)-1)
        accumulator = 1546275796ull;
    return int_from_i64(vm, (i64)accumulator);
}
