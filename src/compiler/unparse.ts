/** Expressions back to source, as `from __future__ import annotations` stores them; and repr() of constants for messages. */
import type { Constant } from "../bytecode/code.ts";
import type { Arguments, BinaryOperator, CompareOperator, Comprehension, Expr, UnaryOperator } from "../syntax/ast.ts";
import { isPrintable } from "../syntax/identifiers.ts";
import { constantOfLiteral } from "./consts.ts";

/** Binding strength; an expression is put in parentheses where something stronger is wanted. */
const Level = {
  NAMED: 0,
  TUPLE: 1,
  TEST: 2,
  OR: 3,
  AND: 4,
  NOT: 5,
  CMP: 6,
  BOR: 7,
  BXOR: 8,
  BAND: 9,
  SHIFT: 10,
  ARITH: 11,
  TERM: 12,
  FACTOR: 13,
  POWER: 14,
  AWAIT: 15,
  ATOM: 16,
} as const;
const EXPR = Level.BOR;

const BINARY: Record<BinaryOperator, [string, number]> = {
  Add: [" + ", Level.ARITH],
  Sub: [" - ", Level.ARITH],
  Mult: [" * ", Level.TERM],
  MatMult: [" @ ", Level.TERM],
  Div: [" / ", Level.TERM],
  Mod: [" % ", Level.TERM],
  LShift: [" << ", Level.SHIFT],
  RShift: [" >> ", Level.SHIFT],
  BitOr: [" | ", Level.BOR],
  BitXor: [" ^ ", Level.BXOR],
  BitAnd: [" & ", Level.BAND],
  FloorDiv: [" // ", Level.TERM],
  Pow: [" ** ", Level.POWER],
};
const UNARY: Record<UnaryOperator, [string, number]> = {
  Invert: ["~", Level.FACTOR],
  Not: ["not ", Level.NOT],
  UAdd: ["+", Level.FACTOR],
  USub: ["-", Level.FACTOR],
};
const COMPARE: Record<CompareOperator, string> = {
  Eq: " == ",
  NotEq: " != ",
  Lt: " < ",
  LtE: " <= ",
  Gt: " > ",
  GtE: " >= ",
  Is: " is ",
  IsNot: " is not ",
  In: " in ",
  NotIn: " not in ",
};

/** Source text of an expression. */
export function unparse(e: Expr): string {
  return text(e, Level.TEST);
}

function list(items: readonly Expr[], level: number = Level.TEST): string {
  return items.map((item) => text(item, level)).join(", ");
}

