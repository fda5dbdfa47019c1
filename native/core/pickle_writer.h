// What pickle_dump.c writes with (pickle_writer.c): the bytes of a pickle with their frames, and the memo.
#ifndef KRAIT_PICKLE_WRITER_H
#define KRAIT_PICKLE_WRITER_H
#include "pickle.h"

#define NO_FRAME 0xFFFFFFFFu

// `keep` holds what is in the memo, by number; `table` finds it: words of number + 1, times two, plus 1 for classes whose instances are plain; 0 is free.
typedef struct Dumper {
    VM *vm;
    Value out, keep, work, table; // bytearray, lists, bytearray
    Value asked;                  // borrowed
    u32 length, frame, protocol, saved;
    Ref plain_shape; // the last one looked at
} Dumper;

// All that give bool: false with MemoryError.
bool pickle_start(Dumper *d, u32 protocol, Value keep);
Value pickle_finish(Dumper *d); // the bytes
bool put(Dumper *d, u8 code);
bool put_get(Dumper *d, u32 word); // of the table
bool remember(Dumper *d, Value v);
u32 *table_slot(Dumper *d, Value v);
void pickle_boundary(Dumper *d); // an object begins
bool save_number(Dumper *d, Value v);
bool save_big_int(Dumper *d, Value v);
bool save_str(Dumper *d, Value v);
bool save_global_lines(Dumper *d, const PyStr *module, const PyStr *name); // texts of ASCII
bool save_bytes(Dumper *d, Value v, bool is_array);

#endif
