// Threads of Python code. The machine runs one at a time and goes over to another where a thread waits (a lock, a sleep), ends, or has run
// for SLICE_MS while others could run. What makes up a thread is the part of the VM stack it runs on, a few words of the VM struct, and the
// host generators that wait for Python code it called; each thread has a stretch of stack of its own, so frames never move.
import { headAt } from "../heap/frames.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { PyError, raise } from "../heap/py-error.ts";
import type { Ref, Value } from "../heap/value.ts";
import { EMPTY, isRef } from "../heap/value.ts";
import { nowMs, sleepMs } from "../util/clock.ts";
import type { Activation, Machine } from "./machine.ts";

const VM = Layout.VM;
/** How long a thread may run while others could: sys.getswitchinterval(). */
const SLICE_MS = 5;
/** Interrupts are looked at this often while every thread waits. */
const NAP_MS = 20;
/** A thread's stretch of stack. The core keeps 2 MiB of it free for the largest frames. */
const STACK_BYTES = 0x280000;
const STACKS = Math.floor((CoreConst.HEAP_BASE - CoreConst.THREAD_STACKS) / STACK_BYTES);
export const MAIN_THREAD = 1;
const WORDS = [
  VM.host_id, VM.host_args, VM.host_nargs, VM.host_kwnames, VM.host_builtin, VM.host_mode, VM.host_window,
  VM.pc, VM.fp, VM.stack_top, VM.stack_limit, VM.depth, VM.resume,
  VM.result, VM.result + 4, VM.handled, VM.handled + 4,
  VM.counting, VM.observed, VM.observer_runs, VM.trace_function, VM.trace_function + 4, VM.profile_function, VM.profile_function + 4,
] as const; // biome-ignore format: a table
/** Globals of modules that each thread has a value of its own for. */
const GLOBALS = [["_contextvars", "_current"]] as const;

interface Thread {
  readonly id: number;
  /** Number of its stretch of stack; undefined for the main thread, and until it begins. */
  stack: number | undefined;
  /** What it calls when it begins (owned); EMPTY afterwards. */
  callee: Value;
  words: number[];
  activations: Activation[];
  /** Values of GLOBALS (owned), EMPTY: none yet. */
  globals: Value[];
  /** What it waits for: a number that `wake` is called with, or only time if 0. undefined: it does not wait. */
  waitsFor: number | undefined;
  deadline: number;
  /** Raised in it when it goes on. */
  error: PyError | undefined;
}

export class Threads {
  private readonly machine: Machine;
  private current: Thread;
  private readonly main: Thread;
  /** In the order in which they will run; the current one is in neither list. */
  private ready: Thread[] = [];
  private waiting: Thread[] = [];
  private readonly freeStacks: number[] = [];
  private stacksMade = 0;
  private nextId = MAIN_THREAD + 1;
  private isArmed = false;
  private ringsAt = 0;
  /** The current thread has asked to wait: the run loop goes over to another when the host call that asked is answered. */
  isParking = false;

  constructor(machine: Machine) {
    this.machine = machine;
    this.main = newThread(MAIN_THREAD, EMPTY);
    this.current = this.main;
  }

  get currentId(): number {
    return this.current.id;
  }
  get isMain(): boolean {
    return this.current === this.main;
  }
  /** Threads besides the main one that have not ended. */
  get count(): number {
    return this.ready.length + this.waiting.length;
  }

  /** A thread that will call `callee`. */
  start(callee: Ref): number {
    const thread = newThread(this.nextId++, callee);
    this.machine.heap.incref(callee);
    this.ready.push(thread);
    this.armSlice();
    return thread.id;
  }

  /**
   * The current thread waits from the end of this host call on until `wake(key)`, which makes the call's result True, or for `seconds`
   * (below 0: for ever), which makes it False.
   */
  park(key: number, seconds: number): void {
    const { current } = this;
    const isForEver = seconds < 0;
    if (this.machine.isNested || (isForEver && this.count === 0)) {
      if (isForEver) throw deadlock();
      return this.sleep(seconds);
    }
    current.waitsFor = key;
    current.deadline = isForEver ? Number.POSITIVE_INFINITY : nowMs() + seconds * 1000;
    this.isParking = true;
  }

  /** Lets threads go on that wait for `key`: the one that has waited longest, or all. */
  wake(key: number, all: boolean): void {
    for (const thread of this.waiting.slice()) {
      if (thread.waitsFor !== key) continue;
      this.goOn(thread, CoreConst.TRUE_REF);
      if (!all) return;
    }
  }

  /** Between two turns of the run loop: another thread's turn, if the current one has asked to wait. */
  parked(): void {
    this.isParking = false;
    this.endRecording();
    this.leave();
    this.waiting.push(this.current);
    this.enterNext();
  }

