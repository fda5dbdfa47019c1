/**
 * Where instructions are that belong to no line of their own (`isPlaced` is false): where what runs before them is, as long as only one thing can; else
 * nowhere. Ends of the code that several ways lead to are copied for them, so that `return None` at the end of a function is on the line of what ran
 * last. Reads one list and returns another.
 */

import { Op } from "../bytecode/opcodes.ts";
import type { Located } from "../syntax/ast.ts";
import { endsBlock, type Instr, indexLabels, LABEL, Label } from "./ir.ts";

/** Longer ends are not copied. */
const MOST_COPIED = 12;
const HANDLER = -3;
const SEVERAL = -2;
const NONE = -1;
/** What can raise, be interrupted, or is left: where the code before them is, if nowhere else. */
const ALWAYS_SOMEWHERE = new Set<number>([Op.JUMP_BACK, Op.POP_EXC, Op.RERAISE, Op.RETURN, Op.RETURN_CONST]);

export function placeInstructions(list: readonly Instr[]): Instr[] {
  if (!list.some((instr) => !instr.isPlaced && instr.op !== LABEL)) return list.slice();
  const { instrs, copies } = copyEnds(list);
  const all = instrs.concat(copies);
  const before = predecessors(all);
  const locate = (at: number): Located | null => {
    let i = at;
    for (let hops = 0; i >= 0 && hops < all.length; hops++) {
      const instr = all[i]!;
      if (instr.isPlaced && instr.op !== LABEL) return instr.location;
      i = before[i]!;
    }
    return i === NONE || ALWAYS_SOMEWHERE.has(all[at]!.op) ? all[at]!.location : null;
  };
  return all.map((instr, i) => {
    if (instr.isPlaced || instr.op === LABEL) return instr;
    const location = locate(i);
    return location === instr.location ? instr : { ...instr, location };
  });
}

/** The index of the one instruction (or label) that comes before each; HANDLER: one begins there; NONE: the code. */
function predecessors(list: readonly Instr[]): Int32Array {
  const before = new Int32Array(list.length).fill(NONE);
  const add = (to: number, from: number): void => {
    if (before[to] !== HANDLER) before[to] = before[to] === NONE ? from : SEVERAL;
  };
  indexLabels(list);
  list.forEach((instr, i) => {
    if (instr.op !== LABEL && instr.label) add(instr.label.index, i);
    if (instr.handler) before[instr.handler.label.index] = HANDLER;
    if (i + 1 < list.length && (instr.op === LABEL || !endsBlock(instr.op))) add(i + 1, i);
  });
  return before;
}

/** Every jump to an end of the code without a place that others come to as well gets a copy of it with the jump's place. */
function copyEnds(list: readonly Instr[]): { instrs: Instr[]; copies: Instr[] } {
  const before = predecessors(list);
  const copies: Instr[] = [];
  const ends = new Map<Label, readonly Instr[] | null>();
  const made = new Map<readonly Instr[], Map<number, Label>>();
  const instrs = list.map((instr) => {
    if (instr.op === LABEL || instr.label === null || instr.op === Op.JUMP_BACK) return instr;
    let end = ends.get(instr.label);
    if (end === undefined) {
      end = endAt(list, before, instr.label);
      ends.set(instr.label, end);
    }
    const line = instr.location?.lineno;
    if (!end || line === undefined) return instr;
    let labels = made.get(end);
    if (!labels) {
      labels = new Map();
      made.set(end, labels);
    }
    let label = labels.get(line);
    if (!label) {
      label = new Label();
      labels.set(line, label);
      copies.push({ ...end[0]!, op: LABEL, label }, ...end.map((of) => ({ ...of, location: instr.location })));
    }
    return { ...instr, label };
  });
  return { instrs, copies };
}

/** The instructions from a label to a RETURN, if none of them has a place and none can go elsewhere. */
function endAt(list: readonly Instr[], before: Int32Array, label: Label): readonly Instr[] | null {
  let start = label.index;
  let isShared = false;
  for (; list[start]?.op === LABEL; start++) if (before[start] === SEVERAL) isShared = true;
  if (!isShared) return null;
  for (let i = start; i < start + MOST_COPIED; i++) {
    const instr = list[i];
    if (!instr || instr.op === LABEL || instr.isPlaced || instr.label || instr.handler !== list[start]!.handler)
      return null;
    if (instr.op === Op.RETURN_CONST || instr.op === Op.RETURN) return list.slice(start, i + 1);
  }
  return null;
}
