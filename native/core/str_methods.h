// Shared by the files with methods of str and bytes.
#ifndef KRAIT_STR_METHODS_H
#define KRAIT_STR_METHODS_H
#include "hooks.h"
#include "strings.h"

#define TEXT_METHOD(name) Value name(VM *vm, Value *args, u32 nargs, Ref kwnames)
#define STATIC_METHOD(name) static TEXT_METHOD(name)

bool is_str(VM *vm, Value v); // str or an instance of a subclass
bool slice_bound(VM *vm, Value *args, u32 nargs, u32 position, i64 length, bool is_end, i64 *bound);
bool bind_keywords(VM *vm, Value *args, u32 nargs, Ref kwnames, const char *method, const char *const *names, u32 count, Value *slots);
bool char_is_space(u32 c);
void reverse_list(VM *vm, Value list);
// keepends of splitlines() called on an object of `type`: whether ends stay; -1: the method's answer is *answer (EMPTY, or a call that asks).
int keep_ends(VM *vm, Ref type, Value *args, u32 nargs, Ref kwnames, Value *answer);
Value str_plain(VM *vm, Value v);

// A method has raised TypeError: if one of the arguments `which` (bits) is an object with __index__, the method is called again with what that
// gives; else EMPTY. Methods wrapped so look at all such arguments before they change anything.
COLD Value call_again_with_index(VM *vm, const char *name, u32 which, Value *args, u32 nargs, Ref kwnames);
#define WITH_INDEX(function, name, which) \
    static Value function##_with_index(VM *vm, Value *args, u32 nargs, Ref kwnames) \
    { \
        Value result = function(vm, args, nargs, kwnames); \
        return likely(result != EMPTY) ? result : call_again_with_index(vm, name, which, args, nargs, kwnames); \
    }

TEXT_METHOD(str_find_method); TEXT_METHOD(str_rfind); TEXT_METHOD(str_index); TEXT_METHOD(str_rindex); TEXT_METHOD(str_count); TEXT_METHOD(str_contains);
TEXT_METHOD(str_startswith); TEXT_METHOD(str_endswith); TEXT_METHOD(str_removeprefix); TEXT_METHOD(str_removesuffix);
TEXT_METHOD(str_strip); TEXT_METHOD(str_lstrip); TEXT_METHOD(str_rstrip);
TEXT_METHOD(str_split); TEXT_METHOD(str_rsplit); TEXT_METHOD(str_splitlines); TEXT_METHOD(str_partition); TEXT_METHOD(str_rpartition); TEXT_METHOD(str_replace);

u32 encoding_of(VM *vm, Value name_or_empty); // 1 UTF-8, 2 Latin-1, 3 ASCII, 0 another one
void change_case(u8 *to, const u8 *from, u32 length, u32 op);
Value str_repeat(VM *vm, Value text, i64 count);
#endif
