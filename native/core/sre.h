// The matching engine of regular expressions (sre.c), as what goes over all matches sees it (sre_all.c).
#ifndef KRAIT_SRE_H
#define KRAIT_SRE_H
#include "str_methods.h"

typedef enum { MODE_MATCH, MODE_FULLMATCH, MODE_SEARCH } Mode;

// A growing array in a block of the heap.
typedef struct Store { u32 block, count, capacity, item_bytes; } Store;

typedef struct Machine {
    VM *vm;
    const u32 *code;
    u32 words;
    const u8 *text;
    u32 kind;         // bytes per character
    bool is_bytes;
    i64 begin, start, end; // text from begin (0) is visible to lookbehind; matching starts at start
    Mode mode;
    Store choices, trail, arena;
    u32 marks, mark_count; // block of i32: 2 * groups, then lastmark, lastindex
    i64 must_pass;    // an empty match at this position is no match (findall after an empty match); -1 none
    u64 steps;
} Machine;

bool sre_begin(VM *vm, Machine *m, Value code, Value text, u32 groups);
void sre_end(Machine *m);
int sre_search(Machine *m, i64 at, i64 *start, i64 *end);
bool sre_group_span(Machine *m, u32 group, i64 *from, i64 *to); // group 0 is the first one with parentheses
#endif
