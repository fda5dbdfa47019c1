import { lazy } from "../util/lazy.ts";
/**
 * Code objects as bytes and back: for the disk cache and the heap image. The form is Krait's own and changes without notice: whoever
 * stores it must be ready for CodeFormatError (other version, damage) and compile again.
 *
 *   "KRBC", u16 version, u16 0, u32 length of the rest, u32 checksum of the rest
 *   string table: count, then each string (bit 0 of its length: UTF-16 instead of UTF-8)
 *   code object: see writeCode. Numbers are varints; instruction words are aligned to 4 bytes and little-endian.
 */
import type { CodeObject, Constant, ExceptionEntry, StrConstant } from "./code.ts";
import { OPCODES, type OpcodeInfo } from "./opcodes.ts";

export class CodeFormatError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "CodeFormatError";
  }
}

/** Changes with the format; what the opcodes mean is covered by opcodeStamp. */
const VERSION = 1;
const MAGIC = 0x4342524b; // "KRBC"
const HEADER_BYTES = 16;
const MAX_DEPTH = 200;

/** A number that changes when an opcode is added, renumbered or changes its form. */
export const opcodeStamp: () => number = lazy(() => checksum(new TextEncoder().encode(opcodeSummary())));

function opcodeSummary(): string {
  const rows = Object.entries(OPCODES as Record<string, OpcodeInfo>);
  return rows.map(([name, { id, form, caches = 0 }]) => `${name} ${id} ${form} ${caches}`).join();
}

const CONSTANT_TAGS = [
  "none",
  "true",
  "false",
  "ellipsis",
  "int",
  "float",
  "complex",
  "str",
  "bytes",
  "tuple",
  "frozenset",
  "slice",
  "code",
] as const;

const LONE_SURROGATE = /[\ud800-\udfff]/u;

