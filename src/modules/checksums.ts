// CRC-32 and Adler-32 (RFC 1952, RFC 1950), which go on from an earlier value.
const TABLE = new Uint32Array(256);
for (let n = 0; n < 256; n++) {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  TABLE[n] = c;
}

export function crc32(data: Uint8Array, start = 0): number {
  let c = ~start;
  for (let i = 0; i < data.length; i++) c = (TABLE[(c ^ (data[i] as number)) & 255] as number) ^ (c >>> 8);
  return ~c >>> 0;
}

const BASE = 65521;

export function adler32(data: Uint8Array, start = 1): number {
  let a = start & 0xffff;
  let b = start >>> 16;
  for (let at = 0; at < data.length; ) {
    // 3800 steps can't overflow 32 bits.
    for (const end = Math.min(at + 3800, data.length); at < end; at++) {
      a += data[at] as number;
      b += a;
    }
    a %= BASE;
    b %= BASE;
  }
  return (b * 65536 + a) >>> 0;
}
