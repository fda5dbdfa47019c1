// Generators that wait in a `yield from` or await for others. What resumes the outermost goes on in the innermost, and what that yields goes to whoever
// resumed the outermost: those in between do nothing but that, so they get no frames (a value from the depth of a tree costs a walk over its ancestors
// instead of a frame for each). The innermost one's frame says how many there are (FRAME_SKIPS); meanwhile they are GEN_DELEGATING.
// As soon as the innermost one ends, the next one gets a frame again (delegation_resume); whoever looks at frames meets them as if they had theirs.
#ifndef KRAIT_DELEGATION_H
#define KRAIT_DELEGATION_H

#include "interp/interp.h"

INLINE PyGenerator *delegate_of(VM *vm, PyGenerator *g) { return AT(vm, PyGenerator, g->yield_from); }

// Whether all that g does when it is resumed is to resume another generator that waits. It was suspended by a YIELD with c = 1, which stands between a
// SEND and the jump back to that.
INLINE bool only_delegates(VM *vm, PyGenerator *g)
{
    if (g->state != GEN_SUSPENDED || !is_object(g->yield_from) || g->handled != EMPTY || g->frame || g->kind == 2)
        return false;
    if (!code_depth(generator_code(vm, g))) // skipped ones count
        return false;
    Ref type = ref_type(vm, g->yield_from);
    return (type == TYPE_GENERATOR || type == TYPE_COROUTINE) && delegate_of(vm, g)->state == GEN_SUSPENDED && op_at(AT(vm, u64, g->resume_pc)) == OP_JUMP;
}

// The outermost of those that the frame R skips: what its caller's FOR_ITER or SEND resumes.
INLINE PyGenerator *outermost_skipped(VM *vm, Value *R)
{
    return AT(vm, PyGenerator, AT(vm, Value, FRAME_CALLER_FP(R))[B(AT(vm, u64, FRAME_CALLER_PC(R)))]);
}

// The frame R, which skips `count`, yields: they wait again.
INLINE void delegation_pause(VM *vm, Value *R, u32 count)
{
    PyGenerator *g = outermost_skipped(vm, R);
    vm->depth -= count;
    for (u32 i = 0; i < count; i++, g = delegate_of(vm, g))
        g->state = GEN_SUSPENDED;
}

Value *delegation_resume(VM *vm, Value *R); // the generator's frame R is about to end: what waits for it has a frame below it then. Where R is now
Ref delegation_back(VM *vm, Value *R, Ref generator);
Ref generator_frame(VM *vm, Ref generator); // the frame object of a generator that is not running (borrowed); 0: no memory

#endif