  /**
   * The timer's flag, which others raise too, was seen at a safe point: another thread may run. Code that stands for what is C in CPython
   * is never interrupted, as C is not.
   */
  timerRang(): void {
    if (!this.isArmed || nowMs() < this.ringsAt) return;
    this.isArmed = false;
    const { heap } = this.machine;
    if (this.count === 0 || this.machine.isFinalizing) return;
    const code = heap.readU32(headAt(heap.readU32(VM.fp), "code"));
    const isHidden = (heap.readU32(code + Layout.PyCode.flags) & CoreConst.CODE_HIDDEN) !== 0;
    this.wakeLate();
    if (isHidden || this.machine.isNested || this.ready.length === 0 || this.isRecording()) {
      this.armSlice();
      return;
    }
    heap.writeU32(VM.resume, CoreConst.RESUME_RUN);
    this.leave();
    this.ready.push(this.current);
    this.enterNext();
  }

  /** The current thread's first call has returned. Its exceptions are its own affair. */
  ended(): void {
    const { heap } = this.machine;
    const { current } = this;
    const mark = heap.pool.length;
    if (heap.peekValue(VM.exception) !== EMPTY) heap.takeError();
    heap.release(mark);
    const result = heap.peekValue(VM.result);
    heap.writeValue(VM.result, EMPTY);
    if (isRef(result) && result !== EMPTY) heap.decref(result);
    this.swapGlobals(current.globals);
    for (const value of current.globals) if (isRef(value) && value !== EMPTY) heap.decref(value);
    if (current.stack !== undefined) this.freeStacks.push(current.stack);
    this.enterNext();
  }

  /** An exception from outside, Ctrl-C above all, is the main thread's. True: it is raised there, and that is the current thread now. */
  raiseInMain(error: PyError): boolean {
    if (this.isMain || this.machine.isNested) return false;
    this.main.error = error;
    this.endRecording();
    this.machine.heap.writeU32(VM.resume, CoreConst.RESUME_RUN);
    this.leave();
    this.ready.push(this.current);
    this.hurryMain();
    this.enterNext();
    return true;
  }

  /** Another thread than the main one wants that to get KeyboardInterrupt when it goes on. */
  interruptMain(): void {
    this.main.error = raise("KeyboardInterrupt");
    this.hurryMain();
  }

  /** References of threads that are not running, one entry a count: for the audit. */
  heldReferences(): Ref[] {
    const { heap } = this.machine;
    const held: Value[] = [];
    for (const thread of [...this.ready, ...this.waiting]) {
      held.push(thread.callee, ...thread.globals, ...thread.activations.flatMap(({ pool }) => pool));
      const word = (offset: number): number => thread.words[WORDS.indexOf(offset as never)] ?? 0;
      for (const place of [VM.handled, VM.trace_function, VM.profile_function])
        if (word(place + 4) === 0) held.push(word(place));
      const bottom = this.bottomOf(thread);
      for (let at = bottom; at < word(VM.stack_top); at += 8) held.push(heap.peekValue(at));
      for (let fp = word(VM.fp); fp !== 0; fp = heap.readU32(headAt(fp, "caller_fp"))) {
        held.push(heap.readU32(headAt(fp, "object")));
        held.push(heap.readU32(headAt(fp, "aux")));
      }
    }
    return held.filter((value) => isRef(value) && value !== EMPTY) as Ref[];
  }

  // --- going over --------------------------------------------------------------------------------------------------------------

  private bottomOf({ stack }: Thread): number {
    return stack === undefined ? CoreConst.STACK_BASE : CoreConst.THREAD_STACKS + stack * STACK_BYTES;
  }

  /** Saves the current thread. Traces that it would return into may be gone by the time it goes on: the interpreter goes on instead. */
  private leave(): void {
    const { current, machine } = this;
    const { heap } = machine;
    for (let fp = heap.readU32(VM.fp); fp !== 0; fp = heap.readU32(headAt(fp, "caller_fp"))) {
      const mode = heap.readU32(headAt(fp, "mode"));
      if ((mode & 0xff) !== CoreConst.RET_TRACE) continue;
      heap.writeU32(headAt(fp, "mode"), ((mode & ~0xff) | CoreConst.RET_CALL) >>> 0);
      heap.writeU32(headAt(fp, "aux"), 0);
    }
    if (heap.readU32(VM.tier_state) === CoreConst.TIER_STEP) heap.writeU32(VM.tier_state, CoreConst.TIER_OFF);
    current.words = WORDS.map((offset) => heap.readU32(offset));
    current.activations = machine.swapActivations([]);
    this.swapGlobals(current.globals);
  }

