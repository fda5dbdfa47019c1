// repr of str and bytes.

import type { Heap } from "../../heap/heap.ts";
import { raise } from "../../heap/py-error.ts";
import type { Ref } from "../../heap/value.ts";
import { lazy } from "../../util/lazy.ts";
import { charactersOf } from "../text/characters.ts";

/** JavaScript's strings are not longer than this. */
const MOST_TEXT_LENGTH = 0x1fffffe8;
// What Python calls unprintable: categories Cc, Cf, Cs, Co, Cn, Zl, Zp, Zs but the space.
const UNPRINTABLE = lazy(() => /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Zs}]/u);

export function isPrintable(point: number): boolean {
  if (point < 127) return point >= 32;
  return !UNPRINTABLE().test(String.fromCodePoint(point));
}

function hex(n: number, digits: number): string {
  return n.toString(16).padStart(digits, "0");
}
function escaped(point: number): string {
  if (point < 256) return `\\x${hex(point, 2)}`;
  return point < 0x10000 ? `\\u${hex(point, 4)}` : `\\U${hex(point, 8)}`;
}

/** repr of code points. `ascii`: what is not ASCII is escaped as well. */
export function reprOfPoints(points: Iterable<number>, ascii = false): string {
  let body = "";
  let single = false;
  let double = false;
  const list = [...points];
  for (const point of list) {
    if (point === 39) single = true;
    else if (point === 34) double = true;
  }
  const quote = single && !double ? '"' : "'";
  for (const point of list) {
    if (point === 92 || point === quote.charCodeAt(0)) body += `\\${String.fromCharCode(point)}`;
    else if (point === 9) body += "\\t";
    else if (point === 10) body += "\\n";
    else if (point === 13) body += "\\r";
    else if (point < 127 && point >= 32) body += String.fromCharCode(point);
    else if (ascii || !isPrintable(point)) body += escaped(point);
    else body += String.fromCodePoint(point);
  }
  return quote + body + quote;
}

/** repr of JS text. */
export function reprText(text: string): string {
  if (/^[ !#-&(-[\]-~]*$/.test(text)) return `'${text}'`;
  return reprOfPoints(charactersOf(text).map((c) => c.codePointAt(0) as number));
}

/** repr of a str object (or of the text of a str subclass). */
export function reprStr(heap: Heap, ref: Ref): string {
  const length = heap.strLength(ref);
  if (length < 4096) {
    const text = heap.text(ref);
    if (/^[ !#-&(-[\]-~]*$/.test(text)) return `'${text}'`;
  }
  return reprOfPoints(heap.codePoints(ref));
}

/** repr of bytes. `escapeQuotes`: bytearray escapes every single quote, whatever stands around it. */
export function reprBytes(data: Uint8Array, escapeQuotes = false): string {
  if (data.length > MOST_TEXT_LENGTH) throw raise("MemoryError");
  const quote = data.includes(39) && !data.includes(34) ? 34 : 39;
  const q = String.fromCharCode(quote);
  let body = "";
  for (const byte of data) {
    if (byte === quote || byte === 92 || (escapeQuotes && byte === 39)) body += `\\${String.fromCharCode(byte)}`;
    else if (byte === 9) body += "\\t";
    else if (byte === 10) body += "\\n";
    else if (byte === 13) body += "\\r";
    else if (byte < 32 || byte >= 127) body += `\\x${hex(byte, 2)}`;
    else body += String.fromCharCode(byte);
  }
  return `b${q}${body}${q}`;
}

/** Escapes everything outside ASCII in a repr: what ascii() does. */
export function asciiOf(text: string): string {
  let out = "";
  for (const c of text) {
    const point = c.codePointAt(0) as number;
    out += point < 128 ? c : escaped(point);
  }
  return out;
}
