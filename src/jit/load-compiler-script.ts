// The JIT's compiler in dist/: compiler.cjs. See load-script.ts.
import { join } from "node:path";
import { packageRoot } from "../util/package-files.ts";
import { runScript } from "./run-script.ts";

type Script = typeof import("./compiler-script.ts");

export interface ThreadFiles {
  /** What a thread runs that is to compile. */
  readonly main: string;
}

export function loadCompiler(): Script {
  return runScript<Script>("compiler");
}
export function threadFiles(): ThreadFiles | undefined {
  return { main: join(packageRoot(), "bin", "compiler-thread.js") };
}
