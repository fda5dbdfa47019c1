// The module _tokenize: the front end's tokens as tuples.

import { CoreConst } from "../heap/generated/layout.ts";
import type { Ref, Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import { def, type Steps } from "../vm/host-call.ts";
import { pythonSource } from "./python-source.ts";

export const tokenizeModule = defineModule("_tokenize", {
  functions: {
    /** (tokens as tuples, the exception that ends them or None) */
    _tokens: def("(source, extra, /)", function* (ctx, source: Value, extra: Value): Steps {
      const found = ctx.machine.services.tokens(ctx.heap.text(source as Ref), extra === CoreConst.TRUE_REF);
      const { heap } = ctx;
      const list = ctx.list([]);
      const lines = new Map<string, Ref>();
      for (const { type, text, start, end, line } of found.tokens) {
        let lineRef = lines.get(line);
        if (lineRef === undefined) {
          lineRef = ctx.str(line);
          lines.clear();
          lines.set(line, lineRef);
        }
        const place = ([row, col]: readonly [number, number]) => ctx.tuple([ctx.int(row), ctx.int(col)]);
        heap.listAppend(list, ctx.tuple([ctx.int(type), ctx.str(text), place(start), place(end), lineRef]));
      }
      return ctx.tuple([list, found.error === undefined ? ctx.none : ctx.exceptionOf(found.error)]);
    }),
  },
  get pythonSource() {
    return pythonSource("_tokenize.py");
  },
});
