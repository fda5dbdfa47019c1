// The time limit of a run. A thread of the platform layer raises the VM's interrupt flag, so it holds in a loop that never calls anything.
// The program gets TimeoutError at its next safe point and GRACE_MS to clean up; after that the exception is raised again at every safe point,
// so that a program which catches everything ends too.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { PyError } from "../heap/py-error.ts";
import type { InterruptFlag } from "../platform/platform.ts";
import { nowMs } from "../util/clock.ts";
import { interruptError } from "../vm/interrupts.ts";
import type { Machine } from "../vm/machine.ts";

const GRACE_MS = 200;
const WORD = Layout.VM.interrupt / 4;

export class TimeLimit {
  readonly #machine: Machine;
  readonly #flag: InterruptFlag;
  readonly #deadline: number;
  #disarm: () => void;
  #overSince: number | undefined;

  constructor(machine: Machine, flag: InterruptFlag, limitMs: number) {
    this.#machine = machine;
    this.#flag = flag;
    this.#deadline = nowMs() + limitMs;
    this.#disarm = machine.platform.arm(flag, CoreConst.INTERRUPT_TIMEOUT, limitMs);
    machine.onInterrupt = (bits) => this.#interrupted(bits);
  }

  /** Milliseconds that are left, at least 0. */
  get leftMs(): number {
    return Math.max(0, this.#deadline - nowMs());
  }

  /** The exception of a program that waits for a promise when its time is over. */
  expire(): PyError {
    this.#overSince ??= nowMs();
    Atomics.and(this.#machine.heap.u32, WORD, ~CoreConst.INTERRUPT_TIMEOUT);
    this.#rearm(GRACE_MS);
    return interruptError(CoreConst.INTERRUPT_TIMEOUT) as PyError;
  }

  /** Ends the limit. */
  stop(): void {
    this.#disarm();
    this.#machine.onInterrupt = interruptError;
    Atomics.and(this.#machine.heap.u32, WORD, ~CoreConst.INTERRUPT_TIMEOUT);
    this.#machine.heap.writeU32(Layout.VM.interrupt_raised, 0);
  }

  #rearm(ms: number): void {
    this.#disarm();
    this.#disarm = this.#machine.platform.arm(this.#flag, CoreConst.INTERRUPT_TIMEOUT, ms);
  }

  #interrupted(bits: number): PyError | undefined {
    if ((bits & CoreConst.INTERRUPT_TIMEOUT) === 0) return interruptError(bits);
    const now = nowMs();
    if (this.#overSince === undefined) return this.expire();
    const left = this.#overSince + GRACE_MS - now;
    if (left <= 0) Atomics.or(this.#machine.heap.u32, WORD, CoreConst.INTERRUPT_TIMEOUT);
    else this.#rearm(left); // whoever has raised it, there must be a next time
    return interruptError(CoreConst.INTERRUPT_TIMEOUT);
  }
}
