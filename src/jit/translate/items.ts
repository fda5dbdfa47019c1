// Subscripts of lists, tuples and bytes by int, and what else is asked of containers without running Python code.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { tupleItems } from "../build/virtual.ts";
import type { Node } from "../ir.ts";
import { type Recorded, tagOf } from "../recording.ts";
import { builtinBase } from "./attribute-lookup.ts";
import { latinCharacter } from "./characters.ts";
import type { Translator } from "./index.ts";
import { isLatin } from "./iterator-steps.ts";
import { itemOfDict, setItemOfDict } from "./lookups.ts";
import { giveCount, loadU32 } from "./moves.ts";
import { changeItemOperation, changePartOperation, itemOperation, partOperation } from "./operations.ts";
import { characterAt } from "./strings.ts";

const DROP_A = 1;
const DROP_B = 2;
const DROP_C = 4;
const TUPLE_ITEMS = Layout.PyTuple.items;
const BYTES = new Set<number>([CoreConst.TYPE_BYTES, CoreConst.TYPE_BYTEARRAY]);

/** Whether it is a tuple, or of a class that derives from it. */
function isTuple(b: Builder, sequence: Node): boolean {
  const { pyType } = sequence;
  return pyType !== 0 && b.heap.readU32(pyType + Layout.PyType.kind) === CoreConst.LAYOUT_TUPLE;
}

/** A list's or tuple's length as an int. A tuple's never changes. */
export function lengthOf(b: Builder, sequence: Node): Node {
  if (sequence.virtual !== null) return b.int(tupleItems(sequence.virtual)?.length ?? 0);
  if (isTuple(b, sequence)) {
    const known = b.cache.get(sequence, "length");
    if (known !== undefined) return known;
    if (sequence.isConst) return b.int(b.heap.readU32((sequence.boxed?.low ?? 0) + Layout.PyTuple.length));
    return b.pure("loadU32Int", "int", sequence, null, Layout.PyTuple.length);
  }
  return loadU32(b, sequence, Layout.PyList.length, "int");
}

/** The index counted from the start, of one that is (guarded to be) negative if `isFromEnd`. */
function fromStart(b: Builder, index: Node, length: Node, isFromEnd: boolean): Node {
  if (!isFromEnd) return index;
  if (!index.isConst) b.pure("guardLtIntK", "none", index, null, 0);
  return b.pure("addInt", "int", length, index);
}
/** Whether an index counts from the end: what it is, or was seen to be. */
function countsFromEnd(index: Node, wasNegative: boolean): boolean {
  return index.isConst ? index.number < 0 : wasNegative;
}

/** Item of a list or tuple; guards that the index is in range. Negative constants and negative indices seen count from the end. */
export function loadItem(b: Builder, sequence: Node, index: Node, negative: boolean): Node | null {
  const length = lengthOf(b, sequence);
  if (sequence.virtual !== null) {
    if (!index.isConst) return null;
    return tupleItems(sequence.virtual)?.[index.number + (negative ? length.number : 0)] ?? null;
  }
  const i = fromStart(b, index, length, negative);
  const key = `item ${i.id}`;
  const known = b.cache.get(sequence, key);
  if (known !== undefined) return known;
  if (length.isConst && i.isConst) {
    if (i.number < 0 || i.number >= length.number) return null;
  } else b.pure("guardIndex", "none", i, length);
  let item: Node;
  if (isTuple(b, sequence)) {
    item = i.isConst
      ? b.pure("loadField", "value", sequence, null, TUPLE_ITEMS + 8 * i.number)
      : b.pure("loadElem", "value", sequence, i, TUPLE_ITEMS);
  } else {
    const items = loadU32(b, sequence, Layout.PyList.items);
    const kind = b.record.generic === "GETITEM" && !i.isConst ? b.numberWanted() : undefined;
    if (kind !== undefined) item = b.emit(kind === "int" ? "loadElemInt" : "loadElemFloat", kind, items, i, 0);
    else
      item = i.isConst
        ? b.emit("loadField", "value", items, null, 8 * i.number)
        : b.emit("loadElem", "value", items, i, 0);
  }
  b.aliases.note(i);
  b.cache.set(sequence, key, item);
  return item;
}

function indexHint(r: Recorded["va"]): { isInt: boolean; negative: boolean } {
  return { isInt: tagOf(r) === "int", negative: (r.high & 0x8000) !== 0 };
}

function getItem(b: Builder, r: Recorded): boolean {
  if (getPlainItem(b, r)) return true;
  const item = partOperation(b, r) ?? itemOperation(b, b.read(b.at(r.b), r.vb), b.read(b.at(r.c), r.vc), r);
  if (item === undefined) return false;
  if (r.flags & DROP_B) b.drop(r.b);
  if (r.flags & DROP_C) b.drop(r.c);
  b.write(r.a, item, true);
  return true;
}

