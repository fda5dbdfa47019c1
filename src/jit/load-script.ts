// The JIT's code in dist/: jit.cjs, compiled by V8 in an earlier run. See load-jit.ts.
import { createRequire } from "node:module";
import { join } from "node:path";
import { packageRoot } from "../util/package-files.ts";

type Script = typeof import("./script.ts");
let script: Script | undefined;

export function loadJit(): Script {
  if (script === undefined) {
    const require = createRequire(import.meta.url);
    const { runCached } = require(join(packageRoot(), "bin", "cached-script.js")) as {
      runCached(name: string): Script;
    };
    script = runCached("jit");
  }
  return script;
}
