// Plain cases of functions that TypeScript has (PyBuiltin of kind HOST): a row here is asked first, and what it does not answer goes the long way.
// args[0] is self, or the class of class methods. Nothing has happened when a row gives up: EMPTY without an exception.
#include "containers.h"
#include "float_text.h"
#include "ints.h"
#include "quick.h"
#include "str_methods.h"
#include "text_writer.h"

typedef Value (*QuickFunction)(VM *vm, Value *args, u32 nargs, Ref kwnames);
typedef struct QuickRow { Ref owner; const char *name; QuickFunction function; } QuickRow;
#define QUICK(name) static Value name(VM *vm, Value *args, u32 nargs, Ref kwnames)
#define MOST_QUICK_ARGS 6u

// --- mappingproxy -------------------------------------------------------------------------------------------------------------------
static Value proxied_dict(VM *vm, Value proxy)
{
    Value mapping = OBJ(vm, PyMappingProxy, proxy)->mapping;
    return is_exact(vm, mapping, TYPE_DICT) ? mapping : EMPTY;
}
static bool is_plain_key(VM *vm, Value v) { return is_int48(v) || is_exact(vm, v, TYPE_STR); }
QUICK(proxy_getitem)
{
    Value dict = proxied_dict(vm, args[0]), found;
    return dict && nargs == 2 && !kwnames && is_plain_key(vm, args[1]) && dict_get_peek(vm, dict, args[1], &found) == DICT_FOUND ? retain(vm, found) : EMPTY;
}
QUICK(proxy_get)
{
    Value dict = proxied_dict(vm, args[0]), found;
    if (!dict || nargs < 2 || nargs > 3 || kwnames || !is_plain_key(vm, args[1]))
        return EMPTY;
    int status = dict_get_peek(vm, dict, args[1], &found);
    return status == DICT_FOUND ? retain(vm, found) : status == DICT_MISSING ? retain(vm, nargs > 2 ? args[2] : NONE) : EMPTY;
}
QUICK(proxy_contains)
{
    Value dict = proxied_dict(vm, args[0]), found;
    if (!dict || nargs != 2 || kwnames || !is_plain_key(vm, args[1]))
        return EMPTY;
    int status = dict_get_peek(vm, dict, args[1], &found);
    return status == DICT_FOUND || status == DICT_MISSING ? new_bool(vm, status == DICT_FOUND) : EMPTY;
}

// --- ints and bytes -----------------------------------------------------------------------------------------------------------------
static bool text_is(VM *vm, Value v, const char *text) { return str_is(OBJ(vm, PyStr, v), text); }
// The arguments byteorder and signed (both functions have them behind `first` others). False: not plain ones.
static bool byte_order(VM *vm, Value *args, u32 nargs, Ref kwnames, u32 first, bool *little, bool *is_signed)
{
    Value order = nargs > first ? args[first] : EMPTY, sign = EMPTY;
    PyTuple *names = kwnames ? AT(vm, PyTuple, kwnames) : NULL;
    for (u32 i = 0; names && i < names->length; i++) {
        if (text_is(vm, names->items[i], "byteorder") && !order)
            order = args[nargs + i];
        else if (text_is(vm, names->items[i], "signed"))
            sign = args[nargs + i];
        else
            return false;
    }
    bool is_text = order && is_exact(vm, order, TYPE_STR), is_big = !order || (is_text && text_is(vm, order, "big"));
    *little = is_text && text_is(vm, order, "little");
    *is_signed = sign == TRUE;
    return (*little || is_big) && (!sign || sign == TRUE || sign == FALSE) && nargs <= first + 1;
}

