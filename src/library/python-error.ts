// A Python exception that left a Krait run, as JavaScript sees it.

export interface PythonErrorInit {
  readonly type: string;
  readonly message?: string;
  readonly traceback?: string;
  readonly exitCode?: number | undefined;
  readonly cause?: unknown;
}

/**
 * Thrown by run, runAsync and calls of Python functions. A host function may throw one to raise a Python exception:
 * `throw new PythonError({ type: "KeyError", message: "no such user" })`.
 */
export class PythonError extends Error {
  /** Name of the exception's class, qualified by its module unless that is builtins or __main__: "ValueError", "json.decoder.JSONDecodeError". */
  readonly type: string;
  /** The whole traceback as Python prints it, without a final newline. */
  readonly traceback: string;
  /** For SystemExit: what the process would have ended with. */
  readonly exitCode: number | undefined;

  constructor(init: PythonErrorInit) {
    if (typeof init?.type !== "string")
      throw new TypeError("PythonError needs { type: the name of an exception's class }");
    const { type, message = "", cause } = init;
    super(message, cause === undefined ? undefined : { cause });
    this.name = "PythonError";
    this.type = type;
    this.traceback = init.traceback ?? (message === "" ? type : `${type}: ${message}`);
    this.exitCode = init.exitCode;
    this.stack = `PythonError: ${message === "" ? type : `${type}: ${message}`}\n${this.traceback}`;
  }
}

/** A mistake in the use of the library: a closed VM, a released handle, two runs at once. */
export class KraitUsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "KraitUsageError";
  }
}
