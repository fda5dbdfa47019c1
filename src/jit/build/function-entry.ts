// What is known of a frame whose function has just been entered: the locals that are no parameters are unbound, in its memory too. Without that a
// function's trace would drop what each of them may have held when it is first assigned to, and believe nothing of memory behind that.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { HeapView } from "../heap-view.ts";
import { instructionAt } from "../recording.ts";

const CODE = Layout.PyCode;

/** Registers of the frame of `code` that hold nothing behind its RESUME at `resumePc`. */
export function unboundAtEntry(heap: HeapView, code: number, resumePc: number): number[] {
  const flags = heap.readU32(code + CODE.flags);
  if ((flags & CoreConst.CODE_NAMESPACE) !== 0) return [];
  const cells = new Set<number>();
  for (let pc = heap.readU32(code + CODE.bytecode); pc !== resumePc; ) {
    const { generic, a, words } = instructionAt(heap, pc);
    if (generic !== "MAKE_CELL") return [];
    cells.add(a);
    pc += 8 * words;
  }
  const extra = ((flags & CoreConst.CODE_VARARGS) !== 0 ? 1 : 0) + ((flags & CoreConst.CODE_VARKEYWORDS) !== 0 ? 1 : 0);
  const parameters = heap.readU16(code + CODE.arg_count) + heap.readU16(code + CODE.kwonly_count) + extra;
  const unbound: number[] = [];
  for (let at = parameters; at < heap.readU16(code + CODE.local_count); at++) if (!cells.has(at)) unbound.push(at);
  return unbound;
}
