// Strings of one character below 256: they live for ever, 48 bytes apart, so a trace has the character's code at hand and need not look at the string:
// what orders them, `ord()`, `isdigit()` and `c in "+-."` are a few instructions.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { asBool } from "../build/ir-writer.ts";
import type { Node } from "../ir.ts";
import { type Operand, tagOf } from "../recording.ts";
import { comparison, guardInts, OPPOSITE } from "./comparison.ts";
import { typed } from "./operations.ts";

const STRIDE = 48;
const CHAR_STRS_END = CoreConst.CHAR_STRS_AT + 256 * STRIDE;

/** The string of a character whose code is known to be below 256. */
function characterOf(b: Builder, code: Node): Node {
  const words = b.pure("mulIntK", "int", code, null, STRIDE / 8);
  const character = b.pure("elemAddress", "ref", words, b.ref(CoreConst.CHAR_STRS_AT));
  character.immortal = true;
  character.isCharacter = true;
  return typed(character, CoreConst.TYPE_STR);
}

/** Character of a string, all of whose characters are below 256 (guarded), at an index in range. */
export function latinCharacter(b: Builder, string: Node, index: Node): Node {
  const kinds = b.pure("loadU32Int", "int", string, null, Layout.PyStr.kind);
  b.pure("guardEqIntK", "none", b.pure("andIntK", "int", kinds, null, 0xff * 65536), null, 65536);
  return characterOf(b, b.pure("loadElemU8", "int", string, index, Layout.PyStr.data));
}

/** Whether it is one of these strings: they are equal only if they are the same. */
export function isCharacter(node: Node): boolean {
  if (!node.isConst) return node.isCharacter;
  const at = node.boxed?.low as number;
  return node.isObject && at >= CoreConst.CHAR_STRS_AT && at < CHAR_STRS_END;
}

/** Its character's code as an int; undefined: it is none of these strings. */
export function characterCode(b: Builder, node: Node): Node | undefined {
  if (!isCharacter(node)) return undefined;
  if (node.isConst) return b.int(((node.boxed?.low as number) - CoreConst.CHAR_STRS_AT) / STRIDE);
  const words = node.op === "elemAddress" ? node.a : null;
  return words?.op === "mulIntK" ? (words.a as Node) : b.pure("loadU8Int", "int", node, null, Layout.PyStr.data);
}

/** True or False for the comparison of two of these strings; undefined: they are none. */
export function compareCharacters(b: Builder, op: number, left: Node, right: Node): Node | undefined {
  const x = characterCode(b, left);
  const y = characterCode(b, right);
  const answer = x && y && comparison(b, op, x, y);
  return answer && asBool(answer);
}
/** Guards the outcome of such a comparison; false: they are none of these strings, or both are constants. */
export function guardCharacters(b: Builder, op: number, outcome: boolean, left: Node, right: Node): boolean {
  const x = characterCode(b, left);
  const y = characterCode(b, right);
  if (x === undefined || y === undefined || (x.isConst && y.isConst)) return false;
  guardInts(b, outcome ? op : (OPPOSITE[op] as number), x, y);
  return true;
}

const { CHAR_ALPHA, CHAR_DECIMAL, CHAR_DIGIT, CHAR_NUMERIC, CHAR_LOWER, CHAR_UPPER, CHAR_PRINTABLE, CHAR_SPACE } =
  CoreConst;
/** Flags (native/core/unicode.h) of which one is enough. */
const TESTS = new Map([
  ["isalpha", CHAR_ALPHA],
  ["isdigit", CHAR_DIGIT],
  ["isdecimal", CHAR_DECIMAL],
  ["isnumeric", CHAR_NUMERIC],
  ["isalnum", CHAR_ALPHA | CHAR_DECIMAL | CHAR_DIGIT | CHAR_NUMERIC],
  ["islower", CHAR_LOWER],
  ["isupper", CHAR_UPPER],
  ["isprintable", CHAR_PRINTABLE],
  ["isspace", CHAR_SPACE],
]);
/** True or False for `c.isalpha()` and the like. */
export function testCharacter(b: Builder, name: string, character: Node): Node | undefined {
  const mask = TESTS.get(name);
  if (mask === undefined || !isCharacter(character)) return undefined;
  const flags = b.pure("loadU32Int", "int", character, null, Layout.PyStr.flags);
  const wanted = b.pure("andIntK", "int", flags, null, mask * 65536);
  return asBool(b.pure("setNeIntK", "ref", wanted, null, 0, CoreConst.FALSE_REF));
}

/** chr() of a number that was seen to be below 256 (guarded). */
export function characterOfCode(b: Builder, code: Node, hint: Operand): Node | undefined {
  if (tagOf(hint) !== "int" || (hint.high & 0xffff) !== 0 || hint.low > 255 || code.isConst) return undefined;
  b.pure("guardGeIntK", "none", code, null, 0);
  b.pure("guardLtIntK", "none", code, null, 256 * 65536);
  return characterOf(b, code);
}

/** Guards whether a character is in a constant text whose characters are not far apart; false: it is another text, or another string. */
export function guardOneOf(b: Builder, character: Node, text: Node, outcome: boolean): boolean {
  if (!text.isConst || text.pyType !== CoreConst.TYPE_STR || character.isConst) return false;
  const at = text.boxed?.low as number;
  if (b.heap.readU8(at + Layout.PyStr.kind) !== 1) return false;
  const length = b.heap.readU32(at + Layout.PyStr.length);
  const codes = Array.from({ length }, (_, i) => b.heap.readU8(at + Layout.PyStr.data + i));
  const first = Math.min(255, ...codes);
  const bits = [0, 0];
  for (const code of codes) {
    const bit = code - first;
    if (bit > 63) return false;
    bits[bit >> 5] = ((bits[bit >> 5] as number) | (1 << (bit & 31))) >>> 0;
  }
  const code = characterCode(b, character);
  if (code === undefined) return false;
  const [low, high] = bits as [number, number];
  b.pure(outcome ? "guardInWindow" : "guardNotInWindow", "none", code, null, { low, high }, first * 65536);
  return true;
}
