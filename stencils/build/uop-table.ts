// Finds the uops in uops/*.c by their UOP(name, FORM) heads and writes the lines that instantiate them for every placement.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../native/build/toolchain.ts";

/** Registers of each kind. */
export const REGISTERS = 8;
/** Operands of each form; each is a register number of 8. C: a call, whose registers are fixed. */
export const FORMS = { Z: 0, C: 0, R: 1, F: 1, RR: 2, FF: 2, FR: 2, RF: 2, RRR: 3, FRR: 3, RFF: 3 } as const;
export type Form = keyof typeof FORMS;

export interface Uop {
  name: string;
  form: Form;
  /** File name inside uops/. */
  file: string;
  /** The comment behind its head: what it does, what goes into its holes. */
  says: string;
}

export interface UopTable {
  uops: Uop[];
  /** Stencils that are functions of their own (SPECIAL): ways between C and stitched code. */
  specials: { name: string; file: string }[];
}

/** A uop's head and the comment behind it, on the same line or behind the one-line body. */
const UOP_HEAD = /^UOP\((\w+), (\w+)\)(?:[^\n/]*\/\*(.*?)\*\/)?/gms;

/** Reads all of stencils/uops. Throws on an unknown form or a name used twice. */
export function readUops(): UopTable {
  const folder = join(root, "stencils/uops");
  const table: UopTable = { uops: [], specials: [] };
  const seen = new Set<string>();
  const claim = (name: string) => {
    if (seen.has(name)) throw new Error(`stencils/uops has two definitions of ${name}`);
    seen.add(name);
  };
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".c")) continue;
    const text = readFileSync(join(folder, file), "utf8");
    for (const [, name = "", form = "", comment = ""] of text.matchAll(UOP_HEAD)) {
      if (!(form in FORMS)) throw new Error(`${file}: uop ${name} has the unknown form ${form}`);
      claim(name);
      table.uops.push({ name, form: form as Form, file, says: comment.trim().replace(/\s+/g, " ") });
    }
    for (const [, name = ""] of text.matchAll(/\bSPECIAL\((\w+)\)\(/g)) {
      claim(name);
      table.specials.push({ name, file });
    }
  }
  return table;
}

/** Symbol (without "stencil_") of each placement, in the library's order: the last operand varies fastest. */
export function placements({ name, form }: Uop): { symbol: string; operands: number[] }[] {
  let result: { symbol: string; operands: number[] }[] = [{ symbol: name, operands: [] }];
  for (let i = 0; i < FORMS[form]; i++) {
    result = result.flatMap(({ symbol, operands }) =>
      Array.from({ length: REGISTERS }, (_, r) => ({ symbol: `${symbol}_${r}`, operands: [...operands, r] })),
    );
  }
  return result;
}

/** A C file that instantiates all uops of one source file. */
export function instantiate(file: string, { uops }: UopTable): string {
  const lines = [`#include "uops/${file}"`];
  for (const uop of uops.filter((candidate) => candidate.file === file))
    for (const { symbol, operands } of placements(uop))
      lines.push(`INSTANTIATE(${[symbol, uop.name, ...operands].join(", ")})`);
  return `${lines.join("\n")}\n`;
}
