// Traces of earlier runs of the program, put in their places when the program comes to them, and those of this run, for later ones. What becomes of
// the files is in kept-traces.ts.
import type { Heap } from "../../heap/heap.ts";
import { isAbort } from "../abort.ts";
import type { Building } from "../building.ts";
import type { CodeMemory } from "../code-memory.ts";
import type { CompiledExit, CompiledTrace, Landing, TraceKind } from "../compile-request.ts";
import type { KeptKnown } from "../compiler.ts";
import type { Installer } from "../installer.ts";
import { holds, type Observations } from "../observations.ts";
import { GENERIC_OP, OP_NAMES } from "../opcode-info.ts";
import { policy } from "../policy.ts";
import type { Exit, Trace, TraceTable } from "../trace-table.ts";
import type { KeptTrace, KeptTraces } from "./kept-traces.ts";

/** What is done with traces: jit.ts. */
export interface Placer {
  readonly heap: Heap;
  readonly table: TraceTable;
  readonly memory: CodeMemory;
  readonly installer: Installer;
  /** Puts a trace in its place. Throws Abort. */
  install(building: Building, compiled: CompiledTrace): void;
  /** Whoever compiles is to know of a trace that is in its place. */
  adopt(trace: KeptKnown): void;
}

export class Keeper {
  private readonly placer: Placer;
  private readonly kept: KeptTraces;
  /** There was nothing to be had of earlier runs. */
  readonly isEmpty: boolean;
  /** Traces that are no more, but were good to the end. */
  private readonly outlived = new Set<number>();
  /** Traces that are being put in their places. */
  private readonly underWay = new Set<number>();

  constructor(placer: Placer, kept: KeptTraces) {
    this.placer = placer;
    this.kept = kept;
    this.isEmpty = kept.count === 0;
    const { table, memory, installer } = placer;
    const namesAt = installer.uopNames();
    kept.claim((numbers, rooms, names) => {
      if (names !== namesAt || !table.claim(numbers)) return false;
      const taken = rooms.findIndex(({ offset, bytes }) => !memory.claim(offset, bytes));
      if (taken < 0) return true;
      for (const { offset } of rooms.slice(0, taken)) memory.release(offset);
      table.refuse(numbers);
      return false;
    });
  }

  /** Puts all traces in their places for which it is not too early: what was hot in earlier runs will be. */
  atStart(): void {
    for (const id of this.kept.allRoots) this.put(id);
  }
  /** Puts a trace at a place that has become hot. False if there is none for it. */
  atPlace(kind: TraceKind, place: number, hotPc: number): boolean {
    return this.kept.rootsAt(kind, place).some((id) => this.put(id, hotPc));
  }
  /** Lets an exit go on in a trace, with the instruction that it has led to. False if there is none for it. */
  atExit(trace: Trace, exit: number, landing: Landing | null): boolean {
    return this.kept
      .childrenOf(trace.id, exit)
      .some((id) => isSame(this.kept.entry(id).landing, landing) && this.put(id));
  }

  /** Recordings from a place that have failed in earlier runs: they would fail again. */
  failuresAtPlace(hotPc: number): number {
    return this.kept.failuresAt(`place ${hotPc}`, this.markOf(hotPc));
  }
  failuresAtExit({ id }: Trace, exit: number): number {
    return this.kept.failuresAt(`exit ${id} ${exit}`, "");
  }
  placeHasFailed(hotPc: number, count: number): void {
    this.kept.noteFailure(`place ${hotPc}`, this.markOf(hotPc), count);
  }
  exitHasFailed({ id }: Trace, exit: number, count: number): void {
    this.kept.noteFailure(`exit ${id} ${exit}`, "", count);
  }
  /** The instruction at a place, whatever special form it has. */
  private markOf(pc: number): string {
    const { heap } = this.placer;
    return `${GENERIC_OP[heap.readU8(pc)]} ${heap.readU32(pc) >>> 8} ${heap.readU32(pc + 4)}`;
  }

