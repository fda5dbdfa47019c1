// The text encodings Krait knows itself, with CPython's error handlers and reasons. Text is code points (lone surrogates included); a handler
// registered from Python is the caller's affair: it gets a CodecError and may go on with `resume`.
import { raise } from "../../heap/py-error.ts";

const SURROGATE_FIRST = 0xd800;
const SURROGATE_LAST = 0xdfff;

/** What UnicodeEncodeError / UnicodeDecodeError are made from. start and end: code points (encoding) or bytes (decoding). */
export class CodecError extends Error {
  readonly encoding: string;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  constructor(encoding: string, start: number, end: number, reason: string) {
    super(`'${encoding}' codec: ${reason} at ${start}..${end}`);
    this.encoding = encoding;
    this.start = start;
    this.end = end;
    this.reason = reason;
  }
}

/** LookupError "unknown encoding: …" or "unknown error handler name '…'". */
export class UnknownCodec extends Error {}

/** Replacement for a range that can't be encoded: code points to be encoded instead, or bytes as they are. */
export type EncodeHandler = (text: ArrayLike<number>, error: CodecError) => ArrayLike<number> | Uint8Array;
/** Replacement for bytes that can't be decoded, and where to go on. */
export type DecodeHandler = (bytes: Uint8Array, error: CodecError) => { text: ArrayLike<number>; resume: number };

const BUILTIN_HANDLERS = [
  "strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass",
] as const; // biome-ignore format: a table

function points(text: string): number[] {
  return Array.from(text, (c) => c.codePointAt(0)!);
}
function hex(n: number, width: number): string {
  return n.toString(16).padStart(width, "0");
}
function escaped(c: number): string {
  return c < 0x100 ? `\\x${hex(c, 2)}` : c < 0x10000 ? `\\u${hex(c, 4)}` : `\\U${hex(c, 8)}`;
}

let nameOf: ((codePoint: number) => string | undefined) | undefined;

/** Who knows characters' Unicode names, for "namereplace": a large table that only those load who need it. */
export function setCharacterNames(names: (codePoint: number) => string | undefined): void {
  nameOf = names;
}

/** The handler of a name for encoding; throws UnknownCodec. */
export function encodeHandler(name: string): EncodeHandler {
  const each =
    (replace: (c: number) => string): EncodeHandler =>
    (text, error) => {
      let out = "";
      for (let i = error.start; i < error.end; i++) out += replace(text[i]!);
      return points(out);
    };
  switch (name) {
    case "strict":
      return (_text, error) => {
        throw error;
      };
    case "ignore":
      return () => [];
    case "replace":
      return each(() => "?");
    case "backslashreplace":
      return each(escaped);
    case "xmlcharrefreplace":
      return each((c) => `&#${c};`);
    case "namereplace":
      return each((c) => {
        const unicodeName = nameOf?.(c);
        return unicodeName ? `\\N{${unicodeName}}` : escaped(c);
      });
    case "surrogateescape":
      return (text, error) => {
        const bytes = new Uint8Array(error.end - error.start);
        for (let i = error.start; i < error.end; i++) {
          const c = text[i]!;
          if (c < 0xdc80 || c > 0xdcff) throw error;
          bytes[i - error.start] = c - 0xdc00;
        }
        return bytes;
      };
    case "surrogatepass":
      return (text, error) => {
        const out: number[] = [];
        for (let i = error.start; i < error.end; i++) {
          const c = text[i]!;
          if (c < SURROGATE_FIRST || c > SURROGATE_LAST) throw error;
          if (error.encoding === "utf-8") out.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
          else if (error.encoding === "utf-16-be") out.push(c >> 8, c & 255);
          else if (error.encoding.startsWith("utf-16")) out.push(c & 255, c >> 8);
          else if (error.encoding === "utf-32-be") out.push(0, 0, c >> 8, c & 255);
          else if (error.encoding.startsWith("utf-32")) out.push(c & 255, c >> 8, 0, 0);
          else throw error;
        }
        return Uint8Array.from(out);
      };
    default:
      throw new UnknownCodec(`unknown error handler name '${name}'`);
  }
}

