// All traces of a machine and what they occupy: code, numbers in the core's tables, exits. A trace that has died (something that it relied on has
// changed) is swept when control is with TypeScript, where no trace runs: frames that would return into it are turned into plain ones
// (core_forget_continuations), then everything it had is free. When memory is short the oldest traces die first.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";
import { Ranges } from "../util/ranges.ts";
import { Abort } from "./abort.ts";
import type { CodeMemory } from "./code-memory.ts";
import type { ExitPlace, TraceKind } from "./compile-request.ts";
import { infoAt } from "./emit/trace-info.ts";

const INFO = Layout.TraceInfo;
/** Part of the limit that is made free when memory has run out: often enough to be short again soon would cost more than the code is worth. */
const DROPPED_PART = 1 / 4;

/** A compiled trace. */
export interface Trace {
  /** Counts up: no two traces of a machine have the same. */
  readonly id: number;
  /** Its place in the core's table; used again when the trace is gone. */
  readonly number: number;
  readonly kind: TraceKind;
  /** Instruction it begins at. */
  readonly pc: number;
  /** Where a root is found again: the loop's head, or the function's RESUME. */
  readonly place: number;
  readonly codeOffset: number;
  readonly codeBytes: number;
  /** The trace from whose exit it grows, and the one from which that tree began. */
  readonly parent: Trace | null;
  readonly root: Trace | null;
  /** Instructions that were recorded for it. */
  readonly length: number;
  /** It is a loop. */
  readonly closes: boolean;
  readonly firstExit: number;
  readonly exitCount: number;
  readonly firstContinuation: number;
  readonly continuationCount: number;
  sideTraces: number;
  readonly children: Trace[];
  /** Code offsets of what was made for its exits later. */
  readonly furtherCode: number[];
}

export interface Exit {
  readonly trace: Trace;
  readonly place: ExitPlace;
  /** Heap offset of the word that counts how often it is taken, 0: nobody wants to know. */
  readonly takenAt: number;
  attempts: number;
  /** How many times as long as at first it waits where there was no time for a trace. */
  waits: number;
}

/** Numbers that a trace which is being built has taken: its own, and parts of the exits' and continuations' that it may not need all of. */
export interface Numbers {
  readonly id: number;
  readonly number: number;
  readonly firstExit: number;
  readonly exitRoom: number;
  readonly firstContinuation: number;
  readonly continuationRoom: number;
}

export class TraceTable {
  private readonly heap: Heap;
  private readonly memory: CodeMemory;
  private readonly onFree: (trace: Trace, killer: number) => void;
  private readonly numbers = new Ranges(1, CoreConst.TRACE_MAX);
  private readonly exitNumbers: Ranges;
  private readonly continuations = new Ranges(1, CoreConst.CONTINUATION_MAX);
  /** By id, in the order in which they were made. */
  private readonly traces = new Map<number, Trace>();
  private readonly exits: (Exit | undefined)[] = [];
  private readonly roots = new Map<number, Trace>();
  private seenDeaths = 0;
  private lastId = 0;

  /** `onFree` hears of every trace that is gone, and of the cell whose change has killed it (0: something else has). */
  constructor(heap: Heap, memory: CodeMemory, exitLimit: number, onFree: (trace: Trace, killer: number) => void) {
    this.heap = heap;
    this.onFree = onFree;
    this.memory = memory;
    this.exitNumbers = new Ranges(0, exitLimit);
  }

  get count(): number {
    return this.traces.size;
  }
  exit(index: number): Exit | undefined {
    return this.exits[index];
  }
  /** Whether the exit still has this number and its trace lives. */
  isInUse(index: number, exit: Exit): boolean {
    return this.exits[index] === exit && this.isAlive(exit.trace);
  }
  /** The living trace of the loop or function that begins here. */
  root(place: number): Trace | undefined {
    const trace = this.roots.get(place);
    return trace !== undefined && this.isAlive(trace) ? trace : undefined;
  }
  isAlive(trace: Trace): boolean {
    return this.traces.get(trace.id) === trace && this.heap.readU32(infoAt(trace.number) + INFO.dead) === 0;
  }

  /** The trace of this id, if it has not been freed. */
  find(id: number): Trace | undefined {
    return this.traces.get(id);
  }
  /** The trace of this id, if it is alive. */
  living(id: number): Trace | undefined {
    const trace = this.traces.get(id);
    return trace !== undefined && this.isAlive(trace) ? trace : undefined;
  }

  /** Numbers for a trace with up to this many exits and continuations, to be given to add() or refuse(). Throws Abort. */
  reserve(exitRoom: number, continuationRoom: number): Numbers {
    const number = this.numbers.take(1);
    const firstExit = this.exitNumbers.take(exitRoom);
    const firstContinuation = this.continuations.take(continuationRoom);
    if (number < 0 || firstExit < 0 || firstContinuation < 0) {
      if (number >= 0) this.numbers.release(number, 1);
      if (firstExit >= 0) this.exitNumbers.release(firstExit, exitRoom);
      if (firstContinuation >= 0) this.continuations.release(firstContinuation, continuationRoom);
      throw new Abort("code-memory");
    }
    return { id: ++this.lastId, number, firstExit, exitRoom, firstContinuation, continuationRoom };
  }
  /** Takes just these numbers, for a trace that had them in another run. False if not all of them are free. */
  claim(numbers: Numbers): boolean {
    const { id, number, firstExit, exitRoom, firstContinuation, continuationRoom } = numbers;
    if (!this.numbers.claim(number, 1)) return false;
    if (!this.exitNumbers.claim(firstExit, exitRoom)) {
      this.numbers.release(number, 1);
      return false;
    }
    if (!this.continuations.claim(firstContinuation, continuationRoom)) {
      this.numbers.release(number, 1);
      this.exitNumbers.release(firstExit, exitRoom);
      return false;
    }
    this.lastId = Math.max(this.lastId, id);
    return true;
  }
  /** There will be no trace for these numbers. */
  refuse(numbers: Numbers): void {
    this.numbers.release(numbers.number, 1);
    this.releaseBehind(numbers, 0, 0);
  }
  private releaseBehind(numbers: Numbers, exits: number, continuations: number): void {
    const { firstExit, exitRoom, firstContinuation, continuationRoom } = numbers;
    this.exitNumbers.release(firstExit + exits, exitRoom - exits);
    this.continuations.release(firstContinuation + continuations, continuationRoom - continuations);
  }

