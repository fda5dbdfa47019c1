// The JIT's code, where Krait runs from its TypeScript. scripts/build.mjs puts load-script.ts in the place of this file: in dist/ the JIT is a script
// of its own, which a program that is never hot does not load.
import * as script from "./script.ts";

export function loadJit(): typeof script {
  return script;
}
