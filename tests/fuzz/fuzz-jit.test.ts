// Some random programs with hot loops in every run of the tests: the JIT must not be seen. The search is `node tests/fuzz/run.mjs --jit`.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkBuild } from "../harness/krait.ts";
import { JIT_MODES, JitComparison } from "./fuzz-jit.ts";
import { generateHot } from "./hot/generate.ts";
import { bundleWorker } from "./run.mjs";

const SEEDS = Array.from({ length: 16 }, (_, i) => 2000 + i);

test("a seed always makes the same hot program", () => {
  expect(generateHot(7)).toBe(generateHot(7));
  expect(generateHot(7)).not.toBe(generateHot(8));
});

describe("random hot programs", () => {
  let comparison: JitComparison;
  beforeAll(async () => {
    checkBuild();
    comparison = new JitComparison(await bundleWorker());
  });
  afterAll(() => comparison.close());

  test.each(SEEDS)(
    "seed %i does the same with the JIT",
    async (seed) => {
      const modes = seed % 4 === 0 ? JIT_MODES : [JIT_MODES[seed % JIT_MODES.length] ?? "hottest"];
      for (const { ours, theirs } of await comparison.differences(generateHot(seed), modes))
        expect(ours).toEqual(theirs);
    },
    60_000,
  );
});
