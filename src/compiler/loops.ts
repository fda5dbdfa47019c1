/** while, for, async for, break, continue. A loop's back edge is always a JUMP_BACK to its head. */
import { Flag, Op } from "../bytecode/opcodes.ts";
import type { AsyncFor, Break, Continue, For, Located, While } from "../syntax/ast.ts";
import { assignTo, iterationTarget } from "./assignments.ts";
import { delegate } from "./await.ts";
import { jumpIf } from "./conditions.ts";
import { constantOf, container, drop, operand } from "./expressions.ts";
import { Label } from "./ir.ts";
import { body } from "./statements.ts";
import type { Unit } from "./unit.ts";
import { unwind } from "./unwind.ts";

export function whileLoop(u: Unit, s: While): void {
  const start = new Label();
  const exhausted = new Label();
  const end = new Label();
  u.location = s;
  const back = backEdgeOf(u, s);
  u.pushFrame({ kind: "while", start, end, back });
  u.place(start);
  jumpIf(u, s.test, exhausted, false);
  body(u, s.body);
  u.location = back;
  u.jump(Op.JUMP_BACK, start);
  u.popFrame();
  u.place(exhausted);
  body(u, s.orelse);
  u.place(end);
}

/** `while True:` has no instruction for its condition: going back to it is one. */
function backEdgeOf(u: Unit, s: While): Located | null {
  return constantOf(u, s.test) && !u.compiler.hidden ? s : null;
}

export function forLoop(u: Unit, s: For): void {
  const mark = u.top;
  const start = new Label();
  const exhausted = new Label();
  const end = new Label();
  const iterator = u.next;
  u.location = s;
  u.pushFrame({ kind: "for", start, end, iterator });
  const iterable = container(u, s.iter);
  u.top = mark;
  u.take();
  u.location = s.iter;
  u.emit(Op.GET_ITER, iterator, iterable, 0, drop(iterable, Flag.DROP_B));
  u.place(start);
  iterationTarget(u, s.target, (register) => {
    u.location = s.iter;
    u.jump(Op.FOR_ITER, exhausted, register, iterator);
  });
  body(u, s.body);
  u.location = null;
  u.jump(Op.JUMP_BACK, start);
  u.popFrame();
  u.place(exhausted);
  u.top = mark;
  body(u, s.orelse);
  u.place(end);
}

export function asyncFor(u: Unit, s: AsyncFor): void {
  const mark = u.top;
  const start = new Label();
  const exhausted = new Label();
  const orelse = new Label();
  const end = new Label();
  const iterator = u.next;
  const iterable = operand(u, s.iter);
  u.top = mark;
  u.take();
  u.location = s.iter;
  u.emit(Op.GET_AITER, iterator, iterable, 0, drop(iterable, Flag.DROP_B));
  u.place(start);
  u.location = s;
  u.pushFrame({ kind: "for", start, end, iterator });
  const value = u.take();
  u.protect({ label: exhausted, firstTemp: value, excReg: value }, () => {
    u.location = s;
    u.emit(Op.GET_ANEXT, u.take(), iterator);
    delegate(u, value, s);
  });
  u.top = mark + 2;
  assignTo(u, s.target, value, false);
  u.top = mark + 1;
  body(u, s.body);
  u.location = null;
  u.jump(Op.JUMP_BACK, start);
  u.popFrame();
  u.cold(() => {
    u.place(exhausted);
    u.location = s.iter;
    u.emit(Op.END_ASYNC_FOR, value);
    u.drop(iterator);
    u.jump(Op.JUMP, orelse);
  });
  u.place(orelse);
  u.top = mark;
  body(u, s.orelse);
  u.place(end);
}

export function breakLoop(u: Unit, s: Break): void {
  u.location = s;
  unwind(u, null, s, true, (loop) => {
    if (loop?.kind === "for") u.drop(loop.iterator);
    else if (loop?.kind !== "while") u.compiler.fail("'break' outside loop", s);
    u.jump(Op.JUMP, loop.end);
  });
}

export function continueLoop(u: Unit, s: Continue): void {
  u.location = s;
  unwind(u, null, s, true, (loop) => {
    if (loop?.kind !== "for" && loop?.kind !== "while") u.compiler.fail("'continue' not properly in loop", s);
    if (loop.kind === "while" && loop.back) u.location = loop.back;
    u.jump(Op.JUMP_BACK, loop.start);
  });
}
