// From a recording to code: the part of the JIT that reads the heap but changes nothing. What it has to remember of the traces that it has made, for
// those that grow from them or join them, is here, by the traces' ids; when to compile, and what becomes of the code, is the driver's part (jit.ts).
import { Layout } from "../heap/generated/layout.ts";
import type { Arch } from "../platform/platform.ts";
import { Abort } from "./abort.ts";
import { buildTrace } from "./build/build-trace.ts";
import { unboundAtEntry } from "./build/function-entry.ts";
import type { ParentExit, TraceKnowledge } from "./build/inherit.ts";
import type { JoinTarget } from "./build/loop-head.ts";
import { type Recording, type TraceEnd, type Traces, traceEnds } from "./build/trace-end.ts";
import {
  type Allocate,
  type CompiledExit,
  type CompiledTrace,
  type CompileRequest,
  type ExitName,
  type ExitPlace,
  placeOf,
  type TraceKind,
} from "./compile-request.ts";
import { type Assembled, assemble, isPoll, type Stub, writtenAt } from "./emit/assemble.ts";
import { countRun, exitCode } from "./emit/exit-code.ts";
import type { Placed, PlacedExit } from "./emit/placed.ts";
import { allocateRegisters } from "./emit/registers.ts";
import { readStencilLibrary, type StencilLibrary } from "./emit/stencil-library.ts";
import { Stitcher } from "./emit/stitcher.ts";
import { infoAt } from "./emit/trace-info.ts";
import { Uop } from "./generated/stencil-uops.ts";
import type { HeapView } from "./heap-view.ts";
import type { Node, TraceIr } from "./ir.ts";
import { ReplayedHeap } from "./kept/replayed-heap.ts";
import type { Observations } from "./observations.ts";
import { removeDeadNodes } from "./passes/dead-nodes.ts";
import { verifyIr, verifyRegisters } from "./passes/verify.ts";
import { policy } from "./policy.ts";
import { isGeneratorCode, type Recorded, readRecording } from "./recording.ts";
import type { Profile } from "./statistics/profile.ts";

/** What code is made for. */
export interface Target {
  readonly arch: Arch;
  /** Address of the core image: code offsets count from there. */
  readonly base: number;
  /** Address of a function of the core. */
  entry(name: string): number;
}

export interface CompilerOptions {
  /** Instructions that a function must run to be worth a trace: Policy.entryLength. */
  readonly entryLength: number;
  /** Every stage is verified: for tests. */
  readonly verifies: boolean;
}

export type Phase = "reading" | "building" | "passes" | "registers" | "assembling" | "linking";

/** What people may want to see of a compilation; filled in as far as it got. */
export interface Details {
  records: readonly Recorded[];
  ir?: TraceIr;
  built?: TraceIr;
  retries?: readonly string[];
  placed?: Placed;
  assembled?: Assembled;
  profile?: Profile | null;
  endCode?: number;
  joinFailure?: string;
  /** The time since the last lap went into this. */
  lap?(phase: Phase): void;
  /** --stats: heap offset of a new counter, and of that of an exit. */
  makeCounter?(): number;
  takenOf?(exit: number): number;
}

/** How a trace is found by others that may grow from it, join or call it. */
interface KnownByName {
  readonly id: number;
  readonly number: number;
  readonly kind: TraceKind;
  /** Where a root is found again: the loop's head, or the function's RESUME. */
  readonly place: number;
  /** See CompiledTrace. */
  readonly versionOf: number;
  readonly passes: readonly number[];
}

/** A trace that others may grow from, join or call. */
export interface Known extends KnownByName {
  readonly codeOffset: number;
  readonly rootKind: TraceKind;
  /** It is a loop. */
  readonly closes: boolean;
  /** Its loop, if others can join it. */
  readonly loop: JoinTarget | null;
  readonly knowledge: TraceKnowledge;
  readonly spilled: ReadonlySet<Node>;
  readonly stubs: readonly Stub[];
}

