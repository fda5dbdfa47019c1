// The next item of an iterator of the core, taken without calling anything: its position lives in registers (FrameState.fields). What is inside
// enumerate and zip is stepped the same way, and the tuples that they give, as those of dict.items(), are made only if somebody wants them.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { claim, fieldSlot, setField } from "../build/iterator-fields.ts";
import type { FieldSlot } from "../build/state.ts";
import { newTuple } from "../build/virtual.ts";
import { Node } from "../ir.ts";
import { isType } from "./attribute-lookup.ts";
import { latinCharacter } from "./characters.ts";
import { lengthOf, loadItem } from "./items.ts";
import { guardNoNamespace } from "./lookups.ts";
import { loadField, loadU32 } from "./moves.ts";

const IT = Layout.PyIterator;
const DICT = Layout.PyDict;
const DEQUE = Layout.PyDeque;
/** An entry of a dict is three words: key, value, hash. */
const ENTRY_WORDS = 3;
const ONE = 65536;

/** Guards hold that there is an item; `advance` moves on. A list stands for a tuple of what is in it. */
export interface Step {
  readonly item: Item;
  advance(): void;
}
type Item = Node | readonly Item[];
type Stepper = (b: Builder, iterator: Node, hint: number, depth: number) => Step | null;

function countField(b: Builder, iterator: Node, offset: number): FieldSlot {
  return fieldSlot(b, iterator, offset, "i64", () => b.emit("loadShifted", "int", iterator, null, offset));
}
function indexField(b: Builder, iterator: Node): FieldSlot {
  return fieldSlot(b, iterator, IT.index, "u32", () => b.emit("loadU32Int", "int", iterator, null, IT.index));
}

const stepRange: Stepper = (b, iterator) => {
  const left = fieldSlot(b, iterator, IT.extra, "value", () => b.emit("loadFieldInt", "int", iterator, null, IT.extra));
  if (left.node.type !== "int") return null;
  b.pure("guardNeIntK", "none", left.node, null, 0);
  const position = countField(b, iterator, IT.n);
  const step = b.pure("loadShifted", "int", iterator, null, IT.step);
  // The last number of a range fits; the one after it may not, but then the loop is over: no check is needed for what is shown.
  const advance = (): void => {
    setField(left, b.pure("addIntNc", "int", left.node, null, -ONE));
    setField(position, b.pure("addIntWrap", "int", position.node, step));
  };
  return { item: position.node, advance };
};

/** A sequence in a field of an iterator: guards its type, which is the one that was seen if that is `type` or derives from it, as far as it can be told. */
function guardSequence(b: Builder, source: Node, seen: number, type: number): boolean {
  const { kind } = Layout.PyType;
  const isSuch = (other: number): boolean => b.heap.readU32(other + kind) === b.heap.readU32(type + kind);
  if (source.pyType !== 0) return isSuch(source.pyType);
  const seenType = seen === 0 ? type : b.heap.hint(() => b.heap.readU32(seen + 4));
  return b.guardType(source, isType(b, seenType) && isSuch(seenType) ? seenType : type);
}

function stepSequence(type: number): Stepper {
  return (b, iterator, hint) => {
    const source = loadField(b, iterator, IT.source);
    if (!guardSequence(b, source, seenReference(b, hint + IT.source), type)) return null;
    const index = indexField(b, iterator);
    const item = loadItem(b, source, index.node, false);
    if (item === null) return null;
    return { item, advance: () => setField(index, b.pure("addIntNc", "int", index.node, null, ONE)) };
  };
}

const stepReversed: Stepper = (b, iterator, hint) => {
  const source = loadField(b, iterator, IT.source);
  if (!guardSequence(b, source, seenReference(b, hint + IT.source), CoreConst.TYPE_LIST)) return null;
  const position = countField(b, iterator, IT.n);
  lengthOf(b, source);
  const item = loadItem(b, source, position.node, false);
  if (item === null) return null;
  return { item, advance: () => setField(position, b.pure("addIntNc", "int", position.node, null, -ONE)) };
};

/** Whether a string that was seen has a byte for each character. */
export function isLatin(b: Builder, seen: number): boolean {
  return b.heap.hint(() => b.heap.readU8(seen + Layout.PyStr.kind)) === 1;
}

