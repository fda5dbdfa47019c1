// TypeScript's view of one heap: reading and writing fields, counting references, and the pool that holds what TypeScript looks at.
// Two kinds of reads: `peek…` gives a borrowed reference (safe until Python code runs or the container changes); all others put what
// they return into the pool, where it stays alive until the host call ends. Nobody outside this folder writes a count by hand.
import type { CoreFunctions } from "./core-functions.ts";
import { Answer } from "./core-functions.ts";
import { CoreConst, Layout } from "./generated/layout.ts";
import { PyError, raise } from "./py-error.ts";
import type { KnownRef, Ref, Value } from "./value.ts";
import { EMPTY, FloatValue, isRef } from "./value.ts";

const FLOAT_BIAS_HIGH = 0x00020000;
/** V8 ends the process for arrays much larger than this. */
const MOST_ITEMS = 1 << 25;
const INT_TAG_HIGH = 0xfffe0000;
const NAN_HIGH = 0x7ff80000;
const NEGATIVE_NAN_HIGH = 0xfff80000;
const INT_BIAS = 2 ** 50;
const REF_LIMIT = 2 ** 32;
const SCRATCH = Layout.VM.scratch;

const convert = new DataView(new ArrayBuffer(8));

/** The part of Node's Buffer that converts text in place; it is public there but not in its type declarations. */
export interface TextBuffer {
  latin1Slice(start: number, end: number): string;
  ucs2Slice(start: number, end: number): string;
  utf8Slice(start: number, end: number): string;
  latin1Write(text: string, offset: number, length: number): number;
  ucs2Write(text: string, offset: number, length: number): number;
}

function checkItems(count: number): void {
  if (count > MOST_ITEMS) throw raise("MemoryError");
}

export class Heap {
  readonly u8: Uint8Array;
  readonly u16: Uint16Array;
  readonly u32: Uint32Array;
  readonly i32: Int32Array;
  readonly f64: Float64Array;
  /** The same bytes as a Node Buffer, for its fast text conversions. */
  readonly bytes: TextBuffer;
  readonly core: CoreFunctions;
  /** References held for the host call in progress. */
  pool: Ref[] = [];
  private readonly interned = new Map<string, Ref>();
  /** Names interned when the image was made that this heap comes from: held all the same. */
  private imageNames: () => [string, Ref][] = () => [];

  constructor(buffer: ArrayBuffer, core: CoreFunctions) {
    this.u8 = new Uint8Array(buffer);
    this.u16 = new Uint16Array(buffer);
    this.u32 = new Uint32Array(buffer);
    this.i32 = new Int32Array(buffer);
    this.f64 = new Float64Array(buffer);
    this.bytes = Buffer.from(buffer) as unknown as TextBuffer;
    this.core = core;
  }

  // --- memory: offsets in bytes ----------------------------------------------------------------------------------------

  readU32(offset: number): number {
    return this.u32[offset / 4] as number;
  }
  writeU32(offset: number, n: number): void {
    this.u32[offset / 4] = n;
  }
  readU8(offset: number): number {
    return this.u8[offset] as number;
  }
  readU16(offset: number): number {
    return this.u16[offset / 2] as number;
  }
  writeU16(offset: number, n: number): void {
    this.u16[offset / 2] = n;
  }

  /** The Value in memory at `offset`, borrowed. */
  peekValue(offset: number): Value {
    const at = offset / 4;
    const low = this.u32[at] as number;
    const high = this.u32[at + 1] as number;
    if (high === 0) return low;
    if (high >= INT_TAG_HIGH) return ((high << 16) >> 16) * REF_LIMIT + low + INT_BIAS;
    convert.setUint32(0, high - FLOAT_BIAS_HIGH);
    convert.setUint32(4, low);
    const value = convert.getFloat64(0);
    if (!Number.isNaN(value)) return new FloatValue(value);
    return new FloatValue(Number.NaN, high - FLOAT_BIAS_HIGH === NEGATIVE_NAN_HIGH ? low + REF_LIMIT : low);
  }

