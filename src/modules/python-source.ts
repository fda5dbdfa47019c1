// The parts of modules that are written in Python: the .py files beside this one. In a bundle this code lies in dist/, the files stay here.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

let folder: string | undefined;

function findFolder(): string {
  const own = dirname(fileURLToPath(import.meta.url));
  let at = own;
  for (;;) {
    for (const candidate of [join(at, "modules"), join(at, "src", "modules"), at]) {
      if (existsSync(join(candidate, "_structseq.py"))) return candidate;
    }
    const parent = dirname(at);
    if (parent === at) throw new Error(`krait: its library files are missing (looked above ${own})`);
    at = parent;
  }
}

/** Text of src/modules/<file>. */
export function pythonSource(file: string): string {
  folder ??= findFolder();
  return readFileSync(join(folder, file), "utf8");
}
