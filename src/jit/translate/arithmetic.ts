// Operators on ints and floats.
import { CoreConst } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import type { IrOp, Node } from "../ir.ts";
import { divisionByConstant } from "../passes/division.ts";
import { intOf, NO_HINT, type Operand, type Recorded } from "../recording.ts";
import type { Translator } from "./index.ts";
import { isEven, power } from "./math-calls.ts";
import { binaryOperation, typeOf, unaryOperation } from "./operations.ts";
import { concatenate } from "./strings.ts";
import { beginStretch, wrappingOp } from "./wrapping.ts";

const CONST_LEFT = 8;

export interface Operands {
  readonly left: Node;
  readonly right: Node;
  readonly leftHint: Operand;
  readonly rightHint: Operand;
}

/** Both operands of a BINARY, BINARY_K, COMPARE … instruction, in the program's order. `take`: whether objects that have not been made are. */
export function operands(b: Builder, r: Recorded, take: "read" | "look" = "read"): Operands {
  if (r.generic.endsWith("_K")) {
    const low = b.heap.readU32(r.pc + 16);
    const high = b.heap.readU32(r.pc + 20);
    const register = b[take](b.at(r.b), r.vb);
    const fixed = b.boxedConstant(low, high);
    if (r.flags & CONST_LEFT) return { left: fixed, right: register, leftHint: NO_HINT, rightHint: r.vb };
    return { left: register, right: fixed, leftHint: r.vb, rightHint: NO_HINT };
  }
  return { left: b[take](b.at(r.b), r.vb), right: b[take](b.at(r.c), r.vc), leftHint: r.vb, rightHint: r.vc };
}

/** Sub-operation of the instruction: BinaryOp or CompareOp. */
export function subOp(b: Builder, r: Recorded): number {
  return b.heap.readU8(r.pc + 10);
}

/** An int as a shifted immediate, if it fits the 32 bits of a hole. */
export function shifted(node: Node): number | undefined {
  if (!node.isConst || node.type !== "int") return undefined;
  return Math.abs(node.number) < 2 ** 15 ? node.number * 65536 : undefined;
}

function withConstant(b: Builder, op: IrOp, opK: IrOp, x: Node, y: Node, commutes: boolean): Node {
  const k = shifted(y);
  if (k !== undefined) return b.pure(opK, "int", x, null, k);
  const left = commutes ? shifted(x) : undefined;
  if (left !== undefined) return b.pure(opK, "int", y, null, left);
  return b.pure(op, "int", x, y);
}

export function isPowerOfTwo(n: number): boolean {
  return n > 0 && n < 2 ** 47 && Number.isInteger(Math.log2(n));
}

/** Division by a positive constant: a multiplication and a shift. */
function byConstant(b: Builder, op: "floordivIntMagic" | "modIntMagic", x: Node, y: Node): Node | undefined {
  if (!y.isConst || x.isConst || y.number < 1 || y.number >= 2 ** 31) return undefined;
  const { multiplier, shift } = divisionByConstant(y.number);
  // The divisor itself tells two divisions apart, and the remainder needs it.
  return b.pure(op, "int", x, null, multiplier, shift, y.number);
}

