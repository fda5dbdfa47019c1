// What both directions of bzip2 share: magic numbers, sizes, the check sum.
export const BLOCK_MAGIC = [0x314159, 0x265359] as const;
export const END_MAGIC = [0x177245, 0x385090] as const;
/** A level's block holds so many bytes. */
export const LEVEL_BYTES = 100_000;
/** Symbols that share a code table. */
export const GROUP_SIZE = 50;
export const MAX_SELECTORS = 18002;

/** CRC-32 with the bits the other way round than zlib's. */
export const CRC_TABLE = new Uint32Array(256);
for (let n = 0; n < 256; n++) {
  let c = n << 24;
  for (let k = 0; k < 8; k++) c = c < 0 ? (c << 1) ^ 0x04c11db7 : c << 1;
  CRC_TABLE[n] = c;
}

export const addToCrc = (crc: number, byte: number): number => (crc << 8) ^ (CRC_TABLE[(crc >>> 24) ^ byte] as number);

/** The check sum of all blocks goes on with one block's. */
export const combineCrc = (all: number, block: number): number => (((all << 1) | (all >>> 31)) ^ block) >>> 0;
