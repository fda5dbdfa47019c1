// Written by src/bytecode/generate-c.ts from opcodes.ts and specialised.ts: do not edit.
#ifndef KRAIT_OPCODES_H
#define KRAIT_OPCODES_H

#include "../value.h"

// One instruction word; `caches` words of inline cache follow it. Jumps count words from the instruction itself.
typedef struct Instruction {
    u8 op, flags;
    u16 a, b, c;
} Instruction;
_Static_assert(sizeof(Instruction) == 8, "an instruction is one word");
INLINE u32 instruction_wide(Instruction i) { return (u32)i.b | (u32)i.c << 16; } // operand kinds J, K and I

// name, id, cache words, form
#define OPCODES(X) \
    X(NOP, 0, 0, "---") \
    X(MOVE, 1, 0, "wr-") \
    X(TAKE, 2, 0, "wr-") \
    X(LOAD_CONST, 3, 0, "wK+") \
    X(LOAD_INT, 4, 0, "wI+") \
    X(DROP, 5, 0, "r--") \
    X(DELETE_LOCAL, 6, 0, "r--") \
    X(CHECK_BOUND, 7, 0, "r--") \
    X(MAKE_CELL, 8, 0, "x--") \
    X(LOAD_CELL, 9, 0, "wr-") \
    X(STORE_CELL, 10, 0, "rr-") \
    X(DELETE_CELL, 11, 0, "r--") \
    X(LOAD_FREE, 12, 0, "wi-") \
    X(STORE_FREE, 13, 0, "ir-") \
    X(DELETE_FREE, 14, 0, "i--") \
    X(LOAD_FREE_CELL, 15, 0, "wi-") \
    X(LOAD_GLOBAL, 16, 1, "wn-") \
    X(STORE_GLOBAL, 17, 1, "rn-") \
    X(DELETE_GLOBAL, 18, 0, "-n-") \
    X(LOAD_NAME, 19, 1, "wn-") \
    X(STORE_NAME, 20, 1, "rn-") \
    X(DELETE_NAME, 21, 0, "-n-") \
    X(LOAD_CLASS_FREE, 22, 0, "wni") \
    X(LOAD_CLASS_CELL, 23, 0, "wnr") \
    X(LOAD_DICT_OR_GLOBAL, 24, 0, "wnr") \
    X(LOAD_DICT_OR_FREE, 25, 0, "wir") \
    X(GETATTR, 26, 2, "wrn") \
    X(SETATTR, 27, 2, "rrn") \
    X(DELATTR, 28, 0, "r-n") \
    X(LOAD_METHOD, 29, 2, "Wrn") \
    X(LOAD_SUPER_ATTR, 30, 1, "wFn") \
    X(LOAD_SUPER_METHOD, 31, 1, "WFn") \
    X(GETITEM, 32, 1, "wrr") \
    X(SETITEM, 33, 1, "rrr") \
    X(DELITEM, 34, 0, "rr-") \
    X(BUILD_SLICE, 35, 0, "wFi") \
    X(BINARY, 36, 1, "wrr") \
    X(BINARY_K, 37, 2, "wr-") \
    X(COMPARE, 38, 1, "wrr") \
    X(COMPARE_K, 39, 2, "wr-") \
    X(JUMP_CMP, 40, 1, "jrr") \
    X(JUMP_CMP_K, 41, 2, "jr-") \
    X(IS, 42, 0, "wrr") \
    X(JUMP_IS, 43, 0, "jrr") \
    X(JUMP_NONE, 44, 0, "jr-") \
    X(CONTAINS, 45, 1, "wrr") \
    X(JUMP_CONTAINS, 46, 1, "jrr") \
    X(NOT, 47, 0, "wr-") \
    X(NEGATE, 48, 0, "wr-") \
    X(POSITIVE, 49, 0, "wr-") \
    X(INVERT, 50, 0, "wr-") \
    X(TO_BOOL, 51, 0, "wr-") \
    X(JUMP, 52, 0, "-J+") \
    X(JUMP_BACK, 53, 1, "-J+") \
    X(JUMP_IF, 54, 0, "rJ+") \
    X(GET_ITER, 55, 0, "wr-") \
    X(FOR_ITER, 56, 1, "wrj") \
    X(UNPACK, 57, 1, "Fri") \
    X(UNPACK_EX, 58, 0, "Fri") \
    X(BUILD_TUPLE, 59, 0, "wFi") \
    X(BUILD_LIST, 60, 0, "wFi") \
    X(BUILD_SET, 61, 0, "wFi") \
    X(BUILD_MAP, 62, 0, "wFi") \
    X(BUILD_STRING, 63, 0, "wFi") \
    X(LIST_APPEND, 64, 0, "rr-") \
    X(LIST_EXTEND, 65, 0, "rr-") \
    X(LIST_TO_TUPLE, 66, 0, "wr-") \
    X(SET_ADD, 67, 0, "rr-") \
    X(SET_UPDATE, 68, 0, "rr-") \
    X(MAP_ADD, 69, 0, "rrr") \
    X(DICT_UPDATE, 70, 0, "rr-") \
    X(DICT_MERGE, 71, 0, "rrr") \
    X(FORMAT_VALUE, 72, 0, "wri") \
    X(FORMAT_SPEC, 73, 0, "wFi") \
    X(CONVERT, 74, 0, "wri") \
    X(MAKE_FUNCTION, 75, 0, "wK+") \
    X(SET_FUNCTION_ATTR, 76, 0, "rri") \
    X(CALL, 77, 2, "wWi") \
    X(CALL_METHOD, 78, 2, "wWi") \
    X(CALL_KW, 79, 1, "wWi") \
    X(CALL_METHOD_KW, 80, 1, "wWi") \
    X(CALL_EX, 81, 0, "wWi") \
    X(RETURN, 82, 0, "r--") \
    X(RETURN_CONST, 83, 0, "-K+") \
    X(RETURN_GENERATOR, 84, 0, "---") \
    X(YIELD, 85, 0, "wri") \
    X(SEND, 86, 1, "xrj") \
    X(GET_YIELD_FROM_ITER, 87, 0, "wr-") \
    X(GET_AWAITABLE, 88, 0, "wri") \
    X(GET_AITER, 89, 0, "wr-") \
    X(GET_ANEXT, 90, 0, "wr-") \
    X(END_ASYNC_FOR, 91, 0, "r--") \
    X(CLEANUP_THROW, 92, 0, "wr-") \
    X(RAISE, 93, 0, "rri") \
    X(RERAISE, 94, 0, "r--") \
    X(PUSH_EXC, 95, 0, "wr-") \
    X(POP_EXC, 96, 0, "r--") \
    X(EXC_MATCH, 97, 0, "wrr") \
    X(EXC_GROUP_MATCH, 98, 0, "Frr") \
    X(LOAD_SPECIAL, 99, 0, "Wri") \
    X(WITH_EXIT, 100, 0, "wWr") \
    X(IMPORT_NAME, 101, 0, "wFn") \
    X(IMPORT_FROM, 102, 0, "wrn") \
    X(INTRINSIC, 103, 0, "wFi") \
    X(MATCH_MAPPING, 104, 0, "wr-") \
    X(MATCH_SEQUENCE, 105, 0, "wr-") \
    X(MATCH_KEYS, 106, 0, "wrr") \
    X(MATCH_CLASS, 107, 0, "wFi") \
    X(GET_LEN, 108, 0, "wr-") \
    X(COPY_FREE, 109, 0, "---") \
    X(RESUME, 110, 1, "i--") \
    X(DICT_COPY_REST, 111, 0, "wrr")
