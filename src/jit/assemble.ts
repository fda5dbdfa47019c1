// Lays out a trace: the hot code as the allocator wrote it down, then one stub an exit, which writes the interpreter's state back. Everything
// is listed first, so that all addresses are known when the stencils are stitched.

import { Layout } from "../heap/generated/layout.ts";
import type { Arch } from "../platform/platform.ts";
import { Uop, type UopId } from "./generated/stencil-uops.ts";
import type { Node, Word } from "./ir.ts";
import { type Item, isFloat, type Late, type Placed, type PlacedExit } from "./registers.ts";
import { heldBy } from "./state.ts";
import type { StencilLibrary } from "./stencil-library.ts";
import { ISLAND_BYTES, type Label, type Operand, Stitcher } from "./stitcher.ts";

const FLOATS = 8;
/** Functions of the core that stencils branch to conditionally. */
const MOST_ISLANDS = 4;
const VM = Layout.VM;

export interface AssembleOptions {
  readonly library: StencilLibrary;
  readonly arch: Arch;
  /** Address of the core image: code offsets count from there. */
  readonly base: number;
  /** Address of a function of the core. */
  entry(name: string): number;
  /** Room for code; a code offset. Throws Abort. */
  allocate(bytes: number): number;
  /** Heap offset of the counter of an exit. */
  counterOf(exit: number): number;
  /** Heap offset of the flag that makes a placed exit fail once: it is taken while the flag is not 0, and its stub clears the flag. */
  failureOf?(placed: number): number;
  /** Heap offset of the word that counts how often an exit is taken, for --stats. */
  takenOf?(exit: number): number;
  /** Code offset of the trace in which a trace that does not close goes on; 0: in the interpreter. */
  readonly next: number;
}

export interface Assembled {
  readonly offset: number;
  readonly code: Uint8Array;
  /** Bytes before the exit stubs. */
  readonly hotBytes: number;
  /** For each snapshot index with an exit: code offsets of the places that a jump to its side trace goes to. */
  readonly patches: ReadonlyMap<number, number[]>;
  /** Code offsets of the places where calls of traces come back to. */
  readonly continuations: readonly { readonly number: number; readonly offset: number }[];
  /** What lies where, for dumps: item, code offset. */
  readonly listing: readonly { readonly item: Item; readonly at: number; readonly operands: readonly Operand[] }[];
  readonly arch: Arch;
}

type StubTarget =
  | { readonly kind: "symbol"; readonly name: string }
  | { readonly kind: "code"; readonly offset: number };
interface StubItem {
  readonly uop: UopId;
  readonly a: number;
  readonly b: number;
  readonly operands: readonly Late[];
  readonly target: StubTarget | { readonly kind: "hot"; readonly exit: number } | null;
}

