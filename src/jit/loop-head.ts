// The head of a compiled loop, and how a side trace gets back there without going through the loop's first round again. The loop's code relies
// on what was known at its head: values in certain registers, memory of frame registers, fields and shapes it has not looked at since. A side
// trace may go straight to the head if all of it still holds, which it can tell because inherited values keep their numbers; what the loop
// changes from round to round (phis) gets the side trace's values.
import type { Builder } from "./builder.ts";
import type { HeadFacts } from "./field-cache.ts";
import type { FieldEntry, IrType, Join, Node, Word } from "./ir.ts";
import type { PlacedHead } from "./registers.ts";
import { type FieldSlot, heldBy, isCounted } from "./state.ts";

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
  /** No exception is being handled. */
  readonly handlesNothing: boolean;
  /** Frame registers whose memory may have bits of a reference that the trace owns. */
  readonly stale: ReadonlySet<number>;
  /** Frame registers that only memory and the loop's own nodes have: what the loop takes them to hold. */
  readonly read: ReadonlyMap<number, Node>;
  readonly typed: ReadonlyMap<number, { readonly type: IrType; readonly pyType: number }>;
  readonly facts: HeadFacts;
  readonly fields: readonly HeadField[];
  /** Guards before the loop that it would repeat otherwise, by the key under which they are numbered. */
  readonly guards: readonly string[];
  /** Values from before the loop that are known to be objects, by number: their exact types, 0 if unknown. */
  readonly objects: ReadonlyMap<number, number>;
  /** Counts of constants that the trace owns. */
  readonly own: ReadonlyMap<Node, number>;
  /** What was known at the head but the loop does not ask for. */
  readonly unread: ReadonlyMap<number, Node | null>;
  readonly unused: HeadFacts;
  readonly untouched: readonly FieldEntry[];
}

/** A loop that a trace may join: its head, and where its values are. */
export interface JoinTarget {
  readonly head: LoopHead;
  readonly placed: PlacedHead;
  readonly codeOffset: number;
}

function same(x: Node | null | undefined, y: Node): boolean {
  if (x === null || x === undefined) return false;
  if (!x.isConst || !y.isConst) return !x.isConst && !y.isConst && x.id === y.id;
  const p = x.boxed as Word;
  const q = y.boxed as Word;
  return x.type === y.type && p.low === q.low && p.high === q.high;
}

/** Brings the state at the end of a trace into the form that the loop's head wants. null: it can't be done, and nothing was emitted. */
export function joinLoop(b: Builder, target: JoinTarget): Join | null {
  const joiner = new Joiner(b, target);
  return joiner.fits() ? joiner.join() : null;
}

class Joiner {
  private readonly b: Builder;
  private readonly target: JoinTarget;
  private readonly head: LoopHead;
  /** What each field of the loop's phis is here, null: in memory. */
  private readonly fields = new Map<Node, FieldSlot | null>();

  constructor(b: Builder, target: JoinTarget) {
    this.b = b;
    this.target = target;
    this.head = target.head;
  }

  fits(): boolean {
    return this.isAtHead() && this.factsHold() && this.slotsFit() && this.fieldsFit() && this.invariantsAreHere();
  }

