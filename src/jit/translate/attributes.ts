// Attributes. What the inline cache found is guarded by type and shape, or folded where the class is watched.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../builder.ts";
import type { Node } from "../ir.ts";
import type { Recorded } from "../recording.ts";
import type { Translator } from "./index.ts";
import { giveCount, loadField, loadU32, storable, storeOwned } from "./moves.ts";

const DROP_A = 1;
const DROP_B = 2;
const SHAPE_AT = Layout.PyInstance.shape;
const OVERFLOW_AT = Layout.PyInstance.dict_or_slots;

/** The inline cache's words (native/core/interp/attributes.c). */
function cacheOf(b: Builder, r: Recorded) {
  const { heap } = b;
  return {
    small: heap.readU16(r.pc + 10),
    offset: heap.readU32(r.pc + 12),
    guard1: heap.readU32(r.pc + 16),
    guard2: heap.readU32(r.pc + 20),
  };
}

/** Guards type and shape, both named by the cache. The type is watched: a descriptor may come to stand before the attribute. */
function guardInstance(b: Builder, object: Node, type: number, shape: number): boolean {
  if (object.pyType !== 0 && object.pyType !== type) return false;
  const known = b.shapeOf(object);
  if (known !== 0 && known !== shape) return false;
  if (!isType(b, type) || !b.guardType(object, type)) return false;
  b.depend("type", type);
  return shape === 0 || b.guardShape(object, shape);
}

function isType(b: Builder, ref: number): boolean {
  return ref !== 0 && b.heap.readU32(b.heap.readU32(ref + 4) + Layout.PyType.kind) === CoreConst.LAYOUT_TYPE;
}

/** The type of the object as recorded, if its version is still the cache's; its class is then watched and guarded. */
function guardVersion(b: Builder, object: Node, r: Recorded, version: number, shape: number): boolean {
  const type = object.pyType !== 0 ? object.pyType : r.vb.type;
  if (!isType(b, type) || b.heap.readU32(type + Layout.PyType.version) !== version) return false;
  return guardInstance(b, object, type, shape);
}

/** Guards that the object is the module that was recorded, whose names are the cache's. Its dict; 0 if it is none. */
function guardModule(b: Builder, object: Node, r: Recorded, keysVersion: number): number {
  const module = r.vb.low;
  if (r.vb.high !== 0 || module === 0 || b.heap.readU32(module + 4) !== CoreConst.TYPE_MODULE) return 0;
  const dict = b.heap.readU32(module + Layout.PyModule.dict);
  if (dict === 0 || b.heap.readU32(dict + Layout.PyDict.keys_version) !== keysVersion) return 0;
  return b.guardIs(object, module) ? dict : 0;
}

/**
 * What an attribute's cell holds. In a class: a value whose class does something on attribute access is replaced only with a new version of the
 * class, which is watched; others are read. In a module (`dict`): the cell is watched.
 */
function cellContents(b: Builder, cell: number, dict: number): Node | null {
  const { heap } = b;
  const low = heap.readU32(cell + Layout.PyCell.value);
  const high = heap.readU32(cell + Layout.PyCell.value + 4);
  if (low === 0 && high === 0) return null;
  if (dict !== 0 ? !b.isVolatile(cell) : high === 0 && isReplacedWithVersion(b, low)) {
    if (dict !== 0) b.depend("cell", cell, dict);
    return b.boxedConstant(low, high);
  }
  const value = loadField(b, b.ref(cell), Layout.PyCell.value);
  b.guardBound(value);
  return value;
}
/** is_plain_value of native/core/types.c says which attributes of classes may be replaced without a new version. */
function isReplacedWithVersion(b: Builder, object: number): boolean {
  const type = b.heap.readU32(object + 4);
  return (
    (b.heap.typeFlags(type) & CoreConst.TYPE_HEAP) !== 0 ||
    b.heap.readU32(type + Layout.PyType.specials + 4 * CoreConst.SPECIAL_get) !== 0 ||
    b.heap.readU32(type + Layout.PyType.kind) === CoreConst.LAYOUT_TYPE
  );
}

function finish(b: Builder, r: Recorded, value: Node): true {
  if (r.flags & DROP_B) b.drop(r.b);
  b.write(r.a, value);
  return true;
}

