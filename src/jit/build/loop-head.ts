// The head of a compiled loop, and how a trace that comes there goes on without going through the loop's first round. The loop's code relies on
// what was known at its head: values in certain registers, memory of frame registers, fields and shapes it has not looked at since. A trace may go
// straight to the head once all of it holds (preamble.ts sees to that); what the loop changes from round to round (phis) gets the trace's values.
// The trace need not have anything to do with the loop's: a loop around it, another function that has inlined the one with the loop.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { Abort } from "../abort.ts";
import type { PlacedHead } from "../emit/placed.ts";
import { type FieldEntry, type IrType, isNumber, type Join, type Node } from "../ir.ts";
import { GENERIC_OP } from "../opcode-info.ts";
import type { Builder } from "./builder.ts";
import type { HeadFacts, UsedEntry } from "./field-cache.ts";
import { isAccepted, loosely } from "./first-round.ts";
import { tellApart } from "./iterator-fields.ts";
import { ShortPreamble } from "./preamble.ts";
import { type FieldSlot, heldBy, isCounted } from "./state.ts";
import { type Generator, type GeneratorView, isSuspendedSlot, type Words } from "./suspended.ts";

/** A generator that waits at the loop's head, and the register of the frame that holds it. */
export interface HeadGenerator extends GeneratorView {
  readonly at: number;
}

export interface HeadField extends FieldEntry {
  /** Goes round in a register of its own. */
  readonly varies: boolean;
}

/** What a loop takes for granted at its head. */
export interface LoopHead {
  readonly pc: number;
  /** Nodes from this number on are part of the loop. */
  readonly firstId: number;
  /** Frame registers that vary, as phis; those that are the same constant at every round's start, not written to memory. */
  readonly phis: ReadonlyMap<number, Node>;
  readonly constants: ReadonlyMap<number, Node>;
  readonly generators: readonly HeadGenerator[];
  /** No exception is being handled. */
  readonly handlesNothing: boolean;
  /** Frame registers whose memory may have bits of a reference that the trace owns. */
  readonly stale: ReadonlySet<number>;
  /** Frame registers that only memory and the loop's own nodes have: what the loop takes them to hold. */
  readonly read: ReadonlyMap<number, Node>;
  readonly typed: ReadonlyMap<number, { readonly type: IrType; readonly pyType: number }>;
  readonly entries: readonly UsedEntry[];
  readonly shapes: ReadonlyMap<Node, number>;
  readonly fields: readonly HeadField[];
  /** Fields that the loop has in registers besides. */
  readonly carried: readonly UsedEntry[];
  /** Guards and values from before the loop that it would repeat otherwise, by the key under which they are numbered. */
  readonly used: ReadonlyMap<string, Node>;
  /** Values from before the loop that depend on nothing but their operands. */
  readonly numbered: ReadonlySet<Node>;
  /** Counts that the trace owns of constants and of what generators' registers hold in all rounds. */
  readonly own: ReadonlyMap<Node, number>;
  /** What was known at the head but the loop does not ask for. */
  readonly unread: ReadonlyMap<number, Node | null>;
  readonly unused: HeadFacts;
  readonly untouched: readonly FieldEntry[];
  byNumber(id: number): Node | undefined;
}

/** A loop that a trace may join: its head, and where its values are. */
export interface JoinTarget {
  readonly head: LoopHead;
  readonly placed: PlacedHead;
  readonly codeOffset: number;
}

/** Brings the state at the end of a trace into the form that the loop's head wants. null: it can't be done; nothing but guards and loads was emitted. */
export function joinLoop(b: Builder, target: JoinTarget): Join | null {
  const joiner = new Joiner(b, target);
  try {
    return joiner.fits() ? joiner.join() : null;
  } catch (error) {
    // What has failed at the beginning of this very trace.
    if (!(error instanceof Abort) || joiner.hasBegun) throw error;
    b.joining.failure = error.message;
    return null;
  }
}