/** FNV-1a over 32-bit steps: finds damage, not malice. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

// -------------------------------------------------------------------------------------------- writing

export function serialiseCode(code: CodeObject): Uint8Array {
  const body = new Writer();
  body.code(code);
  const strings = new Writer();
  strings.varint(body.strings.length);
  for (const value of body.strings) strings.text(value);
  const rest = new Writer();
  rest.varint(strings.length);
  rest.bytes(strings.finish());
  rest.align();
  rest.bytes(body.finish());
  const payload = rest.finish();
  const result = new Uint8Array(HEADER_BYTES + payload.length);
  const view = new DataView(result.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, opcodeStamp() & 0xffff, true);
  view.setUint32(8, payload.length, true);
  view.setUint32(12, checksum(payload), true);
  result.set(payload, HEADER_BYTES);
  return result;
}

class Writer {
  readonly strings: string[] = [];
  length = 0;
  private buffer = new Uint8Array(1024);
  private readonly indices = new Map<string, number>();

  finish(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  private room(bytes: number): void {
    if (this.length + bytes <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.length + bytes));
    larger.set(this.finish());
    this.buffer = larger;
  }

  bytes(bytes: Uint8Array): void {
    this.room(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  align(): void {
    this.room(3);
    while (this.length % 4 !== 0) this.buffer[this.length++] = 0;
  }

  varint(value: number): void {
    this.room(8);
    while (value >= 0x80) {
      this.buffer[this.length++] = (value & 0x7f) | 0x80;
      value = Math.floor(value / 0x80);
    }
    this.buffer[this.length++] = value;
  }

  double(value: number): void {
    this.room(8);
    new DataView(this.buffer.buffer).setFloat64(this.length, value, true);
    this.length += 8;
  }

  text(value: string): void {
    if (!LONE_SURROGATE.test(value)) {
      const encoded = new TextEncoder().encode(value);
      this.varint(encoded.length * 2);
      this.bytes(encoded);
      return;
    }
    const units = new Uint8Array(value.length * 2);
    for (let i = 0; i < value.length; i++) {
      units[i * 2] = value.charCodeAt(i) & 0xff;
      units[i * 2 + 1] = value.charCodeAt(i) >> 8;
    }
    this.varint(units.length * 2 + 1);
    this.bytes(units);
  }

  string(value: string): void {
    let index = this.indices.get(value);
    if (index === undefined) {
      index = this.strings.push(value) - 1;
      this.indices.set(value, index);
    }
    this.varint(index);
  }

  private stringList(values: readonly string[]): void {
    this.varint(values.length);
    for (const value of values) this.string(value);
  }

  private numbers(values: readonly number[]): void {
    this.varint(values.length);
    for (const value of values) this.varint(value);
  }

  code(code: CodeObject): void {
    this.string(code.name);
    this.string(code.qualname);
    this.string(code.filename);
    for (const value of [code.firstLine, code.flags >>> 0, code.argCount, code.posOnlyCount, code.kwOnlyCount]) {
      this.varint(value);
    }
    this.varint(code.regCount);
    this.stringList(code.localNames);
    this.numbers(code.cellLocals);
    this.stringList(code.freeNames);
    this.stringList(code.names);
    this.varint(code.doc ? 1 : 0);
    if (code.doc) this.strConstant(code.doc);
    this.varint(code.consts.length);
    for (const constant of code.consts) this.constant(constant);
    this.varint(code.exceptionTable.length);
    for (const { start, end, handler, firstTemp, excReg } of code.exceptionTable) {
      for (const value of [start, end - start, handler, firstTemp, excReg]) this.varint(value);
    }
    this.varint(code.lineTable.length);
    this.bytes(code.lineTable);
    this.varint(code.words.length);
    this.align();
    this.room(code.words.length * 4);
    const view = new DataView(this.buffer.buffer);
    for (const word of code.words) {
      view.setUint32(this.length, word, true);
      this.length += 4;
    }
  }

  private strConstant(constant: StrConstant): void {
    this.string(constant.value);
    this.varint(constant.points ? 1 : 0);
    if (constant.points) this.numbers(constant.points);
  }

  private constant(constant: Constant): void {
    this.varint(CONSTANT_TAGS.indexOf(constant.type));
    switch (constant.type) {
      case "int":
        this.string(constant.value.toString(36));
        return;
      case "float":
        this.double(constant.value);
        return;
      case "complex":
        this.double(constant.real);
        this.double(constant.imag);
        return;
      case "str":
        this.strConstant(constant);
        return;
      case "bytes":
        this.varint(constant.value.length);
        this.bytes(constant.value);
        return;
      case "tuple":
      case "frozenset":
      case "slice":
        this.varint(constant.items.length);
        for (const item of constant.items) this.constant(item);
        return;
      case "code":
        this.code(constant.code);
        return;
    }
  }
}

// -------------------------------------------------------------------------------------------- reading

/** Throws CodeFormatError for anything that serialiseCode of this version did not write. */
export function deserialiseCode(bytes: Uint8Array): CodeObject {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || view.getUint32(0, true) !== MAGIC) throw new CodeFormatError("not a code file");
  if (view.getUint16(4, true) !== VERSION || view.getUint16(6, true) !== (opcodeStamp() & 0xffff)) {
    throw new CodeFormatError("code of another version");
  }
  const payload = bytes.subarray(HEADER_BYTES);
  if (view.getUint32(8, true) !== payload.length || view.getUint32(12, true) !== checksum(payload)) {
    throw new CodeFormatError("damaged code file");
  }
  const reader = new Reader(payload);
  const length = reader.varint();
  const table = new Reader(reader.take(length));
  const count = table.varint();
  for (let i = 0; i < count; i++) reader.strings.push(table.text());
  reader.align();
  return new Reader(reader.take(payload.length - reader.position), reader.strings).code(0);
}

class Reader {
  readonly strings: string[];
  position = 0;
  private readonly buffer: Uint8Array;
  private readonly view: DataView;

  constructor(buffer: Uint8Array, strings: string[] = []) {
    this.buffer = buffer;
    this.strings = strings;
    this.view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  }

  private fail(): never {
    throw new CodeFormatError("damaged code file");
  }

  take(bytes: number): Uint8Array {
    const end = this.position + bytes;
    if (end > this.buffer.length) this.fail();
    const part = this.buffer.subarray(this.position, end);
    this.position = end;
    return part;
  }

