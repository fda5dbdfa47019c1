// Builds one variant of the core for one or both architectures: compile, link, image, symbols, layout.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readElf } from "./elf.ts";
import type { Image } from "./image.ts";
import { linkImage } from "./image.ts";
import { ENTRIES_MARK, readLayout, writeLayout } from "./layout.ts";
import { compileAll } from "./objects.ts";
import type { Arch } from "./toolchain.ts";
import { commonFlags, root } from "./toolchain.ts";

export interface CoreProject {
  /** Folder of the C files, from the root; subfolders belong to it. */
  sources: string;
  /** Where `<arch>/core.bin` and `<arch>/core.sym` go, from the root. */
  output: string;
  /** Where layout.ts goes, from the root. */
  layout: string;
}

export const coreProject: CoreProject = {
  sources: "native/core",
  output: "native/core/generated",
  layout: "src/heap/generated/layout.ts",
};

/** The tests' tiny core; its artefacts are committed too, so that tests need no clang. */
export const testProject: CoreProject = {
  sources: "native/build/testdata/core",
  output: "native/build/testdata/generated",
  layout: "native/build/testdata/generated/layout.ts",
};

export interface BuiltCore {
  /** Artefacts by path from the root. */
  files: Map<string, Uint8Array>;
  images: Map<Arch, Image>;
  compiled: number;
}

/** What makes clang call the functions of native/core/sanitize.c before loads and stores. */
const SANITIZE_FLAGS = [
  "-DKRAIT_SANITIZE=1",
  "-fsanitize=kernel-address",
  "-fsanitize-recover=kernel-address",
  ...["-asan-instrumentation-with-call-threshold=0", "-asan-stack=0", "-asan-globals=0"].flatMap((flag) => [
    "-mllvm",
    flag,
  ]),
];

/**
 * Compiles and links; writes nothing outside .cache. `sanitize` goes with `debug` and takes its place: the artefacts have the debug core's names. Throws
 * with the tool's output or a list of offending symbols.
 */
export async function buildCore(
  project: CoreProject,
  archs: readonly Arch[],
  debug: boolean,
  sanitize = false,
): Promise<BuiltCore> {
  const names = readdirSync(join(root, project.sources), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".c"),
  );
  const sources = names.filter((name) => name !== "layout.c").sort();
  if (sources.length === 0) throw new Error(`${project.sources} has no C files yet`);
  const hasLayout = names.includes("layout.c");

  const jobs = archs.flatMap((arch) =>
    [...sources, ...(hasLayout ? ["layout.c"] : [])].map((name) => ({
      source: `${project.sources}/${name}`,
      variant: variantName(arch, debug) + (sanitize ? "-sanitized" : ""),
      flags: [
        ...commonFlags(arch),
        ...(debug ? ["-O1", "-DKRAIT_DEBUG=1"] : ["-O2"]),
        ...(sanitize ? SANITIZE_FLAGS : []),
        "-fpie",
        `-I${project.sources}`,
        "-Inative/build/include",
      ],
    })),
  );
  const { objects, compiled } = await compileAll(jobs);

  const files = new Map<string, Uint8Array>();
  const images = new Map<Arch, Image>();
  let layoutText: string | undefined;
  for (const [i, arch] of archs.entries()) {
    const perArch = jobs.length / archs.length;
    const own = objects.slice(i * perArch, i * perArch + sources.length);
    const image = await linkImage(own, arch, join(root, ".cache/native", variantName(arch, debug)));
    images.set(arch, image);
    files.set(`${project.output}/${variantName(arch, debug)}/core.bin`, image.bin);
    files.set(`${project.output}/${variantName(arch, debug)}/core.sym`, image.sym);
    if (!hasLayout) continue;
    const object = objects[i * perArch + sources.length] as string;
    const text = writeLayout(readLayout(readElf(readFileSync(object))), image.entries);
    if (layoutText !== undefined && layoutText !== text)
      throw new Error(`layouts differ between ${archs.join(" and ")}`);
    layoutText = text;
  }
  if (layoutText !== undefined && !debug) files.set(project.layout, Buffer.from(layoutText));
  if (layoutText !== undefined && debug) requireSameLayout(project, layoutText);
  return { files, images, compiled };
}

/** Both variants of the core run under one layout.ts, so KRAIT_DEBUG must not change a struct. */
function requireSameLayout(project: CoreProject, debugText: string): void {
  const path = join(root, project.layout);
  if (!existsSync(path)) return;
  const structs = (text: string) => text.slice(0, text.indexOf(ENTRIES_MARK));
  if (structs(readFileSync(path, "utf8")) !== structs(debugText))
    throw new Error(
      `${project.layout} differs from the debug build's layout (or is stale: build without --debug first)`,
    );
}

function variantName(arch: Arch, debug: boolean): string {
  return debug ? `${arch}-debug` : arch;
}

/** Writes artefacts that changed, each by rename, so that a program starting meanwhile sees the old file or the new one. */
export function writeArtefacts(files: ReadonlyMap<string, Uint8Array>): string[] {
  const changed: string[] = [];
  for (const [path, bytes] of files) {
    if (sameAsFile(path, bytes)) continue;
    const absolute = join(root, path);
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(`${absolute}.${process.pid}`, bytes);
    renameSync(`${absolute}.${process.pid}`, absolute);
    changed.push(path);
  }
  return changed;
}

/** The artefacts that are missing or differ on disk. */
export function staleArtefacts(files: ReadonlyMap<string, Uint8Array>): string[] {
  return [...files].filter(([path, bytes]) => !sameAsFile(path, bytes)).map(([path]) => path);
}

function sameAsFile(path: string, bytes: Uint8Array): boolean {
  const absolute = join(root, path);
  return existsSync(absolute) && readFileSync(absolute).equals(bytes);
}
