// The compiler and linker of the native builds: clang 19 and lld 19, exactly, because committed artefacts are compared byte for
// byte. Cross-compiling needs nothing more: the core and the stencils are freestanding.
import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

export const ARCHS = ["x86_64", "aarch64"] as const;
export type Arch = (typeof ARCHS)[number];

/** The project's root folder; run-typescript.mjs sets it, since the bundle itself runs from .cache/. */
export const root: string = (globalThis as { kraitRoot?: string }).kraitRoot ?? process.cwd();

const LLVM_VERSION = "19";
const found = new Map<string, string>();

/** Path of an LLVM 19 tool such as "clang" or "ld.lld". Throws with the package to install if there is none. */
export function findTool(name: string): string {
  const known = found.get(name);
  if (known !== undefined) return known;
  const path = (process.env.PATH ?? "").split(":");
  const candidates = [
    ...path.map((dir) => join(dir, `${name}-${LLVM_VERSION}`)),
    `/usr/lib/llvm-${LLVM_VERSION}/bin/${name}`,
  ];
  for (const candidate of candidates) {
    if (!existsSync(candidate)) continue;
    found.set(name, candidate);
    return candidate;
  }
  throw new Error(
    `${name}-${LLVM_VERSION} not found: rebuilding native code needs the packages clang-19, lld-19 and llvm-19`,
  );
}

/** Whether native code can be rebuilt here. */
export function haveToolchain(): boolean {
  try {
    return findTool("clang") !== "" && findTool("ld.lld") !== "";
  } catch {
    return false;
  }
}

/** Full version line of clang; part of every cache key. */
export function clangVersion(): string {
  return execFileSync(findTool("clang"), ["--version"], { encoding: "utf8" }).split("\n")[0] ?? "";
}

/** Flags that both the core and the stencils are compiled with. */
export function commonFlags(arch: Arch): string[] {
  return [
    `--target=${arch}-linux-gnu`,
    ...(arch === "x86_64"
      ? ["-march=x86-64-v2", "-fcf-protection=none"]
      : // x18 belongs to macOS: leaving it alone lets one image serve both systems.
        ["-march=armv8-a", "-ffixed-x18", "-mno-outline-atomics", "-mbranch-protection=none"]),
    "-std=gnu2x",
    "-ffreestanding",
    "-fvisibility=hidden",
    "-fdirect-access-external-data",
    "-fomit-frame-pointer",
    "-fno-stack-protector",
    "-fno-exceptions",
    "-fno-asynchronous-unwind-tables",
    "-fno-unwind-tables",
    "-fno-strict-aliasing",
    "-fwrapv",
    "-fno-math-errno",
    "-ffp-contract=off", // Python's a*b+c rounds twice, on every machine
    "-fno-ident",
    "-fdata-sections",
    "-ffunction-sections",
    `-ffile-prefix-map=${root}=.`,
    "-Wall",
    "-Wextra",
    "-Wno-unused-parameter",
    "-Wno-missing-field-initializers",
    "-Wno-gnu-zero-variadic-macro-arguments",
    "-Werror=implicit-function-declaration",
    "-Werror=incompatible-pointer-types",
    "-Werror=int-conversion",
    "-Werror=return-type",
    "-Werror=uninitialized",
    "-Werror=shift-count-overflow",
    "-Werror=array-bounds",
    "-Werror=format",
    "-Werror=vla",
  ];
}

/** Runs a tool from the root folder; the error of a failed run carries its output. Returns what it printed (warnings). */
export function run(tool: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(findTool(tool), args, { cwd: root, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${tool} failed:\n${stderr || stdout || error.message}`));
      else resolve(stderr);
    });
  });
}

/** Maps with at most `width` jobs at once; results in order. */
export async function mapParallel<T, R>(
  items: readonly T[],
  width: number,
  job: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await job(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}
