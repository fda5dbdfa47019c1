/** f-strings, t-strings, and `"…" % (…)` turned into the former. */
import type { Constant } from "../bytecode/code.ts";
import { Conversion, Flag, Intrinsic, Op } from "../bytecode/opcodes.ts";
import type { BinOp, Expr, FormattedValue, Interpolation, JoinedStr, StrValue, TemplateStr } from "../syntax/ast.ts";
import { drop, exprTo, intrinsic, MAX_GROUP, operand, push } from "./expressions.ts";
import type { Unit } from "./unit.ts";

const EMPTY: Constant = { type: "str", value: "", points: null };

function conversionOf(code: number): number {
  switch (code) {
    case 115:
      return Conversion.STR;
    case 114:
      return Conversion.REPR;
    case 97:
      return Conversion.ASCII;
    default:
      return Conversion.NONE;
  }
}

export function joinedTo(u: Unit, e: JoinedStr, target: number): void {
  const { values } = e;
  const mark = u.top;
  if (values.length === 0) {
    u.location = e;
    u.loadConst(target, EMPTY);
    return;
  }
  if (values.length === 1) {
    exprTo(u, values[0]!, target);
    return;
  }
  const first = u.next;
  for (const value of values) {
    push(u, value);
    if (u.top - mark < MAX_GROUP) continue;
    u.location = e;
    u.emit(Op.BUILD_STRING, first, first, u.top - mark);
    u.top = mark + 1;
  }
  const count = u.top - mark;
  u.top = mark;
  u.location = e;
  u.emit(Op.BUILD_STRING, target, first, count);
}

export function formattedTo(u: Unit, e: FormattedValue, target: number): void {
  const mark = u.top;
  const conversion = conversionOf(e.conversion);
  if (!e.format_spec) {
    const value = operand(u, e.value);
    u.top = mark;
    u.location = e;
    u.emit(Op.FORMAT_VALUE, target, value, conversion, drop(value, Flag.DROP_B));
    return;
  }
  let first: number;
  if (conversion === Conversion.NONE) first = push(u, e.value);
  else {
    // Converted before the format specification is evaluated.
    first = u.next;
    const value = operand(u, e.value);
    u.top = mark;
    u.take();
    u.location = e;
    u.emit(Op.CONVERT, first, value, conversion, drop(value, Flag.DROP_B));
  }
  push(u, e.format_spec);
  u.top = mark;
  u.location = e;
  u.emit(Op.FORMAT_SPEC, target, first, Conversion.NONE);
}

// -------------------------------------------------------------------------------------------- t-strings

export function templateTo(u: Unit, e: TemplateStr, target: number): void {
  const strings: Constant[] = [];
  const interpolations: Interpolation[] = [];
  let text: StrValue | null = null;
  for (const value of e.values) {
    if (value.kind === "Interpolation") {
      strings.push(text ?? EMPTY);
      text = null;
      interpolations.push(value);
    } else if (value.kind === "Constant" && value.value.type === "str") {
      text = text ? { type: "str", value: text.value + value.value.value, points: null } : value.value;
    }
  }
  strings.push(text ?? EMPTY);
  const mark = u.top;
  const first = u.take();
  u.location = e;
  u.loadConst(first, { type: "tuple", items: strings });
  const second = u.next;
  for (const value of interpolations) push(u, value);
  u.location = e;
  u.reserve(1);
  u.emit(Op.BUILD_TUPLE, second, second, interpolations.length);
  intrinsic(u, first, first, Intrinsic.BUILD_TEMPLATE, 2, e);
  u.top = mark;
  u.moveTo(target, first);
}

export function interpolationTo(u: Unit, e: Interpolation, target: number): void {
  const mark = u.top;
  const first = push(u, e.value);
  u.location = e;
  u.loadConst(u.take(), { type: "str", value: e.str, points: null });
  const conversion = e.conversion < 0 ? null : String.fromCharCode(e.conversion);
  u.loadConst(u.take(), conversion === null ? { type: "none" } : { type: "str", value: conversion, points: null });
  if (e.format_spec) push(u, e.format_spec);
  else u.loadConst(u.take(), EMPTY);
  intrinsic(u, first, first, Intrinsic.BUILD_INTERPOLATION, 4, e);
  u.top = mark;
  u.moveTo(target, first);
}

// -------------------------------------------------------------------------------------------- "…" % (…)

/** What may be a format: it might still not be made an f-string. */
export function isPercentFormat(e: BinOp): boolean {
  if (e.op !== "Mod" || e.left.kind !== "Constant" || e.left.value.type !== "str" || e.left.value.points) return false;
  return e.right.kind === "Tuple" && !e.right.elts.some((elt) => elt.kind === "Starred");
}

/** `"%s: %r" % (a, b)` with nothing but plain %s, %r and %a is compiled as an f-string. */
export function percentFormatTo(u: Unit, e: BinOp, target: number): boolean {
  if (!isPercentFormat(e) || e.left.kind !== "Constant" || e.left.value.type !== "str") return false;
  if (e.right.kind !== "Tuple") return false;
  const values = formatParts(e.left.value.value, e.right.elts, e);
  if (!values) return false;
  const { lineno, col_offset, end_lineno, end_col_offset } = e;
  joinedTo(u, { kind: "JoinedStr", values, lineno, col_offset, end_lineno, end_col_offset }, target);
  return true;
}

function formatParts(format: string, args: readonly Expr[], at: BinOp): Expr[] | null {
  const { lineno, col_offset, end_lineno, end_col_offset } = at;
  const location = { lineno, col_offset, end_lineno, end_col_offset };
  const text = (value: string): Expr => ({
    kind: "Constant",
    value: { type: "str", value, points: null },
    ukind: null,
    ...location,
  });
  const values: Expr[] = [];
  let literal = "";
  let used = 0;
  const specifier = /%(?:%|([-+ #0]*)(\d{0,2})(?:\.(\d{0,2}))?([sra]))/y;
  for (let i = 0; i < format.length; ) {
    if (format[i] !== "%") {
      literal += format[i];
      i++;
      continue;
    }
    specifier.lastIndex = i;
    const found = specifier.exec(format);
    if (!found) return null;
    i = specifier.lastIndex;
    const [, flags = "", width = "", precision, conversion] = found;
    if (conversion === undefined) {
      literal += "%";
      continue;
    }
    const arg = args[used++];
    if (!arg) return null;
    if (literal !== "") values.push(text(literal));
    literal = "";
    let spec = width !== "" && Number(width) > 0 && !flags.includes("-") ? ">" : "";
    if (width !== "") spec += String(Number(width));
    if (precision !== undefined) spec += `.${Number(precision)}`;
    values.push({
      kind: "FormattedValue",
      value: arg,
      conversion: conversion.charCodeAt(0),
      format_spec: spec === "" ? null : { kind: "JoinedStr", values: [text(spec)], ...location },
      lineno: arg.lineno,
      col_offset: arg.col_offset,
      end_lineno: arg.end_lineno,
      end_col_offset: arg.end_col_offset,
    });
  }
  if (literal !== "") values.push(text(literal));
  return used === args.length ? values : null;
}
