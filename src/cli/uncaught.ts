// What happens to an exception that nobody catches: SystemExit sets the exit code, anything else goes to sys.excepthook.
import { constants } from "node:os";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { integerOf } from "../heap/numbers.ts";
import { PyError } from "../heap/py-error.ts";
import { EMPTY, type Ref, type Value } from "../heap/value.ts";
import { writeStream } from "../host/builtins/output.ts";
import { moduleDict } from "../host/module-definition.ts";
import type { Runtime } from "../runtime.ts";
import { colorTraceback, wantsColor } from "./color.ts";

/** Instead of an exit code: nobody has caught Ctrl-C. */
export const INTERRUPTED = -constants.signals.SIGINT;

/** Runs `body`; an uncaught exception is shown. Returns the exit code. */
export function guarded(runtime: Runtime, body: () => void): number {
  const { heap } = runtime.machine;
  const mark = heap.pool.length;
  try {
    body();
    return 0;
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    return reportUncaught(runtime, error);
  } finally {
    heap.release(mark);
  }
}

/** Shows an exception, or takes its exit code if it is SystemExit. */
export function reportUncaught(runtime: Runtime, error: PyError): number {
  const { machine } = runtime;
  const { heap, ctx } = machine;
  const exception = ctx.exceptionOf(error);
  flush(runtime, "stdout");
  if (heap.isInstance(exception, CoreConst.EXC_SystemExit)) return exitCode(runtime, exception);
  showException(runtime, exception);
  flush(runtime, "stderr");
  return heap.isInstance(exception, CoreConst.EXC_KeyboardInterrupt) ? INTERRUPTED : 1;
}

/** Remembers the exception as sys.last_exc and shows it through sys.excepthook. */
export function showException(runtime: Runtime, exception: Ref): void {
  const { machine } = runtime;
  const { heap, ctx } = machine;
  const traceback = heap.peekValue(exception + Layout.PyException.traceback);
  const triple: Value[] = [heap.typeOf(exception), exception, traceback === EMPTY ? CoreConst.NONE_REF : traceback];
  const sys = moduleDict(ctx, machine.moduleNamed("sys"));
  heap.setName(sys, "last_exc", exception);
  ["last_type", "last_value", "last_traceback"].forEach((name, i) => {
    heap.setName(sys, name, triple[i] as Value);
  });
  const hook = heap.getName(sys, "excepthook");
  if (hook === EMPTY) write(runtime, `sys.excepthook is missing\n${runtime.describe(ctx.errorOf(exception))}`);
  else if (hook === heap.peekName(sys, "__excepthook__")) show(runtime, exception);
  else {
    try {
      machine.callSync(hook, triple);
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      const inner = runtime.describe(error);
      write(
        runtime,
        `Error in sys.excepthook:\n${inner}\nOriginal exception was:\n${runtime.describe(ctx.errorOf(exception))}`,
      );
    }
  }
}

function show(runtime: Runtime, exception: Ref): void {
  const text = runtime.describe(runtime.machine.ctx.errorOf(exception));
  write(runtime, wantsColor(process.stderr, process.env) ? colorTraceback(text) : text);
}

/** Writes to sys.stderr, whatever that is now; to the process's own if that fails. */
function write({ machine }: Runtime, text: string): void {
  try {
    machine.runSteps(writeStream(machine.ctx, "stderr", text));
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    machine.services.write(2, text);
  }
}

/** What SystemExit(code) ends the process with; a code that is no int is printed and counts as 1. */
function exitCode(runtime: Runtime, exception: Ref): number {
  const { machine } = runtime;
  const { heap, ctx } = machine;
  let code: Value;
  try {
    code = machine.runSteps(ctx.getattr(exception, "code"));
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    code = CoreConst.NONE_REF;
  }
  if (code === CoreConst.NONE_REF) return 0;
  if (code === CoreConst.TRUE_REF || code === CoreConst.FALSE_REF) return code === CoreConst.TRUE_REF ? 1 : 0;
  if (heap.isInstance(code, CoreConst.TYPE_INT)) {
    const n = BigInt(integerOf(heap, code));
    return n === BigInt.asIntN(64, n) ? Number(BigInt.asUintN(8, n)) : 255;
  }
  try {
    write(runtime, machine.runSteps(ctx.text(code)));
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
  }
  write(runtime, "\n");
  return 1;
}

/** Flushes sys.stdout or sys.stderr; the exception if that fails. */
export function flush({ machine }: Runtime, name: "stdout" | "stderr"): PyError | undefined {
  const stream = machine.moduleGlobal("sys", name);
  if (stream === EMPTY || stream === CoreConst.NONE_REF) return undefined;
  const { ctx } = machine;
  try {
    const closed = machine.runSteps(ctx.findattr(stream, "closed"));
    if (closed !== undefined && machine.runSteps(ctx.truth(closed))) return undefined;
    machine.runSteps(ctx.callMethod(stream, "flush"));
    return undefined;
  } catch (error) {
    if (error instanceof PyError) return error;
    throw error;
  }
}
