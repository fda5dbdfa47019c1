// The module _json: strings of JSON, and whole texts where no hook of the program takes part. The rest (hooks, encoding) is _json.py's.

import { CoreConst } from "../heap/generated/layout.ts";
import { raise, typeError } from "../heap/py-error.ts";
import { float, type Ref, smallIntOf, type Value } from "../heap/value.ts";
import { parseInt_ } from "../host/format/number-parse.ts";
import { defineModule } from "../host/module-definition.ts";
import { checkHeadroom } from "../util/headroom.ts";
import type { Context } from "../vm/context.ts";
import { def, type Steps } from "../vm/host-call.ts";
import { pythonSource } from "./python-source.ts";

const { NONE_REF: NONE } = CoreConst;
const MOST_NESTED = 5000;

/** What is wrong, and where (UTF-16 units); becomes a JSONDecodeError. */
class BadJson {
  readonly message: string;
  readonly at: number;
  constructor(message: string, at: number) {
    this.message = message;
    this.at = at;
  }
}
/** Nothing that starts here is JSON: StopIteration(index). */
class NoValue {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** The string whose opening quote is before `start`, and the place behind its closing quote. */
function scanString(text: string, start: number, strict: boolean): { value: string; end: number } {
  let value = "";
  for (let at = start; ; ) {
    let next = at;
    let c = -1;
    for (; next < text.length; next++) {
      c = text.charCodeAt(next);
      if (c === 0x22 || c === 0x5c) break;
      if (c <= 0x1f && strict) throw new BadJson("Invalid control character at", next);
    }
    if (next >= text.length) throw new BadJson("Unterminated string starting at", start - 1);
    value += text.slice(at, next);
    if (c === 0x22) return { value, end: next + 1 };
    next++;
    if (next >= text.length) throw new BadJson("Unterminated string starting at", start - 1);
    const escape = text[next] as string;
    if (escape !== "u") {
      const plain = Object.hasOwn(ESCAPES, escape) ? ESCAPES[escape] : undefined;
      if (plain === undefined) throw new BadJson("Invalid \\escape", next - 1);
      value += plain;
      at = next + 1;
      continue;
    }
    const digits = text.slice(next + 1, next + 5);
    if (next + 5 >= text.length || !/^[0-9a-fA-F]{4}$/.test(digits)) throw new BadJson("Invalid \\uXXXX escape", next);
    // (Two escapes of a surrogate pair become one character just by standing side by side.)
    value += String.fromCharCode(Number.parseInt(digits, 16));
    at = next + 5;
  }
}

const NUMBER = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const CONSTANTS: readonly (readonly [string, () => Value])[] = [
  ["null", () => NONE],
  ["true", () => CoreConst.TRUE_REF],
  ["false", () => CoreConst.FALSE_REF],
  ["NaN", () => float(Number.NaN)],
  ["Infinity", () => float(Number.POSITIVE_INFINITY)],
  ["-Infinity", () => float(Number.NEGATIVE_INFINITY)],
];

class Scanner {
  readonly ctx: Context;
  readonly text: string;
  readonly strict: boolean;
  readonly keys = new Map<string, Ref>();
  at: number;
  depth = 0;

  constructor(ctx: Context, text: string, at: number, strict: boolean) {
    this.ctx = ctx;
    this.text = text;
    this.at = at;
    this.strict = strict;
  }

  skipSpace(): void {
    for (; this.at < this.text.length; this.at++) {
      const c = this.text.charCodeAt(this.at);
      if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return;
    }
  }

  string(): string {
    const { value, end } = scanString(this.text, this.at, this.strict);
    this.at = end;
    return value;
  }

  value(): Value {
    const { text, ctx } = this;
    const start = this.at;
    const c = text[start];
    if (c === '"') {
      this.at++;
      return ctx.str(this.string());
    }
    if (c === "{" || c === "[") {
      if (++this.depth > MOST_NESTED)
        throw raise("RecursionError", "maximum recursion depth exceeded while decoding a JSON document");
      checkHeadroom(this.depth);
      this.at++;
      const made = c === "{" ? this.object() : this.array();
      this.depth--;
      return made;
    }
    for (const [word, make] of CONSTANTS) {
      if (c === word[0] && text.startsWith(word, start)) {
        this.at = start + word.length;
        return make();
      }
    }
    NUMBER.lastIndex = start;
    const match = NUMBER.exec(text);
    if (match === null) throw new NoValue(start);
    this.at = NUMBER.lastIndex;
    const [all, whole = "", fraction, exponent] = match;
    if (fraction !== undefined || exponent !== undefined) return float(Number(all));
    return whole.length < 15 ? ctx.int(Number(whole) || 0) : ctx.int(parseInt_(whole, 10));
  }

  array(): Ref {
    const { text, ctx } = this;
    const list = ctx.list([]);
    this.skipSpace();
    if (text[this.at] === "]") {
      this.at++;
      return list;
    }
    for (;;) {
      ctx.heap.listAppend(list, this.value());
      this.skipSpace();
      const c = text[this.at];
      if (c === "]") {
        this.at++;
        return list;
      }
      if (c !== ",") throw new BadJson("Expecting ',' delimiter", this.at);
      const comma = this.at++;
      this.skipSpace();
      if (text[this.at] === "]") throw new BadJson("Illegal trailing comma before end of array", comma);
    }
  }

