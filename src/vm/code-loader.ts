// Compiled code in the heap, and functions of it that run a module.
import { CodeFormatError } from "../bytecode/serialise.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";
import { raise } from "../heap/py-error.ts";
import type { Ref, Value } from "../heap/value.ts";
import { EMPTY } from "../heap/value.ts";

/** The code object that serialiseCode made these bytes of, held by the pool. Throws CodeFormatError for others, MemoryError. */
export function loadCode(heap: Heap, bytes: Uint8Array): Ref {
  const at = heap.core.block((bytes.length + 7) & ~7);
  if (at === 0) throw heap.readU32(Layout.VM.exception) ? heap.takeError() : raise("MemoryError");
  heap.u8.set(bytes, at);
  const code = heap.core.codeRead(at, bytes.length);
  heap.core.blockFree(at);
  if (code === 0 && heap.readU32(Layout.VM.exception) === 0) throw new CodeFormatError("damaged code");
  return heap.made(code);
}

export function newSlice(heap: Heap, start: Value, stop: Value, step: Value): Ref {
  const ref = heap.made(heap.core.newContainer(CoreConst.TYPE_SLICE, Layout.PySlice.size));
  heap.setValue(ref + Layout.PySlice.start, start);
  heap.setValue(ref + Layout.PySlice.stop, stop);
  heap.setValue(ref + Layout.PySlice.step, step);
  return ref;
}

/** A function of module-level code, ready to be called without arguments; see CODE_NAMESPACE for `namespace`. */
export function moduleFunction(heap: Heap, code: Ref, globals: Ref, name: string): Ref {
  const FN = Layout.PyFunction;
  const ref = heap.made(heap.core.newContainer(CoreConst.TYPE_FUNCTION, FN.size));
  heap.setRef(ref + FN.code, code);
  heap.setRef(ref + FN.globals, globals);
  heap.setRef(ref + FN.builtins, builtinsOf(heap, globals));
  heap.setRef(ref + FN.name, heap.intern(name));
  heap.setRef(ref + FN.qualname, heap.intern(name));
  heap.writeU32(ref + FN.version, nextFunctionVersion(heap));
  return ref;
}

function nextFunctionVersion(heap: Heap): number {
  const version = heap.readU32(Layout.VM.function_version) + 1;
  heap.writeU32(Layout.VM.function_version, version);
  return version;
}

/** `__builtins__` of a globals dict (a module or its dict), else the real ones. */
export function builtinsOf(heap: Heap, globals: Ref): Ref {
  const own = heap.peekName(globals, "__builtins__");
  if (own !== EMPTY && typeof own === "number") {
    const kind = heap.kindOf(own);
    if (kind === CoreConst.LAYOUT_DICT) return own;
    if (kind === CoreConst.LAYOUT_MODULE) return heap.readU32(own + Layout.PyModule.dict);
  }
  return heap.readU32(Layout.VM.builtins_dict);
}
