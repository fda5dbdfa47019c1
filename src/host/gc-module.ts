// The module gc, besides what the core's tables put into it. Krait's collector has one generation; thresholds and statistics are shown in
// CPython's form with the other generations at zero.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { numberOf } from "../heap/numbers.ts";
import { typeError } from "../heap/py-error.ts";
import type { Value } from "../heap/value.ts";
import { def, type Steps } from "../vm/host-call.ts";
import { defineModule } from "./module-definition.ts";

const VM = Layout.VM;

export const gcModule = defineModule("gc", {
  functions: {
    get_threshold: def("()", (ctx) => ctx.tuple([ctx.int(ctx.heap.readU32(VM.gc_threshold)), ctx.int(0), ctx.int(0)])),
    set_threshold: def("(threshold0, threshold1=0, threshold2=0, /)", function* (ctx, first: Value): Steps<Value> {
      const n = yield* ctx.size(first);
      // 0 switches automatic collection off.
      ctx.heap.writeU32(VM.gc_threshold, n <= 0 ? 0xffffffff : Math.min(n, 0x7fffffff));
      return CoreConst.NONE_REF;
    }),
    get_debug: def("()", (ctx) => ctx.int(ctx.heap.readU32(VM.gc_debug))),
    set_debug: def("(flags, /)", function* (ctx, flags: Value): Steps<Value> {
      const n = numberOf(ctx.heap, yield* ctx.index(flags));
      if (n < 0 || n > 63) throw typeError("set_debug() argument must be a combination of the DEBUG_ constants");
      ctx.heap.writeU32(VM.gc_debug, n);
      return CoreConst.NONE_REF;
    }),
    get_stats: def("()", (ctx) => {
      const row = (collections: number, collected: number, uncollectable: number) =>
        ctx.dict([
          ["collections", ctx.int(collections)],
          ["collected", ctx.int(collected)],
          ["uncollectable", ctx.int(uncollectable)],
        ]);
      const { heap } = ctx;
      const full = row(
        heap.readU32(VM.gc_collections),
        heap.readU32(VM.gc_collected),
        heap.readU32(VM.gc_uncollectable),
      );
      return ctx.list([row(0, 0, 0), row(0, 0, 0), full]);
    }),
  },
  constants: {
    garbage: (ctx) => {
      const list = ctx.list([]);
      ctx.heap.setRef(VM.gc_garbage, list);
      return list;
    },
    callbacks: (ctx) => ctx.list([]),
    DEBUG_STATS: (ctx) => ctx.int(1),
    DEBUG_COLLECTABLE: (ctx) => ctx.int(2),
    DEBUG_UNCOLLECTABLE: (ctx) => ctx.int(4),
    DEBUG_SAVEALL: (ctx) => ctx.int(32),
    DEBUG_LEAK: (ctx) => ctx.int(38),
  },
});
