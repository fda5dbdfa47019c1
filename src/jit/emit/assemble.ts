// Lays out a trace: the hot code as the allocator wrote it down, the way into it from an exit that hands nothing over, a stub an exit, and behind
// all code what the exits have to restore. Everything is listed first, so that all addresses are known when the stencils are stitched.

import { Layout } from "../../heap/generated/layout.ts";
import type { Arch } from "../../platform/platform.ts";
import { Uop } from "../generated/stencil-uops.ts";
import type { Snapshot } from "../ir.ts";
import { addFrame, countRun, exitCode, jumpTo } from "./exit-code.ts";
import { ExitDescriptions } from "./exit-description.ts";
import {
  ExitRegisters,
  type Item,
  type Late,
  type Placed,
  type PlacedExit,
  type StepPlace,
  snapshotNodes,
} from "./placed.ts";
import type { StencilLibrary } from "./stencil-library.ts";
import { ISLAND_BYTES, type Label, type Operand, Stitcher } from "./stitcher.ts";

/** Functions of the core that stencils branch to conditionally. */
const MOST_ISLANDS = 4;
const { StepOthers, VM } = Layout;
/** A word of a label: offset in the trace, uop. */
const UOP_BITS = 10;

export interface AssembleOptions {
  readonly library: StencilLibrary;
  readonly arch: Arch;
  /** Address of the core image: code offsets count from there. */
  readonly base: number;
  /** Address of a function of the core. */
  entry(name: string): number;
  /** Room for code; a code offset. Throws Abort. */
  allocate(bytes: number): number;
  /** Heap offset of the flag that makes a placed exit fail once: it is taken while the flag is not 0, which clears the flag. */
  failureOf?(placed: number): number;
  /** Heap offset of the word that counts how often an exit is taken, for --stats. */
  takenOf?(exit: number): number;
  /** Code offset of the trace in which a trace that does not close goes on; 0: in the interpreter. */
  readonly next: number;
  /** The exit of another trace that this one begins at, if it begins with everything in memory. */
  readonly from: PlacedExit | null;
  /** The core has restored its state, and made objects: words from the root's frame to the one that is current then. null: it has not. */
  readonly fromDelta: number | null;
  /** Heap offset of the word that counts how often the exit that it grows from is taken, 0: none. */
  readonly fromTakenAt: number;
  /** Number of the first exit: each stub has one. */
  readonly firstExit: number;
  /** What the crash reporter is told (native/addon/crash.cc): words that lie behind everything else, followed by each uop's place and number. */
  readonly label?: readonly number[];
}

/** A way out as code has it: some guards jump to `at`, where a jump to a side trace can be written. All leave with the same state. */
export interface Stub {
  readonly exits: readonly PlacedExit[];
  readonly at: number;
  /** Code offset of its description (TraceExit). */
  readonly description: number;
  /**
   * Code offset of its StepOthers, 0 if it is left with a guard: the interpreter has everything and has done the instruction, and where it is
   * then is seen only when it happens. A stepped instruction has nothing else.
   */
  readonly others: number;
}

export interface Assembled {
  readonly offset: number;
  readonly code: Uint8Array;
  /** Code offset of AssembleOptions.label. */
  readonly labelAt: number;
  /** Bytes before the exit stubs. */
  readonly hotBytes: number;
  /** By number. */
  readonly stubs: readonly Stub[];
  /** Code offset of the way in from an exit. */
  readonly entry: number;
  /** Code offset of the loop's head, 0 if there is none. */
  readonly loopOffset: number;
  /** Code offsets of the places where calls of traces come back to. */
  readonly continuations: readonly { readonly number: number; readonly offset: number }[];
  /** What lies where, for dumps: item, code offset. */
  readonly listing: readonly { readonly item: Item; readonly at: number; readonly operands: readonly Operand[] }[];
  readonly arch: Arch;
}

