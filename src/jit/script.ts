// What dist/jit.cjs exports: the JIT as a script of its own.
export { Jit } from "./jit.ts";
