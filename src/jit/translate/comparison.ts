// Comparisons, identity and truth. A jump becomes a guard that it goes the way it went.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { asBool } from "../build/ir-writer.ts";
import type { Virtual } from "../build/virtual-object.ts";
import { type IrOp, isNumber, type Node } from "../ir.ts";
import { type Operand, type Recorded, signed16, tagOf, wide } from "../recording.ts";
import { operands, shifted, subOp } from "./arithmetic.ts";
import { isType } from "./attribute-lookup.ts";
import { guardTypeOf, special, watchClass } from "./hooks.ts";
import type { Translator } from "./index.ts";
import { loadU32 } from "./moves.ts";
import { ALONE, compareOperation, LENGTH_AT, typeOf } from "./operations.ts";
import { areStrings, compareStrings, guardStrings } from "./strings.ts";

const INVERT = 32;
/** CompareOp numbers and their opposites. */
const LT = 0, LE = 1, EQ = 2, NE = 3, GT = 4, GE = 5; // biome-ignore format: a table
export const OPPOSITE = [GE, GT, NE, EQ, LE, LT];
const SWAPPED = [GT, GE, EQ, NE, LT, LE];

/** Guards that `x op y` holds. */
export function guardInts(b: Builder, op: number, x: Node, y: Node): void {
  const k = shifted(y);
  if (k !== undefined) {
    const names: IrOp[] = ["guardLtIntK", "guardLeIntK", "guardEqIntK", "guardNeIntK", "guardGtIntK", "guardGeIntK"];
    b.pure(names[op] as IrOp, "none", x, null, k);
    return;
  }
  if (shifted(x) !== undefined) {
    guardInts(b, SWAPPED[op] as number, y, x);
    return;
  }
  if (op === GT || op === GE) b.pure(op === GT ? "guardLtInt" : "guardLeInt", "none", y, x);
  else b.pure((["guardLtInt", "guardLeInt", "guardEqInt", "guardNeInt"] as IrOp[])[op] as IrOp, "none", x, y);
}

/** Guards that `x op y` is `outcome`. With NaN the opposite of an order is not another order. */
function guardFloats(b: Builder, op: number, x: Node, y: Node, outcome: boolean): void {
  if (op === GT || op === GE) {
    guardFloats(b, SWAPPED[op] as number, y, x, outcome);
    return;
  }
  if (op === NE) {
    guardFloats(b, EQ, x, y, !outcome);
    return;
  }
  const held: IrOp[] = ["guardLtFloat", "guardLeFloat", "guardEqFloat"];
  const not: IrOp[] = ["guardNotLtFloat", "guardNotLeFloat", "guardNotEqFloat"];
  b.pure((outcome ? held : not)[op] as IrOp, "none", x, y);
}

function compareNumbers(op: number, x: number, y: number): boolean {
  return op === LT
    ? x < y
    : op === LE
      ? x <= y
      : op === EQ
        ? x === y
        : op === NE
          ? x !== y
          : op === GT
            ? x > y
            : x >= y;
}

/** Guards the outcome of a comparison of numbers; false if they aren't numbers. */
function guardCompare(b: Builder, r: Recorded, outcome: boolean): boolean {
  const { left, right, leftHint, rightHint } = operands(b, r);
  const op = subOp(b, r);
  const x = b.numberKind(left, leftHint);
  const y = b.numberKind(right, rightHint);
  if (x === undefined || y === undefined) return false;
  if (left.isConst && right.isConst) return compareNumbers(op, left.number, right.number) === outcome;
  if (x === "int" && y === "int") {
    guardInts(b, outcome ? op : (OPPOSITE[op] as number), b.asInt(left), b.asInt(right));
    return true;
  }
  guardFloats(
    b,
    op,
    b.toFloat(x === "int" ? b.asInt(left) : b.asFloat(left)),
    b.toFloat(y === "int" ? b.asInt(right) : b.asFloat(right)),
    outcome,
  );
  return true;
}

