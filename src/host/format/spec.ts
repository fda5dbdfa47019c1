// The format mini-language: parsing a specification, and formatting strs, ints, floats and complex numbers by it. Values come in as
// JavaScript's; the heap is not involved. Errors are ValueErrors worded as CPython's.

import { raise, valueError } from "../../heap/py-error.ts";
import { charactersOf, firstCharacters } from "../text/characters.ts";
import { decimalDigit } from "./digits.ts";
import { floatText, reprFloat, shortFloat } from "./float-text.ts";

export interface Spec {
  fill: string;
  align: "<" | ">" | "=" | "^";
  sign: "" | "+" | "-" | " ";
  noNegativeZero: boolean;
  alternate: boolean;
  /** -1: not given. */
  width: number;
  grouping: "" | "," | "_";
  precision: number;
  fractionGrouping: "" | "," | "_";
  /** "" if not given. */
  type: string;
  fillGiven: boolean;
}

const MAXIMUM_SIZE = 9223372036854775807n;

/** `typeName` is for messages; `numeric` decides the default alignment and what a leading 0 means. */
export function parseSpec(text: string, typeName: string, numeric: boolean): Spec {
  const chars = charactersOf(text);
  const spec: Spec = {
    fill: " ", align: numeric ? ">" : "<", sign: "", noNegativeZero: false, alternate: false, width: -1, grouping: "",
    precision: -1, fractionGrouping: "", type: numeric ? "" : "s", fillGiven: false,
  }; // biome-ignore format: a table
  let at = 0;
  let alignGiven = false;
  const isAlign = (c: string | undefined): c is Spec["align"] =>
    c !== undefined && c.length === 1 && "<>=^".includes(c);
  if (isAlign(chars[1])) {
    spec.fill = chars[0] as string;
    spec.align = chars[1];
    spec.fillGiven = alignGiven = true;
    at = 2;
  } else if (isAlign(chars[0])) {
    spec.align = chars[0];
    alignGiven = true;
    at = 1;
  }
  const sign = chars[at];
  if (sign === "+" || sign === "-" || sign === " ") {
    spec.sign = sign;
    at++;
  }
  if (chars[at] === "z") {
    spec.noNegativeZero = true;
    at++;
  }
  if (chars[at] === "#") {
    spec.alternate = true;
    at++;
  }
  if (!spec.fillGiven && chars[at] === "0") {
    spec.fill = "0";
    if (!alignGiven && numeric) spec.align = "=";
    at++;
  }
  const readInteger = (): number => {
    let digits = "";
    while (at < chars.length && /^\p{Nd}$/u.test(chars[at] as string)) digits += decimalDigit(chars[at++] as string);
    if (digits === "") return -1;
    if (digits.length > 18 && BigInt(digits) > MAXIMUM_SIZE)
      throw valueError("Too many decimal digits in format string");
    return Number(digits);
  };
  spec.width = readInteger();
  if (chars[at] === ",") {
    spec.grouping = ",";
    at++;
  }
  if (chars[at] === "_") {
    if (spec.grouping) throw valueError("Cannot specify both ',' and '_'.");
    spec.grouping = "_";
    at++;
  }
  if (chars[at] === "," && spec.grouping === "_") throw valueError("Cannot specify both ',' and '_'.");
  if (chars[at] === ".") {
    at++;
    spec.precision = readInteger();
    let given = spec.precision >= 0;
    if (chars[at] === ",") {
      spec.fractionGrouping = ",";
      given = true;
      at++;
    }
    if (chars[at] === "_") {
      if (spec.fractionGrouping) throw valueError("Cannot specify both ',' and '_'.");
      spec.fractionGrouping = "_";
      given = true;
      at++;
    }
    if (chars[at] === "," && spec.fractionGrouping === "_") throw valueError("Cannot specify both ',' and '_'.");
    if (!given) throw valueError("Format specifier missing precision");
  }
  if (chars.length - at > 1) throw valueError(`Invalid format specifier '${text}' for object of type '${typeName}'`);
  if (at < chars.length) spec.type = chars[at] as string;
  if (spec.grouping && !(spec.type === "" || "deEfFgG%".includes(spec.type))) {
    if (!("boxX".includes(spec.type) && spec.grouping === "_")) throw badGrouping(spec.grouping, spec.type);
  }
  if (spec.type === "n" && spec.fractionGrouping) throw badGrouping(spec.fractionGrouping, "n");
  return spec;
}

function badGrouping(grouping: string, type: string) {
  const code = type.codePointAt(0) as number;
  const shown = code > 32 && code < 128 ? `'${type}'` : `'\\x${code.toString(16)}'`;
  return valueError(`Cannot specify '${grouping}' with ${shown}.`);
}

