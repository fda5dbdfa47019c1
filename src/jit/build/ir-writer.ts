// Makes the nodes of a trace in the order in which they are done. What depends on nothing but its operands is made once (value numbering), guards
// too: what holds once holds for ever. Knows nothing of frames: the builder does.

import { CoreConst, type CoreEntryName, Layout } from "../../heap/generated/layout.ts";
import { Abort } from "../abort.ts";
import type { HeapView } from "../heap-view.ts";
import {
  type FieldEntry,
  factClock,
  IR_OPS,
  type IrOp,
  type IrType,
  isNumber,
  Node,
  type Snapshot,
  type Word,
} from "../ir.ts";
import type { Dependency } from "./build-options.ts";
import { JournaledMap } from "./journal.ts";

export const NO_WORD: Word = { low: 0, high: 0 };

export abstract class IrWriter {
  readonly heap: HeapView;
  empty: Node = constant("value", NO_WORD);
  /** Number of the instruction being translated. */
  position = 0;
  readonly code: Node[] = [];
  readonly numbered = new JournaledMap<string, Node>();
  readonly constants = new Map<string, Node>();
  nextId = 0;
  /** Where in the code the loop begins, -1 before it, and the number of its first node. */
  loopStart = -1;
  firstInLoop = 0;
  /** What was guarded or worked out before the loop and is used in it. */
  readonly usedNumbered = new Map<string, Node>();
  /** Whether the current instruction has called a function of the core. */
  protected called = false;

  constructor(heap: HeapView) {
    this.heap = heap;
  }

  /** The state before the current instruction. */
  abstract takeSnapshot(): Snapshot;
  /** The trace is right only as long as this does not change. */
  abstract depend(kind: Dependency["kind"], ref: number, dict?: number): void;
  /** Whether a node is the guard whose failure the trace begins with, at the place where it failed. */
  protected abstract hasJustFailed(node: Node): boolean;

  // --- nodes --------------------------------------------------------------------------------------------------------------------

  emit(op: IrOp, type: IrType, a: Node | null, b: Node | null, imm: number | Word = 0, imm2: number | Word = 0): Node {
    const node = new Node(op, type, a, b, null, imm, imm2);
    if (a?.virtual || b?.virtual) throw new Error(`krait: ${op} of an object that has not been made`);
    if (this.hasJustFailed(node)) throw new Abort("no-progress", `${op} has just failed`);
    if ((IR_OPS[op] as { exits?: true }).exits) node.exit = this.takeSnapshot();
    node.afterCall = this.called;
    node.id = this.nextId++;
    node.at = this.position;
    factClock.now = this.nextId;
    this.code.push(node);
    return node;
  }
  /** A node of something that depends on nothing but its operands: made once. Guards too: what holds once holds for ever. */
  pure(
    op: IrOp,
    type: IrType,
    a: Node | null,
    b: Node | null = null,
    imm: number | Word = 0,
    imm2: number | Word = 0,
    imm3 = 0,
  ): Node {
    const key = this.keyFor(op, a, b, imm, imm2, imm3);
    let node = this.numbered.get(key);
    if (node === undefined) {
      node = this.emit(op, type, a, b, imm, imm2);
      node.number = imm3;
      this.numbered.set(key, node);
    } else this.useNumbered(key, node);
    return node;
  }
  /** What was guarded or worked out before the loop is not done again in it. */
  useNumbered(key: string, node: Node): void {
    if (this.loopStart >= 0 && node.id < this.firstInLoop) this.usedNumbered.set(key, node);
  }
  /** Whether this guard is known to hold. */
  holds(op: IrOp, a: Node | null, b: Node | null, imm: number | Word, imm2: number | Word, imm3: number): boolean {
    return this.numbered.has(this.keyFor(op, a, b, imm, imm2, imm3));
  }
  protected keyFor(
    op: IrOp,
    a: Node | null,
    b: Node | null,
    imm: number | Word,
    imm2: number | Word,
    imm3: number,
  ): string {
    return `${op} ${a === null ? "" : this.keyOf(a)} ${b === null ? "" : this.keyOf(b)} ${hole(imm)} ${hole(imm2)} ${imm3}`;
  }
  private keyOf(node: Node): number {
    if (node.id < 0) node.id = this.nextId++;
    return node.id;
  }

