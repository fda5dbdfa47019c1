// The VM struct lies at heap offset 0, so `vm` is also the heap's base address. The whole state of a running program is in the heap.
#ifndef KRAIT_VM_H
#define KRAIT_VM_H

#include "object.h"

// --- memory map (heap offsets) ---------------------------------------------------------------------------------------
#define STATIC_BASE 0x00010000u      // builtin types and singletons at constant offsets
#define STATIC_END 0x00100000u
#define PAGE_TABLE_BASE 0x00100000u  // PageInfo[65536]
#define CHECKSUM_WINDOW 0x00700000u   // bytes of files on their way through checksum.c
#define CHECKSUM_WINDOW_BYTES 16384u
#define TRACE_TABLE_BASE 0x00800000u   // TraceInfo[TRACE_MAX] (trace.h)
#define CONTINUATIONS_BASE 0x00900000u // u32[CONTINUATION_MAX]: code offsets of RET_TRACE, 0 = none (any more)
#define EXIT_COUNTERS_BASE 0x00A00000u // u32[EXIT_COUNTER_MAX], laid out by src/jit
#define TRACE_MAX 32768u
#define CONTINUATION_MAX 262144u
#define EXIT_COUNTER_MAX 1048576u
#define RECORD_CODES 64u
#define STACK_BASE 0x01000000u       // VM stack, grows up
#define STACK_LIMIT 0x05000000u      // 64 MiB
#define THREAD_STACKS 0x05000000u    // stacks of other threads than the first: src/vm/threads.ts
#define HEAP_BASE 0x15000000u        // pages of 64 KiB
#define HEAP_END 0xFFFF0000u
#define METHOD_CACHE_BASE 0x00006000u // MethodCacheEntry[METHOD_CACHE_SIZE] (types.c); the VM struct lies below
#define METHOD_CACHE_SIZE 2048u
#define FATAL_TEXT_AT 0x0000F000u     // text of a failed assertion (debug core)
#define FATAL_TEXT_BYTES 1024u

// Size classes and groups of the heap's pages (heap.c, heap_inline.h).
#define HEAP_OBJECTS 0u    // objects that can't be part of a cycle
#define HEAP_CONTAINERS 1u
#define HEAP_BLOCKS 2u
#define HEAP_CLASSES 54u
#define HEAP_LIST(group, size_class) ((group) * HEAP_CLASSES + (size_class))
#define HEAP_LISTS (3u * HEAP_CLASSES)
#define HEAP_RUN_BINS 17u

// Why core_enter returned. TypeScript serves it and calls core_enter again.
#define REASON_DONE 0u        // the entry frame returned; vm->result is its (owned) value
#define REASON_RAISE 1u       // an exception left the entry frame: vm->exception
#define REASON_HOST_CALL 2u   // call TypeScript function vm->host_id with vm->host_args/host_nargs/host_kwnames
#define REASON_HOST_RETURN 3u // a frame called by a TypeScript generator function returned: vm->result
#define REASON_HOST_UNWIND 4u // an exception left such a frame: vm->exception
#define REASON_INTERRUPT 5u   // vm->interrupt has bits for TypeScript (time-out, Ctrl-C, pause); enter again to go on
#define REASON_TRACE_DONE 6u  // a recording has ended: vm->record_end (trace.h); enter again to go on
#define REASON_HOT 7u         // a hot counter has run out: vm->hot_kind (trace.h); enter again to go on
#define REASON_FATAL 8u       // debug core: an assertion failed; vm->fatal_message

// How core_enter starts.
#define RESUME_RUN 0u    // go on at vm->pc, vm->fp
#define RESUME_VALUE 1u  // the host call is answered: vm->result (owned) goes where the call's result goes
#define RESUME_RAISE 2u  // the host call raised vm->exception
#define RESUME_CALL 3u   // call the callee whose window starts at vm->call_base (see frame.h) with vm->call_nargs, vm->call_kwnames and
                         // return mode RET_HOST or RET_DONE (vm->call_mode)

// vm->interrupt bits (may be set from another thread with an atomic or).
#define INTERRUPT_HOST 1u     // return REASON_INTERRUPT to TypeScript
#define INTERRUPT_TIMEOUT 2u  // also REASON_INTERRUPT
#define INTERRUPT_SIGNAL 4u   // also REASON_INTERRUPT
#define INTERRUPT_GC 8u       // served in the core at the next safe point
#define INTERRUPT_PENDING_CALLS 16u // weakref callbacks, __del__ waiting to run
#define INTERRUPT_TIER 32u // also REASON_INTERRUPT, but the program takes no notice: another thread has something for the JIT

