// The JIT's compiler in dist/: compiler.cjs. See load-script.ts.
import { join } from "node:path";
import { packageRoot } from "../util/package-files.ts";
import { runScript } from "./run-script.ts";

type Script = typeof import("./compiler-script.ts");

export function loadCompiler(): Script {
  return runScript<Script>("compiler");
}
/** What a thread runs that is to compile; undefined where none can. */
export function compilerThreadFile(): string | undefined {
  return join(packageRoot(), "bin", "compiler-thread.js");
}
