// One running Python: heap, core and the table of host functions, and the loop that serves what native code asks for.
// Native code never calls JavaScript; it returns a reason and is entered again, so all of Python's state is in the heap between two turns
// of the loop and a program can pause at any of them.

import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { Heap } from "../heap/heap.ts";
import { PyError, raise, refusedByNode } from "../heap/py-error.ts";
import type { Ref, Value } from "../heap/value.ts";
import { EMPTY, isRef } from "../heap/value.ts";
import type { CoreImage, HeapMemory, Platform } from "../platform/platform.ts";
import { isInstance } from "../util/instances.ts";
import { bindCore } from "./bind-core.ts";
import { moduleFunction } from "./code-loader.ts";
import { Context } from "./context.ts";
import { CoreObjects } from "./core-objects.ts";
import type { CallRequest, HostFunction, Steps } from "./host-call.ts";
import { HostFunctions } from "./host-functions.ts";
import { HostNesting } from "./host-nesting.ts";
import { interruptError, SIGNALS } from "./interrupts.ts";
import type { Services } from "./services.ts";
import { bindArguments, keywordMap } from "./signature.ts";
import { Threads } from "./threads.ts";
import { noTier, type Tier } from "./tier.ts";
import { formatException } from "./traceback-text.ts";

const VM = Layout.VM;
const INTERRUPTS = CoreConst.INTERRUPT_HOST | CoreConst.INTERRUPT_TIMEOUT | CoreConst.INTERRUPT_SIGNAL;
// The words that say which host call is in progress, and where; saved while Python code runs on its behalf.
const HOST_STATE = [
  VM.host_id, VM.host_args, VM.host_nargs, VM.host_kwnames, VM.host_builtin, VM.host_mode, VM.host_window,
  VM.pc, VM.fp, VM.stack_top,
] as const; // biome-ignore format: a table

/** A host generator waiting for Python code it called. */
export interface Activation {
  readonly steps: Steps<Value>;
  pool: Ref[];
  readonly state: number[];
}

/** A host call whose promise is not settled yet. */
interface Pause {
  readonly promise: Promise<Value>;
  readonly state: number[];
}

/** What V8 says when a string, array or BigInt would be larger than it can make. */
const TOO_LARGE =
  /^(Invalid (string|array|typed array|array buffer) length|Array buffer allocation failed|Maximum BigInt size exceeded|Invalid count value)/;

export class Machine extends CoreObjects {
  readonly platform: Platform;
  readonly memory: HeapMemory;
  readonly image: CoreImage;
  readonly ctx: Context;
  /** Host functions by id. */
  readonly functions = new HostFunctions();
  /** Calls of each of them by its path, for who has put a map here. */
  hostCallCounts: Map<string, number> | undefined;
  /** Objects that TypeScript keeps for PyHostObject.host_index; freed slots are reused. */
  readonly hostObjects: unknown[] = [];
  /** Names of modules made by host code or the core. */
  readonly builtinModules = new Set<string>();
  /** Prelude functions the core may ask for that nobody has written: for tests. */
  missingPrelude: readonly string[] = [];
  private tier: Tier = noTier;
  /** Turns what host code throws that is no PyError into one; set by the library for JavaScript exceptions. */
  convertError: (error: unknown) => PyError;
  /** Called when a safe point finds interrupt bits; may give an exception to raise. */
  onInterrupt: (bits: number) => PyError | undefined = interruptError;
  /** What the front end and the surroundings do for this machine. */
  services!: Services;
  /** The program is over, what it left behind is being taken apart: only the main thread runs from now on. */
  isFinalizing = false;
  /** Threads of Python code; made when the program asks for the first one. */
  readonly threads: Threads;
  private readonly enter: () => number;
  readonly nesting = new HostNesting();
  private activations: Activation[] = [];
  /** Run loops, the outermost included. */
  private loops = 0;

  constructor(platform: Platform, image: CoreImage) {
    const memory = platform.reserveHeap();
    super(new Heap(memory.buffer, bindCore(platform, image, memory.base)));
    this.platform = platform;
    this.image = image;
    this.memory = memory;
    this.enter = platform.makeEnter(image, "core_enter", this.memory);
    this.ctx = new Context(this);
    this.threads = new Threads(this);
    this.convertError = refusedByNode;
  }

