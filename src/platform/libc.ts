// libc through koffi: the dozen functions that the koffi platform is made of, with the constants of Linux and macOS.
// Addresses go in and come out as numbers.
import { createRequire } from "node:module";

type Koffi = typeof import("koffi").default;

const isMac = process.platform === "darwin";

export const PROT = { none: 0, read: 1, write: 3, execute: 5 } as const;
const MAP_SHARED = 1;
const MAP_PRIVATE = 2;
const MAP_FIXED = 0x10;
const MAP_ANONYMOUS = isMac ? 0x1000 : 0x20;
const MAP_NORESERVE = isMac ? 0x40 : 0x4000;

export interface Libc {
  readonly koffi: Koffi;
  readonly pageBytes: number;
  /** Private zero pages; at a fixed address if given. Throws with the system's reason, as all of these do. */
  mapAnonymous(bytes: number, protection: number, at?: number): number;
  mapFile(fd: number, fileOffset: number, bytes: number, at: number): void;
  mapShared(fd: number, bytes: number, protection: number, at?: number): number;
  unmap(address: number, bytes: number): void;
  protect(address: number, bytes: number, protection: number): void;
  createMemoryFile(bytes: number): number;
  closeFile(fd: number): void;
  findSymbol(name: string): number;
  /** A view of foreign memory that V8 won't free. */
  view(address: number, bytes: number): ArrayBuffer;
  /** Reads and replaces the action of a signal; a new handler gets SA_RESTART. */
  setSignalHandler(signal: number, handler: number): void;
  signalHandler(signal: number): { address: number; isOneShot: boolean };
}

let opened: Libc | undefined;

/** Loads koffi (some 10 ms) at the first call. */
export function openLibc(): Libc {
  opened ??= bindLibc(createRequire(import.meta.url)("koffi") as Koffi);
  return opened;
}

function bindLibc(koffi: Koffi): Libc {
  const libc = koffi.load(null);
  const mmap = libc.func("mmap", "int64", ["int64", "int64", "int", "int", "int", "int64"]);
  const munmap = libc.func("munmap", "int", ["int64", "int64"]);
  const mprotect = libc.func("mprotect", "int", ["int64", "int64", "int"]);
  const close = libc.func("close", "int", ["int"]);
  const getpagesize = libc.func("getpagesize", "int", []);
  const dlsym = libc.func("dlsym", "int64", ["int64", "str"]);
  const defaultScope = isMac ? -2 : 0; // RTLD_DEFAULT

  const check = (result: number, what: string): number => {
    if (result !== -1) return result;
    const code = koffi.errno();
    const name = Object.entries(koffi.os.errno).find(([, value]) => value === code)?.[0] ?? `error ${code}`;
    throw new Error(`krait: cannot ${what}: ${name}`);
  };

  // Linux: struct { void *handler; sigset_t mask (128 bytes); int flags; void *restorer }; macOS: { handler; u32 mask; int flags }.
  const actionBytes = isMac ? 16 : 152;
  const flagsAt = isMac ? 12 : 136;
  const SA_RESTART = isMac ? 2 : 0x10000000;
  const SA_RESETHAND = isMac ? 4 : 0x80000000;
  const SA_ONSTACK = isMac ? 1 : 0x08000000;
  const sigaction = libc.func("sigaction", "int", ["int", "void *", "void *"]);
  const saved = new Map<number, Buffer>();

  return {
    koffi,
    pageBytes: getpagesize(),
    mapAnonymous(bytes, protection, at) {
      const flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | (at === undefined ? 0 : MAP_FIXED);
      return check(mmap(at ?? 0, bytes, protection, flags, -1, 0), `map ${bytes} bytes of memory`);
    },
    mapFile(fd, fileOffset, bytes, at) {
      check(mmap(at, bytes, PROT.write, MAP_PRIVATE | MAP_FIXED, fd, fileOffset), "map the file");
    },
    mapShared(fd, bytes, protection, at) {
      const flags = MAP_SHARED | (at === undefined ? 0 : MAP_FIXED);
      return check(mmap(at ?? 0, bytes, protection, flags, fd, 0), "map memory for trace code");
    },
    unmap: (address, bytes) => void check(munmap(address, bytes), "unmap memory"),
    protect: (address, bytes, protection) => void check(mprotect(address, bytes, protection), "protect memory"),
    createMemoryFile(bytes) {
      const create = libc.func("memfd_create", "int", ["str", "uint"]);
      const CLOEXEC = 1;
      const EXEC = 0x10; // some kernels demand it, older ones don't know it
      let fd: number = create("krait-code", CLOEXEC | EXEC);
      if (fd < 0) fd = check(create("krait-code", CLOEXEC), "create memory for trace code");
      check(libc.func("ftruncate", "int", ["int", "int64"])(fd, bytes), "size memory for trace code");
      return fd;
    },
    closeFile: (fd) => void close(fd),
    findSymbol: (name) => Number(dlsym(defaultScope, name)),
    view: (address, bytes) => koffi.view(BigInt(address), bytes),
    signalHandler(signal) {
      const action = Buffer.alloc(actionBytes);
      check(sigaction(signal, null, action), "read a signal's action");
      const isOneShot = (action.readInt32LE(flagsAt) & SA_RESETHAND) !== 0;
      return { address: Number(action.readBigUInt64LE(0)), isOneShot };
    },
    setSignalHandler(signal, handler) {
      // Putting back a handler that was there before restores all of its action.
      const previous = Buffer.alloc(actionBytes);
      check(sigaction(signal, null, previous), "read a signal's action");
      const known = saved.get(handler);
      const action = known ?? Buffer.alloc(actionBytes);
      if (!known) {
        action.writeBigUInt64LE(BigInt(handler), 0);
        action.writeInt32LE(SA_RESTART | SA_ONSTACK, flagsAt);
      }
      saved.set(Number(previous.readBigUInt64LE(0)), previous);
      check(sigaction(signal, action, null), "set a signal's action");
    },
  };
}