function unknownType(type: string, typeName: string) {
  const code = type.codePointAt(0) as number;
  const shown = code > 32 && code < 128 ? type : `\\x${code.toString(16)}`;
  return valueError(`Unknown format code '${shown}' for object of type '${typeName}'`);
}

function lengthOf(text: string): number {
  let n = 0;
  for (const _ of text) n++;
  return n;
}

function pad(text: string, spec: Spec, align: Spec["align"] = spec.align): string {
  const missing = spec.width - lengthOf(text);
  if (missing <= 0) return text;
  if (align === "<") return text + spec.fill.repeat(missing);
  if (align === "^") {
    const left = Math.floor(missing / 2);
    return spec.fill.repeat(left) + text + spec.fill.repeat(missing - left);
  }
  return spec.fill.repeat(missing) + text;
}

/** format(text, spec). */
export function formatStr(text: string, spec: Spec, typeName = "str"): string {
  if (spec.type !== "s") throw unknownType(spec.type, typeName);
  const where = "not allowed in string format specifier";
  if (spec.sign) throw valueError(`${spec.sign === " " ? "Space" : "Sign"} ${where}`);
  if (spec.noNegativeZero) throw valueError(`Negative zero coercion (z) ${where}`);
  if (spec.alternate) throw valueError(`Alternate form (#) ${where}`);
  if (spec.align === "=") throw valueError(`'=' alignment ${where}`);
  if (spec.precision >= 0 && text.length > spec.precision) text = firstCharacters(text, spec.precision);
  return pad(text, spec);
}

/** Puts separators between groups of `size` digits, and zeros in front up to `width` characters. */
function group(digits: string, separator: string, size: number, width: number): string {
  if (!separator) return digits.padStart(width, "0");
  const groups: string[] = [];
  let rest = digits.length;
  let room = width;
  for (;;) {
    const take = Math.min(size, Math.max(rest, room, 1));
    const from = Math.max(0, rest - take);
    groups.push(digits.slice(from, Math.max(rest, 0)).padStart(take, "0"));
    rest -= take;
    room -= take;
    if (rest <= 0 && room <= 0) break;
    room -= separator.length;
    if (rest <= 0 && room <= 0) {
      // A separator can't come first: one more digit goes before it.
      groups.push("0");
      break;
    }
  }
  return groups.reverse().join(separator);
}

function groupFraction(digits: string, separator: string): string {
  return separator ? (digits.match(/.{1,3}/g) ?? []).join(separator) : digits;
}

/** Sign, prefix (0x…), digits, rest (point, fraction, exponent, %) put together and padded. */
function number(negative: boolean, prefix: string, digits: string, rest: string, spec: Spec, groupSize = 3): string {
  const sign = negative ? "-" : spec.sign === "+" ? "+" : spec.sign === " " ? " " : "";
  const zeroFill = spec.fill === "0" && spec.align === "=";
  const width = zeroFill ? spec.width - sign.length - prefix.length - rest.length : 0;
  const grouped = spec.grouping
    ? group(digits, spec.grouping, groupSize, width)
    : digits.padStart(Math.max(0, width), "0");
  const body = grouped + rest;
  if (spec.align !== "=") return pad(sign + prefix + body, spec);
  const missing = spec.width - sign.length - prefix.length - body.length;
  return sign + prefix + (missing > 0 ? spec.fill.repeat(missing) : "") + body;
}

/** format(int, spec). `digits` gives the decimal text of the magnitude (it may refuse: sys.set_int_max_str_digits). */
export function formatInt(
  n: number | bigint,
  spec: Spec,
  typeName: string,
  decimal: (magnitude: number | bigint) => string = String,
): string {
  const type = spec.type || "d";
  if ("eEfFgG%".includes(type)) {
    const x = Number(n);
    if (!Number.isFinite(x)) throw raise("OverflowError", "int too large to convert to float");
    return formatFloat(x, spec, typeName);
  }
  if (!"bcdoxXn".includes(type)) throw unknownType(type, typeName);
  if (spec.precision >= 0 || spec.fractionGrouping)
    throw valueError("Precision not allowed in integer format specifier");
  if (spec.noNegativeZero) throw valueError("Negative zero coercion (z) not allowed in integer format specifier");
  if (type === "c") {
    if (spec.sign) throw valueError("Sign not allowed with integer format specifier 'c'");
    if (spec.alternate) throw valueError("Alternate form (#) not allowed with integer format specifier 'c'");
    if (n > 0x7fffffffffffffffn || n < -0x8000000000000000n)
      throw raise("OverflowError", "Python int too large to convert to C long");
    if (n < 0 || n > 0x10ffff) throw raise("OverflowError", "%c arg not in range(0x110000)");
    const c = String.fromCodePoint(Number(n));
    return pad(c, spec, spec.align === "=" ? ">" : spec.align);
  }
  const negative = n < 0;
  const magnitude = negative ? -n : n;
  const radix = type === "b" ? 2 : type === "o" ? 8 : type === "x" || type === "X" ? 16 : 10;
  let digits = radix === 10 ? decimal(magnitude) : magnitude.toString(radix);
  let prefix = spec.alternate && radix !== 10 ? `0${type}` : "";
  if (type === "X") {
    digits = digits.toUpperCase();
    prefix = prefix.toUpperCase();
  }
  return number(negative, prefix, digits, "", spec, radix === 10 ? 3 : 4);
}