  /** Gives all memory back. Nothing of this machine may be used afterwards. */
  close(): void {
    this.memory.close();
  }

  /** Lets `tier` hear of loops and functions that have run this often. */
  startTier(tier: Tier, hotLoop: number, hotEntry: number): void {
    this.tier = tier;
    this.heap.writeU32(VM.hot_loop, hotLoop);
    this.heap.writeU32(VM.hot_entry, hotEntry);
    this.heap.writeU32(VM.jit_enabled, 1);
  }
  /** No counter reports any more; traces that exist go on. */
  stopTier(): void {
    this.tier = noTier;
    this.heap.writeU32(VM.jit_enabled, 0);
  }

  /** Every reference TypeScript holds through this machine, one entry a count. */
  heldReferences(): Ref[] {
    const { heap } = this;
    return [
      ...heap.pool,
      ...this.activations.flatMap((activation) => activation.pool),
      ...this.threads.heldReferences(),
      ...heap.internedNames().map(([, ref]) => ref),
      ...this.namedReferences(),
    ];
  }
  /** Runs module-level code in a namespace. `closure`: tuple of cells or 0. */
  *runCode(ctx: Context, code: Ref, globals: Ref, locals: Value, closure: Ref = 0): Steps<Value> {
    const fn = moduleFunction(this.heap, code, globals, this.heap.text(this.heap.readU32(code + Layout.PyCode.name)));
    if (closure !== 0) this.heap.setRef(fn + Layout.PyFunction.closure, closure);
    const isNamespace = (this.heap.readU32(code + Layout.PyCode.flags) & CoreConst.CODE_NAMESPACE) !== 0;
    return yield* ctx.call(fn, isNamespace ? [locals] : []);
  }
  /** Text of an uncaught exception, as Python prints it. */
  *formatException(ctx: Context, exception: Ref, chain = true): Steps<string> {
    return yield* formatException(ctx, exception, chain);
  }
  isBuiltinModule(name: string): boolean {
    return this.builtinModules.has(name);
  }
  // --- host functions ------------------------------------------------------------------------------------------------------------

  /** The TypeScript function behind a callable, if that is all it is. */
  hostFunctionOf(callee: Value): HostFunction | undefined {
    const { heap } = this;
    if (!isRef(callee) || heap.kindOf(callee) !== CoreConst.LAYOUT_BUILTIN) return undefined;
    if (heap.readU32(callee + Layout.PyBuiltin.kind) !== CoreConst.BUILTIN_HOST) return undefined;
    const found = this.functions.get(heap.readU32(callee + Layout.PyBuiltin.host_id));
    return found === undefined || found.kind === "async" ? undefined : found;
  }

  /** Calls a host function with unbound arguments; a bound self of `builtin` goes first. */
  invoke(
    found: HostFunction,
    builtin: Ref,
    args: readonly Value[],
    keywords: ReadonlyMap<string, Value> | undefined,
  ): Value | Steps<Value> | Promise<Value> {
    const self = this.heap.peekValue(builtin + Layout.PyBuiltin.self);
    if (found.signature.hasSelf && self !== EMPTY) args = [self, ...args];
    if (found.signature.hasSelf && found.owner !== 0) {
      const first = args[0];
      if (first === undefined) throw unboundError(this.ctx, found);
      if (!this.heap.isInstance(first, found.owner)) throw wrongSelf(this.ctx, found, first);
    }
    const { signature } = found;
    if (
      keywords === undefined &&
      signature.positionalOnly &&
      !signature.args &&
      args.length === signature.parameters.length
    )
      return found.implementation(this.ctx, ...args);
    return found.implementation(this.ctx, ...bindArguments(found, args, keywords));
  }

  /** For loops in host code: throws what an interruption that waits has to raise. */
  poll(): void {
    const bits = Atomics.load(this.heap.u32, VM.interrupt / 4) & INTERRUPTS & ~this.heap.readU32(VM.interrupt_raised);
    if (bits === 0) return;
    Atomics.and(this.heap.u32, VM.interrupt / 4, ~bits);
    const error = this.onInterrupt(bits);
    if (error !== undefined) throw error;
  }

  // --- running ---------------------------------------------------------------------------------------------------------------------

