// The loop of a trace: what becomes of its variables at the head, where the second round begins, and at the end, where they have to be as they
// were there.
import { CoreConst } from "../../heap/generated/layout.ts";
import { Abort } from "../abort.ts";
import { isNumber, type Looseness, Node, type SlotView } from "../ir.ts";
import type { Recorded } from "../recording.ts";
import type { Builder } from "./builder.ts";
import { type CarriedField, findCarried, hasRoom } from "./carried-fields.ts";
import type { HeadFacts } from "./field-cache.ts";
import { loosely } from "./first-round.ts";
import { type Lessons, Retry } from "./lessons.ts";
import type { HeadGenerator, LoopHead } from "./loop-head.ts";
import { LoopVirtuals } from "./loop-virtuals.ts";
import { type FieldSlot, heldBy, isCounted } from "./state.ts";
import { type GeneratorView, isSuspendedSlot } from "./suspended.ts";

export class TraceLoop {
  readonly phis: Node[] = [];
  /** Slots that the loop has looked at. */
  readonly headReads = new Set<number>();
  head: LoopHead | null = null;
  private readonly b: Builder;
  private readonly lessons: Lessons;
  private readonly virtuals: LoopVirtuals;
  private readonly phiSlots = new Map<number, Node>();
  private readonly fieldPhis: { field: FieldSlot; phi: Node }[] = [];
  /** Fields that the loop has in registers; their nodes are phis. */
  private carried: readonly CarriedField[] = [];
  /** Slots that hold the same node in every round though they are written. */
  private readonly kept = new Map<number, Node>();
  /** Counts that the trace holds at the loop's head; those of phis are per register. */
  private readonly ownAtHead = new Map<Node, number>();
  private generatorsAtHead = "";
  private waitAtHead: readonly GeneratorView[] = [];
  private handlesNothingAtHead = false;
  private hasVirtualsAtHead = false;
  private atHead: {
    facts: HeadFacts;
    slots: ReadonlyMap<number, SlotView>;
    fields: readonly (FieldSlot & { slot: FieldSlot })[];
  } | null = null;

  constructor(b: Builder, lessons: Lessons) {
    this.b = b;
    this.lessons = lessons;
    this.virtuals = new LoopVirtuals(b, lessons.virtuals);
  }

  /** Whether the trace is in the very frames that it began in. */
  private isInBaseFrames(): boolean {
    const { frames, base } = this.b;
    return frames.length === base.length && frames.every((frame, i) => frame.delta === base[i]);
  }

  startLoop(first: Recorded): void {
    if (!this.isInBaseFrames()) throw new Abort("unknown-frame", "the loop ends in another frame");
    const { lessons } = this;
    const { state } = this.b;
    this.b.begin(first.pc);
    this.b.makeGenerators();
    for (const [slot, type] of lessons.headTypes) {
      const s = state.slot(slot);
      if (s.node?.type === "value" && !s.node.isConst)
        this.b.refine(s.node, this.b.pure(type === "int" ? "unboxInt" : "unboxFloat", type, s.node));
    }
    if (this.b.continuationCount > 0) {
      // Nothing outlives the calls, so nothing is kept from round to round.
      this.b.flush();
      this.b.calls.forgetRegisters(null);
    }
    this.virtuals.prepare([...state.slots].flatMap(([at, { node }]) => (node === null ? [] : [[at, node]])));
    if (lessons.writesGenerators) this.b.generators.writeAll();
    this.generatorsAtHead = this.b.generators.signature;
    this.waitAtHead = state.generators.map(({ view }) => view);
    if (typeof this.b.handled !== "string") this.b.handled = "something";
    this.handlesNothingAtHead = this.b.handled === "nothing";
    this.settleHead();
    this.b.settleDepth();
    // What is made from here on belongs to the loop: whoever joins it does not bring it along.
    for (const [at, { node, written, clean }] of state.slots)
      if (written && !clean && node !== null && this.looseness(at, node) !== null) this.b.box(node);
    this.b.firstInLoop = this.b.nextId;
    // A register that the round wrote varies; what it holds at the head of the loop is a new node, whose start is what it holds now.
    for (const [at, slot] of state.slots) {
      const start = slot.node;
      if (!slot.written || start === null) continue;
      if (slot.clean) {
        // Memory has it: it is loaded again when it is needed.
        state.forget(at);
        continue;
      }
      if (
        start.isConst
          ? this.keepsConstant(at, start)
          : this.b.generators.isUnchanged(at, start) && !lessons.varying.has(at)
      ) {
        this.kept.set(at, start);
        continue;
      }
      if (start.virtual !== null) {
        slot.node = this.virtuals.enter(at, start);
        continue;
      }
      if (start.op === "headPc") throw new Abort("unknown-frame", "frame head in a loop");
      // What its fields hold is known under the old name.
      this.b.writeFieldsOf(start);
      const phi = this.phiOf(start, this.looseness(at, start));
      this.phiSlots.set(at, phi);
      slot.node = phi;
      if (isCounted(start)) {
        start.dirtyHolders--;
        start.own--;
      }
      if (isCounted(phi)) {
        // Each such register has its own count from here on.
        phi.dirtyHolders = 1;
        phi.own = 1;
      }
    }
    for (const field of state.fields) {
      if (!field.written) continue;
      const phi = this.phiOf(field.node);
      field.node = phi;
      this.fieldPhis.push({ field, phi });
    }
    for (const slot of state.slots.values()) {
      slot.written = false;
      if (slot.node !== null && !slot.clean) this.ownAtHead.set(heldBy(slot.node), heldBy(slot.node).own);
    }
    for (const node of this.virtuals.constants()) this.ownAtHead.set(node, node.own);
    for (const field of state.fields) field.used = false;
    this.hasVirtualsAtHead = state.virtuals.size > 0;
    this.atHead = {
      facts: this.b.cache.keepInvariant((slot) => this.b.holdsSimple(slot)),
      slots: new Map(state.views().map((view) => [view.slot, view])),
      fields: state.fields.map((field) => ({ ...field, slot: field })),
    };
    this.carryFields();
    this.b.loopStart = this.b.code.length;
    this.b.count();
  }

