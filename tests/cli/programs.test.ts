// Programs that need the whole system (processes, pipes, signals), run by the command; their comments say what they print, as language tests' do.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parseExpectations } from "../harness/expectations.ts";

const script = fileURLToPath(new URL("../../bin/krait.js", import.meta.url));
const folder = fileURLToPath(new URL("programs/", import.meta.url));

for (const name of readdirSync(folder)) {
  for (const jit of ["off", "hottest"]) {
    test(`${name}, JIT ${jit}`, () => {
      const env = { ...process.env, KRAIT_JIT: jit };
      const { stdout, stderr } = spawnSync(process.execPath, [script, "--audit", name], {
        cwd: folder,
        encoding: "utf8",
        env,
      });
      expect(stderr).toBe("");
      expect(stdout).toBe(parseExpectations(readFileSync(folder + name, "utf8")).stdout);
    });
  }
}
