// Objects as runs of bytes: what the methods of bytes and bytearray begin with. Each method is written once for both; its result has the type of its
// first argument.
#ifndef KRAIT_BYTE_VIEWS_H
#define KRAIT_BYTE_VIEWS_H
#include "str_methods.h"

typedef struct ByteView { const u8 *data; u32 length; } ByteView;

INLINE u32 bytes_kind(VM *vm, Value v) { return is_object(v) ? kind_of(vm, v) : LAYOUT_INT; }

bool byte_view(VM *vm, Value v, ByteView *view); // of bytes, bytearray, their subclasses and memoryviews; false (no exception): of anything else
bool want_byte_view(VM *vm, Value v, ByteView *view); // the same; false: TypeError, or what raise_if_scattered raises
bool raise_if_scattered(VM *vm, Value v); // for a memoryview of bytes that do not lie in one piece, or a released one: BufferError, ValueError

Value bytes_like(VM *vm, Value model, const u8 *data, u32 length); // a new object of the model's kind
Value bytes_room(VM *vm, Value model, u64 length); // with room for `length` bytes that the caller fills: never one of the shared one-byte objects
u8 *bytes_data(VM *vm, Value v);
Value bytes_itself(VM *vm, Value v); // bytes are immutable; everything else is copied
Value bytes_slice(VM *vm, Value v, i64 start, i64 end);

bool is_byte_index(VM *vm, Value v); // an int, a bool or an instance of a subclass
bool byte_from_value(VM *vm, Value v, u8 *byte); // false: TypeError, ValueError
bool byte_item_index(VM *vm, Value self, Value key, i64 *index); // false: TypeError, IndexError

INLINE bool byte_is_space(u8 c) { return c == ' ' || (c >= 9 && c <= 13); }

// bytes_search.c
TEXT_METHOD(bytes_find); TEXT_METHOD(bytes_rfind); TEXT_METHOD(bytes_index); TEXT_METHOD(bytes_rindex); TEXT_METHOD(bytes_count);
TEXT_METHOD(bytes_contains); TEXT_METHOD(bytes_startswith); TEXT_METHOD(bytes_endswith); TEXT_METHOD(bytes_removeprefix);
TEXT_METHOD(bytes_removesuffix); TEXT_METHOD(bytes_strip); TEXT_METHOD(bytes_lstrip); TEXT_METHOD(bytes_rstrip); TEXT_METHOD(bytes_split);
TEXT_METHOD(bytes_rsplit); TEXT_METHOD(bytes_splitlines); TEXT_METHOD(bytes_partition); TEXT_METHOD(bytes_rpartition);
TEXT_METHOD(bytes_replace); TEXT_METHOD(bytes_join);

// Rows of the tables of methods.
#define DEF(type, name, function, low, high, signature) {name, function, low, high, BUILTIN_FLAG_METHOD, type, signature}
#define KW(type, name, function, low, high, signature) {name, function, low, high, BUILTIN_FLAG_METHOD | BUILTIN_FLAG_KEYWORDS, type, signature}
#define WRAP(type, name, function, count, signature) {name, function, count, count, BUILTIN_FLAG_METHOD | BUILTIN_FLAG_WRAPPER, type, signature}
#define PLAIN "($self, /)"
#define VALUE_SIGNATURE "($self, value, /)"
#endif
