// The way back into the trace that made a call (RET_TRACE in frame.h).
#include "trace.h"
enum { RESULT_AT = offsetof(VM, result), AUX_AT = offsetof(VM, aux), INTERRUPT_BITS_AT = offsetof(VM, interrupt) };
enum { CONTINUATIONS_AT = CONTINUATIONS_BASE };
#include "abi.h"

// The frame's registers hold nothing any more. The continuation that its head names is gone to with FRAME = the caller's; or, if more than
// that is to be done, the target, with VM.result and VM.aux set. r0 is the call's pc in both cases.
UOP(return_to_trace, R) /* a frame returns r[a], boxed, to the trace that called it; hole 0: the frame's distance */
{
    const u64 value = (u64)R(a);
    char *frame = FRAME + (i64)HOLE(0);
    char *pc = VM + U32_AT(frame - 24);
    const u32 continuation = U32_AT(frame - 8);
    FRAME = VM + U32_AT(frame - 20);
    u64 *slot = (u64 *)FRAME + *(const u16 *)(pc + 2);
    const u32 code = U32_AT(VM + CONTINUATIONS_AT + 4 * (u64)continuation);
    R(0) = (i64)pc;
    if (unlikely(is_object(*slot) || !code || U32_AT(VM + INTERRUPT_BITS_AT))) {
        U64_AT(VM + RESULT_AT) = value;
        U32_AT(VM + AUX_AT) = continuation;
        forget_registers(m);
        JUMP;
    }
    *slot = value;
    forget_registers(m); // nobody counts on them, so they are free for what is above
    JUMP_TO(image_base() + code);
}
