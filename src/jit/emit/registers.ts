// Register allocation: goes once over the nodes in order, keeps each value in a register until its register is needed for one that is used
// sooner, and writes down the stencils to be stitched. A value that loses its register is stored in its spill slot where it was made (the store
// is put in afterwards), so a spill slot is right at every later point, exits included. At the end of a loop the registers are brought into the
// order they had at its head.
import { Layout } from "../../heap/generated/layout.ts";
import { Uop, type UopId } from "../generated/stencil-uops.ts";
import { IR_OPS, type IrOpInfo, type Join, Node, type TraceIr } from "../ir.ts";
import {
  FLOATS,
  type Item,
  isFloat,
  type Late,
  type Placed,
  type PlacedExit,
  type PlacedHead,
  REGISTERS,
  RETURNED,
  type StepPlace,
} from "./placed.ts";
import { KEPT_BY_CALLS, type Move, RegisterBank } from "./register-bank.ts";
import { assignSlots } from "./spill-slots.ts";
import { UOPS_APART } from "./uops-apart.ts";

export function allocateRegisters(ir: TraceIr): Placed {
  return new Allocator(ir).run();
}

class Allocator extends RegisterBank {
  private readonly landings: number[] = [];
  private readonly steps: StepPlace[] = [];
  private readonly continuations: Placed["continuations"] = [];
  /** After which item each value is made. */
  private readonly madeAt = new Map<Node, number>();
  /** Entry nodes whose spill slot is the parent's. */
  private readonly inherited = new Set<Node>();
  /** Number of the loop's first phi or node: what is older was there before. */
  private readonly firstInLoop: number;
  /** Registers at the loop's head, and phis that live in spill slots. */
  private head: (Node | null)[] = [];
  private spilledPhis: Node[] = [];
  /** What a phi goes on with, by the phi whose spill slot it is made in. */
  private readonly shared = new Map<Node, Node>();

  constructor(ir: TraceIr) {
    super(ir);
    this.firstInLoop = Math.min(...ir.phis.map(({ id }) => id), ir.code[ir.loopStart]?.id ?? Number.POSITIVE_INFINITY);
  }

  run(): Placed {
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

/** Stands for a spill slot of the loop that a trace joins. */
function standIn(from: Node, spill: number): Node {
  const node = new Node("phi", from.type, null, null, null, 0, 0);
  node.spill = spill;
  return node;
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
