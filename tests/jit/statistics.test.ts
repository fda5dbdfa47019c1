// What --stats counts is what ran: as many instructions as without the JIT, whoever ran them.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Config, readConfig } from "../../src/config.ts";
import { eagerPolicy } from "../../src/jit/policy.ts";
import { countedInstructions, type RunReport, startCounting } from "../../src/jit/statistics/statistics.ts";
import { createRuntime } from "../../src/runtime.ts";

const folder = "tests/jit/programs";

function run(source: string, jit: Config["jit"]): { instructions: number; report: RunReport | undefined } {
  const options = { config: { ...readConfig({}), jit }, write() {} };
  const runtime = createRuntime({
    ...options,
    jit: jit === "off" ? "off" : { statistics: true, ...(jit === "on" && { policy: eagerPolicy }) },
  });
  const { heap } = runtime.machine;
  try {
    if (jit === "off") startCounting(heap);
    runtime.runMain(source, "program.py");
    const report = runtime.jit?.report();
    const counted = countedInstructions(heap, false).reduce((sum, { count }) => sum + count, 0);
    return { instructions: counted + (report?.traced ?? 0), report };
  } finally {
    runtime.close();
  }
}

describe("the same number of instructions with the JIT as without it", () => {
  for (const name of readdirSync(folder))
    test(name, { timeout: 60_000 }, () => {
      const source = readFileSync(`${folder}/${name}`, "utf8");
      const without = run(source, "off").instructions;
      for (const jit of ["on", "hottest"] as const) {
        const { instructions } = run(source, jit);
        // A back edge that the collector interrupts comes twice, and so does an instruction that a called function could not do.
        expect(Math.abs(instructions - without)).toBeLessThan(300);
      }
    });
});

test("a loop over numbers runs in its trace and counts no reference", () => {
  const { report } = run(
    "def total(n):\n    s = 0\n    for i in range(n):\n        s += i * i % 7\n    return s\ntotal(200000)\n",
    "on",
  );
  if (report === undefined) throw new Error("no report");
  expect(report.traced / (report.traced + report.interpreted + report.stepped)).toBeGreaterThan(0.95);
  expect(report.traces[0]?.rounds).toBeGreaterThan(199000);
  expect(report.traceCounts).toBeLessThan(report.interpreterCounts / 10 + 1);
});

test("an exit says where it is taken and what grows from it", () => {
  const { report } = run(
    "n = 0\nfor i in range(9000):\n    if i % 3:\n        n += 1\n    else:\n        n += 2\n",
    "on",
  );
  const exits = report?.exits.filter(({ place, side }) => place.line === 3 && side > 0) ?? [];
  expect(exits.reduce((sum, { taken }) => sum + taken, 0)).toBeGreaterThan(2700);
});

/** Part of the instructions that ran in traces, and how often a trace was left, in `source` followed by many rounds of `f(2000)`. */
function shares(source: string): { inTraces: number; left: number; stepped: number; throughMemory: number } {
  const { report } = run(`${source}\nfor _ in range(40):\n    f(2000)\n`, "on");
  if (report === undefined) throw new Error("no report");
  const { traced, interpreted, stepped, exits } = report;
  const left = exits.reduce((sum, { taken }) => sum + taken, 0);
  const throughMemory = exits.reduce((sum, { taken, side, inMemory }) => sum + (side !== 0 && inMemory ? taken : 0), 0);
  return { inTraces: traced / (traced + interpreted + stepped), left, stepped, throughMemory };
}

test("the trace of a function that has cells is called by traces", () => {
  const source =
    "def walk(n, out):\n    def one(x):\n        if x != n: out.append(x + n)\n" +
    "    if n > 0:\n        walk(n - 1, out)\n        one(n & 3)\n        walk(n - 2, out)\n" +
    "for _ in range(100):\n    walk(12, [])\n";
  const { report } = run(source, "on");
  expect(report?.traceCalls).toBeGreaterThan(0);
});

test("a global that is set anew for each call costs no traces", () => {
  const source =
    "class W: pass\ndef f(n):\n    global w\n    w = W()\n    w.s = 0\n    g(n)\ndef g(n):\n    for i in range(n):\n        w.s += i";
  expect(shares(source).inTraces).toBeGreaterThan(0.9);
});