// name, id, cache words, generic opcode
#define SPECIALISED_OPCODES(X) \
    X(ADD_INT, 120, 1, BINARY) \
    X(SUB_INT, 121, 1, BINARY) \
    X(MUL_INT, 122, 1, BINARY) \
    X(TRUEDIV_INT, 123, 1, BINARY) \
    X(FLOORDIV_INT, 124, 1, BINARY) \
    X(MOD_INT, 125, 1, BINARY) \
    X(LSHIFT_INT, 126, 1, BINARY) \
    X(RSHIFT_INT, 127, 1, BINARY) \
    X(AND_INT, 128, 1, BINARY) \
    X(OR_INT, 129, 1, BINARY) \
    X(XOR_INT, 130, 1, BINARY) \
    X(ADD_FLOAT, 131, 1, BINARY) \
    X(SUB_FLOAT, 132, 1, BINARY) \
    X(MUL_FLOAT, 133, 1, BINARY) \
    X(TRUEDIV_FLOAT, 134, 1, BINARY) \
    X(ADD_MIXED, 135, 1, BINARY) \
    X(SUB_MIXED, 136, 1, BINARY) \
    X(MUL_MIXED, 137, 1, BINARY) \
    X(TRUEDIV_MIXED, 138, 1, BINARY) \
    X(ADD_STR, 139, 1, BINARY) \
    X(ADD_INT_K, 140, 2, BINARY_K) \
    X(SUB_INT_K, 141, 2, BINARY_K) \
    X(SUB_INT_KL, 142, 2, BINARY_K) \
    X(MUL_INT_K, 143, 2, BINARY_K) \
    X(FLOORDIV_INT_K, 144, 2, BINARY_K) \
    X(MOD_INT_K, 145, 2, BINARY_K) \
    X(LSHIFT_INT_K, 146, 2, BINARY_K) \
    X(LSHIFT_INT_KL, 147, 2, BINARY_K) \
    X(RSHIFT_INT_K, 148, 2, BINARY_K) \
    X(AND_INT_K, 149, 2, BINARY_K) \
    X(ADD_FLOAT_K, 150, 2, BINARY_K) \
    X(SUB_FLOAT_K, 151, 2, BINARY_K) \
    X(SUB_FLOAT_KL, 152, 2, BINARY_K) \
    X(MUL_FLOAT_K, 153, 2, BINARY_K) \
    X(TRUEDIV_FLOAT_K, 154, 2, BINARY_K) \
    X(TRUEDIV_FLOAT_KL, 155, 2, BINARY_K) \
    X(COMPARE_INT, 156, 1, COMPARE) \
    X(COMPARE_FLOAT, 157, 1, COMPARE) \
    X(COMPARE_STR, 158, 1, COMPARE) \
    X(COMPARE_INT_K, 159, 2, COMPARE_K) \
    X(COMPARE_FLOAT_K, 160, 2, COMPARE_K) \
    X(JUMP_LT_INT, 161, 1, JUMP_CMP) \
    X(JUMP_LE_INT, 162, 1, JUMP_CMP) \
    X(JUMP_EQ_INT, 163, 1, JUMP_CMP) \
    X(JUMP_NE_INT, 164, 1, JUMP_CMP) \
    X(JUMP_GT_INT, 165, 1, JUMP_CMP) \
    X(JUMP_GE_INT, 166, 1, JUMP_CMP) \
    X(JUMP_LT_FLOAT, 167, 1, JUMP_CMP) \
    X(JUMP_LE_FLOAT, 168, 1, JUMP_CMP) \
    X(JUMP_EQ_FLOAT, 169, 1, JUMP_CMP) \
    X(JUMP_NE_FLOAT, 170, 1, JUMP_CMP) \
    X(JUMP_GT_FLOAT, 171, 1, JUMP_CMP) \
    X(JUMP_GE_FLOAT, 172, 1, JUMP_CMP) \
    X(JUMP_CMP_STR, 173, 1, JUMP_CMP) \
    X(JUMP_LT_INT_K, 174, 2, JUMP_CMP_K) \
    X(JUMP_LE_INT_K, 175, 2, JUMP_CMP_K) \
    X(JUMP_EQ_INT_K, 176, 2, JUMP_CMP_K) \
    X(JUMP_NE_INT_K, 177, 2, JUMP_CMP_K) \
    X(JUMP_GT_INT_K, 178, 2, JUMP_CMP_K) \
    X(JUMP_GE_INT_K, 179, 2, JUMP_CMP_K) \
    X(JUMP_LT_FLOAT_K, 180, 2, JUMP_CMP_K) \
    X(JUMP_LE_FLOAT_K, 181, 2, JUMP_CMP_K) \
    X(JUMP_EQ_FLOAT_K, 182, 2, JUMP_CMP_K) \
    X(JUMP_NE_FLOAT_K, 183, 2, JUMP_CMP_K) \
    X(JUMP_GT_FLOAT_K, 184, 2, JUMP_CMP_K) \
    X(JUMP_GE_FLOAT_K, 185, 2, JUMP_CMP_K) \
    X(LOAD_GLOBAL_CELL, 186, 1, LOAD_GLOBAL) \
    X(LOAD_GLOBAL_BUILTIN, 187, 1, LOAD_GLOBAL) \
    X(STORE_GLOBAL_CELL, 188, 1, STORE_GLOBAL) \
    X(LOAD_NAME_CELL, 189, 1, LOAD_NAME) \
    X(LOAD_NAME_BUILTIN, 190, 1, LOAD_NAME) \
    X(STORE_NAME_CELL, 191, 1, STORE_NAME) \
    X(GETATTR_SLOT, 192, 2, GETATTR) \
    X(GETATTR_OVERFLOW, 193, 2, GETATTR) \
    X(GETATTR_MEMBER, 194, 2, GETATTR) \
    X(GETATTR_CONSTANT, 195, 2, GETATTR) \
    X(GETATTR_MODULE, 196, 2, GETATTR) \
    X(GETATTR_TYPE, 197, 2, GETATTR) \
    X(GETATTR_PROPERTY, 198, 2, GETATTR) \
    X(GETATTR_GETSET, 199, 2, GETATTR) \
    X(SETATTR_SLOT, 200, 2, SETATTR) \
    X(SETATTR_OVERFLOW, 201, 2, SETATTR) \
    X(SETATTR_MEMBER, 202, 2, SETATTR) \
    X(SETATTR_ADD, 203, 2, SETATTR) \
    X(LOAD_METHOD_INSTANCE, 204, 2, LOAD_METHOD) \
    X(LOAD_METHOD_BUILTIN, 205, 2, LOAD_METHOD) \
    X(LOAD_METHOD_MODULE, 206, 2, LOAD_METHOD) \
    X(LOAD_METHOD_TYPE, 207, 2, LOAD_METHOD) \
    X(LOAD_METHOD_CLASSMETHOD, 208, 2, LOAD_METHOD) \
    X(LOAD_METHOD_SLOT, 209, 2, LOAD_METHOD) \
    X(GETITEM_LIST_INT, 210, 1, GETITEM) \
    X(GETITEM_TUPLE_INT, 211, 1, GETITEM) \
    X(GETITEM_STR_INT, 212, 1, GETITEM) \
    X(GETITEM_DICT, 213, 1, GETITEM) \
    X(SETITEM_LIST_INT, 214, 1, SETITEM) \
    X(SETITEM_DICT, 215, 1, SETITEM) \
    X(CALL_PY, 216, 2, CALL) \
    X(CALL_CORE, 217, 2, CALL) \
    X(CALL_CLASS, 218, 2, CALL) \
    X(CALL_LEN, 219, 2, CALL) \
    X(CALL_METHOD_PY, 220, 2, CALL_METHOD) \
    X(CALL_METHOD_CORE, 221, 2, CALL_METHOD) \
    X(CALL_METHOD_APPEND, 222, 2, CALL_METHOD) \
    X(FOR_ITER_RANGE, 223, 1, FOR_ITER) \
    X(FOR_ITER_LIST, 224, 1, FOR_ITER) \
    X(FOR_ITER_TUPLE, 225, 1, FOR_ITER) \
    X(FOR_ITER_GENERATOR, 226, 1, FOR_ITER) \
    X(FOR_ITER_BUILTIN, 227, 1, FOR_ITER) \
    X(UNPACK_TUPLE, 228, 1, UNPACK) \
    X(UNPACK_TUPLE_2, 229, 1, UNPACK) \
    X(UNPACK_LIST, 230, 1, UNPACK) \
    X(SEND_GENERATOR, 231, 1, SEND) \
    X(CALL_FAST, 232, 2, CALL) \
    X(JUMP_BACK_TRACE, 233, 1, JUMP_BACK) \
    X(RESUME_TRACE, 234, 1, RESUME)

