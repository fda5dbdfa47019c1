/**
 * The instruction set as data: one row an opcode; the compiler, verifier, disassembler, C core (native/core/generated/opcodes.h is
 * written from this table) and recorder derive everything else from it.
 *
 * One instruction is one 64-bit little-endian word `u8 op, u8 flags, u16 a, u16 b, u16 c`, followed by `caches` words of inline cache.
 * Operand letters in `form` (for a, b, c in this order):
 *   w register written (its old value is dropped) · r register read (borrowed unless its drop flag is set) · x read and written in place
 *   k constant index · n name index · i plain number · j jump (signed 16 bits, in words from this instruction) · - unused
 *   J (in b, with c = "+") jump of signed 32 bits over b (low) and c (high)   K (in b, c = "+") constant index of 32 bits
 *   W first of a call window (see native/core/frame.h) · F first of several consecutive registers
 * Flags: DROP_A/B/C: that operand is a temporary at its last use: the instruction takes it over and leaves the register without a
 * reference (also when it raises: unwinding drops it). The written register may be the same as a dropped operand, or lie in a consumed
 * window: operands are released before the result is written. Specialised forms on ints and floats may ignore them: numbers are not references.
 * `caches`: words that start as written by the compiler (0 unless stated) and belong to the interpreter afterwards.
 */
export interface OpcodeInfo {
  readonly id: number;
  readonly form: string;
  readonly caches?: number;
  /** Generic opcode this is a specialised form of; the compiler never emits it. */
  readonly specialises?: string;
  readonly doc?: string;
}

export const Flag = { DROP_A: 1, DROP_B: 2, DROP_C: 4, CONST_LEFT: 8, INPLACE: 16, INVERT: 32 } as const;

/** Sub-operations of BINARY*: order of the `add…matmul` block in native/core/specials.h. */
// biome-ignore format: a table
export const BinaryOp = {
  ADD: 0, SUB: 1, MUL: 2, TRUEDIV: 3, FLOORDIV: 4, MOD: 5, POW: 6, LSHIFT: 7, RSHIFT: 8, AND: 9, OR: 10, XOR: 11, MATMUL: 12,
} as const;
/** Sub-operations of COMPARE and JUMP_CMP: order of lt…ge in specials.h. */
export const CompareOp = { LT: 0, LE: 1, EQ: 2, NE: 3, GT: 4, GE: 5 } as const;
/** Operand c of SET_FUNCTION_ATTR. */
export const FunctionAttr = {
  DEFAULTS: 0,
  KWDEFAULTS: 1,
  ANNOTATIONS: 2,
  CLOSURE: 3,
  ANNOTATE: 4,
  TYPE_PARAMS: 5,
} as const;
/** Operand c of LOAD_SPECIAL. */
export const SpecialMethod = { ENTER: 0, EXIT: 1, AENTER: 2, AEXIT: 3 } as const;
/** Operand c of FORMAT_VALUE: conversion. */
export const Conversion = { NONE: 0, STR: 1, REPR: 2, ASCII: 3 } as const;
/** Operand c of INTRINSIC: rare operations on R[b] (and following registers), result in R[a]. Served by core or host. */
// biome-ignore format: a table
export const Intrinsic = {
  IMPORT_STAR: 0, // R[b] = module: copies its public names to the frame's namespace (globals or R[0]); result None
  PRINT_EXPR: 1, // sys.displayhook(R[b]); result None ("single" mode)
  STOPITERATION_ERROR: 2, // R[b] = exception escaping a generator/coroutine body: result the exception to raise (RuntimeError from StopIteration)
  ASYNC_GEN_WRAP: 3, // wraps a value yielded by an async generator
  TYPEVAR: 4, // R[b] = name
  TYPEVAR_WITH_BOUND: 5, // R[b] = name, R[b+1] = evaluator function
  TYPEVAR_WITH_CONSTRAINTS: 6, // R[b] = name, R[b+1] = evaluator function
  PARAMSPEC: 7,
  TYPEVARTUPLE: 8,
  SUBSCRIPT_GENERIC: 9, // R[b] = tuple of type parameters: typing.Generic[...]
  TYPEALIAS: 10, // R[b] = name, R[b+1] = type params or None, R[b+2] = evaluator
  SET_TYPEPARAM_DEFAULT: 11, // R[b] = type parameter, R[b+1] = evaluator; result the parameter
  PREP_RERAISE_STAR: 12, // R[b] = original exception, R[b+1] = list of raised/unhandled; result exception to raise or None
  SETUP_ANNOTATIONS: 13, // makes __annotations__ in the namespace if missing (only where PEP 649 still needs it)
  BUILD_TEMPLATE: 14, // R[b] = tuple of strings, R[b+1] = tuple of interpolations (string.templatelib.Template)
  BUILD_INTERPOLATION: 15, // R[b] = value, R[b+1] = expression text, R[b+2] = conversion str or None, R[b+3] = format spec
  LOAD_LOCALS: 16, // the frame's locals() mapping
  ASSERTION_ERROR: 17, // the builtin AssertionError, whatever the namespace says
  GENERIC_BASE_NAME: 18, // reserved
  UNSUPPORTED: 19, // raises NotImplementedError(R[b])
  BUILD_CLASS: 20, // the builtin __build_class__
  CHECK_MAPPING_NOT: 21, // reserved
  NOT_IMPLEMENTED_ERROR: 22, // the builtin NotImplementedError, whatever the namespace says (format check of __annotate__)
} as const;

