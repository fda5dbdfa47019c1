// A stable adaptive merge sort, included once per element type: define SORT_NAME, SORT_T and SORT_LESS(context, x, y) first. It asks the same
// questions in the same order as CPython's list.sort (Objects/listsort.txt), because answers may be inconsistent (NaN) and then the order of the
// questions decides the result: natural runs, extended by binary insertion, merged in powersort's order (Munro and Wild, 2018), a run that keeps
// winning merged by galloping. sort_steps.c is the same for comparisons written in Python.

#define SORT_PASTE2(a, b) a##b
#define SORT_PASTE(a, b) SORT_PASTE2(a, b)
#define SORT_FN(suffix) SORT_PASTE(SORT_NAME, suffix)
#define LESS(x, y) SORT_LESS(context, x, y)
#define GALLOP 7u
#define LONGEST_MIN_RUN 64u

static void SORT_FN(_reverse)(SORT_T *a, u32 n)
{
    for (u32 l = 0, r = n; l + 1 < r; l++) {
        SORT_T t = a[l];
        a[l] = a[--r];
        a[r] = t;
    }
}

// Length of the run at the start, which may be descending; it is ascending afterwards. Equal elements are no obstacle to a descending run: they
// are reversed among themselves first, so that reversing the whole restores their order.
static u32 SORT_FN(_run)(SortContext *context, SORT_T *a, u32 count)
{
    u32 n = 1, equals = 0;
    while (n < count && !LESS(a[n], a[n - 1]))
        n++;
    if (n == count)
        return n;
    if (n > 1) { // descending only if all so far are equal
        if (LESS(a[0], a[n - 1]))
            return n;
        SORT_FN(_reverse)(a, n);
    }
    for (n++; n < count; n++) {
        if (LESS(a[n], a[n - 1])) {
            if (equals)
                SORT_FN(_reverse)(a + n - equals - 1, equals + 1);
            equals = 0;
        } else if (LESS(a[n - 1], a[n])) {
            break;
        } else {
            equals++;
        }
    }
    if (equals)
        SORT_FN(_reverse)(a + n - equals - 1, equals + 1);
    SORT_FN(_reverse)(a, n);
    while (n < count && !LESS(a[n], a[n - 1]))
        n++;
    return n;
}

// a[0, sorted) is in order: insert the rest.
static void SORT_FN(_insertion)(SortContext *context, SORT_T *a, u32 sorted, u32 n)
{
    for (u32 i = sorted; i < n; i++) {
        SORT_T x = a[i];
        u32 low = 0, high = i;
        do {
            u32 middle = (low + high) >> 1;
            if (LESS(x, a[middle]))
                high = middle;
            else
                low = middle + 1;
        } while (low < high);
        memmove(a + low + 1, a + low, (size_t)(i - low) * sizeof(SORT_T));
        a[low] = x;
    }
}

// How many of a[0, n) are < x, searched in doubling steps from `hint`.
static u32 SORT_FN(_lower)(SortContext *context, SORT_T x, const SORT_T *a, u32 n, u32 hint)
{
    u64 last = 0, step = 1, low, high;
    if (LESS(a[hint], x)) {
        u64 most = n - hint;
        while (step < most && LESS(a[hint + step], x)) {
            last = step;
            step = step * 2 + 1;
        }
        low = hint + last + 1;
        high = hint + (step < most ? step : most);
    } else {
        u64 most = (u64)hint + 1;
        while (step < most && !LESS(a[hint - step], x)) {
            last = step;
            step = step * 2 + 1;
        }
        low = hint + 1 - (step < most ? step : most);
        high = hint - last;
    }
    while (low < high) {
        u64 middle = (low + high) >> 1;
        if (LESS(a[middle], x))
            low = middle + 1;
        else
            high = middle;
    }
    return (u32)high;
}
// How many of a[0, n) are <= x.
static u32 SORT_FN(_upper)(SortContext *context, SORT_T x, const SORT_T *a, u32 n, u32 hint)
{
    u64 last = 0, step = 1, low, high;
    if (LESS(x, a[hint])) {
        u64 most = (u64)hint + 1;
        while (step < most && LESS(x, a[hint - step])) {
            last = step;
            step = step * 2 + 1;
        }
        low = hint + 1 - (step < most ? step : most);
        high = hint - last;
    } else {
        u64 most = n - hint;
        while (step < most && !LESS(x, a[hint + step])) {
            last = step;
            step = step * 2 + 1;
        }
        low = hint + last + 1;
        high = hint + (step < most ? step : most);
    }
    while (low < high) {
        u64 middle = (low + high) >> 1;
        if (LESS(x, a[middle]))
            high = middle;
        else
            low = middle + 1;
    }
    return (u32)high;
}