  /** A trace is there: the core may be told what it relies on. */
  add(
    numbers: Numbers,
    described: Omit<Trace, "sideTraces" | "children" | "furtherCode">,
    exits: readonly Omit<Exit, "trace" | "attempts" | "waits">[],
  ): Trace {
    const { heap } = this;
    const trace: Trace = { ...described, sideTraces: 0, children: [], furtherCode: [] };
    const { number, firstExit, exitCount, firstContinuation, continuationCount } = trace;
    this.releaseBehind(numbers, exitCount, continuationCount);
    const info = infoAt(number);
    heap.writeU32(info + INFO.dead, 0);
    heap.writeU32(info + INFO.code_start, trace.codeOffset);
    heap.writeU32(info + INFO.code_end, trace.codeOffset + trace.codeBytes);
    heap.writeU32(info + INFO.continuation_first, firstContinuation);
    heap.writeU32(info + INFO.continuation_count, continuationCount);
    let at = firstExit;
    for (const { place, takenAt } of exits) this.exits[at++] = { trace, place, takenAt, attempts: 0, waits: 1 };
    this.traces.set(trace.id, trace);
    return trace;
  }
  /** Its parent's exit leads to a trace from now on, which takes for granted what the parent does: neither outlives the other. */
  adopt(trace: Trace): void {
    const { parent } = trace;
    if (parent === null) return;
    this.heap.core.watch(CoreConst.WATCH_TRACE, trace.number, parent.number);
    this.heap.core.watch(CoreConst.WATCH_TRACE, parent.number, trace.number);
    parent.children.push(trace);
  }
  /** Whoever comes to the root's place finds it. */
  setRoot(trace: Trace): void {
    this.roots.set(trace.place, trace);
  }

  /** Ends a trace, and with it all that jump to it. */
  kill(trace: Trace): void {
    this.heap.core.traceKill(trace.number);
  }

  /** Frees what has died. Only when no trace runs and none is being built. */
  sweep(): void {
    const deaths = () => this.heap.readU32(Layout.VM.traces_died);
    if (deaths() === this.seenDeaths) return;
    // Nobody can get to what grows from a dead trace.
    for (let before = -1; before !== deaths(); ) {
      before = deaths();
      for (const trace of this.traces.values())
        if (trace.parent !== null && !this.isAlive(trace.parent)) this.follow(trace, trace.parent);
    }
    for (const trace of this.traces.values()) if (!this.isAlive(trace)) this.free(trace);
    this.seenDeaths = deaths();
  }

  /** Lets a trace die of what its parent has died of. */
  private follow({ number }: Trace, parent: Trace): void {
    const killer = this.killerOf(parent);
    this.heap.core.traceKill(number);
    if (killer === CoreConst.DIED_OF_AGE) this.heap.writeU32(infoAt(number) + INFO.killer, killer);
  }
  private killerOf({ number }: Trace): number {
    return this.heap.readU32(infoAt(number) + INFO.killer);
  }
  /** Whether a trace is as good as any for another run of the program: it lives, or has only gone with what it was for. */
  isGoodAgain(trace: Trace): boolean {
    return this.isAlive(trace) || this.killerOf(trace) === CoreConst.DIED_OF_AGE;
  }

  /** Kills the oldest traces if there is not room for `bytes` of code, and sweeps. */
  makeRoom(bytes: number): void {
    this.sweep();
    const { memory } = this;
    if (memory.usedBytes + bytes <= memory.limitBytes) return;
    this.dropOldest();
  }
  /** Kills the oldest traces until a part of the memory is free. */
  dropOldest(): void {
    const { memory } = this;
    const wanted = memory.usedBytes - memory.limitBytes * DROPPED_PART;
    let left = memory.usedBytes;
    for (const trace of this.traces.values()) {
      if (left <= wanted) break;
      if (trace.root !== null || !this.isAlive(trace)) continue;
      this.kill(trace);
      left -= treeBytes(trace);
    }
    this.sweep();
  }

  private free(trace: Trace): void {
    const { number, firstExit, exitCount, firstContinuation, continuationCount } = trace;
    this.traces.delete(trace.id);
    this.onFree(trace, this.killerOf(trace));
    if (this.roots.get(trace.place) === trace) this.roots.delete(trace.place);
    if (continuationCount > 0) this.heap.core.forgetContinuations(firstContinuation, continuationCount);
    this.continuations.release(firstContinuation, continuationCount);
    for (let i = firstExit; i < firstExit + exitCount; i++) this.exits[i] = undefined;
    this.exitNumbers.release(firstExit, exitCount);
    this.heap.writeU32(infoAt(number) + INFO.code_start, 0);
    this.heap.writeU32(infoAt(number) + INFO.code_end, 0);
    this.numbers.release(number, 1);
    for (const offset of [trace.codeOffset, ...trace.furtherCode]) this.memory.release(offset);
  }
}

function treeBytes(trace: Trace): number {
  return trace.children.reduce((sum, child) => sum + treeBytes(child), trace.codeBytes);
}
