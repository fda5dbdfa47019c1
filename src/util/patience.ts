// Work that can take long though no code of the program runs in it (compiling a source of megabytes) counts its steps, and asks now and then whether
// it is to be given up. Who starts it says who answers; the others need not know.

const STEPS_BETWEEN = 1 << 13;

let left = STEPS_BETWEEN;
let ask: (() => void) | undefined;

/** Does `work`, whose steps call `question` now and then. What that throws ends the work. */
export function patiently<T>(question: () => void, work: () => T): T {
  const before = ask;
  ask = question;
  try {
    return work();
  } finally {
    ask = before;
  }
}

/** One step of such work. */
export function step(): void {
  if (--left > 0) return;
  left = STEPS_BETWEEN;
  ask?.();
}
