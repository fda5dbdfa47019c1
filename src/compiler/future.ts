/** `from __future__ import …`: which features a module asks for, and whether it asks in time. */
import type { Located, Mod, Stmt } from "../syntax/ast.ts";
import { type SourceInfo, syntaxError } from "./compile-error.ts";

/** Features that are always on by now. */
const MANDATORY = new Set([
  "nested_scopes",
  "generators",
  "division",
  "absolute_import",
  "with_statement",
  "print_function",
  "unicode_literals",
  "generator_stop",
]);

export interface FutureFlags {
  /** `from __future__ import annotations` inherited from the code that calls compile(). */
  annotations?: boolean;
  /** ast.PyCF_ALLOW_TOP_LEVEL_AWAIT. */
  topLevelAwait?: boolean;
}

export class Future {
  annotations: boolean;
  readonly topLevelAwait: boolean;
  /** The last `from __future__` statement that stands where it may. */
  private last: Located | null = null;

  /** Throws PySyntaxError for unknown features. */
  constructor(tree: Mod, info: SourceInfo, flags: FutureFlags) {
    this.annotations = flags.annotations ?? false;
    this.topLevelAwait = flags.topLevelAwait ?? false;
    if (tree.kind === "Expression") return;
    const { body } = tree;
    const first = body[0];
    const start = tree.kind === "Module" && first && isString(first) ? 1 : 0;
    for (const stmt of body.slice(start)) {
      if (stmt.kind !== "ImportFrom" || stmt.module !== "__future__" || stmt.level !== 0) break;
      this.last = stmt;
      for (const alias of stmt.names) {
        if (alias.name === "annotations") this.annotations = true;
        else if (alias.name === "braces") throw syntaxError(info, "not a chance", alias, true);
        else if (!MANDATORY.has(alias.name) && alias.name !== "barry_as_FLUFL") {
          throw syntaxError(info, `future feature ${alias.name} is not defined`, alias, true);
        }
      }
    }
  }

  isTooLate(at: Located): boolean {
    const { last } = this;
    if (last === null) return true;
    return at.lineno > last.lineno || (at.lineno === last.end_lineno && at.col_offset > last.end_col_offset);
  }
}

function isString(stmt: Stmt): boolean {
  return stmt.kind === "Expr" && stmt.value.kind === "Constant" && stmt.value.value.type === "str";
}
