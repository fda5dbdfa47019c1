// The module _struct: bytes to and from numbers by a format. Formats are taken apart once and remembered.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { bigIntOf, complex, complexOf, doubleOf, isComplex, isFloatObject, isInt } from "../heap/numbers.ts";
import { PyError, raise, typeError } from "../heap/py-error.ts";
import { EMPTY, float, isSmallInt, type Ref, smallIntOf, type Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import { bytesLike } from "../host/types/text.ts";
import { lazy } from "../util/lazy.ts";
import type { Context } from "../vm/context.ts";
import { def, type Steps } from "../vm/host-call.ts";
import { pythonSource } from "./python-source.ts";

interface Kind {
  readonly size: number;
  /** Alignment in native mode. */
  readonly align: number;
  readonly signed?: boolean;
  readonly isInt?: boolean;
}

const int = (size: number, signed: boolean): Kind => ({ size, align: size, signed, isInt: true });
const other = (size: number, align = size): Kind => ({ size, align });
const COMMON: Readonly<Record<string, Kind>> = {
  x: other(1), b: int(1, true), B: int(1, false), c: other(1), "?": other(1), h: int(2, true), H: int(2, false), i: int(4, true), I: int(4, false),
  q: int(8, true), Q: int(8, false), e: other(2), f: other(4), d: other(8), s: other(1), p: other(1), F: other(8, 4), D: other(16, 8),
}; // biome-ignore format: a table
const STANDARD: Readonly<Record<string, Kind>> = { ...COMMON, l: int(4, true), L: int(4, false) };
const NATIVE: Readonly<Record<string, Kind>> = {
  ...COMMON,
  l: int(8, true),
  L: int(8, false),
  n: int(8, true),
  N: int(8, false),
  P: int(8, false),
};

interface Field {
  readonly code: string;
  readonly kind: Kind;
  readonly offset: number;
  /** Length of a string field; else 1. */
  readonly count: number;
}
interface Format {
  readonly itemCount: number;
  /** Made when they are used: calcsize() takes any repeat count. */
  readonly fields: () => readonly Field[];
  readonly size: number;
  readonly little: boolean;
  readonly native: boolean;
}

function structError(ctx: Context, message: string): PyError {
  const type = ctx.machine.moduleGlobal("_struct", "error");
  return type === EMPTY ? raise("ValueError", message) : new PyError(type as Ref, [message]);
}

const formats = new Map<string, Format>();
const MOST_FORMATS = 256;
const TOO_LONG = 0x7fffffffffff;

function formatOf(ctx: Context, text: string): Format {
  let found = formats.get(text);
  if (found === undefined) {
    found = parse(ctx, text);
    if (formats.size >= MOST_FORMATS) formats.clear();
    formats.set(text, found);
  }
  return found;
}

function parse(ctx: Context, text: string): Format {
  if (text.includes("\0")) throw structError(ctx, "embedded null character");
  const prefix = text[0] ?? "";
  const hasPrefix = prefix !== "" && "@=<>!".includes(prefix);
  const native = !hasPrefix || prefix === "@";
  const kinds = native ? NATIVE : STANDARD;
  const runs: { first: Field; repeat: number }[] = [];
  let size = 0;
  for (let at = hasPrefix ? 1 : 0; at < text.length; at++) {
    let c = text[at] as string;
    if (/\s/.test(c)) continue;
    let count = 1;
    if (c >= "0" && c <= "9") {
      let digits = "";
      while (at < text.length && (c = text[at] as string) >= "0" && c <= "9") {
        digits += c;
        at++;
      }
      if (at >= text.length) throw structError(ctx, "repeat count given without format specifier");
      count = Number(digits);
      c = text[at] as string;
    }
    const kind = Object.hasOwn(kinds, c) ? kinds[c] : undefined;
    if (kind === undefined) throw structError(ctx, "bad char in struct format");
    if (native && kind.align > 1) size = Math.ceil(size / kind.align) * kind.align;
    if (size + kind.size * count > TOO_LONG) throw structError(ctx, "total struct size too long");
    const isText = c === "s" || c === "p";
    if (c !== "x")
      runs.push({ first: { code: c, kind, offset: size, count: isText ? count : 1 }, repeat: isText ? 1 : count });
    size += kind.size * count;
  }
  return {
    itemCount: runs.reduce((sum, { repeat }) => sum + repeat, 0),
    fields: lazy(() => runs.flatMap(({ first, repeat }) => repeated(first, repeat))),
    size,
    little: prefix !== ">" && prefix !== "!",
    native,
  };
}

function repeated(first: Field, repeat: number): Field[] {
  return Array.from({ length: repeat }, (_, i) => ({ ...first, offset: first.offset + i * first.kind.size }));
}

/** Half precision: 1 sign, 5 exponent, 10 fraction bits; ties to even. undefined: too large. */
export function halfBits(x: number): number | undefined {
  const sign = x < 0 || Object.is(x, -0) ? 0x8000 : 0;
  const a = Math.abs(x);
  if (Number.isNaN(x)) return 0x7e00;
  if (a === Number.POSITIVE_INFINITY) return sign | 0x7c00;
  if (a < 2 ** -14) return sign | roundEven(a * 2 ** 24);
  const exponent = Math.floor(Math.log2(a));
  const e = a >= 2 ** (exponent + 1) ? exponent + 1 : a < 2 ** exponent ? exponent - 1 : exponent;
  const fraction = roundEven((a / 2 ** e - 1) * 1024);
  const bits = ((e + 15) << 10) + fraction;
  return bits >= 0x7c00 ? undefined : sign | bits;
}
function roundEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}
export function halfValue(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

function* realOf(ctx: Context, v: Value): Steps<number> {
  const { heap } = ctx;
  if (isFloatObject(heap, v)) return doubleOf(heap, v);
  if (isInt(heap, v)) {
    const n = Number(bigIntOf(heap, v));
    if (!Number.isFinite(n)) throw raise("OverflowError", "int too large to convert to float");
    return n;
  }
  for (const special of [CoreConst.SPECIAL_float, CoreConst.SPECIAL_index]) {
    const result = yield* ctx.callSpecial(special, v);
    if (result !== undefined)
      return isFloatObject(heap, result) ? doubleOf(heap, result) : Number(bigIntOf(heap, result));
  }
  throw structError(ctx, "required argument is not a float");
}

function putFloat(view: DataView, at: number, code: string, x: number, format: Format): void {
  if (code === "e") {
    const bits = halfBits(x);
    if (bits === undefined) throw raise("OverflowError", "float too large to pack with e format");
    view.setUint16(at, bits, format.little);
  } else if (code === "f") {
    if (!format.native && Number.isFinite(x) && !Number.isFinite(Math.fround(x)))
      throw raise("OverflowError", "float too large to pack with f format");
    view.setFloat32(at, x, format.little);
  } else view.setFloat64(at, x, format.little);
}

function* packInto(ctx: Context, format: Format, items: readonly Value[], target: Uint8Array): Steps<void> {
  const { heap } = ctx;
  const view = new DataView(target.buffer, target.byteOffset, target.byteLength);
  for (const [i, field] of format.fields().entries()) {
    const v = items[i] as Value;
    const { code, kind, offset } = field;
    if (kind.isInt) {
      let n: bigint | number;
      if (isSmallInt(v)) n = smallIntOf(v);
      else if (isInt(heap, v)) n = bigIntOf(heap, v);
      else {
        const index = yield* ctx.callSpecial(CoreConst.SPECIAL_index, v);
        if (index === undefined) throw structError(ctx, "required argument is not an integer");
        n = bigIntOf(heap, index);
      }
      const bits = BigInt(kind.size * 8);
      const low = kind.signed ? -(1n << (bits - 1n)) : 0n;
      const high = kind.signed ? (1n << (bits - 1n)) - 1n : (1n << bits) - 1n;
      if (code === "P") {
        if (n > high || n < -(1n << 63n)) throw structError(ctx, "int too large to convert");
      } else if (n < low || n > high) throw structError(ctx, `'${code}' format requires ${low} <= number <= ${high}`);
      if (kind.size === 8) view.setBigUint64(offset, BigInt.asUintN(64, BigInt(n)), format.little);
      else if (kind.size === 4) view.setUint32(offset, Number(n), format.little);
      else if (kind.size === 2) view.setUint16(offset, Number(n), format.little);
      else view.setUint8(offset, Number(n));
      continue;
    }
    switch (code) {
      case "?":
        target[offset] = (yield* ctx.truth(v)) ? 1 : 0;
        break;
      case "c": {
        const bytes = heap.isInstance(v, CoreConst.TYPE_BYTES) ? heap.bytesOf(v as Ref) : undefined;
        if (bytes?.length !== 1) throw structError(ctx, "char format requires a bytes object of length 1");
        target[offset] = bytes[0] as number;
        break;
      }
      case "s":
      case "p": {
        if (!heap.isInstance(v, CoreConst.TYPE_BYTES) && !heap.isInstance(v, CoreConst.TYPE_BYTEARRAY))
          throw structError(ctx, `argument for '${code}' must be a bytes object`);
        const bytes = heap.bytesOf(v as Ref);
        if (code === "s") target.set(bytes.subarray(0, field.count), offset);
        else if (field.count > 0) {
          const part = bytes.subarray(0, field.count - 1);
          target[offset] = Math.min(part.length, 255);
          target.set(part, offset + 1);
        }
        break;
      }
      case "F":
      case "D": {
        const z = isComplex(heap, v) ? complexOf(heap, v) : { real: yield* complexPart(ctx, v), imag: 0 };
        const one = code === "F" ? "f" : "d";
        putFloat(view, offset, one, z.real, format);
        putFloat(view, offset + kind.size / 2, one, z.imag, format);
        break;
      }
      default:
        putFloat(view, offset, code, yield* realOf(ctx, v), format);
    }
  }
}

function* complexPart(ctx: Context, v: Value): Steps<number> {
  try {
    return yield* realOf(ctx, v);
  } catch (error) {
    if (ctx.matches(error, CoreConst.EXC_Exception)) throw structError(ctx, "required argument is not a complex");
    throw error;
  }
}

function unpackFrom(ctx: Context, format: Format, bytes: Uint8Array): Ref {
  const { heap } = ctx;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { little } = format;
  const items = format.fields().map(({ code, kind, offset, count }): Value => {
    if (kind.isInt) {
      switch (kind.size) {
        case 1:
          return ctx.int(kind.signed ? view.getInt8(offset) : view.getUint8(offset));
        case 2:
          return ctx.int(kind.signed ? view.getInt16(offset, little) : view.getUint16(offset, little));
        case 4:
          return ctx.int(kind.signed ? view.getInt32(offset, little) : view.getUint32(offset, little));
        default:
          return ctx.int(kind.signed ? view.getBigInt64(offset, little) : view.getBigUint64(offset, little));
      }
    }
    switch (code) {
      case "?":
        return ctx.bool(bytes[offset] !== 0);
      case "c":
        return heap.newBytes(bytes.slice(offset, offset + 1));
      case "s":
        return heap.newBytes(bytes.slice(offset, offset + count));
      case "p": {
        const length = count === 0 ? 0 : Math.min(bytes[offset] as number, count - 1);
        return heap.newBytes(bytes.slice(offset + 1, offset + 1 + length));
      }
      case "e":
        return float(halfValue(view.getUint16(offset, little)));
      case "f":
        return float(view.getFloat32(offset, little));
      case "F":
        return complex(heap, view.getFloat32(offset, little), view.getFloat32(offset + 4, little));
      case "D":
        return complex(heap, view.getFloat64(offset, little), view.getFloat64(offset + 8, little));
      default:
        return float(view.getFloat64(offset, little));
    }
  });
  return ctx.tuple(items);
}

/** What the core packs and unpacks by (native/core/struct.c, StructLayout). */
function layoutOf({ fields: made, size, little, native }: Format): Uint8Array {
  const fields = made();
  const bytes = new Uint8Array(8 + 12 * fields.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, size, true);
  view.setUint32(4, fields.length, true);
  for (const [i, { code, kind, offset, count }] of fields.entries()) {
    const at = 8 + 12 * i;
    bytes[at] = code.charCodeAt(0);
    bytes[at + 1] = kind.size;
    bytes[at + 2] = (kind.signed ? 1 : 0) | (kind.isInt ? 2 : 0) | (little ? 0 : 4) | (native ? 8 : 0);
    view.setUint32(at + 4, offset, true);
    view.setUint32(at + 8, count, true);
  }
  return bytes;
}
const MOST_LAYOUT_FIELDS = 4096;
const MOST_LAYOUT_BYTES = 2 ** 30;

const textOf = (ctx: Context, v: Value) => ctx.heap.text(v as Ref);

export const structModule = defineModule("_struct", {
  doc: "Functions to convert between Python values and C structs.",
  functions: {
    /** (size, number of items) */
    _measure: def("(format, /)", (ctx, v: Value) => {
      const format = formatOf(ctx, textOf(ctx, v));
      return ctx.tuple([ctx.int(format.size), ctx.int(format.itemCount)]);
    }),
    /** For the core; None: too large for it. */
    _layout: def("(format, /)", (ctx, v: Value) => {
      const format = formatOf(ctx, textOf(ctx, v));
      return format.size > MOST_LAYOUT_BYTES || format.itemCount > MOST_LAYOUT_FIELDS
        ? CoreConst.NONE_REF
        : ctx.heap.newBytes(layoutOf(format));
    }),
    _pack: def("(format, items, /)", function* (ctx, v: Value, items: Value): Steps {
      const format = formatOf(ctx, textOf(ctx, v));
      const values = ctx.heap.tupleItems(items as Ref);
      if (values.length !== format.itemCount)
        throw structError(ctx, `pack expected ${format.itemCount} items for packing (got ${values.length})`);
      const target = new Uint8Array(format.size);
      yield* packInto(ctx, format, values, target);
      return ctx.heap.newBytes(target);
    }),
    _unpack: def("(format, buffer, offset, /)", function* (ctx, v: Value, buffer: Value, offset: Value): Steps {
      const format = formatOf(ctx, textOf(ctx, v));
      const { heap } = ctx;
      const start = smallIntOf(offset);
      const ref = yield* bytesLike(ctx, buffer);
      const at =
        heap.kindOf(ref) === CoreConst.LAYOUT_BYTEARRAY
          ? heap.readU32(ref + Layout.PyByteArray.data)
          : ref + Layout.PyBytes.data;
      return unpackFrom(ctx, format, heap.u8.slice(at + start, at + start + format.size));
    }),
    _length: def("(buffer, /)", function* (ctx, buffer: Value): Steps {
      if (ctx.heap.isStr(buffer)) throw typeError("a bytes-like object is required, not 'str'");
      const ref = yield* bytesLike(ctx, buffer);
      return ctx.int(ctx.heap.bytesOf(ref).length);
    }),
  },
  get pythonSource() {
    return pythonSource("_struct.py");
  },
});
