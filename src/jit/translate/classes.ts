// Whether an object is one of a class, and class patterns, which also take it apart: both are known from the object's type where nothing written in
// Python has a say.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { MOST_FIELDS, newTuple } from "../build/virtual.ts";
import type { Node } from "../ir.ts";
import type { Operand, Recorded } from "../recording.ts";
import { tupleItems } from "./arguments.ts";
import { findAttribute, isType } from "./attribute-lookup.ts";
import { load } from "./attributes.ts";
import type { Translator } from "./index.ts";

const SCRATCH = Layout.VM.scratch;

/** The object that a name which the core knows stands for along the MRO; 0 if there is none. */
function lookUp(b: Builder, type: number, name: number): number {
  const { heap } = b;
  const found = heap.core.typeLookup(type, heap.readU32(Layout.VM.names_cache + 4 * name));
  return found === 0 || heap.readU32(SCRATCH + 4) !== 0 ? 0 : heap.readU32(SCRATCH);
}

/** class_is_type of native/core/object_methods.c for the objects of a class: what they say their `__class__` is. The class is watched. */
function classIsType(b: Builder, type: number): boolean {
  const { heap } = b;
  if (type < CoreConst.STATIC_END) return true;
  b.depend("type", type);
  if (heap.typeBits(type, CoreConst.TYPE_HAS_GETATTRIBUTE) !== 0) return false;
  return lookUp(b, type, CoreConst.NAME___class__) === lookUp(b, CoreConst.TYPE_OBJECT, CoreConst.NAME___class__);
}

/** isinstance(object of exactly this type, cls); undefined: Python code decides. `really`: whatever its __class__ is. */
function isInstanceOf(b: Builder, type: number, cls: number, really: boolean): boolean | undefined {
  const { heap } = b;
  if (type === cls) return true;
  const hook = Layout.PyType.specials + 4 * CoreConst.SPECIAL_instancecheck;
  const meta = heap.readU32(cls + 4);
  if (heap.readU32(meta + hook) !== heap.readU32(CoreConst.TYPE_TYPE + hook)) return undefined;
  // The metaclass may get a hook of that name.
  if (meta >= CoreConst.STATIC_END) b.depend("type", meta);
  if (heap.isSubtype(type, cls)) return true;
  return really || classIsType(b, type) ? false : undefined;
}

/** Its exact type, guarded; 0 if nothing is known of it. */
function exactType(b: Builder, object: Node, hint: Operand): number {
  const kind = b.numberKind(object, hint);
  if (kind === "int") b.asInt(object);
  else if (kind === "float") b.asFloat(object);
  if (kind !== undefined) return kind === "int" ? CoreConst.TYPE_INT : CoreConst.TYPE_FLOAT;
  const type = object.pyType !== 0 ? object.pyType : hint.type;
  return type !== 0 && b.guardType(object, type) ? type : 0;
}

/** isinstance(object, class or tuple of classes). */
export function foldInstance(b: Builder, object: Node, hint: Operand, cls: Node, really: boolean): Node | undefined {
  const { heap } = b;
  if (!cls.isConst || !cls.isObject) return undefined;
  const candidates: number[] = [];
  const ref = cls.boxed?.low as number;
  if (cls.pyType === CoreConst.TYPE_TUPLE) {
    for (const item of tupleItems(b, ref)) {
      if (heap.readU32(item + 4) !== 0) return undefined;
      candidates.push(heap.readU32(item));
    }
  } else candidates.push(ref);
  if (!candidates.every((candidate) => isType(b, candidate))) return undefined;
  const type = exactType(b, object, hint);
  if (type === 0) return undefined;
  for (const candidate of candidates) {
    const isOne = isInstanceOf(b, type, candidate, really);
    if (isOne === undefined) return undefined;
    if (isOne) return b.bool(true);
  }
  return b.bool(false);
}

// --- class patterns ------------------------------------------------------------------------------------------------------------------

/** Whether one positional pattern is about the object itself. A class written in Python may get `__match_args__`. */
function matchesItself(b: Builder, cls: number): boolean {
  return cls < CoreConst.STATIC_END && b.heap.typeBits(cls, CoreConst.TYPE_MATCHES_ITSELF) !== 0;
}

