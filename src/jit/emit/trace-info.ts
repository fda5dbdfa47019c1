import { CoreConst, Layout } from "../../heap/generated/layout.ts";

/** Heap offset of a trace's TraceInfo, by its number in the core's table. */
export function infoAt(number: number): number {
  return CoreConst.TRACE_TABLE_BASE + number * Layout.TraceInfo.size;
}