/** Whether the instruction jumped; undefined if both ways lead to the same place or it went elsewhere. */
export function jumped(b: Builder, r: Recorded, words: number): boolean | undefined {
  const target = r.pc + 8 * words;
  const through = r.pc + 8 * r.words;
  if (b.nextDelta !== r.delta || target === through) return undefined;
  if (b.nextPc === target) return true;
  return b.nextPc === through ? false : undefined;
}

function jumpCompare(b: Builder, r: Recorded): boolean {
  const jump = jumped(b, r, signed16(r.a));
  if (jump === undefined) return false;
  const outcome = jump !== ((r.flags & INVERT) !== 0);
  if (areStrings(b, r)) {
    if (!guardStrings(b, r, subOp(b, r), outcome)) return false;
  } else if (isIdentity(b, r)) {
    const { left, right, leftHint } = operands(b, r, "look");
    if (!guardEqual(b, left, right, leftHint, outcome === (subOp(b, r) === EQ))) return false;
  } else if (!guardCompare(b, r, outcome)) {
    const answer = compareOperation(b, subOp(b, r), operands(b, r));
    if (answer === undefined || (answer.isConst && answer !== b.bool(outcome))) return false;
    if (!answer.isConst) b.pure("guardIs", "none", answer, null, outcome ? CoreConst.TRUE_REF : CoreConst.FALSE_REF);
  }
  dropBoth(b, r);
  return true;
}
/** Operands b and c that are given up. */
function dropBoth(b: Builder, r: Recorded): void {
  if (r.flags & 2) b.drop(r.b);
  if (r.flags & 4) b.drop(r.c);
}

const SET_INT: IrOp[] = ["setLtInt", "setLeInt", "setEqInt", "setNeInt"];
const SET_INT_K: IrOp[] = ["setLtIntK", "setLeIntK", "setEqIntK", "setNeIntK", "setGtIntK", "setGeIntK"];
const SET_FLOAT: IrOp[] = ["setLtFloat", "setLeFloat", "setEqFloat"];

/** The other one of True and False. */
export function negated(b: Builder, truth: Node): Node {
  if (truth.isConst) return b.bool(truth !== b.bool(true));
  return asBool(b.pure("xorIntK", "ref", truth, null, CoreConst.TRUE_REF ^ CoreConst.FALSE_REF));
}

/** True or False for `x op y`; undefined where no uop does it. */
export function comparison(b: Builder, op: number, x: Node, y: Node): Node | undefined {
  if (x.isConst && y.isConst) return b.bool(compareNumbers(op, x.number, y.number));
  const F = CoreConst.FALSE_REF;
  if (x.type === "int" && y.type === "int") {
    const k = shifted(y);
    if (k !== undefined) return b.pure(SET_INT_K[op] as IrOp, "ref", x, null, k, F);
    const left = shifted(x);
    if (left !== undefined) return b.pure(SET_INT_K[SWAPPED[op] as number] as IrOp, "ref", y, null, left, F);
    return op > NE ? comparison(b, SWAPPED[op] as number, y, x) : b.pure(SET_INT[op] as IrOp, "ref", x, y, F);
  }
  if (op === GT || op === GE) return comparison(b, SWAPPED[op] as number, y, x);
  const test = b.pure(SET_FLOAT[op === NE ? EQ : op] as IrOp, "ref", b.toFloat(x), b.toFloat(y), F);
  return op === NE ? negated(b, asBool(test)) : test;
}

