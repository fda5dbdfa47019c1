// Checks a trace between the stages of its compilation: that the nodes make sense, and that registers and spill slots hold what they are taken to
// hold. Only for tests (JitOptions.strict): a defect found here names the node, one not found here is a wrong value somewhere much later.

import { type Item, isFloat, type Placed, type PlacedExit, RETURNED, snapshotNodes } from "../emit/placed.ts";
import { Uop } from "../generated/stencil-uops.ts";
import {
  IR_OPS,
  type IrOp,
  type IrOpInfo,
  isNumber,
  type Node,
  type Snapshot,
  type TraceIr,
  type Word,
} from "../ir.ts";

/** What an operand has to be. `boxed`: any Value, references included. `base`: what a field is loaded from or stored to. `bits`: anything but a float. */
type Need = "int" | "float" | "boxed" | "base" | "bits" | "any";

/** Operands of ops by subject; an op that is not here may have any. */
const NEEDS: readonly (readonly [readonly Need[], readonly IrOp[]])[] = [
  [
    ["int", "int"],
    [
      "addInt", "subInt", "mulInt", "floordivInt", "modInt", "andInt", "orInt", "xorInt", "lshiftInt", "rshiftInt", "addIntWrap", "subIntWrap", "mulIntWrap", "guardLtInt", "guardLeInt",
      "guardEqInt", "guardNeInt", "guardIndex", "setLtInt", "setLeInt", "setEqInt", "setNeInt",
    ],
  ],
  [
    ["int"],
    [
      "addIntK", "rsubIntK", "mulIntK", "andIntK", "orIntK", "lshiftIntK", "rshiftIntK", "modIntPow2", "floordivIntPow2", "modIntMagic", "guardInWindow", "guardNotInWindow",
      "floordivIntMagic", "negInt", "invertInt", "absInt", "maxZeroInt", "guardLtIntK", "guardLeIntK", "guardEqIntK", "guardNeIntK", "guardGtIntK", "guardGeIntK", "setLtIntK",
      "setLeIntK", "setEqIntK", "setNeIntK", "setGtIntK", "setGeIntK", "boxInt", "intToFloat", "storeSlotInt", "storeAbsInt",
    ],
  ],
  [
    ["float", "float"],
    [
      "addFloat", "subFloat", "mulFloat", "divFloat", "divFloatNc", "guardLtFloat", "guardLeFloat", "guardEqFloat", "guardNotLtFloat", "guardNotLeFloat", "guardNotEqFloat",
      "setLtFloat", "setLeFloat", "setEqFloat",
    ],
  ],
  [["float"], ["negFloat", "absFloat", "sqrtFloat", "squareFloat", "rootFloat", "truncFloat", "floorFloat", "boxFloat", "storeSlotFloat", "storeAbsFloat"]],
  [
    ["boxed"],
    [
      "guardInt", "guardFloat", "guardObject", "guardValueType", "guardType", "guardShape", "guardIs", "guardIsNot", "guardNotEmpty", "guardEmpty", "unboxInt",
      "unboxFloat", "storeSlot", "incref", "increfValue", "decref", "decrefValue", "decrefNonzero", "decrefShared", "decrefSharedValue", "returnToTrace",
    ],
  ],
  // Also between True and False.
  [["bits"], ["addIntNc", "xorIntK"]],
  [["base"], ["loadField", "loadFieldInt", "loadFieldFloat", "loadU32", "loadU32Int", "loadShifted", "storeFieldConst", "storeFieldU32K", "addU32K", "guardFieldU32"]],
  [["base", "boxed"], ["storeField"]],
  [["boxed", "boxed"], ["setSame"]],
  [["base", "int"], ["storeFieldInt", "storeU32Int", "storeI64Int", "loadElem", "loadElemInt", "loadElemFloat", "loadElemU8"]],
  [["base", "float"], ["storeFieldFloat"]],
  [["int", "base"], ["elemAddress"]],
]; // biome-ignore format: a table
let needed: ReadonlyMap<IrOp, readonly Need[]> | undefined;
/** Made for the first trace that is checked: most programs check none. */
function needsOf(op: IrOp): readonly Need[] | undefined {
  needed ??= new Map(NEEDS.flatMap(([needs, ops]) => ops.map((op) => [op, needs] as const)));
  return needed.get(op);
}

