// String and bytes literals: from source text to value. A backslash that means nothing stays, with a warning.
// Strings are UTF-16 here; see StrValue in ast.ts for how lone surrogates keep apart.

import type { StrValue } from "./ast.ts";
import { codePointOfName } from "./unicode-names.ts";

/** A literal that can't be decoded; `message` is what CPython puts into the SyntaxError. */
export class LiteralError extends Error {
  /** True when CPython would accept the literal and only Krait lacks something. */
  readonly unsupported: boolean;
  constructor(message: string, unsupported = false) {
    super(message);
    this.unsupported = unsupported;
  }
}

/** A decoded literal and its first meaningless escape, for the warning. */
export interface Decoded<V> {
  value: V;
  /** Index into the body of the character after the offending backslash, or -1. */
  badEscape: number;
}

/** A string without ambiguous surrogates. */
export function plainStr(value: string): StrValue {
  return { type: "str", value, points: null };
}

/** Joins strings, keeping a lone high surrogate and a lone low one apart where they meet. */
export function joinStrs(parts: StrValue[]): StrValue {
  let value = "";
  let special = false;
  for (const part of parts) {
    if (part.points !== null || (endsHigh(value) && startsLow(part.value))) special = true;
    value += part.value;
  }
  if (!special) return plainStr(value);
  const points: number[] = [];
  for (const part of parts) points.push(...(part.points ?? codePointsOf(part.value)));
  return { type: "str", value, points };
}

/** Code points of a UTF-16 string in which every surrogate pair is one character. */
export function codePointsOf(value: string): number[] {
  const points: number[] = [];
  for (const char of value) points.push(char.codePointAt(0)!);
  return points;
}

function endsHigh(value: string): boolean {
  const c = value.charCodeAt(value.length - 1);
  return c >= 0xd800 && c < 0xdc00;
}

function startsLow(value: string): boolean {
  const c = value.charCodeAt(0);
  return c >= 0xdc00 && c < 0xe000;
}

/** The message of the warning for `body[at]` after a backslash. */
export function badEscapeMessage(body: string, at: number): string {
  const c = body[at]!;
  const octal = c >= "4" && c <= "7";
  const shown = octal ? body.slice(at, at + 3) : c;
  return (
    `"\\${shown}" is an invalid ${octal ? "octal " : ""}escape sequence. Such sequences will not work in the future. ` +
    `Did you mean "\\\\${shown}"? A raw string is also an option.`
  );
}

const SIMPLE: Record<string, string> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** Decodes the body (between the quotes) of a str literal that is not raw. Throws LiteralError. */
export function decodeStr(body: string): Decoded<StrValue> {
  let slash = body.indexOf("\\");
  if (slash < 0) return { value: plainStr(body), badEscape: -1 };
  const parts: StrValue[] = [];
  let plain = "";
  let from = 0;
  let badEscape = -1;
  while (slash >= 0) {
    plain += body.slice(from, slash);
    const at = slash + 1;
    const c = body[at];
    let end = at + 1;
    if (c === undefined) {
      plain += "\\";
      end = at;
    } else if (SIMPLE[c] !== undefined) plain += SIMPLE[c];
    else {
      let point = -1;
      if (c >= "0" && c <= "7") {
        end = octalEnd(body, at);
        point = Number.parseInt(body.slice(at, end), 8);
        if (point > 0o377 && badEscape < 0) badEscape = at;
      } else if (c === "x" || c === "u" || c === "U") {
        const size = c === "x" ? 2 : c === "u" ? 4 : 8;
        end = at + 1 + size;
        const digits = /^[0-9a-fA-F]*/.exec(body.slice(at + 1, end))![0];
        if (digits.length < size) {
          const shape = c === "x" ? "\\xXX" : c === "u" ? "\\uXXXX" : "\\UXXXXXXXX";
          throw undecodable(body, slash, at + digits.length, `truncated ${shape} escape`);
        }
        point = Number.parseInt(digits, 16);
        if (point > 0x10ffff) throw undecodable(body, slash, end - 1, "illegal Unicode character");
      } else if (c === "N") {
        const close = body[at + 1] === "{" ? body.indexOf("}", at + 2) : -1;
        if (close <= at + 2)
          throw undecodable(body, slash, malformedNameEnd(body, at), "malformed \\N character escape");
        const name = body.slice(at + 2, close);
        end = close + 1;
        const found = codePointOfName(name);
        if (found === null)
          throw new LiteralError(`krait has no table of Unicode names: can't decode \\N{${name}}`, true);
        if (found < 0) throw undecodable(body, slash, close, "unknown Unicode character name");
        point = found;
      } else {
        if (badEscape < 0) badEscape = at;
        plain += `\\${c}`;
      }
      if (point >= 0) {
        const char = String.fromCodePoint(point);
        if (endsHigh(plain) && startsLow(char)) {
          parts.push(plainStr(plain));
          plain = "";
        }
        plain += char;
      }
    }
    from = end;
    slash = body.indexOf("\\", end);
  }
  plain += body.slice(from);
  if (parts.length === 0) return { value: plainStr(plain), badEscape };
  parts.push(plainStr(plain));
  return { value: joinStrs(parts), badEscape };
}

