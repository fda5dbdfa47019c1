// Spill slots: places in memory for values that have lost their registers.
import { Abort } from "../abort.ts";
import type { Node, TraceIr } from "../ir.ts";
import { SPILL_SLOTS } from "./placed.ts";

/**
 * Gives each spilled value a slot that no other one needs while it lives. Inherited ones have theirs; `shared` are those that take over a phi's;
 * `taken` are slots in which the loop that the trace joins wants its values.
 */
export function assignSlots(
  nodes: Node[],
  madeAt: (node: Node) => number,
  ir: TraceIr,
  end: number,
  inherited: ReadonlySet<Node>,
  taken: ReadonlySet<number>,
  shared: ReadonlyMap<Node, Node>,
): void {
  const position = new Map<Node, number>();
  for (const [i, node] of ir.code.entries()) position.set(node, i);
  const start = (node: Node): number =>
    node.op === "phi" ? ir.loopStart : node.op === "entry" ? -1 : (position.get(node) ?? madeAt(node));
  // A phi's slot is written at the end of a round, so it is taken to the end.
  const last = (node: Node): number => (node.op === "phi" ? end : node.lastUse);
  let busy: Node[] = nodes.filter((node) => inherited.has(node));
  const fixed = new Set(busy.map(({ spill }) => spill));
  const free: number[] = [];
  for (let slot = SPILL_SLOTS - 1; slot >= 0; slot--) if (!fixed.has(slot) && !taken.has(slot)) free.push(slot);
  nodes.sort((x, y) => start(x) - start(y));
  for (const node of nodes) {
    if (inherited.has(node) || (node.spill >= 0 && node.op === "phi" && node.a === null)) continue;
    const phi = shared.get(node);
    if (phi !== undefined) {
      node.spill = phi.spill;
      continue;
    }
    const now = start(node);
    busy = busy.filter((other) => {
      if (last(other) >= now) return true;
      if (!taken.has(other.spill)) free.push(other.spill);
      return false;
    });
    const slot = free.pop();
    if (slot === undefined) throw new Abort("too-long", "no spill slot left");
    node.spill = slot;
    busy.push(node);
  }
}