  /**
   * Calls a function of native/core/trace_calls.c, which answers EMPTY, having changed nothing, where the interpreter has to do the whole
   * instruction; guards that it does not. Nothing may have been written before.
   */
  callCore(symbol: CoreEntryName, type: IrType, ...operands: Node[]): Node {
    const node = this.callNode(`callTry${operands.length}` as IrOp, symbol, type, operands);
    this.emit("guardNotEmpty", "none", node, null);
    return node;
  }
  /** The same for one that only makes an object: what comes after it may leave and repeat the instruction. */
  makeByCall(symbol: CoreEntryName, ...operands: Node[]): Node {
    const { called } = this;
    const node = this.callCore(symbol, "ref", ...operands);
    this.called = called;
    node.isObject = true;
    node.own = 1;
    return node;
  }
  /** The same for a function that never fails and whose answer, a singleton, follows from what can't change. */
  callTest(symbol: CoreEntryName, ...operands: Node[]): Node {
    const key = `${symbol} ${operands.map((node) => this.keyOf(node)).join(" ")}`;
    let node = this.numbered.get(key);
    if (node === undefined) {
      node = this.callNode(`callPure${operands.length}` as IrOp, symbol, "ref", operands);
      asBool(node);
      this.numbered.set(key, node);
    } else this.useNumbered(key, node);
    return node;
  }
  /** Calls a function of doubles of the core, which changes nothing. */
  callFloats(symbol: CoreEntryName, x: Node, y: Node | null = null): Node {
    const key = `${symbol} ${this.keyOf(x)} ${y === null ? "" : this.keyOf(y)}`;
    let node = this.numbered.get(key);
    if (node === undefined) {
      node = this.emit(y === null ? "callFloat" : "callFloat2", "float", x, y);
      node.symbol = symbol;
      this.numbered.set(key, node);
    } else this.useNumbered(key, node);
    return node;
  }
  protected callNode(op: IrOp, symbol: CoreEntryName, type: IrType, operands: Node[]): Node {
    const [a, b, c] = operands.map((operand) => this.box(operand));
    const node = new Node(op, type, a ?? null, b ?? null, c ?? null, 0, 0);
    if (a?.virtual || b?.virtual || c?.virtual) throw new Error(`krait: ${symbol} of an object that has not been made`);
    node.symbol = symbol;
    node.id = this.nextId++;
    node.at = this.position;
    factClock.now = this.nextId;
    this.called = true;
    this.code.push(node);
    return node;
  }
  // --- constants ------------------------------------------------------------------------------------------------------------------

  int(n: number): Node {
    return this.made(`i${n}`, () => {
      const node = constant("int", { low: n >>> 0, high: ((Math.floor(n / 2 ** 32) & 0xffff) | 0xfffe0000) >>> 0 });
      node.number = n;
      return node;
    });
  }
  float(x: number, boxed: Word): Node {
    return this.made(`f${boxed.low},${boxed.high}`, () => {
      const node = constant("float", boxed);
      node.number = x;
      return node;
    });
  }
  ref(offset: number): Node {
    return this.made(`r${offset}`, () => {
      const node = constant("ref", { low: offset, high: 0 });
      node.isObject = true;
      node.immortal = offset < CoreConst.STATIC_END;
      node.pyType = this.heap.readU32(offset + 4);
      // It may get another class.
      if (node.pyType >= CoreConst.STATIC_END) this.depend("life", node.pyType);
      return node;
    });
  }
  word(low: number, high = 0): Node {
    return this.made(`w${low},${high}`, () => constant("value", { low: low >>> 0, high: high >>> 0 }));
  }
  /** The Value with these bits. A reference must be to something that is kept alive. */
  boxedConstant(low: number, high: number): Node {
    const unsigned = high >>> 0;
    if (unsigned === 0) return low === 0 ? this.empty : this.ref(low >>> 0);
    if (unsigned >= 0xfffe0000) return this.int(((unsigned << 16) >> 16) * 2 ** 32 + (low >>> 0));
    halves[0] = low >>> 0;
    halves[1] = (unsigned - 0x00020000) >>> 0;
    return this.float(bits[0] as number, { low: low >>> 0, high: unsigned });
  }
  bool(value: boolean): Node {
    return this.ref(value ? CoreConst.TRUE_REF : CoreConst.FALSE_REF);
  }
  get none(): Node {
    return this.ref(CoreConst.NONE_REF);
  }
  private made(key: string, make: () => Node): Node {
    let node = this.constants.get(key);
    if (node === undefined) {
      node = make();
      node.id = this.nextId++;
      this.constants.set(key, node);
    }
    return node;
  }

  /** Gives a node that is not in the code its number. */
  name(node: Node): void {
    node.id = this.nextId++;
  }

