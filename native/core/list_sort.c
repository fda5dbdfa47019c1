// Sorting in C, for keys whose order needs no Python code. Keys become 64-bit words with the same order wherever they can (ints, floats, the
// first bytes of strings, the first item of tuples), so most comparisons look at one word and follow no reference.
#include "containers.h"

#define WHOLE_KEY 0xFFFFFFFFu
#define MOST_NESTED 20u // groups within groups of equal keys
typedef struct SortContext {
    VM *vm;
    Value *keys;
    u32 item;   // what is compared of each key: an item of a tuple, or WHOLE_KEY
    u32 length; // of the tuples
    int status; // 1; DICT_ERROR or DICT_NEEDS_PYTHON once a comparison failed: then the rest of the sort is without meaning
} SortContext;
typedef struct Entry { u64 word; u32 index, pad; } Entry;

static Value item_of(SortContext *context, u32 i)
{
    return context->item == WHOLE_KEY ? context->keys[i] : tuple_at(context->vm, context->keys[i])->items[context->item];
}

// Decides between equal words.
static bool tie_less(SortContext *context, u32 x, u32 y)
{
    VM *vm = context->vm;
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

#define SORT_NAME sort_strs
#define SORT_T Entry
#define SORT_LESS(context, x, y) (str_compare((context)->vm, item_of(context, (x).index), item_of(context, (y).index)) < 0)
#include "sort_template.h"

#define SORT_NAME sort_words
#define SORT_T u64
#define SORT_WORD(x) (x)
#include "radix_template.h"

#define SORT_NAME sort_plain
#define SORT_T Entry
#define SORT_WORD(x) ((x).word)
#include "radix_template.h"

// --- keys as words ------------------------------------------------------------------------------------------------------------------
enum { KEYS_INT, KEYS_INT_BOOL, KEYS_FLOAT, KEYS_INT_FLOAT, KEYS_STR, KEYS_OTHER };

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

// What the keys of these entries are. *wide: a str above Latin-1 is among them. NaN has no place in an order.
static u32 classify(SortContext *context, const Entry *entries, u32 count, bool *wide)
{
    VM *vm = context->vm;
    u32 seen = 0;
    *wide = false;
    for (u32 i = 0; i < count; i++) {
        Value key = item_of(context, entries[i].index);
        if (is_int48(key)) {
            seen |= 1;
        } else if (is_float(key)) {
            double d = float_value(key);
            seen |= 2;
            if (d != d)
                return KEYS_OTHER;
        } else if (is_str(vm, key)) {
            seen |= 4;
            *wide |= OBJ(vm, PyStr, key)->kind != 1;
        } else if (key == TRUE || key == FALSE) {
            seen |= 8;
        } else {
            return KEYS_OTHER;
        }
        if (seen > 4 && seen & 6)
            return KEYS_OTHER;
    }
    return seen == 1 ? KEYS_INT : seen == 2 ? KEYS_FLOAT : seen == 3 ? KEYS_INT_FLOAT : seen == 4 ? KEYS_STR : KEYS_INT_BOOL;
}

static u64 word_of(VM *vm, Value key, u32 class, bool wide)
{
    switch (class) {
    case KEYS_STR: return str_word(vm, key, wide);
    case KEYS_INT_FLOAT: // (ints of 48 bits are floats exactly)
        if (is_int48(key))
            return float_word((double)int48_value(key));
        return float_word(float_value(key) + 0.0);
    case KEYS_FLOAT: return float_word(float_value(key) + 0.0); // (+ 0.0: -0.0 becomes 0.0)
    default: return int_word(is_int48(key) ? int48_value(key) : key == TRUE);
    }
}

// Their common length, or 0.
static u32 tuple_length(VM *vm, Value *keys, u32 count)
{
    u32 length = 0;
    for (u32 i = 0; i < count; i++) {
        if (!is_exact(vm, keys[i], TYPE_TUPLE) || (i && tuple_at(vm, keys[i])->length != length))
            return 0;
        length = tuple_at(vm, keys[i])->length;
    }
    return length;
}

static void sort_entries(SortContext *context, Entry *entries, u32 count, Entry *spare)
{
    if (!sort_plain_radix(entries, count, spare))
        sort_plain_all(context, entries, count, spare);
}

// Whether strings with equal words are equal: such of the same length that the words hold all of.
static bool words_hold_all(SortContext *context, const Entry *entries, u32 count, bool wide)
{
    VM *vm = context->vm;
    u32 length = OBJ(vm, PyStr, item_of(context, entries[0].index))->length;
    for (u32 i = 1; i < count; i++)
        if (OBJ(vm, PyStr, item_of(context, entries[i].index))->length != length)
            return false;
    return length <= (wide ? 2 : 8);
}

// Sorts by one item of each key, and by the next those that are equal there. False: they are not all of one kind that words stand for (then the
// entries are in some order), or it was interrupted.
static bool sort_by_words(SortContext *context, Entry *entries, u32 count, Entry *spare, u32 item, u32 nesting)
{
    VM *vm = context->vm;
    bool wide;
    if (nesting > MOST_NESTED || interrupted(vm))
        return false;
    context->item = item;
    u32 class = classify(context, entries, count, &wide);
    if (class == KEYS_OTHER)
        return false;
    for (u32 i = 0; i < count; i++)
        entries[i].word = word_of(vm, item_of(context, entries[i].index), class, wide);
    sort_entries(context, entries, count, spare);
    bool last = item == WHOLE_KEY || item + 1 == context->length;
    for (u32 from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && entries[to].word == entries[from].word;)
            to++;
        if (to == from + 1 || (last && class != KEYS_STR))
            continue;
        context->item = item;
        if (class != KEYS_STR || words_hold_all(context, entries + from, to - from, wide)) {
            if (!last && !sort_by_words(context, entries + from, to - from, spare, item + 1, nesting + 1))
                return false;
            continue;
        }
        sort_strs_all(context, entries + from, to - from, spare);
        for (u32 start = from, end; !last && start < to; start = end) {
            context->item = item;
            Value first = item_of(context, entries[start].index);
            for (end = start + 1; end < to && str_equal(vm, first, item_of(context, entries[end].index));)
                end++;
            if (end > start + 1 && !sort_by_words(context, entries + start, end - start, spare, item + 1, nesting + 1))
                return false;
        }
    }
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
static int sort_numbers(VM *vm, Value *keys, u32 count, bool ints)
{
    u32 spare = heap_block(vm, count * sizeof(u64));
    if (!spare)
        return DICT_ERROR;
    for (u32 i = 0; i < count; i++)
        keys[i] = ints ? int_word(int48_value(keys[i])) : float_word(float_value(keys[i]));
    if (!sort_words_radix(keys, count, AT(vm, u64, spare)))
        sort_words_all(NULL, keys, count, AT(vm, u64, spare));
    for (u32 i = 0; i < count; i++)
        keys[i] = ints ? int48(word_int(keys[i])) : make_float(word_float(keys[i]));
    heap_block_free(vm, spare);
    return 1;
}

// 1: all are ints of 48 bits, 2: all are floats whose words tell their order, 0: neither.
static u32 plain_numbers(const Value *keys, u32 count)
{
    u32 i = 0;
    while (i < count && is_int48(keys[i]))
        i++;
    if (i == count)
        return 1;
    for (i = 0; i < count && is_float(keys[i]); i++) {
        double d = float_value(keys[i]);
        if (d != d || (d == 0.0 && float_word(d) != float_word(0.0)))
            return 0;
    }
    return i == count ? 2 : 0;
}

// Sorts keys[], and items[] (if not NULL) in the same way. As in CPython a reverse sort is the sort of the reversed list, reversed.
int sort_values(VM *vm, Value *keys, Value *items, u32 count, bool reverse)
{
    if (count < 2)
        return 1;
    u32 numbers = items ? 0 : plain_numbers(keys, count);
    if (numbers) {
        if (sort_numbers(vm, keys, count, numbers == 1) != 1)
            return DICT_ERROR;
        if (reverse) // equal numbers can't be told apart
            reverse_values(keys, count);
        return 1;
    }
    u64 bytes = 2 * (u64)count * sizeof(Entry);
    u32 block = bytes < 0xF0000000u ? heap_block(vm, (u32)bytes) : 0;
    if (!block) {
        raise_memory_error(vm);
        return DICT_ERROR;
    }
    u32 length = tuple_length(vm, keys, count);
    SortContext context = {vm, keys, WHOLE_KEY, length, 1};
    Entry *entries = AT(vm, Entry, block), *spare = entries + count;
    for (u32 i = 0; i < count; i++)
        entries[i] = (Entry){0, reverse ? count - 1 - i : i, 0};
    if (!sort_by_words(&context, entries, count, spare, length ? 0 : WHOLE_KEY, 0)) {
        bool wide;
        context.item = length ? 0 : WHOLE_KEY;
        u32 class = classify(&context, entries, count, &wide);
        for (u32 i = 0; i < count; i++) {
            u32 from = reverse ? count - 1 - i : i;
            entries[i] = (Entry){class == KEYS_OTHER ? 0 : word_of(vm, item_of(&context, from), class, wide), from, 0};
        }
        sort_ties_all(&context, entries, count, spare);
    }
    if (context.status == 1) {
        // The spare room and the words of the entries take the values meanwhile.
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
