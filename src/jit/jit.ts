// The tier above the interpreter: hears of what is hot, has it recorded, has the compiler make code of the recording and puts that in its place.
// All bookkeeping about exits and the places where traces begin is here; what a trace does is elsewhere.

import { checksumIn } from "../heap/checksum.ts";
import { headAt } from "../heap/frames.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";
import type { Arch, CoreImage } from "../platform/platform.ts";
import { nowMs } from "../util/clock.ts";
import type { Machine, Tier } from "../vm/tier.ts";
import { Abort, isAbort } from "./abort.ts";
import type { Building, Pending } from "./building.ts";
import { CodeMemory } from "./code-memory.ts";
import { type CompiledTrace, type ExitPlace, placeOf } from "./compile-request.ts";
import type { Compiler, CompilerOptions, Details, KeptKnown, Phase } from "./compiler.ts";
import { consumersBackEdges } from "./consumer.ts";
import type { PlacedExit } from "./emit/placed.ts";
import { Heat } from "./heat.ts";
import { failuresAt, hasWaited, NEVER, noteFailure, setCounter, tracesAt } from "./hot-word.ts";
import { Installer } from "./installer.ts";
import { Keeper } from "./kept/keeper.ts";
import { KeptTraces } from "./kept/kept-traces.ts";
import { NotedHeap } from "./kept/noted-heap.ts";
import { loadCompiler } from "./load/load-compiler.ts";
import { GENERIC_OP, OP_NAMES } from "./opcode-info.ts";
import type { JitEvent, JitOptions, JitStats } from "./options.ts";
import { policy as defaultPolicy, exitsToPay, mayCompile, type Policy } from "./policy.ts";
import { type Asked, Recorder } from "./recorder.ts";
import { isGeneratorCode, type Recorded } from "./recording.ts";
import { sourcePlace } from "./statistics/source-place.ts";
import { type RunReport, Statistics, startCounting } from "./statistics/statistics.ts";
import { Background, type Driver } from "./thread/background.ts";
import { CompilerClient } from "./thread/compiler-client.ts";
import { type Exit, TraceTable } from "./trace-table.ts";

const VM = Layout.VM;
/** Room for code that a recording finds when it begins. */
const ROOM_BYTES = 65536;

/** Frames among which a function that calls itself is looked for. */
const STACK_LOOKED_AT = 64;

export class Jit implements Tier, Driver {
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
  readonly heap: Heap;
  private readonly image: CoreImage;
  private readonly arch: Arch;
  private readonly onEvent: ((event: JitEvent) => void) | undefined;
  readonly memory: CodeMemory;
  readonly table: TraceTable;
  readonly installer: Installer;
  /** The compiler on this thread, if there is one, and what stands for that on another thread. */
  private ownCompiler: Compiler | undefined;
  private background: Background | null = null;
  /** Traces of earlier runs. */
  private readonly keeper: Keeper | null = null;
  private readonly noted: NotedHeap | null = null;
  /** Traces of earlier runs that are in their places and that the compiler has not been told of. */
  private readonly adopted: KeptKnown[] = [];
  private readonly statistics: Statistics | null;
  private readonly strict: boolean;
  private readonly failGuards: boolean;
  /** Guards that have been made to fail: a flag each in the upper half of the table of exit counters. */
  private failures = 0;
  /** How many times as long as at first places wait for which there was no time. */
  private readonly waits = new Map<number, number>();
  /** Back edges of loops that are to be recorded though they have not run often enough. */
  private readonly wanted = new Set<number>();
  private readonly recorder: Recorder;
  private lapBegan = 0;
  private readonly startedMs: number;
  private readonly heat: Heat;

  /** `startedMs`: when the program began, by nowMs(). */
  constructor(machine: Machine, options: JitOptions, startedMs: number) {
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
    const exits = this.failGuards ? FAILURES : CoreConst.EXIT_COUNTER_MAX;
    this.table = new TraceTable(this.heap, this.memory, exits, ({ id }, killer) => {
      // What has changed once (a global that is set anew for each round of a program) will change again.
      if (killer === CoreConst.DIED_OF_AGE) this.keeper?.hasOutlived(id);
      else if (killer !== CoreConst.DIED_OF_CHANGE) this.installer.volatile.add(killer);
      this.forget(id);
    });
    this.installer = new Installer(this.heap, this.image, this.memory, this.table);
    this.recorder = new Recorder(this.heap, this.policy, this.table, this.installer);
    this.arch = machine.platform.arch;
    if (options.inBackground !== true) {
      const file = this.failGuards ? undefined : options.traceFile?.();
      if (file === undefined) return;
      this.noted = new NotedHeap(this.heap);
      this.keeper = new Keeper(this, new KeptTraces(file.path, file.salt, checksumIn(this.heap)));
      this.keeper.atStart();
      return;
    }
    const client = new CompilerClient(this.heap, machine.memory.base, this.image, {
      arch: this.arch,
      ...this.compilerOptions,
    });
    this.background = new Background(this, client, this.strict ? this.compiler : null);
  }