// Merges a[0, m) and b[0, n) = a[m, m + n), m <= n, where b[0] < a[0] and a[m - 1] goes last. The left part is in the spare room meanwhile.
static void SORT_FN(_merge_left)(SortContext *context, SORT_T *out, u32 m, u32 n, SORT_T *spare, u32 *eagerness)
{
    SORT_T *a = spare, *b = out + m;
    u32 gallop = *eagerness;
    memcpy(spare, out, (size_t)m * sizeof(SORT_T));
    *out++ = *b++;
    if (--n == 0)
        goto rest_of_left;
    if (m == 1)
        goto rest_of_right;
    for (;;) {
        u32 a_wins = 0, b_wins = 0;
        for (;;) {
            if (LESS(*b, *a)) {
                *out++ = *b++;
                a_wins = 0;
                if (--n == 0)
                    goto rest_of_left;
                if (++b_wins >= gallop)
                    break;
            } else {
                *out++ = *a++;
                b_wins = 0;
                if (--m == 1)
                    goto rest_of_right;
                if (++a_wins >= gallop)
                    break;
            }
        }
        gallop++;
        do {
            gallop -= gallop > 1;
            *eagerness = gallop;
            a_wins = SORT_FN(_upper)(context, *b, a, m, 0);
            memcpy(out, a, (size_t)a_wins * sizeof(SORT_T));
            out += a_wins, a += a_wins, m -= a_wins;
            if (a_wins && m == 1)
                goto rest_of_right;
            if (m == 0) // only if comparisons contradict each other
                goto rest_of_left;
            *out++ = *b++;
            if (--n == 0)
                goto rest_of_left;
            b_wins = SORT_FN(_lower)(context, *a, b, n, 0);
            memmove(out, b, (size_t)b_wins * sizeof(SORT_T));
            out += b_wins, b += b_wins, n -= b_wins;
            if (n == 0)
                goto rest_of_left;
            *out++ = *a++;
            if (--m == 1)
                goto rest_of_right;
        } while (a_wins >= GALLOP || b_wins >= GALLOP);
        *eagerness = ++gallop; // leaving is dear
    }
rest_of_left:
    memcpy(out, a, (size_t)m * sizeof(SORT_T));
    return;
rest_of_right: // the last of the left goes behind all of the right
    memmove(out, b, (size_t)n * sizeof(SORT_T));
    out[n] = *a;
}

// The same from the back, for m >= n, with the right part in the spare room.
static void SORT_FN(_merge_right)(SortContext *context, SORT_T *base, u32 m, u32 n, SORT_T *spare, u32 *eagerness)
{
    SORT_T *a = base + m, *b = spare + n, *out = base + m + n; // one past the next of each
    u32 gallop = *eagerness;
    memcpy(spare, a, (size_t)n * sizeof(SORT_T));
    *--out = *--a;
    if (--m == 0)
        goto rest_of_right;
    if (n == 1)
        goto rest_of_left;
    for (;;) {
        u32 a_wins = 0, b_wins = 0;
        for (;;) {
            if (LESS(b[-1], a[-1])) {
                *--out = *--a;
                b_wins = 0;
                if (--m == 0)
                    goto rest_of_right;
                if (++a_wins >= gallop)
                    break;
            } else {
                *--out = *--b;
                a_wins = 0;
                if (--n == 1)
                    goto rest_of_left;
                if (++b_wins >= gallop)
                    break;
            }
        }
        gallop++;
        do {
            gallop -= gallop > 1;
            *eagerness = gallop;
            a_wins = m - SORT_FN(_upper)(context, b[-1], base, m, m - 1);
            out -= a_wins, a -= a_wins, m -= a_wins;
            memmove(out, a, (size_t)a_wins * sizeof(SORT_T));
            if (m == 0)
                goto rest_of_right;
            *--out = *--b;
            if (--n == 1)
                goto rest_of_left;
            b_wins = n - SORT_FN(_lower)(context, a[-1], spare, n, n - 1);
            out -= b_wins, b -= b_wins, n -= b_wins;
            memcpy(out, b, (size_t)b_wins * sizeof(SORT_T));
            if (b_wins && n == 1)
                goto rest_of_left;
            if (n == 0) // only if comparisons contradict each other
                goto rest_of_right;
            *--out = *--a;
            if (--m == 0)
                goto rest_of_right;
        } while (a_wins >= GALLOP || b_wins >= GALLOP);
        *eagerness = ++gallop;
    }
rest_of_right:
    memcpy(out - n, spare, (size_t)n * sizeof(SORT_T));
    return;
rest_of_left: // the first of the right goes before all of the left
    out -= m, a -= m;
    memmove(out, a, (size_t)m * sizeof(SORT_T));
    out[-1] = b[-1];
}

