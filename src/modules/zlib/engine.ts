// zlib's streams, step by step and at once. Node offers them as asynchronous streams or for whole buffers only; the binding below its streams has
// writeSync, which its own *Sync functions use. Should a Node not have it, that is said by name.
import * as zlib from "node:zlib";

interface Binding {
  writeSync(
    flush: number,
    input: Uint8Array,
    inputOffset: number,
    inputLength: number,
    output: Uint8Array,
    outputOffset: number,
    outputLength: number,
  ): void;
  close(): void;
  reset(): void;
  onerror: (message: string, errno: number, code: string) => void;
}

export interface ZlibFailure {
  readonly message: string;
  readonly errno: number;
  /** What failed, if not the operation itself. */
  readonly step?: string;
}

export class UnsupportedNode extends Error {}

const NOTHING = new Uint8Array();
const CHUNK_BYTES = 65536;
/** Where output goes before it is known how much there is. */
let room: Uint8Array | undefined;
/** Making a stream takes 20 times as long as a small text to compress: idle ones wait here, by what they were made with. */
const idle = new Map<string, Engine[]>();
const MOST_IDLE = 4;
const { Z_FINISH, Z_SYNC_FLUSH, Z_BUF_ERROR } = zlib.constants;

type Stream = zlib.InflateRaw | zlib.Deflate | zlib.DeflateRaw | zlib.Gzip;

export class Engine {
  readonly #stream: { close(): void };
  readonly #binding: Binding;
  /** What the binding says after a write: room left in the output, bytes left of the input. */
  readonly #left: Uint32Array;
  /** Where it waits when it is closed; undefined: it is not kept. */
  readonly #home: Engine[] | undefined;
  failure: ZlibFailure | undefined;

  /** A stream of the kind, made by `make` if none is idle. Equal kinds: equal streams. */
  static of(kind: string | undefined, make: () => Stream): Engine {
    let home = kind === undefined ? undefined : idle.get(kind);
    if (kind !== undefined && home === undefined) idle.set(kind, (home = []));
    return home?.pop() ?? new Engine(make(), home);
  }

  private constructor(stream: Stream, home: Engine[] | undefined) {
    const { _handle: binding, _writeState: left } = stream as unknown as {
      _handle?: Binding;
      _writeState?: Uint32Array;
    };
    if (typeof binding?.writeSync !== "function" || typeof binding.reset !== "function" || left === undefined)
      throw new UnsupportedNode(
        `zlib streams need a Node with a synchronous zlib binding; ${process.version} has none`,
      );
    this.#stream = stream;
    this.#binding = binding;
    this.#left = left;
    this.#home = home;
    binding.onerror = (message, errno) => {
      this.failure = { message, errno };
    };
  }

  /** Feeds input; gives the output, at most `most` bytes, and how much of the input was taken. */
  write(input: Uint8Array, flush: number, most = Number.POSITIVE_INFINITY): { output: Uint8Array; taken: number } {
    const pieces: Uint8Array[] = [];
    let taken = 0;
    let total = 0;
    for (;;) {
      const size = Math.min(CHUNK_BYTES, most - total);
      room ??= new Uint8Array(CHUNK_BYTES);
      this.failure = undefined;
      this.#binding.writeSync(flush, input, taken, input.length - taken, room, 0, size);
      const [roomLeft = 0, inputLeft = 0] = this.#left;
      taken = input.length - inputLeft;
      if (roomLeft < size) pieces.push(room.slice(0, size - roomLeft));
      total += size - roomLeft;
      if (this.failure !== undefined || roomLeft > 0 || total >= most) break;
    }
    return { output: pieces.length === 1 ? (pieces[0] as Uint8Array) : Buffer.concat(pieces, total), taken };
  }

  /** Has a decompressor seen the end of its data? If it had output left instead, the next byte of it is given. */
  probeEnd(): boolean | number {
    const one = new Uint8Array(1);
    this.failure = undefined;
    this.#binding.writeSync(Z_FINISH, NOTHING, 0, 0, one, 0, 1);
    const failure = this.failure as ZlibFailure | undefined;
    this.failure = undefined;
    if (this.#left[0] === 0) return one[0] as number;
    return failure?.errno !== Z_BUF_ERROR;
  }

  close(): void {
    const home = this.#home;
    if (home === undefined || home.length >= MOST_IDLE) {
      this.#stream.close();
      return;
    }
    this.restart();
    home.push(this);
  }

  /** As if nothing had been written. */
  restart(): void {
    this.#binding.reset();
    this.failure = undefined;
  }
}

export const SYNC = Z_SYNC_FLUSH;
