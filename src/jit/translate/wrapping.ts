// Sums and products of which only the low bits are wanted: `(x * 1103515245 + 12345) & 0x7fffffff`, `(h ^ c) * 16777619 % 2**32`. They would be large ints
// on the way, but the low 48 bits of a register are right without any check, so nothing large is made. That goes for a *stretch* of instructions: from
// the first sum or product to where the last of its results is masked. What is in registers in the middle is not what the program would
// see, so an exit from there goes back to the beginning of the stretch: nothing in it does anything but work out and load numbers.
import type { Builder } from "../build/builder.ts";
import type { Node, Snapshot } from "../ir.ts";
import { intOf, type Recorded } from "../recording.ts";
import { isPowerOfTwo } from "./arithmetic.ts";

/** Instructions up to `until` (index in the recording) are done again from the first one where the trace is left in the middle. */
export interface Stretch {
  readonly first: Recorded;
  readonly until: number;
  readonly snapshot: Snapshot;
  /** Instructions (by index) whose left or right operand is the mask. */
  readonly masks: ReadonlyMap<number, "left" | "right">;
}

const [ADD, SUB, MUL, FLOORDIV, MOD, LSHIFT, RSHIFT, AND, OR, XOR] = [0, 1, 2, 4, 5, 7, 8, 9, 10, 11] as const;
/** Their low bits are made of nothing but low bits. */
const WRAPPING = new Set<number>([ADD, SUB, MUL, LSHIFT, AND, OR, XOR]);
/** Results of what has few bits have few, too. */
const NARROW = new Set<number>([FLOORDIV, MOD, RSHIFT, AND, OR, XOR]);
/** Loads that do nothing else. */
const LOADS = new Set(["LOAD_CONST", "LOAD_INT", "LOAD_GLOBAL", "LOAD_FREE", "GETATTR_SLOT", "GETATTR_MEMBER"]);
const MOST_INSTRUCTIONS = 16;
const DROP_B = 2;
const DROP_C = 4;
const CONST_LEFT = 8;

interface Operation {
  readonly op: number;
  /** -1: a constant. */
  readonly left: number;
  readonly right: number;
  readonly x: number | undefined;
  readonly y: number | undefined;
}
function operationOf({ heap }: Builder, r: Recorded): Operation {
  const op = heap.readU8(r.pc + 10);
  if (r.generic === "BINARY") return { op, left: r.b, right: r.c, x: intOf(r.vb), y: intOf(r.vc) };
  const fixed = intOf({ low: heap.readU32(r.pc + 16), high: heap.readU32(r.pc + 20), type: 0, shape: 0 });
  if (r.flags & CONST_LEFT) return { op, left: -1, right: r.b, x: fixed, y: intOf(r.vb) };
  return { op, left: r.b, right: -1, x: intOf(r.vb), y: fixed };
}

/** Whether a result has too many bits if an operand has; undefined: not to be done this way. */
function isWide(operation: Operation, wide: ReadonlySet<number>): boolean | undefined {
  const { op, left, right, x, y } = operation;
  const [isLeftWide, isRightWide] = [wide.has(left), wide.has(right)];
  if ((!isLeftWide && x === undefined) || (!isRightWide && y === undefined)) return undefined;
  if (op === LSHIFT) return right === -1 && y !== undefined && y >= 0 && y < 47 ? true : undefined;
  if (op === AND && isLeftWide !== isRightWide) {
    const mask = isLeftWide ? y : x;
    return mask !== undefined && mask >= 0 ? false : undefined;
  }
  if (op === MOD && isLeftWide) return right === -1 && isPowerOfTwo(y ?? 0) ? false : undefined;
  if (isLeftWide || isRightWide || op === ADD || op === SUB || op === MUL) return WRAPPING.has(op) ? true : undefined;
  return NARROW.has(op) ? false : undefined;
}

/** Index of the instruction with which a stretch ends that begins with the current one; -1: there is none. */
function endOf(b: Builder, r: Recorded, masks: Map<number, "left" | "right">): number {
  const { records } = b.options;
  const wide = new Set<number>();
  for (let i = b.index; i < records.length && i < b.index + MOST_INSTRUCTIONS; i++) {
    const record = records[i] as Recorded;
    const { generic, op, delta, flags } = record;
    if (delta !== r.delta || record.skipped || record.host) return -1;
    let result = false;
    if (generic === "BINARY" || generic === "BINARY_K") {
      const operation = operationOf(b, record);
      const answer = isWide(operation, wide);
      if (answer === undefined) return -1;
      if (operation.op === AND && !answer && wide.has(operation.left)) masks.set(i, "right");
      if (operation.op === AND && !answer && wide.has(operation.right)) masks.set(i, "left");
      result = answer;
    } else if (generic === "MOVE" || generic === "TAKE") result = wide.has(record.b);
    else if (!LOADS.has(generic) && !LOADS.has(op)) return -1;
    if (flags & DROP_B || generic === "TAKE") wide.delete(record.b);
    if (flags & DROP_C) wide.delete(record.c);
    if (result) wide.add(record.a);
    else wide.delete(record.a);
    if (wide.size === 0) return i;
  }
  return -1;
}

/** Begins a stretch with a product, or what was too large when it was recorded, if its low bits are all that becomes of it. */
export function beginStretch(b: Builder, r: Recorded, isLarge: boolean): void {
  if (b.stretch !== null || b.isKnownToBreak(r)) return;
  const { op, x, y } = operationOf(b, r);
  if (op !== MUL && op !== LSHIFT && !isLarge) return;
  if (x === undefined || y === undefined) return;
  const masks = new Map<number, "left" | "right">();
  const until = endOf(b, r, masks);
  if (until > b.index) b.stretch = { first: r, until, snapshot: b.takeSnapshot(), masks };
}

/** An operation in a stretch; undefined: none that has to be done in another way. */
export function wrappingOp(b: Builder, op: number, x: Node, y: Node): Node | undefined {
  switch (op) {
    case ADD:
      return b.pure("addIntWrap", "int", x, y);
    case SUB:
      return b.pure("subIntWrap", "int", x, y);
    case MUL:
      if (y.isConst && Math.abs(y.number) < 2 ** 31) return b.pure("mulIntKWrap", "int", x, null, y.number);
      if (x.isConst && Math.abs(x.number) < 2 ** 31) return b.pure("mulIntKWrap", "int", y, null, x.number);
      return b.pure("mulIntWrap", "int", x, y);
    case LSHIFT:
      return b.pure("mulIntWrap", "int", x, b.int(2 ** y.number));
    case MOD:
      if (!y.isConst || !isPowerOfTwo(y.number)) return undefined;
      return b.pure("modIntPow2", "int", x, null, 48 - Math.log2(y.number));
    case AND: {
      const side = b.stretch?.masks.get(b.index);
      const mask = side === "left" ? x : side === "right" ? y : null;
      if (mask !== null && !mask.isConst) b.pure("guardGeIntK", "none", mask, null, 0);
      return undefined;
    }
    default:
      return undefined;
  }
}