  align(): void {
    this.position = Math.ceil(this.position / 4) * 4;
  }

  varint(): number {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 49; scale *= 0x80) {
      const byte = this.buffer[this.position++];
      if (byte === undefined) this.fail();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
    return this.fail();
  }

  private double(): number {
    const part = this.take(8);
    return this.view.getFloat64(part.byteOffset - this.buffer.byteOffset, true);
  }

  text(): string {
    const length = this.varint();
    const part = this.take(Math.floor(length / 2));
    if (length % 2 === 0) return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(part);
    let value = "";
    for (let i = 0; i + 1 < part.length; i += 2) value += String.fromCharCode(part[i]! | (part[i + 1]! << 8));
    return value;
  }

  private string(): string {
    return this.strings[this.varint()] ?? this.fail();
  }

  private list<T>(read: () => T): T[] {
    const count = this.varint();
    if (count > this.buffer.length) this.fail();
    return Array.from({ length: count }, read);
  }

  code(depth: number): CodeObject {
    if (depth > MAX_DEPTH) this.fail();
    const name = this.string();
    const qualname = this.string();
    const filename = this.string();
    const firstLine = this.varint();
    const flags = this.varint();
    const argCount = this.varint();
    const posOnlyCount = this.varint();
    const kwOnlyCount = this.varint();
    const regCount = this.varint();
    const localNames = this.list(() => this.string());
    const cellLocals = this.list(() => this.varint());
    const freeNames = this.list(() => this.string());
    const names = this.list(() => this.string());
    const doc = this.varint() ? this.strConstant() : null;
    const consts = this.list(() => this.constant(depth));
    const exceptionTable = this.list(() => this.exceptionEntry());
    const lineTable = this.take(this.varint()).slice();
    const wordCount = this.varint();
    this.align();
    const packed = this.take(wordCount * 4);
    const start = packed.byteOffset - this.buffer.byteOffset;
    const words = new Uint32Array(wordCount);
    for (let i = 0; i < wordCount; i++) words[i] = this.view.getUint32(start + i * 4, true);
    return {
      name,
      qualname,
      filename,
      firstLine,
      flags,
      argCount,
      posOnlyCount,
      kwOnlyCount,
      localNames,
      cellLocals,
      freeNames,
      names,
      consts,
      words,
      exceptionTable,
      lineTable,
      regCount,
      doc,
    };
  }

  private exceptionEntry(): ExceptionEntry {
    const start = this.varint();
    const end = start + this.varint();
    return { start, end, handler: this.varint(), firstTemp: this.varint(), excReg: this.varint() };
  }

  private strConstant(): StrConstant {
    const value = this.string();
    const points = this.varint() ? this.list(() => this.varint()) : null;
    return { type: "str", value, points };
  }

  private constant(depth: number): Constant {
    if (depth > MAX_DEPTH) this.fail();
    const type = CONSTANT_TAGS[this.varint()] ?? this.fail();
    switch (type) {
      case "int":
        return { type, value: this.int() };
      case "float":
        return { type, value: this.double() };
      case "complex":
        return { type, real: this.double(), imag: this.double() };
      case "str":
        return this.strConstant();
      case "bytes":
        return { type, value: this.take(this.varint()).slice() };
      case "tuple":
      case "frozenset":
        return { type, items: this.list(() => this.constant(depth + 1)) };
      case "slice": {
        const [start, stop, step] = this.list(() => this.constant(depth + 1));
        return start && stop && step ? { type, items: [start, stop, step] } : this.fail();
      }
      case "code":
        return { type, code: this.code(depth + 1) };
      default:
        return { type };
    }
  }

  /** Base 36 with a sign; a bigint if a number can't hold it exactly. */
  private int(): number | bigint {
    const digits = this.string();
    if (!/^-?[0-9a-z]+$/.test(digits)) this.fail();
    const value = Number.parseInt(digits, 36);
    if (Number.isSafeInteger(value)) return value;
    let big = 0n;
    const negative = digits.startsWith("-");
    for (const digit of negative ? digits.slice(1) : digits) big = big * 36n + BigInt(Number.parseInt(digit, 36));
    return negative ? -big : big;
  }
}
