// What the module dis shows of a code object: Krait's instructions.
import { shownInstrs } from "../bytecode/disassemble.ts";
import { CoreConst } from "../heap/generated/layout.ts";
import { typeError } from "../heap/py-error.ts";
import { isRef, type Ref, type Value } from "../heap/value.ts";
import type { Context } from "../vm/context.ts";
import { codeOf } from "../vm/heap-code.ts";

/**
 * List of tuples: index of the instruction's word, its name, its operands as text, its place (line, end_line, column, end_column) or None, whether it is jumped to, index of the word it jumps to or -1.
 * `constants`: texts of the code's constants.
 */
export function instructionsOf(ctx: Context, code: Value, constants: Value): Value {
  const { heap } = ctx;
  if (!isRef(code) || heap.kindOf(code) !== CoreConst.LAYOUT_CODE)
    throw typeError(`a code object is required, not '${ctx.typeName(code)}'`);
  const data = codeOf(heap, code as Ref);
  const texts = heap.listItems(constants as Ref).map((text) => heap.text(text as Ref));
  const rows = shownInstrs(data, (constant) => texts[data.consts.indexOf(constant)] ?? "?").map(
    ({ at, name, operands, location, isTarget, target }) =>
      ctx.tuple([
        ctx.int(at),
        ctx.str(name),
        ctx.str(operands),
        location === null
          ? CoreConst.NONE_REF
          : ctx.tuple([location.line, location.endLine, location.column, location.endColumn].map((n) => ctx.int(n))),
        ctx.bool(isTarget),
        ctx.int(target),
      ]),
  );
  return ctx.list(rows);
}
