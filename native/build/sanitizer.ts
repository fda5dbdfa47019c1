// The library that has to be loaded before a process runs the sanitised core: sanitizer.c.
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, run } from "./toolchain.ts";

/** Compiles it for this machine and returns its path. Throws with the compiler's output. */
export async function buildSanitizer(): Promise<string> {
  const path = join(root, ".cache/native/sanitizer.so");
  mkdirSync(dirname(path), { recursive: true });
  await run("clang", ["-O1", "-Wall", "-shared", "-fPIC", join(root, "native/build/sanitizer.c"), "-o", path]);
  return path;
}
