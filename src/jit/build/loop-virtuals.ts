// Virtual objects that go round with a loop: a register that holds one at the loop's head and another one of the same kind at its end (a point
// that is replaced by the next one, a pair of accumulators). Each of their fields becomes a phi. The object at the head is another one than that
// of the first round: what holds one of them at the head must hold one and the same at the end.

import type { Node } from "../ir.ts";
import type { Builder } from "./builder.ts";
import { isCounted } from "./state.ts";
import { holdsCount, materialise, newVirtual } from "./virtual.ts";
import { isOfException, type Virtual } from "./virtual-object.ts";

/** What failed attempts have learnt of virtuals at the loop's head; fields are named by register and offsets. */
export interface VirtualLessons {
  /** Registers whose object must be a real one. */
  readonly real: Set<number>;
  readonly varying: Set<string>;
  readonly types: Map<string, "int" | "float">;
}

interface HeadField {
  readonly key: string;
  readonly object: Node;
  readonly offset: number;
  /** A phi, a constant that the loop keeps, or another virtual. */
  readonly node: Node;
}

export class LoopVirtuals {
  private readonly b: Builder;
  private readonly lessons: VirtualLessons;
  /** Those of the head, by those that the first round ended with. */
  private readonly heads = new Map<Node, Node>();
  private readonly roots = new Map<number, Node>();
  private readonly fields: HeadField[] = [];

  constructor(b: Builder, lessons: VirtualLessons) {
    this.b = b;
    this.lessons = lessons;
  }

  /** Makes what can't go round, and turns numbers into the types they will have. Before anything at the head is changed. */
  prepare(slots: readonly (readonly [number, Node])[]): void {
    const { b, lessons } = this;
    for (const [at, node] of slots) if (node.virtual !== null && lessons.real.has(at)) materialise(b, node);
    const seen = new Set<Node>();
    const visit = (node: Node, key: string): void => {
      if (node.virtual === null || node.virtual.real !== null || seen.has(node)) return;
      seen.add(node);
      // Where it has been raised does not go round with it.
      if (isOfException(node)) b.makeFromStart(node.virtual.site as object);
      for (const [offset, field] of node.virtual.fields) {
        const name = `${key}.${offset}`;
        const type = lessons.types.get(name);
        if (type !== undefined && field.node.type === "value" && !field.node.isConst && !field.node.isObject)
          b.refine(field.node, b.pure(type === "int" ? "unboxInt" : "unboxFloat", type, field.node));
        visit(field.node, name);
      }
    };
    for (const [at, node] of slots) visit(node, String(at));
  }

  /** Nodes that need a count of their own for each holder. */
  *ownedAtHead(): Iterable<Node> {
    for (const { virtual } of this.b.state.virtuals)
      for (const field of (virtual as Virtual).fields.values())
        if (holdsCount(field) && !field.node.isConst && field.node.virtual === null) yield field.node;
  }

  /** The virtual that stands for what register `at` holds from here on. */
  enter(at: number, start: Node): Node {
    const head = this.headOf(start, String(at));
    this.roots.set(at, head);
    start.dirtyHolders--;
    head.dirtyHolders++;
    return head;
  }

  /** Whether register `at` holds one at the head. */
  has(at: number): boolean {
    return this.roots.has(at);
  }

  private headOf(start: Node, key: string): Node {
    const { b } = this;
    let head = this.heads.get(start);
    if (head !== undefined) return head;
    const old = start.virtual as Virtual;
    const virtual = old.twin();
    const fields: HeadField[] = [];
    for (const [offset, { node, raw }] of old.fields) {
      const name = `${key}.${offset}`;
      let now = node;
      if (node.virtual !== null) {
        now = this.headOf(node, name);
        node.dirtyHolders--;
      } else if (node.isConst && !this.lessons.varying.has(name)) {
        if (isCounted(node)) node.dirtyHolders--;
      } else {
        now = b.loop.phiOf(node);
        if (isCounted(node)) {
          node.dirtyHolders--;
          node.own--;
          now.own = 1;
        }
      }
      virtual.fields.set(offset, { node: now, raw });
      fields.push({ key: name, object: start, offset, node: now });
    }
    b.state.virtuals.delete(start);
    head = newVirtual(b, virtual);
    for (const field of fields) this.fields.push({ ...field, object: head });
    this.heads.set(start, head);
    return head;
  }

  /** Notes that a phi is wanted as a number: true if it is one of these and that was not known. */
  wants(phi: Node, type: "int" | "float"): boolean {
    for (const { node, key } of this.fields)
      if (node === phi && this.lessons.types.get(key) !== type) {
        this.lessons.types.set(key, type);
        return true;
      }
    return false;
  }

  /** Counts that stay with constants from round to round. */
  *constants(): Iterable<Node> {
    for (const { node } of this.fields) if (node.isConst && isCounted(node)) yield node;
  }

  /** Makes what only part of the loop's end has in a virtual, before anything is tied. */
  settleEnd(): void {
    for (const [, now] of this.pairs())
      for (const { node, object, offset } of this.fields) {
        if (object !== now[0] || node.virtual !== null) continue;
        const field = now[1].virtual?.get(offset);
        if (field !== undefined && field.virtual !== null) materialise(this.b, field);
      }
  }

  /** Ties the phis; answers those with what they go on with. Undefined: the loop has to be built otherwise, and the lessons say how. */
  tie(carry: (phi: Node, now: Node, wanted: (type: "int" | "float") => void) => Node | undefined): Node[] | undefined {
    const { lessons } = this;
    const pairs = this.pairs();
    const partners = new Map<Node, Node>();
    const nodes: Node[] = [];
    let fits = true;
    const reject = (at: number): void => {
      lessons.real.add(at);
      fits = false;
    };
    for (const [at, [head, now]] of pairs) {
      const like = now.virtual !== null && (head.virtual as Virtual).isLike(now.virtual);
      if (!like || (partners.has(now) && partners.get(now) !== head)) {
        reject(at.root);
        continue;
      }
      if (partners.get(now) === head) continue;
      partners.set(now, head);
      for (const { node, object, offset, key } of this.fields) {
        if (object !== head || node.virtual !== null) continue;
        const held = (now.virtual as Virtual).get(offset) as Node;
        if (node.op !== "phi") {
          if (held !== node) {
            lessons.varying.add(key);
            fits = false;
          }
          continue;
        }
        const back = carry(node, held, (type) => lessons.types.set(key, type));
        if (back === undefined) {
          reject(at.root);
          continue;
        }
        node.back = back;
        nodes.push(back);
      }
    }
    // One object at the head, one at the end.
    if (new Set(pairs.map(([, [head]]) => head)).size !== partners.size) for (const at of this.roots.keys()) reject(at);
    return fits ? nodes : undefined;
  }

  /** The head's virtuals with what stands in their places now, by register. A null node: nothing does. */
  private pairs(): [{ root: number }, [Node, Node]][] {
    const { state, empty } = this.b;
    const pairs: [{ root: number }, [Node, Node]][] = [];
    const visit = (root: number, head: Node, now: Node): void => {
      pairs.push([{ root }, [head, now]]);
      for (const { node, object, offset } of this.fields)
        if (object === head && node.virtual !== null) visit(root, node, now.virtual?.get(offset) ?? empty);
    };
    for (const [at, head] of this.roots) visit(at, head, state.slot(at).node ?? empty);
    return pairs;
  }
}