  private get compilerOptions(): CompilerOptions {
    return { entryLength: this.policy.entryLength, verifies: this.strict };
  }
  private get compiler(): Compiler {
    if (this.ownCompiler === undefined) {
      const target = { arch: this.arch, base: this.image.base, entry: (name: string) => this.addressOf(name) };
      this.ownCompiler = new (loadCompiler().Compiler)(this.noted ?? this.heap, target, this.compilerOptions);
      for (const trace of this.adopted.splice(0)) if (this.table.living(trace.id)) this.ownCompiler.adopt(trace);
    }
    return this.ownCompiler;
  }
  adopt(trace: KeptKnown): void {
    if (this.ownCompiler === undefined) this.adopted.push(trace);
    else this.ownCompiler.adopt(trace);
  }
  /** The program is over: its traces are kept for the next time. */
  save(): void {
    this.keeper?.save();
  }
  private forget(id: number): void {
    this.ownCompiler?.forget(id);
    this.background?.forget(id);
  }

  /** Nothing is to be under way on another thread, which holds objects. */
  rest(): void {
    this.background?.rest();
  }
  /** The machine is about to go: its code is free for others. */
  close(): void {
    this.background?.close();
    this.memory.close();
  }

  /** What has run where so far; undefined without JitOptions.statistics. */
  report(): RunReport | undefined {
    return this.statistics?.report();
  }

  // --- what is hot ---------------------------------------------------------------------------------------------------------------

  hot(_machine: Machine): void {
    const { heap, table, installer } = this;
    this.called();
    if (installer.isShort) table.dropOldest();
    installer.isShort = false;
    table.makeRoom(Math.min(ROOM_BYTES, this.memory.limitBytes / 8));
    const kind = heap.readU32(VM.hot_kind);
    if (kind === CoreConst.HOT_EXIT) this.exitIsHot(heap.readU32(VM.hot_exit));
    else this.placeIsHot(kind === CoreConst.HOT_LOOP ? "loop" : "entry", heap.readU32(VM.hot_pc));
  }

