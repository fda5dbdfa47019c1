// What the trace knows about memory: fields it has read or written, shapes it has checked. Entries end when something may have changed them.
// At the head of a loop only those stay that nothing in a whole round could change.
import { Layout } from "../../heap/generated/layout.ts";
import type { Node } from "../ir.ts";
import { JournaledMap } from "./journal.ts";

/** Facts about memory at a loop's head. */
export interface HeadFacts {
  readonly entries: ReadonlyMap<string, Node>;
  readonly shapes: ReadonlyMap<Node, number>;
}

/** A field of an object ("length", "item 17" and the like too) that a loop asks for without having loaded it. */
export interface UsedEntry {
  readonly object: Node;
  readonly field: number | string;
  readonly node: Node;
}

/** Names under which the sizes of containers that change, and where their items are, are known (loadU32 of translate/moves.ts). */
const names = (offsets: readonly number[]): string[] =>
  offsets.flatMap((offset) => [`int ${offset}`, `word ${offset}`]);
const DICT_FIELDS = names([Layout.PyDict.used, Layout.PyDict.entry_count, Layout.PyDict.entries]);
const CONTAINER_FIELDS = names([Layout.PyList.length, Layout.PyList.items, Layout.PyList.capacity, Layout.PySet.used]);

/** No other objects of which something is known. */
export const NO_OTHERS: ReadonlySet<number> = new Set();
const NO_KEYS: ReadonlySet<string> = new Set();

export class FieldCache {
  readonly entries = new JournaledMap<string, Node>();
  readonly shapes = new JournaledMap<Node, number>();
  /** What has been asked for since the loop's head. */
  private readonly usedEntries = new Map<string, { object: Node; field: number | string }>();
  private readonly usedShapes = new Set<Node>();
  /** Fields stored to since the trace began. */
  private readonly stored = new Set<string>();
  private everythingKilled = false;
  /** Registers whose contents from before the trace have died and so ended all facts: in later rounds they hold something else. */
  private readonly leftovers = new Set<number>();
  private isHopeful = false;
  /** Dicts and keys that have been looked up in them since the trace's beginning or the loop's head. */
  private readonly lookedUp = new Set<string>();
  /** Facts were kept at the loop's head that something in the loop has ended. */
  hoped = false;
  /** What was known of memory at the loop's head though the round before it has changed that. */
  changed: readonly (readonly [string, Node])[] = [];

  /** `field`: a byte offset, or a name for what is no plain field ("length", "item 17"). */
  get(object: Node, field: number | string): Node | undefined {
    const key = `${object.id} ${field}`;
    const node = this.entries.get(key);
    if (node !== undefined) this.usedEntries.set(key, { object, field });
    return node;
  }
  set(object: Node, field: number | string, value: Node): void {
    this.entries.set(`${object.id} ${field}`, value);
  }
  /** A field of some object has been written: what is known of the same field of other objects may be wrong now, but for those in `others`. */
  store(object: Node, field: number | string, value: Node, others: ReadonlySet<number> = NO_OTHERS): void {
    this.forget(field, others);
    this.set(object, field, value);
  }
  /** Numbers of the objects that have a known field of this name. */
  known(field: number | string): number[] {
    const end = ` ${field}`;
    return [...this.entries.keys()].filter((key) => key.endsWith(end)).map((key) => Number.parseInt(key, 10));
  }
  /** Keys of the known items that these lists have at these indices (given by number). */
  items(which: (list: number, index: number) => boolean): ReadonlySet<string> {
    const found = new Set<string>();
    for (const key of this.entries.keys()) {
      const at = key.indexOf(" item ");
      if (at >= 0 && which(Number(key.slice(0, at)), Number(key.slice(at + 6)))) found.add(key);
    }
    return found;
  }
  /** An item has been written; `others` (keys) are still as they were. */
  storeItem(list: Node, index: Node, value: Node, others: ReadonlySet<string>): void {
    this.forgetItems(others);
    this.set(list, `item ${index.id}`, value);
  }
  /** A field may have changed in any object. */
  forget(field: number | string, others: ReadonlySet<number> = NO_OTHERS): void {
    this.stored.add(String(field));
    const end = ` ${field}`;
    for (const key of this.entries.keys())
      if (key.endsWith(end) && !others.has(Number.parseInt(key, 10))) this.entries.delete(key);
  }
  /** The items of lists may have changed, but for `others` (keys). */
  forgetItems(others: ReadonlySet<string> = NO_KEYS): void {
    this.stored.add("items");
    for (const key of this.entries.keys()) if (key.includes(" item ") && !others.has(key)) this.entries.delete(key);
  }
  /** Dicts may have got other keys. */
  forgetDicts(): void {
    for (const key of this.entries.keys()) if (key.includes(" entry ")) this.entries.delete(key);
    for (const field of DICT_FIELDS) this.forget(field);
  }
  /** Lists, dicts and sets may have got other items and sizes. */
  forgetContainers(): void {
    this.forgetItems();
    this.forgetDicts();
    for (const field of CONTAINER_FIELDS) this.forget(field);
  }
  /** `leftover`: a register from before the trace if it is its contents that die. */
  forgetAll(leftover?: number): void {
    if (leftover === undefined) this.everythingKilled = true;
    else this.leftovers.add(leftover);
    this.hoped = this.isHopeful;
    this.entries.clear();
    this.shapes.clear();
  }

