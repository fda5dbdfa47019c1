// What every uop does, in plain JavaScript: the rows of UOP_MODELS are compared with the stencils by uop-check.ts.

import { Layout } from "../../src/heap/generated/layout.ts";
import type { UopName } from "../../src/jit/generated/stencil-uops.ts";
import { divisionByConstant } from "../../src/jit/passes/division.ts";
import type { Machine, Way } from "./machine.ts";
import { DYING, FAR_OBJECT, LAST_OBJECT, OBJECT } from "./machine.ts";

type Registers = readonly [a: number, b: number, c: number];
type Holes = readonly bigint[];
export interface UopModel {
  /** What the operands are tried with: a name of SAMPLES each. */
  operands: readonly (keyof typeof SAMPLES)[];
  /** The holes' values to try it with; one without holes if left out. */
  holes?: readonly Holes[];
  /** Changes the machine as the uop does; "next" if nothing is returned. A machine that it doesn't leave by "next" is as it was. */
  run(m: Machine, registers: Registers, holes: Holes): Way | undefined;
  /** Contents of VM.interrupt to try it with. */
  interrupts?: readonly number[];
  /** The test function to call, and whether it has to answer with 0 or 1. */
  callee?: string;
  answersBool?: boolean;
  /** At an exit operand a, if it is no other operand too, may hold anything. */
  losesFirst?: boolean;
}

// --- words --------------------------------------------------------------------------------------------------------------
export const u64 = (n: bigint) => BigInt.asUintN(64, n);
const i64 = (n: bigint) => BigInt.asIntN(64, n);
const u32 = (n: bigint) => BigInt.asUintN(32, n);
const copy = new DataView(new ArrayBuffer(8));
export const bitsOf = (x: number) => {
  copy.setFloat64(0, x);
  return copy.getBigUint64(0);
};
export const numberOf = (bits: bigint) => {
  copy.setBigUint64(0, bits);
  return copy.getFloat64(0);
};
const INT_TAG = 0xfffe000000000000n;
const BIAS = 1n << 49n;
const boxInt = (n: bigint) => u64(n & 0xffffffffffffn) | INT_TAG;
const isInt = (v: bigint) => v >= INT_TAG;
const isFloat = (v: bigint) => v >= BIAS && v < INT_TAG;
const isObject = (v: bigint) => v > 0n && v < 1n << 32n;
/** A shifted int from a boxed one; the int in a shifted register. */
const shifted = (v: bigint) => u64(v << 16n);
const int = (word: bigint) => i64(word) >> 16n;
const fits = (n: bigint) => n >= -(2n ** 47n) && n < 2n ** 47n;

// --- samples ------------------------------------------------------------------------------------------------------------
const INTS = [
  0n,
  1n,
  -1n,
  2n,
  7n,
  -7n,
  100n,
  -100n,
  65535n,
  65536n,
  2n ** 24n,
  -(2n ** 31n),
  2n ** 32n,
  2n ** 40n + 3n,
  2n ** 47n - 1n,
  -(2n ** 47n),
];
const FLOATS = [
  0,
  -0,
  1,
  1.5,
  -1.5,
  -2.5,
  1e300,
  5e-324,
  2 ** 47,
  2 ** 47 - 0.5,
  -(2 ** 47),
  -(2 ** 47) - 1,
  2 ** 63,
  1 / 0,
  -1 / 0,
  0 / 0,
];
const refs = [BigInt(OBJECT), BigInt(FAR_OBJECT)];
export const VALUES = [
  0n,
  ...refs,
  BigInt(DYING),
  ...[0n, 1n, -1n, 2n ** 47n - 1n, -(2n ** 47n), 2n ** 33n].map(boxInt),
  ...[0, -0, 1.5, -1e300, 1 / 0, -1 / 0, 0 / 0].map((x) => u64(bitsOf(x) + BIAS)),
  BigInt(LAST_OBJECT),
  8n,
];
export const SAMPLES = {
  int: INTS.map(shifted),
  value: VALUES,
  float: FLOATS.map(bitsOf),
  ref: refs,
  counted: [...refs, BigInt(DYING)],
  word: [0n, 1n, 0x123456789abcdef0n, u64(-1n), BigInt(FAR_OBJECT), 1n << 63n],
  code: [0n, 31n, 48n, 57n, 63n, 64n, 65n, 122n, 127n, 128n, 192n, 255n].map((n) => n << 16n),
  index: [0n, 1n, 5n, 9n].map(shifted),
  count: [0n, 1n, 5n, 16n, 46n, 47n, 48n, 63n, 64n, 1000n, -1n, 2n ** 40n].map(shifted),
  bool: [0x4010n, 0x4020n],
} satisfies Record<string, readonly bigint[]>;

// --- holes --------------------------------------------------------------------------------------------------------------
const list = (...values: bigint[]): Holes[] => values.map((value) => [value]);
/** Every combination. */
const cross = (...lists: readonly (readonly bigint[])[]): Holes[] =>
  lists.reduce<Holes[]>((all, values) => all.flatMap((holes) => values.map((value) => [...holes, value])), [[]]);
const every = (count: number, step: number, from = 0) =>
  Array.from({ length: count }, (_, i) => BigInt(from + i * step));
const SLOTS = every(28, 8, -112);
const FIELDS = every(20, 8, 16);
const VM_WORDS = every(12, 8, 16);
const ABSOLUTES = [...every(20, 8, OBJECT + 16), ...every(20, 8, FAR_OBJECT + 16)];
const HALVES = [...every(8, 4, OBJECT + 16), ...every(8, 4, FAR_OBJECT + 16)];
const CONSTANTS = [0n, 1n, -1n, 7n, -100n, 32767n, -32768n].map((n) => n << 16n);
const WORDS = [0n, -5n, 0x8000000000000001n, 2n ** 40n + 5n];
const U32S = [0n, 1n, 0x7fffffffn, 0x80000000n, 0xffffffffn];
const FALSE = 0x4010n;
const TRUE = 0x4020n;
const DIVISORS = [1n, 2n, 3n, 5n, 7n, 10n, 16n, 100n, 641n, 65536n, 1000003n, 2n ** 31n - 1n];
const divisionHoles = (divisor: bigint): bigint[] => {
  const { multiplier, shift } = divisionByConstant(Number(divisor));
  return [(BigInt(multiplier.high) << 32n) | BigInt(multiplier.low), BigInt(shift)];
};

// --- building blocks ----------------------------------------------------------------------------------------------------
type Place = (m: Machine, registers: Registers, holes: Holes) => number;
const slot: Place = (m, _, [hole = 0n]) => m.frame + Number(hole);
const absolute: Place = (_m, _, [hole = 0n]) => Number(hole);
const fieldOf =
  (operand: 0 | 1): Place =>
  (m, registers, [hole = 0n]) =>
    Number(m.r[registers[operand]] as bigint) + Number(hole);
