// Division of 48-bit ints by a constant, as a product: multiplier and shift for the uops floordiv_int_magic and mod_int_magic.
import type { Word } from "../emit/stitcher.ts";

/**
 * Multiplier M and shift k with floor(n / d) = floor((n·2^16 + 2^15)·M / 2^(64 + k)) for every n of 48 bits: the stencil takes the upper
 * half of the product with the shifted register, plus a half, and shifts it right by k. `divisor` is an int from 1 to 2^47 - 1.
 *
 * Why it is exact. Let y = 2n + 1, an odd number of at most 2^48 - 1 in size, for which floor(n / d) = floor(y / 2d). No multiple of 2d is
 * odd, so y / 2d is at least 1 / 2d away from every integer. Choose k so that 2^k < d <= 2^(k+1) (k = 0 for d = 1) and M = 2^(48+k) / d
 * rounded to the nearest, so that |M·d - 2^(48+k)| <= d / 2. What is computed is floor(y·2^15·M / 2^(64+k)) = floor(y·M / 2^(49+k)), and
 *   |y·M / 2^(49+k) - y / 2d| = |y|·|M·d - 2^(48+k)| / (d·2^(49+k)) <= |y| / 2^(50+k) < 1 / 2^(k+2) <= 1 / 2d:
 * too little to cross an integer. M is below 2^48 + 1, so both factors are positive or signed numbers of 64 bits.
 */
export function divisionByConstant(divisor: number): { multiplier: Word; shift: number } {
  if (!Number.isInteger(divisor) || divisor < 1 || divisor >= 2 ** 47)
    throw new RangeError(`krait: no division by the constant ${divisor}`);
  let shift = 0;
  while (divisor > 2 ** (shift + 1)) shift++;
  const d = BigInt(divisor);
  const multiplier = (2n ** BigInt(48 + shift) + d / 2n) / d;
  return { multiplier: { low: Number(multiplier & 0xffffffffn), high: Number(multiplier >> 32n) }, shift };
}
