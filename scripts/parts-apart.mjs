// In dist/ the front end is a script of its own, and so are the JIT and its compiler, on whatever thread: what src/ imports directly is loaded when it
// is needed.
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const src = join(dirname(fileURLToPath(import.meta.url)), "..", "src");
/** What stands for each of these files of src/ in a bundle. */
const INSTEAD = {
  "front-end/load.ts": "load-script.ts",
  "jit/load/load-jit.ts": "load-script.ts",
  "jit/load/load-compiler.ts": "load-compiler-script.ts",
  "jit/load/thread-file.ts": "thread-file-script.ts",
};

/**
 * For bundles that run beside dist/'s scripts.
 * @type {import("esbuild").Plugin}
 */
export const partsApart = {
  name: "parts-apart",
  setup(build) {
    const filter = /(?:^|\/)(?:load|load-jit|load-compiler|thread-file)\.ts$/;
    build.onResolve({ filter }, ({ path, importer }) => {
      const file = relative(src, join(dirname(importer), path)).replaceAll("\\", "/");
      const instead = INSTEAD[file];
      return instead === undefined ? undefined : { path: join(src, dirname(file), instead) };
    });
  },
};
