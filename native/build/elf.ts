// Reads the parts of a little-endian 64-bit ELF file that the builds need: sections, symbols, relocations with addends.

export interface ElfSection {
  index: number;
  name: string;
  type: number;
  flags: number;
  address: number;
  size: number;
  /** Contents; empty for sections that take no room in the file (.bss). */
  bytes: Uint8Array;
  link: number;
  info: number;
}

export interface ElfSymbol {
  name: string;
  value: number;
  size: number;
  kind: "none" | "object" | "func" | "section" | "file" | "other";
  binding: "local" | "global" | "weak";
  visibility: "default" | "internal" | "hidden" | "protected";
  /** Section index; 0 if undefined, 0xfff1 if absolute. */
  section: number;
}

export interface ElfRelocation {
  offset: number;
  type: number;
  symbol: ElfSymbol;
  addend: bigint;
}

export interface ElfFile {
  machine: number;
  sections: ElfSection[];
  symbols: ElfSymbol[];
  section(name: string): ElfSection | undefined;
  /** Relocations that apply to a section (or, in a linked file, those of the named relocation section). */
  relocationsOf(section: ElfSection): ElfRelocation[];
  readRelocations(relocations: ElfSection): ElfRelocation[];
}

export const MACHINE = { x86_64: 62, aarch64: 183 } as const;
export const SHF_WRITE = 1;
export const SHF_ALLOC = 2;
const SHT_SYMTAB = 2;
const SHT_RELA = 4;
const SHT_NOBITS = 8;

const kinds = ["none", "object", "func", "section", "file"] as const;
const bindings = ["local", "global", "weak"] as const;
const visibilities = ["default", "internal", "hidden", "protected"] as const;

/** Parses an ELF file. Throws if it isn't ELF64 little-endian. */
export function readElf(bytes: Uint8Array): ElfFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== 0x7f454c46 || bytes[4] !== 2 || bytes[5] !== 1) throw new Error("not a 64-bit ELF file");
  const u64 = (at: number) => Number(view.getBigUint64(at, true));
  const text = (table: Uint8Array, at: number) => {
    const end = table.indexOf(0, at);
    return Buffer.from(table.subarray(at, end)).toString("latin1");
  };

  const headers = u64(40);
  const count = view.getUint16(60, true);
  const sections: ElfSection[] = [];
  const nameOffsets: number[] = [];
  for (let index = 0; index < count; index++) {
    const at = headers + index * 64;
    const type = view.getUint32(at + 4, true);
    const offset = u64(at + 24);
    const size = u64(at + 32);
    nameOffsets.push(view.getUint32(at, true));
    sections.push({
      index,
      name: "",
      type,
      flags: u64(at + 8),
      address: u64(at + 16),
      size,
      bytes: type === SHT_NOBITS ? new Uint8Array(0) : bytes.subarray(offset, offset + size),
      link: view.getUint32(at + 40, true),
      info: view.getUint32(at + 44, true),
    });
  }
  const names = sections[view.getUint16(62, true)];
  if (names) for (const section of sections) section.name = text(names.bytes, nameOffsets[section.index] ?? 0);

  const symbolTable = sections.find((section) => section.type === SHT_SYMTAB);
  const symbols: ElfSymbol[] = [];
  if (symbolTable) {
    const strings = (sections[symbolTable.link] as ElfSection).bytes;
    const table = new DataView(symbolTable.bytes.buffer, symbolTable.bytes.byteOffset, symbolTable.size);
    for (let at = 0; at < symbolTable.size; at += 24) {
      const info = table.getUint8(at + 4);
      symbols.push({
        name: text(strings, table.getUint32(at, true)),
        kind: kinds[info & 15] ?? "other",
        binding: bindings[info >> 4] ?? "global",
        visibility: visibilities[table.getUint8(at + 5) & 3] as ElfSymbol["visibility"],
        section: table.getUint16(at + 6, true),
        value: Number(table.getBigUint64(at + 8, true)),
        size: Number(table.getBigUint64(at + 16, true)),
      });
    }
  }

  const readRelocations = (relocations: ElfSection): ElfRelocation[] => {
    const table = new DataView(relocations.bytes.buffer, relocations.bytes.byteOffset, relocations.size);
    const result: ElfRelocation[] = [];
    for (let at = 0; at < relocations.size; at += 24) {
      result.push({
        offset: Number(table.getBigUint64(at, true)),
        type: table.getUint32(at + 8, true),
        symbol: symbols[table.getUint32(at + 12, true)] as ElfSymbol,
        addend: table.getBigInt64(at + 16, true),
      });
    }
    return result;
  };

  return {
    machine: view.getUint16(18, true),
    sections,
    symbols,
    section: (name) => sections.find((section) => section.name === name),
    relocationsOf: (section) =>
      sections.filter((s) => s.type === SHT_RELA && s.info === section.index).flatMap(readRelocations),
    readRelocations,
  };
}