  private carryFields(): void {
    const { cache } = this.b;
    const found = findCarried(this.b, cache.changed, cache.entries, this.lessons.notCarried);
    this.carried = found.flatMap((field) => {
      if (!hasRoom(this.phis, field.node.type as "int" | "float")) return [];
      const phi = this.phiOf(field.node);
      cache.entries.set(field.key, phi);
      return [{ ...field, node: phi }];
    });
  }
  /** What the fields hold at the end of the round. */
  private tieFields(): void {
    const { notCarried } = this.lessons;
    const before = notCarried.size;
    for (const { key, node: phi } of this.carried) {
      const now = this.b.cache.entries.get(key);
      const back = now === undefined ? undefined : this.fit(phi, now, () => {});
      if (back === undefined) notCarried.add(key);
      else phi.back = back;
    }
    if (notCarried.size === before) return;
    this.lessons.losesFacts ||= this.b.cache.hoped;
    throw new Retry("a field is not known at the loop's end");
  }

  /** What the loop turned out to take for granted at its head. null: nobody can join it. */
  describeHead(first: Recorded): LoopHead | null {
    const { atHead } = this;
    if (this.hasVirtualsAtHead || [...this.kept].some(([at, { isConst }]) => !isConst && !isSuspendedSlot(at)))
      return null;
    if (atHead === null || this.b.frames.length !== 1 || this.b.frame.delta !== 0 || this.b.continuationCount > 0)
      return null;
    const stale = new Set<number>();
    const read = new Map<number, Node>();
    const unread = new Map<number, Node | null>();
    const typed = new Map<number, NonNullable<SlotView["known"]>>();
    for (const [at, view] of atHead.slots) {
      if (view.stale) stale.add(at);
      if (!view.clean) {
        if (!this.phiSlots.has(at) && !this.kept.has(at)) return null;
      } else if (!this.headReads.has(at)) unread.set(at, view.node);
      else if (view.node !== null) read.set(at, view.node);
      else if (view.known !== null) typed.set(at, view.known);
    }
    const generators: HeadGenerator[] = [];
    for (const view of this.waitAtHead) {
      const at = [...read].find(([, node]) => node === view.node)?.[0];
      if (at === undefined || view.words.live !== null || view.memory.live !== null) return null;
      generators.push({ ...view, at });
    }
    const varies = new Set(this.fieldPhis.map(({ phi }) => phi));
    const fields = atHead.fields.filter(({ node, slot }) => varies.has(node) || slot.used);
    const inGenerators = new Set([...this.kept].flatMap(([at, node]) => (isSuspendedSlot(at) ? [node] : [])));
    const own = new Map(
      [...this.ownAtHead].filter(([node]) => (node.isConst || inGenerators.has(node)) && isCounted(node)),
    );
    return {
      pc: first.pc,
      firstId: this.b.firstInLoop,
      phis: this.phiSlots,
      constants: this.kept,
      generators,
      handlesNothing: this.handlesNothingAtHead,
      stale,
      read,
      typed,
      ...this.b.cache.used(atHead.facts),
      carried: this.carried,
      numbered: new Set([...this.b.numbered.values()].filter(({ id }) => id >= 0 && id < this.b.firstInLoop)),
      used: this.b.usedNumbered,
      byNumber: (id) => this.nodeWith(id),
      fields: fields.map(({ object, offset, node, raw }) => ({ object, offset, node, raw, varies: varies.has(node) })),
      own,
      unread,
      unused: this.b.cache.unused(atHead.facts),
      untouched: atHead.fields.filter((field) => !fields.includes(field)),
    };
  }
  private nodeWith(id: number): Node | undefined {
    const has = (node: Node): boolean => node.id === id;
    return [...this.b.constants.values()].find(has) ?? this.b.code.find(has) ?? this.b.inherited?.nodes.get(id);
  }