  private placeIsHot(kind: "loop" | "entry", hotPc: number): void {
    const startPc = this.heap.readU32(VM.pc);
    const place = placeOf({ kind, hotPc, startPc });
    const root = this.table.root(place);
    if (root !== undefined && isEntered(this.heap, hotPc)) return;
    if (root !== undefined && kind === "loop") {
      // Another back edge to the same loop.
      this.heap.core.traceEnter(root.number, hotPc, root.codeOffset);
      return;
    }
    if (this.keeper?.atPlace(kind, place, hotPc)) return;
    if (this.background?.expects(place)) return;
    if (failuresAt(this.heap, hotPc) >= this.policy.attempts) {
      setCounter(this.heap, hotPc, NEVER);
      return;
    }
    const isNew = failuresAt(this.heap, hotPc) === 0 && tracesAt(this.heap, hotPc) === 0;
    if (!this.wanted.has(hotPc)) {
      if (!this.heat.isEnough(kind, hotPc, this.stats.recordings)) return;
      if (!this.isWorthLoading) return this.heat.wait(kind, hotPc);
    }
    if (kind === "loop" && isNew && isGeneratorCode(this.heap, frameCode(this.heap)) && !hasWaited(this.heap, hotPc)) {
      setCounter(this.heap, hotPc, this.heat.roundsAt(kind, hotPc) * this.policy.generatorLoop);
      this.wantConsumer();
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
    this.wanted.delete(hotPc);
    if ((this.keeper?.failuresAtPlace(hotPc) ?? 0) > failuresAt(this.heap, hotPc))
      return this.placeHasFailed(kind, hotPc, false);
    this.record({ kind, hotPc, exit: -1, landing: null, startPc, startFp: this.heap.readU32(VM.fp), isRecursive });
  }
  /** The loop that resumes the generator in which the program is costs what that costs: it is recorded when it comes round. */
  private wantConsumer(): void {
    const backEdges = consumersBackEdges(this.heap);
    if (backEdges.some((pc) => failuresAt(this.heap, pc) > 0)) return;
    for (const pc of backEdges) {
      this.wanted.add(pc);
      setCounter(this.heap, pc, 1);
    }
  }
  /** Whether the function that has been entered is on the stack already. */
  private isRecursive(): boolean {
    const { heap } = this;
    const code = frameCode(heap);
    let fp = heap.readU32(headAt(heap.readU32(VM.fp), "caller_fp"));
    for (let n = 0; fp !== 0 && n < STACK_LOOKED_AT; n++, fp = heap.readU32(headAt(fp, "caller_fp")))
      if (heap.readU32(headAt(fp, "code")) === code) return true;
    return false;
  }
  /** Whether the compiler is there, or what no earlier run has left a trace for has cost what loading it takes. */
  private get isWorthLoading(): boolean {
    if (this.ownCompiler !== undefined || this.keeper === null || this.keeper.isEmpty) return true;
    return this.heat.work >= this.policy.loadCost;
  }
  /** Whether there is time for another trace; who wants to hear of traces shall hear the same every time. */
  private mayCompile(): boolean {
    if (this.onEvent !== undefined || this.statistics !== null) return true;
    if (this.background !== null && this.background.count >= this.policy.underWay) return false;
    const given = this.keeper === null || this.keeper.isEmpty ? 0 : this.policy.completingMs;
    return mayCompile(this.policy, this.stats.compileMs - given, nowMs() - this.startedMs);
  }
  /** Times that an exit of a trace of so many instructions has to be taken before it grows. */
  private exitsToPay(instructions: number, exit?: ExitPlace): number {
    const left = exit === undefined ? 0 : instructions - (exit.position % instructions);
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
      !exit.place.grows ||
      root.sideTraces >= this.policy.sideTraces ||
      !this.table.isAlive(exit.trace)
    ) {
      this.installer.setExitCounter(index, NEVER);
      if (this.table.isAlive(exit.trace) && exit.place.others === 0) this.leaveByCode(index, exit);
      return;
    }
    const startPc = this.heap.readU32(VM.pc);
    const startFp = this.heap.readU32(VM.fp);
    const raised = this.heap.readU32(VM.step_raised);
    const landing =
      exit.place.others === 0 ? null : { pc: startPc + raised, frame: startFp - this.heap.readU32(VM.step_fp) };
    if (this.keeper?.atExit(exit.trace, index - exit.trace.firstExit, landing)) return;
    if (!this.isWorthLoading) {
      const times = this.exitsToPay(exit.trace.length, exit.place);
      this.heat.work += times * this.policy.exitLength;
      return this.installer.setExitCounter(index, times);
    }
    if (!this.mayCompile()) {
      exit.waits = this.longer(exit.waits);
      this.installer.setExitCounter(index, this.policy.hotExit * exit.waits);
      return;
    }
    const failures = this.keeper?.failuresAtExit(exit.trace, index - exit.trace.firstExit) ?? 0;
    if (failures > exit.attempts) {
      exit.attempts = failures;
      return this.exitHasFailed(index, exit);
    }
    exit.attempts++;
    const asked: Asked = { kind: "exit", hotPc: 0, exit: index, landing, startPc, startFp, isRecursive: false };
    // A function's traces don't go on where it has been left.
    if (root.kind === "entry" && startFp < this.recorder.baseOf(asked))
      this.installer.setExitCounter(index, this.policy.hotExit);
    else this.record(asked);
  }

  private record(asked: Asked): void {
    if (this.recorder.start(asked)) this.stats.recordings++;
  }

  // --- what was recorded ----------------------------------------------------------------------------------------------------------

  recorded(_machine: Machine): void {
    const pending = this.recorder.take();
    if (pending === undefined) return;
    const began = nowMs();
    this.lapBegan = began;
    const details: Details = { records: [], lap: (phase) => this.lap(phase) };
    let building: Building | undefined;
    try {
      building = this.recorder.order(
        pending,
        this.background !== null,
        this.failGuards ? failureAt(this.failures) : -1,
      );
      if (this.background === null) this.compile(building, details, began);
      else this.background.compile(building);
    } catch (error) {
      if (building !== undefined) this.undo(building);
      this.failed(pending, error, details.records, nowMs() - began);
    }
    if (this.background === null) return;
    this.stats.compileMs += nowMs() - began;
    this.called();
  }

