// The process that runs fuzz programs, each in a VM of its own. It may die of any of them: whoever sends it work (runner.ts) sees to that.
// A message is one program; the answer is an Outcome.

import { readConfig } from "../../src/config.ts";
import { PyError } from "../../src/heap/py-error.ts";
import { createRuntime } from "../../src/runtime.ts";
import type { Outcome } from "./outcome.ts";

const audit = process.argv.includes("--audit");
/** The whole traceback is compared, not its last line. */
const whole = process.argv.includes("--whole");
const config = { ...readConfig(), debugCore: audit };

/** Last line of a traceback: the first one at the left edge after the frames; of a group's, the group's own line. */
function lastLine(text: string): string {
  const lines = text.trimEnd().split("\n");
  const group = lines.find((line) => /^ {2}\| [\w.]+(?:Group)?: .* \(\d+ sub-exceptions?\)$/.test(line));
  if (group !== undefined && lines.some((line) => line.startsWith("  + Exception Group Traceback")))
    return group.slice(4);
  let at = lines.length;
  while (at > 0 && /^[^\s+|]/.test(lines[at - 1]!)) at--;
  return lines[at] ?? lines.at(-1) ?? "";
}

function run(source: string): Outcome {
  let stdout = "";
  let exception: string | null = null;
  let failure: string | null = null;
  const write = (fd: number, text: string): void => {
    if (fd === 1) stdout += text;
  };
  const runtime = createRuntime({ config, write });
  try {
    // Whatever earlier programs have left is looked at: what does not fit has to be noticed.
    runtime.nameProgram("fuzz");
    const pool = runtime.machine.heap.pool.length;
    try {
      runtime.runMain(source, "fuzz.py");
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      exception = whole ? runtime.describe(error) : lastLine(runtime.describe(error));
    }
    runtime.machine.heap.release(pool);
    const printed = stdout;
    runtime.keepTraces();
    if (audit) failure = runtime.audit() ?? null;
    return { stdout: printed, exception, failure: failure && `audit: ${failure}` };
  } catch (error) {
    failure = `no Python exception: ${error instanceof Error ? error.stack : error}`;
    return { stdout, exception, failure };
  } finally {
    runtime.close();
  }
}

process.on("message", (source: string) => {
  let outcome: Outcome;
  try {
    // The run that counts is the one with the traces of another.
    if (config.jit === "kept") run(source);
    outcome = run(source);
  } catch (error) {
    outcome = { stdout: "", exception: null, failure: `no VM: ${error instanceof Error ? error.stack : error}` };
  }
  process.send!(outcome);
});
process.on("disconnect", () => process.exit());
process.send!("ready");
