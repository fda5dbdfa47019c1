// The short preamble of a loop: what its first round found out and loaded before the head, done again by a trace that comes to the head from
// elsewhere, for what the frame's registers hold now. Only what the loop's code asks for is done: registers that it has read, fields, shapes and
// types of what they hold, and all that was worked out from these. What the trace knows already costs nothing.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { isNumber, type Node, type Word } from "../ir.ts";
import { lengthOf, loadItem } from "../translate/items.ts";
import { loadField, loadU32 } from "../translate/moves.ts";
import type { Builder } from "./builder.ts";
import type { UsedEntry } from "./field-cache.ts";
import { inverseGuard } from "./inherit.ts";
import type { LoopHead } from "./loop-head.ts";
import { isCounted } from "./state.ts";

const FUNCTION = CoreConst.TYPE_FUNCTION;
/** Ints that a guard's operand has room for. */
const MOST_SMALL = 2 ** 14;

export class ShortPreamble {
  /** Why the loop can't be entered at its head. */
  failure = "";
  private readonly b: Builder;
  private readonly head: LoopHead;
  /** Words from the root frame of this trace to that of the loop. */
  private readonly delta: number;
  /** Values of the loop as this trace has them. */
  private readonly values = new Map<Node, Node>();
  private readonly entries = new Map<Node, UsedEntry>();
  private readonly pending = new Set<Node>();

  constructor(b: Builder, head: LoopHead, delta: number) {
    this.b = b;
    this.head = head;
    this.delta = delta;
    for (const entry of head.entries) this.entries.set(entry.node, entry);
  }

  /**
   * Emits guards and loads. False: the loop takes something for granted that does not hold, or may not. `constants`: what registers of the frame
   * and of generators hold in all rounds, by where this trace has them.
   */
  replay(constants: ReadonlyMap<number, Node>): boolean {
    const { head } = this;
    for (const [at, node] of head.read) if (!this.isRegister(at, node)) return this.no(`slot ${at}`);
    for (const [at, node] of constants)
      if (!this.b.state.slots.get(at)?.node || !this.bind(node, this.b.look(at)))
        return this.no(`slot ${at} is another constant`);
    for (const [at, { type, pyType }] of head.typed)
      if (!this.hasType(this.b.look(at + this.delta), type, pyType)) return this.no(`slot ${at} has another type`);
    for (const [node, shape] of head.shapes) {
      const here = this.value(node);
      if (here === null || !this.b.guardShape(here, shape)) return this.no(`v${node.id} has another shape`);
    }
    for (const entry of head.entries) {
      const { node, object, field } = entry;
      // What is a constant in the loop (a function's code) is not so by itself: it was guarded before the head.
      const here = node.isConst ? this.load(entry) : this.value(node);
      if (here === null || (node.isConst && !this.isConstant(node, here))) return this.no(`v${object.id}'s ${field}`);
    }
    for (const node of head.used.values()) {
      if (node.type !== "none") {
        if (this.value(node) === null) return this.no(`v${node.id} ${node.op}`);
      } else if (!this.guard(node)) return this.no(`${node.op}`);
    }
    return true;
  }
  private no(why: string): false {
    this.failure = why;
    return false;
  }

  /** The loop's value here, worked out if need be; null: it can't be. */
  value(node: Node): Node | null {
    if (node.isConst) return this.b.sameConstant(node);
    const known = this.values.get(node);
    if (known !== undefined) return known;
    if (this.pending.has(node)) return null;
    this.pending.add(node);
    const entry = this.entries.get(node);
    const here = entry === undefined ? this.workOut(node) : this.load(entry);
    this.pending.delete(node);
    return here !== null && this.bind(node, here) ? (this.values.get(node) as Node) : null;
  }

