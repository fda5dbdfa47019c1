// What dist/compiler.cjs exports: the JIT's compiler as another thread runs it (bin/compiler-thread.js).
export { serveDriver } from "./compiler-thread.ts";
