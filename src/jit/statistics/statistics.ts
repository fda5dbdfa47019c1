// What ran where: instructions that the interpreter ran, one by one or as steps of traces, and those that ran in traces; exits that were taken;
// reference counts. The interpreter counts through a dispatch table of its own (native/core/interp/trace.c), traces by counters that are
// compiled in; neither is there without --stats. Everything here is counted exactly, but for interpreterCounts: what the interpreter would
// have counted is worked out from what the builder knows of each instruction's registers.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Heap } from "../../heap/heap.ts";
import type { Snapshot, TraceIr } from "../ir.ts";
import { OP_NAMES } from "../opcode-info.ts";
import type { Profile } from "./profile.ts";
import { RunCounters, readCounter } from "./run-counters.ts";
import type { SourcePlace } from "./source-place.ts";

const VM = Layout.VM;
const OPCODES = 256;

export interface OpcodeCount {
  readonly op: string;
  readonly count: number;
}
export interface TraceReport {
  readonly trace: number;
  readonly kind: string;
  /** The trace whose exit it grows from; 0: none. */
  readonly parent: number;
  readonly place: SourcePlace;
  /** Times it was entered; rounds of its loop. */
  readonly runs: number;
  readonly rounds: number;
  readonly instructions: number;
}
export interface ExitReport {
  readonly exit: number;
  readonly trace: number;
  readonly place: SourcePlace;
  readonly taken: number;
  /** Trace that goes on from there, 0: the interpreter does. */
  readonly side: number;
  /** What that trace begins with is all in memory: nothing is handed over. */
  readonly inMemory: boolean;
}
export interface RunReport {
  /** Executed instructions by who ran them. */
  readonly interpreted: number;
  readonly stepped: number;
  readonly traced: number;
  /** All lists are sorted, the most frequent first. */
  readonly interpretedOps: readonly OpcodeCount[];
  readonly steppedOps: readonly OpcodeCount[];
  readonly traces: readonly TraceReport[];
  readonly exits: readonly ExitReport[];
  /** Calls from one trace of another. */
  readonly traceCalls: number;
  /** Reference counts written for the instructions that ran in traces: by the interpreter, had it run them, and by the traces. */
  readonly interpreterCounts: number;
  readonly traceCounts: number;
}

/** The interpreter counts instructions from now on. Answers false if there is no memory for it. */
export function startCounting(heap: Heap): boolean {
  const counts = heap.core.block(2 * OPCODES * 8);
  if (counts === 0) return false;
  heap.u8.fill(0, counts, counts + 2 * OPCODES * 8);
  heap.writeU32(VM.counts, counts);
  heap.writeU32(VM.counting, CoreConst.COUNTED_TABLES);
  return true;
}
/** Instructions by opcode that the interpreter was given, steps of traces among them; or those steps alone. */
export function countedInstructions(heap: Heap, onlySteps: boolean): OpcodeCount[] {
  const at = heap.readU32(VM.counts) + (onlySteps ? OPCODES * 8 : 0);
  const counts = OP_NAMES.map((op, i) => ({ op, count: readCounter(heap, at + 8 * i) }));
  return counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}

interface Counted {
  readonly trace: number;
  readonly kind: string;
  readonly parent: number;
  readonly place: SourcePlace;
  readonly profile: Profile;
  /** Position of the loop's head; -1 if the trace does not close. */
  readonly loopAt: number;
  readonly exits: readonly { readonly at: number; readonly counter: number; readonly owed: number }[];
  /** Positions of count operations and of calls of traces. */
  readonly counts: readonly number[];
  readonly calls: readonly number[];
}

export class Statistics {
  readonly counters: RunCounters;
  private readonly heap: Heap;
  private readonly traces: Counted[] = [];
  private readonly exits: (Omit<ExitReport, "taken" | "side"> & { counter: number; side: number })[] = [];
  private readonly exitsByNumber = new Map<number, (typeof this.exits)[number]>();

  constructor(heap: Heap) {
    this.heap = heap;
    this.counters = new RunCounters(heap);
  }

