// Where the program's text comes from.
import { readFileSync, statSync } from "node:fs";
import type { CliOptions } from "./options.ts";

export interface ProgramSource {
  readonly text: string | Uint8Array;
  /** Name in tracebacks and in __file__. */
  readonly filename: string;
}

/** A program that can't be read; the message is python's. */
export class UnreadableProgram extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

const ERRNO: Record<string, string> = {
  ENOENT: "[Errno 2] No such file or directory",
  EACCES: "[Errno 13] Permission denied",
  EISDIR: "[Errno 21] Is a directory",
};

/** Text of a file, -c or stdin program. Throws UnreadableProgram. */
export function readProgram(program: CliOptions["program"]): ProgramSource {
  switch (program.kind) {
    case "command":
      return { text: `${program.text}\n`, filename: "<string>" };
    case "file":
      return readFile(absolutePath(program.path));
    default:
      return { text: readFileSync(0), filename: "<stdin>" };
  }
}

/** As CPython makes it: the current folder in front, "./" taken off, nothing else normalised. */
function absolutePath(path: string): string {
  if (path.startsWith("/")) return path;
  return `${process.cwd()}/${path.replace(/^(?:\.\/+)+/, "")}`;
}

function readFile(path: string): ProgramSource {
  try {
    if (statSync(path).isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    return { text: readFileSync(path), filename: path };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    throw new UnreadableProgram(`krait: can't open file '${path}': ${ERRNO[code] ?? (error as Error).message}`);
  }
}
