// Programs that go on making new code, and machines that come and go: traces are freed with what they were made for.
import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { CoreConst, Layout } from "../../src/heap/generated/layout.ts";
import type { Jit } from "../../src/jit/jit.ts";
import type { JitOptions } from "../../src/jit/options.ts";
import { hottestPolicy } from "../../src/jit/policy.ts";
import { createRuntime, type Runtime } from "../../src/runtime.ts";

function start(options: JitOptions = {}, output: string[] = []): Runtime & { jit: Jit } {
  const jit = { policy: hottestPolicy, strict: true, ...options };
  const runtime = createRuntime({
    config: { ...readConfig({}), jit: "on" },
    jit,
    write: (_, text) => void output.push(text),
  });
  if (runtime.jit === undefined) throw new Error("no JIT");
  return runtime as Runtime & { jit: Jit };
}

function run(source: string, options?: JitOptions): { output: string; jit: Jit; runtime: Runtime } {
  const output: string[] = [];
  const runtime = start(options, output);
  runtime.runMain(source, "program.py");
  return { output: output.join(""), jit: runtime.jit, runtime };
}

const REDEFINED = `
import gc
text = """
class Point:
    def __init__(self, x): self.x = x
    def moved(self, by): return Point(self.x + by)
def total(n):
    p = Point(0)
    for i in range(n):
        p = p.moved(i if i % 3 else -i)
    return p.x
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
"""
sums = 0
for round in range(ROUNDS):
    names = {}
    exec(text, names)
    sums += names["total"](40) + names["depth"](12)
    if round % 20 == 0:
        gc.collect()
print(sums)
`;

describe("code that is made again and again", () => {
  test("functions and classes of exec take their traces with them", { timeout: 120_000 }, () => {
    const used = [60, 240].map((rounds) => {
      const { output, jit, runtime } = run(REDEFINED.replace("ROUNDS", String(rounds)));
      expect(output).toBe(`${rounds * 246}\n`);
      expect(jit.stats.traces).toBeGreaterThan(rounds);
      const { heap } = runtime.machine;
      const figures = {
        traces: jit.table.count,
        bytes: jit.memory.usedBytes,
        watches: heap.readU32(Layout.VM.watch_used),
        top: heap.readU32(Layout.VM.trace_top),
      };
      runtime.close();
      return figures;
    });
    const [few, many] = used as [(typeof used)[0], (typeof used)[0]];
    // What the collector has not come to yet differs, but does not grow with the rounds.
    expect(many.traces).toBeLessThan(2 * few.traces + 100);
    expect(many.bytes).toBeLessThan(2 * few.bytes + 400_000);
    expect(many.watches).toBeLessThan(2 * few.watches + 1000);
    expect(many.top).toBeLessThan(2 * few.top + 100);
  });

  test("a trace that dies while frames wait to return into it", () => {
    const source = `
def step(n):
    return n + 1
def down(n):
    global step
    if n == 0:
        return 0
    if n % 7 == 0:
        factor = n
        step = lambda n: n + factor
    return step(down(n - 1))
results = set()
for round in range(40):
    results.add(down(60))
    step = lambda n: n + 1
print(sorted(results)[:3], len(results))
`;
    const { output, runtime } = run(source);
    const expected: string[] = [];
    const plain = createRuntime({ config: readConfig({}), write: (_, text) => void expected.push(text) });
    plain.runMain(source, "program.py");
    plain.close();
    expect(output).toBe(expected.join(""));
    runtime.close();
  });
});

describe("a small limit", () => {
  // Every function stays alive, so do their traces, until they must go.
  const MANY = `
functions = []
for k in range(150):
    names = {}
    exec(f"def f(n):\\n    s = 0\\n    for i in range(n):\\n        s += i * {k} % 7 + len(str(i))\\n    return s", names)
    functions.append(names["f"])
print([sum(f(30) for f in functions) for round in range(3)])
`;
  test("the oldest traces make room for new ones", { timeout: 60_000 }, () => {
    const limit = 131072;
    const { output, jit, runtime } = run(MANY, { memoryBytes: limit });
    expect(new Set(output.match(/\d+/g)).size).toBe(1);
    expect(jit.memory.usedBytes).toBeLessThanOrEqual(limit);
    expect(jit.stats.traces).toBeGreaterThan(400);
    expect(jit.stats.codeBytes).toBeGreaterThan(4 * limit);
    runtime.close();
  });
});

describe("many machines", () => {
  test("a machine that is closed leaves its code memory to the next one", { timeout: 120_000 }, () => {
    const offsets = new Set<number>();
    for (let i = 0; i < 25; i++) {
      const first: number[] = [];
      const { runtime } = run("s = 0\nfor i in range(500):\n    s += i\n", {
        onEvent: ({ trace }) => trace !== undefined && void first.push(trace.codeOffset),
      });
      offsets.add(first[0] as number);
      runtime.close();
    }
    expect(offsets.size).toBe(1);
  });

  test("machines share the region without getting in each other's way", { timeout: 60_000 }, () => {
    const outputs: string[][] = Array.from({ length: 6 }, () => []);
    const machines = outputs.map((output) => start({}, output));
    for (let round = 0; round < 3; round++)
      for (const [i, machine] of machines.entries())
        machine.runMain(
          `def f(n):\n    s = 0\n    for i in range(n):\n        s += i * ${i + 1}\n    return s\nprint(f(300))\n`,
          "f.py",
        );
    const ranges = machines.flatMap(({ machine, jit }) =>
      Array.from({ length: machine.heap.readU32(Layout.VM.trace_top) }, (_, n) => n)
        .map((n) => CoreConst.TRACE_TABLE_BASE + n * Layout.TraceInfo.size)
        .map((at) => [
          machine.heap.readU32(at + Layout.TraceInfo.code_start),
          machine.heap.readU32(at + Layout.TraceInfo.code_end),
        ])
        .filter(([start, end]) => start !== end && jit.table.count > 0),
    ) as [number, number][];
    ranges.sort((a, b) => a[0] - b[0]);
    for (let i = 1; i < ranges.length; i++) expect(ranges[i]?.[0]).toBeGreaterThanOrEqual(ranges[i - 1]?.[1] as number);
    for (const machine of machines) machine.close();
    expect(outputs.map((output) => output.join(""))).toEqual(outputs.map((_, i) => `${44850 * (i + 1)}\n`.repeat(3)));
  });
});
