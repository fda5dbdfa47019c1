// Where an instruction comes from, for whoever tells people about traces.
import { locationAt } from "../../bytecode/line-table.ts";
import { Layout } from "../../heap/generated/layout.ts";
import type { Heap } from "../../heap/heap.ts";
import { OP_NAMES } from "../opcode-info.ts";

const CODE = Layout.PyCode;

export interface SourcePlace {
  /** File name without folders. */
  readonly file: string;
  /** 0 if the instruction has no line. */
  readonly line: number;
  /** Qualified name of the code object. */
  readonly name: string;
  /** The instruction as it is now. */
  readonly op: string;
}

/** Place of the instruction at `pc` of a code object that is alive. */
export function sourcePlace(heap: Heap, code: number, pc: number): SourcePlace {
  const table = heap.readU32(code + CODE.line_table);
  const bytes =
    table === 0 ? new Uint8Array() : heap.u8.subarray(table, table + heap.readU32(code + CODE.line_table_bytes));
  const word = (pc - heap.readU32(code + CODE.bytecode)) / 8;
  const path = heap.text(heap.readU32(code + CODE.filename));
  return {
    file: path.slice(path.lastIndexOf("/") + 1),
    line: locationAt(bytes, heap.readU32(code + CODE.first_line), word)?.line ?? 0,
    name: heap.text(heap.readU32(code + CODE.qualname)),
    op: OP_NAMES[heap.u8[pc] as number] as string,
  };
}

export function placeText({ file, line, name }: SourcePlace): string {
  return `${file}:${line} ${name}`;
}
