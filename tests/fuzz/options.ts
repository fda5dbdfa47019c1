// The command line of both fuzzers.
import { parseArgs } from "node:util";
import { isJitMode, type JitMode } from "../../src/config.ts";

export interface Options {
  /** Programs with hot loops also without --jit. */
  readonly hot: boolean;
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
  /** undefined: as the fuzzer does it unless told. */
  readonly audit: boolean | undefined;
  readonly shrink: boolean;
  /** Folder for the shrunk programs. */
  readonly keep: string | undefined;
  /** Stop after so many differing programs. */
  readonly most: number;
  readonly file: string | undefined;
  /** Of the JIT, to be compared with JIT off. */
  readonly modes: readonly JitMode[] | undefined;
}

/** Throws an Error for a flag that there is not, or a value that can't be read. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      jit: { type: "boolean" },
      hot: { type: "boolean" },
      seeds: { type: "string", default: "0-200" },
      modes: { type: "string" },
      audit: { type: "boolean" },
      "no-audit": { type: "boolean" },
      "no-shrink": { type: "boolean" },
      keep: { type: "string" },
      most: { type: "string", default: "20" },
      file: { type: "string" },
    },
  });
  const range = /^(\d+)(?:-(\d+))?$/.exec(values.seeds);
  if (!range) throw new Error(`--seeds must be like 0-2000, not ${values.seeds}`);
  if (!/^\d+$/.test(values.most)) throw new Error(`--most must be a number, not ${values.most}`);
  const first = Number(range[1]);
  return {
    hot: values.hot === true,
    first,
    last: values.file === undefined ? Number(range[2] ?? first + 1) : first + 1,
    audit: values["no-audit"] ? false : values.audit,
    shrink: !values["no-shrink"],
    keep: values.keep,
    most: Number(values.most),
    file: values.file,
    modes: values.modes?.split(",").map(checkMode),
  };
}

function checkMode(mode: string): JitMode {
  if (!isJitMode(mode)) throw new Error(`--modes: there is no mode ${mode}`);
  return mode;
}
