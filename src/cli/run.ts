// Runs a program, a module or the prompt with the process's own streams, and ends the process as python would.
import { realpathSync, type Stats, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { readConfig } from "../config.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { PyError } from "../heap/py-error.ts";
import { EMPTY, type Value } from "../heap/value.ts";
import { moduleDict } from "../host/module-definition.ts";
import type { JitOptions } from "../jit/options.ts";
import { FULL_ACCESS } from "../modules/access.ts";
import { forgetSignals } from "../modules/signals.ts";
import { readCoreArtefacts } from "../platform/core-image.ts";
import { createRuntime, type Runtime } from "../runtime.ts";
import type { Steps } from "../vm/host-call.ts";
import { interruptError, SIGNALS } from "../vm/interrupts.ts";
import type { Machine } from "../vm/machine.ts";
import { crashInfo } from "./crash-info.ts";
import { dropModules, mainNamespace, makeMain, runText } from "./main-module.ts";
import type { CliOptions } from "./options.ts";
import { readProgram, UnreadableProgram } from "./source.ts";
import { flush, guarded, INTERRUPTED } from "./uncaught.ts";

/** Exit code when the last output could not be written. */
const OUTPUT_LOST = 120;
const AUDIT_FAILED = 3;

export async function runCommand(options: CliOptions): Promise<void> {
  const runtime = start(options, await jitOptions(options, () => runtime));
  if (options.perfMap) await mapForPerf(runtime, options);
  let code: number;
  try {
    code = await runProgramOrPrompt(runtime, options);
  } catch (error) {
    if (!(error instanceof UnreadableProgram)) throw error;
    process.stderr.write(`${error.message}\n`);
    code = error.exitCode;
  }
  const result = await finish(runtime, options, code);
  process.exitCode = result === INTERRUPTED ? 128 - INTERRUPTED : result;
  if (result === INTERRUPTED) endByInterrupt(runtime);
}

/** Ends the watch for Ctrl-C. */
let endWatch = (): void => {};

/** As CPython: shells stop their loops only for a program that the signal itself has ended. */
function endByInterrupt({ machine }: Runtime): void {
  forgetSignals(machine);
  endWatch();
  process.removeAllListeners("SIGINT");
  process.kill(process.pid, "SIGINT");
}

async function runProgramOrPrompt(runtime: Runtime, options: CliOptions): Promise<number> {
  const nothingNamed = options.program.kind === "interactive";
  if (nothingNamed && !options.interactive && process.stdin.isTTY !== true) return runProgram(runtime, options);
  if (!nothingNamed) {
    const code = runProgram(runtime, options);
    if (!options.interactive) return code;
  }
  const { runPrompt } = await import("./prompt.ts");
  return await runPrompt(runtime, options);
}

/** Where compiled code of programs is kept: many a command is given once, and is not to push out programs that are files. */
const KEPT_IN: Partial<Record<CliOptions["program"]["kind"], "programs" | "commands">> = {
  file: "programs",
  command: "commands",
};

function start(options: CliOptions, jit: JitOptions): Runtime {
  const config = readConfig();
  const argv = [programName(options), ...options.args];
  const xOptions = Object.fromEntries(options.implementation.map((entry) => splitOption(entry)));
  const runtime = createRuntime({
    config: {
      ...config,
      jit: options.jit === true && config.jit === "off" ? "on" : config.jit,
      platform: options.platform ?? config.platform,
      debugCore: config.debugCore || options.audit,
    },
    access: FULL_ACCESS,
    argv,
    path: searchPath(options),
    warnOptions: [...fromEnvironment(options, "PYTHONWARNINGS", ","), ...options.warnings],
    xOptions,
    cachePrefix: cachePrefix(options, xOptions),
    flags: flagsOf(options),
    unbuffered: isUnbuffered(options),
    keepsPrograms: KEPT_IN[options.program.kind],
    keepsTraces: options.keepTraces && options.program.kind !== "interactive",
    jit: options.jit === false ? "off" : jit,
  });
  const { machine } = runtime;
  if (options.stats) machine.hostCallCounts = new Map();
  machine.platform.installCrashReporter(crashInfo());
  nameCommand(runtime);
  const flag = machine.platform.interruptFlag(machine.memory, Layout.VM.interrupt);
  endWatch = machine.platform.watchSignal("SIGINT", flag, CoreConst.INTERRUPT_SIGNAL);
  machine.onInterrupt = (bits) =>
    (bits & SIGNALS) !== 0
      ? (runHandler(machine, "_arrived", [machine.ctx.int(bits)]) ?? interruptError(bits))
      : hasHandler(machine, bits)
        ? runHandler(machine, "_interrupted")
        : interruptError(bits);
  return runtime;
}

/** Whether a signal has come that the program has set a handler for. */
function hasHandler(machine: Machine, bits: number): boolean {
  if ((bits & CoreConst.INTERRUPT_SIGNAL) === 0 || machine.moduleGlobal("_signal", "_interrupted") === EMPTY)
    return false;
  return machine.moduleGlobal("_signal", "_int_is_handled") === CoreConst.TRUE_REF;
}
/** Runs it; what it raises is raised where the signal was noticed. */
function runHandler(machine: Machine, name: string, args: Value[] = []): PyError | undefined {
  if (machine.isFinalizing) return undefined; // the handlers' globals are gone
  try {
    machine.callSync(machine.moduleGlobal("_signal", name), args);
    return undefined;
  } catch (error) {
    if (error instanceof PyError) return error;
    throw error;
  }
}

/** -u, or the variable that stands for it. */
function isUnbuffered(options: CliOptions): boolean {
  return options.unbuffered || isSet(options, "PYTHONUNBUFFERED");
}
/** -B, the same way. */
function leavesNoCacheFiles(options: CliOptions): boolean {
  return options.noCacheFiles || isSet(options, "PYTHONDONTWRITEBYTECODE");
}
/** -X pycache_prefix=folder, or the variable that stands for it; an empty one means none. */
function cachePrefix(options: CliOptions, xOptions: Readonly<Record<string, string | true>>): string | undefined {
  const given = xOptions["pycache_prefix"];
  if (given !== undefined) return given === true || given === "" ? undefined : given;
  return (!options.ignoreEnvironment && FULL_ACCESS.environment["PYTHONPYCACHEPREFIX"]) || undefined;
}
function isSet({ ignoreEnvironment }: CliOptions, variable: string): boolean {
  return !ignoreEnvironment && !!FULL_ACCESS.environment[variable];
}

/** sys.executable: the name of the command. */
function nameCommand({ machine }: Runtime): void {
  const { heap, ctx } = machine;
  const mark = heap.pool.length;
  const sys = moduleDict(ctx, machine.moduleNamed("sys"));
  for (const name of ["executable", "_base_executable"]) heap.setName(sys, name, heap.str(process.argv[1] ?? ""));
  heap.release(mark);
}

/** The fields of sys.flags that are not as usual. */
function flagsOf(options: CliOptions): Record<string, number | boolean> {
  const flags: Record<string, number | boolean> = {
    optimize: options.optimize,
    interactive: Number(options.interactive),
    inspect: Number(options.interactive),
    quiet: Number(options.quiet),
    ignore_environment: Number(options.ignoreEnvironment),
    dont_write_bytecode: Number(leavesNoCacheFiles(options)),
    safe_path: options.safePath,
    isolated: Number(options.ignoreEnvironment && options.safePath),
  };
  return Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== 0 && value !== false));
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
  const { program } = options;
  if (program.kind === "file" && isFolder(program.path)) path.push(program.path);
  else if (!options.safePath) {
    if (program.kind === "file") path.push(dirname(realPath(program.path)));
    else path.push(program.kind === "module" ? process.cwd() : "");
  }
  return [...path, ...fromEnvironment(options, "PYTHONPATH", ":")];
}

