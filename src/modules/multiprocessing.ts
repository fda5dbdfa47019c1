// The module _multiprocessing: the system's semaphores, for locks that processes share (_multiprocessing.py). Only who may use the system gets them.
import { CoreConst } from "../heap/generated/layout.ts";
import { numberOf } from "../heap/numbers.ts";
import type { Ref, Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import { type Definition, def } from "../vm/host-call.ts";
import { accessOf, callSystem } from "./access.ts";
import { pythonSource } from "./python-source.ts";

type Semaphores = ReturnType<Context["machine"]["platform"]["semaphores"]>;

const call = <T>(ctx: Context, body: (semaphores: Semaphores) => T): T =>
  callSystem(ctx, "semaphores", () => body(ctx.machine.platform.semaphores()));
const action = (perform: (semaphores: Semaphores, at: number) => void): Definition =>
  def("(semaphore, /)", (ctx: Context, semaphore: Value) => {
    call(ctx, (semaphores) => perform(semaphores, numberOf(ctx.heap, semaphore)));
    return ctx.none;
  });

export const multiprocessingModule = defineModule("_multiprocessing", {
  functions: {
    _is_given: def("()", (ctx: Context) => ctx.bool(accessOf(ctx).system)),
    /** value None: the one that there is. */
    _open: def("(name, value, /)", (ctx: Context, name: Value, value: Value) => {
      const count = value === CoreConst.NONE_REF ? undefined : numberOf(ctx.heap, value);
      return ctx.int(call(ctx, (semaphores) => semaphores.open(ctx.heap.text(name as Ref), count)));
    }),
    _unlink: def("(name, /)", (ctx: Context, name: Value) => {
      call(ctx, (semaphores) => semaphores.unlink(ctx.heap.text(name as Ref)));
      return ctx.none;
    }),
    _close: action((semaphores, at) => semaphores.close(at)),
    _post: action((semaphores, at) => semaphores.post(at)),
    _try_wait: def("(semaphore, /)", (ctx: Context, semaphore: Value) =>
      ctx.bool(call(ctx, (semaphores) => semaphores.tryWait(numberOf(ctx.heap, semaphore)))),
    ),
    _value_of: def("(semaphore, /)", (ctx: Context, semaphore: Value) =>
      ctx.int(call(ctx, (semaphores) => semaphores.valueOf(numberOf(ctx.heap, semaphore)))),
    ),
  },
  get pythonSource() {
    return pythonSource("_multiprocessing.py");
  },
});
