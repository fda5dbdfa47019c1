// Builtins that do no more than call a special method of their argument (`len(x)`, `str(x)`, `next(x)`): where the class has it in Python its frame is
// entered, as that of any other call.
import { CoreConst } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import type { Operand, Recorded } from "../recording.ts";
import { isType } from "./attribute-lookup.ts";
import { enterCalled, special, textMethod, typeOf, watchClass } from "./hooks.ts";

const METHODS: Readonly<Record<string, number>> = {
  len: CoreConst.SPECIAL_len,
  iter: CoreConst.SPECIAL_iter,
  next: CoreConst.SPECIAL_next,
  abs: CoreConst.SPECIAL_abs,
  repr: CoreConst.SPECIAL_repr,
};

/** A call of the builtin function of this name, or of `str`, which the recorder saw enter a frame. */
export function callSpecial(b: Builder, r: Recorded, name: string, slots: readonly number[], hint: Operand): boolean {
  const index = METHODS[name];
  const [slot] = slots;
  if (slot === undefined || slots.length !== 1 || (index === undefined && name !== "str")) return false;
  const object = b.look(slot, hint);
  const type = typeOf(b, object, hint);
  if (!isType(b, type) || type < CoreConst.STATIC_END || !b.guardType(object, type)) return false;
  watchClass(b, type);
  const fn = index === undefined ? textMethod(b, type) : special(b, type, index);
  return enterCalled(b, r, fn, slots, [b.look(slot)]);
}