  /** A trace was compiled. `takenAt`: its exits' counters; `placeOf`: the place of an exit. */
  add(
    trace: { readonly id: number; readonly kind: string; readonly parent: number; readonly place: SourcePlace },
    { code, loopStart }: TraceIr,
    profile: Profile,
    exits: readonly Snapshot[],
    takenAt: (exit: number) => number,
    placeOf: (exit: Snapshot) => SourcePlace,
  ): void {
    const { id, kind, parent, place } = trace;
    this.traces.push({
      trace: id,
      kind,
      parent,
      place,
      profile,
      loopAt: loopStart < 0 ? -1 : (code[loopStart]?.at ?? 0),
      exits: exits.map((e) => ({ at: e.at, counter: takenAt(e.index), owed: e.owed.length })),
      counts: code.filter((node) => node.op.includes("cref")).map((node) => node.at),
      calls: code.filter((node) => node.op === "callTrace").map((node) => node.at),
    });
    for (const snapshot of exits) {
      const exit = {
        exit: snapshot.index,
        trace: id,
        place: placeOf(snapshot),
        counter: takenAt(snapshot.index),
        side: 0,
        inMemory: snapshot.known === null,
      };
      this.exits.push(exit);
      this.exitsByNumber.set(exit.exit, exit);
    }
  }
  /** An exit goes on in a trace of its own. */
  grown(exit: number, side: number): void {
    const known = this.exitsByNumber.get(exit);
    if (known !== undefined) known.side = side;
  }

  report(): RunReport {
    const { heap } = this;
    const steppedOps = countedInstructions(heap, true);
    const stepsOf = new Map(steppedOps.map(({ op, count }) => [op, count]));
    const interpretedOps = countedInstructions(heap, false)
      .map(({ op, count }) => ({ op, count: count - (stepsOf.get(op) ?? 0) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count);
    const traces: TraceReport[] = [];
    let traceCalls = 0;
    let interpreterCounts = 0;
    let traceCounts = 0;
    for (const counted of this.traces) {
      const { trace, kind, parent, place, profile, loopAt, exits, counts, calls } = counted;
      const runsAt = this.runsByPosition(counted);
      const read = (at: number) => runsAt[at] ?? 0;
      for (const at of calls) traceCalls += read(at);
      for (const at of counts) traceCounts += read(at);
      for (const { counter, owed } of exits) traceCounts += this.counters.read(counter) * owed;
      for (const [at, count] of profile.interpreterCounts.entries()) interpreterCounts += (count ?? 0) * read(at);
      const first = profile.stretches[0];
      const head = profile.stretches.find((s) => s.at === loopAt && s !== first);
      traces.push({
        trace,
        kind,
        parent,
        place,
        runs: first === undefined ? 0 : this.counters.read(first.counter),
        rounds: head === undefined ? 0 : this.counters.read(head.counter),
        instructions: sum(runsAt),
      });
    }
    return {
      interpreted: sum(interpretedOps.map(({ count }) => count)),
      stepped: sum(steppedOps.map(({ count }) => count)),
      traced: sum(traces.map(({ instructions }) => instructions)),
      interpretedOps,
      steppedOps,
      traces: traces.sort((a, b) => b.instructions - a.instructions),
      exits: this.exits
        .map(({ counter, ...exit }) => ({ ...exit, taken: this.counters.read(counter) }))
        .filter(({ taken }) => taken > 0)
        .sort((a, b) => b.taken - a.taken),
      traceCalls,
      interpreterCounts,
      traceCounts,
    };
  }

  /** How often each instruction of a trace was run to its end. */
  private runsByPosition({ profile, exits }: Counted): number[] {
    const runs: number[] = [];
    for (const { at, end, counter } of profile.stretches) {
      const leaving = new Map<number, number>();
      for (const exit of exits)
        if (exit.at >= at && exit.at <= end)
          leaving.set(exit.at, (leaving.get(exit.at) ?? 0) + this.counters.read(exit.counter));
      let left = this.counters.read(counter);
      for (let i = at; i < end; i++) {
        left -= leaving.get(i) ?? 0;
        runs[i] = left;
      }
    }
    return runs;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
