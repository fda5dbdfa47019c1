// What dist/jit.cjs exports: the JIT but for its compiler, a script of its own.
export { Jit } from "./jit.ts";
