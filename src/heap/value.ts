// A Python value as TypeScript holds it. Only this file knows the encoding; everybody else asks.
//   reference   a number below 2^32: heap offset of the object (0 = EMPTY, "no value")
//   int         of 48 bits: a number n + 2^50
//   float       a FloatValue object
// Not to be mixed up with the 64-bit encoding in memory (native/core/value.h): heap.ts converts.

/** A Python float that is not an object of a float subclass. */
export class FloatValue {
  readonly value: number;
  /** Of a NaN: which one it is (the low half of its bits) and, above that, its sign, which JavaScript's NaN does not have; see docs/numbers.md. */
  readonly nan: number;
  constructor(value: number, nan = 0) {
    this.value = value;
    this.nan = nan;
  }
}

export type Value = number | FloatValue;
/** Heap offset of an object. */
export type Ref = number;
/** A Value known to be a reference. Guards use it so that their false branch says nothing about the type. */
export type KnownRef = Ref & { readonly isRef?: true };

export const EMPTY = 0;

const INT_BIAS = 2 ** 50;
const REF_LIMIT = 2 ** 32;
const INT48_MAX = 2 ** 47 - 1;
const INT48_MIN = -(2 ** 47);

/** True if the integer `n` (a JS number) is stored without an object. */
export function fitsInt48(n: number): boolean {
  return n <= INT48_MAX && n >= INT48_MIN;
}

/** The int `n`, which must be an integer that fits 48 bits. */
export function smallInt(n: number): Value {
  return n + INT_BIAS;
}

export function isSmallInt(v: Value): boolean {
  return typeof v === "number" && v >= REF_LIMIT;
}

/** The number in a small int. */
export function smallIntOf(v: Value): number {
  return (v as number) - INT_BIAS;
}

export function float(value: number): Value {
  return new FloatValue(value);
}

export function isFloat(v: Value): v is FloatValue {
  return typeof v === "object";
}

export function isRef(v: Value): v is KnownRef {
  return typeof v === "number" && v < REF_LIMIT && v !== 0;
}

/** `a is b`. */
export function sameValue(a: Value, b: Value): boolean {
  if (typeof a === "object") return typeof b === "object" && Object.is(a.value, b.value) && a.nan === b.nan;
  return a === b;
}
