// The public library: import { Krait } from "krait".
export { PyFloat } from "./library/convert.ts";
export { PyObject } from "./library/handle.ts";
export { Krait, type KraitOptions, type PyGlobals, type RunOptions } from "./library/krait.ts";
export { KraitUsageError, PythonError } from "./library/python-error.ts";
