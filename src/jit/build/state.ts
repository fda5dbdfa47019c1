// What the interpreter's frame registers would hold at this point of the trace, and who owns the references in them.
//
// A slot is a frame register, numbered in words from the root frame's R. It is *clean* if its memory holds its node, else *dirty*: exits and
// stepped instructions write it. A reference in a clean slot is owned by that memory. A dirty slot owns one count too, but only in the
// program's view: the trace holds `own` counts for a node, any number from 0 to `dirtyHolders`; what is missing (`owed`) is counted by exits.
// A node with own = 0 and no clean slot is *borrowed*: something else keeps the object alive (a constant, a field it was read from), until an
// operation that may drop references of unknown objects; before that, protectBorrowed counts it.
// `stale`: the memory of a dirty slot still has the bits of a reference whose count has moved to the trace, so it must be overwritten before
// anybody else looks.
import { CoreConst } from "../../heap/generated/layout.ts";
import type { FieldEntry, IrType, Node, OwedCount, SlotEntry, SlotView, VirtualEntry } from "../ir.ts";
import type { Profile } from "../statistics/profile.ts";
import type { Generator } from "./suspended.ts";
import { exceptionOf, type Raised, type Virtual } from "./virtual-object.ts";

const NOWHERE: readonly Raised[] = [];
/** Stands for vm->handled where that is an exception that has not been made. */
export const HANDLED_SLOT = -(2 ** 24) - 1;

export interface Slot {
  /** null: unknown, the memory says (locals), or nothing (temporaries). */
  node: Node | null;
  clean: boolean;
  stale: boolean;
  /** Set by writes since the loop's head. */
  written: boolean;
  /** What is known of the memory's contents though there is no node for it. */
  known: { readonly type: IrType; readonly pyType: number } | null;
  /** As the last snapshot has it. */
  entry: SlotEntry | null;
  /** The slot as it was when somebody last looked. */
  view: SlotView | null;
}

/** A field of an object that lives in a register while the trace runs (the position of an iterator …). */
export interface FieldSlot {
  readonly object: Node;
  readonly offset: number;
  readonly raw: FieldEntry["raw"];
  node: Node;
  dirty: boolean;
  written: boolean;
  /** Asked for since the loop's head. */
  used: boolean;
}

/** Types whose objects are singletons: nobody counts them. */
export const SINGLETONS: ReadonlySet<number> = new Set<number>([CoreConst.TYPE_BOOL, CoreConst.TYPE_NONETYPE]);

/** Whether a node's value may be a reference that is counted. */
export function isCounted(node: Node): boolean {
  if (node.immortal || SINGLETONS.has(node.pyType) || node.op === "headPc" || node.op === "headAux") return false;
  return node.type === "ref" || (node.type === "value" && (node.op !== "const" || node.isObject));
}

/** Kinds of fields that hold a count. */
export const COUNTING: ReadonlySet<FieldEntry["raw"]> = new Set<FieldEntry["raw"]>([
  "value", "ref", "no int", "block", "held",
]); // biome-ignore format: a table

/** Counted nodes that a virtual's fields hold, in the order in which its death drops them. */
function fieldsOf(virtual: Virtual): Node[] {
  const held: Node[] = [];
  for (const offset of virtual.deathOrder()) {
    const field = virtual.fields.get(offset);
    if (field !== undefined && COUNTING.has(field.raw) && isCounted(field.node)) held.push(field.node);
  }
  return held;
}

/** The node whose count a slot with `node` owns. */
export function heldBy(node: Node): Node {
  return node.op === "headAux" ? (node.a as Node) : node;
}

export class FrameState {
  readonly slots = new Map<number, Slot>();
  fields: FieldSlot[] = [];
  /** Where objects with such fields were when the trace was recorded. */
  readonly seen = new Map<Node, number>();
  /** Generators that the trace runs or has suspended. */
  generators: Generator[] = [];
  /** What the program's vm->depth has more than the memory's. */
  depth = 0;
  /** Nodes that lost a holder in this instruction: settled at its end. */
  unsettled: Node[] = [];
  profile: Profile | null = null;
  /** Objects that have not been made, and that are held by registers or by each other. */
  readonly virtuals = new Set<Node>();
  /** The current instruction has changed registers: its exits are no longer those before it. */
  touched = false;

  slot(at: number): Slot {
    let slot = this.slots.get(at);
    if (slot === undefined) {
      slot = { node: null, clean: true, stale: false, written: false, known: null, entry: null, view: null };
      this.slots.set(at, slot);
    }
    return slot;
  }

  /** A slot gets a new value (not counted for it: a count that comes with it is added to node.own by the caller). */
  put(at: number, node: Node): void {
    const slot = this.slot(at);
    this.touched = true;
    this.vacate(slot);
    slot.node = node;
    slot.clean = false;
    slot.written = true;
    const held = heldBy(node);
    if (isCounted(held)) held.dirtyHolders++;
    this.profile?.gain(held);
  }

