// The ways every language test is run. One row a mode; tests/language/<name>.test.ts runs it (a file each, so that
// vitest spreads them over its workers).

/** How Krait is set up for a run. */
export interface Mode {
  name: string;
  platform: "addon" | "koffi";
  /** The debug core: assertions, and all reference counts recomputed when the VM closes; a leak fails the test. */
  audit: boolean;
  jit: boolean;
}

export const MODES = {
  addon: { name: "addon", platform: "addon", audit: false, jit: false },
  koffi: { name: "koffi", platform: "koffi", audit: false, jit: false },
  audit: { name: "audit", platform: "addon", audit: true, jit: false },
} as const satisfies Record<string, Mode>;
