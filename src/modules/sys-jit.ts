// sys._jit, through which CPython 3.14 tells of its JIT (test.support asks at import). It says what Krait's does.
import { Layout } from "../heap/generated/layout.ts";
import { defineModule } from "../host/module-definition.ts";
import { def } from "../vm/host-call.ts";

export const sysJitModule = defineModule("sys._jit", {
  doc: "Utilities for observing just-in-time compilation.",
  functions: {
    is_available: def(
      "()",
      (ctx) => ctx.bool(true),
      "Return True if the current Python executable supports JIT compilation, and False otherwise.",
    ),
    is_enabled: def(
      "()",
      (ctx) => ctx.bool(ctx.heap.readU32(Layout.VM.jit_enabled) !== 0),
      "Return True if JIT compilation is enabled for the current Python process (implies sys._jit.is_available()), and False otherwise.",
    ),
    // A trace writes its state back before it calls TypeScript, so the frame that asks never runs in one.
    is_active: def(
      "()",
      (ctx) => ctx.bool(false),
      "Return True if the topmost Python frame is currently executing JIT code (implies sys._jit.is_enabled()), and False otherwise.",
    ),
  },
});
