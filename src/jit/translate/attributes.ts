// Attributes: found in the heap (attribute-lookup.ts), guarded by type and shape, folded where the class is watched.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { NO_OTHERS } from "../build/field-cache.ts";
import { attributeOf } from "../build/virtual-exception.ts";
import { VirtualException } from "../build/virtual-object.ts";
import type { Node } from "../ir.ts";
import { type Operand, type Recorded, tagOf } from "../recording.ts";
import { type Attribute, cellContents, findAttribute, isType, nameOf } from "./attribute-lookup.ts";
import { setOnException } from "./exception-objects.ts";
import { getOfFunction, setOfFunction } from "./function-attributes.ts";
import type { Translator } from "./index.ts";
import { loadItem } from "./items.ts";
import { giveCount, loadField, loadNumber, loadU32, othersThan, storable, storeOwned } from "./moves.ts";

const DROP_A = 1;
const DROP_B = 2;
const SHAPE_AT = Layout.PyInstance.shape;
const SCRATCH = Layout.VM.scratch;
const CALLABLE_AT = Layout.PyWrapperMethod.callable;

/** What a classmethod or staticmethod wraps: never replaced. */
function wrapped(b: Builder, wrapper: Node): Node | null {
  if (!wrapper.isConst) return null;
  const at = (wrapper.boxed?.low as number) + CALLABLE_AT;
  return b.boxedConstant(b.heap.readU32(at), b.heap.readU32(at + 4));
}

/** A field that is not known and that holds a number which is wanted as one soon: it is guarded at once, without a look at whether it is there. */
function loadWanted(b: Builder, object: Node, offset: number): Node | undefined {
  if (object.virtual !== null || b.record.generic !== "GETATTR" || b.cache.get(object, offset) !== undefined)
    return undefined;
  const kind = b.numberWanted();
  if (kind === undefined) return undefined;
  const node = loadNumber(b, kind, object, offset);
  b.cache.set(object, offset, node);
  return node;
}

/** A value, or a callable with the first argument that it is to be called with. */
interface Loaded {
  readonly value: Node;
  readonly self: Node | null;
}

/** What an instance, class or module has by this name; null if the interpreter has to say. */
export function load(b: Builder, object: Node, found: Attribute): Loaded | null {
  const plain = (value: Node | null): Loaded | null => value && { value, self: null };
  switch (found.kind) {
    case CoreConst.ATTR_SLOT:
      return plain(loadWanted(b, object, found.offset) ?? loadField(b, object, found.offset));
    case CoreConst.ATTR_OVERFLOW:
      if (object.virtual !== null) return plain(attributeOf(object.virtual, found.offset) ?? null);
      return plain(loadField(b, loadU32(b, object, found.blockAt), found.offset));
    case CoreConst.ATTR_MEMBER: {
      const value = loadWanted(b, object, found.offset) ?? loadField(b, object, found.offset);
      if (value === b.empty) return null;
      b.guardBound(value);
      return plain(value);
    }
    case CoreConst.ATTR_GETSET:
      return plain(classOf(b, object, found));
    case CoreConst.ATTR_CONSTANT:
    case CoreConst.ATTR_TYPE_CONSTANT:
    case CoreConst.ATTR_MODULE:
      return plain(cellContents(b, found));
    case CoreConst.ATTR_METHOD: {
      const value = cellContents(b, found);
      return value && { value, self: object };
    }
    case CoreConst.ATTR_STATIC:
    case CoreConst.ATTR_TYPE_STATIC: {
      const wrapper = cellContents(b, found);
      return wrapper && plain(wrapped(b, wrapper));
    }
    case CoreConst.ATTR_CLASSMETHOD:
    case CoreConst.ATTR_TYPE_CLASSMETHOD: {
      const wrapper = cellContents(b, found);
      const value = wrapper && wrapped(b, wrapper);
      const isOnClass = found.kind === CoreConst.ATTR_TYPE_CLASSMETHOD;
      return value && { value, self: isOnClass ? object : b.ref(object.pyType) };
    }
    default:
      return null;
  }
}

