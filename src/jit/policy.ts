// Every heuristic of the JIT: when it starts, how far it goes, when it gives up. Numbers are counts unless their names say otherwise.

export const policy = {
  /** Executions of a back edge before its loop is recorded. Compiling costs well under a millisecond, a loop of 60 rounds may run on. */
  hotLoop: 60,
  /**
   * Times as long that a loop in a generator waits: the loop that resumes it is to be recorded first, with everything in it. (A filter over a
   * generator, alternating: 3.1 ns an item instead of 26.)
   */
  generatorLoop: 7,
  /** Calls of a function before it is recorded from its entry. Higher: loops that call it inline it. */
  hotEntry: 200,
  /** Times as long that a function waits that does not call itself, and instructions that it must run to be worth it. */
  plainEntry: 7,
  entryLength: 16,
  /** Times one exit is taken before the way from there is recorded. */
  hotExit: 24,
  /** Part of the time since the start that compiling may take, so that no program loses more to it than that. */
  compileShare: 0.25,
  /** What loading the JIT and making the first trace is expected to take, V8 being cold. */
  firstTraceMs: 10,
  /** Executions of a place that is hot while nothing may be compiled before it asks again; it doubles up to waitMost times that. */
  waitLoop: 500,
  waitEntry: 2000,
  waitMost: 8,
  /** Instructions in one recording. */
  recordLimit: 900,
  /** Rounds of inner loops that a recording may go through before it is given up. */
  innerRounds: 6,
  /** Instructions of one round of a loop that a trace may go through before it goes on at the loop's head. */
  peelLimit: 100,
  /** Frames inlined above the one that the trace starts in. */
  inlineDepth: 12,
  /** Activations of a function that calls itself in one trace: the first calls are inlined, the innermost ones run traces. */
  unrollDepth: 2,
  /** Instructions after which no more such calls are inlined. */
  unrollLimit: 24,
  /** Traces of the function that do so; on trees of all shapes every trace would need dozens of others. */
  unrolledTraces: 2,
  /** Recordings from one place before it is never tried again. */
  attempts: 4,
  /** After a failure the place waits this many times as long; primes, so that two places don't fail in step. */
  backoff: [7, 23, 61, 151],
  /** Traces from one place that may die before the next ones wait, each twice as long as the one before. */
  deaths: 4,
  /** Traces that may hang on one root, their exits' exits included. */
  sideTraces: 60,
  /** Code region of all traces of one VM, unless --jit-memory says otherwise. */
  codeBytes: 16 * 2 ** 20,
} as const;

export type Policy = {
  -readonly [K in keyof typeof policy]: (typeof policy)[K] extends readonly number[] ? readonly number[] : number;
};

/** For tests: every loop and function is recorded as soon as it has been seen, every exit grows. */
export const hottestPolicy: Policy = {
  ...policy,
  hotLoop: 2,
  hotEntry: 3,
  hotExit: 2,
  compileShare: Number.POSITIVE_INFINITY,
};

/** Whether another trace may be made after `count` that took `spentMs` in all, `elapsedMs` after the program's start. */
export function mayCompile(policy: Policy, count: number, spentMs: number, elapsedMs: number): boolean {
  if (policy.compileShare === Number.POSITIVE_INFINITY) return true;
  return (count === 0 ? policy.firstTraceMs : spentMs) <= policy.compileShare * elapsedMs;
}
