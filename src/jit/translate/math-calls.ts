// Powers and the functions of the module math, of floats: libm is called at once, nothing is boxed. What raises or is no float has an answer that
// is not finite, or a base that is not positive: the trace is left.
import type { CoreEntryName } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import type { Node } from "../ir.ts";
import { NO_HINT, type Operand } from "../recording.ts";

const INFINITY = 0x7ff00000 + 0x00020000;

const OF_ONE = [
  "acos", "acosh", "asin", "asinh", "atan", "atanh", "cbrt", "cos", "cosh", "erf", "erfc", "exp", "exp2", "expm1", "log", "log10", "log1p", "log2",
  "sin", "sinh", "tan", "tanh",
] as const; // biome-ignore format: a table
interface MathFunction {
  readonly entry: CoreEntryName;
  readonly count: number;
}
/** By their names in math. */
const FUNCTIONS = new Map<string, MathFunction>([["atan2", { entry: "trace_math_atan2", count: 2 }]]);
for (const name of OF_ONE) FUNCTIONS.set(name, { entry: `trace_math_${name}`, count: 1 });

export function mathEntry(name: string): CoreEntryName | undefined {
  return FUNCTIONS.get(name)?.entry;
}

function guardFinite(b: Builder, x: Node): Node {
  b.pure("guardLtFloat", "none", b.pure("absFloat", "float", x), b.boxedConstant(0, INFINITY));
  return x;
}

/** Whether it is known to be a positive even number. */
export function isEven(y: Node): boolean {
  return y.isConst && y.number > 0 && y.number % 2 === 0;
}
/** x ** y of floats; of even numbers y the sign of x does not matter. */
export function power(b: Builder, x: Node, y: Node): Node {
  if (y.isConst && y.number === 2) return b.pure("squareFloat", "float", x);
  if (y.isConst && y.number === 0.5) return b.pure("rootFloat", "float", x);
  if (isEven(y)) return guardFinite(b, b.callFloats("trace_math_pow", b.pure("absFloat", "float", x), y));
  b.pure("guardLtFloat", "none", b.float(0, { low: 0, high: 0x00020000 }), x);
  return guardFinite(b, b.callFloats("trace_math_pow", x, y));
}

/** math.name(…) of the numbers in these slots; undefined: they are no numbers, or not as many. */
export function callMath(
  b: Builder,
  name: string,
  slots: readonly number[],
  hints: readonly (Operand | undefined)[],
): Node | undefined {
  const found = FUNCTIONS.get(name);
  if (found === undefined || slots.length !== found.count) return undefined;
  const args = slots.map((slot, i) => b.read(slot, hints[i]));
  const kinds = args.map((arg, i) => b.numberKind(arg, hints[i] ?? NO_HINT));
  if (kinds.some((kind) => kind === undefined)) return undefined;
  const [x, y] = args.map((arg, i) => b.toFloat(kinds[i] === "int" ? b.asInt(arg) : b.asFloat(arg)));
  return guardFinite(b, b.callFloats(found.entry, x as Node, y));
}
