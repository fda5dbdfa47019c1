// Links objects to one flat image and writes core.bin and core.sym. Whatever the loader couldn't serve is an error here: any
// relocation but RELATIVE, any writable data, any undefined symbol. src/platform/core-image.ts reads what this writes.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ElfFile, ElfSection } from "./elf.ts";
import { MACHINE, readElf } from "./elf.ts";
import type { Arch } from "./toolchain.ts";
import { commonFlags, root, run } from "./toolchain.ts";

const RELATIVE = { x86_64: 8, aarch64: 1027 } as const;
export const IMAGE_VERSION = 1;

export interface Image {
  /** Contents of core.bin. */
  bin: Uint8Array;
  /** Contents of core.sym. */
  sym: Uint8Array;
  entries: string[];
  imports: string[];
  textBytes: number;
  dataBytes: number;
  relocationCount: number;
}

/** Links `objects` (paths) for `arch`; temporary files go to `scratch` (a folder, made if needed). */
export async function linkImage(objects: readonly string[], arch: Arch, scratch: string): Promise<Image> {
  // Fixed file names inside a folder of our own: a file's name ends up in the symbol table, and that must not vary.
  const folder = join(scratch, `link-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const inputs = objects.map((path) => readElf(readFileSync(path)));
  const imports = findImports(inputs);
  const importsObject = join(folder, "host-imports.o");
  const importsSource = join(folder, "host-imports.c");
  const linked = join(folder, "core.elf");
  writeFileSync(
    importsSource,
    `${imports.map((name) => `void *const host_${name} __attribute__((section(".krait.imports"))) = 0;`).join("\n")}\n`,
  );
  await run("clang", [...commonFlags(arch), "-fpie", "-c", importsSource, "-o", importsObject]);
  const linking = run("ld.lld", [
    ...[
      "-pie",
      "--no-dynamic-linker",
      "--export-dynamic",
      "--gc-sections",
      "--build-id=none",
      "--orphan-handling=error",
    ],
    ...["-z", "norelro", "-z", "text", "-z", "max-page-size=65536", "-e", "0", "--apply-dynamic-relocs"],
    ...["-T", join(root, "native/build/core.ld"), ...objects, importsObject, "-o", linked],
  ]);
  await linking.catch((error: Error) => {
    rmSync(folder, { recursive: true });
    throw summariseUndefined(error);
  });
  const elf = readElf(readFileSync(linked));
  rmSync(folder, { recursive: true });
  if (elf.machine !== MACHINE[arch]) throw new Error(`linked for machine ${elf.machine}, not ${arch}`);
  return makeImage(elf, inputs, arch);
}

/** lld says the same thing in five lines for every use; one line for each missing function is what one wants to see. */
function summariseUndefined(error: Error): Error {
  const users = new Map<string, Set<string>>();
  for (const [, symbol = "", file = ""] of error.message.matchAll(/undefined symbol: (\S+)\n>>> referenced by (\S+)/g))
    users.set(symbol, (users.get(symbol) ?? new Set()).add(file));
  if (users.size === 0) return error;
  const lines = [...users]
    .sort()
    .map(([symbol, files]) => `undefined symbol: ${symbol} (used in ${[...files].join(", ")})`);
  return new Error(`the core can't be linked:\n  ${lines.join("\n  ")}`);
}

/** Names of the host functions that the objects use: their undefined symbols `host_…`. Sorted, so that order can't drift. */
function findImports(inputs: readonly ElfFile[]): string[] {
  const names = new Set<string>();
  const defined = new Set<string>();
  for (const { symbols } of inputs) {
    for (const { name, section, binding } of symbols) {
      if (binding === "local" || !name.startsWith("host_")) continue;
      if (section === 0) names.add(name.slice(5));
      else defined.add(name.slice(5));
    }
  }
  return [...names].filter((name) => !defined.has(name)).sort();
}

function makeImage(elf: ElfFile, inputs: readonly ElfFile[], arch: Arch): Image {
  rejectWritable(elf);
  const text = need(elf, ".text");
  const empty = { address: Math.ceil(text.size / 65536) * 65536, size: 0, bytes: new Uint8Array(0) };
  const data = elf.section(".rodata") ?? empty; // a core without a single constant
  const dataBytes = Uint8Array.from(data.bytes); // a copy: `data.bytes` is a window on the file
  const dataView = new DataView(dataBytes.buffer);

  const relocations: number[] = [];
  const rela = elf.section(".rela.dyn");
  for (const { type, offset, symbol, addend } of rela ? elf.readRelocations(rela) : []) {
    const at = offset - data.address;
    if (type !== RELATIVE[arch])
      throw new Error(`relocation type ${type} (symbol ${symbol?.name}) at image offset ${offset}`);
    if (at < 0 || at + 8 > data.size) throw new Error(`relocation outside the data at image offset ${offset}`);
    dataView.setBigUint64(at, BigInt.asUintN(64, addend), true);
    relocations.push(at);
  }
  relocations.sort((a, b) => a - b);

  const entries: Record<string, number> = {};
  const imports: [string, number][] = [];
  const globals = elf.symbols.filter((s) => s.section !== 0 && (s.kind === "func" || s.kind === "object"));
  for (const symbol of globals.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (
      symbol.kind === "object" &&
      symbol.name.startsWith("host_") &&
      symbol.size === 8 &&
      isImport(symbol.name, inputs)
    )
      imports.push([symbol.name.slice(5), symbol.value - data.address]);
    else if (symbol.binding !== "local" && symbol.visibility !== "hidden") entries[symbol.name] = symbol.value;
  }

  // The file: 48 bytes of fixed header, JSON, relocations, data, text; the last three start at multiples of 16.
  const header = Buffer.from(JSON.stringify({ entries, imports }));
  const align = (n: number) => Math.ceil(n / 16) * 16;
  const relocationsAt = align(48 + header.length);
  const dataAt = align(relocationsAt + relocations.length * 4);
  const textAt = align(dataAt + data.size);
  const bin = Buffer.alloc(textAt + text.size, 0);
  bin.write("KRAITCOR", 0, "latin1");
  writeWords(bin, 8, [
    IMAGE_VERSION,
    MACHINE[arch],
    header.length,
    text.size,
    data.address,
    data.size,
    relocations.length,
  ]);
  bin.set(header, 48);
  writeWords(bin, relocationsAt, relocations);
  bin.set(dataBytes, dataAt);
  bin.set(text.bytes, textAt);
  // Bytes 36..43: an id of all the rest. Bytes 44..47 stay zero.
  const buildId = createHash("sha256").update(bin).digest().subarray(0, 8);
  bin.set(buildId, 36);

  return {
    bin,
    sym: makeSymbolTable(elf, inputs, buildId),
    entries: Object.keys(entries),
    imports: imports.map(([name]) => name),
    textBytes: text.size,
    dataBytes: data.size,
    relocationCount: relocations.length,
  };
}

function need(elf: ElfFile, name: string): ElfSection {
  const section = elf.section(name);
  if (!section) throw new Error(`the linked image has no section ${name}`);
  return section;
}

function isImport(name: string, inputs: readonly ElfFile[]): boolean {
  return !inputs.some(({ symbols }) => symbols.some((s) => s.name === name && s.section !== 0));
}

function rejectWritable(elf: ElfFile): void {
  const bad: string[] = [];
  for (const name of [".data", ".bss"]) {
    const section = elf.section(name);
    if (!section || section.size === 0) continue;
    const culprits = elf.symbols.filter((s) => s.section === section.index && s.size > 0);
    for (const { name: symbol, size } of culprits) bad.push(`${symbol} (${size} bytes in ${name})`);
    if (culprits.length === 0) bad.push(`${section.size} bytes in ${name}`);
  }
  if (bad.length)
    throw new Error(`the core must have no writable data (state belongs in the heap):\n  ${bad.join("\n  ")}`);
}

/** core.sym: 32-byte header, then {offset, size, name, file} of u32 each sorted by offset, then NUL-terminated strings. */
function makeSymbolTable(elf: ElfFile, inputs: readonly ElfFile[], buildId: Uint8Array): Uint8Array {
  const fileOfGlobal = new Map<string, string>();
  for (const { symbols } of inputs) {
    const file = symbols.find((s) => s.kind === "file")?.name ?? "";
    for (const s of symbols) if (s.binding !== "local" && s.section !== 0) fileOfGlobal.set(s.name, file);
  }
  const rows: { offset: number; size: number; name: string; file: string }[] = [];
  let file = "";
  for (const s of elf.symbols) {
    if (s.kind === "file") file = s.name;
    if (s.section === 0 || (s.kind !== "func" && s.kind !== "object")) continue;
    rows.push({ offset: s.value, size: s.size, name: s.name, file: fileOfGlobal.get(s.name) ?? file });
  }
  rows.sort((a, b) => a.offset - b.offset || (a.name < b.name ? -1 : 1));

  const strings: Buffer[] = [];
  const offsets = new Map<string, number>();
  let stringBytes = 0;
  const intern = (text: string): number => {
    let offset = offsets.get(text);
    if (offset === undefined) {
      offset = stringBytes;
      offsets.set(text, offset);
      const bytes = Buffer.from(`${text}\0`, "latin1");
      strings.push(bytes);
      stringBytes += bytes.length;
    }
    return offset;
  };
  const table = Buffer.alloc(rows.length * 16);
  for (const [i, row] of rows.entries())
    writeWords(table, i * 16, [row.offset, row.size, intern(row.name), intern(row.file)]);
  const header = Buffer.alloc(32);
  header.write("KRAITSYM", 0, "latin1");
  writeWords(header, 8, [IMAGE_VERSION, rows.length, 32 + table.length, stringBytes]);
  header.set(buildId, 24);
  return Buffer.concat([header, table, ...strings]);
}

function writeWords(buffer: Buffer, at: number, words: readonly number[]): void {
  for (const word of words) at = buffer.writeUInt32LE(word, at);
}
