// The platform on koffi, for where the addon couldn't be built: the same things through libc, a bit slower to enter, and without
// the crash reporter (a signal handler that reports needs more code than a few bytes made here).

import { closeSync, openSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
import { relocateData } from "./core-image.ts";
import { type FlushInstructions, KoffiCode, makeFlush } from "./koffi-code.ts";
import { watchWithHandler } from "./koffi-signal.ts";
import { armWorker, GATE } from "./koffi-watchdog.ts";
import type { Libc } from "./libc.ts";
import { openLibc, PROT } from "./libc.ts";
import { loadCoreImage } from "./loaded-core.ts";
import type { Arch, HeapMemory, InterruptFlag, NativeResult, Platform } from "./platform.ts";
import { CODE_BYTES } from "./platform.ts";
import { openProcesses } from "./processes.ts";
import { openSemaphores } from "./semaphores.ts";
import { openSockets } from "./sockets.ts";
import { openSystemCalls } from "./system-calls.ts";

const HEAP_BYTES = 2 ** 32;
const GUARD_BYTES = 2 ** 21;
const RESULTS = { void: "void", u32: "uint32_t", i32: "int32_t", f64: "double", address: "int64_t" } as const;

/** Throws if koffi has no binary for this system. */
export function openKoffiPlatform(arch: Arch): Platform {
  const libc = openLibc();
  let flush: FlushInstructions | undefined;
  const bind = (address: number, result: NativeResult, argumentCount: number) => {
    if (argumentCount > 4) throw new RangeError("krait: native functions take at most four arguments");
    const type = libc.koffi.proto(RESULTS[result], new Array<string>(argumentCount).fill("int64_t"));
    return libc.koffi.decode(BigInt(address), type) as (...args: number[]) => number;
  };
  return {
    name: "koffi",
    arch,
    pageBytes: libc.pageBytes,
    reserveHeap: () => new KoffiHeap(libc),
    loadCore: (image) =>
      loadCoreImage(image, arch, {
        reserve: (bytes) => libc.mapAnonymous(bytes + CODE_BYTES, PROT.none),
        fill(base, image, importAddresses) {
          const { text, dataOffset, totalBytes } = image;
          libc.protect(base, totalBytes, PROT.write);
          const view = new Uint8Array(libc.view(base, totalBytes));
          view.set(text);
          view.set(relocateData(image, base, importAddresses), dataOffset);
          libc.protect(base, dataOffset, PROT.execute);
          libc.protect(base + dataOffset, totalBytes - dataOffset, PROT.read);
          flush ??= makeFlush(libc, arch);
          flush(base, text.length);
        },
        openCode(base, { totalBytes }) {
          flush ??= makeFlush(libc, arch);
          return new KoffiCode(libc, base + totalBytes, CODE_BYTES, flush);
        },
        release(base, bytes, code) {
          (code as KoffiCode | undefined)?.close();
          libc.unmap(base, bytes + CODE_BYTES);
        },
        findHostSymbol: libc.findSymbol,
      }),
    makeEnter(core, entryName, heap) {
      const enter = bind(core.entry(entryName), "u32", 1);
      const base = openHeap(heap).base;
      return () => enter(base);
    },
    bindFunction(address, result, argumentCount) {
      const native = bind(address, result, argumentCount);
      if (result !== "address") return native;
      return (...args) => Number(native(...args));
    },
    findHostSymbol: libc.findSymbol,
    interruptFlag: (heap, offset) => ({
      platform: "koffi",
      heapBase: openHeap(heap).base,
      offset,
      gate: openHeap(heap).gate,
    }),
    arm(flag, mask, timeoutMs) {
      const disarm = armWorker(flag, mask, timeoutMs);
      return tie(flag, disarm);
    },
    sharesHeaps: false,
    raise(flag, mask) {
      const gate = new Int32Array(flag.gate as SharedArrayBuffer);
      for (;;) {
        const state = Atomics.compareExchange(gate, 0, GATE.open, GATE.busy);
        if (state === GATE.closed) return false;
        if (state === GATE.open) break;
      }
      Atomics.or(new Int32Array(libc.view(flag.heapBase + flag.offset, 4)), 0, mask);
      Atomics.store(gate, 0, GATE.open);
      return true;
    },
    watchSignal: (signal, flag, mask) => tie(flag, watchWithHandler(libc, arch, signal, flag, mask)),
    processes: openProcesses,
    sockets: openSockets,
    semaphores: openSemaphores,
    systemCalls: openSystemCalls,
    installCrashReporter() {},
  };
}

/** Heaps of this thread. The end of a worker does not run finalizers, so it closes what is left (but for worker.terminate()). */
const openHeaps = new Set<KoffiHeap>();
let closesAtExit = false;

function closeAtExit(): void {
  if (closesAtExit || isMainThread) return;
  closesAtExit = true;
  process.once("exit", () => {
    for (const heap of openHeaps) heap.close();
  });
}

/** What must end before a heap's memory goes, by the heap's base. */
const ties = new Map<number, Set<() => void>>();

function tie({ heapBase }: InterruptFlag, end: () => void): () => void {
  const ends = ties.get(heapBase);
  if (ends === undefined) throw new Error("krait: the heap is closed");
  ends.add(end);
  return () => {
    end();
    ends.delete(end);
  };
}

// V8 takes the buffer for 4 GiB of memory in use and collects garbage (some ms) whenever one is made. koffi can't detach it, so a closed heap keeps its address range, empty, until the buffer itself is collected.
const collected = new FinalizationRegistry<{ libc: Libc; area: number }>(({ libc, area }) => {
  libc.unmap(area, HEAP_BYTES + 2 * GUARD_BYTES);
});

function openHeap(heap: HeapMemory): KoffiHeap {
  if (!heap.isOpen) throw new Error("krait: the heap is closed");
  return heap as KoffiHeap;
}

class KoffiHeap implements HeapMemory {
  readonly buffer: ArrayBuffer;
  readonly base: number;
  readonly gate = new SharedArrayBuffer(4);
  isOpen = true;
  readonly #libc: Libc;

  constructor(libc: Libc) {
    this.#libc = libc;
    const area = libc.mapAnonymous(HEAP_BYTES + 2 * GUARD_BYTES, PROT.none);
    this.base = area + GUARD_BYTES;
    libc.protect(this.base, HEAP_BYTES, PROT.write);
    this.buffer = libc.view(this.base, HEAP_BYTES);
    collected.register(this.buffer, { libc, area });
    ties.set(this.base, new Set());
    openHeaps.add(this);
    closeAtExit();
  }

  mapImage(path: string, fileOffset: number, length: number, heapOffset: number): void {
    this.#check(heapOffset, length);
    const fd = openSync(path, "r");
    try {
      this.#libc.mapFile(fd, fileOffset, length, this.base + heapOffset);
    } finally {
      closeSync(fd);
    }
  }

  decommit(offset: number, length: number): void {
    this.#check(offset, length);
    this.#libc.mapAnonymous(length, PROT.write, this.base + offset);
  }

  protect(offset: number, length: number, access: "none" | "read" | "write"): void {
    this.#check(offset, length);
    this.#libc.protect(this.base + offset, length, PROT[access]);
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    openHeaps.delete(this);
    for (const end of ties.get(this.base) ?? []) end();
    ties.delete(this.base);
    const gate = new Int32Array(this.gate);
    while (Atomics.compareExchange(gate, 0, GATE.open, GATE.closed) === GATE.busy);
    this.#libc.mapAnonymous(HEAP_BYTES, PROT.write, this.base);
  }

  #check(offset: number, length: number): void {
    if (!this.isOpen) throw new Error("krait: the heap is closed");
    if (offset < 0 || length < 0 || offset + length > HEAP_BYTES) throw new RangeError("krait: range outside the heap");
  }
}