/** `__class__`, for which no function is called. */
function classOf(b: Builder, object: Node, { cell }: Attribute): Node | null {
  const getset = b.heap.readU32(cell + Layout.PyCell.value);
  const { owner, name } = Layout.PyGetSet;
  if (b.heap.readU32(getset + owner) !== CoreConst.TYPE_OBJECT || object.pyType === 0) return null;
  return b.heap.text(b.heap.readU32(getset + name)) === "__class__" ? b.ref(object.pyType) : null;
}

/** Reads the operand and finds the attribute on it. */
function find(b: Builder, r: Recorded): { object: Node; found: Attribute } | undefined {
  let object = b.look(b.at(r.b), r.vb);
  const found = findAttribute(b, object, r.vb, nameOf(b, r.c), false);
  if (found === undefined) return undefined;
  // A guard may have found which object it is.
  object = b.look(b.at(r.b));
  b.aliases.note(object, r.vb);
  return { object, found };
}

/** `args` of an exception that has not been made. */
function argumentsOfException(b: Builder, r: Recorded): boolean {
  const { virtual } = b.peek(b.at(r.b), r.vb);
  const args = virtual?.fields.get(Layout.PyException.args);
  if (!(virtual instanceof VirtualException) || args?.raw !== "value") return false;
  const name = nameOf(b, r.c);
  if (b.heap.text(name) !== "args" || b.heap.core.typeLookup(virtual.type, name) === 0) return false;
  const cell = b.heap.readU32(SCRATCH);
  const isOwn = b.heap.core.typeLookup(CoreConst.EXC_BaseException, name) !== 0 && b.heap.readU32(SCRATCH) === cell;
  if (!isOwn) return false;
  if (virtual.type >= CoreConst.STATIC_END) b.depend("type", virtual.type);
  if (r.flags & DROP_B) b.drop(r.b);
  b.write(r.a, args.node);
  return true;
}

/** A field of a named tuple: an item. */
function fieldOfTuple(b: Builder, r: Recorded): boolean {
  const { heap } = b;
  const object = b.look(b.at(r.b), r.vb);
  const type = object.pyType !== 0 ? object.pyType : r.vb.type;
  if (type < CoreConst.STATIC_END || !isType(b, type)) return false;
  if (heap.readU32(type + Layout.PyType.kind) !== CoreConst.LAYOUT_TUPLE) return false;
  const isHooked = heap.typeBits(type, CoreConst.TYPE_HAS_GETATTR_HOOK) !== 0;
  if (isHooked || heap.core.typeLookup(type, nameOf(b, r.c)) === 0) return false;
  const getter = heap.readU32(SCRATCH);
  if (
    heap.readU32(SCRATCH + 4) !== 0 ||
    heap.readU32(getter + 4) !== CoreConst.TYPE_TUPLEGETTER ||
    !b.guardType(object, type)
  )
    return false;
  b.depend("type", type);
  const item = loadItem(b, object, b.int(heap.readU32(getter + Layout.PyMember.index)), false);
  if (item === null) return false;
  if (r.flags & DROP_B) b.drop(r.b);
  b.write(r.a, item);
  return true;
}

/** getattr(object, "name"), where the object has it, and whether it comes with a count of its own. Undefined: it has to be called. */
export function attributeByName(
  b: Builder,
  object: Node,
  hint: Operand,
  name: Node,
): { value: Node; isOwned: boolean } | undefined {
  const text = name.isConst && name.pyType === CoreConst.TYPE_STR ? (name.boxed?.low as number) : 0;
  if (text === 0 || b.heap.readU8(text + Layout.PyStr.interned) === 0) return undefined;
  const found = findAttribute(b, object, hint, text, false);
  const loaded = found && load(b, object, found);
  if (!loaded) return undefined;
  const { value, self } = loaded;
  if (self === null) return { value, isOwned: false };
  const method = makeMethod(b, value, self);
  return method && { value: method, isOwned: true };
}

