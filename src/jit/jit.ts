// The tier above the interpreter: hears of what is hot, has it recorded, compiles the recording and links the trace in. All bookkeeping about
// traces, exits and the places where they begin is here; what a trace does is elsewhere.

import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";
import type { CoreImage } from "../platform/platform.ts";
import type { Machine, Tier } from "../vm/tier.ts";
import { Abort, type AbortReason } from "./abort.ts";
import { type Assembled, assemble, isPoll, type Stub, writtenAt } from "./assemble.ts";
import { buildTrace, type Dependency, type StackFrame } from "./builder.ts";
import { CodeMemory } from "./code-memory.ts";
import { countRun, exitCode } from "./exit-code.ts";
import { UOP_NAMES, Uop } from "./generated/stencil-uops.ts";
import { Heat } from "./heat.ts";
import { failuresAt, hasWaited, NEVER, noteFailure, noteTrace, setCallable, setCounter, tracesAt } from "./hot-word.ts";
import type { ParentExit } from "./inherit.ts";
import type { Node, TraceIr } from "./ir.ts";
import { removeDeadNodes } from "./passes/dead-nodes.ts";
import { verifyIr, verifyRegisters } from "./passes/verify.ts";
import { policy as defaultPolicy, exitsToPay, mayCompile, type Policy } from "./policy.ts";
import { type Recorded, readRecording } from "./recording.ts";
import { allocateRegisters, type Placed, type PlacedExit } from "./registers.ts";
import { sourcePlace } from "./source-place.ts";
import { type RunReport, Statistics, startCounting } from "./statistics.ts";
import { readStencilLibrary, type StencilLibrary } from "./stencil-library.ts";
import { Stitcher } from "./stitcher.ts";
import { type Recording, type TraceEnd, traceEnds } from "./trace-end.ts";
import { type Exit, infoAt, type Numbers, type Trace, type TraceKind, TraceTable } from "./trace-table.ts";

const VM = Layout.VM;
/** Room for code that a recording finds when it begins. */
const ROOM_BYTES = 65536;

/** Frames among which a function that calls itself is looked for. */
const STACK_LOOKED_AT = 64;

/** What is under way: the recording that has been asked for. */
interface Pending {
  readonly kind: TraceKind;
  /** JUMP_BACK or RESUME whose counter ran out; exits: 0. */
  readonly hotPc: number;
  readonly exit: number;
  readonly startPc: number;
  readonly startFp: number;
  /** R of the frame that the root trace began in, which the slots of all its side traces count from. */
  readonly baseFp: number;
  /** entry: another activation of the function was on the stack. */
  readonly isRecursive: boolean;
  /** Exits behind an instruction that was done (Stub.others): where it has ended, as StepOthers names it. */
  readonly landing: { readonly pc: number; readonly frame: number } | null;
  /** The frames on the stack, by their distance in words from the root's frame. */
  readonly stack: ReadonlyMap<number, StackFrame>;
}

type Asked = Omit<Pending, "stack" | "baseFp">;

/** What the trace under construction has taken so far. */
interface Building {
  readonly numbers: Numbers;
  codeOffset: number;
  trace: Trace | null;
}

/** What the JIT tells about a trace or a failure: for --jit-v, --jit-dump and --stats. */
export interface JitEvent {
  readonly kind: TraceKind;
  readonly pc: number;
  readonly parent: number;
  readonly trace?: Trace;
  readonly aborted?: AbortReason;
  readonly detail?: string;
  readonly records: readonly Recorded[];
  readonly ir?: TraceIr;
  readonly placed?: Placed;
  readonly assembled?: Assembled;
  readonly milliseconds: number;
  /** Why a side trace goes on at the start of its loop and not at its head; empty if it does not or nothing was in the way. */
  readonly joinFailure?: string;
}

export type Phase = "reading" | "building" | "passes" | "registers" | "assembling" | "linking";

export interface JitStats {
  traces: number;
  recordings: number;
  codeBytes: number;
  /** Of it, bytes of exit stubs and other parts out of the way. */
  coldBytes: number;
  compileMs: number;
  /** compileMs by what was done. */
  readonly phases: Map<Phase, number>;
  readonly aborts: Map<AbortReason, number>;
}

