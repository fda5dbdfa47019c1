// Loops over iterators of the core; unpacking.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { claim, fieldSlot } from "../build/iterator-fields.ts";
import { tupleItems } from "../build/virtual.ts";
import type { Node } from "../ir.ts";
import { type Recorded, signed16 } from "../recording.ts";
import { builtinBase } from "./attribute-lookup.ts";
import { resumeFor } from "./generators.ts";
import { nextOf } from "./hooks.ts";
import type { Translator } from "./index.ts";
import { lengthOf } from "./items.ts";
import { itemOf, stepIterator } from "./iterator-steps.ts";
import { loadField, loadU32 } from "./moves.ts";
import { stepInPrelude } from "./prelude-steps.ts";
import { newIterator } from "./ranges.ts";

const IT = Layout.PyIterator;

/** Whether the loop was left; undefined if the instruction went elsewhere. */
function ended(b: Builder, r: Recorded): boolean | undefined {
  if (b.nextDelta !== r.delta) return undefined;
  if (b.nextPc === r.pc + 8 * r.words) return false;
  return b.nextPc === r.pc + 8 * signed16(r.c) ? true : undefined;
}

function finishLoop(b: Builder, r: Recorded): true {
  b.drop(r.b);
  return true;
}

function endRange(b: Builder, r: Recorded, iterator: Node): boolean {
  const left = fieldSlot(b, iterator, IT.extra, "value", () => b.emit("loadFieldInt", "int", iterator, null, IT.extra));
  if (left.node.type !== "int") return false;
  b.pure("guardEqIntK", "none", left.node, null, 0);
  return finishLoop(b, r);
}

function endSequence(b: Builder, r: Recorded, iterator: Node, type: number): boolean {
  const source = loadField(b, iterator, IT.source);
  // It is EMPTY once the iterator is used up, and may be of a class that derives from `type`.
  b.guardBound(source);
  const length =
    type === CoreConst.TYPE_TUPLE
      ? b.pure("loadU32Int", "int", source, null, Layout.PyTuple.length)
      : loadU32(b, source, Layout.PyList.length, "int");
  const index = fieldSlot(b, iterator, IT.index, "u32", () => b.emit("loadU32Int", "int", iterator, null, IT.index));
  b.pure("guardLeInt", "none", length, index.node);
  // The iterator lets go of what it went over.
  b.takeSnapshot();
  b.emit("storeFieldConst", "none", iterator, null, IT.source, { low: 0, high: 0 });
  b.cache.store(iterator, IT.source, b.empty);
  source.own++;
  b.state.unsettled.push(source);
  return finishLoop(b, r);
}

function forIter(b: Builder, r: Recorded): boolean {
  const end = ended(b, r);
  let iterator = b.peek(b.at(r.b), r.vb);
  const type = iterator.pyType !== 0 ? iterator.pyType : r.vb.type;
  if (type === CoreConst.TYPE_GENERATOR && b.nextDelta > r.delta) return resumeFor(b, r, iterator);
  iterator = b.real(iterator);
  if (b.nextDelta > r.delta) return nextOf(b, r) || stepInPrelude(b, r, iterator);
  if (end === undefined || type === 0) return false;
  const isOwn = BUILTIN_STEPS.has(type);
  if (!isOwn && !SIMPLE_ITERATORS.has(type)) return false;
  if (!b.guardType(iterator, type)) return false;
  if (end) {
    claim(b, iterator, r.vb.high === 0 ? r.vb.low : 0);
    if (type === CoreConst.TYPE_RANGE_ITERATOR) return endRange(b, r, iterator);
    if (type === CoreConst.TYPE_LIST_ITERATOR) return endSequence(b, r, iterator, CoreConst.TYPE_LIST);
    if (type === CoreConst.TYPE_TUPLE_ITERATOR) return endSequence(b, r, iterator, CoreConst.TYPE_TUPLE);
    return endBuiltin(b, r, iterator);
  }
  // A trace that begins here may do so because something did not hold that is taken for granted below.
  if (isOwn && b.isFirst) return false;
  const step = r.vb.high === 0 ? stepIterator(b, iterator, type, r.vb.low) : null;
  if (step === null) return isOwn && nextOfBuiltin(b, r, iterator, type);
  step.advance();
  b.write(r.a, itemOf(b, step.item));
  return true;
}

const SIMPLE_ITERATORS = new Set<number>([
  CoreConst.TYPE_RANGE_ITERATOR, CoreConst.TYPE_LIST_ITERATOR, CoreConst.TYPE_TUPLE_ITERATOR,
]); // biome-ignore format: a table

/** Iterators that the core steps, and whether a step drops references: pairs of last time are used again. */
const BUILTIN_STEPS = new Map<number, boolean>([
  [CoreConst.TYPE_LIST_REVERSE_ITERATOR, false],
  [CoreConst.TYPE_STR_ITERATOR, false],
  [CoreConst.TYPE_STR_ASCII_ITERATOR, false],
  [CoreConst.TYPE_BYTES_ITERATOR, false],
  [CoreConst.TYPE_BYTEARRAY_ITERATOR, false],
  [CoreConst.TYPE_DEQUE_ITERATOR, false],
  [CoreConst.TYPE_DEQUE_REVERSE_ITERATOR, false],
  [CoreConst.TYPE_SET_ITERATOR, false],
  [CoreConst.TYPE_DICT_KEYITERATOR, false],
  [CoreConst.TYPE_DICT_VALUEITERATOR, false],
  [CoreConst.TYPE_DICT_ITEMITERATOR, true],
  [CoreConst.TYPE_ENUMERATE, true],
  [CoreConst.TYPE_ZIP, true],
]);

