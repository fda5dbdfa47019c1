// Executable memory on koffi. On Linux one memfd is mapped twice, as the addon does. On macOS MAP_JIT needs its switch thrown
// around each write with no JavaScript in between, which koffi can't promise; pages change from writable to executable instead.
import type { Libc } from "./libc.ts";
import { PROT } from "./libc.ts";
import type { CodeWriter } from "./loaded-core.ts";
import type { Arch } from "./platform.ts";

// AArch64 with x0 = start, x1 = end: clean each data line, invalidate each instruction line (line sizes from CTR_EL0), barriers.
const FLUSH_AARCH64 = [
  0xd53b0023, 0x52800084, 0x53104c65, 0x1ac52085, 0xd10004a6, 0x8a260006, 0xd50b7b26, 0x8b0500c6, 0xeb0100df,
  0x54ffffa3, 0xd5033b9f, 0x12000c65, 0x1ac52085, 0xd10004a6, 0x8a260006, 0xd50b7526, 0x8b0500c6, 0xeb0100df,
  0x54ffffa3, 0xd5033b9f, 0xd5033fdf, 0xd65f03c0,
];

export type FlushInstructions = (address: number, bytes: number) => void;

/** What makes freshly written code visible to instruction fetch on this machine. */
export function makeFlush(libc: Libc, arch: Arch): FlushInstructions {
  if (arch === "x86_64") return () => {};
  if (process.platform === "darwin") {
    const invalidate = libc.koffi.load(null).func("sys_icache_invalidate", "void", ["int64", "int64"]);
    return (address, bytes) => invalidate(address, bytes);
  }
  // A page that becomes executable for the first time is made coherent by the kernel, so this one needs no flush itself.
  const code = mapCodeOnce(libc, new Uint8Array(Uint32Array.from(FLUSH_AARCH64).buffer));
  const flush = libc.koffi.decode(BigInt(code), libc.koffi.proto("void krait_flush(int64_t, int64_t)"));
  return (address, bytes) => flush(address, address + bytes);
}

/** Maps code that never changes and never goes away. */
export function mapCodeOnce(libc: Libc, code: Uint8Array): number {
  const bytes = Math.ceil(code.length / libc.pageBytes) * libc.pageBytes;
  const address = libc.mapAnonymous(bytes, PROT.write);
  new Uint8Array(libc.view(address, code.length)).set(code);
  libc.protect(address, bytes, PROT.execute);
  return address;
}

export class KoffiCode implements CodeWriter {
  readonly #libc: Libc;
  readonly #flush: FlushInstructions;
  readonly #base: number;
  readonly #bytes: number;
  /** Address of the writable mapping; equal to #base where pages change their protection. */
  readonly #writableBase: number;
  #writable: Uint8Array | undefined;

  /** `base`: the room, which is reserved but not accessible. */
  constructor(libc: Libc, base: number, bytes: number, flush: FlushInstructions) {
    this.#libc = libc;
    this.#flush = flush;
    this.#base = base;
    this.#bytes = bytes;
    if (process.platform === "darwin") {
      this.#writableBase = base;
      libc.protect(base, bytes, PROT.execute);
    } else {
      const fd = libc.createMemoryFile(bytes);
      this.#writableBase = libc.mapShared(fd, bytes, PROT.write);
      libc.mapShared(fd, bytes, PROT.execute, base);
      libc.closeFile(fd);
    }
    this.#writable = new Uint8Array(libc.view(this.#writableBase, bytes));
  }

  write(at: number, code: Uint8Array): void {
    const writable = this.#writable;
    if (writable === undefined) throw new Error("krait: the core image is closed");
    if (this.#writableBase !== this.#base) {
      writable.set(code, at);
    } else {
      const page = this.#libc.pageBytes;
      const first = Math.floor(at / page) * page;
      const length = Math.ceil((at + code.length) / page) * page - first;
      this.#libc.protect(this.#base + first, length, PROT.write);
      writable.set(code, at);
      this.#libc.protect(this.#base + first, length, PROT.execute);
    }
    this.#flush(this.#base + at, code.length);
  }

  /** The room itself goes with the image. */
  close(): void {
    if (this.#writable === undefined) return;
    this.#writable = undefined; // the only reference to the view, so nobody can reach the pages below
    if (this.#writableBase !== this.#base) this.#libc.unmap(this.#writableBase, this.#bytes);
  }
}
