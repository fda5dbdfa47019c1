// Decompression of one bzip2 stream in whatever pieces it comes: a generator that waits where bits are missing.
import { addToCrc, BLOCK_MAGIC, combineCrc, END_MAGIC, GROUP_SIZE, LEVEL_BYTES, MAX_SELECTORS } from "./format.ts";

const LONGEST_CODE = 20;
const RUN_A = 0;
const RUN_B = 1;
/** Pieces of output that are handed on. */
const PIECE_BYTES = 1 << 18;

/** What is read is no bzip2 stream. */
export class Bz2DataError extends Error {}

const invalid = (): Bz2DataError => new Bz2DataError("Invalid data stream");

/** Waiting = needs input; Uint8Array = output. */
type Decoding = Generator<Uint8Array | undefined, void, void>;

interface Codes {
  readonly shortest: number;
  /** Last code of each length, and what to add to a code of it for its place in `symbols`. */
  readonly limits: Int32Array;
  readonly offsets: Int32Array;
  readonly symbols: Uint16Array;
}

function makeCodes(lengths: Uint8Array): Codes {
  const counts = new Int32Array(LONGEST_CODE + 2);
  for (const length of lengths) counts[length] = (counts[length] as number) + 1;
  const limits = new Int32Array(LONGEST_CODE + 2).fill(-1);
  const offsets = new Int32Array(LONGEST_CODE + 2);
  const symbols = new Uint16Array(lengths.length);
  let shortest = 0;
  let code = 0;
  let place = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    offsets[length] = place - code;
    for (let symbol = 0; symbol < lengths.length; symbol++) if (lengths[symbol] === length) symbols[place++] = symbol;
    code += counts[length] as number;
    if (counts[length] && shortest === 0) shortest = length;
    limits[length] = code - 1;
    code <<= 1;
  }
  return { shortest, limits, offsets, symbols };
}

export class Bz2Decoder {
  isAtEnd = false;
  private input = new Uint8Array(0);
  private at = 0;
  private held = 0;
  private heldBits = 0;
  private readonly steps = this.decode();
  private pending: Uint8Array | undefined;

  push(data: Uint8Array): void {
    const rest = this.input.subarray(this.at);
    const joined = new Uint8Array(rest.length + data.length);
    joined.set(rest);
    joined.set(data, rest.length);
    this.input = joined;
    this.at = 0;
  }