QUICK(int_to_bytes)
{
    bool little, is_signed;
    if (!byte_order(vm, args, nargs, kwnames, 2, &little, &is_signed) || (nargs > 1 && !is_int48(args[1])))
        return EMPTY;
    i64 length = nargs > 1 ? int48_value(args[1]) : 1;
    IntView n;
    int_view(vm, args[0], &n);
    u64 bits = big_bit_length(&n), room = (u64)length * 8;
    if (length < 1 || length > 0x1000000 || (n.sign < 0 && !is_signed) || bits > room - is_signed)
        return EMPTY; // (-2^(8n-1) is TypeScript's, too)
    Value result = bytes_new(vm, NULL, (u32)length);
    if (!result)
        return EMPTY;
    u8 *to = OBJ(vm, PyBytes, result)->data;
    u32 carry = 1;
    for (u32 i = 0; i < (u32)length; i++) {
        u32 byte = i / 4 < n.count ? n.limbs[i / 4] >> 8 * (i % 4) & 0xFF : 0;
        if (n.sign < 0) {
            byte = (byte ^ 0xFF) + carry;
            carry = byte >> 8;
        }
        to[little ? i : (u32)length - 1 - i] = (u8)byte;
    }
    return result;
}

QUICK(int_from_bytes)
{
    bool little, is_signed;
    bool is_array = nargs > 1 && is_exact(vm, args[1], TYPE_BYTEARRAY);
    if (args[0] != TYPE_INT || nargs < 2 || !(is_array || is_exact(vm, args[1], TYPE_BYTES)) || !byte_order(vm, args, nargs, kwnames, 2, &little, &is_signed))
        return EMPTY;
    u32 length = is_array ? OBJ(vm, PyByteArray, args[1])->length : OBJ(vm, PyBytes, args[1])->length;
    if (!length)
        return int48(0);
    const u8 *data = is_array ? AT(vm, u8, OBJ(vm, PyByteArray, args[1])->data) : OBJ(vm, PyBytes, args[1])->data;
    bool negative = is_signed && data[little ? length - 1 : 0] & 0x80;
    if (length <= 8) {
        u64 word = negative ? ~0ull : 0;
        for (u32 i = 0; i < length; i++)
            word = word << 8 | data[little ? length - 1 - i : i];
        return is_signed ? int_from_i64(vm, (i64)word) : int_from_u64(vm, word);
    }
    if (negative || length > 0x1000000)
        return EMPTY;
    u32 count = (length + 3) / 4;
    PyInt *r = int_new(vm, count);
    if (!r)
        return EMPTY;
    memset(r->limbs, 0, count * 4);
    for (u32 i = 0; i < length; i++)
        r->limbs[i / 4] |= (u32)data[little ? i : length - 1 - i] << 8 * (i % 4);
    return int_finish(vm, r, 1, count);
}

// Up to the 640 digits that no limit may forbid.
QUICK(int_repr)
{
    if (nargs != 1 || kwnames || !is_int_like(vm, args[0]) || args[0] == TRUE || args[0] == FALSE)
        return EMPTY;
    TextWriter w = {.vm = vm};
    if (write_int(&w, args[0]))
        return writer_end(&w);
    writer_drop(&w);
    return EMPTY;
}

QUICK(bytes_hex)
{
    if (nargs != 1 || kwnames)
        return EMPTY;
    bool is_array = kind_of(vm, args[0]) == LAYOUT_BYTEARRAY;
    u32 length = is_array ? OBJ(vm, PyByteArray, args[0])->length : OBJ(vm, PyBytes, args[0])->length;
    if (!length || length > 0x40000000u)
        return EMPTY;
    Value result = str_new(vm, length * 2, 1);
    if (!result)
        return EMPTY;
    const u8 *from = is_array ? AT(vm, u8, OBJ(vm, PyByteArray, args[0])->data) : OBJ(vm, PyBytes, args[0])->data;
    PyStr *s = OBJ(vm, PyStr, result);
    s->ascii = 1;
    for (u32 i = 0; i < length; i++) {
        s->data[2 * i] = (u8)"0123456789abcdef"[from[i] >> 4];
        s->data[2 * i + 1] = (u8)"0123456789abcdef"[from[i] & 15];
    }
    return result;
}

