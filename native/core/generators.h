// Shared by the files about generators, coroutines and async generators.
#ifndef KRAIT_GENERATORS_H
#define KRAIT_GENERATORS_H
#include "interp/interp.h"
#include "iterators.h"

#define ITER_COROUTINE_WRAPPER (ITER_FIRST_GENERATOR_CODE + 0) // source = coroutine
#define ITER_ASEND (ITER_FIRST_GENERATOR_CODE + 1)             // source = async generator, extra = value to send, index = AWAIT_*
#define ITER_ATHROW (ITER_FIRST_GENERATOR_CODE + 2)            // source = async generator, extra = exception, EMPTY: aclose(); index = AWAIT_*
enum { AWAIT_FRESH, AWAIT_RUNNING, AWAIT_CLOSED };
// PyGenerator.hooks
#define AG_RUNNING 1u   // an asend or athrow is under way (perhaps waiting)
#define AG_CLOSED 2u
#define AG_HOOKED 4u     // sys.set_asyncgen_hooks() had its say
#define GEN_FINALIZED 8u // its close() was queued

INLINE PyGenerator *generator_at(VM *vm, Value v) { return OBJ(vm, PyGenerator, v); }
INLINE bool is_running(PyGenerator *g) { return g->state == GEN_RUNNING || g->state == GEN_DELEGATING; }

Value raise_plain(VM *vm, Ref type); // an exception without arguments

// generator_methods.c
// Asks for a resumption, kind = RESUMED_*: VALUE_TAIL.
Value tail_resume(VM *vm, Value generator, Value sent_taken, bool throwing, u32 kind);
// Argument of throw(): an exception, or its class. The exception (owned), VALUE_TAIL if the class must be called, EMPTY: TypeError.
Value exception_to_throw(VM *vm, Value type);
// throw(type, value, traceback), which is deprecated: the prelude warns, and makes one exception of them.
Value throw_parts(VM *vm, const char *name, Value *args, u32 nargs);
Value generator_close(VM *vm, Value *args, u32 nargs, Ref kwnames);
Value generator_itself(VM *vm, Value *args, u32 nargs, Ref kwnames);

// Rows of the tables of methods.
#define METHOD_ROW(name, function, least, most, type, signature) {name, function, least, most, BUILTIN_FLAG_METHOD, type, signature}
#define SLOT_ROW(name, function, type) {name, function, 1, 1, BUILTIN_FLAG_METHOD | BUILTIN_FLAG_WRAPPER, type, "($self, /)"}
#define GETTER_ROW(name, function, type) {name, function, 1, 1, BUILTIN_FLAG_GETTER, type, NULL}
#endif
