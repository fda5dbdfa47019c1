// Compiled code of programs that are files is kept in the cache folder: no run may tell, but by the time it takes.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

const script = fileURLToPath(new URL("../../bin/krait.js", import.meta.url));
const filler = "# a program of some length\n".repeat(40);
let folder: string;
let cache: string;
let programs: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "krait-kept-"));
  cache = join(folder, "cache");
  programs = join(cache, "programs");
});
beforeEach(() => rmSync(programs, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

function run(source: string, options: string[] = [], env: Record<string, string> = {}) {
  const file = join(folder, "program.py");
  writeFileSync(file, source);
  return krait([...options, file], env);
}
function krait(args: string[], env: Record<string, string> = {}) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], {
    encoding: "utf8",
    env: { ...process.env, KRAIT_CACHE: cache, ...env },
  });
  return { out: stdout, err: stderr, code: status };
}
function kept(): string[] {
  try {
    return readdirSync(programs);
  } catch {
    return [];
  }
}

test("kept once, and as good as compiled", () => {
  const source = `${filler}def f(x):\n    "doc"\n    assert x, "none"\n    return 1 / (x - 1)\nprint(f.__doc__)\nf(1)\n`;
  const first = run(source);
  expect(first.out).toBe("doc\n");
  expect(first.err).toContain("ZeroDivisionError: division by zero");
  expect(first.err).toContain("    return 1 / (x - 1)\n           ~~^~~~~~~~~\n");
  expect(kept().length).toBe(1);
  expect(run(source)).toEqual(first);
  expect(kept().length).toBe(1);
});

test("another text, another optimisation: other code", () => {
  expect(run(`${filler}print(1)\n`).out).toBe("1\n");
  expect(run(`${filler}print(2)\n`).out).toBe("2\n");
  expect(run(`${filler}assert 0\nprint(3)\n`).code).toBe(1);
  expect(run(`${filler}assert 0\nprint(3)\n`, ["-O"]).out).toBe("3\n");
  expect(run(`${filler}assert 0\nprint(3)\n`).code).toBe(1);
});

test("what is damaged is compiled again", () => {
  const source = `${filler}print("whole")\n`;
  run(source);
  const file = join(programs, kept()[0] as string);
  const bytes = readFileSync(file);
  for (const damage of [bytes.subarray(0, 10), bytes.fill(7, 40, 60), Buffer.alloc(0)]) {
    writeFileSync(file, damage);
    expect(run(source)).toEqual({ out: "whole\n", err: "", code: 0 });
  }
});

test("code is only that of its own text, whatever its file is called", () => {
  run(`${filler}print("one")\n`);
  const file = join(programs, kept()[0] as string);
  run(`${filler}print("two")\n`);
  const other = join(programs, kept().find((name) => join(programs, name) !== file) as string);
  writeFileSync(other, readFileSync(file));
  expect(run(`${filler}print("two")\n`).out).toBe("two\n");
});

test("the compiler's warnings come every time", () => {
  const source = `${filler}print("\\d" is 3)\n`;
  const first = run(source);
  expect(first.err).toContain("SyntaxWarning");
  expect(run(source)).toEqual(first);
  expect(kept()).toEqual([]);
});

test("not those that have syntax errors or a folder that is not wanted", () => {
  expect(run(`${filler}print(\n`).err).toContain("SyntaxError: '(' was never closed");
  expect(run(`${filler}print(4)\n`, [], { KRAIT_CACHE: "" }).out).toBe("4\n");
  expect(kept()).toEqual([]);
});

test("commands are kept apart, and say the same the second time", () => {
  const command = ["-c", "def f(x):\n    return 1 / x\nprint('\\N{DIGIT ONE}')\nf(0)\n"];
  const first = krait(command);
  expect(first).toEqual({ out: "1\n", err: expect.stringContaining("    return 1 / x\n           ~~^~~\n"), code: 1 });
  expect(readdirSync(join(cache, "commands")).length).toBe(1);
  expect(krait(command)).toEqual(first);
  expect(kept()).toEqual([]);
});

test("old ones go when there are many", () => {
  run(`${filler}print(1)\n`);
  for (let i = 0; i < 300; i++) writeFileSync(join(programs, `program-${i}`), "");
  for (let i = 0; i < 300; i++) utimesSync(join(programs, `program-${i}`), i, i);
  expect(run(`${filler}print(2)\n`).out).toBe("2\n");
  expect(kept().length).toBe(128);
  expect(kept()).toContain("program-299");
  expect(kept()).not.toContain("program-100");
});
