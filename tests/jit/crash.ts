// Breaks the code of a trace that runs: the crash reporter must say which trace and which uop it was.
import { crashInfo } from "../../src/cli/crash-info.ts";
import { readConfig } from "../../src/config.ts";
import { eagerPolicy } from "../../src/jit/policy.ts";
import { createRuntime } from "../../src/runtime.ts";

const runtime = createRuntime({
  config: { ...readConfig({}), jit: "on" },
  jit: {
    policy: eagerPolicy,
    onEvent({ placed, assembled }) {
      const item = assembled?.listing.find((_, i) => i === (placed?.loopAt ?? 0) + 2);
      // ud2 on x86_64, "udf" on AArch64
      if (item !== undefined) runtime.machine.image.code.write(item.at, Uint8Array.of(0x0f, 0x0b, 0, 0));
    },
  },
});
runtime.machine.platform.installCrashReporter(crashInfo());
runtime.runMain(
  "def total(n):\n    s = 0\n    while s < n:\n        s += 3\n    return s\ntotal(100000)\n",
  "crash.py",
);
