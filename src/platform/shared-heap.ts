// A heap seen from another thread than the one that runs its program: read at one's own risk, while everything in it may change. When the heap is
// closed the view reads as zeros. Only the addon has this (Platform.sharesHeaps).
import { loadAddon } from "./addon.ts";
import type { Arch } from "./platform.ts";

export interface HeapOfOtherThread {
  readonly buffer: ArrayBuffer;
  /** ORs `mask` into the word at `offset`. False if the heap has been closed. */
  raise(offset: number, mask: number): boolean;
}

/** undefined: there is no such heap any more. */
export function viewHeap(arch: Arch, base: number): HeapOfOtherThread | undefined {
  const addon = loadAddon(arch);
  if (typeof addon === "string") return undefined;
  const buffer = addon.viewHeap?.(base);
  return buffer && { buffer, raise: (offset, mask) => addon.raiseFlag(base, offset, mask) };
}
