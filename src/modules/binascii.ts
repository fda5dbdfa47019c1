// The module binascii: the conversions that are table look-ups; quoted-printable and uuencode are binascii.py's.
import { bigIntOf } from "../heap/numbers.ts";
import { PyError, raise, typeError, valueError } from "../heap/py-error.ts";
import { EMPTY, type Ref, type Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import { bytesLike, isBytesLike } from "../host/types/text.ts";
import type { Context } from "../vm/context.ts";
import { def, type Steps } from "../vm/host-call.ts";
import { crc32 } from "./checksums.ts";
import { pythonSource } from "./python-source.ts";

function binasciiError(ctx: Context, message: string): PyError {
  const type = ctx.machine.moduleGlobal("binascii", "Error");
  return type === EMPTY ? raise("ValueError", message) : new PyError(type as Ref, [message]);
}

export function* dataOf(ctx: Context, v: Value): Steps<Uint8Array> {
  if (ctx.heap.isStr(v)) throw typeError("a bytes-like object is required, not 'str'");
  return ctx.heap.bytesOf(yield* bytesLike(ctx, v));
}

/** An argument that may be ASCII text as well. */
function* asciiOrBytes(ctx: Context, v: Value): Steps<Uint8Array> {
  const { heap } = ctx;
  if (heap.isStr(v)) {
    const text = heap.text(v);
    if (!/^[\x00-\x7f]*$/.test(text)) throw valueError("string argument should contain only ASCII characters");
    return Buffer.from(text, "latin1");
  }
  if (!isBytesLike(ctx, v))
    throw typeError(`argument should be bytes, buffer or ASCII string, not '${ctx.typeName(v)}'`);
  return heap.bytesOf(yield* bytesLike(ctx, v));
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Int8Array(256).fill(-1);
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i;
const PAD = 61;

/** As CPython's binascii.a2b_base64: what is not of the alphabet is skipped, unless `strict`. */
function fromBase64(ctx: Context, data: Uint8Array, strict: boolean): Uint8Array {
  const out = new Uint8Array((data.length >> 2) * 3 + 3);
  let length = 0;
  let quad = 0;
  let left = 0;
  let pads = 0;
  let padding = false;
  if (strict && data[0] === PAD) throw binasciiError(ctx, "Leading padding not allowed");
  for (let i = 0; i < data.length; i++) {
    const c = data[i] as number;
    if (c === PAD) {
      padding = true;
      pads++;
      if (quad >= 2 && quad + pads >= 4) {
        if (strict && i + 1 < data.length) throw binasciiError(ctx, "Excess data after padding");
        return out.subarray(0, length);
      }
      if (strict && quad === 0) throw binasciiError(ctx, "Excess padding not allowed");
      continue;
    }
    const value = VALUES[c] as number;
    if (value < 0) {
      if (strict) throw binasciiError(ctx, "Only base64 data is allowed");
      continue;
    }
    if (strict && padding) throw binasciiError(ctx, "Discontinuous padding not allowed");
    pads = 0;
    padding = false;
    switch (quad) {
      case 0:
        quad = 1;
        left = value;
        break;
      case 1:
        quad = 2;
        out[length++] = (left << 2) | (value >> 4);
        left = value & 15;
        break;
      case 2:
        quad = 3;
        out[length++] = (left << 4) | (value >> 2);
        left = value & 3;
        break;
      default:
        quad = 0;
        out[length++] = (left << 6) | value;
        left = 0;
    }
  }
  if (quad === 1) {
    const count = Math.floor(length / 3) * 4 + 1;
    throw binasciiError(
      ctx,
      `Invalid base64-encoded string: number of data characters (${count}) cannot be 1 more than a multiple of 4`,
    );
  }
  if (quad !== 0) throw binasciiError(ctx, "Incorrect padding");
  return out.subarray(0, length);
}

function* hexText(ctx: Context, v: Value, sep: Value | undefined, every: Value | undefined): Steps<Uint8Array> {
  const { heap } = ctx;
  const digits = Buffer.from(yield* dataOf(ctx, v)).toString("hex");
  if (sep === undefined || digits === "") return Buffer.from(digits, "latin1");
  const text = heap.isStr(sep)
    ? heap.text(sep)
    : Buffer.from(heap.bytesOf(yield* bytesLike(ctx, sep))).toString("latin1");
  if (text.length !== 1) throw valueError("sep must be length 1.");
  if (text > "\xff") throw valueError("sep must be ASCII.");
  const group = every === undefined ? 1 : Number(bigIntOf(heap, yield* ctx.index(every)));
  if (group === 0) return Buffer.from(digits, "latin1");
  const pairs = digits.match(/../g) as string[];
  const size = Math.abs(group);
  const first = group > 0 ? pairs.length % size || size : size;
  const groups = [pairs.slice(0, first).join("")];
  for (let i = first; i < pairs.length; i += size) groups.push(pairs.slice(i, i + size).join(""));
  return Buffer.from(groups.join(text), "latin1");
}

const startOf = (ctx: Context, v: Value | undefined, preset: number): number =>
  v === undefined ? preset : Number(BigInt.asUintN(32, bigIntOf(ctx.heap, v)));

function* hexlify(ctx: Context, data: Value, sep?: Value, every?: Value): Steps {
  return ctx.heap.newBytes(yield* hexText(ctx, data, sep, every));
}
function* unhexlify(ctx: Context, v: Value): Steps {
  const data = yield* asciiOrBytes(ctx, v);
  if (data.length % 2) throw binasciiError(ctx, "Odd-length string");
  const text = Buffer.from(data).toString("latin1");
  if (!/^[0-9a-fA-F]*$/.test(text)) throw binasciiError(ctx, "Non-hexadecimal digit found");
  return ctx.heap.newBytes(Buffer.from(text, "hex"));
}

export const binasciiModule = defineModule("binascii", {
  doc: "Conversion between binary data and ASCII",
  functions: {
    hexlify: def("(data, sep=<unrepresentable>, bytes_per_sep=1)", hexlify),
    b2a_hex: def("(data, sep=<unrepresentable>, bytes_per_sep=1)", hexlify),
    unhexlify: def("(hexstr, /)", unhexlify),
    a2b_hex: def("(hexstr, /)", unhexlify),
    b2a_base64: def("(data, /, *, newline=True)", function* (ctx, v: Value, newline?: Value): Steps {
      const text = Buffer.from(yield* dataOf(ctx, v)).toString("base64");
      const ends = newline === undefined || (yield* ctx.truth(newline));
      return ctx.heap.newBytes(Buffer.from(ends ? `${text}\n` : text, "latin1"));
    }),
    a2b_base64: def("(data, /, *, strict_mode=False)", function* (ctx, v: Value, strict?: Value): Steps {
      const data = yield* asciiOrBytes(ctx, v);
      return ctx.heap.newBytes(fromBase64(ctx, data, strict !== undefined && (yield* ctx.truth(strict))));
    }),
    crc32: def("(data, crc=0, /)", function* (ctx, v: Value, crc?: Value): Steps {
      return ctx.int(crc32(yield* dataOf(ctx, v), startOf(ctx, crc, 0)));
    }),
    crc_hqx: def("(data, crc, /)", function* (ctx, v: Value, start: Value): Steps {
      let crc = Number(bigIntOf(ctx.heap, yield* ctx.index(start)) & 0xffffn);
      for (const byte of yield* dataOf(ctx, v)) {
        crc ^= byte << 8;
        for (let k = 0; k < 8; k++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
      }
      return ctx.int(crc);
    }),
  },
  get pythonSource() {
    return pythonSource("binascii.py");
  },
});