  called(): void {
    const { background } = this;
    if (background === null) return;
    const began = nowMs();
    background.answer();
    if (!this.recorder.isRecording) background.take();
    this.stats.compileMs += nowMs() - began;
    // What comes now is compiled here; traces that the thread has made are not known here, but they run.
    if (background.hasFailed) this.background = null;
  }
  giveUp(building: Building, error: unknown): void {
    this.undo(building);
    this.failed(building.pending, error, [], 0);
  }

  /** Gives back what a trace that was not finished has taken. */
  private undo({ numbers, codeOffset, trace }: Building): void {
    if (trace !== null) return this.table.kill(trace);
    this.forget(numbers.id);
    if (codeOffset >= 0) this.memory.release(codeOffset);
    this.table.refuse(numbers);
  }

  private compile(building: Building, details: Details, began: number): void {
    const { statistics } = this;
    const { pending } = building;
    const { parent } = pending;
    const taken = new Map<number, number>();
    const takenOf = (exit: number): number => {
      const counter = taken.get(exit) ?? (statistics as Statistics).counters.make();
      taken.set(exit, counter);
      return counter;
    };
    if (statistics !== null) {
      details.takenOf = takenOf;
      details.makeCounter = () => statistics.counters.make();
    }
    const allocate = (bytes: number): number => {
      building.codeOffset = this.installer.allocate(bytes);
      return building.codeOffset;
    };
    const { compiler, noted } = this;
    noted?.begin();
    const compiled = compiler.compile(building.request, allocate, details);
    for (const { pc } of details.records) noted?.opcode(pc);
    // What it relies on is still what it was taken for.
    for (const { kind, ref } of compiled.dependencies) if (kind !== "trace") noted?.readU32(ref + 4);
    const observations = noted?.everything;
    this.install(building, compiled, statistics === null ? () => 0 : takenOf);
    const { trace } = building;
    if (trace === null) return;
    compiler.installed(trace.id);
    if (observations != null) this.keeper?.add(building, compiled, observations);
    if (statistics !== null && details.profile != null && details.ir !== undefined) {
      const { records, endCode, ir, profile, placed, assembled } = details;
      const codeAt = (pc: number) => records.find((r) => r.pc === pc)?.code ?? endCode ?? 0;
      const placeOf = (pc: number) => sourcePlace(this.heap, codeAt(pc), pc);
      const described = {
        id: trace.id,
        kind: trace.kind,
        parent: parent?.trace.id ?? 0,
        place: placeOf(pending.startPc),
      };
      const exits = (assembled?.stubs ?? []).map(({ exits }, i) => ({
        ...(exits[0] as PlacedExit).snapshot,
        index: trace.firstExit + i,
      }));
      if (placed !== undefined) statistics.add(described, ir, profile, exits, takenOf, ({ pc }) => placeOf(pc));
      if (parent !== undefined) statistics.grown(pending.exit, trace.id);
    }
    this.lap("linking");
    const milliseconds = nowMs() - began;
    this.stats.compileMs += milliseconds;
    const { records, ir, built, retries, placed, assembled, joinFailure } = details;
    this.onEvent?.({
      kind: pending.kind,
      pc: pending.startPc,
      parent: parent?.trace.id ?? 0,
      trace,
      records,
      ir,
      built,
      retries,
      placed,
      assembled,
      milliseconds,
      joinFailure,
    });
  }

  /** Puts a compiled trace in its place. Throws Abort. */
  install(building: Building, compiled: CompiledTrace, takenAt: (exit: number) => number = () => 0): void {
    const { request, numbers } = building;
    const { parent } = building.pending;
    if (this.failGuards) this.armGuards(compiled.guards);
    const countOf = (exit: ExitPlace) => (exit.counts ? this.exitsToPay(compiled.length, exit) : NEVER);
    const trace = this.installer.add(request, numbers, compiled, parent, takenAt, countOf);
    building.trace = trace;
    this.installer.connect(request, compiled, trace, parent);
    if (trace.root !== null) trace.root.sideTraces++;
    this.stats.traces++;
    this.stats.codeBytes += trace.codeBytes;
    this.stats.coldBytes += trace.codeBytes - compiled.hotBytes;
  }

