// Search in strings and bytes: single bytes sixteen at a time, needles by their first and last byte, Two-Way where that has compared much in vain.
#include "byte_scan.h"
#include "strings.h"

// memchr: index of `c` in data[start..end) or -1.
i64 find_byte(const u8 *data, i64 start, i64 end, u8 c)
{
    i64 i = start;
    if (end - i >= 16) {
        Bytes16 pattern = bytes16_of(c);
        for (; i + 64 <= end; i += 64) {
            Bytes16 a = bytes16_at(data + i) == pattern, b = bytes16_at(data + i + 16) == pattern;
            Bytes16 d = bytes16_at(data + i + 32) == pattern, e = bytes16_at(data + i + 48) == pattern;
            if (bytes16_any((a | b) | (d | e)))
                break;
        }
        for (; i + 16 <= end; i += 16) {
            u64 hits = bytes16_mask(bytes16_at(data + i) == pattern);
            if (hits)
                return i + first_hit(hits);
        }
        if (i == end)
            return -1;
        i = end - 16; // the last bytes again, with some that are not `c`
        u64 hits = bytes16_mask(bytes16_at(data + i) == pattern);
        return hits ? i + first_hit(hits) : -1;
    }
    for (u64 pattern = 0x0101010101010101ull * c; i + 8 <= end; i += 8) {
        u64 word;
        __builtin_memcpy(&word, data + i, 8);
        u64 x = word ^ pattern;
        u64 hit = (x - 0x0101010101010101ull) & ~x & 0x8080808080808080ull;
        if (hit)
            return i + (__builtin_ctzll(hit) >> 3);
    }
    for (; i < end; i++)
        if (data[i] == c)
            return i;
    return -1;
}

i64 count_byte(const u8 *data, i64 start, i64 end, u8 c)
{
    i64 found = 0, i = start;
    Bytes16 pattern = bytes16_of(c);
    while (i + 16 <= end) { // each byte of `sums` counts up to 255 hits of its own
        Bytes16 sums = {0};
        i64 stop = end - i < 255 * 16 ? end : i + 255 * 16;
        for (; i + 16 <= stop; i += 16)
            sums -= bytes16_at(data + i) == pattern;
        for (u32 k = 0; k < 16; k++)
            found += sums[k];
    }
    for (; i < end; i++)
        found += data[i] == c;
    return found;
}

// --- Two-Way (Crochemore and Perrin, 1991) -----------------------------------------------------------------------------------------
// What the simple searches below go over to when they have compared much in vain: linear whatever the texts are, and needs no memory.
typedef struct Units { const void *data; u32 kind; i64 first; i64 step; } Units; // step -1: seen from the back
static u32 unit(const Units *u, i64 i)
{
    i = u->first + i * u->step;
    return u->kind == 1 ? ((const u8 *)u->data)[i] : u->kind == 2 ? ((const u16 *)u->data)[i] : ((const u32 *)u->data)[i];
}

// Start of the needle's largest suffix (less one) in one of the two orders of units, and the suffix's period.
static i64 largest_suffix(const Units *n, i64 m, bool reversed, i64 *period)
{
    i64 i = -1, j = 0, k = 1, p = 1;
    while (j + k < m) {
        u32 a = unit(n, i + k), b = unit(n, j + k);
        if (a == b) {
            if (k == p) {
                j += p;
                k = 1;
            } else {
                k++;
            }
        } else if (reversed ? a < b : a > b) {
            j += k;
            k = 1;
            p = j - i;
        } else {
            i = j++;
            k = p = 1;
        }
    }
    *period = p;
    return i;
}

static i64 find_two_way(const Units *h, i64 count, const Units *n, i64 m)
{
    i64 p, q, cut = largest_suffix(n, m, false, &p), other = largest_suffix(n, m, true, &q);
    if (other > cut) {
        cut = other;
        p = q;
    }
    i64 kept = m - p, seen = 0; // after a shift by the period so much of the needle is known to match
    for (i64 k = 0; k <= cut; k++)
        if (unit(n, k) != unit(n, k + p)) {
            p = (cut > m - cut - 2 ? cut : m - cut - 2) + 1;
            kept = 0;
            break;
        }
    for (i64 at = 0; at + m <= count;) {
        i64 k = cut + 1 > seen ? cut + 1 : seen;
        while (k < m && unit(n, k) == unit(h, at + k))
            k++;
        if (k < m) {
            at += k - cut;
            seen = 0;
            continue;
        }
        k = cut + 1;
        while (k > seen && unit(n, k - 1) == unit(h, at + k - 1))
            k--;
        if (k <= seen)
            return at;
        at += p;
        seen = kept;
    }
    return -1;
}