export interface JitOptions {
  readonly policy?: Policy;
  /** A defect of the JIT throws instead of being worked around: for tests. */
  readonly strict?: boolean;
  /** Every guard leaves the trace the first time it is reached, though it may hold: for tests. */
  readonly failGuards?: boolean;
  readonly onEvent?: (event: JitEvent) => void;
  /** Most memory for trace code. Default: policy.codeBytes. */
  readonly memoryBytes?: number;
  /** Count what runs where: Jit.report(). Everything runs slower. */
  readonly statistics?: boolean;
}

let libraries: Map<string, StencilLibrary> | undefined;
function libraryOf(arch: string): StencilLibrary {
  libraries ??= new Map();
  let library = libraries.get(arch);
  if (library === undefined) {
    library = readStencilLibrary(arch as Parameters<typeof readStencilLibrary>[0]);
    libraries.set(arch, library);
  }
  return library;
}

export class Jit implements Tier {
  readonly policy: Policy;
  readonly stats: JitStats = {
    traces: 0,
    recordings: 0,
    codeBytes: 0,
    coldBytes: 0,
    compileMs: 0,
    phases: new Map(),
    aborts: new Map(),
  };
  private readonly machine: Machine;
  private readonly heap: Heap;
  private readonly image: CoreImage;
  private readonly onEvent: ((event: JitEvent) => void) | undefined;
  readonly memory: CodeMemory;
  readonly table: TraceTable;
  /** The region that all machines of the thread share is full. */
  private isShort = false;
  private readonly statistics: Statistics | null;
  private readonly strict: boolean;
  private readonly failGuards: boolean;
  /** Guards that have been made to fail: a flag each in the upper half of the table of exit counters. */
  private failures = 0;
  /** How many times as long as at first places wait for which there was no time. */
  private readonly waits = new Map<number, number>();
  private readonly volatile = new Set<number>();
  private pending: Pending | undefined;
  private building: Building | null = null;
  private buffer = 0;
  private lapBegan = 0;
  private namesAt = -1;
  private readonly startedMs: number;
  private readonly heat: Heat;

  /** `startedMs`: when the program began, by performance.now(). */
  constructor(machine: Machine, options: JitOptions, startedMs: number) {
    this.machine = machine;
    this.startedMs = startedMs;
    this.heap = machine.heap;
    this.image = machine.image;
    this.policy = options.policy ?? defaultPolicy;
    this.heat = new Heat(this.heap, this.policy);
    this.onEvent = options.onEvent;
    this.statistics = options.statistics === true && startCounting(this.heap) ? new Statistics(this.heap) : null;
    this.strict = options.strict ?? false;
    this.failGuards = options.failGuards ?? false;
    this.memory = new CodeMemory(this.image.code, options.memoryBytes ?? this.policy.codeBytes);
    this.table = new TraceTable(this.heap, this.memory, this.failGuards ? FAILURES : CoreConst.EXIT_COUNTER_MAX);
  }

  /** The machine is about to go: its code is free for others. */
  close(): void {
    this.memory.close();
  }

  /** What has run where so far; undefined without JitOptions.statistics. */
  report(): RunReport | undefined {
    return this.statistics?.report();
  }

  // --- what is hot ---------------------------------------------------------------------------------------------------------------

  hot(_machine: Machine): void {
    const { heap, table } = this;
    if (this.isShort) table.dropOldest();
    this.isShort = false;
    table.makeRoom(Math.min(ROOM_BYTES, this.memory.limitBytes / 8));
    const kind = heap.readU32(VM.hot_kind);
    if (kind === CoreConst.HOT_EXIT) this.exitIsHot(heap.readU32(VM.hot_exit));
    else this.placeIsHot(kind === CoreConst.HOT_LOOP ? "loop" : "entry", heap.readU32(VM.hot_pc));
  }

