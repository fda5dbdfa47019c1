// Serialised code behind a digest that only this build's writer gives: code that the compiler did not make could do anything to the heap.
import { createHash, randomBytes } from "node:crypto";
import { CodeFormatError } from "../bytecode/serialise.ts";
import { codeVersion } from "./code-version.ts";

const DIGEST_BYTES = 16;

/**
 * Who may read it again: anything that this build of Krait runs, or only VMs of this process, which nobody outside can write for. (What the build is
 * called is no secret: a program without files, which may be anybody's, could otherwise make code of bytes that it has chosen.)
 */
export type PackedFor = "build" | "process";

let secret: Buffer | undefined;

function digest(payload: Uint8Array, use: PackedFor): Uint8Array {
  const hash = createHash("sha256").update(codeVersion());
  if (use === "process") {
    secret ??= randomBytes(DIGEST_BYTES);
    hash.update(secret);
  }
  return hash.update(payload).digest().subarray(0, DIGEST_BYTES);
}

/** Bytes of a code object with the digest in front. */
export function packCode(payload: Uint8Array, use: PackedFor): Uint8Array {
  const packed = new Uint8Array(DIGEST_BYTES + payload.length);
  packed.set(digest(payload, use));
  packed.set(payload, DIGEST_BYTES);
  return packed;
}

/** The bytes behind the digest. Throws CodeFormatError unless this build (or process) wrote them. */
export function unpackCode(packed: Uint8Array, use: PackedFor): Uint8Array {
  const payload = packed.subarray(DIGEST_BYTES);
  if (packed.length < DIGEST_BYTES || Buffer.compare(digest(payload, use), packed.subarray(0, DIGEST_BYTES)) !== 0)
    throw new CodeFormatError("damaged, or written by another version of krait");
  return payload;
}
