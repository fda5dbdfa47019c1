// The interpreter's frame of mind. Every handler and every piece of slow path between handlers is a function of this one signature:
// preserve_none keeps its four arguments in registers that ordinary C calls leave alone, and musttail turns each way on into a jump.
// So "what happens next" is always a tail call, nothing is ever on the C stack between two instructions, and values that a slow path
// hands to the next one travel in the VM struct (result, mode, aux, window, call_*).
#ifndef KRAIT_INTERP_H
#define KRAIT_INTERP_H

#include "../generated/opcodes.h"
#include "../core.h"
#include "../trace.h"
#include "../hooks.h"
#include "../quick.h"

#define PRESERVE_NONE __attribute__((preserve_none))
typedef PRESERVE_NONE void Handler(u64 *pc, Value *R, VM *vm, const void *const *table);
#define HANDLER(name) PRESERVE_NONE void name(u64 *pc, Value *R, VM *vm, const void *const *table)
#if KRAIT_DEBUG
#define COUNT_INSTRUCTION vm->instructions++
#else
#define COUNT_INSTRUCTION ((void)0)
#endif
#define GOTO(handler) __attribute__((musttail)) return handler(pc, R, vm, table)
#define DISPATCH do { COUNT_INSTRUCTION; __attribute__((musttail)) return ((Handler *)table[(u8)*pc])(pc, R, vm, table); } while (0)
// Back to TypeScript: vm->pc, vm->fp and vm->reason are set.
#define LEAVE return


// --- operands of the instruction at pc -------------------------------------------------------------------------------------
#define FLAGS(pc) (((u8 *)(pc))[1])
#define A(pc) (((u16 *)(pc))[1])
#define B(pc) (((u16 *)(pc))[2])
#define C(pc) (((u16 *)(pc))[3])
#define WIDE(pc) (((u32 *)(pc))[1])        // b | c << 16
#define WIDE_SIGNED(pc) (((i32 *)(pc))[1]) // the same, signed
// Cache words.
#define COUNTER(pc) (((u16 *)(pc))[4])
#define SUB_OP(pc) (((u8 *)(pc))[10])      // BinaryOp or CompareOp, written by the compiler
#define HOT_STATE(pc) (((u32 *)(pc))[2])   // JUMP_BACK, RESUME: low half of the cache word, HOT_*
#define CONSTANT(pc) ((pc)[2])             // the constant of _K instructions
#define CACHE_16(pc) (((u16 *)(pc))[5])    // second half of the counter's word, where there is no SUB_OP
#define CACHE_LOW(pc) (((u32 *)(pc))[3])   // high half of the first cache word
#define CACHE_PAIR(pc) ((pc)[2])           // second cache word
#define CACHE_PAIR_LOW(pc) (((u32 *)(pc))[4])
#define CACHE_PAIR_HIGH(pc) (((u32 *)(pc))[5])

INLINE u32 op_at(const u64 *pc) { return (u8)*pc; }
INLINE u32 generic_op_at(const u64 *pc) { return opcode_generic[(u8)*pc]; }
INLINE u32 width_at(const u64 *pc) { return 1u + opcode_caches[(u8)*pc]; }
INLINE void set_op(u64 *pc, u32 op) { *(u8 *)pc = (u8)op; }

// --- going on ---------------------------------------------------------------------------------------------------------------
#define NEXT(words) do { pc += (words); DISPATCH; } while (0)
// After anything that may have dropped an object in C: finalisers run before the next instruction.
#define PENDING(vm) unlikely((vm)->interrupt & INTERRUPT_PENDING_CALLS)
#define NEXT_CHECKED(words) do { pc += (words); if (PENDING(vm)) GOTO(run_pending); DISPATCH; } while (0)
// Drops `old` as the last act of an instruction; the fast path makes no call, so the handler needs no stack frame.
#define DROP_AND_DISPATCH(old) do { \
        if (is_object(old) && unlikely(--head_of(vm, (old))->refcount == 0)) { vm->dead = (old); GOTO(dealloc_and_dispatch); } \
        DISPATCH; \
    } while (0)
