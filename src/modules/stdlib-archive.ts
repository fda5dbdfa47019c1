// The pure-Python standard library: python_stdlib.zip of the npm package pyodide, found by Node's own resolution, read on first use.
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { packageRoot } from "../util/package-files.ts";
import { ZipArchive } from "../util/zip.ts";

/** Where the library's modules claim to lie: `__file__` of json is `<stdlib>/json/__init__.py` with this folder in place of `<stdlib>`. */
export interface StdlibModule {
  readonly name: string;
  /** Path inside the archive, e.g. "json/__init__.py". */
  readonly path: string;
  readonly isPackage: boolean;
}

export class StdlibArchive {
  readonly file: string;
  #archive: ZipArchive | undefined;

  constructor(file: string = locateStdlib()) {
    this.file = file;
  }

  get #zip(): ZipArchive {
    this.#archive ??= new ZipArchive(readFileSync(this.file));
    return this.#archive;
  }

  /** Module `name` ("json.decoder"), or undefined if the library has none. */
  find(name: string): StdlibModule | undefined {
    const base = name.replaceAll(".", "/");
    const packagePath = `${base}/__init__.py`;
    if (this.#zip.has(packagePath)) return { name, path: packagePath, isPackage: true };
    const modulePath = `${base}.py`;
    return this.#zip.has(modulePath) ? { name, path: modulePath, isPackage: false } : undefined;
  }

  source(module: StdlibModule): Uint8Array {
    const bytes = this.#zip.read(module.path);
    if (!bytes) throw new Error(`${module.path} is missing from ${this.file}`);
    return bytes;
  }

  /** A number that changes with the module's source: key of the cache of compiled code. */
  checksum(module: StdlibModule): number {
    return this.#zip.checksum(module.path) ?? 0;
  }

  /** Names of the top-level modules, sorted. */
  topLevelNames(): string[] {
    const names = new Set<string>();
    for (const path of this.#zip.names()) {
      const [first, second] = path.split("/");
      if (second === undefined && first?.endsWith(".py")) names.add(first.slice(0, -3));
      else if (second === "__init__.py" && first) names.add(first);
    }
    return [...names].sort();
  }

  /** Paths of all Python files in the archive. */
  pythonFiles(): string[] {
    return [...this.#zip.names()].filter((name) => name.endsWith(".py"));
  }

  read(path: string): Uint8Array | undefined {
    return this.#zip.read(path);
  }
}

/** Path of the archive. */
export function locateStdlib(): string {
  located ??= findStdlib();
  return located;
}

let located: string | undefined;

function findStdlib(): string {
  const file = join("pyodide", "python_stdlib.zip");
  // Where npm puts it nearly always; Node's own resolution takes milliseconds.
  for (const folder of [join(packageRoot(), "node_modules"), join(packageRoot(), "..")])
    if (existsSync(join(folder, file))) return realpathSync(join(folder, file));
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve("pyodide/package.json")), "python_stdlib.zip");
}
