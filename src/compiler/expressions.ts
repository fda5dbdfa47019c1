/**
 * Expressions → registers. `exprTo` leaves the value in a given register and writes that only with its last instruction if it is a
 * local variable (what comes before may raise or read the variable). When the given register is the next free temporary, parts of the
 * expression may use it on the way.
 */
import type { Constant } from "../bytecode/code.ts";
import { BinaryOp, Flag, Intrinsic, Op } from "../bytecode/opcodes.ts";
import type {
  BinaryOperator,
  BinOp,
  BoolOp,
  Dict,
  Expr,
  IfExp,
  Located,
  NamedExpr,
  Slice,
  Subscript,
} from "../syntax/ast.ts";
import { awaitTo, yieldFromTo, yieldTo } from "./await.ts";
import { callTo, superAttributeTo } from "./calls.ts";
import { checkIndex, checkSubscripter } from "./checks.ts";
import { compareTo } from "./compare.ts";
import { comprehensionTo, generatorTo } from "./comprehensions.ts";
import { jumpIf } from "./conditions.ts";
import { constantTruth } from "./fold.ts";
import { formattedTo, interpolationTo, isPercentFormat, joinedTo, percentFormatTo, templateTo } from "./format.ts";
import { lambdaTo } from "./functions.ts";
import { isTemp, type KValue, kValue, Label } from "./ir.ts";
import { borrowName, loadName, storeName, storeRegister } from "./names.ts";
import { mayRebind, type Unit } from "./unit.ts";

export const BINARY_OPS: Record<BinaryOperator, number> = {
  Add: BinaryOp.ADD,
  Sub: BinaryOp.SUB,
  Mult: BinaryOp.MUL,
  Div: BinaryOp.TRUEDIV,
  FloorDiv: BinaryOp.FLOORDIV,
  Mod: BinaryOp.MOD,
  Pow: BinaryOp.POW,
  LShift: BinaryOp.LSHIFT,
  RShift: BinaryOp.RSHIFT,
  BitAnd: BinaryOp.AND,
  BitOr: BinaryOp.OR,
  BitXor: BinaryOp.XOR,
  MatMult: BinaryOp.MATMUL,
};

/** Displays longer than this are built item by item instead of from registers side by side. */
export const MAX_GROUP = 64;

export function drop(register: number, flag: number): number {
  return isTemp(register) ? flag : 0;
}

/** Evaluates into the next temporary and takes that. */
export function push(u: Unit, e: Expr): number {
  const register = u.next;
  exprTo(u, e, register);
  return u.take();
}

/** Evaluates to some register: that of a local variable, borrowed, or a temporary, taken. */
export function operand(u: Unit, e: Expr, ...later: (Expr | null)[]): number {
  if (e.kind === "NamedExpr") {
    const variable = storeRegister(u, e.target.id);
    if (variable !== null && !later.some(mayRebind)) {
      exprTo(u, e.value, variable);
      return variable;
    }
  }
  return borrowName(u, e, later) ?? push(u, e);
}

/** Evaluates for its effects only. */
export function evaluate(u: Unit, e: Expr) {
  const mark = u.top;
  const register = operand(u, e);
  u.location = null;
  if (isTemp(register)) u.drop(register);
  u.top = mark;
}

export function constantOf(u: Unit, e: Expr): Constant | null {
  return u.compiler.folder.fold(e);
}

/** The expression as a constant that fits into an instruction. */
export function kOf(u: Unit, e: Expr): KValue | null {
  if (e.kind !== "Constant" && e.kind !== "UnaryOp" && e.kind !== "BinOp") return null;
  const constant = constantOf(u, e);
  return constant && (constant.type === "int" || constant.type === "float")
    ? kValue(constant.type, constant.value)
    : null;
}

