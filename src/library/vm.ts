// The inside of a Krait VM: conversions, handles, host functions, one run at a time. Krait (krait.ts) is its public face.
//
// A VM is idle or running; a running one may wait for a promise. Synchronous work may be nested in a run, like a function call, also while it
// waits; asynchronous work may not.

import { readConfig } from "../config.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { PyError, raise } from "../heap/py-error.ts";
import { EMPTY, isRef, type Ref, type Value } from "../heap/value.ts";
import { makeBuiltin, register } from "../host/builtin-objects.ts";
import { moduleDict } from "../host/module-definition.ts";
import { grantAccess } from "../modules/access.ts";
import type { InterruptFlag } from "../platform/platform.ts";
import { createRuntime, type Runtime } from "../runtime.ts";
import { isInstance } from "../util/instances.ts";
import { def, type HostFunction, type Steps } from "../vm/host-call.ts";
import type { Machine } from "../vm/machine.ts";
import { compileSource } from "../vm/warnings.ts";
import { type Bridge, toJs, toPython } from "./convert.ts";
import { CrossingExceptions, safely } from "./crossing-exceptions.ts";
import { type HandleOwner, PyObject } from "./handle.ts";
import { insideOf, javaScriptObject, provideKraitModule } from "./javascript-module.ts";
import {
  accessFor,
  checkedTimeout,
  checkKraitOptions,
  checkRunOptions,
  type KraitOptions,
  lineReader,
  type RunOptions,
  shown,
} from "./options.ts";
import { KraitUsageError, PythonError } from "./python-error.ts";
import { TimeLimit } from "./time-limit.ts";

const RESULT_NAME = "\0krait result";
const PAGE_BYTES = 65536;
const LEAST_JIT_BYTES = 65536;
/** Time for making the text of an exception after a run that had a limit. */
const DESCRIBE_MS = 1000;

type Keywords = Readonly<Record<string, unknown>> | undefined;
type JsFunction = (...args: unknown[]) => unknown;

export class Vm implements HandleOwner, Bridge {
  readonly #runtime: Runtime;
  readonly flag: InterruptFlag;
  readonly #options: KraitOptions;
  readonly #main: Ref;
  #state: "idle" | "running" | "closed" = "idle";
  #limit: TimeLimit | undefined;
  /** The run was started by an async method, and no synchronous work is nested in it. */
  #mayPause = false;
  /** Ends the current pause with an exception. */
  #endPause: ((error: PyError) => void) | undefined;
  /** References of live handles, a count each: the audit must know them. */
  readonly #handles = new Map<Ref, number>();
  readonly #exceptions: CrossingExceptions;
  readonly #deadHandles: Ref[] = [];
  /** JavaScript functions by the id of their host function. */
  readonly #functions = new Map<number, JsFunction>();
  readonly #wrapped = new WeakMap<JsFunction, number>();

