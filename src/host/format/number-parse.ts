// int("…"), float("…") and complex("…"): what they accept and how they refuse.
import { type PyError, valueError } from "../../heap/py-error.ts";
import { asciiDigits } from "./digits.ts";
import { decimalNumber, digitLimit } from "./int-text.ts";
import { reprText } from "./str-repr.ts";

const SPACE = /^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/gu;

/** Unicode decimal digits become ASCII ones, Unicode spaces are stripped at the ends. A BOM is no space for Python. */
function normalise(text: string): string {
  if (/^[!-~]*$/.test(text)) return text;
  const stripped = text.startsWith("\ufeff") || text.endsWith("\ufeff") ? text : text.replace(SPACE, "");
  return asciiDigits(stripped);
}

/** int(text, base); `shown` is how the message shows the literal. Throws ValueError. */
export function parseInt_(
  text: string,
  base: number,
  shown = () => reprText(text),
  poll: () => void = () => {},
): bigint {
  const fail = (): PyError => valueError(`invalid literal for int() with base ${base}: ${shown().slice(0, 200)}`);
  const clean = normalise(text).toLowerCase();
  const match = /^([+-]?)(0[box]_?)?([0-9a-z]+(?:_[0-9a-z]+)*)$/.exec(clean);
  const plain = /^([+-]?)([0-9a-z]+(?:_[0-9a-z]+)*)$/.exec(clean);
  const prefixes: Record<number, string> = { 2: "0b", 8: "0o", 16: "0x" };
  let radix = base;
  let digits: string;
  let sign: string;
  const prefix = match?.[2]?.slice(0, 2);
  if (match && prefix && (base === 0 || prefixes[base] === prefix)) {
    radix = prefix === "0b" ? 2 : prefix === "0o" ? 8 : 16;
    [sign, digits] = [match[1] as string, match[3] as string];
  } else if (plain) {
    [sign, digits] = [plain[1] as string, plain[2] as string];
    if (base === 0) {
      radix = 10;
      if (/^0[0_]*[1-9]/.test(digits)) throw fail();
    }
  } else throw fail();
  digits = digits.replaceAll("_", "");
  let largest = 0;
  for (let i = 0; i < digits.length; i++) {
    const c = digits.charCodeAt(i); // 0-9a-z
    largest = Math.max(largest, c < 0x3a ? c - 0x30 : c - 0x57);
  }
  if (largest >= radix) throw fail();
  const negative = sign === "-";
  let value: bigint;
  const isLinear = (radix & (radix - 1)) === 0;
  if (!isLinear && digitLimit.digits > 0 && digits.length > digitLimit.digits && digits.length > 640)
    throw valueError(
      `Exceeds the limit (${digitLimit.digits} digits) for integer string conversion: value has ${digits.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  if (radix === 10) {
    value = decimalNumber(digits, poll);
  } else if (radix === 16 || radix === 8 || radix === 2) {
    value = BigInt((radix === 16 ? "0x" : radix === 8 ? "0o" : "0b") + digits);
  } else value = inRadix(digits, radix);
  return negative ? -value : value;
}

function inRadix(digits: string, radix: number): bigint {
  if (digits.length <= 10) return BigInt(Number.parseInt(digits, radix));
  const middle = digits.length >> 1;
  const low = digits.slice(middle);
  return inRadix(digits.slice(0, middle), radix) * BigInt(radix) ** BigInt(low.length) + inRadix(low, radix);
}

const FLOAT = /^[+-]?(?:(?:[0-9](?:_?[0-9])*)?\.?(?:[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)$/;

function parseFinite(text: string): number | undefined {
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(text);
  if (special) {
    const value = (special[2] as string).toLowerCase() === "nan" ? Number.NaN : Number.POSITIVE_INFINITY;
    return special[1] === "-" ? -value : value;
  }
  if (!FLOAT.test(text) || !/[0-9]/.test(text.replace(/[eE].*/, ""))) return undefined;
  return Number(text.replaceAll("_", ""));
}

/** float(text). Throws ValueError. */
export function parseFloat_(text: string, shown = reprText(text)): number {
  const value = parseFinite(normalise(text));
  if (value === undefined) throw valueError(`could not convert string to float: ${shown}`);
  return value;
}

/** complex(text). Throws ValueError. */
export function parseComplex(text: string): { real: number; imag: number } {
  const fail = () => valueError("complex() arg is a malformed string");
  let clean = normalise(text).trim();
  if (/(?:^|[^0-9])_|_(?:[^0-9]|$)/.test(clean))
    throw valueError(`could not convert string to complex: ${reprText(text)}`);
  if (clean.startsWith("(") && clean.endsWith(")")) clean = clean.slice(1, -1).trim();
  if (/\s/.test(clean) || clean === "") throw fail();
  const number = "(?:[0-9][0-9_]*\\.?[0-9_]*|\\.[0-9][0-9_]*)(?:[eE][+-]?[0-9_]+)?|inf(?:inity)?|nan";
  const match = new RegExp(`^([+-]?(?:${number}))?(?:([+-]?(?:${number})?)([jJ]))?$`, "i").exec(clean);
  if (!match) throw fail();
  let [, realText, imagText, j] = match;
  if (j !== undefined && realText !== undefined && imagText === "") {
    imagText = realText;
    realText = undefined;
  }
  if (j !== undefined && realText !== undefined && !/^[+-]/.test(imagText as string)) throw fail();
  const part = (piece: string | undefined): number => {
    if (piece === undefined) return 0;
    const value = piece === "" || piece === "+" ? 1 : piece === "-" ? -1 : parseFinite(piece);
    if (value === undefined) throw fail();
    return value;
  };
  return { real: part(realText), imag: j === undefined ? 0 : part(imagText) };
}
