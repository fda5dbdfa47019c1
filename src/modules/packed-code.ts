// Serialised code behind a seal that only this build's writer gives: code that the compiler did not make could do anything to the heap.
import { createHash } from "node:crypto";
import { CodeFormatError } from "../bytecode/serialise.ts";
import { CHECKSUM_BYTES, type Checksum, type Seal, unsealed } from "../heap/checksum.ts";
import { entropy } from "../util/entropy.ts";
import { codeVersion } from "./code-version.ts";

/** For what anything may read that this build of Krait runs: tells what is damaged or was written by another. */
export function sealOfBuild(checksum: Checksum): Seal {
  return (payload) => checksum(codeVersion(), payload);
}

let secret: Buffer | undefined;

/**
 * For what only VMs of this process may read, which nobody outside can write for. (What the build is called is no secret: a program without files,
 * which may be anybody's, could otherwise make code of bytes that it has chosen.)
 */
export const sealOfProcess: Seal = (payload) => {
  secret ??= entropy(CHECKSUM_BYTES);
  return createHash("sha256").update(codeVersion()).update(secret).update(payload).digest().subarray(0, CHECKSUM_BYTES);
};

/** The serialised code behind the seal. Throws CodeFormatError if it is not what these bytes would get. */
export function unpackCode(packed: Uint8Array, seal: Seal): Uint8Array {
  const payload = unsealed(packed, seal);
  if (payload === undefined) throw new CodeFormatError("damaged, or written by another version of krait");
  return payload;
}
