// Tuples, lists, sets and dicts made and filled.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../builder.ts";
import type { Node } from "../ir.ts";
import type { Recorded } from "../recording.ts";
import type { Translator } from "./index.ts";
import { giveCount, loadU32 } from "./moves.ts";

const DROP_B = 2;
const LIST = Layout.PyList;
/** More than these are left to the interpreter. */
const MOST_ITEMS = 32;

/** A new object of a type that nobody else holds. */
function made(node: Node, type: number): Node {
  node.isObject = true;
  node.pyType = type;
  return node;
}

function readItems(b: Builder, r: Recorded, count: number): Node[] {
  return Array.from({ length: count }, (_, i) => b.read(b.at(r.b + i), i === 0 ? r.vb : undefined));
}
/** The registers' references move to memory. */
function store(b: Builder, r: Recorded, to: Node, offset: number, items: readonly Node[]): void {
  for (const [i, item] of items.entries()) {
    b.drop(r.b + i);
    giveCount(b, item);
    b.storeField(to, offset + 8 * i, item);
  }
}

function buildTuple(b: Builder, r: Recorded): boolean {
  if (r.c > MOST_ITEMS || b.isFirst) return false;
  if (r.c === 0) {
    b.write(r.a, b.ref(CoreConst.EMPTY_TUPLE_REF));
    return true;
  }
  const items = readItems(b, r, r.c);
  const tuple = made(b.callCore("trace_tuple_new", "ref", b.word(r.c)), CoreConst.TYPE_TUPLE);
  store(b, r, tuple, Layout.PyTuple.items, items);
  b.cache.set(tuple, "length", b.int(r.c));
  for (const [i, item] of items.entries()) b.cache.set(tuple, `item ${b.int(i).id}`, item);
  b.write(r.a, tuple, true);
  return true;
}

function buildList(b: Builder, r: Recorded): boolean {
  if (r.c > MOST_ITEMS || b.isFirst) return false;
  const items = readItems(b, r, r.c);
  const list = made(b.callCore("trace_list_new", "ref", b.word(r.c)), CoreConst.TYPE_LIST);
  if (r.c > 0) {
    store(b, r, loadU32(b, list, LIST.items), 0, items);
    b.emit("storeFieldU32K", "none", list, null, LIST.length, r.c);
  }
  b.cache.set(list, `int ${LIST.length}`, b.int(r.c));
  b.write(r.a, list, true);
  return true;
}

/** What is known of the lengths and blocks of lists may be wrong now. */
export function forgetSizes(b: Builder): void {
  b.cache.forget(`int ${LIST.length}`);
  b.cache.forget(`int ${LIST.capacity}`);
  b.cache.forget(`word ${LIST.items}`);
}

/** Appends an item, whose register has not been dropped yet. */
export function appendItem(b: Builder, list: Node, item: Node): void {
  b.callCore("trace_list_append", "ref", list, item);
  forgetSizes(b);
}

function listAppend(b: Builder, r: Recorded): boolean {
  const list = b.read(b.at(r.a), r.va);
  if (b.isFirst || !b.guardType(list, CoreConst.TYPE_LIST)) return false;
  appendItem(b, list, b.read(b.at(r.b), r.vb));
  if (r.flags & DROP_B) b.drop(r.b);
  return true;
}

/** Adds keys that may replace values: those may die. */
export function setItemOfDict(b: Builder, dict: Node, key: Node, value: Node): void {
  b.beforeDrops();
  b.callCore("trace_dict_set", "ref", dict, key, value);
  b.afterDrops();
}

function mapAdd(b: Builder, r: Recorded): boolean {
  const dict = b.read(b.at(r.a), r.va);
  if (b.isFirst || !b.guardType(dict, CoreConst.TYPE_DICT)) return false;
  setItemOfDict(b, dict, b.read(b.at(r.b), r.vb), b.read(b.at(r.c), r.vc));
  b.dropOperands(r);
  return true;
}

function setAdd(b: Builder, r: Recorded): boolean {
  const set = b.read(b.at(r.a), r.va);
  if (b.isFirst || !b.guardType(set, CoreConst.TYPE_SET)) return false;
  addToSet(b, set, b.read(b.at(r.b), r.vb));
  b.dropOperands(r);
  return true;
}
export function addToSet(b: Builder, set: Node, key: Node): void {
  b.callCore("trace_set_add", "ref", set, key);
  b.cache.forget(`int ${Layout.PySet.used}`);
}

/** Containers without items only: what hashing may need is left to the instructions that add. */
function buildEmpty(symbol: "trace_dict_new" | "trace_set_new", type: number): Translator {
  return (b, r) => {
    if (r.c !== 0 || b.isFirst) return false;
    b.write(r.a, made(b.callCore(symbol, "ref", b.word(0)), type), true);
    return true;
  };
}

function buildSlice(b: Builder, r: Recorded): boolean {
  if (b.isFirst) return false;
  const [start, stop, step] = readItems(b, r, r.c) as [Node, Node, Node | undefined];
  const slice = made(b.callCore("trace_slice", "ref", start, stop, step ?? b.none), CoreConst.TYPE_SLICE);
  for (let i = r.c; i-- > 0; ) b.drop(r.b + i);
  b.write(r.a, slice, true);
  return true;
}

export const BUILDING: Record<string, Translator> = {
  BUILD_TUPLE: buildTuple,
  BUILD_LIST: buildList,
  BUILD_MAP: buildEmpty("trace_dict_new", CoreConst.TYPE_DICT),
  BUILD_SET: buildEmpty("trace_set_new", CoreConst.TYPE_SET),
  BUILD_SLICE: buildSlice,
  LIST_APPEND: listAppend,
  MAP_ADD: mapAdd,
  SET_ADD: setAdd,
};