export function assemble(placed: Placed, options: AssembleOptions): Assembled {
  const { library } = options;
  const { items } = placed;
  let coldBytes = 0;
  const size = (uop: UopId, a: number, b: number, c = 0) => {
    const stencil = library.find(uop, a, b, c);
    const cold = library.coldPart[stencil] as number;
    if (cold !== 0) coldBytes += library.sizeOf(cold);
    return library.sizeOf(stencil);
  };

  // --- what there is, and how long
  const { failureOf, takenOf } = options;
  const failsOnce = ({ exit, call, node }: Item): boolean =>
    failureOf !== undefined && exit >= 0 && call === "" && !node?.afterCall;
  const stubs = placed.exits.map((exit, i) => [
    ...(failureOf ? [clearFlag(failureOf(i))] : []),
    ...(takenOf ? [countRun(takenOf(exit.snapshot.index))] : []),
    ...stubOf(exit, 0),
  ]);
  const endStub = placed.end === null ? [] : stubOf(placed.end, options.next);
  let bytes = 0;
  const itemAt = items.map((item) => {
    const at = bytes;
    if (failsOnce(item)) bytes += size(Uop.guard_abs_u32, 0, 0);
    bytes += size(item.uop, item.a, item.b, item.c);
    return at;
  });
  itemAt.push(bytes);
  bytes += endStub.reduce((sum, s) => sum + size(s.uop, s.a, s.b), 0);
  const hotBytes = bytes;
  for (const stub of stubs) bytes += stub.reduce((sum, s) => sum + size(s.uop, s.a, s.b), 0);
  bytes += coldBytes;
  const offset = options.allocate(bytes + (options.arch === "aarch64" ? MOST_ISLANDS * ISLAND_BYTES : 0));

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
    return offset + (itemAt[placed.landings[late.landing] as number] as number);
  };
  const exitLabels = stubs.map(() => stitcher.newLabel());
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
    return target?.kind === "exit" ? (exitLabels[exit] as Label) : loop;
  };
  const listing: { item: Item; at: number; operands: Operand[] }[] = [];
  for (const [i, item] of items.entries()) {
    if (i === placed.loopAt) stitcher.bind(loop);
    const operands = item.operands.map(resolve);
    listing.push({ item, at: offset + stitcher.length, operands });
    if (failsOnce(item))
      stitcher.emit(library.find(Uop.guard_abs_u32, 0, 0), {
        exit: exitLabels[item.exit] as Label,
        operands: [(failureOf as (exit: number) => number)(item.exit), 0],
      });
    stitcher.emit(library.find(item.uop, item.a, item.b, item.c), {
      ...(item.exit >= 0 && { exit: exitLabels[item.exit] as Label }),
      ...(item.target !== null && { target: targetOf(item) }),
      ...(item.call !== "" && { call: options.entry(item.call) }),
      operands,
    });
  }
  const patches = new Map<number, number[]>();
  const emitStub = (stub: readonly StubItem[], exit: number): void => {
    for (const { uop, a, b, operands, target } of stub) {
      let label: Label | undefined;
      if (target?.kind === "symbol") label = symbol(target.name);
      else if (target?.kind === "code") {
        label = stitcher.newLabel();
        stitcher.bindAddress(label, options.base + target.offset);
      } else if (target?.kind === "hot") {
        label = symbol("trace_exit_hot");
        const at = patches.get(exit);
        if (at === undefined) patches.set(exit, [offset + stitcher.length]);
        else at.push(offset + stitcher.length);
      }
      const resolved = operands.map(resolve);
      if (target?.kind === "hot") resolved[0] = options.counterOf(exit);
      stitcher.emit(library.find(uop, a, b), { ...(label !== undefined && { target: label }), operands: resolved });
    }
  };
  emitStub(endStub, -1);
  for (const [i, stub] of stubs.entries()) {
    stitcher.bind(exitLabels[i] as Label);
    emitStub(stub, (placed.exits[i] as PlacedExit).snapshot.index);
  }
  const code = stitcher.finish(options.base + offset);
  if (code.length !== bytes && (options.arch !== "aarch64" || code.length > bytes + MOST_ISLANDS * ISLAND_BYTES))
    throw new Error(`krait: a trace of ${code.length} bytes where ${bytes} were expected`);
  const continuations = placed.continuations.map(({ number, landing }) => ({
    number,
    offset: offset + (itemAt[placed.landings[landing] as number] as number),
  }));
  return { offset, code, hotBytes, patches, continuations, listing, arch: options.arch };
}

function clearFlag(at: number): StubItem {
  return { uop: Uop.store_vm_u32, a: 0, b: 0, operands: [at, 0], target: null };
}

function countRun(at: number): StubItem {
  return { uop: Uop.count_run, a: 0, b: 0, operands: [at], target: null };
}

