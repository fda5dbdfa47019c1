// The code of an exit: what writes the interpreter's state back and goes on there, or in another trace. Only exits that are taken often have
// code; all others are described (exit-description.ts).
import { Layout } from "../../heap/generated/layout.ts";
import { heldBy } from "../build/state.ts";
import { Uop, type UopId } from "../generated/stencil-uops.ts";
import type { Node, Snapshot, Word } from "../ir.ts";
import { type Item, isFloat, type Late, type PlacedExit, SPILL_SLOTS, type Target } from "./placed.ts";

const FLOATS = 8;
const VM = Layout.VM;

/** What restores the interpreter's state of a snapshot and goes there, or on in the trace `next`. */
export function exitCode({ snapshot, regs }: PlacedExit, next: Target | null): Item[] {
  const items: Item[] = [];
  const put = (uop: UopId, operands: readonly Late[], a = 0, b = 0, target: Target | null = null): void => {
    items.push({ uop, a: a & 7, b: b & 7, c: 0, operands, exit: -1, target, call: "", node: null });
  };
  const placeOf = (node: Node) => regs.indexOf(node);
  const late: { node: Node; store: (r: number) => void }[] = [];
  const withRegister = (node: Node, store: (r: number) => void): void => {
    const r = placeOf(node);
    if (r >= 0) store(r);
    else late.push({ node, store });
  };

  for (const { slot, node } of snapshot.slots) {
    const at = slot * 8;
    if (node.op === "headPc") {
      const { pc, delta } = node.step as NonNullable<Node["step"]>;
      put(Uop.store_head_pc, [at, pc, (delta * 8) >>> 0]);
    } else if (node.op === "headAux") {
      const held = heldBy(node);
      const high = (node.imm as number) | 0;
      if (held.isConst) put(Uop.store_const, [at, { low: (held.boxed as Word).low, high }]);
      else
        withRegister(held, (r) => {
          put(Uop.store_value, [at], r);
          put(Uop.store_slot_u32_const, [at + 4, node.imm]);
        });
    } else if (node.isConst) put(Uop.store_const, [at, node.boxed as Word]);
    else if (node.type === "int") withRegister(node, (r) => put(Uop.store_int, [at], r));
    else if (isFloat(node)) withRegister(node, (r) => put(Uop.store_float, [at], r));
    else withRegister(node, (r) => put(Uop.store_value, [at], r));
  }
  for (const { node, isObject } of snapshot.owed) {
    if (node.isConst) put(Uop.incref_abs, [(node.boxed as Word).low]);
    else withRegister(node, (r) => put(isObject ? Uop.incref : Uop.incref_value, [], r));
  }
  // Everything that was in registers is written, but for what fields need.
  const needs: number[] = new Array(2 * FLOATS).fill(0);
  for (const { object, node } of snapshot.fields)
    for (const held of [object, node]) if (placeOf(held) >= 0) (needs[placeOf(held)] as number)++;
  const load = (node: Node, r: number): void =>
    put(isFloat(node) ? Uop.spill_load_float : Uop.spill_load, [{ spillOf: node }], r);
  /** Registers whose contents wait in memory, one of each kind, until a field is written. */
  let lent: { r: number; slot: number }[] = [];
  const scratch = (float: boolean, other = -1): number => {
    const first = float ? FLOATS : 0;
    for (let r = first + 7; r >= first; r--) if (needs[r] === 0 && r !== other) return r;
    const r = other === first + 7 ? first + 6 : first + 7;
    const slot = VM.spill + 8 * (SPILL_SLOTS + lent.length);
    put(float ? Uop.spill_store_float : Uop.spill_store, [slot], r);
    lent.push({ r, slot });
    return r;
  };
  const giveBack = (): void => {
    for (const { r, slot } of lent) put(r >= FLOATS ? Uop.spill_load_float : Uop.spill_load, [slot], r);
    lent = [];
  };
  for (const { node, store } of late) {
    const r = scratch(isFloat(node));
    load(node, r);
    store(r);
    giveBack();
  }
  // Those first that need no other register and so free some.
  const rank = ({ object, node }: Snapshot["fields"][number]): number =>
    [object, node].filter((held) => placeOf(held) < 0 && !held.isConst).length;
  for (const { object, offset, node, raw } of [...snapshot.fields].sort((x, y) => rank(x) - rank(y))) {
    let ro = placeOf(object);
    const rn = placeOf(node);
    if (ro < 0) {
      ro = scratch(false, rn);
      if (object.isConst) put(Uop.const_small, [(object.boxed as Word).low], ro);
      else load(object, ro);
    }
    storeField(put, offset, node, raw, ro, () => {
      if (rn >= 0) return rn;
      const r = scratch(isFloat(node), ro);
      if (node.isConst) {
        const { low, high } = node.boxed as Word;
        put(Uop.const_word, [{ low: (low << 16) >>> 0, high: ((high << 16) | (low >>> 16)) >>> 0 }], r);
      } else load(node, r);
      return r;
    });
    giveBack();
    for (const held of [object, node]) if (placeOf(held) >= 0) (needs[placeOf(held)] as number)--;
  }
  if (snapshot.depth !== 0) put(Uop.add_abs_u32_const, [VM.depth, snapshot.depth >>> 0]);
  if (next !== null) {
    // A trace that begins in this very frame; a side trace goes on with its root's.
    if (snapshot.delta !== 0 && next.kind !== "start") put(Uop.add_frame, [snapshot.delta * 8]);
    put(Uop.jump, [], 0, 0, next);
    return items;
  }
  put(Uop.set_pc, [snapshot.pc]);
  if (snapshot.delta !== 0) put(Uop.add_frame, [snapshot.delta * 8]);
  put(Uop.jump, [], 0, 0, { kind: "symbol", name: "trace_leave" });
  return items;
}

/** A counter of --stats goes up when the code that follows is run. */
export function countRun(at: number): Item {
  return { uop: Uop.count_run, a: 0, b: 0, c: 0, operands: [at], exit: -1, target: null, call: "", node: null };
}

/** object.offset = node, where the object is in register `ro`; `bring` answers the register of the value. */
function storeField(
  put: (uop: UopId, operands: readonly Late[], a?: number, b?: number) => void,
  offset: number,
  node: Node,
  raw: Snapshot["fields"][number]["raw"],
  ro: number,
  bring: () => number,
): void {
  if (raw === "frame") put(Uop.store_field_frame, [offset, (node.number * 8) >>> 0], ro);
  else if (raw === "u32" && node.isConst) put(Uop.store_field_u32_const, [offset, node.number >>> 0], ro);
  else if ((raw === "value" || raw === "borrowed") && node.isConst)
    put(Uop.store_field_const, [offset, node.boxed as Word], ro);
  else if (raw === "u32") put(Uop.store_field_u32_int, [offset], ro, bring());
  else if (raw === "i64") put(Uop.store_field_i64_int, [offset], ro, bring());
  else if (node.type === "int") put(Uop.store_field_int, [offset], ro, bring());
  else if (isFloat(node)) put(Uop.store_field_float, [offset], ro, bring());
  else put(Uop.store_field, [offset], ro, bring());
}
export function jumpTo(target: Target): Item {
  return { uop: Uop.jump, a: 0, b: 0, c: 0, operands: [], exit: -1, target, call: "", node: null };
}
/** The trace goes on in the frame that lies so many words further. */
export function addFrame(words: number): Item {
  return { uop: Uop.add_frame, a: 0, b: 0, c: 0, operands: [words * 8], exit: -1, target: null, call: "", node: null };
}
