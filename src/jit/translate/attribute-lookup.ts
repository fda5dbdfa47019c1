// What an attribute is, found in the heap as it is now, for the type and shape that the recorder saw: the instruction's inline cache may say
// something else by now, or nothing where many classes come by. The caller guards what the answer relies on.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import type { Node } from "../ir.ts";
import type { Operand } from "../recording.ts";

const SCRATCH = Layout.VM.scratch;

export interface Attribute {
  /** ATTR_* of native/core/core.h. */
  readonly kind: number;
  readonly offset: number;
  /** Offset of the word with the block of attributes that have no place in the object itself. */
  readonly blockAt: number;
  readonly cell: number;
  readonly newShape: number;
  /** modules: the dict that the cell belongs to. */
  readonly dict: number;
}

/** Interned name that operand c of an instruction in the current frame stands for. */
export function nameOf(b: Builder, index: number): number {
  const names = b.heap.readU32(b.frame.code + Layout.PyCode.names);
  return b.heap.readU32(names + Layout.PyTuple.items + 8 * index);
}

export function isType(b: Builder, ref: number): boolean {
  return ref !== 0 && b.heap.readU32(b.heap.readU32(ref + 4) + Layout.PyType.kind) === CoreConst.LAYOUT_TYPE;
}

/**
 * The builtin type whose objects lie in memory as those of `type` do and whose own way of doing `special` they have: itself, or for a subclass that
 * leaves that alone, which is watched, the one it derives from. 0: there is none.
 */
export function builtinBase(b: Builder, type: number, special: number): number {
  const { heap } = b;
  if (!isType(b, type)) return 0;
  const { base, kind, specials } = Layout.PyType;
  const isAs = (other: number): boolean =>
    [kind, specials + 4 * special].every((at) => heap.readU32(type + at) === heap.readU32(other + at));
  let builtin = type;
  for (let next = type; isAs(next) && next !== CoreConst.TYPE_OBJECT; next = heap.readU32(next + base)) builtin = next;
  if (builtin >= CoreConst.STATIC_END) return 0;
  if (type >= CoreConst.STATIC_END) b.depend("type", type);
  return builtin;
}

function answer(b: Builder, kind: number, dict: number): Attribute {
  const at = (i: number): number => b.heap.readU32(SCRATCH + 8 * i);
  return { kind, offset: at(0), blockAt: at(3) + 4, cell: at(1), newShape: at(2), dict };
}

/**
 * The attribute `name` of an object, or (isStore) where it is stored. Its type, and its shape where that matters, are guarded; the type is
 * watched, too: a descriptor may come to stand before the attribute. isBuiltin: by object.__setattr__, whatever the class has in its place.
 */
export function findAttribute(
  b: Builder,
  object: Node,
  hint: Operand,
  name: number,
  isStore: boolean,
  isBuiltin = false,
): Attribute | undefined {
  const { heap } = b;
  const number = object.isConst ? undefined : b.numberKind(object, hint);
  if (number !== undefined) return isStore ? undefined : findOnNumber(b, object, number, name);
  const type = object.pyType !== 0 ? object.pyType : hint.type;
  if (!isType(b, type)) return undefined;
  const layout = heap.readU32(type + Layout.PyType.kind);
  if (layout === CoreConst.LAYOUT_TYPE || layout === CoreConst.LAYOUT_MODULE)
    return isStore ? undefined : findOn(b, object, hint, name);
  const shape = b.shapeOf(object) || (type === hint.type ? hint.shape : 0);
  const lookUp = !isStore ? "attrOf" : isBuiltin ? "attrStoreBuiltin" : "attrStore";
  const kind = heap.core[lookUp](type, shape, name);
  if (kind === CoreConst.ATTR_UNCACHED) return undefined;
  const shapeAt = heap.readU32(SCRATCH + 24);
  const found = answer(b, kind, 0);
  if (shapeAt === Layout.PyInstance.shape && shape === 0) return undefined;
  if (!b.guardType(object, type)) return undefined;
  b.depend("type", type);
  if (shapeAt === Layout.PyInstance.shape) return b.guardShape(object, shape) ? found : undefined;
  if (shapeAt !== 0 && object.virtual !== null) return undefined;
  if (shapeAt !== 0) b.emit("guardFieldU32", "none", object, null, shapeAt, shape);
  return found;
}

/** A method of an int or a float. */
function findOnNumber(b: Builder, object: Node, number: "int" | "float", name: number): Attribute | undefined {
  const kind = b.heap.core.attrOf(number === "int" ? CoreConst.TYPE_INT : CoreConst.TYPE_FLOAT, 0, name);
  if (kind !== CoreConst.ATTR_METHOD) return undefined;
  const found = answer(b, kind, 0);
  if (number === "int") b.asInt(object);
  else b.asFloat(object);
  return found;
}

/** An attribute of a class or a module, which is the very one that was recorded: it is what varies least. */
function findOn(b: Builder, object: Node, hint: Operand, name: number): Attribute | undefined {
  const { heap } = b;
  const ref = object.isConst ? (object.boxed?.low as number) : hint.high === 0 ? hint.low : 0;
  if (ref === 0) return undefined;
  const type = heap.readU32(ref + 4);
  if (!object.isConst && (type !== hint.type || !isType(b, type))) return undefined;
  const kind = heap.core.attrOn(ref, name);
  if (kind === CoreConst.ATTR_UNCACHED) return undefined;
  const isModule = kind === CoreConst.ATTR_MODULE;
  const found = answer(b, kind, isModule ? heap.readU32(ref + Layout.PyModule.dict) : 0);
  if (!b.guardIs(object, ref)) return undefined;
  if (!isModule) b.depend("type", ref);
  return found;
}

/**
 * What an attribute's cell holds. In a class: a value whose class does something on attribute access is replaced only with a new version of the
 * class, which is watched; others are read. In a module: the cell is watched.
 */
export function cellContents(b: Builder, { cell, dict }: Attribute): Node | null {
  const { heap } = b;
  const low = heap.readU32(cell + Layout.PyCell.value);
  const high = heap.readU32(cell + Layout.PyCell.value + 4);
  if (low === 0 && high === 0) return null;
  if (dict !== 0 ? !b.isVolatile(cell) : high === 0 && isReplacedWithVersion(b, low)) {
    if (dict !== 0) b.depend("cell", cell, dict);
    return b.boxedConstant(low, high);
  }
  const at = b.ref(cell);
  let value = b.cache.get(at, Layout.PyCell.value);
  if (value === undefined) {
    value = b.emit("loadField", "value", at, null, Layout.PyCell.value);
    b.cache.set(at, Layout.PyCell.value, value);
  }
  b.guardBound(value);
  return value;
}

/** is_plain_value of native/core/types.c says which attributes of classes may be replaced without a new version. */
function isReplacedWithVersion(b: Builder, object: number): boolean {
  const type = b.heap.readU32(object + 4);
  return (
    b.heap.typeBits(type, CoreConst.TYPE_HEAP) !== 0 ||
    b.heap.readU32(type + Layout.PyType.specials + 4 * CoreConst.SPECIAL_get) !== 0 ||
    b.heap.readU32(type + Layout.PyType.kind) === CoreConst.LAYOUT_TYPE
  );
}