  /** Gives every counted node that written slots hold as many counts as it has such slots. */
  private settleHead(): void {
    for (const [at, slot] of this.b.state.slots) {
      const node = slot.node;
      if (node === null || slot.clean || !slot.written || !isCounted(node)) continue;
      if (node.virtual !== null || (node.isConst && this.keepsConstant(at, node))) continue;
      this.ownFully(node);
    }
    for (const node of this.virtuals.ownedAtHead()) this.ownFully(node);
  }
  /**
   * Whether a register that the round has left a constant in is taken to hold it in all rounds. Numbers and flags in variables are not: another
   * way through the loop would leave something else there.
   */
  private keepsConstant(slot: number, node: Node): boolean {
    if (this.lessons.varying.has(slot)) return false;
    if (this.looseness(slot, node) !== null) return false;
    const isPlain = isNumber(node.type) || node.pyType === CoreConst.TYPE_BOOL;
    return !isPlain || !this.b.isLocal(slot);
  }
  private ownFully(node: Node): void {
    for (; node.own < node.dirtyHolders; node.own++) this.b.increment(node);
  }

  private looseness(slot: number, start: Node): Looseness | null {
    if (!this.b.isLocal(slot) || this.lessons.headTypes.has(slot)) return null;
    return this.b.firstRound.looseness(slot, start);
  }

  phiOf(start: Node, loose: Looseness | null = null): Node {
    const phi = new Node(
      "phi",
      loose === null ? start.type : "value",
      loose === null || start.type === "ref" ? start : this.b.box(start),
      null,
      null,
      0,
      0,
    );
    this.b.name(phi);
    phi.loose = loose;
    phi.isNew = start.isNew;
    if (loose === null) {
      phi.immortal = start.immortal && !start.isConst;
      phi.isObject = start.isObject;
      phi.pyType = start.isObject ? start.pyType : 0;
    } else phi.immortal = loose === "int" || loose === "float" || loose === "singleton";
    this.phis.push(phi);
    return phi;
  }

