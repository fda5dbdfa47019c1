// What running a program shows, and when two runs show the same.

export interface Outcome {
  readonly stdout: string;
  /** Last line of the uncaught exception's traceback; null where the program ended well. */
  readonly exception: string | null;
  /** Why this is no outcome of a Python program: a signal, an assertion, a wrong count, an error of the host; null if it is one. */
  readonly failure: string | null;
}

/** What is wrong with `ours` in a few words that stay the same while a program shrinks; null if nothing is. */
export function difference(ours: Outcome, theirs: Outcome): string | null {
  if (ours.failure !== null) return kindOfFailure(ours.failure);
  if (ours.stdout !== theirs.stdout) return "output";
  if (ours.exception !== theirs.exception) return "exception";
  return null;
}

function kindOfFailure(failure: string): string {
  return failure
    .split("\n")
    .slice(0, failure.startsWith("audit") ? 2 : 1)
    .join(" ")
    .replace(/\d+/g, "N")
    .slice(0, 120);
}

/** The first lines in which two texts differ, for people. */
export function firstDifference(ours: string, theirs: string): string {
  const a = ours.split("\n");
  const b = theirs.split("\n");
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return `line ${at + 1}\n  krait:  ${a[at]?.slice(0, 300) ?? "(nothing)"}\n  python: ${b[at]?.slice(0, 300) ?? "(nothing)"}`;
}
