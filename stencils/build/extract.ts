// Takes one stencil out of an object file: its bytes and its holes, with every relocation turned into one of a few kinds of patch.
import type { ElfFile, ElfSymbol } from "../../native/build/elf.ts";
import type { Arch } from "../../native/build/toolchain.ts";

/** How a hole is filled; src/jit/emit/stitcher.ts does it. Order is part of the library's format. */
export const PATCHES = [
  "abs32",
  "abs32s",
  "abs64",
  "rel32",
  "a64Jump26",
  "a64Branch19",
  "a64Mov0",
  "a64Movk16",
  "a64Word",
  "abs8",
  "a64Page21",
  "a64Low12",
] as const;
export type Patch = (typeof PATCHES)[number];

/**
 * What goes into a hole: an operand, where the code goes on, the function to call, a place in the other part of the same stencil.
 * Order is part of the format.
 */
export const ROLES: readonly string[] = [
  ...["_HOLE0", "_HOLE1", "_HOLE2", "_HOLE3", "_CONT", "_EXIT", "_TARGET", "_CALL", "_COLD", "_HOT"],
];
/** Roles from here on are functions of the core that stencils name: indices in the library's list of them. */
export const FIRST_SYMBOL_ROLE = 16;

export interface Hole {
  offset: number;
  patch: Patch;
  /** One of ROLES, or the name of a function of the core. */
  role: string;
  /** Added to the value; for a64Word the number of bits that it is shifted right by. */
  addend: number;
}

export interface Stencil {
  code: Uint8Array;
  holes: Hole[];
  /** What is out of its way. */
  cold?: Stencil;
}

const X86: Record<number, Patch> = { 1: "abs64", 10: "abs32", 11: "abs32s", 14: "abs8", 2: "rel32", 4: "rel32" };
const A64_JUMPS: Record<number, Patch> = { 282: "a64Jump26", 283: "a64Jump26", 280: "a64Branch19" };
const ADR_PREL_PG_HI21 = 275;
const ADD_ABS_LO12_NC = 277;
/** MOVW_UABS_G0, G0_NC, G1, G1_NC, G2, G2_NC, G3: which 16 bits of the value. */
const MOVW: Record<number, number> = { 263: 0, 264: 0, 265: 16, 266: 16, 267: 32, 268: 32, 269: 48 };

/** Throws, naming the stencil, if it needs a relocation that the stitcher can't fill (a constant pool, data of the core). */
export function extractStencil(object: ElfFile, symbol: ElfSymbol, arch: Arch): Stencil {
  const section = object.sections[symbol.section];
  if (!section || symbol.value !== 0) throw new Error(`${symbol.name} does not fill a section of its own`);
  const code = Uint8Array.from(section.bytes);
  const words = new DataView(code.buffer);
  const holes: Hole[] = [];
  // AArch64: registers that an adrp has made half an operand of, by the operand's role; the add that follows completes it.
  const halves = new Map<number, string>();

  for (const { offset, type, symbol: target, addend } of object.relocationsOf(section)) {
    const fail = (what: string): never => {
      throw new Error(`stencil ${symbol.name} at ${offset}: ${what} (relocation ${type} to ${target.name || "?"})`);
    };
    const other = target.kind === "section" ? object.sections[target.section]?.name : undefined;
    const part = symbol.name.slice(symbol.name.indexOf("_"));
    const role = other === `.text.cold${part}` ? "_COLD" : other === `.text.stencil${part}` ? "_HOT" : target.name;
    if (!ROLES.includes(role) && !/^[a-z]\w*$/.test(role)) fail("refers to something that isn't a hole or a function");
    const add = (patch: Patch, value = Number(addend)) => holes.push({ offset, patch, role, addend: value });
    if (arch === "x86_64") {
      add(X86[type] ?? fail("can't be patched"));
      continue;
    }
    const instruction = words.getUint32(offset, true);
    const register = instruction & 31;
    const jump = A64_JUMPS[type];
    const shift = MOVW[type];
    if (jump) add(jump);
    else if (shift !== undefined) {
      if (addend !== 0n) fail("has an addend");
      add("a64Word", shift);
    } else if (type === ADR_PREL_PG_HI21 && !role.startsWith("_")) {
      add("a64Page21");
    } else if (type === ADD_ABS_LO12_NC && !role.startsWith("_")) {
      add("a64Low12");
    } else if (type === ADR_PREL_PG_HI21) {
      halves.set(register, `${role}+${addend}`);
      words.setUint32(offset, 0xd2800000 | register, true); // movz xd, #low 16 bits
      add("a64Mov0");
    } else if (type === ADD_ABS_LO12_NC) {
      const source = (instruction >>> 5) & 31;
      if (source !== register || halves.get(register) !== `${role}+${addend}`)
        fail("is half an address that can't be rewritten");
      halves.delete(register);
      words.setUint32(offset, 0xf2a00000 | register, true); // movk xd, #high 16 bits, lsl #16
      add("a64Movk16");
    } else fail("can't be patched");
  }
  if (halves.size) throw new Error(`stencil ${symbol.name}: an adrp without its add`);
  return { code, holes };
}
