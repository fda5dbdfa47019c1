// Register allocation: goes once over the nodes in order, keeps each value in a register until its register is needed for one that is used
// sooner, and writes down the stencils to be stitched. A value that loses its register is stored in its spill slot where it was made (the store
// is put in afterwards), so a spill slot is right at every later point, exits included. At the end of a loop the registers are brought into the
// order they had at its head.
import { Layout } from "../../heap/generated/layout.ts";
import { Abort } from "../abort.ts";
import { heldBy } from "../build/state.ts";
import { Uop, type UopId } from "../generated/stencil-uops.ts";
import { IR_OPS, type IrOpInfo, type Join, Node, type Snapshot, type TraceIr, type Word } from "../ir.ts";
import { UOPS_APART } from "./uops-apart.ts";

/** Registers 0 to 7 hold integers, 8 to 15 floats. */
const REGISTERS = 16;
const FLOATS = 8;
/** What calls of C functions keep. */
const KEPT_BY_CALLS = 2;
/** Where a trace that was called leaves what it returns (return_to_trace of native/core/interp/trace.c and of stencils/uops/returns.c). */
export const RETURNED = 1;

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

/** Where a register waits that is lent for a move from memory to memory: TypeScript's words, which no trace needs. */
const LENT = Layout.VM.scratch + 8 * 15;

type Place = number | "spill";
interface Move {
  readonly to: number | Node;
  readonly from: Node;
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

export function allocateRegisters(ir: TraceIr): Placed {
  return new Allocator(ir).run();
}

class Allocator {
  private readonly ir: TraceIr;
  private readonly items: Item[] = [];
  private readonly exits: PlacedExit[] = [];
  private readonly landings: number[] = [];
  private readonly steps: StepPlace[] = [];
  private readonly continuations: Placed["continuations"] = [];
  private readonly regs: (Node | null)[] = new Array(REGISTERS).fill(null);
  /** Registers that the current node's operands are in: not to be taken. */
  private locked = 0;
  private position = 0;
  private readonly end: number;
  private readonly loopStart: number;
  /** Nodes that need a spill slot, and after which item each is made. */
  private readonly spilled = new Set<Node>();
  private readonly madeAt = new Map<Node, number>();
  private readonly calls: number[] = [];
  private loopAt = -1;
  /** Entry nodes whose spill slot is the parent's. */
  private readonly inherited = new Set<Node>();
  /** Number of the loop's first phi or node: what is older was there before. */
  private readonly firstInLoop: number;
  /** Registers at the loop's head, and phis that live in spill slots. */
  private head: (Node | null)[] = [];
  private spilledPhis: Node[] = [];
  /** What a phi goes on with, by the register or the phi whose spill slot it should be made in. */
  private readonly wishes = new Map<Node, number>();
  private readonly shared = new Map<Node, Node>();

  constructor(ir: TraceIr) {
    this.ir = ir;
    this.loopStart = ir.loopStart;
    this.end = ir.code.length;
    this.firstInLoop = Math.min(...ir.phis.map(({ id }) => id), ir.code[ir.loopStart]?.id ?? Number.POSITIVE_INFINITY);
  }

  run(): Placed {
    this.findUses();
    this.takeEntry();
    const { code } = this.ir;
    for (this.position = 0; this.position < this.end; this.position++) {
      if (this.position === this.loopStart) this.enterLoop();
      this.place(code[this.position] as Node);
      this.expire();
    }
    if (this.loopStart === this.end) this.enterLoop();
    let end: PlacedExit | null = null;
    if (this.loopStart >= 0) this.closeLoop();
    else if (this.ir.join !== null) this.joinLoop(this.ir.join);
    else if (this.ir.end !== null) end = this.capture(this.ir.end, null);
    this.insertSpills();
    const { items, loopAt, landings, steps, continuations, exits, spilled } = this;
    return { items, loopAt, landings, steps, continuations, exits, end, spilled, head: this.placedHead() };
  }

  /** Values are where the parent trace left them. */
  private takeEntry(): void {
    for (const { node, reg, spill } of this.ir.entry) {
      node.spill = spill;
      if (spill >= 0) {
        this.inherited.add(node);
        if (node.lastUse >= 0) this.spilled.add(node);
      }
      this.madeAt.set(node, -1);
      if (reg >= 0 && node.lastUse >= 0) {
        this.hold(node, reg);
        node.defReg = reg;
      }
    }
  }

