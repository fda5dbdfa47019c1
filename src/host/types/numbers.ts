// int, bool, float and complex: what is not arithmetic.
import { CoreConst } from "../../heap/generated/layout.ts";
import { bigIntOf, complexOf, doubleOf, int, integerOf, isInt, numberOf } from "../../heap/numbers.ts";
import { raise, typeError, valueError } from "../../heap/py-error.ts";
import type { Ref, Value } from "../../heap/value.ts";
import { float } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import { classMethod, def, type Steps } from "../../vm/host-call.ts";
import { warn } from "../../vm/warnings.ts";
import { reprFloat, shortFloat } from "../format/float-text.ts";
import { intText } from "../format/int-text.ts";
import { formatComplex, formatFloat, formatInt, parseSpec } from "../format/spec.ts";
import type { TypeTable } from "../type-table.ts";
import { isBytesLike } from "./text.ts";

function formatOf(name: string, format: (ctx: Context, self: Value, spec: string) => string) {
  return def(
    "($self, format_spec, /)",
    function* (ctx: Context, self: Value, spec: Value): Steps<Value> {
      const text = ctx.needText(spec, "__format__() argument");
      if (text === "") return yield* ctx.strValue(self);
      return ctx.str(format(ctx, self, text));
    },
    `Convert to a string according to format_spec (${name}).`,
  );
}

const intMethods: TypeTable = {
  type: CoreConst.TYPE_INT,
  methods: {
    __repr__: def(
      "($self, /)",
      (ctx, self) => ctx.str(intText(integerOf(ctx.heap, self), () => ctx.machine.poll())),
      "Return repr(self).",
    ),
    __format__: formatOf("int", (ctx, self, spec) =>
      formatInt(integerOf(ctx.heap, self), parseSpec(spec, ctx.typeName(self), true), ctx.typeName(self), intText),
    ),
    __round__: def("($self, ndigits=None, /)", function* (ctx, self: Value, digits?: Value): Steps<Value> {
      if (digits === undefined) return int(ctx.heap, integerOf(ctx.heap, self));
      const places = numberOf(ctx.heap, yield* ctx.index(digits));
      if (places >= 0) return int(ctx.heap, integerOf(ctx.heap, self));
      const n = bigIntOf(ctx.heap, self);
      const magnitude = n < 0n ? -n : n;
      if (-places > magnitude.toString(16).length * 1.21 + 1) return int(ctx.heap, 0);
      const unit = 10n ** BigInt(-places);
      let rest = n % unit;
      if (rest < 0n) rest += unit;
      let rounded = n - rest;
      if (rest * 2n > unit || (rest * 2n === unit && (rounded / unit) % 2n !== 0n)) rounded += unit;
      return int(ctx.heap, rounded);
    }),
    __getnewargs__: def("($self, /)", (ctx, self) => ctx.tuple([int(ctx.heap, integerOf(ctx.heap, self))])),
    __sizeof__: def("($self, /)", (ctx, self) => {
      const n = bigIntOf(ctx.heap, self);
      const bits = (n < 0n ? -n : n).toString(2).length;
      return ctx.int(24 + 4 * Math.max(1, Math.ceil(bits / 30)));
    }),
    to_bytes: def(
      "($self, /, length=1, byteorder='big', *, signed=False)",
      function* (ctx, self: Value, length?: Value, order?: Value, signed?: Value): Steps<Value> {
        const count = length === undefined ? 1 : yield* ctx.size(length);
        const little = byteOrder(ctx, order, "to_bytes");
        const isSigned = signed !== undefined && (yield* ctx.truth(signed));
        if (count < 0) throw valueError("length argument must be non-negative");
        let n = bigIntOf(ctx.heap, self);
        if (n < 0n && !isSigned) throw raise("OverflowError", "can't convert negative int to unsigned");
        const bits = BigInt(count * 8);
        const limit = 1n << (isSigned && bits > 0n ? bits - 1n : bits);
        if (count === 0 ? n !== 0n : n >= limit || n < -limit) throw raise("OverflowError", "int too big to convert");
        if (n < 0n) n += 1n << bits;
        const hex =
          count === 0
            ? ""
            : n
                .toString(16)
                .padStart(count * 2, "0")
                .slice(-count * 2);
        const data = Buffer.from(hex, "hex");
        if (little) data.reverse();
        return ctx.heap.newBytes(data);
      },
    ),
    from_bytes: classMethod(
      "($type, /, bytes, byteorder='big', *, signed=False)",
      function* (ctx, type: Ref, source: Value, order?: Value, signed?: Value): Steps<Value> {
        const { heap } = ctx;
        const little = byteOrder(ctx, order, "from_bytes");
        const isSigned = signed !== undefined && (yield* ctx.truth(signed));
        let bytes = source;
        const has = (special: number) => heap.specialOf(source, special) !== 0;
        const isIterable = has(CoreConst.SPECIAL_iter) || has(CoreConst.SPECIAL_getitem);
        if (heap.isStr(source) || (has(CoreConst.SPECIAL_index) && !has(CoreConst.SPECIAL_bytes) && !isIterable))
          throw typeError(`cannot convert '${ctx.typeName(source)}' object to bytes`);
        if (heap.kindOf(source) !== CoreConst.LAYOUT_BYTES) bytes = yield* ctx.call(CoreConst.TYPE_BYTES, [source]);
        const data = heap.bytesOf(bytes as Ref);
        if (little) data.reverse();
        let n = data.length === 0 ? 0n : BigInt(`0x${Buffer.from(data).toString("hex")}`);
        if (isSigned && data.length > 0 && data[0]! >= 128) n -= 1n << BigInt(data.length * 8);
        const result = int(heap, n);
        return type === CoreConst.TYPE_INT ? result : yield* ctx.call(type, [result]);
      },
    ),
  },
  attributes: {
    real: { get: (ctx, self) => int(ctx.heap, integerOf(ctx.heap, self)), doc: "the real part of a complex number" },
    imag: { get: (ctx) => ctx.int(0), doc: "the imaginary part of a complex number" },
    numerator: { get: (ctx, self) => int(ctx.heap, integerOf(ctx.heap, self)) },
    denominator: { get: (ctx) => ctx.int(1) },
  },
};

