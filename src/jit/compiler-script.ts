// What dist/compiler.cjs exports: the JIT's compiler as a script of its own, which the program's thread need not load if another one compiles.
export { Compiler } from "./compiler.ts";
export { serveDriver } from "./compiler-thread.ts";
