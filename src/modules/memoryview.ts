// The module _memoryview: the builtin class memoryview, written in Python (_memoryview.py). Here is what it needs of the heap: a bytearray that is
// looked into must keep its place and size.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { type Ref, smallIntOf, type Value } from "../heap/value.ts";
import { defineModule, moduleDict } from "../host/module-definition.ts";
import { def } from "../vm/host-call.ts";
import { pythonSource } from "./python-source.ts";

const { NONE_REF: NONE } = CoreConst;

export const memoryviewModule = defineModule("_memoryview", {
  functions: {
    /** Adds to the number of views into a bytearray. */
    _export: def("(array, change, /)", (ctx, array: Value, change: Value) => {
      const at = (array as Ref) + Layout.PyByteArray.exports;
      ctx.heap.writeU32(at, ctx.heap.readU32(at) + smallIntOf(change));
      return NONE;
    }),
    _hex: def("(data, /)", (ctx, data: Value) => ctx.str(Buffer.from(ctx.heap.bytesOf(data as Ref)).toString("hex"))),
  },
  get pythonSource() {
    return pythonSource("_memoryview.py");
  },
  finish: (ctx, module) => {
    const { heap } = ctx;
    const type = heap.getName(moduleDict(ctx, module), "memoryview");
    heap.setName(heap.readU32(Layout.VM.builtins_dict), "memoryview", type);
    const flags = (type as Ref) + Layout.PyType.flags;
    heap.writeU32(flags, heap.readU32(flags) | CoreConst.TYPE_SEQUENCE);
    ctx.machine.forgetNames();
  },
});