test("a generator that ends where next() has resumed it does not leave the trace", () => {
  const source =
    "class W:\n    def __init__(self, it): self.it = it\n    def __enter__(self): return next(self.it)\n    def __exit__(self, *a):\n        try: next(self.it)\n        except StopIteration: return False\n" +
    "def g(i):\n    yield i\ndef f(n):\n    s = 0\n    for i in range(n):\n        with W(g(i)) as v: s += v\n    return s";
  expect(shares(source).left).toBeLessThan(1000);
});

test("class patterns, named tuples and subclasses of lists and dicts are not left to the interpreter", () => {
  const source =
    "from collections import namedtuple\nclass P:\n    __match_args__ = ('x',)\n    def __init__(self, x): self.x = x\nclass Q: pass\nclass L(list): pass\nclass D(dict):\n    def __missing__(self, k): return 1\nT = namedtuple('T', 'a b')\n" +
    "def f(n):\n    s = 0\n    p, l, d, t = P(3), L([1, 2]), D(k=1), T(1, 2)\n    for i in range(n):\n        match p:\n            case Q(): pass\n            case P(x): s += x\n        if not isinstance(p, Q): s += len(l) + l[i & 1] + d['k'] + t.a + getattr(p, 'x')\n        l[0] = i\n    return s";
  const { inTraces, stepped } = shares(source);
  expect(inTraces).toBeGreaterThan(0.9);
  expect(stepped).toBeLessThan(5000);
});

test("methods of builtin types that are called by another name are not left to the interpreter", () => {
  const source =
    "def f(n):\n    items, seen, counts = [], set(), {1: 2}\n    put, take, add, get, join = items.append, items.pop, seen.add, counts.get, ','.join\n" +
    "    s = 0\n    for i in range(n):\n        put(i)\n        add(i & 7)\n        s += get(i & 3, 1) + take() + len(join(['a', 'b'])) + len(counts) + len(range(i & 3))\n    return s";
  const { inTraces, stepped } = shares(source);
  expect(inTraces).toBeGreaterThan(0.9);
  expect(stepped).toBe(0);
});

test("short generators in builtins go from round to round without leaving for memory or the interpreter", () => {
  const source =
    "def f(n):\n    row = [3, 1, 2]\n    s = 0\n    for i in range(n):\n" +
    "        s += sum(x for x in row) + max(x for x in row) + len(list(x for x in row)) + any(x == 2 for x in row) + all(x > 1 for x in row)\n    return s";
  const { inTraces, stepped, throughMemory } = shares(source);
  expect(inTraces).toBeGreaterThan(0.8);
  expect(stepped).toBeLessThan(2000);
  expect(throughMemory).toBe(0);
});

test("zip, enumerate, map and chain of generators step in the trace", () => {
  const source =
    "from itertools import chain\ndef g(n):\n    for i in range(n): yield i\ndef f(n):\n    s = 0\n    for a, b in zip(g(n), range(n)): s += a * b\n" +
    "    for i, x in enumerate(g(n), 1): s += i - x\n    for x in map(lambda v: v + n, range(n)): s += x\n    for x in map(lambda v: -v, g(n)): s += x\n" +
    "    for x in chain(g(n), g(n)): s += x\n    return s + sum(map(lambda v: v & 1, range(n)))";
  const { inTraces, stepped, left } = shares(source);
  expect(inTraces).toBeGreaterThan(0.85);
  expect(stepped).toBeLessThan(5000);
  expect(left).toBeLessThan(5000);
});

test("tuples with hashes in Python are looked up in the trace", () => {
  const source =
    "class K:\n    def __init__(self, n): self.n = n\n    def __hash__(self): return hash(self.n)\nx, y = K('x'), K('y')\nd = {(x, 1): 2, (y, 1): 3}\n" +
    "def f(n):\n    s = 0\n    for i in range(n): s += d[x, 1] + d.get((y, 1), 0) + ((x, 2) in d)\n    return s";
  const { inTraces, stepped } = shares(source);
  expect(inTraces).toBeGreaterThan(0.9);
  expect(stepped).toBeLessThan(2000);
});