QUICK(bytes_fromhex)
{
    if (args[0] != TYPE_BYTES || nargs != 2 || kwnames || !is_exact(vm, args[1], TYPE_STR) || !OBJ(vm, PyStr, args[1])->ascii || OBJ(vm, PyStr, args[1])->length < 4)
        return EMPTY;
    PyStr *s = OBJ(vm, PyStr, args[1]);
    for (u32 i = 0; i < s->length; i++)
        if (digit_value(s->data[i]) > 15)
            return EMPTY;
    if (s->length & 1)
        return EMPTY;
    Value result = bytes_new(vm, NULL, s->length / 2);
    u8 *to = result ? OBJ(vm, PyBytes, result)->data : NULL;
    s = OBJ(vm, PyStr, args[1]);
    for (u32 i = 0; result && i < s->length; i += 2)
        *to++ = (u8)(digit_value(s->data[i]) << 4 | digit_value(s->data[i + 1]));
    return result;
}

// --- str.translate, str.maketrans -----------------------------------------------------------------------------------------------------
#define CHARS_REMEMBERED 256u
enum { NOT_ASKED = 0xFFFFFFFFu, DROPPED = 0xFFFFFFFEu, A_TEXT = 0xFFFFFFFDu };

// What becomes of a character: itself changed, DROPPED, or A_TEXT in *text (borrowed). NOT_ASKED: Python's or TypeScript's affair.
static u32 translated(VM *vm, Value table, u32 c, PyStr **text)
{
    Value found;
    int status = dict_get_peek(vm, table, int48(c), &found);
    if (status == DICT_MISSING)
        return c;
    if (status != DICT_FOUND)
        return NOT_ASKED;
    if (found == NONE)
        return DROPPED;
    if (is_int48(found))
        return (u64)int48_value(found) <= 0x10FFFF ? (u32)int48_value(found) : NOT_ASKED;
    if (!is_exact(vm, found, TYPE_STR))
        return NOT_ASKED;
    *text = OBJ(vm, PyStr, found);
    return A_TEXT;
}

QUICK(str_translate)
{
    if (nargs != 2 || kwnames || !is_exact(vm, args[1], TYPE_DICT) || !OBJ(vm, PyStr, args[0])->length)
        return EMPTY;
    u32 known[CHARS_REMEMBERED];
    for (u32 i = 0; i < CHARS_REMEMBERED; i++)
        known[i] = NOT_ASKED;
    TextWriter w = {.vm = vm};
    PyStr *s = OBJ(vm, PyStr, args[0]), *text = NULL;
    for (u32 i = 0; i < s->length; i++) {
        u32 c = get_char(s->data, s->kind, i), to = c < CHARS_REMEMBERED ? known[c] : NOT_ASKED;
        if (to == NOT_ASKED || to == A_TEXT) {
            to = translated(vm, args[1], c, &text);
            if (c < CHARS_REMEMBERED)
                known[c] = to;
        }
        if (to == NOT_ASKED) {
            writer_drop(&w);
            return EMPTY;
        }
        if (to == A_TEXT)
            write_text(&w, text);
        else if (to != DROPPED)
            write_char(&w, to);
    }
    return writer_end(&w);
}

QUICK(str_maketrans)
{
    if (nargs < 2 || nargs > 3 || kwnames)
        return EMPTY;
    for (u32 i = 0; i < nargs; i++)
        if (!is_exact(vm, args[i], TYPE_STR))
            return EMPTY;
    PyStr *from = OBJ(vm, PyStr, args[0]), *to = OBJ(vm, PyStr, args[1]);
    if (from->length != to->length)
        return EMPTY;
    Value dict = dict_new(vm);
    bool good = dict != EMPTY;
    for (u32 i = 0; good && i < from->length; i++)
        good = dict_set(vm, dict, int48(str_char(from, i)), int48(str_char(to, i))) == DICT_FOUND;
    PyStr *dropped = nargs > 2 ? OBJ(vm, PyStr, args[2]) : NULL;
    for (u32 i = 0; good && dropped && i < dropped->length; i++)
        good = dict_set(vm, dict, int48(str_char(dropped, i)), NONE) == DICT_FOUND;
    if (good)
        return dict;
    decref(vm, dict);
    return EMPTY;
}

QUICK(str_format_map)
{
    return nargs == 2 && !kwnames && is_exact(vm, args[1], TYPE_DICT) ? braces_simple(vm, args[0], NULL, 0, 0, args[1]) : EMPTY;
}