/** Result of an int operation, or undefined if the interpreter has to do it. */
export function intOp(b: Builder, op: number, x: Node, y: Node): Node | undefined {
  if (x.isConst && y.isConst) {
    const folded =
      op === 0 ? x.number + y.number : op === 1 ? x.number - y.number : op === 2 ? x.number * y.number : Number.NaN;
    if (Number.isSafeInteger(folded) && Math.abs(folded) < 2 ** 47) return b.int(folded === 0 ? 0 : folded);
  }
  switch (op) {
    case 0:
      return withConstant(b, "addInt", "addIntK", x, y, true);
    case 1: {
      const k = shifted(y);
      if (k !== undefined) return b.pure("addIntK", "int", x, null, -k);
      const left = shifted(x);
      if (left !== undefined) return b.pure("rsubIntK", "int", y, null, left);
      return b.pure("subInt", "int", x, y);
    }
    case 2: {
      if (y.isConst && Math.abs(y.number) < 2 ** 31) return b.pure("mulIntK", "int", x, null, y.number);
      if (x.isConst && Math.abs(x.number) < 2 ** 31) return b.pure("mulIntK", "int", y, null, x.number);
      return b.pure("mulInt", "int", x, y);
    }
    case 3:
      return divide(b, b.toFloat(x), b.toFloat(y));
    case 4:
      if (y.isConst && isPowerOfTwo(y.number)) return b.pure("floordivIntPow2", "int", x, null, Math.log2(y.number));
      return byConstant(b, "floordivIntMagic", x, y) ?? b.pure("floordivInt", "int", x, y);
    case 5:
      if (y.isConst && isPowerOfTwo(y.number)) return b.pure("modIntPow2", "int", x, null, 48 - Math.log2(y.number));
      return byConstant(b, "modIntMagic", x, y) ?? b.pure("modInt", "int", x, y);
    case 6:
      if (y.isConst && y.number === 2) return b.pure("mulInt", "int", x, x);
      return undefined;
    case 7:
      if (y.isConst && y.number >= 0 && y.number < 48) return b.pure("lshiftIntK", "int", x, null, y.number);
      return b.pure("lshiftInt", "int", x, y);
    case 8:
      if (y.isConst && y.number >= 0 && y.number < 48) return b.pure("rshiftIntK", "int", x, null, y.number);
      return b.pure("rshiftInt", "int", x, y);
    case 9:
      return withConstant(b, "andInt", "andIntK", x, y, true);
    case 10:
      return withConstant(b, "orInt", "orIntK", x, y, true);
    case 11:
      return withConstant(b, "xorInt", "xorIntK", x, y, true);
    default:
      return undefined;
  }
}

const POWER = 6;
const DIVISION = 3;
const FLOAT_OPS: Record<number, IrOp> = { 0: "addFloat", 1: "subFloat", 2: "mulFloat" };

/** x / y; what is zero or not is seen sooner in an int than in the float that is made of it. */
function divide(b: Builder, x: Node, y: Node): Node {
  if (y.isConst) return b.pure(y.number === 0 ? "divFloat" : "divFloatNc", "float", x, y);
  if (y.op !== "intToFloat") return b.pure("divFloat", "float", x, y);
  b.pure("guardNeIntK", "none", y.a, null, 0);
  return b.pure("divFloatNc", "float", x, y);
}

function floatOp(b: Builder, op: number, x: Node, y: Node): Node | undefined {
  if (op === POWER) return power(b, x, y);
  if (op === DIVISION) return divide(b, x, y);
  const name = FLOAT_OPS[op];
  return name === undefined ? undefined : b.pure(name, "float", x, y);
}

/** Whether a number is, or was when it was recorded, positive. */
function isPositive(node: Node, { low, high }: Operand): boolean {
  if (node.isConst) return node.number > 0;
  const isInt = high >>> 16 >= 0xfffe;
  return isInt ? (high & 0x8000) === 0 && ((high & 0xffff) !== 0 || low !== 0) : high >>> 0 < 0x80020000;
}

/** The int that was recorded, or the constant. */
function recordedInt(node: Node, hint: Operand): number | undefined {
  if (node.isConst && node.type === "int") return node.number;
  return intOf(hint);
}
/** Whether the operation left 48 bits when it was recorded: then a trace would leave there too. */
function overflowed(op: number, x: number | undefined, y: number | undefined): boolean {
  if (x === undefined || y === undefined) return false;
  const result =
    op === 0
      ? x + y
      : op === 1
        ? x - y
        : op === 2
          ? x * y
          : op === 7
            ? x * 2 ** y
            : (op === 3 || op === 4 || op === 5) && y === 0
              ? Number.NaN
              : 0;
  return !(result >= -(2 ** 47) && result < 2 ** 47);
}

