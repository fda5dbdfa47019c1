// How much of the program's work has been done in one place, a loop or a function: instructions of the interpreter, guessed from its code and from
// how often its counter ran out. No clock: the same program gets the same traces every time.
import { Op } from "../bytecode/opcodes.ts";
import type { Heap } from "../heap/heap.ts";
import { levelAt, noteLevel, setCounter } from "./hot-word.ts";
import { OP_CALLS, OP_WORDS } from "./opcode-info.ts";
import { type Policy, pays } from "./policy.ts";

/** Instructions of a function that are looked at to guess how many a call of it runs. */
const FUNCTION_LENGTH = 60;
const MOST_LEVELS = 20;

export class Heat {
  private readonly heap: Heap;
  private readonly policy: Policy;
  /** What all places together are known to have done. */
  work = 0;

  constructor(heap: Heap, policy: Policy) {
    this.heap = heap;
    this.policy = policy;
  }

  /**
   * A place's counter has run out: whether it has cost what its trace will, after `traces` others. If not, it reports again when it has run twice
   * as often.
   */
  isEnough(kind: "loop" | "entry", hotPc: number, traces: number): boolean {
    const rounds = this.roundsAt(kind, hotPc);
    const length =
      kind === "loop"
        ? loopLength(this.heap, hotPc, this.policy.callLength)
        : functionLength(this.heap, hotPc, this.policy.callLength);
    this.work += levelAt(this.heap, hotPc) === 0 ? rounds * length : (rounds / 2) * length;
    if (pays(this.policy, rounds, length, traces)) return true;
    this.wait(kind, hotPc);
    return false;
  }
  /** The place is to report again when it has run twice as often. */
  wait(kind: "loop" | "entry", hotPc: number): void {
    const rounds = this.roundsAt(kind, hotPc);
    if (levelAt(this.heap, hotPc) < MOST_LEVELS) noteLevel(this.heap, hotPc);
    setCounter(this.heap, hotPc, rounds);
  }
  /** Times that the place has run when it reports. */
  roundsAt(kind: "loop" | "entry", hotPc: number): number {
    return (kind === "loop" ? this.policy.hotLoop : this.policy.hotEntry) * 2 ** levelAt(this.heap, hotPc);
  }
}

/** Instructions from the target of a JUMP_BACK to it; calls count as `callLength`. */
export function loopLength(heap: Heap, backEdge: number, callLength: number): number {
  const offset = heap.readU16(backEdge + 4) | (heap.readU16(backEdge + 6) << 16);
  let length = 0;
  for (let pc = backEdge + 8 * offset; pc <= backEdge; length++) {
    const op = heap.u8[pc] as number;
    if (OP_CALLS[op] === 1) length += callLength - 1;
    pc += 8 * (OP_WORDS[op] as number);
  }
  return length;
}

/** Instructions that a call of the function may run: those up to the first that returns, within limits; calls count as `callLength`. */
export function functionLength(heap: Heap, resume: number, callLength: number): number {
  let length = 0;
  for (let pc = resume; length < FUNCTION_LENGTH; length++) {
    const op = heap.u8[pc] as number;
    if (op === Op.RETURN || op === Op.RETURN_CONST) break;
    if (OP_CALLS[op] === 1) length += callLength - 1;
    pc += 8 * (OP_WORDS[op] as number);
  }
  return length + 1;
}
