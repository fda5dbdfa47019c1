// The tier until something is hot, and in front of the JIT from then on: programs that end before compiling could pay don't even load it.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Machine, Tier } from "../vm/tier.ts";
import { Heat } from "./heat.ts";
import type { Jit, JitOptions } from "./jit.ts";
import { loadJit } from "./load-jit.ts";
import { policy as defaultPolicy, type Policy } from "./policy.ts";

const VM = Layout.VM;

export class JitOnDemand implements Tier {
  private readonly machine: Machine;
  private readonly options: JitOptions;
  private readonly policy: Policy;
  private readonly startedMs = performance.now();
  private readonly heat: Heat;
  private loaded: Jit | undefined;

  constructor(machine: Machine, options: JitOptions) {
    this.machine = machine;
    this.options = options;
    this.policy = options.policy ?? defaultPolicy;
    this.heat = new Heat(machine.heap, this.policy);
    // Who wants to hear of everything gets everything, whatever the time.
    if (options.statistics === true || options.onEvent !== undefined) this.jit;
  }

  get jit(): Jit {
    if (this.loaded === undefined) {
      const began = performance.now();
      this.loaded = new (loadJit().Jit)(this.machine, this.options, this.startedMs);
      // It is time that the program waits for the JIT like any other.
      this.loaded.stats.compileMs += performance.now() - began;
    }
    return this.loaded;
  }

  hot(machine: Machine): void {
    if (this.loaded !== undefined || this.isWorthLoading()) this.jit.hot(machine);
  }
  recorded(machine: Machine): void {
    this.loaded?.recorded(machine);
  }

  close(): void {
    this.loaded?.close();
  }

  /** Nothing but loops and functions can be hot: there is no trace yet. */
  private isWorthLoading(): boolean {
    const { heap } = this.machine;
    const kind = heap.readU32(VM.hot_kind) === CoreConst.HOT_LOOP ? "loop" : "entry";
    const hotPc = heap.readU32(VM.hot_pc);
    if (!this.heat.isEnough(kind, hotPc, 0)) return false;
    if (this.heat.work >= this.policy.loadCost) return true;
    this.heat.wait(kind, hotPc);
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
