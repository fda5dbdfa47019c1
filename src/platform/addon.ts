// The platform on native/addon (built by node-gyp into build/Release). The fast one, and the one with a crash reporter.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { constants } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../util/package-files.ts";
import { type CodeWriter, loadCoreImage } from "./loaded-core.ts";
import {
  type Arch,
  CODE_BYTES,
  type CrashInfo,
  type HeapMemory,
  type NativeResult,
  type Platform,
} from "./platform.ts";
import { openProcesses } from "./processes.ts";
import { openSemaphores } from "./semaphores.ts";
import { openSockets } from "./sockets.ts";
import { openSystemCalls } from "./system-calls.ts";

/** What native/addon/*.cc exports. */
export interface Addon {
  pageBytes: number;
  reserveHeap(): { buffer: ArrayBuffer; base: number; reservation: unknown };
  viewHeap?(base: number): ArrayBuffer | undefined;
  closeHeap(reservation: unknown, buffer: ArrayBuffer): void;
  mapFile(base: number, path: string, fileOffset: number, length: number, heapOffset: number): void;
  decommit(base: number, offset: number, length: number): void;
  protect(base: number, offset: number, length: number, access: number): void;
  reserveImage(bytes: number, codeBytes: number): number;
  fillImage(
    base: number,
    bytes: number,
    text: Uint8Array,
    data: Uint8Array,
    dataOffset: number,
    relocations: Uint32Array,
    importOffsets: Uint32Array,
    importAddresses: Float64Array,
    symbolsPath: string,
  ): void;
  closeImage(base: number, buffer?: ArrayBuffer): void;
  findHostSymbol(name: string): number;
  openCode(base: number): ArrayBuffer | undefined;
  writeCode(address: number, code: Uint8Array): void;
  flushCode(address: number, length: number): void;
  makeEnter(address: number, heapBase: number): () => number;
  bindFunction(address: number, result: number, argumentCount: number): (...args: number[]) => number;
  arm(heapBase: number, offset: number, mask: number, timeoutMs: number): number;
  disarm(id: number): boolean;
  raiseFlag(heapBase: number, offset: number, mask: number): boolean;
  watchSignal(signal: number, heapBase: number, offset: number, mask: number): number;
  unwatchSignal(id: number): void;
  installCrashReporter(version: string, issuesUrl: string, python?: object, traces?: object): void;
}

const ACCESS = { none: 0, read: 1, write: 3 } as const;
/** As `enum class Result` in native/addon/invoke.cc; tests/platform calls one function of each kind. */
const RESULTS = { void: 0, u32: 1, i32: 2, f64: 3, address: 4 } as const satisfies Record<NativeResult, number>;

/** The addon's platform, or a sentence saying why it can't be had. */
export function openAddonPlatform(arch: Arch): Platform | string {
  const addon = loadAddon(arch);
  return typeof addon === "string" ? addon : makePlatform(addon, arch);
}

/** The addon, or a sentence saying why it can't be had. */
export function loadAddon(arch: Arch): Addon | string {
  // build/<arch> holds an addon that was cross-compiled (native/build/aarch64.mjs), build/Release the one that node-gyp built here.
  const path = [arch, "Release"]
    .map((folder) => join(packageRoot(), "build", folder, "krait.node"))
    .find((candidate) => existsSync(candidate));
  if (path === undefined) return "it has not been built (npm install builds it where there is a C++ compiler)";
  try {
    return createRequire(import.meta.url)(path) as Addon;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function makePlatform(addon: Addon, arch: Arch): Platform {
  return {
    name: "addon",
    arch,
    pageBytes: addon.pageBytes,
    reserveHeap: () => new AddonHeap(addon),
    loadCore: (image, symbolsPath = "") =>
      loadCoreImage(image, arch, {
        reserve: (bytes) => addon.reserveImage(bytes, CODE_BYTES),
        fill: (base, { totalBytes, text, data, dataOffset, relocations, imports }, importAddresses) =>
          addon.fillImage(
            base,
            totalBytes,
            text,
            data,
            dataOffset,
            relocations,
            Uint32Array.from(imports, ([, offset]) => offset),
            Float64Array.from(importAddresses),
            symbolsPath,
          ),
        openCode: (base, { totalBytes }) => openCode(addon, base, base + totalBytes, arch),
        release: (base, _bytes, code) => addon.closeImage(base, code?.buffer),
        findHostSymbol: addon.findHostSymbol,
      }),
    makeEnter: (core, entryName, heap) => addon.makeEnter(core.entry(entryName), openBase(heap)),
    bindFunction: (address, result, count) => addon.bindFunction(address, RESULTS[result], count),
    findHostSymbol: addon.findHostSymbol,
    interruptFlag: (heap, offset) => ({ platform: "addon", heapBase: openBase(heap), offset }),
    arm({ heapBase, offset }, mask, timeoutMs) {
      const id = addon.arm(heapBase, offset, mask, timeoutMs);
      return () => void addon.disarm(id);
    },
    raise: ({ heapBase, offset }, mask) => addon.raiseFlag(heapBase, offset, mask),
    sharesHeaps: addon.viewHeap !== undefined,
    watchSignal(signal, { heapBase, offset }, mask) {
      // The number that POSIX gives it: every command watches it, and to load node:os for that takes Node half a millisecond.
      const number = signal === "SIGINT" ? 2 : constants.signals[signal];
      const id = addon.watchSignal(number, heapBase, offset, mask);
      let isWatched = true;
      return () => {
        if (isWatched) addon.unwatchSignal(id);
        isWatched = false;
      };
    },
    processes: openProcesses,
    sockets: openSockets,
    semaphores: openSemaphores,
    systemCalls: openSystemCalls,
    installCrashReporter: ({ version, issuesUrl, python, traces }: CrashInfo) =>
      addon.installCrashReporter(version, issuesUrl, python, traces),
  };
}

function openBase(heap: HeapMemory): number {
  if (!heap.isOpen) throw new Error("krait: the heap is closed");
  return heap.base;
}

class AddonHeap implements HeapMemory {
  readonly buffer: ArrayBuffer;
  readonly base: number;
  isOpen = true;
  readonly #addon: Addon;
  readonly #reservation: unknown;

  constructor(addon: Addon) {
    const { buffer, base, reservation } = addon.reserveHeap();
    this.buffer = buffer;
    this.base = base;
    this.#addon = addon;
    this.#reservation = reservation;
  }

  mapImage(path: string, fileOffset: number, length: number, heapOffset: number): void {
    this.#addon.mapFile(openBase(this), path, fileOffset, length, heapOffset);
  }

  decommit(offset: number, length: number): void {
    this.#addon.decommit(openBase(this), offset, length);
  }

  protect(offset: number, length: number, access: "none" | "read" | "write"): void {
    this.#addon.protect(openBase(this), offset, length, ACCESS[access]);
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#addon.closeHeap(this.#reservation, this.buffer);
  }
}

function openCode(addon: Addon, imageBase: number, codeBase: number, arch: Arch): CodeWriter {
  const buffer = addon.openCode(imageBase);
  if (buffer === undefined) return { write: (at, code) => addon.writeCode(codeBase + at, code) };
  const writable = new Uint8Array(buffer);
  return {
    buffer,
    write(at, code) {
      writable.set(code, at);
      if (arch === "aarch64") addon.flushCode(codeBase + at, code.length);
    },
  };
}