  /** At most so many bytes; fewer only where more input is needed or the stream is at its end. */
  read(most: number): Uint8Array {
    const parts: Uint8Array[] = [];
    let count = 0;
    while (count < most) {
      if (this.pending === undefined) {
        const step = this.steps.next();
        if (step.done === true || step.value === undefined) break;
        this.pending = step.value;
      }
      const part: Uint8Array = this.pending.subarray(0, most - count);
      this.pending = part.length < this.pending.length ? this.pending.subarray(part.length) : undefined;
      parts.push(part);
      count += part.length;
    }
    return parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts);
  }

  /** Input behind the stream's end. */
  get unused(): Uint8Array {
    return this.input.subarray(this.at);
  }

  get hasOutput(): boolean {
    return this.pending !== undefined;
  }

  /** At most 24 bits. */
  private *bits(count: number): Generator<undefined, number, void> {
    while (this.heldBits < count) {
      while (this.at === this.input.length) yield;
      this.held = (this.held << 8) | (this.input[this.at++] as number);
      this.heldBits += 8;
    }
    this.heldBits -= count;
    const value = (this.held >>> this.heldBits) & ((1 << count) - 1);
    this.held &= (1 << this.heldBits) - 1;
    return value;
  }

  private *decode(): Decoding {
    for (const c of "BZh") if ((yield* this.bits(8)) !== c.charCodeAt(0)) throw invalid();
    const level = (yield* this.bits(8)) - 48;
    if (level < 1 || level > 9) throw invalid();
    let allCrc = 0;
    for (;;) {
      const magic = [yield* this.bits(24), yield* this.bits(24)] as const;
      const crc = ((yield* this.bits(16)) << 16) | (yield* this.bits(16));
      if (magic[0] === END_MAGIC[0] && magic[1] === END_MAGIC[1]) {
        if (crc >>> 0 !== allCrc) throw invalid();
        break;
      }
      if (magic[0] !== BLOCK_MAGIC[0] || magic[1] !== BLOCK_MAGIC[1]) throw invalid();
      const isRandomised = (yield* this.bits(1)) === 1;
      const first = yield* this.bits(24);
      const column = yield* this.column(level * LEVEL_BYTES);
      if (first >= column.length || isRandomised) throw invalid();
      const found = yield* expand(column, first);
      if (found !== crc >>> 0) throw invalid();
      allCrc = combineCrc(allCrc, found);
    }
    this.isAtEnd = true;
  }

  /** The last column of the sorted rotations. */
  private *column(most: number): Generator<undefined, Uint8Array, void> {
    const list = yield* this.usedBytes();
    const end = list.length + 1;
    const tables = yield* this.bits(3);
    const selectors = yield* this.selectors(tables);
    const codes: Codes[] = [];
    for (let t = 0; t < tables; t++) codes.push(makeCodes(yield* this.lengths(end + 1)));
    const column = new Uint8Array(most);
    let length = 0;
    let run = 0;
    let digit = 1;
    for (const selector of selectors) {
      const { shortest, limits, offsets, symbols } = codes[selector] as Codes;
      for (let k = 0; k < GROUP_SIZE; k++) {
        // The code's bits: as many as it has, but so many at once as are sure to be there (the stream's end follows).
        while (this.heldBits < LONGEST_CODE) {
          while (this.at === this.input.length) yield;
          this.held = (this.held << 8) | (this.input[this.at++] as number);
          this.heldBits += 8;
        }
        let bits = shortest;
        let code = (this.held >>> (this.heldBits - bits)) & ((1 << bits) - 1);
        while (bits <= LONGEST_CODE && code > (limits[bits] as number)) {
          bits++;
          code = (this.held >>> (this.heldBits - bits)) & ((1 << bits) - 1);
        }
        if (bits > LONGEST_CODE) throw invalid();
        this.heldBits -= bits;
        this.held &= (1 << this.heldBits) - 1;
        const symbol = symbols[code + (offsets[bits] as number)] as number;
        if (symbol === RUN_A || symbol === RUN_B) {
          run += symbol === RUN_A ? digit : digit * 2;
          digit *= 2;
          if (run > most) throw invalid();
          continue;
        }
        if (run > 0) {
          if (length + run > most) throw invalid();
          column.fill(list[0] as number, length, length + run);
          length += run;
          run = 0;
          digit = 1;
        }
        if (symbol === end) return column.subarray(0, length);
        if (length === most) throw invalid();
        const byte = list[symbol - 1] as number;
        list.copyWithin(1, 0, symbol - 1);
        list[0] = byte;
        column[length++] = byte;
      }
    }
    throw invalid();
  }

  private *usedBytes(): Generator<undefined, Uint8Array, void> {
    const rows = yield* this.bits(16);
    const used: number[] = [];
    for (let row = 0; row < 16; row++) {
      if (((rows >> (15 - row)) & 1) === 0) continue;
      const bits = yield* this.bits(16);
      for (let i = 0; i < 16; i++) if ((bits >> (15 - i)) & 1) used.push(row * 16 + i);
    }
    if (used.length === 0) throw invalid();
    return Uint8Array.from(used);
  }

  private *selectors(tables: number): Generator<undefined, Uint8Array, void> {
    const count = yield* this.bits(15);
    if (tables < 2 || tables > 6 || count < 1) throw invalid();
    const list = [0, 1, 2, 3, 4, 5].slice(0, tables);
    const selectors = new Uint8Array(Math.min(count, MAX_SELECTORS));
    for (let i = 0; i < count; i++) {
      let place = 0;
      while ((yield* this.bits(1)) === 1) if (++place >= tables) throw invalid();
      const [selector] = list.splice(place, 1) as [number];
      list.unshift(selector);
      // (More than a block can need are passed over, as some encoders write them.)
      if (i < MAX_SELECTORS) selectors[i] = selector;
    }
    return selectors;
  }

  private *lengths(count: number): Generator<undefined, Uint8Array, void> {
    const lengths = new Uint8Array(count);
    let now = yield* this.bits(5);
    for (let i = 0; i < count; i++) {
      for (;;) {
        if (now < 1 || now > LONGEST_CODE) throw invalid();
        if ((yield* this.bits(1)) === 0) break;
        now += (yield* this.bits(1)) === 0 ? 1 : -1;
      }
      lengths[i] = now;
    }
    return lengths;
  }
}

/** The block that the column came from, with its runs at full length; gives its check sum. */
function* expand(column: Uint8Array, first: number): Generator<Uint8Array, number, void> {
  // From a row to the one that starts with its last byte, from which the text follows.
  const starts = new Int32Array(257);
  for (let i = 0; i < column.length; i++) {
    const byte = column[i] as number;
    starts[byte + 1] = (starts[byte + 1] as number) + 1;
  }
  for (let i = 1; i < 257; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  const links = new Int32Array(column.length);
  for (let i = 0; i < column.length; i++) {
    const byte = column[i] as number;
    const at = starts[byte] as number;
    starts[byte] = at + 1;
    links[at] = i;
  }
  let out = new Uint8Array(PIECE_BYTES);
  let length = 0;
  let crc = -1;
  let row = links[first] as number;
  let same = 0;
  let before = -1;
  for (let k = 0; k < column.length; k++) {
    const byte = column[row] as number;
    row = links[row] as number;
    let count = 1;
    if (same === 4) {
      count = byte;
      same = 0;
    } else {
      same = byte === before ? same + 1 : 1;
      before = byte;
    }
    if (length + count > PIECE_BYTES) {
      yield out.subarray(0, length);
      out = new Uint8Array(PIECE_BYTES);
      length = 0;
    }
    for (; count > 0; count--) {
      out[length++] = before;
      crc = addToCrc(crc, before);
    }
    if (same === 0) before = -1;
  }
  if (length > 0) yield out.subarray(0, length);
  return ~crc >>> 0;
}