  /** Writes the bits of `v` and touches no count. */
  writeValue(offset: number, v: Value): void {
    const at = offset / 4;
    if (typeof v === "number") {
      if (v < REF_LIMIT) {
        this.u32[at] = v;
        this.u32[at + 1] = 0;
      } else {
        const n = v - INT_BIAS;
        this.u32[at] = n; // typed arrays take the value modulo 2^32, negative ones too
        this.u32[at + 1] = (Math.floor(n / REF_LIMIT) & 0xffff) | INT_TAG_HIGH;
      }
      return;
    }
    // A NaN's bits could run into another tag: what JavaScript made of them is not used.
    if (Number.isNaN(v.value)) {
      this.u32[at] = v.nan;
      this.u32[at + 1] = (v.nan >= REF_LIMIT ? NEGATIVE_NAN_HIGH : NAN_HIGH) + FLOAT_BIAS_HIGH;
      return;
    }
    convert.setFloat64(0, v.value);
    this.u32[at] = convert.getUint32(4);
    this.u32[at + 1] = convert.getUint32(0) + FLOAT_BIAS_HIGH;
  }

  /** Replaces the Value at `offset`: counts the new one, drops the old one. */
  setValue(offset: number, v: Value): void {
    const old = this.peekValue(offset);
    this.incref(v);
    this.writeValue(offset, v);
    this.decref(old);
  }
  /** As setValue for a field of type Ref; `ref` 0 = none. */
  setRef(offset: number, ref: Ref): void {
    const old = this.readU32(offset);
    this.incref(ref);
    this.writeU32(offset, ref);
    this.decref(old);
  }

  // --- counts and the pool -----------------------------------------------------------------------------------------------

  incref(v: Value): void {
    if (typeof v === "number" && v < REF_LIMIT && v !== 0) this.u32[v / 4]!++;
  }
  decref(v: Value): void {
    if (typeof v === "number" && v < REF_LIMIT && v !== 0) {
      const count = (this.u32[v / 4] as number) - 1;
      this.u32[v / 4] = count;
      if (count === 0) this.core.dealloc(v);
    }
  }
  refcount(ref: Ref): number {
    return this.u32[ref / 4] as number;
  }

  /** Takes a borrowed reference into the pool. */
  hold<V extends Value>(v: V): V {
    if (typeof v === "number" && v < REF_LIMIT && v !== 0) {
      this.u32[v / 4]!++;
      this.pool.push(v);
    }
    return v;
  }
  /** Hands an owned reference to the pool. */
  own<V extends Value>(v: V): V {
    if (typeof v === "number" && v < REF_LIMIT && v !== 0) this.pool.push(v);
    return v;
  }
  /** Drops what came into the pool since its length was `mark`. */
  release(mark: number): void {
    const pool = this.pool;
    while (pool.length > mark) this.decref(pool.pop() as Ref);
  }
  /** Runs `body` and lets go of what it looked at, but not of its result. For long loops in one host call. */
  scoped<V extends Value>(body: () => V): V {
    const mark = this.pool.length;
    const result = body();
    this.incref(result);
    this.release(mark);
    return this.own(result);
  }

  // --- scratch: how Values travel to and from the core -----------------------------------------------------------------------

  setScratch(i: number, v: Value): void {
    this.writeValue(SCRATCH + i * 8, v);
  }
  peekScratch(i: number): Value {
    return this.peekValue(SCRATCH + i * 8);
  }
  /** The owned result of a core function. */
  takeScratch(): Value {
    return this.own(this.peekValue(SCRATCH));
  }

  /** The exception the core has set, as something to throw; the VM's own field is emptied. */
  takeError(): PyError {
    const at = Layout.VM.exception;
    const exception = this.readU32(at);
    if (exception === 0) throw new Error("krait: the core reported an exception but set none");
    this.writeU32(at, 0);
    this.own(exception);
    return new PyError(this.typeOf(exception), [], exception);
  }
  /** Throws the core's exception if an answer says so. */
  check(answer: number): number {
    if (answer === Answer.RAISED) throw this.takeError();
    return answer;
  }
  /** A new object from the core, or its MemoryError. */
  made(ref: Ref): Ref {
    if (ref === 0) throw this.readU32(Layout.VM.exception) ? this.takeError() : raise("MemoryError");
    this.pool.push(ref);
    return ref;
  }

