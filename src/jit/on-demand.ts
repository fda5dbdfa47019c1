// The tier until something is hot, and in front of the JIT from then on: programs that end before compiling could pay don't even load it.
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { isMainThread } from "node:worker_threads";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { nowMs } from "../util/clock.ts";
import type { Machine, Tier } from "../vm/tier.ts";
import { Heat } from "./heat.ts";
import type { Jit } from "./jit.ts";
import { loadJit } from "./load/load-jit.ts";
import { compilerThreadFile } from "./load/thread-file.ts";
import type { JitOptions } from "./options.ts";
import { backgroundPolicy, policy as defaultPolicy, type Policy } from "./policy.ts";

const VM = Layout.VM;

/** With what can be had of them here. Not before something is hot: to ask takes Node a millisecond. */
function optionsFor(machine: Machine, options: JitOptions): JitOptions {
  const wantsAll = options.statistics === true || options.onEvent !== undefined;
  const inBackground =
    options.inBackground === true &&
    !wantsAll &&
    compilerThreadFile() !== undefined &&
    machine.platform.sharesHeaps &&
    isMainThread &&
    availableParallelism() > 1;
  const traceFile = inBackground || wantsAll ? undefined : options.traceFile;
  return {
    ...options,
    inBackground,
    ...(traceFile ? { traceFile } : { traceFile: undefined }),
    policy: options.policy ?? (inBackground ? backgroundPolicy : defaultPolicy),
  };
}

export class JitOnDemand implements Tier {
  private readonly machine: Machine;
  private readonly asked: JitOptions;
  private options: JitOptions | undefined;
  private readonly startedMs = nowMs();
  private waiting: { readonly heat: Heat; readonly policy: Policy } | undefined;
  private loaded: Jit | undefined;
  private isKnown: boolean | undefined;

  constructor(machine: Machine, options: JitOptions) {
    this.machine = machine;
    this.asked = options;
    // Who wants to hear of everything gets everything, whatever the time.
    if (options.statistics === true || options.onEvent !== undefined) this.jit;
  }

  get jit(): Jit {
    if (this.loaded === undefined) {
      const began = nowMs();
      this.options ??= optionsFor(this.machine, this.asked);
      this.loaded = new (loadJit().Jit)(this.machine, this.options, this.startedMs);
      // It is time that the program waits for the JIT like any other.
      this.loaded.stats.compileMs += nowMs() - began;
    }
    return this.loaded;
  }

  hot(machine: Machine): void {
    if (this.loaded !== undefined || this.isWorthLoading()) this.jit.hot(machine);
  }
  recorded(machine: Machine): void {
    this.loaded?.recorded(machine);
  }
  called(): void {
    this.loaded?.called();
  }

  /** Nothing is under way any more. */
  rest(): void {
    this.loaded?.rest();
  }
  close(): void {
    this.loaded?.close();
  }

  /** The program is over: its traces are kept for the next time. */
  save(): void {
    this.loaded?.save();
  }

  /** Whether an earlier run of the program has left traces. */
  private hasTraces(): boolean {
    const file = this.options?.traceFile?.();
    return file !== undefined && existsSync(file.path);
  }
  /** Nothing but loops and functions can be hot: there is no trace yet. */
  private isWorthLoading(): boolean {
    const { heap } = this.machine;
    if (this.waiting === undefined) {
      this.options ??= optionsFor(this.machine, this.asked);
      const policy = this.options.policy ?? defaultPolicy;
      this.waiting = { policy, heat: new Heat(heap, policy) };
    }
    const { heat, policy } = this.waiting;
    this.isKnown ??= this.hasTraces();
    if (this.isKnown) return true;
    const kind = heap.readU32(VM.hot_kind) === CoreConst.HOT_LOOP ? "loop" : "entry";
    const hotPc = heap.readU32(VM.hot_pc);
    if (!heat.isEnough(kind, hotPc, 0)) return false;
    if (heat.work >= policy.loadCost) return true;
    heat.wait(kind, hotPc);
    return false;
  }
}

/** Starts a tier on a machine that will load the JIT. */
export function startJit(machine: Machine, options: JitOptions = {}): JitOnDemand {
  const tier = new JitOnDemand(machine, options);
  const { hotLoop, hotEntry } = options.policy ?? defaultPolicy;
  machine.startTier(tier, hotLoop, hotEntry);
  return tier;
}