  /**
   * Calls `callee` and runs until it has returned. The result is held by the current pool.
   * Throws PyError; throws a Python RuntimeError if an async host function is reached.
   */
  callSync(callee: Value, args: readonly Value[] = [], keywords?: ReadonlyMap<string, Value>): Value {
    return this.nested(() => {
      this.requestCall({ callee, args, keywords }, CoreConst.RET_DONE);
      for (;;) {
        const outcome = this.turn();
        if (outcome === undefined) continue;
        if (outcome === "done") return this.takeResult();
        if (outcome === "raised") throw this.heap.takeError();
        outcome.promise.catch(() => {});
        this.restore(outcome.state);
        this.answerError(
          raise("RuntimeError", "an asynchronous host function was called where the program can't pause"),
        );
      }
    });
  }

  /** As callSync, but waits for async host functions. No other call into this machine may be made meanwhile. */
  async callAsync(callee: Value, args: readonly Value[] = [], keywords?: ReadonlyMap<string, Value>): Promise<Value> {
    this.requestCall({ callee, args, keywords }, CoreConst.RET_DONE);
    this.loops++;
    try {
      return await this.runAsync();
    } finally {
      this.loops--;
    }
  }

  private async runAsync(): Promise<Value> {
    for (;;) {
      const outcome = this.turn();
      if (outcome === undefined) continue;
      if (outcome === "done") return this.takeResult();
      if (outcome === "raised") throw this.heap.takeError();
      const mark = this.heap.pool.length;
      let value: Value | undefined;
      let failure: unknown;
      try {
        value = await outcome.promise;
      } catch (error) {
        failure = error;
      }
      this.restore(outcome.state);
      if (value === undefined) this.answerError(this.asPyError(failure));
      else this.answer(value);
      this.heap.release(mark);
    }
  }

  /** Runs host steps from outside a host call, e.g. to print a traceback. */
  runSteps<T>(steps: Steps<T>): T {
    let step = steps.next();
    while (!step.done) {
      let value: Value;
      try {
        value = this.callSync(step.value.callee, step.value.args, step.value.keywords);
      } catch (error) {
        step = steps.throw(error);
        continue;
      }
      step = steps.next(value);
    }
    return step.value;
  }

  /** As runSteps, but waits for async host functions. */
  async runStepsAsync<T>(steps: Steps<T>): Promise<T> {
    let step = steps.next();
    while (!step.done) {
      let value: Value;
      try {
        value = await this.callAsync(step.value.callee, step.value.args, step.value.keywords);
      } catch (error) {
        step = steps.throw(error);
        continue;
      }
      step = steps.next(value);
    }
    return step.value;
  }

  /** Whether host code waits for a run loop of its own: no other thread can run then. */
  get isNested(): boolean {
    return this.loops > 1;
  }
  /** For threads: makes these the waiting host generators, and gives those that were. */
  swapActivations(activations: Activation[]): Activation[] {
    const before = this.activations;
    this.activations = activations;
    return before;
  }
  /** For threads: the next turn begins the thread that calls `callee`. */
  begin(callee: Value): void {
    this.requestCall({ callee, args: [] }, CoreConst.RET_DONE);
  }
  /** For threads: a recording has been ended from outside. */
  endRecording(): void {
    this.tier.recorded(this);
    this.heap.core.recordRead();
  }

  private nested<T>(body: () => T): T {
    const state = this.save();
    const result = this.heap.readU32(VM.result);
    if (result !== 0) this.heap.writeValue(VM.result, EMPTY);
    this.loops++;
    try {
      return body();
    } finally {
      this.loops--;
      this.restore(state);
    }
  }

