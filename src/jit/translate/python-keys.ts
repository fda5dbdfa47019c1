// Keys of dicts and items of sets whose `__hash__` is written in Python: the core has functions of the prelude do the operation, which are entered. They
// do the whole of it whatever the key is, so all that has to hold is that the container is one of the core's.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import type { Node } from "../ir.ts";
import type { Operand, Recorded } from "../recording.ts";
import { isType } from "./attribute-lookup.ts";
import { enterCalled, enterHook, special, typeOf, watchClass } from "./hooks.ts";
import type { Translator } from "./index.ts";

const { TYPE_TUPLE, TYPE_DICT, TYPE_SET, TYPE_FROZENSET } = CoreConst;

function prelude(b: Builder, index: number): number {
  return b.heap.readU32(Layout.VM.prelude + 4 * index);
}

/** Guards the class of a key, if that has a `__hash__` in Python; a tuple may hold something that has one. */
function isPythonKey(b: Builder, key: Node, hint: Operand): boolean {
  const type = typeOf(b, key, hint);
  if (type === TYPE_TUPLE) return b.guardType(key, type);
  if (!isType(b, type) || type < CoreConst.STATIC_END) return false;
  const fn = special(b, type, CoreConst.SPECIAL_hash);
  if (fn === 0 || b.heap.readU32(fn + 4) !== CoreConst.TYPE_FUNCTION || !b.guardType(key, type)) return false;
  watchClass(b, type);
  return true;
}

/** What does them, by the container's type. */
const FUNCTIONS = {
  get: new Map<number, number>([[TYPE_DICT, CoreConst.PRELUDE_DICT_GET]]),
  set: new Map<number, number>([[TYPE_DICT, CoreConst.PRELUDE_DICT_SET]]),
  contains: new Map<number, number>([
    [TYPE_DICT, CoreConst.PRELUDE_DICT_CONTAINS],
    [TYPE_SET, CoreConst.PRELUDE_SET_CONTAINS],
    [TYPE_FROZENSET, CoreConst.PRELUDE_SET_CONTAINS],
  ]),
};

/** An instruction with a container in register `on` and a key in another one. */
export function keyed(
  operation: keyof typeof FUNCTIONS,
  on: "a" | "b" | "c",
  at: "b" | "c",
  ...others: readonly "c"[]
): Translator {
  return (b, r) => {
    const hints = { a: r.va, b: r.vb, c: r.vc };
    const container = b.look(b.at(r[on]), hints[on]);
    const type = container.pyType !== 0 ? container.pyType : hints[on].type;
    const index = FUNCTIONS[operation].get(type);
    if (index === undefined || !isPythonKey(b, b.look(b.at(r[at]), hints[at]), hints[at])) return false;
    if (!b.guardType(container, type)) return false;
    const args = ([on, at, ...others] as const).map((name) => b.look(b.at(r[name]), hints[name]));
    return enterHook(b, r, prelude(b, index), args);
  };
}

/** set.add(key) and dict.get(key, default), of objects whose type has been guarded. */
export function callKeyed(
  b: Builder,
  r: Recorded,
  owner: string,
  name: string,
  slots: readonly number[],
  hints: readonly (Operand | undefined)[],
): boolean {
  const isAdd = owner === "set" && name === "add" && slots.length === 2;
  const isGet = owner === "dict" && name === "get" && (slots.length === 2 || slots.length === 3);
  const hint = hints[1];
  if ((!isAdd && !isGet) || hint === undefined) return false;
  const [container, key, other] = slots.map((slot, i) => b.look(slot, hints[i])) as [Node, Node, Node | undefined];
  if (container.pyType !== (isAdd ? TYPE_SET : TYPE_DICT) || !isPythonKey(b, key, hint)) return false;
  const keyNow = b.look(slots[1] as number);
  if (isAdd) return enterCalled(b, r, prelude(b, CoreConst.PRELUDE_SET_ADD), slots, [container, keyNow]);
  const parameters = [container, b.int(0), keyNow, other ?? b.none];
  return enterCalled(b, r, prelude(b, CoreConst.PRELUDE_DICT_METHOD), slots, parameters);
}

/** hash(key). */
export function callHash(b: Builder, r: Recorded, slots: readonly number[], hint: Operand): boolean {
  const [slot] = slots;
  if (slot === undefined || slots.length !== 1 || !isPythonKey(b, b.look(slot, hint), hint)) return false;
  const key = b.look(slot);
  return key.pyType === TYPE_TUPLE
    ? enterCalled(b, r, prelude(b, CoreConst.PRELUDE_HASH_ITEMS), slots, [key, key])
    : enterCalled(b, r, prelude(b, CoreConst.PRELUDE_HASH_CALL), slots, [key]);
}
