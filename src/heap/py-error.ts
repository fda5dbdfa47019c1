// A Python exception on its way through TypeScript. Not a JS Error: making a JS stack for every StopIteration would cost microseconds.
// `exception` is held by the pool of the host call that sees it (see Heap.pool); an error made in TypeScript has none until it is raised
// in the VM, so throwing and catching one inside TypeScript allocates nothing in the heap.
import { CoreConst } from "./generated/layout.ts";
import type { Ref, Value } from "./value.ts";

/** An attribute in JavaScript's terms: numbers become ints, null None, arrays tuples. */
export type ErrorDetail = string | number | null | readonly ErrorDetail[];

/** What an exception made in TypeScript is made of: strings become str, numbers int. */
export type ErrorArgument = Value | string | { readonly int: number };

export class PyError {
  /** Offset of the exception's type. */
  readonly type: Ref;
  /** The exception object, 0 while there is none yet. */
  exception: Ref;
  readonly args: readonly (string | Value)[];
  /** Attributes set when the object is made, e.g. `name` of a NameError. */
  readonly attributes: Readonly<Record<string, Value | string>> | undefined;

  /** Further attributes; made by the front end, which knows no heap. */
  readonly details: Readonly<Record<string, ErrorDetail>> | undefined;

  /** If given, the exception has one more argument, a tuple of these details. */
  readonly detailsInArgs: readonly string[] | undefined;

  constructor(
    type: Ref,
    args: readonly (string | Value)[],
    exception: Ref = 0,
    attributes?: Readonly<Record<string, Value | string>>,
    details?: Readonly<Record<string, ErrorDetail>>,
    detailsInArgs?: readonly string[],
  ) {
    this.details = details;
    this.detailsInArgs = detailsInArgs;
    this.type = type;
    this.args = args;
    this.exception = exception;
    this.attributes = attributes;
  }

  /** For people who debug Krait: uncaught in JS this is all they see. */
  toString(): string {
    const name = Object.entries(CoreConst).find(([key, value]) => key.startsWith("EXC_") && value === this.type);
    return `PyError: ${name ? name[0].slice(4) : `type @${this.type}`}${this.args.length > 0 ? `: ${this.args.join(", ")}` : ""}`;
  }
}

export type ExceptionName = {
  [K in keyof typeof CoreConst]: K extends `EXC_${infer N}` ? N : never;
}[keyof typeof CoreConst];

/** `throw raise("ValueError", "…")`. */
export function raise(name: ExceptionName, ...args: (string | Value)[]): PyError {
  return new PyError((CoreConst as unknown as Record<string, number>)[`EXC_${name}`] as number, args);
}
export function typeError(message: string): PyError {
  return new PyError(CoreConst.EXC_TypeError, [message]);
}
export function valueError(message: string): PyError {
  return new PyError(CoreConst.EXC_ValueError, [message]);
}
export function notImplemented(what: string): PyError {
  return new PyError(CoreConst.EXC_NotImplementedError, [`krait does not support ${what} yet`]);
}

/** What Node and V8 say of what has no room. */
const TOO_LARGE: ReadonlySet<unknown> = new Set([
  "ERR_STRING_TOO_LONG",
  "ERR_BUFFER_TOO_LARGE",
  "ERR_MEMORY_ALLOCATION_FAILED",
  "ERR_FS_FILE_TOO_LARGE",
]);
const NO_ROOM =
  /^(Invalid (string|array|typed array|array buffer) length|Array buffer allocation failed|Maximum BigInt size exceeded)/i;

function refusal(error: unknown): PyError | undefined {
  const { code, message } = (error ?? {}) as NodeJS.ErrnoException;
  if (TOO_LARGE.has(code) || (error instanceof RangeError && NO_ROOM.test(message))) return raise("MemoryError");
  if (code === "ERR_OUT_OF_RANGE") return raise("OverflowError", message);
  if (code === "ERR_INVALID_ARG_VALUE") return raise("ValueError", message);
  return undefined;
}

/** What Node says of a number or argument that it does not take is the program's. A mistake in Krait itself must not look so: it is thrown as the JS error it is. */
export function refusedByNode(error: unknown): PyError {
  const found = refusal(error);
  if (found === undefined) throw error;
  return found;
}

const INTERNAL: ReadonlySet<unknown> = new Set([Error, TypeError, RangeError, ReferenceError, SyntaxError]);

/**
 * What host code throws, as a program is to meet it: what Node refuses (refusedByNode), and a mistake in Krait itself as a SystemError, so that the
 * program still runs its handlers and writes what it has. Throws what is neither.
 */
export function internalError(error: unknown): PyError {
  const found = refusal(error);
  if (found !== undefined) return found;
  if (!(error instanceof Error) || !INTERNAL.has(error.constructor)) throw error;
  return raise("SystemError", `krait: internal error, please report it: ${error.name}: ${error.message}`);
}