  /** Enters native code once and serves what it returned for. undefined: go on. */
  private turn(): "done" | "raised" | Pause | undefined {
    const reason = this.enter();
    switch (reason) {
      case CoreConst.REASON_HOST_CALL: {
        const pause = this.hostCall();
        if (this.threads.isParking) this.threads.parked();
        return pause;
      }
      case CoreConst.REASON_HOST_RETURN:
        this.resume((activation) => activation.steps.next(this.takeResult()));
        return undefined;
      case CoreConst.REASON_HOST_UNWIND:
        this.resume((activation) => activation.steps.throw(this.heap.takeError()));
        return undefined;
      case CoreConst.REASON_DONE:
      case CoreConst.REASON_RAISE:
        if (this.threads.isMain || this.isNested) return reason === CoreConst.REASON_DONE ? "done" : "raised";
        this.threads.ended();
        return undefined;
      case CoreConst.REASON_INTERRUPT: {
        const at = VM.interrupt / 4;
        const all = Atomics.and(this.heap.u32, at, ~(INTERRUPTS | CoreConst.INTERRUPT_TIER | SIGNALS)) >>> 0;
        if ((all & CoreConst.INTERRUPT_TIER) !== 0) this.tier.called(this);
        const bits = (all & (INTERRUPTS | SIGNALS)) >>> 0;
        // What raise_interrupt (native/core/errors.c) has raised already is only noted.
        const raised = this.heap.readU32(VM.interrupt_raised);
        this.heap.writeU32(VM.interrupt_raised, 0);
        const error = this.onInterrupt(bits);
        this.heap.writeU32(VM.resume, CoreConst.RESUME_RUN);
        if (error !== undefined && (bits & ~raised) !== 0) {
          if (!this.threads.raiseInMain(error)) this.answerError(error);
        } else if ((all & CoreConst.INTERRUPT_TIER) !== 0) {
          this.threads.timerRang();
        }
        return undefined;
      }
      case CoreConst.REASON_TRACE_DONE:
        this.tier.recorded(this);
        this.heap.core.recordRead();
        this.heap.writeU32(VM.resume, CoreConst.RESUME_RUN);
        return undefined;
      case CoreConst.REASON_HOT:
        this.tier.hot(this);
        this.heap.writeU32(VM.resume, CoreConst.RESUME_RUN);
        return undefined;
      case CoreConst.REASON_FATAL:
        throw new Error(`krait: the core stopped: ${this.fatalMessage()}`);
      default:
        throw new Error(`krait: the core returned an unknown reason ${reason}`);
    }
  }

  private hostCall(): Pause | undefined {
    const { heap } = this;
    const id = heap.readU32(VM.host_id);
    const found = this.functions.get(id);
    if (found === undefined) throw new Error(`krait: host function ${this.functions.nameOf(id)} does not exist`);
    const counts = this.hostCallCounts;
    if (counts !== undefined) counts.set(found.path, (counts.get(found.path) ?? 0) + 1);
    const mark = heap.pool.length;
    try {
      const at = heap.readU32(VM.host_args);
      const count = heap.readU32(VM.host_nargs);
      const args = new Array<Value>(count);
      for (let i = 0; i < count; i++) args[i] = heap.peekValue(at + i * 8);
      const names = heap.readU32(VM.host_kwnames);
      let keywords: Map<string, Value> | undefined;
      if (names !== 0) {
        const values: Value[] = [];
        for (let i = 0, n = heap.tupleLength(names); i < n; i++) values.push(heap.peekValue(at + (count + i) * 8));
        keywords = keywordMap(heap, names, values);
      }
      const builtin = heap.readU32(VM.host_builtin);
      const result =
        builtin === 0 ? found.implementation(this.ctx, ...args) : this.invoke(found, builtin, args, keywords);
      if (result instanceof Promise) return { promise: result, state: this.save() };
      if (found.kind !== "steps") {
        this.answer(result as Value);
      } else {
        const state = this.save();
        const steps = result as Steps<Value>;
        const first = steps.next();
        if (!first.done) {
          // The generator waits, and gets a pool of its own: other host calls may come and go meanwhile.
          this.activations.push({ steps, pool: heap.pool.splice(mark), state });
          this.resume(() => first);
          return undefined;
        }
        this.answer(first.value);
      }
    } catch (error) {
      this.answerError(this.asPyError(error));
    }
    heap.release(mark);
    return undefined;
  }

