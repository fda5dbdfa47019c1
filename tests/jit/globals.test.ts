// Loops of a module: what they count with are globals, which the trace itself writes.
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

/** What --jit-v and --jit-dump=passes say of the program's own traces and failed recordings. */
function told(source: string): { stdout: string; lines: string[] } {
  const program = join(mkdtempSync(join(tmpdir(), "krait-")), "program.py");
  writeFileSync(program, source);
  const args = ["bin/krait.js", "--jit=on", "--jit-dump=passes", program];
  const { stderr, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { stdout, lines: stderr.split("\n") };
}

test("a global that the loop itself writes is no constant of its trace, which is built again and not thrown away", {
  timeout: 60_000,
}, () => {
  const { stdout, lines } = told(`
total = 0
for i in range(3000000):
    total += i * i % 7
print(total)
`);
  expect(stdout).toBe("5999999\n");
  expect(lines.filter((line) => line.startsWith("[jit] abort") && line.includes("program.py"))).toEqual([]);
  expect(lines.filter((line) => line.includes("building, attempt"))).toContain(
    "  building, attempt 1: a global is written that was taken for a constant",
  );
});

test("nor is a class attribute that counts what was made", { timeout: 60_000 }, () => {
  const { stdout, lines } = told(`
class Thing:
    made = 0
    def __init__(self):
        Thing.made += 1
def run(n):
    for _ in range(n):
        Thing()
    return Thing.made
print(run(600000))
`);
  expect(stdout).toBe("600000\n");
  expect(lines.filter((line) => line.includes("can't be watched"))).toEqual([]);
});
