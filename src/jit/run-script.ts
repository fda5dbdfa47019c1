// Scripts of dist/, compiled by V8 in an earlier run.
import { createRequire } from "node:module";
import { join } from "node:path";
import { packageRoot } from "../util/package-files.ts";

/** Less would not have V8 compile more of it than what runs in every program. */
const LEAST_USES = 10;

interface CachedScripts {
  runCached(name: string): unknown;
  saveCompiled(name: string, uses: number): void;
  usesOf(name: string): number;
}

const loaded = new Map<string, unknown>();
function cachedScripts(): CachedScripts {
  return createRequire(import.meta.url)(join(packageRoot(), "bin", "cached-script.js")) as CachedScripts;
}

/** What dist/<name>.cjs exports. */
export function runScript<Script>(name: string): Script {
  let script = loaded.get(name);
  if (script === undefined) {
    script = cachedScripts().runCached(name);
    loaded.set(name, script);
  }
  return script as Script;
}

const uses = new Map<string, number>();

/**
 * The script has been made use of. At the end of the process what V8 has compiled of it is kept for later ones, if none has made half as much use of
 * it.
 */
export function countUse(name: string): void {
  const count = uses.get(name) ?? 0;
  uses.set(name, count + 1);
  if (count > 0) return;
  process.once("exit", () => {
    const { saveCompiled, usesOf } = cachedScripts();
    const all = uses.get(name) ?? 0;
    if (all >= LEAST_USES && all > 2 * usesOf(name)) saveCompiled(name, all);
  });
}
