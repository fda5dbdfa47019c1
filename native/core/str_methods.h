// Shared by the files with methods of str and bytes.
#ifndef KRAIT_STR_METHODS_H
#define KRAIT_STR_METHODS_H
#include "hooks.h"
#include "strings.h"

#define METHOD(name) Value name(VM *vm, Value *args, u32 nargs, Ref kwnames)

bool is_str(VM *vm, Value v); // str or an instance of a subclass
bool slice_bound(VM *vm, Value *args, u32 nargs, u32 position, i64 length, bool is_end, i64 *bound);
bool bind_keywords(VM *vm, Value *args, u32 nargs, Ref kwnames, const char *method, const char *const *names, u32 count, Value *slots);
bool char_is_space(u32 c);
Value str_plain(VM *vm, Value v);

METHOD(str_find_method); METHOD(str_rfind); METHOD(str_index); METHOD(str_rindex); METHOD(str_count); METHOD(str_contains);
METHOD(str_startswith); METHOD(str_endswith); METHOD(str_removeprefix); METHOD(str_removesuffix);
METHOD(str_strip); METHOD(str_lstrip); METHOD(str_rstrip);
METHOD(str_split); METHOD(str_rsplit); METHOD(str_splitlines); METHOD(str_partition); METHOD(str_rpartition); METHOD(str_replace);

u32 encoding_of(VM *vm, Value name_or_empty); // 1 UTF-8, 2 Latin-1, 3 ASCII, 0 another one
void change_case(u8 *to, const u8 *from, u32 length, u32 op);
Value str_repeat(VM *vm, Value text, i64 count);
#endif
