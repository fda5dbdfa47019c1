// What the table makers share: reading programs, writing tables.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Writes a table as the formatter wants it. */
export function writeTable(name, value) {
  const path = fileURLToPath(new URL(`../${name}`, import.meta.url));
  writeFileSync(path, JSON.stringify(value, null, 2));
  execFileSync("npx", ["biome", "format", "--write", path], { stdio: "ignore" });
}

/**
 * Reads a file of programs: each begins after a line of "%%" (with a mode: single, eval, bytes) and ends before the
 * newline in front of the next one. What comes before the first is a comment. Returns [{ mode, source }].
 */
export function readSnippets(url) {
  const text = readFileSync(url, "utf8").replace(/\n$/, "");
  return text
    .split(/^%%/m)
    .slice(1)
    .map((part, index, parts) => {
      const newline = part.indexOf("\n");
      const mode = part.slice(0, newline).trim() || "exec";
      const source = part.slice(newline + 1);
      return { mode, source: index + 1 < parts.length ? source.replace(/\n$/, "") : source };
    });
}
