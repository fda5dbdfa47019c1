// The JIT's compiler, where Krait runs from its TypeScript: no thread can start there. See load-jit.ts.
import * as script from "./compiler-script.ts";

export function loadCompiler(): typeof script {
  return script;
}
export function compilerThreadFile(): string | undefined {
  return undefined;
}