/** Comparison of numbers whose result is a value. */
function compare(b: Builder, r: Recorded): boolean {
  if (areStrings(b, r)) {
    const answer = compareStrings(b, r, subOp(b, r));
    dropBoth(b, r);
    b.write(r.a, answer);
    return true;
  }
  if (isIdentity(b, r)) {
    const { left, right, leftHint, rightHint } = operands(b, r, "look");
    const same = sameBits(left.boxed ?? leftHint, right.boxed ?? rightHint);
    if (!guardEqual(b, left, right, leftHint, same)) return false;
    dropBoth(b, r);
    b.write(r.a, b.bool(same === (subOp(b, r) === EQ)));
    return true;
  }
  const { left, right, leftHint, rightHint } = operands(b, r);
  const x = b.numberKind(left, leftHint);
  const y = b.numberKind(right, rightHint);
  if (x === undefined || y === undefined) {
    const answer = compareOperation(b, subOp(b, r), { left, right, leftHint, rightHint });
    if (answer === undefined) return false;
    dropBoth(b, r);
    b.write(r.a, answer);
    return true;
  }
  const l = x === "int" ? b.asInt(left) : b.asFloat(left);
  const result = comparison(b, subOp(b, r), l, y === "int" ? b.asInt(right) : b.asFloat(right));
  if (result === undefined) return false;
  result.isObject = true;
  result.immortal = true;
  result.pyType = CoreConst.TYPE_BOOL;
  dropBoth(b, r);
  b.write(r.a, result);
  return true;
}

/** Whether objects of this class (None, classes, plain instances) are equal to themselves and to nothing else, as far as they are asked. */
function hasPlainEquality(b: Builder, type: number): boolean {
  if (!isType(b, type)) return false;
  const kind = b.heap.readU32(type + Layout.PyType.kind);
  if (
    type < CoreConst.STATIC_END ? !SINGLE.has(type) : kind !== CoreConst.LAYOUT_OBJECT && kind !== CoreConst.LAYOUT_TYPE
  )
    return false;
  const isPlain = (index: number): boolean => special(b, type, index) === special(b, CoreConst.TYPE_OBJECT, index);
  return isPlain(CoreConst.SPECIAL_eq) && isPlain(CoreConst.SPECIAL_ne);
}
const SINGLE = new Set<number>([CoreConst.TYPE_NONETYPE, CoreConst.TYPE_TYPE]);
/** guardSame() where one may be a number. */
function guardEqual(b: Builder, x: Node, y: Node, hint: Operand, same: boolean): boolean {
  return isNumber(x.type) || isNumber(y.type) ? !same : guardSame(b, x, y, hint, same);
}
/** Whether the operands, whose classes are guarded then, are equal only if they are the same object. */
function isIdentity(b: Builder, r: Recorded): boolean {
  const op = subOp(b, r);
  if (op !== EQ && op !== NE) return false;
  const { left, right, leftHint, rightHint } = operands(b, r, "look");
  const [x, y] = [typeOf(left, leftHint), typeOf(right, rightHint)];
  const [isPlainLeft, isPlainRight] = [hasPlainEquality(b, x), hasPlainEquality(b, y)];
  // A text or a number is no object of a class that does not derive from its own.
  const isForeign = (type: number, other: number): boolean =>
    ALONE.has(other) && b.heap.readU32(type + Layout.PyType.kind) === CoreConst.LAYOUT_OBJECT;
  const isSettled =
    isPlainLeft && isPlainRight ? true : isPlainLeft ? isForeign(x, y) : isPlainRight && isForeign(y, x);
  if (!isSettled || !guardTypeOf(b, left, leftHint, x) || !guardTypeOf(b, right, rightHint, y)) return false;
  watchClass(b, x);
  watchClass(b, y);
  return true;
}

/** Guards that two registers hold the same thing, or don't. */
function guardIdentity(b: Builder, r: Recorded, same: boolean): boolean {
  const x = b.look(b.at(r.b), r.vb);
  const y = b.look(b.at(r.c), r.vc);
  return guardSame(b, x, y, r.vb, same);
}
function guardSame(b: Builder, x: Node, y: Node, hint: Operand, same: boolean): boolean {
  if (x === y) return same;
  // An object that has not been made is no other one.
  if (x.virtual !== null || y.virtual !== null) return !same;
  if (x.isConst && y.isConst) return x.boxed?.low === y.boxed?.low && x.boxed?.high === y.boxed?.high ? same : !same;
  if (x.isConst) return guardSame(b, y, x, hint, same);
  if (y.isConst && y.isObject) {
    if (isNumber(x.type)) return !same;
    const object = y.boxed?.low as number;
    if (x.pyType !== 0 && x.pyType !== y.pyType) return !same;
    if (same) return b.guardIs(x, object);
    // An exact type tells more than "not None", and costs the same.
    if (tagOf(hint) === "object" && hint.type !== 0 && hint.type !== y.pyType && b.guardType(x, hint.type)) return true;
    b.pure("guardIsNot", "none", x, null, object);
    return true;
  }
  if (x.type === "float" || y.type === "float" || x.type === "int" || y.type === "int") return false;
  b.pure(same ? "guardSame" : "guardNotSame", "none", x, y);
  return true;
}

