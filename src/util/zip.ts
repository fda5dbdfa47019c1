// Reads zip archives: the central directory at once, members on demand. Stored and deflated members, no encryption, no zip64 (an archive of
// the standard library has neither).
import { inflateRawSync } from "node:zlib";

interface Member {
  readonly method: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly headerOffset: number;
  readonly crc: number;
}

const END_RECORD = 0x06054b50;
const CENTRAL_RECORD = 0x02014b50;
const LOCAL_RECORD = 0x04034b50;

/** A zip archive in memory. Throws Error with a clear message if the bytes are not one. */
export class ZipArchive {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #members = new Map<string, Member>();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#readDirectory();
  }

  #readDirectory(): void {
    const view = this.#view;
    let end = view.byteLength - 22;
    while (end >= 0 && view.getUint32(end, true) !== END_RECORD) end--;
    if (end < 0) throw new Error("not a zip archive: no end record");
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== CENTRAL_RECORD) throw new Error("damaged zip archive: bad directory entry");
      const nameBytes = view.getUint16(at + 28, true);
      const name = latin1(this.#bytes.subarray(at + 46, at + 46 + nameBytes));
      if (!name.endsWith("/")) {
        this.#members.set(name, {
          method: view.getUint16(at + 10, true),
          crc: view.getUint32(at + 16, true),
          compressedBytes: view.getUint32(at + 20, true),
          bytes: view.getUint32(at + 24, true),
          headerOffset: view.getUint32(at + 42, true),
        });
      }
      at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  }

  /** Names of all files, folders left out, in the archive's order. */
  names(): IterableIterator<string> {
    return this.#members.keys();
  }

  has(name: string): boolean {
    return this.#members.has(name);
  }

  /** The archive's checksum of a file: changes when its contents do. Undefined if there is no such file. */
  checksum(name: string): number | undefined {
    return this.#members.get(name)?.crc;
  }

  /** Contents of a file, undefined if there is none of this name. Throws Error if it can't be unpacked. */
  read(name: string): Uint8Array | undefined {
    const member = this.#members.get(name);
    if (!member) return undefined;
    const at = member.headerOffset;
    if (this.#view.getUint32(at, true) !== LOCAL_RECORD) throw new Error(`damaged zip archive: ${name}`);
    const start = at + 30 + this.#view.getUint16(at + 26, true) + this.#view.getUint16(at + 28, true);
    const packed = this.#bytes.subarray(start, start + member.compressedBytes);
    if (member.method === 0) return packed;
    if (member.method !== 8) throw new Error(`zip compression method ${member.method} is not supported: ${name}`);
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, member.bytes) });
  }
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