  // --- types -------------------------------------------------------------------------------------------------------------------

  typeOf(v: Value): Ref {
    if (typeof v === "object") return CoreConst.TYPE_FLOAT;
    if (v >= REF_LIMIT) return CoreConst.TYPE_INT;
    return this.u32[v / 4 + 1] as number;
  }
  /** LAYOUT_* of an object: how its memory is laid out, whatever its class. */
  kindOf(v: Value): number {
    if (typeof v === "object") return CoreConst.LAYOUT_FLOAT;
    if (v >= REF_LIMIT) return CoreConst.LAYOUT_INT;
    return this.u32[(this.u32[v / 4 + 1]! + Layout.PyType.kind) / 4] as number;
  }
  /** The opcode at a pc, perhaps a specialised one. */
  opcode(pc: number): number {
    return this.readU8(pc);
  }
  /** Those of the bits in `mask` that are set in a word. */
  bits(offset: number, mask: number): number {
    return (this.readU32(offset) & mask) >>> 0;
  }
  /** The heap as it is does not tell hints from facts. */
  hint<T>(look: () => T): T {
    return look();
  }
  /** Nor does it know what has been looked at. */
  get looked(): number {
    return 0;
  }
  disregard(_since: number): void {}
  /** Those of the flags in `mask` that a type has. */
  typeBits(type: Ref, mask: number): number {
    return this.bits(type + Layout.PyType.flags, mask);
  }
  typeFlags(type: Ref): number {
    return this.readU32(type + Layout.PyType.flags);
  }
  isSubtype(type: Ref, base: Ref): boolean {
    return type === base || this.core.typeIsSubtype(type, base) !== 0;
  }
  /** Real class only: `__class__` and `__instancecheck__` play no part. */
  isInstance(v: Value, type: Ref): boolean {
    return this.isSubtype(this.typeOf(v), type);
  }
  isExact(v: Value, type: Ref): boolean {
    return this.typeOf(v) === type;
  }
  isType(v: Value): v is KnownRef {
    return isRef(v) && this.kindOf(v) === CoreConst.LAYOUT_TYPE;
  }
  /** What a type says for a special method along its MRO (borrowed), 0 = none. `special`: CoreConst.SPECIAL_*. */
  specialOf(v: Value, special: number): Ref {
    return this.readU32(this.typeOf(v) + Layout.PyType.specials + special * 4);
  }
  isCallable(v: Value): boolean {
    return this.specialOf(v, CoreConst.SPECIAL_call) !== 0;
  }
  /** A class attribute along the MRO, unbound, borrowed; EMPTY if there is none. */
  peekTypeAttribute(type: Ref, name: string): Value {
    return this.core.typeLookup(type, this.intern(name)) === Answer.OK ? this.peekScratch(0) : EMPTY;
  }

  // --- names ---------------------------------------------------------------------------------------------------------------------

  /** The interned str of a name; lives as long as the heap. */
  intern(name: string): Ref {
    let ref = this.interned.get(name);
    if (ref === undefined) {
      const mark = this.pool.length;
      ref = this.core.strIntern(this.str(name));
      this.incref(ref);
      this.release(mark);
      this.interned.set(name, ref);
    }
    return ref;
  }
  /** Names interned so far with their offsets, an entry for each count that is held: saved with a heap image. */
  internedNames(): [string, Ref][] {
    return [...this.imageNames(), ...this.interned];
  }
  adoptInterned(names: () => [string, Ref][]): void {
    this.imageNames = names;
  }

  // --- text ----------------------------------------------------------------------------------------------------------------------

