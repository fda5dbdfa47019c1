// The file that the compiler's thread runs, in dist/. See thread-file.ts.
import { join } from "node:path";
import { packageRoot } from "../../util/package-files.ts";

export function compilerThreadFile(): string | undefined {
  return join(packageRoot(), "bin", "compiler-thread.js");
}
