// The module _abc: which classes match sequence and mapping patterns; all else is _abc.py's.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";
import { numberOf } from "../heap/numbers.ts";
import type { Ref, Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import { def } from "../vm/host-call.ts";
import { pythonSource } from "./python-source.ts";

const { NONE_REF: NONE } = CoreConst;
const PATTERNS = CoreConst.TYPE_SEQUENCE | CoreConst.TYPE_MAPPING;
// Py_TPFLAGS_SEQUENCE and _MAPPING as __abc_tpflags__ has them.
const ABC_SEQUENCE = 1 << 5;
const ABC_MAPPING = 1 << 6;

function setFlags(heap: Heap, type: Ref, flags: number): void {
  const at = type + Layout.PyType.flags;
  heap.writeU32(at, (heap.readU32(at) & ~PATTERNS) | flags);
}

/** As CPython: builtin classes stay what they are, and so do the classes derived from them. */
function setFlagsDownwards(heap: Heap, type: Ref, flags: number): void {
  if ((heap.typeFlags(type) & CoreConst.TYPE_HEAP) === 0) return;
  setFlags(heap, type, flags);
  const block = heap.readU32(type + Layout.PyType.subclasses);
  if (block === 0) return;
  for (let i = 0, n = heap.readU32(block); i < n; i++) setFlagsDownwards(heap, heap.readU32(block + 8 + i * 4), flags);
}

export const abcModule = defineModule("_abc", {
  doc: "Module contains faster C implementation of abc.ABCMeta",
  functions: {
    _set_pattern_flags: def("(cls, flags, /)", (ctx, cls: Value, flags: Value) => {
      const bits = numberOf(ctx.heap, flags);
      const own =
        (bits & ABC_SEQUENCE ? CoreConst.TYPE_SEQUENCE : 0) | (bits & ABC_MAPPING ? CoreConst.TYPE_MAPPING : 0);
      setFlags(ctx.heap, cls as Ref, own);
      return NONE;
    }),
    _copy_pattern_flags: def("(cls, base, /)", (ctx, cls: Value, base: Value) => {
      const flags = ctx.heap.typeFlags(base as Ref) & PATTERNS;
      if (flags !== 0) setFlagsDownwards(ctx.heap, cls as Ref, flags);
      return NONE;
    }),
  },
  get pythonSource() {
    return pythonSource("_abc.py");
  },
});
