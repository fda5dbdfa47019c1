// Room for a recording, where the recorder writes (native/core/interp/trace.c).
import { Layout } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";
import { policy } from "./policy.ts";

const { records } = Layout.VM;
/** Instructions in one recording. */
export const RECORD_LIMIT = policy.recordLimit;

/** Heap offset of room for so many, which is made if there is none. 0: no memory. */
export function makeRecordBuffer(heap: Heap): number {
  if (heap.readU32(records) === 0) heap.writeU32(records, heap.core.block(RECORD_LIMIT * Layout.TraceRecord.size));
  return heap.readU32(records);
}