  private placedHead(): PlacedHead | null {
    if (this.loopStart < 0) return null;
    const carried = [...this.spilled].filter(
      (node) =>
        this.spilledPhis.includes(node) ||
        (node.op !== "phi" && node.id < this.firstInLoop && node.lastUse === this.end),
    );
    return { regs: this.head, spilled: carried };
  }

  // --- uses ------------------------------------------------------------------------------------------------------------------------

  private findUses(): void {
    const { code, phis } = this.ir;
    const { loopStart, end } = this;
    const definedAt = new Map<Node, number>();
    const touch = (node: Node, at: number): void => {
      if (node.isConst) return;
      if (at > node.lastUse) node.lastUse = at;
      // What is made before the loop and needed in it is needed in every round.
      if (loopStart >= 0 && at >= loopStart && (definedAt.get(node) ?? -1) < loopStart && node.op !== "phi")
        node.lastUse = end;
    };
    for (const { node } of this.ir.entry) {
      node.uses = [];
      node.lastUse = -1;
      node.reg = -1;
    }
    for (const phi of phis) {
      phi.uses = [];
      phi.lastUse = loopStart;
      definedAt.set(phi, loopStart);
    }
    for (let at = 0; at < end; at++) {
      const node = code[at] as Node;
      node.uses = [];
      node.lastUse = at;
      node.reg = -1;
      definedAt.set(node, at);
      if (at === loopStart) this.startPhis();
      for (const operand of [node.a, node.b, node.c]) {
        if (operand === null) continue;
        if (!operand.isConst) operand.uses.push(at);
        touch(operand, at);
      }
      if (node.exit !== null) for (const held of snapshotNodes(node.exit)) touch(held, at);
      const shape = (IR_OPS[node.op] as IrOpInfo).shape;
      if (shape === "call" || shape === "fcall") this.calls.push(at);
    }
    if (loopStart === end) this.startPhis();
    for (const phi of phis) {
      const back = phi.back as Node;
      if (back === phi) phi.lastUse = end;
      else touch(back, end);
    }
    if (this.ir.end !== null) for (const held of snapshotNodes(this.ir.end)) touch(held, end);
    for (const { from } of this.ir.join?.moves ?? []) touch(from, end);
  }

  /** What phis start with is needed up to the loop's head. */
  private startPhis(): void {
    for (const { a: start } of this.ir.phis)
      if (start !== null && !start.isConst && start.lastUse < this.loopStart) start.lastUse = this.loopStart;
  }

  /** Position of the next node that reads `node`; a loop-invariant one is read again in the next round. */
  private nextUse(node: Node): number {
    for (const use of node.uses) if (use >= this.position) return use;
    if (this.loopAt >= 0 && node.lastUse === this.end && node.op !== "phi") {
      for (const use of node.uses) if (use >= this.loopStart) return this.end + (use - this.loopStart);
    }
    return node.lastUse >= this.end ? 2 * this.end + 1 : this.end + node.lastUse;
  }

  private crossesCall(node: Node): boolean {
    for (const at of this.calls) if (at > this.position && at < node.lastUse) return true;
    return false;
  }

  // --- registers ---------------------------------------------------------------------------------------------------------------------

  private expire(): void {
    for (let r = 0; r < REGISTERS; r++) {
      const node = this.regs[r];
      if (node && !node.isConst && node.lastUse <= this.position) this.free(r);
    }
    this.locked = 0;
  }
  private free(r: number): void {
    const node = this.regs[r];
    if (node) node.reg = -1;
    this.regs[r] = null;
  }
  private hold(node: Node, r: number): void {
    this.regs[r] = node;
    node.reg = r;
  }

  /** The register's value goes where it can be found later. */
  private evict(r: number): void {
    const node = this.regs[r];
    if (node && !node.isConst && node.lastUse > this.position - 1) this.spilled.add(node);
    this.free(r);
  }