  private isAtHead(): boolean {
    const { frames, frame, state } = this.b;
    return frames.length === 1 && frame.delta === 0 && state.generators.length === 0;
  }
  private factsHold(): boolean {
    const { cache, inherited } = this.b;
    const { guards, objects } = this.head;
    const { entries, shapes } = this.head.facts;
    // An exit before the loop has been left before all of this was known.
    for (const key of guards) if (!this.b.isNumbered(key)) return this.no(`guard ${key}`);
    for (const [id, node] of inherited?.nodes ?? []) {
      const type = objects.get(id);
      if (type !== undefined && (!node.isObject || (type !== 0 && node.pyType !== type)))
        return this.no(`v${id} has another type`);
    }
    for (const [key, node] of entries) if (!same(cache.entries.get(key), node)) return this.no(`field ${key}`);
    for (const [node, shape] of shapes) {
      const here = this.here(node);
      if (here === null || cache.shapes.get(here) !== shape) return this.no("shape");
    }
    return true;
  }
  private slotsFit(): boolean {
    const { state } = this.b;
    const { phis, constants, read, typed } = this.head;
    for (const [at, phi] of phis) {
      const now = state.slots.get(at)?.node ?? null;
      if (now !== null && !this.mayBecome(now, phi)) return this.no(`slot ${at}`);
      if (now === null && phi.type !== "int" && phi.type !== "float") return this.no(`slot ${at} is in memory`);
    }
    for (const [at, node] of constants) {
      const slot = state.slots.get(at);
      if (slot === undefined || !same(slot.node, node)) return this.no(`slot ${at} is another constant`);
      if (slot.clean && isCounted(node)) return this.no(`slot ${at} is counted`);
    }
    for (const [at, node] of read)
      if (!same(state.slots.get(at)?.node, node)) {
        const now = state.slots.get(at);
        return this.no(
          `slot ${at} has changed: v${node.id}, ${now === undefined ? "unseen" : now.node === null ? "unknown" : `v${now.node.id} ${now.node.op}`}`,
        );
      }
    for (const [at, { type, pyType }] of typed) {
      const slot = state.slots.get(at);
      const now = slot?.node ?? slot?.known;
      if (now === null || now === undefined) return this.no(`slot ${at} is unknown`);
      const isObject = "isObject" in now ? now.isObject : now.type === "ref";
      if (type === "ref" ? !isObject || (pyType !== 0 && now.pyType !== pyType) : now.type !== type)
        return this.no(`slot ${at} has another type`);
    }
    return true;
  }
  private mayBecome(now: Node, phi: Node): boolean {
    if (now.op === "headPc" || now.op === "headAux") return false;
    if (phi.type === "int" || phi.type === "float")
      return now.type === phi.type || (now.type === "value" && !now.isConst && !now.isObject);
    const isNumber = now.type === "int" || now.type === "float";
    if (isNumber) return !phi.isObject && phi.pyType === 0;
    if (phi.isObject && !now.isObject) return phi.pyType !== 0 && !now.isConst;
    return phi.pyType === 0 || now.pyType === phi.pyType || (now.pyType === 0 && !now.isConst);
  }
  private fieldsFit(): boolean {
    for (const field of this.head.fields) {
      const object = this.here(field.object);
      if (object === null) return this.no("an iterator is another one");
      const now = this.b.state.field(object, field.offset) ?? null;
      if (now !== null && !field.varies && !same(now.node, field.node)) return this.no("a field has changed");
      if (now === null && (!field.varies || field.node.type !== "int")) return this.no("a field is in memory");
      if (now !== null && field.node.type !== now.node.type) return this.no("a field has another type");
      if (field.varies) this.fields.set(field.node, now);
    }
    return true;
  }
  private invariantsAreHere(): boolean {
    const { regs, spilled } = this.target.placed;
    for (const node of [...regs, ...spilled])
      if (node !== null && node.op !== "phi" && !node.isConst && this.here(node) === null)
        return this.no(`v${node.id} is gone`);
    return true;
  }
  private no(why: string): false {
    this.b.joinFailure = why;
    return false;
  }

  /** The loop's node as this trace has it. */
  private here(node: Node): Node | null {
    return node.isConst ? this.b.sameConstant(node) : (this.b.inherited?.nodes.get(node.id) ?? null);
  }

