// Frames are windows on the VM stack. R points at register 0; the four words below it are the frame's head.
//
//   R[-4]  function (PyFunction, owned)                      <- this is the caller's register `base`, where the callable was put
//   R[-3]  low: caller's pc (the call instruction)           high: caller's fp (its R), 0 = entered from TypeScript
//   R[-2]  low: frame object (owned Ref or 0)                high: code (borrowed: the function owns it)
//   R[-1]  low: aux (owned Ref or 0; RET_TRACE: a number)     high: mode word, see below
//   R[0…]  locals (arguments first), then temporaries, then windows of outgoing calls
//
// The high halves are never 0, so no head word below R[-4] ever looks like a reference. Invariants, checked by the debug core's audit:
//   · every register of a live frame is EMPTY, a number, or an owned reference;
//   · every stack slot above the top frame's registers holds no reference (garbage numbers are fine);
//   · locals are EMPTY on entry (but the arguments); temporaries hold no reference until written;
//   · a temporary that was consumed (drop flag, TAKE, call) holds no reference afterwards.
//
// A call window in the caller: base = callable, base+1..3 = room for the head, base+4… = arguments (CALL); with CALL_METHOD base+4 is self, or
// EMPTY when LOAD_METHOD found something that does not bind: then the window starts one register later (the callable moves to base+1).
// One register after the last argument is always free (the compiler reserves it): constructing and bound methods shift arguments up.
// After the call the whole window holds no reference again.
#ifndef KRAIT_FRAME_H
#define KRAIT_FRAME_H

#include "vm.h"

#define FRAME_HEAD_WORDS 4

// Mode word:  1 | H | skips (10) | stage (4) | outer mode (8) | mode (8).   bit 31 always, H = bit 30: the frame has a frame object.
// A *simple* mode ends the matter (RET_STORE, RET_CALL, RET_TRACE, RET_HOST, RET_DONE, RET_FINALIZER, RET_CHAIN). Any other one transforms the value (or the
// exception) and hands it on to `outer`, which is always simple. Where two transforming modes meet, outer is RET_CHAIN: the slot below the window
// (w[-1]) holds a tuple (mode word, aux or None) to go on with.
// RET_STORE means "the result of the instruction at the caller's pc": what is done with it depends on that instruction (finish.c).
// A host call in progress has the same words in its window: w[1].low = number of arguments in all, w[2].low = tuple of keyword names (owned
// or 0), w[3] = aux and mode word.

// What happens to the value a frame returns (or a host call answers). The call instruction of the caller is at its pc.
typedef enum ReturnMode {
    RET_STORE,      // R[instr.a] = value, go on after the instruction
    RET_DISCARD,    // drop the value, go on after the instruction (SETATTR, SETITEM, DEL…)
    RET_BRANCH,     // truth of the value decides the jump of the instruction (compare-and-jump, JUMP_IF)
    RET_COMPARE,    // rich comparison for COMPARE/JUMP_CMP: NotImplemented tries the reflected method, then the default
    RET_BINARY,     // binary operator: NotImplemented tries the next candidate
    RET_TRUTH,      // value must be a bool (from __bool__) or length (from __len__)
    RET_CONTAINS,   // truth, possibly inverted, stored
    RET_FOR_ITER,   // next item: STORE; StopIteration (or a generator's return) leaves the loop
    RET_SEND,       // generator delegation: a yield stores and goes on to the YIELD; a return stores and jumps
    RET_INIT,       // __init__ returned: must be None; aux (the instance) is the result
    RET_GENERATOR,  // frame of a generator: a return ends the generator (aux = generator); combined with how it was resumed
    RET_GETATTR,    // attribute hook: AttributeError may fall back to __getattr__
    RET_HOST,       // called by TypeScript: core_enter returns REASON_HOST_RETURN
    RET_DONE,       // outermost: core_enter returns REASON_DONE
    // --- used by the interpreter itself
    RET_CALL,       // RET_STORE for a Python function called by CALL or CALL_METHOD: the short way back
    RET_NEW,        // __new__ returned: aux = tuple (class, names or None, arguments …) for __init__
    RET_CHECK,      // the value must be what the special method promises: stage = CHECK_*
    RET_FINALIZER,  // __del__, weakref callback: the value is dropped, exceptions are reported; slots below the window say how to go on (pending.c)
    RET_RAISE_FROM, // class of a `raise … from X` instantiated: aux = the exception
    RET_CHAIN,      // see above
    RET_THROW,      // close() of what a generator delegates to is done: aux = the exception to raise in the generator
    RET_THROW_INTO, // class given to throw() instantiated: aux = the generator (or athrow awaitable) that gets the exception
    RET_CONVERTED,  // FORMAT_SPEC: value after !r, !s, !a (stage = CHECK_*)
    RET_TRACE,      // RET_CALL for a frame pushed by a trace: aux = number of its continuation (trace.h), not a reference
    RET_OBSERVER,   // a function of sys.settrace() or setprofile(): stage = the event it was told of (observe.c)
    RET_DEFAULT = 255
} ReturnMode;