/** Text of a float for a format type: sign left out, see `negative`. */
function floatBody(x: number, spec: Spec, type: string): { negative: boolean; digits: string; rest: string } {
  const options = { alternate: spec.alternate };
  let { precision } = spec;
  let text: string;
  let percent = "";
  const lower = type.toLowerCase();
  if (type === "%") {
    x *= 100;
    percent = "%";
    text = floatText(x, "f", precision < 0 ? 6 : precision, options);
  } else if (type === "") {
    if (precision < 0) text = spec.alternate ? shortFloat(x, { ...options, addPointZero: true }) : reprFloat(x);
    else text = floatText(x, "g", precision, { ...options, addPointZero: true });
  } else {
    if (precision < 0) precision = 6;
    text = floatText(x, (lower === "n" ? "g" : lower) as "e" | "f" | "g", precision, options);
  }
  if ("EFG".includes(type) && type !== "") text = text.toUpperCase();
  let negative = text.startsWith("-");
  if (negative) text = text.slice(1);
  if (spec.noNegativeZero && negative && !/[1-9]/.test(text.replace(/[eE].*/, "")) && /^[0-9]/.test(text))
    negative = false;
  const end = /^[0-9]*/.exec(text)![0].length;
  let rest = text.slice(end);
  if (spec.fractionGrouping && rest.startsWith(".")) {
    const fraction = /^[0-9]*/.exec(rest.slice(1))![0];
    rest = `.${groupFraction(fraction, spec.fractionGrouping)}${rest.slice(1 + fraction.length)}`;
  }
  return { negative, digits: text.slice(0, end), rest: rest + percent };
}

/** format(float, spec). */
export function formatFloat(x: number, spec: Spec, typeName = "float"): string {
  const { type } = spec;
  if (!(type === "" || "eEfFgGn%".includes(type))) throw unknownType(type, typeName);
  if (spec.precision > 0x7fffffff) throw valueError("precision too big");
  const { negative, digits, rest } = floatBody(x, spec, type);
  if (digits === "") {
    // inf and nan: never grouped, padded as they are.
    return number(negative, "", "", rest, { ...spec, grouping: "" });
  }
  return number(negative, "", digits, rest, spec);
}

/** format(complex, spec). */
export function formatComplex(real: number, imag: number, spec: Spec): string {
  const { type } = spec;
  if (!(type === "" || "eEfFgGn".includes(type))) throw unknownType(type, "complex");
  if (spec.fill === "0") throw valueError("Zero padding is not allowed in complex format specifier");
  if (spec.align === "=") throw valueError("'=' alignment flag is not allowed in complex format specifier");
  const plain: Spec = { ...spec, width: -1, align: ">", fill: " " };
  const part = (x: number, sign: Spec["sign"]): string => {
    if (type !== "") {
      const { negative, digits, rest } = floatBody(x, spec, type);
      return number(negative, "", digits, rest, { ...plain, sign, grouping: digits === "" ? "" : spec.grouping });
    }
    // Without a type: like repr, without ".0".
    const { alternate } = spec;
    const text = spec.precision < 0 ? shortFloat(x, { alternate }) : floatText(x, "g", spec.precision, { alternate });
    const magnitude = text.replace(/^-/, "");
    const end = /^[0-9]*/.exec(magnitude)![0].length;
    const negative = text.startsWith("-") && !(spec.noNegativeZero && x === 0);
    const grouping = end === 0 ? "" : spec.grouping;
    return number(negative, "", magnitude.slice(0, end), magnitude.slice(end), { ...plain, sign, grouping });
  };
  const parenthesised = type === "";
  const skipReal = type === "" && real === 0 && !Object.is(real, -0);
  const imaginary = part(imag, skipReal ? spec.sign : "+");
  let text = `${skipReal ? "" : part(real, spec.sign)}${imaginary}j`;
  if (parenthesised && !skipReal) text = `(${text})`;
  return pad(text, spec);
}
