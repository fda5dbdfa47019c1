// The module zlib: streams of zlib/engine.ts and zlib/inflater.ts for the objects in zlib.py.
import * as zlib from "node:zlib";
import { bigIntOf, numberOf } from "../heap/numbers.ts";
import { notImplemented, PyError, raise, valueError } from "../heap/py-error.ts";
import { EMPTY, type Ref, type Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import { def, type Steps } from "../vm/host-call.ts";
import { dataOf } from "./binascii.ts";
import { adler32, crc32 } from "./checksums.ts";
import { pythonSource } from "./python-source.ts";
import { StreamTable } from "./stream-table.ts";
import { Engine, UnsupportedNode, type ZlibFailure } from "./zlib/engine.ts";
import { type Container, Inflater } from "./zlib/inflater.ts";

const { Z_NO_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH } = zlib.constants;

const table = new StreamTable<Engine | Inflater>("zlib");

function zlibError(ctx: Context, { message, errno, step }: ZlibFailure, what: string): PyError {
  const type = ctx.machine.moduleGlobal("zlib", "error");
  const text = `Error ${errno} ${step ?? what}${message === "" ? "" : `: ${message}`}`;
  return type === EMPTY ? raise("ValueError", text) : new PyError(type as Ref, [text]);
}

function containerOf(wbits: number, decompress: boolean): { container: Container; windowBits: number } {
  if (wbits >= (decompress ? 8 : 9) && wbits <= 15) return { container: "zlib", windowBits: wbits };
  if (wbits === 0 && decompress) return { container: "zlib", windowBits: 0 };
  if (wbits <= (decompress ? -8 : -9) && wbits >= -15) return { container: "raw", windowBits: -wbits };
  if (wbits >= (decompress ? 24 : 25) && wbits <= 31) return { container: "gzip", windowBits: wbits - 16 };
  if (decompress && wbits >= 40 && wbits <= 47) return { container: "any", windowBits: wbits - 32 };
  throw valueError("Invalid initialization option");
}

function named<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof UnsupportedNode) throw notImplemented(error.message);
    throw error;
  }
}

const number = (ctx: Context, v: Value) => numberOf(ctx.heap, v);
const bytes = (ctx: Context, v: Value) => Uint8Array.from(ctx.heap.bytesOf(v as Ref));

export const zlibModule = defineModule("zlib", {
  doc: "The functions in this module allow compression and decompression using the\nzlib library, which is based on GNU zip.\n\nadler32(string[, start]) -- Compute an Adler-32 checksum.\ncompress(data[, level]) -- Compress data, with compression level 0-9 or -1.\ncompressobj([level[, ...]]) -- Return a compressor object.\ncrc32(string[, start]) -- Compute a CRC-32 checksum.\ndecompress(string,[wbits],[bufsize]) -- Decompresses a compressed string.\ndecompressobj([wbits[, zdict]]) -- Return a decompressor object.\n\n'wbits' is window buffer size and container format.\nCompressor objects support compress() and flush() methods; decompressor\nobjects support decompress() and flush().",
  functions: {
    adler32: def("(data, value=1, /)", function* (ctx, v: Value, start?: Value): Steps {
      const from = start === undefined ? 1 : Number(BigInt.asUintN(32, bigIntOf(ctx.heap, yield* ctx.index(start))));
      return ctx.int(adler32(yield* dataOf(ctx, v), from));
    }),
    crc32: def("(data, value=0, /)", function* (ctx, v: Value, start?: Value): Steps {
      const from = start === undefined ? 0 : Number(BigInt.asUintN(32, bigIntOf(ctx.heap, yield* ctx.index(start))));
      return ctx.int(crc32(yield* dataOf(ctx, v), from));
    }),
    /** bytes of any bytes-like object */
    _data: def("(data, /)", function* (ctx, v: Value): Steps {
      return ctx.heap.newBytes(yield* dataOf(ctx, v));
    }),
    _deflater: def(
      "(level, wbits, memLevel, strategy, zdict, /)",
      (ctx, level: Value, wbits: Value, memLevel: Value, strategy: Value, zdict: Value) => {
        const { container, windowBits } = containerOf(number(ctx, wbits), false);
        const dictionary = bytes(ctx, zdict);
        const options = {
          level: number(ctx, level),
          windowBits,
          memLevel: number(ctx, memLevel),
          strategy: number(ctx, strategy),
          ...(dictionary.length > 0 && { dictionary }),
        };
        const make =
          container === "raw" ? zlib.createDeflateRaw : container === "gzip" ? zlib.createGzip : zlib.createDeflate;
        const kind = `${container} ${windowBits} ${options.level} ${options.memLevel} ${options.strategy}`;
        return named(() =>
          table.add(
            ctx,
            Engine.of(dictionary.length > 0 ? undefined : kind, () => make(options)),
          ),
        );
      },
    ),
    _deflate: def("(stream, data, flush, /)", (ctx, stream: Value, data: Value, flush: Value) => {
      const engine = table.at(ctx, stream) as Engine;
      const { output } = engine.write(bytes(ctx, data), number(ctx, flush));
      // (Nothing to flush is no error.)
      if (engine.failure !== undefined && engine.failure.errno !== zlib.constants.Z_BUF_ERROR)
        throw zlibError(ctx, engine.failure, "while compressing data");
      return ctx.heap.newBytes(output);
    }),
    _inflater: def("(wbits, zdict, /)", (ctx, wbits: Value, zdict: Value) => {
      const { container, windowBits } = containerOf(number(ctx, wbits), true);
      return named(() => table.add(ctx, new Inflater(container, windowBits, bytes(ctx, zdict))));
    }),
    /** (output, how much of the input was taken, has the stream ended) */
    _inflate: def("(stream, data, most, /)", (ctx, stream: Value, data: Value, most: Value) => {
      const inflater = table.at(ctx, stream) as Inflater;
      const limit = number(ctx, most);
      const found = named(() => inflater.feed(bytes(ctx, data), limit < 0 ? Number.POSITIVE_INFINITY : limit));
      if (inflater.failure !== undefined) throw zlibError(ctx, inflater.failure, "while decompressing data");
      return ctx.tuple([ctx.heap.newBytes(found.output), ctx.int(found.taken), ctx.bool(inflater.ended)]);
    }),
    _forget: def("(stream, /)", (ctx, stream: Value) => {
      table.forget(ctx, stream)?.close();
      return ctx.none;
    }),
  },
  constants: Object.fromEntries(
    Object.entries({
      DEFLATED: 8, DEF_BUF_SIZE: 16384, DEF_MEM_LEVEL: 8, MAX_WBITS: 15, Z_NO_FLUSH, Z_PARTIAL_FLUSH: 1, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH,
      Z_BLOCK: 5, Z_TREES: 6, Z_NO_COMPRESSION: 0, Z_BEST_SPEED: 1, Z_BEST_COMPRESSION: 9, Z_DEFAULT_COMPRESSION: -1, Z_DEFAULT_STRATEGY: 0,
      Z_FILTERED: 1, Z_HUFFMAN_ONLY: 2, Z_RLE: 3, Z_FIXED: 4,
    }).map(([name, n]) => [name, (ctx: Context) => ctx.int(n)]),
  ), // biome-ignore format: a table
  get pythonSource() {
    return pythonSource("zlib.py");
  },
});