/** The handler of a name for decoding; throws UnknownCodec. */
export function decodeHandler(name: string): DecodeHandler {
  switch (name) {
    case "strict":
      return (_bytes, error) => {
        throw error;
      };
    case "ignore":
      return (_bytes, error) => ({ text: [], resume: error.end });
    case "replace":
      return (_bytes, error) => ({ text: [0xfffd], resume: error.end });
    case "backslashreplace":
      return (bytes, error) => {
        let out = "";
        for (let i = error.start; i < error.end; i++) out += `\\x${hex(bytes[i]!, 2)}`;
        return { text: points(out), resume: error.end };
      };
    case "surrogateescape":
      return (bytes, error) => {
        const text: number[] = [];
        for (let i = error.start; i < error.end && bytes[i]! >= 0x80; i++) text.push(0xdc00 + bytes[i]!);
        if (text.length === 0) throw error;
        return { text, resume: error.start + text.length };
      };
    case "surrogatepass":
      return (bytes, error) => {
        const i = error.start;
        if (error.encoding === "utf-8" && bytes[i] === 0xed && i + 2 < bytes.length) {
          const c = ((bytes[i]! & 15) << 12) | ((bytes[i + 1]! & 63) << 6) | (bytes[i + 2]! & 63);
          if (
            (bytes[i + 1]! & 0xc0) === 0x80 &&
            (bytes[i + 2]! & 0xc0) === 0x80 &&
            c >= SURROGATE_FIRST &&
            c <= SURROGATE_LAST
          ) {
            return { text: [c], resume: i + 3 };
          }
        }
        if (error.encoding.startsWith("utf-32") && i + 3 < bytes.length) {
          const [a, b, c, d] = bytes.subarray(i, i + 4) as unknown as [number, number, number, number];
          const [high, low] = error.encoding.endsWith("be")
            ? [(a << 8) | b, (c << 8) | d]
            : [(d << 8) | c, (b << 8) | a];
          if (high === 0 && low >= SURROGATE_FIRST && low <= SURROGATE_LAST) return { text: [low], resume: i + 4 };
        }
        if (error.encoding.startsWith("utf-16") && i + 1 < bytes.length) {
          const big = error.encoding.endsWith("be");
          const c = big ? (bytes[i]! << 8) | bytes[i + 1]! : bytes[i]! | (bytes[i + 1]! << 8);
          if (c >= SURROGATE_FIRST && c <= SURROGATE_LAST) return { text: [c], resume: i + 2 };
        }
        throw error;
      };
    default:
      if ((BUILTIN_HANDLERS as readonly string[]).includes(name)) {
        return () => {
          throw new TypeError("don't know how to handle UnicodeDecodeError in error callback");
        };
      }
      throw new UnknownCodec(`unknown error handler name '${name}'`);
  }
}

const ALIASES: Record<string, string> = {
  "utf8": "utf-8", "u8": "utf-8", "utf": "utf-8", "cp65001": "utf-8", "utf-8-sig": "utf-8-sig", "utf8-sig": "utf-8-sig",
  "latin1": "latin-1", "latin": "latin-1", "l1": "latin-1", "iso-8859-1": "latin-1", "iso8859-1": "latin-1", "8859": "latin-1", "cp819": "latin-1",
  "us-ascii": "ascii", "646": "ascii", "ansi-x3.4-1968": "ascii",
  "utf16": "utf-16", "u16": "utf-16", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be", "utf32": "utf-32", "u32": "utf-32",
  "utf-32le": "utf-32-le", "utf-32be": "utf-32-be",
}; // biome-ignore format: a table
const KNOWN = new Set([
  "utf-8",
  "utf-8-sig",
  "latin-1",
  "ascii",
  "utf-16",
  "utf-16-le",
  "utf-16-be",
  "utf-32",
  "utf-32-le",
  "utf-32-be",
]);

function foldedName(name: string): string {
  const folded = name.toLowerCase().replaceAll(/[\s_]+/g, "-");
  return ALIASES[folded] ?? folded;
}

/** Is the encoding one of those here? The others are the library's (encodings.cp1252 …), error handlers included. */
export function isKnownEncoding(name: string): boolean {
  return KNOWN.has(foldedName(name));
}

/** Canonical name of an encoding; throws UnknownCodec in CPython's words. */
export function canonicalEncoding(name: string): string {
  const canonical = foldedName(name);
  if (!KNOWN.has(canonical)) throw new UnknownCodec(`unknown encoding: ${name}`);
  return canonical;
}