  join(): Join {
    const { b, head } = this;
    const { state } = b;
    const values = new Map<Node, Node>();
    // Guards first: they leave with everything as it is.
    if (head.handlesNothing) b.guardHandlesNothing();
    for (const [at, phi] of head.phis) values.set(phi, this.convert(at, phi));
    for (const field of head.fields) if (field.varies) values.set(field.node, this.fieldValue(field));
    this.settleCounts(values);
    for (const [at, slot] of state.slots) {
      if (slot.node === null) continue;
      const carried = head.phis.has(at) || head.constants.has(at);
      if (!carried && !slot.clean) b.storeSlot(at, slot.node);
      else if (carried && !head.stale.has(at) && (slot.stale || (slot.clean && mayBeObject(slot.node))))
        b.emit("storeSlotConst", "none", null, null, at * 8, { low: 0, high: 0 });
    }
    for (const field of state.fields) {
      const carried = [...this.fields.values()].includes(field);
      if (field.dirty && !carried) b.storeField(field.object, field.offset, field.node, field.raw);
    }
    b.settleDepth();
    return { moves: this.moves(values), codeOffset: this.target.codeOffset };
  }

  /** What a slot holds, as its phi wants it. */
  private convert(at: number, phi: Node): Node {
    const { b } = this;
    let now = b.state.slot(at).node;
    if (now === null) {
      now = b.emit(phi.type === "int" ? "loadSlotInt" : "loadSlotFloat", phi.type, null, null, at * 8);
      const slot = b.state.slot(at);
      slot.node = now;
      slot.clean = true;
    }
    if (phi.type === "int" || phi.type === "float") return phi.type === "int" ? b.asInt(now) : b.asFloat(now);
    if (now.type === "int" || now.type === "float") return b.box(now);
    if (phi.pyType !== 0 && now.pyType !== phi.pyType) b.guardType(now, phi.pyType);
    return now;
  }
  private fieldValue(field: HeadField): Node {
    const { b } = this;
    const now = this.fields.get(field.node);
    if (now !== null && now !== undefined) return now.node;
    const object = this.here(field.object) as Node;
    if (field.raw === "i64") return b.emit("loadShifted", "int", object, null, field.offset);
    if (field.raw === "u32") return b.emit("loadU32Int", "int", object, null, field.offset);
    return b.emit("loadFieldInt", "int", object, null, field.offset);
  }

  /** Gives every reference as many counts as its holders own at the head and in memory. */
  private settleCounts(values: ReadonlyMap<Node, Node>): void {
    const { b, head } = this;
    const wanted = new Map<Node, number>();
    const owned = new Map<Node, number>();
    const add = (map: Map<Node, number>, node: Node, n: number): void => void map.set(node, (map.get(node) ?? 0) + n);
    for (const [at, slot] of b.state.slots) {
      if (slot.node === null) continue;
      const phi = head.phis.get(at);
      const held = phi === undefined ? heldBy(slot.node) : (values.get(phi) as Node);
      if (!isCounted(held)) continue;
      if (phi !== undefined) {
        add(wanted, held, 1);
        // Memory's count becomes the trace's.
        if (slot.clean) add(owned, held, 1);
      } else if (!slot.clean && !head.constants.has(at)) add(wanted, held, 1);
      else if (!slot.clean) add(wanted, held, 0);
    }
    for (const [constant, own] of head.own) {
      const here = b.sameConstant(constant);
      if (here !== null) add(wanted, here, own);
    }
    for (const [node, n] of wanted) {
      let own = node.own + (owned.get(node) ?? 0);
      for (; own < n; own++) b.increment(node);
      for (; own > n; own--) b.release(node, true);
    }
  }

  private moves(values: ReadonlyMap<Node, Node>): Join["moves"] {
    const { regs, spilled } = this.target.placed;
    const from = (node: Node): Node =>
      (node.op === "phi" ? (values.get(node) ?? this.here(node)) : this.here(node)) as Node;
    const moves: { from: Node; reg: number; spill: number }[] = [];
    for (const [reg, node] of regs.entries())
      if (node !== null && !node.isConst) moves.push({ from: from(node), reg, spill: -1 });
    for (const node of spilled) moves.push({ from: from(node), reg: -1, spill: node.spill });
    return moves;
  }
}

function mayBeObject(node: Node): boolean {
  return node.type === "ref" || (node.type === "value" && (!node.isConst || node.isObject));
}
