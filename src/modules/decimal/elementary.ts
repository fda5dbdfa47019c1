// Digits of exp, ln and log10 of decimal numbers, over BigInt fixed point. A result is cut off, never rounded, and never ends in 0 or 5: none of these
// numbers is exact, so whoever rounds it to fewer digits must see neither a tie nor an end.

/** A result `coefficient * 10**exponent`. */
export interface Digits {
  readonly negative: boolean;
  readonly coefficient: bigint;
  readonly exponent: bigint;
}

const BITS_PER_DIGIT = 3.3219280948873626;
/** Digits behind those asked for; rounding needs three. */
const BEHIND = 3;
/** Bound for the errors of all steps, in units of the last digit computed. */
const ERROR_UNITS = 1000n;

const powerOfTen = (n: number): bigint => 10n ** BigInt(n);
const bitLength = (n: bigint): number => n.toString(16).length * 4;
const digitCount = (n: bigint): number => n.toString().length;

/** Called between long steps; throws what ends the program. */
type Poll = () => void;

/** atanh(1/n) in fixed point. */
function atanhOfInverse(n: bigint, bits: bigint, poll: Poll): bigint {
  const square = n * n;
  let term = (1n << bits) / n;
  let sum = term;
  for (let i = 3n; term !== 0n; i += 2n) {
    poll();
    term /= square;
    sum += term / i;
  }
  return sum;
}

let ln10Known: { bits: bigint; value: bigint } | undefined;

function ln10(bits: bigint, poll: Poll): bigint {
  if (ln10Known === undefined || ln10Known.bits < bits) {
    const wide = bits + 32n;
    const atanh = (n: bigint): bigint => atanhOfInverse(n, wide, poll);
    const value = 46n * atanh(31n) + 34n * atanh(49n) + 20n * atanh(161n);
    ln10Known = { bits: wide, value };
  }
  return ln10Known.value >> (ln10Known.bits - bits);
}

/** exp(x) for 0 <= x < 4 in fixed point: the argument halved many times, a short series, squared as often. */
function expFixed(x: bigint, bits: bigint, poll: Poll): bigint {
  const halvings = BigInt(Math.ceil(Math.sqrt(Number(bits)) / 2) + 2);
  const wide = bits + 2n * halvings + 16n;
  const reduced = (x << (wide - bits)) >> halvings;
  let sum = 1n << wide;
  let term = sum;
  for (let i = 1n; term !== 0n; i++) {
    poll();
    term = ((term * reduced) >> wide) / i;
    sum += term;
  }
  for (let i = 0n; i < halvings; i++) {
    poll();
    sum = (sum * sum) >> wide;
  }
  return sum >> (wide - bits);
}

/** ln(x) for 0.3 < x < 4 in fixed point: a double's worth at once, the rest by a series that converges fast. */
function lnFixed(x: bigint, bits: bigint, poll: Poll): bigint {
  const one = 1n << bits;
  const guess = Math.log(Number(x >> (bits - 60n)) / 2 ** 60);
  let start = 0n;
  let rest = x;
  if (Math.abs(guess) > 1e-5) {
    start = (BigInt(Math.round(guess * 2 ** 50)) << bits) >> 50n;
    rest = start > 0n ? (x << bits) / expFixed(start, bits, poll) : (x * expFixed(-start, bits, poll)) >> bits;
  }
  const ratio = ((rest - one) << bits) / (rest + one);
  const square = (ratio * ratio) >> bits;
  let term = ratio;
  let sum = ratio;
  for (let i = 3n; term !== 0n && term !== -1n; i += 2n) {
    poll();
    term = (term * square) >> bits;
    sum += term / i;
  }
  return start + 2n * sum;
}

/** Cuts `guard` digits off if that is safe whatever the error, else gives undefined. */
function cutOff(value: bigint, guard: number): bigint | undefined {
  const unit = powerOfTen(guard);
  const rest = value % unit;
  if (rest <= ERROR_UNITS || rest >= unit - ERROR_UNITS) return undefined;
  const cut = value / unit;
  return cut % 5n === 0n ? cut + 1n : cut;
}

/** Repeats with more and more digits until the result is certain. */
function surely(attempt: (guard: number) => Digits | undefined): Digits {
  for (let guard = 8; ; guard *= 2) {
    const found = attempt(guard);
    if (found !== undefined) return found;
  }
}

/** exp(±c * 10**e); the argument is below 10**20 and no smaller than about 10**-digits. */
export function expDigits(negative: boolean, c: bigint, e: number, digits: number, poll: Poll): Digits {
  const wanted = digits + BEHIND;
  return surely((guard) => {
    const bits = BigInt(Math.ceil((wanted + guard) * BITS_PER_DIGIT) + 100);
    const magnitude = e >= 0 ? (c * powerOfTen(e)) << bits : (c << bits) / powerOfTen(-e);
    const x = negative ? -magnitude : magnitude;
    const unit = ln10(bits, poll);
    let k = x / unit;
    if (k * unit > x) k--;
    const mantissa = expFixed(x - k * unit, bits, poll);
    const cut = cutOff((mantissa * powerOfTen(wanted - 1 + guard)) >> bits, guard);
    return cut === undefined ? undefined : { negative: false, coefficient: cut, exponent: k - BigInt(wanted - 1) };
  });
}

/** ln or log10 of c * 10**e, which is positive and not 1 (log10: no power of ten). */
function logarithm(c: bigint, e: bigint, digits: number, decimal: boolean, poll: Poll): Digits {
  const wanted = digits + BEHIND;
  const length = digitCount(c);
  // c * 10**e = m * 10**whole with m around 1
  const high = c.toString().slice(0, 2) > "31";
  const places = high ? length : length - 1;
  const whole = e + BigInt(places);
  const distance = c - powerOfTen(places);
  // Near 1 the logarithm is as small as the distance from 1.
  const lost = whole === 0n ? Math.max(0, places - digitCount(distance < 0n ? -distance : distance) + 1) : 0;
  return surely((guard) => {
    const bits = BigInt(Math.ceil((wanted + guard + lost) * BITS_PER_DIGIT) + 100);
    const ofMantissa = lnFixed((c << bits) / powerOfTen(places), bits, poll);
    const unit = ln10(bits, poll);
    const value = decimal ? (whole << bits) + (ofMantissa << bits) / unit : whole * unit + ofMantissa;
    const magnitude = value < 0n ? -value : value;
    const size = Math.floor((bitLength(magnitude) - Number(bits)) / BITS_PER_DIGIT);
    const shift = wanted + guard - size;
    const scaled = shift >= 0 ? (magnitude * powerOfTen(shift)) >> bits : (magnitude / powerOfTen(-shift)) >> bits;
    const cut = cutOff(scaled, guard);
    return cut === undefined ? undefined : { negative: value < 0n, coefficient: cut, exponent: BigInt(guard - shift) };
  });
}

export function lnDigits(c: bigint, e: bigint, digits: number, poll: Poll): Digits {
  return logarithm(c, e, digits, false, poll);
}
export function log10Digits(c: bigint, e: bigint, digits: number, poll: Poll): Digits {
  return logarithm(c, e, digits, true, poll);
}
