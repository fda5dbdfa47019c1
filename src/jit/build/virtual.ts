// Objects that the program makes in a trace and that nobody but the trace has seen: they are not made. A node "virtual" stands for such an object;
// what would be in its memory are nodes. It is made where it *escapes* (b.real), or by an exit (rebuild.ts); most die before either happens.
//
// For ownership (state.ts) a virtual's Value field is a holder like a dirty register, and the registers and fields that hold the virtual are its
// own holders: when the last one goes, the object has died, and its fields lose their holder in the order in which the core would drop them.
// A virtual is never the same object as anything else. Nothing can be reached from itself: storing it there makes it.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { type FieldEntry, Node } from "../ir.ts";
import { giveCount } from "../translate/moves.ts";
import type { Builder } from "./builder.ts";
import { isCounted } from "./state.ts";
import { isGenerator, nameGenerator } from "./virtual-generator.ts";
import {
  containerList,
  isOfException,
  Virtual,
  type VirtualField,
  VirtualPairs,
  VirtualTuple,
} from "./virtual-object.ts";

const VM = Layout.VM;

/** More words than these in one object are not kept in registers. */
export const MOST_FIELDS = 12;
/** More than these in all objects at the same time: all are made. An exit can hand over CoreConst.TRACE_REBUILD_MAX. */
export const MOST_LIVE_FIELDS = 40;

/** A node for a new object; its fields are put in before anything holds it. */
export function newVirtual(b: Builder, virtual: Virtual): Node {
  const node = new Node("virtual", "ref", null, null, null, 0, 0);
  node.virtual = virtual;
  node.isObject = true;
  node.pyType = virtual.type;
  b.name(node);
  b.state.addVirtual(node);
  return node;
}

/** A tuple; of another class: one that is watched, whose instances find their shape when somebody asks for it. */
export function newTuple(b: Builder, items: readonly Node[], cls: number = CoreConst.TYPE_TUPLE): Node {
  const T = Layout.PyTuple;
  const bytes = T.items + 8 * items.length;
  const virtual = new VirtualTuple(cls, bytes, containerList(bytes));
  putItems(b, virtual, items);
  return newVirtual(b, virtual);
}
function putItems(b: Builder, virtual: VirtualTuple, items: readonly Node[]): void {
  const T = Layout.PyTuple;
  virtual.fields.set(T.length, { node: b.word(items.length), raw: "value" });
  for (const [i, node] of items.entries()) virtual.fields.set(T.items + 8 * i, { node, raw: "value" });
}

/** A dict without entries, all of whose words are 0. What has anything to do with it makes it, but for those that hand it on. */
export function newEmptyDict(b: Builder): Node {
  const bytes = Layout.PyDict.size;
  return newVirtual(b, new Virtual(CoreConst.TYPE_DICT, bytes, containerList(bytes)));
}
export function isDict({ type }: Virtual): boolean {
  return type === CoreConst.TYPE_DICT;
}

/** Where a dict has a tuple of its keys and values until it is made: fill_dict in native/core/interp/trace_exit.c. */
const PAIRS = Layout.PyDict.used;
/** Entries of a dict. */
export const MOST_ENTRIES = MOST_FIELDS / 2;

/** What a dict holds, by names that live as long as the trace. */
export interface Entries {
  readonly names: readonly number[];
  readonly values: readonly Node[];
}

/** A dict of named arguments. */
export function newDict(b: Builder, { names, values }: Entries): Node {
  const node = newEmptyDict(b);
  if (names.length === 0) return node;
  const T = Layout.PyTuple;
  const bytes = T.items + 16 * names.length;
  const pairs = new VirtualPairs(CoreConst.TYPE_TUPLE, bytes, containerList(bytes));
  putItems(
    b,
    pairs,
    names.flatMap((name, i) => [b.ref(name), values[i] as Node]),
  );
  b.state.setField(node, PAIRS, newVirtual(b, pairs));
  return node;
}

/** What a dict that has not been made holds; undefined if that can't be told. */
export function entriesOf(virtual: Virtual): Entries | undefined {
  if (!isDict(virtual)) return undefined;
  const pairs = virtual.get(PAIRS);
  if (pairs === undefined) return { names: [], values: [] };
  const items = pairs.virtual === null ? undefined : tupleItems(pairs.virtual);
  const names = items?.filter((_, i) => i % 2 === 0);
  if (items === undefined || names?.every((name) => name.isConst && name.boxed !== null) !== true) return undefined;
  return { names: names.map((name) => name.boxed?.low as number), values: items.filter((_, i) => i % 2 === 1) };
}

/** Items of a virtual tuple, whatever its class. */
export function tupleItems(virtual: Virtual): Node[] | undefined {
  const T = Layout.PyTuple;
  if (!(virtual instanceof VirtualTuple)) return undefined;
  const length = virtual.get(T.length)?.boxed?.low as number;
  return Array.from({ length }, (_, i) => virtual.get(T.items + 8 * i) as Node);
}

