// What the run loop asks of a JIT. The vm never imports src/jit: a Tier is handed in by runtime.ts.
import type { Machine } from "./machine.ts";

export interface Tier {
  traceRecorded(machine: Machine): void;
  codeIsHot(machine: Machine): void;
}
export const noTier: Tier = { traceRecorded() {}, codeIsHot() {} };
