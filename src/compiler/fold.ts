/**
 * Constant folding, with CPython's limits on what a folded constant may grow to (Python/flowgraph.c). What could give another last bit
 * than the C library does (float powers, complex division) is left to run time; so is whatever would raise.
 */
import type { Constant } from "../bytecode/code.ts";
import type { BinaryOperator, BinOp, Expr, UnaryOperator } from "../syntax/ast.ts";
import { constantOfLiteral } from "./consts.ts";

const MAX_INT_BITS = 128;
const MAX_COLLECTION = 256;
const MAX_STR = 4096;
const MAX_TOTAL_ITEMS = 1024;

export class Folder {
  private readonly known = new Map<Expr, Constant | null>();
  private readonly debug: boolean;

  constructor(debug: boolean) {
    this.debug = debug;
  }

  /** The constant an expression always has, or null. */
  fold(e: Expr): Constant | null {
    switch (e.kind) {
      case "Constant":
        return constantOfLiteral(e.value);
      case "Name":
        return e.id === "__debug__" && e.ctx === "Load" ? bool(this.debug) : null;
      case "BinOp":
      case "UnaryOp":
      case "Tuple":
      case "Subscript":
        break;
      default:
        return null;
    }
    if (e.kind === "BinOp") this.foldSpine(e);
    let result = this.known.get(e);
    if (result === undefined) {
      result = this.compute(e);
      this.known.set(e, result);
    }
    return result;
  }

  /** Folds the left operands of a long chain from the inside, so that nothing recurses along it. */
  private foldSpine(e: BinOp): void {
    const spine: BinOp[] = [];
    for (let left = e.left; left.kind === "BinOp" && !this.known.has(left); left = left.left) spine.push(left);
    while (spine.length > 0) {
      const node = spine.pop()!;
      this.known.set(node, this.compute(node));
    }
  }

  /** All of them, or null. */
  foldAll(list: readonly Expr[]): Constant[] | null {
    const items: Constant[] = [];
    for (const e of list) {
      const item = this.fold(e);
      if (!item) return null;
      items.push(item);
    }
    return items;
  }

  private compute(e: Extract<Expr, { kind: "BinOp" | "UnaryOp" | "Tuple" | "Subscript" }>): Constant | null {
    switch (e.kind) {
      case "BinOp": {
        const left = this.fold(e.left);
        const right = left && this.fold(e.right);
        return left && right && foldBinary(e.op, left, right);
      }
      case "UnaryOp": {
        const operand = this.fold(e.operand);
        return operand && foldUnary(e.op, operand);
      }
      case "Tuple": {
        const items = e.ctx === "Load" ? this.foldAll(e.elts) : null;
        return items && { type: "tuple", items };
      }
      case "Subscript": {
        if (e.ctx !== "Load") return null;
        const value = this.fold(e.value);
        const index = value && this.fold(e.slice);
        return value && index && foldItem(value, index);
      }
    }
  }
}

export function bool(value: boolean): Constant {
  return { type: value ? "true" : "false" };
}

function int(value: bigint): Constant {
  const number = Number(value);
  return { type: "int", value: Number.isSafeInteger(number) ? number : value };
}

/** Truth of a constant. */
export function constantTruth(constant: Constant): boolean {
  switch (constant.type) {
    case "int":
      return constant.value !== 0 && constant.value !== 0n;
    case "float":
      return constant.value !== 0;
    case "complex":
      return constant.real !== 0 || constant.imag !== 0;
    case "str":
    case "bytes":
      return constant.value.length > 0;
    case "tuple":
    case "frozenset":
      return constant.items.length > 0;
    case "none":
    case "false":
      return false;
    default:
      return true;
  }
}

function asBigInt(constant: Constant): bigint | null {
  if (constant.type === "int") return BigInt(constant.value);
  if (constant.type === "true") return 1n;
  if (constant.type === "false") return 0n;
  return null;
}

