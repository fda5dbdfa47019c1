/** PEP 765: SyntaxWarnings for `return`, `break` and `continue` that leave a `finally` block (and so swallow exceptions). */
import type { Located, Mod, Stmt } from "../syntax/ast.ts";
import type { SyntaxWarningRecord } from "../syntax/errors.ts";

/** What surrounds a statement, up to the next function. */
interface Context {
  readonly inFinally: boolean;
  /** In a function or loop that began inside the `finally` block: leaving that is harmless. */
  readonly inFunction: boolean;
  readonly inLoop: boolean;
}

const OUTSIDE: Context = { inFinally: false, inFunction: false, inLoop: false };

export function finallyWarnings(tree: Mod, filename: string, warnings: SyntaxWarningRecord[]): void {
  if (tree.kind === "Expression") return;
  const warn = (what: string, at: Located): void => {
    const message = `'${what}' in a 'finally' block`;
    warnings.push({ category: "SyntaxWarning", message, filename, lineno: at.lineno });
  };
  const visitAll = (body: readonly Stmt[], context: Context): void => {
    for (const s of body) visit(s, context);
  };
  const visit = (s: Stmt, context: Context): void => {
    switch (s.kind) {
      case "Return":
        if (context.inFinally && !context.inFunction) warn("return", s);
        return;
      case "Break":
      case "Continue":
        if (context.inFinally && !context.inLoop) warn(s.kind === "Break" ? "break" : "continue", s);
        return;
      case "FunctionDef":
      case "AsyncFunctionDef":
        return visitAll(s.body, { ...OUTSIDE, inFunction: true });
      case "ClassDef":
        return visitAll(s.body, context);
      case "For":
      case "AsyncFor":
      case "While":
        visitAll(s.body, { ...context, inLoop: true });
        return visitAll(s.orelse, context);
      case "If":
        visitAll(s.body, context);
        return visitAll(s.orelse, context);
      case "With":
      case "AsyncWith":
        return visitAll(s.body, context);
      case "Match":
        for (const c of s.cases) visitAll(c.body, context);
        return;
      case "Try":
      case "TryStar":
        visitAll(s.body, context);
        for (const handler of s.handlers) visitAll(handler.body, context);
        visitAll(s.orelse, context);
        return visitAll(s.finalbody, { inFinally: true, inFunction: false, inLoop: false });
    }
  };
  visitAll(tree.body, OUTSIDE);
}
