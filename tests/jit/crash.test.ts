// A fault in trace code is reported with the trace's number and the uop's name.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { root } from "../harness/root.ts";

test("the crash reporter names the trace, its function and the uop", { timeout: 60_000 }, async () => {
  // Beside the built program: Krait looks for its own files from there.
  const outfile = join(root, "dist", `crash-${process.pid}.mjs`);
  try {
    await build({
      entryPoints: [join(root, "tests/jit/crash.ts")],
      ...{ bundle: true, platform: "node", format: "esm", target: "node20", packages: "external", outfile },
    });
    const { stderr, signal } = spawnSync(process.execPath, [outfile], { encoding: "utf8" });
    expect(signal).toBe("SIGILL");
    expect(stderr).toMatch(/^krait: fatal: SIGILL in trace code\+0x/m);
    expect(stderr).toMatch(
      /^krait: in trace 1 of the Python function "total", file "crash.py", which starts at line 1, at or behind uop \d+ [a-z_]+$/m,
    );
  } finally {
    rmSync(outfile, { force: true });
  }
});