  private placeIsHot(kind: "loop" | "entry", hotPc: number): void {
    const startPc = this.heap.readU32(VM.pc);
    const place = kind === "loop" ? startPc : hotPc;
    const root = this.table.root(place);
    if (root !== undefined && kind === "loop") {
      // Another back edge to the same loop.
      this.heap.core.traceEnter(root.number, hotPc, root.codeOffset);
      return;
    }
    if (failuresAt(this.heap, hotPc) >= this.policy.attempts) {
      setCounter(this.heap, hotPc, NEVER);
      return;
    }
    const isNew = failuresAt(this.heap, hotPc) === 0 && tracesAt(this.heap, hotPc) === 0;
    if (!this.heat.isEnough(kind, hotPc, this.stats.recordings)) return;
    if (kind === "loop" && isNew && this.isGenerator(frameCode(this.heap)) && !hasWaited(this.heap, hotPc)) {
      setCounter(this.heap, hotPc, this.heat.roundsAt(kind, hotPc) * this.policy.generatorLoop);
      return;
    }
    const isRecursive = kind === "entry" && this.isRecursive();
    // Callers in traces inline a function that does not call itself: a trace of its own is for what no trace calls.
    if (kind === "entry" && isNew && !isRecursive && !hasWaited(this.heap, hotPc)) {
      setCounter(this.heap, hotPc, this.heat.roundsAt(kind, hotPc) * this.policy.plainEntry);
      return;
    }
    // What its traces rely on changes again and again: the next one waits twice as long.
    const died = tracesAt(this.heap, hotPc) - this.policy.deaths;
    if (died >= 0 && !hasWaited(this.heap, hotPc)) {
      setCounter(this.heap, hotPc, this.policy.hotLoop * 2 ** Math.min(died + 1, 16));
      return;
    }
    if (!this.mayCompile()) {
      const wait = kind === "loop" ? this.policy.waitLoop : this.policy.waitEntry;
      const times = this.waits.get(hotPc) ?? 1;
      this.waits.set(hotPc, this.longer(times));
      setCounter(this.heap, hotPc, wait * times);
      return;
    }
    this.record({ kind, hotPc, exit: -1, landing: null, startPc, startFp: this.heap.readU32(VM.fp), isRecursive });
  }
  /** Whether the function that has been entered is on the stack already. */
  private isRecursive(): boolean {
    const { heap } = this;
    const code = frameCode(heap);
    let fp = heap.readU32(heap.readU32(VM.fp) - 20);
    for (let n = 0; fp !== 0 && n < STACK_LOOKED_AT; n++, fp = heap.readU32(fp - 20))
      if (heap.readU32(fp - 12) === code) return true;
    return false;
  }
  /** Whether there is time for another trace; who wants to hear of traces shall hear the same every time. */
  private mayCompile(): boolean {
    if (this.onEvent !== undefined || this.statistics !== null) return true;
    return mayCompile(this.policy, this.stats.compileMs, performance.now() - this.startedMs);
  }
  /** Times that an exit of a trace of so many instructions has to be taken before it grows. */
  private exitsToPay(instructions: number, exit?: PlacedExit): number {
    const left = exit === undefined ? 0 : instructions - (exit.snapshot.at % instructions);
    return exitsToPay(this.policy, left, this.stats.recordings);
  }
  private longer(wait: number): number {
    return Math.min(2 * wait, this.policy.waitMost);
  }

  private exitIsHot(index: number): void {
    const exit = this.table.exit(index);
    if (exit === undefined) return;
    const root = exit.trace.root ?? exit.trace;
    if (
      exit.attempts >= this.policy.attempts ||
      (exit.stub.others === 0 && exit.stub.exits.some(({ snapshot }) => !snapshot.grows)) ||
      root.sideTraces >= this.policy.sideTraces ||
      !this.table.isAlive(exit.trace)
    ) {
      this.setExitCounter(index, NEVER);
      if (this.table.isAlive(exit.trace) && exit.stub.others === 0) this.leaveByCode(exit);
      return;
    }
    if (!this.mayCompile()) {
      exit.waits = this.longer(exit.waits);
      this.setExitCounter(index, this.policy.hotExit * exit.waits);
      return;
    }
    exit.attempts++;
    const startPc = this.heap.readU32(VM.pc);
    const startFp = this.heap.readU32(VM.fp);
    const raised = this.heap.readU32(VM.step_raised);
    const landing =
      exit.stub.others === 0 ? null : { pc: startPc + raised, frame: startFp - this.heap.readU32(VM.step_fp) };
    const asked: Asked = { kind: "exit", hotPc: 0, exit: index, landing, startPc, startFp, isRecursive: false };
    // A function's traces don't go on where it has been left.
    if (root.kind === "entry" && startFp < this.baseOf(asked)) this.setExitCounter(index, this.policy.hotExit);
    else this.record(asked);
  }