  /** The same number as a float, for an int or a float. */
  toFloat(node: Node): Node {
    if (node.type === "float") return node;
    if (node.isConst) {
      bits[0] = node.number;
      return this.float(node.number, { low: halves[0] as number, high: ((halves[1] as number) + 0x00020000) >>> 0 });
    }
    return this.pure("intToFloat", "float", node);
  }
  /** The constant with the same bits. */
  sameConstant(node: Node): Node {
    const { low, high } = node.boxed as Word;
    return node.type === "value" && !node.isObject ? this.word(low, high) : this.boxedConstant(low, high);
  }
  box(node: Node): Node {
    if (node.isConst) return constant("value", node.boxed as Word);
    if (!isNumber(node.type)) return node;
    const boxed = this.pure(node.type === "int" ? "boxInt" : "boxFloat", "value", node);
    boxed.immortal = true;
    return boxed;
  }
  // --- memory ------------------------------------------------------------------------------------------------------------------------

  increment(node: Node): void {
    if (node.isConst) this.emit("increfAbs", "none", null, null, (node.boxed as Word).low);
    else this.emit(node.isObject ? "incref" : "increfValue", "none", node, null);
  }

  storeSlot(slot: number, node: Node): void {
    const at = slot * 8;
    if (node.op === "headPc") this.emit("storeHeadPc", "none", null, null, at, node.imm).step = node.step;
    else if (node.op === "headAux") {
      this.emit("storeSlot", "none", node.a, null, at);
      this.emit("storeSlotU32K", "none", null, null, at + 4, node.imm);
    } else if (node.isConst) this.emit("storeSlotConst", "none", null, null, at, node.boxed as Word);
    else if (node.type === "int") this.emit("storeSlotInt", "none", node, null, at);
    else if (node.type === "float") this.emit("storeSlotFloat", "none", node, null, at);
    else this.emit("storeSlot", "none", node, null, at);
  }
  /** object.field = node, no counts. */
  storeField(object: Node, offset: number, node: Node, raw: FieldEntry["raw"] = "value"): void {
    if (raw === "frame") this.emit("storeFieldFrame", "none", object, null, offset, (node.number * 8) >>> 0);
    else if (raw === "u32" && node.isConst)
      this.emit("storeFieldU32K", "none", object, null, offset, node.number >>> 0);
    else if (raw === "ref" && node.isConst)
      this.emit("storeFieldU32K", "none", object, null, offset, (node.boxed as Word).low);
    else if (raw === "ref") this.emit("storeU32", "none", object, node, offset);
    else if (raw === "u32") this.emit("storeU32Int", "none", object, node, offset);
    else if (raw === "i64" && node.isConst)
      this.emit("storeFieldConst", "none", object, null, offset, wordOf(node.number));
    else if (raw === "i64") this.emit("storeI64Int", "none", object, node, offset);
    else if (node.isConst) this.emit("storeFieldConst", "none", object, null, offset, node.boxed as Word);
    else if (node.type === "int") this.emit("storeFieldInt", "none", object, node, offset);
    else if (node.type === "float") this.emit("storeFieldFloat", "none", object, node, offset);
    else {
      node.isNew = false;
      this.emit("storeField", "none", object, node, offset);
    }
  }

  /** Operands of an operation that has many: they lie in vm->scratch. */
  passOperands(operands: readonly Node[]): void {
    for (const [i, operand] of operands.entries()) this.passOperand(Layout.VM.scratch + 8 * i, operand);
  }
  private passOperand(at: number, node: Node): void {
    const op: IrOp =
      node.isConst || !isNumber(node.type) ? "storeAbs" : node.type === "int" ? "storeAbsInt" : "storeAbsFloat";
    this.emit(op, "none", node.isConst ? this.box(node) : node, null, at);
  }
}

/** The 64 bits of an int. */
function wordOf(n: number): Word {
  return { low: n | 0, high: Math.floor(n / 2 ** 32) | 0 };
}

const bits = new Float64Array(1);
const halves = new Uint32Array(bits.buffer);

/** Notes that a node is True or False. */
export function asBool(node: Node): Node {
  node.isObject = true;
  node.immortal = true;
  node.pyType = CoreConst.TYPE_BOOL;
  return node;
}

function constant(type: IrType, boxed: Word): Node {
  const node = new Node("const", type, null, null, null, 0, 0);
  node.boxed = boxed;
  return node;
}

/** Two immediates are the same if these are. */
export function hole(imm: number | Word): string {
  return typeof imm === "number" ? String(imm) : `${imm.low}:${imm.high}`;
}
