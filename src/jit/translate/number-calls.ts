// Builtins that give a number for plain numbers: a few instructions instead of a call.
import { CoreConst } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { isNumber, type Node } from "../ir.ts";
import { NO_HINT, type Operand, tagOf } from "../recording.ts";

type Kind = "int" | "float";
type Argument = { readonly node: Node; readonly kind: Kind; readonly seen: number | undefined };

/** The number that was recorded; undefined: none was, or it is not known. */
function seenNumber(node: Node, hint: Operand | undefined): number | undefined {
  if (node.isConst) return node.number;
  if (hint === undefined || tagOf(hint) !== "float") return undefined;
  halves[0] = hint.low;
  halves[1] = (hint.high - 0x00020000) >>> 0;
  return bits[0];
}
const bits = new Float64Array(1);
const halves = new Uint32Array(bits.buffer);

function extreme(b: Builder, args: readonly Argument[], isMax: boolean): Node | undefined {
  const [first, ...others] = args;
  if (first === undefined || others.length === 0 || others.some(({ kind }) => kind !== first.kind)) return undefined;
  if (first.kind === "int") {
    let best = b.asInt(first.node);
    for (const { node } of others) {
      // The larger of two is one of them and what the other one has more than it, if it has.
      const other = b.asInt(node);
      const more = b.pure(
        "maxZeroInt",
        "int",
        isMax ? b.pure("subInt", "int", other, best) : b.pure("subInt", "int", best, other),
      );
      best = b.pure(isMax ? "addInt" : "subInt", "int", best, more);
    }
    return best;
  }
  if (args.some(({ seen }) => seen === undefined)) return undefined;
  let best = { node: b.asFloat(first.node), seen: first.seen as number };
  for (const arg of others) {
    const other = { node: b.asFloat(arg.node), seen: arg.seen as number };
    const [low, high] = isMax ? [best, other] : [other, best];
    const isBetter = low.seen < high.seen;
    b.pure(isBetter ? "guardLtFloat" : "guardNotLtFloat", "none", low.node, high.node);
    if (isBetter) best = other;
  }
  return best.node;
}

const IMPLEMENTED: Record<string, (b: Builder, args: readonly Argument[]) => Node | undefined> = {
  min: (b, args) => extreme(b, args, false),
  max: (b, args) => extreme(b, args, true),
  abs: (b, [x, more]) => {
    if (x === undefined || more !== undefined) return undefined;
    return x.kind === "int" ? b.pure("absInt", "int", b.asInt(x.node)) : b.pure("absFloat", "float", b.asFloat(x.node));
  },
  int: (b, [x, more]) => {
    if (x === undefined || more !== undefined) return undefined;
    return x.kind === "int" ? b.asInt(x.node) : b.pure("truncFloat", "int", b.asFloat(x.node));
  },
  float: (b, [x, more]) => {
    if (x === undefined || more !== undefined) return undefined;
    return b.toFloat(x.kind === "int" ? b.asInt(x.node) : b.asFloat(x.node));
  },
};
const IN_MATH: typeof IMPLEMENTED = {
  fabs: (b, args) => {
    const x = IMPLEMENTED.float?.(b, args);
    return x && b.pure("absFloat", "float", x);
  },
  floor: (b, [x, more]) => {
    if (x === undefined || more !== undefined) return undefined;
    return x.kind === "int" ? b.asInt(x.node) : b.pure("floorFloat", "int", b.asFloat(x.node));
  },
  trunc: (b, args) => IMPLEMENTED.int?.(b, args),
};
const TYPES = new Map([
  [CoreConst.TYPE_INT as number, "int"],
  [CoreConst.TYPE_FLOAT as number, "float"],
]);

function find(module: string, name: string): (typeof IMPLEMENTED)[string] | undefined {
  const table = module === "math" ? IN_MATH : module === "builtins" ? IMPLEMENTED : {};
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
/** Whether numberCall may know a function, a builtin type or a function of `module`. */
export function isNumberCall(module: string, name: string): boolean {
  return find(module, name) !== undefined;
}
export function nameOfNumberType(cls: number): string {
  return TYPES.get(cls) ?? "";
}
/** What it gives for these arguments; undefined: they are no plain numbers, and nothing has been guarded but that some of them are. */
export function numberCall(
  b: Builder,
  module: string,
  name: string,
  args: readonly Node[],
  hints: readonly (Operand | undefined)[],
): Node | undefined {
  const call = find(module, name);
  if (call === undefined || b.isFirst) return undefined;
  const numbers: Argument[] = [];
  for (const [i, node] of args.entries()) {
    const kind = node.isConst && !isNumber(node.type) ? undefined : b.numberKind(node, hints[i] ?? NO_HINT);
    if (kind === undefined) return undefined;
    numbers.push({ node, kind, seen: seenNumber(node, hints[i]) });
  }
  const result = call(b, numbers);
  if (result !== undefined) b.takeSnapshot();
  return result;
}
