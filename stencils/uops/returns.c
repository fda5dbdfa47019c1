// The way back into the trace that made a call (RET_TRACE in frame.h).
#include "trace.h"
enum { RESULT_AT = offsetof(VM, result), AUX_AT = offsetof(VM, aux), INTERRUPT_BITS_AT = offsetof(VM, interrupt) };
enum { CONTINUATIONS_AT = CONTINUATIONS_BASE };
#include "abi.h"

// The frame's registers hold nothing any more. The continuation that its head names is gone to with FRAME = the caller's and the value in r1; or,
// if something waits to be done, the target, with r0 = the call's pc, VM.result and VM.aux set.
UOP(return_to_trace, R) /* a frame returns r[a], boxed, to the trace that called it; hole 0: the frame's distance */
{
    const u64 value = (u64)R(a);
    char *frame = FRAME + (i64)HOLE(0);
    const u32 continuation = U32_AT(frame - 8);
    const u32 code = U32_AT(VM + CONTINUATIONS_AT + 4 * (u64)continuation);
    FRAME = VM + U32_AT(frame - 20);
    if (unlikely(!code || U32_AT(VM + INTERRUPT_BITS_AT))) {
        R(0) = (i64)(VM + U32_AT(frame - 24));
        U64_AT(VM + RESULT_AT) = value;
        U32_AT(VM + AUX_AT) = continuation;
        forget_registers(m);
        JUMP;
    }
    R(1) = (i64)value;
    forget_registers(m); // nobody counts on them, so they are free for what is above
    JUMP_TO(image_base() + code);
}
