// Serialised code behind a digest that only this build's writer gives: code that the compiler did not make could do anything to the heap.
import { createHash } from "node:crypto";
import { CodeFormatError } from "../bytecode/serialise.ts";
import { codeVersion } from "./code-version.ts";

const DIGEST_BYTES = 16;

function digest(payload: Uint8Array): Uint8Array {
  return createHash("sha256").update(codeVersion()).update(payload).digest().subarray(0, DIGEST_BYTES);
}

/** Bytes of a code object with the digest in front. */
export function packCode(payload: Uint8Array): Uint8Array {
  const packed = new Uint8Array(DIGEST_BYTES + payload.length);
  packed.set(digest(payload));
  packed.set(payload, DIGEST_BYTES);
  return packed;
}

/** The bytes behind the digest. Throws CodeFormatError unless this build of Krait wrote them. */
export function unpackCode(packed: Uint8Array): Uint8Array {
  const payload = packed.subarray(DIGEST_BYTES);
  if (packed.length < DIGEST_BYTES || Buffer.compare(digest(payload), packed.subarray(0, DIGEST_BYTES)) !== 0)
    throw new CodeFormatError("damaged, or written by another version of krait");
  return payload;
}