/** The items of a variable that is a list. */
function fromEnvironment({ ignoreEnvironment }: CliOptions, variable: string, separator: string): string[] {
  const text = ignoreEnvironment ? undefined : FULL_ACCESS.environment[variable];
  return text === undefined ? [] : text.split(separator).filter(Boolean);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** What there is no way to (a path through a file, a folder that may not be looked into) is not there. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() === true;
}

function runProgram(runtime: Runtime, options: CliOptions): number {
  const { program, optimize } = options;
  if (program.kind === "module") return guarded(runtime, () => runModule(runtime, program.name, true));
  if (program.kind === "file" && isFolder(program.path)) {
    if (!statOf(`${program.path}/__main__.py`))
      throw new UnreadableProgram(`krait: can't find '__main__' module in '${resolve(program.path)}'`, 1);
    return guarded(runtime, () => runModule(runtime, "__main__", false));
  }
  const { text, filename } = readProgram(program);
  runtime.nameProgram(text);
  const namespace = makeMain(runtime, program.kind === "file" ? filename : undefined);
  return guarded(runtime, () =>
    runText(runtime, namespace, { text, filename, mode: "exec", optimize, isProgram: true }),
  );
}

/** python -m: runpy does the work. */
function runModule(runtime: Runtime, name: string, setsArgv: boolean): void {
  const { machine } = runtime;
  const { ctx } = machine;
  runtime.nameProgram(`-m ${name}`);
  mainNamespace(runtime);
  machine.runSteps(
    (function* (): Steps<void> {
      const runpy = yield* ctx.call(machine.builtin("__import__"), [ctx.str("runpy")]);
      yield* ctx.callMethod(runpy, "_run_module_as_main", [ctx.str(name), ctx.bool(setsArgv)]);
    })(),
  );
}

