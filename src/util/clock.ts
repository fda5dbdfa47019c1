// Time: how long things take, and waiting. Not `performance`: Node loads that module when it is first asked for, which takes longer than most of what
// is measured with it.

/** Milliseconds, with fractions, since some moment in the past; the same clock on all threads of a process. */
export function nowMs(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}

/** Stops this thread for so many milliseconds, its event loop too; not at all below 0. */
export function sleepMs(ms: number): void {
  if (ms > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
