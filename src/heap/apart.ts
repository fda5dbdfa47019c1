// Objects that are made away from all others, so that how many they are and how large does not show in where the others lie.
import type { Heap } from "./heap.ts";

/** Runs something that makes objects in pages of their own: heap_apart in native/core/heap.c. */
export function allocateApart(heap: Heap, run: () => void): void {
  heap.core.heapApart(1);
  try {
    run();
  } finally {
    heap.core.heapApart(0);
  }
}
