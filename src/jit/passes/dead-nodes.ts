// Nodes whose result nobody reads, exits included, and that do nothing else.

import { snapshotNodes } from "../emit/placed.ts";
import { IR_OPS, type IrOpInfo, type Node, type TraceIr } from "../ir.ts";

export function removeDeadNodes(ir: TraceIr): TraceIr {
  const needed = new Set<Node>();
  const need = (node: Node | null): void => {
    if (node === null || needed.has(node)) return;
    needed.add(node);
    // A phi needs its start and what it goes on with; both lie elsewhere in the list.
    if (node.op === "phi") {
      pending.push(node.a as Node, node.back as Node);
    }
  };
  const pending: Node[] = [];
  // What phis need may lie behind them: once more until nothing is added.
  const kept = new Set<Node>();
  let changed = true;
  if (ir.end !== null) for (const node of snapshotNodes(ir.end)) need(node);
  for (const { from } of ir.join?.moves ?? []) need(from);
  while (changed) {
    changed = false;
    while (pending.length > 0) need(pending.pop() as Node);
    for (let i = ir.code.length - 1; i >= 0; i--) {
      const node = ir.code[i] as Node;
      if (kept.has(node)) continue;
      const info = IR_OPS[node.op] as IrOpInfo;
      if (!info.effect && !needed.has(node)) continue;
      kept.add(node);
      changed = true;
      need(node.a);
      need(node.b);
      need(node.c);
      if (node.exit !== null) for (const held of snapshotNodes(node.exit)) need(held);
    }
    // What is read is made before that: without phis nothing is missing.
    if (ir.phis.length === 0) break;
    if (pending.length > 0) changed = true;
  }
  if (kept.size === ir.code.length && ir.phis.every((phi) => needed.has(phi))) return ir;
  const code = ir.code.filter((node) => kept.has(node));
  const loopStart = ir.loopStart < 0 ? -1 : ir.code.slice(0, ir.loopStart).filter((node) => kept.has(node)).length;
  return { ...ir, code, loopStart, phis: ir.phis.filter((phi) => needed.has(phi)) };
}
