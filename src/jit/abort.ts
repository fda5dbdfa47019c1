// Why a recording did not become a trace. One row each; --jit-v and --stats print them by these names.
export const ABORTS = {
  "too-long": "the recording reached its limit before it closed",
  "too-deep": "more inlined frames than the policy allows",
  "recursive-generator": "generators that resume others of their kind, deeper than the policy allows",
  "left-frame": "the frame in which the recording began returned",
  "inner-loop": "another loop ran inside; it is to be compiled first",
  "too-short": "a function that does not call itself and is done sooner than a trace is entered: its callers inline it",
  "call-in-loop": "a call of a function's trace that can't be made from a loop",
  interrupted: "an interrupt was raised at a back edge or a function's entry",
  "host-callback": "host code called Python code",
  "stale-recording": "what was recorded is no longer there to be read",
  "type-unstable": "a loop-carried register changes its type in every round",
  "unknown-frame": "an instruction ran in a frame that the recording did not enter",
  "no-progress": "the trace would leave at its first guard again",
  "thread-ended": "the thread that compiled it is gone",
  "code-memory": "no code memory left",
  "internal-error": "a defect of the JIT; please report it",
  blacklisted: "failed too often from here",
} as const;
export type AbortReason = keyof typeof ABORTS;

/** Thrown while a trace is built: the recording is given up, the program goes on in the interpreter. */
export class Abort extends Error {
  override readonly name = "Abort";
  readonly reason: AbortReason;
  constructor(reason: AbortReason, detail = "") {
    super(detail === "" ? reason : `${reason}: ${detail}`);
    this.reason = reason;
  }
}

/** Whichever script of dist/ it comes from: each has a class of its own. */
export function isAbort(error: unknown): error is Abort {
  return error instanceof Error && error.name === "Abort" && "reason" in error;
}