  /** A register that holds nothing, -1 if there is none. */
  private unused(float: boolean, wanted: Node | null): number {
    const first = float ? FLOATS : 0;
    const wish = wanted === null ? undefined : this.wishes.get(wanted);
    if (wish !== undefined && this.regs[wish] === null && !(this.locked & (1 << wish))) return wish;
    const crosses = !float && wanted !== null && this.crossesCall(wanted);
    for (let i = 0; i < 8; i++) {
      // Registers that calls keep are for values that live through one.
      const r = first + (float || crosses ? i : (i + KEPT_BY_CALLS) % 8);
      if (this.regs[r] === null && !(this.locked & (1 << r))) return r;
    }
    return -1;
  }
  private take(float: boolean, wanted: Node | null): number {
    const first = float ? FLOATS : 0;
    let found = this.unused(float, wanted);
    if (found < 0) {
      let farthest = -1;
      for (let r = first; r < first + 8; r++) {
        if (this.locked & (1 << r)) continue;
        const node = this.regs[r] as Node;
        const use = node.isConst ? 3 * this.end + 3 : this.nextUse(node);
        if (use > farthest) {
          farthest = use;
          found = r;
        }
      }
      if (found < 0) throw new Abort("too-long", "no register left");
      this.evict(found);
    }
    return found;
  }

  /** Brings a value into a register and locks it. */
  private bring(node: Node): number {
    let r = node.reg;
    if (r < 0) {
      r = this.take(isFloat(node), node);
      this.load(node, r);
      this.hold(node, r);
    }
    this.locked |= 1 << r;
    return r;
  }
  private load(node: Node, r: number): void {
    if (node.isConst) this.loadConstant(node, r);
    else {
      this.spilled.add(node);
      this.put(isFloat(node) ? Uop.spill_load_float : Uop.spill_load, [{ spillOf: node }], r & 7);
    }
  }
  private loadConstant(node: Node, r: number): void {
    const boxed = node.boxed as Word;
    if (node.type === "float") {
      this.put(Uop.const_float, [{ low: boxed.low, high: (boxed.high - 0x00020000) >>> 0 }], r & 7);
    } else if (node.type === "int") {
      this.put(
        Uop.const_word,
        [{ low: (boxed.low << 16) >>> 0, high: ((boxed.high << 16) | (boxed.low >>> 16)) >>> 0 }],
        r,
      );
    } else if (boxed.high === 0) this.put(Uop.const_small, [boxed.low], r);
    else this.put(Uop.const_word, [boxed], r);
  }
  private move(to: number, from: number): void {
    this.put(to >= FLOATS ? Uop.move_float : Uop.move, [], to & 7, from & 7);
  }

  private put(uop: UopId, operands: readonly Late[], a = 0, b = 0, c = 0, node: Node | null = null): Item {
    if (uop === undefined) throw new Error(`krait: no stencil for ${node?.op ?? "a move"}`);
    const item: Item = { uop, a, b, c, operands, exit: -1, target: null, call: "", node };
    this.items.push(item);
    return item;
  }

