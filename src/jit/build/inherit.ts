// The beginning of a side trace: what its parent knew at the exit that it grows from, with every value where the parent's registers had it.
// Nodes of the parent become `entry` nodes with the same numbers, so facts keyed by numbers stay true, and so that the way back into the loop
// can tell which values are those of the loop's head. Only what was known when the exit's guard was reached counts.

import type { PlacedExit } from "../emit/placed.ts";
import type { EntryPlace, ExitKnowledge, Frame, Snapshot, Word } from "../ir.ts";
import { type IR_OPS, Node } from "../ir.ts";
import type { FieldCache } from "./field-cache.ts";
import type { JournaledMap } from "./journal.ts";
import type { LoopHead } from "./loop-head.ts";
import { COUNTING, FrameState, heldBy, isCounted } from "./state.ts";
import { Generator } from "./suspended.ts";
import { exceptionOf, type Virtual } from "./virtual-object.ts";

/** What is kept of a trace's builder for its side traces. */
export interface TraceKnowledge {
  readonly cache: FieldCache;
  readonly numbered: JournaledMap<string, Node>;
  readonly constants: ReadonlyMap<string, Node>;
  readonly empty: Node;
  /** Number that no node of the trace or of those it grew from has. */
  readonly nextId: number;
  /** null: it does not close. */
  readonly head: LoopHead | null;
}

/** The exit that a trace grows from. */
export interface ParentExit {
  /** Guards that leave there, all with the same state. */
  readonly exits: readonly PlacedExit[];
  readonly knowledge: TraceKnowledge;
  /** Values that have a spill slot. */
  readonly spilled: ReadonlySet<Node>;
  /** The guard that has failed, if it is known. */
  readonly failed: Node | null;
}

export interface Inherited {
  readonly handled: ExitKnowledge["handled"];
  readonly state: FrameState;
  readonly frames: Frame[];
  readonly entries: ReadonlyMap<string, Node>;
  readonly shapes: ReadonlyMap<Node, number>;
  readonly numbered: ReadonlyMap<string, Node>;
  readonly constants: ReadonlyMap<string, Node>;
  readonly empty: Node;
  readonly entry: readonly EntryPlace[];
  /** Loads of what only memory has, to be the first nodes. */
  readonly loads: readonly Node[];
  /** Every value that is at hand, by number. */
  readonly nodes: ReadonlyMap<number, Node>;
}

export function inherit(from: ParentExit): Inherited {
  return new Heir(from).take();
}

class Heir {
  private readonly from: ParentExit;
  private readonly snapshot: Snapshot;
  private readonly known: ExitKnowledge;
  /** Number of the first node that leaves: what was not known there is not known. */
  private readonly at: number;
  /** What is in the registers, whichever guard leaves. */
  private readonly regs: (Node | null)[];
  private readonly position: number;
  private readonly copies = new Map<Node, Node>();
  private readonly entry: EntryPlace[] = [];
  private readonly loads: Node[] = [];
  /** Those of the parent as the side trace has them. */
  private readonly generators = new Map<Generator, Generator>();

  constructor(from: ParentExit) {
    this.from = from;
    const [first, ...others] = from.exits as readonly [PlacedExit, ...PlacedExit[]];
    this.snapshot = first.snapshot;
    this.known = first.snapshot.known as ExitKnowledge;
    this.at = first.node?.id ?? Number.POSITIVE_INFINITY;
    this.regs = first.regs.map((node, r) => (others.every(({ regs }) => regs[r] === node) ? node : null));
    this.position = Math.max(...from.exits.map(({ position }) => position));
  }

  take(): Inherited {
    const { knowledge } = this.from;
    const { known } = this;
    this.nameVirtuals();
    const constants = new Map<string, Node>();
    for (const [key, node] of knowledge.constants) constants.set(key, this.copy(node) as Node);
    const empty = this.copy(knowledge.empty) as Node;
    const state = this.state();
    const entries = new Map<string, Node>();
    const { head } = knowledge;
    const inLoop = head !== null && this.at >= head.firstId ? head : null;
    for (const [key, node] of knowledge.cache.entries.at(known.entries)) {
      if (inLoop?.unused.entries.get(key) === node) continue;
      const copy = this.copy(node);
      if (copy !== null) entries.set(key, copy);
    }
    const shapes = new Map<Node, number>();
    for (const [node, shape] of knowledge.cache.shapes.at(known.shapes)) {
      if (inLoop?.unused.shapes.get(node) === shape) continue;
      const copy = this.copy(node);
      if (copy !== null) shapes.set(copy, shape);
    }
    const numbered = new Map<string, Node>();
    for (const [key, node] of knowledge.numbered.at(known.numbered, ({ id }) => id >= 0 && id < this.at)) {
      // Who comes to the loop by another way has done again only what the loop asks for.
      if (inLoop !== null && node.type === "none" && node.id < inLoop.firstId && !inLoop.used.has(key)) continue;
      const copy = node.type === "none" ? node : this.copy(node);
      if (copy !== null) numbered.set(key, copy);
    }
    for (const node of this.regs) if (node !== null) this.copy(node);
    for (const node of this.from.spilled) this.copy(node);
    const frames = known.frames.map(({ resumed, ...frame }) => {
      const generator = resumed && this.generators.get(resumed.generator);
      return {
        ...frame,
        callable: frame.callable && this.copy(frame.callable),
        instance: frame.instance && this.copy(frame.instance),
        ...(generator && { resumed: { generator, mode: resumed.mode } }),
      };
    });
    const nodes = new Map<number, Node>();
    for (const copy of this.copies.values())
      if (copy.id >= 0 && !copy.isConst && copy.virtual === null) nodes.set(copy.id, copy);
    const { entry, loads } = this;
    const handled = this.handled();
    return { handled, state, frames, entries, shapes, numbered, constants, empty, entry, loads, nodes };
  }

