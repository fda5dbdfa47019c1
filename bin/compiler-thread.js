// The thread on which the JIT compiles: dist/compiler.cjs serves the one that runs the program (src/jit/compiler-thread.ts).
"use strict";
const { workerData } = require("node:worker_threads");
const { runCached, saveCompiled, usesOf } = require("./cached-script.js");

/** Traces after which the compiler is looked at: what V8 has compiled of it by then is kept, if no earlier run had got half as far. */
const MILESTONES = [10, 40, 160];

const { port, data } = workerData;
runCached("compiler").serveDriver(port, data, (traces) => {
  if (MILESTONES.includes(traces) && traces > 2 * usesOf("compiler")) saveCompiled("compiler", traces);
});