  isStr(v: Value): v is KnownRef {
    return isRef(v) && this.kindOf(v) === CoreConst.LAYOUT_STR;
  }
  /** Length of a str in code points. */
  strLength(ref: Ref): number {
    return this.readU32(ref + Layout.PyStr.length);
  }
  /** Whether the str was made with room for characters that are two units in JavaScript. */
  isAstral(ref: Ref): boolean {
    return this.u8[ref + Layout.PyStr.kind] === 4;
  }
  /** Code point `i` of a str. */
  strChar(ref: Ref, i: number): number {
    const at = ref + Layout.PyStr.data;
    const kind = this.u8[ref + Layout.PyStr.kind];
    return (kind === 1 ? this.u8[at + i] : kind === 2 ? this.u16[at / 2 + i] : this.u32[at / 4 + i]) as number;
  }
  /** A str as JS text. Lone surrogates stay; two that follow each other become a pair (only there JS and Python differ). */
  text(ref: Ref): string {
    const length = this.readU32(ref + Layout.PyStr.length);
    const at = ref + Layout.PyStr.data;
    const kind = this.u8[ref + Layout.PyStr.kind];
    if (kind === 1) {
      if (length > 12) return this.bytes.latin1Slice(at, at + length);
      let text = "";
      for (let i = 0; i < length; i++) text += String.fromCharCode(this.u8[at + i] as number);
      return text;
    }
    if (kind === 2) return this.bytes.ucs2Slice(at, at + length * 2);
    let text = "";
    for (let i = 0; i < length; i++) text += String.fromCodePoint(this.u32[at / 4 + i] as number);
    return text;
  }
  /** Code points of a str. */
  codePoints(ref: Ref): number[] {
    const length = this.strLength(ref);
    checkItems(length);
    const kind = this.u8[ref + Layout.PyStr.kind] as number;
    const units = kind === 1 ? this.u8 : kind === 2 ? this.u16 : this.u32;
    const at = (ref + Layout.PyStr.data) / kind;
    const points = new Array<number>(length);
    for (let i = 0; i < length; i++) points[i] = units[at + i] as number;
    return points;
  }

  /** A str of JS text: surrogate pairs become one code point, lone surrogates stay. */
  str(text: string): Ref {
    const units = text.length;
    if (units === 0) return CoreConst.EMPTY_STR_REF;
    let bits = 0;
    for (let i = 0; i < units; i++) bits |= text.charCodeAt(i);
    if (bits < 256) {
      if (units === 1) return CoreConst.CHAR_STRS_AT + bits * 48;
      const ref = this.made(this.core.strNew(units, 1));
      this.bytes.latin1Write(text, ref + Layout.PyStr.data, units);
      this.u8[ref + Layout.PyStr.ascii] = bits < 128 ? 1 : 0;
      return ref;
    }
    if (bits < 0x10000 && !hasSurrogatePair(text)) {
      const wide = maximumUnit(text) > 255;
      const ref = this.made(this.core.strNew(units, wide ? 2 : 1));
      const at = ref + Layout.PyStr.data;
      if (wide) this.bytes.ucs2Write(text, at, units * 2);
      else this.bytes.latin1Write(text, at, units);
      this.u8[ref + Layout.PyStr.ascii] = 0;
      return ref;
    }
    return this.strOfPoints(Array.from(text, (c) => c.codePointAt(0) as number));
  }
  /** A str of code points, each below 0x110000. */
  strOfPoints(points: readonly number[] | Uint32Array): Ref {
    let bits = 0;
    let most = 0;
    for (const point of points) {
      bits |= point;
      if (point > most) most = point;
    }
    if (points.length === 0) return CoreConst.EMPTY_STR_REF;
    if (points.length === 1 && bits < 256) return CoreConst.CHAR_STRS_AT + bits * 48;
    const kind = most < 256 ? 1 : most < 0x10000 ? 2 : 4;
    const ref = this.made(this.core.strNew(points.length, kind));
    const at = ref + Layout.PyStr.data;
    if (kind === 1) this.u8.set(points, at);
    else if (kind === 2) this.u16.set(points, at / 2);
    else this.u32.set(points, at / 4);
    this.u8[ref + Layout.PyStr.ascii] = most < 128 ? 1 : 0;
    return ref;
  }

