// Compiled code of the library's modules.
import type { Ref } from "../heap/value.ts";
import type { Context } from "../vm/context.ts";
import type { Machine } from "../vm/machine.ts";
import type { CodeFolder } from "./kept-code.ts";
import { LIBRARY_ADDITIONS } from "./library-additions.ts";
import { StdlibArchive, type StdlibModule } from "./stdlib-archive.ts";

/** Where a machine's library comes from. */
export interface Library {
  readonly archive: StdlibArchive;
  /** Folder for compiled code; undefined: none is kept. */
  readonly codeFolder: CodeFolder | undefined;
}

const libraries = new WeakMap<Machine, Library>();

export function setLibrary(machine: Machine, library: Library): void {
  libraries.set(machine, library);
}
export function libraryOf(machine: Machine): Library {
  let library = libraries.get(machine);
  if (library === undefined) {
    library = { archive: new StdlibArchive(), codeFolder: undefined };
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
  const { archive, codeFolder } = libraryOf(ctx.machine);
  const addition = LIBRARY_ADDITIONS.get(module.name) ?? "";
  const key = `${archive.file}\0${module.path}\0${archive.checksum(module)}\0${filename}\0${hidden}\0${addition}`;
  const source = () => (addition === "" ? archive.source(module) : Buffer.from(archive.source(module)) + addition);
  const compile = () => ctx.machine.services.compile(source(), { filename, mode: "exec", hidden });
  const code = codeFolder ? codeFolder.code(module.name, key, compile) : compile();
  return ctx.machine.loadCode(code);
}