// What the trace function that runs for a frame is told of, as far as f_lineno asks.
enum { EVENT_NONE, EVENT_LINE, EVENT_YIELD, EVENT_CALL, EVENT_OTHER };

// The head as TypeScript reads it: what the macros below name, from R[-4] on.
typedef struct FrameHead {
    Value function;
    uint32_t caller_pc, caller_fp;
    uint32_t object, code;
    uint32_t aux, mode;
} FrameHead;
_Static_assert(sizeof(FrameHead) == FRAME_HEAD_WORDS * sizeof(Value), "the head is what lies below R[0]");

typedef union FrameWord { Value value; struct { u32 low, high; }; } FrameWord;

#define FRAME_FUNCTION(R) ((R)[-4])
#define FRAME_WORD(R, i) (((FrameWord *)(R))[i])
#define FRAME_CALLER_PC(R) (FRAME_WORD(R, -3).low)
#define FRAME_CALLER_FP(R) (FRAME_WORD(R, -3).high)
#define FRAME_OBJECT(R) (FRAME_WORD(R, -2).low)
#define FRAME_CODE(R) (FRAME_WORD(R, -2).high)
#define FRAME_AUX(R) (FRAME_WORD(R, -1).low)
#define FRAME_MODE(R) (FRAME_WORD(R, -1).high)
#define FRAME_MODE_BASE 0x80000000u
#define FRAME_HAS_OBJECT 0x40000000u
// A generator's frame: how many generators there are between it and its caller that only hand on what it yields. They are GEN_DELEGATING and have no
// frames; `caller` resumed the outermost. See resume_generator.
#define FRAME_SKIPS_SHIFT 20
#define FRAME_MOST_SKIPS 1023u
#define FRAME_SKIPS(word) ((word) >> FRAME_SKIPS_SHIFT & FRAME_MOST_SKIPS)
#define FRAME_SKIPS_MASK (FRAME_MOST_SKIPS << FRAME_SKIPS_SHIFT)
#define MODE_OF(word) ((word) & 0xFFu)
#define MODE_OUTER(word) ((word) >> 8 & 0xFFu)
#define MODE_STAGE(word) ((word) >> 16 & 15u)
#define MODE_WORD(mode, outer, stage) (FRAME_MODE_BASE | (u32)(mode) | (u32)(outer) << 8 | (u32)(stage) << 16)
// vm->tail_mode may carry a stage for the modes that have one.
#define TAIL_MODE(mode, stage) ((u32)(mode) | (u32)(stage) << 16)
// Stages of RET_TRUTH: what returned the value; of RET_CHECK: what it must be.
enum { TRUTH_FROM_BOOL, TRUTH_FROM_LEN, TRUTH_INVERT = 2 };
#define COMPARE_INVERT 8u // stage bit of RET_COMPARE: __ne__ made from __eq__
enum { CHECK_LEN, CHECK_ITER, CHECK_REPR, CHECK_STR, CHECK_FORMAT, CHECK_AITER, CHECK_AWAIT, CHECK_ANEXT, CHECK_BOOL_RESULT };

#endif