  /** From now on the loop's `node` is `here`, of the same type and with all that the loop knows of it. */
  bind(node: Node, here: Node): boolean {
    const { b } = this;
    if (node.isConst) return this.isConstant(node, here);
    const known = this.values.get(node);
    const fitting = known ?? this.convert(node, here);
    if (fitting === null) return false;
    if (known !== undefined) return same(known, here) || same(known, this.convert(node, here));
    const { firstId } = this.head;
    if (node.wasObject(firstId) && !this.hasType(fitting, "ref", node.typeAt(firstId))) return false;
    if (node.immortal && isCounted(fitting)) return false;
    this.values.set(node, fitting);
    // Names that the loop has for the same thing in another form.
    if (node.op === "unboxInt" || node.op === "unboxFloat") {
      const boxed = node.a as Node;
      if (!this.values.has(boxed) && boxed.op !== "phi" && boxed.typeAt(firstId) === 0 && !boxed.wasObject(firstId))
        this.values.set(boxed, here.type === "value" ? here : b.box(fitting));
    }
    return true;
  }
  /** `here` as a node of the loop's type; null: it can't be one. */
  convert(node: Node, here: Node): Node | null {
    const { b } = this;
    if (here.op === "headPc" || here.op === "headAux" || node.op === "headPc" || node.op === "headAux") return null;
    const isUnknown = here.type === "value" && !here.isConst && !here.isObject;
    switch (node.type) {
      case "int":
        return here.type === "int" ? here : isUnknown ? b.asInt(here) : null;
      case "float":
        return here.type === "float" ? here : isUnknown ? b.asFloat(here) : null;
      case "word":
        return here.type === "word" ? here : null;
      case "none":
        return null;
      default:
        if (here.type === "word" || here.type === "none") return null;
        return isNumber(here.type) ? b.box(here) : here;
    }
  }
  private hasType(here: Node, type: Node["type"], pyType: number): boolean {
    const { b } = this;
    if (isNumber(type)) {
      if (here.type === type) return true;
      if (here.type !== "value" || here.isConst || here.isObject) return false;
      if (type === "int") b.asInt(here);
      else b.asFloat(here);
      return true;
    }
    if (isNumber(here.type)) return false;
    if (pyType !== 0) return (here.isObject && here.pyType === pyType) || (!here.isConst && b.guardType(here, pyType));
    if (here.isObject) return true;
    if (here.isConst || here.type !== "value") return false;
    b.emit("guardObject", "none", here, null);
    here.isObject = true;
    return true;
  }
  private isConstant(node: Node, here: Node): boolean {
    const { b } = this;
    if (same(b.sameConstant(node), here)) return true;
    if (here.isConst || here.op === "headPc" || here.op === "headAux") return false;
    if (node.isObject && !isNumber(here.type)) {
      if (here.pyType !== 0 && here.pyType !== node.pyType) return false;
      return !this.isKnownToDiffer(here, node) && b.guardIs(here, (node.boxed as Word).low);
    }
    if (node.type !== "int" || Math.abs(node.number) > MOST_SMALL || here.type !== "int") return false;
    b.pure("guardEqIntK", "none", here, null, node.number * 65536);
    return true;
  }
  private isKnownToDiffer(here: Node, node: Node): boolean {
    return this.b.holds("guardIsNot", here, null, (node.boxed as Word).low, 0, 0);
  }

  /** What a register of the frame holds must do for what the loop has read there. */
  private isRegister(at: number, node: Node): boolean {
    const slot = at + this.delta;
    const here = this.slotNode(at) ?? this.loadRegister(slot, node);
    // A frame's callable is a function, whichever.
    if (at === -4 && !isNumber(here.type) && !here.isConst) {
      here.isObject = true;
      if (here.pyType === 0) here.pyType = FUNCTION;
    }
    return this.bind(node, here);
  }
  private slotNode(at: number): Node | null {
    return this.b.state.slots.get(at + this.delta)?.node ?? null;
  }
  /** Loads a register that the trace has not seen, as a number at once if the loop wants one. */
  private loadRegister(slot: number, node: Node): Node {
    const { b } = this;
    const s = b.state.slot(slot);
    if (s.known !== null || !isNumber(node.type)) return b.look(slot);
    const op = node.type === "int" ? "loadSlotInt" : "loadSlotFloat";
    const here = b.emit(op, node.type, null, null, slot * 8);
    s.node = here;
    s.clean = true;
    return here;
  }

  /** What a field holds here that the loop knows. */
  load({ object, field, node }: UsedEntry): Node | null {
    const { b, head } = this;
    const here = this.value(object);
    if (here === null || isNumber(here.type)) return null;
    const shape = head.shapes.get(object);
    if (shape !== undefined && !b.guardShape(here, shape)) return null;
    if (typeof field === "number") return loadField(b, here, field);
    const [kind = "", rest = ""] = field.split(" ");
    switch (kind) {
      case "int":
      case "word":
      case "ref":
        return loadU32(b, here, Number(rest), kind);
      case "length":
        return lengthOf(b, here);
      case "item": {
        const index = head.byNumber(Number(rest));
        const i = index === undefined ? null : this.value(index);
        return i === null || i.type !== "int" ? null : loadItem(b, here, i, false);
      }
      case "flags":
      case "code":
        return this.constantField(here, field, node.number);
      default:
        return null;
    }
  }

