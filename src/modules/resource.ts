// What the process has used, for the module resource (resource.py).
import { float, type Value } from "../heap/value.ts";
import type { Context } from "../vm/context.ts";

/** The fields of resource.struct_rusage. */
export function usage(ctx: Context): Value {
  const used = process.resourceUsage();
  const times = [used.userCPUTime, used.systemCPUTime].map((us) => float(us / 1e6));
  const counts = [
    used.maxRSS,
    used.sharedMemorySize,
    used.unsharedDataSize,
    used.unsharedStackSize,
    used.minorPageFault,
    used.majorPageFault,
    used.swappedOut,
    used.fsRead,
    used.fsWrite,
    used.ipcSent,
    used.ipcReceived,
    used.signalsCount,
    used.voluntaryContextSwitches,
    used.involuntaryContextSwitches,
  ];
  return ctx.tuple([...times, ...counts.map((n) => ctx.int(n))]);
}
