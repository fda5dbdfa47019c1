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
  /** sys.path entries before the standard library. Needs `files: true`. */
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
  /**
   * Whether compiled code of the program (the first source that is run) is kept on disk, in Krait's cache folder, for whoever runs the same program later:
   * it is warm from the start then. For programs that you trust with your cache folder. Default false.
   */
  readonly keepTraces?: boolean;
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

type Check = readonly [expected: string, isRight: (v: unknown) => boolean];

const isObject = (v: unknown): v is object => typeof v === "object" && v !== null;
const text: Check = ["a string", (v) => typeof v === "string"];
const flag: Check = ["true or false", (v) => typeof v === "boolean"];
const number: Check = ["a number", (v) => typeof v === "number"];
const texts: Check = ["an array of strings", (v) => Array.isArray(v) && v.every((item) => typeof item === "string")];
const sink: Check = ['a function or "inherit"', (v) => typeof v === "function" || v === "inherit"];

const KRAIT_OPTIONS: { readonly [Name in keyof Required<KraitOptions>]: Check } = {
  stdout: sink,
  stderr: sink,
  stdin: ["a string or a function", (v) => typeof v === "string" || typeof v === "function"],
  argv: texts,
  path: texts,
  files: flag,
  environment: [
    "an object of strings",
    (v) => isObject(v) && Object.values(v).every((item) => typeof item === "string"),
  ],
  modules: ["an object of objects", (v) => isObject(v) && Object.values(v).every(isObject)],
  memoryBytes: number,
  timeoutMs: number,
  jit: flag,
  jitMemoryBytes: number,
  keepTraces: flag,
  platform: ['"addon" or "koffi"', (v) => v === "addon" || v === "koffi"],
  audit: flag,
};
const RUN_OPTIONS: { readonly [Name in keyof Required<RunOptions>]: Check } = { filename: text, timeoutMs: number };

/** Throws TypeError if something is no option or has the wrong type. Their ranges are looked at where they are used. */
export function checkKraitOptions(options: unknown): void {
  checkOptions(options, KRAIT_OPTIONS);
  const { modules, path, files } = options as KraitOptions;
  for (const name of Object.keys(modules ?? {}))
    if (!MODULE_NAME.test(name)) throw new TypeError(`${JSON.stringify(name)} can't be the name of a Python module`);
  if (path !== undefined && path.length > 0 && files !== true) throw new TypeError("path needs files: true");
}
export function checkRunOptions(options: unknown): void {
  checkOptions(options, RUN_OPTIONS);
}

const MODULE_NAME = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

function checkOptions(options: unknown, checks: Readonly<Record<string, Check>>): void {
  if (!isObject(options)) throw new TypeError(`options must be an object, not ${shown(options)}`);
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(checks, name))
      throw new TypeError(`there is no option ${name}; the options are ${Object.keys(checks).join(", ")}`);
    const [expected, isRight] = checks[name] as Check;
    if (value !== undefined && !isRight(value)) throw new TypeError(`${name} must be ${expected}, not ${shown(value)}`);
  }
}

/** A value in an error message. */
export function shown(v: unknown): string {
  if (v === null || v === undefined) return String(v);
  return typeof v === "object" ? (Array.isArray(v) ? "an array" : "an object") : `${typeof v} ${String(v)}`.trim();
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
  if (typeof stdin === "function")
    return () => {
      const line: unknown = stdin();
      if (typeof line !== "string") throw new TypeError(`stdin must give strings, not ${shown(line)}`);
      return line;
    };
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