  object(): Ref {
    const { text, ctx, keys } = this;
    const dict = ctx.heap.dict();
    this.skipSpace();
    if (text[this.at] === "}") {
      this.at++;
      return dict;
    }
    for (;;) {
      if (text[this.at] !== '"') throw new BadJson("Expecting property name enclosed in double quotes", this.at);
      this.at++;
      const name = this.string();
      let key = keys.get(name);
      if (key === undefined) {
        key = ctx.str(name);
        keys.set(name, key);
      }
      this.skipSpace();
      if (text[this.at] !== ":") throw new BadJson("Expecting ':' delimiter", this.at);
      this.at++;
      this.skipSpace();
      ctx.heap.dictSet(dict, key, this.value());
      this.skipSpace();
      const c = text[this.at];
      if (c === "}") {
        this.at++;
        return dict;
      }
      if (c !== ",") throw new BadJson("Expecting ',' delimiter", this.at);
      const comma = this.at++;
      this.skipSpace();
      if (text[this.at] === "}") throw new BadJson("Illegal trailing comma before end of object", comma);
    }
  }
}

/** Positions count code points for Python and UTF-16 units here. */
class Positions {
  readonly text: string;
  readonly same: boolean;
  constructor(ctx: Context, ref: Ref) {
    this.text = ctx.heap.text(ref);
    this.same = this.text.length === ctx.heap.strLength(ref);
  }
  toUnits(points: number): number {
    if (this.same) return points;
    let units = 0;
    for (let i = 0; i < points && units < this.text.length; i++)
      units += (this.text.codePointAt(units) as number) > 0xffff ? 2 : 1;
    return units;
  }
  toPoints(units: number): number {
    if (this.same) return units;
    let points = 0;
    for (let at = 0; at < units; points++) at += (this.text.codePointAt(at) as number) > 0xffff ? 2 : 1;
    return points;
  }
}

function* decodeError(ctx: Context, error: unknown, document: Value, positions: Positions): Steps<never> {
  if (error instanceof NoValue) throw raise("StopIteration", ctx.int(positions.toPoints(error.at)));
  if (!(error instanceof BadJson)) throw error;
  const decoder = yield* ctx.call(
    ctx.machine.builtin("__import__"),
    [ctx.str("json.decoder")],
    new Map([["fromlist", ctx.tuple([ctx.str("*")])]]),
  );
  const exception = yield* ctx.callMethod(decoder, "JSONDecodeError", [
    ctx.str(error.message),
    document,
    ctx.int(positions.toPoints(error.at)),
  ]);
  throw ctx.errorOf(exception as Ref);
}

function needStr(ctx: Context, v: Value, what = "first argument must be a string"): Ref {
  if (!ctx.heap.isStr(v)) throw typeError(`${what}, not ${ctx.typeName(v)}`);
  return v;
}

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};
const CHUNK = 1 << 20;
/** A replacement by pieces: V8 ends the process where it has too many matches to remember. */
function escapeAll(text: string, unsafe: RegExp): string {
  if (text.length <= CHUNK) return text.replace(unsafe, unit);
  let result = "";
  for (let at = 0; at < text.length; at += CHUNK) result += text.slice(at, at + CHUNK).replace(unsafe, unit);
  return result;
}
const unit = (c: string): string => SHORT[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;
const PLAIN_UNSAFE = /["\\\x00-\x1f]/g;
const ASCII_UNSAFE = /["\\]|[^ -~]/g;

export const jsonModule = defineModule("_json", {
  doc: "json speedups\n",
  functions: {
    scanstring: def("(string, end, strict=True, /)", function* (ctx, string: Value, end: Value, strict?: Value): Steps {
      const ref = needStr(ctx, string);
      const positions = new Positions(ctx, ref);
      const start = yield* ctx.size(end);
      if (start < 0 || start > ctx.heap.strLength(ref)) throw raise("ValueError", "end is out of bounds");
      const isStrict = strict === undefined || (yield* ctx.truth(strict));
      try {
        const found = scanString(positions.text, positions.toUnits(start), isStrict);
        return ctx.tuple([ctx.str(found.value), ctx.int(positions.toPoints(found.end))]);
      } catch (error) {
        return yield* decodeError(ctx, error, string, positions);
      }
    }),
    encode_basestring: def("(string, /)", (ctx, v: Value) =>
      ctx.str(`"${escapeAll(ctx.heap.text(needStr(ctx, v)), PLAIN_UNSAFE)}"`),
    ),
    encode_basestring_ascii: def("(string, /)", (ctx, v: Value) =>
      ctx.str(`"${escapeAll(ctx.heap.text(needStr(ctx, v)), ASCII_UNSAFE)}"`),
    ),
    /** (value, end) of the JSON text at a place. */
    _scan: def("(string, index, strict, /)", function* (ctx, string: Value, index: Value, strict: Value): Steps {
      const positions = new Positions(ctx, string as Ref);
      const scanner = new Scanner(
        ctx,
        positions.text,
        positions.toUnits(smallIntOf(index)),
        strict === CoreConst.TRUE_REF,
      );
      try {
        const value = scanner.value();
        return ctx.tuple([value, ctx.int(positions.toPoints(scanner.at))]);
      } catch (error) {
        return yield* decodeError(ctx, error, string, positions);
      }
    }),
  },
  get pythonSource() {
    return pythonSource("_json.py");
  },
});
