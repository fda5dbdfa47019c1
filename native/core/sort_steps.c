// list.sort() for comparisons written in Python: the merge sort of sort_template.h, question by question the same, as a machine that stops at each
// comparison and goes on with the answer. src/prelude/sorting.py asks; so its loop is one call and one `<`, whatever is being sorted.
#include "sort_steps.h"

enum {
    NEXT_RUN, RUN_UP, RUN_UP_ANSWER, RUN_FIRST_ANSWER, RUN_DOWN, RUN_DOWN_ANSWER, RUN_EQUAL_ANSWER, RUN_TAIL, RUN_TAIL_ANSWER,
    INSERT, INSERT_PROBE, INSERT_ANSWER, RUN_PUSH, COLLAPSE, FINAL,
    MERGE_FROM, MERGE_TO, SEARCH_HINT_ANSWER, SEARCH_STEP, SEARCH_STEP_ANSWER, SEARCH_HALVE, SEARCH_HALVE_ANSWER,
    LEFT_PAIR, LEFT_PAIR_ANSWER, LEFT_GALLOP, LEFT_GALLOP_A, LEFT_GALLOP_B,
    RIGHT_PAIR, RIGHT_PAIR_ANSWER, RIGHT_GALLOP, RIGHT_GALLOP_A, RIGHT_GALLOP_B,
};
enum { MERGING_NOTHING, MERGING_LEFT, MERGING_RIGHT };
#define GALLOP 7u
#define LONGEST_MIN_RUN 64u

static u32 smaller(u32 x, u32 y) { return x < y ? x : y; }

static void reverse_positions(u32 *a, u32 n)
{
    for (u32 l = 0, r = n; l + 1 < r; l++) {
        u32 t = a[l];
        a[l] = a[--r];
        a[r] = t;
    }
}

void sort_steps_begin(SortSteps *s, u32 count)
{
    *s = (SortSteps){.count = count, .phase = NEXT_RUN, .eagerness = GALLOP, .minimum = count};
    u32 low_bits = 0;
    while (s->minimum >= LONGEST_MIN_RUN) {
        low_bits |= s->minimum & 1;
        s->minimum >>= 1;
    }
    s->minimum += low_bits;
    for (u32 i = 0; i < count; i++)
        s->positions[i] = i;
}

// The question "is x less than y?"; on with `phase` once it is answered.
static bool ask(SortSteps *s, u32 x, u32 y, u32 phase)
{
    s->x = x;
    s->y = y;
    s->phase = phase;
    return true;
}

// The level of the boundary to the run of `length` that follows the last one, in a perfectly balanced merge tree.
static u32 boundary_power(const SortSteps *s, u32 length)
{
    const SortRun *last = s->runs + s->depth - 1;
    u64 left = 2 * (u64)last->start + last->length, right = left + last->length + length;
    for (u32 power = 1;; power++, left *= 2, right *= 2) {
        if (left >= s->count)
            left -= s->count, right -= s->count;
        else if (right >= s->count)
            return power;
    }
}

// Searches all[from, from + n), where `all` is positions and spare room, in doubling steps from `hint`: how many are < key, or with `upper` <= key.
static void search(SortSteps *s, u32 key, u32 from, u32 n, u32 hint, bool upper, u32 on)
{
    s->key = key;
    s->from = from;
    s->length = n;
    s->hint = hint;
    s->upper = upper;
    s->found_phase = on;
    s->last = 0;
    s->step = 1;
    s->probe = hint;
    s->phase = SEARCH_HINT_ANSWER;
}
static bool ask_probe(SortSteps *s, u32 probe, u32 phase)
{
    u32 x = s->positions[s->from + probe];
    s->probe = probe;
    return s->upper ? ask(s, s->key, x, phase) : ask(s, x, s->key, phase);
}
// Whether what was asked for lies behind the probe.
static bool is_beyond(const SortSteps *s, bool less) { return s->upper ? !less : less; }

