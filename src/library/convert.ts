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
// Containers are copied deeply, cycles and sharing kept, nested as deep as they are: what is inside of one is filled in later, from a list of what is
// still to do. Instances of subclasses (an OrderedDict, a namedtuple) are handles. What is too large for JavaScript raises MemoryError.
import { CoreConst } from "../heap/generated/layout.ts";
import { int, integerOf } from "../heap/numbers.ts";
import { raise, typeError } from "../heap/py-error.ts";
import { float, isFloat, isRef, isSmallInt, type Ref, smallIntOf, type Value } from "../heap/value.ts";
import type { Machine } from "../vm/machine.ts";
import { PyFloat } from "./py-float.ts";

/** V8 ends the process for arrays much larger than this, and its strings, Maps and Sets have limits of their own. */
const MOST_ITEMS = 2 ** 26;
const MOST_ENTRIES = 2 ** 24;
const MOST_UNITS = 0x1fffffe8;
/** How many values are converted between two looks at what wants to end the program. */
const BETWEEN_POLLS = 4096;

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
export function toJs(bridge: Bridge, value: Value): unknown {
  return new FromPython(bridge).convert(value);
}

class FromPython {
  readonly #bridge: Bridge;
  readonly #seen = new Map<Ref, unknown>();
  /** Containers whose items are still to be converted. */
  readonly #open: Ref[] = [];
  #count = 0;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  convert(value: Value): unknown {
    const result = this.#one(value);
    for (let ref = this.#open.pop(); ref !== undefined; ref = this.#open.pop()) this.#fill(ref);
    return result;
  }