  /** The slot holds nothing any more. A slot whose memory has stale bits becomes EMPTY, any other is forgotten. */
  clear(at: number, empty: Node): void {
    const slot = this.slot(at);
    this.touched = true;
    this.vacate(slot);
    slot.node = slot.stale ? empty : null;
    slot.clean = !slot.stale;
    slot.written = true;
  }

  /** The program's view drops what the slot holds; settle() does what that means. */
  private vacate(slot: Slot): void {
    slot.known = null;
    const old = slot.node === null ? null : heldBy(slot.node);
    if (old !== null) this.profile?.lose(old);
    if (old !== null && isCounted(old)) {
      if (slot.clean) {
        old.cleanHolders--;
        old.own++;
        slot.stale = true;
      } else {
        old.dirtyHolders--;
      }
      this.unsettled.push(old);
    } else if (old?.isObject && slot.clean) {
      // A singleton's bits: nobody counts them, but a temporary that is given up must hold no object.
      slot.stale = true;
    }
    slot.node = null;
  }

  /** A field that held this has another value now: drops its count at the end of the instruction. */
  abandon(old: Node): void {
    this.profile?.lose(old);
    if (!isCounted(old)) return;
    old.own++;
    this.unsettled.push(old);
  }

  /** Another node for the same value (a guard has found its type). */
  replace(old: Node, now: Node): void {
    const counted = isCounted(now);
    this.substitute(old, now);
    for (const generator of this.generators) generator.replace(old, now);
    if (counted) {
      now.own += old.own;
      now.dirtyHolders += old.dirtyHolders;
      now.cleanHolders += old.cleanHolders;
    }
    // Else it was no reference after all, and its holders own nothing.
    this.stopCounting(old);
  }
  /** Its holders own nothing from here on. */
  stopCounting(node: Node): void {
    node.own = node.dirtyHolders = node.cleanHolders = 0;
  }

  private substitute(old: Node, now: Node): void {
    for (const slot of this.slots.values()) if (slot.node === old) slot.node = now;
    for (const { virtual } of this.virtuals)
      for (const field of virtual?.fields.values() ?? []) if (field.node === old) field.node = now;
  }

  // --- virtual objects ------------------------------------------------------------------------------------------------------------

  addVirtual(node: Node): void {
    this.virtuals.add(node);
    for (const held of fieldsOf(node.virtual as Virtual)) {
      held.dirtyHolders++;
      this.profile?.gain(held);
    }
  }
  /** Its fields have no holder any more: the caller sees to their counts. */
  removeVirtual(node: Node): void {
    this.virtuals.delete(node);
    for (const held of fieldsOf(node.virtual as Virtual)) held.dirtyHolders--;
  }
  /** The object has died: what it held is dropped next. */
  bury(node: Node): void {
    const held = fieldsOf(node.virtual as Virtual);
    this.removeVirtual(node);
    for (const one of held) this.profile?.lose(one);
    this.unsettled.unshift(...held);
  }
  /** object.field = node; the object must be a virtual. */
  setField(object: Node, offset: number, node: Node, raw: FieldEntry["raw"] = "value"): void {
    const { fields } = object.virtual as Virtual;
    const old = fields.get(offset)?.node;
    this.touched = true;
    if (isCounted(node)) {
      node.dirtyHolders++;
      this.profile?.gain(node);
    }
    fields.set(offset, { node, raw });
    if (old !== undefined && isCounted(old)) {
      old.dirtyHolders--;
      this.profile?.lose(old);
      this.unsettled.push(old);
    }
  }
  /** Holders of a virtual hold `made` from now on. */
  becomesReal(node: Node, made: Node, withHead: (head: Node) => Node): void {
    this.substitute(node, made);
    for (const slot of this.slots.values())
      if (slot.node?.op === "headAux" && slot.node.a === node) slot.node = withHead(slot.node);
    made.dirtyHolders += node.dirtyHolders;
    node.dirtyHolders = 0;
    if (made.own > made.dirtyHolders) this.unsettled.push(made);
  }
  virtualEntries(): VirtualEntry[] {
    return [...this.virtuals].map((node) => {
      const { type, bytes, list, fields } = node.virtual as Virtual;
      const held = [...fields].map(([offset, field]) => ({ offset, node: field.node, raw: field.raw }));
      const { raised = NOWHERE } = exceptionOf(node) ?? {};
      const ownFields = held.length;
      return { node, type, bytes, list, count: node.dirtyHolders, fields: held, ownFields, raised: raised.slice() };
    });
  }

