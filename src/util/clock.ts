// Time for measuring how long things take. Not `performance`: Node loads that module when it is first asked for, which takes longer than most of what
// is measured with it.

/** Milliseconds, with fractions, since some moment in the past; the same clock on all threads of a process. */
export function nowMs(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}
