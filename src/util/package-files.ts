// Where the package's own files lie: package.json in its root, the Python sources in src/ (a checkout that runs from its TypeScript) or in dist/ (a
// bundle, which must do without src/); and what names this build.
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The nearest folder above this code that holds `file`. */
function folderWith(file: string): string {
  const own = dirname(fileURLToPath(import.meta.url));
  for (let at = own; ; at = dirname(at)) {
    if (existsSync(join(at, file))) return at;
    if (dirname(at) === at) throw new Error(`krait: its own files are missing (no ${file} above ${own})`);
  }
}

let root: string | undefined;
let sources: string | undefined;
let id: string | undefined;
let compiler: string | undefined;
let cache: string | undefined;

/** Absolute path of the package's root folder. */
export function packageRoot(): string {
  root ??= folderWith("package.json");
  return root;
}

/** Text of a Python file of Krait's, e.g. "modules/io/base.py". */
export function pythonFile(path: string): string {
  sources ??= folderWith(join("prelude", "operators.py"));
  return readFileSync(join(sources, path), "utf8");
}

/** Bytes of a data file beside them, e.g. "modules/unicodedata/data.bin". */
export function dataFile(path: string): Uint8Array {
  sources ??= folderWith(join("prelude", "operators.py"));
  return readFileSync(join(sources, path));
}

/** False in a checkout that runs from its TypeScript. */
function isBundled(): boolean {
  return !import.meta.url.endsWith(".ts");
}

/** Sixteen hex digits that differ whenever Krait's TypeScript or Python does: compiled code and heap images are kept under them. */
export function buildId(): string {
  id ??= isBundled() ? readFileSync(join(folderWith("build-id"), "build-id"), "utf8").trim() : idOfSources();
  return id;
}

/** As buildId, but the same as long as the compiler is. */
export function compilerId(): string {
  compiler ??= isBundled()
    ? readFileSync(join(folderWith("compiler-id"), "compiler-id"), "utf8").trim()
    : idOfSources(/^(syntax|compiler|bytecode)\b.*\.ts$/);
  return compiler;
}

/** Where heap images and compiled code are kept: inside the package, or, where that can't be written to, in the user's cache. */
export function cacheFolder(): string {
  cache ??= findCacheFolder();
  return cache;
}

function findCacheFolder(): string {
  const inside = join(packageRoot(), ".cache");
  return canWriteTo(existsSync(inside) ? inside : packageRoot()) ? inside : join(homedir(), ".cache", "krait");
}

/** Whether the user may make files in a folder that exists. */
export function canWriteTo(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Thirteen hex digits for a text: names of files in the cache, where nobody tries for two texts with the same ones. */
export function shortHash(text: string): string {
  let [high, low] = [0x811c9dc5, 0xdeadbeef];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    high = Math.imul(high ^ c, 0x01000193);
    low = Math.imul(low ^ c, 0x5bd1e995) ^ (low >>> 15);
  }
  return ((high >>> 0) * 2 ** 20 + ((low >>> 0) % 2 ** 20)).toString(16).padStart(13, "0");
}

/** A checkout's sources by size and time: reading them all would take too long. */
function idOfSources(wanted = /\.(ts|py)$/): string {
  const digest = createHash("sha1");
  const folder = join(packageRoot(), "src");
  for (const name of (readdirSync(folder, { recursive: true }) as string[]).sort()) {
    if (!wanted.test(name)) continue;
    const { mtimeMs, size } = statSync(join(folder, name));
    digest.update(`${name} ${mtimeMs} ${size}\0`);
  }
  return digest.digest("hex").slice(0, 16);
}
