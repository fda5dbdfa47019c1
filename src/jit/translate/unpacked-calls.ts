// Calls with `*` and `**`. What a call is given that way is most often what its own function was given, `*args` and `**kwargs`, so it is known and none
// of the tuples, lists and dicts on the way from one to the other are made. While arguments are put together a list is a tuple in the trace, which grows;
// the interpreter takes a tuple for the list where the trace is left in the middle (op_LIST_EXTEND of native/core/interp/items.c).
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { type Entries, entriesOf, MOST_ENTRIES, MOST_FIELDS, newDict, newTuple, tupleItems } from "../build/virtual.ts";
import type { Node } from "../ir.ts";
import { OP_FORMS } from "../opcode-info.ts";
import type { Operand, Recorded } from "../recording.ts";
import { BUILDING } from "./building.ts";
import { callObject, isPythonCall } from "./calls.ts";
import { NEEDS_PYTHON } from "./consumers.ts";
import { enterCalled } from "./hooks.ts";
import type { Translator } from "./index.ts";
import { lengthOf, loadItem } from "./items.ts";
import { itemOfDict } from "./lookups.ts";
import { loadU32 } from "./moves.ts";
import { OTHER_CALL } from "./returns.ts";

const DROP_B = 2;
const CODE = Layout.PyCode;
const DICT = Layout.PyDict;
const ENTRY = Layout.DictEntry;
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

/** The entries of a mapping, guarded to be a dict with the names that were seen; undefined: it was something else, or has too many. */
function namedOf(b: Builder, dict: Node, hint: Operand): Entries | undefined {
  if (dict.virtual !== null) return entriesOf(dict.virtual);
  const seen = hint.high === 0 ? hint.low : 0;
  if (hint.type !== CoreConst.TYPE_DICT || seen === 0) return undefined;
  const [type, used] = b.heap.hint(() => [b.heap.readU32(seen + 4), b.heap.readU32(seen + DICT.used)] as const);
  if (type !== CoreConst.TYPE_DICT || used > MOST_ENTRIES || b.isFirst) return undefined;
  const names = used === 0 ? [] : lastingNames(b, seen, used);
  if (names === undefined || !b.guardType(dict, CoreConst.TYPE_DICT)) return undefined;
  b.emit("guardEqIntK", "none", loadU32(b, dict, DICT.used, "int"), null, used * 65536);
  return { names, values: names.map((name) => itemOfDict(b, dict, hint, b.ref(name))) };
}

/** The keys of a dict without gaps, if all are names that live as long as the trace: its code objects have them. */
function lastingNames(b: Builder, dict: number, used: number): number[] | undefined {
  const { heap } = b;
  return heap.hint(() => {
    if (heap.readU32(dict + DICT.entry_count) !== used || heap.readU32(dict + DICT.flags) !== 0) return undefined;
    const entries = heap.readU32(dict + DICT.entries);
    const names = Array.from({ length: used }, (_, i) => heap.readU32(entries + ENTRY.size * i));
    const held = namesOfCode(b);
    return names.every((name, i) => heap.readU32(entries + ENTRY.size * i + 4) === 0 && held.has(name))
      ? names
      : undefined;
  });
}

/** What the code objects of the recording have in the tuples of their names and constants, and in the tuples in these. */
function namesOfCode({ heap, options }: Builder): Set<number> {
  const held = new Set<number>();
  const add = (tuple: number, depth: number): void => {
    if (heap.readU32(tuple + 4) !== CoreConst.TYPE_TUPLE) return;
    const length = heap.readU32(tuple + Layout.PyTuple.length);
    for (let at = tuple + Layout.PyTuple.items; length > 0 && at < tuple + Layout.PyTuple.items + 8 * length; at += 8) {
      const item = heap.readU32(at);
      if (item === 0 || heap.readU32(at + 4) !== 0) continue;
      if (heap.readU32(item + 4) === CoreConst.TYPE_STR) held.add(item);
      else if (depth > 0) add(item, depth - 1);
    }
  };
  for (const code of new Set(options.records.map((record) => record.code)))
    for (const offset of [CODE.local_names, CODE.names, CODE.consts]) add(heap.readU32(code + offset), 1);
  return held;
}

/**
 * Whether the next instruction that has anything to do with what this one makes satisfies `isEnd`, but for some that add to it. Not if anything is called
 * meanwhile: behind a step the trace reads the register again.
 */
function goesTo(
  { index, options }: Builder,
  r: Recorded,
  isEnd: (record: Recorded) => boolean,
  adds?: (record: Recorded) => boolean,
): boolean {
  for (let i = index + 1; i < options.records.length; i++) {
    const record = options.records[i] as Recorded;
    const { generic, delta, a, b: second, c } = record;
    if (delta !== r.delta) return false;
    if (isEnd(record)) return true;
    if (adds?.(record) === true) continue;
    const form = OP_FORMS[generic] ?? "";
    // Windows of registers lie above what is being put together.
    if ([a, second, c].some((register, at) => "rw".includes(form[at] ?? "-") && register === r.a)) return false;
  }
  return false;
}

