// Text of floats in the manner of C's printf codes, as CPython's PyOS_double_to_string gives it.
import { fixedDigits, shortestDigits, significantDigits } from "./decimal-digits.ts";

export interface FloatTextOptions {
  /** "#": the point always shows, and g keeps its trailing zeros. */
  readonly alternate?: boolean;
  /** repr: integers end in ".0". */
  readonly addPointZero?: boolean;
}

function nonFinite(x: number): string | undefined {
  if (Number.isNaN(x)) return "nan";
  if (x === Number.POSITIVE_INFINITY) return "inf";
  if (x === Number.NEGATIVE_INFINITY) return "-inf";
  return undefined;
}

function isNegative(x: number): boolean {
  return x < 0 || Object.is(x, -0);
}

/** Digits with the point at `point` (0.ddd × 10^point), plain or with an exponent. */
function layOut(digits: string, point: number, exponential: boolean, options: FloatTextOptions): string {
  let text: string;
  if (exponential) {
    text = digits[0] as string;
    if (digits.length > 1 || options.alternate) text += `.${digits.slice(1)}`;
    return text + exponentText(point - 1);
  }
  if (point <= 0) text = `0.${"0".repeat(-point)}${digits}`;
  else if (point >= digits.length) {
    text = digits + "0".repeat(point - digits.length);
    if (options.addPointZero) text += ".0";
    else if (options.alternate) text += ".";
  } else text = `${digits.slice(0, point)}.${digits.slice(point)}`;
  return text;
}

function exponentText(exponent: number): string {
  return `e${exponent < 0 ? "-" : "+"}${Math.abs(exponent).toString().padStart(2, "0")}`;
}

/** repr(x). */
export function reprFloat(x: number): string {
  return shortFloat(x, { addPointZero: true });
}

/** The shortest text that reads back as x, with repr's rule for exponents. */
export function shortFloat(x: number, options: FloatTextOptions = {}): string {
  const special = nonFinite(x);
  if (special !== undefined) return special;
  const sign = isNegative(x) ? "-" : "";
  if (x === 0) return `${sign}${layOut("0", 1, false, options)}`;
  const { digits, point } = shortestDigits(Math.abs(x));
  return sign + layOut(digits, point, point > 16 || point <= -4, options);
}

/** x by a printf code: "e", "f" or "g" (lower case), `precision` >= 0. */
export function floatText(x: number, code: "e" | "f" | "g", precision: number, options: FloatTextOptions = {}): string {
  const special = nonFinite(x);
  if (special !== undefined) return special;
  const sign = isNegative(x) ? "-" : "";
  const magnitude = Math.abs(x);
  if (code === "f") {
    const text = fixedDigits(magnitude, precision);
    return sign + (options.alternate && precision === 0 ? `${text}.` : text);
  }
  if (code === "e") {
    const { digits, point } = significantDigits(magnitude, precision + 1);
    return sign + layOut(digits, point, true, options);
  }
  const count = precision === 0 ? 1 : precision;
  let { digits, point } = significantDigits(magnitude, count);
  // With repr's ".0" CPython goes to exponents one digit earlier, so that the digits shown stay significant.
  const limit = options.addPointZero ? count - 1 : count;
  const exponential = point <= -4 || point > limit;
  if (!options.alternate) digits = digits.replace(/0+$/, "") || "0";
  else digits = digits.padEnd(count, "0");
  return sign + layOut(digits, point, exponential, options);
}
