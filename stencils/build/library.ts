// The library file: all stencils of one architecture. src/jit/emit/stencil-library.ts reads what this writes.
//   48-byte header · JSON (uops, specials, symbols) · u32 start of each code (one more at the end) · u32 first hole of each (same) ·
//   u16 number of each one's cold part (0: none) · of each hole: i32 addend, then all u16 offsets, then all u8 patches, then all u8 roles · code. Parts start at multiples of 8,
//   so that the loader lays typed arrays over them and reads nothing.
import { MACHINE } from "../../native/build/elf.ts";
import type { Arch } from "../../native/build/toolchain.ts";
import type { Stencil } from "./extract.ts";
import { FIRST_SYMBOL_ROLE, PATCHES, ROLES } from "./extract.ts";
import type { Form } from "./uop-table.ts";

export const LIBRARY_VERSION = 2;

export interface LibraryIndex {
  /** Name, form and number of the first placement's stencil; the uop's id is its place in this list. */
  uops: [name: string, form: Form, first: number][];
  specials: [name: string, index: number][];
  /** Functions of the core that stencils call, in the order of their roles. */
  symbols: string[];
}

/** The functions of the core that stencils name, sorted. */
export function symbolsOf(stencils: readonly Stencil[]): string[] {
  const names = new Set<string>();
  for (const { holes } of stencils) for (const { role } of holes) if (!role.startsWith("_")) names.add(role);
  if (names.size > 256 - FIRST_SYMBOL_ROLE) throw new Error("more functions than a hole's role can number");
  return [...names].sort();
}

/** The bytes of stencils.bin. */
export function writeLibrary(arch: Arch, index: LibraryIndex, stencils: readonly Stencil[]): Uint8Array {
  const align = (n: number) => Math.ceil(n / 8) * 8;
  const json = Buffer.from(JSON.stringify(index));
  const holes = stencils.flatMap((stencil) => stencil.holes);
  const codeBytes = stencils.reduce((sum, { code }) => sum + code.length, 0);
  const codeStartsAt = align(48 + json.length);
  const holeStartsAt = align(codeStartsAt + 4 * (stencils.length + 1));
  const coldAt = align(holeStartsAt + 4 * (stencils.length + 1));
  const addendsAt = align(coldAt + 2 * stencils.length);
  const offsetsAt = align(addendsAt + 4 * holes.length);
  const patchesAt = align(offsetsAt + 2 * holes.length);
  const rolesAt = align(patchesAt + holes.length);
  const codeAt = align(rolesAt + holes.length);
  const file = Buffer.alloc(codeAt + codeBytes);
  file.write("KRAITSTN", 0, "latin1");
  const header = [LIBRARY_VERSION, MACHINE[arch], json.length, stencils.length, holes.length, codeBytes];
  for (const [i, n] of header.entries()) file.writeUInt32LE(n, 8 + 4 * i);
  file.set(json, 48);
  const numbers = new Map(stencils.map((stencil, i) => [stencil, i]));
  let code = 0;
  let hole = 0;
  for (const [i, stencil] of stencils.entries()) {
    file.writeUInt32LE(code, codeStartsAt + 4 * i);
    file.writeUInt32LE(hole, holeStartsAt + 4 * i);
    if (stencil.cold) file.writeUInt16LE(numbers.get(stencil.cold) as number, coldAt + 2 * i);
    hole += stencil.holes.length;
    file.set(stencil.code, codeAt + code);
    code += stencil.code.length;
  }
  file.writeUInt32LE(code, codeStartsAt + 4 * stencils.length);
  file.writeUInt32LE(hole, holeStartsAt + 4 * stencils.length);
  for (const [i, { offset, patch, role, addend }] of holes.entries()) {
    const known = ROLES.indexOf(role);
    file.writeInt32LE(addend, addendsAt + 4 * i);
    file.writeUInt16LE(offset, offsetsAt + 2 * i);
    file.writeUInt8(PATCHES.indexOf(patch), patchesAt + i);
    file.writeUInt8(known >= 0 ? known : FIRST_SYMBOL_ROLE + index.symbols.indexOf(role), rolesAt + i);
  }
  return file;
}
