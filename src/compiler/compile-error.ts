/** Errors of the compiler's stages. Columns of CPython's compiler errors count UTF-8 *bytes* (+1), unlike the parser's. */
import type { Located } from "../syntax/ast.ts";
import { PySyntaxError } from "../syntax/errors.ts";

/** What the error functions need to know of the source. */
export interface SourceInfo {
  readonly filename: string;
  /** The source text, to quote the line from; null if it is not to be quoted (CPython quotes files only, never strings). */
  readonly source: string | null;
}

export function syntaxError(info: SourceInfo, message: string, at: Located, messageOnly = false): PySyntaxError {
  return new PySyntaxError({
    message,
    messageOnly,
    filename: info.filename,
    lineno: at.lineno,
    offset: at.col_offset + 1,
    end_lineno: at.end_lineno,
    end_offset: at.end_col_offset + 1,
    text: sourceLine(info.source, at.lineno),
  });
}

function sourceLine(source: string | null, line: number): string | null {
  if (source === null) return null;
  let start = 0;
  for (let i = 1; i < line; i++) {
    const end = source.indexOf("\n", start);
    if (end < 0) return null;
    start = end + 1;
  }
  if (start >= source.length) return null;
  const end = source.indexOf("\n", start);
  return end < 0 ? source.slice(start) : source.slice(start, end + 1);
}

/** A program within CPython's grammar but beyond what fits an instruction (65,535 registers or names). */
export class CompileLimitError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "CompileLimitError";
  }
}

/** RecursionError: maximum recursion depth exceeded during compilation. */
export class CompileRecursionError extends Error {
  constructor() {
    super("maximum recursion depth exceeded during compilation");
    this.name = "CompileRecursionError";
  }
}