  closeLoop(first: Recorded): void {
    const { lessons } = this;
    const { state } = this.b;
    this.b.begin(first.pc);
    if (!this.isInBaseFrames()) throw new Abort("unknown-frame", "the loop ends in another frame");
    this.b.makeGenerators();
    if (this.b.continuationCount > 0) this.b.flush();
    if (lessons.writesGenerators) this.b.generators.writeAll();
    if (this.b.generators.signature !== this.generatorsAtHead) {
      if (lessons.writesGenerators) throw new Abort("type-unstable", "a generator runs at the head of the loop");
      lessons.writesGenerators = true;
      throw new Retry("other generators are known at the loop's end than at its head");
    }
    if (this.handlesNothingAtHead) this.b.guardHandlesNothing();
    this.b.settleDepth();
    for (const at of this.phiSlots.keys()) this.b.real(state.slot(at).node ?? this.b.empty);
    this.virtuals.settleEnd();
    for (const [at, phi] of this.phiSlots) {
      const slot = state.slot(at);
      if (slot.node === null || slot.clean) {
        // In the first round it was left in a register, now in memory: it must be taken out again.
        throw new Abort("type-unstable", `slot ${at} is in memory`);
      }
      const back = this.fit(phi, slot.node, (type) => lessons.headTypes.set(at, type));
      if (back === undefined) throw new Abort("type-unstable", `slot ${at}`);
      phi.back = back;
    }
    this.tieFields();
    const inVirtuals = this.virtuals.tie((phi, now, wanted) => this.fit(phi, now, wanted));
    const changed = [...this.kept].filter(([at, kept]) => state.slot(at).node !== kept || state.slot(at).clean);
    for (const [at] of changed) lessons.varying.add(at);
    if (changed.length > 0)
      throw new Retry(`slots that looked invariant vary: ${changed.map(([at]) => at).join(", ")}`);
    if (inVirtuals === undefined) throw new Retry("an object left out is another kind of object at the loop's end");
    const carried = new Set<FieldSlot>();
    for (const { field, phi } of this.fieldPhis) {
      // A step writes all fields and forgets them: what came after it is another entry for the same field.
      const now = state.field(field.object, field.offset);
      if (now === undefined) throw new Abort("type-unstable", "a field is in memory");
      phi.back = now.node;
      carried.add(now);
    }
    for (const field of state.fields) {
      if (!field.dirty || carried.has(field)) continue;
      this.b.storeRaw(field, field.node);
      field.dirty = false;
    }
    for (const [at, slot] of state.slots) {
      if (slot.clean || slot.node === null) continue;
      if (!this.phiSlots.has(at) && !this.kept.has(at) && !this.virtuals.has(at) && slot.written)
        throw new Abort("type-unstable", `slot ${at} was in memory`);
    }
    // Each counted register goes round with a count of its own.
    const shares = new Map<Node, number>();
    for (const [node, own] of this.ownAtHead) if (isCounted(node) && node.op !== "phi") shares.set(node, own);
    for (const at of this.phiSlots.keys()) {
      const node = state.slot(at).node as Node;
      if (isCounted(node)) shares.set(node, (shares.get(node) ?? 0) + 1);
    }
    for (const node of inVirtuals) if (isCounted(node)) shares.set(node, (shares.get(node) ?? 0) + 1);
    for (const [node, wanted] of shares) {
      for (; node.own < wanted; node.own++) this.b.increment(node);
      for (; node.own > wanted; node.own--) this.b.release(node, true);
    }
    if (this.b.cache.hoped) {
      lessons.losesFacts = true;
      throw new Retry("something dies in every round that was hoped not to");
    }
  }

  /** What a phi goes on with, of the phi's type; undefined if that can't be. `wanted`: what it should rather have been from the start. */
  private fit(phi: Node, now: Node, wanted: (type: "int" | "float") => void): Node | undefined {
    if (now === phi) return now;
    if (phi.loose !== null) return loosely(this.b, now, phi);
    if (isNumber(phi.type)) {
      let fitting = now;
      if (now.type === "value" && !now.isConst && !now.isObject) {
        fitting = this.b.pure(phi.type === "int" ? "unboxInt" : "unboxFloat", phi.type, now);
        this.b.refine(now, fitting);
      }
      return fitting.type === phi.type ? fitting : undefined;
    }
    let fitting = now;
    if (isNumber(now.type)) {
      wanted(now.type);
      fitting = this.b.box(now);
    }
    if (phi.isObject && !fitting.isObject) {
      if (phi.pyType === 0 || !this.b.guardType(fitting, phi.pyType)) return undefined;
    } else if (phi.pyType !== 0 && fitting.pyType !== phi.pyType) {
      if (fitting.pyType !== 0 || !this.b.guardType(fitting, phi.pyType)) return undefined;
    }
    // (The loop counts nothing for what it takes to be immortal.)
    return phi.immortal && isCounted(fitting) ? undefined : fitting;
  }

  /** A number of the head that came as any value is wanted as this type: the loop should have it so from the start. */
  wants(node: Node, type: "int" | "float"): void {
    if (node.op !== "phi") return;
    const { headTypes } = this.lessons;
    for (const [slot, phi] of this.phiSlots)
      if (phi === node && headTypes.get(slot) !== type) {
        headTypes.set(slot, type);
        throw new Retry(`slot ${slot} should be ${type} from the start`);
      }
    if (this.virtuals.wants(node, type))
      throw new Retry(`a field of an object left out should be ${type} from the start`);
  }
}
