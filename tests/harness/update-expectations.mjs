// Launcher of update-expectations.ts, so that plain Node runs it:
//   node tests/harness/update-expectations.mjs [--check] [--native] [paths]
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const script = [join(here, "run-ts.mjs"), join(here, "update-expectations.ts"), ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, script, { stdio: "inherit" }).status ?? 1;
