// Exceptions on their way out of a VM and back in. Python's become a PythonError for JavaScript; what a host function throws becomes an exception that
// Python can catch, the same one if it was Python's in the first place.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { PyError } from "../heap/py-error.ts";
import type { Ref, Value } from "../heap/value.ts";
import type { Runtime } from "../runtime.ts";
import { isInstance } from "../util/instances.ts";
import { toJs } from "./convert.ts";
import { PyObject } from "./handle.ts";
import { javaScriptError, thrownInside } from "./javascript-module.ts";
import { PythonError } from "./python-error.ts";
import type { Vm } from "./vm.ts";

/** Those that can be made of a message. */
const BUILTIN_EXCEPTIONS: ReadonlyMap<string, Ref> = new Map(
  Object.entries(CoreConst)
    .filter(([name]) => name.startsWith("EXC_") && !/^EXC_(Unicode.+Error|.*ExceptionGroup)$/.test(name))
    .map(([name, offset]) => [name.slice(4), Number(offset)]),
);

/** What `body` answers, `fallback` if it raises a Python exception. */
export function safely<T>(body: () => T, fallback: T): T {
  try {
    return body();
  } catch (error) {
    if (error instanceof PyError) return fallback;
    throw error;
  }
}

export class CrossingExceptions {
  /** Those that went through JavaScript inside a run; each holds a reference until the run is over. */
  readonly #passing = new Map<PythonError, Ref>();
  private readonly vm: Vm;
  private readonly runtime: Runtime;

  constructor(vm: Vm, runtime: Runtime) {
    this.vm = vm;
    this.runtime = runtime;
  }

  /** `mayReturn`: a host function is under it, which may let the error go on into Python. */
  toJavaScript(error: PyError, mayReturn: boolean): PythonError {
    const { machine } = this.runtime;
    const { heap, ctx } = machine;
    return this.vm.scoped(() => {
      const exception = ctx.exceptionOf(error);
      const name = this.#nameOfClass(heap.typeOf(exception));
      const result = new PythonError({
        type: name,
        message: safely(() => machine.runSteps(ctx.text(exception)), "<exception str() failed>"),
        traceback: safely(() => this.runtime.describe(error), name).replace(/\n$/, ""),
        exitCode: heap.isInstance(exception, CoreConst.EXC_SystemExit) ? this.#exitCode(exception) : undefined,
        cause: thrownInside(machine, exception)?.thrown,
      });
      if (mayReturn) {
        heap.incref(exception);
        this.#passing.set(result, exception);
      }
      return result;
    });
  }

  /** What a host function threw, as an exception Python can catch. */
  fromJavaScript(error: unknown): PyError {
    const { machine } = this.runtime;
    const { ctx, heap } = machine;
    if (isInstance(error, PythonError)) {
      const passing = this.#passing.get(error);
      if (passing !== undefined) return ctx.errorOf(passing);
      const type = BUILTIN_EXCEPTIONS.get(error.type);
      if (type !== undefined) return new PyError(type, error.message === "" ? [] : [error.message]);
    }
    if (isInstance(error, PyObject) && PyObject.belongsTo(error, this.vm)) {
      const exception = PyObject.refOf(error, this.vm);
      if (heap.isInstance(exception, CoreConst.EXC_BaseException)) return ctx.errorOf(exception);
    }
    return ctx.errorOf(javaScriptError(machine, error));
  }

  /** The run is over. */
  release(): void {
    for (const exception of this.#passing.values()) this.runtime.machine.heap.decref(exception);
    this.#passing.clear();
  }

  #nameOfClass(type: Ref): string {
    const { heap } = this.runtime.machine;
    const at = (offset: number): string => {
      const ref = heap.readU32(type + offset);
      return ref !== 0 && heap.isStr(ref) ? heap.text(ref) : "";
    };
    const module = at(Layout.PyType.module);
    const qualname = at(Layout.PyType.qualname) || at(Layout.PyType.name);
    return module === "" || module === "builtins" || module === "__main__" ? qualname : `${module}.${qualname}`;
  }

  /** Exit code of a SystemExit as CPython's: None 0, an int itself, anything else 1. */
  #exitCode(exception: Ref): number {
    const { machine } = this.runtime;
    const code = safely(() => machine.runSteps(machine.ctx.getattr(exception, "code")) as Value, CoreConst.NONE_REF);
    if (code === CoreConst.NONE_REF) return 0;
    const value = toJs(this.vm, code);
    if (typeof value === "bigint") return Number(BigInt.asUintN(8, value));
    return typeof value === "number" ? value & 0xff : typeof value === "boolean" ? Number(value) : 1;
  }
}
