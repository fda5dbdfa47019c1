// The library's promises while the program runs in traces: limits and interrupts end hot loops, host functions pause and fail inside them, and the VM
// goes on afterwards.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Krait, PythonError } from "../../src/index.ts";

function failure(body: () => unknown): string {
  try {
    body();
  } catch (error) {
    expect(error).toBeInstanceOf(PythonError);
    return (error as PythonError).type;
  }
  throw new Error("nothing was raised");
}

describe.each(["hottest", "on"])("in mode %s", { timeout: 60_000 }, (mode) => {
  let vm: Krait;
  const before = process.env.KRAIT_JIT;
  beforeEach(() => {
    process.env.KRAIT_JIT = mode;
    vm = Krait.create();
  });
  afterEach(() => {
    vm.close();
    if (before === undefined) delete process.env.KRAIT_JIT;
    else process.env.KRAIT_JIT = before;
  });

  test.each([
    ["a counting loop", "n = 0\nwhile True: n += 1"],
    ["a loop that catches everything", "while True:\n  try:\n    while True: pass\n  except BaseException: pass"],
    ["nested loops", "while True:\n  for i in range(100):\n    for j in [1, 2, 3]: k = i * j"],
    ["recursion", "def f(n): return 1 if n < 2 else f(n - 1) + f(n - 2)\nwhile True: f(15)"],
    ["a generator", "def g():\n  n = 0\n  while True:\n    n += 1\n    yield n\nfor x in g(): pass"],
    ["methods", "class C:\n  def __init__(self): self.n = 0\n  def up(self): self.n += 1\nc = C()\nwhile True: c.up()"],
  ])("timeoutMs ends %s", (_what, source) => {
    const started = performance.now();
    expect(failure(() => vm.run(source, { timeoutMs: 150 }))).toBe("TimeoutError");
    expect(performance.now() - started).toBeLessThan(8000);
    expect(vm.run("sum(i * i for i in range(300))")).toBe(8955050);
    expect(failure(() => vm.run(source, { timeoutMs: 50 }))).toBe("TimeoutError");
  });

  test("interrupt() from a host function in the loop ends the run there", () => {
    let calls = 0;
    vm.globals.set("tick", () => {
      if (++calls === 200) vm.interrupt();
    });
    const source = "n = 0\ntry:\n  while True:\n    n += 1\n    tick()\nfinally:\n  left = n";
    expect(failure(() => vm.run(source))).toBe("KeyboardInterrupt");
    expect(vm.globals.get("left")).toBe(200);
    expect(vm.run("n + 1")).toBe(201);
  });

  test("the memory limit holds while a trace fills a list, and the list is whole", () => {
    using small = Krait.create({ memoryBytes: 32 << 20, timeoutMs: 30_000 });
    const source = "x = []\nn = 0\nwhile True:\n  x.append([n, n + 1])\n  n += 1";
    expect(failure(() => small.run(source))).toBe("MemoryError");
    expect(small.run("all(p == [i, i + 1] for i, p in enumerate(x[:500])) and len(x) - n in (0, 1)")).toBe(true);
    small.run("x = None");
    expect(small.run("sum(i for i in range(500))")).toBe(124750);
  });

  test("async host functions pause a hot loop and give it its values", async () => {
    vm.globals.set("later", async (x: number) => {
      if (x % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      return x * 2;
    });
    const source = `
def run(n):
    total, seen = 0, []
    for i in range(n):
        total += later(i) + len(seen) % 3
        if i % 7 == 0: seen.append(total)
    return total, len(seen)
run(300)`;
    const result = (await vm.runAsync(source)) as { toString(): string };
    using plain = Krait.create({ jit: false });
    const expected = plain.run(source.replace("later(i)", "i * 2")) as { toString(): string };
    expect(String(result)).toBe(String(expected));
  });

  test("exceptions of host functions are caught in the loop", () => {
    vm.globals.set("fussy", (x: number) => {
      if (x % 5 === 3) throw new Error(`not ${x}`);
      return x;
    });
    const source = `
def run():
    good = bad = 0
    for i in range(400):
        try:
            good += fussy(i)
        except Exception as e:
            bad += len(str(e)) > 3
    return good * 1000 + bad
run()`;
    expect(vm.run(source)).toBe(63760080);
  });
});