type Bits = { readonly low: number; readonly high: number };
function sameBits(x: Bits, y: Bits): boolean {
  return x.low === y.low && x.high === y.high;
}

/** Truth of an object that has not been made; undefined if it has to be asked. Its class is watched. */
function virtualTruth(b: Builder, { type }: Virtual): boolean | undefined {
  if (type === CoreConst.TYPE_TUPLE) return true;
  const special = (which: number) => b.heap.readU32(type + Layout.PyType.specials + 4 * which);
  return special(CoreConst.SPECIAL_bool) === 0 && special(CoreConst.SPECIAL_len) === 0 ? true : undefined;
}

/** Guards that a value is true or false as it was; false if that takes more than a look. */
export function guardTruth(b: Builder, node: Node, hint: Operand, truth: boolean): boolean {
  if (node.virtual !== null) return virtualTruth(b, node.virtual) === truth;
  if (node.isConst) {
    if (isNumber(node.type)) return (node.number !== 0) === truth;
    const object = node.boxed?.low;
    if (object === CoreConst.TRUE_REF) return truth;
    if (object === CoreConst.FALSE_REF || object === CoreConst.NONE_REF) return !truth;
    if (object === undefined || !node.isObject) return false;
    if (node.pyType === CoreConst.TYPE_STR) return (b.heap.readU32(object + Layout.PyStr.length) !== 0) === truth;
  }
  const kind = b.numberKind(node, hint);
  if (kind === "int") {
    guardInts(b, truth ? NE : EQ, b.asInt(node), b.int(0));
    return true;
  }
  if (kind === "float") {
    guardFloats(b, EQ, b.asFloat(node), b.float(0, { low: 0, high: 0x00020000 }), !truth);
    return true;
  }
  const type = node.pyType !== 0 ? node.pyType : hint.type;
  if (type === CoreConst.TYPE_BOOL) return b.guardIs(node, truth ? CoreConst.TRUE_REF : CoreConst.FALSE_REF);
  if (type === CoreConst.TYPE_NONETYPE) return b.guardIs(node, CoreConst.NONE_REF) && !truth;
  const offset = LENGTH_AT.get(type);
  if (offset !== undefined && b.guardType(node, type)) {
    guardInts(b, truth ? NE : EQ, loadU32(b, node, offset, "int"), b.int(0));
    return true;
  }
  if (isAlwaysTrue(b, type)) {
    if (!truth || !b.guardType(node, type)) return false;
    b.depend("type", type);
    return true;
  }
  if (!hasTruth(b, type) || !b.guardType(node, type)) return false;
  const answer = asBool(b.callOperation("trace_truth", "ref", "nothing", node));
  b.pure("guardIs", "none", answer, null, truth ? CoreConst.TRUE_REF : CoreConst.FALSE_REF);
  return true;
}
/** Classes without `__bool__` and `__len__`. */
function isAlwaysTrue(b: Builder, type: number): boolean {
  if (type < CoreConst.STATIC_END || !isType(b, type)) return false;
  if (b.heap.readU32(type + Layout.PyType.kind) !== CoreConst.LAYOUT_OBJECT) return false;
  const special = (index: number): number => b.heap.readU32(type + Layout.PyType.specials + 4 * index);
  return special(CoreConst.SPECIAL_bool) === 0 && special(CoreConst.SPECIAL_len) === 0;
}
/** Types that are asked in the core; the truth of instances of classes may be Python code. */
function hasTruth(_b: Builder, type: number): boolean {
  return type === CoreConst.TYPE_DICT || type === CoreConst.TYPE_INT || type === CoreConst.TYPE_RANGE;
}
/** True or False for the truth of a value; undefined where only a guard tells. */
function truthOf(b: Builder, node: Node, hint: Operand): Node | undefined {
  if (node.isConst) return undefined;
  const kind = b.numberKind(node, hint);
  if (kind === "int") return comparison(b, NE, b.asInt(node), b.int(0));
  if (kind === "float") return undefined;
  const type = typeOf(node, hint);
  if (type === CoreConst.TYPE_BOOL) return b.guardType(node, type) ? asBool(node) : undefined;
  const offset = LENGTH_AT.get(type);
  if (offset !== undefined && b.guardType(node, type))
    return comparison(b, NE, loadU32(b, node, offset, "int"), b.int(0));
  if (isAlwaysTrue(b, type)) {
    if (!b.guardType(node, type)) return undefined;
    b.depend("type", type);
    return b.bool(true);
  }
  if (!hasTruth(b, type) || !b.guardType(node, type)) return undefined;
  return asBool(b.callOperation("trace_truth", "ref", "nothing", node));
}

