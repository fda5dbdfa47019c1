// The module marshal. Ordinary values have CPython's format (version 5, no back references when writing); code objects are Krait's own bytes
// behind a digest, because only code that the compiler made may reach the interpreter.

import { CodeFormatError, deserialiseCode, serialiseCode } from "../bytecode/serialise.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { bigIntOf, complex, complexOf, isInt } from "../heap/numbers.ts";
import { raise, typeError, valueError } from "../heap/py-error.ts";
import { float, isFloat, isSmallInt, type Ref, smallIntOf, type Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import { bytesLike } from "../host/types/text.ts";
import { checkHeadroom } from "../util/headroom.ts";
import { newSlice } from "../vm/code-loader.ts";
import type { Context } from "../vm/context.ts";
import { def, type Steps } from "../vm/host-call.ts";
import { codeOf } from "./heap-code.ts";
import { packCode, unpackCode } from "./packed-code.ts";

const MAX_DEPTH = 2000;
const VERSION = 5;

class Output {
  private readonly parts: number[] = [];
  private readonly chunks: Uint8Array[] = [];
  byte(n: number): void {
    this.parts.push(n & 0xff);
  }
  tag(c: string): void {
    this.parts.push(c.charCodeAt(0));
  }
  long(n: number): void {
    this.parts.push(n & 0xff, (n >> 8) & 0xff, (n >> 16) & 0xff, (n >>> 24) & 0xff);
  }
  double(n: number): void {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setFloat64(0, n, true);
    this.raw(bytes);
  }
  raw(bytes: Uint8Array): void {
    this.chunks.push(Uint8Array.from(this.parts), bytes);
    this.parts.length = 0;
  }
  finish(): Uint8Array {
    return Buffer.concat([...this.chunks, Uint8Array.from(this.parts)]);
  }
}

function writeText(ctx: Context, out: Output, ref: Ref): void {
  const { heap } = ctx;
  const length = heap.strLength(ref);
  const points = heap.codePoints(ref);
  if (points.every((point) => point < 128)) {
    const interned = heap.u8[ref + Layout.PyStr.interned] !== 0;
    if (length < 256) {
      out.tag(interned ? "Z" : "z");
      out.byte(length);
    } else {
      out.tag(interned ? "A" : "a");
      out.long(length);
    }
    out.raw(Uint8Array.from(points));
    return;
  }
  // UTF-8 with surrogates passed through, as CPython writes it.
  const bytes: number[] = [];
  for (const c of points) {
    if (c < 0x80) bytes.push(c);
    else if (c < 0x800) bytes.push(0xc0 | (c >> 6), 0x80 | (c & 63));
    else if (c < 0x10000) bytes.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    else bytes.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
  }
  out.tag(heap.u8[ref + Layout.PyStr.interned] !== 0 ? "t" : "u");
  out.long(bytes.length);
  out.raw(Uint8Array.from(bytes));
}

function writeValue(ctx: Context, out: Output, v: Value, depth: number, allowCode: boolean): void {
  const { heap } = ctx;
  if (depth > MAX_DEPTH) throw valueError("object too deeply nested to marshal");
  checkHeadroom(depth);
  if (isFloat(v)) {
    out.tag("g");
    out.double(v.value);
    return;
  }
  if (isSmallInt(v) || heap.typeOf(v) === CoreConst.TYPE_INT) {
    writeInt(ctx, out, v);
    return;
  }
  const ref = v as Ref;
  const items = (tag: string, values: readonly Value[], small?: string): void => {
    if (small !== undefined && values.length < 256) {
      out.tag(small);
      out.byte(values.length);
    } else {
      out.tag(tag);
      out.long(values.length);
    }
    for (const item of values) writeValue(ctx, out, item, depth + 1, allowCode);
  };
  switch (ref) {
    case CoreConst.NONE_REF:
      return out.tag("N");
    case CoreConst.TRUE_REF:
      return out.tag("T");
    case CoreConst.FALSE_REF:
      return out.tag("F");
    case CoreConst.ELLIPSIS_REF:
      return out.tag(".");
    case CoreConst.EXC_StopIteration:
      return out.tag("S");
  }
  switch (heap.typeOf(ref)) {
    case CoreConst.TYPE_COMPLEX: {
      const { real, imag } = complexOf(heap, ref);
      out.tag("y");
      out.double(real);
      out.double(imag);
      return;
    }
    case CoreConst.TYPE_STR:
      return writeText(ctx, out, ref);
    case CoreConst.TYPE_BYTES:
    case CoreConst.TYPE_BYTEARRAY: {
      const bytes = heap.bytesOf(ref);
      out.tag("s");
      out.long(bytes.length);
      out.raw(bytes);
      return;
    }
    case CoreConst.TYPE_TUPLE:
      return items("(", heap.tupleItems(ref), ")");
    case CoreConst.TYPE_LIST:
      return items("[", heap.listItems(ref));
    case CoreConst.TYPE_SET:
      return items("<", heap.setItems(ref));
    case CoreConst.TYPE_FROZENSET:
      return items(">", heap.setItems(ref));
    case CoreConst.TYPE_DICT:
      out.tag("{");
      for (const [key, value] of heap.dictEntries(ref)) {
        writeValue(ctx, out, key, depth + 1, allowCode);
        writeValue(ctx, out, value, depth + 1, allowCode);
      }
      return out.tag("0");
    case CoreConst.TYPE_SLICE:
      out.tag(":");
      for (const offset of [Layout.PySlice.start, Layout.PySlice.stop, Layout.PySlice.step])
        writeValue(ctx, out, heap.peekValue(ref + offset), depth + 1, allowCode);
      return;
    case CoreConst.TYPE_CODE: {
      if (!allowCode) throw valueError("marshalling code objects is disallowed");
      const packed = packCode(serialiseCode(codeOf(heap, ref)));
      out.tag("c");
      out.long(packed.length);
      out.raw(packed);
      return;
    }
  }
  throw valueError("unmarshallable object");
}

function writeInt(ctx: Context, out: Output, v: Value): void {
  if (isSmallInt(v)) {
    const n = smallIntOf(v);
    if (n >= -0x80000000 && n <= 0x7fffffff) {
      out.tag("i");
      out.long(n);
      return;
    }
  }
  const n = bigIntOf(ctx.heap, v);
  const digits: number[] = [];
  for (let rest = n < 0n ? -n : n; rest > 0n; rest >>= 15n) digits.push(Number(rest & 0x7fffn));
  out.tag("l");
  out.long(n < 0n ? -digits.length : digits.length);
  for (const digit of digits) {
    out.byte(digit);
    out.byte(digit >> 8);
  }
}

const FLAG_REF = 0x80;
const NULL_ITEM = Symbol("end of dict");

class Input {
  readonly ctx: Context;
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly allowCode: boolean;
  readonly refs: (Value | undefined)[] = [];
  at = 0;

  constructor(ctx: Context, bytes: Uint8Array, allowCode: boolean) {
    this.ctx = ctx;
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.allowCode = allowCode;
  }
  take(count: number): number {
    if (count < 0 || count > this.bytes.length - this.at) throw raise("EOFError", "marshal data too short");
    const at = this.at;
    this.at += count;
    return at;
  }
  byte(): number {
    return this.bytes[this.take(1)] as number;
  }
  long(): number {
    return this.view.getInt32(this.take(4), true);
  }
  size(what: string): number {
    const n = this.long();
    if (n < 0) throw valueError(`bad marshal data (${what} size out of range)`);
    return n;
  }
  raw(count: number): Uint8Array {
    const at = this.take(count);
    return this.bytes.subarray(at, at + count);
  }
  double(): number {
    return this.view.getFloat64(this.take(8), true);
  }
  item(depth: number): Value {
    const v = this.value(depth);
    if (v === NULL_ITEM) throw typeError("NULL object in marshal data for object");
    return v;
  }
  items(count: number, depth: number): Value[] {
    if (count > this.bytes.length - this.at) throw raise("EOFError", "marshal data too short");
    const items: Value[] = [];
    for (let i = 0; i < count; i++) items.push(this.item(depth + 1));
    return items;
  }

  value(depth: number): Value | typeof NULL_ITEM {
    const { ctx } = this;
    const { heap } = ctx;
    if (this.at >= this.bytes.length) throw raise("EOFError", "EOF read where object expected");
    if (depth > MAX_DEPTH) throw valueError("recursion limit exceeded");
    checkHeadroom(depth);
    const head = this.byte();
    const isRef = (head & FLAG_REF) !== 0;
    const place = isRef ? this.refs.push(undefined) - 1 : -1;
    const keep = (v: Value): Value => {
      if (place >= 0) this.refs[place] = v;
      return v;
    };
    const text = (bytes: Uint8Array, interned: boolean): Value => {
      const points = decodeUtf8(bytes);
      const str = heap.strOfPoints(points);
      return keep(interned ? heap.hold(heap.core.strIntern(str)) : str);
    };
    switch (String.fromCharCode(head & ~FLAG_REF)) {
      case "0":
        return NULL_ITEM;
      case "N":
        return CoreConst.NONE_REF;
      case "T":
        return CoreConst.TRUE_REF;
      case "F":
        return CoreConst.FALSE_REF;
      case "S":
        return CoreConst.EXC_StopIteration;
      case ".":
        return CoreConst.ELLIPSIS_REF;
      case "i":
        return keep(ctx.int(this.long()));
      case "I":
        return keep(ctx.int(this.view.getBigInt64(this.take(8), true)));
      case "l": {
        const count = this.long();
        let n = 0n;
        const words = Math.abs(count);
        const at = this.take(words * 2);
        for (let i = words - 1; i >= 0; i--) {
          const digit = this.view.getUint16(at + i * 2, true);
          if (digit > 0x7fff) throw valueError("bad marshal data (digit out of range in long)");
          n = (n << 15n) | BigInt(digit);
        }
        return keep(ctx.int(count < 0 ? -n : n));
      }
      case "f":
        return keep(float(Number(Buffer.from(this.raw(this.byte())).toString("latin1"))));
      case "g":
        return keep(float(this.double()));
      case "x":
        return keep(
          complex(
            heap,
            Number(Buffer.from(this.raw(this.byte())).toString()),
            Number(Buffer.from(this.raw(this.byte())).toString()),
          ),
        );
      case "y":
        return keep(complex(heap, this.double(), this.double()));
      case "s":
        return keep(heap.newBytes(this.raw(this.size("bytes object")).slice()));
      case "a":
        return text(this.raw(this.size("string")), false);
      case "A":
        return text(this.raw(this.size("string")), true);
      case "z":
        return text(this.raw(this.byte()), false);
      case "Z":
        return text(this.raw(this.byte()), true);
      case "u":
        return text(this.raw(this.size("string")), false);
      case "t":
        return text(this.raw(this.size("string")), true);
      case ")":
        return keep(ctx.tuple(this.items(this.byte(), depth)));
      case "(":
        return keep(ctx.tuple(this.items(this.size("tuple"), depth)));
      case "[": {
        const count = this.size("list");
        const list = ctx.list([]);
        keep(list);
        for (const item of this.items(count, depth)) heap.listAppend(list, item);
        return list;
      }
      case "<":
        return keep(heap.set(this.items(this.size("set"), depth)));
      case ">":
        return keep(heap.set(this.items(this.size("set"), depth), CoreConst.TYPE_FROZENSET));
      case "{": {
        const dict = heap.dict();
        keep(dict);
        for (;;) {
          const key = this.value(depth + 1);
          if (key === NULL_ITEM) return dict;
          heap.dictSet(dict, key, this.item(depth + 1));
        }
      }
      case ":":
        return keep(newSlice(heap, this.item(depth + 1), this.item(depth + 1), this.item(depth + 1)));
      case "r": {
        const found = this.refs[this.long()];
        if (found === undefined) throw valueError("bad marshal data (invalid reference)");
        return found;
      }
      case "c": {
        if (!this.allowCode) throw valueError("unmarshalling code objects is disallowed");
        const packed = this.raw(this.size("code"));
        try {
          return keep(ctx.machine.loadCode(deserialiseCode(unpackCode(packed))));
        } catch (error) {
          if (error instanceof CodeFormatError)
            throw valueError("bad marshal data (code is not of this version of krait)");
          throw error;
        }
      }
      default:
        throw valueError("bad marshal data (unknown type code)");
    }
  }
}

function decodeUtf8(bytes: Uint8Array): number[] {
  const points: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const c = bytes[i] as number;
    const length = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
    let point = length === 1 ? c : c & (0xff >> (length + 1));
    for (let k = 1; k < length; k++) point = (point << 6) | ((bytes[i + k] ?? 0) & 63);
    if (point > 0x10ffff) throw valueError("bad marshal data (invalid text)");
    points.push(point);
    i += length;
  }
  return points;
}

