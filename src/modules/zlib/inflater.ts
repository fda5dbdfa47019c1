// A decompressor that takes its input in pieces: headers and trailers are read here, what lies between by a raw inflate engine, so that the end of a
// stream is known to the byte.
import * as zlib from "node:zlib";
import { adler32, crc32 } from "../checksums.ts";
import { Engine, SYNC, type ZlibFailure } from "./engine.ts";

const { Z_FINISH } = zlib.constants;
const MOST_AT_ONCE_BYTES = 65536;
interface Output {
  readonly output: Uint8Array;
  readonly taken: number;
}

export type Container = "zlib" | "raw" | "gzip" | "any";

const dataError = (message: string): ZlibFailure => ({ message, errno: zlib.constants.Z_DATA_ERROR });

/** Length of the gzip header at the start, a failure, or undefined if more is needed. */
function gzipHeader(data: Uint8Array): number | ZlibFailure | undefined {
  if ((data.length > 0 && data[0] !== 0x1f) || (data.length > 1 && data[1] !== 0x8b))
    return dataError("incorrect header check");
  if (data.length > 2 && data[2] !== 8) return dataError("unknown compression method");
  const flags = data[3];
  if (flags === undefined) return undefined;
  if (flags & 0xe0) return dataError("unknown header flags set");
  let at = 10;
  if (flags & 4) {
    if (data.length < at + 2) return undefined;
    at += 2 + (data[at] as number) + (data[at + 1] as number) * 256;
  }
  for (const bit of [8, 16]) {
    if (!(flags & bit)) continue;
    const end = data.indexOf(0, at);
    if (end < 0 || at > data.length) return undefined;
    at = end + 1;
  }
  if (flags & 2) {
    if (data.length < at + 2) return undefined;
    if ((crc32(data.subarray(0, at)) & 0xffff) !== (data[at] as number) + (data[at + 1] as number) * 256)
      return dataError("header crc mismatch");
    at += 2;
  }
  return data.length < at ? undefined : at;
}

export class Inflater {
  readonly #windowBits: number;
  readonly #dictionary: Uint8Array;
  #container: Container;
  #state: "header" | "body" | "trailer" | "end";
  /** Bytes of a header or trailer that is not whole yet. */
  #pending: Uint8Array = new Uint8Array();
  #engine: Engine | undefined;
  /** A byte the engine gave when it was asked for its end. */
  #spill: number | undefined;
  #check: number;
  #length = 0;
  /** Nothing has been given to the engine yet. */
  #isFresh = true;
  failure: ZlibFailure | undefined;

  constructor(container: Container, windowBits: number, dictionary: Uint8Array) {
    this.#container = container;
    this.#windowBits = windowBits;
    this.#dictionary = dictionary;
    this.#state = container === "raw" ? "body" : "header";
    this.#check = container === "gzip" ? 0 : 1;
    if (container === "raw") this.#start(dictionary);
  }

  get ended(): boolean {
    return this.#state === "end";
  }

