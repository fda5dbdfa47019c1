// What the run loop asks of a JIT. The vm never imports src/jit: a Tier is handed in by runtime.ts (`machine.startTier`).
import type { Machine } from "./machine.ts";

/** For tiers, which see nothing else of the vm. */
export type { Machine } from "./machine.ts";

/** All are called with the state synced (VM.pc, VM.fp) and may start a recording; the loop enters the core again with RESUME_RUN. */
export interface Tier {
  /** A hot counter has run out: VM.hot_kind, hot_pc, hot_exit (native/core/trace.h). */
  hot(machine: Machine): void;
  /** A recording has ended: VM.record_end, records, record_count. */
  recorded(machine: Machine): void;
  /** INTERRUPT_TIER was raised, from whatever thread. */
  called(machine: Machine): void;
}

/** No JIT: VM.jit_enabled is 0, so none is ever called. */
export const noTier: Tier = { hot() {}, recorded() {}, called() {} };
