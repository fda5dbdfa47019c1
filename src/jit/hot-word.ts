// The cache word of a JUMP_BACK or RESUME as TypeScript uses it: the counter, and in the bits that the core leaves to it (HOT_BACKOFF_SHIFT) how often
// things went wrong from here. It lies in the code, so it goes when the code does.
import { CoreConst } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";

const STATE = 8;
const COUNTER = 12;
const FAILURES = CoreConst.HOT_BACKOFF_SHIFT;
const TRACES = FAILURES + 8;
const WAITED = 1 << (TRACES + 8);
const LEVEL = TRACES + 9;
/** No counter gets that far. */
export const NEVER = 0xffffffff;

export function setCounter(heap: Heap, pc: number, count: number): void {
  heap.writeU32(pc + COUNTER, count);
}
export function setCallable(heap: Heap, pc: number): void {
  heap.writeU32(pc + STATE, heap.readU32(pc + STATE) | CoreConst.HOT_CALLABLE);
}

/** Recordings from here that failed. */
export function failuresAt(heap: Heap, pc: number): number {
  return (heap.readU32(pc + STATE) >>> FAILURES) & 0xff;
}
export function noteFailure(heap: Heap, pc: number): void {
  if (failuresAt(heap, pc) < 0xff) heap.writeU32(pc + STATE, heap.readU32(pc + STATE) + (1 << FAILURES));
}

/** Traces that were made from here: all have died but the last. */
export function tracesAt(heap: Heap, pc: number): number {
  return (heap.readU32(pc + STATE) >>> TRACES) & 0xff;
}
export function noteTrace(heap: Heap, pc: number): void {
  if (tracesAt(heap, pc) < 0xff) heap.writeU32(pc + STATE, heap.readU32(pc + STATE) + (1 << TRACES));
}

/** How often it was decided that this had not run often enough yet, at most 31. */
export function levelAt(heap: Heap, pc: number): number {
  return (heap.readU32(pc + STATE) >>> LEVEL) & 31;
}
export function noteLevel(heap: Heap, pc: number): void {
  if (levelAt(heap, pc) < 31) heap.writeU32(pc + STATE, heap.readU32(pc + STATE) + 2 ** LEVEL);
}

/** Every second call answers true. */
export function hasWaited(heap: Heap, pc: number): boolean {
  const state = heap.readU32(pc + STATE);
  heap.writeU32(pc + STATE, (state ^ WAITED) >>> 0);
  return (state & WAITED) !== 0;
}
