/**
 * Instructions before assembly. Registers are virtual: their final number depends on how many locals, cells and hidden variables the
 * whole scope turns out to need, so each kind counts from its own base:
 *
 *   0 …        locals in order of first use, arguments first
 *   CELL …     cells that are not arguments
 *   HIDDEN …   variables of inlined comprehensions that must not be mixed up with a local of the same name
 *   TEMP …     temporaries, used like a stack
 */

import { Op } from "../bytecode/opcodes.ts";
import type { Located } from "../syntax/ast.ts";

export const CELL = 0x10_0000;
export const HIDDEN = 0x20_0000;
export const TEMP = 0x40_0000;

export function isTemp(register: number): boolean {
  return register >= TEMP;
}

/** A place to jump to; stands in the instruction list as a pseudo instruction. */
export class Label {
  /** Index in the instruction list, set by whoever needs it. */
  index = -1;
}

/** Where an exception raised by an instruction goes. */
export interface Handler {
  readonly label: Label;
  /** Registers from here up are dropped (virtual, a TEMP). */
  readonly firstTemp: number;
  /** Gets the exception. */
  readonly excReg: number;
}

/** Pseudo opcode: a label stands here. */
export const LABEL = -1;

export interface Instr {
  op: number;
  flags: number;
  a: number;
  b: number;
  c: number;
  /** Jump target, or the label itself for LABEL. */
  label: Label | null;
  location: Located | null;
  /** It has no place of its own: `location` is that of the instruction before it. */
  isPlaced: boolean;
  handler: Handler | null;
  /** First cache word, low half. */
  cache: number;
  /** Second cache word: the constant of a _K form. */
  k: KValue | null;
}

/** A constant inside an instruction, as the two halves of a Value (native/core/value.h). */
export interface KValue {
  readonly low: number;
  readonly high: number;
  /** For dumps. */
  readonly value: number;
}

const scratch = new DataView(new ArrayBuffer(8));

/** The Value of an int of 48 bits or of a float; null if it has none of its own. */
export function kValue(type: "int" | "float", value: number | bigint): KValue | null {
  if (type === "int") {
    if (typeof value === "bigint" || value < -(2 ** 47) || value >= 2 ** 47) return null;
    const low = value >>> 0;
    const high = Math.floor(value / 2 ** 32) & 0xffff;
    return { low, high: (0xfffe0000 | high) >>> 0, value };
  }
  const float = Number(value);
  if (Number.isNaN(float)) return null;
  scratch.setFloat64(0, float);
  return { low: scratch.getUint32(4), high: (scratch.getUint32(0) + 0x20000) >>> 0, value: float };
}

/** Never falls through to the next instruction. */
export function endsBlock(op: number): boolean {
  return (
    op === Op.JUMP ||
    op === Op.JUMP_BACK ||
    op === Op.RETURN ||
    op === Op.RETURN_CONST ||
    op === Op.RAISE ||
    op === Op.RERAISE
  );
}

export function indexLabels(list: readonly Instr[]): void {
  list.forEach((instr, i) => {
    if (instr.op === LABEL) instr.label!.index = i;
  });
}
