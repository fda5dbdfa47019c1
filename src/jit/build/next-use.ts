// What becomes of a value that an instruction loads: where it is next read, the recorder has seen what it is.
import { OP_FORMS } from "../opcode-info.ts";
import { numberTag, type Recorded } from "../recording.ts";

/** Instructions that want a number's value, and have their operands in registers. */
const COMPUTING = new Set([
  "BINARY", "BINARY_K", "COMPARE", "COMPARE_K", "JUMP_CMP", "JUMP_CMP_K", "NEGATE", "POSITIVE",
]); // biome-ignore format: a table
/** Instructions of one frame that are looked at. */
const MOST_BETWEEN = 8;

/** The kind of number that the instruction at `at` writes to its first register, if arithmetic reads it soon; undefined: who knows. */
export function numberWanted(records: readonly Recorded[], at: number): "int" | "float" | undefined {
  const { a: register, delta } = records[at] as Recorded;
  let between = 0;
  for (let i = at + 1; i < records.length && between < MOST_BETWEEN; i++) {
    const record = records[i] as Recorded;
    if (record.delta > delta) continue;
    if (record.delta < delta) return undefined;
    between++;
    const form = OP_FORMS[record.generic] ?? "";
    const reads = (operand: number, name: number): boolean => form[operand] === "r" && name === register;
    const seen = reads(1, record.b) ? record.vb : reads(2, record.c) ? record.vc : undefined;
    if (seen !== undefined && COMPUTING.has(record.generic)) return numberTag(seen);
    if (seen !== undefined || record.a === register || record.generic.startsWith("JUMP_BACK")) return undefined;
  }
  return undefined;
}
