// Source bytes → text the lexer can read: byte order mark, PEP 263 coding cookie, newlines as "\n" only.
// Errors here come before any token, so they never have a caret of their own.

import { Buffer, isAscii as bytesAreAscii, isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import { PySyntaxError } from "./errors.ts";

export interface Source {
  /** Newlines are "\n"; no byte order mark. */
  text: string;
  isAscii: boolean;
}

const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK = /^[ \t\f]*(?:#.*)?$/;

/**
 * Reads source as CPython's compile() does. A string is taken as it is (a coding cookie in it means nothing).
 * With `ensureNewline` the text is made to end with a newline. Throws PySyntaxError.
 */
export function readSource(source: string | Uint8Array, filename: string, ensureNewline: boolean): Source {
  let text: string;
  let isAscii: boolean;
  if (typeof source === "string") {
    text = source;
    isAscii = !/[^\x00-\x7f]/.test(text);
  } else {
    text = decode(Buffer.from(source.buffer, source.byteOffset, source.byteLength), filename);
    isAscii = text.length === source.length || !/[^\x00-\x7f]/.test(text);
    if (isAscii && text.length === source.length) isAscii = bytesAreAscii(source);
  }
  if (text.includes("\0")) {
    throw unplaced("source code string cannot contain null bytes", filename, null, null);
  }
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  if (ensureNewline && !text.endsWith("\n")) text += "\n";
  return { text, isAscii };
}

function unplaced(message: string, filename: string, lineno: number | null, offset: number | null): PySyntaxError {
  return new PySyntaxError({ message, filename, lineno, offset, end_lineno: null, end_offset: null, text: null });
}

function decode(bytes: Buffer, filename: string): string {
  if (bytesAreAscii(bytes) && !mayHaveCookie(bytes)) return bytes.toString("latin1");
  const bom = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = bom ? bytes.subarray(3) : bytes;
  const cookie = findCookie(body);
  if (cookie !== null) {
    const encoding = normalName(cookie.name);
    if (encoding !== "utf-8") {
      if (bom) {
        const text = cookie.line;
        throw new PySyntaxError({
          message: `encoding problem: ${encoding} with BOM`,
          filename,
          lineno: cookie.number,
          offset: 0,
          end_lineno: cookie.number,
          end_offset: text.length,
          text,
        });
      }
      return decodeAs(body, encoding, cookie.name, filename);
    }
  }
  if (!isUtf8(body)) throw undeclared(body, filename);
  return body.toString("utf8");
}

/** Cheap test for ASCII files: the word "coding" in the first two lines. */
function mayHaveCookie(bytes: Buffer): boolean {
  const first = bytes.indexOf(10);
  const second = first < 0 ? -1 : bytes.indexOf(10, first + 1);
  const head = bytes.subarray(0, second < 0 ? bytes.length : second);
  return head.includes("coding");
}

function findCookie(bytes: Buffer): { name: string; line: string; number: number } | null {
  let start = 0;
  for (let number = 1; number <= 2 && start < bytes.length; number++) {
    const newline = bytes.subarray(start).findIndex((b) => b === 10 || b === 13);
    const end = newline < 0 ? bytes.length : start + newline;
    const line = bytes.toString("latin1", start, end);
    const found = COOKIE.exec(line);
    if (found) return { name: found[1]!, line, number };
    if (!BLANK.test(line)) return null;
    start = end + (bytes[end] === 13 && bytes[end + 1] === 10 ? 2 : 1);
  }
  return null;
}

/** As CPython: only the first twelve characters count, and some names mean utf-8 or latin-1. */
function normalName(name: string): string {
  const key = name.slice(0, 12).toLowerCase().replaceAll("_", "-");
  if (key === "utf-8" || key.startsWith("utf-8-")) return "utf-8";
  for (const latin of ["latin-1", "iso-8859-1", "iso-latin-1"]) {
    if (key === latin || key.startsWith(`${latin}-`)) return "iso-8859-1";
  }
  return name;
}

function decodeAs(bytes: Buffer, encoding: string, shown: string, filename: string): string {
  const key = encoding.toLowerCase().replaceAll("_", "-");
  if (key === "iso-8859-1" || key === "latin1" || key === "latin" || key === "l1" || key === "iso8859-1")
    return bytes.toString("latin1");
  if (key === "utf8" || key === "u8" || key === "utf") {
    if (!isUtf8(bytes)) throw unplaced(`${decodeErrorText(bytes)}`, filename, 0, -1);
    return bytes.toString("utf8");
  }
  if (key === "ascii" || key === "us-ascii" || key === "646") {
    const bad = bytes.findIndex((b) => b >= 0x80);
    if (bad < 0) return bytes.toString("latin1");
    const hex = bytes[bad]!.toString(16);
    const why = `'ascii' codec can't decode byte 0x${hex} in position ${bad}: ordinal not in range(128)`;
    throw unplaced(`${why}`, filename, 0, -1);
  }
  if (key === "cp1252" || key === "windows-1252" || key === "1252") return decodeCp1252(bytes, filename);
  const latin = /^(?:latin-?|l)(\d+)$/.exec(key)?.[1];
  const part = latin === undefined ? /^iso-?8859-?(\d+)$/.exec(key)?.[1] : ISO_OF_LATIN[latin];
  const label = part === undefined ? key.replace(/^cp(125[0-8])$/, "windows-$1") : `iso-8859-${part}`;
  // Other legacy encodings: those that the JavaScript engine knows under the name.
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  } catch {
    throw unplaced(`unknown encoding: ${shown}`, filename, 0, -1);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw unplaced(`'${shown}' codec can't decode the source`, filename, 0, -1);
  }
}

/** The parts of ISO 8859 that go by the name of Latin-2 and so on. */
const ISO_OF_LATIN: Readonly<Record<string, number>> = {
  2: 2,
  3: 3,
  4: 4,
  5: 9,
  6: 10,
  7: 13,
  8: 14,
  9: 15,
  10: 16,
};

// 0x80 to 0x9f; "\0" where cp1252 has nothing. (Node's own decoder is broken for it in several releases.)
const CP1252 = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

function decodeCp1252(bytes: Buffer, filename: string): string {
  return bytes.toString("latin1").replace(/[\x80-\x9f]/g, (c, at: number) => {
    const char = CP1252[c.charCodeAt(0) - 0x80]!;
    if (char !== "\0") return char;
    const hex = c.charCodeAt(0).toString(16);
    const why = `'charmap' codec can't decode byte 0x${hex} in position ${at}: character maps to <undefined>`;
    throw unplaced(why, filename, 0, -1);
  });
}

/** Index of the first byte that is not part of well-formed UTF-8. */
function firstBadByte(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  // The longest prefix that is well-formed, or ends inside a character that could still become so.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (wellFormedSoFar(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  let start = low;
  while (start > 0 && !isUtf8(bytes.subarray(0, start))) start--;
  return start;
}

function wellFormedSoFar(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function decodeErrorText(bytes: Buffer): string {
  const at = firstBadByte(bytes);
  const byte = bytes[at]!;
  const expected = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
  const hex = byte.toString(16);
  if (byte < 0xc2 || byte > 0xf4)
    return `'utf-8' codec can't decode byte 0x${hex} in position ${at}: invalid start byte`;
  let good = 1;
  while (good < expected && at + good < bytes.length && wellFormedSoFar(bytes.subarray(0, at + good + 1))) good++;
  const why = at + good >= bytes.length ? "unexpected end of data" : "invalid continuation byte";
  const where = good === 1 ? `byte 0x${hex} in position ${at}` : `bytes in position ${at}-${at + good - 1}`;
  return `'utf-8' codec can't decode ${where}: ${why}`;
}

function undeclared(bytes: Buffer, filename: string): PySyntaxError {
  const at = firstBadByte(bytes);
  let lineno = 1;
  let lineStart = 0;
  for (let i = 0; i < at; i++) {
    if (bytes[i] === 10) {
      lineno++;
      lineStart = i + 1;
    }
  }
  const newline = bytes.indexOf(10, lineStart);
  const text = bytes.toString("utf8", lineStart, newline < 0 ? bytes.length : newline);
  const offset = [...bytes.toString("utf8", lineStart, at)].length + 1;
  const hex = bytes[at]!.toString(16);
  return new PySyntaxError({
    message:
      `Non-UTF-8 code starting with '\\x${hex}' on line ${lineno}, but no encoding declared; ` +
      "see https://peps.python.org/pep-0263/ for details",
    filename,
    lineno,
    offset,
    end_lineno: lineno,
    end_offset: offset,
    text,
  });
}
