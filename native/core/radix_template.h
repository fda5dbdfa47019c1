// A stable sort by 64-bit words without comparisons, included once per element type: define SORT_NAME, SORT_T and SORT_WORD(x) first. One pass of
// distribution for each byte that is not the same in all words.

#define SORT_PASTE2(a, b) a##b
#define SORT_PASTE(a, b) SORT_PASTE2(a, b)
#define SORT_FN(suffix) SORT_PASTE(SORT_NAME, suffix)

// `spare` has room for n elements. False: nothing was done, because merging is faster (few elements, or long runs).
static bool SORT_FN(_radix)(SORT_T *a, u32 n, SORT_T *spare)
{
    if (n < 512)
        return false;
    u32 counts[8][256], ups = 0, downs = 0;
    memset(counts, 0, sizeof counts);
    u64 before = SORT_WORD(a[0]);
    for (u32 i = 0; i < n; i++) {
        u64 word = SORT_WORD(a[i]);
        for (u32 byte = 0; byte < 8; byte++)
            counts[byte][word >> (8 * byte) & 0xFF]++;
        ups += word > before;
        downs += word < before;
        before = word;
    }
    if (downs < n / 16 || ups < n / 16)
        return false;
    SORT_T *from = a, *to = spare;
    for (u32 byte = 0; byte < 8; byte++) {
        u32 *place = counts[byte], at = 0;
        if (place[SORT_WORD(a[0]) >> (8 * byte) & 0xFF] == n)
            continue;
        for (u32 i = 0; i < 256; i++) {
            u32 count = place[i];
            place[i] = at;
            at += count;
        }
        for (u32 i = 0; i < n; i++)
            to[place[SORT_WORD(from[i]) >> (8 * byte) & 0xFF]++] = from[i];
        SORT_T *t = from;
        from = to;
        to = t;
    }
    if (from != a)
        memcpy(a, from, (size_t)n * sizeof(SORT_T));
    return true;
}

#undef SORT_FN
#undef SORT_PASTE
#undef SORT_PASTE2
#undef SORT_NAME
#undef SORT_T
#undef SORT_WORD
