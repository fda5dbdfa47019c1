// Compiled code that is kept. On disk: what Krait is made of, the library's modules, and programs that are files; a cache that can't be read, written
// or trusted is as good as none. In memory: what has been compiled lately, for programs that have the same text compiled again and again.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CodeFormatError } from "../bytecode/serialise.ts";
import { limitFiles, writeAside } from "../util/cache-files.ts";
import { codeVersion } from "./code-version.ts";
import { packCode, unpackCode } from "./packed-code.ts";

/** Code from the folder if it is there and whole, else compiled and put there. `key`: everything the code follows from but the compiler. */
export function keptCode(
  folder: string | undefined,
  name: string,
  key: string | Uint8Array,
  compile: () => Uint8Array,
): Uint8Array {
  if (folder === undefined) return compile();
  const file = fileFor(folder, name, key);
  const cached = readCached(file);
  if (cached !== undefined) return cached;
  const code = compile();
  writeCached(file, code);
  return code;
}

// --- programs on disk ------------------------------------------------------------------------------------------------------------

/** Programs in a folder. */
const MOST_PROGRAMS = 256;

/**
 * Code of a program, kept beyond the process unless the compiler has warned of something: that is to be said each time. Short ones too: what they
 * save is most of all the front end, which is not loaded.
 */
export function programCode(
  folder: string,
  source: string | Uint8Array,
  key: string,
  compile: () => { readonly code: Uint8Array; readonly hasWarned: boolean },
): Uint8Array {
  const file = fileFor(folder, "program", key, source);
  const cached = readCached(file);
  if (cached !== undefined) return cached;
  const { code, hasWarned } = compile();
  if (!hasWarned && writeCached(file, code)) limitFiles(folder, MOST_PROGRAMS);
  return code;
}

// --- in memory -------------------------------------------------------------------------------------------------------------------

/** What RecentCode holds at most: characters of what code is known by, and bytes of code. */
const MOST_HELD = 4 * 2 ** 20;
/** Larger texts are held for nobody: they are hardly compiled in a loop. */
const LARGEST = 2 ** 18;

/** What has been compiled lately. */
export class RecentCode {
  /** Those asked for last come last. */
  readonly #codes = new Map<string, Uint8Array>();
  #held = 0;

  /** `key`: everything the code follows from. */
  get(key: string): Uint8Array | undefined {
    const code = this.#codes.get(key);
    if (code === undefined) return undefined;
    this.#codes.delete(key);
    this.#codes.set(key, code);
    return code;
  }

  add(key: string, code: Uint8Array): void {
    const size = key.length + code.length;
    if (size > LARGEST) return;
    this.#codes.set(key, code);
    this.#held += size;
    for (const [oldest, { length }] of this.#codes) {
      if (this.#held <= MOST_HELD) return;
      this.#codes.delete(oldest);
      this.#held -= oldest.length + length;
    }
  }
}

// --- files -----------------------------------------------------------------------------------------------------------------------

function fileFor(folder: string, name: string, ...key: (string | Uint8Array)[]): string {
  const hash = createHash("sha256").update(codeVersion());
  for (const part of key) hash.update("\0").update(part);
  return join(folder, `${name}-${hash.digest("hex").slice(0, 24)}`);
}

function readCached(file: string): Uint8Array | undefined {
  try {
    return unpackCode(readFileSync(file), "build");
  } catch (error) {
    if (error instanceof CodeFormatError || (error as NodeJS.ErrnoException).code !== undefined) return undefined;
    throw error;
  }
}

function writeCached(file: string, code: Uint8Array): boolean {
  return writeAside(file, packCode(code, "build"));
}