/** The items of a tuple, if all are interned strings. */
function stringsIn(b: Builder, tuple: number): number[] | undefined {
  const { heap } = b;
  const names = tupleItems(b, tuple).map((at) => (heap.readU32(at + 4) === 0 ? heap.readU32(at) : 0));
  const isString = (name: number): boolean => name !== 0 && heap.readU32(name + 4) === CoreConst.TYPE_STR;
  return names.every((name) => isString(name) && heap.readU8(name + Layout.PyStr.interned) !== 0) ? names : undefined;
}

/**
 * `__match_args__` of a class, or undefined. It may be replaced without a new version of the class, so the cell in the dict of the class that
 * has it is watched.
 */
function matchArguments(b: Builder, cls: number): number[] | undefined {
  const { heap } = b;
  const name = heap.readU32(Layout.VM.names_cache + 4 * CoreConst.NAME___match_args__);
  if (heap.core.attrOn(cls, name) !== CoreConst.ATTR_TYPE_CONSTANT) return undefined;
  const cell = heap.readU32(SCRATCH + 8);
  const mro = heap.readU32(cls + Layout.PyType.mro);
  for (let i = 0; i < heap.readU32(mro + Layout.PyTuple.length); i++) {
    const dict = heap.readU32(heap.readU32(mro + Layout.PyTuple.items + 8 * i) + Layout.PyType.dict);
    if (heap.core.dictCell(dict, name, 0) !== cell || b.isVolatile(cell)) continue;
    const tuple = heap.readU32(cell + Layout.PyCell.value);
    if (heap.readU32(cell + Layout.PyCell.value + 4) !== 0 || heap.readU32(tuple + 4) !== CoreConst.TYPE_TUPLE)
      return undefined;
    b.depend("type", cls);
    b.depend("cell", cell, dict);
    return stringsIn(b, tuple);
  }
  return undefined;
}

/** The attributes that the patterns are about. */
function attributesOf(b: Builder, r: Recorded, cls: number, count: number, keywords: number): Node[] | undefined {
  const positional = count === 0 ? [] : matchArguments(b, cls);
  const named = stringsIn(b, keywords);
  if (positional === undefined || named === undefined || positional.length < count) return undefined;
  const names = [...positional.slice(0, count), ...named];
  if (names.length > MOST_FIELDS || new Set(names).size !== names.length) return undefined;
  const values: Node[] = [];
  for (const name of names) {
    const found = findAttribute(b, b.look(b.at(r.b), r.va), r.va, name, false);
    const loaded = found && load(b, b.look(b.at(r.b)), found);
    if (!loaded || loaded.self !== null) return undefined;
    values.push(loaded.value);
  }
  return values;
}

/** R[a] = a tuple of what the patterns are about, or None; R[b] = subject, R[b+1] = class, R[b+2] = tuple of names, all three given up. */
function matchClass(b: Builder, r: Recorded): boolean {
  const { heap } = b;
  const [subjectAt, classAt, namesAt] = [b.at(r.b), b.at(r.b + 1), b.at(r.b + 2)];
  const cls = r.vb.high === 0 ? r.vb.low : 0;
  const names = b.look(namesAt);
  if (!names.isConst || names.pyType !== CoreConst.TYPE_TUPLE || cls === 0) return false;
  if (heap.readU32(cls + 4) !== r.vb.type || !isType(b, cls)) return false;
  const keywords = names.boxed?.low as number;
  const subject = b.look(subjectAt, r.va);
  const type = exactType(b, subject, r.va);
  if (type === 0 || !b.guardIs(b.read(classAt, r.vb), cls)) return false;
  if (cls >= CoreConst.STATIC_END) b.depend("life", cls);
  const isOne = isInstanceOf(b, type, cls, false);
  if (isOne === undefined) return false;
  let result = b.none;
  if (isOne) {
    const count = r.c;
    const itself = count === 1 && heap.readU32(keywords + Layout.PyTuple.length) === 0 && matchesItself(b, cls);
    const values = itself ? [b.look(subjectAt)] : attributesOf(b, r, cls, count, keywords);
    if (values === undefined) return false;
    result = values.length === 0 ? b.ref(CoreConst.EMPTY_TUPLE_REF) : newTuple(b, values);
  }
  b.takeSnapshot();
  for (const at of [subjectAt, classAt, namesAt]) b.dropSlot(at);
  b.write(r.a, result);
  return true;
}

export const CLASSES: Record<string, Translator> = { MATCH_CLASS: matchClass };