// R[a] = value (owned), old one dropped, on to the instruction `words` further.
#define STORE_NEXT(value, words) do { \
        Value *slot_ = &R[A(pc)]; \
        Value old_ = *slot_; \
        *slot_ = (value); \
        pc += (words); \
        DROP_AND_DISPATCH(old_); \
    } while (0)
// Keeps the two ways out of a compare apart: merged into one computed pc, every later load would wait for the comparison.
#define KEEP_BRANCH __asm__ volatile("")
#define JUMP_NEXT(words) do { pc += (words); KEEP_BRANCH; DISPATCH; } while (0)

// By vm->tier_state; handlers pass on the one they run under. The second three do the same and count (--stats), the third three tell sys.settrace()'s function.
extern const void *const tier_tables[9][256];
#define normal_table tier_tables[TIER_OFF]
#define CURRENT_TABLE(vm) tier_tables[(vm)->tier_state + (vm)->counting]
#define TABLE_BEHIND_TRACE(vm) tier_tables[TIER_OFF + (vm)->counting]
// Runs the instruction at pc under its (new) opcode without recording it a second time.
#define REDISPATCH __attribute__((musttail)) return ((Handler *)normal_table[(u8)*pc])(pc, R, vm, table)

// --- the pieces between handlers --------------------------------------------------------------------------------------------
// enter.c
HANDLER(dealloc_and_dispatch); // object_dealloc(vm->dead), then the instruction at pc
HANDLER(safe_point);           // vm->interrupt is not 0: serves it, then runs the instruction at pc (again)
HANDLER(leave);                // saves pc and fp; back to TypeScript with vm->reason
// pending.c
HANDLER(run_pending);          // runs waiting finalisers, then the instruction at pc
HANDLER(pending_returned);     // a finaliser returned vm->result, or raised vm->exception (vm->result EMPTY); vm->window is its window
HANDLER(leave_checked);        // to TypeScript with vm->reason, vm->result; waiting finalisers run first in vm->window
HANDLER(left_to_outside);      // the same when a frame called from outside is gone: with vm->result, or unwound
HANDLER(finalizer_left);       // a finaliser's frame is gone: pending_returned
// observe.c
HANDLER(observe);              // every entry of the observing table
HANDLER(observe_raised);       // vm->exception was raised at pc, the traceback has its entry: then unwind_again
HANDLER(observe_left);         // vm->exception leaves the frame R: then unwind_frame
Value inherited(VM *vm, Value *R); // what a generator's frame handles because its resumer does; borrowed
void observe_resumed(VM *vm, Value *R); // the generator's frame R goes on behind a YIELD
HANDLER(observer_returned);    // vm->result is what the observing function answered, EMPTY: it raised; vm->window was its window
// trace.c
HANDLER(loop_hot);             // the counter of the JUMP_BACK at pc has run out
HANDLER(entry_hot);            // that of the RESUME at pc
HANDLER(record);               // every entry of the recording table
HANDLER(count);                // every entry of the counting table
HANDLER(trace_land);           // every entry of the step table
HANDLER(trace_leave);          // all state is written back: the interpreter goes on at pc
HANDLER(trace_unwind);         // vm->exception has been raised by the instruction at pc
HANDLER(trace_exit_hot);       // the same, and the counter of exit vm->hot_exit has run out
HANDLER(return_to_trace);      // a frame of mode RET_TRACE has been left: vm->result for the call at pc in the frame R; vm->aux = continuation
// finish.c
HANDLER(answer_bool);          // vm->result is stored as the result of the one-word instruction at pc
HANDLER(answer);               // vm->result is what a C function answered (value, EMPTY, VALUE_TAIL) for the instruction at pc
HANDLER(finish_value);         // vm->result is the value the instruction at pc was waiting for
HANDLER(finish_for);           // the iterator of the FOR_ITER at pc is exhausted
HANDLER(finish_send);          // the SEND at pc: vm->result is the value the delegate returned
HANDLER(format_with_spec);     // second half of the FORMAT_SPEC at pc
HANDLER(name_not_in_mapping);  // LOAD_NAME and relatives: the mapping has no such key
HANDLER(raise_finished);       // the RAISE at pc: vm->result is the exception (or, with vm->aux, the cause)
HANDLER(group_finished);       // the EXC_GROUP_MATCH at pc: vm->result is what split() or the group's class answered
// deliver.c
HANDLER(deliver);              // vm->result goes where vm->mode says, in the frame R; vm->window is free
HANDLER(deliver_outer);        // the same with the outer mode
HANDLER(deliver_stop);         // an iteration ended with value vm->result: loop exit, delegate's result or StopIteration
// calls.c
HANDLER(call_window);          // calls what is in the window vm->call_base (vm->call_nargs, call_kwnames, mode, aux)
HANDLER(tail);                 // makes the call prepared in vm->tail_*; vm->mode, vm->aux, vm->window as for call_window
HANDLER(tail_instruction);     // the same for the instruction at pc
HANDLER(call_failed);          // vm->exception, with vm->mode and vm->aux of a call that is gone
HANDLER(host_answered);        // RESUME_VALUE
HANDLER(host_raised);          // RESUME_RAISE
HANDLER(leave_frame);          // the frame R returns vm->result
HANDLER(pop_frame);            // the same when its registers hold nothing any more
HANDLER(traced_call_failed);   // vm->result is the answer, EMPTY or VALUE_TAIL, of the C function that the CALL or CALL_METHOD at pc calls
HANDLER(construct);            // as call_window, for a class whose metaclass does not say otherwise
HANDLER(call_host);            // the window's call is for TypeScript (vm->host_id)
// unwind.c
HANDLER(unwind);               // vm->exception was raised at pc
HANDLER(unwind_frame);         // no handler in this frame
HANDLER(unwind_again);         // the same without a traceback entry (re-raised)
// generators.c
HANDLER(resume_generator);     // vm->tail_callee (generator), vm->tail_args[0]; vm->throwing; vm->mode = outer word, vm->window
HANDLER(generator_returned);   // a generator's frame R, its registers dropped, returned vm->result or (EMPTY) raised vm->exception
HANDLER(throw_instance);       // RET_THROW_INTO

