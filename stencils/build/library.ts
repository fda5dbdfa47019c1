// The library file: all stencils of one architecture. src/jit/stencil-library.ts reads what this writes.
//   48-byte header · JSON (uops, specials) · u32 start of each code (one more at the end) · u32 first hole of each (same) ·
//   holes of {u16 offset, u8 patch, u8 role, i32 addend} · code. Parts start at multiples of 8.
import { MACHINE } from "../../native/build/elf.ts";
import type { Arch } from "../../native/build/toolchain.ts";
import type { Stencil } from "./extract.ts";
import { PATCHES } from "./extract.ts";
import type { Form } from "./uop-table.ts";

export const LIBRARY_VERSION = 1;

export interface LibraryIndex {
  /** Name, form and number of the first placement's stencil. */
  uops: [name: string, form: Form, first: number][];
  specials: [name: string, index: number][];
}

/** The bytes of stencils.bin. */
export function writeLibrary(arch: Arch, index: LibraryIndex, stencils: readonly Stencil[]): Uint8Array {
  const align = (n: number) => Math.ceil(n / 8) * 8;
  const json = Buffer.from(JSON.stringify(index));
  const holeCount = stencils.reduce((sum, { holes }) => sum + holes.length, 0);
  const codeBytes = stencils.reduce((sum, { code }) => sum + code.length, 0);
  const codeStartsAt = align(48 + json.length);
  const holeStartsAt = align(codeStartsAt + 4 * (stencils.length + 1));
  const holesAt = align(holeStartsAt + 4 * (stencils.length + 1));
  const codeAt = holesAt + 8 * holeCount;
  const file = Buffer.alloc(codeAt + codeBytes);
  file.write("KRAITSTN", 0, "latin1");
  const header = [LIBRARY_VERSION, MACHINE[arch], json.length, stencils.length, holeCount, codeBytes];
  for (const [i, n] of header.entries()) file.writeUInt32LE(n, 8 + 4 * i);
  file.set(json, 48);
  let code = 0;
  let hole = 0;
  for (const [i, stencil] of stencils.entries()) {
    file.writeUInt32LE(code, codeStartsAt + 4 * i);
    file.writeUInt32LE(hole, holeStartsAt + 4 * i);
    for (const { offset, patch, role, addend } of stencil.holes) {
      const at = holesAt + 8 * hole++;
      file.writeUInt16LE(offset, at);
      file.writeUInt8(PATCHES.indexOf(patch), at + 2);
      file.writeUInt8(role, at + 3);
      file.writeInt32LE(addend, at + 4);
    }
    file.set(stencil.code, codeAt + code);
    code += stencil.code.length;
  }
  file.writeUInt32LE(code, codeStartsAt + 4 * stencils.length);
  file.writeUInt32LE(hole, holeStartsAt + 4 * stencils.length);
  return file;
}
