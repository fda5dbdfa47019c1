// A few hundred random calls of everything (calls.py) in every run of the tests. The search: `bin/krait.js --audit tests/fuzz/calls.py SEED COUNT`.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { checkBuild } from "../harness/krait.ts";

const script = fileURLToPath(new URL("../../bin/krait.js", import.meta.url));
const program = fileURLToPath(new URL("calls.py", import.meta.url));

test.each([
  [1, "off"],
  [2, "off"],
  [3, "hottest"],
])(
  "calls of seed %i leave memory as it should be with the JIT %s",
  (seed, jit) => {
    checkBuild();
    const run = spawnSync(process.execPath, [script, "--audit", program, String(seed), "400"], {
      encoding: "utf8",
      env: { ...process.env, KRAIT_JIT: jit },
    });
    expect({ status: run.status, signal: run.signal, last: run.stdout.trimEnd().split("\n").at(-1) }).toEqual({
      status: 0,
      signal: null,
      last: "done 400",
    });
  },
  120_000,
);
