// A Python exception that left a Krait run, as JavaScript sees it.

export interface PythonErrorInit {
  readonly type: string;
  readonly message: string;
  readonly traceback: string;
  readonly exitCode?: number | undefined;
  readonly cause?: unknown;
}

/** Thrown by run, runAsync and calls of Python functions. */
export class PythonError extends Error {
  /** Name of the exception's class, qualified by its module unless that is builtins or __main__: "ValueError", "json.decoder.JSONDecodeError". */
  readonly type: string;
  /** The whole traceback as Python prints it, without a final newline. */
  readonly traceback: string;
  /** For SystemExit: what the process would have ended with. */
  readonly exitCode: number | undefined;

  constructor(init: PythonErrorInit) {
    super(init.message, init.cause === undefined ? undefined : { cause: init.cause });
    this.name = "PythonError";
    this.type = init.type;
    this.traceback = init.traceback;
    this.exitCode = init.exitCode;
    this.stack = `PythonError: ${init.type}${init.message === "" ? "" : `: ${init.message}`}\n${init.traceback}`;
  }
}

/** A mistake in the use of the library: a closed VM, a released handle, two runs at once. */
export class KraitUsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "KraitUsageError";
  }
}
