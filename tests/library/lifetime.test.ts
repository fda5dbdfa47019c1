// How VMs and handles end: disposed of, forgotten, or with their thread.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { Krait, type PyObject } from "../../src/index.ts";

const library = new URL("../../dist/index.js", import.meta.url).href;

test("`using` closes a VM and releases a handle", () => {
  let kept: Krait;
  {
    using vm = Krait.create();
    kept = vm;
    vm.run("import weakref\nclass A: pass\na = A()\nseen = weakref.ref(a)");
    {
      using handle = vm.run("a") as PyObject;
      vm.run("del a");
      expect(handle.typeName).toBe("A");
      expect(vm.run("seen() is None")).toBe(false);
    }
    expect(vm.run("seen() is None")).toBe(true);
  }
  expect(kept.isClosed).toBe(true);
});

test("a handle that JavaScript forgets gives its object back", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  using vm = Krait.create();
  vm.run(
    "import weakref\nclass A: pass\ndef make():\n    global seen\n    a = A()\n    seen = weakref.ref(a)\n    return a",
  );
  (() => void vm.run("make()"))();
  for (let i = 0; i < 50 && vm.run("seen() is None") === false; i++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(vm.run("seen() is None")).toBe(true);
});

/** Runs a program for the library in `count` threads at once; what each posts. */
function inThreads(count: number, body: string): Promise<unknown[]> {
  const source = `
    const { parentPort, workerData } = require("node:worker_threads");
    import(${JSON.stringify(library)}).then(async ({ Krait }) => { ${body} });`;
  const threads = Array.from({ length: count }, (_, i) => {
    const worker = new Worker(source, { eval: true, workerData: i });
    return new Promise((resolve, reject) => {
      let posted: unknown;
      worker.on("message", (message) => (posted = message));
      worker.once("error", reject);
      worker.once("exit", (code) => (code === 0 ? resolve(posted) : reject(new Error(`thread ended with ${code}`))));
    });
  });
  return Promise.all(threads);
}

test("each thread has its own VMs, and its end takes along those it left open", async () => {
  const results = await inThreads(
    3,
    `for (const platform of ["addon", "koffi"]) {
       const vm = Krait.create({ platform });
       parentPort.postMessage(vm.run(\`x = \${workerData}\\nsum(x for _ in range(10000))\`));
     }`,
  );
  expect(results).toEqual([0, 10_000, 20_000]);
  using here = Krait.create();
  expect(here.run("'x' in globals()")).toBe(false);
}, 180_000);

test("a time limit holds in a thread", async () => {
  const results = await inThreads(
    2,
    `const vm = Krait.create();
     try { vm.run("while True: pass", { timeoutMs: 50 }); } catch (error) { parentPort.postMessage(error.type); }`,
  );
  expect(results).toEqual(["TimeoutError", "TimeoutError"]);
}, 180_000);