export function exprTo(u: Unit, e: Expr, target: number) {
  const constant = constantOf(u, e);
  if (constant) {
    if (e.kind === "Subscript") checkSubscript(u, e);
    u.location = e;
    u.loadConst(target, constant);
    return;
  }
  switch (e.kind) {
    case "Constant":
      return;
    case "Name":
      return loadName(u, e.id, target, e);
    case "Attribute":
      return attributeTo(u, e, target);
    case "Call":
      return callTo(u, e, target);
    case "BinOp":
      if (percentFormatTo(u, e, target)) return;
      return binaryTo(u, e, target);
    case "Compare":
      return compareTo(u, e, target);
    case "Subscript":
      return subscriptTo(u, e, target);
    case "BoolOp":
      return boolOpTo(u, e, target);
    case "UnaryOp": {
      if (e.op === "Not") return notTo(u, e.operand, target, e);
      const mark = u.top;
      const register = operand(u, e.operand);
      u.location = e;
      u.top = mark;
      const op = e.op === "USub" ? Op.NEGATE : e.op === "UAdd" ? Op.POSITIVE : Op.INVERT;
      u.emit(op, target, register, 0, drop(register, Flag.DROP_B));
      return;
    }
    case "IfExp":
      return ifExpTo(u, e, target);
    case "NamedExpr":
      return namedTo(u, e, target);
    case "Tuple":
      return displayTo(u, e.elts, "tuple", target, e);
    case "List":
      return displayTo(u, e.elts, "list", target, e);
    case "Set":
      return displayTo(u, e.elts, "set", target, e);
    case "Dict":
      return dictTo(u, e, target);
    case "Slice":
      return sliceTo(u, e, target);
    case "Lambda":
      return lambdaTo(u, e, target);
    case "ListComp":
    case "SetComp":
    case "DictComp":
      return comprehensionTo(u, e, target);
    case "GeneratorExp":
      return generatorTo(u, e, target);
    case "JoinedStr":
      return joinedTo(u, e, target);
    case "FormattedValue":
      return formattedTo(u, e, target);
    case "TemplateStr":
      return templateTo(u, e, target);
    case "Interpolation":
      return interpolationTo(u, e, target);
    case "Await":
      return awaitTo(u, e, target);
    case "Yield":
      return yieldTo(u, e, target);
    case "YieldFrom":
      return yieldFromTo(u, e, target);
    case "Starred":
      u.compiler.fail(
        e.ctx === "Store"
          ? "starred assignment target must be in a list or tuple"
          : "can't use starred expression here",
        e,
      );
  }
}

// -------------------------------------------------------------------------------------------- operators

function binaryTo(u: Unit, e: BinOp, target: number): void {
  // a + b + c + …: a loop, because such chains can be long.
  const spine = [e];
  let first = e.left;
  while (first.kind === "BinOp" && !constantOf(u, first) && !isPercentFormat(first)) {
    spine.push(first);
    first = first.left;
  }
  const mark = u.top;
  const result = u.next;
  let left: number | null = null;
  for (let i = spine.length - 1; i >= 0; i--) {
    const node = spine[i]!;
    const operation = BINARY_OPS[node.op];
    const to = i === 0 ? target : result;
    const rightK = kOf(u, node.right);
    const leftK = left === null && !rightK ? kOf(u, node.left) : null;
    if (rightK || leftK) {
      const register: number = left ?? operand(u, leftK ? node.right : node.left);
      u.top = mark;
      u.location = node;
      const flags = drop(register, Flag.DROP_B) | (leftK ? Flag.CONST_LEFT : 0);
      u.withK(u.emit(Op.BINARY_K, to, register, 0, flags), operation, rightK ?? leftK);
    } else {
      left ??= operand(u, node.left, node.right);
      const right = operand(u, node.right);
      u.top = mark;
      u.location = node;
      u.withK(u.emit(Op.BINARY, to, left, right, drop(left, Flag.DROP_B) | drop(right, Flag.DROP_C)), operation);
    }
    if (i > 0) left = u.take();
  }
  u.top = mark;
}

function notTo(u: Unit, inner: Expr, target: number, at: Located): void {
  const mark = u.top;
  let register: number | null = null;
  if (inner.kind === "Compare" && inner.ops.length === 1) {
    const op = inner.ops[0]!;
    // `not a is b` and `not a in b` are single instructions.
    if (op === "Is" || op === "IsNot" || op === "In" || op === "NotIn") {
      compareTo(u, inner, target, true);
      return;
    }
    // CPython's comparison is placed at the whole `not a == b`.
    register = u.next;
    compareTo(u, inner, register, false, at);
    u.reserve(1);
  }
  register ??= operand(u, inner);
  u.top = mark;
  u.location = at;
  u.emit(Op.NOT, target, register, 0, drop(register, Flag.DROP_B));
}

/** Right side of `in`, or what a `for` runs over: a display nobody else sees may be a constant or a tuple. */
export function container(u: Unit, e: Expr): number {
  if (e.kind === "List" || e.kind === "Set") {
    const items = u.compiler.folder.foldAll(e.elts);
    if (items) {
      const register = u.take();
      u.location = e;
      u.loadConst(register, { type: e.kind === "Set" ? "frozenset" : "tuple", items });
      return register;
    }
    if (e.kind === "List" && !e.elts.some((elt) => elt.kind === "Starred")) {
      const register = u.next;
      displayTo(u, e.elts, "tuple", register, e);
      return u.take();
    }
  }
  return operand(u, e);
}

