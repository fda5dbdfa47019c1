// See delegation.h: frames that were left out are made when something depends on them.
#include "delegation.h"

static PyGenerator *skipped_at(VM *vm, Value *R, u32 level)
{
    PyGenerator *g = outermost_skipped(vm, R);
    while (level-- > 0)
        g = delegate_of(vm, g);
    return g;
}

// The last of the generators that the frame skips gets its frame, where R was, and stands before its SEND; R moves up.
Value *delegation_resume(VM *vm, Value *R)
{
    u32 skips = FRAME_SKIPS(FRAME_MODE(R));
    PyGenerator *waiting = skipped_at(vm, R, skips - 1), *g = AT(vm, PyGenerator, FRAME_AUX(R));
    ASSERT(vm, waiting->state == GEN_DELEGATING && delegate_of(vm, waiting) == g);
    u32 caller_pc = FRAME_CALLER_PC(R), caller_fp = FRAME_CALLER_FP(R), count = waiting->register_count;
    Value *moved = R + count + FRAME_HEAD_WORDS;
    for (i32 i = (i32)g->register_count; i-- > -FRAME_HEAD_WORDS;) // they may overlap
        moved[i] = take(&R[i]);
    for (u32 i = 0; i < count; i++)
        R[i] = waiting->registers[i];
    FRAME_FUNCTION(R) = retain(vm, waiting->function);
    FRAME_CALLER_PC(R) = caller_pc;
    FRAME_CALLER_FP(R) = caller_fp;
    FRAME_OBJECT(R) = 0;
    FRAME_CODE(R) = waiting->code;
    FRAME_AUX(R) = (Ref)retain(vm, OFFSET_OF(vm, waiting));
    FRAME_MODE(R) = MODE_WORD(RET_GENERATOR, RET_STORE, 0) | (skips - 1) << FRAME_SKIPS_SHIFT;
    waiting->live = OFFSET_OF(vm, R);
    waiting->state = GEN_RUNNING;
    waiting->yield_from = EMPTY;
    if (waiting->frame) { // somebody has looked at it meanwhile
        FRAME_OBJECT(R) = waiting->frame;
        FRAME_MODE(R) |= FRAME_HAS_OBJECT;
        AT(vm, PyFrame, waiting->frame)->live = OFFSET_OF(vm, R);
        waiting->frame = 0;
    }
    u64 *jump = AT(vm, u64, waiting->resume_pc);
    FRAME_CALLER_PC(moved) = OFFSET_OF(vm, jump + WIDE_SIGNED(jump));
    FRAME_CALLER_FP(moved) = OFFSET_OF(vm, R);
    FRAME_MODE(moved) &= ~FRAME_SKIPS_MASK;
    g->live = OFFSET_OF(vm, moved);
    if (FRAME_MODE(moved) & FRAME_HAS_OBJECT)
        AT(vm, PyFrame, FRAME_OBJECT(moved))->live = OFFSET_OF(vm, moved);
    return moved;
}

// The frame object of the generator that resumed the one whose frame is R, or (if it is not 0) of the one that resumed `generator`, which R skips.
// 0: that was R's caller, or there is no memory.
Ref delegation_back(VM *vm, Value *R, Ref generator)
{
    u32 level = FRAME_SKIPS(FRAME_MODE(R));
    if (generator) {
        PyGenerator *g = outermost_skipped(vm, R);
        for (level = 0; OFFSET_OF(vm, g) != generator; level++)
            g = delegate_of(vm, g);
    }
    while (level-- > 0) {
        PyGenerator *g = skipped_at(vm, R, level);
        if (generator_code(vm, g)->flags & CODE_HIDDEN)
            continue;
        Ref frame = generator_frame(vm, OFFSET_OF(vm, g));
        if (!frame)
            exception_clear(vm);
        return frame;
    }
    return 0;
}
