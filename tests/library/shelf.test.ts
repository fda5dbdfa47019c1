// Modules from the shelf (src/modules/shelf.ts) are what executing them would have made: everything that can be seen of the modules, of classes and of
// what is registered anywhere, compared with a heap that was built without an image.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = dirname(fileURLToPath(import.meta.url));
const krait = join(folder, "..", "..", "bin", "krait.js");

function run(args: readonly string[], environment: Record<string, string> = {}): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [krait, ...args], {
    encoding: "utf8",
    env: { ...process.env, ...environment },
    maxBuffer: 2 ** 26,
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout;
}

test.each([["re,json"], ["dataclasses,typing"], ["unittest,argparse"], ["logging,random"], ["asyncio"]])(
  "%s from the shelf are what executing them makes",
  (names) => {
    const program = join(folder, "imported-state.py");
    expect(run([program, names])).toBe(run([program, names], { KRAIT_IMAGE: "off" }));
  },
  60_000,
);

test("what depends on the process is its own", () => {
  const program = "import random, logging, time; print(random.random(), logging._startTime, time.time_ns())";
  const [first, start, now] = run(["-c", program]).split(" ");
  expect(first).not.toBe(run(["-c", program]).split(" ")[0]);
  expect(Number(now) - Number(start)).toBeLessThan(5e9);
});

test("options that change what modules do are heeded", () => {
  expect(run(["-W", "error::ResourceWarning", "-c", "import warnings; print(warnings.filters[0][0])"])).toBe("error\n");
});
