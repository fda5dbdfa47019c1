/**
 * Code objects as bytes: what the compiler hands to the core, which makes the objects of them (native/core/code_reader.c), and what is kept on disk,
 * behind a digest. The form is Krait's own and changes without notice.
 *
 *   string table: count, then each string: length << 2 | (0, 1, 2: one, two, four bytes a character), its characters, aligned
 *   code object: see Writer.code. Numbers are varints, names and texts places in the table
 */
import type { CodeObject, Constant, StrConstant } from "./code.ts";

/** What is said to be code is not, or is damaged. */
export class CodeFormatError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "CodeFormatError";
  }
}

/** Numbered as in the core's reader. */
const CONSTANT_TAGS = {
  none: 0,
  true: 1,
  false: 2,
  ellipsis: 3,
  int: 4,
  bigInt: 5,
  float: 6,
  complex: 7,
  str: 8,
  bytes: 9,
  tuple: 10,
  frozenset: 11,
  slice: 12,
  code: 13,
  private: 14,
} as const;

const NOT_LATIN1 = /[^\x00-\xff]/;
const SURROGATE = /[\ud800-\udfff]/;

export function serialiseCode(code: CodeObject): Uint8Array {
  const body = new Writer();
  body.code(code);
  const all = new Writer();
  all.varint(body.texts.length);
  for (const text of body.texts) all.text(text);
  all.bytes(body.finish());
  return all.finish();
}

/** A text as JavaScript has it, or, where that could mean several of Python's, its code points. */
type Text = string | readonly number[];

class Writer {
  readonly texts: Text[] = [];
  private length = 0;
  private buffer = Buffer.allocUnsafe(4096);
  private readonly indices = new Map<string, number>();

  finish(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  private room(bytes: number): void {
    if (this.length + bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + bytes));
    larger.set(this.finish());
    this.buffer = larger;
  }

  bytes(bytes: Uint8Array): void {
    this.room(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  private align(bytes: number): void {
    this.room(bytes);
    while (this.length % bytes !== 0) this.buffer[this.length++] = 0;
  }

  /** A number that is not negative and safe. */
  varint(value: number): void {
    this.room(8);
    while (value >= 0x80) {
      this.buffer[this.length++] = (value % 0x80) | 0x80;
      value = Math.floor(value / 0x80);
    }
    this.buffer[this.length++] = value;
  }

  private double(value: number): void {
    this.room(8);
    this.length = this.buffer.writeDoubleLE(value, this.length);
  }

  text(text: Text): void {
    if (typeof text === "string" && !NOT_LATIN1.test(text)) {
      this.varint(text.length * 4);
      this.room(text.length);
      this.length += this.buffer.write(text, this.length, "latin1");
    } else if (typeof text === "string" && !SURROGATE.test(text)) {
      this.varint(text.length * 4 + 1);
      this.align(2);
      this.room(text.length * 2);
      this.length += this.buffer.write(text, this.length, "utf16le");
    } else this.points(typeof text === "string" ? Array.from(text, (c) => c.codePointAt(0) as number) : text);
  }
  private points(points: readonly number[]): void {
    let most = 0;
    for (const point of points) most = Math.max(most, point);
    const kind = most < 0x100 ? 0 : most < 0x10000 ? 1 : 2;
    this.varint(points.length * 4 + kind);
    this.align(1 << kind);
    const Units = ([Uint8Array, Uint16Array, Uint32Array] as const)[kind];
    this.bytes(new Uint8Array(Units.from(points).buffer));
  }

  private string(text: string): void {
    let index = this.indices.get(text);
    if (index === undefined) {
      index = this.texts.push(text) - 1;
      this.indices.set(text, index);
    }
    this.varint(index);
  }

  private strings(values: readonly string[]): void {
    this.varint(values.length);
    for (const value of values) this.string(value);
  }

  code(code: CodeObject): void {
    this.string(code.name);
    this.string(code.qualname);
    this.string(code.filename);
    for (const value of [code.firstLine, code.flags >>> 0, code.argCount, code.posOnlyCount, code.kwOnlyCount]) {
      this.varint(value);
    }
    this.varint(code.regCount);
    this.strings(code.localNames);
    this.varint(code.cellLocals.length);
    this.bytes(new Uint8Array(Uint16Array.from(code.cellLocals).buffer));
    this.strings(code.freeNames);
    this.strings(code.names);
    this.varint(code.doc ? 1 : 0);
    if (code.doc) this.str(code.doc);
    this.varint(code.consts.length);
    for (const constant of code.consts) this.constant(constant);
    this.varint(code.exceptionTable.length);
    for (const { start, end, handler, firstTemp, excReg } of code.exceptionTable) {
      for (const value of [start, end - start, handler, firstTemp, excReg]) this.varint(value);
    }
    this.varint(code.lineTable.length);
    this.bytes(code.lineTable);
    const { buffer, byteOffset, byteLength } = code.words;
    this.varint(byteLength / 8);
    this.bytes(new Uint8Array(buffer, byteOffset, byteLength));
  }

  private str({ value, points }: StrConstant): void {
    if (points === null) this.string(value);
    else this.varint(this.texts.push(points) - 1);
  }

  /** `value` as a bigint has limbs of 32 bits, the lowest first, behind twice their number and a bit for the sign. */
  private int(value: number | bigint): void {
    if (typeof value === "number" && Math.abs(value) < 2 ** 51) {
      this.varint(CONSTANT_TAGS.int);
      this.varint(value < 0 ? -value * 2 - 1 : value * 2);
      return;
    }
    const limbs: number[] = [];
    for (let rest = value < 0 ? -BigInt(value) : BigInt(value); rest > 0n; rest >>= 32n)
      limbs.push(Number(rest & 0xffffffffn));
    this.varint(CONSTANT_TAGS.bigInt);
    this.varint(limbs.length * 2 + (value < 0 ? 1 : 0));
    this.bytes(new Uint8Array(Uint32Array.from(limbs).buffer));
  }

  private constant(constant: Constant): void {
    if (constant.type === "int") return this.int(constant.value);
    this.varint(CONSTANT_TAGS[constant.type]);
    switch (constant.type) {
      case "float":
        this.double(constant.value);
        return;
      case "complex":
        this.double(constant.real);
        this.double(constant.imag);
        return;
      case "str":
        this.str(constant);
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
      case "private":
        this.string(constant.name);
        return;
    }
  }
}
