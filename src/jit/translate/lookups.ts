// Lookups in dicts. The core remembers the last one (vm->found_…), so a key that the trace has looked up in the same dict before is mostly found at once:
// `d[k] = d.get(k, 0) + 1`, `if k in d: … d[k] …`. A constant name is expected in the entry where the recording found it.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import { isCounted } from "../build/state.ts";
import { type IrType, isNumber, type Node } from "../ir.ts";
import type { Operand } from "../recording.ts";
import { loadNumber, loadU32 } from "./moves.ts";

const DICT = Layout.PyDict;
const ENTRY = Layout.DictEntry;
/** Entries that are searched for a name when a trace is made. */
const MOST_ENTRIES = 64;

type Lookup = "trace_dict_get" | "trace_dict_get_or" | "trace_dict_set" | "trace_dict_put" | "trace_dict_contains";

export function lookUp(b: Builder, symbol: Lookup, type: IrType, dict: Node, key: Node, ...rest: Node[]): Node {
  return b.callCore(b.cache.lookUp(dict, key) ? `${symbol}_again` : symbol, type, dict, key, ...rest);
}

/** Number of the entry that a constant name has in the dict that was seen; -1: none, or not worth a guess. */
function entrySeen(b: Builder, dict: Operand, key: Node): number {
  const { heap } = b;
  if (!key.isConst || key.pyType !== CoreConst.TYPE_STR || dict.type !== CoreConst.TYPE_DICT || b.isFirst) return -1;
  return heap.hint(() => {
    const count = heap.readU32(dict.low + DICT.entry_count);
    const entries = heap.readU32(dict.low + DICT.entries);
    if (heap.readU32(dict.low + DICT.flags) !== 0 || count > MOST_ENTRIES) return -1;
    for (let i = 0; i < count; i++) {
      const at = entries + ENTRY.size * i + ENTRY.key;
      if (heap.readU32(at) === key.boxed?.low && heap.readU32(at + 4) === 0) return i;
    }
    return -1;
  });
}

/**
 * The dict's entries and the offset of the value there for a constant name, guarded to be the one that was seen; undefined: it has to be looked up. The
 * guard is made anew in each round of a loop: another dict may come in the next one, or in the next call. Where it fails often a side trace begins with
 * this instruction and looks the name up.
 */
function entryOf(b: Builder, dict: Node, seen: Operand, key: Node): { entries: Node; offset: number } | undefined {
  const number = entrySeen(b, seen, key);
  if (number < 0) return undefined;
  const field = `entry ${number}`;
  const isKnown = b.cache.get(dict, field) === key;
  if (!isKnown) guardNoNamespace(b, dict);
  const entries = loadU32(b, dict, DICT.entries);
  if (!isKnown) {
    b.emit("guardGtIntK", "none", loadU32(b, dict, DICT.entry_count, "int"), null, number * 65536);
    const stored = b.emit("loadField", "value", entries, null, ENTRY.size * number + ENTRY.key);
    b.emit("guardIs", "none", stored, null, key.boxed?.low as number);
    b.cache.set(dict, field, key);
  }
  return { entries, offset: ENTRY.size * number + ENTRY.value };
}

/** dict[key] for an exact dict: borrowed from it. */
export function itemOfDict(b: Builder, dict: Node, seen: Operand, key: Node): Node {
  const entry = entryOf(b, dict, seen, key);
  if (entry === undefined) return lookUp(b, "trace_dict_get", "value", dict, key);
  return b.emit("loadField", "value", entry.entries, null, entry.offset);
}

/** Guards that a dict's values lie in its entries. */
export function guardNoNamespace(b: Builder, dict: Node): void {
  if (b.cache.get(dict, "flags") !== undefined) return;
  b.emit("guardFieldU32", "none", dict, null, DICT.flags, 0);
  b.cache.set(dict, "flags", b.int(0));
}

/** dict[key] = value, which may replace another value. */
export function setItemOfDict(b: Builder, dict: Node, seen: Operand, key: Node, value: Node): void {
  if (isNumber(value.type)) {
    const entry = entryOf(b, dict, seen, key);
    if (entry !== undefined) {
      // What is a number mostly stays one: then nothing is to be dropped.
      loadNumber(b, value.type, entry.entries, entry.offset);
      b.takeSnapshot();
      b.storeField(entry.entries, entry.offset, value);
      return;
    }
  }
  if (!isCounted(value)) {
    // A number mostly takes the place of one, and nothing dies.
    lookUp(b, "trace_dict_put", "ref", dict, key, value);
    b.cache.forgetDicts();
    return;
  }
  b.beforeDrops();
  lookUp(b, "trace_dict_set", "ref", dict, key, value);
  b.afterDrops();
}