typedef struct VM {
    // --- execution state, valid whenever no native code runs
    volatile u32 interrupt; // offset 0
    u32 tier_state;     // TIER_*; with `interrupt` one 64-bit word, which a trace's entry tests at once
    u32 resume;         // RESUME_*
    u32 exit_at;        // code offset of the TraceExit being taken (trace.h)
    u32 pc;             // heap offset of the current instruction of the top frame
    u32 fp;             // heap offset of R of the top frame, 0 = no frame
    Value result;
    Value exception;    // the exception being raised (owned), EMPTY if none
    Value handled;      // sys.exception(): the exception being handled in the current frame (owned), EMPTY if none
    u32 depth, recursion_limit;
    u32 stack_limit;    // heap offset; STACK_LIMIT unless lowered
    u32 stack_top;      // first free stack slot above everything live when control is with TypeScript
    // --- host call in progress
    u32 host_id, host_args /* heap offset of the first argument */, host_nargs, host_kwnames /* Ref of a tuple or 0 */;
    u32 host_builtin;   // the PyBuiltin called
    u32 host_mode;      // return mode + operand of the interrupted instruction (opaque to TypeScript: save and restore with host_*)
    u32 host_window;    // call window, dropped when answered
    u32 interrupt_raised; // interrupt bits for which raise_interrupt has raised already: TypeScript hears of them at the next safe point
    // --- call requested by TypeScript (RESUME_CALL)
    u32 call_base, call_nargs, call_kwnames, call_mode;
    // --- constants of traces: FLOAT_BIAS twice, which x86 wants aligned
    u64 float_biases[2];
    // --- tail call requested by a C function that returned VALUE_TAIL
    Value tail_callee;
    Value tail_args[8];
    u32 tail_nargs, tail_kind; // TAIL_*
    Ref tail_kwnames;          // owned tuple or 0
    u32 tail_mode;             // RET_* override, or RET_DEFAULT
    // --- heap
    u32 heap_top;       // first never-used page (offset)
    u32 heap_limit;     // memory limit: pages at or above may not be taken
    u32 free_runs[HEAP_RUN_BINS]; // free page runs by log2 of their length: page numbers, linked through PageInfo.next
    u32 pages_in_use;
    u32 free_lists[HEAP_LISTS]; // free blocks by HEAP_LIST(group, size class): offset of the first, 0 if none (see heap_inline.h)
    u32 carve_pages[HEAP_LISTS]; // page number from which new blocks of the list are cut, 0 if none
    u32 heap_trim_at;   // pages in use at which free blocks are next searched for whole free pages
    u32 heap_emergency; // > 0: the memory limit does not count (making a MemoryError, running finalisers)
    u32 live_containers, container_allocations, gc_threshold, gc_enabled;
    u32 gc_running, gc_collections, gc_collected, gc_uncollectable;
    Ref gc_garbage;     // list gc.garbage or 0
    u32 pending_finalizers; // list object of [callable, argument] waiting to be called at a safe point, or 0
    u32 trash_depth, trash_list; // bounded recursion in deallocation
    // --- interned strings, version counters
    u32 interned;       // block of Ref: open-addressed table of interned strings, which it does not count (strings.c)
    u32 interned_mask, interned_used;
    u32 type_version, dict_version, function_version, shape_count;
    // --- things TypeScript registers for the core (owned refs; 0 until bootstrap)
    Ref builtins_dict, sys_modules, prelude[128]; // prelude functions the core tail-calls: PRELUDE_*
    u32 hooks[32];      // host ids of cold operations: HOOK_*
    Ref main_module;
    u32 births;         // instances numbered so far: TYPE_NUMBERS_INSTANCES
    // --- statistics and debugging
    u64 instructions;   // debug core only
    u32 fatal_message;  // block with a C string
    u32 audit_flags;
    u32 crash_pad[2];
    u64 random_state[2];
    u32 hash_seed, nan_count; // NaNs told apart so far: construct.c
    Value scratch[16];
    // --- objects
    Ref special_names[112]; // interned "__init__", … by SPECIAL_*
    Ref private_module, private_name; // _krait, one of core_modules (borrowed), and that name
    Ref core_modules;       // dict name -> module made from core_functions tables ("math", "_krait" …)
    Value spare_memory_error;
    Value tail_aux;         // with tail_mode RET_GETATTR: owned tuple (object, name) for the __getattr__ fallback
    u32 finalized;          // set of objects whose __del__ was called (dealloc.c)
    u32 weakref_table;      // referent -> first weakref (weakrefs.c)
    u32 weakref_count;
    u32 host_freed, host_freed_count; // block of u32 host_index of dead PyHostObjects; TypeScript empties it
    u32 gc_again;           // finalisers were queued by a collection: collect once more when they have run
    u32 gc_live_after;      // containers alive after the last collection
    u32 gc_callbacks;       // reserved
    u32 gc_frozen, gc_debug;
    u32 audit_report, audit_state; // blocks: AuditLine[] of the last audit (audit.c); the running one
    u32 quarantine; // block: freed blocks that the debug core does not use again yet (quarantine.c)
    Value temp_name;        // attribute name made from an instance of a str subclass (owned)
    Ref instance_dict_getset, instance_weakref_getset; // models of the descriptors that classes get (statics.c)
    Ref names_cache[32];    // interned names the core needs: NAME_* (statics.c)
    // --- interpreter: what its handlers hand to each other besides their four arguments
    u32 reason;             // REASON_* with which the core is left
    u32 mode, aux;          // mode word (frame.h) and owned Ref of the call being made or the value being delivered
    u32 window;             // where that call's window is or was: free stack above everything live
    Value dead;             // object whose count has reached 0
    u32 stack_guard;        // where quick calls and hidden functions end: stack_limit less room for two frames of any size, or less (enter.c)
    u32 throwing;
    u32 trim_futile;    // 1: heap_trim has found nothing since pages were last given back
    u32 tail_outer_mode;    // second mode of a tail call (tail_wrap); RET_DEFAULT if none
    u32 tail_resume_kind;   // TAIL_RESUME: RESUMED_* in generators.c
    Value tail_outer_aux;
    // --- traces (trace.h)
    u32 jit_enabled;        // 0: hot counters run out without a word
    u32 hot_loop, hot_entry; // executions of a JUMP_BACK, a RESUME before it is reported
    u32 hot_kind, hot_pc, hot_exit; // what REASON_HOT reports: HOT_*, the instruction whose counter ran out, or the exit's number
    u32 step_pc, step_fp, step_code; // where the stepped instruction must end for its trace to go on, at this code offset
    u32 step_others, step_raised; // code offset of the StepOthers of that instruction, 0: none; STEP_RAISES if a handler has been found
    u32 records;            // block of TraceRecord[record_limit], made by TypeScript
    u32 record_count, record_limit, record_flags;
    u32 record_start_pc, record_start_fp, record_depth;
    u32 record_inner;       // inner loops' back edges that may still be taken
    u32 record_unroll;      // activations of one function in a recording, where calls of it are not followed otherwise
    u32 record_unroll_limit; // and records from which on they are not followed at all
    u32 record_skip_fp, record_last_fp, record_resumed_fp; // the recorder's own
    u32 record_end;         // RECORD_*
    u32 record_code_count;
    Ref record_codes[RECORD_CODES]; // code objects that the recording went through, owned until it has been read
    u32 traces_died;        // counts traces that a watcher killed
    u32 watches, watch_used, watch_free; // block of Watch[], see watch.c
    u32 watch_heads, watch_mask; // block of u32: hash table of first entries
    u32 watched_functions, trace_top; // watches of functions; highest trace number so far + 1
    u32 dead_types, dead_type_count; // memory of dead classes that inline caches still name, in a list: see types_release_dead
    Value spill[64];        // spill slots of the running trace
    u64 trace_stats[8];     // for code that tests make by hand
    u32 counting;           // 0, COUNTED_TABLES: every instruction is counted in `counts`, or OBSERVED_TABLES
    u32 counts;             // block of u64[512]: by opcode, instructions that the interpreter was given, and those of them that traces stepped
    Value found_key;        // what traces have looked up last, in which dict and with what outcome (trace_calls.c)
    u32 found_dict, found_version, found_entry, found_hash;
    // --- sys.settrace(), sys.setprofile() (interp/observe.c)
    Value trace_function, profile_function; // EMPTY: none
    u32 observed;           // the running thread has one of these
    u32 observer_runs;      // one of them is being called
    u32 observer_step;
    u32 observed_else, observed_jit; // what counting and jit_enabled are when nobody watches
    u32 compare_depth;      // of methods of the core that compare values for each other: compare.c
    u32 thread_id;          // of the running thread once a program has asked; 0 before
    Ref replaced_codes;     // dict: function -> the codes it had before, each under its own number (functions.c); 0: none
    // --- objects that lie apart (heap_apart): the lists that are not in use
    u32 apart_lists[HEAP_LISTS], apart_pages[HEAP_LISTS], apart_runs[HEAP_RUN_BINS], apart_end;
} VM;
_Static_assert(__builtin_offsetof(VM, float_biases) == FLOAT_BIASES_AT && FLOAT_BIASES_AT % 16 == 0, "stencils know it");
_Static_assert(sizeof(VM) <= METHOD_CACHE_BASE, "the VM struct runs into the method cache");

// Answer of a C function: EMPTY = exception set in vm->exception; VALUE_TAIL = "call what vm->tail_* says; its result is my result".
#define VALUE_TAIL ((Value)0x0000000100000000ull)
// tail_nargs, call_nargs and host_nargs count positional arguments; the values of the names in the kwnames tuple follow them.
#define TAIL_CALL 0u   // call tail_callee with tail_args
#define TAIL_RESUME 1u // resume generator tail_callee, sending tail_args[0]; tail_nargs: 0 send, 1 throw (tail_args[0] = exception)
#define TAIL_HOST 2u   // host function number tail_kind2 = value_ref(tail_callee) of vm->hooks with tail_args

// --- access ----------------------------------------------------------------------------------------------------------
#define AT(vm, type, offset) ((type *)((u8 *)(vm) + (u32)(offset)))
#define OBJ(vm, type, value) AT(vm, type, (u32)(value))
#define OFFSET_OF(vm, pointer) ((u32)((const u8 *)(pointer) - (const u8 *)(vm)))

INLINE ObjectHead *head_of(VM *vm, Value v) { return AT(vm, ObjectHead, (u32)v); }
INLINE Ref ref_type(VM *vm, Value v) { return head_of(vm, v)->type; } // v must be an object

#endif
