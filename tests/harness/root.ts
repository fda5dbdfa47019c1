// Where the repository lies. Bundled code can't use import.meta.url for that, so the root is found from the
// working directory upwards: the folder whose package.json is named krait.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

function findRoot(): string {
  let folder = process.cwd();
  for (;;) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).name === "krait") return folder;
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package.json of krait at or above ${process.cwd()}`);
    folder = parent;
  }
}

/** Absolute path of the repository root. */
export const root = findRoot();
