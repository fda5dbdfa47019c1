// Every heuristic of the JIT: when it starts, how far it goes, when it gives up. Numbers are counts unless their names say otherwise.

export const policy = {
  /** Executions of a back edge before its loop is looked at for the first time, then each time they have doubled: see `pays`. */
  hotLoop: 500,
  /**
   * Times as long that a loop in a generator waits: the loop that resumes it is to be recorded first, with everything in it. (A filter over a
   * generator, alternating: 3.1 ns an item instead of 26.)
   */
  generatorLoop: 3,
  /** Calls of a function before it is looked at, the same way. Higher: loops that call it inline it. */
  hotEntry: 1000,
  /** Times as long that a function waits that does not call itself, and instructions that it must run to be worth it. */
  plainEntry: 3,
  entryLength: 16,
  /** Times one exit is taken at least before the way from there is recorded. */
  hotExit: 24,
  /**
   * What a trace costs once V8 has optimised the compiler, in instructions of the interpreter (about 4 ns each, so that the figures hold on any
   * machine): 0.4 ms, and 12 µs for each instruction in it.
   */
  traceCost: 100_000,
  instructionCost: 3000,
  /**
   * Times as much that the first trace costs; from there to the `warmAfter`-th it falls. (That the very first one takes 10 to 20 ms more is not in it:
   * with 2 million instructions for that, 19 of bench/programs and 21 of pyperformance's gain 8 and 3 % in their first iterations by geometric mean, and
   * lose 6 and 2 % over the first eight and five.)
   */
  coldFactor: 5,
  warmAfter: 50,
  /**
   * What all places together must have cost before the JIT is loaded, about 20 ms: that and its first use take 25 to 30 ms of processor time. (Twelve
   * of bench/programs, JIT off against on by geometric mean, first / third to fifth iterations, with 15, 7.5 and 4 million: 0.74 and 1.58, 0.74 and
   * 2.32, 0.74 and 2.64, the last with a share of 0.35 instead of 0.25.)
   */
  loadCost: 5_000_000,
  /**
   * A place must have cost so many times what its trace will: what follows has to make up for it, at two or three times the speed. (Fourteen of
   * bench/programs, processor time, 3 / 2 by geometric mean: first iterations 0.96, third to fifth 1.16, all seven 1.10. Sixteen programs with varied
   * ways through them, interpreter / JIT, first / third to fifth / later iterations: 0.86, 1.09 and 2.13 with 3, 0.90, 1.24 and 2.39 with 2,
   * 0.83, 1.18 and 2.31 with 1.5.)
   */
  patience: 2,
  /** What a call is counted as when the length of a loop is guessed. */
  callLength: 20,
  /** What an exit costs besides the instructions that are then interpreted: 150 ns to write the frame, and the way back into a trace. */
  exitLength: 40,
  /** Part of the time since the start that compiling may take, so that no program loses more to it than that. */
  compileShare: 0.35,
  /**
   * Milliseconds that compiling may take besides in a run that has found traces of earlier ones, and so has to load the compiler for few: with one
   * trace a run it would take many runs of a short program until none has to be compiled.
   */
  completingMs: 15,
  /** Traces that may be under way on the compiler's thread; others wait. */
  underWay: 8,
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
  /**
   * Traces that may go from a loop through the head of one around it, whose own trace is but a line to the loop inside, and on along that line: the
   * first is the way that is taken most. Later ones end at the head, or each way out of the loop inside would hold its own copy of every way back to
   * it. (Nodes compiled in fourteen iterations of puzzle, constraints, fannkuch, json-like: 3434, 4468, 968, 2542 without a limit; 1472, 3306, 418,
   * 2122 with this one; 1059, 2902, 418, 1945 with none, but matrices and the like would write their registers to memory in each round.)
   */
  passedLines: 1,
  /** Frames inlined above the one that the trace starts in. */
  inlineDepth: 12,
  /**
   * Generators with the same code that a trace follows when one resumes the other; where there are more the loop is left to the interpreter. (Twelve
   * rounds over a tree of 5000 nodes / over one of 15 / through a chain of 20, JIT off against on: 0.54, 0.63 and 0.41 without a limit, 0.91, 0.81
   * and 0.95 with 5, 1.02, 0.95 and 1.01 with 2. Only nested lists that are flattened win by more, 1.4 after a second.)
   */
  unrolledGenerators: 2,
  /** Activations of a function that calls itself in one trace: the first calls are inlined, the innermost ones run traces. */
  unrollDepth: 2,
  /**
   * Instructions after which a trace ends where one activation of such a function returns to another. (Collision detection over a red-black tree that a
   * function recurs over, forty iterations: 72 traces of 11,168 nodes without a limit, 93 of 9,212 with 30; a tree's visitor is as fast as without.)
   */
  climbLimit: 30,
  /**
   * Activations of one code in a recording that comes to its limit without leaving them: what is deeper than `inlineDepth` is entered by steps, and the
   * next trace would only go further down. (Lists nested some thousand deep that are compared, everything hot: 34 traces of 900 instructions.)
   */
  descentLimit: 16,
  /** Instructions after which no more such calls are inlined. */
  unrollLimit: 24,
  /** Traces of the function that do so; on trees of all shapes every trace would need dozens of others. */
  unrolledTraces: 2,
  /** Recordings from one place before it is never tried again. */
  attempts: 4,
  /** After a failure the place waits this many times as long; primes, so that two places don't fail in step. */
  backoff: [7, 23, 61, 151],
  /** Rounds after which a loop that has ended during the recording is tried again, times the same. */
  leftLoop: 50,
  /** Traces from one place that may die before the next ones wait, each twice as long as the one before. */
  deaths: 4,
  /** Traces that may hang on one root, their exits' exits included. */
  sideTraces: 60,
  /** Versions of a loop besides the first, for other kinds of numbers at its head and other kinds of iterators. */
  loopVersions: 3,
  /** Code region of all traces of one VM, unless --jit-memory says otherwise. */
  codeBytes: 16 * 2 ** 20,
} as const;

