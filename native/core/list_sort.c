// Sorting in C, for keys whose order needs no Python code. Keys become 64-bit words with the same order wherever they can (ints, floats, the
// first bytes of strings, the first item of tuples), so most comparisons look at one word and follow no reference.
#include "containers.h"

// What decides between equal words.
enum { TIE_EQUAL, TIE_STR, TIE_ANY };
typedef struct SortContext {
    VM *vm;
    Value *keys;
    u32 tie;
    int status; // 1; DICT_ERROR or DICT_NEEDS_PYTHON once a comparison failed: then the rest of the sort is without meaning
} SortContext;
typedef struct Entry { u64 word; u32 index, pad; } Entry;

static bool tie_less(SortContext *context, u32 x, u32 y)
{
    VM *vm = context->vm;
    if (context->tie == TIE_STR)
        return str_compare(vm, context->keys[x], context->keys[y]) < 0;
    if (context->status != 1)
        return false;
    int less = interrupted(vm) ? DICT_NEEDS_PYTHON : less_at_depth(vm, context->keys[x], context->keys[y], COMPARE_LT, 0);
    if (less < 0) {
        context->status = less;
        return false;
    }
    return less;
}

#define SORT_NAME sort_words
#define SORT_T u64
#define SORT_LESS(context, x, y) ((x) < (y))
#include "sort_template.h"

#define SORT_NAME sort_plain
#define SORT_T Entry
#define SORT_LESS(context, x, y) ((x).word < (y).word)
#include "sort_template.h"

#define SORT_NAME sort_ties
#define SORT_T Entry
#define SORT_LESS(context, x, y) ((x).word != (y).word ? (x).word < (y).word : tie_less(context, (x).index, (y).index))
#include "sort_template.h"

// --- keys as words ------------------------------------------------------------------------------------------------------------------
enum { KEYS_INT, KEYS_INT_BOOL, KEYS_FLOAT, KEYS_STR, KEYS_OTHER };

static u64 int_word(i64 n) { return (u64)n ^ 0x8000000000000000ull; }
static i64 word_int(u64 word) { return (i64)(word ^ 0x8000000000000000ull); }
static u64 float_word(double d)
{
    u64 bits;
    __builtin_memcpy(&bits, &d, 8);
    return bits >> 63 ? ~bits : bits | 0x8000000000000000ull;
}
static double word_float(u64 word)
{
    u64 bits = word >> 63 ? word & 0x7FFFFFFFFFFFFFFFull : ~word;
    double d;
    __builtin_memcpy(&d, &bits, 8);
    return d;
}
static u64 str_word(VM *vm, Value v, bool wide)
{
    PyStr *s = OBJ(vm, PyStr, v);
    u64 word = 0;
    if (wide) {
        for (u32 i = 0; i < 2; i++)
            word = word << 32 | (i < s->length ? str_char(s, i) : 0);
        return word;
    }
    if (s->length >= 8) {
        __builtin_memcpy(&word, s->data, 8);
        return __builtin_bswap64(word);
    }
    for (u32 i = 0; i < s->length; i++)
        word |= (u64)s->data[i] << (56 - 8 * i);
    return word;
}

// What all keys are (the item at `offset` words of each, for tuples). *odd: a float that is NaN or -0.0 is among them; *wide: a str above Latin-1.
static u32 classify(VM *vm, Value *keys, u32 count, bool first_of_tuple, bool *odd, bool *wide)
{
    u32 seen = 0;
    *odd = *wide = false;
    for (u32 i = 0; i < count; i++) {
        Value key = first_of_tuple ? tuple_at(vm, keys[i])->items[0] : keys[i];
        if (is_int48(key)) {
            seen |= 1;
        } else if (is_float(key)) {
            double d = float_value(key);
            seen |= 2;
            *odd |= d != d || (d == 0.0 && float_word(d) != float_word(0.0));
        } else if (is_str(vm, key)) {
            seen |= 4;
            *wide |= OBJ(vm, PyStr, key)->kind != 1;
        } else if (key == TRUE || key == FALSE) {
            seen |= 8;
        } else {
            return KEYS_OTHER;
        }
        if (seen != 1 && seen != 2 && seen != 4 && (seen & 6))
            return KEYS_OTHER;
    }
    return seen == 1 ? KEYS_INT : seen == 2 ? KEYS_FLOAT : seen == 4 ? KEYS_STR : KEYS_INT_BOOL;
}