function fits({ type }: Node, need: Need): boolean {
  if (need === "int" || need === "float") return type === need;
  if (need === "boxed") return type === "value" || type === "ref";
  if (need === "base") return type === "value" || type === "ref" || type === "word";
  return need === "any" || type !== "float";
}

function fail(stage: string, node: Node | null, what: string): never {
  throw new Error(`krait: after ${stage}: ${node === null ? "" : `v${node.id} ${node.op}: `}${what}`);
}

/** Checks nodes, phis and snapshots. Throws an Error that names `stage`. */
export function verifyIr(ir: TraceIr, stage: string): void {
  const made = new Set<Node>(ir.entry.map(({ node }) => node));
  const use = (by: Node | null, operand: Node, how: string): void => {
    if (operand.isConst || made.has(operand)) return;
    fail(stage, by, `${how} v${operand.id} ${operand.op} is not made before`);
  };
  const leave = (by: Node | null, snapshot: Snapshot): void => {
    for (const held of snapshotNodes(snapshot)) use(by, held, "exit");
    const holders = new Map<Node, number>();
    for (const { slot, node } of snapshot.slots) {
      if (node.type === "none" || node.type === "word") fail(stage, by, `slot ${slot} of its exit is no Value`);
      const held = node.op === "headAux" ? (node.a as Node) : node;
      holders.set(held, (holders.get(held) ?? 0) + 1);
    }
    // Suspended generators and objects that have not been made hold references too.
    for (const { fields } of [...snapshot.virtuals, snapshot])
      for (const { node, raw } of fields)
        if (raw === "value" || raw === "ref" || raw === "no int") holders.set(node, (holders.get(node) ?? 0) + 1);
    for (const { node } of snapshot.owed) {
      const left = (holders.get(node) ?? 0) - 1;
      if (left < 0) fail(stage, by, `its exit owes v${node.id} more counts than registers hold it`);
      holders.set(node, left);
    }
  };
  const { code, loopStart, phis } = ir;
  // By its number it is told whether a node belongs to the loop.
  const firstInLoop = Math.min(...phis.map(({ id }) => id));
  for (let at = 0; at <= code.length; at++) {
    const before = at < loopStart ? (code[at] as Node) : null;
    if (before !== null && before.type !== "none" && before.id > firstInLoop)
      fail(stage, before, "is made before the loop but numbered as part of it");
    if (at === loopStart) {
      for (const phi of phis) use(phi, phi.a as Node, "start");
      for (const phi of phis) made.add(phi);
    }
    const node = code[at];
    if (node === undefined) break;
    if (made.has(node)) fail(stage, node, "is in the list twice");
    const needs = needsOf(node.op);
    for (const [i, operand] of [node.a, node.b, node.c].entries()) {
      if (operand === null) {
        if (needs?.[i] !== undefined) fail(stage, node, `has no operand ${i}`);
        continue;
      }
      use(node, operand, "operand");
      if (operand.type === "none") fail(stage, node, `operand v${operand.id} ${operand.op} has no value`);
      const need = needs?.[i];
      if (need !== undefined && !fits(operand, need))
        fail(stage, node, `operand v${operand.id} is a ${operand.type}, not ${need}`);
    }
    const info = IR_OPS[node.op] as IrOpInfo;
    if (info.exits && node.exit === null) fail(stage, node, "has no exit");
    if (node.exit !== null) leave(node, node.exit);
    made.add(node);
  }
  if (ir.end !== null) leave(null, ir.end);
  for (const { from } of ir.join?.moves ?? []) use(null, from, "join");
  for (const phi of phis) {
    if (phi.back === null) fail(stage, phi, "has nothing for the next round");
    use(phi, phi.back, "back");
    const kind = (node: Node) => (isNumber(node.type) ? node.type : "boxed");
    for (const value of [phi.a as Node, phi.back])
      if (kind(value) !== kind(phi)) fail(stage, phi, `is a ${phi.type} made of a ${value.type}`);
  }
}

// --- registers -----------------------------------------------------------------------------------------------------------------------------

const FLOATS = 8;
/** What a register or spill slot holds: nodes that have the same value, or the bits of a constant. */
type Held = ReadonlySet<Node | string>;
const NOTHING: Held = new Set();

function bitsOf(node: Node): string {
  const { low, high } = node.boxed as Word;
  if (node.type === "float") return `float ${low}:${(high - 0x00020000) >>> 0}`;
  if (node.type === "int") return `${(low << 16) >>> 0}:${((high << 16) | (low >>> 16)) >>> 0}`;
  return `${low}:${high}`;
}

