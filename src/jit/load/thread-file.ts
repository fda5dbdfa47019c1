// The file that the compiler's thread runs; none where Krait runs from its TypeScript: no thread can start there. scripts/build.mjs puts
// thread-file-script.ts in the place of this file.
export function compilerThreadFile(): string | undefined {
  return undefined;
}
