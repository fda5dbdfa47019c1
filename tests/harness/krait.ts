// Krait as the tests see it: a worker process per mode that runs one program after the other, each in a new VM. A
// crash or a hang costs the program its test and the mode its process, which is started again for the next program.
import { type ChildProcess, fork } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { slowness, testNode } from "./emulator.ts";
import type { Mode } from "./modes.ts";
import type { Program } from "./programs.ts";
import { root } from "./root.ts";

/** What a program did. */
export interface RunResult {
  stdout: string;
  stderr: string;
  /** Last line of the uncaught exception's traceback, notes left out; null where the program ended well. */
  exception: string | null;
  traceback: string | null;
  /** What the count audit found when the VM was closed; null where all was well or no audit was asked for. */
  audit: string | null;
}

const WORKER = join(root, "tests/harness/krait-worker.mjs");
const LIMIT_MS = 25_000 * slowness;

function newestChange(folder: string): number {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestChange(path) : statSync(path).mtimeMs);
  }
  return newest;
}

/** Throws unless dist/ was built from the sources as they are. */
export function checkBuild(): void {
  const built = join(root, "dist/index.js");
  if (!existsSync(built)) throw new Error("dist/index.js is missing: run npm run build");
  if (statSync(built).mtimeMs < newestChange(join(root, "src")))
    throw new Error("dist/ is older than src/: run npm run build");
}

/** A running Krait in one mode. */
export class KraitRunner {
  readonly mode: Mode;
  private child: ChildProcess | null = null;

  constructor(mode: Mode) {
    this.mode = mode;
  }

  private start(): ChildProcess {
    const env = { ...process.env, KRAIT_PLATFORM: this.mode.platform, KRAIT_JIT: this.mode.jit };
    const child = fork(WORKER, [], { env, cwd: root, stdio: ["ignore", "inherit", "pipe", "ipc"], ...testNode });
    child.once("exit", () => {
      if (this.child === child) this.child = null;
    });
    return child;
  }

  /** Runs a program to its end. Throws where Krait dies, hangs or fails in a way that is no Python exception. */
  async runProgram(program: Pick<Program, "source" | "filename">): Promise<RunResult> {
    const child = (this.child ??= this.start());
    let errors = "";
    const onErrors = (chunk: Buffer) => {
      errors = (errors + chunk.toString("utf8")).slice(-4000);
    };
    child.stderr!.on("data", onErrors);
    try {
      const { source, filename } = program;
      const { audit, platform, jit } = this.mode;
      const result = await new Promise<RunResult & { failure?: string }>((resolve, reject) => {
        const finish = () => {
          clearTimeout(timer);
          child.off("message", onMessage);
          child.off("exit", onExit);
        };
        const onMessage = (message: unknown) => {
          finish();
          resolve(message as RunResult);
        };
        const onExit = (code: number | null, signal: string | null) => {
          finish();
          setImmediate(() => reject(new Error(`krait died (${signal ?? `exit code ${code}`}) ${errors}`)));
        };
        const limitMs = jit === "kept" ? 2 * LIMIT_MS : LIMIT_MS; // it runs twice
        const timer = setTimeout(() => {
          finish();
          this.close();
          reject(new Error(`still running after ${limitMs / 1000} s`));
        }, limitMs);
        child.once("message", onMessage);
        child.once("exit", onExit);
        child.send({ source, filename, audit, platform });
      });
      if (result.failure !== undefined) throw new Error(result.failure);
      return result;
    } finally {
      child.stderr!.off("data", onErrors);
    }
  }

  /** Ends the worker process. */
  close(): void {
    this.child?.kill("SIGKILL");
    this.child = null;
  }
}

let shared: KraitRunner | null = null;

/** Runs one source text; for tests that want a program or two and not a mode of their own. */
export async function runProgram(
  source: string,
  options: { filename?: string; platform?: Mode["platform"]; audit?: boolean } = {},
): Promise<RunResult> {
  const { filename = "program.py", platform = "addon", audit = false } = options;
  if (shared?.mode.platform !== platform || shared.mode.audit !== audit) {
    shared?.close();
    shared = new KraitRunner({ name: "shared", platform, audit, jit: "off" });
  }
  return shared.runProgram({ source, filename });
}
