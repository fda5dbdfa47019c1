// The command `node stencils/build/build.mjs`: uops/*.c → assembly (clang) → straightened → objects → holes → one library file
// per architecture in generated/. --check compares a rebuild with the committed files; --report prints each uop's size.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { staleArtefacts, writeArtefacts } from "../../native/build/build-core.ts";
import { readElf } from "../../native/build/elf.ts";
import type { Arch } from "../../native/build/toolchain.ts";
import { ARCHS, commonFlags, mapParallel, root, run } from "../../native/build/toolchain.ts";
import type { Stencil } from "./extract.ts";
import { extractStencil, ROLES } from "./extract.ts";
import type { LibraryIndex } from "./library.ts";
import { writeLibrary } from "./library.ts";
import { straighten } from "./straighten.ts";
import type { UopTable } from "./uop-table.ts";
import { FORMS, instantiate, placements, readUops } from "./uop-table.ts";

/** Compiles one file of uops for one architecture; returns its stencils by symbol. */
async function compileFile(file: string, table: UopTable, arch: Arch): Promise<Map<string, Stencil>> {
  // Fixed names in a folder of this process's own; paths reach clang relative to the root.
  const folder = `.cache/stencils/${process.pid}/${arch}`;
  mkdirSync(join(root, folder), { recursive: true });
  const stem = `${folder}/${file.replace(/\.c$/, "")}`;
  writeFileSync(join(root, `${stem}.c`), instantiate(file, table));
  const flags = [
    ...commonFlags(arch).filter((flag) => flag !== "-O2"),
    ...["-Os", "-fno-pic", "-mcmodel=small", "-Istencils", "-Inative/core"],
  ];
  const warnings = await run("clang", [...flags, "-S", `${stem}.c`, "-o", `${stem}.s`]);
  if (warnings && arch === ARCHS[0]) process.stderr.write(warnings);
  writeFileSync(join(root, `${stem}.straight.s`), straighten(readFileSync(join(root, `${stem}.s`), "utf8"), arch));
  await run("clang", [`--target=${arch}-linux-gnu`, "-c", `${stem}.straight.s`, "-o", `${stem}.o`]);
  const object = readElf(readFileSync(join(root, `${stem}.o`)));
  const stencils = new Map<string, Stencil>();
  for (const symbol of object.symbols)
    if (symbol.kind === "func" && symbol.name.startsWith("stencil_"))
      stencils.set(symbol.name.slice(8), extractStencil(object, symbol, arch));
  return stencils;
}

/** All stencils of one architecture in library order. */
function collect(
  table: UopTable,
  bySymbol: ReadonlyMap<string, Stencil>,
): { index: LibraryIndex; stencils: Stencil[] } {
  const stencils: Stencil[] = [];
  const index: LibraryIndex = { uops: [], specials: [] };
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
  return { index, stencils };
}

/** src/jit/generated/stencil-uops.ts: names, forms and holes for TypeScript's type checks. */
function writeUopTypes(table: UopTable, bySymbol: ReadonlyMap<string, Stencil>): string {
  const lines = [
    "// Written by stencils/build/build.mjs from stencils/uops: do not edit.",
    "",
    "/** Every uop that has stencils: its form, how many operand holes it has, whether it can exit. */",
    "export const STENCIL_UOPS = {",
  ];
  for (const uop of table.uops) {
    // All placements: that of a guard on one register twice may have lost its exit.
    const roles = placements(uop).flatMap(({ symbol }) =>
      (bySymbol.get(symbol) as Stencil).holes.map(({ role }) => ROLES[role] ?? ""),
    );
    const operands = roles.filter((role) => role.startsWith("_HOLE")).map((role) => Number(role.slice(5)) + 1);
    const fields = `form: "${uop.form}", operands: ${operands.reduce((most, n) => Math.max(most, n), 0)}, exits: ${roles.includes("_EXIT")}`;
    lines.push(`  ${uop.name}: { ${fields} },`);
  }
  lines.push(
    "} as const;",
    "",
    "export type StencilUop = keyof typeof STENCIL_UOPS;",
    "",
    "export type StencilSpecial =",
  );
  lines.push(...table.specials.map(({ name }, i) => `  | "${name}"${i === table.specials.length - 1 ? ";" : ""}`));
  return `${lines.join("\n")}\n`;
}

function report(table: UopTable, bySymbol: ReadonlyMap<string, Stencil>, arch: Arch): void {
  for (const uop of table.uops) {
    const sizes = placements(uop).map(({ symbol }) => (bySymbol.get(symbol) as Stencil).code.length);
    const keepsJump = placements(uop).filter(({ symbol }) =>
      bySymbol.get(symbol)?.holes.some(({ role }) => ROLES[role] === "_CONT"),
    );
    const note = keepsJump.length ? `  jumps on in ${keepsJump.length}` : "";
    console.log(`${arch} ${uop.name.padEnd(24)} ${Math.min(...sizes)}…${Math.max(...sizes)} bytes${note}`);
  }
}

const started = performance.now();
const scratch = join(root, ".cache/stencils", String(process.pid));
try {
  for (const option of process.argv.slice(2))
    if (!["--check", "--report"].includes(option)) throw new Error(`unknown option ${option}`);
  const table = readUops();
  const files = [...new Set([...table.uops, ...table.specials].map(({ file }) => file))];
  const jobs = ARCHS.flatMap((arch) => files.map((file) => ({ arch, file })));
  const compiled = await mapParallel(jobs, 2, ({ arch, file }) => compileFile(file, table, arch));
  const artefacts = new Map<string, Uint8Array>();
  for (const arch of ARCHS) {
    const bySymbol = new Map(compiled.filter((_, i) => jobs[i]?.arch === arch).flatMap((map) => [...map]));
    const { index, stencils } = collect(table, bySymbol);
    artefacts.set(`stencils/generated/${arch}/stencils.bin`, writeLibrary(arch, index, stencils));
    if (process.argv.includes("--report")) report(table, bySymbol, arch);
    if (arch === ARCHS[0])
      artefacts.set("src/jit/generated/stencil-uops.ts", Buffer.from(writeUopTypes(table, bySymbol)));
    const codeBytes = stencils.reduce((sum, { code }) => sum + code.length, 0);
    console.log(`${arch}: ${table.uops.length} uops, ${stencils.length} stencils, ${codeBytes} bytes of code`);
  }
  const forms = Object.keys(FORMS).length;
  const ms = Math.round(performance.now() - started);
  if (process.argv.includes("--check")) {
    const stale = staleArtefacts(artefacts);
    if (stale.length) throw new Error(`committed artefacts differ from a rebuild:\n  ${stale.join("\n  ")}`);
    console.log(`all ${artefacts.size} artefacts are what their sources give (${forms} forms, ${ms} ms)`);
  } else console.log(`${writeArtefacts(artefacts).length} of ${artefacts.size} artefacts changed, ${ms} ms`);
} catch (error) {
  console.error(`stencil build: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  if (existsSync(scratch) && process.exitCode !== 1) rmSync(scratch, { recursive: true });
}
