// What Krait needs from the machine: big and executable memory, calls into native code, a flag raised from another thread.
// Two implementations, the addon and koffi, behave the same but for speed and the crash reporter (addon only).
// Addresses are JavaScript numbers: user space ends below 2^53 everywhere.
import { openAddonPlatform } from "./addon.ts";
import { openKoffiPlatform } from "./koffi.ts";
import type { Processes } from "./processes.ts";
import type { Semaphores } from "./semaphores.ts";
import type { Sockets } from "./sockets.ts";
import type { SystemCalls } from "./system-calls.ts";

export type Arch = "x86_64" | "aarch64";
export type PlatformName = "addon" | "koffi";

export const HEAP_BYTES = 2 ** 32;
/** Address space for trace code behind a core image: any of it reaches all of it, and the core, by a 32-bit (AArch64: 26-bit) jump. */
export const CODE_BYTES = 2 ** 26;

/**
 * One 4 GiB heap. Offsets and lengths of the calls below must be multiples of the page size (`Platform.pageBytes`).
 * After close() every call throws, and `buffer` is detached (addon) or reads as zeros (koffi, which can't detach it).
 */
export interface HeapMemory {
  readonly buffer: ArrayBuffer;
  readonly base: number;
  readonly isOpen: boolean;
  /** Lays a copy-on-write view of a part of a file over the heap. */
  mapImage(path: string, fileOffset: number, length: number, heapOffset: number): void;
  /** Gives pages back to the system; they read as zero afterwards. */
  decommit(offset: number, length: number): void;
  protect(offset: number, length: number, access: "none" | "read" | "write"): void;
  /** Gives all memory back at once and forgets timeouts and signals aimed at this heap. Calling it again does nothing. */
  close(): void;
}

/** The C core, mapped and relocated: executable text, read-only data. One serves any number of heaps on its thread. */
export interface CoreImage {
  readonly base: number;
  /** Sixteen hex digits that differ whenever the image does. */
  readonly buildId: string;
  readonly entryNames: readonly string[];
  /** Room for trace code right behind the image, shared by all heaps that use it. */
  readonly code: CodeRegion;
  /** Address of a CORE_EXPORT. Throws if the image has none of that name. */
  entry(name: string): number;
  close(): void;
}

/** Executable memory for trace code; pages are never writable and executable through the same address. */
export interface CodeRegion {
  /** First code offset (address less the image's base) of the region, and the first behind it. */
  readonly start: number;
  readonly end: number;
  /** Copies code in at a code offset and makes it visible to instruction fetch. The first call gets the memory. */
  write(codeOffset: number, code: Uint8Array): void;
}

export type NativeResult = "void" | "u32" | "i32" | "f64" | "address";

/** A word of a heap in which another thread may set bits. Plain data: it can be posted to another worker. */
export interface InterruptFlag {
  readonly platform: PlatformName;
  readonly heapBase: number;
  readonly offset: number;
  /** koffi only: whether the heap is still open, shared between threads. */
  readonly gate?: SharedArrayBuffer;
}

/** Where the crash reporter finds the running Python function, as offsets: VM struct → frame → code → strings and line. */
export interface CrashPythonPath {
  vmFrame: number;
  frameCode: number;
  codeName: number;
  codeFile: number;
  codeLine: number;
  strLength: number;
  strKind: number;
  strBytes: number;
}

/** Where the crash reporter finds traces: a table of `count` entries of `size` bytes in the heap and the u32 fields of an entry. */
export interface CrashTracePath {
  table: number;
  size: number;
  count: number;
  codeStart: number;
  codeEnd: number;
  /** Code offset of the trace's label: src/jit/assemble.ts. */
  label: number;
}

export interface CrashInfo {
  version: string;
  issuesUrl: string;
  /** Every field is the offset of a u32 (strKind: of the byte 1, 2 or 4). Without it no Python function is named. */
  python?: CrashPythonPath;
  traces?: CrashTracePath;
}

export interface Platform {
  readonly name: PlatformName;
  readonly arch: Arch;
  readonly pageBytes: number;
  /** Throws if the system refuses 4 GiB of address space. */
  reserveHeap(): HeapMemory;
  /** `image` is a core.bin; `symbolsPath` its core.sym, read only when the crash reporter needs it. */
  loadCore(image: Uint8Array, symbolsPath?: string): CoreImage;
  /** The fast path: `() => entry(heap base)`. The result must not be called after the heap or the core is closed. */
  makeEnter(core: CoreImage, entryName: string, heap: HeapMemory): () => number;
  /** A native function of up to four integer or pointer arguments. */
  bindFunction(address: number, result: NativeResult, argumentCount: number): (...args: number[]) => number;
  /** Address of a function of libc or libm, 0 if there is none. */
  findHostSymbol(name: string): number;

  interruptFlag(heap: HeapMemory, offset: number): InterruptFlag;
  /** ORs `mask` into the flag after `timeoutMs`, whatever the flag's thread does meanwhile. Returns what disarms it. */
  arm(flag: InterruptFlag, mask: number, timeoutMs: number): () => void;
  /** ORs `mask` into the flag now, from any thread. False if the heap has been closed. */
  raise(flag: InterruptFlag, mask: number): boolean;
  /** Whether other threads can have views of heaps: shared-heap.ts. */
  readonly sharesHeaps: boolean;
  /**
   * ORs `mask` into the flag whenever the process gets the signal, which then no longer ends the process. Listeners that Node had
   * before still run; the first listener added later replaces the watch. Returns what ends it.
   */
  watchSignal(signal: NodeJS.Signals, flag: InterruptFlag, mask: number): () => void;
  /** Child processes, pipes, waiting for descriptors: through koffi on either platform, loaded at the first call. */
  processes(): Processes;
  /** Likewise. */
  sockets(): Sockets;
  semaphores(): Semaphores;
  systemCalls(): SystemCalls;
  /** Once per thread; koffi does nothing. */
  installCrashReporter(info: CrashInfo): void;
}

/** The architecture of this process. Throws one clear sentence where Krait can't run. */
export function hostArch(): Arch {
  const { platform, arch } = process;
  const known = { x64: "x86_64", arm64: "aarch64" } as const;
  if ((platform === "linux" || platform === "darwin") && (arch === "x64" || arch === "arm64")) return known[arch];
  throw new Error(`krait runs on Linux and macOS, on x86_64 and AArch64; this is ${platform} on ${arch}`);
}

/**
 * Opens the platform layer: `choice` if given (throws if that one can't be had), else the addon if it was built, else koffi.
 */
export function openPlatform(choice?: PlatformName): Platform {
  const arch = hostArch();
  if (choice === "koffi") return openKoffiPlatform(arch);
  const addon = openAddonPlatform(arch);
  if (typeof addon !== "string") return addon;
  if (choice === "addon") throw new Error(`krait: the native addon can't be used: ${addon}`);
  return openKoffiPlatform(arch);
}
