// The module errno: names and numbers, and errorcode the other way round.
import { type ModuleDefinition, defineModule } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import { ERRNO, ERRNO_ALIASES } from "./errno-table.ts";

const numbers: readonly (readonly [string, number])[] = [...ERRNO.map(([number, name]) => [name, number] as const), ...ERRNO_ALIASES];

export const errnoModule: ModuleDefinition = defineModule("errno", {
  doc: "This module makes available standard errno system symbols.",
  constants: {
    ...Object.fromEntries(numbers.map(([name, number]) => [name, (ctx: Context) => ctx.int(number)])),
    errorcode: (ctx) => {
      const dict = ctx.heap.dict();
      for (const [number, name] of ERRNO) ctx.heap.dictSet(dict, ctx.int(number), ctx.str(name));
      return dict;
    },
  },
});
