// What characters mean to the lexer: classes, operators, keywords. Tables and switches over character codes, since a
// Map lookup per word would cost a slice per word.

import { T } from "./token-types.ts";

// Character classes of ASCII: bit 0 starts a name, bit 1 continues one, bit 2 digit.
export const CLASS = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  const letter = (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95;
  const digit = c >= 48 && c <= 57;
  CLASS[c] = (letter ? 3 : 0) | (digit ? 6 : 0);
}

/** Kind of a one-character token by character code. */
export const ONE_CHAR = new Uint8Array(128).fill(T.OP);
for (const [char, type] of [
  ["(", T.LPAR],
  [")", T.RPAR],
  ["[", T.LSQB],
  ["]", T.RSQB],
  [":", T.COLON],
  [",", T.COMMA],
  [";", T.SEMI],
  ["+", T.PLUS],
  ["-", T.MINUS],
  ["*", T.STAR],
  ["/", T.SLASH],
  ["|", T.VBAR],
  ["&", T.AMPER],
  ["<", T.LESS],
  [">", T.GREATER],
  ["=", T.EQUAL],
  [".", T.DOT],
  ["%", T.PERCENT],
  ["{", T.LBRACE],
  ["}", T.RBRACE],
  ["~", T.TILDE],
  ["^", T.CIRCUMFLEX],
  ["@", T.AT],
  ["!", T.EXCLAMATION],
] as const) {
  ONE_CHAR[char.charCodeAt(0)] = type;
}

// What `c=` means for an operator character c; 0 if nothing.
const WITH_EQUAL = new Uint8Array(128);
for (const [char, type] of [
  ["=", T.EQEQUAL],
  ["!", T.NOTEQUAL],
  ["<", T.LESSEQUAL],
  [">", T.GREATEREQUAL],
  ["+", T.PLUSEQUAL],
  ["-", T.MINEQUAL],
  ["*", T.STAREQUAL],
  ["/", T.SLASHEQUAL],
  ["%", T.PERCENTEQUAL],
  ["&", T.AMPEREQUAL],
  ["|", T.VBAREQUAL],
  ["^", T.CIRCUMFLEXEQUAL],
  ["@", T.ATEQUAL],
  [":", T.COLONEQUAL],
] as const) {
  WITH_EQUAL[char.charCodeAt(0)] = type;
}

/** Kind of the operator of two characters, 0 if they make none. */
export function twoChars(c: number, next: number): number {
  if (next === 61) return c < 128 ? WITH_EQUAL[c]! : 0;
  if (next === c) {
    if (c === 42) return T.DOUBLESTAR;
    if (c === 47) return T.DOUBLESLASH;
    if (c === 60) return T.LEFTSHIFT;
    if (c === 62) return T.RIGHTSHIFT;
    return 0;
  }
  if (next === 62) {
    if (c === 45) return T.RARROW;
    if (c === 60) return T.NOTEQUAL;
  }
  return 0;
}

/** Kind of the operator that `third` makes of one of two characters, 0 if none. */
export function threeChars(type: number, third: number): number {
  if (third !== 61) return 0;
  if (type === T.DOUBLESTAR) return T.DOUBLESTAREQUAL;
  if (type === T.DOUBLESLASH) return T.DOUBLESLASHEQUAL;
  if (type === T.LEFTSHIFT) return T.LEFTSHIFTEQUAL;
  if (type === T.RIGHTSHIFT) return T.RIGHTSHIFTEQUAL;
  return 0;
}

/** The kind of the ASCII word of `size` characters at `start`: a keyword's, or NAME. */
export function keywordAt(text: string, start: number, size: number): number {
  if (size < 2 || size > 8) return T.NAME;
  switch (text.charCodeAt(start)) {
    case 70:
      return match(text, start, size, "False", T.FALSE);
    case 78:
      return match(text, start, size, "None", T.NONE);
    case 84:
      return match(text, start, size, "True", T.TRUE);
    case 97: // a
      if (size === 2) return match(text, start, size, "as", T.AS);
      if (size === 3) return match(text, start, size, "and", T.AND);
      if (size === 6) return match(text, start, size, "assert", T.ASSERT);
      if (text.charCodeAt(start + 1) === 115) return match(text, start, size, "async", T.ASYNC);
      return match(text, start, size, "await", T.AWAIT);
    case 98:
      return match(text, start, size, "break", T.BREAK);
    case 99: // c
      if (size === 5) return match(text, start, size, "class", T.CLASS);
      return match(text, start, size, "continue", T.CONTINUE);
    case 100: // d
      if (text.charCodeAt(start + 2) === 102) return match(text, start, size, "def", T.DEF);
      return match(text, start, size, "del", T.DEL);
    case 101: // e
      if (size === 6) return match(text, start, size, "except", T.EXCEPT);
      if (text.charCodeAt(start + 2) === 105) return match(text, start, size, "elif", T.ELIF);
      return match(text, start, size, "else", T.ELSE);
    case 102: // f
      if (size === 3) return match(text, start, size, "for", T.FOR);
      if (size === 4) return match(text, start, size, "from", T.FROM);
      return match(text, start, size, "finally", T.FINALLY);
    case 103:
      return match(text, start, size, "global", T.GLOBAL);
    case 105: // i
      if (size === 2) {
        const second = text.charCodeAt(start + 1);
        return second === 102 ? T.IF : second === 110 ? T.IN : second === 115 ? T.IS : T.NAME;
      }
      return match(text, start, size, "import", T.IMPORT);
    case 108:
      return match(text, start, size, "lambda", T.LAMBDA);
    case 110: // n
      if (size === 3) return match(text, start, size, "not", T.NOT);
      return match(text, start, size, "nonlocal", T.NONLOCAL);
    case 111:
      return match(text, start, size, "or", T.OR);
    case 112:
      return match(text, start, size, "pass", T.PASS);
    case 114: // r
      if (size === 5) return match(text, start, size, "raise", T.RAISE);
      return match(text, start, size, "return", T.RETURN);
    case 116:
      return match(text, start, size, "try", T.TRY);
    case 119: // w
      if (size === 4) return match(text, start, size, "with", T.WITH);
      return match(text, start, size, "while", T.WHILE);
    case 121:
      return match(text, start, size, "yield", T.YIELD);
    default:
      return T.NAME;
  }
}

function match(text: string, start: number, size: number, word: string, type: number): number {
  return size === word.length && text.startsWith(word, start) ? type : T.NAME;
}
