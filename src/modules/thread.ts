// The module _thread: what Python code (_thread.py) asks of the machine's threads.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { numberOf, realOf } from "../heap/numbers.ts";
import type { Ref, Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import { def } from "../vm/host-call.ts";
import { pythonSource } from "./python-source.ts";

export const threadModule = defineModule("_thread", {
  doc: "This module provides primitive operations to write multi-threaded programs.",
  functions: {
    /** The core answers from now on. */
    get_ident: def("()", (ctx: Context) => {
      const id = ctx.machine.threads.currentId;
      ctx.heap.writeU32(Layout.VM.thread_id, id);
      return ctx.int(id);
    }),
    _interrupt: def("()", (ctx: Context) => {
      ctx.machine.threads.interruptMain();
      return ctx.none;
    }),
    _start: def("(callee, /)", (ctx: Context, callee: Value) => ctx.int(ctx.machine.threads.start(callee as Ref))),
    _count: def("()", (ctx: Context) => ctx.int(ctx.machine.threads.count)),
    /** Waits for _wake(key), or for so many seconds (-1: for ever). True if it was woken. */
    _park: def("(key, seconds, /)", (ctx: Context, key: Value, seconds: Value) => {
      ctx.machine.threads.park(numberOf(ctx.heap, key), realOf(ctx.heap, seconds));
      return ctx.bool(false);
    }),
    _wake: def("(key, all, /)", (ctx: Context, key: Value, all: Value) => {
      ctx.machine.threads.wake(numberOf(ctx.heap, key), all === CoreConst.TRUE_REF);
      return ctx.none;
    }),
  },
  get pythonSource() {
    return pythonSource("_thread.py");
  },
});
