// Checksums that the core makes of bytes: every byte counts, and where a part ends.
import { afterAll, beforeAll, expect, test } from "vitest";
import { CHECKSUM_BYTES, type Checksum, checksumIn } from "../../src/heap/checksum.ts";
import { CoreConst } from "../../src/heap/generated/layout.ts";
import { type DebugVm, openDebugVm } from "./runtime.ts";

let vm: DebugVm;
let checksum: Checksum;
beforeAll(() => {
  vm = openDebugVm();
  checksum = checksumIn(vm.runtime.machine.heap);
});
afterAll(() => vm.runtime.close());

const hex = (...parts: (string | Uint8Array)[]) => Buffer.from(checksum(...parts)).toString("hex");

test("the same bytes give the same sum, as text or not, and not only zeros", () => {
  expect(checksum("krait").length).toBe(CHECKSUM_BYTES);
  expect(hex("krait")).toBe(hex(Buffer.from("krait")));
  expect(hex("")).not.toBe("0".repeat(32));
});

test("each bit of a long text changes about half of the sum's bits", () => {
  const bytes = new Uint8Array(CoreConst.CHECKSUM_WINDOW_BYTES * 2 + 21).map((_, i) => (i * 7) & 255);
  const whole = Buffer.from(checksum(bytes));
  for (const at of [0, 7, 8, 15, 16, 1000, CoreConst.CHECKSUM_WINDOW_BYTES, bytes.length - 6, bytes.length - 1]) {
    for (const bit of [1, 16, 128]) {
      const changed = bytes.slice();
      changed[at] = (changed[at] as number) ^ bit;
      const sum = Buffer.from(checksum(changed));
      const differing = sum.reduce((count, byte, i) => count + bitsOf(byte ^ (whole[i] as number)), 0);
      expect(differing).toBeGreaterThan(32);
      expect(differing).toBeLessThan(96);
    }
  }
});

test("zeros at the end, empty parts and where a part ends belong to the sum", () => {
  const sums = [
    hex(""),
    hex("", ""),
    hex(),
    hex("\0"),
    hex("\0\0"),
    hex("\0".repeat(16)),
    hex("\0".repeat(17)),
    hex("ab"),
    hex("a", "b"),
  ];
  expect(new Set(sums).size).toBe(sums.length);
});

function bitsOf(byte: number): number {
  return byte.toString(2).replaceAll("0", "").length;
}
