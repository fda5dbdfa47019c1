// In dist/ the JIT is a script of its own, and so is its compiler, on whatever thread: what src/ imports directly is loaded when it is needed.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const load = join(dirname(fileURLToPath(import.meta.url)), "..", "src", "jit", "load");
/** What stands for each file of src/jit/load in a bundle. */
const INSTEAD = {
  "load-jit.ts": "load-script.ts",
  "load-compiler.ts": "load-compiler-script.ts",
  "thread-file.ts": "thread-file-script.ts",
};

/**
 * For bundles that run beside dist/'s scripts.
 * @type {import("esbuild").Plugin}
 */
export const jitApart = {
  name: "jit-apart",
  setup(build) {
    for (const [name, instead] of Object.entries(INSTEAD))
      build.onResolve({ filter: new RegExp(`/${name}$`) }, () => ({ path: join(load, instead) }));
  },
};
