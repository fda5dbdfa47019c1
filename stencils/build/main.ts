// The command `node stencils/build/build.mjs`: uops/*.c → assembly (clang) → straightened → objects → holes → one library file
// and one listing per architecture in generated/. --check compares a rebuild with the committed files; --report prints each uop's size.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { staleArtefacts, writeArtefacts } from "../../native/build/build-core.ts";
import { readElf } from "../../native/build/elf.ts";
import { compileAll } from "../../native/build/objects.ts";
import type { Arch } from "../../native/build/toolchain.ts";
import { ARCHS, commonFlags, mapParallel, root, run } from "../../native/build/toolchain.ts";
import type { Stencil } from "./extract.ts";
import { extractStencil } from "./extract.ts";
import type { LibraryIndex } from "./library.ts";
import { symbolsOf, writeLibrary } from "./library.ts";
import type { ListedStencil } from "./listing.ts";
import { readListing, writeListing } from "./listing.ts";
import { straighten } from "./straighten.ts";
import type { UopTable } from "./uop-table.ts";
import { instantiate, placements, readUops } from "./uop-table.ts";
import { writeUopTypes } from "./uop-types.ts";

interface Job {
  arch: Arch;
  file: string;
}

/** Compiles all files of uops to assembly; what didn't change since the last time comes from the cache. */
async function compileUops(jobs: readonly Job[], table: UopTable): Promise<string[]> {
  const folder = ".cache/stencils";
  mkdirSync(join(root, folder), { recursive: true });
  for (const { file } of jobs) {
    const path = join(root, folder, file);
    const text = instantiate(file, table);
    if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
    writeFileSync(`${path}.${process.pid}`, text);
    renameSync(`${path}.${process.pid}`, path);
  }
  const { objects } = await compileAll(
    jobs.map(({ arch, file }) => ({
      source: `${folder}/${file}`,
      variant: `stencils-${arch}`,
      assembly: true,
      flags: [...commonFlags(arch), ...["-Os", "-fno-pic", "-mcmodel=small", "-Istencils", "-Inative/core"]],
    })),
  );
  return objects;
}

interface Assembled {
  stencils: Map<string, Stencil>;
  listed: Map<string, ListedStencil>;
}

/** Straightens and assembles one file; its stencils by symbol. */
async function assemble(assembly: string, { arch, file }: Job): Promise<Assembled> {
  const stem = join(scratch, `${arch}-${file}`);
  const text = straighten(readFileSync(assembly, "utf8"), arch);
  writeFileSync(`${stem}.s`, text);
  await run("clang", [`--target=${arch}-linux-gnu`, "-c", `${stem}.s`, "-o", `${stem}.o`]);
  const object = readElf(readFileSync(`${stem}.o`));
  const stencils = new Map<string, Stencil>();
  const functions = object.symbols.filter(({ kind }) => kind === "func");
  for (const symbol of functions)
    if (symbol.name.startsWith("stencil_")) stencils.set(symbol.name.slice(8), extractStencil(object, symbol, arch));
  for (const symbol of functions)
    if (symbol.name.startsWith("cold_"))
      (stencils.get(symbol.name.slice(5)) as Stencil).cold = extractStencil(object, symbol, arch);
  return { stencils, listed: readListing(text) };
}

/** All stencils of one architecture in library order. */
function collect(
  table: UopTable,
  bySymbol: ReadonlyMap<string, Stencil>,
): { index: LibraryIndex; stencils: Stencil[] } {
  const stencils: Stencil[] = [];
  const index: LibraryIndex = { uops: [], specials: [], symbols: [] };
  const take = (symbol: string) => {
    const stencil = bySymbol.get(symbol);
    if (!stencil) throw new Error(`no stencil ${symbol} was compiled`);
    return stencils.push(stencil) - 1;
  };
  for (const uop of table.uops) {
    index.uops.push([uop.name, uop.form, stencils.length]);
    for (const { symbol } of placements(uop)) take(symbol);
  }
  for (const { name } of table.specials) index.specials.push([name, take(name)]);
  // Parts out of the way have numbers behind all others.
  for (const { cold } of [...stencils]) if (cold) stencils.push(cold);
  index.symbols = symbolsOf(stencils);
  return { index, stencils };
}

function report(table: UopTable, bySymbol: ReadonlyMap<string, Stencil>, arch: Arch): void {
  for (const uop of table.uops) {
    const sizes = placements(uop).map(({ symbol }) => (bySymbol.get(symbol) as Stencil).code.length);
    const cold = Math.max(...placements(uop).map(({ symbol }) => bySymbol.get(symbol)?.cold?.code.length ?? 0));
    const keepsJump = placements(uop).filter(({ symbol }) =>
      bySymbol.get(symbol)?.holes.some(({ role }) => role === "_CONT"),
    );
    const note = (cold ? `  and ${cold} cold` : "") + (keepsJump.length ? `  jumps on in ${keepsJump.length}` : "");
    console.log(`${arch} ${uop.name.padEnd(24)} ${Math.min(...sizes)}…${Math.max(...sizes)} bytes${note}`);
  }
}

const started = performance.now();
const scratch = join(root, ".cache/stencils", `assemble-${process.pid}`);
try {
  for (const option of process.argv.slice(2))
    if (!["--check", "--report"].includes(option)) throw new Error(`unknown option ${option}`);
  const table = readUops();
  const files = [...new Set([...table.uops, ...table.specials].map(({ file }) => file))];
  const jobs = ARCHS.flatMap((arch) => files.map((file) => ({ arch, file })));
  mkdirSync(scratch, { recursive: true });
  const assemblies = await compileUops(jobs, table);
  const compiled = await mapParallel(jobs, 2, (job) => assemble(assemblies[jobs.indexOf(job)] as string, job));
  const artefacts = new Map<string, Uint8Array>();
  for (const arch of ARCHS) {
    const parts = compiled.filter((_, i) => jobs[i]?.arch === arch);
    const bySymbol = new Map(parts.flatMap(({ stencils }) => [...stencils]));
    const listed = new Map(parts.flatMap((part) => [...part.listed]));
    const { index, stencils } = collect(table, bySymbol);
    artefacts.set(`stencils/generated/${arch}/stencils.bin`, writeLibrary(arch, index, stencils));
    artefacts.set(`stencils/generated/${arch}/listing.json`, Buffer.from(writeListing(arch, table, listed)));
    if (process.argv.includes("--report")) report(table, bySymbol, arch);
    if (arch === ARCHS[0])
      artefacts.set("src/jit/generated/stencil-uops.ts", Buffer.from(writeUopTypes(table, bySymbol)));
    const codeBytes = stencils.reduce((sum, { code }) => sum + code.length, 0);
    console.log(`${arch}: ${table.uops.length} uops, ${stencils.length} stencils, ${codeBytes} bytes of code`);
  }
  const ms = Math.round(performance.now() - started);
  if (process.argv.includes("--check")) {
    const stale = staleArtefacts(artefacts);
    if (stale.length) throw new Error(`committed artefacts differ from a rebuild:\n  ${stale.join("\n  ")}`);
    console.log(`all ${artefacts.size} artefacts are what their sources give (${ms} ms)`);
  } else console.log(`${writeArtefacts(artefacts).length} of ${artefacts.size} artefacts changed, ${ms} ms`);
} catch (error) {
  console.error(`stencil build: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
