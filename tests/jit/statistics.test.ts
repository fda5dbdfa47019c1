// What --stats counts is what ran: as many instructions as without the JIT, whoever ran them.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Config, readConfig } from "../../src/config.ts";
import { eagerPolicy } from "../../src/jit/policy.ts";
import { countedInstructions, type RunReport, startCounting } from "../../src/jit/statistics.ts";
import { createRuntime } from "../../src/runtime.ts";

const folder = "tests/jit/programs";

function run(source: string, jit: Config["jit"]): { instructions: number; report: RunReport | undefined } {
  const options = { config: { ...readConfig({}), jit }, write() {} };
  const runtime = createRuntime({
    ...options,
    jit: jit === "off" ? "off" : { statistics: true, ...(jit === "on" && { policy: eagerPolicy }) },
  });
  const { heap } = runtime.machine;
  try {
    if (jit === "off") startCounting(heap);
    runtime.runMain(source, "program.py");
    const report = runtime.jit?.report();
    const counted = countedInstructions(heap, false).reduce((sum, { count }) => sum + count, 0);
    return { instructions: counted + (report?.traced ?? 0), report };
  } finally {
    runtime.close();
  }
}

describe("the same number of instructions with the JIT as without it", () => {
  for (const name of readdirSync(folder))
    test(name, { timeout: 60_000 }, () => {
      const source = readFileSync(`${folder}/${name}`, "utf8");
      const without = run(source, "off").instructions;
      for (const jit of ["on", "hottest"] as const) {
        const { instructions } = run(source, jit);
        // A back edge that the collector interrupts comes twice, and so does an instruction that a called function could not do.
        expect(Math.abs(instructions - without)).toBeLessThan(300);
      }
    });
});

test("a loop over numbers runs in its trace and counts no reference", () => {
  const { report } = run(
    "def total(n):\n    s = 0\n    for i in range(n):\n        s += i * i % 7\n    return s\ntotal(200000)\n",
    "on",
  );
  if (report === undefined) throw new Error("no report");
  expect(report.traced / (report.traced + report.interpreted + report.stepped)).toBeGreaterThan(0.95);
  expect(report.traces[0]?.rounds).toBeGreaterThan(199000);
  expect(report.traceCounts).toBeLessThan(report.interpreterCounts / 10 + 1);
});

test("an exit says where it is taken and what grows from it", () => {
  const { report } = run(
    "n = 0\nfor i in range(9000):\n    if i % 3:\n        n += 1\n    else:\n        n += 2\n",
    "on",
  );
  const exits = report?.exits.filter(({ place, side }) => place.line === 3 && side > 0) ?? [];
  expect(exits.reduce((sum, { taken }) => sum + taken, 0)).toBeGreaterThan(2700);
});
