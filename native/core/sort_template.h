// A stable adaptive merge sort, included once per element type: define SORT_NAME, SORT_T and SORT_LESS(context, x, y) first. Natural runs are
// found and extended to MIN_RUN by insertion; the merge order is powersort's (Munro and Wild, 2018), a run that wins often is merged by galloping.

#define SORT_PASTE2(a, b) a##b
#define SORT_PASTE(a, b) SORT_PASTE2(a, b)
#define SORT_FN(suffix) SORT_PASTE(SORT_NAME, suffix)

// Length of the run at the start; a strictly descending one is reversed.
static u32 SORT_FN(_run)(SortContext *context, SORT_T *a, u32 n)
{
    u32 i = 1;
    if (n < 2)
        return n;
    if (SORT_LESS(context, a[1], a[0])) {
        while (++i < n && SORT_LESS(context, a[i], a[i - 1]))
            ;
        for (u32 l = 0, r = i - 1; l < r; l++, r--) {
            SORT_T t = a[l];
            a[l] = a[r];
            a[r] = t;
        }
    } else {
        while (++i < n && !SORT_LESS(context, a[i], a[i - 1]))
            ;
    }
    return i;
}

// a[0, sorted) is in order: insert the rest.
static void SORT_FN(_insertion)(SortContext *context, SORT_T *a, u32 sorted, u32 n)
{
    for (u32 i = sorted; i < n; i++) {
        SORT_T x = a[i];
        u32 low = 0, high = i;
        if (!SORT_LESS(context, x, a[i - 1]))
            continue;
        while (low < high) {
            u32 middle = (low + high) / 2;
            if (SORT_LESS(context, x, a[middle]))
                high = middle;
            else
                low = middle + 1;
        }
        memmove(a + low + 1, a + low, (size_t)(i - low) * sizeof(SORT_T));
        a[low] = x;
    }
}

