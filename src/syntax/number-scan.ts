// Finds the end of a number literal and words what is wrong with it. "1or 2" is still a number followed by a
// keyword (with a warning), "1_a" is an error: the rules are those of CPython's lexer.

/** Result of a scan; the object is reused by the next one. */
export interface NumberScan {
  /** Where the literal ends, or where the error lies (text index just past it). */
  end: number;
  error: string | null;
  /** For an error that spans from the literal's start: text index of its end. */
  errorRange: number | null;
  warning: string | null;
}

const result: NumberScan = { end: 0, error: null, errorRange: null, warning: null };

/** Scans the literal at `start`, which is a digit, or a dot before a digit. */
export function scanNumber(text: string, start: number): NumberScan {
  result.error = null;
  result.errorRange = null;
  result.warning = null;
  let c = text.charCodeAt(start);
  let pos = start;
  if (c === 48) {
    c = text.charCodeAt(start + 1) | 32;
    if (c === 120) return radix(text, start + 2, "hexadecimal", isHexDigit);
    if (c === 111) return radix(text, start + 2, "octal", isOctalDigit);
    if (c === 98) return radix(text, start + 2, "binary", isBinaryDigit);
    return leadingZero(text, start);
  }
  if (c !== 46) {
    pos = decimalTail(text, start);
    if (pos < 0) return result;
    c = text.charCodeAt(pos);
    // The usual case: a short integer followed by something that is no part of any word.
    if (c !== 46 && !isWordChar(c)) {
      result.end = pos;
      return result;
    }
  }
  return fraction(text, pos);
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}
function isHexDigit(c: number): boolean {
  return (c >= 48 && c <= 57) || ((c | 32) >= 97 && (c | 32) <= 102);
}
function isOctalDigit(c: number): boolean {
  return c >= 48 && c <= 55;
}
function isBinaryDigit(c: number): boolean {
  return c === 48 || c === 49;
}
function isWordChar(c: number): boolean {
  return isDigit(c) || ((c | 32) >= 97 && (c | 32) <= 122) || c === 95;
}

function fail(message: string, at: number): NumberScan {
  result.error = message;
  result.end = at;
  return result;
}

/** Digits with single underscores between them, from a digit; -1 after an error. */
function decimalTail(text: string, start: number): number {
  let pos = start;
  for (;;) {
    while (isDigit(text.charCodeAt(pos))) pos++;
    if (text.charCodeAt(pos) !== 95) return pos;
    pos++;
    if (!isDigit(text.charCodeAt(pos))) {
      fail("invalid decimal literal", pos);
      return -1;
    }
  }
}

function radix(text: string, start: number, kind: string, isOfRadix: (c: number) => boolean): NumberScan {
  let pos = start;
  do {
    if (text.charCodeAt(pos) === 95) pos++;
    const c = text.charCodeAt(pos);
    if (!isOfRadix(c)) {
      if (isDigit(c)) return fail(`invalid digit '${text[pos]}' in ${kind} literal`, pos + 1);
      return fail(`invalid ${kind} literal`, pos);
    }
    do pos++;
    while (isOfRadix(text.charCodeAt(pos)));
  } while (text.charCodeAt(pos) === 95);
  if (isDigit(text.charCodeAt(pos))) return fail(`invalid digit '${text[pos]}' in ${kind} literal`, pos + 1);
  return finish(text, pos, kind);
}

function leadingZero(text: string, start: number): NumberScan {
  let pos = start + 1;
  for (;;) {
    if (text.charCodeAt(pos) === 95) {
      pos++;
      if (!isDigit(text.charCodeAt(pos))) return fail("invalid decimal literal", pos);
    }
    if (text.charCodeAt(pos) !== 48) break;
    pos++;
  }
  const zerosEnd = pos + 1;
  let nonzero = false;
  if (isDigit(text.charCodeAt(pos))) {
    nonzero = true;
    pos = decimalTail(text, pos);
    if (pos < 0) return result;
  }
  const c = text.charCodeAt(pos);
  if (c === 46 || (c | 32) === 101 || (c | 32) === 106) return fraction(text, pos);
  if (nonzero) {
    result.errorRange = zerosEnd;
    return fail(
      "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
      pos,
    );
  }
  return finish(text, pos, "decimal");
}

/** What may follow the integer part: fraction, exponent, imaginary suffix. */
function fraction(text: string, start: number): NumberScan {
  let pos = start;
  if (text.charCodeAt(pos) === 46) {
    pos++;
    if (isDigit(text.charCodeAt(pos))) {
      pos = decimalTail(text, pos);
      if (pos < 0) return result;
    }
  }
  if ((text.charCodeAt(pos) | 32) === 101) {
    const exponent = pos;
    pos++;
    const c = text.charCodeAt(pos);
    if (c === 43 || c === 45) {
      pos++;
      if (!isDigit(text.charCodeAt(pos))) return fail("invalid decimal literal", pos);
    } else if (!isDigit(c)) return finish(text, exponent, "decimal");
    pos = decimalTail(text, pos);
    if (pos < 0) return result;
  }
  if ((text.charCodeAt(pos) | 32) === 106) return finish(text, pos + 1, "imaginary");
  return finish(text, pos, "decimal");
}

// Keywords that may directly follow a number.
const FOLLOWERS = /(?:and|else|for|or|not)(?![A-Za-z0-9_\x80-\uffff])|i[fns]/y;

function finish(text: string, end: number, kind: string): NumberScan {
  result.end = end;
  if (isWordChar(text.charCodeAt(end))) {
    FOLLOWERS.lastIndex = end;
    if (FOLLOWERS.test(text)) result.warning = `invalid ${kind} literal`;
    else return fail(`invalid ${kind} literal`, end);
  }
  return result;
}
