// What of the outside world a program may reach. Nothing is ambient: modules ask here, and what was not given raises PermissionError.

import { environmentVariables } from "../config.ts";
import { int } from "../heap/numbers.ts";
import { PyError } from "../heap/py-error.ts";
import type { Value } from "../heap/value.ts";
import { osErrorType } from "../host/types/exceptions.ts";
import type { Context } from "../vm/context.ts";
import type { Machine } from "../vm/machine.ts";
import { strerror } from "./errno-table.ts";

export interface Access {
  /** Real files through node:fs. */
  readonly files: boolean;
  /** Environment variables the program sees. */
  readonly environment: Readonly<Record<string, string>>;
  /** Processes, signals, terminals: what only the command line gives. */
  readonly system: boolean;
}

export const NO_ACCESS: Access = { files: false, environment: {}, system: false };
export const FULL_ACCESS: Access = {
  files: true,
  get environment() {
    return environmentVariables();
  },
  system: true,
};

const granted = new WeakMap<Machine, Access>();

export function grantAccess(machine: Machine, access: Access): void {
  granted.set(machine, access);
}
export function accessOf(ctx: Context): Access {
  return granted.get(ctx.machine) ?? NO_ACCESS;
}

/** Throws PermissionError unless the program may use files; `path` is named in the message. */
export function needFiles(ctx: Context, path?: string): void {
  if (!accessOf(ctx).files) throw osError(ctx, 13, path, "this Krait VM has no file access");
}
export function needSystem(ctx: Context, what: string): void {
  if (!accessOf(ctx).system) throw osError(ctx, 1, undefined, `this Krait VM may not use ${what}`);
}

/** Makes a system call; what it answers instead of a result becomes OSError. */
export function callSystem<T>(ctx: Context, what: string, body: () => T): T {
  needSystem(ctx, what);
  try {
    return body();
  } catch (error) {
    const errno = (error as { errno?: unknown }).errno;
    if (typeof errno !== "number" || errno <= 0) throw error;
    throw osError(ctx, errno, undefined, strerror(errno));
  }
}

/** An OSError with errno, text and file names, to be thrown. */
export function osError(ctx: Context, errno: number, path?: string, text = strerror(errno), path2?: string): PyError {
  const args: (string | Value)[] = [int(ctx.heap, errno), text];
  if (path !== undefined) args.push(path);
  if (path2 !== undefined) args.push(ctx.none, path2);
  return new PyError(osErrorType(errno), args);
}
