// Just enough of a zip reader to get at the standard library in tests.

import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";

/** Path of the archive with CPython 3.14's standard library. */
export const STDLIB_ZIP = new URL("../../node_modules/pyodide/python_stdlib.zip", import.meta.url);

/** Name → contents of every file in the archive (stored or deflated, no zip64). */
export function readZip(path: string | URL): Map<string, Buffer> {
  const data = readFileSync(path);
  const end = data.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const files = new Map<string, Buffer>();
  let entry = data.readUInt32LE(end + 16);
  for (let i = data.readUInt16LE(end + 10); i > 0; i--) {
    const method = data.readUInt16LE(entry + 10);
    const size = data.readUInt32LE(entry + 20);
    const nameSize = data.readUInt16LE(entry + 28);
    const name = data.toString("utf8", entry + 46, entry + 46 + nameSize);
    const local = data.readUInt32LE(entry + 42);
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const body = data.subarray(start, start + size);
    if (!name.endsWith("/")) files.set(name, method === 0 ? body : inflateRawSync(body));
    entry += 46 + nameSize + data.readUInt16LE(entry + 30) + data.readUInt16LE(entry + 32);
  }
  return files;
}