export function assemble(placed: Placed, options: AssembleOptions): Assembled {
  const { library } = options;
  const { items } = placed;
  const { codeStart, coldPart } = library;
  let bytes = 0;
  let coldBytes = 0;
  /** Makes room for a stencil. */
  const add = (stencil: number): number => {
    const cold = coldPart[stencil] as number;
    if (cold !== 0) coldBytes += library.sizeOf(cold);
    bytes += (codeStart[stencil + 1] as number) - (codeStart[stencil] as number);
    return stencil;
  };
  const addItem = ({ uop, a, b, c }: Item): number => add(library.find(uop, a, b, c));

  // --- what there is, and how long
  const { failureOf, takenOf } = options;
  const failsOnce = ({ exit, call, node }: Item): boolean =>
    failureOf !== undefined && exit >= 0 && call === "" && !node?.afterCall;
  const goesOn = placed.end !== null && options.next !== 0;
  const exits = placed.end === null || goesOn ? placed.exits : [...placed.exits, placed.end];
  const end = goesOn ? exitCode(placed.end as PlacedExit, { kind: "code", offset: options.next }) : [];
  const entry = options.fromTakenAt === 0 || options.fromDelta !== null ? [] : [countRun(options.fromTakenAt)];
  if (options.from !== null) entry.push(...exitCode(options.from, { kind: "start" }));
  else if (options.fromDelta) entry.push(addFrame(-options.fromDelta));
  if (options.from === null && entry.length > 0) entry.push(jumpTo({ kind: "start" }));
  const failure = failureOf === undefined ? 0 : library.find(Uop.guard_abs_u32, 0, 0);
  const itemAt = new Uint32Array(items.length + 1);
  const stencils = new Uint32Array(items.length);
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item;
    itemAt[i] = bytes;
    if (failsOnce(item)) add(failure);
    stencils[i] = addItem(item);
  }
  itemAt[items.length] = bytes;
  for (const item of end) addItem(item);
  for (const item of entry) addItem(item);
  const hotBytes = bytes;
  // Exits that restore the same share a stub.
  const descriptions = new ExitDescriptions(options.entry("trace_answer") - options.base);
  const described: { exits: PlacedExit[]; description: number }[] = [];
  const stubs = exits.map((exit, i) => {
    const ownsGuard = i < placed.exits.length;
    const last = described[described.length - 1];
    if (last !== undefined && failureOf === undefined && restoreTheSame(last.exits[0] as PlacedExit, exit)) {
      last.exits.push(exit);
      return described.length - 1;
    }
    const number = options.firstExit + described.length;
    const description = descriptions.add(
      exit,
      number,
      failureOf !== undefined && ownsGuard ? failureOf(i) : 0,
      takenOf !== undefined && ownsGuard ? takenOf(number) : 0,
    );
    return described.push({ exits: [exit], description }) - 1;
  });
  const steps = placed.steps.map((step, i) => {
    const number = options.firstExit + described.length + i;
    const others = descriptions.addOthers(number, takenOf === undefined ? 0 : takenOf(number));
    return { step, number, others };
  });
  bytes += described.length * library.sizeOf(library.find(Uop.take_exit)) + coldBytes;
  const islandBytes = options.arch === "aarch64" ? MOST_ISLANDS * ISLAND_BYTES : 0;
  const descriptionsAt = Math.ceil((bytes + islandBytes) / 4) * 4;
  const labelAt = Math.ceil((descriptionsAt + descriptions.byteLength) / 4) * 4;
  const labelled = options.label === undefined ? -1 : items.length + end.length + entry.length;
  const totalBytes = labelAt + (options.label === undefined ? 0 : 4 * (options.label.length + 1 + labelled));
  const offset = options.allocate(totalBytes);

  // --- stitched
  const stitcher = new Stitcher(library, options.entry);
  const symbols = new Map<string, Label>();
  const symbol = (name: string): Label => {
    let label = symbols.get(name);
    if (label === undefined) {
      label = stitcher.newLabel();
      stitcher.bindAddress(label, options.entry(name));
      symbols.set(name, label);
    }
    return label;
  };
  const resolve = (late: Late): Operand => {
    if (typeof late === "number" || "low" in late) return late;
    if ("spillOf" in late) return VM.spill + 8 * late.spillOf.spill;
    if ("stepNumber" in late) return offset + descriptionsAt + (steps[late.stepNumber]?.others ?? 0);
    return offset + (itemAt[placed.landings[late.landing] as number] as number);
  };
  const exitLabels = described.map(() => stitcher.newLabel());
  const labelOf = (exit: number): Label => exitLabels[stubs[exit] as number] as Label;
  const loop = stitcher.newLabel();
  const codeAt = (at: number): Label => {
    const label = stitcher.newLabel();
    stitcher.bindAddress(label, options.base + at);
    return label;
  };
  const start = codeAt(offset);
  const targetOf = ({ target, exit }: Item): Label => {
    if (target?.kind === "symbol") return symbol(target.name);
    if (target?.kind === "start") return start;
    if (target?.kind === "code") return codeAt(target.offset);
    return target?.kind === "exit" ? labelOf(exit) : loop;
  };
  const listing: { item: Item; at: number; operands: readonly Operand[] }[] = [];
  const ways: {
    exit: Label | undefined;
    target: Label | undefined;
    call: number | undefined;
    operands: readonly Operand[];
  } = { exit: undefined, target: undefined, call: undefined, operands: [] };
  const emit = (item: Item, stencil: number): void => {
    let { operands } = item as { operands: readonly Operand[] };
    for (let i = 0; i < operands.length; i++)
      if (typeof operands[i] !== "number") {
        operands = item.operands.map(resolve);
        break;
      }
    listing.push({ item, at: offset + stitcher.length, operands });
    ways.exit = item.exit >= 0 ? labelOf(item.exit) : undefined;
    ways.target = item.target === null ? undefined : targetOf(item);
    ways.call = item.call === "" ? undefined : options.entry(item.call);
    ways.operands = operands;
    // What goes out of the way is stitched later.
    stitcher.emit(
      stencil,
      (coldPart[stencil] as number) === 0 ? ways : { exit: ways.exit, target: ways.target, call: ways.call, operands },
    );
  };
  const emitItem = (item: Item): void => emit(item, library.find(item.uop, item.a, item.b, item.c));
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item;
    if (i === placed.loopAt) stitcher.bind(loop);
    if (failsOnce(item))
      stitcher.emit(failure, {
        exit: labelOf(item.exit),
        operands: [(failureOf as (exit: number) => number)(item.exit), 0],
      });
    emit(item, stencils[i] as number);
  }
  const placedStubs: Stub[] = [];
  const emitStub = (stub: number): void => {
    const { exits, description } = described[stub] as (typeof described)[number];
    stitcher.bind(exitLabels[stub] as Label);
    const describedAt = offset + descriptionsAt + description;
    const others = exits[0]?.snapshot.answered === true ? describedAt - StepOthers.size : 0;
    placedStubs[stub] = { exits, at: offset + stitcher.length, description: describedAt, others };
    stitcher.emit(library.find(Uop.take_exit), { target: symbol("trace_exit"), operands: [describedAt] });
  };
  // A trace that does not close falls into the way on.
  const endStub = placed.end === null || goesOn ? -1 : (stubs[stubs.length - 1] as number);
  if (endStub >= 0) emitStub(endStub);
  for (const item of end) emitItem(item);
  const entryAt = entry.length === 0 ? offset : offset + stitcher.length;
  for (const item of entry) emitItem(item);
  for (let stub = 0; stub < described.length; stub++) if (stub !== endStub) emitStub(stub);
  const stitched = stitcher.finish(options.base + offset);
  if (stitched.length < bytes || stitched.length > bytes + islandBytes)
    throw new Error(`krait: a trace of ${stitched.length} bytes where ${bytes} were expected`);
  for (const { step, number, others } of steps)
    placedStubs.push({
      exits: [landingOf(step, number)],
      at: -1,
      description: -1,
      others: offset + descriptionsAt + others,
    });
  const code = new Uint8Array(totalBytes);
  code.set(stitched);
  descriptions.copyTo(code, descriptionsAt);
  if (options.label !== undefined) {
    const words = listing.map(({ item, at }) => (((at - offset) << UOP_BITS) | item.uop) >>> 0);
    new Uint32Array(code.buffer, labelAt).set([...options.label, labelled, ...words]);
  }
  const continuations = placed.continuations.map(({ number, landing }) => ({
    number,
    offset: offset + (itemAt[placed.landings[landing] as number] as number),
  }));
  const { arch } = options;
  const loopOffset = placed.loopAt < 0 ? 0 : offset + (itemAt[placed.loopAt] as number);
  return {
    offset,
    code,
    hotBytes,
    labelAt: offset + labelAt,
    stubs: placedStubs,
    entry: entryAt,
    loopOffset,
    continuations,
    listing,
    arch,
  };
}

/** A stepped instruction as an exit: nothing is left to be written. */
function landingOf({ pc, landingDelta, at }: StepPlace, index: number): PlacedExit {
  return {
    snapshot: writtenAt(pc, landingDelta, at, index),
    registers: new ExitRegisters([]),
    regs: [],
    node: null,
    position: 0,
  };
}
/** A state in which memory has everything. */
export function writtenAt(pc: number, delta: number, at: number, index: number): Snapshot {
  return { pc, delta, depth: 0, slots: [], fields: [], virtuals: [], owed: [], index, at, grows: true, known: null };
}

/** Whether an exit is taken to have something served that has nothing to do with the program: no trace grows there. */
export function isPoll({ node }: PlacedExit): boolean {
  return node?.op === "checkInterrupt" || node?.op === "checkPending";
}

/** Whether two exits write the same values from the same places, and both may grow or neither. */
function restoreTheSame(x: PlacedExit, y: PlacedExit): boolean {
  if (x.snapshot !== y.snapshot || isPoll(x) !== isPoll(y)) return false;
  return snapshotNodes(x.snapshot).every((node) => node.isConst || x.regs.indexOf(node) === y.regs.indexOf(node));
}
