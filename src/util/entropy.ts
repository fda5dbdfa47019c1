// Bytes that nobody can guess, from the system. Read from its file where there is one: node:crypto and all that it is made of take 3 ms and more to
// load, and `import random` asks for some.
import { randomBytes } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";

/** More than this are made, not read: node:crypto's generator is the faster. */
const MOST_READ = 65536;

export function entropy(count: number): Buffer {
  return (count <= MOST_READ ? fromSystem(count) : undefined) ?? randomBytes(count);
}

/** Undefined where the system has no such file. */
function fromSystem(count: number): Buffer | undefined {
  let fd: number;
  try {
    fd = openSync("/dev/urandom", "r");
  } catch {
    return undefined;
  }
  try {
    const bytes = Buffer.alloc(count);
    for (let at = 0, read = 0; at < count; at += read) {
      read = readSync(fd, bytes, at, count - at, null);
      if (read === 0) return undefined;
    }
    return bytes;
  } catch {
    return undefined;
  } finally {
    closeSync(fd);
  }
}
