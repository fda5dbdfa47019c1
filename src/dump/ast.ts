// The tree as CPython's ast.dump() prints it, so that the two can be compared as text.

import type { ConstantValue, Node, NodeKind } from "../syntax/ast.ts";
import { NODE_FIELDS } from "../syntax/ast-fields.ts";
import { isPrintable } from "../syntax/identifiers.ts";
import { codePointsOf } from "../syntax/string-literal.ts";

export interface DumpOptions {
  /** Spaces per level (default 2); null for everything on one line. */
  indent?: number | null;
  /** Show lineno, col_offset, end_lineno, end_col_offset. */
  attributes?: boolean;
}

/** `ast.dump(node, indent=2)`. */
export function dumpAst(node: Node, options: DumpOptions = {}): string {
  const indent = options.indent === undefined ? 2 : options.indent;
  return new Dumper(indent === null ? null : " ".repeat(indent), options.attributes ?? false).node(node, 0).text;
}

interface Piece {
  text: string;
  /** Short enough to stand on its parent's line. */
  simple: boolean;
}

// String fields that are names of operators or contexts, which ast has as node objects.
const OBJECT_FIELDS = new Set(["op", "ops", "ctx"]);
const ATTRIBUTES = ["lineno", "col_offset", "end_lineno", "end_col_offset"] as const;

class Dumper {
  private readonly indent: string | null;
  private readonly attributes: boolean;

  constructor(indent: string | null, attributes: boolean) {
    this.indent = indent;
    this.attributes = attributes;
  }

  node(node: Node, outer: number): Piece {
    const level = outer + 1;
    const args: string[] = [];
    let allSimple = true;
    const add = (name: string, piece: Piece): void => {
      allSimple &&= piece.simple;
      args.push(`${name}=${piece.text}`);
    };
    const values = node as unknown as Record<string, unknown>;
    for (const spec of NODE_FIELDS[node.kind as NodeKind] as readonly string[]) {
      const optional = spec.endsWith("?");
      const field = optional ? spec.slice(0, -1) : spec;
      const value = values[field];
      if (optional && value === null) continue;
      if (Array.isArray(value) && value.length === 0) continue;
      add(field === "ukind" ? "kind" : field, this.value(field, value, level));
    }
    if (this.attributes && values.lineno !== undefined) {
      for (const name of ATTRIBUTES) add(name, { text: String(values[name]), simple: true });
    }
    if (allSimple && args.length <= 3) return { text: `${node.kind}(${args.join(", ")})`, simple: args.length === 0 };
    return { text: `${node.kind}(${this.prefix(level)}${args.join(this.separator(level))})`, simple: false };
  }

  private prefix(level: number): string {
    return this.indent === null ? "" : `\n${this.indent.repeat(level)}`;
  }

  private separator(level: number): string {
    return this.indent === null ? ", " : `,\n${this.indent.repeat(level)}`;
  }

  private value(field: string, value: unknown, level: number): Piece {
    if (Array.isArray(value)) {
      const items = value.map((item) => this.value(field, item, level + 1).text);
      return { text: `[${this.prefix(level + 1)}${items.join(this.separator(level + 1))}]`, simple: false };
    }
    if (value === null) return { text: "None", simple: true };
    if (typeof value === "number") return { text: String(value), simple: true };
    if (typeof value === "string") {
      return { text: OBJECT_FIELDS.has(field) ? `${value}()` : strRepr(codePointsOf(value)), simple: true };
    }
    const node = value as Node | ConstantValue;
    return "kind" in node ? this.node(node, level) : { text: constantRepr(node), simple: true };
  }
}

// ---------------------------------------------------------------------------------------------- Python's repr

function constantRepr(value: ConstantValue): string {
  switch (value.type) {
    case "int":
      return intRepr(value.value);
    case "float":
      return floatRepr(value.value);
    case "complex":
      return `${floatRepr(value.value).replace(/\.0$/, "")}j`;
    case "str":
      return strRepr(value.points ?? codePointsOf(value.value));
    case "bytes":
      return `b${quoted([...value.value], true)}`;
    case "none":
      return "None";
    case "true":
      return "True";
    case "false":
      return "False";
    case "ellipsis":
      return "Ellipsis";
  }
}

/** Python refuses to print ints of more than 4300 digits; a tree may hold one (from a hexadecimal literal). */
function intRepr(value: number | bigint): string {
  return value.toString();
}

/** repr() of a non-negative float. */
export function floatRepr(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return "inf";
  if (value === 0) return "0.0";
  const [mantissa, exponentText] = value.toExponential().split("e") as [string, string];
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const digits = String(Math.abs(exponent)).padStart(2, "0");
    return `${mantissa}e${exponent < 0 ? "-" : "+"}${digits}`;
  }
  const digits = mantissa.replace(".", "");
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return `${digits.padEnd(exponent + 1, "0")}.0`;
  return `${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

function strRepr(points: number[]): string {
  return quoted(points, false);
}

function quoted(points: number[], bytes: boolean): string {
  const quote = points.includes(0x27) && !points.includes(0x22) ? '"' : "'";
  let text = quote;
  for (const point of points) {
    if (point === 0x5c) text += "\\\\";
    else if (point === quote.charCodeAt(0)) text += `\\${quote}`;
    else if (point === 10) text += "\\n";
    else if (point === 13) text += "\\r";
    else if (point === 9) text += "\\t";
    else if (point < 0x20 || point === 0x7f || (bytes && point > 0x7f)) text += hex("x", point, 2);
    else if (point < 0x7f || isPrintable(point)) text += String.fromCodePoint(point);
    else if (point < 0x100) text += hex("x", point, 2);
    else if (point < 0x10000) text += hex("u", point, 4);
    else text += hex("U", point, 8);
  }
  return text + quote;
}

function hex(letter: string, point: number, width: number): string {
  return `\\${letter}${point.toString(16).padStart(width, "0")}`;
}
