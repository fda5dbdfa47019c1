// Scripts of dist/, compiled by V8 in an earlier run.
import { createRequire } from "node:module";
import { join } from "node:path";
import { packageRoot } from "./package-files.ts";

const loaded = new Map<string, unknown>();
/** What dist/<name>.cjs exports. */
export function runScript<Script>(name: string): Script {
  let script = loaded.get(name);
  if (script === undefined) {
    const require = createRequire(import.meta.url);
    const { runCached } = require(join(packageRoot(), "bin", "cached-script.js")) as {
      runCached(name: string): unknown;
    };
    script = runCached(name);
    loaded.set(name, script);
  }
  return script as Script;
}
