// Values between JavaScript and Python.
//
//   Python                     JavaScript                      back
//   None                       null                            null, undefined → None
//   bool                       boolean                         bool
//   int                        number if safe, else bigint     integral number, bigint → int
//   float                      number                          other number → float (use PyFloat for an integral one)
//   str                        string                          str
//   bytes, bytearray           Uint8Array                      bytes
//   list, tuple                Array                           list
//   dict                       Map                             Map, plain object → dict
//   set, frozenset             Set                             Set → set
//   anything else              PyObject (a handle)             the object itself; functions become callables
//
// Containers are copied deeply, cycles and sharing kept.
import { CoreConst } from "../heap/generated/layout.ts";
import { doubleOf, int, integerOf, isFloatObject } from "../heap/numbers.ts";
import { raise, typeError } from "../heap/py-error.ts";
import { float, isFloat, isRef, isSmallInt, type Ref, smallIntOf, type Value } from "../heap/value.ts";
import type { Machine } from "../vm/machine.ts";

/** A number that becomes a Python float even if it is integral: `new PyFloat(1)` is 1.0. */
export class PyFloat {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** What the converters need of the VM they work for. */
export interface Bridge {
  readonly machine: Machine;
  /** Handle for an object that has no JavaScript counterpart. */
  wrap(ref: Ref): unknown;
  /** The object of a handle of this VM; undefined if `v` is no handle. Throws for a handle of another VM or a released one. */
  unwrap(v: unknown): Ref | undefined;
  /** A Python callable for a JavaScript function. */
  wrapFunction(fn: (...args: unknown[]) => unknown): Ref;
}

/** A Python value as JavaScript. The result holds nothing of the heap but through handles. */
export function toJs(bridge: Bridge, value: Value, seen: Map<Ref, unknown> = new Map()): unknown {
  const { heap } = bridge.machine;
  if (isSmallInt(value)) return smallIntOf(value);
  if (isFloat(value)) return value.value;
  const ref = value as Ref;
  if (ref === CoreConst.NONE_REF) return null;
  if (ref === CoreConst.TRUE_REF) return true;
  if (ref === CoreConst.FALSE_REF) return false;
  const known = seen.get(ref);
  if (known !== undefined) return known;
  switch (heap.typeOf(ref)) {
    case CoreConst.TYPE_STR:
      return heap.text(ref);
    case CoreConst.TYPE_INT:
      return integerOf(heap, ref);
    case CoreConst.TYPE_BYTES:
    case CoreConst.TYPE_BYTEARRAY:
      return heap.bytesOf(ref).slice();
    case CoreConst.TYPE_LIST:
    case CoreConst.TYPE_TUPLE: {
      const array: unknown[] = [];
      seen.set(ref, array);
      const items = heap.isList(ref) ? heap.listItems(ref) : heap.tupleItems(ref);
      for (const item of items) array.push(toJs(bridge, item, seen));
      return array;
    }
    case CoreConst.TYPE_DICT: {
      const map = new Map<unknown, unknown>();
      seen.set(ref, map);
      for (const [key, item] of heap.dictEntries(ref)) map.set(toJs(bridge, key, seen), toJs(bridge, item, seen));
      return map;
    }
    case CoreConst.TYPE_SET:
    case CoreConst.TYPE_FROZENSET: {
      const set = new Set<unknown>();
      seen.set(ref, set);
      for (const item of heap.setItems(ref)) set.add(toJs(bridge, item, seen));
      return set;
    }
  }
  if (isFloatObject(heap, ref)) return doubleOf(heap, ref);
  const handle = bridge.wrap(ref);
  seen.set(ref, handle);
  return handle;
}

/** A JavaScript value as Python, held by the current pool. Throws PyError TypeError for what has no counterpart. */
export function toPython(bridge: Bridge, v: unknown, seen: Map<object, Value> = new Map()): Value {
  const { heap } = bridge.machine;
  switch (typeof v) {
    case "undefined":
      return CoreConst.NONE_REF;
    case "boolean":
      return heap.bool(v);
    case "number":
      return Number.isInteger(v) && !Object.is(v, -0) ? int(heap, Number.isSafeInteger(v) ? v : BigInt(v)) : float(v);
    case "bigint":
      return int(heap, v);
    case "string":
      return heap.str(v);
    case "function":
      return bridge.unwrap(v) ?? bridge.wrapFunction(v as (...args: unknown[]) => unknown);
    case "object":
      return v === null ? CoreConst.NONE_REF : objectToPython(bridge, v, seen);
    default:
      throw typeError(`a JavaScript ${typeof v} has no Python counterpart`);
  }
}

function objectToPython(bridge: Bridge, v: object, seen: Map<object, Value>): Value {
  const { heap } = bridge.machine;
  const known = seen.get(v);
  if (known !== undefined) return known;
  if (v instanceof PyFloat) return float(v.value);
  const own = bridge.unwrap(v);
  if (own !== undefined) return heap.hold(own);
  if (v instanceof Uint8Array) return heap.newBytes(v);
  if (v instanceof ArrayBuffer) return heap.newBytes(new Uint8Array(v));
  if (Array.isArray(v)) {
    const list = heap.list([]);
    seen.set(v, list);
    for (const item of v) heap.listAppend(list, toPython(bridge, item, seen));
    return list;
  }
  if (v instanceof Set) {
    return heap.set([...v].map((item) => toPython(bridge, item, seen)));
  }
  const prototype = Object.getPrototypeOf(v);
  const entries = v instanceof Map ? v.entries() : prototype === Object.prototype || prototype === null ? Object.entries(v) : undefined;
  if (entries === undefined) throw typeError(`a JavaScript ${(v.constructor as { name?: string } | undefined)?.name ?? "object"} has no Python counterpart`);
  const dict = heap.dict();
  seen.set(v, dict);
  for (const [key, item] of entries) {
    const k = toPython(bridge, key, seen);
    if (isRef(k) && !heap.isStr(k) && heap.kindOf(k) === CoreConst.LAYOUT_DICT) throw raise("TypeError", "unhashable type: 'dict'");
    heap.dictSet(dict, k, toPython(bridge, item, seen));
  }
  return dict;
}
