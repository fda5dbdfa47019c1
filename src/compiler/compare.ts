/** Comparisons, single and chained, as values and as jumps. */
import { CompareOp, Flag, Op } from "../bytecode/opcodes.ts";
import type { Compare, CompareOperator, Expr, Located } from "../syntax/ast.ts";
import { checkCompare } from "./checks.ts";
import { constantOf, container, drop, kOf, operand } from "./expressions.ts";
import { isTemp, type KValue, Label } from "./ir.ts";
import type { Unit } from "./unit.ts";

const RICH: Partial<Record<CompareOperator, number>> = {
  Lt: CompareOp.LT,
  LtE: CompareOp.LE,
  Eq: CompareOp.EQ,
  NotEq: CompareOp.NE,
  Gt: CompareOp.GT,
  GtE: CompareOp.GE,
};

/** An operand: a register, or a number that goes into the instruction. */
type Side = { readonly register: number; readonly k: null } | { readonly register: -1; readonly k: KValue };

/** Where an early end of a chain has to drop the middle operand first. */
interface Stub {
  readonly label: Label;
  readonly register: number;
}

function side(u: Unit, e: Expr, op: CompareOperator, allowK: boolean, later: readonly Expr[]): Side {
  const k = allowK ? kOf(u, e) : null;
  if (k) return { register: -1, k };
  const register = op === "In" || op === "NotIn" ? container(u, e) : operand(u, e, ...later);
  return { register, k: null };
}

/** The left operand of a chain's first comparison. */
function firstSide(u: Unit, e: Compare): Side {
  const op = e.ops[0]!;
  // Two numbers can't both be in the instruction; the right one is the usual one.
  const k = RICH[op] !== undefined && !kOf(u, e.comparators[0]!) ? kOf(u, e.left) : null;
  return k ? { register: -1, k } : { register: operand(u, e.left, ...e.comparators), k: null };
}

/** The right operand of comparison `i`; it may be the left one of the next. */
function rightSide(u: Unit, e: Compare, i: number, left: Side): Side {
  const op = e.ops[i]!;
  const next = e.ops[i + 1];
  const after = e.comparators[i + 1];
  const allowK =
    RICH[op] !== undefined && !left.k && (next === undefined || (RICH[next] !== undefined && !kOf(u, after!)));
  return side(u, e.comparators[i]!, op, allowK, e.comparators.slice(i + 1));
}

function dropFlags(left: Side, right: Side, keepRight: boolean): number {
  // A _K form has its only register in b.
  if (left.k) return keepRight ? 0 : drop(right.register, Flag.DROP_B);
  const flags = drop(left.register, Flag.DROP_B);
  return right.k || keepRight ? flags : flags | drop(right.register, Flag.DROP_C);
}

function emitValue(
  u: Unit,
  target: number,
  left: Side,
  op: CompareOperator,
  right: Side,
  flags: number,
  negate: boolean,
): void {
  const operation = RICH[op];
  if (operation === undefined) {
    const invert = (op === "IsNot" || op === "NotIn") !== negate ? Flag.INVERT : 0;
    const opcode = op === "In" || op === "NotIn" ? Op.CONTAINS : Op.IS;
    u.emit(opcode, target, left.register, right.register, flags | invert);
  } else if (left.k) {
    u.withK(u.emit(Op.COMPARE_K, target, right.register, 0, flags | Flag.CONST_LEFT), operation, left.k);
  } else if (right.k) {
    u.withK(u.emit(Op.COMPARE_K, target, left.register, 0, flags), operation, right.k);
  } else {
    u.withK(u.emit(Op.COMPARE, target, left.register, right.register, flags), operation);
  }
}