// How many of a[0, n) are <= x (are < x), by doubling steps from the front.
static u32 SORT_FN(_upper)(SortContext *context, const SORT_T *a, u32 n, SORT_T x)
{
    u32 low = 0, step = 1;
    while (low + step <= n && !SORT_LESS(context, x, a[low + step - 1])) {
        low += step;
        step *= 2;
    }
    u32 high = low + step <= n ? low + step - 1 : n;
    while (low < high) {
        u32 middle = low + (high - low) / 2;
        if (SORT_LESS(context, x, a[middle]))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}
static u32 SORT_FN(_lower)(SortContext *context, const SORT_T *a, u32 n, SORT_T x)
{
    u32 low = 0, step = 1;
    while (low + step <= n && SORT_LESS(context, a[low + step - 1], x)) {
        low += step;
        step *= 2;
    }
    u32 high = low + step <= n ? low + step - 1 : n;
    while (low < high) {
        u32 middle = low + (high - low) / 2;
        if (SORT_LESS(context, a[middle], x))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
// How many of a[0, n) are < x, by doubling steps from the back.
static u32 SORT_FN(_lower_back)(SortContext *context, const SORT_T *a, u32 n, SORT_T x)
{
    u32 high = n, step = 1;
    while (high >= step && !SORT_LESS(context, a[high - step], x)) {
        high -= step;
        step *= 2;
    }
    u32 low = high >= step ? high - step + 1 : 0;
    while (low < high) {
        u32 middle = low + (high - low) / 2;
        if (SORT_LESS(context, a[middle], x))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

#define GALLOP 8u

// Merges a[0, m) and a[m, n) with room for the smaller part in `spare`.
static void SORT_FN(_merge)(SortContext *context, SORT_T *a, u32 m, u32 n, SORT_T *spare)
{
    u32 skip = SORT_FN(_upper)(context, a, m, a[m]);
    a += skip, m -= skip, n -= skip;
    if (m == 0)
        return;
    n = m + SORT_FN(_lower_back)(context, a + m, n - m, a[m - 1]);
    u32 right_count = n - m;
    if (right_count == 0)
        return;
    if (m <= right_count) { // the left part goes to the spare room; fill from the front
        memcpy(spare, a, (size_t)m * sizeof(SORT_T));
        SORT_T *l = spare, *l_end = spare + m, *r = a + m, *r_end = a + n, *out = a;
        u32 left_wins = 0, right_wins = 0;
        while (l < l_end && r < r_end) {
            if (SORT_LESS(context, *r, *l)) {
                *out++ = *r++;
                left_wins = 0;
                if (unlikely(++right_wins >= GALLOP) && l < l_end) {
                    u32 k = SORT_FN(_lower)(context, r, (u32)(r_end - r), *l);
                    memmove(out, r, (size_t)k * sizeof(SORT_T));
                    out += k, r += k;
                    right_wins = 0;
                }
            } else {
                *out++ = *l++;
                right_wins = 0;
                if (unlikely(++left_wins >= GALLOP) && r < r_end) {
                    u32 k = SORT_FN(_upper)(context, l, (u32)(l_end - l), *r);
                    memcpy(out, l, (size_t)k * sizeof(SORT_T));
                    out += k, l += k;
                    left_wins = 0;
                }
            }
        }
        memcpy(out, l, (size_t)(l_end - l) * sizeof(SORT_T));
    } else { // the right part goes; fill from the back
        memcpy(spare, a + m, (size_t)right_count * sizeof(SORT_T));
        SORT_T *l = a + m, *r = spare + right_count, *out = a + n; // one past the next of each
        u32 left_wins = 0;
        while (l > a && r > spare) {
            if (SORT_LESS(context, r[-1], l[-1])) {
                *--out = *--l;
                if (unlikely(++left_wins >= GALLOP) && l > a) {
                    u32 keep = SORT_FN(_upper)(context, a, (u32)(l - a), r[-1]), k = (u32)(l - a) - keep;
                    out -= k, l -= k;
                    memmove(out, l, (size_t)k * sizeof(SORT_T));
                    left_wins = 0;
                }
            } else {
                *--out = *--r;
                left_wins = 0;
            }
        }
        memcpy(out - (r - spare), spare, (size_t)(r - spare) * sizeof(SORT_T));
    }
}

// `spare` has room for n / 2 elements.
static void SORT_FN(_all)(SortContext *context, SORT_T *a, u32 n, SORT_T *spare)
{
    struct { u32 start, length, power; } stack[40];
    u32 depth = 0, start = 0;
    while (start < n) {
        u32 length = SORT_FN(_run)(context, a + start, n - start);
        if (length < MIN_RUN) {
            u32 wanted = n - start < MIN_RUN ? n - start : MIN_RUN;
            SORT_FN(_insertion)(context, a + start, length, wanted);
            length = wanted;
        }
        if (depth) {
            // The level of the boundary in a perfectly balanced merge tree over [0, n): merge what lies deeper.
            u64 s1 = stack[depth - 1].start, left = 2 * s1 + stack[depth - 1].length, right = 2 * (u64)start + length, end = 2 * (u64)n;
            u32 power = 0;
            do {
                power++;
                left *= 2, right *= 2;
                if (left >= end && right >= end)
                    left -= end, right -= end;
                else if (right >= end)
                    break;
            } while (power < 39);
            while (depth > 1 && stack[depth - 2].power > power) {
                u32 first = stack[depth - 2].start, m = stack[depth - 2].length, both = m + stack[depth - 1].length;
                SORT_FN(_merge)(context, a + first, m, both, spare);
                stack[depth - 2].length = both;
                depth--;
            }
            stack[depth - 1].power = power;
        }
        stack[depth].start = start;
        stack[depth].length = length;
        stack[depth].power = 0;
        depth++;
        start += length;
    }
    while (depth > 1) {
        u32 first = stack[depth - 2].start, m = stack[depth - 2].length, both = m + stack[depth - 1].length;
        SORT_FN(_merge)(context, a + first, m, both, spare);
        stack[depth - 2].length = both;
        depth--;
    }
}

#undef GALLOP
#undef SORT_FN
#undef SORT_PASTE
#undef SORT_PASTE2
#undef SORT_NAME
#undef SORT_T
#undef SORT_LESS
