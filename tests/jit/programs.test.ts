// Programs whose loops become traces of every kind: the same output without the JIT, with it, and with everything traced at once under the audit.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";

const folder = "tests/jit/programs";
const MODES = [
  ["on", []],
  ["hottest", []],
  ["hottest", ["--audit"]],
] as const;

function run(program: string, jit: string, options: readonly string[]): string {
  const env = { ...process.env, KRAIT_JIT: jit };
  return execFileSync(process.execPath, ["bin/krait.js", ...options, program], { env, encoding: "utf8" });
}

describe("programs", () => {
  for (const name of readdirSync(folder)) {
    test(name, { timeout: 120_000 }, () => {
      const program = `${folder}/${name}`;
      const expected = run(program, "off", []);
      for (const [jit, options] of MODES) expect(run(program, jit, options)).toBe(expected);
    });
  }
});