function octalEnd(body: string, at: number): number {
  let end = at + 1;
  while (end < at + 3 && body[end]! >= "0" && body[end]! <= "7") end++;
  return end;
}

function malformedNameEnd(body: string, at: number): number {
  if (body[at + 1] !== "{") return at;
  return body[at + 2] === "}" ? at + 1 : body.length - 1;
}

/** CPython counts positions in a copy of the body where every non-ASCII character is ten bytes, `\UXXXXXXXX`. */
function undecodable(body: string, first: number, last: number, why: string): LiteralError {
  const from = escapedLength(body.slice(0, first));
  const to = from + escapedLength(body.slice(first, last + 1)) - 1;
  const where =
    from === to
      ? `byte 0x${body.charCodeAt(first).toString(16)} in position ${from}`
      : `bytes in position ${from}-${to}`;
  return new LiteralError(`(unicode error) 'unicodeescape' codec can't decode ${where}: ${why}`);
}

function escapedLength(text: string): number {
  let length = 0;
  for (const char of text) length += char.charCodeAt(0) < 0x80 ? 1 : 10;
  return length;
}

/** Decodes the body of a bytes literal. Throws LiteralError. The caller has made sure that it is ASCII. */
export function decodeBytes(body: string, raw: boolean): Decoded<Uint8Array> {
  const bytes = new Uint8Array(body.length);
  let size = 0;
  let badEscape = -1;
  for (let i = 0; i < body.length; i++) {
    const code = body.charCodeAt(i);
    if (code !== 92 || raw) {
      bytes[size++] = code;
      continue;
    }
    const c = body[++i]!;
    const simple = SIMPLE[c];
    if (simple !== undefined) {
      if (simple !== "") bytes[size++] = simple.charCodeAt(0);
    } else if (c >= "0" && c <= "7") {
      const end = octalEnd(body, i);
      const value = Number.parseInt(body.slice(i, end), 8);
      if (value > 0o377 && badEscape < 0) badEscape = i;
      bytes[size++] = value & 0xff;
      i = end - 1;
    } else if (c === "x") {
      const digits = body.slice(i + 1, i + 3);
      if (!/^[0-9a-fA-F]{2}$/.test(digits)) {
        throw new LiteralError(`(value error) invalid \\x escape at position ${i - 1}`);
      }
      bytes[size++] = Number.parseInt(digits, 16);
      i += 2;
    } else {
      if (badEscape < 0) badEscape = i;
      bytes[size++] = 92;
      bytes[size++] = c.charCodeAt(0);
    }
  }
  return { value: bytes.slice(0, size), badEscape };
}