function getAttribute(b: Builder, r: Recorded): boolean {
  if (argumentsOfException(b, r) || fieldOfTuple(b, r)) return true;
  const at = find(b, r);
  if (at === undefined) return getOfFunction(b, r);
  const { object, found } = at;
  const loaded = load(b, object, found);
  if (loaded === null) return found.kind === CoreConst.ATTR_GETSET && callGetset(b, r, b.real(object), found);
  const { self } = loaded;
  let { value } = loaded;
  const isBound = self !== null;
  if (self !== null) {
    // A method that the program binds itself: the object is made.
    const method = makeMethod(b, value, self);
    if (method === undefined) return false;
    value = method;
  }
  if (r.flags & DROP_B) b.drop(r.b);
  b.write(r.a, value, isBound);
  return true;
}

/** What an attribute of `object` is that is a function (a method), or a method written in C (a builtin). Undefined: it is not known which. */
function makeMethod(b: Builder, callable: Node, object: Node): Node | undefined {
  const descriptor = callable.isConst ? (callable.boxed?.low as number) : 0;
  const type = callable.isConst ? b.heap.readU32(descriptor + 4) : callable.pyType;
  const isFunction = type === CoreConst.TYPE_FUNCTION;
  const isBuiltin = type === CoreConst.TYPE_METHOD_DESCRIPTOR || type === CoreConst.TYPE_WRAPPER_DESCRIPTOR;
  if (!isFunction && (!isBuiltin || descriptor === 0)) return undefined;
  const self = b.real(object);
  if (isFunction) {
    const method = b.callCore("trace_method_new", "ref", callable, self);
    method.isObject = true;
    method.pyType = CoreConst.TYPE_METHOD;
    b.cache.set(method, Layout.PyMethod.function, callable);
    b.cache.set(method, Layout.PyMethod.self, self);
    return method;
  }
  const builtin = b.callCore("trace_builtin_bind", "ref", callable, self);
  const isWrapper = b.heap.bits(descriptor + Layout.PyBuiltin.flags, CoreConst.BUILTIN_FLAG_WRAPPER) !== 0;
  builtin.isObject = true;
  builtin.pyType = isWrapper ? CoreConst.TYPE_METHOD_WRAPPER : CoreConst.TYPE_BUILTIN;
  b.cache.set(builtin, Layout.PyBuiltin.self, self);
  return builtin;
}

function callGetset(b: Builder, r: Recorded, object: Node, { cell }: Attribute): boolean {
  const getset = b.heap.readU32(cell + Layout.PyCell.value);
  // What a frame says needs all frames in memory, and where they are.
  if (b.heap.readU32(getset + Layout.PyGetSet.owner) === CoreConst.TYPE_FRAME) return false;
  const getter = b.ref(b.heap.readU32(getset + Layout.PyGetSet.getter));
  const value = b.callCore("trace_getter", "value", getter, object);
  // `__dict__` moves the attributes into a dict.
  b.cache.forgetAll();
  if (r.flags & DROP_B) b.drop(r.b);
  b.write(r.a, value, true);
  return true;
}

function loadMethod(b: Builder, r: Recorded): boolean {
  const at = find(b, r);
  const loaded = at && load(b, at.object, at.found);
  if (!loaded) return false;
  if (r.flags & DROP_B) b.drop(r.b);
  b.write(r.a, loaded.value);
  b.write(r.a + 4, loaded.self ?? b.empty);
  return true;
}

