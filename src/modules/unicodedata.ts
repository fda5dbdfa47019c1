// The module unicodedata, and what others want to know of characters' names: `\N{…}` in literals and the error handler "namereplace".

import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { PyError, typeError, valueError } from "../heap/py-error.ts";
import { float, type Ref, type Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import { type Definition, def } from "../vm/host-call.ts";
import { pythonSource } from "./python-source.ts";
import { type Database, database, nameOf, pointNamed, sequenceNamed } from "./unicodedata/database.ts";
import { type Form, normalise } from "./unicodedata/normalise.ts";

/** An argument that must be one character; `which`: " 1" if the function has more arguments. */
function character(ctx: Context, v: Value, name: string, which = ""): number {
  if (!ctx.heap.isStr(v))
    throw typeError(`${name}() argument${which} must be a unicode character, not ${ctx.typeNameForError(v)}`);
  const length = ctx.heap.strLength(v);
  if (length !== 1)
    throw typeError(`${name}(): argument${which} must be a unicode character, not a string of length ${length}`);
  return ctx.heap.strChar(v, 0);
}

const FORMS = ["NFC", "NFD", "NFKC", "NFKD"];

function formOf(ctx: Context, v: Value, name: string): Form {
  if (!ctx.heap.isStr(v)) throw typeError(`${name}() argument 1 must be str, not ${ctx.typeNameForError(v)}`);
  const form = ctx.heap.text(v);
  if (!FORMS.includes(form)) throw valueError("invalid normalization form");
  return form as Form;
}
function textOf(ctx: Context, v: Value, name: string): number[] {
  if (!ctx.heap.isStr(v)) throw typeError(`${name}() argument 2 must be str, not ${ctx.typeNameForError(v)}`);
  return ctx.heap.codePoints(v);
}

/** Is it plain ASCII, or for NFC Latin-1? (Most texts are.) */
function isSettled({ heap }: Context, form: Form, text: Value): boolean {
  if (!heap.isStr(text) || !heap.isExact(text, CoreConst.TYPE_STR)) return false;
  const ref = text as Ref;
  return heap.u8[ref + Layout.PyStr.ascii] === 1 || (form === "NFC" && heap.u8[ref + Layout.PyStr.kind] === 1);
}

/** The functions for one version of the database. */
function table(old: boolean): Record<string, Definition> {
  const data = (): Database => database(old);
  const row = (signature: string, body: (ctx: Context, ...args: Value[]) => Value): Definition =>
    def(`(${signature}, /)`, body);
  const unassigned = (point: number): boolean => old && data().category.at(point) === "Cn";
  const property = (name: "category" | "bidirectional" | "width", shown: string) =>
    row("chr", (ctx, c) => ctx.str(data()[name].at(character(ctx, c as Value, shown))));
  const number = (name: "combining" | "mirrored") =>
    row("chr", (ctx, c) => ctx.int(Number(data()[name].at(character(ctx, c as Value, name)))));
  const value = (name: "decimal" | "digit" | "numeric", missing: string) =>
    row("chr, default=<unrepresentable>", (ctx, c, preset) => {
      const found = data()[name].get(character(ctx, c as Value, name, " 1"));
      if (found !== undefined) return name === "numeric" ? float(Number(found)) : ctx.int(Number(found));
      if (preset === undefined) throw valueError(missing);
      return preset;
    });
  return {
    category: property("category", "category"),
    bidirectional: property("bidirectional", "bidirectional"),
    east_asian_width: property("width", "east_asian_width"),
    combining: number("combining"),
    mirrored: number("mirrored"),
    decimal: value("decimal", "not a decimal"),
    digit: value("digit", "not a digit"),
    numeric: value("numeric", "not a numeric character"),
    decomposition: row("chr", (ctx, c) =>
      ctx.str(data().decomposition.get(character(ctx, c as Value, "decomposition")) ?? ""),
    ),
    name: row("chr, default=<unrepresentable>", (ctx, c, preset) => {
      const point = character(ctx, c as Value, "name", " 1");
      const found = unassigned(point) ? undefined : nameOf(point);
      if (found !== undefined) return ctx.str(found);
      if (preset === undefined) throw valueError("no such name");
      return preset;
    }),
    lookup: row("name", (ctx, v) => {
      if (!ctx.heap.isStr(v as Value))
        throw typeError(`lookup() argument must be str, not ${ctx.typeNameForError(v as Value)}`);
      const name = ctx.heap.text(v as Ref);
      const point = pointNamed(name);
      const found = point !== undefined && !unassigned(point) ? [point] : sequenceNamed(name);
      if (found === undefined) throw new PyError(CoreConst.EXC_KeyError, [`undefined character name '${name}'`]);
      return ctx.heap.strOfPoints(found);
    }),
    normalize: row("form, unistr", (ctx, form, text) => {
      if (isSettled(ctx, formOf(ctx, form as Value, "normalize"), text as Value)) return text as Value;
      const points = textOf(ctx, text as Value, "normalize");
      const result = normalise(formOf(ctx, form as Value, "normalize"), points, old, () => ctx.machine.poll());
      return result === points && ctx.heap.isExact(text as Value, CoreConst.TYPE_STR)
        ? (text as Value)
        : ctx.heap.strOfPoints(result);
    }),
    is_normalized: row("form, unistr", (ctx, form, text) => {
      const points = textOf(ctx, text as Value, "is_normalized");
      const result = normalise(formOf(ctx, form as Value, "is_normalized"), points, old, () => ctx.machine.poll());
      return ctx.bool(result.length === points.length && result.every((point, i) => point === points[i]));
    }),
  };
}

export const unicodedataModule = defineModule("unicodedata", {
  doc: "This module provides access to the Unicode Character Database which\ndefines character properties for all Unicode characters. The data in\nthis database is based on the UnicodeData.txt file version\n16.0.0 which is publicly available from the Unicode Consortium\nat https://www.unicode.org/Public/16.0.0/ucd/UnicodeData.txt\n\nThe module uses the same names and symbols as defined by the\nUnicodeData File Format 16.0.0.",
  functions: {
    ...table(false),
    ...Object.fromEntries(Object.entries(table(true)).map(([name, row]) => [`_old_${name}`, row])),
  },
  constants: { unidata_version: (ctx) => ctx.str(database(false).version) },
  get pythonSource() {
    return pythonSource("unicodedata.py");
  },
});

export { nameOf as characterName, pointNamed as characterNamed };