function text(e: Expr, level: number): string {
  const wrap = (own: number, inner: string): string => (level > own ? `(${inner})` : inner);
  switch (e.kind) {
    case "Name":
      return e.id;
    case "Constant":
      return (e.ukind ?? "") + pythonRepr(constantOfLiteral(e.value)).replaceAll("inf", "1e309");
    case "Attribute": {
      const isInt = e.value.kind === "Constant" && e.value.value.type === "int";
      return `${text(e.value, Level.ATOM)}${isInt ? " ." : "."}${e.attr}`;
    }
    case "Subscript":
      return `${text(e.value, Level.ATOM)}[${text(e.slice, Level.TUPLE)}]`;
    case "Tuple": {
      if (e.elts.length === 0) return "()";
      return wrap(Level.TUPLE, e.elts.length === 1 ? `${list(e.elts)},` : list(e.elts));
    }
    case "List":
      return `[${list(e.elts)}]`;
    case "Set":
      return `{${list(e.elts)}}`;
    case "Dict": {
      const items = e.values.map((value, i) => {
        const key = e.keys[i];
        return key ? `${text(key, Level.TEST)}: ${text(value, Level.TEST)}` : `**${text(value, EXPR)}`;
      });
      return `{${items.join(", ")}}`;
    }
    case "BoolOp": {
      const own = e.op === "And" ? Level.AND : Level.OR;
      return wrap(own, e.values.map((value) => text(value, own + 1)).join(e.op === "And" ? " and " : " or "));
    }
    case "BinOp": {
      const [op, own] = BINARY[e.op];
      const right = e.op === "Pow" ? 1 : 0;
      return wrap(own, text(e.left, own + right) + op + text(e.right, own + 1 - right));
    }
    case "UnaryOp": {
      const [op, own] = UNARY[e.op];
      return wrap(own, op + text(e.operand, own));
    }
    case "Compare": {
      const rest = e.ops.map((op, i) => COMPARE[op] + text(e.comparators[i]!, Level.CMP + 1));
      return wrap(Level.CMP, text(e.left, Level.CMP + 1) + rest.join(""));
    }
    case "IfExp": {
      const test = text(e.test, Level.TEST + 1);
      return wrap(Level.TEST, `${text(e.body, Level.TEST + 1)} if ${test} else ${text(e.orelse, Level.TEST)}`);
    }
    case "Lambda": {
      const parameters = argumentsText(e.args);
      return wrap(Level.TEST, `lambda${parameters && " "}${parameters}: ${text(e.body, Level.TEST)}`);
    }
    case "Call": {
      const only = e.args[0];
      if (e.args.length === 1 && e.keywords.length === 0 && only?.kind === "GeneratorExp") {
        return text(e.func, Level.ATOM) + text(only, Level.ATOM);
      }
      const keywords = e.keywords.map(({ arg, value }) =>
        arg === null ? `**${text(value, EXPR)}` : `${arg}=${text(value, Level.TEST)}`,
      );
      const parts = [...e.args.map((arg) => text(arg, Level.TEST)), ...keywords];
      return `${text(e.func, Level.ATOM)}(${parts.join(", ")})`;
    }
    case "Starred":
      return `*${text(e.value, EXPR)}`;
    case "Slice": {
      const part = (value: Expr | null): string => (value ? text(value, Level.TEST) : "");
      return `${part(e.lower)}:${part(e.upper)}${e.step ? `:${part(e.step)}` : ""}`;
    }
    case "GeneratorExp":
      return `(${text(e.elt, Level.TEST)}${clauses(e.generators)})`;
    case "ListComp":
      return `[${text(e.elt, Level.TEST)}${clauses(e.generators)}]`;
    case "SetComp":
      return `{${text(e.elt, Level.TEST)}${clauses(e.generators)}}`;
    case "DictComp":
      return `{${text(e.key, Level.TEST)}: ${text(e.value, Level.TEST)}${clauses(e.generators)}}`;
    case "Yield":
      return e.value ? `(yield ${text(e.value, Level.TUPLE)})` : "(yield)";
    case "YieldFrom":
      return `(yield from ${text(e.value, Level.TEST)})`;
    case "Await":
      return wrap(Level.AWAIT, `await ${text(e.value, Level.ATOM)}`);
    case "NamedExpr":
      return wrap(Level.NAMED, `${e.target.id} := ${text(e.value, Level.ATOM)}`);
    case "JoinedStr":
      return `f${pythonRepr(stringBody(e.values))}`;
    case "TemplateStr":
      return `t${pythonRepr(stringBody(e.values))}`;
    case "FormattedValue":
      return `f${pythonRepr(replacement(text(e.value, Level.TEST + 1), e.conversion, e.format_spec))}`;
    case "Interpolation":
      return `t${pythonRepr(replacement(e.str, e.conversion, e.format_spec))}`;
  }
}

function clauses(generators: readonly Comprehension[]): string {
  return generators
    .map(({ target, iter, ifs, is_async }) => {
      const conditions = ifs.map((condition) => ` if ${text(condition, Level.TEST + 1)}`).join("");
      const word = is_async ? " async for " : " for ";
      return `${word}${text(target, Level.TUPLE)} in ${text(iter, Level.TEST + 1)}${conditions}`;
    })
    .join("");
}

function argumentsText(args: Arguments): string {
  const parts: string[] = [];
  const positional = [...args.posonlyargs, ...args.args];
  const firstDefault = positional.length - args.defaults.length;
  positional.forEach((arg, i) => {
    const value = args.defaults[i - firstDefault];
    parts.push(value ? `${arg.arg}=${text(value, Level.TEST)}` : arg.arg);
    if (i === args.posonlyargs.length - 1) parts.push("/");
  });
  if (args.vararg || args.kwonlyargs.length > 0) parts.push(`*${args.vararg?.arg ?? ""}`);
  args.kwonlyargs.forEach((arg, i) => {
    const value = args.kw_defaults[i];
    parts.push(value ? `${arg.arg}=${text(value, Level.TEST)}` : arg.arg);
  });
  if (args.kwarg) parts.push(`**${args.kwarg.arg}`);
  return parts.join(", ");
}