  #start(dictionary: Uint8Array): void {
    const windowBits = Math.max(this.#windowBits || 15, 9);
    const hasDictionary = dictionary.length > 0;
    this.#engine = Engine.of(hasDictionary ? undefined : `inflate ${windowBits}`, () =>
      zlib.createInflateRaw({ windowBits, ...(hasDictionary && { dictionary }) }),
    );
  }

  /** Takes input until its end, the end of the stream, or `most` bytes of output. `taken` counts bytes of `input`. */
  feed(input: Uint8Array, most: number): Output {
    const pieces: Uint8Array[] = [];
    let total = 0;
    let taken = 0;
    if (this.#state === "header") taken = this.#readHeader(input);
    if (this.#state === "body" && this.failure === undefined) {
      if (this.#spill !== undefined && total < most) {
        pieces.push(Uint8Array.of(this.#spill));
        total++;
        this.#spill = undefined;
      }
      if (total < most) {
        const engine = this.#engine as Engine;
        const rest = input.subarray(taken);
        const found =
          (most === Number.POSITIVE_INFINITY && this.#atOnce(engine, rest)) ||
          this.#inPiece(engine, rest, most - total);
        taken += found.taken;
        pieces.push(found.output);
        total += found.output.length;
      }
    }
    const output = pieces.length === 1 ? (pieces[0] as Uint8Array) : Buffer.concat(pieces);
    this.#count(output);
    if (this.#state === "trailer" && this.failure === undefined) taken += this.#readTrailer(input.subarray(taken));
    return { output, taken };
  }

  /** All of a stream that is told to end with this input says by itself that it has; if it has not, its output is lost, and it starts again. */
  #atOnce(engine: Engine, input: Uint8Array): Output | undefined {
    const isTried = this.#isFresh && input.length <= MOST_AT_ONCE_BYTES;
    this.#isFresh = false;
    if (!isTried) return undefined;
    const found = engine.write(input, Z_FINISH);
    if (engine.failure === undefined) {
      this.#finish(engine);
      return found;
    }
    engine.restart();
    return undefined;
  }

  #inPiece(engine: Engine, input: Uint8Array, most: number): Output {
    this.#isFresh = false;
    const found = engine.write(input, SYNC, most);
    this.failure = engine.failure;
    if (this.failure === undefined) this.#lookForEnd(engine);
    return found;
  }

  #lookForEnd(engine: Engine): void {
    const probed = engine.probeEnd();
    if (typeof probed === "number") this.#spill = probed;
    else if (probed) this.#finish(engine);
  }

  #finish(engine: Engine): void {
    engine.close();
    this.#engine = undefined;
    this.#state = this.#container === "raw" ? "end" : "trailer";
  }

  #count(output: Uint8Array): void {
    if (this.#container === "raw") return;
    this.#check = this.#container === "gzip" ? crc32(output, this.#check) : adler32(output, this.#check);
    this.#length += output.length;
  }

  #readHeader(input: Uint8Array): number {
    const before = this.#pending.length;
    const data = before === 0 ? input : Buffer.concat([this.#pending, input]);
    if (this.#container === "any" && data.length > 0) {
      this.#container = data[0] === 0x1f && (data.length < 2 || data[1] === 0x8b) ? "gzip" : "zlib";
      this.#check = this.#container === "gzip" ? 0 : 1;
    }
    const length = this.#container === "gzip" ? gzipHeader(data) : this.#zlibHeader(data);
    if (typeof length === "object") {
      this.failure = length;
      return 0;
    }
    if (length === undefined) {
      this.#pending = Uint8Array.from(data);
      return input.length;
    }
    this.#pending = new Uint8Array();
    this.#state = "body";
    if (this.#engine === undefined) this.#start(new Uint8Array());
    return length - before;
  }

  #zlibHeader(data: Uint8Array): number | ZlibFailure | undefined {
    const [method, flags] = data;
    if (method === undefined || flags === undefined) return undefined;
    if ((method * 256 + flags) % 31 !== 0) return dataError("incorrect header check");
    if ((method & 15) !== 8) return dataError("unknown compression method");
    const bits = (method >> 4) + 8;
    if (bits > 15 || (this.#windowBits !== 0 && bits > this.#windowBits)) return dataError("invalid window size");
    if (!(flags & 0x20)) return 2;
    if (data.length < 6) return undefined;
    if (this.#dictionary.length === 0) return { message: "", errno: zlib.constants.Z_NEED_DICT };
    const id = new DataView(data.buffer, data.byteOffset).getUint32(2);
    if (id !== adler32(this.#dictionary)) return { ...dataError("invalid input data"), step: "while setting zdict" };
    this.#start(this.#dictionary);
    return 6;
  }

  #readTrailer(input: Uint8Array): number {
    const size = this.#container === "gzip" ? 8 : 4;
    const before = this.#pending.length;
    const data = Buffer.concat([this.#pending, input.subarray(0, size - before)]);
    if (data.length < size) {
      this.#pending = data;
      return input.length;
    }
    if (this.#container === "gzip") {
      if (data.readUInt32LE(0) !== this.#check) this.failure = dataError("incorrect data check");
      else if (data.readUInt32LE(4) !== this.#length % 2 ** 32) this.failure = dataError("incorrect length check");
    } else if (data.readUInt32BE(0) !== this.#check) this.failure = dataError("incorrect data check");
    this.#pending = new Uint8Array();
    this.#state = "end";
    return size - before;
  }

  close(): void {
    this.#engine?.close();
    this.#engine = undefined;
  }
}
