// Python's numbers to and from JavaScript's. An int outside 48 bits is an object of 32-bit limbs; bool is an int here.
import { CoreConst, Layout } from "./generated/layout.ts";
import type { Heap } from "./heap.ts";
import { raise, typeError } from "./py-error.ts";
import type { KnownRef, Ref, Value } from "./value.ts";
import { FloatValue, fitsInt48, isSmallInt, smallInt, smallIntOf } from "./value.ts";

/** True for int, bool and instances of int subclasses. */
export function isInt(heap: Heap, v: Value): boolean {
  if (isSmallInt(v)) return true;
  if (typeof v === "object") return false;
  if (v === CoreConst.TRUE_REF || v === CoreConst.FALSE_REF) return true;
  return v !== 0 && heap.kindOf(v) === CoreConst.LAYOUT_INT;
}
export function isFloatObject(heap: Heap, v: Value): boolean {
  return typeof v === "object" || (!isSmallInt(v) && v !== 0 && heap.kindOf(v) === CoreConst.LAYOUT_FLOAT);
}
export function isComplex(heap: Heap, v: Value): v is KnownRef {
  return typeof v === "number" && !isSmallInt(v) && v !== 0 && heap.kindOf(v) === CoreConst.LAYOUT_COMPLEX;
}

/** V8 has no larger bigints. */
const MOST_LIMBS = 2 ** 30 / 32;

/** An int as bigint. Throws TypeError (PyError) if it is none, MemoryError if it is larger than V8's. */
export function bigIntOf(heap: Heap, v: Value): bigint {
  if (isSmallInt(v)) return BigInt(smallIntOf(v));
  if (!isInt(heap, v))
    throw typeError(
      `'${heap.text(heap.readU32(heap.typeOf(v) + Layout.PyType.name))}' object cannot be interpreted as an integer`,
    );
  const ref = v as Ref;
  if (ref === CoreConst.TRUE_REF) return 1n;
  if (ref === CoreConst.FALSE_REF) return 0n;
  const count = heap.readU32(ref + Layout.PyInt.limb_count);
  if (count > MOST_LIMBS) throw raise("MemoryError");
  const negative = heap.i32[(ref + Layout.PyInt.sign) / 4]! < 0;
  const at = (ref + Layout.PyInt.limbs) / 4;
  let n: bigint;
  if (count <= 4) {
    n = 0n;
    for (let i = count - 1; i >= 0; i--) n = (n << 32n) | BigInt(heap.u32[at + i] as number);
  } else {
    // Through hexadecimal text: linear, where shifting would be quadratic.
    n = BigInt(`0x${Buffer.from(heap.u8.slice(at * 4, (at + count) * 4).reverse()).toString("hex")}`);
  }
  return negative ? -n : n;
}

/** An int as number, rounded (to nearest even) where it has more than 53 bits; ±Infinity when too large. Throws TypeError (PyError) if it is none. */
export function numberOf(heap: Heap, v: Value): number {
  if (isSmallInt(v)) return smallIntOf(v);
  if (v === CoreConst.TRUE_REF) return 1;
  if (v === CoreConst.FALSE_REF) return 0;
  return Number(bigIntOf(heap, v));
}

/** An int as number where that is exact, else as bigint. */
export function integerOf(heap: Heap, v: Value): number | bigint {
  if (isSmallInt(v)) return smallIntOf(v);
  const n = bigIntOf(heap, v);
  return n >= -9007199254740991n && n <= 9007199254740991n ? Number(n) : n;
}

/** The int of an integer JS number or bigint. */
export function int(heap: Heap, n: number | bigint): Value {
  if (typeof n === "number") {
    if (fitsInt48(n)) return smallInt(n === 0 ? 0 : n);
    n = BigInt(n);
  }
  if (n >= -140737488355328n && n <= 140737488355327n) return smallInt(Number(n));
  return newInt(heap, CoreConst.TYPE_INT, n);
}

/** An int object of a type (int itself only for values outside 48 bits). */
export function newInt(heap: Heap, type: Ref, n: bigint): Ref {
  const negative = n < 0n;
  const digits = (negative ? -n : n).toString(16);
  const count = n === 0n ? 0 : Math.ceil(digits.length / 8);
  const size = Layout.PyInt.limbs + Math.max(count, 1) * 4;
  const ref = heap.made(heap.core.newObject(type, (size + 7) & ~7));
  heap.i32[(ref + Layout.PyInt.sign) / 4] = n === 0n ? 0 : negative ? -1 : 1;
  heap.writeU32(ref + Layout.PyInt.limb_count, count);
  for (let i = 0, end = digits.length; i < count; i++, end -= 8)
    heap.writeU32(ref + Layout.PyInt.limbs + i * 4, Number.parseInt(digits.slice(Math.max(0, end - 8), end), 16));
  return ref;
}

/** Value of a float or an instance of a float subclass. */
export function doubleOf(heap: Heap, v: Value): number {
  return v instanceof FloatValue ? v.value : (heap.f64[((v as Ref) + Layout.PyFloat.value) / 8] as number);
}
/** Value of a float or of a small int: for what is handed over by Krait's own Python code. */
export function realOf(heap: Heap, v: Value): number {
  return isSmallInt(v) ? smallIntOf(v) : doubleOf(heap, v);
}
export function complexOf(heap: Heap, ref: Ref): { real: number; imag: number } {
  return {
    real: heap.f64[(ref + Layout.PyComplex.real) / 8] as number,
    imag: heap.f64[(ref + Layout.PyComplex.imag) / 8] as number,
  };
}
export function complex(heap: Heap, real: number, imag: number, type: Ref = CoreConst.TYPE_COMPLEX): Ref {
  const ref = heap.made(heap.core.newObject(type, Layout.PyComplex.size));
  heap.f64[(ref + Layout.PyComplex.real) / 8] = real;
  heap.f64[(ref + Layout.PyComplex.imag) / 8] = imag;
  return ref;
}
