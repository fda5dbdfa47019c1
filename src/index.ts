// The public library: import { Krait } from "krait".
export { PyObject } from "./library/handle.ts";
export { Krait, type PyGlobals } from "./library/krait.ts";
export type { KraitOptions, RunOptions } from "./library/options.ts";
export { PyFloat } from "./library/py-float.ts";
export { KraitUsageError, PythonError, type PythonErrorInit } from "./library/python-error.ts";
