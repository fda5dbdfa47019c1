// The JIT's code in dist/: jit.cjs. See load-jit.ts.
import { runScript } from "../../util/run-script.ts";

type Script = typeof import("./script.ts");

export function loadJit(): Script {
  return runScript<Script>("jit");
}