function stringBody(values: readonly Expr[]): string {
  return values
    .map((value) => {
      if (value.kind === "Constant" && value.value.type === "str") {
        return value.value.value.replaceAll("{", "{{").replaceAll("}", "}}");
      }
      if (value.kind === "FormattedValue") {
        return replacement(text(value.value, Level.TEST + 1), value.conversion, value.format_spec);
      }
      if (value.kind === "Interpolation") return replacement(value.str, value.conversion, value.format_spec);
      return value.kind === "JoinedStr" ? stringBody(value.values) : "";
    })
    .join("");
}

function replacement(expression: string, conversion: number, spec: Expr | null): string {
  const start = expression.startsWith("{") ? "{ " : "{";
  const convert = conversion < 0 ? "" : `!${String.fromCharCode(conversion)}`;
  const format = spec ? `:${spec.kind === "JoinedStr" ? stringBody(spec.values) : ""}` : "";
  return `${start}${expression}${convert}${format}}`;
}

// -------------------------------------------------------------------------------------------- repr

/** Python's repr() of a constant. */
export function pythonRepr(value: string | Constant): string {
  if (typeof value === "string") return strRepr(value);
  switch (value.type) {
    case "int":
      return String(value.value);
    case "float":
      return floatRepr(value.value, true);
    case "complex": {
      const imag = floatRepr(value.imag, false);
      if (value.real === 0 && !Object.is(value.real, -0)) return `${imag}j`;
      const sign = imag.startsWith("-") ? "" : "+";
      return `(${floatRepr(value.real, false)}${sign}${imag}j)`;
    }
    case "str":
      return strRepr(value.value);
    case "bytes":
      return bytesRepr(value.value);
    case "none":
      return "None";
    case "true":
      return "True";
    case "false":
      return "False";
    case "ellipsis":
      return "...";
    case "tuple": {
      const items = value.items.map(pythonRepr);
      return `(${items.join(", ")}${items.length === 1 ? "," : ""})`;
    }
    case "frozenset":
      return value.items.length === 0 ? "frozenset()" : `frozenset({${value.items.map(pythonRepr).join(", ")}})`;
    case "slice":
      return `slice(${value.items.map(pythonRepr).join(", ")})`;
    case "code":
      return `<code object ${value.code.name}, file "${value.code.filename}", line ${value.code.firstLine}>`;
    case "private":
      return `<_krait.${value.name}>`;
  }
}

/** The shortest digits that read back as the same float, laid out as Python does. */
function floatRepr(value: number, dotZero: boolean): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  if (value === 0) return `${Object.is(value, -0) ? "-" : ""}0${dotZero ? ".0" : ""}`;
  const [mantissa = "", exponentText = "0"] = Math.abs(value).toExponential().split("e");
  const digits = mantissa.replace(".", "");
  const exponent = Number(exponentText);
  const sign = value < 0 ? "-" : "";
  if (exponent < -4 || exponent >= 16) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
    const size = String(Math.abs(exponent)).padStart(2, "0");
    return `${sign}${digits[0]}${fraction}e${exponent < 0 ? "-" : "+"}${size}`;
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  const fraction = digits.slice(exponent + 1);
  return `${sign}${whole}${fraction ? `.${fraction}` : dotZero ? ".0" : ""}`;
}

function strRepr(value: string): string {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  let out = quote;
  for (const char of value) {
    const code = char.codePointAt(0)!;
    if (char === quote || char === "\\") out += `\\${char}`;
    else if (char === "\n") out += "\\n";
    else if (char === "\r") out += "\\r";
    else if (char === "\t") out += "\\t";
    else if (code < 0x7f ? code >= 0x20 : isPrintable(code)) out += char;
    else if (code < 0x100) out += `\\x${code.toString(16).padStart(2, "0")}`;
    else if (code < 0x10000) out += `\\u${code.toString(16).padStart(4, "0")}`;
    else out += `\\U${code.toString(16).padStart(8, "0")}`;
  }
  return out + quote;
}

function bytesRepr(value: Uint8Array): string {
  const chars = [...value];
  const quote = chars.includes(0x27) && !chars.includes(0x22) ? '"' : "'";
  const body = chars.map((byte) => {
    const char = String.fromCharCode(byte);
    if (char === quote || char === "\\") return `\\${char}`;
    if (char === "\n") return "\\n";
    if (char === "\r") return "\\r";
    if (char === "\t") return "\\t";
    return byte >= 0x20 && byte < 0x7f ? char : `\\x${byte.toString(16).padStart(2, "0")}`;
  });
  return `b${quote}${body.join("")}${quote}`;
}