enum {
#define X(name, id, caches, form) OP_##name = id,
    OPCODES(X)
    SPECIALISED_OPCODES(X)
#undef X
};
#define FIRST_SPECIALISED_OP 120

// Words of inline cache by opcode.
static const u8 opcode_caches[256] __attribute__((unused)) = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 2, 2, 0, 2, 1, 1,
    1, 1, 0, 0, 1, 2, 1, 2, 1, 2, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2,
    2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1,
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
};

// Which operands name registers: bit 0 a, 1 b, 2 c; bit 3: b is a call window.
static const u8 opcode_registers[256] __attribute__((unused)) = {
    0, 3, 3, 1, 1, 1, 1, 1, 1, 3, 3, 1, 1, 2, 0, 1, 1, 1, 0, 1, 1, 0, 1, 5, 5, 5, 3, 3, 1, 3, 3, 3,
    7, 7, 3, 3, 7, 3, 7, 3, 6, 2, 7, 6, 2, 7, 6, 3, 3, 3, 3, 3, 0, 0, 1, 3, 3, 3, 3, 3, 3, 3, 3, 3,
    3, 3, 3, 3, 3, 7, 3, 7, 3, 3, 3, 1, 3, 11, 11, 11, 11, 11, 1, 0, 0, 3, 3, 3, 3, 3, 3, 1, 3, 3, 1, 3,
    1, 7, 7, 3, 15, 3, 3, 3, 3, 3, 7, 3, 3, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 7, 7, 7, 7, 7, 7, 7, 7,
    7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 7, 7, 7, 3,
    3, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1,
    3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 7, 7, 7, 7, 7, 7, 11, 11, 11, 11, 11, 11, 11, 3,
    3, 3, 3, 3, 3, 3, 3, 3, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
};