  /** An exception that has not been made is handed over. */
  private handled(): ExitKnowledge["handled"] {
    const { handled } = this.known;
    if (typeof handled !== "string")
      return exceptionOf(handled) === undefined ? "something" : (this.copy(handled) as Node);
    // What a loop does not rely on need not hold where it is entered by another way.
    return handled === "nothing" ? "unknown" : handled;
  }

  private state(): FrameState {
    const { snapshot } = this;
    const { head } = this.from.knowledge;
    const inLoop = head !== null && this.at >= head.firstId ? head : null;
    const state = new FrameState();
    state.depth = snapshot.depth;
    for (const { slot: at, node, clean, stale, known } of this.known.slots) {
      // What the loop does not look at need not hold any more when it is entered by another way.
      if (clean && inLoop?.unread.has(at) && (node === null || inLoop.unread.get(at) === node)) continue;
      const slot = state.slot(at);
      slot.stale = stale;
      slot.known = known;
      if (node === null) {
        slot.clean = clean;
        continue;
      }
      const copy = this.copy(node) ?? this.load(node, at);
      if (copy === null) continue;
      slot.node = copy;
      slot.clean = clean;
      const held = heldBy(copy);
      if (isCounted(held)) {
        if (clean) held.cleanHolders++;
        else this.hold(held);
      }
    }
    this.fillVirtuals(state);
    this.takeGenerators(state);
    for (const { node } of snapshot.owed) {
      const copy = this.copy(node) as Node;
      // A guard with the same snapshot may have found a singleton there since.
      if (isCounted(copy)) copy.own--;
    }
    for (const node of snapshot.drops ?? []) {
      const copy = this.copy(node) as Node;
      copy.own++;
      state.unsettled.push(copy);
    }
    for (const { slot, dirty, seen } of this.known.fields) {
      const { object, offset, node, raw } = slot;
      if (inLoop?.untouched.some((f) => f.object === object && f.offset === offset && f.node === node)) continue;
      const copyOfObject = this.copy(object);
      const copy = this.copy(node);
      if (copyOfObject === null || copy === null) {
        if (dirty) throw new Error("krait: a field is lost at an exit");
        continue;
      }
      state.seen.set(copyOfObject, seen);
      state.fields.push({ object: copyOfObject, offset, raw, node: copy, dirty, written: false, used: false });
    }
    return state;
  }

  /** Somebody who isn't in memory holds it. */
  private hold(node: Node): void {
    node.dirtyHolders++;
    if (node.virtual === null) node.own++;
  }

  /** Objects that have not been made, as they were at the exit: the parent may have changed them since. */
  private nameVirtuals(): void {
    for (const { node, type } of this.snapshot.virtuals) {
      const copy = new Node("virtual", "ref", null, null, null, 0, 0);
      const { virtual } = node as { virtual: Virtual };
      copy.virtual = virtual.twin();
      copy.virtual.site = virtual.site;
      copy.isObject = true;
      copy.pyType = type;
      copy.id = node.id;
      this.copies.set(node, copy);
    }
  }
  private fillVirtuals(state: FrameState): void {
    for (const { node: parents, fields, ownFields, raised } of this.snapshot.virtuals) {
      const node = this.copies.get(parents) as Node;
      const virtual = node.virtual as Virtual;
      if (exceptionOf(node) !== undefined) exceptionOf(node)?.raised.push(...raised);
      for (const { offset, node: held, raw } of fields.slice(0, ownFields)) {
        const copy = this.copy(held);
        if (copy === null) throw new Error("krait: a field of an object is lost at an exit");
        virtual.fields.set(offset, { node: copy, raw });
        if (COUNTING.has(raw) && isCounted(copy)) this.hold(copy);
      }
      state.virtuals.add(node);
    }
  }
  /** Of one that is nowhere memory is right: the side trace comes to know it when it needs it. */
  private takeGenerators(state: FrameState): void {
    for (const view of this.known.generators) {
      const node = this.copy(view.node);
      if (node === null) continue;
      const generator = Generator.handedOver(view, node);
      this.generators.set(view.generator, generator);
      state.generators.push(generator);
    }
  }