// Work after which the simple searches give up: compared units per unit of the text.
#define VAIN_LIMIT 8
static i64 find_forward(const void *hay, u32 hay_kind, i64 start, i64 end, const void *needle, u32 kind, i64 m)
{
    i64 at = find_two_way(&(Units){hay, hay_kind, start, 1}, end - start, &(Units){needle, kind, 0, 1}, m);
    return at < 0 ? -1 : start + at;
}
static i64 find_backward(const void *hay, u32 hay_kind, i64 start, i64 end, const void *needle, u32 kind, i64 m)
{
    i64 at = find_two_way(&(Units){hay, hay_kind, end - 1, -1}, end - start, &(Units){needle, kind, m - 1, -1}, m);
    return at < 0 ? -1 : end - at - m;
}

// How many bytes two texts of `length` have in common at their beginnings.
static i64 common_bytes(const u8 *a, const u8 *b, i64 length)
{
    i64 i = 0;
    for (; i + 8 <= length; i += 8) {
        u64 x, y;
        __builtin_memcpy(&x, a + i, 8);
        __builtin_memcpy(&y, b + i, 8);
        if (x != y)
            return i + (__builtin_ctzll(x ^ y) >> 3);
    }
    while (i < length && a[i] == b[i])
        i++;
    return i;
}

i64 find_bytes(const u8 *hay, i64 start, i64 end, const u8 *needle, i64 m)
{
    if (m == 0)
        return start <= end ? start : -1;
    if (end - start < m)
        return -1;
    if (m == 1)
        return find_byte(hay, start, end, needle[0]);
    i64 stop = end - m + 1, vain = 0, i = start;
    if (stop - start < 16) {
        for (; (i = find_byte(hay, i, stop, needle[0])) >= 0; i++)
            if (memcmp(hay + i + 1, needle + 1, (size_t)(m - 1)) == 0)
                return i;
        return -1;
    }
    Bytes16 first = bytes16_of(needle[0]), last = bytes16_of(needle[m - 1]);
    for (;; i += 16) {
        if (i + 16 > stop)
            i = stop - 16; // the last places again, with some where nothing was found
        u64 hits = bytes16_mask((bytes16_at(hay + i) == first) & (bytes16_at(hay + i + m - 1) == last));
        for (; hits; hits = without_first_hit(hits)) {
            i64 at = i + first_hit(hits), same = m == 2 ? 1 : common_bytes(hay + at + 1, needle + 1, m - 2) + 1;
            if (same == m - 1)
                return at;
            if ((vain += same) > VAIN_LIMIT * (end - start))
                return find_forward(hay, 1, at + 1, end, needle, 1, m);
        }
        if (i + 16 == stop)
            return -1;
    }
}
i64 find_bytes_reverse(const u8 *hay, i64 start, i64 end, const u8 *needle, i64 m)
{
    if (end - start < m)
        return -1;
    i64 vain = 0;
    for (i64 i = end - m; i >= start; i--) {
        if (m && hay[i] != needle[0])
            continue;
        i64 same = common_bytes(hay + i, needle, m);
        if (same == m)
            return i;
        if ((vain += same) > VAIN_LIMIT * (end - start))
            return find_backward(hay, 1, start, i + m - 1, needle, 1, m);
    }
    return -1;
}

i64 str_find(VM *vm, Value haystack, Value needle, i64 start, i64 end, bool reverse)
{
    PyStr *s = OBJ(vm, PyStr, haystack), *t = OBJ(vm, PyStr, needle);
    i64 m = t->length;
    if (end - start < m || t->kind > s->kind)
        return -1;
    if (s->kind == 1)
        return reverse ? find_bytes_reverse(s->data, start, end, t->data, m) : find_bytes(s->data, start, end, t->data, m);
    if (m == 0)
        return reverse ? end : start;
    u32 first = str_char(t, 0);
    i64 from = reverse ? end - m : start, to = reverse ? start - 1 : end - m + 1, by = reverse ? -1 : 1, vain = 0;
    for (i64 i = from; i != to; i += by) {
        if (str_char(s, (u32)i) != first)
            continue;
        i64 j = 1;
        while (j < m && str_char(s, (u32)(i + j)) == str_char(t, (u32)j))
            j++;
        if (j == m)
            return i;
        if ((vain += j) > VAIN_LIMIT * (end - start))
            return reverse ? find_backward(s->data, s->kind, start, i + m - 1, t->data, t->kind, m)
                           : find_forward(s->data, s->kind, i + 1, end, t->data, t->kind, m);
    }
    return -1;
}