/** The last step, which lets go of what was gone over. */
function endBuiltin(b: Builder, r: Recorded, iterator: Node): boolean {
  b.writeFields();
  b.beforeDrops();
  b.callCore("trace_finish", "ref", iterator);
  b.afterDrops();
  return finishLoop(b, r);
}

function nextOfBuiltin(b: Builder, r: Recorded, iterator: Node, type: number): boolean {
  const drops = BUILTIN_STEPS.get(type) ?? true;
  b.writeFields();
  if (drops) b.beforeDrops();
  const item = b.callCore("trace_next", "value", iterator);
  if (drops) b.afterDrops();
  b.write(r.a, item, true);
  return true;
}

/** What iterating over a type, or one that derives from it and leaves that alone, gives; 0: some iterator. */
const ITERATORS = new Map<number, number>([
  [CoreConst.TYPE_LIST, CoreConst.TYPE_LIST_ITERATOR],
  [CoreConst.TYPE_TUPLE, CoreConst.TYPE_TUPLE_ITERATOR],
  [CoreConst.TYPE_DICT, CoreConst.TYPE_DICT_KEYITERATOR],
  [CoreConst.TYPE_SET, CoreConst.TYPE_SET_ITERATOR],
  [CoreConst.TYPE_FROZENSET, CoreConst.TYPE_SET_ITERATOR],
  [CoreConst.TYPE_DICT_KEYS, CoreConst.TYPE_DICT_KEYITERATOR],
  [CoreConst.TYPE_DICT_VALUES, CoreConst.TYPE_DICT_VALUEITERATOR],
  [CoreConst.TYPE_DICT_ITEMS, CoreConst.TYPE_DICT_ITEMITERATOR],
  [CoreConst.TYPE_RANGE, 0],
  [CoreConst.TYPE_STR, 0],
  [CoreConst.TYPE_BYTES, CoreConst.TYPE_BYTES_ITERATOR],
  [CoreConst.TYPE_BYTEARRAY, CoreConst.TYPE_BYTEARRAY_ITERATOR],
  [CoreConst.TYPE_DEQUE, CoreConst.TYPE_DEQUE_ITERATOR],
]);
/** Iterators that are their own. */
const SELF = new Set<number>([
  ...BUILTIN_STEPS.keys(), CoreConst.TYPE_LIST_ITERATOR, CoreConst.TYPE_TUPLE_ITERATOR, CoreConst.TYPE_RANGE_ITERATOR,
  CoreConst.TYPE_GENERATOR,
]); // biome-ignore format: a table

function getIter(b: Builder, r: Recorded): boolean {
  let container = b.peek(b.at(r.b), r.vb);
  const type = container.pyType !== 0 ? container.pyType : r.vb.type;
  if (type !== CoreConst.TYPE_GENERATOR && type !== CoreConst.TYPE_RANGE) container = b.real(container);
  if (SELF.has(type)) {
    if (!b.guardType(container, type)) return false;
    if (r.flags & 2) b.drop(r.b);
    b.write(r.a, container);
    return true;
  }
  const base = builtinBase(b, type, CoreConst.SPECIAL_iter);
  const iteratorType = ITERATORS.get(base);
  if (iteratorType === undefined || b.isFirst || !b.guardType(container, type)) return false;
  const virtual = newIterator(b, container, base);
  if (virtual !== undefined) {
    if (r.flags & 2) b.drop(r.b);
    b.write(r.a, virtual);
    return true;
  }
  const iterator = b.callCore("trace_iter", "ref", container);
  iterator.isObject = true;
  iterator.pyType = iteratorType;
  if (r.flags & 2) b.drop(r.b);
  b.write(r.a, iterator, true);
  return true;
}

function unpack(b: Builder, r: Recorded): boolean {
  const sequence = b.look(b.at(r.b), r.vb);
  const type = sequence.pyType !== 0 ? sequence.pyType : r.vb.type;
  const base = builtinBase(b, type, CoreConst.SPECIAL_iter);
  if (base !== CoreConst.TYPE_TUPLE && base !== CoreConst.TYPE_LIST) return false;
  if (!b.guardType(sequence, type)) return false;
  const length = lengthOf(b, sequence);
  if (length.isConst) {
    if (length.number !== r.c) return false;
  } else b.pure("guardEqIntK", "none", length, null, r.c * 65536);
  const items: Node[] = (sequence.virtual && tupleItems(sequence.virtual)) ?? [];
  for (let i = items.length; i < r.c; i++) {
    const key = `item ${b.int(i).id}`;
    let item = b.cache.get(sequence, key);
    if (item === undefined) {
      item =
        base === CoreConst.TYPE_TUPLE
          ? b.pure("loadField", "value", sequence, null, Layout.PyTuple.items + 8 * i)
          : b.emit("loadField", "value", loadU32(b, sequence, Layout.PyList.items), null, 8 * i);
      b.cache.set(sequence, key, item);
    }
    items.push(item);
  }
  b.takeSnapshot();
  // The items are in place before the sequence may die: they are held by then, if only in the program's view.
  const drop = (r.flags & 2) !== 0;
  const overlaps = r.b >= r.a && r.b < r.a + r.c;
  if (drop && overlaps) b.drop(r.b);
  for (const [i, item] of items.entries()) b.write(r.a + i, item);
  if (drop && !overlaps) b.drop(r.b);
  return true;
}

export const ITERATION: Record<string, Translator> = {
  GET_ITER: getIter,
  FOR_ITER: forIter,
  UNPACK: unpack,
};
