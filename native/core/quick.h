// Rows of the table in quick_functions.c that lie in other files.
#ifndef KRAIT_QUICK_H
#define KRAIT_QUICK_H
#include "core.h"

#define QUICK_ROW(name) Value name(VM *vm, Value *args, u32 nargs, Ref kwnames)
// frames.c
QUICK_ROW(quick_getframe);
QUICK_ROW(quick_globals);
// quick_bytes.c
QUICK_ROW(quick_crc32);
QUICK_ROW(quick_adler32);
QUICK_ROW(quick_b2a_base64);
QUICK_ROW(quick_a2b_base64);
QUICK_ROW(quick_hexlify);
QUICK_ROW(quick_translate);
QUICK_ROW(quick_unhexlify);
QUICK_ROW(quick_export);
QUICK_ROW(quick_import); // quick_import.c
QUICK_ROW(quick_digest); // hashes.c
// quick_classes.c
QUICK_ROW(quick_type_new);
QUICK_ROW(quick_type_init);
QUICK_ROW(quick_build_class);
QUICK_ROW(quick_finish_class);
// quick_namespaces.c
QUICK_ROW(quick_dir);
QUICK_ROW(quick_eval);
// quick_objects.c
QUICK_ROW(quick_format);
QUICK_ROW(quick_get_ident);
QUICK_ROW(quick_reduce);
QUICK_ROW(quick_repr);
QUICK_ROW(quick_union);
QUICK_ROW(quick_vars);
QUICK_ROW(quick_pow); // number_methods.c
QUICK_ROW(quick_print); // builtins_text.c

// Builtins that TypeScript has too, for plain arguments (fast_builtins.c): EMPTY without an exception otherwise, and nothing is changed.
#define FAST_BUILTINS 13u
typedef struct FastBuiltin { const char *name; u32 nargs; Value (*function)(VM *vm, Value *args); } FastBuiltin;
extern const FastBuiltin fast_builtins[FAST_BUILTINS];
#endif
