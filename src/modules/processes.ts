// The parts of posix that have to do with pipes, descriptors as the system sees them, and child processes; posix.py has the rest. Only who may
// use the system gets them.
import { CoreConst } from "../heap/generated/layout.ts";
import { numberOf } from "../heap/numbers.ts";
import type { Ref, Value } from "../heap/value.ts";
import type { Context } from "../vm/context.ts";
import { type Definition, def } from "../vm/host-call.ts";
import { accessOf, callSystem } from "./access.ts";
import { descriptor, forgetDescriptor, isStandard, shareDescriptor } from "./descriptors.ts";

type Processes = ReturnType<Context["machine"]["platform"]["processes"]>;

const system = <T>(ctx: Context, what: string, body: (calls: Processes) => T): T =>
  callSystem(ctx, what, () => body(ctx.machine.platform.processes()));
const numbers = (ctx: Context, v: Value): number[] =>
  ctx.heap.tupleItems(v as Ref).map((item) => numberOf(ctx.heap, item));
const texts = (ctx: Context, v: Value): Uint8Array[] =>
  ctx.heap.tupleItems(v as Ref).map((item) => ctx.heap.bytesOf(item as Ref));
const isTrue = (v: Value): boolean => v === CoreConst.TRUE_REF;
const isNone = (v: Value): boolean => v === CoreConst.NONE_REF;

export const PROCESS_FUNCTIONS: Readonly<Record<string, Definition>> = {
  pipe: def("()", (ctx: Context) =>
    ctx.tuple(system(ctx, "os.pipe", (calls) => calls.pipe()).map((fd) => ctx.int(fd))),
  ),
  /** The arguments are tuples of bytes or numbers as posix.py has made them: pairs of `fds` follow each other. */
  _spawn: def(
    "(paths, args, env, cwd, fds, new_session, group, restore_signals, /)",
    (
      ctx: Context,
      paths: Value,
      args: Value,
      env: Value,
      cwd: Value,
      fds: Value,
      session: Value,
      group: Value,
      restore: Value,
    ) => {
      const flat = numbers(ctx, fds);
      const pairs = flat.flatMap((fd, i): [number, number][] => (i % 2 === 0 ? [[fd, flat[i + 1] as number]] : []));
      const pid = system(ctx, "starting processes", (calls) => {
        ctx.machine.services.flush(1);
        ctx.machine.services.flush(2);
        for (const [fd] of pairs) shareDescriptor(ctx, fd);
        return calls.spawn({
          paths: texts(ctx, paths),
          args: texts(ctx, args),
          env: isNone(env) ? undefined : texts(ctx, env),
          cwd: isNone(cwd) ? undefined : ctx.heap.bytesOf(cwd as Ref),
          fds: pairs,
          newSession: isTrue(session),
          group: numberOf(ctx.heap, group),
          restoreSignals: isTrue(restore),
        });
      });
      return ctx.int(pid);
    },
  ),
  _waitpid: def("(pid, options, /)", (ctx: Context, pid: Value, options: Value) => {
    const found = system(ctx, "os.waitpid", (calls) =>
      calls.wait(numberOf(ctx.heap, pid), numberOf(ctx.heap, options)),
    );
    return ctx.tuple(found.map((n) => ctx.int(n)));
  }),
  /** Whether reading may take for ever: terminals, pipes and the like. */
  _is_slow: def("(fd, /)", (ctx: Context, v: Value) => {
    const fd = numberOf(ctx.heap, v);
    if (!accessOf(ctx).system) return ctx.bool(false);
    return ctx.bool(isStandard(fd) ? fd === 0 && ctx.machine.services.isTerminal(0) : !descriptor(ctx, fd).isSeekable);
  }),
  /** Events of each descriptor, after at most so many milliseconds. */
  _poll: def("(fds, events, milliseconds, /)", (ctx: Context, fds: Value, events: Value, ms: Value) => {
    const wanted = numbers(ctx, events);
    const table = numbers(ctx, fds).map((fd, i) => ({ fd, events: wanted[i] as number }));
    const found = system(ctx, "select", (calls) => calls.poll(table, numberOf(ctx.heap, ms)));
    return ctx.tuple(found.map((n) => ctx.int(n)));
  }),
  _dup: def("(fd, lowest, /)", (ctx: Context, fd: Value, lowest: Value) => {
    const from = numberOf(ctx.heap, fd);
    shareDescriptor(ctx, from);
    return ctx.int(system(ctx, "os.dup", (calls) => calls.duplicate(from, numberOf(ctx.heap, lowest))));
  }),
  _dup2: def("(fd, target, inheritable, /)", (ctx: Context, fd: Value, to: Value, inheritable: Value) => {
    const [from, target] = [numberOf(ctx.heap, fd), numberOf(ctx.heap, to)];
    shareDescriptor(ctx, from);
    system(ctx, "os.dup2", (calls) => calls.duplicateTo(from, target, isTrue(inheritable)));
    if (from !== target) forgetDescriptor(ctx, target);
    return to;
  }),
  get_inheritable: def("(fd, /)", (ctx: Context, fd: Value) =>
    ctx.bool(system(ctx, "os.get_inheritable", (calls) => calls.isInherited(numberOf(ctx.heap, fd)))),
  ),
  _set_inheritable: def("(fd, inheritable, /)", (ctx: Context, fd: Value, inheritable: Value) => {
    system(ctx, "os.set_inheritable", (calls) => calls.setInherited(numberOf(ctx.heap, fd), isTrue(inheritable)));
    return ctx.none;
  }),
  get_blocking: def("(fd, /)", (ctx: Context, fd: Value) =>
    ctx.bool(system(ctx, "os.get_blocking", (calls) => calls.isBlocking(numberOf(ctx.heap, fd)))),
  ),
  _set_blocking: def("(fd, blocking, /)", (ctx: Context, fd: Value, blocking: Value) => {
    system(ctx, "os.set_blocking", (calls) => calls.setBlocking(numberOf(ctx.heap, fd), isTrue(blocking)));
    return ctx.none;
  }),
};