/** Whether what is in the way at the loop's head are variables that one more round may change; other kinds of numbers go to another version. */
export function comesTooEarly(b: Builder, target: JoinTarget): boolean {
  const joiner = new Joiner(b, target);
  const isLate = !joiner.generatorsFit() || !joiner.slotsFit();
  const { isPossibleLater, comesAsOtherNumber } = b.joining;
  if (!isLate || !isPossibleLater || comesAsOtherNumber) return false;
  Object.assign(b.joining, { failure: "", isPossibleLater: false });
  return true;
}

class Joiner {
  /** Whether the frame's registers are being changed. */
  hasBegun = false;
  private readonly b: Builder;
  private readonly target: JoinTarget;
  private readonly head: LoopHead;
  private readonly preamble: ShortPreamble;
  /** Words from the root frame of this trace to that of the loop. */
  private readonly delta: number;
  /** What each field of the loop's phis is here, null: in memory. */
  private readonly fields = new Map<Node, FieldSlot | null>();
  private readonly phiAt = new Map<number, Node>();
  private readonly constantAt = new Map<number, Node>();
  /** The loop's generators as this trace has them. */
  private readonly generators = new Map<HeadGenerator, Generator>();
  /** What the fields hold that the loop carries in registers, by its phi. */
  private readonly carried = new Map<Node, Node>();

  constructor(b: Builder, target: JoinTarget) {
    this.b = b;
    this.target = target;
    this.head = target.head;
    this.delta = b.frame.delta;
    this.preamble = new ShortPreamble(b, target.head, this.delta);
  }

  fits(): boolean {
    return (
      this.generatorsFit() &&
      this.slotsFit() &&
      this.replays() &&
      this.fieldsFit() &&
      this.carriedFit() &&
      this.invariantsAreHere()
    );
  }

  /** Finds the loop's generators, which must wait where the loop takes them to, and so where its registers are here. */
  generatorsFit(): boolean {
    const { state } = this.b;
    for (const wanted of this.head.generators) {
      const node = state.slots.get(wanted.at + this.delta)?.node ?? null;
      const generator = state.generators.find((known) => node !== null && known.node === node);
      if (generator === undefined) return this.no("a generator is not known");
      if (generator.code !== wanted.generator.code) return this.no("a generator is another one");
      if (!isSame(generator.words, wanted.words)) {
        this.b.joining.isPossibleLater = true;
        return this.no("a generator waits elsewhere");
      }
      this.generators.set(wanted, generator);
    }
    const found = new Set(this.generators.values());
    if (found.size !== this.head.generators.length) return this.no("two generators are one");
    const [phis, constants] = [this.head.phis, this.head.constants];
    for (const [at, phi] of phis) this.phiAt.set(this.slotOf(at), phi);
    for (const [at, node] of constants) this.constantAt.set(this.slotOf(at), node);
    const isWanted = (slot: number): boolean => this.phiAt.has(slot) || this.constantAt.has(slot);
    const holds = (slot: number): boolean => state.slots.get(slot)?.node != null;
    for (const [slot, { node }] of state.slots)
      if (node !== null && [...found].some((generator) => generator.owns(slot)) && !isWanted(slot))
        return this.no("a generator's register is not empty");
    for (const slot of [...this.phiAt.keys(), ...this.constantAt.keys()])
      if (isSuspendedSlot(slot) && !holds(slot)) return this.no("a generator's register is empty");
    return true;
  }
  /** Where this trace has a register of the loop's frame, or of a generator that waits at its head. */
  private slotOf(at: number): number {
    if (!isSuspendedSlot(at)) return at + this.delta;
    for (const [wanted, generator] of this.generators)
      if (wanted.generator.owns(at)) return generator.slotOf(at - wanted.generator.group);
    throw new Error("krait: a register belongs to no generator");
  }