  private record(asked: Asked): void {
    const pending: Pending = { ...asked, stack: this.stackBelow(asked), baseFp: this.baseOf(asked) };
    const { heap, policy } = this;
    if (this.buffer === 0) {
      this.buffer = heap.core.block(policy.recordLimit * Layout.TraceRecord.size);
      if (this.buffer === 0) return;
    }
    this.pending = pending;
    this.stats.recordings++;
    heap.writeU32(VM.records, this.buffer);
    heap.writeU32(VM.record_limit, policy.recordLimit);
    heap.writeU32(VM.record_inner, policy.innerRounds);
    const { RECORD_FOLLOW_RETURN, RECORD_SKIP_RECURSION, RECORD_CROSS_TRACES } = CoreConst;
    const root = this.table.exit(pending.exit)?.trace;
    const inFunction = pending.kind === "exit" && (root?.root ?? root)?.kind === "entry";
    const grown = (root?.root ?? root)?.sideTraces ?? 0;
    heap.writeU32(VM.record_unroll, grown < policy.unrolledTraces ? policy.unrollDepth : 0);
    heap.writeU32(VM.record_unroll_limit, policy.unrollLimit);
    const follows = { loop: 0, exit: inFunction ? 0 : RECORD_FOLLOW_RETURN, entry: RECORD_SKIP_RECURSION };
    heap.writeU32(VM.record_flags, follows[pending.kind] | RECORD_CROSS_TRACES);
    heap.core.record();
    // It ends where the function's frame does, not that of a call inlined in it; then it can't come back to where it began.
    if (inFunction) heap.writeU32(VM.record_start_fp, pending.baseFp);
    if (inFunction && pending.startFp !== pending.baseFp) heap.writeU32(VM.record_start_pc, 0);
  }

  private stackBelow(asked: Asked): Map<number, StackFrame> {
    const { heap } = this;
    const stack = new Map<number, StackFrame>();
    const base = this.baseOf(asked);
    let fp = asked.startFp;
    for (let n = 0; fp !== 0 && n < 16; n++) {
      const callerFp = heap.readU32(fp - 20);
      stack.set((fp - base) / 8, {
        fn: heap.readU32(fp - 32),
        callPc: heap.readU32(fp - 24),
        callerDelta: (callerFp - base) / 8,
        mode: heap.readU32(fp - 4),
      });
      fp = callerFp;
    }
    return stack;
  }

  // --- what was recorded ----------------------------------------------------------------------------------------------------------

  recorded(_machine: Machine): void {
    const { heap, pending } = this;
    if (pending === undefined) return;
    this.pending = undefined;
    const began = performance.now();
    this.lapBegan = began;
    const records = readRecording(heap, this.buffer, heap.readU32(VM.record_count), pending.baseFp);
    try {
      this.compile(pending, records, began);
    } catch (error) {
      // Nothing that goes wrong here may end the program: it goes on in the interpreter.
      if (!(error instanceof Abort) && this.strict) throw error;
      const abort =
        error instanceof Abort
          ? error
          : new Abort("internal-error", error instanceof Error ? (error.stack ?? error.message) : String(error));
      this.failed(pending, abort, records, performance.now() - began);
    } finally {
      this.undo();
    }
  }

  /** Gives back what a trace that was not finished has taken. */
  private undo(): void {
    if (this.building === null) return;
    const { numbers, codeOffset, trace } = this.building;
    this.building = null;
    if (trace !== null) return this.table.kill(trace);
    if (codeOffset >= 0) this.memory.release(codeOffset);
    this.table.refuse(numbers);
  }