// Merges runs `at` and `at + 1`.
static void merge_at(SortSteps *s, u32 at, u32 on)
{
    SortRun *run = s->runs + at;
    s->base = run->start;
    s->m = run->length;
    s->n = run[1].length;
    run->length += run[1].length;
    if (at + 3 == s->depth)
        run[1] = run[2];
    s->depth--;
    s->merged_phase = on;
    search(s, s->positions[s->base + s->m], s->base, s->m, 0, true, MERGE_FROM);
}

// What is left of a merge: nothing is compared any more.
static void rest_of_left(SortSteps *s) // the left run's rest fills the hole
{
    memcpy(s->positions + s->out, s->positions + s->a, (size_t)s->m * 4);
    s->merging = MERGING_NOTHING;
    s->phase = s->merged_phase;
}
static void rest_of_right(SortSteps *s) // the last of the left goes behind all of the right
{
    u32 last = s->positions[s->a];
    memmove(s->positions + s->out, s->positions + s->b, (size_t)s->n * 4);
    s->positions[s->out + s->n] = last;
    s->merging = MERGING_NOTHING;
    s->phase = s->merged_phase;
}
static void back_rest_of_right(SortSteps *s) // the right run's rest fills the hole
{
    memcpy(s->positions + s->out - s->n, s->positions + s->count, (size_t)s->n * 4);
    s->merging = MERGING_NOTHING;
    s->phase = s->merged_phase;
}
static void back_rest_of_left(SortSteps *s) // the first of the right goes before all of the left
{
    u32 first = s->positions[s->count];
    memmove(s->positions + s->out - s->m, s->positions + s->base, (size_t)s->m * 4);
    s->positions[s->out - s->m - 1] = first;
    s->merging = MERGING_NOTHING;
    s->phase = s->merged_phase;
}

// Takes from one run of the merge from the front; false: the merge is done.
static bool take_b(SortSteps *s)
{
    s->positions[s->out++] = s->positions[s->b++];
    if (--s->n)
        return true;
    rest_of_left(s);
    return false;
}
static bool take_a(SortSteps *s)
{
    s->positions[s->out++] = s->positions[s->a++];
    if (--s->m > 1)
        return true;
    rest_of_right(s);
    return false;
}
// The same from the back, where a, b and out lie one past the next.
static bool take_a_back(SortSteps *s)
{
    s->positions[--s->out] = s->positions[--s->a];
    if (--s->m)
        return true;
    back_rest_of_right(s);
    return false;
}
static bool take_b_back(SortSteps *s)
{
    s->positions[--s->out] = s->positions[--s->b];
    if (--s->n > 1)
        return true;
    back_rest_of_left(s);
    return false;
}

static void pairs_from(SortSteps *s, u32 phase)
{
    s->a_wins = s->b_wins = 0;
    s->phase = phase;
}

// From the front, for m <= n: the left run lies in the spare room meanwhile.
static void merge_left(SortSteps *s)
{
    u32 *all = s->positions;
    memcpy(all + s->count, all + s->base, (size_t)s->m * 4);
    s->a = s->count;
    s->b = s->base + s->m;
    s->out = s->base;
    s->gallop = s->eagerness;
    s->merging = MERGING_LEFT;
    if (!take_b(s))
        return;
    if (s->m == 1)
        rest_of_right(s);
    else
        pairs_from(s, LEFT_PAIR);
}
// From the back, for m >= n: the right run lies in the spare room.
static void merge_right(SortSteps *s)
{
    u32 *all = s->positions;
    memcpy(all + s->count, all + s->base + s->m, (size_t)s->n * 4);
    s->a = s->base + s->m;
    s->b = s->count + s->n;
    s->out = s->base + s->m + s->n;
    s->gallop = s->eagerness;
    s->merging = MERGING_RIGHT;
    if (!take_a_back(s))
        return;
    if (s->n == 1)
        back_rest_of_left(s);
    else
        pairs_from(s, RIGHT_PAIR);
}