// The generic opcode of a specialised one; itself for a generic one.
static const u8 opcode_generic[256] __attribute__((unused)) = {
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
    32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63,
    64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95,
    96, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 0, 0, 0, 0, 0, 0, 0, 0, 36, 36, 36, 36, 36, 36, 36, 36,
    36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 37, 38, 38, 38, 39,
    39, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 41, 16, 16, 17, 19, 19, 20,
    26, 26, 26, 26, 26, 26, 26, 26, 27, 27, 27, 27, 29, 29, 29, 29, 29, 29, 32, 32, 32, 32, 33, 33, 77, 77, 77, 77, 78, 78, 78, 56,
    56, 56, 56, 56, 57, 57, 57, 86, 77, 53, 110, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
};

enum {
    FLAG_DROP_A = 1,
    FLAG_DROP_B = 2,
    FLAG_DROP_C = 4,
    FLAG_CONST_LEFT = 8,
    FLAG_INPLACE = 16,
    FLAG_INVERT = 32,
};

// Order of the add…matmul block in specials.h: SPECIAL_add + op.
enum {
    BINARY_ADD = 0,
    BINARY_SUB = 1,
    BINARY_MUL = 2,
    BINARY_TRUEDIV = 3,
    BINARY_FLOORDIV = 4,
    BINARY_MOD = 5,
    BINARY_POW = 6,
    BINARY_LSHIFT = 7,
    BINARY_RSHIFT = 8,
    BINARY_AND = 9,
    BINARY_OR = 10,
    BINARY_XOR = 11,
    BINARY_MATMUL = 12,
};

