// interrupt(), timeoutMs and memoryBytes.
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Krait, PythonError } from "../../src/index.ts";

let vm: Krait;
beforeEach(() => {
  vm = Krait.create();
});
afterEach(() => vm.close());

function failure(body: () => unknown): PythonError {
  try {
    body();
  } catch (error) {
    expect(error).toBeInstanceOf(PythonError);
    return error as PythonError;
  }
  throw new Error("nothing was raised");
}

/** Runs with a limit and says what was raised; fails if the limit did not hold. */
function timedOut(source: string): string {
  const started = performance.now();
  const { type } = failure(() => vm.run(source, { timeoutMs: 100 }));
  expect(performance.now() - started).toBeLessThan(5000);
  return type;
}

describe("timeoutMs", () => {
  test.each([
    ["an empty loop", "while True: pass"],
    ["a loop that catches everything", "while True:\n  try:\n    while True: pass\n  except BaseException: pass"],
    ["recursion in a finally clause", "def f():\n  try:\n    while True: pass\n  finally:\n    f()\nf()"],
    ["a generator", "def g():\n  while True: yield 1\nfor x in g(): pass"],
    ["a long built-in over a Python iterator", "sum(x for x in range(10**12))"],
    ["a series of decimals", "from decimal import *\ngetcontext().prec = 10**6\nDecimal(2).ln()"],
    ["a builtin that is the last thing", "import itertools\nL = list(range(10**7)) * 8\nNone"],
    ["the parser", "compile('[' + '1,' * 6_000_000 + ']', 'x', 'eval')"],
    ["the parser behind ast", "import ast\nast.literal_eval('[' + '1,' * 6_000_000 + ']')"],
    ["decoding", "b'a'.zfill(300_000_000).decode('utf-16', 'ignore')"],
    ["the digits of an int", "while True: hex(1 << 300_000_000)"],
    ["a finalizer", "class D:\n  def __del__(self):\n    while True: pass\nD()\nwhile True: pass"],
  ])("ends %s", (_what, source) => {
    expect(timedOut(source)).toBe("TimeoutError");
    expect(vm.run("1 + 1")).toBe(2);
  });
  test("lets a program clean up", () => {
    timedOut("try:\n  while True: pass\nfinally:\n  cleaned = True");
    expect(vm.globals.get("cleaned")).toBe(true);
  });
  test("of the VM holds for every run unless the run says otherwise", () => {
    using limited = Krait.create({ timeoutMs: 50 });
    expect(failure(() => limited.run("while True: pass")).type).toBe("TimeoutError");
    expect(limited.run("sum(1 for _ in range(1000))", { timeoutMs: Number.POSITIVE_INFINITY })).toBe(1000);
  });
  test("ends the wait for a promise", async () => {
    vm.globals.set("never", () => new Promise(() => {}));
    await expect(vm.runAsync("never()", { timeoutMs: 30 })).rejects.toMatchObject({ type: "TimeoutError" });
    expect(await vm.runAsync("1 + 1")).toBe(2);
  });
  test("must be positive", () => {
    expect(() => vm.run("1", { timeoutMs: 0 })).toThrow(RangeError);
    expect(() => Krait.create({ timeoutMs: -1 })).toThrow(RangeError);
  });
});

