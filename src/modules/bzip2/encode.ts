// Compression with bzip2: runs shortened, rotations sorted, moved to front, coded with up to six tables that change every 50 symbols. The decisions are
// those of bzip2's own library, so the bytes are too (but where a block is the same text many times: which of its equal rotations is named differs).
import { codeLengths, codesOf } from "./code-lengths.ts";
import { addToCrc, BLOCK_MAGIC, combineCrc, END_MAGIC, GROUP_SIZE, LEVEL_BYTES } from "./format.ts";
import { sortRotations } from "./rotations.ts";

/** Room that a block's last run may need. */
const BLOCK_MARGIN = 19;
const LONGEST_CODE = 17;
const ITERATIONS = 4;
const RUN_A = 0;
const RUN_B = 1;
const NO_BYTE = 256;
const [LESS_COST, GREAT_COST] = [0, 15];

class BitWriter {
  private bytes = new Uint8Array(1 << 16);
  private length = 0;
  private held = 0;
  private heldBits = 0;

  /** At most 24 bits. */
  write(count: number, value: number): void {
    this.held = (this.held << count) | value;
    this.heldBits += count;
    while (this.heldBits >= 8) {
      this.heldBits -= 8;
      this.byte((this.held >>> this.heldBits) & 255);
    }
    this.held &= (1 << this.heldBits) - 1;
  }
  write32(value: number): void {
    this.write(16, value >>> 16);
    this.write(16, value & 0xffff);
  }
  fill(): void {
    if (this.heldBits > 0) this.write(8 - this.heldBits, 0);
  }
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }
  private byte(value: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = value;
  }
}

export class Bz2Encoder {
  private readonly out = new BitWriter();
  private readonly block: Uint8Array;
  private readonly most: number;
  private length = 0;
  private crc = -1;
  private allCrc = 0;
  private runByte = NO_BYTE;
  private runLength = 0;

  constructor(level: number) {
    this.block = new Uint8Array(level * LEVEL_BYTES);
    this.most = this.block.length - BLOCK_MARGIN;
    for (const c of "BZh") this.out.write(8, c.charCodeAt(0));
    this.out.write(8, 48 + level);
  }

  /** What has become ready. */
  push(data: Uint8Array): Uint8Array {
    for (let i = 0; i < data.length; i++) {
      if (this.length >= this.most) this.endBlock();
      const byte = data[i] as number;
      if (byte !== this.runByte || this.runLength === 255) {
        this.endRun();
        this.runByte = byte;
        this.runLength = 1;
      } else this.runLength++;
    }
    return this.out.take();
  }

  finish(): Uint8Array {
    if (this.length >= this.most) this.endBlock();
    this.endRun();
    this.runByte = NO_BYTE;
    if (this.length > 0) this.endBlock();
    for (const half of END_MAGIC) this.out.write(24, half);
    this.out.write32(this.allCrc);
    this.out.fill();
    return this.out.take();
  }

  private endRun(): void {
    if (this.runByte === NO_BYTE) return;
    const { block, runByte, runLength } = this;
    for (let i = 0; i < runLength; i++) this.crc = addToCrc(this.crc, runByte);
    for (let i = Math.min(4, runLength); i > 0; i--) block[this.length++] = runByte;
    if (runLength >= 4) block[this.length++] = runLength - 4;
    this.runLength = 0;
  }

  private endBlock(): void {
    const { out, block, length } = this;
    const crc = ~this.crc >>> 0;
    this.allCrc = combineCrc(this.allCrc, crc);
    const order = sortRotations(block, length);
    const used = new Uint8Array(256);
    for (let i = 0; i < length; i++) used[block[i] as number] = 1;
    for (const half of BLOCK_MAGIC) out.write(24, half);
    out.write32(crc);
    out.write(1, 0);
    out.write(24, order.indexOf(0));
    writeUsed(out, used);
    const { symbols, frequencies } = moveToFront(block, order, used);
    writeSymbols(out, symbols, frequencies);
    this.length = 0;
    this.crc = -1;
  }
}

/** Which bytes there are: 16 bits say which sixteens. */
function writeUsed(out: BitWriter, used: Uint8Array): void {
  const rows = Array.from({ length: 16 }, (_, i) => used.subarray(i * 16, i * 16 + 16));
  for (const row of rows) out.write(1, row.includes(1) ? 1 : 0);
  for (const row of rows) if (row.includes(1)) for (const bit of row) out.write(1, bit);
}

