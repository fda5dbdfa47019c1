// str.format and format_map: replacement fields with attribute and item lookups, conversions and nested specifications.

import { CoreConst } from "../../heap/generated/layout.ts";
import { integerOf } from "../../heap/numbers.ts";
import { raise, valueError } from "../../heap/py-error.ts";
import type { Value } from "../../heap/value.ts";
import { isSmallInt } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import type { Steps } from "../../vm/host-call.ts";
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
export interface FormatPiece {
  readonly literal: string;
  /** undefined: literal text only. */
  readonly field: string | undefined;
  readonly spec: string;
  readonly conversion: string | undefined;
}

/** Splits a format string. Throws ValueError. */
export function* parseFormat(format: string): Generator<FormatPiece> {
  let at = 0;
  const end = format.length;
  while (at < end) {
    let literal = "";
    let isField = false;
    while (at < end) {
      const c = format[at++] as string;
      if (c !== "{" && c !== "}") {
        literal += c;
        continue;
      }
      if (format[at] === c) {
        literal += c;
        at++;
        // CPython yields here; joining the literals makes no difference to str.format.
        continue;
      }
      if (c === "}") throw valueError("Single '}' encountered in format string");
      if (at >= end) throw valueError("Single '{' encountered in format string");
      isField = true;
      break;
    }
    if (!isField) {
      yield { literal, field: undefined, spec: "", conversion: undefined };
      continue;
    }
    const start = at;
    let depth = 1;
    let bracket = false;
    let specAt = -1;
    for (; at < end && depth > 0; at++) {
      const c = format[at];
      if (c === "{") {
        depth++;
        if (specAt < 0 && depth > 1 && !bracket) {
          // A brace in the field name itself.
          throw valueError("unexpected '{' in field name");
        }
      } else if (c === "}") {
        if (bracket && depth === 1 && specAt < 0) continue;
        depth--;
      } else if (c === "[" && specAt < 0) bracket = true;
      else if (c === "]" && specAt < 0) bracket = false;
      else if ((c === ":" || c === "!") && specAt < 0 && !bracket) specAt = at;
    }
    if (depth > 0) throw valueError("expected '}' before end of string");
    const inner = format.slice(start, at - 1);
    if (specAt < 0) {
      yield { literal, field: inner, spec: "", conversion: undefined };
      continue;
    }
    const field = format.slice(start, specAt);
    const rest = format.slice(specAt, at - 1);
    if (rest.startsWith("!")) {
      const conversion = Array.from(rest.slice(1))[0];
      if (conversion === undefined)
        throw valueError(
          at - 1 >= end ? "end of string while looking for conversion specifier" : "unmatched '{' in format spec",
        );
      const after = rest.slice(1 + conversion.length);
      if (after !== "" && !after.startsWith(":")) throw valueError("expected ':' after conversion specifier");
      yield { literal, field, spec: after.slice(1), conversion };
    } else yield { literal, field, spec: rest.slice(1), conversion: undefined };
  }
}

/** `first` and its lookups: "0.name[key]". */
export interface FieldName {
  readonly first: string;
  readonly rest: readonly { readonly attribute: boolean; readonly key: string }[];
}

export function parseFieldName(field: string): FieldName {
  const split = /^[^.[]*/.exec(field)![0];
  const rest: { attribute: boolean; key: string }[] = [];
  let at = split.length;
  while (at < field.length) {
    if (field[at] === ".") {
      const key = /^[^.[]*/.exec(field.slice(at + 1))![0];
      if (key === "") throw valueError("Empty attribute in format string");
      rest.push({ attribute: true, key });
      at += 1 + key.length;
    } else if (field[at] === "[") {
      const close = field.indexOf("]", at);
      if (close < 0) throw valueError("Missing ']' in format string");
      const key = field.slice(at + 1, close);
      if (key === "") throw valueError("Empty attribute in format string");
      rest.push({ attribute: false, key });
      at = close + 1;
    } else throw valueError("Only '.' or '[' may follow ']' in format field specifier");
  }
  return { first: split, rest };
}

function indexOf(text: string): number {
  if (!/^[0-9]+$/.test(text)) return -1;
  const n = Number(text);
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
    const name = parseFieldName(piece.field);
    let value = yield* firstValue(ctx, name.first, args, numbering);
    for (const step of name.rest) {
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

function* firstValue(ctx: Context, first: string, args: FormatArguments, numbering: Numbering): Steps<Value> {
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
  void ctx;
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
