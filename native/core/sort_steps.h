// A merge sort of the positions 0 … count - 1 that asks its questions one by one (sort_steps.c).
#ifndef KRAIT_SORT_STEPS_H
#define KRAIT_SORT_STEPS_H
#include "core.h"

typedef struct SortRun { u32 start, length, power; } SortRun;
typedef struct SortSteps {
    Ref keys, pair;       // lists that whoever sorts holds: what the positions stand for, and the two that are to be compared
    u32 count, phase;
    u32 x, y;             // the question: is x less than y?
    u32 start;            // of the run that is looked for or made longer
    u32 run, equals;      // its length, and how many at its end are equal
    u32 minimum, wanted, insert;
    u32 depth, power, eagerness;
    u32 low, high, probe; // of binary searches; low is what was found
    u32 key, from, length, hint, upper, upwards, found_phase;
    u64 last, step, most; // doubling steps
    u32 merging, merged_phase;
    u32 base, m, n, a, b, out, a_wins, b_wins, gallop; // the merge: base and counts of both runs, indices of the next of each, where it goes
    SortRun runs[40];
    u32 positions[];      // count, and half as many for spare room
} SortSteps;

INLINE u64 sort_steps_bytes(u32 count) { return sizeof(SortSteps) + ((u64)count + count / 2 + 1) * 4; }
void sort_steps_begin(SortSteps *s, u32 count);
bool sort_steps_next(SortSteps *s, bool less);
void sort_steps_settle(SortSteps *s);
#endif
