// The module errno.
import { defineModule } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import { ERRNO, ERRNO_ALIASES } from "./errno-table.ts";

export const errnoModule = defineModule("errno", {
  doc: "This module makes available standard errno system symbols.",
  constants: {
    ...Object.fromEntries(ERRNO.map(([number, name]) => [name, (ctx: Context) => ctx.int(number)])),
    ...Object.fromEntries(ERRNO_ALIASES.map(([name, number]) => [name, (ctx: Context) => ctx.int(number)])),
    errorcode: (ctx) => {
      const dict = ctx.heap.dict();
      for (const [number, name] of ERRNO) ctx.heap.dictSet(dict, ctx.int(number), ctx.str(name));
      return dict;
    },
  },
});
