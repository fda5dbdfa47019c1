// Every uop does what its model says, on this machine; smoke.ts runs the same on AArch64 under qemu.
import { afterAll, describe, expect, test } from "vitest";
import { readStencilLibrary } from "../../src/jit/emit/stencil-library.ts";
import { UOP_NAMES } from "../../src/jit/generated/stencil-uops.ts";
import { divisionByConstant } from "../../src/jit/passes/division.ts";
import { openPlatform } from "../../src/platform/platform.ts";
import { UopBench } from "./machine.ts";
import { UOP_MODELS } from "./models.ts";
import { checkUop } from "./uop-check.ts";

const platform = openPlatform("addon");
const bench = new UopBench(platform, readStencilLibrary(platform.arch));
afterAll(() => bench.close());

test("every uop has a model", () => {
  expect(Object.keys(UOP_MODELS).sort()).toEqual([...UOP_NAMES].sort());
});

describe("natively as in its model", () => {
  // These need code to go to: stencils.test.ts, tests/jit.
  test.each(UOP_NAMES.filter((name) => name !== "jump_code" && name !== "return_to_trace"))("%s", (name) => {
    expect(checkUop(bench, name)).toBeGreaterThan(0);
  });
});

describe("division by a constant", () => {
  const quotient = (n: bigint, d: number) => {
    const { multiplier, shift } = divisionByConstant(d);
    const m = (BigInt(multiplier.high) << 32n) | BigInt(multiplier.low);
    return ((((n << 16n) + 0x8000n) * m) >> 64n) >> BigInt(shift);
  };
  const floor = (n: bigint, d: bigint) => (n - (((n % d) + d) % d)) / d;
  const random = (() => {
    let state = 88172645463325252n;
    return (bits: bigint) => {
      state ^= BigInt.asUintN(64, state << 13n);
      state ^= state >> 7n;
      state ^= BigInt.asUintN(64, state << 17n);
      return state >> (64n - bits);
    };
  })();

  test("is exact for edge values and next to multiples", () => {
    const divisors = [
      1,
      2,
      3,
      5,
      7,
      10,
      255,
      256,
      257,
      641,
      65535,
      65536,
      65537,
      2 ** 31 - 1,
      2 ** 31,
      2 ** 46 + 1,
      2 ** 47 - 1,
    ];
    for (let i = 0; i < 300; i++) divisors.push(Number(random(BigInt(1 + (i % 47)))) || 1);
    for (const d of divisors) {
      const big = BigInt(d);
      const numbers = [0n, 1n, -1n, 2n ** 47n - 1n, -(2n ** 47n), 2n ** 47n - 2n, 1n - 2n ** 47n];
      for (let i = 0; i < 40; i++) {
        const n = random(48n) - 2n ** 47n;
        numbers.push(n, floor(n, big) * big, floor(n, big) * big - 1n, floor(n, big) * big + 1n);
      }
      for (const n of numbers)
        if (n >= -(2n ** 47n) && n < 2n ** 47n && quotient(n, d) !== floor(n, big))
          throw new Error(`${n} // ${d} gives ${quotient(n, d)}`);
    }
  });

  test("is refused where there is no such constant", () => {
    for (const d of [0, -1, 1.5, 2 ** 47, Number.NaN]) expect(() => divisionByConstant(d)).toThrow(RangeError);
  });
});
