/** Conditions: code that jumps, without making a bool where an instruction can compare and jump at once. */
import { Flag, Op } from "../bytecode/opcodes.ts";
import type { Expr } from "../syntax/ast.ts";
import { jumpCompare } from "./compare.ts";
import { constantOf, drop, operand } from "./expressions.ts";
import { constantTruth } from "./fold.ts";
import { Label } from "./ir.ts";
import type { Unit } from "./unit.ts";

/** Jumps to `label` if the truth of `e` is `when`, else falls through. */
export function jumpIf(u: Unit, e: Expr, label: Label, when: boolean) {
  const constant = constantOf(u, e);
  if (constant) {
    u.location = e;
    if (constantTruth(constant) === when) u.jump(Op.JUMP, label);
    return;
  }
  switch (e.kind) {
    case "UnaryOp":
      if (e.op === "Not") return jumpIf(u, e.operand, label, !when);
      break;
    case "BoolOp": {
      const shortCircuit = e.op === "Or";
      const through = new Label();
      const early = shortCircuit === when ? label : through;
      for (const value of e.values.slice(0, -1)) jumpIf(u, value, early, shortCircuit);
      jumpIf(u, e.values.at(-1)!, label, when);
      if (early === through) u.place(through);
      return;
    }
    case "IfExp": {
      const otherwise = new Label();
      const end = new Label();
      jumpIf(u, e.test, otherwise, false);
      jumpIf(u, e.body, label, when);
      u.location = null;
      u.jump(Op.JUMP, end);
      u.place(otherwise);
      jumpIf(u, e.orelse, label, when);
      u.place(end);
      return;
    }
    case "Compare":
      return jumpCompare(u, e, label, when);
  }
  const mark = u.top;
  const register = operand(u, e);
  u.top = mark;
  u.location = e;
  u.jump(Op.JUMP_IF, label, register, 0, 0, drop(register, Flag.DROP_A) | (when ? 0 : Flag.INVERT));
}
