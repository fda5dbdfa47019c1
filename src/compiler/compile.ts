/** Syntax tree → code object: the compiler's only entry. */
import type { CodeObject } from "../bytecode/code.ts";
import { Flag, Op } from "../bytecode/opcodes.ts";
import type { Located, Mod } from "../syntax/ast.ts";
import type { SyntaxWarningRecord } from "../syntax/errors.ts";
import { setupConditionalAnnotations } from "./annotations.ts";
import { namespaceBody } from "./classes.ts";
import { CompileRecursionError, type SourceInfo } from "./compile-error.ts";
import { Compiler } from "./compiler.ts";
import { exprTo } from "./expressions.ts";
import { prologue } from "./functions.ts";
import { Future, type FutureFlags } from "./future.ts";
import { SymbolTable } from "./symtable.ts";
import { Unit } from "./unit.ts";

export interface CompileOptions {
  filename: string;
  /** Source text, to quote lines in errors; leave it out for code that is not from a file (CPython quotes files only). */
  source?: string | null;
  /** Must fit the tree; without it the tree says what it is. */
  mode?: "exec" | "eval" | "single";
  /** 0 (default), 1: no asserts, 2: no docstrings either. */
  optimize?: number;
  flags?: FutureFlags;
  /** The prelude: functions not shown in tracebacks. */
  hidden?: boolean;
  /** SyntaxWarnings are appended here. */
  warnings?: SyntaxWarningRecord[];
}

/** Throws PySyntaxError, CompileLimitError (too many registers or names) or CompileRecursionError (nested too deeply). */
export function compileModule(tree: Mod, options: CompileOptions): CodeObject {
  try {
    return compileTree(tree, options);
  } catch (error) {
    if (error instanceof RangeError && /call stack/i.test(error.message)) throw new CompileRecursionError();
    throw error;
  }
}

function compileTree(tree: Mod, options: CompileOptions): CodeObject {
  checkMode(tree, options.mode);
  const info: SourceInfo = { filename: options.filename, source: options.source ?? null };
  const future = new Future(tree, info, options.flags ?? {});
  const warnings = options.warnings ?? [];
  const symbols = new SymbolTable(tree, info, future);
  const compiler = new Compiler({
    info,
    symbols,
    future,
    optimize: options.optimize ?? 0,
    interactive: tree.kind === "Interactive",
    hidden: options.hidden ?? false,
    warnings,
  });
  const u = new Unit(compiler, null, {
    type: "module",
    name: "<module>",
    block: symbols.top,
    firstLine: 1,
    privateName: null,
  });
  prologue(u);
  if (tree.kind === "Expression") {
    const result = u.next;
    exprTo(u, tree.body, result);
    u.reserve(1);
    u.location = null;
    u.emit(Op.RETURN, result, 0, 0, Flag.DROP_A);
    return u.finish();
  }
  const at: Located = tree.body[0] ?? { lineno: 1, end_lineno: 1, col_offset: 0, end_col_offset: 0 };
  setupConditionalAnnotations(u, at);
  namespaceBody(u, tree.body, at);
  u.location = null;
  u.returnConst({ type: "none" });
  return u.finish();
}

function checkMode(tree: Mod, mode: CompileOptions["mode"]): void {
  if (!mode) return;
  const wanted = { exec: "Module", eval: "Expression", single: "Interactive" }[mode];
  if (tree.kind !== wanted) throw new TypeError(`expected ${wanted} node, got ${tree.kind}`);
}