/** The last column of the sorted rotations, as places in a list whose used byte comes to the front; runs of place 0 in base 2 (digits 1 and 2). */
function moveToFront(
  block: Uint8Array,
  order: Int32Array,
  used: Uint8Array,
): { symbols: Uint16Array; frequencies: Int32Array } {
  const list = new Uint8Array(256);
  let count = 0;
  for (let i = 0; i < 256; i++) if (used[i]) list[count++] = i;
  const end = count + 1;
  const symbols = new Uint16Array(order.length + 1);
  const frequencies = new Int32Array(end + 1);
  let length = 0;
  let zeros = 0;
  const put = (symbol: number): void => {
    symbols[length++] = symbol;
    frequencies[symbol] = (frequencies[symbol] as number) + 1;
  };
  const endZeros = (): void => {
    for (; zeros > 0; zeros = (zeros - 1) >> 1) put(zeros & 1 ? RUN_A : RUN_B);
  };
  for (let k = 0; k < order.length; k++) {
    const at = order[k] as number;
    const byte = block[at === 0 ? order.length - 1 : at - 1] as number;
    if (list[0] === byte) {
      zeros++;
      continue;
    }
    if (zeros > 0) endZeros();
    const place = list.indexOf(byte);
    list.copyWithin(1, 0, place);
    list[0] = byte;
    put(place + 1);
  }
  endZeros();
  put(end);
  return { symbols: symbols.subarray(0, length), frequencies };
}

const tableCount = (symbols: number): number =>
  symbols < 200 ? 2 : symbols < 600 ? 3 : symbols < 1200 ? 4 : symbols < 2400 ? 5 : 6;

/** First guess: each table is cheap for one stretch of symbols that holds its share of all occurrences. */
function firstTables(tables: number, frequencies: Int32Array, total: number): Uint8Array[] {
  const alphabet = frequencies.length;
  const lengths = Array.from({ length: tables }, () => new Uint8Array(alphabet).fill(GREAT_COST));
  let rest = total;
  let start = 0;
  for (let part = tables; part > 0; part--) {
    const share = Math.floor(rest / part);
    let end = start - 1;
    let sum = 0;
    while (sum < share && end < alphabet - 1) sum += frequencies[++end] as number;
    if (end > start && part !== tables && part !== 1 && (tables - part) % 2 === 1) sum -= frequencies[end--] as number;
    (lengths[part - 1] as Uint8Array).fill(LESS_COST, start, end + 1);
    start = end + 1;
    rest -= sum;
  }
  return lengths;
}

/** Each group's cheapest table, and the tables that follow from it; four times. */
function fitTables(
  symbols: Uint16Array,
  frequencies: Int32Array,
  tables: number,
): { lengths: Uint8Array[]; selectors: Uint8Array } {
  let lengths = firstTables(tables, frequencies, symbols.length);
  const selectors = new Uint8Array(Math.ceil(symbols.length / GROUP_SIZE));
  for (let round = 0; round < ITERATIONS; round++) {
    const seen = Array.from({ length: tables }, () => new Int32Array(frequencies.length));
    for (let group = 0; group < selectors.length; group++) {
      const start = group * GROUP_SIZE;
      const end = Math.min(start + GROUP_SIZE, symbols.length);
      let best = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let t = 0; t < tables; t++) {
        const table = lengths[t] as Uint8Array;
        let cost = 0;
        for (let i = start; i < end; i++) cost += table[symbols[i] as number] as number;
        if (cost < least) [best, least] = [t, cost];
      }
      selectors[group] = best;
      const counts = seen[best] as Int32Array;
      for (let i = start; i < end; i++) counts[symbols[i] as number] = (counts[symbols[i] as number] as number) + 1;
    }
    lengths = seen.map((counts) => codeLengths(counts, counts.length, LONGEST_CODE));
  }
  return { lengths, selectors };
}

function writeSymbols(out: BitWriter, symbols: Uint16Array, frequencies: Int32Array): void {
  const tables = tableCount(symbols.length);
  const { lengths, selectors } = fitTables(symbols, frequencies, tables);
  out.write(3, tables);
  out.write(15, selectors.length);
  const list = Array.from({ length: tables }, (_, i) => i);
  for (const selector of selectors) {
    const place = list.indexOf(selector);
    list.splice(place, 1);
    list.unshift(selector);
    for (let i = 0; i < place; i++) out.write(1, 1);
    out.write(1, 0);
  }
  for (const table of lengths) {
    let now = table[0] as number;
    out.write(5, now);
    for (const length of table) {
      for (; now < length; now++) out.write(2, 2);
      for (; now > length; now--) out.write(2, 3);
      out.write(1, 0);
    }
  }
  const codes = lengths.map(codesOf);
  for (let i = 0; i < symbols.length; i++) {
    const table = selectors[Math.floor(i / GROUP_SIZE)] as number;
    const symbol = symbols[i] as number;
    out.write((lengths[table] as Uint8Array)[symbol] as number, (codes[table] as Int32Array)[symbol] as number);
  }
}
