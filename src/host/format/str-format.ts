// str.format and format_map: replacement fields with attribute and item lookups, conversions and nested specifications.

import { CoreConst } from "../../heap/generated/layout.ts";
import { integerOf } from "../../heap/numbers.ts";
import { raise, valueError } from "../../heap/py-error.ts";
import type { Value } from "../../heap/value.ts";
import { isSmallInt } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import type { Steps } from "../../vm/host-call.ts";
import { asciiDigits } from "./digits.ts";
import { asciiOf } from "./str-repr.ts";

const STR = CoreConst.TYPE_STR;
const FORMAT = CoreConst.SPECIAL_format;

export interface FormatArguments {
  /** null: format_map(), which has none. */
  readonly positional: readonly Value[] | null;
  /** Value of a name. */
  readonly named: (name: string) => Steps<Value>;
}

/** A field as str._formatter_parser gives it. */
interface FormatPiece {
  readonly literal: string;
  /** undefined: literal text only. */
  readonly field: string | undefined;
  readonly spec: string;
  readonly conversion: string | undefined;
}

/** Splits a format string, piece by piece: what comes before an error has been formatted when it is found. */
function* parseFormat(format: string): Generator<FormatPiece> {
  let at = 0;
  const end = format.length;
  let literal = "";
  while (at < end) {
    const c = format[at++] as string;
    if (c !== "{" && c !== "}") {
      literal += c;
      continue;
    }
    if (format[at] === c) {
      literal += c;
      at++;
      continue;
    }
    if (c === "}" || at >= end) throw valueError(`Single '${c}' encountered in format string`);
    const [piece, next] = parseField(format, at, literal);
    yield piece;
    at = next;
    literal = "";
  }
  if (literal !== "") yield { literal, field: undefined, spec: "", conversion: undefined };
}

/** The field whose text begins at `at`, and where it ends. */
function parseField(format: string, at: number, literal: string): [FormatPiece, number] {
  const start = at;
  const end = format.length;
  let c = "";
  for (; at < end; at++) {
    c = format[at] as string;
    if (c === "{") throw valueError("unexpected '{' in field name");
    if (c === "}" || c === ":" || c === "!") break;
    if (c === "[") {
      const close = format.indexOf("]", at);
      at = close < 0 ? end : close;
    }
  }
  if (at >= end) throw valueError("expected '}' before end of string");
  const field = format.slice(start, at++);
  if (c === "}") return [{ literal, field, spec: "", conversion: undefined }, at];
  let conversion: string | undefined;
  if (c === "!") {
    if (at >= end) throw valueError("end of string while looking for conversion specifier");
    conversion = String.fromCodePoint(format.codePointAt(at) as number);
    at += conversion.length;
    if (at < end) {
      c = format[at++] as string;
      if (c === "}") return [{ literal, field, spec: "", conversion }, at];
      if (c !== ":") throw valueError("expected ':' after conversion specifier");
    }
  }
  const specAt = at;
  for (let depth = 1; at < end; at++) {
    if (format[at] === "{") depth++;
    else if (format[at] === "}" && --depth === 0)
      return [{ literal, field, spec: format.slice(specAt, at), conversion }, at + 1];
  }
  throw valueError("unmatched '{' in format spec");
}

/** A lookup of a field: the `.name` or `[key]` of "0.name[key]". */
interface Lookup {
  readonly attribute: boolean;
  readonly key: string;
}

/** The lookups behind a field's first part, one by one: those before an error happen. */
function* lookupsOf(field: string, at: number): Generator<Lookup> {
  while (at < field.length) {
    const attribute = field[at] === ".";
    if (!attribute && field[at] !== "[") throw valueError("Only '.' or '[' may follow ']' in format field specifier");
    const length = field.slice(at + 1).search(attribute ? /[.[]|$/ : /\]/);
    if (length < 0) throw valueError("Missing ']' in format string");
    if (length === 0) throw valueError("Empty attribute in format string");
    yield { attribute, key: field.slice(at + 1, at + 1 + length) };
    at += length + (attribute ? 1 : 2);
  }
}

/** -1: not digits only. */
function indexOf(text: string): number {
  if (!/^\p{Nd}+$/u.test(text)) return -1;
  const n = Number(asciiDigits(text));
  if (n > Number.MAX_SAFE_INTEGER) throw valueError("Too many decimal digits in format string");
  return n;
}

interface Numbering {
  mode: "unknown" | "auto" | "manual";
  next: number;
}

export function* formatString(
  ctx: Context,
  format: string,
  args: FormatArguments,
  depth = 2,
  numbering: Numbering = { mode: "unknown", next: 0 },
): Steps<string> {
  if (depth <= 0) throw valueError("Max string recursion exceeded");
  let out = "";
  for (const piece of parseFormat(format)) {
    out += piece.literal;
    if (piece.field === undefined) continue;
    const first = piece.field.slice(0, piece.field.search(/[.[]|$/));
    let value = yield* firstValue(first, args, numbering);
    for (const step of lookupsOf(piece.field, first.length)) {
      if (step.attribute) value = yield* ctx.getattr(value, step.key);
      else {
        const index = indexOf(step.key);
        value = yield* ctx.getitem(value, index >= 0 ? ctx.int(index) : ctx.str(step.key));
      }
    }
    switch (piece.conversion) {
      case undefined:
        break;
      case "s":
        value = yield* ctx.strValue(value);
        break;
      case "r":
        value = yield* ctx.reprValue(value);
        break;
      case "a":
        value = ctx.str(asciiOf(yield* ctx.repr(value)));
        break;
      default: {
        const code = piece.conversion.codePointAt(0) as number;
        const shown = code > 32 && code < 127 ? piece.conversion : `\\x${code.toString(16)}`;
        throw valueError(`Unknown conversion specifier ${shown}`);
      }
    }
    const spec = piece.spec.includes("{")
      ? yield* formatString(ctx, piece.spec, args, depth - 1, numbering)
      : piece.spec;
    out += yield* formatValue(ctx, value, spec);
  }
  return out;
}

function* firstValue(first: string, args: FormatArguments, numbering: Numbering): Steps<Value> {
  let index = indexOf(first);
  if (first === "" || index >= 0) {
    const mode = first === "" ? "auto" : "manual";
    if (numbering.mode === "unknown") numbering.mode = mode;
    if (numbering.mode !== mode)
      throw valueError(
        mode === "auto"
          ? "cannot switch from manual field specification to automatic field numbering"
          : "cannot switch from automatic field numbering to manual field specification",
      );
    if (mode === "auto") index = numbering.next++;
    if (args.positional === null) throw valueError("Format string contains positional fields");
    const value = args.positional[index];
    if (value === undefined)
      throw raise("IndexError", `Replacement index ${index} out of range for positional args tuple`);
    return value;
  }
  return yield* args.named(first);
}

/** format(value, spec) as text. */
export function* formatValue(ctx: Context, value: Value, spec: string): Steps<string> {
  const { heap } = ctx;
  if (spec === "") {
    if (isSmallInt(value)) return String(integerOf(heap, value));
    if (heap.isStr(value) && heap.typeOf(value) === STR) return heap.text(value);
  }
  const result = yield* ctx.callSpecial(FORMAT, value, [ctx.str(spec)]);
  if (result === undefined)
    throw raise("TypeError", `unsupported format string passed to ${ctx.typeName(value)}.__format__`);
  if (!heap.isStr(result)) throw raise("TypeError", `__format__ must return a str, not ${ctx.typeName(result)}`);
  return heap.text(result);
}
