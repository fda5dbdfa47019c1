// Puts what the compiler has made in its place: writes the code, tells the core what the trace relies on, links it to where it begins. Memory for
// code is given out here, too.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";
import type { CoreImage } from "../platform/platform.ts";
import { Abort } from "./abort.ts";
import type { Dependency } from "./build/build-options.ts";
import type { CodeMemory } from "./code-memory.ts";
import {
  type CompiledExit,
  type CompiledTrace,
  type CompileRequest,
  type ExitPlace,
  type Landing,
  placeOf,
} from "./compile-request.ts";
import { infoAt } from "./emit/trace-info.ts";
import { UOP_NAMES } from "./generated/stencil-uops.ts";
import { noteTrace, setCallable } from "./hot-word.ts";
import type { Exit, Numbers, Trace, TraceTable } from "./trace-table.ts";

const { TraceExit, TraceInfo, StepOthers } = Layout;

export class Installer {
  private readonly heap: Heap;
  private readonly image: CoreImage;
  private readonly memory: CodeMemory;
  private readonly table: TraceTable;
  /** Cells that change too often to be folded. */
  readonly volatile = new Set<number>();
  /** The region that all machines of the thread share is full. */
  isShort = false;
  private namesAt = -1;
  /** How many places the exits' StepOthers have. */
  private readonly places = new WeakMap<ExitPlace, number>();

  constructor(heap: Heap, image: CoreImage, memory: CodeMemory, table: TraceTable) {
    this.heap = heap;
    this.image = image;
    this.memory = memory;
    this.table = table;
  }

  /** Code offset of room for code. Throws Abort. */
  allocate(bytes: number): number {
    const offset = this.memory.allocate(bytes);
    if (offset >= 0) return offset;
    this.isShort = true;
    throw new Abort("code-memory");
  }
  /** Code offset of the uops' names, for the crash reporter: a text of lines that ends with 0. */
  uopNames(): number {
    if (this.namesAt < 0) {
      const text = Buffer.from(`${UOP_NAMES.join("\n")}\n\0`, "latin1");
      this.namesAt = this.allocate(text.length);
      this.image.code.write(this.namesAt, text);
    }
    return this.namesAt;
  }

  /**
   * The trace's code, with everything that does not let anybody run it yet. `takenAt`: the heap offset of an exit's counter; `countOf`: how often an
   * exit is to be taken before it is reported.
   */
  add(
    request: CompileRequest,
    numbers: Numbers,
    compiled: CompiledTrace,
    parent: Exit | undefined,
    takenAt: (exit: number) => number,
    countOf: (exit: ExitPlace) => number,
  ): Trace {
    const { heap } = this;
    const { kind, number, firstExit, firstContinuation } = request;
    this.image.code.write(compiled.codeOffset, compiled.code);
    const trace = this.table.add(
      numbers,
      {
        id: request.id,
        number,
        kind,
        pc: request.startPc,
        place: placeOf(request),
        codeOffset: compiled.codeOffset,
        codeBytes: compiled.code.length,
        parent: parent?.trace ?? null,
        root: parent === undefined ? null : (parent.trace.root ?? parent.trace),
        length: compiled.length,
        closes: compiled.closes,
        firstExit,
        exitCount: compiled.exits.length,
        firstContinuation,
        continuationCount: compiled.continuationCount,
      },
      compiled.exits.map((place, i) => ({ place, takenAt: takenAt(firstExit + i) })),
    );
    for (const [i, exit] of compiled.exits.entries()) this.setExitCounter(firstExit + i, countOf(exit));
    heap.writeU32(infoAt(number) + TraceInfo.pad, compiled.labelAt);
    for (const { number, offset } of compiled.continuations)
      heap.writeU32(CoreConst.CONTINUATIONS_BASE + 4 * number, offset);
    return trace;
  }
  setExitCounter(exit: number, count: number): void {
    this.heap.writeU32(CoreConst.EXIT_COUNTERS_BASE + 4 * exit, count);
  }

  /** Lets the program run a trace that has been added. Throws Abort. */
  connect(request: CompileRequest, compiled: CompiledTrace, trace: Trace, parent: Exit | undefined): void {
    const { heap, table } = this;
    if (!this.watch(trace, compiled)) throw new Abort("stale-recording", "something it relies on can't be watched");
    if (parent !== undefined) this.link(parent.place, request.landing, trace, compiled);
    else {
      table.setRoot(trace);
      noteTrace(heap, request.hotPc);
      heap.core.traceEnter(trace.number, request.hotPc, trace.codeOffset);
      // Who calls a function that calls itself calls its trace; all others are inlined.
      if (compiled.isCallable) setCallable(heap, request.hotPc);
    }
  }

  /** Tells the core what the trace relies on. False if something can't be watched. */
  private watch(trace: Trace, { jumpsTo, dependencies }: CompiledTrace): boolean {
    const { core } = this.heap;
    // The traces it jumps to come first: what follows may kill them, and this one with them.
    for (const id of jumpsTo) {
      const other = this.table.living(id);
      if (other === undefined || !core.watch(CoreConst.WATCH_TRACE, other.number, trace.number)) return false;
    }
    return dependencies.every((dependency) => this.rely(dependency, trace));
  }
  private rely({ kind, ref, dict }: Dependency, trace: Trace): boolean {
    const { core } = this.heap;
    if (kind === "trace") return true;
    // What has been freed has no count.
    if (this.heap.readU32(ref) === 0) return false;
    if (kind === "cell") {
      if (core.watchCell(dict, ref, trace.number)) return true;
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
    return core.watch(watched, ref, trace.number) !== 0;
  }

  /** The exit goes on in its side trace from now on. */
  private link(exit: ExitPlace, landing: Landing | null, trace: Trace, { entry, jump }: CompiledTrace): void {
    this.table.adopt(trace);
    if (landing !== null) return this.landAlso(exit, landing, entry);
    if (jump !== null) return this.image.code.write(exit.at, jump);
    // Objects are made by the core, which then goes on in the trace.
    const next = Uint8Array.from(new Uint8Array(Uint32Array.of(entry).buffer));
    this.image.code.write(exit.description + TraceExit.next, next);
  }
  /** An instruction that has been done, and has led to `landing`, goes on here from now on. */
  private landAlso(exit: ExitPlace, landing: Landing, entry: number): void {
    const places = this.places.get(exit) ?? 0;
    if (places === CoreConst.STEP_OTHERS) return;
    this.places.set(exit, places + 1);
    const words = Uint32Array.of(landing.pc, landing.frame, entry);
    this.image.code.write(exit.others + StepOthers.places + 12 * places, new Uint8Array(words.buffer));
  }
  /** The exit leaves by code of its own from now on. */
  replace(exit: Exit, { codeOffset, code, jump }: CompiledExit): void {
    this.image.code.write(codeOffset, code);
    this.image.code.write(exit.place.at, jump);
    exit.trace.furtherCode.push(codeOffset);
  }
}
