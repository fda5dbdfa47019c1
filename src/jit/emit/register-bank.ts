// The registers while a trace is gone over: what is in each, which one to take, what has to be stored because its register is taken, and moves between
// them.
import { Layout } from "../../heap/generated/layout.ts";
import { Abort } from "../abort.ts";
import { Uop, type UopId } from "../generated/stencil-uops.ts";
import type { Node, Snapshot, TraceIr, Word } from "../ir.ts";
import {
  ExitRegisters,
  FLOATS,
  type Item,
  isFloat,
  type Late,
  type PlacedExit,
  REGISTERS,
  snapshotNodes,
} from "./placed.ts";
import { findUses } from "./uses.ts";

/** What calls of C functions keep. */
export const KEPT_BY_CALLS = 2;
/** Where a register waits that is lent for a move from memory to memory: TypeScript's words, which no trace needs. */
const LENT = Layout.VM.scratch + 8 * 15;

type Place = number | "spill";
export interface Move {
  readonly to: number | Node;
  readonly from: Node;
}

export class RegisterBank {
  protected readonly ir: TraceIr;
  protected readonly items: Item[] = [];
  protected readonly exits: PlacedExit[] = [];
  /** Values in registers 0 to 15. */
  protected readonly regs: (Node | null)[] = new Array(REGISTERS).fill(null);
  /** Registers that the current node's operands are in: not to be taken. */
  protected locked = 0;
  /** Of the current node in the code, and of the code's end. */
  protected position = 0;
  protected readonly end: number;
  protected readonly loopStart: number;
  /** Index in items of the loop's head, once it is there. */
  protected loopAt = -1;
  /** Nodes that need a spill slot. */
  protected readonly spilled = new Set<Node>();
  /** The register in which a value should be made. */
  protected readonly wishes = new Map<Node, number>();
  /** Positions of calls of C functions. */
  private readonly calls: readonly number[];

  constructor(ir: TraceIr) {
    this.ir = ir;
    this.loopStart = ir.loopStart;
    this.end = ir.code.length;
    this.calls = findUses(ir);
  }

  /** Position of the next node that reads `node`; a loop-invariant one is read again in the next round. */
  protected nextUse(node: Node): number {
    for (const use of node.uses) if (use >= this.position) return use;
    if (this.loopAt >= 0 && node.lastUse === this.end && node.op !== "phi") {
      for (const use of node.uses) if (use >= this.loopStart) return this.end + (use - this.loopStart);
    }
    return node.lastUse >= this.end ? 2 * this.end + 1 : this.end + node.lastUse;
  }

  protected crossesCall(node: Node): boolean {
    for (const at of this.calls) if (at > this.position && at < node.lastUse) return true;
    return false;
  }

  protected expire(): void {
    for (let r = 0; r < REGISTERS; r++) {
      const node = this.regs[r];
      if (node && !node.isConst && node.lastUse <= this.position) this.free(r);
    }
    this.locked = 0;
  }
  protected free(r: number): void {
    const node = this.regs[r];
    if (node) node.reg = -1;
    this.regs[r] = null;
  }
  protected hold(node: Node, r: number): void {
    this.regs[r] = node;
    node.reg = r;
  }

  /** The register's value goes where it can be found later. */
  protected evict(r: number): void {
    const node = this.regs[r];
    if (node && !node.isConst && node.lastUse > this.position - 1) this.spilled.add(node);
    this.free(r);
  }

  /** A register that holds nothing, -1 if there is none. */
  protected unused(float: boolean, wanted: Node | null): number {
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
  protected take(float: boolean, wanted: Node | null): number {
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
  protected bring(node: Node): number {
    let r = node.reg;
    if (r < 0) {
      r = this.take(isFloat(node), node);
      this.load(node, r);
      this.hold(node, r);
    }
    this.locked |= 1 << r;
    return r;
  }
  protected load(node: Node, r: number): void {
    if (node.isConst) this.loadConstant(node, r);
    else {
      this.spilled.add(node);
      this.put(isFloat(node) ? Uop.spill_load_float : Uop.spill_load, [{ spillOf: node }], r & 7);
    }
  }
  protected loadConstant(node: Node, r: number): void {
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
  protected move(to: number, from: number): void {
    this.put(to >= FLOATS ? Uop.move_float : Uop.move, [], to & 7, from & 7);
  }

  protected put(uop: UopId, operands: readonly Late[], a = 0, b = 0, c = 0, node: Node | null = null): Item {
    if (uop === undefined) throw new Error(`krait: no stencil for ${node?.op ?? "a move"}`);
    const item: Item = { uop, a, b, c, operands, exit: -1, target: null, call: "", node };
    this.items.push(item);
    return item;
  }

  protected capture(snapshot: Snapshot, leaving: Node | null): PlacedExit {
    const nodes = snapshotNodes(snapshot);
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i] as Node;
      if (node.reg < 0) this.spilled.add(node);
    }
    const regs = this.regs.slice();
    return { snapshot, registers: new ExitRegisters(nodes), regs, node: leaving, position: this.position };
  }
  /** The node's way out; answers its number. */
  protected exitOf(node: Node): number {
    return node.exit === null ? -1 : this.exits.push(this.capture(node.exit, node)) - 1;
  }

  /** Moves made as if at once: values into registers, or into the spill slots of phis. */
  protected moveAll(moves: Move[]): void {
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

  protected scratch(float: boolean, place: ReadonlyMap<Node, Place>, destinations: ReadonlySet<number | Node>): number {
    const r = this.findScratch(float, place, destinations);
    if (r < 0) throw new Abort("too-long", "no register left for the loop's end");
    return r;
  }
  /** A register that no pending move reads or has written; -1 if there is none. */
  protected findScratch(
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
}