  private capture(snapshot: Snapshot, leaving: Node | null): PlacedExit {
    const nodes = snapshotNodes(snapshot);
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i] as Node;
      if (node.reg < 0) this.spilled.add(node);
    }
    const regs = this.regs.slice();
    return { snapshot, registers: new ExitRegisters(nodes), regs, node: leaving, position: this.position };
  }
  /** The node's way out; answers its number. */
  private exitOf(node: Node): number {
    return node.exit === null ? -1 : this.exits.push(this.capture(node.exit, node)) - 1;
  }

  // --- nodes ---------------------------------------------------------------------------------------------------------------------------

  private place(node: Node): void {
    const info = IR_OPS[node.op] as IrOpInfo;
    const { a, b } = node;
    const operands = immediates(node);
    switch (info.shape) {
      case "step":
        this.placeStep(node);
        return;
      case "trace":
        this.placeTraceCall(node);
        return;
      case "call":
      case "fcall":
        this.placeCall(node, info);
        return;
      case "-": {
        this.finish(node, info, operands, 0, 0);
        return;
      }
      case "a": {
        const ra = this.bring(a as Node);
        this.finish(node, info, operands, ra & 7, 0);
        return;
      }
      case "ab": {
        const ra = this.bring(a as Node);
        const rb = this.bring(b as Node);
        this.finish(node, info, operands, ra & 7, rb & 7);
        return;
      }
      case "d": {
        const r = this.take(isFloat(node), node);
        this.finish(node, info, operands, r & 7, 0);
        this.define(node, r);
        return;
      }
      case "da": {
        const ra = this.bring(a as Node);
        // The operand's register may be the result's: a stencil reads before it writes.
        const dies = this.diesHere(a as Node) && isFloat(a as Node) === isFloat(node);
        const r = dies ? ra : this.take(isFloat(node), node);
        this.finish(node, info, operands, r & 7, ra & 7);
        if (dies) this.free(ra);
        this.define(node, r);
        return;
      }
      case "dab": {
        const ra = this.bring(a as Node);
        const rb = this.bring(b as Node);
        // As above; floats have registers of their own, also where they are compared.
        const gives = (operand: Node): boolean => !isFloat(operand) && !isFloat(node) && this.diesHere(operand);
        let r: number;
        if (gives(a as Node)) r = ra;
        else if (gives(b as Node)) r = rb;
        else r = this.take(isFloat(node), node);
        this.finish(node, info, operands, r & 7, ra & 7, rb & 7);
        this.free(r);
        this.define(node, r);
        return;
      }
      case "m":
        this.placeInPlace(node, info, operands, a as Node, null);
        return;
      case "mb": {
        let first = a as Node;
        let second = b as Node;
        if (info.commutes && second !== first && !this.diesHere(first) && this.diesHere(second))
          [first, second] = [second, first];
        this.placeInPlace(node, info, operands, first, second);
        return;
      }
    }
  }

  private diesHere(node: Node): boolean {
    return node.isConst || node.lastUse <= this.position;
  }

  /** The result goes to a register that holds nothing, which saves a move or two. False: it can as well replace the first operand. */
  private placeApart(node: Node, uop: UopId, operands: readonly Late[], first: Node, second: Node | null): boolean {
    const rb = second === null ? 0 : this.bring(second);
    const ra = this.bring(first);
    let r: number;
    if (first === second || !this.diesHere(first)) r = this.take(false, node);
    else {
      r = this.wishes.get(node) === ra ? -1 : this.unused(false, node);
      if (r < 0) return false;
    }
    const exit = this.exitOf(node);
    this.put(uop, operands, r, ra, rb, node).exit = exit;
    this.define(node, r);
    return true;
  }
  /** The result replaces its first operand; if that is needed later, a copy of it. */
  private placeInPlace(node: Node, info: IrOpInfo, operands: readonly Late[], first: Node, second: Node | null): void {
    const apart = UOPS_APART[info.uop];
    if (apart !== undefined && !first.isConst && this.placeApart(node, apart, operands, first, second)) return;
    let r: number;
    const rb = second === null ? 0 : this.bring(second);
    if (first !== second && this.diesHere(first)) {
      r = this.bring(first);
      this.finish(node, info, operands, r & 7, rb & 7);
      this.free(r);
    } else {
      const source = first.reg;
      if (source < 0 && first.isConst) {
        r = this.take(isFloat(node), node);
        this.loadConstant(first, r);
      } else {
        const from = this.bring(first);
        r = this.take(isFloat(node), node);
        this.move(r, from);
      }
      this.locked |= 1 << r;
      this.finish(node, info, operands, r & 7, rb & 7);
    }
    this.define(node, r);
  }

  private finish(node: Node, info: IrOpInfo, operands: readonly Late[], ra: number, rb: number, rc = 0): void {
    const exit = this.exitOf(node);
    const item = this.put(Uop[info.uop as keyof typeof Uop], operands, ra, rb, rc, node);
    item.exit = exit;
    if (node.op === "returnToTrace") item.target = { kind: "symbol", name: "trace_return" };
  }

  private define(node: Node, r: number): void {
    this.madeAt.set(node, this.items.length - 1);
    if (node.lastUse <= this.position) return; // nobody wants it
    this.hold(node, r);
    node.defReg = r;
  }

  private placeCall(node: Node, info: IrOpInfo): void {
    const float = info.shape === "fcall";
    const args = [node.a, node.b, node.c].filter((operand) => operand !== null) as Node[];
    const moves: Move[] = args.map((from, i) => ({ to: float ? FLOATS + i : 3 + i, from }));
    // What lives on is stored where it was made; the operands are still in their registers.
    for (let r = KEPT_BY_CALLS; r < REGISTERS; r++) {
      const held = this.regs[r];
      if (held && !held.isConst && held.lastUse > this.position) this.spilled.add(held);
    }
    this.moveAll(moves);
    for (let r = KEPT_BY_CALLS; r < REGISTERS; r++) this.free(r);
    // The exit is taken when the call is over: only what it keeps is still in registers.
    const exit = this.exitOf(node);
    const item = this.put(Uop[info.uop as keyof typeof Uop], immediates(node), 0, 0, 0, node);
    item.call = node.symbol;
    item.exit = exit;
    if (exit >= 0) item.target = { kind: "exit" };
    this.define(node, float ? FLOATS : 2);
  }

  private placeStep(node: Node): void {
    for (let r = 0; r < REGISTERS; r++) {
      const held = this.regs[r];
      if (held && !held.isConst && held.lastUse > this.position) this.spilled.add(held);
      this.free(r);
    }
    const step = node.step as NonNullable<Node["step"]>;
    const landing = this.landings.length;
    this.put(Uop.store_vm_u32, [Layout.VM.step_pc, step.landingPc + (step.raises ? 1 : 0)], 0, 0, 0, node);
    this.put(Uop.store_vm_frame, [Layout.VM.step_fp, (step.landingDelta * 8) >>> 0]);
    this.put(Uop.store_vm_u32, [Layout.VM.step_code, { landing }]);
    this.put(Uop.store_vm_u32, [Layout.VM.step_others, { stepNumber: this.steps.length }]);
    this.steps.push({ pc: step.pc, landingDelta: step.landingDelta, at: node.at });
    this.put(Uop.set_pc, [step.pc]);
    if (step.delta !== 0) this.put(Uop.add_frame, [step.delta * 8]);
    this.put(Uop.jump, []).target = { kind: "symbol", name: "trace_step" };
    this.landings.push(this.items.length);
    if (step.landingDelta !== 0) this.put(Uop.add_frame, [-step.landingDelta * 8]);
  }

  /** Other activations of this very trace use the same spill slots, so nothing may live across the call but in frames. */
  private placeTraceCall(node: Node): void {
    for (let i = 0; i < this.position; i++)
      if ((this.ir.code[i] as Node).lastUse > this.position)
        throw new Error("krait: a value lives across a call of a trace");
    for (let r = 0; r < REGISTERS; r++) this.free(r);
    const { delta, callerDelta, target, continuation } = node.called as NonNullable<Node["called"]>;
    this.put(Uop.add_frame, [delta * 8], 0, 0, 0, node);
    this.put(Uop.jump, []).target = target < 0 ? { kind: "start" } : { kind: "code", offset: target };
    this.continuations.push({ number: continuation, landing: this.landings.length });
    this.landings.push(this.items.length);
    if (callerDelta !== 0) this.put(Uop.add_frame, [-callerDelta * 8]);
    if (node.lastUse <= this.position) return;
    this.put(Uop.move, [], 2, RETURNED);
    this.define(node, 2);
  }

  // --- the loop ------------------------------------------------------------------------------------------------------------------------

  private enterLoop(): void {
    const { phis } = this.ir;
    const usedInLoop = (node: Node): boolean => node.uses.some((use) => use >= this.loopStart);
    // What only exits need waits in its spill slot.
    for (let r = 0; r < REGISTERS; r++) {
      const node = this.regs[r];
      if (node && !node.isConst && !usedInLoop(node) && !phis.some((phi) => phi.a === node)) this.evict(r);
    }
    const moves: Move[] = [];
    const target = new Map<number, Node>();
    for (const float of [false, true]) {
      const wanted = phis.filter((phi) => isFloat(phi) === float);
      const first = float ? FLOATS : 0;
      // Phis that no node reads live in spill slots; and some registers stay free for what the loop computes.
      const inRegisters = wanted.filter((phi) => phi.uses.length > 0).slice(0, 6);
      for (const phi of wanted) if (!inRegisters.includes(phi)) this.spilledPhis.push(phi);
      const invariants: number[] = [];
      const reusable: number[] = [];
      for (let r = first; r < first + 8; r++) {
        const node = this.regs[r];
        if (!node || node.isConst) reusable.push(r);
        else if (node.lastUse > this.loopStart && usedInLoop(node)) invariants.push(r);
        else reusable.push(r);
      }
      const room = Math.max(0, 6 - inRegisters.length);
      invariants.sort((x, y) => (this.regs[y] as Node).uses.length - (this.regs[x] as Node).uses.length);
      for (const r of invariants.splice(room)) {
        this.spilled.add(this.regs[r] as Node);
        reusable.push(r);
      }
      for (const phi of inRegisters) {
        const start = phi.a as Node;
        let r = reusable.indexOf(start.reg) >= 0 && !target.has(start.reg) ? start.reg : -1;
        if (r < 0) {
          const crosses = !float && this.crossesCall(phi);
          const free = reusable.filter((candidate) => !target.has(candidate));
          // A register whose value moves elsewhere is as good as a free one: the moves are made all at once.
          r =
            free.find((candidate) => crosses === candidate < KEPT_BY_CALLS && !this.regs[candidate]) ??
            free.find((c) => !this.regs[c]) ??
            (free[0] as number);
        }
        target.set(r, phi);
        moves.push({ to: r, from: start });
      }
    }
    for (const phi of this.spilledPhis) {
      this.spilled.add(phi);
      moves.push({ to: phi, from: phi.a as Node });
    }
    this.moveAll(moves);
    // From here on the registers hold invariants and phis and nothing else.
    for (let r = 0; r < REGISTERS; r++) {
      const node = this.regs[r];
      const phi = target.get(r);
      if (phi !== undefined) {
        if (node) this.free(r);
        this.hold(phi, r);
        phi.defReg = r;
      } else if (
        node &&
        (node.isConst || node.lastUse <= this.loopStart || this.spilled.has(node) || !usedInLoop(node))
      )
        this.free(r);
    }
    this.head = [...this.regs];
    this.loopAt = this.items.length;
    for (const [r, phi] of target) this.wish(phi.back as Node, r);
  }

  /** A value should be made in a register; so should what it is worked out from in place. */
  private wish(node: Node, r: number): void {
    for (let made: Node | null = node; made !== null && made.op !== "phi" && !made.isConst; ) {
      if (this.wishes.has(made) || isFloat(made) !== r >= FLOATS) return;
      this.wishes.set(made, r);
      const { shape } = IR_OPS[made.op] as IrOpInfo;
      const first: Node | null = made.a;
      made = (shape === "m" || shape === "mb") && first?.lastUse === this.ir.code.indexOf(made) ? first : null;
    }
  }

  private closeLoop(): void {
    this.position = this.end;
    const moves: Move[] = [];
    for (const [r, node] of this.head.entries()) {
      if (!node) continue;
      const from = node.op === "phi" ? (node.back as Node) : node;
      if (from.reg !== r) moves.push({ to: r, from });
    }
    for (const phi of this.spilledPhis)
      if (phi.back !== phi && !this.sharesSlot(phi)) moves.push({ to: phi, from: phi.back as Node });
    this.moveAll(moves);
    this.put(Uop.jump, []).target = { kind: "loop" };
  }

  /** Whether what the phi goes on with is stored in the phi's own slot as soon as it is made: nobody wants what was there by then. */
  private sharesSlot(phi: Node): boolean {
    const back = phi.back as Node;
    if (back.op === "phi" || back.isConst || this.shared.has(back)) return false;
    const at = this.ir.code.indexOf(back);
    if (at < this.loopStart || phi.lastUse > at) return false;
    this.shared.set(back, phi);
    this.spilled.add(back);
    return true;
  }

  /** The trace goes on in a loop whose head wants its values in places of its own. */
  private joinLoop(join: Join): void {
    this.position = this.end;
    const moves: Move[] = [];
    for (const { from, reg, spill } of join.moves) {
      if (spill >= 0 && !(this.inherited.has(from) && from.spill === spill)) {
        const there = this.ir.entry.find(({ node }) => node.spill === spill && node.lastUse >= 0)?.node;
        moves.push({ to: there ?? standIn(from, spill), from });
      }
      if (reg >= 0) moves.push({ to: reg, from });
    }
    for (let r = 0; r < REGISTERS; r++) if (!moves.some(({ from }) => from === this.regs[r])) this.free(r);
    this.moveAll(moves);
    if (join.delta !== 0) this.put(Uop.add_frame, [join.delta * 8]);
    this.put(Uop.jump, []).target = { kind: "code", offset: join.codeOffset };
  }

  /** Moves made as if at once: values into registers, or into the spill slots of phis. */
  private moveAll(moves: Move[]): void {
    // A constant's register may be lent to another move.
    const pending = moves.filter(({ to, from }) => to !== from.reg || from.reg < 0 || from.isConst);
    const place = new Map<Node, Place>();
    for (const { from } of moves) if (!from.isConst) place.set(from, from.reg >= 0 ? from.reg : "spill");
    const destinations = new Set(moves.map(({ to }) => to).filter((to) => typeof to === "number"));
    // Stores to spill slots first, but not while another move still reads that slot.
    const toMemory = pending.filter(({ to }) => typeof to !== "number");
    const toRegisters = pending.filter(({ to }) => typeof to === "number");
    for (const { to } of toMemory) {
      const phi = to as Node;
      const reader = [...toRegisters, ...toMemory].find((other) => other.from === phi && other.to !== phi);
      if (reader !== undefined && place.get(phi) === "spill") {
        const r = this.scratch(isFloat(phi), place, destinations);
        this.put(isFloat(phi) ? Uop.spill_load_float : Uop.spill_load, [{ spillOf: phi }], r & 7);
        place.set(phi, r);
      }
    }
    for (const { to, from } of toMemory) {
      const phi = to as Node;
      this.spilled.add(phi);
      // What has been in the slot so far may have been of the other kind.
      const float = isFloat(from);
      let r = from.isConst ? "spill" : (place.get(from) as Place);
      let lent = false;
      if (r === "spill") {
        const found = this.findScratch(float, place, destinations);
        lent = found < 0;
        r = lent ? (float ? FLOATS : 0) : found;
        if (lent) this.put(float ? Uop.spill_store_float : Uop.spill_store, [LENT], r & 7);
        this.load(from, r);
      }
      this.put(float ? Uop.spill_store_float : Uop.spill_store, [{ spillOf: phi }], (r as number) & 7);
      if (lent) this.put(float ? Uop.spill_load_float : Uop.spill_load, [LENT], (r as number) & 7);
    }
    let left = toRegisters;
    while (left.length > 0) {
      const ready = left.find(({ to }) => !left.some((other) => other.to !== to && place.get(other.from) === to));
      if (ready !== undefined) {
        const to = ready.to as number;
        const at = ready.from.isConst ? "spill" : (place.get(ready.from) as Place);
        if (at === "spill") this.load(ready.from, to);
        else if (at !== to) this.move(to, at);
        left = left.filter((move) => move !== ready);
        continue;
      }
      // Only cycles are left: two registers change places.
      const { to, from } = left[0] as Move;
      const at = place.get(from) as number;
      this.put((to as number) >= FLOATS ? Uop.swap_float : Uop.swap, [], (to as number) & 7, at & 7);
      for (const [node, where] of place) {
        if (where === to) place.set(node, at);
        else if (where === at) place.set(node, to as number);
      }
      left = left.filter((move) => !(move.to === place.get(move.from)));
    }
  }

  private scratch(float: boolean, place: ReadonlyMap<Node, Place>, destinations: ReadonlySet<number | Node>): number {
    const r = this.findScratch(float, place, destinations);
    if (r < 0) throw new Abort("too-long", "no register left for the loop's end");
    return r;
  }
  /** A register that no pending move reads or has written; -1 if there is none. */
  private findScratch(
    float: boolean,
    place: ReadonlyMap<Node, Place>,
    destinations: ReadonlySet<number | Node>,
  ): number {
    const read = new Set(place.values());
    const first = float ? FLOATS : 0;
    for (let r = first; r < first + 8; r++)
      if (!read.has(r) && (this.regs[r] === null || destinations.has(r))) return r;
    return -1;
  }

  // --- spill slots ---------------------------------------------------------------------------------------------------------------------

  /** Puts the store of each spilled value behind the item that made it, and gives out the slots. */
  private insertSpills(): void {
    const after = new Map<number, Node[]>();
    for (const node of this.spilled) {
      if (node.op === "phi" || this.inherited.has(node)) continue;
      const at = this.madeAt.get(node);
      if (at === undefined) throw new Error(`krait: ${node.op} ${node.id} was never made`);
      const list = after.get(at);
      if (list === undefined) after.set(at, [node]);
      else list.push(node);
    }
    const taken = new Set(this.ir.join?.moves.map(({ spill }) => spill));
    assignSlots(
      [...this.spilled],
      (node) => this.madeAt.get(node) ?? this.loopAt,
      this.ir,
      this.end,
      this.inherited,
      taken,
      this.shared,
    );
    if (this.spilled.size === 0) return;
    const items = this.items.splice(0);
    const moved = new Array<number>(items.length + 1);
    const { loopAt } = this;
    for (const node of after.get(-1) ?? []) this.store(node);
    for (let i = 0; i <= items.length; i++) {
      moved[i] = this.items.length;
      // Phis are made at the loop's head: their stores are part of the loop.
      if (i === loopAt) for (const phi of this.head) if (phi?.op === "phi" && this.spilled.has(phi)) this.store(phi);
      if (i === items.length) break;
      this.items.push(items[i] as Item);
      for (const node of after.get(i) ?? []) this.store(node);
    }
    if (loopAt >= 0) this.loopAt = moved[loopAt] as number;
    for (const [i, landing] of this.landings.entries()) this.landings[i] = moved[landing] as number;
  }
  private store(node: Node): void {
    this.put(isFloat(node) ? Uop.spill_store_float : Uop.spill_store, [{ spillOf: node }], node.defReg & 7);
  }
}

