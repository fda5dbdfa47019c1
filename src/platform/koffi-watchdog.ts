// A watchdog without native threads of our own: a worker_thread sleeps in Atomics.wait until the next deadline and sets the flag
// through its own view of the heap's page. It needs nothing from the main thread's event loop, which may be stuck in native code.
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { InterruptFlag } from "./platform.ts";

/** Slots of the shared control block; int32 words. Word 0 is the bell; slot i starts at word 4 + 8 i. */
const SLOTS = 64;
const SLOT_WORDS = 8;
/** A slot's state word is generation * 4 + one of these; the generation tells a slot's user from the next one. */
const FREE = 0;
const ARMED = 1;
const FIRING = 2;

/** States of a heap's gate: whoever touches a flag from outside holds it, and closing a heap waits for it. */
export const GATE = { open: 0, busy: 1, closed: 2 } as const;

// Times are process.hrtime milliseconds, the one clock that all threads share. Words of a slot: state, mask, deadline (f64), address (f64).
const source = `
const { workerData } = require("node:worker_threads");
const koffi = require(workerData.koffiPath);
const words = new Int32Array(workerData.control);
const doubles = new Float64Array(workerData.control);
for (;;) {
  const bell = Atomics.load(words, 0);
  const now = Number(process.hrtime.bigint()) / 1e6;
  let next = Infinity;
  for (let i = 0; i < ${SLOTS}; i++) {
    const at = 4 + i * ${SLOT_WORDS};
    const state = Atomics.load(words, at);
    if ((state & 3) !== ${ARMED}) continue;
    const deadline = doubles[at / 2 + 1];
    if (deadline > now) { next = Math.min(next, deadline); continue; }
    if (Atomics.compareExchange(words, at, state, state - ${ARMED} + ${FIRING}) !== state) continue;
    Atomics.or(new Int32Array(koffi.view(BigInt(doubles[at / 2 + 2]), 4)), 0, words[at + 1]);
    Atomics.store(words, at, state - ${ARMED} + ${FREE});
  }
  Atomics.wait(words, 0, bell, next === Infinity ? Infinity : Math.max(1, next - now));
}`;

let control: SharedArrayBuffer | undefined;

function startWorker(): Int32Array {
  if (control === undefined) {
    control = new SharedArrayBuffer((4 + SLOTS * SLOT_WORDS) * 4);
    const koffiPath = createRequire(import.meta.url).resolve("koffi");
    const worker = new Worker(source, { eval: true, execArgv: [], workerData: { koffiPath, control } });
    worker.unref();
  }
  return new Int32Array(control);
}

/** See Platform.arm. The first call starts the worker, which takes some 30 ms to be ready. Throws if 64 are armed already. */
export function armWorker(flag: InterruptFlag, mask: number, timeoutMs: number): () => void {
  const words = startWorker();
  const doubles = new Float64Array(words.buffer);
  for (let i = 0; i < SLOTS; i++) {
    const at = 4 + i * SLOT_WORDS;
    const state = Atomics.load(words, at);
    if ((state & 3) !== FREE) continue;
    const armed = (state + 4 + ARMED) | 0;
    words[at + 1] = mask;
    doubles[at / 2 + 1] = Number(process.hrtime.bigint()) / 1e6 + timeoutMs;
    doubles[at / 2 + 2] = flag.heapBase + flag.offset;
    Atomics.store(words, at, armed);
    Atomics.add(words, 0, 1);
    Atomics.notify(words, 0);
    return () => {
      if (Atomics.compareExchange(words, at, armed, armed - ARMED + FREE) === armed) return;
      const firing = armed - ARMED + FIRING;
      while (Atomics.load(words, at) === firing); // a few instructions; afterwards the flag is no more touched
    };
  }
  throw new Error("krait: too many timeouts at once");
}
