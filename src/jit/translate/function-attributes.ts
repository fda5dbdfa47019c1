// Attributes that programs give their functions (`f.calls += 1`): items of a dict that belongs to the function.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import type { Node } from "../ir.ts";
import type { Operand, Recorded } from "../recording.ts";
import { nameOf } from "./attribute-lookup.ts";
import { itemOfDict, setItemOfDict } from "./lookups.ts";
import { loadU32 } from "./moves.ts";

const DROP_A = 1;
const DROP_B = 2;
const DICT_AT = Layout.PyFunction.dict;

/** The dict of a function, which is guarded to have one; undefined: it is no function, has none, or functions have such an attribute themselves. */
function dictOf(b: Builder, object: Node, hint: Operand, name: number): { dict: Node; seen: Operand } | undefined {
  const { heap } = b;
  const type = object.pyType !== 0 ? object.pyType : hint.type;
  if (type !== CoreConst.TYPE_FUNCTION || heap.core.typeLookup(type, name) === 0) return undefined;
  if (heap.readU32(Layout.VM.scratch) !== 0 || heap.readU32(Layout.VM.scratch + 4) !== 0) return undefined;
  const fn = object.isConst ? (object.boxed?.low as number) : hint.high === 0 ? hint.low : 0;
  const low = heap.hint(() => (fn !== 0 && heap.readU32(fn + 4) === type ? heap.readU32(fn + DICT_AT) : 0));
  if (low === 0 || b.isFirst || !b.guardType(object, type)) return undefined;
  const dict = loadU32(b, object, DICT_AT, "ref");
  if (dict.pyType !== CoreConst.TYPE_DICT) b.emit("guardFieldU32", "none", dict, null, 4, CoreConst.TYPE_DICT);
  dict.pyType = CoreConst.TYPE_DICT;
  return { dict, seen: { low, high: 0, type: CoreConst.TYPE_DICT, shape: 0 } };
}

export function getOfFunction(b: Builder, r: Recorded): boolean {
  const name = nameOf(b, r.c);
  const found = dictOf(b, b.look(b.at(r.b), r.vb), r.vb, name);
  if (found === undefined) return false;
  const value = itemOfDict(b, found.dict, found.seen, b.ref(name));
  b.takeSnapshot();
  if (r.flags & DROP_B) b.drop(r.b);
  b.write(r.a, value);
  return true;
}

export function setOfFunction(b: Builder, r: Recorded): boolean {
  const name = nameOf(b, r.c);
  const value = b.read(b.at(r.b), r.vb);
  const found = dictOf(b, b.look(b.at(r.a), r.va), r.va, name);
  if (found === undefined) return false;
  setItemOfDict(b, found.dict, found.seen, b.ref(name), value);
  if (r.flags & DROP_B) b.drop(r.b);
  if (r.flags & DROP_A) b.drop(r.a);
  return true;
}