function byteOrder(ctx: Context, order: Value | undefined, where: string): boolean {
  if (order === undefined) return false;
  if (!ctx.heap.isStr(order))
    throw typeError(`${where}() argument 'byteorder' must be str, not ${ctx.typeNameForError(order)}`);
  const text = ctx.heap.text(order);
  if (text !== "big" && text !== "little") throw valueError("byteorder must be either 'little' or 'big'");
  return text === "little";
}

const INVERTED_BOOL =
  "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise " +
  "inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' " +
  "operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.";

const boolMethods: TypeTable = {
  type: CoreConst.TYPE_BOOL,
  methods: {
    __repr__: def("($self, /)", (ctx, self) => ctx.heap.intern(self === CoreConst.TRUE_REF ? "True" : "False")),
    __invert__: def("($self, /)", function* (ctx, self: Value): Steps<Value> {
      yield* warn(ctx, CoreConst.EXC_DeprecationWarning, INVERTED_BOOL);
      return ctx.int(self === CoreConst.TRUE_REF ? -2 : -1);
    }),
  },
};

const HEX_FLOAT = /^([+-]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?[0-9]+))?$/i;

/** float.fromhex. Throws ValueError, OverflowError. */
export function parseHexFloat(text: string): number {
  const trimmed = text.trim();
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(trimmed);
  if (special) {
    const value = special[2]!.toLowerCase() === "nan" ? Number.NaN : Number.POSITIVE_INFINITY;
    return special[1] === "-" ? -value : value;
  }
  const match = HEX_FLOAT.exec(trimmed);
  const digits = (match?.[2] ?? "") + (match?.[3] ?? "");
  if (!match || digits === "") throw valueError("invalid hexadecimal floating-point string");
  const sign = match[1] === "-" ? -1 : 1;
  let mantissa = BigInt(`0x${digits}`);
  if (mantissa === 0n) return sign * 0;
  let exponent = BigInt(match[4] ?? 0) - 4n * BigInt(match[3]?.length ?? 0);
  const bits = mantissa.toString(2).length;
  // Round to 53 bits (fewer for subnormals), half to even, then scale exactly.
  const top = exponent + BigInt(bits);
  if (top > 1024n + 8n) throw raise("OverflowError", "hexadecimal value too large to represent as a float");
  if (top < -1080n) return sign * 0;
  const keep = top > -1021n ? 53n : 53n - (-1021n - top);
  const drop = BigInt(bits) - keep;
  if (drop > 0n) {
    const unit = 1n << drop;
    const rest = mantissa % unit;
    mantissa /= unit;
    if (rest * 2n > unit || (rest * 2n === unit && mantissa & 1n)) mantissa++;
    exponent += drop;
  }
  let value = Number(mantissa);
  let e = Number(exponent);
  for (; e > 1000; e -= 1000) value *= 2 ** 1000;
  for (; e < -1000; e += 1000) value *= 2 ** -1000;
  value *= 2 ** e;
  if (!Number.isFinite(value)) throw raise("OverflowError", "hexadecimal value too large to represent as a float");
  return sign * value;
}