  /** Goes on with the innermost waiting generator until it calls Python code or ends. */
  private resume(go: (activation: Activation) => IteratorResult<CallRequest, Value>): void {
    const { heap } = this;
    const activation = this.activations[this.activations.length - 1];
    if (activation === undefined) throw new Error("krait: the core answered a call that no host function made");
    const outer = heap.pool;
    heap.pool = activation.pool;
    this.restore(activation.state);
    try {
      for (let next = go; ; ) {
        const step = next(activation);
        if (step.done) {
          this.activations.pop();
          this.answer(step.value);
          break;
        }
        try {
          this.requestCall(step.value, CoreConst.RET_HOST);
          return;
        } catch (error) {
          // The call could not even be made (no room on the stack): the generator hears of it as of any exception.
          next = (current) => current.steps.throw(this.asPyError(error));
        }
      }
    } catch (error) {
      this.activations.pop();
      this.answerError(this.asPyError(error));
    } finally {
      if (this.activations[this.activations.length - 1] !== activation) heap.release(0);
      heap.pool = outer;
    }
  }

  /** Lays a call window above the stack's top and makes the core run it at the next enter(). */
  private requestCall(request: CallRequest, mode: number): void {
    const { heap } = this;
    const named = request.keywords?.size ?? 0;
    const count = request.args.length + named;
    const base = heap.readU32(VM.stack_top);
    if (base + (count + 16) * 8 > heap.readU32(VM.stack_limit))
      throw raise("RecursionError", "maximum recursion depth exceeded");
    const place = (at: number, value: Value) => {
      heap.incref(value);
      heap.writeValue(at, value);
    };
    place(base, request.callee);
    for (let i = 1; i < 4; i++) heap.writeValue(base + i * 8, EMPTY);
    let at = base + 32;
    for (const value of request.args) {
      place(at, value);
      at += 8;
    }
    let names = 0;
    if (named > 0) {
      const keys: Ref[] = [];
      for (const [name, value] of request.keywords as ReadonlyMap<string, Value>) {
        keys.push(heap.intern(name));
        place(at, value);
        at += 8;
      }
      names = heap.tuple(keys);
    }
    heap.writeValue(at, EMPTY);
    heap.writeU32(VM.call_base, base);
    heap.writeU32(VM.call_nargs, request.args.length);
    heap.writeU32(VM.call_kwnames, names);
    heap.writeU32(VM.call_mode, mode);
    heap.writeU32(VM.resume, CoreConst.RESUME_CALL);
  }

  private answer(value: Value): void {
    this.heap.incref(value);
    this.heap.writeValue(VM.result, value);
    this.heap.writeU32(VM.resume, CoreConst.RESUME_VALUE);
  }
  answerError(error: PyError): void {
    this.heap.core.raise(this.ctx.exceptionOf(error));
    this.heap.writeU32(VM.resume, CoreConst.RESUME_RAISE);
  }
  private takeResult(): Value {
    const value = this.heap.own(this.heap.peekValue(VM.result));
    this.heap.writeValue(VM.result, EMPTY);
    return value;
  }

  private save(): number[] {
    const state = new Array<number>(HOST_STATE.length);
    for (let i = 0; i < state.length; i++) state[i] = this.heap.readU32(HOST_STATE[i] as number);
    return state;
  }
  private restore(state: readonly number[]): void {
    for (let i = 0; i < state.length; i++) this.heap.writeU32(HOST_STATE[i] as number, state[i] as number);
  }

  private asPyError(error: unknown): PyError {
    if (isInstance(error, PyError)) return error;
    if (isInstance(error, RangeError)) {
      // Not a regular expression: compiling one needs stack too.
      if (error.message.includes("call stack")) return raise("RecursionError", "maximum recursion depth exceeded");
      if (TOO_LARGE.test(error.message)) return raise("MemoryError");
    }
    return this.convertError(error);
  }

  private fatalMessage(): string {
    const at = this.heap.readU32(VM.fatal_message);
    if (at === 0) return "no message";
    const end = this.heap.u8.indexOf(0, at);
    return this.heap.bytes.latin1Slice(at, end);
  }
}

function unboundError(ctx: Context, found: HostFunction): PyError {
  return raise("TypeError", `unbound method ${ctx.shortNameOfType(found.owner)}.${found.name}() needs an argument`);
}
function wrongSelf(ctx: Context, found: HostFunction, first: Value): PyError {
  const owner = ctx.nameOfType(found.owner);
  const what = found.isWrapper
    ? `descriptor '${found.name}' requires a '${owner}' object`
    : `descriptor '${found.name}' for '${owner}' objects doesn't apply to a '${ctx.typeName(first)}' object`;
  return raise("TypeError", found.isWrapper ? `${what} but received a '${ctx.typeName(first)}'` : what);
}