/** A trace that was compiled in another run of the program. */
export interface KeptKnown extends KnownByName {
  /** What it was compiled from, and its code. */
  read(): Observations & { readonly request: CompileRequest; readonly code: Uint8Array; readonly codeOffset: number };
  /** It can't be made again: nothing can grow from it or join it. */
  giveUp(): void;
}

let libraries: Map<Arch, StencilLibrary> | undefined;
function libraryOf(arch: Arch): StencilLibrary {
  libraries ??= new Map();
  let library = libraries.get(arch);
  if (library === undefined) {
    library = readStencilLibrary(arch);
    libraries.set(arch, library);
  }
  return library;
}

export class Compiler implements Traces {
  private readonly heap: HeapView;
  private readonly target: Target;
  private readonly options: CompilerOptions;
  private readonly known = new Map<number, Known>();
  /** Traces of another run that are in their places, before anybody has asked what they know. */
  private readonly kept = new Map<number, KeptKnown>();
  /** Ids of roots that the driver has put in their places, by place. */
  private readonly roots = new Map<number, number>();
  /** Ids of further versions of loops, by their heads. */
  private readonly versions = new Map<number, number[]>();
  /** Traces from here on are not there yet: one that is made again sees those that there were when it was made. */
  private firstUnknown = Number.POSITIVE_INFINITY;

  constructor(heap: HeapView, target: Target, options: CompilerOptions) {
    this.heap = heap;
    this.target = target;
    this.options = options;
  }

  /** The trace is in its place. */
  installed(id: number): void {
    const trace = this.known.get(id);
    if (trace !== undefined) this.enter(trace);
  }
  /** A trace of another run is in its place. */
  adopt(trace: KeptKnown): void {
    this.kept.set(trace.id, trace);
    this.enter(trace);
  }
  private enter({ id, kind, place, versionOf }: KnownByName): void {
    if (kind !== "exit") this.roots.set(place, id);
    if (versionOf !== 0) this.versions.set(versionOf, [...(this.versions.get(versionOf) ?? []), id]);
  }
  /** The trace is gone, or has never come to be. */
  forget(id: number): void {
    const trace = this.known.get(id) ?? this.kept.get(id);
    if (trace === undefined) return;
    this.known.delete(id);
    this.kept.delete(id);
    if (this.roots.get(trace.place) === id) this.roots.delete(trace.place);
    if (trace.versionOf === 0) return;
    const others = this.versions.get(trace.versionOf)?.filter((other) => other !== id) ?? [];
    if (others.length > 0) this.versions.set(trace.versionOf, others);
    else this.versions.delete(trace.versionOf);
  }

  /** What there is to know of a trace. Throws Abort. */
  private find(id: number): Known | undefined {
    return this.known.get(id) ?? this.makeAgain(id);
  }
  /** A trace of another run is compiled once more, from what its compiler saw then. Throws Abort if that does not give the same code. */
  private makeAgain(id: number): Known | undefined {
    const kept = this.kept.get(id);
    if (kept === undefined) return undefined;
    const { request, code, codeOffset, ...observations } = kept.read();
    const before = this.firstUnknown;
    this.firstUnknown = id;
    try {
      const made = this.compile(request, () => codeOffset, { records: [] }, new ReplayedHeap(observations));
      if (Buffer.compare(made.code, code) !== 0) throw new Abort("stale-recording", "it was compiled otherwise");
      this.kept.delete(id);
    } catch (error) {
      this.known.delete(id);
      kept.giveUp();
      throw error;
    } finally {
      this.firstUnknown = before;
    }
    return this.known.get(id);
  }

