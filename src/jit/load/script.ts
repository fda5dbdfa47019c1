// What dist/jit.cjs exports: the JIT without its compiler.
export { Jit } from "../jit.ts";
