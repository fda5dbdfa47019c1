// What the recorder saw, read from the heap: one entry an instruction. Values in it are hints: the objects may be gone by now, so nothing that
// a trace relies on comes from here without a guard or a look at the heap as it is.

import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";
import { GENERIC_OP, OP_CACHES, OP_NAMES } from "./opcode-info.ts";

const RECORD = Layout.TraceRecord;

/** A Value's kind as far as its bits say. */
export type Tag = "empty" | "object" | "int" | "float";

export interface Operand {
  readonly low: number;
  readonly high: number;
  /** Type of the object, 0 if it is none. */
  readonly type: number;
  /** Its shape, 0 if it has none. */
  readonly shape: number;
}

export interface Recorded {
  /** Heap offset of the instruction. */
  readonly pc: number;
  /** Words from the root frame's R to the R of the frame that ran it. */
  readonly delta: number;
  /** The opcode as found (perhaps specialised) and the generic one. */
  readonly op: string;
  readonly generic: string;
  readonly flags: number;
  /** The RESUME of a function whose call was not followed. */
  readonly skipped: boolean;
  /** TypeScript has done it. */
  readonly host: boolean;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** Words of the instruction, caches included. */
  readonly words: number;
  /** PyCode of the frame. */
  readonly code: number;
  /** Contents of R[a], R[b], R[c] before the instruction; see TraceRecord in native/core/trace.h. */
  readonly va: Operand;
  readonly vb: Operand;
  readonly vc: Operand;
}

export function tagOf(v: Operand): Tag {
  const high = v.high >>> 0;
  if (high === 0) return v.low === 0 ? "empty" : "object";
  return high >= 0xfffe0000 ? "int" : "float";
}

/** Signed operands of jumps. */
export function signed16(n: number): number {
  return (n << 16) >> 16;
}
/** b | c << 16, signed. */
export function wide(r: { readonly b: number; readonly c: number }): number {
  return r.b | (r.c << 16) | 0;
}

/** Reads the `count` records at heap offset `at`; `rootFp` is R of the frame that the recording began in. */
export function readRecording(heap: Heap, at: number, count: number, rootFp: number): Recorded[] {
  const records: Recorded[] = [];
  for (let i = 0; i < count; i++, at += RECORD.size) {
    const pc = heap.readU32(at + RECORD.pc);
    const op = heap.u8[at + RECORD.op] as number;
    const name = OP_NAMES[op] as string;
    records.push({
      pc,
      delta: (heap.readU32(at + RECORD.fp) - rootFp) / 8,
      op: name,
      generic: GENERIC_OP[op] as string,
      flags: heap.u8[pc + 1] as number,
      skipped: ((heap.u8[at + RECORD.flags] as number) & CoreConst.RECORDED_SKIPPED) !== 0,
      host: ((heap.u8[at + RECORD.flags] as number) & CoreConst.RECORDED_HOST) !== 0,
      a: heap.readU16(pc + 2),
      b: heap.readU16(pc + 4),
      c: heap.readU16(pc + 6),
      words: 1 + (OP_CACHES[op] as number),
      code: heap.readU32(at + RECORD.code),
      va: operand(heap, at + RECORD.a, at + RECORD.type_a, at + RECORD.shape_a),
      vb: operand(heap, at + RECORD.b, at + RECORD.type_b, at + RECORD.shape_b),
      vc: operand(heap, at + RECORD.c, at + RECORD.type_c, at + RECORD.shape_c),
    });
  }
  return records;
}

function operand(heap: Heap, at: number, typeAt: number, shapeAt: number): Operand {
  const [low, high] = [heap.readU32(at), heap.readU32(at + 4)];
  return { low, high, type: heap.readU32(typeAt), shape: heap.readU32(shapeAt) };
}

/** An instruction as it stands in the heap. */
export interface Instruction {
  readonly pc: number;
  readonly generic: string;
  readonly flags: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly words: number;
}
export function instructionAt(heap: Heap, pc: number): Instruction {
  const op = heap.u8[pc] as number;
  const [a, b, c] = [heap.readU16(pc + 2), heap.readU16(pc + 4), heap.readU16(pc + 6)];
  const words = 1 + (OP_CACHES[op] as number);
  return { pc, generic: GENERIC_OP[op] as string, flags: heap.u8[pc + 1] as number, a, b, c, words };
}

/** Registers of a frame that are locals. Throws nothing: a code object that is gone gives 0, and its code is not trusted either. */
export function localCount(heap: Heap, code: number): number {
  return heap.readU32(code + 4) === CoreConst.TYPE_CODE ? heap.readU16(code + Layout.PyCode.local_count) : 0;
}