static Value format_of(VM *vm, Value *args, u32 nargs, Ref kwnames, Ref type)
{
    bool plain = nargs == 2 && !kwnames && is_exact(vm, args[1], TYPE_STR) && OBJ(vm, PyStr, args[1])->length;
    return plain ? format_as_builtin(vm, args[0], type, OBJ(vm, PyStr, args[1])) : EMPTY;
}
QUICK(int_format) { return format_of(vm, args, nargs, kwnames, TYPE_INT); }
QUICK(text_format)
{
    bool same = nargs == 2 && !kwnames && is_exact(vm, args[0], TYPE_STR) && args[1] == EMPTY_STR;
    return same ? retain(vm, args[0]) : format_of(vm, args, nargs, kwnames, TYPE_STR);
}
QUICK(str_str)
{
    if (nargs != 1 || kwnames)
        return EMPTY;
    PyStr *s = OBJ(vm, PyStr, args[0]);
    return is_exact(vm, args[0], TYPE_STR) ? retain(vm, args[0]) : str_from_chars(vm, s->data, s->kind, s->length);
}

// --- sys.exception, sys.exc_info -----------------------------------------------------------------------------------------------
QUICK(quick_exception)
{
    (void)args;
    return nargs || kwnames ? EMPTY : retain(vm, vm->handled != EMPTY ? vm->handled : NONE);
}
QUICK(quick_exc_info)
{
    (void)args;
    if (nargs || kwnames)
        return EMPTY;
    Value exception = vm->handled, traceback = NONE, type = NONE;
    if (exception != EMPTY) {
        traceback = OBJ(vm, PyException, exception)->traceback;
        type = type_of(vm, exception);
    }
    Value items[3] = {type, exception != EMPTY ? exception : NONE, traceback != EMPTY ? traceback : NONE};
    return tuple_from(vm, items, 3);
}

// --- more of numbers and texts ----------------------------------------------------------------------------------------------------------
QUICK(float_as_integer_ratio)
{
    double x;
    if (nargs != 1 || kwnames || !float_view(vm, args[0], &x) || x - x != 0)
        return EMPTY;
    u64 bits;
    __builtin_memcpy(&bits, &x, 8);
    i64 exponent = (i64)(bits >> 52 & 0x7FF), fraction = (i64)(bits & 0xFFFFFFFFFFFFFull);
    if (x == 0)
        return tuple_from(vm, (Value[]){int48(0), int48(1)}, 2);
    if (!exponent)
        exponent = 1;
    else
        fraction |= 1ll << 52;
    exponent -= 1075;
    int zeros = __builtin_ctzll((u64)fraction);
    fraction >>= zeros;
    exponent += zeros;
    if (exponent < -62 || exponent > 10) // (then more than 64 bits are needed)
        return EMPTY;
    i64 numerator = exponent > 0 ? fraction << exponent : fraction;
    Value parts[2] = {int_from_i64(vm, x < 0 ? -numerator : numerator), int_from_i64(vm, exponent < 0 ? 1ll << -exponent : 1)};
    if (parts[0] != EMPTY && parts[1] != EMPTY)
        return tuple_take(vm, parts, 2);
    decref(vm, parts[0]);
    decref(vm, parts[1]);
    return EMPTY;
}

QUICK(quick_intern)
{
    if (nargs != 1 || kwnames || !is_exact(vm, args[0], TYPE_STR))
        return EMPTY;
    Ref interned = str_intern(vm, args[0]);
    return interned ? retain(vm, interned) : EMPTY;
}

// Texts of ASCII are in all normal forms.
static bool is_normal(VM *vm, Value *args, u32 nargs, Ref kwnames)
{
    if (nargs != 2 || kwnames || !is_exact(vm, args[0], TYPE_STR) || !is_exact(vm, args[1], TYPE_STR) || !OBJ(vm, PyStr, args[1])->ascii)
        return false;
    return text_is(vm, args[0], "NFC") || text_is(vm, args[0], "NFD") || text_is(vm, args[0], "NFKC") || text_is(vm, args[0], "NFKD");
}
QUICK(quick_normalize) { return is_normal(vm, args, nargs, kwnames) ? retain(vm, args[1]) : EMPTY; }
QUICK(quick_is_normalized) { return is_normal(vm, args, nargs, kwnames) ? new_bool(vm, true) : EMPTY; }

