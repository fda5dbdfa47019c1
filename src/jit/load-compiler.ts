// The JIT's compiler, where Krait runs from its TypeScript: no thread can start there. See load-jit.ts.
import * as script from "./compiler-script.ts";
import type { ThreadFiles } from "./load-compiler-script.ts";

export function loadCompiler(): typeof script {
  return script;
}
export function threadFiles(): ThreadFiles | undefined {
  return undefined;
}
