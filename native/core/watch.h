// What traces rely on without testing it, and their end when it changes.
//
// TypeScript says `core_watch(kind, ref, trace)` for every fact that a trace has folded. When the fact changes the trace is killed at once: its word
// `dead` is set, the instructions that entered it get their generic form back, its continuations are taken from the table (so frames that
// would return into it return to the interpreter), and every trace that jumps to it (WATCH_TRACE) is killed too. Its code stays until TypeScript frees it
// (vm->traces_died counts); a trace that may itself have caused the change tests `dead` before it goes on.
//
// Nothing pays for watching while nothing is watched, and little otherwise:
//   types       TYPE_WATCHED is tested where a version is taken away, which is rare
//   cells       the quick forms of STORE_GLOBAL and STORE_NAME test nothing. Watching a cell gives its dict a new keys_version instead, which sends
//               every quick form through the slow way once; there DICT_WATCHED is tested, and a watched cell gets no quick form
//   keys        DICT_WATCHED is tested where a dict with cells gets a new name, and the name looked up in builtins; traces must watch keys and not compare keys_version
//   functions   changes of __code__ and defaults are looked up; deaths if vm->watched_functions is not 0
//   code        PyCode.hot is set while a trace has an entry in it, or asked for
// A trace that compares with a number that is never used twice (PyType.version, PyFunction.version) needs no watch for it. One that compares with
// the offset of a type, shape or function must watch its life: the memory may be used again.
#ifndef KRAIT_WATCH_H
#define KRAIT_WATCH_H

#include "trace.h"

#define WATCH_TYPE 0u         // PyType: its version (attributes along the MRO) and its life. Also the way to watch a shape: shapes live as long as their class
#define WATCH_TYPE_LIFE 1u    // PyType: its life only
#define WATCH_CELL 2u         // cell of a dict with cells: its value; see core_watch_cell
#define WATCH_CELL_WRITTEN 3u // the trace writes this cell itself: kills who watches its value, and nobody may from now on
#define WATCH_KEYS 4u         // dict with cells: a name that is a builtin's too gets its first cell (a global hides a builtin); its life
#define WATCH_FUNCTION 5u     // PyFunction: code, defaults, keyword defaults; its life
#define WATCH_CODE 6u         // PyCode: its life
#define WATCH_TRACE 7u        // `ref` is the number of another trace that this one jumps to
#define WATCH_ENTRY 8u        // made by core_trace_enter: `ref` is the instruction

typedef struct Watch {
    u32 kind, ref;   // what
    u32 trace;       // who, 0: free
    u32 next_ref;    // hash chain
    u32 next_trace;  // list of the trace; of free ones
    u32 pad;
} Watch;

void watch_fire(VM *vm, u32 kind, u32 ref); // kills who watches it: it has changed
void watch_died(VM *vm, u32 kind, u32 ref); // the same: it is no more
void watch_kill_all(VM *vm);
bool watch_has(VM *vm, u32 kind, u32 ref);
COLD void watch_type_changed(VM *vm, PyType *type);
COLD void watch_type_died(VM *vm, PyType *type);
COLD void watch_cell_changed(VM *vm, Ref cell);
COLD void watch_dict_died(VM *vm, Ref dict);

INLINE void type_version_lost(VM *vm, PyType *t)
{
    t->version = 0;
    if (unlikely(t->flags & TYPE_WATCHED))
        watch_type_changed(vm, t);
}

#endif