function stepText(type: number, length: number, data: number): Stepper {
  return (b, iterator, hint) => {
    const seen = seenReference(b, hint + IT.source);
    if (seen === 0 || (type === CoreConst.TYPE_STR && !isLatin(b, seen))) return null;
    const source = loadField(b, iterator, IT.source);
    if (!b.guardType(source, type)) return null;
    const index = indexField(b, iterator);
    b.pure("guardLtInt", "none", index.node, b.pure("loadU32Int", "int", source, null, length));
    const item =
      type === CoreConst.TYPE_STR
        ? latinCharacter(b, source, index.node)
        : b.pure("loadElemU8", "int", source, index.node, data);
    return { item, advance: () => setField(index, b.pure("addIntNc", "int", index.node, null, ONE)) };
  };
}

/** which: 0 keys, 1 values, 2 items. A deleted entry is left to the core. */
function stepDict(which: number): Stepper {
  return (b, iterator) => {
    const source = loadField(b, iterator, IT.source);
    if (!b.guardType(source, CoreConst.TYPE_DICT)) return null;
    guardNoNamespace(b, source);
    const size = b.pure("loadShifted", "int", iterator, null, IT.n);
    b.pure("guardEqInt", "none", loadU32(b, source, DICT.used, "int"), size);
    const index = indexField(b, iterator);
    const left = countField(b, iterator, IT.step);
    b.pure("guardLtInt", "none", index.node, loadU32(b, source, DICT.entry_count, "int"));
    b.pure("guardGtIntK", "none", left.node, null, 0);
    const entries = loadU32(b, source, DICT.entries);
    const at = b.pure("mulIntK", "int", index.node, null, ENTRY_WORDS);
    const key = b.emit("loadElem", "value", entries, at, 0);
    b.guardBound(key);
    const value = which === 0 ? key : b.emit("loadElem", "value", entries, at, 8);
    const advance = (): void => {
      setField(index, b.pure("addIntNc", "int", index.node, null, ONE));
      setField(left, b.pure("addIntNc", "int", left.node, null, -ONE));
    };
    return { item: which === 2 ? [key, value] : value, advance };
  };
}

/** An iterator that only another one holds: nobody else can step it, or have its position in registers. */
function stepInner(b: Builder, holder: Node, inner: Node, hint: number, depth: number): Step | null {
  const [count, type] = b.heap.hint(() => [b.heap.readU32(hint), b.heap.readU32(hint + 4)]);
  if (count !== 1) return null;
  const step = depth < 3 ? STEPPERS.get(type) : undefined;
  if (step === undefined || !b.guardType(inner, type)) return null;
  b.pure("guardFieldU32", "none", inner, null, 0, 1);
  inner.keeper = holder;
  claim(b, inner, hint);
  return step(b, inner, hint, depth + 1);
}
/** The step of what an iterator goes over, if that is an iterator that nobody else holds. */
export function stepSource(b: Builder, holder: Node, seen: number, offset: number): Step | null {
  const inner = seenReference(b, seen + offset);
  return inner === 0 ? null : stepInner(b, holder, b.pure("loadField", "value", holder, null, offset), inner, 0);
}

/** The reference in a field of an object that was seen, if it is still one. */
function seenReference(b: Builder, at: number): number {
  return b.heap.hint(() => {
    const ref = b.heap.readU32(at);
    return ref !== 0 && b.heap.readU32(at + 4) === 0 ? ref : 0;
  });
}

const stepEnumerate: Stepper = (b, iterator, hint, depth) => {
  const seen = seenReference(b, hint + IT.source);
  if (seen === 0) return null;
  const inner = b.pure("loadField", "value", iterator, null, IT.source);
  const state = b.pure("loadShifted", "int", iterator, null, IT.step);
  b.pure("guardEqIntK", "none", state, null, 0);
  const step = stepInner(b, iterator, inner, seen, depth);
  if (step === null) return null;
  const count = countOf(b, iterator);
  const advance = (): void => {
    step.advance();
    count.advance();
  };
  return { item: [count.node, step.item], advance };
};

/** The number of an enumerate that counts in `n`, guarded to go no further than it may. */
function countOf(b: Builder, iterator: Node): { readonly node: Node; advance(): void } {
  const count = countField(b, iterator, IT.n);
  const next = b.pure("addIntK", "int", count.node, null, ONE);
  return { node: count.node, advance: () => setField(count, next) };
}
/** The number that comes with its next item, which is counted. */
export function countOfEnumerate(b: Builder, iterator: Node): Node {
  // Whether it still counts there is asked each time: the core may have counted in between, and gone beyond what fits.
  b.emit("guardEqIntK", "none", b.emit("loadShifted", "int", iterator, null, IT.step), null, 0);
  const { node, advance } = countOf(b, iterator);
  advance();
  return node;
}

