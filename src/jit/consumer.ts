// The loop that goes over what a running generator yields: its trace is to hold the generator's loop, so it is the one to be recorded.
import { headAt } from "../heap/frames.ts";
import { Layout } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";
import { GENERIC_OP, OP_NAMES, OP_WORDS } from "./opcode-info.ts";
import { isGeneratorCode } from "./recording.ts";

/** Generators that resume each other. */
const MOST_FRAMES = 12;

/**
 * Back edges of the outermost `for` that waits for the generator in which the program is, if that loop is itself in no generator and none of them is
 * entered by a trace yet.
 */
export function consumersBackEdges(heap: Heap): number[] {
  let fp = heap.readU32(Layout.VM.fp);
  for (let n = 0; n < MOST_FRAMES && isGeneratorCode(heap, heap.readU32(headAt(fp, "code"))); n++) {
    const pc = heap.readU32(headAt(fp, "caller_pc"));
    fp = heap.readU32(headAt(fp, "caller_fp"));
    if (fp === 0) return [];
    const op = GENERIC_OP[heap.readU8(pc)];
    const code = heap.readU32(headAt(fp, "code"));
    if (op === "FOR_ITER" && !isGeneratorCode(heap, code)) return backEdgesTo(heap, pc);
    if (op !== "FOR_ITER" && op !== "SEND") return [];
  }
  return [];
}

/** The back edges of the `for` whose FOR_ITER is at `head`: between that and where it goes at the end. */
function backEdgesTo(heap: Heap, head: number): number[] {
  const end = head + 8 * ((heap.readU16(head + 6) << 16) >> 16);
  const found: number[] = [];
  for (let pc = head; pc < end; ) {
    const op = heap.readU8(pc);
    const offset = heap.readU16(pc + 4) | (heap.readU16(pc + 6) << 16);
    if (GENERIC_OP[op] === "JUMP_BACK" && pc + 8 * offset === head) {
      if (OP_NAMES[op] !== "JUMP_BACK") return [];
      found.push(pc);
    }
    pc += 8 * (OP_WORDS[op] as number);
  }
  return found;
}
