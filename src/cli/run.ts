// Runs a program, a module or the prompt with the process's own streams, and ends the process as python would.
import { constants, homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { readConfig } from "../config.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { PyError } from "../heap/py-error.ts";
import { EMPTY, type Ref, type Value } from "../heap/value.ts";
import { moduleDict } from "../host/module-definition.ts";
import { FULL_ACCESS, grantAccess } from "../modules/access.ts";
import { createRuntime, type Runtime } from "../runtime.ts";
import type { Steps } from "../vm/host-call.ts";
import { colorTraceback, wantsColor } from "./color.ts";
import type { CliOptions } from "./options.ts";
import { readProgram, UnreadableProgram } from "./source.ts";

/** Exit code of a process that Ctrl-C ended. */
const INTERRUPTED = 128 + constants.signals.SIGINT;

export async function runCommand(options: CliOptions): Promise<void> {
  const runtime = start(options);
  let code = 0;
  const isPrompt = options.program.kind === "interactive";
  try {
    if (!isPrompt) code = runProgram(runtime, options);
    else if (process.stdin.isTTY !== true && !options.interactive) code = runProgram(runtime, { ...options, program: { kind: "stdin" } });
    if ((isPrompt && (process.stdin.isTTY === true || options.interactive)) || (options.interactive && !isPrompt)) {
      const { runPrompt } = await import("./prompt.ts");
      code = await runPrompt(runtime, options);
    }
  } catch (error) {
    if (!(error instanceof UnreadableProgram)) throw error;
    process.stderr.write(`${error.message}\n`);
    code = 2;
  }
  process.exitCode = finish(runtime, options, code);
}

function start(options: CliOptions): Runtime {
  const config = readConfig();
  const runtime = createRuntime({
    config: { ...config, platform: options.platform ?? config.platform, debugCore: config.debugCore || options.audit },
    access: FULL_ACCESS,
    argv: [programName(options), ...options.args],
    path: searchPath(options),
    warnOptions: options.warnings,
    xOptions: Object.fromEntries(options.implementation.map((entry) => splitOption(entry))),
    flags: {
      optimize: options.optimize,
      interactive: Number(options.interactive),
      inspect: Number(options.interactive),
      quiet: Number(options.quiet),
      ignore_environment: Number(options.ignoreEnvironment),
      dont_write_bytecode: Number(options.noCacheFiles),
      safe_path: options.safePath,
      isolated: Number(options.ignoreEnvironment && options.safePath),
    },
  });
  const { machine } = runtime;
  grantAccess(machine, FULL_ACCESS);
  machine.platform.installCrashReporter(crashInfo());
  const flag = machine.platform.interruptFlag(machine.memory, Layout.VM.interrupt);
  machine.platform.watchSignal("SIGINT", flag, CoreConst.INTERRUPT_SIGNAL);
  return runtime;
}

function crashInfo(): { version: string; issuesUrl: string } {
  return { version: "0.1.0", issuesUrl: "https://github.com/krait-lang/krait/issues" };
}

function splitOption(entry: string): [string, string | true] {
  const equals = entry.indexOf("=");
  return equals < 0 ? [entry, true] : [entry.slice(0, equals), entry.slice(equals + 1)];
}

/** sys.argv[0]. */
function programName({ program }: CliOptions): string {
  switch (program.kind) {
    case "file":
      return program.path;
    case "command":
      return "-c";
    case "module":
      return "-m";
    case "stdin":
      return "-";
    default:
      return "";
  }
}

/** sys.path: the program's folder (or the current one), then PYTHONPATH; the library's archive is added by the runtime. */
function searchPath(options: CliOptions): string[] {
  const path: string[] = [];
  if (!options.safePath) {
    if (options.program.kind === "file") path.push(dirname(resolve(options.program.path)));
    else path.push(options.program.kind === "module" ? process.cwd() : "");
  }
  const extra = options.ignoreEnvironment ? undefined : FULL_ACCESS.environment["PYTHONPATH"];
  if (extra) path.push(...extra.split(":").filter(Boolean));
  return path;
}

function runProgram(runtime: Runtime, options: CliOptions): number {
  const { program } = options;
  if (program.kind === "module") return guarded(runtime, () => runModule(runtime, program.name));
  const { text, filename } = readProgram(program);
  return guarded(runtime, () => runtime.runMain(text, filename));
}

/** python -m: runpy does the work. */
function runModule(runtime: Runtime, name: string): void {
  const { machine } = runtime;
  const { ctx } = machine;
  machine.runSteps(
    (function* (): Steps<void> {
      const runpy = yield* ctx.call(machine.builtin("__import__"), [ctx.str("runpy")]);
      yield* ctx.callMethod(runpy, "_run_module_as_main", [ctx.str(name)]);
    })(),
  );
}

/** Runs `body`; an uncaught exception is shown through sys.excepthook. Returns the exit code. */
export function guarded(runtime: Runtime, body: () => void): number {
  const { machine } = runtime;
  const mark = machine.heap.pool.length;
  try {
    body();
    return 0;
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    return reportUncaught(runtime, error);
  } finally {
    machine.heap.release(mark);
  }
}

function reportUncaught(runtime: Runtime, error: PyError): number {
  const { machine } = runtime;
  const { heap, ctx } = machine;
  const exception = ctx.exceptionOf(error);
  flush(runtime, "stdout");
  if (heap.isInstance(exception, CoreConst.EXC_SystemExit)) return exitCode(runtime, exception);
  const hook = machine.moduleGlobal("sys", "excepthook");
  const original = machine.moduleGlobal("sys", "__excepthook__");
  if (hook !== EMPTY && hook !== original) {
    const traceback = heap.peekValue(exception + Layout.PyException.traceback);
    guardedHook(runtime, () => machine.callSync(hook, [heap.typeOf(exception), exception, traceback === EMPTY ? CoreConst.NONE_REF : traceback]));
  } else {
    const text = runtime.describe(error);
    machine.services.write(2, wantsColor(process.stderr, FULL_ACCESS.environment) ? colorTraceback(text) : text);
  }
  return heap.isInstance(exception, CoreConst.EXC_KeyboardInterrupt) ? INTERRUPTED : 1;
}

function guardedHook(runtime: Runtime, body: () => void): void {
  try {
    body();
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    runtime.machine.services.write(2, `Error in sys.excepthook:\n${runtime.describe(error)}`);
  }
}

/** What SystemExit(code) ends the process with; a code that is no int is printed and counts as 1. */
function exitCode(runtime: Runtime, exception: Ref): number {
  const { machine } = runtime;
  const { heap, ctx } = machine;
  const code = machine.runSteps(ctx.getattr(exception, "code")) as Value;
  if (code === CoreConst.NONE_REF) return 0;
  if (heap.isInstance(code, CoreConst.TYPE_INT)) {
    const n = machine.runSteps(ctx.text(code));
    return Number(BigInt.asUintN(8, BigInt(n === "True" ? 1 : n === "False" ? 0 : n)));
  }
  machine.services.write(2, `${machine.runSteps(ctx.text(code))}\n`);
  return 1;
}

function flush(runtime: Runtime, name: "stdout" | "stderr"): boolean {
  const { machine } = runtime;
  const stream = machine.moduleGlobal("sys", name);
  if (stream === EMPTY || stream === CoreConst.NONE_REF) return true;
  try {
    machine.runSteps(machine.ctx.callMethod(stream, "flush"));
    return true;
  } catch (error) {
    if (error instanceof PyError) return false;
    throw error;
  }
}

/** Runs exit handlers, flushes, closes; 120 if the last output was lost. */
function finish(runtime: Runtime, options: CliOptions, code: number): number {
  const { machine } = runtime;
  const atexit = machine.moduleGlobal("atexit", "_run_exitfuncs");
  if (atexit !== EMPTY) guarded(runtime, () => machine.callSync(atexit));
  let result = code;
  if (!flush(runtime, "stdout") || !flush(runtime, "stderr")) result = code === 0 ? 120 : code;
  if (options.stats) process.stderr.write(statistics(runtime));
  if (options.audit) {
    const report = runtime.audit();
    if (report !== undefined) {
      process.stderr.write(`krait: audit failed\n${report}\n`);
      result = result === 0 ? 3 : result;
    }
  }
  runtime.close();
  return result;
}

function statistics({ machine }: Runtime): string {
  const { heap } = machine;
  const VM = Layout.VM;
  const rows: [string, string][] = [
    ["memory in use", `${((heap.readU32(VM.pages_in_use) * 65536) / 1e6).toFixed(1)} MB`],
    ["collections", String(heap.readU32(VM.gc_collections))],
    ["objects collected", String(heap.readU32(VM.gc_collected))],
    ["classes' shapes", String(heap.readU32(VM.shape_count))],
  ];
  return rows.map(([name, value]) => `${name.padEnd(20)}${value}\n`).join("");
}

/** File of the prompt's history. */
export function historyFile(): string {
  return join(homedir(), ".krait_history");
}
/** The module __main__'s namespace, made if no program has run yet. */
export function mainNamespace(runtime: Runtime): Ref {
  const { machine } = runtime;
  return moduleDict(machine.ctx, machine.moduleNamed("__main__"));
}
