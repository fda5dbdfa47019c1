// How much of the language tests passes, without vitest: a list of failures with their first difference, and a count per
// feature. For work on Krait; the gate is `npm test`.
//   node tests/harness/run-ts.mjs tests/harness/status.ts [--mode addon|koffi|audit|…] [--quiet] [--every n] [paths]
import { parseArgs } from "node:util";
import { KNOWN_FAILURES } from "./known-failures.ts";
import { checkBuild, KraitRunner } from "./krait.ts";
import { MODES } from "./modes.ts";
import { findPrograms } from "./programs.ts";
import { findFault } from "./verdict.ts";

const { values: options, positionals } = parseArgs({
  options: {
    mode: { type: "string", default: "addon" },
    quiet: { type: "boolean" },
    stale: { type: "boolean" },
    every: { type: "string", default: "1" },
  },
  allowPositionals: true,
});
const mode = MODES[options.mode as keyof typeof MODES];
if (!mode) throw new Error(`no mode is called ${options.mode}: ${Object.keys(MODES).join(", ")}`);
if (!options.stale) checkBuild();

const runner = new KraitRunner(mode);
const features = new Map<string, { passed: number; failed: number }>();
const started = performance.now();
let unexpected = 0;
/** Whether known-failures.ts has a row for it, in this mode or any. */
const isKnown = (path: string) => {
  const key = path.slice(path.indexOf("tests/language/") + "tests/language/".length);
  return key in KNOWN_FAILURES || `${mode.name}: ${key}` in KNOWN_FAILURES;
};
const every = Number(options.every);
for (const [i, program] of findPrograms(positionals.length > 0 ? positionals : undefined).entries()) {
  if (i % every !== 0) continue;
  let fault: string | null;
  try {
    fault = findFault(program.source, await runner.runProgram(program));
  } catch (error) {
    fault = String((error as Error).message);
  }
  const feature = program.path.split("/").at(-2)!;
  const count = features.get(feature) ?? { passed: 0, failed: 0 };
  features.set(feature, count);
  if (fault === null) count.passed++;
  else count.failed++;
  if (fault !== null && !isKnown(program.path)) unexpected++;
  if (fault !== null && !options.quiet) console.log(`${program.path}\n    ${fault}`);
}
runner.close();

let passed = 0;
let failed = 0;
for (const [feature, count] of features) {
  passed += count.passed;
  failed += count.failed;
  if (count.failed > 0) console.log(`${feature.padEnd(16)} ${count.passed} of ${count.passed + count.failed}`);
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${mode.name}: ${passed} of ${passed + failed} pass, ${unexpected} fail that should not, ${seconds} s`);
process.exitCode = unexpected > 0 ? 1 : 0;