function getAttribute(b: Builder, r: Recorded): boolean {
  const cache = cacheOf(b, r);
  const object = b.look(b.at(r.b), r.vb);
  switch (r.op) {
    case "GETATTR_SLOT":
      if (!guardInstance(b, object, cache.guard1, cache.guard2)) return false;
      return finish(b, r, loadField(b, object, cache.offset));
    case "GETATTR_OVERFLOW": {
      if (!guardInstance(b, object, cache.guard1, cache.guard2)) return false;
      if (object.virtual !== null) return false;
      const block = loadU32(b, object, OVERFLOW_AT);
      return finish(b, r, loadField(b, block, cache.offset));
    }
    case "GETATTR_MEMBER": {
      if (!guardInstance(b, object, cache.guard1, 0)) return false;
      const value = loadField(b, object, cache.offset);
      if (value === b.empty) return false;
      b.guardBound(value);
      return finish(b, r, value);
    }
    case "GETATTR_CONSTANT": {
      if (!guardVersion(b, object, r, cache.guard1, cache.guard2)) return false;
      const value = cellContents(b, cache.offset, 0);
      return value !== null && finish(b, r, value);
    }
    case "GETATTR_TYPE": {
      // The class itself is what varies least.
      if (!isType(b, r.vb.low) || r.vb.high !== 0 || b.heap.readU32(r.vb.low + Layout.PyType.version) !== cache.guard1)
        return false;
      if (b.heap.readU32(r.vb.low + 4) !== cache.guard2 || !b.guardIs(object, r.vb.low)) return false;
      b.depend("type", r.vb.low);
      const value = cellContents(b, cache.offset, 0);
      return value !== null && finish(b, r, value);
    }
    case "GETATTR_MODULE": {
      const dict = guardModule(b, object, r, cache.guard1);
      const value = dict === 0 ? null : cellContents(b, cache.offset, dict);
      return value !== null && finish(b, r, value);
    }
    default:
      return false;
  }
}

function setAttribute(b: Builder, r: Recorded): boolean {
  const cache = cacheOf(b, r);
  const { place: object, value } = storable(b, b.look(b.at(r.a), r.va), b.look(b.at(r.b), r.vb));
  let place = object;
  switch (r.op) {
    case "SETATTR_SLOT":
      if (!guardInstance(b, object, cache.guard1, cache.guard2)) return false;
      break;
    case "SETATTR_MEMBER":
      if (!guardInstance(b, object, cache.guard1, 0)) return false;
      break;
    case "SETATTR_OVERFLOW":
      if (!guardInstance(b, object, cache.guard1, cache.guard2)) return false;
      if (object.virtual !== null) return false;
      place = loadU32(b, object, OVERFLOW_AT);
      break;
    case "SETATTR_ADD": {
      if (!guardInstance(b, object, cache.guard1, cache.guard2)) return false;
      const offset = cache.small * 8;
      const shape = cache.offset;
      b.takeSnapshot();
      if (r.flags & DROP_B) b.drop(r.b);
      if (object.virtual !== null) {
        b.state.setField(object, offset, value);
        object.virtual.fields.set(SHAPE_AT, { node: b.word(shape), raw: "value" });
        if (r.flags & DROP_A) b.drop(r.a);
        return true;
      }
      giveCount(b, value);
      b.storeField(object, offset, value);
      b.cache.store(object, offset, value);
      b.emit("storeFieldU32K", "none", object, null, SHAPE_AT, shape);
      b.cache.changeShape(object, shape);
      if (r.flags & DROP_A) b.drop(r.a);
      return true;
    }
    default:
      return false;
  }
  b.takeSnapshot();
  if (r.flags & DROP_B) b.drop(r.b);
  storeOwned(b, place, cache.offset, value);
  if (r.flags & DROP_A) b.drop(r.a);
  return true;
}

/** Guards that it is an int or a float that is no object, if the cache is for those. */
function isNumber(b: Builder, object: Node, r: Recorded, version: number): boolean {
  const kind = b.numberKind(object, r.vb);
  if (kind === undefined) return false;
  const type = kind === "int" ? CoreConst.TYPE_INT : CoreConst.TYPE_FLOAT;
  if (b.heap.readU32(type + Layout.PyType.version) !== version) return false;
  if (kind === "int") b.asInt(object);
  else b.asFloat(object);
  return true;
}

function loadMethod(b: Builder, r: Recorded): boolean {
  const cache = cacheOf(b, r);
  const object = b.look(b.at(r.b), r.vb);
  // The callable, and the first argument that it is to be called with (EMPTY: none).
  const finishMethod = (callable: Node, self: Node): true => {
    if (r.flags & DROP_B) b.drop(r.b);
    b.write(r.a, callable);
    b.write(r.a + 4, self);
    return true;
  };
  switch (r.op) {
    case "LOAD_METHOD_INSTANCE":
    case "LOAD_METHOD_BUILTIN": {
      if (r.op === "LOAD_METHOD_BUILTIN" && isNumber(b, object, r, cache.guard1)) {
        const callable = cellContents(b, cache.offset, 0);
        return callable !== null && finishMethod(callable, object);
      }
      if (!guardVersion(b, object, r, cache.guard1, r.op === "LOAD_METHOD_INSTANCE" ? cache.guard2 : 0)) return false;
      const callable = cellContents(b, cache.offset, 0);
      return callable !== null && finishMethod(callable, object);
    }
    case "LOAD_METHOD_MODULE": {
      const dict = guardModule(b, object, r, cache.guard1);
      const callable = dict === 0 ? null : cellContents(b, cache.offset, dict);
      return callable !== null && finishMethod(callable, b.empty);
    }
    default:
      return false;
  }
}

export const ATTRIBUTES: Record<string, Translator> = {
  GETATTR: getAttribute,
  SETATTR: setAttribute,
  LOAD_METHOD: loadMethod,
};
