// Checksums of files that Krait keeps for itself, made by the core: native/core/checksum.c says why.
import { CoreConst, Layout } from "./generated/layout.ts";
import type { Heap } from "./heap.ts";

export const CHECKSUM_BYTES = 16;

/** CHECKSUM_BYTES bytes that follow from all bytes of all parts and from where a part ends. */
export type Checksum = (...parts: readonly (string | Uint8Array)[]) => Uint8Array;

/** Made in a heap, whose objects it neither makes nor moves. */
export function checksumIn(heap: Heap): Checksum {
  const { CHECKSUM_WINDOW, CHECKSUM_WINDOW_BYTES } = CoreConst;
  const { scratch } = Layout.VM;
  return (...parts) => {
    heap.u8.fill(0, scratch, scratch + CHECKSUM_BYTES);
    for (const part of parts) {
      const bytes = typeof part === "string" ? Buffer.from(part) : part;
      for (let at = 0; at < bytes.length; at += CHECKSUM_WINDOW_BYTES) {
        const piece = bytes.subarray(at, at + CHECKSUM_WINDOW_BYTES);
        heap.u8.set(piece, CHECKSUM_WINDOW);
        heap.core.checksumAdd(piece.length);
      }
      heap.core.checksumAdd(0);
    }
    const state = heap.u8.slice(scratch, scratch + CHECKSUM_BYTES);
    heap.u8.fill(0, scratch, scratch + CHECKSUM_BYTES);
    return state;
  };
}

/** CHECKSUM_BYTES bytes that follow from some others, and that only who may write these can tell. */
export type Seal = (payload: Uint8Array) => Uint8Array;

/** The bytes with their seal in front. */
export function sealed(payload: Uint8Array, seal: Seal): Uint8Array {
  const bytes = new Uint8Array(CHECKSUM_BYTES + payload.length);
  bytes.set(seal(payload));
  bytes.set(payload, CHECKSUM_BYTES);
  return bytes;
}
/** The bytes behind the seal (a view); undefined if it is not theirs. */
export function unsealed(bytes: Uint8Array, seal: Seal): Uint8Array | undefined {
  const payload = bytes.subarray(CHECKSUM_BYTES);
  const isTheirs =
    bytes.length >= CHECKSUM_BYTES && Buffer.compare(seal(payload), bytes.subarray(0, CHECKSUM_BYTES)) === 0;
  return isTheirs ? payload : undefined;
}

/** The first digits of a checksum in hex, as part of a file's name. */
export function checksumName(sum: Uint8Array): string {
  return Buffer.from(sum.subarray(0, 12)).toString("hex");
}
