/**
 * What the compiler makes of a scope: plain data that knows nothing of the heap. Registers 0…localNames.length-1 are locals (arguments
 * in co_varnames order first, then other locals, then cells); temporaries and outgoing call windows follow up to regCount.
 */
export const CodeFlag = {
  OPTIMIZED: 0x1,
  NEWLOCALS: 0x2,
  VARARGS: 0x4,
  VARKEYWORDS: 0x8,
  NESTED: 0x10,
  GENERATOR: 0x20,
  COROUTINE: 0x80,
  ITERABLE_COROUTINE: 0x100,
  ASYNC_GENERATOR: 0x200,
  FUTURE_ANNOTATIONS: 0x1000000,
  HAS_DOCSTRING: 0x4000000,
  METHOD: 0x8000000,
  /** Register 0 holds the namespace mapping (module, class body, exec). Its local name is ".namespace". */
  NAMESPACE: 0x10000000,
  /** Not shown in tracebacks (the prelude). */
  HIDDEN: 0x20000000,
  /** No *args, **kwargs, keyword-only arguments; not a generator: the call fast path. */
  SIMPLE: 0x40000000,
} as const;

/**
 * The module of what the core and the prelude keep for Krait's own Python code. Its functions trust their arguments: programs can't import it, and in
 * code that is part of Krait `from _krait import name` makes `name` a constant, so that no module has it in its namespace.
 */
export const PRIVATE_MODULE = "_krait";

/** As StrValue in the syntax tree: `points` (code points) only where UTF-16 would be ambiguous. */
export interface StrConstant {
  readonly type: "str";
  readonly value: string;
  readonly points: number[] | null;
}
export type Constant =
  | { readonly type: "int"; readonly value: number | bigint }
  | { readonly type: "float"; readonly value: number }
  | { readonly type: "complex"; readonly real: number; readonly imag: number }
  | StrConstant
  | { readonly type: "bytes"; readonly value: Uint8Array }
  | { readonly type: "none" | "true" | "false" | "ellipsis" }
  | { readonly type: "tuple" | "frozenset"; readonly items: readonly Constant[] }
  | { readonly type: "slice"; readonly items: readonly [Constant, Constant, Constant] }
  | { readonly type: "code"; readonly code: CodeObject }
  /** A global of PRIVATE_MODULE, in Krait's own Python code. */
  | { readonly type: "private"; readonly name: string };

/** Word ranges [start, end); on a raise inside, registers >= firstTemp are dropped, the exception goes to excReg, pc to handler. */
export interface ExceptionEntry {
  readonly start: number;
  readonly end: number;
  readonly handler: number;
  readonly firstTemp: number;
  readonly excReg: number;
}

export interface CodeObject {
  readonly name: string;
  readonly qualname: string;
  readonly filename: string;
  readonly firstLine: number;
  /** CodeFlag bits. */
  readonly flags: number;
  /** Positional parameters, positional-only ones included (co_argcount). */
  readonly argCount: number;
  readonly posOnlyCount: number;
  readonly kwOnlyCount: number;
  /**
   * Names of all local registers. Arguments come first; a name can come twice when an inlined comprehension has a variable of its
   * own that is called like a local of the function: the later one wins while it is not empty.
   */
  readonly localNames: readonly string[];
  /** Registers that hold cells (after the MAKE_CELLs ran; cells of inlined comprehensions are empty outside them). */
  readonly cellLocals: readonly number[];
  readonly freeNames: readonly string[];
  readonly names: readonly string[];
  readonly consts: readonly Constant[];
  /** Instruction and cache words, low and high 32 bits alternating. */
  readonly words: Uint32Array;
  /** Ranges don't overlap and ascend. */
  readonly exceptionTable: readonly ExceptionEntry[];
  /** See line-table.ts. */
  readonly lineTable: Uint8Array;
  readonly regCount: number;
  readonly doc: StrConstant | null;
}

/** Registers taken by arguments, *args and **kwargs included. */
export function parameterCount(code: CodeObject): number {
  let count = code.argCount + code.kwOnlyCount;
  if (code.flags & CodeFlag.VARARGS) count++;
  if (code.flags & CodeFlag.VARKEYWORDS) count++;
  return count;
}

/** The code objects in `code.consts`, outermost first, `code` itself included. */
export function* allCode(code: CodeObject): Generator<CodeObject> {
  yield code;
  for (const constant of code.consts) if (constant.type === "code") yield* allCode(constant.code);
}