  #one(value: Value): unknown {
    if (isSmallInt(value)) return smallIntOf(value);
    if (isFloat(value)) return value.value;
    const ref = value as Ref;
    if (ref === CoreConst.NONE_REF) return null;
    if (ref === CoreConst.TRUE_REF) return true;
    if (ref === CoreConst.FALSE_REF) return false;
    const { heap } = this.#bridge.machine;
    const type = heap.typeOf(ref);
    if (type === CoreConst.TYPE_STR) {
      checkLength(heap.strLength(ref), heap.isAstral(ref) ? MOST_UNITS / 2 : MOST_UNITS, "characters", "string");
      return heap.text(ref);
    }
    if (type === CoreConst.TYPE_INT) return integerOf(heap, ref);
    if (type === CoreConst.TYPE_BYTES || type === CoreConst.TYPE_BYTEARRAY) return heap.bytesOf(ref).slice();
    const known = this.#seen.get(ref);
    if (known !== undefined) return known;
    const result = this.#container(ref, type);
    this.#seen.set(ref, result);
    return result;
  }

  #container(ref: Ref, type: Ref): unknown {
    const bridge = this.#bridge;
    switch (type) {
      case CoreConst.TYPE_LIST:
      case CoreConst.TYPE_TUPLE:
        this.#open.push(ref);
        return [];
      case CoreConst.TYPE_DICT:
        this.#open.push(ref);
        return new Map();
      case CoreConst.TYPE_SET:
      case CoreConst.TYPE_FROZENSET:
        this.#open.push(ref);
        return new Set();
    }
    return bridge.originalOf(ref) ?? bridge.wrap(ref);
  }

  #fill(ref: Ref): void {
    const { heap } = this.#bridge.machine;
    const container = this.#seen.get(ref);
    if (container instanceof Map) {
      checkLength(heap.dictLength(ref), MOST_ENTRIES, "entries", "Map");
      for (const [key, item] of heap.peekDictEntries(ref)) {
        this.#tick();
        container.set(this.#one(key), this.#one(item));
      }
    } else if (container instanceof Set) {
      checkLength(heap.setLength(ref), MOST_ENTRIES, "items", "Set");
      for (const item of heap.setItems(ref)) {
        this.#tick();
        container.add(this.#one(item));
      }
    } else {
      const isList = heap.isList(ref);
      const length = isList ? heap.listLength(ref) : heap.tupleLength(ref);
      checkLength(length, MOST_ITEMS, "items", "array");
      for (let i = 0; i < length; i++) {
        this.#tick();
        (container as unknown[]).push(this.#one(isList ? heap.peekListItem(ref, i) : heap.peekTupleItem(ref, i)));
      }
    }
  }

  #tick(): void {
    if (++this.#count % BETWEEN_POLLS !== 0) return;
    if (this.#count > MOST_ITEMS) throw raise("MemoryError", "too many values for JavaScript at once");
    this.#bridge.machine.poll();
  }
}

function checkLength(length: number, most: number, what: string, kind: string): void {
  if (length > most) throw raise("MemoryError", `${length} ${what} are too many for a JavaScript ${kind}`);
}

/** A JavaScript value as Python, held by the current pool. Throws PyError TypeError for what has no counterpart. */
export function toPython(bridge: Bridge, v: unknown): Value {
  return new FromJavaScript(bridge).convert(v);
}

class FromJavaScript {
  readonly #bridge: Bridge;
  readonly #seen = new Map<object, Value>();
  /** Containers whose items are still to be converted. */
  readonly #open: { readonly from: object; readonly to: Ref }[] = [];
  #count = 0;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  convert(v: unknown): Value {
    const result = this.#one(v);
    for (let next = this.#open.pop(); next !== undefined; next = this.#open.pop()) this.#fill(next.from, next.to);
    return result;
  }

  #one(v: unknown): Value {
    const { heap } = this.#bridge.machine;
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
        return v === null ? CoreConst.NONE_REF : this.#object(v);
      default:
        throw typeError(`a JavaScript ${typeof v} has no Python counterpart`);
    }
  }

  #object(v: object): Value {
    const bridge = this.#bridge;
    const { heap } = bridge.machine;
    const known = this.#seen.get(v);
    if (known !== undefined) return known;
    if (v instanceof PyFloat) return float(v.value);
    const own = bridge.unwrap(v);
    if (own !== undefined) return heap.hold(own);
    if (v instanceof Uint8Array) return heap.newBytes(v);
    if (v instanceof ArrayBuffer) return heap.newBytes(new Uint8Array(v));
    const result = this.#made(v);
    this.#seen.set(v, result);
    return result;
  }

  #made(v: object): Ref {
    const bridge = this.#bridge;
    const { heap } = bridge.machine;
    if (typeof v === "function") return bridge.wrapFunction(v as (...args: unknown[]) => unknown);
    let to: Ref;
    if (Array.isArray(v)) to = heap.list([]);
    else if (v instanceof Set) to = heap.set([]);
    else if (v instanceof Map || isPlain(v)) to = heap.dict();
    else return bridge.wrapObject(v);
    this.#open.push({ from: v, to });
    return to;
  }

  #fill(from: object, to: Ref): void {
    const { heap, ctx } = this.#bridge.machine;
    if (Array.isArray(from)) {
      for (const item of from) {
        this.#tick();
        heap.listAppend(to, this.#one(item));
      }
    } else if (from instanceof Set) {
      for (const item of from) {
        this.#tick();
        this.#bridge.machine.runSteps(ctx.callMethod(to, "add", [this.#one(item)]));
      }
    } else {
      for (const [key, item] of from instanceof Map ? from : Object.entries(from)) {
        this.#tick();
        const k = this.#one(key);
        const value = this.#one(item);
        // Keys that are handles may have a __hash__ written in Python.
        if (isRef(k) && !heap.isStr(k)) this.#bridge.machine.runSteps(ctx.setitem(to, k, value));
        else heap.dictSet(to, k, value);
      }
    }
  }

  #tick(): void {
    if (++this.#count % BETWEEN_POLLS === 0) this.#bridge.machine.poll();
  }
}

function isPlain(v: object): boolean {
  const prototype = Object.getPrototypeOf(v);
  return prototype === Object.prototype || prototype === null;
}
