// Compiled code that is kept. On disk: what Krait is made of, the library's modules, and programs; a cache that can't be read, written or trusted is
// as good as none. In memory: what has been compiled lately, for programs that have the same text compiled again and again.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CodeFormatError } from "../bytecode/serialise.ts";
import { type Checksum, checksumName, type Seal, sealed } from "../heap/checksum.ts";
import { limitFiles, writeAside } from "../util/cache-files.ts";
import { codeVersion } from "./code-version.ts";
import { sealOfBuild, unpackCode } from "./packed-code.ts";

/** Programs in a folder. */
const MOST_PROGRAMS = 256;

/** A folder of compiled code. */
export class CodeFolder {
  private readonly path: string;
  private readonly checksum: Checksum;
  private readonly seal: Seal;

  constructor(path: string, checksum: Checksum) {
    this.path = path;
    this.checksum = checksum;
    this.seal = sealOfBuild(checksum);
  }

  /** Code from the folder if it is there and whole, else compiled and put there. `key`: everything the code follows from but the compiler. */
  code(name: string, key: string, compile: () => Uint8Array): Uint8Array {
    const identity = Buffer.from(key);
    const file = this.fileFor(name, identity);
    const cached = this.read(file, identity);
    if (cached !== undefined) return cached;
    const code = compile();
    this.write(file, identity, code);
    return code;
  }

  /**
   * Code of a program, kept beyond the process unless the compiler has warned of something: that is to be said each time. Short ones too: what they
   * save is most of all the front end, which is not loaded.
   */
  program(
    source: string | Uint8Array,
    key: string,
    compile: () => { readonly code: Uint8Array; readonly hasWarned: boolean },
  ): Uint8Array {
    const identity = Buffer.concat([Buffer.from(key), typeof source === "string" ? Buffer.from(source) : source]);
    const file = this.fileFor("program", identity);
    const cached = this.read(file, identity);
    if (cached !== undefined) return cached;
    const { code, hasWarned } = compile();
    if (!hasWarned && this.write(file, identity, code)) limitFiles(this.path, MOST_PROGRAMS);
    return code;
  }

  private fileFor(name: string, identity: Uint8Array): string {
    return join(this.path, `${name}-${checksumName(this.checksum(codeVersion(), identity))}`);
  }

  // In a file: how long what the code was made of is, that itself, since a checksum alone proves nothing against who looks for two texts that have the
  // same, and the code.

  private read(file: string, identity: Uint8Array): Uint8Array | undefined {
    try {
      const content = unpackCode(readFileSync(file), this.seal);
      const length = new DataView(content.buffer, content.byteOffset).getUint32(0, true);
      return Buffer.compare(content.subarray(4, 4 + length), identity) === 0 ? content.subarray(4 + length) : undefined;
    } catch (error) {
      if (error instanceof CodeFormatError || (error as NodeJS.ErrnoException).code !== undefined) return undefined;
      throw error;
    }
  }

  private write(file: string, identity: Uint8Array, code: Uint8Array): boolean {
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, identity.length, true);
    return writeAside(file, sealed(Buffer.concat([length, identity, code]), this.seal));
  }
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
