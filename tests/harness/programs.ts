// The language test programs and the examples on disk.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { root } from "./root.ts";

/** One language test. */
export interface Program {
  /** Path from the root of the repository, with forward slashes. */
  path: string;
  /** The name tracebacks show: no folders, so that they are the same everywhere. */
  filename: string;
  source: string;
}

/** Folder of the language tests. */
export const languageFolder = join(root, "tests/language");

/** Reads one program. */
export function readProgram(path: string): Program {
  const full = resolve(root, path);
  return { path: relative(root, full), filename: basename(full), source: readFileSync(full, "utf8") };
}

/** All programs at or under the given paths (default: every language test), sorted by path. */
export function findPrograms(paths: string[] = [languageFolder]): Program[] {
  const found: string[] = [];
  const visit = (path: string) => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else if (path.endsWith(".py")) found.push(path);
  };
  for (const path of paths) visit(resolve(path));
  return found.map(readProgram);
}

/** Where the expected output of an example (`examples/life.py`) is kept. */
export function expectedOutputOf(path: string): string {
  return join(root, "examples/expected", `${basename(path, ".py")}.txt`);
}