// What resumes a generator: stage of RET_GENERATOR, vm->tail_resume_kind. It says what yields, returns and exceptions mean.
enum { RESUMED_SEND, RESUMED_CLOSE, RESUMED_ASEND, RESUMED_ATHROW, RESUMED_ACLOSE };
// --- frames -------------------------------------------------------------------------------------------------------------------
INLINE PyCode *frame_code(VM *vm, Value *R) { return AT(vm, PyCode, FRAME_CODE(R)); }
INLINE bool has_frame(VM *vm, Value *R) { return (u8 *)R != (u8 *)vm; }
// First stack slot above the frame's registers.
INLINE Value *frame_top(VM *vm, Value *R) { return R + frame_code(vm, R)->reg_count; }
INLINE u64 *code_start(VM *vm, PyCode *code) { return AT(vm, u64, code->bytecode); }
INLINE u32 word_of(VM *vm, Value *R, u64 *pc) { return (u32)(pc - code_start(vm, frame_code(vm, R))); }
INLINE Value name_of(VM *vm, Value *R, u32 i) { return AT(vm, PyTuple, frame_code(vm, R)->names)->items[i]; }
INLINE Value const_of(VM *vm, Value *R, u32 i) { return AT(vm, PyTuple, frame_code(vm, R)->consts)->items[i]; }
INLINE PyFunction *frame_function(VM *vm, Value *R) { return OBJ(vm, PyFunction, FRAME_FUNCTION(R)); }
INLINE void sync(VM *vm, u64 *pc, Value *R)
{
    vm->pc = OFFSET_OF(vm, pc);
    vm->fp = OFFSET_OF(vm, R);
}