  private compile(pending: Pending, records: Recorded[], began: number): void {
    const { heap } = this;
    const parent = this.table.exit(pending.exit);
    const startDelta = (pending.startFp - pending.baseFp) / 8;
    // An interrupt that waited was raised before the first instruction.
    const begun = records[0];
    if (begun !== undefined && (begun.pc !== pending.startPc || begun.delta !== startDelta))
      throw new Abort("interrupted");
    if (pending.kind === "exit" && (parent === undefined || !this.table.isAlive(parent.trace)))
      throw new Abort("stale-recording", "the trace has died");
    if (pending.kind === "entry" && begun !== undefined && this.isGenerator(begun.code)) throw new Abort("left-frame");
    const root = parent === undefined ? null : (parent.trace.root ?? parent.trace);
    const returnsAt = (root?.kind ?? pending.kind) === "entry" ? 0 : null;
    const recording: Recording = {
      kind: pending.kind,
      startPc: pending.startPc,
      startDelta,
      records,
      reason: heap.readU32(VM.record_end),
      endPc: heap.readU32(VM.pc),
      endDelta: (heap.readU32(VM.fp) - pending.baseFp) / 8,
      endCode: heap.readU32(heap.readU32(VM.fp) - 12),
      returnsAt,
    };
    const [first, later] = traceEnds(recording, (pc) => this.loopAt(pc)) as [TraceEnd, TraceEnd | undefined];
    const isCallable =
      pending.kind === "entry" &&
      (pending.isRecursive || records.some((r, i) => r.skipped || (i > 0 && r.pc === pending.startPc)));
    if (pending.kind === "entry" && !isCallable && records.length < this.policy.entryLength)
      throw new Abort("too-short");
    const { statistics, table } = this;
    const longest = later ?? first;
    const exitRoom = 24 * longest.records.length + 64;
    const numbers = table.reserve(exitRoom, 2 * longest.records.length);
    const building: Building = { numbers, codeOffset: -1, trace: null };
    this.building = building;
    const { number, firstExit, firstContinuation } = numbers;
    this.lap("reading");
    const build = (end: TraceEnd) =>
      buildTrace({
        heap,
        records: end.records,
        endPc: end.endPc,
        endDelta: end.endDelta,
        endCode: end.endCode,
        closes: end.closes,
        ...(parent !== undefined && {
          parent: this.parentOf(parent, pending.startPc, startDelta),
          parentMayHaveDied: parent.stub.others !== 0,
        }),
        ...(end.next?.loop != null && { joins: end.next.loop }),
        stack: pending.stack,
        isVolatile: (cell) => this.volatile.has(cell),
        validAt: infoAt(number) + Layout.TraceInfo.dead,
        returnsAt,
        entryAt: (pc) => this.entryAt(pc, pending),
        firstContinuation,
        verifies: this.strict,
        ...(statistics !== null && { makeCounter: () => statistics.counters.make() }),
      });
    let end = first;
    let made = build(first);
    if (later !== undefined && made.joinsLater) {
      const peeled = build(later);
      if (peeled.joinFailure === "" && !peeled.cut) [end, made] = [later, peeled];
    }
    const { ir: built, dependencies, continuationCount, cut, profile, knowledge, joinFailure } = made;
    const { next } = end;
    this.lap("building");
    if (this.strict) verifyIr(built, "building");
    const ir = removeDeadNodes(built);
    if (this.strict) verifyIr(ir, "removal of dead nodes");
    this.lap("passes");
    const placed = allocateRegisters(ir);
    if (this.strict) verifyRegisters(ir, placed);
    if (placed.exits.length >= exitRoom) throw new Abort("too-long", "exits");
    this.lap("registers");
    const firstFailure = this.failures;
    if (this.failGuards) this.armGuards(placed.exits.length);
    const taken = new Map<number, number>();
    const takenOf = (exit: number): number => {
      const counter = taken.get(exit) ?? (statistics as Statistics).counters.make();
      taken.set(exit, counter);
      return counter;
    };
    const from = parent?.stub.exits[0];
    const assembled = assemble(placed, {
      ...this.assembly(),
      ...(statistics !== null && { takenOf }),
      allocate: (bytes) => {
        building.codeOffset = this.allocate(bytes);
        return building.codeOffset;
      },
      ...(this.failGuards && { failureOf: (exit: number) => failureAt(firstFailure + exit) }),
      next: cut ? 0 : (next?.codeOffset ?? 0),
      from: pending.landing === null && from?.snapshot.known === null && !makesObjects(from) ? from : null,
      fromDelta:
        pending.landing !== null ? startDelta : from !== undefined && makesObjects(from) ? from.snapshot.delta : null,
      fromTakenAt: parent?.takenAt ?? 0,
      firstExit,
      label: [numbers.id, records[0]?.code ?? 0, this.uopNames()],
    });
    this.lap("assembling");
    this.image.code.write(assembled.offset, assembled.code);

    const trace = table.add(
      {
        id: numbers.id,
        number,
        kind: pending.kind,
        pc: pending.startPc,
        place: pending.kind === "entry" ? pending.hotPc : pending.startPc,
        codeOffset: assembled.offset,
        codeBytes: assembled.code.length,
        parent: parent?.trace ?? null,
        root,
        knowledge,
        spilled: placed.spilled,
        closes: placed.loopAt >= 0,
        loop:
          knowledge.head === null || placed.head === null
            ? null
            : { head: knowledge.head, placed: placed.head, codeOffset: assembled.loopOffset },
        firstExit,
        exitCount: assembled.stubs.length,
        firstContinuation,
        continuationCount,
      },
      assembled.stubs.map((stub, i) => ({ stub, takenAt: statistics === null ? 0 : takenOf(firstExit + i) })),
    );
    building.trace = trace;
    for (const [i, { exits, others }] of assembled.stubs.entries()) {
      const counts = others !== 0 || exits.every((exit) => exit.snapshot.answered === undefined && !isPoll(exit));
      this.setExitCounter(firstExit + i, counts ? this.exitsToPay(records.length, exits[0]) : NEVER);
    }
    heap.writeU32(infoAt(number) + Layout.TraceInfo.pad, assembled.labelAt);
    for (const { number, offset } of assembled.continuations)
      heap.writeU32(CoreConst.CONTINUATIONS_BASE + 4 * number, offset);
    if (!this.watch(trace, next, dependencies))
      throw new Abort("stale-recording", "something it relies on can't be watched");
    if (parent !== undefined) this.link(parent, pending.landing, trace, assembled.entry);
    else {
      table.setRoot(trace);
      noteTrace(heap, pending.hotPc);
      heap.core.traceEnter(number, pending.hotPc, trace.codeOffset);
      // Who calls a function that calls itself calls its trace; all others are inlined.
      if (isCallable) setCallable(heap, pending.hotPc);
    }
    this.building = null;
    if (root !== null) root.sideTraces++;
    if (statistics !== null && profile !== null) {
      const codeAt = (pc: number) => records.find((r) => r.pc === pc)?.code ?? end.endCode;
      const placeOf = (pc: number) => sourcePlace(heap, codeAt(pc), pc);
      const described = {
        id: trace.id,
        kind: trace.kind,
        parent: parent?.trace.id ?? 0,
        place: placeOf(pending.startPc),
      };
      const exits = assembled.stubs.map(({ exits }, i) => ({
        ...(exits[0] as PlacedExit).snapshot,
        index: firstExit + i,
      }));
      statistics.add(described, ir, profile, exits, takenOf, ({ pc }) => placeOf(pc));
      if (parent !== undefined) statistics.grown(pending.exit, trace.id);
    }
    this.lap("linking");
    const milliseconds = performance.now() - began;
    this.stats.traces++;
    this.stats.codeBytes += trace.codeBytes;
    this.stats.coldBytes += trace.codeBytes - assembled.hotBytes;
    this.stats.compileMs += milliseconds;
    this.onEvent?.({
      kind: pending.kind,
      pc: pending.startPc,
      parent: parent?.trace.id ?? 0,
      trace,
      records: end.records,
      ir,
      placed,
      assembled,
      milliseconds,
      joinFailure,
    });
  }