function binary(b: Builder, r: Recorded): boolean {
  if (binaryNumbers(b, r)) return true;
  const op = subOp(b, r);
  if (op === 0 && concatenate(b, r)) return true;
  const result = binaryOperation(b, r, op, operands(b, r));
  if (result === undefined) return false;
  b.dropOperands(r);
  b.write(r.a, result, true);
  return true;
}

/** A bool as the int that it is. */
function plainNumber(b: Builder, node: Node, hint: Operand): Node {
  const type = node.pyType !== 0 ? node.pyType : node.type === "value" || node.type === "ref" ? hint.type : 0;
  if (type !== CoreConst.TYPE_BOOL || !b.guardType(node, type)) return node;
  if (node.isConst) return b.int(node.boxed?.low === CoreConst.TRUE_REF ? 1 : 0);
  const distance = CoreConst.TRUE_REF - CoreConst.FALSE_REF;
  const fromFalse = b.pure("addIntNc", "int", node, null, -CoreConst.FALSE_REF);
  return b.pure("mulIntK", "int", fromFalse, null, 65536 / distance);
}

function binaryNumbers(b: Builder, r: Recorded): boolean {
  const { left: first, right: second, leftHint, rightHint } = operands(b, r);
  const op = subOp(b, r);
  // The bitwise operators of two bools give a bool.
  const areBools = typeOf(first, leftHint) === CoreConst.TYPE_BOOL && typeOf(second, rightHint) === CoreConst.TYPE_BOOL;
  if (areBools && op >= 9) return false;
  const left = plainNumber(b, first, leftHint);
  const right = plainNumber(b, second, rightHint);
  const x = b.numberKind(left, leftHint);
  const y = b.numberKind(right, rightHint);
  if (x === undefined || y === undefined) return false;
  let result: Node | undefined;
  if (x === "int" && y === "int") {
    if (op === 6 && !(right.isConst && right.number === 2)) return false;
    const isLarge = overflowed(op, recordedInt(left, leftHint), recordedInt(right, rightHint));
    beginStretch(b, r, isLarge);
    if (op > 11 || (isLarge && b.stretch === null)) return false;
    const [first, second] = [b.asInt(left), b.asInt(right)];
    result = (b.stretch && wrappingOp(b, op, first, second)) ?? intOp(b, op, first, second);
  } else {
    b.breakStretch();
    if (op > 3 && (op !== POWER || b.isFirst || !(isEven(right) || isPositive(left, leftHint)))) return false;
    result = floatOp(
      b,
      op,
      b.toFloat(x === "int" ? b.asInt(left) : b.asFloat(left)),
      b.toFloat(y === "int" ? b.asInt(right) : b.asFloat(right)),
    );
  }
  if (result === undefined) return false;
  b.dropOperands(r);
  b.write(r.a, result);
  return true;
}

function unary(
  special: number,
  intResult: (b: Builder, x: Node) => Node,
  floatResult: ((b: Builder, x: Node) => Node) | undefined,
): Translator {
  return (b, r) => {
    const operand = b.read(b.at(r.b), r.vb);
    const kind = b.numberKind(operand, r.vb);
    if (kind === undefined || (kind === "float" && floatResult === undefined)) {
      const answer = unaryOperation(b, special, operand, r.vb);
      if (answer === undefined) return false;
      b.dropOperands(r);
      b.write(r.a, answer, true);
      return true;
    }
    const result =
      kind === "int"
        ? intResult(b, b.asInt(operand))
        : (floatResult as (b: Builder, x: Node) => Node)(b, b.asFloat(operand));
    b.dropOperands(r);
    b.write(r.a, result);
    return true;
  };
}

export const ARITHMETIC: Record<string, Translator> = {
  BINARY: binary,
  BINARY_K: binary,
  NEGATE: unary(
    CoreConst.SPECIAL_neg,
    (b, x) => b.pure("negInt", "int", x),
    (b, x) => b.pure("negFloat", "float", x),
  ),
  POSITIVE: unary(
    CoreConst.SPECIAL_pos,
    (_, x) => x,
    (_, x) => x,
  ),
  INVERT: unary(CoreConst.SPECIAL_invert, (b, x) => b.pure("invertInt", "int", x), undefined),
};