  /** Throws Abort. `heap`: what the recording is about. */
  compile(request: CompileRequest, allocate: Allocate, details: Details, heap: HeapView = this.heap): CompiledTrace {
    const { verifies } = this.options;
    const { kind, startPc, startDelta, endPc, endDelta, endCode, reason, hotPc } = request;
    const records = readRecording(heap, request.records, request.baseFp);
    details.records = records;
    // An interrupt that waited was raised before the first instruction.
    const begun = records[0];
    if (begun !== undefined && (begun.pc !== startPc || begun.delta !== startDelta)) throw new Abort("interrupted");
    if (kind === "entry" && begun !== undefined && isGeneratorCode(heap, begun.code)) throw new Abort("left-frame");
    const parent = request.parent === null ? null : this.find(request.parent.id);
    if (parent === undefined) throw new Abort("stale-recording", "the trace has died");
    const stub = parent?.stubs[request.parent?.exit ?? 0];
    const rootKind = parent?.rootKind ?? kind;
    const returnsAt = rootKind === "entry" ? 0 : null;
    const recording: Recording = { kind, startPc, startDelta, records, reason, endPc, endDelta, endCode, returnsAt };
    const [first, later] = traceEnds(recording, this) as [TraceEnd, TraceEnd | undefined];
    const isCallable =
      kind === "entry" && (request.isRecursive || records.some((r, i) => r.skipped || (i > 0 && r.pc === startPc)));
    if (kind === "entry" && !isCallable && records.length < this.options.entryLength) throw new Abort("too-short");
    details.lap?.("reading");

    const called = new Map<number, number>();
    const entryAt = (resumePc: number): { id: number; codeOffset: number } | undefined => {
      if (kind === "entry" && hotPc === resumePc) return { id: 0, codeOffset: 0 };
      const trace = this.rootAt(resumePc);
      if (trace?.kind !== "entry") return undefined;
      called.set(trace.number, trace.id);
      return { id: trace.number, codeOffset: trace.codeOffset };
    };
    const build = (end: TraceEnd, more?: TraceEnd) =>
      buildTrace({
        heap,
        records: end.records,
        ...(more !== undefined && { later: more.records }),
        endPc: end.endPc,
        endDelta: end.endDelta,
        endCode: end.endCode,
        closes: end.closes,
        ...(parent !== null &&
          stub !== undefined && {
            parent: this.parentOf(parent, stub, request),
            parentMayHaveDied: stub.others !== 0,
          }),
        ...(end.next?.loop != null && { joins: end.next.loop }),
        unbound: kind === "entry" && begun !== undefined ? unboundAtEntry(heap, begun.code, hotPc) : [],
        stack: request.stack,
        isVolatile: (cell) => request.volatile.has(cell),
        validAt: infoAt(request.number) + Layout.TraceInfo.dead,
        returnsAt,
        entryAt,
        firstContinuation: request.firstContinuation,
        verifies,
        ...(details.makeCounter !== undefined && { makeCounter: details.makeCounter }),
      });
    let made = build(first, later);
    let end = later !== undefined && made.joining.isLater ? later : first;
    const tryAlso = (other: TraceEnd): boolean => {
      const also = build(other);
      // (A generator that has just been made begins a loop's first round and no other.)
      if (also.joining.failure !== "" || also.isCut || also.losesGenerators) return false;
      [end, made] = [other, also];
      return true;
    };
    if (later !== undefined && made.joining.comesAsOtherNumber) tryAlso(later);
    const versions = this.versionsOf(first);
    // What goes round with another function or class than the loop's is what another version of it would be made for.
    const isOther =
      made.joining.comesAsOtherNumber || (made.joining.hasOtherInvariants && kind === "exit" && goesRound(end));
    const startsThere = beginsAtHead(request, first);
    const hasRoom = versions.length < policy.loopVersions;
    // Other numbers, another class of what is gone over, another generator: a version made for them, or a new one.
    const isNew =
      (isOther || (startsThere && made.ir.join === null)) &&
      !versions.some((next) => next.loop !== null && tryAlso({ ...first, next })) &&
      hasRoom &&
      startsThere &&
      isPossible(() => tryAlso({ ...first, closes: true, next: undefined }));
    // What comes to a loop that was not made for it ends there: another version may begin where it does.
    const isBefore = isOther && end.next === first.next && hasRoom && kind === "exit" && !startsThere;
    if (isBefore) end = { ...end, next: undefined };
    const { ir: built, dependencies, continuationCount, isCut, knowledge } = made;
    const { next } = end;
    details.records = end.records;
    details.endCode = end.endCode;
    details.joinFailure = made.joining.failure;
    details.profile = made.profile;
    details.lap?.("building");
    if (verifies) verifyIr(built, "building");
    const ir = removeDeadNodes(built);
    if (verifies) verifyIr(ir, "removal of dead nodes");
    details.ir = ir;
    details.built = built;
    details.retries = made.retries;
    details.lap?.("passes");
    const placed = allocateRegisters(ir);
    if (verifies) verifyRegisters(ir, placed);
    if (placed.exits.length >= request.exitRoom) throw new Abort("too-long", "exits");
    details.placed = placed;
    details.lap?.("registers");

    const { failuresAt, landing } = request;
    const from = stub?.exits[0];
    const takes = from !== undefined && takesCore(from) && !made.inherits;
    const assembled = assemble(placed, {
      ...this.assembly(allocate),
      ...(details.takenOf !== undefined && { takenOf: details.takenOf }),
      ...(failuresAt >= 0 && { failureOf: (exit: number) => failuresAt + 4 * exit }),
      next: isCut ? 0 : (next?.codeOffset ?? 0),
      from: landing === null && from !== undefined && !made.inherits && !takes ? from : null,
      fromDelta: landing !== null ? startDelta : from !== undefined && takes ? from.snapshot.delta : null,
      fromTakenAt: request.fromTakenAt,
      firstExit: request.firstExit,
      label: [request.id, records[0]?.code ?? 0, request.namesAt],
    });
    details.assembled = assembled;
    details.lap?.("assembling");

    const { offset: codeOffset } = assembled;
    const calls = dependencies.flatMap(({ kind, ref }) =>
      kind === "trace" && ref !== 0 ? [called.get(ref) ?? 0] : [],
    );
    const jump = stub !== undefined && landing === null && !takes ? this.jump(stub.at, assembled.entry) : null;
    const versionOf = isNew ? first.endPc : 0;
    const passes = kind === "exit" ? this.passedBy(end) : [];
    this.known.set(request.id, {
      id: request.id,
      number: request.number,
      kind,
      place: placeOf(request),
      codeOffset,
      rootKind,
      closes: placed.loopAt >= 0,
      versionOf,
      loop:
        knowledge.head === null || placed.head === null
          ? null
          : { head: knowledge.head, placed: placed.head, codeOffset: assembled.loopOffset },
      passes,
      knowledge,
      spilled: placed.spilled,
      stubs: assembled.stubs,
    });
    return {
      id: request.id,
      codeOffset,
      code: assembled.code,
      hotBytes: assembled.hotBytes,
      labelAt: assembled.labelAt,
      entry: assembled.entry,
      jump,
      exits: assembled.stubs.map(exitPlace),
      continuationCount,
      continuations: assembled.continuations,
      dependencies,
      jumpsTo: next === undefined ? calls : [...calls, next.id],
      length: records.length,
      closes: placed.loopAt >= 0,
      guards: placed.exits.length,
      isCallable,
      versionOf,
      passes,
    };
  }

