// Files of a cache: never half written, never too many, and nobody's trouble if they can't be written at all.
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Written aside and renamed: a reader never sees half a file. False if it can't be. */
export function writeAside(file: string, content: Uint8Array): boolean {
  const temporary = `${file}.${process.pid}.${Date.now().toString(36)}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, content, { flag: "wx" });
    renameSync(temporary, file);
    return true;
  } catch {
    // A read-only or full disk: the next start does the work again.
    return false;
  }
}

/** Where there are more files than that in a folder half of them go, those first that were written first. */
export function limitFiles(folder: string, most: number): void {
  try {
    const names = readdirSync(folder);
    if (names.length <= most) return;
    const dated = names.map((name) => ({ file: join(folder, name), at: statSync(join(folder, name)).mtimeMs }));
    dated.sort((one, other) => one.at - other.at);
    for (const { file } of dated.slice(0, names.length - most / 2)) rmSync(file, { force: true });
  } catch {
    // Another process is at it, or the folder can't be changed: then it is left as it is.
  }
}
