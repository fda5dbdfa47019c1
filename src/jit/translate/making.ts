// `object.__new__(cls)` and `tuple.__new__(cls, items)`, as `__new__` methods written in Python call them: of named tuples, too.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { newTuple, tupleItems } from "../build/virtual.ts";
import type { Node } from "../ir.ts";
import type { Operand } from "../recording.ts";
import { isType } from "./attribute-lookup.ts";
import { instanceOf } from "./calls.ts";
import { special } from "./hooks.ts";

const BUILTIN = Layout.PyBuiltin;
const TYPE = Layout.PyType;

/** The builtin type whose `__new__` this is, or was when it was recorded (types of the core keep theirs for ever); 0: it is something else. */
function ownerOfNew(b: Builder, callee: Node, seen: Operand): { readonly owner: number; readonly builtin: number } {
  const { heap } = b;
  const { TYPE_BUILTIN, TYPE_TUPLE, TYPE_OBJECT } = CoreConst;
  const builtin = callee.isConst ? (callee.boxed?.low as number) : seen.high === 0 ? seen.low : 0;
  const type = callee.isConst ? callee.pyType : seen.type;
  if (type !== TYPE_BUILTIN || heap.readU32(builtin + 4) !== TYPE_BUILTIN) return { owner: 0, builtin };
  const owner = heap.readU32(builtin + BUILTIN.owner);
  const isIt = owner === TYPE_TUPLE || owner === TYPE_OBJECT;
  return { owner: isIt && heap.text(heap.readU32(builtin + BUILTIN.name)) === "__new__" ? owner : 0, builtin };
}

/** A class that is always the same one here, and that is written in Python. */
function classIn(b: Builder, slot: number, hint: Operand | undefined): number {
  const node = b.read(slot, hint);
  const cls = node.isConst ? (node.boxed?.low as number) : hint?.high === 0 ? hint.low : 0;
  if (cls < CoreConst.STATIC_END || !isType(b, cls) || !b.guardIs(node, cls)) return 0;
  return cls;
}

/** What the call makes, for which nothing has to be called; undefined: the interpreter makes it. */
export function makeByNew(
  b: Builder,
  callee: Node,
  seen: Operand,
  slots: readonly number[],
  hints: readonly (Operand | undefined)[],
): Node | undefined {
  const { owner, builtin } = ownerOfNew(b, callee, seen);
  const isTuple = owner === CoreConst.TYPE_TUPLE;
  if (owner === 0 || b.isFirst || slots.length !== (isTuple ? 2 : 1)) return undefined;
  const [classAt, itemsAt] = slots as [number, number];
  const items = isTuple ? itemsIn(b.peek(itemsAt, hints[1])) : [];
  const cls = items === undefined ? 0 : classIn(b, classAt, hints[0]);
  if (cls === 0 || items === undefined || !isPlain(b, cls, owner)) return undefined;
  if (!b.guardIs(callee, builtin)) return undefined;
  b.depend("type", cls);
  b.takeSnapshot();
  if (isTuple) return newTuple(b, items, cls);
  return instanceOf(b, cls);
}
function itemsIn(tuple: Node): Node[] | undefined {
  return tuple.virtual?.type === CoreConst.TYPE_TUPLE ? tupleItems(tuple.virtual) : undefined;
}

/** Whether its instances lie in memory as those of the builtin type do, and nothing keeps them from being made. */
function isPlain(b: Builder, cls: number, owner: number): boolean {
  const { heap } = b;
  const layout = owner === CoreConst.TYPE_TUPLE ? CoreConst.LAYOUT_TUPLE : CoreConst.LAYOUT_OBJECT;
  const { TYPE_ABSTRACT, TYPE_DISALLOW_NEW, TYPE_HAS_DEL, SPECIAL_new, TYPE_OBJECT } = CoreConst;
  const isTuple = owner === CoreConst.TYPE_TUPLE;
  if (heap.readU32(cls + TYPE.kind) !== layout || !heap.isSubtype(cls, owner)) return false;
  if (heap.typeBits(cls, TYPE_ABSTRACT | TYPE_DISALLOW_NEW | (isTuple ? TYPE_HAS_DEL : 0)) !== 0) return false;
  // object.__new__ of a class that has none of its own may complain of arguments, but there are none.
  return isTuple || special(b, cls, SPECIAL_new) !== special(b, TYPE_OBJECT, SPECIAL_new);
}
