// The stencils of this machine, as stencils/build/library.ts wrote them: code bytes and holes in flat arrays, found by uop and
// operand registers. A stencil is a number; everything about it is an index into these arrays, which lie over the file's bytes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Arch } from "../../platform/platform.ts";
import { packageRoot } from "../../util/package-files.ts";
import type { StencilSpecial, UopId } from "../generated/stencil-uops.ts";
import { UOP_NAMES } from "../generated/stencil-uops.ts";

const MAGIC = "KRAITSTN";
const VERSION = 2;
const MACHINES: Record<number, Arch> = { 62: "x86_64", 183: "aarch64" };
const REGISTERS = 8;
const OPERANDS = { Z: 0, C: 0, R: 1, F: 1, RR: 2, FF: 2, FR: 2, RF: 2, RRR: 3, FRR: 3, RFF: 3 } as const;

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
  abs8: 9,
  a64Page21: 10,
  a64Low12: 11,
} as const;

/** What goes into a hole: operands 0 to 3, one of these, or (from firstSymbol on) a function of the core. cold and hot: the stencil's other part. */
export const Role = { operand3: 3, next: 4, exit: 5, target: 6, call: 7, cold: 8, hot: 9, firstSymbol: 16 } as const;

export class StencilLibrary {
  readonly arch: Arch;
  readonly code: Uint8Array;
  /** Stencil i is code[codeStart[i] … codeStart[i + 1]]. */
  readonly codeStart: Uint32Array;
  /** The stencil that is its part out of the way; 0 if it has none. */
  readonly coldPart: Uint16Array;
  /** Its holes are holeStart[i] … holeStart[i + 1] - 1 in the arrays below. */
  readonly holeStart: Uint32Array;
  readonly holeOffset: Uint16Array;
  readonly holePatch: Uint8Array;
  readonly holeRole: Uint8Array;
  readonly holeAddend: Int32Array;
  /** Functions of the core that stencils call, in the order of their roles. */
  readonly symbols: readonly string[];
  /** By uop: the stencil of its first placement, and by how much each operand's register counts. */
  #idle: Uint8Array | undefined;
  readonly #first: Uint32Array;
  readonly #strides: Uint16Array;
  readonly #specials: ReadonlyMap<string, number>;

  /** Throws if the bytes aren't a library of the version that this loader knows. */
  constructor(bytes: Uint8Array) {
    // Typed arrays must start at multiples of their elements' size.
    if (bytes.byteOffset % 8 !== 0) bytes = bytes.slice();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const latin1 = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString("latin1");
    if (bytes.length < 48 || latin1(0, 8) !== MAGIC || view.getUint32(8, true) !== VERSION)
      throw new Error("krait: not a stencil library of this version; rebuild it with stencils/build/build.mjs");
    const arch = MACHINES[view.getUint32(12, true)];
    const [jsonBytes = 0, count = 0, holeCount = 0, codeBytes = 0] = [16, 20, 24, 28].map((at) =>
      view.getUint32(at, true),
    );
    let at = 48 + jsonBytes;
    const part = <T>(
      ArrayType: new (buffer: ArrayBufferLike, offset: number, length: number) => T,
      length: number,
      each: number,
    ): T => {
      const start = Math.ceil(at / 8) * 8;
      at = start + length * each;
      if (at > bytes.length) throw new Error("krait: the stencil library is damaged");
      return new ArrayType(bytes.buffer, bytes.byteOffset + start, length);
    };
    this.codeStart = part(Uint32Array, count + 1, 4);
    this.holeStart = part(Uint32Array, count + 1, 4);
    this.coldPart = part(Uint16Array, count, 2);
    this.holeAddend = part(Int32Array, holeCount, 4);
    this.holeOffset = part(Uint16Array, holeCount, 2);
    this.holePatch = part(Uint8Array, holeCount, 1);
    this.holeRole = part(Uint8Array, holeCount, 1);
    this.code = part(Uint8Array, codeBytes, 1);
    if (!arch || at !== bytes.length) throw new Error("krait: the stencil library is damaged");
    this.arch = arch;

    const index = JSON.parse(latin1(48, 48 + jsonBytes)) as {
      uops: [string, keyof typeof OPERANDS, number][];
      specials: [string, number][];
      symbols: string[];
    };
    this.symbols = index.symbols;
    this.#specials = new Map(index.specials);
    this.#first = new Uint32Array(index.uops.length);
    this.#strides = new Uint16Array(index.uops.length * 3);
    for (const [id, [name, form, first]] of index.uops.entries()) {
      if (name !== UOP_NAMES[id])
        throw new Error(`krait: the stencil library has ${name} where ${UOP_NAMES[id]} is expected; rebuild it`);
      this.#first[id] = first;
      for (let i = OPERANDS[form] - 1, stride = 1; i >= 0; i--, stride *= REGISTERS) this.#strides[3 * id + i] = stride;
    }
  }

  get count(): number {
    return this.codeStart.length - 1;
  }

  /** A buffer that begins with the library's code. Whoever is done with one gives it back for the next. */
  takeBuffer(bytes: number): Uint8Array {
    const idle = this.#idle;
    this.#idle = undefined;
    if (idle !== undefined && idle.length >= bytes) return idle;
    const buffer = new Uint8Array(bytes);
    buffer.set(this.code);
    return buffer;
  }
  giveBack(buffer: Uint8Array): void {
    this.#idle = buffer;
  }

  /** The stencil of a uop (Uop.…) for the registers of its form, 0 to 7 each. */
  find(uop: UopId, a = 0, b = 0, c = 0): number {
    if ((a | b | c) >>> 0 >= REGISTERS)
      throw new RangeError(`krait: ${UOP_NAMES[uop]} with registers ${a}, ${b}, ${c}`);
    const strides = this.#strides;
    const at = 3 * uop;
    return (
      (this.#first[uop] as number) +
      a * (strides[at] as number) +
      b * (strides[at + 1] as number) +
      c * (strides[at + 2] as number)
    );
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