const MOST_ZIPPED = 6;
const stepZip: Stepper = (b, iterator, hint, depth) => {
  const seen = seenReference(b, hint + IT.source);
  if (seen === 0) return null;
  const { length: lengthAt } = Layout.PyTuple;
  const [type, length] = b.heap.hint(() => [b.heap.readU32(seen + 4), b.heap.readU32(seen + lengthAt)]);
  if (type !== CoreConst.TYPE_TUPLE || length === 0 || length > MOST_ZIPPED) return null;
  const sources = b.pure("loadField", "value", iterator, null, IT.source);
  if (!b.guardType(sources, CoreConst.TYPE_TUPLE)) return null;
  b.pure("guardEqIntK", "none", b.pure("loadU32Int", "int", sources, null, Layout.PyTuple.length), null, length * ONE);
  const steps: Step[] = [];
  for (let i = 0; i < length; i++) {
    const at = Layout.PyTuple.items + 8 * i;
    const innerSeen = seenReference(b, seen + at);
    const step =
      innerSeen === 0
        ? null
        : stepInner(b, iterator, b.pure("loadField", "value", sources, null, at), innerSeen, depth);
    if (step === null) return null;
    steps.push(step);
  }
  const advance = (): void => {
    for (const step of steps) step.advance();
  };
  return { item: steps.map((step) => step.item), advance };
};

/** Items lie in a ring of a power of two places; the iterator knows the version of the deque that it goes over. */
function stepDeque(backwards: boolean): Stepper {
  return (b, iterator) => {
    const source = loadField(b, iterator, IT.source);
    if (!b.guardType(source, CoreConst.TYPE_DEQUE)) return null;
    const field = (offset: number): Node => b.emit("loadU32Int", "int", source, null, offset);
    b.emit("guardEqInt", "none", field(DEQUE.version), b.pure("loadShifted", "int", iterator, null, IT.n));
    const index = indexField(b, iterator);
    const length = field(DEQUE.length);
    b.emit("guardLtInt", "none", index.node, length);
    const last = b.emit("addIntNc", "int", length, null, -ONE);
    const place = backwards ? b.emit("subInt", "int", last, index.node) : index.node;
    const at = b.emit("addIntWrap", "int", field(DEQUE.first), place);
    const mask = b.emit("addIntNc", "int", field(DEQUE.capacity), null, -ONE);
    const items = b.emit("loadU32", "word", source, null, DEQUE.items);
    const item = b.emit("loadElem", "value", items, b.emit("andInt", "int", at, mask), 0);
    return { item, advance: () => setField(index, b.pure("addIntNc", "int", index.node, null, ONE)) };
  };
}

const STEPPERS = new Map<number, Stepper>([
  [CoreConst.TYPE_RANGE_ITERATOR, stepRange],
  [CoreConst.TYPE_LIST_ITERATOR, stepSequence(CoreConst.TYPE_LIST)],
  [CoreConst.TYPE_TUPLE_ITERATOR, stepSequence(CoreConst.TYPE_TUPLE)],
  [CoreConst.TYPE_LIST_REVERSE_ITERATOR, stepReversed],
  [CoreConst.TYPE_STR_ITERATOR, stepText(CoreConst.TYPE_STR, Layout.PyStr.length, Layout.PyStr.data)],
  [CoreConst.TYPE_STR_ASCII_ITERATOR, stepText(CoreConst.TYPE_STR, Layout.PyStr.length, Layout.PyStr.data)],
  [CoreConst.TYPE_BYTES_ITERATOR, stepText(CoreConst.TYPE_BYTES, Layout.PyBytes.length, Layout.PyBytes.data)],
  [CoreConst.TYPE_DICT_KEYITERATOR, stepDict(0)],
  [CoreConst.TYPE_DICT_VALUEITERATOR, stepDict(1)],
  [CoreConst.TYPE_DICT_ITEMITERATOR, stepDict(2)],
  [CoreConst.TYPE_DEQUE_ITERATOR, stepDeque(false)],
  [CoreConst.TYPE_DEQUE_REVERSE_ITERATOR, stepDeque(true)],
  [CoreConst.TYPE_ENUMERATE, stepEnumerate],
  [CoreConst.TYPE_ZIP, stepZip],
]);

/** What a step gives, once nothing can leave the trace any more before it is where it belongs. */
export function itemOf(b: Builder, item: Item): Node {
  return item instanceof Node
    ? item
    : newTuple(
        b,
        item.map((part) => itemOf(b, part)),
      );
}

/** Guards that the iterator, whose type is known, has another item; `seen`: the iterator that was recorded. Null: the core has to step it. */
export function stepIterator(b: Builder, iterator: Node, type: number, seen: number): Step | null {
  const step = STEPPERS.get(type);
  if (step === undefined) return null;
  claim(b, iterator, seen);
  return step(b, iterator, seen, 0);
}