  /** A copy of the bytes of a bytes or bytearray object. */
  bytesOf(ref: Ref): Uint8Array {
    return this.bytesIn(ref).slice();
  }
  /** The bytes of a bytes or bytearray object where they lie: good until the object changes or dies. */
  bytesIn(ref: Ref): Uint8Array {
    if (this.kindOf(ref) === CoreConst.LAYOUT_BYTEARRAY) {
      const at = this.readU32(ref + Layout.PyByteArray.data);
      return this.u8.subarray(at, at + this.readU32(ref + Layout.PyByteArray.length));
    }
    const at = ref + Layout.PyBytes.data;
    return this.u8.subarray(at, at + this.readU32(ref + Layout.PyBytes.length));
  }
  newBytes(data: Uint8Array): Ref {
    if (data.length === 0) return CoreConst.EMPTY_BYTES_REF;
    if (data.length === 1) return CoreConst.BYTE_BYTES_AT + data[0]! * 48;
    const ref = this.made(this.core.bytesNew(data.length));
    this.u8.set(data, ref + Layout.PyBytes.data);
    return ref;
  }

  // --- singletons ----------------------------------------------------------------------------------------------------------------

  bool(b: boolean): Ref {
    return b ? CoreConst.TRUE_REF : CoreConst.FALSE_REF;
  }

  // --- tuples and lists --------------------------------------------------------------------------------------------------------------

  isTuple(v: Value): v is KnownRef {
    return isRef(v) && this.kindOf(v) === CoreConst.LAYOUT_TUPLE;
  }
  isList(v: Value): v is KnownRef {
    return isRef(v) && this.kindOf(v) === CoreConst.LAYOUT_LIST;
  }
  tupleLength(tuple: Ref): number {
    return this.readU32(tuple + Layout.PyTuple.length);
  }
  peekTupleItem(tuple: Ref, i: number): Value {
    return this.peekValue(tuple + Layout.PyTuple.items + i * 8);
  }
  /** Items of a tuple, borrowed: a tuple never changes, so holding the tuple is enough. */
  tupleItems(tuple: Ref): Value[] {
    const items: Value[] = [];
    checkItems(this.tupleLength(tuple));
    for (let i = 0, n = this.tupleLength(tuple); i < n; i++) items.push(this.peekTupleItem(tuple, i));
    return items;
  }
  tuple(items: readonly Value[]): Ref {
    if (items.length === 0) return CoreConst.EMPTY_TUPLE_REF;
    const ref = this.made(this.core.tupleNew(items.length));
    for (let i = 0; i < items.length; i++) {
      const item = items[i] as Value;
      this.incref(item);
      this.writeValue(ref + Layout.PyTuple.items + i * 8, item);
    }
    return ref;
  }
  listLength(list: Ref): number {
    return this.readU32(list + Layout.PyList.length);
  }
  peekListItem(list: Ref, i: number): Value {
    return this.peekValue(this.readU32(list + Layout.PyList.items) + i * 8);
  }
  /** A copy of the items of a list, each held. */
  listItems(list: Ref): Value[] {
    const items: Value[] = [];
    checkItems(this.listLength(list));
    for (let i = 0, n = this.listLength(list); i < n; i++) items.push(this.hold(this.peekListItem(list, i)));
    return items;
  }
  list(items: readonly Value[]): Ref {
    const ref = this.made(this.core.listNew(items.length));
    const at = this.readU32(ref + Layout.PyList.items);
    for (let i = 0; i < items.length; i++) {
      const item = items[i] as Value;
      this.incref(item);
      this.writeValue(at + i * 8, item);
    }
    this.writeU32(ref + Layout.PyList.length, items.length);
    return ref;
  }
  listAppend(list: Ref, item: Value): void {
    this.setScratch(0, item);
    this.check(this.core.listAppend(list));
  }

  // --- dicts and sets ---------------------------------------------------------------------------------------------------------------