  /** Address of what stencils name. */
  private addressOf(name: string): number {
    if (name === "core_image_base") return this.image.base;
    if (name === "trace_step" && this.statistics !== null) return this.image.entry("trace_step_counted");
    return this.image.entry(name);
  }
  /** The time since the last lap went into this. */
  private lap(phase: Phase): void {
    const now = performance.now();
    this.stats.phases.set(phase, (this.stats.phases.get(phase) ?? 0) + now - this.lapBegan);
    this.lapBegan = now;
  }

  private baseOf({ exit, startFp, landing }: Asked): number {
    return startFp - (landing?.frame ?? 0) - 8 * (this.table.exit(exit)?.stub.exits[0]?.snapshot.delta ?? 0);
  }
  private parentOf({ stub, trace }: Exit, startPc: number, startDelta: number): ParentExit {
    const exits = stub.exits.map((exit) =>
      stub.others === 0 ? exit : { ...exit, node: null, snapshot: writtenAt(startPc, startDelta, 0, 0) },
    );
    const failed = exits.length === 1 && !this.failGuards ? (exits[0] as PlacedExit).node : null;
    return { exits, knowledge: trace.knowledge, spilled: trace.spilled, failed };
  }
  private loopAt(pc: number): Trace | undefined {
    const trace = this.table.root(pc);
    return trace?.kind === "loop" ? trace : undefined;
  }
  /** The trace of a function by its RESUME; number 0: the one being built. */
  private entryAt(resumePc: number, pending: Pending): { id: number; codeOffset: number } | undefined {
    if (pending.kind === "entry" && pending.hotPc === resumePc) return { id: 0, codeOffset: 0 };
    const trace = this.table.root(resumePc);
    return trace?.kind === "entry" ? { id: trace.number, codeOffset: trace.codeOffset } : undefined;
  }
  private isGenerator(code: number): boolean {
    const { CODE_GENERATOR, CODE_COROUTINE, CODE_ASYNC_GENERATOR } = CoreConst;
    const flags = this.heap.readU32(code + Layout.PyCode.flags);
    return (flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) !== 0;
  }

