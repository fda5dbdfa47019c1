// Strings: comparison, concatenation, characters.
import { CoreConst, type CoreEntryName } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { asBool } from "../build/ir-writer.ts";
import { isNumber, type Node } from "../ir.ts";
import type { Operand, Recorded } from "../recording.ts";
import { compareCharacters, guardCharacters, isCharacter } from "./characters.ts";
import { negated } from "./comparison.ts";

const DROP_B = 2;
const DROP_C = 4;
const STR = CoreConst.TYPE_STR;
const EQ = 2;
const NE = 3;

function isStr(node: Node, hint: Operand): boolean {
  return (node.pyType !== 0 ? node.pyType : hint.type) === STR && !isNumber(node.type);
}

/** Whether R[b] and R[c] are strings (guarded). */
export function areStrings(b: Builder, r: Recorded): boolean {
  if (r.generic.endsWith("_K")) return false;
  const left = b.read(b.at(r.b), r.vb);
  const right = b.read(b.at(r.c), r.vc);
  return isStr(left, r.vb) && isStr(right, r.vc) && b.guardType(left, STR) && b.guardType(right, STR);
}

/** Function, whether the operands change places, and what it answers if the comparison holds; by CompareOp. */
const TESTS: readonly (readonly [CoreEntryName, boolean, boolean])[] = [
  ["trace_str_less", false, true],
  ["trace_str_less", true, false],
  ["trace_str_equal", false, true],
  ["trace_str_equal", false, false],
  ["trace_str_less", true, true],
  ["trace_str_less", false, false],
];

function test(b: Builder, r: Recorded, op: number): { answer: Node; holds: boolean } {
  const [symbol, swap, holds] = TESTS[op] as (typeof TESTS)[number];
  const left = b.read(b.at(r.b), r.vb);
  const right = b.read(b.at(r.c), r.vc);
  return { answer: b.callTest(symbol, ...(swap ? [right, left] : [left, right])), holds };
}

/** Whether two strings of one character are the same; undefined if they may be longer. */
function sameCharacter(b: Builder, left: Node, right: Node): Node | undefined {
  if (!isCharacter(left) || !isCharacter(right)) return undefined;
  if (left.isConst && right.isConst) return b.bool(left === right);
  return asBool(b.pure("setSame", "ref", left, right, CoreConst.FALSE_REF));
}

/** True or False for a comparison of two strings. */
export function compareStrings(b: Builder, r: Recorded, op: number): Node {
  const left = b.read(b.at(r.b), r.vb);
  const right = b.read(b.at(r.c), r.vc);
  if (op === EQ || op === NE) {
    const same = sameCharacter(b, left, right);
    if (same !== undefined) return op === EQ ? same : negated(b, same);
  }
  const ordered = compareCharacters(b, op, left, right);
  if (ordered !== undefined) return ordered;
  const { answer, holds } = test(b, r, op);
  return holds ? answer : negated(b, answer);
}

/** Guards the outcome of a comparison of two strings; false if it can't be that. */
export function guardStrings(b: Builder, r: Recorded, op: number, outcome: boolean): boolean {
  const left = b.read(b.at(r.b), r.vb);
  const right = b.read(b.at(r.c), r.vc);
  const isEquality = op === EQ || op === NE;
  if (left === right) return (op === 1 || op === 2 || op === 5) === outcome;
  // Equal strings are mostly the same object.
  if (isEquality && (op === 2) === outcome && r.vb.low === r.vc.low && !b.isFirst) {
    b.pure("guardSame", "none", left, right);
    return true;
  }
  if (isEquality && isCharacter(left) && isCharacter(right)) {
    const same = (op === EQ) === outcome;
    if (left.isConst && right.isConst) return (left === right) === same;
    if (left.isConst || right.isConst) {
      const [node, constant] = left.isConst ? [right, left] : [left, right];
      b.pure(same ? "guardIs" : "guardIsNot", "none", node, null, constant.boxed?.low as number);
    } else b.pure(same ? "guardSame" : "guardNotSame", "none", left, right);
    return true;
  }
  if (guardCharacters(b, op, outcome, left, right)) return true;
  const { answer, holds } = test(b, r, op);
  b.pure("guardIs", "none", answer, null, holds === outcome ? CoreConst.TRUE_REF : CoreConst.FALSE_REF);
  return true;
}

/** left + right. Where the left operand's register is given up and nobody else holds the string, it grows in place. */
export function concatenate(b: Builder, r: Recorded): boolean {
  if (b.isFirst || !areStrings(b, r)) return false;
  const left = b.read(b.at(r.b), r.vb);
  const right = b.read(b.at(r.c), r.vc);
  const givesUp = (r.a === r.b || (r.flags & DROP_B) !== 0) && r.b !== r.c;
  // The only holder is the register that is given up, so its count, if the trace or the register has it, is the string's.
  const takes =
    givesUp &&
    !left.isConst &&
    left !== right &&
    left.dirtyHolders + left.cleanHolders === 1 &&
    left.own + left.cleanHolders === 1;
  const result = b.callCore(takes ? "trace_str_append" : "trace_str_concat", "ref", left, right);
  result.isObject = true;
  result.pyType = STR;
  if (takes) {
    b.drop(r.b);
    left.own--;
  } else if (r.flags & DROP_B) b.drop(r.b);
  if (r.flags & DROP_C) b.drop(r.c);
  b.write(r.a, result, true);
  return true;
}

/** One character of a string; an index that is out of range is the interpreter's. */
export function characterAt(b: Builder, string: Node, index: Node): Node {
  const result = b.callCore("trace_str_item", "ref", string, index);
  result.isObject = true;
  result.pyType = STR;
  return result;
}