// Order of lt…ge in specials.h: SPECIAL_lt + op.
enum {
    COMPARE_LT = 0,
    COMPARE_LE = 1,
    COMPARE_EQ = 2,
    COMPARE_NE = 3,
    COMPARE_GT = 4,
    COMPARE_GE = 5,
};

enum {
    FUNCTION_ATTR_DEFAULTS = 0,
    FUNCTION_ATTR_KWDEFAULTS = 1,
    FUNCTION_ATTR_ANNOTATIONS = 2,
    FUNCTION_ATTR_CLOSURE = 3,
    FUNCTION_ATTR_ANNOTATE = 4,
    FUNCTION_ATTR_TYPE_PARAMS = 5,
};

enum {
    SPECIAL_METHOD_ENTER = 0,
    SPECIAL_METHOD_EXIT = 1,
    SPECIAL_METHOD_AENTER = 2,
    SPECIAL_METHOD_AEXIT = 3,
};

enum {
    CONVERSION_NONE = 0,
    CONVERSION_STR = 1,
    CONVERSION_REPR = 2,
    CONVERSION_ASCII = 3,
};

enum {
    INTRINSIC_IMPORT_STAR = 0,
    INTRINSIC_PRINT_EXPR = 1,
    INTRINSIC_STOPITERATION_ERROR = 2,
    INTRINSIC_ASYNC_GEN_WRAP = 3,
    INTRINSIC_TYPEVAR = 4,
    INTRINSIC_TYPEVAR_WITH_BOUND = 5,
    INTRINSIC_TYPEVAR_WITH_CONSTRAINTS = 6,
    INTRINSIC_PARAMSPEC = 7,
    INTRINSIC_TYPEVARTUPLE = 8,
    INTRINSIC_SUBSCRIPT_GENERIC = 9,
    INTRINSIC_TYPEALIAS = 10,
    INTRINSIC_SET_TYPEPARAM_DEFAULT = 11,
    INTRINSIC_PREP_RERAISE_STAR = 12,
    INTRINSIC_SETUP_ANNOTATIONS = 13,
    INTRINSIC_BUILD_TEMPLATE = 14,
    INTRINSIC_BUILD_INTERPOLATION = 15,
    INTRINSIC_LOAD_LOCALS = 16,
    INTRINSIC_ASSERTION_ERROR = 17,
    INTRINSIC_GENERIC_BASE_NAME = 18,
    INTRINSIC_UNSUPPORTED = 19,
    INTRINSIC_BUILD_CLASS = 20,
    INTRINSIC_CHECK_MAPPING_NOT = 21,
    INTRINSIC_NOT_IMPLEMENTED_ERROR = 22,
};

#endif
