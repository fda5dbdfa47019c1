// Decimal text of ints, with the limit that keeps quadratic conversions out of untrusted hands (sys.set_int_max_str_digits).
import { valueError } from "../../heap/py-error.ts";

/** Set by sys.set_int_max_str_digits; 0 = no limit. */
export const digitLimit = { digits: 4300 };

const LOG10_2 = Math.log10(2);

/** Throws ValueError if the int has more digits than allowed. */
export function intText(n: number | bigint): string {
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
  return n.toString();
}

function tooLong() {
  return valueError(
    `Exceeds the limit (${digitLimit.digits} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
  );
}
