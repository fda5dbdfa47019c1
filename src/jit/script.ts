// What dist/jit.cjs exports: the JIT with its compiler. One script of both is read and run in less time than two.
export { Jit } from "./jit.ts";
