// The command line: like python's where python has the same thing. Everything after the program (file, -, -c text, -m module) is the program's.

export interface CliOptions {
  /** What to run. "repl": nothing was named and stdin is a terminal (or -i). */
  readonly program:
    | { readonly kind: "file"; readonly path: string }
    | { readonly kind: "command"; readonly text: string }
    | { readonly kind: "module"; readonly name: string }
    | { readonly kind: "stdin" }
    | { readonly kind: "interactive" };
  /** sys.argv[1:]. */
  readonly args: readonly string[];
  /** -i: a prompt after the program. */
  readonly interactive: boolean;
  /** -q: no banner. */
  readonly quiet: boolean;
  /** -V / --version (with --verbose: platform, core, heap image). */
  readonly version: boolean;
  readonly verbose: boolean;
  readonly help: boolean;
  /** --dis and --dump=…: print a stage instead of running. */
  readonly dump: ReadonlySet<DumpStage>;
  /** Undefined: KRAIT_JIT decides. */
  readonly jit: boolean | undefined;
  /** Most memory for trace code; undefined: the JIT's own limit. */
  readonly jitMemoryBytes: number | undefined;
  /** Compiled code is kept for the next run of the program. */
  readonly keepTraces: boolean;
  /** One line a trace on standard error. */
  readonly jitVerbose: boolean;
  readonly jitDump: readonly JitStage[];
  readonly stats: boolean;
  /** --perf-map: names of traces and of the core's functions for perf and gdb. */
  readonly perfMap: boolean;
  /** --audit: the debug core, with its count audit at exit. */
  readonly audit: boolean;
  readonly platform: "addon" | "koffi" | undefined;
  /** -O: 0, 1 (no asserts), 2 (no docstrings). */
  readonly optimize: 0 | 1 | 2;
  /** -W arguments, in order. */
  readonly warnings: readonly string[];
  /** -X arguments, in order. */
  readonly implementation: readonly string[];
  /** -P, -I: the program's folder does not come first in sys.path. */
  readonly safePath: boolean;
  /** -E, -I: PYTHON* environment variables are ignored. */
  readonly ignoreEnvironment: boolean;
  /** -B: no cache files are written. */
  readonly noCacheFiles: boolean;
  /** -u: stdout and stderr unbuffered. */
  readonly unbuffered: boolean;
}

export const DUMP_STAGES = ["tokens", "ast", "bytecode"] as const;
/** Stages of a trace that can be printed. */
export const JIT_STAGES = ["trace", "ir", "passes", "regs", "asm", "exits"] as const;
export type JitStage = (typeof JIT_STAGES)[number];
export type DumpStage = (typeof DUMP_STAGES)[number];

/** A wrong command line; the message goes to stderr and the exit code is 2. */
export class UsageError extends Error {}

const HELP_ROWS: readonly (readonly [string, string])[] = [
  ["-c TEXT", "run TEXT as a program"],
  ["-m MODULE", "run a library module as a program"],
  ["FILE", "run the program in FILE"],
  ["-", "run the program read from standard input"],
  ["-i", "interactive prompt after the program"],
  ["-q", "no banner at the prompt"],
  ["-O, -OO", "leave out assert statements; and docstrings"],
  ["-B", "write no cache files"],
  ["-E", "ignore PYTHON* environment variables"],
  ["-I", "isolated: -E and -P"],
  ["-P", "keep the program's folder out of sys.path"],
  ["-u", "unbuffered standard output and error"],
  ["-W ARG", "warning filter, as python's"],
  ["-X ARG", "implementation option, as python's"],
  ["--dis", "print the program's bytecode instead of running it"],
  ["--dump=STAGE,…", `print stages instead of running: ${DUMP_STAGES.join(", ")}`],
  ["--jit=on|off", "compile hot loops to machine code; on by default but on macOS"],
  ["--jit-memory=MB", "most memory for compiled code; when it is full the oldest goes"],
  ["--keep-traces=on|off", "keep compiled code for the next run of the program (default on)"],
  ["--jit-v", "one line on every trace and every failed recording"],
  ["--jit-dump=…", "stages of every trace: trace, ir, passes, regs, asm, exits"],
  ["--perf-map", "write /tmp/perf-PID.map: names of compiled code, for perf and gdb"],
  ["--stats", "counters after the run, to standard error"],
  ["--audit", "run on the debug core: assertions, and every reference count recomputed at exit"],
  ["--platform=addon|koffi", "native layer (else $KRAIT_PLATFORM, else the addon if it was built)"],
  ["-V, --version", "version (--verbose: what it runs on)"],
  ["-h, --help", "this text"],
];

export function helpText(): string {
  const width = Math.max(...HELP_ROWS.map(([option]) => option.length));
  const rows = HELP_ROWS.map(([option, what]) => `  ${option.padEnd(width)}  ${what}`);
  return `usage: krait [option] … [-c TEXT | -m MODULE | FILE | -] [arg] …\nRuns Python 3.14.\n\n${rows.join("\n")}\n`;
}

