// How types and objects are named in texts.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";
import type { Ref, Value } from "../heap/value.ts";
import { EMPTY, isRef, isSmallInt, smallIntOf } from "../heap/value.ts";

const TYPE = Layout.PyType;

export function isHeapType(heap: Heap, type: Ref): boolean {
  return (heap.typeFlags(type) & CoreConst.TYPE_HEAP) !== 0;
}

/** `__module__` of a type as text, if it is a str. */
export function typeModule(heap: Heap, type: Ref): string | undefined {
  const own = heap.peekName(heap.readU32(type + TYPE.dict), "__module__");
  if (own !== EMPTY) return heap.isStr(own) ? heap.text(own) : undefined;
  const module = heap.readU32(type + TYPE.module);
  if (module !== 0) return heap.text(module);
  return isHeapType(heap, type) ? undefined : "builtins";
}

export function typeQualname(heap: Heap, type: Ref): string {
  return heap.text(heap.readU32(type + TYPE.qualname) || heap.readU32(type + TYPE.name));
}

/** "module.qualname", without the module for builtins. */
export function fullTypeName(heap: Heap, type: Ref): string {
  const module = typeModule(heap, type);
  const name = typeQualname(heap, type);
  return module === undefined || module === "builtins" ? name : `${module}.${name}`;
}

/** As fullTypeName, without the module of the program too: what most messages have. */
export function messageTypeName(heap: Heap, type: Ref): string {
  return typeModule(heap, type) === "__main__" ? typeQualname(heap, type) : fullTypeName(heap, type);
}

/** id(v). References have their offset; numbers have none, so they get numbers of their own far away. */
export function identity(v: Value): bigint {
  if (typeof v === "object") {
    if (Number.isNaN(v.value)) return BigInt(v.nan) + 0x7ff80000_00000000n + (1n << 65n);
    const bits = new DataView(new ArrayBuffer(8));
    bits.setFloat64(0, v.value);
    return bits.getBigUint64(0) + (1n << 65n);
  }
  if (isSmallInt(v)) return BigInt(smallIntOf(v)) + (1n << 64n);
  // As in CPython, where objects lie high up in the address space.
  return BigInt(v) + 0x7f0000000000n;
}

/** "0x7f…": what default reprs show. */
export function address(v: Value): string {
  return `0x${identity(v).toString(16)}`;
}

/** "<module.Class object at 0x…>". */
export function plainRepr(heap: Heap, v: Value): string {
  return `<${fullTypeName(heap, heap.typeOf(v))} object at ${address(v)}>`;
}

/** Text of a Ref field holding a str, or a stand-in when it is empty. */
export function textField(heap: Heap, at: number, otherwise = "?"): string {
  const ref = heap.readU32(at);
  return isRef(ref) && heap.isStr(ref) ? heap.text(ref) : otherwise;
}
