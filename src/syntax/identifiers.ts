// Which characters make a name (PEP 3131): XID_Start / XID_Continue, then NFKC. ASCII never comes here.
// The Unicode version is the JavaScript engine's (Node 20: 15.0), not CPython 3.14's 16.0.

const START = /^[_\p{XIDS}]$/u;
const CONTINUE = /^[_\p{XIDC}]$/u;
const UNPRINTABLE = /^[\p{C}\p{Z}]$/u;

/** Index (UTF-16) of the first character that may not stand in an identifier, or -1 if all may. */
export function firstInvalidIndex(name: string): number {
  let index = 0;
  for (const char of name) {
    if (!(index === 0 ? START : CONTINUE).test(char)) return index;
    index += char.length;
  }
  return -1;
}

/** Python's str.isprintable for one character. */
export function isPrintable(codePoint: number): boolean {
  return codePoint === 0x20 || !UNPRINTABLE.test(String.fromCodePoint(codePoint));
}

/** The name that the compiler sees for an identifier with non-ASCII characters. */
export function normalizeIdentifier(name: string): string {
  return name.normalize("NFKC");
}
