// Child processes that run programs one after the other: Krait (worker.ts, bundled) and CPython (oracle.py). A program that kills its process
// or never ends costs that process only; the next program starts another.
import { type ChildProcess, fork, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { JitMode } from "../../src/config.ts";
import { slowness, testNode } from "../harness/emulator.ts";
import { findNativePython } from "../harness/oracle.ts";
import { root } from "../harness/root.ts";
import type { Outcome } from "./outcome.ts";

const LIMIT_MS = 20_000 * slowness;

/** Something that runs a program and tells what it did. Never throws because of the program. */
export interface Runner {
  readonly name: string;
  run(source: string): Promise<Outcome>;
  close(): void;
}

/** Krait. `bundle`: worker.ts bundled by esbuild into dist/ (there the package finds its own files). `jit`: KRAIT_JIT, to compare whole tracebacks. */
export function kraitRunner(bundle: string, audit: boolean, jit?: JitMode): Runner {
  const limitMs = jit === "kept" ? 2 * LIMIT_MS : LIMIT_MS; // it runs twice
  let child: ChildProcess | undefined;
  let ready: Promise<void> | undefined;
  let errors = "";
  const start = (): ChildProcess => {
    errors = "";
    const started = fork(bundle, [...(audit ? ["--audit"] : []), ...(jit === undefined ? [] : ["--whole"])], {
      cwd: root,
      env: { ...process.env, ...(jit !== undefined && { KRAIT_JIT: jit }) },
      stdio: ["ignore", "inherit", "pipe", "ipc"],
      ...testNode,
    });
    started.stderr!.on("data", (chunk: Buffer) => {
      errors = (errors + chunk.toString("utf8")).slice(-3000);
    });
    ready = new Promise((resolve) => {
      started.once("message", () => resolve());
      started.once("exit", () => resolve());
    });
    return started;
  };
  return {
    name: `krait${jit === undefined ? "" : `, JIT ${jit}`}${audit ? ", audit" : ""}`,
    async run(source) {
      child ??= start();
      await ready;
      const mine = child;
      return await new Promise<Outcome>((resolve) => {
        const finish = (outcome: Outcome): void => {
          clearTimeout(timer);
          mine.off("message", onMessage);
          mine.off("exit", onExit);
          resolve(outcome);
        };
        const failed = (failure: string): void => {
          child = undefined;
          finish({ stdout: "", exception: null, failure });
        };
        const onMessage = (outcome: unknown): void => finish(outcome as Outcome);
        const onExit = (code: number | null, signal: string | null): void => {
          setTimeout(() => failed(`died of ${signal ?? `exit code ${code}`}\n${errors}`), 20);
        };
        const timer = setTimeout(() => {
          mine.kill("SIGKILL");
          failed(`still running after ${limitMs / 1000} s`);
        }, limitMs);
        mine.on("message", onMessage);
        mine.on("exit", onExit);
        if (!mine.connected) failed(`could not start\n${errors}`);
        else mine.send(source);
      });
    },
    close() {
      child?.kill("SIGKILL");
      child = undefined;
    },
  };
}

/** A native CPython 3.13; null where there is none. */
export function nativeRunner(): Runner | null {
  const python = findNativePython();
  if (python === null) return null;
  const start = () => {
    const child = spawn(python, [join(root, "tests/fuzz/oracle.py")], {
      stdio: ["pipe", "pipe", "ignore"],
      env: { ...process.env, PYTHONIOENCODING: "utf-8", PYTHONUTF8: "1" },
    });
    child.stdin.on("error", () => {});
    return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
  };
  let now = start();
  return {
    name: "CPython 3.13",
    async run(source) {
      now.child.stdin.write(`${JSON.stringify(source)}\n`);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<null>((resolve) => {
        timer = setTimeout(() => resolve(null), LIMIT_MS);
      });
      const line = await Promise.race([now.lines.next(), late]).finally(() => clearTimeout(timer));
      if (line !== null && !line.done) return { ...JSON.parse(line.value), failure: null };
      // CPython can't be stopped inside C code, and some programs crash it: nothing can be said about such a program.
      now.child.kill("SIGKILL");
      now = start();
      return { stdout: "", exception: "TooLong", failure: null };
    },
    close() {
      now.child.kill("SIGKILL");
    },
  };
}

/** CPython 3.14 in wasm: small stack, slow to start, always there. */
export async function pyodideRunner(): Promise<Runner> {
  const { startPyodide } = await import("../harness/oracle.ts");
  const oracle = await startPyodide();
  return {
    name: `pyodide ${oracle.version}`,
    async run(source) {
      const seen = oracle.observe({ source, filename: "fuzz.py" })!;
      const stdout = seen.lines.map(([, text]) => `${text}\n`).join("") + seen.partial;
      return { stdout, exception: seen.exception, failure: null };
    },
    close() {},
  };
}