  /**
   * Code that restores what an exit's description says, which is faster than reading that. null: its trace is gone. `takenAt`: heap offset of the
   * exit's counter, or 0. Throws Abort.
   */
  compileExit({ id, exit }: ExitName, takenAt: number, allocate: Allocate): CompiledExit | null {
    const stub = this.find(id)?.stubs[exit];
    if (stub === undefined) return null;
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
    const { offset, code } = assemble(
      { ...nothing, items },
      { ...this.assembly(allocate), next: 0, from: null, fromDelta: null, fromTakenAt: 0, firstExit: 0 },
    );
    return { codeOffset: offset, code, jump: this.jump(stub.at, offset) };
  }

  private assembly(allocate: Allocate) {
    const { arch, base } = this.target;
    return { library: libraryOf(arch), arch, base, entry: (name: string) => this.target.entry(name), allocate };
  }
  /** A jump from one code offset to another. */
  private jump(from: number, to: number): Uint8Array {
    const { arch, base } = this.target;
    const library = libraryOf(arch);
    const stitcher = new Stitcher(library);
    const label = stitcher.newLabel();
    stitcher.bindAddress(label, base + to);
    stitcher.emit(library.find(Uop.jump), { target: label });
    return stitcher.finish(base + from);
  }

  private parentOf(trace: Known, stub: Stub, { startPc, startDelta, failuresAt }: CompileRequest): ParentExit {
    const exits = stub.exits.map((exit) =>
      stub.others === 0 ? exit : { ...exit, node: null, snapshot: writtenAt(startPc, startDelta, 0, 0) },
    );
    const failed = exits.length === 1 && failuresAt < 0 ? (exits[0] as PlacedExit).node : null;
    return { exits, knowledge: trace.knowledge, spilled: trace.spilled, failed };
  }
  /** Further versions of the loop in which a trace would go on. */
  private versionsOf({ next, endPc }: TraceEnd): Known[] {
    if (next === undefined) return [];
    return (this.versions.get(endPc) ?? []).flatMap((id) => this.living(id) ?? []);
  }
  loopAt(pc: number): Known | undefined {
    const trace = this.rootAt(pc);
    return trace?.kind === "loop" ? trace : undefined;
  }
  mayBePassed({ id }: Known): boolean {
    let count = 0;
    for (const traces of [this.known, this.kept])
      for (const trace of traces.values()) if (trace.id < this.firstUnknown && trace.passes.includes(id)) count++;
    return count < policy.passedLines;
  }
  /** Lines along which the records go. */
  private passedBy({ records }: TraceEnd): number[] {
    return records.flatMap(({ pc }) => {
      const trace = this.loopAt(pc);
      return trace?.closes === false ? [trace.id] : [];
    });
  }
  /** The living trace of the loop or function that begins here. */
  private rootAt(place: number): Known | undefined {
    const id = this.roots.get(place);
    return id === undefined ? undefined : this.living(id);
  }
  private living(id: number): Known | undefined {
    const trace = this.known.get(id) ?? this.kept.get(id);
    return trace !== undefined && id < this.firstUnknown && this.isAlive(trace) ? this.find(id) : undefined;
  }
  private isAlive({ number }: KnownByName): boolean {
    return this.heap.readU32(infoAt(number) + Layout.TraceInfo.dead) === 0;
  }
}