/** Parses process.argv without node and script. Throws UsageError. */
export function parseOptions(argv: readonly string[]): CliOptions {
  const state = {
    interactive: false, quiet: false, version: false, verbose: false, help: false, jit: undefined as boolean | undefined, jitMemoryBytes: undefined as number | undefined, keepTraces: true, jitVerbose: false, jitDump: [] as JitStage[], stats: false, perfMap: false, audit: false, safePath: false,
    ignoreEnvironment: false, noCacheFiles: false, unbuffered: false,
  }; // biome-ignore format: a table
  let optimize: 0 | 1 | 2 = 0;
  let platform: "addon" | "koffi" | undefined;
  const dump = new Set<DumpStage>();
  const warnings: string[] = [];
  const implementation: string[] = [];
  let at = 0;

  const finish = (program: CliOptions["program"], args: readonly string[]): CliOptions => ({
    ...state, program, args, optimize, platform, dump, warnings, implementation,
  }); // biome-ignore format: one line
  const valueOf = (letter: string, rest: string): string => {
    if (rest) return rest;
    const next = argv[++at];
    if (next === undefined) throw new UsageError(`argument expected for the -${letter} option`);
    return next;
  };

  for (; at < argv.length; at++) {
    const arg = argv[at]!;
    if (arg === "-") return finish({ kind: "stdin" }, argv.slice(at + 1));
    if (arg === "--") {
      at++;
      break;
    }
    if (arg.startsWith("--")) {
      longOption(arg);
      continue;
    }
    if (!arg.startsWith("-")) break;
    const done = shortOptions(arg);
    if (done) return done;
  }
  const path = argv[at];
  if (path !== undefined) return finish({ kind: "file", path }, argv.slice(at + 1));
  return finish({ kind: "interactive" }, []);

  function shortOptions(arg: string): CliOptions | undefined {
    for (let i = 1; i < arg.length; i++) {
      const letter = arg[i]!;
      const rest = arg.slice(i + 1);
      switch (letter) {
        case "c": {
          const text = valueOf("c", rest);
          return finish({ kind: "command", text }, argv.slice(at + 1));
        }
        case "m": {
          const name = valueOf("m", rest);
          return finish({ kind: "module", name }, argv.slice(at + 1));
        }
        case "W":
          warnings.push(valueOf("W", rest));
          return undefined;
        case "X":
          implementation.push(valueOf("X", rest));
          return undefined;
        case "i": state.interactive = true; break;
        case "q": state.quiet = true; break;
        case "V": state.version = true; break;
        case "h": case "?": state.help = true; break;
        case "B": state.noCacheFiles = true; break;
        case "E": state.ignoreEnvironment = true; break;
        case "I": state.ignoreEnvironment = state.safePath = true; break;
        case "P": state.safePath = true; break;
        case "u": state.unbuffered = true; break;
        case "O": optimize = optimize === 0 ? 1 : 2; break;
        case "s": case "S": case "b": case "d": case "v": break; // python's, without effect here
        default:
          throw new UsageError(`unknown option -${letter}`);
      } // biome-ignore format: a table
    }
    return undefined;
  }

  function longOption(arg: string): void {
    const equals = arg.indexOf("=");
    const name = equals < 0 ? arg : arg.slice(0, equals);
    const value = equals < 0 ? undefined : arg.slice(equals + 1);
    const oneOf = <T extends string>(allowed: readonly T[]): T => {
      if (value !== undefined && (allowed as readonly string[]).includes(value)) return value as T;
      throw new UsageError(
        `${name} takes one of ${allowed.join(", ")}${value === undefined ? "" : `, not '${value}'`}`,
      );
    };
    switch (name) {
      case "--help": state.help = true; break;
      case "--version": state.version = true; break;
      case "--verbose": state.verbose = true; break;
      case "--dis": dump.add("bytecode"); break;
      case "--perf-map": state.perfMap = true; break;
      case "--stats": state.stats = true; break;
      case "--audit": state.audit = true; break;
      case "--jit": state.jit = oneOf(["on", "off"]) === "on"; break;
      case "--jit-memory": state.jitMemoryBytes = megabytes(value); break;
      case "--keep-traces": state.keepTraces = oneOf(["on", "off"]) === "on"; break;
      case "--jit-v": state.jitVerbose = true; break;
      case "--jit-dump":
        state.jitDump = (value ?? "").split(",").map((stage) => {
          if (!(JIT_STAGES as readonly string[]).includes(stage))
            throw new UsageError(`--jit-dump takes a list of ${JIT_STAGES.join(", ")}, not '${stage}'`);
          return stage as JitStage;
        });
        break;
      case "--platform": platform = oneOf(["addon", "koffi"] as const); break;
      case "--dump":
        for (const stage of (value ?? "").split(",")) {
          if (!(DUMP_STAGES as readonly string[]).includes(stage)) {
            throw new UsageError(`--dump takes a list of ${DUMP_STAGES.join(", ")}, not '${stage}'`);
          }
          dump.add(stage as DumpStage);
        }
        break;
      default:
        throw new UsageError(`unknown option ${name}`);
    } // biome-ignore format: a table
    if (
      value !== undefined &&
      !["--jit", "--jit-dump", "--jit-memory", "--keep-traces", "--platform", "--dump"].includes(name)
    )
      throw new UsageError(`${name} takes no value`);
  }
}

/** Bytes of a --jit-memory value. Throws UsageError. */
function megabytes(value: string | undefined): number {
  const number = Number(value);
  if (value === undefined || value === "" || !(number >= 0.0625 && number <= 64))
    throw new UsageError(
      `--jit-memory takes a number of megabytes from 0.0625 to 64${value ? `, not '${value}'` : ""}`,
    );
  return Math.floor(number * 2 ** 20);
}