function* isAllowed(ctx: Context, v: Value | undefined): Steps<boolean> {
  return v === undefined || (yield* ctx.truth(v));
}

function* checkVersion(ctx: Context, v: Value | undefined): Steps<void> {
  if (v !== undefined && !isInt(ctx.heap, v)) yield* ctx.index(v);
}

export const marshalModule = defineModule("marshal", {
  doc: "This module contains functions that can read and write Python values in\na binary format.",
  constants: { version: (ctx) => ctx.int(VERSION) },
  functions: {
    dumps: def(
      "(value, version=5, /, *, allow_code=True)",
      function* (ctx, v: Value, version?: Value, allow?: Value): Steps {
        yield* checkVersion(ctx, version);
        const out = new Output();
        writeValue(ctx, out, v, 0, yield* isAllowed(ctx, allow));
        return ctx.heap.newBytes(out.finish());
      },
      "Return the bytes object that would be written to a file by dump(value, file).",
    ),
    dump: def(
      "(value, file, version=5, /, *, allow_code=True)",
      function* (ctx, v: Value, file: Value, version?: Value, allow?: Value): Steps {
        yield* checkVersion(ctx, version);
        const out = new Output();
        writeValue(ctx, out, v, 0, yield* isAllowed(ctx, allow));
        return yield* ctx.callMethod(file, "write", [ctx.heap.newBytes(out.finish())]);
      },
      "Write the value on the open file.",
    ),
    loads: def(
      "(bytes, /, *, allow_code=True)",
      function* (ctx, v: Value, allow?: Value): Steps {
        const bytes = yield* bytesLike(ctx, v);
        return new Input(ctx, ctx.heap.bytesOf(bytes), yield* isAllowed(ctx, allow)).item(0);
      },
      "Convert the bytes-like object to a value.",
    ),
    load: def(
      "(file, /, *, allow_code=True)",
      function* (ctx, file: Value, allow?: Value): Steps {
        const start = yield* ctx.callMethod(file, "tell");
        const data = yield* ctx.callMethod(file, "read");
        if (!ctx.heap.isInstance(data, CoreConst.TYPE_BYTES))
          throw typeError(`file.read() returned not bytes but ${ctx.typeName(data)}`);
        const input = new Input(ctx, ctx.heap.bytesOf(data as Ref), yield* isAllowed(ctx, allow));
        const result = input.item(0);
        yield* ctx.callMethod(file, "seek", [yield* ctx.binary("add", start, ctx.int(input.at))]);
        return result;
      },
      "Read one value from the open file and return it.",
    ),
  },
});
