// What the recorder saw, read from the heap: one entry an instruction. Values in it are hints: the objects may be gone by now, so nothing that
// a trace relies on comes from here without a guard or a look at the heap as it is.

import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { HeapView } from "./heap-view.ts";
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
/** Of an operand that was not looked at. */
export const NO_HINT: Operand = { low: 0, high: 0, type: 0, shape: 0 };

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

/** The kind of number it is; undefined: none that the bits show. */
export function numberTag(v: Operand): "int" | "float" | undefined {
  const tag = tagOf(v);
  return tag === "int" || tag === "float" ? tag : undefined;
}
export function tagOf(v: Operand): Tag {
  const high = v.high >>> 0;
  if (high === 0) return v.low === 0 ? "empty" : "object";
  return high >= 0xfffe0000 ? "int" : "float";
}
/** The int that an operand held, undefined: something else. */
export function intOf(v: Operand): number | undefined {
  return tagOf(v) === "int" ? ((v.high << 16) >> 16) * 2 ** 32 + (v.low >>> 0) : undefined;
}

/** Signed operands of jumps. */
export function signed16(n: number): number {
  return (n << 16) >> 16;
}
/** b | c << 16, signed. */
export function wide(r: { readonly b: number; readonly c: number }): number {
  return r.b | (r.c << 16) | 0;
}

/** Reads TraceRecords; `rootFp` is R of the frame that the recording began in. */
export function readRecording(heap: HeapView, bytes: Uint8Array, rootFp: number): Recorded[] {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const word = (at: number) => words[at / 4] as number;
  const operand = (at: number, typeAt: number, shapeAt: number): Operand => ({
    low: word(at),
    high: word(at + 4),
    type: word(typeAt),
    shape: word(shapeAt),
  });
  const records: Recorded[] = [];
  for (let at = 0; at < bytes.length; at += RECORD.size) {
    const pc = word(at + RECORD.pc);
    const op = bytes[at + RECORD.op] as number;
    const flags = bytes[at + RECORD.flags] as number;
    records.push({
      pc,
      delta: (word(at + RECORD.fp) - rootFp) / 8,
      op: OP_NAMES[op] as string,
      generic: GENERIC_OP[op] as string,
      flags: heap.readU8(pc + 1),
      skipped: (flags & CoreConst.RECORDED_SKIPPED) !== 0,
      host: (flags & CoreConst.RECORDED_HOST) !== 0,
      a: heap.readU16(pc + 2),
      b: heap.readU16(pc + 4),
      c: heap.readU16(pc + 6),
      words: 1 + (OP_CACHES[op] as number),
      code: word(at + RECORD.code),
      va: operand(at + RECORD.a, at + RECORD.type_a, at + RECORD.shape_a),
      vb: operand(at + RECORD.b, at + RECORD.type_b, at + RECORD.shape_b),
      vc: operand(at + RECORD.c, at + RECORD.type_c, at + RECORD.shape_c),
    });
  }
  return records;
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
export function instructionAt(heap: HeapView, pc: number): Instruction {
  const op = heap.opcode(pc);
  const [a, b, c] = [heap.readU16(pc + 2), heap.readU16(pc + 4), heap.readU16(pc + 6)];
  const words = 1 + (OP_CACHES[op] as number);
  return { pc, generic: GENERIC_OP[op] as string, flags: heap.readU8(pc + 1), a, b, c, words };
}

/** Whether calling a function with this code gives a generator, a coroutine or an asynchronous generator. */
export function isGeneratorCode(heap: HeapView, code: number): boolean {
  const { CODE_GENERATOR, CODE_COROUTINE, CODE_ASYNC_GENERATOR } = CoreConst;
  const flags = heap.readU32(code + Layout.PyCode.flags);
  return (flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) !== 0;
}

/** Registers of a frame that are locals. Throws nothing: a code object that is gone gives 0, and its code is not trusted either. */
export function localCount(heap: HeapView, code: number): number {
  return heap.readU32(code + 4) === CoreConst.TYPE_CODE ? heap.readU16(code + Layout.PyCode.local_count) : 0;
}
