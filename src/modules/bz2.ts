// The module _bz2: streams of bzip2/encode.ts and bzip2/decode.ts for the objects in _bz2.py.
import { numberOf } from "../heap/numbers.ts";
import { PyError, raise } from "../heap/py-error.ts";
import type { Ref, Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import { def, type Steps } from "../vm/host-call.ts";
import { dataOf } from "./binascii.ts";
import { Bz2Decoder } from "./bzip2/decode.ts";
import { Bz2Encoder } from "./bzip2/encode.ts";
import { pythonSource } from "./python-source.ts";
import { StreamTable } from "./stream-table.ts";

const encoders = new StreamTable<Bz2Encoder>("_bz2");
const decoders = new StreamTable<Bz2Decoder>("_bz2");
const bytes = (ctx: Context, v: Value) => ctx.heap.bytesOf(v as Ref);

export const bz2Module = defineModule("_bz2", {
  functions: {
    _data: def("(data, /)", function* (ctx, v: Value): Steps {
      return ctx.heap.newBytes(yield* dataOf(ctx, v));
    }),
    _encoder: def("(level, /)", (ctx, level: Value) => encoders.add(ctx, new Bz2Encoder(numberOf(ctx.heap, level)))),
    _encode: def("(stream, data, /)", (ctx, stream: Value, data: Value) =>
      ctx.heap.newBytes(encoders.at(ctx, stream).push(bytes(ctx, data))),
    ),
    _finish: def("(stream, /)", (ctx, stream: Value) => ctx.heap.newBytes(encoders.at(ctx, stream).finish())),
    _forget_encoder: def("(stream, /)", (ctx, stream: Value) => {
      encoders.forget(ctx, stream);
      return ctx.none;
    }),
    _decoder: def("()", (ctx) => decoders.add(ctx, new Bz2Decoder())),
    /** (output, has the stream ended, is there output left, what is behind the end) */
    _decode: def("(stream, data, most, /)", (ctx, stream: Value, data: Value, most: Value) => {
      const decoder = decoders.at(ctx, stream);
      const limit = numberOf(ctx.heap, most);
      decoder.push(bytes(ctx, data));
      try {
        const output = decoder.read(limit < 0 ? Number.POSITIVE_INFINITY : limit);
        const { isAtEnd, hasOutput } = decoder;
        const unused = isAtEnd ? decoder.unused : new Uint8Array(0);
        return ctx.tuple([
          ctx.heap.newBytes(output),
          ctx.bool(isAtEnd),
          ctx.bool(hasOutput),
          ctx.heap.newBytes(unused),
        ]);
      } catch (error) {
        if (error instanceof PyError || (error as Error).message !== "Invalid data stream") throw error;
        throw raise("OSError", (error as Error).message);
      }
    }),
    _forget_decoder: def("(stream, /)", (ctx, stream: Value) => {
      decoders.forget(ctx, stream);
      return ctx.none;
    }),
  },
  get pythonSource() {
    return pythonSource("_bz2.py");
  },
});
