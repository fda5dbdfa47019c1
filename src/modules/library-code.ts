// Compiled code of the library's modules: from the cache folder if it is there and whole, else compiled now and put there. A cache that can't be
// read, written or trusted is as good as none.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CodeFormatError } from "../bytecode/serialise.ts";
import type { Ref } from "../heap/value.ts";
import type { Context } from "../vm/context.ts";
import type { Machine } from "../vm/machine.ts";
import { codeVersion } from "./code-version.ts";
import { packCode, unpackCode } from "./packed-code.ts";
import { StdlibArchive, type StdlibModule } from "./stdlib-archive.ts";

/** Where a machine's library comes from. */
export interface Library {
  readonly archive: StdlibArchive;
  /** Folder for compiled code; undefined: none is kept. */
  readonly cacheFolder: string | undefined;
}

const libraries = new WeakMap<Machine, Library>();

export function setLibrary(machine: Machine, library: Library): void {
  libraries.set(machine, library);
}
export function libraryOf(machine: Machine): Library {
  let library = libraries.get(machine);
  if (library === undefined) {
    library = { archive: new StdlibArchive(), cacheFolder: undefined };
    libraries.set(machine, library);
  }
  return library;
}

/** `__file__` of a module of the library. */
export function libraryPath(machine: Machine, module: StdlibModule): string {
  return `${libraryOf(machine).archive.file}/${module.path}`;
}

/** Code object of a library module under a name of its own for tracebacks. Throws SyntaxError (never, for the library as it comes). */
export function compiledModule(ctx: Context, module: StdlibModule, filename: string, hidden = false): Ref {
  const { archive, cacheFolder } = libraryOf(ctx.machine);
  const key = `${archive.file}\0${module.path}\0${archive.checksum(module)}\0${filename}\0${hidden}`;
  const code = keptCode(cacheFolder, module.name, key, () =>
    ctx.machine.services.compile(archive.source(module), { filename, mode: "exec", hidden }),
  );
  return ctx.machine.loadCode(code);
}

/** Code from the folder if it is there and whole, else compiled and put there. `key`: everything the code follows from but the compiler. */
export function keptCode(folder: string | undefined, name: string, key: string, compile: () => Uint8Array): Uint8Array {
  if (folder === undefined) return compile();
  const digest = createHash("sha256").update(`${codeVersion()}\0${key}`).digest("hex").slice(0, 24);
  const file = join(folder, `${name}-${digest}`);
  const cached = readCached(file);
  if (cached !== undefined) return cached;
  const code = compile();
  writeCached(file, code);
  return code;
}

function readCached(file: string): Uint8Array | undefined {
  try {
    return unpackCode(readFileSync(file));
  } catch (error) {
    if (error instanceof CodeFormatError || (error as NodeJS.ErrnoException).code !== undefined) return undefined;
    throw error;
  }
}

/** Written aside and renamed: a reader never sees half a file. */
function writeCached(file: string, code: Uint8Array): void {
  const temporary = `${file}.${process.pid}.${Date.now().toString(36)}`;
  try {
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(temporary, packCode(code), { flag: "wx" });
    renameSync(temporary, file);
  } catch {
    // A read-only or full disk: the next start compiles again.
  }
}
