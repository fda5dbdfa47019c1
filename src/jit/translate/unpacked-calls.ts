// Calls with `*` and `**`. What a call is given that way is most often what its own function was given, `*args` and `**kwargs`, so it is known and none
// of the tuples, lists and dicts on the way from one to the other are made. While arguments are put together a list is a tuple in the trace, which grows;
// the interpreter takes a tuple for the list where the trace is left in the middle (op_LIST_EXTEND of native/core/interp/items.c).
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { isDict, MOST_FIELDS, newEmptyDict, newTuple, tupleItems } from "../build/virtual.ts";
import type { Node } from "../ir.ts";
import { OP_FORMS } from "../opcode-info.ts";
import type { Operand, Recorded } from "../recording.ts";
import { BUILDING } from "./building.ts";
import { callObject, isPythonCall } from "./calls.ts";
import type { Translator } from "./index.ts";
import { lengthOf, loadItem } from "./items.ts";
import { loadU32 } from "./moves.ts";
import { OTHER_CALL } from "./returns.ts";

const DROP_B = 2;
const DICT = Layout.PyDict;
const LENGTHS = new Map<number, number>([
  [CoreConst.TYPE_TUPLE, Layout.PyTuple.length],
  [CoreConst.TYPE_LIST, Layout.PyList.length],
]);

/** The items of a tuple or list, guarded to be as many as were seen; undefined: it is something else, or there are too many. */
function itemsOf(b: Builder, sequence: Node, hint: Operand): Node[] | undefined {
  const items = sequence.virtual === null ? undefined : tupleItems(sequence.virtual);
  if (items !== undefined || sequence.virtual !== null) return items;
  const type = sequence.pyType !== 0 ? sequence.pyType : hint.type;
  const at = LENGTHS.get(type);
  const seen = sequence.isConst ? (sequence.boxed?.low as number) : hint.high === 0 ? hint.low : 0;
  if (at === undefined || seen === 0) return undefined;
  const [seenType, count] = b.heap.hint(() => [b.heap.readU32(seen + 4), b.heap.readU32(seen + at)] as const);
  if (seenType !== type || count > MOST_FIELDS || b.isFirst || !b.guardType(sequence, type)) return undefined;
  const length = lengthOf(b, sequence);
  if (!length.isConst) b.emit("guardEqIntK", "none", length, null, count * 65536);
  else if (length.number !== count) return undefined;
  const loaded: Node[] = [];
  for (let i = 0; i < count; i++) {
    const item = loadItem(b, sequence, b.int(i), false);
    if (item === null) return undefined;
    loaded.push(item);
  }
  return loaded;
}

/** Guards that a mapping is a dict without entries; false: it was not when it was recorded. */
function guardNoEntries(b: Builder, dict: Node, hint: Operand): boolean {
  if (dict.virtual !== null) return isDict(dict.virtual);
  const seen = hint.high === 0 ? hint.low : 0;
  if (hint.type !== CoreConst.TYPE_DICT || seen === 0) return false;
  const [type, used] = b.heap.hint(() => [b.heap.readU32(seen + 4), b.heap.readU32(seen + DICT.used)]);
  if (type !== CoreConst.TYPE_DICT || used !== 0 || b.isFirst || !b.guardType(dict, CoreConst.TYPE_DICT)) return false;
  b.emit("guardEqIntK", "none", loadU32(b, dict, DICT.used, "int"), null, 0);
  return true;
}

/**
 * Whether the list that the instruction makes becomes the tuple of a call's arguments. Not if anything is called meanwhile: behind a step the trace
 * reads the register again and can't know any more that a tuple stands for the list.
 */
function becomesTuple({ index, options }: Builder, r: Recorded): boolean {
  for (let i = index + 1; i < options.records.length; i++) {
    const { generic, delta, a, b: second, c } = options.records[i] as Recorded;
    if (delta !== r.delta) return false;
    if (generic === "LIST_TO_TUPLE" && second === r.a) return true;
    if (generic === "LIST_EXTEND" && a === r.a && second !== r.a) continue;
    const form = OP_FORMS[generic] ?? "";
    // Windows of registers lie above what is being put together.
    if ([a, second, c].some((register, at) => "rw".includes(form[at] ?? "-") && register === r.a)) return false;
  }
  return false;
}

