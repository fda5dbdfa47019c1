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
//   anything else              PyObject (a handle)             the object itself
//   a Python callable          PyObject                        function → a builtin function
//   krait.JavaScriptObject     the very object                 any other object
//
// Containers are copied deeply, cycles and sharing kept. Instances of subclasses (an OrderedDict, a namedtuple) are handles.
import { CoreConst } from "../heap/generated/layout.ts";
import { doubleOf, int, integerOf, isFloatObject } from "../heap/numbers.ts";
import { typeError } from "../heap/py-error.ts";
import { float, isFloat, isRef, isSmallInt, type Ref, smallIntOf, type Value } from "../heap/value.ts";
import type { Machine } from "../vm/machine.ts";
import { PyFloat } from "./py-float.ts";

/** What the converters need of the VM they work for. */
export interface Bridge {
  readonly machine: Machine;
  /** Handle for an object that has no JavaScript counterpart. */
  wrap(ref: Ref): unknown;
  /** The object of a handle of this VM; undefined if `v` is no handle. Throws for a handle of another VM or a released one. */
  unwrap(v: unknown): Ref | undefined;
  /** A Python callable for a JavaScript function. */
  wrapFunction(fn: (...args: unknown[]) => unknown): Ref;
  /** An opaque Python object for a JavaScript one. */
  wrapObject(v: object): Ref;
  /** What wrapFunction or wrapObject was given, if `ref` came from there. */
  originalOf(ref: Ref): object | undefined;
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
  const type = heap.typeOf(ref);
  if (type === CoreConst.TYPE_STR) return heap.text(ref);
  if (type === CoreConst.TYPE_INT) return integerOf(heap, ref);
  if (type === CoreConst.TYPE_BYTES || type === CoreConst.TYPE_BYTEARRAY) return heap.bytesOf(ref).slice();
  const known = seen.get(ref);
  if (known !== undefined) return known;
  const container = containerToJs(bridge, ref, type, seen);
  if (container !== undefined) return container;
  if (isFloatObject(heap, ref)) return doubleOf(heap, ref);
  const result = bridge.originalOf(ref) ?? bridge.wrap(ref);
  seen.set(ref, result);
  return result;
}

function containerToJs(bridge: Bridge, ref: Ref, type: Ref, seen: Map<Ref, unknown>): unknown {
  const { heap } = bridge.machine;
  switch (type) {
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
    default:
      return undefined;
  }
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
    case "object":
      return v === null ? CoreConst.NONE_REF : objectToPython(bridge, v, seen);
    default:
      throw typeError(`a JavaScript ${typeof v} has no Python counterpart`);
  }
}

function objectToPython(bridge: Bridge, v: object, seen: Map<object, Value>): Value {
  const { heap, ctx } = bridge.machine;
  const known = seen.get(v);
  if (known !== undefined) return known;
  if (v instanceof PyFloat) return float(v.value);
  const own = bridge.unwrap(v);
  if (own !== undefined) return heap.hold(own);
  if (v instanceof Uint8Array) return heap.newBytes(v);
  if (v instanceof ArrayBuffer) return heap.newBytes(new Uint8Array(v));
  const remember = <R extends Ref>(ref: R): R => {
    seen.set(v, ref);
    return ref;
  };
  if (typeof v === "function") return remember(bridge.wrapFunction(v as (...args: unknown[]) => unknown));
  if (Array.isArray(v)) {
    const list = remember(heap.list([]));
    for (const item of v) heap.listAppend(list, toPython(bridge, item, seen));
    return list;
  }
  if (v instanceof Set) return remember(heap.set([...v].map((item) => toPython(bridge, item, seen))));
  const prototype = Object.getPrototypeOf(v);
  const isPlain = prototype === Object.prototype || prototype === null;
  if (!(v instanceof Map) && !isPlain) return remember(bridge.wrapObject(v));
  const dict = remember(heap.dict());
  for (const [key, item] of v instanceof Map ? v.entries() : Object.entries(v)) {
    const k = toPython(bridge, key, seen);
    const value = toPython(bridge, item, seen);
    // Keys that are handles may have a __hash__ written in Python.
    if (isRef(k) && !heap.isStr(k)) bridge.machine.runSteps(ctx.setitem(dict, k, value));
    else heap.dictSet(dict, k, value);
  }
  return dict;
}
