// Calls of the core's functions and constructors as a whole, whatever they do: what they may change is told by the tables here.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder, Effect } from "../build/builder.ts";
import type { Node } from "../ir.ts";
import { NO_HINT, type Operand, tagOf } from "../recording.ts";
import { ITERATED, typed, typeOf } from "./operations.ts";

const MOST_OPERANDS = 15;

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
/** Methods, by the name of their type, that only look at their object; of other types than these all methods do. */
const READERS: Readonly<Record<string, ReadonlySet<string>>> = {
  list: words("count index copy __len__ __contains__ __getitem__ __eq__"),
  dict: words("keys values items copy get __len__ __contains__ __getitem__ __eq__"),
  set: words(
    "copy union intersection difference symmetric_difference issubset issuperset isdisjoint __len__ __contains__ __eq__",
  ),
  bytearray: words("find rfind count index decode hex startswith endswith copy split join __len__ __getitem__ __eq__"),
  "collections.deque": words("count index copy __len__ __getitem__ __eq__"),
  deque: words("count index copy __len__ __getitem__ __eq__"),
};
const IMMUTABLE = words("str bytes int float complex bool tuple frozenset range slice");
/** Methods of these that go over an argument. */
const GOES_OVER = words(
  "join extend update union intersection difference symmetric_difference issubset issuperset isdisjoint difference_update intersection_update symmetric_difference_update extendleft",
);
/** Builtins that change nothing unless they use up an iterator or run what an attribute is. */
const LOOKERS = words("ord len hash abs isinstance is_really issubclass callable id min max");
const CONSUMERS = words("sum min max any all sorted iter");
/** Functions that look at frames, or after which lives end. */
const LEFT_OUT = /^(frame_|gc_|close_generator|weakref_)/;
const MODULES = words("builtins math _krait");

const INTS = words("find rfind index rindex count __len__");
const TRUTHS = words(
  "startswith endswith isdigit isalpha isalnum isspace isupper islower isidentifier isdecimal isnumeric isprintable istitle isascii issubset issuperset isdisjoint",
);
const RESULTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  str: {
    ...types(CoreConst.TYPE_STR, "upper lower strip lstrip rstrip replace join title capitalize swapcase casefold zfill ljust rjust center removeprefix removesuffix expandtabs format"),
    ...types(CoreConst.TYPE_LIST, "split rsplit splitlines"),
    ...types(CoreConst.TYPE_TUPLE, "partition rpartition"),
  },
  list: types(CoreConst.TYPE_LIST, "copy"),
  dict: types(CoreConst.TYPE_DICT, "copy"),
  set: types(CoreConst.TYPE_SET, "copy"),
}; // biome-ignore format: a table
function types(type: number, names: string): Record<string, number> {
  return Object.fromEntries(names.split(" ").map((name) => [name, type]));
}

/** What a call may change; undefined: the interpreter has to make it. */
function effectOf(
  b: Builder,
  owner: string,
  module: string,
  name: string,
  args: readonly Node[],
  hints: readonly Operand[],
): Effect | undefined {
  const goesOver = (from: number): boolean =>
    args.slice(from).every((arg, i) => {
      const type = typeOf(arg, hints[from + i] ?? NO_HINT);
      return ITERATED.has(type) && b.guardType(arg, type);
    });
  if (owner !== "") {
    if (IMMUTABLE.has(owner)) return GOES_OVER.has(name) && !goesOver(1) ? "anything" : "nothing";
    const readers = READERS[owner];
    if (readers === undefined) return "anything";
    if (GOES_OVER.has(name) && !goesOver(1)) return "anything";
    return readers.has(name) ? "nothing" : owner === "dict" ? "anything" : "items";
  }
  if (!MODULES.has(module) || LEFT_OUT.test(name)) return undefined;
  if (module === "math") return "nothing";
  if (module !== "builtins") return "anything";
  if (CONSUMERS.has(name) && !(name.startsWith("m") && args.length > 1)) return goesOver(0) ? "nothing" : "anything";
  return LOOKERS.has(name) ? "nothing" : "anything";
}

/** Calls the function of a PyBuiltin; its arguments' registers are as they were. What it answers, and whether a count comes with it. */
export function callCore(
  b: Builder,
  callee: Node,
  owner: string,
  module: string,
  name: string,
  args: readonly Node[],
  hints: readonly Operand[],
): Node | undefined {
  if (args.length > MOST_OPERANDS) return undefined;
  const effect = effectOf(b, owner, module, name, args, hints);
  if (effect === undefined) return undefined;
  const [first, second] = args as [Node, Node];
  let result: Node;
  if (args.length === 0) result = b.callOperation("trace_core_0", "value", effect, callee);
  else if (args.length === 1) result = b.callOperation("trace_core_1", "value", effect, callee, first);
  else if (args.length === 2) result = b.callOperation("trace_core_2", "value", effect, callee, first, second);
  else {
    b.passOperands(args);
    result = b.callOperation("trace_core_many", "value", effect, callee, b.word(args.length));
  }
  const type = RESULTS[owner]?.[name];
  if (type !== undefined) return typed(result, type);
  if ((owner === "str" || owner === "list" || owner === "tuple") && INTS.has(name))
    return b.pure("unboxIntKnown", "int", result);
  if ((owner === "str" || owner === "set" || owner === "frozenset") && TRUTHS.has(name)) {
    typed(result, CoreConst.TYPE_BOOL).immortal = true;
  }
  return result;
}