  isDict(v: Value): v is KnownRef {
    return isRef(v) && this.kindOf(v) === CoreConst.LAYOUT_DICT;
  }
  dict(): Ref {
    return this.made(this.core.dictNew(0));
  }
  /** A dict whose names have cells: for module globals and class dictionaries. */
  namespace(): Ref {
    return this.made(this.core.dictNew(1));
  }
  dictLength(dict: Ref): number {
    const flags = this.readU32(dict + Layout.PyDict.flags);
    if ((flags & CoreConst.DICT_CELLS) === 0) return this.readU32(dict + Layout.PyDict.used);
    return this.peekDictEntries(dict).length;
  }
  /** Value of a str key, borrowed; EMPTY if missing. */
  peekName(dict: Ref, name: string): Value {
    return this.core.dictGetStr(dict, this.intern(name)) === Answer.OK ? this.peekScratch(0) : EMPTY;
  }
  getName(dict: Ref, name: string): Value {
    return this.hold(this.peekName(dict, name));
  }
  setName(dict: Ref, name: string, v: Value): void {
    const key = this.intern(name);
    this.setScratch(0, v);
    this.check(this.core.dictSetStr(dict, key));
  }
  /** True if the name was there. */
  deleteName(dict: Ref, name: string): boolean {
    this.setScratch(0, this.intern(name));
    return this.check(this.core.dictDelete(dict)) === Answer.OK;
  }
  /** dict[key] for keys that need no Python code; EMPTY if missing. Throws TypeError for unhashable keys. */
  dictGet(dict: Ref, key: Value): Value {
    this.setScratch(0, key);
    const answer = this.check(this.core.dictGet(dict));
    if (answer === Answer.TAIL) throw needsPython("a dict lookup");
    return answer === Answer.OK ? this.hold(this.peekScratch(0)) : EMPTY;
  }
  dictSet(dict: Ref, key: Value, v: Value): void {
    this.setScratch(0, key);
    this.setScratch(1, v);
    if (this.check(this.core.dictSet(dict)) === Answer.TAIL) throw needsPython("a dict store");
  }
  /** Key and value pairs in order, borrowed. */
  peekDictEntries(dict: Ref): [Value, Value][] {
    const entries: [Value, Value][] = [];
    const at = this.readU32(dict + Layout.PyDict.entries);
    const count = this.readU32(dict + Layout.PyDict.entry_count);
    const cells = (this.readU32(dict + Layout.PyDict.flags) & CoreConst.DICT_CELLS) !== 0;
    for (let i = 0; i < count; i++) {
      const entry = at + i * Layout.DictEntry.size;
      const key = this.peekValue(entry + Layout.DictEntry.key);
      if (key === EMPTY) continue;
      let v = this.peekValue(entry + Layout.DictEntry.value);
      if (cells) v = this.peekValue((v as Ref) + Layout.PyCell.value);
      if (v !== EMPTY) entries.push([key, v]);
    }
    return entries;
  }
  dictEntries(dict: Ref): [Value, Value][] {
    const entries = this.peekDictEntries(dict);
    for (const [key, v] of entries) {
      this.hold(key);
      this.hold(v);
    }
    return entries;
  }
  isSet(v: Value): v is KnownRef {
    return isRef(v) && this.kindOf(v) === CoreConst.LAYOUT_SET;
  }
  setLength(set: Ref): number {
    return this.readU32(set + Layout.PySet.used);
  }
  setItems(set: Ref): Value[] {
    const items: Value[] = [];
    checkItems(this.setLength(set));
    const at = this.readU32(set + Layout.PySet.entries);
    if (at === 0) return items;
    for (let i = 0, n = this.readU32(set + Layout.PySet.mask); i <= n; i++) {
      const key = this.peekValue(at + i * Layout.SetEntry.size + Layout.SetEntry.key);
      if (key !== EMPTY) items.push(this.hold(key));
    }
    return items;
  }
  set(items: readonly Value[], type: Ref = CoreConst.TYPE_SET): Ref {
    const ref = this.made(this.core.setNew(type));
    for (const item of items) {
      this.setScratch(0, item);
      if (this.check(this.core.setAdd(ref)) === Answer.TAIL) throw needsPython("building a set");
    }
    return ref;
  }

  // --- cells -----------------------------------------------------------------------------------------------------------------------

  peekCell(cell: Ref): Value {
    return this.peekValue(cell + Layout.PyCell.value);
  }
}

function needsPython(what: string): PyError {
  return raise("NotImplementedError", `krait does not support ${what} with a Python-level __hash__ or __eq__ here yet`);
}

function hasSurrogatePair(text: string): boolean {
  for (let i = 0; i + 1 < text.length; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) return true;
  }
  return false;
}
function maximumUnit(text: string): number {
  let most = 0;
  for (let i = 0; i < text.length; i++) most = Math.max(most, text.charCodeAt(i));
  return most;
}