const item =
  (base: 0 | 1, index: 1 | 2, scale: bigint): Place =>
  (m, registers, [hole = 0n]) =>
    Number((m.r[registers[base]] as bigint) + int(m.r[registers[index]] as bigint) * scale + hole);
type Run = UopModel["run"];
const word = (m: Machine, at: number) => m.view.getBigUint64(at, true);
const half = (m: Machine, at: number) => BigInt(m.view.getUint32(at, true));

const loadValue =
  (place: Place): Run =>
  (m, registers, holes) => {
    m.r[registers[0]] = word(m, place(m, registers, holes));
    return undefined;
  };
const loadInt =
  (place: Place, isKnown = false): Run =>
  (m, registers, holes) => {
    const v = word(m, place(m, registers, holes));
    if (!isKnown && !isInt(v)) return "exit";
    m.r[registers[0]] = shifted(v);
    return undefined;
  };
const loadFloat =
  (place: Place, isKnown = false): Run =>
  (m, registers, holes) => {
    const v = word(m, place(m, registers, holes));
    if (!isKnown && !isFloat(v)) return "exit";
    m.f[registers[0]] = u64(v - BIAS);
    return undefined;
  };
const loadHalf =
  (place: Place, shift: bigint): Run =>
  (m, registers, holes) => {
    m.r[registers[0]] = half(m, place(m, registers, holes)) << shift;
    return undefined;
  };
const store =
  (place: Place, value: (m: Machine, registers: Registers, holes: Holes) => bigint): Run =>
  (m, registers, holes) => {
    m.view.setBigUint64(place(m, registers, holes), u64(value(m, registers, holes)), true);
    return undefined;
  };
const storeHalf =
  (place: Place, value: (m: Machine, registers: Registers, holes: Holes) => bigint): Run =>
  (m, registers, holes) => {
    m.view.setUint32(place(m, registers, holes), Number(u32(value(m, registers, holes))), true);
    return undefined;
  };
const addHalf =
  (place: Place, amount: (holes: Holes) => bigint): Run =>
  (m, registers, holes) => {
    const at = place(m, registers, holes);
    m.view.setUint32(at, Number(u32(half(m, at) + amount(holes))), true);
    return undefined;
  };
const r =
  (operand: 0 | 1 | 2) =>
  (m: Machine, registers: Registers): bigint =>
    m.r[registers[operand]] as bigint;
const boxedInt =
  (operand: 0 | 1) =>
  (m: Machine, registers: Registers): bigint =>
    boxInt(int(m.r[registers[operand]] as bigint));
const boxedFloat =
  (operand: 0 | 1) =>
  (m: Machine, registers: Registers): bigint =>
    (m.f[registers[operand]] as bigint) + BIAS;
const hole = (n: number) => (_m: Machine, _r: Registers, holes: Holes) => holes[n] as bigint;

const guard =
  (holds: (m: Machine, registers: Registers, holes: Holes) => boolean): Run =>
  (m, registers, holes) =>
    holds(m, registers, holes) ? undefined : "exit";
/** A result for operand a from the contents of a and b (or hole 0), which may not exist. */
const compute =
  (result: (x: bigint, y: bigint) => bigint | undefined): Run =>
  (m, [a, b], [constant]) => {
    const value = result(m.r[a] as bigint, constant ?? (m.r[b] as bigint));
    if (value === undefined) return "exit";
    m.r[a] = u64(value);
    return undefined;
  };
const onInts = (result: (x: bigint, y: bigint) => bigint | undefined): Run =>
  compute((x, y) => {
    const value = result(int(x), int(y));
    return value === undefined || !fits(value) ? undefined : value << 16n;
  });
/** The same with an int that isn't shifted in hole 0. */
const onIntAndHole = (result: (x: bigint, y: bigint) => bigint | undefined): Run =>
  compute((x, y) => {
    const value = result(int(x), y);
    return value === undefined || !fits(value) ? undefined : value << 16n;
  });
const wrapping = (result: (x: bigint, y: bigint) => bigint): Run => compute((x, y) => result(int(x), int(y)) << 16n);
/** The same with a destination of its own in front. */
const intoFirst =
  (result: (x: bigint, y: bigint) => bigint | undefined): Run =>
  (m, [a, b, c], [constant]) => {
    const value = result(int(m.r[b] as bigint), constant === undefined ? int(m.r[c] as bigint) : constant);
    if (value === undefined || !fits(value)) return "exit";
    m.r[a] = u64(value << 16n);
    return undefined;
  };
const wrapped = (n: bigint) => BigInt.asIntN(48, n);
const onFloats =
  (result: (x: number, y: number) => number | undefined): Run =>
  (m, [a, b]) => {
    const value = result(numberOf(m.f[a] as bigint), numberOf(m.f[b] as bigint));
    if (value === undefined) return "exit";
    m.f[a] = bitsOf(value);
    return undefined;
  };
const floatGuard = (holds: (x: number, y: number) => boolean): Run =>
  guard((m, [a, b]) => holds(numberOf(m.f[a] as bigint), numberOf(m.f[b] as bigint)));
const floorDivide = (x: bigint, y: bigint) => (x - floorModulo(x, y)) / y;
const floorModulo = (x: bigint, y: bigint) => ((x % y) + y) % y;
const magnitude = (x: bigint) => (x < 0n ? -x : x);

const fromFloat =
  (round: (x: number) => number | undefined): Run =>
  (m, [a, b]) => {
    const n = round(numberOf(m.f[b] as bigint));
    if (n === undefined || !Number.isFinite(n) || !fits(BigInt(n))) return "exit";
    m.r[a] = u64(BigInt(n) << 16n);
    return undefined;
  };
/** A bool in operand a; False's hole comes last. */
const setBool =
  (holds: (m: Machine, registers: Registers, holes: Holes) => boolean): Run =>
  (m, registers, holes) => {
    m.r[registers[0]] = (holes.at(-1) as bigint) + (holds(m, registers, holes) ? 16n : 0n);
    return undefined;
  };
const ofInts =
  (holds: (x: bigint, y: bigint) => boolean) =>
  (m: Machine, [a, b]: Registers) =>
    holds(i64(m.r[a] as bigint), i64(m.r[b] as bigint));
const ofIntAndConstant =
  (holds: (x: bigint, y: bigint) => boolean) =>
  (m: Machine, [a]: Registers, [constant = 0n]: Holes) =>
    holds(i64(m.r[a] as bigint), constant);