// Takes the reference out of a register; EMPTY is left.
INLINE Value take(Value *slot)
{
    Value v = *slot;
    *slot = EMPTY;
    return v;
}
INLINE void release(VM *vm, Value *slot) { decref(vm, take(slot)); }
// Drops whatever is in `count` slots, the last one first (as CPython does with locals and arguments); no slot holds a reference afterwards.
INLINE void release_range(VM *vm, Value *slots, u32 count)
{
    while (count-- > 0)
        if (is_object(slots[count]))
            release(vm, &slots[count]);
}
INLINE void release_operands(VM *vm, u64 *pc, Value *R)
{
    u32 flags = FLAGS(pc);
    if (flags & FLAG_DROP_A)
        release(vm, &R[A(pc)]);
    if (flags & FLAG_DROP_B)
        release(vm, &R[B(pc)]);
    if (flags & FLAG_DROP_C)
        release(vm, &R[C(pc)]);
}
INLINE bool is_simple_mode(u32 mode)
{
    return mode == RET_STORE || mode == RET_CALL || mode == RET_HOST || mode == RET_DONE || mode == RET_FINALIZER || mode == RET_CHAIN ||
           mode == RET_TRACE || mode == RET_OBSERVER;
}

Value type_call_method(VM *vm, Value *args, u32 nargs, Ref kwnames); // calls.c: never run, but known to call_window
Value call_method(VM *vm, Value *args, u32 nargs, Ref kwnames);
bool builtin_check(VM *vm, PyBuiltin *b, Value *args, u32 nargs, Ref kwnames); // calls.c: argument count, keywords, self
bool bind_arguments(VM *vm, Value *w, u32 nargs, Ref kwnames_taken); // bind.c: fills the callee's registers; false: raised, window dropped
void frame_detach(VM *vm, Value *R, u64 *pc, bool keep_locals);       // frames.c: the frame ends; its frame object takes the registers if needed
void traceback_add(VM *vm, u64 *pc, Value *R);                        // frames.c
bool stack_has_room(VM *vm, Value *w, u32 words);                     // calls.c: false: RecursionError raised
INLINE void prepare_code(PyCode *code)
{
    if (!code->parameter_count) {
        code->parameter_count = code->arg_count + code->kwonly_count + !!(code->flags & CODE_VARARGS) + !!(code->flags & CODE_VARKEYWORDS);
        if (code->flags & CODE_SIMPLE)
            code->exact_args = code->arg_count + 1;
    }
}

// special_calls.c
Value checked_answer(VM *vm, Value answer, u32 check);                 // what a special method has answered (EMPTY, VALUE_TAIL: as ever), checked (CHECK_*)
Value check_length(VM *vm, Value value_taken);                         // as an int that len() may give
Value check_result(VM *vm, u32 check, Value value_taken);              // RET_CHECK
// operators.c: as op_binary / op_compare for an instruction whose operands stay in their registers: no aux tuple is made, and when a hook
// answers NotImplemented, the next candidate is found by calling it again with the next stage.
Value binary_step(VM *vm, u32 op, bool in_place, Value a, Value b, u32 stage);
Value compare_step(VM *vm, u32 op, Value a, Value b, u32 stage);
// The tail call being prepared has its value transformed by `mode` (RET_*, with a stage) after whatever it is transformed by already.
Value tail_wrap(VM *vm, u32 mode, Value aux_taken);                    // returns VALUE_TAIL
Value tail_invert(VM *vm);
int truth_of_result(VM *vm, u32 stage, Value value_taken);            // RET_TRUTH: 1, 0, -1 raised, 2 tail
// awaitables.c, await.c
Value generator_step(VM *vm, Value iterator, Value sent);              // coroutine_wrapper, asend, athrow: one step; may tail
Value get_awaitable(VM *vm, Value v, u32 context);                     // context: operand c of GET_AWAITABLE, 3: __anext__; may tail
Value raise_stop_iteration(VM *vm, Value value);                      // generators.c: StopIteration(value), without arguments for None
// Callable and first argument for a special method found on a type: returns the callable (borrowed), *self = argument or EMPTY.
// EMPTY without exception: needs __get__ written in Python.
Value special_callable(VM *vm, Ref special, Value object, Value *self);

// arithmetic.c: called by generic forms whose counter is 0; rewrites the opcode or sets the counter to wait
void quicken_binary(VM *vm, u64 *pc, Value *R);
#endif
