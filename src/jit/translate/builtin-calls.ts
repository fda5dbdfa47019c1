// Calls of functions written in C: directly where they change nothing before they give up, or folded where the answer is known.
import { CoreConst, type CoreEntryName, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../builder.ts";
import type { Node } from "../ir.ts";
import type { Recorded } from "../recording.ts";
import { addToSet, forgetSizes } from "./building.ts";

const BUILTIN = Layout.PyBuiltin;

/** Functions and methods that change nothing but what they answer, by owner ("" for builtins). */
const PLAIN: Readonly<Record<string, ReadonlySet<string>>> = {
  "": new Set([
    "ord", "min", "max", "isinstance", "len",
    "sqrt", "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "log", "log2", "log10", "pow", "hypot", "fabs", "floor", "ceil",
    "trunc", "isnan", "isinf", "isqrt", "gcd", "degrees", "radians", "copysign", "fmod",
  ]),
  str: new Set([
    "upper", "lower", "strip", "lstrip", "rstrip", "split", "startswith", "endswith", "find", "rfind", "count", "index", "join", "isdigit",
    "isalpha", "isalnum", "isspace", "isupper", "islower", "isidentifier", "title", "capitalize", "swapcase", "splitlines", "partition",
    "rpartition", "removeprefix", "removesuffix", "casefold", "zfill",
  ]),
  tuple: new Set(["count", "index"]),
  list: new Set(["count", "index", "copy"]),
  dict: new Set(["keys", "values", "items", "copy", "get"]),
  set: new Set(["copy", "union", "intersection", "issubset", "isdisjoint"]),
}; // biome-ignore format: a table

interface Called {
  /** The PyBuiltin, and the name of its type and its own. */
  readonly builtin: number;
  readonly owner: string;
  readonly name: string;
  /** Slots of its arguments, self first. */
  readonly slots: readonly number[];
}

/** What a CALL or CALL_METHOD calls, if that is a function of the core. `bound`: its window's fifth register holds self. */
function calledBy(b: Builder, r: Recorded, callee: Node, bound: boolean): Called | undefined {
  const { heap } = b;
  if (!callee.isConst) return undefined;
  const builtin = callee.boxed?.low as number;
  const type = heap.readU32(builtin + 4);
  if (type !== (bound ? CoreConst.TYPE_METHOD_DESCRIPTOR : CoreConst.TYPE_BUILTIN)) return undefined;
  if (heap.readU32(builtin + BUILTIN.kind) !== 0) return undefined;
  const owner = heap.readU32(builtin + BUILTIN.owner);
  if (bound !== (owner !== 0)) return undefined;
  const first = b.at(r.b) + (bound || r.generic === "CALL" ? 4 : 5);
  const count = r.c + (bound ? 1 : 0);
  if (count < heap.readU16(builtin + BUILTIN.min_args) || count > heap.readU16(builtin + BUILTIN.max_args))
    return undefined;
  const slots = Array.from({ length: count }, (_, i) => first + i);
  if (bound && !b.guardType(b.read(first, r.vb), owner)) return undefined;
  const ownerName = owner === 0 ? "" : heap.text(heap.readU32(owner + Layout.PyType.name));
  return { builtin, owner: ownerName, name: heap.text(heap.readU32(builtin + BUILTIN.name)), slots };
}

/** The method that was seen, guarded where it is not known. Methods of static types live for ever. */
function methodOf(b: Builder, r: Recorded, callee: Node): Node {
  const seen = r.va.low;
  if (callee.isConst || r.va.type !== CoreConst.TYPE_METHOD_DESCRIPTOR || r.va.high !== 0) return callee;
  if (b.heap.readU32(seen + 4) !== CoreConst.TYPE_METHOD_DESCRIPTOR) return callee;
  const owner = b.heap.readU32(seen + BUILTIN.owner);
  return owner !== 0 && owner < CoreConst.STATIC_END && b.guardIs(callee, seen) ? b.ref(seen) : callee;
}

function moduleOf(b: Builder, called: Called): string {
  const module = b.heap.readU32(called.builtin + BUILTIN.module);
  return module !== 0 && b.heap.readU32(module + 4) === CoreConst.TYPE_STR ? b.heap.text(module) : "";
}

/** Drops the window; the result goes to R[a]. */
function finish(b: Builder, r: Recorded, called: Called, result: Node, owned: boolean): true {
  for (const slot of [...called.slots].reverse()) b.dropSlot(slot);
  b.drop(r.b);
  b.write(r.a, result, owned);
  return true;
}

/** isinstance(x, class) by the exact type of x. A class that says no may still have a `__class__` that says yes. */
function foldInstance(b: Builder, r: Recorded, called: Called): Node | undefined {
  const { heap } = b;
  const [at, classAt] = called.slots as [number, number];
  const object = b.read(at, r.vb);
  const cls = b.read(classAt, r.vc);
  if (!cls.isConst || !cls.isObject) return undefined;
  const candidates: number[] = [];
  const ref = cls.boxed?.low as number;
  if (cls.pyType === CoreConst.TYPE_TUPLE) {
    for (let i = 0; i < heap.readU32(ref + Layout.PyTuple.length); i++) {
      const item = ref + Layout.PyTuple.items + 8 * i;
      if (heap.readU32(item + 4) !== 0) return undefined;
      candidates.push(heap.readU32(item));
    }
  } else candidates.push(ref);
  // Only `type` itself has no `__instancecheck__` of its own.
  if (candidates.some((candidate) => heap.readU32(candidate + 4) !== CoreConst.TYPE_TYPE)) return undefined;
  const kind = b.numberKind(object, r.vb);
  let type: number;
  if (kind !== undefined) {
    if (kind === "int") b.asInt(object);
    else b.asFloat(object);
    type = kind === "int" ? CoreConst.TYPE_INT : CoreConst.TYPE_FLOAT;
  } else type = object.pyType !== 0 ? object.pyType : r.vb.type;
  if (type === 0) return undefined;
  const isOne = candidates.some((candidate) => heap.isSubtype(type, candidate));
  if (!isOne && type >= CoreConst.STATIC_END) return undefined;
  if (kind === undefined && !b.guardType(object, type)) return undefined;
  return b.bool(isOne);
}

/** A call of a function of the core; false if the interpreter has to make it. */
export function callBuiltin(b: Builder, r: Recorded, callee: Node, bound: boolean): boolean {
  if (callee.isConst && r.generic === "CALL" && callee.boxed?.low === CoreConst.TYPE_RANGE) return callRange(b, r);
  const called = calledBy(b, r, bound ? methodOf(b, r, callee) : callee, bound);
  if (called === undefined) return false;
  const { owner, name, slots } = called;
  if (owner === "" && name === "isinstance" && slots.length === 2) {
    const folded = foldInstance(b, r, called);
    if (folded !== undefined) {
      b.takeSnapshot();
      return finish(b, r, called, folded, false);
    }
  }
  // A list that had no room has failed a guard that is not repeated here.
  if (owner === "" && name === "sqrt" && slots.length === 1 && !b.isFirst && moduleOf(b, called) === "math") {
    const hint = r.generic === "CALL" ? r.vb : r.vc;
    const x = b.read(slots[0] as number, hint);
    if (b.numberKind(x, hint) === "float") {
      const square = b.asFloat(x);
      // A guard of its own: the root may be wanted by nobody, but a negative number still raises.
      b.pure("guardLeFloat", "none", b.float(0, { low: 0, high: 0x00020000 }), square);
      b.takeSnapshot();
      return finish(b, r, called, b.pure("sqrtFloat", "float", square), false);
    }
  }
  if (b.isFirst && !(owner === "list" && name === "append")) return false;
  const args = slots.map((slot, i) =>
    b.read(slot, bound ? [r.vb, r.vc][i] : r.generic === "CALL" ? [r.vb, r.vc][i] : [r.vc][i]),
  );
  const [self, key, other] = args as [Node, Node, Node];
  if (owner === "dict" && name === "get") {
    const value = b.callCore("trace_dict_get_or", "value", self, key, other ?? b.none);
    return finish(b, r, called, value, true);
  }
  if (owner === "dict" && name === "setdefault") {
    const value = b.callCore("trace_dict_setdefault", "value", self, key, other ?? b.none);
    return finish(b, r, called, value, true);
  }
  if (owner === "set" && name === "add") {
    addToSet(b, self, key);
    return finish(b, r, called, b.none, false);
  }
  if (owner === "list" && name === "append") {
    b.callCore("trace_list_append", "ref", self, key);
    forgetSizes(b);
    return finish(b, r, called, b.none, false);
  }
  if (owner === "list" && name === "pop" && slots.length === 1) {
    const item = b.callCore("trace_list_pop", "value", self);
    forgetSizes(b);
    b.cache.forgetItems();
    return finish(b, r, called, item, true);
  }
  if (!PLAIN[owner]?.has(name) || slots.length === 0 || slots.length > 2) return false;
  if ((name === "min" || name === "max") && args.length !== 2) return false;
  // Any other iterable may be used up when the function gives up.
  if (name === "join" && key !== undefined && !isSequence(b, key, r, bound)) return false;
  if (owner === "set" && key !== undefined && key.pyType !== CoreConst.TYPE_SET) return false;
  const symbol: CoreEntryName = args.length === 1 ? "trace_call_1" : "trace_call_2";
  return finish(b, r, called, b.callCore(symbol, "value", b.word(called.builtin), ...args), true);
}

function isSequence(b: Builder, node: Node, r: Recorded, bound: boolean): boolean {
  const type = node.pyType !== 0 ? node.pyType : bound ? r.vc.type : 0;
  return (type === CoreConst.TYPE_LIST || type === CoreConst.TYPE_TUPLE) && b.guardType(node, type);
}

/** range() of small ints. */
function callRange(b: Builder, r: Recorded): boolean {
  if (b.isFirst || r.c < 1 || r.c > 3) return false;
  const slots = Array.from({ length: r.c }, (_, i) => b.at(r.b + 4 + i));
  const hints = [r.vb, r.vc];
  const numbers: Node[] = [];
  for (const [i, slot] of slots.entries()) {
    const hint = hints[i];
    const node = b.read(slot, hint);
    if (node.type !== "int" && (hint === undefined || b.numberKind(node, hint) !== "int")) return false;
    numbers.push(b.asInt(node));
  }
  const [first, second, third] = numbers as [Node, Node | undefined, Node | undefined];
  const range = b.callCore("trace_range", "ref", second ? first : b.int(0), second ?? first, third ?? b.int(1));
  range.isObject = true;
  range.pyType = CoreConst.TYPE_RANGE;
  for (const slot of slots.reverse()) b.dropSlot(slot);
  b.drop(r.b);
  b.write(r.a, range, true);
  return true;
}