const WINDOWS = [
  [0x03ff000000000000n, 0n],
  [0xffffffffffffffffn, 65n << 16n],
  [0x8000000000000001n, 64n << 16n],
  [1n, 255n << 16n],
];
const isInWindow = (m: Machine, [a]: Registers, [bits = 0n, first = 0n]: Holes): boolean => {
  const at = int(m.r[a] as bigint) - (first >> 16n);
  return at >= 0n && at < 64n && ((bits >> at) & 1n) === 1n;
};
const relations = {
  lt: (x: bigint | number, y: bigint | number) => x < y,
  le: (x: bigint | number, y: bigint | number) => x <= y,
  eq: (x: bigint | number, y: bigint | number) => x === y,
  ne: (x: bigint | number, y: bigint | number) => x !== y,
  gt: (x: bigint | number, y: bigint | number) => x > y,
  ge: (x: bigint | number, y: bigint | number) => x >= y,
};
const count =
  (place: (m: Machine, registers: Registers, holes: Holes) => bigint | undefined, by: number): Run =>
  (m, registers, holes) => {
    const at = place(m, registers, holes);
    if (at === undefined) return undefined;
    const left = (m.view.getUint32(Number(at), true) + by) >>> 0;
    m.view.setUint32(Number(at), left, true);
    if (by < 0 && left === 0) coreCalled(m, at);
    return undefined;
  };
const countUnlessLast =
  (place: (m: Machine, registers: Registers, holes: Holes) => bigint | undefined): Run =>
  (m, registers, holes) => {
    const at = place(m, registers, holes);
    return at !== undefined && m.view.getUint32(Number(at), true) === 1
      ? "exit"
      : count(place, -1)(m, registers, holes);
  };
/** What the tests' trace_dealloc and trace_refill do. */
function coreCalled(m: Machine, argument: bigint): void {
  m.view.setUint32(0x40, m.view.getUint32(0x40, true) + 1, true);
  m.view.setBigUint64(0x48, argument, true);
}
/**
 * A power that is worked out without pow if that is sure to give the same. `parts` of x: the result; what has to be of moderate size, and what
 * is squared to be compared with it.
 */
const power =
  (parts: (x: number) => readonly [number, number, number]): Run =>
  (m, [a]) => {
    const x = numberOf(m.f[a] as bigint);
    const [result, moderate, factor] = parts(x);
    const isModerate = (bitsOf(moderate) >> 52n) - 123n < 1900n && bitsOf(moderate) >> 52n >= 123n;
    const exact = (n: number): [bigint, bigint] => {
      // n = mantissa · 2 ** exponent
      const exponent = (bitsOf(n) >> 52n) & 2047n;
      const mantissa = (bitsOf(n) & (2n ** 52n - 1n)) + (exponent === 0n ? 0n : 2n ** 52n);
      return [mantissa, (exponent === 0n ? 1n : exponent) - 1075n];
    };
    if (isModerate) {
      const square = exact(factor);
      const other = exact(moderate);
      const low = square[1] * 2n < other[1] ? square[1] * 2n : other[1];
      const difference = magnitude(
        ((square[0] * square[0]) << (square[1] * 2n - low)) - (other[0] << (other[1] - low)),
      );
      // 0.45 units in the last place of the result; of a root its double times the root.
      const unit = 0.45 * 2 ** -52 * 2 ** (Number((bitsOf(result) >> 52n) & 2047n) - 1023);
      const limit = result === moderate ? unit : 2 * unit * result;
      if (Number(difference) * 2 ** Number(low / 2n) * 2 ** Number(low - low / 2n) < limit) {
        m.f[a] = bitsOf(result);
        return undefined;
      }
    }
    coreCalled(m, m.f[a] as bigint);
    const answer = m.view.getBigUint64(Layout.VM.scratch + 14 * 8, true);
    if (!Number.isFinite(numberOf(answer))) return "exit";
    m.f[a] = answer;
    return undefined;
  };
const objectIn = (m: Machine, [a]: Registers) => (isObject(m.r[a] as bigint) ? m.r[a] : undefined);

/** A call of the tests' sum of `arity` arguments. */
const call =
  (arity: number, kind: "value" | "plain" | "u32" | "bool" | "status" | "void"): Run =>
  (m) => {
    let sum = 0n;
    for (let i = 0; i < arity; i++) sum += (m.r[3 + i] as bigint) << BigInt(i);
    sum = u64(sum);
    m.view.setBigUint64(0x48, sum, true);
    m.forgets = kind === "void" ? "all" : "all but r2";
    m.r[2] = kind === "u32" || kind === "status" ? u32(sum) : sum;
    if (kind === "value" && sum === 0n) return "target";
    if (kind === "status" && BigInt.asIntN(32, sum) < 0n) return "target";
    return undefined;
  };
const calls = (arity: number, kind: Parameters<typeof call>[1]): UopModel => ({
  operands: [],
  callee: `sum${arity}`,
  answersBool: kind === "bool",
  run: call(arity, kind),
});
const callFloat = (callee: string, result: (x: number, y: number) => number): UopModel => ({
  operands: [],
  callee,
  run(m) {
    m.f[0] = bitsOf(result(numberOf(m.f[0] as bigint), numberOf(m.f[1] as bigint)));
    m.forgets = "all but f0";
    return undefined;
  },
});

const toTarget: Run = () => "target";
const nothing = { operands: [] } as const;