  /** A dict's flags, a function's code: guarded to be `number` where nothing is known. */
  private constantField(here: Node, field: string, number: number): Node {
    const { b } = this;
    const known = b.cache.get(here, field);
    if (known !== undefined) return known;
    const offset = field === "flags" ? Layout.PyDict.flags : Layout.PyFunction.code;
    b.emit("guardFieldU32", "none", here, null, offset, number);
    b.cache.set(here, field, b.int(number));
    if (field === "code") b.depend("code", number);
    return b.int(number);
  }
  /** Whether a function has the code that says what its closure holds. */
  private hasCode(fn: Node, code: number): boolean {
    const { b } = this;
    if (fn.isConst) return b.heap.readU32((fn.boxed as Word).low + Layout.PyFunction.code) === code;
    return this.constantField(fn, "code", code).number === code;
  }

  /** A value that depends on nothing but its operands. */
  private workOut(node: Node): Node | null {
    const { b, head } = this;
    if (!head.numbered.has(node) || INHERITED.has(node.op)) return null;
    const operands: Node[] = [];
    for (const operand of [node.a, node.b, node.c]) {
      if (operand === null) continue;
      const here = this.value(operand);
      if (here === null) return null;
      operands.push(here);
    }
    const [x = null, y = null] = operands;
    const isClosure = node.op === "loadU32" && node.imm === Layout.PyFunction.closure && node.number !== 0;
    if (isClosure && (x === null || !this.hasCode(x, node.number))) return null;
    if (node.op === "callPure1" || node.op === "callPure2") return b.callTest(node.symbol as never, ...operands);
    if (node.op === "callFloat" || node.op === "callFloat2") return b.callFloats(node.symbol as never, x as Node, y);
    if (x !== null && node.op === "unboxInt" && x.op === "boxInt") return x.a;
    if (x !== null && node.op === "unboxFloat" && x.op === "boxFloat") return x.a;
    if ((node.op === "unboxInt" || node.op === "unboxFloat") && (x === null || x.isConst || x.isObject)) return null;
    const here = b.pure(node.op, node.type, x, y, node.imm, node.imm2, node.number);
    if (node.type === "ref") here.isObject = true;
    return here;
  }

  private guard(node: Node): boolean {
    const { b } = this;
    const { op, imm, imm2, number } = node;
    if (op === "guardDepth") {
      b.emit(op, "none", null, null, (imm as number) + b.state.depth);
      return true;
    }
    const x = node.a === null ? null : this.value(node.a);
    const y = node.b === null ? null : this.value(node.b);
    if ((node.a !== null && x === null) || (node.b !== null && y === null)) return false;
    // A function's globals dict never becomes another one.
    if (x?.isConst && x.pyType === FUNCTION && op === "guardFieldU32" && imm === Layout.PyFunction.globals)
      return b.heap.readU32((x.boxed as Word).low + imm) === imm2;
    if (x?.isConst && (y === null || y.isConst)) return holdsForConstants(node, x, y);
    const opposite = inverseGuard({ op, a: x, b: y } as Node);
    if (opposite !== undefined && b.holds(opposite.op, opposite.a, opposite.b, imm, imm2, number)) return false;
    if (op === "guardNotEmpty" && x?.type !== "value") return true;
    b.pure(op, "none", x, y, imm, imm2, number);
    return true;
  }
}

/** Values that a loop in a side trace has got from its parent, in a register or in the frame: nothing says how they are worked out. */
const INHERITED = new Set(["entry", "loadSlot", "loadSlotIntKnown", "loadSlotFloatKnown"]);

/** Whether a guard holds for these constants, as far as that can be told. */
function holdsForConstants({ op, imm }: Node, x: Node, y: Node | null): boolean {
  if (op === "guardNotEmpty") return x.isObject || isNumber(x.type);
  if (op === "guardIs") return x.isObject && (x.boxed as Word).low === imm;
  if (op === "guardIsNot") return x.isObject && (x.boxed as Word).low !== imm;
  if (x.type !== "int") return false;
  const n = x.number;
  const m =
    y === null ? (typeof imm === "number" ? imm / 65536 : Number.NaN) : y.type === "int" ? y.number : Number.NaN;
  switch (op) {
    case "guardLtInt":
    case "guardLtIntK":
      return n < m;
    case "guardLeInt":
    case "guardLeIntK":
      return n <= m;
    case "guardGtIntK":
      return n > m;
    case "guardGeIntK":
      return n >= m;
    case "guardEqInt":
    case "guardEqIntK":
      return n === m;
    case "guardNeInt":
    case "guardNeIntK":
      return n !== m && !Number.isNaN(m);
    case "guardIndex":
      return n >= 0 && n < m;
    default:
      return false;
  }
}

/** Whether two nodes of one trace stand for the same value. */
export function same(x: Node | null | undefined, y: Node | null | undefined): boolean {
  if (x === null || x === undefined || y === null || y === undefined) return false;
  if (x === y) return true;
  if (!x.isConst || !y.isConst) return false;
  const p = x.boxed as Word;
  const q = y.boxed as Word;
  return x.type === y.type && p.low === q.low && p.high === q.high;
}