/** Two more are for exits that need a register where all are in use. */
export const SPILL_SLOTS = 62;

/** Stands for a spill slot of the loop that a trace joins. */
function standIn(from: Node, spill: number): Node {
  const node = new Node("phi", from.type, null, null, null, 0, 0);
  node.spill = spill;
  return node;
}

/**
 * Gives each spilled value a slot that no other one needs while it lives. Inherited ones have theirs; `shared` are those that take over a phi's;
 * `taken` are slots in which the loop that the trace joins wants its values.
 */
function assignSlots(
  nodes: Node[],
  madeAt: (node: Node) => number,
  ir: TraceIr,
  end: number,
  inherited: ReadonlySet<Node>,
  taken: ReadonlySet<number>,
  shared: ReadonlyMap<Node, Node>,
): void {
  const position = new Map<Node, number>();
  for (const [i, node] of ir.code.entries()) position.set(node, i);
  const start = (node: Node): number =>
    node.op === "phi" ? ir.loopStart : node.op === "entry" ? -1 : (position.get(node) ?? madeAt(node));
  // A phi's slot is written at the end of a round, so it is taken to the end.
  const last = (node: Node): number => (node.op === "phi" ? end : node.lastUse);
  let busy: Node[] = nodes.filter((node) => inherited.has(node));
  const fixed = new Set(busy.map(({ spill }) => spill));
  const free: number[] = [];
  for (let slot = SPILL_SLOTS - 1; slot >= 0; slot--) if (!fixed.has(slot) && !taken.has(slot)) free.push(slot);
  nodes.sort((x, y) => start(x) - start(y));
  for (const node of nodes) {
    if (inherited.has(node) || (node.spill >= 0 && node.op === "phi" && node.a === null)) continue;
    const phi = shared.get(node);
    if (phi !== undefined) {
      node.spill = phi.spill;
      continue;
    }
    const now = start(node);
    busy = busy.filter((other) => {
      if (last(other) >= now) return true;
      if (!taken.has(other.spill)) free.push(other.spill);
      return false;
    });
    const slot = free.pop();
    if (slot === undefined) throw new Abort("too-long", "no spill slot left");
    node.spill = slot;
    busy.push(node);
  }
}

function immediates(node: Node): Late[] {
  const { imm, imm2, op } = node;
  if (op === "storeHeadPc" || op === "guardCaller") {
    const { pc, delta } = node.step as NonNullable<Node["step"]>;
    return [imm, pc, (delta * 8) >>> 0];
  }
  if (op === "guardMode") return [(imm as number) * 8 + 4, imm2];
  if (op === "guardStack") return [Layout.VM.stack_guard, imm];
  if (op === "guardDepth") return [Layout.VM.depth, Layout.VM.recursion_limit, (imm as number) >>> 0];
  if (op === "modIntMagic") return [imm, imm2, node.number];
  return [imm, imm2];
}
