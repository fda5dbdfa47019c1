// The thread on which the JIT compiles: dist/compiler.cjs serves the machines of the one that has started it (src/jit/compiler-thread.ts). It has the
// priority of any other: a lower one, where there is more to do than there are processors, makes traces come when they are hardly of use any more.
"use strict";
const { parentPort } = require("node:worker_threads");
const { runCached, saveCompiled } = require("./cached-script.js");

/** Traces after which what V8 has compiled of the compiler is kept: the thread is ended when the process ends, so it can't be then. */
const TRAINED_AFTER = 10;

const { serveDriver } = runCached("compiler");
parentPort.on("message", ({ port, data }) => {
  serveDriver(port, data, (traces) => {
    if (traces === TRAINED_AFTER) saveCompiled("compiler");
  });
});
