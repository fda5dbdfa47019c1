// Written by native/build/core.mjs from native/core/layout.c: do not edit. Offsets and sizes in bytes.

export const Layout = {
  TestVm: { size: 48, counter: 0, step: 8, interrupt: 12, x: 16, y: 24, text: 32 },
} as const;

/** Sizes of the fields in bytes (0 for a flexible array). */
export const FieldSize = {
  TestVm: { counter: 8, step: 4, interrupt: 4, x: 8, y: 8, text: 16 },
} as const;

export const CoreConst = {
  TEST_INT: 65536,
  TEST_HUGE: 0xfffe000000000000n,
  TEST_NEGATIVE: -5,
} as const;

/** What `CoreImage.entry()` can be asked for. */
export type CoreEntryName =
  | "core_enter"
  | "core_init"
  | "test_crash"
  | "test_negate"
  | "test_power"
  | "test_spin"
  | "test_sum"
  | "test_trap";