function truthOfHint(r: Recorded): boolean | undefined {
  const hint = r.vb;
  const tag = tagOf(hint);
  if (tag === "int") return hint.low !== 0 || (hint.high & 0xffff) !== 0;
  if (tag !== "object") return undefined;
  if (hint.low === CoreConst.TRUE_REF) return true;
  if (hint.low === CoreConst.FALSE_REF || hint.low === CoreConst.NONE_REF) return false;
  return undefined;
}

function truthValue(invert: boolean): Translator {
  return (b, r) => {
    const node = b.look(b.at(r.b), r.vb);
    const value = node.virtual === null ? truthOf(b, node, r.vb) : undefined;
    if (value !== undefined) {
      const result = invert ? negated(b, asBool(value)) : asBool(value);
      if (r.flags & 2) b.drop(r.b);
      b.write(r.a, result);
      return true;
    }
    const truth = truthOfHint(r);
    if (truth === undefined || !guardTruth(b, node, r.vb, truth)) return false;
    if (r.flags & 2) b.drop(r.b);
    b.write(r.a, b.bool(truth !== invert));
    return true;
  };
}

export const COMPARISON: Record<string, Translator> = {
  JUMP_CMP: jumpCompare,
  JUMP_CMP_K: jumpCompare,
  COMPARE: compare,
  COMPARE_K: compare,
  IS(b, r) {
    const same = sameBits(r.vb, r.vc);
    if (!guardIdentity(b, r, same)) return false;
    dropBoth(b, r);
    b.write(r.a, b.bool(same !== ((r.flags & INVERT) !== 0)));
    return true;
  },
  JUMP_IS(b, r) {
    const jump = jumped(b, r, signed16(r.a));
    if (jump === undefined || !guardIdentity(b, r, jump !== ((r.flags & INVERT) !== 0))) return false;
    dropBoth(b, r);
    return true;
  },
  JUMP_NONE(b, r) {
    const jump = jumped(b, r, signed16(r.a));
    if (jump === undefined) return false;
    const isNone = jump !== ((r.flags & INVERT) !== 0);
    if (!guardSame(b, b.look(b.at(r.b), r.vb), b.none, r.vb, isNone)) return false;
    dropBoth(b, r);
    return true;
  },
  NOT: truthValue(true),
  TO_BOOL: truthValue(false),
  JUMP_IF(b, r) {
    const jump = jumped(b, r, wide(r));
    if (jump === undefined) return false;
    const truth = jump !== ((r.flags & INVERT) !== 0);
    if (!guardTruth(b, b.look(b.at(r.a), r.va), r.va, truth)) return false;
    if (r.flags & 1) b.drop(r.a);
    return true;
  },
};
