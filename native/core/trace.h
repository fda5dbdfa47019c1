// What the interpreter and src/jit share about traces. A trace is native code behind the core image that stands for a stretch of instructions; its
// code is named by its *code offset* (address less the image's base). Protocol and examples: docs/core-contract.md, "Traces".
#ifndef KRAIT_TRACE_H
#define KRAIT_TRACE_H

#include "vm.h"

// vm->tier_state: which dispatch table the interpreter runs under.
#define TIER_OFF 0u
#define TIER_RECORD 1u // every instruction is recorded first
#define TIER_STEP 2u   // one instruction on a trace's behalf: the next dispatch lands in the trace or gives it up
#define OBSERVED_TABLES 6u // likewise: every instruction is looked at for sys.settrace() and sys.setprofile() (interp/observe.c)
#define COUNTED_TABLES 3u // vm->counting: the tables from here on count what they are asked for

// vm->hot_kind
#define HOT_LOOP 0u  // a JUMP_BACK: vm->pc is its target
#define HOT_ENTRY 1u // a RESUME: vm->pc is the instruction after it
#define HOT_EXIT 2u  // exit number vm->hot_exit of a trace: vm->pc is where the interpreter goes on

// The cache word of JUMP_BACK and RESUME: low half a state, high half the counter, which with a trace is its code offset.
#define HOT_COUNTED 1u        // the counter has been set from vm->hot_loop or hot_entry
#define HOT_CALLABLE 2u       // RESUME_TRACE: a recorder does not follow the call, the new trace will call this one (RET_TRACE)
#define HOT_BACKOFF_SHIFT 8u  // bits from here on: TypeScript's

// vm->record_flags
#define RECORD_FOLLOW_RETURN 1u   // a return from the start's frame does not end the recording
#define RECORD_SKIP_RECURSION 2u  // a call of the function being recorded (start after its RESUME) is not followed
#define RECORD_CROSS_TRACES 4u    // neither do JUMP_BACK_TRACE of other loops: they count as inner loops

// vm->record_end
#define RECORD_LOOP 0u   // back at the start in its frame
#define RECORD_LIMIT 1u  // no room for more records
#define RECORD_LEFT 2u   // the start's frame has returned, or yielded: the instruction at vm->pc is its caller's
#define RECORD_TRACE 3u  // at the JUMP_BACK_TRACE of another loop
#define RECORD_INNER 4u  // at a JUMP_BACK of another loop, and vm->record_inner is used up
#define RECORD_HOST 5u   // Python code called by TypeScript, or a finaliser, is about to run

// One executed instruction, as it was found: registers are read before it runs. Nothing is kept alive: values are hints.
typedef struct TraceRecord {
    u32 pc, fp;    // heap offsets of the instruction and of its frame's R
    u8 op;         // specialised form
    u8 flags;      // RECORDED_*
    i16 depth;     // Python frames above the start's (negative: below)
    u32 code;      // PyCode of the frame
    Value a, b, c; // R[a], R[b], R[c] where the form has registers there, else EMPTY. Calls: the callee and the first two arguments.
                   // RESUME, RETURN_GENERATOR: R[-1], R[-3] and R[-4] of the frame's head. LOAD_SUPER_*: its three operands.
                   // LOAD_GLOBAL, STORE_GLOBAL: c is the globals dict
    u32 type_a, type_b, type_c;    // types of those that are objects, else 0
    u32 shape_a, shape_b, shape_c; // the word `shape` of instances of Python classes, else 0
} TraceRecord;
_Static_assert(sizeof(TraceRecord) == 64, "a record is a cache line");
#define RECORDED_SKIPPED 1u // RESUME or RESUME_TRACE whose call is not followed: the next record is after its return
#define RECORDED_HOST 2u    // it was done by TypeScript

// What a trace has died of, where it was not a certain cell.
#define DIED_OF_CHANGE 0u
#define DIED_OF_AGE 1u // a code object, a class or the like has gone: the trace was good until then, and will be in another run of the program

// A trace as the core knows it. TypeScript chooses the number (from 1), fills the entry in and clears it when the code is gone.
typedef struct TraceInfo {
    u32 dead;       // 0: valid. Traces test this word after anything that may have killed them
    u32 code_start, code_end;
    u32 pad;
    u32 continuation_first, continuation_count; // its part of the table at CONTINUATIONS_BASE
    u32 watch_first; // its first Watch, 0 = none
    u32 killer;      // of a dead one: the cell whose change has killed it, or DIED_OF_…. watch.c chains those that are dying by it
} TraceInfo;
// Added to vm->step_pc: that is a handler, which the stepped instruction reaches by raising.
#define STEP_RAISES 1u