// --- the table ------------------------------------------------------------------------------------------------------------------------
static const QuickRow quick_functions[] = {
    {TYPE_MAPPINGPROXY, "__getitem__", proxy_getitem}, {TYPE_MAPPINGPROXY, "get", proxy_get}, {TYPE_MAPPINGPROXY, "__contains__", proxy_contains},
    {TYPE_INT, "to_bytes", int_to_bytes}, {TYPE_INT, "from_bytes", int_from_bytes}, {TYPE_BYTES, "hex", bytes_hex},
    {TYPE_BYTEARRAY, "hex", bytes_hex}, {TYPE_BYTES, "fromhex", bytes_fromhex}, {TYPE_STR, "translate", str_translate},
    {TYPE_STR, "maketrans", str_maketrans}, {TYPE_STR, "format_map", str_format_map},
    {TYPE_INT, "__format__", int_format}, {TYPE_STR, "__format__", text_format}, {TYPE_STR, "__str__", str_str}, {TYPE_INT, "__repr__", int_repr}, {TYPE_INT, "__str__", int_repr},
    {0, "_getframe", quick_getframe}, {0, "__import__", quick_import}, {0, "pow", quick_pow}, {0, "print", quick_print}, {0, "crc32", quick_crc32},
    {0, "adler32", quick_adler32}, {0, "b2a_base64", quick_b2a_base64}, {0, "a2b_base64", quick_a2b_base64}, {0, "_export", quick_export},
    {0, "hexlify", quick_hexlify}, {0, "b2a_hex", quick_hexlify}, {0, "unhexlify", quick_unhexlify}, {0, "a2b_hex", quick_unhexlify},
    {0, "exception", quick_exception}, {0, "exc_info", quick_exc_info}, {TYPE_BYTES, "translate", quick_translate},
    {0, "format", quick_format}, {0, "globals", quick_globals}, {0, "vars", quick_vars}, {0, "repr", quick_repr}, {TYPE_TYPE, "__or__", quick_union}, {0, "get_ident", quick_get_ident},
    {TYPE_OBJECT, "__reduce_ex__", quick_reduce}, {TYPE_FLOAT, "as_integer_ratio", float_as_integer_ratio}, {0, "intern", quick_intern},
    {0, "normalize", quick_normalize}, {0, "_old_normalize", quick_normalize}, {0, "is_normalized", quick_is_normalized}, {0, "_digest_of", quick_digest},
    {TYPE_TYPE, "__new__", quick_type_new}, {TYPE_TYPE, "__init__", quick_type_init}, {0, "__build_class__", quick_build_class}, {0, "finish_class", quick_finish_class},
    {0, "dir", quick_dir}, {0, "eval", quick_eval},
};

u32 quick_row(VM *vm, Ref owner, Ref name)
{
    PyStr *s = AT(vm, PyStr, name);
    for (u32 i = 0; i < sizeof quick_functions / sizeof *quick_functions; i++) {
        const QuickRow *row = &quick_functions[i];
        if (row->owner == owner && str_is(s, row->name))
            return i + 1;
    }
    return 0;
}

Value quick_answer(VM *vm, PyBuiltin *b, Value *args, u32 nargs, Ref kwnames)
{
    const QuickRow *row = &quick_functions[b->index - 1];
    u32 total = nargs + (kwnames ? AT(vm, PyTuple, kwnames)->length : 0);
    bool has_self = row->owner && b->self != EMPTY;
    Value all[MOST_QUICK_ARGS + 1];
    if (total > MOST_QUICK_ARGS)
        return EMPTY;
    if (has_self) {
        all[0] = b->self;
        memcpy(all + 1, args, total * sizeof *args);
        args = all;
        nargs++;
    }
    if (b->flags & BUILTIN_FLAG_METHOD && (!nargs || !is_instance(vm, args[0], row->owner))) // (TypeScript words the error)
        return EMPTY;
    return row->function(vm, args, nargs, kwnames);
}