/** An instance of a watched class, all of whose slots are empty. Undefined if such instances need more than a block. */
export function newInstance(b: Builder, cls: number): Node | undefined {
  const { heap } = b;
  const I = Layout.PyInstance;
  if (heap.readU32(cls + Layout.PyType.kind) !== CoreConst.LAYOUT_OBJECT) return undefined;
  if (heap.typeBits(cls, CoreConst.TYPE_HAS_DEL) !== 0) return undefined;
  const shape = heap.readU32(cls + Layout.PyType.root_shape);
  if (shape === 0 || (heap.readU32(shape + Layout.PyShape.flags) & CoreConst.SHAPE_DICT) !== 0) return undefined;
  const list = heap.readU16(shape + Layout.PyShape.alloc_list);
  const slots = heap.readU16(shape + Layout.PyShape.inline_count);
  if (list === 0xffff || slots > MOST_FIELDS) return undefined;
  const virtual = new Virtual(cls, I.slots + 8 * slots, list);
  virtual.fields.set(I.shape, { node: b.word(shape), raw: "value" });
  for (let i = 0; i < slots; i++) virtual.fields.set(I.slots + 8 * i, { node: b.empty, raw: "value" });
  return newVirtual(b, virtual);
}

/** Makes the object: must be called before the current instruction has changed anything. */
export function materialise(b: Builder, node: Node): Node {
  const { virtual } = node;
  if (virtual === null) return node;
  if (isOfException(node)) b.makeFromStart(virtual.site as object);
  if (virtual.real !== null) return virtual.real;
  for (const field of virtual.fields.values()) if (field.node.virtual !== null) materialise(b, field.node);
  b.mayLeave();
  const pairs = isDict(virtual) ? virtual.get(PAIRS) : undefined;
  if (pairs !== undefined) return makeDict(b, node, pairs);
  const { type, list, bytes, fields } = virtual;
  const made = b.emit("allocate", "ref", null, null, VM.free_lists + 4 * list, list);
  made.isObject = true;
  made.pyType = type;
  made.own = 1;
  made.isNew = true;
  b.state.removeVirtual(node);
  b.emit("storeFieldConst", "none", made, null, 0, { low: 1, high: type });
  if (type >= CoreConst.STATIC_END) b.emit("increfAbs", "none", null, null, type);
  for (let offset = 8; offset < bytes; offset += 8) {
    const field = fields.get(offset);
    if (field === undefined) b.emit("storeFieldConst", "none", made, null, offset, { low: 0, high: 0 });
    else {
      if (field.raw === "value" || field.raw === "ref") giveCount(b, field.node);
      b.storeField(made, offset, field.node, field.raw);
    }
    const upper = fields.get(offset + 4);
    if (upper !== undefined) b.storeField(made, offset + 4, upper.node, upper.raw);
  }
  if (isGenerator(virtual)) nameGenerator(b, made, virtual);
  virtual.real = made;
  b.becomesReal(node, made);
  noteContents(b, made, virtual);
  return made;
}

/** A dict with entries. Their tuple is gone then, at once: whoever makes objects where a trace ends settles no counts afterwards. */
function makeDict(b: Builder, node: Node, pairs: Node): Node {
  const made = b.makeByCall("trace_dict_of_pairs", pairs);
  made.pyType = CoreConst.TYPE_DICT;
  b.state.removeVirtual(node);
  // What it held, the dict holds: nothing else dies.
  b.emit("decref", "none", pairs, null);
  pairs.own--;
  (node.virtual as Virtual).real = made;
  b.becomesReal(node, made);
  return made;
}

const IT = Layout.PyIterator;
/** Fields of iterators that change with every step. */
const POSITIONS = new Map<number, Readonly<Record<number, FieldEntry["raw"]>>>([
  [CoreConst.TYPE_LIST_ITERATOR, { [IT.index]: "u32" }],
  [CoreConst.TYPE_TUPLE_ITERATOR, { [IT.index]: "u32" }],
  [CoreConst.TYPE_RANGE_ITERATOR, { [IT.extra]: "value", [IT.n]: "i64" }],
]);

/** What the trace knows of the object need not be loaded. */
function noteContents(b: Builder, made: Node, virtual: Virtual): void {
  const items = tupleItems(virtual);
  if (items !== undefined) {
    b.cache.set(made, "length", b.int(items.length));
    for (const [i, item] of items.entries()) b.cache.set(made, `item ${b.int(i).id}`, item);
    return;
  }
  const position = POSITIONS.get(virtual.type);
  for (const [offset, { node, raw }] of virtual.fields)
    if (raw === "value" && position?.[offset] === undefined) b.cache.set(made, offset, node);
  // Where an iterator is goes on in registers.
  for (const [at, raw] of Object.entries(position ?? {})) {
    const node = virtual.get(Number(at)) ?? b.int(0);
    b.state.fields.push({ object: made, offset: Number(at), raw, node, dirty: false, written: false, used: false });
  }
  if (virtual.shape !== 0) b.cache.setShape(made, virtual.shape);
}

export function holdsCount(field: VirtualField): boolean {
  return field.raw === "value" && isCounted(field.node);
}
