// What register allocation makes of a trace: stencils in order, with the registers they work on, and where values are at each exit.
import { heldBy } from "../build/state.ts";
import type { UopId } from "../generated/stencil-uops.ts";
import type { Node, Snapshot, Word } from "../ir.ts";

/** Registers 0 to 7 hold integers, 8 to 15 floats. */
export const REGISTERS = 16;
export const FLOATS = 8;
/** Where a trace that was called leaves what it returns (return_to_trace of native/core/interp/trace.c and of stencils/uops/returns.c). */
export const RETURNED = 1;
/** Two more are for exits that need a register where all are in use. */
export const SPILL_SLOTS = 62;

/** A number known only when everything is placed. */
export type Late =
  | number
  | Word
  | { readonly spillOf: Node }
  | { readonly landing: number }
  | { readonly stepNumber: number };

/** One stencil to be stitched. */
export interface Item {
  readonly uop: UopId;
  a: number;
  b: number;
  c: number;
  readonly operands: readonly Late[];
  /** Index in Placed.exits, -1 if it can't leave. */
  exit: number;
  target: Target | null;
  /** Function of the core that it calls. */
  call: string;
  readonly node: Node | null;
}
export type Target =
  | { readonly kind: "loop" }
  /** The item's own exit; the beginning of the trace; another trace. */
  | { readonly kind: "exit" }
  | { readonly kind: "start" }
  | { readonly kind: "code"; readonly offset: number }
  | { readonly kind: "symbol"; readonly name: string };

/** A way out, and where values are then: in a register, or (constants apart) in their spill slots. */
export interface PlacedExit {
  readonly snapshot: Snapshot;
  /** Values that are not there are constants. */
  readonly registers: ExitRegisters;
  /** What is in each register. */
  readonly regs: readonly (Node | null)[];
  /** The node that leaves, null at the trace's end. */
  readonly node: Node | null;
  readonly position: number;
}
/** The loop's head: values that every round finds in a register (index: its number), in a spill slot, or in both. */
export interface PlacedHead {
  readonly regs: readonly (Node | null)[];
  readonly spilled: readonly Node[];
}

/** A stepped instruction. */
export interface StepPlace {
  readonly pc: number;
  /** Words from the root frame's R to that of the frame in which it is expected to end. */
  readonly landingDelta: number;
  /** Number of the instruction in the trace; see profile.ts. */
  readonly at: number;
}

export interface Placed {
  readonly items: Item[];
  /** Index in items of the loop's head, -1 if there is none. */
  readonly loopAt: number;
  /** Index in items behind each stepped instruction, in order: where it lands. */
  readonly landings: number[];
  /** Instructions that are stepped, in order. */
  readonly steps: readonly StepPlace[];
  /** Where calls of traces come back to: indices in landings. */
  readonly continuations: { readonly number: number; readonly landing: number }[];
  readonly exits: PlacedExit[];
  /** Way on of a trace that does not close. */
  readonly end: PlacedExit | null;
  /** Values that have spill slots. */
  readonly spilled: ReadonlySet<Node>;
  readonly head: PlacedHead | null;
}

export function isFloat(node: Node): boolean {
  return node.type === "float";
}

const nodesOf = new WeakMap<Snapshot, readonly Node[]>();

/** Nodes that an exit has to find somewhere, once each. */
export function snapshotNodes(snapshot: Snapshot): readonly Node[] {
  const known = nodesOf.get(snapshot);
  if (known !== undefined) return known;
  const nodes: Node[] = [];
  const add = (node: Node): void => {
    if (node.isConst || node.virtual !== null || node.listedBy === snapshot) return;
    node.listedBy = snapshot;
    nodes.push(node);
  };
  for (const { node } of snapshot.slots) if (node.op !== "headPc") add(heldBy(node));
  for (const { fields } of snapshot.virtuals) for (const { node } of fields) add(node);
  for (const { object, node } of snapshot.fields) {
    add(object);
    add(node);
  }
  for (const { node } of snapshot.owed) add(node);
  for (const node of snapshot.drops ?? []) add(node);
  nodesOf.set(snapshot, nodes);
  return nodes;
}

/** Where the values of a snapshot are when an exit is taken. */
export class ExitRegisters {
  private readonly nodes: readonly Node[];
  /** Of each node, -1: spilled. */
  private readonly registers: Int8Array;

  constructor(nodes: readonly Node[]) {
    this.nodes = nodes;
    this.registers = new Int8Array(nodes.length);
    for (let i = 0; i < nodes.length; i++) this.registers[i] = (nodes[i] as Node).reg;
  }

  /** Fills in exitReg of all its nodes. */
  note(): void {
    const { nodes, registers } = this;
    for (let i = 0; i < nodes.length; i++) (nodes[i] as Node).exitReg = registers[i] as number;
  }
  /** Register of a value, undefined if it is spilled. */
  get(node: Node): number | undefined {
    const r = this.registers[this.nodes.indexOf(node)] ?? -1;
    return r < 0 ? undefined : r;
  }
  /** Values in registers. */
  *[Symbol.iterator](): Iterator<[Node, number]> {
    for (const [i, node] of this.nodes.entries())
      if ((this.registers[i] as number) >= 0) yield [node, this.registers[i] as number];
  }
}