  /** Notes that a key is looked up in a dict; true if that has been done before. */
  lookUp(dict: Node, key: Node): boolean {
    const [first, second] = [dict, key].map((node) =>
      node.isConst ? `${node.boxed?.high} ${node.boxed?.low} ${node.number}` : node.id < 0 ? "" : `v${node.id}`,
    );
    if (first === "" || second === "") return false;
    const pair = `${first} ${second}`;
    const isKnown = this.lookedUp.has(pair);
    this.lookedUp.add(pair);
    return isKnown;
  }

  shapeOf(object: Node): number {
    this.usedShapes.add(object);
    return this.shapes.get(object) ?? 0;
  }
  setShape(object: Node, shape: number): void {
    this.shapes.set(object, shape);
  }
  /** An object has got another shape; it may be known under another name. */
  changeShape(object: Node, shape: number): void {
    this.stored.add("shape");
    this.shapes.clear();
    this.shapes.set(object, shape);
  }

  replace(old: Node, now: Node): void {
    for (const [key, node] of this.entries) if (node === old) this.entries.set(key, now);
  }

  /**
   * Called at the head of a loop, when one round is done. Answers what it relies on from there, should it be asked for. `isHarmless`: whether the
   * next round may well drop what a register holds without ending anything; it must be looked at whether it did.
   */
  keepInvariant(isHarmless: (register: number) => boolean): HeadFacts {
    this.everythingKilled ||= ![...this.leftovers].every(isHarmless);
    this.isHopeful = !this.everythingKilled && this.leftovers.size > 0;
    if (this.everythingKilled) {
      this.entries.clear();
      this.shapes.clear();
    }
    if (this.stored.has("shape")) this.shapes.clear();
    const changed: [string, Node][] = [];
    for (const [key, node] of this.entries) {
      const field = key.slice(key.indexOf(" ") + 1);
      const isChanged =
        this.stored.has(field) || (field.startsWith("item ") && this.stored.has("items")) || field.startsWith("entry ");
      if (!isChanged) continue;
      changed.push([key, node]);
      this.entries.delete(key);
    }
    this.changed = changed;
    this.usedEntries.clear();
    this.usedShapes.clear();
    this.lookedUp.clear();
    return { entries: new Map(this.entries), shapes: new Map(this.shapes) };
  }
  /** Those of the facts at the head that the loop has not asked for. */
  unused(head: HeadFacts): HeadFacts {
    return {
      entries: new Map([...head.entries].filter(([key]) => !this.usedEntries.has(key))),
      shapes: new Map([...head.shapes].filter(([node]) => !this.usedShapes.has(node))),
    };
  }
  /** Those that it has asked for. */
  used(head: HeadFacts): { readonly entries: readonly UsedEntry[]; readonly shapes: ReadonlyMap<Node, number> } {
    const entries: UsedEntry[] = [];
    for (const [key, { object, field }] of this.usedEntries) {
      const node = head.entries.get(key);
      if (node !== undefined) entries.push({ object, field, node });
    }
    return { entries, shapes: new Map([...head.shapes].filter(([node]) => this.usedShapes.has(node))) };
  }
}
