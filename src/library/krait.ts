// The public VM. One Krait is one Python: a heap, its modules and globals. It runs one program at a time on its thread; several VMs may live
// in one process, each in a worker thread if wished.
import { readConfig } from "../config.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { PyError, raise } from "../heap/py-error.ts";
import { EMPTY, type Ref, type Value } from "../heap/value.ts";
import { makeBuiltin, register } from "../host/builtin-objects.ts";
import { type Access, grantAccess, NO_ACCESS, FULL_ACCESS } from "../modules/access.ts";
import type { InterruptFlag } from "../platform/platform.ts";
import { createRuntime, type Runtime } from "../runtime.ts";
import { def, type Steps } from "../vm/host-call.ts";
import { type Bridge, toJs, toPython } from "./convert.ts";
import { hasCallSpecial, type HandleOwner, PyObject } from "./handle.ts";
import { KraitUsageError, PythonError } from "./python-error.ts";

export interface KraitOptions {
  /** Receives what the program prints. Default: nothing is shown; "inherit": the process's own stdout. */
  readonly stdout?: ((text: string) => void) | "inherit";
  readonly stderr?: ((text: string) => void) | "inherit";
  /** What input() and sys.stdin read: a text, or a function that gives the next line ("" at the end). */
  readonly stdin?: string | (() => string);
  /** sys.argv. Default [""]. */
  readonly argv?: readonly string[];
  /** sys.path entries. Needs `files`. */
  readonly path?: readonly string[];
  /** Real file access. Default false: the program sees no files. */
  readonly files?: boolean;
  /** Environment variables the program sees. Default none. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Modules made of JavaScript values and functions: `{ db: { query: async (sql) => … } }` for `import db`. */
  readonly modules?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Most memory the program's objects may take, in bytes. Beyond it MemoryError is raised. Default and most: about 4 GiB. */
  readonly memoryBytes?: number;
  /** Time for one run or call in milliseconds, unless the call says otherwise. Default: no limit. */
  readonly timeoutMs?: number;
  readonly platform?: "addon" | "koffi";
  /** The debug core: assertions, and every reference count recomputed by close(), which throws if one is wrong. */
  readonly audit?: boolean;
}

export interface RunOptions {
  /** Name shown in tracebacks. Default "<string>". */
  readonly filename?: string;
  readonly timeoutMs?: number;
}

/** Reads and sets a VM's global variables (those of `__main__`). */
export interface PyGlobals {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  has(name: string): boolean;
  delete(name: string): boolean;
  keys(): string[];
}

const RESULT_NAME = "\0krait result";
const PAGE_BYTES = 65536;
const HEAP_BASE = CoreConst.HEAP_BASE;

export class Krait implements HandleOwner, Bridge, Disposable {
  readonly #runtime: Runtime;
  readonly #flag: InterruptFlag;
  readonly #options: KraitOptions;
  readonly #main: Ref;
  #closed = false;
  #running = false;
  readonly globals: PyGlobals;

  /** Throws Error if the platform can't run Krait, or for options that make no sense. */
  static create(options: KraitOptions = {}): Krait {
    return new Krait(options);
  }