/** As C's conversion of a Python int or float; null for others and for ints that are not exact. */
function asFloat(constant: Constant): number | null {
  if (constant.type === "float") return constant.value;
  const value = asBigInt(constant);
  if (value === null) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

function bits(value: bigint): number {
  return value === 0n ? 0 : (value < 0n ? -value : value).toString(2).length;
}

function foldUnary(op: UnaryOperator, operand: Constant): Constant | null {
  if (op === "Not") return bool(!constantTruth(operand));
  if (operand.type === "true" || operand.type === "false") {
    if (op === "Invert") return null; // deprecated: warns at run time
  }
  const value = asBigInt(operand);
  if (value !== null) return int(op === "USub" ? -value : op === "UAdd" ? value : ~value);
  if (op === "Invert") return null;
  if (operand.type === "float") return op === "UAdd" ? operand : { type: "float", value: -operand.value };
  if (operand.type === "complex") {
    return op === "UAdd" ? operand : { type: "complex", real: -operand.real, imag: -operand.imag };
  }
  return null;
}

function foldBinary(op: BinaryOperator, left: Constant, right: Constant): Constant | null {
  const a = asBigInt(left);
  const b = asBigInt(right);
  if (a !== null && b !== null) {
    const bothBool = left.type !== "int" && right.type !== "int";
    return foldInts(op, a, b, bothBool);
  }
  if (op === "Mult") {
    if (a !== null) return repeat(right, a);
    if (b !== null) {
      const repeated = repeat(left, b);
      if (repeated) return repeated;
    }
  }
  if (op === "Add") {
    const joined = concatenate(left, right);
    if (joined) return joined;
  }
  if (left.type === "complex" || right.type === "complex") return foldComplex(op, left, right);
  const x = asFloat(left);
  const y = asFloat(right);
  return x === null || y === null ? null : foldFloats(op, x, y);
}

function foldInts(op: BinaryOperator, a: bigint, b: bigint, bothBool: boolean): Constant | null {
  switch (op) {
    case "Add":
      return int(a + b);
    case "Sub":
      return int(a - b);
    case "Mult":
      return a !== 0n && b !== 0n && bits(a) + bits(b) > MAX_INT_BITS ? null : int(a * b);
    case "FloorDiv":
      return b === 0n ? null : int(floorDivide(a, b));
    case "Mod":
      return b === 0n ? null : int(a - floorDivide(a, b) * b);
    case "Div": {
      const exact = bits(a) <= 53 && bits(b) <= 53;
      return b === 0n || !exact ? null : { type: "float", value: Number(a) / Number(b) };
    }
    case "Pow":
      if (b < 0n || b > 128n || (b > 0n && bits(a) > MAX_INT_BITS / Number(b))) return null;
      return int(a ** b);
    case "LShift":
      if (b < 0n || (a !== 0n && (b > 128n || bits(a) > MAX_INT_BITS - Number(b)))) return null;
      return int(a << b);
    case "RShift":
      return b < 0n ? null : int(b > 1_000_000n ? (a < 0n ? -1n : 0n) : a >> b);
    case "BitAnd":
      return bothBool ? bool((a & b) === 1n) : int(a & b);
    case "BitOr":
      return bothBool ? bool((a | b) === 1n) : int(a | b);
    case "BitXor":
      return bothBool ? bool((a ^ b) === 1n) : int(a ^ b);
    case "MatMult":
      return null;
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return quotient * b !== a && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function foldFloats(op: BinaryOperator, x: number, y: number): Constant | null {
  const float = (value: number): Constant => ({ type: "float", value });
  switch (op) {
    case "Add":
      return float(x + y);
    case "Sub":
      return float(x - y);
    case "Mult":
      return float(x * y);
    case "Div":
      return y === 0 ? null : float(x / y);
    case "FloorDiv":
      return y === 0 ? null : float(floatDivmod(x, y)[0]);
    case "Mod":
      return y === 0 ? null : float(floatDivmod(x, y)[1]);
    case "Pow":
      return isPowerOfTwo(x) && Number.isInteger(y) && Math.abs(Math.log2(x) * y) < 1000 ? float(x ** y) : null;
    default:
      return null;
  }
}

/** Powers of these are exact (in a range without subnormals), so every C library agrees on them. */
function isPowerOfTwo(x: number): boolean {
  return x > 0 && Number.isInteger(Math.log2(x)) && 2 ** Math.log2(x) === x;
}

/** float.__divmod__ (Objects/floatobject.c). */
function floatDivmod(x: number, y: number): [number, number] {
  let mod = x % y;
  let div = (x - mod) / y;
  if (mod !== 0) {
    if (y < 0 !== mod < 0) {
      mod += y;
      div -= 1;
    }
  } else {
    mod = y < 0 || Object.is(y, -0) ? -0 : 0;
  }
  if (div === 0) return [x / y < 0 || Object.is(x / y, -0) ? -0 : 0, mod];
  const floor = Math.floor(div);
  return [div - floor > 0.5 ? floor + 1 : floor, mod];
}

function foldComplex(op: BinaryOperator, left: Constant, right: Constant): Constant | null {
  const complex = (real: number, imag: number): Constant => ({ type: "complex", real, imag });
  const x = left.type === "complex" ? null : asFloat(left);
  const y = right.type === "complex" ? null : asFloat(right);
  if (left.type === "complex" && right.type === "complex") {
    if (op === "Add") return complex(left.real + right.real, left.imag + right.imag);
    if (op === "Sub") return complex(left.real - right.real, left.imag - right.imag);
    return null;
  }
  // Mixed operands: a real number has no imaginary part, not a zero one (3.14).
  if (left.type === "complex" && y !== null) {
    if (op === "Add") return complex(left.real + y, left.imag);
    if (op === "Sub") return complex(left.real - y, left.imag);
    if (op === "Mult") return complex(left.real * y, left.imag * y);
  }
  if (x !== null && right.type === "complex") {
    if (op === "Add") return complex(x + right.real, right.imag);
    if (op === "Sub") return complex(x - right.real, -right.imag);
    if (op === "Mult") return complex(x * right.real, x * right.imag);
  }
  return null;
}

function concatenate(left: Constant, right: Constant): Constant | null {
  if (left.type === "str" && right.type === "str") {
    const joint = left.value.slice(-1) + right.value.slice(0, 1);
    if (left.points || right.points || /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(joint)) return null;
    return { type: "str", value: left.value + right.value, points: null };
  }
  if (left.type === "bytes" && right.type === "bytes") {
    return { type: "bytes", value: Uint8Array.from([...left.value, ...right.value]) };
  }
  if (left.type === "tuple" && right.type === "tuple") {
    return { type: "tuple", items: [...left.items, ...right.items] };
  }
  return null;
}

function repeat(constant: Constant, times: bigint): Constant | null {
  const n = times < 0n ? 0 : Number(times);
  if (constant.type === "str") {
    if (constant.points || n * constant.value.length > MAX_STR) return null;
    if (n > 1 && /^[\uDC00-\uDFFF]/.test(constant.value) && /[\uD800-\uDBFF]$/.test(constant.value)) return null;
    return { type: "str", value: constant.value.repeat(n), points: null };
  }
  if (constant.type === "bytes") {
    const { length } = constant.value;
    if (n * length > MAX_STR) return null;
    const value = new Uint8Array(n * length);
    for (let i = 0; i < n; i++) value.set(constant.value, i * length);
    return { type: "bytes", value };
  }
  if (constant.type === "tuple") {
    if (n * constant.items.length > MAX_COLLECTION || n * countItems(constant) > MAX_TOTAL_ITEMS) return null;
    const items: Constant[] = [];
    for (let i = 0; i < n; i++) items.push(...constant.items);
    return { type: "tuple", items };
  }
  return null;
}

function countItems(constant: Constant): number {
  if (constant.type !== "tuple") return 1;
  return constant.items.reduce((sum, item) => sum + countItems(item), 0);
}

function foldItem(value: Constant, index: Constant): Constant | null {
  const i = asBigInt(index);
  if (i === null) return null;
  const at = (length: number): number => Number(i < 0n ? i + BigInt(length) : i);
  if (value.type === "tuple") return value.items[at(value.items.length)] ?? null;
  if (value.type === "str" && !value.points) {
    const points = [...value.value];
    const char = points[at(points.length)];
    return char === undefined ? null : { type: "str", value: char, points: null };
  }
  if (value.type === "bytes") {
    const byte = value.value[at(value.value.length)];
    return byte === undefined ? null : { type: "int", value: byte };
  }
  return null;
}