/** Builtin types whose constructor goes over its argument. */
const MADE_OF_ITEMS = new Set<number>([
  CoreConst.TYPE_LIST, CoreConst.TYPE_TUPLE, CoreConst.TYPE_SET, CoreConst.TYPE_FROZENSET, CoreConst.TYPE_DICT, CoreConst.TYPE_BYTES,
  CoreConst.TYPE_BYTEARRAY,
]); // biome-ignore format: a table
/** Those that only look at it. */
const MADE_OF_VALUES = new Set<number>([
  CoreConst.TYPE_INT, CoreConst.TYPE_FLOAT, CoreConst.TYPE_STR, CoreConst.TYPE_BOOL, CoreConst.TYPE_COMPLEX, CoreConst.TYPE_SLICE,
  CoreConst.TYPE_ENUMERATE, CoreConst.TYPE_ZIP, CoreConst.TYPE_RANGE,
]); // biome-ignore format: a table
/** What these give is of the very type. */
const EXACT = new Set<number>([
  ...MADE_OF_ITEMS,
  CoreConst.TYPE_SLICE,
  CoreConst.TYPE_ENUMERATE,
  CoreConst.TYPE_ZIP,
  CoreConst.TYPE_RANGE,
]);

/** Calls a builtin type; undefined: the interpreter has to do it. */
export function construct(b: Builder, cls: number, args: readonly Node[], hints: readonly Operand[]): Node | undefined {
  if (cls >= CoreConst.STATIC_END || args.length > MOST_OPERANDS) return undefined;
  const [first] = args;
  if (cls === CoreConst.TYPE_TYPE) {
    if (args.length !== 1 || first === undefined) return undefined;
    return typeOfValue(b, first, hints[0] ?? NO_HINT);
  }
  if (cls === CoreConst.TYPE_INT && args.length === 1 && !b.isFirst && hints[0]?.type === CoreConst.TYPE_STR) {
    const text = first as Node;
    if (!b.guardType(text, CoreConst.TYPE_STR)) return undefined;
    return b.pure("unboxIntKnown", "int", b.callCore("trace_int_of_text", "value", text));
  }
  if (b.heap.readU32(cls + Layout.PyType.core_new) === 0) return undefined;
  const values = args.map((arg, i) => convertible(b, cls, arg, hints[i] ?? NO_HINT));
  if (values.includes(undefined)) return undefined;
  b.passOperands(values as Node[]);
  const result = b.callOperation("trace_construct", "value", "nothing", b.word(cls), b.word(args.length));
  if (cls === CoreConst.TYPE_BOOL) typed(result, cls).immortal = true;
  else if (cls === CoreConst.TYPE_FLOAT) return b.pure("unboxFloatKnown", "float", result);
  else if (EXACT.has(cls)) typed(result, cls);
  else if (cls === CoreConst.TYPE_STR && args.length < 2 && hints.every((hint) => hint.type < CoreConst.STATIC_END))
    typed(result, cls);
  return result;
}
const PLAIN_VALUES = new Set<number>([
  CoreConst.TYPE_INT, CoreConst.TYPE_FLOAT, CoreConst.TYPE_STR, CoreConst.TYPE_BOOL, CoreConst.TYPE_NONETYPE,
]); // biome-ignore format: a table
/** The argument, if making an object of it changes nothing. */
function convertible(b: Builder, cls: number, arg: Node, hint: Operand): Node | undefined {
  const type = typeOf(arg, hint);
  if (MADE_OF_ITEMS.has(cls) || cls === CoreConst.TYPE_ENUMERATE || cls === CoreConst.TYPE_ZIP) {
    if (type === CoreConst.TYPE_INT && tagOf(hint) === "int") return b.asInt(arg);
    return ITERATED.has(type) && b.guardType(arg, type) ? arg : undefined;
  }
  if (!MADE_OF_VALUES.has(cls) || !PLAIN_VALUES.has(type)) return undefined;
  const kind = b.numberKind(arg, hint);
  if (kind !== undefined) return kind === "int" ? b.asInt(arg) : b.asFloat(arg);
  return b.guardType(arg, type) ? arg : undefined;
}

/** type(x): known if the exact type of x is. */
function typeOfValue(b: Builder, value: Node, hint: Operand): Node | undefined {
  const kind = b.numberKind(value, hint);
  if (kind !== undefined) {
    if (kind === "int") b.asInt(value);
    else b.asFloat(value);
    return b.ref(kind === "int" ? CoreConst.TYPE_INT : CoreConst.TYPE_FLOAT);
  }
  const type = typeOf(value, hint);
  return type !== 0 && b.guardType(value, type) ? b.ref(type) : undefined;
}