/** Runs exit handlers and finalizers, flushes, closes. Returns the exit code: 120 if output was lost. */
async function finish(runtime: Runtime, options: CliOptions, code: number): Promise<number> {
  const { machine } = runtime;
  runtime.keepTraces();
  const threading = machine.moduleGlobal("threading", "_shutdown");
  if (threading !== EMPTY) guarded(runtime, () => void machine.callSync(threading));
  const handlers = machine.moduleGlobal("atexit", "_run_exitfuncs");
  if (handlers !== EMPTY) guarded(runtime, () => void machine.callSync(handlers));
  let result = code;
  const flushAll = (): void => {
    const lost = flush(runtime, "stdout");
    if (lost !== undefined) {
      machine.services.write(2, `Exception ignored while flushing sys.stdout:\n${runtime.describe(lost)}`);
      result = OUTPUT_LOST;
    }
    if (flush(runtime, "stderr") !== undefined) result = OUTPUT_LOST;
  };
  flushAll();
  machine.isFinalizing = true;
  guarded(runtime, () => dropModules(runtime));
  flushAll();
  if (options.stats) process.stderr.write(await statistics(runtime));
  if (options.audit) {
    const report = runtime.audit();
    if (report !== undefined) {
      process.stderr.write(`krait: audit failed\n${report}\n`);
      if (result === 0) result = AUDIT_FAILED;
    }
  }
  runtime.close();
  return result;
}

/** What prints traces is loaded only if it is asked for. */
async function jitOptions(options: CliOptions, runtime: () => Runtime): Promise<JitOptions> {
  const { jitVerbose, jitDump, jitMemoryBytes, stats, perfMap } = options;
  const plain = {
    ...(stats && { statistics: true }),
    ...(jitMemoryBytes !== undefined && { memoryBytes: jitMemoryBytes }),
  };
  if (!jitVerbose && jitDump.length === 0 && !perfMap) return plain;
  const { describeEvent, dumpTrace } = await import("../dump/jit.ts");
  const { addTrace, perfMapPath } = await import("../dump/perf-map.ts");
  return {
    ...plain,
    onEvent(event) {
      const { heap, image } = runtime().machine;
      if (perfMap) addTrace(perfMapPath(), heap, image.base, event);
      if (jitVerbose) process.stderr.write(describeEvent(heap, event));
      if (jitDump.length > 0) process.stderr.write(dumpTrace(heap, event, new Set(jitDump)));
    },
  };
}

/** The functions of the core; traces follow as they are made. */
async function mapForPerf({ machine }: Runtime, { audit }: CliOptions): Promise<void> {
  const { perfMapPath, startPerfMap } = await import("../dump/perf-map.ts");
  const { symbolsPath } = readCoreArtefacts(machine.platform.arch, audit || readConfig().debugCore);
  startPerfMap(perfMapPath(), machine.image.base, symbolsPath);
}

async function statistics({ machine, jit }: Runtime): Promise<string> {
  const { heap } = machine;
  const VM = Layout.VM;
  const rows: [string, string][] = [
    ["memory in use", `${((heap.readU32(VM.pages_in_use) * 65536) / 1e6).toFixed(1)} MB`],
    ["collections", String(heap.readU32(VM.gc_collections))],
    ["objects collected", String(heap.readU32(VM.gc_collected))],
    ["shapes", String(heap.readU32(VM.shape_count))],
  ];
  const { hostCallTable, jitRows, jitTables } = await import("../dump/statistics.ts");
  const calls = hostCallTable(machine.hostCallCounts ?? new Map());
  if (jit === undefined) return text(rows) + calls;
  const report = jit.report();
  return text([...rows, ...jitRows(jit)]) + (report === undefined ? "" : jitTables(report)) + calls;
}

function text(rows: readonly (readonly [string, string])[]): string {
  return rows.map(([name, value]) => `${name.padEnd(20)}${value}\n`).join("");
}
