/**
 * await, yield and yield from. Delegation is a loop: SEND passes a value on until the inner iterator is finished; what it yields is
 * yielded on. The value is in a temporary, what it delegates to in the next one.
 */
import { Flag, Intrinsic, Op } from "../bytecode/opcodes.ts";
import type { Await, Located, Yield, YieldFrom } from "../syntax/ast.ts";
import { drop, operand } from "./expressions.ts";
import { isTemp, Label } from "./ir.ts";
import type { Unit } from "./unit.ts";

/** Runs the iterator in `value`+1 to its end; its result is left in `value`. Both are temporaries. */
export function delegate(u: Unit, value: number, at: Located): void {
  const send = new Label();
  const thrown = new Label();
  const done = new Label();
  u.location = at;
  u.loadConst(value, { type: "none" });
  u.place(send);
  u.jump(Op.SEND, done, value, value + 1);
  u.protect({ label: thrown, firstTemp: value, excReg: value }, () => {
    u.emit(Op.YIELD, value, value, 1, Flag.DROP_B);
  });
  u.jump(Op.JUMP, send);
  u.cold(() => {
    u.place(thrown);
    u.location = at;
    u.emit(Op.CLEANUP_THROW, value, value, 0, Flag.DROP_B);
    u.jump(Op.JUMP, done);
  });
  u.place(done);
}

/** Awaits what an instruction leaves in the register it is given; the result is left in the next temporary, which is taken. */
export function awaitResult(u: Unit, at: Located, emitAwaitable: (receiver: number) => void): number {
  const mark = u.top;
  const value = u.take();
  emitAwaitable(u.next);
  u.top = mark + 1;
  u.take();
  delegate(u, value, at);
  u.top = mark + 1;
  return value;
}

export function awaitTo(u: Unit, e: Await, target: number): void {
  const mark = u.top;
  const value = awaitResult(u, e, (receiver) => {
    const awaited = operand(u, e.value);
    u.location = e;
    u.emit(Op.GET_AWAITABLE, receiver, awaited, 0, drop(awaited, Flag.DROP_B));
  });
  u.top = mark;
  u.location = e;
  u.moveTo(target, value);
}

export function yieldFromTo(u: Unit, e: YieldFrom, target: number): void {
  if (!u.isFunctionLike) u.compiler.fail("'yield from' outside function", e);
  if (u.type === "async function") u.compiler.fail("'yield from' inside async function", e);
  const mark = u.top;
  const value = awaitResult(u, e, (receiver) => {
    const iterable = operand(u, e.value);
    u.location = e;
    u.emit(Op.GET_YIELD_FROM_ITER, receiver, iterable, 0, drop(iterable, Flag.DROP_B));
  });
  u.top = mark;
  u.location = e;
  u.moveTo(target, value);
}

export function yieldTo(u: Unit, e: Yield, target: number): void {
  if (!u.isFunctionLike) u.compiler.fail("'yield' outside function", e);
  const mark = u.top;
  let value: number;
  if (e.value) value = operand(u, e.value);
  else {
    value = u.take();
    u.location = e;
    u.loadConst(value, { type: "none" });
  }
  u.top = mark;
  yieldRegister(u, target, value, e);
}

/** Yields a register, taking it over if it is a temporary; what is sent in goes to `target`. Uses the next temporary. */
export function yieldRegister(u: Unit, target: number, value: number, at: Located): void {
  u.location = at;
  if (u.block.isGenerator && u.block.isCoroutine) {
    const wrapped = u.next;
    u.reserve(1);
    if (isTemp(value)) u.emit(Op.INTRINSIC, value, value, Intrinsic.ASYNC_GEN_WRAP);
    else u.emit(Op.INTRINSIC, wrapped, value, Intrinsic.ASYNC_GEN_WRAP);
    if (!isTemp(value)) value = wrapped;
  }
  u.emit(Op.YIELD, target, value, 0, drop(value, Flag.DROP_B));
}