describe("interrupt", () => {
  test("from a host function ends the run with KeyboardInterrupt", () => {
    vm.globals.set("stop", () => vm.interrupt());
    expect(failure(() => vm.run("while True: stop()")).type).toBe("KeyboardInterrupt");
    expect(vm.run("1 + 1")).toBe(2);
  });
  test("ends the wait for a promise", async () => {
    vm.globals.set("never", () => new Promise(() => {}));
    setTimeout(() => vm.interrupt(), 10);
    await expect(vm.runAsync("never()")).rejects.toMatchObject({ type: "KeyboardInterrupt" });
  });
  test("does nothing to a VM that runs nothing", () => {
    vm.interrupt();
    expect(vm.run("sum(range(10))")).toBe(45);
  });
  test("from another thread reaches a loop", async () => {
    const flag = vm.interruptFlag;
    const source = `
      const { workerData, parentPort } = require("node:worker_threads");
      parentPort.on("message", () => parentPort.close());
      require("node:module");
      setTimeout(async () => {
        const { Krait } = await import(workerData.library);
        Krait.interruptFrom(workerData.flag);
        process.exit();
      }, 50);`;
    const library = new URL("../../dist/index.js", import.meta.url).href;
    const worker = new Worker(source, { eval: true, workerData: { flag, library } });
    const ended = new Promise((resolve) => worker.once("exit", resolve));
    expect(failure(() => vm.run("while True: pass", { timeoutMs: 10_000 })).type).toBe("KeyboardInterrupt");
    await ended;
  });
});

test("what is nested too deep to be hashed is a RecursionError", () => {
  expect(failure(() => vm.run("s = 1\nfor _ in range(100000): s = slice(s)\nhash(s)")).type).toBe("RecursionError");
});

describe("memoryBytes", () => {
  test.each([
    ["a growing list", "x = []\nwhile True: x.append([0] * 1000)"],
    ["one huge string", "'a' * 10**9"],
    ["a huge list", "[0] * 10**9"],
    ["a huge integer", "1 << 10**10"],
    ["a doubling string", "s = 'ab'\nwhile True: s += s"],
  ])("stops %s with MemoryError, and the VM goes on", (_what, source) => {
    using small = Krait.create({ memoryBytes: 32 << 20, timeoutMs: 20_000 });
    expect(["MemoryError", "OverflowError"]).toContain(failure(() => small.run(source)).type);
    small.run("x = s = None");
    expect(small.run("sum([1, 2, 3])")).toBe(6);
  });
  test("ends recursion whose limit was lifted, though there is no memory for a traceback of a million frames", () => {
    using small = Krait.create({ memoryBytes: 16 << 20, timeoutMs: 20_000 });
    const source = "import sys\nsys.setrecursionlimit(10**9)\ndef f(n): return f(n + 1)\nf(0)";
    expect(["MemoryError", "RecursionError"]).toContain(failure(() => small.run(source)).type);
    expect(small.run("sum([1, 2, 3])")).toBe(6);
  });
  test("holds for a text whose normal form is much longer", () => {
    using small = Krait.create({ memoryBytes: 32 << 20, timeoutMs: 60_000 });
    const source = "import unicodedata\nunicodedata.normalize('NFKD', '\\ufdfa' * 1_200_000)";
    expect(failure(() => small.run(source)).type).toBe("MemoryError");
    expect(small.run("sum([1, 2, 3])")).toBe(6);
  });
  test("raises nothing but MemoryError, whatever it is that finds no memory", { timeout: 120_000 }, () => {
    using small = Krait.create({ memoryBytes: 3 << 20, jit: true });
    small.run(readFileSync(new URL("no-memory.py", import.meta.url)).toString());
    const outcomes = small.run("outcomes") as Map<string | null, number>;
    expect([...outcomes.keys()].sort()).toEqual(["MemoryError", null]);
    expect(small.run("[f() for f in CASES][0]")).toBeDefined();
  });
  test("must be positive", () => {
    expect(() => Krait.create({ memoryBytes: 0 })).toThrow(RangeError);
  });
});

describe("jitMemoryBytes", () => {
  test("a program whose code does not fit goes on; what is out of range is refused", { timeout: 60_000 }, () => {
    using small = Krait.create({ jit: true, jitMemoryBytes: 65536 });
    const source = Array.from({ length: 40 }, (_, i) => `for k in range(300): n += k % ${i + 2}`).join("\n");
    using plain = Krait.create({ jit: false });
    for (const vm of [small, plain]) vm.run(`n = 0\n${source}`);
    expect(small.globals.get("n")).toBe(plain.globals.get("n"));
    expect(() => Krait.create({ jitMemoryBytes: 100 })).toThrow(RangeError);
  });
});
