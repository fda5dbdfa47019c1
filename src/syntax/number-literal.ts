// Number literals: from source text (already checked by the lexer) to value.

import type { ConstantValue } from "./ast.ts";

/** CPython refuses longer decimal int literals (sys.int_info.default_max_str_digits): reading them is quadratic. */
export const MAX_INT_DIGITS = 4300;

/** The number of digits when `text` is a decimal int literal that is too long, else 0. */
export function excessDigits(text: string): number {
  if (text.length <= MAX_INT_DIGITS || !/^[0-9][0-9_]*$/.test(text)) return 0;
  const digits = text.replaceAll("_", "").length;
  return digits > MAX_INT_DIGITS ? digits : 0;
}

/** The value of a literal. The caller has ruled out `excessDigits`. */
export function parseNumber(text: string): ConstantValue {
  if (text.includes("_")) text = text.replaceAll("_", "");
  const last = text.charCodeAt(text.length - 1) | 32;
  const second = text.charCodeAt(1) | 32;
  if (text.charCodeAt(0) === 48 && (second === 120 || second === 111 || second === 98))
    return { type: "int", value: integer(text) };
  if (last === 106) return { type: "complex", value: Number(text.slice(0, -1)) };
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 46 || (c | 32) === 101) return { type: "float", value: Number(text) };
  }
  return { type: "int", value: integer(text) };
}

function integer(text: string): number | bigint {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}
