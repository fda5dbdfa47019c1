// Compiles C files to objects (or assembly), each cached by the content of everything it was made from (as ccache's direct mode does), so
// that a rebuild after one edit compiles one file. The cache lives in .cache/native and may be deleted at any time.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { clangVersion, mapParallel, root, run } from "./toolchain.ts";

interface CacheEntry {
  key: string;
  /** Content hash of every file that the compiler read, by path from the root. */
  inputs: Record<string, string>;
}

const hashes = new Map<string, string>();

function hashOf(path: string): string {
  let hash = hashes.get(path);
  if (hash === undefined) {
    const absolute = join(root, path);
    hash = existsSync(absolute) ? createHash("sha256").update(readFileSync(absolute)).digest("hex") : "missing";
    hashes.set(path, hash);
  }
  return hash;
}

/** What to compile: `source` and `-I` folders are paths from the root; `variant` names a folder of the cache. */
export interface CompileJob {
  source: string;
  flags: string[];
  variant: string;
  /** Assembly text instead of an object. */
  assembly?: boolean;
}

export interface CompileReport {
  objects: string[];
  compiled: number;
}

/** Compiles all jobs, two at a time, and returns the object files in the same order. Prints compiler warnings. */
export async function compileAll(jobs: readonly CompileJob[]): Promise<CompileReport> {
  const version = clangVersion();
  let compiled = 0;
  hashes.clear();
  // Both architectures say the same thing about the same line.
  const errors = new Set<string>();
  const printed = new Set<string>();
  const objects = await mapParallel(jobs, 2, async ({ source, flags, variant, assembly = false }) => {
    const stem = join(root, ".cache", "native", variant, source.replaceAll("/", "-"));
    const suffix = assembly ? "s" : "o";
    const object = `${stem}.${suffix}`;
    const key = createHash("sha256")
      .update(JSON.stringify([version, flags, source]))
      .digest("hex");
    if (isFresh(`${stem}.json`, object, key)) return object;
    compiled++;
    mkdirSync(join(root, ".cache", "native", variant), { recursive: true });
    const temporary = `${stem}.${process.pid}`;
    let warnings = "";
    try {
      warnings = await run("clang", [
        ...flags,
        "-MD",
        "-MF",
        `${temporary}.d`,
        assembly ? "-S" : "-c",
        source,
        "-o",
        `${temporary}.${suffix}`,
      ]);
    } catch (error) {
      errors.add((error as Error).message);
      return object;
    }
    if (warnings && !printed.has(warnings)) process.stderr.write(warnings);
    printed.add(warnings);
    const inputs: Record<string, string> = {};
    for (const path of readDependencies(`${temporary}.d`)) inputs[path] = hashOf(path);
    renameSync(`${temporary}.${suffix}`, object);
    renameSync(`${temporary}.d`, `${stem}.d`);
    const entry: CacheEntry = { key, inputs };
    // A file that warned is compiled again next time, so that the warning isn't forgotten.
    writeFileSync(`${stem}.json`, JSON.stringify(warnings ? { ...entry, key: "warned" } : entry));
    return object;
  });
  if (errors.size) throw new Error([...errors].sort().join("\n"));
  return { objects, compiled };
}

function isFresh(entryPath: string, object: string, key: string): boolean {
  if (!existsSync(entryPath) || !existsSync(object)) return false;
  try {
    const entry = JSON.parse(readFileSync(entryPath, "utf8")) as CacheEntry;
    return entry.key === key && Object.entries(entry.inputs).every(([path, hash]) => hashOf(path) === hash);
  } catch {
    return false; // a half-written entry
  }
}

/** The files a make rule written by clang names, as paths from the root; clang's own headers are covered by its version. */
function readDependencies(path: string): string[] {
  const rule = readFileSync(path, "utf8").replace(/\\\n/g, " ");
  const files = rule.slice(rule.indexOf(":") + 1).match(/(\\ |\S)+/g) ?? [];
  return files
    .map((file) => relative(root, join(root, relative(root, join(file.startsWith("/") ? "/" : root, file)))))
    .filter((file) => !file.startsWith(".."));
}
