// Tuples, lists, sets and dicts made and filled.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { MOST_FIELDS, newTuple, newVirtual } from "../build/virtual.ts";
import { containerList, Virtual } from "../build/virtual-object.ts";
import type { Node } from "../ir.ts";
import type { Operand, Recorded } from "../recording.ts";
import type { Translator } from "./index.ts";
import { setItemOfDict } from "./lookups.ts";
import { giveCount, loadU32 } from "./moves.ts";
import { guardKind, ITERATED, typed, typeOf } from "./operations.ts";

const DROP_B = 2;
const LIST = Layout.PyList;
/** More than these are left to the interpreter. */
const MOST_ITEMS = 32;

function readItems(b: Builder, r: Recorded, count: number, look = false): Node[] {
  return Array.from({ length: count }, (_, i) => {
    const hint = i === 0 ? r.vb : undefined;
    return look ? b.look(b.at(r.b + i), hint) : b.read(b.at(r.b + i), hint);
  });
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
  if (r.c > MOST_FIELDS) return false;
  if (r.c === 0) {
    b.write(r.a, b.ref(CoreConst.EMPTY_TUPLE_REF));
    return true;
  }
  const items = readItems(b, r, r.c, true);
  const tuple = newTuple(b, items);
  for (let i = 0; i < r.c; i++) b.drop(r.b + i);
  b.write(r.a, tuple);
  return true;
}

