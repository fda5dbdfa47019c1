// The stencils of this machine, as stencils/build/library.ts wrote them: code bytes and holes in flat arrays, found by uop and
// operand registers. A stencil is a number; everything about it is an index into these arrays.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../platform/package-root.ts";
import type { Arch } from "../platform/platform.ts";
import type { STENCIL_UOPS, StencilSpecial, StencilUop } from "./generated/stencil-uops.ts";

const MAGIC = "KRAITSTN";
const VERSION = 1;
const MACHINES: Record<number, Arch> = { 62: "x86_64", 183: "aarch64" };
const REGISTERS = 8;
const OPERANDS = { Z: 0, R: 1, F: 1, RR: 2, FF: 2, FR: 2, RF: 2 } as const;

/** How a hole is filled; indices into PATCHES of stencils/build/extract.ts (a test compares them). */
export const Patch = {
  abs32: 0,
  abs32s: 1,
  abs64: 2,
  rel32: 3,
  a64Jump26: 4,
  a64Branch19: 5,
  a64Mov0: 6,
  a64Movk16: 7,
  a64Word: 8,
} as const;

/** What goes into a hole: operands 0 to 3, or one of these. */
export const Role = { operand3: 3, next: 4, exit: 5, target: 6 } as const;

/** The register operands that a uop's form asks for. */
export type RegistersOf<U extends StencilUop> = (typeof STENCIL_UOPS)[U]["form"] extends "Z"
  ? []
  : (typeof STENCIL_UOPS)[U]["form"] extends "R" | "F"
    ? [a: number]
    : [a: number, b: number];

export class StencilLibrary {
  readonly arch: Arch;
  readonly code: Uint8Array;
  /** Stencil i is code[codeStart[i] … codeStart[i + 1]]. */
  readonly codeStart: Uint32Array;
  /** Its holes are holeStart[i] … holeStart[i + 1] - 1 in the arrays below. */
  readonly holeStart: Uint32Array;
  readonly holeOffset: Uint16Array;
  readonly holePatch: Uint8Array;
  readonly holeRole: Uint8Array;
  readonly holeAddend: Int32Array;
  readonly #first = new Map<string, { first: number; operands: 0 | 1 | 2 }>();
  readonly #specials = new Map<string, number>();

  /** Throws if the bytes aren't a library of the version that this loader knows. */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const latin1 = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString("latin1");
    if (bytes.length < 48 || latin1(0, 8) !== MAGIC || view.getUint32(8, true) !== VERSION)
      throw new Error("krait: not a stencil library of this version; rebuild it with stencils/build/build.mjs");
    const arch = MACHINES[view.getUint32(12, true)];
    const [jsonBytes = 0, count = 0, holeCount = 0, codeBytes = 0] = [16, 20, 24, 28].map((at) =>
      view.getUint32(at, true),
    );
    const align = (n: number) => Math.ceil(n / 8) * 8;
    const codeStartsAt = align(48 + jsonBytes);
    const holeStartsAt = align(codeStartsAt + 4 * (count + 1));
    const holesAt = align(holeStartsAt + 4 * (count + 1));
    const codeAt = holesAt + 8 * holeCount;
    if (!arch || codeAt + codeBytes !== bytes.length) throw new Error("krait: the stencil library is damaged");

    this.arch = arch;
    const words = (at: number, length: number) =>
      new Uint32Array(bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + 4 * length));
    this.codeStart = words(codeStartsAt, count + 1);
    this.holeStart = words(holeStartsAt, count + 1);
    this.holeOffset = new Uint16Array(holeCount);
    this.holePatch = new Uint8Array(holeCount);
    this.holeRole = new Uint8Array(holeCount);
    this.holeAddend = new Int32Array(holeCount);
    for (let i = 0, at = holesAt; i < holeCount; i++, at += 8) {
      this.holeOffset[i] = view.getUint16(at, true);
      this.holePatch[i] = view.getUint8(at + 2);
      this.holeRole[i] = view.getUint8(at + 3);
      this.holeAddend[i] = view.getInt32(at + 4, true);
    }
    this.code = bytes.subarray(codeAt, codeAt + codeBytes);

    const index = JSON.parse(latin1(48, 48 + jsonBytes)) as {
      uops: [string, keyof typeof OPERANDS, number][];
      specials: [string, number][];
    };
    for (const [name, form, first] of index.uops) this.#first.set(name, { first, operands: OPERANDS[form] });
    for (const [name, stencil] of index.specials) this.#specials.set(name, stencil);
  }

  get count(): number {
    return this.codeStart.length - 1;
  }

  /** The stencil of a uop for the given registers (0 to 7 each). */
  find<U extends StencilUop>(uop: U, ...registers: RegistersOf<U>): number;
  find(uop: StencilUop, a = 0, b = 0): number {
    const entry = this.#first.get(uop);
    if (entry === undefined) throw new Error(`krait: the stencil library has no uop ${uop}`);
    if (a >>> 0 >= REGISTERS || b >>> 0 >= REGISTERS)
      throw new RangeError(`krait: ${uop} with registers ${a} and ${b}`);
    if (entry.operands === 2) return entry.first + a * REGISTERS + b;
    return entry.first + (entry.operands === 1 ? a : 0);
  }

  special(name: StencilSpecial): number {
    const stencil = this.#specials.get(name);
    if (stencil === undefined) throw new Error(`krait: the stencil library has no special stencil ${name}`);
    return stencil;
  }

  /** Bytes of code of a stencil. */
  sizeOf(stencil: number): number {
    return (this.codeStart[stencil + 1] as number) - (this.codeStart[stencil] as number);
  }
}

/** Reads the committed library of this package. */
export function readStencilLibrary(arch: Arch): StencilLibrary {
  return new StencilLibrary(readFileSync(join(packageRoot(), "stencils", "generated", arch, "stencils.bin")));
}
