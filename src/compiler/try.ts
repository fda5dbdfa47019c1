/**
 * try. An exception's way: it lands in a register behind the one that keeps what was handled before. Handlers are cold code; `finally`
 * is compiled twice, for the normal and for the exceptional way.
 */
import { Flag, Intrinsic, Op } from "../bytecode/opcodes.ts";
import type { ExceptHandler, Stmt, Try, TryStar } from "../syntax/ast.ts";
import { drop, operand } from "./expressions.ts";
import { type Handler, Label } from "./ir.ts";
import { clearName, storeName } from "./names.ts";
import { body } from "./statements.ts";
import type { Unit } from "./unit.ts";

export function tryStmt(u: Unit, s: Try): void {
  if (s.finalbody.length > 0) tryFinally(u, s, () => (s.handlers.length > 0 ? tryExcept(u, s) : body(u, s.body)));
  else tryExcept(u, s);
}

export function tryStar(u: Unit, s: TryStar): void {
  if (s.finalbody.length > 0) tryFinally(u, s, () => tryExceptStar(u, s));
  else tryExceptStar(u, s);
}

/** The two registers of a handler: what was handled before, and the exception. They are not taken. */
function handlerAt(u: Unit): { saved: number; exception: number; handler: Handler } {
  const saved = u.next;
  u.reserve(2);
  return { saved, exception: saved + 1, handler: { label: new Label(), firstTemp: saved, excReg: saved + 1 } };
}

/** End of a handler that does not handle: restores what was handled before and raises on. Exceptions in the handler come here too. */
function reraise(u: Unit, label: Label, saved: number, exception: number): void {
  u.place(label);
  u.location = null;
  u.emit(Op.POP_EXC, saved);
  u.emit(Op.RERAISE, exception);
}

function tryFinally(u: Unit, s: Try | TryStar, inner: () => void): void {
  const end = new Label();
  const { saved, exception, handler } = handlerAt(u);
  u.location = s;
  u.pushFrame({ kind: "finally", body: s.finalbody });
  u.protect(handler, inner);
  u.popFrame();
  body(u, s.finalbody);
  u.cold(() => {
    const again = new Label();
    u.place(handler.label);
    u.location = null;
    u.take(2);
    const outerHandler = u.handler;
    u.emit(Op.PUSH_EXC, saved, exception);
    u.protect({ label: again, firstTemp: exception, excReg: exception }, () => {
      u.pushFrame({ kind: "finally handler", saved, exception }, outerHandler);
      body(u, s.finalbody);
      u.popFrame();
    });
    reraise(u, again, saved, exception);
  });
  u.place(end);
}

function tryExcept(u: Unit, s: Try): void {
  const end = new Label();
  const { saved, exception, handler } = handlerAt(u);
  u.location = s;
  protectBody(u, handler, s.body);
  body(u, s.orelse);
  u.cold(() => {
    const again = new Label();
    u.place(handler.label);
    u.location = null;
    u.take();
    const cleanup: Handler = { label: again, firstTemp: exception, excReg: exception };
    const outerHandler = u.handler;
    u.emit(Op.PUSH_EXC, saved, exception);
    u.protect(cleanup, () => {
      u.location = s;
      u.pushFrame({ kind: "handlers" }, outerHandler);
      s.handlers.forEach((clause, i) => {
        if (!clause.type && i < s.handlers.length - 1) u.compiler.fail("default 'except:' must be last", clause);
        exceptClause(u, clause, saved, exception, end);
      });
      u.popFrame();
    });
    reraise(u, again, saved, exception);
  });
  u.place(end);
}

function protectBody(u: Unit, handler: Handler, stmts: readonly Stmt[]): void {
  u.pushFrame({ kind: "try" });
  u.protect(handler, () => body(u, stmts));
  u.popFrame();
}