/** Whether a trace grows from a loop's head and comes back there after one round: what holds there is not what the loop's trace was made for. */
function beginsAtHead({ kind, startPc, startDelta }: CompileRequest, end: TraceEnd): boolean {
  const { next, endPc, endDelta, records } = end;
  if (kind !== "exit" || next === undefined || !next.closes || startPc !== endPc || startDelta !== endDelta)
    return false;
  const last = records[records.length - 1] as Recorded;
  const isInside = ({ pc, delta }: Recorded): boolean =>
    delta > startDelta || (delta === startDelta && pc >= startPc && pc <= last.pc);
  return last.generic === "JUMP_BACK" && records.every(isInside);
}
/** Whether a trace that comes to a loop's head comes from a round of that very loop. */
function goesRound({ records, endDelta, endCode }: TraceEnd): boolean {
  const isInside = ({ delta, code }: Recorded): boolean => delta > endDelta || (delta === endDelta && code === endCode);
  return records[records.length - 1]?.generic === "JUMP_BACK" && records.every(isInside);
}
/** Whether something could be built; if not, what there was before will do. */
function isPossible(build: () => boolean): boolean {
  try {
    return build();
  } catch (error) {
    if (error instanceof Abort) return false;
    throw error;
  }
}

function exitPlace({ exits, at, description, others }: Stub): ExitPlace {
  const { snapshot } = exits[0] as PlacedExit;
  return {
    at,
    description,
    others,
    delta: snapshot.delta,
    position: snapshot.at,
    grows: others !== 0 || exits.every((exit) => exit.snapshot.grows),
    counts: others !== 0 || exits.every((exit) => exit.snapshot.answered === undefined && !isPoll(exit)),
    takesCore: takesCore(exits[0] as PlacedExit),
  };
}

/** Whether an exit has objects to make or to let die, which takes the core. */
function takesCore({ snapshot }: PlacedExit): boolean {
  return snapshot.virtuals.length > 0 || snapshot.drops !== undefined;
}
