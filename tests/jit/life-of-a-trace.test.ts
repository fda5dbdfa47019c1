// docs/jit.md shows one trace at every stage. Its program is run here, and every line of its dumps must be one of those that come out.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../harness/root.ts";

/** A line without what differs from build to build: where code lies. */
function normal(line: string): string {
  return line
    .replace(/^ +[0-9a-f]{5,} {2}(?=\w)/, "ADDRESS ")
    .replace(/pc \d+/, "pc ADDRESS")
    .replace(/\s+/g, " ")
    .trim();
}

test.runIf(process.arch === "x64")("the dumps in docs/jit.md are what its program gives", () => {
  const blocks = [...readFileSync(join(root, "docs/jit.md"), "utf8").matchAll(/```\w*\n(.*?)```/gs)].map(
    ([, text]) => text ?? "",
  );
  const [program, ...dumps] = blocks;
  const { stderr, stdout } = spawnSync(
    process.execPath,
    [
      join(root, "bin/krait.js"),
      "--jit=on",
      "--jit-dump=trace,ir,passes,regs,asm,exits",
      "-c",
      `${program}\nprint(total(3_000_000))`,
    ],
    { encoding: "utf8" },
  );
  expect(stdout).toContain("5999999");
  const lines = stderr
    .split("\n")
    .map(normal)
    .filter((line) => line !== "");
  // Behind two or more spaces a line of the document may say what it means.
  const shown = dumps.flatMap((dump) => dump.split("\n")).filter((line) => line.trim() !== "");
  expect(shown.length).toBeGreaterThan(40);
  const missing = shown.filter((line) => !lines.some((real) => isLine(line, real)));
  expect(missing).toEqual([]);
});

function isLine(line: string, real: string): boolean {
  const said = normal(line);
  return said === real || (said.startsWith(`${real} `) && /\S {2,}\S/.test(line));
}
