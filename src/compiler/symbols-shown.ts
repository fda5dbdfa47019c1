// The symbol table as the module symtable shows it, with CPython's numbers.
import type { SymbolsShown } from "../bytecode/symbols.ts";
import type { Mod } from "../syntax/ast.ts";
import { Future } from "./future.ts";
import { type Block, type BlockType, SCOPE_SHIFT } from "./scope.ts";
import { SymbolTable } from "./symtable.ts";

const TYPES: readonly BlockType[] = [
  "function",
  "class",
  "module",
  "annotation",
  "type alias",
  "type parameters",
  "type variable",
];
/** The bits of `Def` below this are CPython's; those above lie one higher there. */
const FIRST_MOVED = 32;

function flagsShown(flags: number): number {
  const scope = flags >> SCOPE_SHIFT;
  const facts = flags & ((1 << SCOPE_SHIFT) - 1);
  return (scope << SCOPE_SHIFT) | (facts & (FIRST_MOVED - 1)) | ((facts & ~(FIRST_MOVED - 1)) << 1);
}

function shown(block: Block): SymbolsShown {
  return {
    type: TYPES.indexOf(block.type),
    name: block.name,
    line: block.location.lineno,
    nested: block.nested,
    parameters: block.params,
    symbols: [...block.symbols].map(([name, flags]) => [name, flagsShown(flags)] as const),
    children: block.children.map(shown),
  };
}

/** Throws PySyntaxError. */
export function symbolsOf(tree: Mod, filename: string): SymbolsShown {
  const info = { filename, source: null };
  return shown(new SymbolTable(tree, info, new Future(tree, info, {})).top);
}