function buildList(b: Builder, r: Recorded): boolean {
  if (r.c > MOST_ITEMS || b.isFirst) return false;
  const items = readItems(b, r, r.c);
  const list = typed(b.callCore("trace_list_new", "ref", b.word(r.c)), CoreConst.TYPE_LIST);
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

/** Appends an item; `drop` gives up its register. */
export function appendItem(b: Builder, list: Node, item: Node, drop: () => void): void {
  b.emit("listRoom", "none", list, null, LIST.length, LIST.capacity);
  b.cache.forget(`int ${LIST.capacity}`);
  b.cache.forget(`word ${LIST.items}`);
  const length = loadU32(b, list, LIST.length, "int");
  const at = b.emit("elemAddress", "word", length, loadU32(b, list, LIST.items));
  const grown = b.pure("addIntNc", "int", length, null, 65536);
  b.takeSnapshot();
  drop();
  giveCount(b, item);
  b.storeField(at, 0, item);
  b.storeField(list, LIST.length, grown, "u32");
  b.cache.store(list, `int ${LIST.length}`, grown);
}

function listAppend(b: Builder, r: Recorded): boolean {
  const list = b.read(b.at(r.a), r.va);
  if (b.isFirst || !b.guardType(list, CoreConst.TYPE_LIST)) return false;
  appendItem(b, list, b.read(b.at(r.b), r.vb), () => {
    if (r.flags & DROP_B) b.drop(r.b);
  });
  return true;
}

function mapAdd(b: Builder, r: Recorded): boolean {
  const dict = b.read(b.at(r.a), r.va);
  if (b.isFirst || !b.guardType(dict, CoreConst.TYPE_DICT)) return false;
  setItemOfDict(b, dict, r.va, b.read(b.at(r.b), r.vb), b.read(b.at(r.c), r.vc));
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

/** How many operands a function of the core takes in vm->scratch. */
const MOST_OPERANDS = 16;

/** Dicts and sets: `words` registers an item. */
function buildHashed(symbol: "trace_dict_of" | "trace_set_of", type: number, words: number): Translator {
  return (b, r) => {
    const count = r.c * words;
    if (count > MOST_OPERANDS) return false;
    b.passOperands(readItems(b, r, count));
    const result = typed(b.callOperation(symbol, "ref", "nothing", b.word(r.c)), type);
    for (let i = count; i-- > 0; ) b.drop(r.b + i);
    b.write(r.a, result, true);
    return true;
  };
}

/** Registers that are known to hold strings, which the instructions before have made. */
function buildString(b: Builder, r: Recorded): boolean {
  if (r.c > MOST_OPERANDS) return false;
  b.passOperands(readItems(b, r, r.c));
  const text = typed(b.callOperation("trace_str_of_parts", "ref", "nothing", b.word(r.c)), CoreConst.TYPE_STR);
  for (let i = r.c; i-- > 0; ) b.drop(r.b + i);
  b.write(r.a, text, true);
  return true;
}

const FORMATTED = new Set<number>([
  CoreConst.TYPE_STR, CoreConst.TYPE_INT, CoreConst.TYPE_FLOAT, CoreConst.TYPE_BOOL, CoreConst.TYPE_NONETYPE,
]); // biome-ignore format: a table

/** Guards that formatting the value changes nothing and gives a string. */
function isFormatted(b: Builder, value: Node, hint: Operand): boolean {
  const type = typeOf(value, hint);
  return FORMATTED.has(type) && guardKind(b, value, type);
}

function formatValue(b: Builder, r: Recorded): boolean {
  const value = b.read(b.at(r.b), r.vb);
  if (!isFormatted(b, value, r.vb)) return false;
  const kind = b.numberKind(value, r.vb);
  const operand = kind === "int" ? b.asInt(value) : kind === "float" ? b.asFloat(value) : value;
  const text = typed(b.callOperation("trace_format", "ref", "nothing", operand, b.word(r.c)), CoreConst.TYPE_STR);
  b.dropOperands(r);
  b.write(r.a, text, true);
  return true;
}

function formatSpec(b: Builder, r: Recorded): boolean {
  const value = b.read(b.at(r.b), r.vb);
  if (r.c !== 0 || !isFormatted(b, value, r.vb)) return false;
  const kind = b.numberKind(value, r.vb);
  const operand = kind === "int" ? b.asInt(value) : kind === "float" ? b.asFloat(value) : value;
  const spec = b.read(b.at(r.b + 1));
  const text = typed(b.callOperation("trace_format_spec", "ref", "nothing", operand, spec), CoreConst.TYPE_STR);
  b.drop(r.b + 1);
  b.drop(r.b);
  b.write(r.a, text, true);
  return true;
}

/** R[a] takes in what R[b] holds. */
function extend(symbol: "trace_list_extend" | "trace_set_update" | "trace_dict_update"): Translator {
  return (b, r) => {
    // A tuple can stand for a list here (translate/unpacked-calls.ts).
    if (symbol === "trace_list_extend" && !b.guardType(b.read(b.at(r.a), r.va), CoreConst.TYPE_LIST)) return false;
    const type = typeOf(b.read(b.at(r.b), r.vb), r.vb);
    if (!ITERATED.has(type) || !b.guardType(b.read(b.at(r.b), r.vb), type)) return false;
    b.callOperation(symbol, "ref", "items", b.read(b.at(r.a), r.va), b.read(b.at(r.b), r.vb));
    if (r.flags & DROP_B) b.drop(r.b);
    return true;
  };
}

function listToTuple(b: Builder, r: Recorded): boolean {
  const list = b.read(b.at(r.b), r.vb);
  if (!b.guardType(list, CoreConst.TYPE_LIST)) return false;
  const tuple = typed(b.callOperation("trace_list_to_tuple", "ref", "nothing", list), CoreConst.TYPE_TUPLE);
  b.dropOperands(r);
  b.write(r.a, tuple, true);
  return true;
}

function buildSlice(b: Builder, r: Recorded): boolean {
  const [start, stop, step] = readItems(b, r, r.c, true) as [Node, Node, Node | undefined];
  const S = Layout.PySlice;
  const virtual = new Virtual(CoreConst.TYPE_SLICE, S.size, containerList(S.size));
  for (const [offset, node] of [
    [S.start, start],
    [S.stop, stop],
    [S.step, step ?? b.none],
  ] as const)
    virtual.fields.set(offset, { node, raw: "value" });
  const slice = newVirtual(b, virtual);
  for (let i = r.c; i-- > 0; ) b.drop(r.b + i);
  b.write(r.a, slice);
  return true;
}

export const BUILDING: Record<string, Translator> = {
  BUILD_TUPLE: buildTuple,
  BUILD_LIST: buildList,
  BUILD_MAP: buildHashed("trace_dict_of", CoreConst.TYPE_DICT, 2),
  BUILD_SET: buildHashed("trace_set_of", CoreConst.TYPE_SET, 1),
  BUILD_STRING: buildString,
  FORMAT_VALUE: formatValue,
  FORMAT_SPEC: formatSpec,
  LIST_EXTEND: extend("trace_list_extend"),
  SET_UPDATE: extend("trace_set_update"),
  DICT_UPDATE: extend("trace_dict_update"),
  LIST_TO_TUPLE: listToTuple,
  BUILD_SLICE: buildSlice,
  LIST_APPEND: listAppend,
  MAP_ADD: mapAdd,
  SET_ADD: setAdd,
};
