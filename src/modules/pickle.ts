// The module _pickle: dumps() and loads() in TypeScript, with pickle.py behind them for all that is not done here.
import { numberOf } from "../heap/numbers.ts";
import type { Ref, Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import { def, type Steps } from "../vm/host-call.ts";
import { dumpPickle, findReduced, NotPlain } from "./pickle/dump.ts";
import { loadPickle } from "./pickle/load.ts";
import { pythonSource } from "./python-source.ts";

/** None for what pickle.py has to do: something is not supported here, or went wrong, and pickle.py knows the right error. */
function* orNone(ctx: Context, steps: Steps<Value>): Steps<Value> {
  try {
    return yield* steps;
  } catch (error) {
    const isDeep = error instanceof RangeError;
    if (error instanceof NotPlain || isDeep) return ctx.none;
    throw error;
  }
}

function* dumped(ctx: Context, object: Value, protocol: Value, reducer: Value): Steps<Value> {
  const number = numberOf(ctx.heap, protocol);
  let bytes: Uint8Array;
  try {
    bytes = dumpPickle(ctx, object, number, new Map());
  } catch (error) {
    if (!(error instanceof NotPlain)) throw error;
    bytes = dumpPickle(ctx, object, number, yield* findReduced(ctx, object, reducer));
  }
  return ctx.heap.newBytes(bytes);
}

function* loaded(ctx: Context, data: Ref, makers: readonly Value[]): Steps<Value> {
  const [findClass, build, extend] = makers as [Value, Value, Value];
  return ctx.tuple([yield* loadPickle(ctx, ctx.heap.bytesOf(data), { findClass, build, extend })]);
}

export const pickleModule = defineModule("_pickle", {
  get pythonSource() {
    return pythonSource("_pickle.py");
  },
});

/** What _pickle.py takes the most of itself from. */
export const pickleCodeModule = defineModule("_pickle_code", {
  functions: {
    _dumped: def(
      "(object, protocol, reducer, /)",
      function* (ctx, object: Value, protocol: Value, reducer: Value): Steps<Value> {
        return yield* orNone(ctx, dumped(ctx, object, protocol, reducer));
      },
    ),
    /** A tuple with the object. */
    _loaded: def(
      "(data, find_class, build, extend, /)",
      function* (ctx, data: Value, ...makers: Value[]): Steps<Value> {
        return yield* orNone(ctx, loaded(ctx, data as Ref, makers));
      },
    ),
  },
  get pythonSource() {
    return pythonSource("_pickle_code.py");
  },
});
