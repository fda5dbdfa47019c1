// Traces that outlive a run of the program, from outside: that they are used, that what has changed is noticed, that a file that can't be trusted is
// none. That they are right the language tests and the fuzzer see to (mode kept).
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { createRuntime } from "../../src/runtime.ts";
import { root } from "../harness/root.ts";

const LIMIT = { timeout: 120_000 };
// One folder for all, so that its heap image is made once.
const folder = mkdtempSync(join(tmpdir(), "krait-kept-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const config = { ...readConfig({ KRAIT_CACHE: folder }), jit: "kept" as const };

/** Runs a program under a name of its own: its output, how many recordings it took, and how many traces there are. */
function run(name: string, source: string): { output: string; recordings: number; traces: number } {
  let output = "";
  const runtime = createRuntime({
    config,
    write: (_, text) => {
      output += text;
    },
  });
  try {
    runtime.nameProgram(name);
    runtime.runMain(source, "program.py");
    runtime.keepTraces();
    const { recordings = 0, traces = 0 } = runtime.jit?.stats ?? {};
    return { output, recordings, traces };
  } finally {
    runtime.close();
  }
}

const PROGRAM = `
class Point:
    scale = 3
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def value(self, n):
        return self.x * self.scale + self.y - n % 5

def walk(items, n):
    total = 0
    for item in items:
        if item.x & 1:
            total += item.value(n)
        else:
            total -= n
    return total

def numbers(n):
    for i in range(n):
        yield i * i

points = [Point(i, 2 * i) for i in range(40)]
print(sum(walk(points, n) for n in range(60)), sum(numbers(500)))
`;

test("the second run of a program takes over the traces of the first and compiles none", LIMIT, () => {
  const first = run("second", PROGRAM);
  expect(first.recordings).toBeGreaterThan(3);
  const again = [run("second", PROGRAM), run("second", PROGRAM), run("second", PROGRAM)];
  expect(again.map(({ output }) => output)).toEqual([first.output, first.output, first.output]);
  expect(again[2]?.recordings).toBe(0);
  expect(again[2]?.traces).toBeGreaterThan(3);
});

test.each([
  ["another operator", "self.x * self.scale", "self.x - self.scale"],
  ["another constant", "n % 5", "n % 7"],
  ["another branch", "if item.x & 1:", "if not item.x & 1:"],
  ["another class attribute", "scale = 3", "scale = 4"],
  ["another order of attributes", "self.x = x\n        self.y = y", "self.y = y\n        self.x = x"],
  ["an attribute more", "self.x = x\n", "self.w = 1\n        self.x = x\n"],
  ["a class attribute of another type", "scale = 3", "scale = 3.5"],
  ["other values", "Point(i, 2 * i)", "Point(i, 2.5 * i)"],
  [
    "another method of the same name",
    "    def value(self, n):\n        return",
    "    def value(self, n):\n        n = -n\n        return",
  ],
  [
    "a property",
    "    def value(self, n)",
    "    @property\n    def x(self):\n        return 7\n    @x.setter\n    def x(self, to): pass\n    def value(self, n)",
  ],
  ["objects made before", "class Point:", "junk = ['a' * i for i in range(50)]\nclass Point:"],
  ["another global in place of one", "def numbers", "def sum(items):\n    return len(list(items))\n\ndef numbers"],
])("a program that has become another one does not run the old one's traces: %s", LIMIT, (what, old, now) => {
  const edited = PROGRAM.replace(old, now);
  expect(edited).not.toBe(PROGRAM);
  const { output: right } = run(`${what}, alone`, edited);
  run(what, PROGRAM);
  run(what, PROGRAM);
  expect(run(what, edited).output).toBe(right);
  expect(run(what, edited).output).toBe(right);
  expect(run(what, PROGRAM).output).toBe(run("second", PROGRAM).output);
});

test("a file that is damaged is no file", LIMIT, () => {
  const { output } = run("damaged", PROGRAM);
  const traces = join(folder, "traces");
  const newest = readdirSync(traces)
    .map((name) => join(traces, name))
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0] as string;
  const whole = readFileSync(newest);
  for (const damage of [
    () => truncateSync(newest, 100),
    () => truncateSync(newest, 0),
    () => writeFileSync(newest, Buffer.concat([whole.subarray(0, -1), Buffer.of((whole.at(-1) as number) ^ 1)])),
    () =>
      writeFileSync(
        newest,
        whole.map((byte, at) => (at === 40 ? byte ^ 255 : byte)),
      ),
  ]) {
    damage();
    const again = run("damaged", PROGRAM);
    expect(again.output).toBe(output);
    expect(again.recordings).toBeGreaterThan(3);
    writeFileSync(newest, whole);
  }
});

test("two machines that run the same at the same time share a file", LIMIT, () => {
  const { output } = run("shared", PROGRAM);
  let other = "";
  const outer = createRuntime({
    config,
    write: (_, text) => {
      other += text;
    },
  });
  outer.nameProgram("shared");
  outer.runMain(PROGRAM, "program.py");
  expect(run("shared", PROGRAM).output).toBe(output);
  outer.keepTraces();
  outer.close();
  expect(other).toBe(output);
  expect(run("shared", PROGRAM).output).toBe(output);
});

test("the command keeps the traces of programs, whatever the environment and the arguments are", LIMIT, () => {
  const file = join(folder, "hot.py");
  writeFileSync(
    file,
    `import os, sys\n${PROGRAM}\ntotal = 0\nfor i in range(3000000):\n    total += i & 3\nprint(total)\n`,
  );
  const names = () => (existsSync(join(folder, "traces")) ? readdirSync(join(folder, "traces")).sort() : []);
  const before = names();
  let first: string | undefined;
  let files: string[] | undefined;
  for (const [i, args] of [[], ["some", "arguments"], ["a".repeat(3000)]].entries()) {
    const env = { ...process.env, KRAIT_CACHE: folder, KRAIT_JIT: "on", [`SOME_VARIABLE_${i}`]: "x".repeat(i * 900) };
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, "bin", "krait.js"), file, ...args], {
      env,
      encoding: "utf8",
    });
    first ??= stdout;
    files ??= names();
    expect([stdout, stderr, status]).toEqual([first, "", 0]);
    // The same file, whose name says nothing of where the program ran.
    expect(names()).toEqual(files);
  }
  expect(first).toContain("4500000");
  expect(files?.length).toBe(before.length + 1);
});
