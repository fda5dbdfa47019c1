// The TypeScript sources and what they import, read as text: enough for checks of structure.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix, relative } from "node:path";
import { root } from "../harness/root.ts";

/** One source file. */
export interface SourceFile {
  /** Path from the root, forward slashes: `src/vm/tier.ts`. */
  path: string;
  text: string;
  /** What it imports: paths from the root for relative imports, else the specifier as written. */
  imports: string[];
}

const IMPORT =
  /^\s*(?:import|export)\s[^;]*?from\s+["']([^"']+)["']|^\s*import\s+["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;

function importsOf(path: string, text: string): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(IMPORT)) {
    const specifier = match[1] ?? match[2] ?? match[3]!;
    found.push(specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier) : specifier);
  }
  return found;
}

/** All .ts files under a folder of the repository. */
export function readSources(folder: string): SourceFile[] {
  const files: SourceFile[] = [];
  const visit = (full: string) => {
    for (const name of readdirSync(full).sort()) {
      const child = join(full, name);
      if (statSync(child).isDirectory()) {
        if (name !== "node_modules") visit(child);
      } else if (name.endsWith(".ts") && !name.endsWith(".d.ts")) {
        const path = relative(root, child).replaceAll("\\", "/");
        const text = readFileSync(child, "utf8");
        files.push({ path, text, imports: importsOf(path, text) });
      }
    }
  };
  visit(join(root, folder));
  return files;
}

/** Source text without comments and string contents, for searches that must not find prose. */
export function codeOf(text: string): string {
  return text.replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.|\$(?!\{))*`/g,
    (piece) => piece.replace(/[^\n]/g, " "),
  );
}
