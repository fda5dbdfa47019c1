// Serialised code behind a seal that only this build's writer gives: code that the compiler did not make could do anything to the heap.
import { createHash } from "node:crypto";
import { CodeFormatError } from "../bytecode/serialise.ts";
import { CHECKSUM_BYTES, type Checksum } from "../heap/checksum.ts";
import { entropy } from "../util/entropy.ts";
import { codeVersion } from "./code-version.ts";

const SEAL_BYTES = CHECKSUM_BYTES;

/** SEAL_BYTES bytes that follow from some others. */
export type Seal = (payload: Uint8Array) => Uint8Array;

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
  secret ??= entropy(SEAL_BYTES);
  return createHash("sha256").update(codeVersion()).update(secret).update(payload).digest().subarray(0, SEAL_BYTES);
};

/** Bytes of a code object with the seal in front. */
export function packCode(payload: Uint8Array, seal: Seal): Uint8Array {
  const packed = new Uint8Array(SEAL_BYTES + payload.length);
  packed.set(seal(payload));
  packed.set(payload, SEAL_BYTES);
  return packed;
}

/** The bytes behind the seal. Throws CodeFormatError if it is not what these bytes would get. */
export function unpackCode(packed: Uint8Array, seal: Seal): Uint8Array {
  const payload = packed.subarray(SEAL_BYTES);
  if (packed.length < SEAL_BYTES || Buffer.compare(seal(payload), packed.subarray(0, SEAL_BYTES)) !== 0)
    throw new CodeFormatError("damaged, or written by another version of krait");
  return payload;
}
