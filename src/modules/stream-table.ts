// Streams (of zlib, bzip2) of each machine, reached by numbers that the Python objects over them give back when they die.
import { raise } from "../heap/py-error.ts";
import { smallIntOf, type Value } from "../heap/value.ts";
import type { Context } from "../vm/context.ts";
import type { Machine } from "../vm/machine.ts";

interface Places<T> {
  readonly streams: (T | undefined)[];
  readonly free: number[];
}

export class StreamTable<T> {
  private readonly machines = new WeakMap<Machine, Places<T>>();
  private readonly what: string;
  constructor(what: string) {
    this.what = what;
  }

  add(ctx: Context, stream: T): Value {
    const { streams, free } = this.of(ctx);
    const place = free.pop() ?? streams.length;
    streams[place] = stream;
    return ctx.int(place);
  }

  at(ctx: Context, v: Value): T {
    const stream = this.of(ctx).streams[smallIntOf(v)];
    if (stream === undefined) throw raise("SystemError", `this ${this.what} object has no stream`);
    return stream;
  }

  /** The stream, if it was still there. */
  forget(ctx: Context, v: Value): T | undefined {
    const { streams, free } = this.of(ctx);
    const place = smallIntOf(v);
    const found = streams[place];
    if (found !== undefined) {
      streams[place] = undefined;
      free.push(place);
    }
    return found;
  }

  private of(ctx: Context): Places<T> {
    let found = this.machines.get(ctx.machine);
    if (found === undefined) {
      found = { streams: [], free: [] };
      this.machines.set(ctx.machine, found);
    }
    return found;
  }
}
