// Turns the marks that layout.c leaves (see include/core_build.h) into src/heap/generated/layout.ts. C stays the only place
// where a layout is written.
import type { ElfFile } from "./elf.ts";

const ENTRY_BYTES = 128;

interface LayoutTable {
  structs: Map<string, Map<string, number>>;
  fieldSizes: Map<string, Map<string, number>>;
  constants: Map<string, bigint>;
}

/** Reads the section `.krait.layout` of layout.c's object. Throws on a name given twice or a field without its struct. */
export function readLayout(object: ElfFile): LayoutTable {
  const table: LayoutTable = { structs: new Map(), fieldSizes: new Map(), constants: new Map() };
  const sections = object.sections.filter((section) => section.name === ".krait.layout");
  const bytes = Buffer.concat(sections.map((section) => section.bytes));
  for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    const text = (from: number, length: number) => bytes.toString("latin1", from, from + length).replace(/\0.*$/s, "");
    const owner = text(at, 48);
    const name = text(at + 48, 64);
    const value = bytes.readBigUInt64LE(at + 112);
    const size = bytes.readUInt32LE(at + 120);
    const kind = bytes[at + 124];
    const isSigned = bytes[at + 125] === 1;
    if (kind === 3) {
      if (table.constants.has(name)) throw new Error(`layout.c names the constant ${name} twice`);
      table.constants.set(name, isSigned ? BigInt.asIntN(64, value) : value);
      continue;
    }
    if (kind === 1) {
      if (table.structs.has(owner)) throw new Error(`layout.c names the struct ${owner} twice`);
      table.structs.set(owner, new Map([["size", Number(value)]]));
      table.fieldSizes.set(owner, new Map());
      continue;
    }
    const fields = table.structs.get(owner);
    if (!fields) throw new Error(`layout.c names ${owner}.${name} before LAYOUT_STRUCT(${owner})`);
    if (fields.has(name)) throw new Error(`layout.c names ${owner}.${name} twice (or a field called "size")`);
    fields.set(name, Number(value));
    table.fieldSizes.get(owner)?.set(name, size);
  }
  return table;
}

/** The line of layout.ts after which only entry names follow; a debug build may have more of these. */
export const ENTRIES_MARK = "/** What `CoreImage.entry()` can be asked for. */";

/** The text of layout.ts. */
export function writeLayout(table: LayoutTable, entryNames: readonly string[]): string {
  const lines = [
    "// Written by native/build/core.mjs from native/core/layout.c: do not edit. Offsets and sizes in bytes.",
    "",
    "export const Layout = {",
  ];
  for (const [owner, fields] of table.structs) {
    const body = [...fields].map(([name, offset]) => `${name}: ${offset}`).join(", ");
    lines.push(`  ${owner}: { ${body} },`);
  }
  lines.push(
    "} as const;",
    "",
    "/** Sizes of the fields in bytes (0 for a flexible array). */",
    "export const FieldSize = {",
  );
  for (const [owner, fields] of table.fieldSizes) {
    const body = [...fields].map(([name, size]) => `${name}: ${size}`).join(", ");
    lines.push(`  ${owner}: {${body ? ` ${body} ` : ""}},`);
  }
  lines.push("} as const;", "", "export const CoreConst = {");
  for (const [name, value] of table.constants) {
    const exact = value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
    lines.push(`  ${name}: ${exact ? value : value < 0n ? `${value}n` : `0x${value.toString(16)}n`},`);
  }
  lines.push("} as const;", "", ENTRIES_MARK, "export type CoreEntryName =");
  const names = [...entryNames].sort();
  lines.push(...names.map((name, i) => `  | ${JSON.stringify(name)}${i === names.length - 1 ? ";" : ""}`));
  if (names.length === 0) lines.push("  never;");
  return `${lines.join("\n")}\n`;
}
