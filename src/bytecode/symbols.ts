// A block of the compiler's symbol table, as the module _symtable shows it: type and flags are numbers that CPython has for them.

export interface SymbolsShown {
  readonly type: number;
  readonly name: string;
  readonly line: number;
  readonly nested: boolean;
  readonly parameters: readonly string[];
  readonly symbols: readonly (readonly [name: string, flags: number])[];
  readonly children: readonly SymbolsShown[];
}
