// Ranges of small ints and iterators that the trace makes itself: as objects that are not made (virtual.ts) until somebody wants them. Most ranges
// are only gone over, so the iterator alone is made, and that where the loop begins.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { newVirtual } from "../build/virtual.ts";
import { containerList, Virtual, type VirtualField } from "../build/virtual-object.ts";
import type { Node } from "../ir.ts";
import { intOp } from "./arithmetic.ts";

const IT = Layout.PyIterator;
const RANGE = Layout.PyRange;
const [ADD, SUB, FLOORDIV] = [0, 1, 4] as const;
/** Steps beyond this are the core's. */
const MOST_STEP = 2 ** 15;

/** range(start, stop, step). Undefined: the core has to make it. Leaves the trace where its length would not fit. */
export function newRange(b: Builder, start: Node, stop: Node, step: Node): Node | undefined {
  const length = lengthOfRange(b, start, stop, step);
  if (length === undefined) return undefined;
  const virtual = new Virtual(CoreConst.TYPE_RANGE, RANGE.size, containerList(RANGE.size));
  virtual.fields.set(RANGE.start, { node: start, raw: "value" });
  virtual.fields.set(RANGE.stop, { node: stop, raw: "value" });
  virtual.fields.set(RANGE.step, { node: step, raw: "value" });
  virtual.fields.set(RANGE.length, { node: length, raw: "value" });
  return newVirtual(b, virtual);
}

function lengthOfRange(b: Builder, start: Node, stop: Node, step: Node): Node | undefined {
  if (!step.isConst || step.number === 0 || Math.abs(step.number) >= MOST_STEP) return undefined;
  const [low, high] = step.number > 0 ? [start, stop] : [stop, start];
  const by = Math.abs(step.number);
  const distance = low.isConst && low.number === 0 ? high : intOp(b, SUB, high, low);
  if (distance === undefined) return undefined;
  const length = distance.isConst ? b.int(Math.max(0, distance.number)) : b.pure("maxZeroInt", "int", distance);
  if (by === 1) return length;
  const rounded = intOp(b, ADD, length, b.int(by - 1));
  return rounded && intOp(b, FLOORDIV, rounded, b.int(by));
}

/** An iterator over a list, a tuple or a range that has not been made; undefined: the core makes it. `base`: whose way of iterating it has. */
export function newIterator(b: Builder, container: Node, base: number): Node | undefined {
  const held = (node: Node): VirtualField => ({ node, raw: "value" });
  if (base === CoreConst.TYPE_LIST)
    return iterator(b, CoreConst.TYPE_LIST_ITERATOR, CoreConst.ITER_LIST, [[IT.source, held(container)]]);
  if (base === CoreConst.TYPE_TUPLE && container.virtual === null)
    return iterator(b, CoreConst.TYPE_TUPLE_ITERATOR, CoreConst.ITER_TUPLE, [[IT.source, held(container)]]);
  const range = container.virtual;
  if (range === null || range.type !== CoreConst.TYPE_RANGE) return undefined;
  return iterator(b, CoreConst.TYPE_RANGE_ITERATOR, CoreConst.ITER_RANGE, [
    [IT.extra, held(range.get(RANGE.length) as Node)],
    [IT.n, { node: range.get(RANGE.start) as Node, raw: "i64" }],
    [IT.step, { node: range.get(RANGE.step) as Node, raw: "i64" }],
  ]);
}

function iterator(b: Builder, type: number, code: number, fields: readonly [number, VirtualField][]): Node {
  const virtual = new Virtual(type, IT.size, containerList(IT.size));
  virtual.fields.set(IT.code, { node: b.word(code), raw: "value" });
  for (const [offset, field] of fields) virtual.fields.set(offset, field);
  return newVirtual(b, virtual);
}