  /** Address of what stencils name. */
  private addressOf(name: string): number {
    if (name === "core_image_base") return this.image.base;
    if (name === "trace_step" && this.statistics !== null) return this.image.entry("trace_step_counted");
    return this.image.entry(name);
  }
  /** The time since the last lap went into this. */
  private lap(phase: Phase): void {
    const now = nowMs();
    this.stats.phases.set(phase, (this.stats.phases.get(phase) ?? 0) + now - this.lapBegan);
    this.lapBegan = now;
  }

  /** The exit will be taken often and never go on in a trace: code restores faster than what reads a description. */
  private leaveByCode(index: number, exit: Exit): void {
    const { trace, place, takenAt } = exit;
    if (place.takesCore) return;
    if (this.background !== null) return this.background.leaveByCode(index, exit);
    try {
      const name = { id: trace.id, exit: index - trace.firstExit };
      const compiled = this.compiler.compileExit(name, takenAt, (bytes) => this.installer.allocate(bytes));
      if (compiled === null) return;
      this.installer.replace(exit, compiled);
      this.keeper?.addExit(exit, name.exit, compiled);
      this.leaves(compiled.code.length);
    } catch (error) {
      if (!isAbort(error)) throw error; // no room: the description will do
    }
  }
  leaves(codeBytes: number): void {
    this.stats.codeBytes += codeBytes;
  }

  /** Nothing that goes wrong with a trace may end the program: it goes on in the interpreter. */
  private failed(pending: Pending, error: unknown, records: readonly Recorded[], milliseconds: number): void {
    if (!isAbort(error) && this.strict) throw error;
    const abort = isAbort(error)
      ? error
      : new Abort("internal-error", error instanceof Error ? (error.stack ?? error.message) : String(error));
    this.stats.aborts.set(abort.reason, (this.stats.aborts.get(abort.reason) ?? 0) + 1);
    this.stats.compileMs += milliseconds;
    const exit = this.table.exit(pending.exit);
    if (exit !== undefined && exit === pending.parent) {
      this.exitHasFailed(pending.exit, exit);
      this.keeper?.exitHasFailed(exit.trace, pending.exit - exit.trace.firstExit, exit.attempts);
    } else if (pending.kind !== "exit" && !isEntered(this.heap, pending.hotPc)) {
      this.placeHasFailed(pending.kind, pending.hotPc, abort.reason === "left-frame");
      this.keeper?.placeHasFailed(pending.hotPc, failuresAt(this.heap, pending.hotPc));
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

  /** Nothing is recorded from the exit for a while. */
  private exitHasFailed(index: number, { attempts }: Exit): void {
    const count = Math.max(
      this.policy.hotExit * (this.policy.backoff[attempts] ?? NEVER),
      this.exitsToPay(0) * 2 ** attempts,
    );
    this.installer.setExitCounter(index, count);
  }
  /** Nothing is recorded from the place for a while; `hasLeft`: the loop ended while it was recorded. */
  private placeHasFailed(kind: "loop" | "entry", hotPc: number, hasLeft: boolean): void {
    const failures = failuresAt(this.heap, hotPc);
    noteFailure(this.heap, hotPc);
    const { leftLoop, hotLoop, hotEntry } = this.policy;
    const hot = kind === "entry" ? hotEntry : hasLeft ? leftLoop : hotLoop;
    const isLast = failures + 1 >= this.policy.attempts;
    setCounter(this.heap, hotPc, isLast ? NEVER : hot * (this.policy.backoff[failures] ?? 1000));
  }

  // --- small things ------------------------------------------------------------------------------------------------------------------

  private armGuards(count: number): void {
    this.failures += count;
    if (this.failures > FAILURES) throw new Abort("code-memory");
    for (let i = this.failures - count; i < this.failures; i++) this.heap.writeU32(failureAt(i), 1);
  }
}

const FAILURES = CoreConst.EXIT_COUNTER_MAX / 2;
function failureAt(index: number): number {
  return CoreConst.EXIT_COUNTERS_BASE + 4 * (FAILURES + index);
}

/** Whether a trace is entered there: then the word of the counter is the trace's. */
function isEntered(heap: Heap, pc: number): boolean {
  const op = heap.readU8(pc);
  return OP_NAMES[op] !== GENERIC_OP[op];
}

/** Code of the frame that the interpreter is in. */
function frameCode(heap: Heap): number {
  return heap.readU32(headAt(heap.readU32(VM.fp), "code"));
}
