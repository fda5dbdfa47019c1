// Where each value is read, and last of all: it needs a register or a spill slot up to there.
import { IR_OPS, type IrOpInfo, type Node, type TraceIr } from "../ir.ts";
import { snapshotNodes } from "./placed.ts";

/**
 * Fills in `uses` and `lastUse` of all nodes, by position in the code: what is made before the loop and needed in it is needed up to its end, where
 * the code is, and so is what the trace's end needs. Answers the positions of calls of C functions.
 */
export function findUses(ir: TraceIr): number[] {
  const { code, phis, loopStart } = ir;
  const end = code.length;
  const calls: number[] = [];
  const definedAt = new Map<Node, number>();
  const touch = (node: Node, at: number): void => {
    if (node.isConst) return;
    if (at > node.lastUse) node.lastUse = at;
    // What is made before the loop and needed in it is needed in every round.
    if (loopStart >= 0 && at >= loopStart && (definedAt.get(node) ?? -1) < loopStart && node.op !== "phi")
      node.lastUse = end;
  };
  for (const { node } of ir.entry) {
    node.uses = [];
    node.lastUse = -1;
    node.reg = -1;
  }
  for (const phi of phis) {
    phi.uses = [];
    phi.lastUse = loopStart;
    definedAt.set(phi, loopStart);
  }
  for (let at = 0; at < end; at++) {
    const node = code[at] as Node;
    node.uses = [];
    node.lastUse = at;
    node.reg = -1;
    definedAt.set(node, at);
    if (at === loopStart) startPhis(ir);
    for (const operand of [node.a, node.b, node.c]) {
      if (operand === null) continue;
      if (!operand.isConst) operand.uses.push(at);
      touch(operand, at);
    }
    if (node.exit !== null) for (const held of snapshotNodes(node.exit)) touch(held, at);
    const shape = (IR_OPS[node.op] as IrOpInfo).shape;
    if (shape === "call" || shape === "fcall") calls.push(at);
  }
  if (loopStart === end) startPhis(ir);
  for (const phi of phis) {
    const back = phi.back as Node;
    if (back === phi) phi.lastUse = end;
    else touch(back, end);
  }
  if (ir.end !== null) for (const held of snapshotNodes(ir.end)) touch(held, end);
  for (const { from } of ir.join?.moves ?? []) touch(from, end);
  return calls;
}

/** What phis start with is needed up to the loop's head. */
function startPhis({ phis, loopStart }: TraceIr): void {
  for (const { a: start } of phis)
    if (start !== null && !start.isConst && start.lastUse < loopStart) start.lastUse = loopStart;
}
