// The module __main__ of the command line, and code run in it.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { PyError } from "../heap/py-error.ts";
import { EMPTY, type Ref, type Value } from "../heap/value.ts";
import { moduleDict } from "../host/module-definition.ts";
import { locateStdlib } from "../modules/stdlib-archive.ts";
import type { Runtime } from "../runtime.ts";
import type { Steps } from "../vm/host-call.ts";
import { compileSource } from "../vm/warnings.ts";

/** Makes __main__ as CPython has it before the program starts; `file`: its __file__. Returns its namespace. */
export function makeMain(runtime: Runtime, file: string | undefined): Ref {
  const { machine } = runtime;
  const { heap, ctx } = machine;
  birthsBefore.set(runtime, heap.readU32(Layout.VM.births));
  const mark = heap.pool.length;
  heap.setScratch(0, EMPTY);
  const module = heap.made(heap.core.moduleNew(heap.intern("__main__")));
  const dict = moduleDict(ctx, module);
  heap.setName(dict, "__builtins__", machine.moduleNamed("builtins"));
  if (file !== undefined) heap.setName(dict, "__file__", heap.str(file));
  heap.setName(heap.readU32(Layout.VM.sys_modules), "__main__", module);
  heap.setRef(Layout.VM.main_module, module);
  heap.release(mark);
  return dict;
}

/** The namespace of __main__, made if no program has run yet. */
export function mainNamespace(runtime: Runtime): Ref {
  const module = runtime.machine.moduleNamed("__main__");
  return module === EMPTY ? makeMain(runtime, undefined) : moduleDict(runtime.machine.ctx, module);
}

export interface MainCode {
  readonly text: string | Uint8Array;
  readonly filename: string;
  readonly mode: "exec" | "single";
  readonly optimize?: number;
  /** It is the program, not something in between. */
  readonly isProgram?: boolean;
}

/** Compiles and runs a text in a namespace. Throws PyError. */
export function runText(runtime: Runtime, namespace: Ref, main: MainCode): void {
  const { text, filename, mode, optimize, isProgram } = main;
  const { machine } = runtime;
  const { heap, ctx } = machine;
  const mark = heap.pool.length;
  const program = function* (): Steps<Value> {
    if (filename.startsWith("<")) runtime.rememberSource(filename, typeof text === "string" ? text : decode(text));
    if (typeof text !== "string" && text.includes(0)) throw nulByte(text, filename);
    const code = yield* compileSource(ctx, text, {
      filename,
      mode,
      optimize,
      quotesText: mode === "single",
      ...(isProgram && { keep: "program" }),
    });
    return yield* machine.runCode(ctx, code, namespace, namespace);
  };
  machine.runSteps(program());
  heap.release(mark);
}

/** What CPython makes of a script with a NUL in it: it reads files line by line, where compile() and imports look at the whole text first. */
function nulByte(source: Uint8Array, filename: string): PyError {
  const lines = decode(source.subarray(0, source.indexOf(0))).split(/\r\n?|\n/);
  const place = { filename, lineno: lines.length, offset: null, text: lines.at(-1) ?? "" };
  return new PyError(CoreConst.EXC_SyntaxError, ["source code cannot contain null bytes"], 0, undefined, {
    ...place,
    end_lineno: null,
    end_offset: null,
  });
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes);
}

/**
 * Lets go of the program's modules and of cycles while output still works: finalizers of the program's objects find all that their modules had.
 * As CPython at exit; Python's own modules stay.
 */
export function dropModules(runtime: Runtime): void {
  const { machine } = runtime;
  const { heap, ctx } = machine;
  if (machine.moduleNamed("__main__") === EMPTY) return;
  const mark = heap.pool.length;
  const sys = moduleDict(ctx, machine.moduleNamed("sys"));
  for (const name of ["last_exc", "last_type", "last_value", "last_traceback"])
    if (heap.peekName(sys, name) !== EMPTY) heap.setName(sys, name, CoreConst.NONE_REF);
  heap.setRef(Layout.VM.main_module, EMPTY);
  const modules = heap.readU32(Layout.VM.sys_modules) as Ref;
  const released = machine.runSteps(
    ctx.call(machine.preludeFunction("release_modules"), [modules, ctx.str(locateStdlib())]),
  );
  // Blocks that came free among those of the heap image are the program's now: where an object of its waits to be finalised, they are looked at too.
  const skip = heap.readU32(Layout.VM.births) === birthsBefore.get(runtime) ? CoreConst.PAGE_KEPT : 0;
  collect(runtime, skip);
  const left = machine.runSteps(ctx.call(machine.preludeFunction("clear_modules"), [released]));
  heap.release(mark);
  if (left === CoreConst.TRUE_REF) collect(runtime, skip);
}

/** Objects with finalizers that were there before the program. */
const birthsBefore = new WeakMap<Runtime, number>();

function collect(runtime: Runtime, skip: number): void {
  runPending(runtime);
  runtime.machine.heap.core.gcCollect(skip);
  runPending(runtime);
}

/** Finalizers that wait run at the first instruction of any Python code; here of a function that has no frame for them to see. */
function runPending(runtime: Runtime): void {
  const { machine } = runtime;
  const { heap, ctx } = machine;
  if ((heap.readU32(Layout.VM.interrupt) & CoreConst.INTERRUPT_PENDING_CALLS) === 0) return;
  const mark = heap.pool.length;
  machine.runSteps(ctx.call(machine.preludeFunction("hasattr"), [CoreConst.NONE_REF, ctx.str("")]));
  heap.release(mark);
}
