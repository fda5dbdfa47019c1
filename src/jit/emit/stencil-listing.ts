// Stencils as assembly for `--jit-dump=asm`, with their registers and what was put into their holes. Read only when a dump is asked for.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Arch } from "../../platform/platform.ts";
import { packageRoot } from "../../util/package-files.ts";
import type { StencilSpecial, UopName } from "../generated/stencil-uops.ts";
import { STENCIL_UOPS } from "../generated/stencil-uops.ts";
import { FLOAT_REGISTERS, INTEGER_REGISTERS } from "./register-names.ts";
import type { Operand } from "./stitcher.ts";

/** What a stencil was emitted with: registers, operands, and what its ways out are called in the dump. */
export interface ListedUse {
  registers?: readonly number[];
  operands?: readonly Operand[];
  exit?: string;
  target?: string;
  call?: string;
}

/** Lines on the way on, and out of the way. */
export interface ListedCode {
  hot: string[];
  cold: string[];
}

type Row = [name: string, templates: string[], uses: string];

export class StencilListing {
  readonly #arch: Arch;
  readonly #rows: ReadonlyMap<string, Row>;

  constructor(arch: Arch) {
    this.#arch = arch;
    const path = join(packageRoot(), "stencils", "generated", arch, "listing.json");
    this.#rows = new Map((JSON.parse(readFileSync(path, "utf8")) as Row[]).map((row) => [row[0], row]));
  }

  /** The instructions of a uop's or special stencil as they were stitched. */
  list(name: UopName | StencilSpecial, use: ListedUse = {}): ListedCode {
    const row = this.#rows.get(name);
    if (!row) throw new Error(`krait: no listing of the stencil ${name}; rebuild it with stencils/build/build.mjs`);
    const [, templates, uses] = row;
    const registers = use.registers ?? [];
    const placement = registers.reduce((number, register) => number * 8 + register, 0);
    const text = templates[uses === "" ? 0 : uses.charCodeAt(placement) - 48] ?? "";
    const form: string = name in STENCIL_UOPS ? STENCIL_UOPS[name as UopName].form : "Z";
    const filled = text
      .replace(/\{([abc])\.([a-z])\}/g, (all, operand: string, part: string) => {
        const i = "abc".indexOf(operand);
        const names = (form[i] === "F" ? FLOAT_REGISTERS : INTEGER_REGISTERS)[this.#arch];
        return names[registers[i] as number]?.[part] ?? all;
      })
      .replace(
        /(:abs_g(\d)\w*:)?_HOLE(\d)([+-]\d+)?/g,
        (all, isPart: string, part: string, hole: string, addend: string) => {
          const operand = use.operands?.[Number(hole)];
          if (operand === undefined) return all;
          const word = wordOf(operand) + BigInt(addend ?? 0);
          return isPart ? String((word >> (16n * BigInt(part))) & 0xffffn) : print(word);
        },
      )
      .replace(/\b_(EXIT|TARGET|CALL|CONT)\b/g, (all, way: string) => {
        if (way === "CONT") return "next";
        return (way === "EXIT" ? use.exit : way === "TARGET" ? use.target : use.call) ?? all;
      });
    const [hot = "", cold = ""] = filled.split("\f").map((part) => part.split("\n").filter((line) => line !== ""));
    return { hot: [...hot], cold: [...cold] };
  }
}

function wordOf(operand: Operand): bigint {
  if (typeof operand === "number") return BigInt(operand);
  return BigInt.asIntN(64, (BigInt(operand.high) << 32n) | BigInt(operand.low >>> 0));
}

/** Small numbers as they are, offsets and words in hexadecimal. */
function print(word: bigint): string {
  if (word > -1000n && word < 1000n) return String(word);
  return `0x${BigInt.asUintN(word < 0n ? 64 : 63, word).toString(16)}`;
}
