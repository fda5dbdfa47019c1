// Look-ups in the tables that scripts/unicode-tables.mjs writes.
#include "unicode.h"
#include "generated/unicode.h"

u32 char_flags(u32 c)
{
    return c > 0x10FFFF ? 0 : unicode_flags[unicode_index[c / UNICODE_BLOCK] * UNICODE_BLOCK + c % UNICODE_BLOCK];
}

static u32 mapped(const u32 (*table)[2], u32 count, u32 c)
{
    u32 low = 0, high = count;
    while (low < high) {
        u32 middle = (low + high) / 2;
        if (table[middle][0] < c)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && table[low][0] == c ? table[low][1] : c;
}

u32 char_lower(u32 c)
{
    if (c < 128)
        return c - 'A' < 26u ? c + 32 : c;
    return c == 0x130 ? 'i' : mapped(unicode_lower, sizeof unicode_lower / sizeof *unicode_lower, c); // its full mapping has two characters
}

u32 char_upper(u32 c)
{
    return c < 128 ? (c - 'a' < 26u ? c - 32 : c) : mapped(unicode_upper, sizeof unicode_upper / sizeof *unicode_upper, c);
}