// Merges the neighbours a[0, m) and a[m, m + n); the spare room holds the smaller one.
static void SORT_FN(_merge)(SortContext *context, SORT_T *a, u32 m, u32 n, SORT_T *spare, u32 *eagerness)
{
    u32 in_place = SORT_FN(_upper)(context, a[m], a, m, 0);
    a += in_place, m -= in_place;
    if (m == 0)
        return;
    n = SORT_FN(_lower)(context, a[m - 1], a + m, n, n - 1);
    if (n == 0)
        return;
    if (m <= n)
        SORT_FN(_merge_left)(context, a, m, n, spare, eagerness);
    else
        SORT_FN(_merge_right)(context, a, m, n, spare, eagerness);
}

// `spare` has room for n / 2 elements.
static void SORT_FN(_all)(SortContext *context, SORT_T *a, u32 count, SORT_T *spare)
{
    struct { u32 start, length, power; } runs[40];
    u32 depth = 0, start = 0, eagerness = GALLOP, minimum = count, low_bits = 0;
    while (minimum >= LONGEST_MIN_RUN) {
        low_bits |= minimum & 1;
        minimum >>= 1;
    }
    minimum += low_bits;
    while (start < count) {
        u32 rest = count - start, length = SORT_FN(_run)(context, a + start, rest);
        if (length < minimum) {
            u32 wanted = rest < minimum ? rest : minimum;
            SORT_FN(_insertion)(context, a + start, length, wanted);
            length = wanted;
        }
        if (depth) {
            // The level of the boundary in a perfectly balanced merge tree over [0, count): merge what lies deeper.
            u64 left = 2 * (u64)runs[depth - 1].start + runs[depth - 1].length, right = left + runs[depth - 1].length + length;
            u32 power = 0;
            for (;; left *= 2, right *= 2) {
                power++;
                if (left >= count)
                    left -= count, right -= count;
                else if (right >= count)
                    break;
            }
            while (depth > 1 && runs[depth - 2].power > power) {
                u32 m = runs[depth - 2].length, n = runs[depth - 1].length;
                SORT_FN(_merge)(context, a + runs[depth - 2].start, m, n, spare, &eagerness);
                runs[depth - 2].length = m + n;
                depth--;
            }
            runs[depth - 1].power = power;
        }
        runs[depth].start = start;
        runs[depth].length = length;
        runs[depth].power = 0;
        depth++;
        start += length;
    }
    while (depth > 1) {
        u32 at = depth - 2;
        if (at > 0 && runs[at - 1].length < runs[at + 1].length)
            at--;
        SORT_FN(_merge)(context, a + runs[at].start, runs[at].length, runs[at + 1].length, spare, &eagerness);
        runs[at].length += runs[at + 1].length;
        if (at + 3 == depth)
            runs[at + 1] = runs[at + 2];
        depth--;
    }
}

#undef LONGEST_MIN_RUN
#undef GALLOP
#undef LESS
#undef SORT_FN
#undef SORT_PASTE
#undef SORT_PASTE2
#undef SORT_NAME
#undef SORT_T
#undef SORT_LESS