function getPlainItem(b: Builder, r: Recorded): boolean {
  let sequence = b.look(b.at(r.b), r.vb);
  // Only constants pick an item of a tuple that has not been made.
  if (sequence.virtual !== null && !b.look(b.at(r.c), r.vc).isConst) sequence = b.real(sequence);
  const type = sequence.pyType !== 0 ? sequence.pyType : r.vb.type;
  const { isInt, negative } = indexHint(r.vc);
  const base = builtinBase(b, type, CoreConst.SPECIAL_getitem);
  if (base === CoreConst.TYPE_DICT) return getItemOfDict(b, r, sequence, type);
  if (type === CoreConst.TYPE_STR && isInt) return getCharacter(b, r, sequence);
  if (BYTES.has(type) && isInt) return getByte(b, r, sequence, type);
  if (!isInt) return false;
  if (base !== CoreConst.TYPE_LIST && base !== CoreConst.TYPE_TUPLE) return false;
  const index = b.read(b.at(r.c), r.vc);
  if (b.numberKind(index, r.vc) !== "int" || !b.guardType(sequence, type)) return false;
  const i = b.asInt(index);
  b.aliases.note(sequence, r.vb);
  const item = loadItem(b, sequence, i, i.isConst ? i.number < 0 : negative);
  if (item === null) return false;
  if (r.flags & DROP_B) b.drop(r.b);
  if (r.flags & DROP_C) b.drop(r.c);
  b.write(r.a, item);
  return true;
}

/** What a dict holds is borrowed from it. Where a subclass has `__missing__` a key that is not there leaves the trace, as it does for a dict. */
function getItemOfDict(b: Builder, r: Recorded, dict: Node, type: number): boolean {
  if (b.isFirst || !b.guardType(dict, type)) return false;
  const value = itemOfDict(b, dict, r.vb, b.read(b.at(r.c), r.vc));
  if (r.flags & DROP_B) b.drop(r.b);
  if (r.flags & DROP_C) b.drop(r.c);
  b.write(r.a, value);
  return true;
}

function getCharacter(b: Builder, r: Recorded, string: Node): boolean {
  const index = b.read(b.at(r.c), r.vc);
  if (b.isFirst || b.numberKind(index, r.vc) !== "int" || !b.guardType(string, CoreConst.TYPE_STR)) return false;
  const i = b.asInt(index);
  if (r.vb.type === CoreConst.TYPE_STR && isLatin(b, r.vb.low)) {
    const length = b.pure("loadU32Int", "int", string, null, Layout.PyStr.length);
    const at = fromStart(b, i, length, countsFromEnd(i, indexHint(r.vc).negative));
    b.pure("guardIndex", "none", at, length);
    const item = latinCharacter(b, string, at);
    if (r.flags & DROP_B) b.drop(r.b);
    if (r.flags & DROP_C) b.drop(r.c);
    b.write(r.a, item);
    return true;
  }
  const character = characterAt(b, string, i);
  if (r.flags & DROP_B) b.drop(r.b);
  if (r.flags & DROP_C) b.drop(r.c);
  b.write(r.a, character, true);
  return true;
}

/** Where a byte lies: the index from the start, guarded to be in range, and the object or block that byte 0 is in, so many bytes into it. */
function byteAt(
  b: Builder,
  bytes: Node,
  index: Node,
  negative: boolean,
): { readonly at: Node; readonly data: Node; readonly offset: number } {
  const isBytes = bytes.pyType === CoreConst.TYPE_BYTES;
  const length = isBytes
    ? b.pure("loadU32Int", "int", bytes, null, Layout.PyBytes.length)
    : loadU32(b, bytes, Layout.PyByteArray.length, "int");
  const at = fromStart(b, index, length, countsFromEnd(index, negative));
  b.pure("guardIndex", "none", at, length);
  return isBytes
    ? { at, data: bytes, offset: Layout.PyBytes.data }
    : { at, data: loadU32(b, bytes, Layout.PyByteArray.data), offset: 0 };
}

/** Byte of a bytes object or bytearray. */
function getByte(b: Builder, r: Recorded, bytes: Node, type: number): boolean {
  const index = b.read(b.at(r.c), r.vc);
  if (b.isFirst || b.numberKind(index, r.vc) !== "int" || !b.guardType(bytes, type)) return false;
  const { at, data, offset } = byteAt(b, bytes, b.asInt(index), indexHint(r.vc).negative);
  const item =
    type === CoreConst.TYPE_BYTES
      ? b.pure("loadElemU8", "int", data, at, offset)
      : b.emit("loadElemU8", "int", data, at, offset);
  if (r.flags & DROP_B) b.drop(r.b);
  if (r.flags & DROP_C) b.drop(r.c);
  b.write(r.a, item);
  return true;
}