export function hexFloat(x: number): string {
  if (!Number.isFinite(x)) return reprFloat(x);
  const sign = x < 0 || Object.is(x, -0) ? "-" : "";
  if (x === 0) return `${sign}0x0.0p+0`;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = (bits & 0xfffffffffffffn).toString(16).padStart(13, "0");
  const exponent = biased === 0 ? -1022 : biased - 1023;
  return `${sign}0x${biased === 0 ? 0 : 1}.${fraction}p${exponent < 0 ? "-" : "+"}${Math.abs(exponent)}`;
}

/** Numerator and denominator of a finite double, in lowest terms. */
export function integerRatio(x: number): [bigint, bigint] {
  let shift = 0;
  let scaled = x;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    shift++;
  }
  return [BigInt(scaled), 1n << BigInt(shift)];
}

const floatMethods: TypeTable = {
  type: CoreConst.TYPE_FLOAT,
  methods: {
    __repr__: def("($self, /)", (ctx, self) => ctx.str(reprFloat(doubleOf(ctx.heap, self))), "Return repr(self)."),
    __format__: formatOf("float", (ctx, self, spec) =>
      formatFloat(doubleOf(ctx.heap, self), parseSpec(spec, ctx.typeName(self), true), ctx.typeName(self)),
    ),
    __round__: def("($self, ndigits=None, /)", function* (ctx, self: Value, digits?: Value): Steps<Value> {
      const x = doubleOf(ctx.heap, self);
      if (ctx.isNone(digits)) {
        if (Number.isNaN(x)) throw valueError("cannot convert float NaN to integer");
        if (!Number.isFinite(x)) throw raise("OverflowError", "cannot convert float infinity to integer");
        const low = Math.floor(x);
        const rest = x - low;
        const rounded = rest < 0.5 || (rest === 0.5 && low % 2 === 0) ? low : low + 1;
        return ctx.int(Number.isSafeInteger(rounded) ? rounded + 0 : BigInt(rounded));
      }
      const places = numberOf(ctx.heap, yield* ctx.index(digits as Value));
      return float(roundTo(x, places));
    }),
    __getnewargs__: def("($self, /)", (ctx, self) => ctx.tuple([float(doubleOf(ctx.heap, self))])),
    hex: def("($self, /)", (ctx, self) => ctx.str(hexFloat(doubleOf(ctx.heap, self)))),
    fromhex: classMethod("($type, string, /)", function* (ctx, type: Ref, text: Value): Steps<Value> {
      if (!ctx.heap.isStr(text)) throw typeError("bad argument type for built-in operation");
      const result = float(parseHexFloat(ctx.heap.text(text)));
      return type === CoreConst.TYPE_FLOAT ? result : yield* ctx.call(type, [result]);
    }),
    as_integer_ratio: def("($self, /)", (ctx, self) => {
      const x = doubleOf(ctx.heap, self);
      if (Number.isNaN(x)) throw valueError("cannot convert NaN to integer ratio");
      if (!Number.isFinite(x)) throw raise("OverflowError", "cannot convert Infinity to integer ratio");
      const [numerator, denominator] = integerRatio(x);
      return ctx.tuple([ctx.int(numerator), ctx.int(denominator)]);
    }),
    from_number: classMethod("($type, number, /)", function* (ctx, type: Ref, n: Value): Steps<Value> {
      if (ctx.heap.isStr(n) || isBytesLike(ctx, n)) throw typeError(`must be real number, not ${ctx.typeName(n)}`);
      return yield* ctx.call(type, [n]);
    }),
    __getformat__: classMethod("($type, typestr, /)", (ctx, _type, kind) => {
      const text = ctx.needText(kind, "__getformat__() argument");
      if (text !== "double" && text !== "float")
        throw valueError("__getformat__() argument 1 must be 'double' or 'float'");
      return ctx.str("IEEE, little-endian");
    }),
  },
  attributes: {
    real: { get: (ctx, self) => float(doubleOf(ctx.heap, self)) },
    imag: { get: () => float(0) },
  },
};

