// Exact decimal digits of doubles, rounded half to even as C's printf does. JS's toFixed and toExponential round ties away from zero and
// stop at 100 digits, so they only serve where no tie is possible.

const view = new DataView(new ArrayBuffer(8));

/** x = mantissa * 2^exponent for a finite x >= 0. */
function decompose(x: number): { mantissa: bigint; exponent: number } {
  view.setFloat64(0, x);
  const high = view.getUint32(0);
  const biased = (high >>> 20) & 0x7ff;
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(view.getUint32(4));
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: biased - 1075 };
}

function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  if (twice > denominator || (twice === denominator && quotient & 1n)) return quotient + 1n;
  return quotient;
}

/** No double has more decimal places, or more significant digits: what is asked for beyond them is zeros. */
const MOST_DIGITS = 1074;

/** Digits of x (finite, >= 0) with `places` digits after the point, e.g. "12.50"; no point when places is 0. */
export function fixedDigits(x: number, places: number): string {
  if (places > MOST_DIGITS) return fixedDigits(x, MOST_DIGITS) + "0".repeat(places - MOST_DIGITS);
  if (x < 1e21 && places <= 100) {
    const scaled = x * 2 ** (places + 1);
    const tie = Number.isInteger(scaled) && scaled % 2 !== 0;
    if (!tie) return x.toFixed(places);
  }
  const { mantissa, exponent } = decompose(x);
  const scale = 10n ** BigInt(places);
  const digits =
    exponent >= 0 ? (mantissa << BigInt(exponent)) * scale : divideHalfEven(mantissa * scale, 1n << BigInt(-exponent));
  if (places === 0) return digits.toString();
  const text = digits.toString().padStart(places + 1, "0");
  return `${text.slice(0, -places)}.${text.slice(-places)}`;
}

/** `count` >= 1 significant digits of x (finite, >= 0): x is about 0.d1d2d3… * 10^point. */
export function significantDigits(x: number, count: number): { digits: string; point: number } {
  if (x === 0) return { digits: "0".repeat(count), point: 1 };
  if (count > MOST_DIGITS) {
    const { digits, point } = significantDigits(x, MOST_DIGITS);
    return { digits: digits + "0".repeat(count - MOST_DIGITS), point };
  }
  const { mantissa, exponent } = decompose(x);
  let power = Math.floor(Math.log10(x));
  for (;;) {
    const shift = count - 1 - power;
    let numerator = exponent >= 0 ? mantissa << BigInt(exponent) : mantissa;
    let denominator = exponent >= 0 ? 1n : 1n << BigInt(-exponent);
    if (shift >= 0) numerator *= 10n ** BigInt(shift);
    else denominator *= 10n ** BigInt(-shift);
    // The estimate of the power may be off by one either way.
    if (numerator < denominator * 10n ** BigInt(count - 1)) {
      power--;
      continue;
    }
    if (numerator >= denominator * 10n ** BigInt(count)) {
      power++;
      continue;
    }
    const digits = divideHalfEven(numerator, denominator).toString();
    if (digits.length > count) return { digits: digits.slice(0, count), point: power + 2 }; // 9.99… became 10.0
    return { digits, point: power + 1 };
  }
}

/** The shortest digits that read back as x (finite, > 0): x = 0.d1d2d3… * 10^point. */
export function shortestDigits(x: number): { digits: string; point: number } {
  const [mantissa = "", exponent = "0"] = x.toExponential().split("e");
  return { digits: mantissa.replace(".", ""), point: Number(exponent) + 1 };
}
