// The compiler's code, where Krait runs from its TypeScript. scripts/build.mjs puts load-compiler-script.ts in the place of this file: in dist/ it is a
// script of its own, which a program whose traces have all been kept does not load.
import * as script from "./compiler-script.ts";

export function loadCompiler(): Pick<typeof script, "Compiler"> {
  return script;
}