// --- the uops, in the order of stencils/uops ------------------------------------------------------------------------------
export const UOP_MODELS: Record<UopName, UopModel> = {
  load_abs: { operands: ["word"], holes: ABSOLUTES.map((at) => [at]), run: loadValue(absolute) },
  load_abs_u32: { operands: ["word"], holes: HALVES.map((at) => [at]), run: loadHalf(absolute, 0n) },
  load_abs_int: { operands: ["word"], holes: ABSOLUTES.map((at) => [at]), run: loadInt(absolute) },
  load_abs_int_known: { operands: ["word"], holes: ABSOLUTES.map((at) => [at]), run: loadInt(absolute, true) },
  load_abs_float: { operands: ["float"], holes: ABSOLUTES.map((at) => [at]), run: loadFloat(absolute) },
  load_abs_float_known: { operands: ["float"], holes: ABSOLUTES.map((at) => [at]), run: loadFloat(absolute, true) },
  store_abs: {
    operands: ["word"],
    holes: list(BigInt(OBJECT + 24), BigInt(FAR_OBJECT + 24)),
    run: store(absolute, r(0)),
  },
  store_abs_int: {
    operands: ["int"],
    holes: list(BigInt(OBJECT + 24), BigInt(FAR_OBJECT + 24)),
    run: store(absolute, boxedInt(0)),
  },
  store_abs_float: {
    operands: ["float"],
    holes: list(BigInt(OBJECT + 24), BigInt(FAR_OBJECT + 24)),
    run: store(absolute, boxedFloat(0)),
  },
  store_abs_const: { ...nothing, holes: cross([BigInt(FAR_OBJECT + 24)], WORDS), run: store(absolute, hole(1)) },
  store_abs_u32: { operands: ["word"], holes: list(BigInt(FAR_OBJECT + 28)), run: storeHalf(absolute, r(0)) },
  store_abs_u32_const: { ...nothing, holes: cross([BigInt(FAR_OBJECT + 28)], U32S), run: storeHalf(absolute, hole(1)) },
  guard_abs_u32: {
    ...nothing,
    holes: cross(HALVES, [...U32S, BigInt(OBJECT), 0xfffe0000n]),
    run: guard((m, _, [at = 0n, constant = 0n]) => half(m, Number(at)) === constant),
  },
  guard_abs_word: {
    ...nothing,
    holes: cross(ABSOLUTES, [boxInt(-1n), BigInt(OBJECT)]),
    run: guard((m, _, [at = 0n, constant = 0n]) => word(m, Number(at)) === constant),
  },
  count_run: {
    ...nothing,
    holes: list(BigInt(FAR_OBJECT + 24)),
    run: (m, _, [at = 0n]) => m.view.setBigUint64(Number(at), u64(word(m, Number(at)) + 1n), true) as undefined,
  },
  store_vm_u32: { ...nothing, holes: cross([44n], U32S), run: storeHalf(absolute, hole(1)) },
  add_abs_u32_const: {
    ...nothing,
    holes: cross([40n, 44n], U32S),
    run: addHalf(absolute, ([, amount = 0n]) => amount),
  },
  guard_abs_below: {
    ...nothing,
    holes: cross([48n, 52n, 56n], [48n, 52n, 56n, 60n], [0n, 1n, 5n]),
    run: guard(
      (m, _, [field = 0n, limit = 0n, more = 0n]) => u32(half(m, Number(field)) + more) <= half(m, Number(limit)),
    ),
  },

  allocate: {
    operands: ["word"],
    // Two free lists with blocks and an empty one.
    holes: cross([BigInt(OBJECT + 32), BigInt(OBJECT + 64), BigInt(OBJECT + 152)], [7n, 161n]),
    run(m, [a], [at = 0n, list = 0n]) {
      const block = half(m, Number(at));
      if (block === 0n) {
        coreCalled(m, list);
        return "exit";
      }
      m.view.setUint32(Number(at), Number(half(m, Number(block) + 4)), true);
      m.r[a] = block;
      return undefined;
    },
  },

  list_room: {
    operands: ["ref"],
    holes: cross([8n, 12n], [8n, 12n]),
    run(m, [a], [length = 0n, capacity = 0n]) {
      const list = m.r[a] as bigint;
      if (half(m, Number(list + length)) !== half(m, Number(list + capacity))) return undefined;
      coreCalled(m, list);
      return "exit";
    },
  },

  box_int: { operands: ["int"], run: compute((x) => boxInt(int(x))) },
  unbox_int: { operands: ["value"], run: compute((x) => (isInt(x) ? shifted(x) : undefined)) },
  unbox_int_known: { operands: ["value"], run: compute(shifted) },
  box_float: {
    operands: ["word", "float"],
    run(m, [a, b]) {
      m.r[a] = u64((m.f[b] as bigint) + BIAS);
      return undefined;
    },
  },
  unbox_float: {
    operands: ["float", "value"],
    run(m, [a, b]) {
      if (!isFloat(m.r[b] as bigint)) return "exit";
      m.f[a] = u64((m.r[b] as bigint) - BIAS);
      return undefined;
    },
  },
  unbox_float_known: {
    operands: ["float", "value"],
    run(m, [a, b]) {
      m.f[a] = u64((m.r[b] as bigint) - BIAS);
      return undefined;
    },
  },
  number_to_float: {
    operands: ["float", "value"],
    run(m, [a, b]) {
      const v = m.r[b] as bigint;
      if (isInt(v)) m.f[a] = bitsOf(Number(int(shifted(v))));
      else if (isFloat(v)) m.f[a] = u64(v - BIAS);
      else return "exit";
      return undefined;
    },
  },
  int_to_float: {
    operands: ["float", "int"],
    run(m, [a, b]) {
      m.f[a] = bitsOf(Number(int(m.r[b] as bigint)));
      return undefined;
    },
  },
  float_to_int_trunc: { operands: ["word", "float"], run: fromFloat(Math.trunc) },
  float_to_int_floor: { operands: ["word", "float"], run: fromFloat(Math.floor) },
  float_to_int_exact: { operands: ["word", "float"], run: fromFloat((x) => (Number.isInteger(x) ? x : undefined)) },

  call_0: calls(0, "value"),
  call_1: calls(1, "value"),
  call_2: calls(2, "value"),
  call_3: calls(3, "value"),
  call_4: calls(4, "value"),
  call_plain_1: calls(1, "plain"),
  call_plain_2: calls(2, "plain"),
  call_plain_3: calls(3, "plain"),
  call_plain_4: calls(4, "plain"),
  call_u32_1: calls(1, "u32"),
  call_u32_2: calls(2, "u32"),
  call_bool_1: calls(1, "bool"),
  call_bool_2: calls(2, "bool"),
  call_bool_3: calls(3, "bool"),
  call_status_1: calls(1, "status"),
  call_status_2: calls(2, "status"),
  call_status_3: calls(3, "status"),
  call_void_1: calls(1, "void"),
  call_void_2: calls(2, "void"),
  call_void_3: calls(3, "void"),
  call_f_f: callFloat("double", (x) => x + x),
  call_f_ff: callFloat("add", (x, y) => x + y),

  guard_lt_int: { operands: ["int", "int"], run: guard(ofInts(relations.lt)) },
  guard_le_int: { operands: ["int", "int"], run: guard(ofInts(relations.le)) },
  guard_eq_int: { operands: ["int", "int"], run: guard(ofInts(relations.eq)) },
  guard_ne_int: { operands: ["int", "int"], run: guard(ofInts(relations.ne)) },
  guard_lt_int_const: { operands: ["int"], holes: list(...CONSTANTS), run: guard(ofIntAndConstant(relations.lt)) },
  guard_le_int_const: { operands: ["int"], holes: list(...CONSTANTS), run: guard(ofIntAndConstant(relations.le)) },
  guard_gt_int_const: { operands: ["int"], holes: list(...CONSTANTS), run: guard(ofIntAndConstant(relations.gt)) },
  guard_ge_int_const: { operands: ["int"], holes: list(...CONSTANTS), run: guard(ofIntAndConstant(relations.ge)) },
  guard_eq_int_const: { operands: ["int"], holes: list(...CONSTANTS), run: guard(ofIntAndConstant(relations.eq)) },
  guard_ne_int_const: { operands: ["int"], holes: list(...CONSTANTS), run: guard(ofIntAndConstant(relations.ne)) },
  guard_lt_float: { operands: ["float", "float"], run: floatGuard(relations.lt) },
  guard_le_float: { operands: ["float", "float"], run: floatGuard(relations.le) },
  guard_eq_float: { operands: ["float", "float"], run: floatGuard(relations.eq) },
  guard_ne_float: { operands: ["float", "float"], run: floatGuard(relations.ne) },
  guard_not_lt_float: { operands: ["float", "float"], run: floatGuard((x, y) => !(x < y)) },
  guard_not_le_float: { operands: ["float", "float"], run: floatGuard((x, y) => !(x <= y)) },
  set_lt_int: { operands: ["int", "int"], holes: list(FALSE), run: setBool(ofInts(relations.lt)) },
  set_le_int: { operands: ["int", "int"], holes: list(FALSE), run: setBool(ofInts(relations.le)) },
  set_eq_int: { operands: ["int", "int"], holes: list(FALSE), run: setBool(ofInts(relations.eq)) },
  set_ne_int: { operands: ["int", "int"], holes: list(FALSE), run: setBool(ofInts(relations.ne)) },
  set_lt_int_const: {
    operands: ["int"],
    holes: cross(CONSTANTS, [FALSE]),
    run: setBool(ofIntAndConstant(relations.lt)),
  },
  set_le_int_const: {
    operands: ["int"],
    holes: cross(CONSTANTS, [FALSE]),
    run: setBool(ofIntAndConstant(relations.le)),
  },
  set_gt_int_const: {
    operands: ["int"],
    holes: cross(CONSTANTS, [FALSE]),
    run: setBool(ofIntAndConstant(relations.gt)),
  },
  set_ge_int_const: {
    operands: ["int"],
    holes: cross(CONSTANTS, [FALSE]),
    run: setBool(ofIntAndConstant(relations.ge)),
  },
  set_eq_int_const: {
    operands: ["int"],
    holes: cross(CONSTANTS, [FALSE]),
    run: setBool(ofIntAndConstant(relations.eq)),
  },
  set_ne_int_const: {
    operands: ["int"],
    holes: cross(CONSTANTS, [FALSE]),
    run: setBool(ofIntAndConstant(relations.ne)),
  },
  guard_in_window: { operands: ["code"], holes: WINDOWS, run: guard(isInWindow) },
  guard_not_in_window: { operands: ["code"], holes: WINDOWS, run: guard((...all) => !isInWindow(...all)) },
  set_lt_float: {
    operands: ["word", "float", "float"],
    holes: list(FALSE),
    run: setBool((m, [, b, c]) => numberOf(m.f[b] as bigint) < numberOf(m.f[c] as bigint)),
  },
  set_le_float: {
    operands: ["word", "float", "float"],
    holes: list(FALSE),
    run: setBool((m, [, b, c]) => numberOf(m.f[b] as bigint) <= numberOf(m.f[c] as bigint)),
  },
  set_eq_float: {
    operands: ["word", "float", "float"],
    holes: list(FALSE),
    run: setBool((m, [, b, c]) => numberOf(m.f[b] as bigint) === numberOf(m.f[c] as bigint)),
  },
  set_is: {
    operands: ["value"],
    holes: cross([BigInt(OBJECT), BigInt(FAR_OBJECT)], [FALSE]),
    run: setBool((m, [a], [ref]) => m.r[a] === ref),
  },
  not_bool: { operands: ["bool"], holes: list(FALSE + TRUE), run: compute((x) => (x === TRUE ? FALSE : TRUE)) },

  jump: { ...nothing, run: toTarget },
  leave: { ...nothing, run: () => "exit" },
  check_interrupt: { ...nothing, interrupts: [0, 1, 16, 48], run: guard((m) => half(m, 0) === 0n) },
  check_pending: { ...nothing, interrupts: [0, 1, 16, 48], run: guard((m) => (half(m, 0) & 16n) === 0n) },
  set_pc: {
    ...nothing,
    holes: list(0x5000n, BigInt(FAR_OBJECT)),
    run(m, _, [at = 0n]) {
      m.r[0] = m.base + at;
      return undefined;
    },
  },
  exit_count: {
    ...nothing,
    holes: HALVES.map((at) => [at]),
    run(m, _, [at = 0n]) {
      addHalf(absolute, () => -1n)(m, [0, 0, 0], [at]);
      return half(m, Number(at)) === 0n ? "target" : undefined;
    },
  },
  take_exit: {
    ...nothing,
    holes: U32S.map((at) => [at]),
    run(m, _, [at = 0n]) {
      storeHalf(absolute, hole(1))(m, [0, 0, 0], [12n, at]);
      return "target";
    },
  },
  jump_code: { ...nothing, run: toTarget }, // has a test of its own
  return_to_trace: { ...nothing, run: toTarget }, // goes to other code: the tests of calls in tests/jit run it

  incref: { operands: ["ref"], run: count(r(0), 1) },
  incref_value: { operands: ["value"], run: count(objectIn, 1) },
  decref: { operands: ["counted"], run: count(r(0), -1) },
  decref_value: { operands: ["value"], run: count(objectIn, -1) },
  decref_nonzero: { operands: ["ref"], run: count(r(0), -1) },
  decref_shared: { operands: ["counted"], run: countUnlessLast(r(0)) },
  decref_shared_value: { operands: ["value"], run: countUnlessLast(objectIn) },
  incref_abs: { ...nothing, holes: refs.map((at) => [at]), run: count(hole(0), 1) },
  decref_abs_nonzero: { ...nothing, holes: refs.map((at) => [at]), run: count(hole(0), -1) },

  floordiv_int: { operands: ["int", "int"], run: onInts((x, y) => (y === 0n ? undefined : floorDivide(x, y))) },
  mod_int: { operands: ["int", "int"], run: onInts((x, y) => (y === 0n ? undefined : floorModulo(x, y))) },
  floordiv_int_pow2: {
    operands: ["int"],
    holes: list(0n, 1n, 4n, 16n, 46n),
    run: compute((x, k) => (int(x) >> k) << 16n),
  },
  mod_int_pow2: {
    operands: ["int"],
    holes: list(1n, 2n, 32n, 47n, 48n),
    run: compute((x, k) => floorModulo(int(x), 2n ** (48n - k)) << 16n),
  },
  floordiv_int_magic: {
    operands: ["int"],
    holes: [...DIVISORS, 2n ** 40n + 1n, 2n ** 47n - 1n].map((d) => [...divisionHoles(d), d]),
    run: (m, [a], [, , divisor = 1n]) => onIntAndHole(floorDivide)(m, [a, a, a], [divisor]),
  },
  mod_int_magic: {
    operands: ["int"],
    holes: DIVISORS.map((d) => [...divisionHoles(d), d]),
    run: (m, [a], [, , divisor = 1n]) => onIntAndHole(floorModulo)(m, [a, a, a], [divisor]),
  },

  load_elem: { operands: ["word", "ref", "index"], holes: list(16n, 40n), run: loadValue(item(1, 2, 8n)) },
  load_elem_int: { operands: ["word", "ref", "index"], holes: list(16n, 40n, 64n, 80n), run: loadInt(item(1, 2, 8n)) },
  load_elem_float: {
    operands: ["float", "ref", "index"],
    holes: list(16n, 40n, 64n, 80n),
    run: loadFloat(item(1, 2, 8n)),
  },
  store_elem: { operands: ["ref", "index", "word"], holes: list(16n, 40n), run: store(item(0, 1, 8n), r(2)) },
  elem_address: { operands: ["index", "ref"], run: compute((x, y) => y + int(x) * 8n) },
  load_elem_u8: {
    operands: ["word", "ref", "index"],
    holes: list(16n, 41n, 42n),
    run(m, registers, holes) {
      m.r[registers[0]] = BigInt(m.view.getUint8(item(1, 2, 1n)(m, registers, holes))) << 16n;
      return undefined;
    },
  },
  byte_address: { operands: ["index", "ref"], run: compute((x, y) => y + int(x)) },
  store_byte: {
    operands: ["ref", "word"],
    holes: list(16n, 41n),
    run(m, registers, holes) {
      const at = fieldOf(0)(m, registers, holes);
      m.view.setUint8(at, Number(((m.r[registers[1]] as bigint) >> 16n) & 0xffn));
      return undefined;
    },
  },
  load_elem_u16: {
    operands: ["index", "ref"],
    holes: list(16n, 42n),
    run(m, [a, b], holes) {
      m.r[a] = BigInt(m.view.getUint16(item(1, 2, 2n)(m, [a, b, a], holes), true)) << 16n;
      return undefined;
    },
  },
  load_elem_u32: {
    operands: ["index", "ref"],
    holes: list(16n, 44n),
    run: (m, [a, b], holes) => loadHalf(item(1, 2, 4n), 16n)(m, [a, b, a], holes),
  },
  guard_index: { operands: ["int", "index"], run: guard((m, [a, b]) => (m.r[a] as bigint) < (m.r[b] as bigint)) },

  add_float: { operands: ["float", "float"], run: onFloats((x, y) => x + y) },
  sub_float: { operands: ["float", "float"], run: onFloats((x, y) => x - y) },
  rsub_float: { operands: ["float", "float"], run: onFloats((x, y) => y - x) },
  mul_float: { operands: ["float", "float"], run: onFloats((x, y) => x * y) },
  div_float: { operands: ["float", "float"], run: onFloats((x, y) => (y === 0 ? undefined : x / y)) },
  rdiv_float: { operands: ["float", "float"], run: onFloats((x, y) => (x === 0 ? undefined : y / x)) },
  div_float_nc: { operands: ["float", "float"], run: onFloats((x, y) => x / y) },
  neg_float: { operands: ["float"], run: onFloats((x) => -x) },
  abs_float: { operands: ["float"], run: onFloats(Math.abs) },
  sqrt_float: { operands: ["float"], run: onFloats((x) => (x < 0 ? undefined : Math.sqrt(x))) },

  square_float: { operands: ["float"], run: power((x) => [x * x, x * x, x]) },
  root_float: { operands: ["float"], run: power((x) => [Math.sqrt(x), x, Math.sqrt(x)]) },

  load_value: { operands: ["word"], holes: list(...SLOTS), run: loadValue(slot) },
  load_slot_u32: {
    operands: ["word"],
    holes: list(...SLOTS),
    run(m, registers, holes) {
      m.r[registers[0]] = half(m, slot(m, registers, holes));
      return undefined;
    },
  },
  store_value: { operands: ["word"], holes: list(...SLOTS), run: store(slot, r(0)) },
  load_int: { operands: ["word"], holes: list(...SLOTS), run: loadInt(slot) },
  load_int_known: { operands: ["word"], holes: list(...SLOTS), run: loadInt(slot, true) },
  store_int: { operands: ["int"], holes: list(-112n, 40n), run: store(slot, boxedInt(0)) },
  load_float: { operands: ["float"], holes: list(...SLOTS), run: loadFloat(slot) },
  load_float_known: { operands: ["float"], holes: list(...SLOTS), run: loadFloat(slot, true) },
  store_float: { operands: ["float"], holes: list(-112n, 40n), run: store(slot, boxedFloat(0)) },
  load_ref: {
    operands: ["word"],
    holes: list(...SLOTS),
    run(m, registers, holes) {
      const v = word(m, slot(m, registers, holes));
      if (!isObject(v)) return "exit";
      m.r[registers[0]] = v;
      return undefined;
    },
  },
  store_const: { ...nothing, holes: cross([-24n, 40n], WORDS), run: store(slot, hole(1)) },
  store_head_pc: {
    ...nothing,
    holes: cross([-24n, 40n], U32S, [0n, 64n, 0xffffffc0n]),
    run: store(slot, (m, _, [, pc = 0n, distance = 0n]) => (u32(BigInt(m.frame) + distance) << 32n) | pc),
  },
  guard_return_pc: {
    ...nothing,
    holes: cross(SLOTS, [0n, BigInt(OBJECT), 0xffffffffn]),
    run: guard((m, registers, holes) => half(m, slot(m, registers, holes)) === holes[1]),
  },
  guard_caller: {
    ...nothing,
    holes: cross(SLOTS, [0n, BigInt(OBJECT)], [0n, 64n, 0xffffffc0n]),
    run: guard((m, registers, holes) => {
      const at = slot(m, registers, holes);
      return half(m, at) === holes[1] && half(m, at + 4) === u32(BigInt(m.frame) + (holes[2] ?? 0n));
    }),
  },
  guard_stack: {
    ...nothing,
    holes: cross([48n, 52n], [0n, 32n, 0xffff0000n]),
    run: guard((m, _, [limit = 0n, distance = 0n]) => u32(BigInt(m.frame) + distance) <= half(m, Number(limit))),
  },
  add_frame: {
    ...nothing,
    holes: list(-64n, 0n, 32n),
    run(m, _, [distance = 0n]) {
      m.frame += Number(distance);
      return undefined;
    },
  },

  guard_int: { operands: ["value"], run: guard((m, [a]) => isInt(m.r[a] as bigint)) },
  guard_float: { operands: ["value"], run: guard((m, [a]) => isFloat(m.r[a] as bigint)) },
  guard_object: { operands: ["value"], run: guard((m, [a]) => isObject(m.r[a] as bigint)) },
  guard_value_type: {
    operands: ["value"],
    holes: list(0x30000n, 0xd0000000n),
    run: guard((m, [a], [type]) => isObject(m.r[a] as bigint) && half(m, Number(m.r[a]) + 4) === type),
  },
  guard_type: {
    operands: ["ref"],
    holes: list(0x30000n, 0xd0000000n),
    run: guard((m, [a], [type]) => half(m, Number(m.r[a]) + 4) === type),
  },
  guard_shape: {
    operands: ["ref"],
    holes: list(0x31000n, 0xd0001000n),
    run: guard((m, [a], [shape]) => half(m, Number(m.r[a]) + 8) === shape),
  },
  guard_u32: {
    operands: ["ref"],
    holes: cross([4n, 8n, 20n, 24n], [0x30000n, 0x31000n, 0xd0001000n, 0xfffe0000n]),
    run: guard((m, registers, holes) => half(m, fieldOf(0)(m, registers, holes)) === holes[1]),
  },
  guard_ref_is: { operands: ["value"], holes: list(...refs), run: guard((m, [a], [ref]) => m.r[a] === ref) },
  guard_ref_is_not: { operands: ["value"], holes: list(...refs), run: guard((m, [a], [ref]) => m.r[a] !== ref) },
  guard_word_is: {
    operands: ["value"],
    holes: list(...VALUES.slice(0, 9)),
    run: guard((m, [a], [ref]) => m.r[a] === ref),
  },
  guard_word_is_not: {
    operands: ["value"],
    holes: list(...VALUES.slice(0, 9)),
    run: guard((m, [a], [ref]) => m.r[a] !== ref),
  },
  guard_same: { operands: ["value", "value"], run: guard((m, [a, b]) => m.r[a] === m.r[b]) },
  guard_not_same: { operands: ["value", "value"], run: guard((m, [a, b]) => m.r[a] !== m.r[b]) },
  guard_empty: { operands: ["value"], run: guard((m, [a]) => m.r[a] === 0n) },
  guard_not_empty: { operands: ["value"], run: guard((m, [a]) => m.r[a] !== 0n) },
  guard_zero: { operands: ["int"], run: guard((m, [a]) => m.r[a] === 0n) },
  guard_nonzero: { operands: ["int"], run: guard((m, [a]) => m.r[a] !== 0n) },

  add_int: { operands: ["int", "int"], run: onInts((x, y) => x + y) },
  sub_int: { operands: ["int", "int"], run: onInts((x, y) => x - y) },
  rsub_int: { operands: ["int", "int"], run: onInts((x, y) => y - x) },
  mul_int: { operands: ["int", "int"], run: onInts((x, y) => x * y) },
  add_int_const: { operands: ["int"], holes: list(...CONSTANTS), run: onInts((x, y) => x + y) },
  rsub_int_const: { operands: ["int"], holes: list(...CONSTANTS), run: onInts((x, y) => y - x) },
  mul_int_const: {
    operands: ["int"],
    holes: list(0n, 1n, -1n, 2n, 10n, -3n, 2n ** 31n - 1n, -(2n ** 31n)),
    run: onIntAndHole((x, y) => x * y),
  },
  add_int_nc: { operands: ["int", "int"], run: wrapping((x, y) => x + y) },
  sub_int_nc: { operands: ["int", "int"], run: wrapping((x, y) => x - y) },
  rsub_int_nc: { operands: ["int", "int"], run: wrapping((x, y) => y - x) },
  mul_int_nc: { operands: ["int", "int"], run: wrapping((x, y) => x * y) },
  add_int_const_nc: { operands: ["int"], holes: list(...CONSTANTS), run: wrapping((x, y) => x + y) },
  mul_int_const_nc: {
    operands: ["int"],
    holes: list(0n, 1n, -1n, 2n, 10n, -3n, 2n ** 31n - 1n),
    run: compute((x, y) => (int(x) * y) << 16n),
  },
  neg_int: { operands: ["int"], run: onInts((x) => -x) },
  max_zero_int: { operands: ["int"], run: onInts((x) => (x < 0n ? 0n : x)) },
  abs_int: { operands: ["int"], run: onInts(magnitude) },
  and_int: { operands: ["int", "int"], run: onInts((x, y) => x & y) },
  or_int: { operands: ["int", "int"], run: onInts((x, y) => x | y) },
  xor_int: { operands: ["int", "int"], run: onInts((x, y) => x ^ y) },
  and_int_const: { operands: ["int"], holes: list(...CONSTANTS), run: onInts((x, y) => x & y) },
  or_int_const: { operands: ["int"], holes: list(...CONSTANTS), run: onInts((x, y) => x | y) },
  xor_int_const: { operands: ["int"], holes: list(...CONSTANTS), run: onInts((x, y) => x ^ y) },
  invert_int: { operands: ["int"], run: onInts((x) => ~x) },
  lshift_int_const: { operands: ["int"], holes: list(0n, 1n, 5n, 16n, 47n), run: onIntAndHole((x, k) => x << k) },
  rshift_int_const: { operands: ["int"], holes: list(0n, 1n, 5n, 16n, 47n, 63n), run: onIntAndHole((x, k) => x >> k) },
  lshift_int: { operands: ["int", "count"], run: onInts((x, k) => (k < 0n || k > 47n ? undefined : x << k)) },
  rshift_int: { operands: ["int", "count"], run: onInts((x, k) => (k < 0n ? undefined : x >> (k > 100n ? 100n : k))) },

  add_int_to: { operands: ["word", "int", "int"], losesFirst: true, run: intoFirst((x, y) => x + y) },
  sub_int_to: { operands: ["word", "int", "int"], losesFirst: true, run: intoFirst((x, y) => x - y) },
  mul_int_to: { operands: ["word", "int", "int"], losesFirst: true, run: intoFirst((x, y) => x * y) },
  add_int_const_to: {
    operands: ["word", "int"],
    losesFirst: true,
    holes: list(...CONSTANTS),
    run: intoFirst((x, y) => x + (y >> 16n)),
  },
  mul_int_const_to: {
    operands: ["word", "int"],
    losesFirst: true,
    holes: list(0n, 1n, -1n, 10n, -3n, 2n ** 31n - 1n),
    run: intoFirst((x, y) => x * y),
  },
  add_int_nc_to: { operands: ["word", "int", "int"], run: intoFirst((x, y) => wrapped(x + y)) },
  sub_int_nc_to: { operands: ["word", "int", "int"], run: intoFirst((x, y) => wrapped(x - y)) },
  add_int_const_nc_to: {
    operands: ["word", "int"],
    holes: list(...CONSTANTS),
    run: intoFirst((x, y) => wrapped(x + (y >> 16n))),
  },
  rshift_int_const_to: {
    operands: ["word", "int"],
    holes: list(0n, 1n, 16n, 47n, 63n),
    run: intoFirst((x, k) => x >> k),
  },

  move: { operands: ["word", "word"], run: compute((_, y) => y) },
  move_float: {
    operands: ["float", "float"],
    run(m, [a, b]) {
      m.f[a] = m.f[b] as bigint;
      return undefined;
    },
  },
  swap: {
    operands: ["word", "word"],
    run(m, [a, b]) {
      [m.r[a], m.r[b]] = [m.r[b] as bigint, m.r[a] as bigint];
      return undefined;
    },
  },
  swap_float: {
    operands: ["float", "float"],
    run(m, [a, b]) {
      [m.f[a], m.f[b]] = [m.f[b] as bigint, m.f[a] as bigint];
      return undefined;
    },
  },
  const_word: { operands: ["word"], holes: list(...WORDS), run: compute((_, constant) => constant) },
  const_small: { operands: ["word"], holes: list(...U32S), run: compute((_, constant) => constant) },
  const_float: {
    operands: ["float"],
    holes: list(...[0, -0, 0.1, -1e300].map((x) => i64(bitsOf(x)))),
    run(m, [a], [bits = 0n]) {
      m.f[a] = u64(bits);
      return undefined;
    },
  },
  spill_store: { operands: ["word"], holes: list(...VM_WORDS), run: store(absolute, r(0)) },
  spill_load: { operands: ["word"], holes: list(...VM_WORDS), run: loadValue(absolute) },
  spill_store_float: {
    operands: ["float"],
    holes: list(...VM_WORDS),
    run: store(absolute, (m, [a]) => m.f[a] as bigint),
  },
  spill_load_float: {
    operands: ["float"],
    holes: list(...VM_WORDS),
    run(m, [a], [at = 0n]) {
      m.f[a] = word(m, Number(at));
      return undefined;
    },
  },

  load_field: { operands: ["word", "ref"], holes: list(...FIELDS.slice(0, 4)), run: loadValue(fieldOf(1)) },
  load_field_int: { operands: ["word", "ref"], holes: list(...FIELDS), run: loadInt(fieldOf(1)) },
  load_field_int_known: {
    operands: ["word", "ref"],
    holes: list(...FIELDS.slice(0, 4)),
    run: loadInt(fieldOf(1), true),
  },
  load_field_float: { operands: ["float", "ref"], holes: list(...FIELDS), run: loadFloat(fieldOf(1)) },
  load_field_float_known: {
    operands: ["float", "ref"],
    holes: list(...FIELDS.slice(0, 4)),
    run: loadFloat(fieldOf(1), true),
  },
  load_field_u32: { operands: ["word", "ref"], holes: list(4n, 20n, 24n), run: loadHalf(fieldOf(1), 0n) },
  load_field_u32_int: { operands: ["word", "ref"], holes: list(4n, 20n, 24n), run: loadHalf(fieldOf(1), 16n) },
  load_field_u8_int: {
    operands: ["word", "ref"],
    holes: list(4n, 17n, 30n),
    run(m, registers, holes) {
      m.r[registers[0]] = BigInt(m.view.getUint8(fieldOf(1)(m, registers, holes))) << 16n;
      return undefined;
    },
  },
  store_field: { operands: ["ref", "word"], holes: list(...FIELDS.slice(0, 3)), run: store(fieldOf(0), r(1)) },
  store_field_int: {
    operands: ["ref", "int"],
    holes: list(...FIELDS.slice(0, 3)),
    run: store(fieldOf(0), boxedInt(1)),
  },
  store_field_float: {
    operands: ["ref", "float"],
    holes: list(...FIELDS.slice(0, 3)),
    run: store(fieldOf(0), boxedFloat(1)),
  },
  store_field_const: { operands: ["ref"], holes: cross(FIELDS.slice(0, 2), WORDS), run: store(fieldOf(0), hole(1)) },
  store_field_u32: { operands: ["ref", "word"], holes: list(20n), run: storeHalf(fieldOf(0), r(1)) },
  store_field_u32_const: { operands: ["ref"], holes: cross([20n], U32S), run: storeHalf(fieldOf(0), hole(1)) },
  store_field_frame: {
    operands: ["ref"],
    holes: cross([20n], [0n, 64n, 0xffffffc0n]),
    run: storeHalf(fieldOf(0), (m, _, [, distance = 0n]) => u32(BigInt(m.frame) + distance)),
  },
  add_field_u32_const: {
    operands: ["ref"],
    holes: cross([20n, 24n], U32S),
    run: addHalf(fieldOf(0), ([, amount = 0n]) => amount),
  },

  store_vm_frame: {
    ...nothing,
    holes: cross([44n], [0n, 64n, 0xffffffc0n]),
    run(m, _, [at = 0n, distance = 0n]) {
      m.view.setUint32(Number(at), Number(u32(BigInt(m.frame) + distance)), true);
      return undefined;
    },
  },
  store_slot_u32_const: {
    ...nothing,
    holes: cross([-24n, 40n], U32S),
    run(m, _, [at = 0n, word = 0n]) {
      m.view.setUint32(m.frame + Number(at), Number(word), true);
      return undefined;
    },
  },
  load_field_i64_int: {
    operands: ["word", "ref"],
    holes: list(16n, 24n),
    run(m, registers, holes) {
      m.r[registers[0]] = u64(m.view.getBigUint64(fieldOf(1)(m, registers, holes), true) << 16n);
      return undefined;
    },
  },
  store_field_i64_int: {
    operands: ["ref", "word"],
    holes: list(16n),
    run(m, registers, holes) {
      const at = fieldOf(0)(m, registers, holes);
      m.view.setBigInt64(at, BigInt.asIntN(64, m.r[registers[1]] as bigint) >> 16n, true);
      return undefined;
    },
  },
  store_field_u32_int: {
    operands: ["ref", "word"],
    holes: list(20n),
    run(m, registers, holes) {
      const at = fieldOf(0)(m, registers, holes);
      m.view.setUint32(at, Number(u32((m.r[registers[1]] as bigint) >> 16n)), true);
      return undefined;
    },
  },
};
