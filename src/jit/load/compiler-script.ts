// What dist/compiler.cjs exports: the JIT's compiler, for the program's thread, and as another thread runs it (bin/compiler-thread.js).
export { Compiler } from "../compiler.ts";
export { serveDriver } from "../thread/compiler-thread.ts";
