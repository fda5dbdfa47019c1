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
// The initial values, lower and upper half of each. BLAKE2s starts from the upper halves: SHA-256's initial values.
const IV = Uint32Array.of(
  0xf3bcc908, 0x6a09e667, 0x84caa73b, 0xbb67ae85, 0xfe94f82b, 0x3c6ef372, 0x5f1d36f1, 0xa54ff53a,
  0xade682d1, 0x510e527f, 0x2b3e6c1f, 0x9b05688c, 0xfb41bd6b, 0x1f83d9ab, 0x137e2179, 0x5be0cd19,
); // biome-ignore format: a table

interface Variant {
  readonly wordBytes: 4 | 8;
  readonly rounds: number;
  readonly iv: Uint32Array;
  /** One quarter of a half round on the words v[a], v[b], v[c], v[d] with the words x and y of the message. */
  readonly mix: (
    v: Uint32Array,
    m: Uint32Array,
    a: number,
    b: number,
    c: number,
    d: number,
    x: number,
    y: number,
  ) => void;
}

/** v[a] += b, words of two halves. */
function addWord(v: Uint32Array, a: number, low: number, high: number): void {
  const sum = (v[a] as number) + low;
  v[a] = sum;
  v[a + 1] = (v[a + 1] as number) + high + (sum > 0xffffffff ? 1 : 0);
}
function mixLong(
  v: Uint32Array,
  m: Uint32Array,
  a: number,
  b: number,
  c: number,
  d: number,
  x: number,
  y: number,
): void {
  const A = 2 * a;
  const B = 2 * b;
  const C = 2 * c;
  const D = 2 * d;
  addWord(v, A, v[B] as number, v[B + 1] as number);
  addWord(v, A, m[2 * x] as number, m[2 * x + 1] as number);
  let low = (v[D] as number) ^ (v[A] as number);
  let high = (v[D + 1] as number) ^ (v[A + 1] as number);
  v[D] = high; // to the right by 32
  v[D + 1] = low;
  addWord(v, C, v[D] as number, v[D + 1] as number);
  low = (v[B] as number) ^ (v[C] as number);
  high = (v[B + 1] as number) ^ (v[C + 1] as number);
  v[B] = (low >>> 24) | (high << 8);
  v[B + 1] = (high >>> 24) | (low << 8);
  addWord(v, A, v[B] as number, v[B + 1] as number);
  addWord(v, A, m[2 * y] as number, m[2 * y + 1] as number);
  low = (v[D] as number) ^ (v[A] as number);
  high = (v[D + 1] as number) ^ (v[A + 1] as number);
  v[D] = (low >>> 16) | (high << 16);
  v[D + 1] = (high >>> 16) | (low << 16);
  addWord(v, C, v[D] as number, v[D + 1] as number);
  low = (v[B] as number) ^ (v[C] as number);
  high = (v[B + 1] as number) ^ (v[C + 1] as number);
  v[B] = (low << 1) | (high >>> 31); // to the right by 63
  v[B + 1] = (high << 1) | (low >>> 31);
}

const right = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));
function mixShort(
  v: Uint32Array,
  m: Uint32Array,
  a: number,
  b: number,
  c: number,
  d: number,
  x: number,
  y: number,
): void {
  v[a] = (v[a] as number) + (v[b] as number) + (m[x] as number);
  v[d] = right((v[d] as number) ^ (v[a] as number), 16);
  v[c] = (v[c] as number) + (v[d] as number);
  v[b] = right((v[b] as number) ^ (v[c] as number), 12);
  v[a] = (v[a] as number) + (v[b] as number) + (m[y] as number);
  v[d] = right((v[d] as number) ^ (v[a] as number), 8);
  v[c] = (v[c] as number) + (v[d] as number);
  v[b] = right((v[b] as number) ^ (v[c] as number), 7);
}

const B: Variant = { wordBytes: 8, rounds: 12, iv: IV, mix: mixLong };
const S: Variant = { wordBytes: 4, rounds: 10, iv: IV.filter((_, i) => i % 2 === 1), mix: mixShort };

/** Little-endian halves (BLAKE2b) or words (BLAKE2s) of a block; zeros behind its end. */
function wordsOf(bytes: Uint8Array, start: number, into: Uint32Array): void {
  for (let i = 0; i < into.length; i++) {
    const at = start + 4 * i;
    into[i] =
      (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
  }
}

/** `parameters`: the parameter block; `data`: key block (if any) and message. */
export function blake2(variant: Variant, parameters: Uint8Array, data: Uint8Array, lastNode: boolean): Uint8Array {
  const { wordBytes, rounds, iv, mix } = variant;
  const size = iv.length; // in halves (BLAKE2b) or words
  const perWord = wordBytes / 4;
  const blockBytes = wordBytes * 16;
  const h = new Uint32Array(size);
  wordsOf(parameters, 0, h);
  for (let i = 0; i < size; i++) h[i] = (h[i] as number) ^ (iv[i] as number);
  const m = new Uint32Array(2 * size);
  const v = new Uint32Array(2 * size);
  const flip = (word: number): void => {
    for (let k = 0; k < perWord; k++) v[word * perWord + k] = ~(v[word * perWord + k] as number);
  };
  const blocks = Math.max(1, Math.ceil(data.length / blockBytes));
  for (let block = 0; block < blocks; block++) {
    const isLast = block === blocks - 1;
    const start = block * blockBytes;
    wordsOf(data, start, m);
    v.set(h);
    v.set(iv, size);
    // The count of bytes takes words 12 and 13: more than two halves of it are never needed.
    const count = isLast ? data.length : start + blockBytes;
    v[12 * perWord] = (v[12 * perWord] as number) ^ count;
    v[12 * perWord + 1] = (v[12 * perWord + 1] as number) ^ Math.floor(count / 2 ** 32);
    if (isLast) flip(14);
    if (isLast && lastNode) flip(15);
    for (let round = 0; round < rounds; round++) {
      const s = SIGMA[round % 10] as readonly number[];
      for (let i = 0; i < 4; i++) mix(v, m, i, 4 + i, 8 + i, 12 + i, s[2 * i] as number, s[2 * i + 1] as number);
      for (let i = 0; i < 4; i++) {
        const x = s[8 + 2 * i] as number;
        const y = s[9 + 2 * i] as number;
        mix(v, m, i, 4 + ((i + 1) & 3), 8 + ((i + 2) & 3), 12 + ((i + 3) & 3), x, y);
      }
    }
    for (let i = 0; i < size; i++) h[i] = (h[i] as number) ^ (v[i] as number) ^ (v[size + i] as number);
  }
  return new Uint8Array(h.buffer);
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