  constructor(options: KraitOptions = {}) {
    this.#options = options;
    const write = (fd: number, text: string): void => {
      const sink = fd === 2 ? options.stderr : options.stdout;
      if (sink === "inherit") (fd === 2 ? process.stderr : process.stdout).write(text);
      else sink?.(text);
    };
    this.#runtime = createRuntime({
      config: { ...readConfig(), ...(options.platform && { platform: options.platform }), ...(options.audit && { debugCore: true }) },
      write,
      readLine: lineReader(options.stdin),
    });
    const { machine } = this.#runtime;
    grantAccess(machine, accessFor(options));
    machine.convertError = (error) => this.#javascriptError(error);
    this.#flag = machine.platform.interruptFlag(machine.memory, Layout.VM.interrupt);
    if (options.memoryBytes !== undefined) this.#limitMemory(options.memoryBytes);
    this.#main = this.#scoped(() => this.#setUp());
    this.globals = this.#makeGlobals();
  }

  // --- running ----------------------------------------------------------------------------------------------------------------

  /** Runs Python source in `__main__`. Gives the value of its last statement if that is an expression, else undefined. Throws PythonError. */
  run(source: string, options: RunOptions = {}): unknown {
    return this.#exclusively(options.timeoutMs, () => {
      const step = this.#program(source, options.filename ?? "<string>").next();
      if (!step.done) this.machine.callSync(step.value.callee, step.value.args, step.value.keywords);
      return this.#takeResult();
    });
  }

  /** As run, where async host functions may be called: the program pauses until their promises are settled. */
  async runAsync(source: string, options: RunOptions = {}): Promise<unknown> {
    return await this.#exclusivelyAsync(options.timeoutMs, async () => {
      const step = this.#program(source, options.filename ?? "<string>").next();
      if (!step.done) await this.machine.callAsync(step.value.callee, step.value.args, step.value.keywords);
      return this.#takeResult();
    });
  }

  /** Ends the current run with KeyboardInterrupt, at its next safe point. May be called while a run is paused or from a timer. */
  interrupt(): void {
    if (!this.#closed) this.machine.platform.raise(this.#flag, CoreConst.INTERRUPT_HOST);
  }
  /** What another thread needs to interrupt this VM: post it there and pass it to `interruptFrom`. */
  get interruptFlag(): InterruptFlag {
    return this.#flag;
  }

  /** Gives all memory back. With `audit`, throws if a reference count was wrong or something leaked. */
  close(): void {
    if (this.#closed) return;
    if (this.#running) throw new KraitUsageError("this Krait VM is running a program");
    const report = this.#options.audit ? this.#audit() : undefined;
    this.#closed = true;
    this.#runtime.close();
    if (report !== undefined) throw new Error(`krait: audit failed\n${report}`);
  }
  [Symbol.dispose](): void {
    this.close();
  }
  get isClosed(): boolean {
    return this.#closed;
  }

  /** Bytes of memory in use by the program's objects, in whole pages. */
  get memoryInUseBytes(): number {
    return this.machine.heap.readU32(Layout.VM.pages_in_use) * PAGE_BYTES;
  }

  get machine(): Runtime["machine"] {
    if (this.#closed) throw new KraitUsageError("this Krait VM is closed");
    return this.#runtime.machine;
  }

  // --- handles (HandleOwner) and conversion (Bridge) -----------------------------------------------------------------------------

  call(ref: Ref, args: readonly unknown[], keywords: Readonly<Record<string, unknown>> | undefined): unknown {
    return this.#exclusively(undefined, () => toJs(this, this.machine.callSync(ref, this.#arguments(args), this.#keywords(keywords))));
  }
  async callAsync(ref: Ref, args: readonly unknown[], keywords: Readonly<Record<string, unknown>> | undefined): Promise<unknown> {
    return await this.#exclusivelyAsync(undefined, async () =>
      toJs(this, await this.machine.callAsync(ref, this.#arguments(args), this.#keywords(keywords))),
    );
  }
  getAttribute(ref: Ref, name: string): unknown {
    return this.#exclusively(undefined, () => toJs(this, this.machine.runSteps(this.machine.ctx.getattr(ref, name))));
  }
  setAttribute(ref: Ref, name: string, value: unknown): void {
    this.#exclusively(undefined, () => this.machine.runSteps(this.machine.ctx.setattr(ref, name, toPython(this, value))));
  }
  text(ref: Ref, how: "str" | "repr"): string {
    const { ctx } = this.machine;
    return this.#exclusively(undefined, () => this.machine.runSteps(how === "str" ? ctx.text(ref) : ctx.repr(ref)));
  }
  typeName(ref: Ref): string {
    return this.machine.ctx.typeName(ref);
  }
  isCallable(ref: Ref): boolean {
    return hasCallSpecial(this.machine.heap.specialOf(ref, CoreConst.SPECIAL_call));
  }
  release(ref: Ref): void {
    this.machine.heap.decref(ref);
  }
  wrap(ref: Ref): PyObject {
    this.machine.heap.incref(ref);
    return new PyObject(this, ref);
  }
  unwrap(v: unknown): Ref | undefined {
    return v instanceof PyObject ? PyObject.refOf(v, this) : undefined;
  }
  wrapFunction(fn: (...args: unknown[]) => unknown): Ref {
    const { machine } = this;
    const isAsync = fn.constructor.name === "AsyncFunction";
    const name = fn.name || "<function>";
    const convertArguments = (values: readonly Value[], named: ReadonlyMap<string, Value> | undefined): unknown[] => {
      const args = values.map((value) => toJs(this, value));
      if (named !== undefined && named.size > 0) args.push(Object.fromEntries([...named].map(([key, value]) => [key, toJs(this, value)])));
      return args;
    };
    const definition = isAsync
      ? def("(*args, **kwargs)", async (_ctx, args: readonly Value[], named?: ReadonlyMap<string, Value>) =>
          toPython(this, await fn(...convertArguments(args, named))),
        )
      : def("(*args, **kwargs)", (_ctx, args: readonly Value[], named?: ReadonlyMap<string, Value>) => {
          const result = fn(...convertArguments(args, named));
          if (result instanceof Promise) return result.then((value) => toPython(this, value));
          return toPython(this, result);
        });
    return makeBuiltin(machine, register(machine, name, definition, 0, ""), CoreConst.TYPE_BUILTIN, 0, undefined, EMPTY);
  }

  // --- inside ------------------------------------------------------------------------------------------------------------------------

  #program(source: string, filename: string): Steps<Value> {
    const { machine } = this;
    const { heap, ctx } = machine;
    this.#runtime.rememberSource(filename, source);
    const dict = heap.readU32(this.#main + Layout.PyModule.dict);
    const code = machine.services.compile(source, { filename, mode: "exec", lastValueTo: RESULT_NAME });
    return machine.runCode(ctx, machine.loadCode(code), dict, dict);
  }

  #takeResult(): unknown {
    const { heap } = this.machine;
    const dict = heap.readU32(this.#main + Layout.PyModule.dict);
    const value = heap.getName(dict, RESULT_NAME);
    if (value === EMPTY) return undefined;
    heap.deleteName(dict, RESULT_NAME);
    return toJs(this, value);
  }

  #arguments(args: readonly unknown[]): Value[] {
    return args.map((arg) => toPython(this, arg));
  }
  #keywords(keywords: Readonly<Record<string, unknown>> | undefined): Map<string, Value> | undefined {
    return keywords && new Map(Object.entries(keywords).map(([name, value]) => [name, toPython(this, value)]));
  }

  /** Runs a synchronous piece with its own pool; Python exceptions become PythonError. Nested pieces (JS called from Python) are fine. */
  #exclusively<T>(timeoutMs: number | undefined, body: () => T): T {
    const { machine } = this;
    const outermost = !this.#running;
    const disarm = outermost ? this.#arm(timeoutMs) : undefined;
    const mark = machine.heap.pool.length;
    this.#running = true;
    try {
      return body();
    } catch (error) {
      throw outermost || error instanceof PyError ? this.#toJavascript(error) : error;
    } finally {
      if (outermost) this.#running = false;
      disarm?.();
      machine.heap.release(mark);
    }
  }

  async #exclusivelyAsync<T>(timeoutMs: number | undefined, body: () => Promise<T>): Promise<T> {
    const { machine } = this;
    if (this.#running) throw new KraitUsageError("this Krait VM is running a program already");
    const disarm = this.#arm(timeoutMs);
    const mark = machine.heap.pool.length;
    this.#running = true;
    try {
      return await body();
    } catch (error) {
      throw this.#toJavascript(error);
    } finally {
      this.#running = false;
      disarm?.();
      machine.heap.release(mark);
    }
  }

  #scoped<T>(body: () => T): T {
    const mark = this.machine.heap.pool.length;
    try {
      return body();
    } finally {
      this.machine.heap.release(mark);
    }
  }

  #arm(timeoutMs: number | undefined): (() => void) | undefined {
    const limit = timeoutMs ?? this.#options.timeoutMs;
    if (limit === undefined || limit === Number.POSITIVE_INFINITY) return undefined;
    if (!(limit > 0)) throw new RangeError(`timeoutMs must be positive, not ${limit}`);
    return this.machine.platform.arm(this.#flag, CoreConst.INTERRUPT_TIMEOUT, limit);
  }

  #limitMemory(bytes: number): void {
    if (!(bytes > 0)) throw new RangeError(`memoryBytes must be positive, not ${bytes}`);
    const { heap } = this.machine;
    const most = CoreConst.HEAP_END;
    const limit = HEAP_BASE + heap.readU32(Layout.VM.pages_in_use) * PAGE_BYTES + Math.ceil(bytes / PAGE_BYTES) * PAGE_BYTES;
    heap.writeU32(Layout.VM.heap_limit, Math.min(limit, most));
  }

  #toJavascript(error: unknown): unknown {
    if (!(error instanceof PyError)) return error;
    const { machine } = this;
    const { heap, ctx } = machine;
    return this.#scoped(() => {
      const exception = ctx.exceptionOf(error);
      const type = heap.typeOf(exception);
      const module = heap.text(heap.readU32(type + Layout.PyType.module) || heap.intern("builtins"));
      const qualname = heap.text(heap.readU32(type + Layout.PyType.qualname) || heap.readU32(type + Layout.PyType.name));
      const name = module === "builtins" || module === "__main__" ? qualname : `${module}.${qualname}`;
      return new PythonError({
        type: name,
        message: this.#safely(() => machine.runSteps(ctx.text(exception)), "<exception str() failed>"),
        traceback: this.#safely(() => this.#runtime.describe(error), name).replace(/\n$/, ""),
        exitCode: heap.isSubtype(type, CoreConst.EXC_SystemExit) ? this.#exitCode(exception) : undefined,
        cause: this.#javascriptCause.get(exception),
      });
    });
  }

  /** Exit code of a SystemExit as CPython's: None 0, an int itself, anything else 1. */
  #exitCode(exception: Ref): number {
    const { machine } = this;
    const code = this.#safely(() => machine.runSteps(machine.ctx.getattr(exception, "code")) as Value, CoreConst.NONE_REF as Value);
    const value = toJs(this, code);
    return value === null ? 0 : typeof value === "number" ? value & 0xff : typeof value === "boolean" ? Number(value) : 1;
  }

  #safely<T>(body: () => T, fallback: T): T {
    try {
      return body();
    } catch (error) {
      if (error instanceof PyError) return fallback;
      throw error;
    }
  }

  readonly #javascriptCause = new Map<Ref, unknown>();

  /** What a host function threw, as an exception Python can catch. */
  #javascriptError(error: unknown): PyError {
    if (error instanceof PythonError && error.type in EXCEPTION_OFFSETS)
      return new PyError(EXCEPTION_OFFSETS[error.type] as Ref, [error.message]);
    const name = error instanceof Error ? error.name : typeof error;
    const message = error instanceof Error ? error.message : String(error);
    return raise("RuntimeError", `JavaScript ${name}: ${message}`);
  }

  #setUp(): Ref {
    const { machine } = this;
    const { heap } = machine;
    heap.setScratch(0, EMPTY);
    const module = heap.made(heap.core.moduleNew(heap.intern("__main__")));
    const dict = heap.readU32(module + Layout.PyModule.dict);
    heap.setName(dict, "__builtins__", machine.moduleNamed("builtins"));
    heap.setName(heap.readU32(Layout.VM.sys_modules), "__main__", module);
    heap.setRef(Layout.VM.main_module, module);
    const sys = machine.moduleNamed("sys");
    const sysDict = heap.readU32(sys + Layout.PyModule.dict);
    heap.setName(sysDict, "argv", heap.list((this.#options.argv ?? [""]).map((arg) => heap.str(arg))));
    heap.setName(sysDict, "path", heap.list((this.#options.path ?? []).map((entry) => heap.str(entry))));
    for (const [name, values] of Object.entries(this.#options.modules ?? {})) {
      heap.setScratch(0, EMPTY);
      const host = heap.made(heap.core.moduleNew(heap.intern(name)));
      const hostDict = heap.readU32(host + Layout.PyModule.dict);
      for (const [key, value] of Object.entries(values)) heap.setName(hostDict, key, toPython(this, value));
      heap.setName(heap.readU32(Layout.VM.sys_modules), name, host);
    }
    return module;
  }

  #makeGlobals(): PyGlobals {
    const dict = (): Ref => this.machine.heap.readU32(this.#main + Layout.PyModule.dict);
    return {
      get: (name) =>
        this.#scoped(() => {
          const value = this.machine.heap.getName(dict(), name);
          return value === EMPTY ? undefined : toJs(this, value);
        }),
      set: (name, value) => this.#scoped(() => this.machine.heap.setName(dict(), name, toPython(this, value))),
      has: (name) => this.machine.heap.peekName(dict(), name) !== EMPTY,
      delete: (name) => this.machine.heap.deleteName(dict(), name),
      keys: () => this.#scoped(() => this.machine.heap.dictEntries(dict()).map(([key]) => this.machine.heap.text(key as Ref))),
    };
  }

  #audit(): string | undefined {
    return this.#runtime.audit();
  }
}

const EXCEPTION_OFFSETS: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(CoreConst)
    .filter(([name]) => name.startsWith("EXC_"))
    .map(([name, offset]) => [name.slice(4), Number(offset)]),
);

function accessFor(options: KraitOptions): Access {
  return {
    ...(options.files ? FULL_ACCESS : NO_ACCESS),
    system: false,
    environment: options.environment ?? {},
  };
}

function lineReader(stdin: KraitOptions["stdin"]): () => string {
  if (typeof stdin === "function") return stdin;
  const lines = (stdin ?? "").match(/[^\n]*\n|[^\n]+$/g) ?? [];
  let at = 0;
  return () => lines[at++] ?? "";
}