/** Whether the list that the instruction makes becomes the tuple of a call's arguments: it can't be known later that a tuple stands for the list. */
function becomesTuple(b: Builder, r: Recorded): boolean {
  return goesTo(
    b,
    r,
    (record) => record.generic === "LIST_TO_TUPLE" && record.b === r.a,
    (record) => record.generic === "LIST_EXTEND" && record.a === r.a && record.b !== r.a,
  );
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

/** The dict of a call's named arguments, which comes into being empty. */
function buildMap(b: Builder, r: Recorded): boolean {
  const isGiven =
    r.c === 0 &&
    goesTo(
      b,
      r,
      ({ generic, a, b: base, c }) =>
        (generic === "CALL_EX" && c !== 0 && base + 5 === r.a) || (generic === "DICT_MERGE" && a === r.a),
      ({ generic, a, b: key, c }) => generic === "MAP_ADD" && a === r.a && key !== r.a && c !== r.a,
    );
  if (!isGiven) return BUILDING.BUILD_MAP?.(b, r) ?? false;
  b.takeSnapshot();
  b.write(r.a, newDict(b, { names: [], values: [] }));
  return true;
}

/** One more argument with a name that the code has. */
function addNamed(b: Builder, r: Recorded): boolean {
  const { virtual } = b.peek(b.at(r.a), r.va);
  const entries = virtual === null ? undefined : entriesOf(virtual);
  const key = b.peek(b.at(r.b), r.vb);
  const name = key.isConst && key.pyType === CoreConst.TYPE_STR ? (key.boxed?.low ?? 0) : 0;
  const isNew = entries !== undefined && entries.names.length < MOST_ENTRIES && !entries.names.includes(name);
  if (!isNew || !namesOfCode(b).has(name)) return BUILDING.MAP_ADD?.(b, r) ?? false;
  const value = b.look(b.at(r.c), r.vc);
  b.takeSnapshot();
  b.write(r.a, newDict(b, { names: [...entries.names, name], values: [...entries.values, value] }));
  b.dropOperands(r);
  return true;
}

function mergeDict(b: Builder, r: Recorded): boolean {
  const target = b.peek(b.at(r.a), r.va);
  const named = namedOf(b, b.peek(b.at(r.b), r.vb), r.vb);
  if (named === undefined) return false;
  if (named.names.length > 0) {
    // A name that is there already is an error, unless it is there but for a display.
    const isEmpty = target.virtual !== null && entriesOf(target.virtual)?.names.length === 0;
    if (!isEmpty) return false;
    b.takeSnapshot();
    b.write(r.a, newDict(b, named));
  }
  if (r.flags & DROP_B) b.drop(r.b);
  return true;
}

/** The same with something that the core goes over in the prelude: what that gives becomes a list first. */
function callIterated(b: Builder, r: Recorded): boolean {
  const window = b.at(r.b);
  const iterable = b.look(window + 4, r.vb);
  const type = iterable.pyType !== 0 ? iterable.pyType : r.vb.type;
  if (!NEEDS_PYTHON.has(type) || !b.guardType(iterable, type)) return false;
  const slots = r.c === 0 ? [window + 4] : [window + 5, window + 4];
  const named = r.c === 0 ? b.none : b.look(window + 5, r.vc);
  const fn = b.heap.readU32(Layout.VM.prelude + 4 * CoreConst.PRELUDE_CALL_EX);
  return enterCalled(b, r, fn, slots, [b.look(window, r.va), iterable, named]);
}

function isFunction(callee: Node, hint: Operand): boolean {
  return (callee.pyType !== 0 ? callee.pyType : hint.type) === CoreConst.TYPE_FUNCTION;
}

/** R[b](*R[b+4], **R[b+5]) */
function callUnpacked(b: Builder, r: Recorded): boolean {
  const window = b.at(r.b);
  const callee = b.read(window, r.va);
  if (!isPythonCall(b, r, callee)) return false;
  if (b.nextDelta > r.delta && callIterated(b, r)) return true;
  const slots = [window + 4];
  let named: Entries = { names: [], values: [] };
  if (r.c !== 0) {
    // The dict dies first.
    slots.unshift(window + 5);
    const found = namedOf(b, b.peek(window + 5, r.vc), r.vc);
    if (found === undefined) return false;
    named = found;
  }
  const positional = itemsOf(b, b.look(window + 4, r.vb), r.vb);
  if (positional === undefined) return false;
  // What makes an instance by `__new__` notes the names that the instruction has.
  if (named.names.length > 0 && !isFunction(callee, r.va)) return false;
  const args = { positional, names: named.names, named: named.values };
  return callObject(b, r, { base: window, from: window, callee, hint: r.va, args, slots, mode: OTHER_CALL });
}

export const UNPACKED_CALLS: Record<string, Translator> = {
  BUILD_LIST: buildList,
  BUILD_MAP: buildMap,
  MAP_ADD: addNamed,
  LIST_EXTEND: extendList,
  LIST_TO_TUPLE: listToTuple,
  DICT_MERGE: mergeDict,
  CALL_EX: callUnpacked,
};