/** round(x, places): the decimal nearest to x's exact value, ties to even. */
export function roundTo(x: number, places: number): number {
  if (!Number.isFinite(x) || x === 0 || places > 323) return x;
  if (places < -308) return x < 0 ? -0 : 0;
  const [numerator, denominator] = integerRatio(Math.abs(x));
  const scale = 10n ** BigInt(Math.abs(places));
  const top = places >= 0 ? numerator * scale : numerator;
  const bottom = places >= 0 ? denominator : denominator * scale;
  let quotient = top / bottom;
  const twice = (top - quotient * bottom) * 2n;
  if (twice > bottom || (twice === bottom && quotient & 1n)) quotient++;
  const result = Number(`${quotient}e${-places}`);
  if (!Number.isFinite(result)) throw raise("OverflowError", "rounded value too large to represent");
  return x < 0 ? -result : result;
}

export function reprComplex(real: number, imag: number): string {
  if (real === 0 && !Object.is(real, -0)) return `${shortFloat(imag)}j`;
  const text = shortFloat(imag);
  return `(${shortFloat(real)}${text.startsWith("-") ? text : `+${text}`}j)`;
}

const complexMethods: TypeTable = {
  type: CoreConst.TYPE_COMPLEX,
  methods: {
    __repr__: def("($self, /)", (ctx, self) => {
      const { real, imag } = complexOf(ctx.heap, self);
      return ctx.str(reprComplex(real, imag));
    }),
    __format__: formatOf("complex", (ctx, self, spec) => {
      const { real, imag } = complexOf(ctx.heap, self as Ref);
      return formatComplex(real, imag, parseSpec(spec, ctx.typeName(self), true));
    }),
    __getnewargs__: def("($self, /)", (ctx, self) => {
      const { real, imag } = complexOf(ctx.heap, self);
      return ctx.tuple([float(real), float(imag)]);
    }),
    from_number: classMethod("($type, number, /)", function* (ctx, type: Ref, n: Value): Steps<Value> {
      if (ctx.heap.isStr(n) || isBytesLike(ctx, n)) throw typeError(`must be real number, not ${ctx.typeName(n)}`);
      return yield* ctx.call(type, [n]);
    }),
  },
  attributes: {
    real: { get: (ctx, self) => float(complexOf(ctx.heap, self).real) },
    imag: { get: (ctx, self) => float(complexOf(ctx.heap, self).imag) },
  },
};

export const numberTables: readonly TypeTable[] = [intMethods, boolMethods, floatMethods, complexMethods];

/** n as an int Value after int()-like checks; used by hooks. */
export function needInt(ctx: Context, v: Value, message: string): bigint {
  if (!isInt(ctx.heap, v)) throw typeError(message);
  return bigIntOf(ctx.heap, v);
}