// biome-ignore format: a table
export const OPCODES = {
  // --- moves
  NOP: { id: 0, form: "---" },
  MOVE: { id: 1, form: "wr-", doc: "R[a] = new reference to R[b]" },
  TAKE: { id: 2, form: "wr-", doc: "R[a] = R[b], whose reference moves; R[b] is EMPTY afterwards. R[b] may be EMPTY (self of LOAD_SPECIAL)" },
  LOAD_CONST: { id: 3, form: "wK+", doc: "R[a] = consts[b|c<<16]" },
  LOAD_INT: { id: 4, form: "wI+", doc: "R[a] = the int in b|c<<16 (signed 32 bits)" },
  DROP: { id: 5, form: "r--", doc: "drops R[a]: it is EMPTY afterwards (also used on locals: variables of inlined comprehensions, `except … as x`)" },
  DELETE_LOCAL: { id: 6, form: "r--", doc: "del of a local: raises UnboundLocalError (local_names[a]) if empty" },
  CHECK_BOUND: { id: 7, form: "r--", doc: "raises UnboundLocalError / NameError (free variable) if local R[a] is empty; emitted where definite assignment can't be shown: no other instruction ever reads an empty register" },
  // --- cells
  MAKE_CELL: { id: 8, form: "x--", doc: "R[a] = new cell holding the old R[a] (maybe empty)" },
  LOAD_CELL: { id: 9, form: "wr-", doc: "R[a] = contents of cell R[b]; raises if empty (UnboundLocalError, name local_names[b])" },
  STORE_CELL: { id: 10, form: "rr-", doc: "cell R[a] = R[b]" },
  DELETE_CELL: { id: 11, form: "r--", doc: "empties cell R[a]; raises if it is empty" },
  LOAD_FREE: { id: 12, form: "wi-", doc: "R[a] = contents of closure cell b; raises NameError (free_names[b]) if empty" },
  STORE_FREE: { id: 13, form: "ir-", doc: "closure cell a = R[b]" },
  DELETE_FREE: { id: 14, form: "i--" },
  LOAD_FREE_CELL: { id: 15, form: "wi-", doc: "R[a] = closure cell b itself (to build an inner closure)" },
  // --- names
  LOAD_GLOBAL: { id: 16, form: "wn-", caches: 1, doc: "R[a] = global or builtin names[b]; cache: global cell, builtin cell" },
  STORE_GLOBAL: { id: 17, form: "rn-", caches: 1, doc: "globals[names[b]] = R[a]" },
  DELETE_GLOBAL: { id: 18, form: "-n-" },
  LOAD_NAME: { id: 19, form: "wn-", caches: 1, doc: "namespace R[0], then globals, then builtins. Quickens to LOAD_GLOBAL when R[0] is the globals dict" },
  STORE_NAME: { id: 20, form: "rn-", caches: 1 },
  DELETE_NAME: { id: 21, form: "-n-" },
  LOAD_CLASS_FREE: { id: 22, form: "wni", doc: "namespace R[0][names[b]] if there, else contents of closure cell c (class bodies, annotation scopes)" },
  LOAD_CLASS_CELL: { id: 23, form: "wnr", doc: "as LOAD_CLASS_FREE with own cell R[c]" },
  LOAD_DICT_OR_GLOBAL: { id: 24, form: "wnr", doc: "mapping R[c][names[b]] if there, else global/builtin (annotation scopes in classes)" },
  LOAD_DICT_OR_FREE: { id: 25, form: "wir", doc: "mapping R[c][free_names[b]] if there, else contents of closure cell b" },
  // --- attributes and items
  GETATTR: { id: 26, form: "wrn", caches: 2 },
  SETATTR: { id: 27, form: "rrn", caches: 2, doc: "R[a].names[c] = R[b]" },
  DELATTR: { id: 28, form: "r-n" },
  LOAD_METHOD: { id: 29, form: "Wrn", caches: 2, doc: "R[a] = method, R[a+4] = R[b] (self); or R[a] = attribute value, R[a+4] empty. For CALL_METHOD" },
  LOAD_SUPER_ATTR: { id: 30, form: "wFn", caches: 1, doc: "R[a] = super(R[b+1], R[b+2]).names[c], R[b] = what `super` is now (checked); drops the three" },
  LOAD_SUPER_METHOD: { id: 31, form: "WFn", caches: 1, doc: "as LOAD_SUPER_ATTR but like LOAD_METHOD into window a" },
  GETITEM: { id: 32, form: "wrr", caches: 1 },
  SETITEM: { id: 33, form: "rrr", caches: 1, doc: "R[a][R[b]] = R[c]" },
  DELITEM: { id: 34, form: "rr-" },
  BUILD_SLICE: { id: 35, form: "wFi", doc: "slice of R[b], R[b+1] (, R[b+2] if c = 3); takes them" },
  // --- operators
  BINARY: { id: 36, form: "wrr", caches: 1, doc: "cache word: u16 counter, u8 BinaryOp (written by the compiler in byte 2); flag INPLACE" },
  BINARY_K: { id: 37, form: "wr-", caches: 2, doc: "R[a] = R[b] op constant (or constant op R[b] with CONST_LEFT): word 1 as BINARY, word 2 the constant itself (an int of 48 bits or a float as Value)" },
  COMPARE: { id: 38, form: "wrr", caches: 1, doc: "cache byte 2: CompareOp" },
  COMPARE_K: { id: 39, form: "wr-", caches: 2, doc: "as BINARY_K, CONST_LEFT included" },
  JUMP_CMP: { id: 40, form: "jrr", caches: 1, doc: "jumps if R[b] op R[c] is true (false with INVERT)" },
  JUMP_CMP_K: { id: 41, form: "jr-", caches: 2, doc: "CONST_LEFT as in BINARY_K" },
  IS: { id: 42, form: "wrr", doc: "R[a] = R[b] is R[c]; INVERT: is not" },
  JUMP_IS: { id: 43, form: "jrr", doc: "jumps if R[b] is R[c] (is not with INVERT)" },
  JUMP_NONE: { id: 44, form: "jr-", doc: "jumps if R[b] is None (is not None with INVERT)" },
  CONTAINS: { id: 45, form: "wrr", caches: 1, doc: "R[a] = R[b] in R[c]; INVERT: not in" },
  JUMP_CONTAINS: { id: 46, form: "jrr", caches: 1, doc: "jumps if R[b] in R[c] (not in with INVERT)" },
  NOT: { id: 47, form: "wr-" },
  NEGATE: { id: 48, form: "wr-" },
  POSITIVE: { id: 49, form: "wr-" },
  INVERT: { id: 50, form: "wr-" },
  TO_BOOL: { id: 51, form: "wr-" },
  // --- jumps
  JUMP: { id: 52, form: "-J+" },
  JUMP_BACK: { id: 53, form: "-J+", caches: 1, doc: "loop back edge: interrupt check, hot counter in the cache word" },
  JUMP_IF: { id: 54, form: "rJ+", doc: "jumps if R[a] is true (false with INVERT); with DROP_A drops it either way" },
  // --- iteration
  GET_ITER: { id: 55, form: "wr-" },
  FOR_ITER: { id: 56, form: "wrj", caches: 1, doc: "R[a] = next(R[b]) or, at the end, drops R[b] and jumps c" },
  UNPACK: { id: 57, form: "Fri", caches: 1, doc: "R[a…a+c-1] = exactly c items of R[b]. The targets are temporaries unless all are locals" },
  UNPACK_EX: { id: 58, form: "Fri", doc: "c = before | after << 8: star target is R[a+before], a list" },
  // --- building
  BUILD_TUPLE: { id: 59, form: "wFi", doc: "takes R[b…b+c-1]" },
  BUILD_LIST: { id: 60, form: "wFi" },
  BUILD_SET: { id: 61, form: "wFi", doc: "items stay owned by their registers until the end (hash may raise), then are taken" },
  BUILD_MAP: { id: 62, form: "wFi", doc: "c pairs: key, value, key, value… from R[b]" },
  BUILD_STRING: { id: 63, form: "wFi", doc: "concatenates c strings" },
  LIST_APPEND: { id: 64, form: "rr-" },
  LIST_EXTEND: { id: 65, form: "rr-", doc: "list R[a].extend(R[b]): error 'Value after * must be an iterable, not X'" },
  LIST_TO_TUPLE: { id: 66, form: "wr-" },
  SET_ADD: { id: 67, form: "rr-" },
  SET_UPDATE: { id: 68, form: "rr-" },
  MAP_ADD: { id: 69, form: "rrr" },
  DICT_UPDATE: { id: 70, form: "rr-", doc: "{**R[b]}: error ''X' object is not a mapping'" },
  DICT_MERGE: { id: 71, form: "rrr", doc: "call's **R[b]: duplicates raise; R[c] = the callable, for messages" },
  FORMAT_VALUE: { id: 72, form: "wri", doc: "c = Conversion, then format(value, '')" },
  FORMAT_SPEC: { id: 73, form: "wFi", doc: "format(R[b] converted by c, R[b+1]); takes both" },
  CONVERT: { id: 74, form: "wri", doc: "str/repr/ascii only (t-strings, !r with spec)" },
  // --- functions and calls
  MAKE_FUNCTION: { id: 75, form: "wK+", doc: "R[a] = function of code constant; takes globals and module name from the frame" },
  SET_FUNCTION_ATTR: { id: 76, form: "rri", doc: "function R[a] attribute c = FunctionAttr from R[b] (taken with DROP_B)" },
  CALL: { id: 77, form: "wWi", caches: 2, doc: "R[a] = R[b](R[b+4] … c positional arguments)" },
  CALL_METHOD: { id: 78, form: "wWi", caches: 2, doc: "R[a] = R[b](R[b+4] if not empty, R[b+5] … c arguments)" },
  CALL_KW: { id: 79, form: "wWi", caches: 1, doc: "c arguments in all, the last ones named by the tuple consts[cache word]" },
  CALL_METHOD_KW: { id: 80, form: "wWi", caches: 1 },
  CALL_EX: { id: 81, form: "wWi", doc: "R[b](*R[b+4], **R[b+5]): R[b+4] any iterable (a tuple if the compiler built it), R[b+5] a dict if c = 1, not written if c = 0" },
  RETURN: { id: 82, form: "r--", doc: "flag DROP_A: the register's reference moves out. No other temporary holds a reference here: only locals need dropping" },
  RETURN_CONST: { id: 83, form: "-K+" },
  // --- generators
  RETURN_GENERATOR: { id: 84, form: "---", doc: "first instruction of generator code (after MAKE_CELLs): moves the frame into a new generator / coroutine / async generator and returns that" },
  YIELD: { id: 85, form: "wri", doc: "yields R[b]; when resumed R[a] = value sent. c = 1: part of a yield from/await loop: what it delegates to is in R[a+1]" },
  SEND: { id: 86, form: "xrj", caches: 1, doc: "sends R[a] to R[b]: yielded value → R[a], next instruction (a YIELD a,a,1 then a plain JUMP back to SEND); b is always a+1; finished: R[a] = result, drops R[b], jumps c" },
  GET_YIELD_FROM_ITER: { id: 87, form: "wr-" },
  GET_AWAITABLE: { id: 88, form: "wri", doc: "c: 0 await, 1 async with __aenter__, 2 __aexit__ (for messages)" },
  GET_AITER: { id: 89, form: "wr-" },
  GET_ANEXT: { id: 90, form: "wr-", doc: "R[a] = awaitable of R[b].__anext__()" },
  END_ASYNC_FOR: { id: 91, form: "r--", doc: "R[a] = exception: StopAsyncIteration is swallowed (dropped), anything else re-raised" },
  CLEANUP_THROW: { id: 92, form: "wr-", doc: "R[b] = exception thrown in while delegating: StopIteration gives its value in R[a], anything else re-raised" },
  // --- exceptions
  RAISE: { id: 93, form: "rri", doc: "c = 0: bare raise; 1: raise R[a]; 2: raise R[a] from R[b]" },
  RERAISE: { id: 94, form: "r--", doc: "raises exception R[a] again, traceback unchanged; the register is taken" },
  PUSH_EXC: { id: 95, form: "wr-", doc: "handler entry: R[a] = the exception handled so far (maybe None), handled = R[b]" },
  POP_EXC: { id: 96, form: "r--", doc: "handled = R[a] (taken)" },
  EXC_MATCH: { id: 97, form: "wrr", doc: "R[a] = bool: exception R[b] matches type or tuple R[c] (error 'catching classes that do not inherit from BaseException is not allowed')" },
  EXC_GROUP_MATCH: { id: 98, form: "Frr", doc: "except*: R[a] = matched part or None, R[a+1] = rest or None, of exception R[b] by type R[c]" },
  LOAD_SPECIAL: { id: 99, form: "Wri", doc: "like LOAD_METHOD with the type's SpecialMethod c; with statement error messages" },
  WITH_EXIT: { id: 100, form: "wWr", doc: "R[a] = exit(type, value, tb) for exception R[c], its result as it is; R[b] = exit function, R[b+4] = self or empty (both stay)" },
  // --- modules, classes, patterns
  IMPORT_NAME: { id: 101, form: "wFn", doc: "R[b] = level, R[b+1] = fromlist (both taken): __import__(names[c], …)" },
  IMPORT_FROM: { id: 102, form: "wrn" },
  INTRINSIC: { id: 103, form: "wFi", doc: "c = Intrinsic; operands R[b…] stay owned by their registers: the compiler drops them" },
  MATCH_MAPPING: { id: 104, form: "wr-" },
  MATCH_SEQUENCE: { id: 105, form: "wr-" },
  MATCH_KEYS: { id: 106, form: "wrr", doc: "R[a] = tuple of values of mapping R[b] for keys tuple R[c], or None" },
  MATCH_CLASS: { id: 107, form: "wFi", doc: "R[b] = subject, R[b+1] = class, R[b+2] = tuple of keyword names (takes the three), c positional patterns: tuple of attributes or None" },
  GET_LEN: { id: 108, form: "wr-" },
  COPY_FREE: { id: 109, form: "---", doc: "reserved" },
  RESUME: { id: 110, form: "i--", doc: "function entry: interrupt check and hot counter", caches: 1 },
  DICT_COPY_REST: { id: 111, form: "wrr", doc: "R[a] = dict of mapping R[b] without the keys in tuple R[c] (**rest patterns)" },
} as const satisfies Record<string, OpcodeInfo>;

/** Specialised forms have ids from here up and are listed with the handlers that own them (native/core/interp/specialised.def). */
export const FIRST_SPECIALISED = 120;

export type OpName = keyof typeof OPCODES;
type Ids = { [N in OpName]: (typeof OPCODES)[N]["id"] };
// (Annotated: scripts that need no table of the names do without both.)
export const Op = /* @__PURE__ */ idsOf(OPCODES) as Ids;

function idsOf(opcodes: typeof OPCODES): Record<string, number> {
  return Object.fromEntries(Object.entries(opcodes).map(([name, { id }]) => [name, id]));
}