static u64 word_of(VM *vm, Value key, u32 class, bool wide)
{
    return class == KEYS_STR ? str_word(vm, key, wide)
         : is_int48(key)     ? int_word(int48_value(key))
         : class == KEYS_FLOAT ? float_word(float_value(key) + 0.0) // (+ 0.0: -0.0 becomes 0.0)
                               : int_word(key == TRUE);
}

static bool all_tuples(VM *vm, Value *keys, u32 count)
{
    for (u32 i = 0; i < count; i++)
        if (!is_exact(vm, keys[i], TYPE_TUPLE) || tuple_at(vm, keys[i])->length == 0)
            return false;
    return true;
}

static void reverse_values(Value *a, u32 count)
{
    for (u32 i = 0, j = count; i + 1 < j; i++) {
        Value t = a[--j];
        a[j] = a[i];
        a[i] = t;
    }
}

// Plain ints or floats: the words alone are sorted and turned back.
static int sort_numbers(VM *vm, Value *keys, u32 count, u32 class)
{
    u32 spare = heap_block(vm, count / 2 * sizeof(u64));
    if (!spare)
        return DICT_ERROR;
    for (u32 i = 0; i < count; i++)
        keys[i] = class == KEYS_INT ? int_word(int48_value(keys[i])) : float_word(float_value(keys[i]));
    sort_words_all(NULL, keys, count, AT(vm, u64, spare));
    for (u32 i = 0; i < count; i++)
        keys[i] = class == KEYS_INT ? int48(word_int(keys[i])) : make_float(word_float(keys[i]));
    heap_block_free(vm, spare);
    return 1;
}

// Sorts keys[], and items[] (if not NULL) in the same way. As in CPython a reverse sort is the sort of the reversed list, reversed.
int sort_values(VM *vm, Value *keys, Value *items, u32 count, bool reverse)
{
    if (count < 2)
        return 1;
    bool odd, wide, tuples = all_tuples(vm, keys, count);
    u32 class = classify(vm, keys, count, tuples, &odd, &wide);
    if (odd && !tuples)
        class = KEYS_OTHER;
    if (odd && tuples) // words must order like the items do; -0.0 does, NaN does not
        for (u32 i = 0; i < count; i++)
            if (float_value(tuple_at(vm, keys[i])->items[0]) != float_value(tuple_at(vm, keys[i])->items[0]))
                class = KEYS_OTHER;
    if (!items && !tuples && (class == KEYS_INT || class == KEYS_FLOAT)) {
        if (sort_numbers(vm, keys, count, class) != 1)
            return DICT_ERROR;
        if (reverse) // equal numbers can't be told apart
            reverse_values(keys, count);
        return 1;
    }
    u64 bytes = (u64)count * sizeof(Entry) + (u64)(count / 2 + 1) * sizeof(Entry);
    u32 block = bytes < 0xF0000000u ? heap_block(vm, (u32)bytes) : 0;
    if (!block) {
        raise_memory_error(vm);
        return DICT_ERROR;
    }
    SortContext context = {vm, keys, tuples || class == KEYS_OTHER ? TIE_ANY : class == KEYS_STR ? TIE_STR : TIE_EQUAL, 1};
    Entry *entries = AT(vm, Entry, block), *spare = entries + count;
    for (u32 i = 0; i < count; i++) {
        u32 from = reverse ? count - 1 - i : i;
        Value key = tuples ? tuple_at(vm, keys[from])->items[0] : keys[from];
        entries[i] = (Entry){class == KEYS_OTHER ? 0 : word_of(vm, key, class, wide), from, 0};
    }
    if (context.tie == TIE_EQUAL)
        sort_plain_all(&context, entries, count, spare);
    else
        sort_ties_all(&context, entries, count, spare);
    if (context.status == 1) {
        // The spare room (at least half as long) and the words of the entries take the values meanwhile.
        for (u32 i = 0; i < count; i++)
            entries[i].word = keys[entries[i].index];
        for (u32 i = 0; i < count; i++)
            keys[reverse ? count - 1 - i : i] = entries[i].word;
        if (items) {
            for (u32 i = 0; i < count; i++)
                entries[i].word = items[entries[i].index];
            for (u32 i = 0; i < count; i++)
                items[reverse ? count - 1 - i : i] = entries[i].word;
        }
    }
    heap_block_free(vm, block);
    return context.status;
}
