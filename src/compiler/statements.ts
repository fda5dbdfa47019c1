/** Statements. Each leaves the temporaries as it found them. */
import { Flag, Intrinsic, Op } from "../bytecode/opcodes.ts";
import type { Assert, Expr, If, Located, Raise, Return, Stmt } from "../syntax/ast.ts";
import { annAssign } from "./annotations.ts";
import { assign, augAssign, deleteTargets } from "./assignments.ts";
import { WINDOW_HEAD } from "./calls.ts";
import { classDef } from "./classes.ts";
import { jumpIf } from "./conditions.ts";
import { constantOf, drop, evaluate, intrinsic, operand, push } from "./expressions.ts";
import { functionDef } from "./functions.ts";
import { importFrom, importStmt } from "./imports.ts";
import { isTemp, Label } from "./ir.ts";
import { asyncFor, breakLoop, continueLoop, forLoop, whileLoop } from "./loops.ts";
import { matchStmt } from "./match.ts";
import { tryStar, tryStmt } from "./try.ts";
import { typeAlias } from "./type-params.ts";
import type { Unit } from "./unit.ts";
import { unwind } from "./unwind.ts";
import { withStmt } from "./with.ts";

export function body(u: Unit, stmts: readonly Stmt[]) {
  for (const s of stmts) statement(u, s);
}

function statement(u: Unit, s: Stmt) {
  if (mayLeaveNoTrace(s)) lineOf(u, s);
  switch (s.kind) {
    case "Expr":
      return expressionStmt(u, s, s.value);
    case "Assign":
      return assign(u, s);
    case "AugAssign":
      return augAssign(u, s);
    case "AnnAssign":
      return annAssign(u, s);
    case "Return":
      return returnStmt(u, s);
    case "If":
      return conditionally(u, () => ifStmt(u, s));
    case "While":
      return conditionally(u, () => whileLoop(u, s));
    case "For":
      return conditionally(u, () => forLoop(u, s));
    case "AsyncFor":
      return conditionally(u, () => asyncFor(u, s));
    case "Try":
      return conditionally(u, () => tryStmt(u, s));
    case "TryStar":
      return conditionally(u, () => tryStar(u, s));
    case "With":
    case "AsyncWith":
      return conditionally(u, () => withStmt(u, s));
    case "Match":
      return conditionally(u, () => matchStmt(u, s));
    case "FunctionDef":
    case "AsyncFunctionDef":
      return functionDef(u, s);
    case "ClassDef":
      return classDef(u, s);
    case "TypeAlias":
      return typeAlias(u, s);
    case "Delete":
      return deleteTargets(u, s.targets);
    case "Raise":
      return raiseStmt(u, s);
    case "Assert":
      return assertStmt(u, s);
    case "Import":
      return importStmt(u, s);
    case "ImportFrom":
      return importFrom(u, s);
    case "Break":
      return breakLoop(u, s);
    case "Continue":
      return continueLoop(u, s);
    case "Pass":
    case "Global":
    case "Nonlocal":
      return;
  }
}

/** An instruction that does nothing but be there for who watches lines (sys.settrace). */
export function lineOf(u: Unit, s: Located) {
  if (u.compiler.hidden) return;
  u.location = s;
  u.emit(Op.NOP);
}

/** CPython has an instruction for these, on their line, that does nothing. */
function mayLeaveNoTrace(s: Stmt): boolean {
  switch (s.kind) {
    case "Try":
    case "TryStar":
    case "Pass":
    case "Break":
    case "Continue":
      return true;
    case "Expr":
      return s.value.kind === "Constant" || s.value.kind === "Name";
    case "If":
    case "While":
      return s.test.kind === "Constant";
    default:
      return false;
  }
}

/** Annotations in here are conditional. */
function conditionally(u: Unit, emission: () => void): void {
  u.conditionalDepth++;
  emission();
  u.conditionalDepth--;
}

function expressionStmt(u: Unit, s: Located, value: Expr): void {
  if (u.compiler.interactive && u.type === "module") {
    const mark = u.top;
    const register = push(u, value);
    intrinsic(u, register, register, Intrinsic.PRINT_EXPR, 1, s);
    u.location = null;
    u.drop(register);
    u.top = mark;
    return;
  }
  if (value.kind !== "Constant") evaluate(u, value);
}

function returnStmt(u: Unit, s: Return): void {
  if (!u.isFunctionLike) u.compiler.fail("'return' outside function", s);
  const { value } = s;
  if (value && u.block.isCoroutine && u.block.isGenerator) {
    u.compiler.fail("'return' with value in async generator", s);
  }
  const constant = value ? constantOf(u, value) : ({ type: "none" } as const);
  const at = value?.kind === "Constant" && value.lineno === s.lineno ? value : s;
  if (constant) {
    if (value && value.lineno !== s.lineno) lineOf(u, value);
    u.location = at;
    if (u.frames.length > 0) lineOf(u, at);
    unwind(u, null, at, false, () => u.returnConst(constant));
    return;
  }
  const mark = u.top;
  // What runs on the way out may change variables.
  const plain = u.frames.every(
    (frame) =>
      ["while", "for", "try", "generator", "handlers"].includes(frame.kind) ||
      (frame.kind === "handler" && frame.name === null),
  );
  const register = plain ? operand(u, value!) : push(u, value!);
  u.location = s;
  unwind(u, isTemp(register) ? register : null, s, false, () => {
    u.emit(Op.RETURN, register, 0, 0, drop(register, Flag.DROP_A));
  });
  u.top = mark;
}

function ifStmt(u: Unit, s: If): void {
  const end = new Label();
  // elif by elif: long rows of them must not recurse.
  for (let next: If | null = s; next; ) {
    const otherwise = new Label();
    jumpIf(u, next.test, otherwise, false);
    body(u, next.body);
    if (next.orelse.length > 0) {
      u.location = null;
      u.jump(Op.JUMP, end);
    }
    u.place(otherwise);
    const [only]: Stmt[] = next.orelse;
    if (next.orelse.length === 1 && only?.kind === "If") next = only;
    else {
      body(u, next.orelse);
      next = null;
    }
  }
  u.place(end);
}

function raiseStmt(u: Unit, s: Raise): void {
  const mark = u.top;
  if (!s.exc) {
    u.location = s;
    u.emit(Op.RAISE);
    return;
  }
  const exception = operand(u, s.exc, s.cause);
  const cause = s.cause ? operand(u, s.cause) : exception;
  u.location = s;
  const flags = drop(exception, Flag.DROP_A) | (s.cause ? drop(cause, Flag.DROP_B) : 0);
  u.emit(Op.RAISE, exception, cause, s.cause ? 2 : 1, flags);
  u.top = mark;
}

function assertStmt(u: Unit, s: Assert): void {
  if (s.test.kind === "Tuple" && s.test.elts.length > 0) {
    u.compiler.warn("assertion is always true, perhaps remove parentheses?", s);
  }
  if (u.compiler.optimize > 0) return;
  const end = new Label();
  jumpIf(u, s.test, end, true);
  const mark = u.top;
  const base = u.next;
  u.reserve(1);
  u.location = s;
  u.emit(Op.INTRINSIC, base, base, Intrinsic.ASSERTION_ERROR);
  if (s.msg) {
    u.take(WINDOW_HEAD);
    push(u, s.msg);
    u.reserve(1);
    u.location = s;
    u.emit(Op.CALL, base, base, 1);
    u.top = mark;
  }
  u.location = s.test;
  u.emit(Op.RAISE, base, base, 1, Flag.DROP_A);
  u.place(end);
}
