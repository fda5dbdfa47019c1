// `in` for containers and strings whose items are compared without Python code.
import { CoreConst, type CoreEntryName } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { asBool } from "../build/ir-writer.ts";
import type { Node } from "../ir.ts";
import { type Recorded, signed16 } from "../recording.ts";
import { guardOneOf } from "./characters.ts";
import { jumped, negated } from "./comparison.ts";
import type { Translator } from "./index.ts";
import { lookUp } from "./lookups.ts";

const INVERT = 32;

const SYMBOLS = new Map<number, CoreEntryName>([
  [CoreConst.TYPE_SET, "trace_set_contains"],
  [CoreConst.TYPE_FROZENSET, "trace_set_contains"],
  [CoreConst.TYPE_LIST, "trace_sequence_contains"],
  [CoreConst.TYPE_TUPLE, "trace_sequence_contains"],
]);

/** Others whose items the core compares. */
const OTHERS = new Set<number>([
  CoreConst.TYPE_BYTES, CoreConst.TYPE_BYTEARRAY, CoreConst.TYPE_RANGE, CoreConst.TYPE_DICT_KEYS, CoreConst.TYPE_DICT_VALUES, CoreConst.TYPE_DEQUE,
]); // biome-ignore format: a table

/** True or False for `R[b] in R[c]`; undefined where the interpreter has to find out. */
function contains(b: Builder, r: Recorded): Node | undefined {
  const item = b.read(b.at(r.b), r.vb);
  const container = b.read(b.at(r.c), r.vc);
  const type = container.pyType !== 0 ? container.pyType : r.vc.type;
  if (b.isFirst && r.generic === "CONTAINS") return undefined;
  if (type === CoreConst.TYPE_STR) {
    if ((item.pyType !== 0 ? item.pyType : r.vb.type) !== CoreConst.TYPE_STR) return undefined;
    if (!b.guardType(container, type) || !b.guardType(item, type)) return undefined;
    return b.callTest("trace_str_contains", container, item);
  }
  if (type === CoreConst.TYPE_DICT) {
    if (!b.guardType(container, type)) return undefined;
    return asBool(lookUp(b, "trace_dict_contains", "ref", container, item));
  }
  const symbol = SYMBOLS.get(type);
  if (symbol === undefined) {
    if (!OTHERS.has(type) || !b.guardType(container, type)) return undefined;
    return asBool(b.callOperation("trace_contains", "ref", "nothing", container, item));
  }
  if (!b.guardType(container, type)) return undefined;
  return asBool(b.callCore(symbol, "ref", container, item));
}

function drop(b: Builder, r: Recorded): void {
  if (r.flags & 2) b.drop(r.b);
  if (r.flags & 4) b.drop(r.c);
}

export const MEMBERSHIP: Record<string, Translator> = {
  CONTAINS(b, r) {
    const found = contains(b, r);
    if (found === undefined) return false;
    let result = found;
    if (r.flags & INVERT) result = negated(b, found);
    drop(b, r);
    b.write(r.a, result);
    return true;
  },
  JUMP_CONTAINS(b, r) {
    const jump = jumped(b, r, signed16(r.a));
    if (jump === undefined) return false;
    const truth = jump !== ((r.flags & INVERT) !== 0);
    if (guardOneOf(b, b.read(b.at(r.b), r.vb), b.read(b.at(r.c), r.vc), truth)) {
      drop(b, r);
      return true;
    }
    const found = contains(b, r);
    if (found === undefined) return false;
    b.pure("guardIs", "none", found, null, truth ? CoreConst.TRUE_REF : CoreConst.FALSE_REF);
    drop(b, r);
    return true;
  },
};