/** What restores the interpreter's state of a snapshot and goes there, or to the trace at code offset `next`. */
function stubOf({ snapshot, registers }: PlacedExit, next: number): StubItem[] {
  const stub: StubItem[] = [];
  const put = (uop: UopId, operands: readonly Late[], a = 0, b = 0, target: StubItem["target"] = null): void => {
    stub.push({ uop, a: a & 7, b: b & 7, operands, target });
  };
  const placeOf = (node: Node) => registers.get(node) ?? -1;
  const late: { node: Node; store: (r: number) => void }[] = [];
  const withRegister = (node: Node, store: (r: number) => void): void => {
    const r = placeOf(node);
    if (r >= 0) store(r);
    else late.push({ node, store });
  };

  for (const { slot, node } of snapshot.slots) {
    const at = slot * 8;
    if (node.op === "headPc") {
      const { pc, delta } = node.step as NonNullable<Node["step"]>;
      put(Uop.store_head_pc, [at, pc, (delta * 8) >>> 0]);
    } else if (node.op === "headAux") {
      withRegister(heldBy(node), (r) => {
        put(Uop.store_value, [at], r);
        put(Uop.store_slot_u32_const, [at + 4, node.imm]);
      });
    } else if (node.isConst) put(Uop.store_const, [at, node.boxed as Word]);
    else if (node.type === "int") withRegister(node, (r) => put(Uop.store_int, [at], r));
    else if (isFloat(node)) withRegister(node, (r) => put(Uop.store_float, [at], r));
    else withRegister(node, (r) => put(Uop.store_value, [at], r));
  }
  for (const { node, isObject } of snapshot.owed) {
    if (node.isConst) put(Uop.incref_abs, [(node.boxed as Word).low]);
    else withRegister(node, (r) => put(isObject ? Uop.incref : Uop.incref_value, [], r));
  }
  // Everything that was in registers is written, but for what fields need.
  const needed = new Set<number>();
  for (const field of snapshot.fields)
    for (const node of [field.object, field.node]) if (placeOf(node) >= 0) needed.add(placeOf(node));
  const scratch = (float: boolean, other = -1): number => {
    for (let r = float ? FLOATS + 7 : 7; r >= (float ? FLOATS : 0); r--) if (!needed.has(r) && r !== other) return r;
    throw new Error("krait: an exit has no register left");
  };
  const load = (node: Node, r: number): void =>
    put(isFloat(node) ? Uop.spill_load_float : Uop.spill_load, [{ spillOf: node }], r);
  for (const { node, store } of late) {
    const r = scratch(isFloat(node));
    load(node, r);
    store(r);
  }
  for (const { object, offset, node, raw } of snapshot.fields) {
    let ro = placeOf(object);
    if (ro < 0) {
      ro = scratch(false);
      if (object.isConst) put(Uop.const_small, [(object.boxed as Word).low], ro);
      else load(object, ro);
    }
    if (raw === "value" && node.isConst) {
      put(Uop.store_field_const, [offset, node.boxed as Word], ro);
      continue;
    }
    let rn = placeOf(node);
    if (rn < 0) {
      rn = scratch(isFloat(node), ro);
      if (node.isConst) {
        const { low, high } = node.boxed as Word;
        put(Uop.const_word, [{ low: (low << 16) >>> 0, high: ((high << 16) | (low >>> 16)) >>> 0 }], rn);
      } else load(node, rn);
    }
    if (raw === "u32") put(Uop.store_field_u32_int, [offset], ro, rn);
    else if (raw === "i64") put(Uop.store_field_i64_int, [offset], ro, rn);
    else if (node.type === "int") put(Uop.store_field_int, [offset], ro, rn);
    else if (isFloat(node)) put(Uop.store_field_float, [offset], ro, rn);
    else put(Uop.store_field, [offset], ro, rn);
  }
  if (snapshot.depth !== 0) put(Uop.add_abs_u32_const, [VM.depth, snapshot.depth >>> 0]);
  if (next !== 0) {
    // A trace that begins in this very frame.
    if (snapshot.delta !== 0) put(Uop.add_frame, [snapshot.delta * 8]);
    put(Uop.jump, [], 0, 0, { kind: "code", offset: next });
    return stub;
  }
  put(Uop.set_pc, [snapshot.pc]);
  if (snapshot.delta !== 0) put(Uop.add_frame, [snapshot.delta * 8]);
  put(Uop.store_vm_u32, [VM.hot_exit, snapshot.index]);
  put(Uop.exit_count, [0], 0, 0, { kind: "hot", exit: snapshot.index });
  put(Uop.jump, [], 0, 0, { kind: "symbol", name: "trace_leave" });
  return stub;
}