static void end_of_gallop(SortSteps *s, u32 gallop, u32 pairs)
{
    if (s->a_wins >= GALLOP || s->b_wins >= GALLOP) {
        s->phase = gallop;
    } else {
        s->eagerness = ++s->gallop; // leaving is dear
        pairs_from(s, pairs);
    }
}

// The end of the run that begins at `start`: long enough, or extended by insertion.
static void run_found(SortSteps *s)
{
    s->wanted = smaller(s->count - s->start, s->minimum);
    s->insert = s->run;
    s->phase = s->run < s->wanted ? INSERT : RUN_PUSH;
}

// Goes on with the answer to the last question. True: the next one is x < y; false: sorted.
bool sort_steps_next(SortSteps *s, bool less)
{
    u32 *all = s->positions;
    for (;;) {
        u32 *a = all + s->start, rest = s->count - s->start;
        switch (s->phase) {
        case NEXT_RUN:
            if (rest == 0) {
                s->phase = FINAL;
                break;
            }
            s->run = 1;
            s->phase = RUN_UP;
            break;

        // --- a natural run: ascending, or descending and then turned around
        case RUN_UP:
            if (s->run < rest)
                return ask(s, a[s->run], a[s->run - 1], RUN_UP_ANSWER);
            run_found(s);
            break;
        case RUN_UP_ANSWER:
            if (!less) {
                s->run++;
                s->phase = RUN_UP;
                break;
            }
            if (s->run > 1) // descending only if all so far are equal
                return ask(s, a[0], a[s->run - 1], RUN_FIRST_ANSWER);
            s->run++;
            s->equals = 0;
            s->phase = RUN_DOWN;
            break;
        case RUN_FIRST_ANSWER:
            if (less) {
                run_found(s);
                break;
            }
            reverse_positions(a, s->run);
            s->run++;
            s->equals = 0;
            s->phase = RUN_DOWN;
            break;
        case RUN_DOWN:
            if (s->run < rest)
                return ask(s, a[s->run], a[s->run - 1], RUN_DOWN_ANSWER);
            goto descended;
        case RUN_DOWN_ANSWER:
            if (!less)
                return ask(s, a[s->run - 1], a[s->run], RUN_EQUAL_ANSWER);
            if (s->equals)
                reverse_positions(a + s->run - s->equals - 1, s->equals + 1);
            s->equals = 0;
            s->run++;
            s->phase = RUN_DOWN;
            break;
        case RUN_EQUAL_ANSWER:
            if (!less) {
                s->equals++;
                s->run++;
                s->phase = RUN_DOWN;
                break;
            }
        descended:
            if (s->equals)
                reverse_positions(a + s->run - s->equals - 1, s->equals + 1);
            reverse_positions(a, s->run);
            s->phase = RUN_TAIL;
            break;
        case RUN_TAIL:
            if (s->run < rest)
                return ask(s, a[s->run], a[s->run - 1], RUN_TAIL_ANSWER);
            run_found(s);
            break;
        case RUN_TAIL_ANSWER:
            if (less) {
                run_found(s);
            } else {
                s->run++;
                s->phase = RUN_TAIL;
            }
            break;

        // --- binary insertion makes a short run longer
        case INSERT:
            if (s->insert == s->wanted) {
                s->run = s->wanted;
                s->phase = RUN_PUSH;
                break;
            }
            s->low = 0;
            s->high = s->insert;
            s->phase = INSERT_PROBE;
            break;
        case INSERT_PROBE:
            s->probe = (s->low + s->high) >> 1;
            return ask(s, a[s->insert], a[s->probe], INSERT_ANSWER);
        case INSERT_ANSWER:
            if (less)
                s->high = s->probe;
            else
                s->low = s->probe + 1;
            s->phase = INSERT_PROBE;
            if (s->low == s->high) {
                u32 x = a[s->insert];
                memmove(a + s->low + 1, a + s->low, (size_t)(s->insert - s->low) * 4);
                a[s->low] = x;
                s->insert++;
                s->phase = INSERT;
            }
            break;

        // --- powersort: a new run closes what lies deeper
        case RUN_PUSH:
            s->power = s->depth ? boundary_power(s, s->run) : 0;
            s->phase = COLLAPSE;
            break;
        case COLLAPSE:
            if (s->depth > 1 && s->runs[s->depth - 2].power > s->power) {
                merge_at(s, s->depth - 2, COLLAPSE);
                return ask_probe(s, s->hint, SEARCH_HINT_ANSWER);
            }
            if (s->depth)
                s->runs[s->depth - 1].power = s->power;
            s->runs[s->depth++] = (SortRun){s->start, s->run, 0};
            s->start += s->run;
            s->phase = NEXT_RUN;
            break;
        case FINAL: {
            if (s->depth <= 1)
                return false;
            u32 at = s->depth - 2;
            if (at > 0 && s->runs[at - 1].length < s->runs[at + 1].length)
                at--;
            merge_at(s, at, FINAL);
            return ask_probe(s, s->hint, SEARCH_HINT_ANSWER);
        }

        // --- a merge: what is in place at both ends stays there
        case MERGE_FROM:
            s->base += s->low;
            s->m -= s->low;
            if (s->m == 0) {
                s->phase = s->merged_phase;
                break;
            }
            search(s, all[s->base + s->m - 1], s->base + s->m, s->n, s->n - 1, false, MERGE_TO);
            return ask_probe(s, s->hint, SEARCH_HINT_ANSWER);
        case MERGE_TO:
            s->n = s->low;
            if (s->n == 0)
                s->phase = s->merged_phase;
            else if (s->m <= s->n)
                merge_left(s);
            else
                merge_right(s);
            break;

        // --- searches
        case SEARCH_HINT_ANSWER:
            s->upwards = is_beyond(s, less);
            s->most = s->upwards ? s->length - s->hint : s->hint + 1;
            s->phase = SEARCH_STEP;
            break;
        case SEARCH_STEP:
            if (s->step < s->most)
                return ask_probe(s, (u32)(s->upwards ? s->hint + s->step : s->hint - s->step), SEARCH_STEP_ANSWER);
            goto stepped;
        case SEARCH_STEP_ANSWER:
            if (is_beyond(s, less) == s->upwards) {
                s->last = s->step;
                s->step = s->step * 2 + 1;
                s->phase = SEARCH_STEP;
                break;
            }
        stepped: {
            u64 step = s->step < s->most ? s->step : s->most;
            s->low = (u32)(s->upwards ? s->hint + s->last + 1 : s->hint + 1 - step);
            s->high = (u32)(s->upwards ? s->hint + step : s->hint - s->last);
            s->phase = SEARCH_HALVE;
            break;
        }
        case SEARCH_HALVE:
            if (s->low < s->high)
                return ask_probe(s, s->low + (s->high - s->low) / 2, SEARCH_HALVE_ANSWER);
            s->low = s->high;
            s->phase = s->found_phase;
            break;
        case SEARCH_HALVE_ANSWER:
            if (is_beyond(s, less))
                s->low = s->probe + 1;
            else
                s->high = s->probe;
            s->phase = SEARCH_HALVE;
            break;

        // --- merging from the front
        case LEFT_PAIR: return ask(s, all[s->b], all[s->a], LEFT_PAIR_ANSWER);
        case LEFT_PAIR_ANSWER:
            s->phase = LEFT_PAIR;
            if (less) {
                s->a_wins = 0;
                if (take_b(s) && ++s->b_wins >= s->gallop)
                    goto gallop_left;
            } else {
                s->b_wins = 0;
                if (take_a(s) && ++s->a_wins >= s->gallop)
                    goto gallop_left;
            }
            break;
        gallop_left:
            s->gallop++;
            s->phase = LEFT_GALLOP;
            break;
        case LEFT_GALLOP:
            s->gallop -= s->gallop > 1;
            s->eagerness = s->gallop;
            search(s, all[s->b], s->a, s->m, 0, true, LEFT_GALLOP_A);
            return ask_probe(s, s->hint, SEARCH_HINT_ANSWER);
        case LEFT_GALLOP_A:
            s->a_wins = s->low;
            memcpy(all + s->out, all + s->a, (size_t)s->a_wins * 4);
            s->out += s->a_wins, s->a += s->a_wins, s->m -= s->a_wins;
            if (s->a_wins && s->m == 1)
                rest_of_right(s);
            else if (s->m == 0) // only if comparisons contradict each other
                rest_of_left(s);
            else if (take_b(s)) {
                search(s, all[s->a], s->b, s->n, 0, false, LEFT_GALLOP_B);
                return ask_probe(s, s->hint, SEARCH_HINT_ANSWER);
            }
            break;
        case LEFT_GALLOP_B:
            s->b_wins = s->low;
            memmove(all + s->out, all + s->b, (size_t)s->b_wins * 4);
            s->out += s->b_wins, s->b += s->b_wins, s->n -= s->b_wins;
            if (s->n == 0)
                rest_of_left(s);
            else if (take_a(s))
                end_of_gallop(s, LEFT_GALLOP, LEFT_PAIR);
            break;

        // --- merging from the back
        case RIGHT_PAIR: return ask(s, all[s->b - 1], all[s->a - 1], RIGHT_PAIR_ANSWER);
        case RIGHT_PAIR_ANSWER:
            s->phase = RIGHT_PAIR;
            if (less) {
                s->b_wins = 0;
                if (take_a_back(s) && ++s->a_wins >= s->gallop)
                    goto gallop_right;
            } else {
                s->a_wins = 0;
                if (take_b_back(s) && ++s->b_wins >= s->gallop)
                    goto gallop_right;
            }
            break;
        gallop_right:
            s->gallop++;
            s->phase = RIGHT_GALLOP;
            break;
        case RIGHT_GALLOP:
            s->gallop -= s->gallop > 1;
            s->eagerness = s->gallop;
            search(s, all[s->b - 1], s->base, s->m, s->m - 1, true, RIGHT_GALLOP_A);
            return ask_probe(s, s->hint, SEARCH_HINT_ANSWER);
        case RIGHT_GALLOP_A:
            s->a_wins = s->m - s->low;
            s->out -= s->a_wins, s->a -= s->a_wins, s->m -= s->a_wins;
            memmove(all + s->out, all + s->a, (size_t)s->a_wins * 4);
            if (s->m == 0)
                back_rest_of_right(s);
            else if (take_b_back(s)) {
                search(s, all[s->a - 1], s->count, s->n, s->n - 1, false, RIGHT_GALLOP_B);
                return ask_probe(s, s->hint, SEARCH_HINT_ANSWER);
            }
            break;
        case RIGHT_GALLOP_B:
            s->b_wins = s->n - s->low;
            s->out -= s->b_wins, s->b -= s->b_wins, s->n -= s->b_wins;
            memcpy(all + s->out, all + s->b, (size_t)s->b_wins * 4);
            if (s->b_wins && s->n == 1)
                back_rest_of_left(s);
            else if (s->n == 0) // only if comparisons contradict each other
                back_rest_of_right(s);
            else if (take_a_back(s))
                end_of_gallop(s, RIGHT_GALLOP, RIGHT_PAIR);
            break;
        default: __builtin_unreachable();
        }
    }
}

// After the last question, or one that raised: every position is in the array again.
void sort_steps_settle(SortSteps *s)
{
    if (s->merging == MERGING_LEFT)
        memcpy(s->positions + s->out, s->positions + s->a, (size_t)s->m * 4);
    else if (s->merging == MERGING_RIGHT)
        memcpy(s->positions + s->out - s->n, s->positions + s->count, (size_t)s->n * 4);
    s->merging = MERGING_NOTHING;
}
