// The instruction set as the JIT looks it up: by number.
import { OPCODES, type OpcodeInfo } from "../bytecode/opcodes.ts";
import { SPECIALISED } from "../bytecode/specialised.ts";

/** Name of each opcode, specialised ones included. */
export const OP_NAMES: string[] = [];
/** Name of the opcode that the compiler emitted. */
export const GENERIC_OP: string[] = [];
export const OP_CACHES: number[] = [];
/** Operand letters of the generic opcode. */
export const OP_FORMS: Record<string, string> = {};

for (const [name, info] of Object.entries(OPCODES) as [string, OpcodeInfo][]) {
  OP_NAMES[info.id] = name;
  GENERIC_OP[info.id] = name;
  OP_CACHES[info.id] = info.caches ?? 0;
  OP_FORMS[name] = info.form;
}
for (const [name, info] of Object.entries(SPECIALISED)) {
  const generic = OPCODES[info.specialises as keyof typeof OPCODES] as OpcodeInfo;
  OP_NAMES[info.id] = name;
  GENERIC_OP[info.id] = info.specialises;
  OP_CACHES[info.id] = generic.caches ?? 0;
}

/** By opcode: words of the instruction, its cache included. */
export const OP_WORDS: number[] = Array.from({ length: 256 }, (_, id) => 1 + (OP_CACHES[id] ?? 0));
/** By opcode: 1 if it calls. */
export const OP_CALLS: number[] = Array.from({ length: 256 }, (_, id) =>
  /^CALL(_METHOD)?(_KW|_EX)?$/.test(GENERIC_OP[id] ?? "") ? 1 : 0,
);
