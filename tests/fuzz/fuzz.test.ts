// A few random programs in every run of the tests, so that the fuzzer itself keeps working; the search for bugs is `node tests/fuzz/run.mjs`.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkBuild } from "../harness/krait.ts";
import { compare } from "./fuzz.ts";
import { generate } from "./generate.ts";
import { bundleWorker } from "./run.mjs";
import { kraitRunner, nativeRunner, type Runner } from "./runner.ts";
import { shrink } from "./shrink.ts";

const SEEDS = Array.from({ length: 12 }, (_, i) => 1000 + i);
const python = nativeRunner();
if (python === null)
  console.warn("fuzz: no native CPython 3.13 here: random programs are not compared (run.mjs can ask pyodide)");

test("a seed always makes the same program", () => {
  expect(generate(7)).toBe(generate(7));
  expect(generate(7)).not.toBe(generate(8));
});

test("shrinking leaves only the lines that matter", async () => {
  const source = "a = 1\nif a:\n    b = 2\n    needle(b, 3)\nc = 4\n";
  expect(await shrink(source, async (text) => text.includes("needle"))).toBe("needle()\n");
});

describe.skipIf(python === null).each([false, true])("random programs, audit %s", (audit) => {
  let krait: Runner;
  beforeAll(async () => {
    checkBuild();
    krait = kraitRunner(await bundleWorker(), audit);
  });
  afterAll(() => krait.close());

  test.each(SEEDS)("seed %i does what CPython does", async (seed) => {
    const { kind, ours, theirs } = await compare(generate(seed), krait, python!);
    if (kind !== null) expect(ours).toEqual(theirs);
  });
});

afterAll(() => python?.close());