function emitJump(
  u: Unit,
  left: Side,
  op: CompareOperator,
  right: Side,
  label: Label,
  when: boolean,
  flags: number,
): void {
  const operation = RICH[op];
  const invert = when ? 0 : Flag.INVERT;
  if (operation === undefined) {
    const opposite = op === "IsNot" || op === "NotIn" ? Flag.INVERT : 0;
    const opcode = op === "In" || op === "NotIn" ? Op.JUMP_CONTAINS : Op.JUMP_IS;
    u.jump(opcode, label, 0, left.register, right.register, flags | (invert ^ opposite));
  } else if (left.k) {
    u.withK(u.jump(Op.JUMP_CMP_K, label, 0, right.register, 0, flags | invert | Flag.CONST_LEFT), operation, left.k);
  } else if (right.k) {
    u.withK(u.jump(Op.JUMP_CMP_K, label, 0, left.register, 0, flags | invert), operation, right.k);
  } else {
    u.withK(u.jump(Op.JUMP_CMP, label, 0, left.register, right.register, flags | invert), operation);
  }
}

/** Compares two registers at hand, taking over those that are temporaries but for `keep`; jumps if the result is `when`. */
export function jumpRegisters(
  u: Unit,
  left: number,
  op: CompareOperator,
  right: number,
  label: Label,
  when: boolean,
  flags: number,
): void {
  emitJump(u, { register: left, k: null }, op, { register: right, k: null }, label, when, flags);
}

/** `negate`: is ↔ is not, in ↔ not in. */
export function compareTo(u: Unit, e: Compare, target: number, negate = false, at: Located = e): void {
  checkCompare(u, e);
  const mark = u.top;
  const last = e.ops.length - 1;
  if (last === 0) {
    const left = firstSide(u, e);
    const right = rightSide(u, e, 0, left);
    u.top = mark;
    u.location = at;
    emitValue(u, target, left, e.ops[0]!, right, dropFlags(left, right, false), negate);
    return;
  }
  // a < b < c: the first falsy result is the value.
  const result = u.take();
  const end = new Label();
  const stubs: Stub[] = [];
  let left = firstSide(u, e);
  e.ops.forEach((op, i) => {
    const right = rightSide(u, e, i, left);
    u.location = e;
    emitValue(u, result, left, op, right, dropFlags(left, right, i < last), false);
    if (i === last) return;
    const label = isTemp(right.register) ? new Label() : end;
    if (label !== end) stubs.push({ label, register: right.register });
    u.jump(Op.JUMP_IF, label, result, 0, 0, Flag.INVERT);
    u.drop(result);
    left = right;
  });
  emitStubs(u, stubs, end, e);
  u.place(end);
  u.top = mark;
  u.location = e;
  u.moveTo(target, result);
}

/** Ends of a chain that hold an operand: drop it and go on at `to`. */
function emitStubs(u: Unit, stubs: readonly Stub[], to: Label, at: Located, past?: Label): void {
  if (stubs.length === 0) return;
  u.location = null;
  u.jump(Op.JUMP, past ?? to);
  for (const stub of stubs) {
    u.place(stub.label);
    u.location = at;
    u.drop(stub.register);
    u.jump(Op.JUMP, to);
  }
}

export function jumpCompare(u: Unit, e: Compare, label: Label, when: boolean): void {
  checkCompare(u, e);
  const mark = u.top;
  const last = e.ops.length - 1;
  const firstOp = e.ops[0]!;
  if (last === 0 && (firstOp === "Is" || firstOp === "IsNot") && constantOf(u, e.comparators[0]!)?.type === "none") {
    const register = operand(u, e.left);
    u.top = mark;
    u.location = e;
    const flags = drop(register, Flag.DROP_B) | ((firstOp === "Is") === when ? 0 : Flag.INVERT);
    u.jump(Op.JUMP_NONE, label, 0, register, 0, flags);
    return;
  }
  /** Where a comparison in the middle goes that fails. */
  const end = new Label();
  const failed = when ? end : label;
  const stubs: Stub[] = [];
  let left = firstSide(u, e);
  e.ops.forEach((op, i) => {
    const right = rightSide(u, e, i, left);
    u.location = e;
    if (i === last) {
      emitJump(u, left, op, right, label, when, dropFlags(left, right, false));
      return;
    }
    let to = failed;
    if (isTemp(right.register)) {
      to = new Label();
      stubs.push({ label: to, register: right.register });
    }
    emitJump(u, left, op, right, to, false, dropFlags(left, right, true));
    left = right;
  });
  emitStubs(u, stubs, failed, e, end);
  u.place(end);
  u.top = mark;
}
