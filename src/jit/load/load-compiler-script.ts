// The compiler's code in dist/: compiler.cjs. See load-compiler.ts.
import { runScript } from "../../util/run-script.ts";

type Script = typeof import("./compiler-script.ts");

export function loadCompiler(): Script {
  return runScript<Script>("compiler");
}
