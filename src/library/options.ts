// What a VM can be given, and what that means for the layers below.
import { type Access, FULL_ACCESS, NO_ACCESS } from "../modules/access.ts";

export interface KraitOptions {
  /** Receives what the program prints. Default: nothing is shown; "inherit": the process's own stdout. */
  readonly stdout?: ((text: string) => void) | "inherit";
  readonly stderr?: ((text: string) => void) | "inherit";
  /** What input() and sys.stdin read: a text, or a function that gives the next line ("" at the end). Default: nothing. */
  readonly stdin?: string | (() => string);
  /** sys.argv. Default [""]. */
  readonly argv?: readonly string[];
  /** sys.path entries before the standard library. Needs `files`. */
  readonly path?: readonly string[];
  /** Real file access. Default false: the program sees no files. */
  readonly files?: boolean;
  /** Environment variables the program sees. Default none. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Modules made of JavaScript values and functions: `{ db: { query: async (sql) => … } }` for `import db`. */
  readonly modules?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Most memory the program's objects may take, in bytes. Beyond it MemoryError is raised. Default and most: about 4 GiB. */
  readonly memoryBytes?: number;
  /** Time for one run or call in milliseconds, unless the call says otherwise. Default: no limit. */
  readonly timeoutMs?: number;
  /** Whether hot code is compiled. Default: the environment's KRAIT_JIT decides. */
  readonly jit?: boolean;
  /** Most memory for compiled code, in bytes, from 64 KiB; when it is full the oldest goes. Default: 16 MiB. */
  readonly jitMemoryBytes?: number;
  /** Native layer. Default: the environment's KRAIT_PLATFORM, else the addon if it was built, else koffi. */
  readonly platform?: "addon" | "koffi";
  /** The debug core: assertions, and every reference count recomputed by close(), which throws if one is wrong. */
  readonly audit?: boolean;
}

export interface RunOptions {
  /** Name shown in tracebacks. Default "<string>". */
  readonly filename?: string;
  /** Overrides the VM's timeoutMs. */
  readonly timeoutMs?: number;
}

/** What the options let a program reach. */
export function accessFor(options: KraitOptions): Access {
  return {
    ...(options.files ? FULL_ACCESS : NO_ACCESS),
    system: false,
    environment: options.environment ?? {},
  };
}

/** A function that gives line after line of a stdin option. */
export function lineReader(stdin: KraitOptions["stdin"]): () => string {
  if (typeof stdin === "function") return stdin;
  const lines = (stdin ?? "").match(/[^\n]*\n|[^\n]+$/g) ?? [];
  let at = 0;
  return () => lines[at++] ?? "";
}

/** Milliseconds of a time limit, undefined for none. Throws RangeError. */
export function checkedTimeout(limit: number | undefined): number | undefined {
  if (limit === undefined || limit === Number.POSITIVE_INFINITY) return undefined;
  if (!(limit > 0)) throw new RangeError(`timeoutMs must be positive, not ${limit}`);
  return limit;
}
