/**
 * Writes native/core/generated/opcodes.h from the instruction table. The C side never types an opcode's number, form or cache count:
 * run `node src/bytecode/generate-c.ts` (through esbuild or a TypeScript-aware node) after changing opcodes.ts or specialised.ts.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { argv } from "node:process";
import {
  BinaryOp,
  CompareOp,
  Conversion,
  FIRST_SPECIALISED,
  Flag,
  FunctionAttr,
  Intrinsic,
  OPCODES,
  type OpcodeInfo,
  SpecialMethod,
} from "./opcodes.ts";
import { SPECIALISED, type SpecialisedInfo } from "./specialised.ts";

function constants(prefix: string, table: Record<string, number>): string {
  const rows = Object.entries(table).map(([name, value]) => `    ${prefix}${name} = ${value},`);
  return `enum {\n${rows.join("\n")}\n};\n`;
}

/** Throws if ids collide, leave a byte, or a specialised form names no opcode. */
function checkIds(specialised: Record<string, SpecialisedInfo>): void {
  const seen = new Map<number, string>();
  const claim = (name: string, id: number): void => {
    if (id < 0 || id > 255) throw new Error(`${name}: id ${id} is no byte`);
    const other = seen.get(id);
    if (other !== undefined) throw new Error(`${name} and ${other} share id ${id}`);
    seen.set(id, name);
  };
  for (const [name, info] of Object.entries(OPCODES)) {
    claim(name, info.id);
    if (info.id >= FIRST_SPECIALISED) throw new Error(`${name}: id ${info.id} belongs to the specialised forms`);
  }
  for (const [name, info] of Object.entries(specialised)) {
    claim(name, info.id);
    if (info.id < FIRST_SPECIALISED) throw new Error(`${name}: specialised ids start at ${FIRST_SPECIALISED}`);
    if (!Object.hasOwn(OPCODES, info.specialises)) throw new Error(`${name} specialises unknown ${info.specialises}`);
  }
}

/** Text of opcodes.h. */
export function opcodesHeader(): string {
  const specialised: Record<string, SpecialisedInfo> = SPECIALISED;
  checkIds(specialised);
  const generic = Object.entries(OPCODES as Record<string, OpcodeInfo>);
  const genericRows = generic.map(([name, info]) => `    X(${name}, ${info.id}, ${info.caches ?? 0}, "${info.form}")`);
  const specialisedRows = Object.entries(specialised).map(([name, info]) => {
    const base = (OPCODES as Record<string, OpcodeInfo>)[info.specialises]!;
    return `    X(${name}, ${info.id}, ${base.caches ?? 0}, ${info.specialises})`;
  });
  const registers = new Array<number>(256).fill(0);
  const caches = new Array<number>(256).fill(0);
  const bases = new Array<number>(256).fill(0);
  for (const [, info] of generic) {
    caches[info.id] = info.caches ?? 0;
    bases[info.id] = info.id;
    [...info.form].forEach((letter, operand) => {
      if ("wrxWF".includes(letter)) registers[info.id] = (registers[info.id] ?? 0) | (1 << operand);
    });
    if (info.form[1] === "W") registers[info.id] = (registers[info.id] ?? 0) | 8;
  }
  for (const info of Object.values(specialised)) {
    const base = (OPCODES as Record<string, OpcodeInfo>)[info.specialises]!;
    caches[info.id] = base.caches ?? 0;
    bases[info.id] = base.id;
    registers[info.id] = registers[base.id] ?? 0;
  }
  const byteTable = (name: string, values: number[], note: string): string => {
    const rows: string[] = [];
    for (let i = 0; i < 256; i += 32) rows.push(`    ${values.slice(i, i + 32).join(", ")},`);
    return `// ${note}\nstatic const u8 ${name}[256] __attribute__((unused)) = {\n${rows.join("\n")}\n};\n`;
  };
  return `// Written by src/bytecode/generate-c.ts from opcodes.ts and specialised.ts: do not edit.
#ifndef KRAIT_OPCODES_H
#define KRAIT_OPCODES_H

#include "../value.h"

// One instruction word; \`caches\` words of inline cache follow it. Jumps count words from the instruction itself.
typedef struct Instruction {
    u8 op, flags;
    u16 a, b, c;
} Instruction;
_Static_assert(sizeof(Instruction) == 8, "an instruction is one word");
INLINE u32 instruction_wide(Instruction i) { return (u32)i.b | (u32)i.c << 16; } // operand kinds J, K and I

// name, id, cache words, form
#define OPCODES(X) \\
${genericRows.join(" \\\n")}
// name, id, cache words, generic opcode
#define SPECIALISED_OPCODES(X)${specialisedRows.length ? " \\\n" : ""}${specialisedRows.join(" \\\n")}

enum {
#define X(name, id, caches, form) OP_##name = id,
    OPCODES(X)
    SPECIALISED_OPCODES(X)
#undef X
};
#define FIRST_SPECIALISED_OP ${FIRST_SPECIALISED}

${byteTable("opcode_caches", caches, "Words of inline cache by opcode.")}
${byteTable("opcode_registers", registers, "Which operands name registers: bit 0 a, 1 b, 2 c; bit 3: b is a call window.")}
${byteTable("opcode_generic", bases, "The generic opcode of a specialised one; itself for a generic one.")}
${constants("FLAG_", Flag)}
// Order of the add…matmul block in specials.h: SPECIAL_add + op.
${constants("BINARY_", BinaryOp)}
// Order of lt…ge in specials.h: SPECIAL_lt + op.
${constants("COMPARE_", CompareOp)}
${constants("FUNCTION_ATTR_", FunctionAttr)}
${constants("SPECIAL_METHOD_", SpecialMethod)}
${constants("CONVERSION_", Conversion)}
${constants("INTRINSIC_", Intrinsic)}
#endif
`;
}

/** Writes the header below \`root\` if it changed; returns whether it did. */
export function writeOpcodesHeader(root: string): boolean {
  const path = resolve(root, "native/core/generated/opcodes.h");
  const text = opcodesHeader();
  let old = "";
  try {
    old = readFileSync(path, "utf8");
  } catch {
    // not there yet
  }
  if (old === text) return false;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return true;
}

if (argv[1]?.includes("generate-c")) {
  const changed = writeOpcodesHeader(argv[2] ?? ".");
  console.log(changed ? "wrote native/core/generated/opcodes.h" : "native/core/generated/opcodes.h is up to date");
}