// Where else a stepped instruction has been seen to end, and where side traces go on from there. It lies behind the trace's code, at a multiple of
// 4; that of an instruction which a function has done (TraceExit.next is trace_answer) right before the TraceExit.
#define STEP_OTHERS 4u
typedef struct StepOthers {
    u32 number; // of the exit that this is: its counter goes down whenever none of the places fits
    u32 taken;  // heap offset of a u64 that goes up with every instruction that does not end where step_pc says, 0: none
    struct {
        u32 pc;    // as step_pc; 0: free
        i32 frame; // bytes from step_fp
        u32 code;  // code offset
    } places[STEP_OTHERS]; // three words each
} StepOthers;
_Static_assert(sizeof(StepOthers) == 8 + STEP_OTHERS * 12, "TypeScript knows it");

// Where a trace can be left, as trace_exit reads it (interp/trace_exit.c). It lies behind the trace's code, at a multiple of 4.
typedef struct TraceExit {
    u32 next;   // code offset where it goes on when all is written back, 0: in the interpreter
    u32 pc, number;
    i32 frame;  // words from R of the trace's root frame to that of the frame that is left to
    u8 state[]; // up to EXIT_SPECIAL | EXIT_END
} TraceExit;
// First bytes in TraceExit.state: one of these << 4 | n. Numbers take 7 bits a byte, the lowest first; signed ones are 2n or -2n - 1.
// A source of a value, where an operation could begin, stores it in the next slot.
#define EXIT_VALUE 0u     // source: register n as it is
#define EXIT_INT 1u       // register n, a shifted int
#define EXIT_FLOAT 2u     // float register n
#define EXIT_SPILLED 3u   // spill slot (a byte), n: EXIT_AS_*
#define EXIT_REFERENCE 4u // a constant reference: its offset; n = 1: EMPTY, nothing follows
#define EXIT_SMALL_INT 5u // a constant int (signed)
#define EXIT_WORD 6u      // eight bytes
#define EXIT_OBJECT 7u    // an object that the exit makes: its number
#define EXIT_SKIP 8u      // the next slot is n + 1 further on; n = 15: as many as say (signed)
#define EXIT_HEAD_PC 9u   // next slot: pc (number), R + number (signed) words
#define EXIT_HEAD_AUX 10u // next slot: source | mode word (four bytes) << 32
#define EXIT_OWED 11u     // source: n counts more, if it is a reference
#define EXIT_FIELD 12u    // source (object), offset (number), source (value); n: EXIT_FIELD_*
#define EXIT_OBJECTS 13u  // number of objects to make; of each: type, free list, bytes, count (numbers); then of each: the number of its fields, and
                          // these: EXIT_FIELD | EXIT_FIELD_*, offset, source. Stands first
#define EXIT_SPECIAL 15u  // n: EXIT_END, EXIT_DEPTH …
#define EXIT_AS_VALUE 0u
#define EXIT_AS_INT 1u
#define EXIT_AS_FLOAT 2u
#define EXIT_FIELD_VALUE 0u
#define EXIT_FIELD_U32 1u
#define EXIT_FIELD_I64 2u
#define EXIT_FIELD_FRAME 3u // offset of the R that lies as many words from the root frame's as the value says
#define EXIT_FIELD_WORD 4u // a Value that is not counted, whatever it looks like
#define EXIT_FIELD_FUNCTION 5u // reference to the function of a generator, which takes over its count, and the function's names
#define EXIT_FIELD_NO_INT 6u // a str (with its count) that int() refuses: the arguments of that error
#define EXIT_FIELD_MESSAGE 7u // an int, a MESSAGE_*: the arguments of an error that says this
#define MESSAGE_LIST_INDEX 0u
#define MESSAGE_TUPLE_INDEX 1u
#define MESSAGE_STRING_INDEX 2u
#define MESSAGE_EMPTY_LIST 3u
#define EXIT_OBJECTS_MAX 64u
#define EXIT_END 0u
#define EXIT_DEPTH 1u // vm->depth += number (signed)
#define EXIT_CLEAR 2u // the u32 at a heap offset (number) = 0
#define EXIT_RAISED 4u // an exception (source) has been raised in the frame at R + number (signed) words, by the word of its code that a number says
#define EXIT_COUNT 3u // the u64 at a heap offset (number) += 1: for --stats
#define EXIT_TRACEBACK 6u // the traceback of an exception (source), which loses a count, goes to a slot (signed); stands behind what has been raised
#define EXIT_DROP 5u // source: dropped, if it is a reference; stands behind all that is written

_Static_assert(TRACE_TABLE_BASE + TRACE_MAX * sizeof(TraceInfo) <= CONTINUATIONS_BASE, "trace table");
_Static_assert(CONTINUATIONS_BASE + CONTINUATION_MAX * 4 <= EXIT_COUNTERS_BASE, "continuations");
_Static_assert(EXIT_COUNTERS_BASE + EXIT_COUNTER_MAX * 4 <= STACK_BASE, "exit counters");

INLINE TraceInfo *trace_at(VM *vm, u32 trace) { return AT(vm, TraceInfo, TRACE_TABLE_BASE) + trace; }
INLINE u32 *exit_counter_at(VM *vm, u32 exit) { return AT(vm, u32, EXIT_COUNTERS_BASE) + exit; }
INLINE u32 *continuation_at(VM *vm, u32 i) { return AT(vm, u32, CONTINUATIONS_BASE) + i; }

#endif