const LOADS_CONSTANT = new Set<number>([Uop.const_float, Uop.const_word, Uop.const_small]);
const STAGE = "register allocation";

class Registers {
  private readonly placed: Placed;
  private readonly ir: TraceIr;
  private regs: Held[] = new Array(16).fill(NOTHING);
  private spills = new Map<number, Held>();

  constructor(ir: TraceIr, placed: Placed) {
    this.ir = ir;
    this.placed = placed;
  }

  run(): void {
    const { items, loopAt, end } = this.placed;
    const { phis, entry, join } = this.ir;
    for (const { node, reg, spill } of entry) {
      if (reg >= 0) this.regs[reg] = new Set([node]);
      if (spill >= 0) this.spills.set(spill, new Set([node]));
    }
    this.through(0, loopAt < 0 ? items.length : loopAt);
    if (loopAt >= 0) {
      this.rename(
        (held) => phis.filter((phi) => has(held, phi.a as Node)),
        () => true,
      );
      this.through(loopAt, items.length);
      // The second round meets what the first one has left: nodes made in the loop are those of the round before.
      const inLoop = new Set<Node | string>(this.ir.code.slice(this.ir.loopStart));
      for (const phi of phis) inLoop.add(phi);
      this.rename(
        (held) => phis.filter((phi) => has(held, phi.back as Node)),
        (node) => !inLoop.has(node),
      );
      this.through(loopAt, items.length);
    }
    if (end !== null) this.leave(end, null, -1);
    for (const { from, reg, spill } of join?.moves ?? []) {
      const held = (reg >= 0 ? this.regs[reg] : this.spills.get(spill)) ?? NOTHING;
      if (!has(held, from))
        fail(STAGE, from, `is not in ${reg >= 0 ? `register ${reg}` : `spill slot ${spill}`}, which has ${show(held)}`);
    }
  }

  /** Gives contents their names behind the loop's head. */
  private rename(phisIn: (held: Held) => Node[], stays: (node: Node | string) => boolean): void {
    const renamed = (held: Held): Held => new Set([...[...held].filter(stays), ...phisIn(held)]);
    this.regs = this.regs.map(renamed);
    this.spills = new Map([...this.spills].map(([slot, held]) => [slot, renamed(held)]));
  }

  private through(from: number, to: number): void {
    for (let i = from; i < to; i++) this.item(this.placed.items[i] as Item);
  }

  private item(item: Item): void {
    const { uop, a, b, node } = item;
    if (node !== null) {
      this.node(item, node);
      return;
    }
    switch (uop) {
      case Uop.move:
        this.regs[a] = this.regs[b] as Held;
        break;
      case Uop.move_float:
        this.regs[FLOATS + a] = this.regs[FLOATS + b] as Held;
        break;
      case Uop.swap:
      case Uop.swap_float: {
        const base = uop === Uop.swap ? 0 : FLOATS;
        const held = this.regs[base + a] as Held;
        this.regs[base + a] = this.regs[base + b] as Held;
        this.regs[base + b] = held;
        break;
      }
      case Uop.spill_load:
      case Uop.spill_load_float: {
        const from = item.operands[0] as { spillOf: Node } | number;
        if (typeof from === "number") {
          this.regs[(uop === Uop.spill_load ? 0 : FLOATS) + a] = this.spills.get(-from) ?? NOTHING; // lent for a move
          break;
        }
        const { spillOf } = from;
        const held = this.spills.get(spillOf.spill) ?? NOTHING;
        if (!has(held, spillOf))
          fail(STAGE, spillOf, `is loaded from spill slot ${spillOf.spill}, which has ${show(held)}`);
        this.regs[(uop === Uop.spill_load ? 0 : FLOATS) + a] = held;
        break;
      }
      case Uop.spill_store:
      case Uop.spill_store_float: {
        const to = item.operands[0] as { spillOf: Node } | number;
        this.spills.set(
          typeof to === "number" ? -to : to.spillOf.spill,
          this.regs[(uop === Uop.spill_store ? 0 : FLOATS) + a] as Held,
        );
        break;
      }
      default:
        if (LOADS_CONSTANT.has(uop)) {
          const word = item.operands[0] as number | Word;
          const bits = typeof word === "number" ? `${word}:0` : `${word.low}:${word.high}`;
          this.regs[(uop === Uop.const_float ? FLOATS : 0) + a] = new Set([
            uop === Uop.const_float ? `float ${bits}` : bits,
          ]);
        }
    }
  }

