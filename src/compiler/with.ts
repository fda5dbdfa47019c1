/**
 * with and async with. The exit method lies in a call window of its own below everything the body uses, so that the normal exit calls
 * it where it is.
 */
import { Flag, Op, SpecialMethod } from "../bytecode/opcodes.ts";
import type { AsyncWith, With } from "../syntax/ast.ts";
import { assignTo } from "./assignments.ts";
import { awaitResult } from "./await.ts";
import { WINDOW_HEAD } from "./calls.ts";
import { drop, operand } from "./expressions.ts";
import { type Handler, isTemp, Label } from "./ir.ts";
import { storeRegister } from "./names.ts";
import { body } from "./statements.ts";
import type { OpenFrame, Unit } from "./unit.ts";
import { leaveWith } from "./unwind.ts";

export function withStmt(u: Unit, s: With | AsyncWith): void {
  withItem(u, s, 0);
}

function withItem(u: Unit, s: With | AsyncWith, index: number): void {
  const item = s.items[index]!;
  const at = item.context_expr;
  const isAsync = s.kind === "AsyncWith";
  const mark = u.top;
  const window = u.take(WINDOW_HEAD + 1);
  const inside = u.top;
  const manager = operand(u, item.context_expr);
  u.location = at;
  u.emit(Op.LOAD_SPECIAL, window, manager, isAsync ? SpecialMethod.AEXIT : SpecialMethod.EXIT);
  u.top = inside;
  // What the enter method returns: right into the variable, or to the next temporary.
  const vars = item.optional_vars;
  const variable = vars?.kind === "Name" && !isAsync ? storeRegister(u, vars.id) : null;
  const enter = (result: number): void => {
    const base = isTemp(manager) ? manager : u.next;
    u.emit(
      Op.LOAD_SPECIAL,
      base,
      manager,
      isAsync ? SpecialMethod.AENTER : SpecialMethod.ENTER,
      drop(manager, Flag.DROP_B),
    );
    u.top = base + WINDOW_HEAD + 1 - u.next + u.top;
    u.reserve(1);
    u.emit(Op.CALL_METHOD, result, base, 0);
  };
  let entered: number;
  if (isAsync) {
    if (isTemp(manager)) u.take();
    entered = awaitResult(u, at, (receiver) => {
      enter(receiver);
      u.emit(Op.GET_AWAITABLE, receiver, receiver, 1, Flag.DROP_B);
    });
    if (entered !== window + WINDOW_HEAD + 1) {
      u.emit(Op.TAKE, window + WINDOW_HEAD + 1, entered);
      entered = window + WINDOW_HEAD + 1;
    }
  } else {
    entered = variable ?? u.next;
    enter(entered);
  }
  u.top = inside;

  const end = new Label();
  const saved = u.next;
  const exception = saved + 1;
  u.reserve(3);
  const handler: Handler = { label: new Label(), firstTemp: saved, excReg: exception };
  u.location = at;
  u.pushFrame({ kind: "with", window, isAsync, at });
  const frame = u.frames.at(-1) as Extract<OpenFrame, { kind: "with" }>;
  u.protect(handler, () => {
    if (entered === saved) {
      u.take();
      if (vars) assignTo(u, vars, entered, false);
      else u.drop(entered);
      u.top = inside;
    }
    if (index + 1 < s.items.length) withItem(u, s, index + 1);
    else body(u, s.body);
  });
  u.popFrame();
  leaveWith(u, frame, false);

  u.cold(() => {
    const again = new Label();
    const suppress = new Label();
    u.place(handler.label);
    u.location = at;
    u.take(2);
    u.emit(Op.PUSH_EXC, saved, exception);
    u.protect({ label: again, firstTemp: exception, excReg: exception }, () => {
      let result: number;
      if (isAsync) {
        result = awaitResult(u, at, (receiver) => {
          u.emit(Op.WITH_EXIT, receiver, window, exception);
          u.emit(Op.GET_AWAITABLE, receiver, receiver, 2, Flag.DROP_B);
        });
      } else {
        result = u.take();
        u.emit(Op.WITH_EXIT, result, window, exception);
      }
      u.jump(Op.JUMP_IF, suppress, result, 0, 0, Flag.DROP_A);
    });
    u.place(again);
    u.emit(Op.POP_EXC, saved);
    u.emit(Op.RERAISE, exception);
    u.place(suppress);
    u.location = null;
    u.drop(exception);
    u.emit(Op.POP_EXC, saved);
    u.drop(window + WINDOW_HEAD);
    u.drop(window);
    u.jump(Op.JUMP, end);
  });
  u.place(end);
  u.top = mark;
}