  constructor(options: KraitOptions) {
    checkKraitOptions(options);
    this.#options = options;
    checkedTimeout(options.timeoutMs);
    const { jitMemoryBytes, memoryBytes } = options;
    if (memoryBytes !== undefined && !(memoryBytes > 0))
      throw new RangeError(`memoryBytes must be positive, not ${memoryBytes}`);
    if (jitMemoryBytes !== undefined && !(jitMemoryBytes >= LEAST_JIT_BYTES))
      throw new RangeError(`jitMemoryBytes must be at least ${LEAST_JIT_BYTES}, not ${jitMemoryBytes}`);
    const config = readConfig();
    this.#runtime = createRuntime({
      config: {
        ...config,
        jit: options.jit === undefined ? config.jit : !options.jit ? "off" : config.jit === "off" ? "on" : config.jit,
        platform: options.platform ?? config.platform,
        debugCore: options.audit ?? config.debugCore,
      },
      write: (fd, text) => this.#write(fd, text),
      readLine: lineReader(options.stdin),
      access: accessFor(options),
      argv: options.argv ?? [""],
      path: options.path ?? [],
      keepsTraces: options.keepTraces === true,
      ...(jitMemoryBytes !== undefined && { jit: { memoryBytes: jitMemoryBytes } }),
    });
    this.#exceptions = new CrossingExceptions(this, this.#runtime);
    const { machine } = this.#runtime;
    try {
      grantAccess(machine, accessFor(options));
      provideKraitModule(machine);
      machine.convertError = (error) => this.#exceptions.fromJavaScript(error);
      this.flag = machine.platform.interruptFlag(machine.memory, Layout.VM.interrupt);
      this.#main = this.scoped(() => this.#setUp());
      if (memoryBytes !== undefined) this.#limitMemory(memoryBytes);
    } catch (error) {
      const shownError = this.#toJavaScript(error, false);
      this.#runtime.close();
      throw shownError instanceof PythonError ? new TypeError(`modules: ${shownError.message}`) : shownError;
    }
  }

  get machine(): Machine {
    if (this.#state === "closed") throw new KraitUsageError("this Krait VM is closed");
    return this.#runtime.machine;
  }
  get isClosed(): boolean {
    return this.#state === "closed";
  }
  get memoryInUseBytes(): number {
    return this.machine.heap.readU32(Layout.VM.pages_in_use) * PAGE_BYTES;
  }
  /** The globals of `__main__`. */
  get mainDict(): Ref {
    return moduleDict(this.machine.ctx, this.#main);
  }

  // --- global variables --------------------------------------------------------------------------------------------------------

  getGlobal(name: string): unknown {
    checkText(name, "the name of a variable");
    return this.#exclusively(undefined, () => {
      const value = this.machine.heap.getName(this.mainDict, name);
      return value === EMPTY ? undefined : toJs(this, value);
    });
  }
  setGlobal(name: string, value: unknown): void {
    checkText(name, "the name of a variable");
    this.#exclusively(undefined, () => this.machine.heap.setName(this.mainDict, name, toPython(this, value)));
  }
  hasGlobal(name: string): boolean {
    checkText(name, "the name of a variable");
    return this.machine.heap.peekName(this.mainDict, name) !== EMPTY;
  }
  deleteGlobal(name: string): boolean {
    checkText(name, "the name of a variable");
    return this.#exclusively(undefined, () => this.machine.heap.deleteName(this.mainDict, name));
  }
  globalNames(): string[] {
    const { heap } = this.machine;
    const keys = heap.peekDictEntries(this.mainDict).map(([key]) => key);
    return keys.filter((key): key is Ref => heap.isStr(key)).map((key) => heap.text(key));
  }

  // --- running ----------------------------------------------------------------------------------------------------------------

  run(source: string, options: RunOptions): unknown {
    checkText(source, "the program");
    checkRunOptions(options);
    return this.#exclusively(options.timeoutMs, () => {
      try {
        this.machine.runSteps(this.#program(source, options.filename ?? "<string>"));
        this.machine.poll();
      } finally {
        this.#flushOutput();
      }
      return this.#takeResult();
    });
  }

  async runAsync(source: string, options: RunOptions): Promise<unknown> {
    checkText(source, "the program");
    checkRunOptions(options);
    return await this.#exclusivelyAsync(options.timeoutMs, async () => {
      try {
        await this.machine.runStepsAsync(this.#program(source, options.filename ?? "<string>"));
        this.machine.poll();
      } finally {
        this.#flushOutput();
      }
      return this.#takeResult();
    });
  }

  interrupt(): void {
    if (this.#state !== "running") return;
    if (this.#endPause !== undefined) this.#endPause(raise("KeyboardInterrupt"));
    else this.machine.platform.raise(this.flag, CoreConst.INTERRUPT_HOST);
  }

  close(): void {
    if (this.#state === "closed") return;
    if (this.#state !== "idle") throw new KraitUsageError("this Krait VM is running a program");
    let report: string | undefined;
    if (this.#options.audit) {
      this.#sweep();
      report = this.#runtime.audit([...this.#handles].flatMap(([ref, count]) => new Array<Ref>(count).fill(ref)));
    }
    this.#runtime.keepTraces();
    this.#state = "closed";
    this.#runtime.close();
    if (report !== undefined) throw new Error(`krait: audit failed\n${report}`);
  }

  // --- handles (HandleOwner) ------------------------------------------------------------------------------------------------------

  call(ref: Ref, args: readonly unknown[], keywords: Keywords): unknown {
    return this.#exclusively(undefined, () =>
      toJs(this, this.machine.callSync(ref, this.#arguments(args), this.#keywords(keywords))),
    );
  }
  async callAsync(ref: Ref, args: readonly unknown[], keywords: Keywords): Promise<unknown> {
    return await this.#exclusivelyAsync(undefined, async () =>
      toJs(this, await this.machine.callAsync(ref, this.#arguments(args), this.#keywords(keywords))),
    );
  }
  getAttribute(ref: Ref, name: string): unknown {
    checkText(name, "the name of an attribute");
    return this.#exclusively(undefined, () => toJs(this, this.machine.runSteps(this.machine.ctx.getattr(ref, name))));
  }
  setAttribute(ref: Ref, name: string, value: unknown): void {
    checkText(name, "the name of an attribute");
    this.#exclusively(undefined, () =>
      this.machine.runSteps(this.machine.ctx.setattr(ref, name, toPython(this, value))),
    );
  }
  text(ref: Ref, how: "str" | "repr"): string {
    const { ctx } = this.machine;
    return this.#exclusively(undefined, () => this.machine.runSteps(how === "str" ? ctx.text(ref) : ctx.repr(ref)));
  }
  typeName(ref: Ref): string {
    return this.machine.ctx.shortNameOfType(this.machine.heap.typeOf(ref));
  }
  isCallable(ref: Ref): boolean {
    return this.machine.heap.isCallable(ref);
  }
  releaseHandle(ref: Ref): void {
    // Dropping an object can queue finalizers, which the core runs at its next safe point; a forgotten handle must not do so in mid-run.
    this.#deadHandles.push(ref);
    if (this.#state === "idle") this.#sweep();
  }
  #sweep(): void {
    for (let ref = this.#deadHandles.pop(); ref !== undefined; ref = this.#deadHandles.pop()) {
      const left = (this.#handles.get(ref) ?? 0) - 1;
      if (left > 0) this.#handles.set(ref, left);
      else this.#handles.delete(ref);
      this.machine.heap.decref(ref);
    }
  }

  // --- conversion (Bridge) -----------------------------------------------------------------------------------------------------------

  wrap(ref: Ref): PyObject {
    this.machine.heap.incref(ref);
    this.#handles.set(ref, (this.#handles.get(ref) ?? 0) + 1);
    return PyObject.make(this, ref);
  }
  unwrap(v: unknown): Ref | undefined {
    return v instanceof PyObject ? PyObject.refOf(v, this) : undefined;
  }
  wrapObject(v: object): Ref {
    return javaScriptObject(this.machine, v);
  }
  wrapFunction(fn: JsFunction): Ref {
    const { machine } = this;
    let id = this.#wrapped.get(fn);
    if (id === undefined) {
      const row = def("(*args, **kwargs)", (_ctx, args: readonly Value[], named?: ReadonlyMap<string, Value>) =>
        this.#callJavaScript(fn, args, named),
      );
      // "async": it may answer with a promise, so the run loop itself must call it.
      id = register(machine, fn.name || "<function>", { ...row, kind: "async" }, 0, "").id;
      this.#functions.set(id, fn);
      this.#wrapped.set(fn, id);
    }
    const found = machine.functions.get(id) as HostFunction;
    return makeBuiltin(machine, found, CoreConst.TYPE_BUILTIN, 0, undefined, EMPTY);
  }
  originalOf(ref: Ref): object | undefined {
    const { heap } = this.machine;
    if (heap.kindOf(ref) === CoreConst.LAYOUT_BUILTIN) {
      if (heap.readU32(ref + Layout.PyBuiltin.kind) !== CoreConst.BUILTIN_HOST) return undefined;
      return this.#functions.get(heap.readU32(ref + Layout.PyBuiltin.host_id));
    }
    const inside = insideOf(this.machine, ref);
    return typeof inside === "object" && inside !== null ? inside : undefined;
  }

  // --- host functions ------------------------------------------------------------------------------------------------------------------

  #callJavaScript(
    fn: JsFunction,
    values: readonly Value[],
    named: ReadonlyMap<string, Value> | undefined,
  ): Value | Promise<Value> {
    const args = values.map((value) => toJs(this, value));
    if (named !== undefined && named.size > 0)
      args.push(Object.fromEntries([...named].map(([key, value]) => [key, toJs(this, value)])));
    const result = fn(...args);
    if (isThenable(result)) return this.#pause(result);
    return toPython(this, result);
  }

  /** Waits for a promise, but not beyond interrupt() or the time limit. */
  #pause(promise: PromiseLike<unknown>): Promise<Value> {
    if (!this.#mayPause) {
      Promise.resolve(promise).catch(() => {});
      throw raise("RuntimeError", "an async host function can be called in runAsync and callAsync only");
    }
    const limit = this.#limit;
    let timer: NodeJS.Timeout | undefined;
    let endPause: ((error: PyError) => void) | undefined;
    const settled = new Promise<unknown>((resolve, reject) => {
      endPause = reject;
      if (limit !== undefined) timer = setTimeout(() => reject(limit.expire()), limit.leftMs);
      Promise.resolve(promise).then(resolve, reject);
    });
    this.#endPause = endPause;
    return settled
      .finally(() => {
        clearTimeout(timer);
        if (this.#endPause === endPause) this.#endPause = undefined;
      })
      .then((value) => toPython(this, value));
  }

  // --- inside ------------------------------------------------------------------------------------------------------------------------

  *#program(source: string, filename: string): Steps<Value> {
    const { machine } = this;
    this.#runtime.rememberSource(filename, source);
    this.#runtime.nameProgram(source);
    const dict = this.mainDict;
    const { ctx } = machine;
    const code = yield* compileSource(ctx, source, {
      filename,
      mode: "exec",
      lastValueTo: RESULT_NAME,
      keep: "program",
    });
    return yield* machine.runCode(ctx, code, dict, dict);
  }

  /** What sys.stdout.buffer, or whatever the program has put in place of its streams, still holds. */
  #flushOutput(): void {
    const { machine } = this;
    for (const name of ["stdout", "stderr"]) {
      const stream = machine.moduleGlobal("sys", name);
      if (!isRef(stream) || stream === EMPTY || stream === CoreConst.NONE_REF) continue;
      safely(() => machine.runSteps(machine.ctx.callMethod(stream, "flush")), EMPTY);
    }
  }

  #takeResult(): unknown {
    const { heap } = this.machine;
    const dict = this.mainDict;
    const value = heap.getName(dict, RESULT_NAME);
    if (value === EMPTY) return undefined;
    heap.deleteName(dict, RESULT_NAME);
    return toJs(this, value);
  }

  #arguments(args: readonly unknown[]): Value[] {
    if (!Array.isArray(args)) throw new TypeError(`the arguments must be an array, not ${shown(args)}`);
    return args.map((arg) => toPython(this, arg));
  }
  #keywords(keywords: Keywords): Map<string, Value> | undefined {
    if (keywords === undefined) return undefined;
    if (typeof keywords !== "object" || keywords === null || keywords instanceof Map || Array.isArray(keywords))
      throw new TypeError(`the keyword arguments must be a plain object, not ${shown(keywords)}`);
    return new Map(Object.entries(keywords).map(([name, value]) => [name, toPython(this, value)]));
  }

  /** Runs a synchronous piece with its own pool; Python exceptions become PythonError. */
  #exclusively<T>(timeoutMs: number | undefined, body: () => T): T {
    const { heap } = this.machine;
    const before = this.#state;
    const limit = before === "idle" ? this.#startLimit(timeoutMs) : undefined;
    const mark = heap.pool.length;
    const couldPause = this.#mayPause;
    this.#mayPause = false;
    this.#state = "running";
    try {
      const result = body();
      if (before === "idle") this.machine.poll();
      return result;
    } catch (error) {
      throw this.#toJavaScript(error, before !== "idle");
    } finally {
      heap.release(mark);
      this.#mayPause = couldPause;
      this.#state = before;
      if (before === "idle") this.#finishRun(limit);
    }
  }

  async #exclusivelyAsync<T>(timeoutMs: number | undefined, body: () => Promise<T>): Promise<T> {
    const { heap } = this.machine;
    if (this.#state !== "idle") throw new KraitUsageError("this Krait VM is running a program already");
    const limit = this.#startLimit(timeoutMs);
    const mark = heap.pool.length;
    this.#state = "running";
    this.#mayPause = true;
    try {
      const result = await body();
      this.machine.poll();
      return result;
    } catch (error) {
      this.#mayPause = false;
      throw this.#toJavaScript(error, false);
    } finally {
      heap.release(mark);
      this.#mayPause = false;
      this.#state = "idle";
      this.#finishRun(limit);
    }
  }

  #startLimit(timeoutMs: number | undefined): TimeLimit | undefined {
    const limitMs = checkedTimeout(timeoutMs ?? this.#options.timeoutMs);
    if (limitMs === undefined) return undefined;
    this.#limit = new TimeLimit(this.machine, this.flag, limitMs);
    return this.#limit;
  }

  #finishRun(limit: TimeLimit | undefined): void {
    limit?.stop();
    this.#limit = undefined;
    const { heap } = this.machine;
    Atomics.and(heap.u32, Layout.VM.interrupt / 4, ~CoreConst.INTERRUPT_HOST);
    heap.writeU32(Layout.VM.interrupt_raised, 0);
    this.#exceptions.release();
    this.#sweep();
  }

  scoped<T>(body: () => T): T {
    const { heap } = this.machine;
    const mark = heap.pool.length;
    try {
      return body();
    } finally {
      heap.release(mark);
    }
  }

  #write(fd: number, text: string): void {
    const sink = fd === 2 ? this.#options.stderr : this.#options.stdout;
    if (sink === "inherit") (fd === 2 ? process.stderr : process.stdout).write(text);
    else sink?.(text);
  }

  #limitMemory(bytes: number): void {
    const { heap } = this.machine;
    const top = heap.readU32(Layout.VM.heap_top);
    const limit = top + Math.ceil(bytes / PAGE_BYTES) * PAGE_BYTES;
    heap.writeU32(Layout.VM.heap_limit, Math.min(limit, heap.readU32(Layout.VM.heap_limit)));
  }

  /** What leaves a piece of work. `isNested`: a host function is under it, which may let the error go on into Python. */
  #toJavaScript(error: unknown, isNested: boolean): unknown {
    if (!isInstance(error, PyError)) return error;
    if (this.#limit === undefined || isNested) return this.#exceptions.toJavaScript(error, isNested);
    this.#limit.stop();
    const describing = new TimeLimit(this.machine, this.flag, DESCRIBE_MS);
    try {
      return this.#exceptions.toJavaScript(error, isNested);
    } finally {
      describing.stop();
    }
  }

  // --- start ---------------------------------------------------------------------------------------------------------------------------

  #setUp(): Ref {
    const { heap } = this.machine;
    const main = this.#newModule("__main__");
    heap.setRef(Layout.VM.main_module, main);
    for (const [name, values] of Object.entries(this.#options.modules ?? {})) {
      const dict = moduleDict(this.machine.ctx, this.#newModule(name));
      for (const [key, value] of Object.entries(values)) heap.setName(dict, key, toPython(this, value));
    }
    return main;
  }

  #newModule(name: string): Ref {
    const { machine } = this;
    const { heap } = machine;
    heap.setScratch(0, EMPTY);
    const module = heap.made(heap.core.moduleNew(heap.intern(name)));
    heap.setName(moduleDict(machine.ctx, module), "__builtins__", machine.moduleNamed("builtins"));
    const modules = heap.readU32(Layout.VM.sys_modules);
    if (name !== "__main__" && heap.peekName(modules, name) !== EMPTY)
      throw new TypeError(`modules: Python needs its own module ${name}`);
    heap.setName(modules, name, module);
    return module;
  }
}

/** Throws what a getter of `then` throws. */
function isThenable(v: unknown): v is PromiseLike<unknown> {
  return typeof v === "object" && v !== null && typeof (v as { then?: unknown }).then === "function";
}

/** Text that goes to the heap as it is: a number there would be taken for an object. */
function checkText(text: unknown, what: string): asserts text is string {
  if (typeof text !== "string") throw new TypeError(`${what} must be a string, not ${shown(text)}`);
}
