// What compiled code on disk is keyed by: it must change whenever the compiler or the instruction set does. A released build is named by its
// version; a build being worked on also by the time its bundle was written.
import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { OPCODES } from "../bytecode/opcodes.ts";
import { SPECIALISED } from "../bytecode/specialised.ts";

let version: string | undefined;

/** Text that names this build's compiled code. */
export function codeVersion(): string {
  if (version === undefined) {
    let stamp = "";
    try {
      const file = fileURLToPath(import.meta.url);
      const stat = statSync(file);
      // (The bundle's chunks have a hash of their contents in their names.)
      stamp = `${stat.size} ${stat.mtimeMs} ${readdirSync(dirname(file)).sort()}`;
    } catch {
      // Code without a file of its own: the tables alone name it.
    }
    version = createHash("sha256")
      .update(JSON.stringify([OPCODES, SPECIALISED]))
      .update(stamp)
      .digest("hex")
      .slice(0, 16);
  }
  return version;
}

/** The number at the start of cached files (importlib's MAGIC_NUMBER), "\r\n" in its upper half like CPython's. */
export function magicNumber(): number {
  return (Number.parseInt(codeVersion().slice(0, 4), 16) | 0x0a0d0000) >>> 0;
}

/** False in a checkout that runs from its sources: their compiled code would go stale unseen. */
export function isBundled(): boolean {
  return !import.meta.url.endsWith(".ts");
}
