// The ways every language test is run. One row a mode; tests/language/<name>.test.ts runs it (a file each, so that
// vitest spreads them over its workers).

import type { JitMode } from "../../src/config.ts";

/** How Krait is set up for a run. */
export interface Mode {
  name: string;
  platform: "addon" | "koffi";
  /** The debug core: assertions, and all reference counts recomputed when the VM closes; a leak fails the test. */
  audit: boolean;
  /** KRAIT_JIT of the process; see src/config.ts. */
  jit: JitMode;
  /** Runs only every so-manieth program, always the same ones: for modes that are slow or add little to another one. */
  every?: number;
}

export const MODES = {
  addon: { name: "addon", platform: "addon", audit: false, jit: "off" },
  koffi: { name: "koffi", platform: "koffi", audit: false, jit: "off" },
  audit: { name: "audit", platform: "addon", audit: true, jit: "off" },
  jit: { name: "jit", platform: "addon", audit: false, jit: "on", every: 3 },
  thread: { name: "thread", platform: "addon", audit: false, jit: "thread", every: 3 },
  hottest: { name: "hottest", platform: "addon", audit: false, jit: "hottest" },
  background: { name: "background", platform: "addon", audit: true, jit: "background", every: 3 },
  guards: { name: "guards", platform: "addon", audit: false, jit: "guards", every: 3 },
  kept: { name: "kept", platform: "addon", audit: false, jit: "kept", every: 3 },
  "hottest-audit": { name: "hottest-audit", platform: "addon", audit: true, jit: "hottest", every: 3 },
} as const satisfies Record<string, Mode>;