  /** Tells the core what the trace relies on. False if something can't be watched. */
  private watch(trace: Trace, next: Trace | undefined, dependencies: readonly Dependency[]): boolean {
    const { core } = this.heap;
    // The traces it jumps to come first: what follows may kill them, and this one with them.
    const called = dependencies.filter(({ kind }) => kind === "trace").map(({ ref }) => ref);
    if (next !== undefined) called.push(next.number);
    for (const number of called) if (!core.watch(CoreConst.WATCH_TRACE, number, trace.number)) return false;
    for (const { kind, ref, dict } of dependencies) {
      if (kind === "trace") continue;
      if (kind === "cell") {
        if (core.watchCell(dict, ref, trace.number)) continue;
        this.volatile.add(ref);
        return false;
      }
      const watched = {
        type: CoreConst.WATCH_TYPE,
        life: CoreConst.WATCH_TYPE_LIFE,
        written: CoreConst.WATCH_CELL_WRITTEN,
        keys: CoreConst.WATCH_KEYS,
        function: CoreConst.WATCH_FUNCTION,
        code: CoreConst.WATCH_CODE,
      }[kind];
      if (kind === "written") this.volatile.add(ref);
      if (!core.watch(watched, ref, trace.number)) return false;
    }
    return true;
  }

  /** The exit goes on in its side trace from now on. */
  private link({ stub }: Exit, landing: Pending["landing"], trace: Trace, entry: number): void {
    this.table.adopt(trace);
    if (landing !== null) return this.landAlso(stub, landing, entry);
    // Objects are made by the core, which then goes on in the trace.
    if (makesObjects(stub.exits[0])) {
      const next = Uint8Array.from(new Uint8Array(Uint32Array.of(entry).buffer));
      this.image.code.write(stub.description + Layout.TraceExit.next, next);
    } else this.jumpFrom(stub.at, entry);
  }
  /** An instruction that has been done, and has led to `landing`, goes on here from now on. */
  private landAlso({ others, exits }: Stub, landing: NonNullable<Pending["landing"]>, entry: number): void {
    const places = this.places.get(exits) ?? 0;
    if (places === CoreConst.STEP_OTHERS) return;
    this.places.set(exits, places + 1);
    const words = Uint32Array.of(landing.pc, landing.frame, entry);
    this.image.code.write(others + Layout.StepOthers.places + 12 * places, new Uint8Array(words.buffer));
  }
  /** How many places the exits' StepOthers have. */
  private readonly places = new WeakMap<object, number>();
  /** The exit will be taken often and never go on in a trace: code restores faster than what reads a description. */
  private leaveByCode(exit: Exit): void {
    const { stub, takenAt } = exit;
    if (makesObjects(stub.exits[0])) return;
    const items = exitCode(stub.exits[0] as PlacedExit, null);
    if (takenAt !== 0) items.unshift(countRun(takenAt));
    const nothing = {
      loopAt: -1,
      landings: [],
      steps: [],
      continuations: [],
      exits: [],
      end: null,
      spilled: new Set<Node>(),
      head: null,
    };
    const options = { ...this.assembly(), next: 0, from: null, fromDelta: null, fromTakenAt: 0, firstExit: 0 };
    try {
      const { offset, code } = assemble({ ...nothing, items }, options);
      this.image.code.write(offset, code);
      this.jumpFrom(stub.at, offset);
      exit.trace.furtherCode.push(offset);
      this.stats.codeBytes += code.length;
    } catch (error) {
      if (!(error instanceof Abort)) throw error; // no room: the description will do
    }
  }
  private assembly() {
    const { image } = this;
    const { arch } = this.machine.platform;
    return {
      library: libraryOf(arch),
      arch,
      base: image.base,
      entry: (name: string) => this.addressOf(name),
      allocate: (bytes: number) => this.allocate(bytes),
    };
  }
  /** Code offset of the uops' names, for the crash reporter: a text of lines that ends with 0. */
  private uopNames(): number {
    if (this.namesAt < 0) {
      const text = Buffer.from(`${UOP_NAMES.join("\n")}\n\0`, "latin1");
      this.namesAt = this.allocate(text.length);
      this.image.code.write(this.namesAt, text);
    }
    return this.namesAt;
  }
  /** Code offset of room for code. Throws Abort. */
  private allocate(bytes: number): number {
    const offset = this.memory.allocate(bytes);
    if (offset >= 0) return offset;
    this.isShort = true;
    throw new Abort("code-memory");
  }
  /** Writes a jump to a code offset over a stub. */
  private jumpFrom(at: number, to: number): void {
    const { image } = this;
    const library = libraryOf(this.machine.platform.arch);
    const stitcher = new Stitcher(library);
    const target = stitcher.newLabel();
    stitcher.bindAddress(target, image.base + to);
    stitcher.emit(library.find(Uop.jump), { target });
    image.code.write(at, stitcher.finish(image.base + at));
  }