export type Policy = {
  -readonly [K in keyof typeof policy]: (typeof policy)[K] extends readonly number[] ? readonly number[] : number;
};

/**
 * Where traces are compiled on another thread: the program pays for the recording and for putting the trace in its place, which is a tenth of what
 * it pays elsewhere, and time does not count. The counters start as in the other policy: they are set before it is known. (Ten of bench/programs in
 * one sitting, JIT off against this by geometric mean, first / third to fifth / later iterations: 0.79, 1.66, 2.14; with a fifth of the cost, so
 * that everything is recorded sooner, 0.74, 1.42, 1.91: loops are then recorded with the types they begin with; on the program's own thread 0.79,
 * 1.54, 2.08.)
 */
export const backgroundPolicy: Policy = {
  ...policy,
  traceCost: 100_000,
  instructionCost: 1000,
  coldFactor: 2,
  patience: 2,
  compileShare: Number.POSITIVE_INFINITY,
};

/** For tests of what is compiled, not when: little is enough, whatever it costs. */
export const eagerPolicy: Policy = {
  ...policy,
  hotLoop: 60,
  hotEntry: 200,
  generatorLoop: 7,
  plainEntry: 7,
  traceCost: 0,
  instructionCost: 0,
  loadCost: 0,
  compileShare: Number.POSITIVE_INFINITY,
};

/** For tests: every loop and function is recorded as soon as it has been seen, every exit grows. */
export const hottestPolicy: Policy = { ...eagerPolicy, hotLoop: 2, hotEntry: 3, hotExit: 2 };

/**
 * For tests that compile everything once more on the program's thread: one trace at a time, so that both compilers know the same others. (Of two
 * under way at a time the second would be compiled without the first, and again with it.)
 */
export const comparedPolicy: Policy = { ...hottestPolicy, underWay: 1 };

/** What a trace of `length` instructions is expected to cost after `count` others, in instructions of the interpreter. */
export function costOf(policy: Policy, length: number, count: number): number {
  const coldness = Math.max(0, 1 - count / policy.warmAfter);
  return (policy.traceCost + policy.instructionCost * length) * (1 + (policy.coldFactor - 1) * coldness);
}

/**
 * Whether a place that has run `rounds` times `length` instructions has cost what its trace will cost. Who buys when he has paid as much in rent
 * never pays more than twice what he would if he knew the future.
 */
export function pays(policy: Policy, rounds: number, length: number, count: number): boolean {
  return rounds * length >= policy.patience * costOf(policy, length, count);
}

/** Times that an exit has to be taken behind which `length` instructions of its trace were left, after `count` traces. */
export function exitsToPay(policy: Policy, length: number, count: number): number {
  const needed = (policy.patience * costOf(policy, length, count)) / (policy.exitLength + length);
  return Math.max(policy.hotExit, Math.ceil(needed));
}

/** Whether there is time for another trace after those that took `spentMs` in all, `elapsedMs` after the program's start. */
export function mayCompile(policy: Policy, spentMs: number, elapsedMs: number): boolean {
  return spentMs <= policy.compileShare * elapsedMs;
}
