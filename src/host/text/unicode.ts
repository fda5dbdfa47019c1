// Character properties and case of the Unicode version CPython knows (generated/unicode-tables.ts), for text beyond ASCII. Works on code points,
// so lone surrogates are nothing special. The tables are unpacked on first use.
import { lazy } from "../../util/lazy.ts";
import { DECIMAL_ZEROS, DIGIT_VALUES, FLAG_RUNS, FOLD, LOWER, TITLE, UPPER } from "./generated/unicode-tables.ts";

export { UNICODE_VERSION } from "./generated/unicode-tables.ts";

/** Bits of a code point's flags. */
export const CharFlag = {
  ALPHA: 1, DECIMAL: 2, DIGIT: 4, NUMERIC: 8, LOWER: 16, UPPER: 32, TITLE: 64, PRINTABLE: 128, SPACE: 256, ID_START: 512, ID_CONTINUE: 1024,
} as const; // biome-ignore format: a table

/** Operations of HOOK_STR_CASE, in the order of StrCase in native/core/str_build.c. */
export const CASE_OPERATIONS = ["upper", "lower", "casefold", "title", "capitalize", "swapcase"] as const;
export type CaseOperation = (typeof CASE_OPERATIONS)[number];
/** Operations of HOOK_STR_TEST, in the order of StrTest in native/core/str_build.c. */
export const TEST_OPERATIONS = [
  "isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "islower", "isupper", "istitle", "isprintable", "isidentifier",
] as const; // biome-ignore format: a table
export type TestOperation = (typeof TEST_OPERATIONS)[number];

let runStarts: Uint32Array | undefined;
let runFlags: Uint16Array;

function unpackRuns(): Uint32Array {
  const runs = FLAG_RUNS.split(";");
  const starts = new Uint32Array(runs.length);
  runFlags = new Uint16Array(runs.length);
  let at = 0;
  runs.forEach((run, i) => {
    const comma = run.indexOf(",");
    starts[i] = at;
    runFlags[i] = Number.parseInt(run.slice(comma + 1), 36);
    at += Number.parseInt(run.slice(0, comma), 36);
  });
  runStarts = starts;
  return starts;
}

/** CharFlag bits of a code point. */
export function charFlags(codePoint: number): number {
  const starts = runStarts ?? unpackRuns();
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= codePoint) low = middle;
    else high = middle - 1;
  }
  return runFlags[low]!;
}

type CaseMap = Map<number, readonly number[]>;
const caseMaps = new Map<string, CaseMap>();

function caseMap(packed: string): CaseMap {
  let map = caseMaps.get(packed);
  if (!map) {
    map = new Map();
    for (const entry of packed.split(";")) {
      const comma = entry.indexOf(",");
      const mapped = entry.slice(comma + 1).split(".");
      map.set(
        Number.parseInt(entry.slice(0, comma), 36),
        mapped.map((n) => Number.parseInt(n, 36)),
      );
    }
    caseMaps.set(packed, map);
  }
  return map;
}

function asciiUpper(c: number): number {
  return c >= 0x61 && c <= 0x7a ? c - 32 : c;
}
function asciiLower(c: number): number {
  return c >= 0x41 && c <= 0x5a ? c + 32 : c;
}

function push(out: number[], c: number, packed: string): void {
  if (c < 0x80) {
    out.push(packed === UPPER || packed === TITLE ? asciiUpper(c) : asciiLower(c));
    return;
  }
  const mapped = caseMap(packed).get(c);
  if (mapped) out.push(...mapped);
  else out.push(c);
}

const SIGMA = 0x3a3;
const CASED = lazy(() => /^\p{Cased}$/u);
const CASE_IGNORABLE = lazy(() => /^\p{Case_Ignorable}$/u);

/** The Unicode standard's Final_Sigma condition (3.13): preceded by a cased letter and not followed by one, case-ignorables aside. */
function isFinalSigma(text: ArrayLike<number>, i: number): boolean {
  let before = i - 1;
  while (before >= 0 && CASE_IGNORABLE().test(String.fromCodePoint(text[before]!))) before--;
  if (before < 0 || !CASED().test(String.fromCodePoint(text[before]!))) return false;
  let after = i + 1;
  while (after < text.length && CASE_IGNORABLE().test(String.fromCodePoint(text[after]!))) after++;
  return after === text.length || !CASED().test(String.fromCodePoint(text[after]!));
}

function pushLower(out: number[], text: ArrayLike<number>, i: number): void {
  const c = text[i]!;
  if (c === SIGMA) out.push(isFinalSigma(text, i) ? 0x3c2 : 0x3c3);
  else push(out, c, LOWER);
}

function isCased(flags: number): boolean {
  return (flags & (CharFlag.LOWER | CharFlag.UPPER | CharFlag.TITLE)) !== 0;
}

