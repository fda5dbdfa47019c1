// What compiled code on disk is keyed by: it changes whenever the compiler or the instruction set does.
import { compilerId } from "../util/package-files.ts";

/** Text that names this build's compiled code. */
export function codeVersion(): string {
  return compilerId();
}

/** The number at the start of cached files (importlib's MAGIC_NUMBER), "\r\n" in its upper half like CPython's. */
export function magicNumber(): number {
  return (Number.parseInt(codeVersion().slice(0, 4), 16) | 0x0a0d0000) >>> 0;
}
