// Decimal text of ints, with the limit that keeps quadratic conversions out of untrusted hands (sys.set_int_max_str_digits).
import { valueError } from "../../heap/py-error.ts";

/** Set by sys.set_int_max_str_digits; 0 = no limit. */
export const digitLimit = { digits: 4300 };

const LOG10_2 = Math.log10(2);
/** V8 converts this many digits in some milliseconds; longer numbers are cut in halves, so that a conversion can be interrupted. */
const CHUNK_DIGITS = 32768;

/** Decimal text of n >= 0. */
function decimalText(n: bigint, poll: () => void): string {
  const powers: bigint[] = [10n ** BigInt(CHUNK_DIGITS)];
  for (let power = powers[0]!; power * power <= n; powers.push(power)) {
    poll();
    power *= power;
  }
  // Text of m < powers[level]²; without leading zeros only if it is the first part.
  const convert = (m: bigint, level: number, isFirst: boolean): string => {
    if (level < 0) return isFirst ? m.toString() : m.toString().padStart(CHUNK_DIGITS, "0");
    poll();
    const power = powers[level] as bigint;
    if (isFirst && m < power) return convert(m, level - 1, true);
    const high = m / power;
    poll();
    return convert(high, level - 1, isFirst) + convert(m - high * power, level - 1, false);
  };
  return convert(n, powers.length - 1, true);
}

/** Digits of n >= 0 to base 2, 8 or 16. */
export function binaryText(n: number | bigint, radix: number, poll: () => void): string {
  if (typeof n === "number") return n.toString(radix);
  const bitsADigit = Math.log2(radix);
  const convert = (m: bigint, digits: number): string => {
    if (digits <= BINARY_CHUNK_DIGITS) return m.toString(radix);
    poll();
    const low = digits >> 1;
    const bits = low * bitsADigit;
    const high = m >> BigInt(bits);
    const below = convert(BigInt.asUintN(bits, m), low);
    return high === 0n ? below : convert(high, digits - low) + below.padStart(low, "0");
  };
  let digits = BINARY_CHUNK_DIGITS;
  while (n >> BigInt(digits * bitsADigit) !== 0n) digits *= 2;
  return convert(n, digits);
}
const BINARY_CHUNK_DIGITS = 1 << 20;

/** The number that decimal digits spell. */
export function decimalNumber(digits: string, poll: () => void): bigint {
  if (digits.length <= CHUNK_DIGITS) return BigInt(digits);
  const powers = new Map<number, bigint>();
  const convert = (from: number, to: number): bigint => {
    if (to - from <= CHUNK_DIGITS) return BigInt(digits.slice(from, to));
    poll();
    // The lower part is CHUNK_DIGITS times a power of two, so few powers of ten are needed.
    let low = CHUNK_DIGITS;
    while (low * 2 < to - from) low *= 2;
    let power = powers.get(low);
    if (power === undefined) {
      power = 10n ** BigInt(low);
      powers.set(low, power);
    }
    return convert(from, to - low) * power + convert(to - low, to);
  };
  return convert(0, digits.length);
}

/** Throws ValueError if the int has more digits than allowed. */
export function intText(n: number | bigint, poll: () => void = () => {}): string {
  if (typeof n === "number") return String(n);
  const magnitude = n < 0n ? -n : n;
  if (digitLimit.digits > 0 && magnitude >= 10n ** 640n) {
    // Estimate from the bits first: the text itself would be the expensive part.
    const bits = (magnitude.toString(16).length - 1) * 4;
    if (bits * LOG10_2 > digitLimit.digits + 2) throw tooLong();
    const text = n.toString();
    if (text.length - (n < 0n ? 1 : 0) > digitLimit.digits) throw tooLong();
    return text;
  }
  if (magnitude < 1n << BigInt(4 * CHUNK_DIGITS)) return n.toString();
  return (n < 0n ? "-" : "") + decimalText(magnitude, poll);
}

function tooLong() {
  return valueError(
    `Exceeds the limit (${digitLimit.digits} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
  );
}