function boolOpTo(u: Unit, e: BoolOp, target: number): void {
  const mark = u.top;
  const end = new Label();
  const isOr = e.op === "Or";
  const values = [...e.values];
  const last = values.pop()!;
  // Operands that are locals are copied only where they are the value; then nothing is written before the end.
  const borrowable = values.every((value) => value.kind === "Name" && storeRegister(u, value.id) !== null);
  const direct = isTemp(target) || borrowable;
  const result = direct ? target : u.take();
  for (const value of values) {
    const constant = constantOf(u, value);
    if (constant) {
      if (constantTruth(constant) !== isOr) continue; // never the value
      u.location = value;
      u.loadConst(result, constant);
      u.jump(Op.JUMP, end);
      continue; // what follows is unreachable but still compiled
    }
    const register = borrowName(u, value, []);
    if (register !== null) {
      const next = new Label();
      u.location = e;
      u.jump(Op.JUMP_IF, next, register, 0, 0, isOr ? Flag.INVERT : 0);
      u.moveTo(result, register);
      u.jump(Op.JUMP, end);
      u.place(next);
    } else {
      exprTo(u, value, result);
      u.location = e;
      if (result === u.next) u.reserve(1);
      u.jump(Op.JUMP_IF, end, result, 0, 0, isOr ? 0 : Flag.INVERT);
      u.location = null;
      u.drop(result);
    }
  }
  exprTo(u, last, result);
  u.place(end);
  u.top = mark;
  u.location = e;
  u.moveTo(target, result);
}

function ifExpTo(u: Unit, e: IfExp, target: number): void {
  const otherwise = new Label();
  const end = new Label();
  jumpIf(u, e.test, otherwise, false);
  exprTo(u, e.body, target);
  u.location = null;
  u.jump(Op.JUMP, end);
  u.place(otherwise);
  exprTo(u, e.orelse, target);
  u.place(end);
}

function namedTo(u: Unit, e: NamedExpr, target: number): void {
  const variable = storeRegister(u, e.target.id);
  if (variable !== null) {
    exprTo(u, e.value, variable);
    u.location = e;
    u.moveTo(target, variable);
    return;
  }
  const mark = u.top;
  const register = operand(u, e.value);
  storeName(u, e.target.id, register, e.target, true);
  u.top = mark;
  u.location = e;
  u.moveTo(target, register);
}

// -------------------------------------------------------------------------------------------- attributes and items

/** CPython points at the attribute's name if the expression spans lines. */
export function attributeLocation(at: Located, e: Extract<Expr, { kind: "Attribute" }>): Located {
  if (at.lineno === e.end_lineno) return at;
  const length = [...e.attr].length; // in characters, as CPython has it
  const column = length <= e.end_col_offset ? e.end_col_offset - length : -1;
  const endLine = Math.max(e.end_lineno, at.end_lineno);
  let endColumn = column < 0 ? -1 : at.end_col_offset;
  if (endLine === e.end_lineno) endColumn = Math.max(column, endColumn);
  return { lineno: e.end_lineno, col_offset: column, end_lineno: endLine, end_col_offset: endColumn };
}

function attributeTo(u: Unit, e: Extract<Expr, { kind: "Attribute" }>, target: number): void {
  if (superAttributeTo(u, e, target)) return;
  const mark = u.top;
  const object = operand(u, e.value);
  u.top = mark;
  u.location = attributeLocation(e, e);
  u.emit(Op.GETATTR, target, object, u.nameIndex(u.mangled(e.attr)), drop(object, Flag.DROP_B));
}

function checkSubscript(u: Unit, e: Subscript): void {
  checkSubscripter(u, e.value);
  checkIndex(u, e.value, e.slice);
}

function subscriptTo(u: Unit, e: Subscript, target: number): void {
  checkSubscript(u, e);
  const mark = u.top;
  const object = operand(u, e.value, e.slice);
  const key = operand(u, e.slice);
  u.top = mark;
  u.location = e;
  u.emit(Op.GETITEM, target, object, key, drop(object, Flag.DROP_B) | drop(key, Flag.DROP_C));
}

function sliceTo(u: Unit, e: Slice, target: number): void {
  const parts = [e.lower, e.upper, e.step];
  const constants = parts.map((part) =>
    part ? (part.kind === "Constant" ? constantOf(u, part) : null) : NONE_CONSTANT,
  );
  const [lower, upper, step] = constants;
  if (lower && upper && step) {
    u.location = e;
    u.loadConst(target, { type: "slice", items: [lower, upper, step] });
    return;
  }
  const mark = u.top;
  const first = u.next;
  for (const part of e.step ? parts : parts.slice(0, 2)) {
    if (part) push(u, part);
    else {
      u.location = e;
      u.loadConst(u.take(), NONE_CONSTANT);
    }
  }
  const count = u.top - mark;
  u.top = mark;
  u.location = e;
  u.emit(Op.BUILD_SLICE, target, first, count);
}

const NONE_CONSTANT: Constant = { type: "none" };

// -------------------------------------------------------------------------------------------- displays

