// Arguments of a call to a Python function, put where the callee's registers are, as native/core/bind.c does it.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { MOST_ENTRIES, MOST_FIELDS, newDict, newTuple } from "../build/virtual.ts";
import type { Node } from "../ir.ts";
import { itemOfDict } from "./lookups.ts";
import { giveCount, loadU32 } from "./moves.ts";

const FN = Layout.PyFunction;
const CODE = Layout.PyCode;
/** More than these are left to the interpreter. */
const MOST_EXTRA = 16;

export interface Arguments {
  readonly positional: readonly Node[];
  /** Names of the arguments given by name (interned), and their values. */
  readonly names: readonly number[];
  readonly named: readonly Node[];
  /** The tuple that the names are in, a constant of the code. */
  readonly namesIn?: number;
}

/**
 * What goes into the callee's first registers. A node that comes with a count of its own is in `owned`; `later`: what `*args` and `**kwargs` get
 * besides, behind the others, which is put together when nothing can leave the trace any more.
 */
export interface Bound {
  readonly parameters: readonly Node[];
  readonly owned: ReadonlySet<Node>;
  readonly later: readonly (() => Node)[];
}

/** Where the items of a tuple are. */
export function tupleItems(b: Builder, tuple: number): number[] {
  const length = b.heap.readU32(tuple + Layout.PyTuple.length);
  return Array.from({ length }, (_, i) => tuple + Layout.PyTuple.items + 8 * i);
}
function constantAt(b: Builder, at: number): Node {
  return b.boxedConstant(b.heap.readU32(at), b.heap.readU32(at + 4));
}

/** The names in a tuple of interned strings. */
export function namesIn(b: Builder, tuple: number): number[] {
  return tupleItems(b, tuple).map((at) => b.heap.readU32(at));
}

/** Default values of the last parameters: known, or (a function that is not always the same) read from it. */
function defaultsOf(b: Builder, callee: Node, hint: number): Node[] | null {
  const { heap } = b;
  const fn = callee.isConst ? (callee.boxed?.low as number) : hint;
  if (fn === 0 || heap.readU32(fn + 4) !== CoreConst.TYPE_FUNCTION) return null;
  const defaults = heap.readU32(fn + FN.defaults);
  if (defaults === 0 || heap.readU32(defaults + 4) !== CoreConst.TYPE_TUPLE) return null;
  if (callee.isConst) return tupleItems(b, defaults).map((at) => constantAt(b, at));
  const tuple = loadU32(b, callee, FN.defaults, "ref");
  // 0 if it has none: then the length is that of no tuple.
  const length = heap.readU32(defaults + Layout.PyTuple.length);
  b.emit("guardFieldU32", "none", tuple, null, 4, CoreConst.TYPE_TUPLE);
  b.emit("guardFieldU32", "none", tuple, null, Layout.PyTuple.length, length);
  return tupleItems(b, defaults).map((_, i) => b.pure("loadField", "value", tuple, null, Layout.PyTuple.items + 8 * i));
}

function keywordDefault(b: Builder, callee: Node, hint: number, name: number): Node | null {
  const { heap } = b;
  const fn = callee.isConst ? (callee.boxed?.low as number) : hint;
  if (fn === 0 || heap.readU32(fn + 4) !== CoreConst.TYPE_FUNCTION) return null;
  const dict = heap.readU32(fn + FN.kwdefaults);
  if (dict === 0 || heap.readU32(dict + 4) !== CoreConst.TYPE_DICT || heap.core.dictGetStr(dict, name) !== 1)
    return null;
  // Functions that one `def` makes have dicts of their own, and whoever gets hold of one may change it.
  const own = callee.isConst ? b.ref(dict) : loadU32(b, callee, FN.kwdefaults, "ref");
  if (!callee.isConst) b.emit("guardFieldU32", "none", own, null, 4, CoreConst.TYPE_DICT);
  own.pyType = CoreConst.TYPE_DICT;
  return itemOfDict(b, own, { low: dict, high: 0, type: CoreConst.TYPE_DICT, shape: 0 }, b.ref(name));
}