  private carriedFit(): boolean {
    const { regs, spilled } = this.target.placed;
    for (const entry of this.head.carried) {
      const phi = entry.node;
      // Nobody may read it.
      if (!regs.includes(phi) && !spilled.includes(phi)) continue;
      const now = this.preamble.load(entry);
      const fitting = now === null ? null : this.preamble.convert(phi, now);
      if (now === null || fitting === null || fitting.type !== phi.type) {
        this.b.joining.comesAsOtherNumber ||= now !== null && isNumber(now.type);
        return this.no(`v${entry.object.id}'s ${entry.field} is no ${phi.type}`);
      }
      this.carried.set(phi, fitting);
    }
    return true;
  }

  private replays(): boolean {
    if (this.preamble.replay(this.constantAt)) return true;
    this.b.joining.hasOtherInvariants = true;
    return this.no(this.preamble.failure);
  }
  slotsFit(): boolean {
    const { state } = this.b;
    for (const [at, phi] of this.phiAt) {
      const now = state.slots.get(at)?.node ?? null;
      if (now !== null && !this.mayBecome(now, phi) && !this.isFirstTarget(at, now, phi)) {
        this.b.joining.isPossibleLater = true;
        this.b.joining.comesAsOtherNumber = isNumber(now.type) && isNumber(phi.type);
        return this.no(`slot ${at} is ${now.type} ${now.pyType}, not ${phi.type} ${phi.pyType}`);
      }
    }
    for (const [at, node] of this.constantAt) {
      const slot = state.slots.get(at);
      if (slot?.clean && isCounted(node)) return this.no(`slot ${at} is counted`);
    }
    return true;
  }
  /**
   * Whether it is an unbound variable to which the loop's first instruction gives a number of a range: unless the range is at its end nobody sees what
   * the variable has before, so it may go round as any number.
   */
  private isFirstTarget(at: number, now: Node, phi: Node): boolean {
    return now === this.b.empty && phi.type === "int" && phi.loose === null && this.numbersLeft(at) !== undefined;
  }
  /** How many numbers the range has left that the loop goes over with this register as its variable; undefined if there is none such. */
  private numbersLeft(at: number): HeadField | undefined {
    const { b, head } = this;
    if (GENERIC_OP[b.heap.readU8(head.pc)] !== "FOR_ITER" || b.heap.readU16(head.pc + 2) + this.delta !== at)
      return undefined;
    const iterator = head.read.get(b.heap.readU16(head.pc + 4));
    if (iterator?.pyType !== CoreConst.TYPE_RANGE_ITERATOR) return undefined;
    return head.fields.find(({ object, offset }) => object === iterator && offset === Layout.PyIterator.extra);
  }
  private mayBecome(now: Node, phi: Node): boolean {
    if (phi.loose !== null) return isAccepted(now, phi);
    if (now.op === "headPc" || now.op === "headAux") return false;
    if (isNumber(phi.type)) return now.type === phi.type || (now.type === "value" && !now.isConst && !now.isObject);
    if (isNumber(now.type)) return !phi.isObject && phi.pyType === 0;
    if (phi.isObject && !now.isObject) return phi.pyType !== 0 && !now.isConst;
    return phi.pyType === 0 || now.pyType === phi.pyType || (now.pyType === 0 && !now.isConst);
  }
  private fieldsFit(): boolean {
    const { b } = this;
    // Memory is about to be asked: it must have what registers hold, under whatever name.
    for (const field of b.state.fields)
      if (field.dirty && !this.isCarried(field)) {
        b.storeField(field.object, field.offset, field.node, field.raw);
        field.dirty = false;
        b.forgetSnapshot();
      }
    const names = new Map<Node, Node>();
    for (const field of this.head.fields) {
      const object = this.here(field.object);
      if (object === null) return this.no("an iterator is another one");
      if ((names.get(object) ?? field.object) !== field.object) return this.no("two iterators are one");
      names.set(object, field.object);
      const now = b.state.field(object, field.offset) ?? null;
      if (now !== null && field.node.type !== now.node.type) return this.no("a field has another type");
      if (field.varies) this.fields.set(field.node, now);
      else if (!this.preamble.bind(field.node, now?.node ?? this.loadOf(field, object)))
        return this.no("a field has changed");
    }
    return true;
  }
  /** The loop knows that its iterators are not one and the same, perhaps from before its head. */
  private tellFieldsApart(): void {
    const objects = [...new Set(this.head.fields.map(({ object }) => this.here(object) as Node))];
    for (const [i, object] of objects.entries())
      for (const other of objects.slice(0, i)) tellApart(this.b, other, object);
  }
  private isCarried(field: FieldSlot): boolean {
    return this.head.fields.some(
      (one) => one.varies && one.offset === field.offset && this.here(one.object) === field.object,
    );
  }
  private invariantsAreHere(): boolean {
    const { regs, spilled } = this.target.placed;
    for (const node of [...regs, ...spilled])
      if (node !== null && node.op !== "phi" && !node.isConst && this.here(node) === null)
        return this.no(`v${node.id} ${node.op} is gone`);
    return true;
  }
  private no(why: string): false {
    this.b.joining.failure = why;
    return false;
  }

