/** `--dis` and `--dump=bytecode`: a module's code and all code inside it, constants as Python writes them. */
import type { CodeObject } from "../bytecode/code.ts";
import { disassemble } from "../bytecode/disassemble.ts";
import { pythonRepr } from "../compiler/unparse.ts";

export function dumpBytecode(code: CodeObject, options: { positions?: boolean } = {}): string {
  return disassemble(code, { ...options, constantText: pythonRepr });
}