  private enterNext(): void {
    let next: Thread | undefined;
    while (next === undefined) {
      this.wakeLate();
      next = this.ready.find((thread) => thread.callee === EMPTY || this.hasStack());
      if (next === undefined) this.waitForSomebody();
    }
    this.ready.splice(this.ready.indexOf(next), 1);
    this.current = next;
    const { heap } = this.machine;
    heap.writeU32(VM.thread_id, next.id);
    const { callee } = next;
    const counting = heap.readU32(heap.readU32(VM.observed) ? VM.observed_else : VM.counting);
    this.machine.swapActivations(next.activations);
    this.swapGlobals(next.globals);
    WORDS.forEach((offset, i) => {
      heap.writeU32(offset, next.words[i] ?? 0);
    });
    if (callee !== EMPTY) {
      heap.writeU32(VM.counting, counting); // nobody watches it yet
      next.stack = this.freeStacks.pop() ?? this.stacksMade++;
      const bottom = this.bottomOf(next);
      heap.writeU32(VM.stack_top, bottom);
      heap.writeU32(VM.stack_limit, bottom + STACK_BYTES);
      next.callee = EMPTY;
      this.machine.begin(callee);
      heap.decref(callee as Ref);
    } else if (next.error !== undefined) {
      heap.writeValue(VM.result, EMPTY);
      this.machine.answerError(next.error);
      next.error = undefined;
    }
    if (this.ready.length > 0 || this.waiting.length > 0) this.armSlice();
  }

  private hasStack(): boolean {
    return this.freeStacks.length > 0 || this.stacksMade < STACKS;
  }

  /** Everybody waits: until the first deadline, or what comes from outside. */
  private waitForSomebody(): void {
    const first = Math.min(...this.waiting.map(({ deadline }) => deadline));
    if (first === Number.POSITIVE_INFINITY) {
      this.main.error = deadlock();
      this.hurryMain();
      return;
    }
    try {
      this.machine.poll();
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      this.main.error = error;
      this.hurryMain();
      return;
    }
    sleepMs(Math.min(NAP_MS, first - nowMs()));
  }

  private hurryMain(): void {
    const { main } = this;
    if (this.waiting.includes(main)) this.goOn(main, CoreConst.FALSE_REF);
    this.ready = [main, ...this.ready.filter((thread) => thread !== main)];
  }

  private wakeLate(): void {
    const now = nowMs();
    for (const thread of this.waiting.slice()) if (thread.deadline <= now) this.goOn(thread, CoreConst.FALSE_REF);
  }

  private goOn(thread: Thread, answer: Ref): void {
    this.waiting.splice(this.waiting.indexOf(thread), 1);
    thread.waitsFor = undefined;
    thread.words[WORDS.indexOf(VM.result as never)] = answer;
    thread.words[WORDS.indexOf((VM.result + 4) as never)] = 0;
    this.ready.push(thread);
  }

  /** Nobody else can run meanwhile. */
  private sleep(seconds: number): void {
    for (const end = nowMs() + seconds * 1000; ; ) {
      this.machine.poll();
      const left = end - nowMs();
      if (left <= 0) return;
      sleepMs(Math.min(NAP_MS, left));
    }
  }

  private armSlice(): void {
    if (this.isArmed) return;
    this.isArmed = true;
    this.ringsAt = nowMs() + SLICE_MS - 1;
    const { platform, memory } = this.machine;
    platform.arm(platform.interruptFlag(memory, VM.interrupt), CoreConst.INTERRUPT_TIER, SLICE_MS);
  }

  private isRecording(): boolean {
    return this.machine.heap.readU32(VM.tier_state) === CoreConst.TIER_RECORD;
  }
  /** A recording knows one thread: it ends as if the host call had called Python code. */
  private endRecording(): void {
    const { heap } = this.machine;
    if (!this.isRecording()) return;
    heap.writeU32(VM.tier_state, CoreConst.TIER_OFF);
    heap.writeU32(VM.record_end, CoreConst.RECORD_HOST);
    this.machine.endRecording();
  }

  /** Exchanges the values of GLOBALS; `values` are then those of before. */
  private swapGlobals(values: Value[]): void {
    const { machine } = this;
    const { heap } = machine;
    GLOBALS.forEach(([module, name], i) => {
      const found = machine.moduleNamed(module);
      if (found === EMPTY) return;
      const dict = heap.readU32(found + Layout.PyModule.dict);
      const before = heap.peekName(dict, name);
      if (isRef(before) && before !== EMPTY) heap.incref(before);
      const value = values[i] as Value;
      heap.setName(dict, name, value === EMPTY ? CoreConst.NONE_REF : value);
      if (isRef(value) && value !== EMPTY) heap.decref(value);
      values[i] = before;
    });
  }
}

function newThread(id: number, callee: Value): Thread {
  return {
    ...{ id, callee, stack: undefined, words: [], activations: [], globals: GLOBALS.map(() => EMPTY) },
    ...{ waitsFor: undefined, deadline: 0, error: undefined },
  };
}

function deadlock(): PyError {
  return raise("RuntimeError", "deadlock: waiting for a lock that is held, and no thread runs that could release it");
}