export type Display = "tuple" | "list" | "set";
const BUILD: Record<Display, number> = { tuple: Op.BUILD_TUPLE, list: Op.BUILD_LIST, set: Op.BUILD_SET };

/** A tuple, list or set display, starred items included. */
export function displayTo(u: Unit, elts: readonly Expr[], kind: Display, target: number, at: Located): void {
  const starred = elts.some((elt) => elt.kind === "Starred");
  if (!starred && kind !== "tuple" && elts.length >= 3) {
    const items = u.compiler.folder.foldAll(elts);
    if (items) {
      constantDisplayTo(u, items, kind, target, at);
      return;
    }
  }
  const mark = u.top;
  if (!starred && elts.length <= MAX_GROUP) {
    const first = u.next;
    for (const elt of elts) push(u, elt);
    u.top = mark;
    u.location = at;
    u.emit(BUILD[kind], target, first, elts.length);
    return;
  }
  const collected = collect(u, elts, kind, 0, at);
  u.top = mark;
  u.location = at;
  if (kind === "tuple") u.emit(Op.LIST_TO_TUPLE, target, collected, 0, Flag.DROP_B);
  else u.moveTo(target, collected);
}

function constantDisplayTo(u: Unit, items: Constant[], kind: "list" | "set", target: number, at: Located): void {
  const mark = u.top;
  const result = u.take();
  const source = u.take();
  u.location = at;
  u.emit(kind === "list" ? Op.BUILD_LIST : Op.BUILD_SET, result, result, 0);
  u.loadConst(source, { type: kind === "list" ? "tuple" : "frozenset", items });
  u.emit(kind === "list" ? Op.LIST_EXTEND : Op.SET_UPDATE, result, source, 0, Flag.DROP_B);
  u.top = mark;
  u.moveTo(target, result);
}

/** Collects items one by one in a list or set; the `pushed` topmost temporaries are its first items. Returns its register, taken. */
export function collect(u: Unit, elts: readonly Expr[], kind: Display, pushed: number, at: Located): number {
  const result = u.next - pushed;
  const build = kind === "set" ? Op.BUILD_SET : Op.BUILD_LIST;
  const add = kind === "set" ? Op.SET_ADD : Op.LIST_APPEND;
  const extend = kind === "set" ? Op.SET_UPDATE : Op.LIST_EXTEND;
  const big = elts.length + pushed > MAX_GROUP;
  let built = false;
  let count = pushed;
  const buildNow = (): void => {
    u.location = at;
    u.emit(build, result, result, count);
    u.top = result - u.next + u.top;
    u.take();
    built = true;
  };
  if (big) buildNow();
  for (const elt of elts) {
    if (elt.kind === "Starred") {
      if (!built) buildNow();
      const mark = u.top;
      const items = operand(u, elt.value);
      u.top = mark;
      u.location = at;
      u.emit(extend, result, items, 0, drop(items, Flag.DROP_B));
    } else if (built) {
      const mark = u.top;
      const item = operand(u, elt);
      u.top = mark;
      u.location = at;
      u.emit(add, result, item, 0, drop(item, Flag.DROP_B));
    } else {
      push(u, elt);
      count++;
    }
  }
  if (!built) buildNow();
  return result;
}

function dictTo(u: Unit, e: Dict, target: number): void {
  const mark = u.top;
  const simple = e.keys.every((key) => key !== null) && e.keys.length * 2 <= MAX_GROUP;
  if (simple) {
    const first = u.next;
    e.keys.forEach((key, i) => {
      push(u, key!);
      push(u, e.values[i]!);
    });
    u.top = mark;
    u.location = e;
    u.emit(Op.BUILD_MAP, target, first, e.keys.length);
    return;
  }
  const dict = u.take();
  u.location = e;
  u.emit(Op.BUILD_MAP, dict, dict, 0);
  e.keys.forEach((key, i) => {
    const inner = u.top;
    const value = e.values[i]!;
    if (key === null) {
      const mapping = operand(u, value);
      u.location = e;
      u.emit(Op.DICT_UPDATE, dict, mapping, 0, drop(mapping, Flag.DROP_B));
    } else {
      const k = operand(u, key, value);
      const v = operand(u, value);
      u.location = e;
      u.emit(Op.MAP_ADD, dict, k, v, drop(k, Flag.DROP_B) | drop(v, Flag.DROP_C));
    }
    u.top = inner;
  });
  u.top = mark;
  u.moveTo(target, dict);
}

/** An intrinsic on operands in consecutive temporaries, which are dropped afterwards. */
export function intrinsic(
  u: Unit,
  target: number,
  first: number,
  which: number,
  operands: number,
  at: Located | null,
): void {
  u.location = at;
  u.emit(Op.INTRINSIC, target, first, which);
  for (let i = 0; i < operands; i++) if (first + i !== target) u.drop(first + i);
}

export { Intrinsic };
