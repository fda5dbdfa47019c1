// Finds the folder of package.json from wherever this code runs: src/ in tests, dist/ in a bundle.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

let root: string | undefined;

/** Absolute path of the package's root folder. Throws if there is none above this file. */
export function packageRoot(): string {
  if (root !== undefined) return root;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("krait: no package.json above its own files");
    folder = parent;
  }
  root = folder;
  return root;
}