  /** `hotPc`: the back edge that has become hot; without it the one that the trace was recorded from. */
  private put(id: number, hotPc?: number): boolean {
    if (this.underWay.has(id)) return false;
    this.underWay.add(id);
    try {
      if (!this.kept.isWaiting(id) || !this.place(id, hotPc)) return false;
    } catch (error) {
      if (!isAbort(error)) throw error;
      this.kept.giveUp(id);
      return false;
    } finally {
      this.underWay.delete(id);
    }
    for (const child of this.kept.childrenOf(id)) this.put(child);
    return true;
  }
  private isThere(id: number): boolean {
    return this.placer.table.living(id) !== undefined || this.put(id);
  }

  private place(id: number, hotPc: number | undefined): boolean {
    const { kept } = this;
    const { heap, table, installer } = this.placer;
    const { parent, place, kind, numbers } = kept.entry(id);
    if (parent === null ? table.root(place) !== undefined : !this.isThere(parent.id)) return false;
    const trace = kept.trace(id);
    const { compiled } = trace;
    const request = { ...trace.request, hotPc: hotPc ?? trace.request.hotPc, records: new Uint8Array(0) };
    if (kind !== "exit" && OP_NAMES[heap.readU8(request.hotPc)] !== (kind === "loop" ? "JUMP_BACK" : "RESUME"))
      return false;
    if (!holds(heap, trace) || !compiled.jumpsTo.every((other) => this.isThere(other))) return false;
    const from = parent === null ? undefined : this.exitOf(parent.id, parent.exit);
    const { kind: _, hotPc: at, startPc, isRecursive, stack, landing, baseFp } = request;
    const building: Building = {
      pending: {
        ...{ kind, hotPc: at, startPc, isRecursive, stack, landing, baseFp, parent: from },
        exit: parent === null || from === undefined ? -1 : from.trace.firstExit + parent.exit,
        startFp: baseFp + 8 * request.startDelta,
      },
      numbers,
      request,
      codeOffset: compiled.codeOffset,
      trace: null,
    };
    try {
      this.placer.install(building, compiled);
    } catch (error) {
      if (building.trace !== null) table.kill(building.trace);
      throw error;
    }
    kept.installed(id);
    for (const { exit, compiled: code } of kept.exits(id)) {
      const left = this.exitOf(id, exit);
      if (left !== undefined) installer.replace(left, code);
    }
    const { firstExit } = numbers;
    // What is not put there at once is looked at again soon.
    for (const child of kept.childrenOf(id))
      installer.setExitCounter(firstExit + (kept.entry(child).parent?.exit ?? 0), policy.hotExit);
    this.placer.adopt(this.known(id, trace, place));
    return true;
  }
  private exitOf(id: number, exit: number): Exit | undefined {
    const trace = this.placer.table.living(id);
    return trace && this.placer.table.exit(trace.firstExit + exit);
  }
  private known(id: number, { request, compiled, ...observations }: KeptTrace, place: number): KeptKnown {
    const { number, kind } = request;
    const { versionOf, passes, code, codeOffset } = compiled;
    return {
      ...{ id, number, kind, place, versionOf, passes },
      read: () => ({ request: { ...request, records: this.kept.records(id) }, code, codeOffset, ...observations }),
      giveUp: () => {
        this.kept.giveUp(id);
        const trace = this.placer.table.living(id);
        if (trace !== undefined) this.placer.table.kill(trace);
      },
    };
  }

  /** A trace has been compiled and put in its place. */
  add({ request, numbers }: Building, compiled: CompiledTrace, observations: Observations): void {
    const { records, ...rest } = request;
    this.kept.add({ request: rest, compiled, ...observations }, records.slice(), numbers);
  }
  /** An exit has been given code of its own. */
  addExit({ trace }: Exit, exit: number, compiled: CompiledExit): void {
    this.kept.addExit(trace.id, { exit, compiled });
  }
  /** A trace has gone with what it was for: a module's code when the module has run, a class of a function's own. */
  hasOutlived(id: number): void {
    this.outlived.add(id);
  }
  save(): void {
    const { table } = this.placer;
    this.kept.save((id) => {
      const trace = table.find(id);
      return trace === undefined ? this.outlived.has(id) : table.isGoodAgain(trace);
    });
  }
}

function isSame(one: Landing | null, other: Landing | null): boolean {
  return one === null || other === null ? one === other : one.pc === other.pc && one.frame === other.frame;
}