  private failed(pending: Pending, abort: Abort, records: readonly Recorded[], milliseconds: number): void {
    this.stats.aborts.set(abort.reason, (this.stats.aborts.get(abort.reason) ?? 0) + 1);
    this.stats.compileMs += milliseconds;
    const exit = this.table.exit(pending.exit);
    if (exit !== undefined)
      this.setExitCounter(
        pending.exit,
        Math.max(
          this.policy.hotExit * (this.policy.backoff[exit.attempts] ?? NEVER),
          this.exitsToPay(0) * 2 ** exit.attempts,
        ),
      );
    else if (pending.kind !== "exit") {
      const failures = failuresAt(this.heap, pending.hotPc);
      noteFailure(this.heap, pending.hotPc);
      const hot = pending.kind === "loop" ? this.policy.hotLoop : this.policy.hotEntry;
      const isLast = failures + 1 >= this.policy.attempts;
      setCounter(this.heap, pending.hotPc, isLast ? NEVER : hot * (this.policy.backoff[failures] ?? 1000));
    }
    this.onEvent?.({
      kind: pending.kind,
      pc: pending.startPc,
      parent: exit?.trace.id ?? 0,
      aborted: abort.reason,
      detail: abort.message,
      records,
      milliseconds,
    });
  }

  // --- small things ------------------------------------------------------------------------------------------------------------------

  private armGuards(count: number): void {
    this.failures += count;
    if (this.failures > FAILURES) throw new Abort("code-memory");
    for (let i = this.failures - count; i < this.failures; i++) this.heap.writeU32(failureAt(i), 1);
  }
  private setExitCounter(exit: number, count: number): void {
    this.heap.writeU32(CoreConst.EXIT_COUNTERS_BASE + 4 * exit, count);
  }
}

const FAILURES = CoreConst.EXIT_COUNTER_MAX / 2;
function failureAt(index: number): number {
  return CoreConst.EXIT_COUNTERS_BASE + 4 * (FAILURES + index);
}

/** Code of the frame that the interpreter is in. */
function frameCode(heap: Heap): number {
  return heap.readU32(heap.readU32(VM.fp) - 12);
}

/** Whether an exit has objects to make, which takes the core. */
function makesObjects(exit: PlacedExit | undefined): boolean {
  return (exit?.snapshot.virtuals.length ?? 0) > 0;
}