  /** The loop's node as this trace has it. */
  private here(node: Node): Node | null {
    return this.preamble.value(node);
  }

  join(): Join {
    const { b, head, delta, phiAt, constantAt } = this;
    const { state } = b;
    const values = new Map<Node, Node>(this.carried);
    // Guards first: they leave with everything as it is.
    if (head.handlesNothing) b.guardHandlesNothing();
    for (const [at, phi] of phiAt) values.set(phi, this.convert(at, phi));
    this.tellFieldsApart();
    for (const field of head.fields) if (field.varies) values.set(field.node, this.fieldValue(field));
    this.hasBegun = true;
    this.writeGenerators();
    this.settleCounts(values);
    for (const [at, slot] of state.slots) {
      if (slot.node === null) continue;
      const carried = phiAt.has(at) || constantAt.has(at);
      if (!carried && !slot.clean) b.storeSlot(at, slot.node);
      else if (carried && !head.stale.has(at - delta) && (slot.stale || (slot.clean && mayBeObject(slot.node))))
        b.emit("storeSlotConst", "none", null, null, at * 8, { low: 0, high: 0 });
    }
    for (const field of state.fields) {
      const carried = [...this.fields.values()].includes(field);
      if (field.dirty && !carried) b.storeField(field.object, field.offset, field.node, field.raw);
    }
    b.settleDepth();
    return { moves: this.moves(values), codeOffset: this.target.codeOffset, delta };
  }

  /** Generators that the loop does not know go to memory; of its own memory has what the loop takes it to have. */
  private writeGenerators(): void {
    const { b, generators } = this;
    const stays = new Set(generators.values());
    for (const generator of [...b.state.generators]) {
      if (stays.has(generator)) continue;
      if (generator.isRunning) b.generators.writeWords(generator);
      else b.generators.write(generator.node);
    }
    for (const [{ memory, stale }, generator] of generators) b.generators.bring(generator, memory, stale);
  }