  /** Memory now has what the slot holds. */
  becomeClean(slot: Slot): void {
    const node = slot.node === null ? null : heldBy(slot.node);
    if (node !== null && isCounted(node)) {
      node.dirtyHolders--;
      node.cleanHolders++;
    }
    slot.clean = true;
    slot.stale = false;
  }

  /** Forgets what a slot holds: the memory (written before) says. */
  forget(at: number): void {
    const slot = this.slots.get(at);
    if (slot === undefined) return;
    const node = slot.node === null ? null : heldBy(slot.node);
    if (node !== null && isCounted(node)) {
      if (slot.clean) node.cleanHolders--;
      else node.dirtyHolders--;
    }
    slot.node = null;
    slot.clean = true;
    slot.stale = false;
    slot.written = true;
    slot.known = null;
  }

  dirtySlots(): SlotEntry[] {
    const entries: SlotEntry[] = [];
    for (const [slot, state] of this.slots) {
      const { node } = state;
      if (state.clean || node === null) continue;
      // Most slots are as at the exit before: entries are shared.
      let entry = state.entry;
      if (
        entry === null ||
        entry.slot !== slot ||
        entry.node !== node ||
        entry.isObject !== node.isObject ||
        entry.pyType !== node.pyType
      ) {
        entry = { slot, node, isObject: node.isObject, pyType: node.pyType };
        state.entry = entry;
      }
      entries.push(entry);
    }
    return entries;
  }

  /** All slots of which something is known; the same list as long as nothing changes. */
  views(): readonly SlotView[] {
    const views: SlotView[] = [];
    for (const [at, slot] of this.slots) {
      const { node, clean, stale, known, view } = slot;
      if (node === null && known === null && !stale) continue;
      const same =
        view !== null && view.node === node && view.clean === clean && view.stale === stale && view.known === known;
      if (!same) slot.view = { slot: at, node, clean, stale, known };
      views.push(slot.view as SlotView);
    }
    const last = this.lastViews;
    if (last.length === views.length && views.every((view, i) => view === last[i])) return last;
    this.lastViews = views;
    return views;
  }
  private lastViews: readonly SlotView[] = [];

  /** The register that stands for a field, if there is one. */
  field(object: Node, offset: number): FieldSlot | undefined {
    const field = this.fields.find((one) => one.object === object && one.offset === offset);
    if (field !== undefined) field.used = true;
    return field;
  }
  /** As they are now. */
  dirtyFields(): FieldEntry[] {
    const entries: FieldEntry[] = [];
    for (const { object, offset, node, raw, dirty } of this.fields)
      if (dirty) entries.push({ object, offset, node, raw });
    return entries;
  }

  /** References that dirty slots and virtuals hold beyond what the trace has counted: each node as many times as it is owed. */
  owed(entries: readonly SlotEntry[]): OwedCount[] {
    const owed: OwedCount[] = [];
    const add = (node: Node): void => {
      if (!isCounted(node) || node.virtual !== null || node.listedBy === owed) return;
      node.listedBy = owed;
      for (let n = node.own; n < node.dirtyHolders; n++) owed.push({ node, isObject: node.isObject });
    };
    for (const entry of entries) add(heldBy(entry.node));
    for (const { virtual } of this.virtuals) for (const node of fieldsOf(virtual as Virtual)) add(node);
    return owed;
  }
  *heldByVirtuals(): Iterable<Node> {
    for (const { virtual } of this.virtuals) yield* fieldsOf(virtual as Virtual);
  }

  /** Checks that holders are counted as the slots have them, and that no count is held for nobody. Throws; `after`: the instruction. */
  verify(after: string): void {
    const dirty = new Map<Node, number>();
    const clean = new Map<Node, number>();
    for (const [at, { node, clean: isClean, stale }] of this.slots) {
      if (isClean && stale) throw new Error(`krait: after ${after}: slot ${at} is clean and stale`);
      if (node === null || !isCounted(heldBy(node))) continue;
      const counts = isClean ? clean : dirty;
      counts.set(heldBy(node), (counts.get(heldBy(node)) ?? 0) + 1);
    }
    for (const node of this.heldByVirtuals()) dirty.set(node, (dirty.get(node) ?? 0) + 1);
    for (const node of new Set([...dirty.keys(), ...clean.keys()])) {
      const { own, dirtyHolders, cleanHolders, id, op } = node;
      if (
        dirtyHolders !== (dirty.get(node) ?? 0) ||
        cleanHolders !== (clean.get(node) ?? 0) ||
        own < 0 ||
        own > dirtyHolders
      )
        throw new Error(
          `krait: after ${after}: v${id} ${op} has ${dirtyHolders} dirty holders (${dirty.get(node) ?? 0} slots), ${cleanHolders} clean ones (${clean.get(node) ?? 0} slots), owns ${own}`,
        );
    }
  }
}