/**
 * Binds the arguments; null if that is left to the interpreter (it raises). Calls of the core come last. `isSeen`: a
 * trace is called, which finds `*args` and `**kwargs` made.
 */
export function bind(
  b: Builder,
  callee: Node,
  hint: number,
  code: number,
  given: Arguments,
  isSeen: boolean,
): Bound | null {
  const { heap } = b;
  const flags = heap.readU32(code + CODE.flags);
  const [count, positionalOnly] = [heap.readU16(code + CODE.arg_count), heap.readU16(code + CODE.posonly_count)];
  const all = count + heap.readU16(code + CODE.kwonly_count);
  const takesMore = (flags & CoreConst.CODE_VARARGS) !== 0;
  const { positional } = given;
  const extra = positional.slice(count);
  if (extra.length > MOST_EXTRA || (extra.length > 0 && !takesMore)) return null;
  const slots: (Node | undefined)[] = Array.from({ length: all });
  for (const [i, node] of positional.slice(0, count).entries()) slots[i] = node;
  const parameterNames = namesIn(b, heap.readU32(code + CODE.local_names));
  const takesNames = (flags & CoreConst.CODE_VARKEYWORDS) !== 0;
  const rest: { names: number[]; values: Node[] } = { names: [], values: [] };
  for (const [i, name] of given.names.entries()) {
    const at = parameterNames.indexOf(name);
    const value = given.named[i] as Node;
    if (at < positionalOnly || at >= all) {
      if (!takesNames || isSeen) return null;
      rest.names.push(name);
      rest.values.push(value);
    } else if (slots[at] !== undefined) return null;
    else slots[at] = value;
  }
  if (rest.names.length > MOST_ENTRIES) return null;
  let defaults: Node[] | null = null;
  for (let i = 0; i < all; i++) {
    if (slots[i] !== undefined) continue;
    if (i < count) defaults ??= defaultsOf(b, callee, hint);
    const value =
      i < count
        ? defaults?.[i - (count - (defaults?.length ?? 0))]
        : keywordDefault(b, callee, hint, parameterNames[i] ?? 0);
    if (value === null || value === undefined) return null;
    slots[i] = value;
  }
  const parameters = slots as Node[];
  const owned = new Set<Node>();
  const later: (() => Node)[] = [];
  if (takesMore) later.push(tupleOf(b, extra, isSeen, owned));
  if (takesNames) {
    if (!isSeen) later.push(() => newDict(b, rest));
    else {
      const dict = b.callCore("trace_dict_new", "ref", b.word(0));
      dict.isObject = true;
      dict.pyType = CoreConst.TYPE_DICT;
      owned.add(dict);
      later.push(() => dict);
    }
  }
  return { parameters, owned, later };
}

/** What gives the tuple for `*args`. */
function tupleOf(b: Builder, items: readonly Node[], isSeen: boolean, owned: Set<Node>): () => Node {
  if (items.length === 0) return () => b.ref(CoreConst.EMPTY_TUPLE_REF);
  if (!isSeen && items.length <= MOST_FIELDS) return () => newTuple(b, items);
  const made = items.map((node) => b.real(node));
  const tuple = b.callCore("trace_tuple_new", "ref", b.word(items.length));
  tuple.isObject = true;
  tuple.pyType = CoreConst.TYPE_TUPLE;
  owned.add(tuple);
  return () => {
    fill(b, tuple, made);
    return tuple;
  };
}

function fill(b: Builder, tuple: Node, items: readonly Node[]): void {
  b.cache.set(tuple, "length", b.int(items.length));
  for (const [i, item] of items.entries()) {
    giveCount(b, item);
    b.storeField(tuple, Layout.PyTuple.items + 8 * i, item);
    b.cache.set(tuple, `item ${b.int(i).id}`, item);
  }
}