/** super().name: R[b] = super, R[b+1] = class, R[b+2] = object, all three given up. */
function loadSuper(b: Builder, r: Recorded): boolean {
  const { heap } = b;
  const isMethod = r.generic === "LOAD_SUPER_METHOD";
  const [superAt, classAt, objectAt] = [b.at(r.b), b.at(r.b + 1), b.at(r.b + 2)];
  const after = r.vb.high === 0 ? r.vb.low : 0;
  if (after === 0 || heap.readU32(after + 4) !== r.vb.type || !isType(b, r.vb.type) || !isType(b, after)) return false;
  const object = b.look(objectAt, r.vc);
  const type = object.pyType !== 0 ? object.pyType : r.vc.type;
  if (!isType(b, type)) return false;
  // On a class (`super().__new__(cls)`) the search begins in that class, and what is found there binds to nothing.
  const isOnClass = heap.readU32(type + Layout.PyType.kind) === CoreConst.LAYOUT_TYPE;
  const start = !isOnClass ? type : object.isConst ? (object.boxed?.low as number) : r.vc.high === 0 ? r.vc.low : 0;
  if (isOnClass && !isType(b, start === 0 ? 0 : heap.readU32(start + 4))) return false;
  const kind = heap.core.superAttr(start, after, nameOf(b, r.c));
  const value = b.ref(heap.readU32(Layout.VM.scratch));
  const isBound = kind === CoreConst.ATTR_METHOD && !isOnClass;
  const isFound = kind === CoreConst.ATTR_METHOD || kind === CoreConst.ATTR_CONSTANT || kind === CoreConst.ATTR_STATIC;
  if (!isFound) return false;
  if (!b.guardIs(b.read(superAt, r.va), CoreConst.TYPE_SUPER) || !b.guardIs(b.read(classAt, r.vb), after)) return false;
  if (!(isOnClass ? b.guardIs(object, start) : b.guardType(object, start))) return false;
  b.depend("type", start);
  b.depend("type", after);
  const loaded = kind === CoreConst.ATTR_STATIC ? wrapped(b, value) : value;
  if (loaded === null || (isBound && !isMethod)) return false;
  b.takeSnapshot();
  for (const at of [superAt, classAt, objectAt]) b.dropSlot(at);
  b.write(r.a, loaded);
  if (isMethod) b.write(r.a + 4, isBound ? object : b.empty);
  return true;
}

// --- stores ------------------------------------------------------------------------------------------------------------------------

function setAttribute(b: Builder, r: Recorded): boolean {
  const name = nameOf(b, r.c);
  if (setOnException(b, r, name)) return true;
  const { place: object, value } = storable(b, b.look(b.at(r.a), r.va), b.look(b.at(r.b), r.vb));
  const found = findAttribute(b, object, r.va, name, true);
  if (found === undefined) return setOfFunction(b, r) || setOnClass(b, r, object, value, name);
  if (!store(b, object, r.va, found, value, () => r.flags & DROP_B && b.drop(r.b))) return false;
  if (r.flags & DROP_A) b.drop(r.a);
  return true;
}

/** object.attribute = value; `drop` gives up the value's register. */
function store(b: Builder, object: Node, hint: Operand, found: Attribute, value: Node, drop: () => void): boolean {
  const isOverflow = found.kind === CoreConst.ATTR_SET_OVERFLOW;
  b.aliases.note(object, hint);
  if (isOverflow && (object.virtual !== null || found.newShape !== 0)) return false;
  const place = isOverflow ? loadU32(b, object, found.blockAt) : object;
  const others = isOverflow ? NO_OTHERS : othersThan(b, object, found.offset);
  b.takeSnapshot();
  drop();
  if (found.kind === CoreConst.ATTR_SET_ADD && object.virtual !== null) {
    b.state.setField(object, found.offset, value);
    object.virtual.fields.set(SHAPE_AT, { node: b.word(found.newShape), raw: "value" });
  } else if (found.kind === CoreConst.ATTR_SET_ADD) {
    giveCount(b, value);
    b.storeField(object, found.offset, value);
    b.cache.store(object, found.offset, value, others);
    b.emit("storeFieldU32K", "none", object, null, SHAPE_AT, found.newShape);
    b.cache.changeShape(object, found.newShape);
  } else storeOwned(b, place, found.offset, value, others);
  return true;
}