/** One `except` clause: falls through if it does not match. */
function exceptClause(u: Unit, clause: ExceptHandler, saved: number, exception: number, end: Label): void {
  const next = new Label();
  const mark = u.top;
  if (clause.type) {
    u.take();
    const type = operand(u, clause.type);
    const matches = u.top === mark + 1 ? u.take() : type;
    u.location = clause;
    u.emit(Op.EXC_MATCH, matches, exception, type, drop(type, Flag.DROP_C));
    u.jump(Op.JUMP_IF, next, matches, 0, 0, Flag.DROP_A | Flag.INVERT);
    u.top = mark;
  }
  u.location = clause;
  // From here on nothing but the state of the interpreter holds the exception (and its name).
  if (clause.name !== null) storeName(u, clause.name, exception, clause);
  else u.drop(exception);
  const { name } = clause;
  const unnamed = new Label();
  const run = (): void => {
    // Leaving early leaves the clause's protection as well.
    u.pushFrame({ kind: "handler", saved, name, at: clause }, u.frames.at(-1)!.outerHandler);
    body(u, clause.body);
    u.popFrame();
  };
  const cleanupHandler = u.handler;
  if (name !== null) u.protect({ label: unnamed, firstTemp: exception, excReg: exception }, run);
  else run();
  u.location = null;
  const handlers = u.frames.at(-1)!;
  u.handler = handlers.outerHandler;
  u.emit(Op.POP_EXC, saved);
  if (name !== null) clearName(u, name, null);
  u.jump(Op.JUMP, end);
  u.handler = cleanupHandler;
  if (name !== null) {
    u.cold(() => {
      u.place(unnamed);
      u.location = null;
      u.take();
      clearName(u, name, null);
      u.jump(Op.JUMP, cleanupHandler!.label);
    });
  }
  u.place(next);
}

// -------------------------------------------------------------------------------------------- except*

/**
 * Registers: saved, original exception, list of what the clauses raised, what is left to match, then the matched part. A clause that
 * does not match leaves the rest alone; in the end everything raised and the rest make the exception that goes on.
 */
function tryExceptStar(u: Unit, s: TryStar): void {
  const end = new Label();
  const { saved, exception: original, handler } = handlerAt(u);
  u.location = s;
  protectBody(u, handler, s.body);
  body(u, s.orelse);
  u.cold(() => {
    const again = new Label();
    u.place(handler.label);
    u.location = null;
    u.take(2);
    const outerHandler = u.handler;
    const raised = u.take();
    const rest = u.take();
    u.emit(Op.PUSH_EXC, saved, original);
    u.protect({ label: again, firstTemp: original, excReg: original }, () => {
      u.location = s;
      u.pushFrame({ kind: "group handlers" }, outerHandler);
      u.location = s.handlers[0]!;
      u.emit(Op.BUILD_LIST, raised, raised, 0);
      u.emit(Op.MOVE, rest, original);
      for (const clause of s.handlers) exceptStarClause(u, clause, raised, rest);
      u.popFrame();
      u.location = null;
      u.emit(Op.LIST_APPEND, raised, rest, 0, Flag.DROP_B);
      u.emit(Op.INTRINSIC, rest, original, Intrinsic.PREP_RERAISE_STAR);
      u.drop(raised);
      u.drop(original);
      u.emit(Op.TAKE, original, rest);
      u.jump(Op.JUMP_NONE, again, 0, original, 0, Flag.INVERT);
      u.drop(original);
    });
    u.emit(Op.POP_EXC, saved);
    u.jump(Op.JUMP, end);
    reraise(u, again, saved, original);
  });
  u.place(end);
}

function exceptStarClause(u: Unit, clause: ExceptHandler, raised: number, rest: number): void {
  const next = new Label();
  const mark = u.top;
  const matched = u.take();
  const newRest = u.take();
  const type = operand(u, clause.type!);
  u.location = clause;
  u.emit(Op.EXC_GROUP_MATCH, matched, rest, type, Flag.DROP_B | drop(type, Flag.DROP_C));
  u.emit(Op.TAKE, rest, newRest);
  const none = new Label();
  u.jump(Op.JUMP_NONE, none, 0, matched);
  u.top = mark;
  const { name } = clause;
  if (name !== null) storeName(u, name, matched, clause);
  else u.drop(matched);
  const failed = new Label();
  u.protect({ label: failed, firstTemp: matched, excReg: matched }, () => {
    u.pushFrame({ kind: "handler", saved: -1, name, at: clause });
    body(u, clause.body);
    u.popFrame();
  });
  u.location = null;
  if (name !== null) clearName(u, name, null);
  u.jump(Op.JUMP, next);
  u.cold(() => {
    u.place(failed);
    u.location = null;
    u.take();
    if (name !== null) clearName(u, name, null);
    u.emit(Op.LIST_APPEND, raised, matched, 0, Flag.DROP_B);
    u.jump(Op.JUMP, next);
  });
  u.place(none);
  u.drop(matched);
  u.place(next);
}
