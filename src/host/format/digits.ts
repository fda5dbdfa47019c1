// Decimal digits of every script.

/** What a character of category Nd stands for, as an ASCII digit. */
export function decimalDigit(c: string): string {
  if (c < "\x80") return c;
  // Decimal digits come in runs of ten that start at a code point whose predecessor is no digit.
  let zero = c.codePointAt(0) as number;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) {
    zero--;
    value++;
  }
  return String(value);
}

/** A text with all its decimal digits as ASCII ones. */
export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, decimalDigit);
}
