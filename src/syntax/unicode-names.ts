// `\N{...}` needs the table of Unicode character names, which is large and rarely wanted: whoever has it (the
// unicodedata module) hands in a lookup. Without one, a literal that uses \N{...} is an error that says so.

/** Name (any case) → code point, or null when there is no such character. Aliases included, sequences not. */
export type UnicodeNameLookup = (name: string) => number | null;

let lookup: UnicodeNameLookup | null = null;

/** Installs the table; null removes it. */
export function setUnicodeNameLookup(fn: UnicodeNameLookup | null): void {
  lookup = fn;
}

/** Code point of a character name, -1 if no character has it, null if no table is installed. */
export function codePointOfName(name: string): number | null {
  return lookup === null ? null : (lookup(name) ?? -1);
}
