// The thread on which the JIT compiles: dist/compiler.cjs serves the one that runs the program (src/jit/compiler-thread.ts).
"use strict";
const { workerData } = require("node:worker_threads");
const { runCached, saveCompiled } = require("./cached-script.js");

/** Traces after which what V8 has compiled of the compiler is kept: the thread is ended when the process ends, so it can't be then. */
const TRAINED_AFTER = 10;

const { port, data } = workerData;
runCached("compiler").serveDriver(port, data, (traces) => {
  if (traces === TRAINED_AFTER) saveCompiled("compiler");
});