/** bytearray[i] = an int that fits. */
function setByte(b: Builder, r: Recorded, array: Node): boolean {
  const [index, value] = [b.read(b.at(r.b), r.vb), b.read(b.at(r.c), r.vc)];
  if (b.isFirst || b.numberKind(index, r.vb) !== "int" || b.numberKind(value, r.vc) !== "int") return false;
  if (!b.guardType(array, CoreConst.TYPE_BYTEARRAY)) return false;
  const [i, byte] = [b.asInt(index), b.asInt(value)];
  if (byte.isConst && (byte.number < 0 || byte.number > 255)) return false;
  if (!byte.isConst) {
    b.pure("guardGeIntK", "none", byte, null, 0);
    b.pure("guardLtIntK", "none", byte, null, 256 * 65536);
  }
  const { at, data, offset } = byteAt(b, array, i, indexHint(r.vb).negative);
  b.takeSnapshot();
  b.emit("storeByte", "none", b.emit("byteAddress", "word", at, data), byte, offset);
  b.dropOperands(r);
  return true;
}

function setItem(b: Builder, r: Recorded): boolean {
  if (changePartOperation(b, r)) {
    b.dropOperands(r);
    return true;
  }
  if (setPlainItem(b, r)) return true;
  const key = b.read(b.at(r.b), r.vb);
  if (!changeItemOperation(b, b.read(b.at(r.a), r.va), r.va, key, b.read(b.at(r.c), r.vc))) return false;
  b.dropOperands(r);
  return true;
}

function deleteItem(b: Builder, r: Recorded): boolean {
  if (!changeItemOperation(b, b.read(b.at(r.a), r.va), r.va, b.read(b.at(r.b), r.vb), null)) return false;
  b.dropOperands(r);
  return true;
}

function setPlainItem(b: Builder, r: Recorded): boolean {
  const list = b.read(b.at(r.a), r.va);
  const { isInt, negative } = indexHint(r.vb);
  const type = list.pyType !== 0 ? list.pyType : r.va.type;
  const base = builtinBase(b, type, CoreConst.SPECIAL_setitem);
  if (base === CoreConst.TYPE_DICT) {
    if (b.isFirst || !b.guardType(list, type)) return false;
    setItemOfDict(b, list, r.va, b.read(b.at(r.b), r.vb), b.read(b.at(r.c), r.vc));
    b.dropOperands(r);
    return true;
  }
  if (isInt && type === CoreConst.TYPE_BYTEARRAY) return setByte(b, r, list);
  if (!isInt || base !== CoreConst.TYPE_LIST) return false;
  const index = b.read(b.at(r.b), r.vb);
  let value = b.read(b.at(r.c), r.vc);
  if (b.numberKind(index, r.vb) !== "int" || !b.guardType(list, type)) return false;
  const position = b.asInt(index);
  const length = lengthOf(b, list);
  const i = fromStart(b, position, length, countsFromEnd(position, negative));
  const key = `item ${i.id}`;
  let old = b.cache.get(list, key);
  const items = loadU32(b, list, Layout.PyList.items);
  // What comes from another list is a number as it was seen to be, if that is all that is known.
  const kind = b.isFirst ? undefined : b.numberKind(value, r.vc);
  if (kind !== undefined && value.type === "value") value = kind === "int" ? b.asInt(value) : b.asFloat(value);
  if (old === undefined) {
    b.pure("guardIndex", "none", i, length);
    // A list of numbers or flags mostly stays one: then nothing is to be dropped.
    if (kind !== undefined) old = b.emit(kind === "int" ? "loadElemInt" : "loadElemFloat", kind, items, i, 0);
    else {
      old = b.emit("loadElem", "value", items, i, 0);
      if (value.pyType === CoreConst.TYPE_BOOL && !b.isFirst) b.guardType(old, CoreConst.TYPE_BOOL);
    }
  }
  b.aliases.note(list, r.va);
  b.aliases.note(i);
  const { aliases } = b;
  const isUntouched = (of: number, index: number): boolean =>
    aliases.isElsewhere(i, index) || aliases.isOther(list, of);
  const others = b.cache.items(isUntouched);
  b.takeSnapshot();
  if (r.flags & DROP_C) b.drop(r.c);
  giveCount(b, value);
  const address = b.emit("elemAddress", "word", i, items);
  b.storeField(address, 0, value);
  b.cache.storeItem(list, i, value, others);
  b.state.abandon(old);
  if (r.flags & DROP_A) b.drop(r.a);
  if (r.flags & DROP_B) b.drop(r.b);
  return true;
}

export const ITEMS: Record<string, Translator> = {
  GETITEM: getItem,
  SETITEM: setItem,
  DELITEM: deleteItem,
};
