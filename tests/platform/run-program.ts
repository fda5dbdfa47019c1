// Runs one of programs/ in a process of its own: what they prove (crashes, signals, threads) can't be proven inside vitest's.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { packageRoot } from "../../src/util/package-files.ts";

export interface ProgramResult {
  stdout: string;
  stderr: string;
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** `onOutput` sees what the program printed so far, and its process id. The program is killed after 20 seconds. */
export async function runProgram(
  name: string,
  args: string[],
  onOutput?: (stdout: string, pid: number) => void,
): Promise<ProgramResult> {
  const outfile = join(packageRoot(), ".cache", "tests", `${name}-${process.pid}.mjs`);
  await build({
    entryPoints: [join(packageRoot(), "tests/platform/programs", `${name}.ts`)],
    ...{ bundle: true, platform: "node", format: "esm", target: "node20", packages: "external", outfile },
  });
  return new Promise((resolve, reject) => {
    const child = spawn(process.env.KRAIT_TEST_NODE ?? process.execPath, [outfile, ...args], { timeout: 20_000 });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
      onOutput?.(stdout, child.pid as number);
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ stdout, stderr, code, signal }));
  });
}
