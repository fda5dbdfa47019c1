// CPython as a judge: pyodide (3.14, in this process) or a native interpreter. Starting pyodide takes seconds, so
// one instance serves all programs.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { needsNativeOracle, type Observation } from "./expectations.ts";
import type { Program } from "./programs.ts";
import { root } from "./root.ts";

const ORACLE_PY = join(root, "tests/harness/oracle.py");

/** Something that runs programs as CPython does. */
export interface Oracle {
  /** Such as "3.14.2". */
  version: string;
  /** Null where the program asks for a native CPython and there is none. */
  observe(program: Pick<Program, "source" | "filename">): Observation | null;
}

/** Starts CPython 3.14 in this process. */
export async function startPyodide(): Promise<Oracle> {
  const { loadPyodide } = await import("pyodide");
  const python = await loadPyodide({ stdout: () => {}, stderr: () => {} });
  python.FS.writeFile("/oracle.py", readFileSync(ORACLE_PY));
  python.runPython("import sys; sys.path.insert(0, '/'); import oracle");
  const runJson = python.runPython("oracle.run_json");
  const version: string = python.runPython("sys.version.split()[0]");
  const native = findNativePython();
  return {
    version,
    observe({ source, filename }) {
      const program = { source, filename };
      if (needsNativeOracle(source)) return native ? observeNatively(native, [program])[0]! : null;
      try {
        return JSON.parse(runJson(JSON.stringify([program])))[0];
      } catch (error) {
        throw new Error(`CPython in pyodide died on ${filename}: ${error}`);
      }
    },
  };
}

/** Path of a native CPython 3.13, or null where there is none. */
export function findNativePython(): string | null {
  const pyenv = join(homedir(), ".pyenv/versions/3.13.0/bin/python3.13");
  if (existsSync(pyenv)) return pyenv;
  try {
    return execFileSync("sh", ["-c", "command -v python3.13"], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

/** Runs all programs in one process of a native interpreter. */
export function observeNatively(executable: string, programs: Pick<Program, "source" | "filename">[]): Observation[] {
  const request = programs.map(({ source, filename }) => ({ source, filename }));
  const answer = execFileSync(executable, [ORACLE_PY], {
    input: JSON.stringify(request),
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { PYTHONHASHSEED: "1", PYTHONIOENCODING: "utf-8", PATH: process.env.PATH },
  });
  return JSON.parse(answer);
}
