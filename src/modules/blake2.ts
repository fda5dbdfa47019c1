// The module _blake2: BLAKE2b and BLAKE2s (RFC 7693) with their parameter blocks (keys, salts, trees). The Python objects (blake2.py) keep what
// they were given; it is hashed when a digest is asked for.
import { numberOf } from "../heap/numbers.ts";
import type { Ref, Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import { def } from "../vm/host-call.ts";
import { pythonSource } from "./python-source.ts";

const SIGMA = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4], [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13], [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11], [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5], [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
] as const; // biome-ignore format: a table
const IV = [
  0x6a09e667f3bcc908n, 0xbb67ae8584caa73bn, 0x3c6ef372fe94f82bn, 0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n, 0x9b05688c2b3e6c1fn, 0x1f83d9abfb41bd6bn, 0x5be0cd19137e2179n,
] as const; // biome-ignore format: a table

interface Variant {
  readonly wordBytes: 4 | 8;
  readonly rounds: number;
  readonly rotations: readonly [bigint, bigint, bigint, bigint];
  readonly iv: readonly bigint[];
}
const B: Variant = { wordBytes: 8, rounds: 12, rotations: [32n, 24n, 16n, 63n], iv: IV };
// BLAKE2s starts from the upper halves: SHA-256's initial values.
const S: Variant = { wordBytes: 4, rounds: 10, rotations: [16n, 12n, 8n, 7n], iv: IV.map((word) => word >> 32n) };

/** `parameters`: the parameter block; `data`: key block (if any) and message. */
export function blake2(variant: Variant, parameters: Uint8Array, data: Uint8Array, lastNode: boolean): Uint8Array {
  const { wordBytes, rounds, rotations, iv } = variant;
  const bits = BigInt(wordBytes * 8);
  const mask = (1n << bits) - 1n;
  const blockBytes = wordBytes * 16;
  const word = (bytes: Uint8Array, at: number): bigint => {
    let n = 0n;
    for (let i = wordBytes - 1; i >= 0; i--) n = (n << 8n) | BigInt(bytes[at + i] ?? 0);
    return n;
  };
  const rotate = (x: bigint, n: bigint) => ((x >> n) | (x << (bits - n))) & mask;
  const h = iv.map((value, i) => value ^ word(parameters, i * wordBytes));
  const blocks = Math.max(1, Math.ceil(data.length / blockBytes));
  for (let block = 0; block < blocks; block++) {
    const isLast = block === blocks - 1;
    const start = block * blockBytes;
    const m = Array.from({ length: 16 }, (_, i) => word(data, start + i * wordBytes));
    const counter = BigInt(isLast ? data.length : start + blockBytes);
    const v = [...h, ...iv] as bigint[];
    v[12]! ^= counter & mask;
    v[13]! ^= counter >> bits;
    if (isLast) v[14]! ^= mask;
    if (isLast && lastNode) v[15]! ^= mask;
    const mix = (a: number, b: number, c: number, d: number, x: bigint, y: bigint) => {
      v[a] = (v[a]! + v[b]! + x) & mask;
      v[d] = rotate(v[d]! ^ v[a]!, rotations[0]);
      v[c] = (v[c]! + v[d]!) & mask;
      v[b] = rotate(v[b]! ^ v[c]!, rotations[1]);
      v[a] = (v[a]! + v[b]! + y) & mask;
      v[d] = rotate(v[d]! ^ v[a]!, rotations[2]);
      v[c] = (v[c]! + v[d]!) & mask;
      v[b] = rotate(v[b]! ^ v[c]!, rotations[3]);
    };
    for (let round = 0; round < rounds; round++) {
      const s = SIGMA[round % 10]!;
      for (let i = 0; i < 4; i++) mix(i, 4 + i, 8 + i, 12 + i, m[s[2 * i]!]!, m[s[2 * i + 1]!]!);
      for (let i = 0; i < 4; i++)
        mix(i, 4 + ((i + 1) % 4), 8 + ((i + 2) % 4), 12 + ((i + 3) % 4), m[s[8 + 2 * i]!]!, m[s[9 + 2 * i]!]!);
    }
    for (let i = 0; i < 8; i++) h[i]! ^= v[i]! ^ v[i + 8]!;
  }
  const out = new Uint8Array(8 * wordBytes);
  h.forEach((value, i) => {
    for (let k = 0; k < wordBytes; k++) out[i * wordBytes + k] = Number((value >> BigInt(8 * k)) & 255n);
  });
  return out;
}

export const blake2Module = defineModule("_blake2", {
  doc: "_blake2b provides BLAKE2b for hashlib\n",
  functions: {
    _hash: def("(word_bytes, parameters, data, last_node, size, /)", (ctx, ...args: Value[]) => {
      const { heap } = ctx;
      const [wordBytes, parameters, data, lastNode, size] = args as [Value, Value, Value, Value, Value];
      const variant = numberOf(heap, wordBytes) === 8 ? B : S;
      const digest = blake2(
        variant,
        heap.bytesOf(parameters as Ref),
        heap.bytesOf(data as Ref),
        numberOf(heap, lastNode) !== 0,
      );
      return heap.newBytes(digest.slice(0, numberOf(heap, size)));
    }),
  },
  get pythonSource() {
    return pythonSource("blake2.py");
  },
});
