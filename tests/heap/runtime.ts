// A VM on the debug core for tests of the heap: runs Python, audits every count, and asks the core for numbers.

import { readConfig } from "../../src/config.ts";
import type { CoreEntryName } from "../../src/heap/generated/layout.ts";
import { Layout } from "../../src/heap/generated/layout.ts";
import { PyError } from "../../src/heap/py-error.ts";
import { createRuntime, type Runtime } from "../../src/runtime.ts";

export interface DebugVm {
  readonly runtime: Runtime;
  /** What the program printed, and its last traceback line if it raised. */
  run(source: string): string;
  /** Calls an exported core function with u32 arguments. */
  core(entry: CoreEntryName, ...args: number[]): number;
  /** Pages of 64 KiB that hold something. */
  pagesInUse(): number;
  /** Undefined when every count is what the roots and containers say. */
  audit(): string | undefined;
}

export function openDebugVm(): DebugVm {
  let printed = "";
  const config = { ...readConfig(), debugCore: true, useImage: false };
  const runtime = createRuntime({ config, write: (_fd, text) => (printed += text) });
  const { machine } = runtime;
  const core = (entry: CoreEntryName, ...args: number[]): number => {
    const bound = machine.platform.bindFunction(machine.image.entry(entry), "u32", args.length + 1);
    return bound(machine.memory.base, ...args);
  };
  core("core_make_all_immortal"); // what TypeScript itself keeps of the start-up is not looked at
  return {
    runtime,
    run(source) {
      printed = "";
      try {
        runtime.runMain(source, "<heap test>");
      } catch (error) {
        if (!(error instanceof PyError)) throw error;
        printed += runtime.describe(error).trimEnd().split("\n").at(-1);
      }
      return printed;
    },
    core,
    pagesInUse: () => machine.heap.readU32(Layout.VM.pages_in_use),
    audit: () => runtime.audit(),
  };
}
