// What `npm run bench` starts: bundles one of bench/*.ts and runs it in plain Node.
//   npm run bench -- [programs|everyday|startup|memory|vm-create|compile] [options]
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const benches = {
  programs: "run.ts",
  everyday: "everyday.ts",
  startup: "startup.ts",
  memory: "memory.ts",
  "vm-create": "vm-create.ts",
  compile: "compile.ts",
};
const [first = "", ...rest] = process.argv.slice(2);
const named = Object.hasOwn(benches, first);
const script = join(here, benches[named ? first : "programs"]);
const options = named ? rest : process.argv.slice(2);
const nodeOptions = first === "vm-create" ? ["--expose-gc"] : [];
const launcher = join(here, "../tests/harness/run-ts.mjs");
const result = spawnSync(process.execPath, [...nodeOptions, launcher, script, ...options], { stdio: "inherit" });
process.exitCode = result.status ?? 1;