// Characters that Node and the tables agree about whatever Unicode version Node has: scripts whose case pairs have been the same for long, and such without case.
const SETTLED =
  /^[\0-\u017f\u0386-\u04ff\u0590-\u109f\u1e00-\u214f\u2190-\u2bff\u3000-\ua63f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]*$/;

/** text.upper() or text.lower() of settled characters, by Node; undefined: it has others. */
export function changeSettledCase(text: string, operation: CaseOperation): string | undefined {
  if ((operation !== "upper" && operation !== "lower") || !SETTLED.test(text)) return undefined;
  return operation === "upper" ? text.toUpperCase() : text.toLowerCase();
}

/** Code points of str.upper() and its kin. */
export function changeCase(text: ArrayLike<number>, operation: CaseOperation): number[] {
  const out: number[] = [];
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    switch (operation) {
      case "upper":
        push(out, c, UPPER);
        break;
      case "lower":
        pushLower(out, text, i);
        break;
      case "casefold":
        push(out, c, FOLD);
        break;
      case "capitalize":
        if (i === 0) push(out, c, TITLE);
        else pushLower(out, text, i);
        break;
      case "title":
        if (inWord) pushLower(out, text, i);
        else push(out, c, TITLE);
        inWord = isCased(charFlags(c));
        break;
      case "swapcase": {
        const flags = charFlags(c);
        if (flags & CharFlag.UPPER) pushLower(out, text, i);
        else if (flags & CharFlag.LOWER) push(out, c, UPPER);
        else out.push(c);
        break;
      }
    }
  }
  return out;
}

/** str.isalpha() and its kin for text that is not empty. */
export function testChars(text: ArrayLike<number>, operation: TestOperation): boolean {
  const every = (bits: number): boolean => {
    for (let i = 0; i < text.length; i++) if ((charFlags(text[i]!) & bits) === 0) return false;
    return true;
  };
  switch (operation) {
    case "isalpha":
      return every(CharFlag.ALPHA);
    case "isdigit":
      return every(CharFlag.DIGIT);
    case "isdecimal":
      return every(CharFlag.DECIMAL);
    case "isnumeric":
      return every(CharFlag.NUMERIC);
    case "isalnum":
      return every(CharFlag.ALPHA | CharFlag.DECIMAL | CharFlag.DIGIT | CharFlag.NUMERIC);
    case "isprintable":
      return every(CharFlag.PRINTABLE);
    case "isidentifier":
      for (let i = 0; i < text.length; i++) {
        if ((charFlags(text[i]!) & (i ? CharFlag.ID_CONTINUE : CharFlag.ID_START)) === 0) return false;
      }
      return true;
    default:
      return testCase(text, operation);
  }
}

function testCase(text: ArrayLike<number>, operation: "islower" | "isupper" | "istitle"): boolean {
  let cased = false;
  let previousCased = false;
  for (let i = 0; i < text.length; i++) {
    const flags = charFlags(text[i]!);
    const upper = (flags & CharFlag.UPPER) !== 0 || (flags & CharFlag.TITLE && !(flags & CharFlag.LOWER)) !== 0;
    const lower = (flags & CharFlag.LOWER) !== 0;
    if (operation === "islower") {
      if (upper) return false;
      cased ||= lower;
    } else if (operation === "isupper") {
      if (lower || (flags & CharFlag.TITLE && !(flags & CharFlag.UPPER))) return false;
      cased ||= upper;
    } else {
      if (upper ? previousCased : lower && !previousCased) return false;
      previousCased = upper || lower;
      cased ||= previousCased;
    }
  }
  return cased;
}

let decimalZeros: number[] | undefined;
/** Value 0 to 9 of a decimal digit of any script, -1 for other characters: what int("٣") accepts. */
export function decimalValue(codePoint: number): number {
  if (codePoint < 0x80) return codePoint >= 0x30 && codePoint <= 0x39 ? codePoint - 0x30 : -1;
  if ((charFlags(codePoint) & CharFlag.DECIMAL) === 0) return -1;
  decimalZeros ??= DECIMAL_ZEROS.split(",").map((n) => Number.parseInt(n, 36));
  for (let i = decimalZeros.length - 1; i >= 0; i--)
    if (decimalZeros[i]! <= codePoint) return codePoint - decimalZeros[i]!;
  return -1;
}

let digitValues: Map<number, number> | undefined;
/** Value of a digit in unicodedata.digit's sense (superscripts …), -1 for other characters. */
export function digitValue(codePoint: number): number {
  const decimal = decimalValue(codePoint);
  if (decimal >= 0) return decimal;
  digitValues ??= new Map(
    DIGIT_VALUES.split(";").map((entry) => {
      const [point = "", value = ""] = entry.split(",");
      return [Number.parseInt(point, 36), Number(value)];
    }),
  );
  return digitValues.get(codePoint) ?? -1;
}
