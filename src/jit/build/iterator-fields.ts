// Fields of iterators that live in registers while a trace runs (FrameState.fields): where a range is, what is left of it. Memory is behind as long as
// they do, so the trace must know all names under which it may come across the same object: whoever asks for the position of another iterator is
// either told apart from those in registers by a guard, or they go back to memory first.

import type { FieldEntry, Node } from "../ir.ts";
import type { Builder } from "./builder.ts";
import type { FieldSlot } from "./state.ts";

/** A field of the iterator as a register of the trace. The iterator has been claimed. */
export function fieldSlot(
  b: Builder,
  object: Node,
  offset: number,
  raw: FieldEntry["raw"],
  load: () => Node,
): FieldSlot {
  let field = b.state.field(object, offset);
  if (field === undefined) {
    field = { object, offset, raw, node: load(), dirty: false, written: false, used: true };
    b.state.fields.push(field);
  }
  return field;
}
export function setField(field: FieldSlot, node: Node): void {
  field.node = node;
  field.dirty = true;
  field.written = true;
}

/**
 * To be called before an iterator's fields are asked for. `seen`: where it was when the trace was recorded (0: not known); two that were the same
 * object then will be so again, and no guard could tell them apart.
 */
export function claim(b: Builder, iterator: Node, seen: number): void {
  const { state } = b;
  if (seen !== 0) state.seen.set(iterator, seen);
  if (state.fields.some((field) => field.object === iterator)) return;
  for (const other of new Set(state.fields.map(({ object }) => object))) {
    if (haveOtherTypes(other, iterator) || isNewerThan(iterator, other) || isNewerThan(other, iterator)) continue;
    const otherSeen = state.seen.get(other) ?? 0;
    if (seen === 0 || otherSeen === 0 || seen === otherSeen) b.writeFieldsOf(other);
    else tellApart(b, other, iterator);
  }
}

/** Leaves the trace if two iterators are one. */
export function tellApart(b: Builder, one: Node, other: Node): void {
  if (haveOtherTypes(one, other)) return;
  b.pure("guardNotSame", "none", ...((one.id < other.id ? [one, other] : [other, one]) as [Node, Node]));
}

function haveOtherTypes(one: Node, other: Node): boolean {
  return one.pyType !== 0 && other.pyType !== 0 && one.pyType !== other.pyType;
}

/** Whether the trace has made an object when it had the other already. */
function isNewerThan(object: Node, other: Node): boolean {
  return (object.op === "allocate" || object.symbol === "trace_iter") && object.id > other.id;
}

/** Whether the iterator can only be reached through the holder: it is inside it, or inside what is inside it. */
export function isInside(iterator: Node, holder: Node): boolean {
  for (let at = iterator.keeper; at !== null; at = at.keeper) if (at === holder) return true;
  return false;
}
