// Which objects and indices are different ones, so that a store to one of them leaves what is known of the other. What follows from types, shapes and
// constants is known; of objects that were different when the trace was recorded that is guarded, before the loop only, where it costs nothing.

import type { Node, Word } from "../ir.ts";
import type { Operand } from "../recording.ts";
import type { Builder } from "./builder.ts";

/** More than these are not told apart from one object. */
const MOST_GUARDS = 4;

export class Aliases {
  private readonly b: Builder;
  /** Objects with known fields, and indices of known items, by number. */
  private readonly nodes = new Map<number, Node>();
  /** Where they were when the trace was recorded. */
  private readonly seen = new Map<Node, number>();

  constructor(b: Builder) {
    this.b = b;
  }

  /** Something will be known of this object, or of items with this index. */
  note(node: Node, hint?: Operand): void {
    this.nodes.set(node.id, node);
    if (hint !== undefined && hint.high === 0 && hint.low !== 0) this.seen.set(node, hint.low);
  }

  /** Whether the object with this number is surely another one. Guards that it is; the current instruction must not have changed anything. */
  isOther(object: Node, number: number): boolean {
    const other = this.nodes.get(number);
    if (other === undefined || other === object) return false;
    if (object.isConst && other.isConst) return (object.boxed as Word).low !== (other.boxed as Word).low;
    if (object.pyType !== 0 && other.pyType !== 0 && object.pyType !== other.pyType) return true;
    const { b } = this;
    const [shape, otherShape] = [b.shapeOf(object), b.shapeOf(other)];
    if (shape !== 0 && otherShape !== 0 && shape !== otherShape) return true;
    if (object.virtual !== null || other.virtual !== null || object.isConst || other.isConst) return false;
    const [x, y] = object.id < other.id ? [object, other] : [other, object];
    if (b.holds("guardNotSame", x, y, 0, 0, 0)) {
      b.pure("guardNotSame", "none", x, y);
      return true;
    }
    const [ref, otherRef] = [this.seen.get(object), this.seen.get(other)];
    if (!b.options.closes || b.loopStart >= 0 || b.isFirst) return false;
    if (ref === undefined || otherRef === undefined || ref === otherRef || this.guards >= MOST_GUARDS) return false;
    if (!object.isObject || !other.isObject) return false;
    this.guards++;
    b.pure("guardNotSame", "none", x, y);
    return true;
  }
  private guards = 0;

  /** Whether the index with this number is surely another one; both are in range. */
  isElsewhere(index: Node, number: number): boolean {
    const other = this.nodes.get(number);
    if (other === undefined || other === index) return false;
    const [p, q] = [sumOf(index), sumOf(other)];
    if (p.base === q.base) return p.offset !== q.offset;
    const { b } = this;
    const isLess = (x: Node, y: Node): boolean =>
      b.holds("guardLtInt", x, y, 0, 0, 0) || b.holds("guardNeInt", x, y, 0, 0, 0);
    return isLess(index, other) || isLess(other, index);
  }
}

/** An index as something and a constant. */
function sumOf(node: Node): { base: Node | null; offset: number } {
  if (node.isConst) return { base: null, offset: node.number };
  let base = node;
  let offset = 0;
  while ((base.op === "addIntK" || base.op === "addIntNc") && base.a !== null && typeof base.imm === "number") {
    offset += base.imm / 65536;
    base = base.a;
  }
  return { base, offset };
}