/** object.__setattr__(self, "name", value), and the same of super(): what frozen dataclasses and `__setattr__` methods do. */
export function callSetattr(b: Builder, r: Recorded, callee: Node, isBound: boolean): boolean {
  const { heap } = b;
  const { TYPE_WRAPPER_DESCRIPTOR, TYPE_OBJECT, TYPE_STR } = CoreConst;
  if (!callee.isConst || callee.pyType !== TYPE_WRAPPER_DESCRIPTOR || r.c !== (isBound ? 2 : 3)) return false;
  const builtin = callee.boxed?.low as number;
  const { owner, name } = Layout.PyBuiltin;
  if (heap.readU32(builtin + owner) !== TYPE_OBJECT || heap.text(heap.readU32(builtin + name)) !== "__setattr__")
    return false;
  const first = b.at(r.b) + (isBound ? 4 : 5);
  const hint = isBound ? r.vb : r.vc;
  const attribute = b.look(first + 1);
  const text = attribute.boxed?.low as number;
  if (!attribute.isConst || attribute.pyType !== TYPE_STR || tagOf(hint) !== "object") return false;
  if (heap.readU8(text + Layout.PyStr.interned) === 0) return false;
  const { place: object, value } = storable(b, b.look(first, hint), b.look(first + 2));
  const found = findAttribute(b, object, hint, text, true, true);
  if (found === undefined || !store(b, object, hint, found, value, () => b.dropSlot(first + 2))) return false;
  for (const slot of [first + 1, first]) b.dropSlot(slot);
  b.drop(r.b);
  b.write(r.a, b.none);
  return true;
}

/** A number that replaces one of its kind in a class of its own: no class needs a new version then (type_set_attr of native/core/types.c). */
function setOnClass(b: Builder, r: Recorded, object: Node, value: Node, name: number): boolean {
  const { heap } = b;
  const ref = object.isConst ? (object.boxed?.low as number) : r.va.low;
  const kind = b.numberKind(value, r.vb);
  if (kind === undefined || tagOf(r.va) !== "object" || r.va.type === 0 || b.isFirst) return false;
  if (heap.readU32(ref + 4) !== CoreConst.TYPE_TYPE || heap.typeBits(ref, CoreConst.TYPE_HEAP) === 0) return false;
  const dict = heap.readU32(ref + Layout.PyType.dict);
  const cell = heap.core.dictCell(dict, name, 0);
  // Special methods are kept elsewhere, too.
  if (cell === 0 || heap.text(name).startsWith("__")) return false;
  const high = heap.readU32(cell + Layout.PyCell.value + 4);
  const old: Operand = { low: heap.readU32(cell + Layout.PyCell.value), high, type: 0, shape: 0 };
  if (tagOf(old) !== kind || !b.guardIs(object, ref)) return false;
  b.depend("type", ref);
  b.dependWritten(cell, dict);
  const number = kind === "int" ? b.asInt(value) : b.asFloat(value);
  const at = b.ref(cell);
  const known = b.cache.get(at, Layout.PyCell.value);
  if (known !== undefined && known.type !== kind) {
    if (known.type !== "value" || known.isConst || known.isObject) return false;
    if (kind === "int") b.asInt(known);
    else b.asFloat(known);
  }
  b.takeSnapshot();
  if (r.flags & DROP_B) b.drop(r.b);
  storeOwned(b, at, Layout.PyCell.value, number);
  if (r.flags & DROP_A) b.drop(r.a);
  return true;
}

export const ATTRIBUTES: Record<string, Translator> = {
  GETATTR: getAttribute,
  SETATTR: setAttribute,
  LOAD_METHOD: loadMethod,
  LOAD_SUPER_ATTR: loadSuper,
  LOAD_SUPER_METHOD: loadSuper,
};
