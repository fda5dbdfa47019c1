// One handler an opcode, named op_<name>, and what several files of handlers share.
#ifndef KRAIT_HANDLERS_H
#define KRAIT_HANDLERS_H
#include "interp.h"

#define X(name, ...) HANDLER(op_##name);
OPCODES(X)
SPECIALISED_OPCODES(X)
#undef X

COLD void raise_name_error(VM *vm, Ref type, const char *format, Value name);

// --- adaptive counters ---------------------------------------------------------------------------------------------------
// The u16 of a generic form: low 4 bits = backoff exponent, high 12 = executions to wait. 0 (as compiled) means "seen never".
// A specialised form counts misses down in the same place and goes back to the generic form when it has had too many.
#define COUNTER_UNIT 16u
#define MISS_BUDGET 12u
INLINE bool counter_waits(u64 *pc)
{
    u16 c = COUNTER(pc);
    if (likely(c < COUNTER_UNIT))
        return false;
    COUNTER(pc) = c - COUNTER_UNIT;
    return true;
}
// For forms whose quickening is dear (attributes, calls): the first execution only takes note, so code that runs once pays nothing.
INLINE bool counter_waits_once(u64 *pc)
{
    u16 c = COUNTER(pc);
    if (c == 0) {
        COUNTER(pc) = 1;
        return true;
    }
    return counter_waits(pc);
}
INLINE void counter_back_off(u64 *pc)
{
    u32 exponent = (COUNTER(pc) & 15u) + 2;
    if (exponent > 11)
        exponent = 11;
    COUNTER(pc) = (u16)(((1u << exponent) - 1) * COUNTER_UNIT | exponent);
}
INLINE void specialise(u64 *pc, u32 op)
{
    COUNTER(pc) = (u16)(MISS_BUDGET * COUNTER_UNIT | (COUNTER(pc) & 15u));
    set_op(pc, op);
}
// A specialised form met what it can't do.
INLINE void count_miss(u64 *pc)
{
    if (COUNTER(pc) >= COUNTER_UNIT) {
        COUNTER(pc) -= COUNTER_UNIT;
        return;
    }
    set_op(pc, generic_op_at(pc));
    counter_back_off(pc);
}
#endif