  private node(item: Item, node: Node): void {
    const info = IR_OPS[node.op] as IrOpInfo;
    const expect = (operand: Node | null, r: number): number => {
      const register = r + (operand !== null && isFloat(operand) ? FLOATS : 0);
      if (operand !== null && !has(this.regs[register] as Held, operand))
        fail(
          STAGE,
          node,
          `operand v${operand.id} ${operand.op} is not in register ${register}, which has ${show(this.regs[register] as Held)}`,
        );
      return register;
    };
    const result = (r: number): number => r + (isFloat(node) ? FLOATS : 0);
    const exit = item.exit < 0 ? null : (this.placed.exits[item.exit] as PlacedExit);
    const isApart = item.uop !== Uop[info.uop as keyof typeof Uop];
    let to = -1;
    let read: number[] = [];
    switch (info.shape) {
      case "step":
        this.regs.fill(NOTHING);
        return;
      case "trace":
        this.regs.fill(NOTHING);
        this.spills.clear();
        this.regs[RETURNED] = new Set([node]);
        return;
      case "call":
      case "fcall": {
        const base = info.shape === "fcall" ? 0 : 3;
        for (const [i, operand] of [node.a, node.b, node.c].entries()) if (operand !== null) expect(operand, base + i);
        this.regs.fill(NOTHING, 2);
        if (exit !== null) this.leave(exit, node, -1);
        this.regs[info.shape === "fcall" ? FLOATS : 2] = new Set([node]);
        return;
      }
      case "d":
        to = result(item.a);
        break;
      case "da":
        to = result(item.a);
        read = [expect(node.a, item.b)];
        break;
      case "dab":
        to = result(item.a);
        read = [expect(node.a, item.b), expect(node.b, item.c)];
        break;
      case "m":
        to = result(item.a);
        read = [expect(node.a, isApart ? item.b : item.a)];
        break;
      case "mb": {
        to = result(item.a);
        if (isApart) {
          const swapped = info.commutes && node.a !== null && !has(this.regs[item.b] as Held, node.a);
          read = [expect(swapped ? node.b : node.a, item.b), expect(swapped ? node.a : node.b, item.c)];
          break;
        }
        const first = this.regs[item.a + (node.a !== null && isFloat(node.a) ? FLOATS : 0)] as Held;
        const swapped = info.commutes && node.a !== null && !has(first, node.a);
        read = [expect(swapped ? node.b : node.a, item.a), expect(swapped ? node.a : node.b, item.b)];
        break;
      }
      case "a":
        expect(node.a, item.a);
        break;
      case "ab":
        expect(node.a, item.a);
        expect(node.b, item.b);
        break;
      case "-":
        break;
    }
    if (exit !== null) this.leave(exit, node, read.includes(to) ? -1 : to);
    if (to >= 0) this.regs[to] = new Set([node]);
  }

  /** The exit finds all its values. `lost`: a register that may have been written already. */
  private leave({ snapshot, registers }: PlacedExit, by: Node | null, lost: number): void {
    for (const held of snapshotNodes(snapshot)) {
      if (held.isConst) continue;
      const r = registers.get(held);
      if (r === undefined) {
        const contents = this.spills.get(held.spill) ?? NOTHING;
        if (!has(contents, held))
          fail(
            STAGE,
            by,
            `its exit wants v${held.id} ${held.op} from spill slot ${held.spill}, which has ${show(contents)}`,
          );
      } else if (r === lost || !has(this.regs[r] as Held, held)) {
        fail(
          STAGE,
          by,
          `its exit wants v${held.id} ${held.op} from register ${r}, which has ${r === lost ? "the result" : show(this.regs[r] as Held)}`,
        );
      }
    }
  }
}

function has(held: Held, node: Node): boolean {
  return held.has(node.isConst ? bitsOf(node) : node);
}
function show(held: Held): string {
  if (held.size === 0) return "nothing";
  return [...held].map((each) => (typeof each === "string" ? each : `v${each.id} ${each.op}`)).join(" = ");
}

/** Checks that every value is where the stencils that read it look. Throws. */
export function verifyRegisters(ir: TraceIr, placed: Placed): void {
  new Registers(ir, placed).run();
}
