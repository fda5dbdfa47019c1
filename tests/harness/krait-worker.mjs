// The process behind KraitRunner: runs programs through the library as built in dist/, each in its own VM. Everything
// the tests know about the library's API is in this file.
import { Krait, PythonError } from "../../dist/index.js";

const TIMEOUT_MS = process.env.KRAIT_TEST_NODE || process.env.LD_PRELOAD?.includes("sanitizer.so") ? 180_000 : 60_000;

/** Last line of a traceback without notes: the first line at its left edge after the frames. */
function lastLine(text) {
  const lines = text.trimEnd().split("\n");
  let at = lines.length;
  while (at > 0 && /^[^\s+|]/.test(lines[at - 1])) at--;
  return lines[at] ?? lines.at(-1) ?? "";
}

async function run({ source, filename, audit, platform }) {
  const result = { stdout: "", stderr: "", exception: null, traceback: null, audit: null };
  const vm = Krait.create({
    stdout: (text) => (result.stdout += text),
    stderr: (text) => (result.stderr += text),
    argv: [filename],
    files: true,
    platform,
    audit,
    timeoutMs: TIMEOUT_MS,
  });
  try {
    await vm.runAsync(source, { filename });
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    result.traceback = `${error.traceback}\n`; // as printed
    result.exception = error.type === "SystemExit" ? `SystemExit: ${error.message}` : lastLine(error.traceback);
  }
  const printed = result.stdout;
  try {
    vm.close();
  } catch (error) {
    result.audit = String(error.message ?? error);
  }
  result.stdout = printed; // what is printed while the VM is torn down is not part of the test
  return result;
}

process.on("message", async (request) => {
  let answer;
  try {
    // The run that counts is the one with the traces of another.
    if (process.env.KRAIT_JIT === "kept") await run(request);
    answer = await run(request);
  } catch (error) {
    answer = { failure: `no Python exception: ${error?.stack ?? error}` };
  }
  process.send(answer);
});