  /** What a slot holds, as its phi wants it. */
  private convert(at: number, phi: Node): Node {
    const { b } = this;
    let now = b.state.slot(at).node;
    if (now === null) {
      const type = phi.loose === "int" || phi.loose === "float" ? phi.loose : phi.type;
      if (type === "int") now = b.emit("loadSlotInt", "int", null, null, at * 8);
      else if (type === "float") now = b.emit("loadSlotFloat", "float", null, null, at * 8);
      else now = b.emit("loadSlot", "value", null, null, at * 8);
      const slot = b.state.slot(at);
      slot.node = now;
      slot.clean = true;
      if (isCounted(now)) now.cleanHolders++;
    }
    if (this.isFirstTarget(at, now, phi)) {
      const left = this.fieldValue(this.numbersLeft(at) as HeadField);
      if (left.isConst && left.number === 0) throw new Abort("type-unstable", `slot ${at}`);
      if (!left.isConst) b.pure("guardNeIntK", "none", left, null, 0);
      return b.int(0);
    }
    if (phi.loose !== null) {
      const fitting = loosely(b, now, phi);
      if (fitting === undefined) throw new Abort("type-unstable", `slot ${at}`);
      return fitting;
    }
    if (isNumber(phi.type)) return phi.type === "int" ? b.asInt(now) : b.asFloat(now);
    if (isNumber(now.type)) return b.box(now);
    if (phi.pyType !== 0 && now.pyType !== phi.pyType) b.guardType(now, phi.pyType);
    else if (phi.isObject && !now.isObject) {
      b.emit("guardObject", "none", now, null);
      now.isObject = true;
    }
    return now;
  }
  private fieldValue(field: HeadField): Node {
    return this.fields.get(field.node)?.node ?? this.loadOf(field, this.here(field.object) as Node);
  }
  private loadOf({ raw, offset, node }: HeadField, object: Node): Node {
    const { b } = this;
    if (raw === "i64") return b.emit("loadShifted", "int", object, null, offset);
    if (raw === "u32") return b.emit("loadU32Int", "int", object, null, offset);
    if (node.type === "int") return b.emit("loadFieldInt", "int", object, null, offset);
    throw new Abort("type-unstable", `a field of type ${node.type} is in memory`);
  }

  /** Gives every reference as many counts as its holders own at the head and in memory. */
  private settleCounts(values: ReadonlyMap<Node, Node>): void {
    const { b, head } = this;
    const wanted = new Map<Node, number>();
    const owned = new Map<Node, number>();
    const add = (map: Map<Node, number>, node: Node, n: number): void => void map.set(node, (map.get(node) ?? 0) + n);
    for (const [at, slot] of b.state.slots) {
      if (slot.node === null) continue;
      const phi = this.phiAt.get(at);
      const held = phi === undefined ? heldBy(slot.node) : (values.get(phi) as Node);
      if (!isCounted(held)) continue;
      if (phi !== undefined) {
        add(wanted, held, 1);
        // Memory's count becomes the trace's.
        if (slot.clean) add(owned, held, 1);
      } else if (!slot.clean && !this.constantAt.has(at)) add(wanted, held, 1);
      else if (!slot.clean) add(wanted, held, 0);
    }
    for (const [node, own] of head.own) {
      const here = this.here(node);
      if (here !== null && isCounted(here)) add(wanted, here, own);
    }
    for (const [node, n] of wanted) {
      let own = node.own + (owned.get(node) ?? 0);
      for (; own < n; own++) b.increment(node);
      for (; own > n; own--) b.release(node, true);
    }
  }

  private moves(values: ReadonlyMap<Node, Node>): Join["moves"] {
    const { regs, spilled } = this.target.placed;
    const from = (node: Node): Node => values.get(node) ?? (this.here(node) as Node);
    const moves: { from: Node; reg: number; spill: number }[] = [];
    for (const [reg, node] of regs.entries())
      if (node !== null && !node.isConst) moves.push({ from: from(node), reg, spill: -1 });
    for (const node of spilled) moves.push({ from: from(node), reg: -1, spill: node.spill });
    return moves;
  }
}

function isSame(words: Words, others: Words): boolean {
  const { state, live, resumePc, target, delegates } = words;
  const isWaiting = live === null && others.live === null && state === others.state && resumePc === others.resumePc;
  return isWaiting && target === others.target && delegates === others.delegates;
}

function mayBeObject(node: Node): boolean {
  return node.type === "ref" || (node.type === "value" && (!node.isConst || node.isObject));
}