  /** The node as the side trace has it; null: its value is nowhere. */
  private copy(node: Node): Node | null {
    const known = this.copies.get(node);
    if (known !== undefined) return known;
    // It has died by then, or does not exist yet.
    if (node.virtual !== null) return null;
    let copy: Node;
    if (node.isConst) {
      copy = new Node("const", node.type, null, null, null, 0, 0);
      copy.boxed = node.boxed as Word;
      copy.number = node.number;
      copy.isObject = node.isObject;
      copy.pyType = node.pyType;
    } else if (node.op === "headPc" || node.op === "headAux") {
      const instance = node.a === null ? null : this.copy(node.a);
      if (node.a !== null && instance === null) return null;
      copy = new Node(node.op, node.type, instance, null, null, node.imm, node.imm2);
      copy.step = node.step;
    } else {
      const reg = this.regs.indexOf(node);
      const spill = this.hasSpill(node) ? node.spill : -1;
      if (reg < 0 && spill < 0) return null;
      copy = new Node("entry", node.type, null, null, null, 0, 0);
      this.date(copy, node);
      this.entry.push({ node: copy, reg, spill });
    }
    copy.immortal = node.immortal;
    copy.isCharacter = node.isCharacter;
    copy.loose = node.loose;
    copy.isNew = node.isNew;
    copy.id = node.id;
    this.copies.set(node, copy);
    // (Of what is inside something that is inside the keeper, what is between them may not be at hand.)
    for (let at = node.keeper; at !== null && copy.keeper === null; at = at.keeper) copy.keeper = this.copy(at);
    return copy;
  }
  /** Whether its spill slot holds it at the exit. */
  private hasSpill(node: Node): boolean {
    return this.from.spilled.has(node) && node.id < this.at && node.lastUse >= this.position;
  }

  /** Only the memory of a clean slot has the value. */
  private load(node: Node, at: number): Node | null {
    if (this.known.slots.some((s) => s.node === node && !s.clean)) throw new Error("krait: a value is lost at an exit");
    // Who returns from the frame looks into its head.
    if (node.op === "headAux") return null;
    const op = node.type === "int" ? "loadSlotIntKnown" : node.type === "float" ? "loadSlotFloatKnown" : "loadSlot";
    const copy = new Node(op, node.type, null, null, null, at * 8, 0);
    this.date(copy, node);
    copy.immortal = node.immortal;
    copy.isCharacter = node.isCharacter;
    copy.id = node.id;
    this.copies.set(node, copy);
    this.loads.push(copy);
    return copy;
  }
  private date(copy: Node, node: Node): void {
    copy.isObject = node.wasObject(this.at);
    copy.pyType = node.typeAt(this.at);
  }
}

const INVERSES: Partial<Record<keyof typeof IR_OPS, [op: keyof typeof IR_OPS, swapped: boolean]>> = {
  guardEqIntK: ["guardNeIntK", false],
  guardNeIntK: ["guardEqIntK", false],
  guardLtIntK: ["guardGeIntK", false],
  guardGeIntK: ["guardLtIntK", false],
  guardLeIntK: ["guardGtIntK", false],
  guardGtIntK: ["guardLeIntK", false],
  guardLtInt: ["guardLeInt", true],
  guardLeInt: ["guardLtInt", true],
  guardEqInt: ["guardNeInt", false],
  guardNeInt: ["guardEqInt", false],
  guardLtFloat: ["guardNotLtFloat", false],
  guardLeFloat: ["guardNotLeFloat", false],
  guardEqFloat: ["guardNotEqFloat", false],
  guardNotLtFloat: ["guardLtFloat", false],
  guardNotLeFloat: ["guardLeFloat", false],
  guardNotEqFloat: ["guardEqFloat", false],
  guardIs: ["guardIsNot", false],
  guardIsNot: ["guardIs", false],
  guardSame: ["guardNotSame", false],
  guardNotSame: ["guardSame", false],
};

/** The guard that holds where this one has failed; undefined: nothing is known. */
export function inverseGuard({
  op,
  a,
  b,
}: Node): { op: keyof typeof IR_OPS; a: Node | null; b: Node | null } | undefined {
  const inverse = INVERSES[op];
  if (inverse === undefined) return undefined;
  return inverse[1] ? { op: inverse[0], a: b, b: a } : { op: inverse[0], a, b };
}
