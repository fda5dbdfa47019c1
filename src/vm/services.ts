// What the vm and the host need from the front end, which they never import: handed in by runtime.ts.
import type { SymbolsShown } from "../bytecode/symbols.ts";
import type { PyError } from "../heap/py-error.ts";
import type { Value } from "../heap/value.ts";
import type { Context } from "./context.ts";
import type { Steps } from "./host-call.ts";
import type { CaretSource } from "./traceback-carets.ts";

/** Something the compiler warns of. */
export interface CompileWarning {
  readonly category: "SyntaxWarning" | "DeprecationWarning";
  readonly message: string;
  readonly filename: string;
  readonly lineno: number;
  /** Where it is if it becomes an error; columns count from 1. */
  readonly span?: { readonly offset: number; readonly endLine: number; readonly endOffset: number };
  readonly text?: string;
}

export interface CompileOptions {
  readonly filename: string;
  readonly mode: "exec" | "eval" | "single";
  /** co_flags bits of `from __future__` imports that are in force already. */
  readonly futureFlags?: number;
  /** The prelude: no traceback entries. */
  readonly hidden?: boolean;
  /** "single": a block stays open until an empty line closes it. */
  readonly dontImplyDedent?: boolean;
  /** 0, 1 (no asserts) or 2 (no docstrings either). */
  readonly optimize?: number;
  /** ast.PyCF_ALLOW_TOP_LEVEL_AWAIT. */
  readonly topLevelAwait?: boolean;
  /** "exec": if the last statement is an expression, its value is assigned to this global. */
  readonly lastValueTo?: string;
  /** One of Krait's own sources, or the program itself: its compiled code may be kept on disk. Others are kept in memory. */
  readonly keep?: "own" | "program";
  /** The text has just been typed: the compiler's errors quote it (CPython's quote files only, as its parser has let go of the text). */
  readonly quotesText?: boolean;
  /** Takes the compiler's warnings; without it they are lost. */
  readonly warnings?: CompileWarning[];
}

/** A syntax tree of the front end, as far as others may look at it: nodes have a `kind` and fields named as in CPython's grammar. */
export interface SyntaxTree {
  readonly kind: string;
}

/** A token as the module tokenize shows it; places are (row, column in characters). */
export interface TokenShown {
  readonly type: number;
  readonly text: string;
  readonly start: readonly [number, number];
  readonly end: readonly [number, number];
  readonly line: string;
}

/** A syntax error as a traceback shows it. */
export interface SyntaxErrorShown {
  readonly message: string;
  readonly line: number;
  readonly offset: number;
  readonly endOffset: number;
  readonly text: string;
}

export interface Services {
  /** Code for Machine.loadCode. Throws PyError (SyntaxError and its kin). */
  compile(source: string | Uint8Array, options: CompileOptions): Uint8Array;
  /** Whether a text has a syntax error that more text could mend. */
  isIncomplete(source: string | Uint8Array, options: CompileOptions): boolean;
  /** The tree of a source text. Throws PyError as compile does. */
  parse(source: string | Uint8Array, options: CompileOptions): SyntaxTree;
  /** The tokens of a source, and what stopped the lexer. `extra`: comments and blank lines too. */
  tokens(
    source: string,
    extra: boolean,
  ): { readonly tokens: readonly TokenShown[]; readonly error: PyError | undefined };
  /** Who binds which name where. Throws PyError as compile does. */
  symbols(source: string | Uint8Array, options: CompileOptions): SymbolsShown;
  /** Compiles a tree of `parse`, or one made by a program. */
  compileTree(tree: SyntaxTree, options: CompileOptions): Uint8Array;
  /** How expressions in a traceback's source line are laid out. */
  readonly carets: CaretSource;
  /** `__import__`. */
  importModule(ctx: Context, name: string, globals: Value, locals: Value, fromList: Value, level: number): Steps<Value>;
  /** Lines of a source file for tracebacks, or undefined if it can't be read. */
  sourceLines(filename: string): readonly string[] | undefined;
  /**
   * How a plain "invalid syntax" of a source that sourceLines knows is shown: with "Did you mean 'for'?" and the misspelt word for a place.
   * undefined: as it is.
   */
  hintedSyntaxError(filename: string, message: string, line: number): SyntaxErrorShown | undefined;
  /** fd 1 and 2. */
  write(fd: number, text: string): void;
  /** Bytes for fd 1 and 2, in their place among the texts. */
  writeBytes(fd: number, bytes: Uint8Array): void;
  /** What was written to fd 1 or 2 has left when this returns. */
  flush(fd: number): void;
  /** At most `count` bytes of standard input, none at its end. */
  readInput(count: number): Uint8Array;
  /** isatty(3). Node's own comes with all of its network code, which takes milliseconds to load. */
  isTerminal(fd: number): boolean;
  /** A line from standard input with its newline; "" at the end. */
  readLine(): string;
}