function buildList(b: Builder, r: Recorded): boolean {
  if (r.c > MOST_FIELDS || !becomesTuple(b, r)) return BUILDING.BUILD_LIST?.(b, r) ?? false;
  const items = Array.from({ length: r.c }, (_, i) => b.look(b.at(r.b + i), i === 0 ? r.vb : undefined));
  b.takeSnapshot();
  const tuple = items.length === 0 ? b.ref(CoreConst.EMPTY_TUPLE_REF) : newTuple(b, items);
  for (let i = 0; i < r.c; i++) b.drop(r.b + i);
  b.write(r.a, tuple);
  return true;
}

/** More items come to the tuple that stands for a list. */
function extendList(b: Builder, r: Recorded): boolean {
  const target = b.peek(b.at(r.a), r.va);
  if (target.pyType !== CoreConst.TYPE_TUPLE) return BUILDING.LIST_EXTEND?.(b, r) ?? false;
  const isEmpty = target.isConst && target.boxed?.low === CoreConst.EMPTY_TUPLE_REF;
  const known = target.virtual !== null ? tupleItems(target.virtual) : isEmpty ? [] : undefined;
  if (known === undefined) return false;
  const items = itemsOf(b, b.look(b.at(r.b), r.vb), r.vb);
  if (items === undefined || known.length + items.length > MOST_FIELDS) return false;
  b.takeSnapshot();
  const all = [...known, ...items];
  if (all.length > 0) b.write(r.a, newTuple(b, all));
  if (r.flags & DROP_B) b.drop(r.b);
  return true;
}

function listToTuple(b: Builder, r: Recorded): boolean {
  const tuple = b.peek(b.at(r.b), r.vb);
  if (tuple.pyType !== CoreConst.TYPE_TUPLE) return BUILDING.LIST_TO_TUPLE?.(b, r) ?? false;
  b.takeSnapshot();
  if (r.flags & DROP_B) b.drop(r.b);
  b.write(r.a, tuple);
  return true;
}

/** The first dict of a call's named arguments, which the next instruction adds to. */
function buildMap(b: Builder, r: Recorded): boolean {
  const { next } = b;
  const isMerged = r.c === 0 && next?.generic === "DICT_MERGE" && next.delta === r.delta && next.a === r.a;
  if (!isMerged) return BUILDING.BUILD_MAP?.(b, r) ?? false;
  b.takeSnapshot();
  b.write(r.a, newEmptyDict(b));
  return true;
}

function mergeDict(b: Builder, r: Recorded): boolean {
  if (!guardNoEntries(b, b.peek(b.at(r.b), r.vb), r.vb)) return false;
  if (r.flags & DROP_B) b.drop(r.b);
  return true;
}

/** R[b](*R[b+4], **R[b+5]) */
function callUnpacked(b: Builder, r: Recorded): boolean {
  const window = b.at(r.b);
  const callee = b.read(window, r.va);
  if (!isPythonCall(b, r, callee)) return false;
  const slots = [window + 4];
  if (r.c !== 0) {
    // The dict dies first.
    slots.unshift(window + 5);
    if (!guardNoEntries(b, b.peek(window + 5, r.vc), r.vc)) return false;
  }
  const positional = itemsOf(b, b.look(window + 4, r.vb), r.vb);
  if (positional === undefined) return false;
  const args = { positional, names: [], named: [] };
  return callObject(b, r, { base: window, from: window, callee, hint: r.va, args, slots, mode: OTHER_CALL });
}

export const UNPACKED_CALLS: Record<string, Translator> = {
  BUILD_LIST: buildList,
  BUILD_MAP: buildMap,
  LIST_EXTEND: extendList,
  LIST_TO_TUPLE: listToTuple,
  DICT_MERGE: mergeDict,
  CALL_EX: callUnpacked,
};
