// Counters of 64 bits in the heap that compiled code adds to (uop count_run): only code compiled for --stats has any.
import type { Heap } from "../../heap/heap.ts";

const BLOCK_BYTES = 32768;

export class RunCounters {
  private readonly heap: Heap;
  private next = 0;
  private end = 0;

  constructor(heap: Heap) {
    this.heap = heap;
  }

  /** Heap offset of a counter that is 0. Throws if the heap is full. */
  make(): number {
    if (this.next === this.end) {
      this.next = this.heap.core.block(BLOCK_BYTES);
      if (this.next === 0) throw new Error("krait: no memory for counters");
      this.end = this.next + BLOCK_BYTES;
      this.heap.u8.fill(0, this.next, this.end);
    }
    this.next += 8;
    return this.next - 8;
  }

  read(at: number): number {
    return readCounter(this.heap, at);
  }
}

/** A u64 that is far below 2^53. */
export function readCounter(heap: Heap, at: number): number {
  return heap.readU32(at + 4) * 2 ** 32 + heap.readU32(at);
}
