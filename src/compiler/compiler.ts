/** What all code objects of one module share while they are compiled. */
import type { Located } from "../syntax/ast.ts";
import type { SyntaxWarningRecord } from "../syntax/errors.ts";
import { type SourceInfo, syntaxError } from "./compile-error.ts";
import { Folder } from "./fold.ts";
import type { Future } from "./future.ts";
import type { SymbolTable } from "./symtable.ts";

export interface CompilerInit {
  info: SourceInfo;
  symbols: SymbolTable;
  future: Future;
  optimize: number;
  interactive: boolean;
  hidden: boolean;
  warnings: SyntaxWarningRecord[];
}

/**
 * What Krait's own Python code has of _krait without importing it. It stands for C code, which asks for an object's type: were it to believe a __class__
 * that says something else, it would hand objects of any sort to functions that trust their arguments.
 */
const GIVEN: readonly [string, string][] = [["isinstance", "is_really"]];

export class Compiler {
  readonly info: SourceInfo;
  readonly symbols: SymbolTable;
  readonly future: Future;
  /** 0; 1: no asserts, __debug__ is False; 2: no docstrings either. */
  readonly optimize: number;
  readonly interactive: boolean;
  /** The prelude: its frames are not shown in tracebacks. */
  readonly hidden: boolean;
  /** What the module has imported from _krait, by the names that it uses: see importFrom. */
  readonly privateNames: Map<string, string>;
  readonly folder: Folder;
  /** Above 0 while code is compiled a second time (the exceptional copy of `finally`). */
  muted = 0;
  private readonly warnings: SyntaxWarningRecord[];

  constructor(init: CompilerInit) {
    this.info = init.info;
    this.symbols = init.symbols;
    this.future = init.future;
    this.optimize = init.optimize;
    this.interactive = init.interactive;
    this.hidden = init.hidden;
    this.privateNames = new Map(init.hidden ? GIVEN : []);
    this.warnings = init.warnings;
    this.folder = new Folder(init.optimize === 0);
  }

  fail(message: string, at: Located): never {
    throw syntaxError(this.info, message, at);
  }

  warn(message: string, at: Located): void {
    if (this.muted > 0) return;
    const { lineno, col_offset, end_lineno, end_col_offset } = at;
    const span = { offset: col_offset + 1, endLine: end_lineno, endOffset: end_col_offset + 1 };
    this.warnings.push({ category: "SyntaxWarning", message, filename: this.info.filename, lineno, span });
  }
}
