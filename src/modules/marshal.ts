// The module marshal. Ordinary values have CPython's format (version 5, no back references when writing); code objects are Krait's own bytes
// behind a digest, because only code that the compiler made may reach the interpreter.

import { CodeFormatError, serialiseCode } from "../bytecode/serialise.ts";
import { checksumIn, type Seal, sealed } from "../heap/checksum.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { bigIntOf, complex, complexOf, isInt } from "../heap/numbers.ts";
import { raise, typeError, valueError } from "../heap/py-error.ts";
import { float, isFloat, isSmallInt, type Ref, smallIntOf, type Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import { bytesLike } from "../host/types/text.ts";
import { checkHeadroom } from "../util/headroom.ts";
import { newSlice } from "../vm/code-loader.ts";
import type { Context } from "../vm/context.ts";
import { codeOf } from "../vm/heap-code.ts";
import { def, type Steps } from "../vm/host-call.ts";
import { accessOf } from "./access.ts";
import { sealOfBuild, sealOfProcess, unpackCode } from "./packed-code.ts";

const MAX_DEPTH = 2000;
const VERSION = 5;
/** Values that are their tag. */
const SINGLES: ReadonlyMap<Ref, string> = new Map<Ref, string>([
  [CoreConst.NONE_REF, "N"],
  [CoreConst.TRUE_REF, "T"],
  [CoreConst.FALSE_REF, "F"],
  [CoreConst.ELLIPSIS_REF, "."],
  [CoreConst.EXC_StopIteration, "S"],
]);
const NAMES: ReadonlyMap<string, string> = new Map([
  ["(", "tuple"],
  [")", "tuple"],
  ["[", "list"],
  ["<", "set"],
  [">", "set"],
]);
const OF_TAG: ReadonlyMap<string, Ref> = new Map([...SINGLES].map(([ref, tag]) => [tag, ref]));

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
  head(tag: string, length: number): void {
    this.tag(tag);
    this.long(length);
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
      out.head(interned ? "A" : "a", length);
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
  out.head(heap.u8[ref + Layout.PyStr.interned] !== 0 ? "t" : "u", bytes.length);
  out.raw(Uint8Array.from(bytes));
}

class Writer {
  readonly out = new Output();
  private readonly ctx: Context;
  private readonly allowCode: boolean;
  constructor(ctx: Context, allowCode: boolean) {
    this.ctx = ctx;
    this.allowCode = allowCode;
  }

  /** Little beside the recursion: its frames decide how deep values may be. */
  write(v: Value, depth: number): void {
    if (depth > MAX_DEPTH) throw valueError("object too deeply nested to marshal");
    checkHeadroom(depth);
    const items = this.begin(v);
    if (items === undefined) return;
    for (const item of items) this.write(item, depth + 1);
    if (this.ctx.heap.typeOf(v) === CoreConst.TYPE_DICT) this.out.tag("0");
  }

  /** Writes a scalar, or the head of what consists of the items it gives. */
  private begin(v: Value): readonly Value[] | undefined {
    const { ctx, out } = this;
    const { heap } = ctx;
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
    const single = SINGLES.get(ref);
    if (single !== undefined) {
      out.tag(single);
      return;
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
        writeText(ctx, out, ref);
        return;
      case CoreConst.TYPE_BYTES:
      case CoreConst.TYPE_BYTEARRAY: {
        const bytes = heap.bytesOf(ref);
        out.head("s", bytes.length);
        out.raw(bytes);
        return;
      }
      case CoreConst.TYPE_TUPLE: {
        const items = heap.tupleItems(ref);
        if (items.length < 256) {
          out.tag(")");
          out.byte(items.length);
        } else out.head("(", items.length);
        return items;
      }
      case CoreConst.TYPE_LIST:
        return this.collection("[", heap.listItems(ref));
      case CoreConst.TYPE_SET:
        return this.collection("<", heap.setItems(ref));
      case CoreConst.TYPE_FROZENSET:
        return this.collection(">", heap.setItems(ref));
      case CoreConst.TYPE_DICT:
        out.tag("{");
        return heap.dictEntries(ref).flat();
      case CoreConst.TYPE_SLICE:
        out.tag(":");
        return [Layout.PySlice.start, Layout.PySlice.stop, Layout.PySlice.step].map((offset) =>
          heap.peekValue(ref + offset),
        );
      case CoreConst.TYPE_CODE: {
        if (!this.allowCode) throw valueError("marshalling code objects is disallowed");
        const packed = sealed(serialiseCode(codeOf(heap, ref)), sealFor(this.ctx));
        out.head("c", packed.length);
        out.raw(packed);
        return;
      }
    }
    throw valueError("unmarshallable object");
  }

  private collection(tag: string, items: readonly Value[]): readonly Value[] {
    this.out.head(tag, items.length);
    return items;
  }
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
  out.head("l", n < 0n ? -digits.length : digits.length);
  for (const digit of digits) {
    out.byte(digit);
    out.byte(digit >> 8);
  }
}

const FLAG_REF = 0x80;
const NULL_ITEM = Symbol("end of dict");

/** What is being read. */
interface Collection {
  readonly tag: string;
  /** Where back references find it; -1: nowhere. */
  readonly place: number;
  /** -1: until the end is marked (dicts: keys and values take turns). */
  readonly count: number;
  readonly items: Value[];
  /** What may contain itself is there before its items. */
  readonly made?: Ref;
}

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
  /** The next value. Collections are filled in a loop, not by recursion: only MAX_DEPTH says how deep they may be. */
  read(): Value {
    const open: Collection[] = [];
    for (;;) {
      if (open.length > MAX_DEPTH) throw valueError("recursion limit exceeded");
      let v = this.next(open);
      while (v !== undefined) {
        const inner = open.at(-1);
        const endsDict = v === NULL_ITEM && inner?.tag === "{";
        if (v === NULL_ITEM && !endsDict)
          throw typeError(`NULL object in marshal data for ${NAMES.get(inner?.tag ?? "") ?? "object"}`);
        if (inner === undefined) return v as Value;
        if (v !== NULL_ITEM) inner.items.push(v);
        v = endsDict || inner.items.length === inner.count ? this.close(open.pop() as Collection) : undefined;
      }
    }
  }

  /** The next scalar or empty collection; undefined: a collection was opened. */
  private next(open: Collection[]): Value | typeof NULL_ITEM | undefined {
    if (this.at >= this.bytes.length) throw raise("EOFError", "EOF read where object expected");
    const head = this.byte();
    const tag = String.fromCharCode(head & ~FLAG_REF);
    if (tag === "0") return NULL_ITEM;
    const place = (head & FLAG_REF) !== 0 ? this.refs.push(undefined) - 1 : -1;
    const v = this.scalar(tag);
    if (v === undefined) {
      const collection = this.collection(tag, place);
      if (collection.count === 0) return this.close(collection);
      open.push(collection);
    } else if (place >= 0) this.refs[place] = v;
    return v;
  }

  private collection(tag: string, place: number): Collection {
    const { ctx } = this;
    switch (tag) {
      case ")":
        return { tag, place, count: this.byte(), items: [] };
      case "(":
        return { tag, place, count: this.size("tuple"), items: [] };
      case "[": {
        const collection = { tag, place, count: this.size("list"), items: [], made: ctx.list([]) };
        if (place >= 0) this.refs[place] = collection.made;
        return collection;
      }
      case "<":
      case ">":
        return { tag, place, count: this.size("set"), items: [] };
      case "{": {
        const made = ctx.heap.dict();
        if (place >= 0) this.refs[place] = made;
        return { tag, place, count: -1, items: [], made };
      }
      case ":":
        return { tag, place, count: 3, items: [] };
    }
    throw valueError("bad marshal data (unknown type code)");
  }

  private close({ tag, place, items, made }: Collection): Value {
    const { heap } = this.ctx;
    if (tag === "[") for (const item of items) heap.listAppend(made as Ref, item);
    if (tag === "{")
      for (let i = 0; i + 1 < items.length; i += 2) heap.dictSet(made as Ref, items[i] as Value, items[i + 1] as Value);
    const v = made ?? this.sealed(tag, items);
    if (place >= 0) this.refs[place] = v;
    return v;
  }

  private sealed(tag: string, items: Value[]): Value {
    const { heap } = this.ctx;
    if (tag === "<") return heap.set(items);
    if (tag === ">") return heap.set(items, CoreConst.TYPE_FROZENSET);
    if (tag === ":") return newSlice(heap, ...(items as [Value, Value, Value]));
    return this.ctx.tuple(items);
  }

  private scalar(tag: string): Value | undefined {
    const { ctx } = this;
    const { heap } = ctx;
    const single = OF_TAG.get(tag);
    if (single !== undefined) return single;
    switch (tag) {
      case "i":
        return ctx.int(this.long());
      case "I":
        return ctx.int(this.view.getBigInt64(this.take(8), true));
      case "l":
        return this.longInt();
      case "f":
        return float(this.numberText());
      case "g":
        return float(this.double());
      case "x":
        return complex(heap, this.numberText(), this.numberText());
      case "y":
        return complex(heap, this.double(), this.double());
      case "s":
        return heap.newBytes(this.raw(this.size("bytes object")).slice());
      case "a":
      case "u":
        return this.text(this.raw(this.size("string")));
      case "A":
      case "t":
        return this.interned(this.text(this.raw(this.size("string"))));
      case "z":
        return this.text(this.raw(this.byte()));
      case "Z":
        return this.interned(this.text(this.raw(this.byte())));
      case "r": {
        const found = this.refs[this.long()];
        if (found === undefined) throw valueError("bad marshal data (invalid reference)");
        return found;
      }
      case "c":
        return this.code();
    }
    return undefined;
  }

  private longInt(): Value {
    const count = this.long();
    let n = 0n;
    const words = Math.abs(count);
    const at = this.take(words * 2);
    for (let i = words - 1; i >= 0; i--) {
      const digit = this.view.getUint16(at + i * 2, true);
      if (digit > 0x7fff) throw valueError("bad marshal data (digit out of range in long)");
      n = (n << 15n) | BigInt(digit);
    }
    return this.ctx.int(count < 0 ? -n : n);
  }

  private numberText(): number {
    return Number(Buffer.from(this.raw(this.byte())).toString("latin1"));
  }

  private text(bytes: Uint8Array): Ref {
    return this.ctx.heap.strOfPoints(decodeUtf8(bytes));
  }

  private interned(text: Ref): Ref {
    const { heap } = this.ctx;
    return heap.hold(heap.core.strIntern(text));
  }

  private code(): Value {
    if (!this.allowCode) throw valueError("unmarshalling code objects is disallowed");
    const packed = this.raw(this.size("code"));
    try {
      return this.ctx.machine.loadCode(unpackCode(packed, sealFor(this.ctx)));
    } catch (error) {
      if (error instanceof CodeFormatError) throw valueError("bad marshal data (code is not of this version of krait)");
      throw error;
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
        const writer = new Writer(ctx, yield* isAllowed(ctx, allow));
        writer.write(v, 0);
        return ctx.heap.newBytes(writer.out.finish());
      },
      "Return the bytes object that would be written to a file by dump(value, file).",
    ),
    dump: def(
      "(value, file, version=5, /, *, allow_code=True)",
      function* (ctx, v: Value, file: Value, version?: Value, allow?: Value): Steps {
        yield* checkVersion(ctx, version);
        const writer = new Writer(ctx, yield* isAllowed(ctx, allow));
        writer.write(v, 0);
        return yield* ctx.callMethod(file, "write", [ctx.heap.newBytes(writer.out.finish())]);
      },
      "Write the value on the open file.",
    ),
    loads: def(
      "(bytes, /, *, allow_code=True)",
      function* (ctx, v: Value, allow?: Value): Steps {
        const bytes = yield* bytesLike(ctx, v);
        return new Input(ctx, ctx.heap.bytesOf(bytes), yield* isAllowed(ctx, allow)).read();
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
        const result = input.read();
        yield* ctx.callMethod(file, "seek", [yield* ctx.binary("add", start, ctx.int(input.at))]);
        return result;
      },
      "Read one value from the open file and return it.",
    ),
  },
});

/** A program with files keeps its modules' code in them (importlib). */
function sealFor(ctx: Context): Seal {
  return accessOf(ctx).files ? sealOfBuild(checksumIn(ctx.heap)) : sealOfProcess;
}
