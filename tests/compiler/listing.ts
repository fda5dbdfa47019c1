// Code as tests compare it: opcodes and operands, jump targets as L1, L2 …, no word numbers. "!" marks an operand that is consumed.
import { allCode } from "../../src/bytecode/code.ts";
import { disassemble } from "../../src/bytecode/disassemble.ts";
import { verify } from "../../src/bytecode/verify.ts";
import { type CompileOptions, compileModule } from "../../src/compiler/compile.ts";
import { pythonRepr } from "../../src/compiler/unparse.ts";
import { parseModule } from "../../src/syntax/parse.ts";

/** Listing of the code object called `qualname` (default: the first one inside the module), RESUME left out. A first empty line doesn't count. */
export function listing(source: string, qualname?: string, options: Partial<CompileOptions> = {}): string[] {
  const text = source.replace(/^\n/, "");
  const module = compileModule(parseModule(text, { filename: "f.py" }), { filename: "f.py", ...options });
  verify(module);
  const codes = [...allCode(module)];
  const code = qualname === undefined ? (codes[1] ?? module) : codes.find((each) => each.qualname === qualname);
  if (!code) throw new Error(`no code object ${qualname}`);
  const disassembly = disassemble(code, { nested: false, constantText: pythonRepr });
  const instr = /^ *(?:\d+|-)? *([> ]) *(\d+) (\w+) *(.*)$/;
  const rows = disassembly.split("\n").flatMap((line) => {
    const found = instr.exec(line);
    return found ? [{ mark: found[1], at: found[2]!, op: found[3]!, operands: found[4]! }] : [];
  });
  const labels = new Map<string, string>();
  for (const { mark, at } of rows) if (mark === ">") labels.set(at, `L${labels.size + 1}`);
  const listed = rows
    .filter((row) => row.op !== "RESUME")
    .map(({ at, op, operands }) => {
      const label = labels.get(at);
      const target = operands.replace(/→(\d+)/, (_, to: string) => `→${labels.get(to)}`);
      return `${label ? `${label}: ` : ""}${op} ${target}`.trim();
    });
  const handlers = [...disassembly.matchAll(/(\d+)…(\d+) → (\d+): drops from (\S+), exception in (\S+)/g)].map(
    ([, , , to, first, register]) => `handler ${labels.get(to!)} drops ${first} exception ${register}`,
  );
  return [...listed, ...new Set(handlers)];
}