class ByteSink {
  #bytes = new Uint8Array(64);
  #length = 0;
  push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = byte;
  }
  result(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Code points: as many as a typed array holds (V8 ends the process for plain arrays of some 100 million). */
class PointSink {
  #points = new Uint32Array(64);
  #length = 0;
  push(point: number): void {
    if (this.#length === this.#points.length) {
      if (this.#length >= MOST_POINTS) throw raise("MemoryError");
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#points);
      this.#points = larger;
    }
    this.#points[this.#length++] = point;
  }
  get length(): number {
    return this.#length;
  }
  result(): Uint32Array {
    return this.#points.subarray(0, this.#length);
  }
}
const MOST_POINTS = 1 << 29;
/** Code points between two questions whether the work is to be given up. */
const POINTS_BETWEEN = 1 << 16;

type PutChar = (sink: ByteSink, c: number) => boolean;

const PUT: Record<string, { put: PutChar; reason: string }> = {
  ascii: { put: (sink, c) => c < 0x80 && (sink.push(c), true), reason: "ordinal not in range(128)" },
  "latin-1": { put: (sink, c) => c < 0x100 && (sink.push(c), true), reason: "ordinal not in range(256)" },
  "utf-8": { put: putUtf8, reason: "surrogates not allowed" },
  "utf-16-le": { put: (sink, c) => putUtf16(sink, c, false), reason: "surrogates not allowed" },
  "utf-16-be": { put: (sink, c) => putUtf16(sink, c, true), reason: "surrogates not allowed" },
  "utf-32-le": { put: (sink, c) => putUtf32(sink, c, false), reason: "surrogates not allowed" },
  "utf-32-be": { put: (sink, c) => putUtf32(sink, c, true), reason: "surrogates not allowed" },
};

function isSurrogate(c: number): boolean {
  return c >= SURROGATE_FIRST && c <= SURROGATE_LAST;
}
function putUtf8(sink: ByteSink, c: number): boolean {
  if (isSurrogate(c)) return false;
  if (c < 0x80) sink.push(c);
  else if (c < 0x800) {
    sink.push(0xc0 | (c >> 6));
    sink.push(0x80 | (c & 63));
  } else {
    if (c < 0x10000) sink.push(0xe0 | (c >> 12));
    else {
      sink.push(0xf0 | (c >> 18));
      sink.push(0x80 | ((c >> 12) & 63));
    }
    sink.push(0x80 | ((c >> 6) & 63));
    sink.push(0x80 | (c & 63));
  }
  return true;
}
function putUnit(sink: ByteSink, unit: number, big: boolean): void {
  sink.push(big ? unit >> 8 : unit & 255);
  sink.push(big ? unit & 255 : unit >> 8);
}
function putUtf16(sink: ByteSink, c: number, big: boolean): boolean {
  if (isSurrogate(c)) return false;
  if (c < 0x10000) putUnit(sink, c, big);
  else {
    putUnit(sink, 0xd800 + ((c - 0x10000) >> 10), big);
    putUnit(sink, 0xdc00 + ((c - 0x10000) & 0x3ff), big);
  }
  return true;
}
function putUtf32(sink: ByteSink, c: number, big: boolean): boolean {
  if (isSurrogate(c)) return false;
  for (let i = 0; i < 4; i++) sink.push((c >>> (big ? 24 - 8 * i : 8 * i)) & 255);
  return true;
}

/** UTF-16 and UTF-32 of what has neither surrogates nor, in UTF-16, anything beyond the first plane. */
function encodeWide(text: ArrayLike<number>, canonical: string): Uint8Array | undefined {
  const is16 = canonical.startsWith("utf-16");
  if (!is16 && !canonical.startsWith("utf-32")) return undefined;
  const isMarked = !canonical.endsWith("e"); // (neither -le nor -be)
  const start = isMarked ? 1 : 0;
  const { length } = text;
  const units = is16 ? new Uint16Array(length + start) : new Uint32Array(length + start);
  if (isMarked) units[0] = 0xfeff;
  for (let i = 0; i < length; i++) {
    const c = text[i] as number;
    if (isSurrogate(c) || (is16 && c > 0xffff)) return undefined;
    units[i + start] = c;
  }
  const bytes = Buffer.from(units.buffer);
  if (!canonical.endsWith("-be")) return bytes;
  return is16 ? bytes.swap16() : bytes.swap32();
}

/** Encodes code points. Throws CodecError (strict), UnknownCodec. */
export function encode(text: ArrayLike<number>, encoding: string, handler: EncodeHandler): Uint8Array {
  const canonical = canonicalEncoding(encoding);
  const wide = encodeWide(text, canonical);
  if (wide !== undefined) return wide;
  const sink = new ByteSink();
  let unit = canonical;
  if (canonical === "utf-8-sig") {
    for (const byte of [0xef, 0xbb, 0xbf]) sink.push(byte);
    unit = "utf-8";
  } else if (canonical === "utf-16" || canonical === "utf-32") {
    unit = `${canonical}-le`;
    PUT[unit]!.put(sink, 0xfeff);
  }
  const { put, reason } = PUT[unit]!;
  const reported = canonical === "utf-8-sig" ? "utf-8" : canonical;
  for (let i = 0; i < text.length; ) {
    if (put(sink, text[i]!)) {
      i++;
      continue;
    }
    let end = i + 1;
    const probe = new ByteSink();
    while (end < text.length && !put(probe, text[end]!)) end++;
    const error = new CodecError(reported, i, end, reason);
    const replacement = handler(text, error);
    for (let k = 0; k < replacement.length; k++) {
      if (replacement instanceof Uint8Array) sink.push(replacement[k]!);
      else if (!put(sink, replacement[k]!)) throw error;
    }
    i = end;
  }
  return sink.result();
}

/** One step of UTF-8: a code point and its length, or what is wrong. */
function utf8Step(bytes: Uint8Array, i: number): { c: number; length: number } | { reason: string; length: number } {
  const first = bytes[i]!;
  if (first < 0x80) return { c: first, length: 1 };
  const more =
    first >= 0xc2 && first < 0xe0 ? 1 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xf0 && first < 0xf5 ? 3 : 0;
  if (more === 0) return { reason: "invalid start byte", length: 1 };
  let c = first & (0x3f >> more);
  for (let k = 1; k <= more; k++) {
    const next = bytes[i + k];
    if (next === undefined) return { reason: "unexpected end of data", length: k };
    const low = k === 1 && first === 0xe0 ? 0xa0 : k === 1 && first === 0xf0 ? 0x90 : 0x80;
    const high = k === 1 && first === 0xed ? 0x9f : k === 1 && first === 0xf4 ? 0x8f : 0xbf;
    if (next < low || next > high) return { reason: "invalid continuation byte", length: k };
    c = (c << 6) | (next & 63);
  }
  return { c, length: more + 1 };
}

function utf16Step(
  bytes: Uint8Array,
  i: number,
  big: boolean,
): { c: number; length: number } | { reason: string; length: number } {
  const unit = (at: number): number => (big ? (bytes[at]! << 8) | bytes[at + 1]! : bytes[at]! | (bytes[at + 1]! << 8));
  if (i + 1 >= bytes.length) return { reason: "truncated data", length: 1 };
  const first = unit(i);
  if (!isSurrogate(first)) return { c: first, length: 2 };
  if (first >= 0xdc00) return { reason: "illegal encoding", length: 2 };
  if (i + 3 >= bytes.length) return { reason: "unexpected end of data", length: bytes.length - i };
  const second = unit(i + 2);
  if (second < 0xdc00 || second > 0xdfff) return { reason: "illegal UTF-16 surrogate", length: 2 };
  return { c: 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00), length: 4 };
}

function utf32Step(
  bytes: Uint8Array,
  i: number,
  big: boolean,
): { c: number; length: number } | { reason: string; length: number } {
  if (i + 3 >= bytes.length) return { reason: "truncated data", length: bytes.length - i };
  let c = 0;
  for (let k = 0; k < 4; k++) c += bytes[i + k]! * 2 ** (big ? 24 - 8 * k : 8 * k);
  if (isSurrogate(c)) return { reason: "code point in surrogate code point range(0xd800, 0xe000)", length: 4 };
  return c > 0x10ffff ? { reason: "code point not in range(0x110000)", length: 4 } : { c, length: 4 };
}

/** Decodes bytes to code points. Throws CodecError (strict), UnknownCodec, and what `poll` throws, which is called now and then. */
export function decode(bytes: Uint8Array, encoding: string, handler: DecodeHandler, poll = () => {}): Uint32Array {
  let canonical = canonicalEncoding(encoding);
  let i = 0;
  if (canonical === "utf-8-sig") {
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) i = 3;
    canonical = "utf-8";
  }
  let big = canonical.endsWith("-be");
  if (canonical === "utf-16" && bytes.length >= 2) {
    big = bytes[0] === 0xfe && bytes[1] === 0xff;
    if (big || (bytes[0] === 0xff && bytes[1] === 0xfe)) i = 2;
  } else if (canonical === "utf-32" && bytes.length >= 4) {
    big = bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff;
    if (big || (bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0)) i = 4;
  }
  // What goes wrong is told of the byte order that was found.
  const found = canonical === "utf-16" || canonical === "utf-32" ? `${canonical}-${big ? "be" : "le"}` : canonical;
  const out = new PointSink();
  while (i < bytes.length) {
    if (out.length % POINTS_BETWEEN === POINTS_BETWEEN - 1) poll();
    const step =
      canonical === "latin-1"
        ? { c: bytes[i]!, length: 1 }
        : canonical === "ascii"
          ? bytes[i]! < 0x80
            ? { c: bytes[i]!, length: 1 }
            : { reason: "ordinal not in range(128)", length: 1 }
          : canonical === "utf-8"
            ? utf8Step(bytes, i)
            : canonical.startsWith("utf-16")
              ? utf16Step(bytes, i, big)
              : utf32Step(bytes, i, big);
    if ("c" in step) {
      out.push(step.c);
      i += step.length;
      continue;
    }
    const { text, resume } = handler(bytes, new CodecError(found, i, i + step.length, step.reason));
    for (let k = 0; k < text.length; k++) out.push(text[k]!);
    i = resume;
  }
  return out.result();
}
